// SPDX-License-Identifier: MIT
// An option for the maker of a signature: a signer of yours, a key that is kept, or the secret key of the profile by default.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/result.hpp>
#include <tc3/crypto/policy.hpp>
#include <tc3/signing/any_policy.hpp>
#include <tc3/signing/signature.hpp>
#include <tc3/signing/signer.hpp>
#include <tc3/signing/signer_input.hpp>
#include <tc3/validation/first_error.hpp>

#include <concepts>
#include <string_view>
#include <type_traits>

namespace tc3::inline TC3_NAMESPACE::signing {

/// Refers to a signer, or to a key that is kept, such as day_key; without one, the secret key of the credential signs. It converts from any
/// signer that is a variable: a temporary would be destroyed too early. For a type that is not a signer, the error of the compiler names
/// the missing member: the conversion is not constrained.
///
/// Lifetime: refers to the signer or key.
/// Cost: two pointers. Key derivation and HMAC are linked only if a signer_ref is made without a signer or of a key that is kept, or for a
/// policy with an HMAC of its own; and in the unit that defines TC3_IMPLEMENTATION.
class signer_ref {
public:
    signer_ref() noexcept : functions_(&functions_of_secret_key) {}
    /// Refers to a signer.
    template <class Signer>
        requires(!std::derived_from<Signer, signer_ref> && !kept_key<Signer>)
    signer_ref(Signer& signer TC3_LIFETIMEBOUND) noexcept  // NOLINT: implicit, it is an option
        : signer_(const_cast<std::remove_const_t<Signer>*>(&signer)), functions_(&functions_of_signer<Signer>) {
        static_assert(signing::signer<std::remove_const_t<Signer>> || kept_key<std::remove_const_t<Signer>>,
                      "not a signer: signing/signer.hpp lists its member functions");
        static_assert(signing::signer<Signer>, "the signer or key is const, but its member functions are not");
    }
    /// Refers to a key that signs for the credential, such as day_key.
    template <kept_key Key>
    signer_ref(Key& key TC3_LIFETIMEBOUND) noexcept : signer_(&key), functions_(&functions_of_kept_key<Key>) {}  // NOLINT: implicit
    /// Stops the compiler with a sentence. A deleted constructor would hide the reason where the option is in braces.
    template <class Signer>
        requires(!std::derived_from<Signer, signer_ref>)
    signer_ref(const Signer&&) noexcept : signer_ref() {  // NOLINT: implicit, as for a variable
        static_assert(std::is_void_v<Signer>, "keep the signer in a variable: a temporary would be destroyed too early");
    }

    /// Returns the secret id of the signer, or that of the credential.
    [[nodiscard]] std::string_view secret_id(std::string_view of_credential) const;

    /// Returns whether the secret key of the credential signs, at once or by a key that is kept.
    [[nodiscard]] bool uses_secret_key() const noexcept { return functions_->secret_id == nullptr; }

    /// Makes the signature of a valid request. An error is in `errors`: missing, untrimmed or forbidden_character, of "secret key";
    /// crypto_failed; or the error of the signer.
    void sign_valid(crypto::sha_256_digest& signature, first_error& errors, const request_to_sign& request, any_policy& policy) const {
        functions_->sign(signer_, signature, errors, request, policy);
    }

private:
    struct function_table {
        std::string_view (*secret_id)(const void* signer);  // null: the id of the credential
        void (*sign)(void* signer, crypto::sha_256_digest& signature, first_error& errors, const request_to_sign& request,
                     any_policy& policy);
    };

