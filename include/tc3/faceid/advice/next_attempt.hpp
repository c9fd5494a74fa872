// SPDX-License-Identifier: MIT
// Whether, how and when to repeat a call to eKYC that failed. Arithmetic only: it has no clock, no random numbers, and does not wait.
#pragma once

#include <tc3/api/error_code.hpp>
#include <tc3/api/failure.hpp>
#include <tc3/faceid/advice/describe.hpp>
#include <tc3/faceid/types/error_code.hpp>
#include <tc3/model/action.hpp>

#include <cstdint>

namespace tc3::inline TC3_NAMESPACE::faceid {

/// What to do after a failed attempt. Every attempt must be signed again.
struct retry_plan {
    tc3::retry retry = retry::never;      ///< what to do before the next attempt; not with_back_off_if_harmless, which is decided here
    std::uint32_t wait_milliseconds = 0;  ///< the time from now to the next attempt

    /// Returns whether there should be another attempt.
    [[nodiscard]] constexpr bool again() const noexcept { return retry != retry::never; }
};

/// The limit of one step of the back-off, unless the first step is longer.
inline constexpr std::uint32_t longest_back_off_milliseconds = 60'000;

/// Returns what to do before a call to eKYC is repeated, without counting attempts. `failed` is the failure of the last attempt, `action`
/// is `action_of<Input>`.
///
/// This function knows the error codes and actions of eKYC; tc3::retry_advice(failed) fits any service, and knows neither. If the failed
/// attempt may have taken effect (no response, or an error of the service), only an action that is harmless to repeat is repeated. A
/// request that was never sent or was throttled has not been processed, so any action may be repeated. Never returns
/// retry::with_back_off_if_harmless.
template <class Storage>
[[nodiscard]] constexpr retry retry_advice(const basic_failure<Storage>& failed, const action& action) noexcept;

/// Returns whether and when to repeat a call to eKYC: retry_advice() with a wait, up to the number of repetitions that the
/// error code allows (`repeats`, mostly 3). Use this for eKYC, and tc3::retry_advice() for any other service.
///
/// `failed` is the failure of the last attempt, `action` is `action_of<Input>`. `attempts` counts the attempts so far: 1 after the first.
/// `random` is a random number, uniform over 32 bits and different for each attempt: it keeps clients that failed together from repeating
/// together.
///
///     const auto plan = faceid::next_attempt<faceid::get_liveness_result>(result.error(), attempts, random());
///     if (plan.again()) repeat_after(plan.wait_milliseconds);
///
/// The wait is step * (1 + random / 2^32), where step = min(first * 2^(attempts - 1), longest_back_off_milliseconds) and `first` is the
/// first_wait of the error code, in milliseconds. For a throttled request, 1000 / calls_per_second ms are added to `first`: the limit is
/// per calendar second, so `first` waits until that second is over, and the addition spreads the calls over the next one.
template <class Storage>
[[nodiscard]] constexpr retry_plan next_attempt(const basic_failure<Storage>& failed, const action& action, std::uint32_t attempts,
                                                std::uint32_t random) noexcept;

/// Takes the action from the input type.
template <has_action Input, class Storage>
[[nodiscard]] constexpr retry_plan next_attempt(const basic_failure<Storage>& failed, std::uint32_t attempts,
                                                std::uint32_t random) noexcept {
    return next_attempt(failed, action_of<Input>, attempts, random);
}

namespace detail {

/// Replaces retry::with_back_off_if_harmless by a decision.
[[nodiscard]] constexpr retry decide_by_harm(retry advice, repeat_safety repeat) noexcept {
    if (advice != retry::with_back_off_if_harmless) return advice;
    return repeat == repeat_safety::harmless ? retry::with_back_off : retry::never;
}

/// Returns the row of the error code. Without a known code, the advice depends on the stage and the HTTP status.
template <class Storage>
[[nodiscard]] constexpr error_code_info describe_failure(const basic_failure<Storage>& failed) noexcept {
    error_code_info known = with_view(failed.code, [](std::string_view code) { return describe(code); });
    if (known.category == error_category::unknown) known.retry = tc3::retry_advice(failed);
    return known;
}

/// A limit that is not documented counts as one call per second.
[[nodiscard]] constexpr std::uint32_t milliseconds_between_calls(std::uint16_t calls_per_second) noexcept {
    return 1000U / (calls_per_second == 0 ? 1U : calls_per_second);
}

/// Returns min(first * 2^(attempts - 1), longest), where longest is at least `first`.
[[nodiscard]] constexpr std::uint32_t back_off_step(std::uint32_t first, std::uint32_t attempts) noexcept {
    const std::uint32_t longest = first < longest_back_off_milliseconds ? longest_back_off_milliseconds : first;
    std::uint32_t step = first;
    for (std::uint32_t i = 1; i < attempts && step < longest; ++i) step *= 2;
    return step < longest ? step : longest;
}

/// Returns a time from `step` to less than twice `step`.
[[nodiscard]] constexpr std::uint32_t add_jitter(std::uint32_t step, std::uint32_t random) noexcept {
    return step + static_cast<std::uint32_t>((std::uint64_t{step} * random) >> 32U);
}

}  // namespace detail

template <class Storage>
constexpr retry retry_advice(const basic_failure<Storage>& failed, const action& action) noexcept {
    return detail::decide_by_harm(detail::describe_failure(failed).retry, action.repeat);
}

template <class Storage>
constexpr retry_plan next_attempt(const basic_failure<Storage>& failed, const action& action, std::uint32_t attempts,
                                  std::uint32_t random) noexcept {
    const error_code_info known = detail::describe_failure(failed);
    const retry advice = detail::decide_by_harm(known.retry, action.repeat);
    if (advice == retry::never || attempts > known.repeats) return {};
    const bool is_throttled = known.category == error_category::throttling || failed.status == 429;
    const std::uint32_t first =
        known.first_wait * 1000U + (is_throttled ? detail::milliseconds_between_calls(action.calls_per_second) : 0U);
    return {.retry = advice, .wait_milliseconds = detail::add_jitter(detail::back_off_step(first, attempts), random)};
}

}  // namespace tc3::inline TC3_NAMESPACE::faceid
