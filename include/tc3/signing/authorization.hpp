// SPDX-License-Identifier: MIT
// The Authorization header (docs/tc3-signing.md 1.5): in one step, or in two if a signer makes the signature. Which function to take:
//
//   the credential is at hand   authorization() or, for a smaller program, write_authorization()
//   you keep a key of the day   authorization(parts, time, key, secret_id)
//   the key is elsewhere        make_signer_input(), then make_authorization() with the signature
//
// write_unsigned_authorization(), sign_valid() and signer_input_of_valid() validate nothing: they are for signer_ref.hpp and api/.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/core/unix_time.hpp>
#include <tc3/crypto/hmac.hpp>
#include <tc3/crypto/policy.hpp>
#include <tc3/crypto/sha_256.hpp>
#include <tc3/http/header_refs.hpp>
#include <tc3/signing/canonical_request.hpp>
#include <tc3/signing/credential.hpp>
#include <tc3/signing/scope.hpp>
#include <tc3/signing/signature.hpp>
#include <tc3/signing/signer_input.hpp>
#include <tc3/signing/signing_key.hpp>
#include <tc3/signing/string_to_sign.hpp>
#include <tc3/validation/credential_rules.hpp>
#include <tc3/validation/first_error.hpp>
#include <tc3/validation/scope_rules.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::signing {

/// The value of the Authorization header of an unsigned request, such as sts:AssumeRoleWithWebIdentity.
inline constexpr std::string_view skip_authorization = "SKIP";

/// An Authorization header as a value; write() writes its text.
///
/// Lifetime: `secret_id` and `signed_headers` refer to the caller's memory, which must live until the header is written. Do not pass a
/// temporary string or array to a function that returns this type.
struct authorization_value {
    std::string_view secret_id;
    credential_scope scope;
    http::header_refs signed_headers;
    signing::signature signature;

    /// Writes `TC3-HMAC-SHA256 Credential=..., SignedHeaders=..., Signature=...`.
    template <sink S>
    constexpr void write(S& out) const;
    /// Returns the length of the text.
    [[nodiscard]] constexpr std::size_t size() const noexcept;
};

/// Signs a request with a credential and returns its Authorization header. The signing key is derived for this call.
///
/// `service` is the name of the product, "cvm". `time` is the value of X-TC-Timestamp.
///
/// Errors: those of make_signer_input(), validate_secret_id() and validate_secret_key().
/// Cost: no allocation; 22 SHA-256 compressions for a usual request, 12 of them for the key.
/// Source: docs/tc3-signing.md 1.2-1.5; manual, "Signature v3".
template <crypto::sha_256_policy Policy = crypto::builtin_policy>
[[nodiscard]] constexpr result<authorization_value, error> authorization(const request_parts& parts, std::string_view service,
                                                                         unix_time time, const credential_view& credential,
                                                                         Policy&& policy = Policy{});

/// Signs a request with a signing key that you keep for the day and returns its Authorization header. The service is that of the key.
///
/// Errors: those of make_signer_input(); wrong_scope, of "timestamp", for a key of another UTC day; those of validate_secret_id().
/// Cost: no allocation; 10 SHA-256 compressions for a usual request, 8 if the key keeps the states of HMAC.
template <crypto::sha_256_policy Policy = crypto::builtin_policy>
[[nodiscard]] constexpr result<authorization_value, error> authorization(const request_parts& parts, unix_time time, const signing_key& key,
                                                                         std::string_view secret_id, Policy&& policy = Policy{});

/// Signs a request with a credential and writes its Authorization header at once. Writes nothing if it fails.
///
/// Errors: those of authorization().
/// Cost: less stack and code than authorization() with write().
template <sink S, crypto::sha_256_policy Policy = crypto::builtin_policy>
[[nodiscard]] constexpr result<void, error> write_authorization(S& out, const request_parts& parts, std::string_view service,
                                                                unix_time time, const credential_view& credential,
                                                                Policy&& policy = Policy{});

/// Makes the input of a signer: the first of two steps. `time` is the value of X-TC-Timestamp.
///
/// Errors: those of validate(parts); out_of_range, of "timestamp"; missing, too_large or forbidden_character, of "service"; crypto_failed.
template <crypto::sha_256_policy Policy = crypto::builtin_policy>
[[nodiscard]] constexpr result<signer_input, error> make_signer_input(const request_parts& parts, std::string_view service, unix_time time,
                                                                      Policy&& policy = Policy{});

/// Signs the input of a signer with a signing key.
///
/// Errors: wrong_scope, of "timestamp" or "service", for a key of another day or service; crypto_failed.
template <crypto::sha_256_policy Policy = crypto::builtin_policy>
[[nodiscard]] constexpr result<signature, error> sign(const signing_key& key, const signer_input& input, Policy&& policy = Policy{});

