// SPDX-License-Identifier: MIT
// The time of the service, from an error or a Date header, for a device whose own clock is wrong (docs/tc3-signing.md 1.7).
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

/// A header with members `name` and `value`.
template <class Field>
concept named_header_field = requires(const Field& field) {
    { field.name } -> std::convertible_to<std::string_view>;
    { field.value } -> std::convertible_to<std::string_view>;
};

/// A header as a pair of name and value.
template <class Field>
concept pair_header_field = requires(const Field& field) {
    { field.first } -> std::convertible_to<std::string_view>;
    { field.second } -> std::convertible_to<std::string_view>;
};

/// A header of an HTTP library.
template <class Field>
concept header_field = named_header_field<Field> || pair_header_field<Field>;

/// The headers of an HTTP library: a range of header fields, such as a std::multimap of strings.
template <class Headers>
concept header_range = requires(const Headers& headers) {
    { *std::begin(headers) } -> header_field;
    std::end(headers);
};

/// Returns the time at which the service sent a response, or nothing if the response does not tell it.
///
/// Reads the message of AuthFailure.SignatureExpire first, then `date`, the value of the Date header, "Sun, 06 Nov 1994 08:49:37 GMT". The
/// message is only understood in English, so let your transport keep the Date header, and pass it. With libcurl, `curl_easy_header(handle,
/// "Date", 0, CURLH_HEADER, -1, &date)` gives it.
///
/// To correct a clock, keep the difference and add it to each reading. Repeat the call once: if the corrected time is refused too, the
/// clock is not the reason.
///
///     auto result = tc3::call(http, input, profile, {my_clock() + difference});
///     if (!result && retry_advice(result.error()) == tc3::retry::once_with_corrected_clock) {
///         if (const auto time = tc3::server_time(result.error(), date_of_last_response)) {
///             difference = time->seconds - my_clock();
///             result = tc3::call(http, input, profile, *time);
///         }
///     }
template <class Storage>
[[nodiscard]] constexpr std::optional<unix_time> server_time(const basic_failure<Storage>& failed, std::string_view date = {}) noexcept;

/// Returns the time at which the service sent a response with these headers. The first Date header counts. With cpp-httplib:
/// `server_time(result.error(), response->headers)`.
template <class Storage, header_range Headers>
[[nodiscard]] constexpr std::optional<unix_time> server_time(const basic_failure<Storage>& failed, const Headers& headers);

namespace api_detail {

/// Skips the text up to and including `words`, in any case. Returns false, and skips nothing, if the text does not contain them.
[[nodiscard]] constexpr bool skip_past(std::string_view& text, std::string_view words) noexcept {
    for (std::size_t position = 0; position + words.size() <= text.size(); ++position) {
        if (!ascii::equal_lower(slice(text, position, words.size()), words)) continue;
        text.remove_prefix(position + words.size());
        return true;
    }
    return false;
}

/// Reads the number at the front of a text, after blanks, quotes and colons, as a time. Returns nothing for a number that is out of range
/// or part of a word.
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

/// Reads "... to avoid a deviation between `Timestamp` and the server time 1706406788."
[[nodiscard]] constexpr std::optional<unix_time> time_in_message(std::string_view message) noexcept {
    while (skip_past(message, "server time")) {
        if (const auto time = leading_time(message)) return time;
    }
    return {};
}

/// Reads a message of any storage. A message in pieces is joined first; one that is too long is not read, as the cut could be in the
/// number.
template <text_type Text>
[[nodiscard]] constexpr std::optional<unix_time> time_in_message(const Text& message) noexcept {
    if constexpr (text_in_one_piece<Text>) {
        return time_in_message(text_traits<Text>::view(message));
    } else {
        fixed_text<512> joined;
        if (!write_text(joined, message) || joined.truncated()) return {};
        return time_in_message(joined.view());
    }
}

template <class Storage>
[[nodiscard]] constexpr bool is_expired_signature(const basic_failure<Storage>& failed) noexcept {
    return with_view(failed.code, [](std::string_view code) { return code == "AuthFailure.SignatureExpire"; });
}

}  // namespace api_detail

template <class Storage>
constexpr std::optional<unix_time> server_time(const basic_failure<Storage>& failed, std::string_view date) noexcept {
    if (api_detail::is_expired_signature(failed)) {
        if (const auto time = api_detail::time_in_message(failed.message)) return time;
    }
    return http::parse_date(date);
}

template <class Storage, header_range Headers>
constexpr std::optional<unix_time> server_time(const basic_failure<Storage>& failed, const Headers& headers) {
    for (const auto& field : headers) {
        if constexpr (requires { field.name; }) {
            if (ascii::equal_lower(field.name, "date")) return server_time(failed, std::string_view(field.value));
        } else {
            if (ascii::equal_lower(field.first, "date")) return server_time(failed, std::string_view(field.second));
        }
    }
    return server_time(failed);
}

}  // namespace tc3::inline v0_1
