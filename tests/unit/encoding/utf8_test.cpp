// SPDX-License-Identifier: MIT
// UTF-8 compared with a reference that decodes without checks: a sequence is well-formed if it is equal to the encoding of its value.
#include "../../support/random.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr std::size_t well_formed = std::string_view::npos;

std::string encode(char32_t character) {
    std::string text;
    tc3::write_utf8(text, character);
    return text;
}

/// Returns the position of the first sequence that differs from the encoding of its value. The first byte alone gives the size.
std::size_t reference(std::string_view text) {
    for (std::size_t position = 0; position < text.size();) {
        const unsigned lead = static_cast<unsigned char>(text[position]);
        const std::size_t size = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        const std::string_view sequence = text.substr(position, size);
        char32_t value = size == 1 ? lead : lead & (0xffU >> (size + 1));
        for (const char c : sequence.substr(1)) value = value << 6U | (static_cast<unsigned char>(c) & 0x3fU);
        if (encode(value) != sequence) return position;
        position += size;
    }
    return well_formed;
}

static_assert(tc3::find_invalid_utf8("plain text, caf\xc3\xa9, \xe4\xb8\xad, \xf0\x9f\x98\x80") == well_formed);
static_assert(tc3::find_invalid_utf8("plain text, caf\xc3") == 15);

constexpr bool encoded_at_compile_time() {
    std::array<char, 8> memory{};
    tc3::buffer_sink out(memory);
    tc3::write_utf8(out, U'\u4e2d');
    return out.view() == "\xe4\xb8\xad";
}
static_assert(encoded_at_compile_time());

}  // namespace

TEST_CASE("UTF-8 encodes the first and the last character of each size") {
    struct {
        char32_t character;
        std::string_view text;
    } const cases[] = {
        {U'\0', std::string_view("\0", 1)},
        {0x7f, "\x7f"},
        {0x80, "\xc2\x80"},
        {0x7ff, "\xdf\xbf"},
        {0x800, "\xe0\xa0\x80"},
        {0xd7ff, "\xed\x9f\xbf"},
        {0xe000, "\xee\x80\x80"},
        {0xffff, "\xef\xbf\xbf"},
        {0x10000, "\xf0\x90\x80\x80"},
        {0x10ffff, "\xf4\x8f\xbf\xbf"},
    };
    for (const auto& [character, text] : cases) {
        CHECK(encode(character) == text);
        CHECK(tc3::find_invalid_utf8(text) == well_formed);
    }
}

TEST_CASE("UTF-8 encodes surrogates and values beyond U+10FFFF as U+FFFD") {
    for (const char32_t value :
         {char32_t{0xd800}, char32_t{0xdbff}, char32_t{0xdc00}, char32_t{0xdfff}, char32_t{0x110000}, char32_t{0xffffffff}}) {
        CHECK(encode(value) == "\xef\xbf\xbd");
    }
}

TEST_CASE("find_invalid_utf8() finds the start of the first malformed sequence") {
    struct {
        std::string_view text;
        std::size_t position;
    } const cases[] = {
        {"", well_formed},
        {"\x80", 0},  // a continuation byte first
        {"a\xbf", 1},
        {"\xc0\x80", 0},  // overlong
        {"\xc1\xbf", 0},
        {"\xe0\x9f\xbf", 0},
        {"\xf0\x8f\xbf\xbf", 0},
        {"ab\xed\xa0\x80", 2},  // surrogates
        {"ab\xed\xbf\xbf", 2},
        {"\xf4\x90\x80\x80", 0},  // beyond U+10FFFF
        {"\xf5\x80\x80\x80", 0},
        {"\xfe", 0},
        {"\xff", 0},
        {"\xc3\xa9\xc3", 2},  // incomplete
        {"\xe4\xb8", 0},
        {"\xf0\x9f\x98", 0},
        {"\xe4\xb8"
         "a",
         0},
        {"\xf0\x9f\x98"
         "a",
         0},
        {"\xc3\xa9\xc3\xc3\xa9", 2},
    };
    for (const auto& row : cases) {
        CAPTURE(row.text);
        CHECK(tc3::find_invalid_utf8(row.text) == row.position);
    }
}

TEST_CASE("find_invalid_utf8() agrees with the reference on every pair of bytes") {
    for (unsigned pair = 0; pair < 0x10000; ++pair) {
        const std::array<char, 2> text{static_cast<char>(pair >> 8U), static_cast<char>(pair & 0xffU)};
        const std::string_view view(text.data(), text.size());
        if (tc3::find_invalid_utf8(view) != reference(view)) FAIL("pair ", pair);
    }
}

TEST_CASE("find_invalid_utf8() agrees with the reference on random sequences of bytes at the limits of the table") {
    constexpr std::string_view borders = "\x7f\x80\x8f\x90\x9f\xa0\xbf\xc1\xc2\xdf\xe0\xe1\xec\xed\xee\xef\xf0\xf1\xf3\xf4\xf5\xff";
    support::random_input random(3);
    int accepted = 0;
    for (int round = 0; round < 60000; ++round) {
        std::string text(random.number(1, 6), 'a');
        for (char& c : text)
            c = random.flip() ? borders[random.number(0, borders.size() - 1)] : static_cast<char>(0x80 + random.number(0, 63));
        text[0] = borders[random.number(0, borders.size() - 1)];
        const std::size_t found = tc3::find_invalid_utf8(text);
        if (found == well_formed) ++accepted;
        REQUIRE(found == reference(text));
    }
    CHECK(accepted > 500);
}

TEST_CASE("find_invalid_utf8() agrees with the reference on a byte at any position of text in Chinese, Korean and ASCII") {
    const std::vector<std::string_view> parts{"\xe4\xb8\xad", "\xef\xbc\x8c", "\xed\x9e\xa3",    "\xe0\xa0\x80",
                                              "ab",           "\xc3\xa9",     "\xf0\x9f\x98\x80"};
    support::random_input random(4);
    for (int round = 0; round < 300; ++round) {
        std::string text;
        while (text.size() < 40) text += parts[random.flip() ? 0 : random.number(0, parts.size() - 1)];
        REQUIRE(tc3::find_invalid_utf8(text) == well_formed);
        for (std::size_t position = 0; position < text.size(); ++position) {
            std::string changed = text;
            for (int change = 0; change < 4; ++change) {
                changed[position] = static_cast<char>(random.number(change == 0 ? 0 : 0x80, 0xff));
                REQUIRE(tc3::find_invalid_utf8(changed) == reference(changed));
            }
        }
        const std::string_view beginning(text.data(), random.number(0, text.size()));
        CHECK(tc3::find_invalid_utf8(beginning) == reference(beginning));
    }
}

TEST_CASE("find_invalid_utf8() finds a malformed byte at every position of texts of up to 40 bytes") {
    for (std::size_t size = 1; size < 40; ++size) {
        for (std::size_t position = 0; position < size; ++position) {
            std::string text(size, 'x');
            text[position] = '\xff';
            CHECK(tc3::find_invalid_utf8(text) == position);
            text.insert(0, "\xe4\xb8\xad");
            CHECK(tc3::find_invalid_utf8(text) == position + 3);
            CHECK(tc3::find_invalid_utf8(std::string_view(text).substr(0, position + 3)) == well_formed);
        }
    }
}
