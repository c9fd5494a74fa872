// SPDX-License-Identifier: MIT
// A JSON value in memory, for texts that the program has to look into or change: recordings, scenarios, descriptions of products.
#pragma once

#include <tc3/core/result.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tc3_cli {

enum class json_kind : std::uint8_t { null, boolean, number, string, array, object };

/// Returns a type in words: "a number".
[[nodiscard]] std::string_view describe(json_kind kind) noexcept;

/// A JSON value. Members keep their order, and numbers their digits. Members with the same name are all kept.
class json_value {
public:
    using member = std::pair<std::string, json_value>;

    /// How many objects and arrays of a text may be open at a time.
    static constexpr std::size_t deepest = 64;

    /// Makes null.
    json_value() = default;
    /// Makes true or false.
    json_value(std::same_as<bool> auto value) : kind_(json_kind::boolean), boolean_(value) {}
    /// Makes a string.
    json_value(std::string text) : kind_(json_kind::string), text_(std::move(text)) {}
    json_value(std::string_view text) : json_value(std::string(text)) {}
    json_value(const char* text) : json_value(std::string(text)) {}

    /// Makes a number of its digits, "-12.50". Text that is no JSON number gives null.
    [[nodiscard]] static json_value number(std::string digits);
    [[nodiscard]] static json_value number(std::integral auto value) { return number(std::to_string(value)); }
    [[nodiscard]] static json_value array(std::vector<json_value> elements = {});
    [[nodiscard]] static json_value object(std::vector<member> members = {});

    /// Parses a JSON text. Objects and arrays may be nested up to `deepest`.
    ///
    /// Errors: what is wrong and the byte: "ends too early, at byte 12".
    [[nodiscard]] static tc3::result<json_value, std::string> parse(std::string_view text);

    [[nodiscard]] json_kind kind() const noexcept { return kind_; }
    [[nodiscard]] bool is(json_kind kind) const noexcept { return kind_ == kind; }

    /// Returns the value of a boolean; false for another type.
    [[nodiscard]] bool boolean() const noexcept { return boolean_; }
    /// Returns the characters of a string or the digits of a number; empty for another type.
    [[nodiscard]] const std::string& text() const noexcept { return text_; }
    /// Returns the elements of an array; empty for another type.
    [[nodiscard]] const std::vector<json_value>& elements() const noexcept { return elements_; }
    [[nodiscard]] std::vector<json_value>& elements() noexcept { return elements_; }
    /// Returns the members of an object; empty for another type.
    [[nodiscard]] const std::vector<member>& members() const noexcept { return members_; }
    [[nodiscard]] std::vector<member>& members() noexcept { return members_; }

    /// Returns the last member with a name; null if there is none, or this is no object.
    [[nodiscard]] const json_value* find(std::string_view name) const noexcept;
    [[nodiscard]] json_value* find(std::string_view name) noexcept;

    /// Sets the last member with a name, or adds it at the end. The value must be an object.
    void set(std::string_view name, json_value value);
    /// Removes all members with a name.
    void remove(std::string_view name);

    /// Compares types, digits of numbers, and members in their order.
    friend bool operator==(const json_value& a, const json_value& b) noexcept;

private:
    json_kind kind_ = json_kind::null;
    bool boolean_ = false;
    std::string text_;
    std::vector<json_value> elements_;
    std::vector<member> members_;
};

/// Writes a value without blanks. A byte that is not UTF-8 is written as U+FFFD.
void write_json(std::string& out, const json_value& value);

/// Returns a value as text, without blanks.
[[nodiscard]] std::string write_json(const json_value& value);

}  // namespace tc3_cli
