// SPDX-License-Identifier: MIT
// The string to sign: algorithm, time, credential scope and the hash of the canonical request (SPEC 1.3).
#pragma once

#include <tc3/core/fixed_text.hpp>
#include <tc3/crypto/policy.hpp>
#include <tc3/encoding/hex.hpp>
#include <tc3/signing/canonical_request.hpp>
#include <tc3/signing/scope.hpp>

namespace tc3::inline v0_1::signing {

/// The longest string to sign: 15 + 12 + (10 + 1 + 63 + 1 + 11) + 64 characters and three line ends.
inline constexpr std::size_t longest_string_to_sign = 180;

/// A string to sign, held in place. It tells nothing secret and may be sent to a remote signer.
using string_to_sign = fixed_text<longest_string_to_sign>;

namespace detail {

constexpr void write_string_to_sign(any_sink& out, unix_time time, const scope_view& scope,
                                    const crypto::sha256_digest& canonical_request) {
    out.append(algorithm);
    out.append("\n");
    write_decimal(out, time.seconds);
    out.append("\n");
    scope.write(out);
    out.append("\n");
    write_digest(out, canonical_request);
}

}  // namespace detail

/// Writes the string to sign. The time must be the one that the scope was made from.
template <sink S>
constexpr void write_string_to_sign(S& out, unix_time time, const credential_scope& scope, const crypto::sha256_digest& canonical_request) {
    sink_adapter to(out);
    detail::write_string_to_sign(to, time, scope.view(), canonical_request);
}

}  // namespace tc3::inline v0_1::signing
