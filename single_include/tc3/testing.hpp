// SPDX-License-Identifier: MIT
// <tc3/testing.hpp> of tc3 0.1.0, made by tools/amalgamate.py from the headers under include/: edit those.
// SHA-256 of these 19 headers, one after the other: a197e8007dadc5a9291c6dccc12a86f4f4528c7d68e138c5e865a3d511a5c425
//
// MIT License
//
// Copyright (c) 2026 the tc3 authors
//
// Permission is hereby granted, free of charge, to any person obtaining a copy
// of this software and associated documentation files (the "Software"), to deal
// in the Software without restriction, including without limitation the rights
// to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
// copies of the Software, and to permit persons to whom the Software is
// furnished to do so, subject to the following conditions:
//
// The above copyright notice and this permission notice shall be included in all
// copies or substantial portions of the Software.
//
// THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
// IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
// FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
// AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
// LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
// OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
// SOFTWARE.

#pragma once
#ifndef TC3_SINGLE_HEADER_TESTING_0_1_0
#define TC3_SINGLE_HEADER_TESTING_0_1_0

#include <tc3/tc3.hpp>

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <initializer_list>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// ---- tc3/testing/decision.hpp ---------------------------------------------------------------------------------------

// What the emulator made of a request: accepted, or the cause of its refusal and the error code that the service has for it (SPEC 1.7).

namespace tc3::inline v0_1::testing {

/// Why a request is refused, in the order in which its parts are looked at.
enum class rejection : std::uint8_t {
    none,            ///< it is not: the action's handler was asked
    malformed_http,  ///< status 400: see message_fault
    method,          ///< neither GET nor POST
    host,            ///< nobody serves that host
    malformed_authorization,
    missing_timestamp,
    skew,
    scope_date,
    service,
    missing_signed_header,
    unknown_key_id,
    missing_token,  ///< a temporary key came without X-TC-Token
    token,          ///< X-TC-Token is not the key's, or the key is a permanent one
    payload,
    signature,
    crypto_failed,
    action,
    version,
    rate,  ///< more calls of the action within one second than the account may make
    region,
    content_type,
    size,
    unknown_parameter,
    missing_parameter,
    parameter_value,  ///< outside a closed set, a number or a size out of range, or one that another parameter rules out
    parameter,        ///< the body is not JSON, or a value has another type than its field
    output,           ///< accepted, but the handler's answer can't be written
};

[[nodiscard]] constexpr rejection rejection_of(signing::rejection why) noexcept {
    switch (why) {
        case signing::rejection::malformed_authorization: return rejection::malformed_authorization;
        case signing::rejection::missing_timestamp: return rejection::missing_timestamp;
        case signing::rejection::skew: return rejection::skew;
        case signing::rejection::scope_date: return rejection::scope_date;
        case signing::rejection::service: return rejection::service;
        case signing::rejection::missing_signed_header: return rejection::missing_signed_header;
        case signing::rejection::unknown_key_id: return rejection::unknown_key_id;
        case signing::rejection::payload: return rejection::payload;
        case signing::rejection::signature: return rejection::signature;
        case signing::rejection::crypto_failed: return rejection::crypto_failed;
    }
    return rejection::crypto_failed;
}

/// The service's code for a cause; empty for those that have none.
[[nodiscard]] constexpr std::string_view code_of(rejection why) noexcept {
    switch (why) {
        case rejection::none:
        case rejection::malformed_http: return "";
        case rejection::method: return "UnsupportedProtocol";
        case rejection::host: return "NoSuchProduct";
        case rejection::malformed_authorization:
        case rejection::missing_signed_header: return "AuthFailure.InvalidAuthorization";
        case rejection::skew: return "AuthFailure.SignatureExpire";
        case rejection::unknown_key_id:
        case rejection::missing_token: return "AuthFailure.SecretIdNotFound";
        case rejection::token: return "AuthFailure.TokenFailure";
        case rejection::scope_date:
        case rejection::service:
        case rejection::payload:
        case rejection::signature: return "AuthFailure.SignatureFailure";
        case rejection::action: return "InvalidAction";
        case rejection::version: return "NoSuchVersion";
        case rejection::rate: return "RequestLimitExceeded";
        case rejection::content_type: return "InvalidRequest";
        case rejection::size: return "RequestSizeLimitExceeded";
        case rejection::unknown_parameter: return "UnknownParameter";
        case rejection::missing_timestamp:
        case rejection::region:
        case rejection::missing_parameter: return "MissingParameter";
        case rejection::parameter_value: return "InvalidParameterValue";
        case rejection::parameter: return "InvalidParameter";
        case rejection::crypto_failed:
        case rejection::output: return "InternalError";
    }
    return "InternalError";
}

/// A cause in words, for the message of an error: what the server saw, and what to look for.
[[nodiscard]] constexpr std::string_view describe(rejection why) noexcept {
    switch (why) {
        case rejection::none: return "accepted";
        case rejection::malformed_http: return "the bytes are not an HTTP/1.1 request";
        case rejection::method: return "the method is neither GET nor POST";
        case rejection::host: return "no service has this host";
        case rejection::malformed_authorization: return "the Authorization header is missing or not of the form that TC3-HMAC-SHA256 has";
        case rejection::missing_timestamp: return "the header X-TC-Timestamp is missing or not a number of seconds";
        case rejection::skew: return "the signature has expired: too much deviation between X-TC-Timestamp and the server time";
        case rejection::scope_date: return "the date in the credential scope is not the UTC date of X-TC-Timestamp";
        case rejection::service: return "the service in the credential scope is not the lower-case name of the service of this host";
        case rejection::missing_signed_header: return "SignedHeaders lacks content-type or host, or names a header that was not sent";
        case rejection::unknown_key_id: return "the SecretId is not found";
        case rejection::missing_token: return "the SecretId is not found: it is a temporary one, and the header X-TC-Token is missing";
        case rejection::token: return "the header X-TC-Token does not belong to the SecretId";
        case rejection::payload: return "the body is not the one that X-TC-Content-SHA256 declares";
        case rejection::signature:
            return "the signature is not that of this request: key, method, path, query, a signed header or body differ";
        case rejection::crypto_failed: return "the hash of the emulator failed";
        case rejection::action: return "the header X-TC-Action is missing or names no action of this service";
        case rejection::version: return "the header X-TC-Version is missing or names no version of this action";
        case rejection::rate: return "too many calls of this action within one second of the emulator's clock";
        case rejection::region: return "the header X-TC-Region is missing";
        case rejection::content_type:
            return "the Content-Type is neither application/json for POST nor application/x-www-form-urlencoded for GET";
        case rejection::size: return "the body is larger than 10 MB, or the query than 32 KB";
        case rejection::unknown_parameter: return "the parameter is not known";
        case rejection::missing_parameter: return "the parameter is missing";
        case rejection::parameter_value: return "the value of the parameter is not allowed";
        case rejection::parameter: return "the parameter is malformed";
        case rejection::output: return "the handler's answer can't be written";
    }
    return "";
}

/// An error as the service words it: what a handler returns instead of an answer.
struct service_error {
    std::string code;  ///< "FailedOperation.DetectFailed"
    std::string message = {};
};

/// What became of the last request.
struct decision {
    testing::rejection rejection = testing::rejection::none;
    std::string code;       ///< of the error that was answered, be it the emulator's or the handler's; empty for an answer
    std::string action;     ///< X-TC-Action as sent; empty where the request was refused before it was looked at
    std::string secret_id;  ///< who signed; empty unless the signature is right

    /// Whether the request was right in all that the emulator looks at. The handler may have answered with an error all the same.
    [[nodiscard]] bool accepted() const noexcept { return rejection == testing::rejection::none; }
};

namespace detail {

/// A request's way out that is not an answer.
struct rejected {
    testing::rejection why = testing::rejection::none;
    service_error error = {};
};

/// A refusal in the emulator's words, with something more behind them.
[[nodiscard]] inline unexpected<rejected> reject(rejection why, std::string_view more = {}) {
    rejected made{why, {std::string(code_of(why)), std::string(describe(why))}};
    made.error.message.append(more);
    return unexpected(std::move(made));
}

}  // namespace detail

}  // namespace tc3::inline v0_1::testing

// ---- tc3/testing/rate_limit.hpp -------------------------------------------------------------------------------------

// Counts calls, so that an emulator can refuse those beyond what an account may make within one second.

namespace tc3::inline v0_1::testing::detail {

/// Calls of each account and action within the current second of a clock, whose unit is the second. Room and time: linear in the pairs of
/// account and action that were ever seen.
class call_counter {
public:
    /// Counts a call; false where it is one more than `most` in this second.
    [[nodiscard]] bool admit(std::string_view account, std::string_view action, std::uint32_t most, unix_time now) {
        entry& calls = find(account, action);
        if (calls.second != now) calls.count = 0;
        calls.second = now;
        if (calls.count == most) return false;
        ++calls.count;
        return true;
    }

private:
    struct entry {
        std::string account;
        std::string action;
        unix_time second = {};
        std::uint32_t count = 0;
    };

    [[nodiscard]] entry& find(std::string_view account, std::string_view action) {
        for (entry& known : entries_) {
            if (known.account == account && known.action == action) return known;
        }
        return entries_.emplace_back(entry{std::string(account), std::string(action)});
    }

    std::vector<entry> entries_;
};

}  // namespace tc3::inline v0_1::testing::detail

// ---- tc3/testing/raw_response.hpp -----------------------------------------------------------------------------------

// What the emulator answers: enough of an HTTP response for a transport to return, and the bytes of it for a socket.

namespace tc3::inline v0_1::testing {

/// A response in one piece. Its members are those that tc3 asks of a transport's response.
struct http_response {
    int status = 200;
    std::string content_type = "application/json";
    std::string body = {};
};

/// Writes the response as HTTP/1.1, body included. Statuses that the emulator itself does not send have no reason phrase.
template <sink S>
void write_response(S& out, const http_response& response) {
    out.append("HTTP/1.1 ");
    write_decimal(out, response.status);
    out.append(response.status == 200 ? " OK" : response.status == 400 ? " Bad Request" : " ");
    out.append("\r\nContent-Type: ");
    out.append(response.content_type);
    out.append("\r\nContent-Length: ");
    write_decimal(out, response.body.size());
    out.append("\r\n\r\n");
    out.append(response.body);
}

}  // namespace tc3::inline v0_1::testing

// ---- tc3/testing/received_message.hpp -------------------------------------------------------------------------------

// A raw HTTP/1.1 request taken apart without changing a byte, strict wherever a lax reading could see other text than was signed.

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

// ---- tc3/testing/query_form.hpp -------------------------------------------------------------------------------------

// A query as the JSON object that a POST would have sent: `A.B=text&Filters.0.Name=zone` (SPEC 1.8), whose values have lost their types.

namespace tc3::inline v0_1::testing::detail {

/// Undoes the encoding of HTML forms, which most SDKs use: a plus is a blank.
[[nodiscard]] inline bool decode_form_text(std::string& out, std::string_view text) {
    while (!text.empty()) {
        const std::size_t plus = text.find('+');
        if (!decode_percent(out, text.substr(0, plus))) return false;
        if (plus == std::string_view::npos) return true;
        out.append(" ");
        text.remove_prefix(plus + 1);
    }
    return true;
}

/// The members of a query as a tree. What reads like a number or a boolean is written as one, until the reader says that there it wants
/// text: only the table of the input knows.
class query_form {
public:
    [[nodiscard]] static result<query_form, rejected> parse(std::string_view query) {
        query_form form;
        while (!query.empty()) {
            std::string_view value = take_part(query, "&");
            std::string name;
            std::string text;
            const bool well_formed = decode_form_text(name, take_part(value, "=")) && decode_form_text(text, value);
            if (!well_formed) return reject(rejection::parameter, ": a '%' in the query is not followed by two hex digits");
            if (!form.add(name, text)) return reject(rejection::parameter, ": a name in the query has an empty part, or too many");
        }
        return form;
    }

    [[nodiscard]] result<std::string, rejected> json() {
        std::string text;
        json::writer out(text);
        if (!write_object(out, text, root_)) return reject(rejection::parameter, ": a position in a list stands twice, or is too large");
        if (!out.ok()) return reject(rejection::parameter, ": the query is not UTF-8");
        return text;
    }

    /// Makes the value at that place of the last json() a text. False where it is one, or none begins there.
    [[nodiscard]] bool make_text(std::size_t at) noexcept { return make_text(root_, at); }

private:
    static constexpr std::size_t deepest = 32;
    static constexpr std::size_t largest_position = 999;

    struct node {
        std::string name = {};
        std::string text = {};
        bool is_value = false;
        bool is_text = false;
        std::size_t at = 0;  // where it was written
        std::vector<node> members = {};
    };

    [[nodiscard]] bool add(std::string_view name, std::string_view text) {
        node* where = &root_;
        for (std::size_t depth = 0; depth < deepest; ++depth) {
            const bool last = name.find('.') == std::string_view::npos;
            const std::string_view part = take_part(name, ".");
            const bool nameless = last && depth == 0;  // "=text": for the reader to refuse
            if (part.empty() && !nameless) return false;
            if (last) {
                where->members.push_back(
                    {.name = std::string(part), .text = std::string(text), .is_value = true, .is_text = !reads_bare(text)});
                return true;
            }
            where = &branch(*where, part);
        }
        return false;
    }

    [[nodiscard]] static node& branch(node& parent, std::string_view name) {
        for (node& known : parent.members) {
            if (!known.is_value && known.name == name) return known;
        }
        return parent.members.emplace_back(node{.name = std::string(name)});
    }

    /// Whether a text is a number or a boolean of JSON.
    [[nodiscard]] static bool reads_bare(std::string_view text) { return text == "true" || text == "false" || json::is_number(text); }

    [[nodiscard]] static bool is_position(std::string_view name) noexcept {
        return !name.empty() && ascii::find_not(name, ascii::is_digit) == std::string_view::npos;
    }
    [[nodiscard]] static bool is_list(const node& parent) noexcept {
        for (const node& each : parent.members) {
            if (!is_position(each.name)) return false;
        }
        return true;
    }

    using writer = json::writer<std::string>;

    [[nodiscard]] static bool write(writer& out, const std::string& written, node& what) {
        if (!what.is_value) return is_list(what) ? write_list(out, written, what) : write_object(out, written, what);
        const std::size_t before = written.size();
        if (what.is_text) {
            out.string(what.text);
        } else {
            out.raw(what.text);
        }
        what.at = written[before] == ',' ? before + 1 : before;
        return true;
    }

    /// A name that stands twice is written twice: the reader will say so.
    [[nodiscard]] static bool write_object(writer& out, const std::string& written, node& object) {
        out.begin_object();
        for (node& each : object.members) {
            out.name(each.name);
            if (!write(out, written, each)) return false;
        }
        out.end_object();
        return true;
    }

    /// In the order of the positions, whatever that of the query is; a position that is left out is null.
    [[nodiscard]] static bool write_list(writer& out, const std::string& written, node& list) {
        std::vector<node*> elements;
        for (node& each : list.members) {
            const auto position = json::to_uint64(each.name);
            if (!position || *position > largest_position) return false;
            const auto index = static_cast<std::size_t>(*position);
            if (index >= elements.size()) elements.resize(index + 1);
            if (elements[index] != nullptr) return false;
            elements[index] = &each;
        }
        out.begin_array();
        for (node* each : elements) {
            if (each == nullptr) {
                out.null();
            } else if (!write(out, written, *each)) {
                return false;
            }
        }
        out.end_array();
        return true;
    }

    [[nodiscard]] static bool make_text(node& parent, std::size_t at) noexcept {
        for (node& each : parent.members) {
            const bool here = each.is_value && !each.is_text && each.at == at;
            if (here) return each.is_text = true;
            if (make_text(each, at)) return true;
        }
        return false;
    }

    node root_;
};

}  // namespace tc3::inline v0_1::testing::detail

// ---- tc3/testing/read_input.hpp -------------------------------------------------------------------------------------

// Reads the parameters of a request into an input, as strictly as the service does, and names the parameter that is wrong.

namespace tc3::inline v0_1::testing::detail {

/// Where an input is read to.
struct input_slot {
    reading_table fields;
    void* input;
    void (*reset)(void* input);              ///< makes it a fresh one
    std::string_view typed_by_its_set = {};  ///< a parameter that counts as one of another type where its value is not in the closed set

    template <class Input>
    [[nodiscard]] static input_slot of(Input& asked) noexcept {
        return {reading_table_of<Input>(), &asked, [](void* stale) { *static_cast<Input*>(stale) = Input{}; }};
    }
};

/// Reads the body of a POST or the query of a GET.
[[nodiscard]] inline result<void, rejected> read_input(const received_message& message, const input_slot& to);

/// Whether the content type fits the method. Parameters of the type, as a charset, are not looked at.
[[nodiscard]] inline bool has_parameter_type(const received_message& message) noexcept {
    const std::string_view value = message.value_of("Content-Type");
    const std::string_view type = ascii::trim(value.substr(0, value.find(';')));
    return ascii::equal_lower(type, message.method == http::method::post ? json_content_type : query_content_type);
}

[[nodiscard]] constexpr rejection rejection_of(errc error) noexcept {
    switch (error) {
        case errc::unknown_member: return rejection::unknown_parameter;
        case errc::missing: return rejection::missing_parameter;
        case errc::not_allowed:
        case errc::too_large:
        case errc::out_of_range: return rejection::parameter_value;
        default: return rejection::parameter;
    }
}

/// A fault of a parameter and its name, "Filters[2].Name"; empty where it concerns none.
struct parameter_error {
    tc3::error error = {};
    std::string name = {};
};

/// The fault in words: "Filters[2].Name has another type than expected, at byte 17 of the body".
[[nodiscard]] inline unexpected<rejected> reject(parameter_error why, std::string_view typed_by_its_set) {
    why.error.name = why.name;
    const bool of_another_type = why.error.code == errc::not_allowed && why.name == typed_by_its_set;
    const rejection where = of_another_type ? rejection::parameter : rejection_of(why.error.code);
    rejected made{where, {std::string(code_of(where)), {}}};
    write_error(made.error.message, why.error);
    return unexpected(std::move(made));
}

[[nodiscard]] inline result<void, parameter_error> read_json(std::string_view json, reading_table fields, void* input) {
    decoder in(json, server_rules);
    const object_part part{fields, input};
    in.read_object({&part, 1});
    in.json().finish();
    if (in.ok()) return {};

    parameter_error why{in.json().error(), std::string(in.path().view())};
    if (why.error.code == errc::unknown_member && why.name.empty()) why.name = "a member";  // whose name is empty
    return unexpected(std::move(why));
}

/// Each turn that fails for its type makes one value of the query a text: there are no more turns than values.
[[nodiscard]] inline result<void, rejected> read_query(std::string_view query, const input_slot& to) {
    auto form = query_form::parse(query);
    if (!form) return unexpected(std::move(form).error());
    for (;;) {
        const auto json = form->json();
        if (!json) return unexpected(json.error());
        auto read = read_json(*json, to.fields, to.input);
        if (read) return {};
        parameter_error why = std::move(read).error();
        const bool text_wanted = why.error.code == errc::wrong_type && form->make_text(why.error.position);
        why.error.position = error::no_position;  // it is one in a text that was never sent
        if (!text_wanted) return reject(std::move(why), to.typed_by_its_set);
        to.reset(to.input);
    }
}

inline result<void, rejected> read_input(const received_message& message, const input_slot& to) {
    if (message.method == http::method::get) return read_query(message.query, to);
    auto read = read_json(message.body, to.fields, to.input);
    if (!read) return reject(std::move(read).error(), to.typed_by_its_set);
    return {};
}

}  // namespace tc3::inline v0_1::testing::detail

// ---- tc3/testing/write_envelope.hpp ---------------------------------------------------------------------------------

// Writes answers and errors in the service's envelope, {"Response":{...,"RequestId":"..."}} (SPEC 5.1).

namespace tc3::inline v0_1::testing::detail {

/// The members of a described answer as a JSON object. Fails for text that is not UTF-8 and for a required field that is unset.
[[nodiscard]] inline result<std::string, rejected> write_members(writing_table fields, const void* output) {
    std::string members;
    encoder out(members);
    out.write_object(fields, output);
    if (out.ok()) return members;
    error error = out.error();
    error.name = out.path().view();
    std::string why = ": ";
    write_error(why, error);
    return reject(rejection::output, why);
}

/// Copies the members of a JSON object but RequestId, which is the emulator's to set. False for all that is not one JSON object.
[[nodiscard]] inline bool copy_members(json::writer<std::string>& out, std::string_view object) {
    json::reader in(object, {.depth = json::limits::deepest});
    json::string_token token;
    in.begin_object();
    while (in.next_member(token)) {
        const std::size_t start = in.position();
        in.skip_value();
        if (token == "RequestId") continue;
        std::string name;
        token.write(name);
        out.name(name);
        out.raw(in.since(start));
    }
    return in.finish();
}

/// The body of an answer.
[[nodiscard]] inline result<std::string, rejected> wrap_members(std::string_view members, std::string_view request_id) {
    std::string body;
    json::writer out(body);
    out.begin_object();
    out.name("Response");
    out.begin_object();
    if (!copy_members(out, members)) return reject(rejection::output, ": it is not one JSON object");
    out.name("RequestId");
    out.string(request_id);
    out.end_object();
    out.end_object();
    return body;
}

/// The body of an error. Text that is not UTF-8 is left out.
[[nodiscard]] inline std::string wrap_error(const service_error& error, std::string_view request_id) {
    std::string body;
    json::writer out(body);
    out.begin_object();
    out.name("Response");
    out.begin_object();
    out.name("Error");
    out.begin_object();
    out.name("Code");
    out.string(error.code);
    out.name("Message");
    out.string(error.message);
    out.end_object();
    out.name("RequestId");
    out.string(request_id);
    out.end_object();
    out.end_object();
    return body;
}

}  // namespace tc3::inline v0_1::testing::detail

// ---- tc3/testing/reply.hpp ------------------------------------------------------------------------------------------

// What an action says when it is asked once: an answer or an error. Handlers return it, and tests write scripts of it.

namespace tc3::inline v0_1::testing {

/// In a script: what the action would say without one.
struct as_usual_t {};
inline constexpr as_usual_t as_usual{};

/// A reply in the form in which it goes out. All conversions to it are implicit.
class any_reply {
public:
    /// The members of an answer as the text of a JSON object, "{}" for none. RequestId in it is left out.
    any_reply(std::string members) : said_(std::move(members)) {}                                                  // NOLINT
    any_reply(service_error error) : said_(unexpected(detail::rejected{rejection::none, std::move(error)})) {}     // NOLINT
    any_reply(unexpected<service_error> error) : any_reply(std::move(error).error()) {}                            // NOLINT
    any_reply(result<std::string, detail::rejected> said) : said_(std::move(said)) {}                              // NOLINT
    any_reply(unexpected<detail::rejected> rejection) : said_(std::move(rejection)) {}                             // NOLINT
    any_reply(as_usual_t) : said_(detail::reject(rejection::output, ": there is nothing usual")), usual_(true) {}  // NOLINT
    any_reply(result<std::string, service_error> members)                                                          // NOLINT
        : any_reply(members ? any_reply(*std::move(members)) : any_reply(std::move(members).error())) {}

    [[nodiscard]] bool is_usual() const noexcept { return usual_; }
    /// The members of an answer, or why there is none.
    [[nodiscard]] const result<std::string, detail::rejected>& said() const& noexcept TC3_LIFETIMEBOUND { return said_; }

private:
    result<std::string, detail::rejected> said_;
    bool usual_ = false;
};

/// The same to inputs of one type: made from an answer too, or from result<answer, service_error>.
template <class Input>
class reply : public any_reply {
public:
    using output_or_error = result<output_of_t<Input>, service_error>;

    using any_reply::any_reply;
    reply(any_reply written) : any_reply(std::move(written)) {}  // NOLINT: implicit
    template <std::convertible_to<output_or_error> Said>
    reply(Said&& said) : any_reply(write(output_or_error(std::forward<Said>(said)))) {}  // NOLINT: implicit

private:
    [[nodiscard]] static result<std::string, detail::rejected> write(const output_or_error& said) {
        if (!said) return unexpected(detail::rejected{rejection::none, said.error()});
        return detail::write_members(writing_table_of<output_of_t<Input>>(), &*said);
    }
};

namespace detail {

/// Replies in the order of the calls; the last one stays. Copies share them, and have a place in them of their own.
class script {
public:
    script() = default;
    template <std::derived_from<any_reply> Reply>
    explicit script(const std::vector<Reply>& replies)
        : replies_(std::make_shared<const std::vector<any_reply>>(replies.begin(), replies.end())) {}

    [[nodiscard]] bool empty() const noexcept { return replies_ == nullptr || replies_->empty(); }
    /// The reply to this call; as_usual where there are none.
    [[nodiscard]] any_reply next() {
        if (empty()) return as_usual;
        return (*replies_)[next_ + 1 < replies_->size() ? next_++ : replies_->size() - 1];
    }

private:
    std::shared_ptr<const std::vector<any_reply>> replies_;
    std::size_t next_ = 0;
};

}  // namespace detail

}  // namespace tc3::inline v0_1::testing

