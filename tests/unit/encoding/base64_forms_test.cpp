// SPDX-License-Identifier: MIT
// Base64 in the forms that programs have: what each is called, and what each decodes to. decode_base64() is the reference.
#include "../../support/random.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

using tc3::errc;

namespace {

constexpr std::size_t no_position = tc3::error::no_position;

struct decoded {
    std::string bytes = {};
    tc3::error error = {};
};

/// Decodes into memory of exactly the size that is stated before, and checks that the bytes after it do not change.
decoded decode(std::string_view text) {
    const std::size_t size = tc3::loose_base64_decoded_size(text);
    std::string bytes(size, '\0');
    bytes += "guard";
    const auto result = tc3::decode_loose_base64(text, std::span<char>(bytes.data(), size));
    CHECK(bytes.substr(size) == "guard");
    if (!result) return {.error = result.error()};
    CHECK(*result == size);
    return {.bytes = bytes.substr(0, size)};
}

decoded decode_strictly(std::string_view text) {
    std::string bytes(tc3::base64_decoded_size(text), '\0');
    const auto result = tc3::decode_base64(text, bytes);
    if (!result) return {.error = result.error()};
    return {.bytes = bytes};
}

std::string encode(std::string_view bytes) {
    std::string text;
    tc3::write_base64(text, bytes);
    return text;
}

std::string to_url_safe(std::string text) {
    for (char& c : text) c = c == '+' ? '-' : c == '/' ? '_' : c;
    return text;
}

std::string without_padding(const std::string& text) { return text.substr(0, text.find('=')); }

std::string with_blanks(support::random_input& random, const std::string& text) {
    constexpr std::string_view blanks[] = {"\r\n", "\n", " ", "\t", "\r", "\n\n"};
    std::string result;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (random.number(0, 4) == 0) result += blanks[random.number(0, 5)];
        if (i < text.size()) result += text[i];
    }
    return result;
}

/// Brings a text into the form that decode_base64() accepts, if decode_loose_base64() has to accept it. Written from its documentation.
std::string standard_form(std::string_view text) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string result;
    for (const char c : text) {
        if (std::string_view(" \t\r\n").find(c) == std::string_view::npos) result += c == '-' ? '+' : c == '_' ? '/' : c;
    }
    while (result.size() % 4 != 0) result += '=';
    const std::size_t end = result.find_last_not_of('=');
    if (end == std::string::npos) return result;
    const std::size_t value = digits.find(result[end]);
    if (value == std::string_view::npos) return result;
    if (end % 4 == 1) result[end] = digits[value & ~std::size_t{15}];  // two digits are one byte and four unused bits
    if (end % 4 == 2) result[end] = digits[value & ~std::size_t{3}];
    return result;
}

constexpr bool works_at_compile_time() {
    std::array<char, 4> bytes{};
    const auto size = tc3::decode_loose_base64("TcOp\n_w", bytes);
    return size && *size == 4 && std::string_view(bytes.data(), 4) == "M\xc3\xa9\xff" &&
           tc3::find_base64_error("TcOp_w").code == errc::url_safe;
}
static_assert(works_at_compile_time());

}  // namespace

