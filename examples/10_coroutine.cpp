// SPDX-License-Identifier: MIT
// co_await for calls, with an awaiter for any transport that does not wait and any kind of coroutine. If your HTTP library has awaitable
// functions, you need no awaiter: co_await them between make_request and parse_response.
//
//     c++ -std=c++20 -Isingle_include examples/10_coroutine.cpp -o example && ./example
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

/// A call that a coroutine awaits. The transport resumes the coroutine from complete(), fail() or cancel(), or when it drops the call.
///
/// Lifetime: transport, input and profile must live until the call is sent. Name the input and the profile first: g++ 12 and older destroy a
/// temporary twice that is initialized with braces within a co_await expression, also one that is passed by value or moved. Do not destroy
/// a coroutine that awaits: cancel its call.
template <tc3::async_transport Http, tc3::has_owning_output Input>
class awaited_call {
public:
    awaited_call(Http& http, const Input& input, const tc3::client_profile_view& profile, tc3::unix_time now)
        : http_(http), input_(input), profile_(profile), now_(now) {}
    awaited_call(Http&, const Input&&, const tc3::client_profile_view&, tc3::unix_time) = delete;  // name the input before co_await

    [[nodiscard]] bool await_ready() const { return false; }
    bool await_suspend(std::coroutine_handle<> coroutine) {
        tc3::call_async(http_, input_, profile_, now_, {}, [this, coroutine](tc3::call_result<Input> result) {
            result_.emplace(std::move(result));
            if (arrive()) coroutine.resume();
        });
        return !arrive();  // false continues at once
    }
    tc3::call_result<Input> await_resume() { return *std::move(result_); }

private:
    /// Marks one of two events: the result is there, and call_async has returned. They may come in either order and on two threads. Returns
    /// whether this is the second one, after which the coroutine continues.
    [[nodiscard]] bool arrive() { return first_arrived_.exchange(true); }

    Http& http_;
    const Input& input_;
    tc3::client_profile_view profile_;
    tc3::unix_time now_;
    std::optional<tc3::call_result<Input>> result_;
    std::atomic<bool> first_arrived_ = false;
};

// ---- a program that uses it ----------------------------------------------------------------------------------------------------

/// The smallest coroutine type: it starts when it is called and returns nothing. Use that of your library.
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

/// Makes two calls, one after the other, and counts the tokens. All arguments must outlive the coroutine.
template <class Http>
task get_two_tokens(Http& http, const tc3::client_profile& profile, int& tokens) {
    const faceid::apply_liveness_token input{.secure_level = faceid::secure_level::motion};
    for (int i = 0; i < 2; ++i) {
        const auto result = co_await awaited_call(http, input, profile, now());
        if (!result) {
            std::cerr << to_string(result.error()) << '\n';
            co_return;
        }
        std::cout << "request " << result->request_id.value_or("?") << ": " << result->sdk_token.value_or("no token") << '\n';
        ++tokens;
    }
}

int main() {
    tc3::testing::emulator service(now, [] { return "emulated-sdk-token-1"; });
    service.add_credential("example-id", "example-key");
    tc3::testing::serve_faceid(service);
    const tc3::client_profile profile{.credential = {"example-id", "example-key"}, .region = "ap-singapore"};

    int tokens = 0;
    std::deque<tc3::completion> calls;  // those in flight
    const auto http = [&calls](tc3::completion call) { calls.push_back(std::move(call)); };

    get_two_tokens(http, profile, tokens);
    std::cout << "main() continues while the coroutine awaits\n";
    while (!calls.empty()) {
        tc3::completion call = std::move(calls.front());  // taken out first: the coroutine may add its next call
        calls.pop_front();
        const auto response = service(call.request());
        response ? call.complete(*response) : call.fail(response.error());
    }
    return tokens == 2 ? 0 : 1;
}
