// SPDX-License-Identifier: MIT
// What may differ from one request to the next.
#pragma once

#include <tc3/api/extra_headers.hpp>
#include <tc3/http/message.hpp>
#include <tc3/signing/policy_ref.hpp>
#include <tc3/signing/signer_ref.hpp>
#include <tc3/validation/size_limits.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE {

inline constexpr std::string_view json_content_type = "application/json";
inline constexpr std::string_view json_utf8_content_type = "application/json; charset=utf-8";
inline constexpr std::string_view query_content_type = "application/x-www-form-urlencoded";

/// Options of one request.
///
/// Options with a policy or a signer belong to one thread at a time, unless these have a lock, as signing::basic_day_key<std::mutex> has.
/// Lifetime: refers to the text, the headers, the policy and the signer, which must live until the call that takes the options returns.
struct request_options {
    http::method method = http::method::post;  ///< `get` puts the input into the query; not every action accepts it
    bool sign_action = false;                  ///< signs X-TC-Action too, as newer pages of the manual show
    bool unsigned_payload = false;             ///< leaves the body out of the signature; few services accept that
    bool stream_body = false;                  ///< leaves the body out of the request: write_body() writes it after the head
    bool skip_authorization = false;           ///< sends `Authorization: SKIP`, for actions that need no credential
    std::string_view path = "/";               ///< the path, sent and signed; other than "/" only for some gateways
    std::string_view content_type = {};        ///< Content-Type, sent and signed, for HTTP libraries that send no other than their own:
                                               ///< "application/json" (the default) or json_utf8_content_type, for a struct or JSON
    std::string_view trace_id = {};            ///< X-TC-TraceId, which the service returns in a header
    std::string_view request_client = {};      ///< X-TC-RequestClient, the name of a program: up to 128 characters of `0-9a-zA-Z-_ ,;.`
    extra_headers headers = {};                ///< headers to send, not signed
    extra_headers signed_headers = {};         ///< headers to send and sign: at most 29, as tc3 adds three
    signing::policy_ref hash = {};             ///< computes SHA-256 and HMAC: a policy in a variable; unset: a built-in one
    signing::signer_ref signer = {};           ///< signs: a signer or signing::day_key in a variable; unset: the secret key of the profile
};

}  // namespace tc3::inline TC3_NAMESPACE