TEST_CASE("find_base64_error() names the form of a text that is not standard base64, and its first wrong character") {
    using enum tc3::errc;
    struct {
        std::string_view text;
        errc code;
        std::size_t position;
    } const cases[] = {
        {"", none, no_position},
        {"Zg==", none, no_position},
        {"Zm8=", none, no_position},
        {"Zm9v", none, no_position},
        {"+/+/", none, no_position},
        // URLs
        {"data:image/jpeg;base64,/9j/", data_prefix, no_position},
        {"data:,", data_prefix, no_position},
        {"DATA:image/png;base64,iVBO\nRw==", data_prefix, no_position},
        {"\n data:image/png;base64,iVBO", data_prefix, no_position},
        {"https://example.com/a.jpg", file_link, no_position},
        {"http://example.com/a.jpg", file_link, no_position},
        {"HTTPS://EXAMPLE.COM/A", file_link, no_position},
        {" https://example.com/", file_link, no_position},
        {"cos://bucket/a.jpg", file_link, no_position},
        {"://", file_link, no_position},
        {"Data", none, no_position},
        {"metadata:", not_base64, 8},
        {"http:/", not_base64, 4},
        // line ends and blanks
        {"Zm9v\n", line_end, 4},
        {"Zm9v\r\nZm9v\r\n", line_end, 4},
        {" Zm9v", line_end, 0},
        {"Zm\t9v", line_end, 2},
        {"Zg==\n", line_end, 4},
        {"Zg=\n=", line_end, 3},
        {"Zm9v\nZg", line_end, 4},  // it lacks padding too
        {" ", line_end, 0},
        // the URL-safe alphabet
        {"Zm-_", url_safe, 2},
        {"Zm9v_w==", url_safe, 4},
        {"_w", url_safe, 0},
        {"-/-+", url_safe, 0},
        {"Zm_v\n", line_end, 4},  // before the alphabet
        // the end
        {"Zg", unpadded, 2},
        {"Zg=", unpadded, 3},
        {"Zm8", unpadded, 3},
        {"Zm9vZm8", unpadded, 7},
        {"Zh", unpadded, 2},
        {"Z", unexpected_end, 1},
        {"Zm9vZ", unexpected_end, 5},
        {"Zh==", not_base64, 1},  // unused bits
        {"Zm9vZm9=", not_base64, 6},
        // padding in the wrong place
        {"=", not_base64, 0},
        {"====", not_base64, 0},
        {"Z===", not_base64, 1},
        {"Zg===", not_base64, 2},
        {"Zm8==", not_base64, 3},
        {"Zm9v=", not_base64, 4},
        {"Zg=g", not_base64, 2},
        {"QQ==QUJD", not_base64, 2},
        // other characters, also after blanks and digits of the other alphabet
        {"\xff\xd8\xff\xe0", not_base64, 0},
        {std::string_view("Zm\0v", 4), not_base64, 2},
        {"Zm9\x80", not_base64, 3},
        {"\"Zm9v\"", not_base64, 0},
        {"%2B%2F", not_base64, 0},
        {"an image-file.jpg", not_base64, 13},
        {"Zg==.", not_base64, 4},
        {"Zm9v\v", not_base64, 4},
    };
    for (const auto& row : cases) {
        CAPTURE(row.text);
        CHECK(tc3::find_base64_error(row.text) == tc3::error{.code = row.code, .position = row.position});
        CHECK((decode_strictly(row.text).error.code == none) == (row.code == none));
    }
}

TEST_CASE("find_base64_error() finds an error wherever one character of a long text is wrong") {
    using enum tc3::errc;
    const std::string text = encode(std::string(3000, '\xfb'));
    for (std::size_t position = 0; position < text.size(); position += 7) {
        std::string wrong = text;
        wrong[position] = '.';
        CHECK(tc3::find_base64_error(wrong) == tc3::error{.code = not_base64, .position = position});
        wrong[position] = '\n';
        CHECK(tc3::find_base64_error(wrong) == tc3::error{.code = line_end, .position = position});
    }
}

TEST_CASE("decode_loose_base64() decodes random bytes from every form") {
    support::random_input random(41);
    for (std::size_t size = 0; size < 300; ++size) {
        const std::string bytes = random.bytes(size);
        const std::string standard = encode(bytes);
        for (const std::string& alphabet : {standard, to_url_safe(standard)}) {
            for (const std::string& text : {alphabet, without_padding(alphabet)}) {
                REQUIRE(decode(text).bytes == bytes);
                REQUIRE(decode(with_blanks(random, text)).bytes == bytes);
            }
        }
    }
}

