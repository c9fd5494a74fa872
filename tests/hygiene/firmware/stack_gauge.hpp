// SPDX-License-Identifier: MIT
// Measures the stack that a call uses: fills the free stack with a pattern before it, and looks for changes afterwards.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" std::uint32_t stack_bottom[];  // an address that the linker script sets

/// Construct it in the function that makes the call. Always inlined: a frame of the constructor would be inside the filled memory.
class stack_gauge {
public:
    [[gnu::always_inline]] stack_gauge() {
        asm volatile("mov %0, sp" : "=r"(begin_));
        for (volatile std::uint32_t* word = stack_bottom; word != begin_; ++word) *word = pattern;
    }

    /// Returns the bytes from the top of the free stack to the deepest change.
    [[nodiscard, gnu::always_inline]] std::size_t used() const {
        const volatile std::uint32_t* word = stack_bottom;
        while (word != begin_ && *word == pattern) ++word;
        return static_cast<std::size_t>(begin_ - word) * sizeof *word;
    }

private:
    static constexpr std::uint32_t pattern = 0xc5c5c5c5;

    volatile std::uint32_t* begin_;
};
