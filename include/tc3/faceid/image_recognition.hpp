// SPDX-License-Identifier: MIT
// ImageRecognition: compares a photo of a face with the photo of the authority (old). Made by tools/generate.py from tools/faceid.json.
#pragma once

#include <tc3/faceid/advice/describe.hpp>
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

/// Parameters of ImageRecognition. At most 100 calls per second. Requires no region. Not safe to repeat: if the response was lost, a second
/// call may be billed again and counts against the daily quota. Uses data sources of mainland China. Closed to new customers, who use
/// ImageRecognitionV2.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_image_recognition {
    /// ID number. Required. Personal data.
    text_of<Storage> id_card = {};
    /// Name, UTF-8. Required. Personal data.
    text_of<Storage> name = {};
    /// Face photo. Required. At most 3 MB of base64. Formats: jpg, png. Biometric data.
    binary_of<Storage> image_base64 = {};
    /// Not used by this action.
    optional_text<Storage> optional = {};
    /// The encrypted fields of the request, the algorithm and the wrapped key. May cover Name, IdCard.
    nested_of<Storage, basic_encryption<Storage>> encryption = {};
};

/// Output of ImageRecognition. A field that is absent or null is unset, as is a number that is sent as "". `faceid::outcome(output)` reads
/// the outcome from `result`.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_image_recognition_output {
    /// Match score against the authority's photo. 0 to 100; the vendor suggests a threshold of 70.
    optional_of<Storage, double> sim = {};
    /// Outcome code: 'Success' or a FailedOperation code, in an output rather than in an error. See pure_api_result in types/values.hpp.
    optional_text<Storage> result = {};
    /// Text for the outcome.
    optional_text<Storage> description = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using image_recognition = basic_image_recognition<owning>;
using image_recognition_output = basic_image_recognition_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_image_recognition_output<Storage>> =
    outcome_source<&basic_image_recognition_output<Storage>::result>{
        .passed = pure_api_result::passed_codes,
        .meanings = pure_api_result::all,
        .others = describe,
    };

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

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
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

#if defined(TC3_INSTANTIATED)
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_image_recognition<owning>>() noexcept;
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_image_recognition<borrowed>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_image_recognition_output<owning>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_image_recognition_output<borrowed>>() noexcept;
#endif

}  // namespace tc3::inline TC3_NAMESPACE
