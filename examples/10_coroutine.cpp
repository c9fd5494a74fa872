// SPDX-License-Identifier: MIT
// co_await for calls: one awaiter, any transport, any kind of coroutine. (Where your HTTP can be awaited itself, you need neither: put it
// between make_request and parse_response.)
#include <tc3/tc3.hpp>
#include <tc3/testing.hpp>

#include <atomic>
#include <coroutine>
#include <ctime>
#include <deque>
#include <exception>
#include <iostream>
#include <optional>
#include <utility>

namespace faceid = tc3::faceid;

// ---- the awaiter ---------------------------------------------------------------------------------------------------------------

/// A call that a coroutine waits for. The transport resumes the coroutine, in any case: a call that it drops is abandoned, not lost. If it
/// completes, or throws, while it is being called, the coroutine goes on by itself.
template <tc3::async_transport Http, tc3::has_owning_output Input>
class awaited_call {
public:
    awaited_call(Http& http, const Input& input, const tc3::client_profile_view& profile, tc3::unix_time now)
        : http_(http), input_(input), profile_(profile), now_(now) {}

    [[nodiscard]] bool await_ready() const { return false; }
    bool await_suspend(std::coroutine_handle<> waiting) {
        tc3::call_async(http_, input_, profile_, now_, [this, waiting](tc3::call_result<Input> outcome) {
            outcome_.emplace(std::move(outcome));
            if (is_second()) waiting.resume();
        });
        return !is_second();
    }
    tc3::call_result<Input> await_resume() { return *std::move(outcome_); }

private:
    /// Two things happen, on whichever threads: call_async returns, and the outcome arrives. The coroutine goes on after the second.
    bool is_second() { return first_is_over_.exchange(true); }

    Http& http_;
    const Input& input_;
    tc3::client_profile_view profile_;
    tc3::unix_time now_;
    std::optional<tc3::call_result<Input>> outcome_;
    std::atomic<bool> first_is_over_ = false;
};

// ---- a program that uses it ----------------------------------------------------------------------------------------------------

/// The least a coroutine needs: it runs when called, and nobody waits for it. Use your library's.
struct task {
    struct promise_type {
        task get_return_object() { return {}; }
        std::suspend_never initial_suspend() noexcept { return {}; }
        std::suspend_never final_suspend() noexcept { return {}; }
        void return_void() {}
        void unhandled_exception() { std::terminate(); }
    };
};

tc3::unix_time now() { return {std::time(nullptr)}; }

using queue = std::deque<tc3::completion>;

/// Asks twice, one after the other, in straight code; `tokens` counts the answers.
template <class Http>
task get_two_tokens(Http& http, const tc3::client_profile& profile, int& tokens) {
    const faceid::apply_liveness_token input{.secure_level = faceid::secure_level::motion};
    for (int i = 0; i < 2; ++i) {
        const auto output = co_await awaited_call(http, input, profile, now());
        if (!output) {
            std::cerr << to_string(output.error()) << '\n';
            co_return;
        }
        std::cout << "request " << output->request_id.value_or("?") << ": " << output->sdk_token.value_or("no token") << '\n';
        ++tokens;
    }
}

int main() {
    tc3::testing::emulator service(now, [] { return "emulated-sdk-token-1"; });
    service.add_credential("example-id", "example-key");
    serve_faceid(service);
    const tc3::client_profile profile{.credential = {"example-id", "example-key"}, .region = "ap-singapore"};

    queue calls;  // those in flight
    const auto http = [&calls](tc3::completion call) { calls.push_back(std::move(call)); };

    int tokens = 0;
    get_two_tokens(http, profile, tokens);
    std::cout << "main() goes on while the coroutine waits\n";
    while (!calls.empty()) {
        tc3::completion call = std::move(calls.front());
        calls.pop_front();
        call.complete(*service(call.request()));
    }
    return tokens == 2 ? 0 : 1;
}
