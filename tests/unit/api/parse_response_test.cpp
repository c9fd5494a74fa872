// SPDX-License-Identifier: MIT
// parse_response: answers, errors of the service, statuses of gateways, and everything that is none of these.
#include "../../support/every_kind.hpp"
#include "../../support/exchange.hpp"
#include "../../support/wrong_answers.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

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

constexpr std::string_view sample =
    R"({"Response":{"SdkToken":"A561B769-C347-4724-A69A-6C3B3483E107","RequestId":"d73c0c05-f7ff-419c-84cb-0756303b1934"}})";

template <class Body>
struct response_of {
    int status = 200;
    Body body;
};

template <class Input = apply_liveness_token>
tc3::failure failure_of(std::string_view body, int status = 200) {
    const auto output = tc3::parse_response<Input>(response_of<std::string_view>{status, body});
    REQUIRE_FALSE(output);
    return output.error();
}

}  // namespace

// An answer type that leaves the request id to whoever asks for the envelope.
namespace parse_response_test {

struct bare_question {};
struct bare_output {
    std::optional<std::int64_t> value = {};
};

}  // namespace parse_response_test

using parse_response_test::bare_output;
using parse_response_test::bare_question;

template <>
inline constexpr tc3::action tc3::action_of<bare_question>{"bare", "2020-01-01", "Bare"};
template <>
struct tc3::output_of<bare_question> {
    using type = bare_output;
};
template <>
inline constexpr auto tc3::fields_of<bare_output> = tc3::field_table(tc3::field_of<&bare_output::value>("Value"));

TEST_CASE("an answer becomes a value") {
    const auto output = tc3::parse_body<apply_liveness_token>(sample);
    REQUIRE(output);
    CHECK(output->sdk_token == "A561B769-C347-4724-A69A-6C3B3483E107");
    CHECK(output->request_id == "d73c0c05-f7ff-419c-84cb-0756303b1934");
}

TEST_CASE("a response of any HTTP stack is taken as it is") {
    const std::string text(sample);
    const auto check_taken = [](const auto& response) {
        const auto output = tc3::parse_response<apply_liveness_token>(response);
        REQUIRE(output);
        CHECK(output->sdk_token == "A561B769-C347-4724-A69A-6C3B3483E107");
        CHECK((*tc3::parse_envelope(response)).request_id == "d73c0c05-f7ff-419c-84cb-0756303b1934");
    };
    check_taken(response_of<std::string>{200, text});
    check_taken(response_of<std::string_view>{200, text});
    check_taken(response_of<const char*>{200, text.c_str()});
    check_taken(response_of<std::vector<char>>{200, {text.begin(), text.end()}});
    check_taken(response_of<std::vector<std::uint8_t>>{200, {text.begin(), text.end()}});
    check_taken(response_of<std::span<const char>>{200, text});
    check_taken(response_of<std::span<const std::byte>>{200, std::as_bytes(std::span(text))});
    std::string memory = text;
    check_taken(response_of<std::span<char>>{200, memory});
    struct with_long_status {
        std::uint16_t status = 200;
        std::string body = std::string(sample);
        int more = 0;
    };
    check_taken(with_long_status{});
}

static_assert(tc3::http_response<support::response>);
static_assert(!tc3::http_response<int> && !tc3::http_response<std::string>);
static_assert(!tc3::has_body<response_of<std::vector<int>>> && tc3::has_status<response_of<int>>, "a body is made of bytes");

