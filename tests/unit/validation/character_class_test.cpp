// SPDX-License-Identifier: MIT
// Character classes: the characters of their predicates, and where a text leaves them.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

// Compares a class with its predicate for each character, after a character of the class and before one, and alone.
template <bool (*Predicate)(char)>
bool is_class_of_predicate(char member) {
    for (int code = 0; code < 256; ++code) {
        const char c = static_cast<char>(code);
        const std::string_view text(&c, 1);
        const bool is_inside = tc3::find_outside(text, tc3::class_of<Predicate>) == std::string_view::npos;
        if (is_inside != Predicate(c)) return false;
        const std::string in_middle = std::string(9, member) + c + member;
        if (tc3::find_outside(in_middle, tc3::class_of<Predicate>) != (Predicate(c) ? std::string_view::npos : 9)) return false;
    }
    return true;
}

}  // namespace

TEST_CASE("a class has the characters that satisfy its predicate") {
    CHECK(is_class_of_predicate<tc3::ascii::is_digit>('7'));
    CHECK(is_class_of_predicate<tc3::ascii::is_token>('a'));
    CHECK(is_class_of_predicate<tc3::ascii::is_field_value>('\xff'));
    CHECK(is_class_of_predicate<tc3::is_credential_character>('+'));
    CHECK(is_class_of_predicate<tc3::is_query_character>('\x80'));
}

TEST_CASE("find_outside returns the first position of several") {
    constexpr tc3::character_class digits = tc3::class_of<tc3::ascii::is_digit>;
    static_assert(tc3::find_outside("12x4y", digits) == 2);
    CHECK(tc3::find_outside("12x4y", digits) == 2);
    CHECK(tc3::find_outside("x", digits) == 0);
    CHECK(tc3::find_outside("", digits) == std::string_view::npos);
}

TEST_CASE("no class means all characters") {
    CHECK(tc3::find_outside("\xff\n\x01", tc3::character_class{}) == std::string_view::npos);
}

TEST_CASE("is_plain_text() is true only of ASCII in the class") {
    constexpr tc3::character_class field_value = tc3::class_of<tc3::ascii::is_field_value>;
    CHECK(tc3::is_plain_text("application/json; charset=utf-8", field_value) == tc3::has_wide_registers);
    CHECK(!tc3::is_plain_text("application/json", {}));
    for (std::size_t size = 1; size <= 33; ++size) {
        for (std::size_t position = 0; position < size; ++position) {
            for (unsigned c = 0; c < 256; ++c) {
                std::string text(size, 'x');
                text[position] = static_cast<char>(c);
                for (const tc3::character_class allowed : {field_value, tc3::class_of<tc3::is_name_character>}) {
                    const bool is_allowed = c < 128 && tc3::find_outside(text, allowed) == std::string_view::npos;
                    if (tc3::is_plain_text(text, allowed) && !is_allowed) FAIL("size ", size, ", position ", position, ", character ", c);
                }
            }
        }
    }
}
