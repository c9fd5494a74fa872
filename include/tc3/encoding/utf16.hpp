// SPDX-License-Identifier: MIT
// Conversions between UTF-16 and UTF-8, for systems whose own text is UTF-16. Source: Unicode, 3.9.
#pragma once

#include <tc3/core/sink.hpp>
#include <tc3/encoding/utf8.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE {

/// Returns the position of the first surrogate without its other half, or npos. Cost: linear.
[[nodiscard]] constexpr std::size_t find_lone_surrogate(std::u16string_view text) noexcept;

/// Writes UTF-16 as UTF-8, one character at a time. Returns false at a lone surrogate, after the text before it has been written.
template <sink S>
[[nodiscard]] constexpr bool write_utf8(S& out, std::u16string_view text);

/// Writes UTF-8 as UTF-16, with calls of `out.append(std::u16string_view)` for up to 64 units. Each byte that is not part of a well-formed
/// sequence becomes U+FFFD. To convert a text in pieces, split it between characters.
template <class Out>
constexpr void write_utf16(Out& out, std::string_view text);

/// Returns the number of units that write_utf16() writes for a text.
[[nodiscard]] constexpr std::size_t utf16_size(std::string_view text) noexcept;

[[nodiscard]] constexpr bool is_high_surrogate(char32_t unit) noexcept { return unit >= 0xD800 && unit <= 0xDBFF; }
[[nodiscard]] constexpr bool is_low_surrogate(char32_t unit) noexcept { return unit >= 0xDC00 && unit <= 0xDFFF; }

/// Returns the character of a surrogate pair.
[[nodiscard]] constexpr char32_t combine_surrogates(char32_t high, char32_t low) noexcept {
    return 0x10000U + ((high - 0xD800U) << 10U) + (low - 0xDC00U);
}

/// The UTF-16 form of one character: the first `size` units.
struct utf16_units {
    std::array<char16_t, 2> units{};
    std::size_t size = 0;
};

/// Returns the UTF-16 form of a character: one unit, or a surrogate pair.
[[nodiscard]] constexpr utf16_units encode_utf16(char32_t character) noexcept {
    if (character < 0x10000) return {{static_cast<char16_t>(character)}, 1};
    const char32_t offset = character - 0x10000U;
    return {{static_cast<char16_t>(0xD800U + (offset >> 10U)), static_cast<char16_t>(0xDC00U + (offset & 0x3FFU))}, 2};
}

namespace encoding_detail {

/// Returns the number of units of the first character; 0 for a lone surrogate. The text must not be empty.
constexpr std::size_t utf16_sequence_size(std::u16string_view text) noexcept {
    if (is_low_surrogate(text[0])) return 0;
    if (!is_high_surrogate(text[0])) return 1;
    return text.size() > 1 && is_low_surrogate(text[1]) ? 2 : 0;
}

}  // namespace encoding_detail

constexpr std::size_t find_lone_surrogate(std::u16string_view text) noexcept {
    for (std::size_t position = 0; position < text.size();) {
        const std::size_t units = encoding_detail::utf16_sequence_size(text.substr(position));
        if (units == 0) return position;
        position += units;
    }
    return std::u16string_view::npos;
}

template <sink S>
constexpr bool write_utf8(S& out, std::u16string_view text) {
    while (!text.empty()) {
        const std::size_t units = encoding_detail::utf16_sequence_size(text);
        if (units == 0) return false;
        write_utf8(out, units == 1 ? char32_t{text[0]} : combine_surrogates(text[0], text[1]));
        text.remove_prefix(units);
    }
    return true;
}

template <class Out>
constexpr void write_utf16(Out& out, std::string_view text) {
    std::array<char16_t, 64> units{};
    std::size_t size = 0;
    while (!text.empty()) {
        const utf16_units character = encode_utf16(take_utf8(text));
        for (std::size_t i = 0; i < character.size; ++i) units[size++] = character.units[i];
        const bool has_room = size + 2 <= units.size();  // for a surrogate pair
        if (has_room && !text.empty()) continue;
        out.append(std::u16string_view(units.data(), size));
        size = 0;
    }
}

constexpr std::size_t utf16_size(std::string_view text) noexcept {
    std::size_t size = 0;
    while (!text.empty()) size += encode_utf16(take_utf8(text)).size;
    return size;
}

}  // namespace tc3::inline TC3_NAMESPACE
