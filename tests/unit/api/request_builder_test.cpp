// SPDX-License-Identifier: MIT
// Errors of requests: each part of a request with each kind of wrong content. The error names the part and reveals no secret; nothing is
// sent. make_request(), call() and make_request_into() must agree on it.
#include "../../support/every_kind.hpp"
#include "../../support/exchange.hpp"
#include "../../support/failing_requests.hpp"
#include "../../support/policies.hpp"
#include "../../support/storages.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>

using support::every_kind;
using support::sample_profile;
using support::sample_time;
using tc3::errc;
using tc3::stage;
using tc3::http::header;
namespace http = tc3::http;

namespace {

using std::string_view_literals::operator""sv;

// Valid arguments of a call. A test makes one of them wrong.
struct call_arguments {
    every_kind input{.needed = "n"};
    tc3::client_profile_view profile = sample_profile();
    tc3::unix_time now = sample_time;
    tc3::request_options options = {};
};

// Makes the call and returns its failure, after the checks that hold for each failure at stage request.
tc3::failure failure_of(const call_arguments& arguments) {
    support::fake_transport transport;
    const auto output = tc3::call(transport, arguments.input, arguments.profile, arguments.now, arguments.options);
    CHECK(transport.calls == 0);
    REQUIRE_FALSE(output);
    const std::string line = tc3::to_string(output.error());
    CHECK_FALSE(support::reveals_secrets(line));
    CHECK(line.find_first_of("\r\n\0"sv) == std::string::npos);
    const support::plain_failure expected = support::plain(output.error());
    CHECK(support::failure_in_workspaces(expected, arguments.input, arguments.profile, arguments.now, arguments.options) == expected);
    return output.error();
}

// Checks that make_request_into() fails as make_request() did, for an action that is known only at run time.
template <class Content>
void check_failure_in_workspaces(const tc3::failure& failed, const tc3::action& action, const Content& content,
                                 const tc3::request_options& options = {}) {
    const support::plain_failure expected = support::plain(failed);
    const auto make = [&](tc3::workspace& space) {
        return tc3::make_request_into({action, content}, sample_profile(), sample_time, options, space);
    };
    CHECK(support::failure_in_workspaces(expected, make, 300) == expected);
}

// Checks that the call fails with `expected`, of the header or field `field`, and that `hidden`, a part of the wrong value, is not in the
// message.
void check_failure(const call_arguments& arguments, const tc3::error& expected, std::string_view field = {}, std::string_view hidden = {}) {
    const tc3::failure failed = failure_of(arguments);
    CHECK(failed.stage == stage::request);
    CHECK(failed.reason == expected);
    CHECK(failed.field == field);
    CHECK(failed.status == 0);
    CHECK(failed.code.empty());
    if (!hidden.empty()) CHECK(tc3::to_string(failed).find(hidden) == std::string::npos);
}

// Bytes that no header may contain.
constexpr std::string_view line_breakers[] = {"\r\n"sv, "\r"sv, "\n"sv, "\0"sv, "\x01"sv, "\x1b"sv, "\x7f"sv};

struct profile_part {
    std::string_view tc3::client_profile_view::* member;
    tc3::part_name part;
};
constexpr profile_part profile_parts[] = {
    {&tc3::client_profile_view::region, "region"},   {&tc3::client_profile_view::language, "language"},
    {&tc3::client_profile_view::service, "service"}, {&tc3::client_profile_view::version, "version"},
    {&tc3::client_profile_view::host, "host"},       {&tc3::client_profile_view::connect_to, "connect address"},
};

}  // namespace

TEST_CASE("the valid arguments of this file make a call") {
    support::fake_transport transport;
    transport.output.body = R"({"Response":{"Needed":"x"}})";
    const call_arguments arguments;
    CHECK(tc3::call(transport, arguments.input, arguments.profile, arguments.now, arguments.options).has_value());
    CHECK(transport.calls == 1);
}

// ---- profile, action and time -------------------------------------------------------------------------------------------------

TEST_CASE(
    "region, language, service, version, host and connect address may not contain line ends, blanks, delimiters or non-ASCII characters") {
    for (const profile_part& row : profile_parts) {
        for (const std::string_view forbidden :
             {"\r\n"sv, "\n"sv, "\0"sv, "\x7f"sv, " "sv, "\t"sv, "/"sv, "@"sv, "?"sv, "#"sv, "\xe4\xbd\xa0"sv}) {
            CAPTURE(row.part.view());
            const std::string value = "evil" + std::string(forbidden) + "X-Evil";
            call_arguments arguments;
            arguments.profile.*row.member = value;
            check_failure(arguments, {.code = errc::forbidden_character, .part = row.part, .position = 4}, {}, "vil");
        }
    }
}

TEST_CASE("a scheme is \"https\" or \"http\"") {
    for (const std::string_view scheme : {"ftp"sv, "HTTPS"sv, "https://"sv, "http\r\n"sv, "https\0"sv, " https"sv}) {
        call_arguments arguments;
        arguments.profile.scheme = scheme;
        check_failure(arguments, {.code = errc::not_allowed, .part = "scheme"}, {}, scheme);
    }
    call_arguments arguments;
    arguments.profile.scheme = {};
    check_failure(arguments, {.code = errc::missing, .part = "scheme"});
}

TEST_CASE("a session token may not contain control characters, nor begin or end with a blank") {
    for (const std::string_view forbidden : line_breakers) {
        const std::string token = "abcdef" + std::string(forbidden) + "ghijkl";
        call_arguments arguments;
        arguments.profile.credential.token = token;
        check_failure(arguments, {.code = errc::forbidden_character, .part = "session token", .position = 6}, {}, "abcdef");
    }
    for (const std::string_view token : {" abcdef"sv, "abcdef "sv, "\tabcdef"sv, "abcdef\t"sv, " "sv}) {
        call_arguments arguments;
        arguments.profile.credential.token = token;
        const std::size_t position = token.front() == 'a' ? 6 : 0;
        check_failure(arguments, {.code = errc::untrimmed, .part = "session token", .position = position}, {}, "abcdef");
    }
}

TEST_CASE("a trace id must be UTF-8") {
    call_arguments arguments;
    arguments.options.trace_id = "abcdef\xe4\xbd";
    check_failure(arguments, {.code = errc::invalid_utf8, .part = "header value", .position = 6}, "X-TC-TraceId", "abcdef");
}

TEST_CASE("a host and a connect address must be a name or an IPv6 address, with a port of 1 to 65535 or none") {
    struct address_case {
        std::string_view address;
        errc code;
        std::size_t position;
    };
    for (const address_case& row : {address_case{".a", errc::forbidden_character, 0},
                                    {"a..b", errc::forbidden_character, 2},
                                    {"a:", errc::forbidden_character, 2},
                                    {"a.b:00443", errc::forbidden_character, 4},
                                    {"a:65536", errc::out_of_range, 6},
                                    {"[abc]", errc::malformed, 4}}) {
        CAPTURE(row.address);
        call_arguments arguments;
        arguments.profile.host = row.address;
        check_failure(arguments, {.code = row.code, .part = "host", .position = row.position});
        arguments = {};
        arguments.profile.connect_to = row.address;
        check_failure(arguments, {.code = row.code, .part = "connect address", .position = row.position});
    }
    const std::string long_label(64, 'a');
    call_arguments arguments;
    arguments.profile.host = long_label;
    check_failure(arguments, {.code = errc::too_large, .part = "label", .needed = 64, .limit = 63});
    for (const std::string_view host : {"a:65535", "[::1]:443"}) {
        arguments.profile.host = host;
        CHECK(tc3::make_request(arguments.input, arguments.profile, arguments.now));
    }
}

TEST_CASE("a secret id may contain only visible ASCII characters except '/' and ','") {
    struct id_case {
        std::string_view id;
        tc3::error expected;
    };
    const id_case cases[] = {
        {"", {.code = errc::missing, .part = "secret id"}},
        {" AKIDabc", {.code = errc::untrimmed, .part = "secret id", .position = 0}},
        {"AKIDabc\n", {.code = errc::untrimmed, .part = "secret id", .position = 7}},
        {"AKID\r\nabc", {.code = errc::forbidden_character, .part = "secret id", .position = 4}},
        {"AKID\0abc"sv, {.code = errc::forbidden_character, .part = "secret id", .position = 4}},
        {"AKID/abc", {.code = errc::forbidden_character, .part = "secret id", .position = 4}},
        {"AKID,abc", {.code = errc::forbidden_character, .part = "secret id", .position = 4}},
        {"AKID abc", {.code = errc::forbidden_character, .part = "secret id", .position = 4}},
        {"AKID\xe4\xbd\xa0", {.code = errc::forbidden_character, .part = "secret id", .position = 4}},
    };
    for (const id_case& row : cases) {
        call_arguments arguments;
        arguments.profile.credential.secret_id = row.id;
        check_failure(arguments, row.expected, {}, "AKID");
    }
}

TEST_CASE("a secret key may not be empty, nor begin or end with a blank or a line end") {
    call_arguments arguments;
    arguments.profile.credential.secret_key = {};
    check_failure(arguments, {.code = errc::missing, .part = "secret key"});
    for (const std::string_view blank : {" "sv, "\t"sv, "\n"sv, "\r"sv, "\r\n"sv}) {
        for (const std::string& key :
             {std::string(support::secret_key) + std::string(blank), std::string(blank) + std::string(support::secret_key)}) {
            arguments.profile.credential.secret_key = key;
            const std::size_t position = key.front() == support::secret_key.front() ? key.size() - 1 : 0;
            check_failure(arguments, {.code = errc::untrimmed, .part = "secret key", .position = position});
        }
    }
}

TEST_CASE("region, service, version and action must be set and well-formed") {
    call_arguments no_region;
    no_region.profile.region = {};
    check_failure(no_region, {.code = errc::missing, .part = "region"});

    struct action_case {
        tc3::action action;
        tc3::error expected;
    };
    const action_case cases[] = {
        {{"", "2017-03-12", "DescribeZones"}, {.code = errc::missing, .part = "service"}},
        {{"cvm", "", "DescribeZones"}, {.code = errc::missing, .part = "version"}},
        {{"cvm", "2017-03-12", ""}, {.code = errc::missing, .part = "action"}},
        {{"cvm", "2017-03-12", "Describe\r\nZones"}, {.code = errc::forbidden_character, .part = "action", .position = 8}},
        {{"cvm", "2017-03-12", "Describe\0Zones"sv}, {.code = errc::forbidden_character, .part = "action", .position = 8}},
        {{"cvm", "2017-03-12", "Describe Zones"}, {.code = errc::forbidden_character, .part = "action", .position = 8}},
        {{"cvm", "2017\n", "DescribeZones"}, {.code = errc::forbidden_character, .part = "version", .position = 4}},
        {{"c\nm", "2017-03-12", "DescribeZones"}, {.code = errc::forbidden_character, .part = "service", .position = 1}},
        {{"cvm", "2017-03-12", "DescribeZones", "cvm\r\n.example.com"}, {.code = errc::forbidden_character, .part = "host", .position = 3}},
    };
    for (const action_case& row : cases) {
        const auto request = tc3::make_request({row.action, "{}"}, sample_profile(), sample_time);
        REQUIRE_FALSE(request);
        CHECK(request.error().stage == stage::request);
        CHECK(request.error().reason == row.expected);
        CHECK(tc3::to_string(request.error()).find("Describe") == std::string::npos);
        check_failure_in_workspaces(request.error(), row.action, "{}"sv);
    }
}

TEST_CASE("the error for a host or service that is too long gives its size") {
    call_arguments arguments;
    std::string longest(259, 'h'), service(64, 's');
    for (const std::size_t dot : {63U, 127U, 191U, 255U}) longest[dot] = '.';
    const std::string longer = longest + "h";
    arguments.profile.host = longer;
    check_failure(arguments, {.code = errc::too_large, .part = "host", .needed = 260, .limit = 259});
    arguments.profile.host = {};
    arguments.profile.service = service;
    check_failure(arguments, {.code = errc::too_large, .part = "service", .needed = 64, .limit = 63});
    CHECK(tc3::make_request({tc3::action{"cvm", "2017-03-12", "DescribeZones", longest}, "{}"}, sample_profile(), sample_time));
    const auto failed = tc3::make_request({tc3::action{"cvm", "2017-03-12", "DescribeZones", longer}, "{}"}, sample_profile(), sample_time);
    REQUIRE_FALSE(failed);
    CHECK(failed.error().reason == tc3::error{.code = errc::too_large, .part = "host", .needed = 260, .limit = 259});
}

TEST_CASE("a time must be from 0 to unix_time::last_second") {
    for (const std::int64_t seconds : {std::int64_t{-1}, (std::numeric_limits<std::int64_t>::min)(), tc3::unix_time::last_second + 1,
                                       std::int64_t{1551113065000}, (std::numeric_limits<std::int64_t>::max)()}) {
        call_arguments arguments;
        arguments.now = {seconds};
        check_failure(arguments, {.code = errc::out_of_range, .part = "timestamp"});
    }
}

// ---- headers ------------------------------------------------------------------------------------------------------------------

TEST_CASE("a header of the program must have a valid name and a value without control characters") {
    for (const bool is_signed : {false, true}) {
        const auto check_header = [is_signed](const header& header, const tc3::error& expected, std::string_view field,
                                              std::string_view hidden) {
            const std::array headers{header};
            call_arguments arguments;
            (is_signed ? arguments.options.signed_headers : arguments.options.headers) = headers;
            check_failure(arguments, expected, field, hidden);
        };
        for (const std::string_view forbidden : line_breakers) {
            const std::string name = "X-Evil" + std::string(forbidden) + "Name";
            const std::string value = "value" + std::string(forbidden) + "more";
            check_header({name, "v"}, {.code = errc::forbidden_character, .part = "header name", .position = 6}, {}, "Evil");
            check_header({"X-Mine", value}, {.code = errc::forbidden_character, .part = "header value", .position = 5}, "X-Mine", "more");
        }
        for (const std::string_view forbidden : {":"sv, " "sv, "("sv, "/"sv, "\xe4\xbd\xa0"sv, "\""sv, "@"sv}) {
            const std::string name = "X-Evil" + std::string(forbidden) + "Name";
            check_header({name, "v"}, {.code = errc::forbidden_character, .part = "header name", .position = 6}, {}, "Evil");
        }
        check_header({"", "v"}, {.code = errc::missing, .part = "header name"}, {}, {});
        check_header({" ", "v"}, {.code = errc::missing, .part = "header name"}, {}, {});
        check_header({" X-Mine", "v"}, {.code = errc::forbidden_character, .part = "header name", .position = 0}, {}, "Mine");
        check_header({"X-Mine ", "v"}, {.code = errc::forbidden_character, .part = "header name", .position = 6}, {}, "Mine");
    }
}

TEST_CASE("trace id and client name may not contain control characters or end with a blank") {
    for (const std::string_view forbidden : line_breakers) {
        const std::string value = "value" + std::string(forbidden) + "more";
        call_arguments arguments;
        arguments.options.trace_id = value;
        check_failure(arguments, {.code = errc::forbidden_character, .part = "header value", .position = 5}, "X-TC-TraceId", "more");
        arguments.options.trace_id = {};
        arguments.options.request_client = value;
        check_failure(arguments, {.code = errc::forbidden_character, .part = "header value", .position = 5}, "X-TC-RequestClient", "more");
    }
    call_arguments arguments;
    arguments.options.trace_id = "value ";
    check_failure(arguments, {.code = errc::untrimmed, .part = "header value", .position = 5}, "X-TC-TraceId", {});
}

TEST_CASE("a header may not occur twice, nor be one that tc3 sets") {
    const std::string_view own_names[] = {"host",         "Host",          "content-type",       "CONTENT-LENGTH",     "Authorization",
                                          "X-TC-Action",  "x-tc-version",  "X-TC-Token",         "X-TC-Timestamp",     "X-TC-Region",
                                          "X-TC-TraceId", "X-TC-Language", "X-TC-RequestClient", "x-tc-content-sha256"};
    for (const std::string_view name : own_names) {
        const std::array<header, 1> headers{{{name, "v"}}};
        call_arguments unsigned_header, signed_header;
        unsigned_header.options.headers = headers;
        signed_header.options.signed_headers = headers;
        check_failure(unsigned_header, {.code = errc::not_allowed, .part = "header name"}, name);
        check_failure(signed_header, {.code = errc::not_allowed, .part = "header name"}, name);
    }
    const std::array<header, 2> twice{{{"X-Mine", "a"}, {"x-mine", "a"}}};
    const std::array<header, 1> once{{{"X-MINE", "b"}}};
    const std::array<header, 3> apart{{{"X-Mine", "a"}, {"X-Other", "a"}, {"x-mine", "a"}}};
    const std::array<header, 2> own_last{{{"X-Other", "a"}, {"Host", "a"}}};
    call_arguments arguments;
    arguments.options.headers = apart;
    check_failure(arguments, {.code = errc::duplicate, .part = "header name"}, "x-mine");
    arguments.options.headers = own_last;
    check_failure(arguments, {.code = errc::not_allowed, .part = "header name"}, "Host");
    arguments.options.headers = twice;
    check_failure(arguments, {.code = errc::duplicate, .part = "header name"}, "x-mine");
    arguments.options.headers = {};
    arguments.options.signed_headers = twice;
    check_failure(arguments, {.code = errc::duplicate, .part = "header name"}, "x-mine");
    arguments.options.signed_headers = once;
    arguments.options.headers = std::span(twice).first(1);
    check_failure(arguments, {.code = errc::duplicate, .part = "header name"}, "X-Mine");
}

// ---- path, body and query -----------------------------------------------------------------------------------------------------

TEST_CASE("a path must begin with '/' and may not contain blanks, control characters or '#'") {
    struct path_case {
        std::string_view path;
        tc3::error expected;
    };
    const path_case cases[] = {
        {"", {.code = errc::missing, .part = "canonical URI"}},
        {"v1", {.code = errc::forbidden_character, .part = "canonical URI"}},
        {"/a b", {.code = errc::forbidden_character, .part = "canonical URI", .position = 2}},
        {"/a\r\nb", {.code = errc::forbidden_character, .part = "canonical URI", .position = 2}},
        {"/a\0b"sv, {.code = errc::forbidden_character, .part = "canonical URI", .position = 2}},
        {"/a#b", {.code = errc::forbidden_character, .part = "canonical URI", .position = 2}},
    };
    for (const path_case& row : cases) {
        call_arguments arguments;
        arguments.options.path = row.path;
        check_failure(arguments, row.expected);
    }
}

TEST_CASE("text of an input must be UTF-8; the error names the field") {
    call_arguments arguments;
    arguments.input.items = {support::item{}, support::item{}, support::item{.name = "hidden\xff"}};
    for (const http::method method : {http::method::post, http::method::get}) {
        arguments.options.method = method;
        check_failure(arguments, {.code = errc::invalid_utf8, .part = "field", .position = 6}, "Items[2].Name", "hidden");
        CHECK(tc3::to_string(failure_of(arguments)) == "request: Items[2].Name is not UTF-8, at byte 6");
    }
}

TEST_CASE("base64 text of an input must have the standard form; the error names the field and the form that it has") {
    struct {
        std::string_view text;
        errc code;
        std::size_t position;
        std::string_view message;
    } const rows[] = {
        {"data:image/jpeg;base64,/9j/4AAQ", errc::data_prefix, tc3::error::no_position,
         "request: Image begins with a data: prefix (pass what follows its comma)"},
        {"https://example.com/a.jpg", errc::file_link, tc3::error::no_position,
         "request: Image is a link (pass the file itself as base64)"},
        {"http://example.com/a.jpg", errc::file_link, tc3::error::no_position, "request: Image is a link (pass the file itself as base64)"},
        {"/9j/\n4AAQ\n", errc::line_end, 4, "request: Image has line ends or blanks (remove them), at byte 4"},
        {"/9j/4AAQ\r\n", errc::line_end, 8, "request: Image has line ends or blanks (remove them), at byte 8"},
        {"/9j/ 4AAQ", errc::line_end, 4, "request: Image has line ends or blanks (remove them), at byte 4"},
        {"_9j_4AAQ", errc::url_safe, 0, "request: Image has the URL-safe alphabet (replace - by + and _ by /), at byte 0"},
        {"/9j/4A", errc::unpadded, 6, "request: Image lacks padding (append = up to a multiple of four characters), at byte 6"},
        {"/9j/4", errc::unexpected_end, 5, "request: Image ends too early, at byte 5"},
        {"/9j/4B==", errc::not_base64, 5, "request: Image is not base64, at byte 5"},
        {"\xff\xd8\xff\xe0", errc::not_base64, 0, "request: Image is not base64, at byte 0"},
        {"photo.jpg", errc::not_base64, 5, "request: Image is not base64, at byte 5"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.text);
        const tc3::error expected{.code = row.code, .part = "field", .position = row.position};
        call_arguments arguments;
        arguments.input.image = tc3::binary::base64(std::string(row.text));
        for (const http::method method : {http::method::post, http::method::get}) {
            arguments.options.method = method;
            check_failure(arguments, expected, "Image", row.text);  // in both storages
            CHECK(tc3::to_string(failure_of(arguments)) == row.message);
        }
        std::string body;
        CHECK(tc3::write_body(body, arguments.input).error() == expected);
        const support::borrowing_every_kind borrowing(arguments.input);
        CHECK(tc3::write_body(body, borrowing.value).error() == expected);
    }
}

TEST_CASE("of an image that is not base64 and a wrong field after it, the image is named") {
    call_arguments arguments;
    arguments.input.image = tc3::binary::base64("QQ");
    arguments.input.json = "\xff";
    check_failure(arguments, {.code = errc::unpadded, .part = "field", .position = 2}, "Image");
    arguments.input.image = tc3::binary::base64("QQ==");
    check_failure(arguments, {.code = errc::invalid_utf8, .part = "field", .position = 0}, "Json");
}

TEST_CASE("standard base64 text and raw bytes of any content make a call") {
    for (const tc3::binary& image : {tc3::binary::base64("/9j/4A=="), tc3::binary::raw("data:image/jpeg;base64,\n"),
                                     tc3::binary::raw_view("https://example.com/a.jpg")}) {
        const every_kind input{.needed = "n", .image = image};
        CHECK(tc3::make_request(input, sample_profile(), sample_time).has_value());
        std::string body;
        CHECK(tc3::write_body(body, support::borrowing_every_kind(input).value).has_value());
    }
}

TEST_CASE("a required field must be set; the error names it") {
    call_arguments arguments;
    arguments.input.needed = {};
    check_failure(arguments, {.code = errc::missing, .part = "field"}, "Needed");
    CHECK(tc3::to_string(failure_of(arguments)) == "request: Needed is empty or missing");
}

TEST_CASE("a body may have 10 MB and not one byte more") {
    constexpr std::size_t size_around_text = std::string_view(R"({"Needed":""})").size();
    for (const std::size_t size : {tc3::largest_body, tc3::largest_body + 1}) {
        call_arguments arguments;
        arguments.input.needed = std::string(size - size_around_text, 'x');
        if (size == tc3::largest_body) {
            const auto request = tc3::make_request(arguments.input, arguments.profile, arguments.now);
            REQUIRE(request);
            CHECK(request->view().body.size() == 10485760);
        } else {
            check_failure(arguments, {.code = errc::too_large, .part = "body", .needed = 10485761, .limit = 10485760}, {}, "xxx");
            CHECK(tc3::to_string(failure_of(arguments)) ==
                  "request: body is too large: 10485761 bytes, the limit is 10485760"
                  " (as base64, a file takes 4 bytes for 3: up to 7864320 bytes of files)");
        }
    }
    const std::string bytes(tc3::largest_body + 1, 'x');
    const auto request_of_size = [&](std::size_t size) {
        return tc3::make_request({tc3::action_of<every_kind>, tc3::request_content{.body = std::string_view(bytes).substr(0, size)}},
                                 sample_profile(), sample_time);
    };
    CHECK(request_of_size(tc3::largest_body));
    CHECK(request_of_size(tc3::largest_body + 1).error().reason ==
          tc3::error{.code = errc::too_large, .part = "body", .needed = 10485761, .limit = 10485760});
}

TEST_CASE("a query may have 32 KB and not one byte more") {
    constexpr std::size_t size_around_text = std::string_view("Needed=").size();
    for (const std::size_t size : {tc3::largest_query, tc3::largest_query + 1}) {
        call_arguments arguments;
        arguments.options.method = http::method::get;
        arguments.input.needed = std::string(size - size_around_text, 'x');
        if (size == tc3::largest_query) {
            const auto request = tc3::make_request(arguments.input, arguments.profile, arguments.now, arguments.options);
            REQUIRE(request);
            CHECK(request->view().target.size() == 2 + 32768);
        } else {
            check_failure(arguments, {.code = errc::too_large, .part = "query", .needed = 32769, .limit = 32768}, {}, "xxx");
            CHECK(tc3::to_string(failure_of(arguments)) ==
                  "request: query is too large: 32769 bytes, the limit is 32768 (send it as a POST)");
        }
    }
    const std::string query(tc3::largest_query + 1, 'x');
    const auto failed = tc3::make_request({tc3::action_of<every_kind>, tc3::request_content{.query = query}}, sample_profile(), sample_time,
                                          {.method = http::method::get});
    REQUIRE_FALSE(failed);
    CHECK(failed.error().reason == tc3::error{.code = errc::too_large, .part = "query", .needed = 32769, .limit = 32768});
}

TEST_CASE("a request_content has the usual content type of the method unless it sets one") {
    struct type_case {
        http::method method;
        std::string_view given;
        std::string_view sent;
    };
    const type_case cases[] = {
        {http::method::post, "", "application/json"},
        {http::method::get, "", "application/x-www-form-urlencoded"},
        {http::method::post, "application/octet-stream", "application/octet-stream"},
    };
    for (const type_case& row : cases) {
        const tc3::request_content content{.content_type = row.given};
        const auto request =
            tc3::make_request({tc3::action_of<every_kind>, content}, sample_profile(), sample_time, {.method = row.method});
        REQUIRE(request);
        CHECK(request->view().headers.value_of("Content-Type") == row.sent);
    }
}

TEST_CASE("JSON text must be one object; the error gives the position") {
    struct json_case {
        std::string_view json;
        tc3::error expected;
    };
    const json_case cases[] = {
        {"[]", {.code = errc::wrong_type, .part = "body", .position = 0}},
        {" null", {.code = errc::wrong_type, .part = "body", .position = 1}},
        {"{", {.code = errc::unexpected_end, .part = "body", .position = 1}},
        {"", {.code = errc::unexpected_end, .part = "body", .position = 0}},
    };
    for (const json_case& row : cases) {
        const auto request = tc3::make_request({tc3::action_of<every_kind>, row.json}, sample_profile(), sample_time);
        REQUIRE_FALSE(request);
        CHECK(request.error().reason == row.expected);
        check_failure_in_workspaces(request.error(), tc3::action_of<every_kind>, row.json);
    }
}

TEST_CASE("a client name may have 128 characters of the set in the manual") {
    struct name_case {
        std::string name;
        tc3::error expected;
    };
    const name_case cases[] = {
        {"SDK_CPP 1.0; a,b-c", {}},
        {std::string(128, 'x'), {}},
        {std::string(129, 'x'), {.code = errc::too_large, .part = "header value", .needed = 129, .limit = 128, .name = {}}},
        {"a/b", {.code = errc::forbidden_character, .part = "header value", .position = 1, .name = {}}},
    };
    for (const name_case& row : cases) {
        CAPTURE(row.name);
        const auto request = tc3::make_request({tc3::action_of<every_kind>, std::string_view("{}")}, sample_profile(), sample_time,
                                               {.request_client = row.name});
        REQUIRE(request.has_value() == (row.expected.code == errc::none));
        if (request) continue;
        CHECK(request.error().reason == row.expected);
        check_failure_in_workspaces(request.error(), tc3::action_of<every_kind>, "{}"sv, {.request_client = row.name});
    }
}

TEST_CASE("a request_content may not break its header or the request line, nor have a body or query that is not signed") {
    struct content_case {
        tc3::request_content content;
        http::method method;
        tc3::error expected;
    };
    const content_case cases[] = {
        {{.content_type = "text/plain\r\nX: y"},
         http::method::post,
         {.code = errc::forbidden_character, .part = "content type", .position = 10}},
        {{.content_type = "text/plain "}, http::method::post, {.code = errc::untrimmed, .part = "content type", .position = 10}},
        {{.query = "a=b c"}, http::method::get, {.code = errc::forbidden_character, .part = "query", .position = 3}},
        {{.query = "a=b\r\n"}, http::method::get, {.code = errc::forbidden_character, .part = "query", .position = 3}},
        {{.query = "a=b#c"}, http::method::get, {.code = errc::forbidden_character, .part = "query", .position = 3}},
        {{.query = "a=b"}, http::method::post, {.code = errc::not_allowed, .part = "query"}},  // POST signs no query
        {{.body = "x"}, http::method::get, {.code = errc::not_allowed, .part = "body"}},       // GET signs the hash of an empty body
    };
    for (const content_case& row : cases) {
        const auto request =
            tc3::make_request({tc3::action_of<every_kind>, row.content}, sample_profile(), sample_time, {.method = row.method});
        REQUIRE_FALSE(request);
        CHECK(request.error().reason == row.expected);
        check_failure_in_workspaces(request.error(), tc3::action_of<every_kind>, row.content, {.method = row.method});
    }
}

// ---- what people mix up ---------------------------------------------------------------------------------------------------------

TEST_CASE("the message for a host says what to leave out") {
    struct {
        std::string_view host, message;
    } const cases[] = {
        {"https://faceid.tencentcloudapi.com", "has a scheme (pass the name without https://), at byte 6"},
        {"http://faceid.tencentcloudapi.com/", "has a scheme (pass the name without https://), at byte 5"},
        {"faceid.tencentcloudapi.com/", "holds '/', at byte 26 (pass the name without a path)"},
        {"a.com:443/path", "holds '/', at byte 9 (pass the name without a path)"},
        {"a.com?b=c", "holds '?', at byte 5 (pass the name without a path)"},
        {"user@a.com", "holds '@', at byte 4 (pass the name without a user)"},
        {" a.com", "holds a blank, at byte 0"},
        {"a.com\n", "holds a line end, at byte 5"},
        {"a.com\xE2\x80\x8B", "holds U+200B zero width space, at byte 5"},
        {"a.com:https", "holds a character that is not allowed there, at byte 6"},
        {"a.com:/x", "holds '/', at byte 6 (pass the name without a path)"},
        {"::1", "holds ':', at byte 0 (an IPv6 address needs brackets)"},
        {"user:!pass@a.com", "holds a character that is not allowed there, at byte 5"},  // '!' is of the password
    };
    for (const auto& [host, message] : cases) {
        const std::string shown(host);
        CAPTURE(shown);
        call_arguments arguments;
        arguments.profile.host = host;
        CHECK(tc3::to_string(failure_of(arguments)) == "request: host " + std::string(message));
        arguments.profile.host = {};
        arguments.profile.connect_to = host;
        CHECK(tc3::to_string(failure_of(arguments)) == "request: connect address " + std::string(message));
    }
}

TEST_CASE("a host in place of a region or service is refused") {
    call_arguments arguments;
    arguments.profile.region = "faceid.tencentcloudapi.com";
    CHECK(tc3::to_string(failure_of(arguments)) == "request: region holds '.', at byte 6");
    arguments.profile.region = "ap-singapore";
    arguments.profile.service = "faceid.tencentcloudapi.com";
    CHECK(tc3::to_string(failure_of(arguments)) == "request: service holds '.', at byte 6");
}

TEST_CASE("each part with a character that is not allowed is named with the character") {
    call_arguments arguments;
    const std::string value = "evil\xC2\xA0";
    for (const profile_part& row : profile_parts) {
        arguments.profile = sample_profile();
        arguments.profile.*row.member = value;
        CHECK(tc3::to_string(failure_of(arguments)) ==
              "request: " + std::string(row.part.view()) + " holds U+00A0 no-break space, at byte 4");
    }
    arguments.profile = sample_profile();
    arguments.profile.credential.token = value;
    CHECK(tc3::to_string(failure_of(arguments)) == "request: session token holds U+00A0 no-break space, at byte 4");
    arguments.profile = sample_profile();
    const std::array headers{header{"X-First", "a"}, header{"X-Mine", "a\nb"}};
    arguments.options.headers = headers;
    CHECK(tc3::to_string(failure_of(arguments)) == "request: header value X-Mine holds a line end, at byte 1");
    arguments.options.headers = {};
    arguments.options.trace_id = "a\nb";
    CHECK(tc3::to_string(failure_of(arguments)) == "request: header value X-TC-TraceId holds a line end, at byte 1");
}

TEST_CASE("a header that occurs twice does not show a character of the first one") {
    const tc3::http::header headers[] = {{"Cookie", "a valid secret", true}, {"Cookie", "ab\x01"}};
    call_arguments arguments;
    arguments.options.headers = headers;
    CHECK(tc3::to_string(failure_of(arguments)) == "request: header name Cookie occurs twice");
}

TEST_CASE("make_request() refuses placeholders and a swapped pair, unless a part of them is not used") {
    struct never_signing {
        [[nodiscard]] std::string_view secret_id() const { return "AKIDsigner"; }
        tc3::result<tc3::signing::signature, tc3::error> sign(const tc3::signing::signer_input&) { return tc3::signing::signature{}; }
    };
    const auto message_of = [](const tc3::client_profile_view& profile, const tc3::request_options& options = {}) {
        const auto request = tc3::make_request(every_kind{.needed = "n"}, profile, sample_time, options);
        return request ? std::string("made") : tc3::to_string(request.error());
    };
    const auto profile_with = [](std::string_view id, std::string_view key, std::string_view token = {}) {
        return tc3::client_profile_view{.credential = {id, key, token}, .region = "ap-singapore"};
    };
    const auto swapped = profile_with("Gu5t9xGARNpq86cd98joQYCN3EXAMPLE", "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE");
    CHECK(message_of(swapped) == "request: secret key begins as a secret id does: are id and key swapped?");
    CHECK(message_of(profile_with("your-id", "key")) == "request: secret id is a placeholder: pass the value itself");
    CHECK(message_of(profile_with("id", "your-key")) == "request: secret key is a placeholder: pass the value itself");
    CHECK(message_of(profile_with("id", "key", "your-token")) == "request: session token is a placeholder: pass the value itself");
    CHECK(message_of(profile_with("my-secret-id", "my-secret-key")) == "made");
    // The key is not used with a signer or without an authorization, nor is the id.
    never_signing signer;
    CHECK(message_of(profile_with("your-id", "your-key\n"), {.signer = signer}) == "made");
    CHECK(message_of(profile_with("your-id", "your-key\n"), {.skip_authorization = true}) == "made");
    CHECK(tc3::prepare_request(every_kind{.needed = "n"}, swapped, sample_time));
}

