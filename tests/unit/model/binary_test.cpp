// SPDX-License-Identifier: MIT
// binary: owned and referenced bytes, raw and as base64.
#include "../../support/random.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <concepts>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using tc3::binary;
using tc3::errc;

static_assert(!std::convertible_to<std::string, binary> && !std::convertible_to<const char*, binary>);
static_assert(!std::constructible_from<binary, std::string> && !std::constructible_from<binary, std::string_view>);

TEST_CASE("raw_view() refers to the bytes of a view without a copy") {
    const std::string bytes = "\x01\x02\xff";
    const binary view = binary::raw_view(bytes);
    CHECK(view.data().data() == bytes.data());
    CHECK(view.size() == 3);
    CHECK_FALSE(view.is_base64());
    CHECK_FALSE(view.empty());
    CHECK(binary::raw_view("abc").data() == "abc");
    CHECK(binary::raw_view(std::string_view("a\0b", 3)).size() == 3);

    const std::vector<std::uint8_t> image{0x00, 0xff, 0x0a};
    CHECK(binary::raw_view(image).data() == std::string_view("\0\xff\n", 3));
}

TEST_CASE("raw() takes over a string") {
    std::string bytes(1000, '\xfe');
    const char* const address = bytes.data();
    const binary held = binary::raw(std::move(bytes));
    CHECK(held.data().data() == address);
    CHECK(held.size() == 1000);
    CHECK_FALSE(held.is_base64());
}

TEST_CASE("copies and moves keep their content after the source dies") {
    const std::string outside = "outside";
    for (const std::string& content : {std::string("in"), std::string(100, 'Q')}) {  // in place and on the heap
        for (const binary& first : {binary::raw(std::string(content)), binary::base64(content), binary::raw_view(outside), binary()}) {
            const std::string data(first.data());
            auto source = std::make_unique<binary>(first);
            binary copy = *source;
            binary moved = std::move(*source);
            source.reset();
            for (const binary* each : {&copy, &moved}) {
                CHECK(each->data() == data);
                CHECK(each->is_base64() == first.is_base64());
                CHECK(each->size() == first.size());
            }
            copy = moved;
            CHECK(copy.data() == data);
        }
    }
}

TEST_CASE("a value without bytes is empty") {
    CHECK(binary().empty());
    CHECK(binary::raw_view("").empty());
    CHECK(binary::base64("").empty());
    CHECK(binary().size() == 0);
    CHECK(binary().decode({}).value_or(1) == 0);
}

TEST_CASE("raw bytes and their base64 decode to equal bytes") {
    support::random_input random(31);
    for (std::size_t size = 0; size < 200; ++size) {
        const std::string bytes = random.bytes(size);
        std::string text;
        tc3::write_base64(text, std::string_view(bytes));
        for (const binary& value : {binary::raw_view(bytes), binary::raw(std::string(bytes)), binary::base64(text)}) {
            CHECK(value.size() == size);
            std::string decoded(size, '\0');
            CHECK(value.decode(decoded).value_or(~std::size_t{0}) == size);
            CHECK(decoded == bytes);
        }
    }
}

TEST_CASE("decode() reports the size needed if the buffer is too small") {
    char memory[3] = {};
    for (const binary& value : {binary::raw_view("abcd"), binary::base64("YWJjZA==")}) {
        const auto decoded = value.decode(memory);
        REQUIRE_FALSE(decoded);
        CHECK(decoded.error() == tc3::error{.code = errc::buffer_too_small, .part = "buffer", .needed = 4, .limit = 3});
    }
}

TEST_CASE("decode() accepts base64 with line ends, without padding and in the URL-safe alphabet, and size() is its size") {
    for (const std::string_view text : {"+/+/YQ==", "-_-_YQ", "+/+/\r\nYQ==\r\n", " -_ +/\tYQ= "}) {
        CAPTURE(text);
        const binary value = binary::base64(std::string(text));
        char memory[4] = {};
        CHECK(value.size() == 4);
        CHECK(value.decode(memory).value_or(0) == 4);
        CHECK(std::string_view(memory, 4) == "\xfb\xff\xbf\x61");
        CHECK(value.data() == text);
    }
}

TEST_CASE("decode() rejects text that is not base64") {
    char memory[100] = {};
    struct malformed_case {
        std::string_view text;
        errc code;
        std::size_t position;
    };
    const malformed_case cases[] = {
        {"A", errc::unexpected_end, 1},
        {"data:image/png;base64,AAAA", errc::data_prefix, tc3::error::no_position},
        {"https://example.com/a.png", errc::file_link, tc3::error::no_position},
        {"AAA.", errc::not_base64, 3},
        {"AB==CD==", errc::not_base64, 2},
    };
    for (const malformed_case& row : cases) {
        const auto decoded = binary::base64(std::string(row.text)).decode(memory);
        REQUIRE_FALSE(decoded);
        CHECK(decoded.error() == tc3::error{.code = row.code, .position = row.position});
    }
}
