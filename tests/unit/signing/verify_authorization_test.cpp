// SPDX-License-Identifier: MIT
// verify_authorization: the requests that it accepts, and the rejection of each kind of change.
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

// The request that a client sent and the options of the server. A test changes one member.
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

// Signs a request as a client does. `names` are the headers to sign.
exchange signed_exchange(exchange request = {}, std::string_view service = "cvm", std::int64_t seconds = 1551113065,
                         const std::vector<std::string_view>& names = {"content-type", "host", "x-tc-action"}) {
    request.timestamp = std::to_string(seconds);
    std::vector<header> headers;
    for (const header& each : request.headers()) {
        for (const std::string_view name : names) {
            if (tc3::ascii::equal_lower(each.name, name)) headers.push_back(each);
        }
    }
    const bool is_unsigned = request.content_sha256 == "UNSIGNED-PAYLOAD";
    const std::string payload = is_unsigned ? "UNSIGNED-PAYLOAD" : request.method == http::method::get ? "" : request.body;
    const signing::request_parts parts{.method = request.method,
                                       .canonical_uri = request.uri,
                                       .query = request.query,
                                       .headers = headers,
                                       .hashed_payload = *signing::payload_hash(payload)};
    const auto scope = signing::credential_scope::make(service, {seconds});
    const auto key = signing::derive_signing_key({secret_id, secret_key}, *scope);
    const auto value = signing::authorization(parts, {seconds}, *key, secret_id);
    REQUIRE(value);
    request.authorization = support::written(*value);
    return request;
}

std::string_view find_key(std::string_view id) { return id == secret_id ? secret_key : std::string_view(); }

template <class Policy = tc3::crypto::builtin_policy>
std::optional<rejection> rejection_of(const exchange& sent, Policy policy = Policy{}) {
    const std::vector<header> headers = sent.headers();
    const signing::received_request request{
        .method = sent.method, .canonical_uri = sent.uri, .query = sent.query, .headers = headers, .body = sent.body};
    const auto verified = signing::verify_authorization(request, sent.options, find_key, policy);
    if (!verified) return verified.error();
    CHECK(verified->secret_id == secret_id);
    CHECK(std::to_string(verified->timestamp.seconds) == sent.timestamp);
    return std::nullopt;
}

}  // namespace

TEST_CASE("verify_authorization accepts a signed request") {
    CHECK_FALSE(rejection_of(signed_exchange()));
    CHECK_FALSE(rejection_of(signed_exchange(
        {.method = http::method::get, .query = "Limit=10&Offset=0", .content_type = "application/x-www-form-urlencoded", .body = ""})));
    CHECK_FALSE(rejection_of(signed_exchange({.uri = "/gateway/path", .body = ""})));
    CHECK_FALSE(rejection_of(signed_exchange({.host = "CVM.TencentCloudAPI.com:8443"})));
    CHECK_FALSE(rejection_of(signed_exchange({.options = {.now = {1551113065}, .service = ""}})));  // any service

    const exchange sent = signed_exchange({}, "cvm");
    const std::vector<header> headers = sent.headers();
    const auto verified = signing::verify_authorization({.headers = headers, .body = sent.body}, sent.options, find_key);
    REQUIRE(verified);
    CHECK(verified->service == "cvm");
    CHECK(verified->secret_id.data() == headers.back().value.data() + std::string_view("TC3-HMAC-SHA256 Credential=").size());
}

// Made by tests/signature_mistakes/signer.py, because tc3 does not sign such a scope.
TEST_CASE("verify_authorization accepts a service that is no name if the server names it") {
    exchange sent;
    sent.authorization =
        "TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/2019-02-25/localhost:8080/tc3_request, "
        "SignedHeaders=content-type;host, Signature=a37f565bfa2289201bc1e5099421407175af941c40d182ecaac807e622606bf1";
    sent.options.service = "localhost:8080";
    CHECK_FALSE(rejection_of(sent));
    sent.options.service = "localhost:8081";
    CHECK(rejection_of(sent) == rejection::service);
    sent.options.service = "";
    CHECK(rejection_of(sent) == rejection::service);
    sent.options.service = "localhost:8080";
    sent.body = R"({"Limit":2})";
    CHECK(rejection_of(sent) == rejection::signature);
}

