// SPDX-License-Identifier: MIT
// IdCardOCRVerification: matches the name and ID number, typed or read from a photo. Made by tools/generate.py from tools/faceid.json.
#pragma once

#include <tc3/faceid/advice/outcome.hpp>
#include <tc3/faceid/service.hpp>
#include <tc3/faceid/types/encryption.hpp>
#include <tc3/faceid/types/values.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/borrowed.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Parameters of IdCardOCRVerification. At most 100 calls per second. Requires no region. Not safe to repeat: if the response was lost, a
/// second call may be billed again and counts against the daily quota. IdCard with Name, ImageBase64 or ImageUrl is required, with
/// precedence in this order. Uses data sources of mainland China.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_id_card_ocr_verification {
    /// ID number; with Name it takes precedence over the images. Required if no image is given. Personal data.
    optional_text<Storage> id_card = {};
    /// Name; with IdCard it takes precedence over the images. Required if no image is given. Personal data.
    optional_text<Storage> name = {};
    /// Portrait side; takes precedence over ImageUrl. At most 3 MB of base64. Formats: png, jpg, jpeg. Personal data.
    optional_binary<Storage> image_base64 = {};
    /// URL of the portrait side. Formats: png, jpg, jpeg; at most 3 MB of base64 when downloaded, within 3 seconds. Pre-signed: anyone who
    /// has the URL can use it. Secret.
    optional_text<Storage> image_url = {};
    /// The encrypted fields of the request, the algorithm and the wrapped key. May cover Name, IdCard.
    nested_of<Storage, basic_encryption<Storage>> encryption = {};
};

/// Output of IdCardOCRVerification. A field that is absent or null is unset, as is a number that is sent as "". `faceid::outcome(output)`
/// reads the outcome from `result`.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_id_card_ocr_verification_output {
    /// Outcome code: a number as a string. See id_card_result in types/values.hpp.
    optional_text<Storage> result = {};
    /// Text for the outcome.
    optional_text<Storage> description = {};
    /// Name that was checked. Personal data.
    optional_text<Storage> name = {};
    /// ID number that was checked. Personal data.
    optional_text<Storage> id_card = {};
    /// Sex from OCR; empty without an image. Personal data.
    optional_text<Storage> sex = {};
    /// Ethnic group from OCR. Personal data.
    optional_text<Storage> nation = {};
    /// Birth date from OCR. Personal data.
    optional_text<Storage> birth = {};
    /// Address from OCR. Personal data.
    optional_text<Storage> address = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using id_card_ocr_verification = basic_id_card_ocr_verification<owning>;
using id_card_ocr_verification_output = basic_id_card_ocr_verification_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_id_card_ocr_verification_output<Storage>> =
    outcome_source<&basic_id_card_ocr_verification_output<Storage>::result>{
        .passed = id_card_result::passed_codes,
        .meanings = id_card_result::all,
    };

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

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
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::name)>("Name", offsetof(self, name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::id_card)>("IdCard", offsetof(self, id_card)).marked(sensitivity::personal),
        field_at_offset<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at_offset<decltype(self::nation)>("Nation", offsetof(self, nation)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birth)>("Birth", offsetof(self, birth)).marked(sensitivity::personal),
        field_at_offset<decltype(self::address)>("Address", offsetof(self, address)).marked(sensitivity::personal),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

#if defined(TC3_INSTANTIATED)
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_id_card_ocr_verification<owning>>() noexcept;
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_id_card_ocr_verification<borrowed>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_id_card_ocr_verification_output<owning>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_id_card_ocr_verification_output<borrowed>>() noexcept;
#endif

}  // namespace tc3::inline TC3_NAMESPACE