/// Makes the Authorization header from a signature: the second of two steps.
///
/// Errors: those of validate_secret_id().
[[nodiscard]] constexpr result<authorization_value, error> make_authorization(const signer_input& input, std::string_view secret_id,
                                                                              const signature& signature) noexcept;

/// Writes an Authorization header without the 64 hex digits of its signature, which you append. The arguments must be valid.
template <sink S>
constexpr void write_unsigned_authorization(S& out, const std::string_view& secret_id, const scope_view& scope,
                                            const http::header_refs& signed_headers);

/// Returns the size of an Authorization header.
[[nodiscard]] constexpr std::size_t authorization_size(std::string_view secret_id, std::string_view service,
                                                       const http::header_refs& signed_headers) noexcept;

/// Signs a valid request with its valid secret key. Returns false if the policy fails.
///
/// Cost: less stack than authorization(), since nothing is copied.
template <crypto::sha_256_policy Policy>
[[nodiscard]] constexpr bool sign_valid(crypto::sha_256_digest& signature, const request_to_sign& request, Policy& policy);

/// Makes the input of a signer from a valid request and the hash of its canonical request: see hash_valid_parts().
[[nodiscard]] constexpr signer_input signer_input_of_valid(const request_to_sign& request,
                                                           const crypto::sha_256_digest& hashed_canonical_request) noexcept;

namespace detail {

inline constexpr std::string_view before_id = "TC3-HMAC-SHA256 Credential=";
inline constexpr std::string_view before_headers = "/tc3_request, SignedHeaders=";
inline constexpr std::string_view before_signature = ", Signature=";

constexpr void write_unsigned_authorization(any_sink& out, const std::string_view& secret_id, const scope_view& scope,
                                            const http::header_refs& signed_headers) {
    out.append(before_id);
    out.append(secret_id);
    out.append("/");
    scope.write_beginning(out);
    out.append(before_headers);
    write_signed_headers(out, signed_headers);
    out.append(before_signature);
}

/// Adds an error if a request cannot be signed.
TC3_NOINLINE constexpr void check_request(first_error& errors, const request_to_sign& request) noexcept {
    check_scope(errors, request.service, request.time);
    check_parts(errors, request.parts);
}

/// Signs the hash of a canonical request. `signature` and `hashed_canonical_request` may be one object. Returns false if the policy fails.
/// The key is a crypto::hmac_key or a crypto::hmac_midstates.
template <class Key, crypto::sha_256_policy Policy>
[[nodiscard]] constexpr bool sign_hash(crypto::sha_256_digest& signature, const Key& key, unix_time time, const scope_view& scope,
                                       const crypto::sha_256_digest& hashed_canonical_request, Policy& policy) {
    // The size is that of a buffer, for policies with an HMAC of their own.
    return crypto::hmac_sha_256_of<longest_string_to_sign>(
        signature, key, policy, [&](any_sink& message) { write_string_to_sign(message, time, scope, hashed_canonical_request); });
}

/// Checks all arguments and signs. An error is in `errors`.
template <crypto::sha_256_policy Policy>
TC3_NOINLINE constexpr void check_and_sign(crypto::sha_256_digest& signature, first_error& errors, const request_to_sign& request,
                                           std::string_view secret_id, Policy& policy) {
    errors.check_text(secret_id_rule, secret_id);
    check_request(errors, request);
    errors.check_text(secret_key_rule, request.secret_key);
    if (errors.ok() && !sign_valid(signature, request, policy)) errors.add(errc::crypto_failed, "signature");
}

}  // namespace detail

template <crypto::sha_256_policy Policy>
TC3_NOINLINE constexpr bool sign_valid(crypto::sha_256_digest& signature, const request_to_sign& request, Policy& policy) {
    const utc_date date(request.time);
    const scope_view scope{date.view(), request.service};
    crypto::hmac_key key;
    // `signature` holds the hash of the canonical request first: one digest less on the stack.
    return hash_valid_parts(signature, request.parts, policy) && detail::derive(key, request.secret_key, scope, policy) &&
           detail::sign_hash(signature, key, request.time, scope, signature, policy);
}

constexpr signer_input signer_input_of_valid(const request_to_sign& request,
                                             const crypto::sha_256_digest& hashed_canonical_request) noexcept {
    signer_input input{.string_to_sign = {},
                       .scope = credential_scope::of_valid(request.service, request.time),
                       .signed_headers = request.parts.headers,
                       .hashed_canonical_request = hashed_canonical_request};
    write_string_to_sign(input.string_to_sign, request.time, input.scope, hashed_canonical_request);
    return input;
}

