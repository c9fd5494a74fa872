// SPDX-License-Identifier: MIT
// The Authorization header: the examples of the manual at compile time, policies of all kinds, and a second implementation on OpenSSL.
#include "../../support/hex.hpp"
#include "../../support/openssl.hpp"
#include "../../support/policies.hpp"
#include "../../support/random.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

using tc3::errc;
using tc3::http::header;
namespace http = tc3::http;
namespace signing = tc3::signing;

namespace {

constexpr tc3::credential_view example{"AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"};

// ---- docs/tc3-signing.md 1.6: the documented requests, signed by the compiler ----------------------------------------------------

constexpr std::string_view documented_body = R"({"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], "Name": "instance-name"}]})";
constexpr std::array<header, 3> documented_headers{
    {{"Content-Type", "application/json; charset=utf-8"}, {"Host", "cvm.tencentcloudapi.com"}, {"X-TC-Action", "DescribeInstances"}}};
constexpr std::array<header, 2> query_headers{{{"Content-Type", "application/x-www-form-urlencoded"}, {"Host", "cvm.tencentcloudapi.com"}}};

constexpr bool signs(const signing::request_parts& parts, std::int64_t seconds, std::string_view secret_key, std::string_view signature) {
    const tc3::unix_time time{seconds};
    const auto scope = signing::credential_scope::make("cvm", time);
    const auto key = signing::derive_signing_key({example.secret_id, secret_key}, *scope);
    const auto value = signing::authorization(parts, time, *key, example.secret_id);
    if (!value) return false;
    const auto hex = value->signature.hex();
    return std::string_view(hex.data(), hex.size()) == signature;
}

constexpr bool documented_post_signs(std::size_t signed_headers, std::string_view secret_key, std::string_view signature) {
    const signing::request_parts parts{.headers = std::span(documented_headers).first(signed_headers),
                                       .hashed_payload = *signing::payload_hash(documented_body)};
    return signs(parts, 1551113065, secret_key, signature);
}

constexpr bool documented_get_signs(std::string_view signature) {
    const signing::request_parts parts{
        .method = http::method::get, .query = "Limit=10&Offset=0", .headers = query_headers, .hashed_payload = *signing::payload_hash("")};
    return signs(parts, 1539084154, example.secret_key, signature);
}

// Each assertion is one constant expression: it must fit into the number of steps that a compiler allows by default.
static_assert(documented_body.size() == 86);
static_assert(documented_post_signs(2, example.secret_key, "72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168"));
static_assert(documented_post_signs(3, example.secret_key, "644be983de9a8a3f00db8eadaba61467c3b429e2215758ba897b738ca469fd26"));
static_assert(documented_post_signs(3, "********************************",
                                    "10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f"));
static_assert(documented_get_signs("5da7a33f6993f0614b047e5df4582db9e9bf4672ba50567dba16c6ccf174c474"));
static_assert(!documented_get_signs("5da7a33f6993f0614b047e5df4582db9e9bf4672ba50567dba16c6ccf174c475"));

// ---- at run time -----------------------------------------------------------------------------------------------------------------

template <class Value>
std::string text_of(const Value& value) {
    std::string text;
    value.write(text);
    return text;
}

signing::request_parts documented_parts() {
    return {.headers = documented_headers, .hashed_payload = *signing::payload_hash(documented_body)};
}

constexpr std::string_view documented_authorization =
    "TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/2019-02-25/cvm/tc3_request, "
    "SignedHeaders=content-type;host;x-tc-action, "
    "Signature=644be983de9a8a3f00db8eadaba61467c3b429e2215758ba897b738ca469fd26";

