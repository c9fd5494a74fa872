// SPDX-License-Identifier: MIT
// field_path: spelling, and the limit of its length.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

using std::string_view_literals::operator""sv;

TEST_CASE("spells members with dots and positions in brackets") {
    tc3::field_path path;
    CHECK(path.view().empty());
    static_cast<void>(path.enter("Filters"sv));
    CHECK(path.view() == "Filters");
    const std::size_t element = path.enter(std::size_t{2});
    CHECK(path.view() == "Filters[2]");
    static_cast<void>(path.enter("Name"sv));
    CHECK(path.view() == "Filters[2].Name");
    path.return_to(element);
    CHECK(path.view() == "Filters");
    constexpr std::size_t largest = (std::numeric_limits<std::size_t>::max)();
    static_cast<void>(path.enter(largest));
    CHECK(path.view() == "Filters[" + std::to_string(largest) + "]");
}

TEST_CASE("cuts off a path that is too long, and restores it step by step") {
    tc3::field_path path;
    std::string whole;
    std::vector<std::size_t> steps;
    std::vector<std::string> views{""};
    for (std::size_t i = 0; i < 100; ++i) {
        steps.push_back(i % 3 == 0 ? path.enter(i) : path.enter("Member"sv));
        whole += i % 3 == 0 ? "[" + std::to_string(i) + "]" : ".Member";
        CHECK(path.view() == whole.substr(0, tc3::field_path::longest));
        views.emplace_back(path.view());
    }
    while (!steps.empty()) {
        views.pop_back();
        path.return_to(steps.back());
        steps.pop_back();
        CHECK(path.view() == views.back());
    }
}

TEST_CASE("cuts off a single name that is longer than a path") {
    tc3::field_path path;
    const std::string name(1000, 'x');
    path.return_to(path.enter(std::string_view(name)));
    CHECK(path.view().empty());
    static_cast<void>(path.enter(std::string_view(name)));
    CHECK(path.view() == name.substr(0, tc3::field_path::longest));
}
