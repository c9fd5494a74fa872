// SPDX-License-Identifier: MIT
// Runs a program on the board and says what it said, and how deep it went into the stack.
#include "semihosting.hpp"
#include "stack_gauge.hpp"
#include "surroundings.hpp"

namespace {

// Of its own: what the harness took from tc3 would be taken off the program's cost.
void write_number(std::size_t number) {
    if (number >= 10) write_number(number / 10);
    const char digit = static_cast<char>('0' + number % 10);
    semihosting::write({&digit, 1});
}

}  // namespace

int run_firmware() {
    memory_of_a_caller caller;
    const surroundings at = caller.with_inputs();
    const stack_gauge gauge;
    const std::size_t size = program(at);
    const std::size_t deepest = gauge.deepest();

    semihosting::write("stack ");
    write_number(deepest);
    semihosting::write("\n");
    semihosting::write({at.text.data(), size});
    semihosting::write("\n");
    return size != 0 ? 0 : 1;
}
