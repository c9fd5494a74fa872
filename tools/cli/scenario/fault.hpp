// SPDX-License-Identifier: MIT
// What a scenario does to one request.
#pragma once

#include <tc3/testing/decision.hpp>
#include <tc3/testing/reply.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace tc3_cli {

/// Whether the client gets a response, and if not, whether the action took effect.
enum class lost_response : std::uint8_t {
    none,           ///< the client gets its response
    before_effect,  ///< the connection is closed, and the action was not run
    after_effect,   ///< the connection is closed, and the action was run
};

/// A response that no action made, as of a gateway in front of the service.
struct gateway_response {
    int status = 200;
    std::string body;
    std::string content_type;
};

/// The faults of one request. By default there are none, and the service responds as usual.
struct fault {
    std::optional<tc3::testing::service_error> error;  ///< sent in place of the output
    std::optional<std::string> output;                 ///< sent in place of the output of the action: a JSON object
    std::optional<gateway_response> response;          ///< sent in place of the service's response
    lost_response lost = lost_response::none;
    std::optional<std::size_t> cut_after;  ///< the connection is closed after so many bytes of the body
    std::chrono::milliseconds delay{};     ///< how long the response is held back
};

/// Returns what the emulator sends in place of running the action, for emulator::intercept_with(); std::nullopt if the action is run.
///
/// The reply is `{}` for a response that the client never sees: see apply().
[[nodiscard]] std::optional<tc3::testing::any_reply> reply_of(const fault& fault);

/// Returns a fault in words, for the request log: "error InternalError, delayed by 800 ms"; empty if there is none.
[[nodiscard]] std::string describe(const fault& fault);

}  // namespace tc3_cli
