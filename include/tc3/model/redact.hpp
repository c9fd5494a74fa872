// SPDX-License-Identifier: MIT
// Inputs and outputs as log lines: open fields are shown, all others masked.
#pragma once

#include <tc3/core/sink.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/encoding/utf8.hpp>
#include <tc3/http/message.hpp>
#include <tc3/model/beginning_sink.hpp>
#include <tc3/model/binary.hpp>
#include <tc3/model/encoder.hpp>
#include <tc3/model/fields.hpp>
#include <tc3/model/json_line_sink.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE {

/// Writes an input or output as one line of JSON, without a line end: `{"SdkToken":"****","RequestId":"7d4f..."}`. Never fails: the line
/// is valid JSON and UTF-8 for all values.
///
/// A field that is set and not marked `sensitivity::open` is written as "****", whatever its type, with everything nested in it. An unset
/// field is left out. In an open field with nested structs each nested field follows its own mark. Open values are shown, with limits:
///
/// - text: the first 256 bytes, then "... (1234 more bytes)"; "(not valid text)" if these bytes are not UTF-8, or if the text has half of
///   a surrogate pair anywhere;
/// - bytes: "(1234 bytes)"; a storage whose `binary` is a text type shows the base64 as text;
/// - a list: 16 elements, then "... (1234 more elements)";
/// - structs: 8 levels, then "(nested too deep)";
/// - a number: as it is; null if it is not finite.
///
/// Characters that end a line, turn text or hide it are escaped: see changes_display(). After 8 KiB no further field or element is
/// written: `"...":"(the line is too long)"` ends an object, "... (1234 more elements)" a list. A line is shorter than 12 KiB plus the
/// longest wire name, since the last value and the ends of all objects take less than 4 KiB. A value_codec of yours that writes to
/// encoder::json() directly must limit its own size and write a complete value.
///
/// Cost: no allocation, except in the sink.
template <sink S, class Value>
void write_redacted(S& out, const Value& value);

/// Returns the line of write_redacted() as a string.
template <class Value>
[[nodiscard]] std::string to_redacted_string(const Value& value);

namespace model_detail {

/// An encoder that writes a log line. Its rules, redaction_rules, call the show functions.
class redaction : private json_line_sink, public encoder {
public:
    /// Lifetime: refers to `out`.
    explicit redaction(any_sink& out) noexcept;

    void show_object(writing_table fields, const void* object);
    void show_text(std::string_view text);
    void show_text(const piecewise_text& text);
    void show_size(std::size_t bytes);
    /// Returns whether to show the next element of a list. If not, writes how many elements are left out.
    [[nodiscard]] bool may_write_element(std::size_t position, std::size_t size);

private:
    static constexpr std::size_t deepest = 8;
    static constexpr std::size_t longest_list = 16;
    static constexpr std::size_t full_size = 8192;

    [[nodiscard]] bool is_full() const noexcept { return json_line_sink::size() >= full_size; }
    void show_field(const writing_row& row, const void* object);
    void show_text(const beginning_sink& text, bool is_valid);

    std::size_t depth_ = 0;
};

/// Writes a struct. Not a template: a program has one copy, whatever it logs.
void write_redacted_object(any_sink& out, writing_table fields, const void* object);

inline constexpr encoder_rules redaction_rules{
    .write_object = [](encoder& out, writing_table fields,
                       const void* object) { static_cast<redaction&>(out).show_object(fields, object); },
    .write_string = [](encoder& out, std::string_view text) { static_cast<redaction&>(out).show_text(text); },
    .write_pieces = [](encoder& out, const piecewise_text& text) { static_cast<redaction&>(out).show_text(text); },
    .write_binary = [](encoder& out, const binary_view& value) { static_cast<redaction&>(out).show_size(value.size()); },
    .may_write_element = [](encoder& out, std::size_t position,
                            std::size_t size) { return static_cast<redaction&>(out).may_write_element(position, size); },
};

}  // namespace model_detail

template <sink S, class Value>
void write_redacted(S& out, const Value& value) {
    any_sink_of<S> to(out);
    model_detail::write_redacted_object(to, writing_table_of<Value>(), &value);
}

template <class Value>
std::string to_redacted_string(const Value& value) {
    std::string line;
    write_redacted(line, value);
    return line;
}

}  // namespace tc3::inline TC3_NAMESPACE

#if defined(TC3_BODIES)

namespace tc3::inline TC3_NAMESPACE::model_detail {

// The base json_line_sink is constructed before the base encoder, which writes to it.
TC3_FUNCTION redaction::redaction(any_sink& out) noexcept
    : json_line_sink(out), encoder(static_cast<json_line_sink&>(*this), &redaction_rules) {}

TC3_FUNCTION void redaction::show_object(writing_table fields, const void* object) {
    if (depth_ == deepest) return json().string("(nested too deep)"sv);
    ++depth_;
    json().begin_object();
    for (const writing_row& row : fields) {
        if (is_full()) {
            json().name("..."sv);
            json().string("(the line is too long)"sv);
            break;
        }
        show_field(row, object);
    }
    json().end_object();
    --depth_;
}

TC3_FUNCTION void redaction::show_field(const writing_row& row, const void* object) {
    if (!row.is_set(object)) return;
    json().name(row.wire_name);
    const std::size_t before = json_line_sink::size();
    if (row.sensitivity == sensitivity::open) row.write(*this, object);
    forget_error();
    const bool nothing_written = json_line_sink::size() == before;  // a masked field, or a value_codec that failed
    if (nothing_written) json().string(http::mask);
}

TC3_FUNCTION void redaction::show_text(std::string_view text) {
    beginning_sink beginning;
    beginning.append(text);
    show_text(beginning, true);
}

TC3_FUNCTION void redaction::show_text(const piecewise_text& text) {
    beginning_sink beginning;
    sink_adapter to_beginning(beginning);
    const bool is_valid = text.write(text.text, to_beginning);
    show_text(beginning, is_valid);
}

TC3_FUNCTION void redaction::show_text(const beginning_sink& text, bool is_valid) {
    if (!is_valid || find_invalid_utf8(text.view()) != std::string_view::npos) return json().string("(not valid text)"sv);
    json().begin_string();
    json().string_piece(text.view());
    if (text.is_cut()) {
        const auto note = count_note("... ("sv, text.left_out(), " more bytes)"sv);
        json().string_piece(note.view());
    }
    json().end_string();
}

TC3_FUNCTION void redaction::show_size(std::size_t bytes) {
    const auto note = count_note("("sv, bytes, " bytes)"sv);
    json().string(note.view());
}

TC3_FUNCTION bool redaction::may_write_element(std::size_t position, std::size_t size) {
    forget_error();
    if (position < longest_list && !is_full()) return true;
    const auto note = count_note("... ("sv, size - position, " more elements)"sv);
    json().string(note.view());
    return false;
}

TC3_FUNCTION void write_redacted_object(any_sink& out, writing_table fields, const void* object) {
    redaction(out).write_object(fields, object);
}

}  // namespace tc3::inline TC3_NAMESPACE::model_detail

#endif  // TC3_BODIES
