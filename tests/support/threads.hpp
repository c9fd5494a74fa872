// SPDX-License-Identifier: MIT
// TC3_TESTS_HAVE_THREADS is 0 where a program cannot start a thread: in WebAssembly.
#pragma once

#if defined(__wasm__)
#define TC3_TESTS_HAVE_THREADS 0
#else
#define TC3_TESTS_HAVE_THREADS 1
#endif
