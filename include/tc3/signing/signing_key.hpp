// SPDX-License-Identifier: MIT
// The signing key, derived from the secret key for one UTC day and one service, and signatures with it (docs/tc3-signing.md 1.4).
#pragma once

#include <tc3/core/processor.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/core/write_lower.hpp>
#include <tc3/crypto/hmac.hpp>
#include <tc3/crypto/sha_256.hpp>
#include <tc3/signing/credential.hpp>
#include <tc3/signing/scope.hpp>
#include <tc3/signing/signature.hpp>
#include <tc3/validation/credential_rules.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>

namespace tc3::inline TC3_NAMESPACE::signing {

/// What precedes the secret key in the first HMAC.
inline constexpr std::string_view secret_key_prefix = "TC3";

class signing_key;

namespace detail {

/// What a key keeps of HMAC on small machines: nothing.
struct no_midstates {
    [[nodiscard]] static constexpr bool has_key() noexcept { return false; }
    template <class Policy>
    [[nodiscard]] static constexpr bool assign(const crypto::hmac_key&, Policy&) noexcept {
        return true;
    }
};
using kept_midstates = std::conditional_t<has_wide_registers, crypto::hmac_midstates, no_midstates>;
template <class Policy>
concept keeps_midstates = has_wide_registers && crypto::resumable_policy<Policy>;

}  // namespace detail

/// Derives the signing key of a scope from a secret key.
///
/// Errors: those of validate_secret_key(); missing, of "service", for a default-constructed scope; crypto_failed.
/// Cost: 12 SHA-256 compressions, or 14 with the states of HMAC; more for a secret key of 62 bytes or more.
template <crypto::sha_256_policy Policy = crypto::builtin_policy>
[[nodiscard]] constexpr result<signing_key, error> derive_signing_key(const credential_view& credential, const credential_scope& scope,
                                                                      Policy&& policy = Policy{});

/// A signing key with its scope. You may keep it for the day; the destructor wipes it. A key that was derived with a policy that can save
/// its state, such as the built-in one, also keeps the states of HMAC, except on small machines.
///
/// Guard it like the secret key: with it, anyone can sign for the service until midnight UTC.
class signing_key {
public:
    /// Makes a key from stored bytes.
    constexpr signing_key(const credential_scope& scope, const crypto::sha_256_digest& bytes) noexcept : scope_(scope), bytes_(bytes) {}
    constexpr signing_key(const signing_key&) noexcept = default;
    constexpr signing_key& operator=(const signing_key&) noexcept = default;
    constexpr ~signing_key() { wipe(bytes_.data(), bytes_.size()); }

    [[nodiscard]] constexpr const credential_scope& scope() const& noexcept TC3_LIFETIMEBOUND { return scope_; }
    const credential_scope& scope() const&& = delete;
    /// Returns the 32 bytes, to store them or to sign with another library. They can contain 0x00 and 0x0A.
    [[nodiscard]] constexpr const crypto::sha_256_digest& bytes() const& noexcept TC3_LIFETIMEBOUND { return bytes_; }
    const crypto::sha_256_digest& bytes() const&& = delete;

    /// Returns `use(key)`, with the key in the form that is quickest with this policy: a crypto::hmac_midstates or a crypto::hmac_key.
    template <crypto::sha_256_policy Policy, class Use>
    [[nodiscard]] constexpr bool use_with(const Policy&, Use use) const {
        if constexpr (detail::keeps_midstates<Policy>) {
            if (midstates_.has_key()) return use(midstates_);
        }
        const crypto::hmac_key padded_key(bytes_);
        return use(padded_key);
    }

private:
    template <crypto::sha_256_policy Policy>
    friend constexpr result<signing_key, error> derive_signing_key(const credential_view& credential, const credential_scope& scope,
                                                                   Policy&& policy);

    constexpr signing_key(const credential_scope& scope, const crypto::hmac_key& key, const detail::kept_midstates& midstates) noexcept
        : scope_(scope), midstates_(midstates) {
        // The block is the digest, padded with zeros.
        for (std::size_t i = 0; i < bytes_.size(); ++i) bytes_[i] = key.block()[i];
    }

    credential_scope scope_;
    crypto::sha_256_digest bytes_;
    [[no_unique_address]] detail::kept_midstates midstates_;
};

/// Signs any text. Does not check the scope inside it: prefer sign(key, signer_input) in authorization.hpp, which does.
///
/// Errors: crypto_failed.
template <crypto::sha_256_policy Policy = crypto::builtin_policy>
[[nodiscard]] constexpr result<signature, error> sign(const signing_key& key, std::string_view text, Policy&& policy = Policy{}) {
    signing::signature signature;
    const bool ok =
        key.use_with(policy, [&](const auto& hmac_key) { return crypto::hmac_sha_256_into(signature.bytes, hmac_key, text, policy); });
    if (!ok) return unexpected(error{.code = errc::crypto_failed, .part = "signature"});
    return signature;
}

namespace detail {

/// Replaces a key by the HMAC of `step` under it. Returns false if the policy fails.
template <crypto::sha_256_policy Policy>
[[nodiscard]] TC3_NOINLINE constexpr bool derive_next(crypto::hmac_key& key, const std::string_view& step, Policy& policy) {
    crypto::sha_256_digest next;
    const bool ok = crypto::hmac_sha_256_of<longest_service>(next, key, policy, [&step](any_sink& message) { write_lower(message, step); });
    if (ok) key.assign(next);
    wipe(next);
    return ok;
}

/// Derives the key of a scope from a valid secret key. Returns false if the policy fails.
template <crypto::sha_256_policy Policy>
[[nodiscard]] constexpr bool derive(crypto::hmac_key& key, const std::string_view& secret_key, const scope_view& scope, Policy& policy) {
    return key.assign(secret_key_prefix, secret_key, policy) && derive_next(key, scope.date, policy) &&
           derive_next(key, scope.service, policy) && derive_next(key, scope_terminator, policy);
}

}  // namespace detail

template <crypto::sha_256_policy Policy>
constexpr result<signing_key, error> derive_signing_key(const credential_view& credential, const credential_scope& scope, Policy&& policy) {
    if (const auto valid = validate_secret_key(credential.secret_key); !valid) return unexpected(valid.error());
    if (scope.service().empty()) return unexpected(error{.code = errc::missing, .part = "service"});

    crypto::hmac_key key;
    detail::kept_midstates midstates;
    bool ok = detail::derive(key, credential.secret_key, scope.view(), policy);
    if constexpr (detail::keeps_midstates<Policy>) ok = ok && midstates.assign(key, policy);
    if (!ok) {
        return unexpected(error{.code = errc::crypto_failed, .part = "signature"});
    }
    // made_in_place constructs the key inside the result: a copy on the stack would have to be wiped.
    return {made_in_place, [&] { return signing_key(scope, key, midstates); }};
}

}  // namespace tc3::inline TC3_NAMESPACE::signing
