// SPDX-License-Identifier: MIT
// The string to sign: algorithm, time, credential scope and the hash of the canonical request (docs/tc3-signing.md 1.3).
#pragma once

#include <tc3/core/fixed_text.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/unix_time.hpp>
#include <tc3/crypto/policy.hpp>
#include <tc3/signing/scope.hpp>
#include <tc3/signing/signature.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::signing {

/// The longest string to sign: 15 + 12 + (10 + 1 + 63 + 1 + 11) + 64 characters and three line ends.
inline constexpr std::size_t longest_string_to_sign = 180;

/// A string to sign that owns its text. It contains no secret: you may send it to a remote signer.
using string_to_sign = fixed_text<longest_string_to_sign>;

/// Writes the string to sign. `time` must lie on the date of `scope`.
template <sink S>
constexpr void write_string_to_sign(S& out, unix_time time, const credential_scope& scope,
                                    const crypto::sha_256_digest& hashed_canonical_request);

namespace detail {

inline constexpr std::string_view before_time = "TC3-HMAC-SHA256\n";
inline constexpr std::string_view before_hash = "/tc3_request\n";

constexpr void write_string_to_sign(any_sink& out, unix_time time, const scope_view& scope,
                                    const crypto::sha_256_digest& hashed_canonical_request) {
    out.append(before_time);
    write_decimal(out, time.seconds);
    out.append("\n");
    scope.write_beginning(out);
    out.append(before_hash);
    write_digest(out, hashed_canonical_request);
}

}  // namespace detail

template <sink S>
constexpr void write_string_to_sign(S& out, unix_time time, const credential_scope& scope,
                                    const crypto::sha_256_digest& hashed_canonical_request) {
    any_sink_of<S> to(out);
    detail::write_string_to_sign(to, time, scope.view(), hashed_canonical_request);
}

}  // namespace tc3::inline TC3_NAMESPACE::signing
