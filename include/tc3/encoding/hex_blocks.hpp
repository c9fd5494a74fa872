// SPDX-License-Identifier: MIT
// Hexadecimal digits of eight bytes at a time, by vector instructions that every x86-64 and AArch64 processor has. The loop in hex.hpp is
// the specification.
#pragma once

#include <tc3/core/processor.hpp>

#if defined(TC3_X86_KERNELS) || defined(TC3_ARM_KERNELS)

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace tc3::inline TC3_NAMESPACE::encoding_detail {

/// Writes the digits of the bytes that fill blocks of eight, and returns the number of these bytes.
[[nodiscard]] inline std::size_t write_hex_blocks(const std::uint8_t* bytes, std::size_t size, char* to) noexcept {
    using eight_bytes __attribute__((vector_size(8))) = std::uint8_t;
    using eight_pairs __attribute__((vector_size(16))) = std::uint16_t;
    using digits __attribute__((vector_size(16))) = std::int8_t;
    std::size_t done = 0;
    for (; size - done >= sizeof(eight_bytes); done += sizeof(eight_bytes)) {
        eight_bytes in;
        std::memcpy(&in, bytes + done, sizeof in);
        const auto wide = __builtin_convertvector(in, eight_pairs);
        const auto values = digits(wide >> 4 | (wide & 15) << 8);  // in memory, the upper four bits of a byte are before the lower
        const digits out = values + '0' + (digits(values > 9) & ('a' - '0' - 10));
        std::memcpy(to + 2 * done, &out, sizeof out);
    }
    return done;
}

}  // namespace tc3::inline TC3_NAMESPACE::encoding_detail

#endif
