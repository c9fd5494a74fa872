// SPDX-License-Identifier: MIT
// Record and replay: `tc3 serve --record FILE` keeps exchanges with masked values, `tc3 serve --replay FILE` responds from the file.
#pragma once

#include "record/exchange.hpp"
#include "record/recorder.hpp"
#include "record/replayer.hpp"
