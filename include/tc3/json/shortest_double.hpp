// SPDX-License-Identifier: MIT
// From a double to its shortest digits, and to their text in the form of ECMAScript.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/fixed_text.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/json/big_number.hpp>
#include <tc3/json/double_bits.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::json::detail {

using double_text = fixed_text<25>;  // "-0.00000" and 17 digits

/// Returns the shortest text that reads back as the same double; "null" for an infinity or NaN.
constexpr double_text format_double(double number) noexcept;

/// The shortest digits that read back as a double.
///
/// Digits of the exact value are generated until the value of the digits so far, or that value with its last digit raised by one, lies
/// between the middles to the two neighbouring doubles.
/// Source: Steele and White, "How to Print Floating-Point Numbers Accurately" (1990), the free-format algorithm.
class shortest_digits {
public:
    /// Finds the digits of a positive finite double.
    constexpr explicit shortest_digits(std::uint64_t bits) noexcept : shortest_digits(split(bits)) {}

    /// Returns the digits d1d2d3... of 0.d1d2d3... * 10^point().
    [[nodiscard]] constexpr std::string_view digits() const& noexcept TC3_LIFETIMEBOUND { return digits_.view(); }
    std::string_view digits() const&& = delete;
    [[nodiscard]] constexpr int point() const noexcept { return point_; }

private:
    /// A double as significand * 2^exponent.
    struct parts {
        std::uint64_t significand;
        int exponent;
        /// Returns whether the gap to the double below is half the gap to the double above, as for powers of two.
        [[nodiscard]] constexpr bool is_narrow_below() const noexcept { return significand == hidden_bit && exponent > lowest_exponent; }
    };
    static constexpr parts split(std::uint64_t bits) noexcept {
        if (bits < hidden_bit) return {bits, lowest_exponent};
        return {(bits & (hidden_bit - 1)) | hidden_bit, static_cast<int>(bits >> 52U) - 1 + lowest_exponent};
    }

    // The value is rest / one * 2^exponent. It is counted in quarters, so that half of the narrow gap is an integer.
    constexpr explicit shortest_digits(parts number) noexcept
        : rest_(number.significand * 4),
          half_gap_(number.is_narrow_below() ? 1 : 2),
          one_(4),
          gap_ratio_(number.is_narrow_below() ? 2 : 1),
          middle_reads_back_(number.significand % 2 == 0 ? 1 : 0) {
        scale(number);
        while (append_digit()) next_place();
    }

    /// Scales to value = rest / one * 10^(point - 1), with a first digit from 1 to 9, and shifts `one` to whole limbs as divide() requires.
    constexpr void scale(parts number) noexcept {
        // 78913 / 2^18 is log10(2), exact enough for all doubles: the point is this one or the next.
        const int highest_bit = number.exponent + bit_count(number.significand) - 1;
        point_ = (highest_bit * 78913 >> 18) + 1;

        // 10^point is 5^point * 2^point; the powers of two are shifted together with those of the double.
        if (point_ < 0) {
            rest_.multiply_by_power_of_5(static_cast<std::size_t>(-point_));
            half_gap_.multiply_by_power_of_5(static_cast<std::size_t>(-point_));
        } else {
            one_.multiply_by_power_of_5(static_cast<std::size_t>(point_));
        }
        const int twos = number.exponent - point_;
        if (twos < 0) one_.shift_left(static_cast<std::size_t>(-twos));
        const std::size_t alignment = (32 - one_.bit_width() % 32) % 32;
        one_.shift_left(alignment);
        const std::size_t shift = alignment + (twos > 0 ? static_cast<std::size_t>(twos) : 0);
        rest_.shift_left(shift);
        half_gap_.shift_left(shift);

        if (one_reads_back()) {
            ++point_;  // the first digit is one place higher
        } else {
            next_place();
        }
    }
    /// Moves to the next decimal place: multiplies what is left by ten.
    constexpr void next_place() noexcept {
        rest_.multiply_add(10, 0);
        half_gap_.multiply_add(10, 0);
    }
    /// Returns whether the rest may be rounded up to one: whether rest + half the gap above is more than one, or is one and that middle
    /// reads back.
    [[nodiscard]] constexpr bool one_reads_back() const noexcept {
        return compare_sum(rest_, half_gap_, gap_ratio_, one_) + middle_reads_back_ > 0;
    }

    /// Appends a digit. Returns false after the last one, which is rounded to the nearest, and to the even one at a tie.
    ///
    /// A 9 is never raised: the place before it could have been raised as well, and the digits would have ended there.
    constexpr bool append_digit() noexcept {
        const std::uint32_t digit = rest_.divide(one_);
        const bool reads_back = compare(rest_, half_gap_) < middle_reads_back_;
        const bool raised_reads_back = one_reads_back();
        const bool raised_is_nearer = compare_sum(rest_, rest_, 1, one_) + static_cast<int>(digit % 2) > 0;
        const bool raise = raised_reads_back && (raised_is_nearer || !reads_back);
        write_char(digits_, static_cast<char>('0' + digit + (raise ? 1U : 0U)));
        return !reads_back && !raised_reads_back;
    }

    big_number rest_;         // what the digits so far leave of the value, as rest / one
    big_number half_gap_;     // half the gap to the double below
    big_number one_;          // 1 in the current decimal place
    std::uint8_t gap_ratio_;  // the gap above divided by the gap below
    int middle_reads_back_;   // 1 if the middle to a neighbour reads back as this double, whose significand is even then; else 0
    int point_ = 0;
    fixed_text<17> digits_;  // 17 digits identify every double
};

constexpr void append_zeros(double_text& text, int count) noexcept {
    for (; count > 0; --count) text.append("0");
}

/// Appends 0.digits * 10^point, with the point or the exponent where ECMAScript has it.
constexpr void append_digits(double_text& text, std::string_view digits, int point) noexcept {
    const auto count = static_cast<int>(digits.size());
    if (point > 21 || point < -5) {
        text.append(slice(digits, 0, 1));
        if (count > 1) text.append(".");
        text.append(slice(digits, 1));
        text.append(point > 0 ? "e+" : "e");
        write_decimal(text, point - 1);
    } else if (point <= 0) {
        text.append("0.");
        append_zeros(text, -point);
        text.append(digits);
    } else if (point >= count) {
        text.append(digits);
        append_zeros(text, point - count);
    } else {
        text.append(slice(digits, 0, static_cast<std::size_t>(point)));
        text.append(".");
        text.append(slice(digits, static_cast<std::size_t>(point)));
    }
}

constexpr double_text format_double(double number) noexcept {
    const auto signed_bits = bits_of(number);
    const std::uint64_t bits = signed_bits & ~sign_bit;
    if (bits >= infinity_bits) return double_text("null");
    double_text text(signed_bits == bits ? "" : "-");
    if (bits == 0) {
        text.append("0");
        return text;
    }
    const shortest_digits shortest(bits);
    append_digits(text, shortest.digits(), shortest.point());
    return text;
}

}  // namespace tc3::inline TC3_NAMESPACE::json::detail
