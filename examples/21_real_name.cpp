// SPDX-License-Identifier: MIT
// Real-name checks: one call each. They are billed, so a lost answer is not asked for again without a thought.
#include "support/emulated_account.hpp"

namespace faceid = tc3::faceid;
namespace testing = tc3::testing;

namespace {

/// What to do about an answer that did not come.
std::string_view in_words(tc3::retry advice) {
    switch (advice) {
        case tc3::retry::never: return "give up";
        case tc3::retry::with_back_off: return "ask again in the next second";
        default: return "a person decides: asking again may be billed again";
    }
}

template <class Question>
void report(const tc3::outcome_of<Question>& answer) {
    std::cout << tc3::action_of<Question>.name << ": ";
    if (answer) {
        std::cout << to_string(faceid::outcome(*answer)) << '\n';
    } else {
        std::cout << to_string(answer.error()) << "; " << in_words(retry_advice(answer.error())) << '\n';
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
