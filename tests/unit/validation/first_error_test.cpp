// SPDX-License-Identifier: MIT
// The rules for texts, one by one, and that the first fault is the one that is kept.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using tc3::errc;
using tc3::text_rule;

namespace {

constexpr tc3::error no_error{};

constexpr tc3::error error_of(const text_rule& rule, std::string_view text, std::size_t start = 0) {
    tc3::first_error rules;
    rules.check_text(rule, text, start);
    const auto outcome = rules.to_result();
    return outcome ? no_error : outcome.error();
}

constexpr tc3::error error(errc code, std::size_t at = tc3::error::no_position) { return {.code = code, .part = "host", .position = at}; }

}  // namespace

TEST_CASE("each part of a rule finds its fault") {
    constexpr text_rule anything{.part = "host"};
    constexpr text_rule required{.part = "host", .required = true};
    constexpr text_rule trimmed{.part = "host", .trimmed = true};
    constexpr text_rule utf8{.part = "host", .utf8 = true};
    constexpr text_rule digits{.part = "host", .allowed = tc3::ascii::is_digit};
    const struct {
        text_rule rule;
        std::string_view text;
        tc3::error error;
    } cases[] = {
        {anything, "", no_error},
        {anything, "\xff\n ", no_error},
        {required, "", error(errc::missing)},
        {required, " ", no_error},
        {trimmed, "", no_error},
        {trimmed, "a b", no_error},
        {trimmed, " a", error(errc::untrimmed)},
        {trimmed, "a\n", error(errc::untrimmed)},
        {trimmed, "\va", error(errc::untrimmed)},
        {trimmed, "\xc2\xa0", error(errc::untrimmed)},
        {trimmed, "a\xc2\xa0", error(errc::untrimmed)},
        {trimmed,
         "\xc2\xa0"
         "a",
         error(errc::untrimmed)},
        {trimmed,
         "\xef\xbb\xbf"
         "a",
         error(errc::untrimmed)},
        {trimmed, "a\xef\xbb\xbf", error(errc::untrimmed)},
        {trimmed, "\xc2", no_error},
        {trimmed, "\xa0", no_error},
        {trimmed, "\xef\xbb", no_error},
        {utf8, "a\xc3\xa4", no_error},
        {utf8, "a\xc3", error(errc::invalid_utf8, 1)},
        {digits, "0123456789", no_error},
        {digits, "01x", error(errc::forbidden_character, 2)},
    };
    for (const auto& [rule, text, expected] : cases) {
        const std::string shown(text);
        CAPTURE(shown);
        CHECK(error_of(rule, text) == expected);
    }
    static_assert(error_of(digits, "1-") == error(errc::forbidden_character, 1));
}

TEST_CASE("positions are counted from the start of the part") {
    constexpr text_rule rule{.part = "host", .utf8 = true, .allowed = tc3::ascii::is_field_value};
    CHECK(error_of(rule, "a\n", 3) == error(errc::forbidden_character, 4));
    CHECK(error_of(rule, "a\xff", 3) == error(errc::invalid_utf8, 4));
}

TEST_CASE("the first fault is kept, and gets the name of what it concerns") {
    tc3::first_error rules;
    CHECK(rules.ok());
    rules.set_name("host", "nobody");
    CHECK(rules.to_result());
    rules.add(errc::missing, "header value");
    rules.add({.code = errc::too_large, .part = "host"});
    rules.set_name("host", "another");
    rules.set_name("header value", "X-Name");
    rules.set_name("header value", "X-Later");
    CHECK_FALSE(rules.ok());
    CHECK(rules.to_result().error() == tc3::error{.code = errc::missing, .part = "header value", .name = "X-Name"});
}

TEST_CASE("a value is made only where there is no fault") {
    tc3::first_error rules;
    int made = 0;
    const auto make = [&made] { return ++made; };
    REQUIRE(rules.to_result(make));
    rules.add(errc::missing, "host");
    CHECK(rules.to_result(make).error() == tc3::error{.code = errc::missing, .part = "host"});
    CHECK(made == 1);
}

TEST_CASE("a size is a fault only above its limit") {
    tc3::first_error rules;
    rules.check_size("body", 8, 8);
    CHECK(rules.ok());
    rules.check_size("body", 9, 8);
    CHECK(rules.error() == tc3::error{.code = errc::too_large, .part = "body", .needed = 9, .limit = 8});
}

TEST_CASE("the first fault has its own name, or the one that is told later") {
    tc3::first_error named;
    named.add(errc::duplicate, "header name", "X-Name");
    named.add(errc::not_allowed, "header name", "X-Other");
    CHECK(named.error() == tc3::error{.code = errc::duplicate, .part = "header name", .name = "X-Name"});
    named.set_field("");
    CHECK(named.error().name == "X-Name");
    named.set_field("Filters[2].Name");
    CHECK(named.error().name == "Filters[2].Name");
}
