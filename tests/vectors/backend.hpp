// SPDX-License-Identifier: MIT
// The crypto policy of a vector program. A build sets the macros TC3_VECTORS_BACKEND_HEADER and TC3_VECTORS_BACKEND to use another policy
// than the built-in one.
#pragma once

#include <tc3/tc3.hpp>

#ifdef TC3_VECTORS_BACKEND
#include TC3_VECTORS_BACKEND_HEADER
#else
#define TC3_VECTORS_BACKEND tc3::crypto::builtin_policy
#endif

namespace vectors {

/// The type of the policy. The programs default-construct one for each use.
using backend = TC3_VECTORS_BACKEND;

}  // namespace vectors
