// SPDX-License-Identifier: MIT
// diagnose: what it names, and what it must not name as certain. tests/signature_mistakes/ has the mistakes of clients.
#include "../../support/exchange.hpp"
#include <tc3/signing/diagnose.hpp>
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using support::secret_id;
using support::secret_key;
using tc3::http::header;
using tc3::signing::cause;
namespace signing = tc3::signing;

namespace {

constexpr std::string_view timestamp = "1551113065";

// A signed request whose parts a test changes, and the facts about it.
struct suspect {
    std::string method = "POST", target = "/", body = R"({"Limit":1})";
    std::string content_type = "application/json", host = "cvm.tencentcloudapi.com", authorization = {};
    std::string time = std::string(timestamp);
    std::vector<header> more = {};
    signing::known_facts facts{.credential = {secret_id, secret_key}, .service = "cvm"};

    suspect() { sign(); }
    explicit suspect(std::vector<header> headers) : more(std::move(headers)) { sign(); }

    void sign() {
        const auto target_parts = tc3::http::split_target(target);
        const std::vector<header> headers = signed_headers();
        const signing::request_parts parts{.method = method == "GET" ? tc3::http::method::get : tc3::http::method::post,
                                           .canonical_uri = target_parts.path,
                                           .query = target_parts.query,
                                           .headers = headers,
                                           .hashed_payload = *signing::payload_hash(body)};
        authorization = support::written(*signing::authorization(parts, "cvm", {1551113065}, {secret_id, secret_key}));
    }
    [[nodiscard]] std::vector<header> signed_headers() const {
        std::vector<header> headers = more;
        headers.push_back({"Content-Type", content_type});
        headers.push_back({"Host", host});
        return headers;
    }
    [[nodiscard]] signing::diagnosis diagnosis() const {
        std::vector<header> headers = signed_headers();
        if (!time.empty()) headers.push_back({"X-TC-Timestamp", time});
        if (!authorization.empty()) headers.push_back({"Authorization", authorization});
        return signing::diagnose({.method = method, .target = target, .headers = headers, .body = body}, facts);
    }
    void replace(std::string_view from, std::string_view to) { authorization.replace(authorization.find(from), from.size(), to); }
};

// Returns the names of the causes, those that are certain with a "!".
std::string causes_of(const signing::diagnosis& found) {
    std::string names;
    for (const signing::finding& each : found.findings()) {
        names += (names.empty() ? "" : " ") + std::string(to_string(each.cause)) + (each.is_certain ? "!" : "");
    }
    return names;
}
std::string causes_of(const suspect& request) { return causes_of(request.diagnosis()); }

std::string text_of(const suspect& request) {
    std::string text;
    signing::write_diagnosis(text, request.diagnosis());
    return text;
}

}  // namespace

TEST_CASE("a right request has no cause, and one signature shows it") {
    const signing::diagnosis found = suspect().diagnosis();
    CHECK(found.empty());
    CHECK(found.signatures() == 1);
}

TEST_CASE("an empty request has no Authorization header") {
    CHECK(causes_of(signing::diagnose({}, {})) == "authorization_form!");
    const signing::raw_request raw("");
    CHECK(causes_of(signing::diagnose(raw.view(), {.credential = {secret_id, secret_key}})) == "authorization_form!");
}

TEST_CASE("without a secret key the signature is not checked, and nothing is said of the credential") {
    suspect request;
    request.facts = {};
    CHECK(causes_of(request) == "key_not_given");
    CHECK(request.diagnosis().signatures() == 0);
    request.facts.credential.secret_id = secret_id;
    CHECK(causes_of(request) == "key_not_given");
    request.time = "1551113065123";
    CHECK(causes_of(request) == "timestamp_unit! key_not_given");
}

TEST_CASE("a secret key is enough to check the signature") {
    suspect request;
    request.facts.credential.secret_id = {};
    CHECK(causes_of(request).empty());
    request.content_type += "; charset=utf-8";
    CHECK(causes_of(request) == "content_type!");
}

