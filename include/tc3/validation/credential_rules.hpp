// SPDX-License-Identifier: MIT
// What a secret id and a secret key may hold.
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/validation/first_error.hpp>
#include <tc3/validation/text_rule.hpp>

#include <string_view>

namespace tc3::inline v0_1 {

/// Returns whether the Authorization header can hold a character within a secret id: visible ASCII without '/' and ','.
[[nodiscard]] constexpr bool is_secret_id_character(char c) noexcept { return ascii::is_visible(c) && c != '/' && c != ','; }

inline constexpr text_rule secret_id_rule{.part = "secret id", .required = true, .trimmed = true, .allowed = is_secret_id_character};
inline constexpr text_rule secret_key_rule{.part = "secret key", .required = true, .trimmed = true};

/// Validates a secret id.
///
/// Errors: missing, untrimmed, or forbidden_character for what would break the Authorization header.
[[nodiscard]] constexpr result<void, error> validate_secret_id(std::string_view secret_id) noexcept {
    first_error errors;
    errors.check_text(secret_id_rule, secret_id);
    return errors.to_result();
}

/// Validates a secret key. It is never sent, so any byte is allowed.
///
/// Errors: missing, or untrimmed for a key that was pasted with blanks or a line end.
[[nodiscard]] constexpr result<void, error> validate_secret_key(std::string_view secret_key) noexcept {
    first_error errors;
    errors.check_text(secret_key_rule, secret_key);
    return errors.to_result();
}

}  // namespace tc3::inline v0_1
