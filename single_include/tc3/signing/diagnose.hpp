// SPDX-License-Identifier: MIT
// <tc3/signing/diagnose.hpp> of tc3 0.1.0, made by tools/amalgamate.py from the headers under include/: edit those.
// SHA-256 of these 16 headers, one after the other: 00f7be659f3aa2b7e92d627c65d9041243579038bed0e713ba82c71dd0b06b45
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
#ifndef TC3_SINGLE_HEADER_SIGNING_DIAGNOSE_0_1_0
#define TC3_SINGLE_HEADER_SIGNING_DIAGNOSE_0_1_0

#include <tc3/tc3.hpp>

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

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string_view>

// ---- tc3/signing/doctor/cause.hpp -----------------------------------------------------------------------------------

// The causes that diagnose() can name: why a service rejects a signed request, and what to do about it.

namespace tc3::inline TC3_NAMESPACE::signing {

/// Why a service rejects a signed request.
enum class cause : std::uint8_t {
    // Changed between signing and sending, or signed otherwise than sent
    content_type,           ///< another Content-Type was signed than sent
    host,                   ///< another Host was signed than sent
    header_changed,         ///< another value of a signed header was signed than sent
    header_removed,         ///< a signed header was not sent
    header_twice,           ///< a signed header was sent twice
    header_not_signed,      ///< Content-Type or Host is not among the signed headers
    method,                 ///< another method was signed than sent
    path,                   ///< another path was signed than sent
    query_encoding,         ///< the query was encoded in another way when it was signed
    query_order,            ///< the parameters of the query were signed in another order
    query_place,            ///< the query was signed as the body, or not at all
    body_line_end,          ///< line ends of the body were added, removed or converted
    body_byte_order_mark,   ///< a byte order mark was added to the body or removed
    body_serialized_again,  ///< the JSON of the body was written in another way when it was signed
    body_empty,             ///< an empty body was signed, and another one sent, or the reverse
    body_encoded_twice,     ///< the body was sent or signed as a JSON string that contains the JSON
    body_compressed,        ///< the body was compressed after signing
    body_unsigned,          ///< UNSIGNED-PAYLOAD was signed, and the header that declares it was not sent
    body_character_set,     ///< the body was signed in another character set than it was sent
    // Time and scope
    clock,                  ///< the time of the request is more than five minutes from that of the service
    date_of_local_time,     ///< the date is that of a local time
    date_of_other_reading,  ///< the date is of another reading of the clock than the timestamp
    date_form,              ///< the date is not written as YYYY-MM-DD, or its month or year is wrong
    timestamp_missing,      ///< X-TC-Timestamp was not sent
    timestamp_unit,         ///< the timestamp is not a whole number of seconds
    timestamp_differs,      ///< the header and the string to sign have different timestamps
    service,                ///< the service of the scope or of the key is wrong
    terminator,             ///< the scope or the key does not end with tc3_request
    scope_form,             ///< the scope does not consist of date, service and tc3_request
    algorithm_name,         ///< the name of the algorithm is wrong
    // Credential
    key_blanks,               ///< the secret key has blanks or line ends
    key_quotes,               ///< the secret key has quotation marks
    key_empty,                ///< the secret key is empty, or a word such as undefined
    key_swapped,              ///< the secret id was used as the secret key
    key_prefix,               ///< the first key is not "TC3" and the secret key
    key_decoded,              ///< the secret key was decoded from base64 or hexadecimal digits
    key_of_other_credential,  ///< the secret key is that of another credential
    key_derivation,           ///< a step of the key derivation is wrong
    credential_differs,       ///< the request was signed with another credential
    token_missing,            ///< temporary keys were used without their token
    token_differs,            ///< the token is not that of the keys
    token_unexpected,         ///< a token was sent with permanent keys
    secret_id_unknown,        ///< the service does not know the secret id
    other_site,               ///< the keys can be those of the other site, China or international
    // Steps of the signature
    digest_upper_case,     ///< a digest was written in capitals
    digest_form,           ///< a digest was used as text in place of bytes, or the reverse
    digest_cut,            ///< a digest ends at its first zero byte
    digest_zeros,          ///< the leading zeros of a digest's bytes are missing
    signature_cut,         ///< the signature is too short
    payload_hash,          ///< the payload was hashed in another way
    canonical_lines,       ///< the lines of the canonical request are wrong
    canonical_value_case,  ///< a value in the canonical request has the wrong case
    header_order,          ///< the signed headers are not in the order of their names
    signed_headers_case,   ///< the names of the signed headers are not in lower case
    string_to_sign_form,   ///< the string to sign has the wrong form
    authorization_form,    ///< the Authorization header has the wrong form
    signature_version_1,   ///< the request has a signature of version 1
    // Others
    request_too_large,  ///< the request is too large
    key_not_given,      ///< no secret key was given to diagnose(), so the signature was not checked
    unknown,            ///< the signature does not fit, and no change that is known explains it
};

/// Returns the name of the enumerator: "content_type".
[[nodiscard]] constexpr std::string_view to_string(cause value) noexcept;

/// Returns a sentence that states what is wrong: "Another Content-Type was signed than sent."
[[nodiscard]] constexpr std::string_view description(cause value) noexcept;

/// Returns a sentence that states what to do.
[[nodiscard]] constexpr std::string_view advice(cause value) noexcept;

namespace doctor_detail {

struct cause_text {
    std::string_view name;
    std::string_view description;
    std::string_view advice;
};

// In the order of the enumerators.
inline constexpr cause_text cause_texts[] = {
    {"content_type", "Another Content-Type was signed than sent.",
     "Sign the value that is sent: set Content-Type yourself, and let the HTTP client add no charset and no default."},
    {"host", "Another Host was signed than sent.",
     "Sign the Host header that reaches the service: without a default port, and not that of a proxy or gateway."},
    {"header_changed", "Another value of a signed header was signed than sent.",
     "Set the header before signing, and do not change it after."},
    {"header_removed", "A signed header was not sent.", "Sign only headers that reach the service; content-type and host are enough."},
    {"header_twice", "A signed header was sent twice.", "Send each header once: client and service may read different ones of two."},
    {"header_not_signed", "Content-Type or Host is not among the signed headers.", "Sign content-type and host."},
    {"method", "Another method was signed than sent.", "Sign the method that is sent, in capitals: GET or POST."},
    {"path", "Another path was signed than sent.", "Sign the path that reaches the service, which is / for API 3.0: no host, no query."},
    {"query_encoding", "The query was encoded in another way when it was signed.",
     "Encode the query once, sign that text, and send it unchanged; some URL classes encode it again."},
    {"query_order", "The parameters of the query were signed in another order than sent.",
     "Sign the query as it is sent: TC3 does not sort it."},
    {"query_place", "The query was not signed as the query.",
     "For GET sign the text after '?' as the canonical query and the hash of an empty payload."},
    {"body_line_end", "Line ends of the body were added, removed or converted after signing.",
     "Sign the bytes that are sent: open files as binary, and let no tool add a line feed."},
    {"body_byte_order_mark", "A byte order mark was added to the body, or removed, after signing.",
     "Send and sign UTF-8 without a byte order mark."},
    {"body_serialized_again", "The JSON of the body was written in another way when it was signed.",
     "Serialize once: sign that text, and send the same bytes rather than an object that the HTTP client serializes again."},
    {"body_empty", "The body that was signed is empty and the one that was sent is not, or the reverse.",
     "Sign the body that is sent; an input without parameters is {}."},
    {"body_encoded_twice", "The JSON of the body was serialized again, as a JSON string.",
     "Pass the JSON text to the HTTP client as text, not as a value that it serializes."},
    {"body_compressed", "The body was compressed after signing.", "Switch compression of requests off in the HTTP client or proxy."},
    {"body_unsigned", "UNSIGNED-PAYLOAD was signed, and X-TC-Content-SHA256 does not declare it.",
     "Send the header X-TC-Content-SHA256: UNSIGNED-PAYLOAD, or sign the hash of the body."},
    {"body_character_set", "The body was signed in another character set than it was sent.",
     "Encode the body as UTF-8 once, and sign those bytes."},
    {"clock", "The time of the request is more than five minutes from that of the service.",
     "Set the clock of the machine, or correct the time by the Date header of the response."},
    {"date_of_local_time", "The date is that of a local time.", "Compute the date in UTC, from the timestamp."},
    {"date_of_other_reading", "The date is of another reading of the clock than the timestamp.",
     "Read the clock once, compute the date from the timestamp, and keep no signing key or scope beyond its day."},
    {"date_form", "The date is not written as YYYY-MM-DD, or its month or year is wrong.",
     "Write the date with dashes, the months from 01 to 12: 2023-11-15."},
    {"timestamp_missing", "X-TC-Timestamp was not sent.", "Send the timestamp that was signed, and let no proxy remove the header."},
    {"timestamp_unit", "The timestamp is not a whole number of seconds.",
     "Use seconds, without a fraction, in the header and in the string to sign."},
    {"timestamp_differs", "The string to sign has another timestamp than the header X-TC-Timestamp.",
     "Use one timestamp for both, and sign each attempt again."},
    {"service", "The service of the scope or of the key is wrong.",
     "Use the name of the product in lower case, such as faceid: it is not always the first label of the host."},
    {"terminator", "The scope or the key does not end with tc3_request.", "End the scope and the key derivation with tc3_request."},
    {"scope_form", "The scope does not consist of date, service and tc3_request.",
     "Write the scope as date/service/tc3_request, without a region."},
    {"algorithm_name", "The name of the algorithm is wrong.",
     "Begin the string to sign and the Authorization header with TC3-HMAC-SHA256."},
    {"key_blanks", "The secret key has blanks or line ends.",
     "Remove them where the key is read: from a file, an environment variable or a form."},
    {"key_quotes", "The secret key has quotation marks.", "Remove them where the key is read: an environment file can keep them."},
    {"key_empty", "The secret key is empty, or a word that means nothing.",
     "Look where the key is read: a variable that is not set can become an empty text, or a word such as undefined."},
    {"key_swapped", "The secret id and the secret key are exchanged.", "Exchange them; the id begins with AKID or IKID."},
    {"key_prefix", "The first key of the derivation is not \"TC3\" and the secret key.", "Put \"TC3\" before the secret key, once."},
    {"key_decoded", "The secret key was decoded from base64 or hexadecimal digits.", "Use the secret key as text."},
    {"key_of_other_credential", "The secret key is that of another credential than the secret id.",
     "Read id, key and token together, as one value."},
    {"key_derivation", "A step of the key derivation is wrong.",
     "Derive the key by HMAC of the date, the service and tc3_request, each with the digest before as the key."},
    {"credential_differs", "The request was signed with another credential.", "Look where the program reads its credential."},
    {"token_missing", "Temporary keys were used without their token.", "Send the token of the keys as X-TC-Token."},
    {"token_differs", "The token is not that of the keys, or has expired.",
     "Read id, key and token together, and renew them before they expire."},
    {"token_unexpected", "A token was sent with permanent keys.", "Send X-TC-Token with temporary keys only."},
    {"secret_id_unknown", "The service does not know the secret id.",
     "Look at the state of the key in the console: it can be disabled, deleted, or temporary and without its token."},
    {"other_site", "The keys may be those of the other site: accounts of China and international accounts are separate.",
     "Use the keys of the site whose host you call."},
    {"digest_upper_case", "A digest was written in capitals.", "Write digests in lower-case hexadecimal digits."},
    {"digest_form", "A digest was used in another form than the one that its step needs.",
     "Use the bytes of a digest as the key of the next HMAC, and hexadecimal digits in the texts and for the signature."},
    {"digest_cut", "A digest ends at its first zero byte.", "Treat digests as 32 bytes, not as text that ends at a zero."},
    {"digest_zeros", "The leading zeros of a digest's bytes are missing.", "Write two hexadecimal digits for each byte."},
    {"signature_cut", "The signature is too short.", "Send all 64 digits of the signature."},
    {"payload_hash", "The payload was hashed in another way.", "Hash the bytes of the body once, by SHA-256."},
    {"canonical_lines", "The lines of the canonical request are wrong.",
     "Write method, path, query, headers with a line feed after each, an empty line, signed headers and payload hash; no line feed at the "
     "end."},
    {"canonical_value_case", "A value in the canonical request has the wrong case.",
     "Write the values of signed headers in lower case, but Content-Type as it is sent."},
    {"header_order", "The signed headers are not in the order of their names.",
     "Sort the headers by the bytes of their lower-case names, without a locale."},
    {"signed_headers_case", "The names of the signed headers are not in lower case.",
     "Write the names in lower case, in the canonical request and in SignedHeaders."},
    {"string_to_sign_form", "The string to sign has the wrong form.",
     "Write algorithm, timestamp, scope and the hash of the canonical request, a line each; no line feed at the end."},
    {"authorization_form", "The Authorization header has the wrong form.",
     "Write TC3-HMAC-SHA256 Credential=id/date/service/tc3_request, SignedHeaders=content-type;host, Signature=..."},
    {"signature_version_1", "The request has a signature of version 1, HmacSHA1 or HmacSHA256.",
     "Sign by TC3-HMAC-SHA256: version 1 takes no JSON and no body above 1 MB."},
    {"request_too_large", "The request is too large.", "Send at most 10 MB as body and 32 KB as query."},
    {"key_not_given", "The signature was not checked, since no secret key was given.",
     "Diagnose the request with the credential that should have signed it."},
    {"unknown",
     "The signature does not fit, and no change that is known explains it: the key is wrong, or the request was changed in another way.",
     "Sign a request without parameters with the same key: if it is rejected too, the key is wrong; if not, compare what was signed with "
     "what was sent."},
};

[[nodiscard]] constexpr const cause_text& text_of(cause value) noexcept {
    static_assert(sizeof cause_texts / sizeof cause_texts[0] == static_cast<std::size_t>(cause::unknown) + 1);
    return cause_texts[static_cast<std::size_t>(value)];
}

}  // namespace doctor_detail

constexpr std::string_view to_string(cause value) noexcept { return doctor_detail::text_of(value).name; }
constexpr std::string_view description(cause value) noexcept { return doctor_detail::text_of(value).description; }
constexpr std::string_view advice(cause value) noexcept { return doctor_detail::text_of(value).advice; }

}  // namespace tc3::inline TC3_NAMESPACE::signing

// ---- tc3/signing/doctor/finding.hpp ---------------------------------------------------------------------------------

// What diagnose() returns: causes, each with its evidence.

