// SPDX-License-Identifier: MIT
// ApplySdkVerificationToken: starts an SDK identity verification (document and face) and returns its token. Made by tools/generate.py from
// tools/faceid.json.
#pragma once

#include <tc3/core/literal.hpp>
#include <tc3/faceid/service.hpp>
#include <tc3/faceid/types/values.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/borrowed.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>
#include <cstdint>

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Values of apply_sdk_verification_token::check_mode.
namespace sdk_check_mode {
inline constexpr std::int64_t document_liveness_and_comparison = 1;  ///< OCR + liveness + face comparison
inline constexpr std::int64_t liveness_and_comparison = 2;           ///< liveness + face comparison
inline constexpr std::int64_t liveness_only = 3;                     ///< liveness only
inline constexpr literal all[] = {literal{"1"}, literal{"2"}, literal{"3"}};
}  // namespace sdk_check_mode

/// Values of apply_sdk_verification_token::id_card_type. The service may add more.
namespace sdk_id_card_type {
/// Hong Kong (China) ID card.
inline constexpr literal hk_id_card{"HK"};
/// Malaysian ID card.
inline constexpr literal ml_id_card{"ML"};
/// Indonesian ID card.
inline constexpr literal indonesia_id_card{"IndonesiaIDCard"};
/// Philippine voter ID.
inline constexpr literal philippines_vote_id{"PhilippinesVoteID"};
/// Philippine driving licence.
inline constexpr literal philippines_driving_license{"PhilippinesDrivingLicense"};
/// Philippine TIN card.
inline constexpr literal philippines_tin_id{"PhilippinesTinID"};
/// Philippine SSS card.
inline constexpr literal philippines_sss_id{"PhilippinesSSSID"};
/// Philippine UMID card.
inline constexpr literal philippines_umid{"PhilippinesUMID"};
/// Passport (HK/Macao/Taiwan regions and foreign).
inline constexpr literal passport{"MLIDPassport"};
/// Thai ID card.
inline constexpr literal thailand_id_card{"ThailandIDCard"};
/// Chinese mainland ID card.
inline constexpr literal mainland_id_card{"MainlandIDCard"};
/// Singapore ID card.
inline constexpr literal singapore_id_card{"SingaporeIDCard"};
/// Mainland travel permit for HK/Macao/Taiwan residents.
inline constexpr literal hmt_permit{"HMTPermit"};
}  // namespace sdk_id_card_type

/// Values of apply_sdk_verification_token::selected_warning_codes.
namespace sdk_selected_warning {
inline constexpr std::int64_t border_incomplete_or_covered = -9101;  ///< covered / incomplete border
inline constexpr std::int64_t photocopy = -9102;                     ///< photocopy
inline constexpr std::int64_t screen_capture = -9103;                ///< screen capture
inline constexpr std::int64_t edited_image = -9104;                  ///< edited image
inline constexpr std::int64_t glare = -9107;                         ///< glare
inline constexpr std::int64_t blurred = -9108;                       ///< blurred
inline constexpr std::int64_t other_warnings = -9901;                ///< other warnings
inline constexpr literal all[] = {
    literal{"-9101"}, literal{"-9102"}, literal{"-9103"}, literal{"-9104"}, literal{"-9107"}, literal{"-9108"}, literal{"-9901"},
};
}  // namespace sdk_selected_warning

/// Parameters of ApplySdkVerificationToken. At most 20 calls per second. Requires a region: ap-bangkok, ap-hongkong, ap-jakarta,
/// ap-singapore, sa-saopaulo. Safe to repeat. CompareImage is required if CheckMode is 2. ActionList is allowed only if SecurityLevel is 2
/// or 4. AllowUploadPhoto and EnableForgeryDetectionImages exclude each other. Read the result with GetSdkVerificationResult.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_apply_sdk_verification_token {
    /// Which steps the SDK flow runs. See sdk_check_mode above. If unset, the service uses 1.
    optional_of<Storage, std::int64_t> check_mode = {};
    /// Liveness mode. See security_level in types/values.hpp. If unset, the service uses 4.
    optional_of<Storage, std::int64_t> security_level = {};
    /// Document type for the OCR step. See sdk_id_card_type above. If unset, the service uses "HK". The service has added and removed kinds
    /// before.
    optional_text<Storage> id_card_type = {};
    /// Base64 face photo to compare with. Required if CheckMode is 2. Biometric data.
    optional_binary<Storage> compare_image = {};
    /// Old switch for document authentication. Disabled by the service, although the manual still describes it.
    optional_of<Storage, bool> need_verify_id_card = {};
    /// Forbid the user from editing the OCR result. If unset, the service uses false. According to the manual, it has no effect at present.
    optional_of<Storage, bool> disable_change_ocr_result = {};
    /// Turn off document warnings; a warning that is on blocks the OCR result. If unset, the service uses false. Only for HK and Malaysian
    /// ID cards and passports.
    optional_of<Storage, bool> disable_check_ocr_warnings = {};
    /// Document warnings that stop the flow; empty means all. See sdk_selected_warning above. A list of numbers; in
    /// WebVerificationConfigIntl it is text, separated by commas.
    optional_list<Storage, std::int64_t> selected_warning_codes = {};
    /// Text of yours that the result action returns. At most 1024 bytes. Personal data.
    optional_text<Storage> extra = {};
    /// Service tier. See sdk_version in types/values.hpp. If unset, the service uses "BASIC".
    optional_text<Storage> sdk_version = {};
    /// Motions to ask for. If unset, the service uses "blink". One or two of blink, mouth, nod, shake, separated by a comma: 'blink,mouth'.
    /// If SecurityLevel is neither 2 nor 4, the call fails.
    optional_text<Storage> action_list = {};
    /// Let an expired HK ID card continue to liveness. If unset, the service uses true. HK ID cards only.
    optional_of<Storage, bool> allow_expired_document = {};
    /// Hide the final result page. If unset, the service uses false.
    optional_of<Storage, bool> skip_result_page = {};
    /// OCR fields to show to the user; empty shows all. The allowed names depend on IdCardType; see namespace ocr_display_fields.
    optional_list<Storage, text_of<Storage>> card_ocr_display_fields = {};
    /// Liveness attempts allowed. If unset, the service uses 5. From 1 to 5.
    optional_of<Storage, std::int64_t> retry_limit = {};
    /// Multi-image anti-forgery for single-angle document capture. If unset, the service uses false.
    optional_of<Storage, bool> enable_forgery_detection_images = {};
    /// Encrypted metadata from the app SDK; base64 text, to be sent unchanged. Secret.
    optional_text<Storage> meta_data = {};
    /// Hide the launch page. If unset, the service uses false.
    optional_of<Storage, bool> skip_launch_page = {};
    /// Hide the page that confirms OCR data. If unset, the service uses false.
    optional_of<Storage, bool> skip_ocr_confirm_page = {};
    /// Hide the top progress bar on all pages. If unset, the service uses false.
    optional_of<Storage, bool> hide_progress_bar = {};
    /// Allow an album photo in the document step. If unset, the service uses false.
    optional_of<Storage, bool> allow_upload_photo = {};
};

/// Output of ApplySdkVerificationToken. A field that is absent or null is unset, as is a number that is sent as "".
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_apply_sdk_verification_token_output {
    /// Token for one SDK identity verification, for GetSdkVerificationResult. Start the session within 10 minutes. The result is readable
    /// for 3 days. Secret.
    optional_text<Storage> sdk_token = {};
    /// Encrypted parameters for the app SDK; base64 text, to be passed on unchanged. Secret.
    optional_text<Storage> server_param_info = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using apply_sdk_verification_token = basic_apply_sdk_verification_token<owning>;
using apply_sdk_verification_token_output = basic_apply_sdk_verification_token_output<owning>;

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

template <class Storage>
inline constexpr action action_of<faceid::basic_apply_sdk_verification_token<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "ApplySdkVerificationToken",
    .host = faceid::host,
    .calls_per_second = 20,
    .repeat = repeat_safety::harmless,
};

