// SPDX-License-Identifier: MIT
// The time of the service in the message of its error.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/core/unix_time.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::signing {

/// Returns the server time in a message of AuthFailure.SignatureExpire: "... to avoid a deviation between `Timestamp` and the server time
/// 1706406788.", or a time after the same words in Chinese. Another number could be the time of the request.
///
/// Source: docs/tc3-signing.md 1.7.
[[nodiscard]] constexpr std::optional<unix_time> time_in_message(std::string_view message) noexcept;

namespace detail {

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

}  // namespace detail

constexpr std::optional<unix_time> time_in_message(std::string_view message) noexcept {
    constexpr std::string_view in_chinese = "\xe6\x9c\x8d\xe5\x8a\xa1\xe5\x99\xa8\xe6\x97\xb6\xe9\x97\xb4";
    for (const std::string_view words : {std::string_view("server time"), in_chinese}) {
        std::string_view rest = message;
        while (detail::skip_past(rest, words)) {
            if (const auto time = detail::leading_time(rest)) return time;
        }
    }
    return {};
}

}  // namespace tc3::inline TC3_NAMESPACE::signing
