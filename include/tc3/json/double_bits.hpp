// SPDX-License-Identifier: MIT
// The layout of a double as IEEE 754 defines it: a sign bit, 11 bits of exponent, 52 bits of significand.
#pragma once

#include <tc3/config.hpp>

#include <bit>
#include <cstdint>
#include <limits>

namespace tc3::inline TC3_NAMESPACE::json::detail {

static_assert(std::numeric_limits<double>::is_iec559 && sizeof(double) == 8, "tc3 needs doubles of 64 bits as IEEE 754 defines them");

inline constexpr std::uint64_t sign_bit = std::uint64_t{1} << 63U;
inline constexpr std::uint64_t hidden_bit = std::uint64_t{1} << 52U;  ///< the first of the 53 bits of a normal number; not stored
inline constexpr std::uint64_t infinity_bits = std::uint64_t{2047} << 52U;
inline constexpr int lowest_exponent = -1074;  ///< the exponent of the last bit of a subnormal: the lowest double is 2^-1074

// The compiler's own function: std::bit_cast is missing in libc++ 13 (emscripten 3.1, NDK 23, Xcode 13).
constexpr std::uint64_t bits_of(double number) noexcept { return __builtin_bit_cast(std::uint64_t, number); }
constexpr double double_of(std::uint64_t bits) noexcept { return __builtin_bit_cast(double, bits); }

/// Returns the number of bits that a value needs. std::bit_width has another return type in some standard libraries.
constexpr int bit_count(std::uint64_t value) noexcept { return 64 - std::countl_zero(value); }

}  // namespace tc3::inline TC3_NAMESPACE::json::detail
