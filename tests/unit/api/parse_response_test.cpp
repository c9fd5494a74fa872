// SPDX-License-Identifier: MIT
// parse_response(), parse_body() and parse_envelope(): outputs, errors of the service, statuses of gateways, and bodies of another form.
#include "../../support/every_kind.hpp"
#include "../../support/exchange.hpp"
#include "../../support/storages.hpp"
#include "../../support/wrong_outputs.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using support::every_kind;
using tc3::errc;
using tc3::stage;
using tc3::faceid::apply_liveness_token;

namespace {

using std::string_view_literals::operator""sv;
using support::plain;

constexpr std::string_view sample =
    R"({"Response":{"SdkToken":"A561B769-C347-4724-A69A-6C3B3483E107","RequestId":"d73c0c05-f7ff-419c-84cb-0756303b1934"}})";

template <class Body>
struct response_of {
    int status = 200;
    Body body;
};

template <class Input = apply_liveness_token>
tc3::failure failure_of(std::string_view body, int status = 200, const tc3::response_options& options = {}) {
    const auto output = tc3::parse_response<Input>(response_of<std::string_view>{status, body}, options);
    REQUIRE_FALSE(output);
    return output.error();
}

}  // namespace

// An output type without a member for the request id.
namespace parse_response_test {

struct bare_input {};
struct bare_output {
    std::optional<std::int64_t> value = {};
};

}  // namespace parse_response_test

using parse_response_test::bare_input;
using parse_response_test::bare_output;

template <>
inline constexpr tc3::action tc3::action_of<bare_input>{"bare", "2020-01-01", "Bare"};
template <>
struct tc3::output_of<bare_input> {
    using type = bare_output;
};
template <>
inline constexpr auto tc3::fields_of<bare_output> = tc3::field_table(tc3::field_of<&bare_output::value>("Value"));

TEST_CASE("parse_body() reads an output") {
    const auto output = tc3::parse_body<apply_liveness_token>(sample);
    REQUIRE(output);
    CHECK(output->sdk_token == "A561B769-C347-4724-A69A-6C3B3483E107");
    CHECK(output->request_id == "d73c0c05-f7ff-419c-84cb-0756303b1934");
}

TEST_CASE("parse_response() and parse_envelope() take the response types of HTTP libraries") {
    const std::string text(sample);
    const auto check_parsed = [](const auto& response) {
        const auto output = tc3::parse_response<apply_liveness_token>(response);
        REQUIRE(output);
        CHECK(output->sdk_token == "A561B769-C347-4724-A69A-6C3B3483E107");
        CHECK((*tc3::parse_envelope(response)).request_id == "d73c0c05-f7ff-419c-84cb-0756303b1934");
    };
    check_parsed(response_of<std::string>{200, text});
    check_parsed(response_of<std::string_view>{200, text});
    check_parsed(response_of<const char*>{200, text.c_str()});
    check_parsed(response_of<std::vector<char>>{200, {text.begin(), text.end()}});
    check_parsed(response_of<std::vector<std::uint8_t>>{200, {text.begin(), text.end()}});
    check_parsed(response_of<std::span<const char>>{200, text});
    check_parsed(response_of<std::span<const std::byte>>{200, std::as_bytes(std::span(text))});
    std::string memory = text;
    check_parsed(response_of<std::span<char>>{200, memory});
    struct with_short_status {
        std::uint16_t status = 200;
        std::string body = std::string(sample);
        int other_member = 0;
    };
    check_parsed(with_short_status{});
}

static_assert(tc3::http_response<support::response>);
static_assert(!tc3::http_response<int> && !tc3::http_response<std::string>);
static_assert(!tc3::has_body<response_of<std::vector<int>>> && tc3::has_status<response_of<int>>, "the elements of a body have one byte");

