// SPDX-License-Identifier: MIT
// The Authorization header (SPEC 1.5), in two halves so that the signature may come from elsewhere, and in one.
#pragma once

#include <tc3/signing/canonical_request.hpp>
#include <tc3/signing/credential.hpp>
#include <tc3/signing/signing_key.hpp>
#include <tc3/signing/string_to_sign.hpp>

#include <cstddef>
#include <span>
#include <string_view>

namespace tc3::inline v0_1::signing {

/// The value that goes out when a request is not signed, as for sts:AssumeRoleWithWebIdentity.
inline constexpr std::string_view skip_authorization = "SKIP";

/// A request ready to be signed. `signed_headers` are the caller's: keep them until the signature is there.
struct prepared {
    signing::string_to_sign string_to_sign;
    credential_scope scope;
    std::span<const http::header> signed_headers;
    crypto::sha256_digest hashed_canonical_request;
};

/// Writes an Authorization header up to its signature, the 64 hex digits that follow.
template <sink S>
constexpr void write_unsigned_authorization(S& out, std::string_view secret_id, const credential_scope& scope,
                                            std::span<const http::header> signed_headers) {
    out.append(algorithm);
    out.append(" Credential=");
    out.append(secret_id);
    out.append("/");
    scope.write(out);
    out.append(", SignedHeaders=");
    write_signed_headers(out, signed_headers);
    out.append(", Signature=");
}

/// An Authorization header as a value: write() gives its text. Id and headers are the caller's, and must live until it is written: no
/// array or string made in the call that made this.
struct authorization_value {
    std::string_view secret_id;
    credential_scope scope;
    std::span<const http::header> signed_headers;
    signing::signature signature;

    template <sink S>
    constexpr void write(S& out) const {
        write_unsigned_authorization(out, secret_id, scope, signed_headers);
        const auto hex = signature.hex();
        out.append(std::string_view(hex.data(), hex.size()));
    }
    /// The length of the text.
    [[nodiscard]] constexpr std::size_t size() const noexcept {
        counting_sink count;
        write(count);
        return count.size();
    }
};

/// The first half: all up to the string to sign. Checks the parts, the service and the time. `time` is what X-TC-Timestamp must say.
template <class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] constexpr result<prepared, error> prepare(const request_parts& parts, std::string_view service, unix_time time,
                                                        Policy&& policy = Policy{}) {
    const auto scope = credential_scope::make(service, time);
    if (!scope) return unexpected(scope.error());
    const auto hashed = hash_canonical_request(parts, policy);
    if (!hashed) return unexpected(hashed.error());

    prepared made{.string_to_sign = {}, .scope = *scope, .signed_headers = parts.headers, .hashed_canonical_request = *hashed};
    write_string_to_sign(made.string_to_sign, time, made.scope, *hashed);
    return made;
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
    if (const auto valid = validate_secret_id(secret_id); !valid) return unexpected(valid.error());
    const auto request = prepare(parts, key.scope().service(), time, policy);
    if (!request) return unexpected(request.error());
    const auto made = sign(key, *request, policy);
    if (!made) return unexpected(made.error());
    return attach(*request, secret_id, *made);
}

/// All at once, for a request now and then. Derives the key anew each time, which is half the work.
template <class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] constexpr result<authorization_value, error> authorization(const request_parts& parts, std::string_view service,
                                                                         unix_time time, const credential_view& who,
                                                                         Policy&& policy = Policy{}) {
    if (const auto valid = validate_secret_id(who.secret_id); !valid) return unexpected(valid.error());
    const auto request = prepare(parts, service, time, policy);
    if (!request) return unexpected(request.error());
    const auto key = derive_signing_key(who, request->scope, policy);
    if (!key) return unexpected(key.error());
    const auto made = sign(*key, *request, policy);
    if (!made) return unexpected(made.error());
    return attach(*request, who.secret_id, *made);
}

}  // namespace tc3::inline v0_1::signing
