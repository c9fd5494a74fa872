// SPDX-License-Identifier: MIT
// Scenarios: which requests a rule applies to, what each fault does, and the sentence for each mistake in one.
#include "scenario/scenario.hpp"

#include "../support/read_file.hpp"
#include "scenario/apply_fault.hpp"
#include <tc3/core/text_scanner.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

using namespace std::chrono_literals;
using tc3_cli::accepted_request;
using tc3_cli::fault;
using tc3_cli::http_reply;
using tc3_cli::lost_response;
using tc3_cli::scenario;
using tc3_cli::session_course;

namespace {

scenario parsed(std::string_view json) {
    auto read = scenario::parse(json);
    REQUIRE_MESSAGE(read.has_value(), read.error());
    return *read;
}

/// Returns the error of a scenario; empty if it has none.
std::string error_of(std::string_view json) {
    const auto read = scenario::parse(json);
    return read ? "" : read.error();
}

/// Returns the error of a scenario with one rule.
std::string error_of_rule(std::string_view rule) { return error_of(std::string(R"({"rules":[)").append(rule).append("]}")); }

fault next(scenario& scenario, std::string_view action, std::int64_t now = 1700000000) {
    return scenario.next({.service = "faceid", .action = action, .now = tc3::unix_time{now}});
}

/// Returns the error codes of so many requests, a word each; "-" for a request without a fault.
std::string codes(scenario& scenario, int requests, std::string_view action = "ApplyLivenessToken", std::int64_t now = 1700000000) {
    std::string text;
    for (int i = 0; i < requests; ++i) {
        const fault fault = next(scenario, action, now);
        if (!text.empty()) text.append(" ");
        text.append(fault.error ? fault.error->code : "-");
    }
    return text;
}

/// Returns the fault of a scenario with one rule.
fault fault_of(std::string_view rule) {
    scenario scenario = parsed(std::string(R"({"rules":[)").append(rule).append("]}"));
    return next(scenario, "ApplyLivenessToken");
}

/// What the emulator responded.
http_reply response() { return {.headers = {{"Content-Type", "application/json"}, {"Date", "now"}}, .body = R"({"Response":{}})"}; }

}  // namespace

// ---- which requests a rule applies to ------------------------------------------------------------------------------------------------

TEST_CASE("a scenario without rules has no fault") {
    scenario scenario = parsed("{}");
    const fault fault = next(scenario, "ApplyLivenessToken");
    CHECK_FALSE(fault.error);
    CHECK_FALSE(fault.output);
    CHECK_FALSE(fault.response);
    CHECK_FALSE(fault.cut_after);
    CHECK(fault.lost == lost_response::none);
    CHECK(fault.delay == 0ms);
    CHECK_FALSE(tc3_cli::reply_of(fault));
    const http_reply reply = tc3_cli::apply(fault, response());
    CHECK(reply.status == 200);
    CHECK(reply.body == response().body);
    CHECK(reply.headers == response().headers);
    CHECK_FALSE(reply.is_lost);
}

TEST_CASE("a rule without action and service applies to all requests") {
    scenario scenario = parsed(R"({"rules":[{"error":"A"}]})");
    CHECK(codes(scenario, 2) == "A A");
    CHECK(codes(scenario, 1, "GetLivenessResult") == "A");
}

TEST_CASE("a rule applies to its action and its service only") {
    scenario scenario = parsed(R"({"rules":[{"service":"cvm","error":"C"},{"action":"GetLivenessResult","error":"G"}]})");
    CHECK(codes(scenario, 1) == "-");
    CHECK(codes(scenario, 1, "GetLivenessResult") == "G");
    CHECK(codes(scenario, 1, "getlivenessresult") == "-");
    CHECK(scenario.next({.service = "cvm", .action = "DescribeZones"}).error->code == "C");
}

TEST_CASE("a rule passes over the first requests, applies so many times, and then no more") {
    scenario scenario = parsed(R"({"rules":[{"after":1,"times":2,"error":"A"}]})");
    CHECK(codes(scenario, 5) == "- A A - -");
}