TEST_CASE("nothing is said of the token of a credential that is not known") {
    suspect request(std::vector<header>{{"X-TC-Token", "a-token"}});
    request.facts.credential = {};
    CHECK(causes_of(request) == "key_not_given");
    request.facts.credential = {"AKIDother", "other"};
    CHECK(causes_of(request) == "credential_differs!");
}

TEST_CASE("a date is not compared with a timestamp that is no time") {
    suspect request;
    request.time.clear();
    CHECK(causes_of(request) == "timestamp_missing!");
    request.time = "yesterday";
    CHECK(causes_of(request) == "timestamp_unit! unknown");
}

TEST_CASE("times at the ends of their range do not overflow") {
    for (const std::int64_t seconds :
         {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max(), std::int64_t{-1}}) {
        suspect request;
        request.facts.service_time = tc3::unix_time{seconds};
        CHECK(causes_of(request).empty());
    }
    suspect request;
    request.facts.service_time = tc3::unix_time{0};
    CHECK(causes_of(request) == "clock!");
    for (const std::string_view time : {"0", "253402300799", "999999999999", "00000000000000000000", "9999999999999999999999"}) {
        request.time = time;
        CHECK_FALSE(causes_of(request).empty());
    }
}

TEST_CASE("a compressed body is no cause if it was signed") {
    suspect request;
    request.body = "\x1f\x8b\x08";
    CHECK(causes_of(request) == "body_compressed");
    request.sign();
    CHECK(causes_of(request).empty());
    request.more = {{"Content-Encoding", "br"}};
    request.body = "else";
    CHECK(causes_of(request) == "body_compressed");
}

TEST_CASE("a chunked body is signed without the sizes of its chunks") {
    suspect request;
    request.body = "5\r\n{\"Lim\r\n6\r\nit\":1}\r\n0\r\n\r\n";
    CHECK(causes_of(request) == "unknown");
    request.more = {{"Transfer-Encoding", "Chunked"}};
    CHECK(causes_of(request).empty());
    request.content_type = "text/plain";
    CHECK(causes_of(request) == "content_type!");
    request = suspect();
    request.more = {{"Transfer-Encoding", "chunked"}};  // joined on the way
    CHECK(causes_of(request).empty());
}

TEST_CASE("a header that was sent twice is named") {
    suspect request;
    request.more = {{"HOST", "cvm.tencentcloudapi.com"}};
    CHECK(causes_of(request) == "header_twice!");
    request.more = {{"X-Unsigned", "1"}, {"X-Unsigned", "2"}};
    CHECK(causes_of(request).empty());
    request.more = {{"X-TC-Timestamp", "1"}};
    CHECK(causes_of(request).starts_with("timestamp_unit! ") == false);
    CHECK(causes_of(request).find("header_twice!") != std::string::npos);
}

TEST_CASE("parts that the Authorization header lacks are named, and nothing is concluded from them") {
    suspect request;
    request.authorization = "TC3-HMAC-SHA256 Credential=" + std::string(secret_id) + "/2019-02-25/cvm/tc3_request";
    CHECK(causes_of(request) == "authorization_form!");
    request.authorization = "Bearer " + std::string(secret_key);
    CHECK(causes_of(request) == "authorization_form!");
    request.authorization =
        "Credential=" + std::string(secret_id) + "/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host, Signature=0";
    CHECK(causes_of(request).starts_with("authorization_form!"));
}

TEST_CASE("Content-Type or Host that is not signed is named") {
    suspect request;
    request.replace("content-type;host", "content-type");
    CHECK(causes_of(request).starts_with("header_not_signed!"));
}

TEST_CASE("a payload hash that does not match the body is named although the signature fits") {
    suspect request;
    request.more = {{"X-TC-Content-SHA256", "00"}};
    CHECK(causes_of(request) == "payload_hash!");
    request.more = {{"X-TC-Content-SHA256", "3d3e5d7b2a3a9f5d"}};
    CHECK(causes_of(request) == "payload_hash!");
}

TEST_CASE("a request with words of version 1 in its JSON is not of version 1") {
    suspect request;
    request.authorization.clear();
    request.body = R"({"Text":"Signature=a SecretId=b"})";
    CHECK(causes_of(request) == "authorization_form!");
    request.body = "Action=a&SecretId=b&Signature=c";
    CHECK(causes_of(request) == "signature_version_1!");
    request.method = "GET";
    request.body.clear();
    request.target = "/?SecretId=b&Signature=c";
    CHECK(causes_of(request) == "signature_version_1!");
}

TEST_CASE("sizes beyond the limits of the service are named, and the path does not count") {
    suspect request;
    request.body = std::string(tc3::largest_body + 1, ' ');
    request.sign();
    CHECK(causes_of(request) == "request_too_large!");
    request.body = "{}";
    request.target = "/" + std::string(tc3::largest_query + 1, 'x');
    request.sign();
    CHECK(causes_of(request).empty());
    request.target = "/?" + std::string(tc3::largest_query + 1, 'x');
    request.sign();
    CHECK(causes_of(request) == "request_too_large!");
}

TEST_CASE("the code and the message of the service are read") {
    suspect request;
    const auto with = [&request](std::string_view code, std::string_view message) {
        request.facts.error_code = code;
        request.facts.error_message = message;
        return causes_of(request);
    };
    constexpr std::string_view late = "to avoid a deviation between `Timestamp` and the server time 1551116665.";
    constexpr std::string_view in_time = "to avoid a deviation between `Timestamp` and the server time 1551113165.";
    CHECK(with("AuthFailure.SignatureExpire", late) == "clock!");
    CHECK(text_of(request).find("the clock is 3600 seconds slow") != std::string::npos);
    CHECK(with("AuthFailure.SignatureExpire", "") == "clock");
    CHECK(with("AuthFailure.SignatureExpire", in_time) == "timestamp_differs");
    CHECK(with("", late) == "clock!");
    CHECK(with("RequestLimitExceeded", late).empty());
    CHECK(with("AuthFailure.SignatureFailure", "exceeding request SIZE LIMIT, use TC3-HMAC-SHA256") ==
          "request_too_large signature_version_1");
    CHECK(with("AuthFailure.SignatureFailure", "\xe5\xa4\xa7\xe5\xb0\x8f\xe8\xb6\x85\xe8\xbf\x87\xe9\x99\x90\xe5\x88\xb6") ==
          "request_too_large");
    CHECK(with("AuthFailure.SignatureFailure", "Please check your signature is correct.").empty());
    CHECK(with("", "The SecretId is not found") == "secret_id_unknown other_site");
    CHECK(with("AuthFailure.InvalidSecretId", "") == "secret_id_unknown other_site");
    CHECK(with("AuthFailure.TokenFailure", "") == "token_differs");
    CHECK(with("AuthFailure.InvalidAuthorization", "") == "authorization_form");
    CHECK(with("InvalidParameter", "size limit").empty());
    CHECK(with("AuthFailure.SignatureFailure", std::string(5000, 'x') + "size limit").empty());
}

TEST_CASE("keys of the other site are likelier where only those of one site are known") {
    for (const std::string_view host : {"cvm.intl.tencentcloudapi.com", "cvm.tencentcloudapi.com.cn:443", "cvm.tencentcloudapi.cn",
                                        "cvm.ap-shanghai-fsi.tencentcloudapi.com"}) {
        suspect request;
        request.host = host;
        request.sign();
        request.facts.error_code = "AuthFailure.SecretIdNotFound";
        CHECK(causes_of(request) == "other_site secret_id_unknown");
    }
}

TEST_CASE("blanks and quotes of the credential are named") {
    suspect request;
    request.facts.credential.secret_key = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE\n";
    CHECK(causes_of(request) == "key_blanks!");
    request.facts.credential.secret_key = "\"Gu5t9xGARNpq86cd98joQYCN3EXAMPLE\"";
    CHECK(causes_of(request) == "key_quotes unknown");
}

TEST_CASE("no secret is shown, wherever the request has it") {
    const std::string key(secret_key);
    const auto check_hidden = [](const suspect& request) {
        const std::string text = text_of(request);
        CAPTURE(text);
        CHECK(text.find("Gu5t9xGA") == std::string::npos);
        CHECK(text.find("3EXAMPLE") == std::string::npos);
        CHECK_FALSE(request.diagnosis().empty());
    };
    suspect request;
    request.time = key;
    check_hidden(request);
    request = suspect();
    request.replace(secret_id, key);
    check_hidden(request);
    request = suspect();
    request.replace("2019-02-25/cvm/tc3_request", key);
    check_hidden(request);
    request = suspect();
    request.replace("cvm", key);
    check_hidden(request);
    request = suspect();
    request.replace("content-type;host", "content-type;host;" + key);
    check_hidden(request);
    request = suspect();
    request.replace("TC3-HMAC-SHA256", key);
    check_hidden(request);
    request = suspect();
    request.content_type = key;
    request.sign();
    request.content_type += "; charset=utf-8";
    check_hidden(request);
    request = suspect();
    request.facts.error_code = "AuthFailure.TokenFailure";
    request.facts.error_message = key;
    check_hidden(request);
}

TEST_CASE("a pair without '=' is not shown, since it can be a value") {
    suspect request;
    request.method = "GET";
    request.body.clear();
    request.target = "/?b=1&personal-name&a=2";
    request.sign();
    request.target = "/?a=2&b=1&personal-name";
    CHECK(causes_of(request) == "query_order!");
    CHECK(text_of(request).find("personal") == std::string::npos);
}

TEST_CASE("other headers that are known are tried, those with secrets without showing them") {
    suspect request(std::vector<header>{{"X-TC-Action", "DescribeZones"}, {"Cookie", "concealed"}});
    const header known[] = {{"X-Unsigned", "x"}, {"x-tc-action", " DescribeInstances "}};
    request.facts.other_headers = known;
    request.sign();
    request.more[0].value = "DescribeInstances";
    request.sign();
    request.more[0].value = "DescribeZones";
    CHECK(causes_of(request) == "header_changed!");
    CHECK(text_of(request).find("x-tc-action `DescribeInstances`") != std::string::npos);
    const header cookie[] = {{"Cookie", "concealed"}};
    request.facts.other_headers = cookie;
    request.more[0].value = "DescribeInstances";
    request.more[1].value = "other";
    CHECK(causes_of(request) == "header_changed!");
    CHECK(text_of(request).find("concealed") == std::string::npos);
}

TEST_CASE("of a large head only single causes are tried, of a huge one none") {
    suspect request(std::vector<header>{{"X-Large", "x"}});
    const std::string large(20000, 'x');
    const std::string huge(300000, 'x');
    request.more[0].value = large;
    request.sign();
    request.content_type = "text/plain";
    CHECK(causes_of(request) == "content_type!");
    request.host = "cvm.tencentcloudapi.com:443";
    CHECK(causes_of(request) == "unknown");
    CHECK(request.diagnosis().signatures() < 2000);
    request.more[0].value = huge;
    CHECK(request.diagnosis().signatures() == 1);
}

TEST_CASE("no diagnosis computes more signatures than documented") {
    suspect request;
    const std::vector<tc3::credential_view> credentials(100, {"AKIDother", "other-key", "other-token"});
    const std::vector<std::string_view> hosts(100, "gateway.example");
    const std::vector<header> headers(100, {"host", "gateway.example"});
    request.facts.other_credentials = credentials;
    request.facts.other_hosts = hosts;
    request.facts.other_headers = headers;
    request.target = "/v1/?a=1&b=2&c=3";
    request.body = R"({"b":"ä/<","a":[1]})"
                   "\n";
    request.facts.credential.token = "token";
    const signing::diagnosis found = request.diagnosis();
    CHECK(found.signatures() > 20000);
    CHECK(found.signatures() <= signing::most_diagnosed_signatures);
}
