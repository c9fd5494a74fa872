// SPDX-License-Identifier: MIT
// CompareFaceLiveness: check a video for liveness and compare it with a photo, both sent inline. Made by tools/generate.py from
// tools/faceid.json; manual: https://www.tencentcloud.com/document/product/1061
#pragma once

#include <tc3/core/literal.hpp>
#include <tc3/faceid/advice/describe.hpp>
#include <tc3/faceid/advice/outcome.hpp>
#include <tc3/faceid/service.hpp>
#include <tc3/faceid/types/values.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>

namespace tc3::inline v0_1::faceid {

/// Values of compare_face_liveness::liveness_type.
namespace inline_liveness_type {
inline constexpr literal action{"ACTION"};  ///< motion
inline constexpr literal silent{"SILENT"};  ///< silent
inline constexpr literal all[] = {action, silent};
}  // namespace inline_liveness_type

/// The question. 20 calls a second. Needs a region, one of ap-bangkok, ap-hongkong, ap-singapore. Not idempotent: a repeat after a lost
/// answer may be billed twice and uses daily quota. ValidateData needed when LivenessType is ACTION, empty for SILENT.
template <class Storage>
struct basic_compare_face_liveness {
    /// Face photo to compare with. Required. At most 3 MB of base64. Jpg, png. Biometric.
    typename Storage::binary image_base64 = {};
    /// Liveness video. Required. At most 8 MB of base64. Mp4, avi, flv. Biometric.
    typename Storage::binary video_base64 = {};
    /// Liveness mode. See namespace inline_liveness_type. Required.
    typename Storage::text liveness_type = {};
    /// Motion sequence, one or two comma-joined digits. Needed when LivenessType is 'ACTION'. Digits 1 open mouth, 2 blink, 3 nod, 4 shake
    /// head; e.g. '1' or '4,2'; leave empty for SILENT.
    typename Storage::template optional<typename Storage::text> validate_data = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset. What it says of its own
/// matter, in result: `faceid::outcome(answer)`.
template <class Storage>
struct basic_compare_face_liveness_output {
    /// Outcome: 'Success' or a dotted FailedOperation.* code carried inside a non-error envelope. See namespace pure_api_result. Any
    /// FailedOperation code may stand here: see describe().
    typename Storage::template optional<typename Storage::text> result = {};
    /// Text for the outcome.
    typename Storage::template optional<typename Storage::text> description = {};
    /// Match score. 0 to 100; 70 is the suggested threshold. Means something for Success and CompareLowSimilarity only.
    typename Storage::template optional<double> sim = {};
    /// Best frame, jpg. Biometric.
    typename Storage::template optional<typename Storage::binary> best_frame_base64 = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using compare_face_liveness = basic_compare_face_liveness<owning>;
using compare_face_liveness_output = basic_compare_face_liveness_output<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_compare_face_liveness_output<Storage>> = [] {
    using self = basic_compare_face_liveness_output<Storage>;
    return outcome_in<&self::result>({.passed = pure_api_result::passes, .meanings = pure_api_result::all, .others = describe});
}();

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_compare_face_liveness<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "CompareFaceLiveness",
    .host = faceid::host,
    .calls_per_second = 20,
    .repeat = repeat_safety::may_bill_again,
};

template <class Storage>
struct output_of<faceid::basic_compare_face_liveness<Storage>> {
    using type = faceid::basic_compare_face_liveness_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_compare_face_liveness<Storage>> = [] {
    using self = faceid::basic_compare_face_liveness<Storage>;
    return field_table{
        field_at_offset<decltype(self::image_base64)>("ImageBase64", offsetof(self, image_base64))
            .required()
            .marked(sensitivity::biometric)
            .limited(text_size<0, 3145728>),
        field_at_offset<decltype(self::video_base64)>("VideoBase64", offsetof(self, video_base64))
            .required()
            .marked(sensitivity::biometric)
            .limited(text_size<0, 8388608>),
        field_at_offset<decltype(self::liveness_type)>("LivenessType", offsetof(self, liveness_type))
            .required()
            .marked(sensitivity::open)
            .limited(one_of<faceid::inline_liveness_type::all>),
        field_at_offset<decltype(self::validate_data)>("ValidateData", offsetof(self, validate_data)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_compare_face_liveness_output<Storage>> = [] {
    using self = faceid::basic_compare_face_liveness_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::sim)>("Sim", offsetof(self, sim)).marked(sensitivity::open),
        field_at_offset<decltype(self::best_frame_base64)>("BestFrameBase64", offsetof(self, best_frame_base64))
            .marked(sensitivity::biometric),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1
