// SPDX-License-Identifier: MIT
// Values that several headers need: literals, and tables of what codes mean. Made by tools/generate.py from tools/faceid.json.
// Source: https://www.tencentcloud.com/document/product/1061
#pragma once

#include <tc3/core/literal.hpp>
#include <tc3/faceid/types/result_code.hpp>

#include <cstdint>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Values of CompareResult.CompareErrorCode, CompareResult.ErrorCode, CompareResult.LiveErrorCode, GetFaceIdResultIntl.Result,
/// GetLivenessResult.Result, GetSdkVerificationResult.Result. The service may add more.
namespace sdk_result {
inline constexpr literal passed{"0"};                                     ///< passed
inline constexpr literal liveness_engine_call_failed{"1001"};             ///< liveness engine call failed
inline constexpr literal recording_looks_spoofed{"1002"};                 ///< recording looks spoofed
inline constexpr literal face_detection_failed{"1004"};                   ///< face detection failed
inline constexpr literal liveness_check_failed{"1005"};                   ///< liveness check failed
inline constexpr literal too_dark_or_over_exposed{"1201"};                ///< too dark or over-exposed
inline constexpr literal submitted_image_too_large_or_too_small{"2004"};  ///< submitted image too large or too small
inline constexpr literal more_than_one_face{"2012"};                      ///< more than one face
inline constexpr literal no_face{"2013"};                                 ///< no face, or face incomplete
inline constexpr literal image_resolution_or_quality_too_low{"2014"};     ///< image resolution or quality too low
inline constexpr literal face_comparison_failed{"2015"};                  ///< face comparison failed
inline constexpr literal similarity_under_the_pass_threshold{"2016"};     ///< similarity under the pass threshold
inline constexpr literal face_is_covered{"2017"};                         ///< face is covered
inline constexpr literal not_finished{"-999"};                            ///< not finished yet
/// What each code means.
inline constexpr result_code all[] = {
    {"0", "passed", billing::billed},
    {"1001", "liveness engine call failed", billing::free, error_category::service},
    {"1002", "recording looks spoofed", billing::billed},
    {"1004", "face detection failed", billing::unknown},
    {"1005", "liveness check failed", billing::billed},
    {"1201", "too dark or over-exposed", billing::billed},
    {"2004", "submitted image too large or too small", billing::unknown, error_category::request},
    {"2012", "more than one face", billing::unknown},
    {"2013", "no face, or face incomplete", billing::unknown},
    {"2014", "image resolution or quality too low", billing::unknown},
    {"2015", "face comparison failed", billing::unknown},
    {"2016", "similarity under the pass threshold", billing::unknown},
    {"2017", "face is covered", billing::billed},
    {"-999", "not finished yet", billing::unknown, error_category::unknown},
};
/// The codes that mean passed.
inline constexpr std::string_view passed_codes[] = {"0"};
}  // namespace sdk_result

/// Values of GetWebVerificationResult.ErrorCode, GetWebVerificationResultIntl.ErrorCode, VerificationDetail.CompareErrorCode,
/// VerificationDetail.ErrorCode, VerificationDetail.LivenessErrorCode. The service may add more.
namespace web_result {
inline constexpr std::int64_t passed = 0;                               ///< passed
inline constexpr std::int64_t invalid_parameter = 1;                    ///< invalid parameter
inline constexpr std::int64_t incorrect_parameter_value = 2;            ///< incorrect parameter value
inline constexpr std::int64_t bad_service_request = 3;                  ///< bad service request
inline constexpr std::int64_t internal_error = 4;                       ///< internal error
inline constexpr std::int64_t internal_error_in_file_store = 8;         ///< internal error (file store)
inline constexpr std::int64_t internal_error_in_file_format = 9;        ///< internal error (file format)
inline constexpr std::int64_t internal_error_in_file_system = 10;       ///< internal error (file system)
inline constexpr std::int64_t internal_timeout_in_file_system = 11;     ///< internal error (file system timeout)
inline constexpr std::int64_t verification_already_done = 14;           ///< verification already done
inline constexpr std::int64_t token_expired = 15;                       ///< token expired
inline constexpr std::int64_t attempts_used_up = 16;                    ///< attempts used up
inline constexpr std::int64_t verification_not_finished = 17;           ///< verification not finished
inline constexpr std::int64_t video_not_obtained = 202;                 ///< video not obtained
inline constexpr std::int64_t liveness_engine_call_failed = 1001;       ///< liveness engine call failed
inline constexpr std::int64_t recording_looks_spoofed = 1002;           ///< recording looks spoofed
inline constexpr std::int64_t live_person_check_failed = 1003;          ///< live-person check failed
inline constexpr std::int64_t face_detection_failed = 1004;             ///< face detection failed
inline constexpr std::int64_t liveness_not_passed = 1005;               ///< liveness not passed
inline constexpr std::int64_t no_sound = 1101;                          ///< no sound
inline constexpr std::int64_t face_not_fully_visible = 1102;            ///< face not fully visible
inline constexpr std::int64_t speech_not_recognised = 1103;             ///< speech not recognised
inline constexpr std::int64_t video_format_wrong = 1104;                ///< video format wrong
inline constexpr std::int64_t video_could_not_be_pulled = 1105;         ///< video could not be pulled
inline constexpr std::int64_t sound_too_quiet = 1106;                   ///< sound too quiet
inline constexpr std::int64_t video_empty_or_of_wrong_length = 1107;    ///< video empty or of wrong length
inline constexpr std::int64_t video_definition_too_low = 1108;          ///< video definition too low
inline constexpr std::int64_t lip_movement_too_small = 1109;            ///< lip movement too small
inline constexpr std::int64_t too_dark = 1201;                          ///< too dark
inline constexpr std::int64_t too_bright = 1202;                        ///< too bright
inline constexpr std::int64_t face_too_near = 1203;                     ///< face too near
inline constexpr std::int64_t face_too_far_right = 1204;                ///< face too far right
inline constexpr std::int64_t face_too_far_away = 1205;                 ///< face too far away
inline constexpr std::int64_t face_too_far_left = 1206;                 ///< face too far left
inline constexpr std::int64_t no_eye_closing = 1207;                    ///< no eye closing
inline constexpr std::int64_t first_motion_missing = 1208;              ///< first motion missing
inline constexpr std::int64_t no_mouth_opening = 1209;                  ///< no mouth opening
inline constexpr std::int64_t no_complete_face = 1210;                  ///< no complete face
inline constexpr std::int64_t silent_check_failed = 1301;               ///< live-person check failed (silent mode)
inline constexpr std::int64_t live_person_score_under_the_mark = 1302;  ///< live-person score under the mark
inline constexpr std::int64_t video_too_short = 1303;                   ///< video too short (needs more than 2 s)
inline constexpr std::int64_t reflected_light_check_failed = 1401;      ///< reflected-light check failed
inline constexpr std::int64_t timed_out = 1409;                         ///< timed out
inline constexpr std::int64_t user_left = 1410;                         ///< user left
inline constexpr std::int64_t comparison_engine_call_failed = 2001;     ///< comparison engine call failed
inline constexpr std::int64_t image_too_large_or_too_small = 2004;      ///< image too large or too small
inline constexpr std::int64_t image_resolution_too_low = 2009;          ///< image resolution too low
inline constexpr std::int64_t no_frame_for_comparison = 2010;           ///< no frame for comparison
inline constexpr std::int64_t live_person_comparison_failed = 2011;     ///< live-person comparison failed
inline constexpr std::int64_t more_than_one_face = 2012;                ///< more than one face
inline constexpr std::int64_t face_incomplete = 2013;                   ///< no face, or face incomplete
inline constexpr std::int64_t image_quality_too_low = 2014;             ///< image resolution or quality too low
inline constexpr std::int64_t comparison_failed = 2015;                 ///< comparison failed
inline constexpr std::int64_t similarity_under_the_mark = 2016;         ///< similarity under the mark
/// What each code means.
inline constexpr result_code all[] = {
    {"0", "passed", billing::billed},
    {"1", "invalid parameter", billing::free, error_category::request},
    {"2", "incorrect parameter value", billing::free, error_category::request},
    {"3", "bad service request", billing::free, error_category::service},
    {"4", "internal error", billing::free, error_category::service},
    {"8", "internal error (file store)", billing::free, error_category::service},
    {"9", "internal error (file format)", billing::free, error_category::service},
    {"10", "internal error (file system)", billing::free, error_category::service},
    {"11", "internal error (file system timeout)", billing::free, error_category::service},
    {"14", "verification already done", billing::free, error_category::request},
    {"15", "token expired", billing::free, error_category::request},
    {"16", "attempts used up", billing::free, error_category::quota},
    {"17", "verification not finished", billing::unknown, error_category::unknown},
    {"202", "video not obtained", billing::free, error_category::unknown},
    {"1001", "liveness engine call failed", billing::free, error_category::service},
    {"1002", "recording looks spoofed", billing::free},
    {"1003", "live-person check failed", billing::free},
    {"1004", "face detection failed", billing::free},
    {"1005", "liveness not passed", billing::free},
    {"1101", "no sound", billing::free},
    {"1102", "face not fully visible", billing::free},
    {"1103", "speech not recognised", billing::free},
    {"1104", "video format wrong", billing::free, error_category::request},
    {"1105", "video could not be pulled", billing::free, error_category::service},
    {"1106", "sound too quiet", billing::free},
    {"1107", "video empty or of wrong length", billing::free, error_category::request},
    {"1108", "video definition too low", billing::free},
    {"1109", "lip movement too small", billing::free},
    {"1201", "too dark", billing::free},
    {"1202", "too bright", billing::unknown},
    {"1203", "face too near", billing::unknown},
    {"1204", "face too far right", billing::unknown},
    {"1205", "face too far away", billing::unknown},
    {"1206", "face too far left", billing::unknown},
    {"1207", "no eye closing", billing::unknown},
    {"1208", "first motion missing", billing::unknown},
    {"1209", "no mouth opening", billing::unknown},
    {"1210", "no complete face", billing::unknown},
    {"1301", "live-person check failed (silent mode)", billing::unknown},
    {"1302", "live-person score under the mark", billing::unknown},
    {"1303", "video too short (needs more than 2 s)", billing::unknown, error_category::request},
    {"1401", "reflected-light check failed", billing::unknown},
    {"1409", "timed out", billing::free, error_category::request},
    {"1410", "user left", billing::free, error_category::request},
    {"2001", "comparison engine call failed", billing::unknown, error_category::service},
    {"2004", "image too large or too small", billing::unknown, error_category::request},
    {"2009", "image resolution too low", billing::unknown},
    {"2010", "no frame for comparison", billing::unknown},
    {"2011", "live-person comparison failed", billing::unknown},
    {"2012", "more than one face", billing::unknown},
    {"2013", "no face, or face incomplete", billing::unknown},
    {"2014", "image resolution or quality too low", billing::unknown},
    {"2015", "comparison failed", billing::unknown},
    {"2016", "similarity under the mark", billing::unknown},
};
/// The codes that mean passed.
inline constexpr std::string_view passed_codes[] = {"0"};
}  // namespace web_result

