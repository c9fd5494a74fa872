// SPDX-License-Identifier: MIT
// The headers of Windows, in the order that they demand, with all their macros (min, max, ERROR, DELETE, IN, OUT...). A build includes
// this file before each source.
#pragma once

// clang-format off: winsock2.h comes before windows.h
#include <winsock2.h>
#include <windows.h>
#include <wincrypt.h>
#include <winhttp.h>
// clang-format on
