// SPDX-License-Identifier: MIT
// Base64, hex, percent-encoding and UTF-8 with any bytes: round trips, and comparison with the implementations of reference.hpp.
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
    std::string text, text_of_bytes;
    tc3::write_base64(text, bytes);
    tc3::write_base64(text_of_bytes, tc3::as_bytes(bytes));
    require(text == text_of_bytes, "a text and its bytes have the same base64");
    require(text.size() == tc3::base64_size(bytes.size()), "base64_size() is the size of the text");
    return text;
}

/// Decodes into memory of exactly `size` bytes.
tc3::result<std::string, tc3::error> from_base64(std::string_view text, std::size_t size) {
    std::vector<char> memory(size);
    const auto decoded = tc3::decode_base64(text, memory);
    if (!decoded) return tc3::unexpected(decoded.error());
    require(*decoded <= size, "no more bytes are decoded than fit");
    return std::string(memory.data(), *decoded);
}

void check_base64_of_bytes(std::string_view bytes) {
    const std::string text = base64(bytes);
    require(text == reference::base64(bytes), "base64 is that of the reference");
    require(tc3::base64_decoded_size(text) == bytes.size(), "base64_decoded_size() is the number of bytes");
    const auto decoded = from_base64(text, bytes.size());
    require(decoded && *decoded == bytes, "base64 is decoded to the same bytes");
    if (bytes.empty()) return;
    const auto too_small = from_base64(text, bytes.size() - 1);
    require(!too_small && too_small.error().code == tc3::errc::buffer_too_small, "a buffer that is too small is an error");
    require(too_small.error().needed == bytes.size() && too_small.error().limit == bytes.size() - 1,
            "the error has the size that is needed");
}

void check_base64_text(std::string_view text) {
    const auto decoded = from_base64(text, tc3::base64_decoded_size(text));
    const auto expected = reference::from_base64(text);
    require(decoded.has_value() == expected.has_value(), "tc3 and the reference accept the same texts");
    if (decoded) {
        require(*decoded == *expected, "the reference decodes the same bytes");
        require(decoded->size() == tc3::base64_decoded_size(text), "base64_decoded_size() is exact for a valid text");
        require(base64(*decoded) == text, "a valid text is the only one for its bytes");
        return;
    }
    const tc3::error error = decoded.error();
    if (error.code == tc3::errc::unexpected_end) {
        require(text.size() % 4 != 0 && error.position == text.size(), "unexpected_end is at the end of a text with an incomplete group");
    } else {
        require(error.code == tc3::errc::forbidden_character && error.position < text.size(),
                "any other error is a forbidden character inside the text");
        require(reference::from_base64(text.substr(0, error.position / 4 * 4)).has_value(), "the groups before it are valid");
    }
}

/// Decodes into memory of exactly the size that is stated before.
tc3::result<std::string, tc3::error> from_loose_base64(std::string_view text) {
    std::vector<char> memory(tc3::loose_base64_decoded_size(text));
    const auto decoded = tc3::decode_loose_base64(text, memory);
    if (!decoded) return tc3::unexpected(decoded.error());
    require(*decoded == memory.size(), "loose_base64_decoded_size() is the number of bytes");
    return std::string(memory.data(), *decoded);
}

/// Returns the base64 of bytes in another form. The bytes choose the form.
std::string in_another_form(std::string_view bytes) {
    const std::uint64_t choice = fuzz::hash_of(bytes);
    std::string text;
    for (const char c : base64(bytes)) {
        const bool is_url_safe = (choice & 1U) != 0;
        if (c == '=' && (choice & 2U) != 0) continue;
        text += is_url_safe && c == '+' ? '-' : is_url_safe && c == '/' ? '_' : c;
        if ((choice >> (2 + text.size() % 60) & 1U) != 0) text += " \r\n\t"[text.size() % 4];
    }
    return text;
}

void check_base64_forms(std::string_view text) {
    const tc3::error wrong = tc3::find_base64_error(text);
    const bool is_standard = reference::from_base64(text).has_value();
    require((wrong.code == tc3::errc::none) == is_standard, "find_base64_error() accepts standard base64 only");
    require(wrong.position == tc3::error::no_position || wrong.position <= text.size(), "its position is inside the text or at its end");

    const auto decoded = from_loose_base64(text);
    const auto expected = reference::from_loose_base64(text);
    require(decoded.has_value() == expected.has_value(), "tc3 and the reference accept the same forms");
    if (decoded) require(*decoded == *expected, "the reference decodes the same bytes from any form");
    if (decoded) return;
    require(!is_standard, "standard base64 is a form of base64");
    const tc3::error error = decoded.error();
    require(error.position == tc3::error::no_position || error.position <= text.size(), "the error is inside the text or at its end");
}

void check_base64_forms_of(std::string_view bytes) {
    const auto decoded = from_loose_base64(in_another_form(bytes));
    require(decoded && *decoded == bytes, "bytes are decoded from another form of their base64");
}

void check_binary_fields(std::string_view bytes) {
    const tc3::binary raw = tc3::binary::raw_view(bytes);
    const tc3::binary encoded = tc3::binary::base64(base64(bytes));
    require(raw.size() == bytes.size() && encoded.size() == bytes.size(), "size() of a field is the number of bytes in both forms");
    std::vector<char> memory(bytes.size());
    const auto decoded = encoded.decode(memory);
    require(decoded && std::string_view(memory.data(), *decoded) == bytes, "a field with base64 is decoded to the bytes");
    const auto copied = raw.decode(memory);
    require(copied && std::string_view(memory.data(), *copied) == bytes, "a field with bytes is copied");
}

void check_hex(std::string_view bytes) {
    std::string text;
    tc3::write_hex(text, tc3::as_bytes(bytes));
    std::vector<std::uint8_t> memory(bytes.size());
    require(text.size() == 2 * bytes.size() && tc3::from_hex(text, memory), "written hex can be read");
    require(tc3::as_text(std::span(memory)) == bytes, "hex is read as the same bytes");

    memory.resize(bytes.size() / 2);
    const bool digits = bytes.size() % 2 == 0 && bytes.find_first_not_of("0123456789abcdef") == std::string_view::npos;
    require(tc3::from_hex(bytes, memory) == digits, "hex is accepted if it is an even number of lower-case digits");
    if (!digits) return;
    text.clear();
    tc3::write_hex(text, memory);
    require(text == bytes, "hex is written as it was read");
}

/// Decodes percent-encoding up to the first malformed escape. Sets whether there is none.
std::string decode_escapes(std::string_view text, bool& valid) {
    std::string decoded;
    valid = true;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            decoded += text[i];
            continue;
        }
        const std::string_view digits = text.substr(i + 1, 2);
        valid = digits.size() == 2 && digits.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
        if (!valid) return decoded;
        decoded += static_cast<char>(std::stoi(std::string(digits), nullptr, 16));
        i += 2;
    }
    return decoded;
}

void check_percent_encoding(std::string_view text) {
    std::string encoded, decoded;
    tc3::write_percent(encoded, text);
    require(encoded == reference::percent(text), "percent-encoding is that of the reference");
    require(tc3::decode_percent(decoded, encoded) && decoded == text, "percent-encoding is decoded to the same text");

    bool valid = false;
    const std::string expected = decode_escapes(text, valid);
    decoded.clear();
    require(tc3::decode_percent(decoded, text) == valid && decoded == expected, "any text is decoded as by the reference");
}

void check_utf8(std::string_view text) {
    for (std::size_t from = 0; from <= text.size() && from < 9; ++from) {  // tc3 reads words of eight bytes: try every alignment
        const std::string_view rest = text.substr(from);
        require(tc3::find_invalid_utf8(rest) == reference::find_invalid_utf8(rest), "the first invalid byte is that of the reference");
    }
    char32_t character = 0;
    for (const char c : text.substr(0, 3)) character = character * 256 + static_cast<unsigned char>(c);
    std::string written;
    tc3::write_utf8(written, character);
    require(reference::utf8_size(written) == written.size(), "every number is written as one valid character");
    const bool invalid = character > 0x10ffff || (character >= 0xd800 && character <= 0xdfff);
    require((written == "\xef\xbf\xbd") == (invalid || character == 0xfffd), "U+FFFD is written for numbers that are no character");
}

}  // namespace

void fuzz::run(std::string_view input) {
    check_base64_of_bytes(input);
    check_base64_text(input);
    check_base64_forms_of(input);
    check_base64_forms(input);
    check_binary_fields(input);
    check_hex(input);
    check_percent_encoding(input);
    check_utf8(input);
}
