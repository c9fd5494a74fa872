// SPDX-License-Identifier: MIT
// Starts a Cortex-M: has the vector table, turns the FPU on, copies and zeroes variables, and runs the program. Runs no constructors;
// the linker script fails for a program that has one.
#include "semihosting.hpp"

#include <cstdint>

int run_firmware();

extern "C" {
// Addresses from the linker script.
extern std::uint32_t stack_top[], data_in_code[], data_begin[], data_end[], bss_begin[], bss_end[];

// The entry point of the hardware.
[[noreturn]] void reset();
}

namespace {

constexpr int exit_after_error = 99;

[[noreturn]] void error() { semihosting::exit(exit_after_error); }

using handler = void (*)();

// The first sixteen words of memory: initial stack pointer, entry point, and the handlers of the exceptions of the processor.
struct vector_table {
    std::uint32_t* stack;
    handler reset;
    handler errors[14];
};

[[gnu::section(".vector_table"), gnu::used]] const vector_table vectors{
    stack_top, reset, {error, error, error, error, error, error, error, error, error, error, error, error, error, error}};

// The FPU is off at reset, and its first instruction would be an error.
#ifdef __ARM_FP
void turn_fpu_on() {
    // Source: Arm, "Armv7-M Architecture Reference Manual", B3.2.20, "Coprocessor Access Control Register, CPACR".
    constexpr std::uintptr_t coprocessor_access_control = 0xe000ed88;
    constexpr std::uint32_t full_access_to_10_and_11 = 0xfU << 20;
    *reinterpret_cast<volatile std::uint32_t*>(coprocessor_access_control) |= full_access_to_10_and_11;
    asm volatile("dsb\n\tisb" ::: "memory");
}
#else
void turn_fpu_on() {}
#endif

// Volatile, so that the compiler does not replace the loops by memcpy and memset, which would then be in every image.
void copy_variables() {
    const volatile std::uint32_t* from = data_in_code;
    for (volatile std::uint32_t* to = data_begin; to != data_end; ++to) *to = *from++;
}

void zero_variables() {
    for (volatile std::uint32_t* word = bss_begin; word != bss_end; ++word) *word = 0;
}

// Not inlined, because its first instructions may save registers of the FPU.
[[noreturn, gnu::noinline]] void start() {
    copy_variables();
    zero_variables();
    semihosting::exit(run_firmware());
}

}  // namespace

void reset() {
    turn_fpu_on();
    start();
}