namespace tc3::inline TC3_NAMESPACE::signing {

/// The largest number of signatures that diagnose() computes.
inline constexpr std::size_t most_diagnosed_signatures = 40000;

/// The largest number of findings about one request.
inline constexpr std::size_t most_findings = 8;

/// The largest size of an evidence. A longer one is cut and ends with "...".
inline constexpr std::size_t longest_evidence = 200;

/// A cause, and how it was found. It holds no secret and nothing of the body.
struct finding {
    signing::cause cause = cause::unknown;
    bool is_certain = false;  ///< whether the signature fits with this cause, or the request shows it
    /// "with Content-Type `application/json` the signature fits"; may be empty. Text of the request in it is printable.
    fixed_text<longest_evidence> evidence;
};

/// The findings about one request, the most likely first; none if nothing is wrong with it.
class diagnosis {
public:
    [[nodiscard]] constexpr std::span<const finding> findings() const& noexcept TC3_LIFETIMEBOUND { return {findings_.data(), size_}; }
    std::span<const finding> findings() const&& = delete;
    [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
    /// Returns how many signatures were computed.
    [[nodiscard]] constexpr std::size_t signatures() const noexcept { return signatures_; }

    /// Adds a finding unless its cause is there already or most_findings are.
    constexpr void add(const finding& next) noexcept {
        for (const finding& known : findings()) {
            if (known.cause == next.cause) return;
        }
        if (size_ < findings_.size()) findings_[size_++] = next;
    }
    constexpr void set_signatures(std::size_t count) noexcept { signatures_ = count; }

private:
    std::array<finding, most_findings> findings_{};
    std::size_t size_ = 0;
    std::size_t signatures_ = 0;
};

}  // namespace tc3::inline TC3_NAMESPACE::signing

// ---- tc3/signing/doctor/known_facts.hpp -----------------------------------------------------------------------------

// What diagnose() knows beside the request.

namespace tc3::inline TC3_NAMESPACE::signing {

/// What is known about a request that a service rejected. The more is known, the more causes can be named. Of each list the first 16
/// entries are read.
///
/// Lifetime: refers to the caller's memory.
struct known_facts {
    credential_view credential = {};                          ///< the credential that should have signed, its token included
    std::string_view service = {};                            ///< "faceid"; empty if it is not known
    std::optional<unix_time> service_time = {};               ///< the time of the service when the request arrived; see response_date.hpp
    std::string_view error_code = {};                         ///< of the response: "AuthFailure.SignatureFailure"
    std::string_view error_message = {};                      ///< of the response; without `service_time`, the time in it is used
    std::span<const credential_view> other_credentials = {};  ///< others that the program has
    std::span<const std::string_view> other_hosts = {};       ///< of gateways and proxies between program and service
    /// Values that headers may have had when the request was signed: X-TC-Action and each action that the program calls.
    std::span<const http::header> other_headers = {};
};

}  // namespace tc3::inline TC3_NAMESPACE::signing

// ---- tc3/signing/diagnose.hpp ---------------------------------------------------------------------------------------

// The signature doctor: finds out why a service rejected a signed request, and names the cause.
//
//     tc3::signing::raw_request request(bytes_as_sent);
//     const auto diagnosis = tc3::signing::diagnose(request.view(), {.credential = credential, .service = "faceid"});
//     std::string text;
//     tc3::signing::write_diagnosis(text, diagnosis);
//
// It computes the signature again under the mistakes that clients make: a charset that the HTTP client added, a date in local time, a line
// feed after the key. A signature that fits proves the mistake. Not in <tc3/tc3.hpp>: include this header where you need it.

namespace tc3::inline TC3_NAMESPACE::signing {

/// Finds out why a service rejects a request.
///
/// Lifetime: nothing of the arguments is kept.
/// Cost: no allocation. Up to most_diagnosed_signatures signatures if no cause fits, and up to 102 hashes of the body, 38 beyond 1 MB. Of
/// requests with more than 16 KB of target and headers only single causes are tried, of those with more than 256 KB none.
/// Source: docs/signature-doctor.md.
[[nodiscard]] diagnosis diagnose(const sent_request& request, const known_facts& facts);

/// Writes a finding: cause, evidence and advice, in sentences.
template <sink S>
constexpr void write_finding(S& out, const finding& found) {
    out.append(description(found.cause));
    if (found.evidence.size() != 0) {
        out.append(found.is_certain ? " Certain: " : " Likely: ");
        out.append(found.evidence.view());
        out.append(".");
    }
    out.append(" ");
    out.append(advice(found.cause));
}

/// Writes the findings, a line each.
template <sink S>
constexpr void write_diagnosis(S& out, const diagnosis& found) {
    if (found.empty()) {
        out.append("The signature fits, and nothing else is wrong with the request. If the service rejects it, the service has another ");
        out.append("key for the secret id, or the request is changed after this point.\n");
    }
    for (const finding& each : found.findings()) {
        out.append(to_string(each.cause));
        out.append(": ");
        write_finding(out, each);
        out.append("\n");
    }
}

}  // namespace tc3::inline TC3_NAMESPACE::signing

// ---- tc3/signing/doctor/rewrite_json.hpp ----------------------------------------------------------------------------

// Writes a JSON text again, in the style of another serializer: with other blanks, escapes or order of members.

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

/// How a serializer writes JSON.
struct json_style {
    std::string_view after_comma = {};        ///< between elements and between members
    std::string_view after_colon = {};        ///< between the name and the value of a member
    std::uint8_t indent = 0;                  ///< blanks for each level, each value on a line of its own; 0 for one line
    bool only_ascii = false;                  ///< all other characters as escapes by number, as json.dumps() of Python does
    bool escapes_slashes = false;             ///< '/' as "\/", as json_encode() of PHP does
    std::string_view escaped_by_number = {};  ///< ASCII characters as escapes by number: '<', '>' and '&' by encoding/json of Go
    bool has_capital_digits = false;          ///< digits of escapes in capitals, as System.Text.Json of .NET writes them
    bool sorts_members = false;               ///< the members of objects by the bytes of their names
};

/// Writes a valid JSON text again in a style. Numbers are written as they are spelled.
///
/// An object of more than 64 members is not sorted. Returns false, and writes nothing, for a text that is not JSON or is deeper than 16
/// levels.
///
/// Cost: linear in the text for each level; sorting compares up to 2,000 pairs of names for an object.
[[nodiscard]] bool rewrite_json(any_sink& out, std::string_view text, const json_style& style);

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor

// ---- tc3/signing/doctor/body_form.hpp -------------------------------------------------------------------------------

// The ways in which a body differs between signing and sending.

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

/// What was signed in place of the body that was sent.
enum class body_change : std::uint8_t {
    none,
    with_line_feed,
    with_carriage_return,  ///< and a line feed, at the end
    without_line_end,
    to_carriage_returns,  ///< each line feed as CR LF
    to_line_feeds,        ///< each CR LF as a line feed
    with_mark,            ///< a byte order mark
    without_mark,
    empty,
    empty_object,    ///< {}
    as_json_string,  ///< the body as a string of JSON
    of_json_string,  ///< the text of the string of JSON that the body is
    query,           ///< the query of a GET request
    unsigned_payload,
    utf_16,  ///< little endian
    latin_1,
    object_of_java_script,  ///< "[object Object]"
    joined_chunks,          ///< of a request whose bytes were kept with its chunks
    rewritten,              ///< in the style of another serializer
};

/// The body that was signed: the body that was sent, after a change.
struct body_form {
    body_change change = body_change::none;
    json_style style = {};  ///< of body_change::rewritten
};

/// The number of styles: five spacings with each choice of escapes and order, and two of Gson and of System.Text.Json each.
inline constexpr std::size_t json_spacings = 5;
inline constexpr std::size_t json_styles = json_spacings * 16 + 4;
/// The number of forms. The first one is the body as sent.
inline constexpr std::size_t body_forms = static_cast<std::size_t>(body_change::rewritten) + json_styles;

/// Returns the form with a number below `body_forms`.
[[nodiscard]] body_form body_form_of(std::size_t number) noexcept;

/// Returns the cause of a form: body_line_end for `with_line_feed`; unknown for `joined_chunks`.
[[nodiscard]] cause cause_of(body_change change) noexcept;

/// Writes a body in a form, for hashing: the text is written in pieces. Returns false, after nothing was written, if the body has no such
/// form.
[[nodiscard]] bool write_body(any_sink& out, std::string_view body, std::string_view query, const body_form& form);

/// Writes what the form is: "with a line feed at the end".
void describe(any_sink& out, const body_form& form);

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor

// ---- tc3/signing/doctor/query_form.hpp ------------------------------------------------------------------------------

// The ways in which clients encode and sort a query.

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

/// How a query is signed, compared with the query that was sent.
enum class query_form : std::uint8_t {
    as_sent,
    percent_blanks,  ///< "%20" for "+"
    plus_blanks,     ///< "+" for "%20"
    rfc_3986,        ///< encoded again, all but letters, digits and "-._~"
    browser,         ///< as encodeURIComponent() of JavaScript: "!'()*" are left as well
    html_form,       ///< as HTML forms and Java: "+" for a blank, "*" is left, "~" is encoded
    python_form,     ///< as urlencode() of Python: "+" for a blank, "~" is left, "*" is encoded
    lower_case_hex,  ///< the digits of escapes in lower case
    decoded,         ///< without any escapes
    encoded_twice,
    empty,
    last,
};

/// An order of the pairs of a query: 0 as sent, 1 sorted by their bytes, from 2 the permutations of up to five pairs. A query of more than
/// 64 pairs is not sorted, and one of more than five is not permuted.
using pair_order = std::uint8_t;
inline constexpr pair_order pairs_as_sent = 0;
inline constexpr pair_order sorted_pairs = 1;
inline constexpr pair_order pair_orders = 2 + 120;

/// Writes a query in another form, its pairs in another order.
void write_query(any_sink& out, std::string_view query, query_form form, pair_order order);

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor

// ---- tc3/signing/doctor/attempt.hpp ---------------------------------------------------------------------------------

// A signature as a client may have computed it: each step as the manual says, or in one of the ways in which clients get it wrong.

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

/// A text that consists of up to four pieces, so that a changed value needs no memory.
///
/// Lifetime: refers to the pieces.
struct joined_text {
    std::string_view pieces[4] = {};

    [[nodiscard]] constexpr bool empty() const noexcept {
        for (const std::string_view piece : pieces) {
            if (!piece.empty()) return false;
        }
        return true;
    }
    constexpr void write(any_sink& out) const {
        for (const std::string_view piece : pieces) out.append(piece);
    }
};

/// How the path is signed.
enum class path_form : std::uint8_t { as_sent, root, empty, without_last_slash, with_last_slash, with_host, with_query, last };

/// How a digest is passed on as text.
enum class digest_form : std::uint8_t { hex, upper_hex, bytes, without_zeros, hashed_again, last };

/// How the lines of the canonical request are written.
enum class line_form : std::uint8_t {
    right,
    no_empty_line,  // after the headers
    line_feed_at_end,
    no_query_line,      // if the query is empty
    blank_after_colon,  // of headers
    last,
};

/// What ends the lines of the canonical request.
enum class line_end : std::uint8_t { line_feed, cr_lf, backslash_and_n };

/// How the values of signed headers are written.
enum class value_form : std::uint8_t { right, all_verbatim, all_lower, last };

/// The order of the header lines and of the list of names, and how the names are written.
enum class name_form : std::uint8_t {
    sorted,                // in lower case
    as_listed,             // lines and list as SignedHeaders declares them
    lower_case_as_listed,  // in its order
    only_list_as_listed,   // the lines sorted
    lines_reversed,        // the list sorted
    last,
};

/// How the signing key is derived.
enum class derivation_form : std::uint8_t {
    right,
    hex_digests,      // the digits of each digest as the next key
    hex_signing_key,  // the digits of the last one
    cut_digests,      // each digest up to its first zero byte as the next key
    exchanged,        // the word as the key, and the key as the message
    without_service,
    without_date,
    with_region,       // between date and service
    none,              // the secret key signs
    none_with_prefix,  // "TC3" and the secret key sign
    last,
};

/// How the secret key becomes the first key.
enum class key_form : std::uint8_t { text, from_base64, from_hex, last };

/// What follows "TC3" scope and hash in the string to sign.
enum class end_form : std::uint8_t { right, line_feed, canonical_request_for_hash, last };

/// A signature that a client may have computed.
///
/// Lifetime: refers to the request and to the credential.
struct attempt {  // NOLINT: padding, for members in the order of the steps
    // canonical request
    std::string_view method;
    path_form path = path_form::as_sent;
    query_form query = query_form::as_sent;
    pair_order query_order = pairs_as_sent;
    joined_text content_type, host;
    bool has_content_type = true;  // whether there is a line for it
    http::header other_header;     // another value of a header; without a name, none
    value_form values = value_form::right;
    name_form names = name_form::sorted;
    line_form layout = line_form::right;
    line_end line_ends = line_end::line_feed;
    bool has_line_ends_in_both = false;  // in the string to sign as well
    std::uint8_t body = 0;               ///< see body_form_of()
    digest_form payload_hash = digest_form::hex;
    // string to sign
    std::string_view algorithm;
    joined_text timestamp;
    std::string_view scope;
    digest_form canonical_hash = digest_form::hex;
    end_form end = end_form::right;
    // signing key
    std::string_view prefix = "TC3";
    joined_text secret_key;
    key_form key = key_form::text;
    std::string_view date, service, terminator;
    derivation_form derivation = derivation_form::right;
};

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor

// ---- tc3/signing/doctor/declared_authorization.hpp ------------------------------------------------------------------

// The Authorization header of a request as its client wrote it, right or wrong.

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

/// The parts of an Authorization header. A part that is not found is empty.
///
/// Lifetime: refers to the header.
struct declared_authorization {
    std::string_view algorithm;
    std::string_view secret_id;
    std::string_view scope;  ///< all after the secret id: "2023-11-14/cvm/tc3_request"
    std::string_view date, service, terminator;
    std::string_view signed_headers;
    std::string_view signature;

    constexpr explicit declared_authorization(std::string_view header) noexcept
        : algorithm(text_scanner(header).take_part(" ")),
          signed_headers(value_of(header, "SignedHeaders=")),
          signature(value_of(header, "Signature=")) {
        text_scanner credential(value_of(header, "Credential="));
        secret_id = credential.take_part("/");
        scope = credential.rest();
        text_scanner words(scope);
        date = words.take_part("/");
        service = words.take_part("/");
        terminator = words.rest();
    }

private:
    /// Returns the text between a name and the next comma or name, without blanks at its ends.
    [[nodiscard]] static constexpr std::string_view value_of(std::string_view header, std::string_view name) noexcept {
        text_scanner text(header);
        if (!text.take_until(name)) return {};
        std::string_view value = text.take_part(",");
        for (const std::string_view next : {" Credential=", " SignedHeaders=", " Signature="}) value = text_scanner(value).take_part(next);
        return ascii::trim(value);
    }
};

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor

// ---- tc3/signing/doctor/accident.hpp --------------------------------------------------------------------------------

// The accidents that diagnose() tries: for each cause the changes of an attempt that it can consist of.

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

/// The part of an attempt that an accident changes. Two accidents that change the same part are not tried together.
enum class changed_part : std::uint8_t {
    content_type,
    host,
    header,
    values,
    names,
    layout,
    line_ends,
    method,
    path,
    query,
    query_order,
    body,
    payload_hash,
    canonical_hash,
    timestamp,
    date,
    service,
    terminator,
    algorithm,
    end,
    prefix,
    secret_key,
    derivation
};

/// A request and all that is known about it.
///
/// Lifetime: refers to the request and to the facts.
struct examined_request {
    const sent_request& request;
    const known_facts& facts;
    const declared_authorization& declared;
    credential_view credential;             ///< the one that signed, as far as it is known
    std::optional<unix_time> service_time;  ///< from the facts or from the message of the service
    unix_time time;                         ///< that of the header, in seconds; 0 if it has none
    bool has_time = false;
    utc_date today, yesterday, tomorrow;
    body_change body;  ///< what is signed for the body by the headers of the request

    examined_request(const sent_request& sent, const known_facts& known, const declared_authorization& authorization) noexcept;

