// SPDX-License-Identifier: MIT
// <tc3/adapters/std_chrono.hpp> of tc3 0.1.0, made by tools/amalgamate.py from the headers under include/: edit those.
// SHA-256 of these 1 headers, one after the other: 55eb9e2761706cc023a7cea8b822d6f9db81e13d1bba213c61b0619718d4e431
//
// MIT License
//
// Copyright (c) 2026 the tc3 authors
//
// Permission is hereby granted, free of charge, to any person obtaining a copy
// of this software and associated documentation files (the "Software"), to deal
// in the Software without restriction, including without limitation the rights
// to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
// copies of the Software, and to permit persons to whom the Software is
// furnished to do so, subject to the following conditions:
//
// The above copyright notice and this permission notice shall be included in all
// copies or substantial portions of the Software.
//
// THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
// IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
// FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
// AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
// LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
// OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
// SOFTWARE.

#pragma once
#ifndef TC3_SINGLE_HEADER_ADAPTERS_STD_CHRONO_0_1_0
#define TC3_SINGLE_HEADER_ADAPTERS_STD_CHRONO_0_1_0

#include <tc3/tc3.hpp>

#include <chrono>
#include <cstdint>

// ---- tc3/adapters/std_chrono.hpp ------------------------------------------------------------------------------------

// Between <chrono> and tc3's time. Not in the umbrella: <chrono> is slow to compile, and tc3 itself reads no clock.

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

#endif  // TC3_SINGLE_HEADER_ADAPTERS_STD_CHRONO_0_1_0
