// SPDX-License-Identifier: MIT
// causes_of_date: where a date comes from that is not that of the timestamp.
#include "../../../support/doctor.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string_view>

using tc3::signing::cause;
using tc3::signing::doctor::causes_of_date;

namespace {

constexpr std::int64_t hour = 3600;
constexpr std::int64_t midnight = 1700006400;  // 2023-11-15 in UTC

bool can_only_be(cause expected, std::string_view date, std::int64_t time) {
    const auto causes = causes_of_date(date, {time});
    return causes.likelier == expected && causes.other == expected;
}

}  // namespace

TEST_CASE("a date of the day before or after is local if a time zone has it") {
    CHECK(causes_of_date("2023-11-16", {midnight + 10 * hour}).likelier == cause::date_of_local_time);  // UTC+14
    CHECK(causes_of_date("2023-11-16", {midnight + 16 * hour}).likelier == cause::date_of_local_time);  // UTC+8
    CHECK(causes_of_date("2023-11-14", {midnight + 4 * hour}).likelier == cause::date_of_local_time);   // UTC-5
    CHECK(causes_of_date("2023-11-14", {midnight + 12 * hour - 1}).likelier == cause::date_of_local_time);
    CHECK(causes_of_date("2023-11-14", {midnight + 4 * hour}).other == cause::date_of_other_reading);
}

TEST_CASE("a date that no time zone has is of another reading of the clock") {
    CHECK(can_only_be(cause::date_of_other_reading, "2023-11-16", midnight + 10 * hour - 1));
    CHECK(can_only_be(cause::date_of_other_reading, "2023-11-14", midnight + 12 * hour));
    CHECK(can_only_be(cause::date_of_other_reading, "2023-11-12", midnight));
    CHECK(can_only_be(cause::date_of_other_reading, "1970-01-01", midnight));
}

TEST_CASE("around midnight another reading of the clock is likelier than a local date") {
    CHECK(causes_of_date("2023-11-14", {midnight + 59}).likelier == cause::date_of_other_reading);
    CHECK(causes_of_date("2023-11-14", {midnight + 60}).likelier == cause::date_of_local_time);
    CHECK(causes_of_date("2023-11-15", {midnight - 60}).likelier == cause::date_of_other_reading);
    CHECK(causes_of_date("2023-11-15", {midnight - 61}).likelier == cause::date_of_local_time);
}

TEST_CASE("a date of another form, month or year is written wrongly") {
    for (const std::string_view date :
         {"", "20231115", "2023-11-15T", "2023/11/15", "2023-1-015", "15-11-2023", "2023-15-11", "2023-00-15"}) {
        CAPTURE(date);
        CHECK(can_only_be(cause::date_form, date, midnight));
    }
    CHECK(causes_of_date("2023-10-15", {midnight}).likelier == cause::date_form);
    CHECK(causes_of_date("2024-11-15", {midnight}).likelier == cause::date_form);
}

TEST_CASE("the first and the last day have no neighbour") {
    CHECK(can_only_be(cause::date_of_other_reading, "1969-12-31", 0));
    CHECK(can_only_be(cause::date_of_other_reading, "9999-12-30", tc3::unix_time::last_second));
}
