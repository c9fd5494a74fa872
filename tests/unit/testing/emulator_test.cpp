// SPDX-License-Identifier: MIT
// The emulator through its public functions: calls in process, each rejection by one minimal wrong request, and the form of responses.
#include "../../support/policies.hpp"
#include <tc3/tc3.hpp>
#include <tc3/testing.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace faceid = tc3::faceid;
namespace http = tc3::http;
namespace testing = tc3::testing;
using testing::rejection;

namespace {

// ---- a service for these tests, with one field of each kind ----------------------------------------------------------------------

struct person {
    std::optional<std::string> name = {};
};
struct describe_people {
    std::string group = {};
    std::optional<std::string> order = {};
    std::optional<std::int64_t> limit = {};
    std::vector<person> people = {};
    tc3::binary photo = {};
};
struct describe_people_output {
    std::optional<std::string> text = {};
    std::optional<std::string> request_id = {};
};
inline constexpr std::array orders{tc3::literal("asc"), tc3::literal("desc")};

struct count_people {};  // no parameters, no table
struct list_people {
    std::int64_t limit;  // without an initial value
};

}  // namespace

template <>
inline constexpr tc3::action tc3::action_of<describe_people>{"people", "2020-01-01", "DescribePeople"};
template <>
struct tc3::output_of<describe_people> {
    using type = describe_people_output;
};
template <>
inline constexpr tc3::action tc3::action_of<count_people>{"people", "2020-01-01", "CountPeople"};
template <>
struct tc3::output_of<count_people> {
    using type = describe_people_output;
};
template <>
inline constexpr tc3::action tc3::action_of<list_people>{"people", "2020-01-01", "ListPeople"};
template <>
struct tc3::output_of<list_people> {
    using type = describe_people_output;
};
template <>
inline constexpr auto tc3::fields_of<list_people> = tc3::field_table(tc3::field_of<&list_people::limit>("Limit"));
template <>
inline constexpr auto tc3::fields_of<person> = tc3::field_table(tc3::field_of<&person::name>("Name"));
template <>
inline constexpr auto tc3::fields_of<describe_people> = tc3::field_table(
    tc3::field_of<&describe_people::group>("Group").required(),
    tc3::field_of<&describe_people::order>("Order").limited(tc3::one_of<orders>), tc3::field_of<&describe_people::limit>("Limit"),
    tc3::field_of<&describe_people::people>("People"), tc3::field_of<&describe_people::photo>("Photo"));
template <>
inline constexpr auto tc3::fields_of<describe_people_output> =
    tc3::field_table(tc3::field_of<&describe_people_output::text>("Text"), tc3::field_of<&describe_people_output::request_id>("RequestId"));

namespace {

constexpr tc3::unix_time now{1700000000};
constexpr std::string_view id = "AKIDexample";
constexpr std::string_view key = "key-of-the-example";
constexpr tc3::action describe_people_action = tc3::action_of<describe_people>;
constexpr tc3::action upload_action{"people", "2020-01-01", "Upload", "", false};
constexpr tc3::action limited_action{
    .service = "people", .version = "2020-01-01", .name = "Limited", .needs_region = false, .calls_per_second = 2};
constexpr tc3::action skippable_action{"people", "2020-01-01", "AssumeRole", "", false};

const tc3::client_profile_view profile{.credential = {id, key}, .region = "ap-singapore"};

/// An emulator with the key above and all kinds of actions.
struct emulated_service {
    tc3::unix_time clock = now;
    int tokens = 0;
    testing::emulator service{[this] { return clock; }, [this] { return "token-" + std::to_string(++tokens); }};

    emulated_service() {
        service.add_credential(id, key);
        service.add_credential("AKIDtemporary", key, "session");
        testing::serve_faceid(service);
        service.serve<describe_people>([](const describe_people& input) { return describe_people_output{.text = input.group}; });
        service.serve<count_people>([](const count_people&) { return describe_people_output{.text = "7"}; });
        const auto empty = [](const testing::received_message&) { return std::string("{}"); };
        service.serve(upload_action, empty);
        service.serve(skippable_action, empty, testing::signing_rule::signed_or_skipped);
    }
};

std::string raw(const http::request& request) {
    std::string bytes;
    http::write_head(bytes, request.view());
    return bytes.append(request.view().body);
}

template <class Content>
std::string raw_request(const tc3::action& action, const Content& content, const tc3::request_options& options = {},
                        const tc3::client_profile_view& caller = profile) {
    const auto request = tc3::make_request({action, content}, caller, now, options);
    REQUIRE(request.has_value());
    return raw(*request);
}

std::string post(std::string_view json) { return raw_request(describe_people_action, json); }
std::string get(std::string_view json) { return raw_request(describe_people_action, json, {.method = http::method::get}); }

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const std::size_t position = text.find(from);
    REQUIRE(position != std::string::npos);
    return text.replace(position, from.size(), to);
}

std::string without_line(std::string text, std::string_view name) {
    const std::size_t position = text.find("\r\n" + std::string(name) + ":");
    REQUIRE(position != std::string::npos);
    return text.erase(position, text.find("\r\n", position + 2) - position);
}

std::string with_body(const std::string& text, const std::string& body) {
    const std::size_t head = text.find("\r\n\r\n") + 4;
    return without_line(text.substr(0, head), "Content-Length")
               .insert(text.find("\r\n"), "\r\nContent-Length: " + std::to_string(body.size())) +
           body;
}

/// Returns a signed GET with any query, also one that make_request() does not write.
std::string signed_get(const std::string& query) {
    namespace signing = tc3::signing;
    const std::array headers{http::header{"Content-Type", "application/x-www-form-urlencoded"},
                             http::header{"Host", "people.tencentcloudapi.com"}};
    const auto scope = signing::credential_scope::make("people", now);
    const auto day_key = signing::derive_signing_key({id, key}, *scope);
    const auto hashed = signing::payload_hash("");
    const auto value = signing::authorization({.method = http::method::get, .query = query, .headers = headers, .hashed_payload = *hashed},
                                              now, *day_key, id);
    REQUIRE(value.has_value());
    std::string text = "GET /?" + query +
                       " HTTP/1.1\r\nHost: people.tencentcloudapi.com\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                       "X-TC-Action: DescribePeople\r\nX-TC-Version: 2020-01-01\r\nX-TC-Region: x\r\nX-TC-Timestamp: 1700000000\r\n"
                       "Authorization: ";
    value->write(text);
    return text + "\r\n\r\n";
}

}  // namespace