// Signs the documented request with one policy for all hashes.
template <class Policy>
tc3::result<std::string, tc3::error> sign_documented(std::string_view secret_key, Policy& policy) {
    signing::request_parts parts = documented_parts();
    const auto hashed = signing::payload_hash(documented_body, policy);
    if (!hashed) return tc3::unexpected(hashed.error());
    parts.hashed_payload = *hashed;
    const auto scope = signing::credential_scope::make("cvm", {1551113065});
    const auto key = signing::derive_signing_key({example.secret_id, secret_key}, *scope, policy);
    if (!key) return tc3::unexpected(key.error());
    const auto value = signing::authorization(parts, {1551113065}, *key, example.secret_id, policy);
    if (!value) return tc3::unexpected(value.error());
    return text_of(*value);
}

}  // namespace

TEST_CASE("the documented request has the documented Authorization header") {
    tc3::crypto::builtin_policy policy;
    const auto text = sign_documented(example.secret_key, policy);
    REQUIRE(text);
    CHECK(*text == documented_authorization);
}

TEST_CASE("size() is the length of the written header") {
    const auto scope = signing::credential_scope::make("cvm", {1551113065});
    const auto key = signing::derive_signing_key(example, *scope);
    const signing::request_parts parts = documented_parts();
    const auto value = signing::authorization(parts, {1551113065}, *key, example.secret_id);
    REQUIRE(value);
    CHECK(value->size() == documented_authorization.size());
}

TEST_CASE("signing in two steps gives the same header as signing in one") {
    const signing::request_parts parts = documented_parts();
    const auto request = signing::make_signer_input(parts, "cvm", {1551113065});
    REQUIRE(request);
    CHECK(request->string_to_sign.view().starts_with("TC3-HMAC-SHA256\n1551113065\n2019-02-25/cvm/tc3_request\n"));
    const auto key = signing::derive_signing_key(example, request->scope);
    const auto signature = signing::sign(*key, request->string_to_sign.view());
    const auto value = signing::make_authorization(*request, example.secret_id, *signature);
    REQUIRE(value);
    CHECK(text_of(*value) == documented_authorization);
}

TEST_CASE("make_authorization() rejects a secret id that would break the header") {
    const auto request = signing::make_signer_input(documented_parts(), "cvm", {1551113065});
    for (const std::string_view secret_id : {"", "AKID\n", "AKID, x"}) {
        CAPTURE(secret_id);
        CHECK_FALSE(signing::make_authorization(*request, secret_id, {}));
    }
}

TEST_CASE("the scope has the service in lower case") {
    const signing::request_parts parts = documented_parts();
    const auto request = signing::make_signer_input(parts, "CVM", {1551113065});
    REQUIRE(request);
    CHECK(request->scope.service() == "cvm");
}

TEST_CASE("authorization rejects a signing key of another UTC day") {
    const signing::request_parts parts = documented_parts();
    const std::int64_t midnight = 1551052800;
    const auto key = signing::derive_signing_key(example, *signing::credential_scope::make("cvm", {midnight}));
    for (const std::int64_t seconds : {midnight, midnight + 86399}) CHECK(signing::authorization(parts, {seconds}, *key, "id"));
    for (const std::int64_t seconds : {midnight - 1, midnight + 86400, std::int64_t{0}}) {
        const auto value = signing::authorization(parts, {seconds}, *key, "id");
        REQUIRE_FALSE(value);
        CHECK(value.error() == tc3::error{.code = errc::wrong_scope, .part = "timestamp"});
    }
}

TEST_CASE("authorization with a signing key takes the service of the key") {
    const signing::request_parts parts = documented_parts();
    const auto key = signing::derive_signing_key(example, *signing::credential_scope::make("cbs", {1551113065}));
    const auto value = signing::authorization(parts, {1551113065}, *key, "id");
    REQUIRE(value);
    CHECK(text_of(*value).find("/cbs/tc3_request") != std::string::npos);
}

