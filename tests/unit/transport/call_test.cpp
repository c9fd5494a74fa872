// SPDX-License-Identifier: MIT
// call: one input, one request, one answer or one failure, at each stage where it can end.
#include "../../support/every_kind.hpp"
#include "../../support/exchange.hpp"
#include "../../support/policies.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <utility>

using support::fake_transport;
using support::sample_profile;
using support::sample_time;
using tc3::errc;
using tc3::stage;
using tc3::faceid::apply_liveness_token;

namespace {

auto ask(fake_transport& transport) {
    return tc3::call(transport, apply_liveness_token{.secure_level = "4"}, sample_profile(), sample_time);
}

/// An input without parameters: it needs no table.
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

TEST_CASE("a question without parameters needs no table") {
    fake_transport transport;
    transport.output.body = R"({"Response":{"RequestId":"1"}})";
    const auto output = tc3::call(transport, ping{}, sample_profile(), sample_time);
    REQUIRE(output);
    CHECK(output->request_id == "1");
    CHECK(transport.body == "{}");
}

TEST_CASE("a question becomes an answer") {
    fake_transport transport;
    transport.output.body = R"({"Response":{"SdkToken":"t","RequestId":"1"}})";
    const auto output = ask(transport);
    REQUIRE(output);
    CHECK(output->sdk_token == "t");
    CHECK(output->request_id == "1");
    CHECK(transport.calls == 1);

    const auto made = tc3::make_request(apply_liveness_token{.secure_level = "4"}, sample_profile(), sample_time);
    CHECK(transport.body == made->view().body);
    CHECK(transport.target == made->view().target);
    CHECK(transport.host == made->view().host);
    CHECK(transport.authorization == made->view().headers.value_of("Authorization"));
}

TEST_CASE("each failure says at which stage it ended, and nothing is asked twice") {
    fake_transport transport;
    transport.output.body = R"({"Response":{"Error":{"Code":"RequestLimitExceeded","Message":"slow down"},"RequestId":"1"}})";
    CHECK(ask(transport).error().stage == stage::service);
    CHECK(ask(transport).error().code == "RequestLimitExceeded");
    transport.output.status = 500;
    CHECK(ask(transport).error().stage == stage::http);
    CHECK(ask(transport).error().status == 500);
    transport.output = {200, "<html>"};
    CHECK(ask(transport).error().stage == stage::response);
    transport.error = {28, "Timeout was reached"};
    CHECK(ask(transport).error().stage == stage::transport);
    CHECK(transport.calls == 6);

    fake_transport unused;
    const auto refused = tc3::call(unused, support::every_kind{}, sample_profile(), sample_time);
    CHECK(refused.error().stage == stage::request);
    CHECK(refused.error().field == "Needed");
    CHECK(unused.calls == 0);
}

TEST_CASE("the number and text of a transport are kept, the text up to a bound") {
    fake_transport transport;
    transport.error = {28, "Timeout was reached"};
    const auto failed = ask(transport);
    CHECK(failed.error().transport_code == 28);
    CHECK(failed.error().message == "Timeout was reached");
    CHECK(failed.error().reason.code == errc::none);
    CHECK(failed.error().code.empty());
    CHECK(tc3::to_string(failed.error()) == "transport: error 28: Timeout was reached");

    const std::string long_text(10000, 'x');
    transport.error.message = long_text;
    CHECK(ask(transport).error().message == std::string(tc3::longest_transport_message, 'x'));
    transport.error.message = {};
    CHECK(ask(transport).error().message.empty());
}

TEST_CASE("options and policy go with the request") {
    fake_transport transport;
    transport.output.body = R"({"Response":{"Needed":"x"}})";
    support::single_state_policy policy;
    const auto output =
        tc3::call(transport, support::every_kind{.needed = "n"}, sample_profile(), sample_time, {.method = tc3::http::method::get}, policy);
    REQUIRE(output);
    CHECK(output->needed == "x");
    CHECK(transport.target == "/?Needed=n");
    CHECK(policy.hashes() > 0);
}

TEST_CASE("a signer that keeps the key elsewhere signs a call") {
    struct remote_signer {
        [[nodiscard]] std::string secret_id() const { return "AKIDremote"; }
        tc3::result<tc3::signing::signature, tc3::error> sign(const tc3::signing::signing_request&) {
            if (fails) return tc3::unexpected(tc3::error{.code = errc::signer_failed, .part = "signature"});
            return tc3::signing::signature{};
        }
        bool fails = false;
    } signer;
    fake_transport transport;
    transport.output.body = R"({"Response":{"SdkToken":"t"}})";
    const tc3::client_profile_view profile{.credential = {}, .region = "ap-singapore"};
    CHECK((*tc3::call(transport, apply_liveness_token{}, profile, sample_time, {}, signer)).sdk_token == "t");
    CHECK(transport.authorization.starts_with("TC3-HMAC-SHA256 Credential=AKIDremote/2019-02-25/faceid/"));
    CHECK(transport.authorization.ends_with(std::string(64, '0')));
    signer.fails = true;
    const auto failed = tc3::call(transport, apply_liveness_token{}, profile, sample_time, {}, signer);
    REQUIRE_FALSE(failed);
    CHECK(failed.error().stage == stage::request);
    CHECK(failed.error().reason.code == errc::signer_failed);
    CHECK(transport.calls == 1);
}

TEST_CASE("a transport may be a temporary, and may be asked from an owning profile") {
    const tc3::client_profile profile{.credential = {"id", "key"}, .region = "ap-singapore"};
    fake_transport prepared;
    prepared.output.body = R"({"Response":{"SdkToken":"t"}})";
    const auto output = tc3::call(std::move(prepared), apply_liveness_token{}, profile, sample_time);
    REQUIRE(output);
    CHECK(output->sdk_token == "t");
}

TEST_CASE("an answer outlives response and transport") {
    const auto output = [] {
        fake_transport transport;
        transport.output.body = R"({"Response":{"SdkToken":"a token that is longer than a string holds in place"}})";
        return ask(transport);
    }();
    REQUIRE(output);
    CHECK(output->sdk_token == "a token that is longer than a string holds in place");
}

TEST_CASE("two calls at different times are signed each for itself") {
    fake_transport transport;
    static_cast<void>(tc3::call(transport, apply_liveness_token{}, sample_profile(), sample_time));
    const std::string first = transport.authorization;
    static_cast<void>(tc3::call(transport, apply_liveness_token{}, sample_profile(), {sample_time.seconds + 1}));
    CHECK(transport.authorization != first);
}
