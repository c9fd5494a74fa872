// SPDX-License-Identifier: MIT
// Collects the first error of a list of checks, so that checks can follow each other without a branch after each.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/encoding/utf8.hpp>
#include <tc3/validation/character_class.hpp>
#include <tc3/validation/text_rule.hpp>

#include <cstddef>
#include <initializer_list>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE {

/// Returns the character at a position of a text, in the form of error::character, which is never 0: U+2400 for NUL, U+FFFE for a character
/// above U+FFFF, U+FFFD for a byte that is not UTF-8.
[[nodiscard]] constexpr char16_t character_at(std::string_view text, std::size_t position) noexcept {
    text = slice(text, position);
    const char32_t character = take_utf8(text);
    if (character == 0) return u'\u2400';
    return character > 0xFFFF ? u'\uFFFE' : static_cast<char16_t>(character);
}

namespace validation_detail {

/// Returns the position of the first character of a text if that is a blank, else that of the last one if that is. A blank is ASCII 9 to 13
/// or 32. Returns npos without such a blank.
[[nodiscard]] constexpr std::size_t find_untrimmed(const std::string_view& text) noexcept;

}  // namespace validation_detail

/// The first error that was added; later ones are ignored.
///
///     first_error errors;
///     errors.check_text(region_rule, region);
///     errors.check_size("query", query.size(), largest_query);
///     return errors.to_result();
class first_error {
public:
    TC3_NOINLINE constexpr void add(const tc3::error& error) noexcept {
        if (ok()) error_ = error;
    }
    TC3_NOINLINE constexpr void add(errc code, part_name part) noexcept {
        if (!ok()) return;
        error_.code = code;
        error_.part = part;
    }
    /// Adds an error at a byte of the part.
    constexpr void add(errc code, part_name part, std::size_t position) noexcept {
        if (!ok()) return;
        add(code, part);
        error_.position = position;
    }
    /// Adds an error of a header or field.
    TC3_NOINLINE constexpr void add(errc code, part_name part, const std::string_view& name) noexcept {
        if (!ok()) return;
        add(code, part);
        error_.name = name;
    }

    /// Adds errc::too_large if a size exceeds its limit.
    TC3_NOINLINE constexpr void check_size(part_name part, std::size_t size, std::size_t limit) noexcept {
        if (size <= limit || !ok()) return;
        add(errc::too_large, part);
        error_.needed = size;
        error_.limit = limit;
    }
    /// Adds the first violation of `rule` in `text`. `start` is the position of the text within its part.
    TC3_NOINLINE constexpr void check_text(const text_rule& rule, const std::string_view& text, std::size_t start = 0) noexcept {
        if (rule.required && text.empty()) return add(errc::missing, rule.part);
        errc code = errc::untrimmed;
        std::size_t position = rule.trimmed ? validation_detail::find_untrimmed(text) : std::string_view::npos;
        if (position == std::string_view::npos) {
            if (is_plain_text(text, rule.allowed)) return;
            code = errc::forbidden_character;
            position = find_outside(text, rule.allowed);
        }
        if (position == std::string_view::npos && rule.utf8) {
            code = errc::invalid_utf8;
            position = find_invalid_utf8(text);
        }
        if (position != std::string_view::npos) add(code, rule.part, start + position);
    }

    /// Adds the first violation of `rule` in the value of the header `name`.
    constexpr void check_value(const text_rule& rule, const std::string_view& name, const std::string_view& value) noexcept {
        if (!ok()) return;
        check_text(rule, value);
        if (!ok()) error_.name = name;
    }
    /// Sets the character of an error that has a position in `text`. The checks leave this out, since only messages need it.
    constexpr void name_character(const std::string_view& text) noexcept {
        const bool is_of_character = error_.code == errc::forbidden_character || error_.code == errc::untrimmed;
        if (is_of_character && error_.position < text.size()) error_.character = character_at(text, error_.position);
    }
    /// Replaces the name in the error, whose memory is given back.
    constexpr void rename(const std::string_view& name) noexcept { error_.name = name; }
    /// Sets the field of the error. An empty name changes nothing.
    constexpr void set_field(const std::string_view& name) noexcept {
        if (!name.empty()) error_.name = name;
    }

    [[nodiscard]] constexpr bool ok() const noexcept { return error_.code == errc::none; }
    /// Returns the error; its code is errc::none while ok().
    [[nodiscard]] constexpr const tc3::error& error() const noexcept TC3_LIFETIMEBOUND { return error_; }
    /// Returns success or the error.
    [[nodiscard]] constexpr result<void, tc3::error> to_result() const noexcept { return {unexpect, error_, !ok()}; }
    /// Returns the value of `make()`, or the error. `make` is only called while ok().
    template <class Make>
    [[nodiscard]] constexpr auto to_result(Make&& make) const -> result<decltype(make()), tc3::error> {
        if (ok()) return {made_in_place, make};
        return {unexpect, error_};
    }

private:
    tc3::error error_;  // its members have their defaults while ok()
};

namespace validation_detail {

constexpr std::size_t find_untrimmed(const std::string_view& text) noexcept {
    const auto is_blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    if (text.empty()) return std::string_view::npos;
    if (is_blank(text.front())) return 0;
    return is_blank(text.back()) ? text.size() - 1 : std::string_view::npos;
}

}  // namespace validation_detail

}  // namespace tc3::inline TC3_NAMESPACE