TEST_CASE("requests of other actions do not count") {
    scenario scenario = parsed(R"({"rules":[{"action":"ApplyLivenessToken","after":1,"error":"A"}]})");
    CHECK(codes(scenario, 3, "GetLivenessResult") == "- - -");
    CHECK(codes(scenario, 2) == "- A");
}

TEST_CASE("a rule applies to every third request") {
    scenario third = parsed(R"({"rules":[{"every":3,"error":"A"}]})");
    CHECK(codes(third, 7) == "- - A - - A -");
    scenario first = parsed(R"({"rules":[{"every":3,"after":0,"times":2,"error":"A"}]})");
    CHECK(codes(first, 8) == "A - - A - - - -");
    scenario fifth = parsed(R"({"rules":[{"every":2,"after":4,"error":"A"}]})");
    CHECK(codes(fifth, 8) == "- - - - A - A -");
}

TEST_CASE("the first rule that is due applies, and the next one to the next request") {
    scenario scenario = parsed(R"({"rules":[{"times":1,"error":"A"},{"times":1,"error":"B"}]})");
    CHECK(codes(scenario, 3) == "A B -");
}

TEST_CASE("a rule counts the requests to which an earlier rule applies") {
    scenario scenario = parsed(R"({"rules":[{"after":1,"times":1,"error":"A"},{"after":3,"times":1,"error":"B"}]})");
    CHECK(codes(scenario, 5) == "- A - B -");
}

TEST_CASE("a rule that is added comes after the others") {
    scenario scenario = parsed(R"({"rules":[{"times":1,"error":"A"}]})");
    REQUIRE(scenario.add_rule(R"({"times":1,"error":"B"})"));
    CHECK(codes(scenario, 3) == "A B -");
    const auto added = scenario.add_rule(R"({"cut_body_after":"2"})");
    REQUIRE_FALSE(added);
    CHECK(added.error() == "cut_body_after must be a number of bytes");
    CHECK(scenario.rules().empty());
}

// ---- faults --------------------------------------------------------------------------------------------------------------------------

TEST_CASE("an error is a code, or a code and a message, and the action is not run") {
    const fault code = fault_of(R"({"error":"RequestLimitExceeded"})");
    CHECK(code.error->code == "RequestLimitExceeded");
    CHECK(code.error->message == "this error is from the scenario of the test service");
    const fault both = fault_of(R"({"error":{"code":"InternalError","message":"a"}})");
    CHECK(both.error->code == "InternalError");
    CHECK(both.error->message == "a");
    const auto reply = tc3_cli::reply_of(both);
    REQUIRE(reply);
    REQUIRE_FALSE(reply->written());
    CHECK(reply->written().error().error.code == "InternalError");
}

TEST_CASE("an output takes the place of the action's") {
    const auto reply = tc3_cli::reply_of(fault_of(R"({"output": {"Result": "1004", "N": [1.50, {}]}})"));
    REQUIRE(reply);
    CHECK(*reply->written() == R"({"Result":"1004","N":[1.50,{}]})");
}

TEST_CASE("a lost response closes the connection, with or without the effect of the action") {
    const fault before = fault_of(R"({"lose_response":"before_effect"})");
    CHECK(tc3_cli::reply_of(before));
    CHECK(tc3_cli::apply(before, response()).is_lost);
    const fault after = fault_of(R"({"lose_response":"after_effect"})");
    CHECK_FALSE(tc3_cli::reply_of(after));
    CHECK(tc3_cli::apply(after, response()).is_lost);
}

TEST_CASE("a response of a gateway takes the place of the service's, and the action is not run") {
    const fault fault = fault_of(R"({"status":503,"body":"a","content_type":"text/x"})");
    CHECK(tc3_cli::reply_of(fault));
    const http_reply reply = tc3_cli::apply(fault, response());
    CHECK(reply.status == 503);
    CHECK(reply.body == "a");
    CHECK(reply.headers == std::vector<std::pair<std::string, std::string>>{{"Date", "now"}, {"Content-Type", "text/x"}});
}

