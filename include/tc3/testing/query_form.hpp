// SPDX-License-Identifier: MIT
// A query as the JSON object that a POST would have sent: `A.B=text&Filters.0.Name=zone` (SPEC 1.8), whose values have lost their types.
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/encoding/percent.hpp>
#include <tc3/json/number.hpp>
#include <tc3/json/write.hpp>
#include <tc3/testing/decision.hpp>
#include <tc3/testing/received_message.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tc3::inline v0_1::testing::detail {

/// Undoes the encoding of HTML forms, which most SDKs use: a plus is a blank.
[[nodiscard]] inline bool decode_form_text(std::string& out, std::string_view text) {
    while (!text.empty()) {
        const std::size_t plus = text.find('+');
        if (!decode_percent(out, text.substr(0, plus))) return false;
        if (plus == std::string_view::npos) return true;
        out.append(" ");
        text.remove_prefix(plus + 1);
    }
    return true;
}

/// The members of a query as a tree. What reads like a number or a boolean is written as one, until the reader says that there it wants
/// text: only the table of the input knows.
class query_form {
public:
    [[nodiscard]] static result<query_form, rejected> parse(std::string_view query) {
        query_form form;
        while (!query.empty()) {
            std::string_view value = take_part(query, "&");
            std::string name;
            std::string text;
            const bool well_formed = decode_form_text(name, take_part(value, "=")) && decode_form_text(text, value);
            if (!well_formed) return reject(rejection::parameter, ": a '%' in the query is not followed by two hex digits");
            if (!form.add(name, text)) return reject(rejection::parameter, ": a name in the query has an empty part, or too many");
        }
        return form;
    }

    [[nodiscard]] result<std::string, rejected> json() {
        std::string text;
        json::writer out(text);
        if (!write_object(out, text, root_)) return reject(rejection::parameter, ": a position in a list stands twice, or is too large");
        if (!out.ok()) return reject(rejection::parameter, ": the query is not UTF-8");
        return text;
    }

    /// Makes the value at that place of the last json() a text. False where it is one, or none begins there.
    [[nodiscard]] bool make_text(std::size_t at) noexcept { return make_text(root_, at); }

private:
    static constexpr std::size_t deepest = 32;
    static constexpr std::size_t largest_position = 999;

    struct node {
        std::string name = {};
        std::string text = {};
        bool is_value = false;
        bool is_text = false;
        std::size_t at = 0;  // where it was written
        std::vector<node> members = {};
    };

    [[nodiscard]] bool add(std::string_view name, std::string_view text) {
        node* where = &root_;
        for (std::size_t depth = 0; depth < deepest; ++depth) {
            const bool last = name.find('.') == std::string_view::npos;
            const std::string_view part = take_part(name, ".");
            const bool nameless = last && depth == 0;  // "=text": for the reader to refuse
            if (part.empty() && !nameless) return false;
            if (last) {
                where->members.push_back(
                    {.name = std::string(part), .text = std::string(text), .is_value = true, .is_text = !reads_bare(text)});
                return true;
            }
            where = &branch(*where, part);
        }
        return false;
    }

    [[nodiscard]] static node& branch(node& parent, std::string_view name) {
        for (node& known : parent.members) {
            if (!known.is_value && known.name == name) return known;
        }
        return parent.members.emplace_back(node{.name = std::string(name)});
    }

    /// Whether a text is a number or a boolean of JSON.
    [[nodiscard]] static bool reads_bare(std::string_view text) { return text == "true" || text == "false" || json::is_number(text); }

    [[nodiscard]] static bool is_position(std::string_view name) noexcept {
        return !name.empty() && ascii::find_not(name, ascii::is_digit) == std::string_view::npos;
    }
    [[nodiscard]] static bool is_list(const node& parent) noexcept {
        for (const node& each : parent.members) {
            if (!is_position(each.name)) return false;
        }
        return true;
    }

    using writer = json::writer<std::string>;

    [[nodiscard]] static bool write(writer& out, const std::string& written, node& what) {
        if (!what.is_value) return is_list(what) ? write_list(out, written, what) : write_object(out, written, what);
        const std::size_t before = written.size();
        if (what.is_text) {
            out.string(what.text);
        } else {
            out.raw(what.text);
        }
        what.at = written[before] == ',' ? before + 1 : before;
        return true;
    }

    /// A name that stands twice is written twice: the reader will say so.
    [[nodiscard]] static bool write_object(writer& out, const std::string& written, node& object) {
        out.begin_object();
        for (node& each : object.members) {
            out.name(each.name);
            if (!write(out, written, each)) return false;
        }
        out.end_object();
        return true;
    }

    /// In the order of the positions, whatever that of the query is; a position that is left out is null.
    [[nodiscard]] static bool write_list(writer& out, const std::string& written, node& list) {
        std::vector<node*> elements;
        for (node& each : list.members) {
            const auto position = json::to_uint64(each.name);
            if (!position || *position > largest_position) return false;
            const auto index = static_cast<std::size_t>(*position);
            if (index >= elements.size()) elements.resize(index + 1);
            if (elements[index] != nullptr) return false;
            elements[index] = &each;
        }
        out.begin_array();
        for (node* each : elements) {
            if (each == nullptr) {
                out.null();
            } else if (!write(out, written, *each)) {
                return false;
            }
        }
        out.end_array();
        return true;
    }

    [[nodiscard]] static bool make_text(node& parent, std::size_t at) noexcept {
        for (node& each : parent.members) {
            const bool here = each.is_value && !each.is_text && each.at == at;
            if (here) return each.is_text = true;
            if (make_text(each, at)) return true;
        }
        return false;
    }

    node root_;
};

}  // namespace tc3::inline v0_1::testing::detail