TEST_CASE("an output may have its members in any order, blanks, unknown members and fields without a value") {
    struct valid_case {
        std::string_view body;
        std::optional<std::string> token;
        std::optional<std::string> request_id;
    };
    const valid_case cases[] = {
        {R"({"Response":{}})", {}, {}},
        {R"({"Response":{"RequestId":"1","SdkToken":"t"}})", "t", "1"},
        {" \r\n{ \"Response\" : { \"SdkToken\" : \"t\" } }\n", "t", {}},
        {R"({"Response":{"SdkToken":null,"RequestId":null,"Error":null}})", {}, {}},
        {R"({"Response":{"SdkToken":"","RequestId":""}})", "", ""},
        {R"({"Response":{"New":{"Response":{"Error":{"Code":"x"}}},"SdkToken":"t","DeprecatedWarning":"old"}})", "t", {}},
        {R"({"TraceId":[{}],"Response":{"SdkToken":"t"},"retcode":0})", "t", {}},
        {R"({"Response":{"sdktoken":"no","SdkToken":"yes","SDKTOKEN":"no"}})", "yes", {}},
        {R"({"Response":{"RequestID":"misspelt"}})", {}, {}},
        {R"({"\u0052esponse":{"Sdk\u0054oken":"\u0074"}})", "t", {}},
    };
    for (const valid_case& row : cases) {
        const std::string_view body = row.body;
        CAPTURE(body);
        const auto output = tc3::parse_body<apply_liveness_token>(body);
        REQUIRE(output);
        CHECK(output->sdk_token == row.token);
        CHECK(output->request_id == row.request_id);
    }
}

TEST_CASE("a response with an Error is a failure at stage service, with code, message and request id") {
    for (const support::service_error_case& row : support::service_error_cases) {
        const std::string_view body = row.body;
        CAPTURE(body);
        const tc3::failure failed = failure_of(body);
        const bool is_known_error = !row.code.empty();  // a code is found whatever else is wrong, in strict reading too
        if (is_known_error) CHECK(plain(failed) == plain(failure_of(body, 200, {.reading = tc3::strict_reading})));
        CHECK(failed.stage == stage::service);
        CHECK(failed.status == 200);
        CHECK(failed.code == row.code);
        CHECK(failed.message == row.message);
        CHECK(failed.request_id == row.request_id);
        CHECK(failed.reason.code == errc::none);
        CHECK(tc3::to_string(failed) == row.line);
        const auto envelope = tc3::parse_envelope_body(body);
        REQUIRE_FALSE(envelope);
        CHECK(envelope.error().code == row.code);
        CHECK(envelope.error().request_id == row.request_id);
    }
}

TEST_CASE("a status other than 200 is a failure at stage http, with code, message and request id if the body is an envelope") {
    const std::string_view envelope = support::error_envelope;
    for (const int status : support::other_statuses) {
        const tc3::failure with_envelope = failure_of(envelope, status);
        CHECK(with_envelope.stage == stage::http);
        CHECK(with_envelope.status == status);
        CHECK(with_envelope.code == "InternalError");
        CHECK(with_envelope.message == "Later.");
        CHECK(with_envelope.request_id == "7-d");
        CHECK(with_envelope.reason.code == errc::none);

        for (const std::string_view body : support::gateway_bodies) {
            const tc3::failure without_envelope = failure_of(body, status);
            CHECK(without_envelope.stage == stage::http);
            CHECK(without_envelope.status == status);
            CHECK(without_envelope.code.empty());
            CHECK(without_envelope.request_id.empty());
        }
        // An output does not count with this status, but its request id is kept.
        CHECK(failure_of(sample, status).request_id == "d73c0c05-f7ff-419c-84cb-0756303b1934");
        const auto untyped = tc3::parse_envelope(response_of<std::string_view>{status, envelope});
        REQUIRE_FALSE(untyped);
        CHECK(untyped.error().stage == stage::http);
    }
    CHECK(tc3::to_string(failure_of(envelope, 500)) == "http: status 500: InternalError: Later. (request id 7-d)");
    CHECK(tc3::to_string(failure_of("<html>", 502)) == "http: status 502: body is an HTML page, not JSON (from a proxy or a portal?)");
    CHECK(tc3::to_string(failure_of("", 502)) == "http: status 502");
    CHECK(tc3::to_string(failure_of("{", 502)) == "http: status 502");
    CHECK(tc3::to_string(failure_of(R"({"code":4100,"message":"auth failed"})", 403)) ==
          "http: status 403: 4100: auth failed: body is a response of API 2.0: is the host right?");
}

