// SPDX-License-Identifier: MIT
// An error code of eKYC and its meaning: a row of faceid/types/error_codes.hpp.
#pragma once

#include <tc3/api/error_code.hpp>

#include <cstdint>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::faceid {

/// An error code of eKYC with its meaning and what to do about it. Returned by describe().
///
/// Lifetime: the views refer to constants.
struct error_code_info {
    std::string_view code = {};                         ///< in the service's spelling: "FailedOperation.LivessDetectFail"
    std::string_view meaning = {};                      ///< a few words without a full stop; empty for an unknown code
    error_category category = error_category::unknown;  ///< the kind of error
    tc3::retry retry = retry::never;                    ///< what to do before a repeat; faceid::retry_advice() also considers the action
    std::uint8_t repeats = 3;                           ///< the largest number of repeats in a row
    std::uint8_t first_wait = 1;                        ///< seconds to wait before the first repeat
};

}  // namespace tc3::inline TC3_NAMESPACE::faceid
