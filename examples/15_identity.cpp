// SPDX-License-Identifier: MIT
// Identity verification by the app SDK: document and face. Of the attempts that the answer lists, the last one counts.
#include "support/emulated_account.hpp"

namespace faceid = tc3::faceid;

namespace {

/// Files live for 10 minutes: a program downloads them now, and compares size and MD5. Their addresses are secrets.
void print_file(std::string_view what, const tc3::box<faceid::file_info>& file) {
    if (file) std::cout << what << ": " << file->size.value_or(0) << " bytes, MD5 " << file->md5.value_or("unknown") << '\n';
}

}  // namespace

int main() {
    example::emulated_account account;
    const auto begun = account.ask(faceid::apply_sdk_verification_token{
        .check_mode = faceid::sdk_check_mode::document_liveness_and_comparison, .id_card_type = faceid::sdk_id_card_type::hk_id_card});
    if (example::failed(begun) || !begun->sdk_token) return 1;

    // Both go to the app: the token, and the parameters that the service made for its SDK.
    account.scenario.start(*begun->sdk_token);
    account.wait(120);
    account.scenario.finish(*begun->sdk_token);

    const auto output = account.ask(faceid::get_sdk_verification_result{.sdk_token = *begun->sdk_token});
    if (example::failed(output)) return 1;
    const auto said = faceid::outcome(*output);
    std::cout << to_string(said) << '\n';

    if (!output->card_verify_results.empty()) {
        const faceid::card_verify_result& document = output->card_verify_results.back();
        print_file("document", document.card_image);
        // What stands on the document is personal: it goes to where it is needed, and into no log.
        if (document.normal_card_info && document.normal_card_info->hk_id_card) std::cout << "the document is a Hong Kong ID card\n";
    }
    if (!output->compare_results.empty()) print_file("best frame", output->compare_results.back().best_frame);

    // A line for the log, with all that is personal or secret masked.
    std::cout << tc3::to_redacted_string(*output).substr(0, 72) << "...\n";
    return said.passed() ? 0 : 1;
}
