// SPDX-License-Identifier: MIT
// Hexadecimal text with lower-case digits, the form of hashes and signatures. Source: docs/tc3-signing.md 1.3.
#pragma once

#include <tc3/core/bytes.hpp>
#include <tc3/core/processor.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/encoding/hex_blocks.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

namespace tc3::inline TC3_NAMESPACE {

/// Writes two digits for each byte, in pieces of up to 64 characters: a SHA-256 hash is one piece.
template <sink S>
constexpr void write_hex(S& out, bytes_view bytes);

/// Returns two digits for each byte.
template <std::size_t N>
[[nodiscard]] constexpr std::array<char, 2 * N> to_hex(const std::array<std::uint8_t, N>& bytes) noexcept;

/// Decodes a text into `to`. Returns false if the text does not have exactly two digits, 0-9 or a-f, for each byte of `to`; the content of
/// `to` is then unspecified.
[[nodiscard]] constexpr bool from_hex(std::string_view text, std::span<std::uint8_t> to) noexcept;

/// Returns the digit for the lowest four bits of a value.
[[nodiscard]] constexpr char hex_digit(unsigned value) noexcept { return "0123456789abcdef"[value & 15U]; }

/// Returns the value of a lower-case digit, or 16 for any other character.
[[nodiscard]] constexpr unsigned hex_value(char digit) noexcept {
    if (digit >= '0' && digit <= '9') return static_cast<unsigned>(digit - '0');
    if (digit >= 'a' && digit <= 'f') return static_cast<unsigned>(digit - 'a') + 10U;
    return 16;
}

template <sink S>
constexpr void write_hex(S& out, bytes_view bytes) {
    while (!bytes.empty()) {
        std::array<char, 64> piece;
        const bytes_view part = bytes.first(bytes.size() < piece.size() / 2 ? bytes.size() : piece.size() / 2);
        std::size_t done = 0;
#if defined(TC3_X86_KERNELS) || defined(TC3_ARM_KERNELS)
        if (!std::is_constant_evaluated()) done = encoding_detail::write_hex_blocks(part.data(), part.size(), piece.data());
#endif
        std::size_t used = 2 * done;
        for (const std::uint8_t byte : part.subspan(done)) {
            piece[used++] = hex_digit(byte >> 4U);
            piece[used++] = hex_digit(byte);
        }
        out.append(std::string_view(piece.data(), used));
        bytes = bytes.subspan(used / 2);
    }
}

template <std::size_t N>
constexpr std::array<char, 2 * N> to_hex(const std::array<std::uint8_t, N>& bytes) noexcept {
    std::array<char, 2 * N> text;
    if constexpr (has_wide_registers) {
        // Two loops without a table, which compilers make vector instructions of.
        for (std::size_t i = 0; i < N; ++i) {
            text[2 * i] = static_cast<char>(bytes[i] >> 4U);
            text[2 * i + 1] = static_cast<char>(bytes[i] & 15U);
        }
        for (char& c : text) c = static_cast<char>(c + (c > 9 ? 'a' - 10 : '0'));
    } else {
        for (std::size_t i = 0; i < N; ++i) {
            text[2 * i] = hex_digit(bytes[i] >> 4U);
            text[2 * i + 1] = hex_digit(bytes[i]);
        }
    }
    return text;
}

constexpr bool from_hex(std::string_view text, std::span<std::uint8_t> to) noexcept {
    if (text.size() % 2 != 0 || text.size() / 2 != to.size()) return false;
    for (std::size_t i = 0; i < to.size(); ++i) {
        const unsigned first = hex_value(text[2 * i]);
        const unsigned second = hex_value(text[2 * i + 1]);
        if (first > 15 || second > 15) return false;
        to[i] = static_cast<std::uint8_t>(first << 4U | second);
    }
    return true;
}

}  // namespace tc3::inline TC3_NAMESPACE
