// SPDX-License-Identifier: MIT
// make_request: the documented signatures, each part of a request and each option, and both halves against the whole.
#include "../../support/every_kind.hpp"
#include "../../support/exchange.hpp"
#include "../../support/policies.hpp"
#include "../../support/random.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using support::every_kind;
using support::sample_profile;
using support::sample_time;
using tc3::errc;
using tc3::stage;
using tc3::http::header;
namespace faceid = tc3::faceid;
namespace http = tc3::http;
namespace signing = tc3::signing;

// ---- a service of the user's own, as it would stand in a user's code ------------------------------------------------------------------

struct describe_zones {};
struct zones {
    std::optional<std::int64_t> total_count = {};
};
template <>
inline constexpr tc3::action tc3::action_of<describe_zones>{"cvm", "2017-03-12", "DescribeZones"};
template <>
struct tc3::output_of<describe_zones> {
    using type = zones;
};
template <>
inline constexpr auto tc3::fields_of<describe_zones> = tc3::field_table();
template <>
inline constexpr auto tc3::fields_of<zones> = tc3::field_table(tc3::field_of<&zones::total_count>("TotalCount"));

TEST_CASE("a user describes an action of another service in a few lines") {
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

std::string all_of(const http::request_view& request) {
    std::string text;
    http::write_head(text, request);
    return text.append(request.body);
}

std::string all_of(const tc3::result<http::request, tc3::failure>& made) {
    return made ? all_of(made->view()) : tc3::to_string(made.error());
}

std::string signature_of(const tc3::result<http::request, tc3::failure>& made) {
    if (!made) return tc3::to_string(made.error());
    const std::string_view value = made->view().headers.value_of("Authorization");
    return std::string(value.substr(value.find("Signature=") + 10));
}

std::string signed_names_of(const http::request_view& request) {
    const auto parsed = signing::parse_authorization(request.headers.value_of("Authorization"));
    return parsed ? std::string(parsed->signed_headers) : "malformed";
}

std::vector<header> as_received(const http::request_view& request) {
    std::vector<header> headers{{"Host", request.host}};
    for (const header field : request.headers) headers.push_back(field);
    return headers;
}

// What a server makes of a request: it looks only at what was sent.
bool is_accepted(const http::request_view& request, std::string_view service, tc3::unix_time now = sample_time) {
    const std::vector<header> headers = as_received(request);
    const std::string_view path = request.target.substr(0, request.target.find('?'));
    const std::string_view query = request.target.substr(path.size() == request.target.size() ? path.size() : path.size() + 1);
    const signing::received_request received{
        .method = request.method, .canonical_uri = path, .query = query, .headers = headers, .body = request.body};
    return signing::verify_authorization(
               received, {.now = now, .service = service},
               [](std::string_view id) { return id == support::secret_id ? support::secret_key : std::string_view(); })
        .has_value();
}

// A signing server that answers at once. Its id is a text made anew each time.
struct other_signer {
    [[nodiscard]] std::string secret_id() const { return std::string(support::secret_id); }
    tc3::result<signing::signature, tc3::error> sign(const signing::signing_request& request) {
        ++calls;
        if (fails) return tc3::unexpected(tc3::error{.code = errc::signer_failed, .part = "signature"});
        const auto key = signing::derive_signing_key({support::secret_id, support::secret_key}, request.scope);
        return signing::sign(*key, request.string_to_sign.view());
    }
    bool fails = false;
    std::size_t calls = 0;
};

}  // namespace

TEST_CASE("the documented requests have the documented signatures") {
    const std::string_view body = R"({"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], "Name": "instance-name"}]})";
    const tc3::request_content content{.body = body, .content_type = "application/json; charset=utf-8"};
    const auto post = [&](const tc3::request_options& options) {
        return signature_of(tc3::make_request(cvm, content, documented_profile(), {1551113065}, options));
    };
    CHECK(post({}) == "72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168");
    CHECK(post({.sign_action = true}) == "644be983de9a8a3f00db8eadaba61467c3b429e2215758ba897b738ca469fd26");
    const auto get =
        tc3::make_request(cvm, R"({"Offset":0,"Limit":10})", documented_profile(), {1539084154}, {.method = http::method::get});
    CHECK(signature_of(get) == "5da7a33f6993f0614b047e5df4582db9e9bf4672ba50567dba16c6ccf174c474");
}

