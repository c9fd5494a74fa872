// SPDX-License-Identifier: MIT
// A code that an answer states its outcome with.
#pragma once

#include <tc3/api/error_code.hpp>

#include <cstdint>
#include <string_view>

namespace tc3::inline v0_1::faceid {

/// Whether the service charges for an answer with a code, as far as the manual says.
enum class billing : std::uint8_t { unknown, free, billed };

/// A code and its meaning in a few words, without a full stop. Numbers as their decimal digits.
struct result_code {
    std::string_view code;
    std::string_view text;
    faceid::billing billing = faceid::billing::unknown;
    error_category category = error_category::verification_outcome;  ///< of a code that is no yes: whose matter it is
};

}  // namespace tc3::inline v0_1::faceid
