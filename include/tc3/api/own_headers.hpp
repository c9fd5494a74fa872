// SPDX-License-Identifier: MIT
// The headers of API 3.0, and what may stand in the parts of a request that become its head (SPEC 2.2). Used by request_builder.hpp.
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/validation/address_rules.hpp>
#include <tc3/validation/text_rule.hpp>

#include <string_view>

namespace tc3::inline v0_1::api_detail {

/// What X-TC-RequestClient may hold.
[[nodiscard]] constexpr bool is_client_character(char c) noexcept { return ascii::is_alphanumeric(c) || ascii::contains("-_ ,;."sv, c); }

struct own_header {
    std::string_view name;
    text_rule rule;
    bool is_sensitive = false;
    bool is_named = false;  ///< whether an error names the header, where the part does not tell which one it is

    [[nodiscard]] constexpr std::string_view name_in_error() const noexcept { return is_named ? name : std::string_view(); }
};

/// The headers that tc3 sends beside Host and Authorization, in the order of sending.
inline constexpr own_header own_headers[] = {
    {"Content-Type", {.part = "content type", .required = true, .trimmed = true, .utf8 = true, .allowed = ascii::is_field_value}},
    {"X-TC-Action", {.part = "action", .required = true, .allowed = is_name_character}},
    {"X-TC-Version", {.part = "version", .required = true, .allowed = is_name_character}},
    {"X-TC-Timestamp", {.part = "timestamp"}},
    {"X-TC-Region", {.part = "region", .allowed = is_name_character}},
    {"X-TC-Language", {.part = "language", .allowed = is_name_character}},
    {"X-TC-Token", {.part = "session token", .trimmed = true, .utf8 = true, .allowed = ascii::is_field_value}, true},
    {"X-TC-RequestClient", {.part = "header value", .trimmed = true, .allowed = is_client_character}, false, true},
    {"X-TC-TraceId", {.part = "header value", .trimmed = true, .utf8 = true, .allowed = ascii::is_field_value}, false, true},
    {"X-TC-Content-SHA256", {.part = "header value"}},
};

/// Whether a header is tc3's own, or that of the HTTP stack.
[[nodiscard]] constexpr bool is_own_header(const std::string_view& name) noexcept {
    for (const own_header& own : own_headers) {
        if (ascii::equal_lower(name, own.name)) return true;
    }
    return ascii::is_word_of("host authorization content-length transfer-encoding"sv, name);
}

/// Headers that HTTP stacks and proxies set or change as they please (SPEC 1.2): they may be sent, but not signed.
[[nodiscard]] constexpr bool changes_on_the_way(const std::string_view& name) noexcept {
    return ascii::is_word_of("connection keep-alive accept-encoding user-agent expect te trailer upgrade"sv, name);
}

}  // namespace tc3::inline v0_1::api_detail
