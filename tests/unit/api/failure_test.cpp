// SPDX-License-Identifier: MIT
// failure: its line for a log, and the advice on a repetition.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using tc3::errc;
using tc3::failure;
using tc3::interruption;
using tc3::retry;
using tc3::stage;

TEST_CASE("write_failure() writes one line for each kind of failure") {
    struct line_case {
        failure failed;
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
         "request: body is too large: 10485761 bytes, the limit is 10485760"
         " (as base64, a file takes 4 bytes for 3: up to 7864320 bytes of files)"},
        {{.stage = stage::transport, .transport_code = 28, .message = "Timeout was reached"}, "transport: error 28: Timeout was reached"},
        {{.stage = stage::transport, .transport_code = -1}, "transport: error -1"},
        {{.stage = stage::transport}, "transport"},
        {{.stage = stage::transport, .never_sent = true, .transport_code = 6, .message = "Could not resolve host"},
         "transport: error 6: nothing was sent: Could not resolve host"},
        {{.stage = stage::transport, .interruption = interruption::abandoned},
         "transport: the transport dropped the call without completing it"},
        {{.stage = stage::transport, .interruption = interruption::cancelled}, "transport: the call was cancelled"},
        {{.stage = stage::request, .interruption = interruption::thrown}, "request: an exception was thrown before the request was made"},
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
        CHECK(tc3::to_string(row.failed) == row.line);
        std::string log = "log: ";
        tc3::write_failure(log, row.failed);
        CHECK(log == "log: " + std::string(row.line));
    }
}

TEST_CASE("write_failure() escapes what ends the line, turns it or hides text, in each text that may come from outside") {
    struct line_case {
        failure failed;
        std::string_view line;
    };
    const line_case cases[] = {
        {{.stage = stage::service,
          .code = "A\nB",
          .message = "good\r\n2025 all is well\x1b[31m \xe4\xbd\xa0\x7f",
          .request_id = "1\xe2\x80\xa8"
                        "2"},
         "service: A\\u{a}B: good\\u{d}\\u{a}2025 all is well\\u{1b}[31m \xe4\xbd\xa0\\u{7f} (request id 1\\u{2028}2)"},
        {{.stage = stage::transport, .transport_code = 1, .message = std::string("a\0b\x1b\n", 5)},
         "transport: error 1: a\\u{0}b\\u{1b}\\u{a}"},
        {{.stage = stage::transport, .message = "\xe2\x80\xae\xff"}, "transport: \\u{202e}\xef\xbf\xbd"},
        {{.stage = stage::response, .reason = {.code = errc::missing, .part = "body"}, .field = "A\xe2\x80\xaeZ\n"},
         "response: A\\u{202e}Z\\u{a} is empty or missing"},
    };
    for (const line_case& row : cases) CHECK(tc3::to_string(row.failed) == row.line);
}

TEST_CASE("the message of a response reaches the log as visible characters only") {
    struct {
        std::string_view json, line;
    } const cases[] = {
        {R"("a\u009b31mRED")", "a\\u{9b}31mRED"},  // begins a terminal escape
        {R"("a\u0085next")", "a\\u{85}next"},      // a line end of ISO 6429
        {R"("a\u2028line\u2029")", "a\\u{2028}line\\u{2029}"},
        {R"("a\u202etxt.exe")", "a\\u{202e}txt.exe"},  // turns what follows
        {R"("a\u034fb\u17b4\u180b")", "a\\u{34f}b\\u{17b4}\\u{180b}"},
        {R"("a\ufff0\ud834\udd73")", "a\\u{fff0}\\u{1d173}"},
        {R"("a\ud83d\ude00 \u4f60\u00a0")", "a\xf0\x9f\x98\x80 \xe4\xbd\xa0\xc2\xa0"},
    };
    for (const auto& [json, line] : cases) {
        const std::string body = R"({"Response":{"Error":{"Code":"X","Message":)" + std::string(json) + "}}}";
        const auto output = tc3::parse_body<tc3::faceid::get_liveness_result>(body);
        REQUIRE_FALSE(output);
        CHECK(tc3::to_string(output.error()) == "service: X: " + std::string(line));
    }
}

TEST_CASE("retry_advice() looks at the error code first, then at stage and status") {
    struct advice_case {
        failure failed;
        retry advice;
    };
    const advice_case cases[] = {
        {{.stage = stage::request}, retry::never},
        {{.stage = stage::response, .status = 200}, retry::never},
        {{.stage = stage::transport, .transport_code = 7}, retry::with_back_off_if_harmless},
        {{.stage = stage::transport, .never_sent = true, .transport_code = 7}, retry::with_back_off},
        {{.stage = stage::transport, .interruption = interruption::cancelled, .never_sent = true}, retry::never},
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
    for (const advice_case& row : cases) CHECK(tc3::retry_advice(row.failed) == row.advice);
}

TEST_CASE("name_of() returns the name of each stage") {
    CHECK(tc3::name_of(stage::request) == "request");
    CHECK(tc3::name_of(stage::transport) == "transport");
    CHECK(tc3::name_of(stage::http) == "http");
    CHECK(tc3::name_of(stage::service) == "service");
    CHECK(tc3::name_of(stage::response) == "response");
}

TEST_CASE("write_failure() writes an interruption before message and request id, in each storage") {
    const failure owning{.stage = stage::transport,
                         .interruption = interruption::cancelled,
                         .transport_code = 42,
                         .message = "aborted",
                         .request_id = "7-d"};
    constexpr std::string_view expected = "transport: error 42: the call was cancelled: aborted (request id 7-d)";
    CHECK(tc3::to_string(owning) == expected);

    const tc3::basic_failure<tc3::borrowed> borrowed{.stage = stage::transport,
                                                     .interruption = interruption::cancelled,
                                                     .transport_code = 42,
                                                     .message = "aborted",
                                                     .request_id = "7-d"};
    std::string line;
    tc3::write_failure(line, borrowed);
    CHECK(line == expected);
}

TEST_CASE("describe() returns a different text for each interruption, without a full stop") {
    CHECK(describe(interruption::none) == "the call was not interrupted");
    CHECK(describe(interruption::abandoned) == "the transport dropped the call without completing it");
    CHECK(describe(interruption::cancelled) == "the call was cancelled");
    CHECK(describe(interruption::thrown) == "an exception was thrown before the request was made");
    CHECK(describe(static_cast<interruption>(4)).empty());
}

TEST_CASE("retry_advice() is never for a cancelled call, and depends on harm for an abandoned one") {
    const auto advice_for = [](interruption interruption, std::string_view code = {}) {
        return retry_advice(tc3::basic_failure<tc3::borrowed>{.stage = stage::transport, .interruption = interruption, .code = code});
    };
    CHECK(advice_for(interruption::none) == retry::with_back_off_if_harmless);
    CHECK(advice_for(interruption::abandoned) == retry::with_back_off_if_harmless);
    CHECK(advice_for(interruption::cancelled) == retry::never);
    // A code of the table takes precedence.
    CHECK(advice_for(interruption::cancelled, "RequestLimitExceeded") == retry::with_back_off);
    CHECK(advice_for(interruption::cancelled, "Unknown.Code") == retry::never);
}

TEST_CASE("the part of a reason is compared by its text") {
    constexpr tc3::part_name region = "region";
    constexpr const char* literal = "region";
    const std::string copy = "region";
    CHECK(region == "region");
    CHECK(region == literal);
    CHECK(region == std::string_view("region"));
    CHECK(region == copy);
    CHECK("region" == region);
    CHECK(region == tc3::part_name("region"));
    CHECK(region != "host");
    CHECK(region != tc3::part_name("host"));
    CHECK(region != "regio");
    CHECK(region != std::string_view("region\0", 7));
    CHECK(region != tc3::part_name());
    CHECK(region.view() == "region");
}

TEST_CASE("a reason without a part has an empty one") {
    constexpr tc3::part_name unset;
    CHECK(unset.empty());
    CHECK(unset.view().empty());
    CHECK(unset == "");
    CHECK(unset == std::string_view());
    CHECK(unset == tc3::part_name());
    CHECK(unset == tc3::part_name(""));
    CHECK(tc3::error{}.part == unset);
    CHECK(tc3::error{.code = errc::missing, .part = "region"} != tc3::error{.code = errc::missing, .part = "host"});
    CHECK(tc3::error{.code = errc::missing, .part = "region"} == tc3::error{.code = errc::missing, .part = "region"});
}
