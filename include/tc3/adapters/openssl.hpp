// SPDX-License-Identifier: MIT
// A crypto policy on OpenSSL 3, with the provider that the program selects: the default, a validated module, hardware.
#pragma once

#include <tc3/requirements.hpp>

#ifndef TC3_REFUSED

#include <tc3/config.hpp>
#include <tc3/core/secret.hpp>
#include <tc3/crypto/policy.hpp>

#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/provider.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>

#if OPENSSL_VERSION_NUMBER < 0x30000000L
#error "tc3/adapters/openssl.hpp needs OpenSSL 3"
#endif

namespace tc3::inline TC3_NAMESPACE::adapters {

/// A policy with the SHA-256 of OpenSSL.
///
/// HMAC is computed on it by the formula of RFC 2104, which is quicker than OpenSSL's HMAC. With properties, and where SHA-256 comes from
/// another provider than OpenSSL's default one, it is the HMAC of the provider: outside of a validated module it would not be validated.
///
/// A key is overwritten after each digest. A policy that has been moved from is unavailable.
///
/// Errors: a call returns false if OpenSSL fails, if no hash is open or if the policy is unavailable. last_error() gives OpenSSL's code;
/// the error queue of the thread stays as it was.
/// Cost: the constructor fetches the algorithms, which is slow. Keep one policy for each thread; its calls reuse two contexts.
class openssl_policy {
public:
    /// Uses the default library context, without properties.
    openssl_policy() noexcept : openssl_policy(nullptr) {}
    /// Uses a library context, or the default one for null. `properties` is a query such as "fips=yes", or null.
    ///
    /// Errors: the policy is unavailable if OpenSSL has no such algorithms; last_error() gives the code.
    /// Lifetime: refers to `library`, not to `properties`.
    explicit openssl_policy(OSSL_LIB_CTX* library, const char* properties = nullptr) noexcept;

    /// Returns whether OpenSSL provided the algorithms. If not, every call returns false, and signing fails with errc::crypto_failed.
    [[nodiscard]] bool available() const noexcept { return hash_ != nullptr && (hmac_ != nullptr || hmac_hash_ != nullptr); }
    [[nodiscard]] explicit operator bool() const noexcept { return available(); }
    /// Returns OpenSSL's code of the last failure, of the constructor or of a call, for ERR_error_string_n(). Returns 0 if none has failed.
    [[nodiscard]] unsigned long last_error() const noexcept { return last_error_; }

    bool sha_256_begin() noexcept;
    /// Adds bytes to the open hash. A failure closes the hash.
    bool sha_256_update(bytes_view bytes) noexcept;
    bool sha_256_finish(crypto::sha_256_digest& digest) noexcept;
    /// Computes an HMAC. An open hash stays open.
    bool hmac_sha_256(bytes_view key, bytes_view message, crypto::sha_256_digest& digest) noexcept;

private:
    struct free_with_openssl {
        void operator()(EVP_MD* algorithm) const noexcept { EVP_MD_free(algorithm); }
        void operator()(EVP_MAC* algorithm) const noexcept { EVP_MAC_free(algorithm); }
        void operator()(EVP_MD_CTX* context) const noexcept { EVP_MD_CTX_free(context); }
        void operator()(EVP_MAC_CTX* context) const noexcept { EVP_MAC_CTX_free(context); }
    };
    template <class Object>
    using owner = std::unique_ptr<Object, free_with_openssl>;

    static constexpr crypto::sha_256_digest no_key{};

    [[nodiscard]] bool is_open() const noexcept { return open_ && hash_ != nullptr; }
    // An error left in the queue would look like an error of the program's next TLS call. Most queues are empty: a mark costs more than to
    // see that.
    template <class Call>
    [[nodiscard]] bool succeeds(Call call) noexcept {
        const bool queue_was_empty = ERR_peek_last_error() == 0;
        if (!queue_was_empty) ERR_set_mark();
        const bool done = call();
        if (!done) last_error_ = ERR_peek_last_error();
        if (!queue_was_empty) {
            ERR_pop_to_mark();
        } else if (ERR_peek_last_error() != 0) {
            ERR_clear_error();
        }
        return done;
    }
    // Null keeps the algorithm of the context. The new state overwrites the old one.
    [[nodiscard]] static bool restart(EVP_MD_CTX* hash) noexcept { return EVP_DigestInit_ex2(hash, nullptr, nullptr) == 1; }
    [[nodiscard]] static bool update(EVP_MD_CTX* hash, bytes_view bytes) noexcept {
        return EVP_DigestUpdate(hash, bytes.data(), bytes.size()) == 1;
    }
    /// Hashes the block of the key, each byte xor `pad`, and then the text.
    [[nodiscard]] bool hash_after_key(bytes_view key, unsigned pad, bytes_view text, crypto::sha_256_digest& digest) noexcept;
    [[nodiscard]] bool hmac_on_hash(bytes_view key, bytes_view message, crypto::sha_256_digest& digest) noexcept;
    [[nodiscard]] bool hmac_of_provider(bytes_view key, bytes_view message, crypto::sha_256_digest& digest) noexcept;
    [[nodiscard]] bool set_hmac_key(bytes_view key) noexcept { return EVP_MAC_init(hmac_.get(), key.data(), key.size(), nullptr) == 1; }
    /// Makes the hashes, and the HMAC if it has to be that of the provider.
    [[nodiscard]] bool make_hashes(OSSL_LIB_CTX* library, const char* properties) noexcept;
    [[nodiscard]] bool make_hmac(OSSL_LIB_CTX* library, const char* properties) noexcept;

