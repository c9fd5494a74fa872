// SPDX-License-Identifier: MIT
// What code that throws and catches refers to, for a target without exceptions: a throw ends the program.
#include <cstddef>
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
}
