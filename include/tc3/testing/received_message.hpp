// SPDX-License-Identifier: MIT
// A raw HTTP/1.1 request taken apart without changing a byte, strict wherever a lax reading could see other text than was signed.
#pragma once

#include <tc3/api/request_options.hpp>
#include <tc3/config.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/fixed_text.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/http/message.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tc3::inline v0_1::testing {

/// Why bytes are not a request.
enum class message_error : std::uint8_t {
    head_incomplete,    ///< no empty line ends the head
    head_too_large,     ///< more bytes up to the empty line than allowed
    request_line,       ///< not `METHOD target HTTP/1.1`
    method,             ///< neither GET nor POST
    target,             ///< does not begin with '/', or holds other than visible ASCII
    header,             ///< no name and colon, a blank before the colon, a control character: a lone CR or LF too
    folded_header,      ///< a line that continues the one before (RFC 9112, 5.2)
    too_many_headers,   ///< more lines than allowed
    repeated_header,    ///< Host, Content-Type, Content-Length, Authorization or an X-TC- header stands twice
    host,               ///< no Host, or an empty one
    transfer_encoding,  ///< the body would have to be decoded first
    content_length,     ///< not a number, or not the size of the body
    body_too_large,     ///< more bytes than the caller allows
    body_of_get,        ///< a GET has a body, which no signature covers
};

/// What is wrong in a few words, without a full stop.
[[nodiscard]] constexpr std::string_view describe(message_error error) noexcept {
    switch (error) {
        case message_error::head_incomplete: return "no empty line ends the request head";
        case message_error::head_too_large: return "the request head is too large";
        case message_error::request_line: return "the first line is not METHOD target HTTP/1.1";
        case message_error::method: return "the method is neither GET nor POST";
        case message_error::target: return "the target is not a path of visible ASCII characters";
        case message_error::header: return "a header line is malformed";
        case message_error::folded_header: return "a header is folded";
        case message_error::too_many_headers: return "there are too many headers";
        case message_error::repeated_header: return "a header stands twice that may stand only once";
        case message_error::host: return "the Host header is missing or empty";
        case message_error::transfer_encoding: return "Transfer-Encoding is not supported";
        case message_error::content_length: return "Content-Length is not the size of the body";
        case message_error::body_too_large: return "the body is too large";
        case message_error::body_of_get: return "a GET request has a body";
    }
    return "";
}

/// What a reader puts up with.
struct message_limits {
    std::size_t headers = 64;         ///< lines
    std::size_t head = 65536;         ///< bytes up to and including the empty line
    std::size_t body = largest_body;  ///< bytes
};

/// A request as it came in. All views point into the bytes that it was parsed from.
struct received_message {
    http::method method = http::method::post;
    std::string_view target;            ///< as sent: path, and query behind '?'
    std::string_view path;              ///< "/"
    std::string_view query;             ///< without '?'
    std::vector<http::header> headers;  ///< all of them in the order of the wire, Host included, values without blanks at their ends
    std::string_view host;
    std::string_view body;

    /// The value of the first header of that name, in any case; empty if there is none.
    [[nodiscard]] std::string_view value_of(std::string_view name) const noexcept;

    /// Reads one whole request: the bytes end where its body ends. Cost: linear in the bytes.
    [[nodiscard]] static result<received_message, message_error> parse(std::string_view bytes TC3_LIFETIMEBOUND,
                                                                       const message_limits& limits = {});
};

