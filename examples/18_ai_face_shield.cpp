// SPDX-License-Identifier: MIT
// AI Face Shield: checks whether a face is generated or filmed from a screen. The output has the risk and the types of attack found.
//
//     c++ -std=c++20 -Isingle_include examples/18_ai_face_shield.cpp -o example && ./example
#include "support/emulated_account.hpp"

#include <iostream>
#include <string_view>

namespace faceid = tc3::faceid;

namespace {

/// Prints a result and returns whether the face is genuine.
bool print_outcome(const tc3::call_result<faceid::detect_ai_fake_faces>& result) {
    if (examples::failed(result)) return false;
    const auto outcome = faceid::outcome(*result);
    std::cout << to_string(outcome) << '\n';
    if (const auto& details = result->attack_risk_detail_list) {
        for (const faceid::attack_risk_detail& detail : *details) std::cout << "  " << detail.type.value_or("") << '\n';
    }
    return outcome.passed();
}

}  // namespace

int main() {
    examples::emulated_account account;
    const faceid::detect_ai_fake_faces input{.face_input = tc3::binary::raw_view("a video of a face"),
                                             .face_input_type = faceid::face_input_type::video};
    // The emulator finds a genuine face in the first call and a generated one in the second.
    account.scenario().reply_with<faceid::detect_ai_fake_faces>(
        {faceid::detect_ai_fake_faces_output{.attack_risk_level = faceid::attack_risk_level::low},
         faceid::detect_ai_fake_faces_output{.attack_risk_level = faceid::attack_risk_level::high,
                                             .attack_risk_detail_list = {{{.type = faceid::attack_type::suspected_synthesis_video}}}}});
    const bool first_is_genuine = print_outcome(account.call(input));
    const bool second_is_genuine = print_outcome(account.call(input));
    return first_is_genuine && !second_is_genuine ? 0 : 1;
}
