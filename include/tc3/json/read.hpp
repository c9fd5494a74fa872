// SPDX-License-Identifier: MIT
// A strict JSON reader (RFC 8259) for text in memory: the program pulls values one by one; no tree, no heap, no recursion.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/bit_set.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/processor.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/json/number.hpp>
#include <tc3/json/plain_number.hpp>
#include <tc3/json/plain_run.hpp>
#include <tc3/json/repair.hpp>
#include <tc3/json/string_scan.hpp>
#include <tc3/json/token.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::json {

/// The type of a value. `none` means that there is no value: see reader::peek().
using kind = json_type;

/// Returns whether read_scalar() reads values of a type.
[[nodiscard]] constexpr bool is_scalar(kind type) noexcept { return type == kind::string || type == kind::number || type == kind::boolean; }

namespace detail {

/// Returns the type of a value by its first byte.
[[nodiscard]] constexpr kind kind_of(char first) noexcept {
    switch (first) {
        case '{': return kind::object;
        case '[': return kind::array;
        case '"': return kind::string;
        case 't':
        case 'f': return kind::boolean;
        case 'n': return kind::null;
        default: return first == '-' || ascii::is_digit(first) ? kind::number : kind::none;
    }
}

inline constexpr auto kinds_by_byte = []() {
    std::array<kind, 256> kinds{};
    for (std::size_t byte = 0; byte < kinds.size(); ++byte) kinds[byte] = kind_of(static_cast<char>(byte));
    return kinds;
}();

/// As kind_of(), from a table where that is faster.
[[nodiscard]] constexpr kind find_kind(char first) noexcept {
    if constexpr (has_wide_registers) return kinds_by_byte[static_cast<unsigned char>(first)];
    return kind_of(first);
}

/// Returns whether bytes are equal, without a call of memcmp: names of members are short.
[[nodiscard]] inline bool equal_words(const char* a, const char* b, std::size_t size) noexcept {
    const auto are_equal = [a, b](std::size_t position, auto word_of_a) {
        auto word_of_b = word_of_a;
        std::memcpy(&word_of_a, a + position, sizeof word_of_a);
        std::memcpy(&word_of_b, b + position, sizeof word_of_b);
        return word_of_a == word_of_b;
    };
    // The last word may begin within the one before it.
    if (size > 8) {
        for (std::size_t position = 0; position < size - 8; position += 8) {
            if (!are_equal(position, std::uint64_t{})) return false;
        }
    }
    if (size >= 8) return are_equal(size - 8, std::uint64_t{});
    if (size >= 4) return are_equal(0, std::uint32_t{}) && are_equal(size - 4, std::uint32_t{});
    for (std::size_t position = 0; position < size; ++position) {
        if (a[position] != b[position]) return false;
    }
    return true;
}

}  // namespace detail

/// Limits of the reader.
struct limits {
    /// The largest possible depth: the reader keeps one bit for each level.
    static constexpr std::size_t deepest = 256;

    /// How many objects and arrays may be open at a time; 0 allows none. More than `deepest` counts as `deepest`.
    std::size_t depth = 64;
};

