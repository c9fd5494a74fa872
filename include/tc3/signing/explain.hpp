// SPDX-License-Identifier: MIT
// Writes every step of a signature as text. Compare it with the API Explorer or with another signer when the service reports
// AuthFailure.SignatureFailure.
#pragma once

#include <tc3/core/slice.hpp>
#include <tc3/crypto/sha_256.hpp>
#include <tc3/http/message.hpp>
#include <tc3/signing/authorization.hpp>
#include <tc3/signing/parse_authorization.hpp>
#include <tc3/signing/payload_hash.hpp>
#include <tc3/signing/sent_request.hpp>
#include <tc3/signing/signer.hpp>
#include <tc3/signing/verify_authorization.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::signing {

/// Signs a request and writes the steps: canonical request, its hash, string to sign, signature, Authorization header.
///
/// The text holds no key and no body, only the hash of the body. Masked are the values of the query and of sensitive headers, the middle of
/// the secret id, and all but eight digits of the signature. Path, names of the query and values of headers are written by
/// write_printable(). Writes nothing if it fails.
///
/// Errors: those of validate_secret_id(), of make_signer_input() and of the signer.
template <sink S, signer Signer, crypto::sha_256_policy Policy = crypto::builtin_policy>
[[nodiscard]] constexpr result<void, error> explain(S& out, const request_parts& parts, std::string_view service, unix_time time,
                                                    Signer&& signer, Policy&& policy = Policy{});

/// Writes the steps of a request that is already signed, without a key: its own headers give time, scope and signature.
///
/// Masked as above. Writes nothing if it fails.
///
/// Errors, with the part they name:
/// - malformed, "header value": the Authorization header is missing or malformed;
/// - missing, "timestamp": the X-TC-Timestamp header is missing, duplicate or no number;
/// - missing, "header name": a signed header is absent or duplicate, or the list of names is unsorted, has capitals or more than
///   most_signed_headers names;
/// - wrong_scope, "timestamp": the scope is of another day than the timestamp;
/// - wrong_scope, "service": the service has capitals;
/// - crypto_failed, "body", and the errors of make_signer_input().
template <sink S, crypto::sha_256_policy Policy = crypto::builtin_policy>
[[nodiscard]] constexpr result<void, error> explain(S& out, const received_request& request, Policy&& policy = Policy{});

/// Writes the steps of a request as it was sent; its bytes are read by raw_request.
///
/// Errors: not_allowed, "method", for a method that is neither GET nor POST; those of the overload for a received request.
template <sink S, crypto::sha_256_policy Policy = crypto::builtin_policy>
[[nodiscard]] constexpr result<void, error> explain(S& out, const sent_request& request, Policy&& policy = Policy{});

/// Writes the steps of a request that make_request() returned.
///
/// Errors: missing, "body", if the body is streamed; too_many, "headers", if there are more than 64, with Host; those of the overload for
/// a received request.
template <sink S, crypto::sha_256_policy Policy = crypto::builtin_policy>
[[nodiscard]] constexpr result<void, error> explain(S& out, const http::request_view& request, Policy&& policy = Policy{});

/// Writes the two texts that a server computes for a signed request, masked as above: the canonical request and the string to sign. For
/// servers that report them; compare them with those of the client.
///
/// Errors: those of explain() for a received request. Writes nothing then.
template <sink CanonicalRequest, sink StringToSign, crypto::sha_256_policy Policy = crypto::builtin_policy>
[[nodiscard]] constexpr result<void, error> write_signed_texts(CanonicalRequest& to_canonical_request, StringToSign& to_string_to_sign,
                                                               const received_request& request, Policy&& policy = Policy{});

namespace detail {

/// Indents each line by two blanks on the way to another sink.
template <sink S>
class indented_sink {
public:
    constexpr explicit indented_sink(S& out) noexcept : out_(out) {}

