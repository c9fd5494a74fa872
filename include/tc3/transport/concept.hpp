// SPDX-License-Identifier: MIT
// What tc3 asks of an HTTP stack: one call that takes a request and returns a response or an error. Fifteen lines plug in your own.
#pragma once

#include <tc3/api/failure.hpp>
#include <tc3/api/parse_response.hpp>
#include <tc3/http/message.hpp>

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace tc3::inline v0_1 {

/// An error of a transport: its own number, and a text for people. A transport may return any type with these two members instead.
struct transport_error {
    std::int64_t code = 0;
    std::string message = {};
};

/// Can be called with a request.
template <class Transport>
concept takes_request = std::invocable<Transport&, const http::request_view&>;

/// What comes back is tc3::result, std::expected or alike: has_value(), operator*, error().
template <class Outcome>
concept result_like = requires(Outcome& outcome) {
    { outcome.has_value() } -> std::convertible_to<bool>;
    *outcome;
    outcome.error();
};

/// The error says a number and a text.
template <class Error>
concept has_code_and_message = requires(const Error& error) {
    { error.code } -> std::convertible_to<std::int64_t>;
    { error.message } -> std::convertible_to<std::string_view>;
};

/// What a transport returns: a response, or an error with a number and a text.
template <class Outcome>
concept transport_result = result_like<Outcome> && http_response<std::remove_cvref_t<decltype(*std::declval<Outcome&>())>> &&
                           has_code_and_message<std::remove_cvref_t<decltype(std::declval<Outcome&>().error())>>;

/// A callable that sends a request and waits for the response: `result<R, E> operator()(const http::request_view&)`, R with `.status`
/// and a contiguous `.body`, E with `.code` and `.message`. It must send everything as it stands, follow no redirect and not retry.
template <class Transport>
concept transport = takes_request<Transport> && transport_result<std::invoke_result_t<Transport&, const http::request_view&>>;

/// An input whose answer owns its memory: one that is borrowed would point into a response that is gone. See call_into().
template <class Input>
concept has_owning_output = has_output<Input> && std::same_as<output_storage_t<Input>, owning>;

}  // namespace tc3::inline v0_1
