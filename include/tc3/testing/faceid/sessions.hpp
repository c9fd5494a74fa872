// SPDX-License-Identifier: MIT
// The sessions that tokens stand for: begun by one action, run by an app elsewhere, asked for by another action until they expire.
#pragma once

#include <tc3/core/unix_time.hpp>
#include <tc3/testing/reply.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tc3::inline v0_1::testing::detail {

/// How far the app is with a session.
enum class session_state : std::uint8_t {
    waiting,   ///< the app has the token, or not even that
    started,   ///< the person is before the camera
    finished,  ///< the service knows what came of it
};

/// One session.
struct session {
    /// How long an app may wait before it starts (documented for all flows since 2025-09).
    static constexpr std::int64_t seconds_to_start = 600;

    std::string token;
    std::string asked_by;  ///< the name of the action that asks for it: no other one knows the token
    unix_time begun = {};
    std::int64_t readable_seconds = 0;  ///< from then on
    session_state state = session_state::waiting;
    std::string extra = {};  ///< what was sent along to be given back
    detail::script script = {};

    [[nodiscard]] std::int64_t age(unix_time now) const noexcept { return now.seconds - begun.seconds; }
    /// Whether the app did not start in time, and so never will.
    [[nodiscard]] bool is_lost(unix_time now) const noexcept { return state == session_state::waiting && age(now) >= seconds_to_start; }

    /// Whether it has been unreadable for as long as it was readable.
    [[nodiscard]] bool is_stale(unix_time now) const noexcept { return age(now) / 2 >= readable_seconds; }

    /// The app starts. False where it did not do so in time.
    bool start(unix_time now) noexcept {
        if (is_lost(now)) return false;
        if (state == session_state::waiting) state = session_state::started;
        return true;
    }
    /// The app is done. False where it has not started.
    bool finish() noexcept {
        if (state == session_state::waiting) return false;
        state = session_state::finished;
        return true;
    }
};

/// The sessions of an emulator, until they are stale.
class session_list {
public:
    /// Begins a session. One that has the token already is begun anew. The stale ones go: their tokens are of no session then.
    void begin(session fresh) {
        std::erase_if(sessions_, [now = fresh.begun](const session& known) { return known.is_stale(now); });
        session* known = find(fresh.token, fresh.asked_by);
        if (known == nullptr) {
            sessions_.push_back(std::move(fresh));
        } else {
            *known = std::move(fresh);
        }
    }

    /// Null where there is none. Valid until another one begins.
    [[nodiscard]] session* find(std::string_view token, std::string_view asked_by) noexcept {
        for (session& known : sessions_) {
            if (known.token == token && known.asked_by == asked_by) return &known;
        }
        return nullptr;
    }
    /// The same, whoever asks for it.
    [[nodiscard]] session* find(std::string_view token) noexcept {
        for (session& known : sessions_) {
            if (known.token == token) return &known;
        }
        return nullptr;
    }

private:
    std::vector<session> sessions_;
};

}  // namespace tc3::inline v0_1::testing::detail
