// SPDX-License-Identifier: MIT
// Finds headers by name.
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/http/header.hpp>

#include <cstddef>
#include <span>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::http {

namespace detail {

[[nodiscard]] constexpr bool has_name(const header& header, std::string_view name) noexcept {
    return ascii::equal_lower(ascii::trim(header.name), name);
}

}  // namespace detail

/// Returns the first header with a name, in any case, or null. Blanks around the names in the list are ignored.
///
/// Lifetime: points into `headers`.
[[nodiscard]] constexpr const header* find_header(std::span<const header> headers, std::string_view name) noexcept {
    for (const header& header : headers) {
        if (detail::has_name(header, name)) return &header;
    }
    return nullptr;
}

/// Returns the only header with a name, as find_header() compares them, or null. A duplicate header is treated as missing, because peers
/// may disagree on which copy applies.
///
/// Lifetime: points into `headers`.
[[nodiscard]] constexpr const header* find_single_header(std::span<const header> headers, std::string_view name) noexcept {
    // Counts, rather than search again behind the first: g++ 12 with -fsanitize=undefined cannot compare the address of a header with null
    // in a constant expression.
    const header* found = nullptr;
    std::size_t count = 0;
    for (const header& header : headers) {
        if (!detail::has_name(header, name)) continue;
        found = &header;
        ++count;
    }
    return count == 1 ? found : nullptr;
}

}  // namespace tc3::inline TC3_NAMESPACE::http
