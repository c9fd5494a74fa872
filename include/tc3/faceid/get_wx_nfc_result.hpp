// SPDX-License-Identifier: MIT
// GetWxNFCResult: reads the document data of an NFC session. Made by tools/generate.py from tools/faceid.json.
#pragma once

#include <tc3/core/literal.hpp>
#include <tc3/faceid/advice/outcome.hpp>
#include <tc3/faceid/service.hpp>
#include <tc3/faceid/types/result_code.hpp>
#include <tc3/faceid/types/session_life.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/borrowed.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Values of get_wx_nfc_result_output::result_code. The service may add more.
namespace nfc_result {
inline constexpr literal read{"0"};       ///< read, billed once per NFC request
inline constexpr literal not_read{"-1"};  ///< not read, free
/// What each code means.
inline constexpr result_code all[] = {
    {"0", "read, billed once per NFC request", billing::unknown},
    {"-1", "not read, free", billing::unknown},
};
/// The codes that mean passed.
inline constexpr std::string_view passed_codes[] = {"0"};
}  // namespace nfc_result

/// Values of get_wx_nfc_result_output::id_type. The service may add more.
namespace nfc_id_type {
inline constexpr literal mainland_id_card{"01"};                               ///< mainland ID card
inline constexpr literal chinese_passport{"03"};                               ///< Chinese passport
inline constexpr literal hk_or_macao_travel_permit{"06"};                      ///< HK/Macao travel permit
inline constexpr literal taiwan_travel_permit{"07"};                           ///< Taiwan travel permit
inline constexpr literal foreign_passport{"08"};                               ///< foreign passport
inline constexpr literal foreigner_permanent_residence_permit{"13"};           ///< foreigner permanent residence permit
inline constexpr literal hk_macao_or_taiwan_residence_permit{"14"};            ///< HK/Macao/Taiwan residence permit
inline constexpr literal home_return_permit{"15"};                             ///< home return permit
inline constexpr literal travel_permit_of_mainland_residents_to_taiwan{"16"};  ///< travel permit of mainland residents to Taiwan
inline constexpr literal other{"99"};                                          ///< other
}  // namespace nfc_id_type

/// Parameters of GetWxNFCResult. At most 20 calls per second. Requires no region. Safe to repeat. Uses data sources of mainland China. The
/// flow reads identity cards, residence permits, and permits to travel to and from Hong Kong, Macao and Taiwan.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_get_wx_nfc_result {
    /// Id returned by the front-end NFC SDK. Valid for 10 minutes. Required. Secret.
    text_of<Storage> nfc_token = {};
};

/// Output of GetWxNFCResult. A field that is absent or null is unset, as is a number that is sent as "". `faceid::outcome(output)` reads
/// the outcome from `result_code`. Passed means that the lookup has a result, which is in the other fields.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_get_wx_nfc_result_output {
    /// Outcome code of the read as a string. See nfc_result above.
    optional_text<Storage> result_code = {};
    /// ID number. Personal data.
    optional_text<Storage> id_num = {};
    /// Name. Personal data.
    optional_text<Storage> name = {};
    /// Portrait from the chip. Biometric data.
    optional_binary<Storage> picture = {};
    /// Document front image. Personal data.
    optional_binary<Storage> id_card_front_img = {};
    /// Document back image. Personal data.
    optional_binary<Storage> id_card_back_img = {};
    /// Birth date, YYYYMMDD. Personal data.
    optional_text<Storage> birth_date = {};
    /// Validity start, YYYYMMDD. Personal data.
    optional_text<Storage> begin_time = {};
    /// Validity end, YYYYMMDD. Personal data.
    optional_text<Storage> end_time = {};
    /// Address. Personal data.
    optional_text<Storage> address = {};
    /// Ethnic group. Personal data.
    optional_text<Storage> nation = {};
    /// Sex. Personal data.
    optional_text<Storage> sex = {};
    /// Document kind. See nfc_id_type above. Personal data.
    optional_text<Storage> id_type = {};
    /// Name in Latin letters. Personal data.
    optional_text<Storage> en_name = {};
    /// Issuing authority. Personal data.
    optional_text<Storage> signing_organization = {};
    /// Permit or passport number. Personal data.
    optional_text<Storage> other_id_num = {};
    /// Nationality on a travel document. Personal data.
    optional_text<Storage> nationality = {};
    /// MRZ line 2, characters 29-42. Personal data.
    optional_text<Storage> personal_number = {};
    /// Chip checks as a JSON text inside a string: result_issuer, result_paper, result_data, result_chip; each 0 passed, 1 failed, 2 not
    /// done, 3 partial. Empty if the chip was not read. Personal data.
    optional_text<Storage> check_mrtd = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using get_wx_nfc_result = basic_get_wx_nfc_result<owning>;
