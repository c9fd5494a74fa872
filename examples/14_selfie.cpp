// SPDX-License-Identifier: MIT
// Selfie verification by the app SDK: a token for the app, and the result polled until there is one or the time is up.
#include "support/emulated_account.hpp"

namespace faceid = tc3::faceid;

namespace {

/// Asks until the session has an outcome. When to ask again is arithmetic; waiting is the program's.
tc3::call_result<faceid::get_face_id_result_intl> poll(example::emulated_account& account, const std::string& sdk_token,
                                                       tc3::unix_time begun) {
    const faceid::get_face_id_result_intl input{.sdk_token = sdk_token};
    for (std::uint32_t asked = 1;; ++asked) {
        auto output = account.ask(input);
        if (!output || !faceid::outcome(*output).pending()) return output;

        const auto life = faceid::session_life_of<faceid::get_face_id_result_intl>;
        const auto seconds = faceid::next_wait(faceid::polling{}, life, begun, account.now(), asked);
        if (!seconds) return output;
        std::cout << to_string(faceid::outcome(*output)) << "; again in " << *seconds << " s\n";
        account.wait(*seconds);
        if (asked == 3) account.scenario.finish(sdk_token);  // here the person is done
    }
}

}  // namespace

int main() {
    example::emulated_account account;
    const auto photo = tc3::binary::raw(std::string_view("a photo of a face"));
    const auto begun = account.ask(faceid::get_face_id_token_intl{
        .check_mode = faceid::selfie_check_mode::compare, .secure_level = faceid::secure_level::motion_and_light, .image = photo});
    if (example::failed(begun) || !begun->sdk_token) return 1;
    const tc3::unix_time at = account.now();

    // The token goes to the app over TLS; the app starts the SDK with it within 10 minutes.
    account.wait(60);
    account.scenario.start(*begun->sdk_token);

    const auto output = poll(account, *begun->sdk_token, at);
    if (example::failed(output)) return 1;
    const auto said = faceid::outcome(*output);
    std::cout << to_string(said) << '\n';
    if (output->similarity) std::cout << "similarity " << *output->similarity << '\n';
    // Pictures stay base64 text until somebody wants the bytes, and then go into memory of one's own.
    if (output->best_frame) std::cout << "best frame of " << output->best_frame->size() << " bytes\n";
    return said.passed() ? 0 : 1;
}
