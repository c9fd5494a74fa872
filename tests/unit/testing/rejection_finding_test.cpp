// SPDX-License-Identifier: MIT
// What the emulator keeps of a signed request, and what its message says of one that it rejects: the doctor's finding, and no secret.
#include <tc3/signing/diagnose.hpp>
#include <tc3/tc3.hpp>
#include <tc3/testing.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>

namespace faceid = tc3::faceid;
using tc3::signing::cause;
using tc3::testing::rejection;

namespace {

constexpr tc3::unix_time now{1700000000};
constexpr std::string_view id = "AKIDexample";
constexpr std::string_view key = "key-of-the-first";
constexpr std::string_view temporary_id = "AKIDtemporary";
constexpr std::string_view temporary_key = "key-of-the-second";
constexpr std::string_view token = "token-of-the-second";

std::string replaced(std::string text, std::string_view before, std::string_view after) {
    const std::size_t position = text.find(before);
    REQUIRE(position != std::string::npos);
    return text.replace(position, before.size(), after);
}

struct emulated_service {
    tc3::unix_time clock = now;
    tc3::testing::emulator service{[this] { return clock; }, [] { return std::string("token"); }};

    emulated_service() {
        service.add_credential(id, key);
        service.add_credential(temporary_id, temporary_key, token);
        service.add_host("gateway.example", "faceid");
        serve_faceid(service);
    }
    /// Returns the bytes of a signed request.
    [[nodiscard]] static std::string request(const tc3::client_profile_view& profile, const tc3::request_options& options = {}) {
        const auto request = tc3::make_request(faceid::apply_liveness_token{.secure_level = "4"}, profile, now, options);
        REQUIRE(request);
        std::string raw;
        tc3::http::write_head(raw, request->view());
        return raw.append(request->view().body);
    }
    /// Returns the message of the error that a request gets; empty for an output.
    std::string message(const std::string& raw) {
        const auto output = tc3::parse_response<faceid::apply_liveness_token>(service.receive(raw));
        return output ? std::string() : output.error().message;
    }
    [[nodiscard]] std::optional<cause> found() const {
        const auto& finding = service.last().finding;
        return finding ? std::optional(finding->cause) : std::nullopt;
    }
};

const tc3::client_profile_view profile{.credential = {id, key}, .region = "ap-singapore"};
tc3::client_profile_view with_credential(const tc3::credential_view& credential) {
    tc3::client_profile_view other = profile;
    other.credential = credential;
    return other;
}

tc3::client_profile_view with_host(std::string_view host) {
    tc3::client_profile_view other = profile;
    other.host = host;
    return other;
}

/// Returns a request that is right.
std::string right() { return emulated_service::request(profile); }

constexpr std::string_view wrong_signature =
    "the signature is not that of this request: key, method, path, query, a signed header or body differ. ";

}  // namespace

TEST_CASE("the message and last() have the cause of a wrong signature") {
    struct {
        std::string request;
        cause expected;
        std::string_view finding;
    } const cases[] = {
        {replaced(right(), "application/json", "application/json; charset=utf-8"), cause::content_type,
         "Another Content-Type was signed than sent: with Content-Type `application/json` the signature fits"},
        {replaced(emulated_service::request(profile, {.content_type = "application/json; charset=utf-8"}), "; charset=utf-8", ""),
         cause::content_type,
         "Another Content-Type was signed than sent: with Content-Type `application/json; charset=utf-8` the signature fits"},
        {replaced(right(), "faceid.intl.tencentcloudapi.com", "faceid.intl.tencentcloudapi.com:8443"), cause::host,
         "Another Host was signed than sent: with Host `faceid.intl.tencentcloudapi.com` the signature fits"},
        {replaced(emulated_service::request(with_host("faceid.intl.tencentcloudapi.com:443")), ":443", ""), cause::host,
         "Another Host was signed than sent: with Host `faceid.intl.tencentcloudapi.com:443` the signature fits"},
        {replaced(emulated_service::request(with_host("gateway.example")), "gateway.example", "faceid.intl.tencentcloudapi.com"),
         cause::host, "Another Host was signed than sent: with Host `gateway.example` the signature fits"},
        {emulated_service::request(with_credential({id, temporary_key})), cause::key_of_other_credential,
         "The secret key is that of another credential than the secret id: with the secret key of another credential the signature fits"},
        {replaced(right(), "\"SecureLevel\":\"4\"", "\"SecureLevel\":\"3\""), cause::unknown,
         "The signature does not fit, and no change that is known explains it: the key is wrong, or the request was changed in another "
         "way"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.finding);
        emulated_service emulated;
        CHECK(emulated.message(each.request) == std::string(wrong_signature).append(each.finding));
        CHECK(emulated.service.last().rejection == rejection::signature);
        CHECK(emulated.found() == each.expected);
    }
}

