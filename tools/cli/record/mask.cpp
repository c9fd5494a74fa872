// SPDX-License-Identifier: MIT
// Walks JSON with a masking table and makes a masked copy.
#include "record/mask.hpp"

#include <tc3/core/ascii.hpp>
#include <tc3/faceid/types/error_codes.hpp>
#include <tc3/http/message.hpp>
#include <tc3/json/number.hpp>
#include <tc3/testing/decision.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace tc3_cli {

namespace {

constexpr std::string_view masked_text = tc3::http::mask;
constexpr std::string_view masked_base64 = "KioqKg==";  // of masked_text

/// Objects and lists below this level are masked as empty ones. A line of a recording has two levels more than a body, and must not be
/// too deep for the reader.
constexpr std::size_t deepest_masked = 32;

constexpr std::size_t longest_identifier = 128;

/// Returns whether a text consists of ASCII letters, digits and some other characters.
[[nodiscard]] bool is_identifier(std::string_view text, std::string_view others) noexcept {
    const auto fits = [others](char c) { return tc3::ascii::is_alphanumeric(c) || tc3::ascii::contains(others, c); };
    return !text.empty() && text.size() <= longest_identifier && std::all_of(text.begin(), text.end(), fits);
}

[[nodiscard]] bool is_container(const json_value& value) noexcept { return value.is(json_kind::object) || value.is(json_kind::array); }

// ---- scalars ---------------------------------------------------------------------------------------------------------------------

/// Returns the mask for a described type; nothing for objects.
[[nodiscard]] std::optional<json_value> mask_of(value_kind kind) {
    switch (kind) {
        case value_kind::text: return json_value(masked_text);
        case value_kind::base64: return json_value(masked_base64);
        case value_kind::number: return json_value::number(0);
        case value_kind::boolean: return json_value(false);
        case value_kind::object: return std::nullopt;
    }
    return std::nullopt;
}

/// Returns the mask for the type of a scalar.
[[nodiscard]] json_value mask_of(const json_value& scalar) {
    if (scalar.is(json_kind::number)) return json_value::number(0);
    if (scalar.is(json_kind::boolean)) return json_value(false);
    return json_value(masked_text);
}

/// Returns whether a scalar may be the value of a field. The service sends some numbers as text.
[[nodiscard]] bool fits(const json_value& scalar, value_kind kind) noexcept {
    switch (kind) {
        case value_kind::text: return true;
        case value_kind::number:
        case value_kind::boolean:
            return !scalar.is(json_kind::string) || tc3::json::is_number(scalar.text()) || scalar.text() == "true" ||
                   scalar.text() == "false";
        case value_kind::base64:
        case value_kind::object: return false;
    }
    return false;
}

/// Returns whether a scalar of an action without a table is no personal value: a boolean, a count, a port.
[[nodiscard]] bool is_small(const json_value& scalar) noexcept {
    constexpr std::size_t most_digits = 4;
    const auto digits = std::count_if(scalar.text().begin(), scalar.text().end(), tc3::ascii::is_digit);
    return scalar.is(json_kind::boolean) || (scalar.is(json_kind::number) && digits <= std::ptrdiff_t{most_digits});
}

// ---- objects and lists -----------------------------------------------------------------------------------------------------------

/// What a value is masked by.
struct position {
    const masking_row* row = nullptr;  // of the field; null if no table has it
    bool is_open = false;              // whether the field and all around it are open
    bool keeps_small = false;          // whether the action has no table
    std::size_t depth = 0;
};

[[nodiscard]] json_value mask_value(const json_value& value, const position& at);

[[nodiscard]] const masking_row* find_row(masking_table table, std::string_view name) noexcept {
    const auto found = std::find_if(table.begin(), table.end(), [name](const masking_row& row) { return row.wire_name == name; });
    return found == table.end() ? nullptr : &*found;
}

[[nodiscard]] json_value::member mask_member(const json_value::member& member, masking_table table, const position& around) {
    const masking_row* row = find_row(table, member.first);
    const std::string_view name = is_identifier(member.first, "_-.") ? std::string_view(member.first) : masked_text;
    const position at{row, around.is_open && row != nullptr && row->is_open, around.keeps_small, around.depth + 1};
    return {std::string(name), mask_value(member.second, at)};
}

[[nodiscard]] json_value mask_object(const json_value& object, masking_table table, const position& at) {
    std::vector<json_value::member> members;
    if (at.depth < deepest_masked) {
        for (const json_value::member& each : object.members()) members.push_back(mask_member(each, table, at));
    }
    return json_value::object(std::move(members));
}

[[nodiscard]] json_value mask_array(const json_value& array, const position& at) {
    std::vector<json_value> elements;
    if (at.depth < deepest_masked) {
        position inside = at;
        ++inside.depth;
        for (const json_value& each : array.elements()) elements.push_back(mask_value(each, inside));
    }
    return json_value::array(std::move(elements));
}

[[nodiscard]] json_value mask_scalar(const json_value& scalar, const position& at) {
    const bool is_empty = scalar.is(json_kind::string) && scalar.text().empty();
    if (is_empty || scalar.is(json_kind::null)) return scalar;
    if (at.row == nullptr) return at.keeps_small && is_small(scalar) ? scalar : mask_of(scalar);
    const bool is_kept = at.is_open && fits(scalar, at.row->kind) && scalar.text().size() <= longest_open_text;
    return is_kept ? scalar : mask_of(at.row->kind).value_or(mask_of(scalar));
}

json_value mask_value(const json_value& value, const position& at) {
    if (value.is(json_kind::array)) return mask_array(value, at);
    if (!value.is(json_kind::object)) return mask_scalar(value, at);
    const bool has_table = at.row != nullptr && at.row->nested != nullptr;
    return mask_object(value, has_table ? at.row->nested() : masking_table{}, at);
}

// ---- errors and request ids ------------------------------------------------------------------------------------------------------

/// Returns a value that must be an identifier, masked if it is not one.
[[nodiscard]] json_value mask_identifier(const json_value& value, std::string_view others) {
    const bool is_kept = value.is(json_kind::string) && is_identifier(value.text(), others);
    return is_kept ? value : mask_value(value, {});
}

/// Returns the part of a message that the emulator writes for any request. What follows it may repeat a parameter.
[[nodiscard]] std::string_view find_fixed_beginning(std::string_view message) noexcept {
    using tc3::testing::rejection;
    for (auto reason = rejection::method; reason <= rejection::output; reason = static_cast<rejection>(static_cast<int>(reason) + 1)) {
        const std::string_view words = describe(reason);
        const bool is_beginning = message.starts_with(words) && message.substr(words.size()).starts_with(":");
        if (message == words || is_beginning) return words;
    }
    return {};
}

[[nodiscard]] bool is_meaning_of_code(std::string_view message) noexcept {
    const auto& codes = tc3::faceid::error_codes;
    return std::any_of(std::begin(codes), std::end(codes), [message](const auto& each) { return each.meaning == message; });
}

[[nodiscard]] json_value mask_message(const json_value& message) {
    if (is_meaning_of_code(message.text())) return message;
    const std::string_view beginning = find_fixed_beginning(message.text());
    if (beginning.empty()) return mask_value(message, {});
    if (beginning == message.text()) return message;
    return std::string(beginning).append(": ").append(masked_text);
}

[[nodiscard]] json_value mask_error(const json_value& error) {
    if (!error.is(json_kind::object)) return mask_value(error, {});
    std::vector<json_value::member> members;
    for (const auto& [name, value] : error.members()) {
        if (name == "Code") {
            members.emplace_back(name, mask_identifier(value, "._"));
        } else if (name == "Message") {
            members.emplace_back(name, mask_message(value));
        } else {
            members.push_back(mask_member({name, value}, {}, {}));
        }
    }
    return json_value::object(std::move(members));
}

[[nodiscard]] json_value mask_response(const json_value& response, const action_tables* tables) {
    const position around{.is_open = true, .keeps_small = tables == nullptr, .depth = 1};
    const masking_table table = tables != nullptr ? tables->output : masking_table{};
    if (!response.is(json_kind::object)) return mask_value(response, {});
    std::vector<json_value::member> members;
    for (const json_value::member& each : response.members()) {
        if (each.first == "RequestId") {
            members.emplace_back(each.first, mask_identifier(each.second, "-"));
        } else if (each.first == "Error") {
            members.emplace_back(each.first, mask_error(each.second));
        } else {
            members.push_back(mask_member(each, table, around));
        }
    }
    return json_value::object(std::move(members));
}

// ---- matching --------------------------------------------------------------------------------------------------------------------

/// Returns a value in which all that a replay ignores is equal.
[[nodiscard]] json_value normalized(const json_value& value) {
    if (value.is(json_kind::boolean)) return json_value(value.boolean() ? "true" : "false");
    if (!is_container(value)) return value.is(json_kind::null) ? value : json_value(value.text());
    std::vector<json_value> elements;
    for (const json_value& each : value.elements()) elements.push_back(normalized(each));
    if (value.is(json_kind::array)) return json_value::array(std::move(elements));

    std::multimap<std::string, json_value> sorted;  // members with the same name keep their order
    for (const auto& [name, each] : value.members()) {
        if (!each.is(json_kind::null)) sorted.emplace(name, normalized(each));  // null is as if the member were absent
    }
    return json_value::object({sorted.begin(), sorted.end()});
}

}  // namespace

// ---- public face -----------------------------------------------------------------------------------------------------------------

json_value mask_input(const json_value& input, const action_tables* tables) {
    const position around{.is_open = true, .keeps_small = tables == nullptr};
    if (!input.is(json_kind::object)) return json_value(masked_text);
    return mask_object(input, tables != nullptr ? tables->input : masking_table{}, around);
}

json_value mask_output(const json_value& body, const action_tables* tables) {
    if (!body.is(json_kind::object)) return json_value(masked_text);
    std::vector<json_value::member> members;
    for (const json_value::member& each : body.members()) {
        if (each.first == "Response") {
            members.emplace_back(each.first, mask_response(each.second, tables));
        } else {
            members.push_back(mask_member(each, {}, {}));
        }
    }
    return json_value::object(std::move(members));
}

std::string matching_key(std::string_view input, const action_tables* tables) {
    const auto parsed = json_value::parse(input);
    return write_json(normalized(mask_input(parsed ? *parsed : json_value(), tables)));
}

}  // namespace tc3_cli
