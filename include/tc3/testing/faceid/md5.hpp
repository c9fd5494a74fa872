// SPDX-License-Identifier: MIT
// MD5 (RFC 1321), which the service uses as the checksum of files. It protects nothing against an attacker.
#pragma once

#include <tc3/config.hpp>
#include <tc3/encoding/hex.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::testing {

/// Returns the MD5 of bytes as 32 lower-case hex digits, the form of `file_info::md5_`.
[[nodiscard]] std::string md5_of(std::string_view bytes);

namespace faceid_detail {

inline constexpr std::size_t md5_block_size = 64;

/// The first 32 bits of the fraction of |sin(step + 1)|, for each step (RFC 1321, 3.4).
inline constexpr std::array<std::uint32_t, 64> md5_sines{
    0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501, 0x698098d8, 0x8b44f7af, 0xffff5bb1,
    0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821, 0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453,
    0xd8a1e681, 0xe7d3fbc8, 0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a, 0xfffa3942,
    0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70, 0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05,
    0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665, 0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d,
    0x85845dd1, 0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391};
/// The rotation of each step: one row per round, which repeats every four steps.
inline constexpr std::array<std::array<unsigned, 4>, 4> md5_rotations{{{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}}};

using md5_state = std::array<std::uint32_t, 4>;

/// The round function of a step, computed, and the index of the word that the step adds.
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
    md5_state current = state;
    for (std::size_t step = 0; step < md5_sines.size(); ++step) {
        const md5_mix mix = mix_md5(current, step);
        const unsigned rotation = md5_rotations[step / 16][step % 4];  // the type for std::rotl differs between standard libraries
        const std::uint32_t sum = current[0] + mix.bits + md5_sines[step] + words[mix.word];
        current = {current[3], current[1] + (sum << rotation | sum >> (32 - rotation)), current[1], current[2]};
    }
    for (std::size_t i = 0; i < state.size(); ++i) state[i] += current[i];
}

constexpr void add_md5_blocks(md5_state& state, std::string_view blocks) noexcept {
    for (; blocks.size() >= md5_block_size; blocks.remove_prefix(md5_block_size)) add_md5_block(state, blocks.substr(0, md5_block_size));
}

}  // namespace faceid_detail

}  // namespace tc3::inline TC3_NAMESPACE::testing

#if defined(TC3_BODIES)

namespace tc3::inline TC3_NAMESPACE::testing {

namespace faceid_detail {

/// Returns the last one or two blocks: the rest of the bytes, a one bit, zeros, and the size in bits (RFC 1321, 3.1 and 3.2).
[[nodiscard]] inline std::string padded_md5_tail(std::string_view bytes) {
    std::string tail(bytes.substr(bytes.size() - bytes.size() % md5_block_size));
    tail.push_back('\x80');
    while (tail.size() % md5_block_size != md5_block_size - 8) tail.push_back('\0');
    const std::uint64_t bits = std::uint64_t{bytes.size()} * 8;
    for (unsigned shift = 0; shift < 64; shift += 8) tail.push_back(static_cast<char>(bits >> shift & 0xffU));
    return tail;
}

}  // namespace faceid_detail

TC3_FUNCTION std::string md5_of(std::string_view bytes) {
    faceid_detail::md5_state state{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
    faceid_detail::add_md5_blocks(state, bytes);
    faceid_detail::add_md5_blocks(state, faceid_detail::padded_md5_tail(bytes));

    std::array<std::uint8_t, 16> digest{};
    for (std::size_t i = 0; i < digest.size(); ++i) digest[i] = static_cast<std::uint8_t>(state[i / 4] >> (8 * (i % 4)));
    const auto digits = to_hex(digest);
    return {digits.data(), digits.size()};
}

}  // namespace tc3::inline TC3_NAMESPACE::testing

#endif  // TC3_BODIES
