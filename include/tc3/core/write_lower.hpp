// SPDX-License-Identifier: MIT
// Writes text in lower case to a sink.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/processor.hpp>
#include <tc3/core/sink.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE {

/// Writes a text with its ASCII letters in lower case, in pieces of up to 32 characters, or in one piece if it is in lower case already.
/// Other bytes are written unchanged.
template <sink S>
constexpr void write_lower(S& out, const std::string_view& text);

namespace core_detail {

TC3_NOINLINE constexpr void write_lower(any_sink& out, const std::string_view& text) {
    if constexpr (has_wide_registers) {  // most text is in lower case already, and needs no copy
        const auto is_unchanged = [](char c) { return !ascii::is_upper(c); };
        if (ascii::find_not(text, is_unchanged) == std::string_view::npos) {
            if (!text.empty()) out.append(text);
            return;
        }
    }
    std::string_view rest = text;
    while (!rest.empty()) {
        char piece[32];
        std::size_t size = 0;
        for (; size < sizeof piece && size < rest.size(); ++size) piece[size] = ascii::to_lower(rest[size]);
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
