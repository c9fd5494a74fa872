// SPDX-License-Identifier: MIT
// The causes that diagnose() can name: why a service rejects a signed request, and what to do about it.
#pragma once

#include <tc3/config.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

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
