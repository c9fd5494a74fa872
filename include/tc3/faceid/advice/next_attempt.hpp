// SPDX-License-Identifier: MIT
// Whether, how and when to ask eKYC again after a failure. Data and arithmetic: the clock, the dice and the waiting are the caller's.
#pragma once

#include <tc3/api/error_code.hpp>
#include <tc3/api/failure.hpp>
#include <tc3/faceid/advice/describe.hpp>
#include <tc3/faceid/types/error_code.hpp>
#include <tc3/model/action.hpp>

#include <cstdint>

namespace tc3::inline v0_1::faceid {

/// What to do after a failed attempt. The next one must be signed anew.
struct retry_plan {
    tc3::retry retry = retry::never;      ///< never, or what to do first; never with_back_off_if_harmless: that is settled
    std::uint32_t wait_milliseconds = 0;  ///< from now to the next attempt

    [[nodiscard]] constexpr bool again() const noexcept { return retry != retry::never; }
};

/// No step of the back-off is longer, unless the first is. The wait is below two steps.
inline constexpr std::uint32_t longest_back_off_milliseconds = 60'000;

/// What to do before asking again: by eKYC's own table of codes, else as tc3::retry_advice(why) has it. Where the failed attempt may have
/// taken effect (its answer was lost, or the service had a fault), an action that may bill again or is not documented is not repeated. A
/// throttled request was not processed: any action may be asked again.
template <class Storage>
[[nodiscard]] constexpr retry retry_advice(const basic_failure<Storage>& why, const action& asked) noexcept;

/// The same with the time to wait and an end to it. `attempts` is how many have been made, all failures counted: 1 after the first.
/// `random` is any number, drawn anew each time and uniform over all 32 bits: it spreads those that failed together.
///
///     const auto plan = faceid::next_attempt<faceid::get_liveness_result>(answer.error(), attempts, dice());
///     if (plan.again()) ask_later(plan.wait_milliseconds);
///
/// The wait doubles from attempt to attempt and lies between one and two steps. A throttled request waits into the next second, and for
/// the time in which the limit of its action frees another place.
template <class Storage>
[[nodiscard]] constexpr retry_plan next_attempt(const basic_failure<Storage>& why, const action& asked, std::uint32_t attempts,
                                                std::uint32_t random) noexcept;

template <described_action Input, class Storage>
[[nodiscard]] constexpr retry_plan next_attempt(const basic_failure<Storage>& why, std::uint32_t attempts, std::uint32_t random) noexcept {
    return next_attempt(why, action_of<Input>, attempts, random);
}

namespace detail {

[[nodiscard]] constexpr retry settled(retry advice, repeat_safety repeat) noexcept {
    if (advice != retry::with_back_off_if_harmless) return advice;
    return repeat == repeat_safety::harmless ? retry::with_back_off : retry::never;
}

/// The code's row. Where there is none, or a code is none of eKYC's, the stage and the HTTP status are left to go by.
template <class Storage>
[[nodiscard]] constexpr error_code judged(const basic_failure<Storage>& why) noexcept {
    error_code known = with_view(why.code, describe);
    if (known.category == error_category::unknown) known.retry = tc3::retry_advice(why);
    return known;
}

/// Of calls a second: the time from one place to the next. A limit that is not stated is taken for one a second.
[[nodiscard]] constexpr std::uint32_t milliseconds_between_calls(std::uint16_t calls_per_second) noexcept {
    return 1000U / (calls_per_second == 0 ? 1U : calls_per_second);
}

/// `first`, doubled for each attempt after the first one, up to the longest.
[[nodiscard]] constexpr std::uint32_t back_off_step(std::uint32_t first, std::uint32_t attempts) noexcept {
    const std::uint32_t longest = first < longest_back_off_milliseconds ? longest_back_off_milliseconds : first;
    std::uint32_t step = first;
    for (std::uint32_t made = 1; made < attempts && step < longest; ++made) step *= 2;
    return step < longest ? step : longest;
}

/// From one step to just below two.
[[nodiscard]] constexpr std::uint32_t spread(std::uint32_t step, std::uint32_t random) noexcept {
    return step + static_cast<std::uint32_t>((std::uint64_t{step} * random) >> 32U);
}

}  // namespace detail

template <class Storage>
constexpr retry retry_advice(const basic_failure<Storage>& why, const action& asked) noexcept {
    return detail::settled(detail::judged(why).retry, asked.repeat);
}

template <class Storage>
constexpr retry_plan next_attempt(const basic_failure<Storage>& why, const action& asked, std::uint32_t attempts,
                                  std::uint32_t random) noexcept {
    const error_code known = detail::judged(why);
    const retry advice = detail::settled(known.retry, asked.repeat);
    if (advice == retry::never || attempts > known.repeats) return {};
    const bool throttled = known.category == error_category::throttling || why.status == 429;
    const std::uint32_t first = known.first_wait * 1000U + (throttled ? detail::milliseconds_between_calls(asked.calls_per_second) : 0U);
    return {.retry = advice, .wait_milliseconds = detail::spread(detail::back_off_step(first, attempts), random)};
}

}  // namespace tc3::inline v0_1::faceid
