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

/// Base64 of characters of type char. A template, so that its tables take no time to compile where they are not used.
template <class Character>
struct base64_words {
    /// Encodes groups of three bytes as long as eight bytes can be read and eight digits can be written, and returns the number of bytes.
    [[nodiscard]] static std::size_t encode(std::string_view bytes, std::span<Character> to) noexcept {
        std::size_t done = 0;
        for (std::size_t used = 0; bytes.size() - done >= 8 && to.size() - used >= 8; done += 6, used += 8) {
            const char* in = bytes.data() + done;
            const auto byte = [in](std::size_t i) { return std::uint64_t{static_cast<std::uint8_t>(in[i])}; };
            // Eight bytes are read, since compilers make one instruction of that.
            const std::uint64_t bits = byte(0) << 56U | byte(1) << 48U | byte(2) << 40U | byte(3) << 32U | byte(4) << 24U | byte(5) << 16U |
                                       byte(6) << 8U | byte(7);
            put_pair(bits >> 52U, to.data() + used);
            put_pair(bits >> 40U & 0xFFFU, to.data() + used + 2);
            put_pair(bits >> 28U & 0xFFFU, to.data() + used + 4);
            put_pair(bits >> 16U & 0xFFFU, to.data() + used + 6);
        }
        return done;
    }

    /// Decodes digits as long as eight can be read and six bytes can be written, and returns the number of digits. It stops before eight
    /// characters of which one is no digit.
    [[nodiscard]] static std::size_t decode(std::string_view text, std::span<Character> to) noexcept {
        std::size_t done = 0;
        for (std::size_t used = 0; text.size() - done >= 8 && to.size() - used >= 6; done += 8, used += 6) {
            const char* digits = text.data() + done;
            const auto value = [digits](std::size_t i) { return values[i % 4][static_cast<std::uint8_t>(digits[i])]; };
            const std::uint32_t first = value(0) | value(1) | value(2) | value(3);
            const std::uint32_t second = value(4) | value(5) | value(6) | value(7);
            if ((first | second) >= no_digit) break;
            put_bytes(first, to.data() + used);
            put_bytes(second, to.data() + used + 3);
        }
        return done;
    }

private:
    static constexpr std::uint32_t no_digit = 0xFF000000U;

    static constexpr std::array<Character, 8192> make_pairs() noexcept {
        std::array<Character, 8192> made{};
        Character* to = made.data();
        for (const char first : base64_digits) {
            for (const char second : base64_digits) {
                *to++ = first;
                *to++ = second;
            }
        }
        return made;
    }
    static constexpr std::array<std::uint32_t, 256> make_values(unsigned place) noexcept {
        std::array<std::uint32_t, 256> made{};
        for (std::size_t i = 0; i < made.size(); ++i)
            made[i] = base64_values[i] > 63 ? no_digit : std::uint32_t{base64_values[i]} << (18 - 6 * place);
        return made;
    }

    static void put_pair(std::uint64_t number, Character* to) noexcept { std::memcpy(to, &pairs[static_cast<std::size_t>(2 * number)], 2); }
    static void put_bytes(std::uint32_t bits, Character* to) noexcept {
        to[0] = static_cast<Character>(bits >> 16U);
        to[1] = static_cast<Character>(bits >> 8U & 0xFFU);
        to[2] = static_cast<Character>(bits & 0xFFU);
    }

    static const std::array<Character, 8192> pairs;                     ///< the two digits of each number of 12 bits
    static const std::array<std::array<std::uint32_t, 256>, 4> values;  ///< of each character, at each place of four in 24 bits
};

template <class Character>
constexpr std::array<Character, 8192> base64_words<Character>::pairs = make_pairs();
template <class Character>
constexpr std::array<std::array<std::uint32_t, 256>, 4> base64_words<Character>::values{make_values(0), make_values(1), make_values(2),
                                                                                        make_values(3)};

}  // namespace tc3::inline TC3_NAMESPACE::encoding_detail
