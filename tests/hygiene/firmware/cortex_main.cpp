// SPDX-License-Identifier: MIT
// Runs a program on the board, and writes the bytes of stack that it used and its text.
#include "device_memory.hpp"
#include "semihosting.hpp"
#include "stack_gauge.hpp"

namespace {

// Not tc3::write_decimal: code of tc3 that the harness uses would be missing in the cost of the programs.
void write_number(std::size_t number) {
    if (number >= 10) write_number(number / 10);
    const char digit = static_cast<char>('0' + number % 10);
    semihosting::write({&digit, 1});
}

}  // namespace

int run_firmware() {
    device_memory memory;
    const environment device = memory.environment_with_inputs();
    const stack_gauge gauge;
    const std::size_t size = program(device);
    const std::size_t used = gauge.used();

    semihosting::write("stack ");
    write_number(used);
    semihosting::write("\n");
    semihosting::write({device.text.data(), size});
    semihosting::write("\n");
    return size != 0 ? 0 : 1;
}
