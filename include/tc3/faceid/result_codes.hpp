// SPDX-License-Identifier: MIT
// The codes that answers state their outcome with: which mean yes, and what the others mean, a table for each family of actions.
#pragma once

#include <string_view>

namespace tc3::inline v0_1::faceid {

/// A code and its meaning in a few words, without a full stop.
struct result_code {
    std::string_view code;
    std::string_view text;
};

namespace result_codes {

/// What the app SDK's sessions end with. The manual lists them for GetFaceIdResultIntl and GetSdkVerificationResult; GetLivenessResult has
/// no list of its own, and its example agrees with this one. More may come.
inline constexpr result_code sdk[] = {
    {"0", "passed"},
    {"1001", "the liveness engine could not be called"},
    {"1002", "the recording looks spoofed"},
    {"1004", "no face was detected"},
    {"1005", "the liveness check failed"},
    {"1201", "too dark or over-exposed"},
    {"2004", "the submitted image is too large or too small"},
    {"2012", "more than one face"},
    {"2013", "no face, or not all of it"},
    {"2014", "the resolution or quality of the image is too low"},
    {"2015", "the face comparison failed"},
    {"2016", "the similarity is below the threshold"},
    {"2017", "the face is covered"},
};

}  // namespace result_codes

}  // namespace tc3::inline v0_1::faceid
