// SPDX-License-Identifier: MIT
// The characters that are not printed, over all of Unicode: in a line of text and in a line of JSON.
#include "../../support/random.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>

namespace {

constexpr char32_t last_character = 0x10ffff;

struct range {
    char32_t first, last;
};

// Unicode 16, DerivedCoreProperties.txt.
constexpr range default_ignorable[] = {
    {0xad, 0xad},       {0x34f, 0x34f},     {0x61c, 0x61c},     {0x115f, 0x1160},   {0x17b4, 0x17b5},   {0x180b, 0x180d},
    {0x180e, 0x180e},   {0x180f, 0x180f},   {0x200b, 0x200f},   {0x202a, 0x202e},   {0x2060, 0x2064},   {0x2065, 0x2065},
    {0x2066, 0x206f},   {0x3164, 0x3164},   {0xfe00, 0xfe0f},   {0xfeff, 0xfeff},   {0xffa0, 0xffa0},   {0xfff0, 0xfff8},
    {0x1bca0, 0x1bca3}, {0x1d173, 0x1d17a}, {0xe0000, 0xe0000}, {0xe0001, 0xe0001}, {0xe0002, 0xe001f}, {0xe0020, 0xe007f},
    {0xe0080, 0xe00ff}, {0xe0100, 0xe01ef}, {0xe01f0, 0xe0fff},
};
// Controls, separators, and the marks of interlinear annotation.
constexpr range others[] = {{0x00, 0x1f}, {0x7f, 0x9f}, {0x2028, 0x2029}, {0xfff9, 0xfffb}};

bool is_listed(char32_t character) {
    const auto contains = [character](const range& each) { return character >= each.first && character <= each.last; };
    for (const range& each : default_ignorable) {
        if (contains(each)) return true;
    }
    for (const range& each : others) {
        if (contains(each)) return true;
    }
    return false;
}

bool is_surrogate(char32_t character) { return character >= 0xd800 && character <= 0xdfff; }

std::string utf8(char32_t character) {
    std::string text;
    tc3::write_utf8(text, character);
    return text;
}

std::string formatted(const char* format, unsigned number) {
    char text[16];
    const int size = std::snprintf(text, sizeof text, format, number);
    return std::string(text, static_cast<std::size_t>(size));
}

std::string escape_in_text(char32_t character) { return formatted("\\u{%x}", static_cast<unsigned>(character)); }

std::string escape_in_json(char32_t character) {
    const auto value = static_cast<unsigned>(character);
    if (value < 0x10000) return formatted("\\u%04x", value);
    return formatted("\\u%04x", 0xd800 + ((value - 0x10000) >> 10U)) + formatted("\\u%04x", 0xdc00 + ((value - 0x10000) & 0x3ffU));
}

std::string printed(std::string_view text) {
    std::string line;
    tc3::write_printable(line, text);
    return line;
}

struct open_text {
    std::string text;
};

constexpr bool works_at_compile_time() {
    char memory[32] = {};
    tc3::buffer_sink out(memory);
    tc3::write_printable(out, "a\n\xe2\x80\xae\xff");
    return out.view() == "a\\u{a}\\u{202e}\xef\xbf\xbd";
}
static_assert(works_at_compile_time());
static_assert(tc3::changes_display(U'\u202e') && !tc3::changes_display(U'a'));

}  // namespace

template <>
inline constexpr auto tc3::fields_of<open_text> = tc3::field_table(tc3::field_of<&open_text::text>("T").marked(tc3::sensitivity::open));

TEST_CASE("changes_display() is true for controls, separators and all that Unicode calls ignorable, and for no other character") {
    for (char32_t character = 0; character <= last_character; ++character) {
        if (tc3::changes_display(character) == is_listed(character)) continue;
        CAPTURE(static_cast<unsigned>(character));
        FAIL("changes_display() differs from the lists of Unicode");
    }
    CHECK_FALSE(tc3::changes_display(0x110000));
    CHECK_FALSE(tc3::changes_display(0xffffffff));
}

TEST_CASE("a line of text and a line of JSON pass the same characters unchanged and escape all others") {
    constexpr char32_t block = 64;  // characters of up to four bytes: write_redacted() cuts a text after 256 bytes
    for (char32_t first = 0; first < last_character; first += block) {
        std::string text, line, json;
        for (char32_t character = first; character < first + block; ++character) {
            const bool is_syntax_of_json = character < 0x20 || character == U'"' || character == U'\\';
            if (is_surrogate(character) || is_syntax_of_json) continue;
            text += utf8(character);
            line += is_listed(character) ? escape_in_text(character) : utf8(character);
            json += is_listed(character) ? escape_in_json(character) : utf8(character);
        }
        if (text.empty()) continue;
        REQUIRE(printed(text) == line);
        REQUIRE(tc3::to_redacted_string(open_text{text}) == "{\"T\":\"" + json + "\"}");
    }
}

