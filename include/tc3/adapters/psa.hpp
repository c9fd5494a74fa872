// SPDX-License-Identifier: MIT
// PSA Crypto: a policy that hashes with it, and signers whose key stays in a key slot, in a secure partition or a secure element.
// Call psa_crypto_init() before you use any of them.
#pragma once

#include <tc3/requirements.hpp>

#ifndef TC3_REFUSED

#include <tc3/config.hpp>
#include <tc3/core/secret.hpp>
#include <tc3/crypto/hmac.hpp>
#include <tc3/signing/signer.hpp>

#include <psa/crypto.h>

#include <cstddef>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::adapters {

/// A policy with the SHA-256 of PSA. tc3 computes HMAC on it, because psa_mac_* needs a key slot for each key.
///
/// The policy cannot be copied or moved.
///
/// Errors: a call returns false if PSA fails or if no hash is open; last_error() gives the status.
/// Cost: no allocation by tc3.
class psa_policy {
public:
    psa_policy() noexcept = default;
    psa_policy(const psa_policy&) = delete;
    psa_policy& operator=(const psa_policy&) = delete;
    ~psa_policy() { psa_hash_abort(&hash_); }

    /// Returns the status of the last call.
    [[nodiscard]] psa_status_t last_error() const noexcept { return last_error_; }

    bool sha_256_begin() noexcept;
    bool sha_256_update(bytes_view bytes) noexcept { return succeeded(psa_hash_update(&hash_, bytes.data(), bytes.size())); }
    bool sha_256_finish(crypto::sha_256_digest& digest) noexcept;

private:
    bool succeeded(psa_status_t status) noexcept;

    psa_hash_operation_t hash_ = psa_hash_operation_init();
    psa_status_t last_error_ = PSA_SUCCESS;
};

/// A key slot of PSA that computes HMAC-SHA256.
///
/// The slot has the type PSA_KEY_TYPE_HMAC, the algorithm PSA_ALG_HMAC(PSA_ALG_SHA_256) and at least the usage PSA_KEY_USAGE_SIGN_MESSAGE.
///
/// Lifetime: the slot belongs to the program. This class does not import, export or destroy it.
class psa_hmac_key {
public:
    explicit psa_hmac_key(psa_key_id_t slot) noexcept : slot_(slot) {}

    /// Returns the status of the last call.
    [[nodiscard]] psa_status_t last_error() const noexcept { return last_error_; }

    /// Computes the HMAC of a text. Returns false if PSA fails; the digest is unspecified then.
    [[nodiscard]] bool compute(std::string_view text, crypto::sha_256_digest& digest) noexcept;

private:
    psa_key_id_t slot_;
    psa_status_t last_error_ = PSA_SUCCESS;
};

/// A signer with a signing key in a key slot.
///
/// The slot holds the 32 bytes of signing_key::bytes() for the day and service of `scope`, derived where the secret key is kept. Only
/// signatures leave the slot: this program never holds a key.
///
/// Lifetime: refers to the secret id and to the slot.
class psa_signer {
public:
    psa_signer(std::string_view secret_id, psa_key_id_t slot, const signing::credential_scope& scope) noexcept;

    [[nodiscard]] std::string_view secret_id() const noexcept { return secret_id_; }
    /// Returns the status of the last call of PSA.
    [[nodiscard]] psa_status_t last_error() const noexcept { return key_.last_error(); }

    /// Signs a request of the day and service of the key.
    ///
    /// Errors: wrong_scope, of "timestamp" or "service", for another day or service; signer_failed if PSA fails.
    [[nodiscard]] result<signing::signature, error> sign(const signing::signer_input& input) noexcept;

private:
    std::string_view secret_id_;
    psa_hmac_key key_;
    signing::credential_scope scope_;
};

/// A signer with a secret key in a key slot, for any day and service. Prefer psa_signer if the signing key can be derived elsewhere.
///
/// The slot holds "TC3" followed by the secret key. The secret key stays there. For each signature the slot computes the key of the day,
/// which is valid for all services until midnight UTC; sign() derives the signing key from it in this program and wipes both.
///
/// Lifetime: refers to the secret id and to the slot.
class psa_deriving_signer {
public:
    psa_deriving_signer(std::string_view secret_id, psa_key_id_t slot) noexcept : secret_id_(secret_id), key_(slot) {}

    [[nodiscard]] std::string_view secret_id() const noexcept { return secret_id_; }
    /// Returns the status of the last call of PSA.
    [[nodiscard]] psa_status_t last_error() const noexcept { return last_error_; }

    /// Signs a request.
    ///
    /// Errors: signer_failed if PSA fails.
    [[nodiscard]] result<signing::signature, error> sign(const signing::signer_input& input) noexcept;

private:
    std::string_view secret_id_;
    psa_hmac_key key_;
    psa_status_t last_error_ = PSA_SUCCESS;
};

inline bool psa_policy::sha_256_begin() noexcept {
    psa_hash_abort(&hash_);  // a second setup without an abort would leave the operation unusable
    return succeeded(psa_hash_setup(&hash_, PSA_ALG_SHA_256));
}

inline bool psa_policy::sha_256_finish(crypto::sha_256_digest& digest) noexcept {
    std::size_t size = 0;
    return succeeded(psa_hash_finish(&hash_, digest.data(), digest.size(), &size));
}

inline bool psa_policy::succeeded(psa_status_t status) noexcept {
    last_error_ = status;
    return status == PSA_SUCCESS;
}

inline bool psa_hmac_key::compute(std::string_view text, crypto::sha_256_digest& digest) noexcept {
    const bytes_view bytes = as_bytes(text);
    std::size_t size = 0;
    last_error_ = psa_mac_compute(slot_, PSA_ALG_HMAC(PSA_ALG_SHA_256), bytes.data(), bytes.size(), digest.data(), digest.size(), &size);
    return last_error_ == PSA_SUCCESS;
}

inline psa_signer::psa_signer(std::string_view secret_id, psa_key_id_t slot, const signing::credential_scope& scope) noexcept
    : secret_id_(secret_id), key_(slot), scope_(scope) {}

inline result<signing::signature, error> psa_signer::sign(const signing::signer_input& input) noexcept {
    if (const auto valid = signing::validate_same_scope(scope_.view(), input.scope.view()); !valid) return unexpected(valid.error());
    signing::signature signature;
    if (!key_.compute(input.string_to_sign.view(), signature.bytes)) {
        return unexpected(error{.code = errc::signer_failed, .part = "signature"});
    }
    return signature;
}

inline result<signing::signature, error> psa_deriving_signer::sign(const signing::signer_input& input) noexcept {
    // Holds the date key, then the service key, the signing key and the signature: each replaces the key that it was computed with.
    signing::signature signature;
    bool ok = key_.compute(input.scope.date().view(), signature.bytes);
    last_error_ = key_.last_error();

    psa_policy policy;
    crypto::hmac_key key;
    for (const std::string_view text : {input.scope.service(), signing::scope_terminator, input.string_to_sign.view()}) {
        if (!ok) break;
        key.assign(signature.bytes);
        ok = crypto::hmac_sha_256_into(signature.bytes, key, text, policy);
        last_error_ = policy.last_error();
    }
    if (ok) return signature;
    wipe(signature.bytes.data(), signature.bytes.size());
    return unexpected(error{.code = errc::signer_failed, .part = "signature"});
}

}  // namespace tc3::inline TC3_NAMESPACE::adapters

#endif  // TC3_REFUSED
