// SPDX-License-Identifier: MIT
// completion: however a call ends, and in any order of operations, its handler runs once and gets the right result.
#include "../../support/exchange.hpp"
#include "../../support/random.hpp"
#include "../../support/threads.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

using support::response;
using tc3::completion;
using tc3::errc;
using tc3::faceid::apply_liveness_token;

using token_result = tc3::call_result<apply_liveness_token>;

namespace {

const response token_response{200, R"({"Response":{"SdkToken":"t","RequestId":"1"}})"};
const tc3::transport_error timeout{28, "Timeout was reached"};
constexpr std::string_view abandoned = "transport: the transport dropped the call without completing it";
constexpr std::string_view cancelled = "transport: the call was cancelled";

std::string line_of(const token_result& result) {
    return result ? "token " + result->sdk_token.value_or("unset") : to_string(result.error());
}

using lines = std::vector<std::string>;

/// Makes completions whose handlers add their result as a line.
struct result_log {
    lines results;

    completion call() {
        return completion::of<apply_liveness_token>({}, [this](const token_result& result) { results.push_back(line_of(result)); });
    }
    completion call(std::string name) {
        return completion::of<apply_liveness_token>(
            {}, [this, name = std::move(name)](const token_result& result) { results.push_back(name + ": " + line_of(result)); });
    }
};

tc3::http::request request_of(std::string_view host) {
    std::string text = "{}https";
    text.append(host).append("/");
    return {{.body = 2, .scheme = 5, .host = host.size(), .target = 1}, std::move(text)};
}

constexpr std::string_view short_host = "h";  // short enough for the text to be stored within the string object of the request
constexpr std::string_view long_host = "a-host-whose-name-is-longer-than-any-string-keeps-in-place.tencentcloudapi.com";

}  // namespace

static_assert(std::is_nothrow_move_constructible_v<completion> && std::is_nothrow_move_assignable_v<completion>);
static_assert(!std::is_copy_constructible_v<completion> && !std::is_copy_assignable_v<completion>);
static_assert(sizeof(completion) <=
              sizeof(tc3::http::request) + sizeof(tc3::response_options) + completion::handler_size + 4 * sizeof(void*));
static_assert(!std::is_convertible_v<completion, bool>);

// ---- how a call ends ----------------------------------------------------------------------------------------------------------

TEST_CASE("a handler gets the result for each way to end a call, and later ways have no effect") {
    struct ending {
        const char* name;
        bool (*end)(completion&);
        std::string_view line;
    };
    const ending endings[] = {
        {"an output", [](completion& call) { return call.complete(token_response); }, "token t"},
        {"an error of the service",
         [](completion& call) {
             return call.complete(
                 response{200, R"({"Response":{"Error":{"Code":"RequestLimitExceeded","Message":"slow"},"RequestId":"1"}})"});
         },
         "service: RequestLimitExceeded: slow (request id 1)"},
        {"an HTTP status", [](completion& call) { return call.complete(response{502, "<html>"}); },
         "http: status 502: body is an HTML page, not JSON (from a proxy or a portal?)"},
        {"a body that is not an output", [](completion& call) { return call.complete(response{200, "{}"}); },
         "response: ApplyLivenessToken: Response is empty or missing, at byte 2 of the body"},
        {"an error of the transport", [](completion& call) { return call.fail(timeout); }, "transport: error 28: Timeout was reached"},
        {"an error of the transport without text", [](completion& call) { return call.fail(tc3::transport_error{.code = -1}); },
         "transport: error -1"},
        {"a request that was never sent", [](completion& call) { return call.fail(tc3::transport_error{7, "Refused", true}); },
         "transport: error 7: nothing was sent: Refused"},
        {"cancellation", [](completion& call) { return call.cancel(); }, cancelled},
    };
    for (const ending& each : endings) {
        CAPTURE(each.name);
        result_log log;
        {
            completion call = log.call();
            CHECK(call);
            CHECK(each.end(call));
            CHECK(log.results == lines{std::string(each.line)});
            CHECK_FALSE(call);
            for (const ending& later : endings) CHECK_FALSE(later.end(call));
        }
        CHECK(log.results.size() == 1);
    }
}

