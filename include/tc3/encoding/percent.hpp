// SPDX-License-Identifier: MIT
// Percent-encoding of queries, with upper-case digits. A `+` is a plus sign, not a blank. Source: RFC 3986, 2.1; docs/tc3-signing.md 1.8.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/encoding/hex.hpp>

#include <array>
#include <cstddef>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE {

/// Returns whether `c` needs no escape: a letter, a digit, or one of `-._~`. Source: RFC 3986, 2.3.
[[nodiscard]] constexpr bool is_unreserved(char c) noexcept {
    return ascii::is_alphanumeric(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

/// Writes a text with each byte that is not unreserved as `%XX`. `/`, `&` and `=` are escaped too: encode each name and value of a query by
/// itself.
template <sink S>
constexpr void write_percent(S& out, std::string_view text);

/// Writes a text with each escape replaced by its byte. The digits may have either case; all other characters are written unchanged.
/// Returns false at a `%` that two digits do not follow, after the text before it has been written.
template <sink S>
[[nodiscard]] constexpr bool decode_percent(S& out, std::string_view text);

namespace encoding_detail {

TC3_NOINLINE constexpr void write_percent(any_sink& out, std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    while (!text.empty()) {
        const std::size_t first_escaped = ascii::find_not(text, is_unreserved);
        if (first_escaped != 0) out.append(slice(text, 0, first_escaped));
        if (first_escaped == std::string_view::npos) return;
        const auto byte = static_cast<unsigned char>(text[first_escaped]);
        const std::array<char, 3> escape{'%', digits[byte >> 4U], digits[byte & 15U]};
        out.append(std::string_view(escape.data(), escape.size()));
        text.remove_prefix(first_escaped + 1);
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
        const std::size_t percent_sign = ascii::find(text, '%');
        if (percent_sign != 0) out.append(slice(text, 0, percent_sign));
        if (percent_sign == std::string_view::npos) return true;
        text.remove_prefix(percent_sign + 1);
        if (text.size() < 2) return false;
        const unsigned first = hex_value(ascii::to_lower(text[0]));
        const unsigned second = hex_value(ascii::to_lower(text[1]));
        if (first > 15 || second > 15) return false;
        write_char(out, static_cast<char>(first << 4U | second));
        text.remove_prefix(2);
    }
    return true;
}

}  // namespace tc3::inline TC3_NAMESPACE
