// SPDX-License-Identifier: MIT
// A call that is signed with the secret key of the profile and the built-in SHA-256.
#include "exchange.hpp"

std::size_t program(const environment& device) { return run_exchange(device, {}); }
