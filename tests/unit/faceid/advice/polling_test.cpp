// SPDX-License-Identifier: MIT
// next_wait(): waits that double up to a limit, and the end of polling.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace faceid = tc3::faceid;

namespace {

constexpr faceid::session_life two_hours = faceid::session_life_of<faceid::get_liveness_result>;
constexpr tc3::unix_time begun{1700000000};

// Returns all waits of a program that reads the result at once and then after each wait.
std::vector<std::int64_t> waits_of(const faceid::polling_schedule& schedule, const faceid::session_life& life) {
    std::vector<std::int64_t> waits;
    tc3::unix_time now = begun;
    while (const auto wait = faceid::next_wait(schedule, life, begun, now, static_cast<std::uint32_t>(waits.size() + 1))) {
        waits.push_back(*wait);
        now.seconds += *wait;
    }
    return waits;
}

using numbers = std::vector<std::int64_t>;

}  // namespace

TEST_CASE("waits double up to the longest, and end before the session ends") {
    CHECK(waits_of({.first_wait = 1, .longest_wait = 8, .give_up_after = 30}, two_hours) == numbers{1, 2, 4, 8, 8});
    CHECK(waits_of({.first_wait = 3, .longest_wait = 10, .give_up_after = 60}, two_hours) == numbers{3, 6, 10, 10, 10, 10, 10});
    CHECK(waits_of({.first_wait = 5, .longest_wait = 5, .give_up_after = 15}, two_hours) == numbers{5, 5, 5});
    CHECK(waits_of({.first_wait = 7, .longest_wait = 3, .give_up_after = 9}, two_hours) == numbers{3, 3, 3});
    CHECK(waits_of({.first_wait = 4, .longest_wait = 100, .give_up_after = 3600}, {.start_within = 5, .readable_for = 15}) ==
          numbers{4, 8});
}

TEST_CASE("the first wait is that of the schedule, before and after the first attempt") {
    struct {
        std::uint32_t attempts;
        std::int64_t wait;
    } const cases[] = {{0, 2}, {1, 2}, {2, 4}, {3, 8}, {4, 16}, {5, 30}, {6, 30}};
    for (const auto& row : cases) {
        CAPTURE(row.attempts);
        CHECK(faceid::next_wait({}, two_hours, begun, begun, row.attempts) == row.wait);
    }
}

TEST_CASE("a wait doubles as long as the longest wait is not exceeded") {
    CHECK(faceid::next_wait({.first_wait = 2, .longest_wait = 5}, two_hours, begun, begun, 2) == 4);
    CHECK(faceid::next_wait({.first_wait = 2, .longest_wait = 5}, two_hours, begun, begun, 3) == 5);
}

TEST_CASE("a wait may end in the last second of the polling, but not later") {
    constexpr faceid::polling_schedule schedule{.first_wait = 4, .longest_wait = 4, .give_up_after = 10};
    CHECK(faceid::next_wait(schedule, two_hours, begun, {begun.seconds + 6}, 1) == 4);
    CHECK_FALSE(faceid::next_wait(schedule, two_hours, begun, {begun.seconds + 7}, 1));
}

TEST_CASE("no wait is shorter than a second") {
    CHECK(waits_of({.first_wait = 0, .longest_wait = 0, .give_up_after = 3}, two_hours) == numbers{1, 1, 1});
    CHECK(waits_of({.first_wait = -5, .longest_wait = -5, .give_up_after = 2}, two_hours) == numbers{1, 1});
}

TEST_CASE("extreme times and numbers end the polling") {
    constexpr auto most = (std::numeric_limits<std::int64_t>::max)();
    constexpr auto least = (std::numeric_limits<std::int64_t>::min)();
    constexpr faceid::polling_schedule schedule{};
    CHECK_FALSE(faceid::next_wait(schedule, two_hours, {least}, {most}, 1));
    CHECK_FALSE(faceid::next_wait(schedule, two_hours, {0}, {most}, 1));
    CHECK_FALSE(faceid::next_wait(schedule, two_hours, begun, {begun.seconds + 900}, 1));
    CHECK_FALSE(faceid::next_wait({.first_wait = most, .longest_wait = most, .give_up_after = most}, two_hours, begun, begun, 9));
    CHECK(faceid::next_wait(schedule, two_hours, begun, begun, (std::numeric_limits<std::uint32_t>::max)()) == 30);
    CHECK(faceid::next_wait({.give_up_after = most}, {.start_within = 1, .readable_for = most}, begun, {0}, 1) == 2);
    CHECK(faceid::next_wait(schedule, two_hours, {begun.seconds + 5}, begun, 1) == 2);  // a clock that was set back
}

TEST_CASE("the life of each session is that of the manual") {
    constexpr std::int64_t minute = 60;
    constexpr std::int64_t hour = 60 * minute;
    struct {
        faceid::session_life life;
        std::int64_t start_within;
        std::int64_t readable_for;
    } const cases[] = {
        {faceid::session_life_of<faceid::get_liveness_result>, 10 * minute, 2 * hour},
        {faceid::session_life_of<faceid::get_face_id_result_intl>, 10 * minute, 72 * hour},
        {faceid::session_life_of<faceid::get_sdk_verification_result>, 10 * minute, 72 * hour},
        {faceid::session_life_of<faceid::get_web_verification_result_intl>, 10 * minute, 72 * hour},
        {faceid::session_life_of<faceid::basic_get_wx_nfc_result<tc3::borrowed>>, 10 * minute, 10 * minute},
    };
    for (const auto& [life, start_within, readable_for] : cases) {
        CHECK(life.start_within == start_within);
        CHECK(life.readable_for == readable_for);
    }
}
