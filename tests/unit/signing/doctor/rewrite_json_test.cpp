// SPDX-License-Identifier: MIT
// rewrite_json: JSON in the style of another serializer, compared with a naive writer.
#include "../../../support/doctor.hpp"
#include "../../../support/random.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace doctor = tc3::signing::doctor;
using doctor::json_style;

namespace {

std::string rewritten(std::string_view text, const json_style& style) {
    std::string out;
    tc3::sink_adapter to(out);
    const bool is_json = doctor::rewrite_json(to, text, style);
    if (!is_json) CHECK(out.empty());
    return is_json ? out : "no JSON";
}

// A JSON value in memory. A string is a list of code points.
struct value {
    enum { number, string, array, object } kind = number;
    std::string digits = "0";
    std::u32string characters;
    std::string name;  // if it is a member
    std::vector<value> members;
};

value random_value(support::random_input& random, std::size_t depth) {
    value made;
    const std::size_t kind = random.number(0, depth == 0 ? 1 : 3);
    if (kind == 0) {
        constexpr std::string_view numbers[] = {"0", "-1", "1.50", "1e+5", "true", "false", "null"};
        made.digits = numbers[random.number(0, 6)];
    } else if (kind == 1) {
        made.kind = value::string;
        constexpr std::u32string_view alphabet = U"ab \"\\/<>&\u00e9\u4f60\U0001F600\n\t\b\f\r\u0001\u007f=";
        for (std::size_t size = random.number(0, 6); size > 0; --size) made.characters += alphabet[random.number(0, alphabet.size() - 1)];
    } else {
        made.kind = kind == 2 ? value::array : value::object;
        for (std::size_t size = random.number(0, 4); size > 0; --size) {
            made.members.push_back(random_value(random, depth - 1));
            made.members.back().name = random.text(1, "abcdefghij") + std::to_string(size);  // each name once
        }
    }
    return made;
}

std::string escape_of(char16_t unit, const json_style& style) {
    const std::string_view digits = style.has_capital_digits ? "0123456789ABCDEF" : "0123456789abcdef";
    std::string text = "\\u";
    for (unsigned shift = 16; shift > 0; shift -= 4) text += digits[(unit >> (shift - 4)) & 15U];
    return text;
}

std::string escapes_of(char32_t c, const json_style& style) {
    if (c < 0x10000) return escape_of(static_cast<char16_t>(c), style);
    return escape_of(static_cast<char16_t>(0xD800 + ((c - 0x10000) >> 10U)), style) +
           escape_of(static_cast<char16_t>(0xDC00 + ((c - 0x10000) & 0x3FFU)), style);
}

std::string utf8_of(char32_t c) {
    std::string text;
    tc3::write_utf8(text, c);
    return text;
}

std::string text_of(const std::u32string& characters, const json_style& style) {
    std::string text = "\"";
    for (const char32_t c : characters) {
        const std::size_t known = std::u32string_view(U"\"\\\b\f\n\r\t").find(c);
        const bool is_listed = c < 0x80 && style.escaped_by_number.find(static_cast<char>(c)) != std::string_view::npos;
        if (is_listed) {
            text += escapes_of(c, style);
        } else if (known != std::u32string_view::npos) {
            text += std::string("\\") + "\"\\bfnrt"[known];
        } else if (c == '/' && style.escapes_slashes) {
            text += "\\/";
        } else if (c < 0x20 || (c >= 0x80 && style.only_ascii)) {
            text += escapes_of(c, style);
        } else {
            text += utf8_of(c);
        }
    }
    return text + "\"";
}

std::string text_of(const value& from, const json_style& style, std::size_t depth = 0) {
    if (from.kind == value::number) return from.digits;
    if (from.kind == value::string) return text_of(from.characters, style);
    std::vector<value> members = from.members;
    if (from.kind == value::object && style.sorts_members) {
        std::sort(members.begin(), members.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    }
    const auto line = [&style](std::size_t level) { return style.indent == 0 ? "" : "\n" + std::string(style.indent * level, ' '); };
    std::string text;
    for (const value& member : members) {
        text += text.empty() ? "" : "," + std::string(style.after_comma);
        text += line(depth + 1);
        if (from.kind == value::object) text += "\"" + member.name + "\":" + std::string(style.after_colon);
        text += text_of(member, style, depth + 1);
    }
    if (!members.empty()) text += line(depth);
    return from.kind == value::array ? "[" + text + "]" : "{" + text + "}";
}

}  // namespace

TEST_CASE("a text in any style becomes the text of a naive writer in any other style") {
    support::random_input random(15);
    for (int i = 0; i < 400; ++i) {
        const value made = random_value(random, 3);
        const auto random_style = [&random] {
            return doctor::body_form_of(doctor::body_forms - doctor::json_styles + random.number(0, doctor::json_styles - 1)).style;
        };
        const json_style from = random_style();
        const json_style to = random_style();
        // Sorting is not undone.
        json_style sorted = to;
        sorted.sorts_members = to.sorts_members || from.sorts_members;
        CHECK(rewritten(text_of(made, from), to) == text_of(made, sorted));
    }
}

TEST_CASE("numbers keep their spelling, and blanks around values are dropped") {
    CHECK(rewritten(" { \"a\" : 1.00 , \"b\" : [ 1E5 , -0 ] } ", {}) == R"({"a":1.00,"b":[1E5,-0]})");
    CHECK(rewritten(" 7 ", {}) == "7");
    CHECK(rewritten("[]", {.indent = 2}) == "[]");
}

TEST_CASE("the members of each object are sorted, and of one name the last is kept") {
    CHECK(rewritten(R"({"b":{"d":1,"c":2},"a":[{"z":1,"y":2}],"B":0})", {.sorts_members = true}) ==
          R"({"B":0,"a":[{"y":2,"z":1}],"b":{"c":2,"d":1}})");
    CHECK(rewritten(R"({"a":1,"b":2,"a":3})", {.sorts_members = true}) == R"({"a":3,"b":2})");
    CHECK(rewritten(R"({"":1,"\u0061":2})", {.sorts_members = true}) == R"({"":1,"a":2})");
    std::string many = "{\"z\":0";
    for (int i = 0; i < 64; ++i) many += ",\"y" + std::to_string(i) + "\":0";
    many += "}";
    CHECK(rewritten(many, {.sorts_members = true}) == many);
}

TEST_CASE("nothing is written for what is no JSON or too deep") {
    for (const std::string_view text : {"", "{", "{}x", "{\"a\"}", "\xff", "\"\\ud800\"", "01"}) CHECK(rewritten(text, {}) == "no JSON");
    CHECK(rewritten(std::string(17, '[') + std::string(17, ']'), {}) == "no JSON");
    CHECK(rewritten(std::string(16, '[') + std::string(16, ']'), {}) == std::string(16, '[') + std::string(16, ']'));
}
