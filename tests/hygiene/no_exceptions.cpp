// SPDX-License-Identifier: MIT
// tc3 works without exceptions and RTTI.
#if defined(__cpp_exceptions) || defined(__cpp_rtti)
#error "this program must be built without exceptions and RTTI"
#endif

#include "probe.hpp"
#include <tc3/testing.hpp>

int main() { return probe::run(); }
