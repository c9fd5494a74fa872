// SPDX-License-Identifier: MIT
// Which classes are policies, and how a hash reports the failure of a policy.
#include "../../support/hex.hpp"
#include "../../support/policies.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <string>

namespace crypto = tc3::crypto;

namespace {

struct without_begin {
    bool sha_256_update(tc3::bytes_view) { return true; }
    bool sha_256_finish(crypto::sha_256_digest&) { return true; }
};
struct without_update {
    bool sha_256_begin() { return true; }
    bool sha_256_finish(crypto::sha_256_digest&) { return true; }
};
struct without_finish {
    bool sha_256_begin() { return true; }
    bool sha_256_update(tc3::bytes_view) { return true; }
};
struct without_results {
    void sha_256_begin() {}
    void sha_256_update(tc3::bytes_view) {}
    void sha_256_finish(crypto::sha_256_digest&) {}
};
struct with_hmac_only {
    bool hmac_sha_256(tc3::bytes_view, tc3::bytes_view, crypto::sha_256_digest&) { return true; }
};

}  // namespace

static_assert(crypto::sha_256_policy<crypto::builtin_policy>);
static_assert(crypto::sha_256_policy<crypto::builtin_policy&>);
static_assert(crypto::sha_256_policy<support::failing_policy>);
static_assert(crypto::sha_256_policy<support::own_hmac_policy>);
static_assert(!crypto::sha_256_policy<const crypto::builtin_policy>, "a policy has state");
static_assert(!crypto::sha_256_policy<int>);
static_assert(!crypto::sha_256_policy<without_begin> && !crypto::has_sha_256_begin<without_begin>);
static_assert(!crypto::sha_256_policy<without_update> && !crypto::has_sha_256_update<without_update>);
static_assert(!crypto::sha_256_policy<without_finish> && !crypto::has_sha_256_finish<without_finish>);
static_assert(!crypto::sha_256_policy<without_results>, "a policy must be able to report failure");
static_assert(!crypto::hmac_policy<crypto::builtin_policy>);
static_assert(!crypto::hmac_policy<with_hmac_only>, "a policy needs a hash: the canonical request is hashed");
static_assert(crypto::hmac_policy<support::own_hmac_policy>);
static_assert(crypto::hmac_policy<support::own_hmac_policy&>);
static_assert(crypto::resumable_policy<crypto::builtin_policy>);
static_assert(crypto::resumable_policy<crypto::builtin_policy&>);
static_assert(!crypto::resumable_policy<support::failing_policy>);
static_assert(!crypto::resumable_policy<support::own_hmac_policy>, "its own HMAC computes all HMACs");
static_assert(tc3::sink<crypto::hash_sink<crypto::builtin_policy>>);

TEST_CASE("hashes text and bytes in pieces") {
    crypto::builtin_policy policy;
    crypto::hash_sink hash(policy);
    hash.append(std::string_view("a"));
    hash.append(tc3::as_bytes("b"));
    tc3::write_char(hash, 'c');
    const auto digest = hash.finish();
    REQUIRE(digest);
    CHECK(support::hex(*digest) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("gives no digest if any call of the policy fails") {
    const std::string text(100, 'x');
    support::failing_policy counting(0);
    REQUIRE(crypto::sha_256_of(text, counting));
    CHECK(counting.calls() == 3);
    for (std::size_t call = 1; call <= counting.calls(); ++call) {
        support::failing_policy policy(call);
        const auto digest = crypto::sha_256_of(text, policy);
        REQUIRE_FALSE(digest);
        CHECK(digest.error().code == tc3::errc::crypto_failed);
    }
}

TEST_CASE("does not call a policy again after a failure") {
    support::failing_policy policy(1);
    crypto::hash_sink hash(policy);
    hash.append("abc");
    hash.append("def");
    CHECK_FALSE(hash.finish());
    CHECK(policy.calls() == 1);
}

TEST_CASE("text in pieces of any size has the digest of the whole text") {
    std::string text;
    for (int i = 0; i < 2000; ++i) text += static_cast<char>('a' + i % 26);
    crypto::builtin_policy policy;
    const auto whole = *crypto::sha_256_of(text, policy);
    for (const std::size_t size : {1U, 7U, 100U, 255U, 256U, 257U, 1000U}) {
        CAPTURE(size);
        crypto::hash_sink hash(policy);
        for (std::size_t position = 0; position < text.size(); position += size) {
            hash.append(std::string_view(text).substr(position, size));
            hash.append(std::string_view());
        }
        CHECK(*hash.finish() == whole);
    }
}

TEST_CASE("a policy gets short pieces of text in few calls, except on small machines") {
    support::failing_policy counting(0);
    crypto::hash_sink hash(counting);
    for (int i = 0; i < 1000; ++i) hash.append("text ");
    REQUIRE(hash.finish());
    CHECK((counting.calls() < 50) == tc3::has_wide_registers);
}

TEST_CASE("text and bytes are hashed in the order in which they were appended") {
    crypto::builtin_policy policy;
    const auto whole = *crypto::sha_256_of("abcd", policy);
    crypto::hash_sink hash(policy);
    hash.append(std::string_view("a"));
    hash.append_at_once("b");
    hash.append(std::string_view("c"));
    hash.append(tc3::as_bytes("d"));
    CHECK(*hash.finish() == whole);
}
