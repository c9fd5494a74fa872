// SPDX-License-Identifier: MIT
// The headers to sign: up to two lists, such as a library's own and its user's, without copying them into one.
#pragma once

#include <tc3/http/header.hpp>

#include <concepts>
#include <cstddef>
#include <span>

namespace tc3::inline v0_1::signing {

/// How many headers a request under verification may have signed.
inline constexpr std::size_t most_signed_headers = 32;

/// A view of headers that stand in one or two places, in any order. The lists are the caller's.
class header_set {
public:
    constexpr header_set() noexcept = default;
    /// Implicit: an array, a vector or a span is a set of headers.
    template <std::convertible_to<std::span<const http::header>> Headers>
    constexpr header_set(const Headers& first) noexcept : first_(first) {}  // NOLINT: implicit
    constexpr header_set(std::span<const http::header> first, std::span<const http::header> second) noexcept
        : first_(first), second_(second) {}
    constexpr header_set(const http::header* first, std::size_t size) noexcept : first_(first, size) {}

    [[nodiscard]] constexpr std::size_t size() const noexcept { return first_.size() + second_.size(); }
    [[nodiscard]] constexpr const http::header& operator[](std::size_t i) const noexcept {
        return i < first_.size() ? first_[i] : second_[i - first_.size()];
    }

private:
    std::span<const http::header> first_;
    std::span<const http::header> second_;
};

}  // namespace tc3::inline v0_1::signing
