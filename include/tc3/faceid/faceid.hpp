// SPDX-License-Identifier: MIT
// All actions of eKYC: a list of includes, nothing else.
#pragma once

#include <tc3/faceid/apply_liveness_token.hpp>
#include <tc3/faceid/file_info.hpp>
#include <tc3/faceid/get_liveness_result.hpp>
#include <tc3/faceid/outcome.hpp>
#include <tc3/faceid/result_codes.hpp>
#include <tc3/faceid/service.hpp>
