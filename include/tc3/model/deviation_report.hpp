// SPDX-License-Identifier: MIT
// A report of the members of an output that are not as described: names and types for a log, without values.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/fixed_text.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/model/field_path.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE {

/// A member of an output that differs from its description. It holds names and types, and nothing of a value.
struct deviation {
    errc code = errc::none;  ///< wrong_type; duplicate; invalid_utf8 for damaged text; buffer_too_small; or why else nothing was read
    json_type expected = json_type::none;       ///< the described type
    json_type found = json_type::none;          ///< the type of the value
    bool is_unset = false;                      ///< whether nothing was read: the member, or the list that holds it, is unset
    fixed_text<field_path::longest> path = {};  ///< "Cards[2].Total"
};

/// Writes a deviation as one line without a line end: "Cards[2].Total has another type than expected: a text, not a number".
template <sink S>
constexpr void write_deviation(S& out, const deviation& deviation);

/// Returns the line that write_deviation() writes.
[[nodiscard]] std::string to_string(const deviation& deviation);

/// The first deviations of one or several outputs. It has a fixed size and no heap.
class deviation_report {
public:
    /// How many deviations a report keeps.
    static constexpr std::size_t capacity = 8;

    /// Adds a deviation. A full report drops it: see complete().
    constexpr void add(std::string_view path, errc code, json_type expected, json_type found, bool is_unset) noexcept {
        add_(*this, path, {code, expected, found, is_unset});
    }
    /// Removes all deviations but the first `size` ones.
    constexpr void shorten(std::size_t size) noexcept {
        if (size < size_) size_ = size;
    }
    /// Removes all deviations.
    constexpr void clear() noexcept {
        size_ = 0;
        is_complete_ = true;
    }

    [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
    [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
    /// Returns whether all deviations were kept: false after more than `capacity`.
    [[nodiscard]] constexpr bool complete() const noexcept { return is_complete_; }
    [[nodiscard]] constexpr const deviation& operator[](std::size_t position) const noexcept TC3_LIFETIMEBOUND {
        return deviations_[position];
    }
    [[nodiscard]] constexpr const deviation* begin() const noexcept TC3_LIFETIMEBOUND { return deviations_.data(); }
    [[nodiscard]] constexpr const deviation* end() const noexcept TC3_LIFETIMEBOUND { return deviations_.data() + size_; }

private:
    struct difference {
        errc code;
        json_type expected;
        json_type found;
        bool is_unset;
    };

    static constexpr void add_entry(deviation_report& report, std::string_view path, difference added) noexcept {
        if (report.size_ == capacity) {
            report.is_complete_ = false;
            return;
        }
        deviation& entry = report.deviations_[report.size_++];
        entry = {.code = added.code, .expected = added.expected, .found = added.found, .is_unset = added.is_unset};
        entry.path.append(path);
    }

    // A pointer, so that a program without any report does not link what fills one.
    void (*add_)(deviation_report& report, std::string_view path, difference added) noexcept = &add_entry;
    std::array<deviation, capacity> deviations_{};
    std::size_t size_ = 0;
    bool is_complete_ = true;
};

template <sink S>
constexpr void write_deviation(S& out, const deviation& deviation) {
    out.append(deviation.path.view());
    out.append(" "sv);
    out.append(deviation.code == errc::buffer_too_small ? "does not fit into the workspace"sv : describe(deviation.code));
    const bool has_types =
        deviation.code == errc::wrong_type && deviation.expected != json_type::none && deviation.expected != deviation.found;
    if (!has_types) return;
    out.append(": "sv);
    out.append(describe(deviation.found));
    out.append(", not "sv);
    out.append(describe(deviation.expected));
}

}  // namespace tc3::inline TC3_NAMESPACE

#if defined(TC3_BODIES)

namespace tc3::inline TC3_NAMESPACE {

TC3_FUNCTION std::string to_string(const deviation& deviation) {
    std::string line;
    write_deviation(line, deviation);
    return line;
}

}  // namespace tc3::inline TC3_NAMESPACE

#endif  // TC3_BODIES
