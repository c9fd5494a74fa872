// SPDX-License-Identifier: MIT
// From reset to the program: the vector table of a Cortex-M3, variables copied and zeroed, and then the program. No constructor is run:
// the linker script refuses a program that has one.
#include "semihosting.hpp"

#include <cstdint>

int run_firmware();

extern "C" {
// Addresses that the linker script sets.
extern std::uint32_t stack_top[], data_in_code[], data_begin[], data_end[], bss_begin[], bss_end[];

// What the hardware calls first.
[[noreturn]] void reset();
}

namespace {

constexpr int exit_after_error = 99;

[[noreturn]] void error() { semihosting::exit(exit_after_error); }

using handler = void (*)();

// The first sixteen words of memory: the stack pointer to begin with, the entry, and the handlers of the processor's own exceptions.
struct vector_table {
    std::uint32_t* stack;
    handler reset;
    handler errors[14];
};

[[gnu::section(".vector_table"), gnu::used]] const vector_table vectors{
    stack_top, reset, {error, error, error, error, error, error, error, error, error, error, error, error, error, error}};

// Volatile: no call of memcpy or memset is made of these two, as that would be in every image whether the program needs it or not.
void copy_variables() {
    const volatile std::uint32_t* from = data_in_code;
    for (volatile std::uint32_t* to = data_begin; to != data_end; ++to) *to = *from++;
}

void zero_variables() {
    for (volatile std::uint32_t* word = bss_begin; word != bss_end; ++word) *word = 0;
}

}  // namespace

void reset() {
    copy_variables();
    zero_variables();
    semihosting::exit(run_firmware());
}
