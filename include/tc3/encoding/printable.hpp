// SPDX-License-Identifier: MIT
// The characters that tc3 does not print: they end a line, hide text or turn its direction. All text for people follows this one rule.
#pragma once

#include <tc3/core/slice.hpp>
#include <tc3/encoding/utf8.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE {

/// Returns whether a character changes how the text around it is displayed: a control character, a line or paragraph separator, a mark
/// that turns the direction of text, or one that a viewer does not show.
///
/// Source: Unicode 16, the general categories Cc, Zl and Zp, the property Default_Ignorable_Code_Point, interlinear annotation.
[[nodiscard]] constexpr bool changes_display(char32_t character) noexcept {
    struct range {
        char32_t first, last;
    };
    constexpr range ascending[] = {
        {0x00, 0x1f},        // C0 controls
        {0x7f, 0x9f},        // DEL and C1 controls
        {0xad, 0xad},        // soft hyphen
        {0x34f, 0x34f},      // combining grapheme joiner
        {0x61c, 0x61c},      // Arabic letter mark
        {0x115f, 0x1160},    // Hangul fillers
        {0x17b4, 0x17b5},    // Khmer inherent vowels
        {0x180b, 0x180f},    // Mongolian variation selectors and vowel separator
        {0x200b, 0x200f},    // zero width space and joiners, direction marks
        {0x2028, 0x202e},    // line and paragraph separators, direction overrides
        {0x2060, 0x206f},    // word joiner, invisible operators, direction isolates
        {0x3164, 0x3164},    // Hangul filler
        {0xfe00, 0xfe0f},    // variation selectors
        {0xfeff, 0xfeff},    // byte order mark
        {0xffa0, 0xffa0},    // halfwidth Hangul filler
        {0xfff0, 0xfffb},    // ignorable without a name, interlinear annotation
        {0x1bca0, 0x1bca3},  // shorthand format controls
        {0x1d173, 0x1d17a},  // musical format controls
        {0xe0000, 0xe0fff},  // tags and further variation selectors
    };
    for (const range& each : ascending) {
        if (character <= each.last) return character >= each.first;
    }
    return false;
}

/// Splits a text for printing, in its order. Calls `print(piece)` for each part that can be printed unchanged, which is valid UTF-8 and not
/// empty, and `replace(character)` for each other character: one that changes the display, or U+FFFD for a byte that is not UTF-8.
template <class Print, class Replace>
constexpr void split_printable(std::string_view text, Print print, Replace replace) {
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::string_view before = rest;
        const char32_t character = take_utf8(rest);
        const bool is_invalid = character == U'\uFFFD' && before.size() - rest.size() == 1;
        if (!is_invalid && !changes_display(character)) continue;
        const std::string_view printable = slice(text, 0, text.size() - before.size());
        if (!printable.empty()) print(printable);
        replace(character);
        text = rest;
    }
    if (!text.empty()) print(text);
}

}  // namespace tc3::inline TC3_NAMESPACE
