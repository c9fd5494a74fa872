// SPDX-License-Identifier: MIT
// Parses and writes the date in an HTTP header (RFC 9110, 5.6.7), without a clock, a locale or a time zone.
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/core/unix_time.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::http {

/// Returns the time of a date like "Sun, 06 Nov 1994 08:49:37 GMT", the form that senders must use. Blanks around it are ignored.
///
/// Returns nothing for the two obsolete forms, for a date outside the calendar, with the wrong weekday, or before 1970.
[[nodiscard]] constexpr std::optional<unix_time> parse_date(std::string_view text) noexcept;

/// Writes a time as a date like "Sun, 06 Nov 1994 08:49:37 GMT"; nothing for a time out of range.
template <sink S>
constexpr void write_date(S& out, unix_time time);

namespace detail {

inline constexpr std::string_view weekday_names = "ThuFriSatSunMonTueWed";  // 1970-01-01 was a Thursday
inline constexpr std::string_view month_names = "JanFebMarAprMayJunJulAugSepOctNovDec";

/// Returns the value of decimal digits; -1 for any other text.
[[nodiscard]] constexpr std::int64_t parse_digits(std::string_view digits) noexcept {
    std::int64_t number = 0;
    for (const char c : digits) {
        if (!ascii::is_digit(c)) return -1;
        number = number * 10 + (c - '0');
    }
    return number;
}

/// Returns the index of a name in a list of names of three letters each; -1 if it is not in the list.
[[nodiscard]] constexpr std::int64_t index_of(std::string_view names, std::string_view name) noexcept {
    for (std::size_t i = 0; 3 * i < names.size(); ++i) {
        if (slice(names, 3 * i, 3) == name) return static_cast<std::int64_t>(i);
    }
    return -1;
}

[[nodiscard]] constexpr bool is_leap_year(std::int64_t year) noexcept { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

/// Returns the number of days of a month from 1 to 12.
[[nodiscard]] constexpr std::int64_t days_in_month(std::int64_t year, std::int64_t month) noexcept {
    if (month == 2) return is_leap_year(year) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/// Returns the days from 1970-01-01 to a day of the calendar, in year 1 or later.
///
/// Years start in March here, so that the leap day is the last of its year. From March on, five months in a row have 153 days. The first of
/// March of year 0 is 719,468 days before 1970, and days count from 1.
[[nodiscard]] constexpr std::int64_t days_since_1970(std::int64_t year, std::int64_t month, std::int64_t day) noexcept {
    const std::int64_t years = month > 2 ? year : year - 1;
    const std::int64_t months = month > 2 ? month - 3 : month + 9;
    return 365 * years + years / 4 - years / 100 + years / 400 + (153 * months + 2) / 5 + day - 719469;
}

/// Returns the second of the day of "hh:mm:ss"; -1 for any other text. "23:59:60", a leap second, is the midnight after it.
[[nodiscard]] constexpr std::int64_t second_of_day(std::string_view time) noexcept {
    const std::int64_t hour = parse_digits(slice(time, 0, 2));
    const std::int64_t minute = parse_digits(slice(time, 3, 2));
    const std::int64_t second = parse_digits(slice(time, 6, 2));
    const std::int64_t last_second = hour == 23 && minute == 59 ? 60 : 59;
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > last_second) return -1;
    return (hour * 60 + minute) * 60 + second;
}

/// Returns whether a text has the separators of a date at their positions, with any characters as names and numbers.
[[nodiscard]] constexpr bool has_date_form(std::string_view text) noexcept {
    constexpr std::string_view form = "___, __ ___ ____ __:__:__ GMT";
    if (text.size() != form.size()) return false;
    for (std::size_t i = 0; i < form.size(); ++i) {
        if (form[i] != '_' && form[i] != text[i]) return false;
    }
    return true;
}

}  // namespace detail

constexpr std::optional<unix_time> parse_date(std::string_view text) noexcept {
    text = ascii::trim(text);
    if (!detail::has_date_form(text)) return {};
    const std::int64_t weekday = detail::index_of(detail::weekday_names, slice(text, 0, 3));
    const std::int64_t day = detail::parse_digits(slice(text, 5, 2));
    const std::int64_t month = detail::index_of(detail::month_names, slice(text, 8, 3)) + 1;
    const std::int64_t year = detail::parse_digits(slice(text, 12, 4));
    if (year < 1970 || month < 1 || day < 1 || day > detail::days_in_month(year, month)) return {};
    const std::int64_t days = detail::days_since_1970(year, month, day);
    if (days % 7 != weekday) return {};

    const std::int64_t second = detail::second_of_day(slice(text, 17, 8));
    if (second < 0) return {};
    const unix_time time{days * 86400 + second};
    return time.in_range() ? std::optional(time) : std::nullopt;
}

template <sink S>
constexpr void write_date(S& out, unix_time time) {
    if (!time.in_range()) return;
    const utc_date date(time);
    const auto month = static_cast<std::size_t>(detail::parse_digits(slice(date.view(), 5, 2)) - 1);
    const auto weekday = static_cast<std::size_t>(time.seconds / 86400 % 7);
    const auto write_two_digits = [&out](std::int64_t number) {
        if (number < 10) out.append("0");
        write_decimal(out, number);
    };
    out.append(slice(detail::weekday_names, 3 * weekday, 3));
    out.append(", ");
    out.append(slice(date.view(), 8, 2));
    out.append(" ");
    out.append(slice(detail::month_names, 3 * month, 3));
    out.append(" ");
    out.append(slice(date.view(), 0, 4));
    out.append(" ");
    write_two_digits(time.seconds / 3600 % 24);
    out.append(":");
    write_two_digits(time.seconds / 60 % 60);
    out.append(":");
    write_two_digits(time.seconds % 60);
    out.append(" GMT");
}

}  // namespace tc3::inline TC3_NAMESPACE::http
