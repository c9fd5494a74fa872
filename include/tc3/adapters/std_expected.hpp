// SPDX-License-Identifier: MIT
// Between tc3::result and std::expected, where the standard library has it (C++23). Elsewhere this header declares nothing.
#pragma once

#include <tc3/core/result.hpp>

#include <type_traits>
#include <utility>
#include <version>

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
