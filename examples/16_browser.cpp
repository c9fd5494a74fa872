// SPDX-License-Identifier: MIT
// Verification in the browser: an address to open, the redirect back with its token, and the result that the server asks for.
#include "support/emulated_account.hpp"

namespace faceid = tc3::faceid;

int main() {
    example::emulated_account account;
    const faceid::web_verification_config_intl config{.auto_skip = true, .check_mode = faceid::web_check_mode::liveness_only};
    const auto begun =
        account.ask(faceid::apply_web_verification_biz_token_intl{.redirect_url = "https://shop.example/verified", .config = config});
    if (example::failed(begun) || !begun->biz_token || !begun->verification_url) return 1;

    // The server keeps the token beside the person's login, and sends the browser to verification_url. There the person is filmed.
    const std::string kept = *begun->biz_token;
    account.scenario.start(kept);
    const auto early = account.ask(faceid::get_web_verification_result_intl{.biz_token = kept});
    if (example::failed(early)) return 1;
    std::cout << to_string(faceid::outcome(*early)) << '\n';
    account.wait(45);
    account.scenario.finish(kept);

    // The browser comes back. Anybody can open that address with any token: it must be the one of this person.
    for (const std::string& address : {"/verified?token=" + kept, std::string("/verified?token=somebody-else")}) {
        const auto examined = faceid::validate_redirect(address, kept);
        std::cout << (examined ? std::string_view("the browser is back") : describe(examined.error())) << '\n';
    }
    if (!faceid::validate_redirect("/verified?token=" + kept, kept)) return 1;

    const auto output = account.ask(faceid::get_web_verification_result_intl{.biz_token = kept});
    if (example::failed(output)) return 1;
    const auto said = faceid::outcome(*output);
    std::cout << to_string(said) << ", attempts: " << output->verification_detail_list.size() << '\n';
    return said.passed() ? 0 : 1;
}
