// SPDX-License-Identifier: MIT
// A request that owns its text: its parts, also after a copy or a move.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>

namespace http = tc3::http;

namespace {

http::request make_sample(std::string_view body) {
    std::string headers;
    http::header_list::pack(headers, {"Content-Type", "application/json"});
    http::request_layout layout;
    layout.method = http::method::post;
    layout.body = body.size();
    layout.scheme = 5;
    layout.host = 3;
    layout.connect_to = 4;
    layout.target = 1;
    return {layout, std::string(body) + "https" + "a.b" + "c:80" + "/" + headers};
}

void check_sample(const http::request_view& view, std::string_view body) {
    CHECK(view.method == http::method::post);
    CHECK(view.body == body);
    CHECK(view.scheme == "https");
    CHECK(view.host == "a.b");
    CHECK(view.connect_to == "c:80");
    CHECK(view.target == "/");
    CHECK(view.headers.value_of("content-type") == "application/json");
}

template <class Request>
concept viewable_as_temporary = requires { Request().view(); };

}  // namespace

static_assert(!viewable_as_temporary<http::request>, "the view of a temporary would dangle");

TEST_CASE("finds the parts of a request by its layout") {
    for (const std::string_view body : {std::string_view(""), std::string_view("{}"), std::string_view("\0\1\n", 3)}) {
        const http::request request = make_sample(body);
        check_sample(request.view(), body);
    }
}

TEST_CASE("a copied or moved request has all parts") {
    for (const std::string& body : {std::string(), std::string(1000, 'x')}) {  // within the string object and on the heap
        http::request first = make_sample(body);
        const http::request copy = first;
        const http::request moved = std::move(first);
        check_sample(copy.view(), body);
        check_sample(moved.view(), body);
    }
}

TEST_CASE("gives shorter parts for a text that is shorter than its layout") {
    http::request_layout layout;
    layout.body = 3;
    layout.scheme = 10;
    layout.host = 10;
    const http::request_view view = http::view_of(layout, "abcde");
    CHECK(view.body == "abc");
    CHECK(view.scheme == "de");
    CHECK(view.host.empty());
    CHECK(view.headers.empty());
}

TEST_CASE("a default request is empty") {
    const http::request empty;
    CHECK(empty.view().host.empty());
    CHECK(empty.view().body.empty());
    CHECK(empty.view().headers.empty());
}
