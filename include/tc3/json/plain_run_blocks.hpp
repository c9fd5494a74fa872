// SPDX-License-Identifier: MIT
// The search for the end of a plain run in blocks of bytes: of 16, and of 128 with AVX2 in long texts. The loop over bytes in plain_run.hpp
// is the specification.
#pragma once

#include <tc3/core/byte_block.hpp>

#include <cstddef>

namespace tc3::inline TC3_NAMESPACE::json::detail {

/// The bytes of a text before its first quote, backslash or control character.
struct plain_run {
    std::size_t size = 0;
    bool ascii = true;  ///< whether all of them are ASCII
};

}  // namespace tc3::inline TC3_NAMESPACE::json::detail

#if defined(TC3_X86_KERNELS) || defined(TC3_ARM_KERNELS)

#include <cstdint>
#include <cstring>

namespace tc3::inline TC3_NAMESPACE::json::detail {

/// Sets the bytes that need an escape: quotes, backslashes and control characters.
[[nodiscard]] inline byte_block find_escaped_bytes(byte_block block) noexcept {
    return byte_block(block == '"') | byte_block(block == '\\') | byte_block(block < 0x20);
}

/// Sets the bytes that are ASCII and need no escape.
[[nodiscard]] inline byte_block find_plain_ascii(byte_block block) noexcept {
    using numbers __attribute__((vector_size(16))) = std::int8_t;
    // As signed numbers, bytes beyond ASCII are less than 0. The exclusive or makes the quote 0x20, and leaves the control characters below
    // it and all others above it.
    static_assert(('"' ^ 2) == 0x20);
    return byte_block(numbers(block ^ 2) > 0x20) & ~byte_block(block == '\\');
}

#if defined(TC3_X86_KERNELS)

using long_block __attribute__((vector_size(32))) = std::uint8_t;
using long_chars __attribute__((vector_size(32))) = char;

/// A quote or a backslash at its lower four bits: of all characters but NUL, a control character, only these two are equal to their entry.
inline constexpr long_chars quote_and_backslash = {0, 0, '"', 0, 0, 0, 0, 0, 0, 0, 0, 0, '\\', 0, 0, 0,
                                                   0, 0, '"', 0, 0, 0, 0, 0, 0, 0, 0, 0, '\\', 0, 0, 0};

/// Sets the quotes and the backslashes.
[[nodiscard]] TC3_TARGET("avx2") inline long_block find_quotes_avx2(long_block block) noexcept {
    return long_block(long_block(__builtin_ia32_pshufb256(quote_and_backslash, long_chars(block))) == block);
}

/// Returns the lesser of each two bytes.
[[nodiscard]] TC3_TARGET("avx2") inline long_block lesser_avx2(long_block a, long_block b) noexcept { return a < b ? a : b; }

/// Returns the plain run at the beginning of a text, as far as it fills blocks of 128 bytes.
[[nodiscard]] TC3_TARGET("avx2") inline plain_run find_plain_blocks_avx2(const char* text, std::size_t size) noexcept {
    long_block a, b, c, d;
    long_block seen{};
    std::size_t done = 0;
    for (; size - done >= 128; done += 128) {
        std::memcpy(&a, text + done, sizeof a);
        std::memcpy(&b, text + done + 32, sizeof b);
        std::memcpy(&c, text + done + 64, sizeof c);
        std::memcpy(&d, text + done + 96, sizeof d);
        const long_block quotes = (find_quotes_avx2(a) | find_quotes_avx2(b)) | (find_quotes_avx2(c) | find_quotes_avx2(d));
        const long_block least = lesser_avx2(lesser_avx2(a, b), lesser_avx2(c, d));
        if (__builtin_ia32_pmovmskb256(long_chars(quotes | long_block(least < 0x20))) != 0) break;
        seen |= (a | b) | (c | d);
    }
    const bool ascii = __builtin_ia32_pmovmskb256(long_chars(seen)) == 0;
    __builtin_ia32_vzeroupper();  // compilers add it only if they optimise
    return {done, ascii};
}

[[nodiscard]] inline plain_run find_long_plain_blocks(const char* text, std::size_t size) noexcept {
    return processor::has(processor::avx2) ? find_plain_blocks_avx2(text, size) : plain_run{};
}

#else

[[nodiscard]] inline plain_run find_long_plain_blocks(const char*, std::size_t) noexcept { return {}; }

#endif

/// Returns the size of the run of ASCII without quotes, backslashes and control characters at the beginning of a text of at least 16 bytes.
/// Returns the size of the text if the run is longer than 63 bytes.
[[nodiscard]] inline std::size_t find_short_ascii_run(const char* text, std::size_t size) noexcept {
    constexpr std::size_t longest = 4 * byte_block_size;
    const std::size_t blocks = size < longest ? size / byte_block_size * byte_block_size : longest;
    std::size_t done = 0;
    do {
        const std::size_t end = first_other_byte(find_plain_ascii(load_byte_block(text + done)));
        if (end != byte_block_size) return done + end;
        done += byte_block_size;
    } while (done != blocks);
    if (done == longest) return size;
    // The last block begins within the run, so what it finds is after that.
    done = size - byte_block_size;
    return done + first_other_byte(find_plain_ascii(load_byte_block(text + done)));
}

/// Returns the plain run at the beginning of a text of at least 16 bytes.
[[nodiscard]] inline plain_run find_plain_run_in_blocks(const char* text, std::size_t size) noexcept {
    constexpr std::size_t short_size = 4 * byte_block_size;  // names and most values are shorter
    std::size_t done = 0;
    bool ascii = true;
    for (byte_block seen{};;) {
        const byte_block block = load_byte_block(text + done);
        const std::size_t end = first_byte(find_escaped_bytes(block));
        if (end != byte_block_size)
            return {done + end, ascii && !any_byte(find_non_ascii(seen)) && first_byte(find_non_ascii(block)) >= end};
        seen |= block;
        done += byte_block_size;
        if (done == short_size) {
            const plain_run blocks = find_long_plain_blocks(text + done, size - done);
            ascii = blocks.ascii;
            done += blocks.size;
        }
        if (done == size) return {size, ascii && !any_byte(find_non_ascii(seen))};
        // The last block begins within the run, so what it finds is after that.
        if (size - done < byte_block_size) done = size - byte_block_size;
    }
}

}  // namespace tc3::inline TC3_NAMESPACE::json::detail

#endif
