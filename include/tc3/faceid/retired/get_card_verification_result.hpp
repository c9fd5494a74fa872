// SPDX-License-Identifier: MIT
// GetCardVerificationResult: polls the check of whether a document is genuine. Made by tools/generate.py from tools/faceid.json.
#pragma once

#include <tc3/core/literal.hpp>
#include <tc3/faceid/advice/outcome.hpp>
#include <tc3/faceid/service.hpp>
#include <tc3/faceid/types/cards.hpp>
#include <tc3/faceid/types/result_code.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/borrowed.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Values of get_card_verification_result_output::status. The service may add more.
namespace card_status {
inline constexpr literal passed{"PASSED"};          ///< genuine
inline constexpr literal warning{"WARNING"};        ///< warning, see WarnInfo
inline constexpr literal rejected{"REJECTED"};      ///< rejected, see WarnInfo
inline constexpr literal processing{"PROCESSING"};  ///< poll again
/// What each code means.
inline constexpr result_code all[] = {
    {"PASSED", "genuine", billing::unknown},
    {"WARNING", "warning, see WarnInfo", billing::unknown},
    {"REJECTED", "rejected, see WarnInfo", billing::unknown},
    {"PROCESSING", "poll again", billing::unknown, error_category::unknown},
};
/// The codes that mean passed.
inline constexpr std::string_view passed_codes[] = {"PASSED"};
}  // namespace card_status

/// Parameters of GetCardVerificationResult. The manual states no rate limit. Requires a region. Safe to repeat.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_get_card_verification_result {
    /// Token from ApplyCardVerification. Required. Secret.
    text_of<Storage> card_verification_token = {};
};

/// Output of GetCardVerificationResult. A field that is absent or null is unset, as is a number that is sent as "". A list that is sent as
/// [] is set and empty. `faceid::outcome(output)` reads the outcome from `status`.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_get_card_verification_result_output {
    /// State. See card_status above.
    optional_text<Storage> status = {};
    /// Warnings.
    optional_list<Storage, text_of<Storage>> warn_info = {};
    /// ISO 3166-1 alpha-3 code.
    optional_text<Storage> nationality = {};
    /// Document kind.
    optional_text<Storage> card_type = {};
    /// Document sub-kind.
    optional_text<Storage> card_sub_type = {};
    /// OCR result. Personal data.
    nested_of<Storage, basic_card_info<Storage>> card_info = {};
    /// Token of this check. Secret.
    optional_text<Storage> id_verification_token = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using get_card_verification_result [[deprecated("GetCardVerificationResult was taken offline on 2026-03-09")]] =
    basic_get_card_verification_result<owning>;
using get_card_verification_result_output [[deprecated("GetCardVerificationResult was taken offline on 2026-03-09")]] =
    basic_get_card_verification_result_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_get_card_verification_result_output<Storage>> =
    outcome_source<&basic_get_card_verification_result_output<Storage>::status>{
        .passed = card_status::passed_codes,
        .pending = "PROCESSING",
        .meanings = card_status::all,
    };

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

template <class Storage>
inline constexpr action action_of<faceid::basic_get_card_verification_result<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "GetCardVerificationResult",
    .host = faceid::host,
    .repeat = repeat_safety::harmless,
};

template <class Storage>
struct output_of<faceid::basic_get_card_verification_result<Storage>> {
    using type = faceid::basic_get_card_verification_result_output<Storage>;
};

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_card_verification_result<Storage>> = [] {
    using self = faceid::basic_get_card_verification_result<Storage>;
    return field_table{
        field_at_offset<decltype(self::card_verification_token)>("CardVerificationToken", offsetof(self, card_verification_token))
            .required()
            .marked(sensitivity::secret),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_card_verification_result_output<Storage>> = [] {
    using self = faceid::basic_get_card_verification_result_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::status)>("Status", offsetof(self, status)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::warn_info)>("WarnInfo", offsetof(self, warn_info)).marked(sensitivity::open),
        field_at_offset<decltype(self::nationality)>("Nationality", offsetof(self, nationality)).marked(sensitivity::open),
        field_at_offset<decltype(self::card_type)>("CardType", offsetof(self, card_type)).marked(sensitivity::open),
        field_at_offset<decltype(self::card_sub_type)>("CardSubType", offsetof(self, card_sub_type)).marked(sensitivity::open),
        field_at_offset<decltype(self::card_info)>("CardInfo", offsetof(self, card_info)).marked(sensitivity::personal),
        field_at_offset<decltype(self::id_verification_token)>("IDVerificationToken", offsetof(self, id_verification_token))
            .marked(sensitivity::secret),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

#if defined(TC3_INSTANTIATED)
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_get_card_verification_result<owning>>() noexcept;
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_get_card_verification_result<borrowed>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_get_card_verification_result_output<owning>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_get_card_verification_result_output<borrowed>>() noexcept;
#endif

}  // namespace tc3::inline TC3_NAMESPACE
