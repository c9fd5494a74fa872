// SPDX-License-Identifier: MIT
// A part of a text.
#pragma once

#include <tc3/config.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline v0_1 {

/// Up to `size` characters from `start` on, as many as there are. std::string_view::substr does the same but throws when there are fewer,
/// which in a firmware links the machinery of exceptions, though nothing ever throws.
[[nodiscard]] constexpr std::string_view slice(std::string_view text TC3_LIFETIMEBOUND, std::size_t start,
                                               std::size_t size = std::string_view::npos) noexcept {
    text.remove_prefix(start < text.size() ? start : text.size());
    return {text.data(), size < text.size() ? size : text.size()};
}

/// Whether a text begins with another. A loop of its own: std::string_view's is a call into the C library.
[[nodiscard]] constexpr bool starts_with(std::string_view text, std::string_view beginning) noexcept {
    if (text.size() < beginning.size()) return false;
    for (std::size_t i = 0; i < beginning.size(); ++i) {
        if (text[i] != beginning[i]) return false;
    }
    return true;
}

/// Whether two texts are the same, likewise.
[[nodiscard]] constexpr bool equal(std::string_view a, std::string_view b) noexcept { return a.size() == b.size() && starts_with(a, b); }

}  // namespace tc3::inline v0_1
