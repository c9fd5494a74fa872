// SPDX-License-Identifier: MIT
// SHA-256 for machines with wide registers: whole blocks are hashed where they are, and only the rest of the input is copied.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/secret.hpp>
#include <tc3/crypto/policy.hpp>
#include <tc3/crypto/sha_256_blocks.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>

namespace tc3::inline TC3_NAMESPACE::crypto::detail {

/// What the class sha_256 keeps on such machines, with the same functions.
class wide_sha_256 {
public:
    constexpr wide_sha_256() noexcept { restart(); }

    constexpr void restart() noexcept {
        state_ = initial_state;
        wipe(block_);
        size_ = 0;
    }
    constexpr void update(const bytes_view& bytes) noexcept {
        const std::uint8_t* next = bytes.data();
        std::size_t left = bytes.size();
        if (const std::size_t room = block_.size() - used(); room < block_.size() && left >= room) {
            copy(block_.data() + used(), next, room);
            compress_block();
            size_ += room;
            next += room;
            left -= room;
        }
        if (used() == 0 && left >= block_.size()) {
            const std::size_t whole = left / block_.size();
            compress_blocks(state_, next, whole);
            size_ += whole * block_.size();
            next += whole * block_.size();
            left %= block_.size();
        }
        copy(block_.data() + used(), next, left);
        size_ += left;
    }
    constexpr void finish_into(sha_256_digest& digest) noexcept {
        constexpr std::size_t before_size = sha_256_block_size - 8;
        block_[used()] = 0x80;
        if (used() >= before_size) compress_block();
        store_big_endian(block_.data() + before_size, static_cast<std::uint32_t>(size_ * 8 >> 32U));
        store_big_endian(block_.data() + before_size + 4, static_cast<std::uint32_t>(size_ * 8));
        compress_block();
        store_words(digest.data(), state_);
    }

    /// Writes the state after whole blocks. Returns false if a block has been begun.
    [[nodiscard]] constexpr bool save(sha_256_midstate& midstate) const noexcept {
        midstate.words = state_;  // each member by itself: a temporary would stay on the stack
        midstate.size = size_;
        return used() == 0;
    }
    /// Goes on at a saved state. Returns false if it is not one of whole blocks.
    [[nodiscard]] constexpr bool resume(const sha_256_midstate& midstate) noexcept {
        wipe(block_);
        state_ = midstate.words;
        size_ = midstate.size;
        return used() == 0;
    }

private:
    [[nodiscard]] constexpr std::size_t used() const noexcept { return static_cast<std::size_t>(size_ % sha_256_block_size); }
    constexpr void compress_block() noexcept {
        compress_blocks(state_, block_.data(), 1);
        wipe(block_);
    }
    static constexpr void copy(std::uint8_t* to, const std::uint8_t* from, std::size_t size) noexcept {
        if (size == 0) return;  // `from` may be null
        if (!std::is_constant_evaluated()) {
            std::memcpy(to, from, size);
            return;
        }
        for (std::size_t i = 0; i < size; ++i) to[i] = from[i];
    }

    sha_256_state state_;
    std::array<std::uint8_t, sha_256_block_size> block_;  // the block that is being filled, then zeros
    std::uint64_t size_;                                  // in bytes, so far
};

}  // namespace tc3::inline TC3_NAMESPACE::crypto::detail