TEST_CASE("members in any order, blanks, unknown members and fields without value are fine") {
    struct fine_case {
        std::string_view body;
        std::optional<std::string> token;
        std::optional<std::string> request_id;
    };
    const fine_case cases[] = {
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
    for (const fine_case& row : cases) {
        const std::string_view body = row.body;
        CAPTURE(body);
        const auto output = tc3::parse_body<apply_liveness_token>(body);
        REQUIRE(output);
        CHECK(output->sdk_token == row.token);
        CHECK(output->request_id == row.request_id);
    }
}

TEST_CASE("an Error is a failure of the service, wherever it stands, with all that is known") {
    for (const support::service_error_case& row : support::service_error_cases) {
        const std::string_view body = row.body;
        CAPTURE(body);
        const tc3::failure why = failure_of(body);
        CHECK(why.stage == stage::service);
        CHECK(why.status == 200);
        CHECK(why.code == row.code);
        CHECK(why.message == row.message);
        CHECK(why.request_id == row.request_id);
        CHECK(why.reason.code == errc::none);
        CHECK(tc3::to_string(why) == row.line);
        const auto envelope = tc3::parse_envelope_body(body);
        REQUIRE_FALSE(envelope);
        CHECK(envelope.error().code == row.code);
        CHECK(envelope.error().request_id == row.request_id);
    }
}

TEST_CASE("a status other than 200 is a failure at stage http, and an envelope in it is kept") {
    const std::string_view envelope = support::error_envelope;
    for (const int status : support::other_statuses) {
        const tc3::failure with_envelope = failure_of(envelope, status);
        CHECK(with_envelope.stage == stage::http);
        CHECK(with_envelope.status == status);
        CHECK(with_envelope.code == "InternalError");
        CHECK(with_envelope.message == "Later.");
        CHECK(with_envelope.request_id == "7-d");
        CHECK(with_envelope.reason.code == errc::none);

        for (const std::string_view body : support::bodies_of_gateways) {
            const tc3::failure without = failure_of(body, status);
            CHECK(without.stage == stage::http);
            CHECK(without.status == status);
            CHECK(without.code.empty());
            CHECK(without.request_id.empty());
        }
        CHECK(failure_of(sample, status).request_id == "d73c0c05-f7ff-419c-84cb-0756303b1934");  // an answer that is none
        const auto untyped = tc3::parse_envelope(response_of<std::string_view>{status, envelope});
        REQUIRE_FALSE(untyped);
        CHECK(untyped.error().stage == stage::http);
    }
    CHECK(tc3::to_string(failure_of(envelope, 500)) == "http: status 500: InternalError: Later. (request id 7-d)");
    CHECK(tc3::to_string(failure_of("<html>", 502)) == "http: status 502");
}

TEST_CASE("a field of a wrong type is told with its action, its path and what was found") {
    struct wrong {
        std::string_view value, found;
    };
    constexpr wrong cases[] = {{"[]", "a list"}, {R"("x")", "a text"}, {"1", "a number"}, {"true", "a boolean"}};
    for (const wrong& row : cases) {
        const auto read = tc3::parse_body<tc3::faceid::get_liveness_result>(R"({"Response":{"BestFrame":)" + std::string(row.value) + "}}");
        REQUIRE_FALSE(read);
        CHECK(tc3::to_string(read.error()) == "response: GetLivenessResult: BestFrame has another type than expected: found " +
                                                  std::string(row.found) + ", at byte 25 of the body");
    }
}

TEST_CASE("what is no answer is a failure at stage response that tells field and byte, and the request id if it stands anywhere") {
    for (const support::no_answer_case& row : support::no_answer_cases) {
        const std::string_view body = row.body;
        CAPTURE(body);
        const tc3::failure why = failure_of(body);
        CHECK(why.stage == stage::response);
        CHECK(why.status == 200);
        CHECK(why.reason.code == row.code);
        CHECK(why.reason.part == "body");
        CHECK(why.reason.position == row.at);
        CHECK(why.action == "ApplyLivenessToken");
        CHECK(why.field == row.field);
        CHECK(why.request_id == row.request_id);
        CHECK(why.code.empty());
    }
    CHECK(tc3::to_string(failure_of(R"({"Response":{"SdkToken":1,"RequestId":"7-d"}})")) ==
          "response: ApplyLivenessToken: SdkToken has another type than expected: found a number, at byte 24 of the body (request id 7-d)");
    CHECK(tc3::to_string(failure_of("")) == "response: ApplyLivenessToken: body ends too early, at byte 0");
}

TEST_CASE("a failure tells nothing of what the answer held") {
    for (const std::string_view body : {R"({"Response":{"SdkToken":["very-secret-token"],"RequestId":"1"}})"sv,
                                        R"({"Response":{"SdkToken":"very-secret-token","SdkToken":"x"}})"sv, R"({"very-secret-token)"sv}) {
        CHECK_FALSE(support::tells_secret(tc3::to_string(failure_of(body)), "very-secret-token"));
    }
}

TEST_CASE("nesting is bounded, known or not") {
    for (const std::size_t depth : {std::size_t{65}, std::size_t{1000}, std::size_t{1000000}}) {
        for (const std::string_view before :
             {""sv, R"({"a":)"sv, R"({"Response":)"sv, R"({"Response":{"New":)"sv, R"({"Response":{"Nested":{"New":)"sv}) {
            for (const std::string_view opening : {"["sv, R"({"a":)"sv}) {
                std::string body(before);
                for (std::size_t i = 0; i < depth; ++i) body += opening;
                const tc3::failure why = failure_of<every_kind>(body);
                CHECK(why.stage == stage::response);
                CHECK((why.reason.code == errc::too_deep || why.reason.code == errc::wrong_type));
                CHECK(why.reason.position < 65 * 5 + before.size());
            }
        }
    }
    const tc3::failure why = failure_of(R"({"Response":{"New":)" + std::string(1000, '['));
    CHECK(why.reason == tc3::error{.code = errc::too_deep, .part = "body", .position = 81, .limit = 64});
    CHECK(tc3::to_string(why) == "response: ApplyLivenessToken: body is nested too deep, the limit is 64, at byte 81");
}

TEST_CASE("an answer cut off at any byte is a failure with a position") {
    for (std::size_t size = 0; size < sample.size(); ++size) {
        const tc3::failure why = failure_of(sample.substr(0, size));
        CHECK(why.stage == stage::response);
        CHECK(why.reason.code == errc::unexpected_end);
        CHECK(why.reason.needed == size);
        const tc3::failure gateway = failure_of(sample.substr(0, size), 502);
        CHECK(gateway.stage == stage::http);
        CHECK(gateway.status == 502);
    }
}

TEST_CASE("an error cut off is one of the service as soon as its code is known, and one of the response before") {
    const std::string_view body = R"({"Response":{"Error":{"Code":"InternalError","Message":"Later."},"RequestId":"7-d"}})";
    const std::size_t code_end = body.find(",\"Message");
    for (std::size_t size = 0; size < body.size(); ++size) {
        const tc3::failure why = failure_of(body.substr(0, size));
        CAPTURE(size);
        CHECK(why.stage == (size < code_end ? stage::response : stage::service));
        if (why.stage == stage::service) CHECK(why.code == "InternalError");
        if (why.stage == stage::response) CHECK(why.reason == tc3::error{.code = errc::unexpected_end, .part = "body", .position = size});
    }
}

TEST_CASE("an answer with any byte changed is an answer or a failure, and never crashes") {
    std::string body = R"({"Response":{"Needed":"\u4f60","Signed":-12,"Score":"1.5","Nested":{"Name":null},"Items":[{},{"Number":1}],)"
                       R"("Error":{"Code":"A"},"RequestId":"7-d"}})";
    for (char& c : body) {
        const char before = c;
        for (int byte = 0; byte < 256; ++byte) {
            c = static_cast<char>(byte);
            const auto output = tc3::parse_body<every_kind>(body);
            if (output) continue;
            const tc3::failure& why = output.error();
            CHECK((why.stage == stage::service || (why.stage == stage::response && why.reason.position <= body.size())));
        }
        c = before;
    }
}

TEST_CASE("an answer may have no place for the request id, and a failure has it all the same") {
    CHECK((*tc3::parse_body<bare_question>(R"({"Response":{"Value":3,"RequestId":"7-d"}})")).value == 3);
    CHECK(failure_of<bare_question>(R"({"Response":{"Value":"x","RequestId":"7-d"}})").request_id == "7-d");
    CHECK(failure_of<bare_question>(R"({"Response":{"RequestID":"7-d","Value":"x"}})").request_id == "7-d");
    CHECK(failure_of<bare_question>(R"({"Response":{"Value":3,"RequestId":3}})").field == "RequestId");
}

TEST_CASE("an answer does not depend on the body") {
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

// ---- what a borrowed answer may be read from ------------------------------------------------------------------------------------------

namespace {

using borrowed_token = tc3::faceid::basic_apply_liveness_token<tc3::borrowed>;

template <class Body>
concept lends_an_output =
    requires(Body&& body, tc3::workspace& space) { tc3::parse_body<borrowed_token>(std::forward<Body>(body), space); };
template <class Response>
concept lends_an_answer_as_response =
    requires(Response&& response, tc3::workspace& space) { tc3::parse_response<borrowed_token>(std::forward<Response>(response), space); };
template <class From>
concept lends_an_envelope = requires(From&& from) { tc3::parse_envelope(std::forward<From>(from)); };
template <class From>
concept lends_an_envelope_as_body = requires(From&& from) { tc3::parse_envelope_body(std::forward<From>(from)); };
template <class Response>
concept lends_a_borrowed_envelope =
    requires(Response&& response, tc3::workspace& space) { tc3::parse_envelope<tc3::borrowed>(std::forward<Response>(response), space); };

template <class Response>
constexpr bool lends_all = lends_an_answer_as_response<Response> && lends_an_envelope<Response> && lends_a_borrowed_envelope<Response>;
template <class Response>
constexpr bool lends_any = lends_an_answer_as_response<Response> || lends_an_envelope<Response> || lends_a_borrowed_envelope<Response>;

struct with_an_array {
    int status;
    char body[256];
};

}  // namespace

static_assert(lends_an_output<std::string_view> && lends_an_output<std::string&> && lends_an_output<const char*>);
static_assert(!lends_an_output<std::string>, "it would be gone");
static_assert(lends_an_envelope_as_body<std::string_view> && lends_an_envelope_as_body<std::string&> &&
              !lends_an_envelope_as_body<std::string>);
static_assert(lends_all<response_of<std::string_view>> && lends_all<response_of<std::span<const char>>>);
static_assert(lends_all<response_of<std::string>&> && lends_all<const response_of<std::vector<char>>&> && lends_all<with_an_array&>);
static_assert(!lends_any<response_of<std::string>> && !lends_any<const response_of<std::string>> && !lends_any<with_an_array>);

TEST_CASE("an envelope gives the payload as it stands, and the request id") {
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
    CHECK(tc3::parse_envelope_body("").error().reason.code == errc::unexpected_end);
}
