// SPDX-License-Identifier: MIT
// IdCardVerification: matches the name and ID number. Made by tools/generate.py from tools/faceid.json.
#pragma once

#include <tc3/faceid/advice/outcome.hpp>
#include <tc3/faceid/service.hpp>
#include <tc3/faceid/types/encryption.hpp>
#include <tc3/faceid/types/values.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/borrowed.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Parameters of IdCardVerification. At most 100 calls per second. Requires no region. Not safe to repeat: if the response was lost, a
/// second call may be billed again and counts against the daily quota. Uses data sources of mainland China.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_id_card_verification {
    /// ID number. Required. Personal data.
    text_of<Storage> id_card = {};
    /// Name. Required. Personal data.
    text_of<Storage> name = {};
    /// The encrypted fields of the request, the algorithm and the wrapped key. May cover Name, IdCard.
    nested_of<Storage, basic_encryption<Storage>> encryption = {};
};

/// Output of IdCardVerification. A field that is absent or null is unset, as is a number that is sent as "". `faceid::outcome(output)`
/// reads the outcome from `result`.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_id_card_verification_output {
    /// Outcome code: a number as a string. See id_card_result in types/values.hpp.
    optional_text<Storage> result = {};
    /// Text for the outcome.
    optional_text<Storage> description = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using id_card_verification = basic_id_card_verification<owning>;
using id_card_verification_output = basic_id_card_verification_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_id_card_verification_output<Storage>> =
    outcome_source<&basic_id_card_verification_output<Storage>::result>{
        .passed = id_card_result::passed_codes,
        .meanings = id_card_result::all,
    };

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

template <class Storage>
inline constexpr action action_of<faceid::basic_id_card_verification<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "IdCardVerification",
    .host = faceid::host,
    .needs_region = false,
    .calls_per_second = 100,
    .repeat = repeat_safety::may_bill_again,
};

template <class Storage>
struct output_of<faceid::basic_id_card_verification<Storage>> {
    using type = faceid::basic_id_card_verification_output<Storage>;
};

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_id_card_verification<Storage>> = [] {
    using self = faceid::basic_id_card_verification<Storage>;
    return field_table{
        field_at_offset<decltype(self::id_card)>("IdCard", offsetof(self, id_card)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::name)>("Name", offsetof(self, name)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::encryption)>("Encryption", offsetof(self, encryption)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_id_card_verification_output<Storage>> = [] {
    using self = faceid::basic_id_card_verification_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

#if defined(TC3_INSTANTIATED)
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_id_card_verification<owning>>() noexcept;
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_id_card_verification<borrowed>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_id_card_verification_output<owning>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_id_card_verification_output<borrowed>>() noexcept;
#endif

}  // namespace tc3::inline TC3_NAMESPACE
