// SPDX-License-Identifier: MIT
// PSA: the policy and the signers keep their contracts, and the keys cannot be exported.
#include "../../contract/policy_contract.hpp"
#include "../../contract/report.hpp"
#include "../../contract/signer_contract.hpp"
#include "../../support/memory.hpp"
#include <tc3/adapters/psa.hpp>
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

using tc3::errc;
using tc3::error;
using tc3::adapters::psa_deriving_signer;
using tc3::adapters::psa_policy;
using tc3::adapters::psa_signer;
namespace signing = tc3::signing;

static_assert(tc3::crypto::sha_256_policy<psa_policy>);
static_assert(!std::is_copy_constructible_v<psa_policy> && !std::is_move_constructible_v<psa_policy>);
static_assert(signing::signer<psa_signer> && signing::signer<psa_deriving_signer>);
static_assert(noexcept(std::declval<psa_policy&>().sha_256_begin()));

namespace {

constexpr std::string_view secret_id = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE";
constexpr contract::signer_facts facts{"Gu5t9xGARNpq86cd98joQYCN3EXAMPLE", "faceid", {1551113065}};

const psa_status_t initialised = psa_crypto_init();

// A key slot as provisioning makes it: the key can be imported, but not exported.
class slot {
public:
    explicit slot(tc3::bytes_view key, psa_key_usage_t usage = PSA_KEY_USAGE_SIGN_MESSAGE) {
        psa_key_attributes_t attributes = psa_key_attributes_init();
        psa_set_key_type(&attributes, PSA_KEY_TYPE_HMAC);
        psa_set_key_algorithm(&attributes, PSA_ALG_HMAC(PSA_ALG_SHA_256));
        psa_set_key_usage_flags(&attributes, usage);
        REQUIRE(initialised == PSA_SUCCESS);
        REQUIRE(psa_import_key(&attributes, key.data(), key.size(), &id_) == PSA_SUCCESS);
    }
    slot(const slot&) = delete;
    slot& operator=(const slot&) = delete;
    ~slot() { psa_destroy_key(id_); }

    [[nodiscard]] psa_key_id_t id() const { return id_; }

private:
    psa_key_id_t id_ = 0;
};

signing::credential_scope scope() { return *signing::credential_scope::make(facts.service, facts.time); }
tc3::crypto::sha_256_digest key_of_the_day() {
    const auto key = signing::derive_signing_key({secret_id, facts.secret_key}, scope());
    return key->bytes();
}
std::string key_of_the_root() { return "TC3" + std::string(facts.secret_key); }

template <class Signer>
std::string broken_rules(Signer& signer) {
    contract::report report;
    contract::signer_contract(signer, facts, report);
    return report.tried() == 0 ? "no rule was tried" : report.broken();
}
template <class Signer>
std::string broken_rules_without_key(Signer& signer) {
    contract::report report;
    contract::broken_signer_contract(signer, report);
    return report.tried() == 0 ? "no rule was tried" : report.broken();
}

}  // namespace

TEST_CASE("psa_policy keeps the contract of policies") {
    psa_policy policy;
    contract::report report;
    contract::policy_contract(policy, report);
    CHECK(report.broken() == "");
    CHECK(report.passed());
    CHECK(policy.last_error() == PSA_SUCCESS);
}

TEST_CASE("psa_policy reports a status for calls without an open hash") {
    psa_policy policy;
    tc3::crypto::sha_256_digest digest{};
    CHECK_FALSE(policy.sha_256_update(tc3::as_bytes("abc")));
    CHECK(policy.last_error() == PSA_ERROR_BAD_STATE);
    CHECK_FALSE(policy.sha_256_finish(digest));
    REQUIRE(policy.sha_256_begin());
    CHECK(policy.last_error() == PSA_SUCCESS);
}