namespace detail {

inline constexpr std::string_view line_end = "\r\n";
inline constexpr std::string_view head_end = "\r\n\r\n";

/// Takes the text up to `end` from the front, and `end` with it; all of it where there is no `end`.
[[nodiscard]] constexpr std::string_view take_part(std::string_view& text, std::string_view end) noexcept {
    const std::size_t at = text.find(end);
    const std::string_view taken = text.substr(0, at);
    text.remove_prefix(at == std::string_view::npos ? text.size() : at + end.size());
    return taken;
}

[[nodiscard]] constexpr const http::header* find_header(const std::vector<http::header>& headers, std::string_view name) noexcept {
    for (const http::header& field : headers) {
        if (ascii::equal_lower(field.name, name)) return &field;
    }
    return nullptr;
}

/// A header whose first occurrence could be verified while the second is obeyed.
[[nodiscard]] constexpr bool must_be_single(std::string_view name) noexcept {
    for (const std::string_view single : {"host", "content-type", "content-length", "authorization"}) {
        if (ascii::equal_lower(name, single)) return true;
    }
    return ascii::equal_lower(name.substr(0, 5), "x-tc-");
}

[[nodiscard]] constexpr result<void, message_error> read_request_line(std::string_view line, received_message& message) noexcept {
    const std::string_view method = take_part(line, " ");
    message.target = take_part(line, " ");
    if (line != "HTTP/1.1" || method.empty()) return unexpected(message_error::request_line);
    if (method != "GET" && method != "POST") return unexpected(message_error::method);
    message.method = method == "GET" ? http::method::get : http::method::post;

    const bool visible = ascii::find_not(message.target, ascii::is_visible) == std::string_view::npos;
    if (!message.target.starts_with('/') || !visible) return unexpected(message_error::target);
    message.query = message.target;
    message.path = take_part(message.query, "?");
    return {};
}

[[nodiscard]] constexpr result<http::header, message_error> read_header(std::string_view line) noexcept {
    if (line.empty() || ascii::is_blank(line.front())) return unexpected(message_error::folded_header);
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return unexpected(message_error::header);
    const http::header field{line.substr(0, colon), ascii::trim(line.substr(colon + 1))};
    const bool token = !field.name.empty() && ascii::find_not(field.name, ascii::is_token) == std::string_view::npos;
    if (!token || ascii::find_not(field.value, ascii::is_field_value) != std::string_view::npos) return unexpected(message_error::header);
    return field;
}

[[nodiscard]] inline result<void, message_error> read_headers(std::string_view lines, const message_limits& limits,
                                                              received_message& message) {
    while (!lines.empty()) {
        const auto field = read_header(take_part(lines, line_end));
        if (!field) return unexpected(field.error());
        if (message.headers.size() == limits.headers) return unexpected(message_error::too_many_headers);
        if (must_be_single(field->name) && find_header(message.headers, field->name) != nullptr) {
            return unexpected(message_error::repeated_header);
        }
        message.headers.push_back(*field);
    }
    message.host = message.value_of("Host");
    if (message.host.empty()) return unexpected(message_error::host);
    if (find_header(message.headers, "transfer-encoding") != nullptr) return unexpected(message_error::transfer_encoding);
    return {};
}

/// Whether digits, and nothing else, say that number. Compared as text, so that no digits are too many.
[[nodiscard]] constexpr bool says_size(std::string_view digits, std::size_t size) noexcept {
    while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
    fixed_text<20> expected;
    write_decimal(expected, size);
    return expected == digits;
}

[[nodiscard]] inline result<void, message_error> judge_body(const received_message& message, const message_limits& limits) noexcept {
    if (message.body.size() > limits.body) return unexpected(message_error::body_too_large);
    const http::header* length = find_header(message.headers, "content-length");
    if (!says_size(length == nullptr ? "0" : length->value, message.body.size())) return unexpected(message_error::content_length);
    if (message.method == http::method::get && !message.body.empty()) return unexpected(message_error::body_of_get);
    return {};
}

}  // namespace detail

inline std::string_view received_message::value_of(std::string_view name) const noexcept {
    const http::header* field = detail::find_header(headers, name);
    return field == nullptr ? std::string_view{} : field->value;
}

inline result<received_message, message_error> received_message::parse(std::string_view bytes, const message_limits& limits) {
    const std::size_t end = bytes.substr(0, limits.head).find(detail::head_end);
    if (end == std::string_view::npos) {
        return unexpected(bytes.size() < limits.head ? message_error::head_incomplete : message_error::head_too_large);
    }
    received_message message;
    std::string_view lines = bytes.substr(0, end);
    if (const auto read = detail::read_request_line(detail::take_part(lines, detail::line_end), message); !read) {
        return unexpected(read.error());
    }
    if (const auto read = detail::read_headers(lines, limits, message); !read) return unexpected(read.error());
    message.body = bytes.substr(end + detail::head_end.size());
    if (const auto fits = detail::judge_body(message, limits); !fits) return unexpected(fits.error());
    return message;
}

}  // namespace tc3::inline v0_1::testing
