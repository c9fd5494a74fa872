// SPDX-License-Identifier: MIT
// GetLivenessResult: reads the result of an SDK liveness session. Made by tools/generate.py from tools/faceid.json.
#pragma once

#include <tc3/faceid/advice/outcome.hpp>
#include <tc3/faceid/service.hpp>
#include <tc3/faceid/types/file_info.hpp>
#include <tc3/faceid/types/session_life.hpp>
#include <tc3/faceid/types/values.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/borrowed.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Parameters of GetLivenessResult. At most 20 calls per second. Requires a region. Safe to repeat.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_get_liveness_result {
    /// Token from ApplyLivenessToken. Valid for 2 hours. Required. Secret.
    text_of<Storage> sdk_token = {};
};

/// Output of GetLivenessResult. A field that is absent or null is unset, as is a number that is sent as "". `faceid::outcome(output)` reads
/// the outcome from `result`.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_get_liveness_result_output {
    /// Outcome code as a string. See sdk_result in types/values.hpp. The manual has no table for this action; its sample agrees with these
    /// codes.
    optional_text<Storage> result = {};
    /// Text for the outcome.
    optional_text<Storage> description = {};
    /// Best face frame as a file reference. Biometric data.
    nested_of<Storage, basic_file_info<Storage>> best_frame = {};
    /// Liveness video as a file reference. Biometric data.
    nested_of<Storage, basic_file_info<Storage>> video = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using get_liveness_result = basic_get_liveness_result<owning>;
using get_liveness_result_output = basic_get_liveness_result_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_get_liveness_result_output<Storage>> =
    outcome_source<&basic_get_liveness_result_output<Storage>::result>{
        .passed = sdk_result::passed_codes,
        .pending = "-999",
        .meanings = sdk_result::all,
    };

template <class Storage>
inline constexpr session_life session_life_of<basic_get_liveness_result<Storage>>{
    .start_within = 600,
    .readable_for = 7200,
};

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

template <class Storage>
inline constexpr action action_of<faceid::basic_get_liveness_result<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "GetLivenessResult",
    .host = faceid::host,
    .calls_per_second = 20,
    .repeat = repeat_safety::harmless,
};

template <class Storage>
struct output_of<faceid::basic_get_liveness_result<Storage>> {
    using type = faceid::basic_get_liveness_result_output<Storage>;
};

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_liveness_result<Storage>> = [] {
    using self = faceid::basic_get_liveness_result<Storage>;
    return field_table{
        field_at_offset<decltype(self::sdk_token)>("SdkToken", offsetof(self, sdk_token)).required().marked(sensitivity::secret),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_liveness_result_output<Storage>> = [] {
    using self = faceid::basic_get_liveness_result_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::best_frame)>("BestFrame", offsetof(self, best_frame)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::video)>("Video", offsetof(self, video)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

#if defined(TC3_INSTANTIATED)
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_get_liveness_result<owning>>() noexcept;
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_get_liveness_result<borrowed>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_get_liveness_result_output<owning>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_get_liveness_result_output<borrowed>>() noexcept;
#endif

}  // namespace tc3::inline TC3_NAMESPACE
