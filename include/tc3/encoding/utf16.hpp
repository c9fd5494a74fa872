// SPDX-License-Identifier: MIT
// UTF-16 to UTF-8 and back, for engines and systems whose own text is UTF-16 (Unicode, 3.9).
#pragma once

#include <tc3/core/sink.hpp>
#include <tc3/encoding/utf8.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tc3::inline v0_1 {

/// Where the first half of a surrogate pair stands that lacks its other half; npos if all are whole. Linear.
[[nodiscard]] constexpr std::size_t find_lone_surrogate(std::u16string_view text) noexcept;

/// Writes UTF-16 as UTF-8, in pieces of whole characters. Stops at a lone surrogate, and returns whether there was none.
template <sink S>
constexpr bool write_utf8(S& out, std::u16string_view text);

/// Writes UTF-8 as UTF-16, in pieces: `out.append(std::u16string_view)`. What is not UTF-8 becomes U+FFFD, byte by byte. A text may come in
/// pieces of whole characters.
template <class Out>
constexpr void write_utf16(Out& out, std::string_view text);

/// The number of units that write_utf16() writes.
[[nodiscard]] constexpr std::size_t utf16_size(std::string_view text) noexcept;

namespace encoding_detail {

constexpr bool is_high_surrogate(char16_t unit) noexcept { return unit >= 0xD800 && unit <= 0xDBFF; }
constexpr bool is_low_surrogate(char16_t unit) noexcept { return unit >= 0xDC00 && unit <= 0xDFFF; }

/// How many units the character at the front takes: 0 for a lone surrogate.
constexpr std::size_t utf16_units(std::u16string_view text) noexcept {
    if (is_low_surrogate(text[0])) return 0;
    if (!is_high_surrogate(text[0])) return 1;
    return text.size() > 1 && is_low_surrogate(text[1]) ? 2 : 0;
}

}  // namespace encoding_detail

constexpr std::size_t find_lone_surrogate(std::u16string_view text) noexcept {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t units = encoding_detail::utf16_units(text.substr(at));
        if (units == 0) return at;
        at += units;
    }
    return std::u16string_view::npos;
}

template <sink S>
constexpr bool write_utf8(S& out, std::u16string_view text) {
    while (!text.empty()) {
        const std::size_t units = encoding_detail::utf16_units(text);
        if (units == 0) return false;
        const char32_t high = text[0];
        write_utf8(out, units == 1 ? high : 0x10000U + ((high - 0xD800U) << 10U) + (static_cast<char32_t>(text[1]) - 0xDC00U));
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
        if (size + 2 <= units.size() && !text.empty()) continue;
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
