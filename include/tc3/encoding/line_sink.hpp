// SPDX-License-Identifier: MIT
// Keeps text from outside on one line of a log, and shows all of it.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/encoding/hex.hpp>
#include <tc3/encoding/printable.hpp>
#include <tc3/encoding/utf8.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE {

/// Writes a text as valid UTF-8 on one line: a character that changes_display() as an escape by its number, a backslash and `u{202e}`, and
/// each byte that is not UTF-8 as U+FFFD. All other characters are written unchanged, a backslash too: the line is for people, not for
/// parsers.
template <sink S>
constexpr void write_printable(S& out, std::string_view text);

/// A sink that writes each piece to another sink by write_printable(). End each piece after a whole character: the bytes of a character
/// that is split between two pieces become U+FFFD.
///
/// Lifetime: refers to `out`.
template <sink S>
class line_sink {
public:
    constexpr explicit line_sink(S& out TC3_LIFETIMEBOUND) noexcept : out_(out) {}
    constexpr void append(std::string_view text) { write_printable(out_, text); }

private:
    S& out_;
};
template <sink S>
line_sink(S&) -> line_sink<S>;

namespace encoding_detail {

constexpr void write_display_escape(any_sink& out, char32_t character) {
    char digits[6];  // of U+10FFFF
    std::size_t first = sizeof digits;
    auto rest = static_cast<unsigned>(character);
    do {
        digits[--first] = hex_digit(rest);
        rest >>= 4U;
    } while (rest != 0);
    out.append("\\u{");
    out.append(std::string_view(digits + first, sizeof digits - first));
    out.append("}");
}

TC3_NOINLINE constexpr void write_printable(any_sink& out, std::string_view text) {
    const auto replace = [&out](char32_t character) {
        if (changes_display(character)) {
            write_display_escape(out, character);
        } else {
            write_utf8(out, character);  // U+FFFD
        }
    };
    split_printable(text, [&out](std::string_view piece) { out.append(piece); }, replace);
}

}  // namespace encoding_detail

template <sink S>
constexpr void write_printable(S& out, std::string_view text) {
    any_sink_of<S> to(out);
    encoding_detail::write_printable(to, text);
}

}  // namespace tc3::inline TC3_NAMESPACE
