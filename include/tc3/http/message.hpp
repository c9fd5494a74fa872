// SPDX-License-Identifier: MIT
// An HTTP request as a value: what the caller's own HTTP stack has to send, byte for byte.
#pragma once

#include <tc3/core/slice.hpp>
#include <tc3/http/header.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tc3::inline v0_1::http {

/// The two methods of API 3.0.
enum class method : std::uint8_t { get, post };

[[nodiscard]] constexpr std::string_view name_of(http::method verb) noexcept {
    using namespace std::string_view_literals;
    return verb == http::method::get ? "GET"sv : "POST"sv;
}

/// A request to send as it stands: change no header, do not re-encode the target, follow no redirect, or the signature no longer fits.
/// All views point into the request (or buffer) that this was made from.
struct request_view {
    http::method method = http::method::post;
    std::string_view scheme;        ///< "https" or "http"
    std::string_view host;          ///< the Host header as signed, with ":port" unless that is the scheme's own; not among `headers`
    std::string_view connect_to;    ///< "address:port" to open the connection to, where that is not `host`; else empty
    std::string_view target;        ///< path and query exactly as signed, "/" or "/?Limit=10"
    header_list headers;            ///< all but Host and Content-Length, which HTTP stacks set themselves
    std::string_view body;          ///< the bytes that were hashed; empty where the body is streamed, see request_options::stream_body
    std::size_t streamed_body = 0;  ///< the size of a body that is streamed behind the head

    /// The size of the body, wherever it is.
    [[nodiscard]] constexpr std::size_t content_length() const noexcept { return body.size() + streamed_body; }

    /// Writes scheme://host/target.
    template <sink S>
    constexpr void url(S& out) const {
        out.append(scheme);
        out.append("://");
        out.append(host);
        out.append(target);
    }
};

/// The text that takes the place of a sensitive value.
inline constexpr std::string_view mask = "****";

/// Whether a writer shows sensitive values or masks them.
enum class visibility : bool { plain, masked };

/// Writes the request line and header block of HTTP/1.1, empty line included, for stacks that take bytes. The body follows it.
template <sink S>
constexpr void write_head(S& out, const request_view& request);

/// The same with sensitive values as "****", to be read by people. The target of a GET holds its parameters: it is shown up to the '?'.
template <sink S>
constexpr void write_masked_head(S& out, const request_view& request);

namespace detail {

template <visibility Shown, sink S>
constexpr void write_head(S& out, const request_view& request) {
    constexpr bool masked = Shown == visibility::masked;
    const std::size_t question_mark = masked ? request.target.find('?') : std::string_view::npos;
    out.append(name_of(request.method));
    out.append(" ");
    out.append(slice(request.target, 0, question_mark));
    if (question_mark != std::string_view::npos) {
        out.append("?");
        out.append(mask);
    }
    out.append(" HTTP/1.1\r\nHost: ");
    out.append(request.host);
    for (const header field : request.headers) {
        out.append("\r\n");
        out.append(field.name);
        out.append(": ");
        out.append(masked && field.sensitive ? mask : field.value);
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

}  // namespace tc3::inline v0_1::http
