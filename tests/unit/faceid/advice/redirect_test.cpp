// SPDX-License-Identifier: MIT
// read_redirect_token() and validate_redirect(): where the token may be, and addresses that are rejected.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace faceid = tc3::faceid;
using faceid::redirect_error;

namespace {

constexpr std::string_view token = "0F9B1C2D-3E4A-4B5C-8D6E-7F8091A2B3C4";

/// Replaces each '@' by the token.
std::string with_token(std::string address) {
    for (std::size_t i = address.find('@'); i != std::string::npos; i = address.find('@')) address.replace(i, 1, token);
    return address;
}

}  // namespace

TEST_CASE("finds the token wherever the service may have put it") {
    constexpr std::string_view addresses[] = {
        "https://shop.example/done?token=@",
        "/done?token=@",
        "?token=@",
        "https://shop.example/done?order=7&token=@",
        "https://shop.example/done?token=@&order=7",
        "https://shop.example/done?order=7?token=@",  // "?token=" appended to a RedirectURL that has a query
        "https://shop.example/done?token=@#end",
        "https://shop.example/done?mytoken=1&token=@",
        "https://shop.example/done?Token=1&token=@",
    };
    for (const std::string_view each : addresses) {
        const std::string address = with_token(std::string(each));
        CAPTURE(address);
        const auto read = faceid::read_redirect_token(address);
        REQUIRE(read);
        CHECK(read->view() == token);
        CHECK(faceid::validate_redirect(address, token));
    }
}

TEST_CASE("decodes an escaped token") {
    const auto read = faceid::read_redirect_token("/done?token=a%2Bb%2f%3D%3d");
    REQUIRE(read);
    CHECK(read->view() == "a+b/==");
}

TEST_CASE("rejects an address without exactly one valid token") {
    struct rejected_address {
        std::string address;
        redirect_error error;
    };
    const rejected_address cases[] = {
        {"", redirect_error::no_token},
        {"/done", redirect_error::no_token},
        {"/done?", redirect_error::no_token},
        {"/token=@", redirect_error::no_token},
        {"/done?token", redirect_error::no_token},
        {"/done?token=", redirect_error::no_token},
        {"/done?TOKEN=@", redirect_error::no_token},
        {"/done#?token=@", redirect_error::no_token},
        {"/done?token=@&token=@", redirect_error::repeated_token},
        {"/done?token=&token=@", redirect_error::repeated_token},
        {"/done?token=@?token=other", redirect_error::repeated_token},
        {"/done?%74oken=other&token=@", redirect_error::repeated_token},  // other readers decode names
        {"/done?token&token=@", redirect_error::repeated_token},
        {"/done?token=%", redirect_error::malformed},
        {"/done?token=%4", redirect_error::malformed},
        {"/done?token=%zz", redirect_error::malformed},
        {"/done?token=a%0Ab", redirect_error::malformed},
        {"/done?token=a%00b", redirect_error::malformed},
        {"/done?token=a b", redirect_error::malformed},
        {"/done?token=\xc3\xa4", redirect_error::malformed},
        {"/done?token=" + std::string(257, 'a'), redirect_error::malformed},
    };
    for (const rejected_address& row : cases) {
        const std::string address = with_token(row.address);
        CAPTURE(address);
        const auto read = faceid::read_redirect_token(address);
        REQUIRE_FALSE(read);
        CHECK(read.error() == row.error);
        CHECK(faceid::validate_redirect(address, token).error() == row.error);
    }
}

TEST_CASE("rejects the token of another session, and never accepts an empty one") {
    const std::string address = "/done?token=" + std::string(token);
    CHECK(faceid::validate_redirect(address, token));
    CHECK(faceid::validate_redirect(address, "").error() == redirect_error::other_token);
    CHECK(faceid::validate_redirect("/done?token=", "").error() == redirect_error::no_token);
    for (std::size_t i = 0; i < token.size(); ++i) {
        std::string other(token);
        other[i] = other[i] == 'x' ? 'y' : 'x';
        CHECK(faceid::validate_redirect(address, other).error() == redirect_error::other_token);
        CHECK(faceid::validate_redirect(address, token.substr(0, i)).error() == redirect_error::other_token);
    }
}

TEST_CASE("describes an error without the token") {
    for (const auto error :
         {redirect_error::no_token, redirect_error::repeated_token, redirect_error::malformed, redirect_error::other_token}) {
        CHECK(describe(error).starts_with("the "));
    }
}

static_assert(faceid::validate_redirect("/done?token=a", "a"), "works at compile time, too");
