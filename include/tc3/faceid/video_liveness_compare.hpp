// SPDX-License-Identifier: MIT
// VideoLivenessCompare: same check with photo and video given as COS URLs. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061
#pragma once

#include <tc3/faceid/advice/describe.hpp>
#include <tc3/faceid/advice/outcome.hpp>
#include <tc3/faceid/service.hpp>
#include <tc3/faceid/types/file_info.hpp>
#include <tc3/faceid/types/values.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>

namespace tc3::inline v0_1::faceid {

/// The question. 20 calls a second. Needs a region. Not idempotent: a repeat after a lost answer may be billed twice and uses daily quota.
template <class Storage>
struct basic_video_liveness_compare {
    /// COS URL of the face photo, same region as the request. Required. Jpg, png; at most 3 MB as base64 after the download. Signed in
    /// advance: whoever has it can read the file. Secret.
    typename Storage::text image_url = {};
    /// MD5 of the photo. Required. 32 bytes. 32 hex digits.
    typename Storage::text image_md5 = {};
    /// COS URL of the video, same region as the request. Required. Mp4, avi, flv; at most 8 MB as base64 after the download; downloaded
    /// within 4 seconds. Signed in advance: whoever has it can read the file. Secret.
    typename Storage::text video_url = {};
    /// MD5 of the video. Required. 32 bytes. 32 hex digits.
    typename Storage::text video_md5 = {};
    /// Liveness mode. See namespace liveness_type. Required.
    typename Storage::text liveness_type = {};
    /// Challenge. Needed when LivenessType is LIP or ACTION. LIP: 4 digits; ACTION: '1,2' or '2,1'; SILENT: leave out.
    typename Storage::template optional<typename Storage::text> validate_data = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset. What it says of its own
/// matter, in result: `faceid::outcome(answer)`.
template <class Storage>
struct basic_video_liveness_compare_output {
    /// Match score. 0 to 100; 70 is the suggested threshold.
    typename Storage::template optional<double> sim = {};
    /// Outcome: 'Success' or a dotted FailedOperation.* code carried inside a non-error envelope. See namespace pure_api_result.
    typename Storage::template optional<typename Storage::text> result = {};
    /// Text for the outcome.
    typename Storage::template optional<typename Storage::text> description = {};
    /// Best frame as a file reference. Biometric.
    typename Storage::template nested<basic_file_info<Storage>> best_frame = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using video_liveness_compare = basic_video_liveness_compare<owning>;
using video_liveness_compare_output = basic_video_liveness_compare_output<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_video_liveness_compare_output<Storage>> = [] {
    using self = basic_video_liveness_compare_output<Storage>;
    return outcome_in<&self::result>({.passed = pure_api_result::passes, .meanings = pure_api_result::all, .others = describe});
}();

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

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
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::best_frame)>("BestFrame", offsetof(self, best_frame)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1
