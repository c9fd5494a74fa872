// SPDX-License-Identifier: MIT
// CreateUploadUrl: get a temporary PUT link for a file that another action will read. Made by tools/generate.py from tools/faceid.json;
// manual: https://www.tencentcloud.com/document/product/1061
#pragma once

#include <tc3/faceid/service.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>
#include <cstdint>

namespace tc3::inline v0_1::faceid {

/// The question. 20 calls a second. Needs a region. Asking twice does no harm.
template <class Storage>
struct basic_create_upload_url {
    /// Name of the action that will use the upload, e.g. DetectReflectLivenessAndCompare. Required.
    typename Storage::text target_action = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset.
template <class Storage>
struct basic_create_upload_url_output {
    /// Pre-signed COS URL for an HTTP PUT of the raw (not base64) bytes. Signed in advance: whoever has it can read the file. Secret.
    typename Storage::template optional<typename Storage::text> upload_url = {};
    /// Pre-signed COS URL to pass to the target action. Signed in advance: whoever has it can read the file. Object kept 2 hours. Secret.
    typename Storage::template optional<typename Storage::text> resource_url = {};
    /// Expiry of both links, Unix seconds (10 digits).
    typename Storage::template optional<std::int64_t> expired_timestamp = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using create_upload_url = basic_create_upload_url<owning>;
using create_upload_url_output = basic_create_upload_url_output<owning>;

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_create_upload_url<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "CreateUploadUrl",
    .host = faceid::host,
    .calls_per_second = 20,
    .repeat = repeat_safety::harmless,
};

template <class Storage>
struct output_of<faceid::basic_create_upload_url<Storage>> {
    using type = faceid::basic_create_upload_url_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_create_upload_url<Storage>> = [] {
    using self = faceid::basic_create_upload_url<Storage>;
    return field_table{
        field_at_offset<decltype(self::target_action)>("TargetAction", offsetof(self, target_action)).required().marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_create_upload_url_output<Storage>> = [] {
    using self = faceid::basic_create_upload_url_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::upload_url)>("UploadUrl", offsetof(self, upload_url)).marked(sensitivity::secret),
        field_at_offset<decltype(self::resource_url)>("ResourceUrl", offsetof(self, resource_url)).marked(sensitivity::secret),
        field_at_offset<decltype(self::expired_timestamp)>("ExpiredTimestamp", offsetof(self, expired_timestamp)).marked(sensitivity::open),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1
