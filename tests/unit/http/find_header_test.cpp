// SPDX-License-Identifier: MIT
// Headers are found by name, in any case; a duplicate is not a single header.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <array>
#include <span>
#include <string_view>
#include <vector>

using tc3::http::find_header;
using tc3::http::find_single_header;
using tc3::http::header;

namespace {

const std::vector<header> headers{{"Host", "a.b"}, {"X-Name", "1"}, {" Content-Type\t", "text/plain"}, {"x-name", "2"}, {"", "no name"}};

}  // namespace

TEST_CASE("finds a header by its name in any case") {
    for (const std::string_view name : {"Host", "host", "HOST"}) {
        CAPTURE(name);
        CHECK(find_header(headers, name) == &headers[0]);
        CHECK(find_single_header(headers, name) == &headers[0]);
    }
}

TEST_CASE("ignores blanks around the names in the list") {
    CHECK(find_header(headers, "content-type") == &headers[2]);
    CHECK(find_single_header(headers, "content-type") == &headers[2]);
    CHECK(find_header(headers, " content-type") == nullptr);
}

TEST_CASE("finds the first of several headers with one name") { CHECK(find_header(headers, "X-NAME") == &headers[1]); }

TEST_CASE("treats a duplicate header as missing") {
    CHECK(find_single_header(headers, "X-Name") == nullptr);

    const std::vector<header> with_blank{{"Host", "a.b"}, {" host ", "c.d"}};
    CHECK(find_single_header(with_blank, "Host") == nullptr);
    const std::vector<header> equal_values{{"Host", "a.b"}, {"Host", "a.b"}};
    CHECK(find_single_header(equal_values, "Host") == nullptr);
    const std::vector<header> three{{"Host", "1"}, {"Host", "2"}, {"Host", "3"}};
    CHECK(find_single_header(three, "Host") == nullptr);
}

TEST_CASE("returns null for a name that is not in the list") {
    for (const std::string_view name : {"Hos", "Hosts", "X", "a.b"}) {
        CAPTURE(name);
        CHECK(find_header(headers, name) == nullptr);
        CHECK(find_single_header(headers, name) == nullptr);
    }
    CHECK(find_header({}, "Host") == nullptr);
    CHECK(find_single_header({}, "Host") == nullptr);
    CHECK(find_header({}, "") == nullptr);
}

TEST_CASE("an empty name finds a header without a name only") {
    CHECK(find_header(headers, "") == &headers[4]);
    CHECK(find_single_header(std::span(headers).first(4), "") == nullptr);
}

TEST_CASE("finds the last header of a list") {
    const std::vector<header> list{{"A", "1"}, {"B", "2"}};
    CHECK(find_single_header(list, "b") == &list[1]);
}

TEST_CASE("headers are found at compile time") {
    static constexpr std::array<header, 3> list{{{"Host", "a.b"}, {"X-Name", "1"}, {"X-Name", "2"}}};
    static_assert(find_header(list, "host")->value == "a.b");
    static_assert(find_header(list, "x-name")->value == "1");
    static_assert(find_single_header(list, "host") == list.data());
    static_assert(find_single_header(list, "x-name") == nullptr);
}
