// SPDX-License-Identifier: MIT
// The built-in SHA-256: published digests, every split into updates, and a comparison with OpenSSL.
#include "../../support/hex.hpp"
#include "../../support/memory.hpp"
#include "../../support/openssl.hpp"
#include "../../support/random.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using tc3::crypto::sha_256;

namespace {

std::string sha_256_hex(std::string_view text) {
    sha_256 hash;
    hash.update(tc3::as_bytes(text));
    return support::hex(hash.finish());
}

// Random bytes, so that neighbouring blocks differ.
std::string sample(std::size_t size) { return support::random_input(size).bytes(size); }

}  // namespace

TEST_CASE("SHA-256 gives the published digests") {
    // The examples of FIPS 180-4, which NIST publishes with intermediate values, and the empty message.
    struct {
        std::string_view message;
        std::string_view digest;
    } const cases[] = {
        {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
        {"abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
         "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"},
    };
    for (const auto& [message, digest] : cases) CHECK(sha_256_hex(message) == digest);
}

TEST_CASE("SHA-256 gives the published digest of a million letters a") {
    const std::string_view digest = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";
    const std::string message(1000000, 'a');
    CHECK(sha_256_hex(message) == digest);

    sha_256 hash;
    for (std::size_t position = 0; position < message.size(); position += 997) {
        hash.update(tc3::as_bytes(std::string_view(message).substr(position, 997)));
    }
    CHECK(support::hex(hash.finish()) == digest);
}

TEST_CASE("SHA-256 does not depend on how the message is split in two") {
    for (std::size_t size = 0; size <= 200; ++size) {
        const std::string message = sample(size);
        const std::string whole = sha_256_hex(message);
        for (std::size_t split = 0; split <= size; ++split) {
            sha_256 hash;
            hash.update(tc3::as_bytes(std::string_view(message).substr(0, split)));
            hash.update(tc3::as_bytes(std::string_view(message).substr(split)));
            REQUIRE(support::hex(hash.finish()) == whole);
        }
    }
}

TEST_CASE("SHA-256 does not depend on how the message is split in many") {
    support::random_input random(4);
    for (int i = 0; i < 500; ++i) {
        const std::string message = random.bytes(random.number(0, 1000));
        const std::size_t longest_piece = random.number(1, 200);
        sha_256 hash;
        for (std::string_view rest = message; !rest.empty();) {
            const std::string_view piece = rest.substr(0, random.number(0, longest_piece));
            hash.update(tc3::as_bytes(piece));
            rest.remove_prefix(piece.size());
        }
        REQUIRE(support::hex(hash.finish()) == sha_256_hex(message));
    }
}

TEST_CASE("a copy of a hash is independent") {
    sha_256 first;
    first.update(tc3::as_bytes("ab"));
    sha_256 second = first;
    first.update(tc3::as_bytes("c"));
    second.update(tc3::as_bytes("d"));
    CHECK(support::hex(first.finish()) == sha_256_hex("abc"));
    CHECK(support::hex(second.finish()) == sha_256_hex("abd"));
}

TEST_CASE("the built-in policy starts each hash with an empty message") {
    tc3::crypto::builtin_policy policy;
    CHECK(support::hex(*tc3::crypto::sha_256_of("abc", policy)) == sha_256_hex("abc"));
    CHECK(support::hex(*tc3::crypto::sha_256_of("abc", policy)) == sha_256_hex("abc"));
    policy.sha_256_begin();
    policy.sha_256_update(tc3::as_bytes("left open"));
    CHECK(support::hex(*tc3::crypto::sha_256_of("", policy)) == sha_256_hex(""));
}

TEST_CASE("wipes the hash in the destructor") {
    support::watched_memory<sha_256> memory;
    sha_256& hash = memory.make();
    hash.update(tc3::as_bytes("Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"));
    const std::string held = memory.bytes();  // words of four bytes, in the byte order of the machine
    CHECK((held.find("Gu5t") != std::string::npos || held.find("t5uG") != std::string::npos));
    hash.~sha_256();
    CHECK(memory.bytes() == std::string(sizeof(sha_256), '\0'));
}

TEST_CASE("SHA-256 works at compile time") {
    constexpr auto first_byte_of = [](std::string_view text) {
        tc3::crypto::builtin_policy policy;
        return (*tc3::crypto::sha_256_of(text, policy))[0];
    };
    static_assert(first_byte_of("") == 0xe3);
    static_assert(first_byte_of("abc") == 0xba);
    static_assert(
        first_byte_of("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu") ==
        0xcf);
}

#if TC3_TESTS_HAVE_OPENSSL

TEST_CASE("SHA-256 agrees with OpenSSL for every length to 200") {
    for (std::size_t size = 0; size <= 200; ++size) {
        for (const std::string& message : {sample(size), std::string(size, '\0'), std::string(size, '\xff')}) {
            REQUIRE(sha_256_hex(message) == support::hex(support::openssl_sha256(message)));
        }
    }
}

TEST_CASE("SHA-256 agrees with OpenSSL for long messages") {
    for (const std::size_t size : {4095U, 4096U, 65537U, 3000000U}) {
        const std::string message = sample(size);
        CHECK(sha_256_hex(message) == support::hex(support::openssl_sha256(message)));
    }
}

#endif
