// SPDX-License-Identifier: MIT
// PhoneVerification: match name, ID number and mobile number. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061
#pragma once

#include <tc3/core/literal.hpp>
#include <tc3/faceid/advice/outcome.hpp>
#include <tc3/faceid/service.hpp>
#include <tc3/faceid/types/result_code.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline v0_1::faceid {

/// Values of phone_verification::encrypt_list.
namespace phone_encrypted_field {
inline constexpr literal id_card{"IdCard"};  ///< ID number is encrypted
inline constexpr literal name{"Name"};       ///< name is encrypted
inline constexpr literal phone{"Phone"};     ///< mobile number is encrypted
inline constexpr literal all[] = {id_card, name, phone};
}  // namespace phone_encrypted_field

/// Values of phone_verification_output::result; more may come.
namespace phone_result {
inline constexpr literal match{"0"};                         ///< match
inline constexpr literal no_match{"-4"};                     ///< no match
inline constexpr literal phone_number_invalid{"-6"};         ///< phone number invalid
inline constexpr literal id_number_wrong{"-7"};              ///< ID number wrong
inline constexpr literal name_rejected{"-8"};                ///< name rejected
inline constexpr literal no_record{"-9"};                    ///< no record
inline constexpr literal verification_centre_busy{"-11"};    ///< verification centre busy
inline constexpr literal daily_attempts_used_up{"-12"};      ///< daily attempts used up
inline constexpr literal number_range_not_supported{"-13"};  ///< number range not supported
inline constexpr result_code all[] = {
    {"0", "match", billing::billed},
    {"-4", "no match", billing::billed},
    {"-6", "phone number invalid", billing::free, error_category::request},
    {"-7", "ID number wrong", billing::free, error_category::request},
    {"-8", "name rejected", billing::free, error_category::request},
    {"-9", "no record", billing::free},
    {"-11", "verification centre busy", billing::free, error_category::service},
    {"-12", "daily attempts used up", billing::free, error_category::quota},
    {"-13", "number range not supported", billing::free, error_category::request},
};
inline constexpr std::string_view passes[] = {"0"};
}  // namespace phone_result

/// Values of phone_verification_output::isp; more may come.
namespace isp {
inline constexpr literal unknown{""};               ///< unknown
inline constexpr literal china_mobile{"mobile"};    ///< China Mobile
inline constexpr literal china_telecom{"telecom"};  ///< China Telecom
inline constexpr literal china_unicom{"cucc"};      ///< China Unicom
}  // namespace isp

/// The question. 20 calls a second. Needs no region. Not idempotent: a repeat after a lost answer may be billed twice and uses daily quota.
/// CiphertextBlob, EncryptList and Iv go together. Looks into data of mainland China.
template <class Storage>
struct basic_phone_verification {
    /// ID number. Required. Personal.
    typename Storage::text id_card = {};
    /// Name. Required. Personal.
    typename Storage::text name = {};
    /// Mobile number. Required. Personal.
    typename Storage::text phone = {};
    /// Wrapped symmetric key. AES-256-CBC only; this action has no Encryption struct. Secret.
    typename Storage::template optional<typename Storage::binary> ciphertext_blob = {};
    /// Names of encrypted fields. See namespace phone_encrypted_field.
    typename Storage::template list<typename Storage::text> encrypt_list = {};
    /// CBC initial vector. Secret.
    typename Storage::template optional<typename Storage::text> iv = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset. What it says of its own
/// matter, in result: `faceid::outcome(answer)`.
template <class Storage>
struct basic_phone_verification_output {
    /// Outcome code: a number carried as a string. See namespace phone_result.
    typename Storage::template optional<typename Storage::text> result = {};
    /// Text for the outcome.
    typename Storage::template optional<typename Storage::text> description = {};
    /// Carrier. See namespace isp. Other spellings have been seen, such as "Telecom". Personal.
    typename Storage::template optional<typename Storage::text> isp = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using phone_verification = basic_phone_verification<owning>;
using phone_verification_output = basic_phone_verification_output<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_phone_verification_output<Storage>> = [] {
    using self = basic_phone_verification_output<Storage>;
    return outcome_in<&self::result>({.passed = phone_result::passes, .meanings = phone_result::all});
}();

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_phone_verification<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "PhoneVerification",
    .host = faceid::host,
    .needs_region = false,
    .calls_per_second = 20,
    .repeat = repeat_safety::may_bill_again,
};

template <class Storage>
struct output_of<faceid::basic_phone_verification<Storage>> {
    using type = faceid::basic_phone_verification_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_phone_verification<Storage>> = [] {
    using self = faceid::basic_phone_verification<Storage>;
    return field_table{
        field_at_offset<decltype(self::id_card)>("IdCard", offsetof(self, id_card)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::name)>("Name", offsetof(self, name)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::phone)>("Phone", offsetof(self, phone)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::ciphertext_blob)>("CiphertextBlob", offsetof(self, ciphertext_blob)).marked(sensitivity::secret),
        field_at_offset<decltype(self::encrypt_list)>("EncryptList", offsetof(self, encrypt_list))
            .marked(sensitivity::open)
            .limited(one_of<faceid::phone_encrypted_field::all>),
        field_at_offset<decltype(self::iv)>("Iv", offsetof(self, iv)).marked(sensitivity::secret),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_phone_verification_output<Storage>> = [] {
    using self = faceid::basic_phone_verification_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::isp)>("Isp", offsetof(self, isp)).marked(sensitivity::personal),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1
