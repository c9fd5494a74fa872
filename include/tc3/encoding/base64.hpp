// SPDX-License-Identifier: MIT
// Base64 with the standard alphabet and padding, the form of images and videos in the API. Source: RFC 4648, 4.
#pragma once

#include <tc3/core/bytes.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/processor.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/encoding/base64_kernel.hpp>
#include <tc3/encoding/base64_values.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

namespace tc3::inline TC3_NAMESPACE {

/// Returns the size of the base64 text of `bytes` bytes.
[[nodiscard]] constexpr std::size_t base64_size(std::size_t bytes) noexcept { return bytes / 3 * 4 + (bytes % 3 == 0 ? 0 : 4); }

/// Writes bytes as base64, in pieces of up to 4096 characters, 256 where registers are not wide.
template <sink S>
constexpr void write_base64(S& out, bytes_view bytes);
/// Writes the bytes of a string_view as base64, in pieces of up to 4096 characters, 256 where registers are not wide.
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

/// Encodes `count` bytes, one to three, as four characters.
template <class Byte>
constexpr void encode_base64_group(const Byte* bytes, std::size_t count, char* to) noexcept {
    std::uint32_t bits = 0;  // 24 bits, the first byte on top
    for (std::size_t i = 0; i < 3; ++i) bits = bits << 8U | (i < count ? static_cast<std::uint8_t>(bytes[i]) : 0U);
    for (std::size_t i = 0; i < 4; ++i) to[i] = i > count ? '=' : base64_digits[bits >> (18 - 6 * i) & 63U];
}

/// Encodes bytes until `to` is full, and returns the number of bytes. `to` must have a multiple of four characters.
template <class Byte>
constexpr std::size_t encode_base64_piece(std::span<const Byte> bytes, std::span<char> to) noexcept {
    std::size_t done = 0;
    if constexpr (has_wide_registers) {
        if (!std::is_constant_evaluated()) done = encode_base64_blocks(as_text(bytes), to);
    }
    for (; done < bytes.size() && base64_size(done) < to.size(); done += 3) {
        const std::size_t count = bytes.size() - done < 3 ? bytes.size() - done : 3;
        encode_base64_group(bytes.data() + done, count, to.data() + base64_size(done));
    }
    return done < bytes.size() ? done : bytes.size();
}

// A template, since a constant expression cannot view characters as bytes.
template <sink S, class Byte>
constexpr void write_base64_of(S& out, std::span<const Byte> bytes) {
    char piece[has_wide_registers ? 4096 : 256];
    while (!bytes.empty()) {
        const std::size_t done = encode_base64_piece(bytes, std::span<char>(piece));
        out.append(std::string_view(piece, base64_size(done)));
        bytes = bytes.subspan(done);
    }
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
    encoding_detail::write_base64_of(out, bytes);
}

template <sink S>
constexpr void write_base64(S& out, std::string_view bytes) {
    encoding_detail::write_base64_of(out, std::span<const char>(bytes.data(), bytes.size()));
}

constexpr std::size_t base64_decoded_size(std::string_view text) noexcept {
    return text.size() / 4 * 3 - encoding_detail::base64_padding(text);
}

constexpr result<std::size_t, error> decode_base64(std::string_view text, std::span<char> to) noexcept {
    const std::size_t needed = base64_decoded_size(text);
    if (to.size() < needed)
        return unexpected(error{.code = errc::buffer_too_small, .part = "buffer", .needed = needed, .limit = to.size()});

    std::size_t group = 0;  // the position of a group of four characters
    if constexpr (has_wide_registers) {
        if (!std::is_constant_evaluated()) group = encoding_detail::decode_base64_blocks(text, to.first(needed));
    }
    std::size_t used = group / 4 * 3;
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
