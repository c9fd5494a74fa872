// SPDX-License-Identifier: MIT
// Calls that do not wait: one thread and an event loop with several calls in flight. Here the loop is a list and the service an emulator;
// comments mark where your HTTP library begins, ends or breaks off a transfer.
//
//     c++ -std=c++20 -Isingle_include examples/09_async.cpp -o example && ./example
#include <tc3/tc3.hpp>
#include <tc3/testing.hpp>

#include <algorithm>
#include <cstddef>
#include <ctime>
#include <iostream>
#include <list>
#include <string_view>
#include <utility>

namespace faceid = tc3::faceid;

tc3::unix_time now() { return {std::time(nullptr)}; }

// ---- the transport -------------------------------------------------------------------------------------------------------------

class event_loop {
public:
    using call_id = std::size_t;

    explicit event_loop(tc3::testing::emulator& service) : service_(service) {}

    [[nodiscard]] call_id new_id() { return ++last_id_; }
    [[nodiscard]] std::size_t calls_in_flight() const { return calls_.size(); }

    /// Begins a transfer. The completion holds the request and the handler of the result.
    void start(call_id id, tc3::completion call) {
        calls_.push_back({id, std::move(call)});
        // Here your HTTP library begins to send calls_.back().call.request(). The request is valid while its completion does not move,
        // and an element of a std::list never moves.
    }

    /// Ends the oldest transfer. Returns false if there is none.
    bool run_one() {
        if (calls_.empty()) return false;
        // Your loop gets here when a whole response has arrived.
        call_list ended = take(calls_.begin());
        tc3::completion& call = ended.front().call;
        const auto response = service_(call.request());
        if (response) {
            call.complete(*response);
        } else {
            call.fail(response.error());
        }
        return true;
    }

    /// Breaks a transfer off: its handler gets the failure `cancelled`. No effect on a call that has ended or was never sent.
    void cancel(call_id id) {
        const auto position = std::find_if(calls_.begin(), calls_.end(), [id](const call_in_flight& each) { return each.id == id; });
        if (position == calls_.end()) return;
        call_list cancelled = take(position);
        // Here your HTTP library closes the connection.
        cancelled.front().call.cancel();
    }

private:
    struct call_in_flight {
        call_id id;
        tc3::completion call;
    };
    using call_list = std::list<call_in_flight>;

    /// Takes a call out of the list before it ends, because its handler may start and cancel other calls. The call does not move.
    [[nodiscard]] call_list take(call_list::iterator position) {
        call_list taken;
        taken.splice(taken.begin(), calls_, position);
        return taken;
    }

    tc3::testing::emulator& service_;
    call_list calls_;
    call_id last_id_ = 0;
};

// ---- the program ---------------------------------------------------------------------------------------------------------------

int main() {
    tc3::testing::emulator service(now, [] { return "emulated-sdk-token-1"; });
    service.add_credential("example-id", "example-key");
    tc3::testing::serve_faceid(service);
    const tc3::client_profile profile{.credential = {"example-id", "example-key"}, .region = "ap-singapore"};

    // Handlers refer to these numbers. They outlive the loop, whose destructor calls the handlers of all calls that are left.
    int outputs = 0;
    int failures = 0;
    event_loop loop(service);

    const auto get_token_for = [&](std::string_view person) {
        const event_loop::call_id id = loop.new_id();
        const auto http = [&loop, id](tc3::completion call) { loop.start(id, std::move(call)); };
        const auto handler = [&outputs, &failures, person](const tc3::call_result<faceid::apply_liveness_token>& result) {
            ++(result ? outputs : failures);
            std::cout << person << ": " << (result ? result->sdk_token.value_or("no token") : to_string(result.error())) << '\n';
        };
        tc3::call_async(http, faceid::apply_liveness_token{}, profile, now(), {}, handler);
        return id;
    };

    get_token_for("Ada");
    const event_loop::call_id second = get_token_for("Ben");
    std::cout << loop.calls_in_flight() << " calls in flight\n";
    loop.cancel(second);
    while (loop.run_one()) continue;
    return outputs == 1 && failures == 1 ? 0 : 1;
}
