// SPDX-License-Identifier: MIT
// The rules that tc3 requires of a crypto policy, as checks for your own. Needs no test framework.
#pragma once

#include <tc3/tc3.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace contract {

/// Checks a policy and calls `report(bool held, std::string_view rule)` for each rule. You can use the policy afterwards.
template <tc3::crypto::sha_256_policy Policy, class Report>
void policy_contract(Policy&& policy, Report&& report);

/// Checks a policy that cannot work at the moment: it must report failure every time.
template <tc3::crypto::sha_256_policy Policy, class Report>
void broken_policy_contract(Policy&& policy, Report&& report);

namespace detail {

struct known_digest {
    std::string_view text;
    std::string_view digest;
};

// The examples of FIPS 180-4.
inline constexpr known_digest published_digests[] = {
    {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
    {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
    {"abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
     "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"},
};

struct digest_of_counted {
    std::size_t size;
    std::string_view digest;
};

// Digests of counted(size), for sizes around the end of a block and for long texts.
inline constexpr digest_of_counted counted_digests[] = {
    {1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"},
    {55, "463eb28e72f82e0a96c0a4cc53690c571281131f672aa229e0d45ae59b598b59"},
    {56, "da2ae4d6b36748f2a318f23e7ab1dfdf45acdc9d049bd80e59de82a60895f562"},
    {57, "2fe741af801cc238602ac0ec6a7b0c3a8a87c7fc7d7f02a3fe03d1c12eac4d8f"},
    {63, "29af2686fd53374a36b0846694cc342177e428d1647515f078784d69cdb9e488"},
    {64, "fdeab9acf3710362bd2658cdc9a29e8f9c757fcf9811603a8c447cd1d9151108"},
    {65, "4bfd2c8b6f1eec7a2afeb48b934ee4b2694182027e6d0fc075074f2fabb31781"},
    {119, "da18797ed7c3a777f0847f429724a2d8cd5138e6ed2895c3fa1a6d39d18f7ec6"},
    {120, "f52b23db1fbb6ded89ef42a23ce0c8922c45f25c50b568a93bf1c075420bbb7c"},
    {127, "92ca0fa6651ee2f97b884b7246a562fa71250fedefe5ebf270d31c546bfea976"},
    {128, "471fb943aa23c511f6f72f8d1652d9c880cfa392ad80503120547703e56a2be5"},
    {129, "5099c6a56203f9687f7d33f4bfdf576d31dc91f6b695ecea38b2770c87631135"},
};
inline constexpr digest_of_counted long_digest{100000, "cd2df694e424bc7968cc37f47751019e5ca0cd1bdf2e479ea537c3a1c32ee1aa"};
inline constexpr digest_of_counted longest_digest{200000, "e24bc62381f1224fbbb74688663f8f9743b9680b193edd666835e97b06e730eb"};

struct known_hmac {
    std::string key;
    std::string message;
    std::string_view digest;
};

// The test cases of RFC 4231 except the fifth, whose digest is truncated there, and an empty message with an empty key.
inline std::array<known_hmac, 7> published_hmacs() {
    std::string counted_key;
    for (char c = 1; c <= 25; ++c) counted_key += c;
    return {{
        {std::string(20, '\x0b'), "Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"},
        {"Jefe", "what do ya want for nothing?", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"},
        {std::string(20, '\xaa'), std::string(50, '\xdd'), "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"},
        {counted_key, std::string(50, '\xcd'), "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"},
        {std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First",
         "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"},
        {std::string(131, '\xaa'),
         "This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before "
         "being used by the HMAC algorithm.",
         "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"},
        {"", "", "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"},
    }};
}

/// Returns the bytes 0, 1, ... 250, 0, 1, ...
inline std::string counted(std::size_t size) {
    std::string text(size, '\0');
    for (std::size_t i = 0; i < size; ++i) text[i] = static_cast<char>(static_cast<unsigned char>(i % 251));
    return text;
}

inline std::string hex_of(const tc3::crypto::sha_256_digest& digest) {
    std::string text;
    tc3::write_hex(text, digest);
    return text;
}

template <class Policy, class Report>
class policy_checks {
public:
    policy_checks(Policy& policy, Report& report) : policy_(policy), report_(report) {}

    void run() {
        known_digests();
        pieces();
        order_of_calls();
        addresses();
        hmac();
        signature();
        endurance();
    }

private:
    void rule(bool held, std::string_view text) { report_(held, text); }

    void known_digests() {
        bool held = true;
        for (const auto& [text, digest] : published_digests) held = hash(text) == digest && held;
        rule(held, "the published examples of SHA-256 (FIPS 180-4) have their published digests");

        held = true;
        for (const auto& [size, digest] : counted_digests) held = hash(counted(size)) == digest && held;
        rule(held, "texts that end before, at and after the end of a block are padded correctly");

        held = hash(counted(long_digest.size)) == long_digest.digest && hash(counted(longest_digest.size)) == longest_digest.digest;
        rule(held, "a long text has its digest in one piece");
    }

    void pieces() {
        const std::string text = counted(long_digest.size);
        bool held = true;
        for (const std::size_t size :
             {std::size_t{1}, std::size_t{3}, std::size_t{63}, std::size_t{64}, std::size_t{65}, std::size_t{1000}}) {
            held = hash_in_pieces(text, size) == long_digest.digest && held;
        }
        rule(held, "a text in pieces of any size has the digest of the whole text");

        bool ok = policy_.sha_256_begin();
        for (const std::string_view piece : {std::string_view(), std::string_view("a"), std::string_view(), std::string_view("bc", 0),
                                             std::string_view("bc"), std::string_view()}) {
            ok = policy_.sha_256_update(tc3::as_bytes(piece)) && ok;
        }
        rule(finish(ok) == abc, "an empty piece, even one at a null pointer, succeeds and changes nothing");
        rule(finish(policy_.sha_256_begin()) == nothing, "a hash without any piece has the digest of the empty text");
    }

    void order_of_calls() {
        bool ok = policy_.sha_256_begin() && update(counted(100));
        rule(ok && hash("abc") == abc, "a hash begun while another is open drops the first");

        ok = policy_.sha_256_begin();
        ok = policy_.sha_256_begin() && ok;
        rule(finish(ok && update("abc")) == abc, "a hash can be begun twice in a row");

        static_cast<void>(update("abc"));
        rule(hash("abc") == abc, "an update without a begin does not change the next hash");

        tc3::crypto::sha_256_digest digest{};
        static_cast<void>(policy_.sha_256_finish(digest));
        static_cast<void>(policy_.sha_256_finish(digest));
        rule(hash("abc") == abc, "a finish without a begin does not change the next hash");

        rule(hash("abc") == abc && hash("") == nothing && hash("abc") == abc, "a hash does not change the next hash");
    }

    void addresses() {
        char memory[64 + 8] = {};
        bool held = true;
        for (std::size_t offset = 0; offset < 8; ++offset) {
            counted(64).copy(memory + offset, 64);
            held = hash({memory + offset, 64}) == hash(counted(64)) && held;
        }
        rule(held, "the bytes of a piece can begin at any address");

        struct {
            std::uint8_t before = 0xa5;
            tc3::crypto::sha_256_digest digest{};
            std::uint8_t after = 0xa5;
        } odd;
        const bool ok = policy_.sha_256_begin() && update("abc") && policy_.sha_256_finish(odd.digest);
        rule(ok && hex_of(odd.digest) == abc && odd.before == 0xa5 && odd.after == 0xa5,
             "the digest can have any address, and 32 bytes are written");

        bool copied = true;
        for (const std::size_t size : {std::size_t{64}, std::size_t{100}, std::size_t{256}, std::size_t{4096}}) {
            copied = copies_pieces_of(size) && copied;
        }
        rule(copied, "update copies its piece: the memory can change afterwards");
    }
    bool copies_pieces_of(std::size_t size) {
        const std::string text = counted(10 * size);
        std::string piece(size, '\0');
        bool ok = policy_.sha_256_begin();
        for (std::size_t position = 0; position < text.size(); position += size) {
            text.copy(piece.data(), size, position);
            ok = update(piece) && ok;
        }
        for (char& c : piece) c = 0;
        const std::string digest = finish(ok);
        return digest == hash(text);
    }

    void hmac() {
        bool held = true;
        for (const auto& [key, message, digest] : published_hmacs()) held = hmac_of(key, message) == digest && held;
        rule(held, "the published examples of HMAC-SHA256 (RFC 4231) have their published digests");
        rule(hash("abc") == abc, "an HMAC does not change the next hash");

        const std::string message = counted(10000);
        held = true;
        for (const std::size_t size :
             {std::size_t{0}, std::size_t{1}, std::size_t{55}, std::size_t{64}, std::size_t{180}, std::size_t{10000}}) {
            const std::string_view text = std::string_view(message).substr(0, size);
            held = hmac_of("key", text) == hmac_on_hash("key", text) && held;
        }
        rule(held, "HMACs of short and long messages follow the formula of RFC 2104");

        const std::string key = counted(64);
        held = true;
        for (const std::size_t size : {std::size_t{33}, std::size_t{48}, std::size_t{63}, std::size_t{64}}) {
            const std::string_view part = std::string_view(key).substr(0, size);
            held = hmac_of(part, "text") == hmac_on_hash(part, "text") && held;
        }
        rule(held, "HMACs with keys up to a block follow the formula of RFC 2104");
    }

    // The GET of docs/tc3-signing.md 1.6.
    void signature() {
        const tc3::credential_view credential{"AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"};
        const tc3::http::header headers[] = {{"Content-Type", "application/x-www-form-urlencoded"}, {"Host", "cvm.tencentcloudapi.com"}};
        const auto payload = tc3::signing::payload_hash("", policy_);
        if (!payload) return rule(false, whole_signature);
        const tc3::signing::request_parts parts{
            .method = tc3::http::method::get, .query = "Limit=10&Offset=0", .headers = headers, .hashed_payload = *payload};
        const auto value = tc3::signing::authorization(parts, "cvm", {1539084154}, credential, policy_);
        rule(value && hex_of(value->signature.bytes) == "5da7a33f6993f0614b047e5df4582db9e9bf4672ba50567dba16c6ccf174c474",
             whole_signature);
    }

    void endurance() {
        bool held = true;
        for (int i = 0; i < 1000; ++i) held = hash("abc") == abc && hmac_of("Jefe", "what do ya want for nothing?") == jefe && held;
        rule(held, "a thousand hashes and HMACs do not exhaust a resource");
    }

    [[nodiscard]] bool update(std::string_view text) { return policy_.sha_256_update(tc3::as_bytes(text)); }

    // Returns the digest in hex, or "failed" if this call or an earlier one failed.
    std::string finish(bool ok) {
        tc3::crypto::sha_256_digest digest{};
        return policy_.sha_256_finish(digest) && ok ? hex_of(digest) : "failed";
    }
    std::string hash(std::string_view text) { return hash_in_pieces(text, text.size() + 1); }
    std::string hash_in_pieces(std::string_view text, std::size_t size) {
        bool ok = policy_.sha_256_begin();
        for (; !text.empty(); text.remove_prefix(size < text.size() ? size : text.size())) ok = update(text.substr(0, size)) && ok;
        return finish(ok);
    }
    std::string hmac_of(std::string_view key_text, std::string_view message) {
        tc3::crypto::hmac_key key;
        if (!key.assign("", key_text, policy_)) return "failed";
        const auto digest = tc3::crypto::hmac_sha_256(key, message, policy_);
        return digest ? hex_of(*digest) : "failed";
    }
    std::string hmac_on_hash(std::string_view key_text, std::string_view message) {
        tc3::crypto::builtin_policy builtin;
        tc3::crypto::hmac_key key;
        if (!key.assign("", key_text, builtin)) return "failed";
        return hex_of(*tc3::crypto::hmac_sha_256(key, message, builtin));
    }

    static constexpr std::string_view nothing = published_digests[0].digest;
    static constexpr std::string_view abc = published_digests[1].digest;
    static constexpr std::string_view jefe = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
    static constexpr std::string_view whole_signature = "a request that is signed with this policy has the signature of the manual";

    Policy& policy_;
    Report& report_;
};

}  // namespace detail

template <tc3::crypto::sha_256_policy Policy, class Report>
void policy_contract(Policy&& policy, Report&& report) {
    detail::policy_checks(policy, report).run();
}

template <tc3::crypto::sha_256_policy Policy, class Report>
void broken_policy_contract(Policy&& policy, Report&& report) {
    tc3::crypto::sha_256_digest digest{};
    const bool began = policy.sha_256_begin();
    const bool updated = policy.sha_256_update(tc3::as_bytes("abc"));
    const bool finished = policy.sha_256_finish(digest);
    report(!(began && updated && finished), "a hash reports failure in at least one call");

    const auto hashed = tc3::crypto::sha_256_of("abc", policy);
    report(!hashed && hashed.error().code == tc3::errc::crypto_failed, "sha_256_of() returns errc::crypto_failed");

    tc3::crypto::hmac_key key;
    report(!key.assign("", "key", policy) || !tc3::crypto::hmac_sha_256_into(digest, key, "text", policy), "an HMAC reports failure");

    const tc3::http::header headers[] = {{"content-type", "application/json"}, {"host", "cvm.tencentcloudapi.com"}};
    const auto value = tc3::signing::authorization({.headers = headers}, "cvm", {1539084154}, {"id", "key"}, policy);
    report(!value && value.error().code == tc3::errc::crypto_failed, "signing fails with errc::crypto_failed");
}

}  // namespace contract
