// SPDX-License-Identifier: MIT
// From an HTTP response to an output or a failure: the second of the two pure functions that tc3 is made of (docs/tc3-signing.md 5.1).
#pragma once

#include <tc3/api/envelope.hpp>
#include <tc3/api/failure.hpp>
#include <tc3/api/http_response.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/codec.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tc3::inline v0_1 {

/// An input type whose answer type is known, and has a table.
template <class Input>
concept has_output = described_action<Input> && requires { typename output_of<Input>::type; } && described<output_of_t<Input>>;

/// The storage of an input's answer, which that of a failure follows.
template <has_output Input>
using output_storage_t = storage_of_t<output_of_t<Input>>;

/// What becomes of a call: the answer, or why there is none.
template <has_output Input>
using call_result = result<output_of_t<Input>, basic_failure<output_storage_t<Input>>>;

/// Reads the answer to an input of that type. Costs one pass over the body. Fails
/// - at stage http for a status other than 200, with code, message and request id if the body is an envelope all the same;
/// - at stage service for an answer with an Error, whatever else stands there;
/// - at stage response for all that is not one JSON document with an object "Response", or has a field of a wrong type: `cause` says what,
///   `reason.needed` the byte, `field` the field.
template <has_output Input, http_response Response>
    requires(!stateful_storage<output_storage_t<Input>>)
[[nodiscard]] call_result<Input> parse_response(const Response& response);

/// The same for an answer whose storage has a state, such as a workspace: what lives in the body and in the state is good as long as both.
/// A workspace too small is a failure at stage response with errc::buffer_too_small, whose `reason.needed` is the size that would do. What
/// an answer took of a workspace is given back when it fails; texts of the failure that find no room there are left empty.
template <has_output Input, http_response Response>
    requires stateful_storage<output_storage_t<Input>>
[[nodiscard]] call_result<Input> parse_response(const Response& response TC3_LIFETIMEBOUND,
                                                typename output_storage_t<Input>::state& state TC3_LIFETIMEBOUND);

/// Its answer would point into what is gone.
template <has_output Input, dying_response Response>
    requires stateful_storage<output_storage_t<Input>>
void parse_response(Response&& response, typename output_storage_t<Input>::state& state) = delete;

/// The same for a body alone, that came with status 200.
template <has_output Input>
    requires(!stateful_storage<output_storage_t<Input>>)
[[nodiscard]] call_result<Input> parse_body(std::string_view body);
template <has_output Input>
    requires stateful_storage<output_storage_t<Input>>
[[nodiscard]] call_result<Input> parse_body(std::string_view body TC3_LIFETIMEBOUND,
                                            typename output_storage_t<Input>::state& state TC3_LIFETIMEBOUND);

template <has_output Input, std::same_as<std::string> Body>
    requires stateful_storage<output_storage_t<Input>>
void parse_body(Body&& body, typename output_storage_t<Input>::state& state) = delete;

namespace api_detail {

template <has_output Input>
[[nodiscard]] call_result<Input> parse_output(std::string_view body, std::int32_t status) {
    call_result<Input> made(made_in_place, [] { return output_of_t<Input>{}; });
    body_reader in(body, status);
    if (!in.read({reading_table_of<output_of_t<Input>>(), &*made})) in.explain(made.emplace_error(), {}, action_of<Input>.name);
    return made;
}

}  // namespace api_detail

/// Reads a body into a result that holds an empty output: what parse_response() does, without a result that is copied.
template <has_output Input, class State>
TC3_NOINLINE void read_output(call_result<Input>& made, std::string_view body, std::int32_t status, State& state) {
    const api_detail::reading<State> attempt(state);
    if (attempt.refused()) return fail_storage(made.emplace_error(), api_detail::lent_to_another, status, action_of<Input>.name);
    const storage_ref storage(state);
    api_detail::body_reader in(body, status, storage);
    const bool is_output = in.read({reading_table_of<output_of_t<Input>>(), &*made});
    if (is_output && attempt.complete()) return;

    const error shortage = attempt.shortage();
    attempt.give_back();
    if (is_output) {
        fail_storage(made.emplace_error(), shortage, status, action_of<Input>.name);
    } else {
        in.explain(made.emplace_error(), storage, action_of<Input>.name);
    }
}

namespace api_detail {

template <has_output Input, class State>
[[nodiscard]] call_result<Input> parse_output(std::string_view body, std::int32_t status, State& state) {
    call_result<Input> made(made_in_place, [] { return output_of_t<Input>{}; });
    read_output<Input>(made, body, status, state);
    return made;
}

}  // namespace api_detail

template <has_output Input, http_response Response>
    requires(!stateful_storage<output_storage_t<Input>>)
call_result<Input> parse_response(const Response& response) {
    return api_detail::parse_output<Input>(body_of(response), status_of(response));
}

template <has_output Input, http_response Response>
    requires stateful_storage<output_storage_t<Input>>
call_result<Input> parse_response(const Response& response, typename output_storage_t<Input>::state& state) {
    return api_detail::parse_output<Input>(body_of(response), status_of(response), state);
}

template <has_output Input>
    requires(!stateful_storage<output_storage_t<Input>>)
call_result<Input> parse_body(std::string_view body) {
    return api_detail::parse_output<Input>(body, 200);
}

template <has_output Input>
    requires stateful_storage<output_storage_t<Input>>
call_result<Input> parse_body(std::string_view body, typename output_storage_t<Input>::state& state) {
    return api_detail::parse_output<Input>(body, 200, state);
}

}  // namespace tc3::inline v0_1
