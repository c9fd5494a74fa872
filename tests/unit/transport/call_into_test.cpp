// SPDX-License-Identifier: MIT
// call_into(): a call in a workspace, of each size and for each stage at which the call can fail.
#include "../../support/every_kind.hpp"
#include "../../support/exchange.hpp"
#include "../../support/policies.hpp"
#include "../../support/request_text.hpp"
#include "../../support/signers.hpp"
#include "../../support/storages.hpp"
#include "../../support/wrong_outputs.hpp"
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
using response_or_error = tc3::result<http::response_view, tc3::transport_error>;

namespace {

constexpr borrowed_token sample_input{.secure_level = "4"};

/// Writes a body into the memory of a transport. Returns its size only if it does not fit.
http::response_view respond(std::int32_t status, std::string_view body, std::span<char> memory) {
    if (body.size() > memory.size()) return {.status = status, .body_size = body.size()};
    if (!body.empty()) std::memcpy(memory.data(), body.data(), body.size());
    return {.status = status, .body = {memory.data(), body.size()}};
}

/// A transport with a fixed response, which keeps the last request as text.
struct fake_transport_into {
    std::int32_t status = 200;
    std::string body;
    std::size_t calls = 0;
    std::string request = {};

    response_or_error operator()(const http::request_view& sent, std::span<char> memory) {
        ++calls;
        request = support::wire_text(sent);
        return respond(status, body, memory);
    }
};

tc3::call_result<borrowed_token> call_in(fake_transport_into& http, workspace& space) {
    return tc3::call_into(http, sample_input, sample_profile(), sample_time, {}, space);
}

std::size_t request_size() {
    workspace empty;
    return tc3::make_request_into(sample_input, sample_profile(), sample_time, {}, empty).error().reason.needed;
}

plain_failure shortage(stage stage, std::size_t needed, std::size_t size, std::int32_t status = 0) {
    return {
        .stage = stage, .reason = {.code = errc::buffer_too_small, .part = "workspace", .needed = needed, .limit = size}, .status = status};
}

}  // namespace

TEST_CASE("a workspace that is too small gives the size needed for the request, then for the response, then for the output") {
    constexpr std::string_view token = "a token with \"quotes\"";  // has to be unescaped, which takes memory
    tc3::testing::emulator service([] { return sample_time; }, [token] { return std::string(token); });
    service.use_request_ids([] { return "7-d"; });
    service.add_credential(support::secret_id, support::secret_key, support::session_token);
    tc3::testing::serve_faceid(service);
    std::size_t body_size = 0;
    const auto transport = [&](const http::request_view& request, std::span<char> memory) -> response_or_error {
        const auto response = service(request);
        body_size = response->body.size();
        return respond(response->status, response->body, memory);
    };
    const auto call_emulator = [&](workspace& space) {
        return tc3::call_into(transport, sample_input, sample_profile(), sample_time, {}, space);
    };

    const std::size_t request = request_size();
    std::size_t size = 0;
    for (; size < request; ++size) {
        tight_workspace space(size);
        REQUIRE(plain(call_emulator(*space).error()) == shortage(stage::request, request, size));
        REQUIRE(space->available() == size);
    }
    REQUIRE(body_size == 0);
    {
        // The first call that reaches the emulator: it sets body_size.
        tight_workspace space(size);
        const std::size_t needed = call_emulator(*space).error().reason.needed;
        CHECK(needed == request + body_size);
    }
    const std::size_t with_response = request + body_size;
    for (; size < with_response; ++size) {
        tight_workspace space(size);
        REQUIRE(plain(call_emulator(*space).error()) == shortage(stage::response, with_response, size, 200));
        REQUIRE(space->available() == size);
    }
    const std::size_t with_output = with_response + token.size();
    for (; size < with_output; ++size) {
        tight_workspace space(size);
        plain_failure expected = shortage(stage::response, with_output, size, 200);
        expected.request_id = "7-d";
        REQUIRE(plain(call_emulator(*space).error()) == expected);
        REQUIRE(space->complete());
    }
    for (std::size_t misalignment = 0; misalignment < 16; ++misalignment) {
        tight_workspace space(with_output, misalignment);
        const auto output = call_emulator(*space);
        REQUIRE(output);
        CHECK(output->sdk_token == token);
        CHECK(output->request_id == "7-d");
        CHECK(space.holds(*output->sdk_token));
        CHECK(space.holds(*output->request_id));
        CHECK(space->available() == 0);
    }
}

