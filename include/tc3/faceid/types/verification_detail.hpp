// SPDX-License-Identifier: MIT
// One attempt of the browser flow. Made by tools/generate.py from tools/faceid.json.
// Source: https://www.tencentcloud.com/document/product/1061
#pragma once

#include <tc3/core/literal.hpp>
#include <tc3/faceid/types/values.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>
#include <cstdint>

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Values of verification_detail::liveness_info_tag. The service may add more.
namespace web_liveness_tag {
inline constexpr literal eyes_stayed_closed{"01"};                  ///< eyes stayed closed
inline constexpr literal required_action_not_done{"02"};            ///< required action not done
inline constexpr literal re_photographing_suspected{"03"};          ///< re-photographing suspected
inline constexpr literal synthesis_suspected{"04"};                 ///< synthesis suspected
inline constexpr literal known_fraud_template_suspected{"05"};      ///< known fraud template suspected
inline constexpr literal watermark_suspected{"06"};                 ///< watermark suspected
inline constexpr literal reflected_light_check_failed{"07"};        ///< reflected-light check failed
inline constexpr literal person_swapped_midway_suspected{"08"};     ///< person swapped midway suspected
inline constexpr literal poor_face_quality{"09"};                   ///< poor face quality
inline constexpr literal distance_check_failed{"10"};               ///< distance check failed
inline constexpr literal adversarial_sample_suspected{"11"};        ///< adversarial sample suspected
inline constexpr literal mouth_area_attack_traces_suspected{"12"};  ///< mouth-area attack traces suspected
inline constexpr literal eye_area_attack_traces_suspected{"13"};    ///< eye-area attack traces suspected
inline constexpr literal eyes_or_mouth_covered{"14"};               ///< eyes or mouth covered
}  // namespace web_liveness_tag

/// One attempt in the browser flow.
template <class Storage>
struct basic_verification_detail {
    /// Outcome code of the attempt as a number; 0 means same person. See web_result in types/values.hpp.
    optional_of<Storage, std::int64_t> error_code = {};
    /// Text for ErrorCode.
    optional_text<Storage> error_msg = {};
    /// Outcome code of the liveness check as a number; 0 means passed. See web_result in types/values.hpp.
    optional_of<Storage, std::int64_t> liveness_error_code = {};
    /// Text for LivenessErrorCode.
    optional_text<Storage> liveness_error_msg = {};
    /// Outcome code of the comparison as a number; 0 means same person. See web_result in types/values.hpp.
    optional_of<Storage, std::int64_t> compare_error_code = {};
    /// Text for CompareErrorCode.
    optional_text<Storage> compare_error_msg = {};
    /// Attempt time, Unix milliseconds.
    optional_of<Storage, std::uint64_t> req_timestamp = {};
    /// Match score; 70 or more is the default pass. 0 to 100.
    optional_of<Storage, double> similarity = {};
    /// Unique id of the attempt.
    optional_text<Storage> seq = {};
    /// Why liveness failed; two-digit string tags. See web_liveness_tag above. PLUS tier only. The tags of the app SDK have other meanings.
    optional_list<Storage, text_of<Storage>> liveness_info_tag = {};
};

using verification_detail = basic_verification_detail<owning>;

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_verification_detail<Storage>> = [] {
    using self = faceid::basic_verification_detail<Storage>;
    return field_table{
        field_at_offset<decltype(self::error_code)>("ErrorCode", offsetof(self, error_code)).marked(sensitivity::open),
        field_at_offset<decltype(self::error_msg)>("ErrorMsg", offsetof(self, error_msg)).marked(sensitivity::open),
        field_at_offset<decltype(self::liveness_error_code)>("LivenessErrorCode", offsetof(self, liveness_error_code))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::liveness_error_msg)>("LivenessErrorMsg", offsetof(self, liveness_error_msg))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::compare_error_code)>("CompareErrorCode", offsetof(self, compare_error_code))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::compare_error_msg)>("CompareErrorMsg", offsetof(self, compare_error_msg)).marked(sensitivity::open),
        field_at_offset<decltype(self::req_timestamp)>("ReqTimestamp", offsetof(self, req_timestamp)).marked(sensitivity::open),
        field_at_offset<decltype(self::similarity)>("Similarity", offsetof(self, similarity)).marked(sensitivity::open),
        field_at_offset<decltype(self::seq)>("Seq", offsetof(self, seq)).marked(sensitivity::open),
        field_at_offset<decltype(self::liveness_info_tag)>("LivenessInfoTag", offsetof(self, liveness_info_tag)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE
