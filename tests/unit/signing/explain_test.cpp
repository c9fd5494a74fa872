// SPDX-License-Identifier: MIT
// explain: every step as it was computed, and no key, token or full signature.
#include "../../support/exchange.hpp"
#include "../../support/hex.hpp"
#include "../../support/openssl.hpp"
#include "../../support/policies.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

using support::secret_id;
using support::secret_key;
using tc3::errc;
using tc3::http::header;
namespace signing = tc3::signing;

namespace {

constexpr std::string_view documented_body = R"({"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], "Name": "instance-name"}]})";
constexpr std::array<header, 2> documented_headers{
    {{"Content-Type", "application/json; charset=utf-8"}, {"Host", "cvm.tencentcloudapi.com"}}};

signing::request_parts documented_parts() {
    return {.headers = documented_headers, .hashed_payload = *signing::payload_hash(documented_body)};
}

std::string explained(const signing::request_parts& parts, const tc3::credential_view& credential = {secret_id, secret_key}) {
    tc3::crypto::builtin_policy policy;
    signing::credential_signer signer(credential, policy);
    std::string text;
    const auto explained = signing::explain(text, parts, "cvm", {1551113065}, signer);
    return explained ? text : "an error";
}

// Returns the lines under a title without their indent.
std::string step_of(const std::string& text, const std::string& title) {
    const std::size_t position = text.find(title + "\n  ");
    if (position == std::string::npos) return "no such step";
    std::string lines;
    std::size_t line = position + title.size() + 1;
    while (line < text.size()) {
        const std::size_t end = text.find('\n', line);
        const std::string content = text.substr(line, end - line);
        if (!content.empty() && !content.starts_with("  ")) break;
        lines += (content.empty() ? content : content.substr(2)) + "\n";
        line = end + 1;
    }
    return lines;
}

// A signer with an id of its own.
struct other_signer {
    [[nodiscard]] const std::string& secret_id() const { return id; }
    tc3::result<signing::signature, tc3::error> sign(const signing::signer_input&) {
        if (fails) return tc3::unexpected(tc3::error{.code = errc::signer_failed, .part = "signature"});
        return signing::signature{};
    }
    bool fails = false;
    std::string id = std::string(support::secret_id) + std::string(30, 'x');
};

}  // namespace

TEST_CASE("explain writes the steps of the documented request") {
    CHECK(
        explained(documented_parts()) ==
        "canonical request\n"
        "  POST\n"
        "  /\n"
        "\n"
        "  content-type:application/json; charset=utf-8\n"
        "  host:cvm.tencentcloudapi.com\n"
        "\n"
        "  content-type;host\n"
        "  35e9c5b0e3ae67532d3c9f17ead6c90222632e5b1ff7f6e89887f1398934f064\n"
        "sha256 of the canonical request\n"
        "  5ffe6a04c0664d6b969fab9a13bdab201d63ee709638e2749d62a09ca18d7031\n"
        "string to sign\n"
        "  TC3-HMAC-SHA256\n"
        "  1551113065\n"
        "  2019-02-25/cvm/tc3_request\n"
        "  5ffe6a04c0664d6b969fab9a13bdab201d63ee709638e2749d62a09ca18d7031\n"
        "signature\n"
        "  72e494ea****\n"
        "Authorization\n"
        "  TC3-HMAC-SHA256 Credential=AKID****MPLE/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host, Signature=72e494ea****\n");
}

TEST_CASE("explain writes no key, and neither the whole signature nor the whole secret id") {
    const std::string text = explained(documented_parts());
    const auto scope = signing::credential_scope::make("cvm", {1551113065});
    const auto key = signing::derive_signing_key({secret_id, secret_key}, *scope);
    CHECK_FALSE(support::reveals_secret(text, secret_key));
    CHECK_FALSE(support::reveals_secret(text, support::hex(key->bytes())));
    for (std::size_t i = 0; i + 4 <= key->bytes().size(); ++i) {
        const std::string_view raw(reinterpret_cast<const char*>(key->bytes().data()) + i, 4);
        CHECK(text.find(raw) == std::string::npos);
    }
    CHECK(text.find("72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168") == std::string::npos);
    CHECK(text.find("72e494ea8") == std::string::npos);  // eight digits at most
    CHECK(text.find(secret_id) == std::string::npos);
    CHECK_FALSE(support::reveals_secret(text, secret_id.substr(4, secret_id.size() - 8)));
#if TC3_TESTS_HAVE_OPENSSL
    std::string derived = "TC3" + std::string(secret_key);
    for (const std::string& step : {std::string("2019-02-25"), std::string("cvm"), std::string("tc3_request")}) {
        derived = support::openssl_hmac(derived, step);
        CHECK_FALSE(support::reveals_secret(text, support::hex(derived)));
        CHECK(text.find(derived.substr(0, 4)) == std::string::npos);
    }
#endif
}

TEST_CASE("a short secret id is masked completely") {
    struct id_case {
        std::string_view id;
        std::string_view shown;
    };
    const id_case cases[] = {
        {"a", "****"}, {"123456789012345", "****"}, {"1234567890123456", "1234****3456"}, {"AKIDxxxxxxxxxxxxxxxxlast", "AKID****last"}};
    for (const id_case& row : cases) {
        const std::string text = explained(documented_parts(), {row.id, secret_key});
        CHECK(text.find("Credential=" + std::string(row.shown) + "/2019-02-25/") != std::string::npos);
    }
}

TEST_CASE("the values of the query and of sensitive headers are masked, but the hash is that of the real values") {
    const std::array<header, 5> headers{{{"Host", "cvm.tencentcloudapi.com"},
                                         {"Content-Type", "application/x-www-form-urlencoded"},
                                         {"X-TC-Token", support::session_token},
                                         {"X-Shown", "Shown Value"},
                                         {"X-Hidden", "concealed-matter", true}}};
    signing::request_parts parts{.method = tc3::http::method::get,
                                 .query = "IdCard=personal-number&Name=personal-name&Empty=&Flag",
                                 .headers = headers,
                                 .hashed_payload = *signing::payload_hash("")};
    const std::string text = explained(parts);
    const std::string canonical = step_of(text, "canonical request");
    CHECK(canonical.find("\nIdCard=****&Name=****&Empty=****&****\n") != std::string::npos);
    CHECK(canonical.find("\nx-tc-token:****\n") != std::string::npos);
    CHECK(canonical.find("\nx-hidden:****\n") != std::string::npos);
    CHECK(canonical.find("\nx-shown:shown value\n") != std::string::npos);
    for (const std::string_view hidden :
         {support::session_token, std::string_view("personal-number"), std::string_view("concealed-matter")}) {
        CHECK_FALSE(support::reveals_secret(text, hidden));
    }

    std::string unmasked;
    signing::write_canonical_request(unmasked, parts);
    tc3::crypto::builtin_policy policy;
    const std::string hash = support::hex(*tc3::crypto::sha_256_of(unmasked, policy));
    CHECK(step_of(text, "sha256 of the canonical request") == hash + "\n");
    CHECK(step_of(text, "string to sign").ends_with("\n" + hash + "\n"));
    const auto request = signing::make_signer_input(parts, "cvm", {1551113065});
    CHECK(step_of(text, "string to sign") == std::string(request->string_to_sign.view()) + "\n");
}

TEST_CASE("explain escapes what a viewer does not show, on the line of its header") {
    const std::array<header, 3> headers{
        {{"Host", "cvm.tencentcloudapi.com"}, {"Content-Type", "application/json"}, {"X-Shown", "A\xc2\x85\xe2\x80\xae\xe4\xbd\xa0"}}};
    const std::string text = explained({.headers = headers, .hashed_payload = *signing::payload_hash("")});
    CHECK(step_of(text, "canonical request").find("\nx-shown:a\\u{85}\\u{202e}\xe4\xbd\xa0\n") != std::string::npos);
}

TEST_CASE("a body appears as its hash only") {
    const std::string text = explained(documented_parts());
    CHECK(text.find("instance-name") == std::string::npos);
    CHECK(text.find("35e9c5b0e3ae67532d3c9f17ead6c90222632e5b1ff7f6e89887f1398934f064") != std::string::npos);
}

TEST_CASE("a signer can return its secret id by value") {
    other_signer signer;
    std::string text;
    REQUIRE(signing::explain(text, documented_parts(), "cvm", {1551113065}, signer));
    CHECK(step_of(text, "signature") == "00000000****\n");
    CHECK(text.find("Credential=AKID****xxxx/") != std::string::npos);
}

TEST_CASE("explain writes nothing if the request cannot be signed") {
    const auto error_of = [](const signing::request_parts& parts, std::string_view service, tc3::unix_time time, other_signer signer = {}) {
        std::string text;
        const auto explained = signing::explain(text, parts, service, time, signer);
        CHECK(text.empty());
        REQUIRE_FALSE(explained);
        return explained.error();
    };
    signing::request_parts parts = documented_parts();
    CHECK(error_of(parts, "", {0}) == tc3::error{.code = errc::missing, .part = "service"});
    CHECK(error_of(parts, "cvm", {-1}) == tc3::error{.code = errc::out_of_range, .part = "timestamp"});
    CHECK(error_of(parts, "cvm", {0}, {.fails = true}) == tc3::error{.code = errc::signer_failed, .part = "signature"});
    parts.headers = std::span(documented_headers).first(1);
    CHECK(error_of(parts, "cvm", {0}) == tc3::error{.code = errc::missing, .part = "host"});
    parts.headers = std::span(documented_headers).last(1);
    CHECK(error_of(parts, "cvm", {0}) == tc3::error{.code = errc::missing, .part = "content type"});
    const std::array<header, 3> twice{{documented_headers[0], documented_headers[1], {"HOST", "x"}}};
    parts.headers = twice;
    CHECK(error_of(parts, "cvm", {0}) == tc3::error{.code = errc::duplicate, .part = "header name", .name = "HOST"});
}

TEST_CASE("explain writes nothing if the policy fails at any call") {
    const auto explain_with = [](support::failing_policy& policy) {
        signing::credential_signer signer({secret_id, secret_key}, policy);
        std::string text;
        const auto explained = signing::explain(text, documented_parts(), "cvm", {1551113065}, signer, policy);
        CHECK(text.empty() == !explained.has_value());
        return explained.has_value();
    };
    support::failing_policy counting(0);
    REQUIRE(explain_with(counting));
    for (std::size_t call = 1; call <= counting.calls(); ++call) {
        support::failing_policy policy(call);
        CHECK_FALSE(explain_with(policy));
    }
}

// ---- a request that is signed already ------------------------------------------------------------------------------------------------

namespace {

std::string explained_request(const tc3::http::request_view& request) {
    std::string text;
    const auto explained = signing::explain(text, request);
    CHECK(text.empty() == !explained.has_value());
    return explained ? text : "an error";
}

// A request with one header replaced, or removed if the new value is empty.
class changed_request {
public:
    changed_request(const tc3::http::request_view& request, std::string_view name, const std::string& value) : view_(request) {
        for (const header each : request.headers) {
            if (!tc3::ascii::equal_lower(each.name, name)) tc3::http::header_list::pack(packed_, each);
        }
        if (!value.empty()) tc3::http::header_list::pack(packed_, {name, value});
    }
    [[nodiscard]] tc3::http::request_view view() const {
        tc3::http::request_view changed = view_;
        changed.headers = tc3::http::header_list(packed_);
        return changed;
    }

private:
    tc3::http::request_view view_;
    std::string packed_;
};

}  // namespace

TEST_CASE("explain writes the steps of a signed request without a key") {
    const std::array<header, 2> headers{{{"X-Shown", "Shown Value"}, {"X-Hidden", "concealed-matter", true}}};
    const tc3::request_options all_options[] = {
        {},
        {.method = tc3::http::method::get, .path = "/v1"},
        {.sign_action = true, .signed_headers = headers},
        {.unsigned_payload = true},
    };
    for (const tc3::request_options& options : all_options) {
        const auto signed_request =
            tc3::make_request({tc3::action{"cvm", "2017-03-12", "DescribeInstances"}, R"({"Name":"personal-name"})"},
                              support::sample_profile(), {1551113065}, options);
        REQUIRE(signed_request);
        const tc3::http::request_view request = signed_request->view();
        const std::string text = explained_request(request);

        const std::string_view authorization = request.headers.value_of("Authorization");
        const std::string_view signature = authorization.substr(authorization.size() - 64);
        CHECK(step_of(text, "signature") == std::string(signature.substr(0, 8)) + "****\n");
        CHECK(step_of(text, "string to sign").starts_with("TC3-HMAC-SHA256\n1551113065\n2019-02-25/cvm/tc3_request\n"));
        CHECK(text.find(signature) == std::string::npos);
        CHECK(text.find(secret_id) == std::string::npos);
        CHECK_FALSE(support::reveals_secrets(text));
        CHECK_FALSE(support::reveals_secret(text, "personal-name"));
        CHECK_FALSE(support::reveals_secret(text, "concealed-matter"));

        // The string to sign in the text has the signature of the request.
        const auto key = signing::derive_signing_key({secret_id, secret_key}, *signing::credential_scope::make("cvm", {1551113065}));
        const std::string to_sign = step_of(text, "string to sign");
        CHECK((*signing::sign(*key, std::string_view(to_sign).substr(0, to_sign.size() - 1))).bytes ==
              (*signing::signature::from_hex(signature)).bytes);
    }
}

