// SPDX-License-Identifier: MIT
// A code that states an outcome and its meaning: a row of the tables `all` beside the values of an output, as in `sdk_result`.
#pragma once

#include <tc3/api/error_code.hpp>

#include <cstdint>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Whether the service charges for a result, as far as the manual says.
enum class billing : std::uint8_t { unknown, free, billed };

/// A code that states an outcome.
///
/// Lifetime: the views refer to constants.
struct result_code {
    std::string_view code;  ///< a number as its decimal digits
    std::string_view text;  ///< its meaning in a few words, without a full stop
    faceid::billing billing = faceid::billing::unknown;
    /// verification_outcome if the service decided about the person, else the kind of error that prevented one.
    error_category category = error_category::verification_outcome;
};

}  // namespace tc3::inline TC3_NAMESPACE::faceid
