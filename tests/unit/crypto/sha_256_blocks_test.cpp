// SPDX-License-Identifier: MIT
// The compression functions of SHA-256: each kernel that the processor can run, the loop for small machines, and both ways to fill a block,
// against the portable code.
#include "../../support/hex.hpp"
#include "../../support/random.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace detail = tc3::crypto::detail;

namespace {

using compression = void (*)(detail::sha_256_state& state, const std::uint8_t* blocks, std::size_t count) noexcept;

void compress_one_by_one(detail::sha_256_state& state, const std::uint8_t* blocks, std::size_t count) noexcept {
    for (; count > 0; --count, blocks += 64) {
        detail::sha_256_words words{};
        for (std::size_t i = 0; i < words.size(); ++i) words[i] = detail::load_big_endian(blocks + 4 * i);
        detail::compress_words(state, words);
    }
}

void compress_by_selection(detail::sha_256_state& state, const std::uint8_t* blocks, std::size_t count) noexcept {
    detail::compress_blocks(state, blocks, count);
}

std::vector<compression> compressions() {
    std::vector<compression> all{compress_one_by_one, compress_by_selection};
#if defined(TC3_X86_KERNELS)
    if (tc3::processor::has(tc3::processor::sha_256)) all.push_back(detail::compress_x86);
#elif defined(TC3_ARM_KERNELS)
    if (tc3::processor::has(tc3::processor::sha_256)) all.push_back(detail::compress_arm);
#endif
    return all;
}

detail::sha_256_state random_state(support::random_input& random) {
    detail::sha_256_state state{};
    for (std::uint32_t& word : state) word = static_cast<std::uint32_t>(random.bits());
    return state;
}

template <class Hash>
std::string digest_in_pieces(support::random_input& random, std::string_view message, std::size_t longest_piece) {
    Hash hash;
    while (!message.empty()) {
        const std::string_view piece = message.substr(0, random.number(0, longest_piece));
        hash.update(tc3::as_bytes(piece));
        message.remove_prefix(piece.size());
    }
    tc3::crypto::sha_256_digest digest{};
    hash.finish_into(digest);
    return support::hex(digest);
}

}  // namespace

TEST_CASE("each compression function changes the state as the portable one does, at any address and for any number of blocks") {
    support::random_input random(20);
    for (const compression compress : compressions()) {
        for (int i = 0; i < 300; ++i) {
            const std::size_t offset = random.number(0, 63);
            const std::size_t count = random.number(0, 9);
            const std::string memory = random.bytes(offset + 64 * count);
            const std::uint8_t* blocks = tc3::as_bytes(memory).data() + offset;
            detail::sha_256_state expected = random_state(random);
            detail::sha_256_state state = expected;
            detail::compress_portable(expected, blocks, count);
            compress(state, blocks, count);
            REQUIRE(state == expected);
        }
    }
}

TEST_CASE("several blocks in one call change the state as the same blocks in several calls") {
    support::random_input random(21);
    std::vector<compression> all = compressions();
    all.push_back(detail::compress_portable);
    for (const compression compress : all) {
        for (std::size_t first = 0; first <= 8; ++first) {
            const std::string memory = random.bytes(64 * 8);
            const std::uint8_t* blocks = tc3::as_bytes(memory).data();
            detail::sha_256_state whole = detail::initial_state;
            detail::sha_256_state split = detail::initial_state;
            compress(whole, blocks, 8);
            compress(split, blocks, first);
            compress(split, blocks + 64 * first, 8 - first);
            REQUIRE(split == whole);
        }
    }
}

TEST_CASE("the hash for small machines gives the digests of the one for machines with wide registers") {
    support::random_input random(22);
    for (int i = 0; i < 1000; ++i) {
        const std::string message = random.bytes(random.number(0, i < 500 ? 200 : 2000));
        const std::string expected = digest_in_pieces<detail::wide_sha_256>(random, message, message.size() + 1);
        REQUIRE(digest_in_pieces<detail::wide_sha_256>(random, message, random.number(1, 200)) == expected);
        REQUIRE(digest_in_pieces<detail::small_sha_256>(random, message, random.number(1, 200)) == expected);
    }
}

TEST_CASE("a hash that began at compile time continues at run time") {
    static constexpr tc3::crypto::sha_256 begun = [] {
        const std::uint8_t bytes[] = {'a', 'b'};
        tc3::crypto::sha_256 hash;
        hash.update(bytes);
        return hash;
    }();
    tc3::crypto::sha_256 hash = begun;
    hash.update(tc3::as_bytes("c"));
    CHECK(support::hex(hash.finish()) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
