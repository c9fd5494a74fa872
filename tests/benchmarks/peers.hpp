// SPDX-License-Identifier: MIT
// SHA-256 and HMAC of other libraries, each as a type with the same two functions.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

struct evp_md_st;
struct evp_md_ctx_st;

namespace bench {

using digest = std::array<unsigned char, 32>;

[[nodiscard]] inline std::string_view text_of(const digest& bytes) noexcept {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// OpenSSL as a program uses it that cares for speed: one fetched algorithm, one context, reused.
class openssl_kept_context {
public:
    openssl_kept_context();
    openssl_kept_context(const openssl_kept_context&) = delete;
    openssl_kept_context& operator=(const openssl_kept_context&) = delete;
    ~openssl_kept_context();
    void sha_256(std::string_view text, digest& to);

private:
    evp_md_st* algorithm_;
    evp_md_ctx_st* context_;
};

/// OpenSSL by its functions of one line, SHA256() and HMAC().
struct openssl_one_shot {
    static void sha_256(std::string_view text, digest& to);
    static void hmac(std::string_view key, std::string_view text, digest& to);
};

struct sodium {
    static void sha_256(std::string_view text, digest& to);
    static void hmac(std::string_view key, std::string_view text, digest& to);
};

struct mbedtls {
    static void sha_256(std::string_view text, digest& to);
    static void hmac(std::string_view key, std::string_view text, digest& to);
};

struct cryptopp {
    static void sha_256(std::string_view text, digest& to);
    static void hmac(std::string_view key, std::string_view text, digest& to);
};

/// OpenSSL's base64, in memory of the caller. Decoding returns the size with its padding.
std::size_t openssl_encode_base64(std::string_view bytes, char* to);
std::size_t openssl_decode_base64(std::string_view text, char* to);

/// A library that is compared with, and its version.
struct peer {
    std::string name;
    std::string version;
};
[[nodiscard]] std::vector<peer> peers();

}  // namespace bench
