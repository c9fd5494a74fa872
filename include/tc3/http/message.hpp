// SPDX-License-Identifier: MIT
// An HTTP request as a view, for the HTTP library of your program, and its head as text.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/encoding/line_sink.hpp>
#include <tc3/http/header.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::http {

/// The two methods of API 3.0.
enum class method : std::uint8_t { get, post };

/// Returns "GET" or "POST".
[[nodiscard]] constexpr std::string_view name_of(http::method method) noexcept { return method == http::method::get ? "GET"sv : "POST"sv; }

/// A signed request. Send it unchanged: a header that is changed, a target that is re-encoded or a redirect invalidates the signature.
///
/// Lifetime: all views point into one text: that of the http::request whose view() this is, or the workspace of make_request_into().
struct request_view {
    http::method method = http::method::post;
    std::string_view scheme;             ///< "https" or "http"
    std::string_view host;               ///< the Host header as it is signed, with ":port" unless it is the default port; not in `headers`
    std::string_view connect_to;         ///< "address:port" for the connection, if it is not to `host`; else empty
    std::string_view target;             ///< path and query as they are signed, "/" or "/?Limit=10"
    header_list headers;                 ///< all but Host and Content-Length, which HTTP libraries add
    std::string_view body;               ///< the bytes that are hashed; empty with request_options::stream_body
    std::size_t streamed_body_size = 0;  ///< the size of a body that your program sends after the head

    /// Returns the size of the body, streamed or not.
    [[nodiscard]] constexpr std::size_t content_length() const noexcept { return body.size() + streamed_body_size; }

    /// Writes scheme, "://", host and target.
    template <sink S>
    constexpr void write_url(S& out) const {
        out.append(scheme);
        out.append("://");
        out.append(host);
        out.append(target);
    }
};

/// A target, split at its first '?'.
///
/// Lifetime: refers to the target.
struct target_parts {
    std::string_view path;
    std::string_view query;  ///< the text after the '?'; empty without one
};

/// Splits a target at its first '?'.
[[nodiscard]] constexpr target_parts split_target(std::string_view target TC3_LIFETIMEBOUND) noexcept {
    const std::string_view path = slice(target, 0, ascii::find(target, '?'));
    return {path, slice(target, path.size() + 1)};
}

/// The text in place of a sensitive value.
inline constexpr std::string_view mask = "****";

/// How sensitive values are written.
enum class visibility : bool { plain, masked };

/// Writes the request line and the headers of HTTP/1.1 with the empty line after them, for transports that send bytes. The body is next.
template <sink S>
constexpr void write_head(S& out, const request_view& request);

/// Writes the head for a log: with "****" in place of sensitive values and of the query, which holds the parameters of a GET. All other
/// values are written by write_printable().
template <sink S>
constexpr void write_masked_head(S& out, const request_view& request);

namespace detail {

template <visibility Shown, sink S>
constexpr void write_head(S& out, const request_view& request) {
    constexpr bool masked = Shown == visibility::masked;
    const auto write = [&out](std::string_view text) {
        if constexpr (masked) {
            write_printable(out, text);
        } else {
            out.append(text);
        }
    };
    out.append(name_of(request.method));
    out.append(" ");
    if (masked) {
        const std::string_view path = split_target(request.target).path;
        write(path);
        if (path.size() != request.target.size()) {
            out.append("?");
            out.append(mask);
        }
    } else {
        out.append(request.target);
    }
    out.append(" HTTP/1.1\r\nHost: ");
    write(request.host);
    for (const header header : request.headers) {
        out.append("\r\n");
        write(header.name);
        out.append(": ");
        write(masked && header.sensitive ? mask : header.value);  // header_list has applied is_sensitive()
    }
    if (request.method == http::method::post) {
        out.append("\r\nContent-Length: ");
        write_decimal(out, request.content_length());
    }
    out.append("\r\n\r\n");
}

}  // namespace detail

template <sink S>
constexpr void write_head(S& out, const request_view& request) {
    detail::write_head<visibility::plain>(out, request);
}

template <sink S>
constexpr void write_masked_head(S& out, const request_view& request) {
    detail::write_head<visibility::masked>(out, request);
}

}  // namespace tc3::inline TC3_NAMESPACE::http