// ---- tc3/testing/request_ids.hpp ------------------------------------------------------------------------------------

// Request ids that look like the service's and are the same in every run.

namespace tc3::inline v0_1::testing {

/// Counts up in the form of a UUID: "00000000-0000-4000-8000-000000000001" is the first.
class counted_request_ids {
public:
    [[nodiscard]] std::string operator()() {
        fixed_text<20> digits;
        write_decimal(digits, ++count_ % 1'000'000'000'000U);
        std::string id = "00000000-0000-4000-8000-000000000000";
        id.replace(id.size() - digits.size(), digits.size(), digits.view());
        return id;
    }

private:
    std::uint64_t count_ = 0;
};

}  // namespace tc3::inline v0_1::testing

// ---- tc3/testing/emulator.hpp ---------------------------------------------------------------------------------------

// The service's side for tests: takes a raw HTTP request, looks at all that the service looks at, and answers as it does (SPEC 1.7, 5.1).

namespace tc3::inline v0_1::testing {

/// Which requests an action takes.
enum class signing_rule : std::uint8_t {
    signed_only,
    signed_or_skipped,  ///< `Authorization: SKIP` too: for the few actions that need no credential
};

/// Answers inputs of one type: `handler(input)` returns the answer, an error, or another thing that a reply is made from. Copyable.
template <class Handler, class Input>
concept input_handler = std::copy_constructible<Handler> && std::invocable<Handler&, const Input&> &&
                        std::convertible_to<std::invoke_result_t<Handler&, const Input&>, reply<Input>>;

/// Answers requests whose parameters the emulator does not look into. Returns the members of the answer as a JSON object, "{}" for none.
using message_handler = std::function<any_reply(const received_message&)>;

/// One service, or several, in memory. Reads no clock and no randomness but those it is given; keeps nothing of a request but last() and
/// how many there were. Not for more than one thread at a time. It is itself a transport: `tc3::call(service, input, profile, now)`.
///
///     testing::emulator service([] { return tc3::unix_time{1700000000}; }, [] { return std::string("token-1"); });
///     service.add_credential("id", "key");
///     service.serve<my::input>([](const my::input& asked) { return my::answer{.text = asked.text}; });
class emulator {
public:
    using time_source = std::function<unix_time()>;
    using text_source = std::function<std::string()>;

    /// `tokens` makes the tokens that handlers hand out, see next_token(). A policy of another make than the signer's makes the two
    /// independent; it must be copyable.
    template <class Policy = crypto::builtin_policy>
        requires crypto::sha256_policy<Policy> && std::copy_constructible<Policy>
    emulator(time_source now, text_source tokens, Policy policy = Policy{})
        : now_(std::move(now)), tokens_(std::move(tokens)), verify_(make_verifier(std::move(policy))) {}

    // Handlers may refer to it.
    emulator(const emulator&) = delete;
    emulator& operator=(const emulator&) = delete;

    /// Request ids of your own instead of counted ones.
    void use_request_ids(text_source ids) { request_ids_ = std::move(ids); }

    /// Lets a key sign. With a token it is a temporary one. An id that is known already changes its key.
    void add_credential(std::string_view secret_id, std::string_view secret_key, std::string_view token = {});

    /// Says which service a host is. A host without a port stands for all its ports. serve() adds the host of the action itself.
    void add_host(std::string_view host, std::string_view service);

    /// Whether calls beyond an action's calls_per_second are refused, counted for each key that signs. Unless this says so or not, they are
    /// as soon as the clock has moved since the first call: one that stands still is a test's, and has no seconds to count in. Actions of
    /// your own have no limit unless they state one.
    void limit_calls(bool limited) noexcept { limits_calls_ = limited; }

    /// Serves a typed action: parameters are read by the input's table, strictly; an input without members needs no table.
    /// `service.serve<my::input>(handler)`.
    template <described_action Input, input_handler<Input> Handler>
    void serve(Handler handler, signing_rule rule = signing_rule::signed_only);

    /// Serves an action known only at run time, its parameters unread: any content type will do.
    void serve(const action& what, message_handler handler, signing_rule rule = signing_rule::signed_only);

    /// Takes the bytes of one whole request and answers. Never fails: what is wrong with the request is in the answer and in last().
    /// Errors of the service come with status 200, bytes that are not HTTP get 400.
    http_response receive(std::string_view raw_http_request);

    /// The same as a transport: writes the request as it would go over a socket, and receives it.
    result<http_response, transport_error> operator()(const http::request_view& request);

    /// What became of the last request.
    [[nodiscard]] const decision& last() const& noexcept TC3_LIFETIMEBOUND { return last_; }

    /// The next of the tokens, for handlers.
    [[nodiscard]] std::string next_token() { return tokens_(); }
    /// Its clock, for handlers.
    [[nodiscard]] unix_time now() { return now_(); }

private:
    using find_key = std::function<std::string_view(std::string_view secret_id)>;
    using verifier = std::function<result<signing::verified_request, signing::rejection>(const signing::received_request&,
                                                                                         const signing::verify_options&, const find_key&)>;
    using outcome = result<std::string, detail::rejected>;  // the members of an answer

    struct host_entry {
        std::string host;
        std::string service;
    };
    struct served_action {
        std::string service, version, name;
        std::uint16_t calls_per_second;
        bool needs_region;
        bool reads_parameters;
        signing_rule rule;
        std::function<outcome(const received_message&)> run;
    };

    template <class Policy>
    [[nodiscard]] static verifier make_verifier(Policy policy) {
        return [policy = std::move(policy)](const auto& request, const auto& options, const find_key& find) mutable {
            return signing::verify_authorization(request, options, find, policy);
        };
    }

    void add_action(const action& what, bool reads_parameters, signing_rule rule, std::function<outcome(const received_message&)> run);
    [[nodiscard]] const host_entry* find_host(std::string_view host) const noexcept;
    [[nodiscard]] const credential* find_credential(std::string_view secret_id) const noexcept;
    [[nodiscard]] const served_action* find_action(std::string_view service, std::string_view name) const noexcept;
    [[nodiscard]] const served_action* find_version(const served_action& action, std::string_view version) const noexcept;

    [[nodiscard]] outcome output(const received_message& message);
    [[nodiscard]] result<void, detail::rejected> authorize(const received_message& message, std::string_view service);
    [[nodiscard]] bool admit(const served_action& action);
    [[nodiscard]] outcome run(const served_action& action, const received_message& message);
    [[nodiscard]] http_response reject(message_error error);

    time_source now_;
    text_source tokens_;
    text_source request_ids_ = counted_request_ids{};
    verifier verify_;
    std::vector<credential> credentials_;
    std::vector<host_entry> hosts_;
    std::deque<served_action> actions_;  // none moves while its handler runs, though that may serve more
    detail::call_counter calls_;
    std::optional<unix_time> first_call_;
    std::optional<bool> limits_calls_;
    decision last_;
};

// ---- what it serves --------------------------------------------------------------------------------------------------------------

inline void emulator::add_credential(std::string_view secret_id, std::string_view secret_key, std::string_view token) {
    for (credential& known : credentials_) {
        if (known.secret_id != secret_id) continue;
        known.secret_key = secret_key;
        known.token = token;
        return;
    }
    credentials_.push_back({std::string(secret_id), secret_key, token});
}

inline void emulator::add_host(std::string_view host, std::string_view service) {
    hosts_.push_back({std::string(host), std::string(service)});
}

template <described_action Input, input_handler<Input> Handler>
void emulator::serve(Handler handler, signing_rule rule) {
    const auto run = [handler = std::move(handler)](const received_message& message) mutable -> outcome {
        Input asked{};
        auto read = detail::read_input(message, detail::input_slot::of(asked));
        if (!read) return unexpected(std::move(read).error());
        return reply<Input>(handler(std::as_const(asked))).said();
    };
    add_action(action_of<Input>, true, rule, run);
}

inline void emulator::serve(const action& what, message_handler handler, signing_rule rule) {
    add_action(what, false, rule,
               [handler = std::move(handler)](const received_message& message) -> outcome { return handler(message).said(); });
}

inline void emulator::add_action(const action& what, bool reads_parameters, signing_rule rule,
                                 std::function<outcome(const received_message&)> run) {
    const std::string_view service = what.service.empty() ? signing::service_of_host(what.host).value_or("") : what.service;
    add_host(what.host.empty() ? std::string(service) + ".tencentcloudapi.com" : std::string(what.host), service);
    actions_.push_back({.service = std::string(service),
                        .version = std::string(what.version),
                        .name = std::string(what.name),
                        .calls_per_second = what.calls_per_second,
                        .needs_region = what.needs_region,
                        .reads_parameters = reads_parameters,
                        .rule = rule,
                        .run = std::move(run)});
}

namespace detail {

/// A host without its port; all of it where what follows the last colon is none.
[[nodiscard]] constexpr std::string_view without_port(std::string_view host) noexcept {
    const std::size_t colon = host.rfind(':');
    if (colon == std::string_view::npos) return host;
    const std::string_view port = host.substr(colon + 1);
    const bool digits = !port.empty() && ascii::find_not(port, ascii::is_digit) == std::string_view::npos;
    return digits ? host.substr(0, colon) : host;
}

}  // namespace detail

// The last one counts, here and below, so that a test can serve something anew.

inline const emulator::host_entry* emulator::find_host(std::string_view host) const noexcept {
    const std::string_view without_port = detail::without_port(host);
    const host_entry* found = nullptr;
    for (const host_entry& known : hosts_) {
        if (ascii::equal_lower(known.host, host)) found = &known;
    }
    for (const host_entry& known : hosts_) {
        if (found == nullptr && ascii::equal_lower(known.host, without_port)) found = &known;
    }
    return found;
}

inline const credential* emulator::find_credential(std::string_view secret_id) const noexcept {
    for (const credential& known : credentials_) {
        if (known.secret_id == secret_id) return &known;
    }
    return nullptr;
}

inline const emulator::served_action* emulator::find_action(std::string_view service, std::string_view name) const noexcept {
    const served_action* found = nullptr;
    for (const served_action& known : actions_) {
        if (known.service == service && known.name == name) found = &known;
    }
    return found;
}

inline const emulator::served_action* emulator::find_version(const served_action& action, std::string_view version) const noexcept {
    const served_action* found = nullptr;
    for (const served_action& known : actions_) {
        if (known.service == action.service && known.name == action.name && known.version == version) found = &known;
    }
    return found;
}

// ---- one request -----------------------------------------------------------------------------------------------------------------

inline http_response emulator::receive(std::string_view raw_http_request) {
    last_ = {};
    // A large body is the service's to refuse, not HTTP's; and so is another method.
    const auto message = received_message::parse(raw_http_request, {.body = (std::numeric_limits<std::size_t>::max)()});
    if (!message && message.error() != message_error::method) return reject(message.error());

    const std::string request_id = request_ids_();
    auto members = message ? output(*message) : outcome(detail::reject(rejection::method));
    auto body = members ? detail::wrap_members(*members, request_id) : std::move(members);
    if (body) return {.body = *std::move(body)};
    last_.rejection = body.error().why;
    last_.code = body.error().error.code;
    return {.body = detail::wrap_error(body.error().error, request_id)};
}

inline result<http_response, transport_error> emulator::operator()(const http::request_view& request) {
    std::string bytes;
    http::write_head(bytes, request);
    bytes.append(request.body);
    return receive(bytes);
}

inline emulator::outcome emulator::output(const received_message& message) {
    const host_entry* host = find_host(message.host);
    if (host == nullptr) return detail::reject(rejection::host);
    last_.action = message.value_of("X-TC-Action");

    const served_action* named = find_action(host->service, last_.action);
    const bool may_skip = named != nullptr && named->rule == signing_rule::signed_or_skipped;
    if (!may_skip || message.value_of("Authorization") != signing::skip_authorization) {
        if (auto authorized = authorize(message, host->service); !authorized) return unexpected(std::move(authorized).error());
    }
    if (named == nullptr) return detail::reject(rejection::action);
    const served_action* action = find_version(*named, message.value_of("X-TC-Version"));
    if (action == nullptr) return detail::reject(rejection::version);
    if (!admit(*action)) return detail::reject(rejection::rate);
    return run(*action, message);
}

inline result<void, detail::rejected> emulator::authorize(const received_message& message, std::string_view service) {
    const unix_time now = now_();
    const std::string_view token = message.value_of("X-TC-Token");
    rejection token_rejection = rejection::none;
    // The token is looked at with the id, before the signature. To the verifier a key with a wrong token is not known.
    const auto find = [&](std::string_view secret_id) -> std::string_view {
        const credential* known = find_credential(secret_id);
        if (known == nullptr) return {};
        if (known->token.view() != token) token_rejection = token.empty() ? rejection::missing_token : rejection::token;
        return token_rejection == rejection::none ? known->secret_key.view() : std::string_view{};
    };
    const signing::received_request request{
        .method = message.method, .canonical_uri = message.path, .query = message.query, .headers = message.headers, .body = message.body};
    const auto verified = verify_(request, {.now = now, .service = service}, find);
    if (verified) {
        last_.secret_id = verified->secret_id;
        return {};
    }
    if (token_rejection != rejection::none) return detail::reject(token_rejection);
    std::string server_time;
    if (verified.error() == signing::rejection::skew) {
        server_time.append(" ");
        write_decimal(server_time, now.seconds);
    }
    return detail::reject(rejection_of(verified.error()), server_time);
}

/// What was refused before, as for a wrong signature, does not count.
inline bool emulator::admit(const served_action& action) {
    if (action.calls_per_second == 0) return true;
    const unix_time now = now_();
    if (!first_call_) first_call_ = now;
    const bool within = calls_.admit(last_.secret_id, action.service + "." + action.name, action.calls_per_second, now);
    return within || !limits_calls_.value_or(now != *first_call_);
}

inline emulator::outcome emulator::run(const served_action& action, const received_message& message) {
    if (action.needs_region && message.value_of("X-TC-Region").empty()) return detail::reject(rejection::region);
    if (action.reads_parameters && !detail::has_parameter_type(message)) return detail::reject(rejection::content_type);
    if (message.body.size() > largest_body || message.query.size() > largest_query) return detail::reject(rejection::size);
    return action.run(message);
}

inline http_response emulator::reject(message_error error) {
    last_.rejection = rejection::malformed_http;
    return {.status = 400, .content_type = "text/plain", .body = std::string(describe(error)) + "\n"};
}

}  // namespace tc3::inline v0_1::testing

// ---- tc3/testing/faceid/md5.hpp -------------------------------------------------------------------------------------

// MD5 (RFC 1321), by which the service names the content of files. For that alone: it protects nothing.

namespace tc3::inline v0_1::testing {

/// The MD5 of bytes as 32 lower-case hex digits, as in `file_info::md5`.
[[nodiscard]] inline std::string md5(std::string_view bytes);

namespace detail {

// RFC 1321, 3.4: the first 32 bits behind the point of |sin(i + 1)|, and how far each step rotates.
inline constexpr std::array<std::uint32_t, 64> md5_sines{
    0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501, 0x698098d8, 0x8b44f7af, 0xffff5bb1,
    0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821, 0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453,
    0xd8a1e681, 0xe7d3fbc8, 0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a, 0xfffa3942,
    0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70, 0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05,
    0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665, 0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d,
    0x85845dd1, 0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391};
inline constexpr std::array<std::array<int, 4>, 4> md5_turns{{{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}}};

using md5_state = std::array<std::uint32_t, 4>;

/// One step's mix of the state, and the word of the block that goes with it.
struct md5_mix {
    std::uint32_t bits;
    std::size_t word;
};

[[nodiscard]] constexpr md5_mix mix_md5(const md5_state& state, std::size_t step) noexcept {
    const auto [a, b, c, d] = state;
    switch (step / 16) {
        case 0: return {(b & c) | (~b & d), step};
        case 1: return {(b & d) | (c & ~d), (5 * step + 1) % 16};
        case 2: return {b ^ c ^ d, (3 * step + 5) % 16};
        default: return {c ^ (b | ~d), 7 * step % 16};
    }
}

constexpr void add_md5_block(md5_state& state, std::string_view block) noexcept {
    std::array<std::uint32_t, 16> words{};
    for (std::size_t i = 0; i < block.size(); ++i) {
        words[i / 4] |= std::uint32_t{static_cast<unsigned char>(block[i])} << (8 * (i % 4));
    }
    md5_state now = state;
    for (std::size_t step = 0; step < 64; ++step) {
        const md5_mix mixed = mix_md5(now, step);
        const std::uint32_t sum = now[0] + mixed.bits + md5_sines[step] + words[mixed.word];
        now = {now[3], now[1] + std::rotl(sum, md5_turns[step / 16][step % 4]), now[1], now[2]};
    }
    for (std::size_t i = 0; i < state.size(); ++i) state[i] += now[i];
}

}  // namespace detail

inline std::string md5(std::string_view bytes) {
    constexpr std::size_t block = 64;
    std::string tail(bytes.substr(bytes.size() - bytes.size() % block));
    tail.push_back('\x80');
    while (tail.size() % block != block - 8) tail.push_back('\0');
    for (unsigned shift = 0; shift < 64; shift += 8) tail.push_back(static_cast<char>(std::uint64_t{bytes.size()} * 8 >> shift & 0xffU));

    detail::md5_state state{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
    for (std::size_t i = 0; i + block <= bytes.size(); i += block) detail::add_md5_block(state, bytes.substr(i, block));
    for (std::size_t i = 0; i < tail.size(); i += block) detail::add_md5_block(state, std::string_view(tail).substr(i, block));

    std::array<std::uint8_t, 16> bytes_of_state{};
    for (std::size_t i = 0; i < bytes_of_state.size(); ++i) bytes_of_state[i] = static_cast<std::uint8_t>(state[i / 4] >> (8 * (i % 4)));
    const auto digits = to_hex(bytes_of_state);
    return {digits.data(), digits.size()};
}

}  // namespace tc3::inline v0_1::testing

// ---- tc3/testing/faceid/outputs.hpp ---------------------------------------------------------------------------------

// Answers of eKYC that say yes and have all fields, but RequestId; empty are those that would accuse. Made by tools/generate.py from
// tools/faceid.json.

namespace tc3::inline v0_1::testing::detail {

/// The text of a JSON object. A member "@Address" stands for the text of that name; ends of line are for readers of this file.
struct named_text {
    std::string_view name;
    std::string_view text;
};

inline constexpr named_text faceid_types[] = {
    {"Address", R"json(
{"Country":"HKG","PostalCode":"PostalCode","Subdivision":"Subdivision","City":"City","FormattedAddress":"1 Example Road",
"LineOne":"1 Example Road","LineTwo":"1 Example Road","LineThree":"1 Example Road","LineFour":"1 Example Road","LineFive":"1 Example Road"}
)json"},
    {"BangladeshIDCard", R"json(
{"LastName":"CHAN","FirstName":"MEI LING","LicenseNumber":"A123456(0)","Age":"34","Birthday":"1990-01-31","IssuedCountry":"HKG"}
)json"},
    {"CardInfo", R"json(
{"HKIDCard":"@HKIDCard","MLIDCard":"@MLIDCard","PhilippinesVoteID":"@PhilippinesVoteID","IndonesiaIDCard":"@IndonesiaIDCard",
"PhilippinesDrivingLicense":"@PhilippinesDrivingLicense","PhilippinesTinID":"@PhilippinesTinID","PhilippinesSSSID":"@PhilippinesSSSID",
"PhilippinesUMID":"@PhilippinesUMID","InternationalIDPassport":"@InternationalIDPassport","GeneralCard":"@GeneralCard",
"IndonesiaDrivingLicense":"@IndonesiaDrivingLicense","ThailandIDCard":"@ThailandIDCard","SingaporeIDCard":"@SingaporeIDCard",
"MacaoIDCard":"@MacaoIDCard","TaiWanIDCard":"@TaiWanIDCard","JapanIDCard":"@JapanIDCard","BangladeshIDCard":"@BangladeshIDCard",
"NigeriaIDCard":"@NigeriaIDCard","NigeriaDrivingLicense":"@NigeriaDrivingLicense","PakistanIDCard":"@PakistanIDCard",
"PakistanDrivingLicense":"@PakistanDrivingLicense"}
)json"},
    {"CardVerifyResult", R"json(
{"IsPass":true,"IsEdit":false,"CardVideo":"@FileInfo","CardImage":"@FileInfo","CardInfoOcrJson":"@FileInfo","RequestId":"RequestId",
"CardInfo":"@CardInfo","NormalCardInfo":"@NormalCardInfo","WarnCardInfos":[],"EditDetails":[]}
)json"},
    {"CompareResult", R"json(
{"ErrorCode":"0","ErrorMsg":"Success","LiveData":"@FileInfo","LiveVideo":"@FileInfo","ActionVideo":"@FileInfo","LiveErrorCode":"0",
"LiveErrorMsg":"Success","BestFrame":"@FileInfo","ProfileImage":"@FileInfo","CompareErrorCode":"0","CompareErrorMsg":"Success","Sim":95.5,
"IsNeedCharge":false,"CardInfoInputJson":"@FileInfo","RequestId":"RequestId","LivenessInfoTag":[]}
)json"},
    {"Encryption", R"json(
{"EncryptList":["EncryptionBody"],"CiphertextBlob":"AAECAw==","Iv":"0123456789abcdef","Algorithm":"AES-256-CBC","TagList":["AAECAw=="]}
)json"},
    {"ExtraInfo", R"json(
{"RetrievalLivenessExtraInfo":[]}
)json"},
    {"FileInfo", R"json(
{"Url":"https://emulator.invalid/Url","MD5":"d41d8cd98f00b204e9800998ecf8427e","Size":0}
)json"},
    {"GeneralCard", R"json(
{"LicenseNumber":"A123456(0)","PersonalNumber":"A123456(0)","PassportCodeFirst":"PassportCodeFirst",
"PassportCodeSecond":"PassportCodeSecond","ExpirationDate":"2040-01-31","DueDate":"2040-01-31","IssuedDate":"2020-01-31",
"IssuedAuthority":"IssuedAuthority","IssuedCountry":"HKG","FullName":"CHAN MEI LING","FirstName":"MEI LING","LastName":"CHAN","Sex":"M",
"Age":"34","Birthday":"1990-01-31","BirthPlace":"BirthPlace","Nationality":"HKG","RegistrationNumber":"A123456(0)","Address":"@Address",
"FullNameLocal":"CHAN MEI LING","FirstNameLocal":"MEI LING","LastNameLocal":"CHAN"}
)json"},
    {"HKIDCard", R"json(
{"CnName":"\u9673\u7f8e\u73b2","EnName":"CHAN MEI LING","TelexCode":"7115 5019 3781","Sex":"F","Birthday":"1990-01-31","Permanent":"0",
"IdNum":"A123456(0)","Symbol":"***AZ","FirstIssueDate":"2020-01-31","CurrentIssueDate":"2020-01-31"}
)json"},
    {"HMTPermit", R"json(
{"Name":"CHAN MEI LING","EnglishName":"CHAN MEI LING","Number":"A123456(0)","Sex":"F","ValidDate":"2020.01.31-2040.01.31",
"IssueAuthority":"IssueAuthority","IssueAddress":"IssueAddress","Birthday":"1990-01-31"}
)json"},
    {"IndonesiaDrivingLicense", R"json(
{"LastName":"CHAN","FirstName":"MEI LING","LicenseNumber":"A123456(0)","Birthday":"1990-01-31","Address":"1 Example Road",
"ExpirationDate":"2040-01-31","IssuedDate":"2020-01-31","IssuedCountry":"HKG"}
)json"},
    {"IndonesiaIDCard", R"json(
{"NIK":"A123456(0)","Nama":"CHAN MEI LING","TempatTglLahir":"EXAMPLE TOWN, 31-01-1990","JenisKelamin":"F","GolDarah":"GolDarah",
"Alamat":"1 Example Road","RTRW":"RTRW","KelDesa":"KelDesa","Kecamatan":"Kecamatan","Agama":"Agama","StatusPerkawinan":"StatusPerkawinan",
"Perkerjaan":"Perkerjaan","KewargaNegaraan":"HKG","BerlakuHingga":"2040-01-31","IssuedDate":"2020-01-31","Provinsi":"Provinsi",
"Kota":"Kota"}
)json"},
    {"InternationalIDPassport", R"json(
{"LicenseNumber":"A123456(0)","FullName":"CHAN MEI LING","Surname":"CHAN","GivenName":"MEI LING","Birthday":"1990-01-31","Sex":"F",
"DateOfExpiration":"2040-01-31","IssuingCountry":"HKG","NationalityCode":"HKG","PassportCodeFirst":"PassportCodeFirst",
"PassportCodeSecond":"PassportCodeSecond"}
)json"},
    {"JapanIDCard", R"json(
{"FullName":"CHAN MEI LING","LicenseNumber":"A123456(0)","Age":"34","Birthday":"1990-01-31","ExpirationDate":"2040-01-31",
"FormattedAddress":"1 Example Road"}
)json"},
    {"MLIDCard", R"json(
{"Name":"CHAN MEI LING","ID":"A123456(0)","Sex":"F","Address":"1 Example Road","Type":"MyKad","Birthday":"1990-01-31"}
)json"},
    {"MacaoIDCard", R"json(
{"FirstName":"MEI LING","LastName":"CHAN","Birthday":"1990-01-31","ExpirationDate":"2040-01-31","LicenseNumber":"A123456(0)","Sex":"F",
"Age":"34","IssuedCountry":"HKG","Field1":"Field1","Field2":"Field2"}
)json"},
    {"MainlandIDCard", R"json(
{"FullName":"CHAN MEI LING","Sex":"F","Nation":"Nation","Birthday":"1990-01-31","Address":"1 Example Road","LicenseNumber":"A123456(0)",
"FormattedAddress":"1 Example Road","Authority":"Authority","ValidDate":"2020.01.31-2040.01.31"}
)json"},
    {"NigeriaDrivingLicense", R"json(
{"LastName":"CHAN","FirstName":"MEI LING","LicenseNumber":"A123456(0)","Age":"34","Birthday":"1990-01-31","IssuedCountry":"HKG",
"ExpirationDate":"2040-01-31","IssuedDate":"2020-01-31","Sex":"F"}
)json"},
    {"NigeriaIDCard", R"json(
{"LastName":"CHAN","FirstName":"MEI LING","LicenseNumber":"A123456(0)","Age":"34","Birthday":"1990-01-31","IssuedCountry":"HKG","Sex":"F"}
)json"},
    {"NormalCardInfo", R"json(
{"HKIDCard":"@NormalHKIDCard","MLIDCard":"@NormalMLIDCard","PhilippinesVoteID":"@PhilippinesVoteID",
"IndonesiaIDCard":"@NormalIndonesiaIDCard","PhilippinesDrivingLicense":"@PhilippinesDrivingLicense","PhilippinesTinID":"@PhilippinesTinID",
"PhilippinesSSSID":"@PhilippinesSSSID","PhilippinesUMID":"@PhilippinesUMID","InternationalIDPassport":"@InternationalIDPassport",
"GeneralCard":"@GeneralCard","IndonesiaDrivingLicense":"@IndonesiaDrivingLicense","ThailandIDCard":"@NormalThailandIDCard",
"SingaporeIDCard":"@SingaporeIDCard","MacaoIDCard":"@MacaoIDCard","MainlandIDCard":"@MainlandIDCard","JapanIDCard":"@JapanIDCard",
"TaiWanIDCard":"@TaiWanIDCard","HMTPermitCard":"@HMTPermit"}
)json"},
    {"NormalHKIDCard", R"json(
{"ChineseName":"\u9673\u7f8e\u73b2","FullName":"CHAN MEI LING","RegistrationNumber":"A123456(0)","Sex":"F","Birthday":"1990-01-31",
"Permanent":"0","LicenseNumber":"A123456(0)","Symbol":"***AZ","IssuedDate":"2020-01-31","CurrentIssueDate":"2020-01-31",
"HKIDVersion":"HKID-2003"}
)json"},
    {"NormalIndonesiaIDCard", R"json(
{"LicenseNumber":"A123456(0)","FullName":"CHAN MEI LING","Birthday":"1990-01-31","Sex":"F","BloodType":"BloodType",
"FormattedAddress":"1 Example Road","Street":"Street","Village":"Village","Area":"Area","Religion":"Religion",
"MaritalStatus":"MaritalStatus","Occupation":"Occupation","Nationality":"HKG","DueDate":"2040-01-31","IssuedDate":"2020-01-31",
"Province":"Province","City":"City"}
)json"},
    {"NormalMLIDCard", R"json(
{"FullName":"CHAN MEI LING","LicenseNumber":"A123456(0)","Sex":"F","FormattedAddress":"1 Example Road","Type":"MyKad",
"Birthday":"1990-01-31"}
)json"},
    {"NormalThailandIDCard", R"json(
{"LicenseNumber":"A123456(0)","FullName":"CHAN MEI LING","LastName":"CHAN","FirstName":"MEI LING","Birthday":"1990-01-31",
"FormattedAddress":"1 Example Road","ExpirationDate":"2040-01-31","IssuedDate":"2020-01-31","RegistrationNumber":"A123456(0)",
"Religion":"Religion","ThaiBirthday":"1990-01-31","ThaiExpirationDate":"2040-01-31","ThaiIssueDate":"2020-01-31"}
)json"},
    {"OCRResult", R"json(
{"IsPass":true,"CardImageBase64":"AAECAw==","CardInfo":"@CardInfo","NormalCardInfo":"@NormalCardInfo","RequestId":"RequestId",
"CardCutImageBase64":"AAECAw==","CardBackCutImageBase64":"AAECAw==","WarnCardInfos":[],"OriginalCardInfo":"{}","HeadImageBase64":"AAECAw==",
"CardBackImageBase64":"AAECAw=="}
)json"},
    {"PakistanDrivingLicense", R"json(
{"LastName":"CHAN","FirstName":"MEI LING","LicenseNumber":"A123456(0)","Age":"34","Birthday":"1990-01-31","IssuedCountry":"HKG"}
)json"},
    {"PakistanIDCard", R"json(
{"LastName":"CHAN","FirstName":"MEI LING","LicenseNumber":"A123456(0)","Age":"34","Birthday":"1990-01-31","IssuedCountry":"HKG"}
)json"},
    {"PhilippinesDrivingLicense", R"json(
{"Name":"CHAN MEI LING","LastName":"CHAN","FirstName":"MEI LING","MiddleName":"MEI","Nationality":"HKG","Sex":"F",
"Address":"1 Example Road","LicenseNo":"A123456(0)","ExpiresDate":"2040-01-31","AgencyCode":"AgencyCode","Birthday":"1990-01-31"}
)json"},
    {"PhilippinesSSSID", R"json(
{"LicenseNumber":"A123456(0)","FullName":"CHAN MEI LING","Birthday":"1990-01-31"}
)json"},
    {"PhilippinesTinID", R"json(
{"LicenseNumber":"A123456(0)","FullName":"CHAN MEI LING","Address":"1 Example Road","Birthday":"1990-01-31","IssueDate":"2020-01-31"}
)json"},
    {"PhilippinesUMID", R"json(
{"Surname":"CHAN","MiddleName":"MEI","GivenName":"MEI LING","Sex":"F","Birthday":"1990-01-31","Address":"1 Example Road","CRN":"A123456(0)"}
)json"},
    {"PhilippinesVoteID", R"json(
{"VIN":"A123456(0)","FirstName":"MEI LING","LastName":"CHAN","Birthday":"1990-01-31","CivilStatus":"CivilStatus","Citizenship":"HKG",
"Address":"1 Example Road","PrecinctNo":"PrecinctNo"}
)json"},
    {"SingaporeIDCard", R"json(
{"ChName":"\u9673\u7f8e\u73b2","ChineseName":"\u9673\u7f8e\u73b2","EnName":"CHAN MEI LING","FullName":"CHAN MEI LING","ID":"A123456(0)",
"LicenseNumber":"A123456(0)","Sex":"F","CountryOfBirth":"HKG","Nationality":"HKG","Birthday":"1990-01-31","Address":"1 Example Road",
"Race":"Race","NRICCode":"A123456(0)","PostCode":"PostCode","DateOfExpiration":"2040-01-31","DateOfIssue":"2020-01-31"}
)json"},
    {"TaiWanIDCard", R"json(
{"FullName":"CHAN MEI LING","LicenseNumber":"A123456(0)","Sex":"F","IssuedCountry":"HKG","RegistrationNumber":"A123456(0)"}
)json"},
    {"ThailandIDCard", R"json(
{"LastName":"CHAN","FirstName":"MEI LING","LicenseNumber":"A123456(0)","DateOfBirth":"1990-01-31","DateOfExpiry":"2040-01-31",
"DateOfIssue":"2020-01-31","IssuedCountry":"HKG"}
)json"},
    {"VerificationDetail", R"json(
{"ErrorCode":0,"ErrorMsg":"Success","LivenessErrorCode":0,"LivenessErrorMsg":"Success","CompareErrorCode":0,"CompareErrorMsg":"Success",
"ReqTimestamp":1700000000123,"Similarity":95.5,"Seq":"Seq","LivenessInfoTag":[]}
)json"},
};

inline constexpr named_text faceid_outputs[] = {
    {"ApplyLivenessToken", R"json(
{"SdkToken":"SdkToken"}
)json"},
    {"ApplySdkVerificationToken", R"json(
{"SdkToken":"SdkToken","ServerParamInfo":"ServerParamInfo"}
)json"},
    {"ApplyWebVerificationBizTokenIntl", R"json(
{"VerificationUrl":"https://emulator.invalid/","BizToken":"BizToken","VerificationURL":"https://emulator.invalid/"}
)json"},
    {"BankCard2EVerification", R"json(
{"Result":"0","Description":"Success"}
)json"},
    {"BankCard4EVerification", R"json(
{"Result":"0","Description":"Success"}
)json"},
    {"BankCardVerification", R"json(
{"Result":"0","Description":"Success"}
)json"},
    {"CheckBankCardInformation", R"json(
{"Result":"0","Description":"Success","AccountBank":"Example Bank","AccountType":1}
)json"},
    {"CheckIdCardInformation", R"json(
{"Sim":95.5,"Result":"Success","Description":"Success","Name":"CHAN MEI LING","Sex":"F","Nation":"Nation","Birth":"1990-01-31",
"Address":"1 Example Road","IdNum":"A123456(0)","Portrait":"AAECAw==","Warnings":"","Quality":95.5,"Encryption":"@Encryption",
"EncryptedBody":"AAECAw=="}
)json"},
    {"CheckIdNameDate", R"json(
{"Result":"0","Description":"Success"}
)json"},
    {"CompareFaceLiveness", R"json(
{"Result":"Success","Description":"Success","Sim":95.5,"BestFrameBase64":"AAECAw=="}
)json"},
    {"CreateUploadUrl", R"json(
{"UploadUrl":"https://emulator.invalid/UploadUrl","ResourceUrl":"https://emulator.invalid/ResourceUrl","ExpiredTimestamp":1700007200}
)json"},
    {"DetectAIFakeFaces", R"json(
{"AttackRiskLevel":"Low","AttackRiskDetailList":[],"ExtraInfo":"@ExtraInfo"}
)json"},
    {"DetectReflectLivenessAndCompare", R"json(
{"BestFrameUrl":"https://emulator.invalid/BestFrameUrl","BestFrameMd5":"d41d8cd98f00b204e9800998ecf8427e","Result":"Success",
"Description":"Success","Sim":95.5}
)json"},
    {"GenerateReflectSequence", R"json(
{"ReflectSequenceUrl":"https://emulator.invalid/ReflectSequenceUrl","ReflectSequenceMd5":"d41d8cd98f00b204e9800998ecf8427e"}
)json"},
    {"GetFaceIdResultIntl", R"json(
{"Result":"0","Description":"Success","BestFrame":"AAECAw==","Video":"AAECAw==","ActionVideo":"AAECAw==","Similarity":95.5,"Extra":"Extra",
"DeviceInfoLevel":"1","LivenessInfoTag":[]}
)json"},
    {"GetFaceIdTokenIntl", R"json(
{"SdkToken":"SdkToken"}
)json"},
    {"GetLivenessResult", R"json(
{"Result":"0","Description":"Success","BestFrame":"@FileInfo","Video":"@FileInfo"}
)json"},
    {"GetNFCToken", R"json(
{"Token":"Token"}
)json"},
    {"GetSdkVerificationResult", R"json(
{"Result":"0","Description":"Success","ChargeCount":1,"CardVerifyResults":["@CardVerifyResult"],"CompareResults":["@CompareResult"],
"Extra":"Extra","DeviceInfoLevel":"1"}
)json"},
    {"GetWebVerificationResultIntl", R"json(
{"ErrorCode":0,"ErrorMsg":"Success","VerificationDetailList":["@VerificationDetail"],"VideoBase64":"AAECAw==","BestFrameBase64":"AAECAw==",
"OCRResult":["@OCRResult"],"Extra":"Extra"}
)json"},
    {"GetWxNFCResult", R"json(
{"ResultCode":"0","IdNum":"A123456(0)","Name":"CHAN MEI LING","Picture":"AAECAw==","IdCardFrontImg":"AAECAw==","IdCardBackImg":"AAECAw==",
"BirthDate":"19900131","BeginTime":"20200131","EndTime":"20400131","Address":"1 Example Road","Nation":"Nation","Sex":"F","IdType":"01",
"EnName":"CHAN MEI LING","SigningOrganization":"SigningOrganization","OtherIdNum":"A123456(0)","Nationality":"HKG",
"PersonalNumber":"PersonalNumber","CheckMRTD":"{}"}
)json"},
    {"IdCardOCRVerification", R"json(
{"Result":"0","Description":"Success","Name":"CHAN MEI LING","IdCard":"A123456(0)","Sex":"F","Nation":"Nation","Birth":"1990-01-31",
"Address":"1 Example Road"}
)json"},
    {"IdCardVerification", R"json(
{"Result":"0","Description":"Success"}
)json"},
    {"ImageRecognition", R"json(
{"Sim":95.5,"Result":"Success","Description":"Success"}
)json"},
    {"ImageRecognitionV2", R"json(
{"Sim":95.5,"Result":"Success","Description":"Success","Extra":"Extra"}
)json"},
    {"LivenessCompare", R"json(
{"BestFrameBase64":"AAECAw==","Sim":95.5,"Result":"Success","Description":"Success","BestFrameList":["AAECAw=="]}
)json"},
    {"MobileNetworkTimeVerification", R"json(
{"Result":"0","Description":"Success","Range":"[24,+)"}
)json"},
    {"MobileStatus", R"json(
{"Result":"0","Description":"Success","StatusCode":0}
)json"},
    {"PhoneVerification", R"json(
{"Result":"0","Description":"Success","Isp":"mobile"}
)json"},
    {"VideoLivenessCompare", R"json(
{"Sim":95.5,"Result":"Success","Description":"Success","BestFrame":"@FileInfo"}
)json"},
};

inline constexpr std::string_view faceid_retired[] = {
    "ApplyCardVerification",
    "GetCardVerificationResult",
    "ApplyWebVerificationToken",
    "GetWebVerificationResult",
};

}  // namespace tc3::inline v0_1::testing::detail

// ---- tc3/testing/faceid/passed.hpp ----------------------------------------------------------------------------------

// Answers that say yes and have all fields: what the emulator says unless a test says otherwise.

namespace tc3::inline v0_1::testing {

/// The answer to an input of eKYC that passed, with a value in every field but `request_id` and those that would accuse somebody, as
/// warnings and traces of an attack; a test changes what it is about:
///
///     auto answer = testing::passed<faceid::get_liveness_result>();
///     answer.result = "1005";
///
/// Files are empty ones, at addresses that lead nowhere (RFC 2606).
template <described_action Input>
[[nodiscard]] output_of_t<Input> passed();

namespace detail {

[[nodiscard]] constexpr std::string_view find_text(std::span<const named_text> texts, std::string_view name) noexcept {
    for (const named_text& each : texts) {
        if (each.name == name) return each.text;
    }
    return "null";
}

/// Writes a text with those that it names, and without ends of line. They are the library's own: none names itself.
inline void write_full(std::string& out, std::string_view text) {
    for (std::size_t end = 0; !text.empty(); text.remove_prefix(end)) {
        if (text.starts_with("\"@")) {
            end = text.find('"', 1) + 1;
            write_full(out, find_text(faceid_types, text.substr(2, end - 3)));
        } else {
            end = 1;
            if (text.front() != '\n') out.push_back(text.front());
        }
    }
}

/// The members of an action's answer as the text of a JSON object.
[[nodiscard]] inline std::string full_output(std::string_view action) {
    std::string text;
    write_full(text, find_text(faceid_outputs, action));
    return text;
}

/// A member that has another value than the full answer.
struct changed_member {
    std::string_view name;
    std::string_view text;
    bool is_text = true;  ///< else a number
};

[[nodiscard]] inline const changed_member* find_change(std::initializer_list<changed_member> changes, std::string_view name) noexcept {
    for (const changed_member& each : changes) {
        if (each.name == name) return &each;
    }
    return nullptr;
}

/// The same with other values of some members.
[[nodiscard]] inline result<std::string, rejected> full_output(std::string_view action, std::initializer_list<changed_member> changes) {
    const std::string full = full_output(action);
    std::string changed;
    json::writer out(changed);
    out.begin_object();
    json::reader in(full);
    json::string_token name;
    in.begin_object();
    while (in.next_member(name)) {
        const std::size_t start = in.position();
        in.skip_value();
        const changed_member* change = find_change(changes, name.raw());  // the library's own names have no escapes
        out.name(name.raw());
        if (change == nullptr) {
            out.raw(in.since(start));
        } else if (change->is_text) {
            out.string(change->text);
        } else {
            out.raw(change->text);
        }
    }
    out.end_object();
    if (!out.ok()) return reject(rejection::output, ": it has text that is not UTF-8");
    return changed;
}

}  // namespace detail

template <described_action Input>
output_of_t<Input> passed() {
    const std::string text = detail::full_output(action_of<Input>.name);
    output_of_t<Input> output;
    decoder in(text);
    read_struct(in, output);
    return output;
}

}  // namespace tc3::inline v0_1::testing

// ---- tc3/testing/faceid/rules.hpp -----------------------------------------------------------------------------------

// What eKYC asks of parameters beyond the table of each: rules between two of them, and forms that a table can't say.

namespace tc3::inline v0_1::testing::detail {

/// Whether an input that its table found right breaks a rule of its action. This one is for all that have no rules.
template <class Input>
[[nodiscard]] result<void, rejected> judge(const Input&) {
    return {};
}

// ---- in which words rules are written --------------------------------------------------------------------------------------------

/// A rule as it was found: broken or not, and how.
struct ruling {
    rejection why = rejection::none;
    std::string_view more = {};
};

[[nodiscard]] constexpr ruling missing_if(bool broken, std::string_view more) noexcept {
    return broken ? ruling{rejection::missing_parameter, more} : ruling{};
}
[[nodiscard]] constexpr ruling wrong_if(bool broken, std::string_view more) noexcept {
    return broken ? ruling{rejection::parameter_value, more} : ruling{};
}

/// The first one that is broken.
[[nodiscard]] inline result<void, rejected> first_broken(std::initializer_list<ruling> rulings) {
    for (const ruling& each : rulings) {
        if (each.why != rejection::none) return reject(each.why, ": " + std::string(each.more));
    }
    return {};
}

/// A parameter that is there and not empty.
template <class Optional>
[[nodiscard]] bool is_given(const Optional& value) {
    if constexpr (requires { value->empty(); }) {
        return value.has_value() && !value->empty();
    } else {
        return value.has_value();
    }
}

/// An optional text, "" where it is unset.
template <class Optional>
[[nodiscard]] std::string_view text_of(const Optional& value) {
    return value.has_value() ? std::string_view(*value) : std::string_view{};
}

[[nodiscard]] constexpr bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) noexcept {
    for (const std::string_view word : words) {
        if (text == word) return true;
    }
    return false;
}

/// One or two words with a comma between them.
[[nodiscard]] constexpr bool is_one_or_two_of(std::string_view text, std::initializer_list<std::string_view> words) noexcept {
    const std::size_t comma = text.find(',');
    if (!is_one_of(text.substr(0, comma), words)) return false;
    return comma == std::string_view::npos || is_one_of(text.substr(comma + 1), words);
}

[[nodiscard]] constexpr bool are_motions(std::string_view text) noexcept {
    return is_one_or_two_of(text, {"blink", "mouth", "nod", "shake"});
}

/// A scheme, a host and a path, all of it in visible ASCII.
[[nodiscard]] constexpr bool is_absolute_url(std::string_view url) noexcept {
    if (ascii::find_not(url, ascii::is_visible) != std::string_view::npos) return false;
    const std::string_view scheme = take_part(url, "://");
    const std::string_view host = url.substr(0, url.find('/'));
    return !scheme.empty() && ascii::find_not(scheme, ascii::is_token) == std::string_view::npos && !host.empty() &&
           host.size() < url.size();
}

/// Without a key, an initial vector and what they are for, nothing can be decrypted.
[[nodiscard]] inline result<void, rejected> judge_encryption(const box<faceid::encryption>& sent) {
    if (!sent) return {};
    return first_broken({
        missing_if(sent->encrypt_list.empty(), "Encryption.EncryptList"),
        missing_if(!is_given(sent->ciphertext_blob), "Encryption.CiphertextBlob"),
        missing_if(!is_given(sent->iv), "Encryption.Iv"),
    });
}

/// Names of fields that were sent encrypted must be among those that may be.
[[nodiscard]] inline result<void, rejected> judge_encryption(const box<faceid::encryption>& sent,
                                                             std::initializer_list<std::string_view> encryptable) {
    auto whole = judge_encryption(sent);
    if (!whole || !sent) return whole;
    for (const std::string& name : sent->encrypt_list) {
        if (!is_one_of(name, encryptable)) {
            return unexpected(
                rejected{rejection::parameter, {"InvalidParameter.UnsupportEncryptField", "Encryption.EncryptList: " + name}});
        }
    }
    return {};
}

/// ValidateData for the kinds of liveness check of LivenessCompare and VideoLivenessCompare.
template <class Input>
[[nodiscard]] result<void, rejected> judge_validate_data(const Input& asked) {
    const std::string_view kind = asked.liveness_type;
    const std::string_view data = text_of(asked.validate_data);
    const bool four_digits = data.size() == 4 && ascii::find_not(data, ascii::is_digit) == std::string_view::npos;
    return first_broken({
        missing_if(kind != "SILENT" && data.empty(), "ValidateData, for LivenessType is LIP or ACTION"),
        wrong_if(kind == "LIP" && !four_digits, "ValidateData is not four digits"),
        wrong_if(kind == "ACTION" && !is_one_of(data, {"1,2", "2,1"}), "ValidateData is neither 1,2 nor 2,1"),
        wrong_if(kind == "SILENT" && !data.empty(), "ValidateData, for LivenessType is SILENT"),
    });
}

// ---- the actions in which a session begins ---------------------------------------------------------------------------------------

[[nodiscard]] inline result<void, rejected> judge(const faceid::apply_sdk_verification_token& asked) {
    const auto level = asked.security_level.value_or(4);
    return first_broken({
        missing_if(asked.check_mode == 2 && !is_given(asked.compare_image), "CompareImage, for CheckMode is 2"),
        wrong_if(is_given(asked.action_list) && level != 2 && level != 4, "ActionList, for SecurityLevel is neither 2 nor 4"),
        wrong_if(is_given(asked.action_list) && !are_motions(text_of(asked.action_list)), "ActionList"),
        wrong_if(asked.allow_upload_photo == true && asked.enable_forgery_detection_images == true,
                 "AllowUploadPhoto, for EnableForgeryDetectionImages is true"),
    });
}

[[nodiscard]] inline result<void, rejected> judge(const faceid::apply_web_verification_biz_token_intl& asked) {
    const faceid::web_verification_config_intl config = asked.config ? *asked.config : faceid::web_verification_config_intl{};
    const auto level = config.security_level.value_or(3);
    const bool compares = config.check_mode.value_or(2) == 2 && !is_given(asked.rule_id);  // a rule may say otherwise
    return first_broken({
        wrong_if(!is_absolute_url(asked.redirect_url), "RedirectURL is not an absolute URL with a path"),
        missing_if(compares && !is_given(asked.compare_image_base64), "CompareImageBase64, for Config.CheckMode is 2"),
        wrong_if(is_given(config.action_list) && level != 2 && level != 4 && level != 5,
                 "Config.ActionList, for Config.SecurityLevel is none of 2, 4 and 5"),
        wrong_if(is_given(config.action_list) && !are_motions(text_of(config.action_list)), "Config.ActionList"),
    });
}

[[nodiscard]] inline result<void, rejected> judge(const faceid::get_face_id_token_intl& asked) {
    const bool has_motions = !asked.secure_level || is_one_of(*asked.secure_level, {"2", "4"});
    return first_broken({
        missing_if(text_of(asked.check_mode) == "compare" && !is_given(asked.image), "Image, for CheckMode is compare"),
        wrong_if(is_given(asked.action_list) && !has_motions, "ActionList, for SecureLevel is neither 2 nor 4"),
        wrong_if(is_given(asked.action_list) && !are_motions(text_of(asked.action_list)), "ActionList"),
    });
}

[[nodiscard]] inline result<void, rejected> judge(const faceid::create_upload_url& asked) {
    const bool takes_files =
        is_one_of(asked.target_action, {"GenerateReflectSequence", "DetectReflectLivenessAndCompare", "VideoLivenessCompare"});
    return first_broken({wrong_if(!takes_files, "TargetAction names no action that takes uploaded files")});
}

// ---- checks of a face ------------------------------------------------------------------------------------------------------------

[[nodiscard]] inline result<void, rejected> judge(const faceid::compare_face_liveness& asked) {
    const std::string_view data = text_of(asked.validate_data);
    const bool moves = asked.liveness_type == "ACTION";
    return first_broken({
        missing_if(moves && data.empty(), "ValidateData, for LivenessType is ACTION"),
        wrong_if(moves && !is_one_or_two_of(data, {"1", "2", "3", "4"}), "ValidateData is not one or two of 1, 2, 3 and 4"),
        wrong_if(!moves && !data.empty(), "ValidateData, for LivenessType is SILENT"),
    });
}

[[nodiscard]] inline result<void, rejected> judge(const faceid::video_liveness_compare& asked) { return judge_validate_data(asked); }

[[nodiscard]] inline result<void, rejected> judge(const faceid::liveness_compare& asked) {
    auto files = first_broken({
        missing_if(!is_given(asked.image_base64) && !is_given(asked.image_url), "ImageBase64 or ImageUrl"),
        missing_if(!is_given(asked.video_base64) && !is_given(asked.video_url), "VideoBase64 or VideoUrl"),
    });
    return files ? judge_validate_data(asked) : files;
}

[[nodiscard]] inline result<void, rejected> judge(const faceid::detect_ai_fake_faces& asked) {
    const bool encrypted = asked.encryption.has_value() || is_given(asked.encrypted_body);
    auto parts = first_broken({
        missing_if(encrypted && !asked.encryption, "Encryption, for there is an EncryptedBody"),
        missing_if(encrypted && !is_given(asked.encrypted_body), "EncryptedBody, for there is an Encryption"),
        missing_if(!encrypted && !is_given(asked.face_input), "FaceInput"),
        missing_if(!encrypted && !asked.face_input_type, "FaceInputType"),
    });
    return parts ? judge_encryption(asked.encryption) : parts;
}

// ---- checks of what a register knows ---------------------------------------------------------------------------------------------

[[nodiscard]] inline result<void, rejected> judge(const faceid::check_id_card_information& asked) {
    auto image = first_broken({missing_if(!is_given(asked.image_base64) && !is_given(asked.image_url), "ImageBase64 or ImageUrl")});
    return image ? judge_encryption(asked.encryption) : image;
}

[[nodiscard]] inline result<void, rejected> judge(const faceid::id_card_ocr_verification& asked) {
    const bool has_image = is_given(asked.image_base64) || is_given(asked.image_url);
    auto person = first_broken({
        missing_if(!has_image && !is_given(asked.id_card), "IdCard, for there is no image"),
        missing_if(!has_image && !is_given(asked.name), "Name, for there is no image"),
    });
    return person ? judge_encryption(asked.encryption, {"Name", "IdCard"}) : person;
}

[[nodiscard]] inline result<void, rejected> judge(const faceid::phone_verification& asked) {
    const bool encrypted = is_given(asked.ciphertext_blob) || !asked.encrypt_list.empty() || is_given(asked.iv);
    return first_broken({
        missing_if(encrypted && !is_given(asked.ciphertext_blob), "CiphertextBlob, for something is encrypted"),
        missing_if(encrypted && asked.encrypt_list.empty(), "EncryptList, for something is encrypted"),
        missing_if(encrypted && !is_given(asked.iv), "Iv, for something is encrypted"),
    });
}

[[nodiscard]] inline result<void, rejected> judge(const faceid::bank_card_2e_verification& asked) {
    return judge_encryption(asked.encryption, {"Name", "BankCard"});
}
[[nodiscard]] inline result<void, rejected> judge(const faceid::bank_card_4e_verification& asked) {
    return judge_encryption(asked.encryption, {"Name", "IdCard", "Phone", "BankCard"});
}
[[nodiscard]] inline result<void, rejected> judge(const faceid::bank_card_verification& asked) {
    return judge_encryption(asked.encryption, {"Name", "IdCard", "BankCard"});
}
[[nodiscard]] inline result<void, rejected> judge(const faceid::check_bank_card_information& asked) {
    return judge_encryption(asked.encryption, {"BankCard"});
}
[[nodiscard]] inline result<void, rejected> judge(const faceid::check_id_name_date& asked) {
    return judge_encryption(asked.encryption, {"Name", "IdCard"});
}
[[nodiscard]] inline result<void, rejected> judge(const faceid::id_card_verification& asked) {
    return judge_encryption(asked.encryption, {"Name", "IdCard"});
}
[[nodiscard]] inline result<void, rejected> judge(const faceid::image_recognition& asked) {
    return judge_encryption(asked.encryption, {"Name", "IdCard"});
}
[[nodiscard]] inline result<void, rejected> judge(const faceid::image_recognition_v2& asked) {
    return judge_encryption(asked.encryption, {"Name", "IdCard"});
}
[[nodiscard]] inline result<void, rejected> judge(const faceid::mobile_network_time_verification& asked) {
    return judge_encryption(asked.encryption, {"Mobile"});
}
[[nodiscard]] inline result<void, rejected> judge(const faceid::mobile_status& asked) {
    return judge_encryption(asked.encryption, {"Mobile"});
}

}  // namespace tc3::inline v0_1::testing::detail

