// SPDX-License-Identifier: MIT
// Every step of a signature as text, to hold against the API Explorer or another signer when the service says SignatureFailure.
#pragma once

#include <tc3/crypto/sha256.hpp>
#include <tc3/signing/signer.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline v0_1::signing {

/// Writes canonical request, its hash, string to sign, signature and Authorization header, as they were computed for this very request.
/// Masked are: the values of the query and of sensitive headers, the middle of the secret id, all but eight digits of the signature.
/// The secret key and what is derived from it never appear; a body appears as its hash only. Fails as prepare() and the signer do.
template <sink S, signer Signer, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] constexpr result<void, error> explain(S& out, const request_parts& parts, std::string_view service, unix_time time,
                                                    Signer&& who, Policy&& policy = Policy{});

namespace detail {

/// Moves every line two blanks to the right.
template <sink S>
class indented_sink {
public:
    constexpr explicit indented_sink(S& out) : out_(out) {}
    constexpr ~indented_sink() { out_.append("\n"); }
    indented_sink(const indented_sink&) = delete;
    indented_sink& operator=(const indented_sink&) = delete;

    constexpr void append(std::string_view text) {
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
    if (secret_id.size() < 4 * shown) return fixed_text<12>(mask);
    fixed_text<12> masked(secret_id.substr(0, shown));
    masked.append(mask);
    masked.append(secret_id.substr(secret_id.size() - shown));
    return masked;
}

template <sink S>
constexpr void write_masked_signature(S& out, const signature& made) {
    const auto hex = made.hex();
    out.append(std::string_view(hex.data(), 8));
    out.append(mask);
}

template <sink S>
constexpr void write_masked_authorization(S& out, const authorization_value& value) {
    const auto id = masked_id(value.secret_id);
    write_unsigned_authorization(out, id.view(), value.scope, value.signed_headers);
    write_masked_signature(out, value.signature);
}

template <sink S, class Write>
constexpr void write_step(S& out, std::string_view title, Write write) {
    out.append(title);
    out.append("\n");
    indented_sink lines(out);
    write(lines);
}

}  // namespace detail

template <sink S, signer Signer, class Policy>
    requires crypto::sha256_policy<Policy>
constexpr result<void, error> explain(S& out, const request_parts& parts, std::string_view service, unix_time time, Signer&& who,
                                      Policy&& policy) {
    const auto request = prepare(parts, service, time, policy);
    if (!request) return unexpected(request.error());
    const auto hashed = hash_canonical_request(parts, policy);
    if (!hashed) return unexpected(hashed.error());
    const auto made = who.sign(*request);
    if (!made) return unexpected(made.error());
    const auto& secret_id = who.secret_id();  // may be a text of its own, which lives until the end
    const auto value = attach(*request, secret_id, *made);
    if (!value) return unexpected(value.error());

    detail::write_step(out, "canonical request", [&](auto& lines) { write_masked_canonical_request(lines, parts); });
    detail::write_step(out, "sha256 of the canonical request", [&](auto& lines) { write_hex(lines, *hashed); });
    detail::write_step(out, "string to sign", [&](auto& lines) { lines.append(request->string_to_sign.view()); });
    detail::write_step(out, "signature", [&](auto& lines) { detail::write_masked_signature(lines, *made); });
    detail::write_step(out, "Authorization", [&](auto& lines) { detail::write_masked_authorization(lines, *value); });
    return {};
}

}  // namespace tc3::inline v0_1::signing
