// SPDX-License-Identifier: MIT
// An Authorization header taken apart, and the headers that it says were signed: for whoever has a request that is signed already.
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/core/unix_time.hpp>
#include <tc3/http/header.hpp>
#include <tc3/signing/credential.hpp>
#include <tc3/signing/header_set.hpp>
#include <tc3/signing/scope.hpp>
#include <tc3/signing/signature.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace tc3::inline v0_1::signing {

/// What an Authorization header says.
struct parsed_authorization {
    std::string_view secret_id;
    std::string_view date;
    std::string_view service;
    std::string_view signed_headers;  ///< as sent: lower-case names joined by ';'
    signing::signature signature;
};

/// Reads an Authorization header strictly: these parts in this order. Refuses all else with errc::malformed.
[[nodiscard]] constexpr result<parsed_authorization, error> parse_authorization(std::string_view value) noexcept;

namespace detail {

/// The header of that name, or null if there is none, or more than one.
[[nodiscard]] constexpr const http::header* find_header(std::span<const http::header> headers, std::string_view name) noexcept {
    const http::header* found = nullptr;
    for (const http::header& field : headers) {
        if (!ascii::equal_lower(ascii::trim(field.name), name)) continue;
        if (found != nullptr) return nullptr;
        found = &field;
    }
    return found;
}

/// Takes all up to `end` from the front of `text`, and `end` with it. False, and nothing taken, where there is no such end.
[[nodiscard]] constexpr bool take_until(std::string_view& text, std::string_view end, std::string_view& taken) noexcept {
    const std::size_t at = text.find(end);
    if (at == std::string_view::npos) return false;
    taken = slice(text, 0, at);
    text.remove_prefix(at + end.size());
    return true;
}

[[nodiscard]] constexpr bool take(std::string_view& text, std::string_view expected) noexcept {
    if (!text.starts_with(expected)) return false;
    text.remove_prefix(expected.size());
    return true;
}

/// Digits only, as the string to sign has them: no sign, no blank, no leading zero. Twelve digits reach the year 9999.
[[nodiscard]] constexpr bool read_timestamp(std::string_view text, unix_time& time) noexcept {
    if (text.empty() || text.size() > 12 || ascii::find_not(text, ascii::is_digit) != std::string_view::npos) return false;
    if (text.front() == '0' && text.size() > 1) return false;
    time.seconds = 0;
    for (const char c : text) time.seconds = time.seconds * 10 + (c - '0');
    return time.in_range();
}

/// The headers that a request signed, in the order of its list.
struct signed_header_set {
    std::array<http::header, most_signed_headers> headers{};
    std::size_t size = 0;

    [[nodiscard]] constexpr std::span<const http::header> view() const noexcept { return {headers.data(), size}; }
};

/// Picks the signed headers from those sent. The list must be the very one that a signer writes, lower-case and in byte order: any other
/// spelling of it is not what was signed.
[[nodiscard]] constexpr bool pick_signed_headers(std::string_view names, std::span<const http::header> sent,
                                                 signed_header_set& picked) noexcept {
    std::string_view previous;
    for (bool more = true; more;) {
        std::string_view name = names;
        more = take_until(names, ";", name);
        if (name <= previous || ascii::find_not(name, [](char c) { return !ascii::is_upper(c); }) != std::string_view::npos) return false;
        previous = name;
        const http::header* field = find_header(sent, name);
        if (field == nullptr || picked.size == picked.headers.size()) return false;
        picked.headers[picked.size++] = *field;
    }
    return true;
}

}  // namespace detail

constexpr result<parsed_authorization, error> parse_authorization(std::string_view value) noexcept {
    parsed_authorization parsed;
    const auto malformed = unexpected(error{.code = errc::malformed, .where = part::header_value, .name = "Authorization"});
    if (!detail::take(value, algorithm) || !detail::take(value, " Credential=")) return malformed;
    if (!detail::take_until(value, "/", parsed.secret_id) || !detail::take_until(value, "/", parsed.date)) return malformed;
    if (!detail::take_until(value, "/", parsed.service) || !detail::take(value, scope_terminator)) return malformed;
    if (!detail::take(value, ", SignedHeaders=") || !detail::take_until(value, ", Signature=", parsed.signed_headers)) return malformed;
    const auto claimed = signature::from_hex(value);
    if (!claimed || !validate_secret_id(parsed.secret_id) || parsed.service.empty()) return malformed;
    parsed.signature = *claimed;
    return parsed;
}

}  // namespace tc3::inline v0_1::signing
