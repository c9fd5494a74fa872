// SPDX-License-Identifier: MIT
// Sinks: order of the pieces, size and limits; write_decimal().
#include "../../support/random.hpp"
#include "../../support/tee_sink.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace {

struct piece_list {
    void append(std::string_view text) { pieces.emplace_back(text); }
    std::vector<std::string> pieces;
};

struct appends_numbers {
    void append(int) {}
};

template <class Integer>
std::string decimal(Integer number) {
    std::string text;
    tc3::write_decimal(text, number);
    return text;
}

template <class Integer>
void compare_limits_with_to_string() {
    using limits = std::numeric_limits<Integer>;
    for (const Integer number :
         {Integer{0}, Integer{1}, Integer{9}, Integer{10}, Integer{99}, Integer{100}, (limits::min)(), (limits::max)()}) {
        CHECK(decimal(number) == std::to_string(number));
    }
}

}  // namespace

static_assert(tc3::sink<std::string>);
static_assert(tc3::sink<piece_list>);
static_assert(tc3::sink<tc3::counting_sink>);
static_assert(tc3::sink<tc3::buffer_sink>);
static_assert(tc3::sink<tc3::any_sink>);
static_assert(tc3::sink<support::tee_sink<std::string, piece_list>>);
static_assert(!tc3::sink<appends_numbers>);

TEST_CASE("gathering_sink passes all text on, in order and in few pieces") {
    for (const std::size_t size : {1U, 7U, 100U, 319U, 320U, 321U, 1000U}) {
        piece_list pieces;
        tc3::gathering_sink_of<piece_list> out(pieces);
        std::string expected;
        for (std::size_t i = 0; i < 10; ++i) {
            const std::string text(i % 3 == 2 ? size : i, static_cast<char>('a' + i));
            out.append(text);
            expected += text;
        }
        tc3::flush_gathered(out);
        std::string joined;
        for (const std::string& piece : pieces.pieces) joined += piece;
        CHECK(joined == expected);
        if (tc3::has_wide_registers && expected.size() <= 320) CHECK(pieces.pieces.size() == 1);
    }
}

TEST_CASE("a sink without memory for a text has none to claim") {
    std::string text;
    tc3::sink_adapter out(text);
    CHECK(out.claim(1) == nullptr);
    tc3::gathering_sink gathering(text);
    CHECK(gathering.claim(1000) == nullptr);
    tc3::flush_gathered(gathering);
    CHECK(text.empty());
}

TEST_CASE("counting_sink adds up the sizes of its pieces") {
    tc3::counting_sink count;
    count.append("abc");
    count.append("");
    count.append("de");
    CHECK(count.size() == 5);
}

TEST_CASE("buffer_sink keeps what fits and counts the rest") {
    const std::string_view text = "0123456789";
    for (std::size_t capacity = 0; capacity <= text.size() + 1; ++capacity) {
        for (std::size_t split = 0; split <= text.size(); ++split) {
            std::string memory(capacity + 1, '#');
            tc3::buffer_sink out(std::span(memory.data(), capacity));
            out.append(text.substr(0, split));
            out.append(text.substr(split));
            CHECK(out.needed() == text.size());
            CHECK(out.complete() == (capacity >= text.size()));
            CHECK(out.view() == text.substr(0, capacity));
            CHECK(memory[capacity] == '#');
        }
    }
}

TEST_CASE("buffer_sink without memory only counts") {
    tc3::buffer_sink out({});
    out.append("abc");
    CHECK(out.needed() == 3);
    CHECK_FALSE(out.complete());
    CHECK(out.view().empty());
}

TEST_CASE("tee_sink writes each piece to both sinks, in order") {
    std::string first;
    piece_list second;
    support::tee_sink both(first, second);
    both.append("ab");
    both.append("c");
    CHECK(first == "abc");
    CHECK(second.pieces == std::vector<std::string>{"ab", "c"});
}

TEST_CASE("a function that takes any_sink writes to every kind of sink") {
    const auto write = [](tc3::any_sink& out) {
        out.append("literal, ");
        out.append(std::string_view("text\0with a zero", 16));
        out.append("");
    };
    std::string text;
    tc3::sink_adapter to_text(text);
    write(to_text);
    CHECK(text == std::string("literal, text\0with a zero", 25));

    piece_list pieces;
    tc3::sink_adapter to_pieces(pieces);
    tc3::sink_adapter to_adapter(static_cast<tc3::any_sink&>(to_pieces));  // any_sink is a sink
    write(to_adapter);
    CHECK(pieces.pieces == std::vector<std::string>{"literal, ", std::string("text\0with a zero", 16), ""});
}

TEST_CASE("any_sink works at compile time") {
    constexpr auto length = [] {
        tc3::counting_sink count;
        tc3::sink_adapter to(count);
        tc3::write_decimal(static_cast<tc3::any_sink&>(to), -1234567890123LL);
        return count.size();
    };
    static_assert(length() == 14);
}

TEST_CASE("write_decimal() agrees with std::to_string()") {
    compare_limits_with_to_string<int>();
    compare_limits_with_to_string<unsigned>();
    compare_limits_with_to_string<short>();
    compare_limits_with_to_string<signed char>();
    compare_limits_with_to_string<unsigned char>();
    compare_limits_with_to_string<std::int64_t>();
    compare_limits_with_to_string<std::uint64_t>();

    support::random_input random(1);
    for (int i = 0; i < 20000; ++i) {
        const std::uint64_t number = random.bits() >> random.number(0, 63);
        REQUIRE(decimal(number) == std::to_string(number));
        const auto negative = static_cast<std::int64_t>(~number);
        REQUIRE(decimal(negative) == std::to_string(negative));
    }
}

TEST_CASE("sinks work at compile time, with write_decimal() and write_char()") {
    constexpr bool written = [] {
        std::array<char, 8> memory{};
        tc3::buffer_sink buffer(memory);
        tc3::counting_sink count;
        support::tee_sink both(buffer, count);
        tc3::write_decimal(both, -12345);
        tc3::write_char(both, '.');
        return buffer.view() == "-12345." && count.size() == 7;
    }();
    static_assert(written);
}
