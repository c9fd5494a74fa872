// SPDX-License-Identifier: MIT
// The canonical request: the text form of an HTTP request that client and service hash (docs/tc3-signing.md 1.2).
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/processor.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/core/text_scanner.hpp>
#include <tc3/core/write_lower.hpp>
#include <tc3/crypto/hash.hpp>
#include <tc3/crypto/sha_256.hpp>
#include <tc3/encoding/line_sink.hpp>
#include <tc3/http/header_refs.hpp>
#include <tc3/http/message.hpp>
#include <tc3/signing/signature.hpp>
#include <tc3/validation/header_rules.hpp>
#include <tc3/validation/target_rules.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::signing {

/// The parts of an HTTP request that its signature covers.
///
/// Lifetime: every view refers to the caller's memory. Keep the headers in a variable: a temporary vector is destroyed before the request
/// is signed.
struct request_parts {
    http::method method = http::method::post;
    std::string_view canonical_uri = "/";  ///< "/" for API 3.0; the path for gateways that sign it
    std::string_view query = {};           ///< exactly as sent, without '?'; empty for POST
    http::header_refs headers = {};        ///< the headers to sign, in any order and case, with Content-Type and Host
    crypto::sha_256_digest hashed_payload = crypto::digest_of_nothing;  ///< the result of payload_hash()
};

/// Validates that a request can be signed. Sizes are not checked here: make_request() checks them.
///
/// Errors: missing, forbidden_character or invalid_utf8, of "canonical URI", "query", "header name" or "header value"; duplicate, of
/// "header name"; missing or forbidden_character, of "content type" or "host".
[[nodiscard]] constexpr result<void, error> validate(const request_parts& parts) noexcept;

/// Adds the error that validate() returns.
constexpr void check_parts(first_error& errors, const request_parts& parts) noexcept;

/// Writes the canonical request. The parts must be valid.
///
/// Cost: no memory. Headers that are not in the order of their names are searched for the next name, which is quick for the dozen headers
/// of a request.
template <sink S>
constexpr void write_canonical_request(S& out, const request_parts& parts);

/// Writes the canonical request for logs, with "****" in place of the values of the query and of sensitive headers. All other values are
/// written by write_printable(), so a value that holds such a character differs from the text that was hashed.
template <sink S>
constexpr void write_masked_canonical_request(S& out, const request_parts& parts);

/// Writes the names of the signed headers: lower-case, sorted, joined by ';'.
template <sink S>
constexpr void write_signed_headers(S& out, const http::header_refs& headers);

/// Returns the SHA-256 of the canonical request, which is streamed into the policy.
///
/// Errors: those of validate(); crypto_failed.
template <crypto::sha_256_policy Policy = crypto::builtin_policy>
[[nodiscard]] constexpr result<crypto::sha_256_digest, error> hash_canonical_request(const request_parts& parts,
                                                                                     Policy&& policy = Policy{});

/// Writes the SHA-256 of the canonical request of valid parts. Returns false if the policy fails.
template <crypto::sha_256_policy Policy>
[[nodiscard]] constexpr bool hash_valid_parts(crypto::sha_256_digest& digest, const request_parts& parts, Policy& policy);

namespace detail {

/// Returns the header whose lower-case name follows that of `previous` in byte order, or null. Without `previous`, returns the first
/// header.
[[nodiscard]] TC3_NOINLINE constexpr const http::header* search_next(const http::header_refs& headers,
                                                                     const http::header* previous) noexcept {
    const http::header* next = nullptr;
    for (std::size_t i = 0; i < headers.size(); ++i) {
        const http::header& header = headers[i];
        if (previous != nullptr && http::compare_names(header.name, previous->name) <= 0) continue;
        if (next == nullptr || http::compare_names(header.name, next->name) < 0) next = &header;
    }
    return next;
}

/// Visits headers in the byte order of their lower-case names. Headers that are in that order already are not searched, except on small
/// machines, where the test would be more code than the search takes time.
class header_order {
public:
    constexpr explicit header_order(const http::header_refs& headers) noexcept
        : headers_(headers), are_sorted_(has_wide_registers && headers.are_sorted()) {}

