// SPDX-License-Identifier: MIT
// Links two translation units that include all of tc3: nothing is defined twice, and both use the same functions and constants.
#include "probe.hpp"
#include <tc3/testing.hpp>

const void* address_of_function_in_b();
const void* address_of_constant_in_b();
int run_in_b();

int main() {
    if (probe::run() != 0 || run_in_b() != 0) return 1;
    if (reinterpret_cast<const void*>(&tc3::json::validate) != address_of_function_in_b()) return 2;
    return static_cast<const void*>(&tc3::signing::algorithm) == address_of_constant_in_b() ? 0 : 3;
}
