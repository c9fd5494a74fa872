// SPDX-License-Identifier: MIT
// The bodies of tc3, for programs that are compiled with TC3_DECLARATIONS.
#define TC3_IMPLEMENTATION
#include <tc3/faceid/retired/apply_card_verification.hpp>
#include <tc3/faceid/retired/apply_web_verification_token.hpp>
#include <tc3/faceid/retired/get_card_verification_result.hpp>
#include <tc3/faceid/retired/get_web_verification_result.hpp>
#include <tc3/signing/diagnose.hpp>
#include <tc3/tc3.hpp>
#include <tc3/testing.hpp>