TEST_CASE("a typed call gets the output of the handler and a counted request id") {
    emulated_service emulated;
    for (const int round : {1, 2}) {
        const auto output =
            tc3::call(emulated.service, faceid::apply_liveness_token{.secure_level = faceid::secure_level::light}, profile, now);
        REQUIRE(output.has_value());
        CHECK(output->sdk_token == "token-" + std::to_string(round));
        CHECK(output->request_id == "00000000-0000-4000-8000-00000000000" + std::to_string(round));
        CHECK(emulated.service.last().accepted());
        CHECK(emulated.service.last().action == "ApplyLivenessToken");
        CHECK(emulated.service.last().secret_id == id);
        CHECK(emulated.service.last().code == "");
    }
}

TEST_CASE("a rejected call is a failure at stage service with the error code and a request id") {
    emulated_service emulated;
    emulated.service.use_request_ids([] { return std::string("my-id"); });
    const auto output = tc3::call(emulated.service, faceid::apply_liveness_token{.secure_level = "9"}, profile, now);
    REQUIRE(!output.has_value());
    CHECK(output.error().stage == tc3::stage::service);
    CHECK(output.error().code == "InvalidParameterValue");
    CHECK(output.error().message.find("SecureLevel") != std::string::npos);
    CHECK(output.error().request_id == "my-id");
}

TEST_CASE("sends an error of a handler unchanged and accepts the request") {
    emulated_service emulated;
    emulated.service.serve<describe_people>([](const describe_people&) -> tc3::result<describe_people_output, testing::service_error> {
        return tc3::unexpected(testing::service_error{"FailedOperation.Closed", "\"closed\""});
    });
    const auto response = emulated.service.receive(post(R"({"Group":"a"})"));
    CHECK(
        response.body ==
        R"({"Response":{"Error":{"Code":"FailedOperation.Closed","Message":"\"closed\""},"RequestId":"00000000-0000-4000-8000-000000000001"}})");
    CHECK(emulated.service.last().accepted());
    CHECK(emulated.service.last().code == "FailedOperation.Closed");
}

