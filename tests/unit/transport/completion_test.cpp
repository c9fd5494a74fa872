// SPDX-License-Identifier: MIT
// completion: whatever becomes of it, and in whichever order, its handler is called once, and told the truth.
#include "../../support/exchange.hpp"
#include "../../support/random.hpp"
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

using outcome = tc3::call_result<apply_liveness_token>;

namespace {

const response answered{200, R"({"Response":{"SdkToken":"t","RequestId":"1"}})"};
const tc3::transport_error timeout{28, "Timeout was reached"};
constexpr std::string_view abandoned = "transport: call was dropped by the transport without an outcome";
constexpr std::string_view cancelled = "transport: call was cancelled";

std::string line_of(const outcome& what) { return what ? "token " + what->sdk_token.value_or("none") : to_string(what.error()); }

using lines = std::vector<std::string>;

/// Makes completions and writes down what their handlers are told.
struct listener {
    lines told;

    completion call() {
        return completion::of<apply_liveness_token>({}, [this](const outcome& what) { told.push_back(line_of(what)); });
    }
    completion call(std::string name) {
        return completion::of<apply_liveness_token>(
            {}, [this, name = std::move(name)](const outcome& what) { told.push_back(name + ": " + line_of(what)); });
    }
};

tc3::http::request request_of(std::string_view host) {
    std::string text = "{}https";
    text.append(host).append("/");
    return {{.body = 2, .scheme = 5, .host = host.size(), .target = 1}, std::move(text)};
}

constexpr std::string_view short_host = "h";  // so short that its text lies within the request itself
constexpr std::string_view long_host = "a-host-whose-name-is-longer-than-any-string-keeps-in-place.tencentcloudapi.com";

}  // namespace

static_assert(std::is_nothrow_move_constructible_v<completion> && std::is_nothrow_move_assignable_v<completion>);
static_assert(!std::is_copy_constructible_v<completion> && !std::is_copy_assignable_v<completion>);
static_assert(sizeof(completion) <= sizeof(tc3::http::request) + completion::handler_size + 4 * sizeof(void*));
static_assert(!std::is_convertible_v<completion, bool>);

// ---- the endings ---------------------------------------------------------------------------------------------------------------

TEST_CASE("a handler is told how its call ended, and that alone") {
    struct ending {
        const char* name;
        bool (*end)(completion&);
        std::string_view told;
    };
    const ending endings[] = {
        {"an answer", [](completion& call) { return call.complete(answered); }, "token t"},
        {"an error of the service",
         [](completion& call) {
             return call.complete(
                 response{200, R"({"Response":{"Error":{"Code":"RequestLimitExceeded","Message":"slow"},"RequestId":"1"}})"});
         },
         "service: RequestLimitExceeded: slow (request id 1)"},
        {"a status", [](completion& call) { return call.complete(response{502, "<html>"}); }, "http: status 502"},
        {"no answer", [](completion& call) { return call.complete(response{200, "{}"}); },
         "response: ApplyLivenessToken: Response is empty or missing, at byte 2 of the body"},
        {"an error of the transport", [](completion& call) { return call.fail(timeout); }, "transport: error 28: Timeout was reached"},
        {"an error without text", [](completion& call) { return call.fail(tc3::transport_error{.code = -1}); }, "transport: error -1"},
        {"cancelled", [](completion& call) { return call.cancel(); }, cancelled},
    };
    for (const ending& each : endings) {
        CAPTURE(each.name);
        listener heard;
        {
            completion call = heard.call();
            CHECK(call);
            CHECK(each.end(call));
            CHECK(heard.told == lines{std::string(each.told)});
            CHECK_FALSE(call);
            for (const ending& again : endings) CHECK_FALSE(again.end(call));
        }
        CHECK(heard.told.size() == 1);
    }
}

TEST_CASE("a call that dies without an outcome is abandoned") {
    listener heard;
    static_cast<void>(heard.call());
    CHECK(heard.told == lines{std::string(abandoned)});
}

TEST_CASE("abandoned and cancelled calls fail at stage transport, on one line, as faults of the call") {
    const auto cause_of = [](auto end) {
        tc3::failure why;
        end(completion::of<apply_liveness_token>({}, [&why](const outcome& what) { why = what.error(); }));
        CHECK(why.stage == tc3::stage::transport);
        CHECK(why.reason.code == tc3::errc::none);
        CHECK(why.status == 0);
        CHECK(why.transport_code == 0);
        CHECK(why.message.empty());
        CHECK(to_string(why).find('\n') == std::string::npos);
        return why.interruption;
    };
    CHECK(cause_of([](completion) {}) == tc3::interruption::abandoned);
    CHECK(cause_of([](completion call) { call.cancel(); }) == tc3::interruption::cancelled);
}

