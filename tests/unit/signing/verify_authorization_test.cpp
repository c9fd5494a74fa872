// SPDX-License-Identifier: MIT
// verify_authorization: what the server's side accepts, and every way in which it refuses.
#include "../../support/exchange.hpp"
#include "../../support/policies.hpp"
#include "../../support/random.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using support::secret_id;
using support::secret_key;
using tc3::http::header;
using rejection = tc3::signing::rejection;
namespace http = tc3::http;
namespace signing = tc3::signing;

namespace {

// What a client sent and what the server knows, ready to be spoilt in one place.
struct exchange {
    http::method method = http::method::post;
    std::string uri = "/";
    std::string query = {};
    std::string content_type = "application/json";
    std::string host = "cvm.tencentcloudapi.com";
    std::string timestamp = "1551113065";
    std::string authorization = {};
    std::string body = R"({"Limit":1})";
    std::optional<std::string> content_sha256 = {};
    std::vector<header> more = {};
    signing::verify_options options{.now = {1551113065}, .service = "cvm"};

    [[nodiscard]] std::vector<header> headers() const {
        std::vector<header> all{
            {"Host", host}, {"Content-Type", content_type}, {"X-TC-Action", "DescribeInstances"}, {"X-TC-Timestamp", timestamp}};
        if (content_sha256) all.push_back({"X-TC-Content-SHA256", *content_sha256});
        if (!authorization.empty()) all.push_back({"Authorization", authorization});
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }
};

// Signs as a client does, with the headers named.
exchange signed_exchange(exchange made = {}, std::string_view service = "cvm", std::int64_t seconds = 1551113065,
                         const std::vector<std::string_view>& names = {"content-type", "host", "x-tc-action"}) {
    made.timestamp = std::to_string(seconds);
    std::vector<header> headers;
    for (const header& field : made.headers()) {
        for (const std::string_view name : names) {
            if (tc3::ascii::equal_lower(field.name, name)) headers.push_back(field);
        }
    }
    const bool is_unsigned = made.content_sha256 == "UNSIGNED-PAYLOAD";
    const std::string payload = is_unsigned ? "UNSIGNED-PAYLOAD" : made.method == http::method::get ? "" : made.body;
    const signing::request_parts parts{.method = made.method,
                                       .canonical_uri = made.uri,
                                       .query = made.query,
                                       .headers = headers,
                                       .hashed_payload = *signing::payload_hash(payload)};
    const auto scope = signing::credential_scope::make(service, {seconds});
    const auto key = signing::derive_signing_key({secret_id, secret_key}, *scope);
    const auto value = signing::authorization(parts, {seconds}, *key, secret_id);
    REQUIRE(value);
    made.authorization = support::written(*value);
    return made;
}

std::string_view find_key(std::string_view id) { return id == secret_id ? secret_key : std::string_view(); }

template <class Policy = tc3::crypto::builtin_policy>
std::optional<rejection> refusal_of(const exchange& made, Policy policy = Policy{}) {
    const std::vector<header> headers = made.headers();
    const signing::received_request request{
        .method = made.method, .canonical_uri = made.uri, .query = made.query, .headers = headers, .body = made.body};
    const auto verified = signing::verify_authorization(request, made.options, find_key, policy);
    if (!verified) return verified.error();
    CHECK(verified->secret_id == secret_id);
    CHECK(std::to_string(verified->timestamp.seconds) == made.timestamp);
    return std::nullopt;
}

}  // namespace

TEST_CASE("a request that was signed is accepted") {
    CHECK_FALSE(refusal_of(signed_exchange()));
    CHECK_FALSE(refusal_of(signed_exchange(
        {.method = http::method::get, .query = "Limit=10&Offset=0", .content_type = "application/x-www-form-urlencoded", .body = ""})));
    CHECK_FALSE(refusal_of(signed_exchange({.uri = "/gateway/path", .body = ""})));
    CHECK_FALSE(refusal_of(signed_exchange({.host = "CVM.TencentCloudAPI.com:8443"})));
    CHECK_FALSE(refusal_of(signed_exchange({.options = {.now = {1551113065}, .service = ""}})));  // any service

    const exchange made = signed_exchange({}, "cvm");
    const std::vector<header> headers = made.headers();
    const auto verified = signing::verify_authorization({.headers = headers, .body = made.body}, made.options, find_key);
    REQUIRE(verified);
    CHECK(verified->service == "cvm");
    CHECK(verified->secret_id.data() == headers.back().value.data() + std::string_view("TC3-HMAC-SHA256 Credential=").size());
}

