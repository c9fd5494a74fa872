// SPDX-License-Identifier: MIT
// A signature: 32 bytes, 64 lower-case hex digits on the wire.
#pragma once

#include <tc3/core/bytes.hpp>
#include <tc3/core/constant_time.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/crypto/policy.hpp>
#include <tc3/encoding/hex.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tc3::inline v0_1::signing {

struct signature {
    crypto::sha256_digest bytes{};

    /// Reads what a remote signer or a header says. Refuses all but 64 lower-case hex digits.
    [[nodiscard]] static constexpr result<signature, error> from_hex(std::string_view hex) noexcept {
        signature read;
        if (!tc3::from_hex(hex, read.bytes)) return unexpected(error{.code = errc::malformed, .part = "signature"});
        return read;
    }

    [[nodiscard]] constexpr std::array<char, 2 * crypto::sha256_digest_size> hex() const noexcept { return to_hex(bytes); }
};

/// Writes the 64 hex digits of a digest.
TC3_NOINLINE constexpr void write_digest(any_sink& out, const crypto::sha256_digest& digest) {
    const auto hex = to_hex(digest);
    out.append(std::string_view(hex.data(), hex.size()));
}

/// Compares in a time that does not depend on where the signatures differ: for the side that verifies them.
[[nodiscard]] constexpr bool equal_in_constant_time(const signature& a, const signature& b) noexcept {
    return tc3::equal_in_constant_time(bytes_view(a.bytes), bytes_view(b.bytes));
}

}  // namespace tc3::inline v0_1::signing
