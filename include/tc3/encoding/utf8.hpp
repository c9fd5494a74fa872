// SPDX-License-Identifier: MIT
// UTF-8, the encoding of all text in the API. Source: Unicode, 3.9, table 3-7.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/processor.hpp>
#include <tc3/core/sink.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace tc3::inline TC3_NAMESPACE {

namespace encoding_detail {

/// Returns the size of a prefix of the text that is well-formed, not always of the longest: ASCII and the characters of Chinese and most
/// other scripts of Asia. Returns 0 at compile time, where memory cannot be read as words, and on 32-bit machines, where words are not
/// faster than bytes.
constexpr std::size_t common_prefix(std::string_view text) noexcept;

/// Returns the size of the sequence at the front of a text; 0 if it is not well-formed. The text must not be empty.
constexpr std::size_t utf8_sequence_size(std::string_view text) noexcept;

}  // namespace encoding_detail

/// Returns the position of the first sequence that is not well-formed UTF-8, or npos. Overlong forms, surrogates, values beyond U+10FFFF
/// and incomplete sequences are not well-formed.
///
/// Cost: linear; on 64-bit machines it reads ASCII eight bytes at a time.
[[nodiscard]] TC3_NOINLINE constexpr std::size_t find_invalid_utf8(const std::string_view& text) noexcept {
    const auto rest_from = [text](std::size_t position) { return std::string_view(text.data() + position, text.size() - position); };
    std::size_t position = encoding_detail::common_prefix(text);
    while (position < text.size()) {
        const std::size_t size = encoding_detail::utf8_sequence_size(rest_from(position));
        if (size == 0) return position;
        position += size;
        if (size > 1) position += encoding_detail::common_prefix(rest_from(position));
    }
    return std::string_view::npos;
}

/// The UTF-8 form of one character: the first `size` bytes of `text`.
struct utf8_bytes {
    std::array<char, 4> text{};
    std::size_t size = 0;
};

/// Returns the UTF-8 form of a character. A surrogate or a value beyond U+10FFFF becomes U+FFFD.
[[nodiscard]] constexpr utf8_bytes encode_utf8(char32_t character) noexcept;

/// Writes the UTF-8 form of a character: see encode_utf8().
template <sink S>
constexpr void write_utf8(S& out, char32_t character);

/// Writes a text with U+FFFD in place of each byte that is not part of a well-formed sequence.
template <sink S>
constexpr void write_repaired_utf8(S& out, std::string_view text);

/// Removes the first character from a text, which must not be empty, and returns it. If the text does not begin with a well-formed
/// sequence, removes one byte and returns U+FFFD.
[[nodiscard]] constexpr char32_t take_utf8(std::string_view& text) noexcept;

