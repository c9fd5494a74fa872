// SPDX-License-Identifier: MIT
// ApplyLivenessToken: start an SDK liveness session and get its token. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061
#pragma once

#include <tc3/faceid/service.hpp>
#include <tc3/faceid/types/values.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>

namespace tc3::inline v0_1::faceid {

/// The question. 20 calls a second. Needs a region. Asking twice does no harm. What came of it: GetLivenessResult.
template <class Storage>
struct basic_apply_liveness_token {
    /// Liveness mode; a digit carried as a string. See namespace secure_level. Default: "4".
    typename Storage::template optional<typename Storage::text> secure_level = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset.
template <class Storage>
struct basic_apply_liveness_token_output {
    /// Token for one SDK liveness session; later passed to GetLivenessResult. Start within 10 minutes; result readable for 2 hours
    /// (GetLivenessResult). Secret.
    typename Storage::template optional<typename Storage::text> sdk_token = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using apply_liveness_token = basic_apply_liveness_token<owning>;
using apply_liveness_token_output = basic_apply_liveness_token_output<owning>;

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_apply_liveness_token<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "ApplyLivenessToken",
    .host = faceid::host,
    .calls_per_second = 20,
    .repeat = repeat_safety::harmless,
};

template <class Storage>
struct output_of<faceid::basic_apply_liveness_token<Storage>> {
    using type = faceid::basic_apply_liveness_token_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_apply_liveness_token<Storage>> = [] {
    using self = faceid::basic_apply_liveness_token<Storage>;
    return field_table{
        field_at_offset<decltype(self::secure_level)>("SecureLevel", offsetof(self, secure_level))
            .marked(sensitivity::open)
            .limited(one_of<faceid::secure_level::all>),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_apply_liveness_token_output<Storage>> = [] {
    using self = faceid::basic_apply_liveness_token_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::sdk_token)>("SdkToken", offsetof(self, sdk_token)).marked(sensitivity::secret),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1
