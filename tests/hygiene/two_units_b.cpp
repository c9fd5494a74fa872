// SPDX-License-Identifier: MIT
// The second translation unit of the test in two_units_a.cpp.
#include "probe.hpp"
#include <tc3/testing.hpp>

const void* address_of_function_in_b();
const void* address_of_constant_in_b();
int run_in_b();

const void* address_of_function_in_b() { return reinterpret_cast<const void*>(&tc3::json::validate); }
const void* address_of_constant_in_b() { return &tc3::signing::algorithm; }
int run_in_b() { return probe::run(); }
