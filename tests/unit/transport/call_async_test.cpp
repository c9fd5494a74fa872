// SPDX-License-Identifier: MIT
// call_async() and send_async(): one request for each call, and one result for its handler, over transports of all kinds.
#include "../../support/every_kind.hpp"
#include "../../support/exchange.hpp"
#include "../../support/policies.hpp"
#include "../../support/request_text.hpp"
#include "../../support/signers.hpp"
#include "../../support/threads.hpp"
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

using support::all_parts;
using support::response;
using support::sample_profile;
using support::sample_time;
using tc3::completion;
using tc3::errc;
using tc3::interruption;
using tc3::stage;
using tc3::faceid::apply_liveness_token;

using token_result = tc3::call_result<apply_liveness_token>;

namespace {

const response token_response{200, R"({"Response":{"SdkToken":"t","RequestId":"1"}})"};

/// Keeps the results that its handlers get.
struct result_log {
    std::vector<token_result> results;

    auto handler() {
        return [this](token_result result) { results.push_back(std::move(result)); };
    }
    [[nodiscard]] bool has_only_token(const std::string& token) const {
        return results.size() == 1 && results[0] && results[0]->sdk_token == token;
    }
    [[nodiscard]] const tc3::failure& only_failure() const {
        REQUIRE(results.size() == 1);
        REQUIRE_FALSE(results[0]);
        return results[0].error();
    }
};

/// Keeps its calls until the test takes them.
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

void complete_at_once(completion call) { call.complete(token_response); }

}  // namespace

// ---- transports ---------------------------------------------------------------------------------------------------------------

TEST_CASE("call_async() returns at once; the handler gets the output when the transport completes the call") {
    queue_transport transport;
    result_log log;
    tc3::call_async(transport, apply_liveness_token{.secure_level = "4"}, sample_profile(), sample_time, {}, log.handler());
    CHECK(log.results.empty());
    CHECK(transport.take().complete(token_response));
    CHECK(log.has_only_token("t"));
}

TEST_CASE("call_async() sends the request of make_request(), for all options") {
    const tc3::request_options all_options[] = {
        {}, {.method = tc3::http::method::get}, {.sign_action = true}, {.skip_authorization = true}};
    for (const tc3::request_options& options : all_options) {
        const auto expected = tc3::make_request(apply_liveness_token{.secure_level = "4"}, sample_profile(), sample_time, options);
        REQUIRE(expected);
        std::string sent;
        const auto transport = [&sent](const completion& call) { sent = all_parts(call.request()); };
        tc3::call_async(transport, apply_liveness_token{.secure_level = "4"}, sample_profile(), sample_time, options,
                        [](const token_result&) {});
        CHECK(sent == all_parts(expected->view()));
    }
}

TEST_CASE("a transport may be a function, a virtual function, a temporary, or a lambda that takes a reference") {
    SUBCASE("a function that completes the call at once") {
        result_log log;
        tc3::call_async(complete_at_once, apply_liveness_token{}, sample_profile(), sample_time, {}, log.handler());
        CHECK(log.has_only_token("t"));
    }
    SUBCASE("a virtual function, since completion is one type for all inputs") {
        struct my_http {
            virtual void send(completion) = 0;

        protected:
            ~my_http() = default;
        };
        struct my_http_queue final : my_http {
            std::optional<completion> call;
            void send(completion sent) override { call.emplace(std::move(sent)); }
        } queue;
        my_http& http = queue;
        result_log log;
        const auto send = [&http](completion call) { http.send(std::move(call)); };
        tc3::call_async(send, apply_liveness_token{}, sample_profile(), sample_time, {}, log.handler());
        CHECK(log.results.empty());
        CHECK(queue.call->complete(token_response));
        CHECK(log.has_only_token("t"));
    }
    SUBCASE("a temporary that drops the call") {
        result_log log;
        tc3::call_async(queue_transport{}, apply_liveness_token{}, sample_profile(), sample_time, {}, log.handler());
        CHECK(log.only_failure().interruption == interruption::abandoned);
    }
    SUBCASE("a lambda that takes a reference and does nothing") {
        result_log log;
        tc3::call_async([](const completion&) {}, apply_liveness_token{}, sample_profile(), sample_time, {}, log.handler());
        CHECK(log.only_failure().interruption == interruption::abandoned);
    }
}

