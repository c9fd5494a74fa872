// SPDX-License-Identifier: MIT
// Real-name checks, one call each. They are billed, so a failed call is repeated only where that is safe: next_attempt() decides.
//
//     c++ -std=c++20 -Isingle_include examples/21_real_name.cpp -o example && ./example
#include "support/emulated_account.hpp"

#include <iostream>

namespace faceid = tc3::faceid;
namespace testing = tc3::testing;

namespace {

/// Prints whether and when a program would repeat the call.
template <class Input>
void print_plan(const tc3::failure& failed) {
    const auto plan = faceid::next_attempt<Input>(failed, 1, 0);  // after 1 attempt; pass a random number in place of 0
    std::cout << to_string(failed) << "; ";
    if (plan.again()) {
        std::cout << "next attempt in " << plan.wait_milliseconds << " ms\n";
    } else {
        std::cout << faceid::describe(failed.code).meaning << ": not repeated\n";
    }
}

/// Prints a result and returns whether the numbers belong to the name.
template <class Input>
bool print_result(const tc3::call_result<Input>& result) {
    std::cout << tc3::action_of<Input>.name << ": ";
    if (!result) {
        print_plan<Input>(result.error());
        return false;
    }
    std::cout << to_string(faceid::outcome(*result)) << '\n';
    return faceid::outcome(*result).passed();
}

}  // namespace

int main() {
    examples::emulated_account account;
    const faceid::id_card_verification id_card{.id_card = "110101190001010000", .name = "Zhang San"};
    const faceid::bank_card_2e_verification bank_card{.name = "Zhang San", .bank_card = "6222000000000000000"};
    const bool id_card_passed = print_result<faceid::id_card_verification>(account.call(id_card));

    // Three calls of one action: the card was reported lost, the service is busy, and the service has an internal error.
    account.scenario().reply_with<faceid::bank_card_2e_verification>({faceid::bank_card_2e_verification_output{.result = "-11"},
                                                                      testing::service_error{"RequestLimitExceeded", "too many requests"},
                                                                      testing::service_error{"FailedOperation.UnKnown", "unknown error"}});
    bool bank_card_passed = false;
    for (int i = 0; i < 3; ++i) {
        if (print_result<faceid::bank_card_2e_verification>(account.call(bank_card))) bank_card_passed = true;
    }
    return id_card_passed && !bank_card_passed ? 0 : 1;
}
