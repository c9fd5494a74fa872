// SPDX-License-Identifier: MIT
// outcome(): the verdict of each output of eKYC, for each of its codes.
#include "../../../support/faceid_facts.hpp"
#include "../../../support/random.hpp"
#include "../../../support/text_in_pieces.hpp"
#include <tc3/tc3.hpp>
#if __has_include(<tc3/faceid/retired/get_web_verification_result.hpp>)
#include <tc3/faceid/retired/get_card_verification_result.hpp>
#include <tc3/faceid/retired/get_web_verification_result.hpp>
#define HAS_RETIRED_ACTIONS 1
#else
#define HAS_RETIRED_ACTIONS 0
#endif

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace faceid = tc3::faceid;
using faceid::outcome;
using faceid::outcome_state;
using tc3::error_category;

namespace {

using owned = faceid::get_liveness_result_output;
using borrowed = faceid::basic_get_liveness_result_output<tc3::borrowed>;
using in_pieces = faceid::basic_get_liveness_result_output<support::piecewise>;

// ---- from the facts ----------------------------------------------------------------------------------------------------------------

template <template <class> class... Inputs>
struct input_list {};

// All actions whose output states an outcome; a test checks that none is missing.
using all_with_outcome =
    input_list<faceid::basic_bank_card_2e_verification, faceid::basic_bank_card_4e_verification, faceid::basic_bank_card_verification,
               faceid::basic_check_bank_card_information, faceid::basic_check_id_card_information, faceid::basic_check_id_name_date,
               faceid::basic_compare_face_liveness, faceid::basic_detect_ai_fake_faces, faceid::basic_detect_reflect_liveness_and_compare,
               faceid::basic_get_face_id_result_intl, faceid::basic_get_liveness_result, faceid::basic_get_sdk_verification_result,
               faceid::basic_get_web_verification_result_intl, faceid::basic_get_wx_nfc_result, faceid::basic_id_card_ocr_verification,
               faceid::basic_id_card_verification, faceid::basic_image_recognition, faceid::basic_image_recognition_v2,
               faceid::basic_liveness_compare, faceid::basic_mobile_network_time_verification, faceid::basic_mobile_status,
               faceid::basic_phone_verification, faceid::basic_video_liveness_compare>;

#if HAS_RETIRED_ACTIONS
using retired_with_outcome = input_list<faceid::basic_get_card_verification_result, faceid::basic_get_web_verification_result>;
#else
using retired_with_outcome = input_list<>;
#endif

/// Returns the outcome of an output with this JSON value in `field`. Checks that both storages agree.
template <template <class> class Input>
faceid::outcome_info outcome_with(const std::string& field, const nlohmann::json& value) {
    const std::string body = nlohmann::json{{"Response", {{field, value}, {"RequestId", "r"}}}}.dump();
    const auto owned_output = tc3::parse_body<Input<tc3::owning>>(body);
    REQUIRE(owned_output);
    char memory[1024];
    tc3::workspace space(memory);
    const auto borrowed_output = tc3::parse_body<Input<tc3::borrowed>>(body, space);
    REQUIRE(borrowed_output);
    const faceid::outcome_info verdict = outcome(*owned_output);
    CHECK(to_string(outcome(*borrowed_output)) == to_string(verdict));
    CHECK(outcome(*borrowed_output).category == verdict.category);
    return verdict;
}

struct action_facts {
    const nlohmann::json& action;
    const nlohmann::json& values;
    std::string field;
};

const nlohmann::json& named(const nlohmann::json& list, std::string_view name) {
    for (const nlohmann::json& each : list) {
        if (each.at("name").get<std::string>() == name) return each;
    }
    FAIL("the facts have no " << name);
    return list;
}

action_facts facts_of(std::string_view name) {
    const nlohmann::json& action = named(support::faceid_facts().at("actions"), name);
    const auto field = action.at("outcome").at("field").get<std::string>();
    const auto values = named(action.at("response"), field).at("values").get<std::string>();
    return {action, support::faceid_facts().at("value_sets").at(values), field};
}

bool contains(const nlohmann::json& list, const nlohmann::json& value) {
    for (const nlohmann::json& each : list) {
        if (each == value) return true;
    }
    return false;
}

bool has_row(const action_facts& facts, const nlohmann::json& value) {
    for (const nlohmann::json& row : facts.values.at("values")) {
        if (row.at("value") == value) return true;
    }
    return false;
}

outcome_state state_by_facts(const action_facts& facts, const nlohmann::json& value) {
    if (contains(facts.values.at("passed"), value)) return outcome_state::passed;
    return facts.action.at("outcome").value("pending", nlohmann::json()) == value ? outcome_state::pending : outcome_state::not_passed;
}

error_category category_by_facts(outcome_state state, const std::string& category_of_row) {
    if (state == outcome_state::passed) return error_category::verification_outcome;
    return state == outcome_state::not_passed ? support::category_named(category_of_row) : error_category::unknown;
}

template <template <class> class Input>
void check_codes_of() {
    const std::string name(tc3::action_of<Input<tc3::owning>>.name);
    CAPTURE(name);
    const action_facts facts = facts_of(name);
    for (const nlohmann::json& row : facts.values.at("values")) {
        const nlohmann::json& value = row.at("value");
        const std::string code = value.is_string() ? value.get<std::string>() : value.dump();
        CAPTURE(code);
        const faceid::outcome_info verdict = outcome_with<Input>(facts.field, value);
        CHECK(verdict.state == state_by_facts(facts, value));
        CHECK(verdict.code == code);
        CHECK(verdict.text == row.at("meaning").get<std::string>());
        CHECK(verdict.category == category_by_facts(verdict.state, row.value("category", "verification_outcome")));
        CHECK(verdict.decided() == (verdict.category == error_category::verification_outcome));
    }
    const nlohmann::json unknown_code = facts.values.at("type") == "string" ? nlohmann::json("4711") : nlohmann::json(4711);
    const faceid::outcome_info verdict = outcome_with<Input>(facts.field, unknown_code);
    CHECK(to_string(verdict) == "not passed: 4711");
    CHECK_FALSE(verdict.decided());
    CHECK(to_string(outcome_with<Input>(facts.field, nullptr)) == "unknown: no code");
    CHECK_FALSE(outcome_with<Input>(facts.field, nullptr).decided());
    CHECK(to_string(outcome_with<Input>("Other", 0)) == "unknown: no code");
}

template <template <class> class Input>
void check_error_codes_of() {
    const std::string name(tc3::action_of<Input<tc3::owning>>.name);
    CAPTURE(name);
    const action_facts facts = facts_of(name);
    if (facts.values.at("type") != "string") return;
    const bool has_error_codes = facts.values.value("error_codes", false);
    for (const faceid::error_code_info& row : faceid::error_codes) {
        const std::string code(row.code);
        CAPTURE(code);
        if (has_row(facts, code)) continue;  // the meaning of the own table takes precedence
        const faceid::outcome_info verdict = outcome_with<Input>(facts.field, code);
        CHECK(verdict.state == outcome_state::not_passed);
        CHECK(verdict.code == code);
        CHECK(verdict.text == (has_error_codes ? row.meaning : ""));
        CHECK(verdict.category == (has_error_codes ? row.category : error_category::unknown));
    }
}

// ---- outputs that were changed on the way ------------------------------------------------------------------------------------------

/// Returns a body as nlohmann-json can parse it: without damaged text, and so that no text becomes equal to a code.
std::string without_damage(std::string body) {
    for (char& c : body) c = static_cast<unsigned char>(c) < 0x80 ? c : '?';
    constexpr std::string_view halves[] = {"\\ud8", "\\udc", "\\uD8", "\\uDC"};
    for (const std::string_view half : halves) {
        for (std::size_t at = body.find(half); at != std::string::npos; at = body.find(half)) body.replace(at, half.size(), "\\u00");
    }
    return body;
}

/// Returns whether a body states once, in the described type and place, that the person passed.
bool states_that_passed(const std::string& body, const action_facts& facts) {
    std::size_t responses = 0;
    std::size_t fields = 0;
    bool is_in_response = false;
    const auto count_names = [&](int depth, nlohmann::json::parse_event_t event, const nlohmann::json& parsed) {
        if (event != nlohmann::json::parse_event_t::key) return true;
        if (depth == 1) is_in_response = parsed == "Response";
        if (depth == 1 && is_in_response) ++responses;
        if (depth == 2 && is_in_response && parsed == facts.field) ++fields;
        return true;
    };
    const nlohmann::json document = nlohmann::json::parse(without_damage(body), count_names, false);
    if (document.is_discarded() || responses != 1 || fields != 1) return false;
    const nlohmann::json& value = document.at("Response").at(facts.field);
    return contains(facts.values.at("passed"), value);  // 0.0 is the number 0
}

/// Returns one edit of a body. `pieces` are what it may write.
std::string edited(const std::string& body, const std::vector<std::string>& pieces, support::random_input& random) {
    const std::size_t begin = random.number(0, body.size());
    const std::size_t removed = random.flip() ? 0 : random.number(0, body.size() - begin < 9 ? body.size() - begin : 9);
    const std::string before = body.substr(0, begin);
    const std::string after = body.substr(begin + removed);
    switch (random.number(0, 3)) {
        case 0: return before + pieces[random.number(0, pieces.size() - 1)] + after;
        case 1: return before + random.bytes(random.number(0, 2)) + after;
        case 2: return before + body.substr(random.number(0, body.size()), random.number(1, 20)) + after;
        default: return random.number(0, 9) == 0 ? before : before + after;
    }
}

/// Returns values that look like a code, in JSON, but are another type or damaged.
std::vector<std::string> not_quite(const nlohmann::json& code) {
    const std::string text = code.is_string() ? code.get<std::string>() : code.dump();
    const std::string json = code.dump();
    std::vector<std::string> values = {
        "[" + json + "]", "[[" + json + "]]", "{\"Code\":" + json + "}", "true", "1", "null", "\"\"", "[]", "{}"};
    for (const std::string_view damage : {"\xff", "\xc3", "\\ud800", "\\udc00", "\\u0000", " "}) {
        values.push_back("\"" + text + std::string(damage) + "\"");
        values.push_back("\"" + std::string(damage) + text + "\"");
    }
    if (code.is_string()) {
        values.push_back(text);
    } else {
        values.insert(values.end(), {"\"" + text + "\"", text + ".5", text + "1", "1" + text});
    }
    return values;
}

struct tally {
    std::size_t read = 0;    // bodies that were read as an output
    std::size_t passed = 0;  // those that state that the person passed
};

template <template <class> class Input>
void check_that_only_stated_passes_count(const std::string& body, const action_facts& facts, tally& counted) {
    CAPTURE(body);
    char memory[4096];
    tc3::workspace space(memory);
    const auto owned_output = tc3::parse_body<Input<tc3::owning>>(body);
    const auto borrowed_output = tc3::parse_body<Input<tc3::borrowed>>(body, space);
    const bool owned_passed = owned_output && outcome(*owned_output).passed();
    const bool borrowed_passed = borrowed_output && outcome(*borrowed_output).passed();
    if (owned_output) ++counted.read;
    if (owned_passed) ++counted.passed;
    CHECK(owned_passed == borrowed_passed);
    if (owned_passed) CHECK(states_that_passed(body, facts));
}

template <template <class> class Input>
void check_changed_outputs_of(tally& counted) {
    const std::string name(tc3::action_of<Input<tc3::owning>>.name);
    CAPTURE(name);
    const action_facts facts = facts_of(name);
    const nlohmann::json passed = facts.values.at("passed").at(0);
    const nlohmann::json not_passed = passed.is_string() ? nlohmann::json("4711") : nlohmann::json(4711);
    const std::string field = nlohmann::json(facts.field).dump() + ":";
    const auto body_of = [](const std::string& members) { return "{\"Response\":{\"RequestId\":\"r\"," + members + "}}"; };

    std::vector<std::string> bodies;
    for (const std::string& value : not_quite(passed)) {
        bodies.push_back(body_of(field + value));
        bodies.push_back(body_of(field + value + "," + field + passed.dump()));
        bodies.push_back(body_of(field + passed.dump() + "," + field + value));
    }
    bodies.push_back(body_of(field + not_passed.dump() + ",\"Other\":{" + field + passed.dump() + "}"));
    for (const std::string& body : bodies) {
        CHECK_FALSE(states_that_passed(body, facts));
        check_that_only_stated_passes_count<Input>(body, facts, counted);
    }

    std::vector<std::string> pieces = not_quite(passed);
    pieces.insert(pieces.end(), {passed.dump(), field, field + passed.dump(), field + passed.dump() + ",", "\"Response\":{", "}", ","});
    bodies.push_back(body_of(field + not_passed.dump()));
    support::random_input random(93);
    for (int i = 0; i < 3000; ++i) {
        std::string body = bodies[random.number(0, bodies.size() - 1)];
        for (std::size_t edits = random.number(1, 3); edits > 0; --edits) body = edited(body, pieces, random);
        check_that_only_stated_passes_count<Input>(body, facts, counted);
    }
}

template <template <class> class... Inputs>
tally check_changed_outputs(input_list<Inputs...>) {
    tally counted;
    (check_changed_outputs_of<Inputs>(counted), ...);
    return counted;
}

template <template <class> class... Inputs>
void check_codes(input_list<Inputs...>) {
    (check_codes_of<Inputs>(), ...);
}
template <template <class> class... Inputs>
void check_error_codes(input_list<Inputs...>) {
    (check_error_codes_of<Inputs>(), ...);
}
template <template <class> class... Inputs>
std::set<std::string> names_of(input_list<Inputs...>) {
    return {std::string(tc3::action_of<Inputs<tc3::owning>>.name)...};
}

// ---- by hand -----------------------------------------------------------------------------------------------------------------------

// Forms that GetLivenessResult does not have: a code for pending, several codes for passed, a number, no meanings.
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
inline constexpr auto faceid::outcome_source_of<polled> =
    faceid::outcome_source<&polled::result>{.passed = zero, .pending = "-999", .meanings = faceid::sdk_result::all};
template <>
inline constexpr auto faceid::outcome_source_of<rated> = faceid::outcome_source<&rated::level>{.passed = low_or_mid};
template <>
inline constexpr auto faceid::outcome_source_of<numbered> =
    faceid::outcome_source<&numbered::error_code>{.passed = zero, .pending = "17", .meanings = number_meanings};

static_assert(faceid::has_outcome<owned> && faceid::has_outcome<borrowed> && faceid::has_outcome<in_pieces>);
static_assert(!faceid::has_outcome<faceid::apply_liveness_token_output> && !faceid::has_outcome<faceid::get_liveness_result>);
static_assert(outcome(borrowed{.result = "0"}).passed());
static_assert(outcome(borrowed{}).state == outcome_state::unknown);

TEST_CASE("a known code is passed or not passed, and no code is unknown, in any storage") {
    struct {
        std::optional<std::string> result;
        outcome_state state;
        std::string_view text;
    } const cases[] = {
        {{}, outcome_state::unknown, ""},
        {"", outcome_state::unknown, ""},
        {"0", outcome_state::passed, "passed"},
        {"1001", outcome_state::not_passed, "liveness engine call failed"},
        {"1005", outcome_state::not_passed, "liveness check failed"},
        {"-999", outcome_state::pending, "not finished yet"},  // documented for GetFaceIdResultIntl only, but surely not a verdict
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
        const owned output{.result = each.result};
        borrowed view;
        in_pieces pieces;
        if (each.result) view.result = *each.result;
        if (each.result) pieces.result = support::text_in_pieces{*each.result};
        for (const faceid::outcome_info& verdict : {outcome(output), outcome(view), outcome(pieces)}) {
            CHECK(verdict.state == each.state);
            CHECK(verdict.code == each.result.value_or(""));
            CHECK(verdict.text == each.text);
            CHECK(verdict.passed() == (each.state == outcome_state::passed));
            CHECK(verdict.pending() == (each.state == outcome_state::pending));
        }
    }
}

TEST_CASE("the code for pending is pending") {
    CHECK(outcome(polled{"-999"}).pending());
    CHECK(outcome(polled{"0"}).passed());
    CHECK(outcome(polled{"2016"}).state == outcome_state::not_passed);
    CHECK(outcome(polled{"2016"}).text == "similarity under the pass threshold");
    CHECK(outcome(polled{""}).state == outcome_state::unknown);
    CHECK(outcome(polled{}).state == outcome_state::unknown);
}

TEST_CASE("several codes may mean passed") {
    CHECK(outcome(rated{"Low"}).passed());
    CHECK(outcome(rated{"Mid"}).passed());
    CHECK(outcome(rated{"High"}).state == outcome_state::not_passed);
    CHECK(outcome(rated{"low"}).state == outcome_state::not_passed);
    CHECK(outcome(rated{}).state == outcome_state::unknown);
    CHECK(outcome(rated{"Low"}).decided());         // passed is a verdict, even without a meaning
    CHECK_FALSE(outcome(rated{"High"}).decided());  // a code without a row
}

TEST_CASE("reads a code from a number, and an absent number is not zero") {
    CHECK(outcome(numbered{0}).passed());
    CHECK(outcome(numbered{17}).pending());
    CHECK(outcome(numbered{17}).text == "not finished");
    CHECK(outcome(numbered{17}).category == error_category::unknown);  // pending has no category, in spite of its row
    CHECK(outcome(numbered{-17}).state == outcome_state::not_passed);
    CHECK(outcome(numbered{(std::numeric_limits<std::int64_t>::min)()}).code == "-9223372036854775808");
    CHECK(outcome(numbered{}).state == outcome_state::unknown);
}

TEST_CASE("invalid text is not a code") {
    in_pieces output;
    output.result = support::text_in_pieces{.characters = "0", .valid = false};
    CHECK(outcome(output).state == outcome_state::unknown);
    CHECK(outcome(output).code == "");
}

TEST_CASE("a long code is cut off and does not equal a known one") {
    for (const std::size_t size : {62U, 63U, 64U, 100000U}) {
        const owned output{.result = std::string(size, '0')};
        CHECK(outcome(output).state == outcome_state::not_passed);
        CHECK(outcome(output).code.size() == (size < 63 ? size : 63));
    }
}

TEST_CASE("an outcome does not refer to its output") {
    const auto verdict = outcome(owned{.result = "1002"});  // the output is destroyed
    CHECK(verdict.code == "1002");
    CHECK(verdict.text == "recording looks spoofed");
}

TEST_CASE("each code of the table occurs once and has a text") {
    std::set<std::string_view> codes;
    for (const faceid::result_code& row : faceid::sdk_result::all) {
        CAPTURE(row.code);
        CHECK(codes.insert(row.code).second);
        CHECK_FALSE(row.text.empty());
        CHECK(row.code.size() <= faceid::longest_outcome_code);
    }
    CHECK(codes.size() == 14);
}

TEST_CASE("writes an outcome as one line") {
    struct {
        std::optional<std::string> result;
        std::string_view line;
    } const cases[] = {
        {{}, "unknown: no code"},
        {"0", "passed: 0"},
        {"1005", "not passed: 1005: liveness check failed"},
        {"4711", "not passed: 4711"},
        {"1\r\n2\x1b[0m", "not passed: 1\\u{d}\\u{a}2\\u{1b}[0m"},
        {"\xe2\x80\xae"
         "0\xff",
         "not passed: \\u{202e}0\xef\xbf\xbd"},
    };
    for (const auto& [result, line] : cases) CHECK(to_string(outcome(owned{.result = result})) == line);
    CHECK(to_string(outcome(polled{"-999"})) == "pending: -999: not finished yet");
    CHECK(to_string(outcome(numbered{17})) == "pending: 17: not finished");
}

TEST_CASE("an output that did not pass does not pass after any change that does not state it") {
    const tally counted = check_changed_outputs(all_with_outcome{});
    MESSAGE(counted.read << " changed bodies were read, " << counted.passed << " of them as passed");
    CHECK(counted.read > 10'000);  // else the changes are not of the kind that lenient reading forgives
    CHECK(counted.passed > 0);
}

TEST_CASE("every action that states an outcome is in these tests") {
    std::set<std::string> wanted;
    for (const auto& action : support::faceid_facts().at("actions")) {
        const bool may_be_left_out = action.contains("retired") && HAS_RETIRED_ACTIONS == 0;
        if (action.contains("outcome") && !may_be_left_out) wanted.insert(action.at("name"));
    }
    std::set<std::string> names = names_of(all_with_outcome());
    names.merge(names_of(retired_with_outcome()));
    CHECK(names == wanted);
}

TEST_CASE("each code of each action has the outcome of the facts, in both storages") {
    check_codes(all_with_outcome());
    check_codes(retired_with_outcome());
}

TEST_CASE("an error code as a result has a meaning only where the manual has such results") {
    check_error_codes(all_with_outcome());
    check_error_codes(retired_with_outcome());
}

TEST_CASE("decided() separates verdicts from failed checks") {
    struct {
        std::string_view result;
        error_category category;
        std::string_view line;
    } const cases[] = {
        {"Success", error_category::verification_outcome, "passed: Success"},
        {"FailedOperation.LivessDetectFake", error_category::verification_outcome,
         "not passed: FailedOperation.LivessDetectFake: recording looks spoofed"},
        {"FailedOperation.CompareLowSimilarity", error_category::verification_outcome,
         "not passed: FailedOperation.CompareLowSimilarity: live, but not the same person: the similarity is under 70"},
        {"InternalError.CompareLowSimilarity", error_category::verification_outcome,
         "not passed: InternalError.CompareLowSimilarity: similarity under the pass mark"},
        {"FailedOperation.LivessSystemError", error_category::service,
         "not passed: FailedOperation.LivessSystemError: liveness engine call failed"},
        {"FailedOperation.IdentityAuthLimitExceeded", error_category::quota,
         "not passed: FailedOperation.IdentityAuthLimitExceeded: daily attempts for this name/ID used up"},
        {"FailedOperation.ImageDecodeFailed", error_category::request,
         "not passed: FailedOperation.ImageDecodeFailed: image could not be decoded"},
        {"FailedOperation.New", error_category::unknown, "not passed: FailedOperation.New"},
        {"success", error_category::unknown, "not passed: success"},
        {"0", error_category::unknown, "not passed: 0"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.result);
        const auto verdict = outcome(faceid::basic_compare_face_liveness_output<tc3::borrowed>{.result = each.result});
        CHECK(verdict.category == each.category);
        CHECK(verdict.decided() == (each.category == error_category::verification_outcome));
        CHECK(to_string(verdict) == each.line);
    }
}

TEST_CASE("the tables of codes have the meanings and billing of the facts") {
    struct table {
        std::string_view name;
        std::span<const faceid::result_code> rows;
    };
    const table tables[] = {
        {"sdk_result", faceid::sdk_result::all},
        {"web_result", faceid::web_result::all},
        {"pure_api_result", faceid::pure_api_result::all},
        {"bank_card_2e_result", faceid::bank_card_2e_result::all},
        {"bank_card_4e_result", faceid::bank_card_4e_result::all},
        {"bank_card_result", faceid::bank_card_result::all},
        {"bank_card_information_result", faceid::bank_card_information_result::all},
        {"id_name_date_result", faceid::id_name_date_result::all},
        {"attack_risk_level", faceid::attack_risk_level::all},
        {"nfc_result", faceid::nfc_result::all},
        {"id_card_result", faceid::id_card_result::all},
        {"mobile_network_time_result", faceid::mobile_network_time_result::all},
        {"mobile_status_result", faceid::mobile_status_result::all},
        {"phone_result", faceid::phone_result::all},
    };
    std::size_t in_facts = 0;
    for (const auto& [name, set] : support::faceid_facts().at("value_sets").items()) in_facts += set.contains("passed");
    CHECK(std::size(tables) + 1 == in_facts);  // one table belongs to an action that was taken offline
    for (const table& each : tables) {
        CAPTURE(each.name);
        const nlohmann::json& values = support::faceid_facts().at("value_sets").at(std::string(each.name)).at("values");
        REQUIRE(values.size() == each.rows.size());
        for (std::size_t i = 0; i < each.rows.size(); ++i) {
            const nlohmann::json& fact = values[i];
            const nlohmann::json& value = fact.at("value");
            CHECK(each.rows[i].code == (value.is_string() ? value.get<std::string>() : value.dump()));
            CHECK(each.rows[i].text == fact.at("meaning").get<std::string>());
            const auto billing = !fact.contains("billed") ? faceid::billing::unknown
                                 : fact.at("billed")      ? faceid::billing::billed
                                                          : faceid::billing::free;
            CHECK(each.rows[i].billing == billing);
        }
    }
}
