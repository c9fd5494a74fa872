// SPDX-License-Identifier: MIT
// A call over a transport that does not wait: the result goes to a handler.
#pragma once

#include <tc3/api/client_profile.hpp>
#include <tc3/api/failure.hpp>
#include <tc3/api/input_ref.hpp>
#include <tc3/api/make_request.hpp>
#include <tc3/api/parse_response.hpp>
#include <tc3/api/request_options.hpp>
#include <tc3/api/response_options.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/unix_time.hpp>
#include <tc3/http/request.hpp>
#include <tc3/transport/call.hpp>
#include <tc3/transport/call_mistake.hpp>
#include <tc3/transport/completion.hpp>

#include <concepts>
#include <type_traits>
#include <utility>

namespace tc3::inline TC3_NAMESPACE {

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
/// transport completes, fails, cancels or drops the call: see completion.
///
/// An exception leaves call_async() after the handler has got a failure: with interruption::thrown if the request could not be made,
/// because memory ran out or a signer threw; with interruption::abandoned if the transport threw without keeping the call. That failure
/// needs no memory. The handler must not throw: it can run in a destructor while the exception passes, where a second one ends the program.
///
/// Errors: those of call().
/// Lifetime: nothing of input, profile and options is kept: the request is written before call_async() returns. The handler is kept, and
/// destroyed as soon as it has run: what it refers to must live until then.
template <async_transport Transport, class Input = untyped_input, handler_of<Input> Handler>
    requires has_owning_output<Input>
void call_async(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now, const request_options& options,
                Handler handler);

/// Calls an action, and reads the response by options.
///
/// Lifetime: the rules and the report of `reading_options` must live until the handler has run.
template <async_transport Transport, class Input = untyped_input, handler_of<Input> Handler>
    requires has_owning_output<Input>
void call_async(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now, const request_options& options,
                const response_options& reading_options, Handler handler);

/// The arguments of a call_async().
template <class Transport, class Input, class Profile, class Now, class Handler>
concept async_call = async_transport<Transport> && has_owning_output<Input> && profile_and_time<Profile, Now> && handler_of<Handler, Input>;

/// The result of call_async() with wrong arguments: the compiler stops in it, with a sentence that says what is wrong.
template <class Transport, class Input, class Profile, class Now, class Handler>
struct call_async_mistake {
    static_assert(async_transport<Transport>, "the first argument must be a transport: a callable that takes a tc3::completion");
    static_assert(transport_detail::require_owning_output<Input>());
    static_assert(transport_detail::require_profile_and_time<Profile, Now>());
    static_assert(!has_output<Input> || handler_of<Handler, Input>, "the handler must take a tc3::call_result<Input> of the input");
};
/// The result of call_async() with too few arguments.
template <class Transport>
struct incomplete_call_async {
    static_assert(std::is_void_v<Transport>,
                  "call_async() takes the time, options and a handler after the profile: (transport, input, profile, now, {}, handler)");
};
/// Not defined: stop the compiler with a sentence about the argument that does not fit.
template <class Transport, class Input = untyped_input, class Profile = client_profile_view, class Now = unix_time, class Handler>
    requires(!async_call<Transport, Input, Profile, Now, Handler>)
call_async_mistake<Transport, Input, Profile, Now, Handler> call_async(Transport&& send, const Input& input, Profile&& profile, Now&& now,
                                                                       const request_options& options, Handler handler);
template <class Transport, class Input = untyped_input, class Profile = client_profile_view, class Now = unix_time, class Handler>
    requires(!async_call<Transport, Input, Profile, Now, Handler>)
call_async_mistake<Transport, Input, Profile, Now, Handler> call_async(Transport&& send, const Input& input, Profile&& profile, Now&& now,
                                                                       const request_options& options,
                                                                       const response_options& reading_options, Handler handler);
template <class Transport, class Input = untyped_input, class Profile = client_profile_view, class Now = unix_time,
          class Last = request_options>
incomplete_call_async<Transport> call_async(Transport&& send, const Input& input, Profile&& profile, Now&& now = {}, Last&& last = {});

/// Sends a request and passes the result to `handler`: the second half of call_async(), for a request that prepare_request() and attach()
/// made. A failed `request` goes to the handler.
template <has_owning_output Input, async_transport Transport, handler_of<Input> Handler>
void send_async(Transport&& send, result<http::request, failure> request, Handler handler);
template <has_owning_output Input, async_transport Transport, handler_of<Input> Handler>
void send_async(Transport&& send, result<http::request, failure> request, const response_options& reading_options, Handler handler);

namespace transport_detail {

/// Calls a handler with a failure when it is destroyed, unless release() was called: when an exception passes. A catch clause would not
/// compile without exceptions.
template <class Input, class Handler>
class handler_guard {
public:
    explicit handler_guard(Handler& handler) noexcept : handler_(&handler) {}
    handler_guard(const handler_guard&) = delete;
    handler_guard& operator=(const handler_guard&) = delete;
    ~handler_guard() {
        if (handler_ != nullptr) (*handler_)(call_result<Input>(error_made_in_place, no_request));
    }
    void release() noexcept { handler_ = nullptr; }

private:
    [[nodiscard]] static failure no_request() noexcept { return {.stage = stage::request, .interruption = interruption::thrown}; }

    Handler* handler_;
};

}  // namespace transport_detail

template <async_transport Transport, class Input, handler_of<Input> Handler>
    requires has_owning_output<Input>
void call_async(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now, const request_options& options,
                Handler handler) {
    call_async(send, input, profile, now, options, {}, std::move(handler));
}

template <async_transport Transport, class Input, handler_of<Input> Handler>
    requires has_owning_output<Input>
void call_async(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now, const request_options& options,
                const response_options& reading_options, Handler handler) {
    transport_detail::handler_guard<Input, Handler> on_exception(handler);
    result<http::request, failure> request = transport_detail::make_whole_request(input, profile, now, options);
    on_exception.release();
    send_async<Input>(send, std::move(request), reading_options, std::move(handler));
}

template <has_owning_output Input, async_transport Transport, handler_of<Input> Handler>
void send_async(Transport&& send, result<http::request, failure> request, Handler handler) {
    send_async<Input>(send, std::move(request), {}, std::move(handler));
}

template <has_owning_output Input, async_transport Transport, handler_of<Input> Handler>
void send_async(Transport&& send, result<http::request, failure> request, const response_options& reading_options, Handler handler) {
    request = transport_detail::require_whole(std::move(request));
    if (!request) return handler(call_result<Input>(error_made_in_place, [&] { return std::move(request).error(); }));
    send(completion::of<Input>(*std::move(request), reading_options, std::move(handler)));
}

}  // namespace tc3::inline TC3_NAMESPACE
