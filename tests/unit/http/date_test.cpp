// SPDX-License-Identifier: MIT
// parse_date and write_date compared with the standard library, with utc_date for every day, and with each byte of a date replaced by every other.
#include "../../support/random.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

using tc3::http::parse_date;

namespace {

constexpr std::optional<tc3::unix_time> none;

/// The date by the calendar of the standard library, which goes to the year 9999 where time_t has 32 bits, too.
std::string date_by_standard_library(tc3::unix_time time) {
    constexpr const char* weekdays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::chrono::sys_days day{std::chrono::days(time.seconds / 86400)};
    const std::chrono::year_month_day date{day};
    const auto second = static_cast<int>(time.seconds % 86400);
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d GMT", weekdays[std::chrono::weekday(day).c_encoding()],
                  static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
                  second / 3600, second / 60 % 60, second % 60);
    return text.data();
}

}  // namespace

static_assert(parse_date("Sun, 06 Nov 1994 08:49:37 GMT") == tc3::unix_time{784111777});
static_assert([] {
    tc3::fixed_text<29> date;
    tc3::http::write_date(date, {784111777});
    return date == std::string_view("Sun, 06 Nov 1994 08:49:37 GMT");
}());

TEST_CASE("returns the time of a date") {
    struct {
        std::string_view text;
        std::int64_t seconds;
    } const cases[] = {
        {"Thu, 01 Jan 1970 00:00:00 GMT", 0},
        {"Sun, 06 Nov 1994 08:49:37 GMT", 784111777},  // the example of RFC 9110
        {"Tue, 29 Feb 2000 23:59:59 GMT", 951868799},
        {"Mon, 25 Feb 2019 16:44:25 GMT", 1551113065},
        {"Sat, 31 Dec 2016 23:59:60 GMT", 1483228800},  // a leap second: the midnight after it
        {"Fri, 31 Dec 9999 23:59:59 GMT", 253402300799},
        {" \tSun, 06 Nov 1994 08:49:37 GMT\t ", 784111777},
    };
    for (const auto& row : cases) {
        CAPTURE(row.text);
        CHECK(parse_date(row.text) == tc3::unix_time{row.seconds});
    }
}

TEST_CASE("returns nothing for any other text") {
    const std::string_view cases[] = {
        "",
        " ",
        "GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",  // obsolete
        "Sun Nov  6 08:49:37 1994",        // obsolete
        "1994-11-06T08:49:37Z",
        "784111777",
        "Sat, 06 Nov 1994 08:49:37 GMT",  // the day was a Sunday
        "Sun, 30 Feb 2020 00:00:00 GMT",
        "Sat, 29 Feb 2019 00:00:00 GMT",
        "Mon, 29 Feb 2100 00:00:00 GMT",
        "Wed, 31 Apr 2024 00:00:00 GMT",
        "Thu, 00 Jan 1970 00:00:00 GMT",
        "Wed, 00 Feb 2024 00:00:00 GMT",  // the day before 1 February was a Wednesday
        "Thu, 32 Jan 2024 00:00:00 GMT",  // the day after 31 January was a Thursday
        "Wed, 31 Dec 1969 23:59:59 GMT",
        "Sat, 01 Jan 0000 00:00:00 GMT",
        "Sat, 01 Jan 10000 00:00:00 GMT",
        "Sat, 01 Jan 99999 00:00:00 GMT",
        "Fri, 31 Dec 9999 23:59:60 GMT",  // after the last second
        "Sun, 06 Nov 1994 24:00:00 GMT",
        "Sun, 06 Nov 1994 08:60:00 GMT",
        "Sun, 06 Nov 1994 08:49:60 GMT",  // a leap second can only be the last second of a day
        "Sun, 06 Nov 1994 23:59:61 GMT",
        "Sun, 06 Nov 1994 08:49:37 UTC",
        "Sun, 06 Nov 1994 08:49:37 gmt",
        "Sun, 06 Nov 1994 08:49:37 +0000",
        "sun, 06 nov 1994 08:49:37 GMT",
        "Sun, 06 ovD 1994 08:49:37 GMT",  // letters of two months
        "Sun, 6 Nov 1994 08:49:37 GMT",
        "Sun, +6 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov -994 08:49:37 GMT",
        "Sun, 06 Nov 1994 08:49:37 GMT GMT",
        "Sun, 06 Nov 1994 08:49:37 GMT\r\n",
    };
    for (const std::string_view text : cases) {
        CAPTURE(text);
        CHECK(parse_date(text) == none);
    }
}

TEST_CASE("counts the days of every date to the end of 9999 as utc_date does") {
    std::int64_t days = 0;
    for (; days * 86400 <= tc3::unix_time::last_second; ++days) {
        const tc3::utc_date date(tc3::unix_time{days * 86400});
        const auto number = [&date](std::size_t position, std::size_t count) {
            return tc3::http::detail::parse_digits(date.view().substr(position, count));
        };
        if (tc3::http::detail::days_since_1970(number(0, 4), number(5, 2), number(8, 2)) != days) FAIL("wrong day for " << date.view());
        if (tc3::http::detail::days_in_month(number(0, 4), number(5, 2)) < number(8, 2)) FAIL("month too short for " << date.view());
    }
    CHECK(days == 2932897);
}

TEST_CASE("reads back the dates that the standard library has") {
    support::random_input random(7);
    for (int i = 0; i < 20000; ++i) {
        const tc3::unix_time time{static_cast<std::int64_t>(random.long_number(tc3::unix_time::last_second))};
        REQUIRE(parse_date(date_by_standard_library(time)) == time);
    }
}

TEST_CASE("writes the dates that the standard library has, and no time out of range") {
    const auto written = [](std::int64_t seconds) {
        std::string text;
        tc3::http::write_date(text, {seconds});
        return text;
    };
    support::random_input random(7);
    for (int i = 0; i < 20000; ++i) {
        const auto seconds = static_cast<std::int64_t>(random.long_number(tc3::unix_time::last_second));
        REQUIRE(written(seconds) == date_by_standard_library({seconds}));
    }
    CHECK(written(0) == "Thu, 01 Jan 1970 00:00:00 GMT");
    CHECK(written(tc3::unix_time::last_second) == "Fri, 31 Dec 9999 23:59:59 GMT");
    CHECK(written(-1) == "");
    CHECK(written(tc3::unix_time::last_second + 1) == "");
}

TEST_CASE("a date with one byte replaced is another date or none") {
    for (const std::int64_t seconds : {0, 784111777, 951868799}) {
        const std::string date = date_by_standard_library({seconds});
        for (std::size_t position = 0; position < date.size(); ++position) {
            for (int byte = 0; byte < 256; ++byte) {
                std::string changed = date;
                changed[position] = static_cast<char>(byte);
                const auto time = parse_date(changed);
                if (time && date_by_standard_library(*time) != changed) FAIL("accepted as a date: " << changed);
            }
        }
        for (std::size_t size = 0; size < date.size(); ++size) {
            CHECK(parse_date(std::string_view(date).substr(0, size)) == none);
            CHECK(parse_date(std::string_view(date).substr(size + 1)) == none);
        }
    }
}
