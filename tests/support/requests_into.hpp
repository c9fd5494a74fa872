// SPDX-License-Identifier: MIT
// A request that make_request refuses, made in workspaces of many sizes: each refuses it in the same words.
#pragma once

#include "storages.hpp"
#include <tc3/tc3.hpp>

#include <cstddef>
#include <string_view>

namespace support {

/// Calls make(workspace&) in many workspaces. The first failure that is not the expected one, but for a field that finds no room, or the
/// expected one.
template <class Make>
plain_failure refusal_into(const plain_failure& expected, Make make, std::size_t step_to = 2000) {
    for (std::size_t size = 0; size <= step_to; size += size < 130 ? 1 : 97) {
        tight_workspace space(size, size % 16);
        const auto made = make(*space);
        if (made) return {.message = "a request was made"};
        const plain_failure why = plain(made.error());
        const bool same = size >= expected.field.size() ? why == expected : is_but_for_texts(why, expected);
        const bool all_back = space->complete() && space->available() == size - why.field.size() && !space->is_lent();
        if (!same) return why;
        if (!all_back || (!why.field.empty() && !space.holds(made.error().field))) return {.message = "the workspace was left changed"};
    }
    return expected;
}

/// The same for an input of every kind: by GET it is refused for that alone.
inline plain_failure refusal_into(const plain_failure& expected, const every_kind& input, const tc3::client_profile_view& profile,
                                  tc3::unix_time now, const tc3::request_options& options) {
    const borrowing_every_kind lent(input);
    const auto make = [&](tc3::workspace& space) { return tc3::make_request_into(space, lent.value, profile, now, options); };
    const bool is_large = input.needed && input.needed->size() > 100'000;
    if (options.method == tc3::http::method::post) return refusal_into(expected, make, is_large ? 1 : 2000);
    const plain_failure by_get{.reason = {.code = tc3::errc::not_allowed, .part = "method"}};
    const plain_failure got = refusal_into(by_get, make, 10);
    return got == by_get ? expected : got;
}

}  // namespace support
