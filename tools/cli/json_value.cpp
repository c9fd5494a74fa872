// SPDX-License-Identifier: MIT
// Reads JSON into a value in memory, with the reader of tc3, and writes it.
#include "json_value.hpp"

#include <tc3/core/error.hpp>
#include <tc3/encoding/utf8.hpp>
#include <tc3/json/number.hpp>
#include <tc3/json/read.hpp>
#include <tc3/json/write.hpp>

#include <algorithm>

namespace tc3_cli {

namespace json = tc3::json;

std::string_view describe(json_kind kind) noexcept {
    switch (kind) {
        case json_kind::null: return "null";
        case json_kind::boolean: return "a boolean";
        case json_kind::number: return "a number";
        case json_kind::string: return "a text";
        case json_kind::array: return "a list";
        case json_kind::object: return "an object";
    }
    return "";
}

// ---- values ----------------------------------------------------------------------------------------------------------------------

json_value json_value::number(std::string digits) {
    json_value value;
    if (!json::is_number(digits)) return value;
    value.kind_ = json_kind::number;
    value.text_ = std::move(digits);
    return value;
}

json_value json_value::array(std::vector<json_value> elements) {
    json_value value;
    value.kind_ = json_kind::array;
    value.elements_ = std::move(elements);
    return value;
}

json_value json_value::object(std::vector<member> members) {
    json_value value;
    value.kind_ = json_kind::object;
    value.members_ = std::move(members);
    return value;
}

const json_value* json_value::find(std::string_view name) const noexcept {
    const auto found = std::find_if(members_.rbegin(), members_.rend(), [name](const member& each) { return each.first == name; });
    return found == members_.rend() ? nullptr : &found->second;
}

json_value* json_value::find(std::string_view name) noexcept { return const_cast<json_value*>(std::as_const(*this).find(name)); }

void json_value::set(std::string_view name, json_value value) {
    if (json_value* known = find(name)) {
        *known = std::move(value);
    } else {
        members_.emplace_back(std::string(name), std::move(value));
    }
}

void json_value::remove(std::string_view name) {
    std::erase_if(members_, [name](const member& each) { return each.first == name; });
}

bool operator==(const json_value& a, const json_value& b) noexcept {
    return a.kind_ == b.kind_ && a.boolean_ == b.boolean_ && a.text_ == b.text_ && a.elements_ == b.elements_ && a.members_ == b.members_;
}

// ---- reading ---------------------------------------------------------------------------------------------------------------------

namespace {

[[nodiscard]] std::string text_of(const json::string_token& token) {
    std::string text;
    text.reserve(token.size());
    token.write(text);
    return text;
}

/// Reads the current value. After an error, which the reader keeps, the value is of no use.
[[nodiscard]] json_value read_value(json::reader& in);

[[nodiscard]] json_value read_object(json::reader& in) {
    std::vector<json_value::member> members;
    json::string_token name;
    in.begin_object();
    while (in.next_member(name)) {
        std::string text = text_of(name);
        members.emplace_back(std::move(text), read_value(in));
    }
    return json_value::object(std::move(members));
}

[[nodiscard]] json_value read_array(json::reader& in) {
    std::vector<json_value> elements;
    in.begin_array();
    while (in.next_element()) elements.push_back(read_value(in));
    return json_value::array(std::move(elements));
}

json_value read_value(json::reader& in) {
    json::string_token text;
    json::number_token number;
    bool boolean = false;
    switch (in.peek()) {
        case json::kind::object: return read_object(in);
        case json::kind::array: return read_array(in);
        case json::kind::string: return in.read_string(text) ? json_value(text_of(text)) : json_value();
        case json::kind::number: return in.read_number(number) ? json_value::number(std::string(number.text())) : json_value();
        case json::kind::boolean: return in.read_boolean(boolean) ? json_value(boolean) : json_value();
        case json::kind::null: in.read_null(); return {};
        case json::kind::none: return {};
    }
    return {};
}

/// Returns an error of the reader in words, without the name of the part that the reader gives it.
[[nodiscard]] std::string describe_error(const tc3::error& error) {
    std::string text(tc3::describe(error.code));
    if (error.limit != 0) text.append(", the limit is ").append(std::to_string(error.limit));
    return text.append(", at byte ").append(std::to_string(error.position));
}

}  // namespace

tc3::result<json_value, std::string> json_value::parse(std::string_view text) {
    json::reader in(text, {.depth = deepest});
    json_value value = read_value(in);
    in.finish();
    if (!in.ok()) return tc3::unexpected(describe_error(in.error()));
    return value;
}

// ---- writing ---------------------------------------------------------------------------------------------------------------------

namespace {

using writer = json::writer<std::string>;

/// Returns text whose bytes that are not UTF-8 are replaced.
[[nodiscard]] std::string repaired(std::string_view text) {
    std::string valid;
    while (!text.empty()) {
        const std::size_t end = std::min(tc3::find_invalid_utf8(text), text.size());
        valid.append(text.substr(0, end));
        text.remove_prefix(end);
        if (text.empty()) break;
        valid.append("\xEF\xBF\xBD");
        text.remove_prefix(1);
    }
    return valid;
}

[[nodiscard]] bool is_utf8(std::string_view text) noexcept { return tc3::find_invalid_utf8(text) == std::string_view::npos; }

void write_string(writer& out, const std::string& text) { is_utf8(text) ? out.string(text) : out.string(repaired(text)); }

void write_name(writer& out, const std::string& text) { is_utf8(text) ? out.name(text) : out.name(repaired(text)); }

void write_value(writer& out, const json_value& value) {
    switch (value.kind()) {
        case json_kind::null: return out.null();
        case json_kind::boolean: return out.boolean(value.boolean());
        case json_kind::number: return out.raw(value.text());
        case json_kind::string: return write_string(out, value.text());
        case json_kind::array:
            out.begin_array();
            for (const json_value& each : value.elements()) write_value(out, each);
            return out.end_array();
        case json_kind::object:
            out.begin_object();
            for (const auto& [name, each] : value.members()) {
                write_name(out, name);
                write_value(out, each);
            }
            return out.end_object();
    }
}

}  // namespace

void write_json(std::string& out, const json_value& value) {
    writer to(out);
    write_value(to, value);
}

std::string write_json(const json_value& value) {
    std::string text;
    write_json(text, value);
    return text;
}

}  // namespace tc3_cli
