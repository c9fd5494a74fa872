// SPDX-License-Identifier: MIT
// A comparison of secrets that does not reveal them by its time.
#pragma once

#include <tc3/config.hpp>

#include <cstddef>
#include <span>

namespace tc3::inline TC3_NAMESPACE {

/// Returns whether two sequences of bytes are equal. The time depends on their sizes only, not on their contents.
template <class Byte>
    requires(sizeof(Byte) == 1)
[[nodiscard]] constexpr bool equal_in_constant_time(std::span<const Byte> a, std::span<const Byte> b) noexcept {
    if (a.size() != b.size()) return false;
    unsigned difference = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        difference |= static_cast<unsigned>(static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]));
    return difference == 0;
}

}  // namespace tc3::inline TC3_NAMESPACE
