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
        {" ", errc::untrimmed, 0},
        {" AKID", errc::untrimmed, 0},
        {"AKID ", errc::untrimmed, 4},
        {"AKID\n", errc::untrimmed, 4},
        {"AKID\r\n", errc::untrimmed, 5},
        {"\tAKID", errc::untrimmed, 0},
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
        std::size_t position;
    } const cases[] = {
        {"Gu5t9xGARNpq86cd98joQYCN3EXAMPLE", errc::none, no_position},
        {std::string_view("\0", 1), errc::none, no_position},
        {"with a blank", errc::none, no_position},
        {"a\nb", errc::none, no_position},
        {"\xff\x80", errc::none, no_position},
        {"", errc::missing, no_position},
        {" key", errc::untrimmed, 0},
        {"key ", errc::untrimmed, 3},
        {"key\t", errc::untrimmed, 3},
        {"key\r\n", errc::untrimmed, 4},
        {"\nkey", errc::untrimmed, 0},
    };
    for (const auto& [secret_key, code, position] : cases) {
        const std::string key_text(secret_key);
        CAPTURE(key_text);
        const auto valid = tc3::validate_secret_key(secret_key);
        CHECK(valid.has_value() == (code == errc::none));
        if (valid) continue;
        CHECK(valid.error() == tc3::error{.code = code, .part = "secret key", .position = position});
        CHECK(text_of(valid.error()).find("secret key") == 0);
    }
}

TEST_CASE("validate_credential() names the part and the character that is wrong, and shows nothing else") {
    const std::string id = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE";
    const std::string key = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE";
    struct {
        std::string id, key, token;
        std::string_view message;
    } const cases[] = {
        {id, "", "", "secret key is empty or missing"},
        {id, key + " ", "", "secret key ends with a blank, at byte 32 (copied along with the text?)"},
        {id, key + "\r\n", "", "secret key ends with a line end, at byte 33 (copied along with the text?)"},
        {"\t" + id, key, "", "secret id begins with a tab, at byte 0 (copied along with the text?)"},
        {id, "Gu5t9xGARNpq86cd\n98joQYCN3EXAMPLE", "", "secret key holds a line end, at byte 16"},
        {id, key + "\xC2\xA0", "", "secret key holds U+00A0 no-break space, at byte 32"},
        {id, "\xEF\xBB\xBF" + key, "", "secret key holds U+FEFF byte order mark, at byte 0"},
        {id + "\xE2\x80\x8B", key, "", "secret id holds U+200B zero width space, at byte 36"},
        {id, key + std::string(1, '\0'), "", "secret key holds a NUL, at byte 32"},
        {id, key + "\x1b", "", "secret key holds U+001B, at byte 32"},
        {id, key + "\xC3\xA9", "", "secret key holds U+00E9, at byte 32"},
        {id, key + "\xF0\x9F\x98\x80", "", "secret key holds a character above U+FFFF, at byte 32"},
        {id, key, "token\xE9", "session token holds U+FFFD or a byte that is not UTF-8, at byte 5"},
        {id, key, "to\xC2\xADken", "session token holds U+00AD soft hyphen, at byte 2"},
        {"\"" + id + "\"", key, "", "secret id holds a quote, at byte 0"},
        {id, "'" + key + "'", "", "secret key holds a quote, at byte 0"},
        {id, key + "\xE2\x80\x9D", "", "secret key holds U+201D right double quotation mark, at byte 32"},
        {id, key + ",", "", "secret key holds ',', at byte 32"},
        {id, key, "abc\\/def", "session token holds '\\', at byte 3"},
        {"${SECRET_ID}", key, "", "secret id holds '$', at byte 0 (is it encoded, or a placeholder?)"},
        {id, "<secret key>", "", "secret key holds '<', at byte 0 (is it encoded, or a placeholder?)"},
        {id, "{{ key }}", "", "secret key holds '{', at byte 0 (is it encoded, or a placeholder?)"},
        {id, key, "%TOKEN%", "session token holds '%', at byte 0 (is it encoded, or a placeholder?)"},
        {"your-secret-id", key, "", "secret id is a placeholder: pass the value itself"},
        {id, "YOUR_SECRET_KEY", "", "secret key is a placeholder: pass the value itself"},
        {id, "yourSecretKey", "", "secret key is a placeholder: pass the value itself"},
        {id, "xxxxxxxxxxxxxxxx", "", "secret key is a placeholder: pass the value itself"},
        {id, "REPLACE_ME", "", "secret key is a placeholder: pass the value itself"},
        {id, "changeme", "", "secret key is a placeholder: pass the value itself"},
        {"SecretId", key, "", "secret id is a placeholder: pass the value itself"},
        {id, "secret_key", "", "secret key is a placeholder: pass the value itself"},
        {id, "SecretKey=" + key, "", "secret key is a placeholder: pass the value itself"},
        {"TENCENTCLOUD_SECRET_ID=" + id, key, "", "secret id is a placeholder: pass the value itself"},
        {id, "None", "", "secret key is a placeholder: pass the value itself"},
        {id, "undefined", "", "secret key is a placeholder: pass the value itself"},
        {"null", key, "", "secret id is a placeholder: pass the value itself"},
        {"TENCENTCLOUD_SECRET_ID", key, "", "secret id is a placeholder: pass the value itself"},
        {id, key, "your-session-token", "session token is a placeholder: pass the value itself"},
        {key, id, "", "secret key begins as a secret id does: are id and key swapped?"},
        {key, "IKIDexample", "", "secret key begins as a secret id does: are id and key swapped?"},
        {id, id, "", "secret key begins as a secret id does: are id and key swapped?"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.message);
        const auto valid = tc3::validate_credential(each.id, each.key, each.token);
        REQUIRE_FALSE(valid);
        CHECK(text_of(valid.error()) == each.message);
    }
}

TEST_CASE("validate_credential() accepts what the service issues and what published examples have") {
    const std::string_view long_key = "your+secret/begins=like-a_placeholder==";
    struct {
        std::string_view id, key, token;
    } const cases[] = {
        {"AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE", ""},
        {"AKIDBmvuvTOPDIiBp9kkUl5_cWdzT5G_KQwj-Y0H5oVxYEkqVTGx3J3PzU2F0",
         "WtBFJLhHPPaCNQ/KuXMv+E8N0abcdefghijklmnop4=", "AQoDYXdzEJr//tok+en=="},
        {"AKIDz8krbsJ5yKBZQpn74WFkmLPx3*******", "********************************", ""},
        {"my-secret-id", "my-secret-key", "my-token"},
        {"AKIDexample", "secret-key-1", ""},
        {"AKIDexample", "AKIDkeyThatBeginsAsAnIdByChance0", ""},
        {"AKIDexample", long_key, long_key},
    };
    for (const auto& each : cases) {
        CAPTURE(each.key);
        CHECK(tc3::validate_credential(each.id, each.key, each.token));
    }
}

TEST_CASE("only letters, digits and most signs of ASCII may be in a credential") {
    for (int byte = 0; byte < 256; ++byte) {
        const char c = static_cast<char>(byte);
        const bool is_refused = !tc3::ascii::is_visible(c) || std::string_view("\"'`$%<>{}\\,;").find(c) != std::string_view::npos;
        CAPTURE(byte);
        CHECK(tc3::is_credential_character(c) == !is_refused);
    }
}
