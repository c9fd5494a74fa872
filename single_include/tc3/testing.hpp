// SPDX-License-Identifier: MIT
// <tc3/testing.hpp> of tc3 0.1.0, made by tools/amalgamate.py from the headers under include/: edit those.
// SHA-256 of these 21 headers, one after the other: 32c8afa103250e7580fbbdd83a090bcfb30c6daa7de72f8d6ba79c58c5b74379
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
#include <tc3/signing/diagnose.hpp>

// ---- tc3/requirements.hpp -------------------------------------------------------------------------------------------

// What tc3 requires: C++20, a compiler that tc3 is tested with or an unknown one, and headers of one tree. If something is missing, the
// first error of each header says what to do: a header that includes no other header of tc3 includes this one before anything else.
// TC3_REFUSED is defined then, and the entry headers (tc3.hpp, testing.hpp, adapters/) skip the rest.
//
// Compilers that only resemble GCC or LLVM's clang have other numbers or other faults, and are not refused: Apple's, Intel's, NVIDIA's and
// those with the front end of EDG. clang-cl is LLVM's clang. Microsoft's compiler states its language in _MSVC_LANG.

#if defined(TC3_REFUSED)
// The reason has been printed.
#elif defined(__GNUC__) && __GNUC__ < 11 && !defined(__clang__) && !defined(__INTEL_COMPILER) && !defined(__NVCOMPILER) && !defined(__EDG__)
#define TC3_REFUSED
#error "tc3 needs GCC 11 or later: compile with a newer g++"
#elif defined(__clang__) && __clang_major__ < 14 && !defined(__apple_build_version__) && !defined(__INTEL_LLVM_COMPILER)
#define TC3_REFUSED
#error "tc3 needs clang 14 or later: compile with a newer clang++"
#elif __cplusplus < 202002L && !(defined(_MSVC_LANG) && _MSVC_LANG >= 202002L)
#define TC3_REFUSED
#error "tc3 needs C++20: compile with -std=c++20 (MSVC: /std:c++20)"
#elif defined(TC3_FROM_INCLUDE)
#define TC3_REFUSED
#error "tc3 is included from include/ and from single_include/: keep one of these folders on the include path and remove the other"
#else
#define TC3_FROM_SINGLE_INCLUDE  // tools/amalgamate.py swaps this name and TC3_FROM_INCLUDE in its output
#endif

#ifndef TC3_REFUSED

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <limits>
#include <list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

// ---- tc3/testing/decision.hpp ---------------------------------------------------------------------------------------

// The emulator's decision on a request: accepted, or rejected for a reason that has an error code of the service.

