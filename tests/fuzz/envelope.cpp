// SPDX-License-Identifier: MIT
// Responses of any status and body: an envelope only where nlohmann-json finds one too, and otherwise a failure that can be logged.
// The input is a line with the status, then the body. Without such a line the status is 200.
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

/// Lenient reading is compared with strict reading in typed_decode.cpp.
constexpr tc3::response_options strictly{.reading = tc3::strict_reading};

/// Reads a number of up to ten digits with an optional sign, so that it may exceed 32 bits.
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

/// Returns a member that is a string, or an empty string if it is absent or of another type.
std::string text_in(const nlohmann::json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// Compares with the reference, unless it rejects the body for a number that is too large for a double.
void compare_with_nlohmann(const tc3::envelope& output, std::string_view body) {
    const nlohmann::json document = reference::nlohmann_parse(body);
    if (document.is_discarded()) return;
    require(document.is_object() && document.contains("Response") && document["Response"].is_object(), "an envelope has a Response");
    const nlohmann::json& inner = document["Response"];
    require(!inner.contains("Error") || inner["Error"].is_null(), "an envelope has no Error");
    require(reference::nlohmann_parse(output.payload) == inner, "the payload is the Response");
    const std::string usual = text_in(inner, "RequestId");
    require(output.request_id == (usual.empty() ? text_in(inner, "RequestID") : usual), "the request id is that of the Response");
}

void check_envelope(const tc3::envelope& output, const response& received) {
    require(received.status == 200, "an envelope has status 200");
    require(!output.payload.empty() && fuzz::is_inside(output.payload, received.body), "the payload is a view of the body");
    require(tc3::json::validate(output.payload).has_value() && output.payload.front() == '{', "the payload is an object");
    require(tc3::json::validate(received.body).has_value(), "the whole body is JSON");
    require(reference::is_utf8(output.request_id), "the request id is UTF-8");
    compare_with_nlohmann(output, received.body);
}

/// The text of a failure is one line without control characters, and its size is in proportion to the body.
void check_log_line(const tc3::failure& failed, const response& received) {
    const std::string line = tc3::to_string(failed);
    for (const char c : line) require(static_cast<unsigned char>(c) >= ' ' && c != '\x7f', "a failure is one line of text");
    require(!line.empty() && line.size() <= 3 * received.body.size() + 400, "the line of a failure has a bounded size");
    require(reference::is_utf8(line), "the line of a failure is UTF-8");
}

/// Whether tc3 may repair text of a body.
bool may_be_damaged(std::string_view body) {
    return !reference::is_utf8(body) || body.find("\\uD") != std::string_view::npos || body.find("\\ud") != std::string_view::npos;
}

/// Code and message of a failure are texts of the body, even if the body is incomplete.
void check_service_error(const tc3::failure& failed, std::string_view body) {
    reference::nlohmann_events events;
    if (events.read(body) == reference::verdict::number_too_large || may_be_damaged(body)) return;
    const bool is_old = failed.reason.code == tc3::errc::old_api;
    const std::string_view member = is_old ? "name 4 code;" : "name 5 Error;";
    require(events.text().find(member) != std::string::npos, "an error of the service is a member Error of the body, or a code");
    for (const std::string_view text : {std::string_view(failed.code), std::string_view(failed.message)}) {
        reference::event_log expected;
        expected.string(text);
        const bool is_string = events.text().find(expected.text()) != std::string::npos;
        const bool is_spelled = body.find(text) != std::string_view::npos;  // a number or boolean
        require(text.empty() || is_string || is_spelled, "code and message are texts of the body");
    }
}

/// Whether a reason says what a body is instead of JSON.
bool names_a_form(const tc3::error& reason) { return reason.code == tc3::errc::old_api || reason.position == tc3::error::no_position; }

void check_failure(const tc3::failure& failed, const response& received) {
    check_log_line(failed, received);
    require((failed.stage == tc3::stage::http) == (received.status != 200), "the stage is http if and only if the status is not 200");
    require(failed.status == received.status || received.status > INT32_MAX || received.status < INT32_MIN, "the failure has the status");
    switch (failed.stage) {
        case tc3::stage::http:
            require(failed.reason.code == tc3::errc::none || names_a_form(failed.reason),
                    "stage http has no reason but the form of the body");
            break;
        case tc3::stage::service: check_service_error(failed, received.body); break;
        case tc3::stage::response:
            require(failed.reason.code != tc3::errc::none, "stage response has a reason");
            require(names_a_form(failed.reason) || failed.reason.position <= received.body.size(),
                    "the reason has a position inside the body, or is its form");
            require(failed.code.empty(), "a failure at stage response has no error code");
            require(failed.field.size() <= tc3::field_path::longest, "the path of the field has a bounded size");
            break;
        default: require(false, "a response fails at stage http, service or response");
    }
    static_cast<void>(tc3::retry_advice(failed));
}

bool are_equal(const tc3::failure& a, const tc3::failure& b) {
    return a.stage == b.stage && a.reason == b.reason && a.field == b.field && a.status == b.status && a.code == b.code &&
           a.message == b.message && a.request_id == b.request_id;
}

/// A body of bytes is read like a body of characters.
void check_body_of_bytes(const response& received, const tc3::result<tc3::envelope, tc3::failure>& expected) {
    const response_of_bytes bytes{received.status, {received.body.begin(), received.body.end()}};
    const auto read = tc3::parse_envelope(bytes, strictly);
    require(read.has_value() == expected.has_value(), "a body of bytes succeeds or fails like a text");
    if (!read) {
        require(are_equal(read.error(), expected.error()), "a body of bytes has the same failure");
        return;
    }
    require(read->payload == expected->payload && read->request_id == expected->request_id, "a body of bytes has the same envelope");
}

/// A typed output is stricter in its fields, and in nothing else.
void check_typed_output(const response& received, const tc3::result<tc3::envelope, tc3::failure>& untyped) {
    const auto typed = tc3::parse_response<tc3::faceid::apply_liveness_token>(received, strictly);
    if (typed) {
        require(untyped.has_value(), "a body with a typed output has an envelope");
        const std::string id = typed->request_id.value_or("");  // RequestID is not the request id of an output
        require(id.empty() || id == untyped->request_id, "a typed output has the request id of the envelope");
        return;
    }
    check_failure(typed.error(), received);
    if (untyped) {
        require(typed.error().stage == tc3::stage::response, "a body with an envelope and no typed output fails in its fields");
    } else if (received.status != 200 || !untyped.error().code.empty()) {
        require(are_equal(typed.error(), untyped.error()), "an error of the service gives the same failure for a typed output");
    }
}

}  // namespace

void fuzz::run(std::string_view input) {
    const response unchecked = split(input);
    const exact_copy body(unchecked.body);
    const response received{unchecked.status, body.view()};
    const auto read = tc3::parse_envelope(received, strictly);
    if (read) check_envelope(*read, received);
    if (!read) check_failure(read.error(), received);
    check_body_of_bytes(received, read);
    check_typed_output(received, read);
    const auto read_leniently = tc3::parse_envelope(received);
    if (read) require(read_leniently && read_leniently->payload == read->payload, "what is read strictly is read leniently");
    if (!read_leniently) check_failure(read_leniently.error(), received);
}
