// SPDX-License-Identifier: MIT
// Writes a JSON text again, in the style of another serializer: with other blanks, escapes or order of members.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/sink.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

/// How a serializer writes JSON.
struct json_style {
    std::string_view after_comma = {};        ///< between elements and between members
    std::string_view after_colon = {};        ///< between the name and the value of a member
    std::uint8_t indent = 0;                  ///< blanks for each level, each value on a line of its own; 0 for one line
    bool only_ascii = false;                  ///< all other characters as escapes by number, as json.dumps() of Python does
    bool escapes_slashes = false;             ///< '/' as "\/", as json_encode() of PHP does
    std::string_view escaped_by_number = {};  ///< ASCII characters as escapes by number: '<', '>' and '&' by encoding/json of Go
    bool has_capital_digits = false;          ///< digits of escapes in capitals, as System.Text.Json of .NET writes them
    bool sorts_members = false;               ///< the members of objects by the bytes of their names
};

/// Writes a valid JSON text again in a style. Numbers are written as they are spelled.
///
/// An object of more than 64 members is not sorted. Returns false, and writes nothing, for a text that is not JSON or is deeper than 16
/// levels.
///
/// Cost: linear in the text for each level; sorting compares up to 2,000 pairs of names for an object.
[[nodiscard]] bool rewrite_json(any_sink& out, std::string_view text, const json_style& style);

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor

#if defined(TC3_BODIES)

#include <tc3/core/ascii.hpp>
#include <tc3/encoding/hex.hpp>
#include <tc3/encoding/utf16.hpp>
#include <tc3/encoding/utf8.hpp>
#include <tc3/json/read.hpp>

#include <array>

namespace tc3::inline TC3_NAMESPACE::signing::doctor {

namespace doctor_detail {

inline constexpr std::size_t deepest_rewrite = 16;
// The characters with a short escape, and the letter of each after the backslash.
inline constexpr std::string_view escaped_characters = "\"\\\b\f\n\r\t/";
inline constexpr std::string_view escape_letters = "\"\\bfnrt/";
inline constexpr std::size_t most_sorted_members = 64;

/// Writes UTF-8 as the inside of a JSON string. Each piece must end with a whole character.
class escaping_sink final : public any_sink {
public:
    escaping_sink(any_sink& out, const json_style& style) noexcept : any_sink(append_to), out_(out), style_(style) {}

private:
    static void append_to(any_sink& self, const std::string_view& text) { static_cast<escaping_sink&>(self).write(text); }

    void write(std::string_view text) {
        while (!text.empty()) {
            const std::size_t end = ascii::find_not(text, [this](char c) { return is_plain(c); });
            const std::string_view plain = text.substr(0, end);
            if (!plain.empty()) out_.append(plain);
            text.remove_prefix(plain.size());
            if (!text.empty()) write_escape(take_utf8(text));
        }
    }
    [[nodiscard]] bool is_plain(char c) const noexcept {
        if (static_cast<unsigned char>(c) >= 0x80) return !style_.only_ascii;
        if (static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\') return false;
        if (c == '/') return !style_.escapes_slashes;
        return !ascii::contains(style_.escaped_by_number, c);
    }
    void write_escape(char32_t character) {
        const bool is_by_number = character >= 0x80 || ascii::contains(style_.escaped_by_number, static_cast<char>(character));
        const std::size_t index = is_by_number ? std::string_view::npos : escaped_characters.find(static_cast<char>(character));
        if (index != std::string_view::npos) {
            const char letters[] = {'\\', escape_letters[index]};
            return out_.append(std::string_view(letters, sizeof letters));
        }
        const utf16_units pair = encode_utf16(character);
        for (std::size_t i = 0; i < pair.size; ++i) write_unit(pair.units[i]);
    }
    void write_unit(unsigned unit) {
        out_.append("\\u");
        for (unsigned shift = 16; shift > 0; shift -= 4) {
            const char digit = hex_digit(unit >> (shift - 4));
            write_char(out_, style_.has_capital_digits && ascii::is_lower(digit) ? static_cast<char>(digit - 'a' + 'A') : digit);
        }
    }

    any_sink& out_;
    const json_style& style_;
};

/// A part of a text, in half the memory of a view: rewriters are nested.
struct text_place {
    text_place() noexcept = default;
    text_place(std::string_view text, std::string_view part) noexcept
        : position(static_cast<std::uint32_t>(part.data() - text.data())), size(static_cast<std::uint32_t>(part.size())) {}
    [[nodiscard]] std::string_view in(std::string_view text) const noexcept { return text.substr(position, size); }

