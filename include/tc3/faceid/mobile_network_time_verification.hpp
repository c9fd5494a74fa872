// SPDX-License-Identifier: MIT
// MobileNetworkTimeVerification: looks up how long a mobile number has been in service. Made by tools/generate.py from tools/faceid.json.
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
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Values of mobile_network_time_verification_output::result. The service may add more.
namespace mobile_network_time_result {
inline constexpr literal success{"0"};                       ///< success
inline constexpr literal number_does_not_exist{"-2"};        ///< number does not exist
inline constexpr literal duration_unknown{"-3"};             ///< number exists, duration unknown
inline constexpr literal number_malformed{"-1"};             ///< number malformed
inline constexpr literal verification_centre_busy{"-4"};     ///< verification centre busy
inline constexpr literal daily_attempts_used_up{"-5"};       ///< daily attempts used up
inline constexpr literal number_range_not_supported{"-13"};  ///< number range not supported (domestic doc only)
/// What each code means.
inline constexpr result_code all[] = {
    {"0", "success", billing::billed},
    {"-2", "number does not exist", billing::billed},
    {"-3", "number exists, duration unknown", billing::billed},
    {"-1", "number malformed", billing::free, error_category::request},
    {"-4", "verification centre busy", billing::free, error_category::service},
    {"-5", "daily attempts used up", billing::free, error_category::quota},
    {"-13", "number range not supported (domestic doc only)", billing::free, error_category::request},
};
/// The codes that mean passed.
inline constexpr std::string_view passed_codes[] = {"0"};
}  // namespace mobile_network_time_result

/// Parameters of MobileNetworkTimeVerification. At most 20 calls per second. Requires no region. Not safe to repeat: if the response was
/// lost, a second call may be billed again and counts against the daily quota. Uses data sources of mainland China.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_mobile_network_time_verification {
    /// Mobile number. Required. Personal data.
    text_of<Storage> mobile = {};
    /// The encrypted fields of the request, the algorithm and the wrapped key. May cover Mobile.
    nested_of<Storage, basic_encryption<Storage>> encryption = {};
};

/// Output of MobileNetworkTimeVerification. A field that is absent or null is unset, as is a number that is sent as "".
/// `faceid::outcome(output)` reads the outcome from `result`. Passed means that the lookup has a result, which is in the other fields.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_mobile_network_time_verification_output {
    /// Outcome code: a number as a string. See mobile_network_time_result above.
    optional_text<Storage> result = {};
    /// Text for the outcome.
    optional_text<Storage> description = {};
    /// Months in service as text '[a,b)'; a b of '+' means no upper bound; empty if unknown. Personal data.
    optional_text<Storage> range = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using mobile_network_time_verification = basic_mobile_network_time_verification<owning>;
using mobile_network_time_verification_output = basic_mobile_network_time_verification_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_mobile_network_time_verification_output<Storage>> =
    outcome_source<&basic_mobile_network_time_verification_output<Storage>::result>{
        .passed = mobile_network_time_result::passed_codes,
        .meanings = mobile_network_time_result::all,
    };

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

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
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::range)>("Range", offsetof(self, range)).marked(sensitivity::personal),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

#if defined(TC3_INSTANTIATED)
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_mobile_network_time_verification<owning>>() noexcept;
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_mobile_network_time_verification<borrowed>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_mobile_network_time_verification_output<owning>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_mobile_network_time_verification_output<borrowed>>() noexcept;
#endif

}  // namespace tc3::inline TC3_NAMESPACE