namespace tc3::inline TC3_NAMESPACE::testing {

/// The reason for which the emulator rejects a request, in the order of its checks. Those of verify_authorization(), signing::rejection,
/// are among them under the same names: see rejection_of().
enum class rejection : std::uint8_t {
    none,                     ///< no rejection: the request reached the handler of its action
    malformed_http,           ///< bytes that are not an HTTP request: see message_error; the only one with status 400
    method,                   ///< a method other than GET and POST
    host,                     ///< a host that no service has
    malformed_authorization,  ///< a missing Authorization header, or one of another form
    missing_timestamp,        ///< a missing X-TC-Timestamp, or one that is not a number of seconds
    skew,                     ///< a timestamp more than 300 seconds away from the emulator's clock
    scope_date,               ///< a credential scope of another UTC day than the timestamp
    service,                  ///< a credential scope of another service than the host
    missing_signed_header,    ///< Content-Type or Host unsigned, a signed header that was not sent, or an unordered list of them
    unknown_key_id,           ///< a secret id that was not added
    missing_token,            ///< a temporary key without X-TC-Token
    token,                    ///< an X-TC-Token of another key, or one with a permanent key
    payload,                  ///< a body that differs from X-TC-Content-SHA256
    signature,                ///< a signature of another request or key
    crypto_failed,            ///< a failure of the emulator's policy
    action,                   ///< a missing X-TC-Action, or one that the service does not have
    version,                  ///< a missing X-TC-Version, or one that the action does not have
    rate,                     ///< more calls of the action within one second than the account may make
    region,                   ///< a missing X-TC-Region
    content_type,             ///< a Content-Type that does not fit the method
    size,                     ///< a body or query over the limit
    unknown_parameter,        ///< a parameter that the action does not have
    missing_parameter,        ///< a required parameter that is absent
    parameter_value,          ///< a value outside a closed set, range or size, or one that another parameter excludes
    parameter,                ///< malformed JSON or query, or a value of another type than its field
    output,                   ///< an accepted request whose output cannot be written: a defect of the handler
};

/// Returns the rejection of the emulator for one of verify_authorization().
[[nodiscard]] constexpr testing::rejection rejection_of(signing::rejection reason) noexcept {
    switch (reason) {
        case signing::rejection::malformed_authorization: return testing::rejection::malformed_authorization;
        case signing::rejection::missing_timestamp: return testing::rejection::missing_timestamp;
        case signing::rejection::skew: return testing::rejection::skew;
        case signing::rejection::scope_date: return testing::rejection::scope_date;
        case signing::rejection::service: return testing::rejection::service;
        case signing::rejection::missing_signed_header: return testing::rejection::missing_signed_header;
        case signing::rejection::unknown_key_id: return testing::rejection::unknown_key_id;
        case signing::rejection::payload: return testing::rejection::payload;
        case signing::rejection::signature: return testing::rejection::signature;
        case signing::rejection::crypto_failed: return testing::rejection::crypto_failed;
    }
    return testing::rejection::crypto_failed;
}

/// Returns the service's error code for a rejection; empty for `none` and `malformed_http`, which have none.
///
/// Source: docs/tc3-signing.md 1.7 and 5.3.
[[nodiscard]] constexpr std::string_view code_of(rejection reason) noexcept {
    switch (reason) {
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

/// Returns a rejection in words, without a full stop: the start of the message that a client receives.
[[nodiscard]] constexpr std::string_view describe(rejection reason) noexcept {
    switch (reason) {
        case rejection::none: return "accepted";
        case rejection::malformed_http: return "the bytes are not an HTTP/1.1 request";
        case rejection::method: return "the method is neither GET nor POST";
        case rejection::host: return "no service has this host";
        case rejection::malformed_authorization: return "the Authorization header is missing or not in the form of TC3-HMAC-SHA256";
        case rejection::missing_timestamp: return "the header X-TC-Timestamp is missing or not a number of seconds";
        case rejection::skew: return "the signature has expired: too much deviation between X-TC-Timestamp and the server time";
        case rejection::scope_date: return "the date in the credential scope is not the UTC date of X-TC-Timestamp";
        case rejection::service: return "the service in the credential scope is not the lower-case name of the service of this host";
        case rejection::missing_signed_header:
            return "SignedHeaders lacks content-type or host, is not sorted, or names a header that was not sent";
        case rejection::unknown_key_id: return "the SecretId is not found";
        case rejection::missing_token: return "the SecretId is not found: it is temporary, and the header X-TC-Token is missing";
        case rejection::token: return "the header X-TC-Token does not belong to the SecretId";
        case rejection::payload: return "the body differs from its hash in X-TC-Content-SHA256";
        case rejection::signature:
            return "the signature is not that of this request: key, method, path, query, a signed header or body differ";
        case rejection::crypto_failed: return "the crypto policy of the emulator failed";
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
        case rejection::output: return "the output of the handler cannot be written";
    }
    return "";
}

/// An error of the service. A handler returns it instead of an output.
struct service_error {
    std::string code;          ///< the error code: "FailedOperation.DetectFailed"
    std::string message = {};  ///< the text for people
};

/// The emulator's decision on the last request.
struct decision {
    testing::rejection rejection = testing::rejection::none;  ///< the reason of the emulator; `none` if the handler returned the error
    std::string code;                                         ///< the error code in the response; empty for an output
    std::string action;                                       ///< X-TC-Action as sent; empty if the request was rejected before it was read
    std::string secret_id;                                    ///< the id that signed; empty unless the signature is right
    std::string signed_host;                                  ///< host_service::signed_host if that was signed; else empty
    /// The first finding of signing::diagnose() about a request whose signature, time, token or secret id was rejected. It has a cause, for
    /// which signing::advice() states what to do.
    std::optional<signing::finding> finding;
    /// The canonical request that the emulator computed, masked as by signing::explain(); empty if the Authorization header or a header
    /// that it names could not be read.
    std::string canonical_request;
    std::string string_to_sign;  ///< the string to sign of that canonical request; it has no secret

    /// Returns whether the request reached its handler, which may still have returned an error.
    [[nodiscard]] bool accepted() const noexcept { return rejection == testing::rejection::none; }
};

/// A request that gets an error instead of an output.
struct rejected_request {
    rejection reason = rejection::none;  ///< the reason of the emulator; `none` if the error is the handler's own
    service_error error = {};            ///< the error that is sent
};

/// Makes the error for a rejection. `details` follows the words of describe() in the message.
[[nodiscard]] unexpected<rejected_request> reject(rejection reason, std::string_view details = {});

/// The members of an output as the text of a JSON object, or the error instead.
using written_output = result<std::string, rejected_request>;

}  // namespace tc3::inline TC3_NAMESPACE::testing

// ---- tc3/testing/emulator_response.hpp ------------------------------------------------------------------------------

// The emulator's response: a value for a transport, and its bytes for a socket.

namespace tc3::inline TC3_NAMESPACE::testing {

/// A response that owns its body. It satisfies the concept tc3::http_response, so a transport can return it.
struct emulator_response {
    int status = 200;                               ///< the HTTP status
    std::string content_type = "application/json";  ///< the value of Content-Type
    std::string body = {};                          ///< the body, complete
    std::string date =
        {};  ///< the value of Date, "Tue, 14 Nov 2023 22:13:20 GMT"; empty: none. tc3::server_time() reads it from a failure.
};

/// Writes a response as HTTP/1.1, body included. Only the statuses 200 and 400, which the emulator sends, have a reason phrase.
template <sink S>
void write_response(S& out, const emulator_response& response) {
    out.append("HTTP/1.1 ");
    write_decimal(out, response.status);
    out.append(response.status == 200 ? " OK" : response.status == 400 ? " Bad Request" : " ");
    out.append("\r\nContent-Type: ");
    out.append(response.content_type);
    out.append("\r\nContent-Length: ");
    write_decimal(out, response.body.size());
    if (!response.date.empty()) {
        out.append("\r\nDate: ");
        out.append(response.date);
    }
    out.append("\r\n\r\n");
    out.append(response.body);
}

}  // namespace tc3::inline TC3_NAMESPACE::testing

// ---- tc3/testing/rate_limit.hpp -------------------------------------------------------------------------------------

// Counts calls per second, for the limit that the service sets on the calls of an account.

namespace tc3::inline TC3_NAMESPACE::testing::detail {

/// The calls of each account and action within one second.
///
/// Cost: memory and time are linear in the pairs of account and action since the start.
class call_counter {
public:
    /// Counts a call, unless `limit` calls were counted in the second `now`. Returns whether it was counted.
    [[nodiscard]] bool admit(std::string_view account, std::string_view action, std::uint32_t limit, unix_time now);

private:
    struct entry {
        std::string account;
        std::string action;
        unix_time second = {};
        std::uint32_t count = 0;
    };

    [[nodiscard]] entry& find(std::string_view account, std::string_view action);

    std::vector<entry> entries_;
};

}  // namespace tc3::inline TC3_NAMESPACE::testing::detail

// ---- tc3/testing/query_form.hpp -------------------------------------------------------------------------------------

// Converts a query, `A.B=text&Filters.0.Name=zone`, into the JSON object that a POST would have sent (docs/tc3-signing.md 1.8).

namespace tc3::inline TC3_NAMESPACE::testing {

/// The members of a query as a tree.
///
/// A query has no types: `Limit=7` can be a number or a text. json() writes each value that looks like a number or a boolean as one. If the
/// reader, which knows the type of the field, expects a text instead, make_text() changes that value, and json() is called again.
class query_form {
public:
    /// Parses a query.
    ///
    /// Errors: rejection::parameter for a malformed escape, an empty part of a name, and more than 32 parts.
    [[nodiscard]] static result<query_form, rejected_request> parse(std::string_view query);

    /// Writes the query as a JSON object. A name that occurs twice is written twice, so that the reader rejects it.
    ///
    /// Errors: rejection::parameter for a list index that occurs twice or is above 999, and for text that is not UTF-8.
    [[nodiscard]] result<std::string, rejected_request> json();

    /// Makes a text of the number or boolean at a byte position of the last json(). Returns false if there is none.
    [[nodiscard]] bool make_text(std::size_t position) noexcept { return make_text(root_, position); }

private:
    static constexpr std::size_t deepest = 32;
    static constexpr std::size_t largest_index = 999;

    /// A value, or a branch with members: an object, or a list if all its members are indices.
    struct node {
        std::string name = {};
        std::string text = {};
        bool is_value = false;
        bool is_text = false;
        std::size_t position = 0;  // of a value in the last json()
        std::vector<node> members = {};
    };

    [[nodiscard]] bool add(std::string_view name, std::string_view text);
    [[nodiscard]] static node& find_or_add_branch(node& parent, std::string_view name);

    [[nodiscard]] static bool is_number_or_boolean(std::string_view text);
    [[nodiscard]] static bool is_index(std::string_view name) noexcept;
    [[nodiscard]] static bool is_list(const node& branch) noexcept;

    using writer = json::writer<std::string>;

    /// Writes a node; `text` is what `out` has written, for the positions of values.
    [[nodiscard]] static bool write(writer& out, const std::string& text, node& node);
    [[nodiscard]] static bool write_object(writer& out, const std::string& text, node& object);

    /// Writes elements in the order of their indices, which may differ from that of the query. An index that is left out gives null.
    [[nodiscard]] static bool write_list(writer& out, const std::string& text, node& list);

    [[nodiscard]] static bool make_text(node& branch, std::size_t position) noexcept;

    node root_;
};

}  // namespace tc3::inline TC3_NAMESPACE::testing

// ---- tc3/testing/received_message.hpp -------------------------------------------------------------------------------

// Parses a raw HTTP/1.1 request without a change to any byte. It is strict wherever a lenient parser could see another text than the one
// that was signed.

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

// ---- tc3/testing/read_input.hpp -------------------------------------------------------------------------------------

// Reads the parameters of a request into an input, as strictly as the service does, and names the parameter that is wrong.

namespace tc3::inline TC3_NAMESPACE::testing {

/// The input that read_input() fills, without its type: one function reads all inputs.
///
/// Lifetime: refers to the input.
struct input_target {
    reading_table fields;
    void* input;
    std::string_view closed_set_as_type = {};  ///< a parameter whose value outside its closed set is rejected as a wrong type

    template <class Input>
    [[nodiscard]] static input_target of(Input& input TC3_LIFETIMEBOUND) noexcept {
        return {reading_table_of<Input>(), &input};
    }
};

/// Reads the body of a POST or the query of a GET.
///
/// Errors: unknown_parameter, missing_parameter, parameter_value or parameter; the message names the parameter, and for a POST the byte.
[[nodiscard]] result<void, rejected_request> read_input(const received_message& message, const input_target& target);

/// Returns whether the Content-Type is that of JSON for a POST, or of a query for a GET. Its parameters, as charset, are ignored.
[[nodiscard]] bool has_parameter_content_type(const received_message& message) noexcept;

namespace detail {

[[nodiscard]] constexpr rejection rejection_of(errc code) noexcept {
    switch (code) {
        case errc::unknown_member: return rejection::unknown_parameter;
        case errc::missing: return rejection::missing_parameter;
        case errc::not_allowed:
        case errc::too_large:
        case errc::out_of_range: return rejection::parameter_value;
        default: return rejection::parameter;
    }
}

/// An error with its own copy of the parameter's name, "Filters[2].Name", since the decoder's path does not outlive the reading.
struct parameter_error {
    tc3::error error = {};
    std::string name = {};  ///< empty for an error of the document as a whole
};

}  // namespace detail

}  // namespace tc3::inline TC3_NAMESPACE::testing

// ---- tc3/testing/rejection_finding.hpp ------------------------------------------------------------------------------

// Asks the signature doctor why the emulator rejects the signature, time, token or secret id of a request.

namespace tc3::inline TC3_NAMESPACE::testing::detail {

/// What the emulator knows beside a request.
///
/// Lifetime: refers to the emulator.
struct emulator_facts {
    std::span<const credential_view> credentials;
    std::span<const std::string_view> hosts;  ///< those of the service
    std::string_view scope_service;           ///< the service that the credential scope must name
    unix_time now;
};

/// Returns the doctor's first finding about a request that is rejected; nothing if the doctor has none, or if the request names a secret id
/// that is not known, unless that is a secret key that is known.
///
/// Cost: that of signing::diagnose(), which is largest if no cause fits: up to 100 ms.
[[nodiscard]] std::optional<signing::finding> find_cause(const received_message& message, const emulator_facts& facts);

/// Returns a finding as a sentence without a full stop: "Another Content-Type was signed than sent: with Content-Type `application/json`
/// the signature fits".
[[nodiscard]] std::string describe(const signing::finding& found);

}  // namespace tc3::inline TC3_NAMESPACE::testing::detail

// ---- tc3/testing/write_envelope.hpp ---------------------------------------------------------------------------------

// Writes outputs and errors in the envelope of the service, {"Response":{...,"RequestId":"..."}} (docs/tc3-signing.md 5.1).

namespace tc3::inline TC3_NAMESPACE::testing::detail {

/// Writes a described output as a JSON object.
///
/// Errors: rejection::output for text that is not UTF-8 and for a required field that is unset.
[[nodiscard]] written_output write_members(writing_table fields, const void* output);

/// Writes the body of a response with an output. `members` is the text of a JSON object.
///
/// Errors: rejection::output for text that is not exactly one JSON object.
[[nodiscard]] result<std::string, rejected_request> write_output_body(std::string_view members, std::string_view request_id);

/// Writes the body of a response with an error. Text that is not UTF-8 is replaced by "".
[[nodiscard]] std::string write_error_body(const service_error& error, std::string_view request_id);

/// Writes an envelope around what `write_content(writer)` writes.
template <class WriteContent>
[[nodiscard]] std::string write_envelope(std::string_view request_id, WriteContent write_content) {
    std::string body;
    json::writer out(body);
    out.begin_object();
    out.name("Response");
    out.begin_object();
    write_content(out);
    out.name("RequestId");
    out.string(request_id);
    out.end_object();
    out.end_object();
    return body;
}

}  // namespace tc3::inline TC3_NAMESPACE::testing::detail

// ---- tc3/testing/reply.hpp ------------------------------------------------------------------------------------------

// The reply of an action to one call: an output or an error. Handlers return replies, and scripts are lists of them.

namespace tc3::inline TC3_NAMESPACE::testing {

/// The type of as_usual.
struct as_usual_t {};
/// A reply for scripts only: what the action replies without a script.
inline constexpr as_usual_t as_usual{};

/// A reply of any action, in the form in which it is sent. All conversions to it are implicit, so that a handler can return any of them.
class any_reply {
public:
    /// An output as the text of a JSON object, "{}" for one without members. RequestId in it is ignored.
    any_reply(std::string members) : written_(std::move(members)) {}                                                      // NOLINT
    any_reply(service_error error) : written_(unexpected(rejected_request{rejection::none, std::move(error)})) {}         // NOLINT
    any_reply(unexpected<service_error> error) : any_reply(std::move(error).error()) {}                                   // NOLINT
    any_reply(written_output written) : written_(std::move(written)) {}                                                   // NOLINT
    any_reply(unexpected<rejected_request> rejected) : written_(std::move(rejected)) {}                                   // NOLINT
    any_reply(as_usual_t) : written_(reject(rejection::output, ": as_usual is for scripts only")), is_as_usual_(true) {}  // NOLINT
    any_reply(result<std::string, service_error> members);                                                                // NOLINT

    [[nodiscard]] bool is_as_usual() const noexcept { return is_as_usual_; }
    /// Returns the members of the output, or the error.
    [[nodiscard]] const written_output& written() const& noexcept TC3_LIFETIMEBOUND { return written_; }

private:
    written_output written_;
    bool is_as_usual_ = false;
};

/// A reply to inputs of one type. It also converts from an output, and from `result<output, service_error>`.
template <class Input>
class reply : public any_reply {
public:
    using output_or_error = result<output_of_t<Input>, service_error>;

    using any_reply::any_reply;
    reply(any_reply written) : any_reply(std::move(written)) {}  // NOLINT: implicit
    template <std::convertible_to<output_or_error> Output>
    reply(Output&& output) : any_reply(write(output_or_error(std::forward<Output>(output)))) {}  // NOLINT: implicit

private:
    [[nodiscard]] static written_output write(const output_or_error& output) {
        if (!output) return unexpected(rejected_request{rejection::none, output.error()});
        return detail::write_members(writing_table_of<output_of_t<Input>>(), &*output);
    }
};

/// A list of replies, one for each call; the last one repeats. Copies share the list; each has its own position in it.
class reply_script {
public:
    /// Makes a script without replies, which is as_usual forever.
    reply_script() = default;
    template <std::derived_from<any_reply> Reply>
    explicit reply_script(const std::vector<Reply>& replies)
        : replies_(std::make_shared<const std::vector<any_reply>>(replies.begin(), replies.end())) {}

    [[nodiscard]] bool empty() const noexcept { return replies_ == nullptr || replies_->empty(); }
    /// Returns the reply to this call and moves to the next one.
    [[nodiscard]] any_reply next();

private:
    std::shared_ptr<const std::vector<any_reply>> replies_;
    std::size_t next_ = 0;
};

}  // namespace tc3::inline TC3_NAMESPACE::testing

// ---- tc3/testing/request_ids.hpp ------------------------------------------------------------------------------------

// Request ids in the form of the service's, identical in every run.

namespace tc3::inline TC3_NAMESPACE::testing {

/// A counter in the form of a UUID. The first id is "00000000-0000-4000-8000-000000000001".
class counted_request_ids {
public:
    /// Returns the next id. The counter starts again after 10^12 ids.
    [[nodiscard]] std::string operator()();

private:
    std::uint64_t count_ = 0;
};

}  // namespace tc3::inline TC3_NAMESPACE::testing

// ---- tc3/testing/emulator.hpp ---------------------------------------------------------------------------------------

// The service in memory, for tests: checks a raw HTTP request as the service does, and responds with its output or its error code
// (docs/tc3-signing.md 1.7 and 5.1).

namespace tc3::inline TC3_NAMESPACE::testing {

/// The requests that an action accepts.
enum class signing_rule : std::uint8_t {
    signed_only,        ///< signed requests
    signed_or_skipped,  ///< signed requests and those with `Authorization: SKIP`, for the few actions that need no credential
};

/// A copyable callable for inputs of one type. `handler(input)` returns an output, a service_error, or another type that converts to
/// `reply<Input>`.
template <class Handler, class Input>
concept input_handler = std::copy_constructible<Handler> && std::invocable<Handler&, const Input&> &&
                        std::convertible_to<std::invoke_result_t<Handler&, const Input&>, reply<Input>>;

/// A callable for requests whose parameters the emulator does not read. It returns the members of the output as a JSON object, "{}" for
/// none, or a service_error.
using message_handler = std::function<any_reply(const received_message&)>;

/// An action that is known only at run time, and its handler.
struct untyped_action {
    tc3::action action;
    message_handler handler;
    signing_rule rule = signing_rule::signed_only;
};

/// A service by which the emulator handles a request.
struct host_service {
    std::string service;             ///< the service whose actions the host has: "faceid"
    std::string scope_service = {};  ///< the service that the credential scope must name; empty: `service`
    std::string signed_host = {};    ///< a Host that may have been signed in place of the one that was sent; empty: no other
};

/// Returns the service of the host of a request, or nothing if the host is unknown. Where the host is an address, X-TC-Action, X-TC-Version
/// and the credential scope can decide. Nothing of the request has been verified.
using host_finder = std::function<std::optional<host_service>(const received_message&)>;

/// Returns a reply in place of the action's, or nothing to let the action reply.
using interceptor = std::function<std::optional<any_reply>(const received_message&)>;

/// An emulator of one or more services. It has no clock, no randomness and no sockets of its own, so each run gives the same responses.
///
/// Use it in this order:
/// 1. Construct it with two callables: the clock, which returns the server time as tc3::unix_time, and the source of tokens, which returns
///    the text of a new session token each time a handler calls next_token(). For services without sessions, `[] { return ""; }` will do.
/// 2. Add the keys that may sign: add_credential().
/// 3. Add actions: serve() for your own, serve_faceid() for all of eKYC. Optionally add_host() or find_hosts_with(), intercept_with(),
///    limit_calls() and use_request_ids().
/// 4. Call it: it is a transport, tc3::call(service, input, profile, now). With a server of your own, pass raw bytes to receive().
/// 5. See last() for the decision on the last request, if a call failed.
///
///     const auto clock = [] { return tc3::unix_time{1700000000}; };
///     const auto tokens = [count = 0]() mutable { return "token-" + std::to_string(++count); };
///     tc3::testing::emulator service(clock, tokens);
///     service.add_credential("id", "key");
///     service.serve<my::input>([](const my::input& input) { return my::output{.text = input.text}; });
///     const auto output = tc3::call(service, my::input{.text = "a"}, profile, tc3::unix_time{1700000000});
///
/// Use it in one thread at a time.
///
/// Errors: if memory runs out, std::bad_alloc leaves the function. The emulator is then as before, except for what a request had already
/// done in receive().
/// Lifetime: all arguments are copied. Handlers may refer to the emulator, so it can be neither copied nor moved.
class emulator {
public:
    using time_source = std::function<unix_time()>;
    using text_source = std::function<std::string()>;

    /// Makes an emulator without keys and actions. `policy` verifies signatures; another implementation than the client's makes the two
    /// sides independent.
    template <crypto::sha_256_policy Policy = crypto::builtin_policy>
        requires std::copy_constructible<Policy>
    emulator(time_source now, text_source tokens, Policy policy = Policy{})
        : now_(std::move(now)), tokens_(std::move(tokens)), verify_(make_verifier(std::move(policy))) {}

    emulator(const emulator&) = delete;
    emulator& operator=(const emulator&) = delete;

    /// Adds a key that may sign, a temporary one if it has a token. Replaces the key and token of a known id.
    void add_credential(std::string_view secret_id, std::string_view secret_key, std::string_view token = {});

    /// Adds a host of a service, or replaces its service. A host without a port matches every port. serve() adds the host of its action.
    void add_host(std::string_view host, std::string_view service);

    /// Sets a function that finds the services of hosts that were not added; an empty one finds none. Replaces the previous function.
    void find_hosts_with(host_finder finder) { find_unknown_host_ = std::move(finder); }

    /// Returns the services that have an action of a version, each once, in the order of serve(). An empty version matches all.
    [[nodiscard]] std::vector<std::string> services_of(std::string_view action, std::string_view version = {}) const;

    /// Sets a function that can reply to requests in place of their actions, for faults; an empty one replies to none. Replaces the
    /// previous function.
    ///
    /// It is asked about each request with a right signature, and a known action and version, that is within the limit of calls. The
    /// parameters have not been checked. If it replies with anything but as_usual, the action has no effect: it begins no session and
    /// uses up no reply.
    void intercept_with(interceptor intercept) { intercept_ = std::move(intercept); }

    /// Adds a typed action: `service.serve<my::input>(handler)`. The field table of the input decides which parameters are valid; unknown
    /// ones are rejected. An input without members needs no table. A later handler of the same action and version replaces this one.
    template <has_action Input, input_handler<Input> Handler>
    void serve(Handler handler, signing_rule rule = signing_rule::signed_only);

    /// Adds an action that is known only at run time. Its Content-Type and parameters are not checked.
    void serve(const tc3::action& action, message_handler handler, signing_rule rule = signing_rule::signed_only);
    /// Adds several such actions: all of them, or none if memory runs out.
    void serve(std::vector<untyped_action> actions);

    /// Sets whether calls over an action's `calls_per_second` are rejected; each key has its own count. By default limits apply once the
    /// clock has advanced; a fixed test clock disables them. Actions without a stated limit have none.
    void limit_calls(bool limited) noexcept { limits_calls_ = limited; }

    /// Sets whether the signature doctor is asked about rejected requests; it is by default. Without it a test or a server that gets many
    /// wrong signatures is faster: see receive().
    void diagnose_rejections(bool diagnosed) noexcept { diagnoses_ = diagnosed; }

    /// Replaces the counted request ids. `ids` returns a new request id for each response.
    void use_request_ids(text_source ids) { request_ids_ = std::move(ids); }

    /// Responds to the bytes of one complete request. The response has the Date of the emulator's clock.
    ///
    /// If the signature, the time, the token or the secret id is rejected, last() has the first finding of signing::diagnose(), and the
    /// message ends with it. The doctor knows the keys and hosts of the emulator, and is not asked about secret ids that it does not know.
    ///
    /// Errors: the response contains them, and last() the reason: an error of the service with status 200, or status 400 for bytes that are
    /// not HTTP. If memory runs out, the request may have been handled, as if its response was lost: it may have begun a session or used up
    /// a reply. last() is then unchanged.
    /// Cost: the body is hashed twice. A rejected signature costs up to 100 ms more, which the doctor takes to search for the cause.
    emulator_response receive(std::string_view raw_http_request);

    /// Responds to a request, as a transport. The request is written as for a socket and passed to receive(). Never returns an error.
    result<emulator_response, transport_error> operator()(const http::request_view& request);

    /// Returns the decision on the last request.
    [[nodiscard]] const decision& last() const& noexcept TC3_LIFETIMEBOUND { return last_; }

    /// Returns a new token, for handlers.
    [[nodiscard]] std::string next_token() { return tokens_(); }
    /// Returns the server time, for handlers.
    [[nodiscard]] unix_time now() { return now_(); }

private:
    using key_finder = std::function<std::string_view(std::string_view secret_id)>;
    using verifier = std::function<result<signing::verified_request, signing::rejection>(
        const signing::received_request&, const signing::verify_options&, const key_finder&)>;
    using action_runner = std::function<written_output(const received_message&)>;

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
        action_runner run;
    };
    /// Hosts and actions, in lists: take() cannot fail, and a handler may call serve() while an action is running.
    struct entries {
        std::list<host_entry> hosts;
        std::list<served_action> actions;

        void add_host(std::string_view host, std::string_view service);
        void add_action(const tc3::action& action, bool reads_parameters, signing_rule rule, action_runner run);
        void add(const tc3::action& action, message_handler handler, signing_rule rule);
        void take(entries& others) noexcept;
    };
    /// Empties the last decision, and puts it back when it is destroyed, unless keep() was called.
    class decision_rollback;

    template <class Policy>
    [[nodiscard]] static verifier make_verifier(Policy policy) {
        return [kept = std::move(policy)](const auto& request, const auto& options, const key_finder& find_key) mutable {
            return signing::verify_authorization(request, options, find_key, kept);
        };
    }

    void add_action(const tc3::action& action, bool reads_parameters, signing_rule rule, action_runner run);
    [[nodiscard]] emulator_response respond(std::string_view raw_http_request);
    [[nodiscard]] const host_entry* find_host(std::string_view host) const noexcept;
    /// Returns the service of a host that was added, or of one that the host finder knows.
    [[nodiscard]] std::optional<host_service> find_service(const received_message& message) const;
    [[nodiscard]] const credential* find_credential(std::string_view secret_id) const noexcept;
    [[nodiscard]] const served_action* find_action(std::string_view service, std::string_view name) const noexcept;
    [[nodiscard]] const served_action* find_version(const served_action& action, std::string_view version) const noexcept;

    /// Checks a request up to its parameters, and lets its action read those.
    [[nodiscard]] written_output handle(const received_message& message);
    /// Verifies token and signature.
    [[nodiscard]] result<void, rejected_request> authorize(const received_message& message, const host_service& host);
    /// Rejects a request for its signature, time, token or secret id, with the doctor's finding in last() and in the message.
    [[nodiscard]] unexpected<rejected_request> reject_with_finding(rejection reason, const received_message& message,
                                                                   const host_service& host, unix_time now);
    [[nodiscard]] std::optional<signing::finding> find_cause(rejection reason, const received_message& message, const host_service& host,
                                                             unix_time now) const;
    /// Keeps the texts that the emulator computes for a signature in last().
    void keep_signed_texts(const signing::received_request& request);
    /// Counts an authorized call. Returns whether it is within the limit of its action, or limits do not apply.
    [[nodiscard]] bool admit(const served_action& action);
    [[nodiscard]] written_output run(const served_action& action, const received_message& message);
    [[nodiscard]] emulator_response respond_to_malformed(message_error error);

    time_source now_;
    text_source tokens_;
    text_source request_ids_ = counted_request_ids{};
    verifier verify_;
    host_finder find_unknown_host_;
    interceptor intercept_;
    std::vector<credential> credentials_;
    entries entries_;
    detail::call_counter calls_;
    std::optional<unix_time> first_call_;
    std::optional<bool> limits_calls_;
    bool diagnoses_ = true;
    decision last_;
};

namespace detail {

/// Returns a valid address without its port. If the last colon is not followed by digits alone, it is one of an IPv6 address.
[[nodiscard]] constexpr std::string_view without_port(std::string_view host) noexcept {
    const std::size_t colon = host.rfind(':');
    if (colon == std::string_view::npos) return host;
    const std::string_view port = host.substr(colon + 1);
    const bool is_number = !port.empty() && ascii::find_not(port, ascii::is_digit) == std::string_view::npos;
    return is_number ? host.substr(0, colon) : host;
}

/// Returns the last entry for which `matches(entry)` is true, or null. The last one, because a later entry replaces an earlier one.
template <class Entries, class Matches>
[[nodiscard]] const typename Entries::value_type* find_last(const Entries& entries, Matches matches) noexcept {
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        if (matches(*entry)) return &*entry;
    }
    return nullptr;
}

/// Returns headers with another value of Host.
///
/// Lifetime: refers to both arguments.
[[nodiscard]] inline std::vector<http::header> with_host(const std::vector<http::header>& headers, std::string_view host) {
    std::vector<http::header> changed = headers;
    for (http::header& each : changed) {
        if (ascii::equal_lower(each.name, "host")) each.value = host;
    }
    return changed;
}

}  // namespace detail

template <has_action Input, input_handler<Input> Handler>
void emulator::serve(Handler handler, signing_rule rule) {
    const auto run = [kept = std::move(handler)](const received_message& message) mutable -> written_output {
        Input input{};
        auto read = read_input(message, input_target::of(input));
        if (!read) return unexpected(std::move(read).error());
        return reply<Input>(kept(std::as_const(input))).written();
    };
    add_action(action_of<Input>, true, rule, run);
}

// ---- one request -----------------------------------------------------------------------------------------------------------------

class emulator::decision_rollback {
public:
    explicit decision_rollback(decision& target) noexcept : target_(target), before_(std::exchange(target, {})) {}
    decision_rollback(const decision_rollback&) = delete;
    decision_rollback& operator=(const decision_rollback&) = delete;
    ~decision_rollback() {
        if (!kept_) target_ = std::move(before_);
    }
    void keep() noexcept { kept_ = true; }

private:
    decision& target_;
    decision before_;
    bool kept_ = false;
};

}  // namespace tc3::inline TC3_NAMESPACE::testing