TEST_CASE("sign rejects the input of a signer of another day or service than the key's") {
    const signing::request_parts parts = documented_parts();
    const auto key = signing::derive_signing_key(example, *signing::credential_scope::make("cvm", {1551113065}));
    struct {
        std::string_view service;
        std::int64_t seconds;
        bool is_signed;
    } const cases[] = {{"cvm", 1551113065, true}, {"cbs", 1551113065, false}, {"cvm", 1551113065 + 86400, false}};
    for (const auto& [service, seconds, is_signed] : cases) {
        const auto request = signing::make_signer_input(parts, service, {seconds});
        REQUIRE(request);
        const auto signature = signing::sign(*key, *request);
        REQUIRE(signature.has_value() == is_signed);
        if (!signature) CHECK(signature.error().code == errc::wrong_scope);
    }
}

TEST_CASE("a credential and the signing key derived from it give the same header") {
    const signing::request_parts parts = documented_parts();
    const auto key = signing::derive_signing_key(example, *signing::credential_scope::make("cvm", {1551113065}));
    const auto with_key = signing::authorization(parts, {1551113065}, *key, example.secret_id);
    const auto with_credential = signing::authorization(parts, "cvm", {1551113065}, example);
    REQUIRE(with_credential);
    CHECK(text_of(*with_credential) == text_of(*with_key));
    CHECK(signing::authorization(parts, "cvm", {1551113065}, {example.secret_id, ""}).error().part == "secret key");
    CHECK(signing::authorization(parts, "cvm", {1551113065}, {"a/b", "key"}).error().part == "secret id");
    CHECK(signing::authorization(parts, "c.m", {1551113065}, example).error().part == "service");
}

TEST_CASE("an error names the part that cannot be signed") {
    const std::array<header, 1> no_host{{{"Content-Type", "application/json"}}};
    const auto key = signing::derive_signing_key(example, *signing::credential_scope::make("cvm", {0}));
    const auto error_of = [&](const signing::request_parts& parts, std::int64_t seconds, std::string_view secret_id) {
        return signing::authorization(parts, {seconds}, *key, secret_id).error();
    };
    signing::request_parts bad_query = documented_parts();
    bad_query.query = "A=1\n";
    CHECK(error_of(documented_parts(), -1, "id") == tc3::error{.code = errc::out_of_range, .part = "timestamp"});
    CHECK(error_of(documented_parts(), 0, "") == tc3::error{.code = errc::missing, .part = "secret id"});
    CHECK(error_of(documented_parts(), 0, "a,b") == tc3::error{.code = errc::forbidden_character, .part = "secret id", .position = 1});
    CHECK(error_of(bad_query, 0, "id") == tc3::error{.code = errc::forbidden_character, .part = "query", .position = 3});
    CHECK(error_of({.headers = no_host}, 0, "id") == tc3::error{.code = errc::missing, .part = "host"});

    const signing::request_parts parts = documented_parts();
    CHECK(signing::make_signer_input(parts, "c.m", {0}).error() ==
          tc3::error{.code = errc::forbidden_character, .part = "service", .position = 1});
    CHECK(signing::make_signer_input(parts, "", {0}).error() == tc3::error{.code = errc::missing, .part = "service"});
}

TEST_CASE("a policy that fails at any call gives an error, not a signature") {
    const std::string long_key(100, 'k');
    for (const std::string_view secret_key : {example.secret_key, std::string_view(long_key)}) {
        support::failing_policy counting(0);
        REQUIRE(sign_documented(secret_key, counting));
        CHECK(counting.calls() > 30);
        for (std::size_t call = 1; call <= counting.calls(); ++call) {
            support::failing_policy policy(call);
            const auto text = sign_documented(secret_key, policy);
            REQUIRE_FALSE(text);
            CHECK(text.error().code == errc::crypto_failed);
        }
    }
}

TEST_CASE("write_authorization() writes the header that authorization() returns") {
    const signing::request_parts parts = documented_parts();
    for (const std::string_view service : {"cvm", "CVM"}) {
        std::string text = "Authorization: ";
        CHECK(signing::write_authorization(text, parts, service, {1551113065}, example));
        CHECK(text == "Authorization: " + std::string(documented_authorization));
    }
}

