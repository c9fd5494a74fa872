// SPDX-License-Identifier: MIT
// The chip of a document, read by the app: a token for the app's SDK, and what the chip holds for the server.
#include "support/emulated_account.hpp"

namespace faceid = tc3::faceid;

int main() {
    example::emulated_account account;
    const auto begun = account.ask(faceid::get_nfc_token{});
    if (example::failed(begun) || !begun->token) return 1;

    // The app gets the token; its SDK reads the chip, and gives an id back that is good for 10 minutes.
    const std::string nfc_token = *begun->token;
    account.scenario.start(nfc_token);
    account.scenario.finish(nfc_token);

    const auto output = account.ask(faceid::get_wx_nfc_result{.nfc_token = nfc_token});
    if (example::failed(output)) return 1;
    const auto said = faceid::outcome(*output);
    std::cout << to_string(said) << '\n';
    std::cout << tc3::to_redacted_string(*output).substr(0, 60) << "...\n";  // names and numbers never get into a log

    // The checks of the chip are JSON within a text.
    if (output->check_mrtd) {
        tc3::json::reader checks(*output->check_mrtd);
        tc3::json::string_token name;
        std::size_t count = 0;
        checks.begin_object();
        for (; checks.next_member(name); checks.skip_value()) ++count;
        std::cout << count << " checks of the chip\n";
    }
    return said.passed() ? 0 : 1;
}
