// SPDX-License-Identifier: MIT
// Percent-encoding: which bytes are escaped, and which escapes are valid.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

namespace {

constexpr std::string_view unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

std::string encode(std::string_view text) {
    std::string out;
    tc3::write_percent(out, text);
    return out;
}

std::string decode(std::string_view text) {
    std::string out;
    CHECK(tc3::decode_percent(out, text));
    return out;
}

constexpr bool round_trip_at_compile_time() {
    std::array<char, 16> encoded{};
    tc3::buffer_sink text(encoded);
    tc3::write_percent(text, "a b\xff");
    std::array<char, 16> decoded{};
    tc3::buffer_sink bytes(decoded);
    return text.view() == "a%20b%FF" && tc3::decode_percent(bytes, text.view()) && bytes.view() == "a b\xff";
}
static_assert(round_trip_at_compile_time());

}  // namespace

TEST_CASE("write_percent() keeps unreserved characters and escapes all other bytes with upper-case digits") {
    for (int i = 0; i < 256; ++i) {
        const char c = static_cast<char>(i);
        const bool is_unreserved = i != 0 && unreserved.find(c) != std::string_view::npos;
        const std::string_view digits = "0123456789ABCDEF";
        const std::string escape{'%', digits[static_cast<std::size_t>(i / 16)], digits[static_cast<std::size_t>(i % 16)]};
        CAPTURE(i);
        CHECK(tc3::is_unreserved(c) == is_unreserved);
        CHECK(encode(std::string(1, c)) == (is_unreserved ? std::string(1, c) : escape));
    }
}

TEST_CASE("percent-encoding encodes and decodes whole texts") {
    struct {
        std::string_view text, encoded;
    } const cases[] = {
        {"", ""},           {"plain-text_1.0~", "plain-text_1.0~"}, {"a b+c", "a%20b%2Bc"}, {"/path?x=1&y=2", "%2Fpath%3Fx%3D1%26y%3D2"},
        {"100%", "100%25"}, {"\xe4\xb8\xad", "%E4%B8%AD"},
    };
    for (const auto& [text, encoded] : cases) {
        CHECK(encode(text) == encoded);
        CHECK(decode(encoded) == text);
    }
}

TEST_CASE("decode_percent() accepts digits of either case and keeps other characters, such as plus signs") {
    CHECK(decode("%e4%B8%aD") == "\xe4\xb8\xad");
    CHECK(decode("a+b c/\xff") == "a+b c/\xff");
    CHECK(decode("%2541") == "%41");
    CHECK(decode("%00") == std::string(1, '\0'));
}

TEST_CASE("decode_percent() rejects an escape without two digits") {
    for (const std::string_view text : {"%", "a%", "%4", "%4g", "%g4", "%%41", "%-1", "% 1", "%+1", "%4%", "ok%41%"}) {
        CAPTURE(text);
        std::string out;
        CHECK_FALSE(tc3::decode_percent(out, text));
    }
    std::string out;
    CHECK_FALSE(tc3::decode_percent(out, std::string_view("ab%41%42").substr(0, 7)));
    CHECK_FALSE(tc3::decode_percent(out, std::string_view("%41").substr(0, 1)));
    CHECK(out == "abA");
}