TEST_CASE("each change to a signed request has its rejection") {
    struct rejected_case {
        const char* name;
        void (*change)(exchange&);
        rejection expected;
    };
    const rejected_case cases[] = {
        {"no Authorization", [](exchange& e) { e.authorization = ""; }, rejection::malformed_authorization},
        {"SKIP", [](exchange& e) { e.authorization = "SKIP"; }, rejection::malformed_authorization},
        {"another algorithm", [](exchange& e) { e.authorization.replace(0, 3, "TC4"); }, rejection::malformed_authorization},
        {"a second Authorization", [](exchange& e) { e.more = {{"authorization", "SKIP"}}; }, rejection::malformed_authorization},
        {"a blank at the end", [](exchange& e) { e.authorization += " "; }, rejection::malformed_authorization},
        {"a signature too long", [](exchange& e) { e.authorization += "0"; }, rejection::malformed_authorization},
        {"a signature too short", [](exchange& e) { e.authorization.pop_back(); }, rejection::malformed_authorization},
        {"no timestamp", [](exchange& e) { e.timestamp = ""; }, rejection::missing_timestamp},
        {"a word instead of a time", [](exchange& e) { e.timestamp = "now"; }, rejection::missing_timestamp},
        {"a fraction", [](exchange& e) { e.timestamp += ".0"; }, rejection::missing_timestamp},
        {"a sign", [](exchange& e) { e.timestamp.insert(0, "+"); }, rejection::missing_timestamp},
        {"a leading zero", [](exchange& e) { e.timestamp.insert(0, "0"); }, rejection::missing_timestamp},
        {"milliseconds", [](exchange& e) { e.timestamp += "000"; }, rejection::missing_timestamp},
        {"a time of 200 digits", [](exchange& e) { e.timestamp.append(190, '0'); }, rejection::missing_timestamp},
        {"a time after 9999", [](exchange& e) { e.timestamp = "253402300800"; }, rejection::missing_timestamp},
        {"two timestamps", [](exchange& e) { e.more = {{"x-tc-timestamp", "1551113065"}}; }, rejection::missing_timestamp},
        {"an old request", [](exchange& e) { e.options.now.seconds += 301; }, rejection::skew},
        {"a server whose clock is far in the past", [](exchange& e) { e.options.now.seconds = (std::numeric_limits<std::int64_t>::min)(); },
         rejection::skew},
        {"a server whose clock is far in the future",
         [](exchange& e) { e.options.now.seconds = (std::numeric_limits<std::int64_t>::max)(); }, rejection::skew},
        {"the day before", [](exchange& e) { e.authorization.replace(e.authorization.find("2019-02-25"), 10, "2019-02-24"); },
         rejection::scope_date},
        {"a date of another form", [](exchange& e) { e.authorization.replace(e.authorization.find("2019-02-25"), 10, "20190225"); },
         rejection::scope_date},
        {"another service", [](exchange& e) { e.options.service = "cbs"; }, rejection::service},
        {"a service in capitals", [](exchange& e) { e.authorization.replace(e.authorization.find("/cvm/"), 5, "/CVM/"); },
         rejection::service},
        {"a service in capitals, for a server of any service",
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
        {"a separator at the end", [](exchange& e) { e.authorization.insert(e.authorization.find(", Signature"), ";"); },
         rejection::missing_signed_header},
        {"a separator at the beginning", [](exchange& e) { e.authorization.insert(e.authorization.find("content-type"), ";"); },
         rejection::missing_signed_header},
        {"an unknown id", [](exchange& e) { e.authorization.replace(e.authorization.find("AKID"), 4, "AKIE"); }, rejection::unknown_key_id},
        {"a hash of another body", [](exchange& e) { e.content_sha256 = std::string(64, '0'); }, rejection::payload},
        {"a hash in capitals", [](exchange& e) { e.content_sha256 = std::string(64, 'A'); }, rejection::payload},
        {"an unsigned body in lower case", [](exchange& e) { e.content_sha256 = "unsigned-payload"; }, rejection::payload},
        {"a signed body that is declared as unsigned", [](exchange& e) { e.content_sha256 = "UNSIGNED-PAYLOAD"; }, rejection::signature},
        {"another body", [](exchange& e) { e.body += " "; }, rejection::signature},
        {"no body", [](exchange& e) { e.body = ""; }, rejection::signature},
        {"a body of a GET", [](exchange& e) { e.method = http::method::get; }, rejection::payload},
        {"another method",
         [](exchange& e) {
             e.method = http::method::get;
             e.body = "";
         },
         rejection::signature},
        {"an invalid path", [](exchange& e) { e.uri = "x"; }, rejection::signature},
        {"another path", [](exchange& e) { e.uri = "/v1"; }, rejection::signature},
        {"a query", [](exchange& e) { e.query = "a=b"; }, rejection::signature},
        {"another host", [](exchange& e) { e.host = "cbs.tencentcloudapi.com"; }, rejection::signature},
        {"another content type", [](exchange& e) { e.content_type = "text/plain"; }, rejection::signature},
        {"another second", [](exchange& e) { e.timestamp = "1551113066"; }, rejection::signature},
        {"another signature", [](exchange& e) { e.authorization.replace(e.authorization.size() - 64, 64, std::string(64, '0')); },
         rejection::signature},
    };
    for (const rejected_case& row : cases) {
        exchange sent = signed_exchange();
        row.change(sent);
        CAPTURE(row.name);
        CHECK(rejection_of(sent) == row.expected);
    }
}

TEST_CASE("every change of one character of the Authorization header is rejected") {
    const exchange sent = signed_exchange();
    for (std::size_t i = 0; i < sent.authorization.size(); ++i) {
        for (int byte = 0; byte < 256; ++byte) {
            exchange changed = sent;
            changed.options.service = byte % 2 == 0 ? "" : "cvm";
            changed.authorization[i] = static_cast<char>(byte);
            if (changed.authorization[i] == sent.authorization[i]) continue;
            if (!rejection_of(changed)) FAIL_CHECK("accepted: ", changed.authorization);
        }
    }
}

TEST_CASE("every removed, inserted or swapped character of the Authorization header is rejected") {
    const exchange sent = signed_exchange();
    const auto check_rejected = [&sent](std::string value) {
        exchange changed = sent;
        changed.options.service = "";
        changed.authorization = std::move(value);
        if (changed.authorization != sent.authorization && !rejection_of(changed)) FAIL_CHECK("accepted: ", changed.authorization);
    };
    const std::string& value = sent.authorization;
    for (std::size_t i = 0; i <= value.size(); ++i) {
        if (i < value.size()) check_rejected(std::string(value).erase(i, 1));
        if (i + 1 < value.size()) check_rejected(value.substr(0, i) + value[i + 1] + value[i] + value.substr(i + 2));
        for (const char c : {' ', '\t', ';', ',', '/', '=', '0', 'a', 'A', '\0', '\n', '\xff'})
            check_rejected(std::string(value).insert(i, 1, c));
        check_rejected(value.substr(0, i));
    }
}

TEST_CASE("parse_authorization accepts the documented form only") {
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
        const auto malformed = signing::parse_authorization(value);
        REQUIRE_FALSE(malformed);
        CHECK(malformed.error() == tc3::error{.code = tc3::errc::malformed, .part = "header value", .name = "Authorization"});
    }
}

TEST_CASE("random bytes in the Authorization header are rejected") {
    support::random_input random(61);
    exchange sent = signed_exchange();
    for (int i = 0; i < 3000; ++i) {
        sent.authorization = random.flip() ? random.bytes(random.number(1, 300))
                                           : random.text(random.number(1, 300), "TC3-HMAC-SHA256 Credential=/,;Signature");
        CHECK(rejection_of(sent).has_value());
    }
}

TEST_CASE("a timestamp may be up to five minutes before or after the server's clock") {
    const exchange sent = signed_exchange();
    struct skew_case {
        std::int64_t seconds;
        bool accepted;
    };
    for (const skew_case& row :
         {skew_case{0, true}, skew_case{300, true}, skew_case{-300, true}, skew_case{301, false}, skew_case{-301, false}}) {
        exchange shifted = sent;
        shifted.options.now.seconds += row.seconds;
        CHECK(rejection_of(shifted) == (row.accepted ? std::nullopt : std::optional(rejection::skew)));
    }
    exchange strict = sent;
    strict.options.longest_skew = 0;
    CHECK_FALSE(rejection_of(strict));
    strict.options.now.seconds += 1;
    CHECK(rejection_of(strict) == rejection::skew);
}

TEST_CASE("the date of the scope must be the UTC date of the timestamp, not of the server's clock") {
    const std::int64_t midnight = 1551052800;  // 2019-02-25T00:00:00Z
    for (const std::int64_t seconds : {midnight - 1, midnight, midnight + 86399}) {
        for (const std::int64_t skew : {-300, 0, 300}) {
            exchange sent = signed_exchange({}, "cvm", seconds);
            sent.options.now = {seconds + skew};
            CHECK_FALSE(rejection_of(sent));
        }
    }
    CHECK(signed_exchange({}, "cvm", midnight - 1).authorization.find("/2019-02-24/") != std::string::npos);
    CHECK(signed_exchange({}, "cvm", midnight).authorization.find("/2019-02-25/") != std::string::npos);

    exchange other_date = signed_exchange({}, "cvm", midnight - 1);  // the date of the server's clock, a second later
    other_date.options.now = {midnight};
    other_date.authorization.replace(other_date.authorization.find("2019-02-24"), 10, "2019-02-25");
    CHECK(rejection_of(other_date) == rejection::scope_date);
}

