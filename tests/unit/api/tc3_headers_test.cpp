// SPDX-License-Identifier: MIT
// Which headers a program may add to a request, and which of them may be signed.
#include "../../support/exchange.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <array>
#include <span>
#include <string>
#include <string_view>

using support::sample_profile;
using support::sample_time;
using tc3::errc;
using tc3::http::header;

namespace {

tc3::result<tc3::http::request, tc3::failure> request_with(const tc3::request_options& options) {
    return tc3::make_request(tc3::faceid::apply_liveness_token{}, sample_profile(), sample_time, options);
}

// The effect of an additional header on a request: none, or an error of the part "header name".
struct effect {
    errc code = errc::none;
    std::string field = {};

    bool operator==(const effect&) const = default;
};

effect effect_of(const tc3::request_options& options, std::string_view name) {
    const auto request = request_with(options);
    if (request) {
        CHECK(request->view().headers.value_of(name) == "v");
        return {};
    }
    CHECK(request.error().stage == tc3::stage::request);
    CHECK(request.error().reason.part == "header name");
    return {request.error().reason.code, request.error().field};
}

effect effect_unsigned(std::string_view name) {
    const std::array<header, 1> headers{{{name, "v"}}};
    return effect_of({.headers = headers}, name);
}

effect effect_signed(std::string_view name) {
    const std::array<header, 1> headers{{{name, "v"}}};
    return effect_of({.signed_headers = headers}, name);
}

}  // namespace

TEST_CASE("a header of the program is sent, signed or not") {
    for (const std::string_view name : {"X-Mine", "Accept", "Date", "X-TC-Extra", "Cookie", "Content-Language", "Hosts"}) {
        CAPTURE(name);
        CHECK(effect_unsigned(name) == effect{});
        CHECK(effect_signed(name) == effect{});
    }
}

TEST_CASE("a header that HTTP libraries and proxies change is sent, but cannot be signed") {
    for (const std::string_view name :
         {"Connection", "keep-alive", "Accept-Encoding", "USER-AGENT", "Expect", "TE", "Trailer", "upgrade"}) {
        CAPTURE(name);
        CHECK(effect_unsigned(name) == effect{});
        CHECK(effect_signed(name) == effect{errc::not_allowed, std::string(name)});
    }
}

TEST_CASE("a program cannot add a header that tc3 or the HTTP library sets, even if this request does not have it") {
    for (const std::string_view name :
         {"Host", "authorization", "Content-Length", "TRANSFER-ENCODING", "Content-Type", "X-TC-Action", "X-TC-Version", "x-tc-timestamp",
          "X-TC-Region", "X-TC-Language", "X-TC-Token", "X-TC-RequestClient", "X-TC-TraceId", "X-TC-Content-SHA256"}) {
        CAPTURE(name);
        CHECK(effect_unsigned(name) == effect{errc::not_allowed, std::string(name)});
        CHECK(effect_signed(name) == effect{errc::not_allowed, std::string(name)});
    }
}

TEST_CASE("the permission of a header does not depend on its place in the list") {
    const std::array<header, 2> changing_last{{{"X-Mine", "v"}, {"Connection", "close"}}};
    const std::array<header, 1> mine{{{"X-Mine", "v"}}};
    CHECK(request_with({.headers = changing_last}).has_value());
    CHECK(request_with({.headers = std::span(changing_last).last(1), .signed_headers = mine}).has_value());

    const auto changing_signed = request_with({.signed_headers = changing_last});
    REQUIRE_FALSE(changing_signed);
    CHECK(changing_signed.error().reason.code == errc::not_allowed);
    CHECK(changing_signed.error().field == "Connection");
    CHECK(tc3::to_string(changing_signed.error()) == "request: header name Connection is not allowed here");
}
