// SPDX-License-Identifier: MIT
// GetFaceIdResultIntl: read the result of an SDK selfie verification. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061
#pragma once

#include <tc3/faceid/advice/outcome.hpp>
#include <tc3/faceid/service.hpp>
#include <tc3/faceid/types/values.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>

namespace tc3::inline v0_1::faceid {

/// The question. 20 calls a second. Needs a region, one of ap-bangkok, ap-hongkong, ap-jakarta, ap-singapore, sa-saopaulo. Asking twice
/// does no harm.
template <class Storage>
struct basic_get_face_id_result_intl {
    /// Token from GetFaceIdTokenIntl. Required. Secret.
    typename Storage::text sdk_token = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset. What it says of its own
/// matter, in result: `faceid::outcome(answer)`.
template <class Storage>
struct basic_get_face_id_result_intl_output {
    /// Outcome code as a string. See namespace sdk_result. "-999" while the session is not finished.
    typename Storage::template optional<typename Storage::text> result = {};
    /// Text for the outcome.
    typename Storage::template optional<typename Storage::text> description = {};
    /// Best face frame. Biometric.
    typename Storage::template optional<typename Storage::binary> best_frame = {};
    /// Verification video with the colour reflections. Biometric.
    typename Storage::template optional<typename Storage::binary> video = {};
    /// Video of the requested motions, meant for AI Face Shield. Biometric.
    typename Storage::template optional<typename Storage::binary> action_video = {};
    /// Match score, meaningful only in compare mode. 0 to 100. 0 in liveness mode, where it means nothing.
    typename Storage::template optional<double> similarity = {};
    /// Passthrough from the token request. Personal.
    typename Storage::template optional<typename Storage::text> extra = {};
    /// Device risk. See namespace device_info_level. ENHANCED and PLUS tiers only.
    typename Storage::template optional<typename Storage::text> device_info_level = {};
    /// Why liveness failed; two-digit string tags. See namespace sdk_liveness_tag. PRO and PLUS tiers only. The tags of VerificationDetail
    /// mean other things.
    typename Storage::template list<typename Storage::text> liveness_info_tag = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using get_face_id_result_intl = basic_get_face_id_result_intl<owning>;
using get_face_id_result_intl_output = basic_get_face_id_result_intl_output<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_get_face_id_result_intl_output<Storage>> = [] {
    using self = basic_get_face_id_result_intl_output<Storage>;
    return outcome_in<&self::result>({.passed = sdk_result::passes, .pending = "-999", .meanings = sdk_result::all});
}();

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

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
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::best_frame)>("BestFrame", offsetof(self, best_frame)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::video)>("Video", offsetof(self, video)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::action_video)>("ActionVideo", offsetof(self, action_video)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::similarity)>("Similarity", offsetof(self, similarity)).marked(sensitivity::open),
        field_at_offset<decltype(self::extra)>("Extra", offsetof(self, extra)).marked(sensitivity::personal),
        field_at_offset<decltype(self::device_info_level)>("DeviceInfoLevel", offsetof(self, device_info_level)).marked(sensitivity::open),
        field_at_offset<decltype(self::liveness_info_tag)>("LivenessInfoTag", offsetof(self, liveness_info_tag)).marked(sensitivity::open),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1