TEST_CASE("the first and the last second of the protocol are accepted") {
    for (const std::int64_t seconds : {std::int64_t{0}, tc3::unix_time::last_second}) {
        exchange sent = signed_exchange({}, "cvm", seconds);
        sent.options.now = {seconds};
        CHECK_FALSE(rejection_of(sent));
    }
}

TEST_CASE("an unsigned payload is accepted with any body, if the server allows it") {
    exchange sent = signed_exchange({.content_sha256 = "UNSIGNED-PAYLOAD"});
    CHECK_FALSE(rejection_of(sent));
    sent.body = "anything";
    CHECK_FALSE(rejection_of(sent));
    sent.options.allow_unsigned_payload = false;
    CHECK(rejection_of(sent) == rejection::payload);
    sent.content_sha256.reset();
    CHECK(rejection_of(sent) == rejection::signature);
}

TEST_CASE("X-TC-Content-SHA256 may declare the hash of the body") {
    const std::string body = R"({"Limit":1})";
    const auto hex = tc3::to_hex(*signing::payload_hash(body));
    const exchange sent = signed_exchange({.body = body, .content_sha256 = std::string(hex.data(), hex.size())});
    CHECK_FALSE(rejection_of(sent));
}

TEST_CASE("up to 32 headers can be signed") {
    std::vector<std::string> names;
    for (int i = 0; i < 31; ++i) names.push_back("x-" + std::to_string(i));
    for (const std::size_t more : {std::size_t{30}, std::size_t{31}}) {
        exchange sent;
        std::vector<std::string_view> signed_names{"content-type", "host"};
        for (std::size_t i = 0; i < more; ++i) {
            sent.more.push_back({names[i], "v"});
            signed_names.push_back(names[i]);
        }
        sent = signed_exchange(sent, "cvm", 1551113065, signed_names);
        CHECK(rejection_of(sent) == (more == 30 ? std::nullopt : std::optional(rejection::missing_signed_header)));
    }
}

TEST_CASE("headers are found in any case and with blanks around their names") {
    exchange sent = signed_exchange();
    std::vector<header> headers = sent.headers();
    std::vector<std::string> upper;
    for (const header& each : headers) {
        std::string name = " ";
        for (const char c : each.name) name += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
        upper.push_back(name + "\t");
    }
    for (std::size_t i = 0; i < headers.size(); ++i) headers[i].name = upper[i];
    CHECK(signing::verify_authorization({.headers = headers, .body = sent.body}, sent.options, find_key).has_value());
}

TEST_CASE("find_key gets the secret id of the request and can return a string by value") {
    const exchange sent = signed_exchange();
    const std::vector<header> headers = sent.headers();
    const signing::received_request request{.headers = headers, .body = sent.body};
    std::string requested_id;
    const auto as_string = [&requested_id](std::string_view id) {
        requested_id = id;
        return std::string(secret_key);
    };
    CHECK(signing::verify_authorization(request, sent.options, as_string).has_value());
    CHECK(requested_id == secret_id);
    const auto other_key = [](std::string_view) { return std::string_view("another key"); };
    CHECK(signing::verify_authorization(request, sent.options, other_key).error() == rejection::signature);
}

TEST_CASE("a secret key that cannot sign makes its id unknown") {
    const exchange sent = signed_exchange();
    const std::vector<header> headers = sent.headers();
    const signing::received_request request{.headers = headers, .body = sent.body};
    for (const std::string_view unusable : {"", "key\n", " key"}) {
        const auto find_unusable = [unusable](std::string_view) { return unusable; };
        CHECK(signing::verify_authorization(request, sent.options, find_unusable).error() == rejection::unknown_key_id);
    }
}

TEST_CASE("a policy that fails at any call gives crypto_failed") {
    const exchange sent = signed_exchange();
    const std::vector<header> headers = sent.headers();
    const signing::received_request request{.headers = headers, .body = sent.body};
    support::failing_policy counting(0);
    REQUIRE(signing::verify_authorization(request, sent.options, find_key, counting));
    for (std::size_t call = 1; call <= counting.calls(); ++call) {
        support::failing_policy policy(call);
        const auto verified = signing::verify_authorization(request, sent.options, find_key, policy);
        REQUIRE_FALSE(verified);
        CHECK(verified.error() == rejection::crypto_failed);
    }
}

TEST_CASE("verification never has two hashes open") { CHECK_FALSE(rejection_of(signed_exchange(), support::single_state_policy{})); }

TEST_CASE("equal_in_constant_time compares all bytes") {
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
