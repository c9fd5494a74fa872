// SPDX-License-Identifier: MIT
// make_request(): the documented signatures, each part of a request and each option. Signers are in make_request_signer_test.cpp, errors in
// request_builder_test.cpp.
#include "../../support/every_kind.hpp"
#include "../../support/exchange.hpp"
#include "../../support/policies.hpp"
#include "../../support/random.hpp"
#include "../../support/request_text.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

using support::every_kind;
using support::sample_profile;
using support::sample_time;
using support::wire_text;
using tc3::errc;
using tc3::stage;
using tc3::http::header;
namespace faceid = tc3::faceid;
namespace http = tc3::http;
namespace signing = tc3::signing;

// ---- an action of another service, described as in a program ------------------------------------------------------------------

struct describe_zones {};
struct describe_zones_output {
    std::optional<std::int64_t> total_count = {};
};
template <>
inline constexpr tc3::action tc3::action_of<describe_zones>{"cvm", "2017-03-12", "DescribeZones"};
template <>
struct tc3::output_of<describe_zones> {
    using type = describe_zones_output;
};
template <>
inline constexpr auto tc3::fields_of<describe_zones> = tc3::field_table();
template <>
inline constexpr auto tc3::fields_of<describe_zones_output> =
    tc3::field_table(tc3::field_of<&describe_zones_output::total_count>("TotalCount"));

TEST_CASE("a program describes an action of another service in a few lines") {
    support::fake_transport transport;
    transport.output.body = R"({"Response":{"TotalCount":3,"ZoneSet":[{"Zone":"ap-guangzhou-1"}],"RequestId":"1"}})";
    const auto output = tc3::call(transport, describe_zones{}, sample_profile(), sample_time);
    REQUIRE(output);
    CHECK(output->total_count == 3);
    CHECK(transport.host == "cvm.tencentcloudapi.com");
    CHECK(transport.body == "{}");
    CHECK(transport.authorization.find("/2019-02-25/cvm/tc3_request, ") != std::string::npos);
}

namespace {

constexpr tc3::action cvm{"cvm", "2017-03-12", "DescribeInstances"};

tc3::client_profile_view documented_profile() {
    return {.credential = {support::secret_id, support::secret_key}, .region = "ap-guangzhou"};
}

std::string signature_of(const tc3::result<http::request, tc3::failure>& request) {
    if (!request) return tc3::to_string(request.error());
    const std::string_view value = request->view().headers.value_of("Authorization");
    return std::string(value.substr(value.find("Signature=") + 10));
}

std::string signed_names_of(const http::request_view& request) {
    const auto parsed = signing::parse_authorization(request.headers.value_of("Authorization"));
    return parsed ? std::string(parsed->signed_headers) : "malformed";
}

std::vector<header> received_headers(const http::request_view& request) {
    std::vector<header> headers{{"Host", request.host}};
    for (const header header : request.headers) headers.push_back(header);
    return headers;
}

// Verifies a request as a server does, from the bytes that were sent.
bool is_accepted(const http::request_view& request, std::string_view service, tc3::unix_time now = sample_time) {
    const std::vector<header> headers = received_headers(request);
    const std::string_view path = request.target.substr(0, request.target.find('?'));
    const std::string_view query = request.target.substr(path.size() == request.target.size() ? path.size() : path.size() + 1);
    const signing::received_request received{
        .method = request.method, .canonical_uri = path, .query = query, .headers = headers, .body = request.body};
    return signing::verify_authorization(
               received, {.now = now, .service = service},
               [](std::string_view id) { return id == support::secret_id ? support::secret_key : std::string_view(); })
        .has_value();
}

}  // namespace

TEST_CASE("the requests of the manual have the signatures of the manual") {
    const std::string_view body = R"({"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], "Name": "instance-name"}]})";
    const tc3::request_content content{.body = body, .content_type = "application/json; charset=utf-8"};
    const auto post = [&](const tc3::request_options& options) {
        return signature_of(tc3::make_request({cvm, content}, documented_profile(), {1551113065}, options));
    };
    CHECK(post({}) == "72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168");
    CHECK(post({.sign_action = true}) == "644be983de9a8a3f00db8eadaba61467c3b429e2215758ba897b738ca469fd26");
    const auto get =
        tc3::make_request({cvm, R"({"Offset":0,"Limit":10})"}, documented_profile(), {1539084154}, {.method = http::method::get});
    CHECK(signature_of(get) == "5da7a33f6993f0614b047e5df4582db9e9bf4672ba50567dba16c6ccf174c474");
}