template <class Storage>
struct output_of<faceid::basic_apply_sdk_verification_token<Storage>> {
    using type = faceid::basic_apply_sdk_verification_token_output<Storage>;
};

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_apply_sdk_verification_token<Storage>> = [] {
    using self = faceid::basic_apply_sdk_verification_token<Storage>;
    return field_table{
        field_at_offset<decltype(self::check_mode)>("CheckMode", offsetof(self, check_mode))
            .marked(sensitivity::open)
            .limited(one_of<faceid::sdk_check_mode::all>),
        field_at_offset<decltype(self::security_level)>("SecurityLevel", offsetof(self, security_level))
            .marked(sensitivity::open)
            .limited(one_of<faceid::security_level::all>),
        field_at_offset<decltype(self::id_card_type)>("IdCardType", offsetof(self, id_card_type)).marked(sensitivity::open),
        field_at_offset<decltype(self::compare_image)>("CompareImage", offsetof(self, compare_image)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::need_verify_id_card)>("NeedVerifyIdCard", offsetof(self, need_verify_id_card))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::disable_change_ocr_result)>("DisableChangeOcrResult", offsetof(self, disable_change_ocr_result))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::disable_check_ocr_warnings)>("DisableCheckOcrWarnings", offsetof(self, disable_check_ocr_warnings))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::selected_warning_codes)>("SelectedWarningCodes", offsetof(self, selected_warning_codes))
            .marked(sensitivity::open)
            .limited(one_of<faceid::sdk_selected_warning::all>),
        field_at_offset<decltype(self::extra)>("Extra", offsetof(self, extra)).marked(sensitivity::personal).limited(text_size<0, 1024>),
        field_at_offset<decltype(self::sdk_version)>("SdkVersion", offsetof(self, sdk_version))
            .marked(sensitivity::open)
            .limited(one_of<faceid::sdk_version::all>),
        field_at_offset<decltype(self::action_list)>("ActionList", offsetof(self, action_list)).marked(sensitivity::open),
        field_at_offset<decltype(self::allow_expired_document)>("AllowExpiredDocument", offsetof(self, allow_expired_document))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::skip_result_page)>("SkipResultPage", offsetof(self, skip_result_page)).marked(sensitivity::open),
        field_at_offset<decltype(self::card_ocr_display_fields)>("CardOcrDisplayFields", offsetof(self, card_ocr_display_fields))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::retry_limit)>("RetryLimit", offsetof(self, retry_limit))
            .marked(sensitivity::open)
            .limited(between<1, 5>),
        field_at_offset<decltype(self::enable_forgery_detection_images)>("EnableForgeryDetectionImages",
                                                                         offsetof(self, enable_forgery_detection_images))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::meta_data)>("MetaData", offsetof(self, meta_data)).marked(sensitivity::secret),
        field_at_offset<decltype(self::skip_launch_page)>("SkipLaunchPage", offsetof(self, skip_launch_page)).marked(sensitivity::open),
        field_at_offset<decltype(self::skip_ocr_confirm_page)>("SkipOcrConfirmPage", offsetof(self, skip_ocr_confirm_page))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::hide_progress_bar)>("HideProgressBar", offsetof(self, hide_progress_bar)).marked(sensitivity::open),
        field_at_offset<decltype(self::allow_upload_photo)>("AllowUploadPhoto", offsetof(self, allow_upload_photo))
            .marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_apply_sdk_verification_token_output<Storage>> = [] {
    using self = faceid::basic_apply_sdk_verification_token_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::sdk_token)>("SdkToken", offsetof(self, sdk_token)).marked(sensitivity::secret),
        field_at_offset<decltype(self::server_param_info)>("ServerParamInfo", offsetof(self, server_param_info))
            .marked(sensitivity::secret),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

#if defined(TC3_INSTANTIATED)
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_apply_sdk_verification_token<owning>>() noexcept;
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_apply_sdk_verification_token<borrowed>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_apply_sdk_verification_token_output<owning>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_apply_sdk_verification_token_output<borrowed>>() noexcept;
#endif

}  // namespace tc3::inline TC3_NAMESPACE
