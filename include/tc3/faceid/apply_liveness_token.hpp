// SPDX-License-Identifier: MIT
// ApplyLivenessToken: starts an SDK liveness session and returns its token. Made by tools/generate.py from tools/faceid.json.
#pragma once

#include <tc3/faceid/service.hpp>
#include <tc3/faceid/types/values.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/borrowed.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Parameters of ApplyLivenessToken. At most 20 calls per second. Requires a region. Safe to repeat. Read the result with
/// GetLivenessResult.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_apply_liveness_token {
    /// Liveness mode: a digit as a string. See secure_level in types/values.hpp. If unset, the service uses "4".
    optional_text<Storage> secure_level = {};
};

/// Output of ApplyLivenessToken. A field that is absent or null is unset, as is a number that is sent as "".
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_apply_liveness_token_output {
    /// Token for one SDK liveness session, for GetLivenessResult. Start the session within 10 minutes. The result is readable for 2 hours.
    /// Secret.
    optional_text<Storage> sdk_token = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using apply_liveness_token = basic_apply_liveness_token<owning>;
using apply_liveness_token_output = basic_apply_liveness_token_output<owning>;

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

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
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

#if defined(TC3_INSTANTIATED)
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_apply_liveness_token<owning>>() noexcept;
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_apply_liveness_token<borrowed>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_apply_liveness_token_output<owning>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_apply_liveness_token_output<borrowed>>() noexcept;
#endif

}  // namespace tc3::inline TC3_NAMESPACE