    /// Returns the attempt without an accident: what the service computes for the scope and the headers that the request declares.
    [[nodiscard]] attempt as_declared() const noexcept;
};

/// One way in which a signature goes wrong.
struct accident {
    doctor::changed_part part;
    std::size_t variants;  ///< the largest number of variants
    std::size_t in_pairs;  ///< how many of them are tried together with other accidents
    /// Changes an attempt. Returns the cause, or `unknown` if the variant does not exist for this request.
    cause (*apply)(attempt& tried, const examined_request& examined, std::size_t variant);
    /// Writes the variant: "Content-Type `application/json`".
    void (*describe)(any_sink& out, const examined_request& examined, std::size_t variant);
};

/// Returns the accidents, the most frequent first.
[[nodiscard]] std::span<const accident> accidents() noexcept;

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor

// ---- tc3/signing/doctor/inspection.hpp ------------------------------------------------------------------------------

// The causes that a request shows without its signature: a date of another day, a header that was not sent, a token that is missing.

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

/// Adds the cause of a request without an Authorization header of TC3.
void inspect_unsigned(diagnosis& found, const examined_request& examined);

/// Adds what a request shows.
void inspect(diagnosis& found, const examined_request& examined);

/// Adds what is wrong although the signature fits: the form of the Authorization header and the token.
void inspect_rest(diagnosis& found, const examined_request& examined);

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor

// ---- tc3/signing/doctor/search.hpp ----------------------------------------------------------------------------------

// Searches for the accidents with which a signature fits.

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

/// Adds the accidents with which the signature of a request fits: none, one or two. If it fits with none, adds what can have changed the
/// body in a way that cannot be undone, else cause::unknown, unless a cause was found before that explains it.
void search(diagnosis& found, const examined_request& examined);

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor

// ---- tc3/signing/doctor/service_error.hpp ---------------------------------------------------------------------------

// The causes that the error of the service names: its code and its message.

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

/// Adds the causes that the error in the facts names. None of them is certain.
void read_service_error(diagnosis& found, const examined_request& examined);

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor

// ---- tc3/signing/doctor/evidence.hpp --------------------------------------------------------------------------------

// Writes the evidence of findings: printable, with nothing secret, and cut between two characters.

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

/// Returns whether a text contains eight consecutive characters of a secret key or token that is known, or all of a shorter one.
[[nodiscard]] constexpr bool reveals_secret(std::string_view text, const known_facts& facts) noexcept;

/// Writes a text of the request in backquotes. Characters that are not printable are written as escapes, a text that reveals a secret as
/// the mask, and at most the beginning of a long text.
constexpr void write_quoted(any_sink& out, const known_facts& facts, const joined_text& text);

/// Adds a finding whose evidence `write(out)` writes.
template <std::invocable<any_sink&> Write>
constexpr void add_finding(diagnosis& found, cause why, bool is_certain, Write write) {
    finding next{.cause = why, .is_certain = is_certain, .evidence = {}};
    sink_adapter out(next.evidence);
    write(out);
    if (next.evidence.truncated()) {
        constexpr std::string_view more = "...";
        next.evidence.shorten(longest_evidence - more.size());
        next.evidence.shorten(find_invalid_utf8(next.evidence.view()));
        next.evidence.append(more);
    }
    found.add(next);
}

/// Adds a finding with a fixed text as its evidence.
constexpr void add_finding(diagnosis& found, cause why, bool is_certain, std::string_view evidence) {
    found.add({.cause = why, .is_certain = is_certain, .evidence = fixed_text<longest_evidence>(evidence)});
}

namespace doctor_detail {

// No longer text is shown whole.
inline constexpr std::size_t longest_quoted = longest_evidence;

[[nodiscard]] constexpr bool has_part_of(std::string_view text, std::string_view secret) noexcept {
    constexpr std::size_t shortest_part = 8;  // shorter ones are in words, such as "example"
    if (secret.size() < shortest_part) return !secret.empty() && text.find(secret) != std::string_view::npos;
    for (std::size_t i = 0; i + shortest_part <= secret.size(); ++i) {
        if (text.find(secret.substr(i, shortest_part)) != std::string_view::npos) return true;
    }
    return false;
}

[[nodiscard]] constexpr bool has_part_of(std::string_view text, const credential_view& credential) noexcept {
    return has_part_of(text, credential.secret_key) || has_part_of(text, credential.token);
}

}  // namespace doctor_detail

constexpr bool reveals_secret(std::string_view text, const known_facts& facts) noexcept {
    if (doctor_detail::has_part_of(text, facts.credential)) return true;
    for (const credential_view& other : facts.other_credentials) {
        if (doctor_detail::has_part_of(text, other)) return true;
    }
    return false;
}

constexpr void write_quoted(any_sink& out, const known_facts& facts, const joined_text& text) {
    out.append("`");
    for (const std::string_view piece : text.pieces) {
        const std::string_view shown = slice(piece, 0, doctor_detail::longest_quoted);
        if (reveals_secret(shown, facts)) {
            out.append(http::mask);
        } else {
            write_printable(out, shown);
        }
    }
    out.append("`");
}

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor

// ---- tc3/signing/doctor/wrong_date.hpp ------------------------------------------------------------------------------

// Where a date comes from that is not the UTC date of the timestamp.

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

/// The causes that a wrong date can have. Both are the same if there is only one.
struct date_causes {
    cause likelier;
    cause other;
};

/// Returns whether a text has the form of a date, YYYY-MM-DD, with a month from 01 to 12.
[[nodiscard]] constexpr bool is_date(std::string_view text) noexcept {
    if (text.size() != 10) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i == 4 || i == 7 ? text[i] != '-' : !ascii::is_digit(text[i])) return false;
    }
    const std::string_view month = text.substr(5, 2);
    return month >= "01" && month <= "12";
}

/// Returns the causes of a date that is not that of `time`. No date proves its cause: a local date can also be an old one.
[[nodiscard]] constexpr date_causes causes_of_date(std::string_view date, unix_time time) noexcept {
    if (!is_date(date)) return {cause::date_form, cause::date_form};
    constexpr std::int64_t hour = 3600;
    constexpr std::int64_t day = 24 * hour;
    const utc_date yesterday({time.seconds - day});
    const utc_date today(time);
    const utc_date tomorrow({time.seconds + day});
    const std::int64_t second = time.seconds % day;

    const bool differs_only_in_month = date.substr(0, 5) == today.view().substr(0, 5) && date.substr(7) == today.view().substr(7);
    const bool differs_only_in_year = date.substr(4) == today.view().substr(4);
    if (differs_only_in_month || differs_only_in_year) return {cause::date_form, cause::date_of_other_reading};
    // Local times are from 12 hours before UTC to 14 hours after it.
    const bool is_local = (date == yesterday.view() && second < 12 * hour) || (date == tomorrow.view() && second >= day - 14 * hour);
    if (!is_local) return {cause::date_of_other_reading, cause::date_of_other_reading};
    constexpr std::int64_t soon = 60;  // seconds between two readings of a clock around midnight
    const bool is_at_midnight = second < soon || second >= day - soon;
    if (is_at_midnight) return {cause::date_of_other_reading, cause::date_of_local_time};
    return {cause::date_of_local_time, cause::date_of_other_reading};
}

/// Returns whether a cause is inferred from a date.
[[nodiscard]] constexpr bool is_of_date(cause why) noexcept {
    return why == cause::date_of_local_time || why == cause::date_of_other_reading || why == cause::date_form;
}

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor

// ---- tc3/signing/doctor/recomputation.hpp ---------------------------------------------------------------------------

// Computes the signature of an attempt, and compares it with the one that was sent.

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

/// How the digest of a signature was written into the Authorization header.
enum class signature_form : std::uint8_t {
    hex,
    upper_hex,
    base64,
    cut_at_zero,    // only the bytes before the first zero
    without_zeros,  // one digit for a byte below 16
    first_digits,   // some of its digits, from the first
    other,          // not this digest
};

/// A request as it was sent, and the signatures that attempts give for it.
///
/// Lifetime: refers to the request.
class recomputation {
public:
    recomputation(const sent_request& request, const declared_authorization& declared) noexcept;

    /// Computes the signature of an attempt, and returns how the one that was sent is written from it; `other` if it is not.
    [[nodiscard]] signature_form compare(const attempt& tried);

    /// Returns how many signatures were computed.
    [[nodiscard]] std::size_t count() const noexcept { return count_; }

private:
    [[nodiscard]] bool hash_body(std::size_t form);
    void write_path(any_sink& out, path_form form) const;
    void write_value(any_sink& out, const attempt& tried, std::string_view name) const;
    void write_header(any_sink& out, const attempt& tried, std::string_view name) const;
    void write_headers(any_sink& out, const attempt& tried) const;
    void write_names(any_sink& out, name_form form) const;
    void write_lines(any_sink& out, const attempt& tried) const;
    void write_canonical_request(any_sink& out, const attempt& tried) const;
    void write_string_to_sign(any_sink& out, const attempt& tried) const;
    [[nodiscard]] bool sign(crypto::sha_256_digest& signature, const attempt& tried) const;

    const sent_request& request_;
    const declared_authorization& declared_;
    http::target_parts target_;
    std::array<std::string_view, most_signed_headers> listed_{};  // the signed names, as listed
    std::array<std::string_view, most_signed_headers> sorted_{};
    std::size_t names_ = 0;
    std::array<crypto::sha_256_digest, body_forms> body_digests_{};
    bit_set<body_forms> is_hashed_, has_form_;
    std::size_t count_ = 0;
};

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor

#if defined(TC3_BODIES)

// ---- tc3/signing/doctor/rewrite_json.hpp ----------------------------------------------------------------------------

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

namespace doctor_detail {

inline constexpr std::size_t deepest_rewrite = 16;
// The characters with a short escape, and the letter of each after the backslash.
inline constexpr std::string_view escaped_characters = "\"\\\b\f\n\r\t/";
inline constexpr std::string_view escape_letters = "\"\\bfnrt/";
inline constexpr std::size_t most_sorted_members = 64;

/// Writes UTF-8 as the inside of a JSON string. Each piece must end with a whole character.
class escaping_sink final : public any_sink {
public:
    escaping_sink(any_sink& out, const json_style& style) noexcept : any_sink(append_to), out_(out), style_(style) {}

private:
    static void append_to(any_sink& self, const std::string_view& text) { static_cast<escaping_sink&>(self).write(text); }

    void write(std::string_view text) {
        while (!text.empty()) {
            const std::size_t end = ascii::find_not(text, [this](char c) { return is_plain(c); });
            const std::string_view plain = text.substr(0, end);
            if (!plain.empty()) out_.append(plain);
            text.remove_prefix(plain.size());
            if (!text.empty()) write_escape(take_utf8(text));
        }
    }
    [[nodiscard]] bool is_plain(char c) const noexcept {
        if (static_cast<unsigned char>(c) >= 0x80) return !style_.only_ascii;
        if (static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\') return false;
        if (c == '/') return !style_.escapes_slashes;
        return !ascii::contains(style_.escaped_by_number, c);
    }
    void write_escape(char32_t character) {
        const bool is_by_number = character >= 0x80 || ascii::contains(style_.escaped_by_number, static_cast<char>(character));
        const std::size_t index = is_by_number ? std::string_view::npos : escaped_characters.find(static_cast<char>(character));
        if (index != std::string_view::npos) {
            const char letters[] = {'\\', escape_letters[index]};
            return out_.append(std::string_view(letters, sizeof letters));
        }
        const utf16_units pair = encode_utf16(character);
        for (std::size_t i = 0; i < pair.size; ++i) write_unit(pair.units[i]);
    }
    void write_unit(unsigned unit) {
        out_.append("\\u");
        for (unsigned shift = 16; shift > 0; shift -= 4) {
            const char digit = hex_digit(unit >> (shift - 4));
            write_char(out_, style_.has_capital_digits && ascii::is_lower(digit) ? static_cast<char>(digit - 'a' + 'A') : digit);
        }
    }

    any_sink& out_;
    const json_style& style_;
};

/// A part of a text, in half the memory of a view: rewriters are nested.
struct text_place {
    text_place() noexcept = default;
    text_place(std::string_view text, std::string_view part) noexcept
        : position(static_cast<std::uint32_t>(part.data() - text.data())), size(static_cast<std::uint32_t>(part.size())) {}
    [[nodiscard]] std::string_view in(std::string_view text) const noexcept { return text.substr(position, size); }

    std::uint32_t position = 0, size = 0;
};
struct member_place {
    text_place name, value;
};

/// Writes one JSON text in a style.
class rewriter {
public:
    rewriter(any_sink& out, const json_style& style) noexcept : out_(out), style_(style) {}

    /// Writes a value that is `depth` levels deep.
    void write(std::string_view text, std::size_t depth) {
        json::reader in(text);
        switch (in.peek()) {
            case json::kind::object: return write_members(text, depth);
            case json::kind::array: return write_elements(in, depth);
            case json::kind::string: {
                json::string_token token;
                static_cast<void>(in.read_string(token));
                return write_string(token);
            }
            default: return out_.append(ascii::trim(text));
        }
    }

private:
    void write_elements(json::reader& in, std::size_t depth) {
        out_.append("[");
        bool is_first = true;
        static_cast<void>(in.begin_array());
        while (in.next_element()) {
            separate(is_first, depth + 1);
            const std::size_t start = in.position();
            static_cast<void>(in.skip_value());
            write(in.since(start), depth + 1);
        }
        close(is_first, depth);
        out_.append("]");
    }

    void write_members(std::string_view object, std::size_t depth) {
        out_.append("{");
        bool is_first = true;
        const auto write_member = [&](const json::string_token& name, std::string_view value) {
            separate(is_first, depth + 1);
            write_string(name);
            out_.append(":");
            out_.append(style_.after_colon);
            write(value, depth + 1);
        };
        if (style_.sorts_members && count_members(object) <= most_sorted_members) {
            for_sorted_members(object, write_member);
        } else {
            for_members(object, write_member);
        }
        close(is_first, depth);
        out_.append("}");
    }

    template <class Use>
    static void for_members(std::string_view object, Use use) {
        json::reader in(object);
        json::string_token name;
        static_cast<void>(in.begin_object());
        while (in.next_member(name)) {
            const std::size_t start = in.position();
            static_cast<void>(in.skip_value());
            use(name, in.since(start));
        }
    }
    [[nodiscard]] static std::size_t count_members(std::string_view object) {
        std::size_t count = 0;
        for_members(object, [&count](const json::string_token&, std::string_view) { ++count; });
        return count;
    }
    /// Visits the members in the order of their names as they are spelled. Of members with one name it visits the last.
    template <class Use>
    static void for_sorted_members(std::string_view object, Use use) {
        std::array<member_place, most_sorted_members> sorted;
        std::size_t count = 0;
        for_members(object, [&](const json::string_token& name, std::string_view value) {
            std::size_t place = count++;
            for (; place > 0 && name.raw() < sorted[place - 1].name.in(object); --place) sorted[place] = sorted[place - 1];
            sorted[place] = {text_place(object, name.raw()), text_place(object, value)};
        });
        for (std::size_t i = 0; i < count; ++i) {
            const bool has_later_copy = i + 1 < count && sorted[i].name.in(object) == sorted[i + 1].name.in(object);
            if (!has_later_copy) use(name_at(object, sorted[i].name), sorted[i].value.in(object));
        }
    }
    [[nodiscard]] static json::string_token name_at(std::string_view object, const text_place& raw) {
        json::reader in(object.substr(raw.position - 1));  // with the quotation mark
        json::string_token name;
        static_cast<void>(in.read_string(name));
        return name;
    }

    void write_string(const json::string_token& token) {
        escaping_sink escaped(out_, style_);
        out_.append("\"");
        token.write(escaped);
        out_.append("\"");
    }
    void separate(bool& is_first, std::size_t depth) {
        if (!is_first) {
            out_.append(",");
            out_.append(style_.after_comma);
        }
        is_first = false;
        begin_line(depth);
    }
    void close(bool is_empty, std::size_t depth) {
        if (!is_empty) begin_line(depth);
    }
    void begin_line(std::size_t depth) {
        if (style_.indent == 0) return;
        out_.append("\n");
        for (std::size_t blanks = style_.indent * depth; blanks > 0; --blanks) out_.append(" ");
    }

