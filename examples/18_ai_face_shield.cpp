// SPDX-License-Identifier: MIT
// AI Face Shield: is this face generated, or filmed from a screen? One call; its answer names the risk and the traces of an attack.
#include "support/emulated_account.hpp"

namespace faceid = tc3::faceid;

namespace {

int report(const tc3::call_result<faceid::detect_ai_fake_faces>& output) {
    if (example::failed(output)) return 1;
    const auto said = faceid::outcome(*output);
    std::cout << to_string(said) << '\n';
    for (const faceid::attack_risk_detail& trace : output->attack_risk_detail_list) std::cout << "  " << trace.type.value_or("") << '\n';
    return said.passed() ? 0 : 1;
}

}  // namespace

int main() {
    example::emulated_account account;
    const faceid::detect_ai_fake_faces input{.face_input = tc3::binary::raw(std::string_view("a video of a face")),
                                             .face_input_type = faceid::face_input_type::video};
    // One that is a person, and then one that is none.
    account.scenario.reply_with<faceid::detect_ai_fake_faces>(
        {faceid::detect_ai_fake_faces_output{.attack_risk_level = faceid::attack_risk_level::low},
         faceid::detect_ai_fake_faces_output{.attack_risk_level = faceid::attack_risk_level::high,
                                             .attack_risk_detail_list = {{.type = faceid::attack_type::suspected_synthesis_video}}}});
    const int person = report(account.ask(input));
    const int fake = report(account.ask(input));
    return person == 0 && fake == 1 ? 0 : 1;
}
