// SPDX-License-Identifier: MIT
#include "sha_instructions.hpp"

#include <cstring>

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>
#endif

namespace bench::sha_instructions {

#if defined(__x86_64__)

#define TARGET __attribute__((target("sha,ssse3,sse4.1"), noinline))

namespace {

alignas(16) constexpr std::array<std::uint32_t, 64> round_constants{
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be,
    0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa,
    0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85,
    0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3,
    0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f,
    0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

/// Compresses `count` blocks, which are `step` bytes apart.
TARGET void compress(std::array<std::uint32_t, 8>& state, const unsigned char* block, std::size_t count, std::size_t step) noexcept {
    const __m128i reversed = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    const __m128i low = _mm_shuffle_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(state.data())), 0xB1);
    const __m128i high = _mm_shuffle_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(state.data() + 4)), 0x1B);
    __m128i abef = _mm_alignr_epi8(low, high, 8);
    __m128i cdgh = _mm_blend_epi16(high, low, 0xF0);
    for (; count > 0; --count, block += step) {
        const __m128i abef_before = abef;
        const __m128i cdgh_before = cdgh;
        __m128i words[4];
        for (int i = 0; i < 4; ++i) {
            words[i] = _mm_shuffle_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i*>(block + 16 * i)), reversed);
        }
#pragma GCC unroll 16
        for (int i = 0; i < 16; ++i) {
            __m128i& now = words[i % 4];
            if (i >= 4) {
                const __m128i middle = _mm_alignr_epi8(words[(i + 3) % 4], words[(i + 2) % 4], 4);
                const __m128i sum = _mm_add_epi32(_mm_sha256msg1_epu32(now, words[(i + 1) % 4]), middle);
                now = _mm_sha256msg2_epu32(sum, words[(i + 3) % 4]);
            }
            const __m128i sum = _mm_add_epi32(now, _mm_load_si128(reinterpret_cast<const __m128i*>(round_constants.data() + 4 * i)));
            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 0x0E));
        }
        abef = _mm_add_epi32(abef, abef_before);
        cdgh = _mm_add_epi32(cdgh, cdgh_before);
    }
    const __m128i abef_reversed = _mm_shuffle_epi32(abef, 0x1B);
    const __m128i cdgh_swapped = _mm_shuffle_epi32(cdgh, 0xB1);
    _mm_storeu_si128(reinterpret_cast<__m128i*>(state.data()), _mm_blend_epi16(abef_reversed, cdgh_swapped, 0xF0));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(state.data() + 4), _mm_alignr_epi8(cdgh_swapped, abef_reversed, 8));
}

}  // namespace

bool available() noexcept {
    unsigned a = 0;
    unsigned b = 0;
    unsigned c = 0;
    unsigned d = 0;
    return __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (b >> 29U & 1U) != 0;
}

#else

namespace {

void compress(std::array<std::uint32_t, 8>&, const unsigned char*, std::size_t, std::size_t) noexcept {}

}  // namespace

bool available() noexcept { return false; }

#endif

void chain(std::array<std::uint32_t, 8>& state, const unsigned char* block, std::size_t count) noexcept {
    compress(state, block, count, 0);
}

void sha_256(std::string_view text, unsigned char* digest) noexcept {
    std::array<std::uint32_t, 8> state{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    const std::size_t whole = text.size() / 64;
    const std::size_t rest = text.size() % 64;
    compress(state, reinterpret_cast<const unsigned char*>(text.data()), whole, 64);

    unsigned char end[128] = {};
    std::memcpy(end, text.data() + whole * 64, rest);
    end[rest] = 0x80;
    const std::size_t blocks = rest < 56 ? 1 : 2;
    const std::uint64_t bits = __builtin_bswap64(std::uint64_t{text.size()} * 8);
    std::memcpy(end + blocks * 64 - sizeof bits, &bits, sizeof bits);
    compress(state, end, blocks, 64);
    for (std::size_t i = 0; i < state.size(); ++i) {
        const std::uint32_t word = __builtin_bswap32(state[i]);
        std::memcpy(digest + 4 * i, &word, sizeof word);
    }
}

}  // namespace bench::sha_instructions
