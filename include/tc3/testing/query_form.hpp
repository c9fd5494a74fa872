// SPDX-License-Identifier: MIT
// Converts a query, `A.B=text&Filters.0.Name=zone`, into the JSON object that a POST would have sent (docs/tc3-signing.md 1.8).
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/text_scanner.hpp>
#include <tc3/encoding/percent.hpp>
#include <tc3/json/number.hpp>
#include <tc3/json/write.hpp>
#include <tc3/testing/decision.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tc3::inline TC3_NAMESPACE::testing {

/// The members of a query as a tree.
///
/// A query has no types: `Limit=7` can be a number or a text. json() writes each value that looks like a number or a boolean as one. If the
/// reader, which knows the type of the field, expects a text instead, make_text() changes that value, and json() is called again.
class query_form {
public:
    /// Parses a query.
    ///
    /// Errors: rejection::parameter for a malformed escape, an empty part of a name, and more than 32 parts.
    [[nodiscard]] static result<query_form, rejected_request> parse(std::string_view query);

    /// Writes the query as a JSON object. A name that occurs twice is written twice, so that the reader rejects it.
    ///
    /// Errors: rejection::parameter for a list index that occurs twice or is above 999, and for text that is not UTF-8.
    [[nodiscard]] result<std::string, rejected_request> json();

    /// Makes a text of the number or boolean at a byte position of the last json(). Returns false if there is none.
    [[nodiscard]] bool make_text(std::size_t position) noexcept { return make_text(root_, position); }

private:
    static constexpr std::size_t deepest = 32;
    static constexpr std::size_t largest_index = 999;

    /// A value, or a branch with members: an object, or a list if all its members are indices.
    struct node {
        std::string name = {};
        std::string text = {};
        bool is_value = false;
        bool is_text = false;
        std::size_t position = 0;  // of a value in the last json()
        std::vector<node> members = {};
    };

    [[nodiscard]] bool add(std::string_view name, std::string_view text);
    [[nodiscard]] static node& find_or_add_branch(node& parent, std::string_view name);

    [[nodiscard]] static bool is_number_or_boolean(std::string_view text);
    [[nodiscard]] static bool is_index(std::string_view name) noexcept;
    [[nodiscard]] static bool is_list(const node& branch) noexcept;

    using writer = json::writer<std::string>;

    /// Writes a node; `text` is what `out` has written, for the positions of values.
    [[nodiscard]] static bool write(writer& out, const std::string& text, node& node);
    [[nodiscard]] static bool write_object(writer& out, const std::string& text, node& object);

    /// Writes elements in the order of their indices, which may differ from that of the query. An index that is left out gives null.
    [[nodiscard]] static bool write_list(writer& out, const std::string& text, node& list);

    [[nodiscard]] static bool make_text(node& branch, std::size_t position) noexcept;

    node root_;
};

}  // namespace tc3::inline TC3_NAMESPACE::testing

#if defined(TC3_BODIES)

namespace tc3::inline TC3_NAMESPACE::testing {

/// Decodes percent-encoding and, as in HTML forms, a plus as a space: most SDKs write it. Returns false for a malformed escape.
[[nodiscard]] inline bool decode_form_text(std::string& out, std::string_view text) {
    text_scanner scanner(text);
    while (const auto part = scanner.take_until("+")) {
        if (!decode_percent(out, *part)) return false;
        out.append(" ");
    }
    return decode_percent(out, scanner.rest());
}

TC3_FUNCTION result<query_form, rejected_request> query_form::parse(std::string_view query) {
    query_form form;
    text_scanner pairs(query);
    while (!pairs.empty()) {
        text_scanner pair(pairs.take_part("&"));
        std::string name;
        std::string text;
        const bool well_formed = decode_form_text(name, pair.take_part("=")) && decode_form_text(text, pair.rest());
        if (!well_formed) return reject(rejection::parameter, ": a '%' in the query is not followed by two hex digits");
        if (!form.add(name, text)) return reject(rejection::parameter, ": a name in the query has an empty part, or too many parts");
    }
    return form;
}

TC3_FUNCTION result<std::string, rejected_request> query_form::json() {
    std::string text;
    json::writer out(text);
    if (!write_object(out, text, root_)) return reject(rejection::parameter, ": an index of a list occurs twice, or is too large");
    if (!out.ok()) return reject(rejection::parameter, ": the query is not UTF-8");
    return text;
}

TC3_FUNCTION bool query_form::add(std::string_view name, std::string_view text) {
    node* parent = &root_;
    text_scanner parts(name);
    for (std::size_t depth = 0; depth < deepest; ++depth) {
        if (const auto part = parts.take_until(".")) {
            if (part->empty()) return false;
            parent = &find_or_add_branch(*parent, *part);
            continue;
        }
        const std::string_view last = parts.rest();
        if (last.empty() && depth != 0) return false;  // but "=text" is a member without a name, which the reader rejects
        parent->members.push_back(
            {.name = std::string(last), .text = std::string(text), .is_value = true, .is_text = !is_number_or_boolean(text)});
        return true;
    }
    return false;
}

TC3_FUNCTION query_form::node& query_form::find_or_add_branch(node& parent, std::string_view name) {
    for (node& known : parent.members) {
        if (!known.is_value && known.name == name) return known;
    }
    return parent.members.emplace_back(node{.name = std::string(name)});
}

TC3_FUNCTION bool query_form::is_number_or_boolean(std::string_view text) {
    return text == "true" || text == "false" || json::is_number(text);
}

TC3_FUNCTION bool query_form::is_index(std::string_view name) noexcept {
    return !name.empty() && ascii::find_not(name, ascii::is_digit) == std::string_view::npos;
}

TC3_FUNCTION bool query_form::is_list(const node& branch) noexcept {
    for (const node& each : branch.members) {
        if (!is_index(each.name)) return false;
    }
    return true;
}

TC3_FUNCTION bool query_form::write(writer& out, const std::string& text, node& node) {
    if (!node.is_value) return is_list(node) ? write_list(out, text, node) : write_object(out, text, node);
    const std::size_t before = text.size();
    if (node.is_text) {
        out.string(node.text);
    } else {
        out.raw(node.text);
    }
    node.position = text[before] == ',' ? before + 1 : before;
    return true;
}

TC3_FUNCTION bool query_form::write_object(writer& out, const std::string& text, node& object) {
    out.begin_object();
    for (node& each : object.members) {
        out.name(each.name);
        if (!write(out, text, each)) return false;
    }
    out.end_object();
    return true;
}

TC3_FUNCTION bool query_form::write_list(writer& out, const std::string& text, node& list) {
    std::vector<node*> elements;
    for (node& each : list.members) {
        const auto number = json::to_uint64(each.name);
        if (!number || *number > largest_index) return false;
        const auto index = static_cast<std::size_t>(*number);
        if (index >= elements.size()) elements.resize(index + 1);
        if (elements[index] != nullptr) return false;
        elements[index] = &each;
    }
    out.begin_array();
    for (node* each : elements) {
        if (each == nullptr) {
            out.null();
        } else if (!write(out, text, *each)) {
            return false;
        }
    }
    out.end_array();
    return true;
}

TC3_FUNCTION bool query_form::make_text(node& branch, std::size_t position) noexcept {
    for (node& each : branch.members) {
        if (each.is_value && !each.is_text && each.position == position) {
            each.is_text = true;
            return true;
        }
        if (make_text(each, position)) return true;
    }
    return false;
}

}  // namespace tc3::inline TC3_NAMESPACE::testing

#endif  // TC3_BODIES