TEST_CASE("each rejection has a request that causes it, and its error code") {
    const std::string good = post(R"({"Group":"a"})");
    const std::string unsigned_body = raw_request(describe_people_action, std::string_view(R"({"Group":"a"})"), {.unsigned_payload = true});
    const tc3::client_profile_view temporary{.credential = {"AKIDtemporary", key, "session"}, .region = "x"};
    const std::string with_token = raw_request(describe_people_action, std::string_view(R"({"Group":"a"})"), {}, temporary);
    const std::string no_region = raw_request(upload_action, std::string_view("{}"), {}, {.credential = {id, key}});
    std::string a_deep_name = "People";
    for (int depth = 0; depth < 32; ++depth) a_deep_name += ".0";
    const std::string megabytes(10U * 1024 * 1024 + 1, 'x');
    constexpr std::string_view invalid = "AuthFailure.InvalidAuthorization";
    constexpr std::string_view failed = "AuthFailure.SignatureFailure";

    struct row {
        std::string name;
        std::string request;
        testing::rejection rejection;
        std::string_view code;
        std::string_view message = {};  // a part of it
        int status = 200;
    };
    const std::vector<row> rows = {
        {"valid", good, rejection::none, ""},
        {"valid, in GET", get(R"({"Group":"a"})"), rejection::none, ""},
        {"valid, with a token", with_token, rejection::none, ""},
        {"valid, the body unsigned", unsigned_body, rejection::none, ""},
        {"valid, no region needed", no_region, rejection::none, ""},
        {"valid, skipped where that is allowed", raw_request(skippable_action, std::string_view("{}"), {.skip_authorization = true}),
         rejection::none, ""},
        {"not HTTP", "hello", rejection::malformed_http, "", "empty line", 400},
        {"another method", replaced(good, "POST", "PUT"), rejection::method, "UnsupportedProtocol", "method"},
        {"unknown host", replaced(good, "people.", "peoplf."), rejection::host, "NoSuchProduct"},
        {"no Authorization", without_line(good, "Authorization"), rejection::malformed_authorization, invalid},
        {"another algorithm", replaced(good, "TC3-HMAC-SHA256", "TC3-HMAC-SHA255"), rejection::malformed_authorization, invalid},
        {"skipped where that is not allowed", raw_request(describe_people_action, std::string_view("{}"), {.skip_authorization = true}),
         rejection::malformed_authorization, invalid},
        {"no timestamp", without_line(good, "X-TC-Timestamp"), rejection::missing_timestamp, "MissingParameter", "X-TC-Timestamp"},
        {"301 s old", replaced(good, "X-TC-Timestamp: 1700000000", "X-TC-Timestamp: 1699999699"), rejection::skew,
         "AuthFailure.SignatureExpire", "server time 1700000000"},
        {"301 s ahead", replaced(good, "X-TC-Timestamp: 1700000000", "X-TC-Timestamp: 1700000301"), rejection::skew,
         "AuthFailure.SignatureExpire", "server time 1700000000"},
        {"another day", replaced(good, "/2023-11-14/", "/2023-11-15/"), rejection::scope_date, failed},
        {"another service", replaced(good, "/people/", "/cvm/"), rejection::service, failed},
        {"service in capitals", replaced(good, "/people/", "/PEOPLE/"), rejection::service, failed},
        {"host unsigned", replaced(good, "content-type;host", "content-type"), rejection::missing_signed_header, invalid},
        {"signed but not sent", replaced(good, "content-type;host", "content-type;host;x-tc-a"), rejection::missing_signed_header, invalid},
        {"unknown id", replaced(good, "Credential=AKID", "Credential=AKIE"), rejection::unknown_key_id, "AuthFailure.SecretIdNotFound"},
        {"temporary key without token", without_line(with_token, "X-TC-Token"), rejection::missing_token, "AuthFailure.SecretIdNotFound"},
        {"another token", replaced(with_token, "X-TC-Token: session", "X-TC-Token: sessiom"), rejection::token, "AuthFailure.TokenFailure"},
        {"token with a permanent key", replaced(good, "X-TC-Region", "X-TC-Token: session\r\nX-TC-Region"), rejection::token,
         "AuthFailure.TokenFailure"},
        {"another body than declared", replaced(unsigned_body, "UNSIGNED-PAYLOAD", std::string(64, '0')), rejection::payload, failed},
        {"another body", replaced(good, R"("Group":"a")", R"("Group":"b")"), rejection::signature, failed},
        {"another path", replaced(good, "POST / ", "POST /x "), rejection::signature, failed},
        {"unknown action", replaced(good, "DescribePeople", "DescribePersons"), rejection::action, "InvalidAction"},
        {"action in other case", replaced(good, "DescribePeople", "describePeople"), rejection::action, "InvalidAction"},
        {"unknown version", replaced(good, "2020-01-01", "2020-01-02"), rejection::version, "NoSuchVersion"},
        {"no region", without_line(good, "X-TC-Region"), rejection::region, "MissingParameter", "X-TC-Region"},
        {"another content type", raw_request(describe_people_action, tc3::request_content{.body = "{}", .content_type = "text/plain"}),
         rejection::content_type, "InvalidRequest"},
        {"body over 10 MB", with_body(unsigned_body, megabytes), rejection::size, "RequestSizeLimitExceeded"},
        {"query over 32 KB", signed_get("Group=" + std::string(32U * 1024, 'x')), rejection::size, "RequestSizeLimitExceeded"},
        {"a list in GET", get(R"({"Group":"a","People":[{"Name":"n"}]})"), rejection::none, ""},
        {"too many within a second", raw_request(limited_action, std::string_view("{}")), rejection::rate, "RequestLimitExceeded",
         "second"},
        {"text for a number in GET", signed_get("Group=a&Limit=x"), rejection::parameter, "InvalidParameter", "Limit"},
        {"an empty part of a name in GET", signed_get("Group=a&People..Name=x"), rejection::parameter, "InvalidParameter", "empty part"},
        {"a dot at the end of a name in GET", signed_get("Group=a&People.=x"), rejection::parameter, "InvalidParameter", "empty part"},
        {"a dot at the beginning of a name in GET", signed_get("Group=a&.Group=x"), rejection::parameter, "InvalidParameter", "empty part"},
        {"a dot as a name in GET", signed_get("Group=a&.=x"), rejection::parameter, "InvalidParameter", "empty part"},
        {"a position twice in GET", signed_get("Group=a&People.0=x&People.0.Name=y"), rejection::parameter, "InvalidParameter",
         "an index of a list"},
        {"a large position in GET", signed_get("Group=a&People.1000.Name=x"), rejection::parameter, "InvalidParameter",
         "an index of a list"},
        {"a value and its parts in GET", signed_get("Group=a&People=x&People.0.Name=y"), rejection::parameter, "InvalidParameter",
         "People"},
        {"a deep name in GET", signed_get("Group=a&" + a_deep_name + "=x"), rejection::parameter, "InvalidParameter", "too many"},
        {"unknown parameter", post(R"({"Group":"a","Nmae":1})"), rejection::unknown_parameter, "UnknownParameter", "Nmae "},
        {"unknown parameter, deeper", post(R"({"Group":"a","People":[{},{"a\"b\\" : 1}]})"), rejection::unknown_parameter,
         "UnknownParameter", R"(People[1].a\\\"b\\\\ )"},
        // No byte position for GET: it would be that of JSON that was never sent. The quote shows that the message ends there.
        {"unknown parameter in GET", get(R"({"Group":"a","Nmae":"b"})"), rejection::unknown_parameter, "UnknownParameter",
         R"("Nmae is not a known member")"},
        {"unknown parameter with the empty name", post(R"({"Group":"a","":1})"), rejection::unknown_parameter, "UnknownParameter",
         R"("a member is not a known member, at byte )"},
        {"unknown parameter with the empty name in GET", signed_get("Group=a&=b"), rejection::unknown_parameter, "UnknownParameter",
         R"("a member is not a known member")"},
        {"unknown parameter of an action that has none", raw_request(tc3::action_of<count_people>, std::string_view(R"({"Group":"a"})")),
         rejection::unknown_parameter, "UnknownParameter", "Group "},
        {"missing parameter", post("{}"), rejection::missing_parameter, "MissingParameter", "Group"},
        {"missing parameter in GET", get("{}"), rejection::missing_parameter, "MissingParameter", "Group"},
        {"outside the set", post(R"({"Group":"a","Order":"up"})"), rejection::parameter_value, "InvalidParameterValue", "Order"},
        {"outside the set, in GET", get(R"({"Group":"a","Order":"up"})"), rejection::parameter_value, "InvalidParameterValue", "Order"},
        {"out of range", post(R"({"Group":"a","Limit":9223372036854775808})"), rejection::parameter_value, "InvalidParameterValue",
         "Limit"},
        {"wrong type", post(R"({"Group":"a","People":[{"Name":7}]})"), rejection::parameter, "InvalidParameter", "People[0].Name"},
        {"base64", post(R"({"Group":"a","Photo":"/9j/4A=="})"), rejection::none, ""},
        {"base64 in GET", get(R"({"Group":"a","Photo":"/9j/4A=="})"), rejection::none, ""},
        {"base64 with a data: prefix", post(R"({"Group":"a","Photo":"data:image/jpeg;base64,/9j/4A=="})"), rejection::parameter,
         "InvalidParameter", "Photo begins with a data: prefix (pass what follows its comma), at byte 21 of the body"},
        {"a link for base64", post(R"({"Group":"a","Photo":"https://example.com/a.jpg"})"), rejection::parameter, "InvalidParameter",
         "Photo is a link "},
        {"base64 with line ends", post(R"({"Group":"a","Photo":"/9j/\n4A=="})"), rejection::parameter, "InvalidParameter",
         "Photo has line ends or blanks "},
        {"base64 with a plus that is not encoded in GET", signed_get("Group=a&Photo=a+/="), rejection::parameter, "InvalidParameter",
         R"_("Photo has line ends or blanks (remove them)")_"},
        {"base64 in the URL-safe alphabet", post(R"({"Group":"a","Photo":"_9j_4A=="})"), rejection::parameter, "InvalidParameter",
         "Photo has the URL-safe alphabet "},
        {"base64 without padding", post(R"({"Group":"a","Photo":"/9j/4A"})"), rejection::parameter, "InvalidParameter",
         "Photo lacks padding "},
        {"base64 that is cut off", post(R"({"Group":"a","Photo":"/9j/4"})"), rejection::parameter, "InvalidParameter",
         "Photo ends too early"},
        {"no base64", post(R"({"Group":"a","Photo":"photo.jpg"})"), rejection::parameter, "InvalidParameter", "Photo is not base64"},
        {"not JSON", raw_request(describe_people_action, tc3::request_content{.body = R"({"Group":"a")"}), rejection::parameter,
         "InvalidParameter"},
        {"two documents", raw_request(describe_people_action, tc3::request_content{.body = R"({"Group":"a"}{})"}), rejection::parameter,
         "InvalidParameter"},
        {"empty body", raw_request(describe_people_action, tc3::request_content{}), rejection::parameter, "InvalidParameter"},
        {"a parameter twice", post(R"({"Group":"a","Group":"a"})"), rejection::parameter, "InvalidParameter", "Group"},
        {"a parameter twice in GET", signed_get("Group=a&Group=b"), rejection::parameter, "InvalidParameter", "Group"},
        {"half an escape in GET", signed_get("Group=%4"), rejection::parameter, "InvalidParameter"},
        {"not UTF-8 in GET", signed_get("Group=%ff"), rejection::parameter, "InvalidParameter"},
        {"an output that is not UTF-8", post(R"({"Group":"bad output"})"), rejection::output, "InternalError", "Text"},
        {"an output that is not an object", raw_request(upload_action, tc3::request_content{.body = R"("bad output")"}), rejection::output,
         "InternalError"},
    };

    std::set<rejection> reached = {rejection::crypto_failed};  // by the next test case
    for (const row& each : rows) {
        CAPTURE(each.name);
        emulated_service emulated;
        emulated.service.serve<describe_people>([](const describe_people& input) {
            return describe_people_output{.text = input.group == "bad output" ? "\xff" : input.group};
        });
        emulated.service.serve(upload_action, [](const testing::received_message& message) {
            return std::string(message.body == R"("bad output")" ? "[]" : "{}");
        });
        emulated.service.serve(limited_action, [](const testing::received_message&) { return std::string("{}"); });
        emulated.service.limit_calls(true);
        if (each.rejection == rejection::rate) emulated.service.receive(each.request);
        if (each.rejection == rejection::rate) emulated.service.receive(each.request);
        emulated.service.use_request_ids(testing::counted_request_ids{});
        const auto response = emulated.service.receive(each.request);
        CHECK(emulated.service.last().rejection == each.rejection);
        CHECK(emulated.service.last().code == each.code);
        CHECK(response.status == each.status);
        CHECK(response.content_type == (each.status == 200 ? "application/json" : "text/plain"));
        CHECK(response.body.find(each.message) != std::string::npos);
        if (each.status == 200) {
            const auto envelope = tc3::parse_envelope(response);
            CHECK(envelope.has_value() == each.code.empty());
            if (!envelope) CHECK(envelope.error().code == each.code);
            CHECK((envelope ? envelope->request_id : envelope.error().request_id) == "00000000-0000-4000-8000-000000000001");
        }
        reached.insert(each.rejection);
    }
    for (int each = 0; each <= static_cast<int>(rejection::output); ++each) {
        CAPTURE(each);
        CHECK(reached.count(static_cast<rejection>(each)) == 1);
        CHECK(testing::describe(static_cast<rejection>(each)) != "");
    }
}

