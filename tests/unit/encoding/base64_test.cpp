// SPDX-License-Identifier: MIT
// Base64: the vectors of RFC 4648, a bit-by-bit reference, and the rule that each sequence of bytes has one valid text.
#include "../../support/random.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::string encode(std::string_view bytes) {
    std::string text;
    tc3::write_base64(text, bytes);
    return text;
}

std::string reference(std::string_view bytes) {
    std::string bits;
    for (const char byte : bytes) {
        for (int i = 7; i >= 0; --i) bits += (static_cast<unsigned char>(byte) >> i & 1) != 0 ? '1' : '0';
    }
    while (bits.size() % 6 != 0) bits += '0';
    std::string text;
    for (std::size_t i = 0; i < bits.size(); i += 6) text += alphabet[std::stoul(bits.substr(i, 6), nullptr, 2)];
    while (text.size() % 4 != 0) text += '=';
    return text;
}

struct decoded {
    std::string bytes;
    tc3::error error;
};

/// Decodes into memory of base64_decoded_size() bytes, and checks that the bytes after them do not change.
decoded decode(std::string_view text) {
    const std::size_t decoded_size = tc3::base64_decoded_size(text);
    std::string bytes(decoded_size, '\0');
    bytes += "guard";
    const auto size = tc3::decode_base64(text, std::span<char>(bytes.data(), decoded_size));
    CHECK(bytes.substr(decoded_size) == "guard");
    if (!size) return {"", size.error()};
    CHECK(*size == decoded_size);
    return {bytes.substr(0, decoded_size), {}};
}

constexpr bool round_trip_at_compile_time() {
    std::array<char, 8> text{};
    tc3::buffer_sink out(text);
    tc3::write_base64(out, std::string_view("M\xc3\xa9\xff"));
    std::array<char, 4> bytes{};
    const auto size = tc3::decode_base64(out.view(), bytes);
    return out.view() == "TcOp/w==" && size && *size == 4 && std::string_view(bytes.data(), 4) == "M\xc3\xa9\xff";
}
static_assert(round_trip_at_compile_time());
static_assert(tc3::base64_size(10) == 16);
static_assert(tc3::base64_decoded_size("TcOp/w==") == 4);

struct piece_sizes {
    std::vector<std::size_t> sizes;
    void append(std::string_view text) { sizes.push_back(text.size()); }
};

}  // namespace

TEST_CASE("base64 encodes and decodes the vectors of RFC 4648") {
    struct {
        std::string_view bytes, text;
    } const cases[] = {
        {"", ""},
        {"f", "Zg=="},
        {"fo", "Zm8="},
        {"foo", "Zm9v"},
        {"foob", "Zm9vYg=="},
        {"fooba", "Zm9vYmE="},
        {"foobar", "Zm9vYmFy"},
        {"\xfb\xff\xbf", "+/+/"},
    };
    for (const auto& [bytes, text] : cases) {
        CHECK(encode(bytes) == text);
        CHECK(decode(text).bytes == bytes);
    }
}

TEST_CASE("base64 of random bytes equals the reference, has the computed size, and decodes to the bytes") {
    support::random_input random(1);
    for (std::size_t size = 0; size < 450; ++size) {
        const std::string bytes = random.bytes(size);
        const std::string text = encode(bytes);
        REQUIRE(text == reference(bytes));
        CHECK(text.size() == tc3::base64_size(size));
        CHECK(tc3::base64_decoded_size(text) == size);
        CHECK(decode(text).bytes == bytes);
    }
}

TEST_CASE("base64 of bytes equals base64 of the same bytes as text") {
    const std::vector<std::uint8_t> bytes{0, 127, 128, 255};
    std::string text;
    tc3::write_base64(text, tc3::bytes_view(bytes));
    CHECK(text == encode(std::string_view("\0\x7f\x80\xff", 4)));
}

TEST_CASE("base64 is written in pieces of limited size") {
    constexpr std::size_t most = tc3::has_wide_registers ? 4096 : 256;
    piece_sizes pieces;
    tc3::write_base64(pieces, std::string_view());
    CHECK(pieces.sizes.empty());
    tc3::write_base64(pieces, std::string(most / 4 * 3 * 2 + 1, 'x'));
    CHECK(pieces.sizes == std::vector<std::size_t>{most, most, 4});
}

TEST_CASE("base64_size() does not overflow for the largest text") {
    constexpr std::size_t most = static_cast<std::size_t>(-1) / 4 * 3;
    CHECK(tc3::base64_size(most) == static_cast<std::size_t>(-1) / 4 * 4);
}

TEST_CASE("base64 decoding rejects malformed text at the position of the error") {
    using enum tc3::errc;
    struct {
        std::string_view text;
        tc3::errc code;
        std::size_t position;
    } const cases[] = {
        // incomplete groups
        {"Z", unexpected_end, 1},
        {"Zg", unexpected_end, 2},
        {"Zg=", unexpected_end, 3},
        {"Zm9vZ", unexpected_end, 5},
        {"Zm9vZm8", unexpected_end, 7},
        // characters that are not digits
        {"Zm9v\n", forbidden_character, 4},
        {"Zm9v Zm9v", forbidden_character, 4},
        {" Zm9v", forbidden_character, 0},
        {"Zm-_", forbidden_character, 2},
        {"Zm9\x80", forbidden_character, 3},
        {std::string_view("Zm\0v", 4), forbidden_character, 2},
        {"Zm9vZ!", forbidden_character, 5},
        // padding in the wrong place
        {"=", forbidden_character, 0},
        {"Z=", forbidden_character, 1},
        {"Z==", forbidden_character, 1},
        {"Z===", forbidden_character, 1},
        {"====", forbidden_character, 0},
        {"Zg=g", forbidden_character, 2},
        {"Zg==Zg==", forbidden_character, 2},
        {"Zm8=Zm8=", forbidden_character, 3},
        {"Zm9v=", forbidden_character, 4},
        {"Zm9v====", forbidden_character, 4},
        // unused bits
        {"Zh==", forbidden_character, 1},
        {"Zm9=", forbidden_character, 2},
    };
    for (const auto& row : cases) {
        CAPTURE(row.text);
        const tc3::error error = decode(row.text).error;
        CHECK(error.code == row.code);
        CHECK(error.position == row.position);
    }
}

TEST_CASE("base64 that was decoded is encoded as the same text") {
    support::random_input random(2);
    const std::string characters = std::string(alphabet) + "====" + "-_ \n";
    int accepted = 0;
    for (int round = 0; round < 20000; ++round) {
        std::string text(random.number(0, 12), 'A');
        for (char& c : text)
            c = random.number(0, 3) == 0 ? characters[random.number(0, characters.size() - 1)] : alphabet[random.number(0, 63)];
        const decoded result = decode(text);
        if (result.error.code != tc3::errc::none) continue;
        ++accepted;
        REQUIRE(encode(result.bytes) == text);
    }
    CHECK(accepted > 1000);
}

TEST_CASE("base64 decoding reports the needed size if the buffer is too small, and writes nothing after the buffer") {
    std::string bytes = "......";
    const auto cut = tc3::decode_base64("Zm9vYmE=", std::span<char>(bytes.data(), 4));
    REQUIRE_FALSE(cut);
    CHECK(cut.error() == tc3::error{.code = tc3::errc::buffer_too_small, .part = "buffer", .needed = 5, .limit = 4});
    const auto exact = tc3::decode_base64("Zm9vYmE=", std::span<char>(bytes.data(), 5));
    REQUIRE(exact);
    CHECK(bytes == "fooba.");
}