TEST_CASE("write_authorization() names the part that cannot be signed and writes nothing") {
    const std::array<header, 1> no_host{{{"Content-Type", "application/json"}}};
    const signing::request_parts good = documented_parts();
    const signing::request_parts without_host{.headers = no_host};
    struct {
        const signing::request_parts& parts;
        std::string_view service;
        std::int64_t seconds;
        tc3::credential_view credential;
        tc3::error error;
    } const cases[] = {
        {without_host, "cvm", 0, example, {.code = errc::missing, .part = "host"}},
        {good, "", 0, example, {.code = errc::missing, .part = "service"}},
        {good, "cvm", -1, example, {.code = errc::out_of_range, .part = "timestamp"}},
        {good, "cvm", 0, {"", "key"}, {.code = errc::missing, .part = "secret id"}},
        {good, "cvm", 0, {"id", ""}, {.code = errc::missing, .part = "secret key"}},
        {good, "cvm", 0, {"id", "key\n"}, {.code = errc::untrimmed, .part = "secret key", .position = 3}},
    };
    for (const auto& [parts, service, seconds, credential, error] : cases) {
        std::string text;
        const auto written = signing::write_authorization(text, parts, service, {seconds}, credential);
        REQUIRE_FALSE(written);
        CHECK(written.error() == error);
        CHECK(text == "");
    }
}

TEST_CASE("write_authorization() writes nothing if the policy fails at any call") {
    const signing::request_parts parts = documented_parts();
    std::string text;
    support::failing_policy counting(0);
    REQUIRE(signing::write_authorization(text, parts, "cvm", {1551113065}, example, counting));
    CHECK(text == documented_authorization);
    for (std::size_t call = 1; call <= counting.calls(); ++call) {
        support::failing_policy policy(call);
        text.clear();
        const auto written = signing::write_authorization(text, parts, "cvm", {1551113065}, example, policy);
        REQUIRE_FALSE(written);
        CHECK(written.error() == tc3::error{.code = errc::crypto_failed, .part = "signature"});
        CHECK(text == "");
    }
}

TEST_CASE("signing never has two hashes open") {
    support::single_state_policy policy;
    const auto text = sign_documented(example.secret_key, policy);
    REQUIRE(text);
    CHECK(*text == documented_authorization);
    CHECK_FALSE(policy.open());
    CHECK(policy.hashes() == 1 + 6 + 1 + 2);  // payload, three HMACs, canonical request, signature
}

TEST_CASE("the HMAC of a policy gives the same signature") {
    support::own_hmac_policy policy;
    const auto text = sign_documented(example.secret_key, policy);
    REQUIRE(text);
    CHECK(*text == documented_authorization);
    CHECK(policy.hmacs() == 4);

    policy.works = false;
    const auto failed = sign_documented(example.secret_key, policy);
    REQUIRE_FALSE(failed);
    CHECK(failed.error().code == errc::crypto_failed);
}

#if TC3_TESTS_HAVE_OPENSSL

