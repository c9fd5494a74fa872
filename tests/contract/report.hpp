// SPDX-License-Identifier: MIT
// A list of broken rules, for programs without a test framework.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace contract {

/// The rules that a contract found broken.
///
///     contract::report report;
///     contract::policy_contract(policy, report);
///     return report.passed() ? 0 : 1;
class report {
public:
    void operator()(bool held, std::string_view rule) {
        ++tried_;
        if (!held) broken_.append(rule).append("\n");
    }

    /// Returns whether rules were tried and none was broken.
    [[nodiscard]] bool passed() const { return tried_ != 0 && broken_.empty(); }
    /// Returns the number of rules that were tried.
    [[nodiscard]] std::size_t tried() const { return tried_; }
    /// Returns the broken rules, one on each line.
    [[nodiscard]] const std::string& broken() const { return broken_; }

private:
    std::size_t tried_ = 0;
    std::string broken_;
};

}  // namespace contract