TEST_CASE("a whole POST request, byte for byte") {
    const faceid::apply_liveness_token input{.secure_level = faceid::secure_level::motion_and_light};
    const auto made = tc3::make_request(input, sample_profile(), sample_time);
    REQUIRE(made);
    const std::string text = all_of(made->view());
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
    CHECK(is_accepted(made->view(), "faceid"));
}

TEST_CASE("a whole GET request, byte for byte") {
    const every_kind input{.needed = "a b", .texts = {"x", "", "z"}, .items = {support::item{}, support::item{.name = "\xe4\xbd\xa0"}}};
    const tc3::client_profile_view profile{.credential = {support::secret_id, support::secret_key}, .region = "ap-singapore"};
    const auto made = tc3::make_request(input, profile, sample_time, {.method = http::method::get});
    REQUIRE(made);
    const std::string text = all_of(made->view());
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
    CHECK(is_accepted(made->view(), "kinds"));
}

TEST_CASE("a GET request without parameters has no question mark") {
    const auto made = tc3::make_request(describe_zones{}, sample_profile(), sample_time, {.method = http::method::get});
    REQUIRE(made);
    CHECK(made->view().target == "/");
    CHECK(made->view().body.empty());
    CHECK(is_accepted(made->view(), "cvm"));
}

TEST_CASE("each of service, host, scheme and connect address is overridden without touching the others") {
    const auto request_with = [](auto change) {
        tc3::client_profile_view profile = sample_profile();
        change(profile);
        auto made = tc3::make_request(faceid::apply_liveness_token{}, profile, sample_time);
        REQUIRE(made);
        return *std::move(made);
    };
    const auto scope_of = [](const http::request& request) {
        return std::string((*signing::parse_authorization(request.view().headers.value_of("Authorization"))).service);
    };
    const http::request plain = request_with([](auto&) {});
    CHECK(plain.view().host == "faceid.intl.tencentcloudapi.com");
    CHECK(plain.view().scheme == "https");
    CHECK(plain.view().connect_to.empty());
    CHECK(scope_of(plain) == "faceid");
    CHECK(plain.view().headers.value_of("X-TC-Version") == "2018-03-01");
    CHECK(plain.view().headers.value_of("X-TC-Language").empty());

    const http::request service = request_with([](auto& profile) { profile.service = "other"; });
    CHECK(scope_of(service) == "other");
    CHECK(service.view().host == plain.view().host);
    CHECK(is_accepted(service.view(), "other"));

    const http::request host = request_with([](auto& profile) { profile.host = "gw.example.com:8443"; });
    CHECK(host.view().host == "gw.example.com:8443");
    CHECK(scope_of(host) == "faceid");
    CHECK(host.view().scheme == "https");
    CHECK(host.view().connect_to.empty());
    CHECK(is_accepted(host.view(), "faceid"));

    // Scheme and connect address are not signed: the same bytes go out.
    const http::request scheme = request_with([](auto& profile) { profile.scheme = "http"; });
    CHECK(scheme.view().scheme == "http");
    CHECK(all_of(scheme.view()) == all_of(plain.view()));
    const http::request connect = request_with([](auto& profile) { profile.connect_to = "[::1]:9000"; });
    CHECK(connect.view().connect_to == "[::1]:9000");
    CHECK(all_of(connect.view()) == all_of(plain.view()));

    const http::request version = request_with([](auto& profile) { profile.version = "2020-01-01"; });
    CHECK(version.view().headers.value_of("X-TC-Version") == "2020-01-01");
    const http::request language = request_with([](auto& profile) { profile.language = "en-US"; });
    CHECK(language.view().headers.value_of("X-TC-Language") == "en-US");
    CHECK(signature_of(version) == signature_of(plain));
    CHECK(signature_of(language) == signature_of(plain));
}

TEST_CASE("capitals in host and service are lowered on the wire and in the signature") {
    tc3::client_profile_view upper = sample_profile();
    upper.host = "FaceID.Intl.TencentCloudAPI.com";
    upper.service = "FaceID";
    const auto made = tc3::make_request(faceid::apply_liveness_token{}, upper, sample_time);
    const auto plain = tc3::make_request(faceid::apply_liveness_token{}, sample_profile(), sample_time);
    CHECK(all_of(made) == all_of(plain));
    CHECK(made->view().host == "faceid.intl.tencentcloudapi.com");
}

TEST_CASE("an action without a service goes by the host, one with neither is refused") {
    const tc3::action unnamed{"", "2017-03-12", "DescribeZones"};
    tc3::client_profile_view profile = sample_profile();
    profile.host = "cvm.ap-singapore.tencentcloudapi.com";
    const auto made = tc3::make_request(unnamed, "{}", profile, sample_time);
    REQUIRE(made);
    CHECK(is_accepted(made->view(), "cvm"));
    for (const std::string_view host : {"", "localhost", ".example.com"}) {
        profile.host = host;
        const auto refused = tc3::make_request(unnamed, "{}", profile, sample_time);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().reason == tc3::error{.code = errc::missing, .part = "service"});
    }
}

TEST_CASE("an action that needs no region is sent without one") {
    tc3::client_profile_view profile = sample_profile();
    profile.region = {};
    const tc3::action everywhere{.service = "sts", .version = "2018-08-13", .name = "GetCallerIdentity", .needs_region = false};
    const auto made = tc3::make_request(everywhere, "{}", profile, sample_time);
    REQUIRE(made);
    CHECK(made->view().headers.value_of("X-TC-Region").empty());
    for (const header field : made->view().headers) CHECK_FALSE(field.value.empty());
    CHECK(is_accepted(made->view(), "sts"));

    profile.region = "ap-singapore";
    const auto with_region = tc3::make_request(everywhere, "{}", profile, sample_time);
    CHECK(with_region->view().headers.value_of("X-TC-Region") == "ap-singapore");
}

TEST_CASE("the headers that carry a credential are marked, and no others") {
    const std::array<header, 3> extra{{{"X-Mine", "a"}, {"X-Secret", "b", true}, {"Cookie", "c"}}};
    const auto made = tc3::make_request(faceid::apply_liveness_token{}, sample_profile(), sample_time, {.headers = extra});
    REQUIRE(made);
    std::string marked;
    for (const header field : made->view().headers) {
        if (field.sensitive) marked += std::string(field.name) + " ";
    }
    CHECK(marked == "X-TC-Token X-Secret Cookie Authorization ");
    CHECK(made->view().headers.value_of("X-TC-Token") == support::session_token);

    tc3::client_profile_view permanent = sample_profile();
    permanent.credential.token = {};
    const auto plain = tc3::make_request(faceid::apply_liveness_token{}, permanent, sample_time);
    for (const header field : plain->view().headers) {
        CHECK(field.name != "X-TC-Token");
    }
}

TEST_CASE("more headers are sent, and signed where asked for, in any case and order") {
    const std::array<header, 2> sent{{{"X-Plain", "one"}, {"accept", "*/*"}}};
    const std::array<header, 3> also_signed{{{"X-Zulu", " Value With Blanks "}, {"a-first", ""}, {"X-TC-Extra", "\xe4\xbd\xa0"}}};
    const auto made = tc3::make_request(faceid::apply_liveness_token{}, sample_profile(), sample_time,
                                        {.sign_action = true, .headers = sent, .signed_headers = also_signed});
    REQUIRE(made);
    CHECK(signed_names_of(made->view()) == "a-first;content-type;host;x-tc-action;x-tc-extra;x-zulu");
    CHECK(made->view().headers.value_of("X-Plain") == "one");
    CHECK(made->view().headers.value_of("Accept") == "*/*");
    CHECK(made->view().headers.value_of("X-Zulu") == " Value With Blanks ");
    CHECK(is_accepted(made->view(), "faceid"));

    std::vector<header> twenty_nine;
    std::vector<std::string> names;
    for (int i = 0; i < 30; ++i) names.push_back("X-" + std::to_string(i));
    for (int i = 0; i < 29; ++i) twenty_nine.push_back({names[static_cast<std::size_t>(i)], "v"});
    const auto most = tc3::make_request(faceid::apply_liveness_token{}, sample_profile(), sample_time,
                                        {.sign_action = true, .signed_headers = twenty_nine});
    REQUIRE(most);
    CHECK(is_accepted(most->view(), "faceid"));
    twenty_nine.push_back({names[29], "v"});
    const auto too_many = tc3::make_request(faceid::apply_liveness_token{}, sample_profile(), sample_time,
                                            {.sign_action = true, .signed_headers = twenty_nine});
    REQUIRE_FALSE(too_many);
    CHECK(too_many.error().reason.part == "signed headers");
    CHECK(too_many.error().reason.limit == 29);
}

