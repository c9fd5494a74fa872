// SPDX-License-Identifier: MIT
// DetectReflectLivenessAndCompare: check a reflection liveness package and compare it with a photo. Made by tools/generate.py from
// tools/faceid.json; manual: https://www.tencentcloud.com/document/product/1061
#pragma once

#include <tc3/faceid/advice/describe.hpp>
#include <tc3/faceid/advice/outcome.hpp>
#include <tc3/faceid/service.hpp>
#include <tc3/faceid/types/values.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>

namespace tc3::inline v0_1::faceid {

/// The question. 5 calls a second. Needs a region, one of ap-bangkok, ap-hongkong, ap-singapore. Not idempotent: a repeat after a lost
/// answer may be billed twice and uses daily quota.
template <class Storage>
struct basic_detect_reflect_liveness_and_compare {
    /// COS URL of the SDK's liveness package, same region. Required. Signed in advance: whoever has it can read the file. Secret.
    typename Storage::text live_data_url = {};
    /// MD5 of the package. Required. 32 bytes. 32 hex digits.
    typename Storage::text live_data_md5 = {};
    /// COS URL of the face photo, same region. Required. Signed in advance: whoever has it can read the file. Secret.
    typename Storage::text image_url = {};
    /// MD5 of the photo. Required. 32 bytes. 32 hex digits.
    typename Storage::text image_md5 = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset. What it says of its own
/// matter, in result: `faceid::outcome(answer)`.
template <class Storage>
struct basic_detect_reflect_liveness_and_compare_output {
    /// Temporary URL of the best frame, jpg. Signed in advance: whoever has it can read the file. 2 hours. Secret.
    typename Storage::template optional<typename Storage::text> best_frame_url = {};
    /// MD5 of the best frame. 32 hex digits.
    typename Storage::template optional<typename Storage::text> best_frame_md5 = {};
    /// Outcome: 'Success' or a dotted FailedOperation.* code carried inside a non-error envelope. See namespace pure_api_result.
    typename Storage::template optional<typename Storage::text> result = {};
    /// Text for the outcome.
    typename Storage::template optional<typename Storage::text> description = {};
    /// Match score. 0 to 100; 70 is the suggested threshold.
    typename Storage::template optional<double> sim = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using detect_reflect_liveness_and_compare = basic_detect_reflect_liveness_and_compare<owning>;
using detect_reflect_liveness_and_compare_output = basic_detect_reflect_liveness_and_compare_output<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_detect_reflect_liveness_and_compare_output<Storage>> = [] {
    using self = basic_detect_reflect_liveness_and_compare_output<Storage>;
    return outcome_in<&self::result>({.passed = pure_api_result::passes, .meanings = pure_api_result::all, .others = describe});
}();

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_detect_reflect_liveness_and_compare<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "DetectReflectLivenessAndCompare",
    .host = faceid::host,
    .calls_per_second = 5,
    .repeat = repeat_safety::may_bill_again,
};

template <class Storage>
struct output_of<faceid::basic_detect_reflect_liveness_and_compare<Storage>> {
    using type = faceid::basic_detect_reflect_liveness_and_compare_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_detect_reflect_liveness_and_compare<Storage>> = [] {
    using self = faceid::basic_detect_reflect_liveness_and_compare<Storage>;
    return field_table{
        field_at_offset<decltype(self::live_data_url)>("LiveDataUrl", offsetof(self, live_data_url)).required().marked(sensitivity::secret),
        field_at_offset<decltype(self::live_data_md5)>("LiveDataMd5", offsetof(self, live_data_md5))
            .required()
            .marked(sensitivity::open)
            .limited(text_size<32, 32>),
        field_at_offset<decltype(self::image_url)>("ImageUrl", offsetof(self, image_url)).required().marked(sensitivity::secret),
        field_at_offset<decltype(self::image_md5)>("ImageMd5", offsetof(self, image_md5))
            .required()
            .marked(sensitivity::open)
            .limited(text_size<32, 32>),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_detect_reflect_liveness_and_compare_output<Storage>> = [] {
    using self = faceid::basic_detect_reflect_liveness_and_compare_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::best_frame_url)>("BestFrameUrl", offsetof(self, best_frame_url)).marked(sensitivity::secret),
        field_at_offset<decltype(self::best_frame_md5)>("BestFrameMd5", offsetof(self, best_frame_md5)).marked(sensitivity::open),
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::sim)>("Sim", offsetof(self, sim)).marked(sensitivity::open),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1
