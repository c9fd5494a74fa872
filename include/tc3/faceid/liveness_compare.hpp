// SPDX-License-Identifier: MIT
// LivenessCompare: older liveness and compare check, inline or by URL. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061
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

/// The question. 100 calls a second. Needs a region. Not idempotent: a repeat after a lost answer may be billed twice and uses daily quota.
/// Exactly one of ImageBase64/ImageUrl is needed (base64 wins). Exactly one of VideoBase64/VideoUrl is needed (base64 wins). ValidateData
/// depends on LivenessType. Closed to new customers; vendor points to VideoLivenessCompare.
template <class Storage>
struct basic_liveness_compare {
    /// Liveness mode. See namespace liveness_type. Required.
    typename Storage::text liveness_type = {};
    /// Face photo; wins over ImageUrl. Needed when ImageUrl is absent. At most 3 MB of base64. Jpg, png. Biometric.
    typename Storage::template optional<typename Storage::binary> image_base64 = {};
    /// URL of the face photo. Needed when ImageBase64 is absent. Jpg, png; at most 3 MB as base64 after the download. Signed in advance:
    /// whoever has it can read the file. Secret.
    typename Storage::template optional<typename Storage::text> image_url = {};
    /// Challenge. Needed when LivenessType is LIP or ACTION. LIP: 4 digits; ACTION: '1,2' or '2,1'; SILENT: leave out.
    typename Storage::template optional<typename Storage::text> validate_data = {};
    /// Extra settings as a JSON text inside a string; key BestFrameNum (2..10).
    typename Storage::template optional<typename Storage::text> optional = {};
    /// Liveness video; wins over VideoUrl. Needed when VideoUrl is absent. At most 8 MB of base64. Mp4, avi, flv. Biometric.
    typename Storage::template optional<typename Storage::binary> video_base64 = {};
    /// URL of the liveness video. Needed when VideoBase64 is absent. Mp4, avi, flv; at most 8 MB as base64 after the download; downloaded
    /// within 4 seconds. Signed in advance: whoever has it can read the file. Secret.
    typename Storage::template optional<typename Storage::text> video_url = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset. What it says of its own
/// matter, in result: `faceid::outcome(answer)`.
template <class Storage>
struct basic_liveness_compare_output {
    /// Best frame, jpg. Biometric.
    typename Storage::template optional<typename Storage::binary> best_frame_base64 = {};
    /// Match score. 0 to 100; 70 is the suggested threshold.
    typename Storage::template optional<double> sim = {};
    /// Outcome: 'Success' or a dotted FailedOperation.* code carried inside a non-error envelope. See namespace pure_api_result.
    typename Storage::template optional<typename Storage::text> result = {};
    /// Text for the outcome.
    typename Storage::template optional<typename Storage::text> description = {};
    /// Several best frames, only when BestFrameNum was set. Biometric.
    typename Storage::template list<typename Storage::binary> best_frame_list = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using liveness_compare = basic_liveness_compare<owning>;
using liveness_compare_output = basic_liveness_compare_output<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_liveness_compare_output<Storage>> = [] {
    using self = basic_liveness_compare_output<Storage>;
    return outcome_in<&self::result>({.passed = pure_api_result::passes, .meanings = pure_api_result::all, .others = describe});
}();

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_liveness_compare<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "LivenessCompare",
    .host = faceid::host,
    .calls_per_second = 100,
    .repeat = repeat_safety::may_bill_again,
};

template <class Storage>
struct output_of<faceid::basic_liveness_compare<Storage>> {
    using type = faceid::basic_liveness_compare_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_liveness_compare<Storage>> = [] {
    using self = faceid::basic_liveness_compare<Storage>;
    return field_table{
        field_at_offset<decltype(self::liveness_type)>("LivenessType", offsetof(self, liveness_type))
            .required()
            .marked(sensitivity::open)
            .limited(one_of<faceid::liveness_type::all>),
        field_at_offset<decltype(self::image_base64)>("ImageBase64", offsetof(self, image_base64))
            .marked(sensitivity::biometric)
            .limited(text_size<0, 3145728>),
        field_at_offset<decltype(self::image_url)>("ImageUrl", offsetof(self, image_url)).marked(sensitivity::secret),
        field_at_offset<decltype(self::validate_data)>("ValidateData", offsetof(self, validate_data)).marked(sensitivity::open),
        field_at_offset<decltype(self::optional)>("Optional", offsetof(self, optional)).marked(sensitivity::open),
        field_at_offset<decltype(self::video_base64)>("VideoBase64", offsetof(self, video_base64))
            .marked(sensitivity::biometric)
            .limited(text_size<0, 8388608>),
        field_at_offset<decltype(self::video_url)>("VideoUrl", offsetof(self, video_url)).marked(sensitivity::secret),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_liveness_compare_output<Storage>> = [] {
    using self = faceid::basic_liveness_compare_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::best_frame_base64)>("BestFrameBase64", offsetof(self, best_frame_base64))
            .marked(sensitivity::biometric),
        field_at_offset<decltype(self::sim)>("Sim", offsetof(self, sim)).marked(sensitivity::open),
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::best_frame_list)>("BestFrameList", offsetof(self, best_frame_list)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1
