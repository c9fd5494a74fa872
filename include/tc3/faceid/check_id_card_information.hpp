// SPDX-License-Identifier: MIT
// CheckIdCardInformation: reads a photo of an ID card and compares its portrait with that of the authority. Made by tools/generate.py from
// tools/faceid.json.
#pragma once

#include <tc3/core/literal.hpp>
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

/// Values of check_id_card_information_output::warnings. The service may add more.
namespace id_card_warning {
inline constexpr literal border_incomplete{"-9101"};       ///< border incomplete
inline constexpr literal copy{"-9102"};                    ///< copy
inline constexpr literal re_photographed{"-9103"};         ///< re-photographed
inline constexpr literal temporary_id_card{"-9104"};       ///< temporary ID card
inline constexpr literal frame_covered{"-9105"};           ///< frame covered
inline constexpr literal edited_image_suspected{"-9106"};  ///< edited image suspected
inline constexpr literal blurred{"-8001"};                 ///< blurred
}  // namespace id_card_warning

/// Parameters of CheckIdCardInformation. At most 100 calls per second. Requires no region. Not safe to repeat: if the response was lost, a
/// second call may be billed again and counts against the daily quota. ImageBase64 or ImageUrl is required; ImageUrl takes precedence. Uses
/// data sources of mainland China.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_check_id_card_information {
    /// Portrait side of the ID card; ImageUrl takes precedence. Required if ImageUrl is absent. At most 7 MB of base64. Formats: png, jpg,
    /// jpeg. Personal data.
    optional_binary<Storage> image_base64 = {};
    /// URL of the portrait side; takes precedence over ImageBase64. Required if ImageBase64 is absent. Formats: png, jpg, jpeg; at most 3
    /// MB of base64 when downloaded, within 3 seconds. Pre-signed: anyone who has the URL can use it. Secret.
    optional_text<Storage> image_url = {};
    /// Warning switches as a JSON text inside a string; booleans CopyWarn, BorderCheckWarn, ReshootWarn, DetectPsWarn, TempIdWarn, Quality,
    /// all false by default.
    optional_text<Storage> config = {};
    /// Encrypt IdNum and Name in the response. If unset, the service uses false.
    optional_of<Storage, bool> is_encrypt = {};
    /// Encrypt the whole response, which is then in EncryptedBody.
    optional_of<Storage, bool> is_encrypt_response = {};
    /// Algorithm, IV and wrapped key for response encryption.
    nested_of<Storage, basic_encryption<Storage>> encryption = {};
};

/// Output of CheckIdCardInformation. A field that is absent or null is unset, as is a number that is sent as "". `faceid::outcome(output)`
/// reads the outcome from `result`.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_check_id_card_information_output {
    /// Match score against the authority's photo. 0 to 100; the vendor suggests a threshold of 70.
    optional_of<Storage, double> sim = {};
    /// Outcome code: 'Success' or a FailedOperation code, in an output rather than in an error. See pure_api_result in types/values.hpp.
    optional_text<Storage> result = {};
    /// Text for the outcome.
    optional_text<Storage> description = {};
    /// Name on the card. Personal data.
    optional_text<Storage> name = {};
    /// Sex on the card. Personal data.
    optional_text<Storage> sex = {};
    /// Ethnic group on the card. Personal data.
    optional_text<Storage> nation = {};
    /// Birth date, e.g. 1654/12/20. Personal data.
    optional_text<Storage> birth = {};
    /// Address on the card. Personal data.
    optional_text<Storage> address = {};
    /// ID number. Personal data.
    optional_text<Storage> id_num = {};
    /// Portrait cut from the card; null if cropping failed. Biometric data.
    optional_binary<Storage> portrait = {};
    /// Document warnings joined by '|'. See id_card_warning above. Empty if there are none. -9104 to -9106 differ in meaning from
    /// WarnCardInfos.
    optional_text<Storage> warnings = {};
    /// Image quality score; under 50 warns; only with Config.Quality. 0 to 100; below 50 causes a warning.
    optional_of<Storage, double> quality = {};
    /// Algorithm and wrapped key of the encrypted response; null if it is not encrypted.
    nested_of<Storage, basic_encryption<Storage>> encryption = {};
    /// Encrypted response body. Personal data.
    optional_binary<Storage> encrypted_body = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using check_id_card_information = basic_check_id_card_information<owning>;
using check_id_card_information_output = basic_check_id_card_information_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_check_id_card_information_output<Storage>> =
    outcome_source<&basic_check_id_card_information_output<Storage>::result>{
        .passed = pure_api_result::passed_codes,
        .meanings = pure_api_result::all,
        .others = describe,
    };

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

template <class Storage>
inline constexpr action action_of<faceid::basic_check_id_card_information<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "CheckIdCardInformation",
    .host = faceid::host,
    .needs_region = false,
    .calls_per_second = 100,
    .repeat = repeat_safety::may_bill_again,
};

template <class Storage>
struct output_of<faceid::basic_check_id_card_information<Storage>> {
    using type = faceid::basic_check_id_card_information_output<Storage>;
};

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_check_id_card_information<Storage>> = [] {
    using self = faceid::basic_check_id_card_information<Storage>;
    return field_table{
        field_at_offset<decltype(self::image_base64)>("ImageBase64", offsetof(self, image_base64))
            .marked(sensitivity::personal)
            .limited(text_size<0, 7340032>),
        field_at_offset<decltype(self::image_url)>("ImageUrl", offsetof(self, image_url)).marked(sensitivity::secret),
        field_at_offset<decltype(self::config)>("Config", offsetof(self, config)).marked(sensitivity::open),
        field_at_offset<decltype(self::is_encrypt)>("IsEncrypt", offsetof(self, is_encrypt)).marked(sensitivity::open),
        field_at_offset<decltype(self::is_encrypt_response)>("IsEncryptResponse", offsetof(self, is_encrypt_response))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::encryption)>("Encryption", offsetof(self, encryption)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_check_id_card_information_output<Storage>> = [] {
    using self = faceid::basic_check_id_card_information_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::sim)>("Sim", offsetof(self, sim)).marked(sensitivity::open),
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::name)>("Name", offsetof(self, name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at_offset<decltype(self::nation)>("Nation", offsetof(self, nation)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birth)>("Birth", offsetof(self, birth)).marked(sensitivity::personal),
        field_at_offset<decltype(self::address)>("Address", offsetof(self, address)).marked(sensitivity::personal),
        field_at_offset<decltype(self::id_num)>("IdNum", offsetof(self, id_num)).marked(sensitivity::personal),
        field_at_offset<decltype(self::portrait)>("Portrait", offsetof(self, portrait)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::warnings)>("Warnings", offsetof(self, warnings)).marked(sensitivity::open),
        field_at_offset<decltype(self::quality)>("Quality", offsetof(self, quality)).marked(sensitivity::open),
        field_at_offset<decltype(self::encryption)>("Encryption", offsetof(self, encryption)).marked(sensitivity::open),
        field_at_offset<decltype(self::encrypted_body)>("EncryptedBody", offsetof(self, encrypted_body)).marked(sensitivity::personal),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

#if defined(TC3_INSTANTIATED)
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_check_id_card_information<owning>>() noexcept;
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_check_id_card_information<borrowed>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_check_id_card_information_output<owning>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_check_id_card_information_output<borrowed>>() noexcept;
#endif

}  // namespace tc3::inline TC3_NAMESPACE
