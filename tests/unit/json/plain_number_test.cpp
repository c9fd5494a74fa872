// SPDX-License-Identifier: MIT
// Plain numbers of a reader compared with number.hpp, and where they are left to it.
#include "../../support/double_bits.hpp"
#include "../../support/random.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace json = tc3::json;
using support::bits_of;

/// Returns the plain number at the beginning of a document.
template <class Number>
constexpr std::optional<Number> plain(std::string_view document) {
    json::reader in(document);
    Number value{};
    if (!in.read_plain_number(value)) return std::nullopt;
    return value;
}

/// Returns the plain number before a comma.
template <class Number>
std::optional<Number> plain_element(const std::string& text) {
    return plain<Number>(text + ",");
}

// The same values at compile time.
static_assert(plain<int>("-12,") == -12);
static_assert(plain<double>("0.1,") == 0.1);
static_assert(plain<double>("9007199254740993.5]") == 9007199254740994.0);
static_assert(!plain<int>("1e2,"));

std::string random_number(support::random_input& random) {
    std::string text = random.flip() ? "-" : "";
    const std::size_t integer_size = random.number(1, 20);
    const std::string integer = random.text(integer_size, "0123456789");
    text += integer_size > 1 && random.number(0, 9) != 0 ? random.character("123456789") + integer.substr(1) : integer;
    if (random.flip()) text += "." + random.text(random.number(0, 21 - integer_size), "0123456789");
    return text;
}

/// Compares a plain number, if it is one, with what number.hpp makes of its text. Returns whether it is one.
bool compare_with_exact(const std::string& text) {
    CAPTURE(text);
    const auto number = plain_element<double>(text);
    const auto integer = plain_element<std::int64_t>(text);
    const auto natural = plain_element<std::uint64_t>(text);
    if (number) CHECK(bits_of(*number) == bits_of(*json::to_double(text)));
    if (integer) CHECK(*integer == *json::to_int64(text));
    if (natural) CHECK(*natural == *json::to_uint64(text));
    return number.has_value();
}

}  // namespace

TEST_CASE("gives plain numbers of any length and sign the values of number.hpp") {
    support::random_input random(14);
    std::size_t count = 0;
    for (int i = 0; i < 30000; ++i) count += compare_with_exact(random_number(random)) ? 1U : 0U;
    CHECK(count > 10000);
}

TEST_CASE("rounds a plain number in the middle between two doubles to the even one, and any other to the nearer one") {
    support::random_input random(15);
    for (int i = 0; i < 5000; ++i) {
        // A number of 54 bits, of which the last one is set, is in the middle of two doubles.
        const std::uint64_t middle = (random.bits() >> 10U) | 1U | std::uint64_t{1} << 53U;
        for (const std::uint64_t value : {middle - 1, middle, middle + 1}) {
            const std::string text = std::to_string(value);
            CHECK(compare_with_exact(text));
            CHECK(compare_with_exact(text + ".0"));
            CHECK(compare_with_exact("-" + text + ".01"));
        }
        const std::string half = std::to_string(middle * 5);
        CHECK(compare_with_exact(half.substr(0, half.size() - 1) + "." + half.back()));
    }
}

TEST_CASE("reads the powers of ten and their neighbours") {
    std::string nines;
    std::string zeros;
    for (std::size_t digits = 1; digits <= 19; ++digits) {
        nines += '9';
        for (std::size_t point = 0; point <= digits; ++point) {
            const std::string places = nines.substr(point);
            CHECK(compare_with_exact((point == 0 ? "0" : nines.substr(0, point)) + (places.empty() || point == 0 ? "" : "." + places)));
        }
        CHECK(compare_with_exact("1" + zeros));
        if (digits < 19) CHECK(compare_with_exact("0." + zeros + "1"));
        zeros += '0';
    }
    CHECK_FALSE(compare_with_exact("1" + zeros));
    CHECK_FALSE(compare_with_exact("0." + zeros));
}

TEST_CASE("leaves to others what is no plain number, and changes nothing") {
    for (const std::string_view text : {"",
                                        "-",
                                        ",",
                                        "01,",
                                        "-01,",
                                        "00,",
                                        "1.,",
                                        ".5,",
                                        "1e2,",
                                        "1E2,",
                                        "1.5e1,",
                                        "+1,",
                                        "1",
                                        "1.5",
                                        "-0",
                                        "1-,",
                                        "1+,",
                                        "1.2.3,",
                                        "1a,",
                                        "\"1\",",
                                        "null,",
                                        "--1,",
                                        "1:2",
                                        "0x1,",
                                        "12345678901234567890,",
                                        "1234567890.1234567890,",
                                        "12345678a,",
                                        "0.12345678:",
                                        "/1,",
                                        ":1,"}) {
        CAPTURE(text);
        json::reader in(text);
        double value = 7;
        CHECK_FALSE(in.read_plain_number(value));
        CHECK(value == 7);
        CHECK(in.position() == 0);
        CHECK(in.ok());
    }
}

