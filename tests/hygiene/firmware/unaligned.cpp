// SPDX-License-Identifier: MIT
// Reads a word from an odd address, which is an error on a Cortex-M0: the emulator must notice it, or it would not notice one in tc3.
#include "program.hpp"

#include <cstdint>

std::size_t program(const environment& device) {
    alignas(std::uint32_t) const char bytes[8] = {};
    std::uint32_t word;
    // Not a cast, which the compiler may replace by reading single bytes.
    asm volatile("ldr %0, [%1]" : "=l"(word) : "l"(bytes + 1) : "memory");
    device.text[0] = static_cast<char>('0' + word);
    return 1;
}
