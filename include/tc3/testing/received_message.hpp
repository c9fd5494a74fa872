// SPDX-License-Identifier: MIT
// Parses a raw HTTP/1.1 request without a change to any byte. It is strict wherever a lenient parser could see another text than the one
// that was signed.
#pragma once

#include <tc3/api/request_options.hpp>
#include <tc3/config.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/fixed_text.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/text_scanner.hpp>
#include <tc3/http/find_header.hpp>
#include <tc3/http/message.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tc3::inline TC3_NAMESPACE::testing {

/// The reason for which bytes are not a request.
enum class message_error : std::uint8_t {
    head_incomplete,    ///< a head without the empty line at its end
    head_too_large,     ///< a head over the limit
    request_line,       ///< a first line that is not `METHOD target HTTP/1.1`
    method,             ///< a method other than GET and POST
    target,             ///< a target that does not begin with '/', or that is not visible ASCII
    header,             ///< a header without name or colon, with a blank before the colon, or with a control character (a lone CR or LF)
    folded_header,      ///< a line that continues the header before it (RFC 9112, 5.2)
    too_many_headers,   ///< more headers than the limit
    repeated_header,    ///< a second Host, Content-Type, Content-Length, Authorization or X-TC- header
    host,               ///< a missing or empty Host
    transfer_encoding,  ///< a body that would have to be decoded first
    content_length,     ///< a Content-Length that is not the size of the body in digits
    body_too_large,     ///< a body over the limit
    body_of_get,        ///< a body of a GET, which no signature covers
};

/// Returns an error in words, without a full stop.
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
        case message_error::repeated_header: return "a header occurs twice that may occur only once";
        case message_error::host: return "the Host header is missing or empty";
        case message_error::transfer_encoding: return "Transfer-Encoding is not supported";
        case message_error::content_length: return "Content-Length is not the size of the body";
        case message_error::body_too_large: return "the body is too large";
        case message_error::body_of_get: return "a GET request has a body";
    }
    return "";
}

/// The limits of received_message::parse().
struct message_limits {
    std::size_t headers = 64;         ///< the largest number of headers
    std::size_t head = 65536;         ///< the largest size of the head in bytes, its empty line included
    std::size_t body = largest_body;  ///< the largest size of the body in bytes
};

/// A request as it was received.
///
/// Lifetime: all views point into the bytes that were parsed.
struct received_message {
    http::method method = http::method::post;
    std::string_view target;            ///< the target as sent: the path, and the query after '?'
    std::string_view path;              ///< the path: "/"
    std::string_view query;             ///< the query without '?'
    std::vector<http::header> headers;  ///< all headers as sent, Host included, their values without blanks at the ends
    std::string_view host;              ///< the value of Host
    std::string_view body;              ///< the body

    /// Returns the value of the first header with a name, in any case; empty if there is none.
    [[nodiscard]] std::string_view value_of(std::string_view name) const noexcept;

    /// Parses exactly one request, which ends with the last byte.
    ///
    /// Cost: linear in the bytes; one list of headers on the heap.
    [[nodiscard]] static result<received_message, message_error> parse(std::string_view bytes TC3_LIFETIMEBOUND,
                                                                       const message_limits& limits = {});
};

