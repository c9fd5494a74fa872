// SPDX-License-Identifier: MIT
// The part of a fault that takes place within the emulator.
#include "scenario/fault.hpp"

namespace tc3_cli {

std::optional<tc3::testing::any_reply> reply_of(const fault& fault) {
    if (fault.error) return *fault.error;
    if (fault.output) return *fault.output;
    if (fault.response || fault.lost == lost_response::before_effect) return std::string("{}");
    return {};
}

}  // namespace tc3_cli
