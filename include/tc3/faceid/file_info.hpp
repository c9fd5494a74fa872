// SPDX-License-Identifier: MIT
// FileInfo: a file that the service keeps for a short while, as the answers of several actions name it.
#pragma once

#include <tc3/api/codec.hpp>
#include <tc3/api/storage.hpp>

#include <cstdint>

namespace tc3::inline v0_1::faceid {

/// A file to download. Fetch it at once: addresses live about 10 minutes, asking for the answer again gives fresh ones.
template <class Storage>
struct basic_file_info {
    /// Where it is: signed in advance, so that whoever has it can read the file. As secret as what is in there.
    typename Storage::template optional<typename Storage::text> url = {};
    /// The MD5 of the file, 32 hex digits: tells a download that was cut short, proves nothing.
    typename Storage::template optional<typename Storage::text> md5 = {};
    /// Its size in bytes.
    typename Storage::template optional<std::int64_t> size = {};
};

using file_info = basic_file_info<owning>;

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

template <class Storage>
inline constexpr auto fields_of<faceid::basic_file_info<Storage>> =
    field_list(field_of<&faceid::basic_file_info<Storage>::url>("Url").marked(sensitivity::secret),
               field_of<&faceid::basic_file_info<Storage>::md5>("MD5").marked(sensitivity::open),
               field_of<&faceid::basic_file_info<Storage>::size>("Size").marked(sensitivity::open));

}  // namespace tc3::inline v0_1
