// SPDX-License-Identifier: MIT
// JSON numbers: the grammar, integers at their limits, and doubles compared with the C library, which converts exactly.
#include "../../support/double_bits.hpp"
#include "../../support/random.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <string>
#include <string_view>

namespace json = tc3::json;

namespace {

using limits = std::numeric_limits<double>;
using support::bits_of;
using support::double_of;
using support::random_input;

// By their bits: with -ffast-math a compiler takes every double for finite.
constexpr std::uint64_t infinity_bits = std::uint64_t{2047} << 52;
bool is_finite(double number) { return (bits_of(number) & infinity_bits) != infinity_bits; }
bool is_infinite(double number) { return bits_of(number) << 1 == infinity_bits << 1; }

std::string text_of(double number) {
    std::string text;
    json::write_double(text, number);
    return text;
}

template <class... Arguments>
std::string print(const char* format, Arguments... arguments) {
    std::array<char, 1600> text{};
    const int size = std::snprintf(text.data(), text.size(), format, arguments...);
    REQUIRE(size >= 0);
    REQUIRE(static_cast<std::size_t>(size) < text.size());
    return text.data();
}

/// Returns the double nearest to a number. strtod of mingw is off by one bit at times; std::from_chars is not, but does not return infinity.
double nearest_double(const std::string& text) {
    double number = std::strtod(text.c_str(), nullptr);
#ifdef __MINGW32__
    static_cast<void>(std::from_chars(text.data(), text.data() + text.size(), number));  // no change if out of range
#endif
    return number;
}

/// Compares bits, so that -0 differs from 0. A number that the C library reads as an infinity must be out of range.
bool reads_as_c_library(const std::string& text) {
    const double expected = nearest_double(text);
    const auto number = json::to_double(text);
    if (is_infinite(expected)) return !number && number.error().code == tc3::errc::out_of_range;
    return number && bits_of(*number) == bits_of(expected);
}

double random_finite(random_input& random) {
    for (;;) {
        const double number = double_of(random.bits());
        if (is_finite(number)) return number;
    }
}

/// A double whose significand is a run of equal bits: these are near the edge cases of rounding more often than random doubles.
double random_edge_case(random_input& random) {
    const std::uint64_t exponent = random.number(0, 2046);
    const std::uint64_t run = (std::uint64_t{1} << random.number(0, 52)) - 1;
    const std::uint64_t fraction = random.flip() ? run : (std::uint64_t{1} << 52) - 1 - run;
    return double_of(exponent << 52 | fraction);
}

std::string random_digits(random_input& random, std::size_t count) {
    std::string digits(count, '0');
    for (char& digit : digits) digit = static_cast<char>('0' + random.number(0, 9));
    return digits;
}

/// The exact decimal text of the middle between a positive double and the next one, by decimal addition and division on text.
std::string middle_above(double number) {
    const std::string a = print("%.1074f", number);
    const std::string b = print("%.1074f", std::nextafter(number, limits::infinity()));
    std::string sum(b.size(), '0');
    int carry = 0;
    for (std::size_t i = 0; i < b.size(); ++i) {
        const std::size_t position = b.size() - 1 - i;
        if (b[position] == '.') {
            sum[position] = '.';
            continue;
        }
        const int digit = (b[position] - '0') + (i < a.size() ? a[a.size() - 1 - i] - '0' : 0) + carry;
        sum[position] = static_cast<char>('0' + digit % 10);
        carry = digit / 10;
    }
    std::string half;
    int rest = carry;
    for (const char c : sum) {
        if (c == '.') {
            half += '.';
            continue;
        }
        const int digit = rest * 10 + (c - '0');
        half += static_cast<char>('0' + digit / 2);
        rest = digit % 2;
    }
    half += rest != 0 ? '5' : '0';
    const std::size_t first = half.find_first_not_of('0');
    return half[first] == '.' ? "0" + half.substr(first) : half.substr(first);
}

/// Subtracts one from the last significant digit.
std::string just_below(std::string text) {
    const std::size_t position = text.find_last_not_of("0.");
    --text[position];
    return text;
}

constexpr bool reads_as(std::string_view text, double expected) {
    const auto number = json::to_double(text);
    return number && bits_of(*number) == bits_of(expected);
}
static_assert(reads_as("0", 0.0) && reads_as("-0", -0.0) && reads_as("89.88", 89.88) && reads_as("-1e-2", -0.01));
static_assert(reads_as("9007199254740993", 9007199254740992.0) &&
              reads_as("9007199254740993.0000000000000000000000000001", 9007199254740994.0));
static_assert(reads_as("4.9406564584124654e-324", 4.9406564584124654e-324) && reads_as("2.4703282292062327e-324", 0.0));
static_assert(reads_as("2.2250738585072011e-308", 2.2250738585072011e-308) && reads_as("1.7976931348623157e308", (limits::max)()));
static_assert(json::to_double("1.7976931348623159e308").error().code == tc3::errc::out_of_range);
// Exponents that are small modulo 2^64. An overflow would not compile.
static_assert(json::to_double("1e18446744073709551617").error().code == tc3::errc::out_of_range &&
              reads_as("1e-18446744073709551617", 0.0));
static_assert(*json::to_int64("-9223372036854775808") == (std::numeric_limits<std::int64_t>::min)());
static_assert(*json::to_uint64("1844674407370955161.5e1") == (std::numeric_limits<std::uint64_t>::max)());
static_assert(json::is_number("-12.5E+7") && !json::is_number("01"));

constexpr bool writes(double number, std::string_view expected) {
    tc3::fixed_text<32> text;
    json::write_double(text, number);
    return text == expected;
}
static_assert(writes(0.1, "0.1") && writes(5e-324, "5e-324") && writes((limits::max)(), "1.7976931348623157e+308"));

}  // namespace