// ---- tc3/testing/faceid/sessions.hpp --------------------------------------------------------------------------------

// The sessions that tokens stand for: begun by one action, run by an app elsewhere, asked for by another action until they expire.

namespace tc3::inline v0_1::testing::detail {

/// How far the app is with a session.
enum class session_state : std::uint8_t {
    waiting,   ///< the app has the token, or not even that
    started,   ///< the person is before the camera
    finished,  ///< the service knows what came of it
};

/// One session.
struct session {
    /// How long an app may wait before it starts (documented for all flows since 2025-09).
    static constexpr std::int64_t seconds_to_start = 600;

    std::string token;
    std::string asked_by;  ///< the name of the action that asks for it: no other one knows the token
    unix_time begun = {};
    std::int64_t readable_seconds = 0;  ///< from then on
    session_state state = session_state::waiting;
    std::string extra = {};  ///< what was sent along to be given back
    detail::script script = {};

    [[nodiscard]] std::int64_t age(unix_time now) const noexcept { return now.seconds - begun.seconds; }
    /// Whether the app did not start in time, and so never will.
    [[nodiscard]] bool is_lost(unix_time now) const noexcept { return state == session_state::waiting && age(now) >= seconds_to_start; }

    /// Whether it has been unreadable for as long as it was readable.
    [[nodiscard]] bool is_stale(unix_time now) const noexcept { return age(now) / 2 >= readable_seconds; }