TEST_CASE("a policy that fails gives InternalError, not a wrong signature") {
    testing::emulator service([] { return now; }, [] { return std::string(); }, support::failing_policy(5));
    service.add_credential(id, key);
    service.serve(upload_action, [](const testing::received_message&) { return std::string("{}"); });
    service.receive(raw_request(upload_action, std::string_view("{}")));
    CHECK(service.last().rejection == rejection::crypto_failed);
    CHECK(service.last().code == "InternalError");
}

TEST_CASE("accepts a deviation of the clocks of up to 300 seconds") {
    const std::string request = post(R"({"Group":"a"})");
    for (const auto& each : {std::pair{-301, rejection::skew}, {-300, rejection::none}, {300, rejection::none}, {301, rejection::skew}}) {
        CAPTURE(each.first);
        emulated_service emulated;
        emulated.clock.seconds += each.first;
        emulated.service.receive(request);
        CHECK(emulated.service.last().rejection == each.second);
    }
}

TEST_CASE("last() reports the action and the id as far as they were checked") {
    emulated_service emulated;
    emulated.service.receive(replaced(post("{}"), "people.", "peoplf."));
    CHECK(emulated.service.last().action == "");
    emulated.service.receive(replaced(post("{}"), "{}", "[]"));
    CHECK(emulated.service.last().action == "DescribePeople");
    CHECK(emulated.service.last().secret_id == "");
    emulated.service.receive(post("{}"));
    CHECK(emulated.service.last().secret_id == id);
}

TEST_CASE("decodes text parameters of a GET, with spaces as %20 or plus") {
    emulated_service emulated;
    for (const auto& each : {std::pair{"Group=a%20b", "a b"},
                             {"Group=a+b", "a b"},
                             {"Group=1%2B1", "1+1"},
                             {"Group=%E6%9C%AA%22", "\xE6\x9C\xAA\""},
                             {"Group=a=b", "a=b"},
                             {"Group=", ""},
                             {"Order=asc&Group=a", "a"},
                             {"%47roup=a", "a"}}) {
        CAPTURE(each.first);
        const auto output = tc3::parse_response<describe_people>(emulated.service.receive(signed_get(each.first)));
        REQUIRE(output.has_value());
        CHECK(output->text == each.second);
    }
}

