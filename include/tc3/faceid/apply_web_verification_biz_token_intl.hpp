// SPDX-License-Identifier: MIT
// ApplyWebVerificationBizTokenIntl: starts a browser verification and returns its token and URL. Made by tools/generate.py from
// tools/faceid.json.
#pragma once

#include <tc3/faceid/service.hpp>
#include <tc3/faceid/types/web_verification_config.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/borrowed.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Parameters of ApplyWebVerificationBizTokenIntl. At most 20 calls per second. Requires a region: ap-bangkok, ap-hongkong, ap-jakarta,
/// ap-singapore, sa-saopaulo. Safe to repeat. Config.ActionList is allowed only if Config.SecurityLevel is 2, 4 or 5. CompareImageBase64 is
/// needed for Config.CheckMode 2, the default (inferred; the manual does not say so). Read the result with GetWebVerificationResultIntl.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_apply_web_verification_biz_token_intl {
    /// Where the browser goes after the flow; '?token={BizToken}' is appended. Required. Absolute URL with scheme, host and path. Personal
    /// data.
    text_of<Storage> redirect_url = {};
    /// Base64 face photo to compare with, no data-URI prefix. At most 8 MB of base64. Needed if Config.CheckMode is 2, the default.
    /// Biometric data.
    optional_binary<Storage> compare_image_base64 = {};
    /// Text of yours that GetWebVerificationResultIntl returns. At most 1000 bytes. Personal data.
    optional_text<Storage> extra = {};
    /// Business flow id created in the console.
    optional_text<Storage> rule_id = {};
    /// Page and flow settings.
    nested_of<Storage, basic_web_verification_config_intl<Storage>> config = {};
};

/// Output of ApplyWebVerificationBizTokenIntl. A field that is absent or null is unset, as is a number that is sent as "".
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_apply_web_verification_biz_token_intl_output {
    /// Old spelling of VerificationURL. Valid for 7200 seconds, according to an older manual. Disabled by the service, although the manual
    /// still describes it. Secret.
    optional_text<Storage> verification_url_legacy = {};
    /// Token for one web verification, for GetWebVerificationResultIntl. Start the session within 10 minutes. The result is readable for 3
    /// days. Secret.
    optional_text<Storage> biz_token = {};
    /// URL to open in the user's browser; carries the token in its query. Secret.
    optional_text<Storage> verification_url = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using apply_web_verification_biz_token_intl = basic_apply_web_verification_biz_token_intl<owning>;
using apply_web_verification_biz_token_intl_output = basic_apply_web_verification_biz_token_intl_output<owning>;

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

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
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

#if defined(TC3_INSTANTIATED)
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_apply_web_verification_biz_token_intl<owning>>() noexcept;
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_apply_web_verification_biz_token_intl<borrowed>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_apply_web_verification_biz_token_intl_output<owning>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_apply_web_verification_biz_token_intl_output<borrowed>>() noexcept;
#endif

}  // namespace tc3::inline TC3_NAMESPACE
