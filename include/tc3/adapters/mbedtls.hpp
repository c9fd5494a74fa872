// SPDX-License-Identifier: MIT
// A crypto policy on the SHA-256 of Mbed TLS 2.28 and 3.x, for firmware that has it anyway. Version 4 has PSA only: see psa.hpp.
#pragma once

#include <tc3/crypto/policy.hpp>

#include <mbedtls/sha256.h>
#include <mbedtls/version.h>

namespace tc3::inline v0_1::adapters {

namespace detail {

// The calls lost a suffix in version 3.
#if MBEDTLS_VERSION_NUMBER >= 0x03000000
inline int mbedtls_start(mbedtls_sha256_context& context) noexcept { return mbedtls_sha256_starts(&context, 0); }
inline int mbedtls_update(mbedtls_sha256_context& context, bytes_view bytes) noexcept {
    return mbedtls_sha256_update(&context, bytes.data(), bytes.size());
}
inline int mbedtls_finish(mbedtls_sha256_context& context, crypto::sha256_digest& digest) noexcept {
    return mbedtls_sha256_finish(&context, digest.data());
}
#else
inline int mbedtls_start(mbedtls_sha256_context& context) noexcept { return mbedtls_sha256_starts_ret(&context, 0); }
inline int mbedtls_update(mbedtls_sha256_context& context, bytes_view bytes) noexcept {
    return mbedtls_sha256_update_ret(&context, bytes.data(), bytes.size());
}
inline int mbedtls_finish(mbedtls_sha256_context& context, crypto::sha256_digest& digest) noexcept {
    return mbedtls_sha256_finish_ret(&context, digest.data());
}
#endif

}  // namespace detail

/// SHA-256 by mbedtls_sha256_*; HMAC is tc3's own on it, as mbedtls_md_hmac allocates. No heap. Wiped after each hash.
/// Stays where it was made: the context of a hardware engine may not be moved.
class mbedtls_policy {
public:
    mbedtls_policy() noexcept { mbedtls_sha256_init(&hash_); }
    mbedtls_policy(const mbedtls_policy&) = delete;
    mbedtls_policy& operator=(const mbedtls_policy&) = delete;
    ~mbedtls_policy() { mbedtls_sha256_free(&hash_); }

    /// What Mbed TLS returned last: 0, or a MBEDTLS_ERR_* code.
    [[nodiscard]] int last_error() const noexcept { return last_error_; }

    bool sha256_begin() noexcept {
        reset();  // an engine with one state gives it back before it is asked for again
        open_ = succeeded(detail::mbedtls_start(hash_));
        return open_;
    }
    /// After one that failed, the hash is no longer open.
    bool sha256_update(bytes_view bytes) noexcept {
        open_ = succeeded(open_ ? detail::mbedtls_update(hash_, bytes) : not_open);
        return open_;
    }
    bool sha256_finish(crypto::sha256_digest& digest) noexcept {
        const bool done = succeeded(open_ ? detail::mbedtls_finish(hash_, digest) : not_open);
        reset();  // the state at the end is the digest, which may be a key
        return done;
    }

private:
    static constexpr int not_open = MBEDTLS_ERR_SHA256_BAD_INPUT_DATA;

    bool succeeded(int code) noexcept {
        last_error_ = code;
        return code == 0;
    }
    void reset() noexcept {
        open_ = false;
        mbedtls_sha256_free(&hash_);  // wipes
        mbedtls_sha256_init(&hash_);
    }

    mbedtls_sha256_context hash_;
    bool open_ = false;
    int last_error_ = 0;
};

}  // namespace tc3::inline v0_1::adapters
