// SPDX-License-Identifier: MIT
// A signature: 32 bytes, sent as 64 lower-case hex digits (docs/tc3-signing.md 1.4).
#pragma once

#include <tc3/core/bytes.hpp>
#include <tc3/core/constant_time.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/crypto/policy.hpp>
#include <tc3/encoding/hex.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::signing {

/// A signature as bytes.
struct signature {
    crypto::sha_256_digest bytes{};

    /// Parses a signature from a header or a remote signer: 64 lower-case hex digits.
    ///
    /// Errors: malformed, of "signature".
    [[nodiscard]] static constexpr result<signature, error> from_hex(std::string_view hex) noexcept {
        signature parsed;
        if (!tc3::from_hex(hex, parsed.bytes)) return unexpected(error{.code = errc::malformed, .part = "signature"});
        return parsed;
    }

    /// Returns the 64 lower-case hex digits.
    [[nodiscard]] constexpr std::array<char, 2 * crypto::sha_256_digest_size> hex() const noexcept { return to_hex(bytes); }
};

/// Writes the 64 lower-case hex digits of a digest.
TC3_NOINLINE constexpr void write_digest(any_sink& out, const crypto::sha_256_digest& digest) {
    const auto hex = to_hex(digest);
    out.append(std::string_view(hex.data(), hex.size()));
}

/// Compares two signatures in a time that does not depend on where they differ. A server that verifies signatures needs this.
[[nodiscard]] constexpr bool equal_in_constant_time(const signature& a, const signature& b) noexcept {
    return tc3::equal_in_constant_time(bytes_view(a.bytes), bytes_view(b.bytes));
}

}  // namespace tc3::inline TC3_NAMESPACE::signing
