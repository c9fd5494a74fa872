// SPDX-License-Identifier: MIT
// What may differ from one request to the next, and content that is not a typed input.
#pragma once

#include <tc3/http/message.hpp>

#include <cstddef>
#include <span>
#include <string_view>

namespace tc3::inline v0_1 {

/// The documented limits of a request (SPEC 2.1): 10 MB of body, 32 KB of query. More is refused before it is sent.
inline constexpr std::size_t largest_body = std::size_t{10} * 1024 * 1024;
inline constexpr std::size_t largest_query = std::size_t{32} * 1024;

inline constexpr std::string_view json_content_type = "application/json";
inline constexpr std::string_view query_content_type = "application/x-www-form-urlencoded";

/// Options of one request. All views need to live only during the call that takes them.
struct request_options {
    http::method method = http::method::post;           ///< GET puts the input into the query; not every action takes it
    bool sign_action = false;                           ///< signs X-TC-Action too, as the newer manual pages do
    bool unsigned_payload = false;                      ///< leaves the body out of the signature; few services accept that
    bool stream_body = false;                           ///< leaves the body out of the request: write_body() streams it behind the head
    bool skip_authorization = false;                    ///< sends `Authorization: SKIP`, for the few actions that need no credential
    std::string_view path = "/";                        ///< the path, sent and signed; other than "/" only for gateways that want one
    std::string_view trace_id = {};                     ///< X-TC-TraceId, echoed in the answer's headers
    std::string_view request_client = {};               ///< X-TC-RequestClient, the name of your program: up to 128 of `0-9a-zA-Z-_ ,;.`
    std::span<const http::header> headers = {};         ///< more headers to send
    std::span<const http::header> signed_headers = {};  ///< more headers to send and sign
};

/// Content in a form of your own: multipart, octet-stream, a query that is encoded already. The bytes are signed and sent as they stand.
/// The content type should be lower-case: it is signed as it stands, and must arrive so.
struct request_content {
    std::string_view body = {};
    std::string_view content_type = {};  ///< empty: the usual one, JSON for POST and that of a form for GET
    std::string_view query = {};         ///< for GET, without '?'
};

}  // namespace tc3::inline v0_1
