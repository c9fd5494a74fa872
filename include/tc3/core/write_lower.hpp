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

/// Copies `size` characters in lower case, at least a word.
template <class Word>
void copy_lower_words(char* to, const char* from, std::size_t size) noexcept {
    const auto copy = [to, from](std::size_t position) {
        const Word text = load_lower<Word>(from + position);
        std::memcpy(to + position, &text, sizeof text);
    };
    const std::size_t last = size - sizeof(Word);  // may overlap the word before
    for (std::size_t i = 0; i < last; i += sizeof(Word)) copy(i);
    copy(last);
}

/// Copies `size` characters in lower case.
constexpr void copy_lower(char* to, const char* from, std::size_t size) noexcept {
    if constexpr (has_wide_registers) {
        if (!std::is_constant_evaluated() && size >= 8) return copy_lower_words<std::uint64_t>(to, from, size);
        if (!std::is_constant_evaluated() && size >= 4) return copy_lower_words<std::uint32_t>(to, from, size);
    }
    for (std::size_t i = 0; i < size; ++i) to[i] = ascii::to_lower(from[i]);
}

TC3_NOINLINE constexpr void write_lower(any_sink& out, const std::string_view& text) {
    if (char* const to = out.claim(text.size()); to != nullptr) return copy_lower(to, text.data(), text.size());
    std::string_view rest = text;
    while (!rest.empty()) {
        char piece[32];
        const std::size_t size = rest.size() < sizeof piece ? rest.size() : sizeof piece;
        copy_lower(piece, rest.data(), size);
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
