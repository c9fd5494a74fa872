// SPDX-License-Identifier: MIT
// server_time(): from the message of a failure or a Date header, in each storage; and a call with the corrected time.
#include "../../support/random.hpp"
#include "../../support/text_in_pieces.hpp"
#include <tc3/tc3.hpp>
#include <tc3/testing.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using tc3::server_time;
using tc3::unix_time;

namespace {

constexpr std::optional<unix_time> none;
constexpr std::string_view expired = "AuthFailure.SignatureExpire";
constexpr std::string_view date = "Sun, 06 Nov 1994 08:49:37 GMT";
constexpr unix_time time_of_date{784111777};

tc3::failure failure_with(std::string_view message, std::string_view code = expired) {
    return {.stage = tc3::stage::service, .code = std::string(code), .message = std::string(message)};
}

tc3::basic_failure<tc3::borrowed> borrowed_failure_with(std::string_view message, std::string_view code = expired) {
    return {.stage = tc3::stage::service, .code = code, .message = message};
}

tc3::basic_failure<support::piecewise> failure_in_pieces(std::string_view message, std::string_view code = expired) {
    return {.stage = tc3::stage::service, .code = {std::string(code)}, .message = {std::string(message)}};
}

}  // namespace

static_assert(server_time(tc3::basic_failure<tc3::borrowed>{.code = expired, .message = "server time 1000000000"}) ==
              unix_time{1000000000});

TEST_CASE("server_time() reads the message of an expired signature, in each storage") {
    struct {
        std::string_view message;
        std::optional<unix_time> time;
    } const cases[] = {
        {"Signature expired. Please use local time and enable NTP service for time synchronization to avoid a deviation between "
         "`Timestamp` and the server time 1706406788.",
         unix_time{1706406788}},
        {"server time 1706406788", unix_time{1706406788}},
        {"Server Time: 1706406788, yours 1706400000", unix_time{1706406788}},
        {"the server time `1706406788`", unix_time{1706406788}},
        {"yours 1706400000, server time is not 1; the server time 1706406788", unix_time{1706406788}},
        {"`Timestamp` 1706400000 differs from the server time 1706406788", unix_time{1706406788}},
        {"server time 9999999999", unix_time{9999999999}},
        // In Chinese, after the words of the manual.
        {"1706400000 \xe5\x92\x8c\xe6\x9c\x8d\xe5\x8a\xa1\xe5\x99\xa8\xe6\x97\xb6\xe9\x97\xb4 1706406788", unix_time{1706406788}},
        {"1706400000 \xe6\x9c\x8d\xe5\x8a\xa1\xe5\x99\xa8\xe6\x97\xb6\xe9\x97\xb4\xef\xbc\x9a`1706406788`\xe3\x80\x82",
         unix_time{1706406788}},
        // No time, or one that could be that of the request.
        {"1706406788", none},
        {"The request timestamp 1706406788 has expired, it must be within 5 minutes.", none},
        {"The signature is expired, please request again.", none},
        {"\xe7\xad\xbe\xe5\x90\x8d\xe8\xbf\x87\xe6\x9c\x9f\xe3\x80\x82Timestamp "
         "\xe5\x92\x8c\xe6\x9c\x8d\xe5\x8a\xa1\xe5\x99\xa8\xe6\x97\xb6\xe9\x97\xb4\xe7\x9b\xb8\xe5\xb7\xae\xe4\xb8\x8d\xe5\xbe\x97\xe8\xb6"
         "\x85"
         "\xe8\xbf\x87\xe4\xba\x94\xe5\x88\x86\xe9\x92\x9f",
         none},
        {"1706406788 and 1706400000", none},
        {"server time 5 minutes", none},
        {"server time 0", none},
        {"server time 0706406788", none},
        {"server time 999999999", none},
        {"server time 001706406788", none},
        {"", none},
        {"server time", none},
        {"server time ", none},
        {"server time -1706406788", none},
        {"server time 1706406788s", none},
        {"server time 0x65B5BD44", none},
        {"server time 253402300800", none},
        {"server time 1706406788000", none},  // milliseconds
        {"server time 9223372036854775807", none},
        {"server time 9223372036854775808", none},
        {"server time 18446744075415958404", none},  // 2^64 more than a time
        {"server time 99999999999999999999999999999999999999999999999999", none},
    };
    for (const auto& each : cases) {
        CAPTURE(each.message);
        CHECK(server_time(failure_with(each.message)) == each.time);
        CHECK(server_time(borrowed_failure_with(each.message)) == each.time);
        CHECK(server_time(failure_in_pieces(each.message)) == each.time);
        CHECK(server_time(failure_with(each.message), "no date") == each.time);
    }
}

TEST_CASE("the server time in a message comes first, then the Date") {
    constexpr unix_time of_failure{1000000001};
    struct {
        std::string_view message;
        std::string_view date;
        unix_time date_of_failure;
        std::optional<unix_time> time;
    } const cases[] = {
        {"server time 1706406788", date, of_failure, unix_time{1706406788}},
        {"it is 1706406788", date, of_failure, time_of_date},
        {"it is 1706406788", "no date", of_failure, of_failure},
        {"it is 1706406788", "", {}, none},
        {"expired", date, {}, time_of_date},
        {"expired", "", of_failure, of_failure},
        {"expired", "", {}, none},
    };
    for (const auto& each : cases) {
        CAPTURE(each.message);
        auto failed = failure_with(each.message);
        failed.date = each.date_of_failure;
        CHECK(server_time(failed, each.date) == each.time);
        auto in_pieces = failure_in_pieces(each.message);
        in_pieces.date = each.date_of_failure;
        CHECK(server_time(in_pieces, each.date) == each.time);
    }
    auto other = failure_with("it is 1706406788", "InternalError");
    CHECK(server_time(other) == none);
    other.date = of_failure;
    CHECK(server_time(other) == of_failure);
}

TEST_CASE("server_time() reads the message of no other error code, but any Date") {
    constexpr std::string_view message = "server time 1706406788";
    for (const std::string_view code : {"", "AuthFailure", "AuthFailure.SignatureFailure", "AuthFailure.SignatureExpired",
                                        "authfailure.signatureexpire", "x.AuthFailure.SignatureExpire"}) {
        CAPTURE(code);
        CHECK(server_time(failure_with(message, code)) == none);
        CHECK(server_time(borrowed_failure_with(message, code)) == none);
        CHECK(server_time(failure_in_pieces(message, code)) == none);
        CHECK(server_time(failure_with(message, code), date) == time_of_date);
    }
}

TEST_CASE("server_time() ignores a message in pieces that is invalid or longer than 512 bytes") {
    auto failed = failure_in_pieces("server time 1706406788");
    failed.message.valid = false;
    CHECK(server_time(failed) == none);

    for (std::size_t padding = 480; padding < 520; ++padding) {
        const std::string message = std::string(padding, 'x') + "server time 1706406788";
        CAPTURE(padding);
        CHECK(server_time(failure_with(message)) == unix_time{1706406788});
        CHECK(server_time(failure_in_pieces(message)) == (message.size() <= 512 ? std::optional(unix_time{1706406788}) : none));
    }
}

TEST_CASE("server_time() takes the headers of any HTTP library") {
    const auto failed = failure_with("no time here");
    const std::string text(date);

    CHECK(server_time(failed, text) == time_of_date);
    CHECK(server_time(failed, text.c_str()) == time_of_date);
    CHECK(server_time(failed, std::multimap<std::string, std::string>{{"A", "b"}, {"Date", text}}) == time_of_date);
    CHECK(server_time(failed, std::map<std::string, std::string_view>{{"DATE", date}}) == time_of_date);
    CHECK(server_time(failed, std::vector<std::pair<std::string, std::string>>{{"date", text}, {"date", "another"}}) == time_of_date);
    CHECK(server_time(failed, std::array{tc3::http::header{"A", "b"}, tc3::http::header{"dAtE", date}}) == time_of_date);
    const std::pair<const char*, const char*> array[] = {{"Date", text.c_str()}};
    CHECK(server_time(failed, array) == time_of_date);
    std::string packed;
    tc3::http::header_list::pack(packed, {"Date", date});
    CHECK(server_time(failed, tc3::http::header_list(packed)) == time_of_date);

    struct my_header {
        std::string name, value;
        int more = 0;
    };
    CHECK(server_time(failed, std::vector<my_header>{{"Date", text}}) == time_of_date);
    CHECK(server_time(failed, std::vector<my_header>{}) == none);
    CHECK(server_time(failed, std::vector<my_header>{{"Dates", text}, {"X-Date", text}, {"", text}}) == none);
    CHECK(server_time(failed, std::vector<my_header>{{"Date", "yesterday"}, {"Date", text}}) == none);
    CHECK(server_time(failure_with("server time 1706406788"), std::vector<my_header>{{"Date", text}}) == unix_time{1706406788});
    CHECK(server_time(borrowed_failure_with(""), std::vector<my_header>{{"Date", text}}) == time_of_date);
    CHECK(server_time(failure_in_pieces(""), std::vector<my_header>{{"Date", text}}) == time_of_date);
}

TEST_CASE("server_time() returns a time in range, or nothing, for random messages") {
    support::random_input random(11);
    for (int i = 0; i < 20000; ++i) {
        std::string message = random.text(random.number(0, 60), "server time: `0123456789.-\xe6");
        if (random.flip()) message.insert(random.number(0, message.size()), "server time " + std::to_string(random.bits()));
        const auto time = server_time(failure_with(message));
        REQUIRE(server_time(failure_in_pieces(message)) == time);
        if (time) REQUIRE(time->in_range());
    }
}

TEST_CASE("one failed call corrects a clock that is wrong by minutes or years") {
    const unix_time correct_time{1700000000};
    tc3::testing::emulator service([correct_time] { return correct_time; }, [] { return std::string("token-1"); });
    service.add_credential("id", "key");
    tc3::testing::serve_faceid(service);
    const tc3::client_profile_view profile{.credential = {"id", "key"}, .region = "ap-singapore"};
    const tc3::faceid::apply_liveness_token input{};

    for (const std::int64_t wrong_by : {301, -301, 86400 * 400, -1700000000}) {
        CAPTURE(wrong_by);
        const std::int64_t clock = correct_time.seconds + wrong_by;
        const auto failed = tc3::call(service, input, profile, {clock});
        REQUIRE_FALSE(failed);
        REQUIRE(retry_advice(failed.error()) == tc3::retry::once_with_corrected_clock);
        const auto time = server_time(failed.error());
        REQUIRE(time == correct_time);
        const std::int64_t difference = time->seconds - clock;
        CHECK(tc3::call(service, input, profile, {clock + difference}).has_value());
    }
}

TEST_CASE("a device whose clock starts at 0 gets the time by one call, with a message without a time too") {
    struct response {
        int status;
        std::string body;
        std::multimap<std::string, std::string> headers;
    };
    std::string timestamp;
    const auto send = [&](const tc3::http::request_view& request) -> tc3::result<response, tc3::transport_error> {
        timestamp = request.headers.value_of("X-TC-Timestamp");
        return response{200,
                        R"({"Response":{"Error":{"Code":"AuthFailure.SignatureExpire","Message":"expired"},"RequestId":"1"}})",
                        {{"date", std::string(date)}}};
    };
    const tc3::client_profile_view profile{.credential = {"id", "key"}, .region = "ap-singapore"};
    const auto failed = tc3::call(send, tc3::faceid::apply_liveness_token{}, profile, {0});
    CHECK(timestamp == "0");
    REQUIRE_FALSE(failed);
    CHECK(retry_advice(failed.error()) == tc3::retry::once_with_corrected_clock);
    CHECK(server_time(failed.error()) == time_of_date);
}