TEST_CASE("a completion that is destroyed without a result abandons its call") {
    result_log log;
    static_cast<void>(log.call());
    CHECK(log.results == lines{std::string(abandoned)});
}

TEST_CASE("an abandoned or cancelled call is a failure at stage transport with only its interruption") {
    const auto interruption_by = [](auto end) {
        tc3::failure failed;
        end(completion::of<apply_liveness_token>({}, [&failed](const token_result& result) { failed = result.error(); }));
        CHECK(failed.stage == tc3::stage::transport);
        CHECK(failed.reason.code == tc3::errc::none);
        CHECK(failed.status == 0);
        CHECK(failed.transport_code == 0);
        CHECK(failed.message.empty());
        CHECK(to_string(failed).find('\n') == std::string::npos);
        return failed.interruption;
    };
    CHECK(interruption_by([](completion) {}) == tc3::interruption::abandoned);
    CHECK(interruption_by([](completion call) { call.cancel(); }) == tc3::interruption::cancelled);
}

TEST_CASE("text of a transport error is kept up to longest_transport_message; a null pointer is an empty text") {
    struct c_error {
        int code;
        const char* message;
    };
    const std::string too_long(10000, 'x');
    const struct {
        c_error error;
        std::string message;
    } cases[] = {
        {{7, nullptr}, ""}, {{7, "two\nlines"}, "two\nlines"}, {{7, too_long.c_str()}, std::string(tc3::longest_transport_message, 'x')}};
    for (const auto& each : cases) {
        tc3::failure failed;
        completion::of<apply_liveness_token>({}, [&failed](const token_result& result) { failed = result.error(); }).fail(each.error);
        CHECK(failed.message == each.message);
        CHECK(failed.transport_code == 7);
        CHECK(failed.reason.code == errc::none);
        CHECK(to_string(failed).find('\n') == std::string::npos);
    }
}

TEST_CASE("complete() takes a response of any HTTP library, which may be destroyed afterwards") {
    struct my_response {
        long status;
        std::vector<unsigned char> body;
    };
    std::optional<token_result> kept;
    completion call = completion::of<apply_liveness_token>({}, [&kept](token_result result) { kept.emplace(std::move(result)); });
    const std::string body = R"({"Response":{"SdkToken":"a token that is longer than a string holds in place"}})";
    {
        const my_response temporary{200, {body.begin(), body.end()}};
        CHECK(call.complete(temporary));
    }
    REQUIRE(kept);
    CHECK(line_of(*kept) == "token a token that is longer than a string holds in place");
}

// ---- moves --------------------------------------------------------------------------------------------------------------------

TEST_CASE("a move takes the call along; the completion that is left has no call") {
    result_log log;
    {
        completion first = log.call();
        {
            completion second = std::move(first);
            CHECK(second);
            CHECK_FALSE(first);
            CHECK_FALSE(first.complete(token_response));
            CHECK_FALSE(first.cancel());
            first = std::move(second);
            CHECK(first);
        }
        CHECK(log.results.empty());
        CHECK(first.complete(token_response));
    }
    CHECK(log.results == lines{"token t"});
}

TEST_CASE("an assignment abandons the call of the target") {
    result_log log;
    completion call = log.call("old");
    call = log.call("new");
    CHECK(log.results == lines{"old: " + std::string(abandoned)});
    call.complete(token_response);
    CHECK(log.results == lines{"old: " + std::string(abandoned), "new: token t"});
    call = log.call("newest");
    CHECK(log.results.size() == 2);
}

TEST_CASE("a move to itself changes nothing") {
    result_log log;
    completion call = completion::of<apply_liveness_token>(request_of(long_host),
                                                           [&log](const token_result& result) { log.results.push_back(line_of(result)); });
    completion& same = call;
    call = std::move(same);
    CHECK(log.results.empty());
    CHECK(call.request().host == long_host);
    CHECK(call.complete(token_response));
    CHECK(log.results == lines{"token t"});
}

