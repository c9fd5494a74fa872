// SPDX-License-Identifier: MIT
// DetectReflectLivenessAndCompare: checks a reflection liveness package and compares it with a photo. Made by tools/generate.py from
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

/// Parameters of DetectReflectLivenessAndCompare. At most 5 calls per second. Requires a region: ap-bangkok, ap-hongkong, ap-singapore. Not
/// safe to repeat: if the response was lost, a second call may be billed again and counts against the daily quota.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_detect_reflect_liveness_and_compare {
    /// COS URL of the SDK's liveness package, in the region of the request. Required. Pre-signed: anyone who has the URL can use it.
    /// Secret.
    text_of<Storage> live_data_url = {};
    /// MD5 of the package. Required. 32 bytes. 32 hex digits.
    text_of<Storage> live_data_md5 = {};
    /// COS URL of the face photo, in the region of the request. Required. Pre-signed: anyone who has the URL can use it. Secret.
    text_of<Storage> image_url = {};
    /// MD5 of the photo. Required. 32 bytes. 32 hex digits.
    text_of<Storage> image_md5 = {};
};

/// Output of DetectReflectLivenessAndCompare. A field that is absent or null is unset, as is a number that is sent as "".
/// `faceid::outcome(output)` reads the outcome from `result`.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_detect_reflect_liveness_and_compare_output {
    /// Temporary URL of the best frame, jpg. Pre-signed: anyone who has the URL can use it. Valid for 2 hours. Secret.
    optional_text<Storage> best_frame_url = {};
    /// MD5 of the best frame. 32 hex digits.
    optional_text<Storage> best_frame_md5 = {};
    /// Outcome code: 'Success' or a FailedOperation code, in an output rather than in an error. See pure_api_result in types/values.hpp.
    optional_text<Storage> result = {};
    /// Text for the outcome.
    optional_text<Storage> description = {};
    /// Match score. 0 to 100; the vendor suggests a threshold of 70.
    optional_of<Storage, double> sim = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using detect_reflect_liveness_and_compare = basic_detect_reflect_liveness_and_compare<owning>;
using detect_reflect_liveness_and_compare_output = basic_detect_reflect_liveness_and_compare_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_detect_reflect_liveness_and_compare_output<Storage>> =
    outcome_source<&basic_detect_reflect_liveness_and_compare_output<Storage>::result>{
        .passed = pure_api_result::passed_codes,
        .meanings = pure_api_result::all,
        .others = describe,
    };

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

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
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::sim)>("Sim", offsetof(self, sim)).marked(sensitivity::open),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

#if defined(TC3_INSTANTIATED)
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_detect_reflect_liveness_and_compare<owning>>() noexcept;
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_detect_reflect_liveness_and_compare<borrowed>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_detect_reflect_liveness_and_compare_output<owning>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_detect_reflect_liveness_and_compare_output<borrowed>>() noexcept;
#endif

}  // namespace tc3::inline TC3_NAMESPACE
