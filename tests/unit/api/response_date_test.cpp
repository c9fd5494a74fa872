// SPDX-License-Identifier: MIT
// The Date of a response: from a member `date` or `headers`, and in the failure of each function that reads a response.
#include "../../support/exchange.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using tc3::date_of;
using tc3::unix_time;
using tc3::faceid::apply_liveness_token;

namespace {

namespace http = tc3::http;

constexpr std::optional<unix_time> none;
constexpr std::string_view date = "Sun, 06 Nov 1994 08:49:37 GMT";
constexpr unix_time time_of_date{784111777};
constexpr std::string_view error_body = R"({"Response":{"Error":{"Code":"InternalError","Message":"later"},"RequestId":"1"}})";
constexpr std::string_view output_body = R"({"Response":{"SdkToken":"t","RequestId":"1"}})";

template <class Headers>
struct with_headers {
    int status = 200;
    std::string body = std::string(error_body);
    Headers headers = {};
};
template <class Headers>
with_headers(int, std::string, Headers) -> with_headers<Headers>;

template <class Date>
struct with_date {
    int status = 200;
    std::string_view body = error_body;
    Date date = {};
};

/// A response as a modem returns it: the body is elsewhere.
struct view_with_date {
    int status = 200;
    std::string_view body = error_body;
    std::string_view date = {};
};

}  // namespace

static_assert(tc3::has_date<http::response> && tc3::has_date<with_date<const char*>>);
static_assert(tc3::has_date<with_headers<std::multimap<std::string, std::string>>>);
static_assert(!tc3::has_date<http::response_view> && !tc3::has_date<support::response>);
static_assert(!tc3::has_date<with_date<unix_time>> && !tc3::has_date<with_headers<std::string>>);
static_assert(!tc3::header_range<std::string> && !tc3::header_range<std::vector<std::string>> && !tc3::header_range<int>);
static_assert(date_of(view_with_date{.date = date}) == time_of_date);

TEST_CASE("date_of() reads a member `date`") {
    CHECK(date_of(http::response{200, "", std::string(date)}) == time_of_date);
    CHECK(date_of(with_date<const char*>{.date = date.data()}) == time_of_date);
    CHECK(date_of(with_date<const char*>{}) == none);
    CHECK(date_of(http::response{200, "", ""}) == none);
    CHECK(date_of(http::response{200, "", "yesterday"}) == none);
    CHECK(date_of(support::response{}) == none);
}

TEST_CASE("date_of() reads the first Date in the headers of any HTTP library, in any case") {
    const std::string text(date);
    CHECK(date_of(with_headers{200, "", std::multimap<std::string, std::string>{{"A", "b"}, {"Date", text}}}) == time_of_date);
    CHECK(date_of(with_headers{200, "", std::map<std::string, std::string_view>{{"DATE", date}}}) == time_of_date);
    CHECK(date_of(with_headers{200, "", std::vector<std::pair<std::string, std::string>>{{"date", text}, {"date", "x"}}}) == time_of_date);
    CHECK(date_of(with_headers{200, "", std::array{http::header{"A", "b"}, http::header{"dAtE", date}}}) == time_of_date);
    CHECK(date_of(with_headers{200, "", std::array{std::pair<const char*, const char*>("Date", text.c_str())}}) == time_of_date);
    std::string packed;
    http::header_list::pack(packed, {"Date", date});
    CHECK(date_of(with_headers{200, "", http::header_list(packed)}) == time_of_date);

    CHECK(date_of(with_headers{200, "", std::vector<http::header>{}}) == none);
    CHECK(date_of(with_headers{200, "", std::array{http::header{"Dates", date}, http::header{"X-Date", date}}}) == none);
    CHECK(date_of(with_headers{200, "", std::array{http::header{"Date", "yesterday"}, http::header{"Date", date}}}) == none);
}

