// SPDX-License-Identifier: MIT
// Reads and writes a rule of a scenario.
#include "scenario/rule.hpp"

#include "scenario/member_reader.hpp"
#include <tc3/core/ascii.hpp>

#include <algorithm>
#include <chrono>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tc3_cli {

namespace {

constexpr std::string_view rule_members[] = {"action",        "service",        "after",  "every", "times", "error",        "output",
                                             "lose_response", "cut_body_after", "status", "html",  "body",  "content_type", "delay_ms"};
constexpr std::string_view error_members[] = {"code", "message"};
constexpr std::string_view lost_responses[] = {"before_effect", "after_effect"};

constexpr whole_number_rule number_of_requests{"a number of requests"};
constexpr whole_number_rule positive_number_of_requests{"a number of requests, at least 1", 1};
constexpr whole_number_rule number_of_bytes{"a number of bytes"};
constexpr whole_number_rule number_of_milliseconds{"a number of milliseconds, at most 600000", 0, 600000};
constexpr whole_number_rule http_status{"an HTTP status from 200 to 599", 200, 599};

/// The message of an error that has none in the scenario. It says where the error comes from, since a client's log shows it.
constexpr std::string_view default_message = "this error is from the scenario of the test service";

constexpr std::string_view html_page =
    "<!DOCTYPE html>\n<html><head><title>Gateway</title></head><body><h1>This page is from the scenario of the test "
    "service</h1></body></html>\n";

/// Returns whether a text can be the name of an action or a service, or an error code.
bool is_name(std::string_view text) {
    const auto is_allowed = [](char c) { return tc3::ascii::is_alphanumeric(c) || c == '.' || c == '_' || c == '-'; };
    return !text.empty() && std::ranges::all_of(text, is_allowed);
}

/// Reads "error": the code as a string, or an object with code and message.
std::optional<tc3::testing::service_error> read_error(member_reader& members) {
    const json_value* error = members.find("error");
    if (error == nullptr) return {};
    tc3::testing::service_error read{.code = error->text(), .message = std::string(default_message)};
    if (error->is(json_kind::object)) {
        member_reader parts(*error, members.path_of("error"), "error", error_members);
        read.code = parts.text("code").value_or("");
        read.message = parts.text("message").value_or(read.message);
        if (const auto valid = parts.result(); !valid) members.fail(valid.error());
    } else if (!error->is(json_kind::string)) {
        members.fail("error", "must be an error code, or an object with code and message");
    }
    if (!is_name(read.code)) members.fail("error", "must have an error code, such as \"RequestLimitExceeded\"");
    return read;
}

std::optional<std::string> read_output(member_reader& members) {
    const json_value* output = members.value("output", json_kind::object, "a JSON object: the members of the output");
    if (output == nullptr) return {};
    return write_json(*output);
}

/// Reads what a gateway sends: "status", and "html" or "body" with "content_type".
std::optional<gateway_response> read_response(member_reader& members) {
    const auto status = members.whole_number("status", http_status);
    const auto html = members.boolean("html");
    auto body = members.text("body");
    auto content_type = members.text("content_type");
    if (html && body) members.fail("html", "and body exclude each other: a response has one body");
    if (content_type && !body) members.fail("content_type", "needs a body");
    if (content_type && tc3::ascii::find_not(*content_type, tc3::ascii::is_field_value) != std::string_view::npos) {
        members.fail("content_type", "must be the value of a header: one line");
    }
    if (!status && !body && !html.value_or(false)) return {};

    gateway_response response{.status = static_cast<int>(status.value_or(200)), .body = body.value_or(""), .content_type = "text/plain"};
    if (html.value_or(false)) response = {response.status, std::string(html_page), "text/html"};
    response.content_type = content_type.value_or(response.content_type);
    return response;
}

fault read_fault(member_reader& members) {
    fault read;
    read.error = read_error(members);
    read.output = read_output(members);
    read.response = read_response(members);
    if (const auto lost = members.one_of("lose_response", lost_responses)) {
        read.lost = *lost == 0 ? lost_response::before_effect : lost_response::after_effect;
    }
    if (const auto bytes = members.whole_number("cut_body_after", number_of_bytes)) read.cut_after = static_cast<std::size_t>(*bytes);
    if (const auto delay = members.whole_number("delay_ms", number_of_milliseconds)) read.delay = std::chrono::milliseconds(*delay);
    return read;
}

/// Checks that a rule has a fault, and that its faults can occur together.
void check_combination(member_reader& members, const fault& read) {
    const auto first_of = [&members](std::initializer_list<std::string_view> names) {
        const auto* const found = std::ranges::find_if(names, [&members](std::string_view name) { return members.has(name); });
        return found == names.end() ? std::string_view{} : *found;
    };
    const auto exclude = [&members](std::string_view a, std::string_view b, std::string_view reason) {
        if (!a.empty() && !b.empty()) members.fail(a, std::string("and ").append(b).append(" exclude each other: ").append(reason));
    };
    const std::string_view output = first_of({"error", "output"});
    const std::string_view response = first_of({"status", "html", "body"});
    exclude(first_of({"error"}), first_of({"output"}), "an action returns one of them");
    exclude(response, output, "a client gets one response");
    exclude(first_of({"lose_response"}), output.empty() ? response : output, "a client gets no response");
    exclude(first_of({"lose_response"}), first_of({"cut_body_after"}), "a client gets no response");

    const bool has_fault = read.error || read.output || read.response || read.lost != lost_response::none || read.cut_after ||
                           read.delay != std::chrono::milliseconds{};
    if (!has_fault) members.fail({}, "has no fault: error, output, lose_response, cut_body_after, status, html, body or delay_ms");
}

/// Reads the name of a service or an action; empty for all.
std::string read_name(member_reader& members, std::string_view member) {
    const auto name = members.text(member);
    if (name && !is_name(*name))
        members.fail(member, std::string("must be the name of one ").append(member).append("; leave it out for all"));
    return name.value_or("");
}

}  // namespace

tc3::result<rule, std::string> rule::read(const json_value& value, const std::string& path) {
    member_reader members(value, path, "rule", rule_members);
    rule read;
    read.service = read_name(members, "service");
    read.action = read_name(members, "action");
    read.every = members.whole_number("every", positive_number_of_requests).value_or(1);
    // Without "after", the third request is the first of every third.
    read.after = members.whole_number("after", number_of_requests).value_or(read.every - 1);
    read.times = members.whole_number("times", positive_number_of_requests);
    read.fault = read_fault(members);
    check_combination(members, read.fault);
    if (auto valid = members.result(); !valid) return tc3::unexpected(std::move(valid).error());
    read.source = value;
    return read;
}

json_value rule::to_json() const {
    std::vector<json_value::member> members;
    for (const json_value::member& each : source.members()) {
        if (each.first != "after" && each.first != "times") members.push_back(each);
    }
    if (after != every - 1) members.emplace_back("after", json_value::number(after));
    if (times) members.emplace_back("times", json_value::number(*times));
    return json_value::object(std::move(members));
}

}  // namespace tc3_cli
