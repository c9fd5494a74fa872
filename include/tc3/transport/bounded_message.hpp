// SPDX-License-Identifier: MIT
// A transport's own text, kept within bounds.
#pragma once

#include <tc3/core/slice.hpp>
#include <tc3/encoding/utf8.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>

namespace tc3::inline v0_1 {

/// The longest text of a transport that a failure keeps.
inline constexpr std::size_t longest_transport_message = 256;

namespace transport_detail {

/// A transport's text within its bound, cut between characters. Null, which C libraries have for "none", is empty.
template <class Text>
[[nodiscard]] std::string_view bounded_message(const Text& message) noexcept {
    if constexpr (std::is_convertible_v<const Text&, const char*>) {
        if (static_cast<const char*>(message) == nullptr) return {};
    }
    const std::string_view text = slice(std::string_view(message), 0, longest_transport_message);
    return slice(text, 0, find_invalid_utf8(text));
}

}  // namespace transport_detail

}  // namespace tc3::inline v0_1
