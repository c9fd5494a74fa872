// SPDX-License-Identifier: MIT
// CheckBankCardInformation: look up the bank and kind of a card. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061
#pragma once

#include <tc3/core/literal.hpp>
#include <tc3/faceid/advice/outcome.hpp>
#include <tc3/faceid/service.hpp>
#include <tc3/faceid/types/encryption.hpp>
#include <tc3/faceid/types/result_code.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tc3::inline v0_1::faceid {

/// Values of check_bank_card_information_output::result; more may come.
namespace bank_card_information_result {
inline constexpr literal found{"0"};                      ///< found
inline constexpr literal not_found{"-1"};                 ///< not found
inline constexpr literal card_number_invalid{"-5"};       ///< card number invalid
inline constexpr literal verification_centre_busy{"-2"};  ///< verification centre busy
inline constexpr literal card_does_not_exist{"-3"};       ///< card does not exist
inline constexpr literal daily_attempts_used_up{"-4"};    ///< daily attempts used up
inline constexpr literal card_kind_not_supported{"-6"};   ///< card kind not supported
inline constexpr result_code all[] = {
    {"0", "found", billing::billed},
    {"-1", "not found", billing::billed},
    {"-5", "card number invalid", billing::billed},
    {"-2", "verification centre busy", billing::free, error_category::service},
    {"-3", "card does not exist", billing::free},
    {"-4", "daily attempts used up", billing::free, error_category::quota},
    {"-6", "card kind not supported", billing::free, error_category::request},
};
inline constexpr std::string_view passes[] = {"0"};
}  // namespace bank_card_information_result

/// Values of check_bank_card_information_output::account_type; more may come.
namespace bank_account_type {
inline constexpr std::int64_t debit = 1;         ///< debit
inline constexpr std::int64_t credit = 2;        ///< credit
inline constexpr std::int64_t prepaid = 3;       ///< prepaid
inline constexpr std::int64_t quasi_credit = 4;  ///< quasi-credit (semi-credit)
inline constexpr std::int64_t not_found = -1;    ///< seen in the 'not found' sample
}  // namespace bank_account_type

/// The question. 20 calls a second. Needs no region. Not idempotent: a repeat after a lost answer may be billed twice and uses daily quota.
/// Looks into data of mainland China.
template <class Storage>
struct basic_check_bank_card_information {
    /// Bank card number. Required. Personal.
    typename Storage::text bank_card = {};
    /// Envelope that says which request fields are encrypted and how. Fields that it may cover: BankCard.
    typename Storage::template nested<basic_encryption<Storage>> encryption = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset. What it says of its own
/// matter, in result: `faceid::outcome(answer)`. Passed means that the lookup gave a result: what it found stands in the other fields.
template <class Storage>
struct basic_check_bank_card_information_output {
    /// Outcome code: a number carried as a string. See namespace bank_card_information_result.
    typename Storage::template optional<typename Storage::text> result = {};
    /// Text for the outcome.
    typename Storage::template optional<typename Storage::text> description = {};
    /// Issuing bank name; empty when not found. Personal.
    typename Storage::template optional<typename Storage::text> account_bank = {};
    /// Card kind. See namespace bank_account_type. Personal.
    typename Storage::template optional<std::int64_t> account_type = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using check_bank_card_information = basic_check_bank_card_information<owning>;
using check_bank_card_information_output = basic_check_bank_card_information_output<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_check_bank_card_information_output<Storage>> = [] {
    using self = basic_check_bank_card_information_output<Storage>;
    return outcome_in<&self::result>({.passed = bank_card_information_result::passes, .meanings = bank_card_information_result::all});
}();

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

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
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::account_bank)>("AccountBank", offsetof(self, account_bank)).marked(sensitivity::personal),
        field_at_offset<decltype(self::account_type)>("AccountType", offsetof(self, account_type)).marked(sensitivity::personal),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1
