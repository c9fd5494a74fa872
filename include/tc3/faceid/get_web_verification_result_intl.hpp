// SPDX-License-Identifier: MIT
// GetWebVerificationResultIntl: read the result of a browser verification. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061
#pragma once

#include <tc3/faceid/advice/outcome.hpp>
#include <tc3/faceid/service.hpp>
#include <tc3/faceid/types/ocr_result.hpp>
#include <tc3/faceid/types/values.hpp>
#include <tc3/faceid/types/verification_detail.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>
#include <cstdint>

namespace tc3::inline v0_1::faceid {

/// The question. 20 calls a second. Needs a region, one of ap-bangkok, ap-hongkong, ap-jakarta, ap-singapore, sa-saopaulo. Asking twice
/// does no harm.
template <class Storage>
struct basic_get_web_verification_result_intl {
    /// Token from ApplyWebVerificationBizTokenIntl. Required. Secret.
    typename Storage::text biz_token = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset. What it says of its own
/// matter, in error_code: `faceid::outcome(answer)`.
template <class Storage>
struct basic_get_web_verification_result_intl_output {
    /// Final outcome code as a number; 0 means passed. See namespace web_result. May be null while no attempt has finished.
    typename Storage::template optional<std::int64_t> error_code = {};
    /// Text for ErrorCode.
    typename Storage::template optional<typename Storage::text> error_msg = {};
    /// One entry per attempt.
    typename Storage::template list<basic_verification_detail<Storage>> verification_detail_list = {};
    /// Video of the last attempt. Biometric.
    typename Storage::template optional<typename Storage::binary> video_base64 = {};
    /// Best face frame of the last attempt. Biometric.
    typename Storage::template optional<typename Storage::binary> best_frame_base64 = {};
    /// Document results. Personal.
    typename Storage::template list<basic_ocr_result<Storage>> ocr_result = {};
    /// Passthrough from the token request. Personal.
    typename Storage::template optional<typename Storage::text> extra = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using get_web_verification_result_intl = basic_get_web_verification_result_intl<owning>;
using get_web_verification_result_intl_output = basic_get_web_verification_result_intl_output<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_get_web_verification_result_intl_output<Storage>> = [] {
    using self = basic_get_web_verification_result_intl_output<Storage>;
    return outcome_in<&self::error_code>({.passed = web_result::passes, .pending = "17", .meanings = web_result::all});
}();

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_get_web_verification_result_intl<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "GetWebVerificationResultIntl",
    .host = faceid::host,
    .calls_per_second = 20,
    .repeat = repeat_safety::harmless,
};

template <class Storage>
struct output_of<faceid::basic_get_web_verification_result_intl<Storage>> {
    using type = faceid::basic_get_web_verification_result_intl_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_web_verification_result_intl<Storage>> = [] {
    using self = faceid::basic_get_web_verification_result_intl<Storage>;
    return field_table{
        field_at_offset<decltype(self::biz_token)>("BizToken", offsetof(self, biz_token)).required().marked(sensitivity::secret),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_web_verification_result_intl_output<Storage>> = [] {
    using self = faceid::basic_get_web_verification_result_intl_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::error_code)>("ErrorCode", offsetof(self, error_code)).marked(sensitivity::open),
        field_at_offset<decltype(self::error_msg)>("ErrorMsg", offsetof(self, error_msg)).marked(sensitivity::open),
        field_at_offset<decltype(self::verification_detail_list)>("VerificationDetailList", offsetof(self, verification_detail_list))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::video_base64)>("VideoBase64", offsetof(self, video_base64)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::best_frame_base64)>("BestFrameBase64", offsetof(self, best_frame_base64))
            .marked(sensitivity::biometric),
        field_at_offset<decltype(self::ocr_result)>("OCRResult", offsetof(self, ocr_result)).marked(sensitivity::personal),
        field_at_offset<decltype(self::extra)>("Extra", offsetof(self, extra)).marked(sensitivity::personal),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1
