// SPDX-License-Identifier: MIT
// What the parts of a credential scope may be (docs/tc3-signing.md 1.3).
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/unix_time.hpp>
#include <tc3/validation/character_class.hpp>
#include <tc3/validation/first_error.hpp>
#include <tc3/validation/text_rule.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE {

/// The longest service name: a label of a host name, which DNS limits to 63 bytes.
inline constexpr std::size_t longest_service = 63;

/// Returns whether `c` may occur in the name of a service or a region. Capitals are allowed: the scope is written in lower case.
[[nodiscard]] constexpr bool is_service_character(char c) noexcept { return ascii::is_alphanumeric(c) || c == '-'; }

inline constexpr text_rule service_rule{.part = "service", .required = true, .allowed = class_of<is_service_character>};

/// Adds an error if the time is out of range, or if the service is empty, too long, or holds a character other than a letter, a digit or
/// '-'.
constexpr void check_scope(first_error& errors, const std::string_view& service, unix_time time) noexcept {
    if (!time.in_range()) errors.add(errc::out_of_range, "timestamp");
    errors.check_size(service_rule.part, service.size(), longest_service);
    errors.check_text(service_rule, service);
}

}  // namespace tc3::inline TC3_NAMESPACE