namespace encoding_detail {

/// Returns whether three bytes are a character whose second byte may be any continuation byte: its first byte is neither E0 nor ED.
[[nodiscard]] inline bool is_common_sequence(const char* text) noexcept {
    const auto byte = [text](std::size_t i) { return static_cast<unsigned>(static_cast<std::uint8_t>(text[i])); };
    return byte(0) - 0xE1U <= 0xEFU - 0xE1U && byte(0) != 0xEDU && ((byte(1) ^ 0x80U) | (byte(2) ^ 0x80U)) < 0x40U;
}

[[nodiscard]] TC3_NOINLINE inline std::size_t skip_common_characters(std::string_view text) noexcept {
    std::size_t position = 0;
    for (std::uint64_t word = 0; text.size() - position >= sizeof word;) {
        std::memcpy(&word, text.data() + position, sizeof word);
        if ((word & 0x8080808080808080U) == 0) {
            position += sizeof word;
        } else if (is_common_sequence(text.data() + position)) {
            position += 3;
        } else {
            break;
        }
    }
    return position;
}

constexpr std::size_t common_prefix(std::string_view text) noexcept {
    if (std::is_constant_evaluated() || !has_wide_registers) return 0;
    return skip_common_characters(text);
}

/// Returns the size of a sequence with this first byte; 0 for a byte that cannot be the first.
constexpr std::size_t utf8_size(std::uint8_t lead) noexcept {
    if (lead < 0x80) return 1;
    if (lead < 0xC2 || lead > 0xF4) return 0;
    if (lead < 0xE0) return 2;
    return lead < 0xF0 ? 3 : 4;
}

/// Returns whether the second byte may follow the first: the sequence is not overlong, a surrogate or beyond U+10FFFF.
constexpr bool utf8_second_fits(std::uint8_t lead, std::uint8_t second) noexcept {
    switch (lead) {
        case 0xE0: return second >= 0xA0;
        case 0xED: return second <= 0x9F;
        case 0xF0: return second >= 0x90;
        case 0xF4: return second <= 0x8F;
        default: return true;
    }
}

constexpr std::size_t utf8_sequence_size(std::string_view text) noexcept {
    const auto lead = static_cast<std::uint8_t>(text[0]);
    const std::size_t size = utf8_size(lead);
    if (size == 0 || text.size() < size) return 0;
    for (std::size_t i = 1; i < size; ++i) {
        if ((static_cast<std::uint8_t>(text[i]) & 0xC0U) != 0x80U) return 0;
    }
    return size == 1 || utf8_second_fits(lead, static_cast<std::uint8_t>(text[1])) ? size : 0;
}

TC3_NOINLINE constexpr void write_repaired_utf8(any_sink& out, std::string_view text) {
    while (!text.empty()) {
        const std::size_t invalid = find_invalid_utf8(text);
        if (invalid != 0) {
            const std::string_view valid(text.data(), invalid < text.size() ? invalid : text.size());
            out.append(valid);
            text.remove_prefix(valid.size());
        } else {
            out.append("\xEF\xBF\xBD");  // U+FFFD
            text.remove_prefix(1);
        }
    }
}

}  // namespace encoding_detail

constexpr utf8_bytes encode_utf8(char32_t character) noexcept {
    const bool surrogate = character >= 0xD800 && character <= 0xDFFF;
    const std::uint32_t value = surrogate || character > 0x10FFFF ? 0xFFFDU : static_cast<std::uint32_t>(character);
    utf8_bytes bytes{.size = value < 0x80 ? 1U : value < 0x800 ? 2U : value < 0x10000 ? 3U : 4U};
    // The first byte begins with the bits 0, 110, 1110 or 11110, by the size. The other bytes begin with 10 and hold six bits each.
    const std::uint32_t mark = bytes.size == 1 ? 0U : 0xF00U >> bytes.size & 0xFFU;
    for (std::size_t i = 0; i < bytes.size; ++i) {
        const std::uint32_t bits = value >> (6 * (bytes.size - 1 - i));
        bytes.text[i] = static_cast<char>(i == 0 ? mark | bits : 0x80U | (bits & 0x3FU));
    }
    return bytes;
}

constexpr char32_t take_utf8(std::string_view& text) noexcept {
    const auto byte = [&text](std::size_t position) { return static_cast<std::uint32_t>(static_cast<std::uint8_t>(text[position])); };
    const std::uint32_t lead = byte(0);
    const std::size_t size = lead < 0x80 ? 1 : encoding_detail::utf8_sequence_size(text);
    char32_t character = U'\uFFFD';
    if (size == 1) character = lead;
    if (size == 2) character = (lead & 0x1FU) << 6U | (byte(1) & 0x3FU);
    if (size == 3) character = (lead & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
    if (size == 4) character = (lead & 0x07U) << 18U | (byte(1) & 0x3FU) << 12U | (byte(2) & 0x3FU) << 6U | (byte(3) & 0x3FU);
    text.remove_prefix(size == 0 ? 1 : size);
    return character;
}

template <sink S>
constexpr void write_repaired_utf8(S& out, std::string_view text) {
    any_sink_of<S> to(out);
    encoding_detail::write_repaired_utf8(to, text);
}

template <sink S>
constexpr void write_utf8(S& out, char32_t character) {
    const utf8_bytes bytes = encode_utf8(character);
    out.append(std::string_view(bytes.text.data(), bytes.size));
}

}  // namespace tc3::inline TC3_NAMESPACE
