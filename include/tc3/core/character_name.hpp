// SPDX-License-Identifier: MIT
// Names of single characters for messages: those that a viewer does not show, or that look like another.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/sink.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE {

/// Writes what to call a character: "a line end", "a quote", "'/'", "U+200B zero width space", "U+00E9".
template <sink S>
constexpr void write_character_name(S& out, char16_t character);

namespace core_detail {

struct character_name {
    char16_t character;
    std::string_view name;
};

/// Names that say all: the code point does not help a reader.
inline constexpr character_name plain_names[] = {
    {u'\t', "a tab"},
    {u'\n', "a line end"},
    {u'\r', "a line end"},
    {u' ', "a blank"},
    {u'"', "a quote"},
    {u'\'', "a quote"},
    {u'`', "a quote"},
    {u'\u2400', "a NUL"},
    {0xFFFD, "U+FFFD or a byte that is not UTF-8"},
    {0xFFFE, "a character above U+FFFF"},
};

/// Names that follow the code point. Source: Unicode 16, names and aliases.
inline constexpr character_name coded_names[] = {
    {0x00A0, "no-break space"},
    {0x00AD, "soft hyphen"},
    {0x200B, "zero width space"},
    {0x200C, "zero width non-joiner"},
    {0x200D, "zero width joiner"},
    {0x200E, "left-to-right mark"},
    {0x200F, "right-to-left mark"},
    {0x2013, "en dash"},
    {0x2014, "em dash"},
    {0x2018, "left quotation mark"},
    {0x2019, "right quotation mark"},
    {0x201C, "left double quotation mark"},
    {0x201D, "right double quotation mark"},
    {0x2028, "line separator"},
    {0x202F, "narrow no-break space"},
    {0x2060, "word joiner"},
    {0x3000, "ideographic space"},
    {0xFEFF, "byte order mark"},
};

template <std::size_t Count>
[[nodiscard]] constexpr std::string_view find_name(const character_name (&names)[Count], char16_t character) noexcept {
    for (const character_name& each : names) {
        if (each.character == character) return each.name;
    }
    return {};
}

constexpr void write_code_point(any_sink& out, char16_t character) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    out.append("U+");
    for (unsigned shift = 16; shift != 0;) {
        shift -= 4;
        out.append(std::string_view(&digits[(static_cast<unsigned>(character) >> shift) & 0xFU], 1));
    }
}

TC3_NOINLINE constexpr void write_character_name(any_sink& out, char16_t character) {
    if (const std::string_view name = find_name(plain_names, character); !name.empty()) return out.append(name);
    if (character < 0x7F && ascii::is_visible(static_cast<char>(character))) {
        const char quoted[] = {'\'', static_cast<char>(character), '\''};
        return out.append(std::string_view(quoted, sizeof quoted));
    }
    write_code_point(out, character);
    const std::string_view name = find_name(coded_names, character);
    if (!name.empty()) out.append(" ");
    out.append(name);
}

}  // namespace core_detail

template <sink S>
constexpr void write_character_name(S& out, char16_t character) {
    any_sink_of<S> to(out);
    core_detail::write_character_name(to, character);
}

}  // namespace tc3::inline TC3_NAMESPACE
