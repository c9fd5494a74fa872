// SPDX-License-Identifier: MIT
// The signing key, derived from the secret key for one UTC day and one service, and the signature made with it (SPEC 1.4).
#pragma once

#include <tc3/core/text_literal.hpp>
#include <tc3/core/write_lower.hpp>
#include <tc3/crypto/hmac.hpp>
#include <tc3/crypto/sha256.hpp>
#include <tc3/signing/credential.hpp>
#include <tc3/signing/scope.hpp>
#include <tc3/signing/signature.hpp>
#include <tc3/validation/credential_rules.hpp>

#include <string_view>

namespace tc3::inline v0_1::signing {

namespace detail {

/// Puts the HMAC of a step of the derivation in the place of the key that made it. False: the policy failed.
template <crypto::sha256_policy Policy>
[[nodiscard]] TC3_NOINLINE constexpr bool derive_next(crypto::hmac_key& key, const std::string_view& step, Policy& policy) {
    crypto::sha256_digest next{};
    const bool ok = crypto::hmac_sha256_of<longest_service>(next, key, policy, [&step](auto& message) { write_lower(message, step); });
    if (ok) key.assign(next);
    wipe(next);
    return ok;
}

/// Derives the key of a day and a service from a valid secret key. False: the policy failed.
template <crypto::sha256_policy Policy>
[[nodiscard]] constexpr bool derive(crypto::hmac_key& key, const std::string_view& secret_key, const scope_view& scope, Policy& policy) {
    return key.assign("TC3"sv, secret_key, policy) && derive_next(key, scope.date, policy) && derive_next(key, scope.service, policy) &&
           derive_next(key, scope_terminator, policy);
}

}  // namespace detail

/// A derived key, good for its scope; it may be kept for the day. Wiped when it dies.
/// Whoever has it can sign as the account until midnight UTC: guard it like the secret key.
class signing_key {
public:
    constexpr signing_key(const credential_scope& scope, const crypto::sha256_digest& bytes) noexcept : scope_(scope), bytes_(bytes) {}
    constexpr signing_key(const signing_key&) noexcept = default;
    constexpr signing_key& operator=(const signing_key&) noexcept = default;
    constexpr ~signing_key() { wipe(bytes_.data(), bytes_.size()); }

    [[nodiscard]] constexpr const credential_scope& scope() const& noexcept TC3_LIFETIMEBOUND { return scope_; }
    const credential_scope& scope() const&& = delete;
    /// The 32 bytes, for a store or an engine of your own. May hold any byte, 0x00 and 0x0A included.
    [[nodiscard]] constexpr const crypto::sha256_digest& bytes() const& noexcept TC3_LIFETIMEBOUND { return bytes_; }
    const crypto::sha256_digest& bytes() const&& = delete;

    /// See derive_signing_key().
    template <crypto::sha256_policy Policy>
    [[nodiscard]] static constexpr result<signing_key, error> derive(const credential_view& who, const credential_scope& scope,
                                                                     Policy& policy);

private:
    constexpr signing_key(const credential_scope& scope, const crypto::hmac_key& key) noexcept : scope_(scope) {
        for (std::size_t i = 0; i < bytes_.size(); ++i) bytes_[i] = key.block()[i];
    }

    credential_scope scope_;
    crypto::sha256_digest bytes_;
};

/// Derives the key: HMACs of date, service and "tc3_request", chained from "TC3" + secret key. Costs eight short hashes.
/// Fails for an unusable secret key, and with errc::crypto_failed when the policy does.
template <class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] constexpr result<signing_key, error> derive_signing_key(const credential_view& who, const credential_scope& scope,
                                                                      Policy&& policy = Policy{}) {
    return signing_key::derive(who, scope, policy);
}

/// Signs a text, which is not looked into: one of another scope gets a signature that the service refuses. sign(key, prepared) in
/// authorization.hpp tells beforehand. Fails with errc::crypto_failed when the policy does.
template <class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] constexpr result<signature, error> sign(const signing_key& key, std::string_view string_to_sign, Policy&& policy = Policy{}) {
    crypto::hmac_key padded;
    padded.assign(key.bytes());
    const auto digest = crypto::hmac_sha256(padded, string_to_sign, policy);
    if (!digest) return unexpected(error{.code = errc::crypto_failed, .part = "signature"});
    return signature{*digest};
}

// The key is made in the very place that is returned: whatever it passed through would have to be wiped.
template <crypto::sha256_policy Policy>
constexpr result<signing_key, error> signing_key::derive(const credential_view& who, const credential_scope& scope, Policy& policy) {
    if (const auto valid = validate_secret_key(who.secret_key); !valid) return unexpected(valid.error());
    if (scope.service().empty()) return unexpected(error{.code = errc::missing, .part = "service"});

    crypto::hmac_key key;
    if (!detail::derive(key, who.secret_key, scope.view(), policy)) {
        return unexpected(error{.code = errc::crypto_failed, .part = "signature"});
    }
    return {made_in_place, [&] { return signing_key(scope, key); }};
}

}  // namespace tc3::inline v0_1::signing
