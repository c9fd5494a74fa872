// SPDX-License-Identifier: MIT
// Base64 with NEON, which every AArch64 processor has: 64 digits at a time. The code in base64.hpp that follows a kernel is its
// specification: a kernel leaves to it the end of the text, and a block in which a character is no digit.
#pragma once

#include <tc3/core/processor.hpp>
#include <tc3/encoding/base64_values.hpp>

#if defined(TC3_ARM_KERNELS)

#include <arm_neon.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::encoding_detail {

[[nodiscard]] inline uint8x16x4_t load_64(const void* bytes) noexcept {
    const auto* from = static_cast<const std::uint8_t*>(bytes);
    return {{vld1q_u8(from), vld1q_u8(from + 16), vld1q_u8(from + 32), vld1q_u8(from + 48)}};
}

/// Replaces each character by its value as a digit. Sets the top bit of a byte of `wrong` where a character is no digit.
[[nodiscard]] inline uint8x16_t base64_values_of(uint8x16_t characters, const uint8x16x4_t& first, const uint8x16x4_t& second,
                                                 uint8x16_t& wrong) noexcept {
    // The tables are the two quarters of base64_values that hold ASCII; beyond its 64 entries a table gives 0.
    const uint8x16_t from_64 = veorq_u8(characters, vdupq_n_u8(64));
    const uint8x16_t values = vorrq_u8(vqtbl4q_u8(first, characters), vqtbl4q_u8(second, from_64));
    wrong = vorrq_u8(wrong, vorrq_u8(characters, vaddq_u8(values, values)));
    return values;
}

/// Encodes groups of three bytes as long as 48 bytes can be read and 64 digits can be written, and returns the number of bytes.
[[nodiscard]] inline std::size_t encode_base64_neon(std::string_view bytes, std::span<char> to) noexcept {
    const uint8x16x4_t digits = load_64(base64_digits.data());
    const uint8x16_t six_bits = vdupq_n_u8(63);
    std::size_t done = 0;
    for (std::size_t used = 0; bytes.size() - done >= 48 && to.size() - used >= 64; done += 48, used += 64) {
        const uint8x16x3_t in = vld3q_u8(reinterpret_cast<const std::uint8_t*>(bytes.data()) + done);
        uint8x16x4_t out;
        out.val[0] = vqtbl4q_u8(digits, vshrq_n_u8(in.val[0], 2));
        out.val[1] = vqtbl4q_u8(digits, vandq_u8(vsliq_n_u8(vshrq_n_u8(in.val[1], 4), in.val[0], 4), six_bits));
        out.val[2] = vqtbl4q_u8(digits, vandq_u8(vsliq_n_u8(vshrq_n_u8(in.val[2], 6), in.val[1], 2), six_bits));
        out.val[3] = vqtbl4q_u8(digits, vandq_u8(in.val[2], six_bits));
        vst4q_u8(reinterpret_cast<std::uint8_t*>(to.data()) + used, out);
    }
    return done;
}

/// Decodes digits as long as 64 can be read and 48 bytes can be written, and returns the number of digits. It stops before a block with
/// another character.
[[nodiscard]] inline std::size_t decode_base64_neon(std::string_view text, std::span<char> to) noexcept {
    const uint8x16x4_t first = load_64(base64_values.data());
    const uint8x16x4_t second = load_64(base64_values.data() + 64);
    std::size_t done = 0;
    for (std::size_t used = 0; text.size() - done >= 64 && to.size() - used >= 48; done += 64, used += 48) {
        const uint8x16x4_t in = vld4q_u8(reinterpret_cast<const std::uint8_t*>(text.data()) + done);
        uint8x16_t wrong = vdupq_n_u8(0);
        const uint8x16_t a = base64_values_of(in.val[0], first, second, wrong);
        const uint8x16_t b = base64_values_of(in.val[1], first, second, wrong);
        const uint8x16_t c = base64_values_of(in.val[2], first, second, wrong);
        const uint8x16_t d = base64_values_of(in.val[3], first, second, wrong);
        if (vmaxvq_u8(wrong) > 127) break;
        uint8x16x3_t out;
        out.val[0] = vsliq_n_u8(vshrq_n_u8(b, 4), a, 2);
        out.val[1] = vsliq_n_u8(vshrq_n_u8(c, 2), b, 4);
        out.val[2] = vsliq_n_u8(d, c, 6);
        vst3q_u8(reinterpret_cast<std::uint8_t*>(to.data()) + used, out);
    }
    return done;
}

/// Returns the number of digits at the beginning of a text, as far as they fill blocks of 64 characters.
[[nodiscard]] inline std::size_t count_base64_digits_neon(std::string_view text) noexcept {
    const uint8x16x4_t first = load_64(base64_values.data());
    const uint8x16x4_t second = load_64(base64_values.data() + 64);
    std::size_t done = 0;
    for (; text.size() - done >= 64; done += 64) {
        const uint8x16x4_t in = load_64(text.data() + done);
        uint8x16_t wrong = vdupq_n_u8(0);
        for (const uint8x16_t characters : in.val) static_cast<void>(base64_values_of(characters, first, second, wrong));
        if (vmaxvq_u8(wrong) > 127) break;
    }
    return done;
}

}  // namespace tc3::inline TC3_NAMESPACE::encoding_detail

#endif