/// Values of CheckIdCardInformation.Result, CompareFaceLiveness.Result, DetectReflectLivenessAndCompare.Result, ImageRecognition.Result,
/// ImageRecognitionV2.Result, LivenessCompare.Result, VideoLivenessCompare.Result. The service may add more.
namespace pure_api_result {
/// Passed.
inline constexpr literal passed{"Success"};
/// Live, but not the same person: the similarity is under 70.
inline constexpr literal low_similarity{"FailedOperation.CompareLowSimilarity"};
/// A document warning, see Warnings.
inline constexpr literal document_warning{"FailedOperation.OcrWarningOccurred"};
/// What each code means.
inline constexpr result_code all[] = {
    {"Success", "passed", billing::billed},
    {"FailedOperation.CompareLowSimilarity", "live, but not the same person: the similarity is under 70", billing::billed},
    {"FailedOperation.OcrWarningOccurred", "a document warning, see Warnings", billing::unknown},
};
/// The codes that mean passed.
inline constexpr std::string_view passed_codes[] = {"Success"};
}  // namespace pure_api_result

/// Values of CardVerifyResult.WarnCardInfos, OCRResult.WarnCardInfos. Integers, which the manual spells with and without a minus sign;
/// web_selected_warning has these codes as text. The service may add more.
namespace card_warning {
inline constexpr std::int64_t document_border_incomplete_or_covered = -9101;  ///< document border incomplete or covered
inline constexpr std::int64_t photocopy = -9102;                              ///< photocopy
inline constexpr std::int64_t recaptured = -9103;                             ///< re-photographed / captured from a screen
inline constexpr std::int64_t digitally_edited = -9104;                       ///< digitally edited
inline constexpr std::int64_t glare = -9107;                                  ///< glare or reflection
inline constexpr std::int64_t blurred = -9108;                                ///< blurred
inline constexpr std::int64_t warning_capability_not_enabled = -9109;         ///< warning capability not enabled
/// Returns a code with a minus sign, as the values above have it. The service may send it without one.
[[nodiscard]] constexpr std::int64_t with_minus_sign(std::int64_t code) noexcept { return code > 0 ? -code : code; }
/// Returns the meaning of a code, with or without its minus sign; "" for a code that is not known.
[[nodiscard]] constexpr std::string_view describe(std::int64_t code) noexcept {
    switch (with_minus_sign(code)) {
        case document_border_incomplete_or_covered: return "document border incomplete or covered";
        case photocopy: return "photocopy";
        case recaptured: return "re-photographed / captured from a screen";
        case digitally_edited: return "digitally edited";
        case glare: return "glare or reflection";
        case blurred: return "blurred";
        case warning_capability_not_enabled: return "warning capability not enabled";
        default: return "";
    }
}
}  // namespace card_warning

