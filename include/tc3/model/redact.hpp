// SPDX-License-Identifier: MIT
// Inputs and answers as lines that are safe to log: fields that are marked open are shown, all others masked.
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/core/fixed_text.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/encoding/hex.hpp>
#include <tc3/encoding/utf16.hpp>
#include <tc3/encoding/utf8.hpp>
#include <tc3/model/binary.hpp>
#include <tc3/model/encoder.hpp>
#include <tc3/model/fields.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace tc3::inline v0_1 {

/// Writes an input or an answer of any storage as one line of JSON without its end, for a log:
/// `{"SdkToken":"***","RequestId":"7d4f..."}`. What a struct has no table for is never looked at, and nothing fails: the line is JSON and
/// UTF-8, whatever the values are.
///
/// A field that is not marked `sensitivity::open` is "***" where it is set, whatever its type, with all that is nested in it; one that is
/// unset is left out. A nested struct in an open field is entered, and each of its fields judged by its own mark. What is open is shown:
///
/// - text in its first 256 bytes, "... (1234 more bytes)"; text that is none, not UTF-8 in those or half of a surrogate pair anywhere, as
///   "(no valid text)";
/// - binary as "(1234 bytes)", unless its storage has no type for it but text;
/// - 16 elements of a list, then "... (1234 more elements)", and structs 8 levels deep, then "(nested too deep)";
/// - a number that JSON has no form for as null.
///
/// Control characters, line ends and characters that turn or hide text in a viewer are escaped. Beyond 8 KiB no field and no element is
/// begun: "..." stands in for the rest. So the line stays below 12 KiB plus the longest wire name; a value_codec of the user's that writes
/// by encoder::json() must see to its own size, and write a whole value. No allocation but by the sink.
template <sink S, class Value>
void write_redacted(S& out, const Value& value);

/// The same line as a string.
template <class Value>
[[nodiscard]] std::string to_redacted_string(const Value& value);

namespace model_detail {

/// Whether a character beyond printable ASCII makes viewers do something: break or turn a line, join, hide.
[[nodiscard]] constexpr bool acts_on_viewers(char32_t c) noexcept {
    struct range {
        char32_t first, last;
    };
    constexpr range acting[] = {{0x115f, 0x1160}, {0x3164, 0x3164}, {0xfe00, 0xfe0f}, {0xffa0, 0xffa0}, {0xe0000, 0xe0fff},
                                {0x7f, 0x9f},     {0xad, 0xad},     {0x61c, 0x61c},   {0x180e, 0x180e}, {0x200b, 0x200f},
                                {0x2028, 0x202e}, {0x2060, 0x206f}, {0xfeff, 0xfeff}, {0xfff9, 0xfffb}};
    for (const range& each : acting) {
        if (c >= each.first && c <= each.last) return true;
    }
    return false;
}

/// Passes JSON on as plain text of one line, and counts it. What is escaped here can stand within strings only.
class log_line {
public:
    explicit log_line(sink_ref out) noexcept : out_(out) {}

    void append(std::string_view json) {
        while (!json.empty()) {
            const std::size_t plain = ascii::find_not(json, [](char c) { return c == ' ' || ascii::is_visible(c); });
            put(slice(json, 0, plain));
            json = slice(json, plain);
            if (!json.empty()) put(take_utf8(json));
        }
    }
    [[nodiscard]] std::size_t size() const noexcept { return size_; }

private:
    void put(std::string_view text) {
        size_ += text.size();
        if (!text.empty()) out_.append(text);
    }
    void put(char32_t c) {
        if (c < ' ') return put(" "sv);  // a blank of ready JSON; in strings the writer has escaped it
        if (!acts_on_viewers(c)) {
            const utf8_bytes bytes = encode_utf8(c);
            return put({bytes.text.data(), bytes.size});
        }
        if (c < 0x10000) return put_escape(static_cast<unsigned>(c));
        put_escape(0xd800U + (static_cast<unsigned>(c - 0x10000) >> 10U));
        put_escape(0xdc00U + (static_cast<unsigned>(c - 0x10000) & 0x3ffU));
    }
    void put_escape(unsigned unit) {
        const char escape[] = {'\\', 'u', hex_digit(unit >> 12U), hex_digit(unit >> 8U), hex_digit(unit >> 4U), hex_digit(unit)};
        put({escape, sizeof escape});
    }

