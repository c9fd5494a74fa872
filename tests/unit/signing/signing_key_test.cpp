// SPDX-License-Identifier: MIT
// The signing key: the values of the manual, secret keys of any bytes, policies that fail, and wiped memory. Also signatures as hex.
#include "../../support/hex.hpp"
#include "../../support/memory.hpp"
#include "../../support/openssl.hpp"
#include "../../support/policies.hpp"
#include "../../support/random.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using tc3::errc;
namespace signing = tc3::signing;

namespace {

constexpr tc3::credential_view example{"AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"};

signing::credential_scope scope_of(std::string_view service, std::int64_t seconds) {
    return *signing::credential_scope::make(service, {seconds});
}

std::string hex_of(const signing::signature& signature) {
    const auto digits = signature.hex();
    return {digits.data(), digits.size()};
}

}  // namespace

TEST_CASE("the documented string to sign has the documented signature") {
    const auto key = signing::derive_signing_key(example, scope_of("cvm", 1551113065));
    REQUIRE(key);
    const auto signature = signing::sign(*key,
                                         "TC3-HMAC-SHA256\n1551113065\n2019-02-25/cvm/tc3_request\n"
                                         "5ffe6a04c0664d6b969fab9a13bdab201d63ee709638e2749d62a09ca18d7031");
    REQUIRE(signature);
    CHECK(hex_of(*signature) == "72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168");
}

TEST_CASE("a key has its scope and can be signature from stored bytes") {
    const auto scope = scope_of("cvm", 1551113065);
    const auto derived = signing::derive_signing_key(example, scope);
    REQUIRE(derived);
    CHECK(derived->scope() == scope);
    const signing::signing_key stored(scope, derived->bytes());
    CHECK(hex_of(*signing::sign(stored, "text")) == hex_of(*signing::sign(*derived, "text")));
}

TEST_CASE("a key that keeps the states of HMAC signs as one that does not, with any policy") {
    support::random_input random(30);
    support::single_state_policy without_states;
    support::own_hmac_policy own_hmac;
    const auto scope = scope_of("cvm", 1551113065);
    const auto key = *signing::derive_signing_key(example, scope);
    const auto key_without = *signing::derive_signing_key(example, scope, without_states);
    REQUIRE(key.bytes() == key_without.bytes());
    for (int i = 0; i < 100; ++i) {
        const std::string text = random.bytes(random.number(0, 300));
        const std::string expected = hex_of(*signing::sign(key_without, text, without_states));
        CHECK(hex_of(*signing::sign(key, text)) == expected);
        CHECK(hex_of(*signing::sign(key_without, text)) == expected);
        CHECK(hex_of(*signing::sign(key, text, without_states)) == expected);
        CHECK(hex_of(*signing::sign(key, text, own_hmac)) == expected);
    }
    CHECK(own_hmac.hmacs() == 100);
}

TEST_CASE("a key neither exists nor signs if saving or resuming a state fails") {
    const auto scope = scope_of("cvm", 1551113065);
    support::failing_resumable_policy counting(0);
    REQUIRE(signing::derive_signing_key(example, scope, counting));
    for (std::size_t call = 1; call <= counting.calls(); ++call) {
        support::failing_resumable_policy policy(call);
        const auto key = signing::derive_signing_key(example, scope, policy);
        REQUIRE_FALSE(key);
        CHECK(key.error().code == errc::crypto_failed);
    }
    const auto key = *signing::derive_signing_key(example, scope);
    support::failing_resumable_policy signs(0);
    REQUIRE(signing::sign(key, "text", signs));
    for (std::size_t call = 1; call <= signs.calls(); ++call) {
        support::failing_resumable_policy policy(call);
        CHECK_FALSE(signing::sign(key, "text", policy));
    }
}

TEST_CASE("the key depends on day, service and secret key") {
    const auto key_of = [](std::string_view secret_key, std::string_view service, std::int64_t seconds) {
        const auto derived = signing::derive_signing_key({"id", secret_key}, scope_of(service, seconds));
        return support::hex(derived->bytes());
    };
    const std::string key = key_of("secret", "cvm", 0);
    CHECK(key == key_of("secret", "cvm", 86399));
    CHECK(key != key_of("secret", "cvm", 86400));
    CHECK(key != key_of("secret", "cvn", 0));
    CHECK(key != key_of("secres", "cvm", 0));
}