/// A reader of one document, value by value, in the order of the text:
///
///     json::reader in(body);
///     json::string_token name, id;
///     in.begin_object();
///     while (in.next_member(name)) {
///         if (name == "RequestId") in.read_string(id);
///         else in.skip_value();
///     }
///     in.finish();
///     if (!in.ok()) return unexpected(in.error());
///
/// The current value is the document at first, then the value of each member or element that next_member() or next_element() finds. It must
/// be read, entered or skipped before the next step. Members with the same name are all reported; reject them if the name matters to you.
///
/// Errors: the first error is kept. After it every call returns false or kind::none and changes nothing, so that one test at the end is
/// enough. An error has the part "body" and a position in the text:
///
///     unexpected_end               the text ends too early, at `position`
///     unexpected_character         a byte that the grammar does not allow, such as a byte order mark or a control character in a string
///     trailing_characters          something other than blanks after the document
///     wrong_type                   a value of another type, or a call for a value, member or element where the reader is not at one
///     too_deep                     an object or array that is one level too many; `limit` is the limit
///     bad_number                   a malformed number, at its first byte; to_int64() and to_double() of a text find the bad byte
///     bad_escape, lone_surrogate   an escape, at its backslash
///     invalid_utf8                 bytes that are not UTF-8
///
/// A reader that repairs damaged text reports neither lone_surrogate nor invalid_utf8.
///
/// Lifetime: refers to the text, which must outlive the reader and its tokens.
/// Cost: linear. Most bytes are read once, those of strings with escapes or characters beyond ASCII up to three times.
class reader {
public:
    /// Starts at the beginning of the text: the document is the current value. With `repair`, damaged text is no error: see repair.hpp.
    ///
    /// Lifetime: refers to `repair` too.
    TC3_NOINLINE_IF_SMALL constexpr explicit reader(std::string_view text TC3_LIFETIMEBOUND, limits bounds = {},
                                                    const text_repair* repair = nullptr) noexcept
        : text_(text), repair_(repair), deepest_(bounds.depth < limits::deepest ? bounds.depth : limits::deepest) {
        skip_blanks();
    }

    /// Returns the type of the current value, by its first byte; kind::none after an error. It is an error if there is no current value.
    constexpr kind peek() noexcept {
        if constexpr (has_wide_registers) {
            if (const kind found = current_kind(); found != kind::none) return found;
        }
        return peek_or_fail();
    }
    /// Returns the type of the current value; kind::none after an error and if there is no valid one. It is never an error.
    [[nodiscard]] constexpr kind current_kind() const noexcept {
        return place_ == place::before_value && !at_end() ? detail::find_kind(text_[position_]) : kind::none;
    }
    /// Enters the current value if it is a container of one type, object or array, and not too deep. Else returns false and changes
    /// nothing.
    constexpr bool begin_if(kind container) noexcept {
        return next_begins_with(container == kind::object ? '{' : '[') && depth_ != deepest_ && enter(container);
    }
    /// Enters the current value, which must be an object.
    constexpr bool begin_object() noexcept;
    /// Advances to the next member of the object, whose value becomes the current value. Returns false at the closing brace, which ends the
    /// object, and after an error: see ok().
    constexpr bool next_member(string_token& name) noexcept;

    /// Advances to the next member if its name is `name`, spelled without an escape, and no blanks are before its name, colon and value.
    /// Else returns false and changes nothing: call next_member(). `name` must be ASCII without quotes, backslashes and control characters.
    bool next_member_named(std::string_view name) noexcept;

    /// Enters the current value, which must be an array.
    constexpr bool begin_array() noexcept;
    /// Advances to the next element of the array, which becomes the current value. Returns false at the closing bracket, which ends the
    /// array, and after an error: see ok().
    constexpr bool next_element() noexcept;

    /// Reads the current value, a string. An error leaves `value` unchanged; this holds for all read functions.
    constexpr bool read_string(string_token& value) noexcept;
    /// Reads the current value if it is a string of ASCII without escapes, as most are. Else returns false and changes nothing: call
    /// read_string().
    constexpr bool read_plain_string(std::string_view& value) noexcept;
    /// Reads the current value, a number. Its grammar is checked; its value is not.
    constexpr bool read_number(number_token& value) noexcept;
    /// Reads the current value if it is a plain number, as nearly all are (plain_number.hpp), that the type has. Else returns false and
    /// changes nothing: call read_number().
    template <class Number>
    constexpr bool read_plain_number(Number& value) noexcept;
    /// Reads the current element and those after it, as long as all are plain numbers that the type has and no blanks are between them, but
    /// at most `most`. Calls `take(number)` for each, and returns how many there were. position() is then the byte after the last one.
    template <class Number, class Take>
    constexpr std::size_t read_plain_elements(std::size_t most, Take take);
    /// Reads the current value, true or false.
    constexpr bool read_boolean(bool& value) noexcept;
    /// Reads the current value, null. Use peek() to find out whether it is null.
    constexpr bool read_null() noexcept;

