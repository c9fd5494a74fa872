// SPDX-License-Identifier: MIT
// HMAC-SHA256 of short messages with the built-in SHA-256, for machines with wide registers: without an object for each hash, and with the
// padding written after the message. The functions of hmac.hpp with any other policy are the specification.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/copy_text.hpp>
#include <tc3/core/secret.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/crypto/policy.hpp>
#include <tc3/crypto/sha_256_blocks.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::crypto::detail {

/// The states of the two hashes of an HMAC, which begin with the block of the key. The destructor wipes them.
struct hmac_states {
    sha_256_state inner = initial_state;
    sha_256_state outer = initial_state;

    hmac_states() noexcept = default;
    hmac_states(const hmac_states&) = delete;
    hmac_states& operator=(const hmac_states&) = delete;
    ~hmac_states() {
        wipe(inner);
        wipe(outer);
    }

    /// Hashes the block of a key. Processors do the two hashes at the same time, since neither needs the other.
    void hash_key(const std::array<std::uint8_t, sha_256_block_size>& key) noexcept {
        hash_padded_key(inner, key, 0x36);
        hash_padded_key(outer, key, 0x5c);
    }

private:
    static void hash_padded_key(sha_256_state& state, const std::array<std::uint8_t, sha_256_block_size>& key, unsigned pad) noexcept {
        std::array<std::uint8_t, sha_256_block_size> block;
        for (std::size_t i = 0; i < block.size(); ++i) block[i] = static_cast<std::uint8_t>(key[i] ^ pad);
        compress_blocks(state, block.data(), 1);
        wipe(block);
    }
};

/// A message of an HMAC, in the blocks that the inner hash adds to that of the key. Text that does not fit is dropped. Not
/// for secrets: it is not wiped.
class hmac_message final : public any_sink {
    static constexpr std::size_t padding = 1 + 8;  // 0x80 and the size
    static constexpr std::size_t most_blocks = 3;

public:
    static constexpr std::size_t longest = most_blocks * sha_256_block_size - padding;

    hmac_message() noexcept : any_sink(append_to) {
        memory_.set(text_, longest);
        // By blocks: to clear more than that, compilers use an instruction that takes long to start.
        for (std::size_t first = 0; first < sizeof text_; first += sha_256_block_size) std::memset(text_ + first, 0, sha_256_block_size);
    }

    /// Pads the message and writes the HMAC. `states` are those after the block of the key.
    void finish(sha_256_digest& digest, hmac_states& states) noexcept;

private:
    static void append_to(any_sink&, const std::string_view&) {}  // what does not fit
    /// Writes the padding after a text of `size` bytes, in zeros up to the end of its last block. The hash began with the block of a key.
    static void pad(std::uint8_t* end_of_text, std::uint8_t* end_of_block, std::size_t size) noexcept {
        *end_of_text = 0x80;
        store_big_endian(end_of_block - 4, static_cast<std::uint32_t>((sha_256_block_size + size) * 8));
    }

    char text_[most_blocks * sha_256_block_size];
};

TC3_NOINLINE inline void hmac_message::finish(sha_256_digest& digest, hmac_states& states) noexcept {
    auto* const bytes = reinterpret_cast<std::uint8_t*>(text_);
    const std::size_t size = longest - memory_.left();
    const std::size_t blocks = (size + padding + sha_256_block_size - 1) / sha_256_block_size;
    pad(bytes + size, bytes + blocks * sha_256_block_size, size);
    compress_blocks(states.inner, bytes, blocks);

    std::array<std::uint8_t, sha_256_block_size> block{};
    store_words(block.data(), states.inner);
    pad(block.data() + digest.size(), block.data() + block.size(), digest.size());
    compress_blocks(states.outer, block.data(), 1);
    store_words(digest.data(), states.outer);
    wipe(block);
}

}  // namespace tc3::inline TC3_NAMESPACE::crypto::detail
