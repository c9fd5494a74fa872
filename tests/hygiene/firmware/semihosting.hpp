// SPDX-License-Identifier: MIT
// How a program on the board speaks to the machine that emulates it: Arm's semihosting, two calls of it.
#pragma once

#include <cstdint>
#include <string_view>

namespace semihosting {

/// The numbers of Arm's document "Semihosting for AArch32 and AArch64".
enum class operation : std::uint32_t { write_character = 0x03, exit_extended = 0x20 };

/// Asks for one operation: its number in r0, the address of its argument in r1, then a breakpoint with the number 0xab.
inline void call(operation what, const void* argument) {
    register std::uint32_t r0 asm("r0") = static_cast<std::uint32_t>(what);
    register const void* r1 asm("r1") = argument;
    asm volatile("bkpt 0xab" : "+r"(r0) : "r"(r1) : "memory");
}

inline void write(std::string_view text) {
    for (const char& c : text) call(operation::write_character, &c);
}

/// Ends the emulator with this exit status.
[[noreturn]] inline void exit(int status) {
    constexpr std::uint32_t application_exit = 0x20026;
    const std::uint32_t argument[] = {application_exit, static_cast<std::uint32_t>(status)};
    call(operation::exit_extended, argument);
    for (;;) {
    }
}

}  // namespace semihosting