TEST_CASE("accepts the numbers of the JSON grammar only, and reports the first byte outside it") {
    constexpr std::size_t valid = std::string_view::npos;
    struct {
        std::string_view text;
        std::size_t error_position;
    } const cases[] = {
        {"0", valid},      {"-0", valid},
        {"10", valid},     {"-1", valid},
        {"0.0", valid},    {"0.05", valid},
        {"1e5", valid},    {"1E5", valid},
        {"1e+5", valid},   {"1e-5", valid},
        {"1e05", valid},   {"-0.0e-00", valid},
        {"1.5e10", valid}, {"123456789012345678901234567890", valid},
        {"", 0},           {"-", 1},
        {"+1", 0},         {".5", 0},
        {"-.5", 1},        {"01", 1},
        {"-01", 2},        {"00", 1},
        {"1.", 2},         {"1.e5", 2},
        {"1..5", 2},       {"1.5.", 3},
        {"1e", 2},         {"1e+", 3},
        {"1e+-5", 3},      {"1e5.0", 3},
        {"1e5e5", 3},      {"e5", 0},
        {"--1", 1},        {" 1", 0},
        {"1 ", 1},         {"1,5", 1},
        {"0x10", 1},       {"1_000", 1},
        {"NaN", 0},        {"inf", 0},
        {"-Infinity", 1},  {"1f", 1},
        {"\xd9\xa1", 0},   {std::string_view("1\0", 2), 1},
    };
    for (const auto& row : cases) {
        CAPTURE(row.text);
        CHECK(json::is_number(row.text) == (row.error_position == valid));
        if (row.error_position == valid) {
            CHECK(json::to_double(row.text));
            continue;
        }
        const tc3::error error{.code = tc3::errc::bad_number, .position = row.error_position};
        CHECK(json::to_double(row.text).error() == error);
        CHECK(json::to_int64(row.text).error() == error);
        CHECK(json::to_uint64(row.text).error() == error);
    }
}

