// SPDX-License-Identifier: MIT
// The forms of an address: a name or an IPv6 address in brackets, with or without a port.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>

TEST_CASE("find_address_error accepts names, IPv6 addresses and ports") {
    for (const std::string_view text : {"cvm.tencentcloudapi.com", "localhost", "a_b-c.d", "a.", "127.0.0.1", "a:1", "a:443", "a:65535",
                                        "10.0.0.1:8080", "[::1]", "[::1]:8443", "[fe80::1.2.3.4]"}) {
        const std::string address(text);
        CAPTURE(address);
        CHECK(tc3::find_address_error(text) == std::string_view::npos);
    }
    static_assert(tc3::find_address_error("cvm.tencentcloudapi.com:443") == std::string_view::npos);
}

TEST_CASE("find_address_error returns the position at which a text stops being an address") {
    struct {
        std::string_view text;
        std::size_t position;
    } const cases[] = {
        {"", 0},        {".a", 0},       {".", 0},       {"a..b", 2},    {"a b", 1},           {"a\n", 1}, {"a/", 1},
        {"a@b", 1},     {"\xc3\xa4", 0}, {":80", 0},     {"a:", 1},      {"a:x", 1},           {"a:0", 1}, {"a:65536", 1},
        {"a:99999", 1}, {"a:8x", 3},     {"a:80:80", 4}, {"a::1", 1},    {"a:99999999999", 1}, {"[", 1},   {"[]", 1},
        {"[::1", 4},    {"[::1]x", 5},   {"[::1]:", 5},  {"[::1]:0", 5}, {"[::1]:8 ", 7},
    };
    for (const auto& [text, position] : cases) {
        const std::string address(text);
        CAPTURE(address);
        CHECK(tc3::find_address_error(text) == position);
    }
}

TEST_CASE("check_address names the part that holds the address") {
    tc3::first_error errors;
    tc3::check_address(errors, "host", "a:65535");
    CHECK(errors.ok());
    tc3::check_address(errors, "connect address", "a b");
    CHECK(errors.error() == tc3::error{.code = tc3::errc::forbidden_character, .part = "connect address", .position = 1});
}
