// SPDX-License-Identifier: MIT
// The service's side, for tests: a list of includes. Not in the umbrella.
#pragma once

#include <tc3/requirements.hpp>

#ifndef TC3_REFUSED

#include <tc3/testing/decision.hpp>
#include <tc3/testing/emulator.hpp>
#include <tc3/testing/emulator_response.hpp>
#include <tc3/testing/faceid/failed.hpp>
#include <tc3/testing/faceid/md5.hpp>
#include <tc3/testing/faceid/outputs.hpp>
#include <tc3/testing/faceid/passed.hpp>
#include <tc3/testing/faceid/rules.hpp>
#include <tc3/testing/faceid/scenario.hpp>
#include <tc3/testing/faceid/service.hpp>
#include <tc3/testing/faceid/sessions.hpp>
#include <tc3/testing/faceid/uploads.hpp>
#include <tc3/testing/query_form.hpp>
#include <tc3/testing/rate_limit.hpp>
#include <tc3/testing/read_input.hpp>
#include <tc3/testing/received_message.hpp>
#include <tc3/testing/rejection_finding.hpp>
#include <tc3/testing/reply.hpp>
#include <tc3/testing/request_ids.hpp>
#include <tc3/testing/write_envelope.hpp>

#endif  // TC3_REFUSED
