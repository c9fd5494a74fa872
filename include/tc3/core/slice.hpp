// SPDX-License-Identifier: MIT
// Parts and comparisons of text that link neither the exceptions of std::string_view nor memcmp.
#pragma once

#include <tc3/config.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE {

/// Returns up to `size` characters of a text, from `start` on; an empty view if `start` is beyond the end. std::string_view::substr()
/// throws in that case, and so would link the code for exceptions into firmware.
[[nodiscard]] constexpr std::string_view slice(std::string_view text TC3_LIFETIMEBOUND, std::size_t start,
                                               std::size_t size = std::string_view::npos) noexcept {
    text.remove_prefix(start < text.size() ? start : text.size());
    return {text.data(), size < text.size() ? size : text.size()};
}

/// Returns whether a text begins with `beginning`. A loop, since std::string_view::starts_with() would link memcmp.
[[nodiscard]] constexpr bool starts_with(std::string_view text, std::string_view beginning) noexcept {
    if (text.size() < beginning.size()) return false;
    for (std::size_t i = 0; i < beginning.size(); ++i) {
        if (text[i] != beginning[i]) return false;
    }
    return true;
}

/// Returns whether two texts are equal. A loop, for the same reason.
[[nodiscard]] constexpr bool equal(std::string_view a, std::string_view b) noexcept { return a.size() == b.size() && starts_with(a, b); }

}  // namespace tc3::inline TC3_NAMESPACE
