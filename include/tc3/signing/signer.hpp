// SPDX-License-Identifier: MIT
// Signers: makers of signatures. The key can be in this process, in a secure element, in an HSM or on a signing server.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/result.hpp>
#include <tc3/crypto/policy.hpp>
#include <tc3/signing/signature.hpp>
#include <tc3/signing/signer_input.hpp>

#include <concepts>
#include <string_view>
#include <type_traits>

namespace tc3::inline TC3_NAMESPACE::signing {

/// Text that the returned value only refers to: a std::string_view, a pointer or a reference.
template <class Text>
concept text_of_the_signer = std::convertible_to<Text, std::string_view> && (std::is_lvalue_reference_v<Text> || std::is_pointer_v<Text> ||
                                                                             std::same_as<std::remove_cv_t<Text>, std::string_view>);

/// `secret_id()` returns the secret id of the key: a view of text that lives in the signer, or a reference to it. A string by value would
/// be destroyed before the id is written. It is called before and after sign().
template <class Signer>
concept has_secret_id = requires(const Signer& signer) {
    { signer.secret_id() } -> text_of_the_signer;
};

/// `sign(input)` returns the HMAC-SHA256 of `input.string_to_sign` under the signing key of `input.scope`, or an error.
template <class Signer>
concept has_sign = requires(Signer& signer, const signer_input& input) {
    { signer.sign(input) } -> std::same_as<result<signature, error>>;
};

/// A type that explain() takes, and all functions with request_options by their member `signer`, in place of a secret key.
///
/// A signing key that was derived elsewhere, for example, is used like this (for a secret key in this program there is day_key):
///
///     struct kept_key_signer {
///         std::string_view id;
///         const signing::signing_key& key;
///
///         std::string_view secret_id() const { return id; }
///         result<signing::signature, error> sign(const signing::signer_input& input) { return signing::sign(key, input); }
///     };
///
///     kept_key_signer signer{id, key};
///     make_request(input, profile, now, {.signer = signer});
///
/// It fails with errc::wrong_scope after midnight UTC: derive the next key then. A signer that takes time, such as a server, is used with
/// prepare_request().
template <class Signer>
concept signer = has_secret_id<std::remove_reference_t<Signer>> && has_sign<std::remove_reference_t<Signer>>;

/// A type that functions with request_options take by their member `signer`, to sign with the secret key of the credential under a signing
/// key that it keeps, such as day_key.
///
/// `sign_hash(signature, request, hash)` signs a valid request, whose canonical request has the hash. It returns false if it fails.
template <class Key>
concept kept_key =
    requires(Key& key, crypto::sha_256_digest& signature, const request_to_sign& request, const crypto::sha_256_digest& hash) {
        { key.sign_hash(signature, request, hash) } -> std::same_as<bool>;
    };

}  // namespace tc3::inline TC3_NAMESPACE::signing
