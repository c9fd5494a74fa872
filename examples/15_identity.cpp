// SPDX-License-Identifier: MIT
// Identity verification with the app SDK: document and face. The output lists all attempts; the last one counts.
//
//     c++ -std=c++20 -Isingle_include examples/15_identity.cpp -o example && ./example
#include "support/emulated_account.hpp"

#include <iostream>
#include <string_view>

namespace faceid = tc3::faceid;

namespace {

/// The URL of a file is a secret and expires after 10 minutes: download the file at once and compare its size and MD5. The files of the
/// emulator are empty.
void print_file(std::string_view label, const tc3::box<faceid::file_info>& file) {
    if (file) std::cout << label << ": " << file->size.value_or(0) << " bytes, MD5 " << file->md5_.value_or("unknown") << '\n';
}

}  // namespace

int main() {
    examples::emulated_account account;
    const auto session = account.call(faceid::apply_sdk_verification_token{
        .check_mode = faceid::sdk_check_mode::document_liveness_and_comparison, .id_card_type = faceid::sdk_id_card_type::hk_id_card});
    if (examples::failed(session) || !session->sdk_token) return 1;

    // Send the token to the app over TLS. The app starts the SDK with it, and reports when the person is done.
    account.scenario().start(*session->sdk_token);
    account.wait(120);
    account.scenario().finish(*session->sdk_token);

    const auto result = account.call(faceid::get_sdk_verification_result{.sdk_token = *session->sdk_token});
    if (examples::failed(result)) return 1;
    const auto outcome = faceid::outcome(*result);
    std::cout << to_string(outcome) << '\n';

    if (const auto& attempts = result->card_verify_results; attempts && !attempts->empty()) {
        const faceid::card_verify_result& document = attempts->back();
        print_file("document", document.card_image);
        // The fields of a document are personal: store them where they are needed, and keep them out of logs.
        if (document.normal_card_info && document.normal_card_info->hk_id_card) std::cout << "the document is a Hong Kong ID card\n";
    }
    if (const auto& attempts = result->compare_results; attempts && !attempts->empty()) {
        print_file("best frame", attempts->back().best_frame);
    }

    // One line for a log, in which everything personal or secret is masked.
    std::cout << tc3::to_redacted_string(*result).substr(0, 240) << "...\n";
    return outcome.passed() ? 0 : 1;
}
