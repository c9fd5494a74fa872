// SPDX-License-Identifier: MIT
// What the service's clock says, from a refusal or from a response's Date header: for a device whose own clock is wrong (SPEC 1.7).
#pragma once

#include <tc3/api/failure.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/fixed_text.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/core/unix_time.hpp>
#include <tc3/http/date.hpp>
#include <tc3/model/storage.hpp>

#include <concepts>
#include <cstddef>
#include <optional>
#include <string_view>

namespace tc3::inline v0_1 {

/// A header field of an HTTP stack: with `name` and `value`, or a pair.
template <class Field>
concept header_field = requires(const Field& field) {
    { field.name } -> std::convertible_to<std::string_view>;
    { field.value } -> std::convertible_to<std::string_view>;
} || requires(const Field& field) {
    { field.first } -> std::convertible_to<std::string_view>;
    { field.second } -> std::convertible_to<std::string_view>;
};

/// Headers of an HTTP stack: any range of header fields, such as a std::multimap of strings.
template <class Headers>
concept header_range = requires(const Headers& headers) {
    { *std::begin(headers) } -> header_field;
    std::end(headers);
};

/// The service's time when it answered: as the message of AuthFailure.SignatureExpire names it, else the value of the response's `Date`
/// header, "Sun, 06 Nov 1994 08:49:37 GMT", if there is one. None where neither says a time: other languages of the message are not known,
/// so hand the header over if you can.
///
/// What to do with it is plain arithmetic. `ahead` below is the caller's, and goes with each later reading of its clock; one attempt is
/// enough, as a clock that is still wrong then has another fault:
///
///     auto answer = tc3::call(http, input, profile, {clock() + ahead});
///     if (!answer && retry_advice(answer.error()) == tc3::retry::once_with_corrected_clock) {
///         if (const auto theirs = tc3::server_time(answer.error(), date_of_last_response)) {
///             ahead = theirs->seconds - clock();
///             answer = tc3::call(http, input, profile, *theirs);
///         }
///     }
///
/// With libcurl the value is `date->value` behind `curl_easy_header(handle, "Date", 0, CURLH_HEADER, -1, &date)`.
template <class Storage>
[[nodiscard]] constexpr std::optional<unix_time> server_time(const basic_failure<Storage>& why, std::string_view date = {}) noexcept;

/// The same, with all headers of the response: the first `Date` among them counts, in any case. With cpp-httplib:
/// `server_time(why, response->headers)`.
template <class Storage, header_range Headers>
[[nodiscard]] constexpr std::optional<unix_time> server_time(const basic_failure<Storage>& why, const Headers& headers);

namespace api_detail {

/// Takes the text up to the words, and them too, from the front; false where they do not stand there.
[[nodiscard]] constexpr bool skip_behind(std::string_view& text, std::string_view words) noexcept {
    for (std::size_t at = 0; at + words.size() <= text.size(); ++at) {
        if (!ascii::equal_lower(slice(text, at, words.size()), words)) continue;
        text.remove_prefix(at + words.size());
        return true;
    }
    return false;
}

/// The number that a text begins with, behind blanks and quotes, as a time: whole, and in range.
[[nodiscard]] constexpr std::optional<unix_time> leading_time(std::string_view text) noexcept {
    const std::size_t first = ascii::find_not(text, [](char c) { return ascii::is_blank(c) || c == ':' || c == '`' || c == '"'; });
    if (first == std::string_view::npos || !ascii::is_digit(text[first])) return {};
    unix_time time;
    for (const char c : slice(text, first)) {
        if (ascii::is_alphanumeric(c) && !ascii::is_digit(c)) return {};
        if (!ascii::is_digit(c)) break;
        time.seconds = time.seconds * 10 + (c - '0');
        if (!time.in_range()) return {};
    }
    return time;
}

/// "... to avoid a deviation between `Timestamp` and the server time 1706406788."
[[nodiscard]] constexpr std::optional<unix_time> time_in_message(std::string_view message) noexcept {
    while (skip_behind(message, "server time")) {
        if (const auto time = leading_time(message)) return time;
    }
    return {};
}

/// In any storage. A message in pieces is put together first; one that is cut off there could end within the number.
template <text_type Text>
[[nodiscard]] constexpr std::optional<unix_time> time_in_message(const Text& message) noexcept {
    if constexpr (text_in_one_piece<Text>) {
        return time_in_message(text_traits<Text>::view(message));
    } else {
        fixed_text<512> whole;
        if (!write_text(whole, message) || whole.truncated()) return {};
        return time_in_message(whole.view());
    }
}

template <class Storage>
[[nodiscard]] constexpr bool is_expired_signature(const basic_failure<Storage>& why) noexcept {
    return with_view(why.code, [](std::string_view code) { return code == "AuthFailure.SignatureExpire"; });
}

}  // namespace api_detail

template <class Storage>
constexpr std::optional<unix_time> server_time(const basic_failure<Storage>& why, std::string_view date) noexcept {
    if (api_detail::is_expired_signature(why)) {
        if (const auto time = api_detail::time_in_message(why.message)) return time;
    }
    return http::parse_date(date);
}

template <class Storage, header_range Headers>
constexpr std::optional<unix_time> server_time(const basic_failure<Storage>& why, const Headers& headers) {
    for (const auto& field : headers) {
        if constexpr (requires { field.name; }) {
            if (ascii::equal_lower(field.name, "date")) return server_time(why, std::string_view(field.value));
        } else {
            if (ascii::equal_lower(field.first, "date")) return server_time(why, std::string_view(field.second));
        }
    }
    return server_time(why);
}

}  // namespace tc3::inline v0_1
