// SPDX-License-Identifier: MIT
// GetSdkVerificationResult: read the result of an SDK identity verification. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061
#pragma once

#include <tc3/faceid/advice/outcome.hpp>
#include <tc3/faceid/service.hpp>
#include <tc3/faceid/types/sdk_attempts.hpp>
#include <tc3/faceid/types/values.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>
#include <cstdint>

namespace tc3::inline v0_1::faceid {

/// The question. 20 calls a second. Needs a region. Asking twice does no harm.
template <class Storage>
struct basic_get_sdk_verification_result {
    /// Token from ApplySdkVerificationToken. Required. Secret.
    typename Storage::text sdk_token = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset. What it says of its own
/// matter, in result: `faceid::outcome(answer)`.
template <class Storage>
struct basic_get_sdk_verification_result_output {
    /// Outcome code as a string. See namespace sdk_result.
    typename Storage::template optional<typename Storage::text> result = {};
    /// Text for the outcome.
    typename Storage::template optional<typename Storage::text> description = {};
    /// How many billable checks were made.
    typename Storage::template optional<std::int64_t> charge_count = {};
    /// Document attempts in order; the last one counts.
    typename Storage::template list<basic_card_verify_result<Storage>> card_verify_results = {};
    /// Liveness/compare attempts in order; the last one counts.
    typename Storage::template list<basic_compare_result<Storage>> compare_results = {};
    /// Passthrough from the token request. Personal.
    typename Storage::template optional<typename Storage::text> extra = {};
    /// Device risk. See namespace device_info_level. ENHANCED and PLUS tiers only.
    typename Storage::template optional<typename Storage::text> device_info_level = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using get_sdk_verification_result = basic_get_sdk_verification_result<owning>;
using get_sdk_verification_result_output = basic_get_sdk_verification_result_output<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_get_sdk_verification_result_output<Storage>> = [] {
    using self = basic_get_sdk_verification_result_output<Storage>;
    return outcome_in<&self::result>({.passed = sdk_result::passes, .pending = "-999", .meanings = sdk_result::all});
}();

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_get_sdk_verification_result<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "GetSdkVerificationResult",
    .host = faceid::host,
    .calls_per_second = 20,
    .repeat = repeat_safety::harmless,
};

template <class Storage>
struct output_of<faceid::basic_get_sdk_verification_result<Storage>> {
    using type = faceid::basic_get_sdk_verification_result_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_sdk_verification_result<Storage>> = [] {
    using self = faceid::basic_get_sdk_verification_result<Storage>;
    return field_table{
        field_at_offset<decltype(self::sdk_token)>("SdkToken", offsetof(self, sdk_token)).required().marked(sensitivity::secret),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_sdk_verification_result_output<Storage>> = [] {
    using self = faceid::basic_get_sdk_verification_result_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::charge_count)>("ChargeCount", offsetof(self, charge_count)).marked(sensitivity::open),
        field_at_offset<decltype(self::card_verify_results)>("CardVerifyResults", offsetof(self, card_verify_results))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::compare_results)>("CompareResults", offsetof(self, compare_results)).marked(sensitivity::open),
        field_at_offset<decltype(self::extra)>("Extra", offsetof(self, extra)).marked(sensitivity::personal),
        field_at_offset<decltype(self::device_info_level)>("DeviceInfoLevel", offsetof(self, device_info_level)).marked(sensitivity::open),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1
