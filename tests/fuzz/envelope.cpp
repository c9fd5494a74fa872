// SPDX-License-Identifier: MIT
// Any status and any body: an answer only where there is one, by the word of nlohmann-json too, and a failure that can be logged.
// The input is a line with the status, then the body; without a line that is a number, the status is 200.
#include "nlohmann.hpp"
#include "reference.hpp"
#include "target.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

using fuzz::require;

namespace {

struct response {
    std::int64_t status = 200;
    std::string_view body;
};

struct response_of_bytes {
    std::int64_t status = 200;
    std::vector<std::uint8_t> body;
};

/// Up to ten digits and a sign: more than any status, and than 32 bits.
std::optional<std::int64_t> number_in(std::string_view line) {
    const bool negative = line.starts_with('-');
    if (negative) line.remove_prefix(1);
    if (line.empty() || line.size() > 10 || line.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
    std::int64_t number = 0;
    for (const char digit : line) number = number * 10 + (digit - '0');
    return negative ? -number : number;
}

response split(std::string_view input) {
    const std::size_t end = input.find('\n');
    const auto status = number_in(input.substr(0, end));
    if (!status || end == std::string_view::npos) return {200, input};
    return {*status, input.substr(end + 1)};
}

/// A member that is a string; empty if it is absent, null, or something else.
std::string text_in(const nlohmann::json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// As the reference reads it, unless it can't: a number in it may be beyond all doubles.
void is_the_output(const tc3::envelope& output, std::string_view body) {
    const nlohmann::json document = reference::nlohmann_parse(body);
    if (document.is_discarded()) return;
    require(document.is_object() && document.contains("Response") && document["Response"].is_object(), "an answer has a Response");
    const nlohmann::json& inner = document["Response"];
    require(!inner.contains("Error") || inner["Error"].is_null(), "an answer has no Error");
    require(reference::nlohmann_parse(output.payload) == inner, "the payload is the Response");
    const bool usual = inner.contains("RequestId") && !inner["RequestId"].is_null();
    require(output.request_id == text_in(inner, usual ? "RequestId" : "RequestID"), "the request id is that of the Response");
}

void is_an_output(const tc3::envelope& output, const response& from) {
    require(from.status == 200, "an answer comes with status 200");
    require(!output.payload.empty() && fuzz::lies_in(output.payload, from.body), "the payload lies in the body");
    require(tc3::json::validate(output.payload).has_value() && output.payload.front() == '{', "the payload is an object");
    require(tc3::json::validate(from.body).has_value(), "the whole body is JSON");
    require(reference::is_utf8(output.request_id), "the request id is UTF-8");
    is_the_output(output, from.body);
}

/// One line, without end and control characters, in proportion to the body.
void can_be_logged(const tc3::failure& why, const response& from) {
    const std::string line = tc3::to_string(why);
    for (const char c : line) require(static_cast<unsigned char>(c) >= ' ' && c != '\x7f', "a failure is one line of text");
    require(!line.empty() && line.size() <= 3 * from.body.size() + 400, "its length is bounded");
    require(reference::is_utf8(line), "it is UTF-8");
}

/// What the service is said to have reported stands in the body, also in one that is cut short or names a member twice.
void is_of_the_service(const tc3::failure& why, std::string_view body) {
    reference::nlohmann_events other;
    if (other.read(body) == reference::verdict::number_too_large) return;
    require(other.text().find("name 5 Error;") != std::string::npos, "an error of the service stands under its name");
    for (const std::string_view text : {std::string_view(why.code), std::string_view(why.message)}) {
        reference::event_log expected;
        expected.string(text);
        require(text.empty() || other.text().find(expected.text()) != std::string::npos, "as it was reported");
    }
}

void is_a_failure(const tc3::failure& why, const response& from) {
    can_be_logged(why, from);
    require((why.stage == tc3::stage::http) == (from.status != 200), "a status other than 200 counts first");
    require(why.status == from.status || from.status > INT32_MAX || from.status < INT32_MIN, "the status is told");
    switch (why.stage) {
        case tc3::stage::http: require(why.reason.code == tc3::errc::none, "the status is the reason"); break;
        case tc3::stage::service: is_of_the_service(why, from.body); break;
        case tc3::stage::response:
            require(why.reason.code != tc3::errc::none && why.reason.position <= from.body.size(), "the cause lies in the body");
            require(why.code.empty(), "no error code of a service");
            require(why.field.size() <= tc3::field_path::longest, "the path of the field is short");
            break;
        default: require(false, "a response fails at one of three stages");
    }
    static_cast<void>(tc3::retry_advice(why));
}

bool same(const tc3::failure& a, const tc3::failure& b) {
    return a.stage == b.stage && a.reason == b.reason && a.field == b.field && a.status == b.status && a.code == b.code &&
           a.message == b.message && a.request_id == b.request_id;
}

/// Chars or bytes, it is the same body.
void elements_make_no_difference(const response& from, const tc3::result<tc3::envelope, tc3::failure>& expected) {
    const response_of_bytes bytes{from.status, {from.body.begin(), from.body.end()}};
    const auto read = tc3::parse_envelope(bytes);
    require(read.has_value() == expected.has_value(), "a body of bytes has the same outcome");
    if (read) require(read->payload == expected->payload && read->request_id == expected->request_id, "and the same answer");
    if (!read) require(same(read.error(), expected.error()), "and the same failure");
}

/// A typed input is stricter in the fields of its answer, and in nothing else.
void a_typed_answer_agrees(const response& from, const tc3::result<tc3::envelope, tc3::failure>& untyped) {
    const auto typed = tc3::parse_response<tc3::faceid::apply_liveness_token>(from);
    if (typed) {
        require(untyped.has_value(), "a typed answer is an answer");
        require(typed->request_id.value_or(untyped->request_id) == untyped->request_id, "with the same request id");
        return;
    }
    is_a_failure(typed.error(), from);
    if (untyped) {
        require(typed.error().stage == tc3::stage::response, "only the fields of the answer can be wrong then");
    } else if (from.status != 200 || !untyped.error().code.empty()) {
        require(same(typed.error(), untyped.error()), "an error of the service is told alike");
    }
}

}  // namespace

void fuzz::run(std::string_view input) {
    const response in_input = split(input);
    const exact_copy body(in_input.body);
    const response from{in_input.status, body.view()};
    const auto read = tc3::parse_envelope(from);
    if (read) is_an_output(*read, from);
    if (!read) is_a_failure(read.error(), from);
    elements_make_no_difference(from, read);
    a_typed_answer_agrees(from, read);
}
