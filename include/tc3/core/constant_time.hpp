// SPDX-License-Identifier: MIT
// A comparison for secrets.
#pragma once

#include <cstddef>
#include <span>

namespace tc3::inline v0_1 {

/// Compares two sequences of bytes. If they have one size, the time does not depend on where they differ; the size is not kept secret.
template <class Byte>
    requires(sizeof(Byte) == 1)
[[nodiscard]] constexpr bool equal_in_constant_time(std::span<const Byte> a, std::span<const Byte> b) noexcept {
    if (a.size() != b.size()) return false;
    unsigned difference = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned>(static_cast<unsigned char>(b[i]));
    return difference == 0;
}

}  // namespace tc3::inline v0_1