// ---- tc3/testing/faceid/outputs.hpp ---------------------------------------------------------------------------------

// Outputs of eKYC for a person who passed, with all fields except RequestId; fields with warnings are empty. Made by tools/generate.py from
// tools/faceid.json.

namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail {

/// The JSON of a data type, or of the output of an action. A string "@Address" is replaced by the data type Address. The line ends are not
/// part of the JSON.
struct named_text {
    std::string_view name;
    std::string_view text;
};

/// The data types within outputs.
inline constexpr named_text type_texts[] = {
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

/// The outputs, each with the name of its action.
inline constexpr named_text output_texts[] = {
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

/// The actions that the service took offline.
inline constexpr std::string_view retired_actions[] = {
    "ApplyCardVerification",
    "GetCardVerificationResult",
    "ApplyWebVerificationToken",
    "GetWebVerificationResult",
};

}  // namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail

// ---- tc3/testing/faceid/failed.hpp ----------------------------------------------------------------------------------

// Outputs of eKYC for a person who did not pass, of the actions that return the result of a session.

namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail {

/// The outputs, each with the name of its action, in the form of output_texts. The liveness check failed, so nothing was compared; the chip
/// of the document could not be read. Extra is that of the session.
inline constexpr named_text failed_texts[] = {
    {"GetLivenessResult", R"json(
{"Result":"1005","Description":"Liveness check failed","BestFrame":"@FileInfo","Video":"@FileInfo"}
)json"},
    {"GetFaceIdResultIntl", R"json(
{"Result":"1005","Description":"Liveness check failed","BestFrame":"AAECAw==","Video":"AAECAw==","ActionVideo":"AAECAw==","Similarity":0,
"Extra":"","DeviceInfoLevel":"1","LivenessInfoTag":["03"]}
)json"},
    {"GetSdkVerificationResult", R"json(
{"Result":"1005","Description":"Liveness check failed","ChargeCount":1,"CardVerifyResults":["@CardVerifyResult"],
"CompareResults":[{"ErrorCode":"1005","ErrorMsg":"Liveness check failed","LiveData":"@FileInfo","LiveVideo":"@FileInfo",
"ActionVideo":"@FileInfo","LiveErrorCode":"1005","LiveErrorMsg":"Liveness check failed","BestFrame":"@FileInfo","ProfileImage":"@FileInfo",
"CompareErrorCode":"","CompareErrorMsg":"","Sim":0,"IsNeedCharge":true,"CardInfoInputJson":"@FileInfo","RequestId":"RequestId",
"LivenessInfoTag":["03"]}],"Extra":"","DeviceInfoLevel":"1"}
)json"},
    {"GetWebVerificationResultIntl", R"json(
{"ErrorCode":1005,"ErrorMsg":"Liveness check failed","VerificationDetailList":[{"ErrorCode":1005,"ErrorMsg":"Liveness check failed",
"LivenessErrorCode":1005,"LivenessErrorMsg":"Liveness check failed",
"ReqTimestamp":1700000000123,"Similarity":0,"Seq":"Seq","LivenessInfoTag":[]}],"VideoBase64":"AAECAw==","BestFrameBase64":"AAECAw==",
"OCRResult":["@OCRResult"],"Extra":""}
)json"},
    {"GetWxNFCResult", R"json(
{"ResultCode":"-1","IdNum":"","Name":"","Picture":"","IdCardFrontImg":"","IdCardBackImg":"","BirthDate":"","BeginTime":"","EndTime":"",
"Address":"","Nation":"","Sex":"","IdType":"","EnName":"","SigningOrganization":"","OtherIdNum":"","Nationality":"","PersonalNumber":"",
"CheckMRTD":""}
)json"},
};

}  // namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail

// ---- tc3/testing/faceid/md5.hpp -------------------------------------------------------------------------------------

// MD5 (RFC 1321), which the service uses as the checksum of files. It protects nothing against an attacker.

namespace tc3::inline TC3_NAMESPACE::testing {

/// Returns the MD5 of bytes as 32 lower-case hex digits, the form of `file_info::md5_`.
[[nodiscard]] std::string md5_of(std::string_view bytes);

namespace faceid_detail {

inline constexpr std::size_t md5_block_size = 64;

/// The first 32 bits of the fraction of |sin(step + 1)|, for each step (RFC 1321, 3.4).
inline constexpr std::array<std::uint32_t, 64> md5_sines{
    0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501, 0x698098d8, 0x8b44f7af, 0xffff5bb1,
    0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821, 0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453,
    0xd8a1e681, 0xe7d3fbc8, 0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a, 0xfffa3942,
    0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70, 0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05,
    0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665, 0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d,
    0x85845dd1, 0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391};
/// The rotation of each step: one row per round, which repeats every four steps.
inline constexpr std::array<std::array<unsigned, 4>, 4> md5_rotations{{{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}}};

using md5_state = std::array<std::uint32_t, 4>;

/// The round function of a step, computed, and the index of the word that the step adds.
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
    md5_state current = state;
    for (std::size_t step = 0; step < md5_sines.size(); ++step) {
        const md5_mix mix = mix_md5(current, step);
        const unsigned rotation = md5_rotations[step / 16][step % 4];  // the type for std::rotl differs between standard libraries
        const std::uint32_t sum = current[0] + mix.bits + md5_sines[step] + words[mix.word];
        current = {current[3], current[1] + (sum << rotation | sum >> (32 - rotation)), current[1], current[2]};
    }
    for (std::size_t i = 0; i < state.size(); ++i) state[i] += current[i];
}

constexpr void add_md5_blocks(md5_state& state, std::string_view blocks) noexcept {
    for (; blocks.size() >= md5_block_size; blocks.remove_prefix(md5_block_size)) add_md5_block(state, blocks.substr(0, md5_block_size));
}

}  // namespace faceid_detail

}  // namespace tc3::inline TC3_NAMESPACE::testing

// ---- tc3/testing/faceid/passed.hpp ----------------------------------------------------------------------------------

// Outputs of eKYC for a person who passed, with a value in every field: the emulator's replies unless a test scripts others.

namespace tc3::inline TC3_NAMESPACE::testing {

/// Returns the output of an eKYC action for a person who passed. A test changes the fields that it is about:
///
///     auto output = testing::passed<faceid::get_liveness_result>();
///     output.result = "1005";
///
/// Every field has a value except `request_id`. Texts and lists that report something against the person, such as warnings and traces of an
/// attack, are set and empty. Files are empty; their addresses lead nowhere (RFC 2606).
template <has_action Input>
[[nodiscard]] output_of_t<Input> passed();

namespace faceid_detail {

/// Returns the output of an action for a person who passed, as the text of a JSON object.
[[nodiscard]] std::string passed_members(std::string_view action);

/// Returns a text of outputs.hpp or failed.hpp as JSON: each "@Type" is replaced by the text of that type, line ends are removed.
[[nodiscard]] std::string expanded(std::string_view text);

/// Another value for a member of an output.
struct changed_member {
    std::string_view name;
    std::string_view value;
    bool is_text = true;  ///< false: the value is a number
};

/// Returns the text of a JSON object with other values of some members. Changes of members that it does not have are ignored.
///
/// Errors: rejection::output for a value that is not UTF-8.
[[nodiscard]] written_output changed_members(std::string_view members, std::initializer_list<changed_member> changes);

/// Returns passed_members(action) with other values of some members.
///
/// Errors: rejection::output for a value that is not UTF-8.
[[nodiscard]] written_output passed_members_with(std::string_view action, std::initializer_list<changed_member> changes);

/// Returns the text of a name; "null" for a name that the list does not have.
[[nodiscard]] constexpr std::string_view find_text(std::span<const named_text> texts, std::string_view name) noexcept {
    for (const named_text& each : texts) {
        if (each.name == name) return each.text;
    }
    return "null";
}

}  // namespace faceid_detail

template <has_action Input>
output_of_t<Input> passed() {
    const std::string text = faceid_detail::passed_members(action_of<Input>.name);
    output_of_t<Input> output;
    decoder in(text, strict_reading);
    read_struct(in, output);
    return output;
}

}  // namespace tc3::inline TC3_NAMESPACE::testing

// ---- tc3/testing/faceid/rules.hpp -----------------------------------------------------------------------------------

// The rules of eKYC for parameters that field tables cannot express: rules between two parameters, and forms of a text.

namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail {

/// Validates an input, which its table has found valid, against the rules of its action. The overloads below are the actions with rules;
/// this one is for all others.
///
/// Errors: the first rule that is broken, with the parameter and the condition in the message.
template <class Input>
[[nodiscard]] result<void, rejected_request> validate_input(const Input&) {
    return {};
}

// actions that begin a session
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::apply_sdk_verification_token& input);
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::apply_web_verification_biz_token_intl& input);
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::get_face_id_token_intl& input);
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::create_upload_url& input);

