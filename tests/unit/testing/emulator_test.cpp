// SPDX-License-Identifier: MIT
// The emulator as users meet it: calls in process, every cause of a refusal reached by one minimal wrong request, and the answers' form.
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

// ---- a service of its own, with one field of each kind --------------------------------------------------------------------------

struct person {
    std::optional<std::string> name = {};
};
struct describe_people {
    std::string group = {};
    std::optional<std::string> order = {};
    std::optional<std::int64_t> limit = {};
    std::vector<person> people = {};
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
inline constexpr auto tc3::fields_of<describe_people> =
    tc3::field_table(tc3::field_of<&describe_people::group>("Group").required(),
                     tc3::field_of<&describe_people::order>("Order").limited(tc3::one_of<orders>),
                     tc3::field_of<&describe_people::limit>("Limit"), tc3::field_of<&describe_people::people>("People"));
template <>
inline constexpr auto tc3::fields_of<describe_people_output> =
    tc3::field_table(tc3::field_of<&describe_people_output::text>("Text"), tc3::field_of<&describe_people_output::request_id>("RequestId"));

namespace {

constexpr tc3::unix_time now{1700000000};
constexpr std::string_view id = "AKIDexample";
constexpr std::string_view key = "key-of-the-example";
constexpr tc3::action people = tc3::action_of<describe_people>;
constexpr tc3::action upload{"people", "2020-01-01", "Upload", "", false};
constexpr tc3::action hasty{.service = "people", .version = "2020-01-01", .name = "Hasten", .needs_region = false, .calls_per_second = 2};
constexpr tc3::action skippable{"people", "2020-01-01", "AssumeRole", "", false};

const tc3::client_profile_view profile{.credential = {id, key}, .region = "ap-singapore"};

/// A service that knows the key above and has all kinds of actions.
struct served {
    tc3::unix_time clock = now;
    int tokens = 0;
    testing::emulator service{[this] { return clock; }, [this] { return "token-" + std::to_string(++tokens); }};

    served() {
        service.add_credential(id, key);
        service.add_credential("AKIDtemporary", key, "session");
        testing::serve_faceid(service);
        service.serve<describe_people>([](const describe_people& asked) { return describe_people_output{.text = asked.group}; });
        service.serve<count_people>([](const count_people&) { return describe_people_output{.text = "7"}; });
        const auto empty = [](const testing::received_message&) { return std::string("{}"); };
        service.serve(upload, empty);
        service.serve(skippable, empty, testing::signing_rule::signed_or_skipped);
    }
};

std::string raw(const http::request& request) {
    std::string bytes;
    http::write_head(bytes, request.view());
    return bytes.append(request.view().body);
}

template <class Content>
std::string raw_request(const tc3::action& what, const Content& content, const tc3::request_options& options = {},
                        const tc3::client_profile_view& who = profile) {
    const auto request = tc3::make_request(what, content, who, now, options);
    REQUIRE(request.has_value());
    return raw(*request);
}

std::string ask(std::string_view json) { return raw_request(people, json); }
std::string ask_by_get(std::string_view json) { return raw_request(people, json, {.method = http::method::get}); }

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

std::string without_line(std::string text, std::string_view name) {
    const std::size_t at = text.find("\r\n" + std::string(name) + ":");
    REQUIRE(at != std::string::npos);
    return text.erase(at, text.find("\r\n", at + 2) - at);
}

std::string with_body(const std::string& text, const std::string& body) {
    const std::size_t head = text.find("\r\n\r\n") + 4;
    return without_line(text.substr(0, head), "Content-Length")
               .insert(text.find("\r\n"), "\r\nContent-Length: " + std::to_string(body.size())) +
           body;
}

/// A GET whose query tc3 itself would refuse to send.
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

TEST_CASE("a typed call in process gets the handler's answer and a counted request id") {
    served it;
    for (const int round : {1, 2}) {
        const auto output = tc3::call(it.service, faceid::apply_liveness_token{.secure_level = faceid::secure_level::light}, profile, now);
        REQUIRE(output.has_value());
        CHECK(output->sdk_token == "token-" + std::to_string(round));
        CHECK(output->request_id == "00000000-0000-4000-8000-00000000000" + std::to_string(round));
        CHECK(it.service.last().accepted());
        CHECK(it.service.last().action == "ApplyLivenessToken");
        CHECK(it.service.last().secret_id == id);
        CHECK(it.service.last().code == "");
    }
}

TEST_CASE("a refused call is a failure at stage service with the service's code and a request id") {
    served it;
    it.service.use_request_ids([] { return std::string("my-id"); });
    const auto output = tc3::call(it.service, faceid::apply_liveness_token{.secure_level = "9"}, profile, now);
    REQUIRE(!output.has_value());
    CHECK(output.error().stage == tc3::stage::service);
    CHECK(output.error().code == "InvalidParameterValue");
    CHECK(output.error().message.find("SecureLevel") != std::string::npos);
    CHECK(output.error().request_id == "my-id");
}

TEST_CASE("a handler's own error goes out as it is, and the request counts as accepted") {
    served it;
    it.service.serve<describe_people>([](const describe_people&) -> tc3::result<describe_people_output, testing::service_error> {
        return tc3::unexpected(testing::service_error{"FailedOperation.Closed", "\"closed\""});
    });
    const auto response = it.service.receive(ask(R"({"Group":"a"})"));
    CHECK(
        response.body ==
        R"({"Response":{"Error":{"Code":"FailedOperation.Closed","Message":"\"closed\""},"RequestId":"00000000-0000-4000-8000-000000000001"}})");
    CHECK(it.service.last().accepted());
    CHECK(it.service.last().code == "FailedOperation.Closed");
}

