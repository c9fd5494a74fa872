// SPDX-License-Identifier: MIT
// What the path and the query of a request may hold (docs/tc3-signing.md 1.2).
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/validation/first_error.hpp>
#include <tc3/validation/text_rule.hpp>

#include <string_view>

namespace tc3::inline v0_1 {

/// Returns whether the request line can hold a character within a path or query: no blank, control character or '#'.
[[nodiscard]] constexpr bool is_target_character(char c) noexcept { return c != ' ' && c != '#' && !ascii::is_control(c); }
[[nodiscard]] constexpr bool is_path_character(char c) noexcept { return c != '?'; }

inline constexpr text_rule canonical_uri_rule{.part = "canonical URI", .required = true, .utf8 = true, .allowed = is_target_character};
inline constexpr text_rule path_rule{.part = "canonical URI", .allowed = is_path_character};
inline constexpr text_rule query_rule{.part = "query", .utf8 = true, .allowed = is_target_character};

/// Adds an error if the URI is not an absolute path, or URI or query holds a character that the request line cannot hold.
constexpr void check_target(first_error& errors, const std::string_view& canonical_uri, const std::string_view& query) noexcept {
    const bool is_path = canonical_uri.empty() || canonical_uri.front() == '/';
    if (!is_path) errors.add(errc::forbidden_character, canonical_uri_rule.part);
    errors.check_text(canonical_uri_rule, canonical_uri);
    errors.check_text(path_rule, canonical_uri);
    errors.check_text(query_rule, query);
}

/// Validates path and query of a request. `query` has no '?'.
///
/// Errors: missing, forbidden_character or invalid_utf8, of "canonical URI" or "query".
[[nodiscard]] constexpr result<void, error> validate_target(std::string_view canonical_uri, std::string_view query) noexcept {
    first_error errors;
    check_target(errors, canonical_uri, query);
    return errors.to_result();
}

}  // namespace tc3::inline v0_1