TEST_CASE("text of a transport is kept up to a bound, and null is none") {
    struct c_error {
        int code;
        const char* message;
    };
    const std::string too_long(10000, 'x');
    const struct {
        c_error error;
        std::string kept;
    } cases[] = {
        {{7, nullptr}, ""}, {{7, "two\nlines"}, "two\nlines"}, {{7, too_long.c_str()}, std::string(tc3::longest_transport_message, 'x')}};
    for (const auto& each : cases) {
        tc3::failure why;
        completion::of<apply_liveness_token>({}, [&why](const outcome& what) { why = what.error(); }).fail(each.error);
        CHECK(why.message == each.kept);
        CHECK(why.transport_code == 7);
        CHECK(why.reason.code == errc::none);
        CHECK(to_string(why).find('\n') == std::string::npos);
    }
}

TEST_CASE("a response of any HTTP stack completes a call, and may die when it has") {
    struct engine_response {
        long status;
        std::vector<unsigned char> body;
    };
    std::optional<outcome> got;
    completion call = completion::of<apply_liveness_token>({}, [&got](outcome what) { got.emplace(std::move(what)); });
    const std::string body = R"({"Response":{"SdkToken":"a token that is longer than a string holds in place"}})";
    {
        const engine_response short_lived{200, {body.begin(), body.end()}};
        CHECK(call.complete(short_lived));
    }
    REQUIRE(got);
    CHECK(line_of(*got) == "token a token that is longer than a string holds in place");
}

// ---- moves ---------------------------------------------------------------------------------------------------------------------

TEST_CASE("a call moves with its completion, and what is left behind calls nobody") {
    listener heard;
    {
        completion first = heard.call();
        {
            completion second = std::move(first);
            CHECK(second);
            CHECK_FALSE(first);
            CHECK_FALSE(first.complete(answered));
            CHECK_FALSE(first.cancel());
            first = std::move(second);
            CHECK(first);
        }
        CHECK(heard.told.empty());
        CHECK(first.complete(answered));
    }
    CHECK(heard.told == lines{"token t"});
}

TEST_CASE("a completion that gets another call abandons its own") {
    listener heard;
    completion call = heard.call("old");
    call = heard.call("new");
    CHECK(heard.told == lines{"old: " + std::string(abandoned)});
    call.complete(answered);
    CHECK(heard.told == lines{"old: " + std::string(abandoned), "new: token t"});
    call = heard.call("newest");
    CHECK(heard.told.size() == 2);
}

TEST_CASE("a completion moved onto itself is as it was") {
    listener heard;
    completion call =
        completion::of<apply_liveness_token>(request_of(long_host), [&heard](const outcome& what) { heard.told.push_back(line_of(what)); });
    completion& same = call;
    call = std::move(same);
    CHECK(heard.told.empty());
    CHECK(call.request().host == long_host);
    CHECK(call.complete(answered));
    CHECK(heard.told == lines{"token t"});
}

TEST_CASE("completions may lie in a vector that grows and shrinks") {
    listener heard;
    std::vector<completion> queue;
    for (int i = 0; i < 20; ++i) queue.push_back(heard.call(std::to_string(i)));
    CHECK(heard.told.empty());
    queue.erase(queue.begin(), queue.begin() + 19);
    CHECK(heard.told.size() == 19);
    CHECK(queue.front().complete(answered));
    CHECK(heard.told.back() == "19: token t");
}

TEST_CASE("a request is the same after moves, be it so short that its text moves with it") {
    for (const std::string_view host : {short_host, long_host}) {
        const tc3::http::request original = request_of(host);
        const auto is_same = [&original](const tc3::http::request_view& request) {
            const auto expected = original.view();
            return request.host == expected.host && request.target == expected.target && request.scheme == expected.scheme &&
                   request.body == expected.body;
        };
        listener heard;
        auto first = std::make_unique<completion>(completion::of<apply_liveness_token>(original, [](const outcome&) {}));
        CHECK(is_same(first->request()));
        auto second = std::make_unique<completion>(std::move(*first));
        first.reset();
        CHECK(is_same(second->request()));
        auto third = std::make_unique<completion>(heard.call());
        *third = std::move(*second);
        second.reset();
        CHECK(is_same(third->request()));
        third->complete(answered);
        CHECK(is_same(third->request()));  // a transport may still be sending it
    }
}

TEST_CASE("what is left of a request that moved away is empty") {
    for (const std::string_view host : {short_host, long_host}) {
        completion first = completion::of<apply_liveness_token>(request_of(host), [](const outcome&) {});
        const completion second = std::move(first);
        CHECK(first.request().host.empty());
        CHECK(first.request().body.empty());
        CHECK(first.request().headers.empty());
    }
}

