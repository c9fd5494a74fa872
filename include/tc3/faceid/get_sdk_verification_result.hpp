// SPDX-License-Identifier: MIT
// GetSdkVerificationResult: reads the result of an SDK identity verification. Made by tools/generate.py from tools/faceid.json.
#pragma once

#include <tc3/faceid/advice/outcome.hpp>
#include <tc3/faceid/service.hpp>
#include <tc3/faceid/types/sdk_attempts.hpp>
#include <tc3/faceid/types/session_life.hpp>
#include <tc3/faceid/types/values.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/borrowed.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>
#include <cstdint>

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Parameters of GetSdkVerificationResult. At most 20 calls per second. Requires a region. Safe to repeat.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_get_sdk_verification_result {
    /// Token from ApplySdkVerificationToken. Valid for 3 days. Required. Secret.
    text_of<Storage> sdk_token = {};
};

/// Output of GetSdkVerificationResult. A field that is absent or null is unset, as is a number that is sent as "". A list that is sent as
/// [] is set and empty. `faceid::outcome(output)` reads the outcome from `result`.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_get_sdk_verification_result_output {
    /// Outcome code as a string. See sdk_result in types/values.hpp.
    optional_text<Storage> result = {};
    /// Text for the outcome.
    optional_text<Storage> description = {};
    /// How many billable checks were made.
    optional_of<Storage, std::int64_t> charge_count = {};
    /// Attempts at the document, in order; the last one decides.
    optional_list<Storage, basic_card_verify_result<Storage>> card_verify_results = {};
    /// Attempts at liveness and comparison, in order; the last one decides.
    optional_list<Storage, basic_compare_result<Storage>> compare_results = {};
    /// The Extra of the request that started the session. Personal data.
    optional_text<Storage> extra = {};
    /// Device risk. See device_info_level in types/values.hpp. ENHANCED and PLUS tiers only.
    optional_text<Storage> device_info_level = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using get_sdk_verification_result = basic_get_sdk_verification_result<owning>;
using get_sdk_verification_result_output = basic_get_sdk_verification_result_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_get_sdk_verification_result_output<Storage>> =
    outcome_source<&basic_get_sdk_verification_result_output<Storage>::result>{
        .passed = sdk_result::passed_codes,
        .pending = "-999",
        .meanings = sdk_result::all,
    };

template <class Storage>
inline constexpr session_life session_life_of<basic_get_sdk_verification_result<Storage>>{
    .start_within = 600,
    .readable_for = 259200,
};

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

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
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::charge_count)>("ChargeCount", offsetof(self, charge_count)).marked(sensitivity::open),
        field_at_offset<decltype(self::card_verify_results)>("CardVerifyResults", offsetof(self, card_verify_results))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::compare_results)>("CompareResults", offsetof(self, compare_results)).marked(sensitivity::open),
        field_at_offset<decltype(self::extra)>("Extra", offsetof(self, extra)).marked(sensitivity::personal),
        field_at_offset<decltype(self::device_info_level)>("DeviceInfoLevel", offsetof(self, device_info_level)).marked(sensitivity::open),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

#if defined(TC3_INSTANTIATED)
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_get_sdk_verification_result<owning>>() noexcept;
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_get_sdk_verification_result<borrowed>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_get_sdk_verification_result_output<owning>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_get_sdk_verification_result_output<borrowed>>() noexcept;
#endif

}  // namespace tc3::inline TC3_NAMESPACE
