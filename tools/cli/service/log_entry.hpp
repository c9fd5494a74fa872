// SPDX-License-Identifier: MIT
// The request log: one line for each request, with the cause of each rejection.
#pragma once

#include <tc3/core/unix_time.hpp>

#include <chrono>
#include <cstddef>
#include <string>

namespace tc3_cli {

/// What the log has about one request. It holds no credential, no signature and nothing of the body.
struct log_entry {
    tc3::unix_time time = {};
    std::string method = {};
    std::string path = {};     ///< of a request that is for no action
    std::string service = {};  ///< empty if the host is of none
    std::string action = {};   ///< as sent, so it can be any text
    std::string region = {};
    int status = 200;
    std::string code = {};       ///< the error code; empty for none
    std::string cause = {};      ///< the cause that the signature doctor found: "content_type"
    std::string reason = {};     ///< the error in words
    std::string fault = {};      ///< what the scenario did to the response: "response lost"
    std::string deviation = {};  ///< what the request has that the real service would reject; empty for nothing
    std::size_t bytes = 0;       ///< the size of the request
    std::chrono::microseconds duration{};
};

/// Returns the entry as a line without a line end: "08:15:30 POST faceid ApplyLivenessToken OK 0.4 ms". Text of the request in it is
/// printable, and cut where it is long.
[[nodiscard]] std::string to_line(const log_entry& entry);

/// Returns the entry as a JSON object, with such texts.
[[nodiscard]] std::string to_json(const log_entry& entry);

}  // namespace tc3_cli
