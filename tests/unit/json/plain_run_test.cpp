// SPDX-License-Identifier: MIT
// The search for the end of a plain run, compared with a loop over bytes: all sizes, alignments, bytes and places.
#include "../../support/random.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace detail = tc3::json::detail;

detail::plain_run reference(std::string_view text) {
    detail::plain_run run;
    while (run.size < text.size() && detail::is_plain(text[run.size])) {
        if (static_cast<unsigned char>(text[run.size]) > 0x7f) run.ascii = false;
        ++run.size;
    }
    return run;
}

/// Returns whether find_plain_run() and find_plain_end() are right for this text in memory of exactly its size, so that sanitizers find an
/// access outside.
bool is_right_for(std::string_view text, std::size_t offset) {
    std::vector<char> memory(offset);
    memory.insert(memory.end(), text.begin(), text.end());
    const detail::plain_run found = detail::find_plain_run({memory.data() + offset, text.size()});
    const detail::plain_run expected = reference(text);
    if (found.size != expected.size || found.ascii != expected.ascii) return false;
    const bool is_plain_string = expected.ascii && expected.size != text.size() && text[expected.size] == '"';
    return detail::find_plain_end({memory.data() + offset, text.size()}) == (is_plain_string ? expected.size : text.size());
}

}  // namespace

TEST_CASE("a plain run ends at any byte that needs an escape, wherever it is") {
    support::random_input random(31);
    for (const std::size_t size : {1U, 15U, 16U, 17U, 40U, 64U, 80U, 130U, 300U}) {
        const std::string text = random.text(size, "abcdefgh 0123");
        for (int byte = 0; byte < 256; ++byte) {
            for (std::size_t position = 0; position < size; ++position) {
                std::string changed = text;
                changed[position] = static_cast<char>(byte);
                if (!is_right_for(changed, random.number(0, 40))) FAIL("byte ", byte, " at ", position, " of ", size);
            }
        }
    }
}

TEST_CASE("a plain run of any size is as long and as much ASCII as a loop over its bytes finds") {
    support::random_input random(32);
    for (std::size_t size = 0; size < 600; ++size) {
        for (int round = 0; round < 20; ++round) {
            std::string text = random.text(size, "abcdefgh 0123");
            for (std::size_t changes = size == 0 ? 0 : random.number(0, 2); changes != 0; --changes)
                text[random.number(0, size - 1)] = random.character(std::string_view("\"\\\x00\x1f\x20\x7f\x80\xff", 8));
            if (!is_right_for(text, random.number(0, 40))) FAIL("size ", size, ", round ", round);
        }
    }
}

TEST_CASE("a long plain run is found whole") {
    support::random_input random(33);
    std::string text = random.text(100'003, "abcdefgh 0123");
    CHECK(detail::find_plain_run(text).size == text.size());
    CHECK(detail::find_plain_run(text).ascii);
    text[99'990] = '\x80';
    CHECK(detail::find_plain_run(text).size == text.size());
    CHECK_FALSE(detail::find_plain_run(text).ascii);
    text[80'001] = '"';
    CHECK(detail::find_plain_run(text).size == 80'001);
    CHECK(detail::find_plain_run(text).ascii);
}
