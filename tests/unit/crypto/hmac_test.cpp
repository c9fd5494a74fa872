// SPDX-License-Identifier: MIT
// HMAC-SHA256: the cases of RFC 4231, keys around the block size, policies that fail, and a comparison with OpenSSL.
#include "../../support/hex.hpp"
#include "../../support/memory.hpp"
#include "../../support/openssl.hpp"
#include "../../support/policies.hpp"
#include "../../support/random.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

namespace crypto = tc3::crypto;

namespace {

template <class Policy>
std::string hmac_hex(std::string_view prefix, std::string_view key_text, std::string_view message, Policy& policy) {
    crypto::hmac_key key;
    if (!key.assign(prefix, key_text, policy)) return "failed";
    const auto digest = crypto::hmac_sha_256(key, message, policy);
    return digest ? support::hex(*digest) : "failed";
}

std::string hmac_hex(std::string_view key, std::string_view message) {
    crypto::builtin_policy policy;
    return hmac_hex("", key, message, policy);
}

}  // namespace

TEST_CASE("HMAC-SHA256 gives the digests of RFC 4231") {
    const std::string counted_key = "\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19";
    const struct {
        std::string key;
        std::string message;
        std::string_view digest;  // case 5 is published cut to 128 bits
    } cases[] = {
        {std::string(20, '\x0b'), "Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"},
        {"Jefe", "what do ya want for nothing?", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"},
        {std::string(20, '\xaa'), std::string(50, '\xdd'), "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"},
        {counted_key, std::string(50, '\xcd'), "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"},
        {std::string(20, '\x0c'), "Test With Truncation", "a3b6167473100ee06e0c796c2955552b"},
        {std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First",
         "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"},
        {std::string(131, '\xaa'),
         "This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before "
         "being used by the HMAC algorithm.",
         "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"},
    };
    for (const auto& [key, message, digest] : cases) CHECK(hmac_hex(key, message).substr(0, digest.size()) == digest);
}

TEST_CASE("a key in two parts gives the HMAC of the joined key") {
    support::random_input random(5);
    crypto::builtin_policy policy;
    for (std::size_t size = 0; size <= 140; ++size) {
        const std::string key = random.bytes(size);
        const std::string whole = hmac_hex(key, "message");
        for (std::size_t split = 0; split <= size; ++split) {
            const std::string_view text = key;
            REQUIRE(hmac_hex(text.substr(0, split), text.substr(split), "message", policy) == whole);
        }
    }
}

TEST_CASE("assigns another key to a key object") {
    crypto::builtin_policy policy;
    crypto::hmac_key key;
    REQUIRE(key.assign("", std::string(64, 'x'), policy));
    REQUIRE(key.assign("", "Jefe", policy));
    CHECK(support::hex(*crypto::hmac_sha_256(key, "what do ya want for nothing?", policy)) ==
          "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");

    crypto::sha_256_digest digest{};
    digest.fill(7);
    REQUIRE(key.assign("", std::string(64, 'x'), policy));
    key.assign(digest);
    CHECK(support::hex(*crypto::hmac_sha_256(key, "m", policy)) == hmac_hex(std::string(32, '\7'), "m"));
}

TEST_CASE("wipes the key in the destructor") {
    crypto::builtin_policy policy;
    support::watched_memory<crypto::hmac_key> memory;
    crypto::hmac_key& key = memory.make();
    REQUIRE(key.assign("TC3", "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE", policy));
    CHECK(memory.bytes().find("TC3Gu5t9xGARNpq86cd98joQYCN3EXAMPLE") != std::string::npos);
    key.~hmac_key();
    CHECK(memory.bytes() == std::string(sizeof(crypto::hmac_key), '\0'));
}

TEST_CASE("HMAC fails if any call of the policy fails") {
    for (const std::size_t key_size : {10U, 100U}) {
        support::failing_policy counting(0);
        REQUIRE(hmac_hex("", std::string(key_size, 'k'), "message", counting) != "failed");
        for (std::size_t call = 1; call <= counting.calls(); ++call) {
            support::failing_policy policy(call);
            CHECK(hmac_hex("", std::string(key_size, 'k'), "message", policy) == "failed");
        }
    }
}

TEST_CASE("HMAC opens one hash at a time") {
    support::single_state_policy policy;
    CHECK(hmac_hex("", "Jefe", "what do ya want for nothing?", policy) ==
          "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    CHECK(policy.hashes() == 2);
    CHECK(hmac_hex("", std::string(65, 'k'), "m", policy) == hmac_hex(std::string(65, 'k'), "m"));
    CHECK(policy.hashes() == 5);
    CHECK_FALSE(policy.open());
}

TEST_CASE("uses the HMAC of a policy that has one") {
    support::random_input random(6);
    support::own_hmac_policy policy;
    for (std::size_t size = 0; size <= 140; ++size) {
        const std::string key = random.bytes(size);
        const std::string message = random.bytes(random.number(0, 200));
        REQUIRE(hmac_hex("", key, message, policy) == hmac_hex(key, message));
    }
    CHECK(policy.hmacs() == 141);

    policy.works = false;
    CHECK(hmac_hex("", "key", "message", policy) == "failed");
}

TEST_CASE("accepts a message in pieces") {
    tc3::crypto::builtin_policy policy;
    support::own_hmac_policy own;
    crypto::hmac_key key;
    REQUIRE(key.assign("", "Jefe", policy));
    const auto write = [](auto& out) {
        for (const std::string_view piece : {"what do ya ", "", "want for nothing?"}) out.append(piece);
    };
    const auto whole = crypto::hmac_sha_256(key, "what do ya want for nothing?", policy);
    crypto::sha_256_digest digest{};
    REQUIRE(crypto::hmac_sha_256_of<28>(digest, key, policy, write));
    CHECK(digest == *whole);
    digest = {};
    REQUIRE(crypto::hmac_sha_256_of<28>(digest, key, own, write));
    CHECK(digest == *whole);
    CHECK(own.hmacs() == 1);
}

TEST_CASE("an HMAC at the saved states of its key is the HMAC under that key") {
    support::random_input random(8);
    crypto::builtin_policy policy;
    for (std::size_t size = 0; size <= 140; ++size) {
        crypto::hmac_key key;
        REQUIRE(key.assign("", random.bytes(size), policy));
        crypto::hmac_midstates midstates;
        CHECK_FALSE(midstates.has_key());
        REQUIRE(midstates.assign(key, policy));
        CHECK(midstates.has_key());
        for (int i = 0; i < 3; ++i) {
            const std::string message = random.bytes(random.number(0, 300));
            crypto::sha_256_digest digest{};
            REQUIRE(crypto::hmac_sha_256_into(digest, midstates, message, policy));
            REQUIRE(digest == *crypto::hmac_sha_256(key, message, policy));
        }
    }
}

TEST_CASE("wipes the saved states of a key in the destructor") {
    crypto::builtin_policy policy;
    crypto::hmac_key key;
    REQUIRE(key.assign("", "Jefe", policy));
    support::watched_memory<crypto::hmac_midstates> memory;
    crypto::hmac_midstates& midstates = memory.make();
    REQUIRE(midstates.assign(key, policy));
    CHECK(memory.bytes() != std::string(sizeof midstates, '\0'));
    midstates.~hmac_midstates();
    CHECK(memory.bytes() == std::string(sizeof midstates, '\0'));
}

TEST_CASE("a policy that fails while it saves or resumes makes the HMAC fail") {
    crypto::builtin_policy builtin;
    crypto::hmac_key key;
    REQUIRE(key.assign("", "Jefe", builtin));
    support::failing_resumable_policy counting(0);
    crypto::hmac_midstates midstates;
    crypto::sha_256_digest digest{};
    REQUIRE(midstates.assign(key, counting));
    const std::size_t calls_to_assign = counting.calls();
    REQUIRE(crypto::hmac_sha_256_into(digest, midstates, "message", counting));
    for (std::size_t call = 1; call <= counting.calls(); ++call) {
        support::failing_resumable_policy policy(call);
        crypto::hmac_midstates made;
        const bool assigned = made.assign(key, policy);
        CHECK(assigned == (call > calls_to_assign));
        CHECK(made.has_key() == assigned);
        if (assigned) CHECK_FALSE(crypto::hmac_sha_256_into(digest, made, "message", policy));
    }
}

TEST_CASE("saves no state within a block") {
    crypto::builtin_policy policy;
    crypto::sha_256_midstate midstate{};
    REQUIRE((policy.sha_256_begin() && policy.sha_256_update(tc3::as_bytes("a"))));
    CHECK_FALSE(policy.sha_256_save(midstate));
    CHECK_FALSE(policy.sha_256_resume({crypto::detail::initial_state, 1}));
    CHECK(policy.sha_256_resume({crypto::detail::initial_state, 64}));
}

TEST_CASE("HMAC works at compile time") {
    constexpr auto first_byte_of = [](std::string_view key_text, std::string_view message, auto policy) {
        crypto::hmac_key key;
        if (!key.assign("", key_text, policy)) return std::uint8_t{0};
        return (*crypto::hmac_sha_256(key, message, policy))[0];
    };
    constexpr std::string_view long_message =
        "This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used "
        "by the HMAC algorithm.";
    constexpr std::array<char, 131> long_key = [] {
        std::array<char, 131> key{};
        key.fill('\xaa');
        return key;
    }();
    static_assert(first_byte_of("Jefe", "what do ya want for nothing?", crypto::builtin_policy()) == 0x5b);
    static_assert(first_byte_of({long_key.data(), long_key.size()}, long_message, crypto::builtin_policy()) == 0x9b);
    static_assert(first_byte_of("Jefe", "what do ya want for nothing?", support::own_hmac_policy()) == 0x5b);
    static_assert(first_byte_of({long_key.data(), long_key.size()}, long_message, support::own_hmac_policy()) == 0x9b);
    static_assert(first_byte_of("", "", support::own_hmac_policy()) == 0xb6);
}

#if TC3_TESTS_HAVE_OPENSSL

TEST_CASE("HMAC-SHA256 agrees with OpenSSL for every length of key to 200") {
    support::random_input random(7);
    for (std::size_t size = 0; size <= 200; ++size) {
        for (int i = 0; i < 5; ++i) {
            const std::string key = random.bytes(size);
            const std::string message = random.bytes(random.number(0, 300));
            REQUIRE(hmac_hex(key, message) == support::hex(support::openssl_hmac(key, message)));
        }
    }
}

#endif

TEST_CASE("HMACs of short messages with the built-in policy are those of any policy") {
    struct same_without_its_name : crypto::builtin_policy {};  // its HMACs are built on its hash
    support::random_input random(1);
    for (std::size_t size = 0; size <= 183; ++size) {
        const std::string message = random.bytes(size);
        const std::string secret = random.bytes(random.number(0, 100));
        crypto::builtin_policy builtin;
        same_without_its_name other;
        crypto::hmac_key key;
        crypto::hmac_midstates midstates;
        REQUIRE((key.assign("TC3", secret, builtin) && midstates.assign(key, builtin)));
        const auto write = [&](tc3::any_sink& out) {  // in two pieces
            const std::size_t first = random.number(0, size);
            out.append(std::string_view(message).substr(0, first));
            out.append(std::string_view(message).substr(first));
        };
        crypto::sha_256_digest expected;
        crypto::sha_256_digest digest;
        REQUIRE(crypto::hmac_sha_256_of<183>(expected, key, other, write));
        CHECK(crypto::hmac_sha_256_of<183>(digest, key, builtin, write));
        CHECK(digest == expected);
        CHECK(crypto::hmac_sha_256_of<183>(digest, midstates, builtin, write));
        CHECK(digest == expected);
    }
}
