// SPDX-License-Identifier: MIT
// The policy on OpenSSL: it keeps the contract, and it is unavailable if OpenSSL has no SHA-256.
#include "../../contract/policy_contract.hpp"
#include "../../contract/report.hpp"
#include "../../support/hex.hpp"
#include <tc3/adapters/openssl.hpp>
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>
#include <openssl/core.h>
#include <openssl/core_dispatch.h>
#include <openssl/err.h>
#include <openssl/provider.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

using tc3::adapters::openssl_policy;

static_assert(tc3::crypto::hmac_policy<openssl_policy>);
static_assert(!std::is_copy_constructible_v<openssl_policy> && !std::is_copy_assignable_v<openssl_policy>);
static_assert(std::is_nothrow_move_constructible_v<openssl_policy> && std::is_nothrow_move_assignable_v<openssl_policy>);
static_assert(noexcept(std::declval<openssl_policy&>().sha_256_begin()));
static_assert(!std::is_convertible_v<openssl_policy, int>);

namespace {

constexpr std::string_view abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

std::string hash(std::string_view text, openssl_policy& policy) {
    const auto digest = tc3::crypto::sha_256_of(text, policy);
    return digest ? support::hex(*digest) : "failed";
}

std::string broken_rules(openssl_policy& policy) {
    contract::report report;
    contract::policy_contract(policy, report);
    return report.tried() == 0 ? "no rule was tried" : report.broken();
}

std::string broken_rules_without_hash(openssl_policy& policy) {
    contract::report report;
    contract::broken_policy_contract(policy, report);
    return report.tried() == 0 ? "no rule was tried" : report.broken();
}

// A library context with one provider.
class context {
public:
    explicit context(const char* provider) : library_(OSSL_LIB_CTX_new()), provider_(OSSL_PROVIDER_load(library_.get(), provider)) {}
    [[nodiscard]] OSSL_LIB_CTX* get() const { return library_.get(); }
    [[nodiscard]] const OSSL_PROVIDER* provider() const { return provider_.get(); }

private:
    struct free_with_openssl {
        void operator()(OSSL_LIB_CTX* library) const { OSSL_LIB_CTX_free(library); }
        void operator()(OSSL_PROVIDER* provider) const { OSSL_PROVIDER_unload(provider); }
    };
    std::unique_ptr<OSSL_LIB_CTX, free_with_openssl> library_;
    std::unique_ptr<OSSL_PROVIDER, free_with_openssl> provider_;
};

// A provider that offers the SHA-256 and the HMAC of another provider under its own properties. Its hash fails while `update_fails`.
const OSSL_PROVIDER* original = nullptr;
OSSL_FUNC_digest_update_fn* original_update = nullptr;
bool update_fails = false;
constexpr int reason = 7;

int update_or_fail(void* hash, const unsigned char* bytes, std::size_t size) {
    if (!update_fails) return original_update(hash, bytes, size);
    ERR_raise(ERR_LIB_USER, reason);
    return 0;
}

std::vector<OSSL_DISPATCH> with_update_or_fail(const OSSL_DISPATCH* functions) {
    std::vector<OSSL_DISPATCH> changed;
    for (; functions->function_id != 0; ++functions) {
        changed.push_back(*functions);
        if (functions->function_id != OSSL_FUNC_DIGEST_UPDATE) continue;
        original_update = OSSL_FUNC_digest_update(functions);
        changed.back().function = reinterpret_cast<void (*)()>(&update_or_fail);
    }
    changed.push_back({});
    return changed;
}

const OSSL_ALGORITHM* offered_by_parts(void*, int operation, int* no_cache) {
    static OSSL_ALGORITHM hash[] = {{"SHA2-256:SHA-256:SHA256", "parts.hash=yes,parts.any=yes", nullptr, nullptr}, {}};
    static OSSL_ALGORITHM mac[] = {{"HMAC", "parts.mac=yes,parts.any=yes", nullptr, nullptr}, {}};
    if (operation != OSSL_OP_DIGEST && operation != OSSL_OP_MAC) return nullptr;
    OSSL_ALGORITHM* offered = operation == OSSL_OP_DIGEST ? hash : mac;
    const std::string_view first_name = operation == OSSL_OP_DIGEST ? "SHA2-256:" : "HMAC";
    const OSSL_ALGORITHM* each = OSSL_PROVIDER_query_operation(original, operation, no_cache);
    while (!std::string_view(each->algorithm_names).starts_with(first_name)) ++each;
    static std::vector<OSSL_DISPATCH> hash_functions;
    if (operation == OSSL_OP_DIGEST) hash_functions = with_update_or_fail(each->implementation);
    offered->implementation = operation == OSSL_OP_DIGEST ? hash_functions.data() : each->implementation;
    return offered;
}

int start_parts(const OSSL_CORE_HANDLE*, const OSSL_DISPATCH*, const OSSL_DISPATCH** functions, void** its_context) {
    static const OSSL_DISPATCH offers[] = {{OSSL_FUNC_PROVIDER_QUERY_OPERATION, reinterpret_cast<void (*)()>(&offered_by_parts)}, {}};
    *functions = offers;
    *its_context = OSSL_PROVIDER_get0_provider_ctx(original);
    return 1;
}

}  // namespace

TEST_CASE("openssl_policy keeps the contract of policies") {
    openssl_policy policy;
    REQUIRE(policy.available());
    CHECK(static_cast<bool>(policy));
    CHECK(policy.last_error() == 0);
    CHECK(broken_rules(policy) == "");
}

TEST_CASE("the HMAC on OpenSSL's hash is that of the provider, for keys and messages of any size") {
    openssl_policy on_hash;
    openssl_policy of_provider(nullptr, "provider=default");
    for (std::size_t size = 0; size <= 200; ++size) {
        const std::string key(size, 'k');
        const std::string message(3 * size, 'm');
        tc3::crypto::sha_256_digest digest{};
        tc3::crypto::sha_256_digest expected{};
        REQUIRE(on_hash.hmac_sha_256(tc3::as_bytes(key), tc3::as_bytes(message), digest));
        REQUIRE(of_provider.hmac_sha_256(tc3::as_bytes(key), tc3::as_bytes(message), expected));
        REQUIRE(digest == expected);
    }
}

TEST_CASE("an HMAC can be written over its key") {
    openssl_policy policy;
    tc3::crypto::sha_256_digest key{1, 2, 3};
    tc3::crypto::sha_256_digest expected{};
    REQUIRE(policy.hmac_sha_256(key, tc3::as_bytes("message"), expected));
    REQUIRE(policy.hmac_sha_256(key, tc3::as_bytes("message"), key));
    CHECK(key == expected);
}

TEST_CASE("openssl_policy uses the given library context and properties") {
    const context library("default");
    REQUIRE(library.provider() != nullptr);
    openssl_policy policy(library.get(), "provider=default");
    REQUIRE(policy.available());
    CHECK(broken_rules(policy) == "");
    CHECK_FALSE(openssl_policy(library.get(), "provider=another").available());
}

TEST_CASE("hash and HMAC both come from the library context and match the properties") {
    const context library("default");
    original = library.provider();
    REQUIRE(OSSL_PROVIDER_add_builtin(library.get(), "parts", start_parts) == 1);
    OSSL_PROVIDER* parts = OSSL_PROVIDER_load(library.get(), "parts");
    REQUIRE(parts != nullptr);
    {
        openssl_policy policy(library.get(), "parts.any=yes");
        REQUIRE(policy.available());
        CHECK(broken_rules(policy) == "");
    }
    CHECK_FALSE(openssl_policy(library.get(), "parts.hash=yes").available());
    CHECK_FALSE(openssl_policy(library.get(), "parts.mac=yes").available());
    CHECK_FALSE(openssl_policy(nullptr, "parts.any=yes").available());
    OSSL_PROVIDER_unload(parts);
}

TEST_CASE("without SHA-256 the policy is unavailable and every call fails") {
    ERR_clear_error();
    const context empty("null");
    REQUIRE(empty.provider() != nullptr);
    openssl_policy without_algorithms(empty.get());
    openssl_policy without_match(nullptr, "provider=nobody");
    for (openssl_policy* policy : {&without_algorithms, &without_match}) {
        CHECK_FALSE(policy->available());
        CHECK_FALSE(static_cast<bool>(*policy));
        CHECK(policy->last_error() != 0);
        tc3::crypto::sha_256_digest digest{};
        CHECK_FALSE(policy->sha_256_begin());
        CHECK_FALSE(policy->sha_256_update({}));
        CHECK_FALSE(policy->sha_256_finish(digest));
        CHECK_FALSE(policy->hmac_sha_256({}, {}, digest));
        CHECK(digest == tc3::crypto::sha_256_digest{});
        CHECK(broken_rules_without_hash(*policy) == "");
    }
}

TEST_CASE("without a validated module the policy is unavailable") {
    openssl_policy policy(nullptr, "fips=yes");
    CHECK((policy.available() ? broken_rules(policy) : broken_rules_without_hash(policy)) == "");
}

TEST_CASE("the constructor leaves the error queue of the thread unchanged") {
    ERR_clear_error();
    CHECK_FALSE(openssl_policy(nullptr, "provider=nobody").available());
    CHECK(ERR_peek_error() == 0);

    ERR_raise(ERR_LIB_USER, 7);
    CHECK_FALSE(openssl_policy(nullptr, "provider=nobody").available());
    CHECK(ERR_GET_REASON(ERR_get_error()) == 7);
    CHECK(ERR_get_error() == 0);
}

TEST_CASE("a failed call sets last_error, leaves the error queue unchanged and closes its hash") {
    const context library("default");
    original = library.provider();
    REQUIRE(OSSL_PROVIDER_add_builtin(library.get(), "parts", start_parts) == 1);
    OSSL_PROVIDER* parts = OSSL_PROVIDER_load(library.get(), "parts");
    REQUIRE(parts != nullptr);
    {
        openssl_policy policy(library.get(), "parts.any=yes"), for_hmac(library.get(), "parts.any=yes");
        tc3::crypto::sha_256_digest digest{};
        ERR_clear_error();
        ERR_raise(ERR_LIB_USER, 1);  // an error of the program
        REQUIRE(policy.sha_256_begin());
        CHECK(policy.last_error() == 0);
        update_fails = true;
        CHECK_FALSE(policy.sha_256_update(tc3::as_bytes("a")));
        CHECK_FALSE(for_hmac.hmac_sha_256(tc3::as_bytes("key"), tc3::as_bytes("text"), digest));
        update_fails = false;
        CHECK(ERR_GET_REASON(policy.last_error()) == reason);
        CHECK(for_hmac.last_error() != 0);
        CHECK(ERR_GET_REASON(ERR_get_error()) == 1);
        CHECK(ERR_get_error() == 0);

        CHECK_FALSE(policy.sha_256_update(tc3::as_bytes("bc")));
        CHECK_FALSE(policy.sha_256_finish(digest));
        CHECK(hash("abc", policy) == abc);
        CHECK(broken_rules(for_hmac) == "");
    }
    OSSL_PROVIDER_unload(parts);
}

TEST_CASE("make_request fails without SHA-256") {
    openssl_policy policy(nullptr, "provider=nobody");
    const tc3::client_profile_view profile{.credential = {"AKIDEXAMPLE", "key"}, .region = "ap-singapore"};
    const auto request = tc3::make_request(tc3::faceid::apply_liveness_token{}, profile, {1551113065}, {.hash = policy});
    REQUIRE_FALSE(request);
    CHECK(tc3::to_string(request.error()).find("the crypto policy reported failure") != std::string::npos);
}

TEST_CASE("a move takes the open hash along and leaves the source unavailable") {
    openssl_policy from;
    REQUIRE(from.sha_256_begin());
    REQUIRE(from.sha_256_update(tc3::as_bytes("a")));
    openssl_policy to = std::move(from);
    tc3::crypto::sha_256_digest digest{};
    CHECK_FALSE(from.available());  // NOLINT: the state after a move is tested
    CHECK_FALSE(from.sha_256_update(tc3::as_bytes("a")));
    CHECK_FALSE(from.sha_256_finish(digest));
    CHECK(broken_rules_without_hash(from) == "");
    REQUIRE(to.sha_256_update(tc3::as_bytes("bc")));
    REQUIRE(to.sha_256_finish(digest));
    CHECK(support::hex(digest) == abc);

    from = std::move(to);
    CHECK(hash("abc", from) == abc);
    CHECK(broken_rules(from) == "");
}

TEST_CASE("calls without an open hash fail") {
    openssl_policy policy;
    tc3::crypto::sha_256_digest digest{};
    CHECK_FALSE(policy.sha_256_update(tc3::as_bytes("abc")));
    CHECK_FALSE(policy.sha_256_finish(digest));
    REQUIRE(policy.sha_256_begin());
    REQUIRE(policy.sha_256_finish(digest));
    CHECK_FALSE(policy.sha_256_update(tc3::as_bytes("abc")));
    CHECK_FALSE(policy.sha_256_finish(digest));
}

TEST_CASE("an HMAC leaves an open hash unchanged") {
    openssl_policy policy;
    REQUIRE(policy.sha_256_begin());
    REQUIRE(policy.sha_256_update(tc3::as_bytes("abc")));
    tc3::crypto::sha_256_digest digest{};
    REQUIRE(policy.hmac_sha_256(tc3::as_bytes("Jefe"), tc3::as_bytes("what do ya want for nothing?"), digest));
    CHECK(support::hex(digest) == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    REQUIRE(policy.sha_256_finish(digest));
    CHECK(support::hex(digest) == abc);
}