TEST_CASE("explain rejects a streamed body, unless the body is unsigned") {
    const tc3::action action{"cvm", "2017-03-12", "DescribeInstances"};
    const auto streamed = tc3::make_request({action, "{}"}, support::sample_profile(), {1551113065}, {.stream_body = true});
    REQUIRE(streamed);
    std::string text;
    const auto explained = signing::explain(text, streamed->view());
    REQUIRE_FALSE(explained);
    CHECK(explained.error() == tc3::error{.code = errc::missing, .part = "body"});
    CHECK(text.empty());

    const auto is_unsigned =
        tc3::make_request({action, "{}"}, support::sample_profile(), {1551113065}, {.unsigned_payload = true, .stream_body = true});
    REQUIRE(is_unsigned);
    CHECK(signing::explain(text, is_unsigned->view()));
}

TEST_CASE("explain rejects a request whose headers contradict each other") {
    const auto signed_request =
        tc3::make_request({tc3::action{"cvm", "2017-03-12", "DescribeInstances"}, "{}"}, support::sample_profile(), {1551113065});
    const tc3::http::request_view request = signed_request->view();
    const std::string authorization(request.headers.value_of("Authorization"));
    const auto with = [&request](std::string_view name, const std::string& value) {
        return explained_request(changed_request(request, name, value).view());
    };
    const auto replaced = [&authorization](const std::string& from, const std::string& to) {
        std::string changed = authorization;
        return changed.replace(changed.find(from), from.size(), to);
    };
    CHECK(with("Authorization", authorization) != "an error");
    CHECK(with("Authorization", "") == "an error");
    CHECK(with("Authorization", "SKIP") == "an error");
    CHECK(with("X-TC-Timestamp", "") == "an error");
    CHECK(with("X-TC-Timestamp", "yesterday") == "an error");
    CHECK(with("X-TC-Timestamp", "1551196800") == "an error");  // not on the day of the scope
    CHECK(with("Content-Type", "") == "an error");
    CHECK(with("Authorization", replaced("2019-02-25", "2019-02-24")) == "an error");
    CHECK(with("Authorization", replaced("/cvm/", "/CVM/")) == "an error");
    CHECK(with("Authorization", replaced("content-type;host", "content-type")) == "an error");
    CHECK(with("Authorization", replaced("content-type;host", "host;content-type")) == "an error");
}

TEST_CASE("explain names the part that contradicts the signature") {
    const auto signed_request =
        tc3::make_request({tc3::action{"cvm", "2017-03-12", "DescribeInstances"}, "{}"}, support::sample_profile(), {1551113065});
    const tc3::http::request_view request = signed_request->view();
    const std::string authorization(request.headers.value_of("Authorization"));
    const auto error_of = [](const tc3::http::request_view& changed) {
        std::string text;
        const auto explained = signing::explain(text, changed);
        REQUIRE_FALSE(explained);
        return explained.error();
    };
    const auto error_with = [&](const std::string& from, const std::string& to) {
        std::string changed = authorization;
        changed.replace(changed.find(from), from.size(), to);
        return error_of(changed_request(request, "Authorization", changed).view());
    };
    CHECK(error_with("2019-02-25", "2019-02-24") == tc3::error{.code = errc::wrong_scope, .part = "timestamp"});
    CHECK(error_with("/cvm/", "/CVM/") == tc3::error{.code = errc::wrong_scope, .part = "service"});
    CHECK(error_with("content-type;host", "host;content-type") == tc3::error{.code = errc::missing, .part = "header name"});

    std::string packed;
    for (int i = 0; i < 64; ++i) tc3::http::header_list::pack(packed, {"X-Header", "value"});
    tc3::http::request_view crowded = request;
    crowded.headers = tc3::http::header_list(packed);
    CHECK(error_of(crowded) == tc3::error{.code = errc::too_many, .part = "headers", .needed = 65, .limit = 64});
}

// ---- a request as it was received or sent --------------------------------------------------------------------------------------------

namespace {

constexpr std::string_view signed_bytes =
    "POST / HTTP/1.1\r\n"
    "Host: cvm.tencentcloudapi.com\r\n"
    "Content-Type: application/json; charset=utf-8\r\n"
    "X-TC-Timestamp: 1551113065\r\n"
    "Authorization: TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/2019-02-25/cvm/tc3_request, "
    "SignedHeaders=content-type;host, Signature=72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168\r\n"
    "\r\n"
    R"({"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], "Name": "instance-name"}]})";

signing::received_request received_of(const signing::sent_request& sent) {
    const auto target = tc3::http::split_target(sent.target);
    return {.canonical_uri = target.path, .query = target.query, .headers = sent.headers, .body = sent.body};
}

}  // namespace

TEST_CASE("explain writes the same steps for the bytes of a request as for its parts") {
    const signing::raw_request raw(signed_bytes);
    std::string text;
    REQUIRE(signing::explain(text, raw.view()));
    CHECK(text == explained(documented_parts()));

    std::string of_received;
    REQUIRE(signing::explain(of_received, received_of(raw.view())));
    CHECK(of_received == text);
}

TEST_CASE("explain rejects a sent request with another method") {
    const signing::raw_request raw(signed_bytes);
    signing::sent_request request = raw.view();
    std::string text;
    for (const std::string_view method : {"", "post", "PUT", "GETS"}) {
        request.method = method;
        const auto explained = signing::explain(text, request);
        REQUIRE_FALSE(explained);
        CHECK(explained.error() == tc3::error{.code = errc::not_allowed, .part = "method"});
    }
    CHECK(text.empty());
}

TEST_CASE("explain reads the bytes of a GET request") {
    std::string bytes(signed_bytes.substr(0, signed_bytes.find("{\"Limit")));
    bytes.replace(0, bytes.find(" HTTP"), "GET /?IdCard=personal-number");
    const signing::raw_request raw(bytes);
    std::string text;
    REQUIRE(signing::explain(text, raw.view()));
    CHECK(step_of(text, "canonical request").starts_with("GET\n/\nIdCard=****\n"));
}

TEST_CASE("a server writes the canonical request and the string to sign that it computes, with masks") {
    const signing::raw_request raw(signed_bytes);
    std::string canonical_request, string_to_sign;
    REQUIRE(signing::write_signed_texts(canonical_request, string_to_sign, received_of(raw.view())));
    const std::string text = explained(documented_parts());
    CHECK(canonical_request + "\n" == step_of(text, "canonical request"));
    CHECK(string_to_sign + "\n" == step_of(text, "string to sign"));

    std::string bytes(signed_bytes);
    bytes.replace(0, bytes.find(" HTTP"), "POST /?IdCard=personal-number");
    const signing::raw_request with_query(bytes);
    canonical_request.clear();
    REQUIRE(signing::write_signed_texts(canonical_request, string_to_sign, received_of(with_query.view())));
    CHECK(canonical_request.starts_with("POST\n/\nIdCard=****\n"));
}

TEST_CASE("a server writes no texts for a request that contradicts itself, and names the part") {
    std::string bytes(signed_bytes);
    bytes.replace(bytes.find("/2019-02-25/"), 12, "/2019-02-26/");
    const signing::raw_request raw(bytes);
    std::string canonical_request, string_to_sign;
    const auto written = signing::write_signed_texts(canonical_request, string_to_sign, received_of(raw.view()));
    REQUIRE_FALSE(written);
    CHECK(written.error() == tc3::error{.code = errc::wrong_scope, .part = "timestamp"});
    CHECK(canonical_request.empty());
    CHECK(string_to_sign.empty());
}