// checks of a face
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::compare_face_liveness& input);
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::video_liveness_compare& input);
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::liveness_compare& input);
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::detect_ai_fake_faces& input);

// checks against a register
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::check_id_card_information& input);
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::id_card_ocr_verification& input);
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::phone_verification& input);
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::bank_card_2e_verification& input);
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::bank_card_4e_verification& input);
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::bank_card_verification& input);
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::check_bank_card_information& input);
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::check_id_name_date& input);
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::id_card_verification& input);
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::image_recognition& input);
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::image_recognition_v2& input);
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::mobile_network_time_verification& input);
[[nodiscard]] result<void, rejected_request> validate_input(const faceid::mobile_status& input);

// ---- the parts of a rule ---------------------------------------------------------------------------------------------------------

/// The result of one rule.
struct rule_result {
    rejection reason = rejection::none;  ///< `none` if the rule is kept
    std::string_view parameter = {};     ///< the parameter and, after it, the condition
};

[[nodiscard]] constexpr rule_result missing_if(bool is_broken, std::string_view parameter) noexcept {
    return is_broken ? rule_result{rejection::missing_parameter, parameter} : rule_result{};
}
[[nodiscard]] constexpr rule_result wrong_if(bool is_broken, std::string_view parameter) noexcept {
    return is_broken ? rule_result{rejection::parameter_value, parameter} : rule_result{};
}

/// Returns the first rule that is broken as a rejection.
[[nodiscard]] result<void, rejected_request> reject_first(std::initializer_list<rule_result> rules);

/// Returns whether an optional parameter is set and, if it is a text, bytes or a list, not empty.
template <class Optional>
[[nodiscard]] bool is_given(const Optional& value) {
    if constexpr (requires { value->empty(); }) {
        return value.has_value() && !value->empty();
    } else {
        return value.has_value();
    }
}

/// Returns an optional text; "" if it is unset.
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

/// Returns whether a text is one of the words, or two of them with a comma between.
[[nodiscard]] constexpr bool is_one_or_two_of(std::string_view text, std::initializer_list<std::string_view> words) noexcept {
    text_scanner list(text);
    if (const auto first = list.take_until(",")) return is_one_of(*first, words) && is_one_of(list.rest(), words);
    return is_one_of(text, words);
}

/// Returns whether a text is a valid ActionList.
[[nodiscard]] constexpr bool are_motions(std::string_view text) noexcept {
    return is_one_or_two_of(text, {"blink", "mouth", "nod", "shake"});
}

/// Returns whether a text is a URL with scheme, host and path, all of it visible ASCII.
[[nodiscard]] constexpr bool is_absolute_url(std::string_view url) noexcept {
    if (ascii::find_not(url, ascii::is_visible) != std::string_view::npos) return false;
    text_scanner rest(url);
    const auto scheme = rest.take_until("://");
    if (!scheme || scheme->empty() || ascii::find_not(*scheme, ascii::is_token) != std::string_view::npos) return false;
    const auto host = rest.take_until("/");
    return host && !host->empty();
}

/// Validates ValidateData of LivenessCompare and VideoLivenessCompare, whose form depends on LivenessType.
template <class Input>
[[nodiscard]] result<void, rejected_request> validate_liveness_data(const Input& input) {
    const std::string_view kind = input.liveness_type;
    const std::string_view data = text_of(input.validate_data);
    const bool four_digits = data.size() == 4 && ascii::find_not(data, ascii::is_digit) == std::string_view::npos;
    return reject_first({
        missing_if(kind != "SILENT" && data.empty(), "ValidateData, because LivenessType is LIP or ACTION"),
        wrong_if(kind == "LIP" && !four_digits, "ValidateData is not four digits"),
        wrong_if(kind == "ACTION" && !is_one_of(data, {"1,2", "2,1"}), "ValidateData is neither 1,2 nor 2,1"),
        wrong_if(kind == "SILENT" && !data.empty(), "ValidateData, because LivenessType is SILENT"),
    });
}

}  // namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail

// ---- tc3/testing/faceid/sessions.hpp --------------------------------------------------------------------------------

// The sessions of eKYC: one action begins a session and returns its token, an app runs it, another action returns its result.

namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail {

/// The progress of a session.
enum class session_state : std::uint8_t {
    waiting,   ///< a session that its app has not started
    started,   ///< a session with the person in front of the camera
    finished,  ///< a session with the result of a person who passed
    failed,    ///< a session with the result of a person who did not pass
};

/// One session.
struct session {
    std::string token;
    std::string result_action;       ///< the name of the only action that accepts the token
    unix_time begun = {};            ///< the time of the token
    faceid::session_life life = {};  ///< how long the app may wait, and how long the result can be read
    session_state state = session_state::waiting;
    std::string extra = {};    ///< the Extra of the input that began the session, for the output; empty: unset
    reply_script script = {};  ///< the replies of the action that returns the result

    [[nodiscard]] std::int64_t age(unix_time now) const noexcept { return now.seconds - begun.seconds; }
    /// Returns whether the app did not start in time: the session stays without a result.
    [[nodiscard]] bool is_lost(unix_time now) const noexcept { return state == session_state::waiting && age(now) >= life.start_within; }
    /// Returns whether the session has been expired for as long as it was readable, and so is removed.
    [[nodiscard]] bool is_stale(unix_time now) const noexcept { return age(now) / 2 >= life.readable_for; }

    /// Starts the session; safe to repeat. Returns false if it is lost.
    bool start(unix_time now) noexcept;
    /// Gives the session its result, `finished` or `failed`; safe to repeat. Returns false if it has not started.
    bool end(session_state result) noexcept;
    /// Makes the session as old as one that has just expired. An older one stays as it is.
    void expire(unix_time now) noexcept;
};

/// The sessions of an emulator, except the stale ones.
class session_list {
public:
    /// Adds a session and removes the stale ones. It replaces a session with the same token and action.
    void begin(session fresh);

    /// Returns the session with a token of an action, or null.
    ///
    /// Lifetime: valid until the next begin().
    [[nodiscard]] session* find(std::string_view token, std::string_view result_action) noexcept;
    /// Returns the session with a token of any action, or null.
    ///
    /// Lifetime: valid until the next begin().
    [[nodiscard]] session* find(std::string_view token) noexcept;

private:
    std::vector<session> sessions_;
};

}  // namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail

// ---- tc3/testing/faceid/uploads.hpp ---------------------------------------------------------------------------------

// The files that programs upload beside the API: addresses, each for one file and one action, and the checksums of the uploaded bytes.

namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail {

/// One file. Unless upload_to() was called, its addresses lead nowhere (RFC 2606): the test uploads and the emulator reads.
struct upload {
    static constexpr std::int64_t lifetime_seconds = 7200;

    std::string upload_url;     ///< the address for the app
    std::string resource_url;   ///< the address for the service
    std::string action;         ///< the only action that accepts the file
    unix_time created = {};     ///< the time of CreateUploadUrl
    bool is_uploaded = false;   ///< whether the file exists
    std::string checksum = {};  ///< the checksum of the bytes; empty: any checksum is accepted

    [[nodiscard]] std::int64_t age(unix_time now) const noexcept { return now.seconds - created.seconds; }
    /// Returns whether the upload has been expired for as long as it was valid, and so is removed.
    [[nodiscard]] bool is_stale(unix_time now) const noexcept { return age(now) / 2 >= lifetime_seconds; }
};

/// The uploads of an emulator, except the stale ones.
class upload_list {
public:
    /// Sets the beginning of the addresses from now on, which has no slash at its end. If it is empty, they lead nowhere.
    void upload_to(std::string_view base_url) { base_url_ = base_url; }

    /// Adds an upload for an action and removes the stale ones. An upload that `is_uploaded` exists without put(), with any content.
    ///
    /// Lifetime: the reference is valid until the next call.
    const upload& create(std::string_view action, unix_time now, bool is_uploaded);

    /// Stores the checksum of a file. Returns false if no upload has that `upload_url`.
    bool put(std::string_view upload_url, std::string_view bytes);

    /// Returns in words why an action cannot read the file at `resource_url` with that checksum; empty if it can.
    [[nodiscard]] std::string_view find_error(std::string_view resource_url, std::string_view checksum, std::string_view action,
                                              unix_time now) const noexcept;

private:
    [[nodiscard]] const upload* find(std::string_view resource_url) const noexcept;

    std::string base_url_;
    std::vector<upload> uploads_;
    std::uint64_t created_ = 0;
};

}  // namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail

// ---- tc3/testing/faceid/service.hpp ---------------------------------------------------------------------------------

// The eKYC service within the emulator. It replies to a valid input from a script, from the session of its token, or with passed().

namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail {

// ---- flows: one action returns a token, another one the result of its session ----------------------------------------------------

/// The replies of an action that returns the result of a session, apart from the result.
struct flow {
    std::string_view unfinished = "{}";  ///< the output without a result yet; empty where the manual names no code for it
    std::string_view lost = unfinished;  ///< the output of a session whose app did not start in time
    std::string_view unknown_token_code = "InvalidParameterValue.BizTokenIllegal";
    std::string_view expired_token_code = "InvalidParameterValue.BizTokenExpired";
};

/// The flow of an input that asks for the result of a session.
template <class Input>
inline constexpr flow flow_of{};
template <>
inline constexpr flow flow_of<faceid::get_face_id_result_intl>{.unfinished = R"({"Result":"-999","Description":"not finished"})"};
template <>
inline constexpr flow flow_of<faceid::get_web_verification_result_intl>{.unfinished = R"({"ErrorCode":17,"ErrorMsg":"not finished"})",
                                                                        .lost = R"({"ErrorCode":15,"ErrorMsg":"token expired"})"};
template <>
inline constexpr flow flow_of<faceid::get_wx_nfc_result>{.unknown_token_code = "FailedOperation.InvalidTokenParameter",
                                                         .expired_token_code = "FailedOperation.InvalidTokenParameter"};

/// An input that asks for the result of a session by its token.
template <class Input>
concept asks_for_session = requires { faceid::session_life_of<Input>.readable_for; };

template <asks_for_session Input>
[[nodiscard]] const std::string& token_of(const Input& input) noexcept {
    if constexpr (requires { input.sdk_token; }) {
        return input.sdk_token;
    } else if constexpr (requires { input.biz_token; }) {
        return input.biz_token;
    } else {
        return input.nfc_token;
    }
}

// ---- the service -----------------------------------------------------------------------------------------------------------------

/// The state that all actions of eKYC share.
///
/// Lifetime: refers to the emulator.
class faceid_service {
public:
    explicit faceid_service(emulator& emulator) noexcept : emulator_(emulator) {}

    /// Returns the script of an action, to be read or replaced.
    ///
    /// Lifetime: valid until the next call with another action. `action` is kept: it must be a constant, as the names in action_of are.
    [[nodiscard]] reply_script& script_of(std::string_view action);
    [[nodiscard]] session_list& sessions() noexcept { return sessions_; }
    [[nodiscard]] upload_list& uploads() noexcept { return uploads_; }
    [[nodiscard]] unix_time now() { return emulator_.now(); }
    void wait_for_apps(bool wait) noexcept { waits_ = wait; }

    /// Replies to an input that its table has found valid. An input that is rejected for its rules, token or files uses up no scripted
    /// reply.
    template <class Input>
    [[nodiscard]] any_reply respond(const Input& input) {
        if (auto valid = validate_input(input); !valid) return unexpected(std::move(valid).error());
        constexpr std::string_view action = action_of<Input>.name;
        if constexpr (asks_for_session<Input>) {
            return respond_from_session(action, flow_of<Input>, token_of(input));
        } else {
            if (auto valid = validate_files(input); !valid) return unexpected(std::move(valid).error());
            any_reply next = script_of(action).next();
            return next.is_as_usual() ? respond_as_usual(input) : next;
        }
    }

private:
    struct entry {
        std::string_view action;
        reply_script script;
    };

    // ---- sessions

    /// Begins a session whose result `ResultInput` asks for. Returns its token.
    template <asks_for_session ResultInput>
    [[nodiscard]] std::string begin_session(const std::optional<std::string>& extra = {}) {
        constexpr std::string_view action = action_of<ResultInput>.name;
        session fresh{.token = emulator_.next_token(),
                      .result_action = std::string(action),
                      .begun = now(),
                      .life = faceid::session_life_of<ResultInput>,
                      .state = waits_ ? session_state::waiting : session_state::finished,
                      .extra = extra.value_or(""),
                      .script = script_of(action)};
        std::string token = fresh.token;
        sessions_.begin(std::move(fresh));
        return token;
    }

    [[nodiscard]] any_reply respond_from_session(std::string_view action, const flow& flow, std::string_view token);

    // ---- replies without a script

    /// Returns the output of a session whose person passed, or did not.
    [[nodiscard]] static any_reply result_of(std::string_view action, const session& session);

    /// Returns the output with the Extra of the input, if that has one.
    [[nodiscard]] static any_reply passed_with_extra(std::string_view action, std::string_view extra);

    template <class Input>
    [[nodiscard]] static any_reply respond_as_usual(const Input&) {
        return passed_members(action_of<Input>.name);
    }
    [[nodiscard]] static any_reply respond_as_usual(const faceid::image_recognition_v2& input);
    [[nodiscard]] any_reply respond_as_usual(const faceid::apply_liveness_token&);
    [[nodiscard]] any_reply respond_as_usual(const faceid::get_face_id_token_intl& input);
    [[nodiscard]] any_reply respond_as_usual(const faceid::apply_sdk_verification_token& input);
    [[nodiscard]] any_reply respond_as_usual(const faceid::apply_web_verification_biz_token_intl& input);
    [[nodiscard]] any_reply respond_as_usual(const faceid::get_nfc_token&);
    [[nodiscard]] any_reply respond_as_usual(const faceid::create_upload_url& input);

    // ---- files

    template <class Input>
    [[nodiscard]] static result<void, rejected_request> validate_files(const Input&) {
        return {};
    }
    [[nodiscard]] result<void, rejected_request> validate_files(const faceid::generate_reflect_sequence& input);
    [[nodiscard]] result<void, rejected_request> validate_files(const faceid::detect_reflect_liveness_and_compare& input);
    [[nodiscard]] result<void, rejected_request> validate_files(const faceid::video_liveness_compare& input);
    [[nodiscard]] result<void, rejected_request> validate_file(std::string_view action, const std::string& url,
                                                               const std::string& checksum);

    emulator& emulator_;
    std::vector<entry> scripts_;
    session_list sessions_;
    upload_list uploads_;
    bool waits_ = false;
};

// ---- its actions -----------------------------------------------------------------------------------------------------------------

/// Reads the input of a request and replies to it.
template <class Input>
[[nodiscard]] any_reply handle(faceid_service& service, const received_message& message) {
    if (!has_parameter_content_type(message)) return reject(rejection::content_type);
    Input input{};
    input_target target = input_target::of(input);
    // The manual gives InvalidParameter for FaceInputType, and InvalidParameterValue for all other closed sets.
    if constexpr (std::same_as<Input, faceid::detect_ai_fake_faces>) target.closed_set_as_type = "FaceInputType";
    if (auto read = read_input(message, target); !read) return unexpected(std::move(read).error());
    return service.respond(input);
}

/// An action and its handler. A plain function for each action, so that serve_faceid() instantiates std::function once for all of them.
struct faceid_handler {
    tc3::action action;
    any_reply (*handle)(faceid_service& service, const received_message& message);
};

template <class... Inputs>
inline constexpr faceid_handler faceid_handlers[] = {{action_of<Inputs>, &handle<Inputs>}...};

}  // namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail

// ---- tc3/testing/faceid/scenario.hpp --------------------------------------------------------------------------------

// All of eKYC in the emulator, and the test's control over it: scripts, and what the apps and browsers of the sessions do.

namespace tc3::inline TC3_NAMESPACE::testing {

/// The control of a test over eKYC in an emulator.
///
/// Without any call the emulator replies as if every person passed: a session has its result as soon as its token is returned, and a file
/// exists as soon as its address is. To control that, use it in this order:
/// 1. Make an emulator, add a key, and call serve_faceid(), which returns the scenario.
/// 2. wait_for_apps(), if the test plays the app; reply_with(), if it wants other replies.
/// 3. Let the program begin a session, and take the token from its output.
/// 4. start() and finish() the session with the token, or let it fail() or expire(), or start_with() replies of its own; upload() files.
/// 5. Let the program ask for the result.
///
///     tc3::testing::emulator service(clock, tokens);
///     service.add_credential("id", "key");
///     auto scenario = tc3::testing::serve_faceid(service);
///     scenario.wait_for_apps();
///     const auto session = tc3::call(service, faceid::apply_liveness_token{}, profile, now);
///     scenario.start(*session->sdk_token);
///     scenario.finish(*session->sdk_token);
///     const auto output = tc3::call(service, faceid::get_liveness_result{*session->sdk_token}, profile, now);  // passed
///
/// Sessions begin with their token and expire by the emulator's clock, as the manual states for each action.
///
/// Lifetime: a handle, whose copies control the same service. The emulator keeps the service alive, so the scenario may be destroyed first;
/// it must not be used after the emulator is destroyed.
class faceid_scenario {
public:
    // Copies only: a handle that was moved from stays usable.
    faceid_scenario(const faceid_scenario&) = default;
    faceid_scenario& operator=(const faceid_scenario&) = default;
    ~faceid_scenario() = default;

    /// Replaces the replies of an action: one for each call, of which the last one repeats. An empty list restores the replies without a
    /// script. Inputs that are rejected for their parameters, token or files use up no reply.
    ///
    /// For an action that returns the result of a session, the script applies to each session that begins from now on, from its first
    /// reply. For an action that returns a token, a scripted output begins no session.
    ///
    ///     scenario.reply_with<faceid::detect_ai_fake_faces>({testing::service_error{"FailedOperation.CoveredFace"}, testing::as_usual});
    template <has_action Input>
    void reply_with(const std::vector<reply<Input>>& replies) {
        service_->script_of(action_of<Input>.name) = reply_script(replies);
    }

    /// Starts the app of a session, as start() does, and replaces the replies for this session. Returns false if no session of the action
    /// has the token, or if it is too late to start it.
    template <faceid_detail::asks_for_session Input>
    bool start_with(std::string_view token, const std::vector<reply<Input>>& replies) {
        faceid_detail::session* session = service_->sessions().find(token, action_of<Input>.name);
        reply_script script(replies);  // first: a session must not start with other replies
        if (session == nullptr || !session->start(service_->now())) return false;
        session->script = std::move(script);
        return true;
    }

    /// Sets whether sessions and upload addresses from now on wait for start(), finish() and upload(). By default they do not.
    void wait_for_apps(bool wait = true) { service_->wait_for_apps(wait); }

    /// Starts the app of a session. Until finish() the session has no result, unless it is scripted. Safe to repeat. Returns false if no
    /// session has the token, or if it has waited for 10 minutes: such a session never gets a result.
    bool start(std::string_view token);
    /// Finishes the app of a session: the person passed, or the result is the scripted one. Safe to repeat. Returns false if no session has
    /// the token, or if it has not started.
    bool finish(std::string_view token);
    /// Finishes the app of a session as finish() does, but the person did not pass: the liveness check failed, or the chip of the document
    /// could not be read.
    bool fail(std::string_view token);
    /// Lets a session expire now: its token is then rejected as an expired one. Safe to repeat. Returns false if no session has the token.
    bool expire(std::string_view token);

    /// Sets the beginning of the addresses that CreateUploadUrl returns from now on, such as "http://127.0.0.1:8080", for a server with a
    /// file store: "http://127.0.0.1:8080/upload/1" takes the bytes, and "http://127.0.0.1:8080/file/1" is their address for the other
    /// actions. Pass the bytes to upload(), too. By default, and with an empty `base_url`, the addresses lead nowhere.
    void upload_to(std::string_view base_url) { service_->uploads().upload_to(base_url); }
    /// Uploads a file to an `upload_url`. The action that reads the file then expects its MD5; a file that exists without upload() is
    /// accepted with any MD5. Returns false if no upload has that address: CreateUploadUrl did not return it, or it was removed, 2 hours
    /// after its expiry.
    bool upload(std::string_view upload_url, std::string_view bytes) { return service_->uploads().put(upload_url, bytes); }

private:
    friend faceid_scenario serve_faceid(emulator& emulator);
    explicit faceid_scenario(std::shared_ptr<faceid_detail::faceid_service> service) noexcept : service_(std::move(service)) {}

    std::shared_ptr<faceid_detail::faceid_service> service_;
};

/// Adds all actions of eKYC to an emulator, with their parameters, rules and calls per second (see emulator::limit_calls). The tokens of
/// sessions are those of emulator::next_token() and should differ. Actions that the service took offline return ActionOffline.
///
///     auto scenario = tc3::testing::serve_faceid(service);
///     scenario.reply_with<faceid::get_liveness_result>({faceid::get_liveness_result_output{.result = "1005"}});
///
/// Lifetime: the scenario refers to the emulator.
faceid_scenario serve_faceid(emulator& emulator);

}  // namespace tc3::inline TC3_NAMESPACE::testing

// ---- tc3/testing.hpp ------------------------------------------------------------------------------------------------

// The service's side, for tests: a list of includes. Not in the umbrella.

#if defined(TC3_BODIES)

// ---- tc3/testing/decision.hpp ---------------------------------------------------------------------------------------

namespace tc3::inline TC3_NAMESPACE::testing {

TC3_FUNCTION unexpected<rejected_request> reject(rejection reason, std::string_view details) {
    rejected_request rejected{reason, {std::string(code_of(reason)), std::string(describe(reason))}};
    rejected.error.message.append(details);
    return unexpected(std::move(rejected));
}

}  // namespace tc3::inline TC3_NAMESPACE::testing

// ---- tc3/testing/rate_limit.hpp -------------------------------------------------------------------------------------

namespace tc3::inline TC3_NAMESPACE::testing::detail {

TC3_FUNCTION bool call_counter::admit(std::string_view account, std::string_view action, std::uint32_t limit, unix_time now) {
    entry& calls = find(account, action);
    if (calls.second != now) calls.count = 0;
    calls.second = now;
    if (calls.count == limit) return false;
    ++calls.count;
    return true;
}

TC3_FUNCTION call_counter::entry& call_counter::find(std::string_view account, std::string_view action) {
    for (entry& known : entries_) {
        if (known.account == account && known.action == action) return known;
    }
    return entries_.emplace_back(entry{std::string(account), std::string(action)});
}

}  // namespace tc3::inline TC3_NAMESPACE::testing::detail

// ---- tc3/testing/query_form.hpp -------------------------------------------------------------------------------------

namespace tc3::inline TC3_NAMESPACE::testing {

/// Decodes percent-encoding and, as in HTML forms, a plus as a space: most SDKs write it. Returns false for a malformed escape.
[[nodiscard]] inline bool decode_form_text(std::string& out, std::string_view text) {
    text_scanner scanner(text);
    while (const auto part = scanner.take_until("+")) {
        if (!decode_percent(out, *part)) return false;
        out.append(" ");
    }
    return decode_percent(out, scanner.rest());
}

TC3_FUNCTION result<query_form, rejected_request> query_form::parse(std::string_view query) {
    query_form form;
    text_scanner pairs(query);
    while (!pairs.empty()) {
        text_scanner pair(pairs.take_part("&"));
        std::string name;
        std::string text;
        const bool well_formed = decode_form_text(name, pair.take_part("=")) && decode_form_text(text, pair.rest());
        if (!well_formed) return reject(rejection::parameter, ": a '%' in the query is not followed by two hex digits");
        if (!form.add(name, text)) return reject(rejection::parameter, ": a name in the query has an empty part, or too many parts");
    }
    return form;
}

TC3_FUNCTION result<std::string, rejected_request> query_form::json() {
    std::string text;
    json::writer out(text);
    if (!write_object(out, text, root_)) return reject(rejection::parameter, ": an index of a list occurs twice, or is too large");
    if (!out.ok()) return reject(rejection::parameter, ": the query is not UTF-8");
    return text;
}

TC3_FUNCTION bool query_form::add(std::string_view name, std::string_view text) {
    node* parent = &root_;
    text_scanner parts(name);
    for (std::size_t depth = 0; depth < deepest; ++depth) {
        if (const auto part = parts.take_until(".")) {
            if (part->empty()) return false;
            parent = &find_or_add_branch(*parent, *part);
            continue;
        }
        const std::string_view last = parts.rest();
        if (last.empty() && depth != 0) return false;  // but "=text" is a member without a name, which the reader rejects
        parent->members.push_back(
            {.name = std::string(last), .text = std::string(text), .is_value = true, .is_text = !is_number_or_boolean(text)});
        return true;
    }
    return false;
}

TC3_FUNCTION query_form::node& query_form::find_or_add_branch(node& parent, std::string_view name) {
    for (node& known : parent.members) {
        if (!known.is_value && known.name == name) return known;
    }
    return parent.members.emplace_back(node{.name = std::string(name)});
}

TC3_FUNCTION bool query_form::is_number_or_boolean(std::string_view text) {
    return text == "true" || text == "false" || json::is_number(text);
}

TC3_FUNCTION bool query_form::is_index(std::string_view name) noexcept {
    return !name.empty() && ascii::find_not(name, ascii::is_digit) == std::string_view::npos;
}

TC3_FUNCTION bool query_form::is_list(const node& branch) noexcept {
    for (const node& each : branch.members) {
        if (!is_index(each.name)) return false;
    }
    return true;
}

TC3_FUNCTION bool query_form::write(writer& out, const std::string& text, node& node) {
    if (!node.is_value) return is_list(node) ? write_list(out, text, node) : write_object(out, text, node);
    const std::size_t before = text.size();
    if (node.is_text) {
        out.string(node.text);
    } else {
        out.raw(node.text);
    }
    node.position = text[before] == ',' ? before + 1 : before;
    return true;
}

TC3_FUNCTION bool query_form::write_object(writer& out, const std::string& text, node& object) {
    out.begin_object();
    for (node& each : object.members) {
        out.name(each.name);
        if (!write(out, text, each)) return false;
    }
    out.end_object();
    return true;
}

TC3_FUNCTION bool query_form::write_list(writer& out, const std::string& text, node& list) {
    std::vector<node*> elements;
    for (node& each : list.members) {
        const auto number = json::to_uint64(each.name);
        if (!number || *number > largest_index) return false;
        const auto index = static_cast<std::size_t>(*number);
        if (index >= elements.size()) elements.resize(index + 1);
        if (elements[index] != nullptr) return false;
        elements[index] = &each;
    }
    out.begin_array();
    for (node* each : elements) {
        if (each == nullptr) {
            out.null();
        } else if (!write(out, text, *each)) {
            return false;
        }
    }
    out.end_array();
    return true;
}

TC3_FUNCTION bool query_form::make_text(node& branch, std::size_t position) noexcept {
    for (node& each : branch.members) {
        if (each.is_value && !each.is_text && each.position == position) {
            each.is_text = true;
            return true;
        }
        if (make_text(each, position)) return true;
    }
    return false;
}

}  // namespace tc3::inline TC3_NAMESPACE::testing