namespace {

// ---- a second implementation of docs/tc3-signing.md 1.2 to 1.5, on OpenSSL and std::map ----------------------------------------------

std::string lowered(std::string text) {
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return text;
}

std::string trimmed(const std::string& text) {
    const std::size_t first = text.find_first_not_of(" \t");
    return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

struct sample_request {
    std::string method, uri, query, payload, secret_id, secret_key, service;
    std::vector<std::pair<std::string, std::string>> headers;
    std::int64_t seconds = 0;
};

std::string reference_authorization(const sample_request& request) {
    std::map<std::string, std::string> headers;  // std::string compares bytes as unsigned
    for (const auto& [name, value] : request.headers) {
        const std::string key = lowered(trimmed(name));
        headers[key] = key == "content-type" ? trimmed(value) : lowered(trimmed(value));
    }
    std::string lines, names;
    for (const auto& [name, value] : headers) {
        lines += name + ":" + value + "\n";
        names += (names.empty() ? "" : ";") + name;
    }
    const std::string canonical = request.method + "\n" + request.uri + "\n" + request.query + "\n" + lines + "\n" + names + "\n" +
                                  support::hex(support::openssl_sha256(request.payload));
    const tc3::utc_date day(tc3::unix_time{request.seconds});  // tested in unix_time_test.cpp
    const std::string date(day.view());
    const std::string scope = date + "/" + lowered(request.service) + "/tc3_request";
    const std::string to_sign =
        "TC3-HMAC-SHA256\n" + std::to_string(request.seconds) + "\n" + scope + "\n" + support::hex(support::openssl_sha256(canonical));
    std::string key = "TC3" + request.secret_key;
    for (const std::string& step : {date, lowered(request.service), std::string("tc3_request")}) key = support::openssl_hmac(key, step);
    return "TC3-HMAC-SHA256 Credential=" + request.secret_id + "/" + scope + ", SignedHeaders=" + names +
           ", Signature=" + support::hex(support::openssl_hmac(key, to_sign));
}

std::string tc3_authorization(const sample_request& request) {
    std::vector<header> headers;
    for (const auto& [name, value] : request.headers) headers.push_back({name, value});
    const signing::request_parts parts{.method = request.method == "GET" ? http::method::get : http::method::post,
                                       .canonical_uri = request.uri,
                                       .query = request.query,
                                       .headers = headers,
                                       .hashed_payload = *signing::payload_hash(request.payload)};
    const auto scope = signing::credential_scope::make(request.service, {request.seconds});
    const auto key = signing::derive_signing_key({request.secret_id, request.secret_key}, *scope);
    if (!key) return "no key";
    const auto value = signing::authorization(parts, {request.seconds}, *key, request.secret_id);
    return value ? text_of(*value) : "no authorization";
}

std::string random_case(support::random_input& random, std::string text) {
    for (char& c : text) {
        if (c >= 'a' && c <= 'z' && random.flip()) c = static_cast<char>(c - 32);
    }
    return text;
}

sample_request random_request(support::random_input& random) {
    constexpr std::string_view value_characters = "abcXYZ019 \t-_.:;,/=?\"~";
    constexpr std::string_view host_characters = "abcXYZ019-.:";
    const auto beyond_ascii = [&random] { return std::string(random.flip() ? "\xc3\x84" : ""); };
    const auto blanks = [&random] { return random.text(random.number(0, 2), " \t"); };
    sample_request request;
    request.method = random.flip() ? "GET" : "POST";
    request.uri = "/" + random.text(random.number(0, 1) * random.number(0, 20), "abcXYZ019-._~/%");
    request.query = random.text(random.number(0, 1) * random.number(0, 60), "abcXYZ019-._~&=%+*!'()/?");
    request.payload = random.bytes(random.number(0, 1) * random.number(0, 3000));
    request.secret_id = random.text(random.number(1, 60), "AKIDabc019-_");
    request.secret_key = "k" + random.bytes(random.number(0, 198)) + "k";
    request.service = random.text(random.number(1, 63), "abcXYZ019-");
    request.seconds = static_cast<std::int64_t>(random.number(0, 253402300799));

    std::map<std::string, std::string> unique{{"content-type", random.text(20, value_characters)},
                                              {"host", random.text(20, host_characters)}};
    for (std::size_t more = random.number(0, 10); more > 0; --more) {
        unique[random.text(random.number(1, 40), "abcxyz019-_.~!")] = random.text(random.number(0, 100), value_characters) + beyond_ascii();
    }
    for (const auto& [name, value] : unique) {
        const auto position = request.headers.begin() + static_cast<std::ptrdiff_t>(random.number(0, request.headers.size()));
        request.headers.insert(position, {blanks() + random_case(random, name) + blanks(), blanks() + value + blanks()});
    }
    return request;
}

}  // namespace

TEST_CASE("random requests have the signature of a second implementation") {
    support::random_input random(11);
    for (int i = 0; i < 3000; ++i) {
        const sample_request request = random_request(random);
        REQUIRE(tc3_authorization(request) == reference_authorization(request));
    }
}

#endif
