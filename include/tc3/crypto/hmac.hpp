// SPDX-License-Identifier: MIT
// HMAC-SHA256 (RFC 2104) over any policy: with the policy's own, where it has one, else on its hash.
#pragma once

#include <tc3/core/fixed_text.hpp>
#include <tc3/core/secret.hpp>
#include <tc3/crypto/hash.hpp>

#include <cstddef>
#include <cstdint>

namespace tc3::inline v0_1::crypto {

/// A key brought to the 64 bytes that HMAC works with: padded with zeros, or hashed first when longer. Wiped when it dies.
class hmac_key {
public:
    constexpr hmac_key() noexcept { wipe(block_); }
    hmac_key(const hmac_key&) = delete;
    hmac_key& operator=(const hmac_key&) = delete;
    constexpr ~hmac_key() { wipe(block_); }

    /// Takes the key `prefix` + `text`; the parts are never joined in memory. False: the policy failed.
    template <sha256_policy Policy>
    [[nodiscard]] TC3_NOINLINE constexpr bool assign(const std::string_view& prefix, const std::string_view& text, Policy& policy) {
        if (prefix.size() + text.size() > block_.size()) {
            hash_sink hash(policy);
            hash.append(prefix);
            hash.append(text);
            sha256_digest digest{};
            const bool ok = hash.finish_into(digest);
            if (ok) assign(digest);
            wipe(digest);
            return ok;
        }
        for (std::size_t i = 0; i < block_.size(); ++i) {
            const char c = i < prefix.size() ? prefix[i] : i - prefix.size() < text.size() ? text[i - prefix.size()] : '\0';
            block_[i] = static_cast<std::uint8_t>(c);
        }
        return true;
    }
    constexpr void assign(const sha256_digest& digest) noexcept {
        for (std::size_t i = 0; i < block_.size(); ++i) block_[i] = i < digest.size() ? digest[i] : std::uint8_t{0};
    }

    [[nodiscard]] constexpr const std::array<std::uint8_t, sha256_block_size>& block() const noexcept { return block_; }

private:
    std::array<std::uint8_t, sha256_block_size> block_;
};

/// HMAC-SHA256 on a policy's hash: the message never has to exist in memory. Opens the policy's one hash when made: finish it before
/// another is begun. The key must live until then.
template <sha256_policy Policy>
class hmac_sha256_stream {
public:
    TC3_NOINLINE constexpr hmac_sha256_stream(const hmac_key& key, Policy& policy) : key_(key), policy_(policy), inner_(policy) {
        append_key(inner_, 0x36);
    }

    /// The sink that takes the message.
    [[nodiscard]] constexpr hash_sink<Policy>& message() noexcept { return inner_; }
    /// False: the policy failed.
    [[nodiscard]] TC3_NOINLINE constexpr bool finish_into(sha256_digest& digest) {
        if (!inner_.finish_into(digest)) return false;
        hash_sink outer(policy_);
        append_key(outer, 0x5c);
        outer.append(bytes_view(digest));
        return outer.finish_into(digest);
    }

private:
    // In pieces, as all that is made of a key must be wiped.
    TC3_NOINLINE constexpr void append_key(hash_sink<Policy>& hash, unsigned pad) const {
        std::array<std::uint8_t, 16> piece;
        for (std::size_t i = 0; i < sha256_block_size; ++i) {
            piece[i % piece.size()] = static_cast<std::uint8_t>(key_.block()[i] ^ pad);
            if ((i + 1) % piece.size() == 0) hash.append(bytes_view(piece));
        }
        wipe(piece);
    }

    const hmac_key& key_;
    Policy& policy_;
    hash_sink<Policy> inner_;
};

/// HMAC-SHA256 of a short text. Fails with errc::crypto_failed only.
template <sha256_policy Policy>
[[nodiscard]] constexpr result<sha256_digest, error> hmac_sha256(const hmac_key& key, std::string_view message, Policy& policy);

/// The same without a copy on the way, for digests that are keys. False: the policy failed.
template <sha256_policy Policy>
[[nodiscard]] constexpr bool hmac_sha256_into(sha256_digest& digest, const hmac_key& key, std::string_view message, Policy& policy) {
    if constexpr (hmac_policy<Policy>) {
        // At compile time text can't be handed over as bytes in one piece: there the policy's hash does it.
        if (!std::is_constant_evaluated()) return policy.hmac_sha256(bytes_view(key.block()), as_bytes(message), digest);
    }
    hmac_sha256_stream hmac(key, policy);
    hmac.message().append(message);
    return hmac.finish_into(digest);
}

/// The same of a text of up to `Longest` characters that `write(sink)` writes: streamed, or joined for a policy with an HMAC of its own.
template <std::size_t Longest, sha256_policy Policy, class Write>
[[nodiscard]] constexpr bool hmac_sha256_of(sha256_digest& digest, const hmac_key& key, Policy& policy, Write write) {
    if constexpr (hmac_policy<Policy>) {
        fixed_text<Longest> message;
        write(message);
        return hmac_sha256_into(digest, key, message.view(), policy);
    } else {
        hmac_sha256_stream hmac(key, policy);
        write(hmac.message());
        return hmac.finish_into(digest);
    }
}

template <sha256_policy Policy>
constexpr result<sha256_digest, error> hmac_sha256(const hmac_key& key, std::string_view message, Policy& policy) {
    sha256_digest digest{};
    if (!hmac_sha256_into(digest, key, message, policy)) return unexpected(error{.code = errc::crypto_failed});
    return digest;
}

}  // namespace tc3::inline v0_1::crypto
