// SPDX-License-Identifier: MIT
// An Authorization header taken apart, and the headers that it says were signed: for whoever has a request that is signed already.
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/core/text_scanner.hpp>
#include <tc3/core/unix_time.hpp>
#include <tc3/http/find_header.hpp>
#include <tc3/http/header.hpp>
#include <tc3/signing/scope.hpp>
#include <tc3/signing/signature.hpp>
#include <tc3/validation/credential_rules.hpp>

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

/// The most headers that a request may have signed, where the signature is verified.
inline constexpr std::size_t most_signed_headers = 32;

namespace detail {

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
    text_scanner list(names);
    std::string_view previous;
    for (bool is_last = false; !is_last;) {
        const auto followed = list.take_until(";");
        is_last = !followed;
        const std::string_view name = is_last ? list.rest() : *followed;
        const bool is_lower = ascii::find_not(name, [](char c) { return !ascii::is_upper(c); }) == std::string_view::npos;
        if (!is_lower || name <= previous) return false;
        previous = name;
        const http::header* header = http::find_single_header(sent, name);
        if (header == nullptr || picked.size == picked.headers.size()) return false;
        picked.headers[picked.size++] = *header;
    }
    return true;
}

}  // namespace detail

constexpr result<parsed_authorization, error> parse_authorization(std::string_view value) noexcept {
    const auto malformed = unexpected(error{.code = errc::malformed, .part = "header value", .name = "Authorization"});
    text_scanner text(value);
    if (!text.skip(algorithm) || !text.skip(" Credential=")) return malformed;
    const auto secret_id = text.take_until("/");
    const auto date = text.take_until("/");
    const auto service = text.take_until("/");
    if (!secret_id || !date || !service || service->empty() || !validate_secret_id(*secret_id)) return malformed;
    if (!text.skip(scope_terminator) || !text.skip(", SignedHeaders=")) return malformed;
    const auto signed_headers = text.take_until(", Signature=");
    const auto signature = signature::from_hex(text.rest());
    if (!signed_headers || !signature) return malformed;
    return parsed_authorization{*secret_id, *date, *service, *signed_headers, *signature};
}

}  // namespace tc3::inline v0_1::signing
