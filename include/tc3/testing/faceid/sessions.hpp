// SPDX-License-Identifier: MIT
// The sessions of eKYC: one action begins a session and returns its token, an app runs it, another action returns its result.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/unix_time.hpp>
#include <tc3/faceid/types/session_life.hpp>
#include <tc3/testing/reply.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail {

/// The progress of a session.
enum class session_state : std::uint8_t {
    waiting,   ///< a session that its app has not started
    started,   ///< a session with the person in front of the camera
    finished,  ///< a session with the result of a person who passed
    failed,    ///< a session with the result of a person who did not pass
};

/// One session.
struct session {
    std::string token;
    std::string result_action;       ///< the name of the only action that accepts the token
    unix_time begun = {};            ///< the time of the token
    faceid::session_life life = {};  ///< how long the app may wait, and how long the result can be read
    session_state state = session_state::waiting;
    std::string extra = {};    ///< the Extra of the input that began the session, for the output; empty: unset
    reply_script script = {};  ///< the replies of the action that returns the result

    [[nodiscard]] std::int64_t age(unix_time now) const noexcept { return now.seconds - begun.seconds; }
    /// Returns whether the app did not start in time: the session stays without a result.
    [[nodiscard]] bool is_lost(unix_time now) const noexcept { return state == session_state::waiting && age(now) >= life.start_within; }
    /// Returns whether the session has been expired for as long as it was readable, and so is removed.
    [[nodiscard]] bool is_stale(unix_time now) const noexcept { return age(now) / 2 >= life.readable_for; }

    /// Starts the session; safe to repeat. Returns false if it is lost.
    bool start(unix_time now) noexcept;
    /// Gives the session its result, `finished` or `failed`; safe to repeat. Returns false if it has not started.
    bool end(session_state result) noexcept;
    /// Makes the session as old as one that has just expired. An older one stays as it is.
    void expire(unix_time now) noexcept;
};

/// The sessions of an emulator, except the stale ones.
class session_list {
public:
    /// Adds a session and removes the stale ones. It replaces a session with the same token and action.
    void begin(session fresh);

    /// Returns the session with a token of an action, or null.
    ///
    /// Lifetime: valid until the next begin().
    [[nodiscard]] session* find(std::string_view token, std::string_view result_action) noexcept;
    /// Returns the session with a token of any action, or null.
    ///
    /// Lifetime: valid until the next begin().
    [[nodiscard]] session* find(std::string_view token) noexcept;

private:
    std::vector<session> sessions_;
};

}  // namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail

#if defined(TC3_BODIES)

namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail {

TC3_FUNCTION bool session::start(unix_time now) noexcept {
    if (is_lost(now)) return false;
    if (state == session_state::waiting) state = session_state::started;
    return true;
}

TC3_FUNCTION bool session::end(session_state result) noexcept {
    if (state == session_state::waiting) return false;
    state = result;
    return true;
}

TC3_FUNCTION void session::expire(unix_time now) noexcept {
    if (age(now) < life.readable_for) begun.seconds = now.seconds - life.readable_for;
}

TC3_FUNCTION void session_list::begin(session fresh) {
    const unix_time now = fresh.begun;
    session* known = find(fresh.token, fresh.result_action);
    if (known == nullptr) {
        sessions_.push_back(std::move(fresh));
    } else {
        *known = std::move(fresh);
    }
    std::erase_if(sessions_, [now](const session& each) { return each.is_stale(now); });
}

TC3_FUNCTION session* session_list::find(std::string_view token, std::string_view result_action) noexcept {
    for (session& known : sessions_) {
        if (known.token == token && known.result_action == result_action) return &known;
    }
    return nullptr;
}

TC3_FUNCTION session* session_list::find(std::string_view token) noexcept {
    for (session& known : sessions_) {
        if (known.token == token) return &known;
    }
    return nullptr;
}

}  // namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail

#endif  // TC3_BODIES