TEST_CASE("each refusal, and what leads to it") {
    struct refused_case {
        const char* what;
        void (*spoil)(exchange&);
        rejection why;
    };
    const refused_case cases[] = {
        {"no Authorization", [](exchange& e) { e.authorization = ""; }, rejection::malformed_authorization},
        {"SKIP", [](exchange& e) { e.authorization = "SKIP"; }, rejection::malformed_authorization},
        {"another algorithm", [](exchange& e) { e.authorization.replace(0, 3, "TC4"); }, rejection::malformed_authorization},
        {"a second Authorization", [](exchange& e) { e.more = {{"authorization", "SKIP"}}; }, rejection::malformed_authorization},
        {"a blank behind", [](exchange& e) { e.authorization += " "; }, rejection::malformed_authorization},
        {"a signature too long", [](exchange& e) { e.authorization += "0"; }, rejection::malformed_authorization},
        {"a signature too short", [](exchange& e) { e.authorization.pop_back(); }, rejection::malformed_authorization},
        {"no timestamp", [](exchange& e) { e.timestamp = ""; }, rejection::missing_timestamp},
        {"a time in words", [](exchange& e) { e.timestamp = "now"; }, rejection::missing_timestamp},
        {"a fraction", [](exchange& e) { e.timestamp += ".0"; }, rejection::missing_timestamp},
        {"a sign", [](exchange& e) { e.timestamp.insert(0, "+"); }, rejection::missing_timestamp},
        {"a leading zero", [](exchange& e) { e.timestamp.insert(0, "0"); }, rejection::missing_timestamp},
        {"milliseconds", [](exchange& e) { e.timestamp += "000"; }, rejection::missing_timestamp},
        {"a time of 200 digits", [](exchange& e) { e.timestamp.append(190, '0'); }, rejection::missing_timestamp},
        {"a time after 9999", [](exchange& e) { e.timestamp = "253402300800"; }, rejection::missing_timestamp},
        {"two timestamps", [](exchange& e) { e.more = {{"x-tc-timestamp", "1551113065"}}; }, rejection::missing_timestamp},
        {"an old request", [](exchange& e) { e.options.now.seconds += 301; }, rejection::skew},
        {"a server without a clock", [](exchange& e) { e.options.now.seconds = (std::numeric_limits<std::int64_t>::min)(); },
         rejection::skew},
        {"a server with another clock", [](exchange& e) { e.options.now.seconds = (std::numeric_limits<std::int64_t>::max)(); },
         rejection::skew},
        {"the day before", [](exchange& e) { e.authorization.replace(e.authorization.find("2019-02-25"), 10, "2019-02-24"); },
         rejection::scope_date},
        {"a date of another form", [](exchange& e) { e.authorization.replace(e.authorization.find("2019-02-25"), 10, "20190225"); },
         rejection::scope_date},
        {"another service", [](exchange& e) { e.options.service = "cbs"; }, rejection::service},
        {"a service in capitals", [](exchange& e) { e.authorization.replace(e.authorization.find("/cvm/"), 5, "/CVM/"); },
         rejection::service},
        {"a service in capitals where any is fine",
         [](exchange& e) { e.authorization.replace(e.authorization.find("/cvm/"), 5, "/CVM/"), e.options.service = ""; },
         rejection::service},
        {"a signed header that was not sent",
         [](exchange& e) { e.authorization.replace(e.authorization.find("x-tc-action"), 11, "x-tc-actiom"); },
         rejection::missing_signed_header},
        {"two hosts", [](exchange& e) { e.more = {{"host", "cvm.tencentcloudapi.com"}}; }, rejection::missing_signed_header},
        {"no header signed", [](exchange& e) { e.authorization.replace(e.authorization.find("content-type;host;x-tc-action"), 29, ""); },
         rejection::missing_signed_header},
        {"host not signed", [](exchange& e) { e.authorization.erase(e.authorization.find(";host"), 5); }, rejection::missing_signed_header},
        {"content type not signed", [](exchange& e) { e.authorization.erase(e.authorization.find("content-type;"), 13); },
         rejection::missing_signed_header},
        {"a header signed twice", [](exchange& e) { e.authorization.insert(e.authorization.find(";host"), ";content-type"); },
         rejection::missing_signed_header},
        {"names in another order",
         [](exchange& e) { e.authorization.replace(e.authorization.find("content-type;host"), 17, "host;content-type"); },
         rejection::missing_signed_header},
        {"names in capitals", [](exchange& e) { e.authorization.replace(e.authorization.find(";host"), 5, ";Host"); },
         rejection::missing_signed_header},
        {"a separator behind", [](exchange& e) { e.authorization.insert(e.authorization.find(", Signature"), ";"); },
         rejection::missing_signed_header},
        {"a separator before", [](exchange& e) { e.authorization.insert(e.authorization.find("content-type"), ";"); },
         rejection::missing_signed_header},
        {"an unknown id", [](exchange& e) { e.authorization.replace(e.authorization.find("AKID"), 4, "AKIE"); }, rejection::unknown_key_id},
        {"a hash of another body", [](exchange& e) { e.content_sha256 = std::string(64, '0'); }, rejection::payload},
        {"a hash in capitals", [](exchange& e) { e.content_sha256 = std::string(64, 'A'); }, rejection::payload},
        {"another word for an unsigned body", [](exchange& e) { e.content_sha256 = "unsigned-payload"; }, rejection::payload},
        {"an unsigned body though it was signed", [](exchange& e) { e.content_sha256 = "UNSIGNED-PAYLOAD"; }, rejection::signature},
        {"another body", [](exchange& e) { e.body += " "; }, rejection::signature},
        {"no body", [](exchange& e) { e.body = ""; }, rejection::signature},
        {"a body in GET, which nothing signs", [](exchange& e) { e.method = http::method::get; }, rejection::payload},
        {"another method",
         [](exchange& e) {
             e.method = http::method::get;
             e.body = "";
         },
         rejection::signature},
        {"a path that can't be signed", [](exchange& e) { e.uri = "x"; }, rejection::signature},
        {"another path", [](exchange& e) { e.uri = "/v1"; }, rejection::signature},
        {"a query", [](exchange& e) { e.query = "a=b"; }, rejection::signature},
        {"another host", [](exchange& e) { e.host = "cbs.tencentcloudapi.com"; }, rejection::signature},
        {"another content type", [](exchange& e) { e.content_type = "text/plain"; }, rejection::signature},
        {"another second", [](exchange& e) { e.timestamp = "1551113066"; }, rejection::signature},
        {"another signature", [](exchange& e) { e.authorization.replace(e.authorization.size() - 64, 64, std::string(64, '0')); },
         rejection::signature},
    };
    for (const refused_case& row : cases) {
        exchange made = signed_exchange();
        row.spoil(made);
        CAPTURE(row.what);
        CHECK(refusal_of(made) == row.why);
    }
}

