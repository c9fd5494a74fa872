// SPDX-License-Identifier: MIT
// A sink for JSON in a log: keeps it on one line and free of characters that change how the line is displayed.
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/encoding/hex.hpp>
#include <tc3/encoding/utf16.hpp>
#include <tc3/encoding/utf8.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline v0_1::model_detail {

/// Returns whether a character changes the display of text around it: DEL, C1 controls, line and paragraph separators, direction marks,
/// joiners, blank fillers, variation selectors, tags.
[[nodiscard]] constexpr bool changes_display(char32_t c) noexcept {
    struct range {
        char32_t first, last;
    };
    constexpr range ranges[] = {
        {0x7f, 0x9f},        // DEL and C1 controls
        {0xad, 0xad},        // soft hyphen
        {0x61c, 0x61c},      // Arabic letter mark
        {0x115f, 0x1160},    // Hangul fillers
        {0x180e, 0x180e},    // Mongolian vowel separator
        {0x200b, 0x200f},    // zero width space and joiners, direction marks
        {0x2028, 0x202e},    // line and paragraph separators, direction overrides
        {0x2060, 0x206f},    // word joiner, invisible operators, direction isolates
        {0x3164, 0x3164},    // Hangul filler
        {0xfe00, 0xfe0f},    // variation selectors
        {0xfeff, 0xfeff},    // byte order mark
        {0xffa0, 0xffa0},    // halfwidth Hangul filler
        {0xfff9, 0xfffb},    // interlinear annotation
        {0xe0000, 0xe0fff},  // tags and further variation selectors
    };
    for (const range& each : ranges) {
        if (c >= each.first && c <= each.last) return true;
    }
    return false;
}

/// A sink that writes JSON to another sink as a single line of UTF-8, and counts its bytes. Characters that change the display are written
/// as escapes: in valid JSON they occur in strings only.
///
/// Lifetime: refers to `out`.
class json_line_sink : public any_sink {
public:
    explicit json_line_sink(any_sink& out) noexcept
        : any_sink([](any_sink& self, const std::string_view& json) { static_cast<json_line_sink&>(self).write_line(json); }), out_(out) {}

    /// Returns the number of bytes that were written.
    [[nodiscard]] std::size_t size() const noexcept { return size_; }

private:
    void write_line(std::string_view json) {
        while (!json.empty()) {
            const std::size_t plain = ascii::find_not(json, [](char c) { return c == ' ' || ascii::is_visible(c); });
            write(slice(json, 0, plain));
            json = slice(json, plain);
            if (!json.empty()) write_character(take_utf8(json));
        }
    }
    void write(std::string_view text) {
        size_ += text.size();
        if (!text.empty()) out_.append(text);
    }
    void write_character(char32_t c) {
        if (c < ' ') return write(" "sv);  // a line end or tab between values; within strings the JSON writer has escaped it
        if (!changes_display(c)) {
            const utf8_bytes bytes = encode_utf8(c);
            return write({bytes.text.data(), bytes.size});
        }
        const utf16_units character = encode_utf16(c);
        for (std::size_t i = 0; i < character.size; ++i) write_escape(character.units[i]);
    }
    void write_escape(unsigned unit) {
        const char escape[] = {'\\', 'u', hex_digit(unit >> 12U), hex_digit(unit >> 8U), hex_digit(unit >> 4U), hex_digit(unit)};
        write({escape, sizeof escape});
    }

    any_sink& out_;
    std::size_t size_ = 0;
};

}  // namespace tc3::inline v0_1::model_detail
