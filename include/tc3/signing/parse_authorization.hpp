// SPDX-License-Identifier: MIT
// Parses the Authorization header of a signed request and finds the headers that were signed (docs/tc3-signing.md 1.5).
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/result.hpp>
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

namespace tc3::inline TC3_NAMESPACE::signing {

/// The parts of an Authorization header.
///
/// Lifetime: refers to the text that was parsed.
struct parsed_authorization {
    std::string_view secret_id;
    std::string_view date;            ///< as sent; not checked
    std::string_view service;         ///< as sent; not empty
    std::string_view signed_headers;  ///< as sent: names joined by ';'
    signing::signature signature;
};

/// Parses the value of an Authorization header, whose parts must have the order and the spelling of the manual.
///
/// Errors: malformed, of "header value", with the name "Authorization".
/// Lifetime: the result refers to `value`.
[[nodiscard]] constexpr result<parsed_authorization, error> parse_authorization(std::string_view value TC3_LIFETIMEBOUND) noexcept;

/// The largest number of signed headers of a request that verify_authorization() accepts.
inline constexpr std::size_t most_signed_headers = 32;

/// Parses the value of X-TC-Timestamp. Returns false for anything but the digits that a signer writes: no sign, blank or leading zero.
[[nodiscard]] constexpr bool read_timestamp(std::string_view text, unix_time& time) noexcept {
    constexpr std::size_t most_digits = 12;  // of the last second of the year 9999
    if (text.empty() || text.size() > most_digits || ascii::find_not(text, ascii::is_digit) != std::string_view::npos) return false;
    if (text.front() == '0' && text.size() > 1) return false;
    time.seconds = 0;
    for (const char c : text) time.seconds = time.seconds * 10 + (c - '0');
    return time.in_range();
}

namespace detail {

/// The headers that a request signed, in the order of its list.
struct signed_header_array {
    std::array<http::header, most_signed_headers> headers{};
    std::size_t size = 0;

    [[nodiscard]] constexpr std::span<const http::header> view() const noexcept { return {headers.data(), size}; }
};

/// Picks the headers in the list `names` from those that were sent. Returns false if one is missing or duplicate, if there are more than
/// 32, or if the list is not as a signer writes it: lower-case names in byte order, each once.
[[nodiscard]] constexpr bool pick_signed_headers(std::string_view names, std::span<const http::header> sent,
                                                 signed_header_array& picked) noexcept {
    constexpr std::string_view separator = ";";
    if (names.empty() || names.ends_with(separator)) return false;
    std::string_view previous;
    for (text_scanner list(names); !list.empty();) {
        const std::string_view name = list.take_part(separator);
        const bool has_capital = ascii::find_not(name, [](char c) { return !ascii::is_upper(c); }) != std::string_view::npos;
        const bool is_in_order = previous < name;  // false for an empty name too
        if (has_capital || !is_in_order) return false;
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
    const auto parsed_signature = signature::from_hex(text.rest());
    if (!signed_headers || !parsed_signature) return malformed;
    return parsed_authorization{*secret_id, *date, *service, *signed_headers, *parsed_signature};
}

}  // namespace tc3::inline TC3_NAMESPACE::signing
