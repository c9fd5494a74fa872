// SPDX-License-Identifier: MIT
// From decimal digits to the nearest double, by one exact division of big numbers.
#pragma once

#include <tc3/json/big_number.hpp>
#include <tc3/json/decimal.hpp>
#include <tc3/json/double_bits.hpp>

#include <cstddef>
#include <cstdint>

namespace tc3::inline TC3_NAMESPACE::json::detail {

/// Returns the bits of the double nearest to a number without its sign, ties to even; infinity_bits or more if it is too large.
constexpr std::uint64_t nearest_bits(const decimal& number) noexcept;

/// The number of digits that are kept. The middle between two doubles has at most 768 significant digits, so the digits after these decide
/// only whether a number is larger than a middle: it is enough to know whether they are zero.
inline constexpr std::size_t deciding_digits = 770;

// The widest dividend has 771 digits, the widest divisor is 5^(771 + 323): see significant_digits() and nearest_bits(). round_ratio() adds
// one bit, rounds up to whole limbs and adds a limb. 10^n has at most n * 3.322 + 1 bits, 5^n at most n * 2.322 + 1.
static_assert((deciding_digits + 1) * 3322 / 1000 + 1 >= (deciding_digits + 1 + 323) * 2322 / 1000 + 1);
static_assert((deciding_digits + 1) * 3322 / 1000 + 1 + 1 + 31 + 32 <= big_number::capacity * 32);

/// Returns the significant digits as an integer, and sets `exponent` so that integer * 10^exponent is the number. A single 1 replaces all
/// digits after the first 770.
constexpr big_number significant_digits(const decimal& number, std::int64_t& exponent) noexcept {
    const std::size_t count = number.last - number.first;
    const std::size_t used = count > deciding_digits ? deciding_digits : count;

    big_number value(0);
    std::uint32_t group = 0;  // of up to nine digits, which fit a limb
    std::uint32_t scale = 1;
    for (std::size_t i = 0; i < used; ++i) {
        group = group * 10 + number.digit(number.first + i);
        scale *= 10;
        if (scale < 1000000000 && i + 1 < used) continue;
        value.multiply_add(scale, group);
        group = 0;
        scale = 1;
    }
    const bool shortened = used < count;
    if (shortened) value.multiply_add(10, 1);
    exponent = number.magnitude() - static_cast<std::int64_t>(used) - (shortened ? 1 : 0);
    return value;
}

/// Returns the bits of the double nearest to a value, ties to even. The value is quotient * 2^exponent, or a little more if `inexact`; the
/// quotient has 63 or 64 bits.
constexpr std::uint64_t round_to_bits(std::uint64_t quotient, int exponent, bool inexact) noexcept {
    // A double keeps the first 53 bits, and none below 2^lowest_exponent.
    const int wanted_exponent = exponent + bit_count(quotient) - 53;
    const int last_exponent = wanted_exponent < lowest_exponent ? lowest_exponent : wanted_exponent;
    const int dropped = last_exponent - exponent;  // 10 or more
    if (dropped > 64) return 0;                    // below half of the lowest subnormal

    const std::uint64_t half = std::uint64_t{1} << (dropped - 1);
    const std::uint64_t rest = quotient & (half - 1 + half);
    std::uint64_t significand = dropped == 64 ? 0 : quotient >> dropped;
    const bool is_odd = significand % 2 != 0;
    if (rest > half || (rest == half && (inexact || is_odd))) ++significand;

    // The exponent field of a normal number is last_exponent - lowest_exponent + 1; the sum gets the 1 from the hidden bit of the
    // significand. A subnormal has no hidden bit and the field 0. A carry to 54 bits adds 2 and leaves zeros: the next power of two.
    return (static_cast<std::uint64_t>(last_exponent - lowest_exponent) << 52U) + significand;
}

/// Returns the bits of the double nearest to dividend / divisor * 2^exponent. Changes both numbers.
constexpr std::uint64_t round_ratio(big_number& dividend, big_number& divisor, int exponent) noexcept {
    // The divisor is shifted to whole limbs, as divide() requires, and the dividend to one bit less: their ratio is between 1/4 and 1. Two
    // limbs of the quotient then hold 63 or 64 significant bits, ten or more beyond those of a double; the remainder decides ties.
    const std::size_t dividend_width = dividend.bit_width() + 1;
    const std::size_t wider = dividend_width > divisor.bit_width() ? dividend_width : divisor.bit_width();
    const std::size_t width = (wider + 31) / 32 * 32;
    const std::size_t dividend_shift = width - dividend_width;
    const std::size_t divisor_shift = width - divisor.bit_width();
    divisor.shift_left(divisor_shift);
    dividend.shift_left(dividend_shift + 32);
    const std::uint64_t high = dividend.divide(divisor);
    dividend.shift_left(32);
    const std::uint64_t low = dividend.divide(divisor);
    const int scale = static_cast<int>(divisor_shift) - static_cast<int>(dividend_shift) - 64;
    return round_to_bits(high << 32U | low, exponent + scale, !dividend.is_zero());
}

constexpr std::uint64_t nearest_bits(const decimal& number) noexcept {
    if (number.is_zero() || number.magnitude() < -323) return 0;  // less than half the lowest subnormal, 4.9e-324
    if (number.magnitude() > 309) return infinity_bits;
    std::int64_t power = 0;
    big_number dividend = significant_digits(number, power);
    big_number divisor(1);
    big_number& scaled = power < 0 ? divisor : dividend;
    scaled.multiply_by_power_of_5(static_cast<std::size_t>(power < 0 ? -power : power));
    return round_ratio(dividend, divisor, static_cast<int>(power));  // 10^power is 5^power * 2^power
}

}  // namespace tc3::inline TC3_NAMESPACE::json::detail
