// SPDX-License-Identifier: MIT
// Declarations of the structs of eKYC, for headers that only mention them. Made by tools/generate.py.
#pragma once

#include <tc3/config.hpp>

namespace tc3::inline TC3_NAMESPACE::faceid {

template <class Storage>
struct basic_address;
template <class Storage>
struct basic_apply_liveness_token;
template <class Storage>
struct basic_apply_liveness_token_output;
template <class Storage>
struct basic_apply_sdk_verification_token;
template <class Storage>
struct basic_apply_sdk_verification_token_output;
template <class Storage>
struct basic_apply_web_verification_biz_token_intl;
template <class Storage>
struct basic_apply_web_verification_biz_token_intl_output;
template <class Storage>
struct basic_attack_risk_detail;
template <class Storage>
struct basic_bangladesh_id_card;
template <class Storage>
struct basic_bank_card_2e_verification;
template <class Storage>
struct basic_bank_card_2e_verification_output;
template <class Storage>
struct basic_bank_card_4e_verification;
template <class Storage>
struct basic_bank_card_4e_verification_output;
template <class Storage>
struct basic_bank_card_verification;
template <class Storage>
struct basic_bank_card_verification_output;
template <class Storage>
struct basic_card_info;
template <class Storage>
struct basic_card_verify_result;
template <class Storage>
struct basic_check_bank_card_information;
template <class Storage>
struct basic_check_bank_card_information_output;
template <class Storage>
struct basic_check_id_card_information;
template <class Storage>
struct basic_check_id_card_information_output;
template <class Storage>
struct basic_check_id_name_date;
template <class Storage>
struct basic_check_id_name_date_output;
template <class Storage>
struct basic_compare_face_liveness;
template <class Storage>
struct basic_compare_face_liveness_output;
template <class Storage>
struct basic_compare_result;
template <class Storage>
struct basic_create_upload_url;
template <class Storage>
struct basic_create_upload_url_output;
template <class Storage>
struct basic_detect_ai_fake_faces;
template <class Storage>
struct basic_detect_ai_fake_faces_output;
template <class Storage>
struct basic_detect_reflect_liveness_and_compare;
template <class Storage>
struct basic_detect_reflect_liveness_and_compare_output;
template <class Storage>
struct basic_edit_detail;
template <class Storage>
struct basic_encryption;
template <class Storage>
struct basic_extra_info;
template <class Storage>
struct basic_file_info;
template <class Storage>
struct basic_general_card;
template <class Storage>
struct basic_generate_reflect_sequence;
template <class Storage>
struct basic_generate_reflect_sequence_output;
template <class Storage>
struct basic_get_face_id_result_intl;
template <class Storage>
struct basic_get_face_id_result_intl_output;
template <class Storage>
struct basic_get_face_id_token_intl;
template <class Storage>
struct basic_get_face_id_token_intl_output;
template <class Storage>
struct basic_get_liveness_result;
template <class Storage>
struct basic_get_liveness_result_output;
template <class Storage>
struct basic_get_nfc_token;
template <class Storage>
struct basic_get_nfc_token_output;
template <class Storage>
struct basic_get_sdk_verification_result;
template <class Storage>
struct basic_get_sdk_verification_result_output;
template <class Storage>
struct basic_get_web_verification_result_intl;
template <class Storage>
struct basic_get_web_verification_result_intl_output;
template <class Storage>
struct basic_get_wx_nfc_result;
template <class Storage>
struct basic_get_wx_nfc_result_output;
template <class Storage>
struct basic_hk_id_card;
template <class Storage>
struct basic_hmt_permit;
template <class Storage>
struct basic_id_card_ocr_verification;
template <class Storage>
struct basic_id_card_ocr_verification_output;
template <class Storage>
struct basic_id_card_verification;
template <class Storage>
struct basic_id_card_verification_output;
template <class Storage>
struct basic_image_recognition;
template <class Storage>
struct basic_image_recognition_output;
template <class Storage>
struct basic_image_recognition_v2;
template <class Storage>
struct basic_image_recognition_v2_output;
template <class Storage>
struct basic_indonesia_driving_license;
template <class Storage>
struct basic_indonesia_id_card;
template <class Storage>
struct basic_international_id_passport;
template <class Storage>
struct basic_japan_id_card;
template <class Storage>
struct basic_liveness_compare;
template <class Storage>
struct basic_liveness_compare_output;
template <class Storage>
struct basic_macao_id_card;
template <class Storage>
struct basic_mainland_id_card;
template <class Storage>
struct basic_ml_id_card;
template <class Storage>
struct basic_mobile_network_time_verification;
template <class Storage>
struct basic_mobile_network_time_verification_output;
template <class Storage>
struct basic_mobile_status;
template <class Storage>
struct basic_mobile_status_output;
template <class Storage>
struct basic_nigeria_driving_license;
template <class Storage>
struct basic_nigeria_id_card;
template <class Storage>
struct basic_normal_card_info;
template <class Storage>
struct basic_normal_hk_id_card;
template <class Storage>
struct basic_normal_indonesia_id_card;
template <class Storage>
struct basic_normal_ml_id_card;
template <class Storage>
struct basic_normal_thailand_id_card;
template <class Storage>
struct basic_ocr_result;
template <class Storage>
struct basic_pakistan_driving_license;
template <class Storage>
struct basic_pakistan_id_card;
template <class Storage>
struct basic_philippines_driving_license;
template <class Storage>
struct basic_philippines_sss_id;
template <class Storage>
struct basic_philippines_tin_id;
template <class Storage>
struct basic_philippines_umid;
template <class Storage>
struct basic_philippines_vote_id;
template <class Storage>
struct basic_phone_verification;
template <class Storage>
struct basic_phone_verification_output;
template <class Storage>
struct basic_retrieval_liveness_extra_info;
template <class Storage>
struct basic_singapore_id_card;
template <class Storage>
struct basic_taiwan_id_card;
template <class Storage>
struct basic_thailand_id_card;
template <class Storage>
struct basic_verification_detail;
template <class Storage>
struct basic_video_liveness_compare;
template <class Storage>
struct basic_video_liveness_compare_output;
template <class Storage>
struct basic_web_verification_config_intl;

}  // namespace tc3::inline TC3_NAMESPACE::faceid
