// SPDX-License-Identifier: MIT
// MobileStatus: look up the state of a mobile number. Made by tools/generate.py from tools/faceid.json; manual:
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

/// Values of mobile_status_output::result; more may come.
namespace mobile_status_result {
inline constexpr literal success{"0"};                       ///< success
inline constexpr literal no_result{"-1"};                    ///< no result
inline constexpr literal number_malformed{"-2"};             ///< number malformed
inline constexpr literal verification_centre_busy{"-3"};     ///< verification centre busy
inline constexpr literal daily_attempts_used_up{"-4"};       ///< daily attempts used up
inline constexpr literal number_range_not_supported{"-13"};  ///< number range not supported (domestic doc only)
inline constexpr result_code all[] = {
    {"0", "success", billing::billed},
    {"-1", "no result", billing::free},
    {"-2", "number malformed", billing::free, error_category::request},
    {"-3", "verification centre busy", billing::free, error_category::service},
    {"-4", "daily attempts used up", billing::free, error_category::quota},
    {"-13", "number range not supported (domestic doc only)", billing::free, error_category::request},
};
inline constexpr std::string_view passes[] = {"0"};
}  // namespace mobile_status_result

/// Values of mobile_status_output::status_code; more may come.
namespace mobile_status_code {
inline constexpr std::int64_t normal = 0;      ///< normal
inline constexpr std::int64_t suspended = 1;   ///< suspended
inline constexpr std::int64_t closed = 2;      ///< closed
inline constexpr std::int64_t not_in_use = 4;  ///< not in use
inline constexpr std::int64_t unknown = 99;    ///< unknown
}  // namespace mobile_status_code

/// The question. 20 calls a second. Needs no region. Not idempotent: a repeat after a lost answer may be billed twice and uses daily quota.
/// Looks into data of mainland China.
template <class Storage>
struct basic_mobile_status {
    /// Mobile number. Required. Personal.
    typename Storage::text mobile = {};
    /// Envelope that says which request fields are encrypted and how. Fields that it may cover: Mobile.
    typename Storage::template nested<basic_encryption<Storage>> encryption = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset. What it says of its own
/// matter, in result: `faceid::outcome(answer)`. Passed means that the lookup gave a result: what it found stands in the other fields.
template <class Storage>
struct basic_mobile_status_output {
    /// Outcome code: a number carried as a string. See namespace mobile_status_result.
    typename Storage::template optional<typename Storage::text> result = {};
    /// Text for the outcome.
    typename Storage::template optional<typename Storage::text> description = {};
    /// Line status. See namespace mobile_status_code. Personal.
    typename Storage::template optional<std::int64_t> status_code = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using mobile_status = basic_mobile_status<owning>;
using mobile_status_output = basic_mobile_status_output<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_mobile_status_output<Storage>> = [] {
    using self = basic_mobile_status_output<Storage>;
    return outcome_in<&self::result>({.passed = mobile_status_result::passes, .meanings = mobile_status_result::all});
}();

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_mobile_status<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "MobileStatus",
    .host = faceid::host,
    .needs_region = false,
    .calls_per_second = 20,
    .repeat = repeat_safety::may_bill_again,
};

template <class Storage>
struct output_of<faceid::basic_mobile_status<Storage>> {
    using type = faceid::basic_mobile_status_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_mobile_status<Storage>> = [] {
    using self = faceid::basic_mobile_status<Storage>;
    return field_table{
        field_at_offset<decltype(self::mobile)>("Mobile", offsetof(self, mobile)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::encryption)>("Encryption", offsetof(self, encryption)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_mobile_status_output<Storage>> = [] {
    using self = faceid::basic_mobile_status_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::status_code)>("StatusCode", offsetof(self, status_code)).marked(sensitivity::personal),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1