    /// The app starts. False where it did not do so in time.
    bool start(unix_time now) noexcept {
        if (is_lost(now)) return false;
        if (state == session_state::waiting) state = session_state::started;
        return true;
    }
    /// The app is done. False where it has not started.
    bool finish() noexcept {
        if (state == session_state::waiting) return false;
        state = session_state::finished;
        return true;
    }
};

/// The sessions of an emulator, until they are stale.
class session_list {
public:
    /// Begins a session. One that has the token already is begun anew. The stale ones go: their tokens are of no session then.
    void begin(session fresh) {
        std::erase_if(sessions_, [now = fresh.begun](const session& known) { return known.is_stale(now); });
        session* known = find(fresh.token, fresh.asked_by);
        if (known == nullptr) {
            sessions_.push_back(std::move(fresh));
        } else {
            *known = std::move(fresh);
        }
    }

    /// Null where there is none. Valid until another one begins.
    [[nodiscard]] session* find(std::string_view token, std::string_view asked_by) noexcept {
        for (session& known : sessions_) {
            if (known.token == token && known.asked_by == asked_by) return &known;
        }
        return nullptr;
    }
    /// The same, whoever asks for it.
    [[nodiscard]] session* find(std::string_view token) noexcept {
        for (session& known : sessions_) {
            if (known.token == token) return &known;
        }
        return nullptr;
    }

private:
    std::vector<session> sessions_;
};

}  // namespace tc3::inline v0_1::testing::detail

