// SPDX-License-Identifier: MIT
// An account at an emulator of the service, with a clock that the example sets. Examples 14 to 21 share it.
#pragma once

#include <tc3/tc3.hpp>
#include <tc3/testing.hpp>

#include <cstdint>
#include <iostream>
#include <string>

namespace examples {

/// The emulator and everything that a call needs. In your program, your HTTP library replaces the emulator, and the system
/// clock replaces `now_`.
class emulated_account {
public:
    emulated_account() {
        service_.add_credential("example-id", "example-key");
        scenario_.wait_for_apps();  // a session ends when the example ends it, not at once
    }

    template <class Input>
    [[nodiscard]] tc3::call_result<Input> call(const Input& input) {
        return tc3::call(service_, input, profile_, now_);
    }

    /// Returns the script of what apps and browsers do.
    [[nodiscard]] tc3::testing::faceid_scenario& scenario() { return scenario_; }

    [[nodiscard]] tc3::unix_time now() const { return now_; }
    /// Advances the clock. Your program sleeps or sets a timer.
    void wait(std::int64_t seconds) { now_.seconds += seconds; }

private:
    tc3::unix_time now_{1700000000};
    unsigned tokens_ = 0;
    tc3::testing::emulator service_{[this] { return now_; }, [this] { return "emulated-token-" + std::to_string(++tokens_); }};
    tc3::testing::faceid_scenario scenario_ = tc3::testing::serve_faceid(service_);
    tc3::client_profile profile_{.credential = {"example-id", "example-key"}, .region = "ap-singapore"};
};

/// Returns whether a call failed, and prints its failure.
template <class Result>
[[nodiscard]] bool failed(const Result& result) {
    if (!result) std::cout << to_string(result.error()) << '\n';
    return !result;
}

}  // namespace examples
