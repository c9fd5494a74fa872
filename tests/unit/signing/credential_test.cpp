// SPDX-License-Identifier: MIT
// Credentials: a snapshot of three texts, and the pasting errors that are named rather than repaired.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>

using tc3::errc;
namespace signing = tc3::signing;

namespace {

constexpr std::size_t nowhere = tc3::error::no_position;

template <class Credential>
concept viewable_as_temporary = requires { Credential().view(); };

std::string text_of(const tc3::error& error) {
    std::string text;
    tc3::write_error(text, error);
    return text;
}

}  // namespace

static_assert(!viewable_as_temporary<tc3::credential>, "the view of a temporary would dangle");

TEST_CASE("a credential is two texts, or three") {
    const tc3::credential permanent{"id", "key"};
    CHECK(permanent.view().secret_id == "id");
    CHECK(permanent.view().secret_key == "key");
    CHECK(permanent.view().token.empty());

    tc3::credential temporary{.secret_id = "id", .secret_key = std::string_view("key"), .token = "token"};
    CHECK(temporary.view().token == "token");
    const tc3::credential moved = std::move(temporary);
    CHECK(moved.view().secret_id == "id");
    CHECK(moved.view().secret_key == "key");
    CHECK(moved.view().token == "token");
    CHECK(temporary.view().secret_key.empty());  // NOLINT: what is left of a key that moved away
    CHECK(temporary.view().token.empty());
}

TEST_CASE("secret ids that the Authorization header can carry") {
    struct {
        std::string_view secret_id;
        errc code;
        std::size_t at;
    } const cases[] = {
        {"AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", errc::none, nowhere},
        {"!\"#$%&'()*+-.:;<=>?@[\\]^_`{|}~", errc::none, nowhere},
        {"", errc::missing, nowhere},
        {" ", errc::untrimmed, nowhere},
        {" AKID", errc::untrimmed, nowhere},
        {"AKID ", errc::untrimmed, nowhere},
        {"AKID\n", errc::untrimmed, nowhere},
        {"AKID\r\n", errc::untrimmed, nowhere},
        {"\tAKID", errc::untrimmed, nowhere},
        {"AK ID", errc::forbidden_character, 2},
        {"AK\nID", errc::forbidden_character, 2},
        {"AKID/2019-02-25", errc::forbidden_character, 4},
        {"AKID,SignedHeaders=x", errc::forbidden_character, 4},
        {"AKID\x7f", errc::forbidden_character, 4},
        {std::string_view("AKID\0", 5), errc::forbidden_character, 4},
        {"AKI\xc3\xa4", errc::forbidden_character, 3},
    };
    for (const auto& [secret_id, code, at] : cases) {
        const std::string id_text(secret_id);
        CAPTURE(id_text);
        const auto valid = tc3::validate_secret_id(secret_id);
        CHECK(valid.has_value() == (code == errc::none));
        if (!valid) CHECK(valid.error() == tc3::error{.code = code, .part = "secret id", .position = at});
    }
}

TEST_CASE("secret keys may hold any byte but blanks around them") {
    struct {
        std::string_view secret_key;
        errc code;
    } const cases[] = {
        {"Gu5t9xGARNpq86cd98joQYCN3EXAMPLE", errc::none},
        {std::string_view("\0", 1), errc::none},
        {"with a blank", errc::none},
        {"a\nb", errc::none},
        {"\xff\x80", errc::none},
        {"", errc::missing},
        {" key", errc::untrimmed},
        {"key ", errc::untrimmed},
        {"key\t", errc::untrimmed},
        {"key\r\n", errc::untrimmed},
        {"\nkey", errc::untrimmed},
    };
    for (const auto& [secret_key, code] : cases) {
        const std::string key_text(secret_key);
        CAPTURE(key_text);
        const auto valid = tc3::validate_secret_key(secret_key);
        CHECK(valid.has_value() == (code == errc::none));
        if (valid) continue;
        CHECK(valid.error() == tc3::error{.code = code, .part = "secret key"});
        CHECK(text_of(valid.error()).find("secret key") == 0);
    }
}
