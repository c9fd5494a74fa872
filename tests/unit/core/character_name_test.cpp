// SPDX-License-Identifier: MIT
// Names of characters, and the character at a position of any bytes.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace {

std::string name_of(char16_t character) {
    std::string name;
    tc3::write_character_name(name, character);
    return name;
}

}  // namespace

TEST_CASE("write_character_name() names what a reader cannot see, and shows what he can") {
    struct {
        char16_t character;
        std::string_view name;
    } const cases[] = {
        {u'\t', "a tab"},
        {u'\n', "a line end"},
        {u'\r', "a line end"},
        {u' ', "a blank"},
        {u'"', "a quote"},
        {u'\'', "a quote"},
        {u'`', "a quote"},
        {u'/', "'/'"},
        {u'~', "'~'"},
        {0x007F, "U+007F"},
        {0x0001, "U+0001"},
        {0x00A0, "U+00A0 no-break space"},
        {0x200B, "U+200B zero width space"},
        {0xFEFF, "U+FEFF byte order mark"},
        {0x4E2D, "U+4E2D"},
    };
    for (const auto& [character, name] : cases) CHECK(name_of(character) == name);
}

TEST_CASE("character_at() decodes one character") {
    struct {
        std::string_view text;
        std::size_t position;
        char16_t character;
        std::string_view name;
    } const cases[] = {
        {{"a\0b", 3}, 1, 0x2400, "a NUL"},
        {"ab", 1, u'b', "'b'"},
        {"a\xC3\xA9", 1, 0x00E9, "U+00E9"},
        {"\xE2\x80\x8B", 0, 0x200B, "U+200B zero width space"},
        {"\xF0\x9F\x98\x80", 0, 0xFFFE, "a character above U+FFFF"},
        {"\xC3z", 0, 0xFFFD, "U+FFFD or a byte that is not UTF-8"},
        {"\xE2\x80z", 0, 0xFFFD, "U+FFFD or a byte that is not UTF-8"},
        {"\xE2\x80", 0, 0xFFFD, "U+FFFD or a byte that is not UTF-8"},
        {"\x80\x80", 0, 0xFFFD, "U+FFFD or a byte that is not UTF-8"},
        {"\xC1\x80", 0, 0xFFFD, "U+FFFD or a byte that is not UTF-8"},
        {"\xE0\x81\x81", 0, 0xFFFD, "U+FFFD or a byte that is not UTF-8"},
        {"\xE0\x80\x80", 0, 0xFFFD, "U+FFFD or a byte that is not UTF-8"},
        {"\xED\xA0\x80", 0, 0xFFFD, "U+FFFD or a byte that is not UTF-8"},
        {"\xEF\xBF\xBD", 0, 0xFFFD, "U+FFFD or a byte that is not UTF-8"},
        {"\xF3", 0, 0xFFFD, "U+FFFD or a byte that is not UTF-8"},
        {"\xF0\x80\x80\x80", 0, 0xFFFD, "U+FFFD or a byte that is not UTF-8"},
        {"\xF4\x90\x80\x80", 0, 0xFFFD, "U+FFFD or a byte that is not UTF-8"},
        {"\xFF", 0, 0xFFFD, "U+FFFD or a byte that is not UTF-8"},
    };
    for (const auto& [text, position, character, name] : cases) {
        CHECK(tc3::character_at(text, position) == character);
        CHECK(name_of(character) == name);
    }
}