    owner<EVP_MD_CTX> hash_;
    owner<EVP_MD_CTX> hmac_hash_;
    owner<EVP_MAC_CTX> hmac_;  // null: HMAC is computed on `hmac_hash_`
    bool open_ = false;
    bool used_ = false;  // whether the state of `hash_` is another than that of a new hash
    unsigned long last_error_ = 0;
};

inline openssl_policy::openssl_policy(OSSL_LIB_CTX* library, const char* properties) noexcept {
    if (!succeeds([&] { return make_hashes(library, properties); })) hash_.reset();
}

inline bool openssl_policy::sha_256_begin() noexcept {
    open_ = available() && (!used_ || succeeds([this] { return restart(hash_.get()); }));
    used_ = used_ && !open_;
    return open_;
}

inline bool openssl_policy::sha_256_update(bytes_view bytes) noexcept {
    used_ = true;
    open_ = is_open() && succeeds([&] { return update(hash_.get(), bytes); });
    return open_;
}

inline bool openssl_policy::sha_256_finish(crypto::sha_256_digest& digest) noexcept {
    if (!is_open()) return false;
    open_ = false;
    used_ = true;
    return succeeds([&] {
        const bool done = EVP_DigestFinal_ex(hash_.get(), digest.data(), nullptr) == 1;
        used_ = !restart(hash_.get());  // the final state is the digest, which can be a key
        return done && !used_;
    });
}

inline bool openssl_policy::hmac_sha_256(bytes_view key, bytes_view message, crypto::sha_256_digest& digest) noexcept {
    if (!available()) return false;
    return succeeds([&] { return hmac_ != nullptr ? hmac_of_provider(key, message, digest) : hmac_on_hash(key, message, digest); });
}

inline bool openssl_policy::hmac_on_hash(bytes_view key, bytes_view message, crypto::sha_256_digest& digest) noexcept {
    EVP_MD_CTX* const hash = hmac_hash_.get();
    crypto::sha_256_digest short_key;
    crypto::sha_256_digest inner;  // not in `digest`, whose memory may be that of the key
    bool done = true;
    if (key.size() > crypto::sha_256_block_size) {
        done = restart(hash) && update(hash, key) && EVP_DigestFinal_ex(hash, short_key.data(), nullptr) == 1;
        key = short_key;
    }
    done = done && hash_after_key(key, 0x36, message, inner) && hash_after_key(key, 0x5c, inner, digest);
    wipe(short_key);
    wipe(inner);
    return restart(hash) && done;  // even after a failure: the state can be that of a key
}

TC3_NOINLINE inline bool openssl_policy::hash_after_key(bytes_view key, unsigned pad, bytes_view text,
                                                        crypto::sha_256_digest& digest) noexcept {
    std::array<std::uint8_t, crypto::sha_256_block_size> block;
    block.fill(0);
    if (!key.empty()) std::memcpy(block.data(), key.data(), key.size());
    for (std::uint8_t& byte : block) byte = static_cast<std::uint8_t>(byte ^ pad);
    EVP_MD_CTX* const hash = hmac_hash_.get();
    const bool done = restart(hash) && update(hash, block) && update(hash, text) && EVP_DigestFinal_ex(hash, digest.data(), nullptr) == 1;
    wipe(block);
    return done;
}

inline bool openssl_policy::hmac_of_provider(bytes_view key, bytes_view message, crypto::sha_256_digest& digest) noexcept {
    std::size_t size = 0;
    const bool done = set_hmac_key(key) && EVP_MAC_update(hmac_.get(), message.data(), message.size()) == 1 &&
                      EVP_MAC_final(hmac_.get(), digest.data(), &size, digest.size()) == 1;
    return set_hmac_key(no_key) && done;
}

inline bool openssl_policy::make_hashes(OSSL_LIB_CTX* library, const char* properties) noexcept {
    const owner<EVP_MD> algorithm(EVP_MD_fetch(library, "SHA256", properties));
    if (algorithm == nullptr) return false;
    for (owner<EVP_MD_CTX>* hash : {&hash_, &hmac_hash_}) {
        hash->reset(EVP_MD_CTX_new());
        if (*hash == nullptr || EVP_DigestInit_ex2(hash->get(), algorithm.get(), nullptr) != 1) return false;
    }
    const char* const provider = OSSL_PROVIDER_get0_name(EVP_MD_get0_provider(algorithm.get()));
    if (properties == nullptr && std::strcmp(provider, "default") == 0) return true;
    return make_hmac(library, properties);
}

inline bool openssl_policy::make_hmac(OSSL_LIB_CTX* library, const char* properties) noexcept {
    const owner<EVP_MAC> algorithm(EVP_MAC_fetch(library, "HMAC", properties));
    if (algorithm == nullptr) return false;
    hmac_.reset(EVP_MAC_CTX_new(algorithm.get()));
    char digest[] = "SHA256";
    char no_properties[] = "";
    char* const query = properties == nullptr ? no_properties : const_cast<char*>(properties);  // OpenSSL only reads it
    const OSSL_PARAM parameters[] = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0),
                                     OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_PROPERTIES, query, 0), OSSL_PARAM_construct_end()};
    return hmac_ != nullptr && EVP_MAC_CTX_set_params(hmac_.get(), parameters) == 1 && set_hmac_key(no_key);
}

}  // namespace tc3::inline TC3_NAMESPACE::adapters

#endif  // TC3_REFUSED
