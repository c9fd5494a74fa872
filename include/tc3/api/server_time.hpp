// SPDX-License-Identifier: MIT
// The time of the service, from a failure or a Date header, for a device whose own clock is wrong (docs/tc3-signing.md 1.7).
#pragma once

#include <tc3/api/failure.hpp>
#include <tc3/api/response_date.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/fixed_text.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/core/unix_time.hpp>
#include <tc3/http/date.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE {

/// Returns the time at which the service sent a response, or nothing if the response does not tell it.
///
/// Reads, in this order: the server time in the message of AuthFailure.SignatureExpire, in English or Chinese; `date`, the value of the
/// Date header, "Sun, 06 Nov 1994 08:49:37 GMT"; the date that the failure has. Not every message has a time, so let your transport hand on
/// the Date header: response_date.hpp says how. Then `date` is not needed.
///
/// To correct a clock, keep the difference and add it to each reading. Repeat the call once: if the corrected time is refused too, the
/// clock is not the reason.
///
///     auto result = tc3::call(http, input, profile, {my_clock() + difference});
///     if (!result && retry_advice(result.error()) == tc3::retry::once_with_corrected_clock) {
///         if (const auto time = tc3::server_time(result.error())) {
///             difference = time->seconds - my_clock();
///             result = tc3::call(http, input, profile, *time);
///         }
///     }
///
/// A device whose clock starts at 0 needs nothing else: time 0 is signed, the service rejects the call before it does anything, and the
/// failure tells the time. Over TLS this requires a handshake that does not compare the clock with the dates of the certificate; with a
/// library that does, get the time by another way first, such as NTP.
///
/// Source: docs/tc3-signing.md 1.7. The wording in Chinese is that of the manual, which shows no number; if the service sends one after
/// these words, it is read.
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

/// Returns the leading letters, digits, '-' and '_' of a text.
[[nodiscard]] constexpr std::string_view leading_word(std::string_view text) noexcept {
    return slice(text, 0, ascii::find_not(text, [](char c) { return ascii::is_alphanumeric(c) || c == '-' || c == '_'; }));
}

/// Returns the time that a word of ten digits is: a time from 2001 to 2286. Returns nothing for any other word, such as a number of
/// minutes or a time in milliseconds.
[[nodiscard]] constexpr std::optional<unix_time> time_of_word(std::string_view word) noexcept {
    if (word.size() != 10 || word.front() == '0') return {};
    unix_time time;
    for (const char c : word) {
        if (!ascii::is_digit(c)) return {};
        time.seconds = time.seconds * 10 + (c - '0');
    }
    return time;
}

/// Returns the time at the front of a text, after a few blanks, quotes, colons and characters that are not ASCII.
[[nodiscard]] constexpr std::optional<unix_time> leading_time(std::string_view text) noexcept {
    const auto is_separator = [](char c) {
        return ascii::is_blank(c) || c == ':' || c == '`' || c == '"' || static_cast<unsigned char>(c) >= 0x80;
    };
    constexpr std::size_t most_separators = 16;  // a bound, since a hostile message repeats the words before them
    const std::size_t start = ascii::find_not(slice(text, 0, most_separators + 1), is_separator);
    return start <= most_separators ? time_of_word(leading_word(slice(text, start))) : std::nullopt;
}

/// Reads "... to avoid a deviation between `Timestamp` and the server time 1706406788.", and a time after the same words in Chinese.
/// Another number could be the time of the request.
[[nodiscard]] constexpr std::optional<unix_time> time_in_message(std::string_view message) noexcept {
    constexpr std::string_view in_chinese = "\xe6\x9c\x8d\xe5\x8a\xa1\xe5\x99\xa8\xe6\x97\xb6\xe9\x97\xb4";
    for (const std::string_view words : {std::string_view("server time"), in_chinese}) {
        std::string_view rest = message;
        while (skip_past(rest, words)) {
            if (const auto time = leading_time(rest)) return time;
        }
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

template <class Storage>
[[nodiscard]] constexpr std::optional<unix_time> server_time(const basic_failure<Storage>& failed,
                                                             const std::optional<unix_time>& date) noexcept {
    if (is_expired_signature(failed)) {
        if (const auto time = time_in_message(failed.message)) return time;
    }
    if (date) return date;
    return failed.date == unix_time() ? std::nullopt : std::optional(failed.date);
}

}  // namespace api_detail

template <class Storage>
constexpr std::optional<unix_time> server_time(const basic_failure<Storage>& failed, std::string_view date) noexcept {
    return api_detail::server_time(failed, http::parse_date(date));
}

template <class Storage, header_range Headers>
constexpr std::optional<unix_time> server_time(const basic_failure<Storage>& failed, const Headers& headers) {
    return api_detail::server_time(failed, date_in(headers));
}

}  // namespace tc3::inline TC3_NAMESPACE
