// SPDX-License-Identifier: MIT
// The canonical request: the exact text of an HTTP request that both sides hash (SPEC 1.2).
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/crypto/hash.hpp>
#include <tc3/encoding/hex.hpp>
#include <tc3/http/message.hpp>

#include <cstddef>
#include <span>
#include <string_view>

namespace tc3::inline v0_1::signing {

/// What TC3 signs of a request. All views are the caller's.
struct request_parts {
    http::method method = http::method::post;
    std::string_view canonical_uri = "/";        ///< always "/" for API 3.0; the path for gateways that sign it
    std::string_view query = {};                 ///< exactly as sent, without '?'; empty for POST
    std::span<const http::header> headers = {};  ///< those to sign, in any order and case; Content-Type and Host among them
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
constexpr void write_signed_headers(S& out, std::span<const http::header> headers);

/// The SHA-256 of the canonical request, which is streamed into the policy and never stands in memory. Checks the parts first.
template <crypto::sha256_policy Policy>
[[nodiscard]] constexpr result<crypto::sha256_digest, error> hash_canonical_request(const request_parts& parts, Policy& policy) {
    if (const auto valid = validate(parts); !valid) return unexpected(valid.error());
    crypto::hash_sink hash(policy);
    write_canonical_request(hash, parts);
    auto digest = hash.finish();
    if (!digest) return unexpected(error{.code = errc::crypto_failed, .where = part::signature});
    return digest;
}

namespace detail {

/// The header whose lower-case name follows that of `previous` in byte order, or null. `previous` null: the first of all.
[[nodiscard]] constexpr const http::header* next_header(std::span<const http::header> headers, const http::header* previous) noexcept {
    const http::header* next = nullptr;
    for (const http::header& field : headers) {
        const std::string_view name = ascii::trim(field.name);
        if (previous != nullptr && ascii::compare_lower(name, ascii::trim(previous->name)) <= 0) continue;
        if (next == nullptr || ascii::compare_lower(name, ascii::trim(next->name)) < 0) next = &field;
    }
    return next;
}

template <class Visit>
constexpr void for_headers_in_order(std::span<const http::header> headers, Visit visit) {
    for (const http::header* field = next_header(headers, nullptr); field != nullptr; field = next_header(headers, field)) visit(*field);
}

template <sink S>
constexpr void write_lower(S& out, std::string_view text) {
    char piece[32] = {};
    while (!text.empty()) {
        const std::size_t size = text.size() < sizeof piece ? text.size() : sizeof piece;
        for (std::size_t i = 0; i < size; ++i) piece[i] = ascii::to_lower(text[i]);
        out.append(std::string_view(piece, size));
        text.remove_prefix(size);
    }
}

using http::detail::mask;
using http::detail::visibility;

template <sink S>
constexpr void write_query(S& out, std::string_view query, visibility shown) {
    if (shown == visibility::plain) {
        out.append(query);
        return;
    }
    while (!query.empty()) {
        const std::string_view pair = query.substr(0, query.find('&'));
        query.remove_prefix(pair.size());
        const std::size_t equals = pair.find('=');
        if (equals != std::string_view::npos) out.append(pair.substr(0, equals + 1));
        out.append(mask);  // a pair without '=' may be a value as well
        if (!query.empty()) {
            out.append("&");
            query.remove_prefix(1);
        }
    }
}

// Content-Type is the one value that stays as it is: the manual lower-cases all values, but every SDK signs this one verbatim, and
// only so can a multipart boundary with capitals be signed. The two rules agree on lower-case content types: send those.
template <sink S>
constexpr void write_canonical_header(S& out, const http::header& field, visibility shown) {
    const std::string_view name = ascii::trim(field.name);
    const std::string_view value = ascii::trim(field.value);
    write_lower(out, name);
    out.append(":");
    if (shown == visibility::masked && http::is_sensitive(field)) {
        out.append(mask);
    } else if (ascii::equal_lower(name, "content-type")) {
        out.append(value);
    } else {
        write_lower(out, value);
    }
    out.append("\n");
}

template <sink S>
constexpr void write_canonical_request(S& out, const request_parts& parts, visibility shown) {
    out.append(http::name_of(parts.method));
    out.append("\n");
    out.append(parts.canonical_uri);
    out.append("\n");
    write_query(out, parts.query, shown);
    out.append("\n");
    for_headers_in_order(parts.headers, [&](const http::header& field) { write_canonical_header(out, field, shown); });
    out.append("\n");
    write_signed_headers(out, parts.headers);
    out.append("\n");
    write_hex(out, parts.hashed_payload);
}

[[nodiscard]] constexpr result<void, error> validate_line(std::string_view text, part where) noexcept {
    const std::size_t at = ascii::find_not(text, [](char c) { return c != ' ' && c != '#' && !ascii::is_control(c); });
    if (at != std::string_view::npos) return unexpected(error{.code = errc::forbidden_character, .where = where, .at = at});
    if (const std::size_t bad = find_invalid_utf8(text); bad != std::string_view::npos) {
        return unexpected(error{.code = errc::invalid_utf8, .where = where, .at = bad});
    }
    return {};
}

[[nodiscard]] constexpr result<void, error> validate_headers(std::span<const http::header> headers) noexcept {
    bool content_type = false;
    bool host = false;
    for (std::size_t i = 0; i < headers.size(); ++i) {
        if (const auto valid = http::validate(headers[i]); !valid) return valid;
        const std::string_view name = ascii::trim(headers[i].name);
        for (std::size_t earlier = 0; earlier < i; ++earlier) {
            if (ascii::equal_lower(name, ascii::trim(headers[earlier].name))) {
                return unexpected(error{.code = errc::duplicate, .where = part::header_name, .name = name});
            }
        }
        const bool has_value = !ascii::trim(headers[i].value).empty();
        content_type = content_type || (has_value && ascii::equal_lower(name, "content-type"));
        if (!ascii::equal_lower(name, "host")) continue;
        host = has_value;
        const std::size_t at = ascii::find_not(ascii::trim(headers[i].value), ascii::is_visible);
        if (at != std::string_view::npos) return unexpected(error{.code = errc::forbidden_character, .where = part::host, .at = at});
    }
    if (!content_type) return unexpected(error{.code = errc::missing, .where = part::content_type});
    if (!host) return unexpected(error{.code = errc::missing, .where = part::host});
    return {};
}

}  // namespace detail

constexpr result<void, error> validate_target(std::string_view canonical_uri, std::string_view query) noexcept {
    if (canonical_uri.empty()) return unexpected(error{.code = errc::missing, .where = part::canonical_uri});
    if (canonical_uri.front() != '/') return unexpected(error{.code = errc::forbidden_character, .where = part::canonical_uri});
    if (const auto valid = detail::validate_line(canonical_uri, part::canonical_uri); !valid) return valid;
    if (const std::size_t at = canonical_uri.find('?'); at != std::string_view::npos) {
        return unexpected(error{.code = errc::forbidden_character, .where = part::canonical_uri, .at = at});
    }
    return detail::validate_line(query, part::query);
}

constexpr result<void, error> validate(const request_parts& parts) noexcept {
    if (const auto valid = validate_target(parts.canonical_uri, parts.query); !valid) return valid;
    return detail::validate_headers(parts.headers);
}

template <sink S>
constexpr void write_canonical_request(S& out, const request_parts& parts) {
    detail::write_canonical_request(out, parts, detail::visibility::plain);
}

template <sink S>
constexpr void write_masked_canonical_request(S& out, const request_parts& parts) {
    detail::write_canonical_request(out, parts, detail::visibility::masked);
}

template <sink S>
constexpr void write_signed_headers(S& out, std::span<const http::header> headers) {
    bool first = true;
    detail::for_headers_in_order(headers, [&](const http::header& field) {
        if (!first) out.append(";");
        first = false;
        detail::write_lower(out, ascii::trim(field.name));
    });
}

}  // namespace tc3::inline v0_1::signing
