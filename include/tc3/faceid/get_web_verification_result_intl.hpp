// SPDX-License-Identifier: MIT
// GetWebVerificationResultIntl: reads the result of a browser verification. Made by tools/generate.py from tools/faceid.json.
#pragma once

#include <tc3/faceid/advice/outcome.hpp>
#include <tc3/faceid/service.hpp>
#include <tc3/faceid/types/ocr_result.hpp>
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

/// Parameters of GetWebVerificationResultIntl. At most 20 calls per second. Requires a region: ap-bangkok, ap-hongkong, ap-jakarta,
/// ap-singapore, sa-saopaulo. Safe to repeat.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_get_web_verification_result_intl {
    /// Token from ApplyWebVerificationBizTokenIntl. Valid for 3 days. Required. Secret.
    text_of<Storage> biz_token = {};
};

/// Output of GetWebVerificationResultIntl. A field that is absent or null is unset, as is a number that is sent as "". A list that is sent
/// as [] is set and empty. `faceid::outcome(output)` reads the outcome from `error_code`.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_get_web_verification_result_intl_output {
    /// Final outcome code as a number; 0 means passed. See web_result in types/values.hpp. May be null while no attempt has finished.
    optional_of<Storage, std::int64_t> error_code = {};
    /// Text for ErrorCode.
    optional_text<Storage> error_msg = {};
    /// One entry per attempt.
    optional_list<Storage, basic_verification_detail<Storage>> verification_detail_list = {};
    /// Video of the last attempt. Biometric data.
    optional_binary<Storage> video_base64 = {};
    /// Best face frame of the last attempt. Biometric data.
    optional_binary<Storage> best_frame_base64 = {};
    /// Document results. Personal data.
    optional_list<Storage, basic_ocr_result<Storage>> ocr_result = {};
    /// The Extra of the request that started the session. Personal data.
    optional_text<Storage> extra = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using get_web_verification_result_intl = basic_get_web_verification_result_intl<owning>;
using get_web_verification_result_intl_output = basic_get_web_verification_result_intl_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_get_web_verification_result_intl_output<Storage>> =
    outcome_source<&basic_get_web_verification_result_intl_output<Storage>::error_code>{
        .passed = web_result::passed_codes,
        .pending = "17",
        .meanings = web_result::all,
    };

template <class Storage>
inline constexpr session_life session_life_of<basic_get_web_verification_result_intl<Storage>>{
    .start_within = 600,
    .readable_for = 259200,
};

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

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
        field_at_offset<decltype(self::error_code)>("ErrorCode", offsetof(self, error_code)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::error_msg)>("ErrorMsg", offsetof(self, error_msg)).marked(sensitivity::open),
        field_at_offset<decltype(self::verification_detail_list)>("VerificationDetailList", offsetof(self, verification_detail_list))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::video_base64)>("VideoBase64", offsetof(self, video_base64)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::best_frame_base64)>("BestFrameBase64", offsetof(self, best_frame_base64))
            .marked(sensitivity::biometric),
        field_at_offset<decltype(self::ocr_result)>("OCRResult", offsetof(self, ocr_result)).marked(sensitivity::personal),
        field_at_offset<decltype(self::extra)>("Extra", offsetof(self, extra)).marked(sensitivity::personal),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

#if defined(TC3_INSTANTIATED)
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_get_web_verification_result_intl<owning>>() noexcept;
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_get_web_verification_result_intl<borrowed>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_get_web_verification_result_intl_output<owning>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_get_web_verification_result_intl_output<borrowed>>() noexcept;
#endif

}  // namespace tc3::inline TC3_NAMESPACE
