// SPDX-License-Identifier: MIT
// MD5 (RFC 1321), by which the service names the content of files. For that alone: it protects nothing.
#pragma once

#include <tc3/encoding/hex.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tc3::inline v0_1::testing {

/// The MD5 of bytes as 32 lower-case hex digits, as in `file_info::md5`.
[[nodiscard]] inline std::string md5(std::string_view bytes);

namespace detail {

// RFC 1321, 3.4: the first 32 bits behind the point of |sin(i + 1)|, and how far each step rotates.
inline constexpr std::array<std::uint32_t, 64> md5_sines{
    0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501, 0x698098d8, 0x8b44f7af, 0xffff5bb1,
    0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821, 0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453,
    0xd8a1e681, 0xe7d3fbc8, 0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a, 0xfffa3942,
    0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70, 0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05,
    0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665, 0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d,
    0x85845dd1, 0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391};
inline constexpr std::array<std::array<int, 4>, 4> md5_turns{{{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}}};

using md5_state = std::array<std::uint32_t, 4>;

/// One step's mix of the state, and the word of the block that goes with it.
struct md5_mix {
    std::uint32_t bits;
    std::size_t word;
};

[[nodiscard]] constexpr md5_mix mix_md5(const md5_state& state, std::size_t step) noexcept {
    const auto [a, b, c, d] = state;
    switch (step / 16) {
        case 0: return {(b & c) | (~b & d), step};
        case 1: return {(b & d) | (c & ~d), (5 * step + 1) % 16};
        case 2: return {b ^ c ^ d, (3 * step + 5) % 16};
        default: return {c ^ (b | ~d), 7 * step % 16};
    }
}

constexpr void add_md5_block(md5_state& state, std::string_view block) noexcept {
    std::array<std::uint32_t, 16> words{};
    for (std::size_t i = 0; i < block.size(); ++i) {
        words[i / 4] |= std::uint32_t{static_cast<unsigned char>(block[i])} << (8 * (i % 4));
    }
    md5_state now = state;
    for (std::size_t step = 0; step < 64; ++step) {
        const md5_mix mixed = mix_md5(now, step);
        const std::uint32_t sum = now[0] + mixed.bits + md5_sines[step] + words[mixed.word];
        now = {now[3], now[1] + std::rotl(sum, md5_turns[step / 16][step % 4]), now[1], now[2]};
    }
    for (std::size_t i = 0; i < state.size(); ++i) state[i] += now[i];
}

}  // namespace detail

inline std::string md5(std::string_view bytes) {
    constexpr std::size_t block = 64;
    std::string tail(bytes.substr(bytes.size() - bytes.size() % block));
    tail.push_back('\x80');
    while (tail.size() % block != block - 8) tail.push_back('\0');
    for (unsigned shift = 0; shift < 64; shift += 8) tail.push_back(static_cast<char>(std::uint64_t{bytes.size()} * 8 >> shift & 0xffU));

    detail::md5_state state{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
    for (std::size_t i = 0; i + block <= bytes.size(); i += block) detail::add_md5_block(state, bytes.substr(i, block));
    for (std::size_t i = 0; i < tail.size(); i += block) detail::add_md5_block(state, std::string_view(tail).substr(i, block));

    std::array<std::uint8_t, 16> bytes_of_state{};
    for (std::size_t i = 0; i < bytes_of_state.size(); ++i) bytes_of_state[i] = static_cast<std::uint8_t>(state[i / 4] >> (8 * (i % 4)));
    const auto digits = to_hex(bytes_of_state);
    return {digits.data(), digits.size()};
}

}  // namespace tc3::inline v0_1::testing
