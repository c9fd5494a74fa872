// SPDX-License-Identifier: MIT
// The headers of API 3.0, and what may stand in the parts of a request that become its head (SPEC 2.2). Used by request_builder.hpp.
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/core/error.hpp>
#include <tc3/validation/text_rule.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tc3::inline v0_1::detail {

/// Names of actions, versions, regions, languages.
[[nodiscard]] constexpr bool is_name_character(char c) noexcept { return ascii::is_alphanumeric(c) || c == '-' || c == '_' || c == '.'; }
/// What X-TC-RequestClient may hold.
[[nodiscard]] constexpr bool is_client_character(char c) noexcept { return ascii::is_alphanumeric(c) || ascii::contains("-_ ,;."sv, c); }

struct own_header {
    std::string_view name;
    text_rule rule;
    bool is_sensitive = false;
};

/// The headers that tc3 sends beside Host and Authorization, in the order of sending.
inline constexpr own_header own_headers[] = {
    {"Content-Type", {.where = part::content_type, .required = true, .unpasted = true, .utf8 = true, .allowed = ascii::is_field_value}},
    {"X-TC-Action", {.where = part::action, .required = true, .allowed = is_name_character}},
    {"X-TC-Version", {.where = part::version, .required = true, .allowed = is_name_character}},
    {"X-TC-Timestamp", {.where = part::timestamp}},
    {"X-TC-Region", {.where = part::region, .allowed = is_name_character}},
    {"X-TC-Language", {.where = part::language, .allowed = is_name_character}},
    {"X-TC-Token", {.where = part::token, .unpasted = true, .utf8 = true, .allowed = ascii::is_field_value}, true},
    {"X-TC-RequestClient", {.where = part::header_value, .unpasted = true, .allowed = is_client_character}},
    {"X-TC-TraceId", {.where = part::header_value, .unpasted = true, .utf8 = true, .allowed = ascii::is_field_value}},
    {"X-TC-Content-SHA256", {.where = part::header_value}},
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

/// Where an address stops being "name", "name:port", "[IPv6]" or "[IPv6]:port"; npos where it is one of them.
[[nodiscard]] constexpr std::size_t find_address_fault(const std::string_view& text) noexcept {
    constexpr std::uint32_t last_port = 65535;
    const bool literal = text.starts_with('[');
    const std::size_t start = literal ? 1 : 0;
    std::size_t at = start;
    while (at < text.size() && (is_name_character(text[at]) || (literal && text[at] == ':'))) {
        if (text[at] == '.' && (at == start || text[at - 1] == '.')) return at;
        ++at;
    }
    if (at == start) return at;
    if (literal) {
        if (at == text.size() || text[at] != ']') return at;
        ++at;
    }
    if (at == text.size()) return std::string_view::npos;
    if (text[at] != ':') return at;

    const std::size_t colon = at++;
    std::uint32_t port = 0;
    for (; at < text.size() && ascii::is_digit(text[at]) && port <= last_port; ++at) {
        port = port * 10 + static_cast<std::uint32_t>(text[at] - '0');
    }
    if (port == 0 || port > last_port) return colon;
    return at == text.size() ? std::string_view::npos : at;
}

TC3_NOINLINE constexpr void expect_address(first_fault& rules, part where, const std::string_view& text) noexcept {
    const std::size_t at = find_address_fault(text);
    if (at != std::string_view::npos) rules.add(errc::forbidden_character, where, at);
}

}  // namespace tc3::inline v0_1::detail