#ifndef DOCTEST_CONFIG_NO_EXCEPTIONS
TEST_CASE("an exception of the transport leaves call_async(), after the handler ran if the transport dropped the call") {
    result_log log;
    const auto call_over = [&log](auto&& transport) {
        CHECK_THROWS_AS(tc3::call_async(transport, apply_liveness_token{}, sample_profile(), sample_time, {}, log.handler()),
                        std::runtime_error);
    };
    SUBCASE("the transport dropped the call") {
        call_over([](const completion&) { throw std::runtime_error("no connection"); });
        CHECK(log.only_failure().interruption == interruption::abandoned);
        CHECK(log.only_failure().stage == stage::transport);
    }
    SUBCASE("the transport moved the call into a local object") {
        call_over([](completion call) {
            const completion local = std::move(call);
            throw std::runtime_error("no connection");
        });
        CHECK(log.only_failure().interruption == interruption::abandoned);
    }
    SUBCASE("the transport kept the call") {
        queue_transport queue;
        call_over([&queue](completion call) {
            queue(std::move(call));
            throw std::runtime_error("queue is long");
        });
        CHECK(log.results.empty());
        CHECK(queue.take().complete(token_response));
        CHECK(log.has_only_token("t"));
    }
    SUBCASE("the transport completed the call") {
        call_over([](completion call) {
            call.complete(token_response);
            throw std::runtime_error("afterwards");
        });
        CHECK(log.has_only_token("t"));
    }
}
#endif

#ifndef DOCTEST_CONFIG_NO_EXCEPTIONS
TEST_CASE("an exception of a signer or policy leaves call_async() after the handler got a failure, and nothing is sent") {
    struct throwing_signer {
        [[nodiscard]] std::string_view secret_id() const { return "id"; }
        tc3::result<tc3::signing::signature, tc3::error> sign(const tc3::signing::signer_input&) { throw std::runtime_error("no token"); }
    };
    queue_transport transport;
    throwing_signer signer;
    std::vector<std::string> lines;
    const auto alive = std::make_shared<int>(0);
    CHECK_THROWS_WITH_AS(tc3::call_async(transport, apply_liveness_token{}, sample_profile(), sample_time, {.signer = signer},
                                         [&lines, alive](const token_result& result) { lines.push_back(to_string(result.error())); }),
                         "no token", std::runtime_error);
    CHECK(lines == std::vector<std::string>{"request: an exception was thrown before the request was made"});
    CHECK(transport.sent == 0);
    CHECK(alive.use_count() == 1);  // the handler is destroyed
}
#endif

#if TC3_TESTS_HAVE_THREADS
TEST_CASE("calls may be completed on many threads, each once") {
    constexpr int count = 20;
    std::vector<int> tokens(count, 0);
    std::vector<std::thread> workers;
    const auto transport = [&workers](completion call) {
        workers.emplace_back(
            [call = std::move(call)]() mutable { call.complete(call.request().body.empty() ? response{500, ""} : token_response); });
    };
    for (int& token : tokens) {
        tc3::call_async(transport, apply_liveness_token{}, sample_profile(), sample_time, {},
                        [&token](const token_result& result) { token += result && result->sdk_token == "t" ? 1 : 100; });
    }
    for (std::thread& worker : workers) worker.join();
    CHECK(tokens == std::vector<int>(count, 1));
}
#endif

// ---- requests that cannot be sent ---------------------------------------------------------------------------------------------

