// SPDX-License-Identifier: MIT
// CheckIdCardInformation: read an ID card photo and compare its portrait with the authority. Made by tools/generate.py from
// tools/faceid.json; manual: https://www.tencentcloud.com/document/product/1061
#pragma once

#include <tc3/core/literal.hpp>
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

/// Values of check_id_card_information_output::warnings; more may come.
namespace id_card_warning {
inline constexpr literal border_incomplete{"-9101"};       ///< border incomplete
inline constexpr literal copy{"-9102"};                    ///< copy
inline constexpr literal re_photographed{"-9103"};         ///< re-photographed
inline constexpr literal temporary_id_card{"-9104"};       ///< temporary ID card
inline constexpr literal frame_covered{"-9105"};           ///< frame covered
inline constexpr literal edited_image_suspected{"-9106"};  ///< edited image suspected
inline constexpr literal blurred{"-8001"};                 ///< blurred
}  // namespace id_card_warning

/// The question. 100 calls a second. Needs no region. Not idempotent: a repeat after a lost answer may be billed twice and uses daily
/// quota. One of ImageBase64/ImageUrl is needed (URL wins). Looks into data of mainland China.
template <class Storage>
struct basic_check_id_card_information {
    /// Portrait side of the ID card; ImageUrl wins when both are sent. Needed when ImageUrl is absent. At most 7 MB of base64. Png, jpg,
    /// jpeg. Personal.
    typename Storage::template optional<typename Storage::binary> image_base64 = {};
    /// URL of the portrait side; wins over ImageBase64. Needed when ImageBase64 is absent. Png, jpg, jpeg; at most 3 MB as base64 after the
    /// download; downloaded within 3 seconds. Signed in advance: whoever has it can read the file. Secret.
    typename Storage::template optional<typename Storage::text> image_url = {};
    /// Warning switches as a JSON text inside a string; bool keys CopyWarn, BorderCheckWarn, ReshootWarn, DetectPsWarn, TempIdWarn,
    /// Quality, all default false.
    typename Storage::template optional<typename Storage::text> config = {};
    /// Encrypt IdNum and Name in the response. Default: false.
    typename Storage::template optional<bool> is_encrypt = {};
    /// Encrypt the whole response body (comes back in EncryptedBody).
    typename Storage::template optional<bool> is_encrypt_response = {};
    /// Algorithm, IV and wrapped key for response encryption.
    typename Storage::template nested<basic_encryption<Storage>> encryption = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset. What it says of its own
/// matter, in result: `faceid::outcome(answer)`.
template <class Storage>
struct basic_check_id_card_information_output {
    /// Match score against the authority's photo. 0 to 100; 70 is the suggested threshold.
    typename Storage::template optional<double> sim = {};
    /// Outcome: 'Success' or a dotted FailedOperation.* code carried inside a non-error envelope. See namespace pure_api_result.
    typename Storage::template optional<typename Storage::text> result = {};
    /// Text for the outcome.
    typename Storage::template optional<typename Storage::text> description = {};
    /// Name on the card. Personal.
    typename Storage::template optional<typename Storage::text> name = {};
    /// Sex on the card. Personal.
    typename Storage::template optional<typename Storage::text> sex = {};
    /// Ethnic group on the card. Personal.
    typename Storage::template optional<typename Storage::text> nation = {};
    /// Birth date, e.g. 1654/12/20. Personal.
    typename Storage::template optional<typename Storage::text> birth = {};
    /// Address on the card. Personal.
    typename Storage::template optional<typename Storage::text> address = {};
    /// ID number. Personal.
    typename Storage::template optional<typename Storage::text> id_num = {};
    /// Portrait cut from the card; null when cropping fails. Biometric.
    typename Storage::template optional<typename Storage::binary> portrait = {};
    /// Document warnings joined by '|'. See namespace id_card_warning. -9104 to -9106 mean other things than in WarnCardInfos; empty when
    /// there are none.
    typename Storage::template optional<typename Storage::text> warnings = {};
    /// Image quality score; under 50 warns; only with Config.Quality. 0 to 100; under 50 warns.
    typename Storage::template optional<double> quality = {};
    /// Envelope for decrypting the response; null when not used.
    typename Storage::template nested<basic_encryption<Storage>> encryption = {};
    /// Encrypted response body. Personal.
    typename Storage::template optional<typename Storage::binary> encrypted_body = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using check_id_card_information = basic_check_id_card_information<owning>;
using check_id_card_information_output = basic_check_id_card_information_output<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_check_id_card_information_output<Storage>> = [] {
    using self = basic_check_id_card_information_output<Storage>;
    return outcome_in<&self::result>({.passed = pure_api_result::passes, .meanings = pure_api_result::all, .others = describe});
}();

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

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
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).marked(sensitivity::open),
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
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1