    any_sink& out_;
    const json_style& style_;
};

}  // namespace doctor_detail

TC3_FUNCTION bool rewrite_json(any_sink& out, std::string_view text, const json_style& style) {
    if (!json::validate(text, {.depth = doctor_detail::deepest_rewrite})) return false;
    doctor_detail::rewriter(out, style).write(text, 0);
    return true;
}

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor

// ---- tc3/signing/doctor/body_form.hpp -------------------------------------------------------------------------------

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

namespace doctor_detail {

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

[[nodiscard]] inline std::string_view without_line_end(std::string_view text) noexcept {
    if (text.ends_with('\n')) text.remove_suffix(1);
    if (text.ends_with('\r')) text.remove_suffix(1);
    return text;
}

/// Writes a text with `line_end` in place of each `found`. Returns whether there was one.
[[nodiscard]] inline bool write_replaced(any_sink& out, std::string_view text, std::string_view found, std::string_view line_end) {
    const bool has_one = text.find(found) != std::string_view::npos;
    text_scanner rest(text);
    while (has_one) {
        const auto line = rest.take_until(found);
        if (!line) break;
        out.append(*line);
        out.append(line_end);
    }
    if (has_one) out.append(rest.rest());
    return has_one;
}

inline bool write_as_string(any_sink& out, std::string_view body) {
    if (find_invalid_utf8(body) != std::string_view::npos) return false;
    json::writer writer(out);
    writer.string(body);
    return true;
}

inline bool write_of_string(any_sink& out, std::string_view body) {
    json::reader in(body);
    json::string_token token;
    if (!in.read_string(token) || !in.finish()) return false;
    token.write(out);
    return true;
}

/// Writes UTF-8 as units of `bytes` bytes. Returns false if it is not UTF-8, all ASCII for one byte, or has a character without a unit.
[[nodiscard]] inline bool write_units(any_sink& out, std::string_view text, std::size_t bytes) {
    if (find_invalid_utf8(text) != std::string_view::npos) return false;
    if (bytes == 1) {
        bool is_ascii = true;
        for (std::string_view rest = text; !rest.empty();) {
            const char32_t character = take_utf8(rest);
            if (character > 0xFF) return false;
            is_ascii = is_ascii && character < 0x80;
        }
        if (is_ascii) return false;
    }
    while (!text.empty()) {
        const utf16_units pair = encode_utf16(take_utf8(text));
        for (std::size_t i = 0; i < pair.size; ++i) {
            const char unit[] = {static_cast<char>(pair.units[i] & 0xFFU), static_cast<char>(pair.units[i] >> 8U)};
            out.append(std::string_view(unit, bytes));
        }
    }
    return true;
}

// The characters that libraries write as escapes by number.
inline constexpr std::string_view escaped_by_go = "<>&";
inline constexpr std::string_view escaped_by_gson = "<>&='";
inline constexpr std::string_view escaped_by_system_text_json = "\"&'+<>`\x7f";

inline void set_spacing(json_style& style, std::size_t number) noexcept {
    if (number == 1) style.after_comma = " ";
    if (number != 0) style.after_colon = " ";
    if (number >= 3) style.indent = number == 3 ? 2 : 4;
}

/// Sets the style of Gson for 0 and 1, of System.Text.Json for 2 and 3; the odd ones are indented.
inline void set_style_of_library(json_style& style, std::size_t number) noexcept {
    const bool is_gson = number < 2;
    style = {.only_ascii = !is_gson,
             .escaped_by_number = is_gson ? escaped_by_gson : escaped_by_system_text_json,
             .has_capital_digits = !is_gson};
    set_spacing(style, number % 2 == 0 ? 0 : 3);
}

/// Writes the chunks of a body without their sizes. Returns false if it does not consist of chunks.
[[nodiscard]] inline bool join_chunks(any_sink& out, std::string_view body) {
    constexpr std::string_view line_end = "\r\n";
    constexpr std::size_t most_digits = 8;
    for (text_scanner rest(body); !rest.empty();) {
        std::size_t size = 0;
        const std::string_view digits = rest.take_while([](char c) { return hex_value(ascii::to_lower(c)) < 16; });
        for (const char digit : digits) size = size * 16 + hex_value(ascii::to_lower(digit));
        const bool is_size = !digits.empty() && digits.size() <= most_digits && rest.take_until(line_end).has_value();
        if (!is_size) return false;
        if (size == 0) return true;
        if (rest.rest().size() < size) return false;
        out.append(slice(rest.rest(), 0, size));
        rest = text_scanner(slice(rest.rest(), size));
        if (!rest.skip(line_end)) return false;
    }
    return false;
}

[[nodiscard]] inline bool write_joined_chunks(any_sink& out, std::string_view body) {
    counting_sink counted;
    sink_adapter counting(counted);
    return join_chunks(counting, body) && join_chunks(out, body);
}

inline constexpr std::string_view text_of_object = "[object Object]";

inline bool append(any_sink& out, std::string_view text) {
    out.append(text);
    return true;
}

}  // namespace doctor_detail

TC3_FUNCTION body_form body_form_of(std::size_t number) noexcept {
    constexpr auto first_style = static_cast<std::size_t>(body_change::rewritten);
    if (number < first_style) return {static_cast<body_change>(number)};
    body_form form{.change = body_change::rewritten, .style = {}};
    const std::size_t flags = (number - first_style) % 16;
    doctor_detail::set_spacing(form.style, (number - first_style) / 16);
    form.style.only_ascii = (flags & 1U) != 0;
    form.style.escapes_slashes = (flags & 2U) != 0;
    if ((flags & 4U) != 0) form.style.escaped_by_number = doctor_detail::escaped_by_go;
    form.style.sorts_members = (flags & 8U) != 0;
    if (number >= first_style + json_spacings * 16) doctor_detail::set_style_of_library(form.style, flags);
    return form;
}

TC3_FUNCTION cause cause_of(body_change change) noexcept {
    switch (change) {
        case body_change::with_line_feed:
        case body_change::with_carriage_return:
        case body_change::without_line_end:
        case body_change::to_carriage_returns:
        case body_change::to_line_feeds: return cause::body_line_end;
        case body_change::with_mark:
        case body_change::without_mark: return cause::body_byte_order_mark;
        case body_change::empty:
        case body_change::empty_object: return cause::body_empty;
        case body_change::as_json_string:
        case body_change::of_json_string: return cause::body_encoded_twice;
        case body_change::query: return cause::query_place;
        case body_change::unsigned_payload: return cause::body_unsigned;
        case body_change::utf_16:
        case body_change::latin_1: return cause::body_character_set;
        case body_change::joined_chunks: return cause::unknown;  // signed as it is sent
        case body_change::none:
        case body_change::object_of_java_script:
        case body_change::rewritten: break;
    }
    return cause::body_serialized_again;
}

TC3_FUNCTION bool write_body(any_sink& out, std::string_view body, std::string_view query, const body_form& form) {
    switch (form.change) {
        case body_change::none: return doctor_detail::append(out, body);
        case body_change::with_line_feed: return doctor_detail::append(out, body) && doctor_detail::append(out, "\n");
        case body_change::with_carriage_return: return doctor_detail::append(out, body) && doctor_detail::append(out, "\r\n");
        case body_change::without_line_end: {
            const std::string_view line = doctor_detail::without_line_end(body);
            return line.size() != body.size() && doctor_detail::append(out, line);
        }
        case body_change::to_carriage_returns: {
            return body.find("\r\n") == std::string_view::npos && doctor_detail::write_replaced(out, body, "\n", "\r\n");
        }
        case body_change::to_line_feeds: return doctor_detail::write_replaced(out, body, "\r\n", "\n");
        case body_change::with_mark: return doctor_detail::append(out, doctor_detail::byte_order_mark) && doctor_detail::append(out, body);
        case body_change::without_mark: {
            return body.starts_with(doctor_detail::byte_order_mark) &&
                   doctor_detail::append(out, body.substr(doctor_detail::byte_order_mark.size()));
        }
        case body_change::empty: return !body.empty();
        case body_change::empty_object: return body.empty() && doctor_detail::append(out, "{}");
        case body_change::as_json_string: return doctor_detail::write_as_string(out, body);
        case body_change::of_json_string: return doctor_detail::write_of_string(out, body);
        case body_change::query: return !query.empty() && doctor_detail::append(out, query);
        case body_change::unsigned_payload: return doctor_detail::append(out, unsigned_payload);
        case body_change::utf_16: return doctor_detail::write_units(out, body, 2);
        case body_change::latin_1: return doctor_detail::write_units(out, body, 1);
        case body_change::joined_chunks: return doctor_detail::write_joined_chunks(out, body);
        case body_change::object_of_java_script: return doctor_detail::append(out, doctor_detail::text_of_object);
        case body_change::rewritten: break;
    }
    return rewrite_json(out, body, form.style);
}

TC3_FUNCTION void describe(any_sink& out, const body_form& form) {
    switch (form.change) {
        case body_change::none: return out.append("the body as sent");
        case body_change::with_line_feed: return out.append("a line feed at the end of the body");
        case body_change::with_carriage_return: return out.append("CR LF at the end of the body");
        case body_change::without_line_end: return out.append("no line end at the end of the body");
        case body_change::to_carriage_returns: return out.append("CR LF for each line feed of the body");
        case body_change::to_line_feeds: return out.append("a line feed for each CR LF of the body");
        case body_change::with_mark: return out.append("a byte order mark before the body");
        case body_change::without_mark: return out.append("no byte order mark before the body");
        case body_change::empty: return out.append("an empty body");
        case body_change::empty_object: return out.append("the body {}");
        case body_change::as_json_string: return out.append("the body as a JSON string");
        case body_change::of_json_string: return out.append("the text of the JSON string that the body is");
        case body_change::query: return out.append("the query as the body");
        case body_change::unsigned_payload: return out.append("UNSIGNED-PAYLOAD as the body");
        case body_change::utf_16: return out.append("the body in UTF-16");
        case body_change::latin_1: return out.append("the body in Latin-1");
        case body_change::joined_chunks: return out.append("the body without the sizes of its chunks");
        case body_change::object_of_java_script: return out.append("`[object Object]` as the body");
        case body_change::rewritten: break;
    }
    const json_style& style = form.style;
    if (style.indent != 0) {
        out.append(style.indent == 2 ? "JSON indented by 2" : "JSON indented by 4");
    } else if (style.after_colon.empty()) {
        out.append("compact JSON");
    } else {
        out.append(style.after_comma.empty() ? "JSON with a blank after colons" : "JSON with blanks after commas and colons");
    }
    if (style.escaped_by_number == doctor_detail::escaped_by_gson) return out.append(", written by Gson");
    if (style.has_capital_digits) return out.append(", written by System.Text.Json");
    if (style.only_ascii) out.append(", all but ASCII as \\u escapes");
    if (style.escapes_slashes) out.append(", slashes as \\/");
    if (!style.escaped_by_number.empty()) out.append(", <, > and & as \\u escapes");
    if (style.sorts_members) out.append(", members sorted by name");
}

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor

// ---- tc3/signing/doctor/query_form.hpp ------------------------------------------------------------------------------

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

namespace doctor_detail {

/// Visits the pairs of a query in their order.
template <class Use>
void for_pairs(std::string_view query, Use use) {
    for (text_scanner rest(query); !rest.empty();) use(rest.take_part("&"));
}

/// Visits the pairs of a query in the order of their bytes; of equal ones, each.
template <class Use>
void for_sorted_pairs(std::string_view query, Use use) {
    std::string_view previous;
    for (bool is_first = true;; is_first = false) {
        std::string_view next;
        std::size_t copies = 0;
        for_pairs(query, [&](std::string_view pair) {
            if (!is_first && pair <= previous) return;
            if (copies > 0 && pair > next) return;
            copies = copies > 0 && pair == next ? copies + 1 : 1;
            next = pair;
        });
        if (copies == 0) return;
        for (; copies > 0; --copies) use(next);
        previous = next;
    }
}

inline constexpr std::size_t most_permuted_pairs = 5;

/// Visits the pairs of a query in the permutation with a number, whose digits to the bases n, n - 1, ... choose among those that are left.
template <class Use>
void for_permuted_pairs(std::string_view query, std::size_t pairs, std::size_t number, Use use) {
    std::array<std::string_view, most_permuted_pairs> left{};
    std::size_t count = 0;
    for_pairs(query, [&](std::string_view pair) { left[count++] = pair; });
    for (; pairs > 0; --pairs) {
        const std::size_t chosen = number % pairs;
        number /= pairs;
        use(left[chosen]);
        for (std::size_t i = chosen; i + 1 < pairs; ++i) left[i] = left[i + 1];
    }
}

/// Writes the name or the value of a pair in a form.
class query_text {
public:
    query_text(any_sink& out, query_form form) noexcept : out_(out), form_(form) {}

    void write(std::string_view text) {
        while (!text.empty()) {
            const bool is_escape = text.size() >= 3 && text[0] == '%' && value_of(text[1]) < 16 && value_of(text[2]) < 16;
            write_one(text, is_escape);
            text.remove_prefix(is_escape ? 3 : 1);
        }
    }

private:
    [[nodiscard]] static unsigned value_of(char digit) noexcept { return hex_value(ascii::to_lower(digit)); }

    void write_one(std::string_view text, bool is_escape) {
        const char c = is_escape ? static_cast<char>(value_of(text[1]) * 16 + value_of(text[2])) : text[0];
        const std::string_view sent = text.substr(0, is_escape ? 3 : 1);
        switch (form_) {
            case query_form::percent_blanks: return out_.append(sent == "+" ? "%20" : sent);
            case query_form::plus_blanks: return out_.append(sent == "%20" ? "+" : sent);
            case query_form::lower_case_hex: return is_escape ? write_escape(c, "0123456789abcdef") : out_.append(sent);
            case query_form::encoded_twice: return is_escape ? write_escaped_again(sent) : out_.append(sent);
            case query_form::decoded: return write_char(out_, sent == "+" ? ' ' : c);
            default: return write_encoded(sent == "+" ? ' ' : c);
        }
    }
    void write_encoded(char c) {
        if (c == ' ' && (form_ == query_form::html_form || form_ == query_form::python_form)) return out_.append("+");
        if (is_left(c)) return write_char(out_, c);
        write_escape(c, "0123456789ABCDEF");
    }
    [[nodiscard]] bool is_left(char c) const noexcept {
        if (ascii::is_alphanumeric(c) || c == '-' || c == '.' || c == '_') return true;
        if (c == '~') return form_ != query_form::html_form;
        if (c == '*') return form_ == query_form::html_form || form_ == query_form::browser;
        return form_ == query_form::browser && std::string_view("!'()").find(c) != std::string_view::npos;
    }
    void write_escape(char c, std::string_view digits) {
        const auto byte = static_cast<unsigned char>(c);
        const char escape[] = {'%', digits[byte >> 4U], digits[byte & 15U]};
        out_.append(std::string_view(escape, sizeof escape));
    }
    void write_escaped_again(std::string_view escape) {
        out_.append("%25");
        out_.append(escape.substr(1));
    }