TEST_CASE("every cause is reached by one wrong request and has its code") {
    const std::string good = ask(R"({"Group":"a"})");
    const std::string unsigned_body = raw_request(people, std::string_view(R"({"Group":"a"})"), {.unsigned_payload = true});
    const tc3::client_profile_view temporary{.credential = {"AKIDtemporary", key, "session"}, .region = "x"};
    const std::string with_token = raw_request(people, std::string_view(R"({"Group":"a"})"), {}, temporary);
    const std::string no_region = raw_request(upload, std::string_view("{}"), {}, {.credential = {id, key}});
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
        {"nothing wrong", good, rejection::none, ""},
        {"nothing wrong, in GET", ask_by_get(R"({"Group":"a"})"), rejection::none, ""},
        {"nothing wrong, with a token", with_token, rejection::none, ""},
        {"nothing wrong, the body unsigned", unsigned_body, rejection::none, ""},
        {"nothing wrong, no region needed", no_region, rejection::none, ""},
        {"nothing wrong, skipped where that is allowed", raw_request(skippable, std::string_view("{}"), {.skip_authorization = true}),
         rejection::none, ""},
        {"not HTTP", "hello", rejection::malformed_http, "", "empty line", 400},
        {"another method", replaced(good, "POST", "PUT"), rejection::method, "UnsupportedProtocol", "method"},
        {"unknown host", replaced(good, "people.", "peoplf."), rejection::host, "NoSuchProduct"},
        {"no Authorization", without_line(good, "Authorization"), rejection::malformed_authorization, invalid},
        {"another algorithm", replaced(good, "TC3-HMAC-SHA256", "TC3-HMAC-SHA255"), rejection::malformed_authorization, invalid},
        {"skipped where that is not allowed", raw_request(people, std::string_view("{}"), {.skip_authorization = true}),
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
        {"another content type", raw_request(people, tc3::request_content{.body = "{}", .content_type = "text/plain"}),
         rejection::content_type, "InvalidRequest"},
        {"body over 10 MB", with_body(unsigned_body, megabytes), rejection::size, "RequestSizeLimitExceeded"},
        {"query over 32 KB", signed_get("Group=" + std::string(32U * 1024, 'x')), rejection::size, "RequestSizeLimitExceeded"},
        {"a list in GET", ask_by_get(R"({"Group":"a","People":[{"Name":"n"}]})"), rejection::none, ""},
        {"too many within a second", raw_request(hasty, std::string_view("{}")), rejection::rate, "RequestLimitExceeded", "second"},
        {"text for a number in GET", signed_get("Group=a&Limit=x"), rejection::parameter, "InvalidParameter", "Limit"},
        {"an empty part of a name in GET", signed_get("Group=a&People..Name=x"), rejection::parameter, "InvalidParameter"},
        {"a position twice in GET", signed_get("Group=a&People.0=x&People.0.Name=y"), rejection::parameter, "InvalidParameter"},
        {"a large position in GET", signed_get("Group=a&People.1000.Name=x"), rejection::parameter, "InvalidParameter"},
        {"a value and its parts in GET", signed_get("Group=a&People=x&People.0.Name=y"), rejection::parameter, "InvalidParameter",
         "People"},
        {"a deep name in GET", signed_get("Group=a&" + a_deep_name + "=x"), rejection::parameter, "InvalidParameter", "too many"},
        {"unknown parameter", ask(R"({"Group":"a","Nmae":1})"), rejection::unknown_parameter, "UnknownParameter", "Nmae "},
        {"unknown parameter, deeper", ask(R"({"Group":"a","People":[{},{"a\"b\\" : 1}]})"), rejection::unknown_parameter,
         "UnknownParameter", R"(People[1].a\\\"b\\\\ )"},
        // In GET the place is not told: it would be one in a text that was never sent. The quote shows that the message ends here.
        {"unknown parameter in GET", ask_by_get(R"({"Group":"a","Nmae":"b"})"), rejection::unknown_parameter, "UnknownParameter",
         R"("Nmae is not a known member")"},
        {"unknown parameter with the empty name", ask(R"({"Group":"a","":1})"), rejection::unknown_parameter, "UnknownParameter",
         R"("a member is not a known member, at byte )"},
        {"unknown parameter with the empty name in GET", signed_get("Group=a&=b"), rejection::unknown_parameter, "UnknownParameter",
         R"("a member is not a known member")"},
        {"unknown parameter of an action that has none", raw_request(tc3::action_of<count_people>, std::string_view(R"({"Group":"a"})")),
         rejection::unknown_parameter, "UnknownParameter", "Group "},
        {"missing parameter", ask("{}"), rejection::missing_parameter, "MissingParameter", "Group"},
        {"missing parameter in GET", ask_by_get("{}"), rejection::missing_parameter, "MissingParameter", "Group"},
        {"outside the set", ask(R"({"Group":"a","Order":"up"})"), rejection::parameter_value, "InvalidParameterValue", "Order"},
        {"outside the set, in GET", ask_by_get(R"({"Group":"a","Order":"up"})"), rejection::parameter_value, "InvalidParameterValue",
         "Order"},
        {"out of range", ask(R"({"Group":"a","Limit":9223372036854775808})"), rejection::parameter_value, "InvalidParameterValue", "Limit"},
        {"wrong type", ask(R"({"Group":"a","People":[{"Name":7}]})"), rejection::parameter, "InvalidParameter", "People[0].Name"},
        {"not JSON", raw_request(people, tc3::request_content{.body = R"({"Group":"a")"}), rejection::parameter, "InvalidParameter"},
        {"two documents", raw_request(people, tc3::request_content{.body = R"({"Group":"a"}{})"}), rejection::parameter,
         "InvalidParameter"},
        {"empty body", raw_request(people, tc3::request_content{}), rejection::parameter, "InvalidParameter"},
        {"stands twice", ask(R"({"Group":"a","Group":"a"})"), rejection::parameter, "InvalidParameter", "Group"},
        {"stands twice in GET", signed_get("Group=a&Group=b"), rejection::parameter, "InvalidParameter", "Group"},
        {"half an escape in GET", signed_get("Group=%4"), rejection::parameter, "InvalidParameter"},
        {"not UTF-8 in GET", signed_get("Group=%ff"), rejection::parameter, "InvalidParameter"},
        {"an answer that is not UTF-8", ask(R"({"Group":"bad output"})"), rejection::output, "InternalError", "Text"},
        {"an answer that is no object", raw_request(upload, tc3::request_content{.body = R"("bad output")"}), rejection::output,
         "InternalError"},
    };

    std::set<rejection> reached = {rejection::crypto_failed};  // see the next case
    for (const row& each : rows) {
        CAPTURE(each.name);
        served it;
        it.service.serve<describe_people>([](const describe_people& asked) {
            return describe_people_output{.text = asked.group == "bad answer" ? "\xff" : asked.group};
        });
        it.service.serve(
            upload, [](const testing::received_message& message) { return std::string(message.body == R"("bad output")" ? "[]" : "{}"); });
        it.service.serve(hasty, [](const testing::received_message&) { return std::string("{}"); });
        it.service.limit_calls(true);
        if (each.rejection == rejection::rate) it.service.receive(each.request);
        if (each.rejection == rejection::rate) it.service.receive(each.request);
        it.service.use_request_ids(testing::counted_request_ids{});
        const auto response = it.service.receive(each.request);
        CHECK(it.service.last().rejection == each.rejection);
        CHECK(it.service.last().code == each.code);
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

TEST_CASE("a hash engine that fails is an internal error, not a wrong signature") {
    testing::emulator service([] { return now; }, [] { return std::string(); }, support::failing_policy(5));
    service.add_credential(id, key);
    service.serve(upload, [](const testing::received_message&) { return std::string("{}"); });
    service.receive(raw_request(upload, std::string_view("{}")));
    CHECK(service.last().rejection == rejection::crypto_failed);
    CHECK(service.last().code == "InternalError");
}

TEST_CASE("the clocks may differ by 300 seconds either way") {
    const std::string request = ask(R"({"Group":"a"})");
    for (const auto& each : {std::pair{-301, rejection::skew}, {-300, rejection::none}, {300, rejection::none}, {301, rejection::skew}}) {
        CAPTURE(each.first);
        served it;
        it.clock.seconds += each.first;
        it.service.receive(request);
        CHECK(it.service.last().rejection == each.second);
    }
}

TEST_CASE("what was looked at before a refusal is told, and nothing more") {
    served it;
    it.service.receive(replaced(ask("{}"), "people.", "peoplf."));
    CHECK(it.service.last().action == "");
    it.service.receive(replaced(ask("{}"), "{}", "[]"));
    CHECK(it.service.last().action == "DescribePeople");
    CHECK(it.service.last().secret_id == "");
    it.service.receive(ask("{}"));
    CHECK(it.service.last().secret_id == id);
}

TEST_CASE("text parameters of a GET are decoded, whichever way a blank is written") {
    served it;
    for (const auto& each : {std::pair{"Group=a%20b", "a b"},
                             {"Group=a+b", "a b"},
                             {"Group=1%2B1", "1+1"},
                             {"Group=%E6%9C%AA%22", "\xE6\x9C\xAA\""},
                             {"Group=a=b", "a=b"},
                             {"Group=", ""},
                             {"Order=asc&Group=a", "a"},
                             {"%47roup=a", "a"}}) {
        CAPTURE(each.first);
        const auto output = tc3::parse_response<describe_people>(it.service.receive(signed_get(each.first)));
        REQUIRE(output.has_value());
        CHECK(output->text == each.second);
    }
}

TEST_CASE("a name in a query has up to 32 parts, however many there are more") {
    for (const std::size_t parts : {std::size_t{1}, std::size_t{31}, std::size_t{32}, std::size_t{33}, std::size_t{1'000'000}}) {
        CAPTURE(parts);
        std::string query = "a";
        for (std::size_t part = 1; part < parts; ++part) query += ".a";
        auto form = testing::detail::query_form::parse(query + "=x");
        REQUIRE(form.has_value() == (parts <= 32));
        if (form) CHECK(form->json().has_value());
    }
}

TEST_CASE("a GET says of every question what a POST says") {
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
        served it;
        it.service.serve<describe_people>([](const describe_people& asked) {
            std::string text = asked.group + ";" + asked.order.value_or("-") + ";" + std::to_string(asked.limit.value_or(-1));
            for (const person& one : asked.people) text += ";" + one.name.value_or("-");
            return describe_people_output{.text = text};
        });
        const auto by_get = it.service.receive(signed_get(each.query));
        const rejection cause_by_get = it.service.last().rejection;
        it.service.use_request_ids(testing::counted_request_ids{});
        const auto by_post = it.service.receive(ask(each.json));
        CHECK(cause_by_get == it.service.last().rejection);
        if (cause_by_get == rejection::none) CHECK(by_get.body == by_post.body);
    }
}

