// SPDX-License-Identifier: MIT
// The error text of a transport, cut to a bounded size.
#pragma once

#include <tc3/core/slice.hpp>
#include <tc3/encoding/utf8.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>

namespace tc3::inline TC3_NAMESPACE {

/// The longest error text of a transport that a failure keeps, in bytes.
inline constexpr std::size_t longest_transport_message = 256;

namespace transport_detail {

/// Returns the beginning of a text up to longest_transport_message, cut before a character that does not fit or is not UTF-8. Returns ""
/// for a null pointer, which C libraries use for "no message".
template <class Text>
[[nodiscard]] std::string_view bounded_message(const Text& message) noexcept {
    if constexpr (std::is_convertible_v<const Text&, const char*>) {
        if (static_cast<const char*>(message) == nullptr) return {};
    }
    const std::string_view text = slice(std::string_view(message), 0, longest_transport_message);
    return slice(text, 0, find_invalid_utf8(text));
}

}  // namespace transport_detail

}  // namespace tc3::inline TC3_NAMESPACE
