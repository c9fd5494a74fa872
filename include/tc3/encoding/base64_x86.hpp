// SPDX-License-Identifier: MIT
// Base64 with the byte shuffles of x86: 16 bytes at a time (SSSE3) or 32 (AVX2). The code in base64.hpp that follows a kernel is its
// specification: a kernel leaves to it the end of the text, and a block in which a character is no digit.
// Source: W. Muła, D. Lemire, "Faster Base64 Encoding and Decoding using AVX2 Instructions", ACM Transactions on the Web 12(3), 2018.
#pragma once

#include <tc3/core/processor.hpp>

#if defined(TC3_X86_KERNELS)

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::encoding_detail {

// Bytes and words are computed with. The builtins take vectors of plain char and of signed numbers.
using bytes_16 __attribute__((vector_size(16))) = std::int8_t;
using unsigned_16 __attribute__((vector_size(16))) = std::uint8_t;
using words_16 __attribute__((vector_size(16))) = std::uint32_t;
using halves_16 __attribute__((vector_size(16))) = std::uint16_t;
using shorts_16 __attribute__((vector_size(16))) = std::int16_t;
using chars_16 __attribute__((vector_size(16))) = char;
using bytes_32 __attribute__((vector_size(32))) = std::int8_t;
using words_32 __attribute__((vector_size(32))) = std::uint32_t;
using halves_32 __attribute__((vector_size(32))) = std::uint16_t;
using shorts_32 __attribute__((vector_size(32))) = std::int16_t;
using chars_32 __attribute__((vector_size(32))) = char;
using ints_32 __attribute__((vector_size(32))) = std::int32_t;

/// The tables of the shuffles, each of them twice, since a shuffle of 32 bytes is two of 16.
struct base64_tables {
    /// The bytes 1, 0, 2, 1 of each group of three: no digit is in both halves of such a word.
    alignas(32) std::int8_t groups[32] = {1, 0, 2, 1, 4, 3, 5, 4, 7, 6, 8, 7, 10, 9, 11, 10,
                                          1, 0, 2, 1, 4, 3, 5, 4, 7, 6, 8, 7, 10, 9, 11, 10};
    /// What is added to a value to get its digit: at 3 to those of 'A' to 'Z', at 4 to those of 'a' to 'z', from 5 on to those of the ten
    /// numbers and '+', at 0 to that of '/'.
    alignas(32) std::int8_t digits[32] = {-16, 0, 0, 65, 71, -4, -4, -4, -4, -4, -4, -4, -4, -4, -4, -19,
                                          -16, 0, 0, 65, 71, -4, -4, -4, -4, -4, -4, -4, -4, -4, -4, -19};
    /// A character is a digit if the entries of the lower and the upper four of its bits have no bit in common.
    alignas(32) std::int8_t lower[32] = {21, 17, 17, 17, 17, 17, 17, 17, 17, 17, 19, 26, 27, 27, 27, 26,
                                         21, 17, 17, 17, 17, 17, 17, 17, 17, 17, 19, 26, 27, 27, 27, 26};
    alignas(32) std::int8_t upper[32] = {16, 16, 1, 2, 4, 8, 4, 8, 16, 16, 16, 16, 16, 16, 16, 16,
                                         16, 16, 1, 2, 4, 8, 4, 8, 16, 16, 16, 16, 16, 16, 16, 16};
    /// What is added to a digit to get its value, at the upper four of its bits; for '/' one place before them.
    alignas(32) std::int8_t values[32] = {0, 16, 19, 4, -65, -65, -71, -71, 0, 0, 0, 0, 0, 0, 0, 0,
                                          0, 16, 19, 4, -65, -65, -71, -71, 0, 0, 0, 0, 0, 0, 0, 0};
    /// The three bytes of each word of 24 bits, the highest first.
    alignas(32) std::int8_t bytes[32] = {2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, -1, -1, -1, -1,
                                         2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, -1, -1, -1, -1};
    /// Moves 24 bytes to the beginnings of the two halves of a vector, and back.
    alignas(32) std::int32_t spread[8] = {0, 1, 2, 3, 3, 4, 5, 6};
    alignas(32) std::int32_t gather[8] = {0, 1, 2, 4, 5, 6, 7, 7};
};
inline constexpr base64_tables base64_shuffles{};

template <class Vector, class Number, std::size_t Count>
[[nodiscard]] const Vector& as_vector(const Number (&numbers)[Count]) noexcept {
    return *reinterpret_cast<const Vector*>(numbers);  // a vector of char may alias anything
}

/// Encodes groups of three bytes as long as 16 bytes can be read and 16 digits can be written, and returns the number of bytes.
[[nodiscard]] TC3_TARGET("ssse3") inline std::size_t encode_base64_ssse3(std::string_view bytes, std::span<char> to) noexcept {
    const auto& order = as_vector<chars_16>(base64_shuffles.groups);
    const auto& differences = as_vector<chars_16>(base64_shuffles.digits);
    std::size_t done = 0;
    for (std::size_t used = 0; bytes.size() - done >= 16 && to.size() - used >= 16; done += 12, used += 16) {
        chars_16 in;
        std::memcpy(&in, bytes.data() + done, sizeof in);
        const auto groups = words_16(__builtin_ia32_pshufb128(in, order));
        // Of the four digits of a word, the first and third are shifted down by 10 and 6 bits, the second and fourth up by 4 and 8.
        const shorts_16 odd = __builtin_ia32_pmulhuw128(shorts_16(groups & 0x0fc0fc00U), shorts_16(words_16{} + 0x04000040U));
        const halves_16 even = halves_16(groups & 0x003f03f0U) * halves_16(words_16{} + 0x01000010U);
        const auto values = bytes_16(halves_16(odd) | even);
        // The lower four bits of the places are 3 up to 'Z', 4 up to 'z', then 5 to 15 and 0.
        const auto unsigned_values = unsigned_16(values);  // of these, SSSE3 has the maximum
        const auto at_least_51 = bytes_16(unsigned_values > 51 ? unsigned_values : unsigned_16{} + 51);
        const bytes_16 places = at_least_51 - bytes_16(values > 25);
        const bytes_16 digits = values + bytes_16(__builtin_ia32_pshufb128(differences, chars_16(places)));
        std::memcpy(to.data() + used, &digits, sizeof digits);
    }
    return done;
}

/// Encodes groups of three bytes as long as 32 bytes can be read and 32 digits can be written, and returns the number of bytes.
[[nodiscard]] TC3_TARGET("avx2") inline std::size_t encode_base64_avx2(std::string_view bytes, std::span<char> to) noexcept {
    const auto& order = as_vector<chars_32>(base64_shuffles.groups);
    const auto& differences = as_vector<chars_32>(base64_shuffles.digits);
    const auto& spread = as_vector<ints_32>(base64_shuffles.spread);
    std::size_t done = 0;
    for (std::size_t used = 0; bytes.size() - done >= 32 && to.size() - used >= 32; done += 24, used += 32) {
        ints_32 in;
        std::memcpy(&in, bytes.data() + done, sizeof in);
        const auto groups = words_32(__builtin_ia32_pshufb256(chars_32(__builtin_ia32_permvarsi256(in, spread)), order));
        const shorts_32 odd = __builtin_ia32_pmulhuw256(shorts_32(groups & 0x0fc0fc00U), shorts_32(words_32{} + 0x04000040U));
        const halves_32 even = halves_32(groups & 0x003f03f0U) * halves_32(words_32{} + 0x01000010U);
        const auto values = bytes_32(halves_32(odd) | even);
        // The lower four bits of the places are 3 up to 'Z', 4 up to 'z', then 5 to 15 and 0.
        const bytes_32 places = (values > 51 ? values : bytes_32{} + 51) - bytes_32(values > 25);
        const bytes_32 digits = values + bytes_32(__builtin_ia32_pshufb256(differences, chars_32(places)));
        std::memcpy(to.data() + used, &digits, sizeof digits);
    }
    __builtin_ia32_vzeroupper();  // compilers add it only if they optimise
    return done;
}

/// Decodes digits as long as 16 can be read and 16 bytes can be written, and returns the number of digits. It stops before a block with
/// another character.
[[nodiscard]] TC3_TARGET("ssse3") inline std::size_t decode_base64_ssse3(std::string_view text, std::span<char> to) noexcept {
    const auto& lower = as_vector<chars_16>(base64_shuffles.lower);
    const auto& upper = as_vector<chars_16>(base64_shuffles.upper);
    const auto& differences = as_vector<chars_16>(base64_shuffles.values);
    const auto& order = as_vector<chars_16>(base64_shuffles.bytes);
    std::size_t done = 0;
    for (std::size_t used = 0; text.size() - done >= 16 && to.size() - used >= 16; done += 16, used += 12) {
        bytes_16 in;
        std::memcpy(&in, text.data() + done, sizeof in);
        const auto high = bytes_16(words_16(in) >> 4 & 0x0f0f0f0fU);
        const auto wrong = __builtin_ia32_pshufb128(lower, chars_16(in & 15)) & __builtin_ia32_pshufb128(upper, chars_16(high));
        if (__builtin_ia32_pmovmskb128(chars_16(bytes_16(wrong) > 0)) != 0) break;
        const bytes_16 values = in + bytes_16(__builtin_ia32_pshufb128(differences, chars_16(high + bytes_16(in == '/'))));
        // Two values become 12 bits of a half, two halves 24 bits of a word.
        const shorts_16 pairs = __builtin_ia32_pmaddubsw128(chars_16(values), chars_16(words_16{} + 0x01400140U));
        const auto groups = __builtin_ia32_pmaddwd128(pairs, shorts_16(words_16{} + 0x00011000U));
        const chars_16 bytes = __builtin_ia32_pshufb128(chars_16(groups), order);
        std::memcpy(to.data() + used, &bytes, sizeof bytes);
    }
    return done;
}

/// Decodes digits as long as 32 can be read and 32 bytes can be written, and returns the number of digits. It stops before a block with
/// another character.
[[nodiscard]] TC3_TARGET("avx2") inline std::size_t decode_base64_avx2(std::string_view text, std::span<char> to) noexcept {
    const auto& lower = as_vector<chars_32>(base64_shuffles.lower);
    const auto& upper = as_vector<chars_32>(base64_shuffles.upper);
    const auto& differences = as_vector<chars_32>(base64_shuffles.values);
    const auto& order = as_vector<chars_32>(base64_shuffles.bytes);
    const auto& gather = as_vector<ints_32>(base64_shuffles.gather);
    std::size_t done = 0;
    for (std::size_t used = 0; text.size() - done >= 32 && to.size() - used >= 32; done += 32, used += 24) {
        bytes_32 in;
        std::memcpy(&in, text.data() + done, sizeof in);
        const auto high = bytes_32(words_32(in) >> 4 & 0x0f0f0f0fU);
        const auto wrong = __builtin_ia32_pshufb256(lower, chars_32(in & 15)) & __builtin_ia32_pshufb256(upper, chars_32(high));
        if (__builtin_ia32_pmovmskb256(chars_32(bytes_32(wrong) > 0)) != 0) break;
        const bytes_32 values = in + bytes_32(__builtin_ia32_pshufb256(differences, chars_32(high + bytes_32(in == '/'))));
        const shorts_32 pairs = __builtin_ia32_pmaddubsw256(chars_32(values), chars_32(words_32{} + 0x01400140U));
        const auto groups = __builtin_ia32_pmaddwd256(pairs, shorts_32(words_32{} + 0x00011000U));
        const auto bytes = __builtin_ia32_permvarsi256(ints_32(__builtin_ia32_pshufb256(chars_32(groups), order)), gather);
        std::memcpy(to.data() + used, &bytes, sizeof bytes);
    }
    __builtin_ia32_vzeroupper();
    return done;
}

/// Returns the number of digits at the beginning of a text, as far as they fill blocks of 32 characters.
[[nodiscard]] TC3_TARGET("avx2") inline std::size_t count_base64_digits_avx2(std::string_view text) noexcept {
    const auto& lower = as_vector<chars_32>(base64_shuffles.lower);
    const auto& upper = as_vector<chars_32>(base64_shuffles.upper);
    std::size_t done = 0;
    for (; text.size() - done >= 32; done += 32) {
        bytes_32 in;
        std::memcpy(&in, text.data() + done, sizeof in);
        const auto high = chars_32(words_32(in) >> 4 & 0x0f0f0f0fU);
        const auto wrong = __builtin_ia32_pshufb256(lower, chars_32(in & 15)) & __builtin_ia32_pshufb256(upper, high);
        if (__builtin_ia32_pmovmskb256(chars_32(bytes_32(wrong) > 0)) != 0) break;
    }
    __builtin_ia32_vzeroupper();
    return done;
}

}  // namespace tc3::inline TC3_NAMESPACE::encoding_detail

#endif