using get_wx_nfc_result_output = basic_get_wx_nfc_result_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_get_wx_nfc_result_output<Storage>> =
    outcome_source<&basic_get_wx_nfc_result_output<Storage>::result_code>{
        .passed = nfc_result::passed_codes,
        .meanings = nfc_result::all,
    };

template <class Storage>
inline constexpr session_life session_life_of<basic_get_wx_nfc_result<Storage>>{
    .start_within = 600,
    .readable_for = 600,
};

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

template <class Storage>
inline constexpr action action_of<faceid::basic_get_wx_nfc_result<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "GetWxNFCResult",
    .host = faceid::host,
    .needs_region = false,
    .calls_per_second = 20,
    .repeat = repeat_safety::harmless,
};

template <class Storage>
struct output_of<faceid::basic_get_wx_nfc_result<Storage>> {
    using type = faceid::basic_get_wx_nfc_result_output<Storage>;
};

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_wx_nfc_result<Storage>> = [] {
    using self = faceid::basic_get_wx_nfc_result<Storage>;
    return field_table{
        field_at_offset<decltype(self::nfc_token)>("NFCToken", offsetof(self, nfc_token)).required().marked(sensitivity::secret),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_wx_nfc_result_output<Storage>> = [] {
    using self = faceid::basic_get_wx_nfc_result_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::result_code)>("ResultCode", offsetof(self, result_code)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::id_num)>("IdNum", offsetof(self, id_num)).marked(sensitivity::personal),
        field_at_offset<decltype(self::name)>("Name", offsetof(self, name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::picture)>("Picture", offsetof(self, picture)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::id_card_front_img)>("IdCardFrontImg", offsetof(self, id_card_front_img))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::id_card_back_img)>("IdCardBackImg", offsetof(self, id_card_back_img)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birth_date)>("BirthDate", offsetof(self, birth_date)).marked(sensitivity::personal),
        field_at_offset<decltype(self::begin_time)>("BeginTime", offsetof(self, begin_time)).marked(sensitivity::personal),
        field_at_offset<decltype(self::end_time)>("EndTime", offsetof(self, end_time)).marked(sensitivity::personal),
        field_at_offset<decltype(self::address)>("Address", offsetof(self, address)).marked(sensitivity::personal),
        field_at_offset<decltype(self::nation)>("Nation", offsetof(self, nation)).marked(sensitivity::personal),
        field_at_offset<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at_offset<decltype(self::id_type)>("IdType", offsetof(self, id_type)).marked(sensitivity::personal),
        field_at_offset<decltype(self::en_name)>("EnName", offsetof(self, en_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::signing_organization)>("SigningOrganization", offsetof(self, signing_organization))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::other_id_num)>("OtherIdNum", offsetof(self, other_id_num)).marked(sensitivity::personal),
        field_at_offset<decltype(self::nationality)>("Nationality", offsetof(self, nationality)).marked(sensitivity::personal),
        field_at_offset<decltype(self::personal_number)>("PersonalNumber", offsetof(self, personal_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::check_mrtd)>("CheckMRTD", offsetof(self, check_mrtd)).marked(sensitivity::personal),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

#if defined(TC3_INSTANTIATED)
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_get_wx_nfc_result<owning>>() noexcept;
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_get_wx_nfc_result<borrowed>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_get_wx_nfc_result_output<owning>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_get_wx_nfc_result_output<borrowed>>() noexcept;
#endif

}  // namespace tc3::inline TC3_NAMESPACE