TEST_CASE("other rejections of a signed request have a cause, too") {
    const std::string late = "AuthFailure.SignatureExpire";
    struct {
        std::string request;
        rejection reason;
        cause expected;
        std::string_view finding;
    } const cases[] = {
        {replaced(right(), "X-TC-Timestamp: 1700000000", "X-TC-Timestamp: 1700000000000"), rejection::missing_timestamp,
         cause::timestamp_unit, "The timestamp is not a whole number of seconds: `1700000000000`"},
        {replaced(right(), "2023-11-14/", "2023-11-15/"), rejection::scope_date, cause::date_of_local_time,
         "The date is that of a local time (likely): `2023-11-15` in place of `2023-11-14`"},
        {replaced(right(), "/faceid/", "/Faceid/"), rejection::service, cause::service,
         "The service of the scope or of the key is wrong: `Faceid`"},
        {replaced(right(), "/faceid/", "/cvm/"), rejection::service, cause::service,
         "The service of the scope or of the key is wrong: `cvm` in place of `faceid`"},
        {replaced(right(), "TC3-HMAC-SHA256", "TC3-HMAC-SHA1"), rejection::malformed_authorization, cause::algorithm_name,
         "The name of the algorithm is wrong: `TC3-HMAC-SHA1` in place of `TC3-HMAC-SHA256`"},
        {replaced(right(), "content-type;host", "content-type;host;x-a"), rejection::missing_signed_header, cause::header_removed,
         "A signed header was not sent: `x-a`"},
        {replaced(right(), "Authorization", "X-Authorization"), rejection::malformed_authorization, cause::authorization_form,
         "The Authorization header has the wrong form: the request has no Authorization header"},
        {emulated_service::request(with_credential({temporary_id, temporary_key})), rejection::missing_token, cause::token_missing,
         "Temporary keys were used without their token: the credential has a token, and the request has no X-TC-Token"},
        {emulated_service::request(with_credential({temporary_id, temporary_key, "another"})), rejection::token, cause::token_differs,
         "The token is not that of the keys, or has expired: X-TC-Token is not the token of the credential"},
        {emulated_service::request(with_credential({id, key, token})), rejection::token, cause::token_unexpected,
         "A token was sent with permanent keys: the credential has no token, and the request has X-TC-Token"},
        {replaced(right(), id, key), rejection::unknown_key_id, cause::key_swapped,
         "The secret id and the secret key are exchanged: the Authorization header has the secret key as the secret id"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.finding);
        emulated_service emulated;
        CHECK(emulated.message(each.request) == std::string(describe(each.reason)).append(". ").append(each.finding));
        CHECK(emulated.service.last().rejection == each.reason);
        CHECK(emulated.found() == each.expected);
    }
}

TEST_CASE("the message of an expired signature has the server time and the deviation of the clock") {
    emulated_service emulated;
    emulated.clock.seconds += 400;
    CHECK(emulated.message(right()).ends_with(
        " and the server time 1700000400. The time of the request is more than five minutes from that of the service: the clock is 400 "
        "seconds slow"));
    CHECK(emulated.found() == cause::clock);
}

TEST_CASE("an unknown secret id has no other cause") {
    emulated_service emulated;
    CHECK(emulated.message(emulated_service::request(with_credential({"AKIDunknown", key}))) == "the SecretId is not found");
    CHECK(emulated.found() == cause::secret_id_unknown);
    CHECK(emulated.message(replaced(replaced(right(), id, "AKIDunknown"), "TC3-HMAC-SHA256", "TC3-HMAC-SHA1")) ==
          describe(rejection::malformed_authorization));
    CHECK_FALSE(emulated.found());
}

TEST_CASE("the doctor can be switched off") {
    emulated_service emulated;
    emulated.service.diagnose_rejections(false);
    CHECK(emulated.message(replaced(right(), "application/json", "text/plain")) == describe(rejection::signature));
    CHECK_FALSE(emulated.found());
    emulated.service.diagnose_rejections(true);
    CHECK(emulated.message(replaced(right(), "application/json", "text/plain")) != describe(rejection::signature));
    CHECK(emulated.found() == cause::content_type);
}

TEST_CASE("no message has a secret or a signature") {
    const std::string swapped = replaced(right(), id, key);
    for (const std::string& raw : {emulated_service::request(with_credential({id, temporary_key})), swapped,
                                   emulated_service::request(with_credential({temporary_id, temporary_key, "another"}))}) {
        emulated_service emulated;
        const std::string message = emulated.message(raw);
        REQUIRE(message != "");
        const auto& last = emulated.service.last();
        for (const std::string_view secret : {key, temporary_key, token, std::string_view(raw).substr(raw.find("Signature=") + 10, 64)}) {
            CHECK(message.find(secret) == std::string::npos);
            CHECK(last.canonical_request.find(secret) == std::string::npos);
            CHECK(last.string_to_sign.find(secret) == std::string::npos);
        }
    }
}

TEST_CASE("last() has the texts that the emulator signed, also those of a request that it accepts") {
    emulated_service emulated;
    const std::string string_to_sign = "TC3-HMAC-SHA256\n1700000000\n2023-11-14/faceid/tc3_request\n";
    const std::string_view canonical_request = "POST\n/\n\ncontent-type:application/json\nhost:faceid.intl.tencentcloudapi.com\n";
    CHECK(emulated.message(right()) == "");
    CHECK(emulated.service.last().accepted());
    CHECK_FALSE(emulated.found());
    CHECK(emulated.service.last().canonical_request.starts_with(canonical_request));
    const std::string signed_text = emulated.service.last().string_to_sign;
    CHECK(signed_text.starts_with(string_to_sign));

    CHECK(emulated.message(replaced(right(), "\"4\"", "\"3\"")) != "");
    CHECK(emulated.service.last().canonical_request.starts_with(canonical_request));
    CHECK(emulated.service.last().string_to_sign.starts_with(string_to_sign));
    CHECK(emulated.service.last().string_to_sign != signed_text);
    CHECK(emulated.found());

    CHECK(emulated.message(replaced(right(), "Authorization", "X-Authorization")) != "");
    CHECK(emulated.service.last().canonical_request == "");
    CHECK(emulated.service.last().string_to_sign == "");
}

TEST_CASE("a program that signs the type of its HTTP library is served") {
    emulated_service emulated;
    const tc3::request_options options{.content_type = tc3::json_utf8_content_type};
    CHECK(tc3::call(emulated.service, faceid::apply_liveness_token{.secure_level = "4"}, profile, now, options));
}
