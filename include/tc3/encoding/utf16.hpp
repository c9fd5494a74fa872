// SPDX-License-Identifier: MIT
// Conversions between UTF-16 and UTF-8, for systems whose own text is UTF-16. Source: Unicode, 3.9.
#pragma once

#include <tc3/core/sink.hpp>
#include <tc3/encoding/utf8.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tc3::inline v0_1 {

/// Returns the position of the first surrogate without its other half, or npos. Cost: linear.
[[nodiscard]] constexpr std::size_t find_lone_surrogate(std::u16string_view text) noexcept;

/// Writes UTF-16 as UTF-8, one character at a time. Returns false at a lone surrogate, after the text before it has been written.
template <sink S>
constexpr bool write_utf8(S& out, std::u16string_view text);

/// Writes UTF-8 as UTF-16, with calls of `out.append(std::u16string_view)` for up to 64 units. Each byte that is not part of a well-formed
/// sequence becomes U+FFFD. To convert a text in pieces, split it between characters.
template <class Out>
constexpr void write_utf16(Out& out, std::string_view text);

/// Returns the number of units that write_utf16() writes for a text.
[[nodiscard]] constexpr std::size_t utf16_size(std::string_view text) noexcept;

namespace encoding_detail {

constexpr bool is_high_surrogate(char16_t unit) noexcept { return unit >= 0xD800 && unit <= 0xDBFF; }
constexpr bool is_low_surrogate(char16_t unit) noexcept { return unit >= 0xDC00 && unit <= 0xDFFF; }

/// Returns the number of units of the first character; 0 for a lone surrogate. The text must not be empty.
constexpr std::size_t utf16_units(std::u16string_view text) noexcept {
    if (is_low_surrogate(text[0])) return 0;
    if (!is_high_surrogate(text[0])) return 1;
    return text.size() > 1 && is_low_surrogate(text[1]) ? 2 : 0;
}

}  // namespace encoding_detail

constexpr std::size_t find_lone_surrogate(std::u16string_view text) noexcept {
    for (std::size_t position = 0; position < text.size();) {
        const std::size_t units = encoding_detail::utf16_units(text.substr(position));
        if (units == 0) return position;
        position += units;
    }
    return std::u16string_view::npos;
}

template <sink S>
constexpr bool write_utf8(S& out, std::u16string_view text) {
    while (!text.empty()) {
        const std::size_t units = encoding_detail::utf16_units(text);
        if (units == 0) return false;
        const char32_t first = text[0];
        write_utf8(out, units == 1 ? first : 0x10000U + ((first - 0xD800U) << 10U) + (static_cast<char32_t>(text[1]) - 0xDC00U));
        text.remove_prefix(units);
    }
    return true;
}

template <class Out>
constexpr void write_utf16(Out& out, std::string_view text) {
    std::array<char16_t, 64> units{};
    std::size_t size = 0;
    while (!text.empty()) {
        const char32_t character = take_utf8(text);
        if (character >= 0x10000) {
            units[size++] = static_cast<char16_t>(0xD800U + ((character - 0x10000U) >> 10U));
            units[size++] = static_cast<char16_t>(0xDC00U + ((character - 0x10000U) & 0x3FFU));
        } else {
            units[size++] = static_cast<char16_t>(character);
        }
        const bool has_room = size + 2 <= units.size();  // for a surrogate pair
        if (has_room && !text.empty()) continue;
        out.append(std::u16string_view(units.data(), size));
        size = 0;
    }
}

constexpr std::size_t utf16_size(std::string_view text) noexcept {
    std::size_t size = 0;
    while (!text.empty()) size += take_utf8(text) >= 0x10000 ? 2U : 1U;
    return size;
}

}  // namespace tc3::inline v0_1