    any_sink& out_;
    query_form form_;
};

}  // namespace doctor_detail

TC3_FUNCTION void write_query(any_sink& out, std::string_view query, query_form form, pair_order order) {
    if (form == query_form::empty) return;
    constexpr std::size_t most_sorted_pairs = 64;
    std::size_t pairs = 0;
    doctor_detail::for_pairs(query, [&pairs](std::string_view) { ++pairs; });

    doctor_detail::query_text text(out, form);
    bool is_first = true;
    const auto write_pair = [&](std::string_view pair) {
        if (!is_first) out.append("&");
        is_first = false;
        if (form == query_form::as_sent) return out.append(pair);
        const std::size_t equals = ascii::find(pair, '=');
        text.write(pair.substr(0, equals));
        if (equals == std::string_view::npos) return;
        out.append("=");
        text.write(pair.substr(equals + 1));
    };
    if (order == sorted_pairs && pairs <= most_sorted_pairs) {
        doctor_detail::for_sorted_pairs(query, write_pair);
    } else if (order > sorted_pairs && pairs <= doctor_detail::most_permuted_pairs) {
        doctor_detail::for_permuted_pairs(query, pairs, order - 2U, write_pair);
    } else {
        doctor_detail::for_pairs(query, write_pair);
    }
}

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor

// ---- tc3/signing/doctor/accident.hpp --------------------------------------------------------------------------------

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

namespace doctor_detail {

inline constexpr std::size_t most_others = 16;  // of each list of the facts

template <class Element, std::size_t Count>
[[nodiscard]] constexpr std::size_t count_of(const Element (&)[Count]) noexcept {
    return Count;
}

// ---- Content-Type -----------------------------------------------------------------------------------------------------------------

inline constexpr std::string_view charsets[] = {"", "; charset=utf-8", ";charset=utf-8", "; charset=UTF-8", ";charset=UTF-8"};
inline constexpr std::string_view content_types[] = {
    "application/json",
    "application/json; charset=utf-8",
    "application/json;charset=utf-8",
    "application/x-www-form-urlencoded",
    "application/x-www-form-urlencoded; charset=utf-8",
    "application/octet-stream",
    "multipart/form-data",
    "text/plain",
    "text/plain; charset=utf-8",
    "",
};

inline joined_text content_type_of(const examined_request& examined, std::size_t variant) {
    if (variant >= count_of(charsets)) return {{content_types[variant - count_of(charsets)]}};
    const std::string_view sent = examined.request.value_of("content-type");
    return {{ascii::trim(sent.substr(0, sent.find(';'))), charsets[variant]}};
}

inline cause change_content_type(attempt& tried, const examined_request& examined, std::size_t variant) {
    tried.content_type = content_type_of(examined, variant);
    return cause::content_type;
}

inline void describe_content_type(any_sink& out, const examined_request& examined, std::size_t variant) {
    out.append("Content-Type ");
    write_quoted(out, examined.facts, content_type_of(examined, variant));
}

inline cause drop_content_type(attempt& tried, const examined_request&, std::size_t) {
    tried.has_content_type = false;
    return cause::content_type;
}

inline void describe_dropped(any_sink& out, const examined_request&, std::size_t) { out.append("no line for Content-Type"); }

// ---- Host -------------------------------------------------------------------------------------------------------------------------

inline constexpr std::string_view ports[] = {"", ":443", ":80", ":8443", ":8080"};
// What follows the service in the hosts of API 3.0.
inline constexpr std::string_view domains[] = {".tencentcloudapi.com",    ".intl.tencentcloudapi.com", ".internal.tencentcloudapi.com",
                                               ".ai.tencentcloudapi.com", ".tencentcloudapi.cn",       ".tencentcloudapi.com.cn"};
inline constexpr std::string_view regions[] = {
    "ap-bangkok", "ap-beijing",   "ap-beijing-fsi", "ap-chengdu",  "ap-chongqing",     "ap-guangzhou",    "ap-hongkong",  "ap-jakarta",
    "ap-mumbai",  "ap-nanjing",   "ap-seoul",       "ap-shanghai", "ap-shanghai-fsi",  "ap-shenzhen-fsi", "ap-singapore", "ap-taipei",
    "ap-tokyo",   "eu-frankfurt", "eu-moscow",      "na-ashburn",  "na-siliconvalley", "na-toronto",      "sa-saopaulo",
};
// Around the host of an address that is signed in place of it.
struct host_edit {
    std::string_view before, after;
};
inline constexpr host_edit host_edits[] = {{"https://", ""}, {"http://", ""}, {"", "/"}, {"https://", "/"}};
inline constexpr std::string_view local_hosts[] = {"localhost", "127.0.0.1"};

[[nodiscard]] inline std::string_view without_port(std::string_view host) noexcept {
    const std::size_t colon = host.rfind(':');
    return colon == std::string_view::npos || host.ends_with(']') ? host : host.substr(0, colon);
}

/// Returns a host that can have been signed; an empty one if there is none for the variant.
inline joined_text host_of(const examined_request& examined, std::size_t variant) {
    const std::string_view service = examined.facts.service.empty() ? examined.declared.service : examined.facts.service;
    const std::string_view name = without_port(examined.request.value_of("host"));
    if (variant < count_of(ports)) return {{name, ports[variant]}};
    variant -= count_of(ports);
    if (variant < count_of(host_edits)) return {{host_edits[variant].before, name, host_edits[variant].after}};
    variant -= count_of(host_edits);
    if (variant < most_others) {
        return variant < examined.facts.other_hosts.size() ? joined_text{{examined.facts.other_hosts[variant]}} : joined_text{};
    }
    variant -= most_others;
    if (service.empty()) return {};
    if (variant < count_of(domains)) return {{service, domains[variant]}};
    variant -= count_of(domains);
    if (variant < count_of(regions)) return {{service, ".", regions[variant], domains[0]}};
    variant -= count_of(regions);
    if (variant < count_of(local_hosts)) return {{local_hosts[variant]}};
    return {};
}

inline constexpr std::size_t host_variants_in_pairs = count_of(ports) + count_of(host_edits) + most_others;
inline constexpr std::size_t host_variants = host_variants_in_pairs + count_of(domains) + count_of(regions) + count_of(local_hosts);

inline cause change_host(attempt& tried, const examined_request& examined, std::size_t variant) {
    tried.host = host_of(examined, variant);
    return tried.host.empty() ? cause::unknown : cause::host;
}

inline void describe_host(any_sink& out, const examined_request& examined, std::size_t variant) {
    out.append("Host ");
    write_quoted(out, examined.facts, host_of(examined, variant));
}

// ---- other headers ----------------------------------------------------------------------------------------------------------------

/// Returns the tokens that are known, first that of the credential; after them the headers that the facts name.
inline http::header header_of(const examined_request& examined, std::size_t variant) {
    constexpr std::string_view token_name = "x-tc-token";
    if (variant == 0) return {token_name, examined.credential.token};
    variant -= 1;
    if (variant < most_others) {
        const bool exists = variant < examined.facts.other_credentials.size();
        return {token_name, exists ? examined.facts.other_credentials[variant].token : std::string_view{}};
    }
    variant -= most_others;
    return variant < examined.facts.other_headers.size() ? examined.facts.other_headers[variant] : http::header{};
}
inline constexpr std::size_t header_variants = 1 + 2 * most_others;

/// Returns whether the signed headers that a request declares have a name.
inline bool is_listed(const examined_request& examined, std::string_view name) {
    for (text_scanner names(examined.declared.signed_headers); !names.empty();) {
        if (http::are_same_name(names.take_part(";"), name)) return true;
    }
    return false;
}

inline cause change_header(attempt& tried, const examined_request& examined, std::size_t variant) {
    tried.other_header = header_of(examined, variant);
    if (tried.other_header.value.empty() || !is_listed(examined, tried.other_header.name)) return cause::unknown;
    const bool is_sent = http::find_header(examined.request.headers, ascii::trim(tried.other_header.name)) != nullptr;
    return is_sent ? cause::header_changed : cause::header_removed;
}
inline void describe_header(any_sink& out, const examined_request& examined, std::size_t variant) {
    const http::header header = header_of(examined, variant);
    if (variant == 0) return out.append("the token of the credential in X-TC-Token");
    if (variant <= most_others) return out.append("the token of another credential in X-TC-Token");
    write_printable(out, slice(ascii::trim(header.name), 0, longest_quoted));
    out.append(" ");
    write_quoted(out, examined.facts, {{http::is_sensitive(header) ? http::mask : ascii::trim(header.value)}});
}

/// Returns the value of the last header with a name.
inline std::string_view last_value_of(const sent_request& request, std::string_view name) {
    std::string_view value;
    for (const http::header& header : request.headers) {
        if (http::are_same_name(header.name, name)) value = ascii::trim(header.value);
    }
    return value;
}

inline cause read_last_type(attempt& tried, const examined_request& examined, std::size_t) {
    tried.content_type = {{last_value_of(examined.request, "content-type")}};
    return tried.content_type.pieces[0] == examined.request.value_of("content-type") ? cause::unknown : cause::header_twice;
}
inline void describe_last_type(any_sink& out, const examined_request&, std::size_t) { out.append("the last Content-Type"); }

inline cause read_last_host(attempt& tried, const examined_request& examined, std::size_t) {
    tried.host = {{last_value_of(examined.request, "host")}};
    return tried.host.pieces[0] == examined.request.value_of("host") ? cause::unknown : cause::header_twice;
}
inline void describe_last_host(any_sink& out, const examined_request&, std::size_t) { out.append("the last Host"); }

inline cause change_values(attempt& tried, const examined_request&, std::size_t variant) {
    tried.values = variant == 0 ? value_form::all_verbatim : value_form::all_lower;
    return cause::canonical_value_case;
}
inline void describe_values(any_sink& out, const examined_request&, std::size_t variant) {
    out.append(variant == 0 ? "values of headers as sent" : "all values of headers in lower case");
}

inline cause change_names(attempt& tried, const examined_request& examined, std::size_t variant) {
    tried.names = static_cast<name_form>(variant + 1);
    const bool has_capitals =
        ascii::find_not(examined.declared.signed_headers, [](char c) { return !ascii::is_upper(c); }) != std::string_view::npos;
    return has_capitals ? cause::signed_headers_case : cause::header_order;
}
inline void describe_names(any_sink& out, const examined_request&, std::size_t variant) {
    constexpr std::string_view forms[] = {"headers as SignedHeaders lists them", "headers in the order of SignedHeaders",
                                          "the names as SignedHeaders has them", "the lines of the headers in another order than the list"};
    out.append(forms[variant]);
}

inline cause change_lines(attempt& tried, const examined_request&, std::size_t variant) {
    tried.layout = static_cast<line_form>(variant + 1);
    return cause::canonical_lines;
}
inline void describe_lines(any_sink& out, const examined_request&, std::size_t variant) {
    constexpr std::string_view forms[] = {"no empty line after the headers", "a line feed at the end of the canonical request",
                                          "no line for the empty query", "a blank after the colon of each header"};
    out.append(forms[variant]);
}

inline cause change_line_ends(attempt& tried, const examined_request&, std::size_t variant) {
    tried.line_ends = variant % 2 == 0 ? line_end::cr_lf : line_end::backslash_and_n;
    tried.has_line_ends_in_both = variant >= 2;
    return cause::canonical_lines;
}
inline void describe_line_ends(any_sink& out, const examined_request&, std::size_t variant) {
    out.append(variant % 2 == 0 ? "CR LF" : "a backslash and n");
    out.append(" between the lines of the canonical request");
    if (variant >= 2) out.append(" and of the string to sign");
}

// ---- method, path, query, body ----------------------------------------------------------------------------------------------------

inline constexpr std::string_view methods[] = {"GET", "POST", "get", "post", "PUT"};

inline cause change_method(attempt& tried, const examined_request&, std::size_t variant) {
    tried.method = methods[variant];
    return cause::method;
}
inline void describe_method(any_sink& out, const examined_request&, std::size_t variant) {
    out.append("the method ");
    out.append(methods[variant]);
}

inline cause change_path(attempt& tried, const examined_request&, std::size_t variant) {
    tried.path = static_cast<path_form>(variant + 1);
    return cause::path;
}
inline void describe_path(any_sink& out, const examined_request&, std::size_t variant) {
    constexpr std::string_view forms[] = {"the path /",
                                          "an empty path",
                                          "the path without its last slash",
                                          "the path with a slash at its end",
                                          "the whole address as the path",
                                          "path and query as the path"};
    out.append(forms[variant]);
}

inline cause change_query(attempt& tried, const examined_request& examined, std::size_t variant) {
    if (http::split_target(examined.request.target).query.empty()) return cause::unknown;
    tried.query = static_cast<query_form>(variant + 1);
    return tried.query == query_form::empty ? cause::query_place : cause::query_encoding;
}
inline void describe_query(any_sink& out, const examined_request&, std::size_t variant) {
    constexpr std::string_view forms[] = {"%20 for each + of the query",
                                          "+ for each %20 of the query",
                                          "the query encoded by RFC 3986",
                                          "the query encoded as by encodeURIComponent()",
                                          "the query encoded as an HTML form",
                                          "the query encoded as by urlencode() of Python",
                                          "the escapes of the query in lower case",
                                          "the query without escapes",
                                          "the escapes of the query encoded again",
                                          "an empty query"};
    out.append(forms[variant]);
}

inline cause reorder_query(attempt& tried, const examined_request& examined, std::size_t variant) {
    constexpr std::size_t permutations[] = {1, 1, 2, 6, 24, 120};
    std::size_t pairs = 0;
    for_pairs(http::split_target(examined.request.target).query, [&pairs](std::string_view) { ++pairs; });
    const bool is_permuted = variant > 0;
    if (pairs < 2 || (is_permuted && (pairs > most_permuted_pairs || variant > permutations[pairs]))) return cause::unknown;
    tried.query_order = static_cast<pair_order>(variant + 1);
    return cause::query_order;
}
inline void describe_order(any_sink& out, const examined_request& examined, std::size_t variant) {
    if (variant == 0) return out.append("the parameters of the query sorted");
    out.append("the names of the query in the order");
    const auto write_name = [&](std::string_view pair) {
        out.append(" ");
        const std::size_t equals = ascii::find(pair, '=');
        // Without '=' the pair can be a value.
        write_quoted(out, examined.facts, {{equals == std::string_view::npos ? http::mask : pair.substr(0, equals)}});
    };
    const std::string_view query = http::split_target(examined.request.target).query;
    std::size_t pairs = 0;
    for_pairs(query, [&pairs](std::string_view) { ++pairs; });
    for_permuted_pairs(query, pairs, variant - 1, write_name);
}

inline cause move_query(attempt& tried, const examined_request& examined, std::size_t) {
    if (http::split_target(examined.request.target).query.empty()) return cause::unknown;
    tried.query = query_form::empty;
    tried.body = static_cast<std::uint8_t>(body_change::query);
    return cause::query_place;
}
inline void describe_moved(any_sink& out, const examined_request&, std::size_t) { out.append("the query as the body"); }

inline cause change_body(attempt& tried, const examined_request&, std::size_t variant) {
    tried.body = static_cast<std::uint8_t>(variant + 1);
    return cause_of(body_form_of(variant + 1).change);
}
inline void describe_body(any_sink& out, const examined_request&, std::size_t variant) { describe(out, body_form_of(variant + 1)); }

// ---- digests ----------------------------------------------------------------------------------------------------------------------

inline cause cause_of(digest_form form) noexcept {
    if (form == digest_form::upper_hex) return cause::digest_upper_case;
    return form == digest_form::bytes ? cause::digest_form : cause::digest_zeros;
}
inline void write_form(any_sink& out, digest_form form) {
    constexpr std::string_view forms[] = {"in capitals", "as bytes", "without the leading zeros of its bytes"};
    out.append(forms[static_cast<std::size_t>(form) - 1]);
}

inline cause change_payload_hash(attempt& tried, const examined_request&, std::size_t variant) {
    tried.payload_hash = static_cast<digest_form>(variant + 1);
    if (tried.payload_hash == digest_form::hashed_again) return cause::payload_hash;
    return cause_of(tried.payload_hash);
}
inline void describe_payload_hash(any_sink& out, const examined_request&, std::size_t variant) {
    const auto form = static_cast<digest_form>(variant + 1);
    if (form == digest_form::hashed_again) return out.append("the hash of the hash of the payload");
    out.append("the hash of the payload ");
    write_form(out, form);
}

inline cause change_canonical_hash(attempt& tried, const examined_request&, std::size_t variant) {
    tried.canonical_hash = static_cast<digest_form>(variant + 1);
    return cause_of(tried.canonical_hash);
}
inline void describe_canonical_hash(any_sink& out, const examined_request&, std::size_t variant) {
    out.append("the hash of the canonical request ");
    write_form(out, static_cast<digest_form>(variant + 1));
}

inline cause change_end(attempt& tried, const examined_request&, std::size_t variant) {
    tried.end = static_cast<end_form>(variant + 1);
    return cause::string_to_sign_form;
}
inline void describe_end(any_sink& out, const examined_request&, std::size_t variant) {
    out.append(variant == 0 ? "a line feed at the end of the string to sign" : "the canonical request in place of its hash");
}

// ---- time and scope ---------------------------------------------------------------------------------------------------------------

inline constexpr std::string_view fractions[] = {"000", ".0", ".000", ".000000"};

inline cause change_timestamp_unit(attempt& tried, const examined_request& examined, std::size_t variant) {
    const std::string_view sent = examined.request.value_of("x-tc-timestamp");
    if (!examined.has_time) return cause::unknown;
    if (variant < count_of(fractions)) {
        tried.timestamp = {{sent, fractions[variant]}};
    } else {
        // Of milliseconds or a fraction in the header only the seconds can have been signed.
        const std::size_t seconds = 10;
        if (sent.size() <= seconds) return cause::unknown;
        tried.timestamp = {{sent.substr(0, seconds)}};
    }
    return cause::timestamp_unit;
}
inline void describe_timestamp_unit(any_sink& out, const examined_request& examined, std::size_t variant) {
    attempt tried;
    static_cast<void>(change_timestamp_unit(tried, examined, variant));
    out.append("the timestamp ");
    write_quoted(out, examined.facts, tried.timestamp);
}

inline cause change_date(attempt& tried, const examined_request& examined, std::size_t variant) {
    const utc_date* const dates[] = {&examined.today, &examined.yesterday, &examined.tomorrow};
    tried.date = dates[variant]->view();
    if (!examined.has_time || tried.date == examined.declared.date) return cause::unknown;
    return variant == 0 ? cause::key_derivation : causes_of_date(tried.date, examined.time).likelier;
}
inline void describe_date(any_sink& out, const examined_request& examined, std::size_t variant) {
    const utc_date* const dates[] = {&examined.today, &examined.yesterday, &examined.tomorrow};
    out.append("the date ");
    out.append(dates[variant]->view());
    out.append(" in the key");
}

// The products that are called most, for keys that were derived for another one.
inline constexpr std::string_view services[] = {"faceid", "cvm", "sts", "cam", "vpc",    "clb", "cdb", "cbs",
                                                "ocr",    "tts", "asr", "sms", "ses",    "scf", "tke", "cls",
                                                "tcb",    "tag", "kms", "ssm", "dnspod", "iai", "tmt", "hunyuan"};

inline std::string_view service_of(const examined_request& examined, std::size_t variant) {
    if (variant == 0) return examined.facts.service;
    if (variant == 1) return service_label(examined.request.value_of("host"));
    return services[variant - 2];
}
inline cause change_service(attempt& tried, const examined_request& examined, std::size_t variant) {
    tried.service = service_of(examined, variant);
    return tried.service.empty() ? cause::unknown : cause::service;
}
inline void describe_service(any_sink& out, const examined_request& examined, std::size_t variant) {
    out.append("the service ");
    write_quoted(out, examined.facts, {{service_of(examined, variant)}});
    out.append(" in the key");
}

inline constexpr std::string_view terminators[] = {"tc3_request", "aws4_request", "tc3-request", ""};

inline cause change_terminator(attempt& tried, const examined_request&, std::size_t variant) {
    tried.terminator = terminators[variant];
    return cause::terminator;
}
inline void describe_terminator(any_sink& out, const examined_request& examined, std::size_t variant) {
    write_quoted(out, examined.facts, {{terminators[variant]}});
    out.append(" at the end of the key derivation");
}

inline constexpr std::string_view algorithms[] = {"TC3-HMAC-SHA256", "AWS4-HMAC-SHA256", "HmacSHA256", ""};

inline cause change_algorithm(attempt& tried, const examined_request&, std::size_t variant) {
    tried.algorithm = algorithms[variant];
    return cause::algorithm_name;
}
inline void describe_algorithm(any_sink& out, const examined_request& examined, std::size_t variant) {
    out.append("the algorithm ");
    write_quoted(out, examined.facts, {{algorithms[variant]}});
    out.append(" in the string to sign");
}

// ---- key --------------------------------------------------------------------------------------------------------------------------

struct key_edit {
    cause why;
    std::string_view before, after;
    std::string_view text;
};

// What a key becomes that is not set.
inline constexpr std::string_view words_for_nothing[] = {"", "undefined", "null", "None"};

inline constexpr key_edit key_edits[] = {
    {cause::key_blanks, "", "\n", "a line feed after the secret key"},
    {cause::key_blanks, "", " ", "a blank after the secret key"},
    {cause::key_blanks, "", "\r\n", "CR LF after the secret key"},
    {cause::key_blanks, "", "\r", "CR after the secret key"},
    {cause::key_blanks, "", "\t", "a tab after the secret key"},
    {cause::key_blanks, " ", "", "a blank before the secret key"},
    {cause::key_blanks, " ", " ", "blanks around the secret key"},
    {cause::key_quotes, "\"", "\"", "double quotes around the secret key"},
    {cause::key_quotes, "'", "'", "single quotes around the secret key"},
};

inline cause change_key(attempt& tried, const examined_request& examined, std::size_t variant) {
    const std::string_view key = examined.credential.secret_key;
    const key_edit& edit = key_edits[variant];
    tried.secret_key = {{edit.before, key, edit.after}};
    return edit.why;
}
inline void describe_key(any_sink& out, const examined_request&, std::size_t variant) { out.append(key_edits[variant].text); }

inline cause empty_key(attempt& tried, const examined_request&, std::size_t variant) {
    tried.secret_key = {{words_for_nothing[variant]}};
    return cause::key_empty;
}
inline void describe_empty(any_sink& out, const examined_request& examined, std::size_t variant) {
    if (variant == 0) return out.append("an empty secret key");
    write_quoted(out, examined.facts, {{words_for_nothing[variant]}});
    out.append(" as the secret key");
}

inline constexpr std::string_view prefixes[] = {"", "TC3TC3", "AWS4", "tc3"};
inline cause change_prefix(attempt& tried, const examined_request&, std::size_t variant) {
    tried.prefix = prefixes[variant];
    return cause::key_prefix;
}
inline void describe_prefix(any_sink& out, const examined_request& examined, std::size_t variant) {
    write_quoted(out, examined.facts, {{prefixes[variant]}});
    out.append(" before the secret key");
}

inline cause swap_key(attempt& tried, const examined_request& examined, std::size_t variant) {
    tried.secret_key = {{variant == 0 ? examined.credential.secret_id : examined.declared.secret_id}};
    return cause::key_swapped;
}
inline void describe_swapped(any_sink& out, const examined_request&, std::size_t) { out.append("the secret id as the secret key"); }

inline cause decode_key(attempt& tried, const examined_request&, std::size_t variant) {
    tried.key = static_cast<key_form>(variant + 1);
    return cause::key_decoded;
}
inline void describe_decoded(any_sink& out, const examined_request&, std::size_t variant) {
    out.append(variant == 0 ? "the secret key decoded from base64" : "the secret key decoded from hexadecimal digits");
}

inline cause change_credential(attempt& tried, const examined_request& examined, std::size_t variant) {
    if (variant >= examined.facts.other_credentials.size()) return cause::unknown;
    tried.secret_key = {{examined.facts.other_credentials[variant].secret_key}};
    return cause::key_of_other_credential;
}
inline void describe_credential(any_sink& out, const examined_request&, std::size_t) { out.append("the secret key of another credential"); }

inline cause change_derivation(attempt& tried, const examined_request&, std::size_t variant) {
    tried.derivation = static_cast<derivation_form>(variant + 1);
    const bool is_hex = tried.derivation == derivation_form::hex_digests || tried.derivation == derivation_form::hex_signing_key;
    if (is_hex) return cause::digest_form;
    return tried.derivation == derivation_form::cut_digests ? cause::digest_cut : cause::key_derivation;
}
inline void describe_derivation(any_sink& out, const examined_request&, std::size_t variant) {
    constexpr std::string_view forms[] = {"the digits of each digest as the next key",
                                          "the digits of the signing key as the key",
                                          "each digest up to its first zero byte as the next key",
                                          "key and message exchanged in the key derivation",
                                          "no service in the key derivation",
                                          "no date in the key derivation",
                                          "the region in the key derivation",
                                          "the secret key in place of the signing key",
                                          "\"TC3\" and the secret key in place of the signing key"};
    out.append(forms[variant]);
}

inline constexpr accident all_accidents[] = {
    {changed_part::content_type, 1, 1, read_last_type, describe_last_type},
    {changed_part::host, 1, 1, read_last_host, describe_last_host},
    {changed_part::content_type, count_of(charsets) + count_of(content_types), count_of(charsets) + count_of(content_types),
     change_content_type, describe_content_type},
    {changed_part::content_type, 1, 1, drop_content_type, describe_dropped},
    {changed_part::host, host_variants, host_variants_in_pairs, change_host, describe_host},
    {changed_part::body, body_forms - 1, body_forms - 1, change_body, describe_body},
    {changed_part::query, static_cast<std::size_t>(query_form::last) - 1, static_cast<std::size_t>(query_form::last) - 1, change_query,
     describe_query},
    {changed_part::query_order, pair_orders - 1, 1, reorder_query, describe_order},
    {changed_part::body, 1, 1, move_query, describe_moved},
    {changed_part::secret_key, count_of(key_edits), count_of(key_edits), change_key, describe_key},
    {changed_part::prefix, count_of(prefixes), count_of(prefixes), change_prefix, describe_prefix},
    {changed_part::date, 3, 3, change_date, describe_date},
    {changed_part::timestamp, count_of(fractions) + 1, count_of(fractions) + 1, change_timestamp_unit, describe_timestamp_unit},
    {changed_part::method, count_of(methods), count_of(methods), change_method, describe_method},
    {changed_part::path, static_cast<std::size_t>(path_form::last) - 1, static_cast<std::size_t>(path_form::last) - 1, change_path,
     describe_path},
    {changed_part::layout, static_cast<std::size_t>(line_form::last) - 1, static_cast<std::size_t>(line_form::last) - 1, change_lines,
     describe_lines},
    {changed_part::line_ends, 4, 4, change_line_ends, describe_line_ends},
    {changed_part::names, static_cast<std::size_t>(name_form::last) - 1, static_cast<std::size_t>(name_form::last) - 1, change_names,
     describe_names},
    {changed_part::values, 2, 2, change_values, describe_values},
    {changed_part::header, header_variants, header_variants, change_header, describe_header},
    {changed_part::secret_key, 2, 2, swap_key, describe_swapped},
    {changed_part::secret_key, count_of(words_for_nothing), count_of(words_for_nothing), empty_key, describe_empty},
    {changed_part::secret_key, most_others, most_others, change_credential, describe_credential},
    {changed_part::secret_key, static_cast<std::size_t>(key_form::last) - 1, static_cast<std::size_t>(key_form::last) - 1, decode_key,
     describe_decoded},
    {changed_part::service, 2 + count_of(services), 2, change_service, describe_service},
    {changed_part::terminator, count_of(terminators), count_of(terminators), change_terminator, describe_terminator},
    {changed_part::algorithm, count_of(algorithms), count_of(algorithms), change_algorithm, describe_algorithm},
    {changed_part::payload_hash, static_cast<std::size_t>(digest_form::last) - 1, static_cast<std::size_t>(digest_form::last) - 1,
     change_payload_hash, describe_payload_hash},
    {changed_part::canonical_hash, static_cast<std::size_t>(digest_form::hashed_again) - 1,
     static_cast<std::size_t>(digest_form::hashed_again) - 1, change_canonical_hash, describe_canonical_hash},
    {changed_part::derivation, static_cast<std::size_t>(derivation_form::last) - 1, static_cast<std::size_t>(derivation_form::last) - 1,
     change_derivation, describe_derivation},
    {changed_part::end, static_cast<std::size_t>(end_form::last) - 1, static_cast<std::size_t>(end_form::last) - 1, change_end,
     describe_end},
};

/// Reads the seconds of a timestamp that can be in milliseconds or have a fraction. Returns false if it is no time.
[[nodiscard]] inline bool read_any_timestamp(std::string_view text, unix_time& time) noexcept {
    if (read_timestamp(text, time)) return true;
    constexpr std::size_t digits_of_seconds = 10;
    const std::string_view seconds = slice(text, 0, digits_of_seconds);
    if (seconds.size() == digits_of_seconds && read_timestamp(seconds, time)) return true;
    time = {};
    return false;
}

/// Returns the time of the service when it rejected a request.
[[nodiscard]] inline std::optional<unix_time> service_time_of(const known_facts& facts) noexcept {
    if (facts.service_time) return facts.service_time;
    const bool can_have_one = facts.error_code.empty() || facts.error_code == "AuthFailure.SignatureExpire";
    return can_have_one ? time_in_message(facts.error_message) : std::nullopt;
}

/// Returns what is signed for the body of a request by its headers.
[[nodiscard]] inline body_change declared_body(const sent_request& request) {
    if (request.value_of("x-tc-content-sha256") == unsigned_payload) return body_change::unsigned_payload;
    if (!ascii::equal_lower(request.value_of("transfer-encoding"), "chunked")) return body_change::none;
    counting_sink counted;
    sink_adapter counting(counted);
    return write_body(counting, request.body, {}, {.change = body_change::joined_chunks, .style = {}}) ? body_change::joined_chunks
                                                                                                       : body_change::none;
}

/// Returns the credential whose id a request declares; without one, the credential that should have signed.
[[nodiscard]] inline credential_view credential_of(const known_facts& facts, std::string_view declared_id) noexcept {
    for (const credential_view& other : facts.other_credentials) {
        if (other.secret_id == declared_id && declared_id != facts.credential.secret_id) return other;
    }
    // Exchanged: the id signed.
    if (declared_id == facts.credential.secret_key && !declared_id.empty()) {
        return {.secret_id = facts.credential.secret_key, .secret_key = facts.credential.secret_id, .token = facts.credential.token};
    }
    return facts.credential;
}

}  // namespace doctor_detail

TC3_FUNCTION examined_request::examined_request(const sent_request& sent, const known_facts& known,
                                                const declared_authorization& authorization) noexcept
    : request(sent),
      facts(known),
      declared(authorization),
      credential(doctor_detail::credential_of(known, authorization.secret_id)),
      service_time(doctor_detail::service_time_of(known)),
      has_time(doctor_detail::read_any_timestamp(sent.value_of("x-tc-timestamp"), time)),
      body(doctor_detail::declared_body(sent)) {
    constexpr std::int64_t day = 86400;
    today = utc_date(time);
    yesterday = utc_date({time.seconds - day});
    tomorrow = utc_date({time.seconds + day});
}

TC3_FUNCTION attempt examined_request::as_declared() const noexcept {
    attempt tried;
    tried.method = request.method;
    tried.content_type = {{request.value_of("content-type")}};
    tried.host = {{request.value_of("host")}};
    tried.body = static_cast<std::uint8_t>(body);
    tried.algorithm = declared.algorithm;
    tried.timestamp = {{request.value_of("x-tc-timestamp")}};
    tried.scope = declared.scope;
    tried.secret_key = {{credential.secret_key}};
    tried.date = declared.date;
    tried.service = declared.service;
    tried.terminator = declared.terminator;
    return tried;
}

TC3_FUNCTION std::span<const accident> accidents() noexcept { return doctor_detail::all_accidents; }

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor

// ---- tc3/signing/doctor/inspection.hpp ------------------------------------------------------------------------------

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

namespace doctor_detail {

/// Adds findings about one request.
class inspector {
public:
    inspector(diagnosis& found, const examined_request& examined) noexcept : found_(found), examined_(examined) {}

