// SPDX-License-Identifier: MIT
// any_policy and policy_ref: a policy behind one type hashes and signs as the policy itself does.
#include "../../support/policies.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <string>
#include <type_traits>

using tc3::crypto::builtin_policy;
using tc3::signing::any_policy;
using tc3::signing::policy_ref;
namespace signing = tc3::signing;

namespace {

const std::array<tc3::http::header, 2> headers{{{"Content-Type", "application/json; charset=utf-8"}, {"Host", "cvm.tencentcloudapi.com"}}};
const signing::request_parts parts{.headers = headers};
const signing::request_to_sign request{parts, "cvm", {1551113065}, "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"};

// A policy without a state whose functions are const.
struct const_policy {
    static bool sha_256_begin() { return true; }
    static bool sha_256_update(tc3::bytes_view) { return true; }
    static bool sha_256_finish(tc3::crypto::sha_256_digest& digest) {
        digest = {};
        return true;
    }
};

tc3::crypto::sha_256_digest signature_with(const policy_ref& reference) {
    tc3::crypto::sha_256_digest signature{};
    reference.use([&](any_policy& policy) { CHECK(policy.sign_valid(signature, request)); });
    return signature;
}

}  // namespace

static_assert(tc3::crypto::sha_256_policy<any_policy> && !tc3::crypto::hmac_policy<any_policy>);
static_assert(std::is_convertible_v<builtin_policy&, policy_ref> && std::is_convertible_v<const const_policy&, policy_ref>);
static_assert(std::is_copy_constructible_v<policy_ref> && std::is_constructible_v<policy_ref, policy_ref&>);
static_assert(!std::is_copy_constructible_v<any_policy>);

TEST_CASE("a policy behind any_policy signs as the policy itself does") {
    builtin_policy builtin;
    const auto expected = signing::authorization(parts, "cvm", request.time, {"id", request.secret_key}, builtin);
    REQUIRE(expected);
    support::single_state_policy single_state;
    support::own_hmac_policy own_hmac;
    CHECK(signature_with(builtin) == expected->signature.bytes);
    CHECK(signature_with(single_state) == expected->signature.bytes);
    CHECK(signature_with(own_hmac) == expected->signature.bytes);
    CHECK(own_hmac.hmacs() == 4);
    CHECK(signature_with(policy_ref()) == expected->signature.bytes);
}

TEST_CASE("a policy behind any_policy hashes as the policy itself does, and reports each failure") {
    support::failing_policy counting(0);
    policy_ref(counting).use([](any_policy& policy) { CHECK(*signing::payload_hash("abc", policy) == *signing::payload_hash("abc")); });
    for (std::size_t call = 1; call <= counting.calls(); ++call) {
        support::failing_policy failing(call);
        policy_ref(failing).use([](any_policy& policy) { CHECK_FALSE(signing::payload_hash("abc", policy)); });
    }
    CHECK(counting.calls() == 3);
}

TEST_CASE("a copy of a policy_ref refers to the same policy, and a policy may be const") {
    support::own_hmac_policy policy;
    policy_ref original(policy);
    const policy_ref copy(original);
    signature_with(copy);
    CHECK(policy.hmacs() == 4);

    const const_policy zeros;
    policy_ref(zeros).use([](any_policy& any) { CHECK(*signing::payload_hash("abc", any) == tc3::crypto::sha_256_digest{}); });
}

TEST_CASE("an any_policy given as a policy keeps its HMAC") {
    support::own_hmac_policy own_hmac;
    policy_ref(own_hmac).use([](any_policy& policy) { signature_with(policy); });
    CHECK(own_hmac.hmacs() == 4);
}

TEST_CASE("signing fails with each call of the policy that fails") {
    tc3::crypto::sha_256_digest signature{};
    support::failing_policy counting(0);
    policy_ref(counting).use([&](any_policy& policy) { CHECK(policy.sign_valid(signature, request)); });
    CHECK(counting.calls() > 20);
    for (std::size_t call = 1; call <= counting.calls(); ++call) {
        support::failing_policy failing(call);
        policy_ref(failing).use([&](any_policy& policy) { CHECK_FALSE(policy.sign_valid(signature, request)); });
    }
}
