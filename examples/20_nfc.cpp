// SPDX-License-Identifier: MIT
// Reads the chip of a document with the app SDK: gets a token for the app, then the contents of the chip.
//
//     c++ -std=c++20 -Isingle_include examples/20_nfc.cpp -o example && ./example
#include "support/emulated_account.hpp"

#include <cstddef>
#include <iostream>
#include <string>

namespace faceid = tc3::faceid;

int main() {
    examples::emulated_account account;
    const auto session = account.call(faceid::get_nfc_token{});
    if (examples::failed(session) || !session->token) return 1;

    // Send the token to the app over TLS. Its SDK reads the chip; the result is available for 10 minutes.
    const std::string nfc_token = *session->token;
    account.scenario().start(nfc_token);
    account.scenario().finish(nfc_token);

    const auto result = account.call(faceid::get_wx_nfc_result{.nfc_token = nfc_token});
    if (examples::failed(result)) return 1;
    const auto outcome = faceid::outcome(*result);
    std::cout << to_string(outcome) << '\n';
    std::cout << tc3::to_redacted_string(*result).substr(0, 60) << "...\n";  // for a log: names and numbers are masked

    // The checks of the chip are a JSON document inside a text field.
    if (result->check_mrtd) {
        tc3::json::reader checks(*result->check_mrtd);
        tc3::json::string_token name;
        std::size_t count = 0;
        checks.begin_object();
        for (; checks.next_member(name); checks.skip_value()) ++count;
        std::cout << count << " checks of the chip\n";
    }
    return outcome.passed() ? 0 : 1;
}
