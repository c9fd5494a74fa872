// SPDX-License-Identifier: MIT
// Reads the members of a JSON object that a person wrote. Each mistake becomes one sentence that begins with the path of the member.
#pragma once

#include "json_value.hpp"
#include <tc3/core/result.hpp>

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tc3_cli {

/// The whole numbers that a member may have, and the words for them: "a number of bytes".
struct whole_number_rule {
    std::string_view words;
    std::int64_t smallest = 0;
    std::int64_t largest = (std::numeric_limits<std::int64_t>::max)();
};

/// The members of an object. A function that reads a member returns std::nullopt if it is absent or wrong; result() has the first error.
///
/// Lifetime: refers to the value.
class member_reader {
public:
    /// Starts with an object whose members may have the names `known`. `noun` is the word for it: "rule". `path` is its place in the text;
    /// empty for the whole text.
    member_reader(const json_value& object, std::string path, std::string_view noun, std::span<const std::string_view> known);

    /// Returns the member with a name, or null.
    [[nodiscard]] const json_value* find(std::string_view name) const noexcept;
    [[nodiscard]] bool has(std::string_view name) const noexcept { return find(name) != nullptr; }
    /// Returns the path of a member: "rules[2].error".
    [[nodiscard]] std::string path_of(std::string_view name) const;

    [[nodiscard]] std::optional<std::string> text(std::string_view name);
    [[nodiscard]] std::optional<bool> boolean(std::string_view name);
    [[nodiscard]] std::optional<std::int64_t> whole_number(std::string_view name, const whole_number_rule& rule);
    /// Returns the position of a member's text in a list.
    [[nodiscard]] std::optional<std::size_t> one_of(std::string_view name, std::span<const std::string_view> allowed);
    /// Returns a member that is of one kind; null if it is absent or wrong. `words` are the kind in words: "an array of rules".
    [[nodiscard]] const json_value* value(std::string_view name, json_kind kind, std::string_view words);

    /// Sets the error of a member, unless there is one: its path, then `sentence`. An empty name is the object itself.
    void fail(std::string_view name, std::string_view sentence);
    /// Sets an error that begins with its path, unless there is one.
    void fail(std::string error);

    [[nodiscard]] tc3::result<void, std::string> result() const;

private:
    void check_names(std::span<const std::string_view> known);

    const json_value& object_;
    std::string path_;
    std::string_view noun_;
    std::string error_;  // empty: none
};

}  // namespace tc3_cli
