// SPDX-License-Identifier: MIT
// The policy on OpenSSL while each call of OpenSSL in turn fails. A program of its own: here the adapter calls OpenSSL through macros.
#include "../../support/hex.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>
#include <openssl/err.h>
#include <openssl/evp.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace {

// The calls of OpenSSL since the last reset, and the one of them that fails.
struct call_log {
    std::vector<std::string_view> names = {};
    std::size_t fails_at = 0;  // counted from 1; 0 for none
    int failure = 0;           // what a failed call returns, if not a null pointer
    int objects = 0;           // how many were made and not yet freed

    void reset(std::size_t failing_call, int failure_of_calls = 0) {
        names.clear();
        fails_at = failing_call;
        failure = failure_of_calls;
    }
};
call_log calls;
constexpr int reason = 7;

bool works(std::string_view name) {
    calls.names.push_back(name);
    if (calls.names.size() != calls.fails_at) return true;
    ERR_raise(ERR_LIB_USER, reason);
    return false;
}

template <class Object>
Object* counted(Object* object) {
    calls.objects += object != nullptr ? 1 : 0;
    return object;
}

}  // namespace

// A macro is not expanded within itself.
#define EVP_MD_fetch(...) (works("EVP_MD_fetch") ? counted(EVP_MD_fetch(__VA_ARGS__)) : nullptr)
#define EVP_MD_CTX_new() (works("EVP_MD_CTX_new") ? counted(EVP_MD_CTX_new()) : nullptr)
#define EVP_DigestInit_ex2(...) (works("EVP_DigestInit_ex2") ? EVP_DigestInit_ex2(__VA_ARGS__) : calls.failure)
#define EVP_DigestUpdate(...) (works("EVP_DigestUpdate") ? EVP_DigestUpdate(__VA_ARGS__) : calls.failure)
#define EVP_DigestFinal_ex(...) (works("EVP_DigestFinal_ex") ? EVP_DigestFinal_ex(__VA_ARGS__) : calls.failure)
#define EVP_MAC_fetch(...) (works("EVP_MAC_fetch") ? counted(EVP_MAC_fetch(__VA_ARGS__)) : nullptr)
#define EVP_MAC_CTX_new(...) (works("EVP_MAC_CTX_new") ? counted(EVP_MAC_CTX_new(__VA_ARGS__)) : nullptr)
#define EVP_MAC_CTX_set_params(...) (works("EVP_MAC_CTX_set_params") ? EVP_MAC_CTX_set_params(__VA_ARGS__) : calls.failure)
#define EVP_MAC_init(...) (works("EVP_MAC_init") ? EVP_MAC_init(__VA_ARGS__) : calls.failure)
#define EVP_MAC_update(...) (works("EVP_MAC_update") ? EVP_MAC_update(__VA_ARGS__) : calls.failure)
#define EVP_MAC_final(...) (works("EVP_MAC_final") ? EVP_MAC_final(__VA_ARGS__) : calls.failure)
#define EVP_MD_free(object) (--calls.objects, EVP_MD_free(object))
#define EVP_MAC_free(object) (--calls.objects, EVP_MAC_free(object))
#define EVP_MD_CTX_free(object) (--calls.objects, EVP_MD_CTX_free(object))
#define EVP_MAC_CTX_free(object) (--calls.objects, EVP_MAC_CTX_free(object))

#include <tc3/adapters/openssl.hpp>

using tc3::adapters::openssl_policy;
using names = std::vector<std::string_view>;

namespace {

const std::string hash_of_abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
const std::string hmac_of_question = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";  // RFC 4231, case 2

bool hash(openssl_policy& policy, std::string& hex) {
    tc3::crypto::sha_256_digest digest{};
    const bool done = policy.sha_256_begin() && policy.sha_256_update(tc3::as_bytes("abc")) && policy.sha_256_finish(digest);
    hex = support::hex(digest);
    return done;
}

bool hmac(openssl_policy& policy, std::string& hex) {
    tc3::crypto::sha_256_digest digest{};
    const bool done = policy.hmac_sha_256(tc3::as_bytes("Jefe"), tc3::as_bytes("what do ya want for nothing?"), digest);
    hex = support::hex(digest);
    return done;
}

}  // namespace

// Every policy with properties has the HMAC of the provider.
constexpr const char* modes[] = {nullptr, ""};

