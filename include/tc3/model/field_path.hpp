// SPDX-License-Identifier: MIT
// Where in an input or answer the work is, "Filters[2].Name", so that a fault can name its field.
#pragma once

#include <tc3/core/fixed_text.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/text_literal.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline v0_1 {

/// A path of wire names and positions, cut off where it grows too long to read.
class field_path {
public:
    static constexpr std::size_t longest = 120;

    /// Each step returns what leave() needs to go back.
    [[nodiscard]] constexpr std::size_t enter(std::string_view wire_name) noexcept {
        const std::size_t before = text_.size();
        if (before != 0) text_.append("."sv);
        text_.append(wire_name);
        return before;
    }
    [[nodiscard]] constexpr std::size_t enter(std::size_t position) noexcept {
        const std::size_t before = text_.size();
        text_.append("["sv);
        write_decimal(text_, position);
        text_.append("]"sv);
        return before;
    }
    constexpr void leave(std::size_t before) noexcept { text_.shorten(before); }

    [[nodiscard]] constexpr std::string_view view() const& noexcept TC3_LIFETIMEBOUND { return text_.view(); }
    std::string_view view() const&& = delete;

private:
    fixed_text<longest> text_;
};

}  // namespace tc3::inline v0_1