TEST_CASE("the handler runs at once if there is no request to send, and the transport is not called") {
    queue_transport transport;
    const auto failure_of = [&transport](const auto& input, const tc3::client_profile_view& profile, const tc3::request_options& options) {
        int calls = 0;
        tc3::failure failed;
        const auto handler = [&](const auto& result) {
            ++calls;
            failed = result.error();
        };
        tc3::call_async(transport, input, profile, sample_time, options, handler);
        CHECK(calls == 1);
        CHECK(transport.sent == 0);
        CHECK(failed.stage == stage::request);
        return failed;
    };
    CHECK(failure_of(support::every_kind{}, sample_profile(), {}).field == "Needed");
    CHECK(failure_of(apply_liveness_token{}, {.credential = {"id", "key\n"}, .region = "r"}, {}).reason.code == errc::untrimmed);
    CHECK(failure_of(apply_liveness_token{.secure_level = "\xff"}, sample_profile(), {}).reason.code == errc::invalid_utf8);

    const tc3::failure streamed = failure_of(apply_liveness_token{}, sample_profile(), {.stream_body = true});
    CHECK(streamed.reason.code == errc::not_allowed);
    CHECK(streamed.reason.part == "body");
}

TEST_CASE("the handler gets the error of a policy that fails") {
    queue_transport transport;
    result_log log;
    support::failing_policy policy(3);
    tc3::call_async(transport, apply_liveness_token{}, sample_profile(), sample_time, {.hash = policy}, log.handler());
    CHECK(log.only_failure().reason.code == errc::crypto_failed);
    CHECK(transport.sent == 0);
}

TEST_CASE("call_async() takes an action with JSON; its handler gets an envelope that owns its payload") {
    queue_transport transport;
    std::string payload;
    constexpr tc3::action describe_zones{"cvm", "2017-03-12", "DescribeZones"};
    tc3::call_async(transport, {describe_zones, std::string("{}")}, sample_profile(), sample_time, {},
                    [&payload](const tc3::result<tc3::owned_envelope, tc3::failure>& result) { payload = result->payload; });
    completion call = transport.take();
    CHECK(call.request().headers.value_of("X-TC-Action") == "DescribeZones");
    CHECK(call.complete(response{200, R"({"Response":{"RequestId":"1"}})"}));
    CHECK(payload == R"({"RequestId":"1"})");
}

// ---- lifetimes ----------------------------------------------------------------------------------------------------------------

TEST_CASE("input, profile, options and policy need not outlive call_async()") {
    queue_transport transport;
    result_log log;
    std::string expected;
    {
        auto input = std::make_unique<apply_liveness_token>(apply_liveness_token{.secure_level = "4"});
        auto profile = std::make_unique<tc3::client_profile>();
        profile->credential = {std::string(support::secret_id), support::secret_key, support::session_token};
        profile->region = "ap-singapore-and-more-than-a-string-keeps-in-place";
        profile->connect_to = "a-connection-longer-than-a-string-keeps-in-place:443";
        auto path = std::make_unique<std::string>("/a/path/longer/than/a/string/keeps/in/place");
        auto policy = std::make_unique<support::single_state_policy>();
        auto options = std::make_unique<tc3::request_options>(tc3::request_options{.path = *path, .trace_id = "trace", .hash = *policy});
        const auto request = tc3::make_request(*input, *profile, sample_time, {.path = *path, .trace_id = "trace"});
        REQUIRE(request);
        expected = all_parts(request->view());
        tc3::call_async(transport, *input, *profile, sample_time, *options, log.handler());
        CHECK(policy->hashes() > 0);
        CHECK_FALSE(policy->open());
    }
    completion call = transport.take();
    CHECK(all_parts(call.request()) == expected);
    CHECK(call.complete(token_response));
    CHECK(log.has_only_token("t"));
}

TEST_CASE("a handler may capture objects that can only be moved; it is destroyed when its call has ended") {
    const auto alive = std::make_shared<int>(0);
    queue_transport transport;
    tc3::call_async(transport, apply_liveness_token{}, sample_profile(), sample_time, {},
                    [owned = std::make_unique<int>(1), alive](const token_result& result) { *alive += result ? *owned : 100; });
    CHECK(alive.use_count() == 2);
    transport.take().complete(token_response);
    CHECK(*alive == 1);
    CHECK(alive.use_count() == 1);
}

// ---- handlers that start or end other calls -----------------------------------------------------------------------------------

