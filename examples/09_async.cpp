// SPDX-License-Identifier: MIT
// Calls that do not wait: one thread, an event loop, several calls in flight. The loop here is a queue and the service an emulator; where
// it says so, yours begins a transfer, ends one, or breaks one off.
#include <tc3/tc3.hpp>
#include <tc3/testing.hpp>

#include <cstddef>
#include <ctime>
#include <deque>
#include <iostream>
#include <string_view>
#include <utility>

namespace faceid = tc3::faceid;

tc3::unix_time now() { return {std::time(nullptr)}; }

// A transport that does not wait. It keeps a completion for each call: the request to send, and where the outcome goes.
class event_loop {
public:
    using call_id = std::size_t;

    explicit event_loop(tc3::testing::emulator& service) : service_(service) {}

    void operator()(tc3::completion call) {
        calls_.push_back({++last_id_, std::move(call)});  // yours begins to send call.request(), from where it lies now
    }
    [[nodiscard]] call_id last_id() const { return last_id_; }
    [[nodiscard]] std::size_t calls_in_flight() const { return calls_.size(); }

    /// Ends the oldest call. False when there is none.
    bool run_one() {
        if (calls_.empty()) return false;
        tc3::completion call = take(calls_.begin());
        const auto response = service_(call.request());  // yours comes here when the last byte of a response has arrived
        return response ? call.complete(*response) : call.fail(response.error());
    }
    void cancel(call_id id) {
        for (auto each = calls_.begin(); each != calls_.end(); ++each) {
            if (each->id != id) continue;
            take(each).cancel();  // yours closes the connection
            return;
        }
    }

private:
    struct call_in_flight {
        call_id id;
        tc3::completion call;
    };

    /// Out of the queue before it ends, since its handler may use the loop.
    tc3::completion take(std::deque<call_in_flight>::iterator from) {
        tc3::completion call = std::move(from->call);
        calls_.erase(from);
        return call;
    }

    tc3::testing::emulator& service_;
    std::deque<call_in_flight> calls_;
    call_id last_id_ = 0;
};

int main() {
    tc3::testing::emulator service(now, [] { return "emulated-sdk-token-1"; });
    service.add_credential("example-id", "example-key");
    serve_faceid(service);
    const tc3::client_profile profile{.credential = {"example-id", "example-key"}, .region = "ap-singapore"};

    event_loop loop(service);
    int outputs = 0;
    int failures = 0;
    const auto ask_for = [&](std::string_view person) {
        const auto handler = [&outputs, &failures, person](const tc3::call_result<faceid::apply_liveness_token>& outcome) {
            ++(outcome ? outputs : failures);
            std::cout << person << ": " << (outcome ? outcome->sdk_token.value_or("no token") : to_string(outcome.error())) << '\n';
        };
        tc3::call_async(loop, faceid::apply_liveness_token{}, profile, now(), handler);
        return loop.last_id();
    };

    ask_for("Ada");
    const event_loop::call_id second = ask_for("Ben");
    std::cout << loop.calls_in_flight() << " calls in flight\n";
    loop.cancel(second);
    while (loop.run_one()) continue;
    return outputs == 1 && failures == 1 ? 0 : 1;
}
