// SPDX-License-Identifier: MIT
// text_scanner: what each function takes, and that no character is lost.
#include "../../support/random.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

using tc3::text_scanner;

namespace {

constexpr std::string_view separators[] = {";", ", ", "aa", ";;"};

bool is_letter(char c) { return c == 'a' || c == 'b'; }

// Splits a text at each separator with std::string_view::find().
std::vector<std::string> split(std::string_view text, std::string_view separator) {
    std::vector<std::string> parts;
    for (std::size_t size = text.find(separator); size != std::string_view::npos; size = text.find(separator)) {
        parts.emplace_back(text.substr(0, size));
        text.remove_prefix(size + separator.size());
    }
    parts.emplace_back(text);
    return parts;
}

constexpr bool works_at_compile_time() {
    text_scanner text("TC3 a=1;b");
    return text.skip("TC3 ") && text.take_until("=") == "a" && text.take_while([](char c) { return c == '1'; }) == "1" && text.skip(";") &&
           text.take_part(";") == "b" && text.empty();
}
static_assert(works_at_compile_time());

}  // namespace

TEST_CASE("text_scanner takes the parts of a header in order") {
    text_scanner text("Digest user=me, realm=");
    CHECK_FALSE(text.skip("Basic "));
    CHECK(text.skip("Digest "));
    CHECK(text.take_until("=") == "user");
    CHECK(text.take_part(", ") == "me");
    CHECK(text.rest() == "realm=");
    CHECK(text.take_rest() == "realm=");
    CHECK(text.empty());
}

TEST_CASE("skip() skips a word exactly if the rest begins with it") {
    support::random_input random(1);
    for (int i = 0; i < 5000; ++i) {
        const std::string input = random.text(random.number(0, 6), "ab");
        const std::string word = random.text(random.number(0, 3), "ab");
        text_scanner text(input);
        const bool skipped = text.skip(word);
        REQUIRE(skipped == input.starts_with(word));
        REQUIRE(text.rest() == input.substr(skipped ? word.size() : 0));
    }
}

TEST_CASE("take_until() takes the text before the first separator, or nothing without one") {
    support::random_input random(2);
    for (int i = 0; i < 5000; ++i) {
        const std::string input = random.text(random.number(0, 10), "ab;, ");
        for (const std::string_view separator : separators) {
            text_scanner text(input);
            const std::optional<std::string_view> part = text.take_until(separator);
            const std::size_t position = input.find(separator);
            REQUIRE(part.has_value() == (position != std::string::npos));
            REQUIRE((part ? std::string(*part).append(separator).append(text.rest()) : std::string(text.rest())) == input);
            if (part) REQUIRE(part->size() == position);
        }
    }
}

TEST_CASE("take_part() splits a text at each separator, and the last part ends with the text") {
    support::random_input random(3);
    for (int i = 0; i < 5000; ++i) {
        const std::string input = random.text(random.number(0, 10), "ab;, ");
        for (const std::string_view separator : separators) {
            std::vector<std::string> expected = split(input, separator);
            if (expected.back().empty()) expected.pop_back();  // an empty rest has no further part
            text_scanner text(input);
            std::vector<std::string> parts;
            while (!text.empty()) parts.emplace_back(text.take_part(separator));
            REQUIRE(parts == expected);
        }
    }
}

TEST_CASE("take_while() takes the longest beginning of allowed characters") {
    support::random_input random(4);
    for (int i = 0; i < 5000; ++i) {
        const std::string input = random.text(random.number(0, 8), "ab;");
        text_scanner text(input);
        const std::string_view taken = text.take_while(is_letter);
        REQUIRE(std::string(taken).append(text.rest()) == input);
        REQUIRE(taken.find(';') == std::string_view::npos);
        REQUIRE((text.empty() || !is_letter(text.rest().front())));
    }
}

TEST_CASE("the parts of text_scanner refer to the text, not to copies") {
    const std::string_view input = "first;second;third";
    text_scanner text(input);
    CHECK(text.take_part(";").data() == input.data());
    CHECK(text.take_until(";")->data() == input.data() + 6);
    CHECK(text.take_rest().data() == input.data() + 13);
}