// ---- tc3/testing/faceid/uploads.hpp ---------------------------------------------------------------------------------

// The files that are uploaded beside the API: addresses for one upload and one action each, and what was put there.

namespace tc3::inline v0_1::testing::detail {

/// The two addresses of a file, which lead nowhere (RFC 2606): a test takes the place of the file store.
struct upload {
    static constexpr std::int64_t lifetime_seconds = 7200;

    std::string upload_url;    ///< where the app puts it
    std::string resource_url;  ///< where the service gets it
    std::string for_action;    ///< the only one that gets it
    unix_time granted = {};
    bool done = false;
    std::string md5 = {};  ///< of what was put there; empty: not known

    [[nodiscard]] std::int64_t age(unix_time now) const noexcept { return now.seconds - granted.seconds; }
};

/// The uploads that an emulator granted, until they have been void for as long as they were not.
class upload_list {
public:
    /// A file that counts as `done` is there, whatever its content, without a put().
    const upload& grant(std::string_view action, unix_time now, bool done) {
        std::erase_if(uploads_, [now](const upload& known) { return known.age(now) / 2 >= upload::lifetime_seconds; });
        fixed_text<20> number;
        write_decimal(number, ++granted_);
        const std::string place = "https://emulator.invalid/file/" + std::string(number.view());
        return uploads_.emplace_back(upload{place + "?upload", place, std::string(action), now, done});
    }

    /// Something is put at an upload_url. False where that was not granted.
    bool put(std::string_view upload_url, std::string_view bytes) {
        for (upload& known : uploads_) {
            if (known.upload_url != upload_url) continue;
            known.done = true;
            known.md5 = testing::md5(bytes);
            return true;
        }
        return false;
    }

    /// Why an action can't get the file of a resource_url with that MD5; empty where it can.
    [[nodiscard]] std::string_view error_of(std::string_view resource_url, std::string_view md5, std::string_view action,
                                            unix_time now) const noexcept {
        const upload* found = nullptr;
        for (const upload& known : uploads_) {
            if (known.resource_url == resource_url) found = &known;
        }
        if (found == nullptr) return "CreateUploadUrl made no such address";
        if (found->for_action != action) return "the address was made for another action";
        if (found->age(now) >= upload::lifetime_seconds) return "the address was made 2 hours ago or earlier";
        if (!found->done) return "nothing was put there";
        if (!found->md5.empty() && !ascii::equal_lower(md5, found->md5)) return "the MD5 is another one";
        return {};
    }

private:
    std::vector<upload> uploads_;
    std::uint64_t granted_ = 0;
};

}  // namespace tc3::inline v0_1::testing::detail

// ---- tc3/testing/faceid/service.hpp ---------------------------------------------------------------------------------

// How the emulator plays eKYC: what is right is answered by a script, by the session behind a token, or with a full answer.

namespace tc3::inline v0_1::testing::detail {

// ---- flows: one action hands out a token, another one asks what came of it -------------------------------------------------------

/// What is known of a session by the action that asks for it.
struct flow {
    std::int64_t readable_seconds;       ///< from the token on
    std::string_view unfinished = "{}";  ///< the answer while there is no outcome; without a field where the manual names no code for it
    std::string_view lost = unfinished;  ///< the answer where the app did not start in time
};

struct no_flow {};
template <class Input>
inline constexpr no_flow flow_of{};
template <>
inline constexpr flow flow_of<faceid::get_liveness_result>{.readable_seconds = 7200};
template <>
inline constexpr flow flow_of<faceid::get_face_id_result_intl>{.readable_seconds = std::int64_t{72} * 3600,
                                                               .unfinished = R"({"Result":"-999","Description":"not finished"})"};
template <>
inline constexpr flow flow_of<faceid::get_sdk_verification_result>{.readable_seconds = std::int64_t{72} * 3600};
template <>
inline constexpr flow flow_of<faceid::get_web_verification_result_intl>{.readable_seconds = std::int64_t{72} * 3600,
                                                                        .unfinished = R"({"ErrorCode":17,"ErrorMsg":"not finished"})",
                                                                        .lost = R"({"ErrorCode":15,"ErrorMsg":"token expired"})"};
template <>
inline constexpr flow flow_of<faceid::get_wx_nfc_result>{.readable_seconds = 600};

/// An input by a token that another action handed out.
template <class Input>
concept asks_for_session = std::same_as<std::remove_cvref_t<decltype(flow_of<Input>)>, flow>;

template <asks_for_session Input>
[[nodiscard]] const std::string& token_of(const Input& asked) noexcept {
    if constexpr (requires { asked.sdk_token; }) {
        return asked.sdk_token;
    } else if constexpr (requires { asked.biz_token; }) {
        return asked.biz_token;
    } else {
        return asked.nfc_token;
    }
}

// ---- the service -----------------------------------------------------------------------------------------------------------------

/// What all actions share. It answers inputs that their tables found right.
class faceid_service {
public:
    explicit faceid_service(emulator& service) noexcept : service_(service) {}