TEST_CASE("call_into() takes an array or a vector of one-byte elements as memory for one call") {
    fake_transport_into http{.body = R"({"Response":{"SdkToken":"\u0074","RequestId":"7-d"}})"};
    const auto check_output = [](const auto& output) {
        REQUIRE(output);
        CHECK(output->sdk_token == "t");
        CHECK(output->request_id == "7-d");
    };
    char chars[2000];
    unsigned char octets[2000];
    std::byte bytes[2000];
    check_output(tc3::call_into(http, sample_input, sample_profile(), sample_time, {}, chars));
    check_output(tc3::call_into(http, sample_input, sample_profile(), sample_time, {}, octets));
    check_output(tc3::call_into(http, sample_input, sample_profile(), sample_time, {}, bytes));
    support::single_state_policy policy;
    check_output(tc3::call_into(http, sample_input, sample_profile(), sample_time, {.sign_action = true, .hash = policy}, chars));
    CHECK(policy.hashes() > 0);
    CHECK(http.request.find("SignedHeaders=content-type;host;x-tc-action") != std::string::npos);
    std::array<char, 2000> array{};
    std::vector<char> vector(2000);
    check_output(tc3::call_into(http, sample_input, sample_profile(), sample_time, {}, array));
    check_output(tc3::call_into(http, sample_input, sample_profile(), sample_time, {}, vector));
    char too_small[10];
    CHECK(tc3::call_into(http, sample_input, sample_profile(), sample_time, {}, too_small).error().reason.needed == request_size());
}

TEST_CASE("call_into() sends the request of make_request()") {
    fake_transport_into http{.body = R"({"Response":{}})"};
    tight_workspace space(2000);
    REQUIRE(call_in(http, *space));
    const auto expected = tc3::make_request(apply_liveness_token{.secure_level = "4"}, sample_profile(), sample_time);
    REQUIRE(expected);
    CHECK(http.request == support::wire_text(expected->view()));
}

TEST_CASE("two calls in one workspace: both outputs stay valid") {
    fake_transport_into http{.body = R"({"Response":{"SdkToken":"f\u0069rst","RequestId":"1"}})"};
    tight_workspace space(2 * request_size() + 200);
    const auto first = call_in(http, *space);
    http.body = R"({"Response":{"SdkToken":"s\u0065cond","RequestId":"2"}})";
    const auto second = call_in(http, *space);
    const auto third = call_in(http, *space);
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
    CHECK(call_in(http, *space).has_value());
}

TEST_CASE("a call or a parser within the transport finds the workspace in use") {
    tight_workspace space(4000);
    fake_transport_into inner{.body = "{}"};
    plain_failure request_failure, parse_failure;
    const auto outer = [&](const http::request_view&, std::span<char> memory) -> response_or_error {
        request_failure = plain(call_in(inner, *space).error());
        parse_failure = plain(tc3::parse_body<borrowed_token>(R"({"Response":{"SdkToken":"\u0074"}})", *space).error());
        return respond(200, R"({"Response":{"SdkToken":"\u0074"}})", memory);
    };
    const auto output = tc3::call_into(outer, sample_input, sample_profile(), sample_time, {}, *space);
    REQUIRE(output);
    CHECK(output->sdk_token == "t");
    CHECK(inner.calls == 0);
    CHECK(request_failure == plain_failure{.reason = {.code = errc::in_use, .part = "workspace"}});
    CHECK(parse_failure.reason == tc3::error{.code = errc::in_use, .part = "workspace"});
}

// ---- the place of a body ------------------------------------------------------------------------------------------------------