TEST_CASE("strict reading: a field of a wrong type is a failure with action, path, type found and position") {
    struct type_case {
        std::string_view value, found;
    };
    constexpr type_case cases[] = {{"[]", "a list"}, {R"("x")", "a text"}, {"1", "a number"}, {"true", "a boolean"}};
    for (const type_case& row : cases) {
        const auto output = tc3::parse_body<tc3::faceid::get_liveness_result>(
            R"({"Response":{"BestFrame":)" + std::string(row.value) + "}}", {.reading = tc3::strict_reading});
        REQUIRE_FALSE(output);
        CHECK(tc3::to_string(output.error()) == "response: GetLivenessResult: BestFrame has another type than expected: found " +
                                                    std::string(row.found) + ", at byte 25 of the body");
    }
}

namespace {

void check_no_output(const support::no_output_case& row, const tc3::response_options& options) {
    const std::string_view body = row.body;
    CAPTURE(body);
    const tc3::failure failed = failure_of(body, 200, options);
    CHECK(failed.stage == stage::response);
    CHECK(failed.status == 200);
    CHECK(failed.reason.code == row.code);
    CHECK(failed.reason.part == "body");
    CHECK(failed.reason.position == row.position);
    CHECK(failed.action == "ApplyLivenessToken");
    CHECK(failed.field == row.field);
    CHECK(failed.request_id == row.request_id);
    CHECK(failed.code.empty());
}

}  // namespace

TEST_CASE("a body that is not an output is a failure at stage response, with field, position and, if it can be found, request id") {
    for (const support::no_output_case& row : support::no_output_cases) {
        check_no_output(row, {});
        check_no_output(row, {.reading = tc3::strict_reading});
    }
    for (const support::no_output_case& row : support::refused_cases) {
        check_no_output(row, {.reading = tc3::strict_reading});
        CHECK(tc3::parse_body<apply_liveness_token>(row.body).has_value());
    }
    const tc3::failure failed = failure_of(R"({"Response":{"SdkToken":1,"RequestId":"7-d"}})", 200, {.reading = tc3::strict_reading});
    CHECK(tc3::to_string(failed) ==
          "response: ApplyLivenessToken: SdkToken has another type than expected: found a number, at byte 24 of the body (request id 7-d)");
    CHECK(tc3::to_string(failure_of("")) == "response: ApplyLivenessToken: body is empty or missing");
}

TEST_CASE("a failure reveals no value of the body") {
    for (const std::string_view body : {R"({"Response":{"SdkToken":["very-secret-token"],"RequestId":"1"}})"sv,
                                        R"({"Response":{"SdkToken":"very-secret-token","SdkToken":"x"}})"sv, R"({"very-secret-token)"sv,
                                        "<html>very-secret-token"sv, "very-secret-token"sv, "data: very-secret-token\n\n"sv}) {
        const tc3::failure failed = failure_of(body, 200, {.reading = tc3::strict_reading});
        CHECK_FALSE(support::reveals_secret(tc3::to_string(failed), "very-secret-token"));
    }
}

TEST_CASE("code and request id are found whatever else is wrong with the body, in both kinds of reading") {
    const std::string deep = std::string(100, '[') + std::string(100, ']');
    const std::string id = R"("RequestId":"7-d")";
    const std::string error = R"("Error":{"Code":"InternalError"})";
    const std::string bodies[] = {
        R"({"Response":{"A":)" + deep + "," + error + "," + id + "}}",
        R"({"Response":{"A":"\ud83d",)" + error + "," + id + "}}",
        "{\"\xff\":1,\"Response\":{\"A\":\"\xff\"," + error + "," + id + "}}",
        R"({"Response":{"Error":{"Message":"\ud83d","Code":"InternalError"},)" + id + "}}",
        R"({"Response":{"Error":{"Message":["x"],"Code":"InternalError","Message":"a"},)" + id + "}}",
        R"({"Response":{)" + id + "," + error + R"(,"A":tru}})",
        R"({"Response":{)" + id + "," + error,
        "\xef\xbb\xbf{\"Response\":{" + error + "," + id + "}}",
    };
    for (const std::string& body : bodies) {
        CAPTURE(body);
        for (const tc3::decoder_rules* rules : {&tc3::lenient_reading, &tc3::strict_reading}) {
            const tc3::failure failed = failure_of(body, 200, {.reading = *rules});
            CHECK(failed.stage == stage::service);
            CHECK(failed.code == "InternalError");
            CHECK(failed.request_id == "7-d");
            CHECK((failed.message.empty() || failed.message == "\xef\xbf\xbd"));
        }
    }
    CHECK(failure_of(R"({"Response":{"A":)" + deep + "," + id + "}}").request_id == "7-d");
}

TEST_CASE("of two errors or two responses neither code nor message counts") {
    CHECK(failure_of(R"({"Response":{"Error":{"Code":"A"},"Error":{"Message":"m"},"RequestId":"7-d"}})").code.empty());
    CHECK(failure_of(R"({"Response":{"Error":{"Code":"A"},"Error":{"Message":"m"},"RequestId":"7-d"}})").request_id == "7-d");
    CHECK(failure_of(R"({"Response":{"Error":{"Code":"A"},"RequestId":"7-d"},"Response":{}})").code.empty());
    CHECK(failure_of(R"({"Response":{"Error":{"Code":"A"},"RequestId":"7-d"},"Response":{}})").request_id.empty());
}

TEST_CASE("an output that does not fit into the workspace leaves the request id in the failure") {
    const std::string_view body = R"({"Response":{"Description":"line\nline","RequestId":"7-d"}})";
    std::array<char, 4> memory;
    tc3::workspace space(memory);
    const auto output = tc3::parse_body<tc3::faceid::basic_get_liveness_result<tc3::borrowed>>(body, space);
    REQUIRE_FALSE(output);
    CHECK(output.error().reason.code == errc::buffer_too_small);
    CHECK(output.error().request_id == "7-d");
    const auto envelope = tc3::parse_envelope<tc3::borrowed>(
        response_of<std::string_view>{200, R"({"Response":{"RequestId":"\u0037-\u0064 and more","RequestID":"7-d"}})"}, space);
    REQUIRE_FALSE(envelope);
    CHECK(envelope.error().reason.code == errc::buffer_too_small);
    CHECK(envelope.error().request_id.empty());  // it does not fit
}

TEST_CASE("options for reading can be assigned") {
    tc3::response_options options;
    options = tc3::response_options{.reading = tc3::strict_reading};
    CHECK_FALSE(tc3::parse_body<tc3::faceid::get_liveness_result>(R"({"Response":{"Result":1}})", options));
}

TEST_CASE("a success of API 2.0 is no error of the service") {
    const tc3::failure failed = failure_of(R"({"code":0,"message":"","codeDesc":"Success","data":{}})");
    CHECK(failed.code == "");
    CHECK(tc3::to_string(failed) == "response: ApplyLivenessToken: body is a response of API 2.0: is the host right?");
    CHECK(failure_of(R"({"code":"0","message":""})").stage == stage::response);
}

TEST_CASE("an error of API 2.0 keeps its code and its message") {
    const tc3::failure failed = failure_of(R"({"code":4100,"message":"auth failed","codeDesc":"SignatureFailure"})");
    CHECK(failed.stage == stage::service);
    CHECK(failed.code == "4100");
    CHECK(failed.message == "auth failed");
    CHECK(tc3::to_string(failed) == "service: 4100: auth failed: body is a response of API 2.0: is the host right?");
    CHECK(failure_of(R"({"code":"InvalidParameter","message":""})").code == "InvalidParameter");
    CHECK(failure_of(R"({"code":4100,"message":"m"})", 403).stage == stage::http);
    for (const std::string_view body : {R"({"code":{},"message":"m"})"sv, R"({"message":"m"})"sv, R"({"code":"","message":"m"})"sv,
                                        R"({"errno":403,"msg":"blocked by WAF"})"sv, R"({"code":1,"code":1})"sv,
                                        R"({"code":403,"msg":"blocked by WAF"})"sv, R"({"code":1,"code":1,"message":"m"})"sv}) {
        CAPTURE(body);
        CHECK(failure_of(body).stage == stage::response);
        CHECK(failure_of(body).reason.code == errc::missing);
        CHECK(failure_of(body).code.empty());
    }
}

TEST_CASE("a byte order mark is skipped, and counts in positions") {
    const auto output = tc3::parse_body<apply_liveness_token>("\xef\xbb\xbf" + std::string(sample));
    REQUIRE(output);
    CHECK(output->sdk_token == "A561B769-C347-4724-A69A-6C3B3483E107");
    CHECK(failure_of("\xef\xbb\xbf{}").reason.position == 5);
    CHECK(failure_of("\xef\xbb\xbf{?").reason.position == 4);
    CHECK(failure_of("\xef\xbb\xbf\xef\xbb\xbf{}").reason.code == errc::byte_order_mark);
    CHECK(failure_of("\xef\xbb\xbf").reason.code == errc::missing);
}

TEST_CASE("parse_envelope() refuses damaged text in the payload, unless the caller wants it as it is") {
    const std::string body = "{\"Response\":{\"New\":\"\xff\",\"RequestId\":\"7-d\"}}";
    const auto refused = tc3::parse_envelope_body(body);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().stage == stage::response);
    CHECK(refused.error().reason == tc3::error{.code = errc::invalid_utf8, .part = "body", .position = 20});
    CHECK(refused.error().request_id == "7-d");
    const auto taken = tc3::parse_envelope_body(body, {.check_payload = false});
    REQUIRE(taken);
    CHECK(taken->payload == "{\"New\":\"\xff\",\"RequestId\":\"7-d\"}");
    CHECK(taken->request_id == "7-d");
    const auto number = tc3::parse_envelope_body(R"({"Response":{"RequestId":7}})");
    REQUIRE(number);
    CHECK(number->request_id == "7");
}

TEST_CASE("more than 64 levels of nesting are a failure, in known and in unknown members") {
    for (const std::size_t depth : {std::size_t{65}, std::size_t{1000}, std::size_t{1000000}}) {
        for (const std::string_view before :
             {""sv, R"({"a":)"sv, R"({"Response":)"sv, R"({"Response":{"New":)"sv, R"({"Response":{"Nested":{"New":)"sv}) {
            for (const std::string_view opening : {"["sv, R"({"a":)"sv}) {
                std::string body(before);
                for (std::size_t i = 0; i < depth; ++i) body += opening;
                const tc3::failure failed = failure_of<every_kind>(body);
                CHECK(failed.stage == stage::response);
                CHECK((failed.reason.code == errc::too_deep || failed.reason.code == errc::wrong_type));
                CHECK(failed.reason.position < 65 * 5 + before.size());
            }
        }
    }
    const tc3::failure failed = failure_of(R"({"Response":{"New":)" + std::string(1000, '['));
    CHECK(failed.reason == tc3::error{.code = errc::too_deep, .part = "body", .position = 81, .limit = 64});
    CHECK(tc3::to_string(failed) == "response: ApplyLivenessToken: body is nested too deep, the limit is 64, at byte 81");
}

