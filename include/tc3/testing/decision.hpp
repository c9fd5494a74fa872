// SPDX-License-Identifier: MIT
// The emulator's decision on a request: accepted, or rejected for a reason that has an error code of the service.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/result.hpp>
#include <tc3/signing/doctor/finding.hpp>
#include <tc3/signing/verify_authorization.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

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

#if defined(TC3_BODIES)

namespace tc3::inline TC3_NAMESPACE::testing {

TC3_FUNCTION unexpected<rejected_request> reject(rejection reason, std::string_view details) {
    rejected_request rejected{reason, {std::string(code_of(reason)), std::string(describe(reason))}};
    rejected.error.message.append(details);
    return unexpected(std::move(rejected));
}

}  // namespace tc3::inline TC3_NAMESPACE::testing

#endif  // TC3_BODIES
