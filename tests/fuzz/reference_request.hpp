// SPDX-License-Identifier: MIT
// A second implementation of the canonical request, written from its definition (docs/tc3-signing.md 1.2) with maps and strings.
#pragma once

#include "reference.hpp"
#include <tc3/tc3.hpp>

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <string_view>

namespace reference {

[[nodiscard]] inline std::string lower(std::string_view text) {
    std::string lowered(text);
    for (char& c : lowered) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    }
    return lowered;
}

[[nodiscard]] inline std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Lower-case names with their values in the form that is signed. Of a repeated name only the last value is kept.
using header_map = std::map<std::string, std::string>;

[[nodiscard]] inline header_map canonical_headers(std::span<const tc3::http::header> headers) {
    header_map map;
    for (const tc3::http::header& header : headers) {
        const std::string name = lower(trimmed(header.name));
        map[name] = name == "content-type" ? std::string(trimmed(header.value)) : lower(trimmed(header.value));
    }
    return map;
}

[[nodiscard]] inline std::string signed_headers(const header_map& headers) {
    std::string list;
    for (const auto& [name, value] : headers) list += (list.empty() ? "" : ";") + name;
    return list;
}

/// Returns the canonical request without its last line, the hash of the payload.
[[nodiscard]] inline std::string canonical_head(tc3::http::method method, std::string_view uri, std::string_view query,
                                                const header_map& headers) {
    std::string text = method == tc3::http::method::get ? "GET\n" : "POST\n";
    text.append(uri).append("\n").append(query).append("\n");
    for (const auto& [name, value] : headers) text += name + ":" + value + "\n";
    return text + "\n" + signed_headers(headers) + "\n";
}

[[nodiscard]] inline bool is_control(char c) noexcept { return byte_at({&c, 1}, 0) < 0x20 || c == '\x7f'; }

/// Returns whether a text may be part of a request line.
[[nodiscard]] inline bool is_target_text(std::string_view text) {
    return is_utf8(text) && std::none_of(text.begin(), text.end(), [](char c) { return c == ' ' || c == '#' || is_control(c); });
}

[[nodiscard]] inline bool is_name(std::string_view text) {
    const std::string_view symbols = "!#$%&'*+-.^_`|~";
    return !text.empty() && std::all_of(text.begin(), text.end(), [symbols](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || symbols.find(c) != std::string_view::npos;
    });
}

[[nodiscard]] inline bool is_value(std::string_view text) {
    return is_utf8(text) && std::none_of(text.begin(), text.end(), [](char c) { return is_control(c) && c != '\t'; });
}

/// Returns whether a request can be signed.
[[nodiscard]] inline bool is_signable(std::string_view uri, std::string_view query, std::span<const tc3::http::header> headers) {
    if (!uri.starts_with('/') || uri.find('?') != std::string_view::npos || !is_target_text(uri) || !is_target_text(query)) return false;
    for (const tc3::http::header& header : headers) {
        if (!is_name(trimmed(header.name)) || !is_value(header.value)) return false;
    }
    header_map map = canonical_headers(headers);
    const std::string host = map["host"];
    const bool host_is_visible = std::all_of(host.begin(), host.end(), [](char c) { return c > ' ' && c < '\x7f'; });
    return !map["content-type"].empty() && !host.empty() && host_is_visible && map.size() == headers.size();
}

}  // namespace reference
