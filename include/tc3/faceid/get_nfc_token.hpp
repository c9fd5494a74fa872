// SPDX-License-Identifier: MIT
// GetNFCToken: start an NFC document read and get its token. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061
#pragma once

#include <tc3/faceid/service.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>

namespace tc3::inline v0_1::faceid {

/// The question. 20 calls a second. Needs no region. Asking twice does no harm. Looks into data of mainland China. What came of it:
/// GetWxNFCResult.
template <class Storage>
struct basic_get_nfc_token {};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset.
template <class Storage>
struct basic_get_nfc_token_output {
    /// Token for one NFC session; goes to the app SDK. Secret.
    typename Storage::template optional<typename Storage::text> token = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using get_nfc_token = basic_get_nfc_token<owning>;
using get_nfc_token_output = basic_get_nfc_token_output<owning>;

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_get_nfc_token<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "GetNFCToken",
    .host = faceid::host,
    .needs_region = false,
    .calls_per_second = 20,
    .repeat = repeat_safety::harmless,
};

template <class Storage>
struct output_of<faceid::basic_get_nfc_token<Storage>> {
    using type = faceid::basic_get_nfc_token_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_nfc_token_output<Storage>> = [] {
    using self = faceid::basic_get_nfc_token_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::token)>("Token", offsetof(self, token)).marked(sensitivity::secret),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1
