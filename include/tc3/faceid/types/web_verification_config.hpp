// SPDX-License-Identifier: MIT
// Settings of the browser flow. Made by tools/generate.py from tools/faceid.json.
// Source: https://www.tencentcloud.com/document/product/1061
#pragma once

#include <tc3/core/literal.hpp>
#include <tc3/faceid/types/values.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>
#include <cstdint>

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Values of web_verification_config_intl::check_mode.
namespace web_check_mode {
inline constexpr std::int64_t document_liveness_and_comparison = 1;  ///< OCR + liveness + face comparison
inline constexpr std::int64_t liveness_and_comparison = 2;           ///< liveness + face comparison
inline constexpr std::int64_t liveness_only = 3;                     ///< liveness only
inline constexpr std::int64_t document_only = 4;                     ///< OCR only
inline constexpr literal all[] = {literal{"1"}, literal{"2"}, literal{"3"}, literal{"4"}};
}  // namespace web_check_mode

/// Values of web_verification_config_intl::id_card_type. The service may add more.
namespace web_id_card_type {
inline constexpr literal hk_id_card{"HKIDCard"};                                    ///< Hong Kong (China) ID card
inline constexpr literal ml_id_card{"MLIDCard"};                                    ///< Malaysian ID card
inline constexpr literal indonesia_id_card{"IndonesiaIDCard"};                      ///< Indonesian ID card
inline constexpr literal philippines_vote_id{"PhilippinesVoteID"};                  ///< Philippine voter ID
inline constexpr literal philippines_driving_license{"PhilippinesDrivingLicense"};  ///< Philippine driving licence
inline constexpr literal philippines_tin_id{"PhilippinesTinID"};                    ///< Philippine TIN card
inline constexpr literal philippines_sss_id{"PhilippinesSSSID"};                    ///< Philippine SSS card
inline constexpr literal philippines_umid{"PhilippinesUMID"};                       ///< Philippine UMID card
inline constexpr literal passport{"InternationalIDPassport"};                       ///< passport (HK/Macao/Taiwan regions and foreign)
inline constexpr literal thailand_id_card{"ThailandIDCard"};                        ///< Thai ID card
inline constexpr literal singapore_id_card{"SingaporeIDCard"};                      ///< Singapore ID card
inline constexpr literal mainland_id_card{"MainlandIDCard"};                        ///< Chinese mainland ID card
}  // namespace web_id_card_type

/// Values of web_verification_config_intl::language.
namespace web_language {
inline constexpr literal english{"en"};                 ///< English
inline constexpr literal thai{"th"};                    ///< Thai
inline constexpr literal simplified_chinese{"zh-cn"};   ///< Simplified Chinese
inline constexpr literal traditional_chinese{"zh-tc"};  ///< Traditional Chinese
inline constexpr literal indonesian{"id"};              ///< Indonesian
inline constexpr literal all[] = {english, thai, simplified_chinese, traditional_chinese, indonesian};
}  // namespace web_language

/// Values of web_verification_config_intl::auto_downgrade.
namespace web_auto_downgrade {
inline constexpr std::int64_t to_silent = 1;  ///< fall back to silent liveness
inline constexpr std::int64_t never = 2;      ///< never fall back
inline constexpr literal all[] = {literal{"1"}, literal{"2"}};
}  // namespace web_auto_downgrade

/// Values of web_verification_config_intl::selected_warning_codes. Text; card_warning has these codes as integers. The service may add
/// more.
namespace web_selected_warning {
inline constexpr literal document_border_incomplete_or_covered{"-9101"};  ///< document border incomplete or covered
inline constexpr literal photocopy{"-9102"};                              ///< photocopy
inline constexpr literal recaptured{"-9103"};                             ///< re-photographed / captured from a screen
inline constexpr literal digitally_edited{"-9104"};                       ///< digitally edited
inline constexpr literal glare{"-9107"};                                  ///< glare or reflection
inline constexpr literal blurred{"-9108"};                                ///< blurred
inline constexpr literal warning_capability_not_enabled{"-9109"};         ///< warning capability not enabled
}  // namespace web_selected_warning

/// Values of web_verification_config_intl::version.
namespace web_version {
inline constexpr literal basic{"BASIC"};  ///< basic tier
inline constexpr literal plus{"PLUS"};    ///< plus tier, adds LivenessInfoTag
inline constexpr literal all[] = {basic, plus};
}  // namespace web_version

