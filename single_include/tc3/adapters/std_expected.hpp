// SPDX-License-Identifier: MIT
// <tc3/adapters/std_expected.hpp> of tc3 0.1.0, made by tools/amalgamate.py from the headers under include/: edit those.
// SHA-256 of these 1 headers, one after the other: 0ff80a2f4fdf7dfdcc5f29464a285b60df01b206c5b74ff018e6a2971746c074
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
#ifndef TC3_SINGLE_HEADER_ADAPTERS_STD_EXPECTED_0_1_0
#define TC3_SINGLE_HEADER_ADAPTERS_STD_EXPECTED_0_1_0

#include <tc3/tc3.hpp>

#include <type_traits>
#include <utility>
#include <version>

// ---- tc3/adapters/std_expected.hpp ----------------------------------------------------------------------------------

// Conversions between tc3::result and std::expected (C++23). Without std::expected this header declares nothing.

#if defined(__cpp_lib_expected)
#include <expected>

namespace tc3::inline v0_1 {

/// Converts a result to a std::expected. A result that is passed with std::move is moved, not copied.
template <class T, class E>
[[nodiscard]] constexpr std::expected<T, E> to_expected(result<T, E> from) {
    if (!from) return std::unexpected(std::move(from).error());
    if constexpr (std::is_void_v<T>) {
        return {};
    } else {
        return *std::move(from);
    }
}

/// Converts a std::expected to a result. A std::expected that is passed with std::move is moved, not copied.
template <class T, class E>
[[nodiscard]] constexpr result<T, E> from_expected(std::expected<T, E> from) {
    if (!from) return unexpected(std::move(from).error());
    if constexpr (std::is_void_v<T>) {
        return {};
    } else {
        return *std::move(from);
    }
}

}  // namespace tc3::inline v0_1
#endif

#endif  // TC3_SINGLE_HEADER_ADAPTERS_STD_EXPECTED_0_1_0
