// SPDX-License-Identifier: MIT
// call_async: an input goes out, and its outcome comes back once, from whatever kind of transport and whenever that likes.
#include "../../support/every_kind.hpp"
#include "../../support/exchange.hpp"
#include "../../support/policies.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using support::response;
using support::sample_profile;
using support::sample_time;
using tc3::completion;
using tc3::errc;
using tc3::interruption;
using tc3::stage;
using tc3::faceid::apply_liveness_token;

using outcome = tc3::call_result<apply_liveness_token>;

namespace {

const response answered{200, R"({"Response":{"SdkToken":"t","RequestId":"1"}})"};

/// Keeps what it is told, and how often.
struct listener {
    std::vector<outcome> told;

    auto handler() {
        return [this](outcome what) { told.push_back(std::move(what)); };
    }
    [[nodiscard]] bool got_token(const std::string& token) const { return told.size() == 1 && told[0] && told[0]->sdk_token == token; }
    [[nodiscard]] const tc3::failure& only_failure() const {
        REQUIRE(told.size() == 1);
        REQUIRE_FALSE(told[0]);
        return told[0].error();
    }
};

/// Keeps its calls until it is told what to do with them.
struct queue_transport {
    std::deque<completion> calls;
    std::size_t sent = 0;

    void operator()(completion call) {
        ++sent;
        calls.push_back(std::move(call));
    }
    completion take() {
        completion call = std::move(calls.front());
        calls.pop_front();
        return call;
    }
};

void complete_at_once(completion call) { call.complete(answered); }

/// All that a request says, in one text.
std::string text_of(const tc3::http::request_view& request) {
    std::string text;
    request.url(text);
    text.append("\n").append(request.connect_to).append("\n");
    write_head(text, request);
    return text.append(request.body);
}

}  // namespace

// ---- transports ----------------------------------------------------------------------------------------------------------------

TEST_CASE("a question becomes an answer when the transport completes it") {
    queue_transport transport;
    listener heard;
    tc3::call_async(transport, apply_liveness_token{.secure_level = "4"}, sample_profile(), sample_time, heard.handler());
    CHECK(heard.told.empty());
    CHECK(transport.take().complete(answered));
    CHECK(heard.got_token("t"));
}

TEST_CASE("the request is that of a call that waits") {
    const tc3::request_options ways[] = {{}, {.method = tc3::http::method::get}, {.sign_action = true}, {.skip_authorization = true}};
    for (const tc3::request_options& options : ways) {
        const auto expected = tc3::make_request(apply_liveness_token{.secure_level = "4"}, sample_profile(), sample_time, options);
        REQUIRE(expected);
        std::string sent;
        const auto transport = [&sent](const completion& call) { sent = text_of(call.request()); };
        tc3::call_async(
            transport, apply_liveness_token{.secure_level = "4"}, sample_profile(), sample_time, [](const outcome&) {}, options);
        CHECK(sent == text_of(expected->view()));
    }
}

TEST_CASE("a transport may be a function, an object behind an interface, or a temporary") {
    SUBCASE("a function, which completes at once") {
        listener heard;
        tc3::call_async(complete_at_once, apply_liveness_token{}, sample_profile(), sample_time, heard.handler());
        CHECK(heard.got_token("t"));
    }
    SUBCASE("an interface of an engine, which knows nothing of questions") {
        struct my_transport {
            virtual void send(completion) = 0;

        protected:
            ~my_transport() = default;
        };
        struct my_queue final : my_transport {
            std::optional<completion> kept;
            void send(completion call) override { kept.emplace(std::move(call)); }
        } queue;
        my_transport& transport = queue;
        listener heard;
        const auto send = [&transport](completion call) { transport.send(std::move(call)); };
        tc3::call_async(send, apply_liveness_token{}, sample_profile(), sample_time, heard.handler());
        CHECK(heard.told.empty());
        CHECK(queue.kept->complete(answered));
        CHECK(heard.got_token("t"));
    }
    SUBCASE("a temporary that drops what it is given") {
        listener heard;
        tc3::call_async(queue_transport{}, apply_liveness_token{}, sample_profile(), sample_time, heard.handler());
        CHECK(heard.only_failure().interruption == interruption::abandoned);
    }
    SUBCASE("one that takes a reference and does nothing") {
        listener heard;
        tc3::call_async([](const completion&) {}, apply_liveness_token{}, sample_profile(), sample_time, heard.handler());
        CHECK(heard.only_failure().interruption == interruption::abandoned);
    }
}