TEST_CASE("a response of a gateway is empty, a text or a page") {
    CHECK(fault_of(R"({"status":502})").response->body.empty());
    CHECK(fault_of(R"({"body":"a"})").response->status == 200);
    CHECK(fault_of(R"({"body":"a"})").response->content_type == "text/plain");
    const fault page = fault_of(R"({"status":502,"html":true})");
    CHECK(page.response->status == 502);
    CHECK(page.response->content_type == "text/html");
    CHECK(page.response->body.starts_with("<!DOCTYPE html>"));
    CHECK(fault_of(R"({"html":true})").response->status == 200);
}

TEST_CASE("a fault is described for the request log") {
    CHECK(tc3_cli::describe(fault{}).empty());
    CHECK(tc3_cli::describe(fault_of(R"({"error":"A"})")) == "error A");
    CHECK(tc3_cli::describe(fault_of(R"({"output":{"Name":"private"}})")) == "output");
    CHECK(tc3_cli::describe(fault_of(R"({"status":502,"cut_body_after":3})")) == "status 502, body cut after 3 bytes");
    CHECK(tc3_cli::describe(fault_of(R"({"lose_response":"before_effect"})")) == "response lost before the effect");
    CHECK(tc3_cli::describe(fault_of(R"({"lose_response":"after_effect","delay_ms":7})")) ==
          "response lost after the effect, delayed by 7 ms");
}

TEST_CASE("a body is cut and a response is delayed, and the action is run") {
    const fault fault = fault_of(R"({"cut_body_after":20,"delay_ms":800})");
    CHECK_FALSE(tc3_cli::reply_of(fault));
    const http_reply reply = tc3_cli::apply(fault, response());
    CHECK(reply.cut_after == 20);
    CHECK(reply.delay == 800ms);
    CHECK(reply.body == response().body);
}

TEST_CASE("delay and cut combine with an error and with a page") {
    const fault error = fault_of(R"({"error":"A","delay_ms":1,"cut_body_after":0})");
    CHECK(error.error->code == "A");
    CHECK(error.delay == 1ms);
    CHECK(error.cut_after == 0);
    CHECK(fault_of(R"({"html":true,"cut_body_after":9})").cut_after == 9);
    CHECK(fault_of(R"({"lose_response":"after_effect","delay_ms":5})").delay == 5ms);
}

// ---- settings ------------------------------------------------------------------------------------------------------------------------

TEST_CASE("settings have defaults") {
    const scenario scenario = parsed("{}");
    CHECK(scenario.settings().clock_offset_seconds == 0);
    CHECK_FALSE(scenario.settings().calls_per_second);
    CHECK(scenario.settings().sessions == session_course::pass);
    CHECK_FALSE(scenario.settings().is_temporary_credential_expired);
}

TEST_CASE("settings are read") {
    CHECK(parsed(R"({"clock_offset_seconds":-400})").settings().clock_offset_seconds == -400);
    CHECK(parsed(R"({"calls_per_second":2})").settings().calls_per_second == 2);
    CHECK(parsed(R"({"sessions":"pass"})").settings().sessions == session_course::pass);
    CHECK(parsed(R"({"sessions":"wait"})").settings().sessions == session_course::wait);
    CHECK(parsed(R"({"sessions":"fail"})").settings().sessions == session_course::fail);
    CHECK(parsed(R"({"sessions":"expire"})").settings().sessions == session_course::expire);
    CHECK(parsed(R"({"temporary_credential":"expired"})").settings().is_temporary_credential_expired);
    CHECK_FALSE(parsed(R"({"temporary_credential":"valid"})").settings().is_temporary_credential_expired);
}

TEST_CASE("calls over the limit of an action within one second are rejected") {
    scenario scenario = parsed(R"({"calls_per_second":2})");
    CHECK(codes(scenario, 3, "A", 100) == "- - RequestLimitExceeded");
    CHECK(codes(scenario, 1, "B", 100) == "-");
    CHECK(codes(scenario, 3, "A", 101) == "- - RequestLimitExceeded");
    CHECK(next(scenario, "A", 101).error->message == "the scenario of the test service allows 2 calls of an action within one second");
}

