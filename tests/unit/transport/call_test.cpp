// SPDX-License-Identifier: MIT
// call(): one request, and its output or its failure, for each stage at which the call can fail.
#include "../../support/every_kind.hpp"
#include "../../support/exchange.hpp"
#include "../../support/policies.hpp"
#include "../../support/signers.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>

using support::fake_transport;
using support::sample_profile;
using support::sample_time;
using tc3::errc;
using tc3::stage;
using tc3::faceid::apply_liveness_token;

namespace {

auto call_over(fake_transport& transport) {
    return tc3::call(transport, apply_liveness_token{.secure_level = "4"}, sample_profile(), sample_time);
}

/// An input without parameters, which needs no table.
struct ping {};
struct pong {
    std::optional<std::string> request_id;
};

}  // namespace

template <>
inline constexpr tc3::action tc3::action_of<ping>{"people", "2020-01-01", "Ping"};
template <>
struct tc3::output_of<ping> {
    using type = pong;
};
template <>
inline constexpr auto tc3::fields_of<pong> = tc3::field_table(tc3::field_of<&pong::request_id>("RequestId"));

TEST_CASE("an input without parameters needs no table") {
    fake_transport transport;
    transport.output.body = R"({"Response":{"RequestId":"1"}})";
    const auto output = tc3::call(transport, ping{}, sample_profile(), sample_time);
    REQUIRE(output);
    CHECK(output->request_id == "1");
    CHECK(transport.body == "{}");
}

TEST_CASE("call() sends the request of make_request() and returns the output") {
    fake_transport transport;
    transport.output.body = R"({"Response":{"SdkToken":"t","RequestId":"1"}})";
    const auto output = call_over(transport);
    REQUIRE(output);
    CHECK(output->sdk_token == "t");
    CHECK(output->request_id == "1");
    CHECK(transport.calls == 1);

    const auto request = tc3::make_request(apply_liveness_token{.secure_level = "4"}, sample_profile(), sample_time);
    REQUIRE(request);
    CHECK(transport.body == request->view().body);
    CHECK(transport.target == request->view().target);
    CHECK(transport.host == request->view().host);
    CHECK(transport.authorization == request->view().headers.value_of("Authorization"));
}

TEST_CASE("a failure gives the stage at which the call failed, and no request is repeated") {
    fake_transport transport;
    transport.output.body = R"({"Response":{"Error":{"Code":"RequestLimitExceeded","Message":"slow down"},"RequestId":"1"}})";
    CHECK(call_over(transport).error().stage == stage::service);
    CHECK(call_over(transport).error().code == "RequestLimitExceeded");
    transport.output.status = 500;
    CHECK(call_over(transport).error().stage == stage::http);
    CHECK(call_over(transport).error().status == 500);
    transport.output = {200, "<html>"};
    CHECK(call_over(transport).error().stage == stage::response);
    transport.error = {28, "Timeout was reached"};
    CHECK(call_over(transport).error().stage == stage::transport);
    CHECK(transport.calls == 6);

    fake_transport unused;
    const auto not_sent = tc3::call(unused, support::every_kind{}, sample_profile(), sample_time);
    CHECK(not_sent.error().stage == stage::request);
    CHECK(not_sent.error().field == "Needed");
    CHECK(unused.calls == 0);
}

TEST_CASE("number and text of a transport error are kept, the text up to longest_transport_message") {
    fake_transport transport;
    transport.error = {28, "Timeout was reached"};
    const auto failed = call_over(transport);
    CHECK(failed.error().transport_code == 28);
    CHECK(failed.error().message == "Timeout was reached");
    CHECK(failed.error().reason.code == errc::none);
    CHECK(failed.error().code.empty());
    CHECK(tc3::to_string(failed.error()) == "transport: error 28: Timeout was reached");

    const std::string long_text(10000, 'x');
    transport.error.message = long_text;
    CHECK(call_over(transport).error().message == std::string(tc3::longest_transport_message, 'x'));
    transport.error.message = {};
    CHECK(call_over(transport).error().message.empty());
}

TEST_CASE("a failure keeps that the transport never sent the request, and any action may be repeated") {
    fake_transport transport;
    transport.error = {28, "Timeout was reached"};
    CHECK_FALSE(call_over(transport).error().never_sent);
    transport.error = {.code = 6, .message = "Could not resolve host", .never_sent = true};
    const auto failed = call_over(transport);
    CHECK(failed.error().never_sent);
    CHECK(tc3::to_string(failed.error()) == "transport: error 6: nothing was sent: Could not resolve host");
    CHECK(tc3::retry_advice(failed.error()) == tc3::retry::with_back_off);
    CHECK(tc3::faceid::next_attempt<tc3::faceid::compare_face_liveness>(failed.error(), 1, 0).again());
}

TEST_CASE("call() takes options and a policy") {
    fake_transport transport;
    transport.output.body = R"({"Response":{"Needed":"x"}})";
    support::single_state_policy policy;
    const auto output = tc3::call(transport, support::every_kind{.needed = "n"}, sample_profile(), sample_time,
                                  {.method = tc3::http::method::get, .hash = policy});
    REQUIRE(output);
    CHECK(output->needed == "x");
    CHECK(transport.target == "/?Needed=n");
    CHECK(policy.hashes() > 0);
}

