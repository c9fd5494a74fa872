// SPDX-License-Identifier: MIT
// Finds a header by its name in a list of headers.
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/http/header.hpp>

#include <cstddef>
#include <span>
#include <string_view>

namespace tc3::inline v0_1::http {

/// Returns the first header with that name, in any case, or null.
[[nodiscard]] constexpr const header* find_header(std::span<const header> headers, std::string_view name) noexcept {
    for (const header& each : headers) {
        if (ascii::equal_lower(ascii::trim(each.name), name)) return &each;
    }
    return nullptr;
}

/// Returns the only header with that name, in any case, or null. A duplicate header is treated as missing, because peers may disagree on
/// which copy applies.
[[nodiscard]] constexpr const header* find_single_header(std::span<const header> headers, std::string_view name) noexcept {
    const header* found = find_header(headers, name);
    if (found == nullptr) return nullptr;
    const auto following = headers.subspan(static_cast<std::size_t>(found - headers.data()) + 1);
    return find_header(following, name) == nullptr ? found : nullptr;
}

}  // namespace tc3::inline v0_1::http
