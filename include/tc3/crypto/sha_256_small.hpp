// SPDX-License-Identifier: MIT
// SHA-256 for machines with registers of 32 bits or less: little code and little stack.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/secret.hpp>
#include <tc3/crypto/policy.hpp>
#include <tc3/crypto/sha_256_portable.hpp>

#include <cstddef>
#include <cstdint>

namespace tc3::inline TC3_NAMESPACE::crypto::detail {

/// What the class sha_256 keeps on such machines, with the same functions.
class small_sha_256 {
public:
    constexpr small_sha_256() noexcept { restart(); }

    constexpr void restart() noexcept {
        state_ = initial_state;
        wipe(words_);
        size_ = 0;
    }
    constexpr void update(const bytes_view& bytes) noexcept;
    constexpr void finish_into(sha_256_digest& digest) noexcept;
    [[nodiscard]] constexpr bool save(sha_256_midstate& midstate) const noexcept {
        midstate.words = state_;  // each member by itself: a temporary would stay on the stack
        midstate.size = size_;
        return size_ % sha_256_block_size == 0;
    }
    [[nodiscard]] constexpr bool resume(const sha_256_midstate& midstate) noexcept {
        state_ = midstate.words;
        size_ = midstate.size;
        return size_ % sha_256_block_size == 0;
    }

private:
    constexpr void add(std::uint8_t byte) noexcept;
    constexpr void compress() noexcept;

    sha_256_state state_;
    sha_256_words words_;  // the block that is being filled
    std::uint64_t size_;   // in bytes, so far
};

constexpr void small_sha_256::add(std::uint8_t byte) noexcept {
    std::uint32_t& word = words_[static_cast<std::size_t>(size_ / 4 % words_.size())];
    word = word << 8U | byte;
    ++size_;
    if (size_ % sha_256_block_size == 0) compress();
}

constexpr void small_sha_256::update(const bytes_view& bytes) noexcept {
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
            words_[word] = load_big_endian(next);
            size_ += 4;
            next += 4;
            left -= 4;
        }
        if (word == words_.size()) compress();
    }
}

constexpr void small_sha_256::finish_into(sha_256_digest& digest) noexcept {
    const std::uint64_t bits = size_ * 8;
    add(0x80);
    while (size_ % sha_256_block_size != sha_256_block_size - 8) add(0);
    words_[14] = static_cast<std::uint32_t>(bits >> 32U);
    words_[15] = static_cast<std::uint32_t>(bits);
    compress();
    for (std::size_t i = 0; i < digest.size(); ++i) digest[i] = static_cast<std::uint8_t>(state_[i / 4] >> (24 - 8 * (i % 4)));
}

// The schedule is left in the words, so it is wiped with the object.
constexpr void small_sha_256::compress() noexcept { compress_words(state_, words_); }

}  // namespace tc3::inline TC3_NAMESPACE::crypto::detail
