// SPDX-License-Identifier: MIT
// Signers: the concept, a signer with a secret key, one with a signing key that is kept, and a remote one.
#include "../../support/policies.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

using tc3::errc;
using tc3::http::header;
namespace signing = tc3::signing;

namespace {

constexpr tc3::credential_view example{"AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"};
constexpr std::array<header, 2> headers{{{"Content-Type", "application/x-www-form-urlencoded"}, {"Host", "cvm.tencentcloudapi.com"}}};

signing::signer_input documented_get() {
    const signing::request_parts parts{
        .method = tc3::http::method::get, .query = "Limit=10&Offset=0", .headers = headers, .hashed_payload = *signing::payload_hash("")};
    return *signing::make_signer_input(parts, "cvm", {1539084154});
}

// A signing server that receives the string to sign and returns text.
class remote_signer {
public:
    [[nodiscard]] std::string_view secret_id() const { return "AKIDremote"; }
    [[nodiscard]] tc3::result<signing::signature, tc3::error> sign(const signing::signer_input& request) {
        received = request.string_to_sign.view();
        return signing::signature::from_hex(output);
    }

    std::string received;
    std::string output;
};

// The example of signer.hpp: the program keeps the signing key.
struct kept_key_signer {
    std::string_view id;
    const signing::signing_key& key;

    [[nodiscard]] std::string_view secret_id() const { return id; }
    [[nodiscard]] tc3::result<signing::signature, tc3::error> sign(const signing::signer_input& request) const {
        return signing::sign(key, request);
    }
};

struct without_sign {
    [[nodiscard]] std::string_view secret_id() const { return "id"; }
};
struct without_secret_id {
    tc3::result<signing::signature, tc3::error> sign(const signing::signer_input&) { return signing::signature{}; }
};
struct with_dying_id : without_secret_id {
    [[nodiscard]] std::string secret_id() const { return "id"; }
};
struct without_errors {
    [[nodiscard]] std::string_view secret_id() const { return "id"; }
    signing::signature sign(const signing::signer_input&) { return {}; }
};

}  // namespace

static_assert(signing::signer<signing::credential_signer<tc3::crypto::builtin_policy>>);
static_assert(signing::signer<signing::credential_signer<support::own_hmac_policy>&>);
static_assert(signing::signer<remote_signer> && signing::signer<kept_key_signer>);
static_assert(!signing::signer<without_sign> && !signing::has_sign<without_sign>);
static_assert(!signing::signer<without_secret_id> && !signing::has_secret_id<without_secret_id>);
static_assert(!signing::signer<with_dying_id>, "secret_id() must return a view");
static_assert(!signing::signer<without_errors>, "sign() must return a result");
static_assert(!signing::signer<int>);

TEST_CASE("credential_signer signs the documented request") {
    tc3::crypto::builtin_policy policy;
    signing::credential_signer signer(example, policy);
    CHECK(signer.secret_id() == example.secret_id);
    const auto signature = signer.sign(documented_get());
    REQUIRE(signature);
    CHECK(signature->bytes == (*signing::signature::from_hex("5da7a33f6993f0614b047e5df4582db9e9bf4672ba50567dba16c6ccf174c474")).bytes);
}

TEST_CASE("credential_signer signs for the day and service of each request") {
    tc3::crypto::builtin_policy policy;
    signing::credential_signer signer(example, policy);
    const signing::request_parts parts{.headers = headers};
    for (const std::string_view service : {"cvm", "cbs"}) {
        for (const std::int64_t seconds : {0, 86400}) {
            const auto request = signing::make_signer_input(parts, service, {seconds});
            const auto key = signing::derive_signing_key(example, request->scope);
            CHECK((*signer.sign(*request)).bytes == (*signing::sign(*key, request->string_to_sign.view())).bytes);
        }
    }
}

