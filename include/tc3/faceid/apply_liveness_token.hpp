// SPDX-License-Identifier: MIT
// ApplyLivenessToken: starts a liveness session of the app SDK and gets its token. https://www.tencentcloud.com/document/product/1061
#pragma once

#include <tc3/api/action.hpp>
#include <tc3/api/codec.hpp>
#include <tc3/api/storage.hpp>
#include <tc3/faceid/service.hpp>

namespace tc3::inline v0_1::faceid {

/// Values of apply_liveness_token::secure_level.
namespace secure_level {
inline constexpr literal silent{"1"};            ///< no action asked of the person
inline constexpr literal motion{"2"};            ///< an action, such as a blink
inline constexpr literal light{"3"};             ///< reflected light
inline constexpr literal motion_and_light{"4"};  ///< both: the strictest, and the default
inline constexpr literal all[] = {silent, motion, light, motion_and_light};
}  // namespace secure_level

/// The question. 20 calls a second; needs a region. Repeating it is safe: a token that is not used only expires.
template <class Storage>
struct basic_apply_liveness_token {
    /// How liveness is proved: a digit as text, see namespace secure_level. Unset: "4".
    typename Storage::template optional<typename Storage::text> secure_level = {};
};

/// The answer.
template <class Storage>
struct basic_apply_liveness_token_answer {
    /// The token of one session, for the app SDK and then for GetLivenessResult. A bearer secret: hand it to the app over TLS, log it
    /// nowhere. The session must start within 10 minutes; its result can be read for 2 hours.
    typename Storage::template optional<typename Storage::text> sdk_token = {};
    /// The service's id of this call, for its support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using apply_liveness_token = basic_apply_liveness_token<owning>;
using apply_liveness_token_answer = basic_apply_liveness_token_answer<owning>;

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

template <class Storage>
inline constexpr action action_of<faceid::basic_apply_liveness_token<Storage>>{faceid::service, faceid::version, "ApplyLivenessToken",
                                                                               faceid::host};

template <class Storage>
struct answer_of<faceid::basic_apply_liveness_token<Storage>> {
    using type = faceid::basic_apply_liveness_token_answer<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_apply_liveness_token<Storage>> =
    field_list(field_of<&faceid::basic_apply_liveness_token<Storage>::secure_level>("SecureLevel")
                   .marked(sensitivity::open)
                   .one_of(faceid::secure_level::all));

template <class Storage>
inline constexpr auto fields_of<faceid::basic_apply_liveness_token_answer<Storage>> =
    field_list(field_of<&faceid::basic_apply_liveness_token_answer<Storage>::sdk_token>("SdkToken").marked(sensitivity::secret),
               field_of<&faceid::basic_apply_liveness_token_answer<Storage>::request_id>("RequestId").marked(sensitivity::open));

}  // namespace tc3::inline v0_1
