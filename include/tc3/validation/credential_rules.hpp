// SPDX-License-Identifier: MIT
// What a secret id and a secret key may hold.
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/result.hpp>
#include <tc3/validation/first_error.hpp>
#include <tc3/validation/text_rule.hpp>

#include <string_view>

namespace tc3::inline v0_1 {

/// Returns whether `c` may occur in a secret id: visible ASCII but '/' and ',', which end the id in the Authorization header.
[[nodiscard]] constexpr bool is_secret_id_character(char c) noexcept { return ascii::is_visible(c) && c != '/' && c != ','; }

inline constexpr text_rule secret_id_rule{.part = "secret id", .required = true, .trimmed = true, .allowed = is_secret_id_character};
inline constexpr text_rule secret_key_rule{.part = "secret key", .required = true, .trimmed = true};

/// Validates a secret id.
///
/// Errors: missing, untrimmed or forbidden_character, of "secret id".
/// Source: docs/tc3-signing.md 1.5, for the form of the header; 4, for pasted blanks.
[[nodiscard]] constexpr result<void, error> validate_secret_id(std::string_view secret_id) noexcept {
    first_error errors;
    errors.check_text(secret_id_rule, secret_id);
    return errors.to_result();
}

/// Validates a secret key. Any byte is allowed inside it, since a key is never sent.
///
/// Errors: missing, or untrimmed for a key that was pasted with blanks or a line end, of "secret key".
/// Source: docs/tc3-signing.md 4.
[[nodiscard]] constexpr result<void, error> validate_secret_key(std::string_view secret_key) noexcept {
    first_error errors;
    errors.check_text(secret_key_rule, secret_key);
    return errors.to_result();
}

}  // namespace tc3::inline v0_1
