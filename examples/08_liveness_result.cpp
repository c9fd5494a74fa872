// SPDX-License-Identifier: MIT
// A liveness session from its token to its outcome: begins one, lets the app run it, and asks for the result until there is one.
// tc3 neither waits nor repeats anything by itself: it says when to ask again, and the program waits.
#include <tc3/tc3.hpp>
#include <tc3/testing.hpp>

#include <cstdint>
#include <ctime>
#include <iostream>
#include <string>

namespace faceid = tc3::faceid;
namespace testing = tc3::testing;

using output_or_failure = tc3::call_result<faceid::get_liveness_result>;

/// An answer without an outcome, or a service that is too busy for now: all else is final.
bool worth_asking_again(const output_or_failure& output) {
    if (!output) return retry_advice(output.error()) == tc3::retry::with_back_off;
    const auto state = faceid::outcome(*output).state;
    return state == faceid::outcome_state::pending || state == faceid::outcome_state::unknown;
}

// ---- what came of it -----------------------------------------------------------------------------------------------------------

/// The address of a file is a secret, and lives for minutes: a program downloads the file now, and compares MD5 and size.
void print_file(const char* what, const tc3::box<faceid::file_info>& file) {
    if (file) std::cout << what << file->size.value_or(0) << " bytes, MD5 " << file->md5.value_or("unknown") << '\n';
}

int report(const output_or_failure& output) {
    if (!output) {
        std::cout << to_string(output.error()) << '\n';
        return 1;
    }
    const auto said = faceid::outcome(*output);
    std::cout << to_string(said) << '\n';
    print_file("best frame: ", output->best_frame);
    print_file("video:      ", output->video);
    return said.passed() ? 0 : 1;
}

// ---- the two calls -------------------------------------------------------------------------------------------------------------

int main() {
    // The emulator's clock and ours. A program reads the system's, and sleeps where this one turns the hands.
    tc3::unix_time now{std::time(nullptr)};
    testing::emulator service([&now] { return now; }, [] { return "emulated-sdk-token-1"; });
    service.add_credential("example-id", "example-key");
    auto scenario = serve_faceid(service);
    const tc3::client_profile profile{.credential = {"example-id", "example-key"}, .region = "ap-singapore"};

    // What the sessions will say: too busy, nothing yet, and then what they say by themselves, which is that the person passed.
    scenario.reply_with<faceid::get_liveness_result>(
        {testing::service_error{"RequestLimitExceeded", "slowly, please"}, faceid::get_liveness_result_output{}, testing::as_usual});

    const auto begun = tc3::call(service, faceid::apply_liveness_token{}, profile, now);
    if (!begun || !begun->sdk_token) {
        std::cout << (begun ? std::string("no token") : to_string(begun.error())) << '\n';
        return 1;
    }
    // Now the app gets the token over TLS, its SDK films the person, and the app says that it is done. It may say so of any session:
    // only what the service answers counts.
    const faceid::get_liveness_result input{.sdk_token = *begun->sdk_token};

    const tc3::unix_time at = now;
    auto output = tc3::call(service, input, profile, now);
    for (std::uint32_t asked = 1; worth_asking_again(output); ++asked) {
        const auto seconds = faceid::next_wait(faceid::polling{}, faceid::session_life_of<faceid::get_liveness_result>, at, now, asked);
        if (!seconds) break;
        std::cout << (output ? to_string(faceid::outcome(*output)) : to_string(output.error())) << "; again in " << *seconds << " s\n";
        now.seconds += *seconds;
        output = tc3::call(service, input, profile, now);  // signed anew: each attempt has its own time
    }
    return report(output);
}
