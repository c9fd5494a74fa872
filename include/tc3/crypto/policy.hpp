// SPDX-License-Identifier: MIT
// What tc3 asks of a SHA-256 implementation: three calls on one object, so that an engine with a single open hash fits. HMAC is optional.
#pragma once

#include <tc3/core/bytes.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace tc3::inline v0_1::crypto {

inline constexpr std::size_t sha256_digest_size = 32;
inline constexpr std::size_t sha256_block_size = 64;
using sha256_digest = std::array<std::uint8_t, sha256_digest_size>;

/// The SHA-256 of the empty text.
inline constexpr sha256_digest digest_of_nothing{0xe3, 0xb0, 0xc4, 0x42, 0x98, 0xfc, 0x1c, 0x14, 0x9a, 0xfb, 0xf4,
                                                 0xc8, 0x99, 0x6f, 0xb9, 0x24, 0x27, 0xae, 0x41, 0xe4, 0x64, 0x9b,
                                                 0x93, 0x4c, 0xa4, 0x95, 0x99, 0x1b, 0x78, 0x52, 0xb8, 0x55};

/// Starts a hash and drops one that is open. False: the engine failed.
template <class Policy>
concept has_sha256_begin = requires(Policy& policy) {
    { policy.sha256_begin() } -> std::same_as<bool>;
};

/// Adds bytes to the open hash. False: the engine failed.
template <class Policy>
concept has_sha256_update = requires(Policy& policy, bytes_view bytes) {
    { policy.sha256_update(bytes) } -> std::same_as<bool>;
};

/// Ends the open hash. False: the engine failed, and the digest is not used.
template <class Policy>
concept has_sha256_finish = requires(Policy& policy, sha256_digest& digest) {
    { policy.sha256_finish(digest) } -> std::same_as<bool>;
};

/// A policy that has a member `hmac_sha256` means it as below: a slip in its parameters must not leave it unused in silence.
template <class Policy>
concept has_fitting_hmac_sha256 = !requires {
    &std::remove_reference_t<Policy>::hmac_sha256;
} || requires(std::remove_reference_t<Policy>& policy, bytes_view key, bytes_view message, sha256_digest& digest) {
    { policy.hmac_sha256(key, message, digest) } -> std::same_as<bool>;
};

/// A SHA-256 engine. Its calls return bool, true for success: a C engine's 0 for success must be turned round. tc3 never has more than one
/// hash open on it and never calls it from two threads.
template <class Policy>
concept sha256_policy = has_sha256_begin<std::remove_reference_t<Policy>> && has_sha256_update<std::remove_reference_t<Policy>> &&
                        has_sha256_finish<std::remove_reference_t<Policy>> && has_fitting_hmac_sha256<Policy>;

/// A policy that computes HMAC-SHA256 itself, in one call: `hmac_sha256(key, message, digest)`. Without it tc3 builds HMAC on the hash.
template <class Policy>
concept has_hmac_sha256 = requires(std::remove_reference_t<Policy>& policy, bytes_view key, bytes_view message, sha256_digest& digest) {
    { policy.hmac_sha256(key, message, digest) } -> std::same_as<bool>;
};

template <class Policy>
concept hmac_policy = sha256_policy<Policy> && has_hmac_sha256<Policy>;

}  // namespace tc3::inline v0_1::crypto
