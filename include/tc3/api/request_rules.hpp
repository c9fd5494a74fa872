// SPDX-License-Identifier: MIT
// The headers of API 3.0, and what may stand in the parts of a request that become its head (SPEC 2.2). Used by request_builder.hpp.
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/encoding/text_rule.hpp>

#include <cstddef>
#include <initializer_list>
#include <string_view>

namespace tc3::inline v0_1::detail {

/// Names of actions, versions, regions, languages.
[[nodiscard]] constexpr bool is_name_character(char c) noexcept { return ascii::is_alphanumeric(c) || c == '-' || c == '_' || c == '.'; }
/// What X-TC-RequestClient may hold.
[[nodiscard]] constexpr bool is_client_character(char c) noexcept { return ascii::is_alphanumeric(c) || ascii::contains("-_ ,;.", c); }

struct own_header {
    std::string_view name;
    text_rule rule;
    bool is_sensitive = false;
};

/// The headers that tc3 sends beside Host and Authorization, in the order of sending.
inline constexpr own_header own_headers[] = {
    {"Content-Type", {.where = part::content_type, .required = true, .unpasted = true, .allowed = ascii::is_field_value}},
    {"X-TC-Action", {.where = part::action, .required = true, .allowed = is_name_character}},
    {"X-TC-Version", {.where = part::version, .required = true, .allowed = is_name_character}},
    {"X-TC-Timestamp", {.where = part::timestamp}},
    {"X-TC-Region", {.where = part::region, .allowed = is_name_character}},
    {"X-TC-Language", {.where = part::language, .allowed = is_name_character}},
    {"X-TC-Token", {.where = part::token, .unpasted = true, .allowed = ascii::is_field_value}, true},
    {"X-TC-RequestClient", {.where = part::header_value, .unpasted = true, .allowed = is_client_character}},
    {"X-TC-TraceId", {.where = part::header_value, .unpasted = true, .allowed = ascii::is_field_value}},
    {"X-TC-Content-SHA256", {.where = part::header_value}},
};

[[nodiscard]] constexpr bool is_one_of_lower(std::string_view name, std::initializer_list<std::string_view> names) noexcept {
    for (const std::string_view each : names) {
        if (ascii::equal_lower(name, each)) return true;
    }
    return false;
}

/// Whether a header is tc3's own, or that of the HTTP stack.
[[nodiscard]] constexpr bool is_own_header(std::string_view name) noexcept {
    for (const own_header& own : own_headers) {
        if (ascii::equal_lower(name, own.name)) return true;
    }
    return is_one_of_lower(name, {"host", "authorization", "content-length", "transfer-encoding"});
}

/// Headers that HTTP stacks and proxies set or change as they please (SPEC 1.2): they may be sent, but not signed.
[[nodiscard]] constexpr bool changes_on_the_way(std::string_view name) noexcept {
    return is_one_of_lower(name, {"connection", "keep-alive", "accept-encoding", "user-agent", "expect", "te", "trailer", "upgrade"});
}

/// A size, `at`, within its limit.
constexpr void expect_at_most(first_fault& rules, error size) noexcept {
    size.code = errc::too_large;
    if (size.at > size.limit) rules.add(size);
}

/// Where an address stops being "name", "name:port", "[IPv6]" or "[IPv6]:port"; npos where it is one of them.
[[nodiscard]] constexpr std::size_t find_address_fault(std::string_view text) noexcept {
    const bool literal = text.starts_with('[');
    const std::size_t size = literal ? text.find(']') : text.find(':');  // of the name, or up to the bracket
    std::string_view name = slice(text, 0, size);
    if (literal) name.remove_prefix(1);
    const auto allowed = [literal](char c) { return is_name_character(c) || (literal && c == ':'); };
    if (const std::size_t at = ascii::find_not(name, allowed); at != std::string_view::npos) return at + (literal ? 1 : 0);
    if (name.empty() || (literal && size == std::string_view::npos)) return name.size();
    if (const std::size_t at = name.find(".."); at != std::string_view::npos) return at + 1;

    const std::size_t end = literal ? size + 1 : name.size();
    if (end == text.size()) return std::string_view::npos;
    std::string_view port = text;
    port.remove_prefix(end + 1);
    if (text[end] != ':' || port.empty() || port.size() > 5) return end;
    const std::size_t at = ascii::find_not(port, ascii::is_digit);
    return at == std::string_view::npos ? at : end + 1 + at;
}

constexpr void expect_address(first_fault& rules, part where, std::string_view text) noexcept {
    const std::size_t at = find_address_fault(text);
    if (at != std::string_view::npos) rules.add(errc::forbidden_character, where, at);
}

}  // namespace tc3::inline v0_1::detail
