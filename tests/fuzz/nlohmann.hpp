// SPDX-License-Identifier: MIT
// nlohmann-json as a second JSON reader: which texts it accepts, and the values that it reads, event by event.
//
// Known differences from tc3, which the targets ignore:
//
//   text                                      tc3                           nlohmann-json
//   a byte order mark before the document     unexpected_character          skipped
//   NUL outside of strings                    unexpected_character, or      the end of the text
//                                             trailing_characters
//   deeper than json::limits                  too_deep                      accepted: memory is the only limit
//   a number beyond all doubles, 1e999        a token; to_double() returns  rejected, exception 406
//                                             out_of_range
//
// Everything else is equal: the grammar, UTF-8, surrogates, control characters, blanks, members that repeat a name (all are reported),
// numbers at the limits of their types.
#pragma once

#include <nlohmann/json.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace reference {

/// The values of a document as one text. Equal documents have equal texts; if reading stops early, the text is a prefix.
class event_log {
public:
    void null() { text_ += "null;"; }
    void boolean(bool value) { text_ += value ? "true;" : "false;"; }
    void number(std::int64_t value) { text_ += "integer " + std::to_string(value) + ";"; }
    void number(std::uint64_t value) { text_ += "integer " + std::to_string(value) + ";"; }
    void number(double value) { text_ += "double " + std::to_string(std::bit_cast<std::uint64_t>(value)) + ";"; }
    void string(std::string_view value) { sized("string ", value); }
    void name(std::string_view value) { sized("name ", value); }
    void bracket(char character) {
        text_ += character;
        text_ += ";";
    }
    [[nodiscard]] const std::string& text() const noexcept { return text_; }

private:
    void sized(const char* event, std::string_view value) {
        text_ += event + std::to_string(value.size()) + " ";
        text_.append(value);
        text_ += ";";
    }

    std::string text_;
};

enum class verdict { accepted, rejected, number_too_large };

/// Fills an event log while nlohmann-json parses.
class nlohmann_events {
public:
    [[nodiscard]] verdict read(std::string_view text) {
        return nlohmann::json::sax_parse(text.begin(), text.end(), this) ? verdict::accepted : verdict_;
    }
    [[nodiscard]] const std::string& text() const noexcept { return log_.text(); }

    // The functions that nlohmann-json calls.
    bool null() { return log_.null(), true; }
    bool boolean(bool value) { return log_.boolean(value), true; }
    bool number_integer(std::int64_t value) { return log_.number(value), true; }
    bool number_unsigned(std::uint64_t value) { return log_.number(value), true; }
    bool number_float(double value, const std::string&) { return log_.number(value), true; }
    bool string(const std::string& value) { return log_.string(value), true; }
    bool binary(const nlohmann::json::binary_t&) { return false; }
    bool key(const std::string& value) { return log_.name(value), true; }
    bool start_object(std::size_t) { return log_.bracket('{'), true; }
    bool end_object() { return log_.bracket('}'), true; }
    bool start_array(std::size_t) { return log_.bracket('['), true; }
    bool end_array() { return log_.bracket(']'), true; }
    template <class Exception>
    bool parse_error(std::size_t, const std::string&, const Exception& exception) {
        verdict_ = exception.id == 406 ? verdict::number_too_large : verdict::rejected;
        return false;
    }

private:
    event_log log_;
    verdict verdict_ = verdict::rejected;
};

/// Returns the document, or a discarded value if the text is no JSON.
[[nodiscard]] inline nlohmann::json nlohmann_parse(std::string_view text) {
    return nlohmann::json::parse(text.begin(), text.end(), nullptr, false);
}

}  // namespace reference
