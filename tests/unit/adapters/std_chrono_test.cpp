// SPDX-License-Identifier: MIT
// Conversions between <chrono> and unix_time.
#include <tc3/adapters/std_chrono.hpp>
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <cstdint>

using namespace std::chrono_literals;
using std::chrono::sys_seconds;
using std::chrono::sys_time;
using std::chrono::system_clock;

TEST_CASE("to_unix_time rounds down to a whole second") {
    struct {
        std::chrono::milliseconds since_1970;
        std::int64_t expected;
    } const cases[] = {
        {0ms, 0}, {999ms, 0}, {1000ms, 1}, {1551113065999ms, 1551113065}, {-1ms, -1}, {-1000ms, -1}, {-1001ms, -2},
    };
    for (const auto& [since_1970, expected] : cases) {
        CHECK(tc3::to_unix_time(sys_time<std::chrono::milliseconds>(since_1970)).seconds == expected);
        CHECK(tc3::to_unix_time(system_clock::time_point(since_1970)).seconds == expected);
    }
}

TEST_CASE("to_unix_time converts the first and the last time of the system clock") {
    constexpr auto first = (system_clock::time_point::min)();
    constexpr auto last = (system_clock::time_point::max)();
    static_assert(tc3::to_unix_time(first).seconds == first.time_since_epoch().count() / system_clock::period::den - 1);
    static_assert(tc3::to_unix_time(last).seconds == last.time_since_epoch().count() / system_clock::period::den);
}

TEST_CASE("to_unix_time converts a number of days") {
    CHECK(tc3::to_unix_time(std::chrono::sys_days(2019y / 2 / 25)).seconds == 1551052800);
}

TEST_CASE("to_sys_seconds converts every time of the protocol, and back") {
    struct {
        tc3::unix_time time;
        sys_seconds expected;
    } const cases[] = {
        {{0}, std::chrono::sys_days(1970y / 1 / 1)},
        {{1551113065}, sys_seconds(std::chrono::sys_days(2019y / 2 / 25)) + 16h + 44min + 25s},
        // As seconds first: minutes have only 32 bits in libc++ for a machine of 32 bits.
        {{tc3::unix_time::last_second}, sys_seconds(std::chrono::sys_days(9999y / 12 / 31)) + 23h + 59min + 59s},
    };
    for (const auto& [time, expected] : cases) {
        CHECK(tc3::to_sys_seconds(time) == expected);
        CHECK(tc3::to_unix_time(tc3::to_sys_seconds(time)) == time);
    }
}

TEST_CASE("the current time is in range") { CHECK(tc3::to_unix_time(system_clock::now()).in_range()); }
