// SPDX-License-Identifier: MIT
// HMAC-SHA256 (RFC 2104) with any policy: with the HMAC of the policy if it has one, else built on its hash.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/fixed_text.hpp>
#include <tc3/core/processor.hpp>
#include <tc3/core/secret.hpp>
#include <tc3/crypto/hash.hpp>
#include <tc3/crypto/hmac_wide.hpp>
#include <tc3/crypto/sha_256.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace tc3::inline TC3_NAMESPACE::crypto {

/// A key as the 64 bytes that HMAC uses: padded with zeros, or hashed first if it is longer. The destructor wipes it.
class hmac_key {
public:
    constexpr hmac_key() noexcept { wipe(block_); }  // zeros, by code that is linked anyway
    /// Pads a digest.
    constexpr explicit hmac_key(const sha_256_digest& digest) noexcept { assign(digest); }
    hmac_key(const hmac_key&) = delete;
    hmac_key& operator=(const hmac_key&) = delete;
    constexpr ~hmac_key() { wipe(block_); }

    /// Sets the key to `prefix` followed by `text`, which are not joined in memory. Returns false if the policy failed.
    template <sha_256_policy Policy>
    [[nodiscard]] TC3_NOINLINE constexpr bool assign(const std::string_view& prefix, const std::string_view& text, Policy& policy) {
        if (prefix.size() + text.size() > block_.size()) {
            hash_sink hash(policy);
            hash.append_at_once(prefix);
            hash.append_at_once(text);
            sha_256_digest digest{};
            const bool ok = hash.finish_into(digest);
            if (ok) assign(digest);
            wipe(digest);
            return ok;
        }
        if (has_wide_registers && !std::is_constant_evaluated()) {
            block_.fill(0);
            if (!prefix.empty()) std::memcpy(block_.data(), prefix.data(), prefix.size());
            if (!text.empty()) std::memcpy(block_.data() + prefix.size(), text.data(), text.size());
            return true;
        }
        for (std::size_t i = 0; i < block_.size(); ++i) {
            const char c = i < prefix.size() ? prefix[i] : i - prefix.size() < text.size() ? text[i - prefix.size()] : '\0';
            block_[i] = static_cast<std::uint8_t>(c);
        }
        return true;
    }
    /// Sets the key to a digest.
    TC3_NOINLINE constexpr void assign(const sha_256_digest& digest) noexcept {
        if (has_wide_registers && !std::is_constant_evaluated()) {
            block_.fill(0);
            std::memcpy(block_.data(), digest.data(), digest.size());
            return;
        }
        for (std::size_t i = 0; i < block_.size(); ++i) block_[i] = i < digest.size() ? digest[i] : std::uint8_t{0};
    }
    /// Sets the key to another one.
    constexpr void assign(const hmac_key& other) noexcept { block_ = other.block_; }

    [[nodiscard]] constexpr const std::array<std::uint8_t, sha_256_block_size>& block() const noexcept { return block_; }

private:
    std::array<std::uint8_t, sha_256_block_size> block_;
};

/// The states of the two hashes of an HMAC after the block of the key, so that HMACs under a key that is kept hash that block once. They
/// are as secret as the key. The destructor wipes them.
class hmac_midstates {
public:
    constexpr hmac_midstates() noexcept = default;  // without a key
    constexpr hmac_midstates(const hmac_midstates&) noexcept = default;
    constexpr hmac_midstates& operator=(const hmac_midstates&) noexcept = default;
    constexpr ~hmac_midstates() { wipe(this, sizeof *this); }

    /// Hashes the block of a key. Returns false if the policy failed.
    template <resumable_policy Policy>
    [[nodiscard]] constexpr bool assign(const hmac_key& key, Policy& policy);

    /// Returns whether assign() has succeeded.
    [[nodiscard]] constexpr bool has_key() const noexcept { return outer_.size != 0; }
    [[nodiscard]] constexpr const sha_256_midstate& inner() const noexcept { return inner_; }
    [[nodiscard]] constexpr const sha_256_midstate& outer() const noexcept { return outer_; }

private:
    sha_256_midstate inner_{};
    sha_256_midstate outer_{};
};

namespace detail {

/// Appends the block of a key, each byte xor `pad`. On small machines in pieces, so that little memory has to be wiped.
template <sha_256_policy Policy>
TC3_NOINLINE constexpr void append_padded_key(hash_sink<Policy>& hash, const hmac_key& key, unsigned pad) {
    std::array<std::uint8_t, has_wide_registers ? sha_256_block_size : 16> piece;
    for (std::size_t first = 0; first < sha_256_block_size; first += piece.size()) {
        for (std::size_t i = 0; i < piece.size(); ++i) piece[i] = static_cast<std::uint8_t>(key.block()[first + i] ^ pad);
        hash.append(bytes_view(piece));
    }
    wipe(piece);
}

/// Returns whether HMACs of messages of at most `longest` bytes need no policy: with the built-in one, where registers are wide.
template <sha_256_policy Policy>
[[nodiscard]] consteval bool is_short_for(std::size_t longest) noexcept {
    return has_wide_registers && std::is_same_v<Policy, builtin_policy> && longest != 0 && longest <= hmac_message::longest;
}

/// Writes the HMAC of a short message. Returns true.
template <class Key, class Write>
bool write_short_hmac(sha_256_digest& digest, const Key& key, Write write) {
    hmac_message message;
    write(message);
    hmac_states states;
    if constexpr (std::is_same_v<Key, hmac_midstates>) {
        states.inner = key.inner().words;
        states.outer = key.outer().words;
    } else {
        states.hash_key(key.block());
    }
    message.finish(digest, states);
    return true;
}

/// Begins the inner hash of an HMAC, to which the message is appended next.
template <sha_256_policy Policy>
constexpr void begin_hmac(hash_sink<Policy>& inner, const hmac_key& key) {
    append_padded_key(inner, key, 0x36);
}

/// Ends the inner hash and writes the HMAC. Returns false if the policy failed.
template <sha_256_policy Policy>
[[nodiscard]] TC3_NOINLINE constexpr bool finish_hmac(hash_sink<Policy>& inner, const hmac_key& key, Policy& policy,
                                                      sha_256_digest& digest) {
    if (!inner.finish_into(digest)) return false;
    hash_sink outer(policy);
    append_padded_key(outer, key, 0x5c);
    outer.append(bytes_view(digest));
    return outer.finish_into(digest);
}

}  // namespace detail

