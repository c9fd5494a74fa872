// SPDX-License-Identifier: MIT
// What the examples of the flows take for granted: an account at an emulator of the service, and a clock that the example turns itself.
#pragma once

#include <tc3/tc3.hpp>
#include <tc3/testing.hpp>

#include <cstdint>
#include <iostream>
#include <string>

namespace example {

class emulated_account {
public:
    emulated_account() {
        service_.add_credential("example-id", "example-key");
        scenario.wait_for_apps();  // apps and browsers do what the example says, no sooner
    }

    /// A program has its HTTP where the emulator stands here, and the system's clock.
    template <class Input>
    [[nodiscard]] auto ask(const Input& input) {
        return tc3::call(service_, input, profile_, now_);
    }
    [[nodiscard]] tc3::unix_time now() const { return now_; }
    /// A program sleeps here, or sets a timer.
    void wait(std::int64_t seconds) { now_.seconds += seconds; }

private:
    tc3::unix_time now_{1700000000};
    unsigned tokens_ = 0;
    tc3::testing::emulator service_{[this] { return now_; }, [this] { return "emulated-token-" + std::to_string(++tokens_); }};
    tc3::client_profile profile_{.credential = {"example-id", "example-key"}, .region = "ap-singapore"};

public:
    /// What the apps and browsers of the sessions do.
    tc3::testing::faceid_scenario scenario = serve_faceid(service_);
};

/// Ends the example where a call gave nothing to go on with.
template <class Outcome>
[[nodiscard]] bool failed(const Outcome& outcome) {
    if (!outcome) std::cout << to_string(outcome.error()) << '\n';
    return !outcome;
}

}  // namespace example