/// Values of CompareResult.LivenessInfoTag, GetFaceIdResultIntl.LivenessInfoTag. The service may add more.
namespace sdk_liveness_tag {
inline constexpr literal eyes_stayed_closed{"01"};              ///< eyes stayed closed
inline constexpr literal required_action_not_done{"02"};        ///< required action not done
inline constexpr literal photo_replay_suspected{"03"};          ///< photo replay suspected
inline constexpr literal synthetic_image_suspected{"04"};       ///< synthetic image suspected
inline constexpr literal synthetic_video_suspected{"05"};       ///< synthetic video suspected
inline constexpr literal synthetic_action_suspected{"06"};      ///< synthetic action suspected
inline constexpr literal known_fraud_template_suspected{"07"};  ///< known fraud template suspected
inline constexpr literal watermark_suspected{"08"};             ///< watermark suspected
inline constexpr literal reflected_light_check_failed{"09"};    ///< reflected-light check failed
inline constexpr literal face_check_failed{"10"};               ///< face check failed
inline constexpr literal poor_face_quality{"11"};               ///< poor face quality
inline constexpr literal capture_quality_not_acceptable{"12"};  ///< capture quality not acceptable
inline constexpr literal adversarial_sample_suspected{"13"};    ///< adversarial sample suspected
}  // namespace sdk_liveness_tag

/// Values of ApplySdkVerificationToken.SecurityLevel, WebVerificationConfigIntl.SecurityLevel. Integers; secure_level has these modes as
/// text.
namespace security_level {
inline constexpr std::int64_t silent = 1;            ///< silent / video based
inline constexpr std::int64_t motion = 2;            ///< motion
inline constexpr std::int64_t light = 3;             ///< reflected light
inline constexpr std::int64_t motion_and_light = 4;  ///< motion plus reflected light (strictest)
inline constexpr literal all[] = {literal{"1"}, literal{"2"}, literal{"3"}, literal{"4"}};
}  // namespace security_level

/// Values of ApplyLivenessToken.SecureLevel, GenerateReflectSequence.SecurityLevel, GetFaceIdTokenIntl.SecureLevel. Text; security_level
/// has these modes as integers.
namespace secure_level {
inline constexpr literal silent{"1"};            ///< silent (no user action)
inline constexpr literal motion{"2"};            ///< motion/blink
inline constexpr literal light{"3"};             ///< reflected light
inline constexpr literal motion_and_light{"4"};  ///< motion plus reflected light (strictest)
inline constexpr literal all[] = {silent, motion, light, motion_and_light};
}  // namespace secure_level

/// Values of ApplySdkVerificationToken.SdkVersion, GetFaceIdTokenIntl.SdkVersion.
namespace sdk_version {
inline constexpr literal basic{"BASIC"};        ///< basic tier
inline constexpr literal enhanced{"ENHANCED"};  ///< adds device risk level (DeviceInfoLevel)
inline constexpr literal pro{"PRO"};            ///< adds attack-type tags (LivenessInfoTag)
inline constexpr literal plus{"PLUS"};          ///< adds both device risk level and attack-type tags
inline constexpr literal all[] = {basic, enhanced, pro, plus};
}  // namespace sdk_version

/// Values of BankCard4EVerification.CertType, BankCardVerification.CertType.
namespace bank_card_cert_type {
inline constexpr std::int64_t mainland_id_card = 0;  ///< mainland ID card
inline constexpr literal all[] = {literal{"0"}};
}  // namespace bank_card_cert_type

/// Values of GetFaceIdResultIntl.DeviceInfoLevel, GetSdkVerificationResult.DeviceInfoLevel. The risk of the device. The service may add
/// more.
namespace device_info_level {
inline constexpr literal secure{"1"};       ///< secure
inline constexpr literal low{"2"};          ///< low risk
inline constexpr literal medium{"3"};       ///< medium risk
inline constexpr literal high{"4"};         ///< high risk
inline constexpr literal not_obtained{""};  ///< not obtained
}  // namespace device_info_level

/// Values of IdCardOCRVerification.Result, IdCardVerification.Result. The service may add more.
namespace id_card_result {
inline constexpr literal match{"0"};                            ///< match
inline constexpr literal no_match{"-1"};                        ///< no match
inline constexpr literal id_number_malformed{"-2"};             ///< ID number malformed
inline constexpr literal name_malformed{"-3"};                  ///< name malformed
inline constexpr literal document_library_fault{"-4"};          ///< document library fault
inline constexpr literal no_record{"-5"};                       ///< no record
inline constexpr literal authority_system_under_upgrade{"-6"};  ///< authority system under upgrade
inline constexpr literal daily_attempts_used_up{"-7"};          ///< daily attempts used up
/// What each code means.
inline constexpr result_code all[] = {
    {"0", "match", billing::billed},
    {"-1", "no match", billing::billed},
    {"-2", "ID number malformed", billing::free, error_category::request},
    {"-3", "name malformed", billing::free, error_category::request},
    {"-4", "document library fault", billing::free, error_category::service},
    {"-5", "no record", billing::free},
    {"-6", "authority system under upgrade", billing::free, error_category::service},
    {"-7", "daily attempts used up", billing::free, error_category::quota},
};
/// The codes that mean passed.
inline constexpr std::string_view passed_codes[] = {"0"};
}  // namespace id_card_result

/// Values of LivenessCompare.LivenessType, VideoLivenessCompare.LivenessType.
namespace liveness_type {
inline constexpr literal spoken_digits{"LIP"};  ///< spoken digits
inline constexpr literal action{"ACTION"};      ///< motion
inline constexpr literal silent{"SILENT"};      ///< silent
inline constexpr literal all[] = {spoken_digits, action, silent};
}  // namespace liveness_type

}  // namespace tc3::inline TC3_NAMESPACE::faceid
