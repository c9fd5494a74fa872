// SPDX-License-Identifier: MIT
// The rules for secret ids and secret keys: pasting errors are reported, not repaired.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>

using tc3::errc;

namespace {

constexpr std::size_t no_position = tc3::error::no_position;

std::string text_of(const tc3::error& error) {
    std::string text;
    tc3::write_error(text, error);
    return text;
}

}  // namespace

TEST_CASE("validate_secret_id accepts what the Authorization header can hold") {
    struct {
        std::string_view secret_id;
        errc code;
        std::size_t position;
    } const cases[] = {
        {"AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", errc::none, no_position},
        {"!\"#$%&'()*+-.:;<=>?@[\\]^_`{|}~", errc::none, no_position},
        {"", errc::missing, no_position},
        {" ", errc::untrimmed, no_position},
        {" AKID", errc::untrimmed, no_position},
        {"AKID ", errc::untrimmed, no_position},
        {"AKID\n", errc::untrimmed, no_position},
        {"AKID\r\n", errc::untrimmed, no_position},
        {"\tAKID", errc::untrimmed, no_position},
        {"AK ID", errc::forbidden_character, 2},
        {"AK\nID", errc::forbidden_character, 2},
        {"AKID/2019-02-25", errc::forbidden_character, 4},
        {"AKID,SignedHeaders=x", errc::forbidden_character, 4},
        {"AKID\x7f", errc::forbidden_character, 4},
        {std::string_view("AKID\0", 5), errc::forbidden_character, 4},
        {"AKI\xc3\xa4", errc::forbidden_character, 3},
    };
    for (const auto& [secret_id, code, position] : cases) {
        const std::string id_text(secret_id);
        CAPTURE(id_text);
        const auto valid = tc3::validate_secret_id(secret_id);
        CHECK(valid.has_value() == (code == errc::none));
        if (!valid) CHECK(valid.error() == tc3::error{.code = code, .part = "secret id", .position = position});
    }
}

TEST_CASE("validate_secret_key accepts any byte except blanks and line ends at the ends") {
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
