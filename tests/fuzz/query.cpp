// SPDX-License-Identifier: MIT
// The query of a GET request from any JSON: sorted, encoded and bounded, and equal to that of a second flattener over nlohmann-json.
#include "nlohmann.hpp"
#include "reference.hpp"
#include "target.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

using fuzz::require;

namespace {

/// Flattens a document while nlohmann-json parses it.
class flattener {
public:
    /// Returns false for a text that nlohmann-json rejects, or that is no object.
    [[nodiscard]] bool read(std::string_view text) {
        return nlohmann::json::sax_parse(text.begin(), text.end(), this) && outermost_is_object_;
    }
    [[nodiscard]] const std::string& query() const noexcept { return query_; }

    // The functions that nlohmann-json calls.
    bool null() { return pass(); }
    bool boolean(bool value) { return pair(value ? "true" : "false"); }
    // Called for negative numbers only; a zero here was "-0".
    bool number_integer(std::int64_t value) { return pair(value == 0 ? "-0" : std::to_string(value)); }
    bool number_unsigned(std::uint64_t value) { return pair(std::to_string(value)); }
    bool number_float(double, const std::string& spelled) { return pair(spelled); }
    bool string(const std::string& value) { return pair(value); }
    bool binary(const nlohmann::json::binary_t&) { return false; }
    bool key(const std::string& name) {
        path_.back().name = reference::percent(name);
        return true;
    }
    bool start_object(std::size_t) { return enter(false); }
    bool end_object() { return leave(); }
    bool start_array(std::size_t) { return enter(true); }
    bool end_array() { return leave(); }
    template <class Exception>
    bool parse_error(std::size_t, const std::string&, const Exception&) {
        return false;
    }

private:
    struct level {
        bool array = false;
        std::size_t position = 0;
        std::string name = {};
    };

    bool enter(bool array) {
        if (path_.empty()) outermost_is_object_ = !array;
        path_.push_back({.array = array});
        return true;
    }
    bool leave() {
        path_.pop_back();
        return pass();
    }
    bool pass() {
        if (!path_.empty()) ++path_.back().position;
        return true;
    }
    bool pair(std::string_view value) {
        if (path_.empty()) return true;
        if (!first_) query_ += '&';
        first_ = false;
        for (const level& step : path_) {
            if (&step != &path_.front()) query_ += '.';
            query_ += step.array ? std::to_string(step.position) : step.name;
        }
        query_ += '=' + reference::percent(value);
        return pass();
    }

    std::vector<level> path_;
    std::string query_;
    bool outermost_is_object_ = false;
    bool first_ = true;
};

std::vector<std::string_view> pairs_of(std::string_view query) {
    std::vector<std::string_view> pairs;
    while (!query.empty()) {
        const std::string_view pair = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(query.size(), pair.size() + 1));
        if (!pair.empty()) pairs.push_back(pair);
    }
    return pairs;
}

std::string_view key_of(std::string_view pair) { return pair.substr(0, pair.find('=')); }

std::string sorted(std::string_view query) {
    std::string text;
    tc3::write_sorted_query(text, query);
    return text;
}

void check_sorting(std::string_view query) {
    std::multimap<std::string_view, std::string_view> expected;  // keeps equal keys in their order
    for (const std::string_view pair : pairs_of(query)) expected.emplace(key_of(pair), pair);
    std::string joined;
    for (const auto& [key, pair] : expected) joined.append("&").append(pair);
    const std::string found = sorted(query);
    require(found == joined.substr(expected.empty() ? 0 : 1), "pairs are sorted by key, and equal keys keep their order");
    require(sorted(found) == found, "sorting a sorted query has no effect");
}

/// A query has only unreserved characters, escapes with capitals, '&' and '=', so that it cannot end a request line.
void check_characters(std::string_view query) {
    for (std::size_t i = 0; i < query.size(); ++i) {
        if (query[i] != '%') {
            require(reference::is_unreserved(query[i]) || query[i] == '&' || query[i] == '=', "every character is allowed in a query");
            continue;
        }
        const std::string_view digits = query.substr(i + 1, 2);
        require(digits.size() == 2 && digits.find_first_not_of("0123456789ABCDEF") == std::string_view::npos,
                "an escape has two hex digits in capitals");
        i += 2;
    }
    require(tc3::validate_target("/", query).has_value(), "a query can be signed");
}

bool nlohmann_differs(std::string_view json) { return json.starts_with("\xef\xbb\xbf") || json.find('\0') != std::string_view::npos; }

void check_query_of_json(std::string_view json) {
    std::string flat;
    const auto flattened = tc3::flatten_json(flat, json);
    const auto query = tc3::make_query(json);

    flattener reference;
    const bool accepted = reference.read(json);
    if (flattened && accepted) require(flat == reference.query(), "both flatteners make the same query");
    if (accepted && !flattened) {
        const bool tolerated = flattened.error().code == tc3::errc::too_deep || nlohmann_differs(json);
        require(tolerated, "every object can be flattened");
    }
    if (!flattened) {
        require(!query && query.error() == flattened.error(), "make_query() returns the error of flatten_json()");
        return;
    }
    check_characters(flat);
    const bool fits = flat.size() <= tc3::largest_query;
    require(query.has_value() == fits, "make_query() fails only for the size");
    if (fits) {
        require(*query == sorted(flat), "make_query() sorts");
        check_sorting(flat);
        require(sorted(*query) == *query, "sorting twice has no effect");
    } else {
        require(query.error().code == tc3::errc::too_large && query.error().needed == flat.size(), "the error has the size");
    }
}

}  // namespace

void fuzz::run(std::string_view input) {
    check_query_of_json(input);
    check_sorting(input);
}
