// SPDX-License-Identifier: MIT
// <tc3/adapters/mbedtls.hpp> of tc3 0.1.0, made by tools/amalgamate.py from the headers under include/: edit those.
// SHA-256 of these 1 headers, one after the other: 5039ae14c0f601de01eb613361aec73daf461d755e58d0be46c0d9e6a9fabff4
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
#ifndef TC3_SINGLE_HEADER_ADAPTERS_MBEDTLS_0_1_0
#define TC3_SINGLE_HEADER_ADAPTERS_MBEDTLS_0_1_0

#include <tc3/tc3.hpp>

// ---- tc3/requirements.hpp -------------------------------------------------------------------------------------------

// What tc3 requires: C++20, a compiler that tc3 is tested with or an unknown one, and headers of one tree. If something is missing, the
// first error of each header says what to do: a header that includes no other header of tc3 includes this one before anything else.
// TC3_REFUSED is defined then, and the entry headers (tc3.hpp, testing.hpp, adapters/) skip the rest.
//
// Compilers that only resemble GCC or LLVM's clang have other numbers or other faults, and are not refused: Apple's, Intel's, NVIDIA's and
// those with the front end of EDG. clang-cl is LLVM's clang. Microsoft's compiler states its language in _MSVC_LANG.

#if defined(TC3_REFUSED)
// The reason has been printed.
#elif defined(__GNUC__) && __GNUC__ < 11 && !defined(__clang__) && !defined(__INTEL_COMPILER) && !defined(__NVCOMPILER) && !defined(__EDG__)
#define TC3_REFUSED
#error "tc3 needs GCC 11 or later: compile with a newer g++"
#elif defined(__clang__) && __clang_major__ < 14 && !defined(__apple_build_version__) && !defined(__INTEL_LLVM_COMPILER)
#define TC3_REFUSED
#error "tc3 needs clang 14 or later: compile with a newer clang++"
#elif __cplusplus < 202002L && !(defined(_MSVC_LANG) && _MSVC_LANG >= 202002L)
#define TC3_REFUSED
#error "tc3 needs C++20: compile with -std=c++20 (MSVC: /std:c++20)"
#elif defined(TC3_FROM_INCLUDE)
#define TC3_REFUSED
#error "tc3 is included from include/ and from single_include/: keep one of these folders on the include path and remove the other"
#else
#define TC3_FROM_SINGLE_INCLUDE  // tools/amalgamate.py swaps this name and TC3_FROM_INCLUDE in its output
#endif

#ifndef TC3_REFUSED

#include <mbedtls/sha256.h>
#include <mbedtls/version.h>

// ---- tc3/adapters/mbedtls.hpp ---------------------------------------------------------------------------------------

// A crypto policy on the SHA-256 of Mbed TLS 2.28 and 3.x, for firmware that already links it. For version 4 use psa.hpp.

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

#endif  // TC3_SINGLE_HEADER_ADAPTERS_MBEDTLS_0_1_0
