// SPDX-License-Identifier: MIT
// The list of all described actions. tests/cli/record_test.cpp compares it with the actions of tools/faceid.json.
#include "record/action_tables.hpp"

#include <tc3/faceid/retired/apply_card_verification.hpp>
#include <tc3/faceid/retired/apply_web_verification_token.hpp>
#include <tc3/faceid/retired/get_card_verification_result.hpp>
#include <tc3/faceid/retired/get_web_verification_result.hpp>
#include <tc3/tc3.hpp>

#include <vector>

namespace tc3_cli {

namespace {

template <tc3::has_action... Inputs>
[[nodiscard]] std::vector<action_tables> tables_of() {
    return {{tc3::action_of<Inputs>, masking_table_of<Inputs>(), masking_table_of<tc3::output_of_t<Inputs>>()}...};
}

[[nodiscard]] std::vector<action_tables> tables_of_faceid() {
    using namespace tc3::faceid;
    return tables_of<apply_liveness_token, apply_sdk_verification_token, apply_web_verification_biz_token_intl, bank_card_2e_verification,
                     bank_card_4e_verification, bank_card_verification, check_bank_card_information, check_id_card_information,
                     check_id_name_date, compare_face_liveness, create_upload_url, detect_ai_fake_faces,
                     detect_reflect_liveness_and_compare, generate_reflect_sequence, get_face_id_result_intl, get_face_id_token_intl,
                     get_liveness_result, get_nfc_token, get_sdk_verification_result, get_web_verification_result_intl, get_wx_nfc_result,
                     id_card_ocr_verification, id_card_verification, image_recognition, image_recognition_v2, liveness_compare,
                     mobile_network_time_verification, mobile_status, phone_verification, video_liveness_compare,
                     // taken offline
                     basic_apply_card_verification<tc3::owning>, basic_get_card_verification_result<tc3::owning>,
                     basic_apply_web_verification_token<tc3::owning>, basic_get_web_verification_result<tc3::owning>>();
}

}  // namespace

std::span<const action_tables> all_action_tables() {
    static const std::vector<action_tables> tables = tables_of_faceid();
    return tables;
}

const action_tables* find_action_tables(std::string_view service, std::string_view action) {
    for (const action_tables& each : all_action_tables()) {
        if (each.action.service == service && each.action.name == action) return &each;
    }
    return nullptr;
}

}  // namespace tc3_cli
