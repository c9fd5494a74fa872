// SPDX-License-Identifier: MIT
// UTF-8 against a reference that works the other way round: what a reading decodes must be spelled the same when encoded.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace {

constexpr std::size_t well_formed = std::string_view::npos;

std::string encode(char32_t character) {
    std::string text;
    tc3::write_utf8(text, character);
    return text;
}

/// Decodes leniently whatever the first byte announces; well-formed is what encodes to the same bytes.
std::size_t reference(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const unsigned lead = static_cast<unsigned char>(text[at]);
        const std::size_t size = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        const std::string_view sequence = text.substr(at, size);
        char32_t value = size == 1 ? lead : lead & (0xffU >> (size + 1));
        for (const char c : sequence.substr(1)) value = value << 6U | (static_cast<unsigned char>(c) & 0x3fU);
        if (encode(value) != sequence) return at;
        at += size;
    }
    return well_formed;
}

static_assert(tc3::find_invalid_utf8("plain text, caf\xc3\xa9, \xe4\xb8\xad, \xf0\x9f\x98\x80") == well_formed);
static_assert(tc3::find_invalid_utf8("plain text, caf\xc3") == 15);

constexpr bool written_at_compile_time() {
    std::array<char, 8> memory{};
    tc3::buffer_sink out(memory);
    tc3::write_utf8(out, U'\u4e2d');
    return out.view() == "\xe4\xb8\xad";
}
static_assert(written_at_compile_time());

}  // namespace

TEST_CASE("UTF-8 of the first and last character of each size") {
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

TEST_CASE("what is no character is written as the replacement character") {
    for (const char32_t value :
         {char32_t{0xd800}, char32_t{0xdbff}, char32_t{0xdc00}, char32_t{0xdfff}, char32_t{0x110000}, char32_t{0xffffffff}}) {
        CHECK(encode(value) == "\xef\xbf\xbd");
    }
}

TEST_CASE("text that is not UTF-8 is found where its first bad sequence starts") {
    struct {
        std::string_view text;
        std::size_t at;
    } const cases[] = {
        {"", well_formed},
        {"\x80", 0},  // a tail alone
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
        {"\xc3\xa9\xc3", 2},  // cut short
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
        CHECK(tc3::find_invalid_utf8(row.text) == row.at);
    }
}

TEST_CASE("every sequence of two bytes is judged as the reference judges it") {
    for (unsigned pair = 0; pair < 0x10000; ++pair) {
        const std::array<char, 2> text{static_cast<char>(pair >> 8U), static_cast<char>(pair & 0xffU)};
        const std::string_view view(text.data(), text.size());
        if (tc3::find_invalid_utf8(view) != reference(view)) FAIL("pair ", pair);
    }
}

TEST_CASE("random sequences at the borders of the table are judged as the reference judges them") {
    constexpr std::string_view borders = "\x7f\x80\x8f\x90\x9f\xa0\xbf\xc1\xc2\xdf\xe0\xe1\xec\xed\xee\xef\xf0\xf1\xf3\xf4\xf5\xff";
    std::mt19937_64 random(3);
    int accepted = 0;
    for (int round = 0; round < 60000; ++round) {
        std::string text(1 + random() % 6, 'a');
        for (char& c : text) c = random() % 2 == 0 ? borders[random() % borders.size()] : static_cast<char>(0x80 + random() % 64);
        text[0] = borders[random() % borders.size()];
        const std::size_t found = tc3::find_invalid_utf8(text);
        if (found == well_formed) ++accepted;
        REQUIRE(found == reference(text));
    }
    CHECK(accepted > 500);
}

TEST_CASE("a bad byte is found at every place of texts of every length, words or not") {
    for (std::size_t size = 1; size < 40; ++size) {
        for (std::size_t at = 0; at < size; ++at) {
            std::string text(size, 'x');
            text[at] = '\xff';
            CHECK(tc3::find_invalid_utf8(text) == at);
            text.insert(0, "\xe4\xb8\xad");
            CHECK(tc3::find_invalid_utf8(text) == at + 3);
            CHECK(tc3::find_invalid_utf8(std::string_view(text).substr(0, at + 3)) == well_formed);
        }
    }
}
