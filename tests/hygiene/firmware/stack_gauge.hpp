// SPDX-License-Identifier: MIT
// How deep a call goes: the free stack is painted before it, and looked at afterwards.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" std::uint32_t stack_bottom[];  // an address that the linker script sets

/// Made in the function that makes the call. Inlined, as a frame of its own would lie in what it paints.
class stack_gauge {
public:
    [[gnu::always_inline]] stack_gauge() {
        asm volatile("mov %0, sp" : "=r"(begin_));
        for (volatile std::uint32_t* word = stack_bottom; word != begin_; ++word) *word = paint;
    }

    /// The bytes that were written to since.
    [[nodiscard, gnu::always_inline]] std::size_t deepest() const {
        const volatile std::uint32_t* word = stack_bottom;
        while (word != begin_ && *word == paint) ++word;
        return static_cast<std::size_t>(begin_ - word) * sizeof *word;
    }

private:
    static constexpr std::uint32_t paint = 0xc5c5c5c5;

    volatile std::uint32_t* begin_;
};