TEST_CASE("rejects a name of more than 32 parts in a query") {
    for (const std::size_t parts : {std::size_t{1}, std::size_t{31}, std::size_t{32}, std::size_t{33}, std::size_t{1'000'000}}) {
        CAPTURE(parts);
        std::string query = "a";
        for (std::size_t part = 1; part < parts; ++part) query += ".a";
        auto form = testing::query_form::parse(query + "=x");
        REQUIRE(form.has_value() == (parts <= 32));
        if (form) CHECK(form->json().has_value());
    }
}

TEST_CASE("responds to a GET as to the POST with the same input") {
    struct row {
        const char* query;
        const char* json;
    };
    for (const row& each :
         {row{"Group=a&Limit=7", R"({"Group":"a","Limit":7})"},
          {"Group=7&Limit=-7", R"({"Group":"7","Limit":-7})"},
          {"Group=true", R"({"Group":"true"})"},
          {"Group=1e3", R"({"Group":"1e3"})"},
          {"Group=007&People.0.Name=1&People.1.Name=false", R"({"Group":"007","People":[{"Name":"1"},{"Name":"false"}]})"},
          {"Group=a&People.1.Name=y&People.0.Name=x", R"({"Group":"a","People":[{"Name":"x"},{"Name":"y"}]})"},
          {"Group=a&People.1.Name=y", R"({"Group":"a","People":[{},{"Name":"y"}]})"},
          {"Group=a&People.10.Name=y&People.9.Name=x&Limit=0",
           R"({"Group":"a","People":[{},{},{},{},{},{},{},{},{},{"Name":"x"},{"Name":"y"}],"Limit":0})"},
          {"Group=", R"({"Group":""})"},
          {"Group=a&Limit=9223372036854775808", R"({"Group":"a","Limit":9223372036854775808})"},
          {"Group=a&Limit=", R"({"Group":"a","Limit":""})"},
          {"Group=a&Order=1", R"({"Group":"a","Order":"1"})"}}) {
        CAPTURE(each.query);
        emulated_service emulated;
        emulated.service.serve<describe_people>([](const describe_people& input) {
            std::string text = input.group + ";" + input.order.value_or("-") + ";" + std::to_string(input.limit.value_or(-1));
            for (const person& one : input.people) text += ";" + one.name.value_or("-");
            return describe_people_output{.text = text};
        });
        const auto by_get = emulated.service.receive(signed_get(each.query));
        const rejection rejection_by_get = emulated.service.last().rejection;
        emulated.service.use_request_ids(testing::counted_request_ids{});
        const auto by_post = emulated.service.receive(post(each.json));
        CHECK(rejection_by_get == emulated.service.last().rejection);
        if (rejection_by_get == rejection::none) CHECK(by_get.body == by_post.body);
    }
}

TEST_CASE("counts signed calls within one second for each key and action") {
    emulated_service emulated;
    emulated.service.serve(limited_action, [](const testing::received_message&) { return std::string("{}"); });
    auto also_limited = limited_action;
    also_limited.name = "AlsoLimited";
    emulated.service.serve(also_limited, [](const testing::received_message&) { return std::string("{}"); });
    emulated.service.add_credential("AKIDother", key);
    const auto rejection_of = [&emulated](const tc3::action& action, std::string_view secret_id = id) {
        const auto request = tc3::make_request({action, std::string_view("{}")}, {.credential = {secret_id, key}}, emulated.clock);
        REQUIRE(request.has_value());
        emulated.service.receive(raw(*request));
        return emulated.service.last().rejection;
    };
    for (int round = 0; round < 5; ++round) CHECK(rejection_of(limited_action) == rejection::none);  // the clock has not advanced: no limit
    emulated.clock.seconds += 1;
    const std::string unsigned_request = replaced(raw_request(limited_action, std::string_view("{}")), "Signature=", "Signature=0");
    for (int round = 0; round < 3; ++round) emulated.service.receive(unsigned_request);
    CHECK(rejection_of(limited_action) == rejection::none);
    CHECK(rejection_of(limited_action) == rejection::none);
    CHECK(rejection_of(limited_action) == rejection::rate);
    CHECK(rejection_of(limited_action) == rejection::rate);
    CHECK(emulated.service.last().secret_id == id);
    CHECK(rejection_of(also_limited) == rejection::none);
    CHECK(rejection_of(limited_action, "AKIDother") == rejection::none);
    emulated.clock.seconds += 1;
    CHECK(rejection_of(limited_action) == rejection::none);
    CHECK(rejection_of(limited_action) == rejection::none);
    CHECK(rejection_of(limited_action) == rejection::rate);
    emulated.service.limit_calls(false);
    for (int round = 0; round < 5; ++round) CHECK(rejection_of(limited_action) == rejection::none);
    emulated.service.limit_calls(true);
    CHECK(rejection_of(limited_action) == rejection::rate);
    emulated.clock = now;
    CHECK(rejection_of(limited_action) == rejection::none);
    CHECK(rejection_of(limited_action) == rejection::none);
    CHECK(rejection_of(limited_action) == rejection::rate);  // limit_calls(true) also holds for a clock that has not advanced
}

TEST_CASE("an untyped action gets the request, and its members are sent unchanged") {
    emulated_service emulated;
    emulated.service.serve(upload_action, [](const testing::received_message& message) {
        return R"({"Size":)" + std::to_string(message.body.size()) + R"(, "RequestId":"mine", "N\"":[1, 2]})";
    });
    const auto response = emulated.service.receive(raw_request(
        upload_action, tc3::request_content{.body = std::string_view("\0\r\n\xff", 4), .content_type = "application/octet-stream"}));
    CHECK(response.body == R"({"Response":{"Size":4,"N\"":[1, 2],"RequestId":"00000000-0000-4000-8000-000000000001"}})");
}

