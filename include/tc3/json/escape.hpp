// SPDX-License-Identifier: MIT
// The escapes of JSON strings (RFC 8259, section 7): short ones such as \n, and \uXXXX, alone or as a surrogate pair.
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/core/error.hpp>
#include <tc3/encoding/hex.hpp>
#include <tc3/encoding/utf16.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::json::detail {

/// The characters that have a short escape, and the letter after the backslash of each.
inline constexpr std::string_view escaped_characters = "\"\\\b\f\n\r\t/";
inline constexpr std::string_view escape_letters = "\"\\bfnrt/";

/// An escape: its character and its size in the text, or an error.
struct escape {
    char32_t code_point = 0;
    std::size_t size = 0;
    errc error = errc::none;
};

/// Parses the escape at the beginning of a text, at its backslash.
///
/// Errors: bad_escape; lone_surrogate; unexpected_end for a text that ends in the escape or before the second half of a pair. Half of
/// a pair has its size and U+FFFD.
[[nodiscard]] constexpr escape parse_escape(const std::string_view& text) noexcept;

inline constexpr std::size_t unit_size = 6;  // of a backslash, "u" and four digits
inline constexpr escape half_pair{.code_point = U'\uFFFD', .size = unit_size, .error = errc::lone_surrogate};

/// Reads the UTF-16 unit of the escape at a position.
[[nodiscard]] constexpr errc read_unit(const std::string_view& text, std::size_t position, char32_t& unit) noexcept {
    constexpr std::string_view prefix = "\\u";
    unit = 0;
    for (std::size_t i = 0; i < unit_size; ++i, ++position) {
        if (position >= text.size()) return errc::unexpected_end;
        if (i < prefix.size()) {
            if (text[position] != prefix[i]) return errc::bad_escape;
            continue;
        }
        const unsigned digit = hex_value(ascii::to_lower(text[position]));
        if (digit > 15) return errc::bad_escape;
        unit = unit * 16 + digit;
    }
    return errc::none;
}

/// Parses an escape by number, or the two of a surrogate pair.
[[nodiscard]] constexpr escape parse_unicode_escape(const std::string_view& text) noexcept {
    escape result{.size = unit_size};
    result.error = read_unit(text, 0, result.code_point);
    if (result.error != errc::none) return result;
    if (is_low_surrogate(result.code_point)) return half_pair;
    if (!is_high_surrogate(result.code_point)) return result;

    char32_t low = 0;
    const errc error = read_unit(text, unit_size, low);
    if (error == errc::unexpected_end) return {.code_point = half_pair.code_point, .size = unit_size, .error = error};
    if (error != errc::none || !is_low_surrogate(low)) return half_pair;
    return {.code_point = combine_surrogates(result.code_point, low), .size = 2 * unit_size};
}

constexpr escape parse_escape(const std::string_view& text) noexcept {
    if (text.size() < 2) return {.error = errc::unexpected_end};
    if (text[1] == 'u') return parse_unicode_escape(text);
    const std::size_t index = ascii::find(escape_letters, text[1]);
    if (index == std::string_view::npos) return {.error = errc::bad_escape};
    return {.code_point = static_cast<char32_t>(escaped_characters[index]), .size = 2};
}

}  // namespace tc3::inline TC3_NAMESPACE::json::detail
