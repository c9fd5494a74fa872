// SPDX-License-Identifier: MIT
// The run of bytes that stand in a JSON string as they are. Bodies hold megabytes of base64, so it is found eight bytes at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace tc3::inline v0_1::json::detail {

/// How many bytes of a text come before its first quote, backslash or control character, and whether all of them are ASCII.
struct plain_run {
    std::size_t size = 0;
    bool ascii = true;
};

/// The bytes that RFC 8259, section 7, lets stand in a string without an escape; bytes beyond ASCII count, their UTF-8 is not checked here.
[[nodiscard]] constexpr bool is_plain(char c) noexcept { return c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20; }

/// The characters that have a short escape, and the letter of each behind its backslash.
inline constexpr std::string_view escaped_characters = "\"\\\b\f\n\r\t/";
inline constexpr std::string_view escape_letters = "\"\\bfnrt/";

using machine_word = std::uint64_t;

inline constexpr machine_word each_byte = static_cast<machine_word>(-1) / 0xff;
inline constexpr machine_word high_bits = each_byte * 0x80;

// Subtracting n from each byte borrows into its high bit just where the byte is below n; a borrow that spills over
// into a neighbour starts at a true hit, so the answer for the whole word is exact.
[[nodiscard]] constexpr machine_word bytes_below(machine_word word, machine_word n) noexcept { return (word - each_byte * n) & ~word; }

[[nodiscard]] constexpr bool all_plain(machine_word word) noexcept {
    const machine_word quotes = bytes_below(word ^ (each_byte * 0x22), 1);
    const machine_word backslashes = bytes_below(word ^ (each_byte * 0x5c), 1);
    const machine_word controls = bytes_below(word, 0x20);
    return ((quotes | backslashes | controls) & high_bits) == 0;
}

/// The plain run that a text begins with. Linear in its size.
[[nodiscard]] constexpr plain_run find_plain_run(const std::string_view& text) noexcept {
    std::size_t size = 0;
    machine_word seen = 0;
    if (!std::is_constant_evaluated() && sizeof(std::size_t) >= sizeof seen) {  // short words gain nothing
        for (machine_word word = 0; text.size() - size >= sizeof word; size += sizeof word) {
            std::memcpy(&word, text.data() + size, sizeof word);
            if (!all_plain(word)) break;
            seen |= word;
        }
    }
    for (; size < text.size() && is_plain(text[size]); ++size) seen |= static_cast<unsigned char>(text[size]);
    return {size, (seen & high_bits) == 0};
}

}  // namespace tc3::inline v0_1::json::detail
