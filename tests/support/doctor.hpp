// SPDX-License-Identifier: MIT
// The parts of the signature doctor. Programs do not need them, so the single header has them as bodies only.
#pragma once

#include <tc3/signing/diagnose.hpp>

#if __has_include(<tc3/signing/doctor/search.hpp>)
#include <tc3/signing/doctor/body_form.hpp>
#include <tc3/signing/doctor/cause.hpp>
#include <tc3/signing/doctor/declared_authorization.hpp>
#include <tc3/signing/doctor/evidence.hpp>
#include <tc3/signing/doctor/query_form.hpp>
#include <tc3/signing/doctor/rewrite_json.hpp>
#include <tc3/signing/doctor/wrong_date.hpp>
#endif
