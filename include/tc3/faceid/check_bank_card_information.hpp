// SPDX-License-Identifier: MIT
// CheckBankCardInformation: looks up the bank and the kind of a card. Made by tools/generate.py from tools/faceid.json.
#pragma once

#include <tc3/core/literal.hpp>
#include <tc3/faceid/advice/outcome.hpp>
#include <tc3/faceid/service.hpp>
#include <tc3/faceid/types/encryption.hpp>
#include <tc3/faceid/types/result_code.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/borrowed.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Values of check_bank_card_information_output::result. The service may add more.
namespace bank_card_information_result {
inline constexpr literal found{"0"};                      ///< found
inline constexpr literal not_found{"-1"};                 ///< not found
inline constexpr literal card_number_invalid{"-5"};       ///< card number invalid
inline constexpr literal verification_centre_busy{"-2"};  ///< verification centre busy
inline constexpr literal card_does_not_exist{"-3"};       ///< card does not exist
inline constexpr literal daily_attempts_used_up{"-4"};    ///< daily attempts used up
inline constexpr literal card_kind_not_supported{"-6"};   ///< card kind not supported
/// What each code means.
inline constexpr result_code all[] = {
    {"0", "found", billing::billed},
    {"-1", "not found", billing::billed},
    {"-5", "card number invalid", billing::billed},
    {"-2", "verification centre busy", billing::free, error_category::service},
    {"-3", "card does not exist", billing::free},
    {"-4", "daily attempts used up", billing::free, error_category::quota},
    {"-6", "card kind not supported", billing::free, error_category::request},
};
/// The codes that mean passed.
inline constexpr std::string_view passed_codes[] = {"0"};
}  // namespace bank_card_information_result

/// Values of check_bank_card_information_output::account_type. The service may add more.
namespace bank_account_type {
inline constexpr std::int64_t debit = 1;         ///< debit
inline constexpr std::int64_t credit = 2;        ///< credit
inline constexpr std::int64_t prepaid = 3;       ///< prepaid
inline constexpr std::int64_t quasi_credit = 4;  ///< quasi-credit (semi-credit)
inline constexpr std::int64_t not_found = -1;    ///< in the manual's sample of a card that was not found
}  // namespace bank_account_type

/// Parameters of CheckBankCardInformation. At most 20 calls per second. Requires no region. Not safe to repeat: if the response was lost, a
/// second call may be billed again and counts against the daily quota. Uses data sources of mainland China.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_check_bank_card_information {
    /// Bank card number. Required. Personal data.
    text_of<Storage> bank_card = {};
    /// The encrypted fields of the request, the algorithm and the wrapped key. May cover BankCard.
    nested_of<Storage, basic_encryption<Storage>> encryption = {};
};

/// Output of CheckBankCardInformation. A field that is absent or null is unset, as is a number that is sent as "".
/// `faceid::outcome(output)` reads the outcome from `result`. Passed means that the lookup has a result, which is in the other fields.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_check_bank_card_information_output {
    /// Outcome code: a number as a string. See bank_card_information_result above.
    optional_text<Storage> result = {};
    /// Text for the outcome.
    optional_text<Storage> description = {};
    /// Name of the issuing bank; empty if not found. Personal data.
    optional_text<Storage> account_bank = {};
    /// Card kind. See bank_account_type above. Personal data.
    optional_of<Storage, std::int64_t> account_type = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using check_bank_card_information = basic_check_bank_card_information<owning>;
using check_bank_card_information_output = basic_check_bank_card_information_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_check_bank_card_information_output<Storage>> =
    outcome_source<&basic_check_bank_card_information_output<Storage>::result>{
        .passed = bank_card_information_result::passed_codes,
        .meanings = bank_card_information_result::all,
    };

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

template <class Storage>
inline constexpr action action_of<faceid::basic_check_bank_card_information<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "CheckBankCardInformation",
    .host = faceid::host,
    .needs_region = false,
    .calls_per_second = 20,
    .repeat = repeat_safety::may_bill_again,
};

template <class Storage>
struct output_of<faceid::basic_check_bank_card_information<Storage>> {
    using type = faceid::basic_check_bank_card_information_output<Storage>;
};

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_check_bank_card_information<Storage>> = [] {
    using self = faceid::basic_check_bank_card_information<Storage>;
    return field_table{
        field_at_offset<decltype(self::bank_card)>("BankCard", offsetof(self, bank_card)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::encryption)>("Encryption", offsetof(self, encryption)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_check_bank_card_information_output<Storage>> = [] {
    using self = faceid::basic_check_bank_card_information_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::account_bank)>("AccountBank", offsetof(self, account_bank)).marked(sensitivity::personal),
        field_at_offset<decltype(self::account_type)>("AccountType", offsetof(self, account_type)).marked(sensitivity::personal),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

#if defined(TC3_INSTANTIATED)
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_check_bank_card_information<owning>>() noexcept;
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_check_bank_card_information<borrowed>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_check_bank_card_information_output<owning>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_check_bank_card_information_output<borrowed>>() noexcept;
#endif

}  // namespace tc3::inline TC3_NAMESPACE
