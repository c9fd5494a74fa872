// SPDX-License-Identifier: MIT
// The part of a fault that the emulator does not see: what happens to its response on the way to the client.
#pragma once

#include "http/http_exchange.hpp"
#include "scenario/fault.hpp"

namespace tc3_cli {

/// Applies the fault of a request to the response of the emulator.
[[nodiscard]] http_reply apply(const fault& fault, http_reply response);

}  // namespace tc3_cli
