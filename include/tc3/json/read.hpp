// SPDX-License-Identifier: MIT
// A strict JSON reader (RFC 8259) over text in memory: the caller pulls values one by one; no tree, no heap, no recursion.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/bit_set.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/encoding/hex.hpp>
#include <tc3/encoding/utf8.hpp>
#include <tc3/json/number.hpp>
#include <tc3/json/plain_run.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace tc3::inline v0_1::json {

/// The type of a value. `none` stands for no value: see reader::peek().
using kind = json_type;

namespace detail {

/// The type of the value that begins with a character.
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

}  // namespace detail

/// What a reader puts up with.
struct limits {
    /// The most that `depth` can be: the reader keeps one bit for each level, in itself.
    static constexpr std::size_t deepest = 256;

    /// How many objects and arrays may be open at a time; 0 lets none be opened. More than `deepest` counts as `deepest`.
    std::size_t depth = 64;
};

/// A string as it stands in the document, already checked: its UTF-8, its escapes, its surrogate pairs. Lives as long as the document.
class string_token {
public:
    constexpr string_token() noexcept = default;
    /// A text that stands nowhere, as if it stood in a document: for what takes tokens. It must be UTF-8.
    [[nodiscard]] static constexpr string_token plain(std::string_view text TC3_LIFETIMEBOUND) noexcept { return {text, text.size()}; }

    /// What stands between the quotes; where has_escapes() is false, this is the text itself.
    [[nodiscard]] constexpr std::string_view raw() const noexcept { return raw_; }
    /// Whether raw() has to be decoded.
    [[nodiscard]] constexpr bool has_escapes() const noexcept { return size_ != raw_.size(); }
    /// The size of the text, once decoded, in bytes.
    [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }

    /// Writes the text, decoded, as UTF-8. A piece ends only at an escape.
    template <sink S>
    constexpr void write(S& out) const;

    /// Compares the text, decoded on the way, without a copy.
    friend constexpr bool operator==(const string_token& token, std::string_view text) noexcept { return token.equals(text); }

private:
    friend class reader;
    constexpr string_token(std::string_view raw, std::size_t size) noexcept : raw_(raw), size_(size) {}

    [[nodiscard]] constexpr bool equals(std::string_view text) const noexcept;

    std::string_view raw_;
    std::size_t size_ = 0;  // an escape is longer than what it stands for, so this tells whether there are any
};

/// A number as it stands in the document, its grammar checked and its value open. Lives as long as the document.
/// For a double: json::to_double(token.text()), so that only those pay for it who use it.
class number_token {
public:
    constexpr number_token() noexcept = default;

    /// The number as it is spelled.
    [[nodiscard]] constexpr std::string_view text() const noexcept { return text_; }
    /// The value, exact; the errors are those of json::to_int64.
    [[nodiscard]] constexpr result<std::int64_t, error> to_int64() const noexcept { return json::to_int64(text_); }
    /// The value, exact; the errors are those of json::to_uint64.
    [[nodiscard]] constexpr result<std::uint64_t, error> to_uint64() const noexcept { return json::to_uint64(text_); }

private:
    friend class reader;
    constexpr explicit number_token(std::string_view text) noexcept : text_(text) {}

    std::string_view text_ = "0";
};

