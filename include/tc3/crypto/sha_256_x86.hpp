// SPDX-License-Identifier: MIT
// The compression function of SHA-256 with the SHA instructions of x86-64. sha_256_portable.hpp is its specification.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/processor.hpp>
#include <tc3/crypto/sha_256_portable.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(TC3_X86_KERNELS)

namespace tc3::inline TC3_NAMESPACE::crypto::detail {

// Builtins of the compilers: their headers for these instructions are slow to compile.
using four_words = std::uint32_t __attribute__((vector_size(16)));
using four_signed_words = int __attribute__((vector_size(16)));  // what the builtins take
using sixteen_bytes = char __attribute__((vector_size(16)));

/// Returns four words of the eight in `low` and `high`, by their numbers.
template <std::uint32_t A, std::uint32_t B, std::uint32_t C, std::uint32_t D>
TC3_TARGET("sha,sse4.1")
TC3_ALWAYS_INLINE four_words pick(four_words low, four_words high) noexcept {
#if defined(__clang__)
    return __builtin_shufflevector(low, high, A, B, C, D);
#else
    return __builtin_shuffle(low, high, four_words{A, B, C, D});
#endif
}

TC3_TARGET("sha,sse4.1")
TC3_ALWAYS_INLINE four_words load_four(const void* memory) noexcept {
    four_words words;
    std::memcpy(&words, memory, sizeof words);
    return words;
}

/// Loads four words of a block, whose first byte is the most significant one.
TC3_TARGET("sha,sse4.1")
TC3_ALWAYS_INLINE four_words load_four_big_endian(const std::uint8_t* bytes) noexcept {
    constexpr sixteen_bytes order{3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12};
    return reinterpret_cast<four_words>(__builtin_ia32_pshufb128(reinterpret_cast<sixteen_bytes>(load_four(bytes)), order));
}

/// Does two rounds with the lower two of four words, to which the constants have been added.
TC3_TARGET("sha,sse4.1")
TC3_ALWAYS_INLINE four_words do_two_rounds(four_words cdgh, four_words abef, four_words addends) noexcept {
    return reinterpret_cast<four_words>(__builtin_ia32_sha256rnds2(reinterpret_cast<four_signed_words>(cdgh),
                                                                   reinterpret_cast<four_signed_words>(abef),
                                                                   reinterpret_cast<four_signed_words>(addends)));
}

/// The working variables in the order of the instructions: a, b, e, f and c, d, g, h, each from the most significant word down.
struct working_variables {
    four_words abef, cdgh;

    /// Does four rounds with four words of the schedule.
    TC3_TARGET("sha,sse4.1")
    TC3_ALWAYS_INLINE void do_four_rounds(four_words words, const std::uint32_t* constants) noexcept {
        const four_words addends = words + load_four(constants);
        cdgh = do_two_rounds(cdgh, abef, addends);
        abef = do_two_rounds(abef, cdgh, pick<2, 3, 2, 3>(addends, addends));
    }
};

/// Returns the next four words of the schedule after the sixteen in `w0` to `w3`.
TC3_TARGET("sha,sse4.1")
TC3_ALWAYS_INLINE four_words next_four(four_words w0, four_words w1, four_words w2, four_words w3) noexcept {
    const auto first = __builtin_ia32_sha256msg1(reinterpret_cast<four_signed_words>(w0), reinterpret_cast<four_signed_words>(w1));
    const four_words sum = reinterpret_cast<four_words>(first) + pick<1, 2, 3, 4>(w2, w3);
    return reinterpret_cast<four_words>(
        __builtin_ia32_sha256msg2(reinterpret_cast<four_signed_words>(sum), reinterpret_cast<four_signed_words>(w3)));
}

/// Adds whole blocks to the state. The processor must have the SHA instructions.
///
/// Not inlined: next to code for AVX, whose upper halves of registers are in use, each SHA instruction would be many times slower. For the
/// same reason vzeroupper comes first, in any unit that runs on a processor with AVX: the caller's code may have used AVX.
TC3_TARGET("sha,sse4.1")
TC3_NOINLINE inline void compress_x86(sha_256_state& state, const std::uint8_t* blocks, std::size_t count) noexcept {
    // The registers are named for GCC, which may keep values of the caller in those that a function does not use (-fipa-ra).
    if (processor::has(processor::avx)) {
        __asm__ __volatile__("vzeroupper"
                             :
                             :
                             : "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8", "xmm9", "xmm10", "xmm11", "xmm12",
                               "xmm13", "xmm14", "xmm15");
    }
    const four_words abcd = load_four(state.data());
    const four_words efgh = load_four(state.data() + 4);
    working_variables sum{pick<5, 4, 1, 0>(abcd, efgh), pick<7, 6, 3, 2>(abcd, efgh)};
    for (; count > 0; --count, blocks += 64) {
        working_variables s = sum;
        four_words w0 = load_four_big_endian(blocks);
        four_words w1 = load_four_big_endian(blocks + 16);
        four_words w2 = load_four_big_endian(blocks + 32);
        four_words w3 = load_four_big_endian(blocks + 48);
        const std::uint32_t* constants = round_constants.data();
        s.do_four_rounds(w0, constants);
        s.do_four_rounds(w1, constants + 4);
        s.do_four_rounds(w2, constants + 8);
        s.do_four_rounds(w3, constants + 12);
        for (int i = 0; i < 3; ++i) {
            constants += 16;
            w0 = next_four(w0, w1, w2, w3);
            s.do_four_rounds(w0, constants);
            w1 = next_four(w1, w2, w3, w0);
            s.do_four_rounds(w1, constants + 4);
            w2 = next_four(w2, w3, w0, w1);
            s.do_four_rounds(w2, constants + 8);
            w3 = next_four(w3, w0, w1, w2);
            s.do_four_rounds(w3, constants + 12);
        }
        sum.abef += s.abef;
        sum.cdgh += s.cdgh;
    }
    const four_words new_abcd = pick<3, 2, 7, 6>(sum.abef, sum.cdgh);
    const four_words new_efgh = pick<1, 0, 5, 4>(sum.abef, sum.cdgh);
    std::memcpy(state.data(), &new_abcd, sizeof new_abcd);
    std::memcpy(state.data() + 4, &new_efgh, sizeof new_efgh);
}

}  // namespace tc3::inline TC3_NAMESPACE::crypto::detail

#endif