TEST_CASE("a POST request consists of these bytes") {
    const faceid::apply_liveness_token input{.secure_level = faceid::secure_level::motion_and_light};
    const auto request = tc3::make_request(input, sample_profile(), sample_time);
    REQUIRE(request);
    const std::string text = wire_text(request->view());
    const std::size_t signature = text.find("Signature=") + 10;
    CHECK(text.substr(0, signature) ==
          "POST / HTTP/1.1\r\n"
          "Host: faceid.intl.tencentcloudapi.com\r\n"
          "Content-Type: application/json\r\n"
          "X-TC-Action: ApplyLivenessToken\r\n"
          "X-TC-Version: 2018-03-01\r\n"
          "X-TC-Timestamp: 1551113065\r\n"
          "X-TC-Region: ap-singapore\r\n"
          "X-TC-Token: Zq8/xW+vN3~kR7pL0=mT5\r\n"
          "Authorization: TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/2019-02-25/faceid/tc3_request, "
          "SignedHeaders=content-type;host, Signature=");
    CHECK(text.substr(signature + 64) == "\r\nContent-Length: 19\r\n\r\n{\"SecureLevel\":\"4\"}");
    CHECK(is_accepted(request->view(), "faceid"));
}

TEST_CASE("a GET request consists of these bytes") {
    const every_kind input{.needed = "a b", .texts = {"x", "", "z"}, .items = {support::item{}, support::item{.name = "\xe4\xbd\xa0"}}};
    const tc3::client_profile_view profile{.credential = {support::secret_id, support::secret_key}, .region = "ap-singapore"};
    const auto request = tc3::make_request(input, profile, sample_time, {.method = http::method::get});
    REQUIRE(request);
    const std::string text = wire_text(request->view());
    const std::size_t signature = text.find("Signature=") + 10;
    CHECK(text.substr(0, signature) ==
          "GET /?Items.1.Name=%E4%BD%A0&Needed=a%20b&Texts.0=x&Texts.1=&Texts.2=z HTTP/1.1\r\n"
          "Host: kinds.tencentcloudapi.com\r\n"
          "Content-Type: application/x-www-form-urlencoded\r\n"
          "X-TC-Action: EveryKind\r\n"
          "X-TC-Version: 2020-02-20\r\n"
          "X-TC-Timestamp: 1551113065\r\n"
          "X-TC-Region: ap-singapore\r\n"
          "Authorization: TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/2019-02-25/kinds/tc3_request, "
          "SignedHeaders=content-type;host, Signature=");
    CHECK(text.substr(signature + 64) == "\r\n\r\n");
    CHECK(is_accepted(request->view(), "kinds"));
}

TEST_CASE("a GET request without parameters has no question mark") {
    const auto request = tc3::make_request(describe_zones{}, sample_profile(), sample_time, {.method = http::method::get});
    REQUIRE(request);
    CHECK(request->view().target == "/");
    CHECK(request->view().body.empty());
    CHECK(is_accepted(request->view(), "cvm"));
}

TEST_CASE("each member of a profile replaces one part of the request and leaves the others unchanged") {
    const auto request_with = [](auto change) {
        tc3::client_profile_view profile = sample_profile();
        change(profile);
        auto request = tc3::make_request(faceid::apply_liveness_token{}, profile, sample_time);
        REQUIRE(request);
        return *std::move(request);
    };
    const auto scope_service_of = [](const http::request& request) {
        return std::string((*signing::parse_authorization(request.view().headers.value_of("Authorization"))).service);
    };
    const http::request original = request_with([](auto&) {});
    CHECK(original.view().host == "faceid.intl.tencentcloudapi.com");
    CHECK(original.view().scheme == "https");
    CHECK(original.view().connect_to.empty());
    CHECK(scope_service_of(original) == "faceid");
    CHECK(original.view().headers.value_of("X-TC-Version") == "2018-03-01");
    CHECK(original.view().headers.value_of("X-TC-Language").empty());

    const http::request with_service = request_with([](auto& profile) { profile.service = "other"; });
    CHECK(scope_service_of(with_service) == "other");
    CHECK(with_service.view().host == original.view().host);
    CHECK(is_accepted(with_service.view(), "other"));

    const http::request with_host = request_with([](auto& profile) { profile.host = "gw.example.com:8443"; });
    CHECK(with_host.view().host == "gw.example.com:8443");
    CHECK(scope_service_of(with_host) == "faceid");
    CHECK(with_host.view().scheme == "https");
    CHECK(with_host.view().connect_to.empty());
    CHECK(is_accepted(with_host.view(), "faceid"));

    // Scheme and connect address are not in the bytes that are signed and sent.
    const http::request with_scheme = request_with([](auto& profile) { profile.scheme = "http"; });
    CHECK(with_scheme.view().scheme == "http");
    CHECK(wire_text(with_scheme.view()) == wire_text(original.view()));
    const http::request with_connect_to = request_with([](auto& profile) { profile.connect_to = "[::1]:9000"; });
    CHECK(with_connect_to.view().connect_to == "[::1]:9000");
    CHECK(wire_text(with_connect_to.view()) == wire_text(original.view()));

    const http::request with_version = request_with([](auto& profile) { profile.version = "2020-01-01"; });
    CHECK(with_version.view().headers.value_of("X-TC-Version") == "2020-01-01");
    const http::request with_language = request_with([](auto& profile) { profile.language = "en-US"; });
    CHECK(with_language.view().headers.value_of("X-TC-Language") == "en-US");
    CHECK(signature_of(with_version) == signature_of(original));
    CHECK(signature_of(with_language) == signature_of(original));
}

