// SPDX-License-Identifier: MIT
// ApplyWebVerificationToken: older browser verification start. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061
#pragma once

#include <tc3/faceid/service.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>

namespace tc3::inline v0_1::faceid {

/// The question. 20 calls a second. Needs a region. Asking twice does no harm. What came of it: GetWebVerificationResult.
template <class Storage>
struct basic_apply_web_verification_token {
    /// Where the browser goes after the flow. Required. Personal.
    typename Storage::text redirect_url = {};
    /// COS URL of the face photo, same region. Required. Signed in advance: whoever has it can read the file. Secret.
    typename Storage::text compare_image_url = {};
    /// MD5 of the photo. Required. 32 hex digits.
    typename Storage::text compare_image_md5 = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset.
template <class Storage>
struct basic_apply_web_verification_token_output {
    /// URL to open in the browser. Signed in advance: whoever has it can read the file. Secret.
    typename Storage::template optional<typename Storage::text> verification_url_legacy = {};
    /// Token for one web verification. 7200 s to start; result readable for 3 days. Secret.
    typename Storage::template optional<typename Storage::text> biz_token = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using apply_web_verification_token [[deprecated("ApplyWebVerificationToken was taken offline on 2026-03-09")]] =
    basic_apply_web_verification_token<owning>;
using apply_web_verification_token_output [[deprecated("ApplyWebVerificationToken was taken offline on 2026-03-09")]] =
    basic_apply_web_verification_token_output<owning>;

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

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
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1
