// SPDX-License-Identifier: MIT
// The run of bytes that need no escape in a JSON string. Bodies hold megabytes of base64, so many bytes are examined at a time.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/processor.hpp>
#include <tc3/json/plain_run_blocks.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace tc3::inline TC3_NAMESPACE::json::detail {

/// Finds the plain run at the beginning of a text. Cost: linear.
[[nodiscard]] constexpr plain_run find_plain_run(const std::string_view& text) noexcept;

/// Returns whether a byte may be in a string without an escape (RFC 8259, section 7). Bytes beyond ASCII may; their UTF-8 is not checked.
[[nodiscard]] constexpr bool is_plain(char c) noexcept { return c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20; }

using machine_word = std::uint64_t;

inline constexpr machine_word each_byte = static_cast<machine_word>(-1) / 0xff;  // 0x0101...01
inline constexpr machine_word high_bits = each_byte * 0x80;

/// Sets the high bit of each byte that is below `limit`, which is at most 0x80; other bits have no meaning.
///
/// A wrong bit can only come from the borrow of a byte that is below `limit`, so the test for any set high bit is exact.
[[nodiscard]] constexpr machine_word bytes_below(machine_word word, machine_word limit) noexcept {
    return (word - each_byte * limit) & ~word;
}

[[nodiscard]] constexpr bool all_plain(machine_word word) noexcept {
    const machine_word quotes = bytes_below(word ^ (each_byte * 0x22), 1);
    const machine_word backslashes = bytes_below(word ^ (each_byte * 0x5c), 1);
    const machine_word controls = bytes_below(word, 0x20);
    return ((quotes | backslashes | controls) & high_bits) == 0;
}

constexpr plain_run find_plain_run(const std::string_view& text) noexcept {
    std::size_t size = 0;
    machine_word seen = 0;
    // Memory cannot be read as blocks or words at compile time, and machines of 32 bits gain nothing from it.
    if (!std::is_constant_evaluated() && has_wide_registers) {
#if defined(TC3_X86_KERNELS) || defined(TC3_ARM_KERNELS)
        if (text.size() >= byte_block_size) return find_plain_run_in_blocks(text.data(), text.size());
#endif
        while (size < text.size() && text.size() >= sizeof(machine_word)) {
            // The last word begins within the run.
            if (text.size() - size < sizeof(machine_word)) size = text.size() - sizeof(machine_word);
            machine_word word = 0;
            std::memcpy(&word, text.data() + size, sizeof word);
            if (!all_plain(word)) break;
            seen |= word;
            size += sizeof word;
        }
    }
    for (; size < text.size() && is_plain(text[size]); ++size) seen |= static_cast<unsigned char>(text[size]);
    return {size, (seen & high_bits) == 0};
}

/// Returns the position of the quote that ends a string of ASCII without escapes. The text begins after the opening quote and continues to
/// the end of the document. Returns the size of the text if it is another string.
[[nodiscard]] constexpr std::size_t find_plain_end(const std::string_view& text) noexcept {
#if defined(TC3_X86_KERNELS) || defined(TC3_ARM_KERNELS)
    if (!std::is_constant_evaluated() && text.size() >= byte_block_size) {
        const std::size_t end = find_short_ascii_run(text.data(), text.size());
        if (end != text.size()) return text[end] == '"' ? end : text.size();
    }
#endif
    const plain_run run = find_plain_run(text);
    const bool is_end = run.ascii && run.size != text.size() && text[run.size] == '"';
    return is_end ? run.size : text.size();
}

}  // namespace tc3::inline TC3_NAMESPACE::json::detail
