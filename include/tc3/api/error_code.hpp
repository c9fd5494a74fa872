// SPDX-License-Identifier: MIT
// What the error codes that all products share mean for a program (docs/tc3-signing.md 5.3).
#pragma once

#include <tc3/core/slice.hpp>

#include <cstdint>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE {

/// What an error code is about.
enum class error_category : std::uint8_t {
    unknown,               ///< a code without a row in the table; the table of a product may have one
    authentication,        ///< the key, the token, the signature or the clock
    permission,            ///< the account may not do this, or not from this address
    throttling,            ///< too many requests within a second
    request,               ///< a wrong request, which fails again unless it is changed
    quota,                 ///< a limit of the account, or a lack of resources
    service,               ///< an error within the service
    billing,               ///< the money or the prepaid package of the account
    not_a_failure,         ///< DryRunOperation: the call would have succeeded
    verification_outcome,  ///< a result of the check: the person, photo, video or document did not pass
};

/// What to do before a call is repeated. Every attempt must be signed again.
enum class retry : std::uint8_t {
    never,                      ///< do not repeat: the result is the same
    with_back_off,              ///< wait until the next second or longer, with jitter
    with_back_off_if_harmless,  ///< wait, and repeat only an action that is harmless to repeat: the request may have taken effect
    once_with_corrected_clock,  ///< take over the time of the service first: see server_time()
    once_with_new_credential,   ///< get new temporary keys first
};

/// What is known about an error code.
struct error_code_info {
    std::string_view code;  ///< the row of the table; empty if there is none
    error_category category = error_category::unknown;
    tc3::retry retry = retry::never;
};

/// Returns what is known about an error code that is common to all products.
///
/// A code without a row of its own gets the row of the part before its first dot, because products add codes below the common ones. For
/// such a code with_back_off_if_harmless becomes never, because products also use InternalError for results and errors of the input, as
/// in `InternalError.ActionLightDark`.
/// Cost: linear in the number of common codes.
[[nodiscard]] constexpr error_code_info describe_error_code(std::string_view code) noexcept;

namespace api_detail {

inline constexpr error_code_info common_error_codes[] = {
    error_code_info{"ActionOffline", error_category::request, retry::never},
    error_code_info{"AuthFailure", error_category::authentication, retry::never},
    error_code_info{"AuthFailure.InvalidAuthorization", error_category::authentication, retry::never},
    error_code_info{"AuthFailure.InvalidSecretId", error_category::authentication, retry::never},
    error_code_info{"AuthFailure.MFAFailure", error_category::authentication, retry::never},
    error_code_info{"AuthFailure.SecretIdNotFound", error_category::authentication, retry::never},
    error_code_info{"AuthFailure.SignatureExpire", error_category::authentication, retry::once_with_corrected_clock},
    error_code_info{"AuthFailure.SignatureFailure", error_category::authentication, retry::never},
    error_code_info{"AuthFailure.TokenFailure", error_category::authentication, retry::once_with_new_credential},
    error_code_info{"AuthFailure.UnauthorizedOperation", error_category::permission, retry::never},
    error_code_info{"DryRunOperation", error_category::not_a_failure, retry::never},
    error_code_info{"FailedOperation", error_category::request, retry::never},
    error_code_info{"InternalError", error_category::service, retry::with_back_off_if_harmless},
    error_code_info{"InvalidAction", error_category::request, retry::never},
    error_code_info{"InvalidParameter", error_category::request, retry::never},
    error_code_info{"InvalidParameterValue", error_category::request, retry::never},
    error_code_info{"InvalidRequest", error_category::request, retry::never},
    error_code_info{"IpInBlacklist", error_category::permission, retry::never},
    error_code_info{"IpNotInWhitelist", error_category::permission, retry::never},
    error_code_info{"LimitExceeded", error_category::quota, retry::never},
    error_code_info{"MissingParameter", error_category::request, retry::never},
    error_code_info{"NoSuchProduct", error_category::request, retry::never},
    error_code_info{"NoSuchVersion", error_category::request, retry::never},
    error_code_info{"RequestLimitExceeded", error_category::throttling, retry::with_back_off},
    error_code_info{"RequestSizeLimitExceeded", error_category::request, retry::never},
    error_code_info{"ResourceInUse", error_category::request, retry::never},
    error_code_info{"ResourceInsufficient", error_category::quota, retry::never},
    error_code_info{"ResourceNotFound", error_category::request, retry::never},
    error_code_info{"ResourceUnavailable", error_category::service, retry::with_back_off_if_harmless},
    error_code_info{"ResponseSizeLimitExceeded", error_category::request, retry::never},
    error_code_info{"ServiceUnavailable", error_category::service, retry::with_back_off_if_harmless},
    error_code_info{"UnauthorizedOperation", error_category::permission, retry::never},
    error_code_info{"UnknownParameter", error_category::request, retry::never},
    error_code_info{"UnsupportedOperation", error_category::request, retry::never},
    error_code_info{"UnsupportedProtocol", error_category::request, retry::never},
    error_code_info{"UnsupportedRegion", error_category::request, retry::never},
};

/// Returns the row of a code, or one without a code. By value, since g++ 12 with -fsanitize=undefined cannot compare the address of a row
/// with null in a constant expression.
[[nodiscard]] constexpr error_code_info find_error_code(std::string_view code) noexcept {
    for (const error_code_info& row : common_error_codes) {
        if (row.code == code) return row;
    }
    return {};
}

}  // namespace api_detail

constexpr error_code_info describe_error_code(std::string_view code) noexcept {
    const error_code_info known = api_detail::find_error_code(code);
    if (!known.code.empty()) return known;
    error_code_info info = api_detail::find_error_code(slice(code, 0, code.find('.')));
    if (info.retry == retry::with_back_off_if_harmless) info.retry = retry::never;
    return info;
}

}  // namespace tc3::inline TC3_NAMESPACE
