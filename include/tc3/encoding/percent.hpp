// SPDX-License-Identifier: MIT
// Percent-encoding of URIs (RFC 3986, 2.1), as TC3 signs it: capitals in the escapes, and `+` is a plus, never a blank.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/encoding/hex.hpp>

#include <array>
#include <cstddef>
#include <string_view>

namespace tc3::inline v0_1 {

/// A character that never needs an escape: a letter, a digit, or one of `-._~` (RFC 3986, 2.3).
[[nodiscard]] constexpr bool is_unreserved(char c) noexcept {
    return ascii::is_alphanumeric(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

/// Writes a text with all but the unreserved characters as `%XX`, byte by byte: `/` and blanks too, so it suits one name or value.
template <sink S>
constexpr void write_percent(S& out, std::string_view text);

/// Writes a text without its escapes; digits of either case are fine, and all other characters stay as they are.
/// False for a `%` without two digits after it: then what stands before it has been written.
template <sink S>
[[nodiscard]] constexpr bool decode_percent(S& out, std::string_view text);

namespace encoding_detail {

TC3_NOINLINE constexpr void write_percent(any_sink& out, std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    while (!text.empty()) {
        const std::size_t plain = ascii::find_not(text, is_unreserved);
        if (plain != 0) out.append(slice(text, 0, plain));
        if (plain == std::string_view::npos) return;
        const auto byte = static_cast<unsigned char>(text[plain]);
        const std::array<char, 3> escape{'%', digits[byte >> 4U], digits[byte & 15U]};
        out.append(std::string_view(escape.data(), escape.size()));
        text.remove_prefix(plain + 1);
    }
}

}  // namespace encoding_detail

template <sink S>
constexpr void write_percent(S& out, std::string_view text) {
    any_sink_of<S> to(out);
    encoding_detail::write_percent(to, text);
}

template <sink S>
constexpr bool decode_percent(S& out, std::string_view text) {
    while (!text.empty()) {
        const std::size_t plain = text.find('%');
        if (plain != 0) out.append(slice(text, 0, plain));
        if (plain == std::string_view::npos) return true;
        text.remove_prefix(plain + 1);
        if (text.size() < 2) return false;
        const unsigned first = hex_value(ascii::to_lower(text[0]));
        const unsigned second = hex_value(ascii::to_lower(text[1]));
        if (first > 15 || second > 15) return false;
        write_char(out, static_cast<char>(first << 4U | second));
        text.remove_prefix(2);
    }
    return true;
}

}  // namespace tc3::inline v0_1
