// SPDX-License-Identifier: MIT
// Real-name checks: one call each. They are billed, so a lost answer is not asked for again without a thought.
#include "support/emulated_account.hpp"

namespace faceid = tc3::faceid;
namespace testing = tc3::testing;

namespace {

template <class Question>
void report(const tc3::outcome_of<Question>& answer) {
    std::cout << tc3::action_of<Question>.name << ": ";
    if (answer) {
        std::cout << to_string(faceid::outcome(*answer)) << '\n';
    } else {
        const auto plan = faceid::next_attempt<Question>(answer.error(), 1, 0);  // after 1 attempt; a program rolls dice for the 0
        std::cout << to_string(answer.error()) << "; ";
        if (plan.again()) {
            std::cout << "again in " << plan.wait_milliseconds << " ms\n";
        } else {
            std::cout << faceid::describe(answer.error().code).meaning << ": not again by itself, it may be billed twice\n";
        }
    }
}

}  // namespace

int main() {
    example::emulated_account account;
    const faceid::id_card_verification card{.id_card = "11204416541220243X", .name = "Zhang San"};
    const faceid::bank_card_2e_verification bank{.name = "Zhang San", .bank_card = "6222020000000000000"};

    report<faceid::id_card_verification>(account.ask(card));
    account.scenario.reply_with<faceid::bank_card_2e_verification>({faceid::bank_card_2e_verification_answer{.result = "-11"},
                                                                    testing::service_error{"RequestLimitExceeded", "slowly, please"},
                                                                    testing::service_error{"FailedOperation.UnKnown", "try later"}});
    for (int i = 0; i < 3; ++i) report<faceid::bank_card_2e_verification>(account.ask(bank));
}