TEST_CASE("completions may be elements of a vector that grows and shrinks") {
    result_log log;
    std::vector<completion> queue;
    for (int i = 0; i < 20; ++i) queue.push_back(log.call(std::to_string(i)));
    CHECK(log.results.empty());
    queue.erase(queue.begin(), queue.begin() + 19);
    CHECK(log.results.size() == 19);
    CHECK(queue.front().complete(token_response));
    CHECK(log.results.back() == "19: token t");
}

TEST_CASE("request() is the same after moves, for short and long text") {
    for (const std::string_view host : {short_host, long_host}) {
        const tc3::http::request original = request_of(host);
        const auto is_same = [&original](const tc3::http::request_view& request) {
            const auto expected = original.view();
            return request.host == expected.host && request.target == expected.target && request.scheme == expected.scheme &&
                   request.body == expected.body;
        };
        result_log log;
        auto first = std::make_unique<completion>(completion::of<apply_liveness_token>(original, [](const token_result&) {}));
        CHECK(is_same(first->request()));
        auto second = std::make_unique<completion>(std::move(*first));
        first.reset();
        CHECK(is_same(second->request()));
        auto third = std::make_unique<completion>(log.call());
        *third = std::move(*second);
        second.reset();
        CHECK(is_same(third->request()));
        third->complete(token_response);
        CHECK(is_same(third->request()));  // it lasts, since a transport may still be sending it
    }
}

TEST_CASE("the request of a moved-from completion is empty") {
    for (const std::string_view host : {short_host, long_host}) {
        completion first = completion::of<apply_liveness_token>(request_of(host), [](const token_result&) {});
        const completion second = std::move(first);
        CHECK(first.request().host.empty());
        CHECK(first.request().body.empty());
        CHECK(first.request().headers.empty());
    }
}

// ---- handlers -----------------------------------------------------------------------------------------------------------------

TEST_CASE("a handler may capture objects that can only be moved, up to handler_size, and is destroyed once") {
    const auto alive = std::make_shared<int>(7);
    struct largest_handler {
        std::unique_ptr<int> owned;
        std::shared_ptr<int> shared;
        int* sum;
        std::array<char, completion::handler_size - 4 * sizeof(void*)> rest;  // the members above are four pointers large

        void operator()(const token_result&) { *sum = *owned + *shared + rest.back(); }
    };
    static_assert(sizeof(largest_handler) == completion::handler_size);
    int sum = 0;
    const auto make = [&] {
        largest_handler handler{std::make_unique<int>(20), alive, &sum, {}};
        handler.rest.fill(1);
        return completion::of<apply_liveness_token>({}, std::move(handler));
    };
    {
        completion call = make();
        completion moved = std::move(call);
        call = std::move(moved);
        CHECK(alive.use_count() == 2);
        call.complete(token_response);
        CHECK(alive.use_count() == 1);
    }
    CHECK(sum == 28);
    sum = 0;
    static_cast<void>(make());
    CHECK(sum == 28);
    CHECK(alive.use_count() == 1);
}

TEST_CASE("each object that a handler was moved into is destroyed") {
    struct counted {
        int* alive;
        explicit counted(int* counter) : alive(counter) { ++*alive; }
        counted(counted&& other) noexcept : alive(other.alive) { ++*alive; }
        ~counted() { --*alive; }
        void operator()(const token_result&) const {}
    };
    int alive = 0;
    const auto make = [&alive] { return completion::of<apply_liveness_token>({}, counted(&alive)); };
    {
        completion first = make();
        completion second = std::move(first);
        CHECK(alive == 1);
        first = make();
        CHECK(alive == 2);
        first = std::move(second);
        CHECK(alive == 1);
        first.complete(token_response);
        CHECK(alive == 0);
        second = make();
    }
    CHECK(alive == 0);
}

TEST_CASE("a handler may capture a pointer and a text, also where pointers have 32 bits") {
    std::string result;
    const auto handler = [&result, prefix = std::string("result of a call: ")](const token_result& token) {
        result = prefix + token->sdk_token.value_or("none");
    };
    completion::of<apply_liveness_token>({}, handler).complete(token_response);
    CHECK(result == "result of a call: t");
}

