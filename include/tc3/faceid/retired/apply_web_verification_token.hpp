// SPDX-License-Identifier: MIT
// ApplyWebVerificationToken: starts a browser verification (old). Made by tools/generate.py from tools/faceid.json.
#pragma once

#include <tc3/faceid/service.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/borrowed.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Parameters of ApplyWebVerificationToken. At most 20 calls per second. Requires a region. Safe to repeat. Read the result with
/// GetWebVerificationResult.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_apply_web_verification_token {
    /// Where the browser goes after the flow. Required. Personal data.
    text_of<Storage> redirect_url = {};
    /// COS URL of the face photo, in the region of the request. Required. Pre-signed: anyone who has the URL can use it. Secret.
    text_of<Storage> compare_image_url = {};
    /// MD5 of the photo. Required. 32 hex digits.
    text_of<Storage> compare_image_md5 = {};
};

/// Output of ApplyWebVerificationToken. A field that is absent or null is unset, as is a number that is sent as "".
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_apply_web_verification_token_output {
    /// URL to open in the browser. Pre-signed: anyone who has the URL can use it. Secret.
    optional_text<Storage> verification_url_legacy = {};
    /// Token for one web verification. Start the session within 2 hours. The result is readable for 3 days. Secret.
    optional_text<Storage> biz_token = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using apply_web_verification_token [[deprecated("ApplyWebVerificationToken was taken offline on 2026-03-09")]] =
    basic_apply_web_verification_token<owning>;
using apply_web_verification_token_output [[deprecated("ApplyWebVerificationToken was taken offline on 2026-03-09")]] =
    basic_apply_web_verification_token_output<owning>;

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

template <class Storage>
inline constexpr action action_of<faceid::basic_apply_web_verification_token<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "ApplyWebVerificationToken",
    .host = faceid::host,
    .calls_per_second = 20,
    .repeat = repeat_safety::harmless,
};

template <class Storage>
struct output_of<faceid::basic_apply_web_verification_token<Storage>> {
    using type = faceid::basic_apply_web_verification_token_output<Storage>;
};

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_apply_web_verification_token<Storage>> = [] {
    using self = faceid::basic_apply_web_verification_token<Storage>;
    return field_table{
        field_at_offset<decltype(self::redirect_url)>("RedirectUrl", offsetof(self, redirect_url)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::compare_image_url)>("CompareImageUrl", offsetof(self, compare_image_url))
            .required()
            .marked(sensitivity::secret),
        field_at_offset<decltype(self::compare_image_md5)>("CompareImageMd5", offsetof(self, compare_image_md5))
            .required()
            .marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_apply_web_verification_token_output<Storage>> = [] {
    using self = faceid::basic_apply_web_verification_token_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::verification_url_legacy)>("VerificationUrl", offsetof(self, verification_url_legacy))
            .marked(sensitivity::secret),
        field_at_offset<decltype(self::biz_token)>("BizToken", offsetof(self, biz_token)).marked(sensitivity::secret),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

#if defined(TC3_INSTANTIATED)
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_apply_web_verification_token<owning>>() noexcept;
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_apply_web_verification_token<borrowed>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_apply_web_verification_token_output<owning>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_apply_web_verification_token_output<borrowed>>() noexcept;
#endif

}  // namespace tc3::inline TC3_NAMESPACE
