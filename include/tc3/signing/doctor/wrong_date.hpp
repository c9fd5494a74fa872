// SPDX-License-Identifier: MIT
// Where a date comes from that is not the UTC date of the timestamp.
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/core/unix_time.hpp>
#include <tc3/signing/doctor/cause.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

/// The causes that a wrong date can have. Both are the same if there is only one.
struct date_causes {
    cause likelier;
    cause other;
};

/// Returns whether a text has the form of a date, YYYY-MM-DD, with a month from 01 to 12.
[[nodiscard]] constexpr bool is_date(std::string_view text) noexcept {
    if (text.size() != 10) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i == 4 || i == 7 ? text[i] != '-' : !ascii::is_digit(text[i])) return false;
    }
    const std::string_view month = text.substr(5, 2);
    return month >= "01" && month <= "12";
}

/// Returns the causes of a date that is not that of `time`. No date proves its cause: a local date can also be an old one.
[[nodiscard]] constexpr date_causes causes_of_date(std::string_view date, unix_time time) noexcept {
    if (!is_date(date)) return {cause::date_form, cause::date_form};
    constexpr std::int64_t hour = 3600;
    constexpr std::int64_t day = 24 * hour;
    const utc_date yesterday({time.seconds - day});
    const utc_date today(time);
    const utc_date tomorrow({time.seconds + day});
    const std::int64_t second = time.seconds % day;

    const bool differs_only_in_month = date.substr(0, 5) == today.view().substr(0, 5) && date.substr(7) == today.view().substr(7);
    const bool differs_only_in_year = date.substr(4) == today.view().substr(4);
    if (differs_only_in_month || differs_only_in_year) return {cause::date_form, cause::date_of_other_reading};
    // Local times are from 12 hours before UTC to 14 hours after it.
    const bool is_local = (date == yesterday.view() && second < 12 * hour) || (date == tomorrow.view() && second >= day - 14 * hour);
    if (!is_local) return {cause::date_of_other_reading, cause::date_of_other_reading};
    constexpr std::int64_t soon = 60;  // seconds between two readings of a clock around midnight
    const bool is_at_midnight = second < soon || second >= day - soon;
    if (is_at_midnight) return {cause::date_of_other_reading, cause::date_of_local_time};
    return {cause::date_of_local_time, cause::date_of_other_reading};
}

/// Returns whether a cause is inferred from a date.
[[nodiscard]] constexpr bool is_of_date(cause why) noexcept {
    return why == cause::date_of_local_time || why == cause::date_of_other_reading || why == cause::date_form;
}

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor
