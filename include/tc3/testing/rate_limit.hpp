// SPDX-License-Identifier: MIT
// Counts calls, so that an emulator can refuse those beyond what an account may make within one second.
#pragma once

#include <tc3/core/unix_time.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tc3::inline v0_1::testing::detail {

/// Calls of each account and action within the current second of a clock, whose unit is the second. Room and time: linear in the pairs of
/// account and action that were ever seen.
class call_counter {
public:
    /// Counts a call; false where it is one more than `most` in this second.
    [[nodiscard]] bool admit(std::string_view account, std::string_view action, std::uint32_t most, unix_time now) {
        entry& calls = find(account, action);
        if (calls.second != now) calls.count = 0;
        calls.second = now;
        if (calls.count == most) return false;
        ++calls.count;
        return true;
    }

private:
    struct entry {
        std::string account;
        std::string action;
        unix_time second = {};
        std::uint32_t count = 0;
    };

    [[nodiscard]] entry& find(std::string_view account, std::string_view action) {
        for (entry& known : entries_) {
            if (known.account == account && known.action == action) return known;
        }
        return entries_.emplace_back(entry{std::string(account), std::string(action)});
    }

    std::vector<entry> entries_;
};

}  // namespace tc3::inline v0_1::testing::detail
