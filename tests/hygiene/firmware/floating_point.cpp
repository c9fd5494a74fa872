// SPDX-License-Identifier: MIT
// Calculates with the FPU, where the compiler uses one: the start-up code must have turned it on, and the check of the images must find it.
#include "program.hpp"

std::size_t program(const environment& device) {
    const volatile float factor = 1.5F;  // volatile, so that the compiler does not calculate
    device.text[0] = static_cast<char>('0' + static_cast<int>(factor * 4.0F));
    return 1;
}
