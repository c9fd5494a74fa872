// SPDX-License-Identifier: MIT
// <tc3/testing.hpp> of tc3 0.1.0, made by tools/amalgamate.py from the headers under include/: edit those.
// SHA-256 of these 9 headers, one after the other: 870ca2854555f70edc9ac8a6b97ea01bd72f6bea492ed7e9babdca58eafa6252
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

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// ---- tc3/testing/decision.hpp ---------------------------------------------------------------------------------------

// What the emulator made of a request: accepted, or the cause of its refusal and the error code that the service has for it (SPEC 1.7).

namespace tc3::inline v0_1::testing {

/// Why a request is refused, in the order in which its parts are looked at.
enum class cause : std::uint8_t {
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
    region,
    content_type,
    size,
    get_parameters,  ///< a GET that asks for more than text fields: the emulator does not read those from a query
    unknown_parameter,
    missing_parameter,
    parameter_value,  ///< outside a closed set, or a number out of range
    parameter,        ///< the body is not JSON, or a value has another type than its field
    answer,           ///< accepted, but the handler's answer can't be written
};

[[nodiscard]] constexpr cause cause_of(signing::refusal why) noexcept {
    switch (why) {
        case signing::refusal::malformed_authorization: return cause::malformed_authorization;
        case signing::refusal::missing_timestamp: return cause::missing_timestamp;
        case signing::refusal::skew: return cause::skew;
        case signing::refusal::scope_date: return cause::scope_date;
        case signing::refusal::service: return cause::service;
        case signing::refusal::missing_signed_header: return cause::missing_signed_header;
        case signing::refusal::unknown_key_id: return cause::unknown_key_id;
        case signing::refusal::payload: return cause::payload;
        case signing::refusal::signature: return cause::signature;
        case signing::refusal::crypto_failed: return cause::crypto_failed;
    }
    return cause::crypto_failed;
}

/// The service's code for a cause; empty for those that have none.
[[nodiscard]] constexpr std::string_view code_of(cause why) noexcept {
    switch (why) {
        case cause::none:
        case cause::malformed_http: return "";
        case cause::method:
        case cause::get_parameters: return "UnsupportedProtocol";
        case cause::host: return "NoSuchProduct";
        case cause::malformed_authorization:
        case cause::missing_signed_header: return "AuthFailure.InvalidAuthorization";
        case cause::skew: return "AuthFailure.SignatureExpire";
        case cause::unknown_key_id:
        case cause::missing_token: return "AuthFailure.SecretIdNotFound";
        case cause::token: return "AuthFailure.TokenFailure";
        case cause::scope_date:
        case cause::service:
        case cause::payload:
        case cause::signature: return "AuthFailure.SignatureFailure";
        case cause::action: return "InvalidAction";
        case cause::version: return "NoSuchVersion";
        case cause::content_type: return "InvalidRequest";
        case cause::size: return "RequestSizeLimitExceeded";
        case cause::unknown_parameter: return "UnknownParameter";
        case cause::missing_timestamp:
        case cause::region:
        case cause::missing_parameter: return "MissingParameter";
        case cause::parameter_value: return "InvalidParameterValue";
        case cause::parameter: return "InvalidParameter";
        case cause::crypto_failed:
        case cause::answer: return "InternalError";
    }
    return "InternalError";
}

/// A cause in words, for the message of an error: what the server saw, and what to look for.
[[nodiscard]] constexpr std::string_view describe(cause why) noexcept {
    switch (why) {
        case cause::none: return "accepted";
        case cause::malformed_http: return "the bytes are not an HTTP/1.1 request";
        case cause::method: return "the method is neither GET nor POST";
        case cause::host: return "no service has this host";
        case cause::malformed_authorization: return "the Authorization header is missing or not of the form that TC3-HMAC-SHA256 has";
        case cause::missing_timestamp: return "the header X-TC-Timestamp is missing or not a number of seconds";
        case cause::skew: return "the signature has expired: too much deviation between X-TC-Timestamp and the server time";
        case cause::scope_date: return "the date in the credential scope is not the UTC date of X-TC-Timestamp";
        case cause::service: return "the service in the credential scope is not the lower-case name of the service of this host";
        case cause::missing_signed_header: return "SignedHeaders lacks content-type or host, or names a header that was not sent";
        case cause::unknown_key_id: return "the SecretId is not found";
        case cause::missing_token: return "the SecretId is not found: it is a temporary one, and the header X-TC-Token is missing";
        case cause::token: return "the header X-TC-Token does not belong to the SecretId";
        case cause::payload: return "the body is not the one that X-TC-Content-SHA256 declares";
        case cause::signature: return "the signature is not that of this request: key, method, path, query, a signed header or body differ";
        case cause::crypto_failed: return "the hash of the emulator failed";
        case cause::action: return "the header X-TC-Action is missing or names no action of this service";
        case cause::version: return "the header X-TC-Version is missing or names no version of this action";
        case cause::region: return "the header X-TC-Region is missing";
        case cause::content_type:
            return "the Content-Type is neither application/json for POST nor application/x-www-form-urlencoded for GET";
        case cause::size: return "the body is larger than 10 MB, or the query than 32 KB";
        case cause::get_parameters: return "the emulator reads only text parameters of the top level from a query";
        case cause::unknown_parameter: return "the parameter is not known";
        case cause::missing_parameter: return "the parameter is missing";
        case cause::parameter_value: return "the value of the parameter is not allowed";
        case cause::parameter: return "the parameter is malformed";
        case cause::answer: return "the handler's answer can't be written";
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
    testing::cause cause = testing::cause::none;
    std::string code;       ///< of the error that was answered, be it the emulator's or the handler's; empty for an answer
    std::string action;     ///< X-TC-Action as sent; empty where the request was refused before it was looked at
    std::string secret_id;  ///< who signed; empty unless the signature is right

    /// Whether the request was right in all that the emulator looks at. The handler may have answered with an error all the same.
    [[nodiscard]] bool accepted() const noexcept { return cause == testing::cause::none; }
};

namespace detail {

/// A request's way out that is not an answer.
struct refused {
    testing::cause why = testing::cause::none;
    service_error error = {};
};

/// A refusal in the emulator's words, with something more behind them.
[[nodiscard]] inline unexpected<refused> refuse(cause why, std::string_view more = {}) {
    refused made{why, {std::string(code_of(why)), std::string(describe(why))}};
    made.error.message.append(more);
    return unexpected(std::move(made));
}

}  // namespace detail

}  // namespace tc3::inline v0_1::testing

// ---- tc3/testing/answer.hpp -----------------------------------------------------------------------------------------

// Writes answers and errors in the service's envelope, {"Response":{...,"RequestId":"..."}} (SPEC 5.1).

namespace tc3::inline v0_1::testing::detail {

/// The members of a described answer as a JSON object. Fails for text that is not UTF-8 and for a required field that is unset.
[[nodiscard]] inline result<std::string, refused> write_members(writing_table fields, const void* answer) {
    std::string members;
    encoder out(members);
    out.write_object(fields, answer);
    if (out.ok()) return members;
    error fault = out.fault();
    fault.name = out.path().view();
    std::string why = ": ";
    write_error(why, fault);
    return refuse(cause::answer, why);
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
[[nodiscard]] inline result<std::string, refused> wrap_members(std::string_view members, std::string_view request_id) {
    std::string body;
    json::writer out(body);
    out.begin_object();
    out.name("Response");
    out.begin_object();
    if (!copy_members(out, members)) return refuse(cause::answer, ": it is not one JSON object");
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

// ---- tc3/testing/http_response.hpp ----------------------------------------------------------------------------------

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
enum class message_fault : std::uint8_t {
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
[[nodiscard]] constexpr std::string_view describe(message_fault fault) noexcept {
    switch (fault) {
        case message_fault::head_incomplete: return "no empty line ends the request head";
        case message_fault::head_too_large: return "the request head is too large";
        case message_fault::request_line: return "the first line is not METHOD target HTTP/1.1";
        case message_fault::method: return "the method is neither GET nor POST";
        case message_fault::target: return "the target is not a path of visible ASCII characters";
        case message_fault::header: return "a header line is malformed";
        case message_fault::folded_header: return "a header is folded";
        case message_fault::too_many_headers: return "there are too many headers";
        case message_fault::repeated_header: return "a header stands twice that may stand only once";
        case message_fault::host: return "the Host header is missing or empty";
        case message_fault::transfer_encoding: return "Transfer-Encoding is not supported";
        case message_fault::content_length: return "Content-Length is not the size of the body";
        case message_fault::body_too_large: return "the body is too large";
        case message_fault::body_of_get: return "a GET request has a body";
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
    [[nodiscard]] static result<received_message, message_fault> parse(std::string_view bytes TC3_LIFETIMEBOUND,
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

[[nodiscard]] constexpr result<void, message_fault> read_request_line(std::string_view line, received_message& message) noexcept {
    const std::string_view method = take_part(line, " ");
    message.target = take_part(line, " ");
    if (line != "HTTP/1.1" || method.empty()) return unexpected(message_fault::request_line);
    if (method != "GET" && method != "POST") return unexpected(message_fault::method);
    message.method = method == "GET" ? http::method::get : http::method::post;

    const bool visible = ascii::find_not(message.target, ascii::is_visible) == std::string_view::npos;
    if (!message.target.starts_with('/') || !visible) return unexpected(message_fault::target);
    message.query = message.target;
    message.path = take_part(message.query, "?");
    return {};
}

[[nodiscard]] constexpr result<http::header, message_fault> read_header(std::string_view line) noexcept {
    if (line.empty() || ascii::is_blank(line.front())) return unexpected(message_fault::folded_header);
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return unexpected(message_fault::header);
    const http::header field{line.substr(0, colon), ascii::trim(line.substr(colon + 1))};
    const bool token = !field.name.empty() && ascii::find_not(field.name, ascii::is_token) == std::string_view::npos;
    if (!token || ascii::find_not(field.value, ascii::is_field_value) != std::string_view::npos) return unexpected(message_fault::header);
    return field;
}

[[nodiscard]] inline result<void, message_fault> read_headers(std::string_view lines, const message_limits& limits,
                                                              received_message& message) {
    while (!lines.empty()) {
        const auto field = read_header(take_part(lines, line_end));
        if (!field) return unexpected(field.error());
        if (message.headers.size() == limits.headers) return unexpected(message_fault::too_many_headers);
        if (must_be_single(field->name) && find_header(message.headers, field->name) != nullptr) {
            return unexpected(message_fault::repeated_header);
        }
        message.headers.push_back(*field);
    }
    message.host = message.value_of("Host");
    if (message.host.empty()) return unexpected(message_fault::host);
    if (find_header(message.headers, "transfer-encoding") != nullptr) return unexpected(message_fault::transfer_encoding);
    return {};
}

/// Whether digits, and nothing else, say that number. Compared as text, so that no digits are too many.
[[nodiscard]] constexpr bool says_size(std::string_view digits, std::size_t size) noexcept {
    while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
    fixed_text<20> expected;
    write_decimal(expected, size);
    return expected == digits;
}

[[nodiscard]] inline result<void, message_fault> judge_body(const received_message& message, const message_limits& limits) noexcept {
    if (message.body.size() > limits.body) return unexpected(message_fault::body_too_large);
    const http::header* length = find_header(message.headers, "content-length");
    if (!says_size(length == nullptr ? "0" : length->value, message.body.size())) return unexpected(message_fault::content_length);
    if (message.method == http::method::get && !message.body.empty()) return unexpected(message_fault::body_of_get);
    return {};
}

}  // namespace detail

inline std::string_view received_message::value_of(std::string_view name) const noexcept {
    const http::header* field = detail::find_header(headers, name);
    return field == nullptr ? std::string_view{} : field->value;
}

inline result<received_message, message_fault> received_message::parse(std::string_view bytes, const message_limits& limits) {
    const std::size_t end = bytes.substr(0, limits.head).find(detail::head_end);
    if (end == std::string_view::npos) {
        return unexpected(bytes.size() < limits.head ? message_fault::head_incomplete : message_fault::head_too_large);
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

// ---- tc3/testing/question.hpp ---------------------------------------------------------------------------------------

// Reads the parameters of a request into a question, as strictly as the service does, and names the parameter that is wrong.

namespace tc3::inline v0_1::testing::detail {

/// Reads the body of a POST or the query of a GET. Of a query, only text fields of the top level.
[[nodiscard]] inline result<void, refused> read_question(const received_message& message, reading_table fields, void* question);

/// Whether the content type fits the method. Parameters of the type, as a charset, are not looked at.
[[nodiscard]] inline bool has_parameter_type(const received_message& message) noexcept {
    const std::string_view value = message.value_of("Content-Type");
    const std::string_view type = ascii::trim(value.substr(0, value.find(';')));
    return ascii::equal_lower(type, message.method == http::method::post ? json_content_type : query_content_type);
}

[[nodiscard]] constexpr cause cause_of(errc fault) noexcept {
    switch (fault) {
        case errc::unknown_member: return cause::unknown_parameter;
        case errc::missing: return cause::missing_parameter;
        case errc::not_allowed:
        case errc::out_of_range: return cause::parameter_value;
        default: return cause::parameter;
    }
}

/// A fault of a parameter and its name, "Filters[2].Name"; empty where it concerns none.
struct parameter_fault {
    error fault = {};
    std::string name = {};
};

/// The fault in words: "Filters[2].Name has another type than expected, at byte 17 of the body".
[[nodiscard]] inline unexpected<refused> refuse(parameter_fault why) {
    why.fault.name = why.name;
    const cause where = cause_of(why.fault.code);
    refused made{where, {std::string(code_of(where)), {}}};
    write_error(made.error.message, why.fault);
    return unexpected(std::move(made));
}

[[nodiscard]] inline result<void, parameter_fault> read_json(std::string_view json, reading_table fields, void* question) {
    decoder in(json, server_rules);
    const object_part part{fields, question};
    in.read_object({&part, 1});
    in.json().finish();
    if (in.ok()) return {};

    parameter_fault why{in.json().fault(), std::string(in.path().view())};
    if (why.fault.code == errc::unknown_member && why.name.empty()) why.name = "a member";  // whose name is empty
    return unexpected(std::move(why));
}

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

/// A flat query as the JSON object that a POST would have sent if all its values were text.
[[nodiscard]] inline result<std::string, refused> json_of_query(std::string_view query) {
    std::string text;
    json::writer json(text);
    json.begin_object();
    while (!query.empty()) {
        std::string_view value = take_part(query, "&");
        std::string name;
        std::string decoded;
        const bool well_formed = decode_form_text(name, take_part(value, "=")) && decode_form_text(decoded, value);
        if (!well_formed) return refuse(cause::parameter, ": a '%' in the query is not followed by two hex digits");
        if (name.find('.') != std::string::npos) return refuse(cause::get_parameters, ": a name in it holds a '.'");
        json.name(name);
        json.string(decoded);
    }
    json.end_object();
    if (!json.ok()) return refuse(cause::parameter, ": the query is not UTF-8");
    return text;
}

[[nodiscard]] inline result<void, refused> read_query(std::string_view query, reading_table fields, void* question) {
    const auto json = json_of_query(query);
    if (!json) return unexpected(json.error());
    auto read = read_json(*json, fields, question);
    if (read) return {};
    // Every value came as text: a field that takes none says so.
    if (read.error().fault.code == errc::wrong_type) return refuse(cause::get_parameters, ": " + read.error().name + " takes no text");
    parameter_fault why = std::move(read).error();
    why.fault.at = error::no_position;  // it is one in a text that was never sent
    return refuse(std::move(why));
}

inline result<void, refused> read_question(const received_message& message, reading_table fields, void* question) {
    if (message.method == http::method::get) return read_query(message.query, fields, question);
    auto read = read_json(message.body, fields, question);
    if (!read) return refuse(std::move(read).error());
    return {};
}

}  // namespace tc3::inline v0_1::testing::detail

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

/// Answers questions of one type: `handler(question)` returns the answer, or result<answer, service_error>. Copyable.
template <class Handler, class Question>
concept question_handler =
    std::copy_constructible<Handler> && std::invocable<Handler&, const Question&> &&
    std::convertible_to<std::invoke_result_t<Handler&, const Question&>, result<answer_of_t<Question>, service_error>>;

/// Answers requests whose parameters the emulator does not look into. Returns the members of the answer as a JSON object, "{}" for none.
using message_handler = std::function<result<std::string, service_error>(const received_message&)>;

/// One service, or several, in memory. Reads no clock and no randomness but those it is given; keeps nothing of a request but last().
/// Not for more than one thread at a time. It is itself a transport: `tc3::call(service, question, profile, now)`.
///
///     testing::emulator service([] { return tc3::unix_time{1700000000}; }, [] { return std::string("token-1"); });
///     service.add_credential("id", "key");
///     service.serve<my::question>([](const my::question& asked) { return my::answer{.text = asked.text}; });
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

    /// Serves a typed action: parameters are read by the question's table, strictly; a question without members needs no table.
    /// `service.serve<my::question>(handler)`.
    template <described_action Question, question_handler<Question> Handler>
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
    using verifier = std::function<result<signing::verified_request, signing::refusal>(const signing::received_request&,
                                                                                       const signing::verify_options&, const find_key&)>;
    using outcome = result<std::string, detail::refused>;  // the members of an answer

    struct host_entry {
        std::string host;
        std::string service;
    };
    struct served_action {
        std::string service, version, name;
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

    [[nodiscard]] outcome answer(const received_message& message);
    [[nodiscard]] result<void, detail::refused> authorize(const received_message& message, std::string_view service);
    [[nodiscard]] outcome run(const served_action& action, const received_message& message);
    [[nodiscard]] http_response refuse(message_fault fault);

    time_source now_;
    text_source tokens_;
    text_source request_ids_ = counted_request_ids{};
    verifier verify_;
    std::vector<credential> credentials_;
    std::vector<host_entry> hosts_;
    std::vector<served_action> actions_;
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

template <described_action Question, question_handler<Question> Handler>
void emulator::serve(Handler handler, signing_rule rule) {
    const auto run = [handler = std::move(handler)](const received_message& message) mutable -> outcome {
        Question asked{};
        auto read = detail::read_question(message, reading_table_of<Question>(), &asked);
        if (!read) return unexpected(std::move(read).error());
        const result<answer_of_t<Question>, service_error> answer = handler(std::as_const(asked));
        if (!answer) return unexpected(detail::refused{cause::none, answer.error()});
        return detail::write_members(writing_table_of<answer_of_t<Question>>(), &*answer);
    };
    add_action(action_of<Question>, true, rule, run);
}

inline void emulator::serve(const action& what, message_handler handler, signing_rule rule) {
    add_action(what, false, rule, [handler = std::move(handler)](const received_message& message) -> outcome {
        auto members = handler(message);
        if (!members) return unexpected(detail::refused{cause::none, std::move(members).error()});
        return *std::move(members);
    });
}

inline void emulator::add_action(const action& what, bool reads_parameters, signing_rule rule,
                                 std::function<outcome(const received_message&)> run) {
    const std::string_view service = what.service.empty() ? signing::service_of_host(what.host).value_or("") : what.service;
    add_host(what.host.empty() ? std::string(service) + ".tencentcloudapi.com" : std::string(what.host), service);
    actions_.push_back({.service = std::string(service),
                        .version = std::string(what.version),
                        .name = std::string(what.name),
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
    if (!message && message.error() != message_fault::method) return refuse(message.error());

    const std::string request_id = request_ids_();
    auto members = message ? answer(*message) : outcome(detail::refuse(cause::method));
    auto body = members ? detail::wrap_members(*members, request_id) : std::move(members);
    if (body) return {.body = *std::move(body)};
    last_.cause = body.error().why;
    last_.code = body.error().error.code;
    return {.body = detail::wrap_error(body.error().error, request_id)};
}

inline result<http_response, transport_error> emulator::operator()(const http::request_view& request) {
    std::string bytes;
    http::write_head(bytes, request);
    bytes.append(request.body);
    return receive(bytes);
}

inline emulator::outcome emulator::answer(const received_message& message) {
    const host_entry* host = find_host(message.host);
    if (host == nullptr) return detail::refuse(cause::host);
    last_.action = message.value_of("X-TC-Action");

    const served_action* named = find_action(host->service, last_.action);
    const bool may_skip = named != nullptr && named->rule == signing_rule::signed_or_skipped;
    if (!may_skip || message.value_of("Authorization") != signing::skip_authorization) {
        if (auto authorized = authorize(message, host->service); !authorized) return unexpected(std::move(authorized).error());
    }
    if (named == nullptr) return detail::refuse(cause::action);
    const served_action* action = find_version(*named, message.value_of("X-TC-Version"));
    if (action == nullptr) return detail::refuse(cause::version);
    return run(*action, message);
}

inline result<void, detail::refused> emulator::authorize(const received_message& message, std::string_view service) {
    const unix_time now = now_();
    const std::string_view token = message.value_of("X-TC-Token");
    cause token_fault = cause::none;
    // The token is looked at with the id, before the signature. To the verifier a key with a wrong token is not known.
    const auto find = [&](std::string_view secret_id) -> std::string_view {
        const credential* known = find_credential(secret_id);
        if (known == nullptr) return {};
        if (known->token.view() != token) token_fault = token.empty() ? cause::missing_token : cause::token;
        return token_fault == cause::none ? known->secret_key.view() : std::string_view{};
    };
    const signing::received_request request{
        .method = message.method, .canonical_uri = message.path, .query = message.query, .headers = message.headers, .body = message.body};
    const auto verified = verify_(request, {.now = now, .service = service}, find);
    if (verified) {
        last_.secret_id = verified->secret_id;
        return {};
    }
    if (token_fault != cause::none) return detail::refuse(token_fault);
    std::string server_time;
    if (verified.error() == signing::refusal::skew) {
        server_time.append(" ");
        write_decimal(server_time, now.seconds);
    }
    return detail::refuse(cause_of(verified.error()), server_time);
}

inline emulator::outcome emulator::run(const served_action& action, const received_message& message) {
    if (action.needs_region && message.value_of("X-TC-Region").empty()) return detail::refuse(cause::region);
    if (action.reads_parameters && !detail::has_parameter_type(message)) return detail::refuse(cause::content_type);
    if (message.body.size() > largest_body || message.query.size() > largest_query) return detail::refuse(cause::size);
    return action.run(message);
}

inline http_response emulator::refuse(message_fault fault) {
    last_.cause = cause::malformed_http;
    return {.status = 400, .content_type = "text/plain", .body = std::string(describe(fault)) + "\n"};
}

}  // namespace tc3::inline v0_1::testing

// ---- tc3/testing/faceid.hpp -----------------------------------------------------------------------------------------

// The eKYC service in the emulator: it remembers the tokens it handed out, and says of their sessions what the test wants.

namespace tc3::inline v0_1::testing {

/// What GetLivenessResult says when it is asked once: an answer, or an error.
using liveness_reply = result<faceid::get_liveness_result_answer, service_error>;

/// The answer of a session that was passed; its files are empty ones, at addresses that lead nowhere (RFC 2606).
[[nodiscard]] inline faceid::get_liveness_result_answer passed_liveness() {
    const auto empty_file = [](const char* url) {
        return faceid::file_info{.url = url, .md5 = "d41d8cd98f00b204e9800998ecf8427e", .size = 0};
    };
    return {.result = "0",
            .description = "Success",
            .best_frame = empty_file("https://emulator.invalid/best_frame"),
            .video = empty_file("https://emulator.invalid/video")};
}

/// The liveness sessions that an emulator began. A handle: copies share them, and they live as long as any of these or the emulator.
class liveness_sessions {
public:
    /// How long a session can be asked for, by the emulator's clock, from its token on.
    static constexpr std::int64_t lifetime_seconds = 7200;

    /// What each session begun from now on says, one reply for each time that it is asked; the last one stays. Without it: passed.
    void reply_with(std::vector<liveness_reply> replies) { kept_->replies = std::move(replies); }

    /// The same for one session that was begun already. False where there is none with that token.
    bool reply_with(std::string_view sdk_token, std::vector<liveness_reply> replies) {
        session* found = find(sdk_token);
        if (found == nullptr) return false;
        found->replies = std::move(replies);
        found->asked = 0;
        return true;
    }

    /// Begins a session, or begins it anew.
    void begin(std::string_view sdk_token, unix_time now) {
        session* known = find(sdk_token);
        session& begun = known != nullptr ? *known : kept_->sessions.emplace_back();
        begun = {.token = std::string(sdk_token), .begun = now, .replies = kept_->replies};
    }

    /// Asks a session, as GetLivenessResult does.
    [[nodiscard]] liveness_reply ask(std::string_view sdk_token, unix_time now) {
        session* found = find(sdk_token);
        if (found == nullptr) {
            return unexpected(service_error{"InvalidParameterValue.BizTokenIllegal", "no session was begun with this token"});
        }
        if (now.seconds - found->begun.seconds >= lifetime_seconds) {
            return unexpected(
                service_error{"InvalidParameterValue.BizTokenExpired", "the session of this token began 2 hours ago or earlier"});
        }
        if (found->replies.empty()) return passed_liveness();
        const std::size_t last = found->replies.size() - 1;
        return found->replies[found->asked < last ? found->asked++ : last];
    }

private:
    struct session {
        std::string token = {};
        unix_time begun = {};
        std::vector<liveness_reply> replies = {};
        std::size_t asked = 0;
    };
    struct state {
        std::vector<session> sessions;
        std::vector<liveness_reply> replies;
    };

    [[nodiscard]] session* find(std::string_view sdk_token) noexcept {
        for (session& known : kept_->sessions) {
            if (known.token == sdk_token) return &known;
        }
        return nullptr;
    }

    std::shared_ptr<state> kept_ = std::make_shared<state>();
};

/// Serves ApplyLivenessToken, where each call gets the next of the emulator's tokens, and GetLivenessResult, which knows these tokens.
/// The sessions are the test's to script:
///
///     auto sessions = testing::serve_faceid(service);
///     sessions.reply_with({faceid::get_liveness_result_answer{.result = "1005"}});
inline liveness_sessions serve_faceid(emulator& service) {
    liveness_sessions sessions;
    service.serve<faceid::apply_liveness_token>([&service, sessions](const faceid::apply_liveness_token&) mutable {
        const std::string token = service.next_token();
        sessions.begin(token, service.now());
        return faceid::apply_liveness_token_answer{.sdk_token = token};
    });
    service.serve<faceid::get_liveness_result>(
        [&service, sessions](const faceid::get_liveness_result& asked) mutable { return sessions.ask(asked.sdk_token, service.now()); });
    return sessions;
}

}  // namespace tc3::inline v0_1::testing

// ---- tc3/testing.hpp ------------------------------------------------------------------------------------------------

// The service's side, for tests: a list of includes, nothing else. Not in the umbrella.

#endif  // TC3_SINGLE_HEADER_TESTING_0_1_0
