// SPDX-License-Identifier: MIT
// The headers of API 3.0, and the headers that a program may not add (docs/tc3-signing.md 1.2, 2.2). Used by request_builder.hpp.
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/validation/address_rules.hpp>
#include <tc3/validation/character_class.hpp>
#include <tc3/validation/credential_rules.hpp>
#include <tc3/validation/header_rules.hpp>
#include <tc3/validation/scope_rules.hpp>
#include <tc3/validation/text_rule.hpp>

#include <cstdint>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::api_detail {

[[nodiscard]] constexpr bool is_client_character(char c) noexcept { return ascii::is_alphanumeric(c) || ascii::contains("-_ ,;."sv, c); }

/// A header that tc3 sends.
struct tc3_header {
    std::string_view name;
    text_rule rule;  ///< of the value

    /// Returns whether the value is masked where people read it.
    [[nodiscard]] constexpr bool is_sensitive() const noexcept { return rule.part == issued_token_rule.part; }
    /// Returns the name if the part of the rule does not identify the header; else an empty name.
    [[nodiscard]] constexpr std::string_view name_in_error() const noexcept {
        return rule.part == header_value_rule.part ? name : std::string_view();
    }
};

/// The headers besides Host and Authorization, in the order of sending.
inline constexpr tc3_header tc3_headers[] = {
    {.name = "Content-Type",
     .rule = {.part = "content type", .required = true, .trimmed = true, .utf8 = true, .allowed = class_of<ascii::is_field_value>}},
    {.name = "X-TC-Action", .rule = {.part = "action", .required = true, .allowed = class_of<is_name_character>}},
    {.name = "X-TC-Version", .rule = {.part = "version", .required = true, .allowed = class_of<is_name_character>}},
    {.name = "X-TC-Timestamp", .rule = {.part = "timestamp"}},
    {.name = "X-TC-Region", .rule = {.part = "region", .allowed = class_of<is_service_character>}},
    {.name = "X-TC-Language", .rule = {.part = "language", .allowed = class_of<is_name_character>}},
    {.name = "X-TC-Token", .rule = issued_token_rule},
    {.name = "X-TC-RequestClient", .rule = {.part = "header value", .trimmed = true, .allowed = class_of<is_client_character>}},
    {.name = "X-TC-TraceId", .rule = {.part = "header value", .trimmed = true, .utf8 = true, .allowed = class_of<ascii::is_field_value>}},
    {.name = "X-TC-Content-SHA256", .rule = {.part = "header value"}},
};

/// Whether a program may add a header to a request.
enum class permission : std::uint8_t {
    any,
    unsigned_only,  ///< HTTP libraries and proxies change the header, which would invalidate the signature
    none,           ///< tc3 or the HTTP library sets the header
};

[[nodiscard]] constexpr permission permission_of(const std::string_view& header_name) noexcept {
    for (const tc3_header& header : tc3_headers) {
        if (ascii::equal_lower(header_name, header.name)) return permission::none;
    }
    if (ascii::is_word_of("host authorization content-length transfer-encoding"sv, header_name)) return permission::none;
    const bool is_changed = ascii::is_word_of("connection keep-alive accept-encoding user-agent expect te trailer upgrade"sv, header_name);
    return is_changed ? permission::unsigned_only : permission::any;
}

}  // namespace tc3::inline TC3_NAMESPACE::api_detail
