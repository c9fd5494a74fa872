// SPDX-License-Identifier: MIT
// Parts and comparisons of text, compared with those of std::string_view.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string_view>

namespace {

constexpr std::string_view texts[] = {"", "a", "b", "ab", "abc", "abd", "http", "https", {"\0", 1}, {"\0\xff", 2}};

}  // namespace

TEST_CASE("slice() returns as many characters as there are") {
    constexpr std::string_view text = "abcd";
    for (std::size_t start = 0; start < 7; ++start) {
        for (std::size_t size = 0; size < 7; ++size) {
            const std::string_view expected = start < text.size() ? text.substr(start, size) : std::string_view();
            CHECK(tc3::slice(text, start, size) == expected);
        }
    }
    CHECK(tc3::slice(text, 1) == "bcd");
}

TEST_CASE("starts_with() and equal() agree with std::string_view") {
    for (const std::string_view a : texts) {
        for (const std::string_view b : texts) {
            CAPTURE(a);
            CAPTURE(b);
            CHECK(tc3::starts_with(a, b) == a.starts_with(b));
            CHECK(tc3::equal(a, b) == (a == b));
        }
    }
}

TEST_CASE("ascii::find() agrees with std::string_view::find()") {
    for (const std::string_view text : texts) {
        for (const char wanted : std::string_view("abts\0", 5)) CHECK(tc3::ascii::find(text, wanted) == text.find(wanted));
    }
}

TEST_CASE("ascii::is_word_of() finds whole words in any case") {
    CHECK(tc3::ascii::is_word_of("host cookie", "Host"));
    CHECK(tc3::ascii::is_word_of("host cookie", "COOKIE"));
    CHECK_FALSE(tc3::ascii::is_word_of("host cookie", "cook"));
    CHECK_FALSE(tc3::ascii::is_word_of("host cookie", "host cookie"));
    CHECK_FALSE(tc3::ascii::is_word_of("host cookie", ""));
    CHECK_FALSE(tc3::ascii::is_word_of("", "host"));
}