TEST_CASE("host and service are sent and signed in lower case") {
    tc3::client_profile_view profile = sample_profile();
    profile.host = "FaceID.Intl.TencentCloudAPI.com";
    profile.service = "FaceID";
    const auto request = tc3::make_request(faceid::apply_liveness_token{}, profile, sample_time);
    const auto in_lower_case = tc3::make_request(faceid::apply_liveness_token{}, sample_profile(), sample_time);
    CHECK(wire_text(request) == wire_text(in_lower_case));
    CHECK(request->view().host == "faceid.intl.tencentcloudapi.com");
}

TEST_CASE("an action without a service takes it from the host, or fails if the host names none") {
    const tc3::action unnamed{"", "2017-03-12", "DescribeZones"};
    tc3::client_profile_view profile = sample_profile();
    profile.host = "cvm.ap-singapore.tencentcloudapi.com";
    const auto request = tc3::make_request({unnamed, "{}"}, profile, sample_time);
    REQUIRE(request);
    CHECK(is_accepted(request->view(), "cvm"));
    for (const std::string_view host : {"", "localhost", ".example.com"}) {
        profile.host = host;
        const auto failed = tc3::make_request({unnamed, "{}"}, profile, sample_time);
        REQUIRE_FALSE(failed);
        CHECK(failed.error().reason == tc3::error{.code = errc::missing, .part = "service"});
    }
}

TEST_CASE("an action that needs no region is sent without an empty X-TC-Region") {
    tc3::client_profile_view profile = sample_profile();
    profile.region = {};
    const tc3::action without_region{.service = "sts", .version = "2018-08-13", .name = "GetCallerIdentity", .needs_region = false};
    const auto request = tc3::make_request({without_region, "{}"}, profile, sample_time);
    REQUIRE(request);
    CHECK(request->view().headers.value_of("X-TC-Region").empty());
    for (const header header : request->view().headers) CHECK_FALSE(header.value.empty());
    CHECK(is_accepted(request->view(), "sts"));

    profile.region = "ap-singapore";
    const auto with_region = tc3::make_request({without_region, "{}"}, profile, sample_time);
    CHECK(with_region->view().headers.value_of("X-TC-Region") == "ap-singapore");
}

TEST_CASE("headers that carry a credential, and those that the program marks, are marked as sensitive") {
    const std::array<header, 3> extra{{{"X-Mine", "a"}, {"X-Secret", "b", true}, {"Cookie", "c"}}};
    const auto request = tc3::make_request(faceid::apply_liveness_token{}, sample_profile(), sample_time, {.headers = extra});
    REQUIRE(request);
    std::string marked;
    for (const header header : request->view().headers) {
        if (header.sensitive) marked += std::string(header.name) + " ";
    }
    CHECK(marked == "X-TC-Token X-Secret Cookie Authorization ");
    CHECK(request->view().headers.value_of("X-TC-Token") == support::session_token);

    tc3::client_profile_view permanent = sample_profile();
    permanent.credential.token = {};
    const auto without_token = tc3::make_request(faceid::apply_liveness_token{}, permanent, sample_time);
    REQUIRE(without_token);
    for (const header header : without_token->view().headers) CHECK(header.name != "X-TC-Token");
}

