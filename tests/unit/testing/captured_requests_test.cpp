// SPDX-License-Identifier: MIT
// Requests that the official SDKs sent, byte for byte: the emulator accepts each at its own time, and rejects it for the right reason after
// any change that matters. This compares the verification, and the rules that it shares with the client, with independent implementations.
#include "../../support/openssl.hpp"
#include "../../support/read_file.hpp"
#include "../../vectors/vector_file.hpp"
#include <tc3/tc3.hpp>
#include <tc3/testing.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace testing = tc3::testing;
using testing::rejection;
using vectors::json;

namespace {

#if TC3_TESTS_HAVE_OPENSSL
/// SHA-256 of OpenSSL, so that the result does not depend on the built-in one.
class openssl_policy {
public:
    bool sha_256_begin() { return EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) == 1; }
    bool sha_256_update(tc3::bytes_view bytes) { return EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) == 1; }
    bool sha_256_finish(tc3::crypto::sha_256_digest& digest) { return EVP_DigestFinal_ex(context_.get(), digest.data(), nullptr) == 1; }

private:
    std::shared_ptr<EVP_MD_CTX> context_{EVP_MD_CTX_new(), EVP_MD_CTX_free};
};
#endif

// ---- the requests ----------------------------------------------------------------------------------------------------------------

/// One captured request, in parts that can be changed one by one, and the credential, service and time with which it is valid.
struct captured {
    std::string id;
    std::string request_line;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    std::string secret_id, secret_key, token;
    std::string service, host;
    std::int64_t timestamp = 0;

    /// Returns the value of a header, to be changed. Adds the header if there is none.
    std::string& header(std::string_view name) {
        for (auto& [header_name, value] : headers) {
            if (tc3::ascii::equal_lower(header_name, name)) return value;
        }
        return headers.emplace_back(name, "").second;
    }
    std::string value_of(std::string_view name) const {
        for (const auto& [header_name, value] : headers) {
            if (tc3::ascii::equal_lower(header_name, name)) return value;
        }
        return "";
    }
    std::string bytes() const {
        std::string text = request_line + "\r\n";
        for (const auto& [name, value] : headers) text.append(name).append(": ").append(value).append("\r\n");
        return text + "\r\n" + body;
    }
};

captured make_captured(const json& vector) {
    const json& input = vector.at("input");
    const json& expected = vector.at("expected");
    const json& token = input.at("token");
    captured request{.id = vector.at("id").get<std::string>(),
                     .request_line = expected.at("request_line").get<std::string>(),
                     .headers = {},
                     .body = expected.at("body").is_null() ? "" : vectors::bytes_of(expected.at("body")),
                     .secret_id = input.at("secret_id").get<std::string>(),
                     .secret_key = input.at("secret_key").get<std::string>(),
                     .token = token.is_null() ? "" : token.get<std::string>(),
                     .service = input.at("service").get<std::string>(),
                     .host = {}};
    for (const json& header : expected.at("headers")) {
        request.headers.emplace_back(header.at(0).get<std::string>(), header.at(1).get<std::string>());
    }
    for (char& c : request.service) c = tc3::ascii::to_lower(c);
    request.host = request.value_of("Host");
    request.timestamp = std::stoll(request.value_of("X-TC-Timestamp"));
    return request;
}

/// Returns the requests whose signature fits the bytes that were sent. Two others do not, because of defects of their SDKs.
const std::vector<captured>& captured_requests() {
    static const std::vector<captured> requests = [] {
        const auto vectors = vectors::load(support::repository_path("tests/vectors/public.json"), "tc3-vectors");
        REQUIRE_MESSAGE(vectors.has_value(), "define TC3_SOURCE_ROOT as the path of the repository");
        std::vector<captured> valid;
        for (const auto& vector : *vectors) {
            if (vector.at("kind") != "http" || !vector.at("expected").value("wire_signature_valid", false)) continue;
            valid.push_back(make_captured(vector));
        }
        return valid;
    }();
    return requests;
}

/// Returns whether the scope has its service in lower case, as the server expects. One SDK copies upper case from the host.
bool has_lower_case_service(const captured& request) {
    return request.value_of("Authorization").find("/" + request.service + "/tc3_request") != std::string::npos;
}

// ---- the service -----------------------------------------------------------------------------------------------------------------

/// An emulator that accepts one captured request, and optionally serves one more host.
template <class Policy>
struct accepting_service {
    std::int64_t clock;
    testing::emulator service;

    explicit accepting_service(const captured& request, const std::string& another_host = {})
        : clock(request.timestamp), service([this] { return tc3::unix_time{clock}; }, [] { return std::string(); }, Policy{}) {
        service.add_credential(request.secret_id, request.secret_key, request.token);
        service.add_host(request.host, request.service);
        if (!another_host.empty()) service.add_host(another_host, request.service);
        const std::string version = request.value_of("X-TC-Version");
        const std::string name = request.value_of("X-TC-Action");
        const tc3::action action{request.service, version, name, request.host, !request.value_of("X-TC-Region").empty()};
        service.serve(action, [](const testing::received_message&) { return std::string("{}"); });
        service.diagnose_rejections(false);  // too many wrong signatures
    }
    rejection rejection_of(const captured& request) {
        const auto response = service.receive(request.bytes());
        CHECK(tc3::parse_envelope(response).has_value() == service.last().accepted());
        return service.last().rejection;
    }
};

