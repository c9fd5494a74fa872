// SPDX-License-Identifier: MIT
// What a request refuses: every part with every kind of bad content. Each refusal names its part, tells nothing secret, and sends nothing.
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

// All that a call takes, ready to be spoilt in one place.
struct attempt {
    every_kind input{.needed = "n"};
    tc3::client_profile_view profile = sample_profile();
    tc3::unix_time now = sample_time;
    tc3::request_options options = {};
};

tc3::failure refusal_of(const attempt& made) {
    support::fake_transport transport;
    const auto output = tc3::call(transport, made.input, made.profile, made.now, made.options);
    CHECK(transport.calls == 0);
    REQUIRE_FALSE(output);
    const std::string line = tc3::to_string(output.error());
    CHECK_FALSE(support::tells_secrets(line));
    CHECK(line.find_first_of("\r\n\0"sv) == std::string::npos);
    const support::plain_failure expected = support::plain(output.error());
    CHECK(support::refusal_into(expected, made.input, made.profile, made.now, made.options) == expected);
    return output.error();
}

// What is known only at run time, refused in memory of the caller's as it is in a string.
template <class Content>
void check_refused_into(const tc3::failure& why, const tc3::action& what, const Content& content,
                        const tc3::request_options& options = {}) {
    const support::plain_failure expected = support::plain(why);
    const auto make = [&](tc3::workspace& space) {
        return tc3::make_request_into(space, what, content, sample_profile(), sample_time, options);
    };
    CHECK(support::refusal_into(expected, make, 300) == expected);
}

void check_refused(const attempt& made, const tc3::error& expected, std::string_view field = {}, std::string_view offending = {}) {
    const tc3::failure why = refusal_of(made);
    CHECK(why.stage == stage::request);
    CHECK(why.reason == expected);
    CHECK(why.field == field);
    CHECK(why.status == 0);
    CHECK(why.code.empty());
    if (!offending.empty()) CHECK(tc3::to_string(why).find(offending) == std::string::npos);
}

// Bytes that may stand in no header at all.
constexpr std::string_view line_breakers[] = {"\r\n"sv, "\r"sv, "\n"sv, "\0"sv, "\x01"sv, "\x1b"sv, "\x7f"sv};

struct named_part {
    std::string_view tc3::client_profile_view::* member;
    std::string_view part;
};
constexpr named_part profile_parts[] = {
    {&tc3::client_profile_view::region, "region"},   {&tc3::client_profile_view::language, "language"},
    {&tc3::client_profile_view::service, "service"}, {&tc3::client_profile_view::version, "version"},
    {&tc3::client_profile_view::host, "host"},       {&tc3::client_profile_view::connect_to, "connect address"},
};

}  // namespace

TEST_CASE("an attempt that nobody spoilt is sent") {
    support::fake_transport transport;
    transport.output.body = R"({"Response":{"Needed":"x"}})";
    const attempt made;
    CHECK(tc3::call(transport, made.input, made.profile, made.now, made.options).has_value());
    CHECK(transport.calls == 1);
}

TEST_CASE("no part of a profile may hold what breaks a line, or a blank, a slash, or a character beyond ASCII") {
    for (const named_part& row : profile_parts) {
        for (const std::string_view bad :
             {"\r\n"sv, "\n"sv, "\0"sv, "\x7f"sv, " "sv, "\t"sv, "/"sv, "@"sv, "?"sv, "#"sv, "\xe4\xbd\xa0"sv}) {
            CAPTURE(row.part);
            const std::string value = "evil" + std::string(bad) + "X-Evil";
            attempt made;
            made.profile.*row.member = value;
            check_refused(made, {.code = errc::forbidden_character, .part = row.part, .position = 4}, {}, "vil");
        }
    }
}

TEST_CASE("a scheme is one of two words") {
    for (const std::string_view scheme : {"ftp"sv, "HTTPS"sv, "https://"sv, "http\r\n"sv, "https\0"sv, " https"sv}) {
        attempt made;
        made.profile.scheme = scheme;
        check_refused(made, {.code = errc::not_allowed, .part = "scheme"}, {}, scheme);
    }
    attempt made;
    made.profile.scheme = {};
    check_refused(made, {.code = errc::missing, .part = "scheme"});
}

