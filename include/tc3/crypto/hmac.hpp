// SPDX-License-Identifier: MIT
// HMAC-SHA256 (RFC 2104) over any policy: with the policy's own, where it has one, else on its hash.
#pragma once

#include <tc3/core/secret.hpp>
#include <tc3/crypto/hash.hpp>

#include <cstddef>
#include <cstdint>

namespace tc3::inline v0_1::crypto {

/// A key brought to the 64 bytes that HMAC works with: padded with zeros, or hashed first when longer. Wiped when it dies.
class hmac_key {
public:
    constexpr hmac_key() noexcept = default;
    hmac_key(const hmac_key&) = delete;
    hmac_key& operator=(const hmac_key&) = delete;
    constexpr ~hmac_key() { wipe(block_.data(), block_.size()); }

    /// Takes the key `prefix` + `text`; the parts are never joined in memory. False: the policy failed.
    template <sha256_policy Policy>
    [[nodiscard]] constexpr bool assign(std::string_view prefix, std::string_view text, Policy& policy) {
        if (prefix.size() + text.size() > block_.size()) {
            hash_sink hash(policy);
            hash.append(prefix);
            hash.append(text);
            sha256_digest digest{};
            const bool ok = hash.finish_into(digest);
            assign(digest);
            wipe(digest.data(), digest.size());
            return ok;
        }
        block_ = {};
        std::size_t size = 0;
        for (const char c : prefix) block_[size++] = static_cast<std::uint8_t>(c);
        for (const char c : text) block_[size++] = static_cast<std::uint8_t>(c);
        return true;
    }
    constexpr void assign(const sha256_digest& digest) noexcept {
        block_ = {};
        for (std::size_t i = 0; i < digest.size(); ++i) block_[i] = digest[i];
    }

    [[nodiscard]] constexpr const std::array<std::uint8_t, sha256_block_size>& block() const noexcept { return block_; }

private:
    std::array<std::uint8_t, sha256_block_size> block_{};
};

/// HMAC-SHA256 of a short text. Fails with errc::crypto_failed only.
template <sha256_policy Policy>
[[nodiscard]] constexpr result<sha256_digest, error> hmac_sha256(const hmac_key& key, std::string_view message, Policy& policy);

/// The same without a copy on the way, for digests that are keys. False: the policy failed.
template <sha256_policy Policy>
[[nodiscard]] constexpr bool hmac_sha256_into(sha256_digest& digest, const hmac_key& key, std::string_view message, Policy& policy);

namespace detail {

template <sha256_policy Policy>
constexpr void append_padded(hash_sink<Policy>& hash, const hmac_key& key, std::uint8_t pad) {
    std::array<std::uint8_t, sha256_block_size> padded{};
    for (std::size_t i = 0; i < padded.size(); ++i) padded[i] = static_cast<std::uint8_t>(key.block()[i] ^ pad);
    hash.append(bytes_view(padded));
    wipe(padded.data(), padded.size());
}

// One hash after the other, never two open: an engine may have a single state.
template <sha256_policy Policy>
[[nodiscard]] constexpr bool hmac_on_hash(sha256_digest& digest, const hmac_key& key, std::string_view message, Policy& policy) {
    hash_sink inner(policy);
    append_padded(inner, key, 0x36);
    inner.append(message);
    if (!inner.finish_into(digest)) return false;

    hash_sink outer(policy);
    append_padded(outer, key, 0x5c);
    outer.append(bytes_view(digest));
    return outer.finish_into(digest);
}

}  // namespace detail

template <sha256_policy Policy>
constexpr bool hmac_sha256_into(sha256_digest& digest, const hmac_key& key, std::string_view message, Policy& policy) {
    if constexpr (hmac_policy<Policy>) {
        // At compile time text can't be handed over as bytes in one piece: there the policy's hash does it.
        if (!std::is_constant_evaluated()) return policy.hmac_sha256(bytes_view(key.block()), as_bytes(message), digest);
    }
    return detail::hmac_on_hash(digest, key, message, policy);
}

template <sha256_policy Policy>
constexpr result<sha256_digest, error> hmac_sha256(const hmac_key& key, std::string_view message, Policy& policy) {
    sha256_digest digest{};
    if (!hmac_sha256_into(digest, key, message, policy)) return unexpected(error{.code = errc::crypto_failed});
    return digest;
}

}  // namespace tc3::inline v0_1::crypto
