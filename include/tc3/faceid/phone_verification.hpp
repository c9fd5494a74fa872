// SPDX-License-Identifier: MIT
// PhoneVerification: matches the name, ID number and mobile number. Made by tools/generate.py from tools/faceid.json.
#pragma once

#include <tc3/core/literal.hpp>
#include <tc3/faceid/advice/outcome.hpp>
#include <tc3/faceid/service.hpp>
#include <tc3/faceid/types/result_code.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/borrowed.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Values of phone_verification::encrypt_list.
namespace phone_encrypted_field {
inline constexpr literal id_card{"IdCard"};  ///< ID number is encrypted
inline constexpr literal name{"Name"};       ///< name is encrypted
inline constexpr literal phone{"Phone"};     ///< mobile number is encrypted
inline constexpr literal all[] = {id_card, name, phone};
}  // namespace phone_encrypted_field

/// Values of phone_verification_output::result. The service may add more.
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
/// What each code means.
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
/// The codes that mean passed.
inline constexpr std::string_view passed_codes[] = {"0"};
}  // namespace phone_result

/// Values of phone_verification_output::isp. The service may add more.
namespace isp {
inline constexpr literal unknown{""};               ///< unknown
inline constexpr literal china_mobile{"mobile"};    ///< China Mobile
inline constexpr literal china_telecom{"telecom"};  ///< China Telecom
inline constexpr literal china_unicom{"cucc"};      ///< China Unicom
}  // namespace isp

/// Parameters of PhoneVerification. At most 20 calls per second. Requires no region. Not safe to repeat: if the response was lost, a second
/// call may be billed again and counts against the daily quota. CiphertextBlob, EncryptList and Iv are required together. Uses data sources
/// of mainland China.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_phone_verification {
    /// ID number. Required. Personal data.
    text_of<Storage> id_card = {};
    /// Name. Required. Personal data.
    text_of<Storage> name = {};
    /// Mobile number. Required. Personal data.
    text_of<Storage> phone = {};
    /// Wrapped symmetric key. AES-256-CBC only; this action has no Encryption struct. Secret.
    optional_binary<Storage> ciphertext_blob = {};
    /// Names of encrypted fields. See phone_encrypted_field above.
    optional_list<Storage, text_of<Storage>> encrypt_list = {};
    /// CBC initial vector. Secret.
    optional_text<Storage> iv = {};
};

/// Output of PhoneVerification. A field that is absent or null is unset, as is a number that is sent as "". `faceid::outcome(output)` reads
/// the outcome from `result`.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_phone_verification_output {
    /// Outcome code: a number as a string. See phone_result above.
    optional_text<Storage> result = {};
    /// Text for the outcome.
    optional_text<Storage> description = {};
    /// Carrier. See isp above. Other spellings occur, such as "Telecom". Personal data.
    optional_text<Storage> isp = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using phone_verification = basic_phone_verification<owning>;
using phone_verification_output = basic_phone_verification_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_phone_verification_output<Storage>> =
    outcome_source<&basic_phone_verification_output<Storage>::result>{
        .passed = phone_result::passed_codes,
        .meanings = phone_result::all,
    };

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

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
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::isp)>("Isp", offsetof(self, isp)).marked(sensitivity::personal),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

#if defined(TC3_INSTANTIATED)
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_phone_verification<owning>>() noexcept;
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_phone_verification<borrowed>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_phone_verification_output<owning>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_phone_verification_output<borrowed>>() noexcept;
#endif

}  // namespace tc3::inline TC3_NAMESPACE