    void inspect_unsigned() {
        const sent_request& request = examined_.request;
        const auto has_both = [](std::string_view text) { return has_parameter(text, "Signature=") && has_parameter(text, "SecretId="); };
        if (has_both(http::split_target(request.target).query) || has_both(request.body)) {
            return add(cause::signature_version_1, "the parameters contain SecretId and Signature");
        }
        const bool has_header = http::find_header(request.headers, "authorization") != nullptr;
        add(cause::authorization_form,
            has_header ? "the Authorization header has no Credential= and no Signature=" : "the request has no Authorization header");
    }

    void inspect() {
        inspect_form();
        inspect_timestamp();
        if (!examined_.declared.scope.empty()) inspect_scope();
        if (!examined_.declared.signed_headers.empty()) inspect_signed_headers();
        inspect_copies();
        if (!examined_.declared.secret_id.empty()) inspect_id();
        inspect_key();
        inspect_size();
        inspect_declared_hash();
    }

    void inspect_rest() {
        if (found_.empty() && !parse_authorization(examined_.request.value_of("authorization"))) {
            add(cause::authorization_form, "the header has another form than the manual's");
        }
        inspect_token();
    }

private:
    void add(cause why, std::string_view evidence) { add_finding(found_, why, true, evidence); }

    /// Adds a finding with the evidence "`sent` in place of `expected`".
    void add_difference(cause why, bool is_certain, std::string_view sent, std::string_view expected) {
        add_finding(found_, why, is_certain, [&](any_sink& out) {
            write_quoted(out, examined_.facts, {{sent}});
            if (expected.empty()) return;
            out.append(" in place of ");
            write_quoted(out, examined_.facts, {{expected}});
        });
    }

    [[nodiscard]] static bool has_capitals(std::string_view text) noexcept {
        return ascii::find_not(text, [](char c) { return !ascii::is_upper(c); }) != std::string_view::npos;
    }

    /// Returns whether a list of parameters has one that begins with `name`.
    [[nodiscard]] static bool has_parameter(std::string_view text, std::string_view name) noexcept {
        for (text_scanner rest(text); !rest.empty();) {
            if (starts_with(rest.take_part("&"), name)) return true;
        }
        return false;
    }

    void inspect_form() {
        const declared_authorization& declared = examined_.declared;
        const struct {
            std::string_view part, evidence;
        } parts[] = {{declared.secret_id, "the Authorization header has no Credential="},
                     {declared.signed_headers, "the Authorization header has no SignedHeaders="},
                     {declared.signature, "the Authorization header has no Signature="}};
        for (const auto& each : parts) {
            if (each.part.empty()) add(cause::authorization_form, each.evidence);
        }
        const std::string_view list = declared.signed_headers;
        if (ascii::find_not(list, [](char c) { return ascii::is_token(c) || c == ';'; }) != std::string_view::npos) {
            add(cause::authorization_form, "SignedHeaders has characters that no name has");
        }
        if (declared.algorithm == algorithm) return;
        const bool is_part = declared.algorithm.find('=') != std::string_view::npos;
        if (is_part) return add(cause::authorization_form, "the Authorization header does not begin with TC3-HMAC-SHA256");
        add_difference(cause::algorithm_name, true, declared.algorithm, algorithm);
    }

