// SPDX-License-Identifier: MIT
// A sink that keeps text from outside on one line.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/slice.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline v0_1 {

/// A sink that writes to another one, with a blank in place of each control character. A log line then stays one line.
///
/// Lifetime: refers to `out`.
template <sink S>
class line_sink {
public:
    constexpr explicit line_sink(S& out TC3_LIFETIMEBOUND) noexcept : out_(out) {}
    constexpr void append(std::string_view text) {
        while (!text.empty()) {
            const std::size_t first_control = ascii::find_not(text, [](char c) { return !ascii::is_control(c); });
            out_.append(slice(text, 0, first_control));
            if (first_control == std::string_view::npos) return;
            out_.append(" ");
            text.remove_prefix(first_control + 1);
        }
    }

private:
    S& out_;
};
template <sink S>
line_sink(S&) -> line_sink<S>;

}  // namespace tc3::inline v0_1