    [[nodiscard]] script& script_of(std::string_view action) {
        for (entry& known : scripts_) {
            if (known.action == action) return known.replies;
        }
        return scripts_.emplace_back(entry{action, {}}).replies;
    }
    [[nodiscard]] session_list& sessions() noexcept { return sessions_; }
    [[nodiscard]] upload_list& uploads() noexcept { return uploads_; }
    [[nodiscard]] unix_time now() { return service_.now(); }
    void wait_for_apps(bool wait) noexcept { waits_ = wait; }

    /// A request that is refused for what it holds, or for its token or files, uses up no reply of a script.
    template <class Input>
    [[nodiscard]] any_reply output(const Input& asked) {
        if (auto right = judge(asked); !right) return unexpected(std::move(right).error());
        constexpr std::string_view action = action_of<Input>.name;
        if constexpr (asks_for_session<Input>) {
            return ask_session(action, flow_of<Input>, token_of(asked));
        } else {
            if (auto there = get_files(asked); !there) return unexpected(std::move(there).error());
            any_reply next = script_of(action).next();
            return next.is_usual() ? usual(asked) : next;
        }
    }

private:
    struct entry {
        std::string_view action;  // a name in action_of
        script replies;
    };

    // ---- sessions

    template <asks_for_session Asking>
    [[nodiscard]] std::string begin(const std::optional<std::string>& extra = {}) {
        constexpr std::string_view action = action_of<Asking>.name;
        session fresh{.token = service_.next_token(),
                      .asked_by = std::string(action),
                      .begun = now(),
                      .readable_seconds = flow_of<Asking>.readable_seconds,
                      .state = waits_ ? session_state::waiting : session_state::finished,
                      .extra = extra.value_or(""),
                      .script = script_of(action)};
        std::string token = fresh.token;
        sessions_.begin(std::move(fresh));
        return token;
    }

    [[nodiscard]] any_reply ask_session(std::string_view action, const flow& rules, std::string_view token) {
        const bool of_chip = action == action_of<faceid::get_wx_nfc_result>.name;  // it has one code for both
        session* found = sessions_.find(token, action);
        if (found == nullptr) {
            return service_error{of_chip ? "FailedOperation.InvalidTokenParameter" : "InvalidParameterValue.BizTokenIllegal",
                                 "no session of this action was begun with this token"};
        }
        if (found->age(now()) >= found->readable_seconds) {
            return service_error{of_chip ? "FailedOperation.InvalidTokenParameter" : "InvalidParameterValue.BizTokenExpired",
                                 "the session of this token was begun too long ago"};
        }
        if (found->state == session_state::waiting) return std::string(found->is_lost(now()) ? rules.lost : rules.unfinished);
        any_reply next = found->script.next();
        if (!next.is_usual()) return next;
        if (found->state == session_state::started) return std::string(rules.unfinished);
        return full_answer_with_extra(action, found->extra);
    }

    // ---- what actions say by themselves

    /// The extra that was sent along, where the answer has one and one was sent.
    [[nodiscard]] static any_reply full_answer_with_extra(std::string_view action, std::string_view extra) {
        if (extra.empty()) return full_output(action);
        return full_output(action, {{"Extra", extra}});
    }

    template <class Input>
    [[nodiscard]] static any_reply usual(const Input&) {
        return full_output(action_of<Input>.name);
    }
    [[nodiscard]] static any_reply usual(const faceid::image_recognition_v2& asked) {
        return full_answer_with_extra("ImageRecognitionV2", asked.extra.value_or(""));
    }
    [[nodiscard]] any_reply usual(const faceid::apply_liveness_token&) {
        return full_output("ApplyLivenessToken", {{"SdkToken", begin<faceid::get_liveness_result>()}});
    }
    [[nodiscard]] any_reply usual(const faceid::get_face_id_token_intl& asked) {
        return full_output("GetFaceIdTokenIntl", {{"SdkToken", begin<faceid::get_face_id_result_intl>(asked.extra)}});
    }
    [[nodiscard]] any_reply usual(const faceid::apply_sdk_verification_token& asked) {
        return full_output("ApplySdkVerificationToken", {{"SdkToken", begin<faceid::get_sdk_verification_result>(asked.extra)}});
    }
    [[nodiscard]] any_reply usual(const faceid::apply_web_verification_biz_token_intl& asked) {
        const std::string token = begin<faceid::get_web_verification_result_intl>(asked.extra);
        const std::string page = "https://emulator.invalid/web?token=" + token;
        return full_output("ApplyWebVerificationBizTokenIntl", {{"BizToken", token}, {"VerificationURL", page}, {"VerificationUrl", page}});
    }
    [[nodiscard]] any_reply usual(const faceid::get_nfc_token&) {
        return full_output("GetNFCToken", {{"Token", begin<faceid::get_wx_nfc_result>()}});
    }
    [[nodiscard]] any_reply usual(const faceid::create_upload_url& asked) {
        const upload& granted = uploads_.grant(asked.target_action, now(), !waits_);
        fixed_text<20> end;
        write_decimal(end, granted.granted.seconds + upload::lifetime_seconds);
        return full_output(
            "CreateUploadUrl",
            {{"UploadUrl", granted.upload_url}, {"ResourceUrl", granted.resource_url}, {"ExpiredTimestamp", end.view(), false}});
    }

    // ---- files

    template <class Input>
    [[nodiscard]] static result<void, rejected> get_files(const Input&) {
        return {};
    }
    [[nodiscard]] result<void, rejected> get_files(const faceid::generate_reflect_sequence& asked) {
        return get_file("GenerateReflectSequence", asked.device_data_url, asked.device_data_md5);
    }
    [[nodiscard]] result<void, rejected> get_files(const faceid::detect_reflect_liveness_and_compare& asked) {
        auto live = get_file("DetectReflectLivenessAndCompare", asked.live_data_url, asked.live_data_md5);
        return live ? get_file("DetectReflectLivenessAndCompare", asked.image_url, asked.image_md5) : live;
    }
    [[nodiscard]] result<void, rejected> get_files(const faceid::video_liveness_compare& asked) {
        auto image = get_file("VideoLivenessCompare", asked.image_url, asked.image_md5);
        return image ? get_file("VideoLivenessCompare", asked.video_url, asked.video_md5) : image;
    }
    [[nodiscard]] result<void, rejected> get_file(std::string_view action, const std::string& url, const std::string& md5) {
        const std::string_view error = uploads_.error_of(url, md5, action, now());
        if (error.empty()) return {};
        return unexpected(rejected{rejection::none, {"FailedOperation.DownLoadError", url + ": " + std::string(error)}});
    }

    emulator& service_;
    std::vector<entry> scripts_;
    session_list sessions_;
    upload_list uploads_;
    bool waits_ = false;
};

// ---- its actions -----------------------------------------------------------------------------------------------------------------

/// The manual promises InvalidParameter for FaceInputType where other closed sets have InvalidParameterValue.
template <class Input>
[[nodiscard]] any_reply ask(faceid_service& service, const received_message& message) {
    if (!has_parameter_type(message)) return reject(rejection::content_type);
    Input asked{};
    input_slot slot = input_slot::of(asked);
    if constexpr (std::same_as<Input, faceid::detect_ai_fake_faces>) slot.typed_by_its_set = "FaceInputType";
    if (auto read = read_input(message, slot); !read) return unexpected(std::move(read).error());
    return service.output(asked);
}

/// An action and what answers its requests: one plain function for each, so that std::function is made for one type alone.
struct faceid_action {
    action what;
    any_reply (*output)(faceid_service& service, const received_message& message);
};

template <class... Inputs>
inline constexpr faceid_action faceid_actions[] = {{action_of<Inputs>, &ask<Inputs>}...};

}  // namespace tc3::inline v0_1::testing::detail

// ---- tc3/testing/faceid/scenario.hpp --------------------------------------------------------------------------------

// The eKYC service in the emulator: all its actions, the sessions behind its tokens, and what a test wants of them.

namespace tc3::inline v0_1::testing {

/// What the service says, and what the apps and browsers of its sessions do. A handle: copies are of the same. The emulator must outlive
/// its use. Sessions begin with their tokens, and can be asked for as long as the manual says, from then on and by the emulator's clock.
class faceid_scenario {
public:
    // Moved from, it is still a handle of the same.
    faceid_scenario(const faceid_scenario&) = default;
    faceid_scenario& operator=(const faceid_scenario&) = default;
    ~faceid_scenario() = default;

    /// What an action says from now on: one reply for each call, the last one stays; without any, what it says by itself, which is that
    /// all is well. For an action that asks for a session: one reply for each time that a session is asked for, of every session begun from
    /// now on. A scripted reply of an action that hands out tokens begins no session. A request that is refused for its parameters, token
    /// or files never reaches a script.
    ///
    ///     scenario.reply_with<faceid::detect_ai_fake_faces>({testing::service_error{"FailedOperation.CoveredFace"}, testing::as_usual});
    template <described_action Input>
    void reply_with(const std::vector<reply<Input>>& replies) {
        service_->script_of(action_of<Input>.name) = detail::script(replies);
    }

    /// The same for one session that was begun already, from the first reply on. Its app counts as started. False where the token is of no
    /// such session, or where it is too late to start it.
    template <detail::asks_for_session Input>
    bool reply_with(std::string_view token, const std::vector<reply<Input>>& replies) {
        detail::session* found = service_->sessions().find(token, action_of<Input>.name);
        if (found == nullptr || !found->start(service_->now())) return false;
        found->script = detail::script(replies);
        return true;
    }

    /// By itself the emulator takes apps for infinitely fast: a session has passed when its token is out, and a file is there when its
    /// address is. From this call on, new sessions and addresses wait for start(), finish() and upload().
    void wait_for_apps(bool wait = true) { service_->wait_for_apps(wait); }

    /// The app of a session starts. Until it finishes, the session has no outcome, or what a script says. False where no session has the
    /// token, or where it was begun 10 minutes ago or earlier: it never has an outcome then.
    bool start(std::string_view token) {
        detail::session* found = service_->sessions().find(token);
        return found != nullptr && found->start(service_->now());
    }
    /// The app of a session has finished: the session has passed, or what a script says. False where it has not started.
    bool finish(std::string_view token) {
        detail::session* found = service_->sessions().find(token);
        return found != nullptr && found->finish();
    }
    /// The app puts a file at an `upload_url`. The action that gets it expects its MD5 then; of a file that was there by itself, any. False
    /// where CreateUploadUrl handed out no such address.
    bool upload(std::string_view upload_url, std::string_view bytes) { return service_->uploads().put(upload_url, bytes); }

private:
    friend faceid_scenario serve_faceid(emulator& service);
    explicit faceid_scenario(std::shared_ptr<detail::faceid_service> service) noexcept : service_(std::move(service)) {}

    std::shared_ptr<detail::faceid_service> service_;
};

/// Serves all actions of eKYC by their tables, rules and calls per second: see emulator::limit_calls. Tokens are the emulator's
/// next_token(), which should differ. Actions that were taken offline answer ActionOffline.
///
///     auto scenario = testing::serve_faceid(service);
///     scenario.reply_with<faceid::get_liveness_result>({faceid::get_liveness_result_output{.result = "1005"}});
inline faceid_scenario serve_faceid(emulator& service) {
    using namespace faceid;
    constexpr auto& actions = detail::faceid_actions<
        // sessions of an app: liveness alone, with a face, with a document
        apply_liveness_token, get_liveness_result, get_face_id_token_intl, get_face_id_result_intl, apply_sdk_verification_token,
        get_sdk_verification_result,
        // of a browser, and of a reader of chips
        apply_web_verification_biz_token_intl, get_web_verification_result_intl, get_nfc_token, get_wx_nfc_result,
        // faces, from files
        create_upload_url, generate_reflect_sequence, detect_reflect_liveness_and_compare, video_liveness_compare,
        // faces, in one call
        compare_face_liveness, liveness_compare, detect_ai_fake_faces, image_recognition, image_recognition_v2, check_id_card_information,
        // names and numbers
        id_card_ocr_verification, id_card_verification, check_id_name_date, bank_card_verification, bank_card_2e_verification,
        bank_card_4e_verification, check_bank_card_information, phone_verification, mobile_status, mobile_network_time_verification>;

    const auto made = std::make_shared<detail::faceid_service>(service);
    for (const detail::faceid_action& each : actions) {
        service.serve(each.what, [made, output = each.output](const received_message& message) { return output(*made, message); });
    }
    for (const std::string_view name : detail::faceid_retired) {
        service.serve({faceid::service, version, name, host},
                      [](const received_message&) { return service_error{"ActionOffline", "the action was taken offline"}; });
    }
    return faceid_scenario(made);
}

}  // namespace tc3::inline v0_1::testing

// ---- tc3/testing.hpp ------------------------------------------------------------------------------------------------

// The service's side, for tests: a list of includes. Not in the umbrella.

#endif  // TC3_SINGLE_HEADER_TESTING_0_1_0
