// SPDX-License-Identifier: MIT
// VideoLivenessCompare: checks a video for liveness and compares it with a photo, both given as COS URLs. Made by tools/generate.py from
// tools/faceid.json.
#pragma once

#include <tc3/faceid/advice/describe.hpp>
#include <tc3/faceid/advice/outcome.hpp>
#include <tc3/faceid/service.hpp>
#include <tc3/faceid/types/file_info.hpp>
#include <tc3/faceid/types/values.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/borrowed.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Parameters of VideoLivenessCompare. At most 20 calls per second. Requires a region. Not safe to repeat: if the response was lost, a
/// second call may be billed again and counts against the daily quota.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_video_liveness_compare {
    /// COS URL of the face photo, in the region of the request. Required. Formats: jpg, png; at most 3 MB of base64 when downloaded.
    /// Pre-signed: anyone who has the URL can use it. Secret.
    text_of<Storage> image_url = {};
    /// MD5 of the photo. Required. 32 bytes. 32 hex digits.
    text_of<Storage> image_md5 = {};
    /// COS URL of the video, in the region of the request. Required. Formats: mp4, avi, flv; at most 8 MB of base64 when downloaded, within
    /// 4 seconds. Pre-signed: anyone who has the URL can use it. Secret.
    text_of<Storage> video_url = {};
    /// MD5 of the video. Required. 32 bytes. 32 hex digits.
    text_of<Storage> video_md5 = {};
    /// Liveness mode. See liveness_type in types/values.hpp. Required.
    text_of<Storage> liveness_type = {};
    /// Challenge. Required if LivenessType is LIP or ACTION. LIP: 4 digits; ACTION: '1,2' or '2,1'; SILENT: unset.
    optional_text<Storage> validate_data = {};
};

/// Output of VideoLivenessCompare. A field that is absent or null is unset, as is a number that is sent as "". `faceid::outcome(output)`
/// reads the outcome from `result`.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_video_liveness_compare_output {
    /// Match score. 0 to 100; the vendor suggests a threshold of 70.
    optional_of<Storage, double> sim = {};
    /// Outcome code: 'Success' or a FailedOperation code, in an output rather than in an error. See pure_api_result in types/values.hpp.
    optional_text<Storage> result = {};
    /// Text for the outcome.
    optional_text<Storage> description = {};
    /// Best frame as a file reference. Biometric data.
    nested_of<Storage, basic_file_info<Storage>> best_frame = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using video_liveness_compare = basic_video_liveness_compare<owning>;
using video_liveness_compare_output = basic_video_liveness_compare_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_video_liveness_compare_output<Storage>> =
    outcome_source<&basic_video_liveness_compare_output<Storage>::result>{
        .passed = pure_api_result::passed_codes,
        .meanings = pure_api_result::all,
        .others = describe,
    };

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

template <class Storage>
inline constexpr action action_of<faceid::basic_video_liveness_compare<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "VideoLivenessCompare",
    .host = faceid::host,
    .calls_per_second = 20,
    .repeat = repeat_safety::may_bill_again,
};

template <class Storage>
struct output_of<faceid::basic_video_liveness_compare<Storage>> {
    using type = faceid::basic_video_liveness_compare_output<Storage>;
};

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_video_liveness_compare<Storage>> = [] {
    using self = faceid::basic_video_liveness_compare<Storage>;
    return field_table{
        field_at_offset<decltype(self::image_url)>("ImageUrl", offsetof(self, image_url)).required().marked(sensitivity::secret),
        field_at_offset<decltype(self::image_md5)>("ImageMd5", offsetof(self, image_md5))
            .required()
            .marked(sensitivity::open)
            .limited(text_size<32, 32>),
        field_at_offset<decltype(self::video_url)>("VideoUrl", offsetof(self, video_url)).required().marked(sensitivity::secret),
        field_at_offset<decltype(self::video_md5)>("VideoMd5", offsetof(self, video_md5))
            .required()
            .marked(sensitivity::open)
            .limited(text_size<32, 32>),
        field_at_offset<decltype(self::liveness_type)>("LivenessType", offsetof(self, liveness_type))
            .required()
            .marked(sensitivity::open)
            .limited(one_of<faceid::liveness_type::all>),
        field_at_offset<decltype(self::validate_data)>("ValidateData", offsetof(self, validate_data)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_video_liveness_compare_output<Storage>> = [] {
    using self = faceid::basic_video_liveness_compare_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::sim)>("Sim", offsetof(self, sim)).marked(sensitivity::open),
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::best_frame)>("BestFrame", offsetof(self, best_frame)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

#if defined(TC3_INSTANTIATED)
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_video_liveness_compare<owning>>() noexcept;
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_video_liveness_compare<borrowed>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_video_liveness_compare_output<owning>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_video_liveness_compare_output<borrowed>>() noexcept;
#endif

}  // namespace tc3::inline TC3_NAMESPACE