/// Changes the lowest bit of a byte.
void change(std::string& text, std::size_t position) {
    REQUIRE(position < text.size());
    text[position] = static_cast<char>(text[position] ^ 1);
}

/// Changes the byte after a marker.
void change_after(std::string& text, std::string_view marker) {
    const std::size_t position = text.find(marker);
    REQUIRE(position != std::string::npos);
    change(text, position + marker.size());
}

void replace(std::string& text, std::string_view from, std::string_view to) {
    const std::size_t position = text.find(from);
    REQUIRE(position != std::string::npos);
    text.replace(position, from.size(), to);
}

/// Returns requests with a changed body and the right Content-Length, each with the rejection that it gets.
std::vector<std::pair<captured, rejection>> with_other_bodies(const captured& request) {
    if (request.request_line.starts_with("GET")) return {};
    captured longer = request;
    longer.body += "x";
    longer.header("Content-Length") = std::to_string(longer.body.size());
    const bool is_unsigned = request.value_of("X-TC-Content-SHA256") == "UNSIGNED-PAYLOAD";
    std::vector<std::pair<captured, rejection>> requests;
    requests.emplace_back(longer, is_unsigned ? rejection::none : rejection::signature);
    for (const std::size_t position : {std::size_t{0}, request.body.size() / 2, request.body.size() - 1}) {
        if (request.body.empty()) break;
        captured changed = request;
        change(changed.body, position);
        requests.emplace_back(std::move(changed), is_unsigned ? rejection::none : rejection::signature);
    }
    return requests;
}

std::string& authorization(captured& request) { return request.header("Authorization"); }

/// Changes the digit of the signature that is `from_end` characters before its end.
void change_digit(captured& request, std::size_t from_end) {
    char& digit = authorization(request)[authorization(request).size() - from_end];
    digit = digit == '0' ? '1' : '0';
}

/// Changes the byte of the scope that is `from_end` bytes before "/tc3_request".
void change_scope(captured& request, std::size_t from_end) {
    change(authorization(request), authorization(request).find("/tc3_request") - from_end);
}

void capitalize(std::string& text, std::size_t from) {
    for (char& c : std::span(text).subspan(from)) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

void set_timestamp(captured& request, std::int64_t seconds) { request.header("X-TC-Timestamp") = std::to_string(seconds); }

void add_to_query(captured& request) {
    const bool has_query = request.request_line.find('?') != std::string::npos;
    replace(request.request_line, " HTTP", has_query ? "&a=b HTTP" : "?a=b HTTP");
}

/// A change to a request, and the rejection that it gets.
struct alteration {
    std::string_view name;
    void (*apply)(captured&);
    testing::rejection rejection;
};
constexpr alteration alterations[] = {
    {"algorithm", [](captured& r) { change_after(authorization(r), "TC3-HMAC-SHA"); }, rejection::malformed_authorization},
    {"key id", [](captured& r) { change_after(authorization(r), "Credential=AKID"); }, rejection::unknown_key_id},
    {"year of the scope", [](captured& r) { change_scope(r, r.service.size() + 1 + 7); }, rejection::scope_date},
    {"day of the scope", [](captured& r) { change_scope(r, r.service.size() + 1 + 1); }, rejection::scope_date},
    {"service of the scope", [](captured& r) { change_scope(r, 1); }, rejection::service},
    {"end of the scope", [](captured& r) { change_after(authorization(r), "/tc3_"); }, rejection::malformed_authorization},
    {"signed header renamed", [](captured& r) { change_after(authorization(r), "SignedHeaders="); }, rejection::missing_signed_header},
    {"signed header dropped", [](captured& r) { replace(authorization(r), "=content-type;", "="); }, rejection::missing_signed_header},
    {"signed header added", [](captured& r) { replace(authorization(r), ";host,", ";host;x-tc-action,"); }, rejection::signature},
    {"signed headers swapped", [](captured& r) { replace(authorization(r), "content-type;host", "host;content-type"); },
     rejection::missing_signed_header},
    {"signed header in capitals", [](captured& r) { replace(authorization(r), ";host,", ";Host,"); }, rejection::missing_signed_header},
    {"signed header without a name", [](captured& r) { replace(authorization(r), ";host,", ";host;,"); }, rejection::missing_signed_header},
    {"first digit of the signature", [](captured& r) { change_digit(r, 64); }, rejection::signature},
    {"last digit of the signature", [](captured& r) { change_digit(r, 1); }, rejection::signature},
    {"signature in capitals", [](captured& r) { capitalize(authorization(r), authorization(r).size() - 64); },
     rejection::malformed_authorization},
    {"signature cut short", [](captured& r) { authorization(r).pop_back(); }, rejection::malformed_authorization},
    {"text after the signature", [](captured& r) { authorization(r) += ", Timestamp=1"; }, rejection::malformed_authorization},
    {"content type", [](captured& r) { change_after(r.header("Content-Type"), "/"); }, rejection::signature},
    {"case of the content type", [](captured& r) { capitalize(r.header("Content-Type"), 0); }, rejection::signature},
    {"timestamp 301 s earlier", [](captured& r) { set_timestamp(r, r.timestamp - 301); }, rejection::skew},
    {"timestamp 301 s later", [](captured& r) { set_timestamp(r, r.timestamp + 301); }, rejection::skew},
    {"timestamp one second off, on the same day", [](captured& r) { set_timestamp(r, r.timestamp ^ 1); }, rejection::signature},
    {"timestamp in milliseconds", [](captured& r) { r.header("X-TC-Timestamp") += "000"; }, rejection::missing_timestamp},
    {"declared body", [](captured& r) { r.header("X-TC-Content-SHA256") = std::string(64, '0'); }, rejection::payload},
    {"query", add_to_query, rejection::signature},
    {"path", [](captured& r) { replace(r.request_line, " /", " /a"); }, rejection::signature},
    {"token", [](captured& r) { r.header("X-TC-Token") += "x"; }, rejection::token},
    {"action", [](captured& r) { r.header("X-TC-Action") += "x"; }, rejection::action},
    {"version", [](captured& r) { r.header("X-TC-Version") += "x"; }, rejection::version},
};

#if TC3_TESTS_HAVE_OPENSSL
#define TC3_TESTS_POLICIES tc3::crypto::builtin_policy, openssl_policy
#else
#define TC3_TESTS_POLICIES tc3::crypto::builtin_policy
#endif

}  // namespace