    /// Reads the current value, a string, number or boolean, as text: `true` and `12.5` are spelled as in the document.
    constexpr bool read_scalar(string_token& value) noexcept { return read_scalar(peek(), value); }
    /// Reads the current value, whose type is known from peek().
    constexpr bool read_scalar(kind type, string_token& value) noexcept;

    /// Skips the current value, of any type. It is checked as strictly as one that is read.
    constexpr bool skip_value() noexcept;

    /// Makes damaged text an error from here on.
    constexpr void refuse_damaged_text() noexcept { repair_ = nullptr; }

    /// A value to return to. Its members are for the reader only.
    struct mark {
        std::size_t position = 0;
        std::size_t depth = 0;
    };
    /// Returns the mark of the current value.
    [[nodiscard]] constexpr mark current_mark() const noexcept { return {position_, depth_}; }
    /// Makes the value of a mark the current value again, and removes an error. Since the mark, the container around the value may have
    /// been closed, but no other one may have been opened after it.
    constexpr void return_to(const mark& value) noexcept {
        position_ = value.position;
        return_to_depth(value.depth);
        place_ = place::before_value;
        error_ = {};
    }

    /// Checks that the document has been read and that only blanks follow it.
    constexpr bool finish() noexcept;

    [[nodiscard]] constexpr bool ok() const noexcept { return error_.code == errc::none; }
    /// Returns the first error; its code is errc::none while ok().
    [[nodiscard]] constexpr const tc3::error& error() const noexcept TC3_LIFETIMEBOUND { return error_; }

    /// Returns the position of the first byte of the current value; if there is none, of the byte after the last value or opening bracket.
    [[nodiscard]] constexpr std::size_t position() const noexcept { return position_; }
    /// Returns the text from `start` to position(). This is the text of a value if `start` is the position before it was read or skipped.
    [[nodiscard]] constexpr std::string_view since(std::size_t start) const noexcept {
        return start < position_ ? std::string_view(text_.data() + start, position_ - start) : std::string_view();
    }

    /// Sets an error of your own, unless there is one. Returns false.
    constexpr bool fail(const tc3::error& error) noexcept {
        if (ok()) error_ = error;
        place_ = place::after_error;
        return false;
    }
    /// Sets an error of your own in the text, such as a value outside its limits, unless there is one. Returns false: `return
    /// in.fail(...)`.
    constexpr bool fail(errc code, std::size_t position, std::size_t limit = 0) noexcept {
        if (!ok()) return false;
        const bool has_type = code == errc::wrong_type && position < text_.size();
        error_ = {.code = code,
                  .found = has_type ? detail::kind_of(text_[position]) : kind::none,
                  .part = "body",
                  .position = position,
                  .limit = limit};
        place_ = place::after_error;
        return false;
    }

private:
    enum class place : std::uint8_t {
        before_value,   ///< at the current value
        after_error,    ///< anywhere: nothing more can be read
        after_opening,  ///< after an opening bracket
        after_value,    ///< after a value or a closing bracket
    };
    /// Returns whether a member, an element or a closing bracket may come next in a container of one type: object or array.
    [[nodiscard]] constexpr bool is_between_values_of(kind container) const noexcept {
        return place_ >= place::after_opening && inside(container);
    }

    [[nodiscard]] constexpr bool at_end() const noexcept { return position_ == text_.size(); }
    constexpr void skip_blanks() noexcept {
        while (!at_end() && ascii::is_space(text_[position_])) ++position_;
    }
    /// Ends a value that was taken completely.
    constexpr bool end_value() noexcept {
        place_ = place::after_value;
        return true;
    }

