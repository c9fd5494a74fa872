// SPDX-License-Identifier: MIT
// make_request_into(): the request of make_request(), in a workspace of exactly the size that its error gives; and bodies that are
// streamed. The errors that it shares with make_request() are in request_builder_test.cpp.
#include "../../support/every_kind.hpp"
#include "../../support/exchange.hpp"
#include "../../support/failing_requests.hpp"
#include "../../support/policies.hpp"
#include "../../support/request_text.hpp"
#include "../../support/signers.hpp"
#include "../../support/storages.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

using support::all_parts;
using support::basic_every_kind;
using support::every_kind;
using support::plain;
using support::plain_failure;
using support::sample_profile;
using support::sample_signer;
using support::sample_time;
using support::tight_workspace;
using tc3::borrowed;
using tc3::errc;
using tc3::stage;
using tc3::workspace;
using tc3::http::header;
namespace http = tc3::http;
namespace signing = tc3::signing;
using borrowed_token = tc3::faceid::basic_apply_liveness_token<borrowed>;

namespace {

constexpr tc3::action cvm{"cvm", "2017-03-12", "DescribeInstances"};

/// Returns the size that a request needs, from the error of an empty workspace.
template <class Make>
std::size_t needed_for(Make make) {
    workspace empty;
    const auto request = make(empty);
    REQUIRE_FALSE(request);
    CHECK(request.error().stage == stage::request);
    CHECK(request.error().reason.code == errc::buffer_too_small);
    CHECK(request.error().reason.part == "workspace");
    CHECK(request.error().reason.limit == 0);
    return request.error().reason.needed;
}

/// Checks that make(workspace&) makes `expected_request` in a workspace of exactly the size needed, and that the error of a smaller one
/// gives this size. Tries every `step`th smaller size, and all of the last `step` ones.
template <class Make>
void check_in_workspaces(const tc3::result<http::request, tc3::failure>& expected_request, Make make, std::size_t step = 1) {
    REQUIRE(expected_request);
    const std::string expected = all_parts(expected_request->view());
    const std::size_t needed = needed_for(make);
    for (std::size_t size = 0; size < needed; size += size + step < needed ? step : 1) {
        tight_workspace space(size, size % 16);
        const auto request = make(*space);
        REQUIRE_FALSE(request);
        const tc3::error shortage{.code = errc::buffer_too_small, .part = "workspace", .needed = needed, .limit = size};
        REQUIRE(plain(request.error()) == plain_failure{.reason = shortage});
        REQUIRE(space->available() == size);
    }
    tight_workspace space(needed);
    const auto request = make(*space);
    REQUIRE(request);
    REQUIRE(all_parts(*request) == expected);
    REQUIRE(space->available() == 0);
    for (const std::string_view part : {request->body, request->scheme, request->host, request->target}) REQUIRE(space.holds(part));

    // Two requests after other text: all three stay, and the third request gives the size for all.
    tight_workspace shared(5 + 2 * needed);
    const std::string_view text = shared->keep("other");
    const auto first = make(*shared);
    const auto second = make(*shared);
    REQUIRE(first);
    REQUIRE(second);
    CHECK(text == "other");
    CHECK(all_parts(*first) == expected);
    CHECK(all_parts(*second) == expected);
    const auto third = make(*shared);
    REQUIRE_FALSE(third);
    CHECK(third.error().reason.needed == 5 + 3 * needed);
    CHECK(shared->complete());
}

every_kind sample_input() {
    return {.needed = "a b", .nested = support::item{.name = "\n"}, .texts = {"x", ""}, .image = tc3::binary::raw_view("image")};
}

constexpr std::array<header, 2> unsigned_headers{{{"X-Plain", "one"}, {"X-Secret", "two", true}}};
constexpr std::array<header, 2> signed_headers{{{"X-Zulu", " blanks "}, {"a-first", ""}}};

const tc3::request_options all_options[] = {
    {},
    {.sign_action = true},
    {.unsigned_payload = true},
    {.skip_authorization = true},
    {.stream_body = true},
    {.unsigned_payload = true, .stream_body = true},
    {.stream_body = true, .skip_authorization = true},
    {.path = "/gateway"},
    {.trace_id = "t", .request_client = "c", .headers = unsigned_headers, .signed_headers = signed_headers},
};

std::vector<tc3::client_profile_view> all_profiles() {
    std::vector<tc3::client_profile_view> profiles(6, sample_profile());
    profiles[1].credential.token = {};
    profiles[2].language = "en-US";
    profiles[3].host = "GW.example.com:8443";
    profiles[4].connect_to = "[::1]:9000";
    profiles[4].scheme = "http";
    profiles[5].service = "Other";
    profiles[5].version = "2020-01-01";
    return profiles;
}

}  // namespace

