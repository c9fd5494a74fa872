// SPDX-License-Identifier: MIT
// A JSON writer (RFC 8259) for any sink: no blanks, text as UTF-8, escapes only where the grammar requires them.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/processor.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/encoding/base64.hpp>
#include <tc3/encoding/hex.hpp>
#include <tc3/encoding/utf8.hpp>
#include <tc3/json/double_bits.hpp>
#include <tc3/json/escape.hpp>
#include <tc3/json/number.hpp>
#include <tc3/json/plain_run.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::json {

/// The types that writer::number() writes as integers: not characters and not bool.
template <class N>
concept integer = std::integral<N> && !std::same_as<N, bool> && !std::same_as<N, char> && !std::same_as<N, wchar_t> &&
                  !std::same_as<N, char8_t> && !std::same_as<N, char16_t> && !std::same_as<N, char32_t>;

/// A writer of JSON values in order, which adds the commas. Close each bracket, and give each member a name and a value: neither is
/// checked.
///
///     json::writer out(sink);
///     out.begin_object();
///     out.name("SecureLevel");
///     out.string("4");
///     out.end_object();
///
/// Errors: the first error is kept. Text that is not UTF-8 is replaced by "", and a double that is not finite by null, so the output stays
/// well-formed; but do not send it. Exceptions come from the sink only.
/// Lifetime: refers to the sink. Nothing else is kept.
template <sink S>
class writer {
public:
    constexpr explicit writer(S& out TC3_LIFETIMEBOUND) noexcept : out_(out) {}

    // A text with a leading comma is written without it where the grammar has none: see separate().
    constexpr void begin_object() { open(",{"sv); }
    constexpr void end_object() { close("}"sv); }
    constexpr void begin_array() { open(",["sv); }
    constexpr void end_array() { close("]"sv); }

    /// Writes the name of a member. Its value must follow. Errors: those of string().
    constexpr void name(const std::string_view& text) {
        write_text(text, "\":"sv);
        needs_comma_ = false;
    }

    /// Writes a string. Errors: invalid_utf8 with the position in the text.
    constexpr void string(const std::string_view& text) { write_text(text, "\""sv); }

    /// Writes a string in pieces: begin_string(), any number of string_piece(), end_string().
    constexpr void begin_string() { separate(",\""sv); }
    /// Writes a piece of a string. The piece must not end within a character; one that is not UTF-8 is left out.
    ///
    /// Errors: invalid_utf8 with the position in the piece.
    constexpr void string_piece(const std::string_view& text) {
        if constexpr (has_wide_registers) {  // one search in place of two, for most texts
            const detail::plain_run run = detail::find_plain_run(text);
            if (run.ascii && run.size == text.size()) return write_plain(text);
        }
        const std::size_t invalid = find_invalid_utf8(text);
        if (invalid == std::string_view::npos) {
            write_escaped(text);
        } else {
            fail(errc::invalid_utf8, invalid);
        }
    }
    constexpr void end_string() { out_.append("\""sv); }

    /// Writes bytes as a string of their base64 (RFC 4648, section 4).
    constexpr void base64(std::string_view bytes) {
        begin_string();
        write_base64(out_, bytes);
        end_string();
    }

    /// Writes an integer.
    constexpr void number(integer auto value) {
        separate();
        write_decimal(out_, value);
    }
    /// Writes the shortest number that reads back as the same double. Errors: out_of_range for infinities and NaN.
    ///
    /// This is a template, so that only programs with doubles contain its code.
    template <std::same_as<double> Double>
    constexpr void number(Double value) {
        if (!is_finite(value)) return write_null_for_number();
        separate();
        write_double(out_, value);
    }

    constexpr void boolean(bool value) { separate(value ? ",true"sv : ",false"sv); }
    constexpr void null() { separate(",null"sv); }
    /// Writes a value that is JSON already. It is not checked: see json::validate().
    constexpr void raw(std::string_view value) {
        separate();
        out_.append(value);
    }

    [[nodiscard]] constexpr bool ok() const noexcept { return error_.code == errc::none; }
    /// Returns the first error, with the part "field"; its code is errc::none while ok().
    [[nodiscard]] constexpr const tc3::error& error() const noexcept TC3_LIFETIMEBOUND { return error_; }
    /// Drops the error, so that ok() is true.
    constexpr void forget_error() noexcept { error_ = {}; }

private:
    // Writes the text without its leading comma before the first value of a container and between a name and its value. One text for both
    // means one call of the sink.
    constexpr void separate(std::string_view comma_and_value = ","sv) {
        if (!needs_comma_) comma_and_value.remove_prefix(1);
        if (!comma_and_value.empty()) out_.append(comma_and_value);
        needs_comma_ = true;
    }
    constexpr void open(std::string_view comma_and_bracket) {
        separate(comma_and_bracket);
        needs_comma_ = false;
    }
    constexpr void close(const std::string_view& bracket) {
        out_.append(bracket);
        needs_comma_ = true;
    }

    constexpr void write_text(const std::string_view& text, const std::string_view& ending) {
        begin_string();
        string_piece(text);
        out_.append(ending);
    }
    constexpr void write_plain(const std::string_view& text) {
        if (!text.empty()) out_.append(text);
    }
    constexpr void write_escaped(std::string_view text) {
        while (!text.empty()) {
            const std::size_t plain = detail::find_plain_run(text).size;
            write_plain({text.data(), plain});
            text.remove_prefix(plain);
            if (text.empty()) return;
            write_escape(text.front());
            text.remove_prefix(1);
        }
    }
    constexpr void write_escape(char c) {
        if (const std::size_t index = ascii::find(detail::escaped_characters, c); index != std::string_view::npos) {
            const char escape[] = {'\\', detail::escape_letters[index]};
            out_.append(std::string_view(escape, sizeof escape));
            return;
        }
        const auto code = static_cast<unsigned char>(c);
        const char escape[] = {'\\', 'u', '0', '0', hex_digit(code >> 4U), hex_digit(code)};
        out_.append(std::string_view(escape, sizeof escape));
    }

    // Tests the bits of the exponent: with -ffast-math a compiler may assume that every double is finite.
    [[nodiscard]] static constexpr bool is_finite(double value) noexcept {
        return (detail::bits_of(value) & detail::infinity_bits) != detail::infinity_bits;
    }
    constexpr void write_null_for_number() {
        fail(errc::out_of_range, tc3::error::no_position);
        null();
    }
    constexpr void fail(errc code, std::size_t position) noexcept {
        if (ok()) error_ = {.code = code, .part = "field", .position = position};
    }

    S& out_;
    bool needs_comma_ = false;
    tc3::error error_;
};
template <sink S>
writer(S&) -> writer<S>;

}  // namespace tc3::inline TC3_NAMESPACE::json