TEST_CASE("the captured requests are of all kinds") {
    int by_get = 0, multipart = 0, octets = 0, with_token = 0, body_unsigned = 0, in_capitals = 0;
    for (const captured& request : captured_requests()) {
        by_get += request.request_line.starts_with("GET");
        multipart += request.value_of("Content-Type").starts_with("multipart/form-data");
        octets += request.value_of("Content-Type").starts_with("application/octet-stream");
        with_token += !request.token.empty();
        body_unsigned += request.value_of("X-TC-Content-SHA256") == "UNSIGNED-PAYLOAD";
        in_capitals += !has_lower_case_service(request);
    }
    CHECK(captured_requests().size() >= 42);
    for (const int count : {by_get, multipart, octets, with_token, body_unsigned, in_capitals}) CHECK(count >= 1);
}

TEST_CASE_TEMPLATE("accepts a captured request at its own time and within five minutes of it", Policy, TC3_TESTS_POLICIES) {
    for (const captured& request : captured_requests()) {
        CAPTURE(request.id);
        const rejection expected = has_lower_case_service(request) ? rejection::none : rejection::service;
        accepting_service<Policy> server(request);
        for (const int difference : {-301, -300, 0, 300, 301}) {
            CAPTURE(difference);
            server.clock = request.timestamp + difference;
            CHECK(server.rejection_of(request) == (difference < -300 || difference > 300 ? rejection::skew : expected));
        }
    }
}

TEST_CASE_TEMPLATE("rejects a captured request that was changed, for the right reason", Policy, TC3_TESTS_POLICIES) {
    for (const captured& request : captured_requests()) {
        if (!has_lower_case_service(request)) continue;
        CAPTURE(request.id);
        accepting_service<Policy> server(request);
        for (const alteration& each : alterations) {
            CAPTURE(each.name);
            captured changed = request;
            each.apply(changed);
            CHECK(server.rejection_of(changed) == each.rejection);
        }
        CHECK(server.rejection_of(request) == rejection::none);
    }
}

TEST_CASE_TEMPLATE("rejects a captured request with another body unless the body was not signed", Policy, TC3_TESTS_POLICIES) {
    int accepted = 0;
    for (const captured& request : captured_requests()) {
        if (!has_lower_case_service(request)) continue;
        CAPTURE(request.id);
        accepting_service<Policy> server(request);
        for (const auto& [changed, expected] : with_other_bodies(request)) {
            CHECK(server.rejection_of(changed) == expected);
            accepted += expected == rejection::none;
        }
    }
    CHECK(accepted > 0);
}

TEST_CASE_TEMPLATE("rejects a captured request to another host, whether that host is served or not", Policy, TC3_TESTS_POLICIES) {
    for (const captured& request : captured_requests()) {
        if (!has_lower_case_service(request)) continue;
        CAPTURE(request.id);
        captured changed = request;
        change(changed.header("Host"), 0);
        CHECK(accepting_service<Policy>(request).rejection_of(changed) == rejection::host);
        CHECK(accepting_service<Policy>(request, changed.header("Host")).rejection_of(changed) == rejection::signature);
    }
}