TEST_CASE("a policy is unavailable if any call of its constructor fails, and frees what it made") {
    names steps{"EVP_MD_fetch", "EVP_MD_CTX_new", "EVP_DigestInit_ex2", "EVP_MD_CTX_new", "EVP_DigestInit_ex2"};
    for (const char* properties : modes) {
        if (properties != nullptr) {
            for (const std::string_view step : {"EVP_MAC_fetch", "EVP_MAC_CTX_new", "EVP_MAC_CTX_set_params", "EVP_MAC_init"})
                steps.push_back(step);
        }
        calls.reset(0);
        CHECK(openssl_policy(nullptr, properties).available());
        CHECK(calls.names == steps);
        CHECK(calls.objects == 0);
        for (const int failure : {0, -1}) {
            for (std::size_t step = 1; step <= steps.size(); ++step) {
                CAPTURE(steps[step - 1]);
                ERR_clear_error();
                calls.reset(step, failure);
                {
                    openssl_policy policy(nullptr, properties);
                    CHECK_FALSE(policy.available());
                    CHECK(ERR_GET_REASON(policy.last_error()) == reason);
                    std::string hex;
                    CHECK_FALSE(hash(policy, hex));
                    CHECK_FALSE(hmac(policy, hex));
                }
                CHECK(calls.objects == 0);
                CHECK(ERR_peek_error() == 0);
            }
        }
    }
}

TEST_CASE("a hash fails if any of its calls fails, and the next hash works") {
    const names steps{"EVP_DigestUpdate", "EVP_DigestFinal_ex", "EVP_DigestInit_ex2"};
    for (const int failure : {0, -1}) {
        for (std::size_t step = 0; step <= steps.size(); ++step) {
            CAPTURE(step);
            openssl_policy policy;
            std::string hex;
            calls.reset(step, failure);
            CHECK(hash(policy, hex) == (step == 0));
            CHECK((policy.last_error() == 0) == (step == 0));
            // The last step overwrites the state, which can be that of a key, even if there is no digest.
            if (step != 1) CHECK(calls.names == steps);
            CHECK_FALSE(policy.sha_256_update(tc3::as_bytes("abc")));

            REQUIRE(hash(policy, hex));
            CHECK(hex == hash_of_abc);
        }
    }
}

TEST_CASE("a hash that is begun while another is open begins with a new state, and fails if OpenSSL does") {
    for (const int failure : {0, -1}) {
        openssl_policy policy;
        REQUIRE(policy.sha_256_begin());
        REQUIRE(policy.sha_256_update(tc3::as_bytes("dropped")));
        calls.reset(1, failure);
        CHECK_FALSE(policy.sha_256_begin());
        CHECK(calls.names == names{"EVP_DigestInit_ex2"});
        CHECK(policy.last_error() != 0);
        CHECK_FALSE(policy.sha_256_update(tc3::as_bytes("abc")));
        std::string hex;
        REQUIRE(hash(policy, hex));
        CHECK(hex == hash_of_abc);
    }
}

TEST_CASE("an HMAC fails if any of its calls fails, overwrites its key even then, and the next HMAC works") {
    const names steps_of_a_hash{"EVP_DigestInit_ex2", "EVP_DigestUpdate", "EVP_DigestUpdate", "EVP_DigestFinal_ex"};
    names steps = steps_of_a_hash;
    steps.insert(steps.end(), steps_of_a_hash.begin(), steps_of_a_hash.end());
    steps.push_back("EVP_DigestInit_ex2");
    for (const char* properties : modes) {
        if (properties != nullptr) steps = {"EVP_MAC_init", "EVP_MAC_update", "EVP_MAC_final", "EVP_MAC_init"};
        for (const int failure : {0, -1}) {
            for (std::size_t step = 0; step <= steps.size(); ++step) {
                CAPTURE(step);
                openssl_policy policy(nullptr, properties);
                std::string hex;
                calls.reset(step, failure);
                CHECK(hmac(policy, hex) == (step == 0));
                CHECK((policy.last_error() == 0) == (step == 0));
                CHECK(calls.names.back() == steps.back());
                CHECK(calls.names.size() == (step == 0 || step == steps.size() ? steps.size() : step + 1));

                REQUIRE(hmac(policy, hex));
                CHECK(hex == hmac_of_question);
            }
        }
    }
}

TEST_CASE("calls that fail leave the errors of the program in the queue") {
    for (const bool has_error : {false, true}) {
        CAPTURE(has_error);
        openssl_policy policy;
        std::string hex;
        ERR_clear_error();
        if (has_error) ERR_raise(ERR_LIB_USER, 1);
        for (std::size_t step = 1; step <= 3; ++step) {
            calls.reset(step);
            CHECK_FALSE(hash(policy, hex));
            calls.reset(step);
            CHECK_FALSE(hmac(policy, hex));
            CHECK(ERR_GET_REASON(policy.last_error()) == reason);
        }
        REQUIRE(hash(policy, hex));
        CHECK((ERR_get_error() != 0) == has_error);
        CHECK(ERR_get_error() == 0);
    }
}
