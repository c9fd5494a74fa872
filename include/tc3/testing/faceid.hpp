// SPDX-License-Identifier: MIT
// The eKYC service in the emulator.
#pragma once

#include <tc3/faceid/apply_liveness_token.hpp>
#include <tc3/testing/emulator.hpp>

namespace tc3::inline v0_1::testing {

/// Serves ApplyLivenessToken: each call gets the next of the emulator's tokens.
inline void serve_faceid(emulator& service) {
    service.serve<faceid::apply_liveness_token>(
        [&service](const faceid::apply_liveness_token&) { return faceid::apply_liveness_token_answer{.sdk_token = service.next_token()}; });
}

}  // namespace tc3::inline v0_1::testing
