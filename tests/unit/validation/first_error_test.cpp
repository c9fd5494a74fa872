// SPDX-License-Identifier: MIT
// first_error: each member of a text_rule, and the error that is kept.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>

using tc3::errc;
using tc3::text_rule;

namespace {

constexpr tc3::error no_error{};

constexpr tc3::error error_of(const text_rule& rule, std::string_view text, std::size_t start = 0) {
    tc3::first_error errors;
    errors.check_text(rule, text, start);
    const auto valid = errors.to_result();
    return valid ? no_error : valid.error();
}

constexpr tc3::error host_error(errc code, std::size_t position = tc3::error::no_position) {
    return {.code = code, .part = "host", .position = position};
}

}  // namespace

TEST_CASE("check_text adds an error for each member of a rule that a text violates") {
    constexpr text_rule anything{.part = "host"};
    constexpr text_rule required{.part = "host", .required = true};
    constexpr text_rule trimmed{.part = "host", .trimmed = true};
    constexpr text_rule utf8{.part = "host", .utf8 = true};
    constexpr text_rule digits{.part = "host", .allowed = tc3::class_of<tc3::ascii::is_digit>};
    const struct {
        text_rule rule;
        std::string_view text;
        tc3::error error;
    } cases[] = {
        {anything, "", no_error},
        {anything, "\xff\n ", no_error},
        {required, "", host_error(errc::missing)},
        {required, " ", no_error},
        {trimmed, "", no_error},
        {trimmed, "a b", no_error},
        {trimmed, " a", host_error(errc::untrimmed, 0)},
        {trimmed, " a ", host_error(errc::untrimmed, 0)},
        {trimmed, "a\n", host_error(errc::untrimmed, 1)},
        {trimmed, "a\r\n", host_error(errc::untrimmed, 2)},
        {trimmed, "\va", host_error(errc::untrimmed, 0)},
        {trimmed, "\t", host_error(errc::untrimmed, 0)},
        {trimmed, "a\x08", no_error},
        {trimmed, "a\x0e", no_error},
        {utf8, "a\xc3\xa4", no_error},
        {utf8, "a\xc3", host_error(errc::invalid_utf8, 1)},
        {digits, "0123456789", no_error},
        {digits, "01x", host_error(errc::forbidden_character, 2)},
    };
    for (const auto& [rule, text, expected] : cases) {
        const std::string text_shown(text);
        CAPTURE(text_shown);
        CHECK(error_of(rule, text) == expected);
    }
    static_assert(error_of(digits, "1-") == host_error(errc::forbidden_character, 1));
}

TEST_CASE("check_text counts positions from the start of the text unless told where the text starts") {
    constexpr text_rule digits_only{.part = "host", .allowed = tc3::class_of<tc3::ascii::is_digit>};
    tc3::first_error errors;
    errors.check_text(digits_only, "12x");
    CHECK(errors.to_result().error() == host_error(errc::forbidden_character, 2));
}

TEST_CASE("check_text counts positions from the start of the part") {
    constexpr text_rule rule{.part = "host", .utf8 = true, .allowed = tc3::class_of<tc3::ascii::is_field_value>};
    CHECK(error_of(rule, "a\n", 3) == host_error(errc::forbidden_character, 4));
    CHECK(error_of(rule, "a\xff", 3) == host_error(errc::invalid_utf8, 4));
}

TEST_CASE("name_character() sets the character at the position of an error that is about a character") {
    const auto character_of = [](errc code, std::size_t position, std::string_view text) {
        tc3::first_error errors;
        errors.add(code, "host", position);
        errors.name_character(text);
        return errors.error().character;
    };
    CHECK(character_of(errc::forbidden_character, 1, "a/") == u'/');
    CHECK(character_of(errc::untrimmed, 0, " a") == u' ');
    CHECK(character_of(errc::forbidden_character, 2, "a/") == 0);
    CHECK(character_of(errc::out_of_range, 1, "a/") == 0);
    CHECK(character_of(errc::forbidden_character, tc3::error::no_position, "a/") == 0);
}

TEST_CASE("only the first error is kept, with the name of its header") {
    constexpr text_rule required{.part = "header value", .required = true};
    tc3::first_error errors;
    CHECK(errors.ok());
    errors.check_value(required, "X-Good", "value");
    CHECK(errors.to_result());
    errors.check_value(required, "X-Name", "");
    errors.add({.code = errc::too_large, .part = "host"});
    errors.check_value(required, "X-Later", "");
    CHECK_FALSE(errors.ok());
    CHECK(errors.to_result().error() == tc3::error{.code = errc::missing, .part = "header value", .name = "X-Name"});
}

TEST_CASE("to_result makes a value only without an error") {
    tc3::first_error errors;
    int calls = 0;
    const auto make = [&calls] { return ++calls; };
    REQUIRE(errors.to_result(make));
    errors.add(errc::missing, "host");
    CHECK(errors.to_result(make).error() == tc3::error{.code = errc::missing, .part = "host"});
    CHECK(calls == 1);
}

TEST_CASE("check_size adds an error only above the limit") {
    tc3::first_error errors;
    errors.check_size("body", 8, 8);
    CHECK(errors.ok());
    errors.check_size("body", 9, 8);
    CHECK(errors.error() == tc3::error{.code = errc::too_large, .part = "body", .needed = 9, .limit = 8});
}

TEST_CASE("set_field replaces the name of the error, unless the field has no name") {
    tc3::first_error errors;
    errors.add(errc::duplicate, "header name", "X-Name");
    errors.add(errc::not_allowed, "header name", "X-Other");
    CHECK(errors.error() == tc3::error{.code = errc::duplicate, .part = "header name", .name = "X-Name"});
    errors.set_field("");
    CHECK(errors.error().name == "X-Name");
    errors.set_field("Filters[2].Name");
    CHECK(errors.error().name == "Filters[2].Name");
}
