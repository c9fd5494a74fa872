// SPDX-License-Identifier: MIT
// write_lower(): the text in lower case, whatever its size, its bytes and its sink.
#include "../../support/random.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace {

struct piece_list {
    void append(std::string_view text) { pieces.emplace_back(text); }
    std::vector<std::string> pieces;
};

std::string lower_case(std::string_view text) {
    std::string output;
    tc3::write_lower(output, text);
    return output;
}

constexpr bool works_at_compile_time() {
    std::array<char, 16> memory{};
    tc3::buffer_sink out(memory);
    tc3::write_lower(out, "Content-TYPE");
    return out.view() == "content-type";
}
static_assert(works_at_compile_time());

}  // namespace

TEST_CASE("write_lower() changes the letters A to Z and no other byte") {
    for (int i = 0; i < 256; ++i) {
        const char c = static_cast<char>(i);
        const bool upper = i >= 'A' && i <= 'Z';
        CAPTURE(i);
        const char lower = upper ? static_cast<char>(c + ('a' - 'A')) : c;
        CHECK(lower_case({&c, 1}) == std::string(1, lower));
        CHECK(lower_case(std::string(8, c)) == std::string(8, lower));
    }
}

TEST_CASE("write_lower() converts each character of a text of any size") {
    support::random_input random(1);
    for (std::size_t size = 0; size < 200; ++size) {
        const std::string input = random.bytes(size);
        std::string expected = input;
        for (char& c : expected) c = tc3::ascii::to_lower(c);
        const std::string output = lower_case(input);
        REQUIRE(output == expected);
        REQUIRE(lower_case(output) == output);
        REQUIRE(tc3::ascii::equal_lower(input, output));
    }
}

TEST_CASE("write_lower() writes full pieces of 32 characters and one shorter piece at the end") {
    for (std::size_t size = 0; size < 200; ++size) {
        piece_list out;
        tc3::write_lower(out, std::string(size, 'X'));
        REQUIRE(out.pieces.size() == (size + 31) / 32);
        for (std::size_t i = 0; i < out.pieces.size(); ++i) {
            const std::size_t rest = size - 32 * i;
            REQUIRE(out.pieces[i] == std::string(rest < 32 ? rest : 32, 'x'));
        }
    }
}

TEST_CASE("write_lower() writes the same text to an any_sink") {
    std::string output;
    tc3::sink_adapter adapted(output);
    tc3::write_lower(static_cast<tc3::any_sink&>(adapted), "X-TC-Action");
    CHECK(output == "x-tc-action");
}
