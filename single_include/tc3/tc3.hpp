// SPDX-License-Identifier: MIT
// <tc3/tc3.hpp> of tc3 0.1.0, made by tools/amalgamate.py from the headers under include/: edit those.
// SHA-256 of these 147 headers, one after the other: 6cba226fb3d92a451e774f5b28aee4857b4258641994248b6b821c70124e7c38
//
// MIT License
//
// Copyright (c) 2026 the tc3 authors
//
// Permission is hereby granted, free of charge, to any person obtaining a copy
// of this software and associated documentation files (the "Software"), to deal
// in the Software without restriction, including without limitation the rights
// to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
// copies of the Software, and to permit persons to whom the Software is
// furnished to do so, subject to the following conditions:
//
// The above copyright notice and this permission notice shall be included in all
// copies or substantial portions of the Software.
//
// THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
// IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
// FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
// AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
// LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
// OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
// SOFTWARE.

#pragma once
#ifndef TC3_SINGLE_HEADER_TC3_0_1_0
#define TC3_SINGLE_HEADER_TC3_0_1_0

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <iterator>
#include <limits>
#include <new>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

// ---- tc3/config.hpp -------------------------------------------------------------------------------------------------

// The two things that a host may set before including tc3. Neither changes a type.
//
//   TC3_CONFIG_HEADER   a header to include first, as "name.hpp" or <name.hpp>, that defines TC3_ASSERT
//   TC3_ASSERT(x)       what to do with a broken precondition; nothing by default

#ifdef TC3_CONFIG_HEADER
#include TC3_CONFIG_HEADER
#endif

#ifndef TC3_ASSERT
#define TC3_ASSERT(condition) static_cast<void>(0)
#endif

/// Marks a parameter that the result points into, for compilers that warn when it dies first.
#if defined(__clang__)
#define TC3_LIFETIMEBOUND [[clang::lifetimebound]]
#else
#define TC3_LIFETIMEBOUND
#endif

/// The name of the function around it, with its template arguments.
#if defined(_MSC_VER)
#define TC3_FUNCTION_NAME __FUNCSIG__
#else
#define TC3_FUNCTION_NAME __PRETTY_FUNCTION__
#endif

/// Around tables that are made from offsets. Members of a storage may have types for which compilers warn about offsetof: offsets into a
/// struct without bases hold there too.
#if defined(__GNUC__)
#define TC3_OFFSETS_BEGIN _Pragma("GCC diagnostic push") _Pragma("GCC diagnostic ignored \"-Winvalid-offsetof\"")
#define TC3_OFFSETS_END _Pragma("GCC diagnostic pop")
#else
#define TC3_OFFSETS_BEGIN
#define TC3_OFFSETS_END
#endif

/// Keeps a function that is called from many places in one place: the difference is a factor in code size and compile time.
#if defined(_MSC_VER)
#define TC3_NOINLINE __declspec(noinline)
#else
#define TC3_NOINLINE __attribute__((noinline))
#endif

// ---- tc3/fwd.hpp ----------------------------------------------------------------------------------------------------

// Names without definitions, for headers that only mention tc3. Those of eKYC are in faceid/fwd.hpp.

namespace tc3::inline v0_1 {

enum class errc : std::uint8_t;
struct error;
template <class T, class E>
class result;

class secret;
class literal;
class binary;
struct unix_time;
class utc_date;

struct credential;
struct credential_view;
struct client_profile;
struct client_profile_view;

struct action;
struct request_options;
struct request_content;
class prepared_request;

class workspace;
struct owning;
struct borrowed;
template <class Storage>
struct basic_failure;
template <class Storage>
struct basic_envelope;

namespace http {
enum class method : std::uint8_t;
struct header;
struct request_view;
class request;
struct response;
}  // namespace http

}  // namespace tc3::inline v0_1

// ---- tc3/version.hpp ------------------------------------------------------------------------------------------------

// The version of tc3, for #if. meson.build reads it from here.

#define TC3_VERSION_MAJOR 0
#define TC3_VERSION_MINOR 1
#define TC3_VERSION_PATCH 0
#define TC3_VERSION_STRING "0.1.0"

// ---- tc3/core/slice.hpp ---------------------------------------------------------------------------------------------

// A part of a text.

namespace tc3::inline v0_1 {

/// Up to `size` characters from `start` on, as many as there are. std::string_view::substr does the same but throws when there are fewer,
/// which in a firmware links the machinery of exceptions, though nothing ever throws.
[[nodiscard]] constexpr std::string_view slice(std::string_view text TC3_LIFETIMEBOUND, std::size_t start,
                                               std::size_t size = std::string_view::npos) noexcept {
    text.remove_prefix(start < text.size() ? start : text.size());
    return {text.data(), size < text.size() ? size : text.size()};
}

/// Whether a text begins with another. A loop of its own: std::string_view's is a call into the C library.
[[nodiscard]] constexpr bool starts_with(std::string_view text, std::string_view beginning) noexcept {
    if (text.size() < beginning.size()) return false;
    for (std::size_t i = 0; i < beginning.size(); ++i) {
        if (text[i] != beginning[i]) return false;
    }
    return true;
}

/// Whether two texts are the same, likewise.
[[nodiscard]] constexpr bool equal(std::string_view a, std::string_view b) noexcept { return a.size() == b.size() && starts_with(a, b); }

}  // namespace tc3::inline v0_1

// ---- tc3/core/text_literal.hpp --------------------------------------------------------------------------------------

// "text"sv in tc3's own namespace: a text whose size is known, where a bare literal would be counted at run time.

namespace tc3::inline v0_1 {

using std::string_view_literals::operator""sv;

}  // namespace tc3::inline v0_1

// ---- tc3/core/ascii.hpp ---------------------------------------------------------------------------------------------

// The ASCII rules that header names, hosts and credentials obey, byte by byte: no locale has a say.

namespace tc3::inline v0_1::ascii {

[[nodiscard]] constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_lower(char c) noexcept { return c >= 'a' && c <= 'z'; }
[[nodiscard]] constexpr bool is_upper(char c) noexcept { return c >= 'A' && c <= 'Z'; }
[[nodiscard]] constexpr bool is_alphanumeric(char c) noexcept { return is_digit(c) || is_lower(c) || is_upper(c); }
[[nodiscard]] constexpr bool is_visible(char c) noexcept { return c > ' ' && c < '\x7f'; }
[[nodiscard]] constexpr bool is_blank(char c) noexcept { return c == ' ' || c == '\t'; }
[[nodiscard]] constexpr bool is_space(char c) noexcept { return is_blank(c) || c == '\r' || c == '\n'; }
[[nodiscard]] constexpr bool is_control(char c) noexcept { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; }

[[nodiscard]] constexpr char to_lower(char c) noexcept { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

/// A loop of its own: std::string_view's is a call into the C library.
[[nodiscard]] constexpr bool contains(std::string_view characters, char c) noexcept {
    for (const char each : characters) {
        if (each == c) return true;
    }
    return false;
}

/// A character of a token, the form of header names (RFC 9110, 5.6.2).
[[nodiscard]] constexpr bool is_token(char c) noexcept { return is_visible(c) && !contains("\"(),/:;<=>?@[\\]{}"sv, c); }

/// A character of a header value: visible, blank, or beyond ASCII (RFC 9110, 5.5).
[[nodiscard]] constexpr bool is_field_value(char c) noexcept { return c == '\t' || !is_control(c); }

/// Without the blanks (space, tab) at both ends.
[[nodiscard]] TC3_NOINLINE constexpr std::string_view trim(std::string_view text) noexcept {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

/// Byte order after lower-casing: negative, zero or positive. Bytes count as unsigned, so text beyond ASCII sorts last.
[[nodiscard]] TC3_NOINLINE constexpr int compare_lower(const std::string_view& a, const std::string_view& b) noexcept {
    for (std::size_t i = 0;; ++i) {
        if (i == a.size() || i == b.size()) return static_cast<int>(a.size() > i) - static_cast<int>(b.size() > i);
        const int difference = static_cast<unsigned char>(to_lower(a[i])) - static_cast<unsigned char>(to_lower(b[i]));
        if (difference != 0) return difference;
    }
}

[[nodiscard]] constexpr bool equal_lower(const std::string_view& a, const std::string_view& b) noexcept { return compare_lower(a, b) == 0; }

/// The position of the first character that `allowed` refuses, or npos.
template <class Allowed>
[[nodiscard]] constexpr std::size_t find_not(std::string_view text, Allowed allowed) noexcept {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!allowed(text[i])) return i;
    }
    return std::string_view::npos;
}

/// The position of a character, or npos. A loop of its own, like contains().
[[nodiscard]] TC3_NOINLINE constexpr std::size_t find(std::string_view text, char wanted) noexcept {
    return find_not(text, [wanted](char c) { return c != wanted; });
}

/// Whether a name is one of the words of a list, in any case.
[[nodiscard]] constexpr bool is_word_of(std::string_view words, std::string_view name) noexcept {
    while (!words.empty()) {
        const std::string_view word = slice(words, 0, find(words, ' '));
        if (equal_lower(name, word)) return true;
        words = slice(words, word.size() + 1);
    }
    return false;
}

}  // namespace tc3::inline v0_1::ascii

// ---- tc3/core/bit_set.hpp -------------------------------------------------------------------------------------------

// A fixed number of bits. std::bitset brings strings and exceptions with it.

namespace tc3::inline v0_1 {

/// Bits that all begin as false. An index must be below Size.
template <std::size_t Size>
class bit_set {
public:
    constexpr void assign(std::size_t index, bool value) noexcept {
        const auto bit = static_cast<std::uint8_t>(1U << index % 8);
        std::uint8_t& byte = bytes_[index / 8];
        byte = static_cast<std::uint8_t>(value ? byte | bit : byte & ~bit);
    }
    [[nodiscard]] constexpr bool contains(std::size_t index) const noexcept { return (bytes_[index / 8] >> index % 8 & 1U) != 0; }

private:
    std::array<std::uint8_t, (Size + 7) / 8> bytes_{};  // bytes, which machines of all widths shift and mask alike
};

}  // namespace tc3::inline v0_1

// ---- tc3/core/bytes.hpp ---------------------------------------------------------------------------------------------

// Bytes and text. Text is std::string_view everywhere; bytes are what a hash eats.

namespace tc3::inline v0_1 {

using bytes_view = std::span<const std::uint8_t>;

/// The bytes of a text, at run time.
[[nodiscard]] inline bytes_view as_bytes(std::string_view text) noexcept {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

/// Bytes of any one-byte type as text, at run time: a body that came as std::byte, char or unsigned char.
template <class Byte>
    requires(sizeof(Byte) == 1 && std::is_trivially_copyable_v<Byte>)
[[nodiscard]] std::string_view as_text(std::span<Byte> bytes) noexcept {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// Hands a text as bytes to `use`, whole at run time and in pieces at compile time, where text can't be seen as bytes.
template <class Use>
constexpr void for_bytes_of(std::string_view text, Use&& use) {
    if (!std::is_constant_evaluated()) {
        use(as_bytes(text));
        return;
    }
    std::array<std::uint8_t, 64> piece{};
    while (!text.empty()) {
        const std::size_t size = text.size() < piece.size() ? text.size() : piece.size();
        for (std::size_t i = 0; i < size; ++i) piece[i] = static_cast<std::uint8_t>(text[i]);
        use(bytes_view(piece.data(), size));
        text.remove_prefix(size);
    }
}

}  // namespace tc3::inline v0_1

// ---- tc3/core/constant_time.hpp -------------------------------------------------------------------------------------

// A comparison for secrets.

namespace tc3::inline v0_1 {

/// Compares two sequences of bytes. If they have one size, the time does not depend on where they differ; the size is not kept secret.
template <class Byte>
    requires(sizeof(Byte) == 1)
[[nodiscard]] constexpr bool equal_in_constant_time(std::span<const Byte> a, std::span<const Byte> b) noexcept {
    if (a.size() != b.size()) return false;
    unsigned difference = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned>(static_cast<unsigned char>(b[i]));
    return difference == 0;
}

}  // namespace tc3::inline v0_1

// ---- tc3/core/sink.hpp ----------------------------------------------------------------------------------------------

// Where text goes. Each text of tc3 is written once, as a template over a sink: into a hash, a counter, a buffer, a string, a socket.

namespace tc3::inline v0_1 {

/// Anything that takes text in pieces: std::string is one. A sink that can fail keeps its failure and is asked afterwards; writers go on.
template <class S>
concept sink = requires(S& out, std::string_view text) { out.append(text); };

/// Counts and keeps nothing: the size of a text before there is memory for it.
class counting_sink {
public:
    constexpr void append(std::string_view text) noexcept { size_ += text.size(); }
    [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }

private:
    std::size_t size_ = 0;
};

/// Fills the caller's memory and goes on counting when it is full, so that a shortage is known exactly.
class buffer_sink {
public:
    constexpr explicit buffer_sink(std::span<char> memory) noexcept : memory_(memory) {}

    TC3_NOINLINE constexpr void append(const std::string_view& text) noexcept {
        for (const char c : text) {
            if (needed_ < memory_.size()) memory_[needed_] = c;
            ++needed_;
        }
    }

    /// Whether everything fitted.
    [[nodiscard]] constexpr bool complete() const noexcept { return needed_ <= memory_.size(); }
    /// The size of all that was written, kept or not.
    [[nodiscard]] constexpr std::size_t needed() const noexcept { return needed_; }
    /// What was kept.
    [[nodiscard]] constexpr std::string_view view() const noexcept {
        return {memory_.data(), needed_ < memory_.size() ? needed_ : memory_.size()};
    }

private:
    std::span<char> memory_;
    std::size_t needed_ = 0;
};

/// Writes to two sinks, in order.
template <sink First, sink Second>
class tee_sink {
public:
    constexpr tee_sink(First& first, Second& second) noexcept : first_(first), second_(second) {}
    constexpr void append(std::string_view text) {
        first_.append(text);
        second_.append(text);
    }

private:
    First& first_;
    Second& second_;
};

/// Refers to any sink, for code that must not be a template. One indirect call for each piece; not constexpr.
class sink_ref {
public:
    template <sink S>
        requires(!std::is_same_v<S, sink_ref>)
    sink_ref(S& target) noexcept  // NOLINT: implicit
        : target_(&target), append_([](void* to, std::string_view text) { static_cast<S*>(to)->append(text); }) {}

    void append(std::string_view text) { append_(target_, text); }

private:
    void* target_;
    void (*append_)(void*, std::string_view);
};

/// Any sink, as one type: a long writer that takes this stands once in a program, however many kinds of sink it writes to. Use it by
/// reference, made by sink_adapter. Where sink_ref is a value, this is constexpr.
class any_sink {
public:
    constexpr void append(const std::string_view& text) { append_(*this, text); }
    /// A literal, whose size need not be counted at run time.
    template <std::size_t Size>
    constexpr void append(const char (&literal)[Size]) {
        append_(*this, std::string_view(literal, Size - 1));
    }
    any_sink(const any_sink&) = delete;
    any_sink& operator=(const any_sink&) = delete;

protected:
    using append_function = void (*)(any_sink&, const std::string_view&);
    constexpr explicit any_sink(append_function function) noexcept : append_(function) {}
    constexpr ~any_sink() = default;

private:
    append_function append_;  // one pointer instead of a table of virtual functions, which would bring RTTI and a destructor
};

/// Makes an any_sink of a sink. Dies before its target.
template <sink S>
class sink_adapter final : public any_sink {
public:
    constexpr explicit sink_adapter(S& target) noexcept : any_sink(append_to), target_(target) {}

private:
    static constexpr void append_to(any_sink& self, const std::string_view& text) { static_cast<sink_adapter&>(self).target_.append(text); }

    S& target_;
};

/// What `any_sink_of<S> to(out)` makes of a sink: an adapter, or the sink itself where it is erased already.
template <sink S>
using any_sink_of = std::conditional_t<std::is_base_of_v<any_sink, S>, any_sink&, sink_adapter<S>>;

/// Writes one character.
template <sink S>
constexpr void write_char(S& out, char c) {
    out.append(std::string_view(&c, 1));
}

namespace core_detail {

/// Divides by ten and returns what remains. Long division by 16 bits at a time: a division of 64 bits is a call into a library, and most
/// of a kilobyte, where registers are short.
constexpr unsigned take_last_digit(std::uint64_t& number) noexcept {
    std::uint32_t rest = 0;
    for (int i = 0; i < 4; ++i) {
        rest = rest << 16U | static_cast<std::uint32_t>(number >> 48U);
        number = number << 16U | rest / 10;  // the quotient comes in below as the number goes out above
        rest %= 10;
    }
    return rest;
}

TC3_NOINLINE constexpr void write_integer(any_sink& out, std::uint64_t number, bool negative) {
    std::uint64_t magnitude = negative ? 0 - number : number;
    char digits[21];
    std::size_t first = sizeof digits;
    do {
        digits[--first] = static_cast<char>('0' + take_last_digit(magnitude));
    } while (magnitude != 0);
    if (negative) digits[--first] = '-';
    out.append(std::string_view(digits + first, sizeof digits - first));
}

}  // namespace core_detail

/// Writes an integer in decimal, without a sign for zero or more.
template <sink S, class Integer>
    requires std::is_integral_v<Integer>
constexpr void write_decimal(S& out, Integer number) {
    const bool negative = std::is_signed_v<Integer> && number < Integer{};
    any_sink_of<S> to(out);
    core_detail::write_integer(to, static_cast<std::uint64_t>(number), negative);
}

}  // namespace tc3::inline v0_1

// ---- tc3/core/error.hpp ---------------------------------------------------------------------------------------------

// An error as a value: what is wrong, in which part, and at which byte. It holds no secret and no copy of the input.

namespace tc3::inline v0_1 {

/// What is wrong. The comments name the folders whose functions return a code.
enum class errc : std::uint8_t {
    none,
    // The input of a caller.
    missing,              ///< empty, or absent where the service requires it (signing, model, api)
    forbidden_character,  ///< a character that is not allowed at `position` (encoding, validation, signing, api)
    untrimmed,            ///< begins or ends with a blank or a line end: a credential that was pasted (validation, signing, api)
    invalid_utf8,         ///< text that is not UTF-8 from `position` on (json, validation, model, api)
    out_of_range,         ///< a time or a number outside its limits (json, signing, model)
    malformed,            ///< a signature or an Authorization header of another form (signing)
    duplicate,            ///< a header or a member of a JSON object that occurs twice (json, signing, model, api)
    not_allowed,          ///< a value that is outside a closed set, or that another option excludes (model, api)
    too_large,            ///< `needed` bytes where the service takes at most `limit` (signing, api)
    too_many,             ///< `needed` headers or list elements where at most `limit` are read (signing, model, api)
    wrong_scope,          ///< a signing key of another day or service (signing)
    // The policies and signers of a program.
    crypto_failed,  ///< the SHA-256 or HMAC policy reported failure (crypto, signing, api)
    signer_failed,  ///< the signer reported failure without an error of its own (api)
    // A JSON document.
    unexpected_character,  ///< not JSON (json)
    unexpected_end,        ///< a document or an encoded text that stops too early (encoding, json)
    trailing_characters,   ///< something after the end of the document (json)
    too_deep,              ///< more than `limit` levels of nesting (json, model)
    bad_number,            ///< a number outside the JSON grammar (json)
    bad_escape,            ///< an escape outside the JSON grammar (json)
    lone_surrogate,        ///< half of a UTF-16 surrogate pair (json, model)
    wrong_type,            ///< well-formed JSON of another type than expected: `found` (json, model, api)
    unknown_member,        ///< a member that the table does not list, where a server reads (model)
    // Memory of a program.
    buffer_too_small,  ///< a buffer or workspace of `limit` bytes where `needed` are required (encoding, model, api)
    not_stored,        ///< a storage did not take a value (model, api)
    in_use,            ///< a workspace that another call uses (api)
};

/// The type of a JSON value; `none` where there is no value.
enum class json_type : std::uint8_t { none, object, array, string, number, boolean, null };

/// The name of a part of a request or response, as it appears in a message: "host", "header value". One pointer large, for small programs.
class part_name {
public:
    constexpr part_name() noexcept = default;
    /// Implicit: a string literal is the name of a part.
    consteval part_name(const char* word) noexcept : word_(word) {}  // NOLINT: implicit

    [[nodiscard]] constexpr std::string_view view() const noexcept { return word_; }
    [[nodiscard]] constexpr bool empty() const noexcept { return *word_ == '\0'; }
    friend constexpr bool operator==(part_name a, std::string_view b) noexcept { return a.view() == b; }
    friend constexpr bool operator==(part_name a, part_name b) noexcept { return a.view() == b.view(); }

private:
    const char* word_ = "";
};

/// What is wrong and where. Trivially copyable.
///
/// Lifetime: `name` points into the memory that was checked, or is a constant.
struct error {
    static constexpr std::size_t no_position = static_cast<std::size_t>(-1);

    errc code = errc::none;
    json_type found = json_type::none;   ///< the type of the value, where the code is wrong_type
    part_name part = {};                 ///< the part concerned
    std::size_t position = no_position;  ///< the byte within the part
    std::size_t needed = 0;              ///< the size that was found or is required: see the code
    std::size_t limit = 0;               ///< the limit that `needed` or the depth exceeds
    std::string_view name = {};          ///< the header or field concerned, "Filters[2].Name"; else empty

    /// Compares all members but `found`, which follows from the position.
    friend constexpr bool operator==(const error& a, const error& b) noexcept {
        return a.code == b.code && a.part == b.part && a.name == b.name && a.position == b.position && a.needed == b.needed &&
               a.limit == b.limit;
    }
};

/// Returns what a code means in a few words that follow the name of a part, without a full stop.
[[nodiscard]] constexpr std::string_view describe(errc code) noexcept {
    switch (code) {
        case errc::none: return "no error";
        case errc::missing: return "is empty or missing";
        case errc::forbidden_character: return "holds a character that is not allowed there";
        case errc::untrimmed: return "begins or ends with a blank or line end (pasted with it?)";
        case errc::invalid_utf8: return "is not UTF-8";
        case errc::out_of_range: return "is out of range";
        case errc::malformed: return "is malformed";
        case errc::duplicate: return "occurs twice";
        case errc::not_allowed: return "is not one of the allowed values";
        case errc::too_large: return "is too large";
        case errc::too_many: return "are too many";
        case errc::wrong_scope: return "does not fit the day and service of the signing key";
        case errc::crypto_failed: return "could not be computed: the crypto policy reported failure";
        case errc::signer_failed: return "could not be made: the signer reported failure";
        case errc::unexpected_character: return "is not JSON";
        case errc::unexpected_end: return "ends too early";
        case errc::trailing_characters: return "continues after the JSON document";
        case errc::too_deep: return "is nested too deep";
        case errc::bad_number: return "holds a malformed number";
        case errc::bad_escape: return "holds a malformed escape";
        case errc::lone_surrogate: return "holds half of a surrogate pair";
        case errc::wrong_type: return "has another type than expected";
        case errc::unknown_member: return "is not a known member";
        case errc::buffer_too_small: return "is too small";
        case errc::not_stored: return "was not taken by its storage";
        case errc::in_use: return "is in use by another call";
    }
    return "unknown error";
}

/// Returns the name of a JSON type with its article.
[[nodiscard]] constexpr std::string_view describe(json_type type) noexcept {
    switch (type) {
        case json_type::none: return "nothing";
        case json_type::object: return "an object";
        case json_type::array: return "a list";
        case json_type::string: return "a text";
        case json_type::number: return "a number";
        case json_type::boolean: return "a boolean";
        case json_type::null: return "null";
    }
    return "";
}

/// Writes an error as one line without a line end: "region is empty or missing", "Filters[2].Name is not UTF-8, at byte 3".
/// All messages of tc3 take the words of an error from here.
template <sink S>
constexpr void write_error(S& out, const error& error);

namespace core_detail {

constexpr void write_size_error(any_sink& out, const error& error) {
    const bool shortage = error.code == errc::buffer_too_small;
    out.append(shortage ? ": needs " : ": ");
    write_decimal(out, error.needed);
    out.append(shortage ? " bytes, has " : error.code == errc::too_large ? " bytes, the limit is " : ", the limit is ");
    write_decimal(out, error.limit);
}

TC3_NOINLINE constexpr void write_error(any_sink& out, const error& error) {
    if (error.code == errc::none) {
        out.append(describe(error.code));
        return;
    }
    const bool in_body = error.part == "body"sv;
    const bool named_field = !error.name.empty() && (in_body || error.part == "field"sv);
    if (!named_field) out.append(error.part.empty() ? std::string_view("text") : error.part.view());
    if (!named_field && !error.name.empty()) out.append(" ");
    out.append(error.name);
    out.append(" ");
    out.append(named_field && error.code == errc::too_many ? std::string_view("has too many elements") : describe(error.code));
    if (error.code == errc::too_large || error.code == errc::too_many || error.code == errc::buffer_too_small) {
        write_size_error(out, error);
        return;
    }
    if (error.limit != 0) {
        out.append(", the limit is ");
        write_decimal(out, error.limit);
    }
    if (error.found != json_type::none) {
        out.append(": found ");
        out.append(describe(error.found));
    }
    if (error.position != error::no_position) {
        out.append(", at byte ");
        write_decimal(out, error.position);
        if (named_field && in_body) out.append(" of the body");
    }
}

}  // namespace core_detail

template <sink S>
constexpr void write_error(S& out, const error& error) {
    any_sink_of<S> to(out);
    core_detail::write_error(to, error);
}

}  // namespace tc3::inline v0_1

// ---- tc3/core/fixed_text.hpp ----------------------------------------------------------------------------------------

// Text of bounded length that holds itself: a sink, a value, no heap.

namespace tc3::inline v0_1 {

/// Up to Capacity characters. What does not fit is dropped, and truncated() says so.
template <std::size_t Capacity>
class fixed_text {
    using size_type = std::conditional_t<(Capacity < 256), std::uint8_t, std::size_t>;

public:
    constexpr fixed_text() noexcept : text_{} {}
    constexpr explicit fixed_text(std::string_view text) noexcept : text_{} { append(text); }

    /// A text with each character changed, such as by ascii::to_lower.
    template <class Change>
    constexpr fixed_text(std::string_view text, Change change) noexcept : truncated_(text.size() > Capacity) {
        for (char& c : text_) {
            c = '\0';
            if (size_ < text.size()) c = change(text[size_++]);
        }
    }

    TC3_NOINLINE constexpr void append(const std::string_view& text) noexcept {
        for (const char c : text) {
            if (size_ == Capacity) {
                truncated_ = true;
                return;
            }
            text_[size_++] = c;
        }
    }
    /// Forgets all after the first `size` characters. truncated() stays: something was dropped once.
    constexpr void shorten(std::size_t size) noexcept {
        if (size < size_) size_ = static_cast<size_type>(size);
    }

    [[nodiscard]] constexpr std::string_view view() const& noexcept TC3_LIFETIMEBOUND { return {text_.data(), size_}; }
    std::string_view view() const&& = delete;
    [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
    [[nodiscard]] constexpr bool truncated() const noexcept { return truncated_; }

    /// Compares what is kept.
    friend constexpr bool operator==(const fixed_text& a, const fixed_text& b) noexcept { return a.view() == b.view(); }
    friend constexpr bool operator==(const fixed_text& a, std::string_view b) noexcept { return a.view() == b; }

private:
    std::array<char, Capacity> text_;
    size_type size_ = 0;
    bool truncated_ = false;
};

}  // namespace tc3::inline v0_1

// ---- tc3/core/line_sink.hpp -----------------------------------------------------------------------------------------

// Keeps text from outside on one line.

namespace tc3::inline v0_1 {

/// Writes into another sink with a blank in place of each control character, so that a log line stays one line.
template <sink S>
class line_sink {
public:
    constexpr explicit line_sink(S& out) noexcept : out_(out) {}
    constexpr void append(std::string_view text) {
        while (!text.empty()) {
            const std::size_t plain = ascii::find_not(text, [](char c) { return !ascii::is_control(c); });
            out_.append(slice(text, 0, plain));
            if (plain == std::string_view::npos) return;
            out_.append(" ");
            text.remove_prefix(plain + 1);
        }
    }

private:
    S& out_;
};

}  // namespace tc3::inline v0_1

// ---- tc3/core/literal.hpp -------------------------------------------------------------------------------------------

// A named constant of the API, such as faceid::secure_level::motion_and_light, that fits every storage's text.

namespace tc3::inline v0_1 {

/// A constant text. Converts to whatever is made from std::string_view: a string, a view, an engine's own text, and so an optional of
/// those.
class literal {
public:
    consteval explicit literal(std::string_view text) noexcept : text_(text) {}

    [[nodiscard]] constexpr std::string_view view() const noexcept { return text_; }

    // Explicit constructors count, as std::string's from a view is one. Optionals make themselves from what they hold: a second way would
    // be ambiguous.
    template <class Text>
        requires std::constructible_from<Text, std::string_view> && (!requires(const Text& text) { text.has_value(); })
    [[nodiscard]] constexpr operator Text() const {  // NOLINT: implicit on purpose
        return Text(text_);
    }

    friend constexpr bool operator==(literal a, literal b) noexcept { return a.text_ == b.text_; }
    friend constexpr bool operator==(literal a, std::string_view b) noexcept { return a.text_ == b; }

private:
    std::string_view text_;
};

}  // namespace tc3::inline v0_1

// ---- tc3/core/result.hpp --------------------------------------------------------------------------------------------

// A value or the reason why there is none, spelled as std::expected is, for compilers and flags that lack it.

namespace tc3::inline v0_1 {

/// Wraps an error on its way into a result: `return unexpected(error{...});`
template <class E>
class unexpected {
public:
    constexpr explicit unexpected(E error) noexcept : error_(std::move(error)) {}
    [[nodiscard]] constexpr const E& error() const& noexcept TC3_LIFETIMEBOUND { return error_; }
    [[nodiscard]] constexpr E&& error() && noexcept TC3_LIFETIMEBOUND { return std::move(error_); }

private:
    E error_;
};

/// Says that an error follows: `result<T, error>(unexpect, fault)`.
struct unexpect_t {};
inline constexpr unexpect_t unexpect{};

/// Says that a function follows which makes the value.
struct made_in_place_t {};
inline constexpr made_in_place_t made_in_place{};

/// Says that a function follows which makes the error.
struct error_made_in_place_t {};
inline constexpr error_made_in_place_t error_made_in_place{};

template <class T, class E>
class result;

namespace core_detail {

/// A result or an error in its wrapping: never the value of another result, though it may convert to one, as all do to bool.
template <class T>
inline constexpr bool is_result = false;
template <class T, class E>
inline constexpr bool is_result<result<T, E>> = true;
template <class E>
inline constexpr bool is_result<unexpected<E>> = true;

}  // namespace core_detail

/// A T, or an E that says why not. Asking for the one that is not there is a broken precondition (TC3_ASSERT).
template <class T, class E>
class [[nodiscard]] result {
public:
    using value_type = T;
    using error_type = E;

    template <class U = T>
        requires std::is_constructible_v<T, U&&> && (!core_detail::is_result<std::remove_cvref_t<U>>)
    constexpr explicit(!std::is_convertible_v<U&&, T>) result(U&& value)  // NOLINT: as std::expected
        : has_value_(true), held_(value_tag{}, std::forward<U>(value)) {}
    constexpr result(unexpected<E> error) noexcept : has_value_(false), held_(error_tag{}, std::move(error).error()) {}  // NOLINT: implicit
    /// The value that `make()` returns, made where it stays.
    template <class Make>
    constexpr result(made_in_place_t tag, Make&& make) : has_value_(true), held_(tag, make) {}
    constexpr result(unexpect_t, const E& error) : has_value_(false), held_(error_tag{}, error) {}
    /// The error that `make()` returns, likewise.
    template <class Make>
    constexpr result(error_made_in_place_t tag, Make&& make) : has_value_(false), held_(tag, make) {}

    constexpr result(const result& other) : has_value_(other.has_value_), held_(taken_from(other)) {}
    constexpr result(result&& other) noexcept : has_value_(other.has_value_), held_(taken_from(std::move(other))) {}
    result& operator=(result other) noexcept {  // not constexpr: that would take std::construct_at, and with it all of <memory>
        this->~result();
        return *::new (static_cast<void*>(this)) result(std::move(other));
    }
    constexpr ~result() { destroy(); }

    /// Puts a fresh error in the place of whatever is held, to be filled in where it stays.
    [[nodiscard]] E& emplace_error() noexcept TC3_LIFETIMEBOUND {
        destroy();
        has_value_ = false;
        return *::new (static_cast<void*>(&held_.error)) E();
    }

    [[nodiscard]] constexpr bool has_value() const noexcept { return has_value_; }
    [[nodiscard]] constexpr explicit operator bool() const noexcept { return has_value_; }

    [[nodiscard]] constexpr T& operator*() & noexcept TC3_LIFETIMEBOUND {
        TC3_ASSERT(has_value_);
        return held_.value;
    }
    [[nodiscard]] constexpr const T& operator*() const& noexcept TC3_LIFETIMEBOUND {
        TC3_ASSERT(has_value_);
        return held_.value;
    }
    [[nodiscard]] constexpr T&& operator*() && noexcept TC3_LIFETIMEBOUND {
        TC3_ASSERT(has_value_);
        return std::move(held_.value);
    }
    [[nodiscard]] constexpr T* operator->() & noexcept TC3_LIFETIMEBOUND { return &**this; }
    [[nodiscard]] constexpr const T* operator->() const& noexcept TC3_LIFETIMEBOUND { return &**this; }
    const T* operator->() const&& = delete;  // `make_request(...)->view()` would point into what is gone

    [[nodiscard]] constexpr E& error() & noexcept TC3_LIFETIMEBOUND {
        TC3_ASSERT(!has_value_);
        return held_.error;
    }
    [[nodiscard]] constexpr const E& error() const& noexcept TC3_LIFETIMEBOUND {
        TC3_ASSERT(!has_value_);
        return held_.error;
    }
    [[nodiscard]] constexpr E&& error() && noexcept TC3_LIFETIMEBOUND {
        TC3_ASSERT(!has_value_);
        return std::move(held_.error);
    }

    template <class U>
    [[nodiscard]] constexpr T value_or(U&& fallback) const& {
        return has_value_ ? held_.value : static_cast<T>(std::forward<U>(fallback));
    }
    template <class U>
    [[nodiscard]] constexpr T value_or(U&& fallback) && {
        return has_value_ ? std::move(held_.value) : static_cast<T>(std::forward<U>(fallback));
    }

private:
    struct value_tag {};
    struct error_tag {};

    constexpr void destroy() noexcept {
        if (has_value_) {
            held_.value.~T();
        } else {
            held_.error.~E();
        }
    }

    union storage {
        template <class U>
        constexpr storage(value_tag, U&& from) : value(std::forward<U>(from)) {}
        template <class Make>
        constexpr storage(made_in_place_t, Make& make) : value(make()) {}
        template <class Make>
        constexpr storage(error_made_in_place_t, Make& make) : error(make()) {}
        template <class U>
        constexpr storage(error_tag, U&& from) : error(std::forward<U>(from)) {}
        constexpr ~storage() {}  // NOLINT: the result destroys what is held

        T value;
        E error;
    };

    // Returned without a copy, and so usable in constant expressions where a union can't be switched.
    template <class Result>
    [[nodiscard]] static constexpr storage taken_from(Result&& other) {
        if (other.has_value_) return storage(value_tag{}, std::forward<Result>(other).held_.value);
        return storage(error_tag{}, std::forward<Result>(other).held_.error);
    }

    bool has_value_;
    storage held_;
};

/// Success without a value, or the reason for a failure.
template <class E>
class [[nodiscard]] result<void, E> {
public:
    using value_type = void;
    using error_type = E;

    constexpr result() noexcept = default;
    constexpr result(unexpect_t, const E& error) noexcept : error_(error), has_value_(false) {}
    constexpr result(unexpected<E> error) noexcept : error_(std::move(error).error()), has_value_(false) {}  // NOLINT: implicit

    [[nodiscard]] constexpr bool has_value() const noexcept { return has_value_; }
    [[nodiscard]] constexpr explicit operator bool() const noexcept { return has_value_; }
    [[nodiscard]] constexpr const E& error() const& noexcept TC3_LIFETIMEBOUND {
        TC3_ASSERT(!has_value_);
        return error_;
    }
    [[nodiscard]] constexpr E&& error() && noexcept TC3_LIFETIMEBOUND {
        TC3_ASSERT(!has_value_);
        return std::move(error_);
    }

private:
    E error_{};
    bool has_value_ = true;
};

}  // namespace tc3::inline v0_1

// ---- tc3/core/secret.hpp --------------------------------------------------------------------------------------------

// Memory that holds a secret: wiped when it dies and when it moves away.

namespace tc3::inline v0_1 {

namespace core_detail {

template <class Number>
TC3_NOINLINE void wipe_numbers(Number* numbers, std::size_t count) noexcept {
#if defined(__GNUC__)
    if constexpr (sizeof(void*) >= 8) {  // where code is dear, a loop takes less of it
        std::memset(numbers, 0, count * sizeof(Number));
        __asm__ __volatile__("" : : "r"(numbers) : "memory");  // may read it, for all the compiler knows
        return;
    }
#endif
    volatile Number* next = numbers;
    for (std::size_t i = 0; i < count; ++i) next[i] = 0;
}

}  // namespace core_detail

/// Overwrites memory with zeros in a way that a compiler may not drop, though nothing reads it afterwards.
constexpr void wipe(void* memory, std::size_t size) noexcept {
    if (std::is_constant_evaluated()) return;  // nothing to wipe: no machine holds it
    core_detail::wipe_numbers(static_cast<unsigned char*>(memory), size);
}

/// The same of numbers, which are zero afterwards at compile time as well.
template <class Number, std::size_t Size>
constexpr void wipe(std::array<Number, Size>& numbers) noexcept {
    if (!std::is_constant_evaluated()) return core_detail::wipe_numbers(numbers.data(), Size);
    for (Number& number : numbers) number = 0;
}

/// A secret text in a buffer of its own. Copies are made on purpose only, by copy(); moving leaves the source empty.
class secret {
public:
    secret() noexcept = default;
    explicit secret(std::string_view text) : text_(text.empty() ? nullptr : new char[text.size()]), size_(text.size()) {
        for (std::size_t i = 0; i < size_; ++i) text_[i] = text[i];
    }
    /// Implicit, so that {"id", "key"} is a credential. Null, as std::getenv returns it for an unset variable, is empty.
    secret(const char* text) : secret(text == nullptr ? std::string_view{} : std::string_view(text)) {}  // NOLINT: implicit
    /// Implicit for strings and views, likewise.
    template <class Text>
        requires std::convertible_to<const Text&, std::string_view> && (!std::convertible_to<const Text&, const char*>)
    secret(const Text& text) : secret(std::string_view(text)) {}  // NOLINT: implicit
    secret(secret&& other) noexcept : text_(std::exchange(other.text_, nullptr)), size_(std::exchange(other.size_, 0)) {}
    secret& operator=(secret&& other) noexcept {
        secret taken(std::move(other));
        std::swap(text_, taken.text_);
        std::swap(size_, taken.size_);
        return *this;
    }
    secret(const secret&) = delete;
    secret& operator=(const secret&) = delete;
    ~secret() {
        if (text_ != nullptr) wipe(text_, size_);
        delete[] text_;
    }

    [[nodiscard]] secret copy() const { return secret(view()); }
    /// The secret itself, valid while this object lives unmoved. Never print it.
    [[nodiscard]] std::string_view view() const& noexcept TC3_LIFETIMEBOUND { return {text_, size_}; }
    std::string_view view() const&& = delete;
    [[nodiscard]] bool empty() const noexcept { return size_ == 0; }

private:
    char* text_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace tc3::inline v0_1

// ---- tc3/core/text_scanner.hpp --------------------------------------------------------------------------------------

// Takes a text apart from its front: expected words, and parts up to a separator.

namespace tc3::inline v0_1 {

/// The part of a text that has not been read yet.
///
/// Lifetime: refers to the text, as do the parts that it returns.
class text_scanner {
public:
    constexpr explicit text_scanner(std::string_view text) noexcept : rest_(text) {}

    /// Returns the part that has not been read yet.
    [[nodiscard]] constexpr std::string_view rest() const noexcept { return rest_; }
    [[nodiscard]] constexpr bool empty() const noexcept { return rest_.empty(); }

    /// Skips `expected` if the rest begins with it. Returns whether it does.
    [[nodiscard]] constexpr bool skip(std::string_view expected) noexcept {
        if (!starts_with(rest_, expected)) return false;
        rest_.remove_prefix(expected.size());
        return true;
    }

    /// Takes the characters before `separator` and skips the separator. Returns nothing, and takes nothing, if there is no separator.
    [[nodiscard]] constexpr std::optional<std::string_view> take_until(std::string_view separator) noexcept {
        const std::size_t size = rest_.find(separator);
        if (size == std::string_view::npos) return {};
        const std::string_view taken = slice(rest_, 0, size);
        rest_.remove_prefix(size + separator.size());
        return taken;
    }

    /// Takes the characters before `separator` and skips the separator, or takes the whole rest if there is no separator.
    [[nodiscard]] constexpr std::string_view take_part(std::string_view separator) noexcept {
        if (const auto part = take_until(separator)) return *part;
        return take_rest();
    }

    /// Takes the characters for which `allowed(character)` is true.
    template <class Allowed>
    [[nodiscard]] constexpr std::string_view take_while(Allowed allowed) noexcept {
        const std::string_view taken = slice(rest_, 0, ascii::find_not(rest_, allowed));
        rest_.remove_prefix(taken.size());
        return taken;
    }

    /// Takes the whole rest.
    constexpr std::string_view take_rest() noexcept {
        const std::string_view taken = rest_;
        rest_ = {};
        return taken;
    }

private:
    std::string_view rest_;
};

}  // namespace tc3::inline v0_1

// ---- tc3/core/unix_time.hpp -----------------------------------------------------------------------------------------

// Time as the protocol has it: whole seconds since 1970, and the UTC date that those seconds fall on. No clock, no locale, no time zone.

namespace tc3::inline v0_1 {

/// Whole seconds since 1970-01-01T00:00:00Z. Zero is a time like any other.
struct unix_time {
    std::int64_t seconds = 0;

    /// 9999-12-31T23:59:59Z. A time in milliseconds lies far beyond it, and so is refused rather than signed.
    static constexpr std::int64_t last_second = 253402300799;

    [[nodiscard]] constexpr bool in_range() const noexcept { return seconds >= 0 && seconds <= last_second; }
    friend constexpr bool operator==(unix_time, unix_time) noexcept = default;
};

/// A UTC date, `YYYY-MM-DD`, computed from a time by integer arithmetic alone (SPEC 1.3). Empty for a time out of range.
class utc_date {
public:
    constexpr utc_date() noexcept = default;
    constexpr explicit utc_date(unix_time time) noexcept {
        if (!time.in_range()) return;
        set_days(static_cast<std::uint32_t>(time.seconds >> 7U) / 675);  // a day has 675 * 2^7 seconds: this way all goes by 32 bits
        size_ = static_cast<std::uint8_t>(text_.size());
    }

    [[nodiscard]] constexpr std::string_view view() const& noexcept TC3_LIFETIMEBOUND { return {text_.data(), size_}; }
    std::string_view view() const&& = delete;
    [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
    friend constexpr bool operator==(const utc_date&, const utc_date&) noexcept = default;

private:
    // Years counted from 1 March, so that the leap day is the last of its year. Quarters of days make centuries of 36,524.25 days and
    // years of 365.25 divide without a remainder of their own; months of 30.6 days on average are counted in 2^16ths likewise (Neri and
    // Schneider, Euclidean affine functions and their application to calendar algorithms, 2022).
    TC3_NOINLINE constexpr void set_days(std::uint32_t days_since_1970) noexcept {
        const std::uint32_t quarters = 4 * (days_since_1970 + 719468) + 3;  // since 0000-03-01
        const std::uint32_t century = quarters / 146097;
        const std::uint32_t quarters_of_century = quarters % 146097 | 3;
        const std::uint32_t year = 100 * century + quarters_of_century / 1461;
        const std::uint32_t day_of_year = quarters_of_century % 1461 / 4;
        const std::uint32_t months = 2141 * day_of_year + 197913;
        const std::uint32_t month = months >> 16U;  // 3 is March, 14 February
        const bool next_year = month > 12;
        set_digits(0, 4, next_year ? year + 1 : year);
        set_digits(5, 2, next_year ? month - 12 : month);
        set_digits(8, 2, (months & 0xFFFFU) / 2141 + 1);
        text_[4] = text_[7] = '-';
    }
    TC3_NOINLINE constexpr void set_digits(std::size_t first, std::size_t count, std::uint32_t number) noexcept {
        for (std::size_t i = first + count; i-- > first; number /= 10) text_[i] = static_cast<char>('0' + number % 10);
    }

    std::array<char, 10> text_{};
    std::uint8_t size_ = 0;
};

}  // namespace tc3::inline v0_1

// ---- tc3/core/workspace.hpp -----------------------------------------------------------------------------------------

// Memory that the caller hands over, given out piece by piece: what borrowed values keep their text and their lists in.

namespace tc3::inline v0_1 {

/// Gives out the caller's memory from its front: text as it comes, objects aligned. At its back it stacks the elements of lists whose
/// length is not known yet. Nothing is given back but all at once, by clear(): what one call left in it stays valid during the next.
///
/// When memory runs out, it goes on counting: needed() then says exactly how much would have done, whatever address it begins at, and the
/// same work in a workspace of that size succeeds. Costs no heap; not for two threads at a time.
class workspace {
public:
    /// What any object in it may be aligned to, at most.
    static constexpr std::size_t alignment = alignof(std::max_align_t) < 8 ? alignof(std::max_align_t) : 8;

    workspace() noexcept = default;
    /// Any memory of one-byte elements, wherever it begins: it must outlive the workspace and all that was put there.
    template <class Byte>
        requires(sizeof(Byte) == 1 && std::is_trivial_v<Byte> && !std::is_const_v<Byte>)
    explicit workspace(std::span<Byte> memory) noexcept : begin_(reinterpret_cast<char*>(memory.data())), size_(memory.size()) {}
    /// The same of an array, a vector, or whatever else has its elements in one piece.
    template <class Memory>
        requires requires(Memory& memory) {
            requires sizeof(*std::data(memory)) == 1;
            std::span(std::data(memory), std::size(memory));
        }
    explicit workspace(Memory& memory TC3_LIFETIMEBOUND) noexcept : workspace(std::span(std::data(memory), std::size(memory))) {}
    // Two that count on their own would hand out the same memory twice.
    workspace(const workspace&) = delete;
    workspace& operator=(const workspace&) = delete;

    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    /// The size that all requests up to now take, whether they were met or not.
    [[nodiscard]] std::size_t needed() const noexcept { return at_.needed; }
    /// Whether all of them were met.
    [[nodiscard]] bool complete() const noexcept { return at_.needed <= size_; }
    /// The bytes that are left; 0 while it is lent.
    [[nodiscard]] std::size_t available() const noexcept { return lent_ || !complete() ? 0 : size_ - at_.front - at_.back; }
    /// The shortage as an error, for when it is not complete().
    [[nodiscard]] error shortage() const noexcept {
        return {.code = errc::buffer_too_small, .part = "workspace", .needed = at_.needed, .limit = size_};
    }
    /// Takes everything back: nothing that was put there may be used any more.
    void clear() noexcept {
        at_ = {};
        lent_ = false;
    }

    /// How far it is used: what was taken since can be given back by return_to(), as when half an answer turns out to be none.
    struct mark {
        std::size_t front = 0;   // offset of the first free byte
        std::size_t back = 0;    // bytes stacked at the end
        std::size_t needed = 0;  // the most that both ever were
        char* aligned_from = nullptr;
        std::size_t aligned_offset = 0;  // of aligned_from; 0: none yet
    };
    [[nodiscard]] mark position() const noexcept { return at_; }
    void return_to(const mark& earlier) noexcept { at_ = earlier; }

    /// Memory for that many characters, or null when there is not enough.
    [[nodiscard]] char* take_text(std::size_t size) noexcept {
        const std::size_t at = at_.front;
        return advance(size) ? address(at) : nullptr;
    }
    /// The text kept in it; none where it does not fit.
    [[nodiscard]] std::string_view keep(std::string_view text) noexcept {
        char* to = take_text(text.size());
        if (to == nullptr || text.empty()) return {};
        move_down(to, text.data(), text.size());  // it may stand there already, or in what was lent to a transport
        return {to, text.size()};
    }
    /// Lends all that is left, for a transport to write a response there. Until take_back() nobody else may use the workspace: a call that
    /// finds it lent fails with errc::in_use.
    [[nodiscard]] std::span<char> lend() noexcept {
        const std::size_t left = available();
        const std::span<char> rest = left != 0 ? std::span<char>(address(at_.front), left) : std::span<char>();
        lent_ = true;
        return rest;
    }
    /// Ends lend() and keeps the first `used` bytes of what was lent; those that did not fit are counted.
    void take_back(std::size_t used) noexcept {
        lent_ = false;
        advance(used);
    }
    [[nodiscard]] bool is_lent() const noexcept { return lent_; }

    /// Puts a copy of one object there; null when it does not fit.
    template <class T>
    [[nodiscard]] const T* put(const T& object) noexcept {
        push(object);
        return settle<T>(1).data();
    }
    /// Stacks an element of a list.
    template <class T>
    void push(const T& element) noexcept {
        static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= alignment);
        push_bytes(&element, sizeof(T));
    }
    /// Makes the last `count` stacked elements a list in the order of stacking; empty when it does not fit.
    template <class T>
    [[nodiscard]] std::span<const T> settle(std::size_t count) noexcept {
        static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= alignment);
        const void* first = settle_bytes(count, sizeof(T), alignof(T));
        if (first == nullptr) return {};
        return {static_cast<const T*>(first), count};
    }

private:
    [[nodiscard]] char* address(std::size_t offset) const noexcept {
        return at_.aligned_from == nullptr ? begin_ + offset : at_.aligned_from + (offset - at_.aligned_offset);
    }
    /// Counts up to the largest size there is, and stays there.
    [[nodiscard]] static std::size_t add(std::size_t a, std::size_t b) noexcept {
        const std::size_t most = static_cast<std::size_t>(-1);
        return b > most - a ? most : a + b;
    }
    bool count(std::size_t size) noexcept {
        if (size > at_.needed) at_.needed = size;
        return complete();
    }
    bool advance(std::size_t size) noexcept {
        at_.front = add(at_.front, size);
        return count(add(at_.front, at_.back));
    }

    TC3_NOINLINE void push_bytes(const void* element, std::size_t size) noexcept {
        at_.back = add(at_.back, size);
        if (count(add(at_.front, at_.back))) std::memcpy(begin_ + (size_ - at_.back), element, size);
    }

    TC3_NOINLINE const void* settle_bytes(std::size_t count, std::size_t size, std::size_t align) noexcept {
        if (count == 0) return nullptr;
        const std::size_t bytes = count * size;  // no more than at_.back, which could count them
        char* from = complete() ? begin_ + (size_ - at_.back) : nullptr;
        at_.back -= bytes;
        align_front(align);
        const std::size_t at = at_.front;
        if (!advance(bytes)) return nullptr;
        reverse(from, count, size);
        move_down(address(at), from, bytes);
        return address(at);
    }

    // From the first aligned object on, offsets are those from an aligned address, so that the padding between objects is the same wherever
    // the memory begins. That address costs the worst case once.
    void align_front(std::size_t align) noexcept {
        if (at_.aligned_offset == 0 && align > 1) {
            at_.aligned_offset = add(at_.front, alignment - 1);
            if (complete() && at_.aligned_offset <= size_) {
                char* first = begin_ + at_.front;
                const std::size_t beyond = reinterpret_cast<std::uintptr_t>(first) % alignment;
                at_.aligned_from = beyond == 0 ? first : first + (alignment - beyond);
            }
            at_.front = at_.aligned_offset;
        }
        if (align > 1) at_.front = add(at_.front, (align - (at_.front - at_.aligned_offset) % align) % align);
    }

    // What overlaps lies behind where it goes, so that going forward is enough, and memmove need not be linked.
    static void move_down(char* to, const char* from, std::size_t size) noexcept {
        if (to == from) return;
        for (std::size_t i = 0; i < size; ++i) to[i] = from[i];
    }

    // The stack grows towards the front, so its last element lies first.
    static void reverse(char* elements, std::size_t count, std::size_t size) noexcept {
        char* last = elements + count * size;
        for (std::size_t i = 0; i < count / 2; ++i) {
            last -= size;
            for (std::size_t byte = 0; byte < size; ++byte, ++elements) {
                const char kept = *elements;
                *elements = last[byte];
                last[byte] = kept;
            }
        }
    }

    char* begin_ = nullptr;
    std::size_t size_ = 0;
    mark at_;
    bool lent_ = false;
};

}  // namespace tc3::inline v0_1

// ---- tc3/core/workspace_loan.hpp ------------------------------------------------------------------------------------

// Lends the free part of a workspace for a scope.

namespace tc3::inline v0_1 {

/// Lends the free memory of a workspace. Unless end() is called, as when an exception passes, the destructor gives the memory back, and all
/// that was taken since `before`.
class workspace_loan {
public:
    workspace_loan(workspace& space, const workspace::mark& before) noexcept : space_(space), before_(before), memory_(space.lend()) {}
    workspace_loan(const workspace_loan&) = delete;
    workspace_loan& operator=(const workspace_loan&) = delete;
    ~workspace_loan() {
        if (ended_) return;
        space_.take_back(0);
        space_.return_to(before_);
    }
    /// Keeps what was used of it.
    void end(std::size_t used) noexcept {
        ended_ = true;
        space_.take_back(used);
    }
    [[nodiscard]] std::span<char> memory() const noexcept { return memory_; }

private:
    workspace& space_;
    workspace::mark before_;
    std::span<char> memory_;
    bool ended_ = false;
};

}  // namespace tc3::inline v0_1

// ---- tc3/core/write_lower.hpp ---------------------------------------------------------------------------------------

// Text in lower case, on its way into a sink.

namespace tc3::inline v0_1 {

/// Writes a text with its ASCII letters in lower case, in pieces of up to 32 characters. Other bytes are written unchanged.
template <sink S>
constexpr void write_lower(S& out, std::string_view text);

namespace core_detail {

TC3_NOINLINE constexpr void write_lower(any_sink& out, std::string_view text) {
    while (!text.empty()) {
        char piece[32];
        std::size_t size = 0;
        for (; size < sizeof piece && size < text.size(); ++size) piece[size] = ascii::to_lower(text[size]);
        out.append(std::string_view(piece, size));
        text.remove_prefix(size);
    }
}

}  // namespace core_detail

template <sink S>
constexpr void write_lower(S& out, std::string_view text) {
    any_sink_of<S> to(out);
    core_detail::write_lower(to, text);
}

}  // namespace tc3::inline v0_1

// ---- tc3/encoding/base64.hpp ----------------------------------------------------------------------------------------

// Base 64 with the standard alphabet and padding (RFC 4648, 4), the form of images and videos in the API.

namespace tc3::inline v0_1 {

/// The size of the text for so many bytes. Exact for every size whose text fits into memory.
[[nodiscard]] constexpr std::size_t base64_size(std::size_t bytes) noexcept { return bytes / 3 * 4 + (bytes % 3 == 0 ? 0 : 4); }

/// Writes bytes, or a text's bytes, in pieces of up to 256 characters. The whole text never exists in memory.
template <sink S>
constexpr void write_base64(S& out, bytes_view bytes);
template <sink S>
constexpr void write_base64(S& out, std::string_view bytes);

/// How many bytes a text stands for, from its length and padding alone: exact if the text is well-formed.
[[nodiscard]] constexpr std::size_t base64_decoded_size(std::string_view text) noexcept;

/// Decodes into the caller's memory, and returns the number of bytes. Strict, so that each sequence of bytes has one text only: no
/// blanks, no line ends, padding required, unused bits zero. Linear, no allocation. What `to` holds after a failure is not specified.
/// Errors: buffer_too_small, before the text is read; forbidden_character at its position, also for padding out of place and for
/// the last digit if its unused bits are set; unexpected_end at the end of a text that is not whole groups of four.
[[nodiscard]] constexpr result<std::size_t, error> decode_base64(std::string_view text, std::span<char> to) noexcept;

namespace encoding_detail {

inline constexpr std::string_view base64_digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The value of each character as a digit, 64 for those that are none.
inline constexpr std::array<std::uint8_t, 256> base64_values = [] {
    std::array<std::uint8_t, 256> values{};
    for (std::uint8_t& value : values) value = 64;
    for (std::size_t i = 0; i < base64_digits.size(); ++i)
        values[static_cast<std::uint8_t>(base64_digits[i])] = static_cast<std::uint8_t>(i);
    return values;
}();

constexpr std::uint32_t base64_value(char digit) noexcept { return base64_values[static_cast<std::uint8_t>(digit)]; }

/// Writes four digits for one to three bytes at `bytes`.
template <class Byte>
constexpr void encode_base64_group(const Byte* bytes, std::size_t count, char* to) noexcept {
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < 3; ++i) bits = bits << 8U | (i < count ? static_cast<std::uint8_t>(bytes[i]) : 0U);
    for (std::size_t i = 0; i < 4; ++i) to[i] = i > count ? '=' : base64_digits[bits >> (18 - 6 * i) & 63U];
}

// A template, since text can't be seen as bytes at compile time.
template <sink S, class Byte>
constexpr void write_base64_of(S& out, const Byte* bytes, std::size_t size) {
    std::array<char, 256> piece{};
    std::size_t used = 0;
    for (std::size_t i = 0; i < size; i += 3) {
        encode_base64_group(bytes + i, size - i < 3 ? size - i : 3, piece.data() + used);
        used += 4;
        if (used < piece.size()) continue;
        out.append(std::string_view(piece.data(), used));
        used = 0;
    }
    if (used != 0) out.append(std::string_view(piece.data(), used));
}

/// How many characters at the end are padding, 0 to 2; none in a text that is not whole groups of four.
constexpr std::size_t base64_padding(std::string_view text) noexcept {
    if (text.size() % 4 != 0 || !text.ends_with('=')) return 0;
    return text.ends_with("==") ? 2 : 1;
}

constexpr unexpected<error> base64_forbidden(std::size_t at) noexcept {
    return unexpected(error{.code = errc::forbidden_character, .position = at});
}

/// Why a text, good up to a last group of fewer than four characters, is none.
constexpr unexpected<error> base64_cut_short(std::string_view text, std::size_t group) noexcept {
    for (std::size_t at = group; at < text.size(); ++at) {
        const bool may_be_padding = text[at] == '=' && at == group + 2;
        if (base64_value(text[at]) > 63 && !may_be_padding) return base64_forbidden(at);
    }
    return unexpected(error{.code = errc::unexpected_end, .position = text.size()});
}

}  // namespace encoding_detail

template <sink S>
constexpr void write_base64(S& out, bytes_view bytes) {
    encoding_detail::write_base64_of(out, bytes.data(), bytes.size());
}

template <sink S>
constexpr void write_base64(S& out, std::string_view bytes) {
    encoding_detail::write_base64_of(out, bytes.data(), bytes.size());
}

constexpr std::size_t base64_decoded_size(std::string_view text) noexcept {
    return text.size() / 4 * 3 - encoding_detail::base64_padding(text);
}

constexpr result<std::size_t, error> decode_base64(std::string_view text, std::span<char> to) noexcept {
    const std::size_t needed = base64_decoded_size(text);
    if (to.size() < needed)
        return unexpected(error{.code = errc::buffer_too_small, .part = "buffer", .needed = needed, .limit = to.size()});

    std::size_t used = 0;
    std::size_t group = 0;
    for (; text.size() - group >= 4; group += 4) {
        const bool last = text.size() - group == 4;
        const std::size_t digits = last ? 4 - encoding_detail::base64_padding(text) : 4;
        std::uint32_t bits = 0;
        for (std::size_t i = 0; i < digits; ++i) {
            const std::uint32_t value = encoding_detail::base64_value(text[group + i]);
            if (value > 63) return encoding_detail::base64_forbidden(group + i);
            bits |= value << (18 - 6 * i);
        }
        for (std::size_t i = 0; i + 1 < digits; ++i, bits = bits << 8U & 0xFFFFFFU) to[used++] = static_cast<char>(bits >> 16U);
        if (bits != 0) return encoding_detail::base64_forbidden(group + digits - 1);
    }
    if (group != text.size()) return encoding_detail::base64_cut_short(text, group);
    return used;
}

}  // namespace tc3::inline v0_1

// ---- tc3/encoding/hex.hpp -------------------------------------------------------------------------------------------

// Base 16 with lower-case digits, the form of TC3's hashes and signatures (RFC 4648, 8; SPEC 1.3).

namespace tc3::inline v0_1 {

/// Writes two digits a byte, in pieces of up to 64 characters: a SHA-256 hash is one piece.
template <sink S>
constexpr void write_hex(S& out, bytes_view bytes);

/// Two digits a byte, as a value.
template <std::size_t N>
[[nodiscard]] constexpr std::array<char, 2 * N> to_hex(const std::array<std::uint8_t, N>& bytes) noexcept;

/// Reads exactly `to.size()` bytes. False, with `to` partly filled, for another length or for anything but the digits 0-9 and a-f.
[[nodiscard]] constexpr bool from_hex(std::string_view text, std::span<std::uint8_t> to) noexcept;

/// Returns the digit for the lowest four bits of a value.
[[nodiscard]] constexpr char hex_digit(unsigned value) noexcept { return "0123456789abcdef"[value & 15U]; }

/// Returns the value of a lower-case digit, or 16 for any other character.
[[nodiscard]] constexpr unsigned hex_value(char digit) noexcept {
    if (digit >= '0' && digit <= '9') return static_cast<unsigned>(digit - '0');
    if (digit >= 'a' && digit <= 'f') return static_cast<unsigned>(digit - 'a') + 10U;
    return 16;
}

template <sink S>
constexpr void write_hex(S& out, bytes_view bytes) {
    while (!bytes.empty()) {
        std::array<char, 64> piece;
        std::size_t used = 0;
        for (const std::uint8_t byte : bytes.first(bytes.size() < piece.size() / 2 ? bytes.size() : piece.size() / 2)) {
            piece[used++] = hex_digit(byte >> 4U);
            piece[used++] = hex_digit(byte);
        }
        out.append(std::string_view(piece.data(), used));
        bytes = bytes.subspan(used / 2);
    }
}

template <std::size_t N>
constexpr std::array<char, 2 * N> to_hex(const std::array<std::uint8_t, N>& bytes) noexcept {
    std::array<char, 2 * N> text;
    for (std::size_t i = 0; i < N; ++i) {
        text[2 * i] = hex_digit(bytes[i] >> 4U);
        text[2 * i + 1] = hex_digit(bytes[i]);
    }
    return text;
}

constexpr bool from_hex(std::string_view text, std::span<std::uint8_t> to) noexcept {
    if (text.size() % 2 != 0 || text.size() / 2 != to.size()) return false;
    for (std::size_t i = 0; i < to.size(); ++i) {
        const unsigned first = hex_value(text[2 * i]);
        const unsigned second = hex_value(text[2 * i + 1]);
        if (first > 15 || second > 15) return false;
        to[i] = static_cast<std::uint8_t>(first << 4U | second);
    }
    return true;
}

}  // namespace tc3::inline v0_1

// ---- tc3/encoding/percent.hpp ---------------------------------------------------------------------------------------

// Percent-encoding of URIs (RFC 3986, 2.1), as TC3 signs it: capitals in the escapes, and `+` is a plus, never a blank.

namespace tc3::inline v0_1 {

/// A character that never needs an escape: a letter, a digit, or one of `-._~` (RFC 3986, 2.3).
[[nodiscard]] constexpr bool is_unreserved(char c) noexcept {
    return ascii::is_alphanumeric(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

/// Writes a text with all but the unreserved characters as `%XX`, byte by byte: `/` and blanks too, so it suits one name or value.
template <sink S>
constexpr void write_percent(S& out, std::string_view text);

/// Writes a text without its escapes; digits of either case are fine, and all other characters stay as they are.
/// False for a `%` without two digits after it: then what stands before it has been written.
template <sink S>
[[nodiscard]] constexpr bool decode_percent(S& out, std::string_view text);

namespace encoding_detail {

TC3_NOINLINE constexpr void write_percent(any_sink& out, std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    while (!text.empty()) {
        const std::size_t plain = ascii::find_not(text, is_unreserved);
        if (plain != 0) out.append(slice(text, 0, plain));
        if (plain == std::string_view::npos) return;
        const auto byte = static_cast<unsigned char>(text[plain]);
        const std::array<char, 3> escape{'%', digits[byte >> 4U], digits[byte & 15U]};
        out.append(std::string_view(escape.data(), escape.size()));
        text.remove_prefix(plain + 1);
    }
}

}  // namespace encoding_detail

template <sink S>
constexpr void write_percent(S& out, std::string_view text) {
    any_sink_of<S> to(out);
    encoding_detail::write_percent(to, text);
}

template <sink S>
constexpr bool decode_percent(S& out, std::string_view text) {
    while (!text.empty()) {
        const std::size_t plain = text.find('%');
        if (plain != 0) out.append(slice(text, 0, plain));
        if (plain == std::string_view::npos) return true;
        text.remove_prefix(plain + 1);
        if (text.size() < 2) return false;
        const unsigned first = hex_value(ascii::to_lower(text[0]));
        const unsigned second = hex_value(ascii::to_lower(text[1]));
        if (first > 15 || second > 15) return false;
        write_char(out, static_cast<char>(first << 4U | second));
        text.remove_prefix(2);
    }
    return true;
}

}  // namespace tc3::inline v0_1

// ---- tc3/encoding/utf8.hpp ------------------------------------------------------------------------------------------

// UTF-8, the encoding of all text in the API: is a text well-formed, and how is a character spelled (Unicode, 3.9, table 3-7).

namespace tc3::inline v0_1 {

/// The size of the longest well-formed beginning, where the first sequence starts that is not UTF-8; npos if there is none.
/// Overlong forms, surrogates, values beyond U+10FFFF and cut sequences are refused. Linear; ASCII goes by eight bytes at a time.
[[nodiscard]] constexpr std::size_t find_invalid_utf8(const std::string_view& text) noexcept;

/// Writes one character in one to four bytes. What is no character, a surrogate or a value beyond U+10FFFF, becomes U+FFFD.
template <sink S>
constexpr void write_utf8(S& out, char32_t character);

/// A character in UTF-8.
struct utf8_bytes {
    std::array<char, 4> text{};
    std::size_t size = 0;
};

/// Returns the UTF-8 of a character; U+FFFD for a surrogate or a value beyond U+10FFFF.
[[nodiscard]] constexpr utf8_bytes encode_utf8(char32_t character) noexcept;

/// Takes the first character from a text that is not empty. Takes one byte, and returns U+FFFD, where the text does not begin with a
/// well-formed sequence.
[[nodiscard]] constexpr char32_t take_utf8(std::string_view& text) noexcept;

namespace encoding_detail {

/// How many of the first bytes are ASCII, counted in whole words.
[[nodiscard]] TC3_NOINLINE inline std::size_t count_ascii_words(std::string_view text) noexcept {
    std::size_t at = 0;
    for (std::uint64_t word = 0; text.size() - at >= sizeof word; at += sizeof word) {
        std::memcpy(&word, text.data() + at, sizeof word);
        if ((word & 0x8080808080808080U) != 0) break;
    }
    return at;
}

/// The same, but none at compile time, where memory can't be read as words, and none where words are short and gain nothing.
constexpr std::size_t ascii_words(std::string_view text) noexcept {
    if (std::is_constant_evaluated() || sizeof(std::size_t) < sizeof(std::uint64_t)) return 0;
    return count_ascii_words(text);
}

/// The size of a sequence by its first byte, 0 for a byte that starts none.
constexpr std::size_t utf8_size(std::uint8_t lead) noexcept {
    if (lead < 0x80) return 1;
    if (lead < 0xC2 || lead > 0xF4) return 0;
    if (lead < 0xE0) return 2;
    return lead < 0xF0 ? 3 : 4;
}

/// Whether the second byte keeps the value in range: not overlong, no surrogate, not beyond U+10FFFF.
constexpr bool utf8_second_fits(std::uint8_t lead, std::uint8_t second) noexcept {
    switch (lead) {
        case 0xE0: return second >= 0xA0;
        case 0xED: return second <= 0x9F;
        case 0xF0: return second >= 0x90;
        case 0xF4: return second <= 0x8F;
        default: return true;
    }
}

/// The size of the sequence at the front of a text, 0 if it is not well-formed.
constexpr std::size_t utf8_sequence(std::string_view text) noexcept {
    const auto lead = static_cast<std::uint8_t>(text[0]);
    const std::size_t size = utf8_size(lead);
    if (size == 0 || text.size() < size) return 0;
    for (std::size_t i = 1; i < size; ++i) {
        if ((static_cast<std::uint8_t>(text[i]) & 0xC0U) != 0x80U) return 0;
    }
    return size == 1 || utf8_second_fits(lead, static_cast<std::uint8_t>(text[1])) ? size : 0;
}

[[nodiscard]] TC3_NOINLINE constexpr std::size_t find_no_utf8_sequence(const std::string_view& text) noexcept {
    const auto rest = [text](std::size_t at) { return std::string_view(text.data() + at, text.size() - at); };
    std::size_t at = ascii_words(text);
    while (at < text.size()) {
        const std::size_t size = utf8_sequence(rest(at));
        if (size == 0) return at;
        at += size;
        if (size > 1) at += ascii_words(rest(at));
    }
    return std::string_view::npos;
}

}  // namespace encoding_detail

constexpr std::size_t find_invalid_utf8(const std::string_view& text) noexcept { return encoding_detail::find_no_utf8_sequence(text); }

constexpr utf8_bytes encode_utf8(char32_t character) noexcept {
    const bool surrogate = character >= 0xD800 && character <= 0xDFFF;
    const std::uint32_t value = surrogate || character > 0x10FFFF ? 0xFFFDU : static_cast<std::uint32_t>(character);
    utf8_bytes made{.size = value < 0x80 ? 1U : value < 0x800 ? 2U : value < 0x10000 ? 3U : 4U};
    // The mark of the first byte: none, 110, 1110, 11110; the others are 10 and six bits.
    const std::uint32_t mark = made.size == 1 ? 0U : 0xF00U >> made.size & 0xFFU;
    for (std::size_t i = 0; i < made.size; ++i) {
        const std::uint32_t bits = value >> (6 * (made.size - 1 - i));
        made.text[i] = static_cast<char>(i == 0 ? mark | bits : 0x80U | (bits & 0x3FU));
    }
    return made;
}

constexpr char32_t take_utf8(std::string_view& text) noexcept {
    const auto byte = [&text](std::size_t at) { return static_cast<std::uint32_t>(static_cast<std::uint8_t>(text[at])); };
    const std::uint32_t lead = byte(0);
    const std::size_t size = lead < 0x80 ? 1 : encoding_detail::utf8_sequence(text);
    char32_t character = U'\uFFFD';
    if (size == 1) character = lead;
    if (size == 2) character = (lead & 0x1FU) << 6U | (byte(1) & 0x3FU);
    if (size == 3) character = (lead & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
    if (size == 4) character = (lead & 0x07U) << 18U | (byte(1) & 0x3FU) << 12U | (byte(2) & 0x3FU) << 6U | (byte(3) & 0x3FU);
    text.remove_prefix(size == 0 ? 1 : size);
    return character;
}

template <sink S>
constexpr void write_utf8(S& out, char32_t character) {
    const utf8_bytes bytes = encode_utf8(character);
    out.append(std::string_view(bytes.text.data(), bytes.size));
}

}  // namespace tc3::inline v0_1

// ---- tc3/encoding/utf16.hpp -----------------------------------------------------------------------------------------

// UTF-16 to UTF-8 and back, for engines and systems whose own text is UTF-16 (Unicode, 3.9).

namespace tc3::inline v0_1 {

/// Where the first half of a surrogate pair stands that lacks its other half; npos if all are whole. Linear.
[[nodiscard]] constexpr std::size_t find_lone_surrogate(std::u16string_view text) noexcept;

/// Writes UTF-16 as UTF-8, in pieces of whole characters. Stops at a lone surrogate, and returns whether there was none.
template <sink S>
constexpr bool write_utf8(S& out, std::u16string_view text);

/// Writes UTF-8 as UTF-16, in pieces: `out.append(std::u16string_view)`. What is not UTF-8 becomes U+FFFD, byte by byte. A text may come in
/// pieces of whole characters.
template <class Out>
constexpr void write_utf16(Out& out, std::string_view text);

/// The number of units that write_utf16() writes.
[[nodiscard]] constexpr std::size_t utf16_size(std::string_view text) noexcept;

namespace encoding_detail {

constexpr bool is_high_surrogate(char16_t unit) noexcept { return unit >= 0xD800 && unit <= 0xDBFF; }
constexpr bool is_low_surrogate(char16_t unit) noexcept { return unit >= 0xDC00 && unit <= 0xDFFF; }

/// How many units the character at the front takes: 0 for a lone surrogate.
constexpr std::size_t utf16_units(std::u16string_view text) noexcept {
    if (is_low_surrogate(text[0])) return 0;
    if (!is_high_surrogate(text[0])) return 1;
    return text.size() > 1 && is_low_surrogate(text[1]) ? 2 : 0;
}

}  // namespace encoding_detail

constexpr std::size_t find_lone_surrogate(std::u16string_view text) noexcept {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t units = encoding_detail::utf16_units(text.substr(at));
        if (units == 0) return at;
        at += units;
    }
    return std::u16string_view::npos;
}

template <sink S>
constexpr bool write_utf8(S& out, std::u16string_view text) {
    while (!text.empty()) {
        const std::size_t units = encoding_detail::utf16_units(text);
        if (units == 0) return false;
        const char32_t high = text[0];
        write_utf8(out, units == 1 ? high : 0x10000U + ((high - 0xD800U) << 10U) + (static_cast<char32_t>(text[1]) - 0xDC00U));
        text.remove_prefix(units);
    }
    return true;
}

template <class Out>
constexpr void write_utf16(Out& out, std::string_view text) {
    std::array<char16_t, 64> units{};
    std::size_t size = 0;
    while (!text.empty()) {
        const char32_t character = take_utf8(text);
        if (character >= 0x10000) {
            units[size++] = static_cast<char16_t>(0xD800U + ((character - 0x10000U) >> 10U));
            units[size++] = static_cast<char16_t>(0xDC00U + ((character - 0x10000U) & 0x3FFU));
        } else {
            units[size++] = static_cast<char16_t>(character);
        }
        if (size + 2 <= units.size() && !text.empty()) continue;
        out.append(std::u16string_view(units.data(), size));
        size = 0;
    }
}

constexpr std::size_t utf16_size(std::string_view text) noexcept {
    std::size_t size = 0;
    while (!text.empty()) size += take_utf8(text) >= 0x10000 ? 2U : 1U;
    return size;
}

}  // namespace tc3::inline v0_1

// ---- tc3/json/big_number.hpp ----------------------------------------------------------------------------------------

// Whole numbers of up to 2,688 bits on the stack: just the arithmetic that exact conversion between decimal and binary needs.

namespace tc3::inline v0_1::json::detail {

/// A whole number, not negative. There is no check at run time that a result fits: callers show that theirs do.
class big_number {
public:
    constexpr explicit big_number(std::uint64_t value) noexcept : limbs_{low_half(value), low_half(value >> 32U)} {
        size_ = 2;
        trim();
    }

    [[nodiscard]] constexpr bool is_zero() const noexcept { return size_ == 0; }

    /// The place of the highest set bit, counted from one; zero has none.
    [[nodiscard]] constexpr std::size_t bit_width() const noexcept {
        return size_ == 0 ? 0 : 32 * size_ - static_cast<std::size_t>(std::countl_zero(limbs_[size_ - 1]));
    }

    constexpr void multiply_add(std::uint32_t factor, std::uint32_t addend) noexcept {
        std::uint64_t carry = addend;
        for (std::size_t i = 0; i < size_; ++i) {
            carry += std::uint64_t{limbs_[i]} * factor;
            limbs_[i] = low_half(carry);
            carry >>= 32U;
        }
        if (carry != 0) push(low_half(carry));
    }

    constexpr void multiply_by_power_of_5(std::size_t exponent) noexcept {
        constexpr std::uint32_t five_to_13 = 1220703125;  // the highest power in 32 bits
        for (; exponent >= 13; exponent -= 13) multiply_add(five_to_13, 0);
        std::uint32_t rest = 1;
        for (; exponent > 0; --exponent) rest *= 5;
        multiply_add(rest, 0);
    }

    constexpr void shift_left(std::size_t bits) noexcept {
        if (size_ == 0) return;
        multiply_add(std::uint32_t{1} << bits % 32, 0);
        const std::size_t places = bits / 32;
        if (places == 0) return;
        TC3_ASSERT(size_ + places <= capacity);
        for (std::size_t i = size_; i-- > 0;) limbs_[i + places] = limbs_[i];
        for (std::size_t i = 0; i < places; ++i) limbs_[i] = 0;
        size_ += places;
    }

    /// Leaves the remainder and returns the quotient, which must fit 32 bits. The divisor's width must be a multiple of 32: so
    /// its first limb alone tells the quotient to within a few, and the guess is never too high.
    [[nodiscard]] constexpr std::uint32_t divide(const big_number& divisor) noexcept {
        const std::size_t top = divisor.size_ - 1;
        TC3_ASSERT(divisor.limbs_[top] >> 31U == 1 && size_ <= top + 2);
        const std::uint64_t front = std::uint64_t{limbs_[top + 1]} << 32U | limbs_[top];
        std::uint32_t quotient = low_half(front / (std::uint64_t{divisor.limbs_[top]} + 1));
        subtract(divisor, quotient);
        for (; compare(*this, divisor) >= 0; ++quotient) subtract(divisor, 1);
        return quotient;
    }

    /// Negative, zero or positive, as a is less than, equal to or greater than b.
    [[nodiscard]] friend constexpr int compare(const big_number& a, const big_number& b) noexcept {
        if (a.size_ != b.size_) return a.size_ < b.size_ ? -1 : 1;
        for (std::size_t i = a.size_; i-- > 0;) {
            if (a.limbs_[i] != b.limbs_[i]) return a.limbs_[i] < b.limbs_[i] ? -1 : 1;
        }
        return 0;
    }

    /// Compares a + b * times with c, for small `times`, without room for the sum.
    [[nodiscard]] friend constexpr int compare_sum(const big_number& a, const big_number& b, std::uint8_t times,
                                                   const big_number& c) noexcept {
        std::int64_t difference = 0;
        bool differs = false;
        for (std::size_t i = 0; i < a.size_ || i < b.size_ || i < c.size_; ++i) {
            difference += std::int64_t{a.limbs_[i]} + std::int64_t{b.limbs_[i]} * times - std::int64_t{c.limbs_[i]};
            differs = differs || low_half(static_cast<std::uint64_t>(difference)) != 0;
            difference >>= 32;
        }
        if (difference < 0) return -1;
        return difference > 0 || differs ? 1 : 0;
    }

private:
    // The widest number is a remainder below 5^1094 or 10^771, aligned and shifted by a limb for the next division: 82 limbs. One limb
    // more is read by divide().
    static constexpr std::size_t capacity = 84;

    static constexpr std::uint32_t low_half(std::uint64_t value) noexcept { return static_cast<std::uint32_t>(value & 0xFFFFFFFFU); }

    constexpr void push(std::uint32_t limb) noexcept {
        TC3_ASSERT(size_ < capacity);
        limbs_[size_++] = limb;
    }
    constexpr void trim() noexcept {
        while (size_ != 0 && limbs_[size_ - 1] == 0) --size_;
    }
    /// Takes off `other` so many times; what is left must not be negative.
    constexpr void subtract(const big_number& other, std::uint32_t times) noexcept {
        std::uint64_t borrow = 0;
        for (std::size_t i = 0; i < size_; ++i) {
            borrow += std::uint64_t{other.limbs_[i]} * times;
            const std::uint32_t taken = low_half(borrow);
            borrow = (borrow >> 32U) + (limbs_[i] < taken ? 1U : 0U);
            limbs_[i] -= taken;
        }
        trim();
    }

    std::array<std::uint32_t, capacity> limbs_{};  // least significant first; zero from size_ on
    std::size_t size_ = 0;
};

}  // namespace tc3::inline v0_1::json::detail

// ---- tc3/json/number.hpp --------------------------------------------------------------------------------------------

// Numbers of JSON text, exact both ways. Whole-number arithmetic only: the same bits on every machine, whatever the locale, the rounding
// mode or the compiler's liberties with floating point.

namespace tc3::inline v0_1::json {

/// Whether a text is a number, whole, in the grammar of RFC 8259, 6.
[[nodiscard]] constexpr bool is_number(const std::string_view& text) noexcept;

/// The value of a number that is whole and fits, however it is spelled: `100`, `1.0`, `1e2` and `100E-2` are whole, `-0` is 0.
/// Errors: bad_number at the first byte outside the grammar; wrong_type for a fraction; out_of_range. Linear in the text alone.
[[nodiscard]] constexpr result<std::int64_t, error> to_int64(std::string_view text) noexcept;
[[nodiscard]] constexpr result<std::uint64_t, error> to_uint64(std::string_view text) noexcept;

/// The double nearest to a number of any length and exponent, ties to even; what is too little for a subnormal becomes a zero with its
/// sign. Errors: bad_number at the first byte outside the grammar; out_of_range where the nearest would be an infinity.
/// Linear in the text plus a bounded time; uses about 1 KB of stack.
[[nodiscard]] constexpr result<double, error> to_double(std::string_view text) noexcept;

/// Writes the shortest number that reads back as the same double, and of these the nearest to it, in one piece of up to 25 characters.
/// The form is ECMAScript's (Number::toString), `0.000001`, `100`, `1e-7`, `1e+21`, but a negative zero keeps its sign: `-0`.
/// JSON has no infinities and no NaN: these become `null`. Bounded time; uses about 1.5 KB of stack.
template <sink S>
constexpr void write_double(S& out, double number);

namespace detail {

static_assert(std::numeric_limits<double>::is_iec559 && sizeof(double) == 8, "tc3 needs doubles of 64 bits as IEEE 754 has them");

inline constexpr std::uint64_t sign_bit = std::uint64_t{1} << 63U;
inline constexpr std::uint64_t hidden_bit = std::uint64_t{1} << 52U;  // the first of the 53 bits, which a double does not store
inline constexpr std::uint64_t infinity_bits = std::uint64_t{2047} << 52U;
inline constexpr int lowest_exponent = -1074;  // of the last bit of the 53, as of subnormals

/// A number as its text has it: significant digits, without a zero at either end, times ten to the power of `exponent`.
struct decimal {
    std::string_view whole;     ///< the digits before the point
    std::string_view fraction;  ///< the digits after it
    std::size_t first = 0;      ///< the first significant digit, counted through both
    std::size_t last = 0;       ///< one past the last; equal to `first` for zero
    std::int64_t exponent = 0;
    bool negative = false;

    [[nodiscard]] constexpr std::uint32_t digit(std::size_t i) const noexcept {
        return static_cast<std::uint32_t>((i < whole.size() ? whole[i] : fraction[i - whole.size()]) - '0');
    }
    [[nodiscard]] constexpr bool is_zero() const noexcept { return first == last; }
    /// For a value from 10^(n-1) to below 10^n: n.
    [[nodiscard]] constexpr std::int64_t magnitude() const noexcept { return exponent + static_cast<std::int64_t>(last - first); }
};

constexpr unexpected<error> number_error(errc code, std::size_t at = 0) noexcept { return unexpected(error{.code = code, .position = at}); }

/// The parts of a number's text (RFC 8259, 6), up to its end or to the first byte outside the grammar.
struct number_parts {
    std::string_view whole = {};
    std::string_view fraction = {};
    std::string_view exponent = {};
    std::size_t error = std::string_view::npos;  ///< where the grammar was left
    bool negative = false;
    bool exponent_negative = false;
};

constexpr number_parts split_number(const std::string_view& text) noexcept {
    number_parts parts;
    std::size_t at = 0;
    const auto take = [&](char c) {
        const bool there = at < text.size() && text[at] == c;
        if (there) ++at;
        return there;
    };
    const auto take_digits = [&](std::string_view& digits) {
        const std::size_t start = at;
        while (at < text.size() && ascii::is_digit(text[at])) ++at;
        digits = std::string_view(text.data() + start, at - start);
        return at != start;
    };

    parts.negative = take('-');
    bool well_formed = take_digits(parts.whole);
    if (parts.whole.size() > 1 && parts.whole.front() == '0') {
        at -= parts.whole.size() - 1;
        well_formed = false;
    }
    if (well_formed && take('.')) well_formed = take_digits(parts.fraction);
    if (well_formed && (take('e') || take('E'))) {
        parts.exponent_negative = take('-');
        if (!parts.exponent_negative) take('+');
        well_formed = take_digits(parts.exponent);
    }
    if (!well_formed || at != text.size()) parts.error = at;
    return parts;
}

/// The value of an exponent's digits, cut off where every number is beyond all doubles, however many digits it has.
constexpr std::int64_t exponent_value(std::string_view digits) noexcept {
    constexpr std::int64_t limit = std::int64_t{1} << 60;
    std::int64_t value = 0;
    for (const char digit : digits) value = value < limit / 10 ? value * 10 + (digit - '0') : limit;
    return value;
}

constexpr result<decimal, error> parse_decimal(std::string_view text) noexcept {
    const number_parts parts = split_number(text);
    if (parts.error != std::string_view::npos) return number_error(errc::bad_number, parts.error);
    decimal number{.whole = parts.whole, .fraction = parts.fraction, .negative = parts.negative};
    const std::int64_t exponent = exponent_value(parts.exponent);
    number.exponent = parts.exponent_negative ? -exponent : exponent;

    number.last = number.whole.size() + number.fraction.size();
    while (number.first < number.last && number.digit(number.first) == 0) ++number.first;
    while (number.first < number.last && number.digit(number.last - 1) == 0) --number.last;
    number.exponent += static_cast<std::int64_t>(number.whole.size()) - static_cast<std::int64_t>(number.last);
    return number;
}

/// The value without its sign, if it is whole and not above `limit`.
constexpr result<std::uint64_t, error> whole_value(const decimal& number, std::uint64_t limit) noexcept {
    if (number.is_zero()) return std::uint64_t{0};
    if (number.exponent < 0) return number_error(errc::wrong_type);  // its last digit, never 0, stands behind the point
    if (number.magnitude() > 20) return number_error(errc::out_of_range);
    std::uint64_t value = 0;
    const auto places = static_cast<std::size_t>(number.magnitude());
    for (std::size_t i = number.first; i < number.first + places; ++i) {
        const std::uint64_t digit = i < number.last ? number.digit(i) : 0;
        if (digit > limit || value > (limit - digit) / 10) return number_error(errc::out_of_range);
        value = value * 10 + digit;
    }
    return value;
}

/// The significant digits as a whole number. No double, and no middle between two, has more than 768 of them: what follows
/// the first 770 only matters as not being zero, and a digit 1 stands for it. Sets the exponent that belongs to the number.
constexpr big_number significant_digits(const decimal& number, std::int64_t& exponent) noexcept {
    constexpr std::size_t enough = 770;
    const std::size_t count = number.last - number.first;
    const std::size_t used = count > enough ? enough : count;

    big_number value(0);
    std::uint32_t piece = 0;  // nine digits at a time fill a limb
    std::uint32_t scale = 1;
    for (std::size_t i = 0; i < used; ++i) {
        piece = piece * 10 + number.digit(number.first + i);
        scale *= 10;
        if (scale < 1000000000 && i + 1 < used) continue;
        value.multiply_add(scale, piece);
        piece = 0;
        scale = 1;
    }
    if (used < count) value.multiply_add(10, 1);
    exponent = number.magnitude() - static_cast<std::int64_t>(used) - (used < count ? 1 : 0);
    return value;
}

/// std::bit_width, which returns another type in each library.
constexpr int width(std::uint64_t value) noexcept { return 64 - std::countl_zero(value); }

/// The bits of the double nearest to quotient * 2^exponent, and a little more than that where `more`. The quotient has 63 or 64 bits.
constexpr std::uint64_t round_to_bits(std::uint64_t quotient, int exponent, bool more) noexcept {
    const int ideal = exponent + width(quotient) - 53;
    const int unit = ideal < lowest_exponent ? lowest_exponent : ideal;
    const int dropped = unit - exponent;
    if (dropped > 64) return 0;
    const std::uint64_t half = std::uint64_t{1} << (dropped - 1);
    const std::uint64_t rest = quotient & (half - 1 + half);
    std::uint64_t kept = dropped == 64 ? 0 : quotient >> dropped;
    if (rest > half || (rest == half && (more || kept % 2 != 0))) ++kept;
    // The hidden bit, where it is set, adds the one by which exponents of normal numbers differ; so does a carry beyond it.
    return (static_cast<std::uint64_t>(unit - lowest_exponent) << 52U) + kept;
}

/// The bits of the double nearest to top / bottom * 2^exponent.
constexpr std::uint64_t round_ratio(big_number& top, big_number& bottom, int exponent) noexcept {
    // Shifted so that bottom is as wide as divide() wants it and top one bit less, top / bottom lies from 1/4 to 1: two steps of
    // division give its first 63 or 64 bits, more than any double has, and the remainder tells whether there is more.
    const std::size_t wider = top.bit_width() + 1 > bottom.bit_width() ? top.bit_width() + 1 : bottom.bit_width();
    const std::size_t target = (wider + 31) / 32 * 32;
    const std::size_t top_shift = target - 1 - top.bit_width();
    const std::size_t bottom_shift = target - bottom.bit_width();
    bottom.shift_left(bottom_shift);
    top.shift_left(top_shift + 32);
    const std::uint64_t high = top.divide(bottom);
    top.shift_left(32);
    const std::uint64_t low = top.divide(bottom);
    return round_to_bits(high << 32U | low, exponent + static_cast<int>(bottom_shift) - static_cast<int>(top_shift) - 64, !top.is_zero());
}

/// The bits of the double nearest to a number without its sign; infinity_bits or more where it is too large.
constexpr std::uint64_t nearest_bits(const decimal& number) noexcept {
    if (number.is_zero() || number.magnitude() < -323) return 0;  // less than half the lowest subnormal, 4.9e-324
    if (number.magnitude() > 309) return infinity_bits;
    std::int64_t power = 0;
    big_number top = significant_digits(number, power);
    big_number bottom(1);
    big_number& scaled = power < 0 ? bottom : top;
    scaled.multiply_by_power_of_5(static_cast<std::size_t>(power < 0 ? -power : power));
    return round_ratio(top, bottom, static_cast<int>(power));  // ten to some power is five to it, times two to it
}

/// Finds the shortest digits that read back as a double, by the free-format algorithm of Steele and White: digits of the exact
/// value, until what is left is within half the gap to a neighbouring double.
class shortest_digits {
public:
    /// For the bits of a positive finite double.
    constexpr explicit shortest_digits(std::uint64_t bits) noexcept : shortest_digits(split(bits)) {}

    /// The digits d1d2d3... of 0.d1d2d3... times ten to the power of point().
    [[nodiscard]] constexpr std::string_view digits() const& noexcept TC3_LIFETIMEBOUND { return digits_.view(); }
    std::string_view digits() const&& = delete;
    [[nodiscard]] constexpr int point() const noexcept { return point_; }

private:
    /// A double as significand * 2^exponent.
    struct parts {
        std::uint64_t significand;
        int exponent;
        /// Whether the gap below is half the gap above, as it is below a power of two.
        [[nodiscard]] constexpr bool narrow_below() const noexcept { return significand == hidden_bit && exponent > lowest_exponent; }
    };
    static constexpr parts split(std::uint64_t bits) noexcept {
        if (bits < hidden_bit) return {bits, lowest_exponent};
        return {(bits & (hidden_bit - 1)) | hidden_bit, static_cast<int>(bits >> 52U) - 1 + lowest_exponent};
    }

    constexpr explicit shortest_digits(parts number) noexcept
        : rest_(number.significand * 4),
          gap_(number.narrow_below() ? 1 : 2),
          unit_(4),
          times_above_(number.narrow_below() ? 2 : 1),
          included_(number.significand % 2 == 0 ? 1 : 0) {
        scale(number);
        while (append_digit()) next_place();
    }

    /// Makes the value rest / unit * 10^(point - 1), with a first digit from 1 to 9, and the unit of a width that suits division.
    constexpr void scale(parts number) noexcept {
        // The highest bit times log10(2), by a fraction exact enough for all doubles; the true point is this one or the next.
        const int highest_bit = number.exponent + width(number.significand) - 1;
        point_ = (highest_bit * 78913 >> 18) + 1;

        // Ten to some power is five to it, times two to it; the twos go together with those of the double.
        if (point_ < 0) {
            rest_.multiply_by_power_of_5(static_cast<std::size_t>(-point_));
            gap_.multiply_by_power_of_5(static_cast<std::size_t>(-point_));
        } else {
            unit_.multiply_by_power_of_5(static_cast<std::size_t>(point_));
        }
        const int twos = number.exponent - point_;
        if (twos < 0) unit_.shift_left(static_cast<std::size_t>(-twos));
        const std::size_t spare = (32 - unit_.bit_width() % 32) % 32;
        unit_.shift_left(spare);
        const std::size_t shift = spare + (twos > 0 ? static_cast<std::size_t>(twos) : 0);
        rest_.shift_left(shift);
        gap_.shift_left(shift);

        if (reaches_up()) {
            ++point_;
        } else {
            next_place();
        }
    }
    constexpr void next_place() noexcept {
        rest_.multiply_add(10, 0);
        gap_.multiply_add(10, 0);
    }
    /// Whether one more in the place before still reads back as the double; a number halfway to a neighbour does for an even one.
    [[nodiscard]] constexpr bool reaches_up() const noexcept { return compare_sum(rest_, gap_, times_above_, unit_) + included_ > 0; }

    /// False after the last digit, which is rounded to the nearest, or to the even one of two as near.
    constexpr bool append_digit() noexcept {
        const std::uint32_t digit = rest_.divide(unit_);
        const bool may_stay = compare(rest_, gap_) < included_;
        const bool may_go_up = reaches_up();
        const bool nearer_up = compare_sum(rest_, rest_, 1, unit_) + static_cast<int>(digit % 2) > 0;
        const bool goes_up = may_go_up && (nearer_up || !may_stay);
        write_char(digits_, static_cast<char>('0' + digit + (goes_up ? 1U : 0U)));
        return !may_stay && !may_go_up;
    }

    big_number rest_;  // value = rest / unit, times a power of ten
    big_number gap_;   // half the gap to the double below
    big_number unit_;
    std::uint8_t times_above_;  // half the gap to the double above, in gaps
    int included_;              // 1 if the middle to a neighbour reads back as this double, 0 if as the neighbour
    int point_ = 0;
    fixed_text<17> digits_;
};

using number_text = fixed_text<25>;

constexpr void append_zeros(number_text& text, int count) noexcept {
    for (; count > 0; --count) text.append("0");
}

/// Sets the point, or the exponent, as ECMAScript does.
constexpr void append_digits(number_text& text, std::string_view digits, int point) noexcept {
    const auto count = static_cast<int>(digits.size());
    if (point > 21 || point < -5) {
        text.append(slice(digits, 0, 1));
        if (count > 1) text.append(".");
        text.append(slice(digits, 1));
        text.append(point > 0 ? "e+" : "e");
        write_decimal(text, point - 1);
    } else if (point <= 0) {
        text.append("0.");
        append_zeros(text, -point);
        text.append(digits);
    } else if (point >= count) {
        text.append(digits);
        append_zeros(text, point - count);
    } else {
        text.append(slice(digits, 0, static_cast<std::size_t>(point)));
        text.append(".");
        text.append(slice(digits, static_cast<std::size_t>(point)));
    }
}

constexpr number_text format_double(double number) noexcept {
    const auto all_bits = std::bit_cast<std::uint64_t>(number);
    const std::uint64_t bits = all_bits & ~sign_bit;
    if (bits >= infinity_bits) return number_text("null");
    number_text text(all_bits == bits ? "" : "-");
    if (bits == 0) {
        text.append("0");
        return text;
    }
    const shortest_digits shortest(bits);
    append_digits(text, shortest.digits(), shortest.point());
    return text;
}

}  // namespace detail

constexpr bool is_number(const std::string_view& text) noexcept { return detail::split_number(text).error == std::string_view::npos; }

constexpr result<std::int64_t, error> to_int64(std::string_view text) noexcept {
    const auto number = detail::parse_decimal(text);
    if (!number) return unexpected(number.error());
    const std::uint64_t limit = detail::sign_bit - (number->negative ? 0 : 1);
    const auto value = detail::whole_value(*number, limit);
    if (!value) return unexpected(value.error());
    return static_cast<std::int64_t>(number->negative ? 0 - *value : *value);
}

constexpr result<std::uint64_t, error> to_uint64(std::string_view text) noexcept {
    const auto number = detail::parse_decimal(text);
    if (!number) return unexpected(number.error());
    return detail::whole_value(*number, number->negative ? 0 : (std::numeric_limits<std::uint64_t>::max)());
}

constexpr result<double, error> to_double(std::string_view text) noexcept {
    const auto number = detail::parse_decimal(text);
    if (!number) return unexpected(number.error());
    const std::uint64_t bits = detail::nearest_bits(*number);
    if (bits >= detail::infinity_bits) return detail::number_error(errc::out_of_range);
    return std::bit_cast<double>(number->negative ? bits | detail::sign_bit : bits);
}

template <sink S>
constexpr void write_double(S& out, double number) {
    const detail::number_text text = detail::format_double(number);
    out.append(text.view());
}

}  // namespace tc3::inline v0_1::json

// ---- tc3/json/plain_run.hpp -----------------------------------------------------------------------------------------

// The run of bytes that stand in a JSON string as they are. Bodies hold megabytes of base64, so it is found eight bytes at a time.

namespace tc3::inline v0_1::json::detail {

/// How many bytes of a text come before its first quote, backslash or control character, and whether all of them are ASCII.
struct plain_run {
    std::size_t size = 0;
    bool ascii = true;
};

/// The bytes that RFC 8259, section 7, lets stand in a string without an escape; bytes beyond ASCII count, their UTF-8 is not checked here.
[[nodiscard]] constexpr bool is_plain(char c) noexcept { return c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20; }

/// The characters that have a short escape, and the letter of each behind its backslash.
inline constexpr std::string_view escaped_characters = "\"\\\b\f\n\r\t/";
inline constexpr std::string_view escape_letters = "\"\\bfnrt/";

using machine_word = std::uint64_t;

inline constexpr machine_word each_byte = static_cast<machine_word>(-1) / 0xff;
inline constexpr machine_word high_bits = each_byte * 0x80;

// Subtracting n from each byte borrows into its high bit just where the byte is below n; a borrow that spills over
// into a neighbour starts at a true hit, so the answer for the whole word is exact.
[[nodiscard]] constexpr machine_word bytes_below(machine_word word, machine_word n) noexcept { return (word - each_byte * n) & ~word; }

[[nodiscard]] constexpr bool all_plain(machine_word word) noexcept {
    const machine_word quotes = bytes_below(word ^ (each_byte * 0x22), 1);
    const machine_word backslashes = bytes_below(word ^ (each_byte * 0x5c), 1);
    const machine_word controls = bytes_below(word, 0x20);
    return ((quotes | backslashes | controls) & high_bits) == 0;
}

/// The plain run that a text begins with. Linear in its size.
[[nodiscard]] constexpr plain_run find_plain_run(const std::string_view& text) noexcept {
    std::size_t size = 0;
    machine_word seen = 0;
    if (!std::is_constant_evaluated() && sizeof(std::size_t) >= sizeof seen) {  // short words gain nothing
        for (machine_word word = 0; text.size() - size >= sizeof word; size += sizeof word) {
            std::memcpy(&word, text.data() + size, sizeof word);
            if (!all_plain(word)) break;
            seen |= word;
        }
    }
    for (; size < text.size() && is_plain(text[size]); ++size) seen |= static_cast<unsigned char>(text[size]);
    return {size, (seen & high_bits) == 0};
}

}  // namespace tc3::inline v0_1::json::detail

// ---- tc3/json/read.hpp ----------------------------------------------------------------------------------------------

// A strict JSON reader (RFC 8259) over text in memory: the caller pulls values one by one; no tree, no heap, no recursion.

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

// ---- tc3/json/write.hpp ---------------------------------------------------------------------------------------------

// A JSON writer (RFC 8259) into any sink: compact, raw UTF-8, escapes only where the grammar requires them.

namespace tc3::inline v0_1::json {

/// Types that writer::number() takes as integers: characters and bool are none.
template <class N>
concept integer = std::integral<N> && !std::same_as<N, bool> && !std::same_as<N, char> && !std::same_as<N, wchar_t> &&
                  !std::same_as<N, char8_t> && !std::same_as<N, char16_t> && !std::same_as<N, char32_t>;

/// Writes values one after the other and puts the commas. That brackets pair, and that each member has a name and a value, is the
/// caller's part.
///
///     json::writer out(sink);
///     out.begin_object();
///     out.name("SecureLevel");
///     out.string("4");
///     out.end_object();
///
/// Text that is not UTF-8, or a double that is not finite, is a fault: "" or null is written in its place, the rest follows as usual,
/// and the first fault is kept. What was written is well-formed then, but must not be sent. Keeps nothing but a reference to the sink,
/// which must outlive the writer; throws only what the sink throws.
template <sink S>
class writer {
public:
    constexpr explicit writer(S& out) noexcept : out_(out) {}

    constexpr void begin_object() { open(",{"sv); }
    constexpr void end_object() { close("}"sv); }
    constexpr void begin_array() { open(",["sv); }
    constexpr void end_array() { close("]"sv); }

    /// The name of a member; its value must follow. Errors as string().
    constexpr void name(const std::string_view& text) {
        write_text(text, "\":"sv);
        first_ = true;
    }

    /// A text; errc::invalid_utf8 with the position within it.
    constexpr void string(const std::string_view& text) { write_text(text, "\""sv); }

    /// A text in pieces, each of whole characters: begin_string(), any number of string_piece(), end_string(). A piece that is not UTF-8 is
    /// left out; errc::invalid_utf8 with the position within it.
    constexpr void begin_string() { separate(",\""sv); }
    constexpr void string_piece(const std::string_view& text) {
        const std::size_t invalid = find_invalid_utf8(text);
        if (invalid == std::string_view::npos) {
            write_escaped(text);
        } else {
            fail(errc::invalid_utf8, invalid);
        }
    }
    constexpr void end_string() { out_.append("\""sv); }

    /// Any bytes, as a string of their base64 (RFC 4648, section 4), encoded on the way into the sink.
    constexpr void base64(std::string_view bytes) {
        begin_string();
        write_base64(out_, bytes);
        end_string();
    }

    /// An integer, exact.
    constexpr void number(integer auto value) {
        separate();
        write_decimal(out_, value);
    }
    /// The shortest decimal that reads back as the same double; errc::out_of_range where JSON has none, for infinities and NaN.
    /// A template, so that its code is made only where doubles are written.
    template <std::same_as<double> Double>
    constexpr void number(Double value) {
        if (!is_finite(value)) return refuse_number();
        separate();
        write_double(out_, value);
    }

    constexpr void boolean(bool value) { separate(value ? ",true"sv : ",false"sv); }
    constexpr void null() { separate(",null"sv); }
    /// A value that is JSON already, written as it stands and not looked at: see json::validate().
    constexpr void raw(std::string_view value) {
        separate();
        out_.append(value);
    }

    /// Whether there was no fault so far.
    [[nodiscard]] constexpr bool ok() const noexcept { return error_.code == errc::none; }
    /// The first fault, with "field"; errc::none while ok().
    [[nodiscard]] constexpr const tc3::error& error() const noexcept TC3_LIFETIMEBOUND { return error_; }
    /// Goes on as if there had been none.
    constexpr void forget_error() noexcept { error_ = {}; }

private:
    // A comma belongs before each value or name but the first in its container; a value behind its name counts as first.
    constexpr void separate(std::string_view comma_and_value = ","sv) {
        if (first_) comma_and_value.remove_prefix(1);
        if (!comma_and_value.empty()) out_.append(comma_and_value);
        first_ = false;
    }
    constexpr void open(std::string_view comma_and_bracket) {
        separate(comma_and_bracket);
        first_ = true;
    }
    constexpr void close(const std::string_view& bracket) {
        out_.append(bracket);
        first_ = false;
    }

    constexpr void write_text(const std::string_view& text, const std::string_view& ending) {
        begin_string();
        string_piece(text);
        out_.append(ending);
    }
    constexpr void write_escaped(std::string_view text) {
        while (!text.empty()) {
            const std::size_t plain = detail::find_plain_run(text).size;
            if (plain != 0) out_.append(std::string_view(text.data(), plain));
            text.remove_prefix(plain);
            if (text.empty()) return;
            write_escape(text.front());
            text.remove_prefix(1);
        }
    }
    constexpr void write_escape(char c) {
        if (const std::size_t found = ascii::find(detail::escaped_characters, c); found != std::string_view::npos) {
            const char escape[] = {'\\', detail::escape_letters[found]};
            out_.append(std::string_view(escape, sizeof escape));
            return;
        }
        const auto code = static_cast<unsigned char>(c);
        const char escape[] = {'\\', 'u', '0', '0', hex_digit(code >> 4U), hex_digit(code)};
        out_.append(std::string_view(escape, sizeof escape));
    }

    // By the bits, since -ffast-math takes the comparisons for granted that would tell.
    [[nodiscard]] static constexpr bool is_finite(double value) noexcept {
        return (std::bit_cast<std::uint64_t>(value) >> 52 & 0x7ff) != 0x7ff;
    }
    constexpr void refuse_number() {
        fail(errc::out_of_range, tc3::error::no_position);
        null();
    }
    constexpr void fail(errc code, std::size_t at) noexcept {
        if (ok()) error_ = {.code = code, .part = "field", .position = at};
    }

    S& out_;
    bool first_ = true;
    tc3::error error_;
};

}  // namespace tc3::inline v0_1::json

// ---- tc3/crypto/policy.hpp ------------------------------------------------------------------------------------------

// What tc3 asks of a SHA-256 implementation: three calls on one object, so that an engine with a single open hash fits. HMAC is optional.

namespace tc3::inline v0_1::crypto {

inline constexpr std::size_t sha256_digest_size = 32;
inline constexpr std::size_t sha256_block_size = 64;
using sha256_digest = std::array<std::uint8_t, sha256_digest_size>;

/// The SHA-256 of the empty text.
inline constexpr sha256_digest digest_of_nothing{0xe3, 0xb0, 0xc4, 0x42, 0x98, 0xfc, 0x1c, 0x14, 0x9a, 0xfb, 0xf4,
                                                 0xc8, 0x99, 0x6f, 0xb9, 0x24, 0x27, 0xae, 0x41, 0xe4, 0x64, 0x9b,
                                                 0x93, 0x4c, 0xa4, 0x95, 0x99, 0x1b, 0x78, 0x52, 0xb8, 0x55};

/// Starts a hash and drops one that is open. False: the engine failed.
template <class Policy>
concept has_sha256_begin = requires(Policy& policy) {
    { policy.sha256_begin() } -> std::same_as<bool>;
};

/// Adds bytes to the open hash. False: the engine failed.
template <class Policy>
concept has_sha256_update = requires(Policy& policy, bytes_view bytes) {
    { policy.sha256_update(bytes) } -> std::same_as<bool>;
};

/// Ends the open hash. False: the engine failed, and the digest is not used.
template <class Policy>
concept has_sha256_finish = requires(Policy& policy, sha256_digest& digest) {
    { policy.sha256_finish(digest) } -> std::same_as<bool>;
};

/// A policy that has a member `hmac_sha256` means it as below: a slip in its parameters must not leave it unused in silence.
template <class Policy>
concept has_fitting_hmac_sha256 = !requires {
    &std::remove_reference_t<Policy>::hmac_sha256;
} || requires(std::remove_reference_t<Policy>& policy, bytes_view key, bytes_view message, sha256_digest& digest) {
    { policy.hmac_sha256(key, message, digest) } -> std::same_as<bool>;
};

/// A SHA-256 engine. Its calls return bool, true for success: a C engine's 0 for success must be turned round. tc3 never has more than one
/// hash open on it and never calls it from two threads.
template <class Policy>
concept sha256_policy = has_sha256_begin<std::remove_reference_t<Policy>> && has_sha256_update<std::remove_reference_t<Policy>> &&
                        has_sha256_finish<std::remove_reference_t<Policy>> && has_fitting_hmac_sha256<Policy>;

/// A policy that computes HMAC-SHA256 itself, in one call: `hmac_sha256(key, message, digest)`. Without it tc3 builds HMAC on the hash.
template <class Policy>
concept has_hmac_sha256 = requires(std::remove_reference_t<Policy>& policy, bytes_view key, bytes_view message, sha256_digest& digest) {
    { policy.hmac_sha256(key, message, digest) } -> std::same_as<bool>;
};

template <class Policy>
concept hmac_policy = sha256_policy<Policy> && has_hmac_sha256<Policy>;

}  // namespace tc3::inline v0_1::crypto

// ---- tc3/crypto/hash.hpp --------------------------------------------------------------------------------------------

// A policy as a sink: whatever a writer writes is hashed, and never has to exist in memory.

namespace tc3::inline v0_1::crypto {

/// Hashes what is appended. Opens the policy's one hash when made: finish() it before another hash is begun.
template <sha256_policy Policy>
class hash_sink {
public:
    constexpr explicit hash_sink(Policy& policy) : policy_(policy), ok_(policy.sha256_begin()) {}

    constexpr void append(const std::string_view& text) {
        for_bytes_of(text, [this](bytes_view bytes) { append(bytes); });
    }
    TC3_NOINLINE constexpr void append(const bytes_view& bytes) { ok_ = ok_ && policy_.sha256_update(bytes); }

    /// The digest, or errc::crypto_failed if the policy reported failure at any time.
    [[nodiscard]] constexpr result<sha256_digest, error> finish() {
        sha256_digest digest{};
        if (!finish_into(digest)) return unexpected(error{.code = errc::crypto_failed});
        return digest;
    }
    /// The same without a copy on the way, for digests that are keys. False: the policy failed.
    [[nodiscard]] TC3_NOINLINE constexpr bool finish_into(sha256_digest& digest) { return ok_ && policy_.sha256_finish(digest); }

private:
    Policy& policy_;
    bool ok_;
};

/// The SHA-256 of a text.
template <sha256_policy Policy>
[[nodiscard]] constexpr result<sha256_digest, error> sha256_of(std::string_view text, Policy& policy) {
    hash_sink hash(policy);
    hash.append(text);
    return hash.finish();
}

}  // namespace tc3::inline v0_1::crypto

// ---- tc3/crypto/hmac.hpp --------------------------------------------------------------------------------------------

// HMAC-SHA256 (RFC 2104) over any policy: with the policy's own, where it has one, else on its hash.

namespace tc3::inline v0_1::crypto {

/// A key brought to the 64 bytes that HMAC works with: padded with zeros, or hashed first when longer. Wiped when it dies.
class hmac_key {
public:
    constexpr hmac_key() noexcept { wipe(block_); }
    hmac_key(const hmac_key&) = delete;
    hmac_key& operator=(const hmac_key&) = delete;
    constexpr ~hmac_key() { wipe(block_); }

    /// Takes the key `prefix` + `text`; the parts are never joined in memory. False: the policy failed.
    template <sha256_policy Policy>
    [[nodiscard]] TC3_NOINLINE constexpr bool assign(const std::string_view& prefix, const std::string_view& text, Policy& policy) {
        if (prefix.size() + text.size() > block_.size()) {
            hash_sink hash(policy);
            hash.append(prefix);
            hash.append(text);
            sha256_digest digest{};
            const bool ok = hash.finish_into(digest);
            if (ok) assign(digest);
            wipe(digest);
            return ok;
        }
        for (std::size_t i = 0; i < block_.size(); ++i) {
            const char c = i < prefix.size() ? prefix[i] : i - prefix.size() < text.size() ? text[i - prefix.size()] : '\0';
            block_[i] = static_cast<std::uint8_t>(c);
        }
        return true;
    }
    constexpr void assign(const sha256_digest& digest) noexcept {
        for (std::size_t i = 0; i < block_.size(); ++i) block_[i] = i < digest.size() ? digest[i] : std::uint8_t{0};
    }

    [[nodiscard]] constexpr const std::array<std::uint8_t, sha256_block_size>& block() const noexcept { return block_; }

private:
    std::array<std::uint8_t, sha256_block_size> block_;
};

/// HMAC-SHA256 on a policy's hash: the message never has to exist in memory. Opens the policy's one hash when made: finish it before
/// another is begun. The key must live until then.
template <sha256_policy Policy>
class hmac_sha256_stream {
public:
    TC3_NOINLINE constexpr hmac_sha256_stream(const hmac_key& key, Policy& policy) : key_(key), policy_(policy), inner_(policy) {
        append_key(inner_, 0x36);
    }

    /// The sink that takes the message.
    [[nodiscard]] constexpr hash_sink<Policy>& message() noexcept { return inner_; }
    /// False: the policy failed.
    [[nodiscard]] TC3_NOINLINE constexpr bool finish_into(sha256_digest& digest) {
        if (!inner_.finish_into(digest)) return false;
        hash_sink outer(policy_);
        append_key(outer, 0x5c);
        outer.append(bytes_view(digest));
        return outer.finish_into(digest);
    }

private:
    // In pieces, as all that is made of a key must be wiped.
    TC3_NOINLINE constexpr void append_key(hash_sink<Policy>& hash, unsigned pad) const {
        std::array<std::uint8_t, 16> piece;
        for (std::size_t i = 0; i < sha256_block_size; ++i) {
            piece[i % piece.size()] = static_cast<std::uint8_t>(key_.block()[i] ^ pad);
            if ((i + 1) % piece.size() == 0) hash.append(bytes_view(piece));
        }
        wipe(piece);
    }

    const hmac_key& key_;
    Policy& policy_;
    hash_sink<Policy> inner_;
};

/// HMAC-SHA256 of a short text. Fails with errc::crypto_failed only.
template <sha256_policy Policy>
[[nodiscard]] constexpr result<sha256_digest, error> hmac_sha256(const hmac_key& key, std::string_view message, Policy& policy);

/// The same without a copy on the way, for digests that are keys. False: the policy failed.
template <sha256_policy Policy>
[[nodiscard]] constexpr bool hmac_sha256_into(sha256_digest& digest, const hmac_key& key, std::string_view message, Policy& policy) {
    if constexpr (hmac_policy<Policy>) {
        // At compile time text can't be handed over as bytes in one piece: there the policy's hash does it.
        if (!std::is_constant_evaluated()) return policy.hmac_sha256(bytes_view(key.block()), as_bytes(message), digest);
    }
    hmac_sha256_stream hmac(key, policy);
    hmac.message().append(message);
    return hmac.finish_into(digest);
}

/// The same of a text of up to `Longest` characters that `write(sink)` writes: streamed, or joined for a policy with an HMAC of its own.
template <std::size_t Longest, sha256_policy Policy, class Write>
[[nodiscard]] constexpr bool hmac_sha256_of(sha256_digest& digest, const hmac_key& key, Policy& policy, Write write) {
    if constexpr (hmac_policy<Policy>) {
        fixed_text<Longest> message;
        write(message);
        return hmac_sha256_into(digest, key, message.view(), policy);
    } else {
        hmac_sha256_stream hmac(key, policy);
        write(hmac.message());
        return hmac.finish_into(digest);
    }
}

template <sha256_policy Policy>
constexpr result<sha256_digest, error> hmac_sha256(const hmac_key& key, std::string_view message, Policy& policy) {
    sha256_digest digest{};
    if (!hmac_sha256_into(digest, key, message, policy)) return unexpected(error{.code = errc::crypto_failed});
    return digest;
}

}  // namespace tc3::inline v0_1::crypto

// ---- tc3/crypto/sha256.hpp ------------------------------------------------------------------------------------------

// SHA-256 (FIPS 180-4), portable and usable at compile time, and the policy that tc3 uses unless it is given another.

namespace tc3::inline v0_1::crypto {

/// A SHA-256 in the making. Its memory is wiped when it dies: it may have hashed a key.
class sha256 {
public:
    constexpr sha256() noexcept { restart(); }
    constexpr sha256(const sha256&) noexcept = default;
    constexpr sha256& operator=(const sha256&) noexcept = default;
    TC3_NOINLINE constexpr ~sha256() { wipe(this, sizeof *this); }

    /// Forgets all bytes so far.
    constexpr void restart() noexcept;
    /// Adds bytes. Cost: linear.
    constexpr void update(const bytes_view& bytes) noexcept;
    /// The digest of all bytes so far. The object is of no further use.
    [[nodiscard]] constexpr sha256_digest finish() noexcept {
        sha256_digest digest{};
        finish_into(digest);
        return digest;
    }
    /// The same without a copy on the way, for digests that are keys.
    constexpr void finish_into(sha256_digest& digest) noexcept;

private:
    constexpr void add(std::uint8_t byte) noexcept;
    constexpr void compress() noexcept;

    std::array<std::uint32_t, 8> state_;
    std::array<std::uint32_t, 16> words_;  // the block that is being filled, most significant byte first
    std::uint64_t size_;                   // bytes so far
};

/// The policy used by default: sha256, with HMAC built on it. It cannot fail.
class builtin_policy {
public:
    constexpr bool sha256_begin() noexcept {
        hash_.restart();
        return true;
    }
    constexpr bool sha256_update(const bytes_view& bytes) noexcept {
        hash_.update(bytes);
        return true;
    }
    constexpr bool sha256_finish(sha256_digest& digest) noexcept {
        hash_.finish_into(digest);
        hash_.restart();  // it may have hashed a key
        return true;
    }

private:
    sha256 hash_;
};

namespace detail {

// The first 32 bits of the fractional parts of the square roots of the first 8 primes (FIPS 180-4, 5.3.3).
inline constexpr std::array<std::uint32_t, 8> initial_state{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                                            0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

// The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2).
inline constexpr std::array<std::uint32_t, 64> round_constants{
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be,
    0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa,
    0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85,
    0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3,
    0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f,
    0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

[[nodiscard]] constexpr std::uint32_t load_big_endian(const std::uint8_t* bytes) noexcept {
    return (std::uint32_t{bytes[0]} << 24) | (std::uint32_t{bytes[1]} << 16) | (std::uint32_t{bytes[2]} << 8) | std::uint32_t{bytes[3]};
}

}  // namespace detail

constexpr void sha256::restart() noexcept {
    state_ = detail::initial_state;
    wipe(words_);
    size_ = 0;
}

constexpr void sha256::add(std::uint8_t byte) noexcept {
    std::uint32_t& word = words_[static_cast<std::size_t>(size_ / 4 % words_.size())];
    word = word << 8U | byte;
    ++size_;
    if (size_ % sha256_block_size == 0) compress();
}

constexpr void sha256::update(const bytes_view& bytes) noexcept {
    const std::uint8_t* next = bytes.data();
    std::size_t left = bytes.size();
    while (left > 0) {
        if (left < 4 || size_ % 4 != 0) {
            add(*next++);
            --left;
            continue;
        }
        std::size_t word = static_cast<std::size_t>(size_ / 4 % words_.size());
        for (; word < words_.size() && left >= 4; ++word) {
            words_[word] = detail::load_big_endian(next);
            size_ += 4;
            next += 4;
            left -= 4;
        }
        if (word == words_.size()) compress();
    }
}

constexpr void sha256::finish_into(sha256_digest& digest) noexcept {
    const std::uint64_t bits = size_ * 8;
    add(0x80);
    while (size_ % sha256_block_size != sha256_block_size - 8) add(0);
    words_[14] = static_cast<std::uint32_t>(bits >> 32U);
    words_[15] = static_cast<std::uint32_t>(bits);
    compress();
    for (std::size_t i = 0; i < digest.size(); ++i) digest[i] = static_cast<std::uint8_t>(state_[i / 4] >> (24 - 8 * (i % 4)));
}

// The message schedule grows in the place of the block, as a ring of 16 words: firmware feels every copy on the stack. A block can be
// computed back from it, and may be a key: it is wiped with the object. The working variables are an array, so that they can be wiped, and
// steps come by sixteens, so that compilers keep it in registers all the same.
constexpr void sha256::compress() noexcept {
    std::array<std::uint32_t, 8> s = state_;
    for (std::size_t first = 0; first < 64; first += 16) {
        for (std::size_t i = 0; i < 16; ++i) {
            std::uint32_t& word = words_[i];
            if (first != 0) {
                const std::uint32_t w15 = words_[(i + 1) % 16];
                const std::uint32_t w2 = words_[(i + 14) % 16];
                word += (std::rotr(w15, 7) ^ std::rotr(w15, 18) ^ (w15 >> 3U)) + words_[(i + 9) % 16] +
                        (std::rotr(w2, 17) ^ std::rotr(w2, 19) ^ (w2 >> 10U));
            }
            const std::uint32_t choice = s[6] ^ (s[4] & (s[5] ^ s[6]));
            const std::uint32_t majority = (s[0] & s[1]) | (s[2] & (s[0] | s[1]));
            const std::uint32_t t1 = s[7] + (std::rotr(s[4], 6) ^ std::rotr(s[4], 11) ^ std::rotr(s[4], 25)) + choice +
                                     detail::round_constants[first + i] + word;
            const std::uint32_t t2 = (std::rotr(s[0], 2) ^ std::rotr(s[0], 13) ^ std::rotr(s[0], 22)) + majority;
            s = {t1 + t2, s[0], s[1], s[2], s[3] + t1, s[4], s[5], s[6]};
        }
    }
    for (std::size_t i = 0; i < state_.size(); ++i) state_[i] += s[i];
    wipe(s);
}

}  // namespace tc3::inline v0_1::crypto

// ---- tc3/http/date.hpp ----------------------------------------------------------------------------------------------

// The date of an HTTP header as a time (RFC 9110, 5.6.7). No clock, no locale, no time zone.

namespace tc3::inline v0_1::http {

/// Reads the form that every sender must use, "Sun, 06 Nov 1994 08:49:37 GMT"; blanks around it are the header's. None for all else: the
/// two obsolete forms, a day that the calendar lacks, a weekday that is not the day's, a year before 1970.
[[nodiscard]] constexpr std::optional<unix_time> parse_date(std::string_view text) noexcept;

namespace detail {

/// All of them digits, else -1.
[[nodiscard]] constexpr std::int64_t number_of(std::string_view digits) noexcept {
    std::int64_t number = 0;
    for (const char c : digits) {
        if (!ascii::is_digit(c)) return -1;
        number = number * 10 + (c - '0');
    }
    return number;
}

/// Which of the names of three letters it is, from 0; -1 for none.
[[nodiscard]] constexpr std::int64_t index_of(std::string_view names, std::string_view name) noexcept {
    for (std::size_t i = 0; 3 * i < names.size(); ++i) {
        if (slice(names, 3 * i, 3) == name) return static_cast<std::int64_t>(i);
    }
    return -1;
}

[[nodiscard]] constexpr bool is_leap_year(std::int64_t year) noexcept { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

/// `month` from 1 to 12.
[[nodiscard]] constexpr std::int64_t days_in_month(std::int64_t year, std::int64_t month) noexcept {
    if (month == 2) return is_leap_year(year) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/// Days since 1970-01-01 of a day that exists, in a year from 1 on. Years begin in March here, so that the leap day ends its year; then
/// any five months in a row have 153 days.
[[nodiscard]] constexpr std::int64_t days_since_1970(std::int64_t year, std::int64_t month, std::int64_t day) noexcept {
    const std::int64_t years = month > 2 ? year : year - 1;
    const std::int64_t months = month > 2 ? month - 3 : month + 9;
    return 365 * years + years / 4 - years / 100 + years / 400 + (153 * months + 2) / 5 + day - 719469;
}

/// Whether the text has the form, whatever stands in the places of names and numbers.
[[nodiscard]] constexpr bool has_date_form(std::string_view text) noexcept {
    constexpr std::string_view form = "___, __ ___ ____ __:__:__ GMT";
    if (text.size() != form.size()) return false;
    for (std::size_t i = 0; i < form.size(); ++i) {
        if (form[i] != '_' && form[i] != text[i]) return false;
    }
    return true;
}

}  // namespace detail

constexpr std::optional<unix_time> parse_date(std::string_view text) noexcept {
    text = ascii::trim(text);
    if (!detail::has_date_form(text)) return {};
    const std::int64_t weekday = detail::index_of("ThuFriSatSunMonTueWed", slice(text, 0, 3));  // 1970 began with a Thursday
    const std::int64_t day = detail::number_of(slice(text, 5, 2));
    const std::int64_t month = detail::index_of("JanFebMarAprMayJunJulAugSepOctNovDec", slice(text, 8, 3)) + 1;
    const std::int64_t year = detail::number_of(slice(text, 12, 4));
    if (year < 1970 || month < 1 || day < 1 || day > detail::days_in_month(year, month)) return {};
    const std::int64_t days = detail::days_since_1970(year, month, day);
    if (days % 7 != weekday) return {};

    const std::int64_t hour = detail::number_of(slice(text, 17, 2));
    const std::int64_t minute = detail::number_of(slice(text, 20, 2));
    const std::int64_t second = detail::number_of(slice(text, 23, 2));
    const bool leap_second = hour == 23 && minute == 59 && second == 60;  // the same time as the midnight behind it
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || (second > 59 && !leap_second)) return {};
    const unix_time time{((days * 24 + hour) * 60 + minute) * 60 + second};
    return time.in_range() ? std::optional(time) : std::nullopt;
}

}  // namespace tc3::inline v0_1::http

// ---- tc3/http/header.hpp --------------------------------------------------------------------------------------------

// One header field, and a list of them in one piece of text.

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

// ---- tc3/http/find_header.hpp ---------------------------------------------------------------------------------------

// Finds a header by its name in a list of headers.

namespace tc3::inline v0_1::http {

/// Returns the first header with that name, in any case, or null.
[[nodiscard]] constexpr const header* find_header(std::span<const header> headers, std::string_view name) noexcept {
    for (const header& each : headers) {
        if (ascii::equal_lower(ascii::trim(each.name), name)) return &each;
    }
    return nullptr;
}

/// Returns the only header with that name, in any case, or null. A duplicate header is treated as missing, because peers may disagree on
/// which copy applies.
[[nodiscard]] constexpr const header* find_single_header(std::span<const header> headers, std::string_view name) noexcept {
    const header* found = find_header(headers, name);
    if (found == nullptr) return nullptr;
    const auto following = headers.subspan(static_cast<std::size_t>(found - headers.data()) + 1);
    return find_header(following, name) == nullptr ? found : nullptr;
}

}  // namespace tc3::inline v0_1::http

// ---- tc3/http/header_set.hpp ----------------------------------------------------------------------------------------

// Headers in up to two lists, such as those of the library and those of its user, without a copy into one list.

namespace tc3::inline v0_1::http {

/// A view of the headers in one or two lists, in any order.
///
/// Lifetime: refers to the lists.
class header_set {
public:
    constexpr header_set() noexcept = default;
    /// Implicit: an array, a vector or a span is a set of headers.
    template <std::convertible_to<std::span<const header>> Headers>
    constexpr header_set(const Headers& first) noexcept : first_(first) {}  // NOLINT: implicit
    constexpr header_set(std::span<const header> first, std::span<const header> second) noexcept : first_(first), second_(second) {}

    [[nodiscard]] constexpr std::size_t size() const noexcept { return first_.size() + second_.size(); }
    [[nodiscard]] constexpr const header& operator[](std::size_t i) const noexcept {
        return i < first_.size() ? first_[i] : second_[i - first_.size()];
    }

private:
    std::span<const header> first_;
    std::span<const header> second_;
};

}  // namespace tc3::inline v0_1::http

// ---- tc3/http/message.hpp -------------------------------------------------------------------------------------------

// An HTTP request as a value: what the caller's own HTTP stack has to send, byte for byte.

namespace tc3::inline v0_1::http {

/// The two methods of API 3.0.
enum class method : std::uint8_t { get, post };

[[nodiscard]] constexpr std::string_view name_of(http::method verb) noexcept {
    using namespace std::string_view_literals;
    return verb == http::method::get ? "GET"sv : "POST"sv;
}

/// A request to send as it stands: change no header, do not re-encode the target, follow no redirect, or the signature no longer fits.
/// All views point into the request (or buffer) that this was made from.
struct request_view {
    http::method method = http::method::post;
    std::string_view scheme;        ///< "https" or "http"
    std::string_view host;          ///< the Host header as signed, with ":port" unless that is the scheme's own; not among `headers`
    std::string_view connect_to;    ///< "address:port" to open the connection to, where that is not `host`; else empty
    std::string_view target;        ///< path and query exactly as signed, "/" or "/?Limit=10"
    header_list headers;            ///< all but Host and Content-Length, which HTTP stacks set themselves
    std::string_view body;          ///< the bytes that were hashed; empty where the body is streamed, see request_options::stream_body
    std::size_t streamed_body = 0;  ///< the size of a body that is streamed behind the head

    /// The size of the body, wherever it is.
    [[nodiscard]] constexpr std::size_t content_length() const noexcept { return body.size() + streamed_body; }

    /// Writes scheme://host/target.
    template <sink S>
    constexpr void url(S& out) const {
        out.append(scheme);
        out.append("://");
        out.append(host);
        out.append(target);
    }
};

/// The text that takes the place of a sensitive value.
inline constexpr std::string_view mask = "****";

/// Whether a writer shows sensitive values or masks them.
enum class visibility : bool { plain, masked };

/// Writes the request line and header block of HTTP/1.1, empty line included, for stacks that take bytes. The body follows it.
template <sink S>
constexpr void write_head(S& out, const request_view& request);

/// The same with sensitive values as "****", to be read by people. The target of a GET holds its parameters: it is shown up to the '?'.
template <sink S>
constexpr void write_masked_head(S& out, const request_view& request);

namespace detail {

template <visibility Shown, sink S>
constexpr void write_head(S& out, const request_view& request) {
    constexpr bool masked = Shown == visibility::masked;
    const std::size_t question_mark = masked ? request.target.find('?') : std::string_view::npos;
    out.append(name_of(request.method));
    out.append(" ");
    out.append(slice(request.target, 0, question_mark));
    if (question_mark != std::string_view::npos) {
        out.append("?");
        out.append(mask);
    }
    out.append(" HTTP/1.1\r\nHost: ");
    out.append(request.host);
    for (const header field : request.headers) {
        out.append("\r\n");
        out.append(field.name);
        out.append(": ");
        out.append(masked && field.sensitive ? mask : field.value);
    }
    if (request.method == http::method::post) {
        out.append("\r\nContent-Length: ");
        write_decimal(out, request.content_length());
    }
    out.append("\r\n\r\n");
}

}  // namespace detail

template <sink S>
constexpr void write_head(S& out, const request_view& request) {
    detail::write_head<visibility::plain>(out, request);
}

template <sink S>
constexpr void write_masked_head(S& out, const request_view& request) {
    detail::write_head<visibility::masked>(out, request);
}

}  // namespace tc3::inline v0_1::http

// ---- tc3/http/layout.hpp --------------------------------------------------------------------------------------------

// A request in one piece of text: where its parts lie in it.

namespace tc3::inline v0_1::http {

/// The sizes of the parts of a request, which lie in one text in this order; the headers are the rest. Written by make_request() and its
/// sisters.
struct request_layout {
    http::method method = http::method::post;
    std::size_t body = 0;
    std::size_t scheme = 0;
    std::size_t host = 0;
    std::size_t connect_to = 0;
    std::size_t target = 0;
    std::size_t streamed_body = 0;  ///< of one that lies elsewhere
};

[[nodiscard]] constexpr request_view view_of(const request_layout& layout, std::string_view text) noexcept {
    const auto take = [&text](std::size_t size) {
        const std::string_view taken = slice(text, 0, size);
        text.remove_prefix(taken.size());
        return taken;
    };
    request_view view;
    view.method = layout.method;
    view.body = take(layout.body);
    view.streamed_body = layout.streamed_body;
    view.scheme = take(layout.scheme);
    view.host = take(layout.host);
    view.connect_to = take(layout.connect_to);
    view.target = take(layout.target);
    view.headers = header_list(text);
    return view;
}

}  // namespace tc3::inline v0_1::http

// ---- tc3/http/request.hpp -------------------------------------------------------------------------------------------

// A request that owns its text: one string and a few sizes.

namespace tc3::inline v0_1::http {

/// A signed request, ready to send. Holds the session token and the body in plain text: keep it no longer than needed.
class request {
public:
    request() noexcept = default;
    request(const request_layout& layout, std::string text) noexcept : layout_(layout), text_(std::move(text)) {}

    /// Views into this object: valid while it lives unmoved.
    [[nodiscard]] request_view view() const& noexcept TC3_LIFETIMEBOUND { return view_of(layout_, text_); }
    request_view view() const&& = delete;

private:
    request_layout layout_;
    std::string text_;
};

}  // namespace tc3::inline v0_1::http

// ---- tc3/http/response.hpp ------------------------------------------------------------------------------------------

// The least that tc3 needs of an HTTP response, for transports that have no type of their own.

namespace tc3::inline v0_1::http {

/// A response that owns its body.
struct response {
    std::int32_t status = 0;  ///< as received: 200 both for outputs and for errors of the service
    std::string body;         ///< the whole body, with any Content-Encoding undone
};

/// A response whose body is elsewhere.
struct response_view {
    std::int32_t status = 0;
    std::string_view body = {};
    std::size_t body_size = 0;  ///< the size of a body that did not fit into the memory for it, if known
};

}  // namespace tc3::inline v0_1::http

// ---- tc3/validation/text_rule.hpp -----------------------------------------------------------------------------------

// The rule that one part of a request must follow, as a constant.

namespace tc3::inline v0_1 {

/// What one part of a request must be. first_error::check_text() applies it.
struct text_rule {
    part_name part;                  ///< the name of the part in an error: "host"
    bool required = false;           ///< the text must not be empty
    bool trimmed = false;            ///< the text must not begin or end with a blank, a line end or a byte order mark
    bool utf8 = false;               ///< the text must be well-formed UTF-8
    bool (*allowed)(char) = is_any;  ///< every character must satisfy this

    static constexpr bool is_any(char) noexcept { return true; }
};

}  // namespace tc3::inline v0_1

// ---- tc3/validation/first_error.hpp ---------------------------------------------------------------------------------

// Collects the first error of a list of checks, so that checks can follow each other without a branch after each.

namespace tc3::inline v0_1 {

namespace validation_detail {

/// Returns whether a text begins or ends with an ASCII blank, a line end, a no-break space or a byte order mark.
[[nodiscard]] constexpr bool is_untrimmed(const std::string_view& text) noexcept;

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
    TC3_NOINLINE constexpr void add(errc code, part_name part, std::size_t position = tc3::error::no_position) noexcept {
        add({.code = code, .part = part, .position = position});
    }
    /// Adds an error of a header or field.
    TC3_NOINLINE constexpr void add(errc code, part_name part, const std::string_view& name) noexcept {
        add({.code = code, .part = part, .name = name});
    }

    /// Adds errc::too_large if a size exceeds its limit.
    TC3_NOINLINE constexpr void check_size(part_name part, std::size_t size, std::size_t limit,
                                           const std::string_view& name = {}) noexcept {
        if (size > limit) add({.code = errc::too_large, .part = part, .needed = size, .limit = limit, .name = name});
    }
    /// Adds the first violation of `rule` in `text`. `start` is the position of the text within its part. Cost: linear.
    TC3_NOINLINE constexpr void check_text(const text_rule& rule, const std::string_view& text, std::size_t start = 0) noexcept {
        if (rule.required && text.empty()) add(errc::missing, rule.part);
        if (rule.trimmed && validation_detail::is_untrimmed(text)) add(errc::untrimmed, rule.part);
        if (const std::size_t position = ascii::find_not(text, rule.allowed); position != std::string_view::npos) {
            add(errc::forbidden_character, rule.part, start + position);
        }
        if (!rule.utf8) return;
        if (const std::size_t position = find_invalid_utf8(text); position != std::string_view::npos) {
            add(errc::invalid_utf8, rule.part, start + position);
        }
    }

    /// Adds the first violation of `rule` in the value of the header `name`.
    TC3_NOINLINE constexpr void check_value(const text_rule& rule, const std::string_view& name, const std::string_view& value) noexcept {
        if (!ok()) return;
        check_text(rule, value);
        if (!ok()) error_.name = name;
    }
    /// Sets the field of the error. An empty name changes nothing.
    constexpr void set_field(const std::string_view& name) noexcept {
        if (!name.empty()) error_.name = name;
    }

    [[nodiscard]] constexpr bool ok() const noexcept { return error_.code == errc::none; }
    /// Returns the error; its code is errc::none while ok().
    [[nodiscard]] constexpr const tc3::error& error() const noexcept TC3_LIFETIMEBOUND { return error_; }
    /// Returns success or the error.
    [[nodiscard]] TC3_NOINLINE constexpr result<void, tc3::error> to_result() const noexcept {
        if (ok()) return {};
        return {unexpect, error_};
    }
    /// Returns the value of `make()`, or the error. `make` is only called while ok().
    template <class Make>
    [[nodiscard]] constexpr auto to_result(Make&& make) const -> result<decltype(make()), tc3::error> {
        if (ok()) return {made_in_place, make};
        return {unexpect, error_};
    }

private:
    tc3::error error_;
};

namespace validation_detail {

[[nodiscard]] constexpr bool ends_with(const std::string_view& text, std::string_view ending) noexcept {
    return text.size() >= ending.size() && equal(slice(text, text.size() - ending.size()), ending);
}

constexpr bool is_untrimmed(const std::string_view& text) noexcept {
    constexpr std::string_view no_break_space = "\xc2\xa0";
    constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
    const auto is_blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    if (text.empty()) return false;
    if (is_blank(text.front()) || is_blank(text.back())) return true;
    for (const std::string_view mark : {no_break_space, byte_order_mark}) {
        if (starts_with(text, mark) || ends_with(text, mark)) return true;
    }
    return false;
}

}  // namespace validation_detail

}  // namespace tc3::inline v0_1

// ---- tc3/validation/address_rules.hpp -------------------------------------------------------------------------------

// The forms of a network address: a Host header, and the address to connect to.

namespace tc3::inline v0_1 {

/// Returns whether a host name can hold a character. Names of actions, versions, regions and languages hold the same characters.
[[nodiscard]] constexpr bool is_name_character(char c) noexcept { return ascii::is_alphanumeric(c) || c == '-' || c == '_' || c == '.'; }

/// Returns the position at which a text stops being an address, or npos for an address: "name", "name:port", "[IPv6]" or "[IPv6]:port".
/// The port is 1 to 65535.
[[nodiscard]] constexpr std::size_t find_address_error(std::string_view text) noexcept {
    constexpr std::uint32_t last_port = 65535;
    const bool is_ipv6 = !text.empty() && text.front() == '[';
    const std::size_t start = is_ipv6 ? 1 : 0;
    std::size_t position = start;
    while (position < text.size() && (is_name_character(text[position]) || (is_ipv6 && text[position] == ':'))) {
        if (text[position] == '.' && (position == start || text[position - 1] == '.')) return position;
        ++position;
    }
    if (position == start) return position;
    if (is_ipv6) {
        if (position == text.size() || text[position] != ']') return position;
        ++position;
    }
    if (position == text.size()) return std::string_view::npos;
    if (text[position] != ':') return position;

    const std::size_t colon = position++;
    std::uint32_t port = 0;
    for (; position < text.size() && ascii::is_digit(text[position]) && port <= last_port; ++position) {
        port = port * 10 + static_cast<std::uint32_t>(text[position] - '0');
    }
    if (port == 0 || port > last_port) return colon;
    return position == text.size() ? std::string_view::npos : position;
}

/// Adds an error if `text` is not an address. `part` is the name of the text in the error.
TC3_NOINLINE constexpr void check_address(first_error& errors, part_name part, const std::string_view& text) noexcept {
    const std::size_t position = find_address_error(text);
    if (position != std::string_view::npos) errors.add(errc::forbidden_character, part, position);
}

}  // namespace tc3::inline v0_1

// ---- tc3/validation/credential_rules.hpp ----------------------------------------------------------------------------

// What a secret id and a secret key may hold.

namespace tc3::inline v0_1 {

/// Returns whether the Authorization header can hold a character within a secret id: visible ASCII without '/' and ','.
[[nodiscard]] constexpr bool is_secret_id_character(char c) noexcept { return ascii::is_visible(c) && c != '/' && c != ','; }

inline constexpr text_rule secret_id_rule{.part = "secret id", .required = true, .trimmed = true, .allowed = is_secret_id_character};
inline constexpr text_rule secret_key_rule{.part = "secret key", .required = true, .trimmed = true};

/// Validates a secret id.
///
/// Errors: missing, untrimmed, or forbidden_character for what would break the Authorization header.
[[nodiscard]] constexpr result<void, error> validate_secret_id(std::string_view secret_id) noexcept {
    first_error errors;
    errors.check_text(secret_id_rule, secret_id);
    return errors.to_result();
}

/// Validates a secret key. It is never sent, so any byte is allowed.
///
/// Errors: missing, or untrimmed for a key that was pasted with blanks or a line end.
[[nodiscard]] constexpr result<void, error> validate_secret_key(std::string_view secret_key) noexcept {
    first_error errors;
    errors.check_text(secret_key_rule, secret_key);
    return errors.to_result();
}

}  // namespace tc3::inline v0_1

// ---- tc3/validation/header_rules.hpp --------------------------------------------------------------------------------

// What a header may hold, and which headers a signed request must have (docs/tc3-signing.md 1.2).

namespace tc3::inline v0_1 {

inline constexpr text_rule header_name_rule{.part = "header name", .required = true, .allowed = ascii::is_token};
inline constexpr text_rule header_value_rule{.part = "header value", .utf8 = true, .allowed = ascii::is_field_value};
inline constexpr text_rule signed_content_type_rule{.part = "content type", .required = true};
inline constexpr text_rule signed_host_rule{.part = "host", .required = true, .allowed = ascii::is_visible};

/// Adds an error if the name is not a token, or the value holds a control character or is not UTF-8. Blanks around the name are allowed.
constexpr void check_header(first_error& errors, const http::header& header) noexcept {
    const std::string_view name = ascii::trim(header.name);
    errors.check_text(header_name_rule, name, static_cast<std::size_t>(name.data() - header.name.data()));
    errors.check_value(header_value_rule, header.name, header.value);
}

/// Validates one header: a valid one cannot break out of its line.
///
/// Errors: missing, forbidden_character or invalid_utf8, of "header name" or "header value". Blanks around name and value are allowed, as
/// the canonical request trims them.
/// Source: RFC 9110, 5.5 and 5.6.2; docs/tc3-signing.md 1.2.
[[nodiscard]] constexpr result<void, error> validate_header(const http::header& header) noexcept {
    first_error errors;
    check_header(errors, header);
    return errors.to_result();
}

/// Adds an error if a header is invalid, if two have one name, or if Content-Type or Host is missing or empty.
constexpr void check_signed_headers(first_error& errors, const http::header_set& headers) noexcept {
    std::string_view content_type;
    std::string_view host;
    for (std::size_t i = 0; i < headers.size(); ++i) {
        const http::header& header = headers[i];
        check_header(errors, header);
        for (std::size_t earlier = 0; earlier < i; ++earlier) {
            if (http::compare_names(headers[earlier].name, header.name) != 0) continue;
            errors.add(errc::duplicate, header_name_rule.part, ascii::trim(header.name));
        }
        if (http::compare_names(header.name, "content-type"sv) == 0) content_type = ascii::trim(header.value);
        if (http::compare_names(header.name, "host"sv) == 0) host = ascii::trim(header.value);
    }
    errors.check_text(signed_content_type_rule, content_type);
    errors.check_text(signed_host_rule, host);
}

}  // namespace tc3::inline v0_1

// ---- tc3/validation/scope_rules.hpp ---------------------------------------------------------------------------------

// What the parts of a credential scope may be (docs/tc3-signing.md 1.3).

namespace tc3::inline v0_1 {

/// The longest service name: a label of a host name, which DNS limits to 63 bytes.
inline constexpr std::size_t longest_service = 63;

[[nodiscard]] constexpr bool is_service_character(char c) noexcept { return ascii::is_alphanumeric(c) || c == '-'; }

inline constexpr text_rule service_rule{.part = "service", .required = true, .allowed = is_service_character};

/// Adds an error if the time is out of range, or the service is empty, too long, or holds other than letters, digits and '-'.
constexpr void check_scope(first_error& errors, const std::string_view& service, unix_time time) noexcept {
    if (!time.in_range()) errors.add(errc::out_of_range, "timestamp");
    errors.check_size(service_rule.part, service.size(), longest_service);
    errors.check_text(service_rule, service);
}

}  // namespace tc3::inline v0_1

// ---- tc3/validation/target_rules.hpp --------------------------------------------------------------------------------

// What the path and the query of a request may hold (docs/tc3-signing.md 1.2).

namespace tc3::inline v0_1 {

/// Returns whether the request line can hold a character within a path or query: no blank, control character or '#'.
[[nodiscard]] constexpr bool is_target_character(char c) noexcept { return c != ' ' && c != '#' && !ascii::is_control(c); }
[[nodiscard]] constexpr bool is_path_character(char c) noexcept { return c != '?'; }

inline constexpr text_rule canonical_uri_rule{.part = "canonical URI", .required = true, .utf8 = true, .allowed = is_target_character};
inline constexpr text_rule path_rule{.part = "canonical URI", .allowed = is_path_character};
inline constexpr text_rule query_rule{.part = "query", .utf8 = true, .allowed = is_target_character};

/// Adds an error if the URI is not an absolute path, or URI or query holds a character that the request line cannot hold.
constexpr void check_target(first_error& errors, const std::string_view& canonical_uri, const std::string_view& query) noexcept {
    const bool is_path = canonical_uri.empty() || canonical_uri.front() == '/';
    if (!is_path) errors.add(errc::forbidden_character, canonical_uri_rule.part);
    errors.check_text(canonical_uri_rule, canonical_uri);
    errors.check_text(path_rule, canonical_uri);
    errors.check_text(query_rule, query);
}

/// Validates path and query of a request. `query` has no '?'.
///
/// Errors: missing, forbidden_character or invalid_utf8, of "canonical URI" or "query".
[[nodiscard]] constexpr result<void, error> validate_target(std::string_view canonical_uri, std::string_view query) noexcept {
    first_error errors;
    check_target(errors, canonical_uri, query);
    return errors.to_result();
}

}  // namespace tc3::inline v0_1

// ---- tc3/signing/signature.hpp --------------------------------------------------------------------------------------

// A signature: 32 bytes, 64 lower-case hex digits on the wire.

namespace tc3::inline v0_1::signing {

struct signature {
    crypto::sha256_digest bytes{};

    /// Reads what a remote signer or a header says. Refuses all but 64 lower-case hex digits.
    [[nodiscard]] static constexpr result<signature, error> from_hex(std::string_view hex) noexcept {
        signature read;
        if (!tc3::from_hex(hex, read.bytes)) return unexpected(error{.code = errc::malformed, .part = "signature"});
        return read;
    }

    [[nodiscard]] constexpr std::array<char, 2 * crypto::sha256_digest_size> hex() const noexcept { return to_hex(bytes); }
};

/// Writes the 64 hex digits of a digest.
TC3_NOINLINE constexpr void write_digest(any_sink& out, const crypto::sha256_digest& digest) {
    const auto hex = to_hex(digest);
    out.append(std::string_view(hex.data(), hex.size()));
}

/// Compares in a time that does not depend on where the signatures differ: for the side that verifies them.
[[nodiscard]] constexpr bool equal_in_constant_time(const signature& a, const signature& b) noexcept {
    return tc3::equal_in_constant_time(bytes_view(a.bytes), bytes_view(b.bytes));
}

}  // namespace tc3::inline v0_1::signing

// ---- tc3/signing/canonical_request.hpp ------------------------------------------------------------------------------

// The canonical request: the exact text of an HTTP request that both sides hash (SPEC 1.2).

namespace tc3::inline v0_1::signing {

/// What TC3 signs of a request. All views are the caller's.
struct request_parts {
    http::method method = http::method::post;
    std::string_view canonical_uri = "/";  ///< always "/" for API 3.0; the path for gateways that sign it
    std::string_view query = {};           ///< exactly as sent, without '?'; empty for POST
    http::header_set headers = {};         ///< those to sign, in any order and case; Content-Type and Host among them
    crypto::sha256_digest hashed_payload = crypto::digest_of_nothing;  ///< see payload_hash()
};

/// Refuses what can't be signed: a header that would break out of its line, one that stands twice, a set without Content-Type or Host or
/// with an empty one, a URI or query with blanks or control characters, text that is not UTF-8. Sizes are make_request()'s affair.
[[nodiscard]] constexpr result<void, error> validate(const request_parts& parts) noexcept;

/// Adds the error that validate() returns.
constexpr void check_parts(first_error& errors, const request_parts& parts) noexcept;

/// Writes the canonical request. The parts must have passed validate(). Headers are written in byte order of their lower-case names;
/// they are looked for rather than sorted, which needs no memory and is quick for the dozen that there are.
template <sink S>
constexpr void write_canonical_request(S& out, const request_parts& parts);

/// The same text with the values of the query and of sensitive headers as "****": to be read by people.
template <sink S>
constexpr void write_masked_canonical_request(S& out, const request_parts& parts);

/// Writes the signed header names, lower-case, sorted, joined by ';'.
template <sink S>
constexpr void write_signed_headers(S& out, const http::header_set& headers);

/// The SHA-256 of the canonical request, which is streamed into the policy and never stands in memory. Checks the parts first.
template <crypto::sha256_policy Policy>
[[nodiscard]] constexpr result<crypto::sha256_digest, error> hash_canonical_request(const request_parts& parts, Policy& policy);

namespace detail {

/// The header whose lower-case name follows that of `previous` in byte order, or null. `previous` null: the first of all.
[[nodiscard]] constexpr const http::header* next_header(const http::header_set& headers, const http::header* previous) noexcept {
    const http::header* next = nullptr;
    for (std::size_t i = 0; i < headers.size(); ++i) {
        const http::header& field = headers[i];
        if (previous != nullptr && http::compare_names(field.name, previous->name) <= 0) continue;
        if (next == nullptr || http::compare_names(field.name, next->name) < 0) next = &field;
    }
    return next;
}

constexpr void write_masked_query(any_sink& out, std::string_view query) {
    while (!query.empty()) {
        const std::string_view pair = slice(query, 0, query.find('&'));
        query.remove_prefix(pair.size());
        const std::size_t equals = pair.find('=');
        if (equals != std::string_view::npos) out.append(slice(pair, 0, equals + 1));
        out.append(http::mask);  // a pair without '=' may be a value as well
        if (!query.empty()) {
            out.append("&");
            query.remove_prefix(1);
        }
    }
}

// Content-Type is the one value that stands as it is: the manual lower-cases all values, but every SDK signs this one verbatim, and
// only so can a multipart boundary with capitals be signed. The two rules agree on lower-case content types: send those.
constexpr void write_canonical_value(any_sink& out, const http::header& field) {
    const std::string_view value = ascii::trim(field.value);
    if (http::compare_names(field.name, "content-type"sv) == 0) {
        out.append(value);
    } else {
        write_lower(out, value);
    }
}

constexpr void write_signed_headers(any_sink& out, const http::header_set& headers) {
    for (const http::header* field = next_header(headers, nullptr); field != nullptr;) {
        write_lower(out, ascii::trim(field->name));
        field = next_header(headers, field);
        if (field != nullptr) out.append(";");
    }
}

template <http::visibility Shown>
constexpr void write_canonical_request(any_sink& out, const request_parts& parts) {
    constexpr bool masked = Shown == http::visibility::masked;
    out.append(http::name_of(parts.method));
    out.append("\n");
    out.append(parts.canonical_uri);
    out.append("\n");
    if constexpr (masked) {
        write_masked_query(out, parts.query);
    } else {
        out.append(parts.query);
    }
    out.append("\n");
    for (const http::header* field = next_header(parts.headers, nullptr); field != nullptr; field = next_header(parts.headers, field)) {
        write_lower(out, ascii::trim(field->name));
        out.append(":");
        if (masked && http::is_sensitive(*field)) {
            out.append(http::mask);
        } else {
            write_canonical_value(out, *field);
        }
        out.append("\n");
    }
    out.append("\n");
    write_signed_headers(out, parts.headers);
    out.append("\n");
    write_digest(out, parts.hashed_payload);
}

/// Of an unchecked request. False: the policy failed.
template <crypto::sha256_policy Policy>
[[nodiscard]] constexpr bool hash_canonical_request_into(crypto::sha256_digest& digest, const request_parts& parts, Policy& policy) {
    crypto::hash_sink hash(policy);
    signing::write_canonical_request(hash, parts);
    return hash.finish_into(digest);
}

}  // namespace detail

constexpr void check_parts(first_error& errors, const request_parts& parts) noexcept {
    check_target(errors, parts.canonical_uri, parts.query);
    check_signed_headers(errors, parts.headers);
}

constexpr result<void, error> validate(const request_parts& parts) noexcept {
    first_error errors;
    check_parts(errors, parts);
    return errors.to_result();
}

template <sink S>
constexpr void write_canonical_request(S& out, const request_parts& parts) {
    sink_adapter to(out);
    detail::write_canonical_request<http::visibility::plain>(to, parts);
}

template <sink S>
constexpr void write_masked_canonical_request(S& out, const request_parts& parts) {
    sink_adapter to(out);
    detail::write_canonical_request<http::visibility::masked>(to, parts);
}

template <sink S>
constexpr void write_signed_headers(S& out, const http::header_set& headers) {
    sink_adapter to(out);
    detail::write_signed_headers(to, headers);
}

template <crypto::sha256_policy Policy>
constexpr result<crypto::sha256_digest, error> hash_canonical_request(const request_parts& parts, Policy& policy) {
    if (const auto valid = validate(parts); !valid) return unexpected(valid.error());
    crypto::sha256_digest digest{};
    if (detail::hash_canonical_request_into(digest, parts, policy)) return digest;
    return unexpected(error{.code = errc::crypto_failed, .part = "signature"});
}

}  // namespace tc3::inline v0_1::signing

// ---- tc3/signing/credential.hpp -------------------------------------------------------------------------------------

// Who signs: a secret id, its secret key and, with temporary keys, a session token, always taken as one snapshot.

namespace tc3::inline v0_1 {

/// A credential that lives elsewhere.
struct credential_view {
    std::string_view secret_id;
    std::string_view secret_key = {};  ///< may be missing where another signer is used
    std::string_view token = {};       ///< with temporary keys only; sent, not signed
};

/// A credential that owns its text; key and token are wiped when it dies.
struct credential {
    std::string secret_id;
    secret secret_key = {};
    secret token = {};

    [[nodiscard]] credential_view view() const& noexcept TC3_LIFETIMEBOUND { return {secret_id, secret_key.view(), token.view()}; }
    credential_view view() const&& = delete;
};

}  // namespace tc3::inline v0_1

// ---- tc3/signing/scope.hpp ------------------------------------------------------------------------------------------

// The credential scope `<date>/<service>/tc3_request`: the day and service that a signature is good for (SPEC 1.3).

namespace tc3::inline v0_1::signing {

inline constexpr std::string_view algorithm = "TC3-HMAC-SHA256";
inline constexpr std::string_view scope_terminator = "tc3_request";

/// A scope whose texts live elsewhere. Letters of the service are lower-cased where it is written, as the server refuses others (SPEC 3.2).
struct scope_view {
    std::string_view date;
    std::string_view service;

    template <sink S>
    constexpr void write(S& out) const {
        out.append(date);
        out.append("/");
        write_lower(out, service);
        out.append("/");
        out.append(scope_terminator);
    }
};

/// A day and a service. Holds both, so it may outlive what it was made from.
class credential_scope {
public:
    constexpr credential_scope() noexcept = default;

    /// Refuses a time out of range and a service that is empty or holds more than letters, digits and '-'. Letters are lower-cased.
    [[nodiscard]] static constexpr result<credential_scope, error> make(std::string_view service, unix_time time) noexcept {
        first_error errors;
        check_scope(errors, service, time);
        return errors.to_result([&] { return of_valid(service, time); });
    }
    /// The same of a service and a time that make() is known to take. Others give a scope that the server refuses.
    [[nodiscard]] static constexpr credential_scope of_valid(std::string_view service, unix_time time) noexcept {
        return credential_scope(service, time);
    }

    [[nodiscard]] constexpr const utc_date& date() const& noexcept TC3_LIFETIMEBOUND { return date_; }
    const utc_date& date() const&& = delete;
    [[nodiscard]] constexpr std::string_view service() const& noexcept TC3_LIFETIMEBOUND { return service_.view(); }
    std::string_view service() const&& = delete;

    [[nodiscard]] constexpr scope_view view() const& noexcept TC3_LIFETIMEBOUND { return {date_.view(), service_.view()}; }
    scope_view view() const&& = delete;

    template <sink S>
    constexpr void write(S& out) const {
        view().write(out);
    }

    friend constexpr bool operator==(const credential_scope&, const credential_scope&) noexcept = default;

private:
    constexpr credential_scope(std::string_view service, unix_time time) noexcept : date_(time), service_(service, ascii::to_lower) {}

    utc_date date_;
    fixed_text<longest_service> service_;
};

/// Validates that a signing key with the scope `of_key` may sign a request with the scope `of_request`.
///
/// Errors: wrong_scope, of "timestamp" for another day and of "service" for another service.
[[nodiscard]] constexpr result<void, error> validate_scope(const credential_scope& of_key, const credential_scope& of_request) noexcept {
    if (of_key.date() != of_request.date()) return unexpected(error{.code = errc::wrong_scope, .part = "timestamp"});
    if (of_key != of_request) return unexpected(error{.code = errc::wrong_scope, .part = "service"});
    return {};
}

/// Returns the service that a host names, the label before its first dot. Returns "" for a host without a dot and for an IPv4 address.
[[nodiscard]] constexpr std::string_view service_label(std::string_view host TC3_LIFETIMEBOUND) noexcept {
    const std::size_t dot = ascii::find(host, '.');
    if (dot == std::string_view::npos) return {};
    const bool is_address = ascii::find_not(host, ascii::is_digit) == dot;
    return slice(host, 0, is_address ? 0 : dot);
}

/// The service that a host names: what stands before its first dot. Refuses a host without a dot, and an address, rather than sign a guess.
[[nodiscard]] constexpr result<std::string_view, error> service_of_host(std::string_view host TC3_LIFETIMEBOUND) noexcept {
    const std::string_view label = service_label(host);
    if (label.empty()) return unexpected(error{.code = errc::missing, .part = "service"});
    return label;
}

}  // namespace tc3::inline v0_1::signing

// ---- tc3/signing/signing_key.hpp ------------------------------------------------------------------------------------

// The signing key, derived from the secret key for one UTC day and one service, and the signature made with it (SPEC 1.4).

namespace tc3::inline v0_1::signing {

namespace detail {

/// Puts the HMAC of a step of the derivation in the place of the key that made it. False: the policy failed.
template <crypto::sha256_policy Policy>
[[nodiscard]] TC3_NOINLINE constexpr bool derive_next(crypto::hmac_key& key, const std::string_view& step, Policy& policy) {
    crypto::sha256_digest next{};
    const bool ok = crypto::hmac_sha256_of<longest_service>(next, key, policy, [&step](auto& message) { write_lower(message, step); });
    if (ok) key.assign(next);
    wipe(next);
    return ok;
}

/// Derives the key of a day and a service from a valid secret key. False: the policy failed.
template <crypto::sha256_policy Policy>
[[nodiscard]] constexpr bool derive(crypto::hmac_key& key, const std::string_view& secret_key, const scope_view& scope, Policy& policy) {
    return key.assign("TC3"sv, secret_key, policy) && derive_next(key, scope.date, policy) && derive_next(key, scope.service, policy) &&
           derive_next(key, scope_terminator, policy);
}

}  // namespace detail

/// A derived key, good for its scope; it may be kept for the day. Wiped when it dies.
/// Whoever has it can sign as the account until midnight UTC: guard it like the secret key.
class signing_key {
public:
    constexpr signing_key(const credential_scope& scope, const crypto::sha256_digest& bytes) noexcept : scope_(scope), bytes_(bytes) {}
    constexpr signing_key(const signing_key&) noexcept = default;
    constexpr signing_key& operator=(const signing_key&) noexcept = default;
    constexpr ~signing_key() { wipe(bytes_.data(), bytes_.size()); }

    [[nodiscard]] constexpr const credential_scope& scope() const& noexcept TC3_LIFETIMEBOUND { return scope_; }
    const credential_scope& scope() const&& = delete;
    /// The 32 bytes, for a store or an engine of your own. May hold any byte, 0x00 and 0x0A included.
    [[nodiscard]] constexpr const crypto::sha256_digest& bytes() const& noexcept TC3_LIFETIMEBOUND { return bytes_; }
    const crypto::sha256_digest& bytes() const&& = delete;

    /// See derive_signing_key().
    template <crypto::sha256_policy Policy>
    [[nodiscard]] static constexpr result<signing_key, error> derive(const credential_view& who, const credential_scope& scope,
                                                                     Policy& policy);

private:
    constexpr signing_key(const credential_scope& scope, const crypto::hmac_key& key) noexcept : scope_(scope) {
        for (std::size_t i = 0; i < bytes_.size(); ++i) bytes_[i] = key.block()[i];
    }

    credential_scope scope_;
    crypto::sha256_digest bytes_;
};

/// Derives the key: HMACs of date, service and "tc3_request", chained from "TC3" + secret key. Costs eight short hashes.
/// Fails for an unusable secret key, and with errc::crypto_failed when the policy does.
template <class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] constexpr result<signing_key, error> derive_signing_key(const credential_view& who, const credential_scope& scope,
                                                                      Policy&& policy = Policy{}) {
    return signing_key::derive(who, scope, policy);
}

/// Signs a text, which is not looked into: one of another scope gets a signature that the service refuses. sign(key, prepared) in
/// authorization.hpp tells beforehand. Fails with errc::crypto_failed when the policy does.
template <class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] constexpr result<signature, error> sign(const signing_key& key, std::string_view string_to_sign, Policy&& policy = Policy{}) {
    crypto::hmac_key padded;
    padded.assign(key.bytes());
    const auto digest = crypto::hmac_sha256(padded, string_to_sign, policy);
    if (!digest) return unexpected(error{.code = errc::crypto_failed, .part = "signature"});
    return signature{*digest};
}

// The key is made in the very place that is returned: whatever it passed through would have to be wiped.
template <crypto::sha256_policy Policy>
constexpr result<signing_key, error> signing_key::derive(const credential_view& who, const credential_scope& scope, Policy& policy) {
    if (const auto valid = validate_secret_key(who.secret_key); !valid) return unexpected(valid.error());
    if (scope.service().empty()) return unexpected(error{.code = errc::missing, .part = "service"});

    crypto::hmac_key key;
    if (!detail::derive(key, who.secret_key, scope.view(), policy)) {
        return unexpected(error{.code = errc::crypto_failed, .part = "signature"});
    }
    return {made_in_place, [&] { return signing_key(scope, key); }};
}

}  // namespace tc3::inline v0_1::signing

// ---- tc3/signing/string_to_sign.hpp ---------------------------------------------------------------------------------

// The string to sign: algorithm, time, credential scope and the hash of the canonical request (docs/tc3-signing.md 1.3).

namespace tc3::inline v0_1::signing {

/// The longest string to sign: 15 + 12 + (10 + 1 + 63 + 1 + 11) + 64 characters and three line ends.
inline constexpr std::size_t longest_string_to_sign = 180;

/// A string to sign that holds its text. It contains no secret and may be sent to a remote signer.
using string_to_sign = fixed_text<longest_string_to_sign>;

/// Writes the string to sign. `time` must be a time within the date of `scope`.
template <sink S>
constexpr void write_string_to_sign(S& out, unix_time time, const credential_scope& scope,
                                    const crypto::sha256_digest& hashed_canonical_request);

namespace detail {

constexpr void write_string_to_sign(any_sink& out, unix_time time, const scope_view& scope,
                                    const crypto::sha256_digest& hashed_canonical_request) {
    out.append(algorithm);
    out.append("\n");
    write_decimal(out, time.seconds);
    out.append("\n");
    scope.write(out);
    out.append("\n");
    write_digest(out, hashed_canonical_request);
}

}  // namespace detail

template <sink S>
constexpr void write_string_to_sign(S& out, unix_time time, const credential_scope& scope,
                                    const crypto::sha256_digest& hashed_canonical_request) {
    any_sink_of<S> to(out);
    detail::write_string_to_sign(to, time, scope.view(), hashed_canonical_request);
}

}  // namespace tc3::inline v0_1::signing

// ---- tc3/signing/authorization.hpp ----------------------------------------------------------------------------------

// The Authorization header (docs/tc3-signing.md 1.5): in one step, or in two where the signature is made elsewhere.

namespace tc3::inline v0_1::signing {

/// The value of the Authorization header of a request that is not signed, as for sts:AssumeRoleWithWebIdentity.
inline constexpr std::string_view skip_authorization = "SKIP";

/// What a signer signs: the string to sign with its scope, and what explains it.
///
/// Lifetime: `signed_headers` refers to the headers of the caller.
struct signing_request {
    signing::string_to_sign string_to_sign;
    credential_scope scope;
    http::header_set signed_headers;
    crypto::sha256_digest hashed_canonical_request;
};

/// An Authorization header as a value; write() writes its text.
///
/// Lifetime: `secret_id` and `signed_headers` refer to the caller's memory, which must live until the header is written. Do not pass a
/// temporary string or array to the function that returns this.
struct authorization_value {
    std::string_view secret_id;
    credential_scope scope;
    http::header_set signed_headers;
    signing::signature signature;

    /// Writes `TC3-HMAC-SHA256 Credential=..., SignedHeaders=..., Signature=...`.
    template <sink S>
    constexpr void write(S& out) const;
    /// Returns the length of the text.
    [[nodiscard]] constexpr std::size_t size() const noexcept {
        counting_sink count;
        write(count);
        return count.size();
    }
};

/// Makes the Authorization header of a request with a key that is derived for this request. `time` is the value of X-TC-Timestamp.
///
/// Errors: those of make_signing_request(); an unusable secret id or secret key; crypto_failed.
/// Cost: no allocation; 22 SHA-256 compressions for a usual request, half of them for the key.
/// Source: docs/tc3-signing.md 1.2-1.5; manual, "Signature v3".
template <class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] constexpr result<authorization_value, error> authorization(const request_parts& parts, std::string_view service,
                                                                         unix_time time, const credential_view& credential,
                                                                         Policy&& policy = Policy{});

/// Makes the Authorization header of a request with a key that is kept for the day. The service is that of the key.
///
/// Errors: those of make_signing_request(); wrong_scope for a key of another UTC day; an unusable secret id; crypto_failed.
template <class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] constexpr result<authorization_value, error> authorization(const request_parts& parts, unix_time time, const signing_key& key,
                                                                         std::string_view secret_id, Policy&& policy = Policy{});

/// Writes what authorization() returns, with the least stack and code. Writes nothing if it fails.
template <sink S, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] constexpr result<void, error> write_authorization(S& out, const request_parts& parts, std::string_view service,
                                                                unix_time time, const credential_view& credential,
                                                                Policy&& policy = Policy{});

/// Makes what a signer signs: the first of two steps. `time` is the value of X-TC-Timestamp.
///
/// Errors: those of validate(parts); a time out of range; an unusable service; crypto_failed.
template <class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] constexpr result<signing_request, error> make_signing_request(const request_parts& parts, std::string_view service,
                                                                            unix_time time, Policy&& policy = Policy{});

/// Signs a request with a key.
///
/// Errors: wrong_scope for a key of another day or service; crypto_failed.
template <class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] constexpr result<signature, error> sign(const signing_key& key, const signing_request& request, Policy&& policy = Policy{});

/// Makes the Authorization header from a signature: the second of two steps.
///
/// Errors: an unusable secret id.
[[nodiscard]] constexpr result<authorization_value, error> make_authorization(const signing_request& request, std::string_view secret_id,
                                                                              const signature& signature) noexcept;

/// Writes an Authorization header up to its signature, 64 hex digits that follow. The arguments must be valid.
template <sink S>
constexpr void write_unsigned_authorization(S& out, const std::string_view& secret_id, const scope_view& scope,
                                            const http::header_set& signed_headers);

/// Signs parts that are valid, with a key that is derived from a valid secret key. Returns false if the policy fails.
///
/// Cost: less stack than authorization(), since nothing is copied.
template <crypto::sha256_policy Policy>
[[nodiscard]] constexpr bool sign_valid_parts(crypto::sha256_digest& signature, const request_parts& parts, std::string_view service,
                                              unix_time time, std::string_view secret_key, Policy& policy);

namespace detail {

constexpr void write_unsigned_authorization(any_sink& out, const std::string_view& secret_id, const scope_view& scope,
                                            const http::header_set& signed_headers) {
    out.append(algorithm);
    out.append(" Credential=");
    out.append(secret_id);
    out.append("/");
    scope.write(out);
    out.append(", SignedHeaders=");
    write_signed_headers(out, signed_headers);
    out.append(", Signature=");
}

/// Checks all that a signature is made of, except the credential.
TC3_NOINLINE constexpr void check_request(first_error& errors, const request_parts& parts, std::string_view service,
                                          unix_time time) noexcept {
    check_scope(errors, service, time);
    check_parts(errors, parts);
}

/// Signs the hash of a canonical request. `signature` and `hashed_canonical_request` may be one object. Returns false if the policy fails.
template <crypto::sha256_policy Policy>
[[nodiscard]] constexpr bool sign_hash(crypto::sha256_digest& signature, const crypto::hmac_key& key, unix_time time,
                                       const scope_view& scope, const crypto::sha256_digest& hashed_canonical_request, Policy& policy) {
    return crypto::hmac_sha256_of<longest_string_to_sign>(signature, key, policy, [&](auto& message) {
        sink_adapter to(message);
        write_string_to_sign(to, time, scope, hashed_canonical_request);
    });
}

/// Derives the key of valid parts and signs them. Returns false if the policy fails.
template <crypto::sha256_policy Policy>
[[nodiscard]] TC3_NOINLINE constexpr bool derive_and_sign(crypto::sha256_digest& signature, const request_parts& parts,
                                                          std::string_view service, unix_time time, std::string_view secret_key,
                                                          Policy& policy) {
    const utc_date date(time);
    const scope_view scope{date.view(), service};
    crypto::hmac_key key;
    return hash_canonical_request_into(signature, parts, policy) && derive(key, secret_key, scope, policy) &&
           sign_hash(signature, key, time, scope, signature, policy);
}

/// Checks everything and signs. Returns false with the reason in `errors`.
template <crypto::sha256_policy Policy>
[[nodiscard]] TC3_NOINLINE constexpr bool check_and_sign(crypto::sha256_digest& signature, first_error& errors, const request_parts& parts,
                                                         std::string_view service, unix_time time, const credential_view& credential,
                                                         Policy& policy) {
    errors.check_text(secret_id_rule, credential.secret_id);
    check_request(errors, parts, service, time);
    errors.check_text(secret_key_rule, credential.secret_key);
    if (!errors.ok()) return false;
    if (!derive_and_sign(signature, parts, service, time, credential.secret_key, policy)) errors.add(errc::crypto_failed, "signature");
    return errors.ok();
}

}  // namespace detail

template <sink S>
constexpr void write_unsigned_authorization(S& out, const std::string_view& secret_id, const scope_view& scope,
                                            const http::header_set& signed_headers) {
    any_sink_of<S> to(out);
    detail::write_unsigned_authorization(to, secret_id, scope, signed_headers);
}

template <sink S>
constexpr void authorization_value::write(S& out) const {
    any_sink_of<S> to(out);
    detail::write_unsigned_authorization(to, secret_id, scope.view(), signed_headers);
    write_digest(to, signature.bytes);
}

template <crypto::sha256_policy Policy>
constexpr bool sign_valid_parts(crypto::sha256_digest& signature, const request_parts& parts, std::string_view service, unix_time time,
                                std::string_view secret_key, Policy& policy) {
    return detail::derive_and_sign(signature, parts, service, time, secret_key, policy);
}

template <class Policy>
    requires crypto::sha256_policy<Policy>
constexpr result<authorization_value, error> authorization(const request_parts& parts, std::string_view service, unix_time time,
                                                           const credential_view& credential, Policy&& policy) {
    first_error errors;
    crypto::sha256_digest signature{};
    static_cast<void>(detail::check_and_sign(signature, errors, parts, service, time, credential, policy));
    return errors.to_result(
        [&] { return authorization_value{credential.secret_id, credential_scope::of_valid(service, time), parts.headers, {signature}}; });
}

template <class Policy>
    requires crypto::sha256_policy<Policy>
constexpr result<authorization_value, error> authorization(const request_parts& parts, unix_time time, const signing_key& key,
                                                           std::string_view secret_id, Policy&& policy) {
    first_error errors;
    errors.check_text(secret_id_rule, secret_id);
    detail::check_request(errors, parts, key.scope().service(), time);
    if (utc_date(time) != key.scope().date()) errors.add(errc::wrong_scope, "timestamp");

    signing::signature signature;
    crypto::hmac_key padded_key;
    padded_key.assign(key.bytes());
    if (errors.ok() && !(detail::hash_canonical_request_into(signature.bytes, parts, policy) &&
                         detail::sign_hash(signature.bytes, padded_key, time, key.scope().view(), signature.bytes, policy))) {
        errors.add(errc::crypto_failed, "signature");
    }
    return errors.to_result([&] { return authorization_value{secret_id, key.scope(), parts.headers, signature}; });
}

template <sink S, class Policy>
    requires crypto::sha256_policy<Policy>
constexpr result<void, error> write_authorization(S& out, const request_parts& parts, std::string_view service, unix_time time,
                                                  const credential_view& credential, Policy&& policy) {
    first_error errors;
    crypto::sha256_digest signature{};
    if (!detail::check_and_sign(signature, errors, parts, service, time, credential, policy)) return errors.to_result();
    const utc_date date(time);
    any_sink_of<S> to(out);
    detail::write_unsigned_authorization(to, credential.secret_id, {date.view(), service}, parts.headers);
    write_digest(to, signature);
    return {};
}

template <class Policy>
    requires crypto::sha256_policy<Policy>
constexpr result<signing_request, error> make_signing_request(const request_parts& parts, std::string_view service, unix_time time,
                                                              Policy&& policy) {
    first_error errors;
    detail::check_request(errors, parts, service, time);
    crypto::sha256_digest hash{};
    if (errors.ok() && !detail::hash_canonical_request_into(hash, parts, policy)) errors.add(errc::crypto_failed, "signature");
    return errors.to_result([&] {
        signing_request request{.string_to_sign = {},
                                .scope = credential_scope::of_valid(service, time),
                                .signed_headers = parts.headers,
                                .hashed_canonical_request = hash};
        write_string_to_sign(request.string_to_sign, time, request.scope, hash);
        return request;
    });
}

template <class Policy>
    requires crypto::sha256_policy<Policy>
constexpr result<signature, error> sign(const signing_key& key, const signing_request& request, Policy&& policy) {
    if (const auto valid = validate_scope(key.scope(), request.scope); !valid) return unexpected(valid.error());
    return sign(key, request.string_to_sign.view(), policy);
}

constexpr result<authorization_value, error> make_authorization(const signing_request& request, std::string_view secret_id,
                                                                const signature& signature) noexcept {
    if (const auto valid = validate_secret_id(secret_id); !valid) return unexpected(valid.error());
    return authorization_value{secret_id, request.scope, request.signed_headers, signature};
}

}  // namespace tc3::inline v0_1::signing

// ---- tc3/signing/parse_authorization.hpp ----------------------------------------------------------------------------

// An Authorization header taken apart, and the headers that it says were signed: for whoever has a request that is signed already.

namespace tc3::inline v0_1::signing {

/// What an Authorization header says.
struct parsed_authorization {
    std::string_view secret_id;
    std::string_view date;
    std::string_view service;
    std::string_view signed_headers;  ///< as sent: lower-case names joined by ';'
    signing::signature signature;
};

/// Reads an Authorization header strictly: these parts in this order. Refuses all else with errc::malformed.
[[nodiscard]] constexpr result<parsed_authorization, error> parse_authorization(std::string_view value) noexcept;

/// The most headers that a request may have signed, where the signature is verified.
inline constexpr std::size_t most_signed_headers = 32;

namespace detail {

/// Digits only, as the string to sign has them: no sign, no blank, no leading zero. Twelve digits reach the year 9999.
[[nodiscard]] constexpr bool read_timestamp(std::string_view text, unix_time& time) noexcept {
    if (text.empty() || text.size() > 12 || ascii::find_not(text, ascii::is_digit) != std::string_view::npos) return false;
    if (text.front() == '0' && text.size() > 1) return false;
    time.seconds = 0;
    for (const char c : text) time.seconds = time.seconds * 10 + (c - '0');
    return time.in_range();
}

/// The headers that a request signed, in the order of its list.
struct signed_header_set {
    std::array<http::header, most_signed_headers> headers{};
    std::size_t size = 0;

    [[nodiscard]] constexpr std::span<const http::header> view() const noexcept { return {headers.data(), size}; }
};

/// Picks the signed headers from those sent. The list must be the very one that a signer writes, lower-case and in byte order: any other
/// spelling of it is not what was signed.
[[nodiscard]] constexpr bool pick_signed_headers(std::string_view names, std::span<const http::header> sent,
                                                 signed_header_set& picked) noexcept {
    text_scanner list(names);
    std::string_view previous;
    for (bool is_last = false; !is_last;) {
        const auto followed = list.take_until(";");
        is_last = !followed;
        const std::string_view name = is_last ? list.rest() : *followed;
        const bool is_lower = ascii::find_not(name, [](char c) { return !ascii::is_upper(c); }) == std::string_view::npos;
        if (!is_lower || name <= previous) return false;
        previous = name;
        const http::header* header = http::find_single_header(sent, name);
        if (header == nullptr || picked.size == picked.headers.size()) return false;
        picked.headers[picked.size++] = *header;
    }
    return true;
}

}  // namespace detail

constexpr result<parsed_authorization, error> parse_authorization(std::string_view value) noexcept {
    const auto malformed = unexpected(error{.code = errc::malformed, .part = "header value", .name = "Authorization"});
    text_scanner text(value);
    if (!text.skip(algorithm) || !text.skip(" Credential=")) return malformed;
    const auto secret_id = text.take_until("/");
    const auto date = text.take_until("/");
    const auto service = text.take_until("/");
    if (!secret_id || !date || !service || service->empty() || !validate_secret_id(*secret_id)) return malformed;
    if (!text.skip(scope_terminator) || !text.skip(", SignedHeaders=")) return malformed;
    const auto signed_headers = text.take_until(", Signature=");
    const auto signature = signature::from_hex(text.rest());
    if (!signed_headers || !signature) return malformed;
    return parsed_authorization{*secret_id, *date, *service, *signed_headers, *signature};
}

}  // namespace tc3::inline v0_1::signing

// ---- tc3/signing/payload_hash.hpp -----------------------------------------------------------------------------------

// The hashed payload: the last line of the canonical request (SPEC 1.2).

namespace tc3::inline v0_1::signing {

/// What stands in X-TC-Content-SHA256, and is hashed in place of the body, when the body is not signed.
inline constexpr std::string_view unsigned_payload = "UNSIGNED-PAYLOAD";

/// The hash of exactly the bytes to be sent; of the empty text for GET, and of `unsigned_payload` where the body is not signed.
template <class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] constexpr result<crypto::sha256_digest, error> payload_hash(std::string_view payload, Policy&& policy = Policy{}) {
    crypto::hash_sink hash(policy);
    hash.append(payload);
    crypto::sha256_digest digest{};
    if (!hash.finish_into(digest)) return {unexpect, error{.code = errc::crypto_failed, .part = "body"}};
    return digest;
}

}  // namespace tc3::inline v0_1::signing

// ---- tc3/signing/signer.hpp -----------------------------------------------------------------------------------------

// Who makes the signature: this process from a secret key, or something that keeps the key to itself (secure element, HSM, signing server).

namespace tc3::inline v0_1::signing {

/// Names the secret id that the signature belongs to.
template <class Signer>
concept has_secret_id = requires(const Signer& signer) {
    { signer.secret_id() } -> std::convertible_to<std::string_view>;
};

/// Signs the string to sign of a prepared request: `sign(prepared) -> result<signature, error>`.
template <class Signer>
concept has_sign = requires(Signer& signer, const signing_request& request) {
    { signer.sign(request) } -> std::same_as<result<signature, error>>;
};

template <class Signer>
concept signer = has_secret_id<std::remove_reference_t<Signer>> && has_sign<std::remove_reference_t<Signer>>;

/// Signs with a secret key in this process. Derives the key anew each time; keep a signing_key yourself where eight hashes matter.
/// Id, key and policy are the caller's and must outlive it.
template <crypto::sha256_policy Policy>
class credential_signer {
public:
    constexpr credential_signer(const credential_view& who, Policy& policy) noexcept : credential_(who), policy_(policy) {}

    [[nodiscard]] constexpr std::string_view secret_id() const noexcept { return credential_.secret_id; }

    [[nodiscard]] constexpr result<signature, error> sign(const signing_request& request) {
        const auto key = derive_signing_key(credential_, request.scope, policy_);
        if (!key) return unexpected(key.error());
        return signing::sign(*key, request, policy_);
    }

private:
    credential_view credential_;
    Policy& policy_;
};

}  // namespace tc3::inline v0_1::signing

// ---- tc3/signing/explain.hpp ----------------------------------------------------------------------------------------

// Every step of a signature as text, to hold against the API Explorer or another signer when the service says SignatureFailure.

namespace tc3::inline v0_1::signing {

/// Writes canonical request, its hash, string to sign, signature and Authorization header, as they were computed for this very request.
/// Masked are: the values of the query and of sensitive headers, the middle of the secret id, all but eight digits of the signature.
/// The secret key and what is derived from it never appear; a body appears as its hash only. Fails as prepare() and the signer do.
template <sink S, signer Signer, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] constexpr result<void, error> explain(S& out, const request_parts& parts, std::string_view service, unix_time time,
                                                    Signer&& who, Policy&& policy = Policy{});

/// The same for a request that is signed already, from what it says itself: shows which bytes its signature stands for. Needs no key.
/// Fails for a request that has no Authorization header, or one that does not fit its other headers.
template <sink S, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] constexpr result<void, error> explain(S& out, const http::request_view& request, Policy&& policy = Policy{});

namespace detail {

/// Moves every line two blanks to the right.
template <sink S>
class indented_sink {
public:
    constexpr explicit indented_sink(S& out) : out_(out) {}
    constexpr ~indented_sink() { out_.append("\n"); }
    indented_sink(const indented_sink&) = delete;
    indented_sink& operator=(const indented_sink&) = delete;

    constexpr void append(const std::string_view& text) {
        for (const char c : text) {
            if (at_line_start_ && c != '\n') out_.append("  ");
            at_line_start_ = c == '\n';
            write_char(out_, c);
        }
    }

private:
    S& out_;
    bool at_line_start_ = true;
};

// The first and last four characters, if enough stay hidden between them.
[[nodiscard]] constexpr fixed_text<12> masked_id(std::string_view secret_id) noexcept {
    constexpr std::size_t shown = 4;
    if (secret_id.size() < 4 * shown) return fixed_text<12>(http::mask);
    fixed_text<12> masked(slice(secret_id, 0, shown));
    masked.append(http::mask);
    masked.append(slice(secret_id, secret_id.size() - shown));
    return masked;
}

template <sink S>
constexpr void write_masked_signature(S& out, const signature& made) {
    const auto hex = made.hex();
    out.append(std::string_view(hex.data(), 8));
    out.append(http::mask);
}

template <sink S>
constexpr void write_masked_authorization(S& out, const authorization_value& value) {
    const auto id = masked_id(value.secret_id);
    write_unsigned_authorization(out, id.view(), value.scope.view(), value.signed_headers);
    write_masked_signature(out, value.signature);
}

template <sink S, class Write>
constexpr void write_step(S& out, std::string_view title, Write write) {
    out.append(title);
    out.append("\n");
    indented_sink lines(out);
    write(lines);
}

template <sink S>
constexpr void write_steps(S& out, const request_parts& parts, const signing_request& request, const authorization_value& value) {
    write_step(out, "canonical request", [&](auto& lines) { write_masked_canonical_request(lines, parts); });
    write_step(out, "sha256 of the canonical request", [&](auto& lines) { write_hex(lines, request.hashed_canonical_request); });
    write_step(out, "string to sign", [&](auto& lines) { lines.append(request.string_to_sign.view()); });
    write_step(out, "signature", [&](auto& lines) { write_masked_signature(lines, value.signature); });
    write_step(out, "Authorization", [&](auto& lines) { write_masked_authorization(lines, value); });
}

/// All headers of a request in one array, Host included. `needed` tells whether they all had room.
struct header_array {
    std::array<http::header, 64> headers{};
    std::size_t needed = 0;

    constexpr explicit header_array(const http::request_view& request) noexcept {
        headers[needed++] = {"Host", request.host};
        for (const http::header field : request.headers) {
            if (needed < headers.size()) headers[needed] = field;
            ++needed;
        }
    }
    [[nodiscard]] constexpr bool complete() const noexcept { return needed <= headers.size(); }
    [[nodiscard]] constexpr std::span<const http::header> view() const noexcept {
        return {headers.data(), complete() ? needed : headers.size()};
    }
};

/// What a signed request claims to have signed: its parts, but for the payload, and its time.
struct claimed_parts {
    parsed_authorization authorization;
    signed_header_set headers;
    unix_time time;

    [[nodiscard]] constexpr result<void, error> read(std::span<const http::header> sent) noexcept {
        const http::header* header = http::find_single_header(sent, "authorization");
        const auto parsed = parse_authorization(header == nullptr ? std::string_view{} : header->value);
        if (!parsed) return unexpected(parsed.error());
        authorization = *parsed;
        const http::header* timestamp = http::find_single_header(sent, "x-tc-timestamp");
        if (timestamp == nullptr || !read_timestamp(timestamp->value, time)) {
            return unexpected(error{.code = errc::missing, .part = "timestamp"});
        }
        if (!pick_signed_headers(authorization.signed_headers, sent, headers)) {
            return unexpected(error{.code = errc::missing, .part = "header name"});
        }
        return {};
    }
};

[[nodiscard]] constexpr std::string_view query_of(std::string_view target) noexcept {
    const std::size_t question_mark = target.find('?');
    return question_mark == std::string_view::npos ? std::string_view{} : slice(target, question_mark + 1);
}

}  // namespace detail

template <sink S, signer Signer, class Policy>
    requires crypto::sha256_policy<Policy>
constexpr result<void, error> explain(S& out, const request_parts& parts, std::string_view service, unix_time time, Signer&& who,
                                      Policy&& policy) {
    const auto& secret_id = who.secret_id();  // may be a text of its own, which lives until the end
    if (const auto valid = validate_secret_id(secret_id); !valid) return valid;
    const auto request = make_signing_request(parts, service, time, policy);
    if (!request) return unexpected(request.error());
    const auto made = who.sign(*request);
    if (!made) return unexpected(made.error());
    const auto value = make_authorization(*request, secret_id, *made);
    if (!value) return unexpected(value.error());

    detail::write_steps(out, parts, *request, *value);
    return {};
}

template <sink S, class Policy>
    requires crypto::sha256_policy<Policy>
constexpr result<void, error> explain(S& out, const http::request_view& request, Policy&& policy) {
    const detail::header_array sent(request);
    if (!sent.complete()) {
        return unexpected(error{.code = errc::too_many, .part = "header name", .needed = sent.needed, .limit = sent.headers.size()});
    }
    detail::claimed_parts claimed;
    if (const auto read = claimed.read(sent.view()); !read) return read;
    const bool is_unsigned = request.headers.value_of("X-TC-Content-SHA256") == unsigned_payload;
    if (request.streamed_body != 0 && !is_unsigned) return unexpected(error{.code = errc::missing, .part = "body"});
    const auto payload = payload_hash(is_unsigned ? unsigned_payload : request.body, policy);
    if (!payload) return unexpected(payload.error());

    const request_parts parts{.method = request.method,
                              .canonical_uri = slice(request.target, 0, request.target.find('?')),
                              .query = detail::query_of(request.target),
                              .headers = claimed.headers.view(),
                              .hashed_payload = *payload};
    const auto again = make_signing_request(parts, claimed.authorization.service, claimed.time, policy);
    if (!again) return unexpected(again.error());
    // What is shown must be what stands in the request, not what should stand there.
    if (claimed.authorization.date != again->scope.date().view() || claimed.authorization.service != again->scope.service()) {
        return unexpected(error{.code = errc::wrong_scope, .part = "timestamp"});
    }
    const authorization_value value{claimed.authorization.secret_id, again->scope, parts.headers, claimed.authorization.signature};
    detail::write_steps(out, parts, *again, value);
    return {};
}

}  // namespace tc3::inline v0_1::signing

// ---- tc3/signing/verify_authorization.hpp ---------------------------------------------------------------------------

// The server's side of TC3: reads an Authorization header, computes the signature anew and says which part is wrong (SPEC 1.7).

namespace tc3::inline v0_1::signing {

/// Why a request is refused, in the order in which the parts are looked at.
enum class rejection : std::uint8_t {
    malformed_authorization,  ///< not `TC3-HMAC-SHA256 Credential=..., SignedHeaders=..., Signature=...`
    missing_timestamp,        ///< X-TC-Timestamp is absent or not a number of seconds
    skew,                     ///< the timestamp is too far from the server's clock
    scope_date,               ///< the date of the scope is not the timestamp's UTC date
    service,                  ///< the scope names another service than the one asked
    missing_signed_header,    ///< Content-Type or Host is not signed, a signed header was not sent, or the list is not as TC3 writes it
    unknown_key_id,           ///< nobody has that secret id
    payload,                  ///< the body is not the one that X-TC-Content-SHA256 declares, or a GET has one
    signature,                ///< all of the above fits, the signature does not: key, method, URI, query, a header or the body differs
    crypto_failed,            ///< the policy reported failure: nothing is known of the request
};

/// A request as it came in. Headers are all that were sent, Host included. All views are the caller's.
struct received_request {
    http::method method = http::method::post;
    std::string_view canonical_uri = "/";
    std::string_view query = {};
    std::span<const http::header> headers = {};
    std::string_view body = {};
};

/// What the server knows.
struct verify_options {
    unix_time now;                       ///< the server's clock
    std::string_view service = {};       ///< the service that is asked; empty: any
    std::int64_t longest_skew = 300;     ///< seconds between the two clocks, either way
    bool allow_unsigned_payload = true;  ///< whether X-TC-Content-SHA256 may say UNSIGNED-PAYLOAD
};

/// Who signed, and when. The views point into the request.
struct verified_request {
    std::string_view secret_id;
    std::string_view service;
    unix_time timestamp;
};

/// Verifies a request. `find_key(secret_id)` returns the secret key, as a std::string_view or something that converts to one, empty for an
/// unknown id. A header that TC3 reads counts as not sent when it was sent twice: nobody knows which of the two others go by.
/// Signatures are compared in constant time; no answer of this function tells how much of a signature fits.
template <class FindKey, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] constexpr result<verified_request, rejection> verify_authorization(const received_request& request,
                                                                                 const verify_options& options, FindKey&& find_key,
                                                                                 Policy&& policy = Policy{});

namespace detail {

[[nodiscard]] constexpr result<unix_time, rejection> verify_time(const received_request& request, const parsed_authorization& claimed,
                                                                 const verify_options& options) noexcept {
    unix_time time;
    const http::header* timestamp = http::find_single_header(request.headers, "x-tc-timestamp");
    if (timestamp == nullptr || !read_timestamp(timestamp->value, time)) return unexpected(rejection::missing_timestamp);
    if (!options.now.in_range()) return unexpected(rejection::skew);
    const std::int64_t difference = time.seconds - options.now.seconds;
    if (difference > options.longest_skew || -difference > options.longest_skew) return unexpected(rejection::skew);
    const utc_date date(time);
    if (claimed.date != date.view()) return unexpected(rejection::scope_date);
    return time;
}

/// The hash that stands in for the body: of the body, or of UNSIGNED-PAYLOAD where that is declared and allowed.
template <crypto::sha256_policy Policy>
[[nodiscard]] constexpr result<crypto::sha256_digest, rejection> verify_payload(const received_request& request,
                                                                                const verify_options& options, Policy& policy) {
    const http::header* declared = http::find_single_header(request.headers, "x-tc-content-sha256");
    const bool is_unsigned = declared != nullptr && declared->value == unsigned_payload;
    if (is_unsigned && !options.allow_unsigned_payload) return unexpected(rejection::payload);
    // GET signs the hash of nothing: a body would have come unsigned.
    if (request.method == http::method::get && !request.body.empty()) return unexpected(rejection::payload);

    const auto digest = payload_hash(is_unsigned ? unsigned_payload : request.body, policy);
    if (!digest) return unexpected(rejection::crypto_failed);
    if (declared == nullptr || is_unsigned) return *digest;

    const auto hex = to_hex(*digest);
    if (declared->value != std::string_view(hex.data(), hex.size())) return unexpected(rejection::payload);
    return *digest;
}

/// Computes the signature anew and compares.
template <crypto::sha256_policy Policy>
[[nodiscard]] constexpr result<void, rejection> verify_signature(const request_parts& parts, unix_time time, const credential_scope& scope,
                                                                 const credential_view& who, const signature& claimed, Policy& policy) {
    const auto refused = [](const error& why) {
        return unexpected(why.code == errc::crypto_failed ? rejection::crypto_failed : rejection::unknown_key_id);
    };
    const auto key = derive_signing_key(who, scope, policy);
    if (!key) return refused(key.error());
    const auto expected = authorization(parts, time, *key, who.secret_id, policy);
    if (!expected) return refused(expected.error());
    if (!equal_in_constant_time((*expected).signature, claimed)) return unexpected(rejection::signature);
    return {};
}

}  // namespace detail

template <class FindKey, class Policy>
    requires crypto::sha256_policy<Policy>
constexpr result<verified_request, rejection> verify_authorization(const received_request& request, const verify_options& options,
                                                                   FindKey&& find_key, Policy&& policy) {
    const http::header* header = http::find_single_header(request.headers, "authorization");
    const auto claimed = parse_authorization(header == nullptr ? std::string_view{} : header->value);
    if (!claimed) return unexpected(rejection::malformed_authorization);

    const auto time = detail::verify_time(request, *claimed, options);
    if (!time) return unexpected(time.error());
    const auto scope = credential_scope::make(claimed->service, *time);
    const bool wanted = options.service.empty() || claimed->service == options.service;
    if (!wanted || !scope || scope->service() != claimed->service) return unexpected(rejection::service);

    detail::signed_header_set headers;
    if (!detail::pick_signed_headers(claimed->signed_headers, request.headers, headers))
        return unexpected(rejection::missing_signed_header);
    request_parts parts{
        .method = request.method, .canonical_uri = request.canonical_uri, .query = request.query, .headers = headers.view()};
    if (!validate_target(parts.canonical_uri, parts.query)) return unexpected(rejection::signature);
    if (!validate(parts)) return unexpected(rejection::missing_signed_header);

    auto&& found_key = find_key(claimed->secret_id);  // whatever type it has, it lives until the end
    const credential_view who{claimed->secret_id, found_key};
    if (who.secret_key.empty()) return unexpected(rejection::unknown_key_id);
    const auto payload = detail::verify_payload(request, options, policy);
    if (!payload) return unexpected(payload.error());
    parts.hashed_payload = *payload;
    const auto verified = detail::verify_signature(parts, *time, *scope, who, claimed->signature, policy);
    if (!verified) return unexpected(verified.error());
    return verified_request{claimed->secret_id, claimed->service, *time};
}

}  // namespace tc3::inline v0_1::signing

// ---- tc3/model/action.hpp -------------------------------------------------------------------------------------------

// An action of API 3.0: the words that address it. Known at compile time for described structs, at run time for scripts.

namespace tc3::inline v0_1 {

/// What asking twice does, where the answer to the first attempt was lost.
enum class repeat_safety : std::uint8_t {
    not_documented,  ///< nobody says: treat it as harm
    harmless,        ///< nothing: the action only reads, or what it made is not used
    may_bill_again,  ///< it costs again, and takes of a quota
};

/// What addresses an action. All views; a table of your own may hold them.
struct action {
    std::string_view service;    ///< "faceid": names the host, and the scope of the signature; empty: what the host names
    std::string_view version;    ///< "2018-03-01": X-TC-Version
    std::string_view name;       ///< "ApplyLivenessToken": X-TC-Action, in the manual's spelling
    std::string_view host = {};  ///< where the service lives; empty: `<service>.tencentcloudapi.com`
    bool needs_region = true;    ///< whether X-TC-Region must be sent; few actions do without

    std::uint16_t calls_per_second = 0;  ///< what an account may do by default; 0: not stated
    repeat_safety repeat = repeat_safety::not_documented;
};

namespace model_detail {
struct not_described {};
}  // namespace model_detail

/// The action of an input type. Describe a type of your own, or one that you do not own, by a specialisation:
/// `template <> inline constexpr tc3::action tc3::action_of<describe_zones>{"cvm", "2017-03-12", "DescribeZones"};`
template <class Input>
inline constexpr model_detail::not_described action_of{};

/// The answer type of an input type, by a specialisation: `template <> struct tc3::output_of<describe_zones> { using type = zones; };`
template <class Input>
struct output_of;

template <class Input>
using output_of_t = typename output_of<Input>::type;

/// A type that was given an action.
template <class T>
concept described_action = std::same_as<std::remove_cvref_t<decltype(action_of<T>)>, action>;

}  // namespace tc3::inline v0_1

// ---- tc3/model/binary.hpp -------------------------------------------------------------------------------------------

// A field that the API wants as base64: images, videos. Never made from text by accident; raw bytes are encoded on their way out.

namespace tc3::inline v0_1 {

/// Bytes that live elsewhere, raw or as base64 text. Made only by the two functions below.
class binary_view {
public:
    binary_view() noexcept = default;

    /// Refers to bytes of the caller, which must outlive this object.
    [[nodiscard]] static binary_view raw(std::string_view bytes TC3_LIFETIMEBOUND) noexcept { return {bytes, false}; }
    [[nodiscard]] static binary_view raw(bytes_view bytes) noexcept { return raw(as_text(bytes)); }
    /// Refers to text that is base64 already (standard alphabet, padded, no "data:" prefix).
    [[nodiscard]] static binary_view base64(std::string_view text TC3_LIFETIMEBOUND) noexcept { return {text, true}; }

    [[nodiscard]] bool empty() const noexcept { return data_.empty(); }
    /// The number of bytes once decoded.
    [[nodiscard]] std::size_t size() const noexcept { return is_base64_ ? base64_decoded_size(data_) : data_.size(); }
    /// The bytes, decoded if need be, into memory of the caller. Returns their number; fails for text that is not base64 and for too small
    /// a buffer, naming the size needed.
    [[nodiscard]] result<std::size_t, error> decode(std::span<char> to) const noexcept {
        if (is_base64_) return decode_base64(data_, to);
        if (to.size() < data_.size()) {
            return unexpected(error{.code = errc::buffer_too_small, .part = "buffer", .needed = data_.size(), .limit = to.size()});
        }
        for (std::size_t i = 0; i < data_.size(); ++i) to[i] = data_[i];
        return data_.size();
    }
    /// Whether data() is base64 text rather than the bytes themselves.
    [[nodiscard]] bool is_base64() const noexcept { return is_base64_; }
    /// What this was made from.
    [[nodiscard]] std::string_view data() const noexcept { return data_; }

private:
    binary_view(std::string_view data, bool is_base64) noexcept : data_(data), is_base64_(is_base64) {}

    std::string_view data_;
    bool is_base64_ = false;
};

/// Bytes, raw or as base64 text, with memory of its own unless it was made from a view. Made only by the functions below.
class binary {
public:
    binary() noexcept = default;

    /// Refers to bytes of the caller, which must outlive this object. Nothing is copied.
    [[nodiscard]] static binary raw(std::string_view bytes TC3_LIFETIMEBOUND) noexcept { return {form::raw_view, bytes, {}}; }
    [[nodiscard]] static binary raw(bytes_view bytes) noexcept { return raw(as_text(bytes)); }
    /// Takes over a buffer of bytes.
    template <std::same_as<std::string> Buffer>
    [[nodiscard]] static binary raw(Buffer&& bytes) noexcept {
        return {form::raw, {}, std::forward<Buffer>(bytes)};
    }
    /// Takes text that is base64 already (standard alphabet, padded, no "data:" prefix).
    [[nodiscard]] static binary base64(std::string text) noexcept { return {form::base64, {}, std::move(text)}; }

    /// Valid while this object lives unchanged; where it was made from a view, while those bytes do.
    [[nodiscard]] binary_view view() const noexcept TC3_LIFETIMEBOUND {
        if (form_ == form::base64) return binary_view::base64(text_);
        return binary_view::raw(form_ == form::raw_view ? view_ : std::string_view(text_));
    }
    [[nodiscard]] bool empty() const noexcept { return view().empty(); }
    /// As those of binary_view.
    [[nodiscard]] std::size_t size() const noexcept { return view().size(); }
    [[nodiscard]] result<std::size_t, error> decode(std::span<char> to) const noexcept { return view().decode(to); }
    [[nodiscard]] bool is_base64() const noexcept { return form_ == form::base64; }
    [[nodiscard]] std::string_view data() const noexcept TC3_LIFETIMEBOUND { return view().data(); }

private:
    enum class form : std::uint8_t { raw, raw_view, base64 };

    binary(form kind, std::string_view view, std::string text) noexcept : text_(std::move(text)), view_(view), form_(kind) {}

    std::string text_;
    std::string_view view_;  // of the caller's memory, never of text_
    form form_ = form::raw;
};

}  // namespace tc3::inline v0_1

// ---- tc3/model/field_path.hpp ---------------------------------------------------------------------------------------

// Where in an input or answer the work is, "Filters[2].Name", so that a fault can name its field.

namespace tc3::inline v0_1 {

/// A path of wire names and positions, cut off where it grows too long to read.
class field_path {
public:
    static constexpr std::size_t longest = 120;

    /// Each step returns what leave() needs to go back.
    [[nodiscard]] constexpr std::size_t enter(std::string_view wire_name) noexcept {
        const std::size_t before = text_.size();
        if (before != 0) text_.append("."sv);
        text_.append(wire_name);
        return before;
    }
    [[nodiscard]] constexpr std::size_t enter(std::size_t position) noexcept {
        const std::size_t before = text_.size();
        text_.append("["sv);
        write_decimal(text_, position);
        text_.append("]"sv);
        return before;
    }
    constexpr void leave(std::size_t before) noexcept { text_.shorten(before); }

    [[nodiscard]] constexpr std::string_view view() const& noexcept TC3_LIFETIMEBOUND { return text_.view(); }
    std::string_view view() const&& = delete;

private:
    fixed_text<longest> text_;
};

}  // namespace tc3::inline v0_1

// ---- tc3/model/fields.hpp -------------------------------------------------------------------------------------------

// The table of a struct's fields: wire name, member, presence, sensitivity. It stands outside the struct, and everything that reads,
// writes or checks a struct reads this one table.

namespace tc3::inline v0_1 {

class encoder;
class decoder;

enum class presence : std::uint8_t { optional, required };

/// How a program that prints a field should treat it. write_redacted() shows `open` fields and masks all others; a field without a mark
/// counts as personal.
enum class sensitivity : std::uint8_t { unmarked, open, personal, biometric, secret };

/// What a server refuses beyond a wrong type. A client sends what it is given, so that a new value works with an old client.
struct value_limits {
    std::span<const literal> allowed = {};  ///< the closed set of a text, or of a whole number in decimal digits; empty: any
    std::int64_t least = (std::numeric_limits<std::int64_t>::min)();  ///< of a whole number, both ends allowed
    std::int64_t most = (std::numeric_limits<std::int64_t>::max)();
    std::size_t shortest = 0;  ///< of a text, in bytes; of bytes, in characters of base64
    std::size_t longest = (std::numeric_limits<std::size_t>::max)();
};

/// Limits for field::limited. For lists they are those of each element.
template <const auto& Values>
inline constexpr value_limits one_of{.allowed = Values};
template <std::int64_t Least, std::int64_t Most>
inline constexpr value_limits between{.least = Least, .most = Most};
template <std::size_t Shortest, std::size_t Longest>
inline constexpr value_limits text_size{.shortest = Shortest, .longest = Longest};

/// What is known of one field. Made by field_of, refined by the functions that return a changed copy.
struct field {
    std::string_view wire_name;
    tc3::presence presence = presence::optional;
    tc3::sensitivity sensitivity = sensitivity::unmarked;
    std::uint32_t offset = 0;  ///< of the member, where the row was made from one
    const value_limits* limits = nullptr;
};

/// A field with the way to its member. `Access` has static functions `is_set`, `write` and `read`.
template <class Access>
struct member_field : field {
    /// A request without it is refused before it is sent.
    [[nodiscard]] constexpr member_field required() const noexcept {
        member_field changed = *this;
        changed.presence = presence::required;
        return changed;
    }
    [[nodiscard]] constexpr member_field marked(tc3::sensitivity mark) const noexcept {
        member_field changed = *this;
        changed.sensitivity = mark;
        return changed;
    }
    /// `.limited(one_of<colour::all>)`, `.limited(between<1, 5>)`, `.limited(text_size<0, 1000>)`.
    [[nodiscard]] constexpr member_field limited(const value_limits& to TC3_LIFETIMEBOUND) const noexcept {
        member_field changed = *this;
        changed.limits = &to;
        return changed;
    }
    member_field limited(value_limits&&) const = delete;
};

namespace model_detail {

struct no_fields {};

template <auto Member>
struct member_traits;

template <class Object, class Type, Type Object::* Member>
struct member_traits<Member> {
    using object = Object;
    using type = Type;
};

/// Ways to a member, defined in codec.hpp.
template <auto Member, class Owner>
struct through_pointer;
template <class Type>
struct at_offset;

}  // namespace model_detail

/// One row: `field_of<&zone::zone_id>("ZoneId")`. A member that a struct inherits needs the struct beside it:
/// `field_of<&zone::zone_id, my_zone>("ZoneId")`.
template <auto Member, class Owner = typename model_detail::member_traits<Member>::object>
[[nodiscard]] constexpr member_field<model_detail::through_pointer<Member, Owner>> field_of(std::string_view wire_name) noexcept {
    return {{.wire_name = wire_name}};
}

/// The same for tables that a program writes: `field_at<decltype(zone::zone_id)>("ZoneId", offsetof(zone, zone_id))`. All members of a type
/// share their code, which makes large structs small; nothing sees whether type and offset are those of one member.
template <class Type>
[[nodiscard]] constexpr member_field<model_detail::at_offset<Type>> field_at(std::string_view wire_name, std::size_t offset) noexcept {
    return {{.wire_name = wire_name, .offset = static_cast<std::uint32_t>(offset)}};
}

/// The table itself: `field_list(row, row)`, or `field_list{row, row}` with a comma behind each.
template <class... Accesses>
class field_list {
public:
    static_assert(sizeof...(Accesses) <= 256, "a table holds at most 256 fields");

    constexpr field_list(member_field<Accesses>... rows) noexcept : rows_{rows...} {}  // NOLINT: a list of one is a list

    [[nodiscard]] static constexpr std::size_t size() noexcept { return sizeof...(Accesses); }
    [[nodiscard]] static constexpr bool empty() noexcept { return size() == 0; }
    [[nodiscard]] constexpr const field& operator[](std::size_t position) const noexcept { return rows_[position]; }
    [[nodiscard]] constexpr const field* begin() const noexcept { return rows_.data(); }
    [[nodiscard]] constexpr const field* end() const noexcept { return rows_.data() + size(); }

    /// The same rows with the functions that one direction needs, made by `Row::template of<Access>(facts)`.
    template <class Row>
    [[nodiscard]] constexpr std::array<Row, sizeof...(Accesses)> rows_for() const noexcept {
        std::size_t next = 0;
        return {Row::template of<Accesses>(rows_[next++])...};
    }

private:
    std::array<field, sizeof...(Accesses)> rows_;
};

/// The fields of a struct, by a specialisation:
/// `template <> inline constexpr auto tc3::fields_of<zone> = tc3::field_list(tc3::field_of<&zone::zone_id>("ZoneId"));`
template <class Struct>
inline constexpr model_detail::no_fields fields_of{};

/// A struct with a table.
template <class T>
concept described = !std::same_as<std::remove_cvref_t<decltype(fields_of<T>)>, model_detail::no_fields>;

// ---- the table of one direction ----------------------------------------------------------------------------------------------------
// A program that only asks needs no code that writes answers or reads inputs: so what is linked is a table for reading, or one for
// writing.

/// A row for reading. Functions take the object that the member is in, plus the offset.
struct reading_row {
    std::string_view wire_name;
    void (*read)(decoder& in, void* member);
    const value_limits* limits;
    std::uint32_t offset;
    tc3::presence presence;

    template <class Access>
    [[nodiscard]] static constexpr reading_row of(const field& facts) noexcept {
        return {facts.wire_name, &Access::read, facts.limits, facts.offset, facts.presence};
    }
};

/// A row for writing.
struct writing_row {
    std::string_view wire_name;
    bool (*is_set)(const void* member);
    void (*write)(encoder& out, const void* member);
    std::uint32_t offset;
    tc3::presence presence;
    tc3::sensitivity sensitivity;

    template <class Access>
    [[nodiscard]] static constexpr writing_row of(const field& facts) noexcept {
        return {facts.wire_name, &Access::is_set, &Access::write, facts.offset, facts.presence, facts.sensitivity};
    }
};

using reading_table = std::span<const reading_row>;
using writing_table = std::span<const writing_row>;

namespace model_detail {

/// A pointer to the member of another struct would reach beyond the object. Rows made from offsets name no struct.
template <class Access, class Struct>
inline constexpr bool may_belong_to = true;
template <auto Member, class Owner, class Struct>
inline constexpr bool may_belong_to<through_pointer<Member, Owner>, Struct> = std::is_same_v<Owner, Struct>;

template <class Struct, class... Accesses>
[[nodiscard]] constexpr bool all_belong_to(const field_list<Accesses...>&) noexcept {
    return (may_belong_to<Accesses, Struct> && ...);
}

template <class Struct, class Row>
inline constexpr auto rows_of = fields_of<Struct>.template rows_for<Row>();

/// The table of a struct, looked over at compile time. One without members needs none.
template <class Struct, class Row>
[[nodiscard]] constexpr std::span<const Row> table_of() noexcept {
    if constexpr (described<Struct>) {
        static_assert(all_belong_to<Struct>(fields_of<Struct>),
                      "a row of fields_of belongs to another struct: an inherited member is written field_of<&base::member, derived>");
        return rows_of<Struct, Row>;
    } else {
        static_assert(std::is_empty_v<Struct>, "this struct has members but no table: specialise tc3::fields_of for it");
        return {};
    }
}

}  // namespace model_detail

template <class Struct>
[[nodiscard]] constexpr reading_table reading_table_of() noexcept {
    return model_detail::table_of<Struct, reading_row>();
}

template <class Struct>
[[nodiscard]] constexpr writing_table writing_table_of() noexcept {
    return model_detail::table_of<Struct, writing_row>();
}

}  // namespace tc3::inline v0_1

// ---- tc3/model/storage_ref.hpp --------------------------------------------------------------------------------------

// What the values of a storage live in, on its way through code that knows no types.

namespace tc3::inline v0_1 {

namespace model_detail {

/// A number made from the name of a type.
template <class T>
[[nodiscard]] constexpr std::uint32_t hash_of_name() noexcept {
    std::uint32_t hash = 2166136261;  // FNV-1a
    for (const char c : std::string_view(TC3_FUNCTION_NAME)) hash = (hash ^ static_cast<std::uint8_t>(c)) * 16777619;
    return hash;
}

/// Its address stands for a type. What it holds differs as well: a linker may take constants that are alike for one.
template <class T>
inline constexpr std::uint32_t type_mark = hash_of_name<T>();

}  // namespace model_detail

/// The state of a storage, such as an allocator or a workspace, on its way through code that knows no types.
class storage_ref {
public:
    /// For storages without state.
    storage_ref() noexcept = default;
    template <class State>
        requires(!std::is_same_v<std::remove_cv_t<State>, storage_ref>)
    explicit storage_ref(State& state) noexcept : state_(&state), type_(&model_detail::type_mark<State>) {}

    /// The state, or null where it is of another type or there is none.
    template <class State>
    [[nodiscard]] State* get() const noexcept {
        return type_ == &model_detail::type_mark<State> ? static_cast<State*>(state_) : nullptr;
    }

private:
    void* state_ = nullptr;
    const void* type_ = nullptr;
};

}  // namespace tc3::inline v0_1

// ---- tc3/model/decoder.hpp ------------------------------------------------------------------------------------------

// Reads any struct from JSON by its table. A plain function over untyped tables: it exists once in a program, however many structs there
// are.

namespace tc3::inline v0_1 {

/// One struct that takes members of an object. An object may be read into several: the envelope and the answer share one.
struct object_part {
    reading_table fields;
    void* object;
};

namespace model_detail {

/// One bit for each field of the tables of an object. What lies beyond its room counts as neither met nor required.
class field_set {
public:
    static constexpr std::size_t room = 320;  // a table of 256 and the envelope around it

    /// False when it was in already.
    constexpr bool insert(std::size_t index) noexcept {
        if (index >= room) return true;
        const bool fresh = !contains(index);
        bits_.assign(index, true);
        return fresh;
    }
    [[nodiscard]] constexpr bool contains(std::size_t index) const noexcept { return index >= room || bits_.contains(index); }

private:
    bit_set<room> bits_;
};

}  // namespace model_detail

class decoder;

/// What is the server's to check, and nothing that an answer must fail for: see server_rules.hpp. A program without a server in it links
/// none of it.
struct decoder_rules {
    void (*on_unknown_member)(decoder& in, const json::string_token& name);       ///< a member that no table knows
    void (*check_value)(decoder& in, const reading_row& row, std::size_t start);  ///< a value that was read, and where it began
    void (*check_object)(decoder& in, std::span<const object_part> parts,         ///< an object, all read
                         const model_detail::field_set& filled);
};

/// Reads any struct. Members that are null or absent stay unset; a repeated known member and a wrong type are faults. Members that no table
/// knows are skipped, and nothing is required, unless there are rules that say otherwise.
class decoder {
public:
    /// All arguments must outlive the decoder: the text, the state of the storage that is read into, the rules.
    explicit decoder(std::string_view text, storage_ref storage = {}, const decoder_rules* rules = nullptr) noexcept
        : json_(text), storage_(storage), rules_(rules) {}
    decoder(std::string_view text, const decoder_rules& rules) noexcept : decoder(text, {}, &rules) {}
    decoder(const decoder&) = delete;
    decoder& operator=(const decoder&) = delete;

    void read_object(std::span<const object_part> parts);
    void read_object(reading_table fields, void* object) {
        const object_part whole{fields, object};
        read_object({&whole, 1});
    }

    [[nodiscard]] json::reader& json() noexcept TC3_LIFETIMEBOUND { return json_; }
    [[nodiscard]] const json::reader& json() const noexcept TC3_LIFETIMEBOUND { return json_; }
    [[nodiscard]] field_path& path() noexcept TC3_LIFETIMEBOUND { return path_; }
    [[nodiscard]] const field_path& path() const noexcept TC3_LIFETIMEBOUND { return path_; }
    [[nodiscard]] storage_ref storage() const noexcept { return storage_; }
    [[nodiscard]] bool ok() const noexcept { return json_.ok(); }
    /// Counts an element of a list. False, and a fault, when there are too many: an element of two bytes can take hundreds in memory.
    bool count_element() {
        if (++elements_ <= most_elements) return true;
        return json_.fail(errc::too_many, elements_, most_elements);
    }
    /// How many elements all lists of a document may have together.
    static constexpr std::size_t most_elements = 100'000;

    /// Whether a server reads: what the service does to clients is not for clients to do.
    [[nodiscard]] bool is_strict() const noexcept { return rules_ != nullptr; }

private:
    struct target {
        const reading_row* row = nullptr;
        void* object = nullptr;
        std::size_t index = 0;  // over all parts
    };
    [[nodiscard]] static target find(std::span<const object_part> parts, const json::string_token& name) noexcept;
    void pass_unknown(const json::string_token& name);
    /// False for null, which leaves the member unset.
    bool read_member(const target& to);

    json::reader json_;
    field_path path_;
    storage_ref storage_;
    const decoder_rules* rules_;
    std::size_t elements_ = 0;
};

inline void decoder::read_object(std::span<const object_part> parts) {
    model_detail::field_set met;
    model_detail::field_set filled;
    if (!json_.begin_object()) return;
    json::string_token name;
    while (json_.next_member(name)) {
        const target to = find(parts, name);
        if (to.row == nullptr) {
            pass_unknown(name);
            continue;
        }
        const std::size_t before = path_.enter(to.row->wire_name);
        if (!met.insert(to.index)) json_.fail(errc::duplicate, json_.position());
        if (ok() && read_member(to)) filled.insert(to.index);
        if (!ok()) return;
        path_.leave(before);
    }
    if (ok() && rules_ != nullptr) rules_->check_object(*this, parts, filled);
}

inline void decoder::pass_unknown(const json::string_token& name) {
    if (rules_ != nullptr) rules_->on_unknown_member(*this, name);
    if (ok()) json_.skip_value();
}

inline decoder::target decoder::find(std::span<const object_part> parts, const json::string_token& name) noexcept {
    std::size_t index = 0;
    for (const object_part& part : parts) {
        for (const reading_row& row : part.fields) {
            if (name == row.wire_name) return {&row, part.object, index};
            ++index;
        }
    }
    return {};
}

inline bool decoder::read_member(const target& to) {
    if (json_.peek() == json::kind::null) {
        json_.read_null();
        return false;
    }
    const std::size_t start = json_.position();
    to.row->read(*this, static_cast<char*>(to.object) + to.row->offset);
    if (ok() && rules_ != nullptr) rules_->check_value(*this, *to.row, start);
    return ok();
}

}  // namespace tc3::inline v0_1

// ---- tc3/model/encoder.hpp ------------------------------------------------------------------------------------------

// Writes any struct as JSON by its table. A plain function over untyped tables: it exists once in a program, however many structs there
// are.

namespace tc3::inline v0_1 {

class binary_view;
class encoder;

/// A text that comes in pieces of whole characters, on its way through code that knows no types.
struct text_source {
    void* text;
    bool (*write)(void* text, sink_ref pieces);  ///< false: it is no valid text
};

/// How values are written where they do not go to a service: see redact.hpp. A program that only asks links none of it.
struct encoder_rules {
    void (*write_object)(encoder& out, writing_table fields, const void* object);
    void (*write_string)(encoder& out, std::string_view text);
    void (*write_pieces)(encoder& out, const text_source& text);
    void (*write_binary)(encoder& out, const binary_view& value);
    bool (*wants_element)(encoder& out, std::size_t position, std::size_t size);  ///< false: this one and those behind it are left out
};

/// Writes an input. Unset optional fields are left out; a required one that is unset, text that is not UTF-8, or structs nested deeper
/// than a reader takes, are faults, unless there are rules that say otherwise.
class encoder {
public:
    /// Both arguments must outlive the encoder.
    explicit encoder(sink_ref out, const encoder_rules* rules = nullptr) noexcept : target_(out), json_(target_), rules_(rules) {}
    encoder(const encoder&) = delete;
    encoder& operator=(const encoder&) = delete;

    void write_object(writing_table fields, const void* object);

    /// Writes a text that stands in one piece.
    void write_string(std::string_view text) {
        if (rules_ != nullptr) return rules_->write_string(*this, text);
        json_.string(text);
    }

    /// Writes a text that comes in pieces of whole characters: `write_to(sink_ref)` hands them over, and says whether they are all.
    template <class Write>
    void write_text(Write write_to) {
        if (rules_ != nullptr) {
            const auto write = [](void* text, sink_ref to) { return (*static_cast<Write*>(text))(to); };
            return rules_->write_pieces(*this, {&write_to, write});
        }
        text_pieces pieces{json_};
        json_.begin_string();
        const bool complete = write_to(sink_ref(pieces));
        json_.end_string();
        if (!complete) fail({.code = errc::lone_surrogate, .part = "field"});
    }

    /// Asked before each element of a list.
    [[nodiscard]] bool wants_element(std::size_t position, std::size_t size) {
        return rules_ != nullptr ? rules_->wants_element(*this, position, size) : ok();
    }

    [[nodiscard]] const encoder_rules* rules() const noexcept { return rules_; }
    [[nodiscard]] json::writer<sink_ref>& json() noexcept TC3_LIFETIMEBOUND { return json_; }
    [[nodiscard]] field_path& path() noexcept TC3_LIFETIMEBOUND { return path_; }
    /// Records the first fault; the path stays where it happened.
    void fail(const tc3::error& error) noexcept {
        if (ok()) error_ = error;
    }
    /// Goes on as if nothing had failed: for what is never sent.
    void forget_error() noexcept {
        error_ = {};
        json_.forget_error();
    }
    [[nodiscard]] bool ok() const noexcept { return error_.code == errc::none && json_.ok(); }
    [[nodiscard]] tc3::error error() const noexcept { return error_.code != errc::none ? error_ : json_.error(); }

private:
    struct text_pieces {
        json::writer<sink_ref>& json;
        void append(std::string_view piece) { json.string_piece(piece); }
    };

    static constexpr std::size_t deepest = 64;

    sink_ref target_;
    std::size_t depth_ = 0;
    json::writer<sink_ref> json_;
    field_path path_;
    tc3::error error_;
    const encoder_rules* rules_;
};

inline void encoder::write_object(writing_table fields, const void* object) {
    if (rules_ != nullptr) return rules_->write_object(*this, fields, object);
    if (++depth_ > deepest) return fail({.code = errc::too_deep, .part = "field", .limit = deepest});
    json_.begin_object();
    for (const writing_row& row : fields) {
        if (!ok()) return;
        const std::size_t before = path_.enter(row.wire_name);
        const void* member = static_cast<const char*>(object) + row.offset;
        if (row.is_set(member)) {
            json_.name(row.wire_name);
            row.write(*this, member);
        } else if (row.presence == presence::required) {
            fail({.code = errc::missing, .part = "field"});
        }
        if (ok()) path_.leave(before);
    }
    json_.end_object();
    --depth_;
}

}  // namespace tc3::inline v0_1

// ---- tc3/model/box.hpp ----------------------------------------------------------------------------------------------

// A nested struct that may be absent, kept outside its owner.

namespace tc3::inline v0_1 {

/// A struct or none: an owner with 20 nested ones stays 20 pointers large. Copies deeply.
template <class T>
class box {  // spelled without std::move and the like: each struct of a program has a box of its own to compile
public:
    using value_type = T;

    box() noexcept = default;
    box(T value) : value_(new T(static_cast<T&&>(value))) {}  // NOLINT: implicit, so that a struct can be assigned to its member
    box(const box& other) : value_(other.value_ != nullptr ? new T(*other.value_) : nullptr) {}
    box(box&& other) noexcept : value_(other.value_) { other.value_ = nullptr; }
    box& operator=(box other) noexcept {
        T* const mine = value_;
        value_ = other.value_;
        other.value_ = mine;
        return *this;
    }
    ~box() { destroy(value_); }

    /// Replaces what is there by a fresh value.
    T& emplace() {
        reset();
        value_ = new T();
        return *value_;
    }
    void reset() noexcept {
        destroy(value_);
        value_ = nullptr;
    }

    [[nodiscard]] bool has_value() const noexcept { return value_ != nullptr; }
    [[nodiscard]] explicit operator bool() const noexcept { return has_value(); }
    [[nodiscard]] T& operator*() noexcept { return *value_; }
    [[nodiscard]] const T& operator*() const noexcept { return *value_; }
    [[nodiscard]] T* operator->() noexcept { return value_; }
    [[nodiscard]] const T* operator->() const noexcept { return value_; }

private:
    // In one place for each T: inlined, an owner of 20 boxes would have the insides of 20 structs in its destructor.
    TC3_NOINLINE static void destroy(T* value) noexcept { delete value; }

    T* value_ = nullptr;  // owned; std::unique_ptr would bring in <memory>, which costs more to compile than all of tc3's JSON
};

}  // namespace tc3::inline v0_1

// ---- tc3/model/storage.hpp ------------------------------------------------------------------------------------------

// Where the values of a struct live. Structs of the API are templates over a storage, and reach its text and its lists through traits only.
// `owning` is the storage with strings and vectors; `borrowed` has a header of its own; an engine describes its own types here.

namespace tc3::inline v0_1 {

/// How a type of text is seen, and filled. Specialise it for an engine's own string:
///
///     static bool empty(const Text&);
///     static bool write(sink_ref out, const Text&);   // as UTF-8, in pieces of whole characters; false: it is no valid text
///     static bool assign(storage_ref, Text&, const json::string_token&);   // from a document that may die before the text; false: no room
///
/// Text that is UTF-8 in one piece has `static std::string_view view(const Text&)` in place of the first two.
template <class Text>
struct text_traits;

/// How a type of list is seen, and filled. Specialise it for an engine's own array:
///
///     using value_type = ...;
///     static std::size_t size(const List&);
///     static const value_type& at(const List&, std::size_t);
///     struct builder { builder(storage_ref, List&); void add(value_type&&); bool finish(); };   // false: no room
template <class List>
struct list_traits;

template <class Text>
concept text_in_one_piece = requires(const Text& text) { text_traits<Text>::view(text); };

template <class Text>
concept text_type = text_in_one_piece<Text> || requires(const Text& text) { text_traits<Text>::empty(text); };

template <class List>
concept list_type = requires { typename list_traits<List>::value_type; };

template <text_type Text>
[[nodiscard]] constexpr bool is_empty_text(const Text& text) noexcept {
    if constexpr (text_in_one_piece<Text>) {
        return text_traits<Text>::view(text).empty();
    } else {
        return text_traits<Text>::empty(text);
    }
}

/// Writes a text as UTF-8. False where it is no valid text.
template <sink S, text_type Text>
constexpr bool write_text(S& out, const Text& text) {
    if constexpr (text_in_one_piece<Text>) {
        out.append(text_traits<Text>::view(text));
        return true;
    } else {
        return text_traits<Text>::write(sink_ref(out), text);
    }
}

/// The longest text that with_view() copies: longer than any error code and any path of a field.
inline constexpr std::size_t longest_copied_text = 120;

/// Returns `use(view)` with a text of any storage as a view. A text that is not UTF-8 in one piece is copied first, cut at
/// longest_copied_text; an invalid one becomes "".
template <text_type Text, class Use>
constexpr decltype(auto) with_view(const Text& text, Use use) {
    if constexpr (text_in_one_piece<Text>) {
        return use(text_traits<Text>::view(text));
    } else {
        fixed_text<longest_copied_text> copy;
        const bool is_valid = write_text(copy, text);
        return use(is_valid ? copy.view() : std::string_view());
    }
}

/// Fills a text from one that dies sooner. Traits whose assign() refers to the document have a keep() for this.
template <text_type Text>
void keep_text(storage_ref storage, Text& to, std::string_view text) {
    if constexpr (requires { text_traits<Text>::keep(storage, to, text); }) {
        text_traits<Text>::keep(storage, to, text);
    } else {
        static_cast<void>(text_traits<Text>::assign(storage, to, json::string_token::plain(text)));
    }
}

/// Values own their memory: safe by default, and independent of the text that they were read from.
struct owning {
    using text = std::string;
    using binary = tc3::binary;
    template <class T>
    using optional = std::optional<T>;
    template <class T>
    using list = std::vector<T>;
    template <class T>
    using nested = box<T>;
};

template <>
struct text_traits<std::string> {
    [[nodiscard]] static std::string_view view(const std::string& text) noexcept { return text; }
    static bool assign(storage_ref, std::string& text, const json::string_token& token) {
        text.clear();
        text.reserve(token.size());
        token.write(text);
        return true;
    }
};

template <class T>
struct list_traits<std::vector<T>> {
    using value_type = T;
    [[nodiscard]] static std::size_t size(const std::vector<T>& list) noexcept { return list.size(); }
    [[nodiscard]] static decltype(auto) at(const std::vector<T>& list, std::size_t position) noexcept { return list[position]; }

    class builder {
    public:
        builder(storage_ref, std::vector<T>& list) noexcept : list_(list) { list_.clear(); }
        void add(T&& value) { list_.push_back(std::move(value)); }
        bool finish() noexcept { return true; }

    private:
        std::vector<T>& list_;
    };
};

/// The storage of a struct: its parameter where it is a template over one, as those of tc3 are, else `owning`.
template <class Struct>
struct storage_of {
    using type = owning;
};

template <template <class> class Struct, class Storage>
    requires requires { typename Storage::text; }
struct storage_of<Struct<Storage>> {
    using type = Storage;
};

template <class Struct>
using storage_of_t = typename storage_of<Struct>::type;

/// A storage whose values need something to live in: it names its type, `using state = tc3::workspace;`.
template <class Storage>
concept stateful_storage = requires { typename Storage::state; };

}  // namespace tc3::inline v0_1

// ---- tc3/model/codec.hpp --------------------------------------------------------------------------------------------

// The kinds of field that the API has, each with its way to JSON and back: text, numbers, booleans, bytes, structs, optionals, lists.

namespace tc3::inline v0_1 {

/// How values of a type go to JSON and back. Specialised below for the kinds of field that the API has.
template <class T>
struct value_codec;

/// Writes one described struct as a JSON object.
template <described Struct>
void write_struct(encoder& out, const Struct& value) {
    out.write_object(writing_table_of<Struct>(), &value);
}

/// Reads one described struct from a JSON object. The decoder must have the state of the struct's storage, if that has one.
template <described Struct>
void read_struct(decoder& in, Struct& value) {
    in.read_object(reading_table_of<Struct>(), &value);
}

// ---- the kinds of field --------------------------------------------------------------------------------------------------------

/// Text that stands alone counts as unset when it is empty; in an optional, "" is a value.
template <text_type Text>
struct value_codec<Text> {
    static bool is_set(const Text& value) noexcept { return !is_empty_text(value); }
    static void write(encoder& out, const Text& value) {
        if constexpr (text_in_one_piece<Text>) {
            out.write_string(text_traits<Text>::view(value));
        } else {
            out.write_text([&value](sink_ref pieces) { return text_traits<Text>::write(pieces, value); });
        }
    }
    static void read(decoder& in, Text& value) {
        const std::size_t at = in.json().position();
        json::string_token token;
        if (!in.json().read_string(token)) return;
        if (!text_traits<Text>::assign(in.storage(), value, token)) in.json().fail(errc::not_stored, at);
    }
};

/// Text that is left where it stands: read only.
template <>
struct value_codec<json::string_token> {
    static bool is_set(const json::string_token&) noexcept { return true; }
    static void read(decoder& in, json::string_token& value) { in.json().read_string(value); }
};

template <>
struct value_codec<bool> {
    static bool is_set(bool) noexcept { return true; }
    static void write(encoder& out, bool value) { out.json().boolean(value); }
    static void read(decoder& in, bool& value) { in.json().read_boolean(value); }
};

namespace model_detail {

/// The digits of a number. The service has sent numbers as text ("Sim":"89.88"): both spellings are read.
[[nodiscard]] inline std::string_view read_digits(decoder& in) {
    if (in.json().peek() == json::kind::string && !in.is_strict()) {
        json::string_token token;
        return in.json().read_string(token) ? token.raw() : std::string_view{};
    }
    json::number_token token;
    return in.json().read_number(token) ? token.text() : std::string_view{};
}

template <class T>
inline constexpr bool is_number = std::is_arithmetic_v<T> && !std::is_same_v<T, bool>;

/// Text that is no number is one of another type.
[[nodiscard]] inline errc error_of_number(errc error) noexcept { return error == errc::bad_number ? errc::wrong_type : error; }

/// Where the service has no number it has sent "" too: passes one.
[[nodiscard]] inline bool pass_empty_text(decoder& in) {
    if (in.json().peek() != json::kind::string || in.is_strict()) return false;
    json::reader ahead = in.json();
    json::string_token token;
    if (!ahead.read_string(token) || token.size() != 0) return false;
    return in.json().read_string(token);
}

}  // namespace model_detail

template <json::integer Integer>
struct value_codec<Integer> {
    static bool is_set(Integer) noexcept { return true; }
    static void write(encoder& out, Integer value) { out.json().number(value); }
    static void read(decoder& in, Integer& value) {
        const std::size_t at = in.json().position();
        const std::string_view digits = model_detail::read_digits(in);
        if (!in.ok()) return;
        if constexpr (std::is_signed_v<Integer>) {
            assign(in, value, json::to_int64(digits), at);
        } else {
            assign(in, value, json::to_uint64(digits), at);
        }
    }

private:
    template <class Wide>
    static void assign(decoder& in, Integer& value, const result<Wide, error>& wide, std::size_t at) {
        using limits = std::numeric_limits<Integer>;
        if (!wide) {
            in.json().fail(model_detail::error_of_number(wide.error().code), at);
        } else if (*wide < (limits::min)() || *wide > (limits::max)()) {
            in.json().fail(errc::out_of_range, at);
        } else {
            value = static_cast<Integer>(*wide);
        }
    }
};

template <>
struct value_codec<double> {
    static bool is_set(double) noexcept { return true; }
    static void write(encoder& out, double value) { out.json().number(value); }
    static void read(decoder& in, double& value) {
        const std::size_t at = in.json().position();
        const std::string_view digits = model_detail::read_digits(in);
        if (!in.ok()) return;
        const auto read = json::to_double(digits);
        if (read) {
            value = *read;
        } else {
            in.json().fail(model_detail::error_of_number(read.error().code), at);
        }
    }
};

namespace model_detail {

inline void write_binary(encoder& out, binary_view value) {
    if (out.rules() != nullptr) return out.rules()->write_binary(out, value);
    if (value.is_base64()) {
        out.json().string(value.data());
    } else {
        out.json().base64(value.data());
    }
}

}  // namespace model_detail

template <>
struct value_codec<binary> {
    static bool is_set(const binary& value) noexcept { return !value.empty(); }
    static void write(encoder& out, const binary& value) { model_detail::write_binary(out, value.view()); }
    static void read(decoder& in, binary& value) {
        std::string text;
        value_codec<std::string>::read(in, text);
        value = binary::base64(std::move(text));
    }
};

template <described Struct>
struct value_codec<Struct> {
    static bool is_set(const Struct&) noexcept { return true; }
    static void write(encoder& out, const Struct& value) { write_struct(out, value); }
    static void read(decoder& in, Struct& value) { read_struct(in, value); }
};

/// std::optional and box alike: what holds one value or none.
template <class T>
concept optional_like = requires(T& value) {
    typename T::value_type;
    value.has_value();
    *value;
    value.emplace();
};

template <optional_like Optional>
struct value_codec<Optional> {
    using inner = value_codec<typename Optional::value_type>;
    static bool is_set(const Optional& value) { return value.has_value(); }
    static void write(encoder& out, const Optional& value) {
        if (value.has_value()) {
            inner::write(out, *value);
        } else {
            out.json().null();  // within a list, where a place can't be left out
        }
    }
    static void read(decoder& in, Optional& value) {
        if constexpr (model_detail::is_number<typename Optional::value_type>) {
            if (model_detail::pass_empty_text(in)) return;
        }
        if constexpr (described<typename Optional::value_type>) {
            in.read_object(reading_table_of<typename Optional::value_type>(), &value.emplace());
        } else {
            inner::read(in, value.emplace());
        }
    }
};

/// A list; an empty one counts as unset. An element that is null becomes a fresh value: the others keep their places.
template <list_type List>
struct value_codec<List> {
    using traits = list_traits<List>;
    using element = typename traits::value_type;
    using inner = value_codec<element>;

    static bool is_set(const List& values) noexcept { return traits::size(values) != 0; }
    static void write(encoder& out, const List& values) {
        out.json().begin_array();
        for (std::size_t i = 0; i < traits::size(values) && out.wants_element(i, traits::size(values)); ++i) {
            const std::size_t before = out.path().enter(i);
            inner::write(out, traits::at(values, i));
            if (out.ok()) out.path().leave(before);
        }
        out.json().end_array();
    }
    static void read(decoder& in, List& values) {
        const std::size_t at = in.json().position();
        if (!in.json().begin_array()) return;
        typename traits::builder list(in.storage(), values);
        for (std::size_t i = 0; in.json().next_element() && in.count_element(); ++i) {
            const std::size_t before = in.path().enter(i);
            element value{};
            read_element(in, value);
            if (!in.ok()) return;
            list.add(std::move(value));
            in.path().leave(before);
        }
        if (in.ok() && !list.finish()) in.json().fail(errc::not_stored, at);
    }

private:
    static void read_element(decoder& in, element& value) {
        if constexpr (model_detail::is_number<element>) {
            if (model_detail::pass_empty_text(in)) return;
        }
        if (in.json().peek() == json::kind::null) {
            in.json().read_null();
        } else {
            inner::read(in, value);
        }
    }
};

/// A kind of field that tc3 knows.
template <class Member>
concept has_codec = requires(const Member& value) { value_codec<Member>::is_set(value); };

namespace model_detail {

/// The way to a member by its pointer: functions take the object itself.
template <auto Member, class Owner>
struct through_pointer {
    using type = typename member_traits<Member>::type;
    static_assert(has_codec<type>, "no kind of field has this type: see codec.hpp, or specialise tc3::value_codec for it");

    static bool is_set(const void* object) { return value_codec<type>::is_set(static_cast<const Owner*>(object)->*Member); }
    static void write(encoder& out, const void* object) { value_codec<type>::write(out, static_cast<const Owner*>(object)->*Member); }
    static void read(decoder& in, void* object) { value_codec<type>::read(in, static_cast<Owner*>(object)->*Member); }
};

/// The way to a member that stands at an offset: functions take the member.
template <class Type>
struct at_offset {
    static_assert(has_codec<Type>, "no kind of field has this type: see codec.hpp, or specialise tc3::value_codec for it");

    static bool is_set(const void* member) { return value_codec<Type>::is_set(*static_cast<const Type*>(member)); }
    static void write(encoder& out, const void* member) { value_codec<Type>::write(out, *static_cast<const Type*>(member)); }
    static void read(decoder& in, void* member) { value_codec<Type>::read(in, *static_cast<Type*>(member)); }
};

}  // namespace model_detail

}  // namespace tc3::inline v0_1

// ---- tc3/model/borrowed.hpp -----------------------------------------------------------------------------------------

// The storage without a heap: values point into the body that they were read from, and into a workspace of the caller's.

namespace tc3::inline v0_1 {

/// A nested struct that lives elsewhere, or none.
template <class T>
class nested_view {
public:
    using value_type = T;

    constexpr nested_view() noexcept = default;
    constexpr nested_view(const T& value TC3_LIFETIMEBOUND) noexcept
        : value_(&value) {}  // NOLINT: implicit, so that a struct can be assigned
    nested_view(const T&&) = delete;
    constexpr explicit nested_view(const T* value) noexcept : value_(value) {}

    [[nodiscard]] constexpr bool has_value() const noexcept { return value_ != nullptr; }
    [[nodiscard]] constexpr explicit operator bool() const noexcept { return has_value(); }
    [[nodiscard]] constexpr const T& operator*() const noexcept { return *value_; }
    [[nodiscard]] constexpr const T* operator->() const noexcept { return value_; }

private:
    const T* value_ = nullptr;
};

/// Values are views. Those of an input point to what the caller has; those of an answer into the body and the workspace, and are valid
/// as long as both. Text without escapes stays where it stands in the body; text with escapes, lists and nested structs take workspace.
struct borrowed {
    using state = workspace;
    using text = std::string_view;
    using binary = binary_view;
    template <class T>
    using optional = std::optional<T>;
    template <class T>
    using list = std::span<const T>;
    template <class T>
    using nested = nested_view<T>;
};

// A shortage of workspace is no fault of the text: reading goes on, so that the workspace can say in the end how much is needed.

template <>
struct text_traits<std::string_view> {
    [[nodiscard]] static constexpr std::string_view view(std::string_view text) noexcept { return text; }
    static bool assign(storage_ref storage, std::string_view& text, const json::string_token& token) noexcept {
        workspace* space = storage.get<workspace>();
        if (space == nullptr) return false;
        if (!token.has_escapes()) {
            text = token.raw();
        } else if (char* memory = space->take_text(token.size())) {
            buffer_sink decoded({memory, token.size()});
            token.write(decoded);
            text = decoded.view();
        }
        return true;
    }
    static void keep(storage_ref storage, std::string_view& to, std::string_view text) noexcept {
        if (workspace* space = storage.get<workspace>()) to = space->keep(text);
    }
};

template <class T>
struct list_traits<std::span<const T>> {
    using value_type = T;
    [[nodiscard]] static std::size_t size(std::span<const T> list) noexcept { return list.size(); }
    [[nodiscard]] static const T& at(std::span<const T> list, std::size_t position) noexcept { return list[position]; }

    class builder {
    public:
        builder(storage_ref storage, std::span<const T>& list) noexcept : space_(storage.get<workspace>()), list_(list) {}
        void add(const T& value) noexcept {
            if (space_ != nullptr) space_->push(value);
            ++count_;
        }
        bool finish() noexcept {
            if (space_ != nullptr) list_ = space_->template settle<T>(count_);
            return space_ != nullptr;
        }

    private:
        workspace* space_;
        std::span<const T>& list_;
        std::size_t count_ = 0;
    };
};

template <>
struct value_codec<binary_view> {
    static bool is_set(const binary_view& value) noexcept { return !value.empty(); }
    static void write(encoder& out, const binary_view& value) { model_detail::write_binary(out, value); }
    static void read(decoder& in, binary_view& value) noexcept {
        std::string_view text;
        value_codec<std::string_view>::read(in, text);
        value = binary_view::base64(text);
    }
};

template <class T>
struct value_codec<nested_view<T>> {
    static bool is_set(const nested_view<T>& value) noexcept { return value.has_value(); }
    static void write(encoder& out, const nested_view<T>& value) {
        if (value.has_value()) {
            value_codec<T>::write(out, *value);
        } else {
            out.json().null();  // within a list, where a place can't be left out
        }
    }
    static void read(decoder& in, nested_view<T>& value) {
        const std::size_t at = in.json().position();
        T read{};
        value_codec<T>::read(in, read);
        if (!in.ok()) return;
        if (workspace* space = in.storage().get<workspace>()) {
            value = nested_view<T>(space->put(read));
        } else {
            in.json().fail(errc::not_stored, at);
        }
    }
};

}  // namespace tc3::inline v0_1

// ---- tc3/model/redact.hpp -------------------------------------------------------------------------------------------

// Inputs and answers as lines that are safe to log: fields that are marked open are shown, all others masked.

namespace tc3::inline v0_1 {

/// Writes an input or an answer of any storage as one line of JSON without its end, for a log:
/// `{"SdkToken":"***","RequestId":"7d4f..."}`. What a struct has no table for is never looked at, and nothing fails: the line is JSON and
/// UTF-8, whatever the values are.
///
/// A field that is not marked `sensitivity::open` is "***" where it is set, whatever its type, with all that is nested in it; one that is
/// unset is left out. A nested struct in an open field is entered, and each of its fields judged by its own mark. What is open is shown:
///
/// - text in its first 256 bytes, "... (1234 more bytes)"; text that is none, not UTF-8 in those or half of a surrogate pair anywhere, as
///   "(no valid text)";
/// - binary as "(1234 bytes)", unless its storage has no type for it but text;
/// - 16 elements of a list, then "... (1234 more elements)", and structs 8 levels deep, then "(nested too deep)";
/// - a number that JSON has no form for as null.
///
/// Control characters, line ends and characters that turn or hide text in a viewer are escaped. Beyond 8 KiB no field and no element is
/// begun: "..." stands in for the rest. So the line stays below 12 KiB plus the longest wire name; a value_codec of the user's that writes
/// by encoder::json() must see to its own size, and write a whole value. No allocation but by the sink.
template <sink S, class Value>
void write_redacted(S& out, const Value& value);

/// The same line as a string.
template <class Value>
[[nodiscard]] std::string to_redacted_string(const Value& value);

namespace model_detail {

/// Whether a character beyond printable ASCII makes viewers do something: break or turn a line, join, hide.
[[nodiscard]] constexpr bool acts_on_viewers(char32_t c) noexcept {
    struct range {
        char32_t first, last;
    };
    constexpr range acting[] = {{0x115f, 0x1160}, {0x3164, 0x3164}, {0xfe00, 0xfe0f}, {0xffa0, 0xffa0}, {0xe0000, 0xe0fff},
                                {0x7f, 0x9f},     {0xad, 0xad},     {0x61c, 0x61c},   {0x180e, 0x180e}, {0x200b, 0x200f},
                                {0x2028, 0x202e}, {0x2060, 0x206f}, {0xfeff, 0xfeff}, {0xfff9, 0xfffb}};
    for (const range& each : acting) {
        if (c >= each.first && c <= each.last) return true;
    }
    return false;
}

/// Passes JSON on as plain text of one line, and counts it. What is escaped here can stand within strings only.
class log_line {
public:
    explicit log_line(sink_ref out) noexcept : out_(out) {}

    void append(std::string_view json) {
        while (!json.empty()) {
            const std::size_t plain = ascii::find_not(json, [](char c) { return c == ' ' || ascii::is_visible(c); });
            put(slice(json, 0, plain));
            json = slice(json, plain);
            if (!json.empty()) put(take_utf8(json));
        }
    }
    [[nodiscard]] std::size_t size() const noexcept { return size_; }

private:
    void put(std::string_view text) {
        size_ += text.size();
        if (!text.empty()) out_.append(text);
    }
    void put(char32_t c) {
        if (c < ' ') return put(" "sv);  // a blank of ready JSON; in strings the writer has escaped it
        if (!acts_on_viewers(c)) {
            const utf8_bytes bytes = encode_utf8(c);
            return put({bytes.text.data(), bytes.size});
        }
        if (c < 0x10000) return put_escape(static_cast<unsigned>(c));
        put_escape(0xd800U + (static_cast<unsigned>(c - 0x10000) >> 10U));
        put_escape(0xdc00U + (static_cast<unsigned>(c - 0x10000) & 0x3ffU));
    }
    void put_escape(unsigned unit) {
        const char escape[] = {'\\', 'u', hex_digit(unit >> 12U), hex_digit(unit >> 8U), hex_digit(unit >> 4U), hex_digit(unit)};
        put({escape, sizeof escape});
    }

    sink_ref out_;
    std::size_t size_ = 0;
};

/// The first whole characters of a text that comes in pieces, and the size of it all.
class text_beginning {
public:
    void append(std::string_view piece) noexcept {
        size_ += piece.size();
        if (is_cut()) return;
        std::size_t size = longest - kept_.size();
        if (size < piece.size()) {
            for (int i = 0; i < 3 && size != 0 && continues(piece[size]); ++i) --size;
        }
        kept_.append(slice(piece, 0, size));
        kept_all_ = kept_all_ && size >= piece.size();
    }
    [[nodiscard]] bool is_cut() const noexcept { return !kept_all_; }
    [[nodiscard]] std::size_t left_out() const noexcept { return size_ - kept_.size(); }
    [[nodiscard]] std::string_view view() const noexcept TC3_LIFETIMEBOUND { return kept_.view(); }

private:
    static constexpr std::size_t longest = 256;
    [[nodiscard]] static constexpr bool continues(char c) noexcept { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

    fixed_text<longest> kept_;
    std::size_t size_ = 0;
    bool kept_all_ = true;
};

/// What stands for values that are left out: "... (1234 more bytes)".
[[nodiscard]] inline fixed_text<48> count_note(std::string_view beginning, std::size_t count, std::string_view ending) noexcept {
    fixed_text<48> note(beginning);
    write_decimal(note, count);
    note.append(ending);
    return note;
}

/// The encoder that the hooks below are given.
class redaction : private log_line, public encoder {
public:
    explicit redaction(sink_ref out) noexcept;

    void show_object(writing_table fields, const void* object);
    void show_text(std::string_view text);
    void show_text(const text_source& text);
    void show_size(std::size_t bytes);
    /// Whether to show the next element of a list; if not, the rest is shown as a note.
    [[nodiscard]] bool wants_element(std::size_t position, std::size_t size);

private:
    static constexpr std::size_t deepest = 8;
    static constexpr std::size_t longest_list = 16;
    static constexpr std::size_t full_at = 8192;

    [[nodiscard]] bool is_full() const noexcept { return log_line::size() >= full_at; }
    void show_field(const writing_row& row, const void* member);
    void show_text(const text_beginning& text, bool is_valid);

    std::size_t depth_ = 0;
};

inline constexpr encoder_rules redaction_rules{
    .write_object = [](encoder& out, writing_table fields,
                       const void* object) { static_cast<redaction&>(out).show_object(fields, object); },
    .write_string = [](encoder& out, std::string_view text) { static_cast<redaction&>(out).show_text(text); },
    .write_pieces = [](encoder& out, const text_source& text) { static_cast<redaction&>(out).show_text(text); },
    .write_binary = [](encoder& out, const binary_view& value) { static_cast<redaction&>(out).show_size(value.size()); },
    .wants_element = [](encoder& out, std::size_t position,
                        std::size_t size) { return static_cast<redaction&>(out).wants_element(position, size); },
};

inline redaction::redaction(sink_ref out) noexcept : log_line(out), encoder(static_cast<log_line&>(*this), &redaction_rules) {}

inline void redaction::show_object(writing_table fields, const void* object) {
    if (depth_ == deepest) return json().string("(nested too deep)"sv);
    ++depth_;
    json().begin_object();
    for (const writing_row& row : fields) {
        if (is_full()) {
            json().name("..."sv);
            json().string("(the line is too long)"sv);
            break;
        }
        show_field(row, static_cast<const char*>(object) + row.offset);
    }
    json().end_object();
    --depth_;
}

inline void redaction::show_field(const writing_row& row, const void* member) {
    if (!row.is_set(member)) return;
    json().name(row.wire_name);
    const std::size_t before = log_line::size();
    if (row.sensitivity == sensitivity::open) row.write(*this, member);
    forget_error();
    if (log_line::size() == before) json().string("***"sv);  // also where a codec of the user's failed before it wrote
}

inline void redaction::show_text(std::string_view text) {
    text_beginning beginning;
    beginning.append(text);
    show_text(beginning, true);
}

inline void redaction::show_text(const text_source& text) {
    text_beginning beginning;
    const bool is_valid = text.write(text.text, sink_ref(beginning));
    show_text(beginning, is_valid);
}

inline void redaction::show_text(const text_beginning& text, bool is_valid) {
    if (!is_valid || find_invalid_utf8(text.view()) != std::string_view::npos) return json().string("(no valid text)"sv);
    json().begin_string();
    json().string_piece(text.view());
    if (text.is_cut()) {
        const auto note = count_note("... ("sv, text.left_out(), " more bytes)"sv);
        json().string_piece(note.view());
    }
    json().end_string();
}

inline void redaction::show_size(std::size_t bytes) {
    const auto note = count_note("("sv, bytes, " bytes)"sv);
    json().string(note.view());
}

inline bool redaction::wants_element(std::size_t position, std::size_t size) {
    forget_error();
    if (position < longest_list && !is_full()) return true;
    const auto note = count_note("... ("sv, size - position, " more elements)"sv);
    json().string(note.view());
    return false;
}

/// The one line writer of a program, whatever it prints.
inline void write_redacted_object(sink_ref out, writing_table fields, const void* object) { redaction(out).write_object(fields, object); }

}  // namespace model_detail

template <sink S, class Value>
void write_redacted(S& out, const Value& value) {
    model_detail::write_redacted_object(sink_ref(out), writing_table_of<Value>(), &value);
}

template <class Value>
std::string to_redacted_string(const Value& value) {
    std::string line;
    write_redacted(line, value);
    return line;
}

}  // namespace tc3::inline v0_1

// ---- tc3/model/server_rules.hpp -------------------------------------------------------------------------------------

// What a server checks of the parameters that it is sent, and a client leaves to it: for emulators, and for tests of a table.

namespace tc3::inline v0_1 {

namespace model_detail {

/// A name from outside is repeated only if it reads like one.
inline void reject_unknown_member(decoder& in, const json::string_token& name) {
    const std::string_view text = name.raw();
    const bool plain = !text.empty() && text.size() <= 64 && ascii::find_not(text, ascii::is_visible) == std::string_view::npos;
    static_cast<void>(in.path().enter(plain ? text : std::string_view("a member")));
    in.json().fail(errc::unknown_member, in.json().position());
}

/// Whether a closed set has a value, `same` telling which it is.
template <class Same>
[[nodiscard]] bool is_allowed(std::span<const literal> allowed, Same same) noexcept {
    for (const literal each : allowed) {
        if (same(each.view())) return true;
    }
    return allowed.empty();
}

[[nodiscard]] inline errc validate_text(const json::string_token& value, const value_limits& limits) noexcept {
    if (!is_allowed(limits.allowed, [&value](std::string_view each) { return value == each; })) return errc::not_allowed;
    return value.size() < limits.shortest || value.size() > limits.longest ? errc::out_of_range : errc::none;
}

[[nodiscard]] inline errc validate_number(const json::number_token& value, const value_limits& limits) noexcept {
    const auto number = value.to_int64();
    if (!number) return errc::out_of_range;
    fixed_text<20> digits;
    write_decimal(digits, *number);
    if (!is_allowed(limits.allowed, [&digits](std::string_view each) { return digits.view() == each; })) return errc::not_allowed;
    return *number < limits.least || *number > limits.most ? errc::out_of_range : errc::none;
}

/// One text or whole number; other types have no limits.
[[nodiscard]] inline errc validate_next(json::reader& in, const value_limits& limits) noexcept {
    json::string_token text;
    json::number_token number;
    switch (in.peek()) {
        case json::kind::string: return in.read_string(text) ? validate_text(text, limits) : errc::none;
        case json::kind::number: return in.read_number(number) ? validate_number(number, limits) : errc::none;
        default: in.skip_value(); return errc::none;
    }
}

/// A value, or each element of a list, by the limits of its field. It was read already, so it is of the field's type.
inline void check_limits(decoder& in, const reading_row& row, std::size_t start) {
    if (row.limits == nullptr) return;
    json::reader value(in.json().since(start), {.depth = json::limits::deepest});
    if (value.peek() != json::kind::array) {
        if (const errc error = validate_next(value, *row.limits); error != errc::none) in.json().fail(error, start);
        return;
    }
    value.begin_array();
    while (value.next_element()) {
        const std::size_t at = value.position();
        const errc error = validate_next(value, *row.limits);
        if (error == errc::none) continue;
        in.json().fail(error, start + at);
        return;
    }
}

inline void check_required(decoder& in, std::span<const object_part> parts, const field_set& filled) {
    std::size_t index = 0;
    for (const object_part& part : parts) {
        for (const reading_row& row : part.fields) {
            const bool absent = !filled.contains(index++);
            if (!absent || row.presence != presence::required) continue;
            static_cast<void>(in.path().enter(row.wire_name));
            in.json().fail(errc::missing, in.json().position());
            return;
        }
    }
}

}  // namespace model_detail

/// Unknown members, values beyond the limits of their field and absent required fields are faults.
inline constexpr decoder_rules server_rules{.on_unknown_member = model_detail::reject_unknown_member,
                                            .check_value = model_detail::check_limits,
                                            .check_object = model_detail::check_required};

}  // namespace tc3::inline v0_1

// ---- tc3/api/client_profile.hpp -------------------------------------------------------------------------------------

// Who asks, where, and in which language: what stays the same from call to call.

namespace tc3::inline v0_1 {

/// A profile that lives elsewhere. Service, host, scheme and connect address are four things; each overrides what the action says and
/// leaves the others alone. Empty members override nothing.
struct client_profile_view {
    credential_view credential;
    std::string_view region = {};    ///< "ap-singapore"
    std::string_view language = {};  ///< of the service's messages: "en-US" or "zh-CN"; empty: the account's
    std::string_view service = {};   ///< the service in the signature, where a host of your own does not name it
    std::string_view version = {};   ///< another API version than the action's
    std::string_view host =
        {};  ///< the Host header, which is signed: a regional host, a gateway; with ":port" where it is not the scheme's own
    std::string_view scheme = "https";  ///< "https" or "http"
    std::string_view connect_to = {};   ///< "address:port" to connect to without changing what is signed: a proxy, a test
};

/// A profile that owns its text. The members are those of client_profile_view. Give it a name: a call does not take one that dies with it.
struct client_profile {
    tc3::credential credential;
    std::string region = {};
    std::string language = {};
    std::string service = {};
    std::string version = {};
    std::string host = {};
    std::string scheme = "https";
    std::string connect_to = {};

    [[nodiscard]] client_profile_view view() const& noexcept TC3_LIFETIMEBOUND {
        return {credential.view(), region, language, service, version, host, scheme, connect_to};
    }
    client_profile_view view() const&& = delete;
    operator client_profile_view() const& noexcept TC3_LIFETIMEBOUND { return view(); }  // NOLINT: implicit, a view of it
    operator client_profile_view() const&& = delete;
};

/// Returns the profile with the secret id of a signer in place of its own.
[[nodiscard]] inline client_profile_view with_id(client_profile_view profile, std::string_view secret_id) noexcept {
    profile.credential.secret_id = secret_id;
    return profile;
}

}  // namespace tc3::inline v0_1

// ---- tc3/api/error_code.hpp -----------------------------------------------------------------------------------------

// What the service's common error codes mean for a program: what kind of fault, and whether asking again helps (SPEC 5.3).

namespace tc3::inline v0_1 {

enum class error_category : std::uint8_t {
    unknown,               ///< nothing is known of the code; a product's own table may have it
    authentication,        ///< key, token, signature or clock
    permission,            ///< the account may not do this, or not from here
    throttling,            ///< too many requests for now
    request,               ///< the request is wrong: it fails again unless it is changed
    quota,                 ///< a limit of the account or a lack of resources
    service,               ///< a fault of the service
    billing,               ///< the account's money or prepaid package
    not_a_failure,         ///< DryRunOperation: the dry run would have worked
    verification_outcome,  ///< the service did its work: the person, photo, video or document did not pass
};

/// What to do before asking again. Every attempt must be signed anew.
enum class retry : std::uint8_t {
    never,                      ///< the answer stays the same
    with_back_off,              ///< wait into the next second or longer, with jitter
    with_back_off_if_harmless,  ///< likewise, but the request may have taken effect: only if doing it twice does no harm
    once_with_corrected_clock,  ///< after taking over the service's time
    once_with_new_credential,   ///< after fetching fresh temporary keys
};

struct error_code_info {
    std::string_view code;
    error_category category = error_category::unknown;
    tc3::retry retry = retry::never;
};

namespace api_detail {

inline constexpr error_code_info common_error_codes[] = {
    error_code_info{"ActionOffline", error_category::request, retry::never},
    error_code_info{"AuthFailure", error_category::authentication, retry::never},
    error_code_info{"AuthFailure.InvalidAuthorization", error_category::authentication, retry::never},
    error_code_info{"AuthFailure.InvalidSecretId", error_category::authentication, retry::never},
    error_code_info{"AuthFailure.MFAFailure", error_category::authentication, retry::never},
    error_code_info{"AuthFailure.SecretIdNotFound", error_category::authentication, retry::never},
    error_code_info{"AuthFailure.SignatureExpire", error_category::authentication, retry::once_with_corrected_clock},
    error_code_info{"AuthFailure.SignatureFailure", error_category::authentication, retry::never},
    error_code_info{"AuthFailure.TokenFailure", error_category::authentication, retry::once_with_new_credential},
    error_code_info{"AuthFailure.UnauthorizedOperation", error_category::permission, retry::never},
    error_code_info{"DryRunOperation", error_category::not_a_failure, retry::never},
    error_code_info{"FailedOperation", error_category::request, retry::never},
    error_code_info{"InternalError", error_category::service, retry::with_back_off_if_harmless},
    error_code_info{"InvalidAction", error_category::request, retry::never},
    error_code_info{"InvalidParameter", error_category::request, retry::never},
    error_code_info{"InvalidParameterValue", error_category::request, retry::never},
    error_code_info{"InvalidRequest", error_category::request, retry::never},
    error_code_info{"IpInBlacklist", error_category::permission, retry::never},
    error_code_info{"IpNotInWhitelist", error_category::permission, retry::never},
    error_code_info{"LimitExceeded", error_category::quota, retry::never},
    error_code_info{"MissingParameter", error_category::request, retry::never},
    error_code_info{"NoSuchProduct", error_category::request, retry::never},
    error_code_info{"NoSuchVersion", error_category::request, retry::never},
    error_code_info{"RequestLimitExceeded", error_category::throttling, retry::with_back_off},
    error_code_info{"RequestSizeLimitExceeded", error_category::request, retry::never},
    error_code_info{"ResourceInUse", error_category::request, retry::never},
    error_code_info{"ResourceInsufficient", error_category::quota, retry::never},
    error_code_info{"ResourceNotFound", error_category::request, retry::never},
    error_code_info{"ResourceUnavailable", error_category::service, retry::with_back_off_if_harmless},
    error_code_info{"ResponseSizeLimitExceeded", error_category::request, retry::never},
    error_code_info{"ServiceUnavailable", error_category::service, retry::with_back_off_if_harmless},
    error_code_info{"UnauthorizedOperation", error_category::permission, retry::never},
    error_code_info{"UnknownParameter", error_category::request, retry::never},
    error_code_info{"UnsupportedOperation", error_category::request, retry::never},
    error_code_info{"UnsupportedProtocol", error_category::request, retry::never},
    error_code_info{"UnsupportedRegion", error_category::request, retry::never},
};

[[nodiscard]] constexpr const error_code_info* find_error_code(std::string_view code) noexcept {
    for (const error_code_info& row : common_error_codes) {
        if (row.code == code) return &row;
    }
    return nullptr;
}

}  // namespace api_detail

/// What is known of a code: its own row, else the row of the part before its first dot, as products add codes below the common ones.
/// `code` in the result tells which row it was; it is empty, and the category unknown, where there is none. Below InternalError and the
/// like, products also put outcomes and faults of the input (`InternalError.ActionLightDark`): those are never worth asking again for.
[[nodiscard]] constexpr error_code_info describe_error_code(std::string_view code) noexcept {
    if (const error_code_info* row = api_detail::find_error_code(code)) return *row;
    const error_code_info* row = api_detail::find_error_code(slice(code, 0, code.find('.')));
    if (row == nullptr) return {};
    error_code_info info = *row;
    if (info.retry == retry::with_back_off_if_harmless) info.retry = retry::never;
    return info;
}

}  // namespace tc3::inline v0_1

// ---- tc3/api/failure.hpp --------------------------------------------------------------------------------------------

// Why a call gave no answer: whose fault it is, and all that is known. No secret and no byte of an input ever stands in it.

namespace tc3::inline v0_1 {

/// Where it ended.
enum class stage : std::uint8_t {
    request,    ///< the input, the profile or the caller's memory: nothing was sent
    transport,  ///< the caller's HTTP failed: whether the service saw the request is not known
    http,       ///< an HTTP status other than 200, from the service or a gateway before it
    service,    ///< the service answered with an error: see code, message, request_id
    response,   ///< status 200, but the body is not an answer: cut short, not JSON, of another shape
};

[[nodiscard]] constexpr std::string_view name_of(stage where) noexcept {
    switch (where) {
        case stage::request: return "request";
        case stage::transport: return "transport";
        case stage::http: return "http";
        case stage::service: return "service";
        case stage::response: return "response";
    }
    return "";
}

/// How a call ended that has neither a response nor an error of the transport.
enum class interruption : std::uint8_t {
    none,
    abandoned,  ///< the transport dropped the call without completing it
    cancelled,  ///< the program, or the transport on its behalf, cancelled the call
};

/// Returns what an interruption means in a few words, without a full stop.
[[nodiscard]] constexpr std::string_view describe(interruption how) noexcept {
    switch (how) {
        case interruption::none: return "the call was not interrupted";
        case interruption::abandoned: return "the transport dropped the call without completing it";
        case interruption::cancelled: return "the call was cancelled";
    }
    return "";
}

/// A failure in the storage of the answer that it stands in for. Members that do not concern its stage are empty.
template <class Storage>
struct basic_failure {
    tc3::stage stage = stage::request;
    tc3::interruption interruption = interruption::none;  ///< stage transport: whether the call was dropped or cancelled
    error reason = {};                                    ///< what is wrong and where, as far as tc3 itself found it
    std::string_view action = {};       ///< stage response: the action whose answer this should have been, where its type is known
    typename Storage::text field = {};  ///< stages request, response: the field concerned, as "Filters[2].Name"
    std::int32_t status = 0;            ///< the HTTP status; 0 before there is one
    std::int64_t transport_code = 0;    ///< stage transport: the transport's own number
    typename Storage::text code = {};   ///< the service's error code, "AuthFailure.SignatureFailure"; kept at stage http too
    typename Storage::text message =
        {};  ///< the service's message, or the transport's text, for people only: its language and wording change
    typename Storage::text request_id = {};  ///< the service's id of the call, wherever it is known: support asks for it
};

using failure = basic_failure<owning>;

namespace api_detail {

template <class Storage>
TC3_NOINLINE void write_failure(any_sink& out, const basic_failure<Storage>& why) {
    line_sink line(out);
    out.append(name_of(why.stage));
    if (!why.action.empty()) {
        out.append(": ");
        line.append(why.action);
    }
    if (why.stage == stage::http || (why.status != 0 && why.status != 200)) {
        out.append(": status ");
        write_decimal(out, why.status);
    }
    if (why.transport_code != 0) {
        out.append(": error ");
        write_decimal(out, why.transport_code);
    }
    if (why.stage == stage::service && is_empty_text(why.code)) out.append(": an error without a code");
    if (!is_empty_text(why.code)) {
        out.append(": ");
        static_cast<void>(write_text(line, why.code));
    }
    if (!is_empty_text(why.message)) {
        out.append(": ");
        static_cast<void>(write_text(line, why.message));
    }
    if (why.interruption != interruption::none) {
        out.append(": ");
        out.append(describe(why.interruption));
    }
    if (why.reason.code != errc::none) {
        out.append(": ");
        with_view(why.field, [&](std::string_view field) {
            error reason = why.reason;
            reason.name = field;
            write_error(out, reason);
        });
    }
    if (!is_empty_text(why.request_id)) {
        out.append(" (request id ");
        static_cast<void>(write_text(line, why.request_id));
        out.append(")");
    }
}

}  // namespace api_detail

/// Writes a failure as one line without its end, for a log:
/// "service: AuthFailure.SecretIdNotFound: The SecretId is not found (request id 7d4f...)". The only place that words a failure.
template <sink S, class Storage>
void write_failure(S& out, const basic_failure<Storage>& why) {
    any_sink_of<S> to(out);
    api_detail::write_failure(to, why);
}

/// The same line as a string.
[[nodiscard]] inline std::string to_string(const failure& why) {
    std::string line;
    write_failure(line, why);
    return line;
}

/// What to do before asking again: by the service's code where it is a known one, else by the HTTP status (SPEC 5.3).
template <class Storage>
[[nodiscard]] constexpr retry retry_advice(const basic_failure<Storage>& why) noexcept {
    const error_code_info known = with_view(why.code, describe_error_code);
    if (known.category != error_category::unknown) return known.retry;
    if (why.interruption == interruption::cancelled) return retry::never;
    if (why.stage == stage::transport) return retry::with_back_off_if_harmless;
    if (why.stage == stage::http && why.status == 429) return retry::with_back_off;
    if (why.stage == stage::http && why.status >= 500) return retry::with_back_off_if_harmless;
    return retry::never;
}

}  // namespace tc3::inline v0_1

// ---- tc3/api/http_response.hpp --------------------------------------------------------------------------------------

// The responses that tc3 reads: those of any HTTP library, without a copy.

namespace tc3::inline v0_1 {

namespace api_detail {

/// The element type of a contiguous body.
template <class Body>
using element_of = std::remove_cv_t<std::remove_pointer_t<decltype(std::data(std::declval<const Body&>()))>>;

template <class Body>
concept contiguous_bytes = std::convertible_to<const Body&, std::string_view> || sizeof(element_of<Body>) == 1;

}  // namespace api_detail

/// Has an HTTP status.
template <class Response>
concept has_status = requires(const Response& response) {
    { response.status } -> std::convertible_to<std::int64_t>;
};

/// Has a contiguous body of one-byte elements.
template <class Response>
concept has_body =
    requires(const Response& response) { requires api_detail::contiguous_bytes<std::remove_cvref_t<decltype(response.body)>>; };

/// A response: `status` and `body`.
template <class Response>
concept http_response = has_status<Response> && has_body<Response>;

/// A response whose body is a view, such as std::string_view or std::span, and therefore outlives the response. A view type of your own is
/// recognised by std::ranges::enable_borrowed_range.
template <class Response>
concept lends_its_body =
    http_response<Response> && std::ranges::enable_borrowed_range<std::remove_cvref_t<decltype(std::declval<Response&>().body)>>;

/// A temporary response that owns its body.
template <class Response>
concept dying_response = !std::is_lvalue_reference_v<Response> && http_response<std::remove_cv_t<Response>> && !lends_its_body<Response>;

/// Returns the body of a response as text.
///
/// Lifetime: refers to the body.
template <has_body Response>
[[nodiscard]] constexpr std::string_view body_of(const Response& response TC3_LIFETIMEBOUND) noexcept {
    using body_type = std::remove_cvref_t<decltype(response.body)>;
    if constexpr (std::convertible_to<const body_type&, std::string_view>) {
        return response.body;
    } else {
        return as_text(std::span<const api_detail::element_of<body_type>>(std::data(response.body), std::size(response.body)));
    }
}

/// Returns the status of a response. A number beyond 32 bits becomes the nearest one within.
template <has_status Response>
[[nodiscard]] constexpr std::int32_t status_of(const Response& response) noexcept {
    using limits = std::numeric_limits<std::int32_t>;
    const auto status = static_cast<std::int64_t>(response.status);
    if (status < (limits::min)()) return (limits::min)();
    return status > (limits::max)() ? (limits::max)() : static_cast<std::int32_t>(status);
}

}  // namespace tc3::inline v0_1

// ---- tc3/api/envelope.hpp -------------------------------------------------------------------------------------------

// The envelope {"Response": {...}} around every output and every error of the service (docs/tc3-signing.md 5.1).

namespace tc3::inline v0_1 {

/// The parts that every answer has, in one of the storages. `payload` points into the body.
template <class Storage>
struct basic_envelope {
    std::string_view payload;                ///< the object under "Response", as it stands
    typename Storage::text request_id = {};  ///< empty where the service sent none
};

using envelope = basic_envelope<owning>;

/// Reads the envelope alone, for actions known only at run time. `payload` points into the body.
template <http_response Response>
[[nodiscard]] result<envelope, failure> parse_envelope(const Response& response TC3_LIFETIMEBOUND);
/// The same in another storage: `parse_envelope<tc3::borrowed>(response, space)`.
template <stateful_storage Storage, http_response Response>
[[nodiscard]] result<basic_envelope<Storage>, basic_failure<Storage>> parse_envelope(const Response& response TC3_LIFETIMEBOUND,
                                                                                     typename Storage::state& state TC3_LIFETIMEBOUND);

template <dying_response Response>
void parse_envelope(Response&& response) = delete;
template <stateful_storage Storage, dying_response Response>
void parse_envelope(Response&& response, typename Storage::state& state) = delete;

/// The same for a body alone, that came with status 200.
[[nodiscard]] inline result<envelope, failure> parse_envelope_body(std::string_view body TC3_LIFETIMEBOUND);
template <std::same_as<std::string> Body>
void parse_envelope_body(Body&& body) = delete;

/// Sets a failure of the storage, for a body that is correct.
template <class Storage>
TC3_NOINLINE void fail_storage(basic_failure<Storage>& why, const error& reason, std::int32_t status, std::string_view action = {}) {
    why.action = action;
    why.stage = stage::response;
    why.reason = reason;
    why.status = status;
}

namespace api_detail {

/// The members that any answer may have beside its own, as they stand in the body.
struct service_error {
    json::string_token code;
    json::string_token message;
};

struct common_members {
    std::optional<service_error> error;
    json::string_token request_id;
    json::string_token request_id_misspelt;

    [[nodiscard]] const json::string_token& any_request_id() const noexcept {
        return request_id.size() != 0 ? request_id : request_id_misspelt;
    }
};

}  // namespace api_detail

template <>
inline constexpr auto fields_of<api_detail::service_error> =
    field_list(field_of<&api_detail::service_error::code>("Code"), field_of<&api_detail::service_error::message>("Message"));

// A few old actions spell it RequestID.
template <>
inline constexpr auto fields_of<api_detail::common_members> =
    field_list(field_of<&api_detail::common_members::error>("Error"), field_of<&api_detail::common_members::request_id>("RequestId"),
               field_of<&api_detail::common_members::request_id_misspelt>("RequestID"));

namespace api_detail {

/// Reads {"Response": {...}} with the common members and, if there is a table, those of an answer. `payload` becomes the inner object.
inline void read_response(decoder& in, common_members& common, const object_part& output, std::string_view& payload) {
    json::reader& json = in.json();
    if (!json.begin_object()) return;
    json::string_token name;
    bool found = false;
    // An Error is the service's whatever the answer's own table says; a request id goes to the answer if it has a place for one.
    const reading_table own = reading_table_of<common_members>();
    const object_part parts[] = {{own.first(1), &common}, output, {own.subspan(1), &common}};
    while (json.next_member(name)) {
        if (!(name == "Response"sv)) {
            json.skip_value();
            continue;
        }
        const std::size_t start = json.position();
        const std::size_t before = in.path().enter("Response"sv);
        if (found) json.fail(errc::duplicate, start);
        if (json.peek() != json::kind::object) json.fail(errc::wrong_type, start);
        if (!json.ok()) return;
        in.path().leave(before);
        found = true;
        in.read_object(parts);
        payload = json.since(start);
    }
    json.finish();
    if (!json.ok() || found) return;
    static_cast<void>(in.path().enter("Response"sv));
    json.fail(errc::missing, json.position());
}

/// How long what a failure tells is there: as long as the body, or until it is told.
enum class told : bool { from_body, in_passing };

/// Fills one text of a failure. Where a workspace has no room for it the text is left empty, and the workspace as it was: a failure must
/// not spoil it for the next call.
template <text_type Text>
TC3_NOINLINE void fill_if_it_fits(storage_ref storage, Text& to, const json::string_token& text, told how) {
    workspace* space = storage.get<workspace>();
    const workspace::mark before = space != nullptr ? space->position() : workspace::mark();
    if (how == told::from_body) {
        static_cast<void>(text_traits<Text>::assign(storage, to, text));
    } else {
        keep_text(storage, to, text.raw());
    }
    if (space != nullptr && !space->complete()) space->return_to(before);
}

/// What a body came to, before it is known whether it is an answer. Like all that follows it exists once, however many answer types a
/// program has.
class body_reader {
public:
    /// All arguments must outlive it.
    body_reader(const std::string_view& body, std::int32_t status, storage_ref storage = {}) noexcept
        : body_(body), status_(status), in_(body, storage) {}

    /// Reads an answer by its table, which takes RequestId to itself; without one the common members have it. False: it is a failure.
    [[nodiscard]] bool read(const object_part& output = {}) {
        read_response(in_, common_, output, payload_);
        return status_ == 200 && in_.ok() && !common_.error;
    }

    [[nodiscard]] std::string_view payload() const noexcept { return payload_; }
    [[nodiscard]] json::string_token request_id() const noexcept { return common_.any_request_id(); }

    /// Says why a body is no answer. It is read once more, for the envelope alone: so code and request id are known even when they stand
    /// behind the field that is wrong.
    template <class Storage>
    TC3_NOINLINE void explain(basic_failure<Storage>& why, storage_ref storage, std::string_view action = {}) const {
        common_members around;
        read_envelope(around);
        const service_error error = around.error ? *around.error : service_error();
        why.stage = stage::service;
        why.status = status_;
        fill_if_it_fits(storage, why.code, error.code, told::from_body);
        fill_if_it_fits(storage, why.request_id, around.any_request_id(), told::from_body);
        fill_if_it_fits(storage, why.message, error.message, told::from_body);
        if (status_ != 200) {
            why.stage = stage::http;
        } else if (!in_.ok() && error.code.size() == 0) {
            why.stage = stage::response;
            why.action = action;
            why.reason = in_.json().error();
            fill_if_it_fits(storage, why.field, json::string_token::plain(in_.path().view()), told::in_passing);
        }
    }

private:
    void read_envelope(common_members& around) const {
        decoder again(body_);
        std::string_view payload;
        read_response(again, around, {}, payload);
    }

    std::string_view body_;
    std::int32_t status_;
    decoder in_;
    common_members common_;
    std::string_view payload_;
};

/// A storage's state for the time of a reading. Of a workspace: what half an answer took is given back, and a shortage is a failure.
template <class State>
class reading {
public:
    explicit reading(State&) noexcept {}
    [[nodiscard]] bool refused() const noexcept { return false; }
    [[nodiscard]] bool complete() const noexcept { return true; }
    [[nodiscard]] error shortage() const noexcept { return {}; }
    void give_back() const noexcept {}
};

template <>
class reading<workspace> {
public:
    explicit reading(workspace& space) noexcept : space_(space), before_(space.position()) {}
    /// What is lent may be written to at any time.
    [[nodiscard]] bool refused() const noexcept { return space_.is_lent(); }
    [[nodiscard]] bool complete() const noexcept { return space_.complete(); }
    [[nodiscard]] error shortage() const noexcept { return space_.shortage(); }
    void give_back() const noexcept { space_.return_to(before_); }

private:
    workspace& space_;
    workspace::mark before_;
};

// The answer is read where it is returned; and what a failure takes of the stack lies in functions of their own.

inline constexpr error lent_to_another{.code = errc::in_use, .part = "workspace"};

}  // namespace api_detail

namespace api_detail {

struct no_state {};

template <class Storage, class State>
[[nodiscard]] result<basic_envelope<Storage>, basic_failure<Storage>> parse_envelope(std::string_view body, std::int32_t status,
                                                                                     State& state) {
    result<basic_envelope<Storage>, basic_failure<Storage>> made(made_in_place, [] { return basic_envelope<Storage>{}; });
    const reading<State> attempt(state);
    const storage_ref storage(state);
    if (attempt.refused()) {
        fail_storage(made.emplace_error(), lent_to_another, status);
        return made;
    }
    body_reader in(body, status, storage);
    if (!in.read()) {
        in.explain(made.emplace_error(), storage);
        return made;
    }
    (*made).payload = in.payload();
    const bool kept = text_traits<typename Storage::text>::assign(storage, (*made).request_id, in.request_id());
    if (kept && attempt.complete()) return made;

    const error reason = kept ? attempt.shortage() : error{.code = errc::not_stored, .part = "body"};
    attempt.give_back();
    fail_storage(made.emplace_error(), reason, status);
    return made;
}

}  // namespace api_detail

template <http_response Response>
result<envelope, failure> parse_envelope(const Response& response) {
    api_detail::no_state none;
    return api_detail::parse_envelope<owning>(body_of(response), status_of(response), none);
}

template <stateful_storage Storage, http_response Response>
result<basic_envelope<Storage>, basic_failure<Storage>> parse_envelope(const Response& response, typename Storage::state& state) {
    return api_detail::parse_envelope<Storage>(body_of(response), status_of(response), state);
}

inline result<envelope, failure> parse_envelope_body(std::string_view body) {
    api_detail::no_state none;
    return api_detail::parse_envelope<owning>(body, 200, none);
}

}  // namespace tc3::inline v0_1

// ---- tc3/api/own_headers.hpp ----------------------------------------------------------------------------------------

// The headers of API 3.0, and what may stand in the parts of a request that become its head (SPEC 2.2). Used by request_builder.hpp.

namespace tc3::inline v0_1::api_detail {

/// What X-TC-RequestClient may hold.
[[nodiscard]] constexpr bool is_client_character(char c) noexcept { return ascii::is_alphanumeric(c) || ascii::contains("-_ ,;."sv, c); }

struct own_header {
    std::string_view name;
    text_rule rule;
    bool is_sensitive = false;
    bool is_named = false;  ///< whether an error names the header, where the part does not tell which one it is

    [[nodiscard]] constexpr std::string_view name_in_error() const noexcept { return is_named ? name : std::string_view(); }
};

/// The headers that tc3 sends beside Host and Authorization, in the order of sending.
inline constexpr own_header own_headers[] = {
    {"Content-Type", {.part = "content type", .required = true, .trimmed = true, .utf8 = true, .allowed = ascii::is_field_value}},
    {"X-TC-Action", {.part = "action", .required = true, .allowed = is_name_character}},
    {"X-TC-Version", {.part = "version", .required = true, .allowed = is_name_character}},
    {"X-TC-Timestamp", {.part = "timestamp"}},
    {"X-TC-Region", {.part = "region", .allowed = is_name_character}},
    {"X-TC-Language", {.part = "language", .allowed = is_name_character}},
    {"X-TC-Token", {.part = "session token", .trimmed = true, .utf8 = true, .allowed = ascii::is_field_value}, true},
    {"X-TC-RequestClient", {.part = "header value", .trimmed = true, .allowed = is_client_character}, false, true},
    {"X-TC-TraceId", {.part = "header value", .trimmed = true, .utf8 = true, .allowed = ascii::is_field_value}, false, true},
    {"X-TC-Content-SHA256", {.part = "header value"}},
};

/// Whether a header is tc3's own, or that of the HTTP stack.
[[nodiscard]] constexpr bool is_own_header(const std::string_view& name) noexcept {
    for (const own_header& own : own_headers) {
        if (ascii::equal_lower(name, own.name)) return true;
    }
    return ascii::is_word_of("host authorization content-length transfer-encoding"sv, name);
}

/// Headers that HTTP stacks and proxies set or change as they please (SPEC 1.2): they may be sent, but not signed.
[[nodiscard]] constexpr bool changes_on_the_way(const std::string_view& name) noexcept {
    return ascii::is_word_of("connection keep-alive accept-encoding user-agent expect te trailer upgrade"sv, name);
}

}  // namespace tc3::inline v0_1::api_detail

// ---- tc3/api/request_options.hpp ------------------------------------------------------------------------------------

// What may differ from one request to the next, and content that is not a typed input.

namespace tc3::inline v0_1 {

/// The documented limits of a request (SPEC 2.1): 10 MB of body, 32 KB of query. More is refused before it is sent.
inline constexpr std::size_t largest_body = std::size_t{10} * 1024 * 1024;
inline constexpr std::size_t largest_query = std::size_t{32} * 1024;

inline constexpr std::string_view json_content_type = "application/json";
inline constexpr std::string_view query_content_type = "application/x-www-form-urlencoded";

/// Options of one request. All views need to live only during the call that takes them.
struct request_options {
    http::method method = http::method::post;           ///< GET puts the input into the query; not every action takes it
    bool sign_action = false;                           ///< signs X-TC-Action too, as the newer manual pages do
    bool unsigned_payload = false;                      ///< leaves the body out of the signature; few services accept that
    bool stream_body = false;                           ///< leaves the body out of the request: write_body() streams it behind the head
    bool skip_authorization = false;                    ///< sends `Authorization: SKIP`, for the few actions that need no credential
    std::string_view path = "/";                        ///< the path, sent and signed; other than "/" only for gateways that want one
    std::string_view trace_id = {};                     ///< X-TC-TraceId, echoed in the answer's headers
    std::string_view request_client = {};               ///< X-TC-RequestClient, the name of your program: up to 128 of `0-9a-zA-Z-_ ,;.`
    std::span<const http::header> headers = {};         ///< more headers to send
    std::span<const http::header> signed_headers = {};  ///< more headers to send and sign
};

/// Content in a form of your own: multipart, octet-stream, a query that is encoded already. The bytes are signed and sent as they stand.
/// The content type should be lower-case: it is signed as it stands, and must arrive so.
struct request_content {
    std::string_view body = {};
    std::string_view content_type = {};  ///< empty: the usual one, JSON for POST and that of a form for GET
    std::string_view query = {};         ///< for GET, without '?'
};

}  // namespace tc3::inline v0_1

// ---- tc3/api/input_ref.hpp ------------------------------------------------------------------------------------------

// The input of a request in one type: a described struct, ready JSON, or content of another type.

namespace tc3::inline v0_1 {

/// What goes with an action known at run time: its parameters as ready JSON (checked to be JSON, sent as they stand), or content of any
/// other type (not looked into).
template <class T>
concept content_of_request = std::convertible_to<const T&, std::string_view> || std::same_as<T, request_content>;

/// Refers to the input of a request: a described struct, ready JSON, or content of another type. It carries its writer, so that a program
/// links only the writers that it uses.
///
/// Lifetime: refers to the input.
class input_ref {
public:
    /// A typed input and its table.
    template <described_action Input>
    [[nodiscard]] static input_ref of(const Input& input) noexcept {
        input_ref made(write_input, {});
        made.fields_ = writing_table_of<Input>();
        made.input_ = &input;
        return made;
    }
    [[nodiscard]] static input_ref of(std::string_view json) noexcept { return {write_json, {.body = json}}; }
    [[nodiscard]] static input_ref of(const request_content& content) noexcept { return {write_ready, content}; }

    /// The content type to send, given by the caller or usual for the method.
    [[nodiscard]] const std::string_view& type(http::method verb) const noexcept {
        if (!ready_.content_type.empty()) return ready_.content_type;
        return verb == http::method::get ? query_content_type : json_content_type;
    }
    /// The query of content that brings one. Content that is JSON has none yet.
    [[nodiscard]] const std::string_view& query() const noexcept { return ready_.query; }
    [[nodiscard]] bool is_json() const noexcept { return write_ != write_ready; }

    /// Writes the body. A fault is added to `errors` and the path of the field concerned, if there is one, written to `field`; what was
    /// written is of no use then.
    void write(any_sink& out, first_error& errors, any_sink& field) const { write_(*this, out, errors, field); }

private:
    using writer = void (*)(const input_ref& content, any_sink& out, first_error& errors, any_sink& field);

    input_ref(writer how, const request_content& content) noexcept : write_(how), ready_(content) {}

    static void write_input(const input_ref& content, any_sink& out, first_error& errors, any_sink& field) {
        encoder json(out);
        json.write_object(content.fields_, content.input_);
        if (json.ok()) return;
        errors.add(json.error());
        field.append(json.path().view());
    }
    static void write_ready(const input_ref& content, any_sink& out, first_error&, any_sink&) { out.append(content.ready_.body); }
    static void write_json(const input_ref& content, any_sink& out, first_error& errors, any_sink&) {
        check_json(errors, content.ready_.body);
        if (errors.ok()) out.append(content.ready_.body);
    }
    static void check_json(first_error& errors, std::string_view json) noexcept {
        errors.check_size("body", json.size(), largest_body);
        if (!errors.ok()) return;
        if (const auto valid = json::validate(json); !valid) {
            errors.add(valid.error());
            return;
        }
        const std::size_t first = ascii::find_not(json, ascii::is_space);
        if (json[first] != '{') errors.add(errc::wrong_type, "body", first);
    }

    writer write_;
    writing_table fields_ = {};
    const void* input_ = nullptr;
    request_content ready_ = {};
};

/// Writes the body that a request for an input has, as JSON into any sink: for bodies that are streamed behind a head. Fails as
/// make_request does, with the error's `name` empty.
template <described_action Input, sink S>
[[nodiscard]] result<void, error> write_body(S& out, const Input& input) {
    first_error errors;
    counting_sink nowhere;
    sink_adapter field(nowhere);
    any_sink_of<S> to(out);
    input_ref::of(input).write(to, errors, field);
    return errors.to_result();
}

}  // namespace tc3::inline v0_1

// ---- tc3/api/query.hpp ----------------------------------------------------------------------------------------------

// The query string of a GET request, made from the JSON form of an input: flattened, percent-encoded, sorted (SPEC 1.8).

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

// ---- tc3/api/request_builder.hpp ------------------------------------------------------------------------------------

// Assembles a request: checks every part and writes them one behind the other into any sink. Used by make_request.hpp and
// make_request_into.hpp.

namespace tc3::inline v0_1::api_detail {

/// Writes a request in the order of http::request_layout, body first. It keeps no text, so that the request may go into a string, into the
/// caller's memory, or, but for its head, nowhere at all.
class request_builder {
public:
    /// All arguments must outlive the builder. Of the profile's credential only id and token are looked at, unless it is to sign.
    request_builder(const action& what, const input_ref& content, const client_profile_view& profile, unix_time now,
                    const request_options& options) noexcept;
    request_builder(const request_builder&) = delete;
    request_builder& operator=(const request_builder&) = delete;

    /// The query of a GET, where it had to be made.
    void set_query(std::string_view query) noexcept { parts_.query = query; }

    // Each step adds what is wrong to `errors`, and is to be taken only while there is no fault.

    /// Looks at all but the body and the secret key.
    void validate(first_error& errors) const noexcept;

    /// Writes the body and hashes it on its way. Writes to `field` the path of one that is at fault.
    template <crypto::sha256_policy Policy>
    void write_body(first_error& errors, any_sink& out, const input_ref& content, Policy& policy, any_sink& field);

    /// Writes all but the body and the Authorization header.
    void write_head(any_sink& out);

    /// Signs with the profile's secret key and writes the Authorization header, the last part. Nothing is kept of the key.
    template <crypto::sha256_policy Policy>
    TC3_NOINLINE void write_authorization(first_error& errors, any_sink& out, Policy& policy) const;
    /// Has the signature made by a signer, whose id the profile holds.
    template <signing::signer Signer, crypto::sha256_policy Policy>
    TC3_NOINLINE void write_authorization(first_error& errors, any_sink& out, Signer& signer, Policy& policy) const;

    /// All up to the string to sign, for a signature that is made later.
    template <crypto::sha256_policy Policy>
    [[nodiscard]] result<signing::signing_request, error> prepare(Policy& policy) const;
    /// Writes the Authorization header up to its signature, which attach() adds.
    void write_unsigned_authorization(any_sink& out) const;

    [[nodiscard]] const http::request_layout& layout() const noexcept { return layout_; }

private:
    static constexpr std::size_t longest_request_client = 128;
    static constexpr std::size_t most_signed_headers = signing::most_signed_headers - 3;  // beside our own
    static constexpr std::size_t longest_host = 253 + 6;                                  // a DNS name and ":65535"
    static constexpr std::string_view usual_domain = ".tencentcloudapi.com";

    [[nodiscard]] static const std::string_view& first_of(const std::string_view& preferred, const std::string_view& otherwise) noexcept {
        return preferred.empty() ? otherwise : preferred;
    }
    [[nodiscard]] std::array<std::string_view, std::size(own_headers)> header_values() const noexcept;

    void validate_address(first_error& errors) const noexcept;
    void validate_extra_headers(first_error& errors) const noexcept;
    void write_body(first_error& errors, any_sink& out, any_sink& hash, const input_ref& content, any_sink& field);
    void write_signature(any_sink& out, const crypto::sha256_digest& made) const;

    const action& what_;
    const client_profile_view& profile_;
    const request_options& options_;
    unix_time now_;
    std::string_view content_type_;
    std::string_view service_;
    std::string_view host_;  // as given: letters become small where it is written
    fixed_text<longest_service + usual_domain.size()> usual_host_;
    fixed_text<20> timestamp_;
    http::header signed_headers_[3] = {{"Content-Type"sv, {}}, {"Host"sv, {}}, {"X-TC-Action"sv, {}}};
    signing::request_parts parts_;
    http::request_layout layout_;
};

TC3_NOINLINE inline request_builder::request_builder(const action& what, const input_ref& content, const client_profile_view& profile,
                                                     unix_time now, const request_options& options) noexcept
    : what_(what),
      profile_(profile),
      options_(options),
      now_(now),
      content_type_(content.type(options.method)),
      service_(first_of(profile.service, what.service)),
      host_(first_of(profile.host, what.host)),
      parts_{.method = options.method,
             .canonical_uri = options.path,
             .query = content.query(),
             .headers = {{signed_headers_, options.sign_action ? std::size_t{3} : std::size_t{2}}, options.signed_headers}} {
    if (service_.empty()) service_ = signing::service_label(host_);
    if (host_.empty()) {
        usual_host_.append(service_);
        usual_host_.append(usual_domain);
        host_ = usual_host_.view();
    }
    write_decimal(timestamp_, now.seconds);
    signed_headers_[0].value = content_type_;
    signed_headers_[1].value = host_;
    signed_headers_[2].value = what_.name;
}

/// Those of own_headers, in its order; empty where one is not sent.
TC3_NOINLINE inline std::array<std::string_view, std::size(own_headers)> request_builder::header_values() const noexcept {
    return {content_type_,
            what_.name,
            first_of(profile_.version, what_.version),
            timestamp_.view(),
            profile_.region,
            profile_.language,
            profile_.credential.token,
            options_.request_client,
            options_.trace_id,
            options_.unsigned_payload ? signing::unsigned_payload : std::string_view{}};
}

inline void request_builder::validate(first_error& errors) const noexcept {
    if (!options_.skip_authorization) errors.check_text(secret_id_rule, profile_.credential.secret_id);
    check_scope(errors, service_, now_);
    const auto values = header_values();
    for (std::size_t i = 0; i < values.size(); ++i) {
        errors.check_value(own_headers[i].rule, own_headers[i].name_in_error(), values[i]);
    }
    if (what_.needs_region && profile_.region.empty()) errors.add(errc::missing, "region");
    errors.check_size("header value", options_.request_client.size(), longest_request_client, "X-TC-RequestClient"sv);
    errors.check_size("query", parts_.query.size(), largest_query);
    // A POST signs no query (SPEC 1.2).
    if (options_.method == http::method::post && !parts_.query.empty()) errors.add(errc::not_allowed, "query");
    check_target(errors, parts_.canonical_uri, parts_.query);
    validate_address(errors);
    validate_extra_headers(errors);
    check_signed_headers(errors, parts_.headers);
}

inline void request_builder::validate_address(first_error& errors) const noexcept {
    errors.check_size("host", host_.size(), longest_host);
    check_address(errors, "host", host_);
    if (!profile_.connect_to.empty()) check_address(errors, "connect address", profile_.connect_to);
    if (profile_.scheme.empty()) errors.add(errc::missing, "scheme");
    if (!equal(profile_.scheme, "https"sv) && !equal(profile_.scheme, "http"sv)) errors.add(errc::not_allowed, "scheme");
}

inline void request_builder::validate_extra_headers(first_error& errors) const noexcept {
    const std::size_t signed_count = options_.signed_headers.size();
    if (signed_count > most_signed_headers) {
        errors.add({.code = errc::too_many, .part = "signed headers", .needed = signed_count, .limit = most_signed_headers});
    }
    const http::header_set extra(options_.signed_headers, options_.headers);
    for (std::size_t i = 0; i < extra.size(); ++i) {
        const http::header& field = extra[i];
        check_header(errors, field);
        errors.check_text(header_name_rule, field.name);  // blanks around it are fine in a canonical form, not on the wire
        bool twice = is_own_header(field.name);
        for (std::size_t earlier = 0; earlier < i; ++earlier) twice = twice || ascii::equal_lower(field.name, extra[earlier].name);
        if (twice) errors.add(errc::duplicate, "header name", field.name);
        if (i < signed_count && changes_on_the_way(field.name)) {
            errors.add(errc::not_allowed, "header name", field.name);
        }
    }
}

/// Writes a body to where it goes and to the hash, and counts it. Of a body beyond the limit the rest is only counted.
class body_sink final : public any_sink {
public:
    body_sink(any_sink* out, any_sink* hash) noexcept : any_sink(append_to), out_(out), hash_(hash) {}

    [[nodiscard]] std::size_t size() const noexcept { return size_; }

private:
    static void append_to(any_sink& self, const std::string_view& text) { static_cast<body_sink&>(self).take(text); }
    void take(const std::string_view& text) {
        size_ += text.size();
        if (size_ > largest_body) return;
        if (out_ != nullptr) out_->append(text);
        if (hash_ != nullptr) hash_->append(text);
    }

    any_sink* out_;
    any_sink* hash_;
    std::size_t size_ = 0;
};

inline void request_builder::write_body(first_error& errors, any_sink& out, any_sink& hash, const input_ref& content, any_sink& field) {
    body_sink body(options_.stream_body ? nullptr : &out, options_.unsigned_payload ? nullptr : &hash);
    const bool is_get = options_.method == http::method::get;
    if (!is_get || !content.is_json()) content.write(body, errors, field);
    if (options_.unsigned_payload) hash.append(signing::unsigned_payload);

    (options_.stream_body ? layout_.streamed_body : layout_.body) = body.size();
    // GET signs the hash of nothing (SPEC 1.2): a body would go out unsigned.
    if (is_get && body.size() != 0) errors.add(errc::not_allowed, "body");
    errors.check_size("body", body.size(), largest_body);
}

template <crypto::sha256_policy Policy>
void request_builder::write_body(first_error& errors, any_sink& out, const input_ref& content, Policy& policy, any_sink& field) {
    if (options_.skip_authorization) {
        counting_sink nothing;
        sink_adapter unhashed(nothing);
        write_body(errors, out, unhashed, content, field);
        return;
    }
    crypto::hash_sink hash(policy);
    sink_adapter hashed(hash);
    write_body(errors, out, hashed, content, field);
    if (errors.ok() && !hash.finish_into(parts_.hashed_payload)) errors.add(errc::crypto_failed, "body");
}

template <crypto::sha256_policy Policy>
result<signing::signing_request, error> request_builder::prepare(Policy& policy) const {
    return signing::make_signing_request(parts_, service_, now_, policy);
}

inline void request_builder::write_head(any_sink& out) {
    layout_.method = options_.method;
    out.append(profile_.scheme);
    layout_.scheme = profile_.scheme.size();
    write_lower(out, host_);
    layout_.host = host_.size();
    out.append(profile_.connect_to);
    layout_.connect_to = profile_.connect_to.size();
    out.append(options_.path);
    layout_.target = options_.path.size();
    if (!parts_.query.empty()) {
        out.append("?"sv);
        out.append(parts_.query);
        layout_.target += 1 + parts_.query.size();
    }

    const auto values = header_values();
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!values[i].empty()) http::header_list::pack(out, {own_headers[i].name, values[i], own_headers[i].is_sensitive});
    }
    const http::header_set extra(options_.signed_headers, options_.headers);
    for (std::size_t i = 0; i < extra.size(); ++i) http::header_list::pack(out, extra[i]);
}

inline void request_builder::write_unsigned_authorization(any_sink& out) const {
    const utc_date date(now_);
    http::header_list::pack_begin(out, "Authorization"sv, true);
    signing::write_unsigned_authorization(out, profile_.credential.secret_id, {date.view(), service_}, parts_.headers);
}

inline void request_builder::write_signature(any_sink& out, const crypto::sha256_digest& made) const {
    write_unsigned_authorization(out);
    signing::write_digest(out, made);
    http::header_list::pack_end(out);
}

template <crypto::sha256_policy Policy>
void request_builder::write_authorization(first_error& errors, any_sink& out, Policy& policy) const {
    if (options_.skip_authorization) {
        http::header_list::pack(out, {"Authorization"sv, signing::skip_authorization});
        return;
    }
    errors.check_text(secret_key_rule, profile_.credential.secret_key);
    if (!errors.ok()) return;
    crypto::sha256_digest made{};
    if (signing::sign_valid_parts(made, parts_, service_, now_, profile_.credential.secret_key, policy)) {
        write_signature(out, made);
    } else {
        errors.add(errc::crypto_failed, "signature");
    }
}

template <signing::signer Signer, crypto::sha256_policy Policy>
void request_builder::write_authorization(first_error& errors, any_sink& out, Signer& signer, Policy& policy) const {
    if (options_.skip_authorization) {
        http::header_list::pack(out, {"Authorization"sv, signing::skip_authorization});
        return;
    }
    const auto prepared = prepare(policy);
    if (!prepared) {
        errors.add(prepared.error());
        return;
    }
    const result<signing::signature, error> made = signer.sign(*prepared);
    if (made) return write_signature(out, made->bytes);
    error why = made.error();
    if (why.code == errc::none) why = {.code = errc::signer_failed, .part = "signature"};  // it did fail, whatever it says
    errors.add(why);
}

}  // namespace tc3::inline v0_1::api_detail

// ---- tc3/api/make_request.hpp ---------------------------------------------------------------------------------------

// From an input to a signed HTTP request: the first of the two pure functions that tc3 is made of.

namespace tc3::inline v0_1 {

/// A request that lacks its signature alone: for signers that take time. Send string_to_sign() to where the key is, then attach() what
/// comes back. Holds all it needs; may be moved and kept.
class prepared_request {
public:
    prepared_request(const http::request_layout& layout, std::string text, const signing::signing_request& to_sign) noexcept
        : layout_(layout), text_(std::move(text)), to_sign_(to_sign) {}

    /// What a signer takes: the string to sign and its scope.
    [[nodiscard]] const signing::signing_request& to_sign() const& noexcept TC3_LIFETIMEBOUND { return to_sign_; }
    const signing::signing_request& to_sign() const&& = delete;
    [[nodiscard]] std::string_view string_to_sign() const& noexcept TC3_LIFETIMEBOUND { return to_sign_.string_to_sign.view(); }
    std::string_view string_to_sign() const&& = delete;

private:
    friend http::request attach(prepared_request, const signing::signature&);

    http::request_layout layout_;
    std::string text_;  // ends in an Authorization header without its signature
    signing::signing_request to_sign_;
};

/// Builds and signs a request for a typed input. Nothing is kept of input or profile. The request is one string.
/// Fails at stage request, naming the part or field, without having signed anything, when a credential, host, service, action, version,
/// region, header or time is unusable, text is not UTF-8, a required field is unset, a size limit is passed or the policy fails.
template <described_action Input, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] result<http::request, failure> make_request(const Input& input, const client_profile_view& profile, unix_time now,
                                                          const request_options& options = {}, Policy&& policy = Policy{});

/// The same for an action known only at run time.
template <content_of_request Content, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] result<http::request, failure> make_request(const action& what, const Content& content, const client_profile_view& profile,
                                                          unix_time now, const request_options& options = {}, Policy&& policy = Policy{});

/// The same with a signer that holds the key elsewhere but answers at once. Of the profile's credential only the token is used.
template <described_action Input, signing::signer Signer, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] result<http::request, failure> make_request(const Input& input, const client_profile_view& profile, unix_time now,
                                                          const request_options& options, Signer&& signer, Policy&& policy = Policy{});

/// The same for an action known only at run time.
template <content_of_request Content, signing::signer Signer, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] result<http::request, failure> make_request(const action& what, const Content& content, const client_profile_view& profile,
                                                          unix_time now, const request_options& options, Signer&& signer,
                                                          Policy&& policy = Policy{});

/// The first half of make_request: all but the signature. Of the profile's credential only id and token are used.
template <described_action Input, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] result<prepared_request, failure> prepare_request(const Input& input, const client_profile_view& profile, unix_time now,
                                                                const request_options& options = {}, Policy&& policy = Policy{});

/// The same for an action known only at run time.
template <content_of_request Content, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] result<prepared_request, failure> prepare_request(const action& what, const Content& content,
                                                                const client_profile_view& profile, unix_time now,
                                                                const request_options& options = {}, Policy&& policy = Policy{});

/// The second half: puts the signature to a prepared request.
[[nodiscard]] inline http::request attach(prepared_request request, const signing::signature& made) {
    const auto hex = made.hex();
    request.text_.append(hex.data(), hex.size());
    http::header_list::pack_end(request.text_);
    return {request.layout_, std::move(request.text_)};
}

namespace api_detail {

/// A request on its way into one string.
class request_draft {
public:
    /// All arguments must outlive the draft.
    request_draft(const action& what, const input_ref& content, const client_profile_view& profile, unix_time now,
                  const request_options& options)
        : content_(content), options_(options), builder_(what, content, profile, now, options) {}

    /// Signs with the profile's key, or with a signer.
    template <class Policy, class... Signer>
    [[nodiscard]] result<http::request, failure> sign(Policy& policy, Signer&... signer) {
        if (write(policy)) {
            sink_adapter text(text_);
            builder_.write_authorization(errors_, text, signer..., policy);
        }
        if (!errors_.ok()) return refuse<http::request>();
        return {made_in_place, [this] { return http::request(builder_.layout(), std::move(text_)); }};
    }
    template <class Policy>
    [[nodiscard]] result<prepared_request, failure> prepare(Policy& policy) {
        if (options_.skip_authorization) errors_.add(errc::not_allowed, "signature");  // nothing to prepare
        if (!write(policy)) return refuse<prepared_request>();
        auto to_sign = builder_.prepare(policy);
        if (!to_sign) errors_.add(to_sign.error());
        if (!errors_.ok()) return refuse<prepared_request>();
        sink_adapter text(text_);
        builder_.write_unsigned_authorization(text);
        to_sign->signed_headers = {};  // they die with the builder, and are written already
        return prepared_request(builder_.layout(), std::move(text_), *to_sign);
    }

private:
    /// All but the Authorization header.
    template <class Policy>
    [[nodiscard]] bool write(Policy& policy) {
        builder_.validate(errors_);
        if (!errors_.ok()) return false;
        if (options_.method == http::method::get && content_.is_json() && !make_query()) return false;
        sink_adapter text(text_);
        sink_adapter field(field_);
        builder_.write_body(errors_, text, content_, policy, field);
        if (!errors_.ok()) return false;
        builder_.write_head(text);
        return true;
    }
    /// GET moves the input from the body to the query.
    [[nodiscard]] bool make_query() {
        std::string json;
        sink_adapter text(json);
        sink_adapter field(field_);
        content_.write(text, errors_, field);
        if (!errors_.ok()) return false;
        sink_adapter query(query_);
        api_detail::make_query(errors_, query, json);
        if (!errors_.ok()) return false;
        builder_.set_query(query_);
        return true;
    }

    template <class Made>
    [[nodiscard]] result<Made, failure> refuse() {
        return {error_made_in_place, [this] { return refusal(); }};
    }
    /// The fault as a failure. The header it concerns is copied, as its name may die before the failure.
    [[nodiscard]] TC3_NOINLINE failure refusal() {
        failure why{.stage = stage::request, .reason = errors_.error(), .field = std::move(field_)};
        if (why.field.empty()) sink_adapter(why.field).append(why.reason.name);
        why.reason.name = {};
        return why;
    }

    input_ref content_;
    const request_options& options_;
    request_builder builder_;
    std::string text_;
    std::string query_;
    first_error errors_;
    std::string field_;
};

/// Stands once in a program for each policy, however many types of input there are.
template <class Policy, class... Signer>
[[nodiscard]] TC3_NOINLINE result<http::request, failure> signed_request(const action& what, const input_ref& content,
                                                                         const client_profile_view& profile, unix_time now,
                                                                         const request_options& options, Policy& policy,
                                                                         Signer&... signer) {
    return request_draft(what, content, profile, now, options).sign(policy, signer...);
}

}  // namespace api_detail

template <described_action Input, class Policy>
    requires crypto::sha256_policy<Policy>
result<http::request, failure> make_request(const Input& input, const client_profile_view& profile, unix_time now,
                                            const request_options& options, Policy&& policy) {
    return api_detail::signed_request(action_of<Input>, input_ref::of(input), profile, now, options, policy);
}

template <content_of_request Content, class Policy>
    requires crypto::sha256_policy<Policy>
result<http::request, failure> make_request(const action& what, const Content& content, const client_profile_view& profile, unix_time now,
                                            const request_options& options, Policy&& policy) {
    return api_detail::signed_request(what, input_ref::of(content), profile, now, options, policy);
}

template <described_action Input, signing::signer Signer, class Policy>
    requires crypto::sha256_policy<Policy>
result<http::request, failure> make_request(const Input& input, const client_profile_view& profile, unix_time now,
                                            const request_options& options, Signer&& signer, Policy&& policy) {
    const auto& secret_id = signer.secret_id();  // may be a text of its own, which lives until the end
    const client_profile_view who = with_id(profile, secret_id);
    return api_detail::signed_request(action_of<Input>, input_ref::of(input), who, now, options, policy, signer);
}

template <content_of_request Content, signing::signer Signer, class Policy>
    requires crypto::sha256_policy<Policy>
result<http::request, failure> make_request(const action& what, const Content& content, const client_profile_view& profile, unix_time now,
                                            const request_options& options, Signer&& signer, Policy&& policy) {
    const auto& secret_id = signer.secret_id();  // likewise
    const client_profile_view who = with_id(profile, secret_id);
    return api_detail::signed_request(what, input_ref::of(content), who, now, options, policy, signer);
}

template <described_action Input, class Policy>
    requires crypto::sha256_policy<Policy>
result<prepared_request, failure> prepare_request(const Input& input, const client_profile_view& profile, unix_time now,
                                                  const request_options& options, Policy&& policy) {
    return api_detail::request_draft(action_of<Input>, input_ref::of(input), profile, now, options).prepare(policy);
}

template <content_of_request Content, class Policy>
    requires crypto::sha256_policy<Policy>
result<prepared_request, failure> prepare_request(const action& what, const Content& content, const client_profile_view& profile,
                                                  unix_time now, const request_options& options, Policy&& policy) {
    return api_detail::request_draft(what, input_ref::of(content), profile, now, options).prepare(policy);
}

}  // namespace tc3::inline v0_1

// ---- tc3/api/make_request_into.hpp ----------------------------------------------------------------------------------

// make_request in memory of the caller's: no heap, no string.

namespace tc3::inline v0_1 {

using borrowed_failure = basic_failure<borrowed>;

/// Builds and signs a request in a workspace, where it stays until that is cleared. With `stream_body` only the head takes room.
/// Fails as make_request does; with errc::buffer_too_small, whose `reason.needed` is the size that would do; with errc::in_use while the
/// workspace is lent to another call; and with errc::not_allowed for GET of an input or of JSON, whose query has to be sorted: only
/// content that brings its query can be sent by GET from here. A failure leaves nothing in the workspace but its own text.
template <described_action Input, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] result<http::request_view, borrowed_failure> make_request_into(workspace& space TC3_LIFETIMEBOUND, const Input& input,
                                                                             const client_profile_view& profile, unix_time now,
                                                                             const request_options& options = {},
                                                                             Policy&& policy = Policy{});

/// The same for an action known only at run time.
template <content_of_request Content, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] result<http::request_view, borrowed_failure> make_request_into(workspace& space TC3_LIFETIMEBOUND, const action& what,
                                                                             const Content& content, const client_profile_view& profile,
                                                                             unix_time now, const request_options& options = {},
                                                                             Policy&& policy = Policy{});

/// The same with a signer that holds the key elsewhere but answers at once. Of the profile's credential only the token is used.
template <described_action Input, signing::signer Signer, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] result<http::request_view, borrowed_failure> make_request_into(workspace& space TC3_LIFETIMEBOUND, const Input& input,
                                                                             const client_profile_view& profile, unix_time now,
                                                                             const request_options& options, Signer&& signer,
                                                                             Policy&& policy = Policy{});

/// The same for an action known only at run time.
template <content_of_request Content, signing::signer Signer, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] result<http::request_view, borrowed_failure> make_request_into(workspace& space TC3_LIFETIMEBOUND, const action& what,
                                                                             const Content& content, const client_profile_view& profile,
                                                                             unix_time now, const request_options& options, Signer&& signer,
                                                                             Policy&& policy = Policy{});

namespace api_detail {

/// Writes the body, or the path of a field that is at fault, to the memory that the request does not need any more.
template <class Policy>
TC3_NOINLINE void write_body_into(first_error& errors, request_builder& builder, any_sink& out, const input_ref& content, Policy& policy,
                                  std::span<char> memory) {
    buffer_sink path(memory);
    sink_adapter field(path);
    builder.write_body(errors, out, content, policy, field);
    if (path.complete()) errors.set_field(path.view());
}

}  // namespace api_detail

/// Writes and signs a request in a workspace: what make_request_into() does, without a result that is copied. `signer` is one signer or
/// none. Returns errc::none, or the error with its name in the workspace if there is room.
template <class Policy, class... Signer>
[[nodiscard]] TC3_NOINLINE error write_request(http::request_view& request, workspace& space, const action& what, const input_ref& content,
                                               const client_profile_view& profile, unix_time now, const request_options& options,
                                               Policy& policy, Signer&... signer) {
    if (space.is_lent()) return {.code = errc::in_use, .part = "workspace"};
    const workspace::mark before = space.position();
    workspace_loan loan(space, before);
    buffer_sink text(loan.memory());
    sink_adapter out(text);
    api_detail::request_builder builder(what, content, profile, now, options);

    first_error errors;
    if (options.method == http::method::get && content.is_json()) errors.add(errc::not_allowed, "method");
    builder.validate(errors);
    if (errors.ok()) api_detail::write_body_into(errors, builder, out, content, policy, loan.memory());
    if (errors.ok()) {
        builder.write_head(out);
        builder.write_authorization(errors, out, signer..., policy);
    }
    loan.end(text.needed());
    if (!space.complete()) errors.add(space.shortage());
    if (errors.ok()) {
        request = http::view_of(builder.layout(), text.view());
        return {};
    }
    space.return_to(before);
    error error = errors.error();
    error.name = error.name.size() <= space.available() ? space.keep(error.name) : std::string_view{};
    return error;
}

/// Makes a failure at stage request of an error that write_request() returned.
TC3_NOINLINE inline void set_reason(borrowed_failure& failed, const error& error) noexcept {
    failed.reason = error;
    failed.reason.name = {};
    failed.field = error.name;
}

namespace api_detail {

template <class... Arguments>
[[nodiscard]] result<http::request_view, borrowed_failure> made_in(workspace& space, Arguments&&... arguments) {
    result<http::request_view, borrowed_failure> made(made_in_place, [] { return http::request_view{}; });
    const error error = write_request(*made, space, arguments...);
    if (error.code != errc::none) set_reason(made.emplace_error(), error);
    return made;
}

}  // namespace api_detail

template <described_action Input, class Policy>
    requires crypto::sha256_policy<Policy>
result<http::request_view, borrowed_failure> make_request_into(workspace& space, const Input& input, const client_profile_view& profile,
                                                               unix_time now, const request_options& options, Policy&& policy) {
    const auto content = input_ref::of(input);
    return api_detail::made_in(space, action_of<Input>, content, profile, now, options, policy);
}

template <content_of_request Content, class Policy>
    requires crypto::sha256_policy<Policy>
result<http::request_view, borrowed_failure> make_request_into(workspace& space, const action& what, const Content& content,
                                                               const client_profile_view& profile, unix_time now,
                                                               const request_options& options, Policy&& policy) {
    return api_detail::made_in(space, what, input_ref::of(content), profile, now, options, policy);
}

template <described_action Input, signing::signer Signer, class Policy>
    requires crypto::sha256_policy<Policy>
result<http::request_view, borrowed_failure> make_request_into(workspace& space, const Input& input, const client_profile_view& profile,
                                                               unix_time now, const request_options& options, Signer&& signer,
                                                               Policy&& policy) {
    const auto& secret_id = signer.secret_id();  // may be a text of its own, which lives until the end
    const client_profile_view who = with_id(profile, secret_id);
    const auto content = input_ref::of(input);
    return api_detail::made_in(space, action_of<Input>, content, who, now, options, policy, signer);
}

template <content_of_request Content, signing::signer Signer, class Policy>
    requires crypto::sha256_policy<Policy>
result<http::request_view, borrowed_failure> make_request_into(workspace& space, const action& what, const Content& content,
                                                               const client_profile_view& profile, unix_time now,
                                                               const request_options& options, Signer&& signer, Policy&& policy) {
    const auto& secret_id = signer.secret_id();  // likewise
    const client_profile_view who = with_id(profile, secret_id);
    return api_detail::made_in(space, what, input_ref::of(content), who, now, options, policy, signer);
}

}  // namespace tc3::inline v0_1

// ---- tc3/api/parse_response.hpp -------------------------------------------------------------------------------------

// From an HTTP response to an output or a failure: the second of the two pure functions that tc3 is made of (docs/tc3-signing.md 5.1).

namespace tc3::inline v0_1 {

/// An input type whose answer type is known, and has a table.
template <class Input>
concept has_output = described_action<Input> && requires { typename output_of<Input>::type; } && described<output_of_t<Input>>;

/// The storage of an input's answer, which that of a failure follows.
template <has_output Input>
using output_storage_t = storage_of_t<output_of_t<Input>>;

/// What becomes of a call: the answer, or why there is none.
template <has_output Input>
using call_result = result<output_of_t<Input>, basic_failure<output_storage_t<Input>>>;

/// Reads the answer to an input of that type. Costs one pass over the body. Fails
/// - at stage http for a status other than 200, with code, message and request id if the body is an envelope all the same;
/// - at stage service for an answer with an Error, whatever else stands there;
/// - at stage response for all that is not one JSON document with an object "Response", or has a field of a wrong type: `cause` says what,
///   `reason.needed` the byte, `field` the field.
template <has_output Input, http_response Response>
    requires(!stateful_storage<output_storage_t<Input>>)
[[nodiscard]] call_result<Input> parse_response(const Response& response);

/// The same for an answer whose storage has a state, such as a workspace: what lives in the body and in the state is good as long as both.
/// A workspace too small is a failure at stage response with errc::buffer_too_small, whose `reason.needed` is the size that would do. What
/// an answer took of a workspace is given back when it fails; texts of the failure that find no room there are left empty.
template <has_output Input, http_response Response>
    requires stateful_storage<output_storage_t<Input>>
[[nodiscard]] call_result<Input> parse_response(const Response& response TC3_LIFETIMEBOUND,
                                                typename output_storage_t<Input>::state& state TC3_LIFETIMEBOUND);

/// Its answer would point into what is gone.
template <has_output Input, dying_response Response>
    requires stateful_storage<output_storage_t<Input>>
void parse_response(Response&& response, typename output_storage_t<Input>::state& state) = delete;

/// The same for a body alone, that came with status 200.
template <has_output Input>
    requires(!stateful_storage<output_storage_t<Input>>)
[[nodiscard]] call_result<Input> parse_body(std::string_view body);
template <has_output Input>
    requires stateful_storage<output_storage_t<Input>>
[[nodiscard]] call_result<Input> parse_body(std::string_view body TC3_LIFETIMEBOUND,
                                            typename output_storage_t<Input>::state& state TC3_LIFETIMEBOUND);

template <has_output Input, std::same_as<std::string> Body>
    requires stateful_storage<output_storage_t<Input>>
void parse_body(Body&& body, typename output_storage_t<Input>::state& state) = delete;

namespace api_detail {

template <has_output Input>
[[nodiscard]] call_result<Input> parse_output(std::string_view body, std::int32_t status) {
    call_result<Input> made(made_in_place, [] { return output_of_t<Input>{}; });
    body_reader in(body, status);
    if (!in.read({reading_table_of<output_of_t<Input>>(), &*made})) in.explain(made.emplace_error(), {}, action_of<Input>.name);
    return made;
}

}  // namespace api_detail

/// Reads a body into a result that holds an empty output: what parse_response() does, without a result that is copied.
template <has_output Input, class State>
TC3_NOINLINE void read_output(call_result<Input>& made, std::string_view body, std::int32_t status, State& state) {
    const api_detail::reading<State> attempt(state);
    if (attempt.refused()) return fail_storage(made.emplace_error(), api_detail::lent_to_another, status, action_of<Input>.name);
    const storage_ref storage(state);
    api_detail::body_reader in(body, status, storage);
    const bool is_output = in.read({reading_table_of<output_of_t<Input>>(), &*made});
    if (is_output && attempt.complete()) return;

    const error shortage = attempt.shortage();
    attempt.give_back();
    if (is_output) {
        fail_storage(made.emplace_error(), shortage, status, action_of<Input>.name);
    } else {
        in.explain(made.emplace_error(), storage, action_of<Input>.name);
    }
}

namespace api_detail {

template <has_output Input, class State>
[[nodiscard]] call_result<Input> parse_output(std::string_view body, std::int32_t status, State& state) {
    call_result<Input> made(made_in_place, [] { return output_of_t<Input>{}; });
    read_output<Input>(made, body, status, state);
    return made;
}

}  // namespace api_detail

template <has_output Input, http_response Response>
    requires(!stateful_storage<output_storage_t<Input>>)
call_result<Input> parse_response(const Response& response) {
    return api_detail::parse_output<Input>(body_of(response), status_of(response));
}

template <has_output Input, http_response Response>
    requires stateful_storage<output_storage_t<Input>>
call_result<Input> parse_response(const Response& response, typename output_storage_t<Input>::state& state) {
    return api_detail::parse_output<Input>(body_of(response), status_of(response), state);
}

template <has_output Input>
    requires(!stateful_storage<output_storage_t<Input>>)
call_result<Input> parse_body(std::string_view body) {
    return api_detail::parse_output<Input>(body, 200);
}

template <has_output Input>
    requires stateful_storage<output_storage_t<Input>>
call_result<Input> parse_body(std::string_view body, typename output_storage_t<Input>::state& state) {
    return api_detail::parse_output<Input>(body, 200, state);
}

}  // namespace tc3::inline v0_1

// ---- tc3/api/server_time.hpp ----------------------------------------------------------------------------------------

// What the service's clock says, from a refusal or from a response's Date header: for a device whose own clock is wrong (SPEC 1.7).

namespace tc3::inline v0_1 {

/// A header field of an HTTP stack: with `name` and `value`, or a pair.
template <class Field>
concept header_field = requires(const Field& field) {
    { field.name } -> std::convertible_to<std::string_view>;
    { field.value } -> std::convertible_to<std::string_view>;
} || requires(const Field& field) {
    { field.first } -> std::convertible_to<std::string_view>;
    { field.second } -> std::convertible_to<std::string_view>;
};

/// Headers of an HTTP stack: any range of header fields, such as a std::multimap of strings.
template <class Headers>
concept header_range = requires(const Headers& headers) {
    { *std::begin(headers) } -> header_field;
    std::end(headers);
};

/// The service's time when it answered: as the message of AuthFailure.SignatureExpire names it, else the value of the response's `Date`
/// header, "Sun, 06 Nov 1994 08:49:37 GMT", if there is one. None where neither says a time: other languages of the message are not known,
/// so hand the header over if you can.
///
/// What to do with it is plain arithmetic. `ahead` below is the caller's, and goes with each later reading of its clock; one attempt is
/// enough, as a clock that is still wrong then has another fault:
///
///     auto answer = tc3::call(http, input, profile, {clock() + ahead});
///     if (!answer && retry_advice(answer.error()) == tc3::retry::once_with_corrected_clock) {
///         if (const auto theirs = tc3::server_time(answer.error(), date_of_last_response)) {
///             ahead = theirs->seconds - clock();
///             answer = tc3::call(http, input, profile, *theirs);
///         }
///     }
///
/// With libcurl the value is `date->value` behind `curl_easy_header(handle, "Date", 0, CURLH_HEADER, -1, &date)`.
template <class Storage>
[[nodiscard]] constexpr std::optional<unix_time> server_time(const basic_failure<Storage>& why, std::string_view date = {}) noexcept;

/// The same, with all headers of the response: the first `Date` among them counts, in any case. With cpp-httplib:
/// `server_time(why, response->headers)`.
template <class Storage, header_range Headers>
[[nodiscard]] constexpr std::optional<unix_time> server_time(const basic_failure<Storage>& why, const Headers& headers);

namespace api_detail {

/// Takes the text up to the words, and them too, from the front; false where they do not stand there.
[[nodiscard]] constexpr bool skip_behind(std::string_view& text, std::string_view words) noexcept {
    for (std::size_t at = 0; at + words.size() <= text.size(); ++at) {
        if (!ascii::equal_lower(slice(text, at, words.size()), words)) continue;
        text.remove_prefix(at + words.size());
        return true;
    }
    return false;
}

/// The number that a text begins with, behind blanks and quotes, as a time: whole, and in range.
[[nodiscard]] constexpr std::optional<unix_time> leading_time(std::string_view text) noexcept {
    const std::size_t first = ascii::find_not(text, [](char c) { return ascii::is_blank(c) || c == ':' || c == '`' || c == '"'; });
    if (first == std::string_view::npos || !ascii::is_digit(text[first])) return {};
    unix_time time;
    for (const char c : slice(text, first)) {
        if (ascii::is_alphanumeric(c) && !ascii::is_digit(c)) return {};
        if (!ascii::is_digit(c)) break;
        time.seconds = time.seconds * 10 + (c - '0');
        if (!time.in_range()) return {};
    }
    return time;
}

/// "... to avoid a deviation between `Timestamp` and the server time 1706406788."
[[nodiscard]] constexpr std::optional<unix_time> time_in_message(std::string_view message) noexcept {
    while (skip_behind(message, "server time")) {
        if (const auto time = leading_time(message)) return time;
    }
    return {};
}

/// In any storage. A message in pieces is put together first; one that is cut off there could end within the number.
template <text_type Text>
[[nodiscard]] constexpr std::optional<unix_time> time_in_message(const Text& message) noexcept {
    if constexpr (text_in_one_piece<Text>) {
        return time_in_message(text_traits<Text>::view(message));
    } else {
        fixed_text<512> whole;
        if (!write_text(whole, message) || whole.truncated()) return {};
        return time_in_message(whole.view());
    }
}

template <class Storage>
[[nodiscard]] constexpr bool is_expired_signature(const basic_failure<Storage>& why) noexcept {
    return with_view(why.code, [](std::string_view code) { return code == "AuthFailure.SignatureExpire"; });
}

}  // namespace api_detail

template <class Storage>
constexpr std::optional<unix_time> server_time(const basic_failure<Storage>& why, std::string_view date) noexcept {
    if (api_detail::is_expired_signature(why)) {
        if (const auto time = api_detail::time_in_message(why.message)) return time;
    }
    return http::parse_date(date);
}

template <class Storage, header_range Headers>
constexpr std::optional<unix_time> server_time(const basic_failure<Storage>& why, const Headers& headers) {
    for (const auto& field : headers) {
        if constexpr (requires { field.name; }) {
            if (ascii::equal_lower(field.name, "date")) return server_time(why, std::string_view(field.value));
        } else {
            if (ascii::equal_lower(field.first, "date")) return server_time(why, std::string_view(field.second));
        }
    }
    return server_time(why);
}

}  // namespace tc3::inline v0_1

// ---- tc3/transport/bounded_message.hpp ------------------------------------------------------------------------------

// A transport's own text, kept within bounds.

namespace tc3::inline v0_1 {

/// The longest text of a transport that a failure keeps.
inline constexpr std::size_t longest_transport_message = 256;

namespace transport_detail {

/// A transport's text within its bound, cut between characters. Null, which C libraries have for "none", is empty.
template <class Text>
[[nodiscard]] std::string_view bounded_message(const Text& message) noexcept {
    if constexpr (std::is_convertible_v<const Text&, const char*>) {
        if (static_cast<const char*>(message) == nullptr) return {};
    }
    const std::string_view text = slice(std::string_view(message), 0, longest_transport_message);
    return slice(text, 0, find_invalid_utf8(text));
}

}  // namespace transport_detail

}  // namespace tc3::inline v0_1

// ---- tc3/transport/concept.hpp --------------------------------------------------------------------------------------

// What tc3 asks of an HTTP stack: one call that takes a request and returns a response or an error. Fifteen lines plug in your own.

namespace tc3::inline v0_1 {

/// An error of a transport: its own number, and a text for people. A transport may return any type with these two members instead.
struct transport_error {
    std::int64_t code = 0;
    std::string message = {};
};

/// Can be called with a request.
template <class Transport>
concept takes_request = std::invocable<Transport&, const http::request_view&>;

/// What comes back is tc3::result, std::expected or alike: has_value(), operator*, error().
template <class Outcome>
concept result_like = requires(Outcome& outcome) {
    { outcome.has_value() } -> std::convertible_to<bool>;
    *outcome;
    outcome.error();
};

/// The error says a number and a text.
template <class Error>
concept has_code_and_message = requires(const Error& error) {
    { error.code } -> std::convertible_to<std::int64_t>;
    { error.message } -> std::convertible_to<std::string_view>;
};

/// What a transport returns: a response, or an error with a number and a text.
template <class Outcome>
concept transport_result = result_like<Outcome> && http_response<std::remove_cvref_t<decltype(*std::declval<Outcome&>())>> &&
                           has_code_and_message<std::remove_cvref_t<decltype(std::declval<Outcome&>().error())>>;

/// A callable that sends a request and waits for the response: `result<R, E> operator()(const http::request_view&)`, R with `.status`
/// and a contiguous `.body`, E with `.code` and `.message`. It must send everything as it stands, follow no redirect and not retry.
template <class Transport>
concept transport = takes_request<Transport> && transport_result<std::invoke_result_t<Transport&, const http::request_view&>>;

/// An input whose answer owns its memory: one that is borrowed would point into a response that is gone. See call_into().
template <class Input>
concept has_owning_output = has_output<Input> && std::same_as<output_storage_t<Input>, owning>;

}  // namespace tc3::inline v0_1

// ---- tc3/transport/call.hpp -----------------------------------------------------------------------------------------

// Input in, answer out: make_request, your HTTP, parse_response.

namespace tc3::inline v0_1 {

namespace transport_detail {

/// Whether a request was made, and with its body: one that has to come from elsewhere is nothing that a transport can know.
[[nodiscard]] inline bool can_be_sent(const result<http::request, failure>& request) noexcept {
    return request.has_value() && (*request).view().streamed_body == 0;
}

/// Why it can't.
[[nodiscard]] TC3_NOINLINE inline failure why_not_sent(result<http::request, failure>& request) {
    if (!request) return std::move(request).error();
    return {.stage = stage::request, .reason = {.code = errc::not_allowed, .part = "body"}};
}

[[nodiscard]] TC3_NOINLINE inline failure transport_failure(std::int64_t code, std::string_view message) {
    failure why{.stage = stage::transport, .transport_code = code};
    sink_adapter(why.message).append(message);
    return why;
}

template <class Input, class Transport>
[[nodiscard]] call_result<Input> exchange(Transport& send, result<http::request, failure> request) {
    if (!can_be_sent(request)) return {error_made_in_place, [&] { return why_not_sent(request); }};
    const auto response = send(request->view());
    if (response.has_value()) return parse_response<Input>(*response);

    const auto& error = response.error();
    return {error_made_in_place, [&] { return transport_failure(static_cast<std::int64_t>(error.code), bounded_message(error.message)); }};
}

}  // namespace transport_detail

/// Asks an input over a transport that waits. One request, never repeated, its body with it: not with `stream_body`. Fails as
/// make_request and parse_response do, and at stage transport, with the transport's own number and text, when the HTTP stack fails.
template <transport Transport, has_owning_output Input, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] call_result<Input> call(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now,
                                      const request_options& options = {}, Policy&& policy = Policy{}) {
    return transport_detail::exchange<Input>(send, make_request(input, profile, now, options, policy));
}

/// The same with a signer that holds the key elsewhere but answers at once.
template <transport Transport, has_owning_output Input, signing::signer Signer, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] call_result<Input> call(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now,
                                      const request_options& options, Signer&& signer, Policy&& policy = Policy{}) {
    return transport_detail::exchange<Input>(send, make_request(input, profile, now, options, signer, policy));
}

}  // namespace tc3::inline v0_1

// ---- tc3/transport/completion.hpp -----------------------------------------------------------------------------------

// The end of a call that does not wait: what a transport keeps until its response is there.

namespace tc3::inline v0_1 {

/// One call in flight: its request, and the caller's handler. Move-only, one type for all inputs, no heap of its own and no thread: the
/// handler runs within complete(), fail() or cancel(), wherever these are called. Not for two threads at a time.
///
/// The handler is called exactly once. Whoever completes for a second time changes nothing and is told by false. A completion that dies
/// without an outcome calls the handler with interruption::abandoned, at stage transport. It holds nothing of profile, input or policy:
/// they may die as soon as call_async() returns. Within its own handler it may be moved, destroyed or given another call, unless it is its
/// destructor that calls the handler.
class completion {
public:
    /// The most that a handler may capture.
    static constexpr std::size_t handler_size = 6 * sizeof(void*);

    /// Made by call_async(). The handler takes an call_result<Input>. It must not throw: the call would have ended all the same, and
    /// where a destructor calls it, the program.
    template <has_owning_output Input, class Handler>
    [[nodiscard]] static completion of(http::request request, Handler handler) {
        static_assert(sizeof(Handler) <= handler_size, "the handler captures too much: capture a pointer or a reference to it");
        static_assert(alignof(Handler) <= alignof(std::max_align_t), "what the handler captures is aligned too far");
        static_assert(std::is_nothrow_move_constructible_v<Handler>, "the handler captures what may throw when it is moved");
        completion made(std::move(request));
        ::new (static_cast<void*>(made.handler_)) Handler(std::move(handler));
        made.handle_ = &handle<Input, Handler>;
        return made;
    }
    completion(completion&& other) noexcept : request_(std::move(other.request_)), handle_(other.handle_) {
        if (handle_ != nullptr) handle_(other, {.move_to = handler_});
    }
    /// The call that this one stood for is abandoned. Its handler finds the new one in place, and may destroy or replace it.
    completion& operator=(completion other) noexcept {
        const completion before(std::move(*this));  // calls its handler when all else is done
        this->~completion();
        return *::new (static_cast<void*>(this)) completion(std::move(other));
    }
    ~completion() { end({.interruption = interruption::abandoned}); }

    /// Whether there is a call to complete: not after it was completed or moved away.
    [[nodiscard]] explicit operator bool() const noexcept { return handle_ != nullptr; }
    /// What to send, as a transport that waits has it. Valid while this object lives unmoved: ask again after it has found its place.
    [[nodiscard]] http::request_view request() const& noexcept TC3_LIFETIMEBOUND { return request_.view(); }
    http::request_view request() const&& = delete;

    /// Ends the call with a response of any HTTP stack, which is not needed any more when the handler runs. Where the answer finds no
    /// memory, std::bad_alloc goes to the transport and the call stays open.
    template <http_response Response>
    bool complete(const Response& response) {
        return end({.status = status_of(response), .text = body_of(response)});
    }
    /// Ends the call with an error of the transport: its own number, and a text for people. Where the text finds no memory, std::bad_alloc
    /// goes to the transport and the call stays open.
    template <has_code_and_message Error>
    bool fail(const Error& error) {
        return end({.is_response = false,
                    .code = static_cast<std::int64_t>(error.code),
                    .text = transport_detail::bounded_message(error.message)});
    }
    /// Ends the call with interruption::cancelled. Whether the service saw the request is not known.
    bool cancel() { return end({.interruption = interruption::cancelled}); }

private:
    struct ending {
        tc3::interruption interruption = interruption::none;
        bool is_response = true;
        std::int32_t status = 0;
        std::int64_t code = 0;
        std::string_view text = {};  // the body, or the text of an error
        void* move_to = nullptr;     // no ending: the handler has to move there
    };

    explicit completion(http::request request) noexcept : request_(std::move(request)) {}

    bool end(const ending& how) {
        if (handle_ == nullptr) return false;
        handle_(*this, how);
        return true;
    }

    template <class Input, class Handler>
    static void handle(completion& call, const ending& how) {
        if (how.move_to != nullptr) {
            ::new (how.move_to) Handler(call.release<Handler>());
            return;
        }
        call_result<Input> made = outcome<Input>(how);
        Handler handler = call.release<Handler>();  // the call may die when it is called
        handler(std::move(made));
    }

    /// Takes the handler out, and with it the call.
    template <class Handler>
    [[nodiscard]] Handler release() noexcept {
        Handler* kept = std::launder(reinterpret_cast<Handler*>(handler_));
        Handler released(std::move(*kept));
        kept->~Handler();
        handle_ = nullptr;
        return released;
    }

    template <class Input>
    [[nodiscard]] static call_result<Input> outcome(const ending& how) {
        if (how.interruption == interruption::none && how.is_response) {
            return parse_response<Input>(http::response_view{.status = how.status, .body = how.text});
        }
        return unexpected(failure{
            .stage = stage::transport, .interruption = how.interruption, .transport_code = how.code, .message = std::string(how.text)});
    }

    http::request request_;
    void (*handle_)(completion&, const ending&) = nullptr;
    alignas(std::max_align_t) std::byte handler_[handler_size];  // alive while handle_ is set
};

/// A callable that sends a request without waiting: `void operator()(tc3::completion)`. It keeps the completion, sends its request() as a
/// transport that waits does, and completes it once, from whichever thread. Handlers may ask the transport again: take a completion out of
/// a queue before you end or drop it.
template <class Transport>
concept async_transport = std::invocable<Transport&, completion>;

}  // namespace tc3::inline v0_1

// ---- tc3/transport/call_async.hpp -----------------------------------------------------------------------------------

// call without waiting: the answer goes to a handler, from wherever the transport completes.

namespace tc3::inline v0_1 {

/// Takes the outcome of a call.
template <class Handler, class Input>
concept handler_of = std::invocable<Handler&, call_result<Input>>;

/// Asks an input over a transport that does not wait. The handler is called exactly once: before this returns if there is nothing to
/// send, or if the transport completes at once; else whenever the transport completes, drops or cancels the call: see completion. Fails
/// as call() does. Nothing is kept of input, profile, options and policy. What a transport throws passes through, after the handler was
/// told errc::abandoned if the transport did not keep the call.
template <async_transport Transport, has_owning_output Input, handler_of<Input> Handler, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
void call_async(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now, Handler handler,
                const request_options& options = {}, Policy&& policy = Policy{});

/// The same with a signer that holds the key elsewhere but answers at once. For one that takes time: prepare_request(), attach(), and then
/// send_async(), as in examples/11_signing_server.cpp.
template <async_transport Transport, has_owning_output Input, handler_of<Input> Handler, signing::signer Signer,
          class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
void call_async(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now, Handler handler,
                const request_options& options, Signer&& signer, Policy&& policy = Policy{});

/// Sends a request that is there already: the second half of call_async.
template <has_owning_output Input, async_transport Transport, handler_of<Input> Handler>
void send_async(Transport&& send, result<http::request, failure> request, Handler handler) {
    if (!transport_detail::can_be_sent(request)) {
        handler(call_result<Input>(error_made_in_place, [&] { return transport_detail::why_not_sent(request); }));
        return;
    }
    send(completion::of<Input>(*std::move(request), std::move(handler)));
}

template <async_transport Transport, has_owning_output Input, handler_of<Input> Handler, class Policy>
    requires crypto::sha256_policy<Policy>
void call_async(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now, Handler handler,
                const request_options& options, Policy&& policy) {
    send_async<Input>(send, make_request(input, profile, now, options, policy), std::move(handler));
}

template <async_transport Transport, has_owning_output Input, handler_of<Input> Handler, signing::signer Signer, class Policy>
    requires crypto::sha256_policy<Policy>
void call_async(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now, Handler handler,
                const request_options& options, Signer&& signer, Policy&& policy) {
    send_async<Input>(send, make_request(input, profile, now, options, signer, policy), std::move(handler));
}

}  // namespace tc3::inline v0_1

// ---- tc3/transport/call_into.hpp ------------------------------------------------------------------------------------

// call in memory of the caller's: input in, answer out, no heap.

namespace tc3::inline v0_1 {

/// Returns a response whose body is a view: one that it owns would die before the answer that points there.
template <class Outcome>
concept lent_outcome = lends_its_body<std::remove_cvref_t<decltype(*std::declval<Outcome&>())>>;

/// A callable that sends a request and writes the response's body into the memory it is given:
/// `result<R, E> operator()(const http::request_view&, std::span<char>)`, R and E as for a transport, but with a view for a body. It may
/// lie elsewhere as well, as in a buffer of the HTTP stack, if that outlives the answer. R may have a `body_size`, as http::response_view
/// does.
template <class Transport>
concept transport_into = std::invocable<Transport&, const http::request_view&, std::span<char>> &&
                         transport_result<std::invoke_result_t<Transport&, const http::request_view&, std::span<char>>> &&
                         lent_outcome<std::invoke_result_t<Transport&, const http::request_view&, std::span<char>>>;

/// An input whose answer is borrowed.
template <class Input>
concept has_borrowed_output = has_output<Input> && std::same_as<output_storage_t<Input>, borrowed>;

/// Asks an input without a heap: request, response and whatever of the answer is not in the response stand in the workspace, one behind
/// the other. Answer and failure point there: they are good until the workspace is cleared, and the next call may use what is left.
///
/// Fails as make_request_into and parse_response do. A workspace too small is named with the size that is needed up to there, which is all
/// that is known: that of the request at first, then with the response, then with the answer: by then the service has answered once. Where
/// there is no response, or no room for it, the workspace is as it was before, but for the text of the failure. A `body_size` that the
/// service names is believed: bound it before you allocate by it. With `stream_body` there is nothing to send the body: refused.
template <transport_into Transport, has_borrowed_output Input, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] call_result<Input> call_into(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now,
                                           workspace& space TC3_LIFETIMEBOUND, const request_options& options = {},
                                           Policy&& policy = Policy{});

/// The same with a signer that holds the key elsewhere but answers at once.
template <transport_into Transport, has_borrowed_output Input, signing::signer Signer, class Policy = crypto::builtin_policy>
    requires crypto::sha256_policy<Policy>
[[nodiscard]] call_result<Input> call_into(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now,
                                           workspace& space TC3_LIFETIMEBOUND, const request_options& options, Signer&& signer,
                                           Policy&& policy = Policy{});

/// Memory that a workspace can be made of: an array or a span of one-byte elements.
template <class Memory>
concept workspace_memory = !std::same_as<std::remove_cvref_t<Memory>, workspace> && requires(Memory& memory) { workspace(memory); };

/// The same in memory that serves this one call.
template <transport_into Transport, has_borrowed_output Input, workspace_memory Memory, class... More>
[[nodiscard]] call_result<Input> call_into(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now,
                                           Memory&& memory TC3_LIFETIMEBOUND, const request_options& options = {}, More&&... more);

namespace transport_detail {

/// What a response takes of the memory that it was lent.
template <class Response>
[[nodiscard]] std::size_t size_taken(const Response& response, std::span<const char> lent) noexcept {
    const std::string_view body = body_of(response);
    if constexpr (requires { response.body_size; }) {
        const auto size = static_cast<std::int64_t>(response.body_size);  // some stacks have -1 for a size that is not known
        if (size > static_cast<std::int64_t>(body.size())) return static_cast<std::size_t>(size);
    }
    if (body.empty()) return 0;
    const auto first = reinterpret_cast<std::uintptr_t>(lent.data());
    const auto last = reinterpret_cast<std::uintptr_t>(body.data()) + body.size();
    return last > first && last <= first + lent.size() ? last - first : 0;
}

/// Sets the failure of a transport. Its text is kept in the workspace if there is room.
template <class Error>
void set_transport_error(borrowed_failure& failed, workspace& space, const Error& error) {
    failed.stage = stage::transport;
    failed.transport_code = static_cast<std::int64_t>(error.code);
    const std::string_view message = bounded_message(error.message);
    if (message.size() <= space.available()) failed.message = space.keep(message);
}

/// Makes the request, sends it and reads the response. `more` is what write_request() takes after the input.
template <class Input, class Transport, class... More>
[[nodiscard]] call_result<Input> exchange_into(Transport& send, workspace& space, const Input& input, More&... more) {
    call_result<Input> result(made_in_place, [] { return output_of_t<Input>{}; });
    const workspace::mark before = space.position();
    http::request_view request;
    error error = write_request(request, space, action_of<Input>, input_ref::of(input), more...);
    if (request.streamed_body != 0) {
        error = {.code = errc::not_allowed, .part = "body"};  // the transport has no body to send
        space.return_to(before);
    }
    if (error.code != errc::none) {
        set_reason(result.emplace_error(), error);
        return result;
    }
    workspace_loan loan(space, before);
    const auto sent = send(request, loan.memory());
    loan.end(sent.has_value() ? size_taken(*sent, loan.memory()) : 0);
    if (!sent.has_value()) {
        space.return_to(before);
        set_transport_error(result.emplace_error(), space, sent.error());
        return result;
    }
    const auto& response = *sent;
    const std::int32_t status = status_of(response);
    if (space.complete()) {
        read_output<Input>(result, body_of(response), status, space);
        return result;
    }
    const tc3::error shortage = space.shortage();
    space.return_to(before);
    fail_storage(result.emplace_error(), shortage, status);
    return result;
}

/// call_into() from where the workspace is a local one: what the answer points to is its memory, which is the caller's.
template <class Transport, class Input, class... More>
[[nodiscard]] call_result<Input> ask_into(Transport& send, workspace& space, const Input& input, const client_profile_view& profile,
                                          unix_time now, const request_options& options, More&... more) {
    return call_into(send, input, profile, now, space, options, more...);
}

}  // namespace transport_detail

template <transport_into Transport, has_borrowed_output Input, class Policy>
    requires crypto::sha256_policy<Policy>
call_result<Input> call_into(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now, workspace& space,
                             const request_options& options, Policy&& policy) {
    return transport_detail::exchange_into(send, space, input, profile, now, options, policy);
}

template <transport_into Transport, has_borrowed_output Input, signing::signer Signer, class Policy>
    requires crypto::sha256_policy<Policy>
call_result<Input> call_into(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now, workspace& space,
                             const request_options& options, Signer&& signer, Policy&& policy) {
    const auto& secret_id = signer.secret_id();  // may be a text of its own, which lives until the end
    const client_profile_view who = with_id(profile, secret_id);
    return transport_detail::exchange_into(send, space, input, who, now, options, policy, signer);
}

template <transport_into Transport, has_borrowed_output Input, workspace_memory Memory, class... More>
call_result<Input> call_into(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now, Memory&& memory,
                             const request_options& options, More&&... more) {
    workspace space(memory);
    return transport_detail::ask_into(send, space, input, profile, now, options, more...);
}

}  // namespace tc3::inline v0_1

// ---- tc3/faceid/types/error_code.hpp --------------------------------------------------------------------------------

// A code that eKYC gives for an error, and what is known of it.

namespace tc3::inline v0_1::faceid {

/// Views of constants: good for as long as the program runs.
struct error_code {
    std::string_view code = {};     ///< "FailedOperation.LivessDetectFail", spelt as the service spells it
    std::string_view meaning = {};  ///< a few words, without a full stop; empty where tc3 has none
    error_category category = error_category::unknown;
    tc3::retry retry = retry::never;  ///< what to do before asking again; next_attempt() knows the action too
    std::uint8_t repeats = 3;         ///< ask again at most so many times in a row
    std::uint8_t first_wait = 1;      ///< seconds to wait before the first of them
};

}  // namespace tc3::inline v0_1::faceid

// ---- tc3/faceid/types/error_codes.hpp -------------------------------------------------------------------------------

// The error codes of eKYC, sorted. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid {

/// All that are known, in the order of their bytes: describe() finds them.
inline constexpr error_code error_codes[] = {
    {"ActionOffline", "action has been taken offline", error_category::request},
    {"AuthFailure", "authentication failed", error_category::authentication},
    {"AuthFailure.InvalidAuthorization", "CAM signature or authorisation rejected", error_category::authentication},
    {"AuthFailure.InvalidSecretId", "key is not a cloud API key", error_category::authentication},
    {"AuthFailure.MFAFailure", "MFA failed", error_category::authentication},
    {"AuthFailure.SecretIdNotFound", "key unknown, disabled or deleted", error_category::authentication},
    {"AuthFailure.SignatureExpire", "timestamp more than five minutes off", error_category::authentication,
     retry::once_with_corrected_clock, 1, 0},
    {"AuthFailure.SignatureFailure", "signature does not match", error_category::authentication},
    {"AuthFailure.TokenFailure", "STS token invalid or expired", error_category::authentication, retry::once_with_new_credential, 1, 0},
    {"AuthFailure.UnauthorizedOperation", "no CAM permission", error_category::permission},
    {"DryRunOperation", "dry run would succeed", error_category::not_a_failure},
    {"FailedOperation", "operation failed", error_category::service},
    {"FailedOperation.ActionCloseEye", "no eye closing seen", error_category::verification_outcome},
    {"FailedOperation.ActionFaceClose", "face too near", error_category::verification_outcome},
    {"FailedOperation.ActionFaceFar", "face too far", error_category::verification_outcome},
    {"FailedOperation.ActionFaceLeft", "face too far left", error_category::verification_outcome},
    {"FailedOperation.ActionFaceRight", "face too far right", error_category::verification_outcome},
    {"FailedOperation.ActionFirstAction", "first motion not seen", error_category::verification_outcome},
    {"FailedOperation.ActionLightDark", "too dark", error_category::verification_outcome},
    {"FailedOperation.ActionLightStrong", "too bright", error_category::verification_outcome},
    {"FailedOperation.ActionNodetectFace", "no complete face seen", error_category::verification_outcome},
    {"FailedOperation.ActionOpenMouth", "no mouth opening seen", error_category::verification_outcome},
    {"FailedOperation.CompareFail", "comparison gave no match", error_category::verification_outcome},
    {"FailedOperation.CompareLibServiceUnavailable", "comparison library under maintenance", error_category::service,
     retry::with_back_off_if_harmless, 2, 60},
    {"FailedOperation.CompareLowSimilarity", "similarity under the pass mark", error_category::verification_outcome},
    {"FailedOperation.CompareSystemError", "comparison engine call failed", error_category::service, retry::with_back_off_if_harmless},
    {"FailedOperation.CompressVideoError", "server could not compress the video", error_category::service, retry::with_back_off_if_harmless,
     1},
    {"FailedOperation.CoveredFace", "face covered", error_category::verification_outcome},
    {"FailedOperation.DecryptSystemError", "server could not decrypt the request data", error_category::request},
    {"FailedOperation.DetectEngineSystemError", "detection engine call failed", error_category::service, retry::with_back_off_if_harmless},
    {"FailedOperation.DownLoadError", "server could not fetch the given URL", error_category::request},
    {"FailedOperation.DownLoadTimeoutError", "server timed out fetching the given URL", error_category::service,
     retry::with_back_off_if_harmless, 2},
    {"FailedOperation.EmptyImageError", "image empty", error_category::request},
    {"FailedOperation.EncryptSystemError", "server could not encrypt the response", error_category::service,
     retry::with_back_off_if_harmless, 1},
    {"FailedOperation.FileSaveError", "server could not store a file", error_category::service, retry::with_back_off_if_harmless},
    {"FailedOperation.IdFormatError", "ID number malformed", error_category::request},
    {"FailedOperation.IdNameMisMatch", "name and ID number do not match", error_category::verification_outcome},
    {"FailedOperation.IdNoExistSystem", "ID number not in the authority's library", error_category::verification_outcome},
    {"FailedOperation.IdPhotoNoExist", "no photo for the ID number in the library", error_category::verification_outcome},
    {"FailedOperation.IdPhotoPoorQuality", "library or document photo too poor", error_category::verification_outcome},
    {"FailedOperation.IdPhotoSystemNoanswer", "photo source did not answer", error_category::service, retry::with_back_off_if_harmless},
    {"FailedOperation.IdentityAuthLimitExceeded", "daily attempts for this name/ID used up", error_category::quota},
    {"FailedOperation.ImageBlur", "image blurred", error_category::verification_outcome},
    {"FailedOperation.ImageDecodeFailed", "image could not be decoded", error_category::request},
    {"FailedOperation.ImageNoIdCard", "no ID card in the image", error_category::verification_outcome},
    {"FailedOperation.ImageSizeTooLarge", "image too large", error_category::request},
    {"FailedOperation.IncompleteFace", "face not complete", error_category::verification_outcome},
    {"FailedOperation.InvalidTokenParameter", "NFC token not found", error_category::request},
    {"FailedOperation.LifePhotoDetectFaces", "more than one face in the photo", error_category::verification_outcome},
    {"FailedOperation.LifePhotoDetectFake", "photo not of a live person", error_category::verification_outcome},
    {"FailedOperation.LifePhotoDetectNoFaces", "no complete face in the photo", error_category::verification_outcome},
    {"FailedOperation.LifePhotoPoorQuality", "photo resolution too low", error_category::verification_outcome},
    {"FailedOperation.LifePhotoSizeError", "photo too large or too small", error_category::request},
    {"FailedOperation.LipFaceIncomplete", "face not fully visible (digit mode)", error_category::verification_outcome},
    {"FailedOperation.LipMoveSmall", "lip movement too small", error_category::verification_outcome},
    {"FailedOperation.LipNetFailed", "server could not pull the video", error_category::service, retry::with_back_off_if_harmless},
    {"FailedOperation.LipSizeError", "video empty or of a wrong length (about 6 s wanted)", error_category::request},
    {"FailedOperation.LipVideoInvalid", "video format wrong", error_category::request},
    {"FailedOperation.LipVideoQuaility", "video definition too low (name is spelt this way)", error_category::verification_outcome},
    {"FailedOperation.LipVoiceDetect", "no sound", error_category::verification_outcome},
    {"FailedOperation.LipVoiceLow", "sound too quiet", error_category::verification_outcome},
    {"FailedOperation.LipVoiceRecognize", "speech not recognised", error_category::verification_outcome},
    {"FailedOperation.LivessBestFrameError", "no usable frame found", error_category::verification_outcome},
    {"FailedOperation.LivessDetectFail", "liveness not passed", error_category::verification_outcome},
    {"FailedOperation.LivessDetectFake", "recording looks spoofed", error_category::verification_outcome},
    {"FailedOperation.LivessSystemError", "liveness engine call failed", error_category::service, retry::with_back_off_if_harmless},
    {"FailedOperation.LivessUnknownError", "live-person check of the video not passed", error_category::verification_outcome},
    {"FailedOperation.NameFormatError", "name malformed", error_category::request},
    {"FailedOperation.OcrFailed", "OCR failed", error_category::verification_outcome},
    {"FailedOperation.OcrWarningOccurred", "a requested document warning fired; see Warnings", error_category::verification_outcome},
    {"FailedOperation.PoorImageQuality", "image quality too poor", error_category::verification_outcome},
    {"FailedOperation.RequestLimitExceeded", "call count over the limit", error_category::throttling, retry::with_back_off, 2},
    {"FailedOperation.SilentDetectFail", "live-person check failed (silent mode)", error_category::verification_outcome},
    {"FailedOperation.SilentEyeLiveFail", "eye check failed", error_category::verification_outcome},
    {"FailedOperation.SilentFaceDetectFail", "no face in the video", error_category::verification_outcome},
    {"FailedOperation.SilentFaceQualityFail", "face quality low", error_category::verification_outcome},
    {"FailedOperation.SilentFaceWithMaskFail", "mask worn", error_category::verification_outcome},
    {"FailedOperation.SilentMouthLiveFail", "mouth check failed", error_category::verification_outcome},
    {"FailedOperation.SilentMultiFaceFail", "more than one face in the video", error_category::verification_outcome},
    {"FailedOperation.SilentPictureLiveFail", "video may be spoofed", error_category::verification_outcome},
    {"FailedOperation.SilentThreshold", "live-person score under the pass mark", error_category::verification_outcome},
    {"FailedOperation.SilentTooShort", "video too short (over 2 s wanted)", error_category::request},
    {"FailedOperation.StsUnAuthErrError", "STS role not authorised for the encryption service", error_category::permission},
    {"FailedOperation.UnKnowError", "unknown fault", error_category::service, retry::with_back_off_if_harmless},
    {"FailedOperation.UnKnown", "unknown internal fault", error_category::service, retry::with_back_off_if_harmless, 2},
    {"FailedOperation.UnOpenError", "service not opened", error_category::permission},
    {"FailedOperation.VideoDecodeFailed", "video could not be decoded", error_category::request},
    {"FailedOperation.VideoDurationExceeded", "video longer than 20 s", error_category::request},
    {"InternalError", "internal fault", error_category::service, retry::with_back_off_if_harmless},
    {"InternalError.ActionLightDark", "too dark", error_category::verification_outcome},
    {"InternalError.ActionLightStrong", "too bright", error_category::verification_outcome},
    {"InternalError.ActionNodetectFace", "no complete face seen", error_category::verification_outcome},
    {"InternalError.CompareLowSimilarity", "similarity under the pass mark", error_category::verification_outcome},
    {"InternalError.EncryptSystemError", "server could not encrypt", error_category::service, retry::with_back_off_if_harmless, 1},
    {"InternalError.LifePhotoPoorQuality", "photo resolution too low", error_category::verification_outcome},
    {"InternalError.LifePhotoSizeError", "photo too large or too small", error_category::request},
    {"InternalError.UnKnown", "unknown internal fault", error_category::service, retry::with_back_off_if_harmless},
    {"InvalidAction", "action unknown", error_category::request},
    {"InvalidParameter", "parameter wrong in form or type", error_category::request},
    {"InvalidParameter.EngineImageDecodeFailed", "image could not be decoded", error_category::request},
    {"InvalidParameter.UnsupportEncryptField", "EncryptList does not fit the fields sent", error_category::request},
    {"InvalidParameterValue", "parameter value not allowed", error_category::request},
    {"InvalidParameterValue.BizTokenExpired", "token expired", error_category::request},
    {"InvalidParameterValue.BizTokenIllegal", "token unknown or malformed", error_category::request},
    {"InvalidParameterValue.InvalidFileContentSize", "file size not allowed", error_category::request},
    {"InvalidParameterValue.InvalidParameterValueLimit", "parameter value outside its limits", error_category::request},
    {"InvalidParameterValue.RuleIdNotExist", "RuleId unknown", error_category::request},
    {"InvalidRequest", "multipart body malformed", error_category::request},
    {"IpInBlacklist", "caller address blocked", error_category::permission},
    {"IpNotInWhitelist", "caller address not on the allow list", error_category::permission},
    {"LimitExceeded", "quota exceeded", error_category::quota},
    {"MissingParameter", "required parameter missing", error_category::request},
    {"NoSuchProduct", "product unknown", error_category::request},
    {"NoSuchVersion", "API version unknown", error_category::request},
    {"OperationDenied", "operation refused", error_category::request},
    {"RequestLimitExceeded", "rate limit hit", error_category::throttling, retry::with_back_off, 5},
    {"RequestLimitExceeded.GlobalRegionUinLimitExceeded", "account rate limit over all regions hit", error_category::throttling,
     retry::with_back_off, 5},
    {"RequestLimitExceeded.IPLimitExceeded", "rate limit for the caller address hit", error_category::throttling, retry::with_back_off, 5},
    {"RequestLimitExceeded.UinLimitExceeded", "account rate limit hit", error_category::throttling, retry::with_back_off, 5},
    {"RequestSizeLimitExceeded", "request too large", error_category::request},
    {"ResourceInUse", "resource in use", error_category::request},
    {"ResourceInsufficient", "resource short", error_category::quota},
    {"ResourceNotFound", "resource unknown", error_category::request},
    {"ResourceUnavailable", "resource not available", error_category::service, retry::with_back_off_if_harmless, 2},
    {"ResourceUnavailable.ImageDownloadError", "image URL could not be fetched", error_category::request},
    {"ResourceUnavailable.InArrears", "account in arrears", error_category::billing},
    {"ResourceUnavailable.ResourcePackageRunOut", "prepaid package used up", error_category::billing},
    {"ResponseSizeLimitExceeded", "response too large", error_category::request},
    {"ServiceUnavailable", "service temporarily unavailable", error_category::service, retry::with_back_off_if_harmless},
    {"UnauthorizedOperation", "not authorised", error_category::permission},
    {"UnauthorizedOperation.ActivateError", "service activation failed", error_category::permission},
    {"UnauthorizedOperation.Activating", "service activation in progress", error_category::permission},
    {"UnauthorizedOperation.Arrears", "account in arrears", error_category::billing},
    {"UnauthorizedOperation.ChargeStatusException", "billing state abnormal", error_category::billing},
    {"UnauthorizedOperation.NonAuthorize", "account has not finished its own real-name check", error_category::permission},
    {"UnauthorizedOperation.Nonactivated", "service not activated", error_category::permission},
    {"UnknownParameter", "undefined parameter sent", error_category::request},
    {"UnsupportedOperation", "operation not supported", error_category::request},
    {"UnsupportedProtocol", "only GET and POST are allowed", error_category::request},
    {"UnsupportedRegion", "region not supported by the action", error_category::request},
};

}  // namespace tc3::inline v0_1::faceid

// ---- tc3/faceid/advice/describe.hpp ---------------------------------------------------------------------------------

// What an error code of eKYC means: by its own row of the table, else by that of its family.

namespace tc3::inline v0_1::faceid {

/// What is known of an error code, wherever it stands: in a failure, or as the result of an answer. Exact spelling counts. The codes that
/// all products share are among them: this table stands in for describe_error_code().
///
/// `code` in what comes back tells which row it was. A code that is new below a known one goes by that, without its advice to ask
/// again, unless the request was not processed at all (throttling). Below FailedOperation, InternalError and ResourceUnavailable the
/// service puts outcomes, faults of the input and faults of its own: of a new code there nothing is known, nor of any other. Its
/// category is unknown, and it is not worth asking again for.
///
/// `InternalError.CompareLowSimilarity` is such a trap: a decision about a person, no fault of the service.
[[nodiscard]] constexpr error_code describe(std::string_view code) noexcept;

namespace detail {

/// The row of exactly this code, else nothing. A binary search.
[[nodiscard]] constexpr error_code find_row(std::string_view code) noexcept {
    std::size_t begin = 0;
    std::size_t end = std::size(error_codes);
    while (begin != end) {
        const std::size_t middle = begin + (end - begin) / 2;
        const int order = code.compare(error_codes[middle].code);
        if (order == 0) return error_codes[middle];
        if (order < 0) {
            end = middle;
        } else {
            begin = middle + 1;
        }
    }
    return {};
}

[[nodiscard]] constexpr bool is_mixed_family(std::string_view family) noexcept {
    return family == "FailedOperation" || family == "InternalError" || family == "ResourceUnavailable";
}

/// Of a code that has no row of its own.
[[nodiscard]] constexpr error_code describe_by_family(std::string_view code) noexcept {
    const std::string_view family = slice(code, 0, code.find('.'));
    if (family.size() == code.size() || is_mixed_family(family)) return {};
    error_code known = find_row(family);
    if (known.retry != retry::with_back_off) known.retry = retry::never;
    return known;
}

}  // namespace detail

constexpr error_code describe(std::string_view code) noexcept {
    if (const error_code own = detail::find_row(code); !own.code.empty()) return own;
    return detail::describe_by_family(code);
}

}  // namespace tc3::inline v0_1::faceid

// ---- tc3/faceid/advice/next_attempt.hpp -----------------------------------------------------------------------------

// Whether, how and when to ask eKYC again after a failure. Data and arithmetic: the clock, the dice and the waiting are the caller's.

namespace tc3::inline v0_1::faceid {

/// What to do after a failed attempt. The next one must be signed anew.
struct retry_plan {
    tc3::retry retry = retry::never;      ///< never, or what to do first; never with_back_off_if_harmless: that is settled
    std::uint32_t wait_milliseconds = 0;  ///< from now to the next attempt

    [[nodiscard]] constexpr bool again() const noexcept { return retry != retry::never; }
};

/// No step of the back-off is longer, unless the first is. The wait is below two steps.
inline constexpr std::uint32_t longest_back_off_milliseconds = 60'000;

/// What to do before asking again: by eKYC's own table of codes, else as tc3::retry_advice(why) has it. Where the failed attempt may have
/// taken effect (its answer was lost, or the service had a fault), an action that may bill again or is not documented is not repeated. A
/// throttled request was not processed: any action may be asked again.
template <class Storage>
[[nodiscard]] constexpr retry retry_advice(const basic_failure<Storage>& why, const action& asked) noexcept;

/// The same with the time to wait and an end to it. `attempts` is how many have been made, all failures counted: 1 after the first.
/// `random` is any number, drawn anew each time and uniform over all 32 bits: it spreads those that failed together.
///
///     const auto plan = faceid::next_attempt<faceid::get_liveness_result>(answer.error(), attempts, dice());
///     if (plan.again()) ask_later(plan.wait_milliseconds);
///
/// The wait doubles from attempt to attempt and lies between one and two steps. A throttled request waits into the next second, and for
/// the time in which the limit of its action frees another place.
template <class Storage>
[[nodiscard]] constexpr retry_plan next_attempt(const basic_failure<Storage>& why, const action& asked, std::uint32_t attempts,
                                                std::uint32_t random) noexcept;

template <described_action Input, class Storage>
[[nodiscard]] constexpr retry_plan next_attempt(const basic_failure<Storage>& why, std::uint32_t attempts, std::uint32_t random) noexcept {
    return next_attempt(why, action_of<Input>, attempts, random);
}

namespace detail {

[[nodiscard]] constexpr retry settled(retry advice, repeat_safety repeat) noexcept {
    if (advice != retry::with_back_off_if_harmless) return advice;
    return repeat == repeat_safety::harmless ? retry::with_back_off : retry::never;
}

/// The code's row. Where there is none, or a code is none of eKYC's, the stage and the HTTP status are left to go by.
template <class Storage>
[[nodiscard]] constexpr error_code judged(const basic_failure<Storage>& why) noexcept {
    error_code known = with_view(why.code, describe);
    if (known.category == error_category::unknown) known.retry = tc3::retry_advice(why);
    return known;
}

/// Of calls a second: the time from one place to the next. A limit that is not stated is taken for one a second.
[[nodiscard]] constexpr std::uint32_t milliseconds_between_calls(std::uint16_t calls_per_second) noexcept {
    return 1000U / (calls_per_second == 0 ? 1U : calls_per_second);
}

/// `first`, doubled for each attempt after the first one, up to the longest.
[[nodiscard]] constexpr std::uint32_t back_off_step(std::uint32_t first, std::uint32_t attempts) noexcept {
    const std::uint32_t longest = first < longest_back_off_milliseconds ? longest_back_off_milliseconds : first;
    std::uint32_t step = first;
    for (std::uint32_t made = 1; made < attempts && step < longest; ++made) step *= 2;
    return step < longest ? step : longest;
}

/// From one step to just below two.
[[nodiscard]] constexpr std::uint32_t spread(std::uint32_t step, std::uint32_t random) noexcept {
    return step + static_cast<std::uint32_t>((std::uint64_t{step} * random) >> 32U);
}

}  // namespace detail

template <class Storage>
constexpr retry retry_advice(const basic_failure<Storage>& why, const action& asked) noexcept {
    return detail::settled(detail::judged(why).retry, asked.repeat);
}

template <class Storage>
constexpr retry_plan next_attempt(const basic_failure<Storage>& why, const action& asked, std::uint32_t attempts,
                                  std::uint32_t random) noexcept {
    const error_code known = detail::judged(why);
    const retry advice = detail::settled(known.retry, asked.repeat);
    if (advice == retry::never || attempts > known.repeats) return {};
    const bool throttled = known.category == error_category::throttling || why.status == 429;
    const std::uint32_t first = known.first_wait * 1000U + (throttled ? detail::milliseconds_between_calls(asked.calls_per_second) : 0U);
    return {.retry = advice, .wait_milliseconds = detail::spread(detail::back_off_step(first, attempts), random)};
}

}  // namespace tc3::inline v0_1::faceid

// ---- tc3/faceid/types/result_code.hpp -------------------------------------------------------------------------------

// A code that an answer states its outcome with.

namespace tc3::inline v0_1::faceid {

/// Whether the service charges for an answer with a code, as far as the manual says.
enum class billing : std::uint8_t { unknown, free, billed };

/// A code and its meaning in a few words, without a full stop. Numbers as their decimal digits.
struct result_code {
    std::string_view code;
    std::string_view text;
    faceid::billing billing = faceid::billing::unknown;
    error_category category = error_category::verification_outcome;  ///< of a code that is no yes: whose matter it is
};

}  // namespace tc3::inline v0_1::faceid

// ---- tc3/faceid/advice/outcome.hpp ----------------------------------------------------------------------------------

// The second layer of failure: an answer that came well and says that the person did not pass. That is no error; outcome() reads it.

namespace tc3::inline v0_1::faceid {

/// What an answer says of its own matter. Only `passed` is a yes.
enum class outcome_state : std::uint8_t {
    unknown,     ///< nothing: its field is absent, null or empty
    pending,     ///< not decided yet: ask again later
    passed,      ///< yes
    not_passed,  ///< any other code: the person did not, or nothing could be found out, or it is new to this client; see decided()
};

[[nodiscard]] constexpr std::string_view name_of(outcome_state state) noexcept {
    switch (state) {
        case outcome_state::unknown: return "unknown";
        case outcome_state::pending: return "pending";
        case outcome_state::passed: return "passed";
        case outcome_state::not_passed: return "not passed";
    }
    return "";
}

/// The longest code that is kept whole: the service's are below 50 characters.
inline constexpr std::size_t longest_outcome_code = 63;

/// A value that refers to nothing of the answer. Nothing in it is personal but the outcome itself.
struct outcome_info {
    outcome_state state = outcome_state::unknown;
    fixed_text<longest_outcome_code> code = {};  ///< as the answer has it, "1001"; a number in decimal digits
    std::string_view text = {};                  ///< what the code means, in tc3's words; empty for one that tc3 does not know

    /// Whose matter it is: verification_outcome where the service looked and judged. Of a no without a judgement: a fault of the service,
    /// a limit, an input or token that it can't use; unknown for a code that tc3 does not know. Unknown too while nothing is said.
    error_category category = error_category::unknown;

    [[nodiscard]] constexpr bool passed() const noexcept { return state == outcome_state::passed; }
    [[nodiscard]] constexpr bool pending() const noexcept { return state == outcome_state::pending; }
    /// Whether this yes or no is the service's judgement of what it was shown, so that the same will be judged the same again. A no that
    /// is not says nothing of the person: do not hold it against them.
    [[nodiscard]] constexpr bool decided() const noexcept { return category == error_category::verification_outcome; }
};

/// How answers of a type state their outcome: by which codes. Every code that is neither passed nor pending is a no.
struct outcome_codes {
    std::span<const std::string_view> passed;                   ///< in most answers one; numbers as their decimal digits
    std::string_view pending = {};                              ///< empty: the manual names none
    std::span<const result_code> meanings = {};                 ///< those that are known
    error_code (*others)(std::string_view) noexcept = nullptr;  ///< where error codes stand for results too: what describes them
};

/// The same with the member that has the code: an optional text, or an optional integer.
template <auto Member>
struct outcome_rule {
    outcome_codes codes;
};

template <auto Member>
[[nodiscard]] constexpr outcome_rule<Member> outcome_in(const outcome_codes& codes) noexcept {
    return {codes};
}

namespace detail {
struct no_outcome {};
}  // namespace detail

/// The rule of an answer type, by a specialisation beside its table:
/// `inline constexpr auto outcome_rule_of<my_answer> = outcome_in<&my_answer::result>({.passed = my_codes});`
template <class Output>
inline constexpr detail::no_outcome outcome_rule_of{};

/// An answer that states an outcome. Those that only hand out a token do not.
template <class Output>
concept states_outcome = !std::same_as<std::remove_cvref_t<decltype(outcome_rule_of<Output>)>, detail::no_outcome>;

namespace detail {

using outcome_code = fixed_text<longest_outcome_code>;

template <std::integral Number>
[[nodiscard]] constexpr outcome_code code_of(Number value) noexcept {
    outcome_code code;
    write_decimal(code, value);
    return code;
}

/// Half a text is none: what was written before it turned out to be invalid must not pass for a code.
template <text_type Text>
[[nodiscard]] constexpr outcome_code code_of(const Text& value) noexcept {
    outcome_code code;
    return write_text(code, value) ? code : outcome_code();
}

[[nodiscard]] constexpr outcome_state state_of(const outcome_codes& codes, std::string_view code) noexcept {
    if (code.empty()) return outcome_state::unknown;
    if (code == codes.pending) return outcome_state::pending;
    for (const std::string_view passed : codes.passed) {
        if (code == passed) return outcome_state::passed;
    }
    return outcome_state::not_passed;
}

/// Text and category; none for a code that is not known.
[[nodiscard]] constexpr result_code meaning_of(const outcome_codes& codes, std::string_view code) noexcept {
    for (const result_code& known : codes.meanings) {
        if (known.code == code) return known;
    }
    const error_code known = codes.others != nullptr ? codes.others(code) : error_code();
    return {.code = known.code, .text = known.meaning, .category = known.category};
}

[[nodiscard]] constexpr error_category category_of(outcome_state state, error_category of_a_no) noexcept {
    switch (state) {
        case outcome_state::unknown:
        case outcome_state::pending: return error_category::unknown;
        case outcome_state::passed: return error_category::verification_outcome;
        case outcome_state::not_passed: return of_a_no;
    }
    return error_category::unknown;
}

[[nodiscard]] constexpr outcome_info judge(const outcome_codes& codes, const outcome_code& code) noexcept {
    const outcome_state state = state_of(codes, code.view());
    const result_code known = meaning_of(codes, code.view());
    return {.state = state, .code = code, .text = known.text, .category = category_of(state, known.category)};
}

template <auto Member, class Output>
[[nodiscard]] constexpr outcome_info judge(const outcome_rule<Member>& rule, const Output& output) noexcept {
    const auto& value = output.*Member;
    return judge(rule.codes, value.has_value() ? code_of(*value) : outcome_code());
}

}  // namespace detail

/// What an answer says of its own matter. Never fails, costs no heap.
///
///     const auto said = tc3::faceid::outcome(*answer);
///     if (said.passed()) ...
///
/// The service's own words for it stand in the answer, as in its `description`: for people only, their wording and language change.
template <states_outcome Output>
[[nodiscard]] constexpr outcome_info outcome(const Output& output) noexcept {
    return detail::judge(outcome_rule_of<Output>, output);
}

/// Writes an outcome as one line without its end, for a log: "not passed: 1005: liveness check failed".
template <sink S>
void write_outcome(S& out, const outcome_info& said) {
    line_sink line(out);
    out.append(name_of(said.state));
    out.append(": ");
    line.append(said.code.size() != 0 ? said.code.view() : "no code");
    if (!said.text.empty() && said.text != name_of(said.state)) {
        out.append(": ");
        out.append(said.text);
    }
}

/// The same line as a string.
[[nodiscard]] inline std::string to_string(const outcome_info& said) {
    std::string line;
    write_outcome(line, said);
    return line;
}

}  // namespace tc3::inline v0_1::faceid

// ---- tc3/faceid/fwd.hpp ---------------------------------------------------------------------------------------------

// Names of eKYC without definitions, for headers that only mention them. Made by tools/generate.py.

namespace tc3::inline v0_1::faceid {

template <class Storage>
struct basic_address;
template <class Storage>
struct basic_apply_liveness_token;
template <class Storage>
struct basic_apply_liveness_token_output;
template <class Storage>
struct basic_apply_sdk_verification_token;
template <class Storage>
struct basic_apply_sdk_verification_token_output;
template <class Storage>
struct basic_apply_web_verification_biz_token_intl;
template <class Storage>
struct basic_apply_web_verification_biz_token_intl_output;
template <class Storage>
struct basic_attack_risk_detail;
template <class Storage>
struct basic_bangladesh_id_card;
template <class Storage>
struct basic_bank_card_2e_verification;
template <class Storage>
struct basic_bank_card_2e_verification_output;
template <class Storage>
struct basic_bank_card_4e_verification;
template <class Storage>
struct basic_bank_card_4e_verification_output;
template <class Storage>
struct basic_bank_card_verification;
template <class Storage>
struct basic_bank_card_verification_output;
template <class Storage>
struct basic_card_info;
template <class Storage>
struct basic_card_verify_result;
template <class Storage>
struct basic_check_bank_card_information;
template <class Storage>
struct basic_check_bank_card_information_output;
template <class Storage>
struct basic_check_id_card_information;
template <class Storage>
struct basic_check_id_card_information_output;
template <class Storage>
struct basic_check_id_name_date;
template <class Storage>
struct basic_check_id_name_date_output;
template <class Storage>
struct basic_compare_face_liveness;
template <class Storage>
struct basic_compare_face_liveness_output;
template <class Storage>
struct basic_compare_result;
template <class Storage>
struct basic_create_upload_url;
template <class Storage>
struct basic_create_upload_url_output;
template <class Storage>
struct basic_detect_ai_fake_faces;
template <class Storage>
struct basic_detect_ai_fake_faces_output;
template <class Storage>
struct basic_detect_reflect_liveness_and_compare;
template <class Storage>
struct basic_detect_reflect_liveness_and_compare_output;
template <class Storage>
struct basic_edit_detail;
template <class Storage>
struct basic_encryption;
template <class Storage>
struct basic_extra_info;
template <class Storage>
struct basic_file_info;
template <class Storage>
struct basic_general_card;
template <class Storage>
struct basic_generate_reflect_sequence;
template <class Storage>
struct basic_generate_reflect_sequence_output;
template <class Storage>
struct basic_get_face_id_result_intl;
template <class Storage>
struct basic_get_face_id_result_intl_output;
template <class Storage>
struct basic_get_face_id_token_intl;
template <class Storage>
struct basic_get_face_id_token_intl_output;
template <class Storage>
struct basic_get_liveness_result;
template <class Storage>
struct basic_get_liveness_result_output;
template <class Storage>
struct basic_get_nfc_token;
template <class Storage>
struct basic_get_nfc_token_output;
template <class Storage>
struct basic_get_sdk_verification_result;
template <class Storage>
struct basic_get_sdk_verification_result_output;
template <class Storage>
struct basic_get_web_verification_result_intl;
template <class Storage>
struct basic_get_web_verification_result_intl_output;
template <class Storage>
struct basic_get_wx_nfc_result;
template <class Storage>
struct basic_get_wx_nfc_result_output;
template <class Storage>
struct basic_hk_id_card;
template <class Storage>
struct basic_hmt_permit;
template <class Storage>
struct basic_id_card_ocr_verification;
template <class Storage>
struct basic_id_card_ocr_verification_output;
template <class Storage>
struct basic_id_card_verification;
template <class Storage>
struct basic_id_card_verification_output;
template <class Storage>
struct basic_image_recognition;
template <class Storage>
struct basic_image_recognition_output;
template <class Storage>
struct basic_image_recognition_v2;
template <class Storage>
struct basic_image_recognition_v2_output;
template <class Storage>
struct basic_indonesia_driving_license;
template <class Storage>
struct basic_indonesia_id_card;
template <class Storage>
struct basic_international_id_passport;
template <class Storage>
struct basic_japan_id_card;
template <class Storage>
struct basic_liveness_compare;
template <class Storage>
struct basic_liveness_compare_output;
template <class Storage>
struct basic_macao_id_card;
template <class Storage>
struct basic_mainland_id_card;
template <class Storage>
struct basic_ml_id_card;
template <class Storage>
struct basic_mobile_network_time_verification;
template <class Storage>
struct basic_mobile_network_time_verification_output;
template <class Storage>
struct basic_mobile_status;
template <class Storage>
struct basic_mobile_status_output;
template <class Storage>
struct basic_nigeria_driving_license;
template <class Storage>
struct basic_nigeria_id_card;
template <class Storage>
struct basic_normal_card_info;
template <class Storage>
struct basic_normal_hk_id_card;
template <class Storage>
struct basic_normal_indonesia_id_card;
template <class Storage>
struct basic_normal_ml_id_card;
template <class Storage>
struct basic_normal_thailand_id_card;
template <class Storage>
struct basic_ocr_result;
template <class Storage>
struct basic_pakistan_driving_license;
template <class Storage>
struct basic_pakistan_id_card;
template <class Storage>
struct basic_philippines_driving_license;
template <class Storage>
struct basic_philippines_sss_id;
template <class Storage>
struct basic_philippines_tin_id;
template <class Storage>
struct basic_philippines_umid;
template <class Storage>
struct basic_philippines_vote_id;
template <class Storage>
struct basic_phone_verification;
template <class Storage>
struct basic_phone_verification_output;
template <class Storage>
struct basic_retrieval_liveness_extra_info;
template <class Storage>
struct basic_singapore_id_card;
template <class Storage>
struct basic_taiwan_id_card;
template <class Storage>
struct basic_thailand_id_card;
template <class Storage>
struct basic_verification_detail;
template <class Storage>
struct basic_video_liveness_compare;
template <class Storage>
struct basic_video_liveness_compare_output;
template <class Storage>
struct basic_web_verification_config_intl;

}  // namespace tc3::inline v0_1::faceid

// ---- tc3/faceid/advice/polling.hpp ----------------------------------------------------------------------------------

// When to ask for the result of a session again, and when to give up: data and arithmetic, no clock, no sleep.

namespace tc3::inline v0_1::faceid {

/// How long the service keeps a session, in seconds from the moment its token was given out.
struct session_life {
    std::int64_t start_within;  ///< the app or browser must begin by then
    std::int64_t readable_for;  ///< its result can be asked for until then, as often as one likes
};

namespace detail {
struct no_session {};
}  // namespace detail

/// The life of the sessions that an input asks for: `session_life_of<get_liveness_result>`. Two hours, three days, ten minutes: from the
/// pages of these actions, 2026-05.
template <class Input>
inline constexpr detail::no_session session_life_of{};
template <class Storage>
inline constexpr session_life session_life_of<basic_get_liveness_result<Storage>>{600, 7200};
template <class Storage>
inline constexpr session_life session_life_of<basic_get_face_id_result_intl<Storage>>{600, 259200};
template <class Storage>
inline constexpr session_life session_life_of<basic_get_sdk_verification_result<Storage>>{600, 259200};
template <class Storage>
inline constexpr session_life session_life_of<basic_get_web_verification_result_intl<Storage>>{600, 259200};
template <class Storage>
inline constexpr session_life session_life_of<basic_get_wx_nfc_result<Storage>>{600, 600};

/// How to poll. The best is not to: ask once the app, or the redirect of the browser, says that the session is over.
struct polling {
    std::int64_t first_wait = 2;       ///< seconds
    std::int64_t longest_wait = 30;    ///< seconds; each wait is twice the one before, up to this
    std::int64_t give_up_after = 900;  ///< seconds from the token on: 10 minutes to begin, and some to finish
};

/// The seconds to wait before asking for the next time, after having asked `asked` times without a result; nothing when it is time to give
/// up, because the session would be older than `give_up_after` or its result no longer kept. `begun` is the moment of the token.
[[nodiscard]] constexpr std::optional<std::int64_t> next_wait(const polling& how, const session_life& life, unix_time begun, unix_time now,
                                                              std::uint32_t asked) noexcept {
    if (!begun.in_range() || !now.in_range()) return std::nullopt;
    const std::int64_t longest = how.longest_wait < 1 ? 1 : how.longest_wait;
    std::int64_t wait = how.first_wait < 1 ? 1 : how.first_wait;
    for (std::uint32_t i = 1; i < asked && wait < longest; ++i) wait = wait > longest / 2 ? longest : wait * 2;
    if (wait > longest) wait = longest;

    const std::int64_t end = how.give_up_after < life.readable_for ? how.give_up_after : life.readable_for;
    const std::int64_t age = now.seconds < begun.seconds ? 0 : now.seconds - begun.seconds;
    if (age >= end || wait > end - age) return std::nullopt;
    return wait;
}

}  // namespace tc3::inline v0_1::faceid

// ---- tc3/faceid/advice/redirect.hpp ---------------------------------------------------------------------------------

// The way back of the browser flow: the page that the person's browser was sent to, and the token that it brought along.

namespace tc3::inline v0_1::faceid {

/// Why the address of a redirect is not the end of this session.
enum class redirect_error : std::uint8_t {
    no_token,        ///< no `token` in the query, or an empty one
    repeated_token,  ///< more than one: whoever made the address wants two readers to see two sessions
    malformed,       ///< a '%' without two hex digits, a character that no token has, or longer than any token
    other_token,     ///< the token of another session than the one that was begun for this person
};

/// What is wrong in a few words, without a full stop. The token is in none of them.
[[nodiscard]] constexpr std::string_view describe(redirect_error error) noexcept {
    switch (error) {
        case redirect_error::no_token: return "the address has no token";
        case redirect_error::repeated_token: return "the address has more than one token";
        case redirect_error::malformed: return "the token in the address is malformed";
        case redirect_error::other_token: return "the token in the address is that of another session";
    }
    return "";
}

/// The service's tokens are of 36 characters; this is room for longer ones to come.
inline constexpr std::size_t longest_biz_token = 256;

/// Holds the token of a redirect. It is a bearer secret until its session ends.
using redirect_token = fixed_text<longest_biz_token>;

/// Reads the token that the service added to a RedirectURL, `?token={BizToken}`, from the address that a browser came to: a whole URL, a
/// path with its query, or a query behind its '?'. How the service joins it to a RedirectURL with a query of its own is not documented, so
/// it is found behind '?' and '&' alike. Case counts; what stands behind '#' does not. Costs one pass over the address.
[[nodiscard]] constexpr result<redirect_token, redirect_error> read_redirect_token(std::string_view url) noexcept;

/// Whether the address is the end of the session that `biz_token` was given out for: that of ApplyWebVerificationBizTokenIntl, kept on the
/// server beside the person's login. Takes the same time whatever a token of the right size is like. A yes says only that the browser came
/// back: what became of the person is for GetWebVerificationResultIntl to say.
[[nodiscard]] constexpr result<void, redirect_error> validate_redirect(std::string_view url, std::string_view biz_token) noexcept;

namespace detail {

/// Takes a part up to the next of the characters that separate parts of a query. A second '?' is one: see above.
[[nodiscard]] constexpr std::string_view take_query_part(std::string_view& query) noexcept {
    const std::size_t size = ascii::find_not(query, [](char c) { return c != '&' && c != '?'; });
    const std::string_view taken = slice(query, 0, size);
    query = size == std::string_view::npos ? std::string_view() : slice(query, size + 1);
    return taken;
}

}  // namespace detail

constexpr result<redirect_token, redirect_error> read_redirect_token(std::string_view url) noexcept {
    constexpr std::string_view name = "token";
    url = slice(url, 0, url.find('#'));
    const std::size_t question_mark = url.find('?');
    if (question_mark == std::string_view::npos) return unexpected(redirect_error::no_token);

    redirect_token token;
    bool found = false;
    for (std::string_view query = slice(url, question_mark + 1); !query.empty();) {
        const std::string_view part = detail::take_query_part(query);
        const std::size_t equals = part.find('=');
        fixed_text<name.size()> decoded;  // whoever reads the query behind us may undo escapes in names
        static_cast<void>(decode_percent(decoded, slice(part, 0, equals)));
        if (decoded.truncated() || decoded.view() != name) continue;
        if (found) return unexpected(redirect_error::repeated_token);
        found = true;
        const bool has_value = equals != std::string_view::npos;
        if (has_value && !decode_percent(token, slice(part, equals + 1))) return unexpected(redirect_error::malformed);
    }
    if (token.size() == 0) return unexpected(redirect_error::no_token);
    const bool visible = ascii::find_not(token.view(), ascii::is_visible) == std::string_view::npos;
    if (!visible || token.truncated()) return unexpected(redirect_error::malformed);
    return token;
}

constexpr result<void, redirect_error> validate_redirect(std::string_view url, std::string_view biz_token) noexcept {
    const auto token = read_redirect_token(url);
    if (!token) return unexpected(token.error());
    if (!equal_in_constant_time<char>((*token).view(), biz_token)) return unexpected(redirect_error::other_token);
    return {};
}

}  // namespace tc3::inline v0_1::faceid

// ---- tc3/faceid/service.hpp -----------------------------------------------------------------------------------------

// eKYC, international: the words that address the service.

namespace tc3::inline v0_1::faceid {

inline constexpr std::string_view service = "faceid";
inline constexpr std::string_view version = "2018-03-01";
inline constexpr std::string_view host = "faceid.intl.tencentcloudapi.com";

}  // namespace tc3::inline v0_1::faceid

// ---- tc3/faceid/types/values.hpp ------------------------------------------------------------------------------------

// Values that more than one header needs: literals for each, and tables of what codes mean. Made by tools/generate.py from
// tools/faceid.json; manual: https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid {

/// Values of CompareResult.CompareErrorCode, CompareResult.ErrorCode, CompareResult.LiveErrorCode, GetFaceIdResultIntl.Result,
/// GetLivenessResult.Result, GetSdkVerificationResult.Result; more may come.
namespace sdk_result {
inline constexpr literal passed{"0"};                                     ///< passed
inline constexpr literal liveness_engine_call_failed{"1001"};             ///< liveness engine call failed
inline constexpr literal recording_looks_spoofed{"1002"};                 ///< recording looks spoofed
inline constexpr literal face_detection_failed{"1004"};                   ///< face detection failed
inline constexpr literal liveness_check_failed{"1005"};                   ///< liveness check failed
inline constexpr literal too_dark_or_over_exposed{"1201"};                ///< too dark or over-exposed
inline constexpr literal submitted_image_too_large_or_too_small{"2004"};  ///< submitted image too large or too small
inline constexpr literal more_than_one_face{"2012"};                      ///< more than one face
inline constexpr literal no_face{"2013"};                                 ///< no face, or face incomplete
inline constexpr literal image_resolution_or_quality_too_low{"2014"};     ///< image resolution or quality too low
inline constexpr literal face_comparison_failed{"2015"};                  ///< face comparison failed
inline constexpr literal similarity_under_the_pass_threshold{"2016"};     ///< similarity under the pass threshold
inline constexpr literal face_is_covered{"2017"};                         ///< face is covered
inline constexpr literal not_finished{"-999"};                            ///< not finished yet
inline constexpr result_code all[] = {
    {"0", "passed", billing::billed},
    {"1001", "liveness engine call failed", billing::free, error_category::service},
    {"1002", "recording looks spoofed", billing::billed},
    {"1004", "face detection failed", billing::unknown},
    {"1005", "liveness check failed", billing::billed},
    {"1201", "too dark or over-exposed", billing::billed},
    {"2004", "submitted image too large or too small", billing::unknown, error_category::request},
    {"2012", "more than one face", billing::unknown},
    {"2013", "no face, or face incomplete", billing::unknown},
    {"2014", "image resolution or quality too low", billing::unknown},
    {"2015", "face comparison failed", billing::unknown},
    {"2016", "similarity under the pass threshold", billing::unknown},
    {"2017", "face is covered", billing::billed},
    {"-999", "not finished yet", billing::unknown, error_category::unknown},
};
inline constexpr std::string_view passes[] = {"0"};
}  // namespace sdk_result

/// Values of GetWebVerificationResult.ErrorCode, GetWebVerificationResultIntl.ErrorCode, VerificationDetail.CompareErrorCode,
/// VerificationDetail.ErrorCode, VerificationDetail.LivenessErrorCode; more may come.
namespace web_result {
inline constexpr std::int64_t passed = 0;                               ///< passed
inline constexpr std::int64_t invalid_parameter = 1;                    ///< invalid parameter
inline constexpr std::int64_t incorrect_parameter_value = 2;            ///< incorrect parameter value
inline constexpr std::int64_t bad_service_request = 3;                  ///< bad service request
inline constexpr std::int64_t internal_fault = 4;                       ///< internal fault
inline constexpr std::int64_t internal_fault_in_file_store = 8;         ///< internal fault (file store)
inline constexpr std::int64_t internal_fault_in_file_format = 9;        ///< internal fault (file format)
inline constexpr std::int64_t internal_fault_in_file_system = 10;       ///< internal fault (file system)
inline constexpr std::int64_t internal_timeout_in_file_system = 11;     ///< internal fault (file system timeout)
inline constexpr std::int64_t verification_already_done = 14;           ///< verification already done
inline constexpr std::int64_t token_expired = 15;                       ///< token expired
inline constexpr std::int64_t attempts_used_up = 16;                    ///< attempts used up
inline constexpr std::int64_t verification_not_finished = 17;           ///< verification not finished
inline constexpr std::int64_t video_not_obtained = 202;                 ///< video not obtained
inline constexpr std::int64_t liveness_engine_call_failed = 1001;       ///< liveness engine call failed
inline constexpr std::int64_t recording_looks_spoofed = 1002;           ///< recording looks spoofed
inline constexpr std::int64_t live_person_check_failed = 1003;          ///< live-person check failed
inline constexpr std::int64_t face_detection_failed = 1004;             ///< face detection failed
inline constexpr std::int64_t liveness_not_passed = 1005;               ///< liveness not passed
inline constexpr std::int64_t no_sound = 1101;                          ///< no sound
inline constexpr std::int64_t face_not_fully_visible = 1102;            ///< face not fully visible
inline constexpr std::int64_t speech_not_recognised = 1103;             ///< speech not recognised
inline constexpr std::int64_t video_format_wrong = 1104;                ///< video format wrong
inline constexpr std::int64_t video_could_not_be_pulled = 1105;         ///< video could not be pulled
inline constexpr std::int64_t sound_too_quiet = 1106;                   ///< sound too quiet
inline constexpr std::int64_t video_empty_or_of_wrong_length = 1107;    ///< video empty or of wrong length
inline constexpr std::int64_t video_definition_too_low = 1108;          ///< video definition too low
inline constexpr std::int64_t lip_movement_too_small = 1109;            ///< lip movement too small
inline constexpr std::int64_t too_dark = 1201;                          ///< too dark
inline constexpr std::int64_t too_bright = 1202;                        ///< too bright
inline constexpr std::int64_t face_too_near = 1203;                     ///< face too near
inline constexpr std::int64_t face_too_far_right = 1204;                ///< face too far right
inline constexpr std::int64_t face_too_far_away = 1205;                 ///< face too far away
inline constexpr std::int64_t face_too_far_left = 1206;                 ///< face too far left
inline constexpr std::int64_t no_eye_closing = 1207;                    ///< no eye closing
inline constexpr std::int64_t first_motion_missing = 1208;              ///< first motion missing
inline constexpr std::int64_t no_mouth_opening = 1209;                  ///< no mouth opening
inline constexpr std::int64_t no_complete_face = 1210;                  ///< no complete face
inline constexpr std::int64_t silent_check_failed = 1301;               ///< live-person check failed
inline constexpr std::int64_t live_person_score_under_the_mark = 1302;  ///< live-person score under the mark
inline constexpr std::int64_t video_too_short = 1303;                   ///< video too short (over 2 s wanted)
inline constexpr std::int64_t reflected_light_check_failed = 1401;      ///< reflected-light check failed
inline constexpr std::int64_t timed_out = 1409;                         ///< timed out
inline constexpr std::int64_t user_left = 1410;                         ///< user left
inline constexpr std::int64_t comparison_engine_call_failed = 2001;     ///< comparison engine call failed
inline constexpr std::int64_t image_too_large_or_too_small = 2004;      ///< image too large or too small
inline constexpr std::int64_t image_resolution_too_low = 2009;          ///< image resolution too low
inline constexpr std::int64_t no_frame_for_comparison = 2010;           ///< no frame for comparison
inline constexpr std::int64_t live_person_comparison_failed = 2011;     ///< live-person comparison failed
inline constexpr std::int64_t more_than_one_face = 2012;                ///< more than one face
inline constexpr std::int64_t face_incomplete = 2013;                   ///< no complete face
inline constexpr std::int64_t image_quality_too_low = 2014;             ///< image resolution too low
inline constexpr std::int64_t comparison_failed = 2015;                 ///< comparison failed
inline constexpr std::int64_t similarity_under_the_mark = 2016;         ///< similarity under the mark
inline constexpr result_code all[] = {
    {"0", "passed", billing::billed},
    {"1", "invalid parameter", billing::free, error_category::request},
    {"2", "incorrect parameter value", billing::free, error_category::request},
    {"3", "bad service request", billing::free, error_category::service},
    {"4", "internal fault", billing::free, error_category::service},
    {"8", "internal fault (file store)", billing::free, error_category::service},
    {"9", "internal fault (file format)", billing::free, error_category::service},
    {"10", "internal fault (file system)", billing::free, error_category::service},
    {"11", "internal fault (file system timeout)", billing::free, error_category::service},
    {"14", "verification already done", billing::free, error_category::request},
    {"15", "token expired", billing::free, error_category::request},
    {"16", "attempts used up", billing::free, error_category::quota},
    {"17", "verification not finished", billing::unknown, error_category::unknown},
    {"202", "video not obtained", billing::free, error_category::unknown},
    {"1001", "liveness engine call failed", billing::free, error_category::service},
    {"1002", "recording looks spoofed", billing::free},
    {"1003", "live-person check failed", billing::free},
    {"1004", "face detection failed", billing::free},
    {"1005", "liveness not passed", billing::free},
    {"1101", "no sound", billing::free},
    {"1102", "face not fully visible", billing::free},
    {"1103", "speech not recognised", billing::free},
    {"1104", "video format wrong", billing::free, error_category::request},
    {"1105", "video could not be pulled", billing::free, error_category::service},
    {"1106", "sound too quiet", billing::free},
    {"1107", "video empty or of wrong length", billing::free, error_category::request},
    {"1108", "video definition too low", billing::free},
    {"1109", "lip movement too small", billing::free},
    {"1201", "too dark", billing::free},
    {"1202", "too bright", billing::unknown},
    {"1203", "face too near", billing::unknown},
    {"1204", "face too far right", billing::unknown},
    {"1205", "face too far away", billing::unknown},
    {"1206", "face too far left", billing::unknown},
    {"1207", "no eye closing", billing::unknown},
    {"1208", "first motion missing", billing::unknown},
    {"1209", "no mouth opening", billing::unknown},
    {"1210", "no complete face", billing::unknown},
    {"1301", "live-person check failed", billing::unknown},
    {"1302", "live-person score under the mark", billing::unknown},
    {"1303", "video too short (over 2 s wanted)", billing::unknown, error_category::request},
    {"1401", "reflected-light check failed", billing::unknown},
    {"1409", "timed out", billing::free, error_category::request},
    {"1410", "user left", billing::free, error_category::request},
    {"2001", "comparison engine call failed", billing::unknown, error_category::service},
    {"2004", "image too large or too small", billing::unknown, error_category::request},
    {"2009", "image resolution too low", billing::unknown},
    {"2010", "no frame for comparison", billing::unknown},
    {"2011", "live-person comparison failed", billing::unknown},
    {"2012", "more than one face", billing::unknown},
    {"2013", "no complete face", billing::unknown},
    {"2014", "image resolution too low", billing::unknown},
    {"2015", "comparison failed", billing::unknown},
    {"2016", "similarity under the mark", billing::unknown},
};
inline constexpr std::string_view passes[] = {"0"};
}  // namespace web_result

/// Values of CheckIdCardInformation.Result, CompareFaceLiveness.Result, DetectReflectLivenessAndCompare.Result, ImageRecognition.Result,
/// ImageRecognitionV2.Result, LivenessCompare.Result, VideoLivenessCompare.Result; more may come.
namespace pure_api_result {
/// Passed.
inline constexpr literal passed{"Success"};
/// Live, but not the same person: the similarity is under 70.
inline constexpr literal low_similarity{"FailedOperation.CompareLowSimilarity"};
/// A document warning fired, see Warnings.
inline constexpr literal document_warning{"FailedOperation.OcrWarningOccurred"};
inline constexpr result_code all[] = {
    {"Success", "passed", billing::billed},
    {"FailedOperation.CompareLowSimilarity", "live, but not the same person: the similarity is under 70", billing::billed},
    {"FailedOperation.OcrWarningOccurred", "a document warning fired, see Warnings", billing::unknown},
};
inline constexpr std::string_view passes[] = {"Success"};
}  // namespace pure_api_result

/// Values of CardVerifyResult.WarnCardInfos, OCRResult.WarnCardInfos; more may come.
namespace card_warning {
inline constexpr std::int64_t document_border_incomplete_or_covered = -9101;  ///< document border incomplete or covered
inline constexpr std::int64_t photocopy = -9102;                              ///< photocopy
inline constexpr std::int64_t recaptured = -9103;                             ///< re-photographed / captured from a screen
inline constexpr std::int64_t digitally_edited = -9104;                       ///< digitally edited
inline constexpr std::int64_t glare = -9107;                                  ///< glare or reflection
inline constexpr std::int64_t blurred = -9108;                                ///< blurred
inline constexpr std::int64_t warning_capability_not_enabled = -9109;         ///< warning capability not enabled
}  // namespace card_warning

/// Values of CompareResult.LivenessInfoTag, GetFaceIdResultIntl.LivenessInfoTag; more may come.
namespace sdk_liveness_tag {
inline constexpr literal eyes_stayed_closed{"01"};              ///< eyes stayed closed
inline constexpr literal required_action_not_done{"02"};        ///< required action not done
inline constexpr literal photo_replay_suspected{"03"};          ///< photo replay suspected
inline constexpr literal synthetic_image_suspected{"04"};       ///< synthetic image suspected
inline constexpr literal synthetic_video_suspected{"05"};       ///< synthetic video suspected
inline constexpr literal synthetic_action_suspected{"06"};      ///< synthetic action suspected
inline constexpr literal known_fraud_template_suspected{"07"};  ///< known fraud template suspected
inline constexpr literal watermark_suspected{"08"};             ///< watermark suspected
inline constexpr literal reflected_light_check_failed{"09"};    ///< reflected-light check failed
inline constexpr literal face_check_failed{"10"};               ///< face check failed
inline constexpr literal poor_face_quality{"11"};               ///< poor face quality
inline constexpr literal capture_quality_not_acceptable{"12"};  ///< capture quality not acceptable
inline constexpr literal adversarial_sample_suspected{"13"};    ///< adversarial sample suspected
}  // namespace sdk_liveness_tag

/// Values of ApplySdkVerificationToken.SecurityLevel, WebVerificationConfigIntl.SecurityLevel.
namespace security_level {
inline constexpr std::int64_t silent = 1;            ///< silent / video based
inline constexpr std::int64_t motion = 2;            ///< motion
inline constexpr std::int64_t light = 3;             ///< reflected light
inline constexpr std::int64_t motion_and_light = 4;  ///< motion plus reflected light (strictest)
inline constexpr literal all[] = {literal{"1"}, literal{"2"}, literal{"3"}, literal{"4"}};
}  // namespace security_level

/// Values of ApplyLivenessToken.SecureLevel, GenerateReflectSequence.SecurityLevel, GetFaceIdTokenIntl.SecureLevel.
namespace secure_level {
inline constexpr literal silent{"1"};            ///< silent (no user action)
inline constexpr literal motion{"2"};            ///< motion/blink
inline constexpr literal light{"3"};             ///< reflected light
inline constexpr literal motion_and_light{"4"};  ///< motion plus reflected light (strictest)
inline constexpr literal all[] = {silent, motion, light, motion_and_light};
}  // namespace secure_level

/// Values of ApplySdkVerificationToken.SdkVersion, GetFaceIdTokenIntl.SdkVersion.
namespace sdk_version {
inline constexpr literal basic{"BASIC"};        ///< basic tier
inline constexpr literal enhanced{"ENHANCED"};  ///< adds device risk level (DeviceInfoLevel)
inline constexpr literal pro{"PRO"};            ///< adds attack-type tags (LivenessInfoTag)
inline constexpr literal plus{"PLUS"};          ///< adds both device risk level and attack-type tags
inline constexpr literal all[] = {basic, enhanced, pro, plus};
}  // namespace sdk_version

/// Values of BankCard4EVerification.CertType, BankCardVerification.CertType.
namespace bank_card_cert_type {
inline constexpr std::int64_t mainland_id_card = 0;  ///< mainland ID card
inline constexpr literal all[] = {literal{"0"}};
}  // namespace bank_card_cert_type

/// Values of GetFaceIdResultIntl.DeviceInfoLevel, GetSdkVerificationResult.DeviceInfoLevel; more may come.
namespace device_info_level {
inline constexpr literal secure{"1"};       ///< secure
inline constexpr literal low{"2"};          ///< low
inline constexpr literal medium{"3"};       ///< medium
inline constexpr literal high{"4"};         ///< high
inline constexpr literal not_obtained{""};  ///< not obtained
}  // namespace device_info_level

/// Values of IdCardOCRVerification.Result, IdCardVerification.Result; more may come.
namespace id_card_result {
inline constexpr literal match{"0"};                            ///< match
inline constexpr literal no_match{"-1"};                        ///< no match
inline constexpr literal id_number_malformed{"-2"};             ///< ID number malformed
inline constexpr literal name_malformed{"-3"};                  ///< name malformed
inline constexpr literal document_library_fault{"-4"};          ///< document library fault
inline constexpr literal no_record{"-5"};                       ///< no record
inline constexpr literal authority_system_under_upgrade{"-6"};  ///< authority system under upgrade
inline constexpr literal daily_attempts_used_up{"-7"};          ///< daily attempts used up
inline constexpr result_code all[] = {
    {"0", "match", billing::billed},
    {"-1", "no match", billing::billed},
    {"-2", "ID number malformed", billing::free, error_category::request},
    {"-3", "name malformed", billing::free, error_category::request},
    {"-4", "document library fault", billing::free, error_category::service},
    {"-5", "no record", billing::free},
    {"-6", "authority system under upgrade", billing::free, error_category::service},
    {"-7", "daily attempts used up", billing::free, error_category::quota},
};
inline constexpr std::string_view passes[] = {"0"};
}  // namespace id_card_result

/// Values of LivenessCompare.LivenessType, VideoLivenessCompare.LivenessType.
namespace liveness_type {
inline constexpr literal spoken_digits{"LIP"};  ///< spoken digits
inline constexpr literal action{"ACTION"};      ///< motion
inline constexpr literal silent{"SILENT"};      ///< silent
inline constexpr literal all[] = {spoken_digits, action, silent};
}  // namespace liveness_type

}  // namespace tc3::inline v0_1::faceid

// ---- tc3/faceid/apply_liveness_token.hpp ----------------------------------------------------------------------------

// ApplyLivenessToken: start an SDK liveness session and get its token. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid {

/// The question. 20 calls a second. Needs a region. Asking twice does no harm. What came of it: GetLivenessResult.
template <class Storage>
struct basic_apply_liveness_token {
    /// Liveness mode; a digit carried as a string. See namespace secure_level. Default: "4".
    typename Storage::template optional<typename Storage::text> secure_level = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset.
template <class Storage>
struct basic_apply_liveness_token_output {
    /// Token for one SDK liveness session; later passed to GetLivenessResult. Start within 10 minutes; result readable for 2 hours
    /// (GetLivenessResult). Secret.
    typename Storage::template optional<typename Storage::text> sdk_token = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using apply_liveness_token = basic_apply_liveness_token<owning>;
using apply_liveness_token_output = basic_apply_liveness_token_output<owning>;

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_apply_liveness_token<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "ApplyLivenessToken",
    .host = faceid::host,
    .calls_per_second = 20,
    .repeat = repeat_safety::harmless,
};

template <class Storage>
struct output_of<faceid::basic_apply_liveness_token<Storage>> {
    using type = faceid::basic_apply_liveness_token_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_apply_liveness_token<Storage>> = [] {
    using self = faceid::basic_apply_liveness_token<Storage>;
    return field_list{
        field_at<decltype(self::secure_level)>("SecureLevel", offsetof(self, secure_level))
            .marked(sensitivity::open)
            .limited(one_of<faceid::secure_level::all>),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_apply_liveness_token_output<Storage>> = [] {
    using self = faceid::basic_apply_liveness_token_output<Storage>;
    return field_list{
        field_at<decltype(self::sdk_token)>("SdkToken", offsetof(self, sdk_token)).marked(sensitivity::secret),
        field_at<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1

// ---- tc3/faceid/apply_sdk_verification_token.hpp --------------------------------------------------------------------

// ApplySdkVerificationToken: start an SDK identity verification (document plus face) and get its token. Made by tools/generate.py from
// tools/faceid.json; manual: https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid {

/// Values of apply_sdk_verification_token::check_mode.
namespace sdk_check_mode {
inline constexpr std::int64_t document_liveness_and_comparison = 1;  ///< OCR + liveness + face comparison
inline constexpr std::int64_t liveness_and_comparison = 2;           ///< liveness + face comparison
inline constexpr std::int64_t liveness_only = 3;                     ///< liveness only
inline constexpr literal all[] = {literal{"1"}, literal{"2"}, literal{"3"}};
}  // namespace sdk_check_mode

/// Values of apply_sdk_verification_token::id_card_type; more may come.
namespace sdk_id_card_type {
/// Hong Kong (China) ID card.
inline constexpr literal hk_id_card{"HK"};
/// Malaysian ID card.
inline constexpr literal ml_id_card{"ML"};
/// Indonesian ID card.
inline constexpr literal indonesia_id_card{"IndonesiaIDCard"};
/// Philippine voter ID.
inline constexpr literal philippines_vote_id{"PhilippinesVoteID"};
/// Philippine driving licence.
inline constexpr literal philippines_driving_license{"PhilippinesDrivingLicense"};
/// Philippine TIN card.
inline constexpr literal philippines_tin_id{"PhilippinesTinID"};
/// Philippine SSS card.
inline constexpr literal philippines_sss_id{"PhilippinesSSSID"};
/// Philippine UMID card.
inline constexpr literal philippines_umid{"PhilippinesUMID"};
/// Passport (HK/Macao/Taiwan regions and foreign).
inline constexpr literal passport{"MLIDPassport"};
/// Thai ID card.
inline constexpr literal thailand_id_card{"ThailandIDCard"};
/// Chinese mainland ID card.
inline constexpr literal mainland_id_card{"MainlandIDCard"};
/// Singapore ID card.
inline constexpr literal singapore_id_card{"SingaporeIDCard"};
/// Mainland travel permit for HK/Macao/Taiwan residents.
inline constexpr literal hmt_permit{"HMTPermit"};
}  // namespace sdk_id_card_type

/// Values of apply_sdk_verification_token::selected_warning_codes.
namespace sdk_selected_warning {
inline constexpr std::int64_t border_incomplete_or_covered = -9101;  ///< covered / incomplete border
inline constexpr std::int64_t photocopy = -9102;                     ///< photocopy
inline constexpr std::int64_t screen_capture = -9103;                ///< screen capture
inline constexpr std::int64_t edited_image = -9104;                  ///< edited image
inline constexpr std::int64_t glare = -9107;                         ///< glare
inline constexpr std::int64_t blurred = -9108;                       ///< blurred
inline constexpr std::int64_t other_warnings = -9901;                ///< other warnings
inline constexpr literal all[] = {
    literal{"-9101"}, literal{"-9102"}, literal{"-9103"}, literal{"-9104"}, literal{"-9107"}, literal{"-9108"}, literal{"-9901"},
};
}  // namespace sdk_selected_warning

/// The question. 20 calls a second. Needs a region, one of ap-bangkok, ap-hongkong, ap-jakarta, ap-singapore, sa-saopaulo. Asking twice
/// does no harm. CompareImage needed when CheckMode is 2. ActionList only when SecurityLevel is 2 or 4. AllowUploadPhoto not together with
/// EnableForgeryDetectionImages. What came of it: GetSdkVerificationResult.
template <class Storage>
struct basic_apply_sdk_verification_token {
    /// Which steps the SDK flow runs. See namespace sdk_check_mode. Default: 1.
    typename Storage::template optional<std::int64_t> check_mode = {};
    /// Liveness mode. See namespace security_level. Default: 4.
    typename Storage::template optional<std::int64_t> security_level = {};
    /// Document type for the OCR step. See namespace sdk_id_card_type. Default: "HK". More kinds have come and gone: keep room for others.
    typename Storage::template optional<typename Storage::text> id_card_type = {};
    /// Base64 face photo to compare with. Needed when CheckMode is 2. Biometric.
    typename Storage::template optional<typename Storage::binary> compare_image = {};
    /// Old switch for document authentication. Switched off in the API, still described.
    typename Storage::template optional<bool> need_verify_id_card = {};
    /// Forbid the user from editing the OCR result. Default: false. Not in effect at present, says the manual.
    typename Storage::template optional<bool> disable_change_ocr_result = {};
    /// Turn off document warnings; when on, a warning blocks the OCR result. Default: false. Only for HK and Malaysian ID cards and
    /// passports.
    typename Storage::template optional<bool> disable_check_ocr_warnings = {};
    /// Document warning codes that block the flow; empty means all. See namespace sdk_selected_warning. A list of numbers here;
    /// comma-joined text in WebVerificationConfigIntl.
    typename Storage::template list<std::int64_t> selected_warning_codes = {};
    /// Opaque passthrough returned with the result. At most 1024 bytes. Personal.
    typename Storage::template optional<typename Storage::text> extra = {};
    /// Service tier. See namespace sdk_version. Default: "BASIC".
    typename Storage::template optional<typename Storage::text> sdk_version = {};
    /// Motions to ask for. Default: "blink". Comma-joined string of 1-2 of: blink, mouth, nod, shake; e.g. 'blink' or 'blink,mouth'. Only
    /// when SecurityLevel is 2 or 4, else the call fails.
    typename Storage::template optional<typename Storage::text> action_list = {};
    /// Let an expired HK ID card continue to liveness. Default: true. HK ID cards only.
    typename Storage::template optional<bool> allow_expired_document = {};
    /// Hide the final result page. Default: false.
    typename Storage::template optional<bool> skip_result_page = {};
    /// OCR fields to show to the user; empty shows all. Which names there are depends on IdCardType: see namespace ocr_display_fields.
    typename Storage::template list<typename Storage::text> card_ocr_display_fields = {};
    /// Liveness attempts allowed. Default: 5. 1 to 5.
    typename Storage::template optional<std::int64_t> retry_limit = {};
    /// Multi-image anti-forgery for single-angle document capture. Default: false.
    typename Storage::template optional<bool> enable_forgery_detection_images = {};
    /// Encrypted metadata blob produced by the app SDK; base64 text, passed on as it is. Secret.
    typename Storage::template optional<typename Storage::text> meta_data = {};
    /// Hide the launch page. Default: false.
    typename Storage::template optional<bool> skip_launch_page = {};
    /// Hide the page that confirms OCR data. Default: false.
    typename Storage::template optional<bool> skip_ocr_confirm_page = {};
    /// Hide the top progress bar on all pages. Default: false.
    typename Storage::template optional<bool> hide_progress_bar = {};
    /// Allow an album photo in the document step. Default: false.
    typename Storage::template optional<bool> allow_upload_photo = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset.
template <class Storage>
struct basic_apply_sdk_verification_token_output {
    /// Token for one SDK identity verification; later passed to GetSdkVerificationResult. Start within 10 minutes (7200 s before 2025-09);
    /// result readable for 3 days. Secret.
    typename Storage::template optional<typename Storage::text> sdk_token = {};
    /// Encrypted server parameters to hand to the app SDK; base64 text, passed on as it is. Secret.
    typename Storage::template optional<typename Storage::text> server_param_info = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using apply_sdk_verification_token = basic_apply_sdk_verification_token<owning>;
using apply_sdk_verification_token_output = basic_apply_sdk_verification_token_output<owning>;

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_apply_sdk_verification_token<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "ApplySdkVerificationToken",
    .host = faceid::host,
    .calls_per_second = 20,
    .repeat = repeat_safety::harmless,
};

template <class Storage>
struct output_of<faceid::basic_apply_sdk_verification_token<Storage>> {
    using type = faceid::basic_apply_sdk_verification_token_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_apply_sdk_verification_token<Storage>> = [] {
    using self = faceid::basic_apply_sdk_verification_token<Storage>;
    return field_list{
        field_at<decltype(self::check_mode)>("CheckMode", offsetof(self, check_mode))
            .marked(sensitivity::open)
            .limited(one_of<faceid::sdk_check_mode::all>),
        field_at<decltype(self::security_level)>("SecurityLevel", offsetof(self, security_level))
            .marked(sensitivity::open)
            .limited(one_of<faceid::security_level::all>),
        field_at<decltype(self::id_card_type)>("IdCardType", offsetof(self, id_card_type)).marked(sensitivity::open),
        field_at<decltype(self::compare_image)>("CompareImage", offsetof(self, compare_image)).marked(sensitivity::biometric),
        field_at<decltype(self::need_verify_id_card)>("NeedVerifyIdCard", offsetof(self, need_verify_id_card)).marked(sensitivity::open),
        field_at<decltype(self::disable_change_ocr_result)>("DisableChangeOcrResult", offsetof(self, disable_change_ocr_result))
            .marked(sensitivity::open),
        field_at<decltype(self::disable_check_ocr_warnings)>("DisableCheckOcrWarnings", offsetof(self, disable_check_ocr_warnings))
            .marked(sensitivity::open),
        field_at<decltype(self::selected_warning_codes)>("SelectedWarningCodes", offsetof(self, selected_warning_codes))
            .marked(sensitivity::open)
            .limited(one_of<faceid::sdk_selected_warning::all>),
        field_at<decltype(self::extra)>("Extra", offsetof(self, extra)).marked(sensitivity::personal).limited(text_size<0, 1024>),
        field_at<decltype(self::sdk_version)>("SdkVersion", offsetof(self, sdk_version))
            .marked(sensitivity::open)
            .limited(one_of<faceid::sdk_version::all>),
        field_at<decltype(self::action_list)>("ActionList", offsetof(self, action_list)).marked(sensitivity::open),
        field_at<decltype(self::allow_expired_document)>("AllowExpiredDocument", offsetof(self, allow_expired_document))
            .marked(sensitivity::open),
        field_at<decltype(self::skip_result_page)>("SkipResultPage", offsetof(self, skip_result_page)).marked(sensitivity::open),
        field_at<decltype(self::card_ocr_display_fields)>("CardOcrDisplayFields", offsetof(self, card_ocr_display_fields))
            .marked(sensitivity::open),
        field_at<decltype(self::retry_limit)>("RetryLimit", offsetof(self, retry_limit)).marked(sensitivity::open).limited(between<1, 5>),
        field_at<decltype(self::enable_forgery_detection_images)>("EnableForgeryDetectionImages",
                                                                  offsetof(self, enable_forgery_detection_images))
            .marked(sensitivity::open),
        field_at<decltype(self::meta_data)>("MetaData", offsetof(self, meta_data)).marked(sensitivity::secret),
        field_at<decltype(self::skip_launch_page)>("SkipLaunchPage", offsetof(self, skip_launch_page)).marked(sensitivity::open),
        field_at<decltype(self::skip_ocr_confirm_page)>("SkipOcrConfirmPage", offsetof(self, skip_ocr_confirm_page))
            .marked(sensitivity::open),
        field_at<decltype(self::hide_progress_bar)>("HideProgressBar", offsetof(self, hide_progress_bar)).marked(sensitivity::open),
        field_at<decltype(self::allow_upload_photo)>("AllowUploadPhoto", offsetof(self, allow_upload_photo)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_apply_sdk_verification_token_output<Storage>> = [] {
    using self = faceid::basic_apply_sdk_verification_token_output<Storage>;
    return field_list{
        field_at<decltype(self::sdk_token)>("SdkToken", offsetof(self, sdk_token)).marked(sensitivity::secret),
        field_at<decltype(self::server_param_info)>("ServerParamInfo", offsetof(self, server_param_info)).marked(sensitivity::secret),
        field_at<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1

// ---- tc3/faceid/types/web_verification_config.hpp -------------------------------------------------------------------

// Settings of the browser flow. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid {

/// Values of web_verification_config_intl::check_mode.
namespace web_check_mode {
inline constexpr std::int64_t document_liveness_and_comparison = 1;  ///< OCR + liveness + face comparison
inline constexpr std::int64_t liveness_and_comparison = 2;           ///< liveness + face comparison
inline constexpr std::int64_t liveness_only = 3;                     ///< liveness only
inline constexpr std::int64_t document_only = 4;                     ///< OCR only
inline constexpr literal all[] = {literal{"1"}, literal{"2"}, literal{"3"}, literal{"4"}};
}  // namespace web_check_mode

/// Values of web_verification_config_intl::id_card_type; more may come.
namespace web_id_card_type {
inline constexpr literal hk_id_card{"HKIDCard"};                                    ///< Hong Kong (China) ID card
inline constexpr literal ml_id_card{"MLIDCard"};                                    ///< Malaysian ID card
inline constexpr literal indonesia_id_card{"IndonesiaIDCard"};                      ///< Indonesian ID card
inline constexpr literal philippines_vote_id{"PhilippinesVoteID"};                  ///< Philippine voter ID
inline constexpr literal philippines_driving_license{"PhilippinesDrivingLicense"};  ///< Philippine driving licence
inline constexpr literal philippines_tin_id{"PhilippinesTinID"};                    ///< Philippine TIN card
inline constexpr literal philippines_sss_id{"PhilippinesSSSID"};                    ///< Philippine SSS card
inline constexpr literal philippines_umid{"PhilippinesUMID"};                       ///< Philippine UMID card
inline constexpr literal passport{"InternationalIDPassport"};                       ///< passport (HK/Macao/Taiwan regions and foreign)
inline constexpr literal thailand_id_card{"ThailandIDCard"};                        ///< Thai ID card
inline constexpr literal singapore_id_card{"SingaporeIDCard"};                      ///< Singapore ID card
inline constexpr literal mainland_id_card{"MainlandIDCard"};                        ///< Chinese mainland ID card
}  // namespace web_id_card_type

/// Values of web_verification_config_intl::language.
namespace web_language {
inline constexpr literal english{"en"};                 ///< English
inline constexpr literal thai{"th"};                    ///< Thai
inline constexpr literal simplified_chinese{"zh-cn"};   ///< Simplified Chinese
inline constexpr literal traditional_chinese{"zh-tc"};  ///< Traditional Chinese
inline constexpr literal indonesian{"id"};              ///< Indonesian
inline constexpr literal all[] = {english, thai, simplified_chinese, traditional_chinese, indonesian};
}  // namespace web_language

/// Values of web_verification_config_intl::auto_downgrade.
namespace web_auto_downgrade {
inline constexpr std::int64_t to_silent = 1;  ///< fall back to silent liveness
inline constexpr std::int64_t never = 2;      ///< never fall back
inline constexpr literal all[] = {literal{"1"}, literal{"2"}};
}  // namespace web_auto_downgrade

/// Values of web_verification_config_intl::selected_warning_codes; more may come.
namespace web_selected_warning {
inline constexpr literal document_border_incomplete_or_covered{"-9101"};  ///< document border incomplete or covered
inline constexpr literal photocopy{"-9102"};                              ///< photocopy
inline constexpr literal recaptured{"-9103"};                             ///< re-photographed / captured from a screen
inline constexpr literal digitally_edited{"-9104"};                       ///< digitally edited
inline constexpr literal glare{"-9107"};                                  ///< glare or reflection
inline constexpr literal blurred{"-9108"};                                ///< blurred
inline constexpr literal warning_capability_not_enabled{"-9109"};         ///< warning capability not enabled
}  // namespace web_selected_warning

/// Values of web_verification_config_intl::version.
namespace web_version {
inline constexpr literal basic{"BASIC"};  ///< basic tier
inline constexpr literal plus{"PLUS"};    ///< plus tier, adds LivenessInfoTag
inline constexpr literal all[] = {basic, plus};
}  // namespace web_version

/// Settings of the web flow.
template <class Storage>
struct basic_web_verification_config_intl {
    /// Skip the start page. Default: false. Ignored if the flow falls back to another one.
    typename Storage::template optional<bool> auto_skip_start_page = {};
    /// On success skip the result page and redirect at once. Default: false.
    typename Storage::template optional<bool> auto_skip = {};
    /// Which steps the web flow runs. See namespace web_check_mode. Default: 2.
    typename Storage::template optional<std::int64_t> check_mode = {};
    /// Document type for the OCR step. See namespace web_id_card_type. More kinds have come and gone: keep room for others.
    typename Storage::template optional<typename Storage::text> id_card_type = {};
    /// Turn off document warnings. Default: false.
    typename Storage::template optional<bool> disable_check_ocr_warnings = {};
    /// Liveness mode. See namespace security_level. Default: 3.
    typename Storage::template optional<std::int64_t> security_level = {};
    /// Skip the privacy consent page. Default: false.
    typename Storage::template optional<bool> skip_privacy_policy = {};
    /// Return the cropped document image instead of the original. Default: false.
    typename Storage::template optional<bool> id_card_cut_return = {};
    /// Front-end theme colour. Default: "#2d72f1". #rrggbb; a bad value falls back to the default.
    typename Storage::template optional<typename Storage::text> theme_color = {};
    /// Page language. See namespace web_language. Default: "en".
    typename Storage::template optional<typename Storage::text> language = {};
    /// Fallback when real-time capture is not possible. See namespace web_auto_downgrade. Default: 1.
    typename Storage::template optional<std::int64_t> auto_downgrade = {};
    /// Motions to ask for. Default: "blink". Comma-joined string of 1-2 of: blink, mouth, nod, shake; e.g. 'blink' or 'blink,mouth'. Only
    /// when SecurityLevel is 2 or 4 (the manual also mentions 5), else the call fails.
    typename Storage::template optional<typename Storage::text> action_list = {};
    /// Liveness attempts allowed. Default: 99. 1 to 99.
    typename Storage::template optional<std::int64_t> liveness_retry_limit = {};
    /// Liveness timeout in seconds. Default: 45. 0 to 600.
    typename Storage::template optional<std::uint64_t> liveness_timeout = {};
    /// Comma-joined document warning codes that stop the flow; empty means all. See namespace web_selected_warning. Comma-joined text here,
    /// a list of numbers in ApplySdkVerificationToken. Needs DisableCheckOcrWarnings=false.
    typename Storage::template optional<typename Storage::text> selected_warning_codes = {};
    /// Let an expired HK ID card continue to liveness. Default: true. HK ID cards only.
    typename Storage::template optional<bool> allow_expired_document = {};
    /// Service tier. See namespace web_version. Default: "BASIC".
    typename Storage::template optional<typename Storage::text> version = {};
};

using web_verification_config_intl = basic_web_verification_config_intl<owning>;

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_web_verification_config_intl<Storage>> = [] {
    using self = faceid::basic_web_verification_config_intl<Storage>;
    return field_list{
        field_at<decltype(self::auto_skip_start_page)>("AutoSkipStartPage", offsetof(self, auto_skip_start_page)).marked(sensitivity::open),
        field_at<decltype(self::auto_skip)>("AutoSkip", offsetof(self, auto_skip)).marked(sensitivity::open),
        field_at<decltype(self::check_mode)>("CheckMode", offsetof(self, check_mode))
            .marked(sensitivity::open)
            .limited(one_of<faceid::web_check_mode::all>),
        field_at<decltype(self::id_card_type)>("IDCardType", offsetof(self, id_card_type)).marked(sensitivity::open),
        field_at<decltype(self::disable_check_ocr_warnings)>("DisableCheckOcrWarnings", offsetof(self, disable_check_ocr_warnings))
            .marked(sensitivity::open),
        field_at<decltype(self::security_level)>("SecurityLevel", offsetof(self, security_level))
            .marked(sensitivity::open)
            .limited(one_of<faceid::security_level::all>),
        field_at<decltype(self::skip_privacy_policy)>("SkipPrivacyPolicy", offsetof(self, skip_privacy_policy)).marked(sensitivity::open),
        field_at<decltype(self::id_card_cut_return)>("IdCardCutReturn", offsetof(self, id_card_cut_return)).marked(sensitivity::open),
        field_at<decltype(self::theme_color)>("ThemeColor", offsetof(self, theme_color)).marked(sensitivity::open),
        field_at<decltype(self::language)>("Language", offsetof(self, language))
            .marked(sensitivity::open)
            .limited(one_of<faceid::web_language::all>),
        field_at<decltype(self::auto_downgrade)>("AutoDowngrade", offsetof(self, auto_downgrade))
            .marked(sensitivity::open)
            .limited(one_of<faceid::web_auto_downgrade::all>),
        field_at<decltype(self::action_list)>("ActionList", offsetof(self, action_list)).marked(sensitivity::open),
        field_at<decltype(self::liveness_retry_limit)>("LivenessRetryLimit", offsetof(self, liveness_retry_limit))
            .marked(sensitivity::open)
            .limited(between<1, 99>),
        field_at<decltype(self::liveness_timeout)>("LivenessTimeout", offsetof(self, liveness_timeout))
            .marked(sensitivity::open)
            .limited(between<0, 600>),
        field_at<decltype(self::selected_warning_codes)>("SelectedWarningCodes", offsetof(self, selected_warning_codes))
            .marked(sensitivity::open),
        field_at<decltype(self::allow_expired_document)>("AllowExpiredDocument", offsetof(self, allow_expired_document))
            .marked(sensitivity::open),
        field_at<decltype(self::version)>("Version", offsetof(self, version))
            .marked(sensitivity::open)
            .limited(one_of<faceid::web_version::all>),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1

// ---- tc3/faceid/apply_web_verification_biz_token_intl.hpp -----------------------------------------------------------

// ApplyWebVerificationBizTokenIntl: start a browser verification and get its token and URL. Made by tools/generate.py from
// tools/faceid.json; manual: https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid {

/// The question. 20 calls a second. Needs a region, one of ap-bangkok, ap-hongkong, ap-jakarta, ap-singapore, sa-saopaulo. Asking twice
/// does no harm. Config.ActionList only when Config.SecurityLevel is 2, 4 or 5. CompareImageBase64 is in practice needed for
/// Config.CheckMode 2, the default (inferred). What came of it: GetWebVerificationResultIntl.
template <class Storage>
struct basic_apply_web_verification_biz_token_intl {
    /// Where the browser goes after the flow; '?token={BizToken}' is appended. Required. Absolute URL with scheme, host and path. Personal.
    typename Storage::text redirect_url = {};
    /// Base64 face photo to compare with, no data-URI prefix. At most 8 MB of base64. Needed when Config.CheckMode is 2, which is the
    /// default. Biometric.
    typename Storage::template optional<typename Storage::binary> compare_image_base64 = {};
    /// Opaque passthrough returned by GetWebVerificationResultIntl. At most 1000 bytes. Personal.
    typename Storage::template optional<typename Storage::text> extra = {};
    /// Business flow id created in the console.
    typename Storage::template optional<typename Storage::text> rule_id = {};
    /// Page and flow settings.
    typename Storage::template nested<basic_web_verification_config_intl<Storage>> config = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset.
template <class Storage>
struct basic_apply_web_verification_biz_token_intl_output {
    /// Old spelling of the browser URL. Older text: 7200 s. Switched off in the API, still described. Secret.
    typename Storage::template optional<typename Storage::text> verification_url_legacy = {};
    /// Token for one web verification; later passed to GetWebVerificationResultIntl. Start within 10 minutes (7200 s before 2025-09);
    /// result readable for 3 days (259200 s). Secret.
    typename Storage::template optional<typename Storage::text> biz_token = {};
    /// URL to open in the user's browser; carries the token in its query. Secret.
    typename Storage::template optional<typename Storage::text> verification_url = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using apply_web_verification_biz_token_intl = basic_apply_web_verification_biz_token_intl<owning>;
using apply_web_verification_biz_token_intl_output = basic_apply_web_verification_biz_token_intl_output<owning>;

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_apply_web_verification_biz_token_intl<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "ApplyWebVerificationBizTokenIntl",
    .host = faceid::host,
    .calls_per_second = 20,
    .repeat = repeat_safety::harmless,
};

template <class Storage>
struct output_of<faceid::basic_apply_web_verification_biz_token_intl<Storage>> {
    using type = faceid::basic_apply_web_verification_biz_token_intl_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_apply_web_verification_biz_token_intl<Storage>> = [] {
    using self = faceid::basic_apply_web_verification_biz_token_intl<Storage>;
    return field_list{
        field_at<decltype(self::redirect_url)>("RedirectURL", offsetof(self, redirect_url)).required().marked(sensitivity::personal),
        field_at<decltype(self::compare_image_base64)>("CompareImageBase64", offsetof(self, compare_image_base64))
            .marked(sensitivity::biometric)
            .limited(text_size<0, 8388608>),
        field_at<decltype(self::extra)>("Extra", offsetof(self, extra)).marked(sensitivity::personal).limited(text_size<0, 1000>),
        field_at<decltype(self::rule_id)>("RuleId", offsetof(self, rule_id)).marked(sensitivity::open),
        field_at<decltype(self::config)>("Config", offsetof(self, config)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_apply_web_verification_biz_token_intl_output<Storage>> = [] {
    using self = faceid::basic_apply_web_verification_biz_token_intl_output<Storage>;
    return field_list{
        field_at<decltype(self::verification_url_legacy)>("VerificationUrl", offsetof(self, verification_url_legacy))
            .marked(sensitivity::secret),
        field_at<decltype(self::biz_token)>("BizToken", offsetof(self, biz_token)).marked(sensitivity::secret),
        field_at<decltype(self::verification_url)>("VerificationURL", offsetof(self, verification_url)).marked(sensitivity::secret),
        field_at<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1

// ---- tc3/faceid/types/encryption.hpp --------------------------------------------------------------------------------

// The envelope around encrypted fields. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid {

/// Values of encryption::algorithm; more may come.
namespace encryption_algorithm {
inline constexpr literal aes_256_cbc{"AES-256-CBC"};  ///< AES-256 in CBC mode, PKCS#7 padding
inline constexpr literal sm4_gcm{"SM4-GCM"};          ///< SM4 in GCM mode
}  // namespace encryption_algorithm

/// Encryption envelope for sensitive data.
template <class Storage>
struct basic_encryption {
    /// Names of encrypted fields; whole-body mode uses the literal 'EncryptionBody'.
    typename Storage::template list<typename Storage::text> encrypt_list = {};
    /// Symmetric key wrapped with the service's public key. Secret.
    typename Storage::template optional<typename Storage::binary> ciphertext_blob = {};
    /// Initial vector. 16 bytes for CBC, 12 for GCM; the text of the field asks for 16 characters, the demo of the vendor sends base64.
    /// Secret.
    typename Storage::template optional<typename Storage::text> iv = {};
    /// Cipher. See namespace encryption_algorithm. Default: "AES-256-CBC".
    typename Storage::template optional<typename Storage::text> algorithm = {};
    /// SM4-GCM tags, one for each encrypted field in EncryptList order.
    typename Storage::template list<typename Storage::binary> tag_list = {};
};

using encryption = basic_encryption<owning>;

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_encryption<Storage>> = [] {
    using self = faceid::basic_encryption<Storage>;
    return field_list{
        field_at<decltype(self::encrypt_list)>("EncryptList", offsetof(self, encrypt_list)).marked(sensitivity::open),
        field_at<decltype(self::ciphertext_blob)>("CiphertextBlob", offsetof(self, ciphertext_blob)).marked(sensitivity::secret),
        field_at<decltype(self::iv)>("Iv", offsetof(self, iv)).marked(sensitivity::secret),
        field_at<decltype(self::algorithm)>("Algorithm", offsetof(self, algorithm)).marked(sensitivity::open),
        field_at<decltype(self::tag_list)>("TagList", offsetof(self, tag_list)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1

// ---- tc3/faceid/bank_card_2e_verification.hpp -----------------------------------------------------------------------

// BankCard2EVerification: match holder name and bank card. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid {

/// Values of bank_card_2e_verification_output::result; more may come.
namespace bank_card_2e_result {
inline constexpr literal match{"0"};                                  ///< match
inline constexpr literal no_match{"-1"};                              ///< no match
inline constexpr literal holder_data_wrong{"-4"};                     ///< holder data wrong
inline constexpr literal card_not_present_payment_not_enabled{"-5"};  ///< card-not-present payment not enabled
inline constexpr literal card_confiscated{"-6"};                      ///< card confiscated
inline constexpr literal card_number_invalid{"-7"};                   ///< card number invalid
inline constexpr literal no_issuing_bank_for_the_card{"-8"};          ///< no issuing bank for the card
inline constexpr literal card_not_initialised_or_dormant{"-9"};       ///< card not initialised or dormant
inline constexpr literal fraudulent_card{"-10"};                      ///< fraudulent card, retained
inline constexpr literal reported_lost{"-11"};                        ///< reported lost
inline constexpr literal expired{"-12"};                              ///< expired
inline constexpr literal restricted{"-13"};                           ///< restricted
inline constexpr literal too_many_wrong_pin_tries{"-14"};             ///< too many wrong PIN tries
inline constexpr literal issuer_does_not_support_this{"-15"};         ///< issuer does not support this
inline constexpr literal card_state_abnormal_or_number_wrong{"-18"};  ///< card state abnormal or number wrong
inline constexpr literal name_rejected{"-2"};                         ///< name rejected
inline constexpr literal card_number_format_wrong{"-3"};              ///< card number format wrong
inline constexpr literal verification_centre_busy{"-16"};             ///< verification centre busy
inline constexpr literal daily_attempts_used_up{"-17"};               ///< daily attempts used up
inline constexpr result_code all[] = {
    {"0", "match", billing::billed},
    {"-1", "no match", billing::billed},
    {"-4", "holder data wrong", billing::billed},
    {"-5", "card-not-present payment not enabled", billing::billed},
    {"-6", "card confiscated", billing::billed},
    {"-7", "card number invalid", billing::billed},
    {"-8", "no issuing bank for the card", billing::billed},
    {"-9", "card not initialised or dormant", billing::billed},
    {"-10", "fraudulent card, retained", billing::billed},
    {"-11", "reported lost", billing::billed},
    {"-12", "expired", billing::billed},
    {"-13", "restricted", billing::billed},
    {"-14", "too many wrong PIN tries", billing::billed},
    {"-15", "issuer does not support this", billing::billed, error_category::request},
    {"-18", "card state abnormal or number wrong", billing::billed},
    {"-2", "name rejected", billing::free, error_category::request},
    {"-3", "card number format wrong", billing::free, error_category::request},
    {"-16", "verification centre busy", billing::free, error_category::service},
    {"-17", "daily attempts used up", billing::free, error_category::quota},
};
inline constexpr std::string_view passes[] = {"0"};
}  // namespace bank_card_2e_result

/// The question. 20 calls a second. Needs no region. Not idempotent: a repeat after a lost answer may be billed twice and uses daily quota.
/// Looks into data of mainland China.
template <class Storage>
struct basic_bank_card_2e_verification {
    /// Holder name. Required. Personal.
    typename Storage::text name = {};
    /// Bank card number. Required. Personal.
    typename Storage::text bank_card = {};
    /// Envelope that says which request fields are encrypted and how. Fields that it may cover: Name, BankCard.
    typename Storage::template nested<basic_encryption<Storage>> encryption = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset. What it says of its own
/// matter, in result: `faceid::outcome(answer)`.
template <class Storage>
struct basic_bank_card_2e_verification_output {
    /// Outcome code: a number carried as a string. See namespace bank_card_2e_result.
    typename Storage::template optional<typename Storage::text> result = {};
    /// Text for the outcome.
    typename Storage::template optional<typename Storage::text> description = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using bank_card_2e_verification = basic_bank_card_2e_verification<owning>;
using bank_card_2e_verification_output = basic_bank_card_2e_verification_output<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_bank_card_2e_verification_output<Storage>> = [] {
    using self = basic_bank_card_2e_verification_output<Storage>;
    return outcome_in<&self::result>({.passed = bank_card_2e_result::passes, .meanings = bank_card_2e_result::all});
}();

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_bank_card_2e_verification<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "BankCard2EVerification",
    .host = faceid::host,
    .needs_region = false,
    .calls_per_second = 20,
    .repeat = repeat_safety::may_bill_again,
};

template <class Storage>
struct output_of<faceid::basic_bank_card_2e_verification<Storage>> {
    using type = faceid::basic_bank_card_2e_verification_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_bank_card_2e_verification<Storage>> = [] {
    using self = faceid::basic_bank_card_2e_verification<Storage>;
    return field_list{
        field_at<decltype(self::name)>("Name", offsetof(self, name)).required().marked(sensitivity::personal),
        field_at<decltype(self::bank_card)>("BankCard", offsetof(self, bank_card)).required().marked(sensitivity::personal),
        field_at<decltype(self::encryption)>("Encryption", offsetof(self, encryption)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_bank_card_2e_verification_output<Storage>> = [] {
    using self = faceid::basic_bank_card_2e_verification_output<Storage>;
    return field_list{
        field_at<decltype(self::result)>("Result", offsetof(self, result)).marked(sensitivity::open),
        field_at<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1

// ---- tc3/faceid/bank_card_4e_verification.hpp -----------------------------------------------------------------------

// BankCard4EVerification: match holder name, ID number, phone and bank card. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid {

/// Values of bank_card_4e_verification_output::result; more may come.
namespace bank_card_4e_result {
inline constexpr literal match{"0"};                                  ///< match
inline constexpr literal no_match{"-1"};                              ///< no match
inline constexpr literal holder_data_wrong{"-6"};                     ///< holder data wrong
inline constexpr literal card_not_present_payment_not_enabled{"-7"};  ///< card-not-present payment not enabled
inline constexpr literal card_confiscated{"-8"};                      ///< card confiscated
inline constexpr literal card_number_invalid{"-9"};                   ///< card number invalid
inline constexpr literal no_issuing_bank_for_the_card{"-10"};         ///< no issuing bank for the card
inline constexpr literal card_not_initialised_or_dormant{"-11"};      ///< card not initialised or dormant
inline constexpr literal fraudulent_card{"-12"};                      ///< fraudulent card, retained
inline constexpr literal reported_lost{"-13"};                        ///< reported lost
inline constexpr literal expired{"-14"};                              ///< expired
inline constexpr literal restricted{"-15"};                           ///< restricted
inline constexpr literal too_many_wrong_pin_tries{"-16"};             ///< too many wrong PIN tries
inline constexpr literal issuer_does_not_support_this{"-17"};         ///< issuer does not support this
inline constexpr literal card_state_abnormal_or_number_wrong{"-21"};  ///< card state abnormal or number wrong
inline constexpr literal name_rejected{"-2"};                         ///< name rejected
inline constexpr literal id_number_wrong{"-3"};                       ///< ID number wrong
inline constexpr literal card_number_format_wrong{"-4"};              ///< card number format wrong
inline constexpr literal phone_number_wrong{"-5"};                    ///< phone number wrong
inline constexpr literal verification_centre_busy{"-18"};             ///< verification centre busy
inline constexpr literal daily_attempts_used_up{"-19"};               ///< daily attempts used up
inline constexpr literal id_kind_not_supported{"-20"};                ///< ID kind not supported (second-generation ID only)
inline constexpr result_code all[] = {
    {"0", "match", billing::billed},
    {"-1", "no match", billing::billed},
    {"-6", "holder data wrong", billing::billed},
    {"-7", "card-not-present payment not enabled", billing::billed},
    {"-8", "card confiscated", billing::billed},
    {"-9", "card number invalid", billing::billed},
    {"-10", "no issuing bank for the card", billing::billed},
    {"-11", "card not initialised or dormant", billing::billed},
    {"-12", "fraudulent card, retained", billing::billed},
    {"-13", "reported lost", billing::billed},
    {"-14", "expired", billing::billed},
    {"-15", "restricted", billing::billed},
    {"-16", "too many wrong PIN tries", billing::billed},
    {"-17", "issuer does not support this", billing::billed, error_category::request},
    {"-21", "card state abnormal or number wrong", billing::billed},
    {"-2", "name rejected", billing::free, error_category::request},
    {"-3", "ID number wrong", billing::free, error_category::request},
    {"-4", "card number format wrong", billing::free, error_category::request},
    {"-5", "phone number wrong", billing::free, error_category::request},
    {"-18", "verification centre busy", billing::free, error_category::service},
    {"-19", "daily attempts used up", billing::free, error_category::quota},
    {"-20", "ID kind not supported (second-generation ID only)", billing::free, error_category::request},
};
inline constexpr std::string_view passes[] = {"0"};
}  // namespace bank_card_4e_result

/// The question. 20 calls a second. Needs no region. Not idempotent: a repeat after a lost answer may be billed twice and uses daily quota.
/// Looks into data of mainland China.
template <class Storage>
struct basic_bank_card_4e_verification {
    /// Holder name. Required. Personal.
    typename Storage::text name = {};
    /// Bank card number. Required. Personal.
    typename Storage::text bank_card = {};
    /// Mobile number left with the bank. Required. Personal.
    typename Storage::text phone = {};
    /// ID number used to open the account. Required. Personal.
    typename Storage::text id_card = {};
    /// ID kind. See namespace bank_card_cert_type. Default: 0.
    typename Storage::template optional<std::int64_t> cert_type = {};
    /// Envelope that says which request fields are encrypted and how. Fields that it may cover: Name, IdCard, Phone, BankCard.
    typename Storage::template nested<basic_encryption<Storage>> encryption = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset. What it says of its own
/// matter, in result: `faceid::outcome(answer)`.
template <class Storage>
struct basic_bank_card_4e_verification_output {
    /// Outcome code: a number carried as a string. See namespace bank_card_4e_result.
    typename Storage::template optional<typename Storage::text> result = {};
    /// Text for the outcome.
    typename Storage::template optional<typename Storage::text> description = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using bank_card_4e_verification = basic_bank_card_4e_verification<owning>;
using bank_card_4e_verification_output = basic_bank_card_4e_verification_output<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_bank_card_4e_verification_output<Storage>> = [] {
    using self = basic_bank_card_4e_verification_output<Storage>;
    return outcome_in<&self::result>({.passed = bank_card_4e_result::passes, .meanings = bank_card_4e_result::all});
}();

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_bank_card_4e_verification<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "BankCard4EVerification",
    .host = faceid::host,
    .needs_region = false,
    .calls_per_second = 20,
    .repeat = repeat_safety::may_bill_again,
};

template <class Storage>
struct output_of<faceid::basic_bank_card_4e_verification<Storage>> {
    using type = faceid::basic_bank_card_4e_verification_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_bank_card_4e_verification<Storage>> = [] {
    using self = faceid::basic_bank_card_4e_verification<Storage>;
    return field_list{
        field_at<decltype(self::name)>("Name", offsetof(self, name)).required().marked(sensitivity::personal),
        field_at<decltype(self::bank_card)>("BankCard", offsetof(self, bank_card)).required().marked(sensitivity::personal),
        field_at<decltype(self::phone)>("Phone", offsetof(self, phone)).required().marked(sensitivity::personal),
        field_at<decltype(self::id_card)>("IdCard", offsetof(self, id_card)).required().marked(sensitivity::personal),
        field_at<decltype(self::cert_type)>("CertType", offsetof(self, cert_type))
            .marked(sensitivity::open)
            .limited(one_of<faceid::bank_card_cert_type::all>),
        field_at<decltype(self::encryption)>("Encryption", offsetof(self, encryption)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_bank_card_4e_verification_output<Storage>> = [] {
    using self = faceid::basic_bank_card_4e_verification_output<Storage>;
    return field_list{
        field_at<decltype(self::result)>("Result", offsetof(self, result)).marked(sensitivity::open),
        field_at<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1

// ---- tc3/faceid/bank_card_verification.hpp --------------------------------------------------------------------------

// BankCardVerification: match holder name, ID number and bank card. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid {

/// Values of bank_card_verification_output::result; more may come.
namespace bank_card_result {
inline constexpr literal match{"0"};                                  ///< match
inline constexpr literal no_match{"-1"};                              ///< no match
inline constexpr literal holder_data_wrong{"-5"};                     ///< holder data wrong
inline constexpr literal card_not_present_payment_not_enabled{"-6"};  ///< card-not-present payment not enabled
inline constexpr literal card_confiscated{"-7"};                      ///< card confiscated
inline constexpr literal card_number_invalid{"-8"};                   ///< card number invalid
inline constexpr literal no_issuing_bank_for_the_card{"-9"};          ///< no issuing bank for the card
inline constexpr literal card_not_initialised_or_dormant{"-10"};      ///< card not initialised or dormant
inline constexpr literal fraudulent_card{"-11"};                      ///< fraudulent card, retained
inline constexpr literal reported_lost{"-12"};                        ///< reported lost
inline constexpr literal expired{"-13"};                              ///< expired
inline constexpr literal restricted{"-14"};                           ///< restricted
inline constexpr literal too_many_wrong_pin_tries{"-15"};             ///< too many wrong PIN tries
inline constexpr literal issuer_does_not_support_this{"-16"};         ///< issuer does not support this
inline constexpr literal card_state_abnormal_or_number_wrong{"-20"};  ///< card state abnormal or number wrong
inline constexpr literal name_rejected{"-2"};                         ///< name rejected
inline constexpr literal id_number_wrong{"-3"};                       ///< ID number wrong
inline constexpr literal card_number_format_wrong{"-4"};              ///< card number format wrong
inline constexpr literal verification_centre_busy{"-17"};             ///< verification centre busy
inline constexpr literal daily_attempts_used_up{"-18"};               ///< daily attempts used up
inline constexpr literal id_kind_not_supported{"-19"};                ///< ID kind not supported (second-generation ID only)
inline constexpr result_code all[] = {
    {"0", "match", billing::billed},
    {"-1", "no match", billing::billed},
    {"-5", "holder data wrong", billing::billed},
    {"-6", "card-not-present payment not enabled", billing::billed},
    {"-7", "card confiscated", billing::billed},
    {"-8", "card number invalid", billing::billed},
    {"-9", "no issuing bank for the card", billing::billed},
    {"-10", "card not initialised or dormant", billing::billed},
    {"-11", "fraudulent card, retained", billing::billed},
    {"-12", "reported lost", billing::billed},
    {"-13", "expired", billing::billed},
    {"-14", "restricted", billing::billed},
    {"-15", "too many wrong PIN tries", billing::billed},
    {"-16", "issuer does not support this", billing::billed, error_category::request},
    {"-20", "card state abnormal or number wrong", billing::billed},
    {"-2", "name rejected", billing::free, error_category::request},
    {"-3", "ID number wrong", billing::free, error_category::request},
    {"-4", "card number format wrong", billing::free, error_category::request},
    {"-17", "verification centre busy", billing::free, error_category::service},
    {"-18", "daily attempts used up", billing::free, error_category::quota},
    {"-19", "ID kind not supported (second-generation ID only)", billing::free, error_category::request},
};
inline constexpr std::string_view passes[] = {"0"};
}  // namespace bank_card_result

/// The question. 20 calls a second. Needs no region. Not idempotent: a repeat after a lost answer may be billed twice and uses daily quota.
/// Looks into data of mainland China.
template <class Storage>
struct basic_bank_card_verification {
    /// ID number used to open the account. Required. Personal.
    typename Storage::text id_card = {};
    /// Holder name. Required. Personal.
    typename Storage::text name = {};
    /// Bank card number. Required. Personal.
    typename Storage::text bank_card = {};
    /// ID kind. See namespace bank_card_cert_type. Default: 0.
    typename Storage::template optional<std::int64_t> cert_type = {};
    /// Envelope that says which request fields are encrypted and how. Fields that it may cover: Name, IdCard, BankCard.
    typename Storage::template nested<basic_encryption<Storage>> encryption = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset. What it says of its own
/// matter, in result: `faceid::outcome(answer)`.
template <class Storage>
struct basic_bank_card_verification_output {
    /// Outcome code: a number carried as a string. See namespace bank_card_result.
    typename Storage::template optional<typename Storage::text> result = {};
    /// Text for the outcome.
    typename Storage::template optional<typename Storage::text> description = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using bank_card_verification = basic_bank_card_verification<owning>;
using bank_card_verification_output = basic_bank_card_verification_output<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_bank_card_verification_output<Storage>> = [] {
    using self = basic_bank_card_verification_output<Storage>;
    return outcome_in<&self::result>({.passed = bank_card_result::passes, .meanings = bank_card_result::all});
}();

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_bank_card_verification<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "BankCardVerification",
    .host = faceid::host,
    .needs_region = false,
    .calls_per_second = 20,
    .repeat = repeat_safety::may_bill_again,
};

template <class Storage>
struct output_of<faceid::basic_bank_card_verification<Storage>> {
    using type = faceid::basic_bank_card_verification_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_bank_card_verification<Storage>> = [] {
    using self = faceid::basic_bank_card_verification<Storage>;
    return field_list{
        field_at<decltype(self::id_card)>("IdCard", offsetof(self, id_card)).required().marked(sensitivity::personal),
        field_at<decltype(self::name)>("Name", offsetof(self, name)).required().marked(sensitivity::personal),
        field_at<decltype(self::bank_card)>("BankCard", offsetof(self, bank_card)).required().marked(sensitivity::personal),
        field_at<decltype(self::cert_type)>("CertType", offsetof(self, cert_type))
            .marked(sensitivity::open)
            .limited(one_of<faceid::bank_card_cert_type::all>),
        field_at<decltype(self::encryption)>("Encryption", offsetof(self, encryption)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_bank_card_verification_output<Storage>> = [] {
    using self = faceid::basic_bank_card_verification_output<Storage>;
    return field_list{
        field_at<decltype(self::result)>("Result", offsetof(self, result)).marked(sensitivity::open),
        field_at<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1

// ---- tc3/faceid/check_bank_card_information.hpp ---------------------------------------------------------------------

// CheckBankCardInformation: look up the bank and kind of a card. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid {

/// Values of check_bank_card_information_output::result; more may come.
namespace bank_card_information_result {
inline constexpr literal found{"0"};                      ///< found
inline constexpr literal not_found{"-1"};                 ///< not found
inline constexpr literal card_number_invalid{"-5"};       ///< card number invalid
inline constexpr literal verification_centre_busy{"-2"};  ///< verification centre busy
inline constexpr literal card_does_not_exist{"-3"};       ///< card does not exist
inline constexpr literal daily_attempts_used_up{"-4"};    ///< daily attempts used up
inline constexpr literal card_kind_not_supported{"-6"};   ///< card kind not supported
inline constexpr result_code all[] = {
    {"0", "found", billing::billed},
    {"-1", "not found", billing::billed},
    {"-5", "card number invalid", billing::billed},
    {"-2", "verification centre busy", billing::free, error_category::service},
    {"-3", "card does not exist", billing::free},
    {"-4", "daily attempts used up", billing::free, error_category::quota},
    {"-6", "card kind not supported", billing::free, error_category::request},
};
inline constexpr std::string_view passes[] = {"0"};
}  // namespace bank_card_information_result

/// Values of check_bank_card_information_output::account_type; more may come.
namespace bank_account_type {
inline constexpr std::int64_t debit = 1;         ///< debit
inline constexpr std::int64_t credit = 2;        ///< credit
inline constexpr std::int64_t prepaid = 3;       ///< prepaid
inline constexpr std::int64_t quasi_credit = 4;  ///< quasi-credit (semi-credit)
inline constexpr std::int64_t not_found = -1;    ///< seen in the 'not found' sample
}  // namespace bank_account_type

/// The question. 20 calls a second. Needs no region. Not idempotent: a repeat after a lost answer may be billed twice and uses daily quota.
/// Looks into data of mainland China.
template <class Storage>
struct basic_check_bank_card_information {
    /// Bank card number. Required. Personal.
    typename Storage::text bank_card = {};
    /// Envelope that says which request fields are encrypted and how. Fields that it may cover: BankCard.
    typename Storage::template nested<basic_encryption<Storage>> encryption = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset. What it says of its own
/// matter, in result: `faceid::outcome(answer)`. Passed means that the lookup gave a result: what it found stands in the other fields.
template <class Storage>
struct basic_check_bank_card_information_output {
    /// Outcome code: a number carried as a string. See namespace bank_card_information_result.
    typename Storage::template optional<typename Storage::text> result = {};
    /// Text for the outcome.
    typename Storage::template optional<typename Storage::text> description = {};
    /// Issuing bank name; empty when not found. Personal.
    typename Storage::template optional<typename Storage::text> account_bank = {};
    /// Card kind. See namespace bank_account_type. Personal.
    typename Storage::template optional<std::int64_t> account_type = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using check_bank_card_information = basic_check_bank_card_information<owning>;
using check_bank_card_information_output = basic_check_bank_card_information_output<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_check_bank_card_information_output<Storage>> = [] {
    using self = basic_check_bank_card_information_output<Storage>;
    return outcome_in<&self::result>({.passed = bank_card_information_result::passes, .meanings = bank_card_information_result::all});
}();

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_check_bank_card_information<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "CheckBankCardInformation",
    .host = faceid::host,
    .needs_region = false,
    .calls_per_second = 20,
    .repeat = repeat_safety::may_bill_again,
};

template <class Storage>
struct output_of<faceid::basic_check_bank_card_information<Storage>> {
    using type = faceid::basic_check_bank_card_information_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_check_bank_card_information<Storage>> = [] {
    using self = faceid::basic_check_bank_card_information<Storage>;
    return field_list{
        field_at<decltype(self::bank_card)>("BankCard", offsetof(self, bank_card)).required().marked(sensitivity::personal),
        field_at<decltype(self::encryption)>("Encryption", offsetof(self, encryption)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_check_bank_card_information_output<Storage>> = [] {
    using self = faceid::basic_check_bank_card_information_output<Storage>;
    return field_list{
        field_at<decltype(self::result)>("Result", offsetof(self, result)).marked(sensitivity::open),
        field_at<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at<decltype(self::account_bank)>("AccountBank", offsetof(self, account_bank)).marked(sensitivity::personal),
        field_at<decltype(self::account_type)>("AccountType", offsetof(self, account_type)).marked(sensitivity::personal),
        field_at<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1

// ---- tc3/faceid/check_id_card_information.hpp -----------------------------------------------------------------------

// CheckIdCardInformation: read an ID card photo and compare its portrait with the authority. Made by tools/generate.py from
// tools/faceid.json; manual: https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid {

/// Values of check_id_card_information_output::warnings; more may come.
namespace id_card_warning {
inline constexpr literal border_incomplete{"-9101"};       ///< border incomplete
inline constexpr literal copy{"-9102"};                    ///< copy
inline constexpr literal re_photographed{"-9103"};         ///< re-photographed
inline constexpr literal temporary_id_card{"-9104"};       ///< temporary ID card
inline constexpr literal frame_covered{"-9105"};           ///< frame covered
inline constexpr literal edited_image_suspected{"-9106"};  ///< edited image suspected
inline constexpr literal blurred{"-8001"};                 ///< blurred
}  // namespace id_card_warning

/// The question. 100 calls a second. Needs no region. Not idempotent: a repeat after a lost answer may be billed twice and uses daily
/// quota. One of ImageBase64/ImageUrl is needed (URL wins). Looks into data of mainland China.
template <class Storage>
struct basic_check_id_card_information {
    /// Portrait side of the ID card; ImageUrl wins when both are sent. Needed when ImageUrl is absent. At most 7 MB of base64. Png, jpg,
    /// jpeg. Personal.
    typename Storage::template optional<typename Storage::binary> image_base64 = {};
    /// URL of the portrait side; wins over ImageBase64. Needed when ImageBase64 is absent. Png, jpg, jpeg; at most 3 MB as base64 after the
    /// download; downloaded within 3 seconds. Signed in advance: whoever has it can read the file. Secret.
    typename Storage::template optional<typename Storage::text> image_url = {};
    /// Warning switches as a JSON text inside a string; bool keys CopyWarn, BorderCheckWarn, ReshootWarn, DetectPsWarn, TempIdWarn,
    /// Quality, all default false.
    typename Storage::template optional<typename Storage::text> config = {};
    /// Encrypt IdNum and Name in the response. Default: false.
    typename Storage::template optional<bool> is_encrypt = {};
    /// Encrypt the whole response body (comes back in EncryptedBody).
    typename Storage::template optional<bool> is_encrypt_response = {};
    /// Algorithm, IV and wrapped key for response encryption.
    typename Storage::template nested<basic_encryption<Storage>> encryption = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset. What it says of its own
/// matter, in result: `faceid::outcome(answer)`.
template <class Storage>
struct basic_check_id_card_information_output {
    /// Match score against the authority's photo. 0 to 100; 70 is the suggested threshold.
    typename Storage::template optional<double> sim = {};
    /// Outcome: 'Success' or a dotted FailedOperation.* code carried inside a non-error envelope. See namespace pure_api_result.
    typename Storage::template optional<typename Storage::text> result = {};
    /// Text for the outcome.
    typename Storage::template optional<typename Storage::text> description = {};
    /// Name on the card. Personal.
    typename Storage::template optional<typename Storage::text> name = {};
    /// Sex on the card. Personal.
    typename Storage::template optional<typename Storage::text> sex = {};
    /// Ethnic group on the card. Personal.
    typename Storage::template optional<typename Storage::text> nation = {};
    /// Birth date, e.g. 1654/12/20. Personal.
    typename Storage::template optional<typename Storage::text> birth = {};
    /// Address on the card. Personal.
    typename Storage::template optional<typename Storage::text> address = {};
    /// ID number. Personal.
    typename Storage::template optional<typename Storage::text> id_num = {};
    /// Portrait cut from the card; null when cropping fails. Biometric.
    typename Storage::template optional<typename Storage::binary> portrait = {};
    /// Document warnings joined by '|'. See namespace id_card_warning. -9104 to -9106 mean other things than in WarnCardInfos; empty when
    /// there are none.
    typename Storage::template optional<typename Storage::text> warnings = {};
    /// Image quality score; under 50 warns; only with Config.Quality. 0 to 100; under 50 warns.
    typename Storage::template optional<double> quality = {};
    /// Envelope for decrypting the response; null when not used.
    typename Storage::template nested<basic_encryption<Storage>> encryption = {};
    /// Encrypted response body. Personal.
    typename Storage::template optional<typename Storage::binary> encrypted_body = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using check_id_card_information = basic_check_id_card_information<owning>;
using check_id_card_information_output = basic_check_id_card_information_output<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_check_id_card_information_output<Storage>> = [] {
    using self = basic_check_id_card_information_output<Storage>;
    return outcome_in<&self::result>({.passed = pure_api_result::passes, .meanings = pure_api_result::all, .others = describe});
}();

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_check_id_card_information<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "CheckIdCardInformation",
    .host = faceid::host,
    .needs_region = false,
    .calls_per_second = 100,
    .repeat = repeat_safety::may_bill_again,
};

template <class Storage>
struct output_of<faceid::basic_check_id_card_information<Storage>> {
    using type = faceid::basic_check_id_card_information_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_check_id_card_information<Storage>> = [] {
    using self = faceid::basic_check_id_card_information<Storage>;
    return field_list{
        field_at<decltype(self::image_base64)>("ImageBase64", offsetof(self, image_base64))
            .marked(sensitivity::personal)
            .limited(text_size<0, 7340032>),
        field_at<decltype(self::image_url)>("ImageUrl", offsetof(self, image_url)).marked(sensitivity::secret),
        field_at<decltype(self::config)>("Config", offsetof(self, config)).marked(sensitivity::open),
        field_at<decltype(self::is_encrypt)>("IsEncrypt", offsetof(self, is_encrypt)).marked(sensitivity::open),
        field_at<decltype(self::is_encrypt_response)>("IsEncryptResponse", offsetof(self, is_encrypt_response)).marked(sensitivity::open),
        field_at<decltype(self::encryption)>("Encryption", offsetof(self, encryption)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_check_id_card_information_output<Storage>> = [] {
    using self = faceid::basic_check_id_card_information_output<Storage>;
    return field_list{
        field_at<decltype(self::sim)>("Sim", offsetof(self, sim)).marked(sensitivity::open),
        field_at<decltype(self::result)>("Result", offsetof(self, result)).marked(sensitivity::open),
        field_at<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at<decltype(self::name)>("Name", offsetof(self, name)).marked(sensitivity::personal),
        field_at<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at<decltype(self::nation)>("Nation", offsetof(self, nation)).marked(sensitivity::personal),
        field_at<decltype(self::birth)>("Birth", offsetof(self, birth)).marked(sensitivity::personal),
        field_at<decltype(self::address)>("Address", offsetof(self, address)).marked(sensitivity::personal),
        field_at<decltype(self::id_num)>("IdNum", offsetof(self, id_num)).marked(sensitivity::personal),
        field_at<decltype(self::portrait)>("Portrait", offsetof(self, portrait)).marked(sensitivity::biometric),
        field_at<decltype(self::warnings)>("Warnings", offsetof(self, warnings)).marked(sensitivity::open),
        field_at<decltype(self::quality)>("Quality", offsetof(self, quality)).marked(sensitivity::open),
        field_at<decltype(self::encryption)>("Encryption", offsetof(self, encryption)).marked(sensitivity::open),
        field_at<decltype(self::encrypted_body)>("EncryptedBody", offsetof(self, encrypted_body)).marked(sensitivity::personal),
        field_at<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1

// ---- tc3/faceid/check_id_name_date.hpp ------------------------------------------------------------------------------

// CheckIdNameDate: match name, ID number and validity period. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid {

/// Values of check_id_name_date_output::result; more may come.
namespace id_name_date_result {
inline constexpr literal match{"0"};                    ///< match
inline constexpr literal no_match{"-1"};                ///< no match
inline constexpr literal id_number_malformed{"-2"};     ///< ID number malformed
inline constexpr literal name_malformed{"-3"};          ///< name malformed
inline constexpr literal validity_malformed{"-4"};      ///< validity malformed
inline constexpr literal identity_data_invalid{"-5"};   ///< identity data invalid
inline constexpr literal document_library_fault{"-6"};  ///< document library fault
inline constexpr literal no_record{"-7"};               ///< no record
inline constexpr literal daily_attempts_used_up{"-8"};  ///< daily attempts used up
inline constexpr result_code all[] = {
    {"0", "match", billing::billed},
    {"-1", "no match", billing::billed},
    {"-2", "ID number malformed", billing::free, error_category::request},
    {"-3", "name malformed", billing::free, error_category::request},
    {"-4", "validity malformed", billing::free, error_category::request},
    {"-5", "identity data invalid", billing::free},
    {"-6", "document library fault", billing::free, error_category::service},
    {"-7", "no record", billing::free},
    {"-8", "daily attempts used up", billing::free, error_category::quota},
};
inline constexpr std::string_view passes[] = {"0"};
}  // namespace id_name_date_result

/// The question. 20 calls a second. Needs no region. Not idempotent: a repeat after a lost answer may be billed twice and uses daily quota.
/// Looks into data of mainland China.
template <class Storage>
struct basic_check_id_name_date {
    /// Name. Required. Personal.
    typename Storage::text name = {};
    /// ID number. Required. Personal.
    typename Storage::text id_card = {};
    /// Start of validity. Required. YYYYMMDD. Personal.
    typename Storage::text validity_begin = {};
    /// End of validity; 00000000 means permanent. Required. YYYYMMDD. Personal.
    typename Storage::text validity_end = {};
    /// Envelope that says which request fields are encrypted and how. Fields that it may cover: Name, IdCard.
    typename Storage::template nested<basic_encryption<Storage>> encryption = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset. What it says of its own
/// matter, in result: `faceid::outcome(answer)`.
template <class Storage>
struct basic_check_id_name_date_output {
    /// Outcome code: a number carried as a string. See namespace id_name_date_result.
    typename Storage::template optional<typename Storage::text> result = {};
    /// Text for the outcome.
    typename Storage::template optional<typename Storage::text> description = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using check_id_name_date = basic_check_id_name_date<owning>;
using check_id_name_date_output = basic_check_id_name_date_output<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_check_id_name_date_output<Storage>> = [] {
    using self = basic_check_id_name_date_output<Storage>;
    return outcome_in<&self::result>({.passed = id_name_date_result::passes, .meanings = id_name_date_result::all});
}();

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_check_id_name_date<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "CheckIdNameDate",
    .host = faceid::host,
    .needs_region = false,
    .calls_per_second = 20,
    .repeat = repeat_safety::may_bill_again,
};

template <class Storage>
struct output_of<faceid::basic_check_id_name_date<Storage>> {
    using type = faceid::basic_check_id_name_date_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_check_id_name_date<Storage>> = [] {
    using self = faceid::basic_check_id_name_date<Storage>;
    return field_list{
        field_at<decltype(self::name)>("Name", offsetof(self, name)).required().marked(sensitivity::personal),
        field_at<decltype(self::id_card)>("IdCard", offsetof(self, id_card)).required().marked(sensitivity::personal),
        field_at<decltype(self::validity_begin)>("ValidityBegin", offsetof(self, validity_begin)).required().marked(sensitivity::personal),
        field_at<decltype(self::validity_end)>("ValidityEnd", offsetof(self, validity_end)).required().marked(sensitivity::personal),
        field_at<decltype(self::encryption)>("Encryption", offsetof(self, encryption)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_check_id_name_date_output<Storage>> = [] {
    using self = faceid::basic_check_id_name_date_output<Storage>;
    return field_list{
        field_at<decltype(self::result)>("Result", offsetof(self, result)).marked(sensitivity::open),
        field_at<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1

// ---- tc3/faceid/compare_face_liveness.hpp ---------------------------------------------------------------------------

// CompareFaceLiveness: check a video for liveness and compare it with a photo, both sent inline. Made by tools/generate.py from
// tools/faceid.json; manual: https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid {

/// Values of compare_face_liveness::liveness_type.
namespace inline_liveness_type {
inline constexpr literal action{"ACTION"};  ///< motion
inline constexpr literal silent{"SILENT"};  ///< silent
inline constexpr literal all[] = {action, silent};
}  // namespace inline_liveness_type

/// The question. 20 calls a second. Needs a region, one of ap-bangkok, ap-hongkong, ap-singapore. Not idempotent: a repeat after a lost
/// answer may be billed twice and uses daily quota. ValidateData needed when LivenessType is ACTION, empty for SILENT.
template <class Storage>
struct basic_compare_face_liveness {
    /// Face photo to compare with. Required. At most 3 MB of base64. Jpg, png. Biometric.
    typename Storage::binary image_base64 = {};
    /// Liveness video. Required. At most 8 MB of base64. Mp4, avi, flv. Biometric.
    typename Storage::binary video_base64 = {};
    /// Liveness mode. See namespace inline_liveness_type. Required.
    typename Storage::text liveness_type = {};
    /// Motion sequence, one or two comma-joined digits. Needed when LivenessType is 'ACTION'. Digits 1 open mouth, 2 blink, 3 nod, 4 shake
    /// head; e.g. '1' or '4,2'; leave empty for SILENT.
    typename Storage::template optional<typename Storage::text> validate_data = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset. What it says of its own
/// matter, in result: `faceid::outcome(answer)`.
template <class Storage>
struct basic_compare_face_liveness_output {
    /// Outcome: 'Success' or a dotted FailedOperation.* code carried inside a non-error envelope. See namespace pure_api_result. Any
    /// FailedOperation code may stand here: see describe().
    typename Storage::template optional<typename Storage::text> result = {};
    /// Text for the outcome.
    typename Storage::template optional<typename Storage::text> description = {};
    /// Match score. 0 to 100; 70 is the suggested threshold. Means something for Success and CompareLowSimilarity only.
    typename Storage::template optional<double> sim = {};
    /// Best frame, jpg. Biometric.
    typename Storage::template optional<typename Storage::binary> best_frame_base64 = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using compare_face_liveness = basic_compare_face_liveness<owning>;
using compare_face_liveness_output = basic_compare_face_liveness_output<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_compare_face_liveness_output<Storage>> = [] {
    using self = basic_compare_face_liveness_output<Storage>;
    return outcome_in<&self::result>({.passed = pure_api_result::passes, .meanings = pure_api_result::all, .others = describe});
}();

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_compare_face_liveness<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "CompareFaceLiveness",
    .host = faceid::host,
    .calls_per_second = 20,
    .repeat = repeat_safety::may_bill_again,
};

template <class Storage>
struct output_of<faceid::basic_compare_face_liveness<Storage>> {
    using type = faceid::basic_compare_face_liveness_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_compare_face_liveness<Storage>> = [] {
    using self = faceid::basic_compare_face_liveness<Storage>;
    return field_list{
        field_at<decltype(self::image_base64)>("ImageBase64", offsetof(self, image_base64))
            .required()
            .marked(sensitivity::biometric)
            .limited(text_size<0, 3145728>),
        field_at<decltype(self::video_base64)>("VideoBase64", offsetof(self, video_base64))
            .required()
            .marked(sensitivity::biometric)
            .limited(text_size<0, 8388608>),
        field_at<decltype(self::liveness_type)>("LivenessType", offsetof(self, liveness_type))
            .required()
            .marked(sensitivity::open)
            .limited(one_of<faceid::inline_liveness_type::all>),
        field_at<decltype(self::validate_data)>("ValidateData", offsetof(self, validate_data)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_compare_face_liveness_output<Storage>> = [] {
    using self = faceid::basic_compare_face_liveness_output<Storage>;
    return field_list{
        field_at<decltype(self::result)>("Result", offsetof(self, result)).marked(sensitivity::open),
        field_at<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at<decltype(self::sim)>("Sim", offsetof(self, sim)).marked(sensitivity::open),
        field_at<decltype(self::best_frame_base64)>("BestFrameBase64", offsetof(self, best_frame_base64)).marked(sensitivity::biometric),
        field_at<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1

// ---- tc3/faceid/create_upload_url.hpp -------------------------------------------------------------------------------

// CreateUploadUrl: get a temporary PUT link for a file that another action will read. Made by tools/generate.py from tools/faceid.json;
// manual: https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid {

/// The question. 20 calls a second. Needs a region. Asking twice does no harm.
template <class Storage>
struct basic_create_upload_url {
    /// Name of the action that will use the upload, e.g. DetectReflectLivenessAndCompare. Required.
    typename Storage::text target_action = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset.
template <class Storage>
struct basic_create_upload_url_output {
    /// Pre-signed COS URL for an HTTP PUT of the raw (not base64) bytes. Signed in advance: whoever has it can read the file. Secret.
    typename Storage::template optional<typename Storage::text> upload_url = {};
    /// Pre-signed COS URL to pass to the target action. Signed in advance: whoever has it can read the file. Object kept 2 hours. Secret.
    typename Storage::template optional<typename Storage::text> resource_url = {};
    /// Expiry of both links, Unix seconds (10 digits).
    typename Storage::template optional<std::int64_t> expired_timestamp = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using create_upload_url = basic_create_upload_url<owning>;
using create_upload_url_output = basic_create_upload_url_output<owning>;

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_create_upload_url<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "CreateUploadUrl",
    .host = faceid::host,
    .calls_per_second = 20,
    .repeat = repeat_safety::harmless,
};

template <class Storage>
struct output_of<faceid::basic_create_upload_url<Storage>> {
    using type = faceid::basic_create_upload_url_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_create_upload_url<Storage>> = [] {
    using self = faceid::basic_create_upload_url<Storage>;
    return field_list{
        field_at<decltype(self::target_action)>("TargetAction", offsetof(self, target_action)).required().marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_create_upload_url_output<Storage>> = [] {
    using self = faceid::basic_create_upload_url_output<Storage>;
    return field_list{
        field_at<decltype(self::upload_url)>("UploadUrl", offsetof(self, upload_url)).marked(sensitivity::secret),
        field_at<decltype(self::resource_url)>("ResourceUrl", offsetof(self, resource_url)).marked(sensitivity::secret),
        field_at<decltype(self::expired_timestamp)>("ExpiredTimestamp", offsetof(self, expired_timestamp)).marked(sensitivity::open),
        field_at<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1

// ---- tc3/faceid/types/attack_risk.hpp -------------------------------------------------------------------------------

// What AI Face Shield finds. Made by tools/generate.py from tools/faceid.json; manual: https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid {

/// Values of attack_risk_detail::type; more may come.
namespace attack_type {
inline constexpr literal suspected_spoofing_attack{"SuspectedSpoofingAttack"};        ///< re-photographing
inline constexpr literal suspected_synthesis_image{"SuspectedSynthesisImage"};        ///< synthetic image
inline constexpr literal suspected_synthesis_video{"SuspectedSynthesisVideo"};        ///< synthetic video
inline constexpr literal suspected_anomaly_attack{"SuspectedAnomalyAttack"};          ///< facial features not genuine
inline constexpr literal suspected_adversarial_attack{"SuspectedAdversarialAttack"};  ///< adversarial sample
inline constexpr literal suspected_black_industry{"SuspectedBlackIndustry"};          ///< mass fraud template
inline constexpr literal suspected_watermark{"SuspectedWatermark"};                   ///< watermark
}  // namespace attack_type

/// Values of retrieval_liveness_extra_info::hit_group; more may come.
namespace hit_group {
inline constexpr literal common{"Common"};        ///< public library
inline constexpr literal auto_clustered{"Auto"};  ///< auto-clustered library
inline constexpr literal owner{"Owner"};          ///< customer library
}  // namespace hit_group

/// One attack trace.
template <class Storage>
struct basic_attack_risk_detail {
    /// Kind of trace. See namespace attack_type.
    typename Storage::template optional<typename Storage::text> type = {};
};

/// Match with an attack template.
template <class Storage>
struct basic_retrieval_liveness_extra_info {
    /// Template library. See namespace hit_group.
    typename Storage::template optional<typename Storage::text> hit_group = {};
    /// Distance to the template: smaller is more alike; under 0.6 means attack. 0 to 2; 0.6 is the default threshold.
    typename Storage::template optional<double> similarity_score = {};
    /// Template id.
    typename Storage::template optional<typename Storage::text> hit_template = {};
};

/// Extra output of DetectAIFakeFaces.
template <class Storage>
struct basic_extra_info {
    /// Best-matching attack template.
    typename Storage::template list<basic_retrieval_liveness_extra_info<Storage>> retrieval_liveness_extra_info = {};
};

using attack_risk_detail = basic_attack_risk_detail<owning>;
using retrieval_liveness_extra_info = basic_retrieval_liveness_extra_info<owning>;
using extra_info = basic_extra_info<owning>;

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_attack_risk_detail<Storage>> = [] {
    using self = faceid::basic_attack_risk_detail<Storage>;
    return field_list{
        field_at<decltype(self::type)>("Type", offsetof(self, type)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_retrieval_liveness_extra_info<Storage>> = [] {
    using self = faceid::basic_retrieval_liveness_extra_info<Storage>;
    return field_list{
        field_at<decltype(self::hit_group)>("HitGroup", offsetof(self, hit_group)).marked(sensitivity::open),
        field_at<decltype(self::similarity_score)>("SimilarityScore", offsetof(self, similarity_score)).marked(sensitivity::open),
        field_at<decltype(self::hit_template)>("HitTemplate", offsetof(self, hit_template)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_extra_info<Storage>> = [] {
    using self = faceid::basic_extra_info<Storage>;
    return field_list{
        field_at<decltype(self::retrieval_liveness_extra_info)>("RetrievalLivenessExtraInfo", offsetof(self, retrieval_liveness_extra_info))
            .marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1

// ---- tc3/faceid/detect_ai_fake_faces.hpp ----------------------------------------------------------------------------

// DetectAIFakeFaces: look for spoofing and AI generation in a face image or video. Made by tools/generate.py from tools/faceid.json;
// manual: https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid {

/// Values of detect_ai_fake_faces::face_input_type.
namespace face_input_type {
inline constexpr std::int64_t image = 1;  ///< image
inline constexpr std::int64_t video = 2;  ///< video
inline constexpr literal all[] = {literal{"1"}, literal{"2"}};
}  // namespace face_input_type

/// Values of detect_ai_fake_faces_output::attack_risk_level; more may come.
namespace attack_risk_level {
inline constexpr literal low{"Low"};    ///< pass
inline constexpr literal mid{"Mid"};    ///< moderate suspicion; vendor suggests pass
inline constexpr literal high{"High"};  ///< block
inline constexpr result_code all[] = {
    {"Low", "pass", billing::unknown},
    {"Mid", "moderate suspicion; vendor suggests pass", billing::unknown},
    {"High", "block", billing::unknown},
};
inline constexpr std::string_view passes[] = {"Low", "Mid"};
}  // namespace attack_risk_level

/// The question. 5 calls a second. Needs no region. Not idempotent: a repeat after a lost answer may be billed twice and uses daily quota.
/// Either FaceInput and FaceInputType, or Encryption and EncryptedBody.
template <class Storage>
struct basic_detect_ai_fake_faces {
    /// Single-face image or video. Needed when Encryption/EncryptedBody not used. At most 10 MB of base64. An image (jpg, png; 3 MB of
    /// base64 are recommended, 480x640, a face of 100x100 or more) or a video (mp4, avi, flv; 8 MB of base64 are recommended, 2 to 5
    /// seconds, at most 20; 25 to 30 frames a second, at most 720p). The whole request has the same limit, so less fits. Biometric.
    typename Storage::template optional<typename Storage::binary> face_input = {};
    /// Kind of FaceInput. See namespace face_input_type. Needed when Encryption/EncryptedBody not used.
    typename Storage::template optional<std::int64_t> face_input_type = {};
    /// Envelope for whole-body encryption. Its EncryptList is EncryptionBody.
    typename Storage::template nested<basic_encryption<Storage>> encryption = {};
    /// Ciphertext of the JSON object {FaceInput, FaceInputType}. Biometric.
    typename Storage::template optional<typename Storage::binary> encrypted_body = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset. What it says of its own
/// matter, in attack_risk_level: `faceid::outcome(answer)`. Mid, a moderate suspicion, passes as the vendor suggests: who wants more looks
/// at attack_risk_level.
template <class Storage>
struct basic_detect_ai_fake_faces_output {
    /// Spoofing risk. See namespace attack_risk_level.
    typename Storage::template optional<typename Storage::text> attack_risk_level = {};
    /// Attack traces; empty array when none; filled for Mid/High.
    typename Storage::template list<basic_attack_risk_detail<Storage>> attack_risk_detail_list = {};
    /// Matched attack-template details.
    typename Storage::template nested<basic_extra_info<Storage>> extra_info = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using detect_ai_fake_faces = basic_detect_ai_fake_faces<owning>;
using detect_ai_fake_faces_output = basic_detect_ai_fake_faces_output<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_detect_ai_fake_faces_output<Storage>> = [] {
    using self = basic_detect_ai_fake_faces_output<Storage>;
    return outcome_in<&self::attack_risk_level>({.passed = attack_risk_level::passes, .meanings = attack_risk_level::all});
}();

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_detect_ai_fake_faces<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "DetectAIFakeFaces",
    .host = faceid::host,
    .needs_region = false,
    .calls_per_second = 5,
    .repeat = repeat_safety::may_bill_again,
};

template <class Storage>
struct output_of<faceid::basic_detect_ai_fake_faces<Storage>> {
    using type = faceid::basic_detect_ai_fake_faces_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_detect_ai_fake_faces<Storage>> = [] {
    using self = faceid::basic_detect_ai_fake_faces<Storage>;
    return field_list{
        field_at<decltype(self::face_input)>("FaceInput", offsetof(self, face_input))
            .marked(sensitivity::biometric)
            .limited(text_size<0, 10485760>),
        field_at<decltype(self::face_input_type)>("FaceInputType", offsetof(self, face_input_type))
            .marked(sensitivity::open)
            .limited(one_of<faceid::face_input_type::all>),
        field_at<decltype(self::encryption)>("Encryption", offsetof(self, encryption)).marked(sensitivity::open),
        field_at<decltype(self::encrypted_body)>("EncryptedBody", offsetof(self, encrypted_body)).marked(sensitivity::biometric),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_detect_ai_fake_faces_output<Storage>> = [] {
    using self = faceid::basic_detect_ai_fake_faces_output<Storage>;
    return field_list{
        field_at<decltype(self::attack_risk_level)>("AttackRiskLevel", offsetof(self, attack_risk_level)).marked(sensitivity::open),
        field_at<decltype(self::attack_risk_detail_list)>("AttackRiskDetailList", offsetof(self, attack_risk_detail_list))
            .marked(sensitivity::open),
        field_at<decltype(self::extra_info)>("ExtraInfo", offsetof(self, extra_info)).marked(sensitivity::open),
        field_at<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1

// ---- tc3/faceid/detect_reflect_liveness_and_compare.hpp -------------------------------------------------------------

// DetectReflectLivenessAndCompare: check a reflection liveness package and compare it with a photo. Made by tools/generate.py from
// tools/faceid.json; manual: https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid {

/// The question. 5 calls a second. Needs a region, one of ap-bangkok, ap-hongkong, ap-singapore. Not idempotent: a repeat after a lost
/// answer may be billed twice and uses daily quota.
template <class Storage>
struct basic_detect_reflect_liveness_and_compare {
    /// COS URL of the SDK's liveness package, same region. Required. Signed in advance: whoever has it can read the file. Secret.
    typename Storage::text live_data_url = {};
    /// MD5 of the package. Required. 32 bytes. 32 hex digits.
    typename Storage::text live_data_md5 = {};
    /// COS URL of the face photo, same region. Required. Signed in advance: whoever has it can read the file. Secret.
    typename Storage::text image_url = {};
    /// MD5 of the photo. Required. 32 bytes. 32 hex digits.
    typename Storage::text image_md5 = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset. What it says of its own
/// matter, in result: `faceid::outcome(answer)`.
template <class Storage>
struct basic_detect_reflect_liveness_and_compare_output {
    /// Temporary URL of the best frame, jpg. Signed in advance: whoever has it can read the file. 2 hours. Secret.
    typename Storage::template optional<typename Storage::text> best_frame_url = {};
    /// MD5 of the best frame. 32 hex digits.
    typename Storage::template optional<typename Storage::text> best_frame_md5 = {};
    /// Outcome: 'Success' or a dotted FailedOperation.* code carried inside a non-error envelope. See namespace pure_api_result.
    typename Storage::template optional<typename Storage::text> result = {};
    /// Text for the outcome.
    typename Storage::template optional<typename Storage::text> description = {};
    /// Match score. 0 to 100; 70 is the suggested threshold.
    typename Storage::template optional<double> sim = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using detect_reflect_liveness_and_compare = basic_detect_reflect_liveness_and_compare<owning>;
using detect_reflect_liveness_and_compare_output = basic_detect_reflect_liveness_and_compare_output<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_detect_reflect_liveness_and_compare_output<Storage>> = [] {
    using self = basic_detect_reflect_liveness_and_compare_output<Storage>;
    return outcome_in<&self::result>({.passed = pure_api_result::passes, .meanings = pure_api_result::all, .others = describe});
}();

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_detect_reflect_liveness_and_compare<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "DetectReflectLivenessAndCompare",
    .host = faceid::host,
    .calls_per_second = 5,
    .repeat = repeat_safety::may_bill_again,
};

template <class Storage>
struct output_of<faceid::basic_detect_reflect_liveness_and_compare<Storage>> {
    using type = faceid::basic_detect_reflect_liveness_and_compare_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_detect_reflect_liveness_and_compare<Storage>> = [] {
    using self = faceid::basic_detect_reflect_liveness_and_compare<Storage>;
    return field_list{
        field_at<decltype(self::live_data_url)>("LiveDataUrl", offsetof(self, live_data_url)).required().marked(sensitivity::secret),
        field_at<decltype(self::live_data_md5)>("LiveDataMd5", offsetof(self, live_data_md5))
            .required()
            .marked(sensitivity::open)
            .limited(text_size<32, 32>),
        field_at<decltype(self::image_url)>("ImageUrl", offsetof(self, image_url)).required().marked(sensitivity::secret),
        field_at<decltype(self::image_md5)>("ImageMd5", offsetof(self, image_md5))
            .required()
            .marked(sensitivity::open)
            .limited(text_size<32, 32>),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_detect_reflect_liveness_and_compare_output<Storage>> = [] {
    using self = faceid::basic_detect_reflect_liveness_and_compare_output<Storage>;
    return field_list{
        field_at<decltype(self::best_frame_url)>("BestFrameUrl", offsetof(self, best_frame_url)).marked(sensitivity::secret),
        field_at<decltype(self::best_frame_md5)>("BestFrameMd5", offsetof(self, best_frame_md5)).marked(sensitivity::open),
        field_at<decltype(self::result)>("Result", offsetof(self, result)).marked(sensitivity::open),
        field_at<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at<decltype(self::sim)>("Sim", offsetof(self, sim)).marked(sensitivity::open),
        field_at<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1

// ---- tc3/faceid/generate_reflect_sequence.hpp -----------------------------------------------------------------------

// GenerateReflectSequence: make a light sequence for the reflection SDK. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid {

/// The question. 5 calls a second. Needs a region, one of ap-bangkok, ap-hongkong, ap-singapore. Whether asking twice does harm is not
/// documented.
template <class Storage>
struct basic_generate_reflect_sequence {
    /// COS URL of the SDK's device package, same region. Required. Signed in advance: whoever has it can read the file. Secret.
    typename Storage::text device_data_url = {};
    /// MD5 of the package. Required. 32 hex digits.
    typename Storage::text device_data_md5 = {};
    /// Liveness mode; a digit carried as a string. See namespace secure_level. Default: "4".
    typename Storage::template optional<typename Storage::text> security_level = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset.
template <class Storage>
struct basic_generate_reflect_sequence_output {
    /// URL of the light sequence to hand to the SDK. Signed in advance: whoever has it can read the file. Secret.
    typename Storage::template optional<typename Storage::text> reflect_sequence_url = {};
    /// MD5 of the light sequence. 32 hex digits.
    typename Storage::template optional<typename Storage::text> reflect_sequence_md5 = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using generate_reflect_sequence = basic_generate_reflect_sequence<owning>;
using generate_reflect_sequence_output = basic_generate_reflect_sequence_output<owning>;

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_generate_reflect_sequence<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "GenerateReflectSequence",
    .host = faceid::host,
    .calls_per_second = 5,
};

template <class Storage>
struct output_of<faceid::basic_generate_reflect_sequence<Storage>> {
    using type = faceid::basic_generate_reflect_sequence_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_generate_reflect_sequence<Storage>> = [] {
    using self = faceid::basic_generate_reflect_sequence<Storage>;
    return field_list{
        field_at<decltype(self::device_data_url)>("DeviceDataUrl", offsetof(self, device_data_url)).required().marked(sensitivity::secret),
        field_at<decltype(self::device_data_md5)>("DeviceDataMd5", offsetof(self, device_data_md5)).required().marked(sensitivity::open),
        field_at<decltype(self::security_level)>("SecurityLevel", offsetof(self, security_level))
            .marked(sensitivity::open)
            .limited(one_of<faceid::secure_level::all>),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_generate_reflect_sequence_output<Storage>> = [] {
    using self = faceid::basic_generate_reflect_sequence_output<Storage>;
    return field_list{
        field_at<decltype(self::reflect_sequence_url)>("ReflectSequenceUrl", offsetof(self, reflect_sequence_url))
            .marked(sensitivity::secret),
        field_at<decltype(self::reflect_sequence_md5)>("ReflectSequenceMd5", offsetof(self, reflect_sequence_md5))
            .marked(sensitivity::open),
        field_at<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1

// ---- tc3/faceid/get_face_id_result_intl.hpp -------------------------------------------------------------------------

// GetFaceIdResultIntl: read the result of an SDK selfie verification. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid {

/// The question. 20 calls a second. Needs a region, one of ap-bangkok, ap-hongkong, ap-jakarta, ap-singapore, sa-saopaulo. Asking twice
/// does no harm.
template <class Storage>
struct basic_get_face_id_result_intl {
    /// Token from GetFaceIdTokenIntl. Required. Secret.
    typename Storage::text sdk_token = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset. What it says of its own
/// matter, in result: `faceid::outcome(answer)`.
template <class Storage>
struct basic_get_face_id_result_intl_output {
    /// Outcome code as a string. See namespace sdk_result. "-999" while the session is not finished.
    typename Storage::template optional<typename Storage::text> result = {};
    /// Text for the outcome.
    typename Storage::template optional<typename Storage::text> description = {};
    /// Best face frame. Biometric.
    typename Storage::template optional<typename Storage::binary> best_frame = {};
    /// Verification video with the colour reflections. Biometric.
    typename Storage::template optional<typename Storage::binary> video = {};
    /// Video of the requested motions, meant for AI Face Shield. Biometric.
    typename Storage::template optional<typename Storage::binary> action_video = {};
    /// Match score, meaningful only in compare mode. 0 to 100. 0 in liveness mode, where it means nothing.
    typename Storage::template optional<double> similarity = {};
    /// Passthrough from the token request. Personal.
    typename Storage::template optional<typename Storage::text> extra = {};
    /// Device risk. See namespace device_info_level. ENHANCED and PLUS tiers only.
    typename Storage::template optional<typename Storage::text> device_info_level = {};
    /// Why liveness failed; two-digit string tags. See namespace sdk_liveness_tag. PRO and PLUS tiers only. The tags of VerificationDetail
    /// mean other things.
    typename Storage::template list<typename Storage::text> liveness_info_tag = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using get_face_id_result_intl = basic_get_face_id_result_intl<owning>;
using get_face_id_result_intl_output = basic_get_face_id_result_intl_output<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_get_face_id_result_intl_output<Storage>> = [] {
    using self = basic_get_face_id_result_intl_output<Storage>;
    return outcome_in<&self::result>({.passed = sdk_result::passes, .pending = "-999", .meanings = sdk_result::all});
}();

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_get_face_id_result_intl<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "GetFaceIdResultIntl",
    .host = faceid::host,
    .calls_per_second = 20,
    .repeat = repeat_safety::harmless,
};

template <class Storage>
struct output_of<faceid::basic_get_face_id_result_intl<Storage>> {
    using type = faceid::basic_get_face_id_result_intl_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_face_id_result_intl<Storage>> = [] {
    using self = faceid::basic_get_face_id_result_intl<Storage>;
    return field_list{
        field_at<decltype(self::sdk_token)>("SdkToken", offsetof(self, sdk_token)).required().marked(sensitivity::secret),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_face_id_result_intl_output<Storage>> = [] {
    using self = faceid::basic_get_face_id_result_intl_output<Storage>;
    return field_list{
        field_at<decltype(self::result)>("Result", offsetof(self, result)).marked(sensitivity::open),
        field_at<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at<decltype(self::best_frame)>("BestFrame", offsetof(self, best_frame)).marked(sensitivity::biometric),
        field_at<decltype(self::video)>("Video", offsetof(self, video)).marked(sensitivity::biometric),
        field_at<decltype(self::action_video)>("ActionVideo", offsetof(self, action_video)).marked(sensitivity::biometric),
        field_at<decltype(self::similarity)>("Similarity", offsetof(self, similarity)).marked(sensitivity::open),
        field_at<decltype(self::extra)>("Extra", offsetof(self, extra)).marked(sensitivity::personal),
        field_at<decltype(self::device_info_level)>("DeviceInfoLevel", offsetof(self, device_info_level)).marked(sensitivity::open),
        field_at<decltype(self::liveness_info_tag)>("LivenessInfoTag", offsetof(self, liveness_info_tag)).marked(sensitivity::open),
        field_at<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1

// ---- tc3/faceid/get_face_id_token_intl.hpp --------------------------------------------------------------------------

// GetFaceIdTokenIntl: start an SDK selfie verification and get its token. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid {

/// Values of get_face_id_token_intl::check_mode.
namespace selfie_check_mode {
inline constexpr literal liveness{"liveness"};  ///< liveness only
inline constexpr literal compare{"compare"};    ///< liveness plus face comparison
inline constexpr literal all[] = {liveness, compare};
}  // namespace selfie_check_mode

/// The question. 20 calls a second. Needs a region. Asking twice does no harm. Image needed when CheckMode is compare. ActionList only when
/// SecureLevel is 2 or 4. What came of it: GetFaceIdResultIntl.
template <class Storage>
struct basic_get_face_id_token_intl {
    /// Flow. See namespace selfie_check_mode. Default: "liveness".
    typename Storage::template optional<typename Storage::text> check_mode = {};
    /// Liveness mode; a digit carried as a string. See namespace secure_level. Default: "4".
    typename Storage::template optional<typename Storage::text> secure_level = {};
    /// Base64 face photo to compare with. Needed when CheckMode is 'compare'. Biometric.
    typename Storage::template optional<typename Storage::binary> image = {};
    /// Opaque passthrough returned with the result. Personal.
    typename Storage::template optional<typename Storage::text> extra = {};
    /// Motions to ask for. Default: "blink". Comma-joined string of 1-2 of: blink, mouth, nod, shake; e.g. 'blink' or 'blink,mouth'. Only
    /// when SecureLevel is "2" or "4", else the call fails.
    typename Storage::template optional<typename Storage::text> action_list = {};
    /// Service tier. See namespace sdk_version. Default: "BASIC".
    typename Storage::template optional<typename Storage::text> sdk_version = {};
    /// Liveness attempts allowed. Default: 5. 1 to 5.
    typename Storage::template optional<std::int64_t> retry_limit = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset.
template <class Storage>
struct basic_get_face_id_token_intl_output {
    /// Token for one SDK selfie verification; later passed to GetFaceIdResultIntl. Start within 10 minutes; result readable for 72 hours;
    /// one verification only. Secret.
    typename Storage::template optional<typename Storage::text> sdk_token = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using get_face_id_token_intl = basic_get_face_id_token_intl<owning>;
using get_face_id_token_intl_output = basic_get_face_id_token_intl_output<owning>;

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_get_face_id_token_intl<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "GetFaceIdTokenIntl",
    .host = faceid::host,
    .calls_per_second = 20,
    .repeat = repeat_safety::harmless,
};

template <class Storage>
struct output_of<faceid::basic_get_face_id_token_intl<Storage>> {
    using type = faceid::basic_get_face_id_token_intl_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_face_id_token_intl<Storage>> = [] {
    using self = faceid::basic_get_face_id_token_intl<Storage>;
    return field_list{
        field_at<decltype(self::check_mode)>("CheckMode", offsetof(self, check_mode))
            .marked(sensitivity::open)
            .limited(one_of<faceid::selfie_check_mode::all>),
        field_at<decltype(self::secure_level)>("SecureLevel", offsetof(self, secure_level))
            .marked(sensitivity::open)
            .limited(one_of<faceid::secure_level::all>),
        field_at<decltype(self::image)>("Image", offsetof(self, image)).marked(sensitivity::biometric),
        field_at<decltype(self::extra)>("Extra", offsetof(self, extra)).marked(sensitivity::personal),
        field_at<decltype(self::action_list)>("ActionList", offsetof(self, action_list)).marked(sensitivity::open),
        field_at<decltype(self::sdk_version)>("SdkVersion", offsetof(self, sdk_version))
            .marked(sensitivity::open)
            .limited(one_of<faceid::sdk_version::all>),
        field_at<decltype(self::retry_limit)>("RetryLimit", offsetof(self, retry_limit)).marked(sensitivity::open).limited(between<1, 5>),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_face_id_token_intl_output<Storage>> = [] {
    using self = faceid::basic_get_face_id_token_intl_output<Storage>;
    return field_list{
        field_at<decltype(self::sdk_token)>("SdkToken", offsetof(self, sdk_token)).marked(sensitivity::secret),
        field_at<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1

// ---- tc3/faceid/types/file_info.hpp ---------------------------------------------------------------------------------

// A file that the service keeps for a short while. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid {

/// Reference to a temporary file.
template <class Storage>
struct basic_file_info {
    /// Temporary (pre-signed) download URL. Signed in advance: whoever has it can read the file. Secret.
    typename Storage::template optional<typename Storage::text> url = {};
    /// 32-character hex MD5 of the file. 32 hex digits.
    typename Storage::template optional<typename Storage::text> md5 = {};
    /// File size in bytes.
    typename Storage::template optional<std::int64_t> size = {};
};

using file_info = basic_file_info<owning>;

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_file_info<Storage>> = [] {
    using self = faceid::basic_file_info<Storage>;
    return field_list{
        field_at<decltype(self::url)>("Url", offsetof(self, url)).marked(sensitivity::secret),
        field_at<decltype(self::md5)>("MD5", offsetof(self, md5)).marked(sensitivity::open),
        field_at<decltype(self::size)>("Size", offsetof(self, size)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1

// ---- tc3/faceid/get_liveness_result.hpp -----------------------------------------------------------------------------

// GetLivenessResult: read the result of an SDK liveness session. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid {

/// The question. 20 calls a second. Needs a region. Asking twice does no harm.
template <class Storage>
struct basic_get_liveness_result {
    /// Token from ApplyLivenessToken. Required. Secret.
    typename Storage::text sdk_token = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset. What it says of its own
/// matter, in result: `faceid::outcome(answer)`.
template <class Storage>
struct basic_get_liveness_result_output {
    /// Outcome code as a string. See namespace sdk_result. The manual has no table of its own for this action; its sample agrees with this
    /// one.
    typename Storage::template optional<typename Storage::text> result = {};
    /// Text for the outcome.
    typename Storage::template optional<typename Storage::text> description = {};
    /// Best face frame as a file reference. Biometric.
    typename Storage::template nested<basic_file_info<Storage>> best_frame = {};
    /// Liveness video as a file reference. Biometric.
    typename Storage::template nested<basic_file_info<Storage>> video = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using get_liveness_result = basic_get_liveness_result<owning>;
using get_liveness_result_output = basic_get_liveness_result_output<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_get_liveness_result_output<Storage>> = [] {
    using self = basic_get_liveness_result_output<Storage>;
    return outcome_in<&self::result>({.passed = sdk_result::passes, .pending = "-999", .meanings = sdk_result::all});
}();

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_get_liveness_result<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "GetLivenessResult",
    .host = faceid::host,
    .calls_per_second = 20,
    .repeat = repeat_safety::harmless,
};

template <class Storage>
struct output_of<faceid::basic_get_liveness_result<Storage>> {
    using type = faceid::basic_get_liveness_result_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_liveness_result<Storage>> = [] {
    using self = faceid::basic_get_liveness_result<Storage>;
    return field_list{
        field_at<decltype(self::sdk_token)>("SdkToken", offsetof(self, sdk_token)).required().marked(sensitivity::secret),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_liveness_result_output<Storage>> = [] {
    using self = faceid::basic_get_liveness_result_output<Storage>;
    return field_list{
        field_at<decltype(self::result)>("Result", offsetof(self, result)).marked(sensitivity::open),
        field_at<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at<decltype(self::best_frame)>("BestFrame", offsetof(self, best_frame)).marked(sensitivity::biometric),
        field_at<decltype(self::video)>("Video", offsetof(self, video)).marked(sensitivity::biometric),
        field_at<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1

// ---- tc3/faceid/get_nfc_token.hpp -----------------------------------------------------------------------------------

// GetNFCToken: start an NFC document read and get its token. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid {

/// The question. 20 calls a second. Needs no region. Asking twice does no harm. Looks into data of mainland China. What came of it:
/// GetWxNFCResult.
template <class Storage>
struct basic_get_nfc_token {};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset.
template <class Storage>
struct basic_get_nfc_token_output {
    /// Token for one NFC session; goes to the app SDK. Secret.
    typename Storage::template optional<typename Storage::text> token = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using get_nfc_token = basic_get_nfc_token<owning>;
using get_nfc_token_output = basic_get_nfc_token_output<owning>;

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_get_nfc_token<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "GetNFCToken",
    .host = faceid::host,
    .needs_region = false,
    .calls_per_second = 20,
    .repeat = repeat_safety::harmless,
};

template <class Storage>
struct output_of<faceid::basic_get_nfc_token<Storage>> {
    using type = faceid::basic_get_nfc_token_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_nfc_token_output<Storage>> = [] {
    using self = faceid::basic_get_nfc_token_output<Storage>;
    return field_list{
        field_at<decltype(self::token)>("Token", offsetof(self, token)).marked(sensitivity::secret),
        field_at<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1

// ---- tc3/faceid/types/cards.hpp -------------------------------------------------------------------------------------

// The documents that OCR reads: a struct for each kind of card, and the two that hold one of them. Made by tools/generate.py from
// tools/faceid.json; manual: https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid {

/// Values of general_card::sex; more may come.
namespace general_card_sex {
inline constexpr literal male{"M"};    ///< male
inline constexpr literal female{"F"};  ///< female
inline constexpr literal other{"X"};   ///< other
}  // namespace general_card_sex

/// Values of hk_id_card::permanent, normal_hk_id_card::permanent; more may come.
namespace hk_permanent {
inline constexpr literal not_permanent{"0"};  ///< not permanent
inline constexpr literal permanent{"1"};      ///< permanent
inline constexpr literal unknown{"-1"};       ///< unknown
}  // namespace hk_permanent

/// Values of international_id_passport::sex; more may come.
namespace passport_sex {
inline constexpr literal female{"F"};  ///< female
inline constexpr literal male{"M"};    ///< male
}  // namespace passport_sex

/// Values of ml_id_card::type, normal_ml_id_card::type; more may come.
namespace ml_id_card_type {
inline constexpr literal my_kad{"MyKad"};          ///< ID card
inline constexpr literal my_pr{"MyPR"};            ///< permanent resident
inline constexpr literal my_tentera{"MyTentera"};  ///< military
inline constexpr literal my_kas{"MyKAS"};          ///< temporary
inline constexpr literal polis{"POLIS"};           ///< police
inline constexpr literal ikad{"IKAD"};             ///< labour
inline constexpr literal my_kid{"MyKid"};          ///< child
}  // namespace ml_id_card_type

/// Values of normal_hk_id_card::hk_id_version; more may come.
namespace hk_id_card_edition {
inline constexpr literal edition_2003{"HKID-2003"};  ///< 2003 edition
inline constexpr literal edition_2018{"HKID-2018"};  ///< 2018 edition
}  // namespace hk_id_card_edition

/// Split address of a foreign document.
template <class Storage>
struct basic_address {
    /// Country. Personal.
    typename Storage::template optional<typename Storage::text> country = {};
    /// Postal code. Personal.
    typename Storage::template optional<typename Storage::text> postal_code = {};
    /// State or province. Personal.
    typename Storage::template optional<typename Storage::text> subdivision = {};
    /// City. Personal.
    typename Storage::template optional<typename Storage::text> city = {};
    /// Full address in one line. Personal.
    typename Storage::template optional<typename Storage::text> formatted_address = {};
    /// Address line 1. Personal.
    typename Storage::template optional<typename Storage::text> line_one = {};
    /// Address line 2. Personal.
    typename Storage::template optional<typename Storage::text> line_two = {};
    /// Address line 3. Personal.
    typename Storage::template optional<typename Storage::text> line_three = {};
    /// Address line 4. Personal.
    typename Storage::template optional<typename Storage::text> line_four = {};
    /// Address line 5. Personal.
    typename Storage::template optional<typename Storage::text> line_five = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_bangladesh_id_card {
    /// Family name. Personal.
    typename Storage::template optional<typename Storage::text> last_name = {};
    /// Given name. Personal.
    typename Storage::template optional<typename Storage::text> first_name = {};
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_number = {};
    /// Age as text; '0' means unknown. Personal.
    typename Storage::template optional<typename Storage::text> age = {};
    /// Birth date. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
    /// Issuing country. Personal.
    typename Storage::template optional<typename Storage::text> issued_country = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_hk_id_card {
    /// Name in Chinese. Personal.
    typename Storage::template optional<typename Storage::text> cn_name = {};
    /// Name in Latin letters. Personal.
    typename Storage::template optional<typename Storage::text> en_name = {};
    /// Telex code of the Chinese name. Personal.
    typename Storage::template optional<typename Storage::text> telex_code = {};
    /// Sex. May hold more than one script. Personal.
    typename Storage::template optional<typename Storage::text> sex = {};
    /// Birth date. DD-MM-YYYY, as "01-01-2001". Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
    /// Permanent resident flag. See namespace hk_permanent. Personal.
    typename Storage::template optional<typename Storage::text> permanent = {};
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> id_num = {};
    /// Symbols under the birth date. Personal.
    typename Storage::template optional<typename Storage::text> symbol = {};
    /// First issue date. Personal.
    typename Storage::template optional<typename Storage::text> first_issue_date = {};
    /// Current issue date. Personal.
    typename Storage::template optional<typename Storage::text> current_issue_date = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_ml_id_card {
    /// Name. Personal.
    typename Storage::template optional<typename Storage::text> name = {};
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> id = {};
    /// Sex. Personal.
    typename Storage::template optional<typename Storage::text> sex = {};
    /// Address. Personal.
    typename Storage::template optional<typename Storage::text> address = {};
    /// Card kind. See namespace ml_id_card_type.
    typename Storage::template optional<typename Storage::text> type = {};
    /// Birth date. Only for IKAD and MyKad. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_philippines_vote_id {
    /// Voter number. Personal.
    typename Storage::template optional<typename Storage::text> vin = {};
    /// Given name. Personal.
    typename Storage::template optional<typename Storage::text> first_name = {};
    /// Family name. Personal.
    typename Storage::template optional<typename Storage::text> last_name = {};
    /// Birth date. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
    /// Civil status. Personal.
    typename Storage::template optional<typename Storage::text> civil_status = {};
    /// Nationality. Personal.
    typename Storage::template optional<typename Storage::text> citizenship = {};
    /// Address. Personal.
    typename Storage::template optional<typename Storage::text> address = {};
    /// Precinct. Personal.
    typename Storage::template optional<typename Storage::text> precinct_no = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_indonesia_id_card {
    /// Document number (NIK). Personal.
    typename Storage::template optional<typename Storage::text> nik = {};
    /// Name. Personal.
    typename Storage::template optional<typename Storage::text> nama = {};
    /// Birth place and date. Personal.
    typename Storage::template optional<typename Storage::text> tempat_tgl_lahir = {};
    /// Sex. Personal.
    typename Storage::template optional<typename Storage::text> jenis_kelamin = {};
    /// Blood type. Personal.
    typename Storage::template optional<typename Storage::text> gol_darah = {};
    /// Address. Personal.
    typename Storage::template optional<typename Storage::text> alamat = {};
    /// Street (RT/RW). Personal.
    typename Storage::template optional<typename Storage::text> rtrw = {};
    /// Village. Personal.
    typename Storage::template optional<typename Storage::text> kel_desa = {};
    /// District. Personal.
    typename Storage::template optional<typename Storage::text> kecamatan = {};
    /// Religion. Personal.
    typename Storage::template optional<typename Storage::text> agama = {};
    /// Marital status. Personal.
    typename Storage::template optional<typename Storage::text> status_perkawinan = {};
    /// Occupation. Personal.
    typename Storage::template optional<typename Storage::text> perkerjaan = {};
    /// Nationality. Personal.
    typename Storage::template optional<typename Storage::text> kewarganegaraan = {};
    /// Valid-until date. Personal.
    typename Storage::template optional<typename Storage::text> berlaku_hingga = {};
    /// Issue date. Personal.
    typename Storage::template optional<typename Storage::text> issued_date = {};
    /// Province. Personal.
    typename Storage::template optional<typename Storage::text> provinsi = {};
    /// City. Personal.
    typename Storage::template optional<typename Storage::text> kota = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_philippines_driving_license {
    /// Name. Personal.
    typename Storage::template optional<typename Storage::text> name = {};
    /// Family name. Personal.
    typename Storage::template optional<typename Storage::text> last_name = {};
    /// Given name. Personal.
    typename Storage::template optional<typename Storage::text> first_name = {};
    /// Middle name. Personal.
    typename Storage::template optional<typename Storage::text> middle_name = {};
    /// Nationality. Personal.
    typename Storage::template optional<typename Storage::text> nationality = {};
    /// Sex. Personal.
    typename Storage::template optional<typename Storage::text> sex = {};
    /// Address. Personal.
    typename Storage::template optional<typename Storage::text> address = {};
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_no = {};
    /// Expiry date. Personal.
    typename Storage::template optional<typename Storage::text> expires_date = {};
    /// Agency code. Personal.
    typename Storage::template optional<typename Storage::text> agency_code = {};
    /// Birth date. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_philippines_tin_id {
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_number = {};
    /// Full name. Personal.
    typename Storage::template optional<typename Storage::text> full_name = {};
    /// Address. Personal.
    typename Storage::template optional<typename Storage::text> address = {};
    /// Birth date. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
    /// Issue date. Personal.
    typename Storage::template optional<typename Storage::text> issue_date = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_philippines_sss_id {
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_number = {};
    /// Full name. Personal.
    typename Storage::template optional<typename Storage::text> full_name = {};
    /// Birth date. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_philippines_umid {
    /// Family name. Personal.
    typename Storage::template optional<typename Storage::text> surname = {};
    /// Middle name. Personal.
    typename Storage::template optional<typename Storage::text> middle_name = {};
    /// Given name. Personal.
    typename Storage::template optional<typename Storage::text> given_name = {};
    /// Sex. Personal.
    typename Storage::template optional<typename Storage::text> sex = {};
    /// Birth date. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
    /// Address. Personal.
    typename Storage::template optional<typename Storage::text> address = {};
    /// Common reference number. Personal.
    typename Storage::template optional<typename Storage::text> crn = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_international_id_passport {
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_number = {};
    /// Full name. Personal.
    typename Storage::template optional<typename Storage::text> full_name = {};
    /// Family name. Personal.
    typename Storage::template optional<typename Storage::text> surname = {};
    /// Given name. Personal.
    typename Storage::template optional<typename Storage::text> given_name = {};
    /// Birth date. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
    /// Sex. See namespace passport_sex. Personal.
    typename Storage::template optional<typename Storage::text> sex = {};
    /// Expiry date. Personal.
    typename Storage::template optional<typename Storage::text> date_of_expiration = {};
    /// Issuing country. Personal.
    typename Storage::template optional<typename Storage::text> issuing_country = {};
    /// Nationality code. Personal.
    typename Storage::template optional<typename Storage::text> nationality_code = {};
    /// MRZ line 1. Personal.
    typename Storage::template optional<typename Storage::text> passport_code_first = {};
    /// MRZ line 2. Personal.
    typename Storage::template optional<typename Storage::text> passport_code_second = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_general_card {
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_number = {};
    /// Personal number (passports). Personal.
    typename Storage::template optional<typename Storage::text> personal_number = {};
    /// MRZ line 1. Personal.
    typename Storage::template optional<typename Storage::text> passport_code_first = {};
    /// MRZ line 2. Personal.
    typename Storage::template optional<typename Storage::text> passport_code_second = {};
    /// Expiry date. YYYY-MM-DD or YYYY/MM/DD. Personal.
    typename Storage::template optional<typename Storage::text> expiration_date = {};
    /// Valid-until date. YYYY-MM-DD or YYYY/MM/DD. Personal.
    typename Storage::template optional<typename Storage::text> due_date = {};
    /// Issue date. YYYY-MM-DD or YYYY/MM/DD. Personal.
    typename Storage::template optional<typename Storage::text> issued_date = {};
    /// Issuing authority. Personal.
    typename Storage::template optional<typename Storage::text> issued_authority = {};
    /// Issuing country. ISO 3166 code. Personal.
    typename Storage::template optional<typename Storage::text> issued_country = {};
    /// Full name. Personal.
    typename Storage::template optional<typename Storage::text> full_name = {};
    /// Given name. Personal.
    typename Storage::template optional<typename Storage::text> first_name = {};
    /// Family name. Personal.
    typename Storage::template optional<typename Storage::text> last_name = {};
    /// Sex. See namespace general_card_sex. Personal.
    typename Storage::template optional<typename Storage::text> sex = {};
    /// Age as text; '0' means unknown. Personal.
    typename Storage::template optional<typename Storage::text> age = {};
    /// Birth date. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
    /// Birth place. Personal.
    typename Storage::template optional<typename Storage::text> birth_place = {};
    /// Nationality. ISO 3166 code. Personal.
    typename Storage::template optional<typename Storage::text> nationality = {};
    /// Registration or telex number. Personal.
    typename Storage::template optional<typename Storage::text> registration_number = {};
    /// Address. Personal.
    typename Storage::template nested<basic_address<Storage>> address = {};
    /// Full name in local script. Personal.
    typename Storage::template optional<typename Storage::text> full_name_local = {};
    /// Given name in local script. Personal.
    typename Storage::template optional<typename Storage::text> first_name_local = {};
    /// Family name in local script. Personal.
    typename Storage::template optional<typename Storage::text> last_name_local = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_indonesia_driving_license {
    /// Family name. Personal.
    typename Storage::template optional<typename Storage::text> last_name = {};
    /// Given name. Personal.
    typename Storage::template optional<typename Storage::text> first_name = {};
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_number = {};
    /// Birth date. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
    /// Address. Personal.
    typename Storage::template optional<typename Storage::text> address = {};
    /// Expiry date. Personal.
    typename Storage::template optional<typename Storage::text> expiration_date = {};
    /// Issue date. Personal.
    typename Storage::template optional<typename Storage::text> issued_date = {};
    /// Issuing country. Personal.
    typename Storage::template optional<typename Storage::text> issued_country = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_thailand_id_card {
    /// Family name. Personal.
    typename Storage::template optional<typename Storage::text> last_name = {};
    /// Given name. Personal.
    typename Storage::template optional<typename Storage::text> first_name = {};
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_number = {};
    /// Birth date. Personal.
    typename Storage::template optional<typename Storage::text> date_of_birth = {};
    /// Expiry date. Personal.
    typename Storage::template optional<typename Storage::text> date_of_expiry = {};
    /// Issue date. Personal.
    typename Storage::template optional<typename Storage::text> date_of_issue = {};
    /// Issuing country. Personal.
    typename Storage::template optional<typename Storage::text> issued_country = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_singapore_id_card {
    /// Name in Chinese (old). Switched off in the API, still described. Personal.
    typename Storage::template optional<typename Storage::text> ch_name = {};
    /// Name in Chinese. Personal.
    typename Storage::template optional<typename Storage::text> chinese_name = {};
    /// Name in Latin letters. Switched off in the API, still described. Personal.
    typename Storage::template optional<typename Storage::text> en_name = {};
    /// Full name. Personal.
    typename Storage::template optional<typename Storage::text> full_name = {};
    /// Document number. Switched off in the API, still described. Personal.
    typename Storage::template optional<typename Storage::text> id = {};
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_number = {};
    /// Sex. Personal.
    typename Storage::template optional<typename Storage::text> sex = {};
    /// Birth country (old). Switched off in the API, still described. Personal.
    typename Storage::template optional<typename Storage::text> country_of_birth = {};
    /// Nationality. Personal.
    typename Storage::template optional<typename Storage::text> nationality = {};
    /// Birth date. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
    /// Address. Personal.
    typename Storage::template optional<typename Storage::text> address = {};
    /// Ethnic group (back). Personal.
    typename Storage::template optional<typename Storage::text> race = {};
    /// NRIC number (back). Personal.
    typename Storage::template optional<typename Storage::text> nric_code = {};
    /// Postal code. Personal.
    typename Storage::template optional<typename Storage::text> post_code = {};
    /// Expiry date. Personal.
    typename Storage::template optional<typename Storage::text> date_of_expiration = {};
    /// Issue date. Personal.
    typename Storage::template optional<typename Storage::text> date_of_issue = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_macao_id_card {
    /// Given name. Personal.
    typename Storage::template optional<typename Storage::text> first_name = {};
    /// Family name. Personal.
    typename Storage::template optional<typename Storage::text> last_name = {};
    /// Birth date. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
    /// Expiry date. Personal.
    typename Storage::template optional<typename Storage::text> expiration_date = {};
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_number = {};
    /// Sex. Personal.
    typename Storage::template optional<typename Storage::text> sex = {};
    /// Age as text; '0' means unknown. Personal.
    typename Storage::template optional<typename Storage::text> age = {};
    /// Issuing country. Personal.
    typename Storage::template optional<typename Storage::text> issued_country = {};
    /// MRZ line 1. Personal.
    typename Storage::template optional<typename Storage::text> field1 = {};
    /// MRZ line 2. Personal.
    typename Storage::template optional<typename Storage::text> field2 = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_taiwan_id_card {
    /// Full name. Personal.
    typename Storage::template optional<typename Storage::text> full_name = {};
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_number = {};
    /// Sex. Personal.
    typename Storage::template optional<typename Storage::text> sex = {};
    /// Issuing country. Personal.
    typename Storage::template optional<typename Storage::text> issued_country = {};
    /// Registration or telex number. Personal.
    typename Storage::template optional<typename Storage::text> registration_number = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_japan_id_card {
    /// Full name. Personal.
    typename Storage::template optional<typename Storage::text> full_name = {};
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_number = {};
    /// Age as text; '0' means unknown. Personal.
    typename Storage::template optional<typename Storage::text> age = {};
    /// Birth date. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
    /// Expiry date. Personal.
    typename Storage::template optional<typename Storage::text> expiration_date = {};
    /// Full address in one line. Personal.
    typename Storage::template optional<typename Storage::text> formatted_address = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_nigeria_id_card {
    /// Family name. Personal.
    typename Storage::template optional<typename Storage::text> last_name = {};
    /// Given name. Personal.
    typename Storage::template optional<typename Storage::text> first_name = {};
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_number = {};
    /// Age as text; '0' means unknown. Personal.
    typename Storage::template optional<typename Storage::text> age = {};
    /// Birth date. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
    /// Issuing country. Personal.
    typename Storage::template optional<typename Storage::text> issued_country = {};
    /// Sex. Personal.
    typename Storage::template optional<typename Storage::text> sex = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_nigeria_driving_license {
    /// Family name. Personal.
    typename Storage::template optional<typename Storage::text> last_name = {};
    /// Given name. Personal.
    typename Storage::template optional<typename Storage::text> first_name = {};
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_number = {};
    /// Age as text; '0' means unknown. Personal.
    typename Storage::template optional<typename Storage::text> age = {};
    /// Birth date. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
    /// Issuing country. Personal.
    typename Storage::template optional<typename Storage::text> issued_country = {};
    /// Expiry date. Personal.
    typename Storage::template optional<typename Storage::text> expiration_date = {};
    /// Issue date. Personal.
    typename Storage::template optional<typename Storage::text> issued_date = {};
    /// Sex. Personal.
    typename Storage::template optional<typename Storage::text> sex = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_pakistan_id_card {
    /// Family name. Personal.
    typename Storage::template optional<typename Storage::text> last_name = {};
    /// Given name. Personal.
    typename Storage::template optional<typename Storage::text> first_name = {};
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_number = {};
    /// Age as text; '0' means unknown. Personal.
    typename Storage::template optional<typename Storage::text> age = {};
    /// Birth date. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
    /// Issuing country. Personal.
    typename Storage::template optional<typename Storage::text> issued_country = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_pakistan_driving_license {
    /// Family name. Personal.
    typename Storage::template optional<typename Storage::text> last_name = {};
    /// Given name. Personal.
    typename Storage::template optional<typename Storage::text> first_name = {};
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_number = {};
    /// Age as text; '0' means unknown. Personal.
    typename Storage::template optional<typename Storage::text> age = {};
    /// Birth date. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
    /// Issuing country. Personal.
    typename Storage::template optional<typename Storage::text> issued_country = {};
};

/// Union-like OCR struct, old field names; at most one member is set.
template <class Storage>
struct basic_card_info {
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_hk_id_card<Storage>> hk_id_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_ml_id_card<Storage>> ml_id_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_philippines_vote_id<Storage>> philippines_vote_id = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_indonesia_id_card<Storage>> indonesia_id_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_philippines_driving_license<Storage>> philippines_driving_license = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_philippines_tin_id<Storage>> philippines_tin_id = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_philippines_sss_id<Storage>> philippines_sss_id = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_philippines_umid<Storage>> philippines_umid = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_international_id_passport<Storage>> international_id_passport = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_general_card<Storage>> general_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_indonesia_driving_license<Storage>> indonesia_driving_license = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_thailand_id_card<Storage>> thailand_id_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_singapore_id_card<Storage>> singapore_id_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_macao_id_card<Storage>> macao_id_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_taiwan_id_card<Storage>> taiwan_id_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_japan_id_card<Storage>> japan_id_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_bangladesh_id_card<Storage>> bangladesh_id_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_nigeria_id_card<Storage>> nigeria_id_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_nigeria_driving_license<Storage>> nigeria_driving_license = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_pakistan_id_card<Storage>> pakistan_id_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_pakistan_driving_license<Storage>> pakistan_driving_license = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_hmt_permit {
    /// Name. Personal.
    typename Storage::template optional<typename Storage::text> name = {};
    /// Name in Latin letters. Personal.
    typename Storage::template optional<typename Storage::text> english_name = {};
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> number = {};
    /// Sex. Personal.
    typename Storage::template optional<typename Storage::text> sex = {};
    /// Validity period. Personal.
    typename Storage::template optional<typename Storage::text> valid_date = {};
    /// Issuing authority. Personal.
    typename Storage::template optional<typename Storage::text> issue_authority = {};
    /// Place of issue. Personal.
    typename Storage::template optional<typename Storage::text> issue_address = {};
    /// Birth date. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_mainland_id_card {
    /// Full name. Personal.
    typename Storage::template optional<typename Storage::text> full_name = {};
    /// Sex. Personal.
    typename Storage::template optional<typename Storage::text> sex = {};
    /// Ethnic group. Personal.
    typename Storage::template optional<typename Storage::text> nation = {};
    /// Birth date. Digits without leading zeros, as "1966/11/2". Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
    /// Address. Switched off in the API, still described. Personal.
    typename Storage::template optional<typename Storage::text> address = {};
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_number = {};
    /// Full address in one line. Personal.
    typename Storage::template optional<typename Storage::text> formatted_address = {};
    /// Issuing authority. Personal.
    typename Storage::template optional<typename Storage::text> authority = {};
    /// Validity period. YYYY.MM.DD-YYYY.MM.DD, or a word for permanent. Personal.
    typename Storage::template optional<typename Storage::text> valid_date = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_normal_hk_id_card {
    /// Name in Chinese. Personal.
    typename Storage::template optional<typename Storage::text> chinese_name = {};
    /// Full name. Personal.
    typename Storage::template optional<typename Storage::text> full_name = {};
    /// Registration or telex number. Personal.
    typename Storage::template optional<typename Storage::text> registration_number = {};
    /// Sex. May hold more than one script. Personal.
    typename Storage::template optional<typename Storage::text> sex = {};
    /// Birth date. DD-MM-YYYY, as "01-01-2001". Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
    /// Permanent resident flag. See namespace hk_permanent. Personal.
    typename Storage::template optional<typename Storage::text> permanent = {};
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_number = {};
    /// Symbols under the birth date. Personal.
    typename Storage::template optional<typename Storage::text> symbol = {};
    /// Issue date. Personal.
    typename Storage::template optional<typename Storage::text> issued_date = {};
    /// Current issue date. Personal.
    typename Storage::template optional<typename Storage::text> current_issue_date = {};
    /// Card edition. See namespace hk_id_card_edition.
    typename Storage::template optional<typename Storage::text> hk_id_version = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_normal_ml_id_card {
    /// Full name. Personal.
    typename Storage::template optional<typename Storage::text> full_name = {};
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_number = {};
    /// Sex. Personal.
    typename Storage::template optional<typename Storage::text> sex = {};
    /// Full address in one line. Personal.
    typename Storage::template optional<typename Storage::text> formatted_address = {};
    /// Card kind. See namespace ml_id_card_type.
    typename Storage::template optional<typename Storage::text> type = {};
    /// Birth date. Only for IKAD and MyKad. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_normal_indonesia_id_card {
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_number = {};
    /// Full name. Personal.
    typename Storage::template optional<typename Storage::text> full_name = {};
    /// Birth date. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
    /// Sex. Personal.
    typename Storage::template optional<typename Storage::text> sex = {};
    /// Blood type. Personal.
    typename Storage::template optional<typename Storage::text> blood_type = {};
    /// Full address in one line. Personal.
    typename Storage::template optional<typename Storage::text> formatted_address = {};
    /// Street. Personal.
    typename Storage::template optional<typename Storage::text> street = {};
    /// Village. Personal.
    typename Storage::template optional<typename Storage::text> village = {};
    /// District. Personal.
    typename Storage::template optional<typename Storage::text> area = {};
    /// Religion. Personal.
    typename Storage::template optional<typename Storage::text> religion = {};
    /// Marital status. Personal.
    typename Storage::template optional<typename Storage::text> marital_status = {};
    /// Occupation. Personal.
    typename Storage::template optional<typename Storage::text> occupation = {};
    /// Nationality. Personal.
    typename Storage::template optional<typename Storage::text> nationality = {};
    /// Valid-until date. Personal.
    typename Storage::template optional<typename Storage::text> due_date = {};
    /// Issue date. Personal.
    typename Storage::template optional<typename Storage::text> issued_date = {};
    /// Province. Personal.
    typename Storage::template optional<typename Storage::text> province = {};
    /// City. Personal.
    typename Storage::template optional<typename Storage::text> city = {};
};

/// OCR fields of one document kind.
template <class Storage>
struct basic_normal_thailand_id_card {
    /// Document number. Personal.
    typename Storage::template optional<typename Storage::text> license_number = {};
    /// Full name. Personal.
    typename Storage::template optional<typename Storage::text> full_name = {};
    /// Family name. FirstName and LastName look swapped in the manual's sample. Personal.
    typename Storage::template optional<typename Storage::text> last_name = {};
    /// Given name. FirstName and LastName look swapped in the manual's sample. Personal.
    typename Storage::template optional<typename Storage::text> first_name = {};
    /// Birth date. Personal.
    typename Storage::template optional<typename Storage::text> birthday = {};
    /// Full address in one line. Personal.
    typename Storage::template optional<typename Storage::text> formatted_address = {};
    /// Expiry date. Personal.
    typename Storage::template optional<typename Storage::text> expiration_date = {};
    /// Issue date. Personal.
    typename Storage::template optional<typename Storage::text> issued_date = {};
    /// Registration or telex number. Personal.
    typename Storage::template optional<typename Storage::text> registration_number = {};
    /// Religion. Personal.
    typename Storage::template optional<typename Storage::text> religion = {};
    /// Birth date, Thai text. Personal.
    typename Storage::template optional<typename Storage::text> thai_birthday = {};
    /// Expiry date, Thai text. Personal.
    typename Storage::template optional<typename Storage::text> thai_expiration_date = {};
    /// Issue date, Thai text. Personal.
    typename Storage::template optional<typename Storage::text> thai_issue_date = {};
};

/// Union-like OCR struct, unified field names; at most one member is set.
template <class Storage>
struct basic_normal_card_info {
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_normal_hk_id_card<Storage>> hk_id_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_normal_ml_id_card<Storage>> ml_id_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_philippines_vote_id<Storage>> philippines_vote_id = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_normal_indonesia_id_card<Storage>> indonesia_id_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_philippines_driving_license<Storage>> philippines_driving_license = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_philippines_tin_id<Storage>> philippines_tin_id = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_philippines_sss_id<Storage>> philippines_sss_id = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_philippines_umid<Storage>> philippines_umid = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_international_id_passport<Storage>> international_id_passport = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_general_card<Storage>> general_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_indonesia_driving_license<Storage>> indonesia_driving_license = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_normal_thailand_id_card<Storage>> thailand_id_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_singapore_id_card<Storage>> singapore_id_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_macao_id_card<Storage>> macao_id_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_mainland_id_card<Storage>> mainland_id_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_japan_id_card<Storage>> japan_id_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_taiwan_id_card<Storage>> taiwan_id_card = {};
    /// Set when the document is of this kind. Personal.
    typename Storage::template nested<basic_hmt_permit<Storage>> hmt_permit_card = {};
};

using address = basic_address<owning>;
using bangladesh_id_card = basic_bangladesh_id_card<owning>;
using hk_id_card = basic_hk_id_card<owning>;
using ml_id_card = basic_ml_id_card<owning>;
using philippines_vote_id = basic_philippines_vote_id<owning>;
using indonesia_id_card = basic_indonesia_id_card<owning>;
using philippines_driving_license = basic_philippines_driving_license<owning>;
using philippines_tin_id = basic_philippines_tin_id<owning>;
using philippines_sss_id = basic_philippines_sss_id<owning>;
using philippines_umid = basic_philippines_umid<owning>;
using international_id_passport = basic_international_id_passport<owning>;
using general_card = basic_general_card<owning>;
using indonesia_driving_license = basic_indonesia_driving_license<owning>;
using thailand_id_card = basic_thailand_id_card<owning>;
using singapore_id_card = basic_singapore_id_card<owning>;
using macao_id_card = basic_macao_id_card<owning>;
using taiwan_id_card = basic_taiwan_id_card<owning>;
using japan_id_card = basic_japan_id_card<owning>;
using nigeria_id_card = basic_nigeria_id_card<owning>;
using nigeria_driving_license = basic_nigeria_driving_license<owning>;
using pakistan_id_card = basic_pakistan_id_card<owning>;
using pakistan_driving_license = basic_pakistan_driving_license<owning>;
using card_info = basic_card_info<owning>;
using hmt_permit = basic_hmt_permit<owning>;
using mainland_id_card = basic_mainland_id_card<owning>;
using normal_hk_id_card = basic_normal_hk_id_card<owning>;
using normal_ml_id_card = basic_normal_ml_id_card<owning>;
using normal_indonesia_id_card = basic_normal_indonesia_id_card<owning>;
using normal_thailand_id_card = basic_normal_thailand_id_card<owning>;
using normal_card_info = basic_normal_card_info<owning>;

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_address<Storage>> = [] {
    using self = faceid::basic_address<Storage>;
    return field_list{
        field_at<decltype(self::country)>("Country", offsetof(self, country)).marked(sensitivity::personal),
        field_at<decltype(self::postal_code)>("PostalCode", offsetof(self, postal_code)).marked(sensitivity::personal),
        field_at<decltype(self::subdivision)>("Subdivision", offsetof(self, subdivision)).marked(sensitivity::personal),
        field_at<decltype(self::city)>("City", offsetof(self, city)).marked(sensitivity::personal),
        field_at<decltype(self::formatted_address)>("FormattedAddress", offsetof(self, formatted_address)).marked(sensitivity::personal),
        field_at<decltype(self::line_one)>("LineOne", offsetof(self, line_one)).marked(sensitivity::personal),
        field_at<decltype(self::line_two)>("LineTwo", offsetof(self, line_two)).marked(sensitivity::personal),
        field_at<decltype(self::line_three)>("LineThree", offsetof(self, line_three)).marked(sensitivity::personal),
        field_at<decltype(self::line_four)>("LineFour", offsetof(self, line_four)).marked(sensitivity::personal),
        field_at<decltype(self::line_five)>("LineFive", offsetof(self, line_five)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_bangladesh_id_card<Storage>> = [] {
    using self = faceid::basic_bangladesh_id_card<Storage>;
    return field_list{
        field_at<decltype(self::last_name)>("LastName", offsetof(self, last_name)).marked(sensitivity::personal),
        field_at<decltype(self::first_name)>("FirstName", offsetof(self, first_name)).marked(sensitivity::personal),
        field_at<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at<decltype(self::age)>("Age", offsetof(self, age)).marked(sensitivity::personal),
        field_at<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at<decltype(self::issued_country)>("IssuedCountry", offsetof(self, issued_country)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_hk_id_card<Storage>> = [] {
    using self = faceid::basic_hk_id_card<Storage>;
    return field_list{
        field_at<decltype(self::cn_name)>("CnName", offsetof(self, cn_name)).marked(sensitivity::personal),
        field_at<decltype(self::en_name)>("EnName", offsetof(self, en_name)).marked(sensitivity::personal),
        field_at<decltype(self::telex_code)>("TelexCode", offsetof(self, telex_code)).marked(sensitivity::personal),
        field_at<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at<decltype(self::permanent)>("Permanent", offsetof(self, permanent)).marked(sensitivity::personal),
        field_at<decltype(self::id_num)>("IdNum", offsetof(self, id_num)).marked(sensitivity::personal),
        field_at<decltype(self::symbol)>("Symbol", offsetof(self, symbol)).marked(sensitivity::personal),
        field_at<decltype(self::first_issue_date)>("FirstIssueDate", offsetof(self, first_issue_date)).marked(sensitivity::personal),
        field_at<decltype(self::current_issue_date)>("CurrentIssueDate", offsetof(self, current_issue_date)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_ml_id_card<Storage>> = [] {
    using self = faceid::basic_ml_id_card<Storage>;
    return field_list{
        field_at<decltype(self::name)>("Name", offsetof(self, name)).marked(sensitivity::personal),
        field_at<decltype(self::id)>("ID", offsetof(self, id)).marked(sensitivity::personal),
        field_at<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at<decltype(self::address)>("Address", offsetof(self, address)).marked(sensitivity::personal),
        field_at<decltype(self::type)>("Type", offsetof(self, type)).marked(sensitivity::open),
        field_at<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_philippines_vote_id<Storage>> = [] {
    using self = faceid::basic_philippines_vote_id<Storage>;
    return field_list{
        field_at<decltype(self::vin)>("VIN", offsetof(self, vin)).marked(sensitivity::personal),
        field_at<decltype(self::first_name)>("FirstName", offsetof(self, first_name)).marked(sensitivity::personal),
        field_at<decltype(self::last_name)>("LastName", offsetof(self, last_name)).marked(sensitivity::personal),
        field_at<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at<decltype(self::civil_status)>("CivilStatus", offsetof(self, civil_status)).marked(sensitivity::personal),
        field_at<decltype(self::citizenship)>("Citizenship", offsetof(self, citizenship)).marked(sensitivity::personal),
        field_at<decltype(self::address)>("Address", offsetof(self, address)).marked(sensitivity::personal),
        field_at<decltype(self::precinct_no)>("PrecinctNo", offsetof(self, precinct_no)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_indonesia_id_card<Storage>> = [] {
    using self = faceid::basic_indonesia_id_card<Storage>;
    return field_list{
        field_at<decltype(self::nik)>("NIK", offsetof(self, nik)).marked(sensitivity::personal),
        field_at<decltype(self::nama)>("Nama", offsetof(self, nama)).marked(sensitivity::personal),
        field_at<decltype(self::tempat_tgl_lahir)>("TempatTglLahir", offsetof(self, tempat_tgl_lahir)).marked(sensitivity::personal),
        field_at<decltype(self::jenis_kelamin)>("JenisKelamin", offsetof(self, jenis_kelamin)).marked(sensitivity::personal),
        field_at<decltype(self::gol_darah)>("GolDarah", offsetof(self, gol_darah)).marked(sensitivity::personal),
        field_at<decltype(self::alamat)>("Alamat", offsetof(self, alamat)).marked(sensitivity::personal),
        field_at<decltype(self::rtrw)>("RTRW", offsetof(self, rtrw)).marked(sensitivity::personal),
        field_at<decltype(self::kel_desa)>("KelDesa", offsetof(self, kel_desa)).marked(sensitivity::personal),
        field_at<decltype(self::kecamatan)>("Kecamatan", offsetof(self, kecamatan)).marked(sensitivity::personal),
        field_at<decltype(self::agama)>("Agama", offsetof(self, agama)).marked(sensitivity::personal),
        field_at<decltype(self::status_perkawinan)>("StatusPerkawinan", offsetof(self, status_perkawinan)).marked(sensitivity::personal),
        field_at<decltype(self::perkerjaan)>("Perkerjaan", offsetof(self, perkerjaan)).marked(sensitivity::personal),
        field_at<decltype(self::kewarganegaraan)>("KewargaNegaraan", offsetof(self, kewarganegaraan)).marked(sensitivity::personal),
        field_at<decltype(self::berlaku_hingga)>("BerlakuHingga", offsetof(self, berlaku_hingga)).marked(sensitivity::personal),
        field_at<decltype(self::issued_date)>("IssuedDate", offsetof(self, issued_date)).marked(sensitivity::personal),
        field_at<decltype(self::provinsi)>("Provinsi", offsetof(self, provinsi)).marked(sensitivity::personal),
        field_at<decltype(self::kota)>("Kota", offsetof(self, kota)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_philippines_driving_license<Storage>> = [] {
    using self = faceid::basic_philippines_driving_license<Storage>;
    return field_list{
        field_at<decltype(self::name)>("Name", offsetof(self, name)).marked(sensitivity::personal),
        field_at<decltype(self::last_name)>("LastName", offsetof(self, last_name)).marked(sensitivity::personal),
        field_at<decltype(self::first_name)>("FirstName", offsetof(self, first_name)).marked(sensitivity::personal),
        field_at<decltype(self::middle_name)>("MiddleName", offsetof(self, middle_name)).marked(sensitivity::personal),
        field_at<decltype(self::nationality)>("Nationality", offsetof(self, nationality)).marked(sensitivity::personal),
        field_at<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at<decltype(self::address)>("Address", offsetof(self, address)).marked(sensitivity::personal),
        field_at<decltype(self::license_no)>("LicenseNo", offsetof(self, license_no)).marked(sensitivity::personal),
        field_at<decltype(self::expires_date)>("ExpiresDate", offsetof(self, expires_date)).marked(sensitivity::personal),
        field_at<decltype(self::agency_code)>("AgencyCode", offsetof(self, agency_code)).marked(sensitivity::personal),
        field_at<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_philippines_tin_id<Storage>> = [] {
    using self = faceid::basic_philippines_tin_id<Storage>;
    return field_list{
        field_at<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at<decltype(self::full_name)>("FullName", offsetof(self, full_name)).marked(sensitivity::personal),
        field_at<decltype(self::address)>("Address", offsetof(self, address)).marked(sensitivity::personal),
        field_at<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at<decltype(self::issue_date)>("IssueDate", offsetof(self, issue_date)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_philippines_sss_id<Storage>> = [] {
    using self = faceid::basic_philippines_sss_id<Storage>;
    return field_list{
        field_at<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at<decltype(self::full_name)>("FullName", offsetof(self, full_name)).marked(sensitivity::personal),
        field_at<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_philippines_umid<Storage>> = [] {
    using self = faceid::basic_philippines_umid<Storage>;
    return field_list{
        field_at<decltype(self::surname)>("Surname", offsetof(self, surname)).marked(sensitivity::personal),
        field_at<decltype(self::middle_name)>("MiddleName", offsetof(self, middle_name)).marked(sensitivity::personal),
        field_at<decltype(self::given_name)>("GivenName", offsetof(self, given_name)).marked(sensitivity::personal),
        field_at<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at<decltype(self::address)>("Address", offsetof(self, address)).marked(sensitivity::personal),
        field_at<decltype(self::crn)>("CRN", offsetof(self, crn)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_international_id_passport<Storage>> = [] {
    using self = faceid::basic_international_id_passport<Storage>;
    return field_list{
        field_at<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at<decltype(self::full_name)>("FullName", offsetof(self, full_name)).marked(sensitivity::personal),
        field_at<decltype(self::surname)>("Surname", offsetof(self, surname)).marked(sensitivity::personal),
        field_at<decltype(self::given_name)>("GivenName", offsetof(self, given_name)).marked(sensitivity::personal),
        field_at<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at<decltype(self::date_of_expiration)>("DateOfExpiration", offsetof(self, date_of_expiration)).marked(sensitivity::personal),
        field_at<decltype(self::issuing_country)>("IssuingCountry", offsetof(self, issuing_country)).marked(sensitivity::personal),
        field_at<decltype(self::nationality_code)>("NationalityCode", offsetof(self, nationality_code)).marked(sensitivity::personal),
        field_at<decltype(self::passport_code_first)>("PassportCodeFirst", offsetof(self, passport_code_first))
            .marked(sensitivity::personal),
        field_at<decltype(self::passport_code_second)>("PassportCodeSecond", offsetof(self, passport_code_second))
            .marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_general_card<Storage>> = [] {
    using self = faceid::basic_general_card<Storage>;
    return field_list{
        field_at<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at<decltype(self::personal_number)>("PersonalNumber", offsetof(self, personal_number)).marked(sensitivity::personal),
        field_at<decltype(self::passport_code_first)>("PassportCodeFirst", offsetof(self, passport_code_first))
            .marked(sensitivity::personal),
        field_at<decltype(self::passport_code_second)>("PassportCodeSecond", offsetof(self, passport_code_second))
            .marked(sensitivity::personal),
        field_at<decltype(self::expiration_date)>("ExpirationDate", offsetof(self, expiration_date)).marked(sensitivity::personal),
        field_at<decltype(self::due_date)>("DueDate", offsetof(self, due_date)).marked(sensitivity::personal),
        field_at<decltype(self::issued_date)>("IssuedDate", offsetof(self, issued_date)).marked(sensitivity::personal),
        field_at<decltype(self::issued_authority)>("IssuedAuthority", offsetof(self, issued_authority)).marked(sensitivity::personal),
        field_at<decltype(self::issued_country)>("IssuedCountry", offsetof(self, issued_country)).marked(sensitivity::personal),
        field_at<decltype(self::full_name)>("FullName", offsetof(self, full_name)).marked(sensitivity::personal),
        field_at<decltype(self::first_name)>("FirstName", offsetof(self, first_name)).marked(sensitivity::personal),
        field_at<decltype(self::last_name)>("LastName", offsetof(self, last_name)).marked(sensitivity::personal),
        field_at<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at<decltype(self::age)>("Age", offsetof(self, age)).marked(sensitivity::personal),
        field_at<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at<decltype(self::birth_place)>("BirthPlace", offsetof(self, birth_place)).marked(sensitivity::personal),
        field_at<decltype(self::nationality)>("Nationality", offsetof(self, nationality)).marked(sensitivity::personal),
        field_at<decltype(self::registration_number)>("RegistrationNumber", offsetof(self, registration_number))
            .marked(sensitivity::personal),
        field_at<decltype(self::address)>("Address", offsetof(self, address)).marked(sensitivity::personal),
        field_at<decltype(self::full_name_local)>("FullNameLocal", offsetof(self, full_name_local)).marked(sensitivity::personal),
        field_at<decltype(self::first_name_local)>("FirstNameLocal", offsetof(self, first_name_local)).marked(sensitivity::personal),
        field_at<decltype(self::last_name_local)>("LastNameLocal", offsetof(self, last_name_local)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_indonesia_driving_license<Storage>> = [] {
    using self = faceid::basic_indonesia_driving_license<Storage>;
    return field_list{
        field_at<decltype(self::last_name)>("LastName", offsetof(self, last_name)).marked(sensitivity::personal),
        field_at<decltype(self::first_name)>("FirstName", offsetof(self, first_name)).marked(sensitivity::personal),
        field_at<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at<decltype(self::address)>("Address", offsetof(self, address)).marked(sensitivity::personal),
        field_at<decltype(self::expiration_date)>("ExpirationDate", offsetof(self, expiration_date)).marked(sensitivity::personal),
        field_at<decltype(self::issued_date)>("IssuedDate", offsetof(self, issued_date)).marked(sensitivity::personal),
        field_at<decltype(self::issued_country)>("IssuedCountry", offsetof(self, issued_country)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_thailand_id_card<Storage>> = [] {
    using self = faceid::basic_thailand_id_card<Storage>;
    return field_list{
        field_at<decltype(self::last_name)>("LastName", offsetof(self, last_name)).marked(sensitivity::personal),
        field_at<decltype(self::first_name)>("FirstName", offsetof(self, first_name)).marked(sensitivity::personal),
        field_at<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at<decltype(self::date_of_birth)>("DateOfBirth", offsetof(self, date_of_birth)).marked(sensitivity::personal),
        field_at<decltype(self::date_of_expiry)>("DateOfExpiry", offsetof(self, date_of_expiry)).marked(sensitivity::personal),
        field_at<decltype(self::date_of_issue)>("DateOfIssue", offsetof(self, date_of_issue)).marked(sensitivity::personal),
        field_at<decltype(self::issued_country)>("IssuedCountry", offsetof(self, issued_country)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_singapore_id_card<Storage>> = [] {
    using self = faceid::basic_singapore_id_card<Storage>;
    return field_list{
        field_at<decltype(self::ch_name)>("ChName", offsetof(self, ch_name)).marked(sensitivity::personal),
        field_at<decltype(self::chinese_name)>("ChineseName", offsetof(self, chinese_name)).marked(sensitivity::personal),
        field_at<decltype(self::en_name)>("EnName", offsetof(self, en_name)).marked(sensitivity::personal),
        field_at<decltype(self::full_name)>("FullName", offsetof(self, full_name)).marked(sensitivity::personal),
        field_at<decltype(self::id)>("ID", offsetof(self, id)).marked(sensitivity::personal),
        field_at<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at<decltype(self::country_of_birth)>("CountryOfBirth", offsetof(self, country_of_birth)).marked(sensitivity::personal),
        field_at<decltype(self::nationality)>("Nationality", offsetof(self, nationality)).marked(sensitivity::personal),
        field_at<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at<decltype(self::address)>("Address", offsetof(self, address)).marked(sensitivity::personal),
        field_at<decltype(self::race)>("Race", offsetof(self, race)).marked(sensitivity::personal),
        field_at<decltype(self::nric_code)>("NRICCode", offsetof(self, nric_code)).marked(sensitivity::personal),
        field_at<decltype(self::post_code)>("PostCode", offsetof(self, post_code)).marked(sensitivity::personal),
        field_at<decltype(self::date_of_expiration)>("DateOfExpiration", offsetof(self, date_of_expiration)).marked(sensitivity::personal),
        field_at<decltype(self::date_of_issue)>("DateOfIssue", offsetof(self, date_of_issue)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_macao_id_card<Storage>> = [] {
    using self = faceid::basic_macao_id_card<Storage>;
    return field_list{
        field_at<decltype(self::first_name)>("FirstName", offsetof(self, first_name)).marked(sensitivity::personal),
        field_at<decltype(self::last_name)>("LastName", offsetof(self, last_name)).marked(sensitivity::personal),
        field_at<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at<decltype(self::expiration_date)>("ExpirationDate", offsetof(self, expiration_date)).marked(sensitivity::personal),
        field_at<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at<decltype(self::age)>("Age", offsetof(self, age)).marked(sensitivity::personal),
        field_at<decltype(self::issued_country)>("IssuedCountry", offsetof(self, issued_country)).marked(sensitivity::personal),
        field_at<decltype(self::field1)>("Field1", offsetof(self, field1)).marked(sensitivity::personal),
        field_at<decltype(self::field2)>("Field2", offsetof(self, field2)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_taiwan_id_card<Storage>> = [] {
    using self = faceid::basic_taiwan_id_card<Storage>;
    return field_list{
        field_at<decltype(self::full_name)>("FullName", offsetof(self, full_name)).marked(sensitivity::personal),
        field_at<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at<decltype(self::issued_country)>("IssuedCountry", offsetof(self, issued_country)).marked(sensitivity::personal),
        field_at<decltype(self::registration_number)>("RegistrationNumber", offsetof(self, registration_number))
            .marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_japan_id_card<Storage>> = [] {
    using self = faceid::basic_japan_id_card<Storage>;
    return field_list{
        field_at<decltype(self::full_name)>("FullName", offsetof(self, full_name)).marked(sensitivity::personal),
        field_at<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at<decltype(self::age)>("Age", offsetof(self, age)).marked(sensitivity::personal),
        field_at<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at<decltype(self::expiration_date)>("ExpirationDate", offsetof(self, expiration_date)).marked(sensitivity::personal),
        field_at<decltype(self::formatted_address)>("FormattedAddress", offsetof(self, formatted_address)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_nigeria_id_card<Storage>> = [] {
    using self = faceid::basic_nigeria_id_card<Storage>;
    return field_list{
        field_at<decltype(self::last_name)>("LastName", offsetof(self, last_name)).marked(sensitivity::personal),
        field_at<decltype(self::first_name)>("FirstName", offsetof(self, first_name)).marked(sensitivity::personal),
        field_at<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at<decltype(self::age)>("Age", offsetof(self, age)).marked(sensitivity::personal),
        field_at<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at<decltype(self::issued_country)>("IssuedCountry", offsetof(self, issued_country)).marked(sensitivity::personal),
        field_at<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_nigeria_driving_license<Storage>> = [] {
    using self = faceid::basic_nigeria_driving_license<Storage>;
    return field_list{
        field_at<decltype(self::last_name)>("LastName", offsetof(self, last_name)).marked(sensitivity::personal),
        field_at<decltype(self::first_name)>("FirstName", offsetof(self, first_name)).marked(sensitivity::personal),
        field_at<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at<decltype(self::age)>("Age", offsetof(self, age)).marked(sensitivity::personal),
        field_at<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at<decltype(self::issued_country)>("IssuedCountry", offsetof(self, issued_country)).marked(sensitivity::personal),
        field_at<decltype(self::expiration_date)>("ExpirationDate", offsetof(self, expiration_date)).marked(sensitivity::personal),
        field_at<decltype(self::issued_date)>("IssuedDate", offsetof(self, issued_date)).marked(sensitivity::personal),
        field_at<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_pakistan_id_card<Storage>> = [] {
    using self = faceid::basic_pakistan_id_card<Storage>;
    return field_list{
        field_at<decltype(self::last_name)>("LastName", offsetof(self, last_name)).marked(sensitivity::personal),
        field_at<decltype(self::first_name)>("FirstName", offsetof(self, first_name)).marked(sensitivity::personal),
        field_at<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at<decltype(self::age)>("Age", offsetof(self, age)).marked(sensitivity::personal),
        field_at<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at<decltype(self::issued_country)>("IssuedCountry", offsetof(self, issued_country)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_pakistan_driving_license<Storage>> = [] {
    using self = faceid::basic_pakistan_driving_license<Storage>;
    return field_list{
        field_at<decltype(self::last_name)>("LastName", offsetof(self, last_name)).marked(sensitivity::personal),
        field_at<decltype(self::first_name)>("FirstName", offsetof(self, first_name)).marked(sensitivity::personal),
        field_at<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at<decltype(self::age)>("Age", offsetof(self, age)).marked(sensitivity::personal),
        field_at<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at<decltype(self::issued_country)>("IssuedCountry", offsetof(self, issued_country)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_card_info<Storage>> = [] {
    using self = faceid::basic_card_info<Storage>;
    return field_list{
        field_at<decltype(self::hk_id_card)>("HKIDCard", offsetof(self, hk_id_card)).marked(sensitivity::personal),
        field_at<decltype(self::ml_id_card)>("MLIDCard", offsetof(self, ml_id_card)).marked(sensitivity::personal),
        field_at<decltype(self::philippines_vote_id)>("PhilippinesVoteID", offsetof(self, philippines_vote_id))
            .marked(sensitivity::personal),
        field_at<decltype(self::indonesia_id_card)>("IndonesiaIDCard", offsetof(self, indonesia_id_card)).marked(sensitivity::personal),
        field_at<decltype(self::philippines_driving_license)>("PhilippinesDrivingLicense", offsetof(self, philippines_driving_license))
            .marked(sensitivity::personal),
        field_at<decltype(self::philippines_tin_id)>("PhilippinesTinID", offsetof(self, philippines_tin_id)).marked(sensitivity::personal),
        field_at<decltype(self::philippines_sss_id)>("PhilippinesSSSID", offsetof(self, philippines_sss_id)).marked(sensitivity::personal),
        field_at<decltype(self::philippines_umid)>("PhilippinesUMID", offsetof(self, philippines_umid)).marked(sensitivity::personal),
        field_at<decltype(self::international_id_passport)>("InternationalIDPassport", offsetof(self, international_id_passport))
            .marked(sensitivity::personal),
        field_at<decltype(self::general_card)>("GeneralCard", offsetof(self, general_card)).marked(sensitivity::personal),
        field_at<decltype(self::indonesia_driving_license)>("IndonesiaDrivingLicense", offsetof(self, indonesia_driving_license))
            .marked(sensitivity::personal),
        field_at<decltype(self::thailand_id_card)>("ThailandIDCard", offsetof(self, thailand_id_card)).marked(sensitivity::personal),
        field_at<decltype(self::singapore_id_card)>("SingaporeIDCard", offsetof(self, singapore_id_card)).marked(sensitivity::personal),
        field_at<decltype(self::macao_id_card)>("MacaoIDCard", offsetof(self, macao_id_card)).marked(sensitivity::personal),
        field_at<decltype(self::taiwan_id_card)>("TaiWanIDCard", offsetof(self, taiwan_id_card)).marked(sensitivity::personal),
        field_at<decltype(self::japan_id_card)>("JapanIDCard", offsetof(self, japan_id_card)).marked(sensitivity::personal),
        field_at<decltype(self::bangladesh_id_card)>("BangladeshIDCard", offsetof(self, bangladesh_id_card)).marked(sensitivity::personal),
        field_at<decltype(self::nigeria_id_card)>("NigeriaIDCard", offsetof(self, nigeria_id_card)).marked(sensitivity::personal),
        field_at<decltype(self::nigeria_driving_license)>("NigeriaDrivingLicense", offsetof(self, nigeria_driving_license))
            .marked(sensitivity::personal),
        field_at<decltype(self::pakistan_id_card)>("PakistanIDCard", offsetof(self, pakistan_id_card)).marked(sensitivity::personal),
        field_at<decltype(self::pakistan_driving_license)>("PakistanDrivingLicense", offsetof(self, pakistan_driving_license))
            .marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_hmt_permit<Storage>> = [] {
    using self = faceid::basic_hmt_permit<Storage>;
    return field_list{
        field_at<decltype(self::name)>("Name", offsetof(self, name)).marked(sensitivity::personal),
        field_at<decltype(self::english_name)>("EnglishName", offsetof(self, english_name)).marked(sensitivity::personal),
        field_at<decltype(self::number)>("Number", offsetof(self, number)).marked(sensitivity::personal),
        field_at<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at<decltype(self::valid_date)>("ValidDate", offsetof(self, valid_date)).marked(sensitivity::personal),
        field_at<decltype(self::issue_authority)>("IssueAuthority", offsetof(self, issue_authority)).marked(sensitivity::personal),
        field_at<decltype(self::issue_address)>("IssueAddress", offsetof(self, issue_address)).marked(sensitivity::personal),
        field_at<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_mainland_id_card<Storage>> = [] {
    using self = faceid::basic_mainland_id_card<Storage>;
    return field_list{
        field_at<decltype(self::full_name)>("FullName", offsetof(self, full_name)).marked(sensitivity::personal),
        field_at<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at<decltype(self::nation)>("Nation", offsetof(self, nation)).marked(sensitivity::personal),
        field_at<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at<decltype(self::address)>("Address", offsetof(self, address)).marked(sensitivity::personal),
        field_at<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at<decltype(self::formatted_address)>("FormattedAddress", offsetof(self, formatted_address)).marked(sensitivity::personal),
        field_at<decltype(self::authority)>("Authority", offsetof(self, authority)).marked(sensitivity::personal),
        field_at<decltype(self::valid_date)>("ValidDate", offsetof(self, valid_date)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_normal_hk_id_card<Storage>> = [] {
    using self = faceid::basic_normal_hk_id_card<Storage>;
    return field_list{
        field_at<decltype(self::chinese_name)>("ChineseName", offsetof(self, chinese_name)).marked(sensitivity::personal),
        field_at<decltype(self::full_name)>("FullName", offsetof(self, full_name)).marked(sensitivity::personal),
        field_at<decltype(self::registration_number)>("RegistrationNumber", offsetof(self, registration_number))
            .marked(sensitivity::personal),
        field_at<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at<decltype(self::permanent)>("Permanent", offsetof(self, permanent)).marked(sensitivity::personal),
        field_at<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at<decltype(self::symbol)>("Symbol", offsetof(self, symbol)).marked(sensitivity::personal),
        field_at<decltype(self::issued_date)>("IssuedDate", offsetof(self, issued_date)).marked(sensitivity::personal),
        field_at<decltype(self::current_issue_date)>("CurrentIssueDate", offsetof(self, current_issue_date)).marked(sensitivity::personal),
        field_at<decltype(self::hk_id_version)>("HKIDVersion", offsetof(self, hk_id_version)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_normal_ml_id_card<Storage>> = [] {
    using self = faceid::basic_normal_ml_id_card<Storage>;
    return field_list{
        field_at<decltype(self::full_name)>("FullName", offsetof(self, full_name)).marked(sensitivity::personal),
        field_at<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at<decltype(self::formatted_address)>("FormattedAddress", offsetof(self, formatted_address)).marked(sensitivity::personal),
        field_at<decltype(self::type)>("Type", offsetof(self, type)).marked(sensitivity::open),
        field_at<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_normal_indonesia_id_card<Storage>> = [] {
    using self = faceid::basic_normal_indonesia_id_card<Storage>;
    return field_list{
        field_at<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at<decltype(self::full_name)>("FullName", offsetof(self, full_name)).marked(sensitivity::personal),
        field_at<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at<decltype(self::blood_type)>("BloodType", offsetof(self, blood_type)).marked(sensitivity::personal),
        field_at<decltype(self::formatted_address)>("FormattedAddress", offsetof(self, formatted_address)).marked(sensitivity::personal),
        field_at<decltype(self::street)>("Street", offsetof(self, street)).marked(sensitivity::personal),
        field_at<decltype(self::village)>("Village", offsetof(self, village)).marked(sensitivity::personal),
        field_at<decltype(self::area)>("Area", offsetof(self, area)).marked(sensitivity::personal),
        field_at<decltype(self::religion)>("Religion", offsetof(self, religion)).marked(sensitivity::personal),
        field_at<decltype(self::marital_status)>("MaritalStatus", offsetof(self, marital_status)).marked(sensitivity::personal),
        field_at<decltype(self::occupation)>("Occupation", offsetof(self, occupation)).marked(sensitivity::personal),
        field_at<decltype(self::nationality)>("Nationality", offsetof(self, nationality)).marked(sensitivity::personal),
        field_at<decltype(self::due_date)>("DueDate", offsetof(self, due_date)).marked(sensitivity::personal),
        field_at<decltype(self::issued_date)>("IssuedDate", offsetof(self, issued_date)).marked(sensitivity::personal),
        field_at<decltype(self::province)>("Province", offsetof(self, province)).marked(sensitivity::personal),
        field_at<decltype(self::city)>("City", offsetof(self, city)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_normal_thailand_id_card<Storage>> = [] {
    using self = faceid::basic_normal_thailand_id_card<Storage>;
    return field_list{
        field_at<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at<decltype(self::full_name)>("FullName", offsetof(self, full_name)).marked(sensitivity::personal),
        field_at<decltype(self::last_name)>("LastName", offsetof(self, last_name)).marked(sensitivity::personal),
        field_at<decltype(self::first_name)>("FirstName", offsetof(self, first_name)).marked(sensitivity::personal),
        field_at<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at<decltype(self::formatted_address)>("FormattedAddress", offsetof(self, formatted_address)).marked(sensitivity::personal),
        field_at<decltype(self::expiration_date)>("ExpirationDate", offsetof(self, expiration_date)).marked(sensitivity::personal),
        field_at<decltype(self::issued_date)>("IssuedDate", offsetof(self, issued_date)).marked(sensitivity::personal),
        field_at<decltype(self::registration_number)>("RegistrationNumber", offsetof(self, registration_number))
            .marked(sensitivity::personal),
        field_at<decltype(self::religion)>("Religion", offsetof(self, religion)).marked(sensitivity::personal),
        field_at<decltype(self::thai_birthday)>("ThaiBirthday", offsetof(self, thai_birthday)).marked(sensitivity::personal),
        field_at<decltype(self::thai_expiration_date)>("ThaiExpirationDate", offsetof(self, thai_expiration_date))
            .marked(sensitivity::personal),
        field_at<decltype(self::thai_issue_date)>("ThaiIssueDate", offsetof(self, thai_issue_date)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_normal_card_info<Storage>> = [] {
    using self = faceid::basic_normal_card_info<Storage>;
    return field_list{
        field_at<decltype(self::hk_id_card)>("HKIDCard", offsetof(self, hk_id_card)).marked(sensitivity::personal),
        field_at<decltype(self::ml_id_card)>("MLIDCard", offsetof(self, ml_id_card)).marked(sensitivity::personal),
        field_at<decltype(self::philippines_vote_id)>("PhilippinesVoteID", offsetof(self, philippines_vote_id))
            .marked(sensitivity::personal),
        field_at<decltype(self::indonesia_id_card)>("IndonesiaIDCard", offsetof(self, indonesia_id_card)).marked(sensitivity::personal),
        field_at<decltype(self::philippines_driving_license)>("PhilippinesDrivingLicense", offsetof(self, philippines_driving_license))
            .marked(sensitivity::personal),
        field_at<decltype(self::philippines_tin_id)>("PhilippinesTinID", offsetof(self, philippines_tin_id)).marked(sensitivity::personal),
        field_at<decltype(self::philippines_sss_id)>("PhilippinesSSSID", offsetof(self, philippines_sss_id)).marked(sensitivity::personal),
        field_at<decltype(self::philippines_umid)>("PhilippinesUMID", offsetof(self, philippines_umid)).marked(sensitivity::personal),
        field_at<decltype(self::international_id_passport)>("InternationalIDPassport", offsetof(self, international_id_passport))
            .marked(sensitivity::personal),
        field_at<decltype(self::general_card)>("GeneralCard", offsetof(self, general_card)).marked(sensitivity::personal),
        field_at<decltype(self::indonesia_driving_license)>("IndonesiaDrivingLicense", offsetof(self, indonesia_driving_license))
            .marked(sensitivity::personal),
        field_at<decltype(self::thailand_id_card)>("ThailandIDCard", offsetof(self, thailand_id_card)).marked(sensitivity::personal),
        field_at<decltype(self::singapore_id_card)>("SingaporeIDCard", offsetof(self, singapore_id_card)).marked(sensitivity::personal),
        field_at<decltype(self::macao_id_card)>("MacaoIDCard", offsetof(self, macao_id_card)).marked(sensitivity::personal),
        field_at<decltype(self::mainland_id_card)>("MainlandIDCard", offsetof(self, mainland_id_card)).marked(sensitivity::personal),
        field_at<decltype(self::japan_id_card)>("JapanIDCard", offsetof(self, japan_id_card)).marked(sensitivity::personal),
        field_at<decltype(self::taiwan_id_card)>("TaiWanIDCard", offsetof(self, taiwan_id_card)).marked(sensitivity::personal),
        field_at<decltype(self::hmt_permit_card)>("HMTPermitCard", offsetof(self, hmt_permit_card)).marked(sensitivity::personal),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1

// ---- tc3/faceid/types/sdk_attempts.hpp ------------------------------------------------------------------------------

// The attempts of one session of the identity SDK: at the document, and at the face. Made by tools/generate.py from tools/faceid.json;
// manual: https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid {

/// One OCR field the user changed.
template <class Storage>
struct basic_edit_detail {
    /// Name of the changed field.
    typename Storage::template optional<typename Storage::text> field_name = {};
    /// OCR value before the change. Personal.
    typename Storage::template optional<typename Storage::text> original_field_value = {};
    /// Value typed by the user. Personal.
    typename Storage::template optional<typename Storage::text> revised_field_value = {};
};

/// One document attempt in the app SDK flow.
template <class Storage>
struct basic_card_verify_result {
    /// Document check or OCR succeeded.
    typename Storage::template optional<bool> is_pass = {};
    /// User changed the OCR result.
    typename Storage::template optional<bool> is_edit = {};
    /// Document video file; only with video document checks. URL 10 minutes. Personal.
    typename Storage::template nested<basic_file_info<Storage>> card_video = {};
    /// Document image file. URL 10 minutes. Personal.
    typename Storage::template nested<basic_file_info<Storage>> card_image = {};
    /// File reference to a JSON document with the OCR fields (not inline); field names depend on IdCardType. URL 10 minutes. Which members
    /// it has depends on the kind of card. Personal.
    typename Storage::template nested<basic_file_info<Storage>> card_info_ocr_json = {};
    /// Request id of this one attempt.
    typename Storage::template optional<typename Storage::text> request_id = {};
    /// Old OCR struct. Switched off in the API, still described. Personal.
    typename Storage::template nested<basic_card_info<Storage>> card_info = {};
    /// OCR result with unified field names. Personal.
    typename Storage::template nested<basic_normal_card_info<Storage>> normal_card_info = {};
    /// Document warnings. See namespace card_warning.
    typename Storage::template list<std::int64_t> warn_card_infos = {};
    /// Fields the user changed; empty when IsEdit is false. Personal.
    typename Storage::template list<basic_edit_detail<Storage>> edit_details = {};
};

/// One liveness/compare attempt in the app SDK flow.
template <class Storage>
struct basic_compare_result {
    /// Final outcome code as a string. See namespace sdk_result.
    typename Storage::template optional<typename Storage::text> error_code = {};
    /// Text for ErrorCode.
    typename Storage::template optional<typename Storage::text> error_msg = {};
    /// Liveness data package file from the SDK. Biometric.
    typename Storage::template nested<basic_file_info<Storage>> live_data = {};
    /// Verification video file with the colour reflections. URL 10 minutes. Biometric.
    typename Storage::template nested<basic_file_info<Storage>> live_video = {};
    /// Motion video file, meant for AI Face Shield. Biometric.
    typename Storage::template nested<basic_file_info<Storage>> action_video = {};
    /// Liveness outcome code as a string. See namespace sdk_result.
    typename Storage::template optional<typename Storage::text> live_error_code = {};
    /// Text for LiveErrorCode.
    typename Storage::template optional<typename Storage::text> live_error_msg = {};
    /// Best face frame file. URL 10 minutes. Biometric.
    typename Storage::template nested<basic_file_info<Storage>> best_frame = {};
    /// Portrait cut from the document, as a file. URL 10 minutes. Biometric.
    typename Storage::template nested<basic_file_info<Storage>> profile_image = {};
    /// Comparison outcome code as a string; empty when not reached. See namespace sdk_result.
    typename Storage::template optional<typename Storage::text> compare_error_code = {};
    /// Text for CompareErrorCode.
    typename Storage::template optional<typename Storage::text> compare_error_msg = {};
    /// Match score. 0 to 100.
    typename Storage::template optional<double> sim = {};
    /// Documented as no longer used (but not flagged disabled).
    typename Storage::template optional<bool> is_need_charge = {};
    /// User-edited document data as a file; documented as not in effect. Personal.
    typename Storage::template nested<basic_file_info<Storage>> card_info_input_json = {};
    /// Request id of this one attempt.
    typename Storage::template optional<typename Storage::text> request_id = {};
    /// Why liveness failed; two-digit string tags. See namespace sdk_liveness_tag. PLUS tier, perhaps PRO too.
    typename Storage::template list<typename Storage::text> liveness_info_tag = {};
};

using edit_detail = basic_edit_detail<owning>;
using card_verify_result = basic_card_verify_result<owning>;
using compare_result = basic_compare_result<owning>;

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_edit_detail<Storage>> = [] {
    using self = faceid::basic_edit_detail<Storage>;
    return field_list{
        field_at<decltype(self::field_name)>("FieldName", offsetof(self, field_name)).marked(sensitivity::open),
        field_at<decltype(self::original_field_value)>("OriginalFieldValue", offsetof(self, original_field_value))
            .marked(sensitivity::personal),
        field_at<decltype(self::revised_field_value)>("RevisedFieldValue", offsetof(self, revised_field_value))
            .marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_card_verify_result<Storage>> = [] {
    using self = faceid::basic_card_verify_result<Storage>;
    return field_list{
        field_at<decltype(self::is_pass)>("IsPass", offsetof(self, is_pass)).marked(sensitivity::open),
        field_at<decltype(self::is_edit)>("IsEdit", offsetof(self, is_edit)).marked(sensitivity::open),
        field_at<decltype(self::card_video)>("CardVideo", offsetof(self, card_video)).marked(sensitivity::personal),
        field_at<decltype(self::card_image)>("CardImage", offsetof(self, card_image)).marked(sensitivity::personal),
        field_at<decltype(self::card_info_ocr_json)>("CardInfoOcrJson", offsetof(self, card_info_ocr_json)).marked(sensitivity::personal),
        field_at<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
        field_at<decltype(self::card_info)>("CardInfo", offsetof(self, card_info)).marked(sensitivity::personal),
        field_at<decltype(self::normal_card_info)>("NormalCardInfo", offsetof(self, normal_card_info)).marked(sensitivity::personal),
        field_at<decltype(self::warn_card_infos)>("WarnCardInfos", offsetof(self, warn_card_infos)).marked(sensitivity::open),
        field_at<decltype(self::edit_details)>("EditDetails", offsetof(self, edit_details)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_compare_result<Storage>> = [] {
    using self = faceid::basic_compare_result<Storage>;
    return field_list{
        field_at<decltype(self::error_code)>("ErrorCode", offsetof(self, error_code)).marked(sensitivity::open),
        field_at<decltype(self::error_msg)>("ErrorMsg", offsetof(self, error_msg)).marked(sensitivity::open),
        field_at<decltype(self::live_data)>("LiveData", offsetof(self, live_data)).marked(sensitivity::biometric),
        field_at<decltype(self::live_video)>("LiveVideo", offsetof(self, live_video)).marked(sensitivity::biometric),
        field_at<decltype(self::action_video)>("ActionVideo", offsetof(self, action_video)).marked(sensitivity::biometric),
        field_at<decltype(self::live_error_code)>("LiveErrorCode", offsetof(self, live_error_code)).marked(sensitivity::open),
        field_at<decltype(self::live_error_msg)>("LiveErrorMsg", offsetof(self, live_error_msg)).marked(sensitivity::open),
        field_at<decltype(self::best_frame)>("BestFrame", offsetof(self, best_frame)).marked(sensitivity::biometric),
        field_at<decltype(self::profile_image)>("ProfileImage", offsetof(self, profile_image)).marked(sensitivity::biometric),
        field_at<decltype(self::compare_error_code)>("CompareErrorCode", offsetof(self, compare_error_code)).marked(sensitivity::open),
        field_at<decltype(self::compare_error_msg)>("CompareErrorMsg", offsetof(self, compare_error_msg)).marked(sensitivity::open),
        field_at<decltype(self::sim)>("Sim", offsetof(self, sim)).marked(sensitivity::open),
        field_at<decltype(self::is_need_charge)>("IsNeedCharge", offsetof(self, is_need_charge)).marked(sensitivity::open),
        field_at<decltype(self::card_info_input_json)>("CardInfoInputJson", offsetof(self, card_info_input_json))
            .marked(sensitivity::personal),
        field_at<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
        field_at<decltype(self::liveness_info_tag)>("LivenessInfoTag", offsetof(self, liveness_info_tag)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1

// ---- tc3/faceid/get_sdk_verification_result.hpp ---------------------------------------------------------------------

// GetSdkVerificationResult: read the result of an SDK identity verification. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid {

/// The question. 20 calls a second. Needs a region. Asking twice does no harm.
template <class Storage>
struct basic_get_sdk_verification_result {
    /// Token from ApplySdkVerificationToken. Required. Secret.
    typename Storage::text sdk_token = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset. What it says of its own
/// matter, in result: `faceid::outcome(answer)`.
template <class Storage>
struct basic_get_sdk_verification_result_output {
    /// Outcome code as a string. See namespace sdk_result.
    typename Storage::template optional<typename Storage::text> result = {};
    /// Text for the outcome.
    typename Storage::template optional<typename Storage::text> description = {};
    /// How many billable checks were made.
    typename Storage::template optional<std::int64_t> charge_count = {};
    /// Document attempts in order; the last one counts.
    typename Storage::template list<basic_card_verify_result<Storage>> card_verify_results = {};
    /// Liveness/compare attempts in order; the last one counts.
    typename Storage::template list<basic_compare_result<Storage>> compare_results = {};
    /// Passthrough from the token request. Personal.
    typename Storage::template optional<typename Storage::text> extra = {};
    /// Device risk. See namespace device_info_level. ENHANCED and PLUS tiers only.
    typename Storage::template optional<typename Storage::text> device_info_level = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using get_sdk_verification_result = basic_get_sdk_verification_result<owning>;
using get_sdk_verification_result_output = basic_get_sdk_verification_result_output<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_get_sdk_verification_result_output<Storage>> = [] {
    using self = basic_get_sdk_verification_result_output<Storage>;
    return outcome_in<&self::result>({.passed = sdk_result::passes, .pending = "-999", .meanings = sdk_result::all});
}();

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_get_sdk_verification_result<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "GetSdkVerificationResult",
    .host = faceid::host,
    .calls_per_second = 20,
    .repeat = repeat_safety::harmless,
};

template <class Storage>
struct output_of<faceid::basic_get_sdk_verification_result<Storage>> {
    using type = faceid::basic_get_sdk_verification_result_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_sdk_verification_result<Storage>> = [] {
    using self = faceid::basic_get_sdk_verification_result<Storage>;
    return field_list{
        field_at<decltype(self::sdk_token)>("SdkToken", offsetof(self, sdk_token)).required().marked(sensitivity::secret),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_sdk_verification_result_output<Storage>> = [] {
    using self = faceid::basic_get_sdk_verification_result_output<Storage>;
    return field_list{
        field_at<decltype(self::result)>("Result", offsetof(self, result)).marked(sensitivity::open),
        field_at<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at<decltype(self::charge_count)>("ChargeCount", offsetof(self, charge_count)).marked(sensitivity::open),
        field_at<decltype(self::card_verify_results)>("CardVerifyResults", offsetof(self, card_verify_results)).marked(sensitivity::open),
        field_at<decltype(self::compare_results)>("CompareResults", offsetof(self, compare_results)).marked(sensitivity::open),
        field_at<decltype(self::extra)>("Extra", offsetof(self, extra)).marked(sensitivity::personal),
        field_at<decltype(self::device_info_level)>("DeviceInfoLevel", offsetof(self, device_info_level)).marked(sensitivity::open),
        field_at<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1

// ---- tc3/faceid/types/ocr_result.hpp --------------------------------------------------------------------------------

// What the browser flow read from a document. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid {

/// One document result in the web flow.
template <class Storage>
struct basic_ocr_result {
    /// Document check or OCR succeeded.
    typename Storage::template optional<bool> is_pass = {};
    /// Document front image. Personal.
    typename Storage::template optional<typename Storage::binary> card_image_base64 = {};
    /// Old OCR struct. Switched off in the API, still described. Personal.
    typename Storage::template nested<basic_card_info<Storage>> card_info = {};
    /// OCR result with unified field names; not for CheckMode 4. Personal.
    typename Storage::template nested<basic_normal_card_info<Storage>> normal_card_info = {};
    /// Request id of this one document attempt.
    typename Storage::template optional<typename Storage::text> request_id = {};
    /// Cropped document front. Personal.
    typename Storage::template optional<typename Storage::binary> card_cut_image_base64 = {};
    /// Cropped document back. Personal.
    typename Storage::template optional<typename Storage::binary> card_back_cut_image_base64 = {};
    /// Document warnings. See namespace card_warning. With or without a minus sign: take both.
    typename Storage::template list<std::int64_t> warn_card_infos = {};
    /// Raw OCR result as a JSON text inside a string; only for CheckMode 4. Personal.
    typename Storage::template optional<typename Storage::text> original_card_info = {};
    /// Portrait cut from the document. Biometric.
    typename Storage::template optional<typename Storage::binary> head_image_base64 = {};
    /// Document back image. Personal.
    typename Storage::template optional<typename Storage::binary> card_back_image_base64 = {};
};

using ocr_result = basic_ocr_result<owning>;

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_ocr_result<Storage>> = [] {
    using self = faceid::basic_ocr_result<Storage>;
    return field_list{
        field_at<decltype(self::is_pass)>("IsPass", offsetof(self, is_pass)).marked(sensitivity::open),
        field_at<decltype(self::card_image_base64)>("CardImageBase64", offsetof(self, card_image_base64)).marked(sensitivity::personal),
        field_at<decltype(self::card_info)>("CardInfo", offsetof(self, card_info)).marked(sensitivity::personal),
        field_at<decltype(self::normal_card_info)>("NormalCardInfo", offsetof(self, normal_card_info)).marked(sensitivity::personal),
        field_at<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
        field_at<decltype(self::card_cut_image_base64)>("CardCutImageBase64", offsetof(self, card_cut_image_base64))
            .marked(sensitivity::personal),
        field_at<decltype(self::card_back_cut_image_base64)>("CardBackCutImageBase64", offsetof(self, card_back_cut_image_base64))
            .marked(sensitivity::personal),
        field_at<decltype(self::warn_card_infos)>("WarnCardInfos", offsetof(self, warn_card_infos)).marked(sensitivity::open),
        field_at<decltype(self::original_card_info)>("OriginalCardInfo", offsetof(self, original_card_info)).marked(sensitivity::personal),
        field_at<decltype(self::head_image_base64)>("HeadImageBase64", offsetof(self, head_image_base64)).marked(sensitivity::biometric),
        field_at<decltype(self::card_back_image_base64)>("CardBackImageBase64", offsetof(self, card_back_image_base64))
            .marked(sensitivity::personal),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1

// ---- tc3/faceid/types/verification_detail.hpp -----------------------------------------------------------------------

// One attempt of the browser flow. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid {

/// Values of verification_detail::liveness_info_tag; more may come.
namespace web_liveness_tag {
inline constexpr literal eyes_stayed_closed{"01"};                  ///< eyes stayed closed
inline constexpr literal required_action_not_done{"02"};            ///< required action not done
inline constexpr literal re_photographing_suspected{"03"};          ///< re-photographing suspected
inline constexpr literal synthesis_suspected{"04"};                 ///< synthesis suspected
inline constexpr literal known_fraud_template_suspected{"05"};      ///< known fraud template suspected
inline constexpr literal watermark_suspected{"06"};                 ///< watermark suspected
inline constexpr literal reflected_light_check_failed{"07"};        ///< reflected-light check failed
inline constexpr literal person_swapped_midway_suspected{"08"};     ///< person swapped midway suspected
inline constexpr literal poor_face_quality{"09"};                   ///< poor face quality
inline constexpr literal distance_check_failed{"10"};               ///< distance check failed
inline constexpr literal adversarial_sample_suspected{"11"};        ///< adversarial sample suspected
inline constexpr literal mouth_area_attack_traces_suspected{"12"};  ///< mouth-area attack traces suspected
inline constexpr literal eye_area_attack_traces_suspected{"13"};    ///< eye-area attack traces suspected
inline constexpr literal eyes_or_mouth_covered{"14"};               ///< eyes or mouth covered
}  // namespace web_liveness_tag

/// One attempt in the web flow.
template <class Storage>
struct basic_verification_detail {
    /// Attempt outcome as a number; 0 means same person. See namespace web_result.
    typename Storage::template optional<std::int64_t> error_code = {};
    /// Text for ErrorCode.
    typename Storage::template optional<typename Storage::text> error_msg = {};
    /// Liveness outcome as a number; 0 means passed. See namespace web_result.
    typename Storage::template optional<std::int64_t> liveness_error_code = {};
    /// Text for LivenessErrorCode.
    typename Storage::template optional<typename Storage::text> liveness_error_msg = {};
    /// Comparison outcome as a number; 0 means same person. See namespace web_result.
    typename Storage::template optional<std::int64_t> compare_error_code = {};
    /// Text for CompareErrorCode.
    typename Storage::template optional<typename Storage::text> compare_error_msg = {};
    /// Attempt time, Unix milliseconds.
    typename Storage::template optional<std::uint64_t> req_timestamp = {};
    /// Match score; 70 or more is the default pass. 0 to 100.
    typename Storage::template optional<double> similarity = {};
    /// Unique id of the attempt.
    typename Storage::template optional<typename Storage::text> seq = {};
    /// Why liveness failed; two-digit string tags. See namespace web_liveness_tag. PLUS tier only. The tags of the app SDK mean other
    /// things.
    typename Storage::template list<typename Storage::text> liveness_info_tag = {};
};

using verification_detail = basic_verification_detail<owning>;

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_verification_detail<Storage>> = [] {
    using self = faceid::basic_verification_detail<Storage>;
    return field_list{
        field_at<decltype(self::error_code)>("ErrorCode", offsetof(self, error_code)).marked(sensitivity::open),
        field_at<decltype(self::error_msg)>("ErrorMsg", offsetof(self, error_msg)).marked(sensitivity::open),
        field_at<decltype(self::liveness_error_code)>("LivenessErrorCode", offsetof(self, liveness_error_code)).marked(sensitivity::open),
        field_at<decltype(self::liveness_error_msg)>("LivenessErrorMsg", offsetof(self, liveness_error_msg)).marked(sensitivity::open),
        field_at<decltype(self::compare_error_code)>("CompareErrorCode", offsetof(self, compare_error_code)).marked(sensitivity::open),
        field_at<decltype(self::compare_error_msg)>("CompareErrorMsg", offsetof(self, compare_error_msg)).marked(sensitivity::open),
        field_at<decltype(self::req_timestamp)>("ReqTimestamp", offsetof(self, req_timestamp)).marked(sensitivity::open),
        field_at<decltype(self::similarity)>("Similarity", offsetof(self, similarity)).marked(sensitivity::open),
        field_at<decltype(self::seq)>("Seq", offsetof(self, seq)).marked(sensitivity::open),
        field_at<decltype(self::liveness_info_tag)>("LivenessInfoTag", offsetof(self, liveness_info_tag)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1

// ---- tc3/faceid/get_web_verification_result_intl.hpp ----------------------------------------------------------------

// GetWebVerificationResultIntl: read the result of a browser verification. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid {

/// The question. 20 calls a second. Needs a region, one of ap-bangkok, ap-hongkong, ap-jakarta, ap-singapore, sa-saopaulo. Asking twice
/// does no harm.
template <class Storage>
struct basic_get_web_verification_result_intl {
    /// Token from ApplyWebVerificationBizTokenIntl. Required. Secret.
    typename Storage::text biz_token = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset. What it says of its own
/// matter, in error_code: `faceid::outcome(answer)`.
template <class Storage>
struct basic_get_web_verification_result_intl_output {
    /// Final outcome code as a number; 0 means passed. See namespace web_result. May be null while no attempt has finished.
    typename Storage::template optional<std::int64_t> error_code = {};
    /// Text for ErrorCode.
    typename Storage::template optional<typename Storage::text> error_msg = {};
    /// One entry per attempt.
    typename Storage::template list<basic_verification_detail<Storage>> verification_detail_list = {};
    /// Video of the last attempt. Biometric.
    typename Storage::template optional<typename Storage::binary> video_base64 = {};
    /// Best face frame of the last attempt. Biometric.
    typename Storage::template optional<typename Storage::binary> best_frame_base64 = {};
    /// Document results. Personal.
    typename Storage::template list<basic_ocr_result<Storage>> ocr_result = {};
    /// Passthrough from the token request. Personal.
    typename Storage::template optional<typename Storage::text> extra = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using get_web_verification_result_intl = basic_get_web_verification_result_intl<owning>;
using get_web_verification_result_intl_output = basic_get_web_verification_result_intl_output<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_get_web_verification_result_intl_output<Storage>> = [] {
    using self = basic_get_web_verification_result_intl_output<Storage>;
    return outcome_in<&self::error_code>({.passed = web_result::passes, .pending = "17", .meanings = web_result::all});
}();

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_get_web_verification_result_intl<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "GetWebVerificationResultIntl",
    .host = faceid::host,
    .calls_per_second = 20,
    .repeat = repeat_safety::harmless,
};

template <class Storage>
struct output_of<faceid::basic_get_web_verification_result_intl<Storage>> {
    using type = faceid::basic_get_web_verification_result_intl_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_web_verification_result_intl<Storage>> = [] {
    using self = faceid::basic_get_web_verification_result_intl<Storage>;
    return field_list{
        field_at<decltype(self::biz_token)>("BizToken", offsetof(self, biz_token)).required().marked(sensitivity::secret),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_web_verification_result_intl_output<Storage>> = [] {
    using self = faceid::basic_get_web_verification_result_intl_output<Storage>;
    return field_list{
        field_at<decltype(self::error_code)>("ErrorCode", offsetof(self, error_code)).marked(sensitivity::open),
        field_at<decltype(self::error_msg)>("ErrorMsg", offsetof(self, error_msg)).marked(sensitivity::open),
        field_at<decltype(self::verification_detail_list)>("VerificationDetailList", offsetof(self, verification_detail_list))
            .marked(sensitivity::open),
        field_at<decltype(self::video_base64)>("VideoBase64", offsetof(self, video_base64)).marked(sensitivity::biometric),
        field_at<decltype(self::best_frame_base64)>("BestFrameBase64", offsetof(self, best_frame_base64)).marked(sensitivity::biometric),
        field_at<decltype(self::ocr_result)>("OCRResult", offsetof(self, ocr_result)).marked(sensitivity::personal),
        field_at<decltype(self::extra)>("Extra", offsetof(self, extra)).marked(sensitivity::personal),
        field_at<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1

// ---- tc3/faceid/get_wx_nfc_result.hpp -------------------------------------------------------------------------------

// GetWxNFCResult: read the document data of an NFC session. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid {

/// Values of get_wx_nfc_result_output::result_code; more may come.
namespace nfc_result {
inline constexpr literal read{"0"};       ///< read, billed once per NFC request
inline constexpr literal not_read{"-1"};  ///< not read, free
inline constexpr result_code all[] = {
    {"0", "read, billed once per NFC request", billing::unknown},
    {"-1", "not read, free", billing::unknown},
};
inline constexpr std::string_view passes[] = {"0"};
}  // namespace nfc_result

/// Values of get_wx_nfc_result_output::id_type; more may come.
namespace nfc_id_type {
inline constexpr literal mainland_id_card{"01"};                               ///< mainland ID card
inline constexpr literal chinese_passport{"03"};                               ///< Chinese passport
inline constexpr literal hk_or_macao_travel_permit{"06"};                      ///< HK/Macao travel permit
inline constexpr literal taiwan_travel_permit{"07"};                           ///< Taiwan travel permit
inline constexpr literal foreign_passport{"08"};                               ///< foreign passport
inline constexpr literal foreigner_permanent_residence_permit{"13"};           ///< foreigner permanent residence permit
inline constexpr literal hk_macao_or_taiwan_residence_permit{"14"};            ///< HK/Macao/Taiwan residence permit
inline constexpr literal home_return_permit{"15"};                             ///< home return permit
inline constexpr literal travel_permit_of_mainland_residents_to_taiwan{"16"};  ///< travel permit of mainland residents to Taiwan
inline constexpr literal other{"99"};                                          ///< other
}  // namespace nfc_id_type

/// The question. 20 calls a second. Needs no region. Asking twice does no harm. Looks into data of mainland China.
template <class Storage>
struct basic_get_wx_nfc_result {
    /// Id returned by the front-end NFC SDK. Required. 10 minutes. Secret.
    typename Storage::text nfc_token = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset. What it says of its own
/// matter, in result_code: `faceid::outcome(answer)`. Passed means that the lookup gave a result: what it found stands in the other fields.
template <class Storage>
struct basic_get_wx_nfc_result_output {
    /// Read outcome as a string. See namespace nfc_result.
    typename Storage::template optional<typename Storage::text> result_code = {};
    /// ID number. Personal.
    typename Storage::template optional<typename Storage::text> id_num = {};
    /// Name. Personal.
    typename Storage::template optional<typename Storage::text> name = {};
    /// Portrait from the chip. Biometric.
    typename Storage::template optional<typename Storage::binary> picture = {};
    /// Document front image. Personal.
    typename Storage::template optional<typename Storage::binary> id_card_front_img = {};
    /// Document back image. Personal.
    typename Storage::template optional<typename Storage::binary> id_card_back_img = {};
    /// Birth date, YYYYMMDD. Personal.
    typename Storage::template optional<typename Storage::text> birth_date = {};
    /// Validity start, YYYYMMDD. Personal.
    typename Storage::template optional<typename Storage::text> begin_time = {};
    /// Validity end, YYYYMMDD. Personal.
    typename Storage::template optional<typename Storage::text> end_time = {};
    /// Address. Personal.
    typename Storage::template optional<typename Storage::text> address = {};
    /// Ethnic group. Personal.
    typename Storage::template optional<typename Storage::text> nation = {};
    /// Sex. Personal.
    typename Storage::template optional<typename Storage::text> sex = {};
    /// Document kind. See namespace nfc_id_type. Personal.
    typename Storage::template optional<typename Storage::text> id_type = {};
    /// Name in Latin letters. Personal.
    typename Storage::template optional<typename Storage::text> en_name = {};
    /// Issuing authority. Personal.
    typename Storage::template optional<typename Storage::text> signing_organization = {};
    /// Permit or passport number. Personal.
    typename Storage::template optional<typename Storage::text> other_id_num = {};
    /// Nationality on a travel document. Personal.
    typename Storage::template optional<typename Storage::text> nationality = {};
    /// MRZ line 2, characters 29-42. Personal.
    typename Storage::template optional<typename Storage::text> personal_number = {};
    /// Chip checks as a JSON text inside a string: result_issuer, result_paper, result_data, result_chip; each 0 passed, 1 failed, 2 not
    /// done, 3 partial. Empty when the chip was not read. Personal.
    typename Storage::template optional<typename Storage::text> check_mrtd = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using get_wx_nfc_result = basic_get_wx_nfc_result<owning>;
using get_wx_nfc_result_output = basic_get_wx_nfc_result_output<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_get_wx_nfc_result_output<Storage>> = [] {
    using self = basic_get_wx_nfc_result_output<Storage>;
    return outcome_in<&self::result_code>({.passed = nfc_result::passes, .meanings = nfc_result::all});
}();

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_get_wx_nfc_result<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "GetWxNFCResult",
    .host = faceid::host,
    .needs_region = false,
    .calls_per_second = 20,
    .repeat = repeat_safety::harmless,
};

template <class Storage>
struct output_of<faceid::basic_get_wx_nfc_result<Storage>> {
    using type = faceid::basic_get_wx_nfc_result_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_wx_nfc_result<Storage>> = [] {
    using self = faceid::basic_get_wx_nfc_result<Storage>;
    return field_list{
        field_at<decltype(self::nfc_token)>("NFCToken", offsetof(self, nfc_token)).required().marked(sensitivity::secret),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_wx_nfc_result_output<Storage>> = [] {
    using self = faceid::basic_get_wx_nfc_result_output<Storage>;
    return field_list{
        field_at<decltype(self::result_code)>("ResultCode", offsetof(self, result_code)).marked(sensitivity::open),
        field_at<decltype(self::id_num)>("IdNum", offsetof(self, id_num)).marked(sensitivity::personal),
        field_at<decltype(self::name)>("Name", offsetof(self, name)).marked(sensitivity::personal),
        field_at<decltype(self::picture)>("Picture", offsetof(self, picture)).marked(sensitivity::biometric),
        field_at<decltype(self::id_card_front_img)>("IdCardFrontImg", offsetof(self, id_card_front_img)).marked(sensitivity::personal),
        field_at<decltype(self::id_card_back_img)>("IdCardBackImg", offsetof(self, id_card_back_img)).marked(sensitivity::personal),
        field_at<decltype(self::birth_date)>("BirthDate", offsetof(self, birth_date)).marked(sensitivity::personal),
        field_at<decltype(self::begin_time)>("BeginTime", offsetof(self, begin_time)).marked(sensitivity::personal),
        field_at<decltype(self::end_time)>("EndTime", offsetof(self, end_time)).marked(sensitivity::personal),
        field_at<decltype(self::address)>("Address", offsetof(self, address)).marked(sensitivity::personal),
        field_at<decltype(self::nation)>("Nation", offsetof(self, nation)).marked(sensitivity::personal),
        field_at<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at<decltype(self::id_type)>("IdType", offsetof(self, id_type)).marked(sensitivity::personal),
        field_at<decltype(self::en_name)>("EnName", offsetof(self, en_name)).marked(sensitivity::personal),
        field_at<decltype(self::signing_organization)>("SigningOrganization", offsetof(self, signing_organization))
            .marked(sensitivity::personal),
        field_at<decltype(self::other_id_num)>("OtherIdNum", offsetof(self, other_id_num)).marked(sensitivity::personal),
        field_at<decltype(self::nationality)>("Nationality", offsetof(self, nationality)).marked(sensitivity::personal),
        field_at<decltype(self::personal_number)>("PersonalNumber", offsetof(self, personal_number)).marked(sensitivity::personal),
        field_at<decltype(self::check_mrtd)>("CheckMRTD", offsetof(self, check_mrtd)).marked(sensitivity::personal),
        field_at<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1

// ---- tc3/faceid/id_card_ocr_verification.hpp ------------------------------------------------------------------------

// IdCardOCRVerification: match name and ID number, typed or read from a photo. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid {

/// The question. 100 calls a second. Needs no region. Not idempotent: a repeat after a lost answer may be billed twice and uses daily
/// quota. One of {IdCard and Name} / ImageBase64 / ImageUrl is needed (in this order of priority). Looks into data of mainland China.
template <class Storage>
struct basic_id_card_ocr_verification {
    /// ID number; with Name it wins over the images. Needed when no image given. Personal.
    typename Storage::template optional<typename Storage::text> id_card = {};
    /// Name; with IdCard it wins over the images. Needed when no image given. Personal.
    typename Storage::template optional<typename Storage::text> name = {};
    /// Portrait side; wins over ImageUrl. At most 3 MB of base64. Png, jpg, jpeg. Personal.
    typename Storage::template optional<typename Storage::binary> image_base64 = {};
    /// URL of the portrait side. Png, jpg, jpeg; at most 3 MB as base64 after the download; downloaded within 3 seconds. Signed in advance:
    /// whoever has it can read the file. Secret.
    typename Storage::template optional<typename Storage::text> image_url = {};
    /// Envelope that says which request fields are encrypted and how. Fields that it may cover: Name, IdCard.
    typename Storage::template nested<basic_encryption<Storage>> encryption = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset. What it says of its own
/// matter, in result: `faceid::outcome(answer)`.
template <class Storage>
struct basic_id_card_ocr_verification_output {
    /// Outcome code: a number carried as a string. See namespace id_card_result.
    typename Storage::template optional<typename Storage::text> result = {};
    /// Text for the outcome.
    typename Storage::template optional<typename Storage::text> description = {};
    /// Name that was checked. Personal.
    typename Storage::template optional<typename Storage::text> name = {};
    /// ID number that was checked. Personal.
    typename Storage::template optional<typename Storage::text> id_card = {};
    /// Sex from OCR; empty string without an image. Personal.
    typename Storage::template optional<typename Storage::text> sex = {};
    /// Ethnic group from OCR. Personal.
    typename Storage::template optional<typename Storage::text> nation = {};
    /// Birth date from OCR. Personal.
    typename Storage::template optional<typename Storage::text> birth = {};
    /// Address from OCR. Personal.
    typename Storage::template optional<typename Storage::text> address = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using id_card_ocr_verification = basic_id_card_ocr_verification<owning>;
using id_card_ocr_verification_output = basic_id_card_ocr_verification_output<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_id_card_ocr_verification_output<Storage>> = [] {
    using self = basic_id_card_ocr_verification_output<Storage>;
    return outcome_in<&self::result>({.passed = id_card_result::passes, .meanings = id_card_result::all});
}();

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_id_card_ocr_verification<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "IdCardOCRVerification",
    .host = faceid::host,
    .needs_region = false,
    .calls_per_second = 100,
    .repeat = repeat_safety::may_bill_again,
};

template <class Storage>
struct output_of<faceid::basic_id_card_ocr_verification<Storage>> {
    using type = faceid::basic_id_card_ocr_verification_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_id_card_ocr_verification<Storage>> = [] {
    using self = faceid::basic_id_card_ocr_verification<Storage>;
    return field_list{
        field_at<decltype(self::id_card)>("IdCard", offsetof(self, id_card)).marked(sensitivity::personal),
        field_at<decltype(self::name)>("Name", offsetof(self, name)).marked(sensitivity::personal),
        field_at<decltype(self::image_base64)>("ImageBase64", offsetof(self, image_base64))
            .marked(sensitivity::personal)
            .limited(text_size<0, 3145728>),
        field_at<decltype(self::image_url)>("ImageUrl", offsetof(self, image_url)).marked(sensitivity::secret),
        field_at<decltype(self::encryption)>("Encryption", offsetof(self, encryption)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_id_card_ocr_verification_output<Storage>> = [] {
    using self = faceid::basic_id_card_ocr_verification_output<Storage>;
    return field_list{
        field_at<decltype(self::result)>("Result", offsetof(self, result)).marked(sensitivity::open),
        field_at<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at<decltype(self::name)>("Name", offsetof(self, name)).marked(sensitivity::personal),
        field_at<decltype(self::id_card)>("IdCard", offsetof(self, id_card)).marked(sensitivity::personal),
        field_at<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at<decltype(self::nation)>("Nation", offsetof(self, nation)).marked(sensitivity::personal),
        field_at<decltype(self::birth)>("Birth", offsetof(self, birth)).marked(sensitivity::personal),
        field_at<decltype(self::address)>("Address", offsetof(self, address)).marked(sensitivity::personal),
        field_at<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1

// ---- tc3/faceid/id_card_verification.hpp ----------------------------------------------------------------------------

// IdCardVerification: match name and ID number. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid {

/// The question. 100 calls a second. Needs no region. Not idempotent: a repeat after a lost answer may be billed twice and uses daily
/// quota. Looks into data of mainland China.
template <class Storage>
struct basic_id_card_verification {
    /// ID number. Required. Personal.
    typename Storage::text id_card = {};
    /// Name. Required. Personal.
    typename Storage::text name = {};
    /// Envelope that says which request fields are encrypted and how. Fields that it may cover: Name, IdCard.
    typename Storage::template nested<basic_encryption<Storage>> encryption = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset. What it says of its own
/// matter, in result: `faceid::outcome(answer)`.
template <class Storage>
struct basic_id_card_verification_output {
    /// Outcome code: a number carried as a string. See namespace id_card_result.
    typename Storage::template optional<typename Storage::text> result = {};
    /// Text for the outcome.
    typename Storage::template optional<typename Storage::text> description = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using id_card_verification = basic_id_card_verification<owning>;
using id_card_verification_output = basic_id_card_verification_output<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_id_card_verification_output<Storage>> = [] {
    using self = basic_id_card_verification_output<Storage>;
    return outcome_in<&self::result>({.passed = id_card_result::passes, .meanings = id_card_result::all});
}();

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_id_card_verification<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "IdCardVerification",
    .host = faceid::host,
    .needs_region = false,
    .calls_per_second = 100,
    .repeat = repeat_safety::may_bill_again,
};

template <class Storage>
struct output_of<faceid::basic_id_card_verification<Storage>> {
    using type = faceid::basic_id_card_verification_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_id_card_verification<Storage>> = [] {
    using self = faceid::basic_id_card_verification<Storage>;
    return field_list{
        field_at<decltype(self::id_card)>("IdCard", offsetof(self, id_card)).required().marked(sensitivity::personal),
        field_at<decltype(self::name)>("Name", offsetof(self, name)).required().marked(sensitivity::personal),
        field_at<decltype(self::encryption)>("Encryption", offsetof(self, encryption)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_id_card_verification_output<Storage>> = [] {
    using self = faceid::basic_id_card_verification_output<Storage>;
    return field_list{
        field_at<decltype(self::result)>("Result", offsetof(self, result)).marked(sensitivity::open),
        field_at<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1

// ---- tc3/faceid/image_recognition.hpp -------------------------------------------------------------------------------

// ImageRecognition: compare a face photo with the authority photo (old). Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid {

/// The question. 100 calls a second. Needs no region. Not idempotent: a repeat after a lost answer may be billed twice and uses daily
/// quota. Looks into data of mainland China. Closed to new customers; vendor points to ImageRecognitionV2.
template <class Storage>
struct basic_image_recognition {
    /// ID number. Required. Personal.
    typename Storage::text id_card = {};
    /// Name, UTF-8. Required. Personal.
    typename Storage::text name = {};
    /// Face photo. Required. At most 3 MB of base64. Jpg, png. Biometric.
    typename Storage::binary image_base64 = {};
    /// Not used by this action.
    typename Storage::template optional<typename Storage::text> optional = {};
    /// Envelope that says which request fields are encrypted and how. Fields that it may cover: Name, IdCard.
    typename Storage::template nested<basic_encryption<Storage>> encryption = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset. What it says of its own
/// matter, in result: `faceid::outcome(answer)`.
template <class Storage>
struct basic_image_recognition_output {
    /// Match score against the authority's photo. 0 to 100; 70 is the suggested threshold.
    typename Storage::template optional<double> sim = {};
    /// Outcome: 'Success' or a dotted FailedOperation.* code carried inside a non-error envelope. See namespace pure_api_result.
    typename Storage::template optional<typename Storage::text> result = {};
    /// Text for the outcome.
    typename Storage::template optional<typename Storage::text> description = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using image_recognition = basic_image_recognition<owning>;
using image_recognition_output = basic_image_recognition_output<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_image_recognition_output<Storage>> = [] {
    using self = basic_image_recognition_output<Storage>;
    return outcome_in<&self::result>({.passed = pure_api_result::passes, .meanings = pure_api_result::all, .others = describe});
}();

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_image_recognition<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "ImageRecognition",
    .host = faceid::host,
    .needs_region = false,
    .calls_per_second = 100,
    .repeat = repeat_safety::may_bill_again,
};

template <class Storage>
struct output_of<faceid::basic_image_recognition<Storage>> {
    using type = faceid::basic_image_recognition_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_image_recognition<Storage>> = [] {
    using self = faceid::basic_image_recognition<Storage>;
    return field_list{
        field_at<decltype(self::id_card)>("IdCard", offsetof(self, id_card)).required().marked(sensitivity::personal),
        field_at<decltype(self::name)>("Name", offsetof(self, name)).required().marked(sensitivity::personal),
        field_at<decltype(self::image_base64)>("ImageBase64", offsetof(self, image_base64))
            .required()
            .marked(sensitivity::biometric)
            .limited(text_size<0, 3145728>),
        field_at<decltype(self::optional)>("Optional", offsetof(self, optional)).marked(sensitivity::open),
        field_at<decltype(self::encryption)>("Encryption", offsetof(self, encryption)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_image_recognition_output<Storage>> = [] {
    using self = faceid::basic_image_recognition_output<Storage>;
    return field_list{
        field_at<decltype(self::sim)>("Sim", offsetof(self, sim)).marked(sensitivity::open),
        field_at<decltype(self::result)>("Result", offsetof(self, result)).marked(sensitivity::open),
        field_at<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1

// ---- tc3/faceid/image_recognition_v2.hpp ----------------------------------------------------------------------------

// ImageRecognitionV2: compare a face photo with the authority photo. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid {

/// The question. 20 calls a second. Needs no region. Not idempotent: a repeat after a lost answer may be billed twice and uses daily quota.
/// Looks into data of mainland China.
template <class Storage>
struct basic_image_recognition_v2 {
    /// ID number. Required. Personal.
    typename Storage::text id_card = {};
    /// Name, UTF-8. Required. Personal.
    typename Storage::text name = {};
    /// Face photo. Required. At most 3 MB of base64. Jpg, png. Biometric.
    typename Storage::binary image_base64 = {};
    /// Not used by this action.
    typename Storage::template optional<typename Storage::text> optional = {};
    /// Envelope that says which request fields are encrypted and how. Fields that it may cover: Name, IdCard.
    typename Storage::template nested<basic_encryption<Storage>> encryption = {};
    /// Passthrough returned in the response. 1 to 10 bytes. Personal.
    typename Storage::template optional<typename Storage::text> extra = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset. What it says of its own
/// matter, in result: `faceid::outcome(answer)`.
template <class Storage>
struct basic_image_recognition_v2_output {
    /// Match score against the authority's photo. 0 to 100; 70 is the suggested threshold.
    typename Storage::template optional<double> sim = {};
    /// Outcome: 'Success' or a dotted FailedOperation.* code carried inside a non-error envelope. See namespace pure_api_result.
    typename Storage::template optional<typename Storage::text> result = {};
    /// Text for the outcome.
    typename Storage::template optional<typename Storage::text> description = {};
    /// Passthrough from the request. Personal.
    typename Storage::template optional<typename Storage::text> extra = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using image_recognition_v2 = basic_image_recognition_v2<owning>;
using image_recognition_v2_output = basic_image_recognition_v2_output<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_image_recognition_v2_output<Storage>> = [] {
    using self = basic_image_recognition_v2_output<Storage>;
    return outcome_in<&self::result>({.passed = pure_api_result::passes, .meanings = pure_api_result::all, .others = describe});
}();

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_image_recognition_v2<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "ImageRecognitionV2",
    .host = faceid::host,
    .needs_region = false,
    .calls_per_second = 20,
    .repeat = repeat_safety::may_bill_again,
};

template <class Storage>
struct output_of<faceid::basic_image_recognition_v2<Storage>> {
    using type = faceid::basic_image_recognition_v2_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_image_recognition_v2<Storage>> = [] {
    using self = faceid::basic_image_recognition_v2<Storage>;
    return field_list{
        field_at<decltype(self::id_card)>("IdCard", offsetof(self, id_card)).required().marked(sensitivity::personal),
        field_at<decltype(self::name)>("Name", offsetof(self, name)).required().marked(sensitivity::personal),
        field_at<decltype(self::image_base64)>("ImageBase64", offsetof(self, image_base64))
            .required()
            .marked(sensitivity::biometric)
            .limited(text_size<0, 3145728>),
        field_at<decltype(self::optional)>("Optional", offsetof(self, optional)).marked(sensitivity::open),
        field_at<decltype(self::encryption)>("Encryption", offsetof(self, encryption)).marked(sensitivity::open),
        field_at<decltype(self::extra)>("Extra", offsetof(self, extra)).marked(sensitivity::personal).limited(text_size<1, 10>),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_image_recognition_v2_output<Storage>> = [] {
    using self = faceid::basic_image_recognition_v2_output<Storage>;
    return field_list{
        field_at<decltype(self::sim)>("Sim", offsetof(self, sim)).marked(sensitivity::open),
        field_at<decltype(self::result)>("Result", offsetof(self, result)).marked(sensitivity::open),
        field_at<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at<decltype(self::extra)>("Extra", offsetof(self, extra)).marked(sensitivity::personal),
        field_at<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1

// ---- tc3/faceid/liveness_compare.hpp --------------------------------------------------------------------------------

// LivenessCompare: older liveness and compare check, inline or by URL. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid {

/// The question. 100 calls a second. Needs a region. Not idempotent: a repeat after a lost answer may be billed twice and uses daily quota.
/// Exactly one of ImageBase64/ImageUrl is needed (base64 wins). Exactly one of VideoBase64/VideoUrl is needed (base64 wins). ValidateData
/// depends on LivenessType. Closed to new customers; vendor points to VideoLivenessCompare.
template <class Storage>
struct basic_liveness_compare {
    /// Liveness mode. See namespace liveness_type. Required.
    typename Storage::text liveness_type = {};
    /// Face photo; wins over ImageUrl. Needed when ImageUrl is absent. At most 3 MB of base64. Jpg, png. Biometric.
    typename Storage::template optional<typename Storage::binary> image_base64 = {};
    /// URL of the face photo. Needed when ImageBase64 is absent. Jpg, png; at most 3 MB as base64 after the download. Signed in advance:
    /// whoever has it can read the file. Secret.
    typename Storage::template optional<typename Storage::text> image_url = {};
    /// Challenge. Needed when LivenessType is LIP or ACTION. LIP: 4 digits; ACTION: '1,2' or '2,1'; SILENT: leave out.
    typename Storage::template optional<typename Storage::text> validate_data = {};
    /// Extra settings as a JSON text inside a string; key BestFrameNum (2..10).
    typename Storage::template optional<typename Storage::text> optional = {};
    /// Liveness video; wins over VideoUrl. Needed when VideoUrl is absent. At most 8 MB of base64. Mp4, avi, flv. Biometric.
    typename Storage::template optional<typename Storage::binary> video_base64 = {};
    /// URL of the liveness video. Needed when VideoBase64 is absent. Mp4, avi, flv; at most 8 MB as base64 after the download; downloaded
    /// within 4 seconds. Signed in advance: whoever has it can read the file. Secret.
    typename Storage::template optional<typename Storage::text> video_url = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset. What it says of its own
/// matter, in result: `faceid::outcome(answer)`.
template <class Storage>
struct basic_liveness_compare_output {
    /// Best frame, jpg. Biometric.
    typename Storage::template optional<typename Storage::binary> best_frame_base64 = {};
    /// Match score. 0 to 100; 70 is the suggested threshold.
    typename Storage::template optional<double> sim = {};
    /// Outcome: 'Success' or a dotted FailedOperation.* code carried inside a non-error envelope. See namespace pure_api_result.
    typename Storage::template optional<typename Storage::text> result = {};
    /// Text for the outcome.
    typename Storage::template optional<typename Storage::text> description = {};
    /// Several best frames, only when BestFrameNum was set. Biometric.
    typename Storage::template list<typename Storage::binary> best_frame_list = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using liveness_compare = basic_liveness_compare<owning>;
using liveness_compare_output = basic_liveness_compare_output<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_liveness_compare_output<Storage>> = [] {
    using self = basic_liveness_compare_output<Storage>;
    return outcome_in<&self::result>({.passed = pure_api_result::passes, .meanings = pure_api_result::all, .others = describe});
}();

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_liveness_compare<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "LivenessCompare",
    .host = faceid::host,
    .calls_per_second = 100,
    .repeat = repeat_safety::may_bill_again,
};

template <class Storage>
struct output_of<faceid::basic_liveness_compare<Storage>> {
    using type = faceid::basic_liveness_compare_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_liveness_compare<Storage>> = [] {
    using self = faceid::basic_liveness_compare<Storage>;
    return field_list{
        field_at<decltype(self::liveness_type)>("LivenessType", offsetof(self, liveness_type))
            .required()
            .marked(sensitivity::open)
            .limited(one_of<faceid::liveness_type::all>),
        field_at<decltype(self::image_base64)>("ImageBase64", offsetof(self, image_base64))
            .marked(sensitivity::biometric)
            .limited(text_size<0, 3145728>),
        field_at<decltype(self::image_url)>("ImageUrl", offsetof(self, image_url)).marked(sensitivity::secret),
        field_at<decltype(self::validate_data)>("ValidateData", offsetof(self, validate_data)).marked(sensitivity::open),
        field_at<decltype(self::optional)>("Optional", offsetof(self, optional)).marked(sensitivity::open),
        field_at<decltype(self::video_base64)>("VideoBase64", offsetof(self, video_base64))
            .marked(sensitivity::biometric)
            .limited(text_size<0, 8388608>),
        field_at<decltype(self::video_url)>("VideoUrl", offsetof(self, video_url)).marked(sensitivity::secret),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_liveness_compare_output<Storage>> = [] {
    using self = faceid::basic_liveness_compare_output<Storage>;
    return field_list{
        field_at<decltype(self::best_frame_base64)>("BestFrameBase64", offsetof(self, best_frame_base64)).marked(sensitivity::biometric),
        field_at<decltype(self::sim)>("Sim", offsetof(self, sim)).marked(sensitivity::open),
        field_at<decltype(self::result)>("Result", offsetof(self, result)).marked(sensitivity::open),
        field_at<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at<decltype(self::best_frame_list)>("BestFrameList", offsetof(self, best_frame_list)).marked(sensitivity::biometric),
        field_at<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1

// ---- tc3/faceid/mobile_network_time_verification.hpp ----------------------------------------------------------------

// MobileNetworkTimeVerification: look up how long a mobile number has been in service. Made by tools/generate.py from tools/faceid.json;
// manual: https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid {

/// Values of mobile_network_time_verification_output::result; more may come.
namespace mobile_network_time_result {
inline constexpr literal success{"0"};                       ///< success
inline constexpr literal number_does_not_exist{"-2"};        ///< number does not exist
inline constexpr literal duration_unknown{"-3"};             ///< number exists, duration unknown
inline constexpr literal number_malformed{"-1"};             ///< number malformed
inline constexpr literal verification_centre_busy{"-4"};     ///< verification centre busy
inline constexpr literal daily_attempts_used_up{"-5"};       ///< daily attempts used up
inline constexpr literal number_range_not_supported{"-13"};  ///< number range not supported (domestic doc only)
inline constexpr result_code all[] = {
    {"0", "success", billing::billed},
    {"-2", "number does not exist", billing::billed},
    {"-3", "number exists, duration unknown", billing::billed},
    {"-1", "number malformed", billing::free, error_category::request},
    {"-4", "verification centre busy", billing::free, error_category::service},
    {"-5", "daily attempts used up", billing::free, error_category::quota},
    {"-13", "number range not supported (domestic doc only)", billing::free, error_category::request},
};
inline constexpr std::string_view passes[] = {"0"};
}  // namespace mobile_network_time_result

/// The question. 20 calls a second. Needs no region. Not idempotent: a repeat after a lost answer may be billed twice and uses daily quota.
/// Looks into data of mainland China.
template <class Storage>
struct basic_mobile_network_time_verification {
    /// Mobile number. Required. Personal.
    typename Storage::text mobile = {};
    /// Envelope that says which request fields are encrypted and how. Fields that it may cover: Mobile.
    typename Storage::template nested<basic_encryption<Storage>> encryption = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset. What it says of its own
/// matter, in result: `faceid::outcome(answer)`. Passed means that the lookup gave a result: what it found stands in the other fields.
template <class Storage>
struct basic_mobile_network_time_verification_output {
    /// Outcome code: a number carried as a string. See namespace mobile_network_time_result.
    typename Storage::template optional<typename Storage::text> result = {};
    /// Text for the outcome.
    typename Storage::template optional<typename Storage::text> description = {};
    /// Months in service as text '[a,b)'; b '+' means no upper bound; empty when unknown. Personal.
    typename Storage::template optional<typename Storage::text> range = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using mobile_network_time_verification = basic_mobile_network_time_verification<owning>;
using mobile_network_time_verification_output = basic_mobile_network_time_verification_output<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_mobile_network_time_verification_output<Storage>> = [] {
    using self = basic_mobile_network_time_verification_output<Storage>;
    return outcome_in<&self::result>({.passed = mobile_network_time_result::passes, .meanings = mobile_network_time_result::all});
}();

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_mobile_network_time_verification<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "MobileNetworkTimeVerification",
    .host = faceid::host,
    .needs_region = false,
    .calls_per_second = 20,
    .repeat = repeat_safety::may_bill_again,
};

template <class Storage>
struct output_of<faceid::basic_mobile_network_time_verification<Storage>> {
    using type = faceid::basic_mobile_network_time_verification_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_mobile_network_time_verification<Storage>> = [] {
    using self = faceid::basic_mobile_network_time_verification<Storage>;
    return field_list{
        field_at<decltype(self::mobile)>("Mobile", offsetof(self, mobile)).required().marked(sensitivity::personal),
        field_at<decltype(self::encryption)>("Encryption", offsetof(self, encryption)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_mobile_network_time_verification_output<Storage>> = [] {
    using self = faceid::basic_mobile_network_time_verification_output<Storage>;
    return field_list{
        field_at<decltype(self::result)>("Result", offsetof(self, result)).marked(sensitivity::open),
        field_at<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at<decltype(self::range)>("Range", offsetof(self, range)).marked(sensitivity::personal),
        field_at<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1

// ---- tc3/faceid/mobile_status.hpp -----------------------------------------------------------------------------------

// MobileStatus: look up the state of a mobile number. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid {

/// Values of mobile_status_output::result; more may come.
namespace mobile_status_result {
inline constexpr literal success{"0"};                       ///< success
inline constexpr literal no_result{"-1"};                    ///< no result
inline constexpr literal number_malformed{"-2"};             ///< number malformed
inline constexpr literal verification_centre_busy{"-3"};     ///< verification centre busy
inline constexpr literal daily_attempts_used_up{"-4"};       ///< daily attempts used up
inline constexpr literal number_range_not_supported{"-13"};  ///< number range not supported (domestic doc only)
inline constexpr result_code all[] = {
    {"0", "success", billing::billed},
    {"-1", "no result", billing::free},
    {"-2", "number malformed", billing::free, error_category::request},
    {"-3", "verification centre busy", billing::free, error_category::service},
    {"-4", "daily attempts used up", billing::free, error_category::quota},
    {"-13", "number range not supported (domestic doc only)", billing::free, error_category::request},
};
inline constexpr std::string_view passes[] = {"0"};
}  // namespace mobile_status_result

/// Values of mobile_status_output::status_code; more may come.
namespace mobile_status_code {
inline constexpr std::int64_t normal = 0;      ///< normal
inline constexpr std::int64_t suspended = 1;   ///< suspended
inline constexpr std::int64_t closed = 2;      ///< closed
inline constexpr std::int64_t not_in_use = 4;  ///< not in use
inline constexpr std::int64_t unknown = 99;    ///< unknown
}  // namespace mobile_status_code

/// The question. 20 calls a second. Needs no region. Not idempotent: a repeat after a lost answer may be billed twice and uses daily quota.
/// Looks into data of mainland China.
template <class Storage>
struct basic_mobile_status {
    /// Mobile number. Required. Personal.
    typename Storage::text mobile = {};
    /// Envelope that says which request fields are encrypted and how. Fields that it may cover: Mobile.
    typename Storage::template nested<basic_encryption<Storage>> encryption = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset. What it says of its own
/// matter, in result: `faceid::outcome(answer)`. Passed means that the lookup gave a result: what it found stands in the other fields.
template <class Storage>
struct basic_mobile_status_output {
    /// Outcome code: a number carried as a string. See namespace mobile_status_result.
    typename Storage::template optional<typename Storage::text> result = {};
    /// Text for the outcome.
    typename Storage::template optional<typename Storage::text> description = {};
    /// Line status. See namespace mobile_status_code. Personal.
    typename Storage::template optional<std::int64_t> status_code = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using mobile_status = basic_mobile_status<owning>;
using mobile_status_output = basic_mobile_status_output<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_mobile_status_output<Storage>> = [] {
    using self = basic_mobile_status_output<Storage>;
    return outcome_in<&self::result>({.passed = mobile_status_result::passes, .meanings = mobile_status_result::all});
}();

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_mobile_status<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "MobileStatus",
    .host = faceid::host,
    .needs_region = false,
    .calls_per_second = 20,
    .repeat = repeat_safety::may_bill_again,
};

template <class Storage>
struct output_of<faceid::basic_mobile_status<Storage>> {
    using type = faceid::basic_mobile_status_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_mobile_status<Storage>> = [] {
    using self = faceid::basic_mobile_status<Storage>;
    return field_list{
        field_at<decltype(self::mobile)>("Mobile", offsetof(self, mobile)).required().marked(sensitivity::personal),
        field_at<decltype(self::encryption)>("Encryption", offsetof(self, encryption)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_mobile_status_output<Storage>> = [] {
    using self = faceid::basic_mobile_status_output<Storage>;
    return field_list{
        field_at<decltype(self::result)>("Result", offsetof(self, result)).marked(sensitivity::open),
        field_at<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at<decltype(self::status_code)>("StatusCode", offsetof(self, status_code)).marked(sensitivity::personal),
        field_at<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1

// ---- tc3/faceid/phone_verification.hpp ------------------------------------------------------------------------------

// PhoneVerification: match name, ID number and mobile number. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid {

/// Values of phone_verification::encrypt_list.
namespace phone_encrypted_field {
inline constexpr literal id_card{"IdCard"};  ///< ID number is encrypted
inline constexpr literal name{"Name"};       ///< name is encrypted
inline constexpr literal phone{"Phone"};     ///< mobile number is encrypted
inline constexpr literal all[] = {id_card, name, phone};
}  // namespace phone_encrypted_field

/// Values of phone_verification_output::result; more may come.
namespace phone_result {
inline constexpr literal match{"0"};                         ///< match
inline constexpr literal no_match{"-4"};                     ///< no match
inline constexpr literal phone_number_invalid{"-6"};         ///< phone number invalid
inline constexpr literal id_number_wrong{"-7"};              ///< ID number wrong
inline constexpr literal name_rejected{"-8"};                ///< name rejected
inline constexpr literal no_record{"-9"};                    ///< no record
inline constexpr literal verification_centre_busy{"-11"};    ///< verification centre busy
inline constexpr literal daily_attempts_used_up{"-12"};      ///< daily attempts used up
inline constexpr literal number_range_not_supported{"-13"};  ///< number range not supported
inline constexpr result_code all[] = {
    {"0", "match", billing::billed},
    {"-4", "no match", billing::billed},
    {"-6", "phone number invalid", billing::free, error_category::request},
    {"-7", "ID number wrong", billing::free, error_category::request},
    {"-8", "name rejected", billing::free, error_category::request},
    {"-9", "no record", billing::free},
    {"-11", "verification centre busy", billing::free, error_category::service},
    {"-12", "daily attempts used up", billing::free, error_category::quota},
    {"-13", "number range not supported", billing::free, error_category::request},
};
inline constexpr std::string_view passes[] = {"0"};
}  // namespace phone_result

/// Values of phone_verification_output::isp; more may come.
namespace isp {
inline constexpr literal unknown{""};               ///< unknown
inline constexpr literal china_mobile{"mobile"};    ///< China Mobile
inline constexpr literal china_telecom{"telecom"};  ///< China Telecom
inline constexpr literal china_unicom{"cucc"};      ///< China Unicom
}  // namespace isp

/// The question. 20 calls a second. Needs no region. Not idempotent: a repeat after a lost answer may be billed twice and uses daily quota.
/// CiphertextBlob, EncryptList and Iv go together. Looks into data of mainland China.
template <class Storage>
struct basic_phone_verification {
    /// ID number. Required. Personal.
    typename Storage::text id_card = {};
    /// Name. Required. Personal.
    typename Storage::text name = {};
    /// Mobile number. Required. Personal.
    typename Storage::text phone = {};
    /// Wrapped symmetric key. AES-256-CBC only; this action has no Encryption struct. Secret.
    typename Storage::template optional<typename Storage::binary> ciphertext_blob = {};
    /// Names of encrypted fields. See namespace phone_encrypted_field.
    typename Storage::template list<typename Storage::text> encrypt_list = {};
    /// CBC initial vector. Secret.
    typename Storage::template optional<typename Storage::text> iv = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset. What it says of its own
/// matter, in result: `faceid::outcome(answer)`.
template <class Storage>
struct basic_phone_verification_output {
    /// Outcome code: a number carried as a string. See namespace phone_result.
    typename Storage::template optional<typename Storage::text> result = {};
    /// Text for the outcome.
    typename Storage::template optional<typename Storage::text> description = {};
    /// Carrier. See namespace isp. Other spellings have been seen, such as "Telecom". Personal.
    typename Storage::template optional<typename Storage::text> isp = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using phone_verification = basic_phone_verification<owning>;
using phone_verification_output = basic_phone_verification_output<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_phone_verification_output<Storage>> = [] {
    using self = basic_phone_verification_output<Storage>;
    return outcome_in<&self::result>({.passed = phone_result::passes, .meanings = phone_result::all});
}();

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_phone_verification<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "PhoneVerification",
    .host = faceid::host,
    .needs_region = false,
    .calls_per_second = 20,
    .repeat = repeat_safety::may_bill_again,
};

template <class Storage>
struct output_of<faceid::basic_phone_verification<Storage>> {
    using type = faceid::basic_phone_verification_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_phone_verification<Storage>> = [] {
    using self = faceid::basic_phone_verification<Storage>;
    return field_list{
        field_at<decltype(self::id_card)>("IdCard", offsetof(self, id_card)).required().marked(sensitivity::personal),
        field_at<decltype(self::name)>("Name", offsetof(self, name)).required().marked(sensitivity::personal),
        field_at<decltype(self::phone)>("Phone", offsetof(self, phone)).required().marked(sensitivity::personal),
        field_at<decltype(self::ciphertext_blob)>("CiphertextBlob", offsetof(self, ciphertext_blob)).marked(sensitivity::secret),
        field_at<decltype(self::encrypt_list)>("EncryptList", offsetof(self, encrypt_list))
            .marked(sensitivity::open)
            .limited(one_of<faceid::phone_encrypted_field::all>),
        field_at<decltype(self::iv)>("Iv", offsetof(self, iv)).marked(sensitivity::secret),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_phone_verification_output<Storage>> = [] {
    using self = faceid::basic_phone_verification_output<Storage>;
    return field_list{
        field_at<decltype(self::result)>("Result", offsetof(self, result)).marked(sensitivity::open),
        field_at<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at<decltype(self::isp)>("Isp", offsetof(self, isp)).marked(sensitivity::personal),
        field_at<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1

// ---- tc3/faceid/types/ocr_display_fields.hpp ------------------------------------------------------------------------

// What ApplySdkVerificationToken.CardOcrDisplayFields may name, by the kind of card: an array of literals for each value of
// sdk_id_card_type. Made by tools/generate.py from tools/faceid.json; manual: https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid::ocr_display_fields {

// clang-format off
inline constexpr literal hk_id_card[] = {
    literal{"ChineseName"},
    literal{"FullName"},
    literal{"LicenseNumber"},
    literal{"Birthday"},
    literal{"Sex"},
    literal{"IssuedDate"},
    literal{"Permanent"},
    literal{"Symbol"},
    literal{"CurrentIssueDate"},
};
inline constexpr literal ml_id_card[] = {
    literal{"FullName"}, literal{"LicenseNumber"}, literal{"Sex"}, literal{"Birthday"}, literal{"Type"}, literal{"FormattedAddress"},
};
inline constexpr literal indonesia_id_card[] = {
    literal{"LicenseNumber"},
    literal{"FullName"},
    literal{"Sex"},
    literal{"Birthday"},
    literal{"FormattedAddress"},
    literal{"Nationality"},
    literal{"DueDate"},
    literal{"IssuedDate"},
    literal{"Street"},
    literal{"Village"},
    literal{"Area"},
    literal{"Province"},
    literal{"City"},
    literal{"MaritalStatus"},
    literal{"BloodType"},
    literal{"Religion"},
    literal{"Occupation"},
};
inline constexpr literal philippines_vote_id[] = {literal{"FirstName"}, literal{"LastName"}, literal{"Birthday"}};
inline constexpr literal philippines_driving_license[] = {
    literal{"LastName"}, literal{"FirstName"}, literal{"MiddleName"}, literal{"Sex"}, literal{"Birthday"},
};
inline constexpr literal philippines_tin_id[] = {literal{"LicenseNumber"}, literal{"FullName"}, literal{"Birthday"}};
inline constexpr literal philippines_sss_id[] = {literal{"LicenseNumber"}, literal{"FullName"}, literal{"Birthday"}};
inline constexpr literal philippines_umid[] = {
    literal{"Surname"}, literal{"MiddleName"}, literal{"GivenName"}, literal{"Sex"}, literal{"Birthday"},
};
inline constexpr literal passport[] = {
    literal{"LicenseNumber"},
    literal{"FullName"},
    literal{"Surname"},
    literal{"GivenName"},
    literal{"Birthday"},
    literal{"Sex"},
    literal{"DateOfExpiration"},
    literal{"IssuingCountry"},
};
inline constexpr literal thailand_id_card[] = {
    literal{"FullName"},
    literal{"LastName"},
    literal{"FirstName"},
    literal{"FormattedAddress"},
    literal{"LicenseNumber"},
    literal{"Birthday"},
    literal{"ExpirationDate"},
    literal{"IssuedDate"},
    literal{"RegistrationNumber"},
    literal{"Religion"},
    literal{"ThaiBirthday"},
    literal{"ThaiExpirationDate"},
    literal{"ThaiIssueDate"},
};
inline constexpr literal mainland_id_card[] = {
    literal{"LicenseNumber"}, literal{"FullName"}, literal{"Sex"}, literal{"Nation"}, literal{"Birthday"}, literal{"FormattedAddress"},
};
inline constexpr literal singapore_id_card[] = {
    literal{"ChineseName"},
    literal{"Sex"},
    literal{"Birthday"},
    literal{"LicenseNumber"},
    literal{"Nationality"},
    literal{"FullName"},
    literal{"Address"},
};
inline constexpr literal hmt_permit[] = {
    literal{"Name"}, literal{"EnglishName"}, literal{"Sex"}, literal{"Number"}, literal{"ValidDate"}, literal{"Birthday"},
};
// clang-format on

}  // namespace tc3::inline v0_1::faceid::ocr_display_fields

// ---- tc3/faceid/video_liveness_compare.hpp --------------------------------------------------------------------------

// VideoLivenessCompare: same check with photo and video given as COS URLs. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid {

/// The question. 20 calls a second. Needs a region. Not idempotent: a repeat after a lost answer may be billed twice and uses daily quota.
template <class Storage>
struct basic_video_liveness_compare {
    /// COS URL of the face photo, same region as the request. Required. Jpg, png; at most 3 MB as base64 after the download. Signed in
    /// advance: whoever has it can read the file. Secret.
    typename Storage::text image_url = {};
    /// MD5 of the photo. Required. 32 bytes. 32 hex digits.
    typename Storage::text image_md5 = {};
    /// COS URL of the video, same region as the request. Required. Mp4, avi, flv; at most 8 MB as base64 after the download; downloaded
    /// within 4 seconds. Signed in advance: whoever has it can read the file. Secret.
    typename Storage::text video_url = {};
    /// MD5 of the video. Required. 32 bytes. 32 hex digits.
    typename Storage::text video_md5 = {};
    /// Liveness mode. See namespace liveness_type. Required.
    typename Storage::text liveness_type = {};
    /// Challenge. Needed when LivenessType is LIP or ACTION. LIP: 4 digits; ACTION: '1,2' or '2,1'; SILENT: leave out.
    typename Storage::template optional<typename Storage::text> validate_data = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset. What it says of its own
/// matter, in result: `faceid::outcome(answer)`.
template <class Storage>
struct basic_video_liveness_compare_output {
    /// Match score. 0 to 100; 70 is the suggested threshold.
    typename Storage::template optional<double> sim = {};
    /// Outcome: 'Success' or a dotted FailedOperation.* code carried inside a non-error envelope. See namespace pure_api_result.
    typename Storage::template optional<typename Storage::text> result = {};
    /// Text for the outcome.
    typename Storage::template optional<typename Storage::text> description = {};
    /// Best frame as a file reference. Biometric.
    typename Storage::template nested<basic_file_info<Storage>> best_frame = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using video_liveness_compare = basic_video_liveness_compare<owning>;
using video_liveness_compare_output = basic_video_liveness_compare_output<owning>;

template <class Storage>
inline constexpr auto outcome_rule_of<basic_video_liveness_compare_output<Storage>> = [] {
    using self = basic_video_liveness_compare_output<Storage>;
    return outcome_in<&self::result>({.passed = pure_api_result::passes, .meanings = pure_api_result::all, .others = describe});
}();

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr action action_of<faceid::basic_video_liveness_compare<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "VideoLivenessCompare",
    .host = faceid::host,
    .calls_per_second = 20,
    .repeat = repeat_safety::may_bill_again,
};

template <class Storage>
struct output_of<faceid::basic_video_liveness_compare<Storage>> {
    using type = faceid::basic_video_liveness_compare_output<Storage>;
};

template <class Storage>
inline constexpr auto fields_of<faceid::basic_video_liveness_compare<Storage>> = [] {
    using self = faceid::basic_video_liveness_compare<Storage>;
    return field_list{
        field_at<decltype(self::image_url)>("ImageUrl", offsetof(self, image_url)).required().marked(sensitivity::secret),
        field_at<decltype(self::image_md5)>("ImageMd5", offsetof(self, image_md5))
            .required()
            .marked(sensitivity::open)
            .limited(text_size<32, 32>),
        field_at<decltype(self::video_url)>("VideoUrl", offsetof(self, video_url)).required().marked(sensitivity::secret),
        field_at<decltype(self::video_md5)>("VideoMd5", offsetof(self, video_md5))
            .required()
            .marked(sensitivity::open)
            .limited(text_size<32, 32>),
        field_at<decltype(self::liveness_type)>("LivenessType", offsetof(self, liveness_type))
            .required()
            .marked(sensitivity::open)
            .limited(one_of<faceid::liveness_type::all>),
        field_at<decltype(self::validate_data)>("ValidateData", offsetof(self, validate_data)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_video_liveness_compare_output<Storage>> = [] {
    using self = faceid::basic_video_liveness_compare_output<Storage>;
    return field_list{
        field_at<decltype(self::sim)>("Sim", offsetof(self, sim)).marked(sensitivity::open),
        field_at<decltype(self::result)>("Result", offsetof(self, result)).marked(sensitivity::open),
        field_at<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at<decltype(self::best_frame)>("BestFrame", offsetof(self, best_frame)).marked(sensitivity::biometric),
        field_at<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1

// ---- tc3/faceid/faceid.hpp ------------------------------------------------------------------------------------------

// All actions of eKYC: a list of includes, nothing else. Those that were taken offline are in retired/. Made by tools/generate.py.

// ---- tc3/tc3.hpp ----------------------------------------------------------------------------------------------------

// All of tc3 except its adapters and the emulator: a list of includes, from the lowest floor up.

// clang-format off

// clang-format on

#endif  // TC3_SINGLE_HEADER_TC3_0_1_0
