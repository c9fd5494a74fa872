// SPDX-License-Identifier: MIT
// What the sections compare with, beside other libraries.
#include "peers.hpp"
#include "sections.hpp"
#include "sha_instructions.hpp"

#include <array>
#include <cstdint>
#include <cstring>
#include <string>

namespace bench {

namespace {

constexpr std::size_t block_size = 64;

// A hash of six whole blocks takes seven compressions.
constexpr std::size_t hashed_in_seven = 6 * block_size;

}  // namespace

void add_chain_of_seven(suite& to) {
    if (!sha_instructions::available()) {
        to.add(
            chain_of_seven,
            [text = std::string(hashed_in_seven, 'x')] {
                static openssl_kept_context openssl;
                digest hash;
                openssl.sha_256(text, hash);
                keep(hash);
            },
            [] { return true; });
        return;
    }
    to.add(
        chain_of_seven,
        // The state goes on from one run to the next: else the processor would begin the next seven before these have ended.
        [block = std::array<unsigned char, block_size>{}, state = std::array<std::uint32_t, 8>{}]() mutable {
            sha_instructions::chain(state, block.data(), 7);
        },
        [] {  // by the whole hash, which is made of the same compressions
            digest own{};
            digest expected{};
            sha_instructions::sha_256(std::string(hashed_in_seven, 'x'), own.data());
            openssl_one_shot::sha_256(std::string(hashed_in_seven, 'x'), expected);
            return own == expected;
        });
}

void hash_at_the_limit(std::string_view text, unsigned char* digest_bytes) {
    if (sha_instructions::available()) return sha_instructions::sha_256(text, digest_bytes);
    static openssl_kept_context openssl;
    digest hash{};
    openssl.sha_256(text, hash);
    std::memcpy(digest_bytes, hash.data(), hash.size());
}

std::string random_bytes(std::size_t count) {
    std::string bytes(count, '\0');
    std::uint64_t state = 0x9E3779B97F4A7C15;
    for (char& byte : bytes) {
        state ^= state << 13U;
        state ^= state >> 7U;
        state ^= state << 17U;
        byte = static_cast<char>(state >> 56U);
    }
    return bytes;
}

}  // namespace bench
