// SPDX-License-Identifier: MIT
// Base64 by tables for several digits, eight digits at a time: for machines with wide registers for which there is no kernel.
#pragma once

#include <tc3/config.hpp>
#include <tc3/encoding/base64_values.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::encoding_detail {

[[nodiscard]] constexpr std::array<char, 8192> make_base64_pairs() noexcept {
    std::array<char, 8192> pairs{};
    char* to = pairs.data();
    for (const char first : base64_digits) {
        for (const char second : base64_digits) {
            *to++ = first;
            *to++ = second;
        }
    }
    return pairs;
}

/// The two digits of each number of 12 bits.
inline constexpr std::array<char, 8192> base64_pairs = make_base64_pairs();

inline constexpr std::uint32_t no_base64_digit = 0xFF000000U;

/// Returns the value of each character as digit `place` of four, within their 24 bits.
[[nodiscard]] constexpr std::array<std::uint32_t, 256> make_base64_values_at(unsigned place) noexcept {
    std::array<std::uint32_t, 256> values{};
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = base64_values[i] > 63 ? no_base64_digit : std::uint32_t{base64_values[i]} << (18 - 6 * place);
    return values;
}

inline constexpr std::array<std::array<std::uint32_t, 256>, 4> base64_values_at{make_base64_values_at(0), make_base64_values_at(1),
                                                                                make_base64_values_at(2), make_base64_values_at(3)};

inline void put_base64_pair(std::uint64_t number, char* to) noexcept {
    std::memcpy(to, &base64_pairs[static_cast<std::size_t>(2 * number)], 2);
}

/// Encodes groups of three bytes as long as eight bytes can be read and eight digits can be written, and returns the number of bytes.
[[nodiscard]] inline std::size_t encode_base64_words(std::string_view bytes, std::span<char> to) noexcept {
    std::size_t done = 0;
    for (std::size_t used = 0; bytes.size() - done >= 8 && to.size() - used >= 8; done += 6, used += 8) {
        const char* in = bytes.data() + done;
        const auto byte = [in](std::size_t i) { return std::uint64_t{static_cast<std::uint8_t>(in[i])}; };
        // Eight bytes are read, since compilers make one instruction of that.
        const std::uint64_t bits =
            byte(0) << 56U | byte(1) << 48U | byte(2) << 40U | byte(3) << 32U | byte(4) << 24U | byte(5) << 16U | byte(6) << 8U | byte(7);
        put_base64_pair(bits >> 52U, to.data() + used);
        put_base64_pair(bits >> 40U & 0xFFFU, to.data() + used + 2);
        put_base64_pair(bits >> 28U & 0xFFFU, to.data() + used + 4);
        put_base64_pair(bits >> 16U & 0xFFFU, to.data() + used + 6);
    }
    return done;
}

inline void put_base64_bytes(std::uint32_t bits, char* to) noexcept {
    to[0] = static_cast<char>(bits >> 16U);
    to[1] = static_cast<char>(bits >> 8U & 0xFFU);
    to[2] = static_cast<char>(bits & 0xFFU);
}

/// Decodes digits as long as eight can be read, and returns the number of digits. It stops before eight characters of which one is no
/// digit. `to` must have room for the bytes of all digits.
[[nodiscard]] inline std::size_t decode_base64_words(std::string_view text, std::span<char> to) noexcept {
    std::size_t done = 0;
    for (std::size_t used = 0; text.size() - done >= 8 && to.size() - used >= 6; done += 8, used += 6) {
        const char* digits = text.data() + done;
        const auto value = [digits](std::size_t i) { return base64_values_at[i % 4][static_cast<std::uint8_t>(digits[i])]; };
        const std::uint32_t first = value(0) | value(1) | value(2) | value(3);
        const std::uint32_t second = value(4) | value(5) | value(6) | value(7);
        if ((first | second) >= no_base64_digit) break;
        put_base64_bytes(first, to.data() + used);
        put_base64_bytes(second, to.data() + used + 3);
    }
    return done;
}

}  // namespace tc3::inline TC3_NAMESPACE::encoding_detail
