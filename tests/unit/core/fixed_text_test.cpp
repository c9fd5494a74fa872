// SPDX-License-Identifier: MIT
// fixed_text: at the limit of its capacity, and beyond it.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace {

template <class Text>
concept viewable_as_temporary = requires(Text text) { Text(text).view(); };

}  // namespace

static_assert(!viewable_as_temporary<tc3::fixed_text<4>>, "the view of a temporary would dangle");
static_assert(tc3::sink<tc3::fixed_text<4>>);

TEST_CASE("fixed_text keeps a text that fits") {
    for (const std::string_view text : {"", "a", "abc", "abcd"}) {
        const tc3::fixed_text<4> copy(text);
        CHECK(copy.view() == text);
        CHECK(copy.size() == text.size());
        CHECK_FALSE(copy.truncated());
    }
}

TEST_CASE("fixed_text drops what does not fit, and is truncated() from then on") {
    tc3::fixed_text<4> cut("abc");
    cut.append("de");
    CHECK(cut.view() == "abcd");
    CHECK(cut.truncated());
    cut.append("");
    CHECK(cut.truncated());
}

TEST_CASE("fixed_text of capacity 0 is always empty") {
    tc3::fixed_text<0> empty;
    CHECK_FALSE(empty.truncated());
    empty.append("a");
    CHECK(empty.view().empty());
    CHECK(empty.truncated());
}

TEST_CASE("fixed_text keeps zero bytes") {
    const std::string_view text("a\0b", 3);
    CHECK(tc3::fixed_text<8>(text).size() == 3);
    CHECK(tc3::fixed_text<8>(text) == text);
}

TEST_CASE("shorten() removes characters at the end only") {
    tc3::fixed_text<8> text("abcdef");
    text.shorten(9);
    CHECK(text == "abcdef");
    text.shorten(2);
    CHECK(text == "ab");
    text.append("x");
    CHECK(text == "abx");
}

TEST_CASE("comparison ignores characters that shorten() removed") {
    tc3::fixed_text<8> left("abcdef");
    tc3::fixed_text<8> right("abcxyz");
    CHECK(left != right);
    left.shorten(3);
    right.shorten(3);
    CHECK(left == right);
}

TEST_CASE("fixed_text with a function changes each character") {
    const tc3::fixed_text<4> lower("ABC", tc3::ascii::to_lower);
    CHECK(lower == "abc");
    CHECK_FALSE(lower.truncated());
    const tc3::fixed_text<4> cut("ABCDE", tc3::ascii::to_lower);
    CHECK(cut == "abcd");
    CHECK(cut.truncated());
    static_assert(tc3::fixed_text<4>("X-Y", tc3::ascii::to_lower) == "x-y");
}

TEST_CASE("fixed_text counts more than 255 characters") {
    for (const std::size_t size : {254U, 255U, 256U, 257U}) {
        const std::string text(size, 'x');
        CHECK(tc3::fixed_text<255>(text).size() == (size < 255 ? size : 255));
        CHECK(tc3::fixed_text<256>(text).size() == (size < 256 ? size : 256));
        CHECK(tc3::fixed_text<255>(text).truncated() == (size > 255));
    }
}

TEST_CASE("fixed_text works at compile time") {
    constexpr tc3::fixed_text<4> text("abcde");
    static_assert(text == "abcd");
    static_assert(text.truncated());
}
