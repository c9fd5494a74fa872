// SPDX-License-Identifier: MIT
// Between <chrono> and tc3's time. Not in the umbrella: <chrono> is slow to compile, and tc3 itself reads no clock.
#pragma once

#include <tc3/core/unix_time.hpp>

#include <chrono>
#include <cstdint>

namespace tc3::inline v0_1 {

/// The whole second that a time lies in: fractions are cut towards the past, before 1970 too. `to_unix_time(system_clock::now())` is "now".
template <class Duration>
[[nodiscard]] constexpr unix_time to_unix_time(std::chrono::time_point<std::chrono::system_clock, Duration> time) noexcept {
    return {static_cast<std::int64_t>(std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count())};
}

/// The same time for <chrono>, in seconds: the finer system_clock::time_point, which it converts to, ends in the year 2262 on most systems.
[[nodiscard]] constexpr std::chrono::sys_seconds to_sys_seconds(unix_time time) noexcept {
    return std::chrono::sys_seconds(std::chrono::seconds(time.seconds));
}

}  // namespace tc3::inline v0_1