TEST_CASE("headers of the program are sent and, if they are in signed_headers, signed in lower case and order") {
    const std::array<header, 2> unsigned_headers{{{"X-Plain", "one"}, {"accept", "*/*"}}};
    const std::array<header, 3> signed_headers{{{"X-Zulu", " Value With Blanks "}, {"a-first", ""}, {"X-TC-Extra", "\xe4\xbd\xa0"}}};
    const auto request = tc3::make_request(faceid::apply_liveness_token{}, sample_profile(), sample_time,
                                           {.sign_action = true, .headers = unsigned_headers, .signed_headers = signed_headers});
    REQUIRE(request);
    CHECK(signed_names_of(request->view()) == "a-first;content-type;host;x-tc-action;x-tc-extra;x-zulu");
    CHECK(request->view().headers.value_of("X-Plain") == "one");
    CHECK(request->view().headers.value_of("Accept") == "*/*");
    CHECK(request->view().headers.value_of("X-Zulu") == " Value With Blanks ");
    CHECK(is_accepted(request->view(), "faceid"));
}

TEST_CASE("a program can sign 29 headers, since a signature covers 32 and tc3 signs up to three of its own") {
    constexpr std::size_t most = signing::most_signed_headers - 3;  // Content-Type, Host, X-TC-Action
    static_assert(most == 29);
    std::vector<std::string> names;
    for (std::size_t i = 0; i <= most; ++i) names.push_back("X-" + std::to_string(i));
    std::vector<header> headers;
    for (const std::string& name : names) headers.push_back({name, "v"});
    const auto request_with = [](std::span<const header> signed_headers) {
        return tc3::make_request(faceid::apply_liveness_token{}, sample_profile(), sample_time,
                                 {.sign_action = true, .signed_headers = signed_headers});
    };

    const auto request = request_with(std::span(headers).first(most));
    REQUIRE(request);
    CHECK(is_accepted(request->view(), "faceid"));

    const auto too_many = request_with(headers);
    REQUIRE_FALSE(too_many);
    CHECK(too_many.error().reason == tc3::error{.code = errc::too_many, .part = "signed headers", .needed = most + 1, .limit = most});
}

TEST_CASE("trace id and client name are sent, but not signed") {
    const auto request = tc3::make_request(faceid::apply_liveness_token{}, sample_profile(), sample_time,
                                           {.trace_id = "8f14e45f-ea9b", .request_client = "my-game 1.0"});
    REQUIRE(request);
    CHECK(request->view().headers.value_of("X-TC-TraceId") == "8f14e45f-ea9b");
    CHECK(request->view().headers.value_of("X-TC-RequestClient") == "my-game 1.0");
    CHECK(signed_names_of(request->view()) == "content-type;host");
}

TEST_CASE("with unsigned_payload the signature does not cover the body") {
    const auto request_for = [](std::string_view body) {
        return *tc3::make_request({cvm, tc3::request_content{.body = body}}, sample_profile(), sample_time, {.unsigned_payload = true});
    };
    const http::request first = request_for("{}"), second = request_for("{\"other\":1}");
    CHECK(first.view().headers.value_of("X-TC-Content-SHA256") == "UNSIGNED-PAYLOAD");
    CHECK(first.view().headers.value_of("Authorization") == second.view().headers.value_of("Authorization"));
    CHECK(is_accepted(first.view(), "cvm"));
    CHECK(second.view().body == "{\"other\":1}");
    const auto get = tc3::make_request({cvm, "{}"}, sample_profile(), sample_time, {.method = http::method::get, .unsigned_payload = true});
    REQUIRE(get);
    CHECK(is_accepted(get->view(), "cvm"));
}

TEST_CASE("with skip_authorization the header is SKIP, no credential is needed and nothing is hashed") {
    tc3::client_profile_view profile = sample_profile();
    profile.credential = {};
    support::failing_policy policy(1);
    for (const http::method method : {http::method::post, http::method::get}) {
        const auto request = tc3::make_request(every_kind{.needed = "n"}, profile, sample_time,
                                               {.method = method, .skip_authorization = true, .hash = policy});
        REQUIRE(request);
        CHECK(request->view().headers.value_of("Authorization") == "SKIP");
        CHECK(request->view().headers.value_of("X-TC-Action") == "EveryKind");
        CHECK(request->view().headers.value_of("X-TC-Timestamp") == "1551113065");
        CHECK((method == http::method::post ? request->view().body == R"({"Needed":"n"})" : request->view().target == "/?Needed=n"));
    }
    CHECK(policy.calls() == 0);
    profile.region = "bad region";
    CHECK_FALSE(tc3::make_request(every_kind{.needed = "n"}, profile, sample_time, {.skip_authorization = true}));
}