TEST_CASE("a call over the limit uses up no rule") {
    scenario scenario = parsed(R"({"calls_per_second":1,"rules":[{"after":1,"times":1,"error":"A"}]})");
    CHECK(codes(scenario, 2, "A", 100) == "- RequestLimitExceeded");
    CHECK(codes(scenario, 1, "A", 101) == "A");
}

TEST_CASE("an expired temporary credential is rejected, and a permanent one is not") {
    scenario scenario = parsed(R"({"temporary_credential":"expired","rules":[{"times":1,"error":"A"}]})");
    const accepted_request request{.service = "faceid", .action = "ApplyLivenessToken", .has_token = true};
    CHECK(scenario.next(request).error->code == "AuthFailure.TokenFailure");
    CHECK(codes(scenario, 2) == "A -");
}

TEST_CASE("the clock is set within fifty years") {
    scenario scenario = parsed("{}");
    REQUIRE(scenario.set_clock_offset(-tc3_cli::largest_clock_offset));
    CHECK(scenario.settings().clock_offset_seconds == -tc3_cli::largest_clock_offset);
    CHECK_FALSE(scenario.set_clock_offset(-tc3_cli::largest_clock_offset - 1));
    const auto set = scenario.set_clock_offset(tc3_cli::largest_clock_offset + 1);
    REQUIRE_FALSE(set);
    CHECK(set.error() == "the clock offset must be a number of seconds, at most fifty years");
    CHECK(scenario.settings().clock_offset_seconds == -tc3_cli::largest_clock_offset);
}

// ---- what is left --------------------------------------------------------------------------------------------------------------------

TEST_CASE("a scenario is written as it was read") {
    const std::string_view text = R"({"rules":[{"action":"A","error":{"code":"C","message":"m"}},{"service":"s","every":3,"delay_ms":1},)"
                                  R"({"every":3,"html":true,"status":502,"after":0,"times":4}],)"
                                  R"("clock_offset_seconds":-5,"calls_per_second":2,"sessions":"wait","temporary_credential":"expired"})";
    CHECK(parsed(text).to_json() == text);
    CHECK(parsed("{}").to_json() == R"({"rules":[]})");
}

TEST_CASE("what is left of a scenario continues it") {
    const std::string_view text =
        R"({"rules":[{"every":3,"times":3,"error":"A"},{"after":2,"times":2,"error":"B"},{"times":1,"error":"C"}]})";
    scenario whole = parsed(text);
    const std::string expected = codes(whole, 12);
    CHECK(expected == "C - A B B A - - A - - -");
    for (int first = 0; first < 12; ++first) {
        scenario begun = parsed(text);
        const std::string before = codes(begun, first);
        scenario rest = parsed(begun.to_json());
        CHECK((before.empty() ? "" : before + " ") + codes(rest, 12 - first) == expected);
    }
    CHECK(whole.to_json() == R"({"rules":[]})");
}

TEST_CASE("the scenarios of the documentation are right") {
    const auto document = support::read_file(support::repository_path("docs/test-service-scenarios.md"));
    REQUIRE(document);
    tc3::text_scanner rest(*document);
    int scenarios = 0;
    while (rest.take_until("```json\n")) {
        CHECK(error_of(rest.take_part("```")).empty());
        ++scenarios;
    }
    CHECK(scenarios == 5);
}

TEST_CASE("the faults and settings in the tables of the documentation are right") {
    const auto document = support::read_file(support::repository_path("docs/test-service-scenarios.md"));
    REQUIRE(document);
    tc3::text_scanner rest(*document);
    int members = 0;
    while (rest.take_until("\n| `\"")) {
        const std::string member = std::string("\"").append(rest.take_part("` |"));
        CAPTURE(member);
        const bool is_condition = member.starts_with("\"action") || member.starts_with("\"service") || member.starts_with("\"after") ||
                                  member.starts_with("\"every") || member.starts_with("\"times");
        const std::string rule = std::string("{").append(member).append(is_condition ? R"(,"error":"A"})" : "}");
        const bool is_right = error_of_rule(rule).empty() || error_of(rule).empty();
        CHECK(is_right);
        ++members;
    }
    CHECK(members == 22);
}