    static void sign_with_secret_key(void*, crypto::sha_256_digest& signature, first_error& errors, const request_to_sign& request,
                                     any_policy& policy);
    template <class Signer>
    static void sign_with(void* signer, crypto::sha_256_digest& signature, first_error& errors, const request_to_sign& request,
                          any_policy& policy);
    /// Replaces the hash in `signature` by the signature.
    template <class Signer>
    static void sign_hash(Signer& signer, crypto::sha_256_digest& signature, first_error& errors, const request_to_sign& request);
    template <class Key>
    static void sign_with_kept_key(void* key, crypto::sha_256_digest& signature, first_error& errors, const request_to_sign& request,
                                   any_policy& policy);
    /// Hashes the canonical request.
    static void hash_request(crypto::sha_256_digest& hash, first_error& errors, const request_to_sign& request, any_policy& policy);
    static void check_secret_key(first_error& errors, const request_to_sign& request);
    [[nodiscard]] static signer_input make_signer_input(const request_to_sign& request, const crypto::sha_256_digest& hash);
    template <class Signer>
    [[nodiscard]] static std::string_view secret_id_of(const void* signer) {
        return static_cast<const Signer*>(signer)->secret_id();
    }

    static constexpr function_table functions_of_secret_key{nullptr, sign_with_secret_key};
    template <class Signer>
    static constexpr function_table functions_of_signer{secret_id_of<Signer>, sign_with<Signer>};
    template <class Key>
    static constexpr function_table functions_of_kept_key{nullptr, sign_with_kept_key<Key>};

    void* signer_ = nullptr;
    const function_table* functions_;
};

template <class Signer>
void signer_ref::sign_with(void* signer, crypto::sha_256_digest& signature, first_error& errors, const request_to_sign& request,
                           any_policy& policy) {
    // `signature` holds the hash first, and the input of the signer is made in another function: less on the stack while the hash is made.
    hash_request(signature, errors, request, policy);
    if (errors.ok()) sign_hash(*static_cast<Signer*>(signer), signature, errors, request);
}

template <class Key>
void signer_ref::sign_with_kept_key(void* key, crypto::sha_256_digest& signature, first_error& errors, const request_to_sign& request,
                                    any_policy& policy) {
    check_secret_key(errors, request);
    if (errors.ok()) hash_request(signature, errors, request, policy);
    if (errors.ok() && !static_cast<Key*>(key)->sign_hash(signature, request, signature)) errors.add(errc::crypto_failed, "signature");
}

template <class Signer>
TC3_NOINLINE void signer_ref::sign_hash(Signer& signer, crypto::sha_256_digest& signature, first_error& errors,
                                        const request_to_sign& request) {
    const result<signing::signature, error> output = signer.sign(make_signer_input(request, signature));
    if (output) {
        signature = output->bytes;
        return;
    }
    error reason = output.error();
    if (reason.code == errc::none) reason = {.code = errc::signer_failed, .part = "signature"};  // the signer gave no reason
    errors.add(reason);
}

}  // namespace tc3::inline TC3_NAMESPACE::signing

#if defined(TC3_BODIES)

#include <tc3/signing/authorization.hpp>
#include <tc3/signing/canonical_request.hpp>
#include <tc3/validation/credential_rules.hpp>

namespace tc3::inline TC3_NAMESPACE::signing {

TC3_FUNCTION std::string_view signer_ref::secret_id(std::string_view of_credential) const {
    return functions_->secret_id == nullptr ? of_credential : functions_->secret_id(signer_);
}

TC3_FUNCTION void signer_ref::sign_with_secret_key(void*, crypto::sha_256_digest& signature, first_error& errors,
                                                   const request_to_sign& request, any_policy& policy) {
    check_secret_key(errors, request);
    if (errors.ok() && !policy.sign_valid(signature, request)) errors.add(errc::crypto_failed, "signature");
}

TC3_FUNCTION void signer_ref::hash_request(crypto::sha_256_digest& hash, first_error& errors, const request_to_sign& request,
                                           any_policy& policy) {
    if (!hash_valid_parts(hash, request.parts, policy)) errors.add(errc::crypto_failed, "signature");
}

TC3_FUNCTION void signer_ref::check_secret_key(first_error& errors, const request_to_sign& request) {
    errors.check_text(issued_secret_key_rule, request.secret_key);
}

TC3_FUNCTION signer_input signer_ref::make_signer_input(const request_to_sign& request, const crypto::sha_256_digest& hash) {
    return signer_input_of_valid(request, hash);
}

}  // namespace tc3::inline TC3_NAMESPACE::signing

#endif  // TC3_BODIES