// ---- handlers ------------------------------------------------------------------------------------------------------------------

TEST_CASE("a handler may hold what can only be moved, up to its bound, and is destroyed once") {
    const auto alive = std::make_shared<int>(7);
    struct full {
        std::unique_ptr<int> owned;
        std::shared_ptr<int> shared;
        int* seen;
        std::array<char, completion::handler_size - 4 * sizeof(void*)> rest;

        void operator()(const outcome&) { *seen = *owned + *shared + rest.back(); }
    };
    static_assert(sizeof(full) == completion::handler_size);
    int seen = 0;
    const auto make = [&] {
        full handler{std::make_unique<int>(20), alive, &seen, {}};
        handler.rest.fill(1);
        return completion::of<apply_liveness_token>({}, std::move(handler));
    };
    {
        completion call = make();
        completion moved = std::move(call);
        call = std::move(moved);
        CHECK(alive.use_count() == 2);
        call.complete(answered);
        CHECK(alive.use_count() == 1);
    }
    CHECK(seen == 28);
    seen = 0;
    static_cast<void>(make());
    CHECK(seen == 28);
    CHECK(alive.use_count() == 1);
}

TEST_CASE("each object that a handler was moved to is destroyed") {
    struct counted {
        int* alive;
        explicit counted(int* counter) : alive(counter) { ++*alive; }
        counted(counted&& other) noexcept : alive(other.alive) { ++*alive; }
        ~counted() { --*alive; }
        void operator()(const outcome&) const {}
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
        first.complete(answered);
        CHECK(alive == 0);
        second = make();
    }
    CHECK(alive == 0);
}

TEST_CASE("a handler may be a function, and aligned as far as any object") {
    static int calls = 0;
    calls = 0;
    completion::of<apply_liveness_token>({}, +[](const outcome&) { ++calls; }).cancel();
    CHECK(calls == 1);

    struct aligned {
        alignas(std::max_align_t) int* calls;
        void operator()(outcome) { *calls += reinterpret_cast<std::uintptr_t>(this) % alignof(std::max_align_t) == 0 ? 1 : 100; }
    };
    completion call = completion::of<apply_liveness_token>({}, aligned{&calls});
    completion moved = std::move(call);
    moved.cancel();
    CHECK(calls == 2);
}

TEST_CASE("a completion may die within its own handler") {
    using owner = std::unique_ptr<completion>;
    for (bool (*end)(completion&) :
         {+[](completion& call) { return call.complete(answered); }, +[](completion& call) { return call.cancel(); },
          +[](completion& call) { return call.fail(timeout); }}) {
        owner queue;
        int calls = 0;
        queue = std::make_unique<completion>(completion::of<apply_liveness_token>({}, [&queue, &calls](const outcome&) {
            queue.reset();
            ++calls;
        }));
        CHECK(end(*queue));
        CHECK(calls == 1);
    }
}

TEST_CASE("a completion within its own handler has no call any more") {
    std::optional<completion> slot;
    int calls = 0;
    const auto handler = [&slot, &calls](const outcome&) {
        ++calls;
        CHECK_FALSE(*slot);
        CHECK_FALSE(slot->complete(answered));
        CHECK_FALSE(slot->cancel());
    };
    slot.emplace(completion::of<apply_liveness_token>({}, handler));
    CHECK(slot->complete(answered));
    CHECK(calls == 1);
}

TEST_CASE("a completion may be given another call within its own handler") {
    listener heard;
    completion slot = heard.call("other");
    slot = completion::of<apply_liveness_token>({}, [&](const outcome&) { slot = heard.call("next"); });
    CHECK(slot.complete(answered));
    CHECK(slot);
    CHECK(slot.complete(answered));
    CHECK(heard.told == lines{"other: " + std::string(abandoned), "next: token t"});
}

TEST_CASE("a handler abandoned by an assignment finds the new call, and may replace it or destroy it") {
    listener heard;
    const auto old = [](auto handler) {
        return completion::of<apply_liveness_token>({}, [handler](const outcome& what) {
            CHECK(line_of(what) == abandoned);
            handler();
        });
    };
    completion slot = old([&] {
        CHECK(slot);
        slot = heard.call("last");
    });
    slot = heard.call("assigned");
    CHECK(heard.told == lines{"assigned: " + std::string(abandoned)});
    CHECK(slot.complete(answered));
    CHECK(heard.told.back() == "last: token t");

    auto owner = std::make_unique<completion>(heard.call());
    *owner = old([&] { owner.reset(); });
    *owner = heard.call("in flight");
    CHECK(owner == nullptr);
    CHECK(heard.told.back() == "in flight: " + std::string(abandoned));
}

