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
#include <cstring>
#include <limits>
#include <string_view>
#include <type_traits>

namespace tc3::inline TC3_NAMESPACE::json::detail {

/// The number digits / 10^places, or its negative.
struct plain_number {  // fits two registers
    std::uint64_t digits = 0;
    std::uint8_t size = 0;  ///< in bytes; 0 if the text begins with no plain number
    std::uint8_t places = 0;
    bool negative = false;
};

/// Every number of at most this many digits fits 64 bits.
inline constexpr std::size_t most_plain_digits = 19;

/// Returns whether a number ends before a byte, without a look at what follows the byte.
[[nodiscard]] constexpr bool ends_number(char next) noexcept { return next == ',' || next == ']' || next == '}' || ascii::is_space(next); }

/// Digits at the beginning of a text.
struct digit_run {
    std::uint64_t value = 0;  ///< modulo 2^64
    std::size_t size = 0;
};

[[nodiscard]] constexpr digit_run scan_digits_one_by_one(const char* first, const char* end, digit_run run) noexcept {
    for (first += run.size; first != end && ascii::is_digit(*first); ++first, ++run.size) {
        run.value = run.value * 10 + static_cast<std::uint64_t>(*first - '0');
    }
    return run;
}

inline constexpr auto powers_of_ten = []() {
    std::array<std::uint64_t, most_plain_digits + 1> powers{1};
    for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
    return powers;
}();

/// Returns the number of the bytes before the first one that is no digit. The first byte is in the lowest bits.
[[nodiscard]] constexpr unsigned count_digits(std::uint64_t word) noexcept {
    // A byte is a digit, 0x30 plus 0 to 9, if neither its value nor the value plus 6 has a bit above the lowest four. Up to the first byte
    // that is none, no sum reaches the next byte.
    const std::uint64_t values = word ^ 0x3030303030303030U;
    const std::uint64_t others = (values | (values + 0x0606060606060606U)) & 0xf0f0f0f0f0f0f0f0U;
    return static_cast<unsigned>(std::countr_zero(others)) / 8;
}

/// Returns the value of the first `count` digits of a word, the first one in the lowest bits.
[[nodiscard]] constexpr std::uint64_t value_of_digits(std::uint64_t word, unsigned count) noexcept {
    if (count == 0) return 0;
    // Zeros take the place of the missing digits before the first one. Then pairs of neighbours are joined: to numbers of two digits, of
    // four and of eight.
    std::uint64_t value = (word << (64 - 8 * count)) & 0x0f0f0f0f0f0f0f0fU;
    value = (value * 10 + (value >> 8U)) & 0x00ff00ff00ff00ffU;
    value = (value * 100 + (value >> 16U)) & 0x0000ffff0000ffffU;
    return (value * 10000 + (value >> 32U)) & 0xffffffffU;
}

/// Scans digits, eight at a time.
[[nodiscard]] constexpr digit_run scan_digits(const char* first, const char* end) noexcept {
    digit_run run;
    if (!std::is_constant_evaluated() && std::endian::native == std::endian::little) {
        std::uint64_t word = 0;
        while (static_cast<std::size_t>(end - first) - run.size >= sizeof word) {
            std::memcpy(&word, first + run.size, sizeof word);
            const unsigned count = count_digits(word);
            run.value = run.value * powers_of_ten[count] + value_of_digits(word, count);
            run.size += count;
            if (count < sizeof word) return run;
        }
    }
    return scan_digits_one_by_one(first, end, run);
}

/// Scans a plain number at the beginning of a text, if a byte follows it that ends a number.
[[nodiscard]] constexpr plain_number scan_plain_number(const std::string_view& text) noexcept {
    const char* next = text.data();
    const char* const end = next + text.size();
    const bool negative = next != end && *next == '-';
    if (negative) ++next;
    const bool has_leading_zero = next != end && *next == '0';
    const digit_run integer = scan_digits(next, end);
    if (integer.size == 0 || (has_leading_zero && integer.size > 1) || integer.size > most_plain_digits) return {};
    next += integer.size;
    std::uint64_t digits = integer.value;
    std::size_t places = 0;
    if (next != end && *next == '.') {
        const digit_run fraction = scan_digits(++next, end);
        places = fraction.size;
        if (places == 0 || integer.size + places > most_plain_digits) return {};
        next += places;
        digits = digits * powers_of_ten[places] + fraction.value;
    }
    if (next == end || !ends_number(*next)) return {};
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

inline constexpr auto decimal_divisors = []() {
    std::array<decimal_divisor, most_plain_digits + 1> divisors{};
    for (std::size_t i = 0; i < divisors.size(); ++i) divisors[i] = make_divisor(powers_of_ten[i]);
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
    const std::uint64_t correction_mask = rest > low ? ~std::uint64_t{0} : 0;  // no branch: it would go either way
    quotient += correction_mask;
    rest += correction_mask & divisor.value;
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
