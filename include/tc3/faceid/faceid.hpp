// SPDX-License-Identifier: MIT
// All actions of eKYC: a list of includes, nothing else.
#pragma once

#include <tc3/faceid/apply_liveness_token.hpp>
#include <tc3/faceid/service.hpp>
