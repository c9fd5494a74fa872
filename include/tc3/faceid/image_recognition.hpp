// SPDX-License-Identifier: MIT
// ImageRecognition: compare a face photo with the authority photo (old). Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061
#pragma once

#include <tc3/faceid/advice/describe.hpp>
#include <tc3/faceid/advice/outcome.hpp>
#include <tc3/faceid/service.hpp>
#include <tc3/faceid/types/encryption.hpp>
#include <tc3/faceid/types/values.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>

namespace tc3::inline v0_1::faceid {

/// The question. 100 calls a second. Needs no region. Not idempotent: a repeat after a lost answer may be billed twice and uses daily
/// quota. Looks into data of mainland China. Closed to new customers; vendor points to ImageRecognitionV2.
template <class Storage>
struct basic_image_recognition {
    /// ID number. Required. Personal.
    typename Storage::text id_card = {};
    /// Name, UTF-8. Required. Personal.
    typename Storage::text name = {};
    /// Face photo. Required. At most 3 MB of base64. Jpg, png. Biometric.
    typename Storage::binary image_base64 = {};
    /// Not used by this action.
    typename Storage::template optional<typename Storage::text> optional = {};
    /// Envelope that says which request fields are encrypted and how. Fields that it may cover: Name, IdCard.
    typename Storage::template nested<basic_encryption<Storage>> encryption = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset. What it says of its own
/// matter, in result: `faceid::outcome(answer)`.
template <class Storage>
struct basic_image_recognition_output {
    /// Match score against the authority's photo. 0 to 100; 70 is the suggested threshold.
    typename Storage::template optional<double> sim = {};
    /// Outcome: 'Success' or a dotted FailedOperation.* code carried inside a non-error envelope. See namespace pure_api_result.
    typename Storage::template optional<typename Storage::text> result = {};
    /// Text for the outcome.
    typename Storage::template optional<typename Storage::text> description = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using image_recognition = basic_image_recognition<owning>;
using image_recognition_output = basic_image_recognition_output<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_image_recognition_output<Storage>> = [] {
    using self = basic_image_recognition_output<Storage>;
    return outcome_in<&self::result>({.passed = pure_api_result::passes, .meanings = pure_api_result::all, .others = describe});
}();

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_image_recognition<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "ImageRecognition",
    .host = faceid::host,
    .needs_region = false,
    .calls_per_second = 100,
    .repeat = repeat_safety::may_bill_again,
};

template <class Storage>
struct output_of<faceid::basic_image_recognition<Storage>> {
    using type = faceid::basic_image_recognition_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_image_recognition<Storage>> = [] {
    using self = faceid::basic_image_recognition<Storage>;
    return field_table{
        field_at_offset<decltype(self::id_card)>("IdCard", offsetof(self, id_card)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::name)>("Name", offsetof(self, name)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::image_base64)>("ImageBase64", offsetof(self, image_base64))
            .required()
            .marked(sensitivity::biometric)
            .limited(text_size<0, 3145728>),
        field_at_offset<decltype(self::optional)>("Optional", offsetof(self, optional)).marked(sensitivity::open),
        field_at_offset<decltype(self::encryption)>("Encryption", offsetof(self, encryption)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_image_recognition_output<Storage>> = [] {
    using self = faceid::basic_image_recognition_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::sim)>("Sim", offsetof(self, sim)).marked(sensitivity::open),
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1
