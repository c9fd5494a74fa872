// SPDX-License-Identifier: MIT
// Runs a program on Linux and writes its text.
#include "device_memory.hpp"

#include <unistd.h>

int main() {
    device_memory memory;
    const std::size_t size = program(memory.environment_with_inputs());
    const bool written = write(STDOUT_FILENO, memory.text, size) == static_cast<ssize_t>(size);
    return written && size != 0 ? 0 : 1;
}
