// SPDX-License-Identifier: MIT
// Base64 in blocks, on machines with wide registers: by the kernel for the processor that the program runs on, or by base64_words.hpp if
// there are no kernels.
#pragma once

#include <tc3/core/processor.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/encoding/base64_arm.hpp>
#include <tc3/encoding/base64_words.hpp>
#include <tc3/encoding/base64_x86.hpp>

#include <cstddef>
#include <span>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::encoding_detail {

/// Encodes blocks at the beginning of `bytes`, and returns the number of bytes, a multiple of three. It leaves less than a block of input
/// or of room. `to` must have a multiple of four characters.
[[nodiscard]] inline std::size_t encode_base64_blocks(std::string_view bytes, std::span<char> to) noexcept {
#if defined(TC3_X86_KERNELS)
    if (!processor::has(processor::ssse3)) return 0;
    const std::size_t done = processor::has(processor::avx2) ? encode_base64_avx2(bytes, to) : 0;
    return done + encode_base64_ssse3(slice(bytes, done), to.subspan(done / 3 * 4));
#elif defined(TC3_ARM_KERNELS)
    return encode_base64_neon(bytes, to);
#else
    return base64_words<char>::encode(bytes, to);
#endif
}

/// Decodes blocks at the beginning of `text`, and returns the number of digits, a multiple of four. It leaves less than a block of input or
/// of room, or a block with another character than digits at its beginning.
[[nodiscard]] inline std::size_t decode_base64_blocks(std::string_view text, std::span<char> to) noexcept {
#if defined(TC3_X86_KERNELS)
    if (!processor::has(processor::ssse3)) return 0;
    const std::size_t done = processor::has(processor::avx2) ? decode_base64_avx2(text, to) : 0;
    return done + decode_base64_ssse3(slice(text, done), to.subspan(done / 4 * 3));
#elif defined(TC3_ARM_KERNELS)
    return decode_base64_neon(text, to);
#else
    return base64_words<char>::decode(text, to);
#endif
}

/// Returns the number of digits in whole blocks at the beginning of `text`: 0 where there is no kernel for it.
[[nodiscard]] inline std::size_t count_base64_digits([[maybe_unused]] std::string_view text) noexcept {
#if defined(TC3_X86_KERNELS)
    return processor::has(processor::avx2) ? count_base64_digits_avx2(text) : 0;
#elif defined(TC3_ARM_KERNELS)
    return count_base64_digits_neon(text);
#else
    return 0;
#endif
}

}  // namespace tc3::inline TC3_NAMESPACE::encoding_detail