    void inspect_timestamp() {
        const std::string_view sent = examined_.request.value_of("x-tc-timestamp");
        unix_time time;
        if (sent.empty()) return add(cause::timestamp_missing, "the request has no X-TC-Timestamp");
        if (!read_timestamp(sent, time)) return add_difference(cause::timestamp_unit, true, sent, {});
        if (!examined_.service_time || !examined_.service_time->in_range()) return;
        constexpr std::int64_t longest_skew = 300;
        const std::int64_t late = examined_.service_time->seconds - time.seconds;
        if (late >= -longest_skew && late <= longest_skew) return;
        add_finding(found_, cause::clock, true, [late](any_sink& out) {
            out.append("the clock is ");
            write_decimal(out, late < 0 ? -late : late);
            out.append(late < 0 ? " seconds fast" : " seconds slow");
        });
    }

    void inspect_scope() {
        const declared_authorization& declared = examined_.declared;
        if (declared.terminator.find('/') != std::string_view::npos || declared.terminator.empty()) {
            return add_difference(cause::scope_form, true, declared.scope, {});
        }
        inspect_date();
        const std::string_view service = examined_.facts.service;
        if (has_capitals(declared.service)) {
            add_difference(cause::service, true, declared.service, {});
        } else if (!service.empty() && declared.service != service) {
            add_difference(cause::service, true, declared.service, service);
        }
        if (declared.terminator != scope_terminator) add_difference(cause::terminator, true, declared.terminator, scope_terminator);
    }

    void inspect_date() {
        const std::string_view date = examined_.declared.date;
        if (!is_date(date)) return add_difference(cause::date_form, true, date, {});
        if (!examined_.has_time || date == examined_.today.view()) return;
        const date_causes causes = causes_of_date(date, examined_.time);
        add_difference(causes.likelier, false, date, examined_.today.view());
        add_difference(causes.other, false, date, examined_.today.view());
    }

    void inspect_signed_headers() {
        const std::string_view list = examined_.declared.signed_headers;
        const bool are_lower_case = !has_capitals(list);
        if (!are_lower_case) add_difference(cause::signed_headers_case, true, list, {});
        std::string_view previous;
        for (text_scanner names(list); !names.empty();) {
            const std::string_view name = ascii::trim(names.take_part(";"));
            if (are_lower_case && name < previous) add_difference(cause::header_order, true, list, {});
            previous = name;
            if (http::find_header(examined_.request.headers, name) != nullptr) continue;
            const bool is_type = http::are_same_name(name, "content-type");
            add_difference(is_type ? cause::content_type : cause::header_removed, true, name, {});
        }
        if (!is_listed(examined_, "host") || !is_listed(examined_, "content-type")) {
            add_difference(cause::header_not_signed, true, list, "content-type;host");
        }
    }

    /// Adds headers that count and were sent more than once.
    void inspect_copies() {
        for (const http::header& header : examined_.request.headers) {
            const bool counts =
                ascii::is_word_of("authorization x-tc-timestamp x-tc-token", ascii::trim(header.name)) || is_listed(examined_, header.name);
            if (!counts || http::find_single_header(examined_.request.headers, ascii::trim(header.name)) != nullptr) continue;
            add_difference(cause::header_twice, true, ascii::trim(header.name), {});
        }
    }

    void inspect_id() {
        const credential_view& expected = examined_.facts.credential;
        const std::string_view declared_id = examined_.declared.secret_id;
        if (declared_id == expected.secret_key) {
            add(cause::key_swapped, "the Authorization header has the secret key as the secret id");
        } else if (!expected.secret_id.empty() && declared_id != expected.secret_id) {
            add(cause::credential_differs, "the Authorization header has another secret id than the credential");
        }
    }

    void inspect_key() {
        const std::string_view key = examined_.facts.credential.secret_key;
        if (key.empty()) return;
        const auto is_quote = [](char c) { return c == '"' || c == '\''; };
        if (ascii::is_space(key.front()) || ascii::is_space(key.back())) add(cause::key_blanks, "the credential has them");
        // A key can begin and end with quotation marks of its own.
        if (is_quote(key.front()) && key.front() == key.back()) add_finding(found_, cause::key_quotes, false, "the credential has them");
    }

    void inspect_token() {
        const bool is_known = examined_.credential.secret_id == examined_.declared.secret_id || !examined_.credential.token.empty();
        if (!is_known || examined_.declared.secret_id.empty()) return;
        const std::string_view sent = examined_.request.value_of("x-tc-token");
        const std::string_view token = examined_.credential.token;
        if (token == sent) return;
        if (sent.empty()) return add(cause::token_missing, "the credential has a token, and the request has no X-TC-Token");
        if (token.empty()) return add(cause::token_unexpected, "the credential has no token, and the request has X-TC-Token");
        add(cause::token_differs, "X-TC-Token is not the token of the credential");
    }

    void inspect_size() {
        const bool has_large_query = http::split_target(examined_.request.target).query.size() > largest_query;
        if (has_large_query) return add(cause::request_too_large, "the query has more than 32 KB");
        if (examined_.request.body.size() > largest_body) add(cause::request_too_large, "the body has more than 10 MB");
    }

    void inspect_declared_hash() {
        const std::string_view declared = examined_.request.value_of("x-tc-content-sha256");
        if (declared.empty() || declared == unsigned_payload) return;
        const auto digest = payload_hash(examined_.request.body);
        if (!digest) return;
        const auto digits = to_hex(*digest);
        if (declared == std::string_view(digits.data(), digits.size())) return;
        add(cause::payload_hash, "X-TC-Content-SHA256 is not the hash of the body");
    }

    diagnosis& found_;
    const examined_request& examined_;
};

}  // namespace doctor_detail

TC3_FUNCTION void inspect_unsigned(diagnosis& found, const examined_request& examined) {
    doctor_detail::inspector(found, examined).inspect_unsigned();
}

TC3_FUNCTION void inspect(diagnosis& found, const examined_request& examined) { doctor_detail::inspector(found, examined).inspect(); }

TC3_FUNCTION void inspect_rest(diagnosis& found, const examined_request& examined) {
    doctor_detail::inspector(found, examined).inspect_rest();
}

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor

// ---- tc3/signing/doctor/recomputation.hpp ---------------------------------------------------------------------------

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

namespace doctor_detail {

/// A key of a derivation: up to 512 bytes of a secret, or a digest. The destructor wipes it.
class key_bytes {
public:
    key_bytes() noexcept = default;
    key_bytes(const key_bytes&) = delete;
    key_bytes& operator=(const key_bytes&) = delete;
    ~key_bytes() { wipe(bytes_.data(), bytes_.size()); }

    void append(std::string_view text) noexcept {
        const std::size_t room = bytes_.size() - size_;
        const std::size_t count = text.size() < room ? text.size() : room;
        if (count > 0) std::memcpy(bytes_.data() + size_, text.data(), count);
        size_ += count;
    }
    void clear() noexcept { size_ = 0; }
    /// Writes each of up to 256 bytes as two hexadecimal digits.
    void to_hex() noexcept {
        for (std::size_t i = size_; i-- > 0;) {
            const auto byte = static_cast<unsigned char>(bytes_[i]);
            bytes_[2 * i + 1] = hex_digit(byte);
            bytes_[2 * i] = hex_digit(byte >> 4U);
        }
        size_ *= 2;
    }
    [[nodiscard]] std::string_view view() const noexcept { return {bytes_.data(), size_}; }

private:
    std::array<char, 512> bytes_;
    std::size_t size_ = 0;
};

/// The first key of a derivation: the prefix and the secret key, or what it decodes to.
[[nodiscard]] inline bool set_first_key(key_bytes& key, const attempt& tried) {
    key_bytes text;
    sink_adapter to_text(text);
    tried.secret_key.write(to_text);
    if (tried.derivation != derivation_form::none) key.append(tried.prefix);
    if (tried.key == key_form::text) {
        key.append(text.view());
        return true;
    }
    std::array<char, 512> decoded;
    std::size_t size = 0;
    if (tried.key == key_form::from_base64) {
        const auto count = decode_base64(text.view(), decoded);
        size = count ? *count : 0;
    } else {
        size = text.view().size() / 2;
        std::array<std::uint8_t, 256> bytes{};
        if (size == 0 || !from_hex(text.view(), {bytes.data(), size})) size = 0;
        if (size > 0) std::memcpy(decoded.data(), bytes.data(), size);
        wipe(bytes);
    }
    key.append({decoded.data(), size});
    wipe(decoded.data(), decoded.size());
    return size != 0;
}

/// Writes a digest as text in a form.
inline void write_digest_as(any_sink& out, const crypto::sha_256_digest& digest, digest_form form) {
    const auto digits = to_hex(digest);
    if (form == digest_form::hashed_again) {
        const auto again = payload_hash(std::string_view(digits.data(), digits.size()));
        if (again) write_hex(out, bytes_view(*again));
        return;
    }
    for (std::size_t i = 0; i < digest.size(); ++i) {
        char two[2] = {digits[2 * i], digits[2 * i + 1]};
        switch (form) {
            case digest_form::upper_hex:
                for (char& digit : two) digit = static_cast<char>(ascii::is_lower(digit) ? digit - 'a' + 'A' : digit);
                out.append(std::string_view(two, 2));
                break;
            case digest_form::bytes: write_char(out, static_cast<char>(digest[i])); break;
            case digest_form::without_zeros: out.append(std::string_view(two, 2).substr(two[0] == '0' ? 1 : 0)); break;
            default: out.append(std::string_view(two, 2)); break;
        }
    }
}

/// Writes the HMAC of a word under a key, or the reverse. Returns false if the policy failed.
[[nodiscard]] inline bool derive(key_bytes& key, std::string_view word, derivation_form form, crypto::builtin_policy& policy) {
    crypto::hmac_key hmac_key;
    crypto::sha_256_digest digest;
    const bool exchanged = form == derivation_form::exchanged;
    const std::string_view message = exchanged ? key.view() : word;
    if (!hmac_key.assign({}, exchanged ? word : key.view(), policy)) return false;
    if (!crypto::hmac_sha_256_into(digest, hmac_key, message, policy)) return false;
    key.clear();
    if (form == derivation_form::hex_digests) {
        const auto digits = to_hex(digest);
        key.append({digits.data(), digits.size()});
    } else {
        std::size_t size = digest.size();
        for (std::size_t i = 0; form == derivation_form::cut_digests && i < size; ++i) {
            if (digest[i] == 0) size = i;
        }
        char text[sizeof digest];
        std::memcpy(text, digest.data(), sizeof text);
        key.append({text, size});
        wipe(text, sizeof text);
    }
    wipe(digest);
    return true;
}

/// Writes each line feed as another line end.
class line_end_sink final : public any_sink {
public:
    line_end_sink(any_sink& out, std::string_view line_end) noexcept : any_sink(append_to), out_(out), line_end_(line_end) {}

private:
    static void append_to(any_sink& self, const std::string_view& text) {
        line_end_sink& to = static_cast<line_end_sink&>(self);
        for (text_scanner rest(text); !rest.empty();) {
            const std::string_view line = rest.take_while([](char c) { return c != '\n'; });
            if (!line.empty()) to.out_.append(line);
            if (rest.skip("\n")) to.out_.append(to.line_end_);
        }
    }

