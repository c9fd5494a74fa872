// SPDX-License-Identifier: MIT
// The hashed payload: the last line of the canonical request (docs/tc3-signing.md 1.2).
#pragma once

#include <tc3/crypto/hash.hpp>
#include <tc3/crypto/sha_256.hpp>

#include <string_view>

namespace tc3::inline TC3_NAMESPACE::signing {

/// The payload that is hashed in place of a body that is not signed, and the value of X-TC-Content-SHA256 then.
inline constexpr std::string_view unsigned_payload = "UNSIGNED-PAYLOAD";

/// Returns the SHA-256 of a payload: the exact bytes of the body, "" for GET, or `unsigned_payload`.
///
/// Errors: crypto_failed, of "body".
template <crypto::sha_256_policy Policy = crypto::builtin_policy>
[[nodiscard]] constexpr result<crypto::sha_256_digest, error> payload_hash(std::string_view payload, Policy&& policy = Policy{}) {
    crypto::hash_sink hash(policy);
    hash.append_at_once(payload);  // the only piece
    crypto::sha_256_digest digest{};
    if (!hash.finish_into(digest)) return {unexpect, error{.code = errc::crypto_failed, .part = "body"}};
    return digest;
}

}  // namespace tc3::inline TC3_NAMESPACE::signing