TEST_CASE("a body may be anywhere in the lent memory, which is used up to its end, or in other memory") {
    const std::string body = R"({"Response":{"SdkToken":"a\u0062c"}})";
    const std::size_t request = request_size();
    for (const std::size_t offset : {std::size_t{0}, std::size_t{7}, std::size_t{100}}) {
        tight_workspace space(request + offset + body.size() + 3);
        const auto output =
            tc3::call_into([&](const http::request_view&,
                               std::span<char> memory) -> response_or_error { return respond(200, body, memory.subspan(offset)); },
                           sample_input, sample_profile(), sample_time, {}, *space);
        REQUIRE(output);
        CHECK(output->sdk_token == "abc");
        CHECK(space->available() == 0);
    }
    tight_workspace space(request + 3);
    const auto elsewhere = [&](const http::request_view&, std::span<char>) -> response_or_error { return http::response_view{200, body}; };
    const auto output = tc3::call_into(elsewhere, sample_input, sample_profile(), sample_time, {}, *space);
    REQUIRE(output);
    CHECK(output->sdk_token == "abc");
    CHECK(space->available() == 0);
}

TEST_CASE("an empty body uses no memory, even if it points to the end of the lent memory") {
    tight_workspace space(2000);
    const auto empty_at_the_end = [](const http::request_view&, std::span<char> memory) -> response_or_error {
        return http::response_view{204, std::string_view(memory.data() + memory.size(), 0)};
    };
    const auto failed = tc3::call_into(empty_at_the_end, sample_input, sample_profile(), sample_time, {}, *space);
    CHECK(plain(failed.error()) == plain_failure{.stage = stage::http, .status = 204});
    CHECK(space->available() == 2000 - request_size());
}

TEST_CASE("a body_size larger than the body gives the size needed, even with a part of the body") {
    const std::size_t request = request_size();
    constexpr std::size_t largest = static_cast<std::size_t>((std::numeric_limits<std::ptrdiff_t>::max)());
    for (const std::size_t size : {std::size_t{1000}, std::size_t{1000000}, largest}) {
        const auto send = [&](const http::request_view&, std::span<char> memory) -> response_or_error {
            return http::response_view{200, {memory.data(), memory.size()}, size};
        };
        tight_workspace space(request + 999);
        const auto failed = tc3::call_into(send, sample_input, sample_profile(), sample_time, {}, *space);
        REQUIRE_FALSE(failed);
        CHECK(plain(failed.error()) == shortage(stage::response, request + size, request + 999, 200));
        CHECK(space->available() == request + 999);
    }
}

TEST_CASE("a body_size of -1 is ignored") {
    struct with_signed_size {
        int status;
        std::string_view body;
        int body_size;
    };
    const auto send = [](const http::request_view&, std::span<char>) -> tc3::result<with_signed_size, tc3::transport_error> {
        return with_signed_size{200, R"({"Response":{"SdkToken":"t"}})", -1};
    };
    tight_workspace space(2000);
    const auto output = tc3::call_into(send, sample_input, sample_profile(), sample_time, {}, *space);
    REQUIRE(output);
    CHECK(output->sdk_token == "t");
}

TEST_CASE("call_into() takes a transport with its own types for response, error and result") {
    struct my_response {
        std::uint16_t status;
        std::span<const unsigned char> body;
    };
    struct my_error {
        int code;
        const char* message;
    };
    struct my_result {  // no operator-> and no conversion to bool
        my_response value;
        my_error error_;
        [[nodiscard]] bool has_value() const { return error_.code == 0; }
        [[nodiscard]] const my_response& operator*() const { return value; }
        [[nodiscard]] const my_error& error() const { return error_; }
    };
    static constexpr unsigned char body[] = {'{', '"', 'R', 'e', 's', 'p', 'o', 'n', 's', 'e', '"', ':', '{', '}', '}'};
    tight_workspace space(2000);
    my_error error{};
    const auto send = [&error](const http::request_view&, std::span<char>) { return my_result{{200, body}, error}; };
    CHECK(tc3::call_into(send, sample_input, sample_profile(), sample_time, {}, *space).has_value());
    space->clear();
    error = {7, nullptr};
    const auto failed = tc3::call_into(send, sample_input, sample_profile(), sample_time, {}, *space);
    CHECK(plain(failed.error()) == plain_failure{.stage = stage::transport, .transport_code = 7});
}

namespace {

template <class Response>
using transport_for = tc3::result<Response, tc3::transport_error> (*)(const http::request_view&, std::span<char>);

}  // namespace

static_assert(tc3::transport_into<transport_for<http::response_view>>);
static_assert(!tc3::transport_into<transport_for<http::response>> && !tc3::transport_into<transport_for<support::response>>,
              "an output cannot refer to the body of a temporary response");
static_assert(!tc3::transport_into<support::fake_transport>);

namespace {

struct with_array {
    int status;
    char body[256];
};

}  // namespace

static_assert(tc3::http_response<with_array> && !tc3::lends_its_body<with_array>);
static_assert(!tc3::transport_into<transport_for<with_array>>, "an array is destroyed with its response");

// ---- failures of each stage ---------------------------------------------------------------------------------------------------

TEST_CASE("number and text of a transport error are kept; the text uses the memory of the request") {
    const std::size_t request = request_size();
    const std::string text = "Timeout was reached " + std::string(1000, 'x');
    const auto fail = [&](const http::request_view&, std::span<char>) -> response_or_error {
        return tc3::unexpected(tc3::transport_error{28, text});
    };
    for (std::size_t room = 0; room <= 300; ++room) {
        tight_workspace space(request + room);
        const auto failed = tc3::call_into(fail, sample_input, sample_profile(), sample_time, {}, *space);
        const std::string expected = text.substr(0, tc3::longest_transport_message);
        REQUIRE(plain(failed.error()) == plain_failure{.stage = stage::transport, .transport_code = 28, .message = expected});
        REQUIRE(space->complete());
        REQUIRE_FALSE(space->is_lent());
    }
}

TEST_CASE("the failure keeps that the transport never sent the request") {
    for (const bool never_sent : {false, true}) {
        const auto fail = [&](const http::request_view&, std::span<char>) -> response_or_error {
            return tc3::unexpected(tc3::transport_error{7, "refused", never_sent});
        };
        tight_workspace space(2000);
        const auto failed = tc3::call_into(fail, sample_input, sample_profile(), sample_time, {}, *space);
        CHECK(failed.error().never_sent == never_sent);
        CHECK(tc3::retry_advice(failed.error()) == (never_sent ? tc3::retry::with_back_off : tc3::retry::with_back_off_if_harmless));
    }
}

TEST_CASE("a transport may write its error text into the lent memory") {
    struct error_with_view {
        int code;
        std::string_view message;
    };
    for (const std::size_t offset : {0U, 1U, 5U}) {
        tight_workspace space(2000);
        const auto fail = [offset](const http::request_view&, std::span<char> memory) -> tc3::result<http::response_view, error_with_view> {
            constexpr std::string_view text = "Timeout was reached";
            std::memcpy(memory.data() + offset, text.data(), text.size());
            return tc3::unexpected(error_with_view{28, {memory.data() + offset, text.size()}});
        };
        CHECK(tc3::call_into(fail, sample_input, sample_profile(), sample_time, {}, *space).error().message == "Timeout was reached");
    }
}

TEST_CASE("call_into() has the failure of call() for each wrong response, in a workspace of any size") {
    const std::size_t request = request_size();
    const auto check_failure = [&](std::int32_t status, std::string_view body) {
        CAPTURE(body);
        support::fake_transport owning_http;
        owning_http.output = {status, std::string(body)};
        const auto owned = tc3::call(owning_http, apply_liveness_token{.secure_level = "4"}, sample_profile(), sample_time);
        REQUIRE_FALSE(owned);
        const plain_failure expected = plain(owned.error());
        fake_transport_into http{.status = status, .body = std::string(body)};
        const std::size_t with_response = request + body.size();
        const std::size_t with_texts = with_response + 140;  // enough for all texts of the failure
        for (std::size_t size = request - 2; size <= with_texts; ++size) {
            tight_workspace space(size);
            const plain_failure failed = plain(call_in(http, *space).error());
            if (size < request) {
                REQUIRE(failed == shortage(stage::request, request, size));
            } else if (size < with_response) {
                REQUIRE(failed == shortage(stage::response, with_response, size, status));
            } else {
                REQUIRE(support::equals_but_for_texts(failed, expected));
            }
            if (size == with_texts) REQUIRE(failed == expected);
            REQUIRE(space->complete());
        }
    };
    for (const auto& row : support::service_error_cases) check_failure(200, row.body);
    for (const auto& row : support::no_output_cases) check_failure(200, row.body);
    for (const int status : support::other_statuses) {
        check_failure(status, support::error_envelope);
        for (const std::string_view body : support::gateway_bodies) check_failure(status, body);
    }
}

TEST_CASE("a request that cannot be made, or whose body is streamed, is not sent") {
    fake_transport_into http{.body = R"({"Response":{}})"};
    tight_workspace space(2000);
    const auto missing = tc3::call_into(http, basic_every_kind<borrowed>{}, sample_profile(), sample_time, {}, *space);
    CHECK(plain(missing.error()) == plain_failure{.reason = {.code = errc::missing, .part = "field"}, .field = "Needed"});
    CHECK(space->available() == 2000 - std::string_view("Needed").size());  // the failure keeps the name of the field
    const auto streamed = tc3::call_into(http, sample_input, sample_profile(), sample_time, {.stream_body = true}, *space);
    CHECK(plain(streamed.error()) == plain_failure{.reason = {.code = errc::not_allowed, .part = "body"}});
    CHECK(space->available() == 2000 - std::string_view("Needed").size());
    const auto by_get = tc3::call_into(http, sample_input, sample_profile(), sample_time, {.method = http::method::get}, *space);
    CHECK(by_get.error().reason.part == "method");
    CHECK(http.calls == 0);

    support::fake_transport owning_http;
    const auto owned = tc3::call(owning_http, apply_liveness_token{}, sample_profile(), sample_time, {.stream_body = true});
    CHECK(plain(owned.error()) == plain(streamed.error()));
    CHECK(owning_http.calls == 0);
}

TEST_CASE("call_into() takes a signer, whose error is the failure of the call") {
    support::zero_signer signer;
    fake_transport_into http{.body = R"({"Response":{"SdkToken":"t"}})"};
    const tc3::client_profile_view profile{.credential = {}, .region = "ap-singapore"};
    char memory[2000];
    CHECK((*tc3::call_into(http, sample_input, profile, sample_time, {.signer = signer}, memory)).sdk_token == "t");
    CHECK(http.request.find("Credential=AKIDremote/2019-02-25/faceid/") != std::string::npos);
    signer.fails = true;
    CHECK(tc3::call_into(http, sample_input, profile, sample_time, {.signer = signer}, memory).error().reason.code == errc::signer_failed);
    CHECK(http.calls == 1);
}

TEST_CASE("a failed transport gives all memory back") {
    tight_workspace space(2000);
    const auto fail = [](const http::request_view&, std::span<char>) -> response_or_error {
        return tc3::unexpected(tc3::transport_error{7, ""});
    };
    for (int i = 0; i < 100; ++i) {
        const auto failed = tc3::call_into(fail, sample_input, sample_profile(), sample_time, {}, *space);
        REQUIRE(plain(failed.error()) == plain_failure{.stage = stage::transport, .transport_code = 7});
        REQUIRE(space->available() == 2000);
    }
}

#ifndef DOCTEST_CONFIG_NO_EXCEPTIONS
TEST_CASE("an exception of the transport leaves call_into() and gives all memory back") {
    tight_workspace space(2000);
    const auto throwing = [](const http::request_view&, std::span<char>) -> response_or_error { throw 7; };
    for (int i = 0; i < 100; ++i) {
        CHECK_THROWS_AS(static_cast<void>(tc3::call_into(throwing, sample_input, sample_profile(), sample_time, {}, *space)), int);
        REQUIRE(space->available() == 2000);
    }
    fake_transport_into http{.body = R"({"Response":{}})"};
    CHECK(call_in(http, *space).has_value());
}
#endif
