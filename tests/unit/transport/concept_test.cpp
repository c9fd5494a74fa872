// SPDX-License-Identifier: MIT
// The concept transport: types that satisfy it, and types that lack one part, with the concept that names the part.
#include "../../support/exchange.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace {

namespace http = tc3::http;

// The types of an HTTP library: another result, a response and an error with more members.
struct my_error {
    long code = 0;
    std::string message;
    int line = 0;
};
struct my_response {
    unsigned short status = 0;
    std::vector<std::byte> body;
    double seconds = 0;
};
struct my_result {
    my_response response;
    my_error failed_with;
    [[nodiscard]] bool has_value() const { return failed_with.code == 0; }
    [[nodiscard]] const my_response& operator*() const { return response; }
    [[nodiscard]] const my_error& error() const { return failed_with; }
};

template <class Result>
struct transport_returning {
    Result operator()(const http::request_view&);
};
struct without_status {
    std::string body;
};
struct without_body {
    int status = 0;
};
struct body_of_int {
    int status = 0;
    std::vector<int> body;
};
struct without_code {
    std::string message;
};
struct without_message {
    int code = 0;
};

template <class Response, class Error = tc3::transport_error>
using transport_of = transport_returning<tc3::result<Response, Error>>;

}  // namespace

static_assert(tc3::transport<support::fake_transport>);
static_assert(tc3::transport<support::fake_transport&>);
static_assert(tc3::transport<transport_returning<my_result>>);
static_assert(tc3::transport<transport_of<support::response>>);
static_assert(!tc3::transport<transport_of<support::response, tc3::failure>>, "the code of a failure is a text");
static_assert(tc3::transport<tc3::result<my_response, my_error> (*)(const http::request_view&)>);

static_assert(!tc3::takes_request<int> && !tc3::transport<int>);
static_assert(!tc3::takes_request<support::response (*)(std::string)>);
static_assert(tc3::takes_request<transport_returning<void>> && !tc3::transport<transport_returning<void>>);
static_assert(!tc3::transport<transport_returning<support::response>>, "a transport must be able to report an error");
static_assert(!tc3::transport<transport_returning<bool>>);
static_assert(!tc3::transport<transport_of<without_status>> && !tc3::has_status<without_status> && tc3::has_body<without_status>);
static_assert(!tc3::transport<transport_of<without_body>> && tc3::has_status<without_body> && !tc3::has_body<without_body>);
static_assert(!tc3::transport<transport_of<body_of_int>>);
static_assert(!tc3::transport<transport_of<support::response, without_code>> && !tc3::has_code_and_message<without_code>);
static_assert(!tc3::transport<transport_of<support::response, without_message>> && !tc3::has_code_and_message<without_message>);

namespace {

struct with_never_sent {
    int code = 7;
    const char* message = "refused";
    bool never_sent = false;
};
struct with_another_never_sent {
    int code = 7;
    const char* message = "refused";
    std::string never_sent = "yes";  // a call with it does not compile
};

}  // namespace

static_assert(tc3::has_never_sent<tc3::transport_error> && tc3::has_never_sent<with_never_sent>);
static_assert(!tc3::has_never_sent<my_error> && !tc3::has_never_sent<with_another_never_sent>);

TEST_CASE("never_sent is optional in an error type of your own") {
    const auto never_sent = [](const auto& error) {
        using send_result = tc3::result<support::response, std::remove_cvref_t<decltype(error)>>;
        const auto send = [&error](const http::request_view&) -> send_result { return tc3::unexpected(error); };
        return tc3::call(send, tc3::faceid::apply_liveness_token{}, support::sample_profile(), support::sample_time).error().never_sent;
    };
    CHECK(never_sent(with_never_sent{.never_sent = true}));
    CHECK_FALSE(never_sent(with_never_sent{}));
    CHECK_FALSE(never_sent(my_error{}));
}

TEST_CASE("a lambda with a state is a transport") {
    auto send = [url = std::string()](const http::request_view& request) mutable -> tc3::result<support::response, tc3::transport_error> {
        url.clear();
        request.write_url(url);
        if (url.empty()) return tc3::unexpected(tc3::transport_error{7, "no url"});
        return support::response{200, R"({"Response":{"SdkToken":")" + url + "\"}}"};
    };
    CHECK(tc3::transport<decltype(send)>);
    const auto output = tc3::call(send, tc3::faceid::apply_liveness_token{}, support::sample_profile(), support::sample_time);
    REQUIRE(output);
    CHECK(output->sdk_token == "https://faceid.intl.tencentcloudapi.com/");
}

TEST_CASE("call() takes a transport with its own types for result, response and error") {
    my_result result;
    const auto send = [&result](const http::request_view&) -> const my_result& { return result; };
    const auto call_once = [&] {
        return tc3::call(send, tc3::faceid::apply_liveness_token{}, support::sample_profile(), support::sample_time);
    };

    const std::string_view body = R"({"Response":{"SdkToken":"t"}})";
    result.response.status = 200;
    for (const char c : body) result.response.body.push_back(static_cast<std::byte>(c));
    const auto output = call_once();
    REQUIRE(output);
    CHECK(output->sdk_token == "t");

    result.failed_with = {.code = -1009, .message = "The Internet connection appears to be offline."};
    const auto failed = call_once();
    REQUIRE_FALSE(failed);
    CHECK(failed.error().transport_code == -1009);
    CHECK(failed.error().message == result.failed_with.message);
}
