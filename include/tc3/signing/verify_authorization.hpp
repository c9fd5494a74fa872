// SPDX-License-Identifier: MIT
// The server side of TC3: verifies the Authorization header of a request (docs/tc3-signing.md 1.7).
#pragma once

#include <tc3/crypto/sha_256.hpp>
#include <tc3/signing/authorization.hpp>
#include <tc3/signing/parse_authorization.hpp>
#include <tc3/signing/payload_hash.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::signing {

/// Why a server rejects a request, in the order of the checks. Only an invalid target, a `signature`, is found before the headers are
/// validated.
enum class rejection : std::uint8_t {
    malformed_authorization,  ///< no Authorization header, two of them, or one that parse_authorization() does not take
    missing_timestamp,        ///< no X-TC-Timestamp, two of them, or one that is not a number of seconds
    skew,                     ///< a timestamp too far from the server's clock
    scope_date,               ///< a scope whose date is not the UTC date of the timestamp
    service,                  ///< a scope of another service than this server's, or with capitals
    missing_signed_header,    ///< Content-Type, Host or a listed header that is absent, duplicate or invalid; a list of another form
    unknown_key_id,           ///< a secret id without a usable secret key
    payload,        ///< a body that does not match X-TC-Content-SHA256, a GET with a body, or an unsigned payload where it is not allowed
    signature,      ///< another secret key, method, URI, query, header or body than was signed, or an invalid target
    crypto_failed,  ///< a policy that failed: the signature was not checked
};

/// A request as a server received it.
///
/// Lifetime: refers to the caller's memory.
struct received_request {
    http::method method = http::method::post;
    std::string_view canonical_uri = "/";        ///< the path of the target, as sent
    std::string_view query = {};                 ///< the target after '?', as sent
    std::span<const http::header> headers = {};  ///< all headers that were sent, with Host
    std::string_view body = {};
};

/// What a server requires of a request.
struct verify_options {
    unix_time now;                       ///< the server's clock
    std::string_view service = {};       ///< the service of this server; empty for any
    std::int64_t longest_skew = 300;     ///< seconds between the timestamp and `now`, either way
    bool allow_unsigned_payload = true;  ///< whether X-TC-Content-SHA256 can be UNSIGNED-PAYLOAD
};

/// The origin and the time of a verified request.
///
/// Lifetime: refers to the headers of the request.
struct verified_request {
    std::string_view secret_id;
    std::string_view service;
    unix_time timestamp;
};

/// Verifies the signature of a request.
///
/// `find_key(secret_id)` returns the secret key as a std::string_view or a type that converts to it; empty for an unknown id. A duplicate
/// of a header that TC3 reads is treated as missing, because peers may disagree on which copy applies. Signatures are compared in constant
/// time.
///
/// Errors: a rejection.
/// Lifetime: the result refers to the headers of `request`.
/// Cost: no allocation; the SHA-256 of the body and about 22 compressions.
template <class FindKey, crypto::sha_256_policy Policy = crypto::builtin_policy>
[[nodiscard]] constexpr result<verified_request, rejection> verify_authorization(const received_request& request,
                                                                                 const verify_options& options, FindKey&& find_key,
                                                                                 Policy&& policy = Policy{});

