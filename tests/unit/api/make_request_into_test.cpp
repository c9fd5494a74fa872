// SPDX-License-Identifier: MIT
// make_request_into: byte for byte what make_request makes, in exactly the memory that it says; and bodies that are streamed.
// What it refuses stands in request_builder_test.cpp, for both.
#include "../../support/every_kind.hpp"
#include "../../support/exchange.hpp"
#include "../../support/policies.hpp"
#include "../../support/requests_into.hpp"
#include "../../support/storages.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

using support::basic_every_kind;
using support::every_kind;
using support::plain;
using support::plain_failure;
using support::sample_profile;
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

using std::string_view_literals::operator""sv;

constexpr tc3::action cvm{"cvm", "2017-03-12", "DescribeInstances"};

/// All of a request, part by part.
std::string all_of(const http::request_view& request) {
    std::string text;
    for (const std::string_view each : {http::name_of(request.method), request.scheme, request.host, request.connect_to, request.target}) {
        text.append(each).append("\n");
    }
    for (const header field : request.headers) {
        text.append(field.name).append(": ").append(field.value).append(field.sensitive ? " *\n" : "\n");
    }
    text.append("\n").append(request.body).append("\n").append(std::to_string(request.streamed_body));
    return text;
}

/// The size that a request needs, as it says when there is none.
template <class Make>
std::size_t needed_for(Make make) {
    workspace none;
    const auto made = make(none);
    REQUIRE_FALSE(made);
    CHECK(made.error().stage == stage::request);
    CHECK(made.error().reason.code == errc::buffer_too_small);
    CHECK(made.error().reason.part == "workspace");
    CHECK(made.error().reason.limit == 0);
    return made.error().reason.needed;
}

/// Makes a request in workspaces of all sizes, or of some.
template <class Make>
void compare(const tc3::result<http::request, tc3::failure>& whole, Make make, std::size_t step = 1) {
    REQUIRE(whole);
    const std::string expected = all_of(whole->view());
    const std::size_t needed = needed_for(make);
    for (std::size_t size = 0; size < needed; size += size + step < needed ? step : 1) {
        tight_workspace space(size, size % 16);
        const auto made = make(*space);
        REQUIRE_FALSE(made);
        const tc3::error shortage{.code = errc::buffer_too_small, .part = "workspace", .needed = needed, .limit = size};
        REQUIRE(plain(made.error()) == plain_failure{.reason = shortage});
        REQUIRE(space->available() == size);
    }
    tight_workspace space(needed);
    const auto made = make(*space);
    REQUIRE(made);
    REQUIRE(all_of(*made) == expected);
    REQUIRE(space->available() == 0);
    for (const std::string_view part : {made->body, made->scheme, made->host, made->target}) REQUIRE(space.holds(part));

    // Behind what stands there already, and twice.
    tight_workspace shared(5 + 2 * needed);
    const std::string_view before = shared->keep("first");
    const auto one = make(*shared);
    const auto two = make(*shared);
    REQUIRE(one);
    REQUIRE(two);
    CHECK(before == "first");
    CHECK(all_of(*one) == expected);
    CHECK(all_of(*two) == expected);
    const auto three = make(*shared);
    REQUIRE_FALSE(three);
    CHECK(three.error().reason.needed == 5 + 3 * needed);
    CHECK(shared->complete());
}

every_kind sample_question() {
    return {.needed = "a b", .nested = support::item{.name = "\n"}, .texts = {"x", ""}, .image = tc3::binary::raw("image")};
}

struct other_signer {
    [[nodiscard]] std::string secret_id() const { return std::string(support::secret_id); }
    tc3::result<signing::signature, tc3::error> sign(const signing::signing_request& request) {
        if (fails) return tc3::unexpected(tc3::error{.code = errc::signer_failed, .part = "signature"});
        const auto key = signing::derive_signing_key({support::secret_id, support::secret_key}, request.scope);
        return signing::sign(*key, request.string_to_sign.view());
    }
    bool fails = false;
};

