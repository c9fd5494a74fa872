// SPDX-License-Identifier: MIT
// UTF-8, the encoding of all text in the API: is a text well-formed, and how is a character spelled (Unicode, 3.9, table 3-7).
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/sink.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace tc3::inline v0_1 {

/// The size of the longest well-formed beginning, where the first sequence starts that is not UTF-8; npos if there is none.
/// Overlong forms, surrogates, values beyond U+10FFFF and cut sequences are refused. Linear; ASCII goes by eight bytes at a time.
[[nodiscard]] constexpr std::size_t find_invalid_utf8(const std::string_view& text) noexcept;

/// Writes one character in one to four bytes. What is no character, a surrogate or a value beyond U+10FFFF, becomes U+FFFD.
template <sink S>
constexpr void write_utf8(S& out, char32_t character);

/// A character in UTF-8.
struct utf8_bytes {
    std::array<char, 4> text{};
    std::size_t size = 0;
};

/// Returns the UTF-8 of a character; U+FFFD for a surrogate or a value beyond U+10FFFF.
[[nodiscard]] constexpr utf8_bytes encode_utf8(char32_t character) noexcept;

/// Takes the first character from a text that is not empty. Takes one byte, and returns U+FFFD, where the text does not begin with a
/// well-formed sequence.
[[nodiscard]] constexpr char32_t take_utf8(std::string_view& text) noexcept;

namespace encoding_detail {

/// How many of the first bytes are ASCII, counted in whole words.
[[nodiscard]] TC3_NOINLINE inline std::size_t count_ascii_words(std::string_view text) noexcept {
    std::size_t at = 0;
    for (std::uint64_t word = 0; text.size() - at >= sizeof word; at += sizeof word) {
        std::memcpy(&word, text.data() + at, sizeof word);
        if ((word & 0x8080808080808080U) != 0) break;
    }
    return at;
}

/// The same, but none at compile time, where memory can't be read as words, and none where words are short and gain nothing.
constexpr std::size_t ascii_words(std::string_view text) noexcept {
    if (std::is_constant_evaluated() || sizeof(std::size_t) < sizeof(std::uint64_t)) return 0;
    return count_ascii_words(text);
}

/// The size of a sequence by its first byte, 0 for a byte that starts none.
constexpr std::size_t utf8_size(std::uint8_t lead) noexcept {
    if (lead < 0x80) return 1;
    if (lead < 0xC2 || lead > 0xF4) return 0;
    if (lead < 0xE0) return 2;
    return lead < 0xF0 ? 3 : 4;
}

/// Whether the second byte keeps the value in range: not overlong, no surrogate, not beyond U+10FFFF.
constexpr bool utf8_second_fits(std::uint8_t lead, std::uint8_t second) noexcept {
    switch (lead) {
        case 0xE0: return second >= 0xA0;
        case 0xED: return second <= 0x9F;
        case 0xF0: return second >= 0x90;
        case 0xF4: return second <= 0x8F;
        default: return true;
    }
}

/// The size of the sequence at the front of a text, 0 if it is not well-formed.
constexpr std::size_t utf8_sequence(std::string_view text) noexcept {
    const auto lead = static_cast<std::uint8_t>(text[0]);
    const std::size_t size = utf8_size(lead);
    if (size == 0 || text.size() < size) return 0;
    for (std::size_t i = 1; i < size; ++i) {
        if ((static_cast<std::uint8_t>(text[i]) & 0xC0U) != 0x80U) return 0;
    }
    return size == 1 || utf8_second_fits(lead, static_cast<std::uint8_t>(text[1])) ? size : 0;
}

[[nodiscard]] TC3_NOINLINE constexpr std::size_t find_no_utf8_sequence(const std::string_view& text) noexcept {
    const auto rest = [text](std::size_t at) { return std::string_view(text.data() + at, text.size() - at); };
    std::size_t at = ascii_words(text);
    while (at < text.size()) {
        const std::size_t size = utf8_sequence(rest(at));
        if (size == 0) return at;
        at += size;
        if (size > 1) at += ascii_words(rest(at));
    }
    return std::string_view::npos;
}

}  // namespace encoding_detail

constexpr std::size_t find_invalid_utf8(const std::string_view& text) noexcept { return encoding_detail::find_no_utf8_sequence(text); }

constexpr utf8_bytes encode_utf8(char32_t character) noexcept {
    const bool surrogate = character >= 0xD800 && character <= 0xDFFF;
    const std::uint32_t value = surrogate || character > 0x10FFFF ? 0xFFFDU : static_cast<std::uint32_t>(character);
    utf8_bytes made{.size = value < 0x80 ? 1U : value < 0x800 ? 2U : value < 0x10000 ? 3U : 4U};
    // The mark of the first byte: none, 110, 1110, 11110; the others are 10 and six bits.
    const std::uint32_t mark = made.size == 1 ? 0U : 0xF00U >> made.size & 0xFFU;
    for (std::size_t i = 0; i < made.size; ++i) {
        const std::uint32_t bits = value >> (6 * (made.size - 1 - i));
        made.text[i] = static_cast<char>(i == 0 ? mark | bits : 0x80U | (bits & 0x3FU));
    }
    return made;
}

constexpr char32_t take_utf8(std::string_view& text) noexcept {
    const auto byte = [&text](std::size_t at) { return static_cast<std::uint32_t>(static_cast<std::uint8_t>(text[at])); };
    const std::uint32_t lead = byte(0);
    const std::size_t size = lead < 0x80 ? 1 : encoding_detail::utf8_sequence(text);
    char32_t character = U'\uFFFD';
    if (size == 1) character = lead;
    if (size == 2) character = (lead & 0x1FU) << 6U | (byte(1) & 0x3FU);
    if (size == 3) character = (lead & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
    if (size == 4) character = (lead & 0x07U) << 18U | (byte(1) & 0x3FU) << 12U | (byte(2) & 0x3FU) << 6U | (byte(3) & 0x3FU);
    text.remove_prefix(size == 0 ? 1 : size);
    return character;
}

template <sink S>
constexpr void write_utf8(S& out, char32_t character) {
    const utf8_bytes bytes = encode_utf8(character);
    out.append(std::string_view(bytes.text.data(), bytes.size));
}

}  // namespace tc3::inline v0_1
