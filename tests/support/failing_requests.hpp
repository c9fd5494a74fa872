// SPDX-License-Identifier: MIT
// Requests that cannot be made, tried in workspaces of many sizes: the failure must be the same in each.
#pragma once

#include "storages.hpp"
#include <tc3/tc3.hpp>

#include <cstddef>
#include <string_view>

namespace support {

/// Calls make(workspace&) with workspaces of many sizes. Returns the first failure that differs from `expected`, or `expected`. The field
/// may be missing where the workspace is smaller than its name.
template <class Make>
plain_failure failure_in_workspaces(const plain_failure& expected, Make make, std::size_t largest = 2000) {
    for (std::size_t size = 0; size <= largest; size += size < 130 ? 1 : 97) {
        tight_workspace space(size, size % 16);
        const auto request = make(*space);
        if (request) return {.message = "a request was made"};
        const plain_failure actual = plain(request.error());
        const bool same = size >= expected.field.size() ? actual == expected : equals_but_for_texts(actual, expected);
        const bool all_back = space->complete() && space->available() == size - actual.field.size() && !space->is_lent();
        if (!same) return actual;
        const bool holds_field = actual.field.empty() || space.holds(request.error().field);
        if (!all_back || !holds_field) return {.message = "the workspace was left changed"};
    }
    return expected;
}

/// Makes requests for an input of type every_kind. With GET the only failure is that typed inputs need POST.
inline plain_failure failure_in_workspaces(const plain_failure& expected, const every_kind& input, const tc3::client_profile_view& profile,
                                           tc3::unix_time now, const tc3::request_options& options) {
    const borrowing_every_kind borrowing(input);
    const auto make = [&](tc3::workspace& space) { return tc3::make_request_into(borrowing.value, profile, now, options, space); };
    const bool is_large = input.needed && input.needed->size() > 100'000;
    if (options.method == tc3::http::method::post) return failure_in_workspaces(expected, make, is_large ? 1 : 2000);
    const plain_failure by_get{.reason = {.code = tc3::errc::not_allowed, .part = "method"}};
    const plain_failure actual = failure_in_workspaces(by_get, make, 10);
    return actual == by_get ? expected : actual;
}

}  // namespace support
