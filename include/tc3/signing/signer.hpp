// SPDX-License-Identifier: MIT
// Who makes the signature: this process from a secret key, or something that keeps the key to itself (secure element, HSM, signing server).
#pragma once

#include <tc3/signing/authorization.hpp>

#include <concepts>
#include <string_view>
#include <type_traits>

namespace tc3::inline v0_1::signing {

/// Names the secret id that the signature belongs to.
template <class Signer>
concept has_secret_id = requires(const Signer& signer) {
    { signer.secret_id() } -> std::convertible_to<std::string_view>;
};

/// Signs the string to sign of a prepared request: `sign(prepared) -> result<signature, error>`.
template <class Signer>
concept has_sign = requires(Signer& signer, const signing_request& request) {
    { signer.sign(request) } -> std::same_as<result<signature, error>>;
};

template <class Signer>
concept signer = has_secret_id<std::remove_reference_t<Signer>> && has_sign<std::remove_reference_t<Signer>>;

/// Signs with a secret key in this process. Derives the key anew each time; keep a signing_key yourself where eight hashes matter.
/// Id, key and policy are the caller's and must outlive it.
template <crypto::sha256_policy Policy>
class credential_signer {
public:
    constexpr credential_signer(const credential_view& who, Policy& policy) noexcept : credential_(who), policy_(policy) {}

    [[nodiscard]] constexpr std::string_view secret_id() const noexcept { return credential_.secret_id; }

    [[nodiscard]] constexpr result<signature, error> sign(const signing_request& request) {
        const auto key = derive_signing_key(credential_, request.scope, policy_);
        if (!key) return unexpected(key.error());
        return signing::sign(*key, request, policy_);
    }

private:
    credential_view credential_;
    Policy& policy_;
};

}  // namespace tc3::inline v0_1::signing
