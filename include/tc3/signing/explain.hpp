// SPDX-License-Identifier: MIT
// Every step of a signature as text, to hold against the API Explorer or another signer when the service says SignatureFailure.
#pragma once

#include <tc3/core/slice.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/crypto/sha256.hpp>
#include <tc3/http/message.hpp>
#include <tc3/signing/parse_authorization.hpp>
#include <tc3/signing/payload_hash.hpp>
#include <tc3/signing/signer.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace tc3::inline v0_1::signing {

/// Writes canonical request, its hash, string to sign, signature and Authorization header, as they were computed for this very request.
/// Masked are: the values of the query and of sensitive headers, the middle of the secret id, all but eight digits of the signature.
/// The secret key and what is derived from it never appear; a body appears as its hash only. Fails as prepare() and the signer do.
template <sink S, signer Signer, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] constexpr result<void, error> explain(S& out, const request_parts& parts, std::string_view service, unix_time time,
                                                    Signer&& who, Policy&& policy = Policy{});

/// The same for a request that is signed already, from what it says itself: shows which bytes its signature stands for. Needs no key.
/// Fails for a request that has no Authorization header, or one that does not fit its other headers.
template <sink S, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] constexpr result<void, error> explain(S& out, const http::request_view& request, Policy&& policy = Policy{});

namespace detail {

/// Moves every line two blanks to the right.
template <sink S>
class indented_sink {
public:
    constexpr explicit indented_sink(S& out) : out_(out) {}
    constexpr ~indented_sink() { out_.append("\n"); }
    indented_sink(const indented_sink&) = delete;
    indented_sink& operator=(const indented_sink&) = delete;

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

// The first and last four characters, if enough stay hidden between them.
[[nodiscard]] constexpr fixed_text<12> masked_id(std::string_view secret_id) noexcept {
    constexpr std::size_t shown = 4;
    if (secret_id.size() < 4 * shown) return fixed_text<12>(http::mask);
    fixed_text<12> masked(slice(secret_id, 0, shown));
    masked.append(http::mask);
    masked.append(slice(secret_id, secret_id.size() - shown));
    return masked;
}

template <sink S>
constexpr void write_masked_signature(S& out, const signature& made) {
    const auto hex = made.hex();
    out.append(std::string_view(hex.data(), 8));
    out.append(http::mask);
}

template <sink S>
constexpr void write_masked_authorization(S& out, const authorization_value& value) {
    const auto id = masked_id(value.secret_id);
    write_unsigned_authorization(out, id.view(), value.scope.view(), value.signed_headers);
    write_masked_signature(out, value.signature);
}

template <sink S, class Write>
constexpr void write_step(S& out, std::string_view title, Write write) {
    out.append(title);
    out.append("\n");
    indented_sink lines(out);
    write(lines);
}

template <sink S>
constexpr void write_steps(S& out, const request_parts& parts, const signing_request& request, const authorization_value& value) {
    write_step(out, "canonical request", [&](auto& lines) { write_masked_canonical_request(lines, parts); });
    write_step(out, "sha256 of the canonical request", [&](auto& lines) { write_hex(lines, request.hashed_canonical_request); });
    write_step(out, "string to sign", [&](auto& lines) { lines.append(request.string_to_sign.view()); });
    write_step(out, "signature", [&](auto& lines) { write_masked_signature(lines, value.signature); });
    write_step(out, "Authorization", [&](auto& lines) { write_masked_authorization(lines, value); });
}

/// All headers of a request in one array, Host included. `needed` tells whether they all had room.
struct header_array {
    std::array<http::header, 64> headers{};
    std::size_t needed = 0;

    constexpr explicit header_array(const http::request_view& request) noexcept {
        headers[needed++] = {"Host", request.host};
        for (const http::header field : request.headers) {
            if (needed < headers.size()) headers[needed] = field;
            ++needed;
        }
    }
    [[nodiscard]] constexpr bool complete() const noexcept { return needed <= headers.size(); }
    [[nodiscard]] constexpr std::span<const http::header> view() const noexcept {
        return {headers.data(), complete() ? needed : headers.size()};
    }
};

/// What a signed request claims to have signed: its parts, but for the payload, and its time.
struct claimed_parts {
    parsed_authorization authorization;
    signed_header_set headers;
    unix_time time;

    [[nodiscard]] constexpr result<void, error> read(std::span<const http::header> sent) noexcept {
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

[[nodiscard]] constexpr std::string_view query_of(std::string_view target) noexcept {
    const std::size_t question_mark = target.find('?');
    return question_mark == std::string_view::npos ? std::string_view{} : slice(target, question_mark + 1);
}

}  // namespace detail

template <sink S, signer Signer, class Policy>
    requires crypto::sha256_policy<Policy>
constexpr result<void, error> explain(S& out, const request_parts& parts, std::string_view service, unix_time time, Signer&& who,
                                      Policy&& policy) {
    const auto& secret_id = who.secret_id();  // may be a text of its own, which lives until the end
    if (const auto valid = validate_secret_id(secret_id); !valid) return valid;
    const auto request = make_signing_request(parts, service, time, policy);
    if (!request) return unexpected(request.error());
    const auto made = who.sign(*request);
    if (!made) return unexpected(made.error());
    const auto value = make_authorization(*request, secret_id, *made);
    if (!value) return unexpected(value.error());

    detail::write_steps(out, parts, *request, *value);
    return {};
}

template <sink S, class Policy>
    requires crypto::sha256_policy<Policy>
constexpr result<void, error> explain(S& out, const http::request_view& request, Policy&& policy) {
    const detail::header_array sent(request);
    if (!sent.complete()) {
        return unexpected(error{.code = errc::too_many, .part = "header name", .needed = sent.needed, .limit = sent.headers.size()});
    }
    detail::claimed_parts claimed;
    if (const auto read = claimed.read(sent.view()); !read) return read;
    const bool is_unsigned = request.headers.value_of("X-TC-Content-SHA256") == unsigned_payload;
    if (request.streamed_body != 0 && !is_unsigned) return unexpected(error{.code = errc::missing, .part = "body"});
    const auto payload = payload_hash(is_unsigned ? unsigned_payload : request.body, policy);
    if (!payload) return unexpected(payload.error());

    const request_parts parts{.method = request.method,
                              .canonical_uri = slice(request.target, 0, request.target.find('?')),
                              .query = detail::query_of(request.target),
                              .headers = claimed.headers.view(),
                              .hashed_payload = *payload};
    const auto again = make_signing_request(parts, claimed.authorization.service, claimed.time, policy);
    if (!again) return unexpected(again.error());
    // What is shown must be what stands in the request, not what should stand there.
    if (claimed.authorization.date != again->scope.date().view() || claimed.authorization.service != again->scope.service()) {
        return unexpected(error{.code = errc::wrong_scope, .part = "timestamp"});
    }
    const authorization_value value{claimed.authorization.secret_id, again->scope, parts.headers, claimed.authorization.signature};
    detail::write_steps(out, parts, *again, value);
    return {};
}

}  // namespace tc3::inline v0_1::signing
