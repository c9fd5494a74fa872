// SPDX-License-Identifier: MIT
// SHA-256 of 1 MB, where only the compression counts, and of 64 bytes, where a beginning and an end come with two compressions.
#include "peers.hpp"
#include "portable.hpp"
#include "sections.hpp"
#include "sha_instructions.hpp"
#include <tc3/adapters/openssl.hpp>
#include <tc3/crypto/sha_256.hpp>

#include <memory>
#include <string>
#include <string_view>

namespace bench {

namespace {

suite hashes_of(std::string_view text, std::string title) {
    digest expected{};
    openssl_one_shot::sha_256(text, expected);

    suite cases(std::move(title), text.size());
    // add(NAME, HASH): HASH(digest&) hashes the text. The digest of the last run is compared.
    const auto add = [&](std::string name, auto hash) {
        const auto found = std::make_shared<digest>();
        cases.add(std::move(name), [hash, found]() mutable { hash(*found); }, [found, expected] { return *found == expected; });
    };
    add("OpenSSL, kept context", [text, openssl = std::make_shared<openssl_kept_context>()](digest& to) { openssl->sha_256(text, to); });
    add("tc3", [text](digest& to) {
        tc3::crypto::sha_256 hash;
        hash.update(tc3::as_bytes(text));
        hash.finish_into(to);
    });
    add("tc3, portable", [text](digest& to) { portable::sha_256(text, to); });
    add("tc3 (OpenSSL)", [text, policy = std::make_shared<tc3::adapters::openssl_policy>()](digest& to) {
        policy->sha_256_begin();
        policy->sha_256_update(tc3::as_bytes(text));
        policy->sha_256_finish(to);
    });
    add("OpenSSL, SHA256()", [text](digest& to) { openssl_one_shot::sha_256(text, to); });
    add("Crypto++", [text](digest& to) { cryptopp::sha_256(text, to); });
    add("libsodium", [text](digest& to) { sodium::sha_256(text, to); });
    add("Mbed TLS", [text](digest& to) { mbedtls::sha_256(text, to); });
    if (sha_instructions::available()) {
        add("SHA instructions alone", [text](digest& to) { sha_instructions::sha_256(text, to.data()); });
    }
    return cases;
}

}  // namespace

section_report measure_sha_256(double seconds) {
    section_report report;
    static const std::string large(1'000'000, 'x');
    static const std::string small(64, 'x');

    const auto measure = [&](std::string_view text, const std::string& size, double aim, double portable_aim) {
        const suite& done = report.measure(hashes_of(text, "SHA-256 of " + size), seconds);
        report.goals.push_back({1, "SHA-256, " + size, "x OpenSSL", done.ratio("tc3", "OpenSSL, kept context"), 1.05, aim});
        report.goals.push_back(
            {2, "SHA-256, portable, " + size, "x libsodium", done.ratio("tc3, portable", "libsodium"), 1.05, portable_aim});
    };
    measure(large, "1 MB", 1.0, 0.95);
    measure(small, "64 B", 0.75, 0.95);
    return report;
}

}  // namespace bench
