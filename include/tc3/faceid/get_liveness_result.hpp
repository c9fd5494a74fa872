// SPDX-License-Identifier: MIT
// GetLivenessResult: what became of a liveness session of the app SDK. https://www.tencentcloud.com/document/product/1061
#pragma once

#include <tc3/api/action.hpp>
#include <tc3/api/codec.hpp>
#include <tc3/api/storage.hpp>
#include <tc3/faceid/file_info.hpp>
#include <tc3/faceid/outcome.hpp>
#include <tc3/faceid/service.hpp>

namespace tc3::inline v0_1::faceid {

/// The question. 20 calls a second; needs a region. Repeating it is safe: it only reads.
template <class Storage>
struct basic_get_liveness_result {
    /// Required: the session's token, from ApplyLivenessToken. A bearer secret. It is good for 2 hours; later ones, and those that the
    /// service did not give out, are errors: InvalidParameterValue.BizTokenExpired, InvalidParameterValue.BizTokenIllegal.
    typename Storage::text sdk_token = {};
};

/// The answer. Whether the person passed: `faceid::outcome(answer)`. Only this one counts, not what the app says of its session.
template <class Storage>
struct basic_get_liveness_result_answer {
    /// The outcome as a code: "0" passed, all else did not, see result_codes::sdk. The manual has no code for a session that is not
    /// finished: ask when the app says that it is.
    typename Storage::template optional<typename Storage::text> result = {};
    /// The outcome in the service's words, for people only.
    typename Storage::template optional<typename Storage::text> description = {};
    /// The best picture of the face. Biometric.
    typename Storage::template nested<basic_file_info<Storage>> best_frame = {};
    /// The recording of the session; several megabytes. Biometric.
    typename Storage::template nested<basic_file_info<Storage>> video = {};
    /// The service's id of this call, for its support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using get_liveness_result = basic_get_liveness_result<owning>;
using get_liveness_result_answer = basic_get_liveness_result_answer<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_get_liveness_result_answer<Storage>> =
    outcome_in<&basic_get_liveness_result_answer<Storage>::result>({.passed = passed_by::zero, .meanings = result_codes::sdk});

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

template <class Storage>
inline constexpr action action_of<faceid::basic_get_liveness_result<Storage>>{faceid::service, faceid::version, "GetLivenessResult",
                                                                              faceid::host};

template <class Storage>
struct answer_of<faceid::basic_get_liveness_result<Storage>> {
    using type = faceid::basic_get_liveness_result_answer<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_liveness_result<Storage>> =
    field_list(field_of<&faceid::basic_get_liveness_result<Storage>::sdk_token>("SdkToken").required().marked(sensitivity::secret));

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_liveness_result_answer<Storage>> =
    field_list(field_of<&faceid::basic_get_liveness_result_answer<Storage>::result>("Result").marked(sensitivity::open),
               field_of<&faceid::basic_get_liveness_result_answer<Storage>::description>("Description").marked(sensitivity::open),
               field_of<&faceid::basic_get_liveness_result_answer<Storage>::best_frame>("BestFrame").marked(sensitivity::biometric),
               field_of<&faceid::basic_get_liveness_result_answer<Storage>::video>("Video").marked(sensitivity::biometric),
               field_of<&faceid::basic_get_liveness_result_answer<Storage>::request_id>("RequestId").marked(sensitivity::open));

}  // namespace tc3::inline v0_1