/// Returns the HMAC-SHA256 of a text. Errors: crypto_failed if the policy failed.
template <sha_256_policy Policy>
[[nodiscard]] constexpr result<sha_256_digest, error> hmac_sha_256(const hmac_key& key, std::string_view message, Policy& policy);

/// Writes the HMAC-SHA256 of a text without a temporary copy, for an HMAC that is a key. Returns false if the policy failed.
template <sha_256_policy Policy>
[[nodiscard]] constexpr bool hmac_sha_256_into(sha_256_digest& digest, const hmac_key& key, std::string_view message, Policy& policy) {
    if constexpr (hmac_policy<Policy>) {
        // Text cannot be viewed as bytes at compile time: the hash, which takes pieces, is used then.
        if (!std::is_constant_evaluated()) return policy.hmac_sha_256(bytes_view(key.block()), as_bytes(message), digest);
    }
    hash_sink inner(policy);
    detail::begin_hmac(inner, key);
    inner.append(message);
    return detail::finish_hmac(inner, key, policy, digest);
}

/// Writes the HMAC-SHA256 of the text that `write(any_sink&)` writes, of at most `Longest` characters. Returns false if the policy failed.
///
/// The text is hashed as it is written, or collected on the stack for a policy with an HMAC of its own.
template <std::size_t Longest, sha_256_policy Policy, class Write>
[[nodiscard]] constexpr bool hmac_sha_256_of(sha_256_digest& digest, const hmac_key& key, Policy& policy, Write write) {
    if constexpr (hmac_policy<Policy>) {
        fixed_text<Longest> message;
        sink_adapter out(message);
        write(out);
        return hmac_sha_256_into(digest, key, message.view(), policy);
    } else {
        if constexpr (detail::is_short_for<Policy>(Longest)) {
            if (!std::is_constant_evaluated()) return detail::write_short_hmac(digest, key, write);
        }
        // A variable, not a member of an object for HMAC: g++ 11 casts from a base at compile time only to a complete object.
        hash_sink inner(policy);
        detail::begin_hmac(inner, key);
        write(inner);
        return detail::finish_hmac(inner, key, policy, digest);
    }
}

/// Writes the HMAC-SHA256 of the text that `write(any_sink&)` writes, under a key whose block has been hashed. Returns false if the policy
/// failed. A `Longest` of 0 means any length.
template <std::size_t Longest, resumable_policy Policy, class Write>
[[nodiscard]] constexpr bool hmac_sha_256_of(sha_256_digest& digest, const hmac_midstates& key, Policy& policy, Write write) {
    if constexpr (detail::is_short_for<Policy>(Longest)) {
        if (!std::is_constant_evaluated()) return detail::write_short_hmac(digest, key, write);
    }
    hash_sink inner(policy, key.inner());
    write(inner);
    if (!inner.finish_into(digest)) return false;
    hash_sink outer(policy, key.outer());
    outer.append(bytes_view(digest));
    return outer.finish_into(digest);
}
/// Writes the HMAC-SHA256 of a text under such a key.
template <resumable_policy Policy>
[[nodiscard]] constexpr bool hmac_sha_256_into(sha_256_digest& digest, const hmac_midstates& key, std::string_view message,
                                               Policy& policy) {
    return hmac_sha_256_of<0>(digest, key, policy, [&](any_sink& out) { out.append(message); });
}

template <resumable_policy Policy>
constexpr bool hmac_midstates::assign(const hmac_key& key, Policy& policy) {
    const auto hash_key = [&](sha_256_midstate& midstate, unsigned pad) {
        hash_sink hash(policy);
        detail::append_padded_key(hash, key, pad);
        return hash.save(midstate);
    };
    if (hash_key(inner_, 0x36) && hash_key(outer_, 0x5c)) return true;
    outer_.size = 0;
    return false;
}

template <sha_256_policy Policy>
constexpr result<sha_256_digest, error> hmac_sha_256(const hmac_key& key, std::string_view message, Policy& policy) {
    sha_256_digest digest{};
    if (!hmac_sha_256_into(digest, key, message, policy)) return unexpected(error{.code = errc::crypto_failed, .part = "HMAC"});
    return digest;
}

}  // namespace tc3::inline TC3_NAMESPACE::crypto
