// SPDX-License-Identifier: MIT
// SHA-256 and HMAC of OpenSSL, to compare with those of tc3. TC3_TESTS_HAVE_OPENSSL is 0 if OpenSSL is not installed, and if the build
// defines TC3_TESTS_WITHOUT_OPENSSL: a cross compiler finds the headers of OpenSSL where its library is missing.
#pragma once

#if !defined(TC3_TESTS_WITHOUT_OPENSSL) && __has_include(<openssl/evp.h>)
#define TC3_TESTS_HAVE_OPENSSL 1

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <string>
#include <string_view>

namespace support {

/// Returns the 32 bytes of the digest; empty if OpenSSL fails.
inline std::string openssl_sha256(std::string_view text) {
    unsigned char digest[EVP_MAX_MD_SIZE] = {};
    unsigned size = 0;
    if (EVP_Digest(text.data(), text.size(), digest, &size, EVP_sha256(), nullptr) != 1) return {};
    return {reinterpret_cast<const char*>(digest), size};
}

/// Returns the 32 bytes of the HMAC-SHA256; empty if OpenSSL fails.
inline std::string openssl_hmac(std::string_view key, std::string_view message) {
    unsigned char digest[EVP_MAX_MD_SIZE] = {};
    unsigned size = 0;
    const auto* bytes = reinterpret_cast<const unsigned char*>(message.data());
    const void* key_bytes = key.empty() ? "" : key.data();  // null means the key of the previous call
    if (HMAC(EVP_sha256(), key_bytes, static_cast<int>(key.size()), bytes, message.size(), digest, &size) == nullptr) return {};
    return {reinterpret_cast<const char*>(digest), size};
}

}  // namespace support

#else
#define TC3_TESTS_HAVE_OPENSSL 0
#endif