/// Reads one document, value by value, in the order of the text:
///
///     json::reader in(body);
///     json::string_token name, id;
///     in.begin_object();
///     while (in.next_member(name)) {
///         if (name == "RequestId") in.read_string(id);
///         else in.skip_value();
///     }
///     in.finish();
///     if (!in.ok()) return unexpected(in.fault());
///
/// The first fault is kept: after it every call returns false (or kind::none) and changes nothing, so that one look at the end is enough.
/// Faults have "body" and the byte position in the text:
///   unexpected_end         the text, or a value in it, stops too early; `at` is the size of the text
///   unexpected_character   the grammar allows none such there, a byte order mark and a bare control character included
///   trailing_characters    something other than blanks follows the document
///   wrong_type             another type was asked for than stands at `at`, or a value where none is due
///   too_deep               the object or array at `at` is one level too many; `limit` is the limit
///   bad_number             the number that begins at `at` is not one
///   bad_escape, lone_surrogate   the escape whose backslash stands at `at`
///   invalid_utf8           the bytes from `at` are not UTF-8
///
/// Members that repeat a name are handed out like any others: to refuse them is the affair of the caller, who knows which names count.
/// The text must outlive the reader and its tokens. Cost: linear, each byte read once, twice in strings beyond ASCII.
class reader {
public:
    /// Begins with the text; its value is due.
    constexpr explicit reader(std::string_view text TC3_LIFETIMEBOUND, limits bounds = {}) noexcept
        : text_(text), deepest_(bounds.depth < limits::deepest ? bounds.depth : limits::deepest) {
        skip_blanks();
    }

