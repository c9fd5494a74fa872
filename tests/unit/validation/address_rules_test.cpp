// SPDX-License-Identifier: MIT
// The forms of an address: a name or an IPv6 address in brackets, with or without a port.
#include "../../support/random.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

using tc3::errc;

namespace {

constexpr bool is_address(std::string_view text) { return tc3::validate_address(text).has_value(); }

static_assert(is_address("cvm.tencentcloudapi.com:443"));
static_assert(is_address("[::1]:443"));
static_assert(!is_address("[abc]"));

/// Returns the parts of a text between separators: one more than there are separators.
std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (c == separator) {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    return parts;
}

bool is_group(const std::string& text) {
    return !text.empty() && text.size() <= 4 && text.find_first_not_of("0123456789abcdefABCDEF") == std::string::npos;
}

/// Returns whether a text is groups that are separated by single colons.
bool are_groups(std::string_view text) {
    const auto groups = split(text, ':');
    return text.empty() || std::all_of(groups.begin(), groups.end(), is_group);
}

/// The grammar of RFC 4291 without the form of IPv4: groups, or two lists of groups around "::".
bool is_ipv6(std::string_view text) {
    const std::size_t gap = text.find("::");
    if (gap == std::string_view::npos) return are_groups(text) && split(text, ':').size() == 8;
    const std::string_view before = text.substr(0, gap), after = text.substr(gap + 2);
    const std::size_t count = (before.empty() ? 0 : split(before, ':').size()) + (after.empty() ? 0 : split(after, ':').size());
    return are_groups(before) && are_groups(after) && count < 8;
}

}  // namespace

TEST_CASE("an address is a name, an IPv6 address, or one of them with a port") {
    for (const std::string_view text : {"cvm.tencentcloudapi.com",
                                        "localhost",
                                        "a_b-c.d",
                                        "a.",
                                        "127.0.0.1",
                                        "a:1",
                                        "a:443",
                                        "a:65535",
                                        "10.0.0.1:8080",
                                        "[::]",
                                        "[::1]",
                                        "[1::]",
                                        "[::1]:8443",
                                        "[2001:DB8::ff00:42:8329]",
                                        "[1:2:3:4:5:6:7:8]",
                                        "[1:2:3:4:5:6:7::]",
                                        "[::2:3:4:5:6:7:8]",
                                        "[fe80::1.2.3.4]",
                                        "[::ffff:10.0.0.1]",
                                        "[0:0:0:0:0:ffff:255.255.255.255]:1"}) {
        CAPTURE(text);
        CHECK(is_address(text));
    }
    const std::string label(63, 'a');
    CHECK(is_address(label));
    CHECK(is_address(label + "." + label + ".com:80"));
}