// ---- tc3/testing/received_message.hpp -------------------------------------------------------------------------------

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

// ---- tc3/testing/read_input.hpp -------------------------------------------------------------------------------------

namespace tc3::inline TC3_NAMESPACE::testing {

namespace detail {

/// Makes the rejection for an error. Its message is "Filters[2].Name has another type than expected, at byte 17 of the body".
[[nodiscard]] inline unexpected<rejected_request> reject_parameter(parameter_error wrong, std::string_view closed_set_as_type) {
    wrong.error.name = wrong.name;
    const bool counts_as_type = wrong.error.code == errc::not_allowed && wrong.name == closed_set_as_type;
    const rejection reason = counts_as_type ? rejection::parameter : rejection_of(wrong.error.code);
    rejected_request rejected{reason, {std::string(code_of(reason)), {}}};
    write_error(rejected.error.message, wrong.error);
    return unexpected(std::move(rejected));
}

[[nodiscard]] inline result<void, parameter_error> read_json(std::string_view json, const input_target& target) {
    decoder in(json, server_rules);
    in.read_object(target.fields, target.input);
    in.json().finish();
    if (in.ok()) return {};

    parameter_error wrong{in.json().error(), std::string(in.path().view())};
    const bool is_nameless = wrong.error.code == errc::unknown_member && wrong.name.empty();  // the member ""
    if (is_nameless) wrong.name = "a member";
    return unexpected(std::move(wrong));
}

/// Reads a query. Whenever the reader expects a text where json() wrote a number or boolean, that value becomes a text and reading starts
/// the same members again. The loop ends because each round changes one value.
[[nodiscard]] inline result<void, rejected_request> read_query(std::string_view query, const input_target& target) {
    auto form = query_form::parse(query);
    if (!form) return unexpected(std::move(form).error());
    for (;;) {
        const auto json = form->json();
        if (!json) return unexpected(json.error());
        auto read = read_json(*json, target);
        if (read) return {};
        parameter_error wrong = std::move(read).error();
        const bool became_text = wrong.error.code == errc::wrong_type && form->make_text(wrong.error.position);
        if (!became_text) {
            wrong.error.position = error::no_position;  // a byte of the JSON here would mean nothing to the client
            return reject_parameter(std::move(wrong), target.closed_set_as_type);
        }
    }
}

}  // namespace detail

TC3_FUNCTION result<void, rejected_request> read_input(const received_message& message, const input_target& target) {
    if (message.method == http::method::get) return detail::read_query(message.query, target);
    auto read = detail::read_json(message.body, target);
    if (!read) return detail::reject_parameter(std::move(read).error(), target.closed_set_as_type);
    return {};
}

TC3_FUNCTION bool has_parameter_content_type(const received_message& message) noexcept {
    const std::string_view value = message.value_of("content-type");
    const std::string_view type = ascii::trim(value.substr(0, value.find(';')));
    return ascii::equal_lower(type, message.method == http::method::post ? json_content_type : query_content_type);
}

}  // namespace tc3::inline TC3_NAMESPACE::testing

// ---- tc3/testing/rejection_finding.hpp ------------------------------------------------------------------------------

namespace tc3::inline TC3_NAMESPACE::testing::detail {

/// Returns the credential that has the declared text as its id, or by mistake as its key; null if there is none.
[[nodiscard]] inline const credential_view* find_declared(std::span<const credential_view> credentials,
                                                          std::string_view declared_id) noexcept {
    for (const credential_view& each : credentials) {
        if (each.secret_id == declared_id) return &each;
    }
    for (const credential_view& each : credentials) {
        if (each.secret_key == declared_id) return &each;
    }
    return nullptr;
}

TC3_FUNCTION std::optional<signing::finding> find_cause(const received_message& message, const emulator_facts& facts) {
    const signing::doctor::declared_authorization declared(message.value_of("Authorization"));
    const bool is_unsigned = declared.secret_id.empty() && declared.signature.empty();
    const credential_view* credential = find_declared(facts.credentials, declared.secret_id);
    if (credential == nullptr && !is_unsigned) return {};

    std::vector<credential_view> others;
    for (const credential_view& each : facts.credentials) {
        if (&each != credential) others.push_back(each);
    }
    const signing::sent_request request{
        .method = http::name_of(message.method), .target = message.target, .headers = message.headers, .body = message.body};
    const signing::diagnosis found = signing::diagnose(request, {.credential = credential != nullptr ? *credential : credential_view{},
                                                                 .service = facts.scope_service,
                                                                 .service_time = facts.now,
                                                                 .other_credentials = others,
                                                                 .other_hosts = facts.hosts});
    return found.empty() ? std::nullopt : std::optional(found.findings().front());
}

TC3_FUNCTION std::string describe(const signing::finding& found) {
    std::string_view cause = signing::description(found.cause);
    if (cause.ends_with('.')) cause.remove_suffix(1);
    std::string text(cause);
    if (found.evidence.size() == 0) return text;
    return text.append(found.is_certain ? ": " : " (likely): ").append(found.evidence.view());
}

}  // namespace tc3::inline TC3_NAMESPACE::testing::detail

// ---- tc3/testing/write_envelope.hpp ---------------------------------------------------------------------------------

namespace tc3::inline TC3_NAMESPACE::testing::detail {

TC3_FUNCTION written_output write_members(writing_table fields, const void* output) {
    std::string members;
    sink_adapter to(members);
    encoder out(to);
    out.write_object(fields, output);
    if (out.ok()) return members;
    error error = out.error();
    error.name = out.path().view();
    std::string details = ": ";
    write_error(details, error);
    return reject(rejection::output, details);
}

/// Copies the members of a JSON object except RequestId, which the emulator sets. Returns false if `object` is not exactly one JSON object.
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

TC3_FUNCTION result<std::string, rejected_request> write_output_body(std::string_view members, std::string_view request_id) {
    bool copied = false;
    std::string body = write_envelope(request_id, [&](json::writer<std::string>& out) { copied = copy_members(out, members); });
    if (!copied) return reject(rejection::output, ": it is not one JSON object");
    return body;
}

TC3_FUNCTION std::string write_error_body(const service_error& error, std::string_view request_id) {
    return write_envelope(request_id, [&error](json::writer<std::string>& out) {
        out.name("Error");
        out.begin_object();
        out.name("Code");
        out.string(error.code);
        out.name("Message");
        out.string(error.message);
        out.end_object();
    });
}

}  // namespace tc3::inline TC3_NAMESPACE::testing::detail

// ---- tc3/testing/reply.hpp ------------------------------------------------------------------------------------------

namespace tc3::inline TC3_NAMESPACE::testing {

TC3_FUNCTION any_reply::any_reply(result<std::string, service_error> members)
    : any_reply(members ? any_reply(*std::move(members)) : any_reply(std::move(members).error())) {}

TC3_FUNCTION any_reply reply_script::next() {
    if (empty()) return as_usual;
    any_reply reply = (*replies_)[next_];  // a copy, which can run out of memory: the reply is not used up then
    if (next_ + 1 < replies_->size()) ++next_;
    return reply;
}

}  // namespace tc3::inline TC3_NAMESPACE::testing

// ---- tc3/testing/request_ids.hpp ------------------------------------------------------------------------------------

namespace tc3::inline TC3_NAMESPACE::testing {

TC3_FUNCTION std::string counted_request_ids::operator()() {
    fixed_text<20> digits;
    write_decimal(digits, (count_ + 1) % 1'000'000'000'000U);
    std::string id = "00000000-0000-4000-8000-000000000000";
    id.replace(id.size() - digits.size(), digits.size(), digits.view());
    ++count_;
    return id;
}

}  // namespace tc3::inline TC3_NAMESPACE::testing

// ---- tc3/testing/emulator.hpp ---------------------------------------------------------------------------------------

namespace tc3::inline TC3_NAMESPACE::testing {

// ---- keys, hosts and actions -----------------------------------------------------------------------------------------------------

TC3_FUNCTION void emulator::add_credential(std::string_view secret_id, std::string_view secret_key, std::string_view token) {
    credential fresh{std::string(secret_id), secret_key, token};  // first: a new key must not stay beside an old token
    for (credential& known : credentials_) {
        if (known.secret_id != secret_id) continue;
        known = std::move(fresh);
        return;
    }
    credentials_.push_back(std::move(fresh));
}

TC3_FUNCTION void emulator::add_host(std::string_view host, std::string_view service) { entries_.add_host(host, service); }

TC3_FUNCTION void emulator::serve(const tc3::action& action, message_handler handler, signing_rule rule) {
    entries fresh;
    fresh.add(action, std::move(handler), rule);
    entries_.take(fresh);
}

TC3_FUNCTION void emulator::serve(std::vector<untyped_action> actions) {
    entries fresh;
    for (untyped_action& each : actions) fresh.add(each.action, std::move(each.handler), each.rule);
    entries_.take(fresh);
}

TC3_FUNCTION void emulator::add_action(const tc3::action& action, bool reads_parameters, signing_rule rule, action_runner run) {
    entries fresh;
    fresh.add_action(action, reads_parameters, rule, std::move(run));
    entries_.take(fresh);
}

TC3_FUNCTION void emulator::entries::add_host(std::string_view host, std::string_view service) {
    // The actions of a product have one host.
    if (!hosts.empty() && hosts.back().host == host && hosts.back().service == service) return;
    hosts.push_back({std::string(host), std::string(service)});
}

TC3_FUNCTION void emulator::entries::add_action(const tc3::action& action, bool reads_parameters, signing_rule rule, action_runner run) {
    const std::string_view service = action.service.empty() ? signing::service_label(action.host) : action.service;
    add_host(action.host.empty() ? std::string(service).append(default_domain) : std::string(action.host), service);
    actions.push_back({.service = std::string(service),
                       .version = std::string(action.version),
                       .name = std::string(action.name),
                       .calls_per_second = action.calls_per_second,
                       .needs_region = action.needs_region,
                       .reads_parameters = reads_parameters,
                       .rule = rule,
                       .run = std::move(run)});
}

TC3_FUNCTION void emulator::entries::add(const tc3::action& action, message_handler handler, signing_rule rule) {
    const auto run = [kept = std::move(handler)](const received_message& message) -> written_output { return kept(message).written(); };
    add_action(action, false, rule, run);
}

TC3_FUNCTION void emulator::entries::take(entries& others) noexcept {
    hosts.splice(hosts.end(), others.hosts);
    actions.splice(actions.end(), others.actions);
}

TC3_FUNCTION const emulator::host_entry* emulator::find_host(std::string_view host) const noexcept {
    if (!validate_address(host)) return nullptr;
    const auto find = [this](std::string_view name) {
        return detail::find_last(entries_.hosts, [name](const host_entry& entry) { return ascii::equal_lower(entry.host, name); });
    };
    const host_entry* entry = find(host);
    return entry != nullptr ? entry : find(detail::without_port(host));
}

TC3_FUNCTION std::optional<host_service> emulator::find_service(const received_message& message) const {
    if (const host_entry* known = find_host(message.host)) return host_service{known->service, known->service};
    auto found = find_unknown_host_ ? find_unknown_host_(message) : std::nullopt;
    if (found && found->scope_service.empty()) found->scope_service = found->service;
    return found;
}

TC3_FUNCTION std::vector<std::string> emulator::services_of(std::string_view action, std::string_view version) const {
    std::vector<std::string> services;
    for (const served_action& each : entries_.actions) {
        const bool has_it = each.name == action && (version.empty() || each.version == version);
        if (has_it && std::find(services.begin(), services.end(), each.service) == services.end()) services.push_back(each.service);
    }
    return services;
}

TC3_FUNCTION const credential* emulator::find_credential(std::string_view secret_id) const noexcept {
    return detail::find_last(credentials_, [secret_id](const credential& entry) { return entry.secret_id == secret_id; });
}

TC3_FUNCTION const emulator::served_action* emulator::find_action(std::string_view service, std::string_view name) const noexcept {
    return detail::find_last(entries_.actions,
                             [service, name](const served_action& entry) { return entry.service == service && entry.name == name; });
}

TC3_FUNCTION const emulator::served_action* emulator::find_version(const served_action& action, std::string_view version) const noexcept {
    return detail::find_last(entries_.actions, [&action, version](const served_action& entry) {
        return entry.service == action.service && entry.name == action.name && entry.version == version;
    });
}

TC3_FUNCTION emulator_response emulator::receive(std::string_view raw_http_request) {
    decision_rollback rollback(last_);
    emulator_response response = respond(raw_http_request);
    http::write_date(response.date, now_());
    rollback.keep();
    return response;
}

TC3_FUNCTION emulator_response emulator::respond(std::string_view raw_http_request) {
    // HTTP allows any method and any size of body; the service rejects some of them with an error code. So neither gets status 400.
    const auto message = received_message::parse(raw_http_request, {.body = (std::numeric_limits<std::size_t>::max)()});
    if (!message && message.error() != message_error::method) return respond_to_malformed(message.error());

    const std::string request_id = request_ids_();
    auto output = message ? handle(*message) : written_output(reject(rejection::method));
    auto body = output ? detail::write_output_body(*output, request_id) : std::move(output);
    if (body) return {.body = *std::move(body)};
    const rejected_request& rejected = body.error();
    last_.rejection = rejected.reason;
    last_.code = rejected.error.code;
    return {.body = detail::write_error_body(rejected.error, request_id)};
}

TC3_FUNCTION result<emulator_response, transport_error> emulator::operator()(const http::request_view& request) {
    std::string bytes;
    http::write_head(bytes, request);
    bytes.append(request.body);
    return receive(bytes);
}

TC3_FUNCTION written_output emulator::handle(const received_message& message) {
    const auto host = find_service(message);
    if (!host) return reject(rejection::host);
    last_.action = message.value_of("X-TC-Action");

    const served_action* named = find_action(host->service, last_.action);
    const bool may_skip = named != nullptr && named->rule == signing_rule::signed_or_skipped;
    if (!may_skip || message.value_of("Authorization") != signing::skip_authorization) {
        if (auto authorized = authorize(message, *host); !authorized) return unexpected(std::move(authorized).error());
    }
    if (named == nullptr) return reject(rejection::action);
    const served_action* action = find_version(*named, message.value_of("X-TC-Version"));
    if (action == nullptr) return reject(rejection::version);
    if (!admit(*action)) return reject(rejection::rate);
    if (const auto reply = intercept_ ? intercept_(message) : std::nullopt; reply && !reply->is_as_usual()) return reply->written();
    return run(*action, message);
}

TC3_FUNCTION result<void, rejected_request> emulator::authorize(const received_message& message, const host_service& host) {
    const unix_time now = now_();
    const std::string_view token = message.value_of("X-TC-Token");
    testing::rejection token_rejection = testing::rejection::none;
    // The service checks the token together with the secret id, before the signature. For the verifier, a key with a wrong token is
    // therefore an unknown key; token_rejection keeps the reason.
    const auto find_key = [&](std::string_view secret_id) -> std::string_view {
        const credential* known = find_credential(secret_id);
        if (known == nullptr) return {};
        if (known->token.view() != token) token_rejection = token.empty() ? testing::rejection::missing_token : testing::rejection::token;
        return token_rejection == testing::rejection::none ? known->secret_key.view() : std::string_view{};
    };
    const signing::received_request request{
        .method = message.method, .canonical_uri = message.path, .query = message.query, .headers = message.headers, .body = message.body};
    keep_signed_texts(request);
    const signing::verify_options options{.now = now, .service = host.scope_service};
    auto verified = verify_(request, options, find_key);
    if (!verified && verified.error() == signing::rejection::signature && !host.signed_host.empty()) {
        const auto headers = detail::with_host(message.headers, host.signed_host);
        signing::received_request other = request;
        other.headers = headers;
        if (const auto verified_other = verify_(other, options, find_key)) {
            verified = verified_other;
            last_.signed_host = host.signed_host;
        }
    }
    if (!verified) {
        const bool is_token = token_rejection != testing::rejection::none;
        return reject_with_finding(is_token ? token_rejection : rejection_of(verified.error()), message, host, now);
    }
    last_.secret_id = verified->secret_id;
    return {};
}

TC3_FUNCTION void emulator::keep_signed_texts(const signing::received_request& request) {
    // A request without them is rejected, or its policy failed.
    static_cast<void>(signing::write_signed_texts(last_.canonical_request, last_.string_to_sign, request));
}

TC3_FUNCTION unexpected<rejected_request> emulator::reject_with_finding(rejection reason, const received_message& message,
                                                                        const host_service& host, unix_time now) {
    std::string details;
    if (reason == rejection::skew) {
        details = " ";
        write_decimal(details, now.seconds);
    }
    if (diagnoses_ && reason != rejection::crypto_failed) last_.finding = find_cause(reason, message, host, now);
    // Where no more is known of a secret id than that it is unknown, the message says so already.
    if (last_.finding && last_.finding->cause != signing::cause::secret_id_unknown) {
        details.append(". ").append(detail::describe(*last_.finding));
    }
    return reject(reason, details);
}

TC3_FUNCTION std::optional<signing::finding> emulator::find_cause(rejection reason, const received_message& message,
                                                                  const host_service& host, unix_time now) const {
    std::vector<credential_view> credentials;
    credentials.reserve(credentials_.size());
    for (const credential& each : credentials_) credentials.push_back(each.view());
    std::vector<std::string_view> hosts;
    for (const host_entry& each : entries_.hosts) {
        const bool is_new = std::find(hosts.begin(), hosts.end(), each.host) == hosts.end();
        if (is_new && each.service == host.service) hosts.emplace_back(each.host);
    }
    const detail::emulator_facts facts{credentials, hosts, host.scope_service, now};
    auto found = detail::find_cause(message, facts);
    if (found && found->cause == signing::cause::host && !host.signed_host.empty()) {
        // This other Host is accepted: something else is wrong.
        received_message as_signed = message;
        const auto headers = detail::with_host(message.headers, host.signed_host);
        as_signed.headers = headers;
        if (const auto other = detail::find_cause(as_signed, facts)) found = other;
    }
    if (found || reason != rejection::unknown_key_id) return found;
    return signing::finding{.cause = signing::cause::secret_id_unknown, .is_certain = true, .evidence = {}};
}

TC3_FUNCTION bool emulator::admit(const served_action& action) {
    if (action.calls_per_second == 0) return true;
    const unix_time now = now_();
    const bool is_within = calls_.admit(last_.secret_id, action.service + "." + action.name, action.calls_per_second, now);
    if (!first_call_) first_call_ = now;
    return is_within || !limits_calls_.value_or(now != *first_call_);
}

TC3_FUNCTION written_output emulator::run(const served_action& action, const received_message& message) {
    if (action.needs_region && message.value_of("X-TC-Region").empty()) return reject(rejection::region);
    if (action.reads_parameters && !has_parameter_content_type(message)) return reject(rejection::content_type);
    if (message.body.size() > largest_body || message.query.size() > largest_query) return reject(rejection::size);
    return action.run(message);
}

TC3_FUNCTION emulator_response emulator::respond_to_malformed(message_error error) {
    last_.rejection = rejection::malformed_http;
    return {.status = 400, .content_type = "text/plain", .body = std::string(describe(error)) + "\n"};
}

}  // namespace tc3::inline TC3_NAMESPACE::testing

