// SPDX-License-Identifier: MIT
// The data that the browser flow reads from a document. Made by tools/generate.py from tools/faceid.json.
// Source: https://www.tencentcloud.com/document/product/1061
#pragma once

#include <tc3/faceid/types/cards.hpp>
#include <tc3/faceid/types/values.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>
#include <cstdint>

namespace tc3::inline TC3_NAMESPACE::faceid {

/// The result of one document in the browser flow.
template <class Storage>
struct basic_ocr_result {
    /// Whether the document check or OCR succeeded.
    optional_of<Storage, bool> is_pass = {};
    /// Document front image. Personal data.
    optional_binary<Storage> card_image_base64 = {};
    /// Old OCR struct. Disabled by the service, although the manual still describes it. Personal data.
    nested_of<Storage, basic_card_info<Storage>> card_info = {};
    /// OCR result with unified field names; not for CheckMode 4. Personal data.
    nested_of<Storage, basic_normal_card_info<Storage>> normal_card_info = {};
    /// Request id of this one document attempt.
    optional_text<Storage> request_id = {};
    /// Cropped document front. Personal data.
    optional_binary<Storage> card_cut_image_base64 = {};
    /// Cropped document back. Personal data.
    optional_binary<Storage> card_back_cut_image_base64 = {};
    /// Document warnings. See card_warning in types/values.hpp. The manual lists the codes without a minus sign, and its sample has one:
    /// card_warning::describe() takes both.
    optional_list<Storage, std::int64_t> warn_card_infos = {};
    /// Raw OCR result as a JSON text inside a string; only for CheckMode 4. Personal data.
    optional_text<Storage> original_card_info = {};
    /// Portrait cut from the document. Biometric data.
    optional_binary<Storage> head_image_base64 = {};
    /// Document back image. Personal data.
    optional_binary<Storage> card_back_image_base64 = {};
};

using ocr_result = basic_ocr_result<owning>;

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_ocr_result<Storage>> = [] {
    using self = faceid::basic_ocr_result<Storage>;
    return field_table{
        field_at_offset<decltype(self::is_pass)>("IsPass", offsetof(self, is_pass)).marked(sensitivity::open),
        field_at_offset<decltype(self::card_image_base64)>("CardImageBase64", offsetof(self, card_image_base64))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::card_info)>("CardInfo", offsetof(self, card_info)).marked(sensitivity::personal),
        field_at_offset<decltype(self::normal_card_info)>("NormalCardInfo", offsetof(self, normal_card_info)).marked(sensitivity::personal),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
        field_at_offset<decltype(self::card_cut_image_base64)>("CardCutImageBase64", offsetof(self, card_cut_image_base64))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::card_back_cut_image_base64)>("CardBackCutImageBase64", offsetof(self, card_back_cut_image_base64))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::warn_card_infos)>("WarnCardInfos", offsetof(self, warn_card_infos)).marked(sensitivity::open),
        field_at_offset<decltype(self::original_card_info)>("OriginalCardInfo", offsetof(self, original_card_info))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::head_image_base64)>("HeadImageBase64", offsetof(self, head_image_base64))
            .marked(sensitivity::biometric),
        field_at_offset<decltype(self::card_back_image_base64)>("CardBackImageBase64", offsetof(self, card_back_image_base64))
            .marked(sensitivity::personal),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE
