// SPDX-License-Identifier: MIT
// What tc3 requires of HTTP: a callable that takes a request and returns a response or an error.
#pragma once

#include <tc3/api/http_response.hpp>
#include <tc3/api/parse_response.hpp>
#include <tc3/http/message.hpp>
#include <tc3/model/storage.hpp>

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace tc3::inline TC3_NAMESPACE {

/// An error of a transport. A transport may return another type with the first two members; `never_sent` is optional.
struct transport_error {
    std::int64_t code = 0;     ///< the error number of the HTTP library
    std::string message = {};  ///< for people
    /// No byte of the request was sent: the name was not resolved, the connection was refused, or the TLS handshake failed. Any action may
    /// then be repeated. If in doubt, false.
    bool never_sent = false;
};

/// Can be called with a request.
template <class Transport>
concept takes_request = std::invocable<Transport&, const http::request_view&>;

/// tc3::result, std::expected or a similar type: has_value(), operator*, error().
template <class Result>
concept result_like = requires(Result& result) {
    { result.has_value() } -> std::convertible_to<bool>;
    *result;
    result.error();
};

/// An error with a number.
template <class Error>
concept has_code = requires(const Error& error) {
    { error.code } -> std::convertible_to<std::int64_t>;
};

/// An error with a text.
template <class Error>
concept has_message = requires(const Error& error) {
    { error.message } -> std::convertible_to<std::string_view>;
};

/// An error with a number and a text.
template <class Error>
concept has_code_and_message = has_code<Error> && has_message<Error>;

/// An error that tells whether the request was sent: see transport_error.
template <class Error>
concept has_never_sent = requires(const Error& error) {
    { error.never_sent } -> std::convertible_to<bool>;
};

/// What a transport returns: a response, or an error with a number and a text.
template <class Result>
concept transport_result = result_like<Result> && http_response<std::remove_cvref_t<decltype(*std::declval<Result&>())>> &&
                           has_code_and_message<std::remove_cvref_t<decltype(std::declval<Result&>().error())>>;

/// A callable that sends a request and waits for the response: `result<R, E> operator()(const http::request_view&)`.
///
/// R has `status` and a contiguous `body`, E has `code` and `message`. The transport sends the request unchanged, follows no redirect and
/// does not repeat the request.
///
/// Two things are optional. R may have the headers of the response or its Date (response_date.hpp), which a failure keeps for
/// server_time(). E may have `never_sent`, which lets retry_advice() repeat any action.
template <class Transport>
concept transport = takes_request<Transport> && transport_result<std::invoke_result_t<Transport&, const http::request_view&>>;

namespace transport_detail {

/// Returns whether an error tells that the request was not sent.
template <has_code_and_message Error>
[[nodiscard]] constexpr bool was_never_sent(const Error& error) noexcept {
    if constexpr (has_never_sent<Error>) {
        return error.never_sent;
    } else {
        static_assert(!requires { error.never_sent; }, "the member `never_sent` of the transport's error must be a bool");
        return false;
    }
}

}  // namespace transport_detail

/// An input whose output owns its memory. A borrowed output would refer to a response that no longer exists: use call_into(). For
/// a storage of your own use make_request() and parse_response().
template <class Input>
concept has_owning_output = has_output<Input> && std::same_as<output_storage_t<Input>, owning>;

}  // namespace tc3::inline TC3_NAMESPACE
