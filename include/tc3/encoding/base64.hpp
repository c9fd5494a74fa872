// SPDX-License-Identifier: MIT
// Base 64 with the standard alphabet and padding (RFC 4648, 4), the form of images and videos in the API.
#pragma once

#include <tc3/core/bytes.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/text_literal.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace tc3::inline v0_1 {

/// The size of the text for so many bytes. Exact for every size whose text fits into memory.
[[nodiscard]] constexpr std::size_t base64_size(std::size_t bytes) noexcept { return bytes / 3 * 4 + (bytes % 3 == 0 ? 0 : 4); }

/// Writes bytes, or a text's bytes, in pieces of up to 256 characters. The whole text never exists in memory.
template <sink S>
constexpr void write_base64(S& out, bytes_view bytes);
template <sink S>
constexpr void write_base64(S& out, std::string_view bytes);

/// How many bytes a text stands for, from its length and padding alone: exact if the text is well-formed.
[[nodiscard]] constexpr std::size_t base64_decoded_size(std::string_view text) noexcept;

/// Decodes into the caller's memory, and returns the number of bytes. Strict, so that each sequence of bytes has one text only: no
/// blanks, no line ends, padding required, unused bits zero. Linear, no allocation. What `to` holds after a failure is not specified.
/// Errors: buffer_too_small, before the text is read; forbidden_character at its position, also for padding out of place and for
/// the last digit if its unused bits are set; unexpected_end at the end of a text that is not whole groups of four.
[[nodiscard]] constexpr result<std::size_t, error> decode_base64(std::string_view text, std::span<char> to) noexcept;

namespace encoding_detail {

inline constexpr std::string_view base64_digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The value of each character as a digit, 64 for those that are none.
inline constexpr std::array<std::uint8_t, 256> base64_values = [] {
    std::array<std::uint8_t, 256> values{};
    for (std::uint8_t& value : values) value = 64;
    for (std::size_t i = 0; i < base64_digits.size(); ++i)
        values[static_cast<std::uint8_t>(base64_digits[i])] = static_cast<std::uint8_t>(i);
    return values;
}();

constexpr std::uint32_t base64_value(char digit) noexcept { return base64_values[static_cast<std::uint8_t>(digit)]; }

/// Writes four digits for one to three bytes at `bytes`.
template <class Byte>
constexpr void encode_base64_group(const Byte* bytes, std::size_t count, char* to) noexcept {
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < 3; ++i) bits = bits << 8U | (i < count ? static_cast<std::uint8_t>(bytes[i]) : 0U);
    for (std::size_t i = 0; i < 4; ++i) to[i] = i > count ? '=' : base64_digits[bits >> (18 - 6 * i) & 63U];
}

// A template, since text can't be seen as bytes at compile time.
template <sink S, class Byte>
constexpr void write_base64_of(S& out, const Byte* bytes, std::size_t size) {
    std::array<char, 256> piece{};
    std::size_t used = 0;
    for (std::size_t i = 0; i < size; i += 3) {
        encode_base64_group(bytes + i, size - i < 3 ? size - i : 3, piece.data() + used);
        used += 4;
        if (used < piece.size()) continue;
        out.append(std::string_view(piece.data(), used));
        used = 0;
    }
    if (used != 0) out.append(std::string_view(piece.data(), used));
}

/// How many characters at the end are padding, 0 to 2; none in a text that is not whole groups of four.
constexpr std::size_t base64_padding(std::string_view text) noexcept {
    if (text.size() % 4 != 0 || !text.ends_with('=')) return 0;
    return text.ends_with("==") ? 2 : 1;
}

constexpr unexpected<error> base64_forbidden(std::size_t at) noexcept {
    return unexpected(error{.code = errc::forbidden_character, .position = at});
}

/// Why a text, good up to a last group of fewer than four characters, is none.
constexpr unexpected<error> base64_cut_short(std::string_view text, std::size_t group) noexcept {
    for (std::size_t at = group; at < text.size(); ++at) {
        const bool may_be_padding = text[at] == '=' && at == group + 2;
        if (base64_value(text[at]) > 63 && !may_be_padding) return base64_forbidden(at);
    }
    return unexpected(error{.code = errc::unexpected_end, .position = text.size()});
}

}  // namespace encoding_detail

template <sink S>
constexpr void write_base64(S& out, bytes_view bytes) {
    encoding_detail::write_base64_of(out, bytes.data(), bytes.size());
}

template <sink S>
constexpr void write_base64(S& out, std::string_view bytes) {
    encoding_detail::write_base64_of(out, bytes.data(), bytes.size());
}

constexpr std::size_t base64_decoded_size(std::string_view text) noexcept {
    return text.size() / 4 * 3 - encoding_detail::base64_padding(text);
}

constexpr result<std::size_t, error> decode_base64(std::string_view text, std::span<char> to) noexcept {
    const std::size_t needed = base64_decoded_size(text);
    if (to.size() < needed)
        return unexpected(error{.code = errc::buffer_too_small, .part = "buffer", .needed = needed, .limit = to.size()});

    std::size_t used = 0;
    std::size_t group = 0;
    for (; text.size() - group >= 4; group += 4) {
        const bool last = text.size() - group == 4;
        const std::size_t digits = last ? 4 - encoding_detail::base64_padding(text) : 4;
        std::uint32_t bits = 0;
        for (std::size_t i = 0; i < digits; ++i) {
            const std::uint32_t value = encoding_detail::base64_value(text[group + i]);
            if (value > 63) return encoding_detail::base64_forbidden(group + i);
            bits |= value << (18 - 6 * i);
        }
        for (std::size_t i = 0; i + 1 < digits; ++i, bits = bits << 8U & 0xFFFFFFU) to[used++] = static_cast<char>(bits >> 16U);
        if (bits != 0) return encoding_detail::base64_forbidden(group + digits - 1);
    }
    if (group != text.size()) return encoding_detail::base64_cut_short(text, group);
    return used;
}

}  // namespace tc3::inline v0_1
