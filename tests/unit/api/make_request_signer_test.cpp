// SPDX-License-Identifier: MIT
// make_request() with signers and policies; prepare_request() and attach(), which give the request of make_request() in two steps.
#include "../../support/every_kind.hpp"
#include "../../support/exchange.hpp"
#include "../../support/policies.hpp"
#include "../../support/request_text.hpp"
#include "../../support/signers.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

using support::all_parts;
using support::every_kind;
using support::sample_profile;
using support::sample_signer;
using support::sample_time;
using tc3::errc;
using tc3::stage;
using tc3::http::header;
namespace http = tc3::http;
namespace signing = tc3::signing;

namespace {

constexpr tc3::action cvm{"cvm", "2017-03-12", "DescribeInstances"};

// Signs a prepared request with the key of sample_profile().
signing::signature sign(const tc3::prepared_request& request) {
    const auto key = signing::derive_signing_key({support::secret_id, support::secret_key}, request.to_sign().scope);
    return *signing::sign(*key, request.string_to_sign());
}

}  // namespace

TEST_CASE("a prepared request with its signature, and one that a signer signs, equal the request of make_request()") {
    const std::array<header, 1> signed_headers{{{"X-Mine", "v"}}};
    const tc3::request_options all_options[] = {
        {},
        {.method = http::method::get},
        {.sign_action = true},
        {.unsigned_payload = true},
        {.path = "/gateway"},
        {.trace_id = "t", .request_client = "c", .headers = {}, .signed_headers = signed_headers},
    };
    const every_kind input{.needed = "x", .image = tc3::binary::raw_view("image")};
    for (const tc3::request_options& options : all_options) {
        const auto expected = tc3::make_request(input, sample_profile(), sample_time, options);
        REQUIRE(expected);

        tc3::client_profile_view no_key = sample_profile();
        no_key.credential.secret_key = {};
        auto prepared = tc3::prepare_request(input, no_key, sample_time, options);
        REQUIRE(prepared);
        const signing::signature signature = sign(*prepared);
        tc3::prepared_request moved = *std::move(prepared);
        const http::request attached = tc3::attach(std::move(moved), signature);
        CHECK(all_parts(attached.view()) == all_parts(expected->view()));
        for (const header header : attached.view().headers) CHECK(header.sensitive == http::is_sensitive(header));

        no_key.credential.secret_id = {};
        sample_signer signer;
        tc3::request_options with_signer = options;
        with_signer.signer = signer;
        const auto request = tc3::make_request(input, no_key, sample_time, with_signer);
        REQUIRE(request);
        CHECK(all_parts(request->view()) == all_parts(expected->view()));
        CHECK(signer.calls == 1);
    }
}

TEST_CASE("an action that is known only at run time can be prepared") {
    const tc3::request_content content{.body = "bytes", .content_type = "application/octet-stream"};
    const auto check_same = [](const auto& input, const tc3::request_options& options) {
        const auto expected = tc3::make_request({cvm, input}, sample_profile(), sample_time, options);
        REQUIRE(expected);
        auto prepared = tc3::prepare_request({cvm, input}, sample_profile(), sample_time, options);
        REQUIRE(prepared);
        const signing::signature signature = sign(*prepared);
        const http::request attached = tc3::attach(*std::move(prepared), signature);
        CHECK(all_parts(attached.view()) == all_parts(expected->view()));
    };
    check_same(R"({"Limit":1})", {});
    check_same(std::string(R"({"Limit":1})"), {.method = http::method::get});
    check_same(content, {});
    CHECK_FALSE(tc3::prepare_request({cvm, "{"}, sample_profile(), sample_time));
}

TEST_CASE("a prepared request owns its text") {
    std::string text = "value";
    std::string region = "ap-singapore";
    auto profile = sample_profile();
    profile.region = region;
    auto input = every_kind{.needed = text, .image = tc3::binary::raw_view(text)};
    auto prepared = tc3::prepare_request(input, profile, sample_time);
    REQUIRE(prepared);
    text.assign(text.size(), 'x');
    region.assign(region.size(), 'x');
    input = {};
    const http::request request = tc3::attach(*std::move(prepared), {});
    CHECK(request.view().body == R"({"Needed":"value","Image":"dmFsdWU="})");
    CHECK(request.view().headers.value_of("X-TC-Region") == "ap-singapore");
    CHECK(request.view().headers.value_of("Authorization").ends_with("Signature=" + std::string(64, '0')));
}

TEST_CASE("a request with skip_authorization cannot be prepared, since it has no signature") {
    const auto prepared = tc3::prepare_request(every_kind{.needed = "x"}, sample_profile(), sample_time, {.skip_authorization = true});
    REQUIRE_FALSE(prepared);
    CHECK(prepared.error().stage == stage::request);
    CHECK(prepared.error().reason == tc3::error{.code = errc::not_allowed, .part = "signature"});
}

TEST_CASE("make_request() fails with the error of the signer, and before the signer runs if its id is unusable") {
    sample_signer signer{.fails = true};
    const auto request = tc3::make_request(every_kind{.needed = "x"}, sample_profile(), sample_time, {.signer = signer});
    REQUIRE_FALSE(request);
    CHECK(request.error().stage == stage::request);
    CHECK(request.error().reason == support::signer_error);
    CHECK(tc3::to_string(request.error()) == "request: signature could not be made: the signer reported failure");

    struct signer_with_bad_id : sample_signer {
        [[nodiscard]] std::string_view secret_id() const { return "a/b"; }
    } bad_signer;
    const auto failed = tc3::make_request(every_kind{.needed = "x"}, sample_profile(), sample_time, {.signer = bad_signer});
    REQUIRE_FALSE(failed);
    CHECK(failed.error().reason.part == "secret id");
    CHECK(bad_signer.calls == 0);
}