TEST_CASE("a transport that throws has dropped the call, or kept it, and its exception passes through") {
    listener heard;
    const auto ask = [&heard](auto&& transport) {
        CHECK_THROWS_AS(tc3::call_async(transport, apply_liveness_token{}, sample_profile(), sample_time, heard.handler()),
                        std::runtime_error);
    };
    SUBCASE("it kept nothing") {
        ask([](const completion&) { throw std::runtime_error("no connection"); });
        CHECK(heard.only_failure().interruption == interruption::abandoned);
        CHECK(heard.only_failure().stage == stage::transport);
    }
    SUBCASE("it moved the call to where the exception passes by") {
        ask([](completion call) {
            const completion mine = std::move(call);
            throw std::runtime_error("no connection");
        });
        CHECK(heard.only_failure().interruption == interruption::abandoned);
    }
    SUBCASE("it kept the call") {
        queue_transport queue;
        ask([&queue](completion call) {
            queue(std::move(call));
            throw std::runtime_error("queue is long");
        });
        CHECK(heard.told.empty());
        CHECK(queue.take().complete(answered));
        CHECK(heard.got_token("t"));
    }
    SUBCASE("it had completed the call") {
        ask([](completion call) {
            call.complete(answered);
            throw std::runtime_error("afterwards");
        });
        CHECK(heard.got_token("t"));
    }
}

TEST_CASE("many threads complete calls of one caller, each once") {
    constexpr int count = 20;
    std::vector<int> tokens(count, 0);
    std::vector<std::thread> workers;
    const auto transport = [&workers](completion call) {
        workers.emplace_back(
            [call = std::move(call)]() mutable { call.complete(call.request().body.empty() ? response{500, ""} : answered); });
    };
    for (int& token : tokens) {
        tc3::call_async(transport, apply_liveness_token{}, sample_profile(), sample_time,
                        [&token](const outcome& what) { token += what && what->sdk_token == "t" ? 1 : 100; });
    }
    for (std::thread& worker : workers) worker.join();
    CHECK(tokens == std::vector<int>(count, 1));
}

// ---- what can't be sent --------------------------------------------------------------------------------------------------------

TEST_CASE("what can't be sent is told at once, and the transport never sees it") {
    queue_transport transport;
    const auto refused = [&transport](const auto& input, const tc3::client_profile_view& profile, const tc3::request_options& options) {
        int calls = 0;
        tc3::failure why;
        const auto handler = [&](const auto& what) {
            ++calls;
            why = what.error();
        };
        tc3::call_async(transport, input, profile, sample_time, handler, options);
        CHECK(calls == 1);
        CHECK(transport.sent == 0);
        CHECK(why.stage == stage::request);
        return why;
    };
    CHECK(refused(support::every_kind{}, sample_profile(), {}).field == "Needed");
    CHECK(refused(apply_liveness_token{}, {.credential = {"id", "key\n"}, .region = "r"}, {}).reason.code == errc::untrimmed);
    CHECK(refused(apply_liveness_token{.secure_level = "\xff"}, sample_profile(), {}).reason.code == errc::invalid_utf8);

    const tc3::failure streamed = refused(apply_liveness_token{}, sample_profile(), {.stream_body = true});
    CHECK(streamed.reason.code == errc::not_allowed);
    CHECK(streamed.reason.part == "body");
}

TEST_CASE("a policy or signer that fails is told at once") {
    queue_transport transport;
    listener heard;
    tc3::call_async(transport, apply_liveness_token{}, sample_profile(), sample_time, heard.handler(), {}, support::failing_policy(3));
    CHECK(heard.only_failure().reason.code == errc::crypto_failed);
    CHECK(transport.sent == 0);
}

// ---- lifetimes -----------------------------------------------------------------------------------------------------------------

TEST_CASE("question, profile, options and policy may die as soon as the call is on its way") {
    queue_transport transport;
    listener heard;
    std::string expected;
    {
        auto input = std::make_unique<apply_liveness_token>(apply_liveness_token{.secure_level = "4"});
        auto profile = std::make_unique<tc3::client_profile>();
        profile->credential = {std::string(support::secret_id), support::secret_key, support::session_token};
        profile->region = "ap-singapore-and-more-than-a-string-keeps-in-place";
        profile->connect_to = "a-connection-longer-than-a-string-keeps-in-place:443";
        auto path = std::make_unique<std::string>("/a/path/longer/than/a/string/keeps/in/place");
        auto options = std::make_unique<tc3::request_options>(tc3::request_options{.path = *path, .trace_id = "trace"});
        auto policy = std::make_unique<support::single_state_policy>();
        const auto request = tc3::make_request(*input, *profile, sample_time, *options);
        REQUIRE(request);
        expected = text_of(request->view());
        tc3::call_async(transport, *input, *profile, sample_time, heard.handler(), *options, *policy);
        CHECK(policy->hashes() > 0);
        CHECK_FALSE(policy->open());
    }
    completion call = transport.take();
    CHECK(text_of(call.request()) == expected);
    CHECK(call.complete(answered));
    CHECK(heard.got_token("t"));
}

