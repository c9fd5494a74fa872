// SPDX-License-Identifier: MIT
// GetNFCToken: starts the NFC read of a document and returns its token. Made by tools/generate.py from tools/faceid.json.
#pragma once

#include <tc3/faceid/service.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/borrowed.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Parameters of GetNFCToken. At most 20 calls per second. Requires no region. Safe to repeat. Uses data sources of mainland China. Read
/// the result with GetWxNFCResult. The flow reads identity cards, residence permits, and permits to travel to and from Hong Kong, Macao and
/// Taiwan.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_get_nfc_token {};

/// Output of GetNFCToken. A field that is absent or null is unset, as is a number that is sent as "".
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_get_nfc_token_output {
    /// Token for one NFC session; goes to the app SDK. Start the session within 10 minutes. The result is readable for 10 minutes. Secret.
    optional_text<Storage> token = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using get_nfc_token = basic_get_nfc_token<owning>;
using get_nfc_token_output = basic_get_nfc_token_output<owning>;

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_nfc_token_output<Storage>> = [] {
    using self = faceid::basic_get_nfc_token_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::token)>("Token", offsetof(self, token)).marked(sensitivity::secret),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

#if defined(TC3_INSTANTIATED)
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_get_nfc_token<owning>>() noexcept;
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_get_nfc_token<borrowed>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_get_nfc_token_output<owning>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_get_nfc_token_output<borrowed>>() noexcept;
#endif

}  // namespace tc3::inline TC3_NAMESPACE