TEST_CASE("date_of() takes a null pointer for an empty name or value, and the headers if `date` is no date") {
    struct c_header {
        const char* name;
        const char* value;
    };
    struct {
        std::string date;
        std::vector<c_header> headers;
    } response{.date = "", .headers = {{nullptr, nullptr}, {"A", nullptr}, {"Date", date.data()}}};
    CHECK(tc3::date_of(response) == time_of_date);
    response.headers.back().value = nullptr;
    CHECK_FALSE(tc3::date_of(response).has_value());
    response.date = std::string(date);
    CHECK(tc3::date_of(response) == time_of_date);
}

TEST_CASE("a failure has the Date of its response, at each stage after the transport") {
    struct {
        int status;
        std::string_view body;
        tc3::stage stage;
    } const cases[] = {{200, error_body, tc3::stage::service}, {502, "<html>", tc3::stage::http}, {200, "<html>", tc3::stage::response}};
    for (const auto& each : cases) {
        const http::response response{each.status, std::string(each.body), std::string(date)};
        const auto send = [&](const http::request_view&) -> tc3::result<http::response, tc3::transport_error> { return response; };
        const auto called = tc3::call(send, apply_liveness_token{}, support::sample_profile(), support::sample_time);
        CHECK(called.error().stage == each.stage);
        CHECK(called.error().date == time_of_date);
        const tc3::action action = tc3::action_of<apply_liveness_token>;
        CHECK(tc3::call(send, {action, "{}"}, support::sample_profile(), support::sample_time).error().date == time_of_date);
        CHECK(tc3::parse_response<apply_liveness_token>(response).error().date == time_of_date);
        CHECK(tc3::parse_envelope(response).error().date == time_of_date);

        unix_time completed;
        const auto complete = [&](tc3::completion call) { call.complete(response); };
        tc3::call_async(complete, apply_liveness_token{}, support::sample_profile(), support::sample_time, {},
                        [&](const tc3::call_result<apply_liveness_token>& result) { completed = result.error().date; });
        CHECK(completed == time_of_date);
    }
}

TEST_CASE("a failure in borrowed memory has the Date of its response, also if memory ran out") {
    using borrowed_input = tc3::faceid::basic_apply_liveness_token<tc3::borrowed>;
    const view_with_date response{.date = date};
    char memory[2000];
    tc3::workspace space(memory);
    CHECK(tc3::parse_response<borrowed_input>(response, space).error().date == time_of_date);
    CHECK(tc3::parse_envelope<tc3::borrowed>(response, space).error().date == time_of_date);

    const auto send = [&](const http::request_view&, std::span<char>) -> tc3::result<view_with_date, tc3::transport_error> {
        return response;
    };
    CHECK(tc3::call_into(send, borrowed_input{}, support::sample_profile(), support::sample_time, {}, memory).error().date == time_of_date);

    struct too_large {
        int status;
        std::string_view body;
        std::size_t body_size;
        std::string_view date;
    };
    const auto overflow = [&](const http::request_view&, std::span<char>) -> tc3::result<too_large, tc3::transport_error> {
        return too_large{200, {}, 10000, date};
    };
    const auto failed = tc3::call_into(overflow, borrowed_input{}, support::sample_profile(), support::sample_time, {}, memory);
    CHECK(failed.error().reason.code == tc3::errc::buffer_too_small);
    CHECK(failed.error().date == time_of_date);
}

TEST_CASE("without a Date the time of a failure is 0, and an output needs none") {
    const auto send_body = [](std::string_view body, std::string text) {
        const auto send = [&](const http::request_view&) -> tc3::result<http::response, tc3::transport_error> {
            return http::response{200, std::string(body), text};
        };
        return tc3::call(send, apply_liveness_token{}, support::sample_profile(), support::sample_time);
    };
    CHECK(send_body(error_body, "").error().date == unix_time());
    CHECK(send_body(error_body, "yesterday").error().date == unix_time());
    CHECK((*send_body(output_body, std::string(date))).sdk_token == "t");
}
