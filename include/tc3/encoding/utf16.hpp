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

namespace detail {

constexpr bool is_high_surrogate(char16_t unit) noexcept { return unit >= 0xD800 && unit <= 0xDBFF; }
constexpr bool is_low_surrogate(char16_t unit) noexcept { return unit >= 0xDC00 && unit <= 0xDFFF; }

/// How many units the character at the front takes: 0 for a lone surrogate.
constexpr std::size_t utf16_units(std::u16string_view text) noexcept {
    if (is_low_surrogate(text[0])) return 0;
    if (!is_high_surrogate(text[0])) return 1;
    return text.size() > 1 && is_low_surrogate(text[1]) ? 2 : 0;
}

/// Takes the character at the front of a text that is not empty; U+FFFD for a byte that begins none.
constexpr char32_t take_utf8(std::string_view& text) noexcept {
    const auto byte = [&text](std::size_t at) { return static_cast<std::uint32_t>(static_cast<std::uint8_t>(text[at])); };
    const std::uint32_t lead = byte(0);
    const std::size_t size = lead < 0x80 ? 1 : utf8_sequence(text);
    char32_t character = U'\uFFFD';
    if (size == 1) character = lead;
    if (size == 2) character = (lead & 0x1FU) << 6U | (byte(1) & 0x3FU);
    if (size == 3) character = (lead & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
    if (size == 4) character = (lead & 0x07U) << 18U | (byte(1) & 0x3FU) << 12U | (byte(2) & 0x3FU) << 6U | (byte(3) & 0x3FU);
    text.remove_prefix(size == 0 ? 1 : size);
    return character;
}

}  // namespace detail

constexpr std::size_t find_lone_surrogate(std::u16string_view text) noexcept {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t units = detail::utf16_units(text.substr(at));
        if (units == 0) return at;
        at += units;
    }
    return std::u16string_view::npos;
}

template <sink S>
constexpr bool write_utf8(S& out, std::u16string_view text) {
    while (!text.empty()) {
        const std::size_t units = detail::utf16_units(text);
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
        const char32_t character = detail::take_utf8(text);
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
    while (!text.empty()) size += detail::take_utf8(text) >= 0x10000 ? 2U : 1U;
    return size;
}

}  // namespace tc3::inline v0_1