TEST_CASE("reads integers exactly, in any spelling, up to their limits") {
    struct {
        std::string_view text;
        std::int64_t value;
    } const cases[] = {
        {"0", 0},
        {"-0", 0},
        {"0.000", 0},
        {"0e999999999999999999999999", 0},
        {"7", 7},
        {"-7", -7},
        {"1.0", 1},
        {"1e3", 1000},
        {"100E-2", 1},
        {"-12.50e1", -125},
        {"0.00012e5", 12},
        {"9007199254740993", 9007199254740993},
        {"9223372036854775807", 9223372036854775807},
        {"9223372036854775807.000", 9223372036854775807},
        {"-9223372036854775808", (std::numeric_limits<std::int64_t>::min)()},
        {"-9.223372036854775808e18", (std::numeric_limits<std::int64_t>::min)()},
    };
    for (const auto& row : cases) {
        CAPTURE(row.text);
        const auto number = json::to_int64(row.text);
        REQUIRE(number);
        CHECK(*number == row.value);
        if (row.value < 0) {
            CHECK(json::to_uint64(row.text).error().code == tc3::errc::out_of_range);
        } else {
            REQUIRE(json::to_uint64(row.text));
            CHECK(*json::to_uint64(row.text) == static_cast<std::uint64_t>(row.value));
        }
    }
    CHECK(*json::to_uint64("18446744073709551615") == 18446744073709551615U);
    CHECK(*json::to_uint64("1844674407370955161500e-2") == 18446744073709551615U);
    CHECK(*json::to_int64("1" + std::string(100000, '0') + "e-100000") == 1);
    CHECK(*json::to_int64("0." + std::string(100000, '0') + "1e100001") == 1);
}

TEST_CASE("rejects a fraction and a number outside the range of the type") {
    using enum tc3::errc;
    struct {
        std::string_view text;
        tc3::errc as_signed, as_unsigned;
    } const cases[] = {
        {"0.5", wrong_type, wrong_type},
        {"-0.5", wrong_type, wrong_type},
        {"123e-1", wrong_type, wrong_type},
        {"1e-999999999999999999999", wrong_type, wrong_type},
        {"-1", none, out_of_range},
        {"9223372036854775808", out_of_range, none},
        {"-9223372036854775809", out_of_range, out_of_range},
        {"18446744073709551616", out_of_range, out_of_range},
        {"18446744073709551620", out_of_range, out_of_range},
        {"99999999999999999999", out_of_range, out_of_range},
        {"100000000000000000000", out_of_range, out_of_range},
        {"1e20", out_of_range, out_of_range},
        {"1e999999999", out_of_range, out_of_range},
        {"-1e99999999999999999999999", out_of_range, out_of_range},
    };
    for (const auto& row : cases) {
        CAPTURE(row.text);
        const auto as_signed = json::to_int64(row.text);
        CHECK((as_signed ? none : as_signed.error().code) == row.as_signed);
        const auto as_unsigned = json::to_uint64(row.text);
        CHECK((as_unsigned ? none : as_unsigned.error().code) == row.as_unsigned);
    }
}

TEST_CASE("reads back random integers") {
    random_input random(11);
    for (int round = 0; round < 20000; ++round) {
        const std::uint64_t number = random.bits() >> random.number(0, 63);
        REQUIRE(*json::to_uint64(std::to_string(number)) == number);
        const auto negative = static_cast<std::int64_t>(number);
        REQUIRE(*json::to_int64(std::to_string(negative)) == negative);
    }
}

TEST_CASE("reads doubles at the extremes as the C library does") {
    for (const char* text : {
             "0",
             "-0",
             "-0.0e5",
             "0e99999999999999999999",
             "1e-99999999999999999999",
             "-1e-400",
             "1e-323",
             "2e-324",
             "3e-324",
             "2.4703282292062327208e-324",
             "2.4703282292062328e-324",
             "4.9406564584124654e-324",
             "7.4109846876186981626e-324",
             "2.2250738585072009e-308",
             "2.2250738585072011e-308",
             "2.2250738585072012e-308",
             "2.2250738585072014e-308",
             "1.7976931348623157e308",
             "1.7976931348623158e308",
             "1.79769313486231580793e308",
             "1.79769313486231580794e308",
             "1.7976931348623159e308",
             "2e308",
             "1e309",
             "1e310",
             "1e999999999",
             "-1e99999999999999999999",
             "1e18446744073709551617",
             "9007199254740991",
             "9007199254740992",
             "9007199254740993",
             "9007199254740995",
             "18446744073709551615",
             "18446744073709551616",
             "1e22",
             "1e23",
             "8.5e22",
             "0.1",
             "0.3",
             "123456789.123456789e-10",
             "6.02214076e23",
         }) {
        CAPTURE(text);
        CHECK(reads_as_c_library(text));
    }
}

