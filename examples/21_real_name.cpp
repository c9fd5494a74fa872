// SPDX-License-Identifier: MIT
// Real-name checks: one call each. They are billed, so a lost answer is not asked for again without a thought.
#include "support/emulated_account.hpp"

namespace faceid = tc3::faceid;
namespace testing = tc3::testing;

namespace {

/// What a program would do next about an answer that did not come.
template <class Input>
void print_plan(const tc3::failure& why) {
    const auto plan = faceid::next_attempt<Input>(why, 1, 0);  // after 1 attempt; a program rolls dice for the 0
    std::cout << to_string(why) << "; ";
    if (plan.again()) {
        std::cout << "again in " << plan.wait_milliseconds << " ms\n";
    } else {
        std::cout << faceid::describe(why.code).meaning << ": not again by itself\n";  // it may be billed twice
    }
}

/// Whether the numbers belong to the name.
template <class Input>
bool report(const tc3::call_result<Input>& output) {
    std::cout << tc3::action_of<Input>.name << ": ";
    if (!output) {
        print_plan<Input>(output.error());
        return false;
    }
    std::cout << to_string(faceid::outcome(*output)) << '\n';
    return faceid::outcome(*output).passed();
}

}  // namespace

int main() {
    example::emulated_account account;
    const faceid::id_card_verification card{.id_card = "110101190001010000", .name = "Zhang San"};
    const faceid::bank_card_2e_verification bank{.name = "Zhang San", .bank_card = "6222000000000000000"};
    const bool belongs = report<faceid::id_card_verification>(account.ask(card));

    // A card that was reported lost, a service that is busy, and one that has a fault.
    account.scenario.reply_with<faceid::bank_card_2e_verification>({faceid::bank_card_2e_verification_output{.result = "-11"},
                                                                    testing::service_error{"RequestLimitExceeded", "slowly, please"},
                                                                    testing::service_error{"FailedOperation.UnKnown", "try later"}});
    bool any = false;
    for (int i = 0; i < 3; ++i) any = report<faceid::bank_card_2e_verification>(account.ask(bank)) || any;
    return belongs && !any ? 0 : 1;
}
