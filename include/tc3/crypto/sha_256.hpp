// SPDX-License-Identifier: MIT
// SHA-256 (FIPS 180-4), usable at compile time, and the default policy.
//
// On x86-64 and AArch64 it uses the SHA instructions of the processor, if there are any (sha_256_blocks.hpp).
#pragma once

#include <tc3/core/processor.hpp>
#include <tc3/core/secret.hpp>
#include <tc3/crypto/policy.hpp>
#include <tc3/crypto/sha_256_small.hpp>
#include <tc3/crypto/sha_256_wide.hpp>

#include <type_traits>

namespace tc3::inline TC3_NAMESPACE::crypto {

/// A SHA-256 computation. The destructor wipes it, since it may have hashed a key.
class sha_256 {
public:
    constexpr sha_256() noexcept = default;
    constexpr sha_256(const sha_256&) noexcept = default;
    constexpr sha_256& operator=(const sha_256&) noexcept = default;
    TC3_NOINLINE constexpr ~sha_256() { wipe(this, sizeof *this); }

    /// Discards all bytes so far.
    constexpr void restart() noexcept { hash_.restart(); }
    /// Adds bytes. Cost: linear.
    constexpr void update(const bytes_view& bytes) noexcept { hash_.update(bytes); }
    /// Returns the digest of all bytes so far. Call restart() before you use the object again.
    [[nodiscard]] constexpr sha_256_digest finish() noexcept {
        sha_256_digest digest{};
        finish_into(digest);
        return digest;
    }
    /// Writes the digest without a temporary copy, for a digest that is a key.
    constexpr void finish_into(sha_256_digest& digest) noexcept { hash_.finish_into(digest); }

    /// Writes the state after whole blocks. Returns false if the bytes so far end within a block.
    [[nodiscard]] constexpr bool save(sha_256_midstate& midstate) const noexcept { return hash_.save(midstate); }
    /// Discards all bytes so far and goes on at a saved state. Returns false if that is not a state after whole blocks.
    [[nodiscard]] constexpr bool resume(const sha_256_midstate& midstate) noexcept { return hash_.resume(midstate); }

private:
    std::conditional_t<has_wide_registers, detail::wide_sha_256, detail::small_sha_256> hash_;
};

/// The default policy: the class sha_256, with HMAC built on it. It never fails.
class builtin_policy {
public:
    constexpr bool sha_256_begin() noexcept {
        hash_.restart();
        return true;
    }
    constexpr bool sha_256_update(const bytes_view& bytes) noexcept {
        hash_.update(bytes);
        return true;
    }
    constexpr bool sha_256_finish(sha_256_digest& digest) noexcept {
        hash_.finish_into(digest);
        hash_.restart();  // wipes the block, which may hold a key
        return true;
    }
    [[nodiscard]] constexpr bool sha_256_save(sha_256_midstate& midstate) noexcept {
        const bool saved = hash_.save(midstate);
        hash_.restart();
        return saved;
    }
    [[nodiscard]] constexpr bool sha_256_resume(const sha_256_midstate& midstate) noexcept { return hash_.resume(midstate); }

private:
    sha_256 hash_;
};

}  // namespace tc3::inline TC3_NAMESPACE::crypto
