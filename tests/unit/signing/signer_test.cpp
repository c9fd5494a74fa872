// SPDX-License-Identifier: MIT
// Signers: what is one, the one with a secret key, and one that sits elsewhere.
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

signing::signing_request documented_get() {
    const signing::request_parts parts{
        .method = tc3::http::method::get, .query = "Limit=10&Offset=0", .headers = headers, .hashed_payload = *signing::payload_hash("")};
    return *signing::make_signing_request(parts, "cvm", {1539084154});
}

// A signing server: it sees the string to sign, returns text, and may refuse.
class remote_signer {
public:
    [[nodiscard]] std::string secret_id() const { return "AKIDremote"; }
    [[nodiscard]] tc3::result<signing::signature, tc3::error> sign(const signing::signing_request& request) {
        seen = request.string_to_sign.view();
        return signing::signature::from_hex(output);
    }

    std::string seen;
    std::string output;
};

struct without_sign {
    [[nodiscard]] std::string_view secret_id() const { return "id"; }
};
struct without_secret_id {
    tc3::result<signing::signature, tc3::error> sign(const signing::signing_request&) { return signing::signature{}; }
};
struct that_cannot_fail {
    [[nodiscard]] std::string_view secret_id() const { return "id"; }
    signing::signature sign(const signing::signing_request&) { return {}; }
};

}  // namespace

static_assert(signing::signer<signing::credential_signer<tc3::crypto::builtin_policy>>);
static_assert(signing::signer<signing::credential_signer<support::own_hmac_policy>&>);
static_assert(signing::signer<remote_signer>);
static_assert(!signing::signer<without_sign> && !signing::has_sign<without_sign>);
static_assert(!signing::signer<without_secret_id> && !signing::has_secret_id<without_secret_id>);
static_assert(!signing::signer<that_cannot_fail>, "a signer must be able to say that it failed");
static_assert(!signing::signer<int>);

TEST_CASE("a credential signs") {
    tc3::crypto::builtin_policy policy;
    signing::credential_signer signer(example, policy);
    CHECK(signer.secret_id() == example.secret_id);
    const auto made = signer.sign(documented_get());
    REQUIRE(made);
    CHECK(made->bytes == (*signing::signature::from_hex("5da7a33f6993f0614b047e5df4582db9e9bf4672ba50567dba16c6ccf174c474")).bytes);
}

TEST_CASE("a credential signs for the scope of each request") {
    tc3::crypto::builtin_policy policy;
    signing::credential_signer signer(example, policy);
    const signing::request_parts parts{.headers = headers};
    for (const std::string_view service : {"cvm", "cbs"}) {
        for (const std::int64_t seconds : {0, 86400}) {
            const auto request = signing::make_signing_request(parts, service, {seconds});
            const auto key = signing::derive_signing_key(example, request->scope);
            CHECK((*signer.sign(*request)).bytes == (*signing::sign(*key, request->string_to_sign.view())).bytes);
        }
    }
}

TEST_CASE("a credential without a usable key signs nothing") {
    tc3::crypto::builtin_policy policy;
    signing::credential_signer signer({"id", "key\n"}, policy);
    const auto made = signer.sign(documented_get());
    REQUIRE_FALSE(made);
    CHECK(made.error() == tc3::error{.code = errc::untrimmed, .part = "secret key"});
}

TEST_CASE("a credential on a failing engine signs nothing, at whichever call it fails") {
    const signing::signing_request request = documented_get();
    support::failing_policy counting(0);
    REQUIRE(signing::credential_signer(example, counting).sign(request));
    for (std::size_t call = 1; call <= counting.calls(); ++call) {
        support::failing_policy policy(call);
        const auto made = signing::credential_signer(example, policy).sign(request);
        REQUIRE_FALSE(made);
        CHECK(made.error().code == errc::crypto_failed);
    }
}

TEST_CASE("a signer elsewhere sees the string to sign and its answer is attached") {
    remote_signer remote;
    remote.output = std::string(64, '0');
    const signing::signing_request request = documented_get();
    const auto made = remote.sign(request);
    REQUIRE(made);
    CHECK(remote.seen == request.string_to_sign.view());
    const auto value = signing::make_authorization(request, remote.secret_id(), *made);
    REQUIRE(value);
}

TEST_CASE("what is not a signature is refused, and the fault names the part") {
    remote_signer remote;
    const signing::signing_request request = documented_get();
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
        const auto made = remote.sign(request);
        REQUIRE_FALSE(made);
        CHECK(made.error() == tc3::error{.code = errc::malformed, .part = "signature"});
    }
    std::string words;
    tc3::write_error(words, remote.sign(request).error());
    CHECK(words == "signature is malformed");
}

TEST_CASE("a request with a signer that returns 63 digits is not made, and the failure names the part") {
    remote_signer remote;
    remote.output = std::string(63, '0');
    const tc3::client_profile_view profile{.credential = {.secret_id = "AKIDremote"}, .region = "ap-singapore"};
    const auto made = tc3::make_request(tc3::faceid::apply_liveness_token{}, profile, {1551113065}, {}, remote);
    REQUIRE_FALSE(made);
    CHECK(made.error().stage == tc3::stage::request);
    CHECK(tc3::to_string(made.error()).find("signature is malformed") != std::string::npos);
}
