// SPDX-License-Identifier: MIT
// utc_date compared with the standard library and with a calendar that counts day by day.
#include "../../support/random.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <string>
#include <string_view>

namespace {

std::string date_of(std::int64_t seconds) {
    const tc3::utc_date date(tc3::unix_time{seconds});
    return std::string(date.view());
}

/// The date by the calendar of the standard library, which goes to the year 9999 where time_t has 32 bits, too.
std::string date_by_standard_library(std::int64_t seconds) {
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days(seconds / 86400)}};
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                  static_cast<unsigned>(date.day()));
    return text.data();
}

// A calendar whose only operation is the step to the next day.
class calendar {
public:
    void next_day() {
        if (++day_ <= days_in_month()) return;
        day_ = 1;
        if (++month_ <= 12) return;
        month_ = 1;
        ++year_;
    }
    [[nodiscard]] bool matches(std::string_view date) const {
        const auto number = [date](std::size_t first, std::size_t count) {
            int value = 0;
            for (const char c : date.substr(first, count)) value = value * 10 + (c - '0');
            return value;
        };
        return date.size() == 10 && date[4] == '-' && date[7] == '-' && number(0, 4) == year_ && number(5, 2) == month_ &&
               number(8, 2) == day_;
    }

private:
    [[nodiscard]] bool leap_year() const { return year_ % 400 == 0 || (year_ % 4 == 0 && year_ % 100 != 0); }
    [[nodiscard]] int days_in_month() const {
        constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        return month_ == 2 && leap_year() ? 29 : days[static_cast<std::size_t>(month_ - 1)];
    }

    int year_ = 1970;
    int month_ = 1;
    int day_ = 1;
};

}  // namespace

TEST_CASE("utc_date is the date of the UTC day") {
    struct {
        std::int64_t seconds;
        std::string_view date;
    } const cases[] = {
        {0, "1970-01-01"},          {86399, "1970-01-01"},      {86400, "1970-01-02"},
        {951782399, "2000-02-28"},  {951782400, "2000-02-29"},   // divisible by 400: a leap year
        {951868800, "2000-03-01"},  {1551113065, "2019-02-25"},  // the manual's example
        {1582934400, "2020-02-29"}, {1709164799, "2024-02-28"}, {1709164800, "2024-02-29"},
        {1735689599, "2024-12-31"}, {1735689600, "2025-01-01"}, {2147483647, "2038-01-19"},
        {2147483648, "2038-01-19"}, {4107542399, "2100-02-28"}, {4107542400, "2100-03-01"},  // divisible by 100 only: no leap year
        {4294967295, "2106-02-07"}, {4294967296, "2106-02-07"}, {253402300799, "9999-12-31"},
    };
    for (const auto& [seconds, date] : cases) CHECK(date_of(seconds) == date);
}

TEST_CASE("the date of a time out of range is empty") {
    constexpr std::int64_t smallest = (std::numeric_limits<std::int64_t>::min)();
    constexpr std::int64_t largest = (std::numeric_limits<std::int64_t>::max)();
    for (const std::int64_t seconds : {std::int64_t{-1}, std::int64_t{253402300800}, std::int64_t{1551113065000}, smallest, largest}) {
        CHECK_FALSE(tc3::unix_time{seconds}.in_range());
        CHECK(tc3::utc_date(tc3::unix_time{seconds}).empty());
        CHECK(date_of(seconds).empty());
    }
    CHECK(tc3::utc_date().empty());
}

TEST_CASE("utc_date agrees with the standard library for random seconds") {
    support::random_input random(2);
    for (int i = 0; i < 50000; ++i) {
        const auto seconds = static_cast<std::int64_t>(random.long_number(253402300799));
        REQUIRE(date_of(seconds) == date_by_standard_library(seconds));
    }
}

TEST_CASE("each day up to the end of 9999 has one date from its first to its last second") {
    calendar today;
    std::int64_t midnight = 0;
    for (; midnight <= tc3::unix_time::last_second; midnight += 86400, today.next_day()) {
        const tc3::utc_date first(tc3::unix_time{midnight});
        const tc3::utc_date last(tc3::unix_time{midnight + 86399});
        if (!today.matches(first.view()) || last != first) FAIL("wrong date for the day that begins at " << midnight);
    }
    CHECK(midnight == tc3::unix_time::last_second + 1);
}

TEST_CASE("dates are equal if their days are equal") {
    const auto date = [](std::int64_t seconds) { return tc3::utc_date(tc3::unix_time{seconds}); };
    CHECK(date(86400) == date(172799));
    CHECK(date(86399) != date(86400));
    CHECK(date(-1) == tc3::utc_date());
    CHECK(date(0) != tc3::utc_date());
}

TEST_CASE("utc_date works at compile time") {
    static_assert(tc3::utc_date(tc3::unix_time{.seconds = 1551113065}) == tc3::utc_date(tc3::unix_time{.seconds = 1551052800}));
}
