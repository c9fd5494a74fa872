// SPDX-License-Identifier: MIT
// GenerateReflectSequence: makes a light sequence for the reflection SDK. Made by tools/generate.py from tools/faceid.json.
#pragma once

#include <tc3/faceid/service.hpp>
#include <tc3/faceid/types/values.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/borrowed.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Parameters of GenerateReflectSequence. At most 5 calls per second. Requires a region: ap-bangkok, ap-hongkong, ap-singapore. The manual
/// does not say whether a second call is safe.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_generate_reflect_sequence {
    /// COS URL of the SDK's device package, in the region of the request. Required. Pre-signed: anyone who has the URL can use it. Secret.
    text_of<Storage> device_data_url = {};
    /// MD5 of the package. Required. 32 hex digits.
    text_of<Storage> device_data_md5 = {};
    /// Liveness mode: a digit as a string. See secure_level in types/values.hpp. If unset, the service uses "4".
    optional_text<Storage> security_level = {};
};

/// Output of GenerateReflectSequence. A field that is absent or null is unset, as is a number that is sent as "".
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_generate_reflect_sequence_output {
    /// URL of the light sequence to hand to the SDK. Pre-signed: anyone who has the URL can use it. Secret.
    optional_text<Storage> reflect_sequence_url = {};
    /// MD5 of the light sequence. 32 hex digits.
    optional_text<Storage> reflect_sequence_md5 = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using generate_reflect_sequence = basic_generate_reflect_sequence<owning>;
using generate_reflect_sequence_output = basic_generate_reflect_sequence_output<owning>;

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

template <class Storage>
inline constexpr action action_of<faceid::basic_generate_reflect_sequence<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "GenerateReflectSequence",
    .host = faceid::host,
    .calls_per_second = 5,
};

template <class Storage>
struct output_of<faceid::basic_generate_reflect_sequence<Storage>> {
    using type = faceid::basic_generate_reflect_sequence_output<Storage>;
};

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_generate_reflect_sequence<Storage>> = [] {
    using self = faceid::basic_generate_reflect_sequence<Storage>;
    return field_table{
        field_at_offset<decltype(self::device_data_url)>("DeviceDataUrl", offsetof(self, device_data_url))
            .required()
            .marked(sensitivity::secret),
        field_at_offset<decltype(self::device_data_md5)>("DeviceDataMd5", offsetof(self, device_data_md5))
            .required()
            .marked(sensitivity::open),
        field_at_offset<decltype(self::security_level)>("SecurityLevel", offsetof(self, security_level))
            .marked(sensitivity::open)
            .limited(one_of<faceid::secure_level::all>),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_generate_reflect_sequence_output<Storage>> = [] {
    using self = faceid::basic_generate_reflect_sequence_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::reflect_sequence_url)>("ReflectSequenceUrl", offsetof(self, reflect_sequence_url))
            .marked(sensitivity::secret),
        field_at_offset<decltype(self::reflect_sequence_md5)>("ReflectSequenceMd5", offsetof(self, reflect_sequence_md5))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

#if defined(TC3_INSTANTIATED)
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_generate_reflect_sequence<owning>>() noexcept;
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_generate_reflect_sequence<borrowed>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_generate_reflect_sequence_output<owning>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_generate_reflect_sequence_output<borrowed>>() noexcept;
#endif

}  // namespace tc3::inline TC3_NAMESPACE
