// SPDX-License-Identifier: MIT
// line_sink: text of any bytes and in any pieces stays on one line, and keeps its size.
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
    std::array<char, 8> memory{};
    tc3::buffer_sink out(memory);
    tc3::line_sink line(out);
    line.append("a\r\nb");
    return out.view() == "a  b";
}
static_assert(works_at_compile_time());
static_assert(tc3::sink<tc3::line_sink<std::string>>);

}  // namespace

TEST_CASE("line_sink replaces each control character by a blank and keeps all other bytes") {
    for (int i = 0; i < 256; ++i) {
        const char c = static_cast<char>(i);
        const bool control = i < 32 || i == 127;
        CAPTURE(i);
        CHECK(one_line({&c, 1}) == std::string(1, control ? ' ' : c));
    }
}

TEST_CASE("line_sink writes one byte for each byte, whatever the pieces") {
    support::random_input random(1);
    for (int i = 0; i < 5000; ++i) {
        const std::string input = random.text(random.number(0, 20), std::string_view("a \n\r\t\0\x1b\x7f\xc3\xa9", 10));
        std::string expected = input;
        for (char& c : expected) c = tc3::ascii::is_control(c) ? ' ' : c;
        REQUIRE(one_line(input) == expected);
        REQUIRE(one_line(expected) == expected);

        std::string output;
        tc3::line_sink line(output);
        for (std::string_view rest = input; !rest.empty();) {
            const std::string_view piece = rest.substr(0, random.number(0, 5));
            line.append(piece);
            rest.remove_prefix(piece.size());
        }
        REQUIRE(output == expected);
    }
}

TEST_CASE("line_sink does not split a text without control characters") {
    struct counting_pieces {
        void append(std::string_view text) { count += text.empty() ? 0U : 1U; }
        std::size_t count = 0;
    };
    counting_pieces out;
    tc3::line_sink line(out);
    line.append("a message of the service, caf\xc3\xa9");
    CHECK(out.count == 1);
}
