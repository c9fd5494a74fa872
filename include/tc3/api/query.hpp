// SPDX-License-Identifier: MIT
// The query string of a GET request, made from JSON: flattened, percent-encoded, sorted (docs/tc3-signing.md 1.8).
#pragma once

#include <tc3/api/request_options.hpp>
#include <tc3/config.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/encoding/percent.hpp>
#include <tc3/json/read.hpp>
#include <tc3/validation/first_error.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tc3::inline TC3_NAMESPACE {

/// Makes the query string of a GET request as it must be signed and sent.
///
/// Errors: those of flatten_json(); too_large for a query over largest_query. `needed` is its size; counting
/// stops beyond largest_body.
/// Cost: n log n comparisons for n pairs, and memory for the query and n views.
[[nodiscard]] result<std::string, error> make_query(std::string_view json_object);

/// Writes the members of a JSON object as `A.B=text&Filters.0.Name=zone`, percent-encoded, in the order of the text.
///
/// An object adds ".name" and an array ".0", ".1" to the key. A null is left out, but keeps its position in an array. Empty objects and
/// arrays are left out. An empty string is written as "A=". Numbers and booleans are written as they are in the JSON.
/// Errors: those of the JSON reader; the text must be one object.
/// Cost: the length of the query, which grows with the square of that of the text if a long name is above a long list: limit the sink.
template <sink S>
[[nodiscard]] constexpr result<void, error> flatten_json(S& out, std::string_view json_object);

/// Writes the pairs of a query in byte order of their keys. Pairs with equal keys keep their order; empty pairs are left out.
///
/// Cost: n log n comparisons for n pairs, and memory for n views.
template <sink S>
void write_sorted_query(S& out, std::string_view query);

namespace api_detail {

/// Writes the query of an object as it must be signed and sent, or adds an error.
void write_json_as_query(first_error& errors, any_sink& out, std::string_view json_object);
/// Writes the pairs of a query in byte order of their keys.
void write_sorted_query(any_sink& out, std::string_view query);
/// Sorts by heap sort: no order of the pairs makes it slow, and <algorithm> would cost every user compile time.
void sort_pairs(std::vector<std::string_view>& pairs) noexcept;

/// Passes on at most largest_query bytes and counts the rest. A long name above a long list makes a query that is far longer than its JSON.
/// Beyond largest_query nothing is stored, and beyond largest_body the writer stops: see full().
class query_sink {
public:
    explicit query_sink(any_sink& out) noexcept : out_(out) {}

    void append(const std::string_view& text);
    [[nodiscard]] bool full() const noexcept { return size_ > largest_body; }
    [[nodiscard]] std::size_t size() const noexcept { return size_; }

private:
    any_sink& out_;
    std::size_t size_ = 0;
};

/// Percent-encodes text on its way into another sink.
class percent_sink {
public:
    constexpr explicit percent_sink(any_sink& out) noexcept : out_(out) {}
    constexpr void append(const std::string_view& text) { write_percent(out_, text); }

private:
    any_sink& out_;
};

/// The key of the value that is being read: at each level the name of a member or a position in an array.
struct query_key {
    static constexpr std::size_t deepest = json::limits{}.depth;

    struct level {
        json::string_token name = {};
        std::size_t position = 0;
        bool in_array = false;
    };
    std::array<level, deepest> levels{};
    std::size_t depth = 0;

    constexpr void write(any_sink& out) const {
        for (std::size_t i = 0; i < depth; ++i) {
            if (i != 0) out.append(".");
            if (levels[i].in_array) {
                write_decimal(out, levels[i].position);
            } else {
                percent_sink encoded(out);
                levels[i].name.write(encoded);
            }
        }
    }
};

/// Writes the query of an object step by step, so that the caller can stop when the query is too long.
class query_flattener {
public:
    constexpr query_flattener(any_sink& out, std::string_view json_object) noexcept
        : out_(out), in_(json_object, {.depth = query_key::deepest}) {
        open(json::kind::object);
    }

    /// Returns whether there is more to write.
    [[nodiscard]] constexpr bool more() const noexcept { return in_.ok() && key_.depth != 0; }
    /// Reads the next member or element of the innermost container, or leaves the container.
    TC3_NOINLINE constexpr void step() {
        query_key::level& level = key_.levels[key_.depth - 1];
        const bool has_next = level.in_array ? in_.next_element() : in_.next_member(level.name);
        if (!has_next) {
            --key_.depth;
            if (key_.depth != 0) count_value();
            return;
        }
        const json::kind kind = in_.peek();
        if (kind == json::kind::object || kind == json::kind::array) {
            open(kind);
            return;
        }
        if (kind == json::kind::null) {
            in_.read_null();
        } else {
            write_pair(kind);
        }
        count_value();
    }
    /// Returns whether the text was one object.
    [[nodiscard]] constexpr bool finish() noexcept { return in_.finish(); }
    [[nodiscard]] constexpr const tc3::error& error() const noexcept TC3_LIFETIMEBOUND { return in_.error(); }

private:
    constexpr void open(json::kind kind) noexcept {
        const bool is_array = kind == json::kind::array;
        if (is_array ? in_.begin_array() : in_.begin_object()) key_.levels[key_.depth++] = {.in_array = is_array};
    }
    constexpr void count_value() noexcept { ++key_.levels[key_.depth - 1].position; }

    constexpr void write_pair(json::kind kind) {
        if (!is_first_) out_.append("&");
        is_first_ = false;
        key_.write(out_);
        out_.append("=");
        if (kind == json::kind::string) {
            json::string_token text;
            percent_sink encoded(out_);
            if (in_.read_string(text)) text.write(encoded);
        } else {
            const std::size_t start = in_.position();
            if (in_.skip_value()) write_percent(out_, in_.since(start));
        }
    }

    any_sink& out_;
    json::reader in_;
    query_key key_;
    bool is_first_ = true;
};

/// Compares two pairs of one text by the bytes of their keys, then by their position in the text, which is the order of their addresses.
[[nodiscard]] TC3_NOINLINE constexpr bool is_before(std::string_view a, std::string_view b) noexcept {
    const int order = slice(a, 0, a.find('=')).compare(slice(b, 0, b.find('=')));
    return order < 0 || (order == 0 && a.data() < b.data());
}

}  // namespace api_detail

template <sink S>
constexpr result<void, error> flatten_json(S& out, std::string_view json_object) {
    any_sink_of<S> to(out);
    api_detail::query_flattener object(to, json_object);
    while (object.more()) object.step();
    if (!object.finish()) return unexpected(object.error());
    return {};
}

template <sink S>
void write_sorted_query(S& out, std::string_view query) {
    any_sink_of<S> to(out);
    api_detail::write_sorted_query(to, query);
}

}  // namespace tc3::inline TC3_NAMESPACE

#if defined(TC3_BODIES)

namespace tc3::inline TC3_NAMESPACE {

namespace api_detail {

TC3_FUNCTION void query_sink::append(const std::string_view& text) {
    size_ += text.size();
    if (size_ <= largest_query) out_.append(text);
}

TC3_FUNCTION void sort_pairs(std::vector<std::string_view>& pairs) noexcept {
    const auto sift_down = [&pairs](std::size_t parent, std::size_t size) {
        for (std::size_t child = 2 * parent + 1; child < size; child = 2 * parent + 1) {
            if (child + 1 < size && is_before(pairs[child], pairs[child + 1])) ++child;
            if (!is_before(pairs[parent], pairs[child])) return;
            std::swap(pairs[parent], pairs[child]);
            parent = child;
        }
    };
    for (std::size_t parent = pairs.size() / 2; parent-- > 0;) sift_down(parent, pairs.size());
    for (std::size_t end = pairs.size(); end > 1;) {
        --end;
        std::swap(pairs[0], pairs[end]);
        sift_down(0, end);
    }
}

TC3_NOINLINE TC3_FUNCTION void write_sorted_query(any_sink& out, std::string_view query) {
    std::size_t count = 1;
    for (const char c : query) count += c == '&' ? 1 : 0;
    std::vector<std::string_view> pairs(count);
    for (std::string_view& pair : pairs) {
        pair = slice(query, 0, query.find('&'));
        query = slice(query, pair.size() + 1);
    }
    sort_pairs(pairs);
    std::string_view separator;
    for (const std::string_view& pair : pairs) {
        if (pair.empty()) continue;
        out.append(separator);
        out.append(pair);
        separator = "&"sv;
    }
}

TC3_NOINLINE TC3_FUNCTION void write_json_as_query(first_error& errors, any_sink& out, std::string_view json_object) {
    std::string unsorted;
    sink_adapter text(unsorted);
    query_sink bounded(text);
    sink_adapter query(bounded);
    query_flattener object(query, json_object);
    while (object.more() && !bounded.full()) object.step();
    if (!bounded.full() && !object.finish()) errors.add(object.error());
    errors.check_size("query", bounded.size(), largest_query);
    if (errors.ok()) write_sorted_query(out, unsorted);
}

}  // namespace api_detail

TC3_FUNCTION result<std::string, error> make_query(std::string_view json_object) {
    std::string text;
    sink_adapter query(text);
    first_error errors;
    api_detail::write_json_as_query(errors, query, json_object);
    return errors.to_result([&text] { return std::move(text); });
}

}  // namespace tc3::inline TC3_NAMESPACE

#endif  // TC3_BODIES
