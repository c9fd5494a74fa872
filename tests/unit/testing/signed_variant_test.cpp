// SPDX-License-Identifier: MIT
// What the emulator says of a signature that is right for another usual Content-Type or Host.
#include <tc3/tc3.hpp>
#include <tc3/testing.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace faceid = tc3::faceid;
using tc3::testing::rejection;

namespace {

constexpr tc3::unix_time now{1700000000};
constexpr std::string_view id = "AKIDexample";
constexpr std::string_view key = "key-of-the-example";

struct emulated_service {
    tc3::testing::emulator service{[] { return now; }, [] { return std::string("token"); }};

    emulated_service() {
        service.add_credential(id, key);
        serve_faceid(service);
    }
    // Signs a request, replaces `before` by `after` in its bytes, and sends it. Returns the body of the response.
    std::string send(std::string_view before, std::string_view after, std::string_view host = {},
                     const tc3::request_options& options = {}) {
        const tc3::client_profile_view profile{.credential = {id, key}, .region = "ap-singapore", .host = host};
        const auto request = tc3::make_request(faceid::apply_liveness_token{.secure_level = "4"}, profile, now, options);
        REQUIRE(request);
        std::string raw;
        tc3::http::write_head(raw, request->view());
        raw.append(request->view().body);
        const std::size_t position = raw.find(before);
        REQUIRE(position != std::string::npos);
        raw.replace(position, before.size(), after);
        return service.receive(raw).body;
    }
};

}  // namespace

TEST_CASE("a signature for another usual Content-Type or Host is named in last() and in the message") {
    struct {
        std::string_view host, signed_type, before, after, expected;
    } const cases[] = {
        {"", "", "application/json", "application/json; charset=utf-8", "the signature fits with Content-Type `application/json`"},
        {"", "", "application/json", "application/json;charset=UTF-8", "the signature fits with Content-Type `application/json`"},
        {"", "", "application/json", "text/plain", "the signature fits with Content-Type `application/json`"},
        {"", "application/json; charset=utf-8", "; charset=utf-8", "",
         "the signature fits with Content-Type `application/json; charset=utf-8`"},
        {"", "", "faceid.intl.tencentcloudapi.com", "faceid.intl.tencentcloudapi.com:8443",
         "the signature fits with Host `faceid.intl.tencentcloudapi.com`"},
        {"faceid.intl.tencentcloudapi.com:443", "", "faceid.intl.tencentcloudapi.com:443", "faceid.intl.tencentcloudapi.com",
         "the signature fits with Host `faceid.intl.tencentcloudapi.com:443`"},
        {"faceid.intl.tencentcloudapi.com:80", "", "faceid.intl.tencentcloudapi.com:80", "faceid.intl.tencentcloudapi.com",
         "the signature fits with Host `faceid.intl.tencentcloudapi.com:80`"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.after);
        emulated_service emulated;
        const std::string body = emulated.send(each.before, each.after, each.host, {.content_type = each.signed_type});
        CHECK(emulated.service.last().rejection == rejection::signature);
        CHECK(emulated.service.last().signed_variant == each.expected);
        CHECK(body.find("a signed header or body differ: " + std::string(each.expected) + "\"") != std::string::npos);
    }
}

TEST_CASE("a signature that fits with no usual header has no variant") {
    emulated_service emulated;
    const std::string body = emulated.send("\"SecureLevel\":\"4\"", "\"SecureLevel\":\"3\"");
    CHECK(emulated.service.last().rejection == rejection::signature);
    CHECK(emulated.service.last().signed_variant.empty());
    CHECK(body.find("differ\"") != std::string::npos);
    // Two changes at once are not looked for.
    CHECK(emulated
              .send("faceid.intl.tencentcloudapi.com\r\nContent-Type: application/json",
                    "faceid.intl.tencentcloudapi.com:1\r\nContent-Type: text/plain")
              .find("differ\"") != std::string::npos);
}

TEST_CASE("last() has no variant after a later request") {
    emulated_service emulated;
    static_cast<void>(emulated.send("application/json", "text/plain"));
    REQUIRE_FALSE(emulated.service.last().signed_variant.empty());
    static_cast<void>(emulated.send("application/json", "application/json"));
    CHECK(emulated.service.last().accepted());
    CHECK(emulated.service.last().signed_variant.empty());
}

TEST_CASE("a program that signs the type of its HTTP library is served") {
    emulated_service emulated;
    const tc3::client_profile_view profile{.credential = {id, key}, .region = "ap-singapore"};
    const tc3::request_options options{.content_type = tc3::json_utf8_content_type};
    CHECK(tc3::call(emulated.service, faceid::apply_liveness_token{.secure_level = "4"}, profile, now, options));
}
