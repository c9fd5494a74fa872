// SPDX-License-Identifier: MIT
// MobileNetworkTimeVerification: look up how long a mobile number has been in service. Made by tools/generate.py from tools/faceid.json;
// manual: https://www.tencentcloud.com/document/product/1061
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
#include <string_view>

namespace tc3::inline v0_1::faceid {

/// Values of mobile_network_time_verification_output::result; more may come.
namespace mobile_network_time_result {
inline constexpr literal success{"0"};                       ///< success
inline constexpr literal number_does_not_exist{"-2"};        ///< number does not exist
inline constexpr literal duration_unknown{"-3"};             ///< number exists, duration unknown
inline constexpr literal number_malformed{"-1"};             ///< number malformed
inline constexpr literal verification_centre_busy{"-4"};     ///< verification centre busy
inline constexpr literal daily_attempts_used_up{"-5"};       ///< daily attempts used up
inline constexpr literal number_range_not_supported{"-13"};  ///< number range not supported (domestic doc only)
inline constexpr result_code all[] = {
    {"0", "success", billing::billed},
    {"-2", "number does not exist", billing::billed},
    {"-3", "number exists, duration unknown", billing::billed},
    {"-1", "number malformed", billing::free, error_category::request},
    {"-4", "verification centre busy", billing::free, error_category::service},
    {"-5", "daily attempts used up", billing::free, error_category::quota},
    {"-13", "number range not supported (domestic doc only)", billing::free, error_category::request},
};
inline constexpr std::string_view passes[] = {"0"};
}  // namespace mobile_network_time_result

/// The question. 20 calls a second. Needs no region. Not idempotent: a repeat after a lost answer may be billed twice and uses daily quota.
/// Looks into data of mainland China.
template <class Storage>
struct basic_mobile_network_time_verification {
    /// Mobile number. Required. Personal.
    typename Storage::text mobile = {};
    /// Envelope that says which request fields are encrypted and how. Fields that it may cover: Mobile.
    typename Storage::template nested<basic_encryption<Storage>> encryption = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset. What it says of its own
/// matter, in result: `faceid::outcome(answer)`. Passed means that the lookup gave a result: what it found stands in the other fields.
template <class Storage>
struct basic_mobile_network_time_verification_output {
    /// Outcome code: a number carried as a string. See namespace mobile_network_time_result.
    typename Storage::template optional<typename Storage::text> result = {};
    /// Text for the outcome.
    typename Storage::template optional<typename Storage::text> description = {};
    /// Months in service as text '[a,b)'; b '+' means no upper bound; empty when unknown. Personal.
    typename Storage::template optional<typename Storage::text> range = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using mobile_network_time_verification = basic_mobile_network_time_verification<owning>;
using mobile_network_time_verification_output = basic_mobile_network_time_verification_output<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_mobile_network_time_verification_output<Storage>> = [] {
    using self = basic_mobile_network_time_verification_output<Storage>;
    return outcome_in<&self::result>({.passed = mobile_network_time_result::passes, .meanings = mobile_network_time_result::all});
}();

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_mobile_network_time_verification<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "MobileNetworkTimeVerification",
    .host = faceid::host,
    .needs_region = false,
    .calls_per_second = 20,
    .repeat = repeat_safety::may_bill_again,
};

template <class Storage>
struct output_of<faceid::basic_mobile_network_time_verification<Storage>> {
    using type = faceid::basic_mobile_network_time_verification_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_mobile_network_time_verification<Storage>> = [] {
    using self = faceid::basic_mobile_network_time_verification<Storage>;
    return field_table{
        field_at_offset<decltype(self::mobile)>("Mobile", offsetof(self, mobile)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::encryption)>("Encryption", offsetof(self, encryption)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_mobile_network_time_verification_output<Storage>> = [] {
    using self = faceid::basic_mobile_network_time_verification_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::range)>("Range", offsetof(self, range)).marked(sensitivity::personal),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1