TEST_CASE("a header that an option or the profile sets is refused with the name of the member") {
    struct {
        std::string_view name, message;
    } const cases[] = {
        {"content-type", "header name content-type is not allowed here (set content_type of request_options or of request_content)"},
        {"Host", "header name Host is not allowed here (set host of the profile)"},
        {"X-TC-Region", "header name X-TC-Region is not allowed here (set region of the profile)"},
        {"X-TC-Token", "header name X-TC-Token is not allowed here (set token of the credential)"},
        {"X-TC-TraceId", "header name X-TC-TraceId is not allowed here (set trace_id of request_options)"},
        {"Authorization", "header name Authorization is not allowed here"},
    };
    for (const auto& [name, message] : cases) {
        const std::array headers{header{name, "v"}};
        call_arguments arguments;
        arguments.options.headers = headers;
        CHECK(tc3::to_string(failure_of(arguments)) == "request: " + std::string(message));
        arguments.options = {.signed_headers = headers};
        CHECK(tc3::to_string(failure_of(arguments)) == "request: " + std::string(message));
    }
}

// ---- content type ---------------------------------------------------------------------------------------------------------------

TEST_CASE("the option content_type is sent and signed by every function that makes a request") {
    constexpr std::string_view type = tc3::json_utf8_content_type;
    const call_arguments arguments{.options = {.content_type = type}};
    support::fake_transport transport;
    transport.output.body = R"({"Response":{"Needed":"x"}})";
    const auto request = tc3::make_request(arguments.input, arguments.profile, arguments.now, arguments.options);
    REQUIRE(request);
    CHECK(request->view().headers.value_of("Content-Type") == type);
    std::string steps;
    REQUIRE(tc3::signing::explain(steps, request->view()));
    CHECK(steps.find("content-type:application/json; charset=utf-8\n") != std::string::npos);
    const std::string authorization(request->view().headers.value_of("Authorization"));
    const auto without = tc3::make_request(arguments.input, arguments.profile, arguments.now);
    REQUIRE(without);
    CHECK(without->view().headers.value_of("Authorization") != authorization);

    support::tight_workspace space(4000);
    const support::borrowing_every_kind borrowing(arguments.input);
    const auto in_workspace = tc3::make_request_into(borrowing.value, arguments.profile, arguments.now, arguments.options, *space);
    REQUIRE(in_workspace);
    CHECK(in_workspace->headers.value_of("Content-Type") == type);
    CHECK(in_workspace->headers.value_of("Authorization") == authorization);

    const auto json = tc3::make_request({tc3::action_of<every_kind>, "{}"}, arguments.profile, arguments.now, arguments.options);
    REQUIRE(json);
    CHECK(json->view().headers.value_of("Content-Type") == type);

    CHECK(tc3::call(transport, arguments.input, arguments.profile, arguments.now, arguments.options));
    const auto prepared = tc3::prepare_request(arguments.input, arguments.profile, arguments.now, arguments.options);
    REQUIRE(prepared);
    const tc3::http::request attached = tc3::attach(*prepared, {});
    CHECK(attached.view().headers.value_of("Content-Type") == type);
}

TEST_CASE("the option content_type is a type of JSON, for a struct or JSON in a POST") {
    const tc3::error refused{.code = errc::not_allowed, .part = "content type"};
    for (const std::string_view type :
         {"application/json; charset=UTF-8"sv, "Application/json"sv, "application/json;"sv, "text/plain"sv,
          "application/json; charset=utf-16"sv, "application/jsop"sv, "application/x-www-form-urlencoded"sv}) {
        CAPTURE(type);
        call_arguments arguments;
        arguments.options.content_type = type;
        check_failure(arguments, refused);
    }
    call_arguments arguments;
    arguments.options.content_type = "application/json";
    CHECK(tc3::make_request(arguments.input, arguments.profile, arguments.now, arguments.options));
    arguments.options.method = http::method::get;
    CHECK(tc3::make_request({tc3::action_of<every_kind>, "{}"}, arguments.profile, arguments.now, arguments.options).error().reason ==
          refused);
    arguments.options.method = http::method::post;
    const tc3::request_content content{.body = "{}"};
    const auto failed = tc3::make_request({tc3::action_of<every_kind>, content}, arguments.profile, arguments.now, arguments.options);
    REQUIRE_FALSE(failed);
    CHECK(failed.error().reason == refused);
    CHECK(tc3::to_string(failed.error()) ==
          "request: content type is not allowed here (only for a POST of a struct or JSON: application/json, with or without ; "
          "charset=utf-8)");
}

// ---- order of the steps -------------------------------------------------------------------------------------------------------

TEST_CASE("nothing is hashed before all parts are validated") {
    call_arguments arguments;
    arguments.profile.region = "a\nb";
    support::failing_policy policy(1);
    const auto failed = tc3::make_request(arguments.input, arguments.profile, arguments.now, {.hash = policy});
    REQUIRE_FALSE(failed);
    CHECK(failed.error().reason.part == "region");
    CHECK(policy.calls() == 0);
}

TEST_CASE("prepare_request() has the errors of make_request(), but needs no secret key") {
    call_arguments arguments;
    arguments.profile.host = "a b";
    CHECK(tc3::prepare_request(arguments.input, arguments.profile, arguments.now).error().reason.part == "host");
    arguments.profile.host = {};
    arguments.profile.credential.secret_id = "a,b";
    CHECK(tc3::prepare_request(arguments.input, arguments.profile, arguments.now).error().reason.part == "secret id");
    arguments.profile.credential = {support::secret_id, {}, {}};
    CHECK(tc3::prepare_request(arguments.input, arguments.profile, arguments.now));  // the key is elsewhere
}