TEST_CASE("ignores any number of leading and trailing zeros") {
    const std::string zeros(20000, '0');
    CHECK(*json::to_double("0." + zeros + "5e20000") == 0.5);
    CHECK(*json::to_double("5" + zeros + "e-20000") == 5);
    CHECK(*json::to_double("5." + zeros + "e0" + zeros) == 5);
    CHECK(*json::to_double("-0." + zeros) == 0);
    CHECK(json::to_double("5" + zeros).error().code == tc3::errc::out_of_range);
    CHECK(*json::to_double("5" + zeros + "1e-20001") == 5);
}

TEST_CASE("reads hundreds of digits at the lowest and highest magnitudes as the C library does") {
    for (const char digit : {'1', '2', '4', '9'}) {
        for (const std::size_t count : {769U, 770U, 771U, 772U, 1500U}) {
            const std::string digits = digit + std::string(count - 1, '9');
            for (const int magnitude : {-324, -323, -322, -307, 0, 308, 309, 310}) {
                const std::string text = digits + "e" + std::to_string(magnitude - static_cast<int>(count));
                CAPTURE(text);
                CHECK(reads_as_c_library(text));
            }
        }
    }
}

TEST_CASE("reads random doubles with 17 digits as the C library does") {
    random_input random(12);
    for (int round = 0; round < 20000; ++round) {
        REQUIRE(reads_as_c_library(print("%.17g", random_finite(random))));
        REQUIRE(reads_as_c_library(print("%.17g", random_edge_case(random))));
    }
}

TEST_CASE("reads random decimal texts as the C library does") {
    random_input random(13);
    for (int round = 0; round < 20000; ++round) {
        const std::size_t longest = round % 50 == 0 ? 900 : 25;
        std::string text = random.flip() ? "-" : "";
        text += static_cast<char>('1' + random.number(0, 8)) + random_digits(random, random.number(0, longest - 1));
        if (random.flip()) text += "." + random_digits(random, random.number(1, longest));
        if (random.number(0, 3) != 0) text += "e" + std::to_string(static_cast<int>(random.number(0, 699)) - 350);
        CAPTURE(text);
        REQUIRE(reads_as_c_library(text));
    }
}

TEST_CASE("reads subnormals as the C library does") {
    random_input random(14);
    for (int round = 0; round < 5000; ++round) {
        const std::uint64_t bits = (random.bits() & ((std::uint64_t{1} << 53) - 1)) >> random.number(0, 52);
        REQUIRE(reads_as_c_library(print("%.17g", double_of(bits))));
        REQUIRE(reads_as_c_library(random_digits(random, random.number(1, 20)).insert(0, "0.1") + "e-" +
                                   std::to_string(random.number(305, 326))));
    }
}

TEST_CASE("rounds the middle between two doubles to the even one, and a number beside it to the nearer one") {
    random_input random(15);
    for (int round = 0; round < 400; ++round) {
        double number = 0;
        switch (round % 4) {
            case 0: number = std::abs(random_finite(random)); break;
            case 1: number = random_edge_case(random); break;
            case 2: number = double_of(random.bits() >> (random.number(12, 63))); break;  // subnormal
            default: number = std::ldexp(static_cast<double>(random.bits() >> 11), static_cast<int>(random.number(0, 79)) - 100); break;
        }
        if (number == (limits::max)()) continue;
        const double next = std::nextafter(number, limits::infinity());
        const double even = bits_of(number) % 2 == 0 ? number : next;
        const std::string middle = middle_above(number);
        CAPTURE(middle);
        REQUIRE(*json::to_double(middle) == even);
        REQUIRE(*json::to_double(middle + "1") == next);
        REQUIRE(*json::to_double(middle + std::string(1000, '0') + "1") == next);
        REQUIRE(*json::to_double(just_below(middle)) == number);
        REQUIRE(*json::to_double(just_below(middle) + std::string(1000, '9')) == number);
    }
}

TEST_CASE("rejects the middle above the largest double as out of range") {
    std::string middle = print("%.0f", (limits::max)());
    const std::string quarter = print("%.0f", std::ldexp(1.0, 970));  // half the gap between the largest doubles
    int carry = 0;
    for (std::size_t i = 1; i <= middle.size(); ++i) {
        char& digit = middle[middle.size() - i];
        const int sum = (digit - '0') + (i <= quarter.size() ? quarter[quarter.size() - i] - '0' : 0) + carry;
        digit = static_cast<char>('0' + sum % 10);
        carry = sum / 10;
    }
    CHECK(json::to_double(middle).error().code == tc3::errc::out_of_range);
    CHECK(json::to_double("-" + middle).error().code == tc3::errc::out_of_range);
    CHECK(*json::to_double(just_below(middle) + ".9") == (limits::max)());
}

