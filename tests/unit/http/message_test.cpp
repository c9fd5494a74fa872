// SPDX-License-Identifier: MIT
// The URL of a request, and its head in the form of HTTP/1.1.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace http = tc3::http;

namespace {

std::string url_of(const http::request_view& request) {
    std::string text;
    request.write_url(text);
    return text;
}

std::string head_of(const http::request_view& request) {
    std::string text;
    http::write_head(text, request);
    return text;
}

}  // namespace

TEST_CASE("methods have the names of HTTP") {
    CHECK(http::name_of(http::method::get) == "GET");
    CHECK(http::name_of(http::method::post) == "POST");
}

TEST_CASE("a URL consists of scheme, host and target") {
    http::request_view request;
    request.scheme = "https";
    request.host = "cvm.tencentcloudapi.com";
    request.target = "/";
    CHECK(url_of(request) == "https://cvm.tencentcloudapi.com/");

    request.scheme = "http";
    request.host = "127.0.0.1:8080";
    request.target = "/?Limit=10";
    request.connect_to = "10.0.0.1:1";
    CHECK(url_of(request) == "http://127.0.0.1:8080/?Limit=10");
}

static_assert(http::split_target("/a?b=c").path == "/a" && http::split_target("/a?b=c").query == "b=c");

TEST_CASE("a target is split at its first question mark") {
    const struct {
        std::string_view target, path, query;
    } rows[] = {
        {"/", "/", ""},        {"/?", "/", ""}, {"/a/b?Limit=10&Offset=0", "/a/b", "Limit=10&Offset=0"},
        {"/?a?b", "/", "a?b"}, {"?a", "", "a"}, {"", "", ""},
    };
    for (const auto& row : rows) {
        const http::target_parts parts = http::split_target(row.target);
        CHECK(parts.path == row.path);
        CHECK(parts.query == row.query);
    }
}

TEST_CASE("the head of a POST has the size of the body") {
    std::string packed;
    http::header_list::pack(packed, {"Content-Type", "application/json"});
    http::header_list::pack(packed, {"X-TC-Token", "t", true});
    http::request_view request;
    request.host = "cvm.tencentcloudapi.com";
    request.target = "/";
    request.headers = http::header_list(packed);
    request.body = "{\"Limit\":10}";
    CHECK(head_of(request) ==
          "POST / HTTP/1.1\r\n"
          "Host: cvm.tencentcloudapi.com\r\n"
          "Content-Type: application/json\r\n"
          "X-TC-Token: t\r\n"
          "Content-Length: 12\r\n"
          "\r\n");

    request.body = {};
    CHECK(head_of(request).find("\r\nContent-Length: 0\r\n") != std::string::npos);
}

TEST_CASE("a masked head contains neither sensitive values nor parameters") {
    std::string packed;
    http::header_list::pack(packed, {"X-TC-Action", "DescribeZones"});
    http::header_list::pack(packed, {"X-TC-Token", "secret-token"});
    http::header_list::pack(packed, {"X-Mine", "secret-too", true});
    http::request_view request;
    request.method = http::method::get;
    request.host = "cvm.tencentcloudapi.com";
    request.target = "/?Name=person";
    request.headers = http::header_list(packed);
    std::string text;
    http::write_masked_head(text, request);
    CHECK(text ==
          "GET /?**** HTTP/1.1\r\n"
          "Host: cvm.tencentcloudapi.com\r\n"
          "X-TC-Action: DescribeZones\r\n"
          "X-TC-Token: ****\r\n"
          "X-Mine: ****\r\n"
          "\r\n");
}

TEST_CASE("a masked head shows each value on its line, with escapes for what a viewer does not show") {
    std::string packed;
    http::header_list::pack(packed, {"X-Shown", "caf\xc3\xa9 \xe2\x80\xae \xc2\x85\t"});
    http::request_view request;
    request.method = http::method::get;
    request.host = "a\r\nb";
    request.target = "/\xe2\x80\xa8\xff";
    request.headers = http::header_list(packed);
    std::string text;
    http::write_masked_head(text, request);
    CHECK(text ==
          "GET /\\u{2028}\xef\xbf\xbd HTTP/1.1\r\n"
          "Host: a\\u{d}\\u{a}b\r\n"
          "X-Shown: caf\xc3\xa9 \\u{202e} \\u{85}\\u{9}\r\n"
          "\r\n");
}

TEST_CASE("the head of a GET has no content length") {
    http::request_view request;
    request.method = http::method::get;
    request.host = "cvm.tencentcloudapi.com";
    request.target = "/?Limit=10&Offset=0";
    CHECK(head_of(request) == "GET /?Limit=10&Offset=0 HTTP/1.1\r\nHost: cvm.tencentcloudapi.com\r\n\r\n");
}
