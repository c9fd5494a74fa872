// SPDX-License-Identifier: MIT
// Copies text to memory. Where registers are not wide, a loop in place of memcpy keeps programs small.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/processor.hpp>

#include <cstddef>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace tc3::inline TC3_NAMESPACE {

namespace core_detail {

/// Copies from `Width` to 2 * `Width` bytes as the first and the last `Width` of them, which may overlap.
template <std::size_t Width>
TC3_ALWAYS_INLINE void copy_ends(void* to, const void* from, std::size_t size) noexcept {
    const std::size_t last = size - Width;
    unsigned char first_bytes[Width];
    unsigned char last_bytes[Width];
    std::memcpy(first_bytes, from, Width);
    std::memcpy(last_bytes, static_cast<const unsigned char*>(from) + last, Width);
    std::memcpy(to, first_bytes, Width);
    std::memcpy(static_cast<unsigned char*>(to) + last, last_bytes, Width);
}

}  // namespace core_detail

/// Copies as std::memcpy does, for texts of which most are short: their copies are a few instructions, without a call. `from` may be null
/// without bytes. Not for secrets: compilers may leave a piece on the stack.
TC3_ALWAYS_INLINE void copy_short(void* to, const void* from, std::size_t size) noexcept {
    if (size > 32) {
        std::memcpy(to, from, size);
    } else if (size >= 16) {
        core_detail::copy_ends<16>(to, from, size);
    } else if (size >= 8) {
        core_detail::copy_ends<8>(to, from, size);
    } else if (size >= 4) {
        core_detail::copy_ends<4>(to, from, size);
    } else if (size >= 2) {
        core_detail::copy_ends<2>(to, from, size);
    } else if (size == 1) {
        std::memcpy(to, from, 1);
    }
}

/// Copies a text to memory with room for it. The two must not overlap.
constexpr void copy_text(const std::string_view& text, char* to) noexcept {
    if constexpr (has_wide_registers) {
        if (!std::is_constant_evaluated()) return copy_short(to, text.data(), text.size());
    }
    for (std::size_t i = 0; i < text.size(); ++i) to[i] = text[i];
}

/// As copy_text(), not inlined: for texts of callers. Of one in a small array GCC warns in the steps for longer ones.
TC3_NOINLINE constexpr void copy_text_of_caller(const std::string_view& text, char* to) noexcept { copy_text(text, to); }

}  // namespace tc3::inline TC3_NAMESPACE