TEST_CASE("a handler may start another call over the transport that completed its own") {
    struct repeated_call {
        queue_transport& transport;
        std::vector<std::string> lines = {};

        void start() {
            tc3::call_async(transport, apply_liveness_token{}, sample_profile(), sample_time, {}, [this](const token_result& result) {
                lines.push_back(result ? "output" : to_string(result.error()));
                if (lines.size() < 4) start();
            });
        }
    };
    queue_transport transport;
    repeated_call call{transport};
    call.start();
    CHECK(transport.take().fail(tc3::transport_error{28, "Timeout was reached"}));
    CHECK(transport.take().complete(response{200, "<html>"}));
    CHECK(transport.take().cancel());
    CHECK(transport.take().complete(token_response));
    CHECK(transport.calls.empty());
    CHECK(call.lines == std::vector<std::string>{"transport: error 28: Timeout was reached",
                                                 "response: ApplyLivenessToken: body is an HTML page, not JSON (from a proxy or a portal?)",
                                                 "transport: the call was cancelled", "output"});
}

TEST_CASE("a handler may destroy the transport that completed its call") {
    auto transport = std::make_unique<queue_transport>();
    int calls = 0;
    for (int i = 0; i < 2; ++i) {
        tc3::call_async(*transport, apply_liveness_token{}, sample_profile(), sample_time, {},
                        [&transport, &calls](const token_result& result) {
                            ++calls;
                            if (result) transport.reset();  // the other call is abandoned
                        });
    }
    transport->take().complete(token_response);
    CHECK(calls == 2);
    CHECK(transport == nullptr);
}

// ---- signers ------------------------------------------------------------------------------------------------------------------

TEST_CASE("call_async() takes a signer, whose error goes to the handler") {
    const tc3::client_profile_view profile{.credential = {}, .region = "ap-singapore"};
    queue_transport transport;
    result_log log;
    support::zero_signer signer;
    tc3::call_async(transport, apply_liveness_token{}, profile, sample_time, {.signer = signer}, log.handler());
    completion call = transport.take();
    CHECK(call.request().headers.value_of("Authorization").starts_with("TC3-HMAC-SHA256 Credential=AKIDremote/2019-02-25/faceid/"));
    CHECK(call.request().headers.value_of("Authorization").ends_with(std::string(64, '0')));
    call.complete(token_response);
    CHECK(log.has_only_token("t"));

    result_log failure_log;
    signer.fails = true;
    tc3::call_async(transport, apply_liveness_token{}, profile, sample_time, {.signer = signer}, failure_log.handler());
    CHECK(failure_log.only_failure().reason.code == errc::signer_failed);
    CHECK(transport.sent == 1);
}

TEST_CASE("send_async() sends a prepared request with its signature") {
    auto prepared = tc3::prepare_request(apply_liveness_token{}, sample_profile(), sample_time);
    REQUIRE(prepared);
    queue_transport transport;
    result_log log;
    tc3::http::request request = tc3::attach(*std::move(prepared), tc3::signing::signature{});
    tc3::send_async<apply_liveness_token>(transport, std::move(request), log.handler());
    completion call = transport.take();
    CHECK(call.request().headers.value_of("Authorization").ends_with("Signature=" + std::string(64, '0')));
    CHECK(call.complete(token_response));
    CHECK(log.has_only_token("t"));
}

TEST_CASE("send_async() does not send a request whose body would have to be streamed") {
    result_log log;
    queue_transport transport;
    auto request = tc3::make_request(apply_liveness_token{}, sample_profile(), sample_time, {.stream_body = true});
    REQUIRE(request);
    REQUIRE(request->view().streamed_body_size != 0);
    tc3::send_async<apply_liveness_token>(transport, std::move(request), log.handler());
    CHECK(transport.sent == 0);
    CHECK(log.only_failure().stage == stage::request);
    CHECK(log.only_failure().reason.code == errc::not_allowed);
    CHECK(log.only_failure().reason.part == "body");
}

TEST_CASE("send_async() passes the failure of a request to the handler") {
    queue_transport transport;
    result_log log;
    auto failed_request = tc3::make_request(apply_liveness_token{}, tc3::client_profile_view{}, sample_time);
    tc3::send_async<apply_liveness_token>(transport, std::move(failed_request), log.handler());
    CHECK(log.only_failure().stage == stage::request);
    CHECK(transport.sent == 0);
}