// ---- tc3/testing/faceid/md5.hpp -------------------------------------------------------------------------------------

namespace tc3::inline TC3_NAMESPACE::testing {

namespace faceid_detail {

/// Returns the last one or two blocks: the rest of the bytes, a one bit, zeros, and the size in bits (RFC 1321, 3.1 and 3.2).
[[nodiscard]] inline std::string padded_md5_tail(std::string_view bytes) {
    std::string tail(bytes.substr(bytes.size() - bytes.size() % md5_block_size));
    tail.push_back('\x80');
    while (tail.size() % md5_block_size != md5_block_size - 8) tail.push_back('\0');
    const std::uint64_t bits = std::uint64_t{bytes.size()} * 8;
    for (unsigned shift = 0; shift < 64; shift += 8) tail.push_back(static_cast<char>(bits >> shift & 0xffU));
    return tail;
}

}  // namespace faceid_detail

TC3_FUNCTION std::string md5_of(std::string_view bytes) {
    faceid_detail::md5_state state{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
    faceid_detail::add_md5_blocks(state, bytes);
    faceid_detail::add_md5_blocks(state, faceid_detail::padded_md5_tail(bytes));

    std::array<std::uint8_t, 16> digest{};
    for (std::size_t i = 0; i < digest.size(); ++i) digest[i] = static_cast<std::uint8_t>(state[i / 4] >> (8 * (i % 4)));
    const auto digits = to_hex(digest);
    return {digits.data(), digits.size()};
}

}  // namespace tc3::inline TC3_NAMESPACE::testing

// ---- tc3/testing/faceid/passed.hpp ----------------------------------------------------------------------------------

namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail {

inline void write_without_line_ends(std::string& out, std::string_view text) {
    for (text_scanner rest(text); !rest.empty();) out.append(rest.take_part("\n"));
}

// No type contains itself, so the recursion ends.
inline void write_expanded(std::string& out, std::string_view text) {
    text_scanner rest(text);
    while (!rest.empty()) {
        write_without_line_ends(out, rest.take_part("\"@"));
        if (const auto type = rest.take_until("\"")) write_expanded(out, find_text(type_texts, *type));
    }
}

TC3_FUNCTION std::string expanded(std::string_view text) {
    std::string members;
    write_expanded(members, text);
    return members;
}

TC3_FUNCTION std::string passed_members(std::string_view action) { return expanded(find_text(output_texts, action)); }

[[nodiscard]] inline const changed_member* find_change(std::initializer_list<changed_member> changes, std::string_view name) noexcept {
    for (const changed_member& each : changes) {
        if (each.name == name) return &each;
    }
    return nullptr;
}

TC3_FUNCTION written_output passed_members_with(std::string_view action, std::initializer_list<changed_member> changes) {
    return changed_members(passed_members(action), changes);
}

TC3_FUNCTION written_output changed_members(std::string_view members, std::initializer_list<changed_member> changes) {
    std::string changed;
    json::writer out(changed);
    out.begin_object();
    json::reader in(members);
    json::string_token name;
    in.begin_object();
    while (in.next_member(name)) {
        const std::size_t start = in.position();
        in.skip_value();
        const std::string_view wire_name = name.raw();  // names of the API have no escapes
        const changed_member* change = find_change(changes, wire_name);
        out.name(wire_name);
        if (change == nullptr) {
            out.raw(in.since(start));
        } else if (change->is_text) {
            out.string(change->value);
        } else {
            out.raw(change->value);
        }
    }
    out.end_object();
    if (!out.ok()) return reject(rejection::output, ": it has text that is not UTF-8");
    return changed;
}

}  // namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail

// ---- tc3/testing/faceid/rules.hpp -----------------------------------------------------------------------------------

namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail {

// ---- rules of several actions ----------------------------------------------------------------------------------------------------

TC3_FUNCTION result<void, rejected_request> reject_first(std::initializer_list<rule_result> rules) {
    for (const rule_result& each : rules) {
        if (each.reason != rejection::none) return reject(each.reason, ": " + std::string(each.parameter));
    }
    return {};
}

/// Validates that key, initial vector and names of the encrypted fields are not empty; the table has found them present.
[[nodiscard]] inline result<void, rejected_request> validate_encryption(const box<faceid::encryption>& encryption) {
    if (!encryption) return {};
    return reject_first({
        missing_if(!is_given(encryption->encrypt_list), "Encryption.EncryptList"),
        missing_if(encryption->ciphertext_blob.empty(), "Encryption.CiphertextBlob"),
        missing_if(encryption->iv.empty(), "Encryption.Iv"),
    });
}

/// Validates an encryption of fields, all of which must be among `encryptable`.
[[nodiscard]] inline result<void, rejected_request> validate_encryption(const box<faceid::encryption>& encryption,
                                                                        std::initializer_list<std::string_view> encryptable) {
    auto complete = validate_encryption(encryption);
    if (!complete || !encryption) return complete;
    const auto& names = encryption->encrypt_list;
    if (!names) return complete;
    for (const std::string& name : *names) {
        if (!is_one_of(name, encryptable)) {
            return unexpected(
                rejected_request{rejection::parameter, {"InvalidParameter.UnsupportEncryptField", "Encryption.EncryptList: " + name}});
        }
    }
    return {};
}

// ---- actions that begin a session ------------------------------------------------------------------------------------------------

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::apply_sdk_verification_token& input) {
    const auto level = input.security_level.value_or(4);
    return reject_first({
        missing_if(input.check_mode == 2 && !is_given(input.compare_image), "CompareImage, because CheckMode is 2"),
        wrong_if(is_given(input.action_list) && level != 2 && level != 4, "ActionList, because SecurityLevel is neither 2 nor 4"),
        wrong_if(is_given(input.action_list) && !are_motions(text_of(input.action_list)), "ActionList"),
        wrong_if(input.allow_upload_photo == true && input.enable_forgery_detection_images == true,
                 "AllowUploadPhoto, because EnableForgeryDetectionImages is true"),
    });
}

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::apply_web_verification_biz_token_intl& input) {
    const faceid::web_verification_config_intl config = input.config ? *input.config : faceid::web_verification_config_intl{};
    const auto level = config.security_level.value_or(3);
    const bool compares = config.check_mode.value_or(2) == 2 && !is_given(input.rule_id);  // a rule may set another mode
    return reject_first({
        wrong_if(!is_absolute_url(input.redirect_url), "RedirectURL is not an absolute URL with a path"),
        missing_if(compares && !is_given(input.compare_image_base64), "CompareImageBase64, because Config.CheckMode is 2"),
        wrong_if(is_given(config.action_list) && level != 2 && level != 4 && level != 5,
                 "Config.ActionList, because Config.SecurityLevel is none of 2, 4 and 5"),
        wrong_if(is_given(config.action_list) && !are_motions(text_of(config.action_list)), "Config.ActionList"),
    });
}

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::get_face_id_token_intl& input) {
    const bool has_motions = !input.secure_level || is_one_of(*input.secure_level, {"2", "4"});
    return reject_first({
        missing_if(text_of(input.check_mode) == "compare" && !is_given(input.image), "Image, because CheckMode is compare"),
        wrong_if(is_given(input.action_list) && !has_motions, "ActionList, because SecureLevel is neither 2 nor 4"),
        wrong_if(is_given(input.action_list) && !are_motions(text_of(input.action_list)), "ActionList"),
    });
}

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::create_upload_url& input) {
    const bool takes_files =
        is_one_of(input.target_action, {"GenerateReflectSequence", "DetectReflectLivenessAndCompare", "VideoLivenessCompare"});
    return reject_first({wrong_if(!takes_files, "TargetAction names no action that takes uploaded files")});
}

// ---- checks of a face ------------------------------------------------------------------------------------------------------------

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::compare_face_liveness& input) {
    const std::string_view data = text_of(input.validate_data);
    const bool moves = input.liveness_type == "ACTION";
    return reject_first({
        missing_if(moves && data.empty(), "ValidateData, because LivenessType is ACTION"),
        wrong_if(moves && !is_one_or_two_of(data, {"1", "2", "3", "4"}), "ValidateData is not one or two of 1, 2, 3 and 4"),
        wrong_if(!moves && !data.empty(), "ValidateData, because LivenessType is SILENT"),
    });
}

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::video_liveness_compare& input) {
    return validate_liveness_data(input);
}

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::liveness_compare& input) {
    auto files = reject_first({
        missing_if(!is_given(input.image_base64) && !is_given(input.image_url), "ImageBase64 or ImageUrl"),
        missing_if(!is_given(input.video_base64) && !is_given(input.video_url), "VideoBase64 or VideoUrl"),
    });
    return files ? validate_liveness_data(input) : files;
}

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::detect_ai_fake_faces& input) {
    const bool encrypted = input.encryption.has_value() || is_given(input.encrypted_body);
    auto parts = reject_first({
        missing_if(encrypted && !input.encryption, "Encryption, because there is an EncryptedBody"),
        missing_if(encrypted && !is_given(input.encrypted_body), "EncryptedBody, because there is an Encryption"),
        missing_if(!encrypted && !is_given(input.face_input), "FaceInput"),
        missing_if(!encrypted && !input.face_input_type, "FaceInputType"),
    });
    return parts ? validate_encryption(input.encryption) : parts;
}

