// SPDX-License-Identifier: MIT
// What may stand in the parts of a request that become its head, and the first of them that breaks a rule. Used by request_builder.hpp.
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/result.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline v0_1::detail {

/// Which characters a part may have.
using character_rule = bool (*)(char) noexcept;

/// Names of actions, versions, regions, languages.
[[nodiscard]] constexpr bool is_name_character(char c) noexcept { return ascii::is_alphanumeric(c) || c == '-' || c == '_' || c == '.'; }
/// Where an address stops being "name", "name:port", "[IPv6]" or "[IPv6]:port"; npos where it is one of them.
[[nodiscard]] constexpr std::size_t find_address_fault(std::string_view text) noexcept;
/// What X-TC-RequestClient may hold (SPEC 2.2).
[[nodiscard]] constexpr bool is_client_character(char c) noexcept {
    return ascii::is_alphanumeric(c) || std::string_view("-_ ,;.").find(c) != std::string_view::npos;
}

/// Looks at part after part and keeps the first fault, so that the rules can stand below each other in a list.
class first_fault {
public:
    constexpr void add(const error& fault) noexcept {
        if (fault_.code == errc::none) fault_ = fault;
    }
    template <class T>
    constexpr void add(const result<T, error>& outcome) noexcept {
        if (!outcome) add(outcome.error());
    }
    /// Must be there.
    constexpr void present(part where, std::string_view text) noexcept {
        if (text.empty()) add({.code = errc::missing, .where = where});
    }
    /// Only of such characters.
    constexpr void only(part where, std::string_view text, character_rule allowed, std::string_view name = {}) noexcept {
        const std::size_t at = ascii::find_not(text, allowed);
        if (at != std::string_view::npos) add({.code = errc::forbidden_character, .where = where, .at = at, .name = name});
    }
    /// A host or an address to connect to, with or without a port.
    constexpr void address(part where, std::string_view text) noexcept {
        const std::size_t at = find_address_fault(text);
        if (at != std::string_view::npos) add({.code = errc::forbidden_character, .where = where, .at = at});
    }
    /// Fit for a header of its own: no control character, no blank at an end.
    constexpr void header_value(part where, std::string_view text, std::string_view name = {}) noexcept {
        if (ascii::trim(text).size() != text.size()) add({.code = errc::blank_at_end, .where = where, .name = name});
        only(where, text, ascii::is_field_value, name);
    }
    /// At most that many bytes.
    constexpr void at_most(part where, std::size_t size, std::size_t limit, std::string_view name = {}) noexcept {
        if (size > limit) add({.code = errc::too_large, .where = where, .at = size, .limit = limit, .name = name});
    }

    /// errc::none where no rule was broken.
    [[nodiscard]] constexpr const error& fault() const noexcept TC3_LIFETIMEBOUND { return fault_; }

private:
    error fault_;
};

constexpr std::size_t find_address_fault(std::string_view text) noexcept {
    const bool literal = text.starts_with('[');
    const std::size_t size = literal ? text.find(']') : text.find(':');  // of the name, or up to the bracket
    std::string_view name = text.substr(0, size);
    if (literal) name.remove_prefix(1);
    const auto allowed = [literal](char c) { return is_name_character(c) || (literal && c == ':'); };
    if (const std::size_t at = ascii::find_not(name, allowed); at != std::string_view::npos) return at + (literal ? 1 : 0);
    if (name.empty() || (literal && size == std::string_view::npos)) return name.size();
    if (const std::size_t at = name.find(".."); at != std::string_view::npos) return at + 1;

    const std::size_t end = literal ? size + 1 : name.size();
    if (end == text.size()) return std::string_view::npos;
    std::string_view port = text;
    port.remove_prefix(end + 1);
    if (text[end] != ':' || port.empty() || port.size() > 5) return end;
    const std::size_t at = ascii::find_not(port, ascii::is_digit);
    return at == std::string_view::npos ? at : end + 1 + at;
}

}  // namespace tc3::inline v0_1::detail
