// SPDX-License-Identifier: MIT
// Reads numbers of the form in which nearly all are sent, such as -12 and 0.25, in one scan: at most 19 digits, no exponent. All others
// are left to number.hpp, which gives the same values and reports the errors. For machines with registers of 64 bits.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/json/double_bits.hpp>

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::json::detail {

/// The number digits / 10^places, or its negative.
struct plain_number {  // fits two registers
    std::uint64_t digits = 0;
    std::uint8_t size = 0;  ///< in bytes; 0 if the text begins with no plain number
    std::uint8_t places = 0;
    bool negative = false;
};

/// The most digits of which every number fits 64 bits.
inline constexpr std::size_t most_plain_digits = 19;

/// Returns whether a number ends before a byte, without a look at what follows the byte.
[[nodiscard]] constexpr bool ends_number(char next) noexcept { return next == ',' || next == ']' || next == '}' || ascii::is_space(next); }

/// Scans a plain number at the beginning of a text, if a byte follows it that ends a number.
[[nodiscard]] constexpr plain_number scan_plain_number(const std::string_view& text) noexcept {
    const char* next = text.data();
    const char* const end = next + text.size();
    std::uint64_t digits = 0;
    const auto take_digits = [&next, &digits, end] {
        const char* const first = next;
        for (; next != end; ++next) {
            const unsigned digit = static_cast<unsigned char>(*next) - unsigned{'0'};
            if (digit > 9) break;
            digits = digits * 10 + digit;
        }
        return static_cast<std::size_t>(next - first);
    };

    const bool negative = next != end && *next == '-';
    if (negative) ++next;
    const bool has_leading_zero = next != end && *next == '0';
    const std::size_t integer_size = take_digits();
    if (integer_size == 0 || (has_leading_zero && integer_size > 1)) return {};
    std::size_t places = 0;
    if (next != end && *next == '.') {
        ++next;
        places = take_digits();
        if (places == 0) return {};
    }
    const bool is_plain = integer_size + places <= most_plain_digits && next != end && ends_number(*next);
    if (!is_plain) return {};
    return {digits, static_cast<std::uint8_t>(next - text.data()), static_cast<std::uint8_t>(places), negative};
}

/// A product, or a dividend, of 128 bits.
struct wide_number {
    std::uint64_t high;
    std::uint64_t low;
};

[[nodiscard]] constexpr wide_number multiply(std::uint64_t a, std::uint64_t b) noexcept {
#if defined(__SIZEOF_INT128__)
    __extension__ using wide = unsigned __int128;
    const wide product = static_cast<wide>(a) * b;
    return {static_cast<std::uint64_t>(product >> 64U), static_cast<std::uint64_t>(product)};
#else
    constexpr std::uint64_t mask = 0xffffffff;
    const std::uint64_t low = (a & mask) * (b & mask);
    const std::uint64_t middle = (a >> 32U) * (b & mask) + (low >> 32U);
    const std::uint64_t other = (a & mask) * (b >> 32U) + (middle & mask);
    return {(a >> 32U) * (b >> 32U) + (middle >> 32U) + (other >> 32U), other << 32U | (low & mask)};
#endif
}

/// A power of ten, shifted left so that its highest bit is set, to divide by.
struct decimal_divisor {
    std::uint64_t value;
    std::uint64_t reciprocal;  ///< (2^128 - 1) / value - 2^64
    int shift;
};

[[nodiscard]] constexpr decimal_divisor make_divisor(std::uint64_t power) noexcept {
    const int shift = std::countl_zero(power);
    const std::uint64_t value = power << shift;
    // Long division of 2^128 - 1 - 2^64 * value, bit by bit.
    std::uint64_t rest = ~value;
    std::uint64_t reciprocal = 0;
    for (int bit = 0; bit < 64; ++bit) {
        const bool carry = rest >> 63U != 0;
        rest = rest << 1U | 1U;
        const bool fits = carry || rest >= value;
        if (fits) rest -= value;
        reciprocal = reciprocal << 1U | (fits ? 1U : 0U);
    }
    return {value, reciprocal, shift};
}

inline constexpr auto decimal_divisors = [] {
    std::array<decimal_divisor, most_plain_digits + 1> divisors{};
    std::uint64_t power = 1;
    for (decimal_divisor& each : divisors) {
        each = make_divisor(power);
        power *= 10;
    }
    return divisors;
}();

struct quotient_and_rest {
    std::uint64_t quotient;
    std::uint64_t rest;
};

/// Divides by a power of ten. The quotient must fit 64 bits.
///
/// Source: Möller and Granlund, "Improved division by invariant integers", algorithm 4.
[[nodiscard]] constexpr quotient_and_rest divide(const wide_number& dividend, const decimal_divisor& divisor) noexcept {
    const wide_number product = multiply(divisor.reciprocal, dividend.high);
    const std::uint64_t low = product.low + dividend.low;
    std::uint64_t quotient = product.high + dividend.high + (low < product.low ? 1 : 0) + 1;
    std::uint64_t rest = dividend.low - quotient * divisor.value;
    const std::uint64_t one_less = rest > low ? ~std::uint64_t{0} : 0;  // no branch: it would go either way
    quotient += one_less;
    rest += one_less & divisor.value;
    if (rest >= divisor.value) {
        ++quotient;
        rest -= divisor.value;
    }
    return {quotient, rest};
}

/// Returns the bits of the double nearest to a value, ties to even. The value is quotient * 2^exponent, or a little more if `inexact`; the
/// quotient has 63 or 64 bits, and the double is a normal number. As round_to_bits(), without its branches.
[[nodiscard]] constexpr std::uint64_t round_to_normal_bits(std::uint64_t quotient, int exponent, bool inexact) noexcept {
    const int shift = 1 - static_cast<int>(quotient >> 63U);
    const std::uint64_t first_bits = quotient << shift;
    const std::uint64_t significand = first_bits >> 11U;
    const std::uint64_t half = first_bits >> 10U & 1U;
    const std::uint64_t rest = (first_bits & 0x3ffU) | (significand & 1U) | (inexact ? 1U : 0U);
    const std::uint64_t rounding = half & (rest != 0 ? 1U : 0U);
    // A significand of 53 bits adds its hidden bit to the exponent.
    return (static_cast<std::uint64_t>(exponent - shift + 11 - lowest_exponent) << 52U) + significand + rounding;
}

/// Returns the double nearest to a number. Integer arithmetic, as in number.hpp: no rounding mode and no option of a compiler changes it.
[[nodiscard]] constexpr double nearest_double(const plain_number& number) noexcept {
    const std::uint64_t sign = number.negative ? sign_bit : 0;
    if (number.digits == 0) return double_of(sign);
    const decimal_divisor& divisor = decimal_divisors[number.places];
    const int shift = std::countl_zero(number.digits);
    const std::uint64_t dividend = number.digits << shift;
    // Both have their highest bit set, so the quotient of dividend * 2^63 has 63 or 64 bits.
    const auto [quotient, rest] = divide({dividend >> 1U, dividend << 63U}, divisor);
    return double_of(sign | round_to_normal_bits(quotient, divisor.shift - shift - 63, rest != 0));
}

/// Sets `value` to the value of a number. Returns false, and changes nothing, if the type does not have the value.
[[nodiscard]] constexpr bool assign(const plain_number& number, double& value) noexcept {
    value = nearest_double(number);
    return true;
}
template <std::integral Integer>
[[nodiscard]] constexpr bool assign(const plain_number& number, Integer& value) noexcept {
    using limits = std::numeric_limits<Integer>;
    const std::uint64_t most_negative = 0 - static_cast<std::uint64_t>((limits::min)());
    const std::uint64_t limit = number.negative ? most_negative : static_cast<std::uint64_t>((limits::max)());
    if (number.places != 0 || number.digits > limit) return false;
    value = static_cast<Integer>(number.negative ? 0 - number.digits : number.digits);
    return true;
}

}  // namespace tc3::inline TC3_NAMESPACE::json::detail
