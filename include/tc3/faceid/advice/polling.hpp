// SPDX-License-Identifier: MIT
// When to read the result of a session again, and when to give up. Arithmetic only: it has no clock and does not wait.
#pragma once

#include <tc3/core/unix_time.hpp>
#include <tc3/faceid/types/session_life.hpp>

#include <cstdint>
#include <optional>

namespace tc3::inline TC3_NAMESPACE::faceid {

/// The schedule of polling, in seconds. If the app, or the redirect of the browser, reports the end of the session to you, read the result
/// then and do not poll.
struct polling_schedule {
    std::int64_t first_wait = 2;
    std::int64_t longest_wait = 30;    ///< each wait is twice the one before, up to this limit
    std::int64_t give_up_after = 900;  ///< after the token was issued: 10 minutes to start, 5 to finish
};

/// Returns the seconds to wait before the result is read again, or nothing when it is time to give up: the session would be older than
/// `give_up_after`, or its result would no longer be readable.
/// Also nothing if a time is out of range.
///
/// `begun` is the time at which the token was issued. `attempts` is how often the result has been read so far without an outcome.
/// No wait is shorter than one second. wait = min(first_wait * 2^max(attempts - 1, 0), longest_wait).
///
///     const auto life = faceid::session_life_of<faceid::get_liveness_result>;
///     const auto seconds = faceid::next_wait({}, life, begun, now, attempts);
[[nodiscard]] constexpr std::optional<std::int64_t> next_wait(const polling_schedule& schedule, const session_life& life, unix_time begun,
                                                              unix_time now, std::uint32_t attempts) noexcept {
    if (!begun.in_range() || !now.in_range()) return std::nullopt;
    const std::int64_t longest = schedule.longest_wait < 1 ? 1 : schedule.longest_wait;
    std::int64_t wait = schedule.first_wait < 1 ? 1 : schedule.first_wait;
    for (std::uint32_t i = 1; i < attempts && wait < longest; ++i) wait = wait > longest / 2 ? longest : wait * 2;
    if (wait > longest) wait = longest;

    const std::int64_t end = schedule.give_up_after < life.readable_for ? schedule.give_up_after : life.readable_for;
    const std::int64_t age = now.seconds < begun.seconds ? 0 : now.seconds - begun.seconds;
    if (age >= end || wait > end - age) return std::nullopt;
    return wait;
}

}  // namespace tc3::inline TC3_NAMESPACE::faceid
