// SPDX-License-Identifier: MIT
// fixed_text: never longer than its capacity, and honest about what was dropped.
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

TEST_CASE("text that fits is kept") {
    for (const std::string_view text : {"", "a", "abc", "abcd"}) {
        const tc3::fixed_text<4> kept(text);
        CHECK(kept.view() == text);
        CHECK(kept.size() == text.size());
        CHECK_FALSE(kept.truncated());
    }
}

TEST_CASE("text that does not fit is cut and marked") {
    tc3::fixed_text<4> cut("abc");
    cut.append("de");
    CHECK(cut.view() == "abcd");
    CHECK(cut.truncated());
    cut.append("");
    CHECK(cut.truncated());
}

TEST_CASE("text without room is always empty") {
    tc3::fixed_text<0> none;
    CHECK_FALSE(none.truncated());
    none.append("a");
    CHECK(none.view().empty());
    CHECK(none.truncated());
}

TEST_CASE("zero bytes are text") {
    const std::string_view text("a\0b", 3);
    CHECK(tc3::fixed_text<8>(text).size() == 3);
    CHECK(tc3::fixed_text<8>(text) == text);
}

TEST_CASE("shortening forgets the end only") {
    tc3::fixed_text<8> text("abcdef");
    text.shorten(9);
    CHECK(text == "abcdef");
    text.shorten(2);
    CHECK(text == "ab");
    text.append("x");
    CHECK(text == "abx");
}

TEST_CASE("texts are equal by what they hold, not by what they held") {
    tc3::fixed_text<8> left("abcdef");
    tc3::fixed_text<8> right("abcxyz");
    CHECK(left != right);
    left.shorten(3);
    right.shorten(3);
    CHECK(left == right);
}

TEST_CASE("a text can be taken with each character changed") {
    const tc3::fixed_text<4> lower("ABC", tc3::ascii::to_lower);
    CHECK(lower == "abc");
    CHECK_FALSE(lower.truncated());
    const tc3::fixed_text<4> cut("ABCDE", tc3::ascii::to_lower);
    CHECK(cut == "abcd");
    CHECK(cut.truncated());
    static_assert(tc3::fixed_text<4>("X-Y", tc3::ascii::to_lower) == "x-y");
}

TEST_CASE("lengths beyond a byte are counted") {
    for (const std::size_t size : {254U, 255U, 256U, 257U}) {
        const std::string text(size, 'x');
        CHECK(tc3::fixed_text<255>(text).size() == (size < 255 ? size : 255));
        CHECK(tc3::fixed_text<256>(text).size() == (size < 256 ? size : 256));
        CHECK(tc3::fixed_text<255>(text).truncated() == (size > 255));
    }
}

TEST_CASE("fixed text works at compile time") {
    constexpr tc3::fixed_text<4> text("abcde");
    static_assert(text == "abcd");
    static_assert(text.truncated());
}
