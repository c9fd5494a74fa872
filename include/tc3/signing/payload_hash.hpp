// SPDX-License-Identifier: MIT
// The hashed payload: the last line of the canonical request (SPEC 1.2).
#pragma once

#include <tc3/core/text_literal.hpp>
#include <tc3/crypto/hash.hpp>
#include <tc3/crypto/sha256.hpp>

#include <string_view>

namespace tc3::inline v0_1::signing {

/// What stands in X-TC-Content-SHA256, and is hashed in place of the body, when the body is not signed.
inline constexpr std::string_view unsigned_payload = "UNSIGNED-PAYLOAD";

/// The hash of exactly the bytes to be sent; of the empty text for GET, and of `unsigned_payload` where the body is not signed.
template <class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] constexpr result<crypto::sha256_digest, error> payload_hash(std::string_view payload, Policy&& policy = Policy{}) {
    crypto::hash_sink hash(policy);
    hash.append(payload);
    crypto::sha256_digest digest{};
    if (!hash.finish_into(digest)) return {unexpect, error{.code = errc::crypto_failed, .part = "body"}};
    return digest;
}

}  // namespace tc3::inline v0_1::signing