TEST_CASE("ends a plain number at a comma, a bracket, a brace or a blank") {
    for (const char c : {',', ']', '}', ' ', '\t', '\n', '\r'}) {
        CHECK(plain<int>(std::string("-120") + c) == -120);
        CHECK(plain<double>(std::string("2.50") + c) == 2.5);
        CHECK(plain<std::int64_t>(std::string("1234567890123456789") + c + "0000000") == 1234567890123456789);
    }
    for (int c = 0; c < 256; ++c) {
        const std::string next(1, static_cast<char>(c));
        const bool ends = std::string_view(",]} \t\n\r").find(next) != std::string_view::npos;
        CHECK((plain<int>("7" + next).has_value() || plain<int>("1234567" + next + "        ").has_value()) ==
              (ends || (c >= '0' && c <= '9')));
    }
}

TEST_CASE("reads a plain integer only into a type that has its value") {
    CHECK(plain_element<std::int8_t>("127") == 127);
    CHECK(plain_element<std::int8_t>("-128") == -128);
    CHECK_FALSE(plain_element<std::int8_t>("128"));
    CHECK_FALSE(plain_element<std::int8_t>("-129"));
    CHECK(plain_element<std::uint8_t>("255") == 255);
    CHECK(plain_element<std::uint8_t>("-0") == 0);
    CHECK_FALSE(plain_element<std::uint8_t>("256"));
    CHECK_FALSE(plain_element<std::uint8_t>("-1"));
    CHECK(plain_element<std::int64_t>("9223372036854775807") == (std::numeric_limits<std::int64_t>::max)());
    CHECK(plain_element<std::int64_t>("-9223372036854775808") == (std::numeric_limits<std::int64_t>::min)());
    CHECK_FALSE(plain_element<std::int64_t>("9223372036854775808"));
    CHECK_FALSE(plain_element<std::int64_t>("-9223372036854775809"));
    CHECK_FALSE(plain_element<std::int64_t>("1.0"));  // an integer, but spelled as another number
    CHECK(bits_of(*plain_element<double>("-0")) == bits_of(-0.0));
    CHECK(bits_of(*plain_element<double>("-0.00")) == bits_of(-0.0));
}

TEST_CASE("reads the plain elements of an array up to the first that is none") {
    struct {
        std::string_view text;
        std::vector<int> elements;
        std::string_view rest;
    } const rows[] = {
        {"[1,2,3]", {1, 2, 3}, "]"},
        {"[1,2 ,3]", {1, 2}, " ,3]"},
        {"[1, 2]", {1}, ", 2]"},
        {"[1,2.5]", {1}, ",2.5]"},
        {"[1,null]", {1}, ",null]"},
        {"[1,]", {1}, ",]"},
        {"[1}", {1}, "}"},
        {"[null]", {}, "null]"},
        {"[1,2,3,4,5]", {1, 2, 3, 4}, ",5]"},
        {"[1,2", {1}, ",2"},
        {"[1,3000000000]", {1}, ",3000000000]"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.text);
        json::reader in(row.text);
        in.begin_array();
        in.next_element();
        std::vector<int> elements;
        CHECK(in.read_plain_elements<int>(4, [&](int element) { elements.push_back(element); }) == row.elements.size());
        CHECK(elements == row.elements);
        CHECK(row.text.substr(in.position()) == row.rest);
    }
    json::reader document("1,2");
    CHECK(document.read_plain_elements<int>(4, [](int) {}) == 0);
}

TEST_CASE("reads no number after an error or where there is no value") {
    json::reader in("[1,2]");
    int value = 7;
    CHECK_FALSE(in.read_plain_number(value));
    in.begin_array();
    CHECK_FALSE(in.read_plain_number(value));
    in.next_element();
    in.fail(tc3::errc::out_of_range, 0);
    CHECK_FALSE(in.read_plain_number(value));
    CHECK(in.read_plain_elements<int>(9, [](int) {}) == 0);
    CHECK(value == 7);
}
