// SPDX-License-Identifier: MIT
// GetFaceIdTokenIntl: starts an SDK selfie verification and returns its token. Made by tools/generate.py from tools/faceid.json.
#pragma once

#include <tc3/core/literal.hpp>
#include <tc3/faceid/service.hpp>
#include <tc3/faceid/types/values.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/borrowed.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>
#include <cstdint>

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Values of get_face_id_token_intl::check_mode.
namespace selfie_check_mode {
inline constexpr literal liveness{"liveness"};  ///< liveness only
inline constexpr literal compare{"compare"};    ///< liveness plus face comparison
inline constexpr literal all[] = {liveness, compare};
}  // namespace selfie_check_mode

/// Parameters of GetFaceIdTokenIntl. At most 20 calls per second. Requires a region. Safe to repeat. Image is required if CheckMode is
/// "compare". ActionList is allowed only if SecureLevel is 2 or 4. Read the result with GetFaceIdResultIntl.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_get_face_id_token_intl {
    /// Flow. See selfie_check_mode above. If unset, the service uses "liveness".
    optional_text<Storage> check_mode = {};
    /// Liveness mode: a digit as a string. See secure_level in types/values.hpp. If unset, the service uses "4".
    optional_text<Storage> secure_level = {};
    /// Base64 face photo to compare with. Required if CheckMode is "compare". Biometric data.
    optional_binary<Storage> image = {};
    /// Text of yours that the result action returns. Personal data.
    optional_text<Storage> extra = {};
    /// Motions to ask for. If unset, the service uses "blink". One or two of blink, mouth, nod, shake, separated by a comma: 'blink,mouth'.
    /// If SecureLevel is neither "2" nor "4", the call fails.
    optional_text<Storage> action_list = {};
    /// Service tier. See sdk_version in types/values.hpp. If unset, the service uses "BASIC".
    optional_text<Storage> sdk_version = {};
    /// Liveness attempts allowed. If unset, the service uses 5. From 1 to 5.
    optional_of<Storage, std::int64_t> retry_limit = {};
};

/// Output of GetFaceIdTokenIntl. A field that is absent or null is unset, as is a number that is sent as "".
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_get_face_id_token_intl_output {
    /// Token for one SDK selfie verification, for GetFaceIdResultIntl. Start the session within 10 minutes. The result is readable for 3
    /// days. Valid for one verification. Secret.
    optional_text<Storage> sdk_token = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using get_face_id_token_intl = basic_get_face_id_token_intl<owning>;
using get_face_id_token_intl_output = basic_get_face_id_token_intl_output<owning>;

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

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
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

#if defined(TC3_INSTANTIATED)
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_get_face_id_token_intl<owning>>() noexcept;
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_get_face_id_token_intl<borrowed>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_get_face_id_token_intl_output<owning>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_get_face_id_token_intl_output<borrowed>>() noexcept;
#endif

}  // namespace tc3::inline TC3_NAMESPACE