TEST_CASE("trace id and client name are sent unsigned") {
    const auto made = tc3::make_request(faceid::apply_liveness_token{}, sample_profile(), sample_time,
                                        {.trace_id = "8f14e45f-ea9b", .request_client = "my-game 1.0"});
    REQUIRE(made);
    CHECK(made->view().headers.value_of("X-TC-TraceId") == "8f14e45f-ea9b");
    CHECK(made->view().headers.value_of("X-TC-RequestClient") == "my-game 1.0");
    CHECK(signed_names_of(made->view()) == "content-type;host");
}

TEST_CASE("an unsigned payload is declared, and may then be any") {
    const auto request_for = [](std::string_view body) {
        return *tc3::make_request(cvm, tc3::request_content{.body = body}, sample_profile(), sample_time, {.unsigned_payload = true});
    };
    const http::request one = request_for("{}"), two = request_for("{\"other\":1}");
    CHECK(one.view().headers.value_of("X-TC-Content-SHA256") == "UNSIGNED-PAYLOAD");
    CHECK(one.view().headers.value_of("Authorization") == two.view().headers.value_of("Authorization"));
    CHECK(is_accepted(one.view(), "cvm"));
    CHECK(two.view().body == "{\"other\":1}");
    const auto get = tc3::make_request(cvm, "{}", sample_profile(), sample_time, {.method = http::method::get, .unsigned_payload = true});
    REQUIRE(get);
    CHECK(is_accepted(get->view(), "cvm"));
}

TEST_CASE("a request that goes unsigned says SKIP and needs no credential") {
    tc3::client_profile_view profile = sample_profile();
    profile.credential = {};
    support::failing_policy policy(1);
    for (const http::method method : {http::method::post, http::method::get}) {
        const auto made =
            tc3::make_request(every_kind{.needed = "n"}, profile, sample_time, {.method = method, .skip_authorization = true}, policy);
        REQUIRE(made);
        CHECK(made->view().headers.value_of("Authorization") == "SKIP");
        CHECK(made->view().headers.value_of("X-TC-Action") == "EveryKind");
        CHECK(made->view().headers.value_of("X-TC-Timestamp") == "1551113065");
        CHECK((method == http::method::post ? made->view().body == R"({"Needed":"n"})" : made->view().target == "/?Needed=n"));
    }
    CHECK(policy.calls() == 0);
    profile.region = "bad region";
    CHECK_FALSE(tc3::make_request(every_kind{.needed = "n"}, profile, sample_time, {.skip_authorization = true}));
}

TEST_CASE("ready JSON is checked and sent as it stands") {
    const std::string json = " {\"b\": 1,\n \"a\":[ ] } ";
    const auto made = tc3::make_request(cvm, json, sample_profile(), sample_time);
    REQUIRE(made);
    CHECK(made->view().body == json);
    CHECK(made->view().headers.value_of("Content-Type") == "application/json");
    CHECK(is_accepted(made->view(), "cvm"));
    for (const std::string_view bad : {"", "{", "{\"a\":1}}", "{'a':1}", "{\"a\":\"\xff\"}"}) {
        const auto refused = tc3::make_request(cvm, bad, sample_profile(), sample_time);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().stage == stage::request);
        CHECK(refused.error().reason.part == "body");
    }
}

TEST_CASE("content of any type is signed and sent as it stands") {
    const std::string body("--Boundary\r\n\0\xff--", 16);
    const tc3::request_content content{.body = body, .content_type = "multipart/form-data; boundary=Boundary"};
    const auto made = tc3::make_request(cvm, content, sample_profile(), sample_time);
    REQUIRE(made);
    CHECK(made->view().body == body);
    CHECK(made->view().headers.value_of("Content-Type") == content.content_type);
    CHECK(is_accepted(made->view(), "cvm"));

    const tc3::request_content query{.content_type = tc3::query_content_type, .query = "b=1&a=%20"};
    const auto get = tc3::make_request(cvm, query, sample_profile(), sample_time, {.method = http::method::get, .path = "/v1/x"});
    REQUIRE(get);
    CHECK(get->view().target == "/v1/x?b=1&a=%20");
    CHECK(is_accepted(get->view(), "cvm"));
}

