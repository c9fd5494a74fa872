// SPDX-License-Identifier: MIT
// One header field, and a list of them in one piece of text.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/slice.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline v0_1::http {

/// A header field. `sensitive` marks a value that must not be printed or logged.
struct header {
    std::string_view name;
    std::string_view value;
    bool sensitive = false;
};

/// Whether a value must be masked: marked so, or one of the names that always carry a credential.
[[nodiscard]] constexpr bool is_sensitive(const header& field) noexcept {
    constexpr std::string_view credentials = "authorization x-tc-token proxy-authorization cookie set-cookie";
    return field.sensitive || ascii::is_word_of(credentials, ascii::trim(field.name));
}

/// Compares two header names as they are signed, in lower case and without blanks at the ends: negative, zero or positive.
[[nodiscard]] TC3_NOINLINE constexpr int compare_names(const std::string_view& a, const std::string_view& b) noexcept {
    return ascii::compare_lower(ascii::trim(a), ascii::trim(b));
}

/// A list of headers packed into one text, so that a request is one allocation and no list points into itself.
/// Iterating yields header values by copy; the views in them live as long as the packed text.
class header_list {
public:
    class iterator;

    constexpr header_list() noexcept = default;
    /// Reads what pack() wrote.
    constexpr explicit header_list(std::string_view packed) noexcept : packed_(packed) {}

    /// Appends one header to a packed text. The header must have passed validate_header().
    template <sink S>
    TC3_NOINLINE static constexpr void pack(S& packed, const header& field) {
        pack_begin(packed, field.name, is_sensitive(field));
        packed.append(field.value);
        pack_end(packed);
    }
    /// The two halves of pack(), for a value that is still growing.
    template <sink S>
    static constexpr void pack_begin(S& packed, const std::string_view& name, bool sensitive) {
        packed.append(name);
        packed.append(sensitive ? sensitive_mark : plain_mark);
    }
    template <sink S>
    static constexpr void pack_end(S& packed) {
        packed.append(end_mark);
    }

    [[nodiscard]] constexpr iterator begin() const noexcept;
    [[nodiscard]] constexpr iterator end() const noexcept;
    [[nodiscard]] constexpr bool empty() const noexcept { return packed_.empty(); }

    /// The value of the first header of that name, in any case; empty if there is none.
    [[nodiscard]] constexpr std::string_view value_of(const std::string_view& name) const noexcept;

private:
    // None of the three can stand in a valid name or value.
    static constexpr std::string_view plain_mark{"\0", 1};
    static constexpr std::string_view sensitive_mark{"\1", 1};
    static constexpr std::string_view end_mark{"\n", 1};

    std::string_view packed_;
};

class header_list::iterator {
public:
    using value_type = header;
    using difference_type = std::ptrdiff_t;
    using iterator_category = std::input_iterator_tag;  // <string_view> brings it; <iterator> brings streams and threads too
    using pointer = void;
    using reference = header;

    constexpr iterator() noexcept = default;
    constexpr explicit iterator(std::string_view rest) noexcept : rest_(rest) {}

    [[nodiscard]] constexpr header operator*() const noexcept {
        const std::string_view line = slice(rest_, 0, line_size());
        const std::size_t mark = ascii::find_not(line, [](char c) { return c != plain_mark[0] && c != sensitive_mark[0]; });
        if (mark == std::string_view::npos) return {line, {}, true};
        return {slice(line, 0, mark), slice(line, mark + 1), line[mark] == sensitive_mark[0]};
    }
    constexpr iterator& operator++() noexcept {
        rest_ = slice(rest_, line_size() + end_mark.size());
        return *this;
    }
    constexpr iterator operator++(int) noexcept {
        iterator before = *this;
        ++*this;
        return before;
    }
    friend constexpr bool operator==(const iterator& a, const iterator& b) noexcept { return a.rest_.size() == b.rest_.size(); }

private:
    [[nodiscard]] constexpr std::size_t line_size() const noexcept {
        const std::size_t end = ascii::find(rest_, end_mark[0]);
        return end < rest_.size() ? end : rest_.size();
    }

    std::string_view rest_;
};

constexpr header_list::iterator header_list::begin() const noexcept { return iterator(packed_); }
constexpr header_list::iterator header_list::end() const noexcept { return iterator(slice(packed_, packed_.size())); }

constexpr std::string_view header_list::value_of(const std::string_view& name) const noexcept {
    for (const header field : *this) {
        if (ascii::equal_lower(field.name, name)) return field.value;
    }
    return {};
}

}  // namespace tc3::inline v0_1::http
