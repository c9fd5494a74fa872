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

/// A sink that writes each piece in lower case to another sink.
class lower_sink {
public:
    constexpr explicit lower_sink(any_sink& out) noexcept : out_(out) {}
    constexpr void append(const std::string_view& text) { write_lower(out_, text); }

private:
    any_sink& out_;
};

namespace core_detail {

/// Copies eight characters in lower case.
inline void copy_eight_lower(char* to, const char* from) noexcept {
    const std::uint64_t text = load_eight_lower(from);
    std::memcpy(to, &text, sizeof text);
}

/// Copies `size` characters in lower case.
constexpr void copy_lower(char* to, const char* from, std::size_t size) noexcept {
    if constexpr (has_wide_registers) {
        if (!std::is_constant_evaluated() && size >= 8) {
            for (std::size_t i = 0; i + 8 < size; i += 8) copy_eight_lower(to + i, from + i);
            return copy_eight_lower(to + size - 8, from + size - 8);  // may overlap the eight before
        }
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
