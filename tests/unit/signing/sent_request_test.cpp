// SPDX-License-Identifier: MIT
// raw_request: the parts of a request from its bytes, however they are written.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>

using tc3::signing::raw_request;

TEST_CASE("raw_request splits the bytes of a request into its parts") {
    const raw_request raw("POST /v1?a=b HTTP/1.1\r\nHost: example.com\r\nX-Empty:\r\n\r\n{\"a\":\r\n1}");
    const auto request = raw.view();
    CHECK(request.method == "POST");
    CHECK(request.target == "/v1?a=b");
    REQUIRE(request.headers.size() == 2);
    CHECK(request.headers[0].name == "Host");
    CHECK(request.headers[0].value == "example.com");
    CHECK(request.headers[1].value.empty());
    CHECK(request.body == "{\"a\":\r\n1}");
}

TEST_CASE("raw_request takes line feeds for line ends and keeps colons of values") {
    const raw_request raw("GET / HTTP/1.1\nHost:  localhost:8080 \nno colon\n: no name\n\nbody\n");
    const auto request = raw.view();
    REQUIRE(request.headers.size() == 2);
    CHECK(request.value_of("HOST") == "localhost:8080");
    CHECK(request.headers[1].name.empty());
    CHECK(request.body == "body\n");
}

TEST_CASE("raw_request reads what there is of an incomplete request") {
    const raw_request nothing("");
    CHECK(nothing.view().method.empty());
    CHECK(nothing.view().headers.empty());
    const raw_request only_lines("\r\n\r\n");
    CHECK(only_lines.view().body.empty());
    const raw_request only_method("GET");
    CHECK(only_method.view().method == "GET");
    CHECK(only_method.view().target.empty());
    const raw_request cut("GET / HTTP/1.1\r\nHost: exam");
    CHECK(cut.view().value_of("host") == "exam");
    CHECK(cut.view().body.empty());
}

TEST_CASE("raw_request keeps the first headers if there are too many") {
    std::string bytes = "GET / HTTP/1.1\r\n";
    for (std::size_t i = 0; i < raw_request::most_headers + 1; ++i) bytes += "X-" + std::to_string(i) + ": value\r\n";
    bytes += "\r\nbody";
    const raw_request raw(bytes);
    CHECK(raw.view().headers.size() == raw_request::most_headers);
    CHECK(raw.view().headers.back().name == "X-" + std::to_string(raw_request::most_headers - 1));
    CHECK(raw.view().body == "body");
}

TEST_CASE("value_of returns the first header with a name, in any case, without blanks") {
    const raw_request raw("GET / HTTP/1.1\r\nX-A: \t one \r\nx-a: two\r\n\r\n");
    CHECK(raw.view().value_of("X-a") == "one");
    CHECK(raw.view().value_of("x-b").empty());
}

TEST_CASE("raw_request works at compile time") {
    constexpr auto has_parts = [] {
        const raw_request raw("GET /x HTTP/1.1\r\nA: b\r\n\r\nc");
        return raw.view().target == "/x" && raw.view().value_of("a") == "b" && raw.view().body == "c";
    };
    static_assert(has_parts());
}