TEST_CASE("JSON text is validated and sent unchanged") {
    const std::string json = " {\"b\": 1,\n \"a\":[ ] } ";
    const auto request = tc3::make_request({cvm, json}, sample_profile(), sample_time);
    REQUIRE(request);
    CHECK(request->view().body == json);
    CHECK(request->view().headers.value_of("Content-Type") == "application/json");
    CHECK(is_accepted(request->view(), "cvm"));
    for (const std::string_view invalid : {"", "{", "{\"a\":1}}", "{'a':1}", "{\"a\":\"\xff\"}"}) {
        const auto failed = tc3::make_request({cvm, invalid}, sample_profile(), sample_time);
        REQUIRE_FALSE(failed);
        CHECK(failed.error().stage == stage::request);
        CHECK(failed.error().reason.part == "body");
    }
}

TEST_CASE("a request_content is signed and sent unchanged") {
    const std::string body("--Boundary\r\n\0\xff--", 16);
    const tc3::request_content content{.body = body, .content_type = "multipart/form-data; boundary=Boundary"};
    const auto request = tc3::make_request({cvm, content}, sample_profile(), sample_time);
    REQUIRE(request);
    CHECK(request->view().body == body);
    CHECK(request->view().headers.value_of("Content-Type") == content.content_type);
    CHECK(is_accepted(request->view(), "cvm"));

    const tc3::request_content query{.content_type = tc3::query_content_type, .query = "b=1&a=%20"};
    const auto get = tc3::make_request({cvm, query}, sample_profile(), sample_time, {.method = http::method::get, .path = "/v1/x"});
    REQUIRE(get);
    CHECK(get->view().target == "/v1/x?b=1&a=%20");
    CHECK(is_accepted(get->view(), "cvm"));
}

TEST_CASE("the target of a GET request has the query that was signed") {
    support::random_input random(51);
    for (int i = 0; i < 300; ++i) {
        const every_kind input{.needed = "n" + random.text(random.number(0, 20), "a%+ =&\"\\/\n~"),
                               .texts = {random.text(5, "a&= "), ""},
                               .numbers = {static_cast<std::int64_t>(random.bits())},
                               .default_ = "\xf0\x9f\x98\x80"};
        const auto request = tc3::make_request(input, sample_profile(), sample_time, {.method = http::method::get});
        REQUIRE(request);
        std::string json;
        tc3::sink_adapter to(json);
        tc3::encoder out(to);
        tc3::write_struct(out, input);
        REQUIRE(request->view().target == "/?" + *tc3::make_query(json));
        REQUIRE(is_accepted(request->view(), "kinds"));
    }
}

TEST_CASE("the first and the last time can be signed") {
    for (const std::int64_t seconds : {std::int64_t{0}, tc3::unix_time::last_second}) {
        const auto request = tc3::make_request(every_kind{.needed = "x"}, sample_profile(), {seconds});
        REQUIRE(request);
        CHECK(request->view().headers.value_of("X-TC-Timestamp") == std::to_string(seconds));
        CHECK(is_accepted(request->view(), "kinds", {seconds}));
    }
}

TEST_CASE("the input is a described struct, or an action with JSON text or request_content") {
    CHECK(std::is_convertible_v<describe_zones, tc3::input_ref>);
    CHECK(std::is_convertible_v<tc3::untyped_input, tc3::input_ref>);
    CHECK(std::is_constructible_v<tc3::input_ref, tc3::action, std::string>);
    CHECK(std::is_constructible_v<tc3::input_ref, tc3::action, std::string_view>);
    CHECK(std::is_constructible_v<tc3::input_ref, tc3::action, const char*>);
    CHECK(std::is_constructible_v<tc3::input_ref, tc3::action, tc3::request_content>);
    CHECK_FALSE(std::is_constructible_v<tc3::input_ref, tc3::action, int>);
    CHECK_FALSE(std::is_constructible_v<tc3::input_ref, tc3::action, tc3::binary>);
    CHECK_FALSE(std::is_constructible_v<tc3::input_ref, tc3::action, tc3::secret>);
    CHECK_FALSE(std::is_default_constructible_v<tc3::input_ref>);
    CHECK_FALSE(std::is_default_constructible_v<tc3::untyped_input>);
}

TEST_CASE("an untyped_input and the braces of its parts give the same request") {
    const tc3::untyped_input json(cvm, R"({"Limit":1})");
    CHECK(wire_text(tc3::make_request(json, sample_profile(), sample_time)) ==
          wire_text(tc3::make_request({cvm, R"({"Limit":1})"}, sample_profile(), sample_time)));
    const tc3::request_content content{.body = "bytes", .content_type = "application/octet-stream"};
    const tc3::untyped_input bytes(cvm, content);
    CHECK(
        wire_text(tc3::make_request(bytes, sample_profile(), sample_time)) ==
        wire_text(tc3::make_request({cvm, {.body = "bytes", .content_type = "application/octet-stream"}}, sample_profile(), sample_time)));
}
