// SPDX-License-Identifier: MIT
// BankCardVerification: matches the holder name, ID number and bank card. Made by tools/generate.py from tools/faceid.json.
#pragma once

#include <tc3/core/literal.hpp>
#include <tc3/faceid/advice/outcome.hpp>
#include <tc3/faceid/service.hpp>
#include <tc3/faceid/types/encryption.hpp>
#include <tc3/faceid/types/result_code.hpp>
#include <tc3/faceid/types/values.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/borrowed.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Values of bank_card_verification_output::result. The service may add more.
namespace bank_card_result {
inline constexpr literal match{"0"};                                  ///< match
inline constexpr literal no_match{"-1"};                              ///< no match
inline constexpr literal holder_data_wrong{"-5"};                     ///< holder data wrong
inline constexpr literal card_not_present_payment_not_enabled{"-6"};  ///< card-not-present payment not enabled
inline constexpr literal card_confiscated{"-7"};                      ///< card confiscated
inline constexpr literal card_number_invalid{"-8"};                   ///< card number invalid
inline constexpr literal no_issuing_bank_for_the_card{"-9"};          ///< no issuing bank for the card
inline constexpr literal card_not_initialised_or_dormant{"-10"};      ///< card not initialised or dormant
inline constexpr literal fraudulent_card{"-11"};                      ///< fraudulent card, retained
inline constexpr literal reported_lost{"-12"};                        ///< reported lost
inline constexpr literal expired{"-13"};                              ///< expired
inline constexpr literal restricted{"-14"};                           ///< restricted
inline constexpr literal too_many_wrong_pin_tries{"-15"};             ///< too many wrong PIN tries
inline constexpr literal issuer_does_not_support_this{"-16"};         ///< issuer does not support this
inline constexpr literal card_state_abnormal_or_number_wrong{"-20"};  ///< card state abnormal or number wrong
inline constexpr literal name_rejected{"-2"};                         ///< name rejected
inline constexpr literal id_number_wrong{"-3"};                       ///< ID number wrong
inline constexpr literal card_number_format_wrong{"-4"};              ///< card number format wrong
inline constexpr literal verification_centre_busy{"-17"};             ///< verification centre busy
inline constexpr literal daily_attempts_used_up{"-18"};               ///< daily attempts used up
inline constexpr literal id_kind_not_supported{"-19"};                ///< ID kind not supported (second-generation ID only)
/// What each code means.
inline constexpr result_code all[] = {
    {"0", "match", billing::billed},
    {"-1", "no match", billing::billed},
    {"-5", "holder data wrong", billing::billed},
    {"-6", "card-not-present payment not enabled", billing::billed},
    {"-7", "card confiscated", billing::billed},
    {"-8", "card number invalid", billing::billed},
    {"-9", "no issuing bank for the card", billing::billed},
    {"-10", "card not initialised or dormant", billing::billed},
    {"-11", "fraudulent card, retained", billing::billed},
    {"-12", "reported lost", billing::billed},
    {"-13", "expired", billing::billed},
    {"-14", "restricted", billing::billed},
    {"-15", "too many wrong PIN tries", billing::billed},
    {"-16", "issuer does not support this", billing::billed, error_category::request},
    {"-20", "card state abnormal or number wrong", billing::billed},
    {"-2", "name rejected", billing::free, error_category::request},
    {"-3", "ID number wrong", billing::free, error_category::request},
    {"-4", "card number format wrong", billing::free, error_category::request},
    {"-17", "verification centre busy", billing::free, error_category::service},
    {"-18", "daily attempts used up", billing::free, error_category::quota},
    {"-19", "ID kind not supported (second-generation ID only)", billing::free, error_category::request},
};
/// The codes that mean passed.
inline constexpr std::string_view passed_codes[] = {"0"};
}  // namespace bank_card_result

/// Parameters of BankCardVerification. At most 20 calls per second. Requires no region. Not safe to repeat: if the response was lost, a
/// second call may be billed again and counts against the daily quota. Uses data sources of mainland China.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_bank_card_verification {
    /// ID number used to open the account. Required. Personal data.
    text_of<Storage> id_card = {};
    /// Holder name. Required. Personal data.
    text_of<Storage> name = {};
    /// Bank card number. Required. Personal data.
    text_of<Storage> bank_card = {};
    /// ID kind. See bank_card_cert_type in types/values.hpp. If unset, the service uses 0.
    optional_of<Storage, std::int64_t> cert_type = {};
    /// The encrypted fields of the request, the algorithm and the wrapped key. May cover Name, IdCard, BankCard.
    nested_of<Storage, basic_encryption<Storage>> encryption = {};
};

/// Output of BankCardVerification. A field that is absent or null is unset, as is a number that is sent as "". `faceid::outcome(output)`
/// reads the outcome from `result`.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_bank_card_verification_output {
    /// Outcome code: a number as a string. See bank_card_result above.
    optional_text<Storage> result = {};
    /// Text for the outcome.
    optional_text<Storage> description = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using bank_card_verification = basic_bank_card_verification<owning>;
using bank_card_verification_output = basic_bank_card_verification_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_bank_card_verification_output<Storage>> =
    outcome_source<&basic_bank_card_verification_output<Storage>::result>{
        .passed = bank_card_result::passed_codes,
        .meanings = bank_card_result::all,
    };

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

template <class Storage>
inline constexpr action action_of<faceid::basic_bank_card_verification<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "BankCardVerification",
    .host = faceid::host,
    .needs_region = false,
    .calls_per_second = 20,
    .repeat = repeat_safety::may_bill_again,
};

template <class Storage>
struct output_of<faceid::basic_bank_card_verification<Storage>> {
    using type = faceid::basic_bank_card_verification_output<Storage>;
};

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_bank_card_verification<Storage>> = [] {
    using self = faceid::basic_bank_card_verification<Storage>;
    return field_table{
        field_at_offset<decltype(self::id_card)>("IdCard", offsetof(self, id_card)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::name)>("Name", offsetof(self, name)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::bank_card)>("BankCard", offsetof(self, bank_card)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::cert_type)>("CertType", offsetof(self, cert_type))
            .marked(sensitivity::open)
            .limited(one_of<faceid::bank_card_cert_type::all>),
        field_at_offset<decltype(self::encryption)>("Encryption", offsetof(self, encryption)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_bank_card_verification_output<Storage>> = [] {
    using self = faceid::basic_bank_card_verification_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

#if defined(TC3_INSTANTIATED)
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_bank_card_verification<owning>>() noexcept;
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_bank_card_verification<borrowed>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_bank_card_verification_output<owning>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_bank_card_verification_output<borrowed>>() noexcept;
#endif

}  // namespace tc3::inline TC3_NAMESPACE
