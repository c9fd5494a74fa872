// SPDX-License-Identifier: MIT
// The text of a JSON number as decimal digits and a power of ten.
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/text_scanner.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::json::detail {

/// The significant digits of a number, without a zero at either end, times ten to the power of `exponent`.
///
/// Lifetime: refers to the text of the number.
struct decimal {
    std::string_view integer;   ///< the digits before the point
    std::string_view fraction;  ///< the digits after the point
    std::size_t first = 0;      ///< the index of the first significant digit in `integer` followed by `fraction`
    std::size_t last = 0;       ///< the index after the last one; equal to `first` for zero
    std::int64_t exponent = 0;  ///< of the last significant digit
    bool negative = false;

    /// Returns the digit at an index in `integer` followed by `fraction`.
    [[nodiscard]] constexpr std::uint32_t digit(std::size_t i) const noexcept {
        return static_cast<std::uint32_t>((i < integer.size() ? integer[i] : fraction[i - integer.size()]) - '0');
    }
    [[nodiscard]] constexpr bool is_zero() const noexcept { return first == last; }
    /// Returns n for a value from 10^(n-1) up to, but not including, 10^n.
    [[nodiscard]] constexpr std::int64_t magnitude() const noexcept { return exponent + static_cast<std::int64_t>(last - first); }
};

/// The parts of a JSON number, as far as the text follows the grammar (RFC 8259, section 6).
///
/// Lifetime: refers to the text of the number.
struct number_parts {
    std::string_view integer = {};
    std::string_view fraction = {};
    std::string_view exponent = {};                       ///< the digits without the sign
    std::size_t error_position = std::string_view::npos;  ///< the first byte outside the grammar; npos for a number
    bool negative = false;
    bool exponent_negative = false;
};

constexpr number_parts split_number(const std::string_view& text) noexcept {
    number_parts parts;
    text_scanner scanner(text);
    const auto skip = [&scanner](char c) { return scanner.skip(std::string_view(&c, 1)); };
    const auto take_digits = [&scanner](std::string_view& digits) {
        digits = scanner.take_while(ascii::is_digit);
        return !digits.empty();
    };

    parts.negative = skip('-');
    bool well_formed = take_digits(parts.integer);
    if (parts.integer.size() > 1 && parts.integer.front() == '0') {
        parts.error_position = parts.negative ? 2 : 1;  // no digit may follow a leading zero
        return parts;
    }
    if (well_formed && skip('.')) well_formed = take_digits(parts.fraction);
    if (well_formed && (skip('e') || skip('E'))) {
        parts.exponent_negative = skip('-');
        if (!parts.exponent_negative) skip('+');
        well_formed = take_digits(parts.exponent);
    }
    if (!well_formed || !scanner.empty()) parts.error_position = text.size() - scanner.rest().size();
    return parts;
}

constexpr unexpected<error> number_error(errc code, std::size_t position = 0) noexcept {
    return unexpected(error{.code = code, .position = position});
}

/// Returns the value of the digits of an exponent, at most 2^60: no text in memory has enough digits to bring such a number back into the
/// range of a double.
constexpr std::int64_t exponent_value(std::string_view digits) noexcept {
    constexpr std::int64_t limit = std::int64_t{1} << 60;
    std::int64_t value = 0;
    for (const char digit : digits) value = value < limit / 10 ? value * 10 + (digit - '0') : limit;
    return value;
}

/// Parses a number. Errors: bad_number at the first byte outside the grammar.
constexpr result<decimal, error> parse_decimal(std::string_view text) noexcept {
    const number_parts parts = split_number(text);
    if (parts.error_position != std::string_view::npos) return number_error(errc::bad_number, parts.error_position);
    decimal number{.integer = parts.integer, .fraction = parts.fraction, .negative = parts.negative};
    const std::int64_t exponent = exponent_value(parts.exponent);
    number.exponent = parts.exponent_negative ? -exponent : exponent;

    number.last = number.integer.size() + number.fraction.size();
    while (number.first < number.last && number.digit(number.first) == 0) ++number.first;
    while (number.first < number.last && number.digit(number.last - 1) == 0) --number.last;
    number.exponent += static_cast<std::int64_t>(number.integer.size()) - static_cast<std::int64_t>(number.last);
    return number;
}

/// Returns the value of an integer without its sign. Errors: wrong_type for a fraction; out_of_range above `limit`.
constexpr result<std::uint64_t, error> to_integer(const decimal& number, std::uint64_t limit) noexcept {
    if (number.is_zero()) return std::uint64_t{0};
    if (number.exponent < 0) return number_error(errc::wrong_type);  // the last significant digit, never 0, is after the point
    if (number.magnitude() > 20) return number_error(errc::out_of_range);
    std::uint64_t value = 0;
    const auto places = static_cast<std::size_t>(number.magnitude());
    for (std::size_t i = number.first; i < number.first + places; ++i) {
        const std::uint64_t digit = i < number.last ? number.digit(i) : 0;
        if (digit > limit || value > (limit - digit) / 10) return number_error(errc::out_of_range);
        value = value * 10 + digit;
    }
    return value;
}

}  // namespace tc3::inline TC3_NAMESPACE::json::detail
