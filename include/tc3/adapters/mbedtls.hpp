// SPDX-License-Identifier: MIT
// A crypto policy on the SHA-256 of Mbed TLS 2.28 and 3.x, for firmware that already links it. For version 4 use psa.hpp.
#pragma once

#include <tc3/requirements.hpp>

#ifndef TC3_REFUSED

#include <tc3/config.hpp>
#include <tc3/crypto/policy.hpp>

#include <mbedtls/sha256.h>
#include <mbedtls/version.h>

namespace tc3::inline TC3_NAMESPACE::adapters {

/// A policy with the SHA-256 of Mbed TLS. tc3 computes HMAC on it, because mbedtls_md_hmac allocates.
///
/// The context is wiped after each hash. The policy cannot be copied or moved: an accelerator can refer to its context.
///
/// Errors: a call returns false if Mbed TLS fails or if no hash is open; last_error() gives the code.
/// Cost: no allocation.
class mbedtls_policy {
public:
    mbedtls_policy() noexcept { mbedtls_sha256_init(&hash_); }
    mbedtls_policy(const mbedtls_policy&) = delete;
    mbedtls_policy& operator=(const mbedtls_policy&) = delete;
    ~mbedtls_policy() { mbedtls_sha256_free(&hash_); }

    /// Returns the code of the last call: 0, or a MBEDTLS_ERR_* code.
    [[nodiscard]] int last_error() const noexcept { return last_error_; }

    bool sha_256_begin() noexcept;
    /// Adds bytes to the open hash. A failure closes the hash.
    bool sha_256_update(bytes_view bytes) noexcept;
    bool sha_256_finish(crypto::sha_256_digest& digest) noexcept;

private:
    static constexpr int not_open = MBEDTLS_ERR_SHA256_BAD_INPUT_DATA;

    bool succeeded(int code) noexcept;
    void reset() noexcept;

    mbedtls_sha256_context hash_;
    bool open_ = false;
    int last_error_ = 0;
};

namespace detail {

// Version 3 dropped the suffix _ret.
#if MBEDTLS_VERSION_NUMBER >= 0x03000000
inline int mbedtls_start(mbedtls_sha256_context& context) noexcept { return mbedtls_sha256_starts(&context, 0); }
inline int mbedtls_update(mbedtls_sha256_context& context, bytes_view bytes) noexcept {
    return mbedtls_sha256_update(&context, bytes.data(), bytes.size());
}
inline int mbedtls_finish(mbedtls_sha256_context& context, crypto::sha_256_digest& digest) noexcept {
    return mbedtls_sha256_finish(&context, digest.data());
}
#else
inline int mbedtls_start(mbedtls_sha256_context& context) noexcept { return mbedtls_sha256_starts_ret(&context, 0); }
inline int mbedtls_update(mbedtls_sha256_context& context, bytes_view bytes) noexcept {
    return mbedtls_sha256_update_ret(&context, bytes.data(), bytes.size());
}
inline int mbedtls_finish(mbedtls_sha256_context& context, crypto::sha_256_digest& digest) noexcept {
    return mbedtls_sha256_finish_ret(&context, digest.data());
}
#endif

}  // namespace detail

inline bool mbedtls_policy::sha_256_begin() noexcept {
    reset();  // frees an accelerator with a single state before the start takes it again
    open_ = succeeded(detail::mbedtls_start(hash_));
    return open_;
}

inline bool mbedtls_policy::sha_256_update(bytes_view bytes) noexcept {
    open_ = succeeded(open_ ? detail::mbedtls_update(hash_, bytes) : not_open);
    return open_;
}

inline bool mbedtls_policy::sha_256_finish(crypto::sha_256_digest& digest) noexcept {
    const bool done = succeeded(open_ ? detail::mbedtls_finish(hash_, digest) : not_open);
    reset();  // the final state is the digest, which can be a key
    return done;
}

inline bool mbedtls_policy::succeeded(int code) noexcept {
    last_error_ = code;
    return code == 0;
}

inline void mbedtls_policy::reset() noexcept {
    open_ = false;
    mbedtls_sha256_free(&hash_);  // wipes the context
    mbedtls_sha256_init(&hash_);
}

}  // namespace tc3::inline TC3_NAMESPACE::adapters

#endif  // TC3_REFUSED
