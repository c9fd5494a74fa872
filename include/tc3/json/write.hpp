// SPDX-License-Identifier: MIT
// A JSON writer (RFC 8259) into any sink: compact, raw UTF-8, escapes only where the grammar requires them.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/encoding/base64.hpp>
#include <tc3/encoding/hex.hpp>
#include <tc3/encoding/utf8.hpp>
#include <tc3/json/number.hpp>
#include <tc3/json/plain_run.hpp>

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tc3::inline v0_1::json {

/// Types that writer::number() takes as integers: characters and bool are none.
template <class N>
concept integer = std::integral<N> && !std::same_as<N, bool> && !std::same_as<N, char> && !std::same_as<N, wchar_t> &&
                  !std::same_as<N, char8_t> && !std::same_as<N, char16_t> && !std::same_as<N, char32_t>;

/// Writes values one after the other and puts the commas. That brackets pair, and that each member has a name and a value, is the
/// caller's part.
///
///     json::writer out(sink);
///     out.begin_object();
///     out.name("SecureLevel");
///     out.string("4");
///     out.end_object();
///
/// Text that is not UTF-8, or a double that is not finite, is a fault: "" or null is written in its place, the rest follows as usual,
/// and the first fault is kept. What was written is well-formed then, but must not be sent. Keeps nothing but a reference to the sink,
/// which must outlive the writer; throws only what the sink throws.
template <sink S>
class writer {
public:
    constexpr explicit writer(S& out) noexcept : out_(out) {}

    constexpr void begin_object() { open(",{"sv); }
    constexpr void end_object() { close("}"sv); }
    constexpr void begin_array() { open(",["sv); }
    constexpr void end_array() { close("]"sv); }

    /// The name of a member; its value must follow. Errors as string().
    constexpr void name(const std::string_view& text) {
        write_text(text, "\":"sv);
        first_ = true;
    }

    /// A text; errc::invalid_utf8 with the position within it.
    constexpr void string(const std::string_view& text) { write_text(text, "\""sv); }

    /// A text in pieces, each of whole characters: begin_string(), any number of string_piece(), end_string(). A piece that is not UTF-8 is
    /// left out; errc::invalid_utf8 with the position within it.
    constexpr void begin_string() { separate(",\""sv); }
    constexpr void string_piece(const std::string_view& text) {
        const std::size_t invalid = find_invalid_utf8(text);
        if (invalid == std::string_view::npos) {
            write_escaped(text);
        } else {
            fail(errc::invalid_utf8, invalid);
        }
    }
    constexpr void end_string() { out_.append("\""sv); }

    /// Any bytes, as a string of their base64 (RFC 4648, section 4), encoded on the way into the sink.
    constexpr void base64(std::string_view bytes) {
        begin_string();
        write_base64(out_, bytes);
        end_string();
    }

    /// An integer, exact.
    constexpr void number(integer auto value) {
        separate();
        write_decimal(out_, value);
    }
    /// The shortest decimal that reads back as the same double; errc::out_of_range where JSON has none, for infinities and NaN.
    /// A template, so that its code is made only where doubles are written.
    template <std::same_as<double> Double>
    constexpr void number(Double value) {
        if (!is_finite(value)) return refuse_number();
        separate();
        write_double(out_, value);
    }

    constexpr void boolean(bool value) { separate(value ? ",true"sv : ",false"sv); }
    constexpr void null() { separate(",null"sv); }
    /// A value that is JSON already, written as it stands and not looked at: see json::validate().
    constexpr void raw(std::string_view value) {
        separate();
        out_.append(value);
    }

    /// Whether there was no fault so far.
    [[nodiscard]] constexpr bool ok() const noexcept { return error_.code == errc::none; }
    /// The first fault, with "field"; errc::none while ok().
    [[nodiscard]] constexpr const tc3::error& error() const noexcept TC3_LIFETIMEBOUND { return error_; }
    /// Goes on as if there had been none.
    constexpr void forget_error() noexcept { error_ = {}; }

private:
    // A comma belongs before each value or name but the first in its container; a value behind its name counts as first.
    constexpr void separate(std::string_view comma_and_value = ","sv) {
        if (first_) comma_and_value.remove_prefix(1);
        if (!comma_and_value.empty()) out_.append(comma_and_value);
        first_ = false;
    }
    constexpr void open(std::string_view comma_and_bracket) {
        separate(comma_and_bracket);
        first_ = true;
    }
    constexpr void close(const std::string_view& bracket) {
        out_.append(bracket);
        first_ = false;
    }

    constexpr void write_text(const std::string_view& text, const std::string_view& ending) {
        begin_string();
        string_piece(text);
        out_.append(ending);
    }
    constexpr void write_escaped(std::string_view text) {
        while (!text.empty()) {
            const std::size_t plain = detail::find_plain_run(text).size;
            if (plain != 0) out_.append(std::string_view(text.data(), plain));
            text.remove_prefix(plain);
            if (text.empty()) return;
            write_escape(text.front());
            text.remove_prefix(1);
        }
    }
    constexpr void write_escape(char c) {
        if (const std::size_t found = ascii::find(detail::escaped_characters, c); found != std::string_view::npos) {
            const char escape[] = {'\\', detail::escape_letters[found]};
            out_.append(std::string_view(escape, sizeof escape));
            return;
        }
        const auto code = static_cast<unsigned char>(c);
        const char escape[] = {'\\', 'u', '0', '0', hex_digit(code >> 4U), hex_digit(code)};
        out_.append(std::string_view(escape, sizeof escape));
    }

    // By the bits, since -ffast-math takes the comparisons for granted that would tell.
    [[nodiscard]] static constexpr bool is_finite(double value) noexcept {
        return (std::bit_cast<std::uint64_t>(value) >> 52 & 0x7ff) != 0x7ff;
    }
    constexpr void refuse_number() {
        fail(errc::out_of_range, tc3::error::no_position);
        null();
    }
    constexpr void fail(errc code, std::size_t at) noexcept {
        if (ok()) error_ = {.code = code, .part = "field", .position = at};
    }

    S& out_;
    bool first_ = true;
    tc3::error error_;
};

}  // namespace tc3::inline v0_1::json
