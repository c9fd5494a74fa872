// SPDX-License-Identifier: MIT
// The server's side of TC3: reads an Authorization header, computes the signature anew and says which part is wrong (SPEC 1.7).
#pragma once

#include <tc3/crypto/sha256.hpp>
#include <tc3/signing/authorization.hpp>
#include <tc3/signing/parse_authorization.hpp>
#include <tc3/signing/payload_hash.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace tc3::inline v0_1::signing {

/// Why a request is refused, in the order in which the parts are looked at.
enum class rejection : std::uint8_t {
    malformed_authorization,  ///< not `TC3-HMAC-SHA256 Credential=..., SignedHeaders=..., Signature=...`
    missing_timestamp,        ///< X-TC-Timestamp is absent or not a number of seconds
    skew,                     ///< the timestamp is too far from the server's clock
    scope_date,               ///< the date of the scope is not the timestamp's UTC date
    service,                  ///< the scope names another service than the one asked
    missing_signed_header,    ///< Content-Type or Host is not signed, a signed header was not sent, or the list is not as TC3 writes it
    unknown_key_id,           ///< nobody has that secret id
    payload,                  ///< the body is not the one that X-TC-Content-SHA256 declares, or a GET has one
    signature,                ///< all of the above fits, the signature does not: key, method, URI, query, a header or the body differs
    crypto_failed,            ///< the policy reported failure: nothing is known of the request
};

/// A request as it came in. Headers are all that were sent, Host included. All views are the caller's.
struct received_request {
    http::method method = http::method::post;
    std::string_view canonical_uri = "/";
    std::string_view query = {};
    std::span<const http::header> headers = {};
    std::string_view body = {};
};

/// What the server knows.
struct verify_options {
    unix_time now;                       ///< the server's clock
    std::string_view service = {};       ///< the service that is asked; empty: any
    std::int64_t longest_skew = 300;     ///< seconds between the two clocks, either way
    bool allow_unsigned_payload = true;  ///< whether X-TC-Content-SHA256 may say UNSIGNED-PAYLOAD
};

/// Who signed, and when. The views point into the request.
struct verified_request {
    std::string_view secret_id;
    std::string_view service;
    unix_time timestamp;
};

/// Verifies a request. `find_key(secret_id)` returns the secret key, as a std::string_view or something that converts to one, empty for an
/// unknown id. A header that TC3 reads counts as not sent when it was sent twice: nobody knows which of the two others go by.
/// Signatures are compared in constant time; no answer of this function tells how much of a signature fits.
template <class FindKey, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] constexpr result<verified_request, rejection> verify_authorization(const received_request& request,
                                                                                 const verify_options& options, FindKey&& find_key,
                                                                                 Policy&& policy = Policy{});

namespace detail {

[[nodiscard]] constexpr result<unix_time, rejection> verify_time(const received_request& request, const parsed_authorization& claimed,
                                                                 const verify_options& options) noexcept {
    unix_time time;
    const http::header* timestamp = http::find_single_header(request.headers, "x-tc-timestamp");
    if (timestamp == nullptr || !read_timestamp(timestamp->value, time)) return unexpected(rejection::missing_timestamp);
    if (!options.now.in_range()) return unexpected(rejection::skew);
    const std::int64_t difference = time.seconds - options.now.seconds;
    if (difference > options.longest_skew || -difference > options.longest_skew) return unexpected(rejection::skew);
    const utc_date date(time);
    if (claimed.date != date.view()) return unexpected(rejection::scope_date);
    return time;
}

/// The hash that stands in for the body: of the body, or of UNSIGNED-PAYLOAD where that is declared and allowed.
template <crypto::sha256_policy Policy>
[[nodiscard]] constexpr result<crypto::sha256_digest, rejection> verify_payload(const received_request& request,
                                                                                const verify_options& options, Policy& policy) {
    const http::header* declared = http::find_single_header(request.headers, "x-tc-content-sha256");
    const bool is_unsigned = declared != nullptr && declared->value == unsigned_payload;
    if (is_unsigned && !options.allow_unsigned_payload) return unexpected(rejection::payload);
    // GET signs the hash of nothing: a body would have come unsigned.
    if (request.method == http::method::get && !request.body.empty()) return unexpected(rejection::payload);

    const auto digest = payload_hash(is_unsigned ? unsigned_payload : request.body, policy);
    if (!digest) return unexpected(rejection::crypto_failed);
    if (declared == nullptr || is_unsigned) return *digest;

    const auto hex = to_hex(*digest);
    if (declared->value != std::string_view(hex.data(), hex.size())) return unexpected(rejection::payload);
    return *digest;
}

/// Computes the signature anew and compares.
template <crypto::sha256_policy Policy>
[[nodiscard]] constexpr result<void, rejection> verify_signature(const request_parts& parts, unix_time time, const credential_scope& scope,
                                                                 const credential_view& who, const signature& claimed, Policy& policy) {
    const auto refused = [](const error& why) {
        return unexpected(why.code == errc::crypto_failed ? rejection::crypto_failed : rejection::unknown_key_id);
    };
    const auto key = derive_signing_key(who, scope, policy);
    if (!key) return refused(key.error());
    const auto expected = authorization(parts, time, *key, who.secret_id, policy);
    if (!expected) return refused(expected.error());
    if (!equal_in_constant_time((*expected).signature, claimed)) return unexpected(rejection::signature);
    return {};
}

}  // namespace detail

template <class FindKey, class Policy>
    requires crypto::sha256_policy<Policy>
constexpr result<verified_request, rejection> verify_authorization(const received_request& request, const verify_options& options,
                                                                   FindKey&& find_key, Policy&& policy) {
    const http::header* header = http::find_single_header(request.headers, "authorization");
    const auto claimed = parse_authorization(header == nullptr ? std::string_view{} : header->value);
    if (!claimed) return unexpected(rejection::malformed_authorization);

    const auto time = detail::verify_time(request, *claimed, options);
    if (!time) return unexpected(time.error());
    const auto scope = credential_scope::make(claimed->service, *time);
    const bool wanted = options.service.empty() || claimed->service == options.service;
    if (!wanted || !scope || scope->service() != claimed->service) return unexpected(rejection::service);

    detail::signed_header_set headers;
    if (!detail::pick_signed_headers(claimed->signed_headers, request.headers, headers))
        return unexpected(rejection::missing_signed_header);
    request_parts parts{
        .method = request.method, .canonical_uri = request.canonical_uri, .query = request.query, .headers = headers.view()};
    if (!validate_target(parts.canonical_uri, parts.query)) return unexpected(rejection::signature);
    if (!validate(parts)) return unexpected(rejection::missing_signed_header);

    auto&& found_key = find_key(claimed->secret_id);  // whatever type it has, it lives until the end
    const credential_view who{claimed->secret_id, found_key};
    if (who.secret_key.empty()) return unexpected(rejection::unknown_key_id);
    const auto payload = detail::verify_payload(request, options, policy);
    if (!payload) return unexpected(payload.error());
    parts.hashed_payload = *payload;
    const auto verified = detail::verify_signature(parts, *time, *scope, who, claimed->signature, policy);
    if (!verified) return unexpected(verified.error());
    return verified_request{claimed->secret_id, claimed->service, *time};
}

}  // namespace tc3::inline v0_1::signing
