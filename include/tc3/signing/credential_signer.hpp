// SPDX-License-Identifier: MIT
// The signer with a secret key in this process, for functions that take a signer.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/result.hpp>
#include <tc3/crypto/policy.hpp>
#include <tc3/signing/authorization.hpp>
#include <tc3/signing/credential.hpp>
#include <tc3/signing/signature.hpp>
#include <tc3/signing/signer.hpp>
#include <tc3/signing/signing_key.hpp>

#include <string_view>

namespace tc3::inline TC3_NAMESPACE::signing {

/// A signer with a secret key in this process. It derives the signing key for each signature.
///
/// Lifetime: refers to the text of the credential and to the policy.
/// Cost: 12 SHA-256 compressions for each signature, to derive the key.
template <crypto::sha_256_policy Policy>
class credential_signer {
public:
    constexpr credential_signer(const credential_view& credential, Policy& policy TC3_LIFETIMEBOUND) noexcept
        : credential_(credential), policy_(policy) {}

    [[nodiscard]] constexpr std::string_view secret_id() const noexcept { return credential_.secret_id; }

    /// Signs a request of any day and service.
    ///
    /// Errors: those of validate_secret_key(); crypto_failed.
    [[nodiscard]] constexpr result<signature, error> sign(const signer_input& input) {
        const auto key = derive_signing_key(credential_, input.scope, policy_);
        if (!key) return unexpected(key.error());
        return signing::sign(*key, input, policy_);
    }

private:
    credential_view credential_;
    Policy& policy_;
};
template <crypto::sha_256_policy Policy>
credential_signer(const credential_view&, Policy&) -> credential_signer<Policy>;

}  // namespace tc3::inline TC3_NAMESPACE::signing