constexpr std::array<header, 2> sent_headers{{{"X-Plain", "one"}, {"X-Secret", "two", true}}};
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
    {.trace_id = "t", .request_client = "c", .headers = sent_headers, .signed_headers = signed_headers},
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

TEST_CASE("a question makes the same request, in exactly the size that every smaller workspace names") {
    const borrowed_token token{.secure_level = tc3::faceid::secure_level::motion_and_light};
    const tc3::faceid::apply_liveness_token owned{.secure_level = "4"};
    compare(tc3::make_request(owned, sample_profile(), sample_time),
            [&](workspace& space) { return tc3::make_request_into(space, token, sample_profile(), sample_time); });
}

TEST_CASE("whatever the profile and the options are") {
    const every_kind owned = sample_question();
    const support::borrowing_every_kind lent(owned);
    for (const tc3::client_profile_view& profile : all_profiles()) {
        for (const tc3::request_options& options : all_options) {
            compare(
                tc3::make_request(owned, profile, sample_time, options),
                [&](workspace& space) { return tc3::make_request_into(space, lent.value, profile, sample_time, options); }, 150);
        }
    }
}

TEST_CASE("a question that owns its text, one without parameters, a policy and a signer of one's own") {
    const every_kind owned = sample_question();
    compare(
        tc3::make_request(owned, sample_profile(), sample_time),
        [&](workspace& space) {
            support::single_state_policy policy;
            return tc3::make_request_into(space, owned, sample_profile(), sample_time, {}, policy);
        },
        50);
    tc3::client_profile_view no_key = sample_profile();
    no_key.credential.secret_id = no_key.credential.secret_key = {};
    compare(
        tc3::make_request(owned, sample_profile(), sample_time),
        [&](workspace& space) {
            other_signer signer;
            support::own_hmac_policy policy;
            return tc3::make_request_into(space, owned, no_key, sample_time, {}, signer, policy);
        },
        50);
    compare(
        tc3::make_request(cvm, "{}", sample_profile(), sample_time),
        [&](workspace& space) { return tc3::make_request_into(space, cvm, "{}", no_key, sample_time, {}, other_signer()); }, 50);
}

TEST_CASE("content of each kind is sent as it stands") {
    const std::string json = " {\"b\": 1,\n \"a\":[ ] } ";
    const std::string body("--B\r\n\0\xff--", 10);
    const tc3::request_content multipart{.body = body, .content_type = "multipart/form-data; boundary=B"};
    const tc3::request_content query{.query = "b=1&a=%20"};
    const tc3::request_content nothing;
    const auto compare_content = [](const auto& content, const tc3::request_options& options) {
        compare(
            tc3::make_request(cvm, content, sample_profile(), sample_time, options),
            [&](workspace& space) { return tc3::make_request_into(space, cvm, content, sample_profile(), sample_time, options); }, 40);
    };
    for (const tc3::request_options& options : all_options) {
        compare_content(json, options);
        compare_content(std::string_view(json), options);
        compare_content("{}", options);
        compare_content(multipart, options);
        compare_content(nothing, options);
        tc3::request_options get = options;
        get.method = http::method::get;
        compare_content(query, get);
        compare_content(nothing, get);
    }
}

// ---- bodies that are streamed -----------------------------------------------------------------------------------------------------------

TEST_CASE("a head and the body behind it are the whole request") {
    const every_kind owned = sample_question();
    const support::borrowing_every_kind lent(owned);
    const auto whole = tc3::make_request(owned, sample_profile(), sample_time);
    REQUIRE(whole);
    std::string expected;
    http::write_head(expected, whole->view());
    expected.append(whole->view().body);

    std::string from_owned, from_lent, counted;
    const auto head = tc3::make_request(owned, sample_profile(), sample_time, {.stream_body = true});
    REQUIRE(head);
    CHECK(head->view().body.empty());
    CHECK(head->view().streamed_body == whole->view().body.size());
    CHECK(head->view().content_length() == whole->view().body.size());
    http::write_head(from_owned, head->view());
    CHECK(tc3::write_body(from_owned, owned).has_value());
    CHECK(from_owned == expected);

    char memory[1024];
    workspace space(memory);
    const auto head_into = tc3::make_request_into(space, lent.value, sample_profile(), sample_time, {.stream_body = true});
    REQUIRE(head_into);
    http::write_head(from_lent, *head_into);
    CHECK(tc3::write_body(from_lent, lent.value).has_value());
    CHECK(from_lent == expected);

    tc3::counting_sink size;
    CHECK(tc3::write_body(size, lent.value).has_value());
    CHECK(size.size() == head_into->streamed_body);
    const auto prepared = tc3::prepare_request(owned, sample_profile(), sample_time, {.stream_body = true});
    REQUIRE(prepared);
    std::string masked;
    http::write_masked_head(masked, *head_into);
    CHECK(masked.find("Content-Length: " + std::to_string(size.size())) != std::string::npos);
}

TEST_CASE("a body of 10 MB is streamed from a workspace of 1 KB, and not a byte more") {
    constexpr std::size_t around = std::string_view(R"({"Needed":""})").size();
    const std::string text(tc3::largest_body + 1 - around, 'x');
    char memory[1024];
    workspace space(memory);
    const basic_every_kind<borrowed> largest{.needed = std::string_view(text).substr(1)};
    const auto made = tc3::make_request_into(space, largest, sample_profile(), sample_time, {.stream_body = true});
    REQUIRE(made);
    CHECK(made->streamed_body == tc3::largest_body);
    space.clear();
    const tc3::error too_large{.code = errc::too_large, .part = "body", .needed = tc3::largest_body + 1, .limit = tc3::largest_body};
    const basic_every_kind<borrowed> larger{.needed = text};
    const auto refused = tc3::make_request_into(space, larger, sample_profile(), sample_time, {.stream_body = true});
    REQUIRE_FALSE(refused);
    CHECK(plain(refused.error()) == plain_failure{.reason = too_large});
    CHECK(space.available() == sizeof memory);
    const auto bytes = tc3::make_request_into(space, cvm, tc3::request_content{.body = text}, sample_profile(), sample_time,
                                              {.unsigned_payload = true, .stream_body = true});
    REQUIRE(bytes);
    CHECK(bytes->streamed_body == text.size());
    space.clear();
    CHECK(plain(tc3::make_request_into(space, larger, sample_profile(), sample_time).error()) == plain_failure{.reason = too_large});
}

TEST_CASE("a body that can't be written says why") {
    std::string text;
    const auto missing = tc3::write_body(text, basic_every_kind<borrowed>{});
    REQUIRE_FALSE(missing);
    CHECK(missing.error() == tc3::error{.code = errc::missing, .part = "field"});
    const auto invalid = tc3::write_body(text, every_kind{.needed = "a\xff"});
    REQUIRE_FALSE(invalid);
    CHECK(invalid.error() == tc3::error{.code = errc::invalid_utf8, .part = "field", .position = 1});
}

// ---- what is refused, beyond what request_builder_test.cpp has for both
// --------------------------------------------------------------------

TEST_CASE("GET takes no parameters that would have to be sorted, but a query that is ready") {
    const plain_failure expected{.reason = {.code = errc::not_allowed, .part = "method"}};
    const every_kind owned = sample_question();
    const support::borrowing_every_kind lent(owned);
    const tc3::request_options get{.method = http::method::get};
    CHECK(support::refusal_into(expected, [&](workspace& space) {
              return tc3::make_request_into(space, lent.value, sample_profile(), sample_time, get);
          }) == expected);
    CHECK(support::refusal_into(expected, [&](workspace& space) {
              return tc3::make_request_into(space, cvm, "{}", sample_profile(), sample_time, get);
          }) == expected);
}

