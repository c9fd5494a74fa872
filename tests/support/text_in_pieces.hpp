// SPDX-License-Identifier: MIT
// A storage whose text is not UTF-8 in one piece, like UTF-16: it is written one character at a time, and may be invalid.
#pragma once

#include <tc3/tc3.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace support {

struct text_in_pieces {
    std::string characters = {};
    bool valid = true;  // false: write() fails after the characters
};

struct piecewise {
    using text = text_in_pieces;
    template <class T>
    using optional = std::optional<T>;
    template <class T>
    using list = std::vector<T>;
    template <class T>
    using nested = tc3::box<T>;
};

}  // namespace support

template <>
struct tc3::text_traits<support::text_in_pieces> {
    static bool empty(const support::text_in_pieces& text) { return text.characters.empty(); }
    static bool write(tc3::any_sink& out, const support::text_in_pieces& text) {
        for (const char& c : text.characters) out.append({&c, 1});
        return text.valid;
    }
    static bool assign(tc3::state_ref, support::text_in_pieces& text, const tc3::json::string_token& token) {
        text = {};
        token.write(text.characters);
        return true;
    }
};