TEST_CASE("the target of a GET request is the very query that was signed") {
    support::random_input random(51);
    for (int i = 0; i < 300; ++i) {
        const every_kind input{.needed = "n" + random.text(random.number(0, 20), "a%+ =&\"\\/\n~"),
                               .texts = {random.text(5, "a&= "), ""},
                               .numbers = {static_cast<std::int64_t>(random.number(0, ~std::uint64_t{0}))},
                               .default_ = "\xf0\x9f\x98\x80"};
        const auto made = tc3::make_request(input, sample_profile(), sample_time, {.method = http::method::get});
        REQUIRE(made);
        std::string json;
        tc3::encoder out(json);
        tc3::write_struct(out, input);
        REQUIRE(made->view().target == "/?" + *tc3::make_query(json));
        REQUIRE(is_accepted(made->view(), "kinds"));
    }
}

TEST_CASE("both halves give what the whole gives, byte for byte, and so does a signer that answers at once") {
    const std::array<header, 1> also_signed{{{"X-Mine", "v"}}};
    const tc3::request_options all_options[] = {
        {},
        {.method = http::method::get},
        {.sign_action = true},
        {.unsigned_payload = true},
        {.path = "/gateway"},
        {.trace_id = "t", .request_client = "c", .headers = {}, .signed_headers = also_signed},
    };
    const every_kind input{.needed = "x", .image = tc3::binary::raw("image")};
    for (const tc3::request_options& options : all_options) {
        const auto whole = tc3::make_request(input, sample_profile(), sample_time, options);
        REQUIRE(whole);

        tc3::client_profile_view no_key = sample_profile();
        no_key.credential.secret_key = {};
        auto prepared = tc3::prepare_request(input, no_key, sample_time, options);
        REQUIRE(prepared);
        const auto key = signing::derive_signing_key({support::secret_id, support::secret_key}, prepared->to_sign().scope);
        const auto made = signing::sign(*key, prepared->string_to_sign());
        tc3::prepared_request kept = *std::move(prepared);  // may be moved and kept
        const http::request halves = tc3::attach(std::move(kept), *made);
        CHECK(all_of(halves.view()) == all_of(whole));
        for (const header field : halves.view().headers) CHECK(field.sensitive == http::is_sensitive(field));

        no_key.credential.secret_id = {};
        other_signer signer;
        CHECK(all_of(tc3::make_request(input, no_key, sample_time, options, signer)) == all_of(whole));
        CHECK(signer.calls == 1);
    }
}

TEST_CASE("both halves for an action known only at run time") {
    const tc3::request_content content{.body = "bytes", .content_type = "application/octet-stream"};
    const auto check_same = [](const auto& sent, const tc3::request_options& options) {
        const auto whole = tc3::make_request(cvm, sent, sample_profile(), sample_time, options);
        auto prepared = tc3::prepare_request(cvm, sent, sample_profile(), sample_time, options);
        REQUIRE(prepared);
        const auto key = signing::derive_signing_key({support::secret_id, support::secret_key}, prepared->to_sign().scope);
        const auto made = signing::sign(*key, prepared->string_to_sign());
        const http::request halves = tc3::attach(*std::move(prepared), *made);
        CHECK(all_of(halves.view()) == all_of(whole));
    };
    check_same(R"({"Limit":1})", {});
    check_same(std::string(R"({"Limit":1})"), {.method = http::method::get});
    check_same(content, {});
    CHECK_FALSE(tc3::prepare_request(cvm, "{", sample_profile(), sample_time));
}

TEST_CASE("a prepared request does not depend on what it was made from") {
    std::string text = "value";
    std::string region = "ap-singapore";
    auto profile = sample_profile();
    profile.region = region;
    auto input = every_kind{.needed = text, .image = tc3::binary::raw(std::string_view(text))};
    auto prepared = tc3::prepare_request(input, profile, sample_time);
    REQUIRE(prepared);
    text.assign(text.size(), 'x');
    region.assign(region.size(), 'x');
    input = {};
    const http::request made = tc3::attach(*std::move(prepared), {});
    CHECK(made.view().body == R"({"Needed":"value","Image":"dmFsdWU="})");
    CHECK(made.view().headers.value_of("X-TC-Region") == "ap-singapore");
    CHECK(made.view().headers.value_of("Authorization").ends_with("Signature=" + std::string(64, '0')));
}