TEST_CASE("calls within one second are counted for each key and action, and only those that are signed") {
    served it;
    it.service.serve(hasty, [](const testing::received_message&) { return std::string("{}"); });
    auto hastier = hasty;
    hastier.name = "HastenMore";
    it.service.serve(hastier, [](const testing::received_message&) { return std::string("{}"); });
    it.service.add_credential("AKIDother", key);
    const auto call_result = [&it](const tc3::action& what, std::string_view who = id) {
        const auto request = tc3::make_request(what, std::string_view("{}"), {.credential = {who, key}}, it.clock);
        REQUIRE(request.has_value());
        it.service.receive(raw(*request));
        return it.service.last().rejection;
    };
    for (int round = 0; round < 5; ++round) CHECK(call_result(hasty) == rejection::none);  // the clock stands still
    it.clock.seconds += 1;
    const std::string unsigned_request = replaced(raw_request(hasty, std::string_view("{}")), "Signature=", "Signature=0");
    for (int round = 0; round < 3; ++round) it.service.receive(unsigned_request);
    CHECK(call_result(hasty) == rejection::none);
    CHECK(call_result(hasty) == rejection::none);
    CHECK(call_result(hasty) == rejection::rate);
    CHECK(call_result(hasty) == rejection::rate);
    CHECK(it.service.last().secret_id == id);
    CHECK(call_result(hastier) == rejection::none);
    CHECK(call_result(hasty, "AKIDother") == rejection::none);
    it.clock.seconds += 1;
    CHECK(call_result(hasty) == rejection::none);
    CHECK(call_result(hasty) == rejection::none);
    CHECK(call_result(hasty) == rejection::rate);
    it.service.limit_calls(false);
    for (int round = 0; round < 5; ++round) CHECK(call_result(hasty) == rejection::none);
    it.service.limit_calls(true);
    CHECK(call_result(hasty) == rejection::rate);
    it.clock = now;
    CHECK(call_result(hasty) == rejection::none);
    CHECK(call_result(hasty) == rejection::none);
    CHECK(call_result(hasty) == rejection::rate);  // though the clock stands where it began
}

