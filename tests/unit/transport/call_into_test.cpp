// SPDX-License-Identifier: MIT
// call_into: a whole exchange in memory of the caller's, at every size of it and at each stage where it can end.
#include "../../support/every_kind.hpp"
#include "../../support/exchange.hpp"
#include "../../support/policies.hpp"
#include "../../support/storages.hpp"
#include "../../support/wrong_answers.hpp"
#include <tc3/tc3.hpp>
#include <tc3/testing.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using support::basic_every_kind;
using support::plain;
using support::plain_failure;
using support::sample_profile;
using support::sample_time;
using support::tight_workspace;
using tc3::borrowed;
using tc3::errc;
using tc3::stage;
using tc3::workspace;
using tc3::faceid::apply_liveness_token;
namespace http = tc3::http;
using borrowed_token = tc3::faceid::basic_apply_liveness_token<borrowed>;
using borrowed_output = tc3::faceid::basic_apply_liveness_token_output<borrowed>;
using returned = tc3::result<http::response_view, tc3::transport_error>;

namespace {

constexpr borrowed_token sample_question{.secure_level = "4"};

/// What a transport does with a body: as much memory as it takes, or its size.
http::response_view respond(std::int32_t status, std::string_view body, std::span<char> memory) {
    if (body.size() > memory.size()) return {.status = status, .body_size = body.size()};
    if (!body.empty()) std::memcpy(memory.data(), body.data(), body.size());
    return {.status = status, .body = {memory.data(), body.size()}};
}

/// Gives every request the same answer.
struct fake_transport_into {
    std::int32_t status = 200;
    std::string body;
    std::size_t calls = 0;
    std::string head = {};

    returned operator()(const http::request_view& request, std::span<char> memory) {
        ++calls;
        head.clear();
        http::write_head(head, request);
        head.append(request.body);
        return respond(status, body, memory);
    }
};

tc3::call_result<borrowed_token> ask(fake_transport_into& http, workspace& space) {
    return tc3::call_into(http, sample_question, sample_profile(), sample_time, space);
}

std::size_t request_size() {
    workspace none;
    return tc3::make_request_into(none, sample_question, sample_profile(), sample_time).error().reason.needed;
}

plain_failure shortage(stage where, std::size_t needed, std::size_t size, std::int32_t status = 0) {
    return {
        .stage = where, .reason = {.code = errc::buffer_too_small, .part = "workspace", .needed = needed, .limit = size}, .status = status};
}

}  // namespace

TEST_CASE("a whole exchange: every smaller memory names what the request, then the response, then the answer needs") {
    tc3::testing::emulator service([] { return sample_time; }, [] { return "a \"token\" that has to be decoded"; });
    service.use_request_ids([] { return "7-d"; });
    service.add_credential(support::secret_id, support::secret_key, support::session_token);
    serve_faceid(service);
    std::size_t body_size = 0;
    const auto transport = [&](const http::request_view& request, std::span<char> memory) -> returned {
        const auto response = service(request);
        body_size = response->body.size();
        return respond(response->status, response->body, memory);
    };
    const auto ask_in = [&](workspace& space) { return tc3::call_into(transport, sample_question, sample_profile(), sample_time, space); };

    const std::size_t request = request_size();
    std::size_t size = 0;
    for (; size < request; ++size) {
        tight_workspace space(size);
        REQUIRE(plain(ask_in(*space).error()) == shortage(stage::request, request, size));
        REQUIRE(space->available() == size);
    }
    REQUIRE(body_size == 0);
    {
        tight_workspace space(size);
        const std::size_t named = ask_in(*space).error().reason.needed;
        CHECK(named == request + body_size);
    }
    const std::size_t with_response = request + body_size;
    for (; size < with_response; ++size) {
        tight_workspace space(size);
        REQUIRE(plain(ask_in(*space).error()) == shortage(stage::response, with_response, size, 200));
        REQUIRE(space->available() == size);
    }
    const std::size_t with_output = with_response + std::string_view("a \"token\" that has to be decoded").size();
    for (; size < with_output; ++size) {
        tight_workspace space(size);
        REQUIRE(plain(ask_in(*space).error()) == shortage(stage::response, with_output, size, 200));
        REQUIRE(space->complete());
    }
    for (std::size_t misalignment = 0; misalignment < 16; ++misalignment) {
        tight_workspace space(with_output, misalignment);
        const auto output = ask_in(*space);
        REQUIRE(output);
        CHECK(output->sdk_token == "a \"token\" that has to be decoded");
        CHECK(output->request_id == "7-d");
        CHECK(space.holds(*output->sdk_token));
        CHECK(space.holds(*output->request_id));
        CHECK(space->available() == 0);
    }
}

TEST_CASE("memory of any one-byte type, which serves one call") {
    fake_transport_into http{.body = R"({"Response":{"SdkToken":"\u0074","RequestId":"7-d"}})"};
    const auto check_output = [](const auto& output) {
        REQUIRE(output);
        CHECK(output->sdk_token == "t");
        CHECK(output->request_id == "7-d");
    };
    char chars[2000];
    unsigned char octets[2000];
    std::byte bytes[2000];
    check_output(tc3::call_into(http, sample_question, sample_profile(), sample_time, chars));
    check_output(tc3::call_into(http, sample_question, sample_profile(), sample_time, octets));
    check_output(tc3::call_into(http, sample_question, sample_profile(), sample_time, bytes));
    support::single_state_policy policy;
    check_output(tc3::call_into(http, sample_question, sample_profile(), sample_time, chars, {.sign_action = true}, policy));
    CHECK(policy.hashes() > 0);
    CHECK(http.head.find("SignedHeaders=content-type;host;x-tc-action") != std::string::npos);
    std::array<char, 2000> array{};
    std::vector<char> vector(2000);
    check_output(tc3::call_into(http, sample_question, sample_profile(), sample_time, array));
    check_output(tc3::call_into(http, sample_question, sample_profile(), sample_time, vector));
    char little[10];
    CHECK(tc3::call_into(http, sample_question, sample_profile(), sample_time, little).error().reason.needed == request_size());
}

TEST_CASE("the request is that of make_request") {
    fake_transport_into http{.body = R"({"Response":{}})"};
    tight_workspace space(2000);
    REQUIRE(ask(http, *space));
    std::string expected;
    const auto whole = tc3::make_request(apply_liveness_token{.secure_level = "4"}, sample_profile(), sample_time);
    http::write_head(expected, whole->view());
    CHECK(http.head == expected.append(whole->view().body));
}

TEST_CASE("two calls in one workspace: both answers stay") {
    fake_transport_into http{.body = R"({"Response":{"SdkToken":"f\u0069rst","RequestId":"1"}})"};
    tight_workspace space(2 * request_size() + 200);
    const auto first = ask(http, *space);
    http.body = R"({"Response":{"SdkToken":"s\u0065cond","RequestId":"2"}})";
    const auto second = ask(http, *space);
    const auto third = ask(http, *space);
    REQUIRE(first);
    REQUIRE(second);
    CHECK(first->sdk_token == "first");
    CHECK(first->request_id == "1");
    CHECK(second->sdk_token == "second");
    CHECK(second->request_id == "2");
    REQUIRE_FALSE(third);
    CHECK(third.error().reason.code == errc::buffer_too_small);
    CHECK(first->sdk_token == "first");
    CHECK(space->complete());
    space->clear();
    CHECK(ask(http, *space).has_value());
}

TEST_CASE("a second call from within the transport finds the workspace in use") {
    tight_workspace space(4000);
    fake_transport_into inner{.body = "{}"};
    plain_failure seen_making, seen_parsing;
    const auto outer = [&](const http::request_view&, std::span<char> memory) -> returned {
        seen_making = plain(ask(inner, *space).error());
        seen_parsing = plain(tc3::parse_body<borrowed_token>(R"({"Response":{"SdkToken":"\u0074"}})", *space).error());
        return respond(200, R"({"Response":{"SdkToken":"\u0074"}})", memory);
    };
    const auto output = tc3::call_into(outer, sample_question, sample_profile(), sample_time, *space);
    REQUIRE(output);
    CHECK(output->sdk_token == "t");
    CHECK(inner.calls == 0);
    CHECK(seen_making == plain_failure{.reason = {.code = errc::in_use, .part = "workspace"}});
    CHECK(seen_parsing.reason == tc3::error{.code = errc::in_use, .part = "workspace"});
}

// ---- where bodies lie
// ---------------------------------------------------------------------------------------------------------------------

TEST_CASE("a body may lie anywhere in what was lent, or elsewhere, and takes what lies before its end") {
    const std::string body = R"({"Response":{"SdkToken":"a\u0062c"}})";
    const std::size_t request = request_size();
    for (const std::size_t before : {std::size_t{0}, std::size_t{7}, std::size_t{100}}) {
        tight_workspace space(request + before + body.size() + 3);
        const auto output = tc3::call_into(
            [&](const http::request_view&, std::span<char> memory) -> returned {
                const http::response_view got = respond(200, body, memory.subspan(before));
                return got;
            },
            sample_question, sample_profile(), sample_time, *space);
        REQUIRE(output);
        CHECK(output->sdk_token == "abc");
        CHECK(space->available() == 0);
    }
    tight_workspace space(request + 3);
    const auto elsewhere = [&](const http::request_view&, std::span<char>) -> returned { return http::response_view{200, body}; };
    const auto output = tc3::call_into(elsewhere, sample_question, sample_profile(), sample_time, *space);
    REQUIRE(output);
    CHECK(output->sdk_token == "abc");
    CHECK(space->available() == 0);
}

TEST_CASE("an empty body takes nothing, wherever it points") {
    tight_workspace space(2000);
    const auto empty_at_the_end = [](const http::request_view&, std::span<char> memory) -> returned {
        return http::response_view{204, std::string_view(memory.data() + memory.size(), 0)};
    };
    const auto failed = tc3::call_into(empty_at_the_end, sample_question, sample_profile(), sample_time, *space);
    CHECK(plain(failed.error()) == plain_failure{.stage = stage::http, .status = 204});
    CHECK(space->available() == 2000 - request_size());
}

TEST_CASE("a body that did not fit is named with its size, whatever of it is there") {
    const std::size_t request = request_size();
    constexpr std::size_t largest = static_cast<std::size_t>((std::numeric_limits<std::ptrdiff_t>::max)());
    for (const std::size_t size : {std::size_t{1000}, std::size_t{1000000}, largest}) {
        const auto large = [&](const http::request_view&, std::span<char> memory) -> returned {
            return http::response_view{200, {memory.data(), memory.size()}, size};
        };
        tight_workspace space(request + 999);
        const auto failed = tc3::call_into(large, sample_question, sample_profile(), sample_time, *space);
        REQUIRE_FALSE(failed);
        CHECK(plain(failed.error()) == shortage(stage::response, request + size, request + 999, 200));
        CHECK(space->available() == request + 999);
    }
}

TEST_CASE("a size of -1 is one that is not known") {
    struct with_signed_size {
        int status;
        std::string_view body;
        int body_size;
    };
    const auto send = [](const http::request_view&, std::span<char>) -> tc3::result<with_signed_size, tc3::transport_error> {
        return with_signed_size{200, R"({"Response":{"SdkToken":"t"}})", -1};
    };
    tight_workspace space(2000);
    const auto output = tc3::call_into(send, sample_question, sample_profile(), sample_time, *space);
    REQUIRE(output);
    CHECK(output->sdk_token == "t");
}

TEST_CASE("what has status, body, code and message in types of its own is a transport") {
    struct my_response {
        std::uint16_t status;
        std::span<const unsigned char> body;
    };
    struct my_error {
        int code;
        const char* message;
    };
    struct my_outcome {  // no operator->, no bool
        my_response value;
        my_error failed;
        [[nodiscard]] bool has_value() const { return failed.code == 0; }
        [[nodiscard]] const my_response& operator*() const { return value; }
        [[nodiscard]] const my_error& error() const { return failed; }
    };
    static constexpr unsigned char body[] = {'{', '"', 'R', 'e', 's', 'p', 'o', 'n', 's', 'e', '"', ':', '{', '}', '}'};
    tight_workspace space(2000);
    my_error error{};
    const auto send = [&error](const http::request_view&, std::span<char>) { return my_outcome{{200, body}, error}; };
    CHECK(tc3::call_into(send, sample_question, sample_profile(), sample_time, *space).has_value());
    space->clear();
    error = {7, nullptr};
    const auto failed = tc3::call_into(send, sample_question, sample_profile(), sample_time, *space);
    CHECK(plain(failed.error()) == plain_failure{.stage = stage::transport, .transport_code = 7});
}

namespace {

template <class Response>
using sender_of = tc3::result<Response, tc3::transport_error> (*)(const http::request_view&, std::span<char>);

}  // namespace

static_assert(tc3::transport_into<sender_of<http::response_view>>);
static_assert(!tc3::transport_into<sender_of<http::response>> && !tc3::transport_into<sender_of<support::response>>,
              "a body that dies with the response can't be borrowed");
static_assert(!tc3::transport_into<support::fake_transport>);

namespace {

struct with_an_array {
    int status;
    char body[256];
};

}  // namespace

static_assert(tc3::http_response<with_an_array> && !tc3::lends_its_body<with_an_array>);
static_assert(!tc3::transport_into<sender_of<with_an_array>>, "an array dies with its response, too");

// ---- each stage where it can end
// ------------------------------------------------------------------------------------------------------------

TEST_CASE("number and text of a transport are kept, the text where the request was, which is longer") {
    const std::size_t request = request_size();
    const std::string text = "Timeout was reached " + std::string(1000, 'x');
    const auto fail = [&](const http::request_view&, std::span<char>) -> returned {
        return tc3::unexpected(tc3::transport_error{28, text});
    };
    for (std::size_t room = 0; room <= 300; ++room) {
        tight_workspace space(request + room);
        const auto failed = tc3::call_into(fail, sample_question, sample_profile(), sample_time, *space);
        const std::string expected = text.substr(0, tc3::longest_transport_message);
        REQUIRE(plain(failed.error()) == plain_failure{.stage = stage::transport, .transport_code = 28, .message = expected});
        REQUIRE(space->complete());
        REQUIRE_FALSE(space->is_lent());
    }
}

TEST_CASE("a transport may write its text into what it was lent") {
    struct failed_with_view {
        int code;
        std::string_view message;
    };
    for (const std::size_t at : {0U, 1U, 5U}) {
        tight_workspace space(2000);
        const auto fail = [at](const http::request_view&, std::span<char> memory) -> tc3::result<http::response_view, failed_with_view> {
            constexpr std::string_view text = "Timeout was reached";
            std::memcpy(memory.data() + at, text.data(), text.size());
            return tc3::unexpected(failed_with_view{28, {memory.data() + at, text.size()}});
        };
        CHECK(tc3::call_into(fail, sample_question, sample_profile(), sample_time, *space).error().message == "Timeout was reached");
    }
}

TEST_CASE("what is no answer is the failure of call, whatever the size of the memory") {
    const std::size_t request = request_size();
    const auto compare = [&](std::int32_t status, std::string_view body) {
        CAPTURE(body);
        support::fake_transport owning_http;
        owning_http.output = {status, std::string(body)};
        const auto owned = tc3::call(owning_http, apply_liveness_token{.secure_level = "4"}, sample_profile(), sample_time);
        REQUIRE_FALSE(owned);
        const plain_failure expected = plain(owned.error());
        fake_transport_into http{.status = status, .body = std::string(body)};
        const std::size_t with_response = request + body.size();
        for (std::size_t size = request - 2; size <= with_response + 140; ++size) {
            tight_workspace space(size);
            const plain_failure why = plain(ask(http, *space).error());
            if (size < request) {
                REQUIRE(why == shortage(stage::request, request, size));
            } else if (size < with_response) {
                REQUIRE(why == shortage(stage::response, with_response, size, status));
            } else {
                REQUIRE(support::is_but_for_texts(why, expected));
            }
            if (size == with_response + 140) REQUIRE(why == expected);
            REQUIRE(space->complete());
        }
    };
    for (const auto& row : support::service_error_cases) compare(200, row.body);
    for (const auto& row : support::no_answer_cases) compare(200, row.body);
    for (const int status : support::other_statuses) {
        compare(status, support::error_envelope);
        for (const std::string_view body : support::bodies_of_gateways) compare(status, body);
    }
}

TEST_CASE("a request that is refused is not sent, and one whose body is streamed neither") {
    fake_transport_into http{.body = R"({"Response":{}})"};
    tight_workspace space(2000);
    const auto missing = tc3::call_into(http, basic_every_kind<borrowed>{}, sample_profile(), sample_time, *space);
    CHECK(plain(missing.error()) == plain_failure{.reason = {.code = errc::missing, .part = "field"}, .field = "Needed"});
    CHECK(space->available() == 2000 - 6);
    const auto streamed = tc3::call_into(http, sample_question, sample_profile(), sample_time, *space, {.stream_body = true});
    CHECK(plain(streamed.error()) == plain_failure{.reason = {.code = errc::not_allowed, .part = "body"}});
    CHECK(space->available() == 2000 - 6);
    const auto by_get = tc3::call_into(http, sample_question, sample_profile(), sample_time, *space, {.method = http::method::get});
    CHECK(by_get.error().reason.part == "method");
    CHECK(http.calls == 0);

    support::fake_transport owning_http;
    const auto owned = tc3::call(owning_http, apply_liveness_token{}, sample_profile(), sample_time, {.stream_body = true});
    CHECK(plain(owned.error()) == plain(streamed.error()));
    CHECK(owning_http.calls == 0);
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
    fake_transport_into http{.body = R"({"Response":{"SdkToken":"t"}})"};
    const tc3::client_profile_view profile{.credential = {}, .region = "ap-singapore"};
    char memory[2000];
    CHECK((*tc3::call_into(http, sample_question, profile, sample_time, memory, {}, signer)).sdk_token == "t");
    CHECK(http.head.find("Credential=AKIDremote/2019-02-25/faceid/") != std::string::npos);
    signer.fails = true;
    CHECK(tc3::call_into(http, sample_question, profile, sample_time, memory, {}, signer).error().reason.code == errc::signer_failed);
    CHECK(http.calls == 1);
}

TEST_CASE("a transport that fails again and again uses nothing up") {
    tight_workspace space(2000);
    const auto fail = [](const http::request_view&, std::span<char>) -> returned { return tc3::unexpected(tc3::transport_error{7, ""}); };
    for (int i = 0; i < 100; ++i) {
        const auto failed = tc3::call_into(fail, sample_question, sample_profile(), sample_time, *space);
        REQUIRE(plain(failed.error()) == plain_failure{.stage = stage::transport, .transport_code = 7});
        REQUIRE(space->available() == 2000);
    }
}

TEST_CASE("an exception of the transport passes, and leaves the workspace to the next call") {
    tight_workspace space(2000);
    const auto thrower = [](const http::request_view&, std::span<char>) -> returned { throw 7; };
    for (int i = 0; i < 100; ++i) {
        CHECK_THROWS_AS(static_cast<void>(tc3::call_into(thrower, sample_question, sample_profile(), sample_time, *space)), int);
        REQUIRE(space->available() == 2000);
    }
    fake_transport_into http{.body = R"({"Response":{}})"};
    CHECK(ask(http, *space).has_value());
}