TEST_CASE("several untyped actions are added in their order, each with its rule") {
    emulated_service emulated;
    const auto members = [](std::string text) { return [text](const testing::received_message&) { return text; }; };
    emulated.service.serve({{upload_action, members("{}")},
                            {upload_action, members(R"({"A":1})")},
                            {skippable_action, members("{}"), testing::signing_rule::signed_only}});
    CHECK(emulated.service.receive(raw_request(upload_action, std::string_view("{}"))).body.find("\"A\":1") != std::string::npos);
    emulated.service.receive(raw_request(skippable_action, std::string_view("{}"), {.skip_authorization = true}));
    CHECK(emulated.service.last().rejection == rejection::malformed_authorization);
}

TEST_CASE("serves a host on any port and in any case, and additional hosts") {
    emulated_service emulated;
    emulated.service.add_host("127.0.0.1", "people");
    emulated.service.add_host("[::1]", "people");
    emulated.service.add_host("gateway.example:8080", "people");
    for (const auto& each : {std::pair{"127.0.0.1:34567", rejection::none},
                             {"127.0.0.1", rejection::none},
                             {"[::1]:34567", rejection::none},
                             {"gateway.example:8080", rejection::none},
                             {"gateway.example", rejection::host},
                             {"gateway.example:8081", rejection::host},
                             {"127.0.0.2", rejection::host}}) {
        CAPTURE(each.first);
        auto caller = profile;
        caller.host = each.first;
        emulated.service.receive(raw_request(describe_people_action, std::string_view(R"({"Group":"a"})"), {}, caller));
        CHECK(emulated.service.last().rejection == each.second);
    }
    for (const std::string_view bad : {"127.0.0.1:http", "127.0.0.1:80a", "127.0.0.1:", "127.0.0.1:00443", "127.0.0.1:0", "127.0.0.1:65536",
                                       "[::1]:00443", "[::1", "127.0.0.1 x"}) {
        const std::string host(describe_people_action.host.empty() ? "people.tencentcloudapi.com" : describe_people_action.host);
        emulated.service.receive(replaced(post(R"({"Group":"a"})"), "Host: " + host, "Host: " + std::string(bad)));
        CHECK(emulated.service.last().rejection == rejection::host);
    }
    emulated.service.receive(replaced(post(R"({"Group":"a"})"), "Host: people.", "Host: People."));
    CHECK(emulated.service.last().rejection == rejection::none);
}

TEST_CASE("asks the host finder for hosts that were not added, by the request") {
    emulated_service emulated;
    emulated.service.add_host("added.example", "people");
    std::vector<std::string> asked;
    emulated.service.find_hosts_with([&asked](const testing::received_message& message) -> std::optional<testing::host_service> {
        asked.emplace_back(message.host);
        if (!message.host.starts_with("127.0.0.1") || message.value_of("X-TC-Action") != "DescribePeople") return {};
        return testing::host_service{.service = "people"};
    });
    const auto send = [&](std::string_view host, std::string_view body) {
        auto caller = profile;
        caller.host = host;
        emulated.service.receive(raw_request(describe_people_action, body, {}, caller));
        return emulated.service.last().rejection;
    };
    constexpr std::string_view body = R"({"Group":"a"})";
    CHECK(send("127.0.0.1:8080", body) == rejection::none);
    CHECK(send("elsewhere.example", body) == rejection::host);
    CHECK(asked == std::vector<std::string>{"127.0.0.1:8080", "elsewhere.example"});
    CHECK(send("added.example", body) == rejection::none);
    CHECK(send("people.tencentcloudapi.com", body) == rejection::none);
    CHECK(asked.size() == 2);
    emulated.service.find_hosts_with({});
    CHECK(send("127.0.0.1:8080", body) == rejection::host);
}

TEST_CASE("the host finder decides which service the credential scope must name") {
    emulated_service emulated;
    std::string scope_service;
    emulated.service.find_hosts_with([&scope_service](const testing::received_message&) {
        return testing::host_service{.service = "people", .scope_service = scope_service};
    });
    auto signed_for = describe_people_action;
    const auto send = [&](std::string_view service) {
        signed_for.service = service;
        auto caller = profile;
        caller.host = "127.0.0.1";
        emulated.service.receive(raw_request(signed_for, std::string_view(R"({"Group":"a"})"), {}, caller));
        return emulated.service.last().rejection;
    };
    CHECK(send("people") == rejection::none);
    CHECK(send("127") == rejection::service);
    scope_service = "127";
    CHECK(send("127") == rejection::none);
    CHECK(send("people") == rejection::service);
}

TEST_CASE("the host finder can name another host that may have been signed") {
    emulated_service emulated;
    std::string signed_host;
    emulated.service.find_hosts_with([&signed_host](const testing::received_message&) {
        return testing::host_service{.service = "people", .signed_host = signed_host};
    });
    auto caller = profile;
    caller.host = "127.0.0.1";
    const std::string request = raw_request(describe_people_action, std::string_view(R"({"Group":"a"})"), {}, caller);
    const std::string with_port = replaced(request, "Host: 127.0.0.1", "Host: 127.0.0.1:8080");
    const auto send = [&emulated](const std::string& bytes) {
        emulated.service.receive(bytes);
        return emulated.service.last().rejection;
    };
    CHECK(send(with_port) == rejection::signature);
    signed_host = "127.0.0.1";
    CHECK(send(with_port) == rejection::none);
    CHECK(emulated.service.last().signed_host == "127.0.0.1");
    CHECK(emulated.service.last().secret_id == id);
    CHECK_FALSE(emulated.service.last().finding.has_value());
    CHECK(send(request) == rejection::none);
    CHECK(emulated.service.last().signed_host == "");
    CHECK(send(replaced(with_port, R"("a")", R"("b")")) == rejection::signature);
    CHECK(emulated.service.last().signed_host == "");
    CHECK(send(replaced(with_port, "Content-Type: application/json", "Content-Type: text/plain")) == rejection::signature);
    CHECK(emulated.service.last().finding.value().cause == tc3::signing::cause::content_type);  // not the host
}

