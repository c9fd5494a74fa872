// SPDX-License-Identifier: MIT
// How long the service keeps a session. The numbers of each action are in its header.
#pragma once

#include <tc3/config.hpp>

#include <cstdint>

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Time limits of a session, in seconds after its token was issued.
struct session_life {
    std::int64_t start_within;  ///< the app or browser has to start by then
    std::int64_t readable_for;  ///< the result can be read until then, any number of times
};

namespace detail {
struct no_session {};
}  // namespace detail

/// The life of the sessions that an action reads, by its input: `session_life_of<get_liveness_result>`.
template <class Input>
inline constexpr detail::no_session session_life_of{};

}  // namespace tc3::inline TC3_NAMESPACE::faceid
