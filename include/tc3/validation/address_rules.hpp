// SPDX-License-Identifier: MIT
// The forms of a network address: a Host header, and the address to connect to.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/error.hpp>
#include <tc3/validation/first_error.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tc3::inline v0_1 {

/// Returns whether `c` may occur in a host name. Names of actions, versions, regions and languages have the same characters.
[[nodiscard]] constexpr bool is_name_character(char c) noexcept { return ascii::is_alphanumeric(c) || c == '-' || c == '_' || c == '.'; }

/// Returns the position at which a text stops being an address, or npos for an address: "name", "name:port", "[IPv6]" or "[IPv6]:port".
/// A name has no empty label before a dot. A port is 1 to 65535; one outside that range is an error at its colon.
[[nodiscard]] constexpr std::size_t find_address_error(std::string_view text) noexcept;

/// Adds forbidden_character if `text` is not an address. `part` is the name of the text in the error.
TC3_NOINLINE constexpr void check_address(first_error& errors, part_name part, const std::string_view& text) noexcept {
    const std::size_t position = find_address_error(text);
    if (position != std::string_view::npos) errors.add(errc::forbidden_character, part, position);
}

namespace validation_detail {

/// Returns the position at which the rest of `text` stops being a port, or npos for a port. `colon` is the position of the colon before it.
[[nodiscard]] constexpr std::size_t find_port_error(std::string_view text, std::size_t colon) noexcept {
    constexpr std::uint32_t last_port = 65535;
    std::size_t position = colon + 1;
    std::uint32_t port = 0;
    for (; position < text.size() && ascii::is_digit(text[position]) && port <= last_port; ++position) {
        port = port * 10 + static_cast<std::uint32_t>(text[position] - '0');
    }
    if (port == 0 || port > last_port) return colon;
    return position == text.size() ? std::string_view::npos : position;
}

}  // namespace validation_detail

constexpr std::size_t find_address_error(std::string_view text) noexcept {
    const bool is_ipv6 = !text.empty() && text.front() == '[';
    const std::size_t start = is_ipv6 ? 1 : 0;
    std::size_t position = start;
    for (; position < text.size(); ++position) {
        const char c = text[position];
        const bool is_allowed = is_name_character(c) || (is_ipv6 && c == ':');
        if (!is_allowed) break;
        const bool is_empty_label = c == '.' && (position == start || text[position - 1] == '.');
        if (is_empty_label) return position;
    }
    if (position == start) return position;
    if (is_ipv6) {
        if (position == text.size() || text[position] != ']') return position;
        ++position;
    }
    if (position == text.size()) return std::string_view::npos;
    if (text[position] != ':') return position;
    return validation_detail::find_port_error(text, position);
}

}  // namespace tc3::inline v0_1
