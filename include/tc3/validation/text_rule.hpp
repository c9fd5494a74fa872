// SPDX-License-Identifier: MIT
// What the texts that make up a request must be, as constants, and the first of them that breaks its rule.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/result.hpp>
#include <tc3/encoding/utf8.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline v0_1 {

/// What one part of a request must be. A table of these takes less room than code, on the page and in a program.
struct text_rule {
    part where;
    bool required = false;           ///< not empty
    bool unpasted = false;           ///< without what pasting leaves at the ends: blanks, line ends, a byte order mark
    bool utf8 = false;               ///< well-formed UTF-8
    bool (*allowed)(char) = is_any;  ///< only of such characters

    static constexpr bool is_any(char) noexcept { return true; }
};

namespace detail {

[[nodiscard]] constexpr bool stands_at(std::size_t at, std::string_view text, std::string_view part_of_it) noexcept {
    for (const char c : part_of_it) {
        if (at >= text.size() || text[at] != c) return false;
        ++at;
    }
    return true;
}

/// ASCII's blanks and line ends, the no-break space, the byte order mark.
[[nodiscard]] constexpr bool has_blank_at_end(const std::string_view& text) noexcept {
    constexpr std::string_view no_break_space = "\xc2\xa0";
    constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
    const auto is_blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    if (text.empty()) return false;
    return is_blank(text.front()) || is_blank(text.back()) || stands_at(0, text, no_break_space) ||
           stands_at(text.size() - no_break_space.size(), text, no_break_space) || stands_at(0, text, byte_order_mark) ||
           stands_at(text.size() - byte_order_mark.size(), text, byte_order_mark);
}

}  // namespace detail

/// Looks at part after part and keeps the first fault, so that checks can stand below each other in a list.
class first_fault {
public:
    TC3_NOINLINE constexpr void add(const error& fault) noexcept {
        if (ok()) fault_ = fault;
    }
    TC3_NOINLINE constexpr void add(errc code, part where, std::size_t at = error::no_position) noexcept {
        add({.code = code, .where = where, .at = at});
    }
    /// Adds a fault of a header or field.
    TC3_NOINLINE constexpr void add(errc code, part where, const std::string_view& name) noexcept {
        add({.code = code, .where = where, .name = name});
    }
    /// Adds that a size passes its limit.
    TC3_NOINLINE constexpr void expect_at_most(part where, std::size_t size, std::size_t limit) noexcept {
        if (size > limit) add({.code = errc::too_large, .where = where, .at = size, .limit = limit});
    }
    /// Adds what is wrong with a text, which begins at byte `start` of its part.
    TC3_NOINLINE constexpr void examine(const text_rule& rule, const std::string_view& text, std::size_t start = 0) noexcept {
        if (rule.required && text.empty()) add(errc::missing, rule.where);
        if (rule.unpasted && detail::has_blank_at_end(text)) add(errc::blank_at_end, rule.where);
        if (const std::size_t at = ascii::find_not(text, rule.allowed); at != std::string_view::npos) {
            add(errc::forbidden_character, rule.where, start + at);
        }
        if (!rule.utf8) return;
        if (const std::size_t at = find_invalid_utf8(text); at != std::string_view::npos) add(errc::invalid_utf8, rule.where, start + at);
    }
    /// The header or field that a fault in this part concerns.
    TC3_NOINLINE constexpr void set_name(part where, const std::string_view& name) noexcept {
        if (fault_.where == where && fault_.name.empty()) fault_.name = name;
    }

    /// The field that the fault concerns, where that is known.
    constexpr void set_name(const std::string_view& name) noexcept {
        if (!name.empty()) fault_.name = name;
    }

    [[nodiscard]] constexpr bool ok() const noexcept { return fault_.code == errc::none; }
    [[nodiscard]] constexpr const error& fault() const noexcept TC3_LIFETIMEBOUND { return fault_; }
    [[nodiscard]] constexpr result<void, error> outcome() const noexcept {
        if (ok()) return {};
        return {unexpect, fault_};
    }
    /// What `make()` returns, if there is no fault.
    template <class Make>
    [[nodiscard]] constexpr auto outcome(Make&& make) const -> result<decltype(make()), error> {
        if (ok()) return {made_in_place, make};
        return {unexpect, fault_};
    }

private:
    error fault_;
};

}  // namespace tc3::inline v0_1