// ---- checks against a register ---------------------------------------------------------------------------------------------------

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::check_id_card_information& input) {
    auto image = reject_first({missing_if(!is_given(input.image_base64) && !is_given(input.image_url), "ImageBase64 or ImageUrl")});
    return image ? validate_encryption(input.encryption) : image;
}

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::id_card_ocr_verification& input) {
    const bool has_image = is_given(input.image_base64) || is_given(input.image_url);
    auto person = reject_first({
        missing_if(!has_image && !is_given(input.id_card), "IdCard, because there is no image"),
        missing_if(!has_image && !is_given(input.name), "Name, because there is no image"),
    });
    return person ? validate_encryption(input.encryption, {"Name", "IdCard"}) : person;
}

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::phone_verification& input) {
    const bool encrypted = is_given(input.ciphertext_blob) || is_given(input.encrypt_list) || is_given(input.iv);
    return reject_first({
        missing_if(encrypted && !is_given(input.ciphertext_blob), "CiphertextBlob, because something is encrypted"),
        missing_if(encrypted && !is_given(input.encrypt_list), "EncryptList, because something is encrypted"),
        missing_if(encrypted && !is_given(input.iv), "Iv, because something is encrypted"),
    });
}

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::bank_card_2e_verification& input) {
    return validate_encryption(input.encryption, {"Name", "BankCard"});
}

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::bank_card_4e_verification& input) {
    return validate_encryption(input.encryption, {"Name", "IdCard", "Phone", "BankCard"});
}

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::bank_card_verification& input) {
    return validate_encryption(input.encryption, {"Name", "IdCard", "BankCard"});
}

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::check_bank_card_information& input) {
    return validate_encryption(input.encryption, {"BankCard"});
}

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::check_id_name_date& input) {
    return validate_encryption(input.encryption, {"Name", "IdCard"});
}

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::id_card_verification& input) {
    return validate_encryption(input.encryption, {"Name", "IdCard"});
}

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::image_recognition& input) {
    return validate_encryption(input.encryption, {"Name", "IdCard"});
}

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::image_recognition_v2& input) {
    return validate_encryption(input.encryption, {"Name", "IdCard"});
}

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::mobile_network_time_verification& input) {
    return validate_encryption(input.encryption, {"Mobile"});
}

TC3_FUNCTION result<void, rejected_request> validate_input(const faceid::mobile_status& input) {
    return validate_encryption(input.encryption, {"Mobile"});
}

}  // namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail

// ---- tc3/testing/faceid/sessions.hpp --------------------------------------------------------------------------------

namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail {

TC3_FUNCTION bool session::start(unix_time now) noexcept {
    if (is_lost(now)) return false;
    if (state == session_state::waiting) state = session_state::started;
    return true;
}

TC3_FUNCTION bool session::end(session_state result) noexcept {
    if (state == session_state::waiting) return false;
    state = result;
    return true;
}

TC3_FUNCTION void session::expire(unix_time now) noexcept {
    if (age(now) < life.readable_for) begun.seconds = now.seconds - life.readable_for;
}

TC3_FUNCTION void session_list::begin(session fresh) {
    const unix_time now = fresh.begun;
    session* known = find(fresh.token, fresh.result_action);
    if (known == nullptr) {
        sessions_.push_back(std::move(fresh));
    } else {
        *known = std::move(fresh);
    }
    std::erase_if(sessions_, [now](const session& each) { return each.is_stale(now); });
}

TC3_FUNCTION session* session_list::find(std::string_view token, std::string_view result_action) noexcept {
    for (session& known : sessions_) {
        if (known.token == token && known.result_action == result_action) return &known;
    }
    return nullptr;
}

TC3_FUNCTION session* session_list::find(std::string_view token) noexcept {
    for (session& known : sessions_) {
        if (known.token == token) return &known;
    }
    return nullptr;
}

}  // namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail

// ---- tc3/testing/faceid/uploads.hpp ---------------------------------------------------------------------------------

namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail {

TC3_FUNCTION const upload& upload_list::create(std::string_view action, unix_time now, bool is_uploaded) {
    fixed_text<20> number;
    write_decimal(number, created_ + 1);
    const auto address = [&](std::string_view base_url, std::string_view path) {
        return std::string(base_url.empty() ? "https://emulator.invalid" : base_url).append(path).append(number.view());
    };
    uploads_.push_back({address(base_url_, "/upload/"), address(base_url_, "/file/"), std::string(action), now, is_uploaded});
    ++created_;
    std::erase_if(uploads_, [now](const upload& known) { return known.is_stale(now); });
    return uploads_.back();
}

TC3_FUNCTION bool upload_list::put(std::string_view upload_url, std::string_view bytes) {
    for (upload& known : uploads_) {
        if (known.upload_url != upload_url) continue;
        known.checksum = md5_of(bytes);  // first: without a checksum, any content would be accepted
        known.is_uploaded = true;
        return true;
    }
    return false;
}

TC3_FUNCTION std::string_view upload_list::find_error(std::string_view resource_url, std::string_view checksum, std::string_view action,
                                                      unix_time now) const noexcept {
    const upload* file = find(resource_url);
    if (file == nullptr) return "CreateUploadUrl did not return this address";
    if (file->action != action) return "the address is for another action";
    if (file->age(now) >= upload::lifetime_seconds) return "the address is 2 hours old or older";
    if (!file->is_uploaded) return "no file was uploaded";
    if (!file->checksum.empty() && !ascii::equal_lower(checksum, file->checksum)) return "the MD5 differs";
    return {};
}

TC3_FUNCTION const upload* upload_list::find(std::string_view resource_url) const noexcept {
    for (const upload& known : uploads_) {
        if (known.resource_url == resource_url) return &known;
    }
    return nullptr;
}

}  // namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail

// ---- tc3/testing/faceid/service.hpp ---------------------------------------------------------------------------------

namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail {

// ---- the service: scripts and sessions -------------------------------------------------------------------------------------------

TC3_FUNCTION reply_script& faceid_service::script_of(std::string_view action) {
    for (entry& known : scripts_) {
        if (known.action == action) return known.script;
    }
    return scripts_.emplace_back(entry{action, {}}).script;
}

TC3_FUNCTION any_reply faceid_service::respond_from_session(std::string_view action, const flow& flow, std::string_view token) {
    session* session = sessions_.find(token, action);
    if (session == nullptr) {
        return service_error{std::string(flow.unknown_token_code), "no session of this action has this token"};
    }
    if (session->age(now()) >= session->life.readable_for) {
        return service_error{std::string(flow.expired_token_code), "the session of this token has expired"};
    }
    if (session->state == session_state::waiting) return std::string(session->is_lost(now()) ? flow.lost : flow.unfinished);
    any_reply next = session->script.next();
    if (!next.is_as_usual()) return next;
    if (session->state == session_state::started) return std::string(flow.unfinished);
    return result_of(action, *session);
}

// ---- the service: replies without a script ---------------------------------------------------------------------------------------

TC3_FUNCTION any_reply faceid_service::result_of(std::string_view action, const session& session) {
    if (session.state != session_state::failed) return passed_with_extra(action, session.extra);
    return changed_members(expanded(find_text(failed_texts, action)), {{"Extra", session.extra}});
}

TC3_FUNCTION any_reply faceid_service::passed_with_extra(std::string_view action, std::string_view extra) {
    if (extra.empty()) return passed_members(action);
    return passed_members_with(action, {{"Extra", extra}});
}

TC3_FUNCTION any_reply faceid_service::respond_as_usual(const faceid::image_recognition_v2& input) {
    return passed_with_extra("ImageRecognitionV2", input.extra.value_or(""));
}

TC3_FUNCTION any_reply faceid_service::respond_as_usual(const faceid::apply_liveness_token&) {
    return passed_members_with("ApplyLivenessToken", {{"SdkToken", begin_session<faceid::get_liveness_result>()}});
}

TC3_FUNCTION any_reply faceid_service::respond_as_usual(const faceid::get_face_id_token_intl& input) {
    return passed_members_with("GetFaceIdTokenIntl", {{"SdkToken", begin_session<faceid::get_face_id_result_intl>(input.extra)}});
}

TC3_FUNCTION any_reply faceid_service::respond_as_usual(const faceid::apply_sdk_verification_token& input) {
    return passed_members_with("ApplySdkVerificationToken",
                               {{"SdkToken", begin_session<faceid::get_sdk_verification_result>(input.extra)}});
}

TC3_FUNCTION any_reply faceid_service::respond_as_usual(const faceid::apply_web_verification_biz_token_intl& input) {
    const std::string token = begin_session<faceid::get_web_verification_result_intl>(input.extra);
    const std::string url = "https://emulator.invalid/web?token=" + token;
    return passed_members_with("ApplyWebVerificationBizTokenIntl",
                               {{"BizToken", token}, {"VerificationURL", url}, {"VerificationUrl", url}});
}

TC3_FUNCTION any_reply faceid_service::respond_as_usual(const faceid::get_nfc_token&) {
    return passed_members_with("GetNFCToken", {{"Token", begin_session<faceid::get_wx_nfc_result>()}});
}

TC3_FUNCTION any_reply faceid_service::respond_as_usual(const faceid::create_upload_url& input) {
    const upload& created = uploads_.create(input.target_action, now(), !waits_);
    fixed_text<20> expiry;
    write_decimal(expiry, created.created.seconds + upload::lifetime_seconds);
    return passed_members_with(
        "CreateUploadUrl",
        {{"UploadUrl", created.upload_url}, {"ResourceUrl", created.resource_url}, {"ExpiredTimestamp", expiry.view(), false}});
}

// ---- the service: files ----------------------------------------------------------------------------------------------------------

TC3_FUNCTION result<void, rejected_request> faceid_service::validate_files(const faceid::generate_reflect_sequence& input) {
    return validate_file("GenerateReflectSequence", input.device_data_url, input.device_data_md5);
}

TC3_FUNCTION result<void, rejected_request> faceid_service::validate_files(const faceid::detect_reflect_liveness_and_compare& input) {
    auto live = validate_file("DetectReflectLivenessAndCompare", input.live_data_url, input.live_data_md5);
    return live ? validate_file("DetectReflectLivenessAndCompare", input.image_url, input.image_md5) : live;
}

TC3_FUNCTION result<void, rejected_request> faceid_service::validate_files(const faceid::video_liveness_compare& input) {
    auto image = validate_file("VideoLivenessCompare", input.image_url, input.image_md5);
    return image ? validate_file("VideoLivenessCompare", input.video_url, input.video_md5) : image;
}

TC3_FUNCTION result<void, rejected_request> faceid_service::validate_file(std::string_view action, const std::string& url,
                                                                          const std::string& checksum) {
    const std::string_view error = uploads_.find_error(url, checksum, action, now());
    if (error.empty()) return {};
    return unexpected(rejected_request{rejection::none, {"FailedOperation.DownLoadError", url + ": " + std::string(error)}});
}

}  // namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail

// ---- tc3/testing/faceid/scenario.hpp --------------------------------------------------------------------------------

namespace tc3::inline TC3_NAMESPACE::testing {

TC3_FUNCTION bool faceid_scenario::start(std::string_view token) {
    faceid_detail::session* session = service_->sessions().find(token);
    return session != nullptr && session->start(service_->now());
}

TC3_FUNCTION bool faceid_scenario::finish(std::string_view token) {
    faceid_detail::session* session = service_->sessions().find(token);
    return session != nullptr && session->end(faceid_detail::session_state::finished);
}

TC3_FUNCTION bool faceid_scenario::fail(std::string_view token) {
    faceid_detail::session* session = service_->sessions().find(token);
    return session != nullptr && session->end(faceid_detail::session_state::failed);
}

TC3_FUNCTION bool faceid_scenario::expire(std::string_view token) {
    faceid_detail::session* session = service_->sessions().find(token);
    if (session == nullptr) return false;
    session->expire(service_->now());
    return true;
}

TC3_FUNCTION faceid_scenario serve_faceid(emulator& emulator) {
    using namespace faceid;
    constexpr auto& handlers = faceid_detail::faceid_handlers<
        // sessions in an app: liveness, liveness and face, liveness and document
        apply_liveness_token, get_liveness_result, get_face_id_token_intl, get_face_id_result_intl, apply_sdk_verification_token,
        get_sdk_verification_result,
        // sessions in a browser, and with a chip reader
        apply_web_verification_biz_token_intl, get_web_verification_result_intl, get_nfc_token, get_wx_nfc_result,
        // faces, from uploaded files
        create_upload_url, generate_reflect_sequence, detect_reflect_liveness_and_compare, video_liveness_compare,
        // faces, in one call
        compare_face_liveness, liveness_compare, detect_ai_fake_faces, image_recognition, image_recognition_v2, check_id_card_information,
        // names and numbers
        id_card_ocr_verification, id_card_verification, check_id_name_date, bank_card_verification, bank_card_2e_verification,
        bank_card_4e_verification, check_bank_card_information, phone_verification, mobile_status, mobile_network_time_verification>;

    const auto state = std::make_shared<faceid_detail::faceid_service>(emulator);
    std::vector<untyped_action> actions;
    for (const faceid_detail::faceid_handler& each : handlers) {
        // Untyped, since handle() reads the input itself: FaceInputType needs a rule of its own there.
        actions.push_back(
            {each.action, [state, handle = each.handle](const received_message& message) { return handle(*state, message); }});
    }
    for (const std::string_view name : faceid_detail::retired_actions) {
        actions.push_back({{faceid::service, faceid::version, name, faceid::host},
                           [](const received_message&) { return service_error{"ActionOffline", "the action was taken offline"}; }});
    }
    emulator.serve(std::move(actions));
    return faceid_scenario(state);
}

}  // namespace tc3::inline TC3_NAMESPACE::testing

#endif  // TC3_BODIES

#endif  // TC3_REFUSED

#endif  // TC3_SINGLE_HEADER_TESTING_0_1_0
