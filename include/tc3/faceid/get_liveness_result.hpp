// SPDX-License-Identifier: MIT
// GetLivenessResult: read the result of an SDK liveness session. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061
#pragma once

#include <tc3/faceid/advice/outcome.hpp>
#include <tc3/faceid/service.hpp>
#include <tc3/faceid/types/file_info.hpp>
#include <tc3/faceid/types/values.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>

namespace tc3::inline v0_1::faceid {

/// The question. 20 calls a second. Needs a region. Asking twice does no harm.
template <class Storage>
struct basic_get_liveness_result {
    /// Token from ApplyLivenessToken. Required. Secret.
    typename Storage::text sdk_token = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset. What it says of its own
/// matter, in result: `faceid::outcome(answer)`.
template <class Storage>
struct basic_get_liveness_result_output {
    /// Outcome code as a string. See namespace sdk_result. The manual has no table of its own for this action; its sample agrees with this
    /// one.
    typename Storage::template optional<typename Storage::text> result = {};
    /// Text for the outcome.
    typename Storage::template optional<typename Storage::text> description = {};
    /// Best face frame as a file reference. Biometric.
    typename Storage::template nested<basic_file_info<Storage>> best_frame = {};
    /// Liveness video as a file reference. Biometric.
    typename Storage::template nested<basic_file_info<Storage>> video = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using get_liveness_result = basic_get_liveness_result<owning>;
using get_liveness_result_output = basic_get_liveness_result_output<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_get_liveness_result_output<Storage>> = [] {
    using self = basic_get_liveness_result_output<Storage>;
    return outcome_in<&self::result>({.passed = sdk_result::passes, .pending = "-999", .meanings = sdk_result::all});
}();

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

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
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::best_frame)>("BestFrame", offsetof(self, best_frame)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::video)>("Video", offsetof(self, video)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1
