// SPDX-License-Identifier: MIT
// Verification in the browser: gets a URL for the browser, checks the redirect that ends the session, and gets the result.
//
//     c++ -std=c++20 -Isingle_include examples/16_browser.cpp -o example && ./example
#include "support/emulated_account.hpp"

#include <iostream>
#include <string>
#include <string_view>

namespace faceid = tc3::faceid;

namespace {

/// Returns whether the redirect belongs to the session of `biz_token`. Anyone can open the redirect URL, with any token.
bool check_redirect(std::string_view url, std::string_view biz_token) {
    const auto valid = faceid::validate_redirect(url, biz_token);
    std::cout << (valid ? std::string_view("the browser is back") : describe(valid.error())) << '\n';
    return valid.has_value();
}

}  // namespace

int main() {
    examples::emulated_account account;
    const faceid::web_verification_config_intl config{.auto_skip = true, .check_mode = faceid::web_check_mode::liveness_only};
    const auto session =
        account.call(faceid::apply_web_verification_biz_token_intl{.redirect_url = "https://shop.example/verified", .config = config});
    if (examples::failed(session) || !session->biz_token || !session->verification_url) return 1;

    // Your server keeps the token with the login of the person, and redirects the browser to verification_url, where the person is filmed.
    const std::string biz_token = *session->biz_token;
    account.scenario().start(biz_token);
    const auto early = account.call(faceid::get_web_verification_result_intl{.biz_token = biz_token});
    if (examples::failed(early)) return 1;
    std::cout << to_string(faceid::outcome(*early)) << '\n';
    account.wait(45);
    account.scenario().finish(biz_token);

    // The browser returns to the redirect URL with the token in the query.
    if (check_redirect("/verified?token=a-token-of-another-person", biz_token)) return 1;
    if (!check_redirect("/verified?token=" + biz_token, biz_token)) return 1;

    // The redirect says only that the browser is back. The outcome is in the result.
    const auto result = account.call(faceid::get_web_verification_result_intl{.biz_token = biz_token});
    if (examples::failed(result)) return 1;
    const auto outcome = faceid::outcome(*result);
    const auto& attempts = result->verification_detail_list;
    std::cout << to_string(outcome) << ", attempts: " << (attempts ? attempts->size() : 0) << '\n';
    return outcome.passed() ? 0 : 1;
}
