// SPDX-License-Identifier: MIT
// Writes text in lower case to a sink.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/processor.hpp>
#include <tc3/core/sink.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace tc3::inline TC3_NAMESPACE {

/// Writes a text with its ASCII letters in lower case, in pieces of up to 32 characters. Other bytes are written unchanged.
template <sink S>
constexpr void write_lower(S& out, const std::string_view& text);

namespace core_detail {

/// Copies eight characters in lower case, all at once: the highest bit of each byte tells whether it is a capital.
inline void copy_eight_lower(char* to, const char* from) noexcept {
    constexpr std::uint64_t ones = 0x0101010101010101;
    std::uint64_t text = 0;
    std::memcpy(&text, from, sizeof text);
    const std::uint64_t without_highest = text & 0x7f * ones;
    const std::uint64_t from_a = without_highest + (0x80 - 'A') * ones;
    const std::uint64_t after_z = without_highest + (0x80 - 'Z' - 1) * ones;
    text |= (from_a & ~after_z & ~text & 0x80 * ones) >> 2U;  // 0x20, the difference of a small letter from its capital
    std::memcpy(to, &text, sizeof text);
}

/// Copies a text in lower case, as far as there is room. Returns the number of characters.
template <std::size_t Room>
constexpr std::size_t copy_lower(char (&to)[Room], const std::string_view& text) noexcept {
    if constexpr (has_wide_registers) {
        if (!std::is_constant_evaluated() && text.size() >= 8) {
            const std::size_t size = text.size() < Room ? text.size() : Room;
            for (std::size_t i = 0; i + 8 < size; i += 8) copy_eight_lower(to + i, text.data() + i);
            copy_eight_lower(to + size - 8, text.data() + size - 8);  // may overlap the eight before
            return size;
        }
    }
    std::size_t size = 0;
    for (; size < Room && size < text.size(); ++size) to[size] = ascii::to_lower(text[size]);
    return size;
}

TC3_NOINLINE constexpr void write_lower(any_sink& out, const std::string_view& text) {
    std::string_view rest = text;
    while (!rest.empty()) {
        char piece[32];
        const std::size_t size = copy_lower(piece, rest);
        out.append(std::string_view(piece, size));
        rest.remove_prefix(size);
    }
}

}  // namespace core_detail

template <sink S>
constexpr void write_lower(S& out, const std::string_view& text) {
    any_sink_of<S> to(out);
    core_detail::write_lower(to, text);
}

}  // namespace tc3::inline TC3_NAMESPACE
