// SPDX-License-Identifier: MIT
// <tc3/adapters/std_expected.hpp> of tc3 0.1.0, made by tools/amalgamate.py from the headers under include/: edit those.
// SHA-256 of these 1 headers, one after the other: 982220746f24f545f193a186e280e018bb18a70932968dc6fc776c800a5a8a35
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

// Between tc3::result and std::expected, where the standard library has it (C++23). Elsewhere this header declares nothing.

#if defined(__cpp_lib_expected)
#include <expected>

namespace tc3::inline v0_1 {

/// The same value or error as a std::expected. Moves out of a result that may be moved from.
template <class T, class E>
[[nodiscard]] constexpr std::expected<T, E> to_expected(result<T, E> from) {
    if (!from) return std::unexpected(std::move(from).error());
    if constexpr (std::is_void_v<T>) {
        return {};
    } else {
        return *std::move(from);
    }
}

/// The way back.
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
