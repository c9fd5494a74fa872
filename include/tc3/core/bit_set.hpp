// SPDX-License-Identifier: MIT
// A fixed number of bits. std::bitset brings strings and exceptions with it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace tc3::inline v0_1 {

/// Bits that all begin as false. An index must be below Size.
template <std::size_t Size>
class bit_set {
public:
    constexpr void assign(std::size_t index, bool value) noexcept {
        const auto bit = static_cast<std::uint8_t>(1U << index % 8);
        std::uint8_t& byte = bytes_[index / 8];
        byte = static_cast<std::uint8_t>(value ? byte | bit : byte & ~bit);
    }
    [[nodiscard]] constexpr bool contains(std::size_t index) const noexcept { return (bytes_[index / 8] >> index % 8 & 1U) != 0; }

private:
    std::array<std::uint8_t, (Size + 7) / 8> bytes_{};  // bytes, which machines of all widths shift and mask alike
};

}  // namespace tc3::inline v0_1