TEST_CASE("make_request_into() makes the request of make_request(), in exactly the size that each smaller workspace gives") {
    const borrowed_token token{.secure_level = tc3::faceid::secure_level::motion_and_light};
    const tc3::faceid::apply_liveness_token owned{.secure_level = "4"};
    check_in_workspaces(tc3::make_request(owned, sample_profile(), sample_time),
                        [&](workspace& space) { return tc3::make_request_into(token, sample_profile(), sample_time, {}, space); });
}

TEST_CASE("make_request_into() makes the request of make_request() for each profile and all options") {
    const every_kind owned = sample_input();
    const support::borrowing_every_kind borrowing(owned);
    for (const tc3::client_profile_view& profile : all_profiles()) {
        for (const tc3::request_options& options : all_options) {
            check_in_workspaces(
                tc3::make_request(owned, profile, sample_time, options),
                [&](workspace& space) { return tc3::make_request_into(borrowing.value, profile, sample_time, options, space); }, 150);
        }
    }
}

TEST_CASE("make_request_into() takes an owning input, JSON text, a policy and a signer") {
    const every_kind owned = sample_input();
    check_in_workspaces(
        tc3::make_request(owned, sample_profile(), sample_time),
        [&](workspace& space) {
            support::single_state_policy policy;
            return tc3::make_request_into(owned, sample_profile(), sample_time, {.hash = policy}, space);
        },
        50);
    tc3::client_profile_view no_key = sample_profile();
    no_key.credential.secret_id = no_key.credential.secret_key = {};
    check_in_workspaces(
        tc3::make_request(owned, sample_profile(), sample_time),
        [&](workspace& space) {
            sample_signer signer;
            support::own_hmac_policy policy;
            return tc3::make_request_into(owned, no_key, sample_time, {.hash = policy, .signer = signer}, space);
        },
        50);
    check_in_workspaces(
        tc3::make_request({cvm, "{}"}, sample_profile(), sample_time),
        [&](workspace& space) {
            sample_signer signer;
            return tc3::make_request_into({cvm, "{}"}, no_key, sample_time, {.signer = signer}, space);
        },
        50);
}

TEST_CASE("make_request_into() sends JSON text and a request_content unchanged") {
    const std::string json = " {\"b\": 1,\n \"a\":[ ] } ";
    const std::string body("--B\r\n\0\xff--", 10);
    const tc3::request_content multipart{.body = body, .content_type = "multipart/form-data; boundary=B"};
    const tc3::request_content query{.query = "b=1&a=%20"};
    const tc3::request_content empty;
    const auto check_content = [](const auto& content, const tc3::request_options& options) {
        check_in_workspaces(
            tc3::make_request({cvm, content}, sample_profile(), sample_time, options),
            [&](workspace& space) { return tc3::make_request_into({cvm, content}, sample_profile(), sample_time, options, space); }, 40);
    };
    for (const tc3::request_options& options : all_options) {
        check_content(json, options);
        check_content(std::string_view(json), options);
        check_content("{}", options);
        check_content(multipart, options);
        check_content(empty, options);
        tc3::request_options get = options;
        get.method = http::method::get;
        check_content(query, get);
        check_content(empty, get);
    }
}

// ---- bodies that are streamed -------------------------------------------------------------------------------------------------

TEST_CASE("a head with stream_body, followed by write_body(), is the whole request") {
    const every_kind owned = sample_input();
    const support::borrowing_every_kind borrowing(owned);
    const auto whole = tc3::make_request(owned, sample_profile(), sample_time);
    REQUIRE(whole);
    const std::string expected = support::wire_text(whole->view());

    std::string from_owning, from_borrowing;
    const auto head = tc3::make_request(owned, sample_profile(), sample_time, {.stream_body = true});
    REQUIRE(head);
    CHECK(head->view().body.empty());
    CHECK(head->view().streamed_body_size == whole->view().body.size());
    CHECK(head->view().content_length() == whole->view().body.size());
    http::write_head(from_owning, head->view());
    CHECK(tc3::write_body(from_owning, owned).has_value());
    CHECK(from_owning == expected);

    char memory[1024];
    workspace space(memory);
    const auto head_into = tc3::make_request_into(borrowing.value, sample_profile(), sample_time, {.stream_body = true}, space);
    REQUIRE(head_into);
    http::write_head(from_borrowing, *head_into);
    CHECK(tc3::write_body(from_borrowing, borrowing.value).has_value());
    CHECK(from_borrowing == expected);

    tc3::counting_sink size;
    CHECK(tc3::write_body(size, borrowing.value).has_value());
    CHECK(size.size() == head_into->streamed_body_size);
    CHECK(tc3::prepare_request(owned, sample_profile(), sample_time, {.stream_body = true}).has_value());
    std::string masked;
    http::write_masked_head(masked, *head_into);
    CHECK(masked.find("Content-Length: " + std::to_string(size.size())) != std::string::npos);
}

TEST_CASE("a streamed body may have 10 MB, which takes no memory of the workspace") {
    constexpr std::size_t size_around_text = std::string_view(R"({"Needed":""})").size();
    const std::string text(tc3::largest_body + 1 - size_around_text, 'x');
    char memory[1024];
    workspace space(memory);
    const basic_every_kind<borrowed> largest{.needed = std::string_view(text).substr(1)};
    const auto request = tc3::make_request_into(largest, sample_profile(), sample_time, {.stream_body = true}, space);
    REQUIRE(request);
    CHECK(request->streamed_body_size == tc3::largest_body);
    space.clear();
    const tc3::error too_large{.code = errc::too_large, .part = "body", .needed = tc3::largest_body + 1, .limit = tc3::largest_body};
    const basic_every_kind<borrowed> larger{.needed = text};
    const auto failed = tc3::make_request_into(larger, sample_profile(), sample_time, {.stream_body = true}, space);
    REQUIRE_FALSE(failed);
    CHECK(plain(failed.error()) == plain_failure{.reason = too_large});
    CHECK(space.available() == sizeof memory);
    const auto content = tc3::make_request_into({cvm, tc3::request_content{.body = text}}, sample_profile(), sample_time,
                                                {.unsigned_payload = true, .stream_body = true}, space);
    REQUIRE(content);
    CHECK(content->streamed_body_size == text.size());
    space.clear();
    CHECK(plain(tc3::make_request_into(larger, sample_profile(), sample_time, {}, space).error()) == plain_failure{.reason = too_large});
}

TEST_CASE("write_body() returns the error of the field") {
    std::string text;
    const auto missing = tc3::write_body(text, basic_every_kind<borrowed>{});
    REQUIRE_FALSE(missing);
    CHECK(missing.error() == tc3::error{.code = errc::missing, .part = "field"});
    const auto invalid = tc3::write_body(text, every_kind{.needed = "a\xff"});
    REQUIRE_FALSE(invalid);
    CHECK(invalid.error() == tc3::error{.code = errc::invalid_utf8, .part = "field", .position = 1});
}

// ---- errors of make_request_into() alone --------------------------------------------------------------------------------------

TEST_CASE("GET of a struct or of JSON is not allowed, since its query would have to be sorted") {
    const plain_failure expected{.reason = {.code = errc::not_allowed, .part = "method"}};
    const every_kind owned = sample_input();
    const support::borrowing_every_kind borrowing(owned);
    const tc3::request_options get{.method = http::method::get};
    CHECK(support::failure_in_workspaces(expected, [&](workspace& space) {
              return tc3::make_request_into(borrowing.value, sample_profile(), sample_time, get, space);
          }) == expected);
    CHECK(support::failure_in_workspaces(expected, [&](workspace& space) {
              return tc3::make_request_into({cvm, "{}"}, sample_profile(), sample_time, get, space);
          }) == expected);
}

TEST_CASE("make_request_into() fails with in_use for a workspace that is lent, and leaves it unchanged") {
    char memory[2000];
    std::memset(memory, 'x', sizeof memory);
    workspace space(memory);
    static_cast<void>(space.lend());
    const auto request = tc3::make_request_into(borrowed_token{}, sample_profile(), sample_time, {}, space);
    REQUIRE_FALSE(request);
    CHECK(plain(request.error()) == plain_failure{.reason = {.code = errc::in_use, .part = "workspace"}});
    CHECK(std::string_view(memory, sizeof memory) == std::string(2000, 'x'));
    CHECK(space.is_lent());
    space.end_loan(0);
    CHECK(tc3::make_request_into(borrowed_token{}, sample_profile(), sample_time, {}, space).has_value());
}

TEST_CASE("a signer cannot use the workspace of the request that it signs") {
    struct reentrant_signer : sample_signer {
        workspace* space = nullptr;
        errc error_of_inner = errc::none;
        tc3::result<signing::signature, tc3::error> sign(const signing::signer_input& request) {
            error_of_inner = tc3::make_request_into(borrowed_token{}, sample_profile(), sample_time, {}, *space).error().reason.code;
            return sample_signer::sign(request);
        }
    } signer;
    char memory[2000];
    workspace space(memory);
    signer.space = &space;
    const auto request =
        tc3::make_request_into(borrowed_token{.secure_level = "4"}, sample_profile(), sample_time, {.signer = signer}, space);
    REQUIRE(request);
    CHECK(signer.error_of_inner == errc::in_use);
    const auto expected = tc3::make_request(tc3::faceid::apply_liveness_token{.secure_level = "4"}, sample_profile(), sample_time);
    REQUIRE(expected);
    CHECK(all_parts(*request) == all_parts(expected->view()));
}

TEST_CASE("a policy that fails at any of its calls, or a signer that fails, gives its error in a workspace of any size") {
    const every_kind owned = sample_input();
    const support::borrowing_every_kind borrowing(owned);
    support::failing_policy counting(0);
    char memory[4096];
    workspace space(memory);
    REQUIRE(tc3::make_request_into(borrowing.value, sample_profile(), sample_time, {.hash = counting}, space));
    space.clear();
    for (std::size_t call = 1; call <= counting.calls(); ++call) {
        support::failing_policy owning_policy(call);
        const auto owning_request = tc3::make_request(owned, sample_profile(), sample_time, {.hash = owning_policy});
        REQUIRE_FALSE(owning_request);
        const plain_failure expected = plain(owning_request.error());
        CHECK(expected.reason.code == errc::crypto_failed);
        for (const std::size_t size : {0U, 1U, 100U, 500U, 2000U}) {
            tight_workspace tight(size);
            support::failing_policy policy(call);
            const auto request = tc3::make_request_into(borrowing.value, sample_profile(), sample_time, {.hash = policy}, *tight);
            REQUIRE_FALSE(request);
            CHECK(plain(request.error()) == expected);
            CHECK(tight->available() == size);
        }
    }
    const plain_failure signer_failure{.reason = support::signer_error};
    sample_signer signer{.fails = true};
    CHECK(support::failure_in_workspaces(signer_failure, [&](workspace& tight) {
              return tc3::make_request_into(borrowing.value, sample_profile(), sample_time, {.signer = signer}, tight);
          }) == signer_failure);
    CHECK(support::failure_in_workspaces(signer_failure, [&](workspace& tight) {
              return tc3::make_request_into({cvm, "{}"}, sample_profile(), sample_time, {.signer = signer}, tight);
          }) == signer_failure);
}

TEST_CASE("the name of a wrong header is copied to the workspace") {
    char memory[32];
    workspace space(memory);
    const auto request = [&space] {
        const std::string name = "X-Mine", value = "a\nb";
        const std::array<header, 1> headers{{{name, value}}};
        return tc3::make_request_into(borrowed_token{}, sample_profile(), sample_time, {.headers = headers}, space);
    }();
    REQUIRE_FALSE(request);
    CHECK(request.error().field == "X-Mine");
    CHECK(request.error().field.data() == memory);
    CHECK(request.error().reason.name.empty());
    CHECK(space.needed() == 6);
}