TEST_CASE("split_printable() passes the longest printable pieces and single other characters, in order") {
    const auto parts_of = [](std::string_view text) {
        std::string parts;
        tc3::split_printable(
            text, [&parts](std::string_view piece) { parts += "[" + std::string(piece) + "]"; },
            [&parts](char32_t character) { parts += formatted("<%x>", static_cast<unsigned>(character)); });
        return parts;
    };
    CHECK(parts_of("") == "");
    CHECK(parts_of("a b\xc3\xa9") == "[a b\xc3\xa9]");
    CHECK(parts_of("\n\xe2\x80\xae") == "<a><202e>");
    CHECK(parts_of("\xff"
                   "ab\n\xef\xbf\xbd\xc3") == "<fffd>[ab]<a>[\xef\xbf\xbd]<fffd>");
}

TEST_CASE("write_printable() writes each character that changes the display as an escape") {
    struct {
        std::string_view text, line;
    } const cases[] = {
        {"", ""},
        {"a message of the service", "a message of the service"},
        {"caf\xc3\xa9 \xe4\xbd\xa0 \xf0\x9f\x98\x80", "caf\xc3\xa9 \xe4\xbd\xa0 \xf0\x9f\x98\x80"},
        {std::string_view("\0", 1), "\\u{0}"},
        {"a\r\nb\tc", "a\\u{d}\\u{a}b\\u{9}c"},
        {"\x1b[31mRED\x7f", "\\u{1b}[31mRED\\u{7f}"},
        {"\xc2\x85next\xc2\x9b"
         "31m",
         "\\u{85}next\\u{9b}31m"},
        {"\xe2\x80\xa8\xe2\x80\xa9", "\\u{2028}\\u{2029}"},
        {"\xe2\x80\xae"
         "evil",
         "\\u{202e}evil"},
        {"\xcd\x8f\xe1\xa0\x8b\xef\xbf\xb0\xf0\x9d\x85\xb3", "\\u{34f}\\u{180b}\\u{fff0}\\u{1d173}"},
        {"\xf3\xa0\x81\x81", "\\u{e0041}"},
        {"\xc2\xa0\xe2\x80\xaf\xe3\x80\x80", "\xc2\xa0\xe2\x80\xaf\xe3\x80\x80"},  // blanks that are shown
        {"C:\\users \\u{a}", "C:\\users \\u{a}"},
        {"\xef\xbf\xbd", "\xef\xbf\xbd"},
    };
    for (const auto& [text, line] : cases) CHECK(printed(text) == line);
}

TEST_CASE("write_printable() writes U+FFFD for each byte that is not UTF-8") {
    struct {
        std::string_view text, line;
    } const cases[] = {
        {"\xff", "\xef\xbf\xbd"},
        {"a\x80z", "a\xef\xbf\xbdz"},
        {"a\xe2\x80", "a\xef\xbf\xbd\xef\xbf\xbd"},  // U+202E without its last byte
        {"\xe2\x80\xe2\x80\xae", "\xef\xbf\xbd\xef\xbf\xbd\\u{202e}"},
        {"\xc0\x8a", "\xef\xbf\xbd\xef\xbf\xbd"},                                                                  // an overlong line feed
        {"\xed\xa0\xbd\xed\xb8\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},  // surrogates
        {"\xf4\x90\x80\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},                                  // beyond U+10FFFF
    };
    for (const auto& [text, line] : cases) CHECK(printed(text) == line);
}

TEST_CASE("write_printable() writes valid UTF-8 on one line for any bytes, and does not change such a line") {
    support::random_input random(12);
    for (int i = 0; i < 20000; ++i) {
        const std::size_t size = random.number(0, 12);
        const std::string text =
            i % 2 == 0 ? random.bytes(size) : random.text(size, std::string_view("\xe2\x80\xa8\xae\xc2\x85\xf3\xa0\x81\n\0a", 12));
        const std::string line = printed(text);
        CAPTURE(text);
        REQUIRE(tc3::find_invalid_utf8(line) == std::string::npos);
        REQUIRE(printed(line) == line);
    }
}
