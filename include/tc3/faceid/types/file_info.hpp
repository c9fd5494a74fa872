// SPDX-License-Identifier: MIT
// A file that the service keeps for a short while. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061
#pragma once

#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>
#include <cstdint>

namespace tc3::inline v0_1::faceid {

/// Reference to a temporary file.
template <class Storage>
struct basic_file_info {
    /// Temporary (pre-signed) download URL. Signed in advance: whoever has it can read the file. Secret.
    typename Storage::template optional<typename Storage::text> url = {};
    /// 32-character hex MD5 of the file. 32 hex digits.
    typename Storage::template optional<typename Storage::text> md5 = {};
    /// File size in bytes.
    typename Storage::template optional<std::int64_t> size = {};
};

using file_info = basic_file_info<owning>;

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_file_info<Storage>> = [] {
    using self = faceid::basic_file_info<Storage>;
    return field_table{
        field_at_offset<decltype(self::url)>("Url", offsetof(self, url)).marked(sensitivity::secret),
        field_at_offset<decltype(self::md5)>("MD5", offsetof(self, md5)).marked(sensitivity::open),
        field_at_offset<decltype(self::size)>("Size", offsetof(self, size)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1
