// SPDX-License-Identifier: MIT
// Random response bodies: every kind of field, members in any order, texts with and without escapes, unknown members.
#pragma once

#include "random.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace support {

/// A source of random bodies for a seed.
class random_document {
public:
    explicit random_document(std::uint64_t seed) : random_(seed) {}

    /// Returns a body with an output of type every_kind, or of type deep.
    std::string every_kind() { return body(every_kind_object()); }
    std::string deep() { return body(deep_object(0)); }

private:
    using members = std::vector<std::string>;

    std::string body(const std::string& output) {
        return blank() + "{" + blank() + "\"Response\"" + blank() + ":" + output + "}" + blank();
    }

    std::string every_kind_object() {
        members parts;
        const auto add = [&](std::string_view name, std::string value) {
            if (random_.number(0, 3) != 0) parts.push_back(member(name, std::move(value)));
        };
        for (const std::string_view name : {"Needed", "Text", "Json", "default", "VerificationURL", "VerificationUrl"}) add(name, text());
        add("Signed", number());
        add("Unsigned", std::to_string(random_.bits()));
        add("Flag", random_.flip() ? "true" : "false");
        add("Score", random_.flip() ? "89.88" : "\"-1e-3\"");
        add("Nested", item());
        add("Texts", list([this] { return or_null(text()); }));
        add("Numbers", list([this] { return or_null(number()); }));
        add("Items", list([this] { return or_null(item()); }));
        add("Image", random_.flip() ? "\"AP8=\"" : "\"A\\u0050\\/\\/\"");
        add("RequestId", text());
        return object(std::move(parts));
    }
    std::string deep_object(std::size_t depth) {
        members parts;
        const auto add = [&](std::string_view name, std::string value) {
            if (random_.flip()) parts.push_back(member(name, std::move(value)));
        };
        if (depth < 4) add("Child", deep_object(depth + 1));
        if (depth < 3) add("Children", list([&] { return or_null(deep_object(depth + 1)); }));
        add("Grid", list([this] { return or_null(list([this] { return or_null(text()); })); }));
        add("Maybe", list([this] { return or_null(text()); }));
        add("Flags", list([this] { return or_null(random_.flip() ? "true" : "false"); }));
        add("MaybeNumbers", list([this] { return number(); }));
        add("Images", list([this] { return or_null(random_.flip() ? "\"AP8=\"" : "\"\\u0041P8=\""); }));
        add("Plain", text());
        return object(std::move(parts));
    }
    std::string item() {
        members parts;
        if (random_.flip()) parts.push_back(member("Name", text()));
        if (random_.flip()) parts.push_back(member("Number", number()));
        return object(std::move(parts));
    }

    std::string object(members parts) {
        if (random_.number(0, 3) == 0) parts.push_back(member("New", R"({"a":[1,{"Name":null}],"b":"\u0041"})"));
        std::string text = "{" + blank();
        while (!parts.empty()) {
            const std::size_t next = random_.number(0, parts.size() - 1);
            text += parts[next] + blank();
            parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(next));
            if (!parts.empty()) text += "," + blank();
        }
        return text + "}";
    }
    std::string member(std::string_view name, std::string value) {
        return spelled(name) + blank() + ":" + blank() + (random_.number(0, 9) == 0 ? "null" : std::move(value));
    }
    template <class Element>
    std::string list(Element element) {
        std::string text = "[" + blank();
        for (std::size_t count = random_.number(0, 4); count > 0; --count) text += element() + blank() + (count > 1 ? "," : "");
        return text + "]";
    }
    std::string or_null(std::string value) { return random_.number(0, 4) == 0 ? "null" : std::move(value); }
    std::string number() { return std::to_string(static_cast<std::int64_t>(random_.bits())); }
    std::string blank() { return random_.number(0, 5) == 0 ? " \n" : ""; }

    /// Returns a JSON string. Half of all have no escape.
    std::string text() {
        constexpr std::string_view pieces[] = {"a", "plain text ", "\xc3\xa9", "\xe4\xbd\xa0", "\xf0\x9f\x98\x80", "/", "{}[],:"};
        constexpr std::string_view escapes[] = {"\\\"", "\\\\", "\\/", "\\n", "\\u0000", "\\u00e9", "\\u4F60", "\\ud83d\\ude00"};
        const bool escaped = random_.flip();
        std::string literal = "\"";
        for (std::size_t count = random_.number(0, 6); count > 0; --count) {
            literal += escaped && random_.flip() ? escapes[random_.number(0, 7)] : pieces[random_.number(0, 6)];
        }
        return literal + "\"";
    }
    /// Returns a name as a JSON string, sometimes with one letter escaped.
    std::string spelled(std::string_view name) {
        std::string spelling(name);
        if (random_.number(0, 7) == 0) {
            const std::size_t position = random_.number(0, name.size() - 1);
            char escape[7] = {};
            std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(name[position]));
            spelling.replace(position, 1, escape);
        }
        return "\"" + spelling + "\"";
    }

    random_input random_;
};

}  // namespace support
