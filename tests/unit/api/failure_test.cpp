// SPDX-License-Identifier: MIT
// Failures: the one line that a log gets, and what to do next.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using tc3::errc;
using tc3::failure;
using tc3::retry;
using tc3::stage;

TEST_CASE("every kind of failure is one line") {
    struct line_case {
        failure why;
        std::string_view line;
    };
    const line_case cases[] = {
        {{.stage = stage::request, .reason = {.code = errc::missing, .part = "region"}}, "request: region is empty or missing"},
        {{.stage = stage::request, .reason = {.code = errc::invalid_utf8, .part = "field", .position = 3}, .field = "Items[2].Name"},
         "request: Items[2].Name is not UTF-8, at byte 3"},
        {{.stage = stage::request,
          .reason = {.code = errc::forbidden_character, .part = "header value", .position = 1},
          .field = "X-Custom"},
         "request: header value X-Custom holds a character that is not allowed there, at byte 1"},
        {{.stage = stage::request, .reason = {.code = errc::too_large, .part = "body", .needed = 10485761, .limit = 10485760}},
         "request: body is too large: 10485761 bytes, the limit is 10485760"},
        {{.stage = stage::transport, .transport_code = 28, .message = "Timeout was reached"}, "transport: error 28: Timeout was reached"},
        {{.stage = stage::transport, .transport_code = -1}, "transport: error -1"},
        {{.stage = stage::transport}, "transport"},
        {{.stage = stage::transport, .interruption = tc3::interruption::abandoned},
         "transport: the transport dropped the call without completing it"},
        {{.stage = stage::transport, .interruption = tc3::interruption::cancelled}, "transport: the call was cancelled"},
        {{.stage = stage::http, .status = 502}, "http: status 502"},
        {{.stage = stage::http, .status = 0}, "http: status 0"},
        {{.stage = stage::http, .status = 500, .code = "InternalError", .message = "Later.", .request_id = "1-2"},
         "http: status 500: InternalError: Later. (request id 1-2)"},
        {{.stage = stage::service,
          .status = 200,
          .code = "AuthFailure.SecretIdNotFound",
          .message = "The SecretId is not found",
          .request_id = "7d4f"},
         "service: AuthFailure.SecretIdNotFound: The SecretId is not found (request id 7d4f)"},
        {{.stage = stage::service, .status = 200, .code = "InternalError"}, "service: InternalError"},
        {{.stage = stage::response, .reason = {.code = errc::unexpected_end, .part = "body", .position = 17}, .status = 200},
         "response: body ends too early, at byte 17"},
        {{.stage = stage::response,
          .reason = {.code = errc::wrong_type, .part = "body", .position = 40},
          .field = "SdkToken",
          .status = 200,
          .request_id = "1"},
         "response: SdkToken has another type than expected, at byte 40 of the body (request id 1)"},
        {{.stage = stage::response, .reason = {.code = errc::too_deep, .part = "body", .position = 99, .limit = 64}, .status = 200},
         "response: body is nested too deep, the limit is 64, at byte 99"},
    };
    for (const line_case& row : cases) {
        CHECK(tc3::to_string(row.why) == row.line);
        std::string before = "log: ";
        tc3::write_failure(before, row.why);
        CHECK(before == "log: " + std::string(row.line));
    }
}

TEST_CASE("text from outside cannot begin a line of its own") {
    const failure why{
        .stage = stage::service, .code = "A\nB", .message = "good\r\n2025 all is well\x1b[31m \xe4\xbd\xa0\x7f", .request_id = "1\n2"};
    CHECK(tc3::to_string(why) == "service: A B: good  2025 all is well [31m \xe4\xbd\xa0  (request id 1 2)");
    const failure transport{.stage = stage::transport, .transport_code = 1, .message = std::string("a\0b\x1b\n", 5)};
    CHECK(tc3::to_string(transport) == "transport: error 1: a b  ");
}

TEST_CASE("advice goes by the service's code first, then by stage and status") {
    struct advice_case {
        failure why;
        retry advice;
    };
    const advice_case cases[] = {
        {{.stage = stage::request}, retry::never},
        {{.stage = stage::response, .status = 200}, retry::never},
        {{.stage = stage::transport, .transport_code = 7}, retry::with_back_off_if_harmless},
        {{.stage = stage::http, .status = 429}, retry::with_back_off},
        {{.stage = stage::http, .status = 500}, retry::with_back_off_if_harmless},
        {{.stage = stage::http, .status = 599}, retry::with_back_off_if_harmless},
        {{.stage = stage::http, .status = 499}, retry::never},
        {{.stage = stage::http, .status = 404}, retry::never},
        {{.stage = stage::http, .status = 301}, retry::never},
        {{.stage = stage::service, .status = 200, .code = "RequestLimitExceeded.IPLimitExceeded"}, retry::with_back_off},
        {{.stage = stage::service, .status = 200, .code = "InternalError"}, retry::with_back_off_if_harmless},
        {{.stage = stage::http, .status = 503, .code = "SomethingNew"}, retry::with_back_off_if_harmless},
        {{.stage = stage::http, .status = 429, .code = "SomethingNew"}, retry::with_back_off},
        {{.stage = stage::service, .status = 200, .code = "AuthFailure.SignatureExpire"}, retry::once_with_corrected_clock},
        {{.stage = stage::service, .status = 200, .code = "AuthFailure.TokenFailure"}, retry::once_with_new_credential},
        {{.stage = stage::service, .status = 200, .code = "Unheard.Of"}, retry::never},
        {{.stage = stage::service, .status = 200}, retry::never},
        {{.stage = stage::http, .status = 500, .code = "InvalidParameter"}, retry::never},
        {{.stage = stage::http, .status = 403, .code = "RequestLimitExceeded"}, retry::with_back_off},
    };
    for (const advice_case& row : cases) CHECK(tc3::retry_advice(row.why) == row.advice);
}

TEST_CASE("every stage has its name") {
    CHECK(tc3::name_of(stage::request) == "request");
    CHECK(tc3::name_of(stage::transport) == "transport");
    CHECK(tc3::name_of(stage::http) == "http");
    CHECK(tc3::name_of(stage::service) == "service");
    CHECK(tc3::name_of(stage::response) == "response");
}
