// SPDX-License-Identifier: MIT
// CreateUploadUrl: returns a temporary PUT link for a file that another action will read. Made by tools/generate.py from tools/faceid.json.
#pragma once

#include <tc3/faceid/service.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/borrowed.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>
#include <cstdint>

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Parameters of CreateUploadUrl. At most 20 calls per second. Requires a region. Safe to repeat.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_create_upload_url {
    /// Name of the action that will use the upload, e.g. DetectReflectLivenessAndCompare. Required.
    text_of<Storage> target_action = {};
};

/// Output of CreateUploadUrl. A field that is absent or null is unset, as is a number that is sent as "".
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_create_upload_url_output {
    /// Pre-signed COS URL for an HTTP PUT of the raw (not base64) bytes. Pre-signed: anyone who has the URL can use it. Secret.
    optional_text<Storage> upload_url = {};
    /// Pre-signed COS URL to pass to the target action. Pre-signed: anyone who has the URL can use it. The service keeps the file for 2
    /// hours. Secret.
    optional_text<Storage> resource_url = {};
    /// Expiry of both links, Unix seconds (10 digits).
    optional_of<Storage, std::int64_t> expired_timestamp = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using create_upload_url = basic_create_upload_url<owning>;
using create_upload_url_output = basic_create_upload_url_output<owning>;

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

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
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

#if defined(TC3_INSTANTIATED)
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_create_upload_url<owning>>() noexcept;
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_create_upload_url<borrowed>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_create_upload_url_output<owning>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_create_upload_url_output<borrowed>>() noexcept;
#endif

}  // namespace tc3::inline TC3_NAMESPACE
