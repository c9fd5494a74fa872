// SPDX-License-Identifier: MIT
// IdCardOCRVerification: match name and ID number, typed or read from a photo. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061
#pragma once

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
/// quota. One of {IdCard and Name} / ImageBase64 / ImageUrl is needed (in this order of priority). Looks into data of mainland China.
template <class Storage>
struct basic_id_card_ocr_verification {
    /// ID number; with Name it wins over the images. Needed when no image given. Personal.
    typename Storage::template optional<typename Storage::text> id_card = {};
    /// Name; with IdCard it wins over the images. Needed when no image given. Personal.
    typename Storage::template optional<typename Storage::text> name = {};
    /// Portrait side; wins over ImageUrl. At most 3 MB of base64. Png, jpg, jpeg. Personal.
    typename Storage::template optional<typename Storage::binary> image_base64 = {};
    /// URL of the portrait side. Png, jpg, jpeg; at most 3 MB as base64 after the download; downloaded within 3 seconds. Signed in advance:
    /// whoever has it can read the file. Secret.
    typename Storage::template optional<typename Storage::text> image_url = {};
    /// Envelope that says which request fields are encrypted and how. Fields that it may cover: Name, IdCard.
    typename Storage::template nested<basic_encryption<Storage>> encryption = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset. What it says of its own
/// matter, in result: `faceid::outcome(answer)`.
template <class Storage>
struct basic_id_card_ocr_verification_output {
    /// Outcome code: a number carried as a string. See namespace id_card_result.
    typename Storage::template optional<typename Storage::text> result = {};
    /// Text for the outcome.
    typename Storage::template optional<typename Storage::text> description = {};
    /// Name that was checked. Personal.
    typename Storage::template optional<typename Storage::text> name = {};
    /// ID number that was checked. Personal.
    typename Storage::template optional<typename Storage::text> id_card = {};
    /// Sex from OCR; empty string without an image. Personal.
    typename Storage::template optional<typename Storage::text> sex = {};
    /// Ethnic group from OCR. Personal.
    typename Storage::template optional<typename Storage::text> nation = {};
    /// Birth date from OCR. Personal.
    typename Storage::template optional<typename Storage::text> birth = {};
    /// Address from OCR. Personal.
    typename Storage::template optional<typename Storage::text> address = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using id_card_ocr_verification = basic_id_card_ocr_verification<owning>;
using id_card_ocr_verification_output = basic_id_card_ocr_verification_output<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_id_card_ocr_verification_output<Storage>> = [] {
    using self = basic_id_card_ocr_verification_output<Storage>;
    return outcome_in<&self::result>({.passed = id_card_result::passes, .meanings = id_card_result::all});
}();

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_id_card_ocr_verification<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "IdCardOCRVerification",
    .host = faceid::host,
    .needs_region = false,
    .calls_per_second = 100,
    .repeat = repeat_safety::may_bill_again,
};

template <class Storage>
struct output_of<faceid::basic_id_card_ocr_verification<Storage>> {
    using type = faceid::basic_id_card_ocr_verification_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_id_card_ocr_verification<Storage>> = [] {
    using self = faceid::basic_id_card_ocr_verification<Storage>;
    return field_table{
        field_at_offset<decltype(self::id_card)>("IdCard", offsetof(self, id_card)).marked(sensitivity::personal),
        field_at_offset<decltype(self::name)>("Name", offsetof(self, name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::image_base64)>("ImageBase64", offsetof(self, image_base64))
            .marked(sensitivity::personal)
            .limited(text_size<0, 3145728>),
        field_at_offset<decltype(self::image_url)>("ImageUrl", offsetof(self, image_url)).marked(sensitivity::secret),
        field_at_offset<decltype(self::encryption)>("Encryption", offsetof(self, encryption)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_id_card_ocr_verification_output<Storage>> = [] {
    using self = faceid::basic_id_card_ocr_verification_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::name)>("Name", offsetof(self, name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::id_card)>("IdCard", offsetof(self, id_card)).marked(sensitivity::personal),
        field_at_offset<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at_offset<decltype(self::nation)>("Nation", offsetof(self, nation)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birth)>("Birth", offsetof(self, birth)).marked(sensitivity::personal),
        field_at_offset<decltype(self::address)>("Address", offsetof(self, address)).marked(sensitivity::personal),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1
