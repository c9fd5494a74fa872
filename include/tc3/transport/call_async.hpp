// SPDX-License-Identifier: MIT
// call without waiting: the answer goes to a handler, from wherever the transport completes.
#pragma once

#include <tc3/api/make_request.hpp>
#include <tc3/transport/call.hpp>
#include <tc3/transport/completion.hpp>

#include <concepts>
#include <utility>

namespace tc3::inline v0_1 {

/// Takes the outcome of a call.
template <class Handler, class Input>
concept handler_of = std::invocable<Handler&, call_result<Input>>;

/// Asks an input over a transport that does not wait. The handler is called exactly once: before this returns if there is nothing to
/// send, or if the transport completes at once; else whenever the transport completes, drops or cancels the call: see completion. Fails
/// as call() does. Nothing is kept of input, profile, options and policy. What a transport throws passes through, after the handler was
/// told errc::abandoned if the transport did not keep the call.
template <async_transport Transport, has_owning_output Input, handler_of<Input> Handler, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
void call_async(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now, Handler handler,
                const request_options& options = {}, Policy&& policy = Policy{});

/// The same with a signer that holds the key elsewhere but answers at once. For one that takes time: prepare_request(), attach(), and then
/// send_async(), as in examples/11_signing_server.cpp.
template <async_transport Transport, has_owning_output Input, handler_of<Input> Handler, signing::signer Signer,
          class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
void call_async(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now, Handler handler,
                const request_options& options, Signer&& signer, Policy&& policy = Policy{});

/// Sends a request that is there already: the second half of call_async.
template <has_owning_output Input, async_transport Transport, handler_of<Input> Handler>
void send_async(Transport&& send, result<http::request, failure> request, Handler handler) {
    if (!transport_detail::can_be_sent(request)) {
        handler(call_result<Input>(error_made_in_place, [&] { return transport_detail::why_not_sent(request); }));
        return;
    }
    send(completion::of<Input>(*std::move(request), std::move(handler)));
}

template <async_transport Transport, has_owning_output Input, handler_of<Input> Handler, class Policy>
    requires crypto::sha256_policy<Policy>
void call_async(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now, Handler handler,
                const request_options& options, Policy&& policy) {
    send_async<Input>(send, make_request(input, profile, now, options, policy), std::move(handler));
}

template <async_transport Transport, has_owning_output Input, handler_of<Input> Handler, signing::signer Signer, class Policy>
    requires crypto::sha256_policy<Policy>
void call_async(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now, Handler handler,
                const request_options& options, Signer&& signer, Policy&& policy) {
    send_async<Input>(send, make_request(input, profile, now, options, signer, policy), std::move(handler));
}

}  // namespace tc3::inline v0_1