/// Settings of the browser flow.
template <class Storage>
struct basic_web_verification_config_intl {
    /// Skip the start page. If unset, the service uses false. Has no effect if the flow falls back to another one.
    optional_of<Storage, bool> auto_skip_start_page = {};
    /// On success skip the result page and redirect at once. If unset, the service uses false.
    optional_of<Storage, bool> auto_skip = {};
    /// Which steps the web flow runs. See web_check_mode above. If unset, the service uses 2.
    optional_of<Storage, std::int64_t> check_mode = {};
    /// Document type for the OCR step. See web_id_card_type above. The service has added and removed kinds before.
    optional_text<Storage> id_card_type = {};
    /// Turn off document warnings. If unset, the service uses false.
    optional_of<Storage, bool> disable_check_ocr_warnings = {};
    /// Liveness mode. See security_level in types/values.hpp. If unset, the service uses 3.
    optional_of<Storage, std::int64_t> security_level = {};
    /// Skip the privacy consent page. If unset, the service uses false.
    optional_of<Storage, bool> skip_privacy_policy = {};
    /// Return the cropped document image instead of the original. If unset, the service uses false.
    optional_of<Storage, bool> id_card_cut_return = {};
    /// Front-end theme colour. If unset, the service uses "#2d72f1". #rrggbb; the service replaces a bad value by the default.
    optional_text<Storage> theme_color = {};
    /// Page language. See web_language above. If unset, the service uses "en".
    optional_text<Storage> language = {};
    /// Fallback when real-time capture is not possible. See web_auto_downgrade above. If unset, the service uses 1.
    optional_of<Storage, std::int64_t> auto_downgrade = {};
    /// Motions to ask for. If unset, the service uses "blink". One or two of blink, mouth, nod, shake, separated by a comma: 'blink,mouth'.
    /// If SecurityLevel is neither 2 nor 4 (the manual also mentions 5), the call fails.
    optional_text<Storage> action_list = {};
    /// Liveness attempts allowed. If unset, the service uses 99. From 1 to 99.
    optional_of<Storage, std::int64_t> liveness_retry_limit = {};
    /// Liveness timeout in seconds. If unset, the service uses 45. From 0 to 600.
    optional_of<Storage, std::uint64_t> liveness_timeout = {};
    /// Document warnings that stop the flow, separated by commas; empty means all. See web_selected_warning above. In
    /// ApplySdkVerificationToken it is a list of numbers. Has an effect only if DisableCheckOcrWarnings is false.
    optional_text<Storage> selected_warning_codes = {};
    /// Let an expired HK ID card continue to liveness. If unset, the service uses true. HK ID cards only.
    optional_of<Storage, bool> allow_expired_document = {};
    /// Service tier. See web_version above. If unset, the service uses "BASIC".
    optional_text<Storage> version = {};
};

using web_verification_config_intl = basic_web_verification_config_intl<owning>;

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_web_verification_config_intl<Storage>> = [] {
    using self = faceid::basic_web_verification_config_intl<Storage>;
    return field_table{
        field_at_offset<decltype(self::auto_skip_start_page)>("AutoSkipStartPage", offsetof(self, auto_skip_start_page))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::auto_skip)>("AutoSkip", offsetof(self, auto_skip)).marked(sensitivity::open),
        field_at_offset<decltype(self::check_mode)>("CheckMode", offsetof(self, check_mode))
            .marked(sensitivity::open)
            .limited(one_of<faceid::web_check_mode::all>),
        field_at_offset<decltype(self::id_card_type)>("IDCardType", offsetof(self, id_card_type)).marked(sensitivity::open),
        field_at_offset<decltype(self::disable_check_ocr_warnings)>("DisableCheckOcrWarnings", offsetof(self, disable_check_ocr_warnings))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::security_level)>("SecurityLevel", offsetof(self, security_level))
            .marked(sensitivity::open)
            .limited(one_of<faceid::security_level::all>),
        field_at_offset<decltype(self::skip_privacy_policy)>("SkipPrivacyPolicy", offsetof(self, skip_privacy_policy))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::id_card_cut_return)>("IdCardCutReturn", offsetof(self, id_card_cut_return))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::theme_color)>("ThemeColor", offsetof(self, theme_color)).marked(sensitivity::open),
        field_at_offset<decltype(self::language)>("Language", offsetof(self, language))
            .marked(sensitivity::open)
            .limited(one_of<faceid::web_language::all>),
        field_at_offset<decltype(self::auto_downgrade)>("AutoDowngrade", offsetof(self, auto_downgrade))
            .marked(sensitivity::open)
            .limited(one_of<faceid::web_auto_downgrade::all>),
        field_at_offset<decltype(self::action_list)>("ActionList", offsetof(self, action_list)).marked(sensitivity::open),
        field_at_offset<decltype(self::liveness_retry_limit)>("LivenessRetryLimit", offsetof(self, liveness_retry_limit))
            .marked(sensitivity::open)
            .limited(between<1, 99>),
        field_at_offset<decltype(self::liveness_timeout)>("LivenessTimeout", offsetof(self, liveness_timeout))
            .marked(sensitivity::open)
            .limited(between<0, 600>),
        field_at_offset<decltype(self::selected_warning_codes)>("SelectedWarningCodes", offsetof(self, selected_warning_codes))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::allow_expired_document)>("AllowExpiredDocument", offsetof(self, allow_expired_document))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::version)>("Version", offsetof(self, version))
            .marked(sensitivity::open)
            .limited(one_of<faceid::web_version::all>),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE
