// SPDX-License-Identifier: MIT
// Counts calls per second, for the limit that the service sets on the calls of an account.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/unix_time.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tc3::inline TC3_NAMESPACE::testing::detail {

/// The calls of each account and action within one second.
///
/// Cost: memory and time are linear in the pairs of account and action since the start.
class call_counter {
public:
    /// Counts a call, unless `limit` calls were counted in the second `now`. Returns whether it was counted.
    [[nodiscard]] bool admit(std::string_view account, std::string_view action, std::uint32_t limit, unix_time now);

private:
    struct entry {
        std::string account;
        std::string action;
        unix_time second = {};
        std::uint32_t count = 0;
    };

    [[nodiscard]] entry& find(std::string_view account, std::string_view action);

    std::vector<entry> entries_;
};

}  // namespace tc3::inline TC3_NAMESPACE::testing::detail

#if defined(TC3_BODIES)

namespace tc3::inline TC3_NAMESPACE::testing::detail {

TC3_FUNCTION bool call_counter::admit(std::string_view account, std::string_view action, std::uint32_t limit, unix_time now) {
    entry& calls = find(account, action);
    if (calls.second != now) calls.count = 0;
    calls.second = now;
    if (calls.count == limit) return false;
    ++calls.count;
    return true;
}

TC3_FUNCTION call_counter::entry& call_counter::find(std::string_view account, std::string_view action) {
    for (entry& known : entries_) {
        if (known.account == account && known.action == action) return known;
    }
    return entries_.emplace_back(entry{std::string(account), std::string(action)});
}

}  // namespace tc3::inline TC3_NAMESPACE::testing::detail

#endif  // TC3_BODIES
