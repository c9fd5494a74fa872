// SPDX-License-Identifier: MIT
// The transport concept: what fits, uncopied, and what is refused with a word about the part that is missing.
#include "../../support/exchange.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace http = tc3::http;

// An engine's own types: another result, a response with more in it, an error with texts of its own.
struct engine_error {
    long code = 0;
    std::string message;
    int line = 0;
};
struct engine_response {
    unsigned short status = 0;
    std::vector<std::byte> body;
    double seconds = 0;
};
struct engine_result {
    engine_response response;
    engine_error failed;
    [[nodiscard]] bool has_value() const { return failed.code == 0; }
    [[nodiscard]] const engine_response& operator*() const { return response; }
    [[nodiscard]] const engine_error& error() const { return failed; }
};

template <class Outcome>
struct returns {
    Outcome operator()(const http::request_view&);
};
struct statusless {
    std::string body;
};
struct bodiless {
    int status = 0;
};
struct wide_body {
    int status = 0;
    std::vector<int> body;
};
struct codeless {
    std::string message;
};
struct messageless {
    int code = 0;
};

template <class Response, class Error = tc3::transport_error>
using outputs = returns<tc3::result<Response, Error>>;

}  // namespace

static_assert(tc3::transport<support::fake_transport>);
static_assert(tc3::transport<support::fake_transport&>);
static_assert(tc3::transport<returns<engine_result>>);
static_assert(tc3::transport<outputs<support::response>>);
static_assert(tc3::transport<outputs<support::response, tc3::failure>> == false, "a failure has a text for its code");
static_assert(tc3::transport<tc3::result<engine_response, engine_error> (*)(const http::request_view&)>);

static_assert(!tc3::takes_request<int> && !tc3::transport<int>);
static_assert(!tc3::takes_request<support::response (*)(std::string)>);
static_assert(tc3::takes_request<returns<void>> && !tc3::transport<returns<void>>);
static_assert(!tc3::transport<returns<support::response>>, "it must be able to say that it failed");
static_assert(!tc3::transport<returns<bool>>);
static_assert(!tc3::transport<outputs<statusless>> && !tc3::has_status<statusless> && tc3::has_body<statusless>);
static_assert(!tc3::transport<outputs<bodiless>> && tc3::has_status<bodiless> && !tc3::has_body<bodiless>);
static_assert(!tc3::transport<outputs<wide_body>>);
static_assert(!tc3::transport<outputs<support::response, codeless>> && !tc3::has_code_and_message<codeless>);
static_assert(!tc3::transport<outputs<support::response, messageless>> && !tc3::has_code_and_message<messageless>);

TEST_CASE("a lambda that knows only its own HTTP stack is a transport") {
    auto send = [seen = std::string()](const http::request_view& request) mutable -> tc3::result<support::response, tc3::transport_error> {
        seen.clear();
        request.url(seen);
        if (seen.empty()) return tc3::unexpected(tc3::transport_error{7, "no url"});
        return support::response{200, R"({"Response":{"SdkToken":")" + seen + "\"}}"};
    };
    CHECK(tc3::transport<decltype(send)>);
    const auto output = tc3::call(send, tc3::faceid::apply_liveness_token{}, support::sample_profile(), support::sample_time);
    REQUIRE(output);
    CHECK(output->sdk_token == "https://faceid.intl.tencentcloudapi.com/");
}

TEST_CASE("an engine's own result, response and error are used as they are") {
    engine_result outcome;
    const auto send = [&outcome](const http::request_view&) -> const engine_result& { return outcome; };
    const auto ask = [&] { return tc3::call(send, tc3::faceid::apply_liveness_token{}, support::sample_profile(), support::sample_time); };

    const std::string_view body = R"({"Response":{"SdkToken":"t"}})";
    outcome.response.status = 200;
    for (const char c : body) outcome.response.body.push_back(static_cast<std::byte>(c));
    const auto output = ask();
    REQUIRE(output);
    CHECK(output->sdk_token == "t");

    outcome.failed = {.code = -1009, .message = "The Internet connection appears to be offline."};
    const auto failed = ask();
    REQUIRE_FALSE(failed);
    CHECK(failed.error().transport_code == -1009);
    CHECK(failed.error().message == outcome.failed.message);
}
