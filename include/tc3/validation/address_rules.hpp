// SPDX-License-Identifier: MIT
// The forms of a network address: a Host header, and the address to connect to.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/result.hpp>
#include <tc3/encoding/hex.hpp>
#include <tc3/validation/character_class.hpp>
#include <tc3/validation/first_error.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE {

/// Returns whether `c` may occur in a host name. Names of actions, versions, regions and languages have the same characters.
[[nodiscard]] constexpr bool is_name_character(char c) noexcept { return ascii::is_alphanumeric(c) || c == '-' || c == '_' || c == '.'; }

/// The longest label of a host name, in bytes: the text between two dots. Source: RFC 1035, 2.3.4.
inline constexpr std::size_t longest_label = 63;

/// Adds an error if `text` is not an address: "name", "name:port", "[IPv6]" or "[IPv6]:port". `part` is the name of the text in the error.
///
/// A name has no empty label before a dot. An IPv6 address has eight groups of up to four hexadecimal digits, or fewer and "::" once; of an
/// IPv4 form at its end, only the number of dots is checked. A port is 1 to 65535, without a leading zero.
///
/// Errors, with the position where the text stops being an address: forbidden_character; has_scheme before "//"; malformed for an IPv6
/// address; out_of_range for a port over 65535. too_large, of "label", for a label over longest_label, or over four digits in an IPv6
/// address.
/// Source: RFC 3986, 3.2.2 and 3.2.3; RFC 4291, 2.2.
constexpr void check_address(first_error& errors, part_name part, const std::string_view& text) noexcept;

/// Validates an address.
///
/// Errors: those of check_address(), of "address".
[[nodiscard]] constexpr result<void, error> validate_address(std::string_view text) noexcept {
    first_error errors;
    check_address(errors, "address", text);
    return errors.to_result();
}

namespace validation_detail {

/// Returns the character at a position, or NUL at the end of the text.
[[nodiscard]] TC3_NOINLINE constexpr char at(const std::string_view& text, std::size_t position) noexcept {
    return position < text.size() ? text[position] : '\0';
}

[[nodiscard]] constexpr bool is_label_character(char c) noexcept { return c != '.' && is_name_character(c); }
[[nodiscard]] constexpr bool is_hex_digit(char c) noexcept { return hex_value(ascii::to_lower(c)) < 16; }

/// The labels of a name, or the groups of an IPv6 address.
struct host_scan {
    bool is_ipv6 = false;
    std::size_t position = 0;  ///< the position after the last label
    std::size_t label = 0;     ///< the size of the last label
    std::size_t colons = 0;
    std::size_t dots = 0;
    std::size_t empty_groups = 0;
    std::size_t gap = 0;  ///< the position of the second colon of the last "::"

    constexpr void read(first_error& errors, const std::string_view& text) noexcept {
        constexpr std::size_t longest_group = 4;
        is_ipv6 = at(text, 0) == '[';
        const character_class of_label = is_ipv6 ? class_of<is_hex_digit> : class_of<is_label_character>;
        for (position = is_ipv6 ? 1 : 0;; ++position) {
            const std::size_t start = position;
            while (position < text.size() && is_in(of_label, text[position])) ++position;
            label = position - start;
            const char c = at(text, position);
            errors.check_size("label", label, is_ipv6 ? longest_group : longest_label);
            if (label == 0) ++empty_groups;
            if (is_ipv6 && c == ':' && dots == 0) {
                if (label == 0) gap = position;
                ++colons;
            } else if (c == '.' && label != 0) {
                ++dots;
            } else {
                return;
            }
        }
    }
    /// Returns whether there are the groups of an IPv6 address: eight, or fewer with "::". That is an empty group, and one more at each end
    /// of the address where it is.
    [[nodiscard]] constexpr bool has_all_groups() const noexcept {
        if (dots != 0 && dots != 3) return false;
        const std::size_t separators = colons + (dots != 0 ? 1 : 0);  // IPv4 at the end takes the place of two groups
        const std::size_t allowed = 1U + (gap == 2) + (gap + 1 == position);
        return gap > 1 ? empty_groups == allowed && separators <= 6 + allowed : empty_groups == 0 && separators == 7;
    }
};

/// Moves the position from a colon to the end of the port after it, or to its first error. Returns the error.
[[nodiscard]] constexpr errc read_port(const std::string_view& text, std::size_t& position) noexcept {
    constexpr std::uint32_t last_port = 65535;
    std::uint32_t port = 0;
    for (;;) {
        const char c = at(text, ++position);
        if (!ascii::is_digit(c)) break;
        port = port * 10 + static_cast<std::uint32_t>(c - '0');
        if (port == 0) break;
        if (port > last_port) return errc::out_of_range;
    }
    return port != 0 && position == text.size() ? errc::none : errc::forbidden_character;
}

}  // namespace validation_detail

constexpr void check_address(first_error& errors, part_name part, const std::string_view& text) noexcept {
    validation_detail::host_scan host;
    host.read(errors, text);
    std::size_t position = host.position;
    if (host.is_ipv6) {
        const bool is_complete = validation_detail::at(text, position) == ']' && host.has_all_groups();
        if (!is_complete) return errors.add(errc::malformed, part, position);
        ++position;
    }
    errc code = errc::forbidden_character;
    if (position != 0) {
        if (position == text.size()) return;
        if (text[position] == ':') code = validation_detail::read_port(text, position);
    }
    if (code == errc::none) return;
    const bool has_slashes = validation_detail::at(text, position) == '/' && validation_detail::at(text, position + 1) == '/';
    errors.add(has_slashes ? errc::has_scheme : code, part, position);
}

}  // namespace tc3::inline TC3_NAMESPACE
