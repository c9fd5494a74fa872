// SPDX-License-Identifier: MIT
// GetFaceIdTokenIntl: start an SDK selfie verification and get its token. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061
#pragma once

#include <tc3/core/literal.hpp>
#include <tc3/faceid/service.hpp>
#include <tc3/faceid/types/values.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>
#include <cstdint>

namespace tc3::inline v0_1::faceid {

/// Values of get_face_id_token_intl::check_mode.
namespace selfie_check_mode {
inline constexpr literal liveness{"liveness"};  ///< liveness only
inline constexpr literal compare{"compare"};    ///< liveness plus face comparison
inline constexpr literal all[] = {liveness, compare};
}  // namespace selfie_check_mode

/// The question. 20 calls a second. Needs a region. Asking twice does no harm. Image needed when CheckMode is compare. ActionList only when
/// SecureLevel is 2 or 4. What came of it: GetFaceIdResultIntl.
template <class Storage>
struct basic_get_face_id_token_intl {
    /// Flow. See namespace selfie_check_mode. Default: "liveness".
    typename Storage::template optional<typename Storage::text> check_mode = {};
    /// Liveness mode; a digit carried as a string. See namespace secure_level. Default: "4".
    typename Storage::template optional<typename Storage::text> secure_level = {};
    /// Base64 face photo to compare with. Needed when CheckMode is 'compare'. Biometric.
    typename Storage::template optional<typename Storage::binary> image = {};
    /// Opaque passthrough returned with the result. Personal.
    typename Storage::template optional<typename Storage::text> extra = {};
    /// Motions to ask for. Default: "blink". Comma-joined string of 1-2 of: blink, mouth, nod, shake; e.g. 'blink' or 'blink,mouth'. Only
    /// when SecureLevel is "2" or "4", else the call fails.
    typename Storage::template optional<typename Storage::text> action_list = {};
    /// Service tier. See namespace sdk_version. Default: "BASIC".
    typename Storage::template optional<typename Storage::text> sdk_version = {};
    /// Liveness attempts allowed. Default: 5. 1 to 5.
    typename Storage::template optional<std::int64_t> retry_limit = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset.
template <class Storage>
struct basic_get_face_id_token_intl_output {
    /// Token for one SDK selfie verification; later passed to GetFaceIdResultIntl. Start within 10 minutes; result readable for 72 hours;
    /// one verification only. Secret.
    typename Storage::template optional<typename Storage::text> sdk_token = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using get_face_id_token_intl = basic_get_face_id_token_intl<owning>;
using get_face_id_token_intl_output = basic_get_face_id_token_intl_output<owning>;

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_get_face_id_token_intl<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "GetFaceIdTokenIntl",
    .host = faceid::host,
    .calls_per_second = 20,
    .repeat = repeat_safety::harmless,
};

template <class Storage>
struct output_of<faceid::basic_get_face_id_token_intl<Storage>> {
    using type = faceid::basic_get_face_id_token_intl_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_face_id_token_intl<Storage>> = [] {
    using self = faceid::basic_get_face_id_token_intl<Storage>;
    return field_table{
        field_at_offset<decltype(self::check_mode)>("CheckMode", offsetof(self, check_mode))
            .marked(sensitivity::open)
            .limited(one_of<faceid::selfie_check_mode::all>),
        field_at_offset<decltype(self::secure_level)>("SecureLevel", offsetof(self, secure_level))
            .marked(sensitivity::open)
            .limited(one_of<faceid::secure_level::all>),
        field_at_offset<decltype(self::image)>("Image", offsetof(self, image)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::extra)>("Extra", offsetof(self, extra)).marked(sensitivity::personal),
        field_at_offset<decltype(self::action_list)>("ActionList", offsetof(self, action_list)).marked(sensitivity::open),
        field_at_offset<decltype(self::sdk_version)>("SdkVersion", offsetof(self, sdk_version))
            .marked(sensitivity::open)
            .limited(one_of<faceid::sdk_version::all>),
        field_at_offset<decltype(self::retry_limit)>("RetryLimit", offsetof(self, retry_limit))
            .marked(sensitivity::open)
            .limited(between<1, 5>),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_face_id_token_intl_output<Storage>> = [] {
    using self = faceid::basic_get_face_id_token_intl_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::sdk_token)>("SdkToken", offsetof(self, sdk_token)).marked(sensitivity::secret),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1
