// SPDX-License-Identifier: MIT
// The date of an HTTP header as a time (RFC 9110, 5.6.7). No clock, no locale, no time zone.
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/core/unix_time.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace tc3::inline v0_1::http {

/// Reads the form that every sender must use, "Sun, 06 Nov 1994 08:49:37 GMT"; blanks around it are the header's. None for all else: the
/// two obsolete forms, a day that the calendar lacks, a weekday that is not the day's, a year before 1970.
[[nodiscard]] constexpr std::optional<unix_time> parse_date(std::string_view text) noexcept;

namespace detail {

/// All of them digits, else -1.
[[nodiscard]] constexpr std::int64_t number_of(std::string_view digits) noexcept {
    std::int64_t number = 0;
    for (const char c : digits) {
        if (!ascii::is_digit(c)) return -1;
        number = number * 10 + (c - '0');
    }
    return number;
}

/// Which of the names of three letters it is, from 0; -1 for none.
[[nodiscard]] constexpr std::int64_t index_of(std::string_view names, std::string_view name) noexcept {
    for (std::size_t i = 0; 3 * i < names.size(); ++i) {
        if (slice(names, 3 * i, 3) == name) return static_cast<std::int64_t>(i);
    }
    return -1;
}

[[nodiscard]] constexpr bool is_leap_year(std::int64_t year) noexcept { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

/// `month` from 1 to 12.
[[nodiscard]] constexpr std::int64_t days_in_month(std::int64_t year, std::int64_t month) noexcept {
    if (month == 2) return is_leap_year(year) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/// Days since 1970-01-01 of a day that exists, in a year from 1 on. Years begin in March here, so that the leap day ends its year; then
/// any five months in a row have 153 days.
[[nodiscard]] constexpr std::int64_t days_since_1970(std::int64_t year, std::int64_t month, std::int64_t day) noexcept {
    const std::int64_t years = month > 2 ? year : year - 1;
    const std::int64_t months = month > 2 ? month - 3 : month + 9;
    return 365 * years + years / 4 - years / 100 + years / 400 + (153 * months + 2) / 5 + day - 719469;
}

/// Whether the text has the form, whatever stands in the places of names and numbers.
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
    const std::int64_t weekday = detail::index_of("ThuFriSatSunMonTueWed", slice(text, 0, 3));  // 1970 began with a Thursday
    const std::int64_t day = detail::number_of(slice(text, 5, 2));
    const std::int64_t month = detail::index_of("JanFebMarAprMayJunJulAugSepOctNovDec", slice(text, 8, 3)) + 1;
    const std::int64_t year = detail::number_of(slice(text, 12, 4));
    if (year < 1970 || month < 1 || day < 1 || day > detail::days_in_month(year, month)) return {};
    const std::int64_t days = detail::days_since_1970(year, month, day);
    if (days % 7 != weekday) return {};

    const std::int64_t hour = detail::number_of(slice(text, 17, 2));
    const std::int64_t minute = detail::number_of(slice(text, 20, 2));
    const std::int64_t second = detail::number_of(slice(text, 23, 2));
    const bool leap_second = hour == 23 && minute == 59 && second == 60;  // the same time as the midnight behind it
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || (second > 59 && !leap_second)) return {};
    const unix_time time{((days * 24 + hour) * 60 + minute) * 60 + second};
    return time.in_range() ? std::optional(time) : std::nullopt;
}

}  // namespace tc3::inline v0_1::http
