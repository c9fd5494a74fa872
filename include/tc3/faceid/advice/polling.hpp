// SPDX-License-Identifier: MIT
// When to ask for the result of a session again, and when to give up: data and arithmetic, no clock, no sleep.
#pragma once

#include <tc3/core/unix_time.hpp>
#include <tc3/faceid/fwd.hpp>

#include <cstdint>
#include <optional>

namespace tc3::inline v0_1::faceid {

/// How long the service keeps a session, in seconds from the moment its token was given out.
struct session_life {
    std::int64_t start_within;  ///< the app or browser must begin by then
    std::int64_t readable_for;  ///< its result can be asked for until then, as often as one likes
};

namespace detail {
struct no_session {};
}  // namespace detail

/// The life of the sessions that an input asks for: `session_life_of<get_liveness_result>`. Two hours, three days, ten minutes: from the
/// pages of these actions, 2026-05.
template <class Input>
inline constexpr detail::no_session session_life_of{};
template <class Storage>
inline constexpr session_life session_life_of<basic_get_liveness_result<Storage>>{600, 7200};
template <class Storage>
inline constexpr session_life session_life_of<basic_get_face_id_result_intl<Storage>>{600, 259200};
template <class Storage>
inline constexpr session_life session_life_of<basic_get_sdk_verification_result<Storage>>{600, 259200};
template <class Storage>
inline constexpr session_life session_life_of<basic_get_web_verification_result_intl<Storage>>{600, 259200};
template <class Storage>
inline constexpr session_life session_life_of<basic_get_wx_nfc_result<Storage>>{600, 600};

/// How to poll. The best is not to: ask once the app, or the redirect of the browser, says that the session is over.
struct polling {
    std::int64_t first_wait = 2;       ///< seconds
    std::int64_t longest_wait = 30;    ///< seconds; each wait is twice the one before, up to this
    std::int64_t give_up_after = 900;  ///< seconds from the token on: 10 minutes to begin, and some to finish
};

/// The seconds to wait before asking for the next time, after having asked `asked` times without a result; nothing when it is time to give
/// up, because the session would be older than `give_up_after` or its result no longer kept. `begun` is the moment of the token.
[[nodiscard]] constexpr std::optional<std::int64_t> next_wait(const polling& how, const session_life& life, unix_time begun, unix_time now,
                                                              std::uint32_t asked) noexcept {
    if (!begun.in_range() || !now.in_range()) return std::nullopt;
    const std::int64_t longest = how.longest_wait < 1 ? 1 : how.longest_wait;
    std::int64_t wait = how.first_wait < 1 ? 1 : how.first_wait;
    for (std::uint32_t i = 1; i < asked && wait < longest; ++i) wait = wait > longest / 2 ? longest : wait * 2;
    if (wait > longest) wait = longest;

    const std::int64_t end = how.give_up_after < life.readable_for ? how.give_up_after : life.readable_for;
    const std::int64_t age = now.seconds < begun.seconds ? 0 : now.seconds - begun.seconds;
    if (age >= end || wait > end - age) return std::nullopt;
    return wait;
}

}  // namespace tc3::inline v0_1::faceid
