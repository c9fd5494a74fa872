// SPDX-License-Identifier: MIT
// GenerateReflectSequence: make a light sequence for the reflection SDK. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061
#pragma once

#include <tc3/faceid/service.hpp>
#include <tc3/faceid/types/values.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>

namespace tc3::inline v0_1::faceid {

/// The question. 5 calls a second. Needs a region, one of ap-bangkok, ap-hongkong, ap-singapore. Whether asking twice does harm is not
/// documented.
template <class Storage>
struct basic_generate_reflect_sequence {
    /// COS URL of the SDK's device package, same region. Required. Signed in advance: whoever has it can read the file. Secret.
    typename Storage::text device_data_url = {};
    /// MD5 of the package. Required. 32 hex digits.
    typename Storage::text device_data_md5 = {};
    /// Liveness mode; a digit carried as a string. See namespace secure_level. Default: "4".
    typename Storage::template optional<typename Storage::text> security_level = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset.
template <class Storage>
struct basic_generate_reflect_sequence_output {
    /// URL of the light sequence to hand to the SDK. Signed in advance: whoever has it can read the file. Secret.
    typename Storage::template optional<typename Storage::text> reflect_sequence_url = {};
    /// MD5 of the light sequence. 32 hex digits.
    typename Storage::template optional<typename Storage::text> reflect_sequence_md5 = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using generate_reflect_sequence = basic_generate_reflect_sequence<owning>;
using generate_reflect_sequence_output = basic_generate_reflect_sequence_output<owning>;

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

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
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1
