// SPDX-License-Identifier: MIT
// Sixteen bytes in a vector register, for functions that look for the first byte of some kind. The instructions, SSE2 or NEON, are part of
// every x86-64 and AArch64 processor.
#pragma once

#include <tc3/core/processor.hpp>

#if defined(TC3_X86_KERNELS) || defined(TC3_ARM_KERNELS)

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace tc3::inline TC3_NAMESPACE {

/// Bytes that are compared one by one: `block == '"'` has 255 in each byte that is equal, and 0 in the others.
using byte_block __attribute__((vector_size(16))) = std::uint8_t;

inline constexpr std::size_t byte_block_size = sizeof(byte_block);

/// Reads sixteen bytes, at any alignment.
[[nodiscard]] inline byte_block load_byte_block(const char* from) noexcept {
    byte_block block;
    std::memcpy(&block, from, sizeof block);
    return block;
}

/// Sets the bytes that are not ASCII.
[[nodiscard]] inline byte_block find_non_ascii(byte_block block) noexcept {
    using numbers __attribute__((vector_size(16))) = std::int8_t;
    return byte_block(numbers(block) < 0);
}

#if defined(TC3_X86_KERNELS)

/// Returns whether any byte of a comparison is set.
[[nodiscard]] inline bool any_byte(byte_block comparison) noexcept {
    using chars __attribute__((vector_size(16))) = char;
    return __builtin_ia32_pmovmskb128(chars(comparison)) != 0;
}

/// Returns the position of the first byte of a comparison that is set, or 16.
[[nodiscard]] inline std::size_t first_byte(byte_block comparison) noexcept {
    using chars __attribute__((vector_size(16))) = char;
    constexpr unsigned end = 1U << byte_block_size;
    return static_cast<std::size_t>(__builtin_ctz(static_cast<unsigned>(__builtin_ia32_pmovmskb128(chars(comparison))) | end));
}

/// Returns the position of the first byte of a comparison that is not set, or 16.
[[nodiscard]] inline std::size_t first_other_byte(byte_block comparison) noexcept {
    using chars __attribute__((vector_size(16))) = char;
    return static_cast<std::size_t>(__builtin_ctz(~static_cast<unsigned>(__builtin_ia32_pmovmskb128(chars(comparison)))));
}

#else

namespace core_detail {

/// Returns four bits for each byte of a comparison, the first byte lowest.
[[nodiscard]] inline std::uint64_t gather_bits(byte_block comparison) noexcept {
    using halves __attribute__((vector_size(16))) = std::uint16_t;
    using bytes __attribute__((vector_size(8))) = std::uint8_t;
    return std::uint64_t(__builtin_convertvector(halves(comparison) >> 4, bytes));
}

}  // namespace core_detail

/// Returns whether any byte of a comparison is set.
[[nodiscard]] inline bool any_byte(byte_block comparison) noexcept { return core_detail::gather_bits(comparison) != 0; }

/// Returns the position of the first byte of a comparison that is set, or 16.
[[nodiscard]] inline std::size_t first_byte(byte_block comparison) noexcept {
    const std::uint64_t bits = core_detail::gather_bits(comparison);
    return bits == 0 ? byte_block_size : static_cast<std::size_t>(__builtin_ctzll(bits)) / 4;
}

/// Returns the position of the first byte of a comparison that is not set, or 16.
[[nodiscard]] inline std::size_t first_other_byte(byte_block comparison) noexcept { return first_byte(~comparison); }

#endif

}  // namespace tc3::inline TC3_NAMESPACE

#endif
