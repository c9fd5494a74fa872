// SPDX-License-Identifier: MIT
// The Authorization header (SPEC 1.5), in two halves so that the signature may come from elsewhere, and in one.
#pragma once

#include <tc3/signing/canonical_request.hpp>
#include <tc3/signing/credential.hpp>
#include <tc3/signing/signing_key.hpp>
#include <tc3/signing/string_to_sign.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline v0_1::signing {

/// The value that goes out when a request is not signed, as for sts:AssumeRoleWithWebIdentity.
inline constexpr std::string_view skip_authorization = "SKIP";

/// A request ready to be signed. `signed_headers` are the caller's: keep them until the signature is there.
struct prepared {
    signing::string_to_sign string_to_sign;
    credential_scope scope;
    header_set signed_headers;
    crypto::sha256_digest hashed_canonical_request;
};

namespace detail {

constexpr void write_unsigned_authorization(any_sink& out, const std::string_view& secret_id, const scope_view& scope,
                                            const header_set& signed_headers) {
    out.append(algorithm);
    out.append(" Credential=");
    out.append(secret_id);
    out.append("/");
    scope.write(out);
    out.append(", SignedHeaders=");
    write_signed_headers(out, signed_headers);
    out.append(", Signature=");
}

}  // namespace detail

/// Writes an Authorization header up to its signature, the 64 hex digits that follow.
template <sink S>
constexpr void write_unsigned_authorization(S& out, std::string_view secret_id, const credential_scope& scope,
                                            const header_set& signed_headers) {
    sink_adapter to(out);
    detail::write_unsigned_authorization(to, secret_id, scope.view(), signed_headers);
}

/// An Authorization header as a value: write() gives its text. Id and headers are the caller's, and must live until it is written: no
/// array or string made in the call that made this.
struct authorization_value {
    std::string_view secret_id;
    credential_scope scope;
    header_set signed_headers;
    signing::signature signature;

    template <sink S>
    constexpr void write(S& out) const {
        sink_adapter to(out);
        detail::write_unsigned_authorization(to, secret_id, scope.view(), signed_headers);
        detail::write_digest(to, signature.bytes);
    }
    /// The length of the text.
    [[nodiscard]] constexpr std::size_t size() const noexcept {
        counting_sink count;
        write(count);
        return count.size();
    }
};

namespace detail {

/// Looks at all that a signature is made of but the credential.
TC3_NOINLINE constexpr void examine(first_fault& rules, const request_parts& parts, const std::string_view& service,
                                    unix_time time) noexcept {
    examine_scope(rules, service, time);
    examine_parts(rules, parts);
}

/// Signs the hash of a canonical request. It may stand where the signature goes. False: the policy failed.
template <crypto::sha256_policy Policy>
[[nodiscard]] constexpr bool sign_into(crypto::sha256_digest& made, const crypto::hmac_key& key, unix_time time, const scope_view& scope,
                                       const crypto::sha256_digest& canonical_request, Policy& policy) {
    return crypto::hmac_sha256_of<longest_string_to_sign>(made, key, policy, [&](auto& message) {
        sink_adapter to(message);
        write_string_to_sign(to, time, scope, canonical_request);
    });
}

/// Signs valid parts with a key that is derived for them alone. False: the policy failed.
template <crypto::sha256_policy Policy>
[[nodiscard]] TC3_NOINLINE constexpr bool sign_into(crypto::sha256_digest& made, const request_parts& parts,
                                                    const std::string_view& service, unix_time time, const std::string_view& secret_key,
                                                    Policy& policy) {
    const utc_date date(time);
    const scope_view scope{date.view(), service};
    crypto::hmac_key key;
    return hash_canonical_request_into(made, parts, policy) && derive(key, secret_key, scope, policy) &&
           sign_into(made, key, time, scope, made, policy);
}

/// Looks at everything and signs, without a copy of anything. False: `rules` says why not.
template <crypto::sha256_policy Policy>
[[nodiscard]] TC3_NOINLINE constexpr bool sign_into(crypto::sha256_digest& made, first_fault& rules, const request_parts& parts,
                                                    const std::string_view& service, unix_time time, const credential_view& who,
                                                    Policy& policy) {
    rules.examine(secret_id_rule, who.secret_id);
    examine(rules, parts, service, time);
    rules.examine(secret_key_rule, who.secret_key);
    if (rules.ok() && !sign_into(made, parts, service, time, who.secret_key, policy)) rules.add(errc::crypto_failed, part::signature);
    return rules.ok();
}

}  // namespace detail

/// The first half: all up to the string to sign. Checks the parts, the service and the time. `time` is what X-TC-Timestamp must say.
template <class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] constexpr result<prepared, error> prepare(const request_parts& parts, std::string_view service, unix_time time,
                                                        Policy&& policy = Policy{}) {
    first_fault rules;
    detail::examine(rules, parts, service, time);
    crypto::sha256_digest hashed{};
    if (rules.ok() && !detail::hash_canonical_request_into(hashed, parts, policy)) rules.add(errc::crypto_failed, part::signature);
    return rules.outcome([&] {
        prepared made{.string_to_sign = {},
                      .scope = credential_scope::of_valid(service, time),
                      .signed_headers = parts.headers,
                      .hashed_canonical_request = hashed};
        write_string_to_sign(made.string_to_sign, time, made.scope, hashed);
        return made;
    });
}

/// The second half: puts the signature to what was prepared.
[[nodiscard]] constexpr result<authorization_value, error> attach(const prepared& request, std::string_view secret_id,
                                                                  const signature& made) noexcept {
    if (const auto valid = validate_secret_id(secret_id); !valid) return unexpected(valid.error());
    return authorization_value{secret_id, request.scope, request.signed_headers, made};
}

/// Signs what was prepared. Fails with errc::wrong_scope when the key is of another day or service.
template <class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] constexpr result<signature, error> sign(const signing_key& key, const prepared& request, Policy&& policy = Policy{}) {
    const bool same_day = request.scope.date() == key.scope().date();
    if (request.scope != key.scope()) {
        return unexpected(error{.code = errc::wrong_scope, .where = same_day ? part::service : part::timestamp});
    }
    return sign(key, request.string_to_sign.view(), policy);
}

/// Both halves, with a key derived before. Fails with errc::wrong_scope when the key is not of the time's UTC day.
template <class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] constexpr result<authorization_value, error> authorization(const request_parts& parts, unix_time time, const signing_key& key,
                                                                         std::string_view secret_id, Policy&& policy = Policy{}) {
    first_fault rules;
    rules.examine(detail::secret_id_rule, secret_id);
    detail::examine(rules, parts, key.scope().service(), time);
    if (utc_date(time) != key.scope().date()) rules.add(errc::wrong_scope, part::timestamp);

    signature made;
    crypto::hmac_key padded;
    padded.assign(key.bytes());
    if (rules.ok() && !(detail::hash_canonical_request_into(made.bytes, parts, policy) &&
                        detail::sign_into(made.bytes, padded, time, key.scope().view(), made.bytes, policy))) {
        rules.add(errc::crypto_failed, part::signature);
    }
    return rules.outcome([&] { return authorization_value{secret_id, key.scope(), parts.headers, made}; });
}

/// All at once, for a request now and then. Derives the key anew each time, which is half the work.
template <class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] constexpr result<authorization_value, error> authorization(const request_parts& parts, std::string_view service,
                                                                         unix_time time, const credential_view& who,
                                                                         Policy&& policy = Policy{}) {
    first_fault rules;
    crypto::sha256_digest made{};
    static_cast<void>(detail::sign_into(made, rules, parts, service, time, who, policy));
    return rules.outcome(
        [&] { return authorization_value{who.secret_id, credential_scope::of_valid(service, time), parts.headers, {made}}; });
}

/// The same, written right away: what takes the least stack and code. Nothing is written when it fails.
template <sink S, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] constexpr result<void, error> write_authorization(S& out, const request_parts& parts, std::string_view service,
                                                                unix_time time, const credential_view& who, Policy&& policy = Policy{}) {
    first_fault rules;
    crypto::sha256_digest made{};
    if (!detail::sign_into(made, rules, parts, service, time, who, policy)) return rules.outcome();
    const utc_date date(time);
    sink_adapter to(out);
    detail::write_unsigned_authorization(to, who.secret_id, {date.view(), service}, parts.headers);
    detail::write_digest(to, made);
    return {};
}

}  // namespace tc3::inline v0_1::signing
