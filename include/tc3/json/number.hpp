// SPDX-License-Identifier: MIT
// Numbers of JSON text (RFC 8259, section 6), exact in both directions and usable at compile time.
//
// std::from_chars and std::to_chars are not used: libc++ 19 lacks from_chars for double, neither is constexpr for double, and on a
// Cortex-M they cost 22 KB. Integer arithmetic gives the same bits on every machine, with any locale, rounding mode or -ffast-math.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/json/decimal.hpp>
#include <tc3/json/double_bits.hpp>
#include <tc3/json/nearest_double.hpp>
#include <tc3/json/shortest_double.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::json {

/// Returns whether the whole text is a JSON number.
[[nodiscard]] constexpr bool is_number(const std::string_view& text) noexcept;

/// Returns the value of an integer. The spelling is free: `100`, `1.0`, `1e2` and `100E-2` are integers, `-0` is 0.
///
/// Errors: bad_number at the first byte outside the grammar, a position within `text`; wrong_type for a fraction; out_of_range.
/// Cost: linear in the text.
[[nodiscard]] constexpr result<std::int64_t, error> to_int64(std::string_view text) noexcept;
[[nodiscard]] constexpr result<std::uint64_t, error> to_uint64(std::string_view text) noexcept;

/// Returns the double nearest to a number of any length and exponent, ties to even. A number too close to zero becomes zero with its sign.
///
/// Errors: bad_number as for to_int64(); out_of_range if the nearest double is an infinity.
/// Cost: linear in the text, plus a bounded time; about 1 KB of stack.
[[nodiscard]] constexpr result<double, error> to_double(std::string_view text) noexcept;

/// Writes the shortest number that reads back as the same double; of several, the nearest to it. Writes one piece of at most 25 characters.
///
/// The form is that of ECMAScript (Number::toString): `0.000001`, `100`, `1e-7`, `1e+21`; unlike there, a negative zero is `-0`.
/// Infinities and NaN, which JSON lacks, become `null`.
/// Cost: bounded time; about 1.5 KB of stack.
template <sink S>
constexpr void write_double(S& out, double number);

constexpr bool is_number(const std::string_view& text) noexcept {
    return detail::split_number(text).error_position == std::string_view::npos;
}

constexpr result<std::int64_t, error> to_int64(std::string_view text) noexcept {
    const auto number = detail::parse_decimal(text);
    if (!number) return unexpected(number.error());
    const std::uint64_t limit = (std::uint64_t{1} << 63U) - (number->negative ? 0 : 1);
    const auto magnitude = detail::to_integer(*number, limit);
    if (!magnitude) return unexpected(magnitude.error());
    return static_cast<std::int64_t>(number->negative ? 0 - *magnitude : *magnitude);
}

constexpr result<std::uint64_t, error> to_uint64(std::string_view text) noexcept {
    const auto number = detail::parse_decimal(text);
    if (!number) return unexpected(number.error());
    return detail::to_integer(*number, number->negative ? 0 : (std::numeric_limits<std::uint64_t>::max)());
}

constexpr result<double, error> to_double(std::string_view text) noexcept {
    const auto number = detail::parse_decimal(text);
    if (!number) return unexpected(number.error());
    const std::uint64_t bits = detail::nearest_bits(*number);
    if (bits >= detail::infinity_bits) return detail::number_error(errc::out_of_range);
    return detail::double_of(number->negative ? bits | detail::sign_bit : bits);
}

template <sink S>
constexpr void write_double(S& out, double number) {
    const detail::double_text text = detail::format_double(number);
    out.append(text.view());
}

}  // namespace tc3::inline TC3_NAMESPACE::json