    any_sink& out_;
    std::string_view line_end_;
};

/// Writes what `write(out)` writes, with the line ends of a form.
template <class Write>
void write_with_line_ends(any_sink& out, line_end form, Write write) {
    if (form == line_end::line_feed) return write(out);
    line_end_sink converted(out, form == line_end::cr_lf ? "\r\n" : "\\n");
    write(converted);
}

/// Returns how `sent` is written from a digest.
[[nodiscard]] inline signature_form form_of(std::string_view sent, const crypto::sha_256_digest& digest) {
    const auto is_equal_to = [sent](auto write) {
        fixed_text<72> text;
        sink_adapter out(text);
        write(out);
        return text.view() == sent;
    };
    const auto digits = to_hex(digest);
    const std::string_view hex(digits.data(), digits.size());
    if (sent == hex) return signature_form::hex;
    if (is_equal_to([&](any_sink& out) { write_digest_as(out, digest, digest_form::upper_hex); })) return signature_form::upper_hex;
    if (is_equal_to([&](any_sink& out) { write_digest_as(out, digest, digest_form::without_zeros); })) return signature_form::without_zeros;
    if (is_equal_to(
            [&](any_sink& out) { write_base64(out, std::string_view(reinterpret_cast<const char*>(digest.data()), digest.size())); })) {
        return signature_form::base64;
    }
    if (!hex.starts_with(sent)) return signature_form::other;
    return sent.size() % 2 == 0 && digest[sent.size() / 2] == 0 ? signature_form::cut_at_zero : signature_form::first_digits;
}

}  // namespace doctor_detail

TC3_FUNCTION recomputation::recomputation(const sent_request& request, const declared_authorization& declared) noexcept
    : request_(request), declared_(declared), target_(http::split_target(request.target)) {
    for (text_scanner names(declared.signed_headers); !names.empty() && names_ < listed_.size();) listed_[names_++] = names.take_part(";");
    for (std::size_t i = 0; i < names_; ++i) {
        std::size_t place = i;
        for (; place > 0 && http::compare_names(listed_[i], sorted_[place - 1]) < 0; --place) sorted_[place] = sorted_[place - 1];
        sorted_[place] = listed_[i];
    }
}

TC3_FUNCTION bool recomputation::hash_body(std::size_t form) {
    if (is_hashed_.contains(form)) return has_form_.contains(form);
    is_hashed_.assign(form, true);
    const body_form changed = body_form_of(form);
    const bool is_frequent = !changed.style.sorts_members && changed.style.escaped_by_number.empty();
    constexpr std::size_t largest_body_of_rare_styles = std::size_t{1024} * 1024;
    if (!is_frequent && request_.body.size() > largest_body_of_rare_styles) return false;
    crypto::builtin_policy policy;
    crypto::hash_sink hash(policy);
    has_form_.assign(form, write_body(hash, request_.body, target_.query, changed) && hash.finish_into(body_digests_[form]));
    return has_form_.contains(form);
}

TC3_FUNCTION void recomputation::write_path(any_sink& out, path_form form) const {
    const std::string_view path = target_.path;
    switch (form) {
        case path_form::root: return out.append("/");
        case path_form::empty: return;
        case path_form::without_last_slash: return out.append(path.substr(0, path.size() - (path.ends_with('/') ? 1 : 0)));
        case path_form::with_last_slash: out.append(path); return out.append(path.ends_with('/') ? "" : "/");
        case path_form::with_host:
            out.append("https://");
            out.append(request_.value_of("host"));
            return out.append(path);
        case path_form::with_query: return out.append(request_.target);
        default: return out.append(path);
    }
}

TC3_FUNCTION void recomputation::write_value(any_sink& out, const attempt& tried, std::string_view name) const {
    const bool is_type = http::are_same_name(name, "content-type");
    const bool is_lower = tried.values == value_form::right ? !is_type : tried.values == value_form::all_lower;
    const auto write = [&](any_sink& to) {
        const bool is_other = !tried.other_header.name.empty() && http::are_same_name(name, tried.other_header.name);
        if (is_other) return to.append(ascii::trim(tried.other_header.value));
        if (is_type) return tried.content_type.write(to);
        if (http::are_same_name(name, "host")) return tried.host.write(to);
        to.append(request_.value_of(name));
    };
    if (!is_lower) return write(out);
    lower_sink lower(out);
    sink_adapter to_lower(lower);
    write(to_lower);
}

TC3_FUNCTION void recomputation::write_header(any_sink& out, const attempt& tried, std::string_view name) const {
    if (!tried.has_content_type && http::are_same_name(name, "content-type")) return;
    if (tried.names == name_form::as_listed) {
        out.append(name);
    } else {
        write_lower(out, name);
    }
    out.append(tried.layout == line_form::blank_after_colon ? ": " : ":");
    write_value(out, tried, name);
    out.append("\n");
}

TC3_FUNCTION void recomputation::write_headers(any_sink& out, const attempt& tried) const {
    const bool as_listed = tried.names == name_form::as_listed || tried.names == name_form::lower_case_as_listed;
    for (std::size_t i = 0; i < names_; ++i) {
        const std::size_t place = tried.names == name_form::lines_reversed ? names_ - 1 - i : i;
        write_header(out, tried, as_listed ? listed_[place] : sorted_[place]);
    }
}

TC3_FUNCTION void recomputation::write_names(any_sink& out, name_form form) const {
    if (form == name_form::as_listed || form == name_form::only_list_as_listed) return out.append(declared_.signed_headers);
    for (std::size_t i = 0; i < names_; ++i) {
        if (i > 0) out.append(";");
        write_lower(out, form == name_form::lower_case_as_listed ? listed_[i] : sorted_[i]);
    }
}

TC3_FUNCTION void recomputation::write_lines(any_sink& out, const attempt& tried) const {
    out.append(tried.method);
    out.append("\n");
    write_path(out, tried.path);
    out.append("\n");
    write_query(out, target_.query, tried.query, tried.query_order);
    if (tried.layout != line_form::no_query_line || !target_.query.empty()) out.append("\n");
    write_headers(out, tried);
    if (tried.layout != line_form::no_empty_line) out.append("\n");
    write_names(out, tried.names);
    out.append("\n");
    doctor_detail::write_digest_as(out, body_digests_[tried.body], tried.payload_hash);
    if (tried.layout == line_form::line_feed_at_end) out.append("\n");
}

TC3_FUNCTION void recomputation::write_canonical_request(any_sink& out, const attempt& tried) const {
    doctor_detail::write_with_line_ends(out, tried.line_ends, [&](any_sink& to) { write_lines(to, tried); });
}

TC3_FUNCTION void recomputation::write_string_to_sign(any_sink& out, const attempt& tried) const {
    const line_end form = tried.has_line_ends_in_both ? tried.line_ends : line_end::line_feed;
    doctor_detail::write_with_line_ends(out, form, [&](any_sink& to) {
        to.append(tried.algorithm);
        to.append("\n");
        tried.timestamp.write(to);
        to.append("\n");
        to.append(tried.scope);
        to.append("\n");
    });
    if (tried.end == end_form::canonical_request_for_hash) return write_canonical_request(out, tried);

    crypto::builtin_policy policy;
    crypto::hash_sink hash(policy);
    write_canonical_request(hash, tried);
    crypto::sha_256_digest digest{};
    static_cast<void>(hash.finish_into(digest));  // the built-in policy does not fail
    doctor_detail::write_digest_as(out, digest, tried.canonical_hash);
    if (tried.end == end_form::line_feed) out.append("\n");
}

TC3_FUNCTION bool recomputation::sign(crypto::sha_256_digest& signature, const attempt& tried) const {
    crypto::builtin_policy policy;
    doctor_detail::key_bytes key;
    if (!doctor_detail::set_first_key(key, tried)) return false;
    const auto derive = [&](std::string_view word) { return doctor_detail::derive(key, word, tried.derivation, policy); };
    if (tried.derivation < derivation_form::none) {
        if (tried.derivation != derivation_form::without_date && !derive(tried.date)) return false;
        if (tried.derivation == derivation_form::with_region && !derive(request_.value_of("x-tc-region"))) return false;
        if (tried.derivation != derivation_form::without_service && !derive(tried.service)) return false;
        if (!derive(tried.terminator)) return false;
    }
    if (tried.derivation == derivation_form::hex_signing_key) key.to_hex();
    crypto::hmac_key hmac_key;
    return hmac_key.assign({}, key.view(), policy) &&
           crypto::hmac_sha_256_of<0>(signature, hmac_key, policy, [&](any_sink& out) { write_string_to_sign(out, tried); });
}

TC3_FUNCTION signature_form recomputation::compare(const attempt& tried) {
    if (count_ == most_diagnosed_signatures || !hash_body(tried.body)) return signature_form::other;
    ++count_;
    crypto::sha_256_digest signature{};
    return sign(signature, tried) ? doctor_detail::form_of(declared_.signature, signature) : signature_form::other;
}

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor

// ---- tc3/signing/doctor/search.hpp ----------------------------------------------------------------------------------

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

namespace doctor_detail {

/// An accident in one of its variants.
struct tried_accident {
    const accident* kind = nullptr;
    std::size_t variant = 0;
};

class searcher {
public:
    searcher(diagnosis& found, const examined_request& examined) noexcept
        : found_(found), examined_(examined), signatures_(examined.request, examined.declared) {}

    void search() {
        const std::size_t head = size_of_head();
        const bool fits = fits_without() || (head <= largest_head && (fits_with_one() || fits_with_other_time())) ||
                          (head <= largest_head_of_pairs && fits_with_two());
        found_.set_signatures(signatures_.count());
        if (fits) return;
        add_compression();
        if (!is_explained()) found_.add({});
    }

private:
    // So few digits of a signature fit to a wrong attempt by chance.
    static constexpr std::size_t fewest_digits = 16;
    // The head is hashed for each attempt: with larger ones fewer are made.
    static constexpr std::size_t largest_head = std::size_t{256} * 1024;
    static constexpr std::size_t largest_head_of_pairs = std::size_t{16} * 1024;

    /// Returns the size of the target and of all headers.
    [[nodiscard]] std::size_t size_of_head() const noexcept {
        std::size_t size = examined_.request.target.size();
        for (const http::header& header : examined_.request.headers) size += header.name.size() + header.value.size();
        return size;
    }

    void add_compression() {
        if (starts_with(examined_.request.body, "\x1F\x8B")) {
            return add_finding(found_, cause::body_compressed, false, "the body begins with the two bytes of gzip");
        }
        const std::string_view encoding = examined_.request.value_of("content-encoding");
        if (encoding.empty() || ascii::equal_lower(encoding, "identity")) return;
        add_finding(found_, cause::body_compressed, false, "the request has a Content-Encoding");
    }

    /// Returns whether a cause was found with which no signature can fit.
    [[nodiscard]] bool is_explained() const noexcept {
        for (const finding& each : found_.findings()) {
            if (explains_all(each.cause)) return true;
        }
        return false;
    }
    [[nodiscard]] static bool explains_all(cause why) noexcept {
        switch (why) {
            case cause::header_removed:
            case cause::header_twice:
            case cause::content_type:
            case cause::body_compressed:
            case cause::timestamp_missing:
            case cause::scope_form:
            case cause::algorithm_name:
            case cause::key_blanks:
            case cause::key_swapped:
            case cause::credential_differs:
            case cause::payload_hash:
            case cause::authorization_form: return true;
            default: return false;
        }
    }

    /// Returns whether the signature fits, and adds how it is written if that is wrong.
    [[nodiscard]] bool fits(const attempt& tried, bool is_base) {
        const signature_form form = signatures_.compare(tried);
        if (form == signature_form::hex) return true;
        if (form == signature_form::other) return false;
        const std::size_t digits = examined_.declared.signature.size();
        if (!is_base && digits < fewest_digits) return false;
        form_ = form;
        is_certain_ = digits >= fewest_digits;
        return true;
    }

    void add_form() {
        switch (form_) {
            case signature_form::upper_hex:
                return add_finding(found_, cause::digest_upper_case, true, "the signature fits but for the case of its digits");
            case signature_form::base64: return add_finding(found_, cause::digest_form, true, "the signature is in base64");
            case signature_form::cut_at_zero:
                return add_finding(found_, cause::digest_cut, is_certain_, "the signature fits up to its first zero byte");
            case signature_form::without_zeros:
                return add_finding(found_, cause::digest_zeros, true, "the signature fits but for zeros that are missing");
            case signature_form::first_digits:
                return add_finding(found_, cause::signature_cut, is_certain_, "the signature fits as far as it goes");
            default: return;
        }
    }

    [[nodiscard]] bool fits_without() {
        if (!fits(examined_.as_declared(), true)) return false;
        add_form();
        return true;
    }

    [[nodiscard]] bool fits_with_one() {
        for (const accident& kind : accidents()) {
            for (std::size_t variant = 0; variant < kind.variants; ++variant) {
                attempt tried = examined_.as_declared();
                const cause why = kind.apply(tried, examined_, variant);
                if (why == cause::unknown || !fits(tried, false)) continue;
                add(why, {&kind, variant}, {});
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool fits_with_two() {
        for (const accident& first : accidents()) {
            for (std::size_t variant = 0; variant < first.in_pairs; ++variant) {
                attempt once = examined_.as_declared();
                const cause why = first.apply(once, examined_, variant);
                if (why != cause::unknown && fits_with_another(once, why, {&first, variant})) return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool fits_with_another(const attempt& once, cause first_cause, const tried_accident& first) {
        for (const accident& second : accidents()) {
            if (&second <= first.kind || second.part == first.kind->part) continue;
            for (std::size_t variant = 0; variant < second.in_pairs; ++variant) {
                attempt tried = once;
                const cause why = second.apply(tried, examined_, variant);
                if (why == cause::unknown || !fits(tried, false)) continue;
                const tried_accident other{&second, variant};
                add(first_cause, first, other);
                add(why, first, other);
                return true;
            }
        }
        return fits_with_time_near(once, first_cause, first);
    }

    /// Tries the timestamps of the seconds before and after the one that was sent.
    [[nodiscard]] bool fits_with_other_time() { return examined_.has_time && find_time(examined_.as_declared(), 300, cause::unknown, {}); }
    [[nodiscard]] bool fits_with_time_near(const attempt& once, cause why, const tried_accident& first) {
        return examined_.has_time && find_time(once, 3, why, first);
    }

    [[nodiscard]] bool find_time(const attempt& once, std::int64_t most, cause why, const tried_accident& first) {
        for (std::int64_t distance = 1; distance <= most; ++distance) {
            for (const std::int64_t difference : {-distance, distance}) {
                fixed_text<24> digits;
                write_decimal(digits, examined_.time.seconds + difference);
                attempt tried = once;
                tried.timestamp = {{digits.view()}};
                if (!fits(tried, false)) continue;
                if (why != cause::unknown) add(why, first, {});
                add_finding(found_, cause::timestamp_differs, true, [&](any_sink& out) {
                    out.append("with the timestamp ");
                    out.append(digits.view());
                    out.append(" in the string to sign the signature fits");
                });
                return true;
            }
        }
        return false;
    }

    void add(cause why, const tried_accident& first, const tried_accident& second) {
        add_finding(found_, why, !is_of_date(why), [&](any_sink& out) {
            out.append("with ");
            first.kind->describe(out, examined_, first.variant);
            if (second.kind != nullptr) {
                out.append(" and ");
                second.kind->describe(out, examined_, second.variant);
            }
            out.append(" the signature fits");
        });
        add_form();
    }

    diagnosis& found_;
    const examined_request& examined_;
    recomputation signatures_;
    signature_form form_ = signature_form::hex;
    bool is_certain_ = true;
};

}  // namespace doctor_detail

TC3_FUNCTION void search(diagnosis& found, const examined_request& examined) { doctor_detail::searcher(found, examined).search(); }

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor

// ---- tc3/signing/doctor/service_error.hpp ---------------------------------------------------------------------------

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

namespace doctor_detail {

/// Returns whether the first 1024 bytes of a text contain some words, in any case.
[[nodiscard]] constexpr bool mentions(std::string_view text, std::string_view words) noexcept {
    text = slice(text, 0, 1024);
    for (std::size_t i = 0; i + words.size() <= text.size(); ++i) {
        if (ascii::equal_lower(slice(text, i, words.size()), words)) return true;
    }
    return false;
}

/// Returns whether a request went where only the keys of one site can be known: to an international host, or to one of China.
[[nodiscard]] inline bool is_of_one_site(const sent_request& request) noexcept {
    const std::string_view host = without_port(request.value_of("host"));
    // The regions that end with "-fsi" are those of China for the financial industry.
    return mentions(host, ".intl.") || mentions(host, "-fsi.") || host.ends_with(".cn") ||
           request.value_of("x-tc-region").ends_with("-fsi");
}

class error_reader {
public:
    error_reader(diagnosis& found, const examined_request& examined) noexcept : found_(found), examined_(examined) {}

    void read() {
        const std::string_view code = examined_.facts.error_code;
        if (code == "AuthFailure.SignatureExpire") return read_expired();
        if (code == "AuthFailure.TokenFailure") return add(cause::token_differs);
        if (code == "AuthFailure.SecretIdNotFound" || code == "AuthFailure.InvalidSecretId") return read_unknown_id();
        if (code == "AuthFailure.InvalidAuthorization") return add(cause::authorization_form);
        if (starts_with(code, "RequestSizeLimitExceeded")) return add(cause::request_too_large);
        if (code.empty() || code == "AuthFailure.SignatureFailure") read_message();
    }

private:
    void add(cause why) {
        add_finding(found_, why, false, [&](any_sink& out) {
            const std::string_view code = examined_.facts.error_code;
            if (code.empty()) return out.append("the message of the service");
            write_quoted(out, examined_.facts, {{code}});
        });
    }

    /// Adds the clock, unless the service says that the time of the request is right.
    void read_expired() {
        const bool is_in_time = examined_.has_time && examined_.service_time && examined_.service_time->in_range() &&
                                examined_.service_time->seconds - examined_.time.seconds <= 300 &&
                                examined_.time.seconds - examined_.service_time->seconds <= 300;
        add(is_in_time ? cause::timestamp_differs : cause::clock);
    }

    void read_unknown_id() {
        const bool is_of_one = is_of_one_site(examined_.request);
        add(is_of_one ? cause::other_site : cause::secret_id_unknown);
        add(is_of_one ? cause::secret_id_unknown : cause::other_site);
    }

    // Messages are in English or Chinese: only words that both have, or that are in one of them for each language, are read.
    void read_message() {
        const std::string_view message = examined_.facts.error_message;
        constexpr std::string_view size_exceeds_limit = "\xe5\xa4\xa7\xe5\xb0\x8f\xe8\xb6\x85\xe8\xbf\x87\xe9\x99\x90\xe5\x88\xb6";
        if (mentions(message, "size limit") || mentions(message, size_exceeds_limit)) {
            add(cause::request_too_large);
            if (mentions(message, "tc3-hmac-sha256")) add(cause::signature_version_1);
        }
        if (time_in_message(message)) read_expired();
        if (mentions(message, "secretid is not found") || mentions(message, "secret id is not found")) read_unknown_id();
        if (mentions(message, "token is invalid") || mentions(message, "token has expired")) add(cause::token_differs);
    }

    diagnosis& found_;
    const examined_request& examined_;
};

}  // namespace doctor_detail

TC3_FUNCTION void read_service_error(diagnosis& found, const examined_request& examined) {
    doctor_detail::error_reader(found, examined).read();
}

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor

// ---- tc3/signing/diagnose.hpp ---------------------------------------------------------------------------------------

namespace tc3::inline TC3_NAMESPACE::signing {

TC3_FUNCTION diagnosis diagnose(const sent_request& request, const known_facts& facts) {
    const doctor::declared_authorization declared(request.value_of("authorization"));
    const doctor::examined_request examined(request, facts, declared);
    diagnosis found;
    if (declared.signature.empty() && declared.secret_id.empty()) {
        doctor::inspect_unsigned(found, examined);
        doctor::read_service_error(found, examined);
        return found;
    }
    doctor::inspect(found, examined);
    const bool has_key = !examined.credential.secret_key.empty();
    if (has_key && !declared.signature.empty()) doctor::search(found, examined);
    doctor::inspect_rest(found, examined);
    doctor::read_service_error(found, examined);
    if (!has_key) found.add({.cause = cause::key_not_given, .is_certain = false, .evidence = {}});
    return found;
}

}  // namespace tc3::inline TC3_NAMESPACE::signing

#endif  // TC3_BODIES

#endif  // TC3_REFUSED

#endif  // TC3_SINGLE_HEADER_SIGNING_DIAGNOSE_0_1_0
