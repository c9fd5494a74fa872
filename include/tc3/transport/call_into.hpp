// SPDX-License-Identifier: MIT
// call in memory of the caller's: question in, answer out, no heap.
#pragma once

#include <tc3/api/make_request_into.hpp>
#include <tc3/api/parse_response.hpp>
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

namespace http {

/// A response whose body lies in memory of the caller's.
struct response_view {
    std::int32_t status = 0;
    std::string_view body = {};
    std::size_t body_size = 0;  ///< of a body that did not fit into the room for it, if it is known
};

}  // namespace http

/// Returns a response whose body is a view: one that it owns would die before the answer that points there.
template <class Outcome>
concept lent_outcome = lends_its_body<std::remove_cvref_t<decltype(*std::declval<Outcome&>())>>;

/// A callable that sends a request and writes the response's body into the memory it is given:
/// `result<R, E> operator()(const http::request_view&, std::span<char>)`, R and E as for a transport, but with a view for a body. It may
/// lie elsewhere as well, as in a buffer of the HTTP stack, if that outlives the answer. R may have a `body_size`, as http::response_view
/// does.
template <class Transport>
concept transport_into = std::invocable<Transport&, const http::request_view&, std::span<char>> &&
                         transport_outcome<std::invoke_result_t<Transport&, const http::request_view&, std::span<char>>> &&
                         lent_outcome<std::invoke_result_t<Transport&, const http::request_view&, std::span<char>>>;

/// A question whose answer is borrowed.
template <class Question>
concept has_borrowed_answer = has_answer<Question> && std::same_as<answer_storage_t<Question>, borrowed>;

/// Asks a question without a heap: request, response and whatever of the answer is not in the response stand in the workspace, one behind
/// the other. Answer and failure point there: they are good until the workspace is cleared, and the next call may use what is left.
///
/// Fails as make_request_into and parse_response do. A workspace too small is named with the size that is needed up to there, which is all
/// that is known: that of the request at first, then with the response, then with the answer: by then the service has answered once. Where
/// there is no response, or no room for it, the workspace is as it was before, but for the text of the failure. A `body_size` that the
/// service names is believed: bound it before you allocate by it. With `stream_body` there is nothing to send the body: refused.
template <transport_into Transport, has_borrowed_answer Question, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] outcome_of<Question> call_into(Transport&& send, const Question& question, const client_profile_view& profile, unix_time now,
                                             workspace& space TC3_LIFETIMEBOUND, const request_options& options = {},
                                             Policy&& policy = Policy{});

/// The same with a signer that holds the key elsewhere but answers at once.
template <transport_into Transport, has_borrowed_answer Question, signing::signer Signer, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] outcome_of<Question> call_into(Transport&& send, const Question& question, const client_profile_view& profile, unix_time now,
                                             workspace& space TC3_LIFETIMEBOUND, const request_options& options, Signer&& signer,
                                             Policy&& policy = Policy{});

/// Memory that a workspace can be made of: an array or a span of one-byte elements.
template <class Memory>
concept workspace_memory = !std::same_as<std::remove_cvref_t<Memory>, workspace> && requires(Memory& memory) { workspace(memory); };

/// The same in memory that serves this one call.
template <transport_into Transport, has_borrowed_answer Question, workspace_memory Memory, class... More>
[[nodiscard]] outcome_of<Question> call_into(Transport&& send, const Question& question, const client_profile_view& profile, unix_time now,
                                             Memory&& memory TC3_LIFETIMEBOUND, const request_options& options = {}, More&&... more);

