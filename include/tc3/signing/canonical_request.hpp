// SPDX-License-Identifier: MIT
// The canonical request: the exact text of an HTTP request that both sides hash (SPEC 1.2).
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/core/text_scanner.hpp>
#include <tc3/core/write_lower.hpp>
#include <tc3/crypto/hash.hpp>
#include <tc3/http/header_set.hpp>
#include <tc3/http/message.hpp>
#include <tc3/signing/signature.hpp>
#include <tc3/validation/header_rules.hpp>
#include <tc3/validation/target_rules.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline v0_1::signing {

/// What TC3 signs of a request. All views are the caller's.
struct request_parts {
    http::method method = http::method::post;
    std::string_view canonical_uri = "/";  ///< always "/" for API 3.0; the path for gateways that sign it
    std::string_view query = {};           ///< exactly as sent, without '?'; empty for POST
    http::header_set headers = {};         ///< those to sign, in any order and case; Content-Type and Host among them
    crypto::sha256_digest hashed_payload = crypto::digest_of_nothing;  ///< see payload_hash()
};

/// Refuses what can't be signed: a header that would break out of its line, one that stands twice, a set without Content-Type or Host or
/// with an empty one, a URI or query with blanks or control characters, text that is not UTF-8. Sizes are make_request()'s affair.
[[nodiscard]] constexpr result<void, error> validate(const request_parts& parts) noexcept;

/// Adds the error that validate() returns.
constexpr void check_parts(first_error& errors, const request_parts& parts) noexcept;

/// Writes the canonical request. The parts must have passed validate(). Headers are written in byte order of their lower-case names;
/// they are looked for rather than sorted, which needs no memory and is quick for the dozen that there are.
template <sink S>
constexpr void write_canonical_request(S& out, const request_parts& parts);

/// The same text with the values of the query and of sensitive headers as "****": to be read by people.
template <sink S>
constexpr void write_masked_canonical_request(S& out, const request_parts& parts);

/// Writes the signed header names, lower-case, sorted, joined by ';'.
template <sink S>
constexpr void write_signed_headers(S& out, const http::header_set& headers);

/// The SHA-256 of the canonical request, which is streamed into the policy and never stands in memory. Checks the parts first.
template <crypto::sha256_policy Policy>
[[nodiscard]] constexpr result<crypto::sha256_digest, error> hash_canonical_request(const request_parts& parts, Policy& policy);

namespace detail {

/// The header whose lower-case name follows that of `previous` in byte order, or null. `previous` null: the first of all.
[[nodiscard]] constexpr const http::header* next_header(const http::header_set& headers, const http::header* previous) noexcept {
    const http::header* next = nullptr;
    for (std::size_t i = 0; i < headers.size(); ++i) {
        const http::header& field = headers[i];
        if (previous != nullptr && http::compare_names(field.name, previous->name) <= 0) continue;
        if (next == nullptr || http::compare_names(field.name, next->name) < 0) next = &field;
    }
    return next;
}

constexpr void write_masked_query(any_sink& out, std::string_view query) {
    while (!query.empty()) {
        const std::string_view pair = slice(query, 0, query.find('&'));
        query.remove_prefix(pair.size());
        const std::size_t equals = pair.find('=');
        if (equals != std::string_view::npos) out.append(slice(pair, 0, equals + 1));
        out.append(http::mask);  // a pair without '=' may be a value as well
        if (!query.empty()) {
            out.append("&");
            query.remove_prefix(1);
        }
    }
}

// Content-Type is the one value that stands as it is: the manual lower-cases all values, but every SDK signs this one verbatim, and
// only so can a multipart boundary with capitals be signed. The two rules agree on lower-case content types: send those.
constexpr void write_canonical_value(any_sink& out, const http::header& field) {
    const std::string_view value = ascii::trim(field.value);
    if (http::compare_names(field.name, "content-type"sv) == 0) {
        out.append(value);
    } else {
        write_lower(out, value);
    }
}

constexpr void write_signed_headers(any_sink& out, const http::header_set& headers) {
    for (const http::header* field = next_header(headers, nullptr); field != nullptr;) {
        write_lower(out, ascii::trim(field->name));
        field = next_header(headers, field);
        if (field != nullptr) out.append(";");
    }
}

template <http::visibility Shown>
constexpr void write_canonical_request(any_sink& out, const request_parts& parts) {
    constexpr bool masked = Shown == http::visibility::masked;
    out.append(http::name_of(parts.method));
    out.append("\n");
    out.append(parts.canonical_uri);
    out.append("\n");
    if constexpr (masked) {
        write_masked_query(out, parts.query);
    } else {
        out.append(parts.query);
    }
    out.append("\n");
    for (const http::header* field = next_header(parts.headers, nullptr); field != nullptr; field = next_header(parts.headers, field)) {
        write_lower(out, ascii::trim(field->name));
        out.append(":");
        if (masked && http::is_sensitive(*field)) {
            out.append(http::mask);
        } else {
            write_canonical_value(out, *field);
        }
        out.append("\n");
    }
    out.append("\n");
    write_signed_headers(out, parts.headers);
    out.append("\n");
    write_digest(out, parts.hashed_payload);
}

/// Of an unchecked request. False: the policy failed.
template <crypto::sha256_policy Policy>
[[nodiscard]] constexpr bool hash_canonical_request_into(crypto::sha256_digest& digest, const request_parts& parts, Policy& policy) {
    crypto::hash_sink hash(policy);
    signing::write_canonical_request(hash, parts);
    return hash.finish_into(digest);
}

}  // namespace detail

constexpr void check_parts(first_error& errors, const request_parts& parts) noexcept {
    check_target(errors, parts.canonical_uri, parts.query);
    check_signed_headers(errors, parts.headers);
}

constexpr result<void, error> validate(const request_parts& parts) noexcept {
    first_error errors;
    check_parts(errors, parts);
    return errors.to_result();
}

template <sink S>
constexpr void write_canonical_request(S& out, const request_parts& parts) {
    sink_adapter to(out);
    detail::write_canonical_request<http::visibility::plain>(to, parts);
}

template <sink S>
constexpr void write_masked_canonical_request(S& out, const request_parts& parts) {
    sink_adapter to(out);
    detail::write_canonical_request<http::visibility::masked>(to, parts);
}

template <sink S>
constexpr void write_signed_headers(S& out, const http::header_set& headers) {
    sink_adapter to(out);
    detail::write_signed_headers(to, headers);
}

template <crypto::sha256_policy Policy>
constexpr result<crypto::sha256_digest, error> hash_canonical_request(const request_parts& parts, Policy& policy) {
    if (const auto valid = validate(parts); !valid) return unexpected(valid.error());
    crypto::sha256_digest digest{};
    if (detail::hash_canonical_request_into(digest, parts, policy)) return digest;
    return unexpected(error{.code = errc::crypto_failed, .part = "signature"});
}

}  // namespace tc3::inline v0_1::signing