TEST_CASE("a signer that fails, or whose id is unusable, makes no request") {
    other_signer signer{.fails = true};
    const auto made = tc3::make_request(every_kind{.needed = "x"}, sample_profile(), sample_time, {}, signer);
    REQUIRE_FALSE(made);
    CHECK(made.error().stage == stage::request);
    CHECK(made.error().reason == tc3::error{.code = errc::signer_failed, .part = "signature"});
    CHECK(tc3::to_string(made.error()) == "request: signature could not be made: the signer reported failure");

    struct nameless : other_signer {
        [[nodiscard]] std::string secret_id() const { return "a/b"; }
    } unusable;
    const auto refused = tc3::make_request(every_kind{.needed = "x"}, sample_profile(), sample_time, {}, unusable);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().reason.part == "secret id");
    CHECK(unusable.calls == 0);
}

TEST_CASE("a signer that fails without a reason makes no request either") {
    struct silent {
        std::string_view secret_id() const { return "AKIDsilent"; }
        tc3::result<tc3::signing::signature, tc3::error> sign(const tc3::signing::signing_request&) {
            return tc3::unexpected(tc3::error{});
        }
    };
    silent signer;
    const auto made = tc3::make_request(every_kind{.needed = "x"}, sample_profile(), sample_time, {}, signer);
    REQUIRE_FALSE(made);
    CHECK(tc3::to_string(made.error()) == "request: signature could not be made: the signer reported failure");
}

TEST_CASE("a signer is not asked to sign what cannot be sent") {
    other_signer signer;
    tc3::client_profile_view profile = sample_profile();
    profile.region = "\n";
    CHECK_FALSE(tc3::make_request(every_kind{.needed = "x"}, profile, sample_time, {}, signer));
    CHECK_FALSE(tc3::make_request(every_kind{}, sample_profile(), sample_time, {}, signer));
    CHECK_FALSE(tc3::make_request(every_kind{.needed = "\xff"}, sample_profile(), sample_time, {}, signer));
    CHECK_FALSE(tc3::make_request(every_kind{.needed = "x"}, sample_profile(), {-1}, {}, signer));
    CHECK(signer.calls == 0);
}

TEST_CASE("a crypto policy that fails makes no request, at whichever call it fails") {
    const every_kind input{.needed = "x"};
    support::failing_policy counting(0);
    REQUIRE(tc3::make_request(input, sample_profile(), sample_time, {}, counting));
    CHECK(counting.calls() > 30);
    for (std::size_t call = 1; call <= counting.calls(); ++call) {
        support::failing_policy policy(call);
        support::fake_transport transport;
        const auto output = tc3::call(transport, input, sample_profile(), sample_time, {}, policy);
        REQUIRE_FALSE(output);
        CHECK(output.error().stage == stage::request);
        CHECK(output.error().reason.code == errc::crypto_failed);
        CHECK_FALSE(support::tells_secrets(tc3::to_string(output.error())));
        CHECK(transport.calls == 0);
    }
}

TEST_CASE("one engine with one state is enough for a whole request") {
    support::single_state_policy policy;
    const auto made = tc3::make_request(every_kind{.needed = "x"}, sample_profile(), sample_time, {}, policy);
    CHECK(all_of(made) == all_of(tc3::make_request(every_kind{.needed = "x"}, sample_profile(), sample_time)));
    CHECK_FALSE(policy.open());
}

TEST_CASE("times at both ends of what can be signed") {
    for (const std::int64_t seconds : {std::int64_t{0}, tc3::unix_time::last_second}) {
        const auto made = tc3::make_request(every_kind{.needed = "x"}, sample_profile(), {seconds});
        REQUIRE(made);
        CHECK(made->view().headers.value_of("X-TC-Timestamp") == std::to_string(seconds));
        CHECK(is_accepted(made->view(), "kinds", {seconds}));
    }
}