    constexpr void append(const std::string_view& text) {
        for (const char c : text) {
            if (at_line_start_ && c != '\n') out_.append("  ");
            at_line_start_ = c == '\n';
            write_char(out_, c);
        }
    }

private:
    S& out_;
    bool at_line_start_ = true;
};

/// Returns the first and the last four characters of an id with a mask between them, or the mask alone for a short id.
[[nodiscard]] constexpr fixed_text<12> masked_id(std::string_view secret_id) noexcept {
    constexpr std::size_t shown = 4;
    if (secret_id.size() < 4 * shown) return fixed_text<12>(http::mask);
    fixed_text<12> masked(slice(secret_id, 0, shown));
    masked.append(http::mask);
    masked.append(slice(secret_id, secret_id.size() - shown));
    return masked;
}

template <sink S>
constexpr void write_masked_signature(S& out, const signature& signature) {
    const auto hex = signature.hex();
    out.append(std::string_view(hex.data(), 8));
    out.append(http::mask);
}

template <sink S>
constexpr void write_masked_authorization(S& out, const authorization_value& value) {
    const auto id = masked_id(value.secret_id);
    signing::write_unsigned_authorization(out, id.view(), value.scope.view(), value.signed_headers);
    write_masked_signature(out, value.signature);
}

template <sink S, class Write>
constexpr void write_step(S& out, std::string_view title, Write write) {
    out.append(title);
    out.append("\n");
    indented_sink<S> indented(out);
    write(indented);
    out.append("\n");
}

template <sink S>
constexpr void write_steps(S& out, const request_parts& parts, const signer_input& input, const authorization_value& value) {
    write_step(out, "canonical request", [&](auto& text) { write_masked_canonical_request(text, parts); });
    write_step(out, "sha256 of the canonical request", [&](auto& text) { write_hex(text, input.hashed_canonical_request); });
    write_step(out, "string to sign", [&](auto& text) { text.append(input.string_to_sign.view()); });
    write_step(out, "signature", [&](auto& text) { write_masked_signature(text, value.signature); });
    write_step(out, "Authorization", [&](auto& text) { write_masked_authorization(text, value); });
}

/// The headers of a request and its host, in one array.
struct header_array {
    std::array<http::header, 64> headers{};
    std::size_t count = 0;  ///< the number of headers of the request, of which the array holds the first 64

    constexpr explicit header_array(const http::request_view& request) noexcept {
        add({"Host", request.host});
        for (const http::header header : request.headers) add(header);
    }
    constexpr void add(const http::header& header) noexcept {
        if (count < headers.size()) headers[count] = header;
        ++count;
    }
    [[nodiscard]] constexpr bool complete() const noexcept { return count <= headers.size(); }
    /// Returns the headers. All of them must have had room: complete().
    [[nodiscard]] constexpr std::span<const http::header> view() const noexcept { return {headers.data(), count}; }
};

/// Returns the payload hash of a request, for a body that is unsigned too.
template <crypto::sha_256_policy Policy>
[[nodiscard]] constexpr result<crypto::sha_256_digest, error> payload_hash_of(const received_request& request, Policy& policy) {
    const http::header* declared = http::find_single_header(request.headers, "x-tc-content-sha256");
    const bool is_unsigned = declared != nullptr && declared->value == unsigned_payload;
    return payload_hash(is_unsigned ? unsigned_payload : request.body, policy);
}

/// The signature of a request as its headers declare it, and what a server computes for it.
///
/// Lifetime: refers to the request.
struct declared_signature {
    parsed_authorization authorization;
    signed_header_array headers;
    unix_time time;
    request_parts parts;  // refers to `headers`
    signer_input input;

    constexpr declared_signature() noexcept = default;
    declared_signature(const declared_signature&) = delete;
    declared_signature& operator=(const declared_signature&) = delete;