    sink_ref out_;
    std::size_t size_ = 0;
};

/// The first whole characters of a text that comes in pieces, and the size of it all.
class text_beginning {
public:
    void append(std::string_view piece) noexcept {
        size_ += piece.size();
        if (is_cut()) return;
        std::size_t size = longest - kept_.size();
        if (size < piece.size()) {
            for (int i = 0; i < 3 && size != 0 && continues(piece[size]); ++i) --size;
        }
        kept_.append(slice(piece, 0, size));
        kept_all_ = kept_all_ && size >= piece.size();
    }
    [[nodiscard]] bool is_cut() const noexcept { return !kept_all_; }
    [[nodiscard]] std::size_t left_out() const noexcept { return size_ - kept_.size(); }
    [[nodiscard]] std::string_view view() const noexcept TC3_LIFETIMEBOUND { return kept_.view(); }

private:
    static constexpr std::size_t longest = 256;
    [[nodiscard]] static constexpr bool continues(char c) noexcept { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

    fixed_text<longest> kept_;
    std::size_t size_ = 0;
    bool kept_all_ = true;
};

/// What stands for values that are left out: "... (1234 more bytes)".
[[nodiscard]] inline fixed_text<48> count_note(std::string_view beginning, std::size_t count, std::string_view ending) noexcept {
    fixed_text<48> note(beginning);
    write_decimal(note, count);
    note.append(ending);
    return note;
}

/// The encoder that the hooks below are given.
class redaction : private log_line, public encoder {
public:
    explicit redaction(sink_ref out) noexcept;

    void show_object(writing_table fields, const void* object);
    void show_text(std::string_view text);
    void show_text(const text_source& text);
    void show_size(std::size_t bytes);
    /// Whether to show the next element of a list; if not, the rest is shown as a note.
    [[nodiscard]] bool wants_element(std::size_t position, std::size_t size);

private:
    static constexpr std::size_t deepest = 8;
    static constexpr std::size_t longest_list = 16;
    static constexpr std::size_t full_at = 8192;

    [[nodiscard]] bool is_full() const noexcept { return log_line::size() >= full_at; }
    void show_field(const writing_row& row, const void* member);
    void show_text(const text_beginning& text, bool is_valid);

    std::size_t depth_ = 0;
};

inline constexpr encoder_rules redaction_rules{
    .write_object = [](encoder& out, writing_table fields,
                       const void* object) { static_cast<redaction&>(out).show_object(fields, object); },
    .write_string = [](encoder& out, std::string_view text) { static_cast<redaction&>(out).show_text(text); },
    .write_pieces = [](encoder& out, const text_source& text) { static_cast<redaction&>(out).show_text(text); },
    .write_binary = [](encoder& out, const binary_view& value) { static_cast<redaction&>(out).show_size(value.size()); },
    .wants_element = [](encoder& out, std::size_t position,
                        std::size_t size) { return static_cast<redaction&>(out).wants_element(position, size); },
};

inline redaction::redaction(sink_ref out) noexcept : log_line(out), encoder(static_cast<log_line&>(*this), &redaction_rules) {}

inline void redaction::show_object(writing_table fields, const void* object) {
    if (depth_ == deepest) return json().string("(nested too deep)"sv);
    ++depth_;
    json().begin_object();
    for (const writing_row& row : fields) {
        if (is_full()) {
            json().name("..."sv);
            json().string("(the line is too long)"sv);
            break;
        }
        show_field(row, static_cast<const char*>(object) + row.offset);
    }
    json().end_object();
    --depth_;
}

inline void redaction::show_field(const writing_row& row, const void* member) {
    if (!row.is_set(member)) return;
    json().name(row.wire_name);
    const std::size_t before = log_line::size();
    if (row.sensitivity == sensitivity::open) row.write(*this, member);
    forget_error();
    if (log_line::size() == before) json().string("***"sv);  // also where a codec of the user's failed before it wrote
}

inline void redaction::show_text(std::string_view text) {
    text_beginning beginning;
    beginning.append(text);
    show_text(beginning, true);
}

inline void redaction::show_text(const text_source& text) {
    text_beginning beginning;
    const bool is_valid = text.write(text.text, sink_ref(beginning));
    show_text(beginning, is_valid);
}

inline void redaction::show_text(const text_beginning& text, bool is_valid) {
    if (!is_valid || find_invalid_utf8(text.view()) != std::string_view::npos) return json().string("(no valid text)"sv);
    json().begin_string();
    json().string_piece(text.view());
    if (text.is_cut()) {
        const auto note = count_note("... ("sv, text.left_out(), " more bytes)"sv);
        json().string_piece(note.view());
    }
    json().end_string();
}

inline void redaction::show_size(std::size_t bytes) {
    const auto note = count_note("("sv, bytes, " bytes)"sv);
    json().string(note.view());
}

inline bool redaction::wants_element(std::size_t position, std::size_t size) {
    forget_error();
    if (position < longest_list && !is_full()) return true;
    const auto note = count_note("... ("sv, size - position, " more elements)"sv);
    json().string(note.view());
    return false;
}

/// The one line writer of a program, whatever it prints.
inline void write_redacted_object(sink_ref out, writing_table fields, const void* object) { redaction(out).write_object(fields, object); }

}  // namespace model_detail

template <sink S, class Value>
void write_redacted(S& out, const Value& value) {
    model_detail::write_redacted_object(sink_ref(out), writing_table_of<Value>(), &value);
}

template <class Value>
std::string to_redacted_string(const Value& value) {
    std::string line;
    write_redacted(line, value);
    return line;
}

}  // namespace tc3::inline v0_1
