// SPDX-License-Identifier: MIT
// <tc3/adapters/std_chrono.hpp> of tc3 0.1.0, made by tools/amalgamate.py from the headers under include/: edit those.
// SHA-256 of these 1 headers, one after the other: 5f9a138e7d64538a484270c8f33c3c5eb6434d569d40417088529aba8f213606
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

// ---- tc3/requirements.hpp -------------------------------------------------------------------------------------------

// What tc3 requires: C++20, a compiler that tc3 is tested with or an unknown one, and headers of one tree. If something is missing, the
// first error of each header says what to do: a header that includes no other header of tc3 includes this one before anything else.
// TC3_REFUSED is defined then, and the entry headers (tc3.hpp, testing.hpp, adapters/) skip the rest.
//
// Compilers that only resemble GCC or LLVM's clang have other numbers or other faults, and are not refused: Apple's, Intel's, NVIDIA's and
// those with the front end of EDG. clang-cl is LLVM's clang. Microsoft's compiler states its language in _MSVC_LANG.

#if defined(TC3_REFUSED)
// The reason has been printed.
#elif defined(__GNUC__) && __GNUC__ < 11 && !defined(__clang__) && !defined(__INTEL_COMPILER) && !defined(__NVCOMPILER) && !defined(__EDG__)
#define TC3_REFUSED
#error "tc3 needs GCC 11 or later: compile with a newer g++"
#elif defined(__clang__) && __clang_major__ < 14 && !defined(__apple_build_version__) && !defined(__INTEL_LLVM_COMPILER)
#define TC3_REFUSED
#error "tc3 needs clang 14 or later: compile with a newer clang++"
#elif __cplusplus < 202002L && !(defined(_MSVC_LANG) && _MSVC_LANG >= 202002L)
#define TC3_REFUSED
#error "tc3 needs C++20: compile with -std=c++20 (MSVC: /std:c++20)"
#elif defined(TC3_FROM_INCLUDE)
#define TC3_REFUSED
#error "tc3 is included from include/ and from single_include/: keep one of these folders on the include path and remove the other"
#else
#define TC3_FROM_SINGLE_INCLUDE  // tools/amalgamate.py swaps this name and TC3_FROM_INCLUDE in its output
#endif

#ifndef TC3_REFUSED

#include <chrono>
#include <cstdint>

// ---- tc3/adapters/std_chrono.hpp ------------------------------------------------------------------------------------

// Conversions between <chrono> and unix_time. Not in the umbrella, because <chrono> is slow to compile.

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

#endif  // TC3_SINGLE_HEADER_ADAPTERS_STD_CHRONO_0_1_0
