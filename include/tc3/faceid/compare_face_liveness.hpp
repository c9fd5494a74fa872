// SPDX-License-Identifier: MIT
// CompareFaceLiveness: checks a video for liveness and compares it with a photo, both sent inline. Made by tools/generate.py from
// tools/faceid.json.
#pragma once

#include <tc3/core/literal.hpp>
#include <tc3/faceid/advice/describe.hpp>
#include <tc3/faceid/advice/outcome.hpp>
#include <tc3/faceid/service.hpp>
#include <tc3/faceid/types/values.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/borrowed.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Values of compare_face_liveness::liveness_type.
namespace inline_liveness_type {
inline constexpr literal action{"ACTION"};  ///< motion
inline constexpr literal silent{"SILENT"};  ///< silent
inline constexpr literal all[] = {action, silent};
}  // namespace inline_liveness_type

/// Parameters of CompareFaceLiveness. At most 20 calls per second. Requires a region: ap-bangkok, ap-hongkong, ap-singapore. Not safe to
/// repeat: if the response was lost, a second call may be billed again and counts against the daily quota. ValidateData is required if
/// LivenessType is ACTION, and empty if it is SILENT.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_compare_face_liveness {
    /// Face photo to compare with. Required. At most 3 MB of base64. Formats: jpg, png. Biometric data.
    binary_of<Storage> image_base64 = {};
    /// Liveness video. Required. At most 8 MB of base64. Formats: mp4, avi, flv. Biometric data.
    binary_of<Storage> video_base64 = {};
    /// Liveness mode. See inline_liveness_type above. Required.
    text_of<Storage> liveness_type = {};
    /// Motion sequence, one or two digits, separated by a comma. Required if LivenessType is ACTION. 1 open mouth, 2 blink, 3 nod, 4 shake
    /// head: '1' or '4,2'; empty for SILENT.
    optional_text<Storage> validate_data = {};
};

/// Output of CompareFaceLiveness. A field that is absent or null is unset, as is a number that is sent as "". `faceid::outcome(output)`
/// reads the outcome from `result`.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_compare_face_liveness_output {
    /// Outcome code: 'Success' or a FailedOperation code, in an output rather than in an error. See pure_api_result in types/values.hpp.
    /// May be any FailedOperation code; see describe().
    optional_text<Storage> result = {};
    /// Text for the outcome.
    optional_text<Storage> description = {};
    /// Match score. 0 to 100; the vendor suggests a threshold of 70. Meaningful only for Success and CompareLowSimilarity.
    optional_of<Storage, double> sim = {};
    /// Best frame, jpg. Biometric data.
    optional_binary<Storage> best_frame_base64 = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using compare_face_liveness = basic_compare_face_liveness<owning>;
using compare_face_liveness_output = basic_compare_face_liveness_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_compare_face_liveness_output<Storage>> =
    outcome_source<&basic_compare_face_liveness_output<Storage>::result>{
        .passed = pure_api_result::passed_codes,
        .meanings = pure_api_result::all,
        .others = describe,
    };

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

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
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::sim)>("Sim", offsetof(self, sim)).marked(sensitivity::open),
        field_at_offset<decltype(self::best_frame_base64)>("BestFrameBase64", offsetof(self, best_frame_base64))
            .marked(sensitivity::biometric),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

#if defined(TC3_INSTANTIATED)
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_compare_face_liveness<owning>>() noexcept;
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_compare_face_liveness<borrowed>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_compare_face_liveness_output<owning>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_compare_face_liveness_output<borrowed>>() noexcept;
#endif

}  // namespace tc3::inline TC3_NAMESPACE
