// SPDX-License-Identifier: MIT
// The compression function of SHA-256 with the SHA-2 instructions of AArch64. sha_256_portable.hpp is its specification.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/processor.hpp>
#include <tc3/crypto/sha_256_portable.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(TC3_ARM_KERNELS)

namespace tc3::inline TC3_NAMESPACE::crypto::detail {

using four_words = std::uint32_t __attribute__((vector_size(16)));

[[nodiscard]] TC3_ALWAYS_INLINE four_words load_four(const void* memory) noexcept {
    four_words words;
    std::memcpy(&words, memory, sizeof words);
    return words;
}

/// Loads four words of a block, whose first byte is the most significant one.
[[nodiscard]] TC3_ALWAYS_INLINE four_words load_four_big_endian(const std::uint8_t* bytes) noexcept {
    four_words words = load_four(bytes);
    __asm__("rev32 %0.16b, %0.16b" : "+w"(words));
    return words;
}

/// The working variables a to d and e to h.
struct working_variables {
    four_words abcd, efgh;

    /// Does four rounds with four words of the schedule. Assembly, since <arm_neon.h> of clang 14 has these instructions only in units
    /// that are compiled for them.
    TC3_ALWAYS_INLINE void do_four_rounds(four_words words, const std::uint32_t* constants) noexcept {
        const four_words addends = words + load_four(constants);
        const four_words old_abcd = abcd;
        __asm__(".arch_extension sha2\n\tsha256h %q0, %q1, %2.4s" : "+w"(abcd) : "w"(efgh), "w"(addends));
        __asm__(".arch_extension sha2\n\tsha256h2 %q0, %q1, %2.4s" : "+w"(efgh) : "w"(old_abcd), "w"(addends));
    }
};

/// Returns the next four words of the schedule after the sixteen in `w0` to `w3`.
[[nodiscard]] TC3_ALWAYS_INLINE four_words next_four(four_words w0, four_words w1, four_words w2, four_words w3) noexcept {
    __asm__(".arch_extension sha2\n\tsha256su0 %0.4s, %1.4s\n\tsha256su1 %0.4s, %2.4s, %3.4s" : "+&w"(w0) : "w"(w1), "w"(w2), "w"(w3));
    return w0;
}

/// Adds whole blocks to the state. The processor must have the SHA-2 instructions.
TC3_NOINLINE inline void compress_arm(sha_256_state& state, const std::uint8_t* blocks, std::size_t count) noexcept {
    working_variables sum{load_four(state.data()), load_four(state.data() + 4)};
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
        sum.abcd += s.abcd;
        sum.efgh += s.efgh;
    }
    std::memcpy(state.data(), &sum.abcd, sizeof sum.abcd);
    std::memcpy(state.data() + 4, &sum.efgh, sizeof sum.efgh);
}

}  // namespace tc3::inline TC3_NAMESPACE::crypto::detail

#endif
