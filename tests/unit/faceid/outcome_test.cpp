// SPDX-License-Identifier: MIT
// outcome: what an answer says of its own matter, for every way in which eKYC's answers say it.
#include "../../support/text_in_pieces.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace faceid = tc3::faceid;
using faceid::outcome;
using faceid::outcome_state;

namespace {

using owned = faceid::get_liveness_result_answer;
using borrowed = faceid::basic_get_liveness_result_answer<tc3::borrowed>;
using in_pieces = faceid::basic_get_liveness_result_answer<support::piecewise>;

// The forms that GetLivenessResult has not: a code for "not yet", several that mean yes, a number, an answer without texts.
struct polled {
    std::optional<std::string> result = {};
};
struct rated {
    std::optional<std::string_view> level = {};
};
struct numbered {
    std::optional<std::int64_t> error_code = {};
};
constexpr std::string_view low_or_mid[] = {"Low", "Mid"};
constexpr faceid::result_code number_meanings[] = {{"0", "passed"}, {"17", "not finished"}};
constexpr std::string_view zero[] = {"0"};

}  // namespace

template <>
inline constexpr auto faceid::outcome_rule_of<polled> =
    faceid::outcome_in<&polled::result>({.passed = zero, .pending = "-999", .meanings = faceid::sdk_result::all});
template <>
inline constexpr auto faceid::outcome_rule_of<rated> = faceid::outcome_in<&rated::level>({.passed = low_or_mid});
template <>
inline constexpr auto faceid::outcome_rule_of<numbered> =
    faceid::outcome_in<&numbered::error_code>({.passed = zero, .pending = "17", .meanings = number_meanings});

static_assert(faceid::states_outcome<owned> && faceid::states_outcome<borrowed> && faceid::states_outcome<in_pieces>);
static_assert(!faceid::states_outcome<faceid::apply_liveness_token_answer> && !faceid::states_outcome<faceid::get_liveness_result>);
static_assert(outcome(borrowed{.result = "0"}).passed());
static_assert(outcome(borrowed{}).state == outcome_state::unknown);

TEST_CASE("a code says passed or not passed, no code says nothing, in any storage") {
    struct {
        std::optional<std::string> result;
        outcome_state state;
        std::string_view text;
    } const cases[] = {
        {{}, outcome_state::unknown, ""},
        {"", outcome_state::unknown, ""},
        {"0", outcome_state::passed, "passed"},
        {"1001", outcome_state::not_passed, "the liveness engine could not be called"},
        {"1005", outcome_state::not_passed, "the liveness check failed"},
        {"-999", outcome_state::not_passed, ""},  // "not finished" in GetFaceIdResultIntl only
        {"1", outcome_state::not_passed, ""},
        {"00", outcome_state::not_passed, ""},
        {"0 ", outcome_state::not_passed, ""},
        {"+0", outcome_state::not_passed, ""},
        {"0.0", outcome_state::not_passed, ""},
        {"Success", outcome_state::not_passed, ""},
        {std::string("0\0", 2), outcome_state::not_passed, ""},
        {std::string("\0", 1), outcome_state::not_passed, ""},
    };
    for (const auto& each : cases) {
        CAPTURE(each.result.value_or("unset"));
        const owned answer{.result = each.result};
        borrowed view;
        in_pieces pieces;
        if (each.result) view.result = *each.result;
        if (each.result) pieces.result = support::text_in_pieces{*each.result};
        for (const faceid::outcome_info& said : {outcome(answer), outcome(view), outcome(pieces)}) {
            CHECK(said.state == each.state);
            CHECK(said.code == each.result.value_or(""));
            CHECK(said.text == each.text);
            CHECK(said.passed() == (each.state == outcome_state::passed));
            CHECK_FALSE(said.pending());
        }
    }
}

TEST_CASE("a code for not yet is pending") {
    CHECK(outcome(polled{"-999"}).pending());
    CHECK(outcome(polled{"0"}).passed());
    CHECK(outcome(polled{"2016"}).state == outcome_state::not_passed);
    CHECK(outcome(polled{"2016"}).text == "similarity under the pass threshold");
    CHECK(outcome(polled{""}).state == outcome_state::unknown);
    CHECK(outcome(polled{}).state == outcome_state::unknown);
}

TEST_CASE("several codes may mean yes") {
    CHECK(outcome(rated{"Low"}).passed());
    CHECK(outcome(rated{"Mid"}).passed());
    CHECK(outcome(rated{"High"}).state == outcome_state::not_passed);
    CHECK(outcome(rated{"low"}).state == outcome_state::not_passed);
    CHECK(outcome(rated{}).state == outcome_state::unknown);
}

TEST_CASE("a number is a code, and no number is not zero") {
    CHECK(outcome(numbered{0}).passed());
    CHECK(outcome(numbered{17}).pending());
    CHECK(outcome(numbered{17}).text == "not finished");
    CHECK(outcome(numbered{-17}).state == outcome_state::not_passed);
    CHECK(outcome(numbered{(std::numeric_limits<std::int64_t>::min)()}).code == "-9223372036854775808");
    CHECK(outcome(numbered{}).state == outcome_state::unknown);
}

TEST_CASE("text that is not valid to its end is no code") {
    in_pieces answer;
    answer.result = support::text_in_pieces{.characters = "0", .valid = false};
    CHECK(outcome(answer).state == outcome_state::unknown);
    CHECK(outcome(answer).code == "");
}

TEST_CASE("a long code is cut off, and is none of the known ones") {
    for (const std::size_t size : {62U, 63U, 64U, 100000U}) {
        const owned answer{.result = std::string(size, '0')};
        CHECK(outcome(answer).state == outcome_state::not_passed);
        CHECK(outcome(answer).code.size() == (size < 63 ? size : 63));
    }
}

TEST_CASE("an outcome refers to nothing of its answer") {
    const auto said = outcome(owned{.result = "1002"});  // the answer is gone
    CHECK(said.code == "1002");
    CHECK(said.text == "recording looks spoofed");
}

TEST_CASE("a code of the table stands there once, and has a text") {
    std::set<std::string_view> codes;
    for (const faceid::result_code& row : faceid::sdk_result::all) {
        CAPTURE(row.code);
        CHECK(codes.insert(row.code).second);
        CHECK_FALSE(row.text.empty());
        CHECK(row.code.size() <= faceid::longest_outcome_code);
    }
    CHECK(codes.size() == 13);
}

TEST_CASE("an outcome is one line") {
    struct {
        std::optional<std::string> result;
        std::string_view line;
    } const cases[] = {
        {{}, "unknown: no code"},
        {"0", "passed: 0"},
        {"1005", "not passed: 1005: the liveness check failed"},
        {"4711", "not passed: 4711"},
        {"1\r\n2\x1b[0m", "not passed: 1  2 [0m"},
    };
    for (const auto& [result, line] : cases) CHECK(to_string(outcome(owned{.result = result})) == line);
    CHECK(to_string(outcome(polled{"-999"})) == "pending: -999");
    CHECK(to_string(outcome(numbered{17})) == "pending: 17: not finished");
}
