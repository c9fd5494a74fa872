// SPDX-License-Identifier: MIT
// The eKYC service in the emulator: it remembers the tokens it handed out, and says of their sessions what the test wants.
#pragma once

#include <tc3/faceid/apply_liveness_token.hpp>
#include <tc3/faceid/get_liveness_result.hpp>
#include <tc3/testing/emulator.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tc3::inline v0_1::testing {

/// What GetLivenessResult says when it is asked once: an answer, or an error.
using liveness_reply = result<faceid::get_liveness_result_answer, service_error>;

/// The answer of a session that was passed; its files are empty ones, at addresses that lead nowhere (RFC 2606).
[[nodiscard]] inline faceid::get_liveness_result_answer passed_liveness() {
    const auto empty_file = [](const char* url) {
        return faceid::file_info{.url = url, .md5 = "d41d8cd98f00b204e9800998ecf8427e", .size = 0};
    };
    return {.result = "0",
            .description = "Success",
            .best_frame = empty_file("https://emulator.invalid/best_frame"),
            .video = empty_file("https://emulator.invalid/video")};
}

/// The liveness sessions that an emulator began. A handle: copies share them, and they live as long as any of these or the emulator.
class liveness_sessions {
public:
    /// How long a session can be asked for, by the emulator's clock, from its token on.
    static constexpr std::int64_t lifetime_seconds = 7200;

    /// What each session begun from now on says, one reply for each time that it is asked; the last one stays. Without it: passed.
    void reply_with(std::vector<liveness_reply> replies) { kept_->replies = std::move(replies); }

    /// The same for one session that was begun already. False where there is none with that token.
    bool reply_with(std::string_view sdk_token, std::vector<liveness_reply> replies) {
        session* found = find(sdk_token);
        if (found == nullptr) return false;
        found->replies = std::move(replies);
        found->asked = 0;
        return true;
    }

    /// Begins a session, or begins it anew.
    void begin(std::string_view sdk_token, unix_time now) {
        session* known = find(sdk_token);
        session& begun = known != nullptr ? *known : kept_->sessions.emplace_back();
        begun = {.token = std::string(sdk_token), .begun = now, .replies = kept_->replies};
    }

    /// Asks a session, as GetLivenessResult does.
    [[nodiscard]] liveness_reply ask(std::string_view sdk_token, unix_time now) {
        session* found = find(sdk_token);
        if (found == nullptr) {
            return unexpected(service_error{"InvalidParameterValue.BizTokenIllegal", "no session was begun with this token"});
        }
        if (now.seconds - found->begun.seconds >= lifetime_seconds) {
            return unexpected(
                service_error{"InvalidParameterValue.BizTokenExpired", "the session of this token began 2 hours ago or earlier"});
        }
        if (found->replies.empty()) return passed_liveness();
        const std::size_t last = found->replies.size() - 1;
        return found->replies[found->asked < last ? found->asked++ : last];
    }

private:
    struct session {
        std::string token = {};
        unix_time begun = {};
        std::vector<liveness_reply> replies = {};
        std::size_t asked = 0;
    };
    struct state {
        std::vector<session> sessions;
        std::vector<liveness_reply> replies;
    };

    [[nodiscard]] session* find(std::string_view sdk_token) noexcept {
        for (session& known : kept_->sessions) {
            if (known.token == sdk_token) return &known;
        }
        return nullptr;
    }

    std::shared_ptr<state> kept_ = std::make_shared<state>();
};

/// Serves ApplyLivenessToken, where each call gets the next of the emulator's tokens, and GetLivenessResult, which knows these tokens.
/// The sessions are the test's to script:
///
///     auto sessions = testing::serve_faceid(service);
///     sessions.reply_with({faceid::get_liveness_result_answer{.result = "1005"}});
inline liveness_sessions serve_faceid(emulator& service) {
    liveness_sessions sessions;
    service.serve<faceid::apply_liveness_token>([&service, sessions](const faceid::apply_liveness_token&) mutable {
        const std::string token = service.next_token();
        sessions.begin(token, service.now());
        return faceid::apply_liveness_token_answer{.sdk_token = token};
    });
    service.serve<faceid::get_liveness_result>(
        [&service, sessions](const faceid::get_liveness_result& asked) mutable { return sessions.ask(asked.sdk_token, service.now()); });
    return sessions;
}

}  // namespace tc3::inline v0_1::testing