TEST_CASE("a handler that holds what can only be moved is moved, and destroyed with its call") {
    const auto alive = std::make_shared<int>(0);
    queue_transport transport;
    tc3::call_async(transport, apply_liveness_token{}, sample_profile(), sample_time,
                    [owned = std::make_unique<int>(1), alive](const outcome& what) { *alive += what ? *owned : 100; });
    CHECK(alive.use_count() == 2);
    transport.take().complete(answered);
    CHECK(*alive == 1);
    CHECK(alive.use_count() == 1);
}

// ---- handlers that go on -------------------------------------------------------------------------------------------------------

TEST_CASE("a handler may ask again, over the transport that is just telling it") {
    struct repeated {
        queue_transport& transport;
        std::vector<std::string> told = {};

        void ask() {
            tc3::call_async(transport, apply_liveness_token{}, sample_profile(), sample_time, [this](const outcome& what) {
                told.push_back(what ? "answer" : to_string(what.error()));
                if (told.size() < 4) ask();
            });
        }
    };
    queue_transport transport;
    repeated asking{transport};
    asking.ask();
    CHECK(transport.take().fail(tc3::transport_error{28, "Timeout was reached"}));
    CHECK(transport.take().complete(response{200, "<html>"}));
    CHECK(transport.take().cancel());
    CHECK(transport.take().complete(answered));
    CHECK(transport.calls.empty());
    CHECK(asking.told == std::vector<std::string>{"transport: error 28: Timeout was reached",
                                                  "response: ApplyLivenessToken: body is not JSON, at byte 0",
                                                  "transport: call was cancelled", "answer"});
}

TEST_CASE("a handler may destroy the transport that is telling it") {
    auto transport = std::make_unique<queue_transport>();
    int calls = 0;
    for (int i = 0; i < 2; ++i) {
        tc3::call_async(*transport, apply_liveness_token{}, sample_profile(), sample_time, [&transport, &calls](const outcome& what) {
            ++calls;
            if (what) transport.reset();  // the other call is abandoned
        });
    }
    transport->take().complete(answered);
    CHECK(calls == 2);
    CHECK(transport == nullptr);
}

// ---- signatures from elsewhere -------------------------------------------------------------------------------------------------

TEST_CASE("a signer that keeps the key elsewhere signs a call") {
    struct remote_signer {
        [[nodiscard]] std::string secret_id() const { return "AKIDremote"; }
        tc3::result<tc3::signing::signature, tc3::error> sign(const tc3::signing::signing_request&) {
            if (fails) return tc3::unexpected(tc3::error{.code = errc::signer_failed, .part = "signature"});
            return tc3::signing::signature{};
        }
        bool fails = false;
    };
    const tc3::client_profile_view profile{.credential = {}, .region = "ap-singapore"};
    queue_transport transport;
    listener heard;
    tc3::call_async(transport, apply_liveness_token{}, profile, sample_time, heard.handler(), {}, remote_signer{});
    completion call = transport.take();
    CHECK(call.request().headers.value_of("Authorization").starts_with("TC3-HMAC-SHA256 Credential=AKIDremote/2019-02-25/faceid/"));
    CHECK(call.request().headers.value_of("Authorization").ends_with(std::string(64, '0')));
    call.complete(answered);
    CHECK(heard.got_token("t"));

    listener failed;
    tc3::call_async(transport, apply_liveness_token{}, profile, sample_time, failed.handler(), {}, remote_signer{.fails = true});
    CHECK(failed.only_failure().reason.code == errc::signer_failed);
    CHECK(transport.sent == 1);
}

TEST_CASE("a request that got its signature later is sent as any other") {
    auto prepared = tc3::prepare_request(apply_liveness_token{}, sample_profile(), sample_time);
    REQUIRE(prepared);
    queue_transport transport;
    listener heard;
    tc3::send_async<apply_liveness_token>(transport, attach(*std::move(prepared), tc3::signing::signature{}), heard.handler());
    completion call = transport.take();
    CHECK(call.request().headers.value_of("Authorization").ends_with("Signature=" + std::string(64, '0')));
    CHECK(call.complete(answered));
    CHECK(heard.got_token("t"));
}

TEST_CASE("a request that was not made is told, not sent") {
    queue_transport transport;
    listener heard;
    auto not_made = tc3::make_request(apply_liveness_token{}, tc3::client_profile_view{}, sample_time);
    tc3::send_async<apply_liveness_token>(transport, std::move(not_made), heard.handler());
    CHECK(heard.only_failure().stage == stage::request);
    CHECK(transport.sent == 0);
}