    template <crypto::sha_256_policy Policy>
    [[nodiscard]] constexpr result<void, error> read(const received_request& request, Policy& policy) {
        if (const auto read = read_headers(request.headers); !read) return read;
        const auto payload = payload_hash_of(request, policy);
        if (!payload) return unexpected(payload.error());
        parts = {.method = request.method,
                 .canonical_uri = request.canonical_uri,
                 .query = request.query,
                 .headers = headers.view(),
                 .hashed_payload = *payload};
        const auto computed = make_signer_input(parts, authorization.service, time, policy);
        if (!computed) return unexpected(computed.error());
        input = *computed;
        // The scope of `input` is written: it must be the scope that the request declares.
        return validate_same_scope({authorization.date, authorization.service}, input.scope.view());
    }
    [[nodiscard]] constexpr authorization_value value() const noexcept {
        return {authorization.secret_id, input.scope, parts.headers, authorization.signature};
    }

private:
    [[nodiscard]] constexpr result<void, error> read_headers(std::span<const http::header> sent) noexcept {
        const http::header* header = http::find_single_header(sent, "authorization");
        const auto parsed = parse_authorization(header == nullptr ? std::string_view{} : header->value);
        if (!parsed) return unexpected(parsed.error());
        authorization = *parsed;
        const http::header* timestamp = http::find_single_header(sent, "x-tc-timestamp");
        if (timestamp == nullptr || !read_timestamp(timestamp->value, time)) {
            return unexpected(error{.code = errc::missing, .part = "timestamp"});
        }
        if (!pick_signed_headers(authorization.signed_headers, sent, headers)) {
            return unexpected(error{.code = errc::missing, .part = "header name"});
        }
        return {};
    }
};

}  // namespace detail

template <sink S, signer Signer, crypto::sha_256_policy Policy>
constexpr result<void, error> explain(S& out, const request_parts& parts, std::string_view service, unix_time time, Signer&& signer,
                                      Policy&& policy) {
    const auto& secret_id = signer.secret_id();  // a reference: see has_secret_id
    if (const auto valid = validate_secret_id(secret_id); !valid) return valid;
    const auto input = make_signer_input(parts, service, time, policy);
    if (!input) return unexpected(input.error());
    const result<signature, error> signature = signer.sign(*input);
    if (!signature) return unexpected(signature.error());
    const auto value = make_authorization(*input, secret_id, *signature);
    if (!value) return unexpected(value.error());

    detail::write_steps(out, parts, *input, *value);
    return {};
}

template <sink S, crypto::sha_256_policy Policy>
constexpr result<void, error> explain(S& out, const received_request& request, Policy&& policy) {
    detail::declared_signature declared;
    if (const auto read = declared.read(request, policy); !read) return read;
    detail::write_steps(out, declared.parts, declared.input, declared.value());
    return {};
}

template <sink S, crypto::sha_256_policy Policy>
constexpr result<void, error> explain(S& out, const sent_request& request, Policy&& policy) {
    const bool is_get = request.method == http::name_of(http::method::get);
    if (!is_get && request.method != http::name_of(http::method::post)) {
        return unexpected(error{.code = errc::not_allowed, .part = "method"});
    }
    const http::target_parts target = http::split_target(request.target);
    const received_request received{.method = is_get ? http::method::get : http::method::post,
                                    .canonical_uri = target.path,
                                    .query = target.query,
                                    .headers = request.headers,
                                    .body = request.body};
    return explain(out, received, policy);
}

template <sink S, crypto::sha_256_policy Policy>
constexpr result<void, error> explain(S& out, const http::request_view& request, Policy&& policy) {
    const detail::header_array sent(request);
    if (!sent.complete()) {
        return unexpected(error{.code = errc::too_many, .part = "headers", .needed = sent.count, .limit = sent.headers.size()});
    }
    if (request.streamed_body_size != 0 && request.headers.value_of("X-TC-Content-SHA256") != unsigned_payload) {
        return unexpected(error{.code = errc::missing, .part = "body"});
    }
    const sent_request complete{
        .method = http::name_of(request.method), .target = request.target, .headers = sent.view(), .body = request.body};
    return explain(out, complete, policy);
}

template <sink CanonicalRequest, sink StringToSign, crypto::sha_256_policy Policy>
constexpr result<void, error> write_signed_texts(CanonicalRequest& to_canonical_request, StringToSign& to_string_to_sign,
                                                 const received_request& request, Policy&& policy) {
    detail::declared_signature declared;
    if (const auto read = declared.read(request, policy); !read) return read;
    write_masked_canonical_request(to_canonical_request, declared.parts);
    to_string_to_sign.append(declared.input.string_to_sign.view());
    return {};
}

}  // namespace tc3::inline TC3_NAMESPACE::signing
