// SPDX-License-Identifier: MIT
// The canonical request: the exact text of an HTTP request that both sides hash (SPEC 1.2).
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/crypto/hash.hpp>
#include <tc3/encoding/hex.hpp>
#include <tc3/http/message.hpp>
#include <tc3/signing/header_set.hpp>
#include <tc3/signing/scope.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline v0_1::signing {

/// What TC3 signs of a request. All views are the caller's.
struct request_parts {
    http::method method = http::method::post;
    std::string_view canonical_uri = "/";  ///< always "/" for API 3.0; the path for gateways that sign it
    std::string_view query = {};           ///< exactly as sent, without '?'; empty for POST
    header_set headers = {};               ///< those to sign, in any order and case; Content-Type and Host among them
    crypto::sha256_digest hashed_payload = crypto::digest_of_nothing;  ///< see payload_hash()
};

/// Refuses what can't be signed: a header that would break out of its line, one that stands twice, a set without Content-Type or Host or
/// with an empty one, a URI or query with blanks or control characters, text that is not UTF-8. Sizes are make_request()'s affair.
[[nodiscard]] constexpr result<void, error> validate(const request_parts& parts) noexcept;

/// The part of validate() that concerns the request line.
[[nodiscard]] constexpr result<void, error> validate_target(std::string_view canonical_uri, std::string_view query) noexcept;

/// Writes the canonical request. The parts must have passed validate(). Headers are written in byte order of their lower-case names;
/// they are looked for rather than sorted, which needs no memory and is quick for the dozen that there are.
template <sink S>
constexpr void write_canonical_request(S& out, const request_parts& parts);

/// The same text with the values of the query and of sensitive headers as "****": to be read by people.
template <sink S>
constexpr void write_masked_canonical_request(S& out, const request_parts& parts);

/// Writes the signed header names, lower-case, sorted, joined by ';'.
template <sink S>
constexpr void write_signed_headers(S& out, const header_set& headers);

/// The SHA-256 of the canonical request, which is streamed into the policy and never stands in memory. Checks the parts first.
template <crypto::sha256_policy Policy>
[[nodiscard]] constexpr result<crypto::sha256_digest, error> hash_canonical_request(const request_parts& parts, Policy& policy);

