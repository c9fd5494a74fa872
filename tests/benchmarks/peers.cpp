// SPDX-License-Identifier: MIT
#include "peers.hpp"

#include "peer_simdjson.hpp"

#include <cryptopp/config_ver.h>
#include <cryptopp/hmac.h>
#include <cryptopp/sha.h>
#include <mbedtls/md.h>
#include <mbedtls/sha256.h>
#include <mbedtls/version.h>
#include <nlohmann/json.hpp>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/sha.h>
#include <sodium.h>

namespace bench {

namespace {

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

}  // namespace

openssl_kept_context::openssl_kept_context() : algorithm_(EVP_MD_fetch(nullptr, "SHA256", nullptr)), context_(EVP_MD_CTX_new()) {}

openssl_kept_context::~openssl_kept_context() {
    EVP_MD_CTX_free(context_);
    EVP_MD_free(algorithm_);
}

void openssl_kept_context::sha_256(std::string_view text, digest& to) {
    EVP_DigestInit_ex2(context_, algorithm_, nullptr);
    EVP_DigestUpdate(context_, text.data(), text.size());
    EVP_DigestFinal_ex(context_, to.data(), nullptr);
}

void openssl_one_shot::sha_256(std::string_view text, digest& to) { SHA256(bytes_of(text), text.size(), to.data()); }

void openssl_one_shot::hmac(std::string_view key, std::string_view text, digest& to) {
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes_of(text), text.size(), to.data(), nullptr);
}

// libsodium is initialised once, before main().
[[maybe_unused]] const bool sodium_is_ready = sodium_init() >= 0;

void sodium::sha_256(std::string_view text, digest& to) { crypto_hash_sha256(to.data(), bytes_of(text), text.size()); }

void sodium::hmac(std::string_view key, std::string_view text, digest& to) {
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, bytes_of(key), key.size());
    crypto_auth_hmacsha256_update(&state, bytes_of(text), text.size());
    crypto_auth_hmacsha256_final(&state, to.data());
}

void mbedtls::sha_256(std::string_view text, digest& to) { mbedtls_sha256_ret(bytes_of(text), text.size(), to.data(), 0); }

void mbedtls::hmac(std::string_view key, std::string_view text, digest& to) {
    mbedtls_md_hmac(mbedtls_md_info_from_type(MBEDTLS_MD_SHA256), bytes_of(key), key.size(), bytes_of(text), text.size(), to.data());
}

void cryptopp::sha_256(std::string_view text, digest& to) { CryptoPP::SHA256().CalculateDigest(to.data(), bytes_of(text), text.size()); }

void cryptopp::hmac(std::string_view key, std::string_view text, digest& to) {
    CryptoPP::HMAC<CryptoPP::SHA256>(bytes_of(key), key.size()).CalculateDigest(to.data(), bytes_of(text), text.size());
}

std::size_t openssl_encode_base64(std::string_view bytes, char* to) {
    return static_cast<std::size_t>(EVP_EncodeBlock(reinterpret_cast<unsigned char*>(to), bytes_of(bytes), static_cast<int>(bytes.size())));
}

std::size_t openssl_decode_base64(std::string_view text, char* to) {
    return static_cast<std::size_t>(EVP_DecodeBlock(reinterpret_cast<unsigned char*>(to), bytes_of(text), static_cast<int>(text.size())));
}

std::vector<peer> peers() {
    const int cryptopp_version = CRYPTOPP_VERSION;
    const auto number = [](int value) { return std::to_string(value); };
    return {
        {"OpenSSL", OpenSSL_version(OPENSSL_VERSION_STRING)},
        {"libsodium", sodium_version_string()},
        {"Mbed TLS", MBEDTLS_VERSION_STRING},
        {"Crypto++", number(cryptopp_version / 100) + "." + number(cryptopp_version / 10 % 10) + "." + number(cryptopp_version % 10)},
        {"simdjson", simdjson_version()},
        {"nlohmann-json",
         number(NLOHMANN_JSON_VERSION_MAJOR) + "." + number(NLOHMANN_JSON_VERSION_MINOR) + "." + number(NLOHMANN_JSON_VERSION_PATCH)},
    };
}

}  // namespace bench
