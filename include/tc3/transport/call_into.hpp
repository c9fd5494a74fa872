// SPDX-License-Identifier: MIT
// A call in memory that you pass: no heap.
#pragma once

#include <tc3/api/client_profile.hpp>
#include <tc3/api/http_response.hpp>
#include <tc3/api/input_ref.hpp>
#include <tc3/api/make_request_into.hpp>
#include <tc3/api/parse_response.hpp>
#include <tc3/api/request_options.hpp>
#include <tc3/api/response_date.hpp>
#include <tc3/api/response_options.hpp>
#include <tc3/config.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/unix_time.hpp>
#include <tc3/core/workspace.hpp>
#include <tc3/core/workspace_loan.hpp>
#include <tc3/http/message.hpp>
#include <tc3/model/borrowed.hpp>
#include <tc3/transport/bounded_message.hpp>
#include <tc3/transport/call_mistake.hpp>
#include <tc3/transport/concept.hpp>
#include <tc3/transport/streamed_body.hpp>
#include <tc3/validation/first_error.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

namespace tc3::inline TC3_NAMESPACE {

/// A result whose response has a view for a body. A body that the response owns would not outlive it, but the output refers to it.
template <class Result>
concept returns_body_view = lends_its_body<std::remove_cvref_t<decltype(*std::declval<Result&>())>>;

/// A callable that sends a request, waits, and writes the body of the response into memory that it is given:
/// `result<R, E> operator()(const http::request_view&, std::span<char>)`.
///
/// R and E are those of a transport, with a view for a body: http::response_view is one. The body may also be in other memory that outlives
/// the output, such as a buffer of the HTTP library. If the body does not fit, the transport returns what it has and sets `body_size`, if R
/// has one.
template <class Transport>
concept transport_into = std::invocable<Transport&, const http::request_view&, std::span<char>> &&
                         transport_result<std::invoke_result_t<Transport&, const http::request_view&, std::span<char>>> &&
                         returns_body_view<std::invoke_result_t<Transport&, const http::request_view&, std::span<char>>>;

/// An input whose output is borrowed.
template <class Input>
concept has_borrowed_output = has_output<Input> && std::same_as<output_storage_t<Input>, borrowed>;

/// Memory that a workspace can be made of: an array or a span of one-byte elements.
template <class Memory>
concept workspace_memory = !std::same_as<std::remove_cvref_t<Memory>, workspace> && requires(Memory& memory) { workspace(memory); };

/// Calls an action without a heap, in a workspace or in an array, which is overwritten from its start. The memory holds the request, the
/// response, and the output's lists, nested structs and unescaped text.
///
/// Errors: those of make_request_into() and parse_response(); stage `transport` with number and text of the transport; not_allowed for the
/// option `stream_body`. If memory runs out, `reason.needed` is the size needed for the current step: request, response or output. Later
/// steps may need more, and the service may already have handled the request, so allow a margin. `needed` may come from the `body_size` of
/// the response: limit it before you allocate that much.
/// Lifetime: output and failure refer to the response and to the memory, until the workspace is cleared or the array used again. A call
/// that fails before there is a response gives the memory back, except for the text of its failure. The next call in a workspace uses what
/// is left.
template <transport_into Transport, has_borrowed_output Input>
[[nodiscard]] call_result<Input> call_into(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now,
                                           const request_options& options, workspace& space TC3_LIFETIMEBOUND);
template <transport_into Transport, has_borrowed_output Input, workspace_memory Memory>
[[nodiscard]] call_result<Input> call_into(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now,
                                           const request_options& options, Memory&& memory TC3_LIFETIMEBOUND);

/// Calls an action, and reads the response by options.
template <transport_into Transport, has_borrowed_output Input>
[[nodiscard]] call_result<Input> call_into(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now,
                                           const request_options& options, const response_options& reading_options,
                                           workspace& space TC3_LIFETIMEBOUND);
template <transport_into Transport, has_borrowed_output Input, workspace_memory Memory>
[[nodiscard]] call_result<Input> call_into(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now,
                                           const request_options& options, const response_options& reading_options,
                                           Memory&& memory TC3_LIFETIMEBOUND);

namespace transport_detail {

template <class Transport>
[[nodiscard]] constexpr bool require_transport_into() noexcept {
    constexpr bool takes_memory = std::invocable<Transport&, const http::request_view&, std::span<char>>;
    static_assert(takes_memory,
                  "the first argument must be a transport into memory: a callable that takes (tc3::http::request_view, std::span<char>)");
    if constexpr (takes_memory) {
        using result = std::invoke_result_t<Transport&, const http::request_view&, std::span<char>>;
        static_assert(require_transport_result<result>());
        static_assert(
            !transport_result<result> || returns_body_view<result>,
            "the body of the transport's response must be a view, such as std::string_view, of the memory that the transport fills");
    }
    return true;
}

template <class Input>
[[nodiscard]] constexpr bool require_borrowed_output() noexcept {
    static_assert(require_output<Input>());
    if constexpr (has_output<Input>) {
        constexpr bool is_owning = has_owning_output<Input>;
        static_assert(!is_owning, "the output of this input owns its memory: use call(), or an input with the storage tc3::borrowed");
        static_assert(is_owning || has_borrowed_output<Input>,
                      "call_into() takes inputs with the storage tc3::borrowed: with a storage of your own use make_request_into() and "
                      "parse_response()");
    }
    return true;
}

}  // namespace transport_detail

/// The memory of a call: a workspace in a variable, or what one can be made of.
template <class Memory>
concept call_memory = workspace_memory<Memory> || std::convertible_to<Memory, workspace&>;

/// The arguments of a call_into().
template <class Transport, class Input, class Profile, class Now, class Memory>
concept call_in_memory = transport_into<Transport> && has_borrowed_output<Input> && profile_and_time<Profile, Now> && call_memory<Memory>;

/// The result of call_into() with wrong arguments: the compiler stops in it, with a sentence that says what is wrong.
template <class Transport, class Input, class Profile, class Now, class Memory>
struct call_into_mistake {
    static_assert(transport_detail::require_transport_into<Transport>());
    static_assert(transport_detail::require_borrowed_output<Input>());
    static_assert(transport_detail::require_profile_and_time<Profile, Now>());
    static_assert(call_memory<Memory>, "the last argument must be memory: an array or a span of char, or a tc3::workspace in a variable");
};
/// The result of call_into() with too few arguments.
template <class Transport>
struct incomplete_call_into {
    static_assert(std::is_void_v<Transport>,
                  "call_into() takes the time, options and memory after the profile: (transport, input, profile, now, {}, memory)");
};
/// Not defined: stop the compiler with a sentence about the argument that does not fit.
template <class Transport, class Input = untyped_input, class Profile = client_profile_view, class Now = unix_time, class Memory>
    requires(!call_in_memory<Transport, Input, Profile, Now, Memory>)
call_into_mistake<Transport, Input, Profile, Now, Memory> call_into(Transport&& send, const Input& input, Profile&& profile, Now&& now,
                                                                    const request_options& options, Memory&& memory);
template <class Transport, class Input = untyped_input, class Profile = client_profile_view, class Now = unix_time, class Memory>
    requires(!call_in_memory<Transport, Input, Profile, Now, Memory>)
call_into_mistake<Transport, Input, Profile, Now, Memory> call_into(Transport&& send, const Input& input, Profile&& profile, Now&& now,
                                                                    const request_options& options, const response_options& reading_options,
                                                                    Memory&& memory);
template <class Transport, class Input = untyped_input, class Profile = client_profile_view, class Now = unix_time,
          class Last = request_options>
incomplete_call_into<Transport> call_into(Transport&& send, const Input& input, Profile&& profile, Now&& now = {}, Last&& last = {});

namespace transport_detail {

/// Returns how many bytes of the lent memory a response uses: up to the end of the body, or 0 if the body is elsewhere. For a body that did
/// not fit, returns its size.
template <class Response>
[[nodiscard]] std::size_t used_size(const Response& response, std::span<const char> lent) noexcept {
    const std::string_view body = body_of(response);
    if constexpr (requires { response.body_size; }) {
        const auto size = static_cast<std::int64_t>(response.body_size);  // some HTTP libraries have -1 for an unknown size
        if (size > static_cast<std::int64_t>(body.size())) return static_cast<std::size_t>(size);
    }
    if (body.empty()) return 0;
    // Integers, because pointers into different arrays must not be compared.
    const auto first = reinterpret_cast<std::uintptr_t>(lent.data());
    const auto end = reinterpret_cast<std::uintptr_t>(body.data()) + body.size();
    return end > first && end <= first + lent.size() ? end - first : 0;
}

/// Sets the failure of a transport. Its text is kept in the workspace if there is room.
template <class Error>
void set_transport_error(borrowed_failure& failed, workspace& space, const Error& error) {
    failed.stage = stage::transport;
    failed.never_sent = was_never_sent(error);
    failed.transport_code = static_cast<std::int64_t>(error.code);
    const std::string_view message = bounded_message(error.message);
    if (message.size() <= space.available()) failed.message = space.keep(message);
}

/// Makes the request, sends it and reads the response. `space` has no lifetime attribute: it may be a local of the caller, and the result
/// refers only to its memory.
template <class Input, class Transport>
[[nodiscard]] call_result<Input> exchange_into(Transport& send, const Input& input, const client_profile_view& profile,
                                               const unix_time& now, const request_options& options,
                                               const response_options& reading_options, workspace& space) {
    call_result<Input> result(made_in_place, [] { return output_of_t<Input>{}; });
    const workspace::mark before = space.current_mark();
    http::request_view request;
    {  // these locals take no stack while the response is read
        const input_ref any_input(input);
        first_error errors;
        if (options.stream_body) errors.add(streamed_body.code, streamed_body.part);
        if (errors.ok()) write_request(request, errors, any_input, profile, now, options, space);
        if (!errors.ok()) {
            set_reason(result.emplace_error(), errors.error());
            return result;
        }
    }
    workspace_loan loan(space, before);
    const auto sent = send(request, loan.memory());
    loan.end(sent.has_value() ? used_size(*sent, loan.memory()) : 0);
    if (!sent.has_value()) {
        space.return_to(before);
        set_transport_error(result.emplace_error(), space, sent.error());
        return result;
    }
    const auto& response = *sent;
    const std::int32_t status = status_of(response);
    if (space.complete()) {
        read_output<Input>(result, body_of(response), status, reading_options, space);
        keep_date(result, response);
        return result;
    }
    const error shortage = space.shortage();
    space.return_to(before);
    set_storage_failure(result.emplace_error(), shortage, status, action_of<Input>.name);
    keep_date(result, response);
    return result;
}

}  // namespace transport_detail

template <transport_into Transport, has_borrowed_output Input>
call_result<Input> call_into(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now,
                             const request_options& options, workspace& space) {
    return transport_detail::exchange_into<Input>(send, input, profile, now, options, {}, space);
}

template <transport_into Transport, has_borrowed_output Input>
call_result<Input> call_into(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now,
                             const request_options& options, const response_options& reading_options, workspace& space) {
    return transport_detail::exchange_into<Input>(send, input, profile, now, options, reading_options, space);
}

template <transport_into Transport, has_borrowed_output Input, workspace_memory Memory>
call_result<Input> call_into(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now,
                             const request_options& options, Memory&& memory) {
    workspace space(memory);
    return transport_detail::exchange_into<Input>(send, input, profile, now, options, {}, space);
}

template <transport_into Transport, has_borrowed_output Input, workspace_memory Memory>
call_result<Input> call_into(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now,
                             const request_options& options, const response_options& reading_options, Memory&& memory) {
    workspace space(memory);
    return transport_detail::exchange_into<Input>(send, input, profile, now, options, reading_options, space);
}

}  // namespace tc3::inline TC3_NAMESPACE
