// SPDX-License-Identifier: MIT
// The query string of a GET request, made from the JSON form of an input: flattened, percent-encoded, sorted (SPEC 1.8).
#pragma once

#include <tc3/api/request_options.hpp>
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

namespace tc3::inline v0_1 {

/// Writes the members of a JSON object as `A.B=text&Filters.0.Name=zone`: objects add ".name", arrays ".0" and on. A null is left out
/// but keeps its position; empty objects and arrays vanish; an empty string stays as "A="; numbers and booleans stay as they are written.
/// Order is that of the text. Fails for text that is not one JSON object.
template <sink S>
[[nodiscard]] constexpr result<void, error> flatten_json(S& out, std::string_view json_object);

/// Writes pairs joined by '&' in byte order of their keys; equal keys stay in the order of the text, and
/// empty pairs are left out. n pairs cost n log n comparisons.
template <sink S>
void write_sorted_query(S& out, std::string_view query);

/// The query string of a GET request, exactly as it must be signed and sent. Fails with errc::too_large for one over largest_query, before
/// it is sorted; `at` is its size, or where that passes largest_body, the size at which counting stopped.
[[nodiscard]] inline result<std::string, error> make_query(std::string_view json_object);

namespace api_detail {

/// Hands on as much as a query may have and counts on. A long name above a long list makes far more query than there is JSON: such a
/// input must cost neither memory nor, once it is full(), time.
class query_sink {
public:
    explicit query_sink(any_sink& out) noexcept : out_(out) {}

    void append(const std::string_view& text) {
        size_ += text.size();
        if (size_ <= largest_query) out_.append(text);
    }
    [[nodiscard]] bool full() const noexcept { return size_ > largest_body; }
    [[nodiscard]] std::size_t size() const noexcept { return size_; }

private:
    any_sink& out_;
    std::size_t size_ = 0;
};

/// Percent-encodes on the way into another sink.
class percent_sink {
public:
    constexpr explicit percent_sink(any_sink& out) noexcept : out_(out) {}
    constexpr void append(const std::string_view& text) { write_percent(out_, text); }

private:
    any_sink& out_;
};

/// The way from the outermost object to the value being read: at each level the name of a member or a position in an array.
struct query_key {
    static constexpr std::size_t deepest = 64;

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

/// Writes the query of an object step by step, so that its user may stop where it has become too long.
class query_flattener {
public:
    constexpr query_flattener(any_sink& out, std::string_view json_object) noexcept
        : out_(out), in_(json_object, {.depth = query_key::deepest}) {
        open(json::kind::object);
    }

    /// Whether there is more to write.
    [[nodiscard]] constexpr bool more() const noexcept { return in_.ok() && key_.depth != 0; }
    /// Reads the next member or element of the innermost container, or leaves it.
    TC3_NOINLINE constexpr void step() {
        query_key::level& level = key_.levels[key_.depth - 1];
        const bool more = level.in_array ? in_.next_element() : in_.next_member(level.name);
        if (!more) {
            --key_.depth;
            if (key_.depth != 0) pass();
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
        pass();
    }
    /// False where the text is not one object.
    [[nodiscard]] constexpr bool finish() noexcept { return in_.finish(); }
    [[nodiscard]] constexpr const tc3::error& error() const noexcept TC3_LIFETIMEBOUND { return in_.error(); }

private:
    constexpr void open(json::kind kind) noexcept {
        const bool array = kind == json::kind::array;
        if (array ? in_.begin_array() : in_.begin_object()) key_.levels[key_.depth++] = {.in_array = array};
    }
    // A value of the innermost container is done.
    constexpr void pass() noexcept { ++key_.levels[key_.depth - 1].position; }

    constexpr void write_pair(json::kind kind) {
        if (!first_) out_.append("&");
        first_ = false;
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
    bool first_ = true;
};

/// By the bytes of the keys, then by where they stand in the text, which their addresses tell.
[[nodiscard]] TC3_NOINLINE constexpr bool stands_before(std::string_view a, std::string_view b) noexcept {
    const int order = slice(a, 0, a.find('=')).compare(slice(b, 0, b.find('=')));
    return order < 0 || (order == 0 && a.data() < b.data());
}

/// Heap sort: no order of the pairs makes it slow, and it spares every user the compile time of <algorithm>.
inline void sort_pairs(std::vector<std::string_view>& pairs) noexcept {
    const auto sift_down = [&pairs](std::size_t parent, std::size_t size) {
        for (std::size_t child = 2 * parent + 1; child < size; child = 2 * parent + 1) {
            if (child + 1 < size && stands_before(pairs[child], pairs[child + 1])) ++child;
            if (!stands_before(pairs[parent], pairs[child])) return;
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

TC3_NOINLINE inline void write_sorted_query(any_sink& out, std::string_view query) {
    std::size_t count = 1;
    for (const char c : query) count += c == '&' ? 1 : 0;
    std::vector<std::string_view> pairs(count);
    for (std::string_view& pair : pairs) {
        pair = slice(query, 0, query.find('&'));
        query = slice(query, pair.size() + 1);
    }
    sort_pairs(pairs);
    std::string_view separator;
    for (std::string_view pair : pairs) {
        if (pair.empty()) continue;
        out.append(separator);
        out.append(pair);
        separator = "&"sv;
    }
}

/// Writes the query of an object, as it must be signed and sent, or adds why it can't be.
TC3_NOINLINE inline void make_query(first_error& errors, any_sink& out, std::string_view json_object) {
    std::string in_text_order;
    sink_adapter text(in_text_order);
    query_sink bounded(text);
    sink_adapter query(bounded);
    query_flattener object(query, json_object);
    while (object.more() && !bounded.full()) object.step();
    if (!bounded.full() && !object.finish()) errors.add(object.error());
    errors.check_size("query", bounded.size(), largest_query);
    if (errors.ok()) write_sorted_query(out, in_text_order);
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

inline result<std::string, error> make_query(std::string_view json_object) {
    std::string made;
    sink_adapter query(made);
    first_error errors;
    api_detail::make_query(errors, query, json_object);
    return errors.to_result([&made] { return std::move(made); });
}

}  // namespace tc3::inline v0_1
