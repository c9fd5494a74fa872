// SPDX-License-Identifier: MIT
// The bits of a double. std::bit_cast is missing in libc++ 13; the compilers have its function.
#pragma once

#include <cstdint>

namespace support {

constexpr std::uint64_t bits_of(double number) { return __builtin_bit_cast(std::uint64_t, number); }
constexpr double double_of(std::uint64_t bits) { return __builtin_bit_cast(double, bits); }

}  // namespace support
