// SPDX-License-Identifier: MIT
// The rules for the path and the query of a request.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using tc3::errc;

TEST_CASE("validate_target accepts paths and queries of any encoding") {
    CHECK(tc3::validate_target("/", ""));
    CHECK(tc3::validate_target("/v1//a%2Fb/%E4%BD%A0/../~x", "B=2&A=1&A=%2a+%2A&=&&C=?/!'()*"));
    CHECK(tc3::validate_target("/\xe4\xbd\xa0", "Name=\xe4\xbd\xa0"));
    static_assert(tc3::validate_target("/", "Limit=10").has_value());
}

TEST_CASE("validate_target rejects what would not survive the request line") {
    struct {
        std::string_view uri;
        std::string_view query;
        tc3::error error;
    } const cases[] = {
        {"", "", {.code = errc::missing, .part = "canonical URI"}},
        {"v1", "", {.code = errc::forbidden_character, .part = "canonical URI"}},
        {"?", "", {.code = errc::forbidden_character, .part = "canonical URI"}},
        {"/a b", "", {.code = errc::forbidden_character, .part = "canonical URI", .position = 2}},
        {"/a\n", "", {.code = errc::forbidden_character, .part = "canonical URI", .position = 2}},
        {"/a?b=1", "", {.code = errc::forbidden_character, .part = "canonical URI", .position = 2}},
        {"/a#b", "", {.code = errc::forbidden_character, .part = "canonical URI", .position = 2}},
        {"/a?b c", "", {.code = errc::forbidden_character, .part = "canonical URI", .position = 2}},
        {"/\xff", "", {.code = errc::invalid_utf8, .part = "canonical URI", .position = 1}},
        {"/", " ", {.code = errc::forbidden_character, .part = "query", .position = 0}},
        {"/", "A=1\r\n", {.code = errc::forbidden_character, .part = "query", .position = 3}},
        {"/", "A=\t", {.code = errc::forbidden_character, .part = "query", .position = 2}},
        {"/", "A=#", {.code = errc::forbidden_character, .part = "query", .position = 2}},
        {"/", std::string_view("A\0", 2), {.code = errc::forbidden_character, .part = "query", .position = 1}},
        {"/", "A=\xe4\xbd", {.code = errc::invalid_utf8, .part = "query", .position = 2}},
    };
    for (const auto& [uri, query, error] : cases) {
        const std::string uri_text(uri);
        CAPTURE(uri_text);
        const auto valid = tc3::validate_target(uri, query);
        REQUIRE_FALSE(valid);
        CHECK(valid.error() == error);
    }
}