TEST_CASE("a workspace that is lent is left alone") {
    char memory[2000];
    std::memset(memory, 'x', sizeof memory);
    workspace space(memory);
    static_cast<void>(space.lend());
    const auto made = tc3::make_request_into(space, borrowed_token{}, sample_profile(), sample_time);
    REQUIRE_FALSE(made);
    CHECK(plain(made.error()) == plain_failure{.reason = {.code = errc::in_use, .part = "workspace"}});
    CHECK(std::string_view(memory, sizeof memory) == std::string(2000, 'x'));
    CHECK(space.is_lent());
    space.take_back(0);
    CHECK(tc3::make_request_into(space, borrowed_token{}, sample_profile(), sample_time).has_value());
}

TEST_CASE("a signer may use the workspace of its own request no more than anybody else") {
    struct nosy_signer : other_signer {
        workspace* space = nullptr;
        errc seen = errc::none;
        tc3::result<signing::signature, tc3::error> sign(const signing::signing_request& request) {
            seen = tc3::make_request_into(*space, borrowed_token{}, sample_profile(), sample_time).error().reason.code;
            return other_signer::sign(request);
        }
    } signer;
    char memory[2000];
    workspace space(memory);
    signer.space = &space;
    const auto made = tc3::make_request_into(space, borrowed_token{.secure_level = "4"}, sample_profile(), sample_time, {}, signer);
    REQUIRE(made);
    CHECK(signer.seen == errc::in_use);
    const auto whole = tc3::make_request(tc3::faceid::apply_liveness_token{.secure_level = "4"}, sample_profile(), sample_time);
    CHECK(all_of(*made) == all_of(whole->view()));
}

TEST_CASE("policies and signers that fail make no request, at whichever call, in whatever workspace") {
    const every_kind owned = sample_question();
    const support::borrowing_every_kind lent(owned);
    support::failing_policy counting(0);
    char memory[4096];
    workspace space(memory);
    REQUIRE(tc3::make_request_into(space, lent.value, sample_profile(), sample_time, {}, counting));
    space.clear();
    for (std::size_t call = 1; call <= counting.calls(); ++call) {
        support::failing_policy owning_policy(call);
        const auto refused = tc3::make_request(owned, sample_profile(), sample_time, {}, owning_policy);
        REQUIRE_FALSE(refused);
        const plain_failure expected = plain(refused.error());
        CHECK(expected.reason.code == errc::crypto_failed);
        for (const std::size_t size : {0U, 1U, 100U, 500U, 2000U}) {
            tight_workspace tight(size);
            support::failing_policy policy(call);
            const auto made = tc3::make_request_into(*tight, lent.value, sample_profile(), sample_time, {}, policy);
            REQUIRE_FALSE(made);
            CHECK(plain(made.error()) == expected);
            CHECK(tight->available() == size);
        }
    }
    const plain_failure failed{.reason = {.code = errc::signer_failed, .part = "signature"}};
    CHECK(support::refusal_into(failed, [&](workspace& tight) {
              return tc3::make_request_into(tight, lent.value, sample_profile(), sample_time, {}, other_signer{.fails = true});
          }) == failed);
    CHECK(support::refusal_into(failed, [&](workspace& tight) {
              return tc3::make_request_into(tight, cvm, "{}", sample_profile(), sample_time, {}, other_signer{.fails = true});
          }) == failed);
}

TEST_CASE("the name of a header that is refused outlives the header") {
    char memory[32];
    workspace space(memory);
    const auto refused = [&space] {
        const std::string name = "X-Mine", value = "a\nb";
        const std::array<header, 1> fields{{{name, value}}};
        return tc3::make_request_into(space, borrowed_token{}, sample_profile(), sample_time, {.headers = fields});
    }();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().field == "X-Mine");
    CHECK(refused.error().field.data() == memory);
    CHECK(refused.error().reason.name.empty());
    CHECK(space.needed() == 6);
}
