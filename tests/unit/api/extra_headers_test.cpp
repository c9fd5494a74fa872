// SPDX-License-Identifier: MIT
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <span>
#include <vector>

using tc3::http::header;

TEST_CASE("the option for headers takes an array, a vector and a span, and refers to them") {
    const header array[] = {{"X-One", "1"}, {"X-Two", "2"}};
    const std::vector<header> vector(std::begin(array), std::end(array));
    CHECK(tc3::extra_headers(array).view().data() == array);
    CHECK(tc3::extra_headers(array).view().size() == 2);
    CHECK(tc3::extra_headers(vector).view().data() == vector.data());
    CHECK(tc3::extra_headers(std::span(array).first(1)).view().size() == 1);
    const tc3::request_options options{.headers = array, .signed_headers = vector};
    CHECK(options.headers.view().data() == array);
    CHECK(options.signed_headers.view().data() == vector.data());
}

TEST_CASE("the option for headers has no functions, which would be linked, unless it has been set") {
    const header array[] = {{"X-One", "1"}};
    tc3::request_options options;
    CHECK(options.headers.view().empty());
    CHECK(options.headers.functions() == nullptr);
    CHECK(options.signed_headers.functions() == nullptr);
    options.headers = array;
    CHECK(options.headers.functions() != nullptr);
    options.headers = {};
    CHECK(options.headers.functions() == nullptr);
}

TEST_CASE("either list of headers alone is checked and sent") {
    const header wrong[] = {{"X One", "1"}};
    const header right[] = {{"X-One", "1"}};
    const tc3::action describe_zones{.service = "cvm", .version = "2017-03-12", .name = "DescribeZones"};
    const tc3::client_profile_view profile{.credential = {"AKIDEXAMPLE", "key"}, .region = "ap-guangzhou"};
    const auto request_with = [&](const tc3::request_options& options) {
        return tc3::make_request({describe_zones, "{}"}, profile, {1551113065}, options);
    };
    CHECK(!request_with({.headers = wrong}));
    CHECK(!request_with({.signed_headers = wrong}));
    for (const auto& request : {request_with({.headers = right}), request_with({.signed_headers = right})}) {
        REQUIRE(request.has_value());
        CHECK(request->view().headers.value_of("X-One") == "1");
    }
}
