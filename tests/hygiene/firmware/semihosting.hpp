// SPDX-License-Identifier: MIT
// Two operations of Arm's semihosting, by which a program on the board reaches the machine that emulates it.
#pragma once

#include <cstdint>
#include <string_view>

namespace semihosting {

/// Source: Arm, "Semihosting for AArch32 and AArch64".
enum class operation : std::uint32_t { write_character = 0x03, exit_extended = 0x20 };

/// Calls an operation: its number is in r0, the address of its argument in r1, and the breakpoint 0xab starts it.
inline void call(operation number, const void* argument) {
    register std::uint32_t r0 asm("r0") = static_cast<std::uint32_t>(number);
    register const void* r1 asm("r1") = argument;
    asm volatile("bkpt 0xab" : "+r"(r0) : "r"(r1) : "memory");
}

inline void write(std::string_view text) {
    for (const char& c : text) call(operation::write_character, &c);
}

/// Ends the emulator with an exit status.
[[noreturn]] inline void exit(int status) {
    constexpr std::uint32_t application_exit = 0x20026;
    const std::uint32_t argument[] = {application_exit, static_cast<std::uint32_t>(status)};
    call(operation::exit_extended, argument);
    for (;;) {
    }
}

}  // namespace semihosting
