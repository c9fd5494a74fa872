// SPDX-License-Identifier: MIT
// GetWebVerificationResult: older browser verification result. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061
#pragma once

#include <tc3/faceid/advice/outcome.hpp>
#include <tc3/faceid/service.hpp>
#include <tc3/faceid/types/values.hpp>
#include <tc3/faceid/types/verification_detail.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>
#include <cstdint>

namespace tc3::inline v0_1::faceid {

/// The question. 20 calls a second. Needs a region. Asking twice does no harm.
template <class Storage>
struct basic_get_web_verification_result {
    /// Token from ApplyWebVerificationToken. Required. Secret.
    typename Storage::text biz_token = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset. What it says of its own
/// matter, in error_code: `faceid::outcome(answer)`.
template <class Storage>
struct basic_get_web_verification_result_output {
    /// Final outcome code as a number; 0 means passed. See namespace web_result.
    typename Storage::template optional<std::int64_t> error_code = {};
    /// Text for ErrorCode.
    typename Storage::template optional<typename Storage::text> error_msg = {};
    /// Temporary URL of the best frame. Signed in advance: whoever has it can read the file. 10 minutes. Secret.
    typename Storage::template optional<typename Storage::text> video_best_frame_url = {};
    /// MD5 of the best frame. 32 hex digits.
    typename Storage::template optional<typename Storage::text> video_best_frame_md5 = {};
    /// One entry per attempt.
    typename Storage::template list<basic_verification_detail<Storage>> verification_detail_list = {};
    /// Temporary URL of the video. Signed in advance: whoever has it can read the file. 10 minutes. Secret.
    typename Storage::template optional<typename Storage::text> video_url = {};
    /// MD5 of the video. 32 hex digits.
    typename Storage::template optional<typename Storage::text> video_md5 = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using get_web_verification_result [[deprecated("GetWebVerificationResult was taken offline on 2026-03-09")]] =
    basic_get_web_verification_result<owning>;
using get_web_verification_result_output [[deprecated("GetWebVerificationResult was taken offline on 2026-03-09")]] =
    basic_get_web_verification_result_output<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_get_web_verification_result_output<Storage>> = [] {
    using self = basic_get_web_verification_result_output<Storage>;
    return outcome_in<&self::error_code>({.passed = web_result::passes, .pending = "17", .meanings = web_result::all});
}();

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_get_web_verification_result<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "GetWebVerificationResult",
    .host = faceid::host,
    .calls_per_second = 20,
    .repeat = repeat_safety::harmless,
};

template <class Storage>
struct output_of<faceid::basic_get_web_verification_result<Storage>> {
    using type = faceid::basic_get_web_verification_result_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_web_verification_result<Storage>> = [] {
    using self = faceid::basic_get_web_verification_result<Storage>;
    return field_table{
        field_at_offset<decltype(self::biz_token)>("BizToken", offsetof(self, biz_token)).required().marked(sensitivity::secret),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_web_verification_result_output<Storage>> = [] {
    using self = faceid::basic_get_web_verification_result_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::error_code)>("ErrorCode", offsetof(self, error_code)).marked(sensitivity::open),
        field_at_offset<decltype(self::error_msg)>("ErrorMsg", offsetof(self, error_msg)).marked(sensitivity::open),
        field_at_offset<decltype(self::video_best_frame_url)>("VideoBestFrameUrl", offsetof(self, video_best_frame_url))
            .marked(sensitivity::secret),
        field_at_offset<decltype(self::video_best_frame_md5)>("VideoBestFrameMd5", offsetof(self, video_best_frame_md5))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::verification_detail_list)>("VerificationDetailList", offsetof(self, verification_detail_list))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::video_url)>("VideoUrl", offsetof(self, video_url)).marked(sensitivity::secret),
        field_at_offset<decltype(self::video_md5)>("VideoMd5", offsetof(self, video_md5)).marked(sensitivity::open),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1
