// SPDX-License-Identifier: MIT
// A policy as a sink: whatever a writer writes is hashed, and never has to exist in memory.
#pragma once

#include <tc3/core/error.hpp>
#include <tc3/core/result.hpp>
#include <tc3/crypto/policy.hpp>

#include <string_view>

namespace tc3::inline v0_1::crypto {

/// Hashes what is appended. Opens the policy's one hash when made: finish() it before another hash is begun.
template <sha256_policy Policy>
class hash_sink {
public:
    constexpr explicit hash_sink(Policy& policy) : policy_(policy), ok_(policy.sha256_begin()) {}

    constexpr void append(const std::string_view& text) {
        for_bytes_of(text, [this](bytes_view bytes) { append(bytes); });
    }
    TC3_NOINLINE constexpr void append(const bytes_view& bytes) { ok_ = ok_ && policy_.sha256_update(bytes); }

    /// The digest, or errc::crypto_failed if the policy reported failure at any time.
    [[nodiscard]] constexpr result<sha256_digest, error> finish() {
        sha256_digest digest{};
        if (!finish_into(digest)) return unexpected(error{.code = errc::crypto_failed});
        return digest;
    }
    /// The same without a copy on the way, for digests that are keys. False: the policy failed.
    [[nodiscard]] TC3_NOINLINE constexpr bool finish_into(sha256_digest& digest) { return ok_ && policy_.sha256_finish(digest); }

private:
    Policy& policy_;
    bool ok_;
};

/// The SHA-256 of a text.
template <sha256_policy Policy>
[[nodiscard]] constexpr result<sha256_digest, error> sha256_of(std::string_view text, Policy& policy) {
    hash_sink hash(policy);
    hash.append(text);
    return hash.finish();
}

}  // namespace tc3::inline v0_1::crypto
