// SPDX-License-Identifier: MIT
// A policy as a sink: text is hashed as it is written, without a copy in memory.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/crypto/policy.hpp>

#include <string_view>
#include <type_traits>

namespace tc3::inline TC3_NAMESPACE::crypto {

/// A sink that hashes what is appended.
///
/// The constructor opens the hash of the policy. Call a finish function before another hash is opened on the policy.
/// Lifetime: refers to the policy.
template <sha_256_policy Policy>
class hash_sink final : public any_sink {
public:
    constexpr explicit hash_sink(Policy& policy TC3_LIFETIMEBOUND) : any_sink(append_to), policy_(policy), ok_(policy.sha_256_begin()) {}

    using any_sink::append;
    TC3_NOINLINE constexpr void append(const bytes_view& bytes) { ok_ = ok_ && policy_.sha_256_update(bytes); }

    /// Returns the digest. Errors: crypto_failed if any call of the policy failed.
    [[nodiscard]] constexpr result<sha_256_digest, error> finish() {
        sha_256_digest digest{};
        if (!finish_into(digest)) return unexpected(error{.code = errc::crypto_failed, .part = "digest"});
        return digest;
    }
    /// Writes the digest without a temporary copy, for a digest that is a key. Returns false if any call of the policy failed.
    [[nodiscard]] TC3_NOINLINE constexpr bool finish_into(sha_256_digest& digest) { return ok_ && policy_.sha_256_finish(digest); }

private:
    static constexpr void append_to(any_sink& self, const std::string_view& text) {
        auto& hash = static_cast<hash_sink&>(self);
        if (std::is_constant_evaluated()) {
            for_copied_bytes_of(text, [&hash](bytes_view bytes) { hash.append(bytes); });
        } else {
            hash.append(as_bytes(text));
        }
    }

    Policy& policy_;
    bool ok_;
};
template <sha_256_policy Policy>
hash_sink(Policy&) -> hash_sink<Policy>;

/// Returns the SHA-256 digest of a text. Errors: crypto_failed if the policy failed.
template <sha_256_policy Policy>
[[nodiscard]] constexpr result<sha_256_digest, error> sha_256_of(std::string_view text, Policy& policy) {
    hash_sink hash(policy);
    hash.append(text);
    return hash.finish();
}

}  // namespace tc3::inline TC3_NAMESPACE::crypto
