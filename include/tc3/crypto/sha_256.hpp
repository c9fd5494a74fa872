// SPDX-License-Identifier: MIT
// SHA-256 (FIPS 180-4), portable and usable at compile time, and the default policy.
#pragma once

#include <tc3/core/secret.hpp>
#include <tc3/crypto/policy.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace tc3::inline TC3_NAMESPACE::crypto {

/// A SHA-256 computation. The destructor wipes it, since it may have hashed a key.
class sha_256 {
public:
    constexpr sha_256() noexcept { restart(); }
    constexpr sha_256(const sha_256&) noexcept = default;
    constexpr sha_256& operator=(const sha_256&) noexcept = default;
    TC3_NOINLINE constexpr ~sha_256() { wipe(this, sizeof *this); }

    /// Discards all bytes so far.
    constexpr void restart() noexcept;
    /// Adds bytes. Cost: linear.
    constexpr void update(const bytes_view& bytes) noexcept;
    /// Returns the digest of all bytes so far. Call restart() before you use the object again.
    [[nodiscard]] constexpr sha_256_digest finish() noexcept {
        sha_256_digest digest{};
        finish_into(digest);
        return digest;
    }
    /// Writes the digest without a temporary copy, for a digest that is a key.
    constexpr void finish_into(sha_256_digest& digest) noexcept;

private:
    constexpr void add(std::uint8_t byte) noexcept;
    constexpr void compress() noexcept;

    std::array<std::uint32_t, 8> state_;
    std::array<std::uint32_t, 16> words_;  // the block that is being filled; the first byte is the most significant one
    std::uint64_t size_;                   // in bytes, so far
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

private:
    sha_256 hash_;
};

namespace detail {

// The first 32 bits of the fractional parts of the square roots of the first 8 primes (FIPS 180-4, 5.3.3).
inline constexpr std::array<std::uint32_t, 8> initial_state{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                                            0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

// The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2).
inline constexpr std::array<std::uint32_t, 64> round_constants{
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be,
    0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa,
    0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85,
    0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3,
    0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f,
    0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

[[nodiscard]] constexpr std::uint32_t load_big_endian(const std::uint8_t* bytes) noexcept {
    return (std::uint32_t{bytes[0]} << 24) | (std::uint32_t{bytes[1]} << 16) | (std::uint32_t{bytes[2]} << 8) | std::uint32_t{bytes[3]};
}

}  // namespace detail

constexpr void sha_256::restart() noexcept {
    state_ = detail::initial_state;
    wipe(words_);
    size_ = 0;
}

constexpr void sha_256::add(std::uint8_t byte) noexcept {
    std::uint32_t& word = words_[static_cast<std::size_t>(size_ / 4 % words_.size())];
    word = word << 8U | byte;
    ++size_;
    if (size_ % sha_256_block_size == 0) compress();
}

constexpr void sha_256::update(const bytes_view& bytes) noexcept {
    const std::uint8_t* next = bytes.data();
    std::size_t left = bytes.size();
    while (left > 0) {
        if (left < 4 || size_ % 4 != 0) {
            add(*next++);
            --left;
            continue;
        }
        std::size_t word = static_cast<std::size_t>(size_ / 4 % words_.size());
        for (; word < words_.size() && left >= 4; ++word) {
            words_[word] = detail::load_big_endian(next);
            size_ += 4;
            next += 4;
            left -= 4;
        }
        if (word == words_.size()) compress();
    }
}

constexpr void sha_256::finish_into(sha_256_digest& digest) noexcept {
    const std::uint64_t bits = size_ * 8;
    add(0x80);
    while (size_ % sha_256_block_size != sha_256_block_size - 8) add(0);
    words_[14] = static_cast<std::uint32_t>(bits >> 32U);
    words_[15] = static_cast<std::uint32_t>(bits);
    compress();
    for (std::size_t i = 0; i < digest.size(); ++i) digest[i] = static_cast<std::uint8_t>(state_[i / 4] >> (24 - 8 * (i % 4)));
}

// The message schedule overwrites the block, as a ring of 16 words, to save stack. The block, which may be a key, can be computed from the
// schedule, so it is wiped with the object. The working variables a to h are an array, which can be wiped; the inner loop of 16 rounds lets
// compilers keep it in registers.
constexpr void sha_256::compress() noexcept {
    std::array<std::uint32_t, 8> s = state_;  // a to h in FIPS 180-4, 6.2.2
    for (std::size_t first = 0; first < 64; first += 16) {
        for (std::size_t i = 0; i < 16; ++i) {
            std::uint32_t& word = words_[i];
            if (first != 0) {
                const std::uint32_t w15 = words_[(i + 1) % 16];
                const std::uint32_t w2 = words_[(i + 14) % 16];
                word += (std::rotr(w15, 7) ^ std::rotr(w15, 18) ^ (w15 >> 3U)) + words_[(i + 9) % 16] +
                        (std::rotr(w2, 17) ^ std::rotr(w2, 19) ^ (w2 >> 10U));
            }
            const std::uint32_t choice = s[6] ^ (s[4] & (s[5] ^ s[6]));
            const std::uint32_t majority = (s[0] & s[1]) | (s[2] & (s[0] | s[1]));
            const std::uint32_t t1 = s[7] + (std::rotr(s[4], 6) ^ std::rotr(s[4], 11) ^ std::rotr(s[4], 25)) + choice +
                                     detail::round_constants[first + i] + word;
            const std::uint32_t t2 = (std::rotr(s[0], 2) ^ std::rotr(s[0], 13) ^ std::rotr(s[0], 22)) + majority;
            s = {t1 + t2, s[0], s[1], s[2], s[3] + t1, s[4], s[5], s[6]};
        }
    }
    for (std::size_t i = 0; i < state_.size(); ++i) state_[i] += s[i];
    wipe(s);
}

}  // namespace tc3::inline TC3_NAMESPACE::crypto
