// SPDX-License-Identifier: MIT
// A code that eKYC gives for an error, and what is known of it.
#pragma once

#include <tc3/api/error_code.hpp>

#include <cstdint>
#include <string_view>

namespace tc3::inline v0_1::faceid {

/// Views of constants: good for as long as the program runs.
struct error_code {
    std::string_view code = {};     ///< "FailedOperation.LivessDetectFail", spelt as the service spells it
    std::string_view meaning = {};  ///< a few words, without a full stop; empty where tc3 has none
    error_category category = error_category::unknown;
    tc3::retry retry = retry::never;  ///< what to do before asking again; next_attempt() knows the action too
    std::uint8_t repeats = 3;         ///< ask again at most so many times in a row
    std::uint8_t first_wait = 1;      ///< seconds to wait before the first of them
};

}  // namespace tc3::inline v0_1::faceid
