// SPDX-License-Identifier: MIT
// LivenessCompare: checks a video for liveness and compares it with a photo, inline or by URL (old). Made by tools/generate.py from
// tools/faceid.json.
#pragma once

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

/// Parameters of LivenessCompare. At most 100 calls per second. Requires a region. Not safe to repeat: if the response was lost, a second
/// call may be billed again and counts against the daily quota. ImageBase64 or ImageUrl is required; ImageBase64 takes precedence.
/// VideoBase64 or VideoUrl is required; VideoBase64 takes precedence. The form of ValidateData depends on LivenessType. Closed to new
/// customers, who use VideoLivenessCompare.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_liveness_compare {
    /// Liveness mode. See liveness_type in types/values.hpp. Required.
    text_of<Storage> liveness_type = {};
    /// Face photo; takes precedence over ImageUrl. Required if ImageUrl is absent. At most 3 MB of base64. Formats: jpg, png. Biometric
    /// data.
    optional_binary<Storage> image_base64 = {};
    /// URL of the face photo. Required if ImageBase64 is absent. Formats: jpg, png; at most 3 MB of base64 when downloaded. Pre-signed:
    /// anyone who has the URL can use it. Secret.
    optional_text<Storage> image_url = {};
    /// Challenge. Required if LivenessType is LIP or ACTION. LIP: 4 digits; ACTION: '1,2' or '2,1'; SILENT: unset.
    optional_text<Storage> validate_data = {};
    /// Extra settings as a JSON text inside a string; key BestFrameNum (2..10).
    optional_text<Storage> optional = {};
    /// Liveness video; takes precedence over VideoUrl. Required if VideoUrl is absent. At most 8 MB of base64. Formats: mp4, avi, flv.
    /// Biometric data.
    optional_binary<Storage> video_base64 = {};
    /// URL of the liveness video. Required if VideoBase64 is absent. Formats: mp4, avi, flv; at most 8 MB of base64 when downloaded, within
    /// 4 seconds. Pre-signed: anyone who has the URL can use it. Secret.
    optional_text<Storage> video_url = {};
};

/// Output of LivenessCompare. A field that is absent or null is unset, as is a number that is sent as "". A list that is sent as [] is set
/// and empty. `faceid::outcome(output)` reads the outcome from `result`.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_liveness_compare_output {
    /// Best frame, jpg. Biometric data.
    optional_binary<Storage> best_frame_base64 = {};
    /// Match score. 0 to 100; the vendor suggests a threshold of 70.
    optional_of<Storage, double> sim = {};
    /// Outcome code: 'Success' or a FailedOperation code, in an output rather than in an error. See pure_api_result in types/values.hpp.
    optional_text<Storage> result = {};
    /// Text for the outcome.
    optional_text<Storage> description = {};
    /// Several best frames, only if BestFrameNum was set. Biometric data.
    optional_list<Storage, binary_of<Storage>> best_frame_list = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using liveness_compare = basic_liveness_compare<owning>;
using liveness_compare_output = basic_liveness_compare_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_liveness_compare_output<Storage>> =
    outcome_source<&basic_liveness_compare_output<Storage>::result>{
        .passed = pure_api_result::passed_codes,
        .meanings = pure_api_result::all,
        .others = describe,
    };

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

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
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::best_frame_list)>("BestFrameList", offsetof(self, best_frame_list)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

#if defined(TC3_INSTANTIATED)
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_liveness_compare<owning>>() noexcept;
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_liveness_compare<borrowed>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_liveness_compare_output<owning>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_liveness_compare_output<borrowed>>() noexcept;
#endif

}  // namespace tc3::inline TC3_NAMESPACE
