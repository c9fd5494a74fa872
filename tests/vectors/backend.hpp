// SPDX-License-Identifier: MIT
// Which crypto policy a vector program runs on, alone. The build names another than the built-in one by two macros, its header and its
// type.
#pragma once

#include <tc3/tc3.hpp>

#ifdef TC3_VECTORS_BACKEND
#include TC3_VECTORS_BACKEND_HEADER
#else
#define TC3_VECTORS_BACKEND tc3::crypto::builtin_policy
#endif

namespace vectors {

/// A policy that is made without arguments, and for each use anew.
using backend = TC3_VECTORS_BACKEND;

}  // namespace vectors
