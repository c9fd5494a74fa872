// SPDX-License-Identifier: MIT
// Faults on demand, from a JSON text that a tester writes (docs/test-service-scenarios.md).
#pragma once

#include "json_value.hpp"
#include "scenario/fault.hpp"
#include "scenario/rule.hpp"
#include <tc3/core/result.hpp>
#include <tc3/core/unix_time.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tc3_cli {

/// What happens to sessions of eKYC that begin from now on.
enum class session_course : std::uint8_t {
    pass,    ///< the person passes at once
    wait,    ///< they wait for the calls of the admin port
    fail,    ///< the person fails at once
    expire,  ///< their tokens have expired
};

/// What a scenario changes for all requests.
struct scenario_settings {
    std::int64_t clock_offset_seconds = 0;         ///< how far the clock of the service is ahead of the machine's
    std::optional<std::int64_t> calls_per_second;  ///< the limit for each action, in place of the emulator's own
    session_course sessions = session_course::pass;
    bool is_temporary_credential_expired = false;  ///< whether requests with X-TC-Token are rejected
};

/// The largest clock_offset_seconds, in either direction: fifty years. The time of the service stays within 1970 to 9999.
inline constexpr std::int64_t largest_clock_offset = 50 * 365 * 86400LL;

/// A request whose signature, action and version the emulator has accepted.
struct accepted_request {
    std::string_view service;  ///< "faceid"
    std::string_view action;   ///< "ApplyLivenessToken"
    bool has_token = false;    ///< whether it has X-TC-Token
    tc3::unix_time now = {};   ///< the time of the service
};

/// A scenario, and how far it has run. Without rules and settings the service responds as usual.
///
/// Use it in one thread at a time.
class scenario {
public:
    /// Reads a scenario.
    ///
    /// Errors: one sentence, which begins with the path of the member that is wrong: "rules[1].cut_body_after must be a number of bytes".
    [[nodiscard]] static tc3::result<scenario, std::string> parse(std::string_view json);

    /// Adds a rule after the others. Errors: as parse(), with paths within the rule.
    [[nodiscard]] tc3::result<void, std::string> add_rule(std::string_view json);

    /// Returns the fault of a request, and counts the request. Ask once for each request, in emulator::intercept_with().
    [[nodiscard]] fault next(const accepted_request& request);

    /// Changes the clock. Errors: an offset beyond largest_clock_offset.
    [[nodiscard]] tc3::result<void, std::string> set_clock_offset(std::int64_t seconds);

    [[nodiscard]] const scenario_settings& settings() const noexcept { return settings_; }
    [[nodiscard]] const std::vector<rule>& rules() const noexcept { return rules_; }

    /// Returns what is left of the scenario, as a scenario.
    [[nodiscard]] std::string to_json() const;

private:
    using action_name = std::pair<std::string, std::string>;  // service and action

    [[nodiscard]] bool exceeds_limit(const accepted_request& request);
    [[nodiscard]] fault apply_rules(const accepted_request& request);

    scenario_settings settings_;
    std::vector<rule> rules_;
    tc3::unix_time counted_second_;
    std::map<action_name, std::int64_t> calls_;  // within counted_second_
};

}  // namespace tc3_cli
