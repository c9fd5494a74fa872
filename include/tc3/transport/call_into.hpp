// SPDX-License-Identifier: MIT
// call in memory of the caller's: input in, answer out, no heap.
#pragma once

#include <tc3/api/make_request_into.hpp>
#include <tc3/api/parse_response.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/core/workspace.hpp>
#include <tc3/core/workspace_loan.hpp>
#include <tc3/http/response.hpp>
#include <tc3/transport/bounded_message.hpp>
#include <tc3/transport/concept.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

namespace tc3::inline v0_1 {

/// Returns a response whose body is a view: one that it owns would die before the answer that points there.
template <class Outcome>
concept lent_outcome = lends_its_body<std::remove_cvref_t<decltype(*std::declval<Outcome&>())>>;

/// A callable that sends a request and writes the response's body into the memory it is given:
/// `result<R, E> operator()(const http::request_view&, std::span<char>)`, R and E as for a transport, but with a view for a body. It may
/// lie elsewhere as well, as in a buffer of the HTTP stack, if that outlives the answer. R may have a `body_size`, as http::response_view
/// does.
template <class Transport>
concept transport_into = std::invocable<Transport&, const http::request_view&, std::span<char>> &&
                         transport_result<std::invoke_result_t<Transport&, const http::request_view&, std::span<char>>> &&
                         lent_outcome<std::invoke_result_t<Transport&, const http::request_view&, std::span<char>>>;

/// An input whose answer is borrowed.
template <class Input>
concept has_borrowed_output = has_output<Input> && std::same_as<output_storage_t<Input>, borrowed>;

/// Asks an input without a heap: request, response and whatever of the answer is not in the response stand in the workspace, one behind
/// the other. Answer and failure point there: they are good until the workspace is cleared, and the next call may use what is left.
///
/// Fails as make_request_into and parse_response do. A workspace too small is named with the size that is needed up to there, which is all
/// that is known: that of the request at first, then with the response, then with the answer: by then the service has answered once. Where
/// there is no response, or no room for it, the workspace is as it was before, but for the text of the failure. A `body_size` that the
/// service names is believed: bound it before you allocate by it. With `stream_body` there is nothing to send the body: refused.
template <transport_into Transport, has_borrowed_output Input, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] call_result<Input> call_into(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now,
                                           workspace& space TC3_LIFETIMEBOUND, const request_options& options = {},
                                           Policy&& policy = Policy{});

/// The same with a signer that holds the key elsewhere but answers at once.
template <transport_into Transport, has_borrowed_output Input, signing::signer Signer, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] call_result<Input> call_into(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now,
                                           workspace& space TC3_LIFETIMEBOUND, const request_options& options, Signer&& signer,
                                           Policy&& policy = Policy{});

/// Memory that a workspace can be made of: an array or a span of one-byte elements.
template <class Memory>
concept workspace_memory = !std::same_as<std::remove_cvref_t<Memory>, workspace> && requires(Memory& memory) { workspace(memory); };

/// The same in memory that serves this one call.
template <transport_into Transport, has_borrowed_output Input, workspace_memory Memory, class... More>
[[nodiscard]] call_result<Input> call_into(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now,
                                           Memory&& memory TC3_LIFETIMEBOUND, const request_options& options = {}, More&&... more);

namespace transport_detail {

/// What a response takes of the memory that it was lent.
template <class Response>
[[nodiscard]] std::size_t size_taken(const Response& response, std::span<const char> lent) noexcept {
    const std::string_view body = body_of(response);
    if constexpr (requires { response.body_size; }) {
        const auto size = static_cast<std::int64_t>(response.body_size);  // some stacks have -1 for a size that is not known
        if (size > static_cast<std::int64_t>(body.size())) return static_cast<std::size_t>(size);
    }
    if (body.empty()) return 0;
    const auto first = reinterpret_cast<std::uintptr_t>(lent.data());
    const auto last = reinterpret_cast<std::uintptr_t>(body.data()) + body.size();
    return last > first && last <= first + lent.size() ? last - first : 0;
}

/// Sets the failure of a transport. Its text is kept in the workspace if there is room.
template <class Error>
void set_transport_error(borrowed_failure& failed, workspace& space, const Error& error) {
    failed.stage = stage::transport;
    failed.transport_code = static_cast<std::int64_t>(error.code);
    const std::string_view message = bounded_message(error.message);
    if (message.size() <= space.available()) failed.message = space.keep(message);
}

/// Makes the request, sends it and reads the response. `more` is what write_request() takes after the input.
template <class Input, class Transport, class... More>
[[nodiscard]] call_result<Input> exchange_into(Transport& send, workspace& space, const Input& input, More&... more) {
    call_result<Input> result(made_in_place, [] { return output_of_t<Input>{}; });
    const workspace::mark before = space.position();
    http::request_view request;
    error error = write_request(request, space, action_of<Input>, input_ref::of(input), more...);
    if (request.streamed_body != 0) {
        error = {.code = errc::not_allowed, .part = "body"};  // the transport has no body to send
        space.return_to(before);
    }
    if (error.code != errc::none) {
        set_reason(result.emplace_error(), error);
        return result;
    }
    workspace_loan loan(space, before);
    const auto sent = send(request, loan.memory());
    loan.end(sent.has_value() ? size_taken(*sent, loan.memory()) : 0);
    if (!sent.has_value()) {
        space.return_to(before);
        set_transport_error(result.emplace_error(), space, sent.error());
        return result;
    }
    const auto& response = *sent;
    const std::int32_t status = status_of(response);
    if (space.complete()) {
        read_output<Input>(result, body_of(response), status, space);
        return result;
    }
    const tc3::error shortage = space.shortage();
    space.return_to(before);
    fail_storage(result.emplace_error(), shortage, status);
    return result;
}

/// call_into() from where the workspace is a local one: what the answer points to is its memory, which is the caller's.
template <class Transport, class Input, class... More>
[[nodiscard]] call_result<Input> ask_into(Transport& send, workspace& space, const Input& input, const client_profile_view& profile,
                                          unix_time now, const request_options& options, More&... more) {
    return call_into(send, input, profile, now, space, options, more...);
}

}  // namespace transport_detail

template <transport_into Transport, has_borrowed_output Input, class Policy>
    requires crypto::sha256_policy<Policy>
call_result<Input> call_into(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now, workspace& space,
                             const request_options& options, Policy&& policy) {
    return transport_detail::exchange_into(send, space, input, profile, now, options, policy);
}

template <transport_into Transport, has_borrowed_output Input, signing::signer Signer, class Policy>
    requires crypto::sha256_policy<Policy>
call_result<Input> call_into(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now, workspace& space,
                             const request_options& options, Signer&& signer, Policy&& policy) {
    const auto& secret_id = signer.secret_id();  // may be a text of its own, which lives until the end
    const client_profile_view who = with_id(profile, secret_id);
    return transport_detail::exchange_into(send, space, input, who, now, options, policy, signer);
}

template <transport_into Transport, has_borrowed_output Input, workspace_memory Memory, class... More>
call_result<Input> call_into(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now, Memory&& memory,
                             const request_options& options, More&&... more) {
    workspace space(memory);
    return transport_detail::ask_into(send, space, input, profile, now, options, more...);
}

}  // namespace tc3::inline v0_1