    std::uint32_t position = 0, size = 0;
};
struct member_place {
    text_place name, value;
};

/// Writes one JSON text in a style.
class rewriter {
public:
    rewriter(any_sink& out, const json_style& style) noexcept : out_(out), style_(style) {}

    /// Writes a value that is `depth` levels deep.
    void write(std::string_view text, std::size_t depth) {
        json::reader in(text);
        switch (in.peek()) {
            case json::kind::object: return write_members(text, depth);
            case json::kind::array: return write_elements(in, depth);
            case json::kind::string: {
                json::string_token token;
                static_cast<void>(in.read_string(token));
                return write_string(token);
            }
            default: return out_.append(ascii::trim(text));
        }
    }

private:
    void write_elements(json::reader& in, std::size_t depth) {
        out_.append("[");
        bool is_first = true;
        static_cast<void>(in.begin_array());
        while (in.next_element()) {
            separate(is_first, depth + 1);
            const std::size_t start = in.position();
            static_cast<void>(in.skip_value());
            write(in.since(start), depth + 1);
        }
        close(is_first, depth);
        out_.append("]");
    }

    void write_members(std::string_view object, std::size_t depth) {
        out_.append("{");
        bool is_first = true;
        const auto write_member = [&](const json::string_token& name, std::string_view value) {
            separate(is_first, depth + 1);
            write_string(name);
            out_.append(":");
            out_.append(style_.after_colon);
            write(value, depth + 1);
        };
        if (style_.sorts_members && count_members(object) <= most_sorted_members) {
            for_sorted_members(object, write_member);
        } else {
            for_members(object, write_member);
        }
        close(is_first, depth);
        out_.append("}");
    }

    template <class Use>
    static void for_members(std::string_view object, Use use) {
        json::reader in(object);
        json::string_token name;
        static_cast<void>(in.begin_object());
        while (in.next_member(name)) {
            const std::size_t start = in.position();
            static_cast<void>(in.skip_value());
            use(name, in.since(start));
        }
    }
    [[nodiscard]] static std::size_t count_members(std::string_view object) {
        std::size_t count = 0;
        for_members(object, [&count](const json::string_token&, std::string_view) { ++count; });
        return count;
    }
    /// Visits the members in the order of their names as they are spelled. Of members with one name it visits the last.
    template <class Use>
    static void for_sorted_members(std::string_view object, Use use) {
        std::array<member_place, most_sorted_members> sorted;
        std::size_t count = 0;
        for_members(object, [&](const json::string_token& name, std::string_view value) {
            std::size_t place = count++;
            for (; place > 0 && name.raw() < sorted[place - 1].name.in(object); --place) sorted[place] = sorted[place - 1];
            sorted[place] = {text_place(object, name.raw()), text_place(object, value)};
        });
        for (std::size_t i = 0; i < count; ++i) {
            const bool has_later_copy = i + 1 < count && sorted[i].name.in(object) == sorted[i + 1].name.in(object);
            if (!has_later_copy) use(name_at(object, sorted[i].name), sorted[i].value.in(object));
        }
    }
    [[nodiscard]] static json::string_token name_at(std::string_view object, const text_place& raw) {
        json::reader in(object.substr(raw.position - 1));  // with the quotation mark
        json::string_token name;
        static_cast<void>(in.read_string(name));
        return name;
    }

    void write_string(const json::string_token& token) {
        escaping_sink escaped(out_, style_);
        out_.append("\"");
        token.write(escaped);
        out_.append("\"");
    }
    void separate(bool& is_first, std::size_t depth) {
        if (!is_first) {
            out_.append(",");
            out_.append(style_.after_comma);
        }
        is_first = false;
        begin_line(depth);
    }
    void close(bool is_empty, std::size_t depth) {
        if (!is_empty) begin_line(depth);
    }
    void begin_line(std::size_t depth) {
        if (style_.indent == 0) return;
        out_.append("\n");
        for (std::size_t blanks = style_.indent * depth; blanks > 0; --blanks) out_.append(" ");
    }

    any_sink& out_;
    const json_style& style_;
};

}  // namespace doctor_detail

TC3_FUNCTION bool rewrite_json(any_sink& out, std::string_view text, const json_style& style) {
    if (!json::validate(text, {.depth = doctor_detail::deepest_rewrite})) return false;
    doctor_detail::rewriter(out, style).write(text, 0);
    return true;
}

}  // namespace tc3::inline TC3_NAMESPACE::signing::doctor

#endif  // TC3_BODIES
