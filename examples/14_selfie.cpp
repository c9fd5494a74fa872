// SPDX-License-Identifier: MIT
// Selfie verification with the app SDK: gets a token for the app, then polls for the result until there is one or the time is up.
//
//     c++ -std=c++20 -Isingle_include examples/14_selfie.cpp -o example && ./example
#include "support/emulated_account.hpp"

#include <cstdint>
#include <iostream>
#include <string>
#include <string_view>

namespace faceid = tc3::faceid;

namespace {

/// Polls until the session has an outcome. `begun` is the time of the token.
tc3::call_result<faceid::get_face_id_result_intl> poll(examples::emulated_account& account, const std::string& sdk_token,
                                                       tc3::unix_time begun) {
    const faceid::get_face_id_result_intl input{.sdk_token = sdk_token};
    const faceid::session_life life = faceid::session_life_of<faceid::get_face_id_result_intl>;
    for (std::uint32_t calls = 1;; ++calls) {
        auto result = account.call(input);
        if (!result || !faceid::outcome(*result).pending()) return result;

        const auto seconds = faceid::next_wait(faceid::polling_schedule{}, life, begun, account.now(), calls);
        if (!seconds) return result;  // the time is up
        std::cout << to_string(faceid::outcome(*result)) << "; next call in " << *seconds << " s\n";
        account.wait(*seconds);
        if (calls == 3) account.scenario().finish(sdk_token);  // the person is done
    }
}

}  // namespace

int main() {
    examples::emulated_account account;
    const auto photo = tc3::binary::raw_view("a photo of a face");
    const auto session = account.call(faceid::get_face_id_token_intl{
        .check_mode = faceid::selfie_check_mode::compare, .secure_level = faceid::secure_level::motion_and_light, .image = photo});
    if (examples::failed(session) || !session->sdk_token) return 1;
    const tc3::unix_time begun = account.now();

    // Send the token to the app over TLS. The app must start the SDK with it within 10 minutes.
    account.wait(60);
    account.scenario().start(*session->sdk_token);

    const auto result = poll(account, *session->sdk_token, begun);
    if (examples::failed(result)) return 1;
    const auto outcome = faceid::outcome(*result);
    std::cout << to_string(outcome) << '\n';
    if (result->similarity) std::cout << "similarity " << *result->similarity << '\n';
    // Images stay base64 text until you call decode(), which writes the bytes into your memory.
    if (result->best_frame) std::cout << "best frame of " << result->best_frame->size() << " bytes\n";
    return outcome.passed() ? 0 : 1;
}
