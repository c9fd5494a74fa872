// SPDX-License-Identifier: MIT
// A sink for JSON in a log: keeps it on one line and free of characters that change how the line is displayed.
#pragma once

#include <tc3/core/sink.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/encoding/hex.hpp>
#include <tc3/encoding/printable.hpp>
#include <tc3/encoding/utf16.hpp>
#include <tc3/encoding/utf8.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::model_detail {

/// A sink that writes JSON to another sink as a single line of UTF-8, and counts its bytes. A character that changes_display() is written
/// as an escape of JSON: in valid JSON it occurs in strings only.
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
        split_printable(json, [this](std::string_view piece) { write(piece); }, [this](char32_t character) { replace(character); });
    }
    void write(std::string_view text) {
        size_ += text.size();
        out_.append(text);
    }
    void replace(char32_t character) {
        if (character < ' ') return write(" "sv);  // a line end or tab between values; within strings the JSON writer has escaped it
        if (!changes_display(character)) {         // U+FFFD, for a byte that is not UTF-8
            const utf8_bytes bytes = encode_utf8(character);
            return write({bytes.text.data(), bytes.size});
        }
        const utf16_units units = encode_utf16(character);
        for (std::size_t i = 0; i < units.size; ++i) write_escape(units.units[i]);
    }
    void write_escape(unsigned unit) {
        const char escape[] = {'\\', 'u', hex_digit(unit >> 12U), hex_digit(unit >> 8U), hex_digit(unit >> 4U), hex_digit(unit)};
        write({escape, sizeof escape});
    }

    any_sink& out_;
    std::size_t size_ = 0;
};

}  // namespace tc3::inline TC3_NAMESPACE::model_detail