TEST_CASE("credential_signer rejects a secret key with a line end") {
    tc3::crypto::builtin_policy policy;
    signing::credential_signer signer({"id", "key\n"}, policy);
    const auto signature = signer.sign(documented_get());
    REQUIRE_FALSE(signature);
    CHECK(signature.error() == tc3::error{.code = errc::untrimmed, .part = "secret key", .position = 3});
}

TEST_CASE("credential_signer returns crypto_failed if the policy fails at any call") {
    const signing::signer_input request = documented_get();
    support::failing_policy counting(0);
    REQUIRE(signing::credential_signer(example, counting).sign(request));
    for (std::size_t call = 1; call <= counting.calls(); ++call) {
        support::failing_policy policy(call);
        const auto signature = signing::credential_signer(example, policy).sign(request);
        REQUIRE_FALSE(signature);
        CHECK(signature.error().code == errc::crypto_failed);
    }
}

TEST_CASE("a remote signer receives the string to sign, and its signature goes into the header") {
    remote_signer remote;
    remote.output = std::string(64, '0');
    const signing::signer_input request = documented_get();
    const auto signature = remote.sign(request);
    REQUIRE(signature);
    CHECK(remote.received == request.string_to_sign.view());
    const auto value = signing::make_authorization(request, remote.secret_id(), *signature);
    REQUIRE(value);
}

TEST_CASE("from_hex rejects what is not a signature") {
    remote_signer remote;
    const signing::signer_input request = documented_get();
    for (const std::string& output : {
             std::string(),
             std::string(63, '0'),
             std::string(65, '0'),
             std::string(128, '0'),
             std::string(63, '0') + "\n",
             std::string(63, '0') + "g",
             std::string(64, 'A'),
             "0x" + std::string(62, '0'),
             std::string(64, '\0'),
             std::string("<html>502</html>"),
         }) {
        remote.output = output;
        const auto signature = remote.sign(request);
        REQUIRE_FALSE(signature);
        CHECK(signature.error() == tc3::error{.code = errc::malformed, .part = "signature"});
    }
    std::string message;
    tc3::write_error(message, remote.sign(request).error());
    CHECK(message == "signature is malformed");
}

TEST_CASE("make_request reports the error of its signer") {
    remote_signer remote;
    remote.output = std::string(63, '0');
    const tc3::client_profile_view profile{.credential = {.secret_id = "AKIDremote"}, .region = "ap-singapore"};
    const auto http_request = tc3::make_request(tc3::faceid::apply_liveness_token{}, profile, {1551113065}, {.signer = remote});
    REQUIRE_FALSE(http_request);
    CHECK(http_request.error().stage == tc3::stage::request);
    CHECK(tc3::to_string(http_request.error()).find("signature is malformed") != std::string::npos);
}

TEST_CASE("make_request with a signing key that is kept gives the request that the secret key gives") {
    const tc3::unix_time now{1551113065};
    const auto key = signing::derive_signing_key(example, *signing::credential_scope::make("faceid", now));
    REQUIRE(key);
    const tc3::client_profile_view profile{.credential = example, .region = "ap-singapore"};
    const tc3::client_profile_view keyless{.credential = {.secret_id = example.secret_id}, .region = "ap-singapore"};
    const tc3::faceid::apply_liveness_token input;

    const kept_key_signer signer{example.secret_id, *key};
    const auto with_kept_key = tc3::make_request(input, keyless, now, {.signer = signer});
    const auto with_secret_key = tc3::make_request(input, profile, now);
    REQUIRE(with_kept_key);
    CHECK(with_kept_key->view().headers.value_of("Authorization") == with_secret_key->view().headers.value_of("Authorization"));

    const tc3::unix_time next_day{now.seconds + 86400};
    const auto rejected = tc3::make_request(input, keyless, next_day, {.signer = signer});
    REQUIRE_FALSE(rejected);
    CHECK(tc3::to_string(rejected.error()).find("does not fit the day and service of the signing key") != std::string::npos);
}
