// SPDX-License-Identifier: MIT
// Character classes and comparisons of ASCII, without a locale.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/processor.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/core/text_literal.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace tc3::inline TC3_NAMESPACE::core_detail {

/// Reads eight characters in lower case, all at once: the highest bit of each byte tells whether it is a capital.
[[nodiscard]] inline std::uint64_t load_eight_lower(const char* from) noexcept {
    constexpr std::uint64_t ones = 0x0101010101010101;
    std::uint64_t text = 0;
    std::memcpy(&text, from, sizeof text);
    const std::uint64_t without_highest = text & 0x7f * ones;
    const std::uint64_t from_a = without_highest + (0x80 - 'A') * ones;
    const std::uint64_t after_z = without_highest + (0x80 - 'Z' - 1) * ones;
    return text | (from_a & ~after_z & ~text & 0x80 * ones) >> 2U;  // 0x20, the difference of a small letter from its capital
}

/// Compares the lower-case forms of two texts of `size` characters, at least eight.
[[nodiscard]] inline bool equal_eights(const char* a, const char* b, std::size_t size) noexcept {
    const std::size_t last = size - 8;  // may overlap the eight before
    for (std::size_t i = 0; i < last; i += 8) {
        if (load_eight_lower(a + i) != load_eight_lower(b + i)) return false;
    }
    return load_eight_lower(a + last) == load_eight_lower(b + last);
}

}  // namespace tc3::inline TC3_NAMESPACE::core_detail

namespace tc3::inline TC3_NAMESPACE::ascii {

[[nodiscard]] constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_lower(char c) noexcept { return c >= 'a' && c <= 'z'; }
[[nodiscard]] constexpr bool is_upper(char c) noexcept { return c >= 'A' && c <= 'Z'; }
[[nodiscard]] constexpr bool is_alphanumeric(char c) noexcept { return is_digit(c) || is_lower(c) || is_upper(c); }
[[nodiscard]] constexpr bool is_visible(char c) noexcept { return c > ' ' && c < '\x7f'; }
[[nodiscard]] constexpr bool is_blank(char c) noexcept { return c == ' ' || c == '\t'; }
[[nodiscard]] constexpr bool is_space(char c) noexcept { return is_blank(c) || c == '\r' || c == '\n'; }
[[nodiscard]] constexpr bool is_control(char c) noexcept { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; }

[[nodiscard]] constexpr char to_lower(char c) noexcept { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

/// Returns whether `c` is one of some characters. A loop, since std::string_view::find would link memchr.
[[nodiscard]] constexpr bool contains(std::string_view characters, char c) noexcept {
    for (const char each : characters) {
        if (each == c) return true;
    }
    return false;
}

/// Returns whether `c` may be part of a token, such as a header name. Source: RFC 9110, 5.6.2.
[[nodiscard]] constexpr bool is_token(char c) noexcept { return is_visible(c) && !contains("\"(),/:;<=>?@[\\]{}"sv, c); }

/// Returns whether `c` may be part of a header value: a visible character, a blank or a byte beyond ASCII. Source: RFC 9110, 5.5.
[[nodiscard]] constexpr bool is_field_value(char c) noexcept { return c == '\t' || !is_control(c); }

/// Returns a text without the blanks (space, tab) at both ends.
[[nodiscard]] TC3_NOINLINE_IF_SMALL constexpr std::string_view trim(std::string_view text TC3_LIFETIMEBOUND) noexcept {
    if constexpr (has_wide_registers) {  // most have none, which is quicker to see without the loops
        if (!text.empty() && !is_blank(text.front()) && !is_blank(text.back())) return text;
    }
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

/// Compares the lower-case forms of two texts, byte by byte. Returns a negative number, 0 or a positive number. Bytes are unsigned: text
/// beyond ASCII comes last.
[[nodiscard]] TC3_NOINLINE constexpr int compare_lower(const std::string_view& a, const std::string_view& b) noexcept {
    for (std::size_t i = 0;; ++i) {
        if (i == a.size() || i == b.size()) return static_cast<int>(a.size() > i) - static_cast<int>(b.size() > i);
        if (has_wide_registers && a[i] == b[i]) continue;  // most are: quicker, but longer
        const int difference = static_cast<unsigned char>(to_lower(a[i])) - static_cast<unsigned char>(to_lower(b[i]));
        if (difference != 0) return difference;
    }
}

/// Returns whether two texts are equal, except for the case of ASCII letters.
[[nodiscard]] constexpr bool equal_lower(const std::string_view& a, const std::string_view& b) noexcept {
    if constexpr (has_wide_registers) {  // quicker, but longer
        if (a.size() != b.size()) return false;
        if (!std::is_constant_evaluated() && a.size() >= 8) return core_detail::equal_eights(a.data(), b.data(), a.size());
    }
    return compare_lower(a, b) == 0;
}

/// Returns the position of the first character for which `allowed(character)` is false, or npos.
template <class Allowed>
[[nodiscard]] constexpr std::size_t find_not(std::string_view text, Allowed allowed) noexcept {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!allowed(text[i])) return i;
    }
    return std::string_view::npos;
}

/// Returns the position of the first `wanted`, or npos. A loop, for the reason given at contains(); std::string_view::find is quicker where
/// texts are long.
[[nodiscard]] TC3_NOINLINE constexpr std::size_t find(std::string_view text, char wanted) noexcept {
    return find_not(text, [wanted](char c) { return c != wanted; });
}

/// Returns whether a name is one of `words`, which are separated by single blanks. The case of letters does not matter.
[[nodiscard]] constexpr bool is_word_of(std::string_view words, std::string_view name) noexcept {
    while (!words.empty()) {
        const std::string_view word = slice(words, 0, find(words, ' '));
        if (equal_lower(name, word)) return true;
        words = slice(words, word.size() + 1);
    }
    return false;
}

}  // namespace tc3::inline TC3_NAMESPACE::ascii