    /// The type of the value that is due, told by its first byte; kind::none on a fault.
    TC3_NOINLINE constexpr kind peek() noexcept {
        if (!ok()) return kind::none;
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

    /// Enters the object that is due.
    constexpr bool begin_object() noexcept;
    /// Goes on to the next member, whose value is due then, to be read or skipped. False at the closing brace or on a fault: ok() tells.
    constexpr bool next_member(string_token& name) noexcept;

    /// Enters the array that is due.
    constexpr bool begin_array() noexcept;
    /// Goes on to the next element, which is due then, to be read or skipped. False at the closing bracket or on a fault: ok() tells.
    constexpr bool next_element() noexcept;

    /// Reads the string that is due. Like its three sisters it leaves its argument alone on a fault.
    constexpr bool read_string(string_token& value) noexcept;
    /// Reads the number that is due: its grammar, not its value.
    constexpr bool read_number(number_token& value) noexcept;
    /// Reads the true or false that is due.
    constexpr bool read_boolean(bool& value) noexcept;
    /// Reads the null that is due; whether one is, peek() tells.
    constexpr bool read_null() noexcept;

    /// Passes over the value that is due, whatever it is, just as strictly.
    constexpr bool skip_value() noexcept;

    /// Requires that the value of the document has been read and that nothing but blanks follows it.
    constexpr bool finish() noexcept;

    /// Whether there was no fault so far.
    [[nodiscard]] constexpr bool ok() const noexcept { return error_.code == errc::none; }
    /// The first fault; errc::none while ok().
    [[nodiscard]] constexpr const tc3::error& error() const noexcept TC3_LIFETIMEBOUND { return error_; }

    /// The position of the first unread byte: where a value is due, its first byte; else the byte behind the value or opening bracket.
    [[nodiscard]] constexpr std::size_t position() const noexcept { return position_; }
    /// The text from `start` to position(): a value as it stands, when `start` was position() before it was read or skipped.
    [[nodiscard]] constexpr std::string_view since(std::size_t start) const noexcept {
        return start < position_ ? std::string_view(text_.data() + start, position_ - start) : std::string_view();
    }

    /// Adds a fault of the caller's own, such as a value outside its limits, unless there is one. Always false: `return in.fail(...)`.
    constexpr bool fail(errc code, std::size_t at, std::size_t limit = 0) noexcept {
        if (!ok()) return false;
        const bool tells_type = code == errc::wrong_type && at < text_.size();
        error_ = {
            .code = code, .found = tells_type ? detail::kind_of(text_[at]) : kind::none, .part = "body", .position = at, .limit = limit};
        return false;
    }

private:
    enum class place : std::uint8_t { before_value, after_opening, after_value };

    [[nodiscard]] constexpr bool at_end() const noexcept { return position_ == text_.size(); }
    constexpr void skip_blanks() noexcept {
        while (!at_end() && ascii::is_space(text_[position_])) ++position_;
    }
    constexpr bool end_value(std::size_t size) noexcept {
        position_ += size;
        place_ = place::after_value;
        return true;
    }

    constexpr bool expect(kind wanted) noexcept {
        const kind found = peek();
        if (found == kind::none) return false;
        return found == wanted || fail(errc::wrong_type, position_);
    }
    TC3_NOINLINE constexpr bool begin(kind container) noexcept {
        if (!expect(container)) return false;
        if (depth_ == deepest_) return fail(errc::too_deep, position_, deepest_);
        enter(container);
        ++position_;
        place_ = place::after_opening;
        return true;
    }
    // True where another member or element must follow; leaves the container at its end.
    TC3_NOINLINE constexpr bool next_in(kind container) noexcept {
        if (!ok()) return false;
        if (place_ == place::before_value || !inside(container)) return fail(errc::wrong_type, position_);
        skip_blanks();
        if (at_end()) return fail(errc::unexpected_end, position_);
        if (text_[position_] == (container == kind::object ? '}' : ']')) {
            --depth_;
            end_value(1);
            return false;
        }
        if (place_ == place::after_opening) return true;
        if (text_[position_] != ',') return fail(errc::unexpected_character, position_);
        ++position_;
        skip_blanks();
        return true;
    }
    constexpr bool take_string(string_token& token) noexcept;
    constexpr bool take_colon() noexcept;
    constexpr bool take_number(number_token& token) noexcept;
    // Of the three words, the one that begins as the text does.
    TC3_NOINLINE constexpr bool take_word() noexcept {
        const char first = text_[position_];
        const std::string_view word = first == 't' ? "true"sv : first == 'f' ? "false"sv : "null"sv;
        for (std::size_t i = 0; i < word.size(); ++i) {
            const std::size_t at = position_ + i;
            if (at == text_.size()) return fail(errc::unexpected_end, at);
            if (text_[at] != word[i]) return fail(errc::unexpected_character, at);
        }
        return end_value(word.size());
    }

    [[nodiscard]] constexpr bool inside(kind container) const noexcept {
        return depth_ != 0 && objects_.contains(depth_ - 1) == (container == kind::object);
    }
    constexpr void enter(kind container) noexcept { objects_.assign(depth_++, container == kind::object); }

    std::string_view text_;
    std::size_t position_ = 0;
    std::size_t deepest_;
    std::size_t depth_ = 0;
    bit_set<limits::deepest> objects_;  // one bit for each open container: set for an object
    place place_ = place::before_value;
    tc3::error error_;
};

/// Whether a text is one JSON document within the limits; if not, the reader's fault.
[[nodiscard]] constexpr result<void, error> validate(std::string_view text, limits bounds = {}) noexcept {
    reader in(text, bounds);
    in.skip_value();
    in.finish();
    if (!in.ok()) return unexpected(in.error());
    return {};
}

namespace detail {

[[nodiscard]] constexpr bool is_number_character(char c) noexcept {
    return ascii::is_digit(c) || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

// An escape: what it stands for and how long it is, or what is wrong with it.
struct escape {
    char32_t code_point = 0;
    std::size_t size = 0;
    errc error = errc::none;
};

[[nodiscard]] constexpr bool is_high_surrogate(char32_t unit) noexcept { return unit >= 0xd800 && unit < 0xdc00; }
[[nodiscard]] constexpr bool is_low_surrogate(char32_t unit) noexcept { return unit >= 0xdc00 && unit < 0xe000; }

inline constexpr std::size_t unit_size = 6;

// Reads the \uXXXX at a position: one UTF-16 unit. Returns what is wrong with it.
[[nodiscard]] constexpr errc read_unit(const std::string_view& text, std::size_t at, char32_t& unit) noexcept {
    constexpr std::string_view prefix = "\\u";
    unit = 0;
    for (std::size_t i = 0; i < unit_size; ++i, ++at) {
        if (at >= text.size()) return errc::unexpected_end;
        if (i < prefix.size()) {
            if (text[at] != prefix[i]) return errc::bad_escape;
            continue;
        }
        const unsigned digit = hex_value(ascii::to_lower(text[at]));
        if (digit > 15) return errc::bad_escape;
        unit = unit * 16 + digit;
    }
    return errc::none;
}

// The \uXXXX or pair of them that a text begins with.
[[nodiscard]] constexpr escape parse_unicode_escape(const std::string_view& text) noexcept {
    escape found{.size = unit_size};
    found.error = read_unit(text, 0, found.code_point);
    if (found.error != errc::none) return found;
    if (is_low_surrogate(found.code_point)) return {.error = errc::lone_surrogate};
    if (!is_high_surrogate(found.code_point)) return found;

    char32_t low = 0;
    const errc error = read_unit(text, unit_size, low);
    if (error == errc::unexpected_end) return {.error = error};
    if (error != errc::none || !is_low_surrogate(low)) return {.error = errc::lone_surrogate};
    return {.code_point = 0x10000 + ((found.code_point - 0xd800) << 10) + (low - 0xdc00), .size = 2 * unit_size};
}

// The escape that a text begins with (RFC 8259, section 7).
[[nodiscard]] constexpr escape parse_escape(const std::string_view& text) noexcept {
    if (text.size() < 2) return {.error = errc::unexpected_end};
    if (text[1] == 'u') return parse_unicode_escape(text);
    const std::size_t found = ascii::find(escape_letters, text[1]);
    if (found == std::string_view::npos) return {.error = errc::bad_escape};
    return {.code_point = static_cast<char32_t>(escaped_characters[found]), .size = 2};
}

// What a string holds up to its closing quote, or up to its first fault.
struct string_scan {
    std::size_t size = 0;
    counting_sink decoded = {};
    bool ascii = true;
    errc error = errc::none;
};

// Scans a string but for its UTF-8; the text begins behind the opening quote and goes on to the end of the document.
[[nodiscard]] constexpr string_scan scan_escapes(std::string_view text) noexcept {
    string_scan scan;
    for (;;) {
        const plain_run run = find_plain_run(text);
        scan.decoded.append({text.data(), run.size});
        scan.ascii = scan.ascii && run.ascii;
        scan.size += run.size;
        text.remove_prefix(run.size);
        if (text.empty()) {
            scan.error = errc::unexpected_end;
            return scan;
        }
        if (text.front() == '"') return scan;
        const escape found = text.front() == '\\' ? parse_escape(text) : escape{.error = errc::unexpected_character};
        scan.error = found.error;
        if (scan.error != errc::none) return scan;
        write_utf8(scan.decoded, found.code_point);
        scan.size += found.size;
        text.remove_prefix(found.size);
    }
}

// No sequence of UTF-8 goes across an ASCII byte, so the bytes before a quote, or before another fault, can be checked by themselves.
[[nodiscard]] constexpr string_scan scan_string(const std::string_view& text) noexcept {
    string_scan scan = scan_escapes(text);
    if (scan.ascii) return scan;
    const std::size_t invalid = find_invalid_utf8({text.data(), scan.size});
    if (invalid == std::string_view::npos) return scan;
    return {.size = invalid, .error = errc::invalid_utf8};
}

// Takes the next piece off an undecoded string: a plain run, or the bytes of one escape, which are put into `escaped`.
TC3_NOINLINE constexpr std::string_view take_piece(std::string_view& raw, utf8_bytes& escaped) noexcept {
    const std::string_view plain(raw.data(), find_plain_run(raw).size);
    if (!plain.empty()) {
        raw.remove_prefix(plain.size());
        return plain;
    }
    const escape found = parse_escape(raw);
    raw.remove_prefix(found.size);
    escaped = encode_utf8(found.code_point);
    return {escaped.text.data(), escaped.size};
}

TC3_NOINLINE constexpr void write_decoded(any_sink& out, std::string_view raw) {
    utf8_bytes escaped;
    while (!raw.empty()) out.append(take_piece(raw, escaped));
}

}  // namespace detail

template <sink S>
constexpr void string_token::write(S& out) const {
    any_sink_of<S> to(out);
    if (has_escapes()) {
        detail::write_decoded(to, raw_);
    } else if (!raw_.empty()) {
        to.append(raw_);
    }
}

constexpr bool string_token::equals(std::string_view text) const noexcept {
    if (size_ != text.size()) return false;
    std::string_view rest = raw_;
    utf8_bytes escaped;
    while (!rest.empty()) {
        const std::string_view piece = has_escapes() ? detail::take_piece(rest, escaped) : std::exchange(rest, {});
        if (!starts_with(text, piece)) return false;
        text.remove_prefix(piece.size());
    }
    return true;
}

constexpr bool reader::begin_object() noexcept { return begin(kind::object); }

constexpr bool reader::next_member(string_token& name) noexcept {
    if (!next_in(kind::object)) return false;
    if (at_end()) return fail(errc::unexpected_end, position_);
    if (text_[position_] != '"') return fail(errc::unexpected_character, position_);
    string_token found;
    if (!take_string(found) || !take_colon()) return false;
    place_ = place::before_value;
    if (peek() == kind::none) return false;
    name = found;
    return true;
}

constexpr bool reader::begin_array() noexcept { return begin(kind::array); }

constexpr bool reader::next_element() noexcept {
    if (!next_in(kind::array)) return false;
    place_ = place::before_value;
    return peek() != kind::none;
}

constexpr bool reader::read_string(string_token& value) noexcept { return expect(kind::string) && take_string(value) && end_value(0); }

constexpr bool reader::read_number(number_token& value) noexcept { return expect(kind::number) && take_number(value); }

constexpr bool reader::read_boolean(bool& value) noexcept {
    if (!expect(kind::boolean)) return false;
    const bool found = text_[position_] == 't';
    if (!take_word()) return false;
    value = found;
    return true;
}

constexpr bool reader::read_null() noexcept { return expect(kind::null) && take_word(); }

constexpr bool reader::skip_value() noexcept {
    const std::size_t outside = depth_;
    string_token text;
    number_token number;
    do {
        switch (const kind found = peek()) {
            case kind::none: return false;
            case kind::object:
            case kind::array: begin(found); break;
            case kind::string: read_string(text); break;
            case kind::number: take_number(number); break;
            case kind::boolean:
            case kind::null: take_word(); break;
        }
        // Leaves what ends here and stops before the next value, or outside.
        while (depth_ > outside && !(inside(kind::object) ? next_member(text) : next_element()) && ok()) continue;
    } while (ok() && depth_ > outside);
    return ok();
}

constexpr bool reader::finish() noexcept {
    if (!ok()) return false;
    if (depth_ != 0 || place_ != place::after_value) return fail(errc::wrong_type, position_);
    skip_blanks();
    return at_end() || fail(errc::trailing_characters, position_);
}

constexpr bool reader::take_string(string_token& token) noexcept {
    const std::size_t start = position_ + 1;
    const detail::string_scan scan = detail::scan_string({text_.data() + start, text_.size() - start});
    if (scan.error != errc::none) return fail(scan.error, scan.error == errc::unexpected_end ? text_.size() : start + scan.size);
    token = string_token({text_.data() + start, scan.size}, scan.decoded.size());
    position_ = start + scan.size + 1;
    return true;
}

constexpr bool reader::take_number(number_token& token) noexcept {
    std::size_t end = position_;
    while (end < text_.size() && detail::is_number_character(text_[end])) ++end;
    const std::string_view found(text_.data() + position_, end - position_);
    if (!is_number(found)) return fail(errc::bad_number, position_);
    token = number_token(found);
    return end_value(found.size());
}

constexpr bool reader::take_colon() noexcept {
    skip_blanks();
    if (at_end()) return fail(errc::unexpected_end, position_);
    if (text_[position_] != ':') return fail(errc::unexpected_character, position_);
    ++position_;
    skip_blanks();
    return true;
}

}  // namespace tc3::inline v0_1::json