TEST_CASE("every change of one character of a valid Authorization value is refused") {
    const exchange made = signed_exchange();
    for (std::size_t i = 0; i < made.authorization.size(); ++i) {
        for (int byte = 0; byte < 256; ++byte) {
            exchange changed = made;
            changed.options.service = byte % 2 == 0 ? "" : "cvm";
            changed.authorization[i] = static_cast<char>(byte);
            if (changed.authorization[i] == made.authorization[i]) continue;
            if (!refusal_of(changed)) FAIL_CHECK("accepted: ", changed.authorization);
        }
    }
}

TEST_CASE("every character that is left out, put in or swapped is refused") {
    const exchange made = signed_exchange();
    const auto check_refused = [&made](std::string value) {
        exchange changed = made;
        changed.options.service = "";
        changed.authorization = std::move(value);
        if (changed.authorization != made.authorization && !refusal_of(changed)) FAIL_CHECK("accepted: ", changed.authorization);
    };
    const std::string& value = made.authorization;
    for (std::size_t i = 0; i <= value.size(); ++i) {
        if (i < value.size()) check_refused(std::string(value).erase(i, 1));
        if (i + 1 < value.size()) check_refused(value.substr(0, i) + value[i + 1] + value[i] + value.substr(i + 2));
        for (const char c : {' ', '\t', ';', ',', '/', '=', '0', 'a', 'A', '\0', '\n', '\xff'})
            check_refused(std::string(value).insert(i, 1, c));
        check_refused(value.substr(0, i));
    }
}

TEST_CASE("a value is read strictly, whoever sends it") {
    const std::string hex(64, 'a');
    const std::string good = "TC3-HMAC-SHA256 Credential=id/2019-02-25/cvm/tc3_request, SignedHeaders=a;b, Signature=" + hex;
    const auto parsed = signing::parse_authorization(good);
    REQUIRE(parsed);
    CHECK(parsed->signed_headers == "a;b");
    CHECK(parsed->signature.bytes[31] == 0xaa);
    for (const std::string& value :
         {std::string(), std::string("TC3-HMAC-SHA256"), std::string("Bearer token"),
          "TC3-HMAC-SHA256 Credential=/2019-02-25/cvm/tc3_request, SignedHeaders=a, Signature=" + hex,
          "TC3-HMAC-SHA256 Credential=id/2019-02-25//tc3_request, SignedHeaders=a, Signature=" + hex,
          "TC3-HMAC-SHA256 Credential=id/2019-02-25/cvm/aws4_request, SignedHeaders=a, Signature=" + hex,
          "TC3-HMAC-SHA256 SignedHeaders=a, Credential=id/2019-02-25/cvm/tc3_request, Signature=" + hex,
          "TC3-HMAC-SHA256 Credential=id/2019-02-25/cvm/tc3_request,SignedHeaders=a,Signature=" + hex,
          "TC3-HMAC-SHA256  Credential=id/2019-02-25/cvm/tc3_request, SignedHeaders=a, Signature=" + hex,
          "tc3-hmac-sha256 Credential=id/2019-02-25/cvm/tc3_request, SignedHeaders=a, Signature=" + hex,
          "TC3-HMAC-SHA256 Credential=id/2019-02-25/cvm/tc3_request, SignedHeaders=a, Signature=" + std::string(64, 'A'),
          "TC3-HMAC-SHA256 Credential=id/2019-02-25/cvm/tc3_request, SignedHeaders=a, Signature=" + std::string(64, 'g'),
          "TC3-HMAC-SHA256 Credential=i d/2019-02-25/cvm/tc3_request, SignedHeaders=a, Signature=" + hex}) {
        CAPTURE(value);
        const auto refused = signing::parse_authorization(value);
        REQUIRE_FALSE(refused);
        CHECK(refused.error() == tc3::error{.code = tc3::errc::malformed, .part = "header value", .name = "Authorization"});
    }
}

TEST_CASE("any bytes as a value are refused, and never crash") {
    support::random_input random(61);
    exchange made = signed_exchange();
    for (int i = 0; i < 3000; ++i) {
        made.authorization = random.flip() ? random.bytes(random.number(1, 300))
                                           : random.text(random.number(1, 300), "TC3-HMAC-SHA256 Credential=/,;Signature");
        CHECK(refusal_of(made).has_value());
    }
}

TEST_CASE("the clocks may differ by five minutes, either way, and not a second more") {
    const exchange made = signed_exchange();
    struct skew_case {
        std::int64_t seconds;
        bool accepted;
    };
    for (const skew_case& row :
         {skew_case{0, true}, skew_case{300, true}, skew_case{-300, true}, skew_case{301, false}, skew_case{-301, false}}) {
        exchange moved = made;
        moved.options.now.seconds += row.seconds;
        CHECK(refusal_of(moved) == (row.accepted ? std::nullopt : std::optional(rejection::skew)));
    }
    exchange strict = made;
    strict.options.longest_skew = 0;
    CHECK_FALSE(refusal_of(strict));
    strict.options.now.seconds += 1;
    CHECK(refusal_of(strict) == rejection::skew);
}

TEST_CASE("around midnight UTC the date is that of the timestamp, not of the server's clock") {
    const std::int64_t midnight = 1551052800;  // 2019-02-25T00:00:00Z
    for (const std::int64_t seconds : {midnight - 1, midnight, midnight + 86399}) {
        for (const std::int64_t skew : {-300, 0, 300}) {
            exchange made = signed_exchange({}, "cvm", seconds);
            made.options.now = {seconds + skew};
            CHECK_FALSE(refusal_of(made));
        }
    }
    CHECK(signed_exchange({}, "cvm", midnight - 1).authorization.find("/2019-02-24/") != std::string::npos);
    CHECK(signed_exchange({}, "cvm", midnight).authorization.find("/2019-02-25/") != std::string::npos);

    exchange other_date = signed_exchange({}, "cvm", midnight - 1);  // the date of a clock that is a second ahead
    other_date.options.now = {midnight};
    other_date.authorization.replace(other_date.authorization.find("2019-02-24"), 10, "2019-02-25");
    CHECK(refusal_of(other_date) == rejection::scope_date);
}

TEST_CASE("the first and last seconds that can be signed") {
    for (const std::int64_t seconds : {std::int64_t{0}, tc3::unix_time::last_second}) {
        exchange made = signed_exchange({}, "cvm", seconds);
        made.options.now = {seconds};
        CHECK_FALSE(refusal_of(made));
    }
}

