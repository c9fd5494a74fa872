// SPDX-License-Identifier: MIT
// Keeps the rules that a plug-in broke: one way to hear of them, for those who have no test framework at hand.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace contract {

/// Give it to a contract, then ask: `contract::report report; policy_contract(mine, report); return report.passed() ? 0 : 1;`
class report {
public:
    void operator()(bool held, std::string_view rule) {
        ++tried_;
        if (!held) broken_.append(rule).append("\n");
    }

    [[nodiscard]] bool passed() const { return tried_ != 0 && broken_.empty(); }
    [[nodiscard]] std::size_t tried() const { return tried_; }
    /// The broken rules, a line each.
    [[nodiscard]] const std::string& broken() const { return broken_; }

private:
    std::size_t tried_ = 0;
    std::string broken_;
};

}  // namespace contract