    /// Returns the header after the one that was returned last, or null.
    [[nodiscard]] constexpr const http::header* after(const http::header* previous) noexcept {
        if constexpr (has_wide_registers) {
            if (are_sorted_) return position_ < headers_.size() ? &headers_[position_++] : nullptr;
        }
        return search_next(headers_, previous);
    }

private:
    const http::header_refs& headers_;
    bool are_sorted_;
    std::size_t position_ = 0;  // of the next header, if they are sorted
};

constexpr void write_masked_pair(any_sink& out, std::string_view pair) {
    const std::size_t equals = ascii::find(pair, '=');
    // Without '=' the pair can be a value: nothing of it is shown.
    if (equals != std::string_view::npos) write_printable(out, slice(pair, 0, equals + 1));
    out.append(http::mask);  // "****"
}

constexpr void write_masked_query(any_sink& out, std::string_view query) {
    for (text_scanner rest(query); !rest.empty();) {
        write_masked_pair(out, rest.take_while([](char c) { return c != '&'; }));
        if (rest.skip("&")) out.append("&");
    }
}

// Content-Type is signed verbatim, as every SDK does. The manual says lower-case, but a multipart boundary would break.
[[nodiscard]] constexpr bool is_signed_verbatim(const http::header& header) noexcept {
    return http::are_same_name(header.name, "content-type"sv);
}

constexpr void write_canonical_value(any_sink& out, const http::header& header) {
    const std::string_view value = ascii::trim(header.value);
    if (is_signed_verbatim(header)) {
        out.append(value);
    } else {
        write_lower(out, value);
    }
}

// Escapes come first: write_lower() may split a character between two pieces.
constexpr void write_masked_value(any_sink& out, const http::header& header) {
    if (http::is_sensitive(header)) return out.append(http::mask);
    const std::string_view value = ascii::trim(header.value);
    if (is_signed_verbatim(header)) return write_printable(out, value);
    lower_sink lower(out);
    write_printable(lower, value);
}

constexpr void write_signed_headers(any_sink& out, const http::header_refs& headers) {
    header_order order(headers);
    for (const http::header* header = order.after(nullptr); header != nullptr;) {
        write_lower(out, ascii::trim(header->name));
        header = order.after(header);
        if (header != nullptr) out.append(";");
    }
}

template <http::visibility Shown>
constexpr void write_canonical_request(any_sink& out, const request_parts& parts) {
    constexpr bool masked = Shown == http::visibility::masked;
    out.append(http::name_of(parts.method));
    out.append("\n");
    if constexpr (masked) {
        write_printable(out, parts.canonical_uri);
        out.append("\n");
        write_masked_query(out, parts.query);
    } else {
        out.append(parts.canonical_uri);
        out.append("\n");
        if (!has_wide_registers || !parts.query.empty()) out.append(parts.query);
    }
    out.append("\n");
    header_order order(parts.headers);
    for (const http::header* header = order.after(nullptr); header != nullptr; header = order.after(header)) {
        write_lower(out, ascii::trim(header->name));
        out.append(":");
        if constexpr (masked) {
            write_masked_value(out, *header);
        } else {
            write_canonical_value(out, *header);
        }
        out.append("\n");
    }
    out.append("\n");
    write_signed_headers(out, parts.headers);
    out.append("\n");
    write_digest(out, parts.hashed_payload);
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
    any_sink_of<S> to(out);
    detail::write_canonical_request<http::visibility::plain>(to, parts);
}

template <sink S>
constexpr void write_masked_canonical_request(S& out, const request_parts& parts) {
    any_sink_of<S> to(out);
    detail::write_canonical_request<http::visibility::masked>(to, parts);
}

template <sink S>
constexpr void write_signed_headers(S& out, const http::header_refs& headers) {
    any_sink_of<S> to(out);
    detail::write_signed_headers(to, headers);
}

template <crypto::sha_256_policy Policy>
constexpr bool hash_valid_parts(crypto::sha_256_digest& digest, const request_parts& parts, Policy& policy) {
    crypto::hash_sink hash(policy);
    write_canonical_request(hash, parts);
    return hash.finish_into(digest);
}

template <crypto::sha_256_policy Policy>
constexpr result<crypto::sha_256_digest, error> hash_canonical_request(const request_parts& parts, Policy&& policy) {
    if (const auto valid = validate(parts); !valid) return unexpected(valid.error());
    crypto::sha_256_digest digest{};
    if (hash_valid_parts(digest, parts, policy)) return digest;
    return unexpected(error{.code = errc::crypto_failed, .part = "signature"});
}

}  // namespace tc3::inline TC3_NAMESPACE::signing
