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
/// Hosts and addresses, those of IPv6 and ports included.
[[nodiscard]] constexpr bool is_address_character(char c) noexcept { return is_name_character(c) || c == ':' || c == '[' || c == ']'; }
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
    /// Fit for a header of its own: no control character, no blank at an end.
    constexpr void header_value(part where, std::string_view text, std::string_view name = {}) noexcept {
        if (ascii::trim(text).size() != text.size()) add({.code = errc::blank_at_end, .where = where, .name = name});
        only(where, text, ascii::is_field_value, name);
    }
    /// At most that many bytes.
    constexpr void at_most(part where, std::size_t size, std::size_t limit, std::string_view name = {}) noexcept {
        if (size > limit) add({.code = errc::too_large, .where = where, .at = size, .limit = limit, .name = name});
    }

    [[nodiscard]] constexpr result<void, error> outcome() const noexcept {
        if (fault_.code == errc::none) return {};
        return unexpected(fault_);
    }

private:
    error fault_;
};

}  // namespace tc3::inline v0_1::detail
