// SPDX-License-Identifier: MIT
// The part of a fault that takes place within the emulator.
#include "scenario/fault.hpp"

#include <string_view>

namespace tc3_cli {

std::optional<tc3::testing::any_reply> reply_of(const fault& fault) {
    if (fault.error) return *fault.error;
    if (fault.output) return *fault.output;
    if (fault.response || fault.lost == lost_response::before_effect) return std::string("{}");
    return {};
}

std::string describe(const fault& fault) {
    std::string words;
    const auto add = [&words](std::string_view each) { words.append(words.empty() ? "" : ", ").append(each); };
    if (fault.error) add("error " + fault.error->code);
    if (fault.output) add("output");
    if (fault.response) add("status " + std::to_string(fault.response->status));
    if (fault.lost == lost_response::before_effect) add("response lost before the effect");
    if (fault.lost == lost_response::after_effect) add("response lost after the effect");
    if (fault.cut_after) add("body cut after " + std::to_string(*fault.cut_after) + " bytes");
    if (fault.delay != std::chrono::milliseconds{}) add("delayed by " + std::to_string(fault.delay.count()) + " ms");
    return words;
}

}  // namespace tc3_cli
