// SPDX-License-Identifier: MIT
// What the emulator made of a request: accepted, or the cause of its refusal and the error code that the service has for it (SPEC 1.7).
#pragma once

#include <tc3/signing/verify_authorization.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

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
