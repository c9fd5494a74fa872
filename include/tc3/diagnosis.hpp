// SPDX-License-Identifier: MIT
// The signature doctor: names the cause why a service rejects a signed request. Not in tc3.hpp.
#pragma once

#include <tc3/requirements.hpp>

#ifndef TC3_REFUSED

#include <tc3/diagnosis/diagnose.hpp>

#endif  // TC3_REFUSED
