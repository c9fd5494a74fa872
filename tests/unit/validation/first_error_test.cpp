// SPDX-License-Identifier: MIT
// The rules for texts, one by one, and that the first fault is the one that is kept.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using tc3::errc;
using tc3::part;
using tc3::text_rule;

namespace {

constexpr tc3::error no_fault{};

constexpr tc3::error fault_of(const text_rule& rule, std::string_view text, std::size_t start = 0) {
    tc3::first_fault rules;
    rules.examine(rule, text, start);
    const auto outcome = rules.outcome();
    return outcome ? no_fault : outcome.error();
}

constexpr tc3::error fault(errc code, std::size_t at = tc3::error::no_position) { return {.code = code, .where = part::host, .at = at}; }

}  // namespace

TEST_CASE("each part of a rule finds its fault") {
    constexpr text_rule anything{.where = part::host};
    constexpr text_rule required{.where = part::host, .required = true};
    constexpr text_rule unpasted{.where = part::host, .unpasted = true};
    constexpr text_rule utf8{.where = part::host, .utf8 = true};
    constexpr text_rule digits{.where = part::host, .allowed = tc3::ascii::is_digit};
    const struct {
        text_rule rule;
        std::string_view text;
        tc3::error fault;
    } cases[] = {
        {anything, "", no_fault},
        {anything, "\xff\n ", no_fault},
        {required, "", fault(errc::missing)},
        {required, " ", no_fault},
        {unpasted, "", no_fault},
        {unpasted, "a b", no_fault},
        {unpasted, " a", fault(errc::blank_at_end)},
        {unpasted, "a\n", fault(errc::blank_at_end)},
        {unpasted, "\va", fault(errc::blank_at_end)},
        {unpasted, "\xc2\xa0", fault(errc::blank_at_end)},
        {unpasted, "a\xc2\xa0", fault(errc::blank_at_end)},
        {unpasted,
         "\xc2\xa0"
         "a",
         fault(errc::blank_at_end)},
        {unpasted,
         "\xef\xbb\xbf"
         "a",
         fault(errc::blank_at_end)},
        {unpasted, "a\xef\xbb\xbf", fault(errc::blank_at_end)},
        {unpasted, "\xc2", no_fault},
        {unpasted, "\xa0", no_fault},
        {unpasted, "\xef\xbb", no_fault},
        {utf8, "a\xc3\xa4", no_fault},
        {utf8, "a\xc3", fault(errc::invalid_utf8, 1)},
        {digits, "0123456789", no_fault},
        {digits, "01x", fault(errc::forbidden_character, 2)},
    };
    for (const auto& [rule, text, expected] : cases) {
        const std::string shown(text);
        CAPTURE(shown);
        CHECK(fault_of(rule, text) == expected);
    }
    static_assert(fault_of(digits, "1-") == fault(errc::forbidden_character, 1));
}

TEST_CASE("positions are counted from the start of the part") {
    constexpr text_rule rule{.where = part::host, .utf8 = true, .allowed = tc3::ascii::is_field_value};
    CHECK(fault_of(rule, "a\n", 3) == fault(errc::forbidden_character, 4));
    CHECK(fault_of(rule, "a\xff", 3) == fault(errc::invalid_utf8, 4));
}

TEST_CASE("the first fault is kept, and gets the name of what it concerns") {
    tc3::first_fault rules;
    CHECK(rules.ok());
    rules.set_name(part::host, "nobody");
    CHECK(rules.outcome());
    rules.add(errc::missing, part::header_value);
    rules.add({.code = errc::too_large, .where = part::host});
    rules.set_name(part::host, "another");
    rules.set_name(part::header_value, "X-Name");
    rules.set_name(part::header_value, "X-Later");
    CHECK_FALSE(rules.ok());
    CHECK(rules.outcome().error() == tc3::error{.code = errc::missing, .where = part::header_value, .name = "X-Name"});
}

TEST_CASE("a value is made only where there is no fault") {
    tc3::first_fault rules;
    int made = 0;
    const auto make = [&made] { return ++made; };
    REQUIRE(rules.outcome(make));
    rules.add(errc::missing, part::host);
    CHECK(rules.outcome(make).error() == tc3::error{.code = errc::missing, .where = part::host});
    CHECK(made == 1);
}

TEST_CASE("a size is a fault only above its limit") {
    tc3::first_fault rules;
    rules.expect_at_most(part::body, 8, 8);
    CHECK(rules.ok());
    rules.expect_at_most(part::body, 9, 8);
    CHECK(rules.fault() == tc3::error{.code = errc::too_large, .where = part::body, .at = 9, .limit = 8});
}

TEST_CASE("the first fault has its own name, or the one that is told later") {
    tc3::first_fault named;
    named.add(errc::duplicate, part::header_name, "X-Name");
    named.add(errc::not_allowed, part::header_name, "X-Other");
    CHECK(named.fault() == tc3::error{.code = errc::duplicate, .where = part::header_name, .name = "X-Name"});
    named.set_name("");
    CHECK(named.fault().name == "X-Name");
    named.set_name("Filters[2].Name");
    CHECK(named.fault().name == "Filters[2].Name");
}
