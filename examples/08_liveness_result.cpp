// SPDX-License-Identifier: MIT
// Runs a liveness session: gets a token, then polls for the result. tc3 computes when to ask again; the program waits.
//
//     c++ -std=c++20 -Isingle_include examples/08_liveness_result.cpp -o example && ./example
#include <tc3/tc3.hpp>
#include <tc3/testing.hpp>

#include <cstdint>
#include <ctime>
#include <iostream>
#include <string>

namespace faceid = tc3::faceid;
namespace testing = tc3::testing;

using liveness_result = tc3::call_result<faceid::get_liveness_result>;

/// Returns whether a later call may give another result: the session has no outcome yet, or the service is busy. An output without a
/// code, as the one scripted below, is `unknown`.
bool may_change(const liveness_result& result) {
    if (!result) return faceid::retry_advice(result.error(), tc3::action_of<faceid::get_liveness_result>) == tc3::retry::with_back_off;
    const auto state = faceid::outcome(*result).state;
    return state == faceid::outcome_state::pending || state == faceid::outcome_state::unknown;
}

// ---- output --------------------------------------------------------------------------------------------------------------------

std::string describe(const liveness_result& result) { return result ? to_string(faceid::outcome(*result)) : to_string(result.error()); }

/// The URL of a file is a secret and expires within minutes: download the file at once and compare its size and MD5.
void print_file(const char* label, const tc3::box<faceid::file_info>& file) {
    if (file) std::cout << label << file->size.value_or(0) << " bytes, MD5 " << file->md5_.value_or("unknown") << '\n';
}

int print_result(const liveness_result& result) {
    std::cout << describe(result) << '\n';
    if (!result) return 1;
    print_file("best frame: ", result->best_frame);  // the emulator's files are empty
    print_file("video:      ", result->video);
    return faceid::outcome(*result).passed() ? 0 : 1;
}

// ---- the session ---------------------------------------------------------------------------------------------------------------

int main() {
    // The clock of the emulator and of this program. Your program reads the system clock, and sleeps instead of advancing this one.
    tc3::unix_time now{std::time(nullptr)};
    testing::emulator service([&now] { return now; }, [] { return "emulated-sdk-token-1"; });
    service.add_credential("example-id", "example-key");
    auto scenario = testing::serve_faceid(service);  // a handle: the emulator owns the sessions
    const tc3::client_profile profile{.credential = {"example-id", "example-key"}, .region = "ap-singapore"};

    // The first poll finds the service busy, the second one no outcome, the third one the emulator's default: the person passed.
    scenario.reply_with<faceid::get_liveness_result>(
        {testing::service_error{"RequestLimitExceeded", "too many requests"}, faceid::get_liveness_result_output{}, testing::as_usual});

    const tc3::unix_time begun = now;
    const auto session = tc3::call(service, faceid::apply_liveness_token{}, profile, now);
    if (!session || !session->sdk_token) {
        std::cout << (session ? std::string("no token") : to_string(session.error())) << '\n';
        return 1;
    }
    // Send the token to the app over TLS. Its SDK films the person; then the app tells your server to ask for the result. What the app
    // says about the outcome is not proof: use only the result from the service.
    const faceid::get_liveness_result input{.sdk_token = *session->sdk_token};
    const faceid::session_life life = faceid::session_life_of<faceid::get_liveness_result>;

    auto result = tc3::call(service, input, profile, now);
    for (std::uint32_t calls = 1; may_change(result); ++calls) {
        const auto seconds = faceid::next_wait(faceid::polling_schedule{}, life, begun, now, calls);
        if (!seconds) break;  // the time is up
        std::cout << describe(result) << "; next call in " << *seconds << " s\n";
        now.seconds += *seconds;
        result = tc3::call(service, input, profile, now);  // every call is signed with its own time
    }
    return print_result(result);
}
