// SPDX-License-Identifier: MIT
// ApplyWebVerificationBizTokenIntl: start a browser verification and get its token and URL. Made by tools/generate.py from
// tools/faceid.json; manual: https://www.tencentcloud.com/document/product/1061
#pragma once

#include <tc3/faceid/service.hpp>
#include <tc3/faceid/types/web_verification_config.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>

namespace tc3::inline v0_1::faceid {

/// The question. 20 calls a second. Needs a region, one of ap-bangkok, ap-hongkong, ap-jakarta, ap-singapore, sa-saopaulo. Asking twice
/// does no harm. Config.ActionList only when Config.SecurityLevel is 2, 4 or 5. CompareImageBase64 is in practice needed for
/// Config.CheckMode 2, the default (inferred). What came of it: GetWebVerificationResultIntl.
template <class Storage>
struct basic_apply_web_verification_biz_token_intl {
    /// Where the browser goes after the flow; '?token={BizToken}' is appended. Required. Absolute URL with scheme, host and path. Personal.
    typename Storage::text redirect_url = {};
    /// Base64 face photo to compare with, no data-URI prefix. At most 8 MB of base64. Needed when Config.CheckMode is 2, which is the
    /// default. Biometric.
    typename Storage::template optional<typename Storage::binary> compare_image_base64 = {};
    /// Opaque passthrough returned by GetWebVerificationResultIntl. At most 1000 bytes. Personal.
    typename Storage::template optional<typename Storage::text> extra = {};
    /// Business flow id created in the console.
    typename Storage::template optional<typename Storage::text> rule_id = {};
    /// Page and flow settings.
    typename Storage::template nested<basic_web_verification_config_intl<Storage>> config = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset.
template <class Storage>
struct basic_apply_web_verification_biz_token_intl_output {
    /// Old spelling of the browser URL. Older text: 7200 s. Switched off in the API, still described. Secret.
    typename Storage::template optional<typename Storage::text> verification_url_legacy = {};
    /// Token for one web verification; later passed to GetWebVerificationResultIntl. Start within 10 minutes (7200 s before 2025-09);
    /// result readable for 3 days (259200 s). Secret.
    typename Storage::template optional<typename Storage::text> biz_token = {};
    /// URL to open in the user's browser; carries the token in its query. Secret.
    typename Storage::template optional<typename Storage::text> verification_url = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using apply_web_verification_biz_token_intl = basic_apply_web_verification_biz_token_intl<owning>;
using apply_web_verification_biz_token_intl_output = basic_apply_web_verification_biz_token_intl_output<owning>;

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_apply_web_verification_biz_token_intl<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "ApplyWebVerificationBizTokenIntl",
    .host = faceid::host,
    .calls_per_second = 20,
    .repeat = repeat_safety::harmless,
};

template <class Storage>
struct output_of<faceid::basic_apply_web_verification_biz_token_intl<Storage>> {
    using type = faceid::basic_apply_web_verification_biz_token_intl_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_apply_web_verification_biz_token_intl<Storage>> = [] {
    using self = faceid::basic_apply_web_verification_biz_token_intl<Storage>;
    return field_table{
        field_at_offset<decltype(self::redirect_url)>("RedirectURL", offsetof(self, redirect_url)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::compare_image_base64)>("CompareImageBase64", offsetof(self, compare_image_base64))
            .marked(sensitivity::biometric)
            .limited(text_size<0, 8388608>),
        field_at_offset<decltype(self::extra)>("Extra", offsetof(self, extra)).marked(sensitivity::personal).limited(text_size<0, 1000>),
        field_at_offset<decltype(self::rule_id)>("RuleId", offsetof(self, rule_id)).marked(sensitivity::open),
        field_at_offset<decltype(self::config)>("Config", offsetof(self, config)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_apply_web_verification_biz_token_intl_output<Storage>> = [] {
    using self = faceid::basic_apply_web_verification_biz_token_intl_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::verification_url_legacy)>("VerificationUrl", offsetof(self, verification_url_legacy))
            .marked(sensitivity::secret),
        field_at_offset<decltype(self::biz_token)>("BizToken", offsetof(self, biz_token)).marked(sensitivity::secret),
        field_at_offset<decltype(self::verification_url)>("VerificationURL", offsetof(self, verification_url)).marked(sensitivity::secret),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1