TEST_CASE("an untyped action sees the request, and its members go out as they are") {
    served it;
    it.service.serve(upload, [](const testing::received_message& message) {
        return R"({"Size":)" + std::to_string(message.body.size()) + R"(, "RequestId":"mine", "N\"":[1, 2]})";
    });
    const auto response = it.service.receive(
        raw_request(upload, tc3::request_content{.body = std::string_view("\0\r\n\xff", 4), .content_type = "application/octet-stream"}));
    CHECK(response.body == R"({"Response":{"Size":4,"N\"":[1, 2],"RequestId":"00000000-0000-4000-8000-000000000001"}})");
}

TEST_CASE("a host may be served on any port, in any case, and at a name of its own") {
    served it;
    it.service.add_host("127.0.0.1", "people");
    it.service.add_host("[::1]", "people");
    it.service.add_host("gateway.example:8080", "people");
    for (const auto& each : {std::pair{"127.0.0.1:34567", rejection::none},
                             {"127.0.0.1", rejection::none},
                             {"[::1]:34567", rejection::none},
                             {"gateway.example:8080", rejection::none},
                             {"gateway.example", rejection::host},
                             {"gateway.example:8081", rejection::host},
                             {"127.0.0.2", rejection::host}}) {
        CAPTURE(each.first);
        auto who = profile;
        who.host = each.first;
        it.service.receive(raw_request(people, std::string_view(R"({"Group":"a"})"), {}, who));
        CHECK(it.service.last().rejection == each.second);
    }
    for (const std::string_view bad : {"127.0.0.1:http", "127.0.0.1:80a", "127.0.0.1:"}) {
        const std::string host(people.host.empty() ? "people.tencentcloudapi.com" : people.host);
        it.service.receive(replaced(ask(R"({"Group":"a"})"), "Host: " + host, "Host: " + std::string(bad)));
        CHECK(it.service.last().rejection == rejection::host);
    }
    it.service.receive(replaced(ask(R"({"Group":"a"})"), "Host: people.", "Host: People."));
    CHECK(it.service.last().rejection == rejection::none);
}

TEST_CASE("what is served or known twice counts as it was last") {
    served it;
    it.service.add_credential(id, "another key");
    it.service.receive(ask(R"({"Group":"a"})"));
    CHECK(it.service.last().rejection == rejection::signature);
    it.service.add_credential(id, key);
    it.service.serve<describe_people>([](const describe_people&) { return describe_people_output{.text = "new"}; });
    const auto response = it.service.receive(ask(R"({"Group":"a"})"));
    CHECK(response.body.find(R"("Text":"new")") != std::string::npos);

    auto second = people;
    second.version = "2021-01-01";
    it.service.serve(second, [](const testing::received_message&) { return std::string("{}"); });
    it.service.receive(ask(R"({"Group":"a"})"));
    CHECK(it.service.last().rejection == rejection::none);
}

TEST_CASE("a handler may serve more while it runs, in its own place too") {
    served it;
    it.service.serve<describe_people>([&it](const describe_people& asked) {
        for (int round = 0; round < 200; ++round) {
            it.service.serve<describe_people>([](const describe_people&) { return describe_people_output{.text = "new"}; });
            it.service.serve(upload, [](const testing::received_message&) { return std::string("{}"); });
        }
        return describe_people_output{.text = asked.group + it.service.next_token()};  // reached through the handler
    });
    CHECK(it.service.receive(ask(R"({"Group":"old "})")).body.find(R"("Text":"old token-1")") != std::string::npos);
    CHECK(it.service.receive(ask(R"({"Group":"old "})")).body.find(R"("Text":"new")") != std::string::npos);
}

TEST_CASE("a question without members needs no table") {
    served it;
    const auto output = tc3::call(it.service, count_people{}, profile, now);
    REQUIRE(output.has_value());
    CHECK(output->text == "7");
}

TEST_CASE("a question starts out with all its members zero or empty") {
    served it;
    it.service.serve<list_people>([](const list_people& asked) { return describe_people_output{.text = std::to_string(asked.limit)}; });
    const auto output =
        tc3::parse_response<list_people>(it.service.receive(raw_request(tc3::action_of<list_people>, std::string_view("{}"))));
    REQUIRE(output.has_value());
    CHECK(output->text == "0");
}

TEST_CASE("a version is that of the host's own service, though another one has an action of the same name") {
    served it;
    tc3::action other = people;
    other.service = "persons";
    other.version = "2021-01-01";
    it.service.serve(other, [](const testing::received_message&) { return std::string("{}"); });
    tc3::action wrong = people;
    wrong.version = other.version;
    it.service.receive(raw_request(other, std::string_view("{}")));
    CHECK(it.service.last().rejection == rejection::none);
    it.service.receive(raw_request(wrong, std::string_view("{}")));
    CHECK(it.service.last().rejection == rejection::version);
}

TEST_CASE("a response is written as HTTP/1.1") {
    for (const auto& [response, expected] :
         {std::pair{testing::http_response{.body = "{}"},
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"},
          {testing::http_response{400, "text/plain", ""},
           "HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain\r\nContent-Length: 0\r\n\r\n"},
          {testing::http_response{503, "text/plain", ""}, "HTTP/1.1 503 \r\nContent-Type: text/plain\r\nContent-Length: 0\r\n\r\n"}}) {
        std::string bytes;
        testing::write_response(bytes, response);
        CHECK(bytes == expected);
    }
}

static_assert(tc3::transport<testing::emulator&>);
static_assert(!testing::input_handler<int, describe_people>);

TEST_CASE("a liveness session has passed unless the test says otherwise") {
    served it;
    const auto begun = tc3::call(it.service, faceid::apply_liveness_token{}, profile, now);
    REQUIRE(begun.has_value());
    for (int round = 0; round < 3; ++round) {
        const auto output = tc3::call(it.service, faceid::get_liveness_result{.sdk_token = *begun->sdk_token}, profile, now);
        REQUIRE(output.has_value());
        CHECK(faceid::outcome(*output).passed());
        CHECK(output->best_frame.has_value());
        CHECK(output->video.has_value());
    }
}

TEST_CASE("only tokens that were handed out have a session, and for two hours") {
    served it;
    const auto code_of = [&it](std::string_view token) {
        const auto output = tc3::call(it.service, faceid::get_liveness_result{.sdk_token = std::string(token)}, profile, it.clock);
        return output ? std::string() : output.error().code;
    };
    constexpr std::string_view illegal = "InvalidParameterValue.BizTokenIllegal", expired = "InvalidParameterValue.BizTokenExpired";
    CHECK(code_of("token-1") == illegal);
    REQUIRE(tc3::call(it.service, faceid::apply_liveness_token{}, profile, now).has_value());
    CHECK(code_of("token-1") == "");
    CHECK(code_of("token-2") == illegal);
    CHECK(code_of("Token-1") == illegal);
    it.clock.seconds += 7199;
    CHECK(code_of("token-1") == "");
    REQUIRE(tc3::call(it.service, faceid::apply_liveness_token{}, profile, it.clock).has_value());
    it.clock.seconds += 1;
    CHECK(code_of("token-1") == expired);
    CHECK(code_of("token-2") == "");
    CHECK(code_of("token-3") == illegal);

    it.service.receive(raw_request(tc3::action_of<faceid::get_liveness_result>, std::string_view("{}")));
    CHECK(it.service.last().rejection == rejection::skew);  // the clock has gone on
    it.clock = now;
    it.service.receive(raw_request(tc3::action_of<faceid::get_liveness_result>, std::string_view("{}")));
    CHECK(it.service.last().rejection == rejection::missing_parameter);
    it.service.receive(raw_request(tc3::action_of<faceid::get_liveness_result>, std::string_view(R"({"SdkToken":""})")));
    CHECK(it.service.last().code == illegal);
}

TEST_CASE("a test scripts what sessions say: those to come, or a single one, an error too, and the last reply stays") {
    served it;
    auto scenario = testing::serve_faceid(it.service);
    const auto begin = [&it] {
        const auto begun = tc3::call(it.service, faceid::apply_liveness_token{}, profile, now);
        return begun ? begun->sdk_token.value_or("") : std::string();
    };
    const auto ask_for = [&it](const std::string& token) {
        const auto output = tc3::call(it.service, faceid::get_liveness_result{.sdk_token = token}, profile, now);
        return output ? to_string(faceid::outcome(*output)) : output.error().code;
    };
    const std::string before = begin();
    scenario.reply_with<faceid::get_liveness_result>({faceid::get_liveness_result_output{}, testing::service_error{"OperationDenied"},
                                                      faceid::get_liveness_result_output{.result = "1005"}});
    const std::string first = begin();
    const std::string second = begin();
    CHECK(ask_for(before) == "passed: 0");
    CHECK(ask_for(first) == "unknown: no code");
    CHECK(ask_for(first) == "OperationDenied");
    CHECK(it.service.last().accepted());
    CHECK(ask_for(second) == "unknown: no code");  // each has its own place
    CHECK(ask_for(first) == "not passed: 1005: liveness check failed");
    CHECK(ask_for(first) == "not passed: 1005: liveness check failed");

    CHECK(
        scenario.reply_with<faceid::get_liveness_result>(first, {faceid::get_liveness_result_output{.result = "4711"}, testing::as_usual}));
    CHECK(ask_for(first) == "not passed: 4711");  // from the front again
    CHECK(ask_for(first) == "passed: 0");
    CHECK(ask_for(second) == "OperationDenied");
    CHECK(scenario.reply_with<faceid::get_liveness_result>(second, {}));
    CHECK(ask_for(second) == "passed: 0");
    CHECK_FALSE(scenario.reply_with<faceid::get_liveness_result>("another", {}));
}

TEST_CASE("a token that is handed out again begins its session anew") {
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
