// SPDX-License-Identifier: MIT
// Compares JSON documents by meaning: regardless of the order of members, the spelling of numbers and the spelling of "no value".
#pragma once

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace support {

struct difference {
    std::string path;      ///< "Response.Items[1].Name"
    std::string expected;  ///< JSON, cut off if it is long; "nothing" for null or an absent member
    std::string found;
};

/// Returns where `found` differs from `expected`. Null and an absent member are equal. Text in `expected` equals a number in `found` that it
/// spells, and "" equals null, because the service sends numbers as text.
[[nodiscard]] inline std::vector<difference> differences(const nlohmann::json& expected, const nlohmann::json& found);

// ---- details -----------------------------------------------------------------------------------------------------------------------

namespace detail {

using nlohmann::json;

inline std::string shown(const json& value) {
    constexpr std::size_t longest = 200;
    if (value.is_discarded()) return "no JSON";
    const std::string text = value.dump(-1, ' ', true, json::error_handler_t::replace);
    return text.size() <= longest ? text : text.substr(0, longest) + "... (" + std::to_string(text.size()) + " bytes)";
}

/// Compares exactly; the comparison of nlohmann::json converts unsigned numbers to signed ones.
inline bool same_number(const json& a, const json& b) {
    if (a.is_number_float() || b.is_number_float()) return a.get<double>() == b.get<double>();
    const bool same_sign = a.is_number_unsigned() == b.is_number_unsigned() ||
                           (a.is_number_unsigned() ? b.get<std::int64_t>() >= 0 : a.get<std::int64_t>() >= 0);
    return same_sign && a.get<std::uint64_t>() == b.get<std::uint64_t>();
}

inline bool spells(const std::string& text, const json& number) {
    const json read = json::parse(text, nullptr, false);
    return read.is_number() && same_number(read, number);
}

class comparison {
public:
    void compare(const json& expected, const json& found, const std::string& path) {
        if (expected.is_null() && found.is_null()) return;
        if (expected.is_object() && found.is_object()) return compare_members(expected, found, path);
        if (expected.is_array() && found.is_array() && expected.size() == found.size()) {
            for (std::size_t i = 0; i < expected.size(); ++i) compare(expected[i], found[i], path + "[" + std::to_string(i) + "]");
            return;
        }
        if (!same_scalar(expected, found)) differences_.push_back({path, describe(expected), describe(found)});
    }
    std::vector<difference> take() && { return std::move(differences_); }

private:
    void compare_members(const json& expected, const json& found, const std::string& path) {
        const std::string before = path.empty() ? "" : path + ".";
        for (const auto& [name, value] : expected.items()) compare(value, found.value(name, json()), before + name);
        for (const auto& [name, value] : found.items()) {
            if (!expected.contains(name)) compare(json(), value, before + name);
        }
    }

    static bool same_scalar(const json& expected, const json& found) {
        if (expected.is_number() && found.is_number()) return same_number(expected, found);
        if (expected.is_string() && found.is_null()) return expected.get_ref<const std::string&>().empty();
        if (expected.is_string() && found.is_number()) return spells(expected.get_ref<const std::string&>(), found);
        return expected.type() == found.type() && !expected.is_structured() && expected == found;
    }

    static std::string describe(const json& value) { return value.is_null() ? "nothing" : shown(value); }

    std::vector<difference> differences_;
};

}  // namespace detail

inline std::vector<difference> differences(const nlohmann::json& expected, const nlohmann::json& found) {
    detail::comparison comparison;
    comparison.compare(expected, found, "");
    return std::move(comparison).take();
}

}  // namespace support
