// SPDX-License-Identifier: MIT
// What the service's common error codes mean for a program: what kind of fault, and whether asking again helps (SPEC 5.3).
#pragma once

#include <tc3/core/slice.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace tc3::inline v0_1 {

enum class error_category : std::uint8_t {
    unknown,               ///< nothing is known of the code; a product's own table may have it
    authentication,        ///< key, token, signature or clock
    permission,            ///< the account may not do this, or not from here
    throttling,            ///< too many requests for now
    request,               ///< the request is wrong: it fails again unless it is changed
    quota,                 ///< a limit of the account or a lack of resources
    service,               ///< a fault of the service
    billing,               ///< the account's money or prepaid package
    not_a_failure,         ///< DryRunOperation: the dry run would have worked
    verification_outcome,  ///< the service did its work: the person, photo, video or document did not pass
};

/// What to do before asking again. Every attempt must be signed anew.
enum class retry : std::uint8_t {
    never,                      ///< the answer stays the same
    with_back_off,              ///< wait into the next second or longer, with jitter
    with_back_off_if_harmless,  ///< likewise, but the request may have taken effect: only if doing it twice does no harm
    once_with_corrected_clock,  ///< after taking over the service's time
    once_with_new_credential,   ///< after fetching fresh temporary keys
};

struct error_code_info {
    std::string_view code;
    error_category category = error_category::unknown;
    tc3::retry retry = retry::never;
};

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

[[nodiscard]] constexpr const error_code_info* find_error_code(std::string_view code) noexcept {
    for (const error_code_info& row : common_error_codes) {
        if (row.code == code) return &row;
    }
    return nullptr;
}

}  // namespace api_detail

/// What is known of a code: its own row, else the row of the part before its first dot, as products add codes below the common ones.
/// `code` in the result tells which row it was; it is empty, and the category unknown, where there is none. Below InternalError and the
/// like, products also put outcomes and faults of the input (`InternalError.ActionLightDark`): those are never worth asking again for.
[[nodiscard]] constexpr error_code_info describe_error_code(std::string_view code) noexcept {
    if (const error_code_info* row = api_detail::find_error_code(code)) return *row;
    const error_code_info* row = api_detail::find_error_code(slice(code, 0, code.find('.')));
    if (row == nullptr) return {};
    error_code_info info = *row;
    if (info.retry == retry::with_back_off_if_harmless) info.retry = retry::never;
    return info;
}

}  // namespace tc3::inline v0_1