TEST_CASE("a handler that throws has ended its call") {
    int calls = 0;
    completion call = completion::of<apply_liveness_token>({}, [&calls](const outcome&) {
        ++calls;
        throw std::runtime_error("handler");
    });
    CHECK_THROWS_AS(call.complete(answered), std::runtime_error);
    CHECK_FALSE(call);
    CHECK_FALSE(call.cancel());
    CHECK(calls == 1);
}

namespace {

/// A value that finds no memory as long as it is told so.
struct greedy {};
bool memory_is_short = false;

struct greedy_question {};
struct greedy_output {
    greedy value;
};

}  // namespace

template <>
struct tc3::value_codec<greedy> {
    static bool is_set(const greedy&) { return true; }
    static void write(encoder&, const greedy&) {}
    static void read(decoder& in, greedy&) {
        if (memory_is_short) throw std::bad_alloc();
        in.json().skip_value();
    }
};
template <>
inline constexpr tc3::action tc3::action_of<greedy_question>{"people", "2020-01-01", "Greedy"};
template <>
struct tc3::output_of<greedy_question> : std::type_identity<greedy_output> {};
template <>
inline constexpr auto tc3::fields_of<greedy_output> = tc3::field_table(tc3::field_of<&greedy_output::value>("Value"));

TEST_CASE("a call whose answer finds no memory stays open") {
    const response large{200, R"({"Response":{"Value":1}})"};
    lines told;
    const auto handler = [&told](const tc3::call_result<greedy_question>& what) {
        told.push_back(what ? "answer" : to_string(what.error()));
    };
    {
        completion call = completion::of<greedy_question>({}, handler);
        memory_is_short = true;
        CHECK_THROWS_AS(call.complete(large), std::bad_alloc);
        CHECK(call);
        CHECK(told.empty());
        memory_is_short = false;
        CHECK(call.complete(large));
        CHECK(told == lines{"answer"});
    }
    {
        completion call = completion::of<greedy_question>({}, handler);
        memory_is_short = true;
        CHECK_THROWS_AS(call.complete(large), std::bad_alloc);
        memory_is_short = false;
    }
    CHECK(told == lines{"answer", std::string(abandoned)});
}

TEST_CASE("another thread may complete, and the handler runs there") {
    std::thread::id ran_in;
    lines told;
    completion call = completion::of<apply_liveness_token>(request_of(long_host), [&](const outcome& what) {
        ran_in = std::this_thread::get_id();
        told.push_back(line_of(what));
    });
    std::thread worker([call = std::move(call)]() mutable {
        const bool same = call.request().host == long_host;
        call.complete(same ? answered : response{500, ""});
    });
    const std::thread::id id = worker.get_id();
    worker.join();
    CHECK(told == lines{"token t"});
    CHECK(ran_in == id);
}

// ---- all of it, in any order ---------------------------------------------------------------------------------------------------

namespace {

/// Does anything to a few completions, from within their handlers too.
class chaos {
public:
    explicit chaos(std::uint64_t seed) : random_(seed) {}

    void run(int steps) {
        steps_left_ = steps;
        while (steps_left_ > 0) step();
        for (place& each : slots_) drop(each);
    }
    [[nodiscard]] const std::vector<int>& calls_of_each() const { return calls_of_each_; }

private:
    using place = std::optional<completion>;

    completion make() {
        const std::size_t number = calls_of_each_.size();
        calls_of_each_.push_back(0);
        return completion::of<apply_liveness_token>(request_of(number % 2 != 0 ? short_host : long_host),
                                                    [this, number, owned = std::make_unique<std::size_t>(number)](const outcome&) {
                                                        calls_of_each_[number] += *owned == number ? 1 : 100;
                                                        if (random_.flip()) step();
                                                    });
    }
    /// As a queue has to: the call leaves its place before its handler runs.
    static void drop(place& from) { const place taken = std::exchange(from, std::nullopt); }
    place& any() { return slots_[random_.number(0, slots_.size() - 1)]; }

    void step() {
        if (--steps_left_ <= 0) return;
        place& one = any();
        place& other = any();
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
                if (one) one->complete(answered);
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
    std::array<place, 4> slots_;
};

}  // namespace

TEST_CASE("whatever is done to completions, and from within handlers, each handler is called once") {
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        CAPTURE(seed);
        chaos world(seed);
        world.run(200);
        CHECK(world.calls_of_each() == std::vector<int>(world.calls_of_each().size(), 1));
    }
}
