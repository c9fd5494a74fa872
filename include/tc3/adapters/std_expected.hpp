// SPDX-License-Identifier: MIT
// Conversions between tc3::result and std::expected (C++23). Without std::expected this header declares nothing.
#pragma once

#include <tc3/requirements.hpp>

#ifndef TC3_REFUSED

#include <tc3/core/result.hpp>

#include <type_traits>
#include <utility>
#include <version>

#if defined(__cpp_lib_expected)
#include <expected>

namespace tc3::inline TC3_NAMESPACE {

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

}  // namespace tc3::inline TC3_NAMESPACE
#endif

#endif  // TC3_REFUSED