TEST_CASE("a body that is cut at any byte is a failure at that position") {
    for (std::size_t size = 1; size < sample.size(); ++size) {
        const tc3::failure failed = failure_of(sample.substr(0, size));
        CHECK(failed.stage == stage::response);
        CHECK(failed.reason.code == errc::unexpected_end);
        CHECK(failed.reason.position == size);
        const tc3::failure gateway = failure_of(sample.substr(0, size), 502);
        CHECK(gateway.stage == stage::http);
        CHECK(gateway.status == 502);
    }
}

TEST_CASE("a service error that is cut is a failure at stage service once its code is complete, at stage response before") {
    const std::string_view body = R"({"Response":{"Error":{"Code":"InternalError","Message":"Later."},"RequestId":"7-d"}})";
    const std::size_t end_of_code = body.find(",\"Message");
    for (std::size_t size = 1; size < body.size(); ++size) {
        const tc3::failure failed = failure_of(body.substr(0, size));
        CAPTURE(size);
        CHECK(failed.stage == (size < end_of_code ? stage::response : stage::service));
        if (failed.stage == stage::service) CHECK(failed.code == "InternalError");
        if (failed.stage == stage::response)
            CHECK(failed.reason == tc3::error{.code = errc::unexpected_end, .part = "body", .position = size});
    }
}

TEST_CASE("a body with any byte changed gives an output, or a failure with a position in the body") {
    std::string body = R"({"Response":{"Needed":"\u4f60","Signed":-12,"Score":"1.5","Nested":{"Name":null},"Items":[{},{"Number":1}],)"
                       R"("Error":{"Code":"A"},"RequestId":"7-d"}})";
    for (char& c : body) {
        const char original = c;
        for (int byte = 0; byte < 256; ++byte) {
            c = static_cast<char>(byte);
            const auto output = tc3::parse_body<every_kind>(body);
            if (output) continue;
            const tc3::failure& failed = output.error();
            const bool has_place = failed.reason.position <= body.size() || failed.reason.position == tc3::error::no_position;
            CHECK((failed.stage == stage::service || (failed.stage == stage::response && has_place)));
        }
        c = original;
    }
}

TEST_CASE("an output may have no member for the request id; a failure always has it") {
    CHECK((*tc3::parse_body<bare_input>(R"({"Response":{"Value":3,"RequestId":"7-d"}})")).value == 3);
    const tc3::response_options strict{.reading = tc3::strict_reading};
    CHECK(failure_of<bare_input>(R"({"Response":{"Value":"x","RequestId":"7-d"}})", 200, strict).request_id == "7-d");
    CHECK(failure_of<bare_input>(R"({"Response":{"RequestID":"7-d","Value":"x"}})", 200, strict).request_id == "7-d");
    CHECK(failure_of<bare_input>(R"({"Response":{"Value":3,"RequestId":3}})", 200, strict).field == "RequestId");
}

TEST_CASE("an owning output does not refer to the body") {
    std::string body =
        R"({"Response":{"Needed":"a value longer than any string holds in place","Texts":["another value of that length, or more"],)"
        R"("Image":"QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5eg=="}})";
    const auto output = tc3::parse_body<every_kind>(body);
    REQUIRE(output);
    body.assign(body.size(), '\0');
    CHECK(output->needed == "a value longer than any string holds in place");
    CHECK(output->texts[0] == "another value of that length, or more");
    CHECK(output->image.data().starts_with("QUJDREVG"));
    CHECK(output->image.is_base64());
}

// ---- sources of a borrowed output ---------------------------------------------------------------------------------------------