TEST_CASE("a session token holds no control character and no blank at an end") {
    for (const std::string_view bad : line_breakers) {
        const std::string token = "abcdef" + std::string(bad) + "ghijkl";
        attempt made;
        made.profile.credential.token = token;
        check_refused(made, {.code = errc::forbidden_character, .part = "session token", .position = 6}, {}, "abcdef");
    }
    for (const std::string_view token : {" abcdef"sv, "abcdef "sv, "\tabcdef"sv, "abcdef\t"sv, " "sv}) {
        attempt made;
        made.profile.credential.token = token;
        check_refused(made, {.code = errc::untrimmed, .part = "session token"}, {}, "abcdef");
    }
}

TEST_CASE("a session token and a trace id are UTF-8") {
    attempt made;
    made.profile.credential.token = "abcdef\xff";
    check_refused(made, {.code = errc::invalid_utf8, .part = "session token", .position = 6}, {}, "abcdef");
    made = {};
    made.options.trace_id = "abcdef\xe4\xbd";
    check_refused(made, {.code = errc::invalid_utf8, .part = "header value", .position = 6}, "X-TC-TraceId", "abcdef");
}

TEST_CASE("an address has no empty label in front, and a port that there is") {
    struct address_case {
        std::string_view address;
        std::size_t at;
    };
    for (const address_case& row :
         {address_case{".a", 0}, {".", 0}, {"a..b", 2}, {"a:99999", 1}, {"a:65536", 1}, {"a:0", 1}, {"a:", 1}, {"a:99999999999", 1}}) {
        CAPTURE(row.address);
        attempt made;
        made.profile.host = row.address;
        check_refused(made, {.code = errc::forbidden_character, .part = "host", .position = row.at});
        made = {};
        made.profile.connect_to = row.address;
        check_refused(made, {.code = errc::forbidden_character, .part = "connect address", .position = row.at});
    }
    attempt made;
    made.profile.host = "a:65535";
    CHECK(tc3::make_request(made.input, made.profile, made.now));
}

TEST_CASE("a secret id is visible ASCII that cannot end its place") {
    struct id_case {
        std::string_view id;
        tc3::error expected;
    };
    const id_case cases[] = {
        {"", {.code = errc::missing, .part = "secret id"}},
        {" AKIDabc", {.code = errc::untrimmed, .part = "secret id"}},
        {"AKIDabc\n", {.code = errc::untrimmed, .part = "secret id"}},
        {"AKID\r\nabc", {.code = errc::forbidden_character, .part = "secret id", .position = 4}},
        {"AKID\0abc"sv, {.code = errc::forbidden_character, .part = "secret id", .position = 4}},
        {"AKID/abc", {.code = errc::forbidden_character, .part = "secret id", .position = 4}},
        {"AKID,abc", {.code = errc::forbidden_character, .part = "secret id", .position = 4}},
        {"AKID abc", {.code = errc::forbidden_character, .part = "secret id", .position = 4}},
        {"AKID\xe4\xbd\xa0", {.code = errc::forbidden_character, .part = "secret id", .position = 4}},
    };
    for (const id_case& row : cases) {
        attempt made;
        made.profile.credential.secret_id = row.id;
        check_refused(made, row.expected, {}, "AKID");
    }
}

TEST_CASE("a secret key that is empty, or was pasted with something around it, is refused") {
    attempt made;
    made.profile.credential.secret_key = {};
    check_refused(made, {.code = errc::missing, .part = "secret key"});
    for (const std::string_view blank : {" "sv, "\t"sv, "\n"sv, "\r"sv, "\r\n"sv}) {
        for (const std::string& key :
             {std::string(support::secret_key) + std::string(blank), std::string(blank) + std::string(support::secret_key)}) {
            made.profile.credential.secret_key = key;
            check_refused(made, {.code = errc::untrimmed, .part = "secret key"});
        }
    }
}

TEST_CASE("what is missing is named") {
    attempt no_region;
    no_region.profile.region = {};
    check_refused(no_region, {.code = errc::missing, .part = "region"});

    struct action_case {
        tc3::action what;
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
        const auto made = tc3::make_request(row.what, "{}", sample_profile(), sample_time);
        REQUIRE_FALSE(made);
        CHECK(made.error().stage == stage::request);
        CHECK(made.error().reason == row.expected);
        CHECK(tc3::to_string(made.error()).find("Describe") == std::string::npos);
        check_refused_into(made.error(), row.what, "{}"sv);
    }
}

TEST_CASE("a host or service that is too long is refused with its size") {
    attempt made;
    const std::string longest(259, 'h'), longer(260, 'h'), service(64, 's');
    made.profile.host = longer;
    check_refused(made, {.code = errc::too_large, .part = "host", .needed = 260, .limit = 259});
    made.profile.host = {};
    made.profile.service = service;
    check_refused(made, {.code = errc::too_large, .part = "service", .needed = 64, .limit = 63});
    CHECK(tc3::make_request(tc3::action{"cvm", "2017-03-12", "DescribeZones", longest}, "{}", sample_profile(), sample_time));
    const auto refused = tc3::make_request(tc3::action{"cvm", "2017-03-12", "DescribeZones", longer}, "{}", sample_profile(), sample_time);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().reason == tc3::error{.code = errc::too_large, .part = "host", .needed = 260, .limit = 259});
}

TEST_CASE("a time that is no time in seconds is refused") {
    for (const std::int64_t seconds : {std::int64_t{-1}, (std::numeric_limits<std::int64_t>::min)(), tc3::unix_time::last_second + 1,
                                       std::int64_t{1551113065000}, (std::numeric_limits<std::int64_t>::max)()}) {
        attempt made;
        made.now = {seconds};
        check_refused(made, {.code = errc::out_of_range, .part = "timestamp"});
    }
}

TEST_CASE("a header of one's own must be a header, and may break no line") {
    for (const bool is_signed : {false, true}) {
        const auto refuse = [is_signed](const header& field, const tc3::error& expected, std::string_view name,
                                        std::string_view offending) {
            const std::array<header, 1> fields{field};
            attempt made;
            (is_signed ? made.options.signed_headers : made.options.headers) = fields;
            check_refused(made, expected, name, offending);
        };
        for (const std::string_view bad : line_breakers) {
            const std::string name = "X-Evil" + std::string(bad) + "Name";
            const std::string value = "value" + std::string(bad) + "more";
            refuse({name, "v"}, {.code = errc::forbidden_character, .part = "header name", .position = 6}, {}, "Evil");
            refuse({"X-Mine", value}, {.code = errc::forbidden_character, .part = "header value", .position = 5}, "X-Mine", "more");
        }
        for (const std::string_view bad : {":"sv, " "sv, "("sv, "/"sv, "\xe4\xbd\xa0"sv, "\""sv, "@"sv}) {
            const std::string name = "X-Evil" + std::string(bad) + "Name";
            refuse({name, "v"}, {.code = errc::forbidden_character, .part = "header name", .position = 6}, {}, "Evil");
        }
        refuse({"", "v"}, {.code = errc::missing, .part = "header name"}, {}, {});
        refuse({" ", "v"}, {.code = errc::missing, .part = "header name"}, {}, {});
        refuse({" X-Mine", "v"}, {.code = errc::forbidden_character, .part = "header name", .position = 0}, {}, "Mine");
        refuse({"X-Mine ", "v"}, {.code = errc::forbidden_character, .part = "header name", .position = 6}, {}, "Mine");
    }
}

TEST_CASE("the values of trace id and client name may break no line either") {
    for (const std::string_view bad : line_breakers) {
        const std::string value = "value" + std::string(bad) + "more";
        attempt made;
        made.options.trace_id = value;
        check_refused(made, {.code = errc::forbidden_character, .part = "header value", .position = 5}, "X-TC-TraceId", "more");
        made.options.trace_id = {};
        made.options.request_client = value;
        check_refused(made, {.code = errc::forbidden_character, .part = "header value", .position = 5}, "X-TC-RequestClient", "more");
    }
    attempt made;
    made.options.trace_id = "value ";
    check_refused(made, {.code = errc::untrimmed, .part = "header value"}, "X-TC-TraceId", {});
}

