// SPDX-License-Identifier: MIT
// ASCII classes of all 256 bytes, compared with lists of characters.
#include "../../support/random.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace ascii = tc3::ascii;

namespace {

constexpr std::string_view digits = "0123456789";
constexpr std::string_view lower = "abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::string_view punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
constexpr std::string_view token_marks = "!#$%&'*+-.^_`|~";

bool is_in(std::string_view set, char c) { return set.find(c) != std::string_view::npos; }

std::string lowered(std::string_view text) {
    std::string result;
    for (const char c : text) result += is_in(upper, c) ? lower[upper.find(c)] : c;
    return result;
}

int sign(int number) { return (number > 0) - (number < 0); }

}  // namespace

TEST_CASE("ascii classifies all 256 bytes as the lists of characters do") {
    for (int i = 0; i < 256; ++i) {
        CAPTURE(i);
        const char c = static_cast<char>(i);
        const bool alphanumeric = is_in(digits, c) || is_in(lower, c) || is_in(upper, c);
        const bool control = i < 32 || i == 127;
        CHECK(ascii::is_digit(c) == is_in(digits, c));
        CHECK(ascii::is_lower(c) == is_in(lower, c));
        CHECK(ascii::is_upper(c) == is_in(upper, c));
        CHECK(ascii::is_alphanumeric(c) == alphanumeric);
        CHECK(ascii::is_visible(c) == (alphanumeric || is_in(punctuation, c)));
        CHECK(ascii::is_blank(c) == is_in(" \t", c));
        CHECK(ascii::is_space(c) == is_in(" \t\r\n", c));
        CHECK(ascii::is_control(c) == control);
        CHECK(ascii::is_token(c) == (alphanumeric || is_in(token_marks, c)));
        CHECK(ascii::is_field_value(c) == (c == '\t' || !control));
        CHECK(ascii::to_lower(c) == lowered({&c, 1})[0]);
    }
}

TEST_CASE("trim() removes spaces and tabs at both ends only") {
    struct {
        std::string_view text;
        std::string_view trimmed;
    } const cases[] = {
        {"", ""},
        {" ", ""},
        {" \t \t", ""},
        {"a", "a"},
        {" a", "a"},
        {"a ", "a"},
        {"\t a b \t", "a b"},
        {"\r\na\n", "\r\na\n"},
        {" \xc2\xa0 ", "\xc2\xa0"},
    };
    for (const auto& [text, trimmed] : cases) CHECK(ascii::trim(text) == trimmed);
}

TEST_CASE("compare_lower() compares the bytes of the lower-case texts") {
    struct {
        std::string_view a;
        std::string_view b;
        int order;
    } const cases[] = {
        {"", "", 0},
        {"", "a", -1},
        {"a", "A", 0},
        {"Host", "hOST", 0},
        {"x-a", "x_a", -1},
        {"X_A", "x-b", 1},
        {"a", "ab", -1},
        {"Z", "_", 1},
        {"\x7f", "\x80", -1},
        {"\xff", "a", 1},
        {"[", "A", -1},
        {"@", "a", -1},
        {"\xc3\x84", "\xc3\xa4", -1},
    };
    for (const auto& [a, b, order] : cases) {
        CHECK(sign(ascii::compare_lower(a, b)) == order);
        CHECK(sign(ascii::compare_lower(b, a)) == -order);
        CHECK(ascii::equal_lower(a, b) == (order == 0));
    }
}

TEST_CASE("compare_lower() does not compare what follows the shorter text in memory") {
    const std::string_view beginning = std::string_view("az").substr(0, 1);
    CHECK(ascii::compare_lower(beginning, "ab") < 0);
    CHECK(ascii::compare_lower("ab", beginning) > 0);
    CHECK(ascii::compare_lower(beginning, "a") == 0);
}

TEST_CASE("compare_lower() agrees with std::string::compare() of lower-case copies") {
    support::random_input random(3);
    for (int i = 0; i < 20000; ++i) {
        const std::string a = random.text(random.number(0, 4), "aAbB-_\x80\xff");
        const std::string b = random.text(random.number(0, 4), "aAbB-_\x80\xff");
        REQUIRE(sign(ascii::compare_lower(a, b)) == sign(lowered(a).compare(lowered(b))));
    }
}

TEST_CASE("find_not() returns the position of the first character that is not allowed") {
    CHECK(ascii::find_not("", ascii::is_digit) == std::string_view::npos);
    CHECK(ascii::find_not("123", ascii::is_digit) == std::string_view::npos);
    CHECK(ascii::find_not("x23", ascii::is_digit) == 0);
    CHECK(ascii::find_not("12x4x", ascii::is_digit) == 2);
}
