// SPDX-License-Identifier: MIT
// The main function of the unit tests, and nothing else: doctest's own part is compiled once, here.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