TEST_CASE("call() takes a signer, whose error is the failure of the call") {
    support::zero_signer signer;
    fake_transport transport;
    transport.output.body = R"({"Response":{"SdkToken":"t"}})";
    const tc3::client_profile_view profile{.credential = {}, .region = "ap-singapore"};
    CHECK((*tc3::call(transport, apply_liveness_token{}, profile, sample_time, {.signer = signer})).sdk_token == "t");
    CHECK(transport.authorization.starts_with("TC3-HMAC-SHA256 Credential=AKIDremote/2019-02-25/faceid/"));
    CHECK(transport.authorization.ends_with(std::string(64, '0')));
    signer.fails = true;
    const auto failed = tc3::call(transport, apply_liveness_token{}, profile, sample_time, {.signer = signer});
    REQUIRE_FALSE(failed);
    CHECK(failed.error().stage == stage::request);
    CHECK(failed.error().reason.code == errc::signer_failed);
    CHECK(transport.calls == 1);
}

TEST_CASE("call() takes a temporary transport and an owning profile") {
    const tc3::client_profile profile{.credential = {"id", "key"}, .region = "ap-singapore"};
    fake_transport transport;
    transport.output.body = R"({"Response":{"SdkToken":"t"}})";
    const auto output = tc3::call(std::move(transport), apply_liveness_token{}, profile, sample_time);
    REQUIRE(output);
    CHECK(output->sdk_token == "t");
}

TEST_CASE("an output outlives response and transport") {
    const auto output = [] {
        fake_transport transport;
        transport.output.body = R"({"Response":{"SdkToken":"a token that is longer than a string holds in place"}})";
        return call_over(transport);
    }();
    REQUIRE(output);
    CHECK(output->sdk_token == "a token that is longer than a string holds in place");
}

TEST_CASE("each call is signed for its own time") {
    fake_transport transport;
    static_cast<void>(tc3::call(transport, apply_liveness_token{}, sample_profile(), sample_time));
    const std::string first = transport.authorization;
    static_cast<void>(tc3::call(transport, apply_liveness_token{}, sample_profile(), {sample_time.seconds + 1}));
    CHECK(transport.authorization != first);
}

TEST_CASE("nothing is signed for a call whose body would have to be streamed") {
    fake_transport transport;
    support::sample_signer signer;
    const auto result =
        tc3::call(transport, apply_liveness_token{}, sample_profile(), sample_time, {.stream_body = true, .signer = signer});
    CHECK(tc3::to_string(result.error()) == "request: body is not allowed here");
    CHECK(signer.calls == 0);
    CHECK(transport.calls == 0);
}

// ---- calls without a struct ---------------------------------------------------------------------------------------------------

namespace {

constexpr tc3::action describe_zones{"cvm", "2017-03-12", "DescribeZones"};

}  // namespace

TEST_CASE("call() takes an action with JSON and returns an envelope that owns its payload") {
    fake_transport transport;
    transport.output.body = R"({"Response":{"TotalCount":3,"RequestId":"1"}})";
    auto envelope = tc3::call(transport, {describe_zones, R"({"Limit":1})"}, sample_profile(), sample_time);
    REQUIRE(envelope);
    transport.output.body.assign(transport.output.body.size(), 'x');
    CHECK(envelope->payload == R"({"TotalCount":3,"RequestId":"1"})");
    CHECK(envelope->request_id == "1");
    CHECK(transport.body == R"({"Limit":1})");
    CHECK(transport.host == "cvm.tencentcloudapi.com");

    tc3::json::reader json = envelope->reader();
    tc3::json::string_token name;
    tc3::json::number_token count;
    json.begin_object();
    while (json.next_member(name)) {
        if (name == "TotalCount") {
            json.read_number(count);
        } else {
            json.skip_value();
        }
    }
    CHECK(json.finish());
    CHECK(count.text() == "3");
}

TEST_CASE("call() takes an action with content, and an untyped_input in a variable") {
    fake_transport transport;
    transport.output.body = R"({"Response":{}})";
    const tc3::request_content content{.query = "Limit=1"};
    const auto by_get = tc3::call(transport, {describe_zones, content}, sample_profile(), sample_time, {.method = tc3::http::method::get});
    REQUIRE(by_get);
    CHECK(by_get->payload == "{}");
    CHECK(by_get->request_id.empty());
    CHECK(transport.target == "/?Limit=1");

    const tc3::untyped_input input(describe_zones, "{}");
    CHECK(tc3::call(transport, input, sample_profile(), sample_time).has_value());
    CHECK(transport.body == "{}");
}

TEST_CASE("a call without a struct fails at each stage as one with a struct does, without the name of the action") {
    fake_transport transport;
    const auto call_json = [&transport](std::string_view json) {
        const auto result = tc3::call(transport, {describe_zones, json}, sample_profile(), sample_time);
        return result ? "no failure" : tc3::to_string(result.error());
    };
    CHECK(call_json("[]") == "request: body has another type than expected, at byte 0");
    CHECK(transport.calls == 0);
    transport.error = {7, "no route"};
    CHECK(call_json("{}") == "transport: error 7: no route");
    transport.error = {};
    transport.output = {502, "<html>"};
    CHECK(call_json("{}") == "http: status 502: body is an HTML page, not JSON (from a proxy or a portal?)");
    transport.output = {200, R"({"Response":{"Error":{"Code":"InvalidFilter","Message":"m"},"RequestId":"1"}})"};
    CHECK(call_json("{}") == "service: InvalidFilter: m (request id 1)");
    transport.output = {200, "<html>"};
    CHECK(call_json("{}") == "response: body is an HTML page, not JSON (from a proxy or a portal?)");
}