TEST_CASE("a header that stands twice is refused, those that the library sets included") {
    const std::string_view own[] = {"host",         "Host",          "content-type",       "CONTENT-LENGTH",     "Authorization",
                                    "X-TC-Action",  "x-tc-version",  "X-TC-Token",         "X-TC-Timestamp",     "X-TC-Region",
                                    "X-TC-TraceId", "X-TC-Language", "X-TC-RequestClient", "x-tc-content-sha256"};
    for (const std::string_view name : own) {
        const std::array<header, 1> fields{{{name, "v"}}};
        attempt sent, is_signed;
        sent.options.headers = fields;
        is_signed.options.signed_headers = fields;
        check_refused(sent, {.code = errc::duplicate, .part = "header name"}, name);
        check_refused(is_signed, {.code = errc::duplicate, .part = "header name"}, name);
    }
    const std::array<header, 2> twice{{{"X-Mine", "a"}, {"x-mine", "a"}}};
    const std::array<header, 1> once{{{"X-MINE", "b"}}};
    const std::array<header, 3> apart{{{"X-Mine", "a"}, {"X-Other", "a"}, {"x-mine", "a"}}};
    const std::array<header, 2> own_behind{{{"X-Other", "a"}, {"Host", "a"}}};
    attempt made;
    made.options.headers = apart;
    check_refused(made, {.code = errc::duplicate, .part = "header name"}, "x-mine");
    made.options.headers = own_behind;
    check_refused(made, {.code = errc::duplicate, .part = "header name"}, "Host");
    made.options.headers = twice;
    check_refused(made, {.code = errc::duplicate, .part = "header name"}, "x-mine");
    made.options.headers = {};
    made.options.signed_headers = twice;
    check_refused(made, {.code = errc::duplicate, .part = "header name"}, "x-mine");
    made.options.signed_headers = once;
    made.options.headers = std::span(twice).first(1);
    check_refused(made, {.code = errc::duplicate, .part = "header name"}, "X-Mine");
}

TEST_CASE("a path is one that can stand in a request line") {
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
        attempt made;
        made.options.path = row.path;
        check_refused(made, row.expected);
    }
}

TEST_CASE("text of a question that is not UTF-8 is refused, and its field named") {
    attempt made;
    made.input.items = {support::item{}, support::item{}, support::item{.name = "offend\xff"}};
    for (const http::method method : {http::method::post, http::method::get}) {
        made.options.method = method;
        check_refused(made, {.code = errc::invalid_utf8, .part = "field", .position = 6}, "Items[2].Name", "offend");
        CHECK(tc3::to_string(refusal_of(made)) == "request: Items[2].Name is not UTF-8, at byte 6");
    }
}

TEST_CASE("a required field that is unset is named") {
    attempt made;
    made.input.needed = {};
    check_refused(made, {.code = errc::missing, .part = "field"}, "Needed");
    CHECK(tc3::to_string(refusal_of(made)) == "request: Needed is empty or missing");
}

TEST_CASE("a body of 10 MB is sent, and not a byte more") {
    constexpr std::size_t around = std::string_view(R"({"Needed":""})").size();
    for (const std::size_t size : {tc3::largest_body, tc3::largest_body + 1}) {
        attempt made;
        made.input.needed = std::string(size - around, 'x');
        if (size == tc3::largest_body) {
            const auto request = tc3::make_request(made.input, made.profile, made.now);
            REQUIRE(request);
            CHECK(request->view().body.size() == 10485760);
        } else {
            check_refused(made, {.code = errc::too_large, .part = "body", .needed = 10485761, .limit = 10485760}, {}, "xxx");
            CHECK(tc3::to_string(refusal_of(made)) == "request: body is too large: 10485761 bytes, the limit is 10485760");
        }
    }
    const std::string bytes(tc3::largest_body + 1, 'x');
    const auto content = [&](std::size_t size) {
        return tc3::make_request(tc3::action_of<every_kind>, tc3::request_content{.body = std::string_view(bytes).substr(0, size)},
                                 sample_profile(), sample_time);
    };
    CHECK(content(tc3::largest_body));
    CHECK(content(tc3::largest_body + 1).error().reason ==
          tc3::error{.code = errc::too_large, .part = "body", .needed = 10485761, .limit = 10485760});
}

