// SPDX-License-Identifier: MIT
// Base64 with the standard alphabet and padding, the form of images and videos in the API. Source: RFC 4648, 4.
#pragma once

#include <tc3/core/bytes.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/sink.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE {

/// Returns the size of the base64 text of `bytes` bytes.
[[nodiscard]] constexpr std::size_t base64_size(std::size_t bytes) noexcept { return bytes / 3 * 4 + (bytes % 3 == 0 ? 0 : 4); }

/// Writes bytes as base64, in pieces of up to 256 characters.
template <sink S>
constexpr void write_base64(S& out, bytes_view bytes);
/// Writes the bytes of a string_view as base64, in pieces of up to 256 characters.
template <sink S>
constexpr void write_base64(S& out, std::string_view bytes);

/// Returns the number of bytes that a well-formed text encodes. Only the size and the padding of the text are read.
[[nodiscard]] constexpr std::size_t base64_decoded_size(std::string_view text) noexcept;

/// Decodes a text into `to` and returns the number of bytes.
///
/// Each sequence of bytes has exactly one valid text: without blanks and line ends, with padding, and with zeros in the unused bits of the
/// last digit.
///
/// Errors: buffer_too_small if `to` has less than base64_decoded_size(text) bytes; forbidden_character at the position of a character that
/// is not a digit, of padding in the wrong place, or of a last digit with an unused bit that is set; unexpected_end at the end of a text
/// with an incomplete group of four characters. The content of `to` is then unspecified.
/// Cost: linear; no allocation.
[[nodiscard]] constexpr result<std::size_t, error> decode_base64(std::string_view text, std::span<char> to) noexcept;

namespace encoding_detail {

inline constexpr std::string_view base64_digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

[[nodiscard]] constexpr std::array<std::uint8_t, 256> make_base64_values() noexcept {
    std::array<std::uint8_t, 256> values{};
    for (std::uint8_t& value : values) value = 64;
    for (std::size_t i = 0; i < base64_digits.size(); ++i)
        values[static_cast<std::uint8_t>(base64_digits[i])] = static_cast<std::uint8_t>(i);
    return values;
}

/// The value of each character as a digit; 64 for a character that is not a digit.
inline constexpr std::array<std::uint8_t, 256> base64_values = make_base64_values();

constexpr std::uint32_t base64_value(char digit) noexcept { return base64_values[static_cast<std::uint8_t>(digit)]; }

/// Encodes `count` bytes, one to three, as four characters.
template <class Byte>
constexpr void encode_base64_group(const Byte* bytes, std::size_t count, char* to) noexcept {
    std::uint32_t bits = 0;  // 24 bits, the first byte on top
    for (std::size_t i = 0; i < 3; ++i) bits = bits << 8U | (i < count ? static_cast<std::uint8_t>(bytes[i]) : 0U);
    for (std::size_t i = 0; i < 4; ++i) to[i] = i > count ? '=' : base64_digits[bits >> (18 - 6 * i) & 63U];
}

// A template, since a constant expression cannot view characters as bytes.
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

/// Returns the number of padding characters, 0 to 2; 0 for a text with an incomplete group of four characters.
constexpr std::size_t base64_padding(std::string_view text) noexcept {
    if (text.empty() || text.size() % 4 != 0 || text.back() != '=') return 0;
    return text[text.size() - 2] == '=' ? 2 : 1;
}

constexpr unexpected<error> base64_forbidden(std::size_t position) noexcept {
    return unexpected(error{.code = errc::forbidden_character, .position = position});
}

/// Returns the error of a text that ends in an incomplete group, which begins at `group`.
constexpr unexpected<error> base64_incomplete(std::string_view text, std::size_t group) noexcept {
    for (std::size_t position = group; position < text.size(); ++position) {
        const bool may_be_padding = text[position] == '=' && position == group + 2;
        if (base64_value(text[position]) > 63 && !may_be_padding) return base64_forbidden(position);
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
    std::size_t group = 0;  // the position of a group of four characters
    for (; text.size() - group >= 4; group += 4) {
        const bool last = text.size() - group == 4;
        const std::size_t digits = last ? 4 - encoding_detail::base64_padding(text) : 4;
        std::uint32_t bits = 0;  // 24 bits, the first digit on top
        for (std::size_t i = 0; i < digits; ++i) {
            const std::uint32_t value = encoding_detail::base64_value(text[group + i]);
            if (value > 63) return encoding_detail::base64_forbidden(group + i);
            bits |= value << (18 - 6 * i);
        }
        const std::size_t bytes = digits - 1;
        for (std::size_t i = 0; i < bytes; ++i) to[used++] = static_cast<char>(bits >> (16 - 8 * i));
        const std::uint32_t unused_bits = bits & (0xFFFFFFU >> 8 * bytes);
        if (unused_bits != 0) return encoding_detail::base64_forbidden(group + digits - 1);
    }
    if (group != text.size()) return encoding_detail::base64_incomplete(text, group);
    return used;
}

}  // namespace tc3::inline TC3_NAMESPACE