TEST_CASE("an id that a signer changes while it signs is checked before it is written") {
    struct rotating_signer {
        std::string id = "AKIDfirst";
        std::string next_id = "AKIDnext";
        [[nodiscard]] const std::string& secret_id() const { return id; }
        tc3::result<signing::signature, tc3::error> sign(const signing::signer_input&) {
            id = next_id;
            return signing::signature{};
        }
    };
    rotating_signer signer;
    const auto request = tc3::make_request(every_kind{.needed = "x"}, sample_profile(), sample_time, {.signer = signer});
    REQUIRE(request);
    CHECK(request->view().headers.value_of("Authorization").find("Credential=AKIDnext/") != std::string_view::npos);

    rotating_signer hostile{.next_id = "x\r\nX-Evil: 1"};
    const auto failed = tc3::make_request(every_kind{.needed = "x"}, sample_profile(), sample_time, {.signer = hostile});
    REQUIRE_FALSE(failed);
    CHECK(tc3::to_string(failed.error()) == "request: secret id holds a line end, at byte 1");
}

TEST_CASE("make_request() reports signer_failed if the signer gives no error") {
    struct silent_signer {
        std::string_view secret_id() const { return "AKIDsilent"; }
        tc3::result<tc3::signing::signature, tc3::error> sign(const tc3::signing::signer_input&) { return tc3::unexpected(tc3::error{}); }
    };
    silent_signer signer;
    const auto request = tc3::make_request(every_kind{.needed = "x"}, sample_profile(), sample_time, {.signer = signer});
    REQUIRE_FALSE(request);
    CHECK(tc3::to_string(request.error()) == "request: signature could not be made: the signer reported failure");
}

TEST_CASE("a signer does not run for a request that cannot be sent") {
    sample_signer signer;
    tc3::client_profile_view profile = sample_profile();
    profile.region = "\n";
    CHECK_FALSE(tc3::make_request(every_kind{.needed = "x"}, profile, sample_time, {.signer = signer}));
    CHECK_FALSE(tc3::make_request(every_kind{}, sample_profile(), sample_time, {.signer = signer}));
    CHECK_FALSE(tc3::make_request(every_kind{.needed = "\xff"}, sample_profile(), sample_time, {.signer = signer}));
    CHECK_FALSE(tc3::make_request(every_kind{.needed = "x"}, sample_profile(), {-1}, {.signer = signer}));
    CHECK(signer.calls == 0);
}

TEST_CASE("a policy that fails at any of its calls makes no request") {
    const every_kind input{.needed = "x"};
    support::failing_policy counting(0);
    REQUIRE(tc3::make_request(input, sample_profile(), sample_time, {.hash = counting}));
    CHECK(counting.calls() > 30);
    for (std::size_t call = 1; call <= counting.calls(); ++call) {
        support::failing_policy policy(call);
        support::fake_transport transport;
        const auto output = tc3::call(transport, input, sample_profile(), sample_time, {.hash = policy});
        REQUIRE_FALSE(output);
        CHECK(output.error().stage == stage::request);
        CHECK(output.error().reason.code == errc::crypto_failed);
        CHECK_FALSE(support::reveals_secrets(tc3::to_string(output.error())));
        CHECK(transport.calls == 0);
    }
}

TEST_CASE("a request has the same signature with every policy, and with an HMAC of the policy's own") {
    const every_kind input{.needed = "x"};
    const auto expected = support::wire_text(tc3::make_request(input, sample_profile(), sample_time));
    support::own_hmac_policy own_hmac;
    CHECK(support::wire_text(tc3::make_request(input, sample_profile(), sample_time, {.hash = own_hmac})) == expected);
    CHECK(own_hmac.hmacs() == 4);  // three for the key, one for the signature
    tc3::crypto::builtin_policy builtin;
    const tc3::request_options options{.hash = builtin};
    CHECK(support::wire_text(tc3::make_request(input, sample_profile(), sample_time, options)) == expected);
    CHECK(support::wire_text(tc3::make_request(input, sample_profile(), sample_time, options)) == expected);
}

TEST_CASE("the HMAC of a policy is not used for a request that a signer signs") {
    support::own_hmac_policy policy;
    sample_signer signer;
    CHECK(tc3::make_request(every_kind{.needed = "x"}, sample_profile(), sample_time, {.hash = policy, .signer = signer}));
    CHECK(policy.hmacs() == 0);
    CHECK(signer.calls == 1);
}

TEST_CASE("a prepared request has the id of the signer in its options, which does not sign") {
    sample_signer signer;
    tc3::client_profile_view profile = sample_profile();
    profile.credential.secret_id = "AKIDother";
    auto prepared = tc3::prepare_request(every_kind{.needed = "x"}, profile, sample_time, {.signer = signer});
    REQUIRE(prepared);
    CHECK(signer.calls == 0);
    const http::request request = tc3::attach(*std::move(prepared), {});
    CHECK(request.view().headers.value_of("Authorization").find(support::secret_id) != std::string_view::npos);
}

TEST_CASE("make_request() needs only one hash at a time of its policy") {
    support::single_state_policy policy;
    const auto request = tc3::make_request(every_kind{.needed = "x"}, sample_profile(), sample_time, {.hash = policy});
    CHECK(support::wire_text(request) == support::wire_text(tc3::make_request(every_kind{.needed = "x"}, sample_profile(), sample_time)));
    CHECK_FALSE(policy.open());
}
