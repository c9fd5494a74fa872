// SPDX-License-Identifier: MIT
// A call over a transport that does not wait: the result goes to a handler.
#pragma once

#include <tc3/api/client_profile.hpp>
#include <tc3/api/failure.hpp>
#include <tc3/api/make_request.hpp>
#include <tc3/api/parse_response.hpp>
#include <tc3/api/request_options.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/unix_time.hpp>
#include <tc3/crypto/sha256.hpp>
#include <tc3/http/request.hpp>
#include <tc3/signing/signer.hpp>
#include <tc3/transport/call.hpp>
#include <tc3/transport/completion.hpp>

#include <concepts>
#include <utility>

namespace tc3::inline v0_1 {

/// A callable that sends a request without waiting: `void operator()(tc3::completion)`.
///
/// It keeps the completion, sends its request(), and completes it once, on any thread. A handler may start another call over the same
/// transport, so take a completion out of a queue before you complete or destroy it.
template <class Transport>
concept async_transport = std::invocable<Transport&, completion>;

/// A callable that takes the result of a call.
template <class Handler, class Input>
concept handler_of = std::invocable<Handler&, call_result<Input>>;

/// Calls an action and passes the result to `handler`, exactly once.
///
/// The handler runs before call_async() returns if there is nothing to send or the transport completes at once. Otherwise it runs when the
/// transport completes, fails, cancels or drops the call: see completion. If the transport throws without keeping the call, the handler
/// first gets a failure with interruption::abandoned, then the exception leaves call_async().
///
/// Errors: those of call().
/// Lifetime: nothing of input, profile, options and policy is kept. The handler is kept, and destroyed as soon as it
/// has run: what it refers to must live until then.
template <async_transport Transport, has_owning_output Input, handler_of<Input> Handler,
          crypto::sha256_policy Policy = crypto::builtin_policy>
void call_async(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now, Handler handler,
                const request_options& options = {}, Policy&& policy = Policy{});

/// Calls an action with a request that `signer` signs at once. For a signer that takes time use prepare_request(), attach() and
/// send_async().
template <async_transport Transport, has_owning_output Input, handler_of<Input> Handler, signing::signer Signer,
          crypto::sha256_policy Policy = crypto::builtin_policy>
void call_async(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now, Handler handler,
                const request_options& options, Signer&& signer, Policy&& policy = Policy{});

/// Sends a request and passes the result to `handler`: the second half of call_async(). A failed `request` goes to the handler.
template <has_owning_output Input, async_transport Transport, handler_of<Input> Handler>
void send_async(Transport&& send, result<http::request, failure> request, Handler handler) {
    if (!transport_detail::is_sendable(request)) {
        handler(call_result<Input>(error_made_in_place, [&] { return transport_detail::unsendable_failure(request); }));
        return;
    }
    send(completion::of<Input>(*std::move(request), std::move(handler)));
}

template <async_transport Transport, has_owning_output Input, handler_of<Input> Handler, crypto::sha256_policy Policy>
void call_async(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now, Handler handler,
                const request_options& options, Policy&& policy) {
    send_async<Input>(send, make_request(input, profile, now, options, policy), std::move(handler));
}

template <async_transport Transport, has_owning_output Input, handler_of<Input> Handler, signing::signer Signer,
          crypto::sha256_policy Policy>
void call_async(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now, Handler handler,
                const request_options& options, Signer&& signer, Policy&& policy) {
    send_async<Input>(send, make_request(input, profile, now, options, signer, policy), std::move(handler));
}

}  // namespace tc3::inline v0_1
