// SPDX-License-Identifier: MIT
// error: its size, its comparison and its messages.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>
#include <type_traits>

using tc3::errc;

namespace {

constexpr errc last_code = errc::in_use;

std::string text_of(const tc3::error& error) {
    std::string text;
    tc3::write_error(text, error);
    return text;
}

// Returns the descriptions of all enumerators up to `last`.
template <class Enumeration>
std::multiset<std::string_view> descriptions_up_to(Enumeration last) {
    std::multiset<std::string_view> descriptions;
    for (int i = 0; i <= static_cast<int>(last); ++i) descriptions.insert(describe(static_cast<Enumeration>(i)));
    return descriptions;
}

bool is_printable(std::string_view text) {
    return tc3::ascii::find_not(text, [](char c) { return c == ' ' || tc3::ascii::is_visible(c); }) == text.npos;
}

}  // namespace

static_assert(std::is_trivially_copyable_v<tc3::error>);
static_assert(sizeof(tc3::error) <= 4 * sizeof(std::size_t) + 2 * sizeof(std::string_view));

TEST_CASE("describe() returns a different printable text for each code, without a full stop") {
    const std::multiset<std::string_view> descriptions = descriptions_up_to(last_code);
    for (const std::string_view text : descriptions) {
        CAPTURE(text);
        CHECK(descriptions.count(text) == 1);
        CHECK(is_printable(text));
        CHECK_FALSE(text.ends_with('.'));
        CHECK(text != "unknown error");
    }
    CHECK_FALSE(descriptions.contains(""));
}

TEST_CASE("describe() returns \"unknown error\" for a value outside the enumeration") {
    CHECK(describe(static_cast<errc>(static_cast<int>(last_code) + 1)) == "unknown error");
    CHECK(describe(static_cast<errc>(255)) == "unknown error");
}

TEST_CASE("describe() names each JSON type with its article") {
    struct {
        tc3::json_type type;
        std::string_view text;
    } const cases[] = {
        {tc3::json_type::none, "nothing"},  {tc3::json_type::object, "an object"}, {tc3::json_type::array, "a list"},
        {tc3::json_type::string, "a text"}, {tc3::json_type::number, "a number"},  {tc3::json_type::boolean, "a boolean"},
        {tc3::json_type::null, "null"},     {static_cast<tc3::json_type>(7), ""},
    };
    for (const auto& [type, text] : cases) CHECK(describe(type) == text);
}

TEST_CASE("write_error() writes one line with part, name, description, sizes and position") {
    struct {
        tc3::error error;
        std::string_view text;
    } const cases[] = {
        {{.code = errc::missing, .part = "region"}, "region is empty or missing"},
        {{.code = errc::out_of_range, .part = "timestamp"}, "timestamp is out of range (is the clock set, and in seconds?)"},
        {{.code = errc::out_of_range, .part = "field", .name = "Limit"}, "Limit is out of range"},
        {{.code = errc::missing, .part = "timestamp"}, "timestamp is empty or missing"},
        {{.code = errc::forbidden_character, .part = "secret id", .position = 7},
         "secret id holds a character that is not allowed there, at byte 7"},
        {{.code = errc::forbidden_character, .part = "header value", .position = 3, .name = "X-Custom"},
         "header value X-Custom holds a character that is not allowed there, at byte 3"},
        {{.code = errc::forbidden_character, .character = u'\u200B', .part = "secret key", .position = 7},
         "secret key holds U+200B zero width space, at byte 7"},
        {{.code = errc::forbidden_character, .character = u'<', .part = "secret key", .position = 0},
         "secret key holds '<', at byte 0 (is it encoded, or a placeholder?)"},
        {{.code = errc::untrimmed, .character = u'\n', .part = "secret key", .position = 7},
         "secret key ends with a line end, at byte 7 (copied along with the text?)"},
        {{.code = errc::untrimmed, .character = u' ', .part = "secret id", .position = 0},
         "secret id begins with a blank, at byte 0 (copied along with the text?)"},
        {{.code = errc::untrimmed, .part = "secret id", .position = 9},
         "secret id begins or ends with a blank or line end, at byte 9 (copied along with the text?)"},
        {{.code = errc::too_large, .part = "query", .needed = 5, .limit = 4},
         "query is too large: 5 bytes, the limit is 4 (send it as a POST)"},
        {{.code = errc::too_large, .part = "host", .needed = 5, .limit = 4}, "host is too large: 5 bytes, the limit is 4"},
        {{.code = errc::duplicate, .part = "header name", .name = "host"}, "header name host occurs twice"},
        {{.code = errc::too_large, .part = "body", .needed = 10485761, .limit = 10485760},
         "body is too large: 10485761 bytes, the limit is 10485760"
         " (as base64, a file takes 4 bytes for 3: up to 7864320 bytes of files)"},
        {{.code = errc::buffer_too_small, .part = "buffer", .needed = 100, .limit = 0}, "buffer is too small: needs 100 bytes, has 0"},
        {{.code = errc::too_many, .part = "signed headers", .needed = 33, .limit = 32}, "signed headers are too many: 33, the limit is 32"},
        {{}, "no error"},
        {{.code = errc::malformed}, "text is malformed"},
        {{.code = errc::too_deep, .part = "body", .limit = 64}, "body is nested too deep, the limit is 64"},
        {{.code = errc::too_deep, .part = "body", .position = 99, .limit = 64}, "body is nested too deep, the limit is 64, at byte 99"},
        {{.code = errc::unexpected_character, .part = "body", .position = 0}, "body is not JSON, at byte 0"},
        {{.code = errc::wrong_type, .part = "body", .position = 5, .name = "Score"},
         "Score has another type than expected, at byte 5 of the body"},
        {{.code = errc::wrong_type, .found = tc3::json_type::array, .part = "body", .position = 5, .name = "Score"},
         "Score has another type than expected: found a list, at byte 5 of the body"},
        {{.code = errc::too_many, .part = "body", .needed = 1000, .limit = 999, .name = "Items"},
         "Items has too many elements: 1000, the limit is 999"},
        {{.code = errc::line_end, .part = "field", .position = 76, .name = "ImageBase64"},
         "ImageBase64 has line ends or blanks (remove them), at byte 76"},
        {{.code = errc::data_prefix, .part = "body", .position = 15, .name = "ImageBase64"},
         "ImageBase64 begins with a data: prefix (pass what follows its comma), at byte 15 of the body"},
        {{.code = errc::missing, .part = "field", .name = "Filters[2].Name"}, "Filters[2].Name is empty or missing"},
    };
    for (const auto& [error, text] : cases) CHECK(text_of(error) == text);
}

TEST_CASE("errors are equal if their members are equal") {
    constexpr tc3::error error{.code = errc::too_large, .part = "body", .needed = 2, .limit = 1, .name = "x"};
    tc3::error other = error;
    CHECK(other == error);
    other.position = 3;
    CHECK(other != error);
}
