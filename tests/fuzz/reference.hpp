// SPDX-License-Identifier: MIT
// Second implementations of the encodings, written from their definitions without any code of tc3. Slow and simple.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace reference {

[[nodiscard]] inline unsigned byte_at(std::string_view text, std::size_t position) noexcept {
    return static_cast<unsigned char>(text[position]);
}

/// Returns the size of the UTF-8 character at the beginning of a text, or 0 if there is none.
[[nodiscard]] inline std::size_t utf8_size(std::string_view text) noexcept {
    if (byte_at(text, 0) < 0x80) return 1;
    const auto size = static_cast<std::size_t>(std::countl_one(static_cast<unsigned char>(text[0])));
    if (size < 2 || size > 4 || text.size() < size) return 0;
    unsigned value = byte_at(text, 0) & (0xffU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) {
        if (byte_at(text, i) / 64 != 2) return 0;
        value = value * 64 + byte_at(text, i) % 64;
    }
    const unsigned smallest = size == 2 ? 0x80 : size == 3 ? 0x800 : 0x10000;
    const bool surrogate = value >= 0xd800 && value <= 0xdfff;
    return value >= smallest && value <= 0x10ffff && !surrogate ? size : 0;
}

/// Returns the position of the first byte that is not UTF-8, or npos.
[[nodiscard]] inline std::size_t find_invalid_utf8(std::string_view text) noexcept {
    for (std::size_t position = 0; position < text.size();) {
        const std::size_t size = utf8_size(text.substr(position));
        if (size == 0) return position;
        position += size;
    }
    return std::string_view::npos;
}

[[nodiscard]] inline bool is_utf8(std::string_view text) noexcept { return find_invalid_utf8(text) == std::string_view::npos; }

/// Encodes bit by bit, then pads.
[[nodiscard]] inline std::string base64(std::string_view bytes) {
    const std::string digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t bit = 0; bit < bytes.size() * 8; bit += 6) {
        unsigned digit = 0;
        for (std::size_t i = bit; i < bit + 6; ++i) {
            digit = digit * 2 + (i / 8 < bytes.size() ? byte_at(bytes, i / 8) >> (7 - i % 8) & 1U : 0U);
        }
        text += digits[digit];
    }
    while (text.size() % 4 != 0) text += '=';
    return text;
}

/// Returns the bytes whose base64 is this text, if there are any.
[[nodiscard]] inline std::optional<std::string> from_base64(std::string_view text) {
    const std::string digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string bytes;
    unsigned bits = 0;
    unsigned count = 0;
    for (const char c : text.substr(0, text.find('='))) {
        bits = (bits * 64 + static_cast<unsigned>(digits.find(c))) & 0xffffU;
        count += 6;
        if (count < 8) continue;
        count -= 8;
        bytes += static_cast<char>(bits >> count & 0xffU);
    }
    if (base64(bytes) != text) return std::nullopt;
    return bytes;
}

/// Returns the bytes of base64 with blanks, line ends, digits of either alphabet and any padding up to the right one, if it is that.
[[nodiscard]] inline std::optional<std::string> from_loose_base64(std::string_view text) {
    std::string standard;
    for (const char c : text) {
        if (std::string_view(" \t\r\n").find(c) == std::string_view::npos) standard += c == '-' ? '+' : c == '_' ? '/' : c;
    }
    while (standard.size() % 4 != 0) standard += '=';
    // The unused bits of the last digit may have any value: clear them.
    const std::string digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const std::size_t last = standard.find_last_not_of('=');
    const std::size_t value = last == std::string::npos ? std::string::npos : digits.find(standard[last]);
    if (value == std::string::npos) return from_base64(standard);
    const std::size_t values = last % 4 == 1 ? 16 : last % 4 == 2 ? 4 : 1;
    standard[last] = digits[value / values * values];
    return from_base64(standard);
}

[[nodiscard]] inline bool is_unreserved(char c) noexcept {
    return std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~").find(c) != std::string_view::npos;
}

[[nodiscard]] inline std::string percent(std::string_view text) {
    std::string encoded;
    for (const char c : text) {
        const unsigned byte = static_cast<unsigned char>(c);
        if (is_unreserved(c)) {
            encoded += c;
        } else {
            encoded += '%';
            encoded += "0123456789ABCDEF"[byte / 16];
            encoded += "0123456789ABCDEF"[byte % 16];
        }
    }
    return encoded;
}

}  // namespace reference
