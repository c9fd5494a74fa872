// SPDX-License-Identifier: MIT
// Base64 in the forms that programs have: with line ends, without padding, in the URL-safe alphabet, as a data: URL. The service takes none
// of them, so find_base64_error() finds them before they are sent. decode_loose_base64() reads most of them.
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/processor.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/encoding/base64.hpp>
#include <tc3/encoding/base64_kernel.hpp>
#include <tc3/encoding/base64_values.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

namespace tc3::inline TC3_NAMESPACE {

/// Returns why decode_base64() rejects a text, in terms of the form that the text has; errc::none for a text that it accepts.
///
/// Errors, the first that applies: data_prefix; file_link; not_base64 at a character of no form of base64; line_end; url_safe; not_base64
/// at padding in the wrong place; unexpected_end or unpadded at the end of the text; not_base64 at a last digit with an unused bit that is
/// set. All except data_prefix and file_link have a position.
/// Cost: linear; no allocation.
[[nodiscard]] constexpr error find_base64_error(std::string_view text) noexcept;

/// Returns the number of bytes that decode_loose_base64() returns for a text that it accepts.
///
/// Cost: linear, since only digits count.
[[nodiscard]] constexpr std::size_t loose_base64_decoded_size(std::string_view text) noexcept;

/// Decodes a text into `to` and returns the number of bytes. It accepts what decode_base64() accepts, and also:
///
/// - blanks, tabs and line ends anywhere;
/// - the digits of both alphabets: '+' or '-', '/' or '_';
/// - padding that is incomplete or absent;
/// - a last digit with unused bits that are set. They are ignored.
///
/// Errors: buffer_too_small if `to` has less than loose_base64_decoded_size(text) bytes; data_prefix; file_link; not_base64 at any other
/// character, or at padding in the wrong place; unexpected_end at the end of a text whose last group has a single digit. The content of
/// `to` is then unspecified.
/// Cost: linear; no allocation.
/// Source: RFC 4648, 4 and 5; RFC 2045, 6.8, for line ends.
[[nodiscard]] constexpr result<std::size_t, error> decode_loose_base64(std::string_view text, std::span<char> to) noexcept;

namespace encoding_detail {

// The class of a character in all forms of base64. A digit has its value in the lowest six bits.
inline constexpr std::uint8_t base64_foreign = 64;  // of no form, as in base64_values
inline constexpr std::uint8_t base64_blank = 65;    // also tabs and line ends
inline constexpr std::uint8_t base64_pad = 66;
inline constexpr std::uint8_t base64_url_safe = 64 + 62;  // '-', and 64 + 63 for '_'

[[nodiscard]] constexpr std::array<std::uint8_t, 256> make_base64_classes() noexcept {
    std::array<std::uint8_t, 256> classes = base64_values;
    for (const char c : {' ', '\t', '\r', '\n'}) classes[static_cast<std::uint8_t>(c)] = base64_blank;
    classes['='] = base64_pad;
    classes['-'] = base64_url_safe;
    classes['_'] = base64_url_safe + 1;
    return classes;
}

inline constexpr std::array<std::uint8_t, 256> base64_classes = make_base64_classes();

constexpr std::uint32_t base64_class(char c) noexcept { return base64_classes[static_cast<std::uint8_t>(c)]; }
constexpr bool is_loose_base64_digit(std::uint32_t digit_class) noexcept {
    return digit_class < base64_foreign || digit_class >= base64_url_safe;
}

/// Returns the position of the first character from `start` on whose class is from `least` to `most`, or the size of the text.
constexpr std::size_t find_base64_class(std::string_view text, std::size_t start, std::uint32_t least, std::uint32_t most) noexcept {
    while (start < text.size() && (base64_class(text[start]) < least || base64_class(text[start]) > most)) ++start;
    return start;
}

/// Returns the number of digits of the standard alphabet at the beginning of a text.
constexpr std::size_t leading_base64_digits(std::string_view text) noexcept {
    std::size_t digits = 0;
    if constexpr (has_wide_registers) {
        if (!std::is_constant_evaluated()) digits = count_base64_digits(text);
    }
    return find_base64_class(text, digits, base64_foreign, 255);
}

/// Returns the most padding characters that may follow so many digits.
constexpr std::size_t most_base64_padding(std::size_t digits) noexcept { return digits % 4 < 2 ? 0 : 4 - digits % 4; }

constexpr error not_base64_at(std::size_t position) noexcept { return {.code = errc::not_base64, .position = position}; }

/// Returns the error of the first character from `start` on that is part of no form of base64, if there is one.
constexpr error find_foreign_base64_error(std::string_view text, std::size_t start) noexcept {
    const std::size_t position = find_base64_class(text, start, base64_foreign, base64_foreign);
    if (position == text.size()) return {};
    const std::string_view beginning = slice(text, ascii::find_not(text, ascii::is_space), 5);
    if (ascii::equal_lower(beginning, "data:"sv)) return {.code = errc::data_prefix};
    if (starts_with(slice(text, position), "://"sv)) return {.code = errc::file_link};
    return not_base64_at(position);
}

/// Returns the error of a text that is not digits of the standard alphabet and then padding. It has `digits` such digits at its beginning.
constexpr error base64_form_error(std::string_view text, std::size_t digits) noexcept {
    const error foreign = find_foreign_base64_error(text, digits);
    if (foreign.code != errc::none) return foreign;
    const std::size_t blank = find_base64_class(text, digits, base64_blank, base64_blank);
    if (blank != text.size()) return {.code = errc::line_end, .position = blank};
    const std::size_t url_safe = find_base64_class(text, digits, base64_url_safe, base64_url_safe + 1U);
    if (url_safe != text.size()) return {.code = errc::url_safe, .position = url_safe};
    return not_base64_at(digits);  // padding that is followed by digits
}

/// Returns the error of a text of so many digits of the standard alphabet and then padding, if there is one.
constexpr error base64_end_error(std::string_view text, std::size_t digits) noexcept {
    const std::size_t padding = text.size() - digits;
    const std::size_t needed = most_base64_padding(digits);
    if (padding > needed) return not_base64_at(digits);
    if (digits % 4 == 1) return {.code = errc::unexpected_end, .position = text.size()};
    if (padding < needed) return {.code = errc::unpadded, .position = text.size()};
    const std::uint32_t unused_bits = (1U << 2 * needed) - 1;
    if (needed != 0 && (base64_class(text[digits - 1]) & unused_bits) != 0) return not_base64_at(digits - 1);
    return {};
}

/// Returns the error of a text in which so many digits, of any alphabet, are before the first other character than blanks, at `end`.
constexpr error loose_base64_end_error(std::string_view text, std::size_t end, std::size_t digits) noexcept {
    const error foreign = find_foreign_base64_error(text, end);
    if (foreign.code != errc::none) return foreign;
    std::size_t padding = 0;
    for (const char c : slice(text, end)) {
        if (is_loose_base64_digit(base64_class(c))) return not_base64_at(end);
        if (c == '=') ++padding;
    }
    if (padding > most_base64_padding(digits)) return not_base64_at(end);
    if (digits % 4 == 1) return {.code = errc::unexpected_end, .position = text.size()};
    return {};
}

}  // namespace encoding_detail

constexpr error find_base64_error(std::string_view text) noexcept {
    using namespace encoding_detail;
    const std::size_t digits = leading_base64_digits(text);
    const bool only_padding_follows = ascii::find_not(slice(text, digits), [](char c) { return c == '='; }) == std::string_view::npos;
    return only_padding_follows ? base64_end_error(text, digits) : base64_form_error(text, digits);
}

constexpr std::size_t loose_base64_decoded_size(std::string_view text) noexcept {
    std::size_t digits = encoding_detail::leading_base64_digits(text);
    for (const char c : slice(text, digits)) {
        if (encoding_detail::is_loose_base64_digit(encoding_detail::base64_class(c))) ++digits;
    }
    return digits / 4 * 3 + digits % 4 * 3 / 4;
}

constexpr result<std::size_t, error> decode_loose_base64(std::string_view text, std::span<char> to) noexcept {
    using namespace encoding_detail;
    const std::size_t needed = loose_base64_decoded_size(text);
    if (to.size() < needed)
        return unexpected(error{.code = errc::buffer_too_small, .part = "buffer", .needed = needed, .limit = to.size()});

    std::size_t position = 0;
    if constexpr (has_wide_registers) {
        if (!std::is_constant_evaluated()) position = decode_base64_blocks(text, to.first(needed));
    }
    std::size_t digits = position;
    std::size_t used = digits / 4 * 3;
    std::uint32_t bits = 0;  // of the last digits; those of the last one are lowest
    for (; position < text.size(); ++position) {
        const std::uint32_t digit_class = base64_class(text[position]);
        if (digit_class == base64_blank) continue;
        if (!is_loose_base64_digit(digit_class)) break;
        bits = bits << 6U | (digit_class & 63U);
        const std::size_t place = digits++ % 4;  // in a group of four digits, each but the first completes a byte
        if (place != 0) to[used++] = static_cast<char>(bits >> (6 - 2 * place));
    }
    const error end = loose_base64_end_error(text, position, digits);
    if (end.code != errc::none) return unexpected(end);
    return used;
}

}  // namespace tc3::inline TC3_NAMESPACE
