// SPDX-License-Identifier: MIT
// What the path and the query of a request may hold (docs/tc3-signing.md 1.2).
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/result.hpp>
#include <tc3/validation/character_class.hpp>
#include <tc3/validation/first_error.hpp>
#include <tc3/validation/text_rule.hpp>

#include <string_view>

namespace tc3::inline TC3_NAMESPACE {

/// Returns whether `c` may occur in a query: any character but a blank, a control character and '#', which would end it in a request line.
[[nodiscard]] constexpr bool is_query_character(char c) noexcept { return c != ' ' && c != '#' && !ascii::is_control(c); }

/// Returns whether `c` may occur in a path: any character of a query but '?', which would start the query.
[[nodiscard]] constexpr bool is_path_character(char c) noexcept { return is_query_character(c) && c != '?'; }

inline constexpr text_rule canonical_uri_rule{
    .part = "canonical URI", .required = true, .utf8 = true, .allowed = class_of<is_path_character>};
inline constexpr text_rule query_rule{.part = "query", .utf8 = true, .allowed = class_of<is_query_character>};

/// Adds an error if the URI is not an absolute path, or if URI or query holds a forbidden character or is not UTF-8.
constexpr void check_target(first_error& errors, const std::string_view& canonical_uri, const std::string_view& query) noexcept {
    const bool is_path = canonical_uri.empty() || canonical_uri.front() == '/';
    if (!is_path) errors.add(errc::forbidden_character, canonical_uri_rule.part);
    errors.check_text(canonical_uri_rule, canonical_uri);
    errors.check_text(query_rule, query);
}

/// Validates the path and the query of a request. `query` is the text after the '?'.
///
/// Errors: missing, forbidden_character or invalid_utf8, of "canonical URI" or "query".
[[nodiscard]] constexpr result<void, error> validate_target(std::string_view canonical_uri, std::string_view query) noexcept {
    first_error errors;
    check_target(errors, canonical_uri, query);
    return errors.to_result();
}

}  // namespace tc3::inline TC3_NAMESPACE
