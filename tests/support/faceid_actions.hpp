// SPDX-License-Identifier: MIT
// Runs a function template over all actions and data types of eKYC, in the order of the facts. Made by tools/generate.py.
#pragma once

#include <tc3/faceid/retired/apply_card_verification.hpp>
#include <tc3/faceid/retired/apply_web_verification_token.hpp>
#include <tc3/faceid/retired/get_card_verification_result.hpp>
#include <tc3/faceid/retired/get_web_verification_result.hpp>
#include <tc3/tc3.hpp>

namespace support {

/// Calls `use.operator()<Input>()` for each action: `for_each_action<tc3::owning>([]<class Input>() { ... })`.
template <class Storage, class Use>
void for_each_action(Use use) {
    use.template operator()<tc3::faceid::basic_apply_liveness_token<Storage>>();
    use.template operator()<tc3::faceid::basic_apply_sdk_verification_token<Storage>>();
    use.template operator()<tc3::faceid::basic_apply_web_verification_biz_token_intl<Storage>>();
    use.template operator()<tc3::faceid::basic_bank_card_2e_verification<Storage>>();
    use.template operator()<tc3::faceid::basic_bank_card_4e_verification<Storage>>();
    use.template operator()<tc3::faceid::basic_bank_card_verification<Storage>>();
    use.template operator()<tc3::faceid::basic_check_bank_card_information<Storage>>();
    use.template operator()<tc3::faceid::basic_check_id_card_information<Storage>>();
    use.template operator()<tc3::faceid::basic_check_id_name_date<Storage>>();
    use.template operator()<tc3::faceid::basic_compare_face_liveness<Storage>>();
    use.template operator()<tc3::faceid::basic_create_upload_url<Storage>>();
    use.template operator()<tc3::faceid::basic_detect_ai_fake_faces<Storage>>();
    use.template operator()<tc3::faceid::basic_detect_reflect_liveness_and_compare<Storage>>();
    use.template operator()<tc3::faceid::basic_generate_reflect_sequence<Storage>>();
    use.template operator()<tc3::faceid::basic_get_face_id_result_intl<Storage>>();
    use.template operator()<tc3::faceid::basic_get_face_id_token_intl<Storage>>();
    use.template operator()<tc3::faceid::basic_get_liveness_result<Storage>>();
    use.template operator()<tc3::faceid::basic_get_nfc_token<Storage>>();
    use.template operator()<tc3::faceid::basic_get_sdk_verification_result<Storage>>();
    use.template operator()<tc3::faceid::basic_get_web_verification_result_intl<Storage>>();
    use.template operator()<tc3::faceid::basic_get_wx_nfc_result<Storage>>();
    use.template operator()<tc3::faceid::basic_id_card_ocr_verification<Storage>>();
    use.template operator()<tc3::faceid::basic_id_card_verification<Storage>>();
    use.template operator()<tc3::faceid::basic_image_recognition<Storage>>();
    use.template operator()<tc3::faceid::basic_image_recognition_v2<Storage>>();
    use.template operator()<tc3::faceid::basic_liveness_compare<Storage>>();
    use.template operator()<tc3::faceid::basic_mobile_network_time_verification<Storage>>();
    use.template operator()<tc3::faceid::basic_mobile_status<Storage>>();
    use.template operator()<tc3::faceid::basic_phone_verification<Storage>>();
    use.template operator()<tc3::faceid::basic_video_liveness_compare<Storage>>();
}

/// Calls `use.operator()<Input>()` for each action that was taken offline.
template <class Storage, class Use>
void for_each_retired_action(Use use) {
    use.template operator()<tc3::faceid::basic_apply_card_verification<Storage>>();
    use.template operator()<tc3::faceid::basic_get_card_verification_result<Storage>>();
    use.template operator()<tc3::faceid::basic_apply_web_verification_token<Storage>>();
    use.template operator()<tc3::faceid::basic_get_web_verification_result<Storage>>();
}

/// Calls `use.operator()<Struct>(wire_name)` for each data type. A type may come before those that it holds.
template <class Storage, class Use>
void for_each_type(Use use) {
    use.template operator()<tc3::faceid::basic_address<Storage>>("Address");
    use.template operator()<tc3::faceid::basic_bangladesh_id_card<Storage>>("BangladeshIDCard");
    use.template operator()<tc3::faceid::basic_card_info<Storage>>("CardInfo");
    use.template operator()<tc3::faceid::basic_general_card<Storage>>("GeneralCard");
    use.template operator()<tc3::faceid::basic_hk_id_card<Storage>>("HKIDCard");
    use.template operator()<tc3::faceid::basic_hmt_permit<Storage>>("HMTPermit");
    use.template operator()<tc3::faceid::basic_indonesia_driving_license<Storage>>("IndonesiaDrivingLicense");
    use.template operator()<tc3::faceid::basic_indonesia_id_card<Storage>>("IndonesiaIDCard");
    use.template operator()<tc3::faceid::basic_international_id_passport<Storage>>("InternationalIDPassport");
    use.template operator()<tc3::faceid::basic_japan_id_card<Storage>>("JapanIDCard");
    use.template operator()<tc3::faceid::basic_ml_id_card<Storage>>("MLIDCard");
    use.template operator()<tc3::faceid::basic_macao_id_card<Storage>>("MacaoIDCard");
    use.template operator()<tc3::faceid::basic_mainland_id_card<Storage>>("MainlandIDCard");
    use.template operator()<tc3::faceid::basic_nigeria_driving_license<Storage>>("NigeriaDrivingLicense");
    use.template operator()<tc3::faceid::basic_nigeria_id_card<Storage>>("NigeriaIDCard");
    use.template operator()<tc3::faceid::basic_normal_card_info<Storage>>("NormalCardInfo");
    use.template operator()<tc3::faceid::basic_normal_hk_id_card<Storage>>("NormalHKIDCard");
    use.template operator()<tc3::faceid::basic_normal_indonesia_id_card<Storage>>("NormalIndonesiaIDCard");
    use.template operator()<tc3::faceid::basic_normal_ml_id_card<Storage>>("NormalMLIDCard");
    use.template operator()<tc3::faceid::basic_normal_thailand_id_card<Storage>>("NormalThailandIDCard");
    use.template operator()<tc3::faceid::basic_pakistan_driving_license<Storage>>("PakistanDrivingLicense");
    use.template operator()<tc3::faceid::basic_pakistan_id_card<Storage>>("PakistanIDCard");
    use.template operator()<tc3::faceid::basic_philippines_driving_license<Storage>>("PhilippinesDrivingLicense");
    use.template operator()<tc3::faceid::basic_philippines_sss_id<Storage>>("PhilippinesSSSID");
    use.template operator()<tc3::faceid::basic_philippines_tin_id<Storage>>("PhilippinesTinID");
    use.template operator()<tc3::faceid::basic_philippines_umid<Storage>>("PhilippinesUMID");
    use.template operator()<tc3::faceid::basic_philippines_vote_id<Storage>>("PhilippinesVoteID");
    use.template operator()<tc3::faceid::basic_singapore_id_card<Storage>>("SingaporeIDCard");
    use.template operator()<tc3::faceid::basic_taiwan_id_card<Storage>>("TaiWanIDCard");
    use.template operator()<tc3::faceid::basic_thailand_id_card<Storage>>("ThailandIDCard");
    use.template operator()<tc3::faceid::basic_file_info<Storage>>("FileInfo");
    use.template operator()<tc3::faceid::basic_encryption<Storage>>("Encryption");
    use.template operator()<tc3::faceid::basic_attack_risk_detail<Storage>>("AttackRiskDetail");
    use.template operator()<tc3::faceid::basic_extra_info<Storage>>("ExtraInfo");
    use.template operator()<tc3::faceid::basic_retrieval_liveness_extra_info<Storage>>("RetrievalLivenessExtraInfo");
    use.template operator()<tc3::faceid::basic_card_verify_result<Storage>>("CardVerifyResult");
    use.template operator()<tc3::faceid::basic_compare_result<Storage>>("CompareResult");
    use.template operator()<tc3::faceid::basic_edit_detail<Storage>>("EditDetail");
    use.template operator()<tc3::faceid::basic_ocr_result<Storage>>("OCRResult");
    use.template operator()<tc3::faceid::basic_verification_detail<Storage>>("VerificationDetail");
    use.template operator()<tc3::faceid::basic_web_verification_config_intl<Storage>>("WebVerificationConfigIntl");
}

}  // namespace support
