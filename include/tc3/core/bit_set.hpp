// SPDX-License-Identifier: MIT
// A fixed number of bits, without the strings and exceptions of std::bitset.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/processor.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace tc3::inline TC3_NAMESPACE {

/// `Bits` bits, all false at first. An index must be below Bits.
template <std::size_t Bits>
class bit_set {
public:
    /// Sets a bit to `value`.
    constexpr void assign(std::size_t index, bool value) noexcept {
        const auto bit = static_cast<word>(word{1} << (index % word_bits));
        word& changed = words_[index / word_bits];
        changed = static_cast<word>(value ? changed | bit : changed & ~bit);  // NOLINT: a cast where words are bytes
    }
    /// Returns the value of a bit.
    [[nodiscard]] constexpr bool contains(std::size_t index) const noexcept {
        return (words_[index / word_bits] >> (index % word_bits) & 1U) != 0;
    }

private:
    // Small machines shift bytes without a call of a library.
    using word = std::conditional_t<has_wide_registers, std::uint64_t, std::uint8_t>;
    static constexpr std::size_t word_bits = 8 * sizeof(word);

    std::array<word, (Bits + word_bits - 1) / word_bits> words_{};
};

}  // namespace tc3::inline TC3_NAMESPACE
