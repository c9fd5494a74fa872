// SPDX-License-Identifier: MIT
// CheckIdNameDate: matches the name, ID number and validity period. Made by tools/generate.py from tools/faceid.json.
#pragma once

#include <tc3/core/literal.hpp>
#include <tc3/faceid/advice/outcome.hpp>
#include <tc3/faceid/service.hpp>
#include <tc3/faceid/types/encryption.hpp>
#include <tc3/faceid/types/result_code.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/borrowed.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Values of check_id_name_date_output::result. The service may add more.
namespace id_name_date_result {
inline constexpr literal match{"0"};                    ///< match
inline constexpr literal no_match{"-1"};                ///< no match
inline constexpr literal id_number_malformed{"-2"};     ///< ID number malformed
inline constexpr literal name_malformed{"-3"};          ///< name malformed
inline constexpr literal validity_malformed{"-4"};      ///< validity malformed
inline constexpr literal identity_data_invalid{"-5"};   ///< identity data invalid
inline constexpr literal document_library_fault{"-6"};  ///< document library fault
inline constexpr literal no_record{"-7"};               ///< no record
inline constexpr literal daily_attempts_used_up{"-8"};  ///< daily attempts used up
/// What each code means.
inline constexpr result_code all[] = {
    {"0", "match", billing::billed},
    {"-1", "no match", billing::billed},
    {"-2", "ID number malformed", billing::free, error_category::request},
    {"-3", "name malformed", billing::free, error_category::request},
    {"-4", "validity malformed", billing::free, error_category::request},
    {"-5", "identity data invalid", billing::free},
    {"-6", "document library fault", billing::free, error_category::service},
    {"-7", "no record", billing::free},
    {"-8", "daily attempts used up", billing::free, error_category::quota},
};
/// The codes that mean passed.
inline constexpr std::string_view passed_codes[] = {"0"};
}  // namespace id_name_date_result

/// Parameters of CheckIdNameDate. At most 20 calls per second. Requires no region. Not safe to repeat: if the response was lost, a second
/// call may be billed again and counts against the daily quota. Uses data sources of mainland China.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_check_id_name_date {
    /// Name. Required. Personal data.
    text_of<Storage> name = {};
    /// ID number. Required. Personal data.
    text_of<Storage> id_card = {};
    /// Start of validity. Required. YYYYMMDD. Personal data.
    text_of<Storage> validity_begin = {};
    /// End of validity; 00000000 means permanent. Required. YYYYMMDD. Personal data.
    text_of<Storage> validity_end = {};
    /// The encrypted fields of the request, the algorithm and the wrapped key. May cover Name, IdCard.
    nested_of<Storage, basic_encryption<Storage>> encryption = {};
};

/// Output of CheckIdNameDate. A field that is absent or null is unset, as is a number that is sent as "". `faceid::outcome(output)` reads
/// the outcome from `result`.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_check_id_name_date_output {
    /// Outcome code: a number as a string. See id_name_date_result above.
    optional_text<Storage> result = {};
    /// Text for the outcome.
    optional_text<Storage> description = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using check_id_name_date = basic_check_id_name_date<owning>;
using check_id_name_date_output = basic_check_id_name_date_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_check_id_name_date_output<Storage>> =
    outcome_source<&basic_check_id_name_date_output<Storage>::result>{
        .passed = id_name_date_result::passed_codes,
        .meanings = id_name_date_result::all,
    };

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

template <class Storage>
inline constexpr action action_of<faceid::basic_check_id_name_date<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "CheckIdNameDate",
    .host = faceid::host,
    .needs_region = false,
    .calls_per_second = 20,
    .repeat = repeat_safety::may_bill_again,
};

template <class Storage>
struct output_of<faceid::basic_check_id_name_date<Storage>> {
    using type = faceid::basic_check_id_name_date_output<Storage>;
};

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_check_id_name_date<Storage>> = [] {
    using self = faceid::basic_check_id_name_date<Storage>;
    return field_table{
        field_at_offset<decltype(self::name)>("Name", offsetof(self, name)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::id_card)>("IdCard", offsetof(self, id_card)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::validity_begin)>("ValidityBegin", offsetof(self, validity_begin))
            .required()
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::validity_end)>("ValidityEnd", offsetof(self, validity_end)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::encryption)>("Encryption", offsetof(self, encryption)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_check_id_name_date_output<Storage>> = [] {
    using self = faceid::basic_check_id_name_date_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

#if defined(TC3_INSTANTIATED)
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_check_id_name_date<owning>>() noexcept;
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_check_id_name_date<borrowed>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_check_id_name_date_output<owning>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_check_id_name_date_output<borrowed>>() noexcept;
#endif

}  // namespace tc3::inline TC3_NAMESPACE
