// SPDX-License-Identifier: MIT
// The query of a GET request, from any JSON: sorted, encoded, bounded, and the one that a second flattener over nlohmann-json makes.
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

/// Flattens while nlohmann-json parses: a path of encoded names and positions.
class flattener {
public:
    /// False for a text that nlohmann-json refuses, or that is no object.
    [[nodiscard]] bool read(std::string_view text) {
        return nlohmann::json::sax_parse(text.begin(), text.end(), this) && outermost_is_object_;
    }
    [[nodiscard]] const std::string& query() const noexcept { return query_; }

    // The names that nlohmann-json calls.
    bool null() { return pass(); }
    bool boolean(bool value) { return pair(value ? "true" : "false"); }
    bool number_integer(std::int64_t value) {
        return pair(value == 0 ? "-0" : std::to_string(value));
    }  // those without a sign are unsigned
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

void is_sorted_stably(std::string_view query) {
    std::multimap<std::string_view, std::string_view> expected;  // keeps equal keys in their order
    for (const std::string_view pair : pairs_of(query)) expected.emplace(key_of(pair), pair);
    std::string joined;
    for (const auto& [key, pair] : expected) joined.append("&").append(pair);
    const std::string found = sorted(query);
    require(found == joined.substr(expected.empty() ? 0 : 1), "pairs are sorted by their keys, equal ones in their order");
    require(sorted(found) == found, "sorting twice changes nothing");
}

/// Unreserved characters, capitals in escapes, and the two signs between pairs: no blank, no line end, nothing that ends a request line.
void may_stand_in_a_target(std::string_view query) {
    for (std::size_t i = 0; i < query.size(); ++i) {
        if (query[i] != '%') {
            require(reference::is_unreserved(query[i]) || query[i] == '&' || query[i] == '=', "every character may stand in a query");
            continue;
        }
        const std::string_view digits = query.substr(i + 1, 2);
        require(digits.size() == 2 && digits.find_first_not_of("0123456789ABCDEF") == std::string_view::npos, "an escape is whole");
        i += 2;
    }
    require(tc3::validate_target("/", query).has_value(), "a query can be signed");
}

bool nlohmann_differs(std::string_view json) { return json.starts_with("\xef\xbb\xbf") || json.find('\0') != std::string_view::npos; }

void makes_one_query(std::string_view json) {
    std::string flat;
    const auto flattened = tc3::flatten_json(flat, json);
    const auto made = tc3::make_query(json);

    flattener other;
    const bool taken = other.read(json);
    if (flattened && taken) require(flat == other.query(), "both flatteners agree");
    if (taken && !flattened) {
        const bool tolerated = flattened.error().code == tc3::errc::too_deep || nlohmann_differs(json);
        require(tolerated, "what is an object makes a query");
    }
    if (!flattened) {
        require(!made && made.error() == flattened.error(), "one fault is told");
        return;
    }
    may_stand_in_a_target(flat);
    const bool fits = flat.size() <= tc3::largest_query;
    require(made.has_value() == fits, "a query is refused for its size alone");
    if (fits) {
        require(*made == sorted(flat), "it is sorted");
        is_sorted_stably(flat);
        require(sorted(*made) == *made, "once and for all");
    } else {
        require(made.error().code == tc3::errc::too_large && made.error().needed == flat.size(), "the size is told");
    }
}

}  // namespace

void fuzz::run(std::string_view input) {
    makes_one_query(input);
    is_sorted_stably(input);
}