TEST_CASE("derive_signing_key rejects an empty secret key and one with a line end") {
    CHECK(signing::derive_signing_key({"id", ""}, scope_of("cvm", 0)).error() == tc3::error{.code = errc::missing, .part = "secret key"});
    CHECK(signing::derive_signing_key({"id", "key\n"}, scope_of("cvm", 0)).error() ==
          tc3::error{.code = errc::untrimmed, .part = "secret key", .position = 3});
}

TEST_CASE("a policy that fails at any call gives neither a key nor a signature") {
    const std::string long_key(100, 'k');
    for (const std::string_view secret_key : {example.secret_key, std::string_view(long_key)}) {
        support::failing_policy counting(0);
        REQUIRE(signing::derive_signing_key({"id", secret_key}, scope_of("cvm", 0), counting));
        for (std::size_t call = 1; call <= counting.calls(); ++call) {
            support::failing_policy policy(call);
            const auto key = signing::derive_signing_key({"id", secret_key}, scope_of("cvm", 0), policy);
            REQUIRE_FALSE(key);
            CHECK(key.error() == tc3::error{.code = errc::crypto_failed, .part = "signature"});
        }
    }

    const auto key = signing::derive_signing_key(example, scope_of("cvm", 0));
    support::failing_policy counting(0);
    REQUIRE(signing::sign(*key, "text", counting));
    for (std::size_t call = 1; call <= counting.calls(); ++call) {
        support::failing_policy policy(call);
        const auto signature = signing::sign(*key, "text", policy);
        REQUIRE_FALSE(signature);
        CHECK(signature.error() == tc3::error{.code = errc::crypto_failed, .part = "signature"});
    }
}

TEST_CASE("the destructor of a key wipes its bytes") {
    support::watched_memory<signing::signing_key> memory;
    const auto derived = signing::derive_signing_key(example, scope_of("cvm", 0));
    const std::string bytes(derived->bytes().begin(), derived->bytes().end());
    signing::signing_key& key = memory.make(*derived);
    REQUIRE(memory.bytes().find(bytes) != std::string::npos);
    key.~signing_key();
    for (std::size_t position = 0; position + 8 <= bytes.size(); position += 8) {
        CHECK(memory.bytes().find(bytes.substr(position, 8)) == std::string::npos);
    }
}

TEST_CASE("a signature is 64 lower-case hex digits") {
    signing::signature signature;
    for (std::size_t i = 0; i < signature.bytes.size(); ++i) signature.bytes[i] = static_cast<std::uint8_t>(i * 9);
    const std::string text = hex_of(signature);
    CHECK(text == support::hex(signature.bytes));
    const auto parsed = signing::signature::from_hex(text);
    REQUIRE(parsed);
    CHECK(parsed->bytes == signature.bytes);

    const tc3::error error{.code = errc::malformed, .part = "signature"};
    std::string upper = text;
    upper[3] = 'B';
    for (const std::string& bad :
         {std::string(), text.substr(1), text + "0", text + "00", upper, "g" + text.substr(1), " " + text.substr(1)}) {
        CHECK(signing::signature::from_hex(bad).error() == error);
    }
}

TEST_CASE("equal_in_constant_time finds a difference in the first and the last bit of each byte") {
    signing::signature a;
    CHECK(signing::equal_in_constant_time(a, signing::signature{}));
    for (std::size_t i = 0; i < a.bytes.size(); ++i) {
        for (const std::uint8_t bit : {std::uint8_t{1}, std::uint8_t{128}}) {
            signing::signature b = a;
            b.bytes[i] = bit;
            CHECK_FALSE(signing::equal_in_constant_time(a, b));
            CHECK_FALSE(signing::equal_in_constant_time(b, a));
        }
    }
}

#if TC3_TESTS_HAVE_OPENSSL

TEST_CASE("keys agree with OpenSSL for secret keys of any bytes and of 1 to 200 bytes") {
    support::random_input random(10);
    for (std::size_t size = 1; size <= 200; ++size) {
        std::string secret_key = random.bytes(size);
        secret_key.front() = 'k';  // a blank at an end would be an error
        secret_key.back() = '\0';
        const auto seconds = static_cast<std::int64_t>(random.number(0, 253402300799));
        const std::string service = random.text(random.number(1, 63), "abcxyz019-");
        const auto scope = scope_of(service, seconds);

        std::string expected = "TC3" + secret_key;
        for (const std::string_view step : {scope.date().view(), std::string_view(service), std::string_view("tc3_request")}) {
            expected = support::openssl_hmac(expected, step);
        }
        const auto key = signing::derive_signing_key({"id", secret_key}, scope);
        REQUIRE(key);
        REQUIRE(support::hex(key->bytes()) == support::hex(expected));
    }
}

#endif