TEST_CASE("an unsigned payload is accepted where it is allowed, with any body") {
    exchange made = signed_exchange({.content_sha256 = "UNSIGNED-PAYLOAD"});
    CHECK_FALSE(refusal_of(made));
    made.body = "anything";
    CHECK_FALSE(refusal_of(made));
    made.options.allow_unsigned_payload = false;
    CHECK(refusal_of(made) == rejection::payload);
    made.content_sha256.reset();
    CHECK(refusal_of(made) == rejection::signature);
}

TEST_CASE("a declared hash of the body is accepted when it is right") {
    const std::string body = R"({"Limit":1})";
    const auto hex = tc3::to_hex(*signing::payload_hash(body));
    const exchange made = signed_exchange({.body = body, .content_sha256 = std::string(hex.data(), hex.size())});
    CHECK_FALSE(refusal_of(made));
}

TEST_CASE("up to 32 headers may be signed") {
    std::vector<std::string> names;
    for (int i = 0; i < 31; ++i) names.push_back("x-" + std::to_string(i));
    for (const std::size_t more : {std::size_t{30}, std::size_t{31}}) {
        exchange made;
        std::vector<std::string_view> wanted{"content-type", "host"};
        for (std::size_t i = 0; i < more; ++i) {
            made.more.push_back({names[i], "v"});
            wanted.push_back(names[i]);
        }
        made = signed_exchange(made, "cvm", 1551113065, wanted);
        CHECK(refusal_of(made) == (more == 30 ? std::nullopt : std::optional(rejection::missing_signed_header)));
    }
}

TEST_CASE("headers are found whatever their case and the blanks around them") {
    exchange made = signed_exchange();
    std::vector<header> headers = made.headers();
    std::vector<std::string> upper;
    for (const header& field : headers) {
        std::string name = " ";
        for (const char c : field.name) name += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
        upper.push_back(name + "\t");
    }
    for (std::size_t i = 0; i < headers.size(); ++i) headers[i].name = upper[i];
    CHECK(signing::verify_authorization({.headers = headers, .body = made.body}, made.options, find_key).has_value());
}

TEST_CASE("a key may be found as a text of any type, and only for the id that was claimed") {
    const exchange made = signed_exchange();
    const std::vector<header> headers = made.headers();
    const signing::received_request request{.headers = headers, .body = made.body};
    std::string asked;
    const auto as_string = [&asked](std::string_view id) {
        asked = id;
        return std::string(secret_key);
    };
    CHECK(signing::verify_authorization(request, made.options, as_string).has_value());
    CHECK(asked == secret_id);
    const auto other_key = [](std::string_view) { return std::string_view("another key"); };
    CHECK(signing::verify_authorization(request, made.options, other_key).error() == rejection::signature);
}

TEST_CASE("a failing engine accepts nothing, at whichever call it fails") {
    const exchange made = signed_exchange();
    const std::vector<header> headers = made.headers();
    const signing::received_request request{.headers = headers, .body = made.body};
    support::failing_policy counting(0);
    REQUIRE(signing::verify_authorization(request, made.options, find_key, counting));
    for (std::size_t call = 1; call <= counting.calls(); ++call) {
        support::failing_policy policy(call);
        const auto verified = signing::verify_authorization(request, made.options, find_key, policy);
        REQUIRE_FALSE(verified);
        CHECK(verified.error() == rejection::crypto_failed);
    }
}

TEST_CASE("one engine with one state is enough") { CHECK_FALSE(refusal_of(signed_exchange(), support::single_state_policy{})); }

TEST_CASE("signatures are equal when all of their bytes are") {
    signing::signature a, b;
    for (std::size_t i = 0; i < a.bytes.size(); ++i) a.bytes[i] = b.bytes[i] = static_cast<std::uint8_t>(7 * i);
    CHECK(signing::equal_in_constant_time(a, b));
    CHECK(signing::equal_in_constant_time(a, a));
    for (std::size_t i = 0; i < a.bytes.size(); ++i) {
        for (unsigned bit = 0; bit < 8; ++bit) {
            signing::signature changed = a;
            changed.bytes[i] = static_cast<std::uint8_t>(changed.bytes[i] ^ (1U << bit));
            CHECK_FALSE(signing::equal_in_constant_time(a, changed));
            CHECK_FALSE(signing::equal_in_constant_time(changed, a));
        }
    }
    for (std::uint8_t& byte : b.bytes) byte = static_cast<std::uint8_t>(byte ^ 0xff);
    CHECK_FALSE(signing::equal_in_constant_time(a, b));
}
