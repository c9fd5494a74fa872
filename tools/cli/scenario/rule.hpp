// SPDX-License-Identifier: MIT
// A rule of a scenario: which requests it is for, how often it applies, and the fault that it causes (docs/test-service-scenarios.md).
#pragma once

#include "json_value.hpp"
#include "scenario/fault.hpp"
#include <tc3/core/result.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tc3_cli {

/// A rule, with what is left of it: it passes over `after` requests of its action, then applies to one, and so on until `times` is used up.
struct rule {
    std::string service;                ///< empty: every service
    std::string action;                 ///< empty: every action
    std::int64_t after = 0;             ///< how many requests it still passes over
    std::int64_t every = 1;             ///< of how many requests it takes one
    std::optional<std::int64_t> times;  ///< how often it still applies; without a limit if unset
    tc3_cli::fault fault;
    json_value source;  ///< the rule as it was written

    /// Reads a rule. `path` is its place in the scenario, for messages: "rules[2]"; empty for a rule by itself.
    ///
    /// Errors: one sentence, which begins with the path of the member that is wrong.
    [[nodiscard]] static tc3::result<rule, std::string> read(const json_value& value, const std::string& path);

    /// Returns what is left of the rule, as a rule.
    [[nodiscard]] json_value to_json() const;
};

}  // namespace tc3_cli
