// SPDX-License-Identifier: MIT
// Conversions between <chrono> and unix_time. Not in the umbrella, because <chrono> is slow to compile.
#pragma once

#include <tc3/requirements.hpp>

#ifndef TC3_REFUSED

#include <tc3/core/unix_time.hpp>

#include <chrono>
#include <cstdint>

namespace tc3::inline TC3_NAMESPACE {

/// Converts a time, rounded down to a whole second: `to_unix_time(std::chrono::system_clock::now())` is the current time.
template <class Duration>
[[nodiscard]] constexpr unix_time to_unix_time(std::chrono::time_point<std::chrono::system_clock, Duration> time) noexcept {
    return {static_cast<std::int64_t>(std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count())};
}

/// Converts a time to <chrono>, in seconds. It converts on to system_clock::time_point, which ends in the year 2262 on most systems.
[[nodiscard]] constexpr std::chrono::sys_seconds to_sys_seconds(unix_time time) noexcept {
    return std::chrono::sys_seconds(std::chrono::seconds(time.seconds));
}

}  // namespace tc3::inline TC3_NAMESPACE

#endif  // TC3_REFUSED