TEST_CASE("the error of an address has the position at which the text stops being one") {
    struct {
        std::string_view text;
        errc code;
        std::size_t position;
    } const cases[] = {
        {"", errc::forbidden_character, 0},
        {".a", errc::forbidden_character, 0},
        {".", errc::forbidden_character, 0},
        {"a..b", errc::forbidden_character, 2},
        {"a b", errc::forbidden_character, 1},
        {"a\n", errc::forbidden_character, 1},
        {{"a\0", 2}, errc::forbidden_character, 1},
        {"a/", errc::forbidden_character, 1},
        {"a@b", errc::forbidden_character, 1},
        {"\xc3\xa4", errc::forbidden_character, 0},
        {"[::1.2.3]", errc::malformed, 8},
        {"[::1.2.3.4.5]", errc::malformed, 12},
        {"[1.2.3.4::]", errc::malformed, 8},
        {"[1.2::3.4]", errc::malformed, 4},
        {"[::1.2.3.4:5]", errc::malformed, 10},
        {":80", errc::forbidden_character, 0},
        // ports
        {"a:", errc::forbidden_character, 2},
        {"a:x", errc::forbidden_character, 2},
        {"a:0", errc::forbidden_character, 2},
        {"a.b:00443", errc::forbidden_character, 4},
        {"a:8x", errc::forbidden_character, 3},
        {{"a:8\0", 4}, errc::forbidden_character, 3},
        {"a:-8", errc::forbidden_character, 2},
        {"a:80:80", errc::forbidden_character, 4},
        {"a::1", errc::forbidden_character, 2},
        {"a:65536", errc::out_of_range, 6},
        {"a:99999", errc::out_of_range, 6},
        {"a:99999999999", errc::out_of_range, 6},
        {"[::1]x", errc::forbidden_character, 5},
        {"[::1]:", errc::forbidden_character, 6},
        {"[::1]:0", errc::forbidden_character, 6},
        {"[::1]:8 ", errc::forbidden_character, 7},
        // IPv6
        {"[", errc::malformed, 1},
        {"[]", errc::malformed, 1},
        {"[::1", errc::malformed, 4},
        {"[abc]", errc::malformed, 4},
        {"[1.2.3.4]", errc::malformed, 8},
        {"[::g]", errc::malformed, 3},
        {"[fe80::1%eth0]", errc::malformed, 8},
        {"[1:2:3:4:5:6:7]", errc::malformed, 14},
        {"[1:2:3:4:5:6:7:8:9]", errc::malformed, 18},
        {"[1:2:3:4:5:6:7::8:9]", errc::malformed, 19},
        {"[1::2::3]", errc::malformed, 8},
        {"[:::]", errc::malformed, 4},
        {"[:1]", errc::malformed, 3},
        {"[1:]", errc::malformed, 3},
        {"[:1::]", errc::malformed, 5},
        {"[::1:]", errc::malformed, 5},
    };
    for (const auto& [text, code, position] : cases) {
        const std::string address(text);  // clang 14 cannot capture a structured binding
        CAPTURE(address);
        const auto valid = tc3::validate_address(text);
        REQUIRE_FALSE(valid);
        CHECK(valid.error() == tc3::error{.code = code, .part = "address", .position = position});
    }
}

TEST_CASE("the error of an address with a long label gives its size") {
    const auto message_of = [](std::string_view text) {
        std::string message;
        tc3::write_error(message, tc3::validate_address(text).error());
        return message;
    };
    const std::string label(63, 'a');
    CHECK(message_of(label + "a") == "label is too large: 64 bytes, the limit is 63");
    CHECK(message_of("www." + label + "abc.com:443") == "label is too large: 66 bytes, the limit is 63");
    CHECK(message_of("[::12345]") == "label is too large: 5 bytes, the limit is 4");
    CHECK(message_of("a:65536") == "address is out of range, at byte 6");
    CHECK(message_of("[abc]") == "address is malformed, at byte 4");
}

TEST_CASE("every port from 1 to 65535 is valid in decimal without a leading zero, and no other") {
    for (std::size_t port = 0; port <= 70000; ++port) {
        const std::string digits = std::to_string(port);
        if (is_address("a:" + digits) != (port >= 1 && port <= 65535)) FAIL("port " << digits);
        if (is_address("a:0" + digits)) FAIL("port 0" << digits);
    }
}

TEST_CASE("IPv6 addresses are those of the grammar") {
    support::random_input random(3);
    std::size_t valid = 0;
    for (int i = 0; i < 200000; ++i) {
        std::string text;
        for (std::size_t groups = random.number(0, 9); groups != 0; --groups) {
            text += random.text(random.number(0, 4) * random.number(0, 1) + random.number(0, 1), "0aF9");
            if (groups != 1 || random.number(0, 3) == 0) text += ':';
        }
        CAPTURE(text);
        REQUIRE(is_address("[" + text + "]") == is_ipv6(text));
        if (is_ipv6(text)) ++valid;
    }
    CHECK(valid > 1000);
}

TEST_CASE("check_address() names the part that holds the address, and keeps an earlier error") {
    tc3::first_error errors;
    tc3::check_address(errors, "host", "a:65535");
    CHECK(errors.ok());
    tc3::check_address(errors, "connect address", "a b");
    tc3::check_address(errors, "host", std::string(64, 'a'));
    CHECK(errors.error() == tc3::error{.code = errc::forbidden_character, .part = "connect address", .position = 1});
}