// ---- mistakes ------------------------------------------------------------------------------------------------------------------------

TEST_CASE("a mistake in a scenario becomes one sentence with its path") {
    CHECK(error_of("") == "the scenario is not JSON: ends too early, at byte 0");
    CHECK(error_of(R"({"rules":[)") == "the scenario is not JSON: ends too early, at byte 10");
    CHECK(error_of("[]") == "the scenario must be a JSON object");
    CHECK(error_of(R"({"rule":[]})") ==
          "rule is unknown: the members of the scenario are rules, clock_offset_seconds, calls_per_second, sessions and "
          "temporary_credential");
    CHECK(error_of(R"({"rules":{}})") == "rules must be an array of rules");
    CHECK(error_of(R"({"rules":[],"rules":[]})") == "rules occurs twice");
    CHECK(error_of(R"({"clock_offset_seconds":"400"})") == "clock_offset_seconds must be a number of seconds, at most fifty years");
    CHECK(error_of(R"({"clock_offset_seconds":1.5})") == "clock_offset_seconds must be a number of seconds, at most fifty years");
    CHECK(error_of(R"({"clock_offset_seconds":1576800001})") == "clock_offset_seconds must be a number of seconds, at most fifty years");
    CHECK(error_of(R"({"clock_offset_seconds":-1e30})") == "clock_offset_seconds must be a number of seconds, at most fifty years");
    CHECK(error_of(R"({"calls_per_second":0})") == "calls_per_second must be a number of calls, at least 1");
    CHECK(error_of(R"({"sessions":"passed"})") == "sessions must be pass, wait, fail or expire");
    CHECK(error_of(R"({"sessions":true})") == "sessions must be pass, wait, fail or expire");
    CHECK(error_of(R"({"temporary_credential":"old"})") == "temporary_credential must be valid or expired");
}

TEST_CASE("a mistake in a rule becomes one sentence with its path") {
    CHECK(error_of_rule("1") == "rules[0] must be a JSON object");
    CHECK(error_of_rule("{}") == "rules[0] has no fault: error, output, lose_response, cut_body_after, status, html, body or delay_ms");
    CHECK(error_of_rule(R"({"action":"A","times":1})") ==
          "rules[0] has no fault: error, output, lose_response, cut_body_after, status, html, body or delay_ms");
    CHECK(error_of_rule(R"({"html":false})") ==
          "rules[0] has no fault: error, output, lose_response, cut_body_after, status, html, body or delay_ms");
    CHECK(error_of_rule(R"({"error":"A"},{"acton":"A","error":"A"})") ==
          "rules[1].acton is unknown: the members of the rule are action, service, after, every, times, error, output, lose_response, "
          "cut_body_after, status, html, body, content_type and delay_ms");
    CHECK(error_of_rule(R"({"error":"A","times":1,"times":2})") == "rules[0].times occurs twice");
    CHECK(error_of_rule(R"({"action":5,"error":"A"})") == "rules[0].action must be a string");
    CHECK(error_of_rule(R"({"action":"","error":"A"})") == "rules[0].action must be the name of one action; leave it out for all");
    CHECK(error_of_rule(R"({"service":"","error":"A"})") == "rules[0].service must be the name of one service; leave it out for all");
    CHECK(error_of_rule(R"({"action":"A, B","error":"A"})") == "rules[0].action must be the name of one action; leave it out for all");
    CHECK(error_of_rule(R"({"action":"*","error":"A"})") == "rules[0].action must be the name of one action; leave it out for all");
    CHECK(error_of_rule(R"({"after":-1,"error":"A"})") == "rules[0].after must be a number of requests");
    CHECK(error_of_rule(R"({"every":0,"error":"A"})") == "rules[0].every must be a number of requests, at least 1");
    CHECK(error_of_rule(R"({"times":0,"error":"A"})") == "rules[0].times must be a number of requests, at least 1");
    CHECK(error_of_rule(R"({"times":null,"error":"A"})") == "rules[0].times must be a number of requests, at least 1");
}

