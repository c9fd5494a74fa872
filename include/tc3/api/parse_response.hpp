// SPDX-License-Identifier: MIT
// From an HTTP response to an output or a failure: the second of the two pure functions that tc3 is made of (docs/tc3-signing.md 5.1).
#pragma once

#include <tc3/api/envelope.hpp>
#include <tc3/api/failure.hpp>
#include <tc3/api/http_response.hpp>
#include <tc3/api/input_ref.hpp>
#include <tc3/api/response_date.hpp>
#include <tc3/api/response_options.hpp>
#include <tc3/config.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/result.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/fields.hpp>
#include <tc3/model/storage.hpp>

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE {

/// The output of an input that is not a struct.
template <>
struct output_of<untyped_input> {
    using type = owned_envelope;
};

/// An output type with a field table, or the output of an untyped_input.
template <class Output>
concept readable_output = described<Output> || std::same_as<Output, owned_envelope>;

/// An input type whose output type can be read.
template <class Input>
concept has_output = requires { typename output_of<Input>::type; } && readable_output<output_of_t<Input>>;

/// The storage of the output of an input type, which is that of a failure too.
template <class Input>
using output_storage_t = storage_of_t<output_of_t<Input>>;

/// The result of a call: the output, or the failure.
template <class Input>
using call_result = result<output_of_t<Input>, basic_failure<output_storage_t<Input>>>;

/// Reads the output of an action from a response.
///
///     auto result = tc3::parse_response<faceid::apply_liveness_token>(response);
///
/// A member that is not as described costs at most this member: see lenient_reading.hpp. The option `deviations` reports it, the option
/// `reading` refuses it.
///
/// A failure has the Date of the response, if the response has it: see response_date.hpp.
///
/// Errors:
/// - stage `http` for a status other than 200; code, message and request id are set if the body has them, and `reason` if it is no JSON;
/// - stage `service` for a response with an Error, whatever else is wrong in it; an error of version 2.0 of the API has the reason old_api;
/// - stage `response` for a body that is not one JSON document with an object "Response": `reason` is what it is instead, as html_page, or
///   the error of the JSON reader;
/// - stage `response` for a field that cannot be read and has no unset state: `reason.position` is the byte of the body, `field` the path.
///
/// `RequestID`, as some old actions spell it, is found for failures and envelopes, but is not the request id of an output.
/// Cost: one pass over the body, two for a failure.
template <has_output Input, http_response Response>
    requires(!stateful_storage<output_storage_t<Input>>)
[[nodiscard]] call_result<Input> parse_response(const Response& response, const response_options& options = {});

/// Reads the output of an action into a storage with a state, such as a workspace.
///
/// Errors: those above; buffer_too_small at stage `response`, where `reason.needed` is the size of the workspace that suffices. If damaged
/// text is repaired, the next attempt may need more. A failed output gives back what it took of the workspace; texts of the failure that
/// do not fit into it stay empty.
/// Lifetime: output and failure refer to the body and to the state. A temporary response that owns its body is refused.
template <has_output Input, http_response Response>
    requires stateful_storage<output_storage_t<Input>>
[[nodiscard]] call_result<Input> parse_response(const Response& response TC3_LIFETIMEBOUND, const response_options& options,
                                                typename output_storage_t<Input>::state& state TC3_LIFETIMEBOUND);
template <has_output Input, http_response Response>
    requires stateful_storage<output_storage_t<Input>>
[[nodiscard]] call_result<Input> parse_response(const Response& response TC3_LIFETIMEBOUND,
                                                typename output_storage_t<Input>::state& state TC3_LIFETIMEBOUND);

template <has_output Input, dying_response Response>
    requires stateful_storage<output_storage_t<Input>>
void parse_response(Response&& response, typename output_storage_t<Input>::state& state) = delete;
template <has_output Input, dying_response Response>
    requires stateful_storage<output_storage_t<Input>>
void parse_response(Response&& response, const response_options& options, typename output_storage_t<Input>::state& state) = delete;

/// Reads the output of an action from a body that arrived with status 200.
template <has_output Input>
    requires(!stateful_storage<output_storage_t<Input>>)
[[nodiscard]] call_result<Input> parse_body(std::string_view body, const response_options& options = {});
template <has_output Input>
    requires stateful_storage<output_storage_t<Input>>
[[nodiscard]] call_result<Input> parse_body(std::string_view body TC3_LIFETIMEBOUND, const response_options& options,
                                            typename output_storage_t<Input>::state& state TC3_LIFETIMEBOUND);
template <has_output Input>
    requires stateful_storage<output_storage_t<Input>>
[[nodiscard]] call_result<Input> parse_body(std::string_view body TC3_LIFETIMEBOUND,
                                            typename output_storage_t<Input>::state& state TC3_LIFETIMEBOUND);

template <has_output Input, std::same_as<std::string> Body>
    requires stateful_storage<output_storage_t<Input>>
void parse_body(Body&& body, typename output_storage_t<Input>::state& state) = delete;
template <has_output Input, std::same_as<std::string> Body>
    requires stateful_storage<output_storage_t<Input>>
void parse_body(Body&& body, const response_options& options, typename output_storage_t<Input>::state& state) = delete;

/// Stops the compiler with a sentence if an input type has no output that can be read. For functions that require has_output.
template <class Input>
[[nodiscard]] constexpr bool require_output() noexcept {
    constexpr bool has_type = requires { typename output_of<Input>::type; };
    static_assert(has_type, "not an input with an output: specialise tc3::action_of and tc3::output_of for the type of an input");
    if constexpr (has_type) {
        static_assert(readable_output<output_of_t<Input>>, "the output type has members but no table: specialise tc3::fields_of for it");
    }
    return true;
}

/// The result of parse_response() with wrong types: the compiler stops in it, with a sentence that says what is wrong.
template <class Input, class Response>
struct parse_mistake {
    static_assert(require_output<Input>());
    static_assert(has_status<Response>, "a response must have a member `status`, the HTTP status as a number");
    static_assert(has_body<Response>, "a response must have a member `body`, a std::string or another contiguous range of bytes");
};
template <class Input, class Response>
    requires(!(has_output<Input> && http_response<Response>))
parse_mistake<Input, Response> parse_response(const Response& response, const response_options& options = {});

/// Reads a body into a result that holds an empty output: parse_response() for callers within tc3, without a copy of the output.
template <has_output Input, class State>
TC3_NOINLINE void read_output(call_result<Input>& result, std::string_view body, std::int32_t status, const response_options& options,
                              State& state) {
    const api_detail::state_access<State> memory(state);
    if (memory.is_in_use()) return set_storage_failure(result.emplace_error(), api_detail::workspace_in_use, status, action_of<Input>.name);
    const state_ref storage_state(state);
    api_detail::body_reader in(body, status, options, storage_state);
    const bool is_output = in.read({reading_table_of<output_of_t<Input>>(), &*result});
    if (is_output && memory.complete()) return;

    const error shortage = memory.shortage();
    memory.give_back();
    auto& failed = result.emplace_error();
    if (!is_output) return in.set_failure(failed, storage_state, action_of<Input>.name);
    set_storage_failure(failed, shortage, status, action_of<Input>.name);
    in.set_request_id(failed, storage_state);
}

namespace api_detail {

/// Returns an empty output. Not constexpr: of a constant result GCC clears all bytes, also those that only a failure has.
template <class Output>
[[nodiscard]] Output make_empty() {
    return Output{};
}

/// A result that holds an empty output: what reading into it needs, without the type of the output.
template <class Storage>
struct empty_result {
    void* result;
    basic_failure<Storage>& (*emplace_error)(void* result) noexcept;  ///< puts an empty failure into the result
    object_part output;                                               ///< the output in the result
    std::string_view action;
};

/// Reads a body into a result. Compiled once for a storage, not for each action.
template <class Storage>
TC3_NOINLINE void read_into(const empty_result<Storage>& to, std::string_view body, std::int32_t status, const response_options& options) {
    body_reader in(body, status, options);
    if (!in.read(to.output)) in.set_failure(to.emplace_error(to.result), {}, to.action);
}

/// Puts an empty error into a result of this type.
template <class Result>
[[nodiscard]] typename Result::error_type& emplace_error_of(void* result) noexcept {
    return static_cast<Result*>(result)->emplace_error();
}

template <std::same_as<untyped_input> Input>
[[nodiscard]] call_result<Input> parse_output(std::string_view body, std::int32_t status, const response_options& options) {
    return parse_owned_envelope(body, status, options);
}

// Without a state this is less code than read_output() with an empty one. Not in one function with the one above: GCC moves a result out of
// an inner block.
template <has_output Input>
    requires(!std::same_as<Input, untyped_input>)
[[nodiscard]] call_result<Input> parse_output(std::string_view body, std::int32_t status, const response_options& options) {
    call_result<Input> result(made_in_place, make_empty<output_of_t<Input>>);
    const object_part output{reading_table_of<output_of_t<Input>>(), &*result};
    read_into<output_storage_t<Input>>({&result, emplace_error_of<call_result<Input>>, output, action_of<Input>.name}, body, status,
                                       options);
    return result;
}

template <has_output Input, class State>
[[nodiscard]] call_result<Input> parse_output(std::string_view body, std::int32_t status, const response_options& options, State& state) {
    call_result<Input> result(made_in_place, make_empty<output_of_t<Input>>);
    read_output<Input>(result, body, status, options, state);
    return result;
}

}  // namespace api_detail

template <has_output Input, http_response Response>
    requires(!stateful_storage<output_storage_t<Input>>)
call_result<Input> parse_response(const Response& response, const response_options& options) {
    auto result = api_detail::parse_output<Input>(body_of(response), status_of(response), options);
    keep_date(result, response);
    return result;
}

template <has_output Input, http_response Response>
    requires stateful_storage<output_storage_t<Input>>
call_result<Input> parse_response(const Response& response, const response_options& options,
                                  typename output_storage_t<Input>::state& state) {
    auto result = api_detail::parse_output<Input>(body_of(response), status_of(response), options, state);
    keep_date(result, response);
    return result;
}

template <has_output Input, http_response Response>
    requires stateful_storage<output_storage_t<Input>>
call_result<Input> parse_response(const Response& response, typename output_storage_t<Input>::state& state) {
    return parse_response<Input>(response, {}, state);
}

template <has_output Input>
    requires(!stateful_storage<output_storage_t<Input>>)
call_result<Input> parse_body(std::string_view body, const response_options& options) {
    return api_detail::parse_output<Input>(body, 200, options);
}

template <has_output Input>
    requires stateful_storage<output_storage_t<Input>>
call_result<Input> parse_body(std::string_view body, const response_options& options, typename output_storage_t<Input>::state& state) {
    return api_detail::parse_output<Input>(body, 200, options, state);
}

template <has_output Input>
    requires stateful_storage<output_storage_t<Input>>
call_result<Input> parse_body(std::string_view body, typename output_storage_t<Input>::state& state) {
    return parse_body<Input>(body, {}, state);
}

}  // namespace tc3::inline TC3_NAMESPACE

#if defined(TC3_INSTANTIATED)
namespace tc3::inline TC3_NAMESPACE::api_detail {
TC3_INSTANTIATED void read_into<owning>(const empty_result<owning>&, std::string_view, std::int32_t, const response_options&);
}  // namespace tc3::inline TC3_NAMESPACE::api_detail
#endif
