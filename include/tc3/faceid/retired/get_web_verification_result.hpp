// SPDX-License-Identifier: MIT
// GetWebVerificationResult: reads the result of a browser verification (old). Made by tools/generate.py from tools/faceid.json.
#pragma once

#include <tc3/faceid/advice/outcome.hpp>
#include <tc3/faceid/service.hpp>
#include <tc3/faceid/types/session_life.hpp>
#include <tc3/faceid/types/values.hpp>
#include <tc3/faceid/types/verification_detail.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/borrowed.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>
#include <cstdint>

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Parameters of GetWebVerificationResult. At most 20 calls per second. Requires a region. Safe to repeat.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_get_web_verification_result {
    /// Token from ApplyWebVerificationToken. Valid for 3 days. Required. Secret.
    text_of<Storage> biz_token = {};
};

/// Output of GetWebVerificationResult. A field that is absent or null is unset, as is a number that is sent as "". A list that is sent as
/// [] is set and empty. `faceid::outcome(output)` reads the outcome from `error_code`.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_get_web_verification_result_output {
    /// Final outcome code as a number; 0 means passed. See web_result in types/values.hpp.
    optional_of<Storage, std::int64_t> error_code = {};
    /// Text for ErrorCode.
    optional_text<Storage> error_msg = {};
    /// Temporary URL of the best frame. Pre-signed: anyone who has the URL can use it. Valid for 10 minutes. Secret.
    optional_text<Storage> video_best_frame_url = {};
    /// MD5 of the best frame. 32 hex digits.
    optional_text<Storage> video_best_frame_md5 = {};
    /// One entry per attempt.
    optional_list<Storage, basic_verification_detail<Storage>> verification_detail_list = {};
    /// Temporary URL of the video. Pre-signed: anyone who has the URL can use it. Valid for 10 minutes. Secret.
    optional_text<Storage> video_url = {};
    /// MD5 of the video. 32 hex digits.
    optional_text<Storage> video_md5 = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using get_web_verification_result [[deprecated("GetWebVerificationResult was taken offline on 2026-03-09")]] =
    basic_get_web_verification_result<owning>;
using get_web_verification_result_output [[deprecated("GetWebVerificationResult was taken offline on 2026-03-09")]] =
    basic_get_web_verification_result_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_get_web_verification_result_output<Storage>> =
    outcome_source<&basic_get_web_verification_result_output<Storage>::error_code>{
        .passed = web_result::passed_codes,
        .pending = "17",
        .meanings = web_result::all,
    };

template <class Storage>
inline constexpr session_life session_life_of<basic_get_web_verification_result<Storage>>{
    .start_within = 7200,
    .readable_for = 259200,
};

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

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
        field_at_offset<decltype(self::error_code)>("ErrorCode", offsetof(self, error_code)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::error_msg)>("ErrorMsg", offsetof(self, error_msg)).marked(sensitivity::open),
        field_at_offset<decltype(self::video_best_frame_url)>("VideoBestFrameUrl", offsetof(self, video_best_frame_url))
            .marked(sensitivity::secret),
        field_at_offset<decltype(self::video_best_frame_md5)>("VideoBestFrameMd5", offsetof(self, video_best_frame_md5))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::verification_detail_list)>("VerificationDetailList", offsetof(self, verification_detail_list))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::video_url)>("VideoUrl", offsetof(self, video_url)).marked(sensitivity::secret),
        field_at_offset<decltype(self::video_md5)>("VideoMd5", offsetof(self, video_md5)).marked(sensitivity::open),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

#if defined(TC3_INSTANTIATED)
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_get_web_verification_result<owning>>() noexcept;
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_get_web_verification_result<borrowed>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_get_web_verification_result_output<owning>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_get_web_verification_result_output<borrowed>>() noexcept;
#endif

}  // namespace tc3::inline TC3_NAMESPACE
