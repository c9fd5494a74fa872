// SPDX-License-Identifier: MIT
// The attempts of one session of the identity SDK: at the document and at the face. Made by tools/generate.py from tools/faceid.json.
// Source: https://www.tencentcloud.com/document/product/1061
#pragma once

#include <tc3/faceid/types/cards.hpp>
#include <tc3/faceid/types/file_info.hpp>
#include <tc3/faceid/types/values.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>
#include <cstdint>

namespace tc3::inline TC3_NAMESPACE::faceid {

/// An OCR field that the user changed.
template <class Storage>
struct basic_edit_detail {
    /// Name of the changed field.
    optional_text<Storage> field_name = {};
    /// OCR value before the change. Personal data.
    optional_text<Storage> original_field_value = {};
    /// Value typed by the user. Personal data.
    optional_text<Storage> revised_field_value = {};
};

/// One attempt at the document in the app SDK flow.
template <class Storage>
struct basic_card_verify_result {
    /// Whether the document check or OCR succeeded.
    optional_of<Storage, bool> is_pass = {};
    /// Whether the user changed the OCR result.
    optional_of<Storage, bool> is_edit = {};
    /// Document video file; only with video document checks. The URL is valid for 10 minutes. Personal data.
    nested_of<Storage, basic_file_info<Storage>> card_video = {};
    /// Document image file. The URL is valid for 10 minutes. Personal data.
    nested_of<Storage, basic_file_info<Storage>> card_image = {};
    /// A file with the OCR fields as JSON; its field names depend on IdCardType. The URL is valid for 10 minutes. Personal data.
    nested_of<Storage, basic_file_info<Storage>> card_info_ocr_json = {};
    /// Request id of this one attempt.
    optional_text<Storage> request_id = {};
    /// Old OCR struct. Disabled by the service, although the manual still describes it. Personal data.
    nested_of<Storage, basic_card_info<Storage>> card_info = {};
    /// OCR result with unified field names. Personal data.
    nested_of<Storage, basic_normal_card_info<Storage>> normal_card_info = {};
    /// Document warnings. See card_warning in types/values.hpp.
    optional_list<Storage, std::int64_t> warn_card_infos = {};
    /// Fields that the user changed; empty if IsEdit is false. Personal data.
    optional_list<Storage, basic_edit_detail<Storage>> edit_details = {};
};

/// One attempt at liveness and comparison in the app SDK flow.
template <class Storage>
struct basic_compare_result {
    /// Final outcome code as a string. See sdk_result in types/values.hpp.
    optional_text<Storage> error_code = {};
    /// Text for ErrorCode.
    optional_text<Storage> error_msg = {};
    /// Liveness data package file from the SDK. Biometric data.
    nested_of<Storage, basic_file_info<Storage>> live_data = {};
    /// Verification video file with the colour reflections. The URL is valid for 10 minutes. Biometric data.
    nested_of<Storage, basic_file_info<Storage>> live_video = {};
    /// Video of the motions, as a file, for AI Face Shield. Biometric data.
    nested_of<Storage, basic_file_info<Storage>> action_video = {};
    /// Outcome code of the liveness check as a string. See sdk_result in types/values.hpp.
    optional_text<Storage> live_error_code = {};
    /// Text for LiveErrorCode.
    optional_text<Storage> live_error_msg = {};
    /// Best face frame file. The URL is valid for 10 minutes. Biometric data.
    nested_of<Storage, basic_file_info<Storage>> best_frame = {};
    /// Portrait cut from the document, as a file. The URL is valid for 10 minutes. Biometric data.
    nested_of<Storage, basic_file_info<Storage>> profile_image = {};
    /// Outcome code of the comparison as a string; empty if it was not reached. See sdk_result in types/values.hpp.
    optional_text<Storage> compare_error_code = {};
    /// Text for CompareErrorCode.
    optional_text<Storage> compare_error_msg = {};
    /// Match score. 0 to 100.
    optional_of<Storage, double> sim = {};
    /// No longer used, according to the manual.
    optional_of<Storage, bool> is_need_charge = {};
    /// Document data that the user edited, as a file; without effect, according to the manual. Personal data.
    nested_of<Storage, basic_file_info<Storage>> card_info_input_json = {};
    /// Request id of this one attempt.
    optional_text<Storage> request_id = {};
    /// Why liveness failed; two-digit string tags. See sdk_liveness_tag in types/values.hpp. PLUS tier, perhaps PRO too.
    optional_list<Storage, text_of<Storage>> liveness_info_tag = {};
};

using edit_detail = basic_edit_detail<owning>;
using card_verify_result = basic_card_verify_result<owning>;
using compare_result = basic_compare_result<owning>;

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_edit_detail<Storage>> = [] {
    using self = faceid::basic_edit_detail<Storage>;
    return field_table{
        field_at_offset<decltype(self::field_name)>("FieldName", offsetof(self, field_name)).marked(sensitivity::open),
        field_at_offset<decltype(self::original_field_value)>("OriginalFieldValue", offsetof(self, original_field_value))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::revised_field_value)>("RevisedFieldValue", offsetof(self, revised_field_value))
            .marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_card_verify_result<Storage>> = [] {
    using self = faceid::basic_card_verify_result<Storage>;
    return field_table{
        field_at_offset<decltype(self::is_pass)>("IsPass", offsetof(self, is_pass)).marked(sensitivity::open),
        field_at_offset<decltype(self::is_edit)>("IsEdit", offsetof(self, is_edit)).marked(sensitivity::open),
        field_at_offset<decltype(self::card_video)>("CardVideo", offsetof(self, card_video)).marked(sensitivity::personal),
        field_at_offset<decltype(self::card_image)>("CardImage", offsetof(self, card_image)).marked(sensitivity::personal),
        field_at_offset<decltype(self::card_info_ocr_json)>("CardInfoOcrJson", offsetof(self, card_info_ocr_json))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
        field_at_offset<decltype(self::card_info)>("CardInfo", offsetof(self, card_info)).marked(sensitivity::personal),
        field_at_offset<decltype(self::normal_card_info)>("NormalCardInfo", offsetof(self, normal_card_info)).marked(sensitivity::personal),
        field_at_offset<decltype(self::warn_card_infos)>("WarnCardInfos", offsetof(self, warn_card_infos)).marked(sensitivity::open),
        field_at_offset<decltype(self::edit_details)>("EditDetails", offsetof(self, edit_details)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_compare_result<Storage>> = [] {
    using self = faceid::basic_compare_result<Storage>;
    return field_table{
        field_at_offset<decltype(self::error_code)>("ErrorCode", offsetof(self, error_code)).marked(sensitivity::open),
        field_at_offset<decltype(self::error_msg)>("ErrorMsg", offsetof(self, error_msg)).marked(sensitivity::open),
        field_at_offset<decltype(self::live_data)>("LiveData", offsetof(self, live_data)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::live_video)>("LiveVideo", offsetof(self, live_video)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::action_video)>("ActionVideo", offsetof(self, action_video)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::live_error_code)>("LiveErrorCode", offsetof(self, live_error_code)).marked(sensitivity::open),
        field_at_offset<decltype(self::live_error_msg)>("LiveErrorMsg", offsetof(self, live_error_msg)).marked(sensitivity::open),
        field_at_offset<decltype(self::best_frame)>("BestFrame", offsetof(self, best_frame)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::profile_image)>("ProfileImage", offsetof(self, profile_image)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::compare_error_code)>("CompareErrorCode", offsetof(self, compare_error_code))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::compare_error_msg)>("CompareErrorMsg", offsetof(self, compare_error_msg)).marked(sensitivity::open),
        field_at_offset<decltype(self::sim)>("Sim", offsetof(self, sim)).marked(sensitivity::open),
        field_at_offset<decltype(self::is_need_charge)>("IsNeedCharge", offsetof(self, is_need_charge)).marked(sensitivity::open),
        field_at_offset<decltype(self::card_info_input_json)>("CardInfoInputJson", offsetof(self, card_info_input_json))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
        field_at_offset<decltype(self::liveness_info_tag)>("LivenessInfoTag", offsetof(self, liveness_info_tag)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE
