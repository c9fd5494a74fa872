// SPDX-License-Identifier: MIT
// GetCardVerificationResult: poll a document genuineness check. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061
#pragma once

#include <tc3/core/literal.hpp>
#include <tc3/faceid/advice/outcome.hpp>
#include <tc3/faceid/service.hpp>
#include <tc3/faceid/types/cards.hpp>
#include <tc3/faceid/types/result_code.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline v0_1::faceid {

/// Values of get_card_verification_result_output::status; more may come.
namespace card_status {
inline constexpr literal passed{"PASSED"};          ///< genuine
inline constexpr literal warning{"WARNING"};        ///< see WarnInfo
inline constexpr literal rejected{"REJECTED"};      ///< see WarnInfo
inline constexpr literal processing{"PROCESSING"};  ///< poll again
inline constexpr result_code all[] = {
    {"PASSED", "genuine", billing::unknown},
    {"WARNING", "see WarnInfo", billing::unknown},
    {"REJECTED", "see WarnInfo", billing::unknown},
    {"PROCESSING", "poll again", billing::unknown, error_category::unknown},
};
inline constexpr std::string_view passes[] = {"PASSED"};
}  // namespace card_status

/// The question. No limit of calls is stated. Needs a region. Asking twice does no harm.
template <class Storage>
struct basic_get_card_verification_result {
    /// Token from ApplyCardVerification. Required. Secret.
    typename Storage::text card_verification_token = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset. What it says of its own
/// matter, in status: `faceid::outcome(answer)`.
template <class Storage>
struct basic_get_card_verification_result_output {
    /// State. See namespace card_status.
    typename Storage::template optional<typename Storage::text> status = {};
    /// Warnings.
    typename Storage::template list<typename Storage::text> warn_info = {};
    /// ISO 3166-1 alpha-3 code.
    typename Storage::template optional<typename Storage::text> nationality = {};
    /// Document kind.
    typename Storage::template optional<typename Storage::text> card_type = {};
    /// Document sub-kind.
    typename Storage::template optional<typename Storage::text> card_sub_type = {};
    /// OCR result. Personal.
    typename Storage::template nested<basic_card_info<Storage>> card_info = {};
    /// Token of this check. Secret.
    typename Storage::template optional<typename Storage::text> id_verification_token = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using get_card_verification_result [[deprecated("GetCardVerificationResult was taken offline on 2026-03-09")]] =
    basic_get_card_verification_result<owning>;
using get_card_verification_result_output [[deprecated("GetCardVerificationResult was taken offline on 2026-03-09")]] =
    basic_get_card_verification_result_output<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_get_card_verification_result_output<Storage>> = [] {
    using self = basic_get_card_verification_result_output<Storage>;
    return outcome_in<&self::status>({.passed = card_status::passes, .pending = "PROCESSING", .meanings = card_status::all});
}();

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

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
        field_at_offset<decltype(self::status)>("Status", offsetof(self, status)).marked(sensitivity::open),
        field_at_offset<decltype(self::warn_info)>("WarnInfo", offsetof(self, warn_info)).marked(sensitivity::open),
        field_at_offset<decltype(self::nationality)>("Nationality", offsetof(self, nationality)).marked(sensitivity::open),
        field_at_offset<decltype(self::card_type)>("CardType", offsetof(self, card_type)).marked(sensitivity::open),
        field_at_offset<decltype(self::card_sub_type)>("CardSubType", offsetof(self, card_sub_type)).marked(sensitivity::open),
        field_at_offset<decltype(self::card_info)>("CardInfo", offsetof(self, card_info)).marked(sensitivity::personal),
        field_at_offset<decltype(self::id_verification_token)>("IDVerificationToken", offsetof(self, id_verification_token))
            .marked(sensitivity::secret),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1
