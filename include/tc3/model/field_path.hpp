// SPDX-License-Identifier: MIT
// The field that is being read or written, as text for an error: "Filters[2].Name".
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/fixed_text.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/text_literal.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE {

/// A path of wire names and list positions. A longer path is cut off at `longest` bytes.
///
///     const std::size_t outer = path.enter("Name");
///     ... read or write the field ...
///     if (ok) path.return_to(outer);
///
/// After an error the path is not left, so that it still names the field.
class field_path {
public:
    static constexpr std::size_t longest = 120;

    /// Appends a member and returns the argument for return_to().
    [[nodiscard]] constexpr std::size_t enter(std::string_view wire_name) noexcept {
        const std::size_t outer = text_.size();
        if (outer != 0) text_.append("."sv);
        text_.append(wire_name);
        return outer;
    }
    /// Appends a list position and returns the argument for return_to().
    [[nodiscard]] constexpr std::size_t enter(std::size_t position) noexcept {
        const std::size_t outer = text_.size();
        text_.append("["sv);
        write_decimal(text_, position);
        text_.append("]"sv);
        return outer;
    }
    /// Returns to the path before the enter() that returned `outer`.
    constexpr void return_to(std::size_t outer) noexcept { text_.shorten(outer); }

    [[nodiscard]] constexpr std::string_view view() const& noexcept TC3_LIFETIMEBOUND { return text_.view(); }
    std::string_view view() const&& = delete;

private:
    fixed_text<longest> text_;
};

}  // namespace tc3::inline TC3_NAMESPACE
