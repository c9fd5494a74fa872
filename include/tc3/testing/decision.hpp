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
    rate,  ///< more calls of the action within one second than the account may make
    region,
    content_type,
    size,
    unknown_parameter,
    missing_parameter,
    parameter_value,  ///< outside a closed set, a number or a size out of range, or one that another parameter rules out
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
        case cause::method: return "UnsupportedProtocol";
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
        case cause::rate: return "RequestLimitExceeded";
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
        case cause::rate: return "too many calls of this action within one second of the emulator's clock";
        case cause::region: return "the header X-TC-Region is missing";
        case cause::content_type:
            return "the Content-Type is neither application/json for POST nor application/x-www-form-urlencoded for GET";
        case cause::size: return "the body is larger than 10 MB, or the query than 32 KB";
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
