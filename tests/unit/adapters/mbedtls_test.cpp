// SPDX-License-Identifier: MIT
// The policy on Mbed TLS: it keeps the contract and wipes its state.
#include "../../contract/policy_contract.hpp"
#include "../../contract/report.hpp"
#include "../../support/memory.hpp"
#include <tc3/adapters/mbedtls.hpp>
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

using tc3::adapters::mbedtls_policy;

static_assert(tc3::crypto::sha_256_policy<mbedtls_policy>);
static_assert(!tc3::crypto::hmac_policy<mbedtls_policy>, "mbedtls_md_hmac allocates");
static_assert(!std::is_copy_constructible_v<mbedtls_policy> && !std::is_move_constructible_v<mbedtls_policy>);
static_assert(noexcept(std::declval<mbedtls_policy&>().sha_256_begin()));

TEST_CASE("mbedtls_policy keeps the contract of policies") {
    mbedtls_policy policy;
    contract::report report;
    contract::policy_contract(policy, report);
    CHECK(report.broken() == "");
    CHECK(report.passed());
    CHECK(policy.last_error() == 0);
}

TEST_CASE("mbedtls_policy reports a code for calls without an open hash") {
    mbedtls_policy policy;
    tc3::crypto::sha_256_digest digest{};
    CHECK_FALSE(policy.sha_256_update(tc3::as_bytes("abc")));
    CHECK(policy.last_error() == MBEDTLS_ERR_SHA256_BAD_INPUT_DATA);
    CHECK_FALSE(policy.sha_256_finish(digest));
    CHECK(digest == tc3::crypto::sha_256_digest{});
    REQUIRE(policy.sha_256_begin());
    CHECK(policy.last_error() == 0);
}

TEST_CASE("mbedtls_policy wipes a text at the end of its hash, at the next hash and in the destructor") {
    const std::string_view text = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE";
    support::watched_memory<mbedtls_policy> memory;
    mbedtls_policy& policy = memory.make();
    tc3::crypto::sha_256_digest digest{};
    REQUIRE(policy.sha_256_begin());
    REQUIRE(policy.sha_256_update(tc3::as_bytes(text)));
    CHECK(memory.bytes().find(text) != std::string::npos);
    REQUIRE(policy.sha_256_finish(digest));
    CHECK(memory.bytes().find_first_not_of('\0') == std::string::npos);

    REQUIRE(policy.sha_256_begin());
    REQUIRE(policy.sha_256_update(tc3::as_bytes(text)));
    REQUIRE(policy.sha_256_begin());
    CHECK(memory.bytes().find(text) == std::string::npos);

    REQUIRE(policy.sha_256_update(tc3::as_bytes(text)));
    policy.~mbedtls_policy();
    CHECK(memory.bytes().find(text) == std::string::npos);
}
