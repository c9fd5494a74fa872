// SPDX-License-Identifier: MIT
// The version of tc3 as macros, for use in #if. meson.build reads it from this file.
#pragma once

#include <tc3/requirements.hpp>

#define TC3_VERSION_MAJOR 0
#define TC3_VERSION_MINOR 1
#define TC3_VERSION_PATCH 0
#define TC3_VERSION_STRING "0.1.0"
