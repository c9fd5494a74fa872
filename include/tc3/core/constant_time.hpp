// SPDX-License-Identifier: MIT
// A comparison of secrets that does not reveal them by its time.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/processor.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <type_traits>

namespace tc3::inline TC3_NAMESPACE {

/// Returns whether two sequences of bytes are equal. The time depends on their sizes only, not on their contents.
template <class Byte>
    requires(sizeof(Byte) == 1)
[[nodiscard]] constexpr bool equal_in_constant_time(std::span<const Byte> a, std::span<const Byte> b) noexcept {
    if (a.size() != b.size()) return false;
    std::uint64_t difference = 0;
    std::size_t position = 0;
    if (has_wide_registers && !std::is_constant_evaluated()) {
        for (; a.size() - position >= sizeof difference; position += sizeof difference) {
            std::uint64_t of_a = 0;
            std::uint64_t of_b = 0;
            std::memcpy(&of_a, a.data() + position, sizeof of_a);
            std::memcpy(&of_b, b.data() + position, sizeof of_b);
            difference |= of_a ^ of_b;
        }
    }
    for (; position < a.size(); ++position) {
        difference |= static_cast<unsigned>(static_cast<unsigned char>(a[position]) ^ static_cast<unsigned char>(b[position]));
    }
    return difference == 0;
}

}  // namespace tc3::inline TC3_NAMESPACE
