// SPDX-License-Identifier: MIT
// The calls of the admin port, which control the test service over HTTP (docs/test-service-scenarios.md).
#pragma once

#include "http/http_exchange.hpp"
#include <tc3/core/result.hpp>
#include <tc3/core/unix_time.hpp>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tc3_cli {

/// What a call of the admin port does with a session.
enum class session_step : std::uint8_t {
    start,   ///< the app shows the camera
    finish,  ///< the person passes
    fail,    ///< the person fails
    expire,  ///< the token of the session expires
};

/// A credential as clients need it. It belongs to the test service only, so it is no secret.
struct test_credential {
    std::string secret_id;
    std::string secret_key;
    std::string token;  ///< of a temporary credential; else empty
};

/// What the admin calls act on. All members must be set. They are called in the thread of admin::handle(), without a lock.
struct admin_actions {
    std::function<std::string()> scenario;  ///< returns scenario::to_json()
    std::function<tc3::result<void, std::string>(std::string_view json)> replace_scenario;
    std::function<tc3::result<void, std::string>(std::string_view json)> add_rule;
    std::function<tc3::unix_time()> machine_time;  ///< returns the time of the machine, without an offset
    std::function<tc3::result<void, std::string>(std::int64_t seconds)> set_clock_offset;
    std::function<bool(std::string_view token, session_step step)>
        move_session;                                    ///< returns false if no session has the token, or too late
    std::function<std::vector<std::string>()> requests;  ///< returns the last entries of the request log, a JSON object each
    std::function<test_credential()> credential;
    std::function<std::string()> certificate;  ///< returns the certificate as PEM; empty without TLS
};

/// The admin port. It rejects requests that a web page can make a browser send: those with an Origin header, and those with a Host that is
/// neither an address nor localhost, since a page can let its own host name resolve to this machine.
///
/// Use it in any number of threads, if the actions may be.
class admin {
public:
    explicit admin(admin_actions actions) : actions_(std::move(actions)) {}

    /// Responds to a request. Responses are JSON, errors `{"error":"..."}` with one sentence.
    [[nodiscard]] http_reply handle(const http_exchange_request& request) const;

private:
    admin_actions actions_;
};

}  // namespace tc3_cli
