// SPDX-License-Identifier: MIT
// Time as the protocol has it: whole seconds since 1970, and the UTC date that those seconds fall on. No clock, no locale, no time zone.
#pragma once

#include <tc3/config.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tc3::inline v0_1 {

/// Whole seconds since 1970-01-01T00:00:00Z. Zero is a time like any other.
struct unix_time {
    std::int64_t seconds = 0;

    /// 9999-12-31T23:59:59Z. A time in milliseconds lies far beyond it, and so is refused rather than signed.
    static constexpr std::int64_t last_second = 253402300799;

    [[nodiscard]] constexpr bool in_range() const noexcept { return seconds >= 0 && seconds <= last_second; }
    friend constexpr bool operator==(unix_time, unix_time) noexcept = default;
};

/// A UTC date, `YYYY-MM-DD`, computed from a time by integer arithmetic alone (SPEC 1.3). Empty for a time out of range.
class utc_date {
public:
    constexpr utc_date() noexcept = default;
    constexpr explicit utc_date(unix_time time) noexcept {
        if (!time.in_range()) return;
        set_days(time.seconds / 86400);
        size_ = text_.size();
    }

    [[nodiscard]] constexpr std::string_view view() const& noexcept TC3_LIFETIMEBOUND { return {text_.data(), size_}; }
    std::string_view view() const&& = delete;
    [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
    friend constexpr bool operator==(const utc_date&, const utc_date&) noexcept = default;

private:
    // Years counted from 1 March, so that the leap day is the last of its year; 400 years are 146,097 days.
    constexpr void set_days(std::int64_t days_since_1970) noexcept {
        const std::int64_t days = days_since_1970 + 719468;  // since 0000-03-01
        const std::int64_t era = days / 146097;
        const std::int64_t day_of_era = days % 146097;
        const std::int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
        const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
        const std::int64_t month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
        set_digits(0, 4, era * 400 + year_of_era + (month <= 2 ? 1 : 0));
        set_digits(5, 2, month);
        set_digits(8, 2, day_of_year - (153 * month_from_march + 2) / 5 + 1);
    }
    constexpr void set_digits(std::size_t first, std::size_t count, std::int64_t number) noexcept {
        for (std::size_t i = first + count; i-- > first; number /= 10) text_[i] = static_cast<char>('0' + number % 10);
    }

    std::array<char, 10> text_{'0', '0', '0', '0', '-', '0', '0', '-', '0', '0'};
    std::size_t size_ = 0;
};

}  // namespace tc3::inline v0_1