TEST_CASE("a mistake in a fault becomes one sentence with its path") {
    CHECK(error_of_rule(R"({"error":7})") == "rules[0].error must be an error code, or an object with code and message");
    CHECK(error_of_rule(R"({"error":""})") == "rules[0].error must have an error code, such as \"RequestLimitExceeded\"");
    CHECK(error_of_rule(R"({"error":"A\n"})") == "rules[0].error must have an error code, such as \"RequestLimitExceeded\"");
    CHECK(error_of_rule(R"({"error":{"message":"m"}})") == "rules[0].error must have an error code, such as \"RequestLimitExceeded\"");
    CHECK(error_of_rule(R"({"error":{"code":1}})") == "rules[0].error.code must be a string");
    CHECK(error_of_rule(R"({"error":{"Code":"A"}})") == "rules[0].error.Code is unknown: the members of the error are code and message");
    CHECK(error_of_rule(R"({"output":"1004"})") == "rules[0].output must be a JSON object: the members of the output");
    CHECK(error_of_rule(R"({"lose_response":true})") == "rules[0].lose_response must be before_effect or after_effect");
    CHECK(error_of_rule(R"({"lose_response":"before"})") == "rules[0].lose_response must be before_effect or after_effect");
    CHECK(error_of_rule(R"({"error":"A"},{"cut_body_after":true})") == "rules[1].cut_body_after must be a number of bytes");
    CHECK(error_of_rule(R"({"cut_body_after":-1})") == "rules[0].cut_body_after must be a number of bytes");
    CHECK(error_of_rule(R"({"status":"502"})") == "rules[0].status must be an HTTP status from 200 to 599");
    CHECK(error_of_rule(R"({"status":100})") == "rules[0].status must be an HTTP status from 200 to 599");
    CHECK(error_of_rule(R"({"html":"<p>"})") == "rules[0].html must be true or false");
    CHECK(error_of_rule(R"({"body":{}})") == "rules[0].body must be a string");
    CHECK(error_of_rule(R"({"content_type":"text/x"})") == "rules[0].content_type needs a body");
    CHECK(error_of_rule(R"({"body":"","content_type":"a\r\nb: c"})") == "rules[0].content_type must be the value of a header: one line");
    CHECK(error_of_rule(R"({"delay_ms":600001})") == "rules[0].delay_ms must be a number of milliseconds, at most 600000");
}

TEST_CASE("faults that exclude each other become one sentence") {
    CHECK(error_of_rule(R"({"output":{},"error":"A"})") == "rules[0].error and output exclude each other: an action returns one of them");
    CHECK(error_of_rule(R"({"status":502,"error":"A"})") == "rules[0].status and error exclude each other: a client gets one response");
    CHECK(error_of_rule(R"({"body":"","output":{}})") == "rules[0].body and output exclude each other: a client gets one response");
    CHECK(error_of_rule(R"({"html":true,"body":""})") == "rules[0].html and body exclude each other: a response has one body");
    CHECK(error_of_rule(R"({"lose_response":"after_effect","error":"A"})") ==
          "rules[0].lose_response and error exclude each other: a client gets no response");
    CHECK(error_of_rule(R"({"lose_response":"after_effect","status":502})") ==
          "rules[0].lose_response and status exclude each other: a client gets no response");
    CHECK(error_of_rule(R"({"lose_response":"after_effect","cut_body_after":1})") ==
          "rules[0].lose_response and cut_body_after exclude each other: a client gets no response");
}

TEST_CASE("a sentence shows no characters that turn or hide text") {
    CHECK(error_of("{\"a\xe2\x80\xae\\n\":1}").starts_with("a?? is unknown: "));
    CHECK(error_of(R"({"":1})").starts_with("\"\" is unknown: "));
}