    /// Returns whether the innermost open container is of one type: object or array.
    [[nodiscard]] constexpr bool inside(kind container) const noexcept { return innermost_ == container; }
    /// Sets the number of open containers, to at most as many as are open.
    constexpr void return_to_depth(std::size_t depth) noexcept {
        depth_ = depth;
        innermost_ = depth == 0 ? kind::none : objects_.contains(depth - 1) ? kind::object : kind::array;
    }
    TC3_NOINLINE constexpr kind peek_or_fail() noexcept {
        if (place_ != place::before_value) {
            fail(errc::wrong_type, position_);
            return kind::none;
        }
        if (at_end()) {
            fail(errc::unexpected_end, position_);
            return kind::none;
        }
        const kind found = detail::kind_of(text_[position_]);
        if (found == kind::none) fail(errc::unexpected_character, position_);
        return found;
    }
    /// Fails unless the current value is of one type.
    constexpr bool next_is(kind expected) noexcept {
        const kind found = peek();
        if (found == kind::none) return false;
        return found == expected || fail(errc::wrong_type, position_);
    }
    constexpr bool begin(kind container) noexcept { return (has_wide_registers && begin_if(container)) || enter_or_fail(container); }
    /// Returns whether the current value begins with a byte.
    [[nodiscard]] constexpr bool next_begins_with(char first) const noexcept {
        return place_ == place::before_value && !at_end() && text_[position_] == first;
    }
    TC3_NOINLINE constexpr bool enter_or_fail(kind container) noexcept {
        if (!next_is(container)) return false;
        if (depth_ == deepest_) return fail(errc::too_deep, position_, deepest_);
        return enter(container);
    }
    constexpr bool enter(kind container) noexcept {
        objects_.assign(depth_++, container == kind::object);
        innermost_ = container;
        ++position_;
        place_ = place::after_opening;
        return true;
    }
    /// Returns whether a member or an element follows, without blanks before it and in a container of one type. Then `start` is the
    /// position of its first byte.
    [[nodiscard]] constexpr bool find_next(kind container, std::size_t& start) const noexcept {
        if (!is_between_values_of(container) || at_end()) return false;
        start = position_;
        return place_ == place::after_opening || (text_[position_] == ',' && ++start != text_.size());
    }
    /// Takes the closing bracket of a container if it comes next, without blanks before it. Else returns false and changes nothing.
    [[nodiscard]] constexpr bool take_closing(kind container, char bracket) noexcept {
        return is_between_values_of(container) && !at_end() && text_[position_] == bracket && close_container();
    }
    /// Takes the closing bracket at the position.
    constexpr bool close_container() noexcept {
        return_to_depth(depth_ - 1);
        ++position_;
        return end_value();
    }
    /// As next_member(), which has looked for a closing brace.
    TC3_NOINLINE constexpr bool next_other_member(string_token& name) noexcept {
        if (!next_in(kind::object)) return false;
        if (at_end()) return fail(errc::unexpected_end, position_);
        if (text_[position_] != '"') return fail(errc::unexpected_character, position_);
        string_token token;
        if (!take_string(token) || !take_colon()) return false;
        place_ = place::before_value;
        if (peek() == kind::none) return false;
        name = token;
        return true;
    }
    /// Advances to the first byte of the next member or element. Returns false after an error and at the closing bracket, which it takes.
    TC3_NOINLINE constexpr bool next_in(kind container) noexcept {
        if (!is_between_values_of(container)) return fail(errc::wrong_type, position_);
        skip_blanks();
        if (at_end()) return fail(errc::unexpected_end, position_);
        if (text_[position_] == (container == kind::object ? '}' : ']')) {
            close_container();
            return false;
        }
        if (place_ == place::after_opening) return true;
        if (text_[position_] != ',') return fail(errc::unexpected_character, position_);
        ++position_;
        skip_blanks();
        return true;
    }

