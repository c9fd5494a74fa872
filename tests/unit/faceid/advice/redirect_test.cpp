// SPDX-License-Identifier: MIT
// The address that a browser comes back to: found where the service may have put it, and nothing else taken for it.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace faceid = tc3::faceid;
using faceid::redirect_fault;

namespace {

constexpr std::string_view token = "0F9B1C2D-3E4A-4B5C-8D6E-7F8091A2B3C4";

std::string replaced(std::string text) {
    for (std::size_t at = text.find('@'); at != std::string::npos; at = text.find('@')) text.replace(at, 1, token);
    return text;
}

}  // namespace

TEST_CASE("the token of a redirect is found wherever the service may have put it") {
    constexpr std::string_view addresses[] = {
        "https://shop.example/done?token=@",
        "/done?token=@",
        "?token=@",
        "https://shop.example/done?order=7&token=@",
        "https://shop.example/done?token=@&order=7",
        "https://shop.example/done?order=7?token=@",  // a RedirectURL with a query, and the service none the wiser
        "https://shop.example/done?token=@#end",
        "https://shop.example/done?mytoken=1&token=@",
        "https://shop.example/done?Token=1&token=@",
    };
    for (const std::string_view each : addresses) {
        const std::string address = replaced(std::string(each));
        CAPTURE(address);
        const auto read = faceid::read_redirect_token(address);
        REQUIRE(read);
        CHECK(read->view() == token);
        CHECK(faceid::examine_redirect(address, token));
    }
}

TEST_CASE("an escaped token is the token") {
    const auto read = faceid::read_redirect_token("/done?token=a%2Bb%2f%3D%3d");
    REQUIRE(read);
    CHECK(read->view() == "a+b/==");
}

TEST_CASE("an address without one good token is refused") {
    struct refused {
        std::string address;
        redirect_fault fault;
    };
    const refused cases[] = {
        {"", redirect_fault::no_token},
        {"/done", redirect_fault::no_token},
        {"/done?", redirect_fault::no_token},
        {"/token=@", redirect_fault::no_token},
        {"/done?token", redirect_fault::no_token},
        {"/done?token=", redirect_fault::no_token},
        {"/done?TOKEN=@", redirect_fault::no_token},
        {"/done#?token=@", redirect_fault::no_token},
        {"/done?token=@&token=@", redirect_fault::repeated_token},
        {"/done?token=&token=@", redirect_fault::repeated_token},
        {"/done?token=@?token=other", redirect_fault::repeated_token},
        {"/done?%74oken=other&token=@", redirect_fault::repeated_token},  // other readers undo escapes in names
        {"/done?token&token=@", redirect_fault::repeated_token},
        {"/done?token=%", redirect_fault::malformed},
        {"/done?token=%4", redirect_fault::malformed},
        {"/done?token=%zz", redirect_fault::malformed},
        {"/done?token=a%0Ab", redirect_fault::malformed},
        {"/done?token=a%00b", redirect_fault::malformed},
        {"/done?token=a b", redirect_fault::malformed},
        {"/done?token=\xc3\xa4", redirect_fault::malformed},
        {"/done?token=" + std::string(257, 'a'), redirect_fault::malformed},
    };
    for (const refused& row : cases) {
        const std::string address = replaced(row.address);
        CAPTURE(address);
        const auto read = faceid::read_redirect_token(address);
        REQUIRE_FALSE(read);
        CHECK(read.error() == row.fault);
        CHECK(faceid::examine_redirect(address, token).error() == row.fault);
    }
}

TEST_CASE("the token of another session is refused, and an empty one fits nothing") {
    const std::string address = "/done?token=" + std::string(token);
    CHECK(faceid::examine_redirect(address, token));
    CHECK(faceid::examine_redirect(address, "").error() == redirect_fault::other_token);
    CHECK(faceid::examine_redirect("/done?token=", "").error() == redirect_fault::no_token);
    for (std::size_t at = 0; at < token.size(); ++at) {
        std::string other(token);
        other[at] = other[at] == 'x' ? 'y' : 'x';
        CHECK(faceid::examine_redirect(address, other).error() == redirect_fault::other_token);
        CHECK(faceid::examine_redirect(address, token.substr(0, at)).error() == redirect_fault::other_token);
    }
}

TEST_CASE("what is wrong with a redirect is told without its token") {
    for (const auto fault :
         {redirect_fault::no_token, redirect_fault::repeated_token, redirect_fault::malformed, redirect_fault::other_token}) {
        CHECK(describe(fault).starts_with("the "));
    }
}

static_assert(faceid::examine_redirect("/done?token=a", "a"), "at compile time too");
