// SPDX-License-Identifier: MIT
// Base 64, base 16, percent-encoding and UTF-8 over any bytes, there and back, and against the plain ones of reference.hpp.
#include "reference.hpp"
#include "target.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

using fuzz::require;

namespace {

std::string base64(std::string_view bytes) {
    std::string text, same;
    tc3::write_base64(text, bytes);
    tc3::write_base64(same, tc3::as_bytes(bytes));
    require(text == same, "a text and its bytes have one base64");
    require(text.size() == tc3::base64_size(bytes.size()), "base64_size() is the size");
    return text;
}

/// In memory of exactly the size that is asked for.
tc3::result<std::string, tc3::error> from_base64(std::string_view text, std::size_t size) {
    std::vector<char> memory(size);
    const auto decoded = tc3::decode_base64(text, memory);
    if (!decoded) return tc3::unexpected(decoded.error());
    require(*decoded <= size, "no more is decoded than there is room");
    return std::string(memory.data(), *decoded);
}

void base64_goes_there_and_back(std::string_view bytes) {
    const std::string text = base64(bytes);
    require(text == reference::base64(bytes), "base64 is that of the reference");
    require(tc3::base64_decoded_size(text) == bytes.size(), "base64_decoded_size() is the size");
    const auto decoded = from_base64(text, bytes.size());
    require(decoded && *decoded == bytes, "base64 comes back");
    if (bytes.empty()) return;
    const auto not_stored = from_base64(text, bytes.size() - 1);
    require(!not_stored && not_stored.error().code == tc3::errc::buffer_too_small, "too small a buffer is refused");
    require(not_stored.error().needed == bytes.size() && not_stored.error().limit == bytes.size() - 1,
            "and the size that is needed is told");
}

void any_text_is_base64_or_not(std::string_view text) {
    const auto decoded = from_base64(text, tc3::base64_decoded_size(text));
    const auto expected = reference::from_base64(text);
    require(decoded.has_value() == expected.has_value(), "the reference takes the same texts");
    if (decoded) {
        require(*decoded == *expected, "the reference decodes the same bytes");
        require(decoded->size() == tc3::base64_decoded_size(text), "the size of a well-formed text is known beforehand");
        require(base64(*decoded) == text, "bytes have one text only");
        return;
    }
    const tc3::error error = decoded.error();
    if (error.code == tc3::errc::unexpected_end) {
        require(text.size() % 4 != 0 && error.position == text.size(), "a text that is cut short ends within a group");
    } else {
        require(error.code == tc3::errc::forbidden_character && error.position < text.size(), "a forbidden character lies in the text");
        require(reference::from_base64(text.substr(0, error.position / 4 * 4)).has_value(), "the groups before it are well-formed");
    }
}

void binary_fields_agree(std::string_view bytes) {
    const tc3::binary raw = tc3::binary::raw(bytes);
    const tc3::binary encoded = tc3::binary::base64(base64(bytes));
    require(raw.size() == bytes.size() && encoded.size() == bytes.size(), "a field knows its size in either form");
    std::vector<char> memory(bytes.size());
    const auto decoded = encoded.decode(memory);
    require(decoded && std::string_view(memory.data(), *decoded) == bytes, "a field comes back from base64");
    const auto copied = raw.decode(memory);
    require(copied && std::string_view(memory.data(), *copied) == bytes, "a field comes back from bytes");
}

void hex_goes_there_and_back(std::string_view bytes) {
    std::string text;
    tc3::write_hex(text, tc3::as_bytes(bytes));
    std::vector<std::uint8_t> memory(bytes.size());
    require(text.size() == 2 * bytes.size() && tc3::from_hex(text, memory), "hex can be read");
    require(tc3::as_text(std::span(memory)) == bytes, "hex comes back");

    memory.resize(bytes.size() / 2);
    const bool digits = bytes.size() % 2 == 0 && bytes.find_first_not_of("0123456789abcdef") == std::string_view::npos;
    require(tc3::from_hex(bytes, memory) == digits, "hex is an even number of lower-case digits");
    if (!digits) return;
    text.clear();
    tc3::write_hex(text, memory);
    require(text == bytes, "hex is written as it was read");
}

/// Without escapes; up to the first that is none.
std::string without_escapes(std::string_view text, bool& good) {
    std::string decoded;
    good = true;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            decoded += text[i];
            continue;
        }
        const std::string_view digits = text.substr(i + 1, 2);
        good = digits.size() == 2 && digits.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
        if (!good) return decoded;
        decoded += static_cast<char>(std::stoi(std::string(digits), nullptr, 16));
        i += 2;
    }
    return decoded;
}

void percent_encoding_goes_there_and_back(std::string_view text) {
    std::string encoded, decoded;
    tc3::write_percent(encoded, text);
    require(encoded == reference::percent(text), "percent-encoding is that of the reference");
    require(tc3::decode_percent(decoded, encoded) && decoded == text, "percent-encoding comes back");

    bool good = false;
    const std::string expected = without_escapes(text, good);
    decoded.clear();
    require(tc3::decode_percent(decoded, text) == good && decoded == expected, "any text is decoded as by the reference");
}

void utf8_is_told(std::string_view text) {
    for (std::size_t from = 0; from <= text.size() && from < 9; ++from) {  // words begin elsewhere each time
        const std::string_view rest = text.substr(from);
        require(tc3::find_invalid_utf8(rest) == reference::find_invalid_utf8(rest), "UTF-8 ends where the reference says");
    }
    char32_t character = 0;
    for (const char c : text.substr(0, 3)) character = character * 256 + static_cast<unsigned char>(c);
    std::string written;
    tc3::write_utf8(written, character);
    require(reference::utf8_character(written) == written.size(), "any number is written as one character");
    const bool none = character > 0x10ffff || (character >= 0xd800 && character <= 0xdfff);
    require((written == "\xef\xbf\xbd") == (none || character == 0xfffd), "U+FFFD stands for what is no character");
}

}  // namespace

void fuzz::run(std::string_view input) {
    base64_goes_there_and_back(input);
    any_text_is_base64_or_not(input);
    binary_fields_agree(input);
    hex_goes_there_and_back(input);
    percent_encoding_goes_there_and_back(input);
    utf8_is_told(input);
}
