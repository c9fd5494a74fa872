// SPDX-License-Identifier: MIT
// MobileStatus: looks up the state of a mobile number. Made by tools/generate.py from tools/faceid.json.
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

/// Values of mobile_status_output::result. The service may add more.
namespace mobile_status_result {
inline constexpr literal success{"0"};                       ///< success
inline constexpr literal no_result{"-1"};                    ///< no result
inline constexpr literal number_malformed{"-2"};             ///< number malformed
inline constexpr literal verification_centre_busy{"-3"};     ///< verification centre busy
inline constexpr literal daily_attempts_used_up{"-4"};       ///< daily attempts used up
inline constexpr literal number_range_not_supported{"-13"};  ///< number range not supported (domestic doc only)
/// What each code means.
inline constexpr result_code all[] = {
    {"0", "success", billing::billed},
    {"-1", "no result", billing::free},
    {"-2", "number malformed", billing::free, error_category::request},
    {"-3", "verification centre busy", billing::free, error_category::service},
    {"-4", "daily attempts used up", billing::free, error_category::quota},
    {"-13", "number range not supported (domestic doc only)", billing::free, error_category::request},
};
/// The codes that mean passed.
inline constexpr std::string_view passed_codes[] = {"0"};
}  // namespace mobile_status_result

/// Values of mobile_status_output::status_code. The service may add more.
namespace mobile_status_code {
inline constexpr std::int64_t normal = 0;      ///< normal
inline constexpr std::int64_t suspended = 1;   ///< suspended
inline constexpr std::int64_t closed = 2;      ///< closed
inline constexpr std::int64_t not_in_use = 4;  ///< not in use
inline constexpr std::int64_t unknown = 99;    ///< unknown
}  // namespace mobile_status_code

/// Parameters of MobileStatus. At most 20 calls per second. Requires no region. Not safe to repeat: if the response was lost, a second call
/// may be billed again and counts against the daily quota. Uses data sources of mainland China.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_mobile_status {
    /// Mobile number. Required. Personal data.
    text_of<Storage> mobile = {};
    /// The encrypted fields of the request, the algorithm and the wrapped key. May cover Mobile.
    nested_of<Storage, basic_encryption<Storage>> encryption = {};
};

/// Output of MobileStatus. A field that is absent or null is unset, as is a number that is sent as "". `faceid::outcome(output)` reads the
/// outcome from `result`. Passed means that the lookup has a result, which is in the other fields.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_mobile_status_output {
    /// Outcome code: a number as a string. See mobile_status_result above.
    optional_text<Storage> result = {};
    /// Text for the outcome.
    optional_text<Storage> description = {};
    /// Line status. See mobile_status_code above. Personal data.
    optional_of<Storage, std::int64_t> status_code = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using mobile_status = basic_mobile_status<owning>;
using mobile_status_output = basic_mobile_status_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_mobile_status_output<Storage>> = outcome_source<&basic_mobile_status_output<Storage>::result>{
    .passed = mobile_status_result::passed_codes,
    .meanings = mobile_status_result::all,
};

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

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
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::status_code)>("StatusCode", offsetof(self, status_code)).marked(sensitivity::personal),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

#if defined(TC3_INSTANTIATED)
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_mobile_status<owning>>() noexcept;
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_mobile_status<borrowed>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_mobile_status_output<owning>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_mobile_status_output<borrowed>>() noexcept;
#endif

}  // namespace tc3::inline TC3_NAMESPACE