TEST_CASE("psa_policy wipes a text at the end of its hash and in the destructor") {
    const std::string_view text = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE";
    support::watched_memory<psa_policy> memory;
    psa_policy& policy = memory.make();
    tc3::crypto::sha_256_digest digest{};
    REQUIRE(policy.sha_256_begin());
    REQUIRE(policy.sha_256_update(tc3::as_bytes(text)));
    CHECK(memory.bytes().find(text) != std::string::npos);
    REQUIRE(policy.sha_256_finish(digest));
    CHECK(memory.bytes().find_first_not_of('\0') == std::string::npos);

    REQUIRE(policy.sha_256_begin());
    REQUIRE(policy.sha_256_update(tc3::as_bytes(text)));
    policy.~psa_policy();
    CHECK(memory.bytes().find(text) == std::string::npos);
}

TEST_CASE("psa_signer keeps the contract of signers") {
    const slot key(key_of_the_day());
    psa_signer signer(secret_id, key.id(), scope());
    CHECK(signer.secret_id() == secret_id);
    CHECK(broken_rules(signer) == "");
}

TEST_CASE("psa_deriving_signer keeps the contract of signers, for any day and service") {
    const std::string root = key_of_the_root();
    const slot key(tc3::as_bytes(root));
    psa_deriving_signer signer(secret_id, key.id());
    CHECK(signer.secret_id() == secret_id);
    CHECK(broken_rules(signer) == "");

    const auto request = contract::request_to_sign("{}", "cvm", {1539084154});
    const auto key_of_scope = signing::derive_signing_key({secret_id, facts.secret_key}, request.scope);
    CHECK((*signer.sign(request)).bytes == (*signing::sign(*key_of_scope, request)).bytes);
}

TEST_CASE("psa_signer rejects other days and services") {
    const slot key(key_of_the_day());
    psa_signer signer(secret_id, key.id(), scope());
    const auto tomorrow = contract::request_to_sign("{}", facts.service, {facts.time.seconds + 86400});
    CHECK(signer.sign(tomorrow).error() == error{.code = errc::wrong_scope, .part = "timestamp"});
    const auto other_service = contract::request_to_sign("{}", "cvm", facts.time);
    CHECK(signer.sign(other_service).error() == error{.code = errc::wrong_scope, .part = "service"});
}

TEST_CASE("the signers return signer_failed and the status of PSA") {
    const auto request = contract::request_to_sign("{}", facts.service, facts.time);
    const error failed{.code = errc::signer_failed, .part = "signature"};
    const slot may_not_sign(key_of_the_day(), PSA_KEY_USAGE_EXPORT);
    psa_key_id_t destroyed = 0;
    {
        const slot gone(key_of_the_day());
        destroyed = gone.id();
    }
    for (const psa_key_id_t id : {psa_key_id_t{0}, destroyed, may_not_sign.id()}) {
        psa_signer of_the_day(secret_id, id, scope());
        CHECK(of_the_day.sign(request).error() == failed);
        CHECK(of_the_day.last_error() == (id == may_not_sign.id() ? PSA_ERROR_NOT_PERMITTED : PSA_ERROR_INVALID_HANDLE));
        CHECK(broken_rules_without_key(of_the_day) == "");

        psa_deriving_signer deriving(secret_id, id);
        CHECK(deriving.sign(request).error() == failed);
        CHECK(deriving.last_error() == of_the_day.last_error());
        CHECK(broken_rules_without_key(deriving) == "");
    }
}

TEST_CASE("a key that signs cannot be exported") {
    const slot key(key_of_the_day());
    std::uint8_t memory[64] = {};
    std::size_t size = 0;
    CHECK(psa_export_key(key.id(), memory, sizeof memory, &size) == PSA_ERROR_NOT_PERMITTED);
}

TEST_CASE("make_request signs without a key in the program") {
    const slot key(key_of_the_day());
    psa_signer signer(secret_id, key.id(), scope());
    psa_policy policy;
    const tc3::client_profile_view keyless{.credential = {.secret_id = secret_id}, .region = "ap-singapore"};
    const tc3::client_profile_view with_key{.credential = {secret_id, facts.secret_key}, .region = "ap-singapore"};
    const tc3::faceid::apply_liveness_token input;
    const auto request = tc3::make_request(input, keyless, facts.time, {.hash = policy, .signer = signer});
    const auto expected = tc3::make_request(input, with_key, facts.time);
    REQUIRE(request);
    CHECK(request->view().headers.value_of("Authorization") == expected->view().headers.value_of("Authorization"));
}
