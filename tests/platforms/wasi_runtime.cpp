// SPDX-License-Identifier: MIT
// What programs for WASI refer to and its libraries lack: exceptions (a throw ends the program), and the parts of the stack protector that
// Debian's builtins of clang use.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" {
void* __cxa_allocate_exception(std::size_t) { std::abort(); }
void __cxa_throw(void*, void*, void (*)(void*)) {
    std::fputs("an exception was thrown: this target has none\n", stderr);
    std::abort();
}
void* __cxa_begin_catch(void*) { std::abort(); }
void __cxa_end_catch() {}
void __cxa_rethrow() { std::abort(); }

std::uintptr_t __stack_chk_guard = 0x595e9fbd;
void __stack_chk_fail() { std::abort(); }
}