TEST_CASE("a query of 32 KB is sent, and not a byte more") {
    constexpr std::size_t around = std::string_view("Needed=").size();
    for (const std::size_t size : {tc3::largest_query, tc3::largest_query + 1}) {
        attempt made;
        made.options.method = http::method::get;
        made.input.needed = std::string(size - around, 'x');
        if (size == tc3::largest_query) {
            const auto request = tc3::make_request(made.input, made.profile, made.now, made.options);
            REQUIRE(request);
            CHECK(request->view().target.size() == 2 + 32768);
        } else {
            check_refused(made, {.code = errc::too_large, .part = "query", .needed = 32769, .limit = 32768}, {}, "xxx");
            CHECK(tc3::to_string(refusal_of(made)) == "request: query is too large: 32769 bytes, the limit is 32768");
        }
    }
    const std::string query(tc3::largest_query + 1, 'x');
    const auto content = tc3::make_request(tc3::action_of<every_kind>, tc3::request_content{.query = query}, sample_profile(), sample_time,
                                           {.method = http::method::get});
    REQUIRE_FALSE(content);
    CHECK(content.error().reason == tc3::error{.code = errc::too_large, .part = "query", .needed = 32769, .limit = 32768});
}

TEST_CASE("content of one's own has the usual content type unless it says another") {
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
        const auto made = tc3::make_request(tc3::action_of<every_kind>, content, sample_profile(), sample_time, {.method = row.method});
        REQUIRE(made);
        CHECK(made->view().headers.value_of("Content-Type") == row.sent);
    }
}

TEST_CASE("ready JSON that is not one object is refused, naming the byte") {
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
        const auto made = tc3::make_request(tc3::action_of<every_kind>, row.json, sample_profile(), sample_time);
        REQUIRE_FALSE(made);
        CHECK(made.error().reason == row.expected);
        check_refused_into(made.error(), tc3::action_of<every_kind>, row.json);
    }
}

TEST_CASE("the name of the client is held to the manual's 128 characters of its set") {
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
        const auto made = tc3::make_request(tc3::action_of<every_kind>, std::string_view("{}"), sample_profile(), sample_time,
                                            {.request_client = row.name});
        REQUIRE(made.has_value() == (row.expected.code == errc::none));
        if (made) continue;
        CHECK(made.error().reason == row.expected);
        check_refused_into(made.error(), tc3::action_of<every_kind>, "{}"sv, {.request_client = row.name});
    }
}

TEST_CASE("content of one's own may break neither its header nor the request line") {
    struct content_case {
        tc3::request_content content;
        http::method method;
        tc3::error expected;
    };
    const content_case cases[] = {
        {{.content_type = "text/plain\r\nX: y"},
         http::method::post,
         {.code = errc::forbidden_character, .part = "content type", .position = 10}},
        {{.content_type = "text/plain "}, http::method::post, {.code = errc::untrimmed, .part = "content type"}},
        {{.query = "a=b c"}, http::method::get, {.code = errc::forbidden_character, .part = "query", .position = 3}},
        {{.query = "a=b\r\n"}, http::method::get, {.code = errc::forbidden_character, .part = "query", .position = 3}},
        {{.query = "a=b#c"}, http::method::get, {.code = errc::forbidden_character, .part = "query", .position = 3}},
        {{.query = "a=b"}, http::method::post, {.code = errc::not_allowed, .part = "query"}},  // POST signs no query
        {{.body = "x"}, http::method::get, {.code = errc::not_allowed, .part = "body"}},       // GET signs the hash of nothing
    };
    for (const content_case& row : cases) {
        const auto made = tc3::make_request(tc3::action_of<every_kind>, row.content, sample_profile(), sample_time, {.method = row.method});
        REQUIRE_FALSE(made);
        CHECK(made.error().reason == row.expected);
        check_refused_into(made.error(), tc3::action_of<every_kind>, row.content, {.method = row.method});
    }
}

TEST_CASE("nothing is hashed before all parts are checked") {
    attempt made;
    made.profile.region = "a\nb";
    support::failing_policy policy(1);
    const auto refused = tc3::make_request(made.input, made.profile, made.now, {}, policy);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().reason.part == "region");
    CHECK(policy.calls() == 0);
}

TEST_CASE("preparing refuses what making refuses") {
    attempt made;
    made.profile.host = "a b";
    CHECK(tc3::prepare_request(made.input, made.profile, made.now).error().reason.part == "host");
    made.profile.host = {};
    made.profile.credential.secret_id = "a,b";
    CHECK(tc3::prepare_request(made.input, made.profile, made.now).error().reason.part == "secret id");
    made.profile.credential = {support::secret_id, {}, {}};
    CHECK(tc3::prepare_request(made.input, made.profile, made.now));  // the key is elsewhere
}
