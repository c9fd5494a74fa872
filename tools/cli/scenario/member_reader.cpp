// SPDX-License-Identifier: MIT
// The sentences about members of a scenario.
#include "scenario/member_reader.hpp"

#include <tc3/encoding/printable.hpp>
#include <tc3/json/number.hpp>

#include <algorithm>
#include <utility>

namespace tc3_cli {

namespace {

/// Returns names as a list for people: "a, b and c".
std::string list_of(std::span<const std::string_view> names, std::string_view last_word) {
    std::string list;
    std::size_t left = names.size();
    for (const std::string_view name : names) {
        list.append(name);
        --left;
        if (left > 1) list.append(", ");
        if (left == 1) list.append(last_word);
    }
    return list;
}

/// Returns a name from the text without what would change the display of a message.
std::string printable(std::string_view name) {
    std::string text;
    tc3::split_printable(name, [&text](std::string_view piece) { text.append(piece); }, [&text](char32_t) { text.push_back('?'); });
    return text.empty() ? "\"\"" : text;
}

}  // namespace

member_reader::member_reader(const json_value& object, std::string path, std::string_view noun, std::span<const std::string_view> known)
    : object_(object), path_(std::move(path)), noun_(noun) {
    if (object.kind() == json_kind::object) {
        check_names(known);
    } else {
        fail({}, "must be a JSON object");
    }
}

void member_reader::check_names(std::span<const std::string_view> known) {
    for (const auto& [name, member] : object_.members()) {
        if (std::ranges::find(known, name) == known.end()) {
            return fail(printable(name),
                        std::string("is unknown: the members of the ").append(noun_).append(" are ").append(list_of(known, " and ")));
        }
        if (&member != find(name)) return fail(name, "occurs twice");
    }
}

const json_value* member_reader::find(std::string_view name) const noexcept { return object_.find(name); }

std::string member_reader::path_of(std::string_view name) const {
    if (name.empty()) return path_.empty() ? std::string("the ").append(noun_) : path_;
    return path_.empty() ? std::string(name) : std::string(path_).append(".").append(name);
}

const json_value* member_reader::value(std::string_view name, json_kind kind, std::string_view words) {
    const json_value* member = find(name);
    if (member == nullptr) return nullptr;
    if (member->kind() == kind) return member;
    fail(name, std::string("must be ").append(words));
    return nullptr;
}

std::optional<std::string> member_reader::text(std::string_view name) {
    const json_value* member = value(name, json_kind::string, "a string");
    if (member == nullptr) return {};
    return member->text();
}

std::optional<bool> member_reader::boolean(std::string_view name) {
    const json_value* member = value(name, json_kind::boolean, "true or false");
    if (member == nullptr) return {};
    return member->boolean();
}

std::optional<std::int64_t> member_reader::whole_number(std::string_view name, const whole_number_rule& rule) {
    const json_value* member = value(name, json_kind::number, rule.words);
    if (member == nullptr) return {};
    const auto number = tc3::json::to_int64(member->text());
    if (number && *number >= rule.smallest && *number <= rule.largest) return *number;
    fail(name, std::string("must be ").append(rule.words));
    return {};
}

std::optional<std::size_t> member_reader::one_of(std::string_view name, std::span<const std::string_view> allowed) {
    const std::string words = list_of(allowed, " or ");
    const json_value* member = value(name, json_kind::string, words);
    if (member == nullptr) return {};
    const auto found = std::ranges::find(allowed, member->text());
    if (found != allowed.end()) return static_cast<std::size_t>(found - allowed.begin());
    fail(name, "must be " + words);
    return {};
}

void member_reader::fail(std::string_view name, std::string_view sentence) { fail(path_of(name).append(" ").append(sentence)); }

void member_reader::fail(std::string error) {
    if (error_.empty()) error_ = std::move(error);
}

tc3::result<void, std::string> member_reader::result() const {
    if (error_.empty()) return {};
    return tc3::unexpected(error_);
}

}  // namespace tc3_cli
