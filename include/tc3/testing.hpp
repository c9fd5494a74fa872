// SPDX-License-Identifier: MIT
// The service's side, for tests: a list of includes, nothing else. Not in the umbrella.
#pragma once

#include <tc3/testing/answer.hpp>
#include <tc3/testing/decision.hpp>
#include <tc3/testing/emulator.hpp>
#include <tc3/testing/faceid.hpp>
#include <tc3/testing/faceid_answers.hpp>
#include <tc3/testing/faceid_rules.hpp>
#include <tc3/testing/faceid_service.hpp>
#include <tc3/testing/http_response.hpp>
#include <tc3/testing/md5.hpp>
#include <tc3/testing/passed.hpp>
#include <tc3/testing/query_form.hpp>
#include <tc3/testing/question.hpp>
#include <tc3/testing/rate_limit.hpp>
#include <tc3/testing/received_message.hpp>
#include <tc3/testing/reply.hpp>
#include <tc3/testing/request_ids.hpp>
#include <tc3/testing/sessions.hpp>
#include <tc3/testing/uploads.hpp>