namespace {

using borrowed_token = tc3::faceid::basic_apply_liveness_token<tc3::borrowed>;

template <class Body>
concept can_parse_body = requires(Body&& body, tc3::workspace& space) { tc3::parse_body<borrowed_token>(std::forward<Body>(body), space); };
template <class Response>
concept can_parse_response =
    requires(Response&& response, tc3::workspace& space) { tc3::parse_response<borrowed_token>(std::forward<Response>(response), space); };
template <class From>
concept can_parse_envelope = requires(From&& from) { tc3::parse_envelope(std::forward<From>(from)); };
template <class From>
concept can_parse_envelope_body = requires(From&& from) { tc3::parse_envelope_body(std::forward<From>(from)); };
template <class Response>
concept can_parse_borrowed_envelope =
    requires(Response&& response, tc3::workspace& space) { tc3::parse_envelope<tc3::borrowed>(std::forward<Response>(response), space); };

template <class Response>
constexpr bool can_parse_all = can_parse_response<Response> && can_parse_envelope<Response> && can_parse_borrowed_envelope<Response>;
template <class Response>
constexpr bool can_parse_any = can_parse_response<Response> || can_parse_envelope<Response> || can_parse_borrowed_envelope<Response>;

struct with_array {
    int status;
    char body[256];
};

}  // namespace

static_assert(can_parse_body<std::string_view> && can_parse_body<std::string&> && can_parse_body<const char*>);
static_assert(!can_parse_body<std::string>, "the output would refer to a temporary");
static_assert(can_parse_envelope_body<std::string_view> && can_parse_envelope_body<std::string&> && !can_parse_envelope_body<std::string>);
static_assert(can_parse_all<response_of<std::string_view>> && can_parse_all<response_of<std::span<const char>>>);
static_assert(can_parse_all<response_of<std::string>&> && can_parse_all<const response_of<std::vector<char>>&> &&
              can_parse_all<with_array&>);
static_assert(!can_parse_any<response_of<std::string>> && !can_parse_any<const response_of<std::string>> && !can_parse_any<with_array>);

TEST_CASE("parse_envelope_body() returns the payload as a view of the body, and the request id") {
    struct envelope_case {
        std::string_view body;
        std::string_view payload, request_id;
    };
    const envelope_case cases[] = {
        {R"({"Response":{}})", "{}", ""},
        {R"( { "Response" : { "A": [1 ,2],"RequestId":"7-d" } , "B":1 } )", R"({ "A": [1 ,2],"RequestId":"7-d" })", "7-d"},
        {R"({"Response":{"RequestID":"7-d","SdkToken":5}})", R"({"RequestID":"7-d","SdkToken":5})", "7-d"},
        {R"({"Response":{"RequestId":"\u0037"}})", R"({"RequestId":"\u0037"})", "7"},
    };
    for (const envelope_case& row : cases) {
        const auto envelope = tc3::parse_envelope_body(row.body);
        REQUIRE(envelope);
        CHECK(envelope->payload == row.payload);
        CHECK(envelope->payload.data() == row.body.data() + row.body.find(row.payload));
        CHECK(envelope->request_id == row.request_id);
    }
    CHECK(tc3::parse_envelope_body(R"({"Response":5})").error().stage == stage::response);
    CHECK(tc3::parse_envelope_body("").error().reason.code == errc::missing);
}

TEST_CASE("parse_response() of an untyped_input gives an envelope that owns its payload") {
    std::string body = R"({"Response":{"Count":3,"RequestId":"1"}})";
    const auto envelope = tc3::parse_response<tc3::untyped_input>(response_of<std::string>{200, body});
    REQUIRE(envelope);
    CHECK(envelope->payload == R"({"Count":3,"RequestId":"1"})");
    CHECK(envelope->request_id == "1");
    CHECK((*tc3::parse_body<tc3::untyped_input>(body)).payload == envelope->payload);
    CHECK(failure_of<tc3::untyped_input>("{}").reason.code == errc::missing);
}