namespace detail {

inline constexpr std::string_view line_end = "\r\n";
inline constexpr std::string_view head_end = "\r\n\r\n";

/// Returns whether a header must not be repeated: a second copy could be obeyed while the first is verified.
[[nodiscard]] constexpr bool must_be_single(std::string_view name) noexcept {
    return ascii::is_word_of("host content-type content-length authorization", name) || ascii::equal_lower(name.substr(0, 5), "x-tc-");
}

[[nodiscard]] constexpr result<void, message_error> read_request_line(std::string_view line, received_message& message) noexcept {
    text_scanner words(line);
    const std::string_view method = words.take_part(" ");
    message.target = words.take_part(" ");
    if (words.rest() != "HTTP/1.1" || method.empty()) return unexpected(message_error::request_line);
    if (method != "GET" && method != "POST") return unexpected(message_error::method);
    message.method = method == "GET" ? http::method::get : http::method::post;

    const bool is_visible = ascii::find_not(message.target, ascii::is_visible) == std::string_view::npos;
    if (!message.target.starts_with('/') || !is_visible) return unexpected(message_error::target);
    text_scanner target(message.target);
    message.path = target.take_part("?");
    message.query = target.rest();
    return {};
}

[[nodiscard]] constexpr result<http::header, message_error> read_header(std::string_view line) noexcept {
    if (line.empty() || ascii::is_blank(line.front())) return unexpected(message_error::folded_header);
    text_scanner scanner(line);
    const auto name = scanner.take_until(":");
    if (!name) return unexpected(message_error::header);
    const http::header header{*name, ascii::trim(scanner.rest())};
    const bool is_token = !name->empty() && ascii::find_not(*name, ascii::is_token) == std::string_view::npos;
    if (!is_token || ascii::find_not(header.value, ascii::is_field_value) != std::string_view::npos) {
        return unexpected(message_error::header);
    }
    return header;
}

/// Returns whether `digits` is `size` in decimal, with or without leading zeros. A comparison of texts cannot overflow.
[[nodiscard]] constexpr bool is_decimal_of(std::string_view digits, std::size_t size) noexcept {
    while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
    fixed_text<20> expected;
    write_decimal(expected, size);
    return expected == digits;
}

}  // namespace detail

}  // namespace tc3::inline TC3_NAMESPACE::testing

#if defined(TC3_BODIES)

namespace tc3::inline TC3_NAMESPACE::testing {

namespace detail {

[[nodiscard]] inline result<void, message_error> read_headers(std::string_view text, const message_limits& limits,
                                                              received_message& message) {
    text_scanner rest(text);
    while (!rest.empty()) {
        const auto header = read_header(rest.take_part(line_end));
        if (!header) return unexpected(header.error());
        if (message.headers.size() == limits.headers) return unexpected(message_error::too_many_headers);
        if (must_be_single(header->name) && http::find_header(message.headers, header->name) != nullptr) {
            return unexpected(message_error::repeated_header);
        }
        message.headers.push_back(*header);
    }
    message.host = message.value_of("host");
    if (message.host.empty()) return unexpected(message_error::host);
    if (http::find_header(message.headers, "transfer-encoding") != nullptr) return unexpected(message_error::transfer_encoding);
    return {};
}

[[nodiscard]] inline result<void, message_error> validate_body(const received_message& message, const message_limits& limits) noexcept {
    if (message.body.size() > limits.body) return unexpected(message_error::body_too_large);
    const http::header* length = http::find_header(message.headers, "content-length");
    if (!is_decimal_of(length == nullptr ? "0" : length->value, message.body.size())) return unexpected(message_error::content_length);
    if (message.method == http::method::get && !message.body.empty()) return unexpected(message_error::body_of_get);
    return {};
}

}  // namespace detail

TC3_FUNCTION std::string_view received_message::value_of(std::string_view name) const noexcept {
    const http::header* header = http::find_header(headers, name);
    return header == nullptr ? std::string_view{} : header->value;
}

TC3_FUNCTION result<received_message, message_error> received_message::parse(std::string_view bytes, const message_limits& limits) {
    const std::size_t head_size = bytes.substr(0, limits.head).find(detail::head_end);
    if (head_size == std::string_view::npos) {
        return unexpected(bytes.size() < limits.head ? message_error::head_incomplete : message_error::head_too_large);
    }
    received_message message;
    text_scanner head(bytes.substr(0, head_size));
    if (const auto read = detail::read_request_line(head.take_part(detail::line_end), message); !read) return unexpected(read.error());
    if (const auto read = detail::read_headers(head.rest(), limits, message); !read) return unexpected(read.error());
    message.body = bytes.substr(head_size + detail::head_end.size());
    if (const auto valid = detail::validate_body(message, limits); !valid) return unexpected(valid.error());
    return message;
}

}  // namespace tc3::inline TC3_NAMESPACE::testing

#endif  // TC3_BODIES