    // The take functions check what begins at the position and advance past it. They do not change place_.
    constexpr bool take_string(string_token& token) noexcept;
    /// Takes a string of ASCII without escapes. Returns false, and changes nothing, if it is another.
    constexpr bool take_plain_string(std::string_view& text) noexcept {
        const std::size_t start = position_ + 1;
        const std::string_view rest(text_.data() + start, text_.size() - start);
        const std::size_t size = detail::find_plain_end(rest);
        if (size == rest.size()) return false;
        text = {rest.data(), size};
        position_ = start + size + 1;
        return true;
    }
    constexpr bool take_number(number_token& token) noexcept;
    constexpr bool take_scalar(kind type, string_token& token) noexcept;
    constexpr bool take_colon() noexcept;
    /// Takes the literal whose first letter is at the position: true, false or null.
    TC3_NOINLINE constexpr bool take_literal() noexcept {
        const char first = text_[position_];
        const std::string_view word = first == 't' ? "true"sv : first == 'f' ? "false"sv : "null"sv;
        for (std::size_t i = 0; i < word.size(); ++i) {
            const std::size_t position = position_ + i;
            if (position == text_.size()) return fail(errc::unexpected_end, position);
            if (text_[position] != word[i]) return fail(errc::unexpected_character, position);
        }
        position_ += word.size();
        return true;
    }

    /// Skips the current value, or enters it if it is an object or array.
    constexpr bool skip_or_enter() noexcept;

    std::string_view text_;
    const text_repair* repair_;  // null: damaged text is an error
    std::size_t position_ = 0;
    std::size_t deepest_;
    std::size_t depth_ = 0;
    bit_set<limits::deepest> objects_;  // for each open container, whether it is an object
    kind innermost_ = kind::none;       // the type of the innermost open container
    place place_ = place::before_value;
    tc3::error error_;
};

/// Checks that a text is one JSON document within the limits. Errors: those of reader.
[[nodiscard]] constexpr result<void, error> validate(std::string_view text, limits bounds = {}) noexcept {
    reader in(text, bounds);
    in.skip_value();
    in.finish();
    if (!in.ok()) return unexpected(in.error());
    return {};
}

constexpr bool reader::begin_object() noexcept { return begin(kind::object); }

constexpr bool reader::next_member(string_token& name) noexcept {
    if (has_wide_registers && take_closing(kind::object, '}')) return false;
    return next_other_member(name);
}

inline bool reader::next_member_named(std::string_view name) noexcept {
    std::size_t start = 0;
    if (!find_next(kind::object, start)) return false;
    const std::size_t size = name.size();
    if (text_.size() - start <= size + 3) return false;
    const char* const first = text_.data() + start;
    if (first[0] != '"' || first[size + 1] != '"' || first[size + 2] != ':') return false;
    if (!detail::equal_words(first + 1, name.data(), size) || detail::find_kind(first[size + 3]) == kind::none) return false;
    position_ = start + size + 3;
    place_ = place::before_value;
    return true;
}

constexpr bool reader::begin_array() noexcept { return begin(kind::array); }

constexpr bool reader::next_element() noexcept {
    std::size_t start = 0;
    if (has_wide_registers && find_next(kind::array, start) && detail::find_kind(text_[start]) != kind::none) {
        position_ = start;
        place_ = place::before_value;
        return true;
    }
    if (!next_in(kind::array)) return false;
    place_ = place::before_value;
    return peek() != kind::none;
}

constexpr bool reader::read_string(string_token& value) noexcept { return next_is(kind::string) && take_string(value) && end_value(); }

constexpr bool reader::read_plain_string(std::string_view& value) noexcept {
    return next_begins_with('"') && take_plain_string(value) && end_value();
}

constexpr bool reader::read_number(number_token& value) noexcept { return next_is(kind::number) && take_number(value) && end_value(); }

template <class Number>
constexpr bool reader::read_plain_number(Number& value) noexcept {
    if (place_ != place::before_value) return false;
    const auto number = detail::scan_plain_number({text_.data() + position_, text_.size() - position_});
    if (number.size == 0 || !detail::assign(number, value)) return false;
    position_ += number.size;
    return end_value();
}

template <class Number, class Take>
constexpr std::size_t reader::read_plain_elements(std::size_t most, Take take) {
    if (place_ != place::before_value || !inside(kind::array)) return 0;
    std::size_t count = 0;
    for (std::size_t next = position_; count < most; ++count) {
        const auto number = detail::scan_plain_number({text_.data() + next, text_.size() - next});
        Number value{};
        if (number.size == 0 || !detail::assign(number, value)) break;
        take(value);
        position_ = next + number.size;
        if (text_[position_] != ',') {
            ++count;
            break;
        }
        next = position_ + 1;
    }
    if (count != 0) end_value();
    return count;
}

