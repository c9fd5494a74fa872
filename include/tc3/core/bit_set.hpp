// SPDX-License-Identifier: MIT
// A fixed number of bits, without the strings and exceptions of std::bitset.
#pragma once

#include <tc3/config.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace tc3::inline TC3_NAMESPACE {

/// `Bits` bits, all false at first. An index must be below Bits.
template <std::size_t Bits>
class bit_set {
public:
    /// Sets a bit to `value`.
    constexpr void assign(std::size_t index, bool value) noexcept {
        const auto bit = static_cast<std::uint8_t>(1U << (index % 8));
        std::uint8_t& byte = bytes_[index / 8];
        byte = static_cast<std::uint8_t>(value ? byte | bit : byte & ~bit);
    }
    /// Returns the value of a bit.
    [[nodiscard]] constexpr bool contains(std::size_t index) const noexcept {
        return (unsigned{bytes_[index / 8]} >> (index % 8) & 1U) != 0;
    }

private:
    std::array<std::uint8_t, (Bits + 7) / 8> bytes_{};  // bytes rather than words: each machine shifts them without a library call
};

}  // namespace tc3::inline TC3_NAMESPACE