TEST_CASE("services_of() returns each service with an action once") {
    emulated_service emulated;
    auto other = describe_people_action;
    other.service = "persons";
    other.version = "2021-01-01";
    const auto empty = [](const testing::received_message&) { return std::string("{}"); };
    emulated.service.serve(other, empty);
    emulated.service.serve(describe_people_action, empty);
    using names = std::vector<std::string>;
    CHECK(emulated.service.services_of("DescribePeople") == names{"people", "persons"});
    CHECK(emulated.service.services_of("DescribePeople", "2021-01-01") == names{"persons"});
    CHECK(emulated.service.services_of("DescribePeople", "2022-01-01").empty());
    CHECK(emulated.service.services_of("describepeople").empty());
}

TEST_CASE("an interceptor replies in place of the action, which has no effect") {
    emulated_service emulated;
    int handled = 0;
    emulated.service.serve(limited_action, [&handled](const testing::received_message&) {
        ++handled;
        return std::string("{}");
    });
    std::optional<testing::any_reply> reply;
    int asked = 0;
    emulated.service.intercept_with([&](const testing::received_message& message) {
        ++asked;
        CHECK(message.value_of("X-TC-Action") == "Limited");
        return reply;
    });
    const std::string request = raw_request(limited_action, std::string_view("{}"));
    const auto code = [&](const std::string& bytes) {
        emulated.service.receive(bytes);
        return emulated.service.last().code;
    };
    CHECK(code(request) == "");
    reply = testing::as_usual;
    CHECK(code(request) == "");
    CHECK(handled == 2);
    reply = testing::service_error{"InternalError", "on demand"};
    CHECK(code(request) == "InternalError");
    CHECK(emulated.service.last().accepted());
    CHECK(code(replaced(request, "application/json", "text/plain")) == "AuthFailure.SignatureFailure");
    CHECK(code(replaced(request, "X-TC-Action: Limited", "X-TC-Action: Limit")) == "InvalidAction");
    CHECK(code(replaced(request, "2020-01-01", "2020-01-02")) == "NoSuchVersion");
    CHECK(asked == 3);
    reply = std::string(R"({"Text":"a"})");
    CHECK(emulated.service.receive(request).body.find(R"("Text":"a")") != std::string::npos);
    CHECK(handled == 2);
    emulated.service.limit_calls(true);
    CHECK(code(request) == "RequestLimitExceeded");
    CHECK(asked == 4);
    emulated.service.limit_calls(false);
    emulated.service.intercept_with({});
    CHECK(code(request) == "");
    CHECK(handled == 3);
}

TEST_CASE("a later key or handler replaces an earlier one") {
    emulated_service emulated;
    emulated.service.add_credential(id, "another key");
    emulated.service.receive(post(R"({"Group":"a"})"));
    CHECK(emulated.service.last().rejection == rejection::signature);
    emulated.service.add_credential(id, key);
    emulated.service.serve<describe_people>([](const describe_people&) { return describe_people_output{.text = "new"}; });
    const auto response = emulated.service.receive(post(R"({"Group":"a"})"));
    CHECK(response.body.find(R"("Text":"new")") != std::string::npos);

    auto second = describe_people_action;
    second.version = "2021-01-01";
    emulated.service.serve(second, [](const testing::received_message&) { return std::string("{}"); });
    emulated.service.receive(post(R"({"Group":"a"})"));
    CHECK(emulated.service.last().rejection == rejection::none);
}

TEST_CASE("a handler may add actions while it runs, and replace itself") {
    emulated_service emulated;
    emulated.service.serve<describe_people>([&emulated](const describe_people& input) {
        for (int round = 0; round < 200; ++round) {
            emulated.service.serve<describe_people>([](const describe_people&) { return describe_people_output{.text = "new"}; });
            emulated.service.serve(upload_action, [](const testing::received_message&) { return std::string("{}"); });
        }
        return describe_people_output{.text = input.group + emulated.service.next_token()};  // the captures of this handler are still alive
    });
    CHECK(emulated.service.receive(post(R"({"Group":"old "})")).body.find(R"("Text":"old token-1")") != std::string::npos);
    CHECK(emulated.service.receive(post(R"({"Group":"old "})")).body.find(R"("Text":"new")") != std::string::npos);
}

TEST_CASE("an input without members needs no table") {
    emulated_service emulated;
    const auto output = tc3::call(emulated.service, count_people{}, profile, now);
    REQUIRE(output.has_value());
    CHECK(output->text == "7");
}

TEST_CASE("an input is value-initialised before it is read") {
    emulated_service emulated;
    emulated.service.serve<list_people>(
        [](const list_people& input) { return describe_people_output{.text = std::to_string(input.limit)}; });
    const auto output =
        tc3::parse_response<list_people>(emulated.service.receive(raw_request(tc3::action_of<list_people>, std::string_view("{}"))));
    REQUIRE(output.has_value());
    CHECK(output->text == "0");
}

TEST_CASE("a version belongs to one service, even if two services have an action of the same name") {
    emulated_service emulated;
    tc3::action other = describe_people_action;
    other.service = "persons";
    other.version = "2021-01-01";
    emulated.service.serve(other, [](const testing::received_message&) { return std::string("{}"); });
    tc3::action unknown_version = describe_people_action;
    unknown_version.version = other.version;
    emulated.service.receive(raw_request(other, std::string_view("{}")));
    CHECK(emulated.service.last().rejection == rejection::none);
    emulated.service.receive(raw_request(unknown_version, std::string_view("{}")));
    CHECK(emulated.service.last().rejection == rejection::version);
}

TEST_CASE("writes a response as HTTP/1.1") {
    for (const auto& [response, expected] :
         {std::pair{testing::emulator_response{.body = "{}"},
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"},
          {testing::emulator_response{400, "text/plain", ""},
           "HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain\r\nContent-Length: 0\r\n\r\n"},
          {testing::emulator_response{503, "text/plain", ""}, "HTTP/1.1 503 \r\nContent-Type: text/plain\r\nContent-Length: 0\r\n\r\n"},
          {testing::emulator_response{.body = "{}", .date = "Tue, 14 Nov 2023 22:13:20 GMT"},
           "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\nDate: Tue, 14 Nov 2023 22:13:20 GMT\r\n\r\n{}"}}) {
        std::string bytes;
        testing::write_response(bytes, response);
        CHECK(bytes == expected);
    }
}

TEST_CASE("each response has the date of the emulator's clock, from which a client learns the time") {
    emulated_service emulated;
    CHECK(emulated.service.receive(post(R"({"Group":"a"})")).date == "Tue, 14 Nov 2023 22:13:20 GMT");
    emulated.clock.seconds += 1000;
    CHECK(emulated.service.receive("not HTTP").date == "Tue, 14 Nov 2023 22:30:00 GMT");
    const auto output =
        tc3::call(emulated.service, count_people{}, {.credential = {id, "another-key"}, .region = "ap-singapore"}, emulated.clock);
    REQUIRE_FALSE(output.has_value());
    CHECK(tc3::server_time(output.error()) == emulated.clock);
    emulated.clock.seconds = -1;
    CHECK(emulated.service.receive("not HTTP").date == "");
}

static_assert(tc3::transport<testing::emulator&>);
static_assert(!testing::input_handler<int, describe_people>);

TEST_CASE("a liveness session has passed by default") {
    emulated_service emulated;
    const auto begun = tc3::call(emulated.service, faceid::apply_liveness_token{}, profile, now);
    REQUIRE(begun.has_value());
    for (int round = 0; round < 3; ++round) {
        const auto output = tc3::call(emulated.service, faceid::get_liveness_result{.sdk_token = *begun->sdk_token}, profile, now);
        REQUIRE(output.has_value());
        CHECK(faceid::outcome(*output).passed());
        CHECK(output->best_frame.has_value());
        CHECK(output->video.has_value());
    }
}

TEST_CASE("only returned tokens have a session, for two hours") {
    emulated_service emulated;
    const auto code_of = [&emulated](std::string_view token) {
        const auto output =
            tc3::call(emulated.service, faceid::get_liveness_result{.sdk_token = std::string(token)}, profile, emulated.clock);
        return output ? std::string() : output.error().code;
    };
    constexpr std::string_view illegal = "InvalidParameterValue.BizTokenIllegal", expired = "InvalidParameterValue.BizTokenExpired";
    CHECK(code_of("token-1") == illegal);
    REQUIRE(tc3::call(emulated.service, faceid::apply_liveness_token{}, profile, now).has_value());
    CHECK(code_of("token-1") == "");
    CHECK(code_of("token-2") == illegal);
    CHECK(code_of("Token-1") == illegal);
    emulated.clock.seconds += 7199;
    CHECK(code_of("token-1") == "");
    REQUIRE(tc3::call(emulated.service, faceid::apply_liveness_token{}, profile, emulated.clock).has_value());
    emulated.clock.seconds += 1;
    CHECK(code_of("token-1") == expired);
    CHECK(code_of("token-2") == "");
    CHECK(code_of("token-3") == illegal);

    emulated.service.receive(raw_request(tc3::action_of<faceid::get_liveness_result>, std::string_view("{}")));
    CHECK(emulated.service.last().rejection == rejection::skew);  // the clock has advanced
    emulated.clock = now;
    emulated.service.receive(raw_request(tc3::action_of<faceid::get_liveness_result>, std::string_view("{}")));
    CHECK(emulated.service.last().rejection == rejection::missing_parameter);
    emulated.service.receive(raw_request(tc3::action_of<faceid::get_liveness_result>, std::string_view(R"({"SdkToken":""})")));
    CHECK(emulated.service.last().code == illegal);
}

TEST_CASE("scripts apply to later sessions or to one session, and the last reply repeats") {
    emulated_service emulated;
    auto scenario = testing::serve_faceid(emulated.service);
    const auto begin = [&emulated] {
        const auto begun = tc3::call(emulated.service, faceid::apply_liveness_token{}, profile, now);
        return begun ? begun->sdk_token.value_or("") : std::string();
    };
    const auto ask_for = [&emulated](const std::string& token) {
        const auto output = tc3::call(emulated.service, faceid::get_liveness_result{.sdk_token = token}, profile, now);
        return output ? to_string(faceid::outcome(*output)) : output.error().code;
    };
    const std::string unscripted = begin();
    scenario.reply_with<faceid::get_liveness_result>({faceid::get_liveness_result_output{}, testing::service_error{"OperationDenied"},
                                                      faceid::get_liveness_result_output{.result = "1005"}});
    const std::string first = begin();
    const std::string second = begin();
    CHECK(ask_for(unscripted) == "passed: 0");
    CHECK(ask_for(first) == "unknown: no code");
    CHECK(ask_for(first) == "OperationDenied");
    CHECK(emulated.service.last().accepted());
    CHECK(ask_for(second) == "unknown: no code");  // each session has its own position
    CHECK(ask_for(first) == "not passed: 1005: liveness check failed");
    CHECK(ask_for(first) == "not passed: 1005: liveness check failed");

    CHECK(
        scenario.start_with<faceid::get_liveness_result>(first, {faceid::get_liveness_result_output{.result = "4711"}, testing::as_usual}));
    CHECK(ask_for(first) == "not passed: 4711");  // from the first reply
    CHECK(ask_for(first) == "passed: 0");
    CHECK(ask_for(second) == "OperationDenied");
    CHECK(scenario.start_with<faceid::get_liveness_result>(second, {}));
    CHECK(ask_for(second) == "passed: 0");
    CHECK_FALSE(scenario.start_with<faceid::get_liveness_result>("another", {}));
}

TEST_CASE("a token that is returned again begins a new session") {
    tc3::unix_time clock = now;
    testing::emulator service([&clock] { return clock; }, [] { return std::string("same"); });
    service.add_credential(id, key);
    auto scenario = testing::serve_faceid(service);
    scenario.reply_with<faceid::get_liveness_result>({faceid::get_liveness_result_output{.result = "1001"}, testing::as_usual});
    for (int round = 0; round < 2; ++round) {
        REQUIRE(tc3::call(service, faceid::apply_liveness_token{}, profile, clock).has_value());
        const auto output = tc3::call(service, faceid::get_liveness_result{.sdk_token = "same"}, profile, clock);
        REQUIRE(output.has_value());
        CHECK(output->result == "1001");
        clock.seconds += 7200;
    }
}
