// SPDX-License-Identifier: MIT
// UTF-16 to UTF-8 and back: all characters, lone surrogates and malformed input.
#include "../../support/random.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

std::string utf8(std::u16string_view text) {
    std::string result;
    return tc3::write_utf8(result, text) ? result : "lone surrogate";
}

std::u16string utf16(std::string_view text) {
    std::u16string result;
    tc3::write_utf16(result, text);
    return result.size() == tc3::utf16_size(text) ? result : u"differs from utf16_size()";
}

constexpr bool works_at_compile_time() {
    tc3::counting_sink size;
    return tc3::write_utf8(size, u"a\u00e9\u4f60\U0001f600") && size.size() == 10 && tc3::utf16_size("a\xc3\xa9\xf0\x9f\x98\x80") == 4 &&
           tc3::find_lone_surrogate(u"ab\xd800") == 2;
}
static_assert(works_at_compile_time());

}  // namespace

TEST_CASE("every character is converted from UTF-8 to UTF-16 and back") {
    for (char32_t character = 0; character <= 0x10FFFF; ++character) {
        if (character >= 0xD800 && character <= 0xDFFF) continue;
        std::string expected;
        tc3::write_utf8(expected, character);  // tested in utf8_test.cpp
        const std::u16string units = utf16(expected);
        const bool has_right_units = character < 0x10000 ? units == std::u16string(1, static_cast<char16_t>(character)) : units.size() == 2;
        const bool converts_back = utf8(units) == expected && tc3::find_lone_surrogate(units) == std::u16string_view::npos;
        if (!has_right_units || !converts_back) FAIL("character " << static_cast<std::uint32_t>(character));
    }
}

TEST_CASE("characters of one and two units are converted in both directions") {
    CHECK(utf16("") == u"");
    CHECK(utf16("a\xc3\xa9\xe4\xbd\xa0\xf0\x9f\x98\x80z") == u"a\u00e9\u4f60\xd83d\xde00z");
    CHECK(utf8(u"a\u00e9\u4f60\xd83d\xde00z") == "a\xc3\xa9\xe4\xbd\xa0\xf0\x9f\x98\x80z");
    CHECK(utf8(std::u16string_view(u"\0a", 2)) == std::string("\0a", 2));
}

TEST_CASE("a lone surrogate is found, and the text before it is written") {
    struct lone_case {
        std::u16string_view text;
        std::size_t position;
    };
    const lone_case cases[] = {
        {u"\xd800", 0},
        {u"\xdbff", 0},
        {u"\xdc00", 0},
        {u"\xdfff", 0},
        {u"ab\xd83d", 2},
        {u"\xd83dz", 0},
        {u"\xd83d\xd83d", 0},
        {u"\xde00\xd83d", 0},
        {u"\xd83d\xde00\xde00", 2},
        {u"\xd83d\xde00\xd83d\xe000", 2},
    };
    for (const lone_case& row : cases) {
        std::string output;
        CHECK_FALSE(tc3::write_utf8(output, row.text));
        CHECK(tc3::find_lone_surrogate(row.text) == row.position);
        CHECK(output == utf8(row.text.substr(0, row.position)));
    }
}

TEST_CASE("each byte of malformed UTF-8 becomes U+FFFD in UTF-16") {
    CHECK(utf16("\xff") == u"\ufffd");
    CHECK(utf16("a\xc0\x80z") == u"a\ufffd\ufffdz");
    CHECK(utf16("\xed\xa0\x80") == u"\ufffd\ufffd\ufffd");
    CHECK(utf16("\xf0\x9f\x98") == u"\ufffd\ufffd\ufffd");
    CHECK(utf16("\xf4\x90\x80\x80") == u"\ufffd\ufffd\ufffd\ufffd");
}

TEST_CASE("random text is converted to UTF-16 and back, and random bytes and units are handled") {
    support::random_input random(91);
    constexpr std::string_view characters[] = {"a", "\xc3\xa9", "\xe4\xbd\xa0", "\xf0\x9f\x98\x80"};
    for (int i = 0; i < 500; ++i) {
        std::string text;
        for (std::size_t count = random.number(0, 300); count > 0; --count) text += characters[random.number(0, 3)];
        REQUIRE(utf8(utf16(text)) == text);
        const std::string bytes = random.bytes(random.number(0, 200));
        const std::u16string units = utf16(bytes);
        REQUIRE(tc3::find_lone_surrogate(units) == std::u16string_view::npos);
        std::u16string any(random.number(0, 20), u'\0');
        for (char16_t& unit : any) unit = static_cast<char16_t>(random.number(0xD000, 0xE100));
        const std::string converted = utf8(any);
        REQUIRE((converted == "lone surrogate" || utf16(converted) == any));
        REQUIRE((converted == "lone surrogate") == (tc3::find_lone_surrogate(any) != std::u16string_view::npos));
    }
}
