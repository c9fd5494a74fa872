// SPDX-License-Identifier: MIT
// <tc3/adapters/psa.hpp> of tc3 0.1.0, made by tools/amalgamate.py from the headers under include/: edit those.
// SHA-256 of these 1 headers, one after the other: 08e74379835b12cf77d590630b92b0fb8212cff03e9be3e4234a76c8855202f4
//
// MIT License
//
// Copyright (c) 2026 the tc3 authors
//
// Permission is hereby granted, free of charge, to any person obtaining a copy
// of this software and associated documentation files (the "Software"), to deal
// in the Software without restriction, including without limitation the rights
// to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
// copies of the Software, and to permit persons to whom the Software is
// furnished to do so, subject to the following conditions:
//
// The above copyright notice and this permission notice shall be included in all
// copies or substantial portions of the Software.
//
// THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
// IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
// FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
// AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
// LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
// OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
// SOFTWARE.

#pragma once
#ifndef TC3_SINGLE_HEADER_ADAPTERS_PSA_0_1_0
#define TC3_SINGLE_HEADER_ADAPTERS_PSA_0_1_0

#include <tc3/tc3.hpp>

#include <cstddef>
#include <psa/crypto.h>
#include <string_view>

// ---- tc3/adapters/psa.hpp -------------------------------------------------------------------------------------------

// PSA Crypto: a policy that hashes with it, and signers whose key stays in a slot of it, in a secure partition or element.
// The program calls psa_crypto_init() before it uses any of them.

namespace tc3::inline v0_1::adapters {

/// SHA-256 by psa_hash_*; HMAC is tc3's own on it, as psa_mac_* would take a key slot for each. Stays where it was made.
class psa_policy {
public:
    psa_policy() noexcept = default;
    psa_policy(const psa_policy&) = delete;
    psa_policy& operator=(const psa_policy&) = delete;
    ~psa_policy() { psa_hash_abort(&hash_); }

    /// What PSA returned last.
    [[nodiscard]] psa_status_t last_error() const noexcept { return last_error_; }

    bool sha256_begin() noexcept {
        psa_hash_abort(&hash_);  // an operation that is set up twice fails for good
        return succeeded(psa_hash_setup(&hash_, PSA_ALG_SHA_256));
    }
    bool sha256_update(bytes_view bytes) noexcept { return succeeded(psa_hash_update(&hash_, bytes.data(), bytes.size())); }
    bool sha256_finish(crypto::sha256_digest& digest) noexcept {
        std::size_t size = 0;
        return succeeded(psa_hash_finish(&hash_, digest.data(), digest.size(), &size));
    }

private:
    bool succeeded(psa_status_t status) noexcept {
        last_error_ = status;
        return status == PSA_SUCCESS;
    }

    psa_hash_operation_t hash_ = psa_hash_operation_init();
    psa_status_t last_error_ = PSA_SUCCESS;
};

/// A key of PSA that makes HMAC-SHA256: its slot is of type PSA_KEY_TYPE_HMAC, algorithm PSA_ALG_HMAC(PSA_ALG_SHA_256), and needs no
/// usage but PSA_KEY_USAGE_SIGN_MESSAGE. The slot is the caller's; nothing here imports, exports or destroys it.
class psa_hmac_key {
public:
    explicit psa_hmac_key(psa_key_id_t slot) noexcept : slot_(slot) {}

    [[nodiscard]] psa_status_t last_error() const noexcept { return last_error_; }

    /// The HMAC of a text. False: PSA refused, and the digest is not to be used.
    [[nodiscard]] bool compute(std::string_view text, crypto::sha256_digest& digest) noexcept {
        const bytes_view bytes = as_bytes(text);
        std::size_t size = 0;
        last_error_ =
            psa_mac_compute(slot_, PSA_ALG_HMAC(PSA_ALG_SHA_256), bytes.data(), bytes.size(), digest.data(), digest.size(), &size);
        return last_error_ == PSA_SUCCESS;
    }

private:
    psa_key_id_t slot_;
    psa_status_t last_error_ = PSA_SUCCESS;
};

/// Signs with a slot that holds a day's signing key, the 32 bytes of signing_key::bytes(), made where the secret key is kept and good for
/// `scope` alone. Nothing leaves the slot but signatures: neither key ever enters this program.
/// Fails with errc::wrong_scope for a request of another day or service, and with errc::signer_failed when PSA fails: see last_error().
/// The secret id must outlive the signer.
class psa_signer {
public:
    psa_signer(std::string_view secret_id, psa_key_id_t slot, const signing::credential_scope& scope) noexcept
        : secret_id_(secret_id), key_(slot), scope_(scope) {}

    [[nodiscard]] std::string_view secret_id() const noexcept { return secret_id_; }
    /// What PSA returned last.
    [[nodiscard]] psa_status_t last_error() const noexcept { return key_.last_error(); }

    [[nodiscard]] result<signing::signature, error> sign(const signing::signing_request& request) noexcept {
        if (const auto valid = signing::validate_scope(scope_, request.scope); !valid) return unexpected(valid.error());
        signing::signature made;
        if (!key_.compute(request.string_to_sign.view(), made.bytes)) {
            return unexpected(error{.code = errc::signer_failed, .part = "signature"});
        }
        return made;
    }

private:
    std::string_view secret_id_;
    psa_hmac_key key_;
    signing::credential_scope scope_;
};

/// Signs, for any day and service, with a slot that holds "TC3" and the secret key behind it. The secret key stays there, but with each
/// signature the key of that day leaves the slot: it signs for all services until midnight UTC. It and what is derived from it are
/// in this program's memory during sign() and wiped at its end; so prefer psa_signer where something else can derive.
/// Fails with errc::signer_failed when PSA fails: see last_error(). The secret id must outlive the signer.
class psa_deriving_signer {
public:
    psa_deriving_signer(std::string_view secret_id, psa_key_id_t slot) noexcept : secret_id_(secret_id), key_(slot) {}

    [[nodiscard]] std::string_view secret_id() const noexcept { return secret_id_; }
    /// What PSA returned last.
    [[nodiscard]] psa_status_t last_error() const noexcept { return last_error_; }

    [[nodiscard]] result<signing::signature, error> sign(const signing::signing_request& request) noexcept {
        // Date key, service key, signing key and signature, each in the place of the one that it was made with.
        signing::signature made;
        bool ok = key_.compute(request.scope.date().view(), made.bytes);
        last_error_ = key_.last_error();

        psa_policy policy;
        crypto::hmac_key key;
        for (const std::string_view text : {request.scope.service(), signing::scope_terminator, request.string_to_sign.view()}) {
            if (!ok) break;
            key.assign(made.bytes);
            ok = crypto::hmac_sha256_into(made.bytes, key, text, policy);
            last_error_ = policy.last_error();
        }
        if (ok) return made;
        wipe(made.bytes.data(), made.bytes.size());
        return unexpected(error{.code = errc::signer_failed, .part = "signature"});
    }

private:
    std::string_view secret_id_;
    psa_hmac_key key_;
    psa_status_t last_error_ = PSA_SUCCESS;
};

}  // namespace tc3::inline v0_1::adapters

#endif  // TC3_SINGLE_HEADER_ADAPTERS_PSA_0_1_0