constexpr bool reader::read_boolean(bool& value) noexcept {
    if (!next_is(kind::boolean)) return false;
    const bool is_true = text_[position_] == 't';
    if (!take_literal()) return false;
    value = is_true;
    return end_value();
}

constexpr bool reader::read_null() noexcept { return next_is(kind::null) && take_literal() && end_value(); }

constexpr bool reader::read_scalar(kind type, string_token& value) noexcept {
    if (type == kind::none) return false;
    if (!is_scalar(type)) return fail(errc::wrong_type, position_);
    return take_scalar(type, value) && end_value();
}

constexpr bool reader::skip_or_enter() noexcept {
    const kind found = peek();
    if (found == kind::none) return false;
    if (found == kind::object || found == kind::array) return begin(found);
    string_token text;
    return take_scalar(found, text) && end_value();
}

constexpr bool reader::skip_value() noexcept {
    const std::size_t outer_depth = depth_;
    string_token name;
    do {
        if (!skip_or_enter()) return false;
        // Advances to the next value. Without one in its container, the container ends, and the next value is further out.
        while (depth_ > outer_depth && !(inside(kind::object) ? next_member(name) : next_element())) {
            if (!ok()) return false;
        }
    } while (depth_ > outer_depth);
    return true;
}

constexpr bool reader::finish() noexcept {
    if (depth_ != 0 || place_ != place::after_value) return fail(errc::wrong_type, position_);
    skip_blanks();
    return at_end() || fail(errc::trailing_characters, position_);
}

constexpr bool reader::take_string(string_token& token) noexcept {
    if constexpr (has_wide_registers) {
        std::string_view text;
        if (take_plain_string(text)) {
            token = string_token::plain(text);
            return true;
        }
    }
    const std::size_t start = position_ + 1;
    const std::string_view rest(text_.data() + start, text_.size() - start);
    detail::string_scan scan = detail::scan_string(rest);
    const bool is_damage = scan.error == errc::invalid_utf8 || scan.error == errc::lone_surrogate;
    if (is_damage && repair_ != nullptr) scan = repair_->scan(rest);
    if (scan.error != errc::none) return fail(scan.error, scan.error == errc::unexpected_end ? text_.size() : start + scan.size);
    const std::size_t size = scan.decoded.size();
    const bool has_escapes = size != scan.size;  // each is longer than its character
    token = string_token({rest.data(), scan.size}, size,
                         scan.damaged  ? repair_->write
                         : has_escapes ? detail::write_decoded
                                       : nullptr,
                         scan.damaged);
    position_ = start + scan.size + 1;
    return true;
}

constexpr bool reader::take_number(number_token& token) noexcept {
    const auto is_number_character = [](char c) { return ascii::is_digit(c) || ascii::contains("-+.eE"sv, c); };
    std::size_t end = position_;
    while (end < text_.size() && is_number_character(text_[end])) ++end;
    const std::string_view number(text_.data() + position_, end - position_);
    if (!is_number(number)) return fail(errc::bad_number, position_);
    token = number_token(number);
    position_ = end;
    return true;
}

/// Takes a string, number or literal as text.
constexpr bool reader::take_scalar(kind type, string_token& token) noexcept {
    if (type == kind::string) return take_string(token);
    const std::size_t start = position_;
    number_token number;
    if (type == kind::number ? !take_number(number) : !take_literal()) return false;
    token = string_token::plain(since(start));
    return true;
}

constexpr bool reader::take_colon() noexcept {
    skip_blanks();
    if (at_end()) return fail(errc::unexpected_end, position_);
    if (text_[position_] != ':') return fail(errc::unexpected_character, position_);
    ++position_;
    skip_blanks();
    return true;
}

}  // namespace tc3::inline TC3_NAMESPACE::json
