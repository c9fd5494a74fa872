// SPDX-License-Identifier: MIT
// Numbers of JSON text, exact both ways. Whole-number arithmetic only: the same bits on every machine, whatever the locale, the rounding
// mode or the compiler's liberties with floating point.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/fixed_text.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/json/big_number.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

namespace tc3::inline v0_1::json {

/// Whether a text is a number, whole, in the grammar of RFC 8259, 6.
[[nodiscard]] constexpr bool is_number(const std::string_view& text) noexcept;

/// The value of a number that is whole and fits, however it is spelled: `100`, `1.0`, `1e2` and `100E-2` are whole, `-0` is 0.
/// Errors: bad_number at the first byte outside the grammar; wrong_type for a fraction; out_of_range. Linear in the text alone.
[[nodiscard]] constexpr result<std::int64_t, error> to_int64(std::string_view text) noexcept;
[[nodiscard]] constexpr result<std::uint64_t, error> to_uint64(std::string_view text) noexcept;

/// The double nearest to a number of any length and exponent, ties to even; what is too little for a subnormal becomes a zero with its
/// sign. Errors: bad_number at the first byte outside the grammar; out_of_range where the nearest would be an infinity.
/// Linear in the text plus a bounded time; uses about 1 KB of stack.
[[nodiscard]] constexpr result<double, error> to_double(std::string_view text) noexcept;

/// Writes the shortest number that reads back as the same double, and of these the nearest to it, in one piece of up to 25 characters.
/// The form is ECMAScript's (Number::toString), `0.000001`, `100`, `1e-7`, `1e+21`, but a negative zero keeps its sign: `-0`.
/// JSON has no infinities and no NaN: these become `null`. Bounded time; uses about 1.5 KB of stack.
template <sink S>
constexpr void write_double(S& out, double number);

namespace detail {

static_assert(std::numeric_limits<double>::is_iec559 && sizeof(double) == 8, "tc3 needs doubles of 64 bits as IEEE 754 has them");

inline constexpr std::uint64_t sign_bit = std::uint64_t{1} << 63U;
inline constexpr std::uint64_t hidden_bit = std::uint64_t{1} << 52U;  // the first of the 53 bits, which a double does not store
inline constexpr std::uint64_t infinity_bits = std::uint64_t{2047} << 52U;
inline constexpr int lowest_exponent = -1074;  // of the last bit of the 53, as of subnormals

/// A number as its text has it: significant digits, without a zero at either end, times ten to the power of `exponent`.
struct decimal {
    std::string_view whole;     ///< the digits before the point
    std::string_view fraction;  ///< the digits after it
    std::size_t first = 0;      ///< the first significant digit, counted through both
    std::size_t last = 0;       ///< one past the last; equal to `first` for zero
    std::int64_t exponent = 0;
    bool negative = false;

