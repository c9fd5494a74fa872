// SPDX-License-Identifier: MIT
// The policy: an implementation of SHA-256 as a class with three member functions, and HMAC-SHA256 as an optional fourth.
//
//     class my_policy {
//     public:
//         bool sha_256_begin();                                              // starts a hash; drops one that is open
//         bool sha_256_update(tc3::bytes_view bytes);                        // adds bytes to the open hash
//         bool sha_256_finish(tc3::crypto::sha_256_digest& digest);          // ends the open hash
//         bool hmac_sha_256(tc3::bytes_view key, tc3::bytes_view message,    // optional: computes an HMAC in one call
//                           tc3::crypto::sha_256_digest& digest);
//         bool sha_256_save(tc3::crypto::sha_256_midstate& midstate);          // optional, both: ends the open hash after whole blocks
//         bool sha_256_resume(const tc3::crypto::sha_256_midstate& midstate);  // starts a hash at its state; drops one that is open
//     };
#pragma once

#include <tc3/core/bytes.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace tc3::inline TC3_NAMESPACE::crypto {

inline constexpr std::size_t sha_256_digest_size = 32;
inline constexpr std::size_t sha_256_block_size = 64;
using sha_256_digest = std::array<std::uint8_t, sha_256_digest_size>;

/// The state of a hash after whole blocks, in a form that does not depend on the policy.
struct sha_256_midstate {
    std::array<std::uint32_t, 8> words;  ///< H0 to H7 of FIPS 180-4, 6.2.2
    std::uint64_t size;                  ///< the bytes that have been hashed: a multiple of sha_256_block_size
};

/// The SHA-256 digest of the empty text.
inline constexpr sha_256_digest digest_of_nothing{0xe3, 0xb0, 0xc4, 0x42, 0x98, 0xfc, 0x1c, 0x14, 0x9a, 0xfb, 0xf4,
                                                  0xc8, 0x99, 0x6f, 0xb9, 0x24, 0x27, 0xae, 0x41, 0xe4, 0x64, 0x9b,
                                                  0x93, 0x4c, 0xa4, 0x95, 0x99, 0x1b, 0x78, 0x52, 0xb8, 0x55};

/// A class that starts a hash and drops one that is open. false means failure.
template <class Policy>
concept has_sha_256_begin = requires(Policy& policy) {
    { policy.sha_256_begin() } -> std::same_as<bool>;
};

/// A class that adds bytes to the open hash. false means failure.
template <class Policy>
concept has_sha_256_update = requires(Policy& policy, bytes_view bytes) {
    { policy.sha_256_update(bytes) } -> std::same_as<bool>;
};

/// A class that ends the open hash. false means failure; the digest is not used then.
template <class Policy>
concept has_sha_256_finish = requires(Policy& policy, sha_256_digest& digest) {
    { policy.sha_256_finish(digest) } -> std::same_as<bool>;
};

/// A class that computes HMAC-SHA256 in one call.
template <class Policy>
concept has_hmac_sha_256 = requires(std::remove_reference_t<Policy>& policy, bytes_view key, bytes_view message, sha_256_digest& digest) {
    { policy.hmac_sha_256(key, message, digest) } -> std::same_as<bool>;
};

/// A class that saves the state of the open hash after whole blocks, which ends it, and starts a hash at a saved state. false means
/// failure.
template <class Policy>
concept has_sha_256_resume = requires(std::remove_reference_t<Policy>& policy, sha_256_midstate& saved, const sha_256_midstate& midstate) {
    { policy.sha_256_save(saved) } -> std::same_as<bool>;
    { policy.sha_256_resume(midstate) } -> std::same_as<bool>;
};

/// A class with a member `hmac_sha_256` of any signature.
template <class Policy>
concept names_hmac_sha_256 = requires { &std::remove_reference_t<Policy>::hmac_sha_256; };

/// A class without a member `hmac_sha_256`, or with one of the right signature. A wrong signature is an error, so that the member is not
/// ignored silently.
template <class Policy>
concept hmac_absent_or_valid = !names_hmac_sha_256<Policy> || has_hmac_sha_256<Policy>;

/// A policy. Its functions return true for success; a C library that returns 0 for success needs the opposite.
///
/// tc3 opens one hash at a time on a policy, so hardware with a single state is sufficient. tc3 has no threads of its own.
template <class Policy>
concept sha_256_policy = has_sha_256_begin<std::remove_reference_t<Policy>> && has_sha_256_update<std::remove_reference_t<Policy>> &&
                         has_sha_256_finish<std::remove_reference_t<Policy>> && hmac_absent_or_valid<Policy>;

/// A policy with an HMAC-SHA256 of its own. Without one tc3 builds HMAC on the hash.
template <class Policy>
concept hmac_policy = sha_256_policy<Policy> && has_hmac_sha_256<Policy>;

/// A policy on which an HMAC under a kept key starts at a saved state: two compressions less. A policy with an HMAC of its own computes all
/// HMACs with that.
template <class Policy>
concept resumable_policy = sha_256_policy<Policy> && !hmac_policy<Policy> && has_sha_256_resume<Policy>;

}  // namespace tc3::inline TC3_NAMESPACE::crypto
