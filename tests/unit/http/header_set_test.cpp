// SPDX-License-Identifier: MIT
// Headers in two places are signed as if they stood in one.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

using tc3::errc;
using tc3::http::header;
namespace signing = tc3::signing;

namespace {

constexpr tc3::credential_view who{"AKIDEXAMPLE", "secret"};
constexpr tc3::unix_time now{1551113065};

const std::vector<header> headers{{"X-B", "1"}, {"Host", "a.b"}, {"x-a", "2"}, {"Content-Type", "text/plain"}, {"X-c", "3"}};

tc3::http::header_set split_at(const std::vector<header>& all, std::size_t first) {
    return {std::span(all).first(first), std::span(all).subspan(first)};
}

std::string canonical(const tc3::http::header_set& set) {
    std::string text;
    signing::write_canonical_request(text, {.headers = set});
    return text;
}

std::string signed_value(const tc3::http::header_set& set) {
    const auto value = signing::authorization({.headers = set}, "faceid", now, who);
    if (!value) return "refused";
    std::string text;
    value->write(text);
    return text;
}

}  // namespace

TEST_CASE("a set of headers is made from what a list of them is made from") {
    const std::array<header, 2> array{{{"A", "1"}, {"B", "2"}}};
    const std::vector<header> vector{{"A", "1"}, {"B", "2"}};
    const header plain[] = {{"A", "1"}, {"B", "2"}};
    const tc3::http::header_set sets[] = {array, vector, plain, std::span<const header>(vector), {vector, {}}, {{}, array}};
    for (const tc3::http::header_set& set : sets) {
        REQUIRE(set.size() == 2);
        CHECK(set[0].name == "A");
        CHECK(set[1].name == "B");
    }
    CHECK(tc3::http::header_set().size() == 0);
}

TEST_CASE("headers in two lists are signed like those in one, wherever they are split") {
    const std::string whole = signed_value(headers);
    CHECK(whole.find("SignedHeaders=content-type;host;x-a;x-b;x-c,") != std::string::npos);
    for (std::size_t first = 0; first <= headers.size(); ++first) {
        CHECK(canonical(split_at(headers, first)) == canonical(headers));
        CHECK(signed_value(split_at(headers, first)) == whole);
        const auto prepared = signing::make_signing_request({.headers = split_at(headers, first)}, "faceid", now);
        REQUIRE(prepared);
        CHECK(prepared->signed_headers.size() == headers.size());
    }
}

TEST_CASE("a header that stands in both lists stands twice") {
    const std::vector<header> twin{{"X-Name", "1"}, {"Content-Type", "a/b"}, {"Host", "a.b"}, {" x-name", "2"}};
    for (std::size_t first = 0; first <= twin.size(); ++first) {
        const auto valid = signing::validate({.headers = split_at(twin, first)});
        REQUIRE_FALSE(valid);
        CHECK(valid.error() == tc3::error{.code = errc::duplicate, .part = "header name", .name = "x-name"});
    }
}

TEST_CASE("what the second list holds is checked like the first") {
    const std::vector<header> bad{{"Content-Type", "a/b"}, {"Host", "a.b"}, {"X-Name", "a\r\nb"}};
    for (std::size_t first = 0; first <= bad.size(); ++first) {
        const auto valid = signing::validate({.headers = split_at(bad, first)});
        REQUIRE_FALSE(valid);
        CHECK(valid.error() == tc3::error{.code = errc::forbidden_character, .part = "header value", .position = 1, .name = "X-Name"});
    }
}