    [[nodiscard]] constexpr std::uint32_t digit(std::size_t i) const noexcept {
        return static_cast<std::uint32_t>((i < whole.size() ? whole[i] : fraction[i - whole.size()]) - '0');
    }
    [[nodiscard]] constexpr bool is_zero() const noexcept { return first == last; }
    /// For a value from 10^(n-1) to below 10^n: n.
    [[nodiscard]] constexpr std::int64_t magnitude() const noexcept { return exponent + static_cast<std::int64_t>(last - first); }
};

constexpr unexpected<error> number_error(errc code, std::size_t at = 0) noexcept { return unexpected(error{.code = code, .position = at}); }

/// The parts of a number's text (RFC 8259, 6), up to its end or to the first byte outside the grammar.
struct number_parts {
    std::string_view whole = {};
    std::string_view fraction = {};
    std::string_view exponent = {};
    std::size_t error = std::string_view::npos;  ///< where the grammar was left
    bool negative = false;
    bool exponent_negative = false;
};

constexpr number_parts split_number(const std::string_view& text) noexcept {
    number_parts parts;
    std::size_t at = 0;
    const auto take = [&](char c) {
        const bool there = at < text.size() && text[at] == c;
        if (there) ++at;
        return there;
    };
    const auto take_digits = [&](std::string_view& digits) {
        const std::size_t start = at;
        while (at < text.size() && ascii::is_digit(text[at])) ++at;
        digits = std::string_view(text.data() + start, at - start);
        return at != start;
    };

    parts.negative = take('-');
    bool well_formed = take_digits(parts.whole);
    if (parts.whole.size() > 1 && parts.whole.front() == '0') {
        at -= parts.whole.size() - 1;
        well_formed = false;
    }
    if (well_formed && take('.')) well_formed = take_digits(parts.fraction);
    if (well_formed && (take('e') || take('E'))) {
        parts.exponent_negative = take('-');
        if (!parts.exponent_negative) take('+');
        well_formed = take_digits(parts.exponent);
    }
    if (!well_formed || at != text.size()) parts.error = at;
    return parts;
}

/// The value of an exponent's digits, cut off where every number is beyond all doubles, however many digits it has.
constexpr std::int64_t exponent_value(std::string_view digits) noexcept {
    constexpr std::int64_t limit = std::int64_t{1} << 60;
    std::int64_t value = 0;
    for (const char digit : digits) value = value < limit / 10 ? value * 10 + (digit - '0') : limit;
    return value;
}

constexpr result<decimal, error> parse_decimal(std::string_view text) noexcept {
    const number_parts parts = split_number(text);
    if (parts.error != std::string_view::npos) return number_error(errc::bad_number, parts.error);
    decimal number{.whole = parts.whole, .fraction = parts.fraction, .negative = parts.negative};
    const std::int64_t exponent = exponent_value(parts.exponent);
    number.exponent = parts.exponent_negative ? -exponent : exponent;

    number.last = number.whole.size() + number.fraction.size();
    while (number.first < number.last && number.digit(number.first) == 0) ++number.first;
    while (number.first < number.last && number.digit(number.last - 1) == 0) --number.last;
    number.exponent += static_cast<std::int64_t>(number.whole.size()) - static_cast<std::int64_t>(number.last);
    return number;
}

/// The value without its sign, if it is whole and not above `limit`.
constexpr result<std::uint64_t, error> whole_value(const decimal& number, std::uint64_t limit) noexcept {
    if (number.is_zero()) return std::uint64_t{0};
    if (number.exponent < 0) return number_error(errc::wrong_type);  // its last digit, never 0, stands behind the point
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

/// The significant digits as a whole number. No double, and no middle between two, has more than 768 of them: what follows
/// the first 770 only matters as not being zero, and a digit 1 stands for it. Sets the exponent that belongs to the number.
constexpr big_number significant_digits(const decimal& number, std::int64_t& exponent) noexcept {
    constexpr std::size_t enough = 770;
    const std::size_t count = number.last - number.first;
    const std::size_t used = count > enough ? enough : count;

    big_number value(0);
    std::uint32_t piece = 0;  // nine digits at a time fill a limb
    std::uint32_t scale = 1;
    for (std::size_t i = 0; i < used; ++i) {
        piece = piece * 10 + number.digit(number.first + i);
        scale *= 10;
        if (scale < 1000000000 && i + 1 < used) continue;
        value.multiply_add(scale, piece);
        piece = 0;
        scale = 1;
    }
    if (used < count) value.multiply_add(10, 1);
    exponent = number.magnitude() - static_cast<std::int64_t>(used) - (used < count ? 1 : 0);
    return value;
}

/// std::bit_width, which returns another type in each library.
constexpr int width(std::uint64_t value) noexcept { return 64 - std::countl_zero(value); }

/// The bits of the double nearest to quotient * 2^exponent, and a little more than that where `more`. The quotient has 63 or 64 bits.
constexpr std::uint64_t round_to_bits(std::uint64_t quotient, int exponent, bool more) noexcept {
    const int ideal = exponent + width(quotient) - 53;
    const int unit = ideal < lowest_exponent ? lowest_exponent : ideal;
    const int dropped = unit - exponent;
    if (dropped > 64) return 0;
    const std::uint64_t half = std::uint64_t{1} << (dropped - 1);
    const std::uint64_t rest = quotient & (half - 1 + half);
    std::uint64_t kept = dropped == 64 ? 0 : quotient >> dropped;
    if (rest > half || (rest == half && (more || kept % 2 != 0))) ++kept;
    // The hidden bit, where it is set, adds the one by which exponents of normal numbers differ; so does a carry beyond it.
    return (static_cast<std::uint64_t>(unit - lowest_exponent) << 52U) + kept;
}

/// The bits of the double nearest to top / bottom * 2^exponent.
constexpr std::uint64_t round_ratio(big_number& top, big_number& bottom, int exponent) noexcept {
    // Shifted so that bottom is as wide as divide() wants it and top one bit less, top / bottom lies from 1/4 to 1: two steps of
    // division give its first 63 or 64 bits, more than any double has, and the remainder tells whether there is more.
    const std::size_t wider = top.bit_width() + 1 > bottom.bit_width() ? top.bit_width() + 1 : bottom.bit_width();
    const std::size_t target = (wider + 31) / 32 * 32;
    const std::size_t top_shift = target - 1 - top.bit_width();
    const std::size_t bottom_shift = target - bottom.bit_width();
    bottom.shift_left(bottom_shift);
    top.shift_left(top_shift + 32);
    const std::uint64_t high = top.divide(bottom);
    top.shift_left(32);
    const std::uint64_t low = top.divide(bottom);
    return round_to_bits(high << 32U | low, exponent + static_cast<int>(bottom_shift) - static_cast<int>(top_shift) - 64, !top.is_zero());
}

/// The bits of the double nearest to a number without its sign; infinity_bits or more where it is too large.
constexpr std::uint64_t nearest_bits(const decimal& number) noexcept {
    if (number.is_zero() || number.magnitude() < -323) return 0;  // less than half the lowest subnormal, 4.9e-324
    if (number.magnitude() > 309) return infinity_bits;
    std::int64_t power = 0;
    big_number top = significant_digits(number, power);
    big_number bottom(1);
    big_number& scaled = power < 0 ? bottom : top;
    scaled.multiply_by_power_of_5(static_cast<std::size_t>(power < 0 ? -power : power));
    return round_ratio(top, bottom, static_cast<int>(power));  // ten to some power is five to it, times two to it
}

/// Finds the shortest digits that read back as a double, by the free-format algorithm of Steele and White: digits of the exact
/// value, until what is left is within half the gap to a neighbouring double.
class shortest_digits {
public:
    /// For the bits of a positive finite double.
    constexpr explicit shortest_digits(std::uint64_t bits) noexcept : shortest_digits(split(bits)) {}

    /// The digits d1d2d3... of 0.d1d2d3... times ten to the power of point().
    [[nodiscard]] constexpr std::string_view digits() const& noexcept TC3_LIFETIMEBOUND { return digits_.view(); }
    std::string_view digits() const&& = delete;
    [[nodiscard]] constexpr int point() const noexcept { return point_; }

private:
    /// A double as significand * 2^exponent.
    struct parts {
        std::uint64_t significand;
        int exponent;
        /// Whether the gap below is half the gap above, as it is below a power of two.
        [[nodiscard]] constexpr bool narrow_below() const noexcept { return significand == hidden_bit && exponent > lowest_exponent; }
    };
    static constexpr parts split(std::uint64_t bits) noexcept {
        if (bits < hidden_bit) return {bits, lowest_exponent};
        return {(bits & (hidden_bit - 1)) | hidden_bit, static_cast<int>(bits >> 52U) - 1 + lowest_exponent};
    }

    constexpr explicit shortest_digits(parts number) noexcept
        : rest_(number.significand * 4),
          gap_(number.narrow_below() ? 1 : 2),
          unit_(4),
          times_above_(number.narrow_below() ? 2 : 1),
          included_(number.significand % 2 == 0 ? 1 : 0) {
        scale(number);
        while (append_digit()) next_place();
    }

    /// Makes the value rest / unit * 10^(point - 1), with a first digit from 1 to 9, and the unit of a width that suits division.
    constexpr void scale(parts number) noexcept {
        // The highest bit times log10(2), by a fraction exact enough for all doubles; the true point is this one or the next.
        const int highest_bit = number.exponent + width(number.significand) - 1;
        point_ = (highest_bit * 78913 >> 18) + 1;

        // Ten to some power is five to it, times two to it; the twos go together with those of the double.
        if (point_ < 0) {
            rest_.multiply_by_power_of_5(static_cast<std::size_t>(-point_));
            gap_.multiply_by_power_of_5(static_cast<std::size_t>(-point_));
        } else {
            unit_.multiply_by_power_of_5(static_cast<std::size_t>(point_));
        }
        const int twos = number.exponent - point_;
        if (twos < 0) unit_.shift_left(static_cast<std::size_t>(-twos));
        const std::size_t spare = (32 - unit_.bit_width() % 32) % 32;
        unit_.shift_left(spare);
        const std::size_t shift = spare + (twos > 0 ? static_cast<std::size_t>(twos) : 0);
        rest_.shift_left(shift);
        gap_.shift_left(shift);

        if (reaches_up()) {
            ++point_;
        } else {
            next_place();
        }
    }
    constexpr void next_place() noexcept {
        rest_.multiply_add(10, 0);
        gap_.multiply_add(10, 0);
    }
    /// Whether one more in the place before still reads back as the double; a number halfway to a neighbour does for an even one.
    [[nodiscard]] constexpr bool reaches_up() const noexcept { return compare_sum(rest_, gap_, times_above_, unit_) + included_ > 0; }

    /// False after the last digit, which is rounded to the nearest, or to the even one of two as near.
    constexpr bool append_digit() noexcept {
        const std::uint32_t digit = rest_.divide(unit_);
        const bool may_stay = compare(rest_, gap_) < included_;
        const bool may_go_up = reaches_up();
        const bool nearer_up = compare_sum(rest_, rest_, 1, unit_) + static_cast<int>(digit % 2) > 0;
        const bool goes_up = may_go_up && (nearer_up || !may_stay);
        write_char(digits_, static_cast<char>('0' + digit + (goes_up ? 1U : 0U)));
        return !may_stay && !may_go_up;
    }

    big_number rest_;  // value = rest / unit, times a power of ten
    big_number gap_;   // half the gap to the double below
    big_number unit_;
    std::uint8_t times_above_;  // half the gap to the double above, in gaps
    int included_;              // 1 if the middle to a neighbour reads back as this double, 0 if as the neighbour
    int point_ = 0;
    fixed_text<17> digits_;
};

using number_text = fixed_text<25>;

constexpr void append_zeros(number_text& text, int count) noexcept {
    for (; count > 0; --count) text.append("0");
}

/// Sets the point, or the exponent, as ECMAScript does.
constexpr void append_digits(number_text& text, std::string_view digits, int point) noexcept {
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

constexpr number_text format_double(double number) noexcept {
    const auto all_bits = std::bit_cast<std::uint64_t>(number);
    const std::uint64_t bits = all_bits & ~sign_bit;
    if (bits >= infinity_bits) return number_text("null");
    number_text text(all_bits == bits ? "" : "-");
    if (bits == 0) {
        text.append("0");
        return text;
    }
    const shortest_digits shortest(bits);
    append_digits(text, shortest.digits(), shortest.point());
    return text;
}

}  // namespace detail

constexpr bool is_number(const std::string_view& text) noexcept { return detail::split_number(text).error == std::string_view::npos; }

constexpr result<std::int64_t, error> to_int64(std::string_view text) noexcept {
    const auto number = detail::parse_decimal(text);
    if (!number) return unexpected(number.error());
    const std::uint64_t limit = detail::sign_bit - (number->negative ? 0 : 1);
    const auto value = detail::whole_value(*number, limit);
    if (!value) return unexpected(value.error());
    return static_cast<std::int64_t>(number->negative ? 0 - *value : *value);
}

constexpr result<std::uint64_t, error> to_uint64(std::string_view text) noexcept {
    const auto number = detail::parse_decimal(text);
    if (!number) return unexpected(number.error());
    return detail::whole_value(*number, number->negative ? 0 : (std::numeric_limits<std::uint64_t>::max)());
}

constexpr result<double, error> to_double(std::string_view text) noexcept {
    const auto number = detail::parse_decimal(text);
    if (!number) return unexpected(number.error());
    const std::uint64_t bits = detail::nearest_bits(*number);
    if (bits >= detail::infinity_bits) return detail::number_error(errc::out_of_range);
    return std::bit_cast<double>(number->negative ? bits | detail::sign_bit : bits);
}

template <sink S>
constexpr void write_double(S& out, double number) {
    const detail::number_text text = detail::format_double(number);
    out.append(text.view());
}

}  // namespace tc3::inline v0_1::json