namespace detail {

/// Writes 64 hex digits.
TC3_NOINLINE constexpr void write_digest(any_sink& out, const crypto::sha256_digest& digest) {
    const auto hex = to_hex(digest);
    out.append(std::string_view(hex.data(), hex.size()));
}

/// The byte order of a header's name and another, as they are signed: lower-case, without blanks at the ends.
[[nodiscard]] TC3_NOINLINE constexpr int compare_name(const http::header& field, const std::string_view& name) noexcept {
    return ascii::compare_lower(ascii::trim(field.name), ascii::trim(name));
}

/// The header whose lower-case name follows that of `previous` in byte order, or null. `previous` null: the first of all.
[[nodiscard]] constexpr const http::header* next_header(const header_set& headers, const http::header* previous) noexcept {
    const http::header* next = nullptr;
    for (std::size_t i = 0; i < headers.size(); ++i) {
        const http::header& field = headers[i];
        if (previous != nullptr && compare_name(field, previous->name) <= 0) continue;
        if (next == nullptr || compare_name(field, next->name) < 0) next = &field;
    }
    return next;
}

using http::detail::mask;
using http::detail::visibility;

inline constexpr std::string_view content_type_name = "content-type";
inline constexpr std::string_view host_name = "host";

constexpr void write_masked_query(any_sink& out, std::string_view query) {
    while (!query.empty()) {
        const std::string_view pair = slice(query, 0, query.find('&'));
        query.remove_prefix(pair.size());
        const std::size_t equals = pair.find('=');
        if (equals != std::string_view::npos) out.append(slice(pair, 0, equals + 1));
        out.append(mask);  // a pair without '=' may be a value as well
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
    if (compare_name(field, content_type_name) == 0) {
        out.append(value);
    } else {
        write_lower(out, value);
    }
}

constexpr void write_signed_headers(any_sink& out, const header_set& headers) {
    for (const http::header* field = next_header(headers, nullptr); field != nullptr;) {
        write_lower(out, ascii::trim(field->name));
        field = next_header(headers, field);
        if (field != nullptr) out.append(";");
    }
}

template <visibility Shown>
constexpr void write_canonical_request(any_sink& out, const request_parts& parts) {
    constexpr bool masked = Shown == visibility::masked;
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
            out.append(mask);
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

[[nodiscard]] constexpr bool is_line_character(char c) noexcept { return c != ' ' && c != '#' && !ascii::is_control(c); }
[[nodiscard]] constexpr bool is_no_question_mark(char c) noexcept { return c != '?'; }

inline constexpr text_rule canonical_uri_rule{.where = part::canonical_uri, .required = true, .utf8 = true, .allowed = is_line_character};
inline constexpr text_rule query_rule{.where = part::query, .utf8 = true, .allowed = is_line_character};
inline constexpr text_rule path_rule{.where = part::canonical_uri, .allowed = is_no_question_mark};
inline constexpr text_rule content_type_rule{.where = part::content_type, .required = true};
inline constexpr text_rule host_rule{.where = part::host, .required = true, .allowed = ascii::is_visible};

constexpr void examine_target(first_fault& rules, const std::string_view& canonical_uri, const std::string_view& query) noexcept {
    const bool is_path = canonical_uri.empty() || canonical_uri.front() == '/';
    if (!is_path) rules.add(errc::forbidden_character, part::canonical_uri);
    rules.examine(canonical_uri_rule, canonical_uri);
    rules.examine(path_rule, canonical_uri);
    rules.examine(query_rule, query);
}

constexpr void examine_headers(first_fault& rules, const header_set& headers) noexcept {
    std::string_view content_type;
    std::string_view host;
    for (std::size_t i = 0; i < headers.size(); ++i) {
        const http::header& field = headers[i];
        http::detail::examine_header(rules, field);
        for (std::size_t earlier = 0; earlier < i; ++earlier) {
            if (compare_name(headers[earlier], field.name) != 0) continue;
            rules.add(errc::duplicate, part::header_name, ascii::trim(field.name));
        }
        if (compare_name(field, content_type_name) == 0) content_type = ascii::trim(field.value);
        if (compare_name(field, host_name) == 0) host = ascii::trim(field.value);
    }
    rules.examine(content_type_rule, content_type);
    rules.examine(host_rule, host);
}

constexpr void examine_parts(first_fault& rules, const request_parts& parts) noexcept {
    examine_target(rules, parts.canonical_uri, parts.query);
    examine_headers(rules, parts.headers);
}

}  // namespace detail

constexpr result<void, error> validate_target(std::string_view canonical_uri, std::string_view query) noexcept {
    first_fault rules;
    detail::examine_target(rules, canonical_uri, query);
    return rules.outcome();
}

constexpr result<void, error> validate(const request_parts& parts) noexcept {
    first_fault rules;
    detail::examine_parts(rules, parts);
    return rules.outcome();
}

template <sink S>
constexpr void write_canonical_request(S& out, const request_parts& parts) {
    sink_adapter to(out);
    detail::write_canonical_request<detail::visibility::plain>(to, parts);
}

template <sink S>
constexpr void write_masked_canonical_request(S& out, const request_parts& parts) {
    sink_adapter to(out);
    detail::write_canonical_request<detail::visibility::masked>(to, parts);
}

template <sink S>
constexpr void write_signed_headers(S& out, const header_set& headers) {
    sink_adapter to(out);
    detail::write_signed_headers(to, headers);
}

template <crypto::sha256_policy Policy>
constexpr result<crypto::sha256_digest, error> hash_canonical_request(const request_parts& parts, Policy& policy) {
    if (const auto valid = validate(parts); !valid) return unexpected(valid.error());
    crypto::sha256_digest digest{};
    if (detail::hash_canonical_request_into(digest, parts, policy)) return digest;
    return unexpected(error{.code = errc::crypto_failed, .where = part::signature});
}

}  // namespace tc3::inline v0_1::signing
