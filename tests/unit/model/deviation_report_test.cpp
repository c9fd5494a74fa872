// SPDX-License-Identifier: MIT
// The report of deviations: what it keeps, and its lines.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>

using tc3::errc;
using tc3::json_type;

TEST_CASE("a line of a deviation names the path, the types and no value") {
    tc3::deviation_report report;
    report.add("Cards[2].Total", errc::wrong_type, json_type::number, json_type::string, false);
    report.add("Result", errc::duplicate, json_type::none, json_type::string, true);
    report.add("Name", errc::invalid_utf8, json_type::string, json_type::string, false);
    REQUIRE(report.size() == 3);
    CHECK(to_string(report[0]) == "Cards[2].Total has another type than expected: a text, not a number");
    CHECK(to_string(report[1]) == "Result occurs twice");
    CHECK(to_string(report[2]) == "Name is not UTF-8");
    CHECK_FALSE(report[0].is_unset);
    CHECK(report[1].is_unset);
}

TEST_CASE("a report can be shortened, and not lengthened") {
    tc3::deviation_report report;
    report.add("A", errc::wrong_type, json_type::number, json_type::string, false);
    report.add("A", errc::duplicate, json_type::none, json_type::null, true);
    report.shorten(3);
    CHECK(report.size() == 2);
    report.shorten(1);
    REQUIRE(report.size() == 1);
    CHECK(report[0].code == errc::wrong_type);
    report.add("B", errc::duplicate, json_type::none, json_type::null, false);
    CHECK(report[1].path == "B");
    CHECK(report.complete());
}

TEST_CASE("a full report keeps the first deviations and is not complete") {
    tc3::deviation_report report;
    CHECK(report.empty());
    const auto add = [&report](std::size_t number) {
        report.add("Member" + std::to_string(number), errc::duplicate, json_type::none, json_type::null, false);
    };
    for (std::size_t i = 0; i < tc3::deviation_report::capacity; ++i) {
        add(i);
        CHECK(report.complete());
    }
    add(99);
    CHECK_FALSE(report.complete());
    CHECK(report.size() == tc3::deviation_report::capacity);
    CHECK(report[0].path == "Member0");
    CHECK(report[report.size() - 1].path == "Member7");
    add(7);
    CHECK_FALSE(report.complete());
    report.clear();
    CHECK(report.empty());
    CHECK(report.complete());
    report.add("A", errc::duplicate, json_type::none, json_type::null, false);
    CHECK(report[0].path == "A");
}