TEST_CASE("a handler may be a function, or have the strictest fundamental alignment") {
    static int calls = 0;
    calls = 0;
    completion::of<apply_liveness_token>({}, +[](const token_result&) { ++calls; }).cancel();
    CHECK(calls == 1);

    struct aligned_handler {
        alignas(std::max_align_t) int* calls;
        void operator()(token_result) { *calls += reinterpret_cast<std::uintptr_t>(this) % alignof(std::max_align_t) == 0 ? 1 : 100; }
    };
    completion call = completion::of<apply_liveness_token>({}, aligned_handler{&calls});
    completion moved = std::move(call);
    moved.cancel();
    CHECK(calls == 2);
}

TEST_CASE("a handler may destroy its completion") {
    for (bool (*end)(completion&) :
         {+[](completion& call) { return call.complete(token_response); }, +[](completion& call) { return call.cancel(); },
          +[](completion& call) { return call.fail(timeout); }}) {
        std::unique_ptr<completion> owner;
        int calls = 0;
        owner = std::make_unique<completion>(completion::of<apply_liveness_token>({}, [&owner, &calls](const token_result&) {
            owner.reset();
            ++calls;
        }));
        CHECK(end(*owner));
        CHECK(calls == 1);
    }
}

TEST_CASE("a completion has no call while its handler runs") {
    std::optional<completion> slot;
    int calls = 0;
    const auto handler = [&slot, &calls](const token_result&) {
        ++calls;
        CHECK_FALSE(*slot);
        CHECK_FALSE(slot->complete(token_response));
        CHECK_FALSE(slot->cancel());
    };
    slot.emplace(completion::of<apply_liveness_token>({}, handler));
    CHECK(slot->complete(token_response));
    CHECK(calls == 1);
}

TEST_CASE("a handler may assign another call to its completion") {
    result_log log;
    completion slot = log.call("other");
    slot = completion::of<apply_liveness_token>({}, [&](const token_result&) { slot = log.call("next"); });
    CHECK(slot.complete(token_response));
    CHECK(slot);
    CHECK(slot.complete(token_response));
    CHECK(log.results == lines{"other: " + std::string(abandoned), "next: token t"});
}

TEST_CASE("the handler of a call that an assignment abandons may replace or destroy the new call") {
    result_log log;
    const auto call_with = [](auto action) {
        return completion::of<apply_liveness_token>({}, [action](const token_result& result) {
            CHECK(line_of(result) == abandoned);
            action();
        });
    };
    completion slot = call_with([&] {
        CHECK(slot);
        slot = log.call("last");
    });
    slot = log.call("assigned");
    CHECK(log.results == lines{"assigned: " + std::string(abandoned)});
    CHECK(slot.complete(token_response));
    CHECK(log.results.back() == "last: token t");

    auto owner = std::make_unique<completion>(log.call());
    *owner = call_with([&] { owner.reset(); });
    *owner = log.call("in flight");
    CHECK(owner == nullptr);
    CHECK(log.results.back() == "in flight: " + std::string(abandoned));
}

#ifndef DOCTEST_CONFIG_NO_EXCEPTIONS
TEST_CASE("a call has ended even if its handler throws") {
    int calls = 0;
    completion call = completion::of<apply_liveness_token>({}, [&calls](const token_result&) {
        ++calls;
        throw std::runtime_error("handler");
    });
    CHECK_THROWS_AS(call.complete(token_response), std::runtime_error);
    CHECK_FALSE(call);
    CHECK_FALSE(call.cancel());
    CHECK(calls == 1);
}

namespace {

/// A value whose decoder throws std::bad_alloc while memory_is_short is set.
struct greedy_value {};
bool memory_is_short = false;

struct greedy_input {};
struct greedy_output {
    greedy_value value;
};

}  // namespace

template <>
struct tc3::value_codec<greedy_value> {
    static bool is_set(const greedy_value&) { return true; }
    static void write(encoder&, const greedy_value&) {}
    static void read(decoder& in, greedy_value&) {
        if (memory_is_short) throw std::bad_alloc();
        in.json().skip_value();
    }
};
template <>
inline constexpr tc3::action tc3::action_of<greedy_input>{"people", "2020-01-01", "Greedy"};
template <>
struct tc3::output_of<greedy_input> : std::type_identity<greedy_output> {};
template <>
inline constexpr auto tc3::fields_of<greedy_output> = tc3::field_table(tc3::field_of<&greedy_output::value>("Value"));

