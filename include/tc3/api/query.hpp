// SPDX-License-Identifier: MIT
// The query string of a GET request, made from the JSON form of a question: flattened, percent-encoded, sorted (SPEC 1.8).
#pragma once

#include <tc3/api/request_options.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/encoding/percent.hpp>
#include <tc3/json/read.hpp>

#include <array>
#include <cstddef>
#include <span>
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

namespace detail {

/// Keeps as much as a query may have and counts on. A long name above a long list makes far more query than there is JSON: such a
/// question must cost neither memory nor, once it is full(), time.
class query_sink {
public:
    void append(std::string_view text) {
        size_ += text.size();
        if (size_ <= largest_query) text_.append(text);
    }
    [[nodiscard]] bool full() const noexcept { return size_ > largest_body; }
    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] std::string_view view() const noexcept TC3_LIFETIMEBOUND { return text_; }

private:
    std::string text_;
    std::size_t size_ = 0;
};

/// Whether a sink wants no more, if it is one that can.
template <sink S>
[[nodiscard]] constexpr bool is_full(const S& out) noexcept {
    if constexpr (requires { out.full(); }) {
        return out.full();
    } else {
        return false;
    }
}

/// Percent-encodes on the way into another sink.
template <sink S>
class percent_sink {
public:
    constexpr explicit percent_sink(S& out) noexcept : out_(out) {}
    constexpr void append(std::string_view text) { write_percent(out_, text); }

private:
    S& out_;
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

    template <sink S>
    constexpr void write(S& out) const {
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

template <sink S>
class query_flattener {
public:
    constexpr query_flattener(S& out, std::string_view json_object) noexcept : out_(out), in_(json_object, {.depth = query_key::deepest}) {}

    constexpr result<void, error> run() {
        if (open(in_.peek() == json::kind::object ? json::kind::object : json::kind::none)) {
            while (in_.ok() && key_.depth != 0 && !is_full(out_)) step();
        }
        if (is_full(out_)) return {};
        in_.finish();
        if (!in_.ok()) return unexpected(in_.fault());
        return {};
    }

private:
    // Reads the next member or element of the innermost container, or leaves it.
    constexpr void step() {
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
    constexpr bool open(json::kind kind) {
        const bool array = kind == json::kind::array;
        if (!(array ? in_.begin_array() : in_.begin_object())) return false;
        key_.levels[key_.depth++] = {.in_array = array};
        return true;
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

    S& out_;
    json::reader in_;
    query_key key_;
    bool first_ = true;
};

/// By the bytes of the keys, then by where they stand in the text, which their addresses tell.
[[nodiscard]] constexpr bool stands_before(std::string_view a, std::string_view b) noexcept {
    const int order = slice(a, 0, a.find('=')).compare(slice(b, 0, b.find('=')));
    return order < 0 || (order == 0 && a.data() < b.data());
}

/// Heap sort: no order of the pairs makes it slow, and it spares every user the compile time of <algorithm>.
inline void sort_pairs(std::span<std::string_view> pairs) noexcept {
    const auto sift_down = [pairs](std::size_t parent, std::size_t size) {
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

}  // namespace detail

template <sink S>
constexpr result<void, error> flatten_json(S& out, std::string_view json_object) {
    return detail::query_flattener<S>(out, json_object).run();
}

template <sink S>
void write_sorted_query(S& out, std::string_view query) {
    std::vector<std::string_view> pairs;
    while (!query.empty()) {
        const std::string_view pair = slice(query, 0, query.find('&'));
        query.remove_prefix(pair.size() < query.size() ? pair.size() + 1 : pair.size());
        if (!pair.empty()) pairs.push_back(pair);
    }
    detail::sort_pairs(pairs);
    for (const std::string_view& pair : pairs) {
        if (&pair != pairs.data()) out.append("&");
        out.append(pair);
    }
}

inline result<std::string, error> make_query(std::string_view json_object) {
    detail::query_sink in_text_order;
    if (const auto flat = flatten_json(in_text_order, json_object); !flat) return unexpected(flat.error());
    if (in_text_order.size() > largest_query) {
        return unexpected(error{.code = errc::too_large, .where = part::query, .at = in_text_order.size(), .limit = largest_query});
    }
    std::string sorted;
    sorted.reserve(in_text_order.size());
    write_sorted_query(sorted, in_text_order.view());
    return sorted;
}

}  // namespace tc3::inline v0_1
