// SPDX-License-Identifier: MIT
// line_sink: text in pieces of whole characters gives the line of the whole text.
#include "../../support/random.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace {

std::string one_line(std::string_view text) {
    std::string output;
    tc3::line_sink line(output);
    line.append(text);
    return output;
}

constexpr bool works_at_compile_time() {
    std::array<char, 16> memory{};
    tc3::buffer_sink out(memory);
    tc3::line_sink line(out);
    line.append("a\r\nb");
    return out.view() == "a\\u{d}\\u{a}b";
}
static_assert(works_at_compile_time());
static_assert(tc3::sink<tc3::line_sink<std::string>>);

}  // namespace

TEST_CASE("line_sink writes pieces of whole characters as the whole text") {
    constexpr std::string_view characters[] = {
        "a", " ", "\n", "\x1b", "\xc3\xa9", "\xc2\x85", "\xe2\x80\xae", "\xe4\xbd\xa0", "\xf0\x9f\x98\x80"};
    support::random_input random(1);
    for (int i = 0; i < 5000; ++i) {
        std::string text, output;
        tc3::line_sink line(output);
        for (std::size_t pieces = random.number(0, 6); pieces != 0; --pieces) {
            std::string piece;
            for (std::size_t size = random.number(0, 4); size != 0; --size)
                piece += characters[random.number(0, std::size(characters) - 1)];
            line.append(piece);
            text += piece;
        }
        REQUIRE(output == one_line(text));
    }
}

TEST_CASE("line_sink passes no byte of a character that is split between two pieces") {
    std::string output;
    tc3::line_sink line(output);
    line.append("a\xe2\x80");
    line.append("\xae z");
    CHECK(output == "a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd z");
}

TEST_CASE("line_sink does not split a text that can be printed") {
    struct counting_pieces {
        void append(std::string_view) { ++count; }
        std::size_t count = 0;
    };
    counting_pieces out;
    tc3::line_sink line(out);
    line.append("a message of the service, caf\xc3\xa9");
    CHECK(out.count == 1);
    line.append("");
    CHECK(out.count == 1);
}