TEST_CASE("decode_loose_base64() accepts these texts") {
    using enum tc3::errc;
    struct {
        std::string_view text, bytes;
    } const cases[] = {
        {"", ""},          {" \r\n\t", ""}, {"Zg==", "f"},
        {"Zg=", "f"},      {"Zg", "f"},     {"Zm8", "fo"},
        {"Z g = = ", "f"}, {"Zh==", "f"},                              // unused bits
        {"Zv", "f"},       {"Zm9", "fo"},   {"+/-_", "\xfb\xff\xbf"},  // both alphabets
    };
    for (const auto& row : cases) {
        CAPTURE(row.text);
        CHECK(decode(row.text).bytes == row.bytes);
        CHECK(decode(row.text).error.code == none);
    }
}

TEST_CASE("decode_loose_base64() rejects these texts at the position of the error") {
    using enum tc3::errc;
    struct {
        std::string_view text;
        errc code;
        std::size_t position;
    } const cases[] = {
        {"data:image/jpeg;base64,/9j/", data_prefix, no_position},
        {"\ndata:;base64,/9j/", data_prefix, no_position},
        {"https://example.com/a.jpg", file_link, no_position},
        {"Z", unexpected_end, 1},
        {"Zm9v\nZ\n", unexpected_end, 7},
        {"=", not_base64, 0},
        {"Z=", not_base64, 1},
        {"Zg===", not_base64, 2},
        {"Zm8==", not_base64, 3},
        {"Zm9v=", not_base64, 4},
        {"Zm9v\n=", not_base64, 5},
        {"QQ==QUJD", not_base64, 2},
        {"QQ=\n=QUJD", not_base64, 2},
        {"Zm9v.", not_base64, 4},
        {"Zg==\n.", not_base64, 5},
        {"Zm9v\v", not_base64, 4},
        {"\xff\xd8", not_base64, 0},
        {std::string_view("Zm9v\0", 5), not_base64, 4},
    };
    for (const auto& row : cases) {
        CAPTURE(row.text);
        CHECK(decode(row.text).error == tc3::error{.code = row.code, .position = row.position});
    }
}

TEST_CASE("decode_loose_base64() decodes a random text as decode_base64() decodes its standard form, and fails if that does") {
    using enum tc3::errc;
    support::random_input random(42);
    int strict = 0;
    int loose = 0;
    for (int round = 0; round < 30000; ++round) {
        std::string text = random.text(random.number(0, 11), "AZaz09+/QgwP");
        for (char& c : text) {
            if (random.number(0, 9) == 0) c = random.character("-_ \r\n\t=.:");
        }
        if (random.flip()) text += std::string(random.number(1, 2), '=');
        CAPTURE(text);
        const decoded expected = decode_strictly(standard_form(text));
        const decoded actual = decode(text);
        REQUIRE((actual.error.code == none) == (expected.error.code == none));
        REQUIRE(actual.bytes == expected.bytes);

        const decoded strictly = decode_strictly(text);
        REQUIRE((tc3::find_base64_error(text).code == none) == (strictly.error.code == none));
        if (strictly.error.code == none) REQUIRE(strictly.bytes == actual.bytes);
        strict += strictly.error.code == none ? 1 : 0;
        loose += actual.error.code == none ? 1 : 0;
    }
    CHECK(strict > 1000);
    CHECK(loose > 2 * strict);
}

TEST_CASE("decode_loose_base64() reports the needed size if the buffer is too small, and writes nothing after the buffer") {
    using enum tc3::errc;
    std::string bytes = "......";
    const auto cut = tc3::decode_loose_base64("Zm9v\nYmE", std::span<char>(bytes.data(), 4));
    REQUIRE_FALSE(cut);
    CHECK(cut.error() == tc3::error{.code = buffer_too_small, .part = "buffer", .needed = 5, .limit = 4});
    REQUIRE(tc3::decode_loose_base64("Zm9v\nYmE", std::span<char>(bytes.data(), 5)));
    CHECK(bytes == "fooba.");
}
