// SPDX-License-Identifier: MIT
// One header, and a list of headers packed into one text.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/processor.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/slice.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::http {

/// A header.
///
/// Lifetime: refers to the text of its name and value.
struct header {
    std::string_view name;
    std::string_view value;
    bool sensitive = false;  ///< whether the value must not be printed or logged
};

/// Returns whether the value must be masked: because it is marked as sensitive, or because its name is that of a header for credentials.
[[nodiscard]] constexpr bool is_sensitive(const header& header) noexcept {
    constexpr std::string_view credential_names = "authorization x-tc-token proxy-authorization cookie set-cookie";
    return header.sensitive || ascii::is_word_of(credential_names, ascii::trim(header.name));
}

/// Compares two header names in lower case and without blanks around them, the order of signed headers: negative, zero or positive.
///
/// Source: docs/tc3-signing.md 1.2.
[[nodiscard]] TC3_NOINLINE constexpr int compare_names(const std::string_view& a, const std::string_view& b) noexcept {
    if constexpr (has_wide_registers) {  // most names differ in the first character
        const auto first_of = [](const std::string_view& name) { return name.empty() ? ' ' : ascii::to_lower(name.front()); };
        const char first_a = first_of(a);
        const char first_b = first_of(b);
        const bool differ = first_a != first_b && !ascii::is_blank(first_a) && !ascii::is_blank(first_b);
        if (differ) return static_cast<unsigned char>(first_a) - static_cast<unsigned char>(first_b);
    }
    return ascii::compare_lower(ascii::trim(a), ascii::trim(b));
}

/// Returns whether compare_names() would return zero. Most names have other sizes, which is seen at once where code may be longer.
[[nodiscard]] constexpr bool are_same_name(const std::string_view& a, const std::string_view& b) noexcept {
    if constexpr (has_wide_registers) return ascii::equal_lower(ascii::trim(a), ascii::trim(b));
    return compare_names(a, b) == 0;
}

/// A list of headers that are packed into one text. A request can thus be one string, which needs one allocation and can be copied.
///
/// Iteration returns each header by value.
/// Lifetime: refers to the packed text, as do the headers and values that it returns.
class header_list {
public:
    class iterator;

    constexpr header_list() noexcept = default;
    /// Reads a text that pack() wrote. Any other text gives unspecified headers, without undefined behaviour.
    constexpr explicit header_list(std::string_view packed TC3_LIFETIMEBOUND) noexcept : packed_(packed) {}

    /// Appends a valid header to a packed text: see validate_header().
    template <sink S>
    TC3_NOINLINE static constexpr void pack(S& packed, const header& header) {
        pack_begin(packed, header.name, is_sensitive(header));
        packed.append(header.value);
        pack_end(packed);
    }
    /// Appends a header up to its value, which the program appends next.
    template <sink S>
    static constexpr void pack_begin(S& packed, const std::string_view& name, bool sensitive) {
        packed.append(name);
        packed.append(sensitive ? sensitive_mark : plain_mark);
    }
    /// Ends a header that pack_begin() began.
    template <sink S>
    static constexpr void pack_end(S& packed) {
        packed.append(end_mark);
    }

    [[nodiscard]] constexpr iterator begin() const noexcept;
    [[nodiscard]] constexpr iterator end() const noexcept;
    [[nodiscard]] constexpr bool empty() const noexcept { return packed_.empty(); }

    /// Returns the value of the first header with a name, in any case; empty if there is none.
    [[nodiscard]] constexpr std::string_view value_of(const std::string_view& name) const noexcept;

private:
    // A valid name or value contains none of these characters.
    static constexpr std::string_view plain_mark{"\0", 1};
    static constexpr std::string_view sensitive_mark{"\1", 1};
    static constexpr std::string_view end_mark{"\n", 1};

    std::string_view packed_;
};

class header_list::iterator {
public:
    using value_type = header;
    using difference_type = std::ptrdiff_t;
    using iterator_category = std::input_iterator_tag;  // in <string_view>; <iterator> would include streams and threads
    using pointer = void;
    using reference = header;

    constexpr iterator() noexcept = default;
    constexpr explicit iterator(std::string_view rest) noexcept : rest_(rest) {}

    [[nodiscard]] constexpr header operator*() const noexcept {
        const std::string_view line = slice(rest_, 0, line_size());
        const std::size_t mark = ascii::find_not(line, [](char c) { return c != plain_mark[0] && c != sensitive_mark[0]; });
        if (mark == std::string_view::npos) return {line, {}, true};  // not from pack(): masked, to be safe
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
    /// Compares two iterators of one list.
    friend constexpr bool operator==(const iterator& a, const iterator& b) noexcept { return a.rest_.size() == b.rest_.size(); }

private:
    [[nodiscard]] constexpr std::size_t line_size() const noexcept {
        const std::size_t end = ascii::find(rest_, end_mark[0]);
        return end < rest_.size() ? end : rest_.size();
    }

    std::string_view rest_;  // from the current header on
};

constexpr header_list::iterator header_list::begin() const noexcept { return iterator(packed_); }
constexpr header_list::iterator header_list::end() const noexcept { return iterator(slice(packed_, packed_.size())); }

constexpr std::string_view header_list::value_of(const std::string_view& name) const noexcept {
    // Only a line that has a mark after as many characters as the name has can be that header.
    for (std::string_view rest = packed_; !rest.empty();) {
        const std::string_view line = slice(rest, 0, ascii::find(rest, end_mark[0]));
        const bool has_mark = name.size() < line.size() && (line[name.size()] == plain_mark[0] || line[name.size()] == sensitive_mark[0]);
        if (has_mark && ascii::equal_lower(slice(line, 0, name.size()), name)) return slice(line, name.size() + 1);
        rest = slice(rest, line.size() + end_mark.size());
    }
    return {};
}

}  // namespace tc3::inline TC3_NAMESPACE::http
