// SPDX-License-Identifier: MIT
// What a header may hold, and which headers a signed request must have (docs/tc3-signing.md 1.2).
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/processor.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/http/header.hpp>
#include <tc3/http/header_refs.hpp>
#include <tc3/validation/character_class.hpp>
#include <tc3/validation/first_error.hpp>
#include <tc3/validation/text_rule.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE {

inline constexpr text_rule header_name_rule{.part = "header name", .required = true, .allowed = class_of<ascii::is_token>};
inline constexpr text_rule header_value_rule{.part = "header value", .utf8 = true, .allowed = class_of<ascii::is_field_value>};
/// The rules for the values of Content-Type and Host, which are checked without the blanks around them.
inline constexpr text_rule signed_content_type_rule{.part = "content type", .required = true};
inline constexpr text_rule signed_host_rule{.part = "host", .required = true, .allowed = class_of<ascii::is_visible>};

/// Adds an error if the name is not a token, or if the value holds a control character or is not UTF-8. Blanks around the name are allowed.
constexpr void check_header(first_error& errors, const http::header& header) noexcept {
    const std::string_view name = ascii::trim(header.name);
    errors.check_text(header_name_rule, name, static_cast<std::size_t>(name.data() - header.name.data()));
    errors.check_value(header_value_rule, header.name, header.value);
}

/// Validates one header. A valid header occupies exactly one line.
///
/// Errors: missing, forbidden_character or invalid_utf8, of "header name" or "header value". Blanks around name and value are allowed:
/// the canonical request trims them.
/// Source: RFC 9110, 5.5 and 5.6.2; docs/tc3-signing.md 1.2.
[[nodiscard]] constexpr result<void, error> validate_header(const http::header& header) noexcept {
    first_error errors;
    check_header(errors, header);
    return errors.to_result();
}

/// Adds an error if a header is missing, or if its value without the blanks around it violates `rule`.
TC3_NOINLINE constexpr void check_required_header(first_error& errors, const http::header_refs& headers, const std::string_view& name,
                                                  const text_rule& rule) noexcept {
    const http::header* header = headers.find(name);
    errors.check_text(rule, header != nullptr ? ascii::trim(header->value) : std::string_view());
}

/// Adds an error if a header is invalid, if two headers have the same name, or if Content-Type or Host is missing or empty. Host holds
/// visible ASCII only.
constexpr void check_signed_headers(first_error& errors, const http::header_refs& headers) noexcept {
    const bool has_no_duplicate = has_wide_registers && headers.are_sorted();
    for (std::size_t i = 0; i < headers.size(); ++i) {
        const http::header& header = headers[i];
        check_header(errors, header);
        if (has_no_duplicate || headers.find_position(header.name) == i) continue;
        errors.add(errc::duplicate, header_name_rule.part, ascii::trim(header.name));
    }
    check_required_header(errors, headers, "content-type"sv, signed_content_type_rule);
    check_required_header(errors, headers, "host"sv, signed_host_rule);
}

}  // namespace tc3::inline TC3_NAMESPACE
