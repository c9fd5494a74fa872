// SPDX-License-Identifier: MIT
// equal_in_constant_time(): its result. Its time is not measured.
#include "../../support/random.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace {

bool equal(std::string_view a, std::string_view b) { return tc3::equal_in_constant_time<char>(a, b); }

constexpr bool works_at_compile_time() {
    constexpr std::array<std::uint8_t, 3> bytes{1, 2, 255};
    constexpr std::array<std::uint8_t, 3> same{1, 2, 255};
    constexpr std::array<std::uint8_t, 3> other{1, 2, 254};
    return tc3::equal_in_constant_time(std::span<const std::uint8_t>(bytes), std::span<const std::uint8_t>(same)) &&
           !tc3::equal_in_constant_time(std::span<const std::uint8_t>(bytes), std::span<const std::uint8_t>(other));
}
static_assert(works_at_compile_time());

}  // namespace

TEST_CASE("equal_in_constant_time() finds each change of a single bit") {
    support::random_input random(1);
    const std::string text = random.bytes(43);
    CHECK(equal(text, std::string(text)));
    for (std::size_t position = 0; position < text.size(); ++position) {
        for (unsigned bit = 0; bit < 8; ++bit) {
            std::string changed = text;
            changed[position] = static_cast<char>(static_cast<unsigned char>(changed[position]) ^ 1U << bit);
            REQUIRE_FALSE(equal(text, changed));
            REQUIRE_FALSE(equal(changed, text));
        }
    }
}

TEST_CASE("equal_in_constant_time() agrees with the comparison of strings") {
    support::random_input random(2);
    int equal_count = 0;
    for (int i = 0; i < 20000; ++i) {
        const std::string a = random.text(random.number(0, 4), std::string_view("a\0\xff", 3));
        const std::string b = random.text(random.number(0, 4), std::string_view("a\0\xff", 3));
        REQUIRE(equal(a, b) == (a == b));
        if (a == b) ++equal_count;
    }
    CHECK(equal_count > 100);
}

TEST_CASE("two changes never cancel each other in equal_in_constant_time()") {
    const std::string text(8, '\0');
    for (std::size_t first = 0; first < text.size(); ++first) {
        for (std::size_t second = 0; second < text.size(); ++second) {
            std::string changed = text;
            changed[first] = '\x5a';
            changed[second] = '\x5a';
            CHECK_FALSE(equal(text, changed));
        }
    }
}

TEST_CASE("equal_in_constant_time() compares every type of one byte, and empty sequences") {
    const std::array<std::byte, 2> bytes{std::byte{1}, std::byte{0xff}};
    const std::array<signed char, 2> numbers{1, -1};
    CHECK(tc3::equal_in_constant_time<std::byte>(bytes, bytes));
    CHECK_FALSE(tc3::equal_in_constant_time<std::byte>(bytes, std::span(bytes).first(1)));
    CHECK(tc3::equal_in_constant_time<signed char>(numbers, numbers));
    CHECK(equal("", ""));
    CHECK(equal({}, ""));
    CHECK_FALSE(equal("", "a"));
}
