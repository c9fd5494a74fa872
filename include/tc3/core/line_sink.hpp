// SPDX-License-Identifier: MIT
// Keeps text from outside on one line.
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/slice.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline v0_1 {

/// Writes into another sink with a blank in place of each control character, so that a log line stays one line.
template <sink S>
class line_sink {
public:
    constexpr explicit line_sink(S& out) noexcept : out_(out) {}
    constexpr void append(std::string_view text) {
        while (!text.empty()) {
            const std::size_t plain = ascii::find_not(text, [](char c) { return !ascii::is_control(c); });
            out_.append(slice(text, 0, plain));
            if (plain == std::string_view::npos) return;
            out_.append(" ");
            text.remove_prefix(plain + 1);
        }
    }

private:
    S& out_;
};

}  // namespace tc3::inline v0_1