template <sink S>
constexpr void write_unsigned_authorization(S& out, const std::string_view& secret_id, const scope_view& scope,
                                            const http::header_refs& signed_headers) {
    any_sink_of<S> to(out);
    detail::write_unsigned_authorization(to, secret_id, scope, signed_headers);
}

template <sink S>
constexpr void authorization_value::write(S& out) const {
    gathering_sink_of<S> to(out);
    detail::write_unsigned_authorization(to, secret_id, scope.view(), signed_headers);
    write_digest(to, signature.bytes);
    flush_gathered(to);
}

constexpr std::size_t authorization_size(std::string_view secret_id, std::string_view service,
                                         const http::header_refs& signed_headers) noexcept {
    constexpr std::size_t signature_size = 2 * crypto::sha_256_digest_size;
    std::size_t names = signed_headers.size() == 0 ? 0 : signed_headers.size() - 1;  // the ';' between them
    for (std::size_t i = 0; i < signed_headers.size(); ++i) names += ascii::trim(signed_headers[i].name).size();
    return detail::before_id.size() + secret_id.size() + "/YYYY-MM-DD/"sv.size() + service.size() + detail::before_headers.size() + names +
           detail::before_signature.size() + signature_size;
}

constexpr std::size_t authorization_value::size() const noexcept { return authorization_size(secret_id, scope.service(), signed_headers); }

template <crypto::sha_256_policy Policy>
constexpr result<authorization_value, error> authorization(const request_parts& parts, std::string_view service, unix_time time,
                                                           const credential_view& credential, Policy&& policy) {
    first_error errors;
    crypto::sha_256_digest signature;
    detail::check_and_sign(signature, errors, {parts, service, time, credential.secret_key}, credential.secret_id, policy);
    return errors.to_result(
        [&] { return authorization_value{credential.secret_id, credential_scope::of_valid(service, time), parts.headers, {signature}}; });
}

template <crypto::sha_256_policy Policy>
constexpr result<authorization_value, error> authorization(const request_parts& parts, unix_time time, const signing_key& key,
                                                           std::string_view secret_id, Policy&& policy) {
    first_error errors;
    errors.check_text(secret_id_rule, secret_id);
    detail::check_request(errors, {parts, key.scope().service(), time});
    if (utc_date(time) != key.scope().date()) errors.add(errc::wrong_scope, "timestamp");

    signing::signature signature;
    const auto sign_with = [&](const auto& hmac_key) {
        return detail::sign_hash(signature.bytes, hmac_key, time, key.scope().view(), signature.bytes, policy);
    };
    if (errors.ok() && !(hash_valid_parts(signature.bytes, parts, policy) && key.use_with(policy, sign_with))) {
        errors.add(errc::crypto_failed, "signature");
    }
    return errors.to_result([&] { return authorization_value{secret_id, key.scope(), parts.headers, signature}; });
}

template <sink S, crypto::sha_256_policy Policy>
constexpr result<void, error> write_authorization(S& out, const request_parts& parts, std::string_view service, unix_time time,
                                                  const credential_view& credential, Policy&& policy) {
    first_error errors;
    crypto::sha_256_digest signature;
    detail::check_and_sign(signature, errors, {parts, service, time, credential.secret_key}, credential.secret_id, policy);
    if (errors.ok()) {
        const utc_date date(time);
        gathering_sink_of<S> to(out);
        detail::write_unsigned_authorization(to, credential.secret_id, {date.view(), service}, parts.headers);
        write_digest(to, signature);
        flush_gathered(to);
    }
    return errors.to_result();
}

template <crypto::sha_256_policy Policy>
constexpr result<signer_input, error> make_signer_input(const request_parts& parts, std::string_view service, unix_time time,
                                                        Policy&& policy) {
    const request_to_sign request{parts, service, time};
    first_error errors;
    detail::check_request(errors, request);
    crypto::sha_256_digest hash{};
    if (errors.ok() && !hash_valid_parts(hash, parts, policy)) errors.add(errc::crypto_failed, "signature");
    return errors.to_result([&] { return signer_input_of_valid(request, hash); });
}

template <crypto::sha_256_policy Policy>
constexpr result<signature, error> sign(const signing_key& key, const signer_input& input, Policy&& policy) {
    if (const auto valid = validate_same_scope(key.scope().view(), input.scope.view()); !valid) return unexpected(valid.error());
    return sign(key, input.string_to_sign.view(), policy);
}

constexpr result<authorization_value, error> make_authorization(const signer_input& input, std::string_view secret_id,
                                                                const signature& signature) noexcept {
    if (const auto valid = validate_secret_id(secret_id); !valid) return unexpected(valid.error());
    return authorization_value{secret_id, input.scope, input.signed_headers, signature};
}

}  // namespace tc3::inline TC3_NAMESPACE::signing
