// SPDX-License-Identifier: MIT
// GetFaceIdResultIntl: reads the result of an SDK selfie verification. Made by tools/generate.py from tools/faceid.json.
#pragma once

#include <tc3/faceid/advice/outcome.hpp>
#include <tc3/faceid/service.hpp>
#include <tc3/faceid/types/session_life.hpp>
#include <tc3/faceid/types/values.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/borrowed.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Parameters of GetFaceIdResultIntl. At most 20 calls per second. Requires a region: ap-bangkok, ap-hongkong, ap-jakarta, ap-singapore,
/// sa-saopaulo. Safe to repeat.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_get_face_id_result_intl {
    /// Token from GetFaceIdTokenIntl. Valid for 3 days. Required. Secret.
    text_of<Storage> sdk_token = {};
};

/// Output of GetFaceIdResultIntl. A field that is absent or null is unset, as is a number that is sent as "". A list that is sent as [] is
/// set and empty. `faceid::outcome(output)` reads the outcome from `result`.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_get_face_id_result_intl_output {
    /// Outcome code as a string. See sdk_result in types/values.hpp. "-999" while the session is not finished.
    optional_text<Storage> result = {};
    /// Text for the outcome.
    optional_text<Storage> description = {};
    /// Best face frame. Biometric data.
    optional_binary<Storage> best_frame = {};
    /// Verification video with the colour reflections. Biometric data.
    optional_binary<Storage> video = {};
    /// Video of the requested motions, for AI Face Shield. Biometric data.
    optional_binary<Storage> action_video = {};
    /// Match score; meaningful only in compare mode. 0 to 100. 0 and without meaning in liveness mode.
    optional_of<Storage, double> similarity = {};
    /// The Extra of the request that started the session. Personal data.
    optional_text<Storage> extra = {};
    /// Device risk. See device_info_level in types/values.hpp. ENHANCED and PLUS tiers only.
    optional_text<Storage> device_info_level = {};
    /// Why liveness failed; two-digit string tags. See sdk_liveness_tag in types/values.hpp. PRO and PLUS tiers only. The tags of
    /// VerificationDetail have other meanings.
    optional_list<Storage, text_of<Storage>> liveness_info_tag = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using get_face_id_result_intl = basic_get_face_id_result_intl<owning>;
using get_face_id_result_intl_output = basic_get_face_id_result_intl_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_get_face_id_result_intl_output<Storage>> =
    outcome_source<&basic_get_face_id_result_intl_output<Storage>::result>{
        .passed = sdk_result::passed_codes,
        .pending = "-999",
        .meanings = sdk_result::all,
    };

template <class Storage>
inline constexpr session_life session_life_of<basic_get_face_id_result_intl<Storage>>{
    .start_within = 600,
    .readable_for = 259200,
};

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

template <class Storage>
inline constexpr action action_of<faceid::basic_get_face_id_result_intl<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "GetFaceIdResultIntl",
    .host = faceid::host,
    .calls_per_second = 20,
    .repeat = repeat_safety::harmless,
};

template <class Storage>
struct output_of<faceid::basic_get_face_id_result_intl<Storage>> {
    using type = faceid::basic_get_face_id_result_intl_output<Storage>;
};

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_face_id_result_intl<Storage>> = [] {
    using self = faceid::basic_get_face_id_result_intl<Storage>;
    return field_table{
        field_at_offset<decltype(self::sdk_token)>("SdkToken", offsetof(self, sdk_token)).required().marked(sensitivity::secret),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_face_id_result_intl_output<Storage>> = [] {
    using self = faceid::basic_get_face_id_result_intl_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::best_frame)>("BestFrame", offsetof(self, best_frame)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::video)>("Video", offsetof(self, video)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::action_video)>("ActionVideo", offsetof(self, action_video)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::similarity)>("Similarity", offsetof(self, similarity)).marked(sensitivity::open),
        field_at_offset<decltype(self::extra)>("Extra", offsetof(self, extra)).marked(sensitivity::personal),
        field_at_offset<decltype(self::device_info_level)>("DeviceInfoLevel", offsetof(self, device_info_level)).marked(sensitivity::open),
        field_at_offset<decltype(self::liveness_info_tag)>("LivenessInfoTag", offsetof(self, liveness_info_tag)).marked(sensitivity::open),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

#if defined(TC3_INSTANTIATED)
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_get_face_id_result_intl<owning>>() noexcept;
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_get_face_id_result_intl<borrowed>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_get_face_id_result_intl_output<owning>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_get_face_id_result_intl_output<borrowed>>() noexcept;
#endif

}  // namespace tc3::inline TC3_NAMESPACE
