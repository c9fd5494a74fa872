// SPDX-License-Identifier: MIT
// field_path: spelling, the limit of its length, and when its text is kept.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>

using std::string_view_literals::operator""sv;

namespace {

using step = tc3::field_path::step;

std::string spelled(tc3::field_path& path) {
    path.keep();
    std::string text(path.view());
    path.forget();
    return text;
}

/// Enters 100 steps, one within the other. Checks the spelling of the path at each on the way in and on the way out.
void check_steps(tc3::field_path& path, const std::string& whole, std::size_t depth = 0) {
    CHECK(spelled(path) == whole.substr(0, tc3::field_path::longest));
    if (depth == 100) return;
    if (depth % 3 == 0) {
        const step position(path, depth);
        check_steps(path, whole + "[" + std::to_string(depth) + "]", depth + 1);
    } else {
        const step member(path, "Member"sv);
        check_steps(path, whole + ".Member", depth + 1);
    }
    CHECK(spelled(path) == whole.substr(0, tc3::field_path::longest));
}

}  // namespace

TEST_CASE("spells members with dots and positions in brackets") {
    tc3::field_path path;
    CHECK(spelled(path).empty());
    const step filters(path, "Filters"sv);
    CHECK(spelled(path) == "Filters");
    {
        const step element(path, std::size_t{2});
        CHECK(spelled(path) == "Filters[2]");
        const step name(path, "Name"sv);
        CHECK(spelled(path) == "Filters[2].Name");
    }
    CHECK(spelled(path) == "Filters");
    constexpr std::size_t largest = (std::numeric_limits<std::size_t>::max)();
    const step last(path, largest);
    CHECK(spelled(path) == "Filters[" + std::to_string(largest) + "]");
}

TEST_CASE("cuts off a path that is too long, and restores it step by step") {
    tc3::field_path path;
    check_steps(path, "");
}

TEST_CASE("cuts off a single name that is longer than a path") {
    tc3::field_path path;
    const std::string name(1000, 'x');
    {
        const step left(path, std::string_view(name));
    }
    CHECK(spelled(path).empty());
    const step entered(path, std::string_view(name));
    CHECK(spelled(path) == name.substr(0, tc3::field_path::longest));
}

TEST_CASE("keeps the text of the first keep(), also after its steps have ended") {
    tc3::field_path path;
    const step filters(path, "Filters"sv);
    CHECK(path.view().empty());
    {
        const step element(path, std::size_t{2});
        path.keep();
    }
    path.keep();
    CHECK(path.view() == "Filters[2]");
    path.forget();
    CHECK(path.view().empty());
    path.keep();
    CHECK(path.view() == "Filters");
}