namespace detail {

/// What a response takes of the memory that it was lent.
template <class Response>
[[nodiscard]] std::size_t size_taken(const Response& response, std::span<const char> lent) noexcept {
    const std::string_view body = body_as_text(response.body);
    if constexpr (requires { response.body_size; }) {
        const auto size = static_cast<std::int64_t>(response.body_size);  // some stacks have -1 for a size that is not known
        if (size > static_cast<std::int64_t>(body.size())) return static_cast<std::size_t>(size);
    }
    if (body.empty()) return 0;
    const auto first = reinterpret_cast<std::uintptr_t>(lent.data());
    const auto last = reinterpret_cast<std::uintptr_t>(body.data()) + body.size();
    return last > first && last <= first + lent.size() ? last - first : 0;
}

/// The transport's text is kept in the workspace, if there is room.
template <class Error>
void tell_transport_fault(borrowed_failure& why, workspace& space, const Error& fault) {
    why.stage = stage::transport;
    why.transport_code = static_cast<std::int64_t>(fault.code);
    const std::string_view message = bounded_message(fault.message);
    if (message.size() <= space.available()) why.message = space.keep(message);
}

/// The rest is what make_into() takes: profile, time, options, policy, and a signer or none.
template <class Question, class Transport, class... More>
[[nodiscard]] outcome_of<Question> exchange_into(Transport& send, workspace& space, const Question& question, More&... more) {
    outcome_of<Question> made(made_in_place, [] { return answer_of_t<Question>{}; });
    const workspace::mark before = space.position();
    http::request_view request;
    error fault = make_into(request, space, action_of<Question>, content_ref::of(question), more...);
    if (request.streamed_body != 0) {
        fault = {.code = errc::not_allowed, .where = part::body};  // it has to come from elsewhere, which a transport can't know
        space.return_to(before);
    }
    if (fault.code != errc::none) {
        tell_fault(made.emplace_error(), fault);
        return made;
    }
    workspace_loan loan(space, before);
    const auto outcome = send(request, loan.memory());
    loan.end(outcome.has_value() ? size_taken(*outcome, loan.memory()) : 0);
    if (!outcome.has_value()) {
        space.return_to(before);
        tell_transport_fault(made.emplace_error(), space, outcome.error());
        return made;
    }
    const auto& response = *outcome;
    const std::int32_t status = status_of(response);
    if (space.complete()) {
        parse_answer_into<Question>(made, body_as_text(response.body), status, space);
        return made;
    }
    const error shortage = space.shortage();
    space.return_to(before);
    blame_storage(made.emplace_error(), shortage, status);
    return made;
}

/// call_into() from where the workspace is a local one: what the answer points to is its memory, which is the caller's.
template <class Transport, class Question, class... More>
[[nodiscard]] outcome_of<Question> ask_into(Transport& send, workspace& space, const Question& question, const client_profile_view& profile,
                                            unix_time now, const request_options& options, More&... more) {
    return call_into(send, question, profile, now, space, options, more...);
}

}  // namespace detail

template <transport_into Transport, has_borrowed_answer Question, class Policy>
    requires crypto::sha256_policy<Policy>
outcome_of<Question> call_into(Transport&& send, const Question& question, const client_profile_view& profile, unix_time now,
                               workspace& space, const request_options& options, Policy&& policy) {
    return detail::exchange_into(send, space, question, profile, now, options, policy);
}

template <transport_into Transport, has_borrowed_answer Question, signing::signer Signer, class Policy>
    requires crypto::sha256_policy<Policy>
outcome_of<Question> call_into(Transport&& send, const Question& question, const client_profile_view& profile, unix_time now,
                               workspace& space, const request_options& options, Signer&& signer, Policy&& policy) {
    const auto& secret_id = signer.secret_id();  // may be a text of its own, which lives until the end
    const client_profile_view who = detail::with_id(profile, secret_id);
    return detail::exchange_into(send, space, question, who, now, options, policy, signer);
}

template <transport_into Transport, has_borrowed_answer Question, workspace_memory Memory, class... More>
outcome_of<Question> call_into(Transport&& send, const Question& question, const client_profile_view& profile, unix_time now,
                               Memory&& memory, const request_options& options, More&&... more) {
    workspace space(memory);
    return detail::ask_into(send, space, question, profile, now, options, more...);
}

}  // namespace tc3::inline v0_1