TEST_CASE("writes doubles as ECMAScript does, a negative zero with its sign, and infinities and NaN as null") {
    struct {
        double number;
        std::string_view text;
    } const cases[] = {
        {0.0, "0"},
        {-0.0, "-0"},
        {1, "1"},
        {-1.5, "-1.5"},
        {100, "100"},
        {0.1, "0.1"},
        {0.3, "0.3"},
        {0.1 + 0.2, "0.30000000000000004"},
        {89.88, "89.88"},
        {1e-6, "0.000001"},
        {-1.2345678901234567e-6, "-0.0000012345678901234567"},
        {1e-7, "1e-7"},
        {1.5e-7, "1.5e-7"},
        {123456789012345680000.0, "123456789012345680000"},
        {1e20, "100000000000000000000"},
        {1e21, "1e+21"},
        {1.5e300, "1.5e+300"},
        {9007199254740993.0, "9007199254740992"},
        {5e-324, "5e-324"},
        {-1.7976931348623157e308, "-1.7976931348623157e+308"},
        {2.2250738585072014e-308, "2.2250738585072014e-308"},
        {limits::infinity(), "null"},
        {-limits::infinity(), "null"},
        {limits::quiet_NaN(), "null"},
    };
    for (const auto& [number, text] : cases) CHECK(text_of(number) == text);
}

namespace {

[[maybe_unused]] std::string digits_of(std::string_view text) {
    std::string digits;
    for (const char c : text.substr(0, text.find('e'))) {
        if (c >= '0' && c <= '9') digits += c;
    }
    const std::size_t first = digits.find_first_not_of('0');
    const std::size_t last = digits.find_last_not_of('0');
    return first == std::string::npos ? "0" : digits.substr(first, last - first + 1);
}

/// Whether the text of a double is JSON, reads back in C as the same double, and has the digits of std::to_chars, if there is one.
bool writes_shortest(double number) {
    const std::string text = text_of(number);
    if (text.size() > 25 || !json::is_number(text)) return false;
    if (bits_of(nearest_double(text)) != bits_of(number)) return false;
#if defined(__cpp_lib_to_chars) || (defined(_LIBCPP_VERSION) && _LIBCPP_VERSION >= 14000)
    std::array<char, 64> expected{};
    const auto end = std::to_chars(expected.data(), expected.data() + expected.size(), number, std::chars_format::scientific).ptr;
    return digits_of(text) == digits_of(std::string_view(expected.data(), static_cast<std::size_t>(end - expected.data())));
#else
    return true;
#endif
}

}  // namespace

TEST_CASE("writes random doubles with the shortest digits that read back, and the nearest of these") {
    random_input random(16);
    for (int round = 0; round < 20000; ++round) {
        REQUIRE(writes_shortest(random_finite(random)));
        REQUIRE(writes_shortest(random_edge_case(random)));
        REQUIRE(writes_shortest(static_cast<double>(random.number(0, 99999)) / 100));
        REQUIRE(writes_shortest(static_cast<double>(random.bits() >> random.number(0, 63))));
    }
}

TEST_CASE("writes every power of two and of ten, and their neighbours, with the shortest digits") {
    for (int exponent = -1074; exponent <= 1023; ++exponent) {
        const double power = std::ldexp(1.0, exponent);
        REQUIRE(writes_shortest(power));
        REQUIRE(writes_shortest(std::nextafter(power, 0.0)));
        REQUIRE(writes_shortest(std::nextafter(power, 1e308)));
    }
    for (int exponent = -323; exponent <= 308; ++exponent) {
        const double power = nearest_double("1e" + std::to_string(exponent));
        REQUIRE(writes_shortest(power));
        REQUIRE(writes_shortest(std::nextafter(power, 0.0)));
        REQUIRE(writes_shortest(std::nextafter(power, 1.7e308)));
    }
}
