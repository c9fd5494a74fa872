// SPDX-License-Identifier: MIT
// Hexadecimal: each byte has one valid form.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace {

std::string hex_of(const std::vector<std::uint8_t>& bytes) {
    std::string text;
    tc3::write_hex(text, bytes);
    return text;
}

constexpr std::array<char, 4> encoded_at_compile_time = tc3::to_hex(std::array<std::uint8_t, 2>{0x0f, 0xa9});
static_assert(std::string_view(encoded_at_compile_time.data(), 4) == "0fa9");

constexpr int decoded_at_compile_time(std::string_view text) {
    std::array<std::uint8_t, 1> byte{};
    return tc3::from_hex(text, byte) ? byte[0] : -1;
}
static_assert(decoded_at_compile_time("c3") == 0xc3);
static_assert(decoded_at_compile_time("C3") == -1);

struct piece_sizes {
    std::vector<std::size_t> sizes;
    void append(std::string_view text) { sizes.push_back(text.size()); }
};

}  // namespace

TEST_CASE("hex has two lower-case digits for each byte") {
    CHECK(hex_of({}) == "");
    CHECK(hex_of({0x00}) == "00");
    CHECK(hex_of({0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef, 0xff}) == "0123456789abcdefff");
}

TEST_CASE("hex of a SHA-256 hash is written as one piece, longer text in several") {
    piece_sizes pieces;
    tc3::write_hex(pieces, std::vector<std::uint8_t>(32));
    CHECK(pieces.sizes == std::vector<std::size_t>{64});
    tc3::write_hex(pieces, std::vector<std::uint8_t>(33));
    CHECK(pieces.sizes == std::vector<std::size_t>{64, 64, 2});
}

TEST_CASE("hex of every size decodes to the bytes that were encoded") {
    for (std::size_t size = 0; size < 300; ++size) {
        std::vector<std::uint8_t> bytes(size);
        for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<std::uint8_t>(i * 7 + size);
        const std::string text = hex_of(bytes);
        REQUIRE(text.size() == 2 * size);
        std::vector<std::uint8_t> decoded(size, 0x55);
        REQUIRE(tc3::from_hex(text, decoded));
        CHECK(decoded == bytes);
    }
}

TEST_CASE("hex decoding accepts only the digits 0-9 and a-f, in both positions") {
    for (int c = 0; c < 256; ++c) {
        const char digit = static_cast<char>(c);
        const bool allowed = c != 0 && std::string_view("0123456789abcdef").find(digit) != std::string_view::npos;
        std::array<std::uint8_t, 1> byte{};
        CAPTURE(c);
        CHECK(tc3::from_hex(std::string{digit, '0'}, byte) == allowed);
        CHECK(tc3::from_hex(std::string{'0', digit}, byte) == allowed);
    }
}

TEST_CASE("hex decoding rejects text without exactly two digits for each byte") {
    std::array<std::uint8_t, 2> bytes{};
    for (const std::string_view text : {"", "00", "000", "00000", "000000"}) CHECK_FALSE(tc3::from_hex(text, bytes));
    CHECK(tc3::from_hex("0000", bytes));
    CHECK(tc3::from_hex("", {}));
}

TEST_CASE("hex of every byte has its two digits, at any place in a text") {
    for (std::size_t offset = 0; offset < 9; ++offset) {
        std::vector<std::uint8_t> bytes(offset, 0);
        for (unsigned byte = 0; byte < 256; ++byte) bytes.push_back(static_cast<std::uint8_t>(byte));
        std::string text;
        tc3::write_hex(text, tc3::bytes_view(bytes).subspan(offset == 0 ? 0 : 1));
        std::string expected;
        for (const std::uint8_t byte : tc3::bytes_view(bytes).subspan(offset == 0 ? 0 : 1)) {
            expected += tc3::hex_digit(byte >> 4U);
            expected += tc3::hex_digit(byte);
        }
        CHECK(text == expected);
    }
}
