// SPDX-License-Identifier: MIT
// The compression function of SHA-256 (FIPS 180-4, 6.2.2) in plain C++, usable at compile time. It is the specification of the kernels in
// sha_256_x86.hpp and sha_256_arm.hpp.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/secret.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>

namespace tc3::inline TC3_NAMESPACE::crypto::detail {

/// The intermediate hash value: the words H0 to H7.
using sha_256_state = std::array<std::uint32_t, 8>;
/// A block as words, of which the first byte is the most significant one.
using sha_256_words = std::array<std::uint32_t, 16>;

// The first 32 bits of the fractional parts of the square roots of the first 8 primes (FIPS 180-4, 5.3.3).
inline constexpr sha_256_state initial_state{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                             0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

// The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2).
// Aligned for kernels, which load four of them at a time.
alignas(16) inline constexpr std::array<std::uint32_t, 64> round_constants{
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be,
    0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa,
    0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85,
    0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3,
    0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f,
    0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

[[nodiscard]] constexpr std::uint32_t load_big_endian(const std::uint8_t* bytes) noexcept {
    return (std::uint32_t{bytes[0]} << 24) | (std::uint32_t{bytes[1]} << 16) | (std::uint32_t{bytes[2]} << 8) | std::uint32_t{bytes[3]};
}

constexpr void store_big_endian(std::uint8_t* bytes, std::uint32_t word) noexcept {
#if defined(__GNUC__)
    // g++ 12 would make vectors of single bytes of the stores below.
    if (!std::is_constant_evaluated() && std::endian::native == std::endian::little) {
        word = __builtin_bswap32(word);
        std::memcpy(bytes, &word, sizeof word);
        return;
    }
#endif
    bytes[0] = static_cast<std::uint8_t>(word >> 24U);
    bytes[1] = static_cast<std::uint8_t>(word >> 16U);
    bytes[2] = static_cast<std::uint8_t>(word >> 8U);
    bytes[3] = static_cast<std::uint8_t>(word);
}

/// Writes the bytes of a digest.
constexpr void store_words(std::uint8_t* to, const sha_256_state& words) noexcept {
    for (std::size_t i = 0; i < words.size(); ++i) store_big_endian(to + 4 * i, words[i]);
}

// The message schedule overwrites the block, as a ring of 16 words, to save stack: word t replaces word t - 16.
TC3_ALWAYS_INLINE constexpr void schedule(sha_256_words& words, std::size_t i) noexcept {
    const std::uint32_t w15 = words[(i + 1) % 16];
    const std::uint32_t w2 = words[(i + 14) % 16];
    words[i] += (std::rotr(w15, 7) ^ std::rotr(w15, 18) ^ (w15 >> 3U)) + words[(i + 9) % 16] +
                (std::rotr(w2, 17) ^ std::rotr(w2, 19) ^ (w2 >> 10U));
}

/// Adds a block to the state, in a loop of one round: little code. The block, which may be a key, can be computed from what is left in
/// `words`: the caller wipes it.
constexpr void compress_words(sha_256_state& state, sha_256_words& words) noexcept {
    sha_256_state s = state;  // the working variables a to h: an array, which can be wiped
    for (std::size_t first = 0; first < 64; first += 16) {
        // The inner loop of 16 rounds lets compilers keep the array in registers.
        for (std::size_t i = 0; i < 16; ++i) {
            if (first != 0) schedule(words, i);
            const std::uint32_t choice = s[6] ^ (s[4] & (s[5] ^ s[6]));
            const std::uint32_t majority = (s[0] & s[1]) | (s[2] & (s[0] | s[1]));
            const std::uint32_t t1 =
                s[7] + (std::rotr(s[4], 6) ^ std::rotr(s[4], 11) ^ std::rotr(s[4], 25)) + choice + round_constants[first + i] + words[i];
            const std::uint32_t t2 = (std::rotr(s[0], 2) ^ std::rotr(s[0], 13) ^ std::rotr(s[0], 22)) + majority;
            s = {t1 + t2, s[0], s[1], s[2], s[3] + t1, s[4], s[5], s[6]};
        }
    }
    for (std::size_t i = 0; i < state.size(); ++i) state[i] += s[i];
    wipe(s);
}

/// Does one round. FIPS 180-4 then moves each working variable to the next one; here the caller names them one step further, so that
/// nothing is moved and only two variables change.
TC3_ALWAYS_INLINE constexpr void do_round(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t& d, std::uint32_t e,
                                          std::uint32_t f, std::uint32_t g, std::uint32_t& h, std::uint32_t addend) noexcept {
    h += (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) + (g ^ (e & (f ^ g))) + addend;
    d += h;
    h += (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) | (c & (a | b)));
}

/// Does 16 rounds, with the constants of these rounds. The first 16 use the block itself, the others the next 16 words of its schedule.
template <bool Scheduled>
TC3_ALWAYS_INLINE constexpr void do_16_rounds(sha_256_state& state, sha_256_words& words, const std::uint32_t* constants) noexcept {
    auto& [a, b, c, d, e, f, g, h] = state;
    const auto addend = [&](std::size_t i) {
        if constexpr (Scheduled) schedule(words, i);
        return constants[i] + words[i];
    };
    // Written out: in a loop, each word would need its index at run time.
    do_round(a, b, c, d, e, f, g, h, addend(0));
    do_round(h, a, b, c, d, e, f, g, addend(1));
    do_round(g, h, a, b, c, d, e, f, addend(2));
    do_round(f, g, h, a, b, c, d, e, addend(3));
    do_round(e, f, g, h, a, b, c, d, addend(4));
    do_round(d, e, f, g, h, a, b, c, addend(5));
    do_round(c, d, e, f, g, h, a, b, addend(6));
    do_round(b, c, d, e, f, g, h, a, addend(7));
    do_round(a, b, c, d, e, f, g, h, addend(8));
    do_round(h, a, b, c, d, e, f, g, addend(9));
    do_round(g, h, a, b, c, d, e, f, addend(10));
    do_round(f, g, h, a, b, c, d, e, addend(11));
    do_round(e, f, g, h, a, b, c, d, addend(12));
    do_round(d, e, f, g, h, a, b, c, addend(13));
    do_round(c, d, e, f, g, h, a, b, addend(14));
    do_round(b, c, d, e, f, g, h, a, addend(15));
}

/// Adds whole blocks to the state: 16 rounds without a loop, so that the working variables stay in registers.
TC3_NOINLINE constexpr void compress_portable(sha_256_state& state, const std::uint8_t* blocks, std::size_t count) noexcept {
    sha_256_words words{};
    sha_256_state s{};
    for (; count > 0; --count, blocks += 64) {
        for (std::size_t i = 0; i < words.size(); ++i) words[i] = load_big_endian(blocks + 4 * i);
        s = state;
        do_16_rounds<false>(s, words, round_constants.data());
        for (std::size_t first = 16; first < 64; first += 16) do_16_rounds<true>(s, words, round_constants.data() + first);
        for (std::size_t i = 0; i < state.size(); ++i) state[i] += s[i];
    }
    wipe(words);  // the block, which may be a key, can be computed from either
    wipe(s);
}

}  // namespace tc3::inline TC3_NAMESPACE::crypto::detail
