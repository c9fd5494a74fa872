// SPDX-License-Identifier: MIT
// read_redirect_token() and validate_redirect(): where the token may be, and addresses that are rejected.
#include "../../../support/random.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
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
        {"/done&token=@", redirect_error::no_token},
        {"/done?token", redirect_error::no_token},
        {"/done?token=", redirect_error::no_token},
        {"/done?TOKEN=@", redirect_error::no_token},
        {"/done#?token=@", redirect_error::no_token},
        {"/done?token=@&token=@", redirect_error::repeated_token},
        {"/done?token=&token=@", redirect_error::repeated_token},
        {"/done?token=@?token=other", redirect_error::repeated_token},
        {"/done?%74oken=other&token=@", redirect_error::repeated_token},  // other readers decode names
        {"/done?token&token=@", redirect_error::repeated_token},
        {"/done?token=%&token=@", redirect_error::repeated_token},
        {"/done?token=@&order=7;token=other", redirect_error::repeated_token},
        {"/done?token=@;x=1", redirect_error::malformed},  // other readers end the value at ';'
        {"/done?token=@;", redirect_error::malformed},
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

TEST_CASE("rejects a name that another reader could take for token, alone and beside token") {
    for (const std::string_view name :
         {"token%ZZ",  "token%",   "token%4",     "token%4G",      "token%zz%zz", "%74oken",  "t%6Fken",  "%74%6f%6b%65%6e",
          "+token",    "token+",   "%20token",    "token%20",      "%09token",    "token%0a", "token%00", "token%00x",
          "%00token",  "to%00ken", "token%C2%A0", "token\xc2\xa0", "token[]",     "token[0]", "token[a",  "token%5B%5D",
          "token[%ZZ", "+token[]", "order;token", "amp;token",     "token;order"}) {
        const std::string pair = std::string(name) + "=@";
        CAPTURE(pair);
        CHECK(faceid::read_redirect_token(with_token("/done?" + pair)).error() == redirect_error::malformed);
        CHECK(faceid::read_redirect_token(with_token("/done?" + pair + "&token=@")).error() == redirect_error::repeated_token);
        CHECK(faceid::read_redirect_token(with_token("/done?token=@&order=7&" + pair)).error() == redirect_error::repeated_token);
    }
}

TEST_CASE("other names beside token do not matter, also malformed ones") {
    for (const std::string_view name :
         {"", "toke", "tokens", "mytoken", "Token", "TOKEN", "token.", "token-", "to%ken", "%token", "%ZZtoken", "%", "[token]", "[]token",
          "order[token]", "%2574oken", "a;b", "tokentoken", "token%73"}) {
        const std::string pair = std::string(name) + "=other";
        CAPTURE(pair);
        CHECK(faceid::read_redirect_token("/done?" + pair).error() == redirect_error::no_token);
        for (const std::string& address : {"/done?" + pair + "&token=@", "/done?token=@&" + pair}) {
            CHECK(faceid::validate_redirect(with_token(address), token));
        }
    }
}

TEST_CASE("no name but token itself is ever read as token") {
    constexpr std::string_view pieces[] = {"t",   "o", "k", "e", "n",  "%", "%74", "%6F", "%00",
                                           "%20", "+", "[", "]", "[]", "Z", ";",   ".",   "\xc2\xa0"};
    support::random_input random(5);
    for (int i = 0; i < 50000; ++i) {
        std::string name = "token";
        for (std::size_t changes = random.number(1, 3); changes != 0; --changes) {
            const std::size_t position = random.number(0, name.size());
            const std::size_t removed = random.number(0, 2);
            const std::string_view added = random.flip() ? pieces[random.number(0, std::size(pieces) - 1)] : "";
            name.replace(position, std::min(removed, name.size() - position), added);
        }
        if (name == "token") continue;
        CAPTURE(name);
        REQUIRE_FALSE(faceid::read_redirect_token("/done?" + name + "=evil"));
        // Beside the token it is ignored or refused, but never preferred.
        const auto read = faceid::read_redirect_token(with_token("/done?" + name + "=evil&token=@"));
        REQUIRE((read ? read->view() == token : read.error() == redirect_error::repeated_token));
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