TEST_CASE("a call stays open if std::bad_alloc is thrown while its output is read") {
    const response response_with_value{200, R"({"Response":{"Value":1}})"};
    lines results;
    const auto handler = [&results](const tc3::call_result<greedy_input>& result) {
        results.push_back(result ? "output" : to_string(result.error()));
    };
    {
        completion call = completion::of<greedy_input>({}, handler);
        memory_is_short = true;
        CHECK_THROWS_AS(call.complete(response_with_value), std::bad_alloc);
        CHECK(call);
        CHECK(results.empty());
        memory_is_short = false;
        CHECK(call.complete(response_with_value));
        CHECK(results == lines{"output"});
    }
    {
        completion call = completion::of<greedy_input>({}, handler);
        memory_is_short = true;
        CHECK_THROWS_AS(call.complete(response_with_value), std::bad_alloc);
        memory_is_short = false;
    }
    CHECK(results == lines{"output", std::string(abandoned)});
}
#endif

#if TC3_TESTS_HAVE_THREADS
TEST_CASE("the handler runs on the thread that completes the call") {
    std::thread::id handler_thread;
    lines results;
    completion call = completion::of<apply_liveness_token>(request_of(long_host), [&](const token_result& result) {
        handler_thread = std::this_thread::get_id();
        results.push_back(line_of(result));
    });
    std::thread worker([call = std::move(call)]() mutable {
        const bool same = call.request().host == long_host;
        call.complete(same ? token_response : response{500, ""});
    });
    const std::thread::id worker_thread = worker.get_id();
    worker.join();
    CHECK(results == lines{"token t"});
    CHECK(handler_thread == worker_thread);
}
#endif

// ---- random operations --------------------------------------------------------------------------------------------------------

namespace {

/// Runs random operations on four completions, within their handlers too, and counts the calls of each handler.
class random_operations {
public:
    explicit random_operations(std::uint64_t seed) : random_(seed) {}

    void run(int steps) {
        steps_left_ = steps;
        while (steps_left_ > 0) step();
        for (slot& each : slots_) drop(each);
    }
    [[nodiscard]] const std::vector<int>& calls_of_each() const { return calls_of_each_; }

private:
    using slot = std::optional<completion>;

    completion make() {
        const std::size_t number = calls_of_each_.size();
        calls_of_each_.push_back(0);
        return completion::of<apply_liveness_token>(request_of(number % 2 != 0 ? short_host : long_host),
                                                    [this, number, owned = std::make_unique<std::size_t>(number)](const token_result&) {
                                                        calls_of_each_[number] += *owned == number ? 1 : 100;
                                                        if (random_.flip()) step();
                                                    });
    }
    /// Takes the call out of its slot before its handler runs, as a queue has to.
    static void drop(slot& full) { const slot abandoned_call = std::exchange(full, std::nullopt); }
    slot& any() { return slots_[random_.number(0, slots_.size() - 1)]; }

    void step() {
        if (--steps_left_ <= 0) return;
        slot& one = any();
        slot& other = any();
        switch (random_.number(0, 7)) {
            case 0: one = make(); break;
            case 1:
                if (other) one = std::move(other);
                break;
            case 2: drop(one); break;
            case 3:
                if (one) one->cancel();
                break;
            case 4:
                if (one) one->fail(timeout);
                break;
            case 5:
                if (one) one->complete(token_response);
                break;
            case 6:
                if (one && other) *one = std::move(*other);
                break;
            default:
                if (!one) one = make();
                break;
        }
    }

    support::random_input random_;
    int steps_left_ = 0;
    std::vector<int> calls_of_each_;
    std::array<slot, 4> slots_;
};

}  // namespace

TEST_CASE("each handler runs once, whatever is done to completions and within handlers") {
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        CAPTURE(seed);
        random_operations operations(seed);
        operations.run(200);
        CHECK(operations.calls_of_each() == std::vector<int>(operations.calls_of_each().size(), 1));
    }
}