namespace detail {

/// Returns the timestamp of a request if it fits the server's clock and the date of the scope.
[[nodiscard]] constexpr result<unix_time, rejection> verify_time(const received_request& request, std::string_view scope_date,
                                                                 const verify_options& options) noexcept {
    unix_time time;
    const http::header* timestamp = http::find_single_header(request.headers, "x-tc-timestamp");
    if (timestamp == nullptr || !read_timestamp(timestamp->value, time)) return unexpected(rejection::missing_timestamp);
    if (!options.now.in_range()) return unexpected(rejection::skew);  // the difference below would overflow
    const std::int64_t difference = time.seconds - options.now.seconds;
    if (difference > options.longest_skew || -difference > options.longest_skew) return unexpected(rejection::skew);
    const utc_date date(time);
    if (scope_date != date.view()) return unexpected(rejection::scope_date);
    return time;
}

/// Returns the declared scope if its service is this server's and in lower case.
[[nodiscard]] constexpr result<credential_scope, rejection> verify_service(std::string_view service, unix_time time,
                                                                           const verify_options& options) noexcept {
    // A server may name a service that no client of tc3 signs, such as "localhost:8080": some SDKs take their service from the host.
    const bool is_served = options.service.empty() ? credential_scope::make(service, time).has_value() : service == options.service;
    if (!is_served || service.size() > longest_service) return unexpected(rejection::service);
    const auto scope = credential_scope::of_valid(service, time);
    if (scope.service() != service) return unexpected(rejection::service);
    return scope;
}

/// Returns the payload hash of a request if the body is the one that its headers declare.
template <crypto::sha_256_policy Policy>
[[nodiscard]] constexpr result<crypto::sha_256_digest, rejection> verify_payload(const received_request& request,
                                                                                 const verify_options& options, Policy& policy) {
    const http::header* declared = http::find_single_header(request.headers, "x-tc-content-sha256");
    const bool is_unsigned = declared != nullptr && declared->value == unsigned_payload;
    if (is_unsigned && !options.allow_unsigned_payload) return unexpected(rejection::payload);
    // A client signs the hash of the empty text for GET: a body would be unsigned.
    if (request.method == http::method::get && !request.body.empty()) return unexpected(rejection::payload);

    const auto digest = payload_hash(is_unsigned ? unsigned_payload : request.body, policy);
    if (!digest) return unexpected(rejection::crypto_failed);
    if (declared == nullptr || is_unsigned) return *digest;

    const auto hex = to_hex(*digest);
    if (declared->value != std::string_view(hex.data(), hex.size())) return unexpected(rejection::payload);
    return *digest;
}

/// Signs parts that have been validated and compares the signature with the one that was sent.
template <crypto::sha_256_policy Policy>
[[nodiscard]] constexpr result<void, rejection> verify_signature(const request_parts& parts, unix_time time, const credential_scope& scope,
                                                                 const credential_view& credential, const signature& sent, Policy& policy) {
    // After validation only the policy can fail. The scope may be one that no client of tc3 signs: see verify_service().
    signature expected;
    const request_to_sign request{.parts = parts, .service = scope.service(), .time = time, .secret_key = credential.secret_key};
    const bool is_signed = validate_secret_key(credential.secret_key) && sign_valid(expected.bytes, request, policy);
    if (!is_signed) return unexpected(rejection::crypto_failed);
    if (!equal_in_constant_time(expected, sent)) return unexpected(rejection::signature);
    return {};
}

}  // namespace detail

template <class FindKey, crypto::sha_256_policy Policy>
constexpr result<verified_request, rejection> verify_authorization(const received_request& request, const verify_options& options,
                                                                   FindKey&& find_key, Policy&& policy) {
    const http::header* header = http::find_single_header(request.headers, "authorization");
    const auto sent = parse_authorization(header == nullptr ? std::string_view{} : header->value);
    if (!sent) return unexpected(rejection::malformed_authorization);

    const auto time = detail::verify_time(request, sent->date, options);
    if (!time) return unexpected(time.error());
    const auto scope = detail::verify_service(sent->service, *time, options);
    if (!scope) return unexpected(scope.error());

    detail::signed_header_array headers;
    if (!detail::pick_signed_headers(sent->signed_headers, request.headers, headers)) return unexpected(rejection::missing_signed_header);
    request_parts parts{
        .method = request.method, .canonical_uri = request.canonical_uri, .query = request.query, .headers = headers.view()};
    // A client cannot have signed an invalid target.
    if (!validate_target(parts.canonical_uri, parts.query)) return unexpected(rejection::signature);
    if (!validate(parts)) return unexpected(rejection::missing_signed_header);

    auto&& secret_key = find_key(sent->secret_id);  // if it is a std::string by value, the reference keeps it alive
    const credential_view credential{sent->secret_id, secret_key};
    if (!validate_secret_key(credential.secret_key)) return unexpected(rejection::unknown_key_id);
    const auto payload = detail::verify_payload(request, options, policy);
    if (!payload) return unexpected(payload.error());
    parts.hashed_payload = *payload;
    const auto verified = detail::verify_signature(parts, *time, *scope, credential, sent->signature, policy);
    if (!verified) return unexpected(verified.error());
    return verified_request{sent->secret_id, sent->service, *time};
}

}  // namespace tc3::inline TC3_NAMESPACE::signing
