// SPDX-License-Identifier: MIT
// A file that the service keeps for a short time. Made by tools/generate.py from tools/faceid.json.
// Source: https://www.tencentcloud.com/document/product/1061
#pragma once

#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>
#include <cstdint>

namespace tc3::inline TC3_NAMESPACE::faceid {

/// A file that the service keeps for a short time.
template <class Storage>
struct basic_file_info {
    /// Temporary (pre-signed) download URL. Pre-signed: anyone who has the URL can use it. Secret.
    optional_text<Storage> url = {};
    /// 32-character hex MD5 of the file. 32 hex digits. The name ends in _ because md5 is a macro of some hosts.
    optional_text<Storage> md5_ = {};
    /// File size in bytes.
    optional_of<Storage, std::int64_t> size = {};
};

using file_info = basic_file_info<owning>;

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_file_info<Storage>> = [] {
    using self = faceid::basic_file_info<Storage>;
    return field_table{
        field_at_offset<decltype(self::url)>("Url", offsetof(self, url)).marked(sensitivity::secret),
        field_at_offset<decltype(self::md5_)>("MD5", offsetof(self, md5_)).marked(sensitivity::open),
        field_at_offset<decltype(self::size)>("Size", offsetof(self, size)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE
