// SPDX-License-Identifier: MIT
// An Authorization header: from method, headers and body to its text, with a key that is kept for the day, and on a new day.
#include "account.hpp"
#include "by_hand.hpp"
#include "peers.hpp"
#include "sections.hpp"
#include <tc3/adapters/mbedtls.hpp>
#include <tc3/adapters/openssl.hpp>
#include <tc3/tc3.hpp>

#include <array>
#include <memory>
#include <string>
#include <string_view>

namespace bench {

namespace {

namespace signing = tc3::signing;

constexpr std::string_view body = R"({"SecureLevel":"4"})";
constexpr std::string_view content_type = "application/json; charset=utf-8";
constexpr std::array headers{tc3::http::header{"Content-Type", content_type}, tc3::http::header{"Host", host}};
constexpr plain_request by_hand{credential.secret_id, credential.secret_key, service, host, content_type, body, "1551113065", "2019-02-25"};

/// Text in memory of its own.
struct header_text {
    std::array<char, 512> memory;
    std::size_t size = 0;

    [[nodiscard]] std::string_view view() const { return {memory.data(), size}; }
    void write(const auto& value) {
        tc3::buffer_sink out{std::span<char>(memory)};
        value.write(out);
        size = out.view().size();
    }
};

template <class Policy>
signing::request_parts parts(Policy& policy) {
    return {.method = tc3::http::method::post, .headers = headers, .hashed_payload = *signing::payload_hash(body, policy)};
}

template <class Policy>
void sign_with_kept_key(header_text& to, const signing::signing_key& key, Policy& policy) {
    if (const auto value = signing::authorization(parts(policy), now, key, credential.secret_id, policy)) to.write(*value);
}

template <class Policy>
void sign_on_a_new_day(header_text& to, Policy& policy) {
    tc3::buffer_sink out{std::span<char>(to.memory)};
    if (signing::write_authorization(out, parts(policy), service, now, credential, policy)) to.size = out.view().size();
}

/// Adds a case whose header is compared.
template <class Sign>
void add(suite& cases, std::string name, Sign sign) {
    static const std::string expected = authorization_by_hand<openssl_one_shot>(by_hand);
    const auto text = std::make_shared<header_text>();
    cases.add(std::move(name), [=] { sign(*text); }, [=] { return text->view() == expected; });
}

template <class Policy>
void add_both(suite& cases, const std::string& name) {
    const auto policy = std::make_shared<Policy>();
    const signing::signing_key key = derive_key(*policy);
    add(cases, name + ", key kept", [=](header_text& to) { sign_with_kept_key(to, key, *policy); });
    add(cases, name + ", new day", [=](header_text& to) { sign_on_a_new_day(to, *policy); });
}

template <class Library>
void add_by_hand(suite& cases, std::string name) {
    add(cases, std::move(name), [](header_text& to) {
        const std::string text = authorization_by_hand<Library>(by_hand);
        to.size = text.copy(to.memory.data(), to.memory.size());
    });
}

}  // namespace

section_report measure_sign(double seconds) {
    suite cases("signature");
    add_chain_of_seven(cases);
    add_both<tc3::crypto::builtin_policy>(cases, "tc3");
    add_both<tc3::adapters::openssl_policy>(cases, "tc3 (OpenSSL)");
    add_both<tc3::adapters::mbedtls_policy>(cases, "tc3 (Mbed TLS)");
    add_by_hand<openssl_one_shot>(cases, "OpenSSL by hand");
    add_by_hand<cryptopp>(cases, "Crypto++ by hand");
    add_by_hand<sodium>(cases, "libsodium by hand");
    add_by_hand<mbedtls>(cases, "Mbed TLS by hand");

    section_report report;
    const suite& done = report.measure(std::move(cases), seconds);
    const auto time = [&done](const char* name) { return done.ratio(name, chain_of_seven); };
    report.goals = {
        {3, "signature, key kept", "x 7 compressions", time("tc3, key kept"), 2.5, 1.15},
        {3, "signature, new day", "x 7 compressions", time("tc3, new day"), 5.5, 3.2},
        {5, "OpenSSL signature, key kept", "x 7 compressions", time("tc3 (OpenSSL), key kept"), 5},
        {5, "OpenSSL signature, new day", "x 7 compressions", time("tc3 (OpenSSL), new day"), 11},
    };
    return report;
}

}  // namespace bench
