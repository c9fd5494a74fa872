// SPDX-License-Identifier: MIT
// <tc3/tc3.hpp> of tc3 0.1.0, made by tools/amalgamate.py from the headers under include/: edit those.
// SHA-256 of these 176 headers, one after the other: 81b794886624f410d76aee68042681d59ddc74a1400b5089e8a767fa8fd22122
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

// ---- tc3/requirements.hpp -------------------------------------------------------------------------------------------

// What tc3 requires: C++20, a compiler that tc3 is tested with or an unknown one, and headers of one tree. If something is missing, the
// first error of each header says what to do: a header that includes no other header of tc3 includes this one before anything else.
// TC3_REFUSED is defined then, and the entry headers (tc3.hpp, testing.hpp, adapters/) skip the rest.
//
// Compilers that only resemble GCC or LLVM's clang have other numbers or other faults, and are not refused: Apple's, Intel's, NVIDIA's and
// those with the front end of EDG. clang-cl is LLVM's clang. Microsoft's compiler states its language in _MSVC_LANG.

#if defined(TC3_REFUSED)
// The reason has been printed.
#elif defined(__GNUC__) && __GNUC__ < 11 && !defined(__clang__) && !defined(__INTEL_COMPILER) && !defined(__NVCOMPILER) && !defined(__EDG__)
#define TC3_REFUSED
#error "tc3 needs GCC 11 or later: compile with a newer g++"
#elif defined(__clang__) && __clang_major__ < 14 && !defined(__apple_build_version__) && !defined(__INTEL_LLVM_COMPILER)
#define TC3_REFUSED
#error "tc3 needs clang 14 or later: compile with a newer clang++"
#elif __cplusplus < 202002L && !(defined(_MSVC_LANG) && _MSVC_LANG >= 202002L)
#define TC3_REFUSED
#error "tc3 needs C++20: compile with -std=c++20 (MSVC: /std:c++20)"
#elif defined(TC3_FROM_INCLUDE)
#define TC3_REFUSED
#error "tc3 is included from include/ and from single_include/: keep one of these folders on the include path and remove the other"
#else
#define TC3_FROM_SINGLE_INCLUDE  // tools/amalgamate.py swaps this name and TC3_FROM_INCLUDE in its output
#endif

#ifndef TC3_REFUSED

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
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

// Macros that a program may define before it includes tc3, and the compiler-specific macros of the library.
//
//   TC3_CONFIG_HEADER   a header that is included first, "name.hpp" or <name.hpp>; a place to define the others
//   TC3_ASSERT(x)       checks a precondition of tc3, such as "the result has a value"; by default it does nothing
//   TC3_PORTABLE        leaves out what is written for the instructions of one processor (core/processor.hpp)
//   TC3_DECLARATIONS    leaves out the bodies of functions, for programs that are compiled often
//   TC3_IMPLEMENTATION  has the bodies: for one source file of such a program
//
// None changes the layout of a type. All units of a program define the same, TC3_IMPLEMENTATION aside.

#ifdef TC3_CONFIG_HEADER
#include TC3_CONFIG_HEADER
#endif

#ifndef TC3_ASSERT
#define TC3_ASSERT(condition) static_cast<void>(0)
#endif

// Header-only is the default. With TC3_DECLARATIONS or TC3_IMPLEMENTATION each body is compiled once, in the unit that defines the latter.
#if defined(TC3_IMPLEMENTATION)
#define TC3_BODIES
#define TC3_FUNCTION
#define TC3_INSTANTIATED template
#elif defined(TC3_DECLARATIONS)
#define TC3_INSTANTIATED extern template
#else
#define TC3_BODIES
#define TC3_FUNCTION inline
#endif
// TC3_BODIES        encloses the bodies of a header, after its declarations
// TC3_FUNCTION      marks the body of a function that is neither a template nor constexpr
// TC3_INSTANTIATED  begins the instantiation of a template that is compiled once; not defined where the compiler instantiates it as usual

/// The inline namespace of everything: the version, and how bodies are compiled. So units that were compiled in different ways do not share
/// a body. If no unit defines TC3_IMPLEMENTATION, the unresolved symbols of the linker have its name.
#if defined(TC3_INSTANTIATED) && defined(TC3_PORTABLE)
#define TC3_NAMESPACE v0_1_portable_needs_TC3_IMPLEMENTATION
#elif defined(TC3_INSTANTIATED)
#define TC3_NAMESPACE v0_1_needs_TC3_IMPLEMENTATION
#elif defined(TC3_PORTABLE)
#define TC3_NAMESPACE v0_1_portable
#else
#define TC3_NAMESPACE v0_1
#endif

/// Marks a parameter, or `*this`, to which the result refers: Clang warns if the result outlives it.
#if defined(__clang__)
#define TC3_LIFETIMEBOUND [[clang::lifetimebound]]
#else
#define TC3_LIFETIMEBOUND
#endif

/// Expands to a string with the name and the template arguments of the enclosing function: a name for a type without RTTI.
#if defined(_MSC_VER)
#define TC3_FUNCTION_NAME __FUNCSIG__
#else
#define TC3_FUNCTION_NAME __PRETTY_FUNCTION__
#endif

/// TC3_OFFSETS_BEGIN and TC3_OFFSETS_END enclose the field tables in faceid/, which use offsetof, and disable -Winvalid-offsetof there.
/// The warning applies to structs without standard layout; whether a struct has it depends on the text type of its storage. The offset is
/// right in both cases: only virtual bases would make it wrong, and these structs have no bases.
#if defined(__GNUC__)
#define TC3_OFFSETS_BEGIN _Pragma("GCC diagnostic push") _Pragma("GCC diagnostic ignored \"-Winvalid-offsetof\"")
#define TC3_OFFSETS_END _Pragma("GCC diagnostic pop")
#else
#define TC3_OFFSETS_BEGIN
#define TC3_OFFSETS_END
#endif

/// Forbids inlining of a function that has many callers: one copy keeps programs small and compile times short.
#if defined(_MSC_VER)
#define TC3_NOINLINE __declspec(noinline)
#else
#define TC3_NOINLINE __attribute__((noinline))
#endif

// ---- tc3/fwd.hpp ----------------------------------------------------------------------------------------------------

// Forward declarations, for headers that only name the types of tc3. Those of eKYC are in faceid/fwd.hpp.

namespace tc3::inline TC3_NAMESPACE {

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

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/version.hpp ------------------------------------------------------------------------------------------------

// The version of tc3 as macros, for use in #if. meson.build reads it from this file.

#define TC3_VERSION_MAJOR 0
#define TC3_VERSION_MINOR 1
#define TC3_VERSION_PATCH 0
#define TC3_VERSION_STRING "0.1.0"

// ---- tc3/core/slice.hpp ---------------------------------------------------------------------------------------------

// Parts and comparisons of text that link neither the exceptions of std::string_view nor memcmp.

namespace tc3::inline TC3_NAMESPACE {

/// Returns up to `size` characters of a text, from `start` on; an empty view if `start` is beyond the end. std::string_view::substr()
/// throws in that case, and so would link the code for exceptions into firmware.
[[nodiscard]] constexpr std::string_view slice(std::string_view text TC3_LIFETIMEBOUND, std::size_t start,
                                               std::size_t size = std::string_view::npos) noexcept {
    text.remove_prefix(start < text.size() ? start : text.size());
    return {text.data(), size < text.size() ? size : text.size()};
}

/// Returns whether a text begins with `beginning`. A loop, since std::string_view::starts_with() would link memcmp.
[[nodiscard]] constexpr bool starts_with(std::string_view text, std::string_view beginning) noexcept {
    if (text.size() < beginning.size()) return false;
    for (std::size_t i = 0; i < beginning.size(); ++i) {
        if (text[i] != beginning[i]) return false;
    }
    return true;
}

/// Returns whether two texts are equal. A loop, for the same reason.
[[nodiscard]] constexpr bool equal(std::string_view a, std::string_view b) noexcept { return a.size() == b.size() && starts_with(a, b); }

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/core/text_literal.hpp --------------------------------------------------------------------------------------

// The suffix of "text"sv in the namespace of tc3. Such a literal has its size at compile time; a plain one may need strlen.

namespace tc3::inline TC3_NAMESPACE {

using std::string_view_literals::operator""sv;

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/core/ascii.hpp ---------------------------------------------------------------------------------------------

// Character classes and comparisons of ASCII, without a locale.

namespace tc3::inline TC3_NAMESPACE::ascii {

[[nodiscard]] constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_lower(char c) noexcept { return c >= 'a' && c <= 'z'; }
[[nodiscard]] constexpr bool is_upper(char c) noexcept { return c >= 'A' && c <= 'Z'; }
[[nodiscard]] constexpr bool is_alphanumeric(char c) noexcept { return is_digit(c) || is_lower(c) || is_upper(c); }
[[nodiscard]] constexpr bool is_visible(char c) noexcept { return c > ' ' && c < '\x7f'; }
[[nodiscard]] constexpr bool is_blank(char c) noexcept { return c == ' ' || c == '\t'; }
[[nodiscard]] constexpr bool is_space(char c) noexcept { return is_blank(c) || c == '\r' || c == '\n'; }
[[nodiscard]] constexpr bool is_control(char c) noexcept { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; }

[[nodiscard]] constexpr char to_lower(char c) noexcept { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

/// Returns whether `c` is one of some characters. A loop, since std::string_view::find would link memchr.
[[nodiscard]] constexpr bool contains(std::string_view characters, char c) noexcept {
    for (const char each : characters) {
        if (each == c) return true;
    }
    return false;
}

/// Returns whether `c` may be part of a token, such as a header name. Source: RFC 9110, 5.6.2.
[[nodiscard]] constexpr bool is_token(char c) noexcept { return is_visible(c) && !contains("\"(),/:;<=>?@[\\]{}"sv, c); }

/// Returns whether `c` may be part of a header value: a visible character, a blank or a byte beyond ASCII. Source: RFC 9110, 5.5.
[[nodiscard]] constexpr bool is_field_value(char c) noexcept { return c == '\t' || !is_control(c); }

/// Returns a text without the blanks (space, tab) at both ends.
[[nodiscard]] TC3_NOINLINE constexpr std::string_view trim(std::string_view text TC3_LIFETIMEBOUND) noexcept {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

/// Compares the lower-case forms of two texts, byte by byte. Returns a negative number, 0 or a positive number. Bytes are unsigned: text
/// beyond ASCII comes last.
[[nodiscard]] TC3_NOINLINE constexpr int compare_lower(const std::string_view& a, const std::string_view& b) noexcept {
    for (std::size_t i = 0;; ++i) {
        if (i == a.size() || i == b.size()) return static_cast<int>(a.size() > i) - static_cast<int>(b.size() > i);
        const int difference = static_cast<unsigned char>(to_lower(a[i])) - static_cast<unsigned char>(to_lower(b[i]));
        if (difference != 0) return difference;
    }
}

/// Returns whether two texts are equal, except for the case of ASCII letters.
[[nodiscard]] constexpr bool equal_lower(const std::string_view& a, const std::string_view& b) noexcept { return compare_lower(a, b) == 0; }

/// Returns the position of the first character for which `allowed(character)` is false, or npos.
template <class Allowed>
[[nodiscard]] constexpr std::size_t find_not(std::string_view text, Allowed allowed) noexcept {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!allowed(text[i])) return i;
    }
    return std::string_view::npos;
}

/// Returns the position of the first `wanted`, or npos. A loop, for the reason given at contains(); std::string_view::find is quicker where
/// texts are long.
[[nodiscard]] TC3_NOINLINE constexpr std::size_t find(std::string_view text, char wanted) noexcept {
    return find_not(text, [wanted](char c) { return c != wanted; });
}

/// Returns whether a name is one of `words`, which are separated by single blanks. The case of letters does not matter.
[[nodiscard]] constexpr bool is_word_of(std::string_view words, std::string_view name) noexcept {
    while (!words.empty()) {
        const std::string_view word = slice(words, 0, find(words, ' '));
        if (equal_lower(name, word)) return true;
        words = slice(words, word.size() + 1);
    }
    return false;
}

}  // namespace tc3::inline TC3_NAMESPACE::ascii

// ---- tc3/core/bit_set.hpp -------------------------------------------------------------------------------------------

// A fixed number of bits, without the strings and exceptions of std::bitset.

namespace tc3::inline TC3_NAMESPACE {

/// `Bits` bits, all false at first. An index must be below Bits.
template <std::size_t Bits>
class bit_set {
public:
    /// Sets a bit to `value`.
    constexpr void assign(std::size_t index, bool value) noexcept {
        const auto bit = static_cast<std::uint8_t>(1U << (index % 8));
        std::uint8_t& byte = bytes_[index / 8];
        byte = static_cast<std::uint8_t>(value ? byte | bit : byte & ~bit);
    }
    /// Returns the value of a bit.
    [[nodiscard]] constexpr bool contains(std::size_t index) const noexcept {
        return (unsigned{bytes_[index / 8]} >> (index % 8) & 1U) != 0;
    }

private:
    std::array<std::uint8_t, (Bits + 7) / 8> bytes_{};  // bytes rather than words: each machine shifts them without a library call
};

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/core/bytes.hpp ---------------------------------------------------------------------------------------------

// Conversions between text (std::string_view) and bytes, the input of hashes.

namespace tc3::inline TC3_NAMESPACE {

/// A view of bytes.
using bytes_view = std::span<const std::uint8_t>;

/// Returns a view of the bytes of a text. Not constexpr: see for_copied_bytes_of().
[[nodiscard]] inline bytes_view as_bytes(std::string_view text TC3_LIFETIMEBOUND) noexcept {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

/// Returns a view of bytes as text: of a body that was received as std::byte, char or unsigned char.
///
/// Lifetime: refers to the bytes.
template <class Byte>
    requires(sizeof(Byte) == 1 && std::is_trivially_copyable_v<Byte>)
[[nodiscard]] std::string_view as_text(std::span<Byte> bytes) noexcept {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// Calls `use(bytes_view)` with each copied piece of a text of up to 64 bytes: for constant expressions, which cannot view characters as
/// bytes.
template <class Use>
constexpr void for_copied_bytes_of(std::string_view text, Use&& use) {
    std::array<std::uint8_t, 64> piece{};
    while (!text.empty()) {
        const std::size_t size = text.size() < piece.size() ? text.size() : piece.size();
        for (std::size_t i = 0; i < size; ++i) piece[i] = static_cast<std::uint8_t>(text[i]);
        use(bytes_view(piece.data(), size));
        text.remove_prefix(size);
    }
}

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/core/sink.hpp ----------------------------------------------------------------------------------------------

// Sinks: destinations for text. Each text of tc3 is written by one function, a template over its sink: a string, a buffer, a counter,
// a hash, a socket.

namespace tc3::inline TC3_NAMESPACE {

/// A type that takes text in pieces, such as std::string. Writers do not look for errors: a sink that can fail keeps its error, and you
/// ask the sink after the last piece.
template <class S>
concept sink = requires(S& out, std::string_view text) { out.append(text); };

/// A sink that keeps nothing but the size of what is written.
class counting_sink {
public:
    constexpr void append(std::string_view text) noexcept { size_ += text.size(); }
    [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }

private:
    std::size_t size_ = 0;
};

/// A sink that fills a buffer. Text beyond the end of the buffer is counted and dropped.
///
/// Lifetime: refers to the buffer, as do its views.
class buffer_sink {
public:
    constexpr explicit buffer_sink(std::span<char> memory) noexcept : memory_(memory) {}

    TC3_NOINLINE constexpr void append(const std::string_view& text) noexcept {
        for (const char c : text) {
            if (needed_ < memory_.size()) memory_[needed_] = c;
            ++needed_;
        }
    }

    /// Returns whether the whole text is in the buffer.
    [[nodiscard]] constexpr bool complete() const noexcept { return needed_ <= memory_.size(); }
    /// Returns the size of the whole text, which may exceed that of the buffer.
    [[nodiscard]] constexpr std::size_t needed() const noexcept { return needed_; }
    /// Returns the text as far as it is in the buffer.
    [[nodiscard]] constexpr std::string_view view() const noexcept {
        return {memory_.data(), needed_ < memory_.size() ? needed_ : memory_.size()};
    }

private:
    std::span<char> memory_;
    std::size_t needed_ = 0;
};

/// Any sink, to pass by reference: a function that takes it is compiled once, not once for each type of sink. Each piece is one indirect
/// call. sink_adapter makes one of another sink.
class any_sink {
public:
    constexpr void append(const std::string_view& text) { append_(*this, text); }
    /// Appends a string literal, whose size is known at compile time. For literals only: of any other array it appends all but the last
    /// character.
    template <std::size_t Length>
    constexpr void append(const char (&literal)[Length]) {
        TC3_ASSERT(literal[Length - 1] == '\0');
        append_(*this, std::string_view(literal, Length - 1));
    }
    any_sink(const any_sink&) = delete;
    any_sink& operator=(const any_sink&) = delete;

protected:
    using append_function = void (*)(any_sink& self, const std::string_view& text);
    constexpr explicit any_sink(append_function function) noexcept : append_(function) {}
    constexpr ~any_sink() = default;

private:
    append_function append_;  // a virtual function would add a table, RTTI and a deleting destructor to firmware
};

/// An any_sink that writes to a sink of type S.
///
/// Lifetime: refers to `target`.
template <sink S>
class sink_adapter final : public any_sink {
public:
    constexpr explicit sink_adapter(S& target TC3_LIFETIMEBOUND) noexcept : any_sink(append_to), target_(target) {}

private:
    static constexpr void append_to(any_sink& self, const std::string_view& text) { static_cast<sink_adapter&>(self).target_.append(text); }

    S& target_;
};
template <sink S>
sink_adapter(S&) -> sink_adapter<S>;

/// What a template over a sink S passes as any_sink, initialised from that sink: the sink itself if it is an any_sink, else an adapter.
template <sink S>
using any_sink_of = std::conditional_t<std::is_base_of_v<any_sink, S>, any_sink&, sink_adapter<S>>;

/// Writes one character.
template <sink S>
constexpr void write_char(S& out, char c) {
    out.append(std::string_view(&c, 1));
}

/// Writes an integer in decimal, with a sign only if it is negative.
template <sink S, class Integer>
    requires std::is_integral_v<Integer>
constexpr void write_decimal(S& out, Integer number);

namespace core_detail {

/// Divides a number by ten and returns the remainder, by long division with digits of 16 bits. A division of 64 bits is a library call of
/// most of a kilobyte on machines with registers of 32 bits.
constexpr unsigned take_last_digit(std::uint64_t& number) noexcept {
    std::uint32_t remainder = 0;
    for (int i = 0; i < 4; ++i) {
        // The dividend is below 10 * 2^16, so its quotient has 16 bits. `number` is shifted by one digit: the dividend leaves at the top,
        // and the quotient enters at the bottom. After four steps only quotients are left.
        const std::uint32_t dividend = remainder << 16U | static_cast<std::uint32_t>(number >> 48U);
        number = number << 16U | dividend / 10;
        remainder = dividend % 10;
    }
    return remainder;
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

template <sink S, class Integer>
    requires std::is_integral_v<Integer>
constexpr void write_decimal(S& out, Integer number) {
    const bool negative = std::is_signed_v<Integer> && number < Integer{};
    any_sink_of<S> to(out);
    core_detail::write_integer(to, static_cast<std::uint64_t>(number), negative);
}

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/core/character_name.hpp ------------------------------------------------------------------------------------

// Names of single characters for messages: those that a viewer does not show, or that look like another.

namespace tc3::inline TC3_NAMESPACE {

/// Writes what to call a character: "a line end", "a quote", "'/'", "U+200B zero width space", "U+00E9".
template <sink S>
constexpr void write_character_name(S& out, char16_t character);

namespace core_detail {

struct character_name {
    char16_t character;
    std::string_view name;
};

/// Names that say all: the code point does not help a reader.
inline constexpr character_name plain_names[] = {
    {u'\t', "a tab"},
    {u'\n', "a line end"},
    {u'\r', "a line end"},
    {u' ', "a blank"},
    {u'"', "a quote"},
    {u'\'', "a quote"},
    {u'`', "a quote"},
    {u'\u2400', "a NUL"},
    {0xFFFD, "U+FFFD or a byte that is not UTF-8"},
    {0xFFFE, "a character above U+FFFF"},
};

/// Names that follow the code point. Source: Unicode 16, names and aliases.
inline constexpr character_name coded_names[] = {
    {0x00A0, "no-break space"},
    {0x00AD, "soft hyphen"},
    {0x200B, "zero width space"},
    {0x200C, "zero width non-joiner"},
    {0x200D, "zero width joiner"},
    {0x200E, "left-to-right mark"},
    {0x200F, "right-to-left mark"},
    {0x2013, "en dash"},
    {0x2014, "em dash"},
    {0x2018, "left quotation mark"},
    {0x2019, "right quotation mark"},
    {0x201C, "left double quotation mark"},
    {0x201D, "right double quotation mark"},
    {0x2028, "line separator"},
    {0x202F, "narrow no-break space"},
    {0x2060, "word joiner"},
    {0x3000, "ideographic space"},
    {0xFEFF, "byte order mark"},
};

template <std::size_t Count>
[[nodiscard]] constexpr std::string_view find_name(const character_name (&names)[Count], char16_t character) noexcept {
    for (const character_name& each : names) {
        if (each.character == character) return each.name;
    }
    return {};
}

constexpr void write_code_point(any_sink& out, char16_t character) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    out.append("U+");
    for (unsigned shift = 16; shift != 0;) {
        shift -= 4;
        out.append(std::string_view(&digits[(static_cast<unsigned>(character) >> shift) & 0xFU], 1));
    }
}

TC3_NOINLINE constexpr void write_character_name(any_sink& out, char16_t character) {
    if (const std::string_view name = find_name(plain_names, character); !name.empty()) return out.append(name);
    if (character < 0x7F && ascii::is_visible(static_cast<char>(character))) {
        const char quoted[] = {'\'', static_cast<char>(character), '\''};
        return out.append(std::string_view(quoted, sizeof quoted));
    }
    write_code_point(out, character);
    const std::string_view name = find_name(coded_names, character);
    if (!name.empty()) out.append(" ");
    out.append(name);
}

}  // namespace core_detail

template <sink S>
constexpr void write_character_name(S& out, char16_t character) {
    any_sink_of<S> to(out);
    core_detail::write_character_name(to, character);
}

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/core/constant_time.hpp -------------------------------------------------------------------------------------

// A comparison of secrets that does not reveal them by its time.

namespace tc3::inline TC3_NAMESPACE {

/// Returns whether two sequences of bytes are equal. The time depends on their sizes only, not on their contents.
template <class Byte>
    requires(sizeof(Byte) == 1)
[[nodiscard]] constexpr bool equal_in_constant_time(std::span<const Byte> a, std::span<const Byte> b) noexcept {
    if (a.size() != b.size()) return false;
    unsigned difference = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        difference |= static_cast<unsigned>(static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]));
    return difference == 0;
}

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/core/error.hpp ---------------------------------------------------------------------------------------------

// An error as a value: what is wrong, in which part, and at which byte. It holds no secret and no copy of the input.

namespace tc3::inline TC3_NAMESPACE {

/// What is wrong. The comments name the folders in which a code arises. A folder that uses one of them returns its codes too.
enum class errc : std::uint8_t {
    none,
    // The input of a caller.
    missing,              ///< empty, or absent where the service requires it (validation, signing, model, api)
    forbidden_character,  ///< a character that is not allowed at `position` (encoding, validation)
    untrimmed,            ///< begins, at position 0, or ends with a blank or a line end that was pasted with it (validation)
    placeholder,          ///< a word from an example in place of a credential (validation)
    swapped,              ///< a secret key that begins as a secret id does, with a secret id that does not (validation)
    has_scheme,           ///< "https://" before a host (validation)
    invalid_utf8,         ///< text that is not UTF-8 from `position` on (json, validation)
    out_of_range,         ///< a time or a number outside its limits (json, validation, model)
    malformed,            ///< a signature or an Authorization header of another form (signing)
    duplicate,            ///< a header or a member of a JSON object that occurs twice (validation, model, api)
    not_allowed,          ///< a value that is outside a closed set, or that another option excludes (model, api, transport)
    too_large,            ///< `needed` bytes where the service takes at most `limit` (validation, api)
    too_many,             ///< `needed` headers or list elements where at most `limit` are read (signing, model, api)
    wrong_scope,          ///< a signing key of another day or service (signing)
    // Text in place of base64 with the standard alphabet and padding.
    not_base64,   ///< a character that is not allowed at `position` (encoding, model)
    data_prefix,  ///< a data: URL, which has base64 after its comma (encoding, model)
    file_link,    ///< the address of a file (encoding, model)
    line_end,     ///< a line end or blank, the first at `position` (encoding, model)
    url_safe,     ///< the digits - and _ of the URL-safe alphabet, the first at `position` (encoding, model)
    unpadded,     ///< too few = at the end (encoding, model)
    // The policies and signers of a program.
    crypto_failed,  ///< the SHA-256 or HMAC policy reported failure (crypto, signing, api)
    signer_failed,  ///< the signer reported failure without an error of its own (adapters, api)
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
    // Bodies that are no JSON document (api).
    html_page,
    xml,
    gzip,
    compressed,     ///< zlib or zstd
    event_stream,   ///< server-sent events
    chunk_framing,  ///< sizes of chunks between parts of the body
    byte_order_mark,
    plain_text,
    binary_data,
    old_api,  ///< a response of version 2.0 of the API
    // Memory of a program.
    buffer_too_small,  ///< a buffer or workspace of `limit` bytes where `needed` are required (core, encoding, model)
    not_stored,        ///< a storage did not take a value (model, api)
    in_use,            ///< a workspace that another call uses (api)
};

/// The type of a JSON value; `none` where there is no value.
enum class json_type : std::uint8_t { none, object, array, string, number, boolean, null };

/// The name of a part of a request or response, as it appears in a message: "host", "header value". As large as one pointer.
class part_name {
public:
    constexpr part_name() noexcept = default;
    /// Implicit: a string literal is the name of a part.
    consteval part_name(const char* word) noexcept : word_(word) {}  // NOLINT: implicit

    [[nodiscard]] constexpr std::string_view view() const noexcept { return word_ == nullptr ? std::string_view() : word_; }
    [[nodiscard]] constexpr bool empty() const noexcept { return view().empty(); }
    friend constexpr bool operator==(part_name a, std::string_view b) noexcept { return a.view() == b; }
    friend constexpr bool operator==(part_name a, const char* b) noexcept { return a.view() == b; }
    friend constexpr bool operator==(part_name a, part_name b) noexcept { return a.view() == b.view(); }

private:
    const char* word_ = nullptr;
};

/// What is wrong and where. Trivially copyable.
///
/// Lifetime: `name` points into the memory that was checked, or is a constant.
struct error {
    static constexpr std::size_t no_position = static_cast<std::size_t>(-1);

    errc code = errc::none;
    json_type found = json_type::none;   ///< the type of the value, where the code is wrong_type
    char16_t character = 0;              ///< the character at `position`, as character_at() returns it; 0 if it was not looked at
    part_name part = {};                 ///< the part concerned
    std::size_t position = no_position;  ///< the byte within the part
    std::size_t needed = 0;              ///< the size that was found or is required: see the code
    std::size_t limit = 0;               ///< the limit that `needed` or the depth exceeds
    std::string_view name = {};          ///< the header or field concerned, "Filters[2].Name"; else empty

    /// Compares all members but `found` and `character`, which follow from document and position.
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
        case errc::placeholder: return "is a placeholder: pass the value itself";
        case errc::swapped: return "begins as a secret id does: are id and key swapped?";
        case errc::has_scheme: return "has a scheme (pass the name without https://)";
        case errc::untrimmed: return "begins or ends with a blank or line end";
        case errc::invalid_utf8: return "is not UTF-8";
        case errc::out_of_range: return "is out of range";
        case errc::malformed: return "is malformed";
        case errc::duplicate: return "occurs twice";
        case errc::not_allowed: return "is not allowed here";
        case errc::too_large: return "is too large";
        case errc::too_many: return "are too many";
        case errc::wrong_scope: return "does not fit the day and service of the signing key";
        case errc::not_base64: return "is not base64";
        case errc::data_prefix: return "begins with a data: prefix (pass what follows its comma)";
        case errc::file_link: return "is a link (pass the file itself as base64)";
        case errc::line_end: return "has line ends or blanks (remove them)";
        case errc::url_safe: return "has the URL-safe alphabet (replace - by + and _ by /)";
        case errc::unpadded: return "lacks padding (append = up to a multiple of four characters)";
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
        case errc::html_page: return "is an HTML page, not JSON (from a proxy or a portal?)";
        case errc::xml: return "is XML, not JSON";
        case errc::gzip: return "is compressed with gzip: decompress it first";
        case errc::compressed: return "is compressed: decompress it first";
        case errc::event_stream: return "is an event stream, not one JSON document";
        case errc::chunk_framing: return "has the sizes of HTTP chunks in it: remove them first";
        case errc::byte_order_mark: return "begins with a byte order mark";
        case errc::plain_text: return "is plain text, not JSON";
        case errc::binary_data: return "is binary data, not JSON";
        case errc::old_api: return "is a response of API 2.0: is the host right?";
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
/// All messages of tc3 take the words of an error from here. The name is written unchanged: tc3 sets names of headers, which are tokens,
/// and wire names of tables, but no text from outside.
template <sink S>
constexpr void write_error(S& out, const error& error);

namespace core_detail {

/// Says what to do about a header that a program may not add.
[[nodiscard]] constexpr std::string_view advice_for_header(std::string_view name) noexcept {
    struct option_of {
        std::string_view header, advice;
    };
    constexpr option_of options[] = {
        {"content-type", " (set content_type of request_options or of request_content)"},
        {"host", " (set host of the profile)"},
        {"x-tc-language", " (set language of the profile)"},
        {"x-tc-region", " (set region of the profile)"},
        {"x-tc-requestclient", " (set request_client of request_options)"},
        {"x-tc-token", " (set token of the credential)"},
        {"x-tc-traceid", " (set trace_id of request_options)"},
        {"x-tc-version", " (set version of the profile or of the action)"},
    };
    for (const option_of& each : options) {
        if (ascii::equal_lower(each.header, name)) return each.advice;
    }
    return {};
}

/// Says what to do about a character that a part does not hold.
[[nodiscard]] constexpr std::string_view advice_for_character(part_name part, char16_t character) noexcept {
    const char c = character < 0x7F ? static_cast<char>(character) : '\0';
    if (part == "secret id" || part == "secret key" || part == "session token") {
        return ascii::contains("$%<>{}"sv, c) ? std::string_view(" (is it encoded, or a placeholder?)") : std::string_view();
    }
    if (part != "host" && part != "connect address" && part != "address") return {};
    if (c == '@') return " (pass the name without a user)";
    if (c == ':') return " (an IPv6 address needs brackets)";
    return ascii::contains("/\\?#"sv, c) ? std::string_view(" (pass the name without a path)") : std::string_view();
}

[[nodiscard]] constexpr std::string_view advice_for(const error& error) noexcept {
    if (error.code == errc::untrimmed) return " (copied along with the text?)";
    if (error.code == errc::forbidden_character) return advice_for_character(error.part, error.character);
    if (error.code == errc::out_of_range && error.part == "timestamp") return " (is the clock set, and in seconds?)";
    if (error.code != errc::not_allowed) return {};
    if (error.part == "header name") return advice_for_header(error.name);
    if (error.part == "content type") {
        return " (only for a POST of a struct or JSON: application/json, with or without ; charset=utf-8)";
    }
    return {};
}

/// Writes what is wrong, with the character that it concerns, if that is known.
constexpr void write_description(any_sink& out, const error& error) {
    const bool is_untrimmed = error.code == errc::untrimmed;
    const bool is_of_character = is_untrimmed || error.code == errc::forbidden_character;
    // A letter or digit is wrong only because of what is before it, and may be one of a password.
    const bool is_telling = error.character >= 0x80 || !ascii::is_alphanumeric(static_cast<char>(error.character));
    if (error.character == 0 || !is_of_character || !is_telling) return out.append(describe(error.code));
    out.append(!is_untrimmed ? "holds " : error.position == 0 ? "begins with " : "ends with ");
    write_character_name(out, error.character);
}

/// Writes how large a file may be whose base64 fills a body: three quarters of it.
constexpr void write_size_advice(any_sink& out, const error& error) {
    if (error.code != errc::too_large) return;
    if (error.part == "query") return out.append(" (send it as a POST)");
    if (error.part != "body") return;
    out.append(" (as base64, a file takes 4 bytes for 3: up to ");
    write_decimal(out, error.limit / 4 * 3);
    out.append(" bytes of files)");
}

constexpr void write_size_error(any_sink& out, const error& error) {
    const bool shortage = error.code == errc::buffer_too_small;
    out.append(shortage ? ": needs " : ": ");
    write_decimal(out, error.needed);
    out.append(shortage ? " bytes, has " : error.code == errc::too_large ? " bytes, the limit is " : ", the limit is ");
    write_decimal(out, error.limit);
    write_size_advice(out, error);
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
    if (named_field && error.code == errc::too_many) {
        out.append("has too many elements");
    } else {
        write_description(out, error);
    }
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
    out.append(advice_for(error));
}

}  // namespace core_detail

template <sink S>
constexpr void write_error(S& out, const error& error) {
    any_sink_of<S> to(out);
    core_detail::write_error(to, error);
}

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/core/fixed_text.hpp ----------------------------------------------------------------------------------------

// A text of limited length inside an object, without a heap.

namespace tc3::inline TC3_NAMESPACE {

/// A text of up to Capacity characters, and a sink. Characters that do not fit are dropped, and truncated() returns true from then on.
template <std::size_t Capacity>
class fixed_text {
    using size_type = std::conditional_t<(Capacity < 256), std::uint8_t, std::size_t>;

public:
    constexpr fixed_text() noexcept : text_{} {}
    constexpr explicit fixed_text(std::string_view text) noexcept : text_{} { append(text); }

    /// Holds `change(c)` for each character c of a text, such as ascii::to_lower(c).
    template <class Change>
    constexpr fixed_text(std::string_view text, Change change) noexcept : truncated_(text.size() > Capacity) {
        for (char& c : text_) {
            c = '\0';  // the characters after the text too, as constant expressions require
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
    /// Removes the characters after the first `size`. Does not change truncated().
    constexpr void shorten(std::size_t size) noexcept {
        if (size < size_) size_ = static_cast<size_type>(size);
    }

    [[nodiscard]] constexpr std::string_view view() const& noexcept TC3_LIFETIMEBOUND { return {text_.data(), size_}; }
    std::string_view view() const&& = delete;
    [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
    [[nodiscard]] constexpr bool truncated() const noexcept { return truncated_; }

    /// Compares the characters that were not dropped.
    friend constexpr bool operator==(const fixed_text& a, const fixed_text& b) noexcept { return a.view() == b.view(); }
    friend constexpr bool operator==(const fixed_text& a, std::string_view b) noexcept { return a.view() == b; }

private:
    std::array<char, Capacity> text_;
    size_type size_ = 0;
    bool truncated_ = false;
};

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/core/literal.hpp -------------------------------------------------------------------------------------------

// The type of named constants of the API, such as faceid::secure_level::motion_and_light.

namespace tc3::inline TC3_NAMESPACE {

/// A constant text that converts to the text of every storage.
///
/// It converts to each type with a constructor from std::string_view, such as std::string or the text class of your framework, and to an
/// optional of such a type.
class literal {
public:
    consteval explicit literal(std::string_view text) noexcept : text_(text) {}

    [[nodiscard]] constexpr std::string_view view() const noexcept { return text_; }

    // constructible_from rather than convertible_to, since the constructor of std::string from a view is explicit. Types with has_value()
    // are excluded: an optional already converts from what converts to its value, and two conversions would be ambiguous.
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

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/core/result.hpp --------------------------------------------------------------------------------------------

// A value or an error, with the names of std::expected, which C++20 does not have.

namespace tc3::inline TC3_NAMESPACE {

/// An error that converts to a result: `return unexpected(error{...});`
template <class E>
class unexpected {
public:
    constexpr explicit unexpected(E error) noexcept : error_(std::move(error)) {}
    [[nodiscard]] constexpr const E& error() const& noexcept TC3_LIFETIMEBOUND { return error_; }
    [[nodiscard]] constexpr E&& error() && noexcept TC3_LIFETIMEBOUND { return std::move(error_); }

private:
    E error_;
};
template <class E>
unexpected(E) -> unexpected<E>;

/// The tag of the constructor from an error: `result<T, error>(unexpect, error)`.
struct unexpect_t {};
inline constexpr unexpect_t unexpect{};

/// The tag of the constructor from a function that returns the value.
struct made_in_place_t {};
inline constexpr made_in_place_t made_in_place{};

/// The tag of the constructor from a function that returns the error.
struct error_made_in_place_t {};
inline constexpr error_made_in_place_t error_made_in_place{};

template <class T, class E>
class result;

namespace core_detail {

/// Whether T is a result or an `unexpected`. Such an object never becomes the value of a result: otherwise every result could become the
/// value of a `result<bool, E>`, by its conversion to bool.
template <class T>
inline constexpr bool is_result = false;
template <class T, class E>
inline constexpr bool is_result<result<T, E>> = true;
template <class E>
inline constexpr bool is_result<unexpected<E>> = true;

}  // namespace core_detail

/// A value of type T or an error of type E.
///
/// Access to a value or an error that is not there is undefined behaviour, checked by TC3_ASSERT. A move constructor of T or E that throws
/// ends the program.
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
    /// Holds the value that `make()` returns, constructed in place: T need not be movable.
    template <class Make>
    constexpr result(made_in_place_t tag, Make&& make) : has_value_(true), held_(tag, make) {}
    constexpr result(unexpect_t, const E& error) : has_value_(false), held_(error_tag{}, error) {}
    /// Holds the error that `make()` returns, constructed in place.
    template <class Make>
    constexpr result(error_made_in_place_t tag, Make&& make) : has_value_(false), held_(tag, make) {}

    constexpr result(const result& other) : has_value_(other.has_value_), held_(storage_from(other)) {}
    constexpr result(result&& other) noexcept : has_value_(other.has_value_), held_(storage_from(std::move(other))) {}
    // Serves all four combinations of value and error. `other` is a separate object even on self-assignment, and the move constructor is
    // noexcept, so *this never stays destroyed. constexpr would need std::construct_at, and with it <memory>.
    result& operator=(result other) noexcept {
        this->~result();
        return *::new (static_cast<void*>(this)) result(std::move(other));
    }
    constexpr ~result() { destroy(); }

    /// Replaces the value or error by a default-constructed error and returns it. The constructor of E must not throw.
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
    const T* operator->() const&& = delete;  // `make_request(...)->view()` would refer to a destroyed request

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
        constexpr storage(value_tag, U&& source) : value(std::forward<U>(source)) {}
        template <class Make>
        constexpr storage(made_in_place_t, Make& make) : value(make()) {}
        template <class Make>
        constexpr storage(error_made_in_place_t, Make& make) : error(make()) {}
        template <class U>
        constexpr storage(error_tag, U&& source) : error(std::forward<U>(source)) {}
        constexpr ~storage() {}  // NOLINT: result::destroy() destroys the member

        T value;
        E error;
    };

    // A constructor initialises held_ from this, with the right member from the start. A constructor that first made one member and then
    // changed to the other could not be constexpr without std::construct_at.
    template <class Result>
    [[nodiscard]] static constexpr storage storage_from(Result&& other) {
        if (other.has_value_) return storage(value_tag{}, std::forward<Result>(other).held_.value);
        return storage(error_tag{}, std::forward<Result>(other).held_.error);
    }

    bool has_value_;
    storage held_;
};

/// Success without a value, or an error of type E.
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

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/core/processor.hpp -----------------------------------------------------------------------------------------

// The processor that the compiler makes code for, and the instructions of the processor that the program runs on. No other header asks
// about either.
//
// A kernel is a function that is written for the instructions of one processor family; its portable twin is the specification. Kernels
// exist for x86-64 and AArch64 with GCC and clang, unless TC3_PORTABLE is defined. None runs at compile time.

#if !defined(TC3_PORTABLE) && defined(__GNUC__) && defined(__x86_64__) && !defined(__ILP32__)
#define TC3_X86_KERNELS
#elif !defined(TC3_PORTABLE) && defined(__GNUC__) && defined(__aarch64__) && !defined(__ILP32__) && !defined(__AARCH64EB__)
#define TC3_ARM_KERNELS
#endif

/// Marks a function that uses instructions which not every processor of the family has.
#if defined(TC3_X86_KERNELS) || defined(TC3_ARM_KERNELS)
#define TC3_TARGET(instructions) __attribute__((target(instructions)))
#endif

#if defined(TC3_ARM_KERNELS) && defined(__linux__)
extern "C" unsigned long getauxval(unsigned long type) noexcept;  // of the C library, without its header
#endif

namespace tc3::inline TC3_NAMESPACE {

/// Whether registers have 64 bits. Where they have not, small code goes before speed.
inline constexpr bool has_wide_registers = sizeof(void*) >= 8;

#if defined(TC3_X86_KERNELS) || defined(TC3_ARM_KERNELS)

/// The instructions of the processor that the program runs on, as far as kernels need them.
struct processor {
    enum feature : unsigned char {
        known = 1,    ///< set in any case
        sha_256 = 2,  ///< SHA-256; on x86 with SSSE3 and SSE4.1, which its kernel needs too
        ssse3 = 4,    ///< byte shuffles on 16 bytes
        avx = 8,      ///< the upper halves of the vector registers exist, and the system saves them
        avx2 = 16,    ///< integers of 32 bytes
    };

    /// Returns whether the processor has all of `features`. The processor is asked once.
    [[nodiscard]] static bool has(unsigned features) noexcept;

private:
    [[nodiscard]] static unsigned char find_features() noexcept;
};

namespace core_detail {

inline constexpr int relaxed_order = 0;       // of the atomic builtins
inline unsigned char processor_features = 0;  // 0 until the processor was asked; all threads find the same

#if defined(TC3_X86_KERNELS)

struct cpuid_registers {
    unsigned eax, ebx, ecx, edx;
};

// Assembly, since clang 14 does not know the name "sha" in __builtin_cpu_supports, and the headers of the compilers are slow to compile.
[[nodiscard]] inline cpuid_registers cpuid(unsigned leaf) noexcept {
    cpuid_registers to;
    __asm__ __volatile__("cpuid" : "=a"(to.eax), "=b"(to.ebx), "=c"(to.ecx), "=d"(to.edx) : "a"(leaf), "c"(0));
    return to;
}

/// Returns which registers the system saves. Allowed only if cpuid reports OSXSAVE.
[[nodiscard]] inline unsigned saved_registers() noexcept {
    unsigned low = 0;
    unsigned high = 0;
    __asm__ __volatile__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    return low;
}

#endif

}  // namespace core_detail

inline bool processor::has(unsigned features) noexcept {
    unsigned char found = __atomic_load_n(&core_detail::processor_features, core_detail::relaxed_order);
    if (found == 0) {
        found = find_features();
        __atomic_store_n(&core_detail::processor_features, found, core_detail::relaxed_order);
    }
    return (found & features) == features;
}

#if defined(TC3_X86_KERNELS)

// Source: Intel 64 and IA-32 Architectures Software Developer's Manual, volume 2, "CPUID"; volume 1, 14.3.
TC3_NOINLINE inline unsigned char processor::find_features() noexcept {
    const auto is_set = [](unsigned word, unsigned number) { return (word >> number & 1U) != 0; };
    unsigned features = known;
    const core_detail::cpuid_registers first = core_detail::cpuid(1);
    if (core_detail::cpuid(0).eax < 7) return known;
    const core_detail::cpuid_registers extended = core_detail::cpuid(7);
    const bool has_ssse3 = is_set(first.ecx, 9);
    const bool has_sse4_1 = is_set(first.ecx, 19);
    const bool saves_upper_halves = is_set(first.ecx, 27) && (core_detail::saved_registers() & 6U) == 6;
    if (has_ssse3) features |= ssse3;
    if (has_ssse3 && has_sse4_1 && is_set(extended.ebx, 29)) features |= sha_256;
    if (saves_upper_halves && is_set(first.ecx, 28)) features |= avx;
    if (saves_upper_halves && is_set(first.ecx, 28) && is_set(extended.ebx, 5)) features |= avx2;
    return static_cast<unsigned char>(features);
}

#elif defined(__APPLE__)

inline unsigned char processor::find_features() noexcept { return known | sha_256; }  // every 64-bit processor of Apple has it

#elif defined(__linux__)

inline unsigned char processor::find_features() noexcept {
    constexpr unsigned long hardware_capabilities = 16;  // AT_HWCAP
    constexpr unsigned long sha_2 = 1UL << 6U;           // HWCAP_SHA2
    return (getauxval(hardware_capabilities) & sha_2) != 0 ? known | sha_256 : known;
}

#else

inline unsigned char processor::find_features() noexcept { return known; }

#endif

#endif

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/core/secret.hpp --------------------------------------------------------------------------------------------

// Memory for secrets, overwritten with zeros before it is released.

namespace tc3::inline TC3_NAMESPACE {

namespace core_detail {

template <class Number>
TC3_NOINLINE void wipe_numbers(Number* numbers, std::size_t count) noexcept {
#if defined(__GNUC__)
    if constexpr (has_wide_registers) {
        std::memset(numbers, 0, count * sizeof(Number));
        // An empty instruction that may read the memory, as far as the compiler can see: so the compiler keeps the memset.
        __asm__ __volatile__("" : : "r"(numbers) : "memory");
        return;
    }
#endif
    // Volatile writes are never removed. On small machines this loop is also less code than a call of memset.
    volatile Number* next = numbers;
    for (std::size_t i = 0; i < count; ++i) next[i] = 0;
}

}  // namespace core_detail

/// Overwrites memory with zeros. The compiler does not remove this, although nothing reads the zeros. At compile time it does nothing.
constexpr void wipe(void* memory, std::size_t size) noexcept {
    if (std::is_constant_evaluated()) return;
    core_detail::wipe_numbers(static_cast<unsigned char*>(memory), size);
}

/// Overwrites an array of numbers with zeros, at compile time too.
template <class Number, std::size_t Count>
constexpr void wipe(std::array<Number, Count>& numbers) noexcept {
    if (!std::is_constant_evaluated()) return core_detail::wipe_numbers(numbers.data(), Count);
    for (Number& number : numbers) number = 0;
}

/// A secret text in memory of its own, which is wiped before it is released.
///
/// Only copy() copies it. A secret that was moved from is empty.
class secret {
public:
    secret() noexcept = default;
    /// Copies a string. Implicit, so that {"id", "key"} is a credential. Unlike in a std::string, a null pointer, such as std::getenv
    /// returns, makes an empty secret.
    secret(const char* text) : secret(copy_of{}, text == nullptr ? std::string_view{} : std::string_view(text)) {}  // NOLINT: implicit
    /// Copies a string or view. Implicit, for the same reason.
    template <class Text>
        requires std::convertible_to<const Text&, std::string_view> && (!std::convertible_to<const Text&, const char*>)
    secret(const Text& text) : secret(copy_of{}, text) {}  // NOLINT: implicit
    secret(secret&& other) noexcept : text_(std::exchange(other.text_, nullptr)), size_(std::exchange(other.size_, 0)) {}
    secret& operator=(secret&& other) noexcept {
        secret moved(std::move(other));  // first, so that self-assignment changes nothing; its destructor wipes the old text
        std::swap(text_, moved.text_);
        std::swap(size_, moved.size_);
        return *this;
    }
    secret(const secret&) = delete;  // moves only: use std::move or copy()
    secret& operator=(const secret&) = delete;
    ~secret() {
        if (text_ != nullptr) wipe(text_, size_);
        delete[] text_;
    }

    [[nodiscard]] secret copy() const { return {copy_of{}, view()}; }
    /// Returns the secret text. Never print it.
    ///
    /// Lifetime: refers to memory of this object; a move of the object or an assignment to it ends the view.
    [[nodiscard]] std::string_view view() const& noexcept TC3_LIFETIMEBOUND { return {text_, size_}; }
    std::string_view view() const&& = delete;
    [[nodiscard]] bool empty() const noexcept { return size_ == 0; }

private:
    struct copy_of {};
    secret(copy_of, std::string_view text) : text_(text.empty() ? nullptr : new char[text.size()]), size_(text.size()) {
        for (std::size_t i = 0; i < size_; ++i) text_[i] = text[i];
    }

    char* text_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/core/text_scanner.hpp --------------------------------------------------------------------------------------

// Takes a text apart from its front, at separators and expected words.

namespace tc3::inline TC3_NAMESPACE {

/// The part of a text that has not been read yet. A separator must not be empty.
///
/// Lifetime: refers to the text, as do the parts that it returns.
class text_scanner {
public:
    constexpr explicit text_scanner(std::string_view text TC3_LIFETIMEBOUND) noexcept : rest_(text) {}

    /// Returns the part that has not been read yet.
    [[nodiscard]] constexpr std::string_view rest() const noexcept { return rest_; }
    [[nodiscard]] constexpr bool empty() const noexcept { return rest_.empty(); }

    /// Skips `expected` if the rest begins with it. Returns whether it does.
    [[nodiscard]] constexpr bool skip(std::string_view expected) noexcept {
        if (!starts_with(rest_, expected)) return false;
        rest_.remove_prefix(expected.size());
        return true;
    }

    /// Takes the characters before the first `separator` and skips the separator. Takes nothing and returns std::nullopt if there is no
    /// separator.
    [[nodiscard]] constexpr std::optional<std::string_view> take_until(std::string_view separator) noexcept {
        const std::size_t size = rest_.find(separator);
        if (size == std::string_view::npos) return {};
        const std::string_view taken = slice(rest_, 0, size);
        rest_.remove_prefix(size + separator.size());
        return taken;
    }

    /// Takes the characters before the first `separator` and skips the separator. Takes the whole rest if there is no separator.
    [[nodiscard]] constexpr std::string_view take_part(std::string_view separator) noexcept {
        if (const auto part = take_until(separator)) return *part;
        return take_rest();
    }

    /// Takes the characters before the first one for which `allowed(character)` is false.
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

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/core/unix_time.hpp -----------------------------------------------------------------------------------------

// The time of a request in seconds and its UTC date, computed without a clock, a locale or a time zone.

namespace tc3::inline TC3_NAMESPACE {

/// A time in whole seconds since 1970-01-01T00:00:00Z. Zero is a valid time: the service rejects a request of a clock that is not set, and
/// its failure tells the time.
struct unix_time {
    std::int64_t seconds = 0;

    /// The last valid time, 9999-12-31T23:59:59Z. A time in milliseconds is beyond it, and is rejected before it is signed.
    static constexpr std::int64_t last_second = 253402300799;

    /// Returns whether the time is valid: from 1970 to 9999.
    [[nodiscard]] constexpr bool in_range() const noexcept { return seconds >= 0 && seconds <= last_second; }
    friend constexpr bool operator==(unix_time, unix_time) noexcept = default;
};

/// The UTC date of a time as text, `YYYY-MM-DD`; empty if the time is out of range. Source: docs/tc3-signing.md 1.3.
class utc_date {
public:
    constexpr utc_date() noexcept = default;
    constexpr explicit utc_date(unix_time time) noexcept {
        if (!time.in_range()) return;
        // A day has 675 * 2^7 seconds. The shift leaves 32 bits, so no division of 64 bits is needed.
        set_days(static_cast<std::uint32_t>(time.seconds >> 7U) / 675);
        size_ = static_cast<std::uint8_t>(text_.size());
    }

    [[nodiscard]] constexpr std::string_view view() const& noexcept TC3_LIFETIMEBOUND { return {text_.data(), size_}; }
    std::string_view view() const&& = delete;
    [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
    friend constexpr bool operator==(const utc_date&, const utc_date&) noexcept = default;

private:
    // Years begin on 1 March, so that a leap day is the last day of its year. Time is counted in quarters of a day, so that a century of
    // 36,524.25 days and a year of 365.25 days are whole numbers. A month has 30.6 days on average, which is 2^16 / 2141: months are
    // counted in 2^16ths.
    // Source: Neri and Schneider, Euclidean affine functions and their application to calendar algorithms, 2022.
    TC3_NOINLINE constexpr void set_days(std::uint32_t days_since_1970) noexcept {
        const std::uint32_t quarters = 4 * (days_since_1970 + 719468) + 3;  // since 0000-03-01
        const std::uint32_t century = quarters / 146097;
        const std::uint32_t quarters_of_century = quarters % 146097 | 3;  // the last quarter of the day
        const std::uint32_t year = 100 * century + quarters_of_century / 1461;
        const std::uint32_t day_of_year = quarters_of_century % 1461 / 4;
        const std::uint32_t months = 2141 * day_of_year + 197913;
        const std::uint32_t month = months >> 16U;  // from 3, March, to 14, February
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

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/core/workspace.hpp -----------------------------------------------------------------------------------------

// Memory of the program for borrowed values: their text and their lists.

namespace tc3::inline TC3_NAMESPACE {

/// Hands out your memory piece by piece, without a heap.
///
/// Text and objects fill the memory from its front. List elements wait on a stack at its back until the length of their list is known.
/// What is taken for one call of an action stays valid during later ones. clear() gives back all memory, return_to() what was taken since a
/// mark.
///
/// If the memory runs out, the workspace goes on counting: the same work succeeds in a workspace of needed() bytes at any address.
/// Not safe for use by two threads at a time.
///
/// Lifetime: what it hands out is in your memory, and valid until you release that memory or give it back by clear() or return_to().
class workspace {
public:
    /// The largest alignment of an object in a workspace.
    static constexpr std::size_t alignment = alignof(std::max_align_t) < 8 ? alignof(std::max_align_t) : 8;

    workspace() noexcept = default;
    /// Uses memory of one-byte elements, at any address.
    ///
    /// Lifetime: refers to the memory.
    template <class Byte>
        requires(sizeof(Byte) == 1 && std::is_trivial_v<Byte> && !std::is_const_v<Byte>)
    explicit workspace(std::span<Byte> memory) noexcept : begin_(reinterpret_cast<char*>(memory.data())), size_(memory.size()) {}
    /// Uses the elements of an array, a vector or another contiguous container.
    ///
    /// Lifetime: refers to the elements.
    template <class Memory>
        requires requires(Memory& memory) {
            requires sizeof(*std::data(memory)) == 1;
            requires !std::is_const_v<std::remove_reference_t<decltype(*std::data(memory))>>;
            std::span(std::data(memory), std::size(memory));
        }
    explicit workspace(Memory& memory TC3_LIFETIMEBOUND) noexcept : workspace(std::span(std::data(memory), std::size(memory))) {}
    // A copy would hand out the same memory a second time.
    workspace(const workspace&) = delete;
    workspace& operator=(const workspace&) = delete;

    /// Returns the size of the memory.
    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    /// Returns the size that everything up to now takes, including what did not fit.
    [[nodiscard]] std::size_t needed() const noexcept { return used_.needed; }
    /// Returns whether everything up to now fitted.
    [[nodiscard]] bool complete() const noexcept { return used_.needed <= size_; }
    /// Returns the number of free bytes; 0 while they are lent, and after something did not fit.
    [[nodiscard]] std::size_t available() const noexcept { return lent_ || !complete() ? 0 : size_ - used_.front - used_.back; }
    /// Returns the error for a workspace that is not complete().
    [[nodiscard]] error shortage() const noexcept {
        return {.code = errc::buffer_too_small, .part = "workspace", .needed = used_.needed, .limit = size_};
    }
    /// Gives back all memory, lent memory too.
    void clear() noexcept {
        used_ = {};
        lent_ = false;
    }

    /// How much of a workspace is in use: an argument of return_to(). Its members are for the workspace only.
    struct mark {
        std::size_t front = 0;           ///< offset of the first free byte
        std::size_t back = 0;            ///< size of the stack
        std::size_t needed = 0;          ///< the largest sum of both up to now
        std::size_t first_aligned = 0;   ///< offset of the first aligned object, after its padding; 0 if there is none
        std::size_t spared_padding = 0;  ///< padding that was counted but not used, before the first aligned object
    };
    /// Returns the mark of what is in use now, for return_to().
    [[nodiscard]] mark current_mark() const noexcept { return used_; }
    /// Gives back what was taken since `earlier`, and restores needed() and complete(). For work whose result is not wanted after all.
    void return_to(const mark& earlier) noexcept { used_ = earlier; }

    /// Takes memory for `size` characters. Returns null if it does not fit.
    [[nodiscard]] char* take_text(std::size_t size) noexcept {
        const std::size_t offset = used_.front;
        return advance_front(size) ? address(offset) : nullptr;
    }
    /// Takes a copy of a text. Returns an empty view if it does not fit. The text may be in the free memory itself,
    /// such as that of a loan that has ended: even where the copy is written, or above it.
    [[nodiscard]] std::string_view keep(std::string_view text) noexcept {
        char* copy = take_text(text.size());
        if (copy == nullptr || text.empty()) return {};
        move_down(copy, text.data(), text.size());
        return {copy, text.size()};
    }
    /// Lends all free memory, for a transport to write a response into. Until end_loan(), take nothing from the workspace:
    /// make_request_into(), parse_response() and call_into() fail with errc::in_use.
    [[nodiscard]] std::span<char> lend() noexcept {
        const std::size_t size = available();
        const std::span<char> free_memory = size != 0 ? std::span<char>(address(used_.front), size) : std::span<char>();
        lent_ = true;
        return free_memory;
    }
    /// Ends lend() and takes the first `size` bytes of the lent memory. A larger `size` than that of the lent memory counts as a shortage.
    void end_loan(std::size_t size) noexcept {
        lent_ = false;
        advance_front(size);
    }
    [[nodiscard]] bool is_lent() const noexcept { return lent_; }

    /// Takes a copy of one object. Returns null if it does not fit.
    template <class T>
    [[nodiscard]] const T* put(const T& object) noexcept {
        push(object);
        return settle<T>(1).data();
    }
    /// Pushes a copy of an element of a list onto the stack.
    template <class T>
    void push(const T& element) noexcept {
        static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= alignment);
        push_bytes(&element, sizeof(T));
    }
    /// Takes the last `count` elements off the stack. The elements must be of type T.
    template <class T>
    void drop(std::size_t count) noexcept {
        used_.back -= count * sizeof(T);
    }
    /// Takes the last `count` elements off the stack and returns them as a list, in the order in which they were pushed. Returns an empty
    /// list if it does not fit. The elements must be of type T.
    template <class T>
    [[nodiscard]] std::span<const T> settle(std::size_t count) noexcept {
        static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= alignment);
        const void* first = settle_bytes(count, sizeof(T), alignof(T));
        if (first == nullptr) return {};
        return {static_cast<const T*>(first), count};
    }

private:
    // Offsets are the same for every address of the memory. For that, the first aligned object always counts alignment - 1 bytes of
    // padding. The address may need less: spared_padding is the difference, and address() subtracts it.
    [[nodiscard]] char* address(std::size_t offset) const noexcept { return begin_ + (offset - used_.spared_padding); }
    [[nodiscard]] char* top_of_stack() const noexcept { return begin_ + (size_ - used_.back); }

    // Stops at the largest number, so that sizes from outside cannot wrap around to small ones.
    [[nodiscard]] static std::size_t add(std::size_t a, std::size_t b) noexcept {
        const std::size_t largest = static_cast<std::size_t>(-1);
        return b > largest - a ? largest : a + b;
    }
    // Raises needed() to what is in use. Returns complete().
    bool update_needed() noexcept {
        const std::size_t in_use = add(used_.front, used_.back);
        if (in_use > used_.needed) used_.needed = in_use;
        return complete();
    }
    // Takes `size` bytes at the front. Returns complete(): the addresses of these bytes are valid only then.
    bool advance_front(std::size_t size) noexcept {
        used_.front = add(used_.front, size);
        return update_needed();
    }

    TC3_NOINLINE void push_bytes(const void* element, std::size_t size) noexcept {
        used_.back = add(used_.back, size);
        if (update_needed()) std::memcpy(top_of_stack(), element, size);
    }

    TC3_NOINLINE const void* settle_bytes(std::size_t count, std::size_t size, std::size_t align) noexcept {
        if (count == 0) return nullptr;
        const std::size_t bytes = count * size;  // cannot overflow: push_bytes() added them up in `back`
        char* elements = complete() ? top_of_stack() : nullptr;
        used_.back -= bytes;  // before the front advances: the list is moved, and must not be counted twice
        align_front(align);
        const std::size_t offset = used_.front;
        if (!advance_front(bytes)) return nullptr;
        reverse(elements, count, size);
        move_down(address(offset), elements, bytes);
        return address(offset);
    }

    // Counts padding up to the next offset that is aligned. Offsets are relative to the first aligned object, which is at an aligned
    // address: the padding after it depends on the objects alone, that before it on the address too.
    void align_front(std::size_t align) noexcept {
        if (align <= 1) return;
        if (used_.first_aligned == 0) place_first_aligned();
        const std::size_t misalignment = (used_.front - used_.first_aligned) % align;
        if (misalignment != 0) used_.front = add(used_.front, align - misalignment);
    }
    void place_first_aligned() noexcept {
        constexpr std::size_t most_padding = alignment - 1;
        if (complete()) {
            const std::size_t beyond = reinterpret_cast<std::uintptr_t>(address(used_.front)) % alignment;
            const std::size_t padding = (alignment - beyond) % alignment;
            used_.spared_padding = most_padding - padding;
        }
        used_.front = used_.first_aligned = add(used_.front, most_padding);
    }

    // Copies to a lower address, or to memory that does not overlap. A copy from the front reads each byte before it overwrites it.
    // memmove would add to firmware.
    static void move_down(char* to, const char* from, std::size_t size) noexcept {
        if (to == from) return;
        for (std::size_t i = 0; i < size; ++i) to[i] = from[i];
    }

    // The stack grows towards the front, so its last element has the lowest address: a list is the reverse.
    static void reverse(char* elements, std::size_t count, std::size_t size) noexcept {
        char* last = elements + count * size;
        for (std::size_t i = 0; i < count / 2; ++i) {
            last -= size;
            for (std::size_t byte = 0; byte < size; ++byte, ++elements) {
                const char swapped = *elements;
                *elements = last[byte];
                last[byte] = swapped;
            }
        }
    }

    char* begin_ = nullptr;
    std::size_t size_ = 0;
    mark used_;
    bool lent_ = false;
};

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/core/workspace_loan.hpp ------------------------------------------------------------------------------------

// Lends the free memory of a workspace for a scope.

namespace tc3::inline TC3_NAMESPACE {

/// The free memory of a workspace, lent from construction to end(). Without a call of end(), as when an exception passes, the destructor
/// ends the loan and returns the workspace to `before`, which may be an older mark: then what was taken before the loan is given back too.
///
/// Lifetime: refers to `space`.
class workspace_loan {
public:
    workspace_loan(workspace& space TC3_LIFETIMEBOUND, const workspace::mark& before) noexcept
        : space_(space), before_(before), memory_(space.lend()) {}
    workspace_loan(const workspace_loan&) = delete;
    workspace_loan& operator=(const workspace_loan&) = delete;
    ~workspace_loan() {
        if (ended_) return;
        space_.end_loan(0);
        space_.return_to(before_);
    }
    /// Ends the loan and takes the first `size` bytes of the memory: see workspace::end_loan().
    void end(std::size_t size) noexcept {
        ended_ = true;
        space_.end_loan(size);
    }
    /// Returns the memory that was lent.
    [[nodiscard]] std::span<char> memory() const noexcept { return memory_; }

private:
    workspace& space_;
    workspace::mark before_;
    std::span<char> memory_;
    bool ended_ = false;
};

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/core/write_lower.hpp ---------------------------------------------------------------------------------------

// Writes text in lower case to a sink.

namespace tc3::inline TC3_NAMESPACE {

/// Writes a text with its ASCII letters in lower case, in pieces of up to 32 characters. Other bytes are written unchanged.
template <sink S>
constexpr void write_lower(S& out, const std::string_view& text);

namespace core_detail {

TC3_NOINLINE constexpr void write_lower(any_sink& out, const std::string_view& text) {
    std::string_view rest = text;
    while (!rest.empty()) {
        char piece[32];
        std::size_t size = 0;
        for (; size < sizeof piece && size < rest.size(); ++size) piece[size] = ascii::to_lower(rest[size]);
        out.append(std::string_view(piece, size));
        rest.remove_prefix(size);
    }
}

}  // namespace core_detail

template <sink S>
constexpr void write_lower(S& out, const std::string_view& text) {
    any_sink_of<S> to(out);
    core_detail::write_lower(to, text);
}

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/encoding/base64.hpp ----------------------------------------------------------------------------------------

// Base64 with the standard alphabet and padding, the form of images and videos in the API. Source: RFC 4648, 4.

namespace tc3::inline TC3_NAMESPACE {

/// Returns the size of the base64 text of `bytes` bytes.
[[nodiscard]] constexpr std::size_t base64_size(std::size_t bytes) noexcept { return bytes / 3 * 4 + (bytes % 3 == 0 ? 0 : 4); }

/// Writes bytes as base64, in pieces of up to 256 characters.
template <sink S>
constexpr void write_base64(S& out, bytes_view bytes);
/// Writes the bytes of a string_view as base64, in pieces of up to 256 characters.
template <sink S>
constexpr void write_base64(S& out, std::string_view bytes);

/// Returns the number of bytes that a well-formed text encodes. Only the size and the padding of the text are read.
[[nodiscard]] constexpr std::size_t base64_decoded_size(std::string_view text) noexcept;

/// Decodes a text into `to` and returns the number of bytes.
///
/// Each sequence of bytes has exactly one valid text: without blanks and line ends, with padding, and with zeros in the unused bits of the
/// last digit.
///
/// Errors: buffer_too_small if `to` has less than base64_decoded_size(text) bytes; forbidden_character at the position of a character that
/// is not a digit, of padding in the wrong place, or of a last digit with an unused bit that is set; unexpected_end at the end of a text
/// with an incomplete group of four characters. The content of `to` is then unspecified.
/// Cost: linear; no allocation.
[[nodiscard]] constexpr result<std::size_t, error> decode_base64(std::string_view text, std::span<char> to) noexcept;

namespace encoding_detail {

inline constexpr std::string_view base64_digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

[[nodiscard]] constexpr std::array<std::uint8_t, 256> make_base64_values() noexcept {
    std::array<std::uint8_t, 256> values{};
    for (std::uint8_t& value : values) value = 64;
    for (std::size_t i = 0; i < base64_digits.size(); ++i)
        values[static_cast<std::uint8_t>(base64_digits[i])] = static_cast<std::uint8_t>(i);
    return values;
}

/// The value of each character as a digit; 64 for a character that is not a digit.
inline constexpr std::array<std::uint8_t, 256> base64_values = make_base64_values();

constexpr std::uint32_t base64_value(char digit) noexcept { return base64_values[static_cast<std::uint8_t>(digit)]; }

/// Encodes `count` bytes, one to three, as four characters.
template <class Byte>
constexpr void encode_base64_group(const Byte* bytes, std::size_t count, char* to) noexcept {
    std::uint32_t bits = 0;  // 24 bits, the first byte on top
    for (std::size_t i = 0; i < 3; ++i) bits = bits << 8U | (i < count ? static_cast<std::uint8_t>(bytes[i]) : 0U);
    for (std::size_t i = 0; i < 4; ++i) to[i] = i > count ? '=' : base64_digits[bits >> (18 - 6 * i) & 63U];
}

// A template, since a constant expression cannot view characters as bytes.
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

/// Returns the number of padding characters, 0 to 2; 0 for a text with an incomplete group of four characters.
constexpr std::size_t base64_padding(std::string_view text) noexcept {
    if (text.empty() || text.size() % 4 != 0 || text.back() != '=') return 0;
    return text[text.size() - 2] == '=' ? 2 : 1;
}

constexpr unexpected<error> base64_forbidden(std::size_t position) noexcept {
    return unexpected(error{.code = errc::forbidden_character, .position = position});
}

/// Returns the error of a text that ends in an incomplete group, which begins at `group`.
constexpr unexpected<error> base64_incomplete(std::string_view text, std::size_t group) noexcept {
    for (std::size_t position = group; position < text.size(); ++position) {
        const bool may_be_padding = text[position] == '=' && position == group + 2;
        if (base64_value(text[position]) > 63 && !may_be_padding) return base64_forbidden(position);
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
    std::size_t group = 0;  // the position of a group of four characters
    for (; text.size() - group >= 4; group += 4) {
        const bool last = text.size() - group == 4;
        const std::size_t digits = last ? 4 - encoding_detail::base64_padding(text) : 4;
        std::uint32_t bits = 0;  // 24 bits, the first digit on top
        for (std::size_t i = 0; i < digits; ++i) {
            const std::uint32_t value = encoding_detail::base64_value(text[group + i]);
            if (value > 63) return encoding_detail::base64_forbidden(group + i);
            bits |= value << (18 - 6 * i);
        }
        const std::size_t bytes = digits - 1;
        for (std::size_t i = 0; i < bytes; ++i) to[used++] = static_cast<char>(bits >> (16 - 8 * i));
        const std::uint32_t unused_bits = bits & (0xFFFFFFU >> 8 * bytes);
        if (unused_bits != 0) return encoding_detail::base64_forbidden(group + digits - 1);
    }
    if (group != text.size()) return encoding_detail::base64_incomplete(text, group);
    return used;
}

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/encoding/base64_forms.hpp ----------------------------------------------------------------------------------

// Base64 in the forms that programs have: with line ends, without padding, in the URL-safe alphabet, as a data: URL. The service takes none
// of them, so find_base64_error() finds them before they are sent. decode_loose_base64() reads most of them.

namespace tc3::inline TC3_NAMESPACE {

/// Returns why decode_base64() rejects a text, in terms of the form that the text has; errc::none for a text that it accepts.
///
/// Errors, the first that applies: data_prefix; file_link; not_base64 at a character of no form of base64; line_end; url_safe; not_base64
/// at padding in the wrong place; unexpected_end or unpadded at the end of the text; not_base64 at a last digit with an unused bit that is
/// set. All except data_prefix and file_link have a position.
/// Cost: linear, a table lookup for each character; no allocation.
[[nodiscard]] constexpr error find_base64_error(std::string_view text) noexcept;

/// Returns the number of bytes that decode_loose_base64() returns for a text that it accepts.
///
/// Cost: linear, since only digits count.
[[nodiscard]] constexpr std::size_t loose_base64_decoded_size(std::string_view text) noexcept;

/// Decodes a text into `to` and returns the number of bytes. It accepts what decode_base64() accepts, and also:
///
/// - blanks, tabs and line ends anywhere;
/// - the digits of both alphabets: '+' or '-', '/' or '_';
/// - padding that is incomplete or absent;
/// - a last digit with unused bits that are set. They are ignored.
///
/// Errors: buffer_too_small if `to` has less than loose_base64_decoded_size(text) bytes; data_prefix; file_link; not_base64 at any other
/// character, or at padding in the wrong place; unexpected_end at the end of a text whose last group has a single digit. The content of
/// `to` is then unspecified.
/// Cost: linear; no allocation.
/// Source: RFC 4648, 4 and 5; RFC 2045, 6.8, for line ends.
[[nodiscard]] constexpr result<std::size_t, error> decode_loose_base64(std::string_view text, std::span<char> to) noexcept;

namespace encoding_detail {

// The class of a character in all forms of base64. A digit has its value in the lowest six bits.
inline constexpr std::uint8_t base64_foreign = 64;  // of no form, as in base64_values
inline constexpr std::uint8_t base64_blank = 65;    // also tabs and line ends
inline constexpr std::uint8_t base64_pad = 66;
inline constexpr std::uint8_t base64_url_safe = 64 + 62;  // '-', and 64 + 63 for '_'

[[nodiscard]] constexpr std::array<std::uint8_t, 256> make_base64_classes() noexcept {
    std::array<std::uint8_t, 256> classes = base64_values;
    for (const char c : {' ', '\t', '\r', '\n'}) classes[static_cast<std::uint8_t>(c)] = base64_blank;
    classes['='] = base64_pad;
    classes['-'] = base64_url_safe;
    classes['_'] = base64_url_safe + 1;
    return classes;
}

inline constexpr std::array<std::uint8_t, 256> base64_classes = make_base64_classes();

constexpr std::uint32_t base64_class(char c) noexcept { return base64_classes[static_cast<std::uint8_t>(c)]; }
constexpr bool is_loose_base64_digit(std::uint32_t character_class) noexcept {
    return character_class < base64_foreign || character_class >= base64_url_safe;
}

/// Returns the position of the first character from `start` on whose class is from `least` to `most`, or the size of the text.
constexpr std::size_t find_base64_class(std::string_view text, std::size_t start, std::uint32_t least, std::uint32_t most) noexcept {
    while (start < text.size() && (base64_class(text[start]) < least || base64_class(text[start]) > most)) ++start;
    return start;
}

/// Returns the most padding characters that may follow so many digits.
constexpr std::size_t most_base64_padding(std::size_t digits) noexcept { return digits % 4 < 2 ? 0 : 4 - digits % 4; }

constexpr error not_base64_at(std::size_t position) noexcept { return {.code = errc::not_base64, .position = position}; }

/// Returns the error of the first character from `start` on that is part of no form of base64, if there is one.
constexpr error find_foreign_base64_error(std::string_view text, std::size_t start) noexcept {
    const std::size_t position = find_base64_class(text, start, base64_foreign, base64_foreign);
    if (position == text.size()) return {};
    const std::string_view beginning = slice(text, ascii::find_not(text, ascii::is_space), 5);
    if (ascii::equal_lower(beginning, "data:"sv)) return {.code = errc::data_prefix};
    if (starts_with(slice(text, position), "://"sv)) return {.code = errc::file_link};
    return not_base64_at(position);
}

/// Returns the error of a text that is not digits of the standard alphabet and then padding. It has `digits` such digits at its beginning.
constexpr error base64_form_error(std::string_view text, std::size_t digits) noexcept {
    const error foreign = find_foreign_base64_error(text, digits);
    if (foreign.code != errc::none) return foreign;
    const std::size_t blank = find_base64_class(text, digits, base64_blank, base64_blank);
    if (blank != text.size()) return {.code = errc::line_end, .position = blank};
    const std::size_t url_safe = find_base64_class(text, digits, base64_url_safe, base64_url_safe + 1U);
    if (url_safe != text.size()) return {.code = errc::url_safe, .position = url_safe};
    return not_base64_at(digits);  // padding that is followed by digits
}

/// Returns the error of a text of so many digits of the standard alphabet and then padding, if there is one.
constexpr error base64_end_error(std::string_view text, std::size_t digits) noexcept {
    const std::size_t padding = text.size() - digits;
    const std::size_t needed = most_base64_padding(digits);
    if (padding > needed) return not_base64_at(digits);
    if (digits % 4 == 1) return {.code = errc::unexpected_end, .position = text.size()};
    if (padding < needed) return {.code = errc::unpadded, .position = text.size()};
    const std::uint32_t unused_bits = (1U << 2 * needed) - 1;
    if (needed != 0 && (base64_class(text[digits - 1]) & unused_bits) != 0) return not_base64_at(digits - 1);
    return {};
}

/// Returns the error of a text in which so many digits, of any alphabet, are before the first other character than blanks, at `end`.
constexpr error loose_base64_end_error(std::string_view text, std::size_t end, std::size_t digits) noexcept {
    const error foreign = find_foreign_base64_error(text, end);
    if (foreign.code != errc::none) return foreign;
    std::size_t padding = 0;
    for (const char c : slice(text, end)) {
        if (is_loose_base64_digit(base64_class(c))) return not_base64_at(end);
        if (c == '=') ++padding;
    }
    if (padding > most_base64_padding(digits)) return not_base64_at(end);
    if (digits % 4 == 1) return {.code = errc::unexpected_end, .position = text.size()};
    return {};
}

}  // namespace encoding_detail

constexpr error find_base64_error(std::string_view text) noexcept {
    using namespace encoding_detail;
    const std::size_t digits = find_base64_class(text, 0, base64_foreign, 255);
    const bool only_padding_follows = ascii::find_not(slice(text, digits), [](char c) { return c == '='; }) == std::string_view::npos;
    return only_padding_follows ? base64_end_error(text, digits) : base64_form_error(text, digits);
}

constexpr std::size_t loose_base64_decoded_size(std::string_view text) noexcept {
    std::size_t digits = 0;
    for (const char c : text) {
        if (encoding_detail::is_loose_base64_digit(encoding_detail::base64_class(c))) ++digits;
    }
    return digits / 4 * 3 + digits % 4 * 3 / 4;
}

constexpr result<std::size_t, error> decode_loose_base64(std::string_view text, std::span<char> to) noexcept {
    using namespace encoding_detail;
    const std::size_t needed = loose_base64_decoded_size(text);
    if (to.size() < needed)
        return unexpected(error{.code = errc::buffer_too_small, .part = "buffer", .needed = needed, .limit = to.size()});

    std::size_t used = 0;
    std::size_t digits = 0;
    std::uint32_t bits = 0;  // of the last digits; those of the last one are lowest
    std::size_t position = 0;
    for (; position < text.size(); ++position) {
        const std::uint32_t character_class = base64_class(text[position]);
        if (character_class == base64_blank) continue;
        if (!is_loose_base64_digit(character_class)) break;
        bits = bits << 6U | (character_class & 63U);
        const std::size_t place = digits++ % 4;  // in a group of four digits, each but the first completes a byte
        if (place != 0) to[used++] = static_cast<char>(bits >> (6 - 2 * place));
    }
    const error end = loose_base64_end_error(text, position, digits);
    if (end.code != errc::none) return unexpected(end);
    return used;
}

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/encoding/hex.hpp -------------------------------------------------------------------------------------------

// Hexadecimal text with lower-case digits, the form of hashes and signatures. Source: docs/tc3-signing.md 1.3.

namespace tc3::inline TC3_NAMESPACE {

/// Writes two digits for each byte, in pieces of up to 64 characters: a SHA-256 hash is one piece.
template <sink S>
constexpr void write_hex(S& out, bytes_view bytes);

/// Returns two digits for each byte.
template <std::size_t N>
[[nodiscard]] constexpr std::array<char, 2 * N> to_hex(const std::array<std::uint8_t, N>& bytes) noexcept;

/// Decodes a text into `to`. Returns false if the text does not have exactly two digits, 0-9 or a-f, for each byte of `to`; the content of
/// `to` is then unspecified.
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

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/encoding/utf8.hpp ------------------------------------------------------------------------------------------

// UTF-8, the encoding of all text in the API. Source: Unicode, 3.9, table 3-7.

namespace tc3::inline TC3_NAMESPACE {

namespace encoding_detail {

/// Returns the size of an ASCII prefix of the text, not always of the longest: 0 at compile time, where memory cannot be read as words, and
/// on 32-bit machines, where words are not faster than bytes.
constexpr std::size_t ascii_prefix(std::string_view text) noexcept;

/// Returns the size of the sequence at the front of a text; 0 if it is not well-formed. The text must not be empty.
constexpr std::size_t utf8_sequence_size(std::string_view text) noexcept;

}  // namespace encoding_detail

/// Returns the position of the first sequence that is not well-formed UTF-8, or npos. Overlong forms, surrogates, values beyond U+10FFFF
/// and incomplete sequences are not well-formed.
///
/// Cost: linear; on 64-bit machines it reads ASCII eight bytes at a time.
[[nodiscard]] TC3_NOINLINE constexpr std::size_t find_invalid_utf8(const std::string_view& text) noexcept {
    const auto rest_from = [text](std::size_t position) { return std::string_view(text.data() + position, text.size() - position); };
    std::size_t position = encoding_detail::ascii_prefix(text);
    while (position < text.size()) {
        const std::size_t size = encoding_detail::utf8_sequence_size(rest_from(position));
        if (size == 0) return position;
        position += size;
        if (size > 1) position += encoding_detail::ascii_prefix(rest_from(position));
    }
    return std::string_view::npos;
}

/// The UTF-8 form of one character: the first `size` bytes of `text`.
struct utf8_bytes {
    std::array<char, 4> text{};
    std::size_t size = 0;
};

/// Returns the UTF-8 form of a character. A surrogate or a value beyond U+10FFFF becomes U+FFFD.
[[nodiscard]] constexpr utf8_bytes encode_utf8(char32_t character) noexcept;

/// Writes the UTF-8 form of a character: see encode_utf8().
template <sink S>
constexpr void write_utf8(S& out, char32_t character);

/// Writes a text with U+FFFD in place of each byte that is not part of a well-formed sequence.
template <sink S>
constexpr void write_repaired_utf8(S& out, std::string_view text);

/// Removes the first character from a text, which must not be empty, and returns it. If the text does not begin with a well-formed
/// sequence, removes one byte and returns U+FFFD.
[[nodiscard]] constexpr char32_t take_utf8(std::string_view& text) noexcept;

namespace encoding_detail {

/// Returns the size of the longest ASCII prefix that consists of whole words of eight bytes.
[[nodiscard]] TC3_NOINLINE inline std::size_t ascii_prefix_by_words(std::string_view text) noexcept {
    std::size_t position = 0;
    for (std::uint64_t word = 0; text.size() - position >= sizeof word; position += sizeof word) {
        std::memcpy(&word, text.data() + position, sizeof word);
        if ((word & 0x8080808080808080U) != 0) break;
    }
    return position;
}

constexpr std::size_t ascii_prefix(std::string_view text) noexcept {
    if (std::is_constant_evaluated() || sizeof(std::size_t) < sizeof(std::uint64_t)) return 0;
    return ascii_prefix_by_words(text);
}

/// Returns the size of a sequence with this first byte; 0 for a byte that cannot be the first.
constexpr std::size_t utf8_size(std::uint8_t lead) noexcept {
    if (lead < 0x80) return 1;
    if (lead < 0xC2 || lead > 0xF4) return 0;
    if (lead < 0xE0) return 2;
    return lead < 0xF0 ? 3 : 4;
}

/// Returns whether the second byte may follow the first: the sequence is not overlong, a surrogate or beyond U+10FFFF.
constexpr bool utf8_second_fits(std::uint8_t lead, std::uint8_t second) noexcept {
    switch (lead) {
        case 0xE0: return second >= 0xA0;
        case 0xED: return second <= 0x9F;
        case 0xF0: return second >= 0x90;
        case 0xF4: return second <= 0x8F;
        default: return true;
    }
}

constexpr std::size_t utf8_sequence_size(std::string_view text) noexcept {
    const auto lead = static_cast<std::uint8_t>(text[0]);
    const std::size_t size = utf8_size(lead);
    if (size == 0 || text.size() < size) return 0;
    for (std::size_t i = 1; i < size; ++i) {
        if ((static_cast<std::uint8_t>(text[i]) & 0xC0U) != 0x80U) return 0;
    }
    return size == 1 || utf8_second_fits(lead, static_cast<std::uint8_t>(text[1])) ? size : 0;
}

TC3_NOINLINE constexpr void write_repaired_utf8(any_sink& out, std::string_view text) {
    while (!text.empty()) {
        const std::size_t invalid = find_invalid_utf8(text);
        if (invalid != 0) {
            const std::string_view valid(text.data(), invalid < text.size() ? invalid : text.size());
            out.append(valid);
            text.remove_prefix(valid.size());
        } else {
            out.append("\xEF\xBF\xBD");  // U+FFFD
            text.remove_prefix(1);
        }
    }
}

}  // namespace encoding_detail

constexpr utf8_bytes encode_utf8(char32_t character) noexcept {
    const bool surrogate = character >= 0xD800 && character <= 0xDFFF;
    const std::uint32_t value = surrogate || character > 0x10FFFF ? 0xFFFDU : static_cast<std::uint32_t>(character);
    utf8_bytes bytes{.size = value < 0x80 ? 1U : value < 0x800 ? 2U : value < 0x10000 ? 3U : 4U};
    // The first byte begins with the bits 0, 110, 1110 or 11110, by the size. The other bytes begin with 10 and hold six bits each.
    const std::uint32_t mark = bytes.size == 1 ? 0U : 0xF00U >> bytes.size & 0xFFU;
    for (std::size_t i = 0; i < bytes.size; ++i) {
        const std::uint32_t bits = value >> (6 * (bytes.size - 1 - i));
        bytes.text[i] = static_cast<char>(i == 0 ? mark | bits : 0x80U | (bits & 0x3FU));
    }
    return bytes;
}

constexpr char32_t take_utf8(std::string_view& text) noexcept {
    const auto byte = [&text](std::size_t position) { return static_cast<std::uint32_t>(static_cast<std::uint8_t>(text[position])); };
    const std::uint32_t lead = byte(0);
    const std::size_t size = lead < 0x80 ? 1 : encoding_detail::utf8_sequence_size(text);
    char32_t character = U'\uFFFD';
    if (size == 1) character = lead;
    if (size == 2) character = (lead & 0x1FU) << 6U | (byte(1) & 0x3FU);
    if (size == 3) character = (lead & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
    if (size == 4) character = (lead & 0x07U) << 18U | (byte(1) & 0x3FU) << 12U | (byte(2) & 0x3FU) << 6U | (byte(3) & 0x3FU);
    text.remove_prefix(size == 0 ? 1 : size);
    return character;
}

template <sink S>
constexpr void write_repaired_utf8(S& out, std::string_view text) {
    any_sink_of<S> to(out);
    encoding_detail::write_repaired_utf8(to, text);
}

template <sink S>
constexpr void write_utf8(S& out, char32_t character) {
    const utf8_bytes bytes = encode_utf8(character);
    out.append(std::string_view(bytes.text.data(), bytes.size));
}

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/encoding/printable.hpp -------------------------------------------------------------------------------------

// The characters that tc3 does not print: they end a line, hide text or turn its direction. All text for people follows this one rule.

namespace tc3::inline TC3_NAMESPACE {

/// Returns whether a character changes how the text around it is displayed: a control character, a line or paragraph separator, a mark
/// that turns the direction of text, or one that a viewer does not show.
///
/// Source: Unicode 16, the general categories Cc, Zl and Zp, the property Default_Ignorable_Code_Point, interlinear annotation.
[[nodiscard]] constexpr bool changes_display(char32_t character) noexcept {
    struct range {
        char32_t first, last;
    };
    constexpr range ascending[] = {
        {0x00, 0x1f},        // C0 controls
        {0x7f, 0x9f},        // DEL and C1 controls
        {0xad, 0xad},        // soft hyphen
        {0x34f, 0x34f},      // combining grapheme joiner
        {0x61c, 0x61c},      // Arabic letter mark
        {0x115f, 0x1160},    // Hangul fillers
        {0x17b4, 0x17b5},    // Khmer inherent vowels
        {0x180b, 0x180f},    // Mongolian variation selectors and vowel separator
        {0x200b, 0x200f},    // zero width space and joiners, direction marks
        {0x2028, 0x202e},    // line and paragraph separators, direction overrides
        {0x2060, 0x206f},    // word joiner, invisible operators, direction isolates
        {0x3164, 0x3164},    // Hangul filler
        {0xfe00, 0xfe0f},    // variation selectors
        {0xfeff, 0xfeff},    // byte order mark
        {0xffa0, 0xffa0},    // halfwidth Hangul filler
        {0xfff0, 0xfffb},    // ignorable without a name, interlinear annotation
        {0x1bca0, 0x1bca3},  // shorthand format controls
        {0x1d173, 0x1d17a},  // musical format controls
        {0xe0000, 0xe0fff},  // tags and further variation selectors
    };
    for (const range& each : ascending) {
        if (character <= each.last) return character >= each.first;
    }
    return false;
}

/// Splits a text for printing, in its order. Calls `print(piece)` for each part that can be printed unchanged, which is valid UTF-8 and not
/// empty, and `replace(character)` for each other character: one that changes the display, or U+FFFD for a byte that is not UTF-8.
template <class Print, class Replace>
constexpr void split_printable(std::string_view text, Print print, Replace replace) {
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::string_view before = rest;
        const char32_t character = take_utf8(rest);
        const bool is_invalid = character == U'\uFFFD' && before.size() - rest.size() == 1;
        if (!is_invalid && !changes_display(character)) continue;
        const std::string_view printable = slice(text, 0, text.size() - before.size());
        if (!printable.empty()) print(printable);
        replace(character);
        text = rest;
    }
    if (!text.empty()) print(text);
}

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/encoding/line_sink.hpp -------------------------------------------------------------------------------------

// Keeps text from outside on one line of a log, and shows all of it.

namespace tc3::inline TC3_NAMESPACE {

/// Writes a text as valid UTF-8 on one line: a character that changes_display() as an escape by its number, `\u{202e}` or `\u{a}`, and each
/// byte that is not UTF-8 as U+FFFD. All other characters are written unchanged, a backslash too: the line is for people, not for parsers.
template <sink S>
constexpr void write_printable(S& out, std::string_view text);

/// A sink that writes each piece to another sink by write_printable(). End each piece after a whole character: the bytes of a character
/// that is split between two pieces become U+FFFD.
///
/// Lifetime: refers to `out`.
template <sink S>
class line_sink {
public:
    constexpr explicit line_sink(S& out TC3_LIFETIMEBOUND) noexcept : out_(out) {}
    constexpr void append(std::string_view text) { write_printable(out_, text); }

private:
    S& out_;
};
template <sink S>
line_sink(S&) -> line_sink<S>;

namespace encoding_detail {

constexpr void write_display_escape(any_sink& out, char32_t character) {
    char digits[6];  // of U+10FFFF
    std::size_t first = sizeof digits;
    auto rest = static_cast<unsigned>(character);
    do {
        digits[--first] = hex_digit(rest);
        rest >>= 4U;
    } while (rest != 0);
    out.append("\\u{");
    out.append(std::string_view(digits + first, sizeof digits - first));
    out.append("}");
}

TC3_NOINLINE constexpr void write_printable(any_sink& out, std::string_view text) {
    const auto replace = [&out](char32_t character) {
        if (changes_display(character)) {
            write_display_escape(out, character);
        } else {
            write_utf8(out, character);  // U+FFFD
        }
    };
    split_printable(text, [&out](std::string_view piece) { out.append(piece); }, replace);
}

}  // namespace encoding_detail

template <sink S>
constexpr void write_printable(S& out, std::string_view text) {
    any_sink_of<S> to(out);
    encoding_detail::write_printable(to, text);
}

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/encoding/percent.hpp ---------------------------------------------------------------------------------------

// Percent-encoding of queries, with upper-case digits. A `+` is a plus sign, not a blank. Source: RFC 3986, 2.1; docs/tc3-signing.md 1.8.

namespace tc3::inline TC3_NAMESPACE {

/// Returns whether `c` needs no escape: a letter, a digit, or one of `-._~`. Source: RFC 3986, 2.3.
[[nodiscard]] constexpr bool is_unreserved(char c) noexcept {
    return ascii::is_alphanumeric(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

/// Writes a text with each byte that is not unreserved as `%XX`. `/`, `&` and `=` are escaped too: encode each name and value of a query by
/// itself.
template <sink S>
constexpr void write_percent(S& out, std::string_view text);

/// Writes a text with each escape replaced by its byte. The digits may have either case; all other characters are written unchanged.
/// Returns false at a `%` that two digits do not follow, after the text before it has been written.
template <sink S>
[[nodiscard]] constexpr bool decode_percent(S& out, std::string_view text);

namespace encoding_detail {

TC3_NOINLINE constexpr void write_percent(any_sink& out, std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    while (!text.empty()) {
        const std::size_t first_escaped = ascii::find_not(text, is_unreserved);
        if (first_escaped != 0) out.append(slice(text, 0, first_escaped));
        if (first_escaped == std::string_view::npos) return;
        const auto byte = static_cast<unsigned char>(text[first_escaped]);
        const std::array<char, 3> escape{'%', digits[byte >> 4U], digits[byte & 15U]};
        out.append(std::string_view(escape.data(), escape.size()));
        text.remove_prefix(first_escaped + 1);
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
        const std::size_t percent_sign = ascii::find(text, '%');
        if (percent_sign != 0) out.append(slice(text, 0, percent_sign));
        if (percent_sign == std::string_view::npos) return true;
        text.remove_prefix(percent_sign + 1);
        if (text.size() < 2) return false;
        const unsigned first = hex_value(ascii::to_lower(text[0]));
        const unsigned second = hex_value(ascii::to_lower(text[1]));
        if (first > 15 || second > 15) return false;
        write_char(out, static_cast<char>(first << 4U | second));
        text.remove_prefix(2);
    }
    return true;
}

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/encoding/utf16.hpp -----------------------------------------------------------------------------------------

// Conversions between UTF-16 and UTF-8, for systems whose own text is UTF-16. Source: Unicode, 3.9.

namespace tc3::inline TC3_NAMESPACE {

/// Returns the position of the first surrogate without its other half, or npos. Cost: linear.
[[nodiscard]] constexpr std::size_t find_lone_surrogate(std::u16string_view text) noexcept;

/// Writes UTF-16 as UTF-8, one character at a time. Returns false at a lone surrogate, after the text before it has been written.
template <sink S>
[[nodiscard]] constexpr bool write_utf8(S& out, std::u16string_view text);

/// Writes UTF-8 as UTF-16, with calls of `out.append(std::u16string_view)` for up to 64 units. Each byte that is not part of a well-formed
/// sequence becomes U+FFFD. To convert a text in pieces, split it between characters.
template <class Out>
constexpr void write_utf16(Out& out, std::string_view text);

/// Returns the number of units that write_utf16() writes for a text.
[[nodiscard]] constexpr std::size_t utf16_size(std::string_view text) noexcept;

[[nodiscard]] constexpr bool is_high_surrogate(char32_t unit) noexcept { return unit >= 0xD800 && unit <= 0xDBFF; }
[[nodiscard]] constexpr bool is_low_surrogate(char32_t unit) noexcept { return unit >= 0xDC00 && unit <= 0xDFFF; }

/// Returns the character of a surrogate pair.
[[nodiscard]] constexpr char32_t combine_surrogates(char32_t high, char32_t low) noexcept {
    return 0x10000U + ((high - 0xD800U) << 10U) + (low - 0xDC00U);
}

/// The UTF-16 form of one character: the first `size` units.
struct utf16_units {
    std::array<char16_t, 2> units{};
    std::size_t size = 0;
};

/// Returns the UTF-16 form of a character: one unit, or a surrogate pair.
[[nodiscard]] constexpr utf16_units encode_utf16(char32_t character) noexcept {
    if (character < 0x10000) return {{static_cast<char16_t>(character)}, 1};
    const char32_t offset = character - 0x10000U;
    return {{static_cast<char16_t>(0xD800U + (offset >> 10U)), static_cast<char16_t>(0xDC00U + (offset & 0x3FFU))}, 2};
}

namespace encoding_detail {

/// Returns the number of units of the first character; 0 for a lone surrogate. The text must not be empty.
constexpr std::size_t utf16_sequence_size(std::u16string_view text) noexcept {
    if (is_low_surrogate(text[0])) return 0;
    if (!is_high_surrogate(text[0])) return 1;
    return text.size() > 1 && is_low_surrogate(text[1]) ? 2 : 0;
}

}  // namespace encoding_detail

constexpr std::size_t find_lone_surrogate(std::u16string_view text) noexcept {
    for (std::size_t position = 0; position < text.size();) {
        const std::size_t units = encoding_detail::utf16_sequence_size(text.substr(position));
        if (units == 0) return position;
        position += units;
    }
    return std::u16string_view::npos;
}

template <sink S>
constexpr bool write_utf8(S& out, std::u16string_view text) {
    while (!text.empty()) {
        const std::size_t units = encoding_detail::utf16_sequence_size(text);
        if (units == 0) return false;
        write_utf8(out, units == 1 ? char32_t{text[0]} : combine_surrogates(text[0], text[1]));
        text.remove_prefix(units);
    }
    return true;
}

template <class Out>
constexpr void write_utf16(Out& out, std::string_view text) {
    std::array<char16_t, 64> units{};
    std::size_t size = 0;
    while (!text.empty()) {
        const utf16_units character = encode_utf16(take_utf8(text));
        for (std::size_t i = 0; i < character.size; ++i) units[size++] = character.units[i];
        const bool has_room = size + 2 <= units.size();  // for a surrogate pair
        if (has_room && !text.empty()) continue;
        out.append(std::u16string_view(units.data(), size));
        size = 0;
    }
}

constexpr std::size_t utf16_size(std::string_view text) noexcept {
    std::size_t size = 0;
    while (!text.empty()) size += encode_utf16(take_utf8(text)).size;
    return size;
}

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/json/big_number.hpp ----------------------------------------------------------------------------------------

// Integers of up to 2,688 bits on the stack, with the arithmetic for exact conversion between decimal and binary.

namespace tc3::inline TC3_NAMESPACE::json::detail {

/// An integer of zero or more. A result must fit into `capacity` limbs of 32 bits; nothing checks this at run time.
class big_number {
public:
    static constexpr std::size_t capacity = 84;

    constexpr explicit big_number(std::uint64_t value) noexcept : limbs_{low_half(value), low_half(value >> 32U)} {
        size_ = 2;
        trim();
    }

    [[nodiscard]] constexpr bool is_zero() const noexcept { return size_ == 0; }

    /// Returns the number of bits up to the highest set bit; 0 for zero.
    [[nodiscard]] constexpr std::size_t bit_width() const noexcept {
        return size_ == 0 ? 0 : 32 * size_ - static_cast<std::size_t>(std::countl_zero(limbs_[size_ - 1]));
    }

    /// Multiplies by a factor and adds a number.
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
        constexpr std::uint32_t five_to_13 = 1220703125;  // the highest power of 5 in 32 bits
        for (; exponent >= 13; exponent -= 13) multiply_add(five_to_13, 0);
        std::uint32_t power = 1;
        for (; exponent > 0; --exponent) power *= 5;
        multiply_add(power, 0);
    }

    constexpr void shift_left(std::size_t bits) noexcept {
        if (size_ == 0) return;
        multiply_add(std::uint32_t{1} << bits % 32, 0);
        const std::size_t whole_limbs = bits / 32;
        if (whole_limbs == 0) return;
        TC3_ASSERT(size_ + whole_limbs <= capacity);
        for (std::size_t i = size_; i-- > 0;) limbs_[i + whole_limbs] = limbs_[i];
        for (std::size_t i = 0; i < whole_limbs; ++i) limbs_[i] = 0;
        size_ += whole_limbs;
    }

    /// Divides, leaves the remainder and returns the quotient, which must fit 32 bits. The width of the divisor must be a multiple of 32.
    ///
    /// Let v be the highest limb of the divisor: the divisor is below v + 1 in units of that limb, so front / (v + 1) is never too high. It
    /// is at most 3 too low, as v is 2^31 or more; the loop adds what is missing.
    /// Source: Knuth, The Art of Computer Programming, volume 2, 4.3.1, on estimating a digit of the quotient.
    [[nodiscard]] constexpr std::uint32_t divide(const big_number& divisor) noexcept {
        const std::size_t top = divisor.size_ - 1;
        TC3_ASSERT(divisor.limbs_[top] >> 31U == 1 && size_ <= top + 2 && top + 2 <= capacity);
        const std::uint64_t front = std::uint64_t{limbs_[top + 1]} << 32U | limbs_[top];
        std::uint32_t quotient = low_half(front / (std::uint64_t{divisor.limbs_[top]} + 1));
        subtract(divisor, quotient);
        for (; compare(*this, divisor) >= 0; ++quotient) subtract(divisor, 1);
        return quotient;
    }

    /// Compares two numbers: negative for a < b, zero for a == b, positive for a > b.
    [[nodiscard]] friend constexpr int compare(const big_number& a, const big_number& b) noexcept {
        if (a.size_ != b.size_) return a.size_ < b.size_ ? -1 : 1;
        for (std::size_t i = a.size_; i-- > 0;) {
            if (a.limbs_[i] != b.limbs_[i]) return a.limbs_[i] < b.limbs_[i] ? -1 : 1;
        }
        return 0;
    }

    /// Compares a + b * times with c, without memory for the sum.
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
    static constexpr std::uint32_t low_half(std::uint64_t value) noexcept { return static_cast<std::uint32_t>(value & 0xFFFFFFFFU); }

    constexpr void push(std::uint32_t limb) noexcept {
        TC3_ASSERT(size_ < capacity);
        limbs_[size_++] = limb;
    }
    constexpr void trim() noexcept {
        while (size_ != 0 && limbs_[size_ - 1] == 0) --size_;
    }
    /// Subtracts other * times. The result must not be negative.
    constexpr void subtract(const big_number& other, std::uint32_t times) noexcept {
        std::uint64_t borrow = 0;
        for (std::size_t i = 0; i < size_; ++i) {
            borrow += std::uint64_t{other.limbs_[i]} * times;
            const std::uint32_t limb = low_half(borrow);
            borrow = (borrow >> 32U) + (limbs_[i] < limb ? 1U : 0U);
            limbs_[i] -= limb;
        }
        trim();
    }

    std::array<std::uint32_t, capacity> limbs_{};  // least significant first; zero from size_ on
    std::size_t size_ = 0;
};

}  // namespace tc3::inline TC3_NAMESPACE::json::detail

// ---- tc3/json/decimal.hpp -------------------------------------------------------------------------------------------

// The text of a JSON number as decimal digits and a power of ten.

namespace tc3::inline TC3_NAMESPACE::json::detail {

/// The significant digits of a number, without a zero at either end, times ten to the power of `exponent`.
///
/// Lifetime: refers to the text of the number.
struct decimal {
    std::string_view integer;   ///< the digits before the point
    std::string_view fraction;  ///< the digits after the point
    std::size_t first = 0;      ///< the index of the first significant digit in `integer` followed by `fraction`
    std::size_t last = 0;       ///< the index after the last one; equal to `first` for zero
    std::int64_t exponent = 0;  ///< of the last significant digit
    bool negative = false;

    /// Returns the digit at an index in `integer` followed by `fraction`.
    [[nodiscard]] constexpr std::uint32_t digit(std::size_t i) const noexcept {
        return static_cast<std::uint32_t>((i < integer.size() ? integer[i] : fraction[i - integer.size()]) - '0');
    }
    [[nodiscard]] constexpr bool is_zero() const noexcept { return first == last; }
    /// Returns n for a value from 10^(n-1) up to, but not including, 10^n.
    [[nodiscard]] constexpr std::int64_t magnitude() const noexcept { return exponent + static_cast<std::int64_t>(last - first); }
};

/// The parts of a JSON number, as far as the text follows the grammar (RFC 8259, section 6).
///
/// Lifetime: refers to the text of the number.
struct number_parts {
    std::string_view integer = {};
    std::string_view fraction = {};
    std::string_view exponent = {};                       ///< the digits without the sign
    std::size_t error_position = std::string_view::npos;  ///< the first byte outside the grammar; npos for a number
    bool negative = false;
    bool exponent_negative = false;
};

constexpr number_parts split_number(const std::string_view& text) noexcept {
    number_parts parts;
    text_scanner scanner(text);
    const auto skip = [&scanner](char c) { return scanner.skip(std::string_view(&c, 1)); };
    const auto take_digits = [&scanner](std::string_view& digits) {
        digits = scanner.take_while(ascii::is_digit);
        return !digits.empty();
    };

    parts.negative = skip('-');
    bool well_formed = take_digits(parts.integer);
    if (parts.integer.size() > 1 && parts.integer.front() == '0') {
        parts.error_position = parts.negative ? 2 : 1;  // no digit may follow a leading zero
        return parts;
    }
    if (well_formed && skip('.')) well_formed = take_digits(parts.fraction);
    if (well_formed && (skip('e') || skip('E'))) {
        parts.exponent_negative = skip('-');
        if (!parts.exponent_negative) skip('+');
        well_formed = take_digits(parts.exponent);
    }
    if (!well_formed || !scanner.empty()) parts.error_position = text.size() - scanner.rest().size();
    return parts;
}

constexpr unexpected<error> number_error(errc code, std::size_t position = 0) noexcept {
    return unexpected(error{.code = code, .position = position});
}

/// Returns the value of the digits of an exponent, at most 2^60: no text in memory has enough digits to bring such a number back into the
/// range of a double.
constexpr std::int64_t exponent_value(std::string_view digits) noexcept {
    constexpr std::int64_t limit = std::int64_t{1} << 60;
    std::int64_t value = 0;
    for (const char digit : digits) value = value < limit / 10 ? value * 10 + (digit - '0') : limit;
    return value;
}

/// Parses a number. Errors: bad_number at the first byte outside the grammar.
constexpr result<decimal, error> parse_decimal(std::string_view text) noexcept {
    const number_parts parts = split_number(text);
    if (parts.error_position != std::string_view::npos) return number_error(errc::bad_number, parts.error_position);
    decimal number{.integer = parts.integer, .fraction = parts.fraction, .negative = parts.negative};
    const std::int64_t exponent = exponent_value(parts.exponent);
    number.exponent = parts.exponent_negative ? -exponent : exponent;

    number.last = number.integer.size() + number.fraction.size();
    while (number.first < number.last && number.digit(number.first) == 0) ++number.first;
    while (number.first < number.last && number.digit(number.last - 1) == 0) --number.last;
    number.exponent += static_cast<std::int64_t>(number.integer.size()) - static_cast<std::int64_t>(number.last);
    return number;
}

/// Returns the value of an integer without its sign. Errors: wrong_type for a fraction; out_of_range above `limit`.
constexpr result<std::uint64_t, error> to_integer(const decimal& number, std::uint64_t limit) noexcept {
    if (number.is_zero()) return std::uint64_t{0};
    if (number.exponent < 0) return number_error(errc::wrong_type);  // the last significant digit, never 0, is after the point
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

}  // namespace tc3::inline TC3_NAMESPACE::json::detail

// ---- tc3/json/double_bits.hpp ---------------------------------------------------------------------------------------

// The layout of a double as IEEE 754 defines it: a sign bit, 11 bits of exponent, 52 bits of significand.

namespace tc3::inline TC3_NAMESPACE::json::detail {

static_assert(std::numeric_limits<double>::is_iec559 && sizeof(double) == 8, "tc3 needs doubles of 64 bits as IEEE 754 defines them");

inline constexpr std::uint64_t sign_bit = std::uint64_t{1} << 63U;
inline constexpr std::uint64_t hidden_bit = std::uint64_t{1} << 52U;  ///< the first of the 53 bits of a normal number; not stored
inline constexpr std::uint64_t infinity_bits = std::uint64_t{2047} << 52U;
inline constexpr int lowest_exponent = -1074;  ///< the exponent of the last bit of a subnormal: the lowest double is 2^-1074

// The compiler's own function: std::bit_cast is missing in libc++ 13 (emscripten 3.1, NDK 23, Xcode 13).
constexpr std::uint64_t bits_of(double number) noexcept { return __builtin_bit_cast(std::uint64_t, number); }
constexpr double double_of(std::uint64_t bits) noexcept { return __builtin_bit_cast(double, bits); }

/// Returns the number of bits that a value needs. std::bit_width has another return type in some standard libraries.
constexpr int bit_count(std::uint64_t value) noexcept { return 64 - std::countl_zero(value); }

}  // namespace tc3::inline TC3_NAMESPACE::json::detail

// ---- tc3/json/escape.hpp --------------------------------------------------------------------------------------------

// The escapes of JSON strings (RFC 8259, section 7): short ones such as \n, and \uXXXX, alone or as a surrogate pair.

namespace tc3::inline TC3_NAMESPACE::json::detail {

/// The characters that have a short escape, and the letter after the backslash of each.
inline constexpr std::string_view escaped_characters = "\"\\\b\f\n\r\t/";
inline constexpr std::string_view escape_letters = "\"\\bfnrt/";

/// An escape: its character and its size in the text, or an error.
struct escape {
    char32_t code_point = 0;
    std::size_t size = 0;
    errc error = errc::none;
};

/// Parses the escape at the beginning of a text, at its backslash.
///
/// Errors: bad_escape; lone_surrogate; unexpected_end for a text that ends in the escape or before the second half of a pair. Half of
/// a pair has its size and U+FFFD.
[[nodiscard]] constexpr escape parse_escape(const std::string_view& text) noexcept;

inline constexpr std::size_t unit_size = 6;  // of a backslash, "u" and four digits
inline constexpr escape half_pair{.code_point = U'\uFFFD', .size = unit_size, .error = errc::lone_surrogate};

/// Reads the UTF-16 unit of the escape at a position.
[[nodiscard]] constexpr errc read_unit(const std::string_view& text, std::size_t position, char32_t& unit) noexcept {
    constexpr std::string_view prefix = "\\u";
    unit = 0;
    for (std::size_t i = 0; i < unit_size; ++i, ++position) {
        if (position >= text.size()) return errc::unexpected_end;
        if (i < prefix.size()) {
            if (text[position] != prefix[i]) return errc::bad_escape;
            continue;
        }
        const unsigned digit = hex_value(ascii::to_lower(text[position]));
        if (digit > 15) return errc::bad_escape;
        unit = unit * 16 + digit;
    }
    return errc::none;
}

/// Parses an escape by number, or the two of a surrogate pair.
[[nodiscard]] constexpr escape parse_unicode_escape(const std::string_view& text) noexcept {
    escape result{.size = unit_size};
    result.error = read_unit(text, 0, result.code_point);
    if (result.error != errc::none) return result;
    if (is_low_surrogate(result.code_point)) return half_pair;
    if (!is_high_surrogate(result.code_point)) return result;

    char32_t low = 0;
    const errc error = read_unit(text, unit_size, low);
    if (error == errc::unexpected_end) return {.code_point = half_pair.code_point, .size = unit_size, .error = error};
    if (error != errc::none || !is_low_surrogate(low)) return half_pair;
    return {.code_point = combine_surrogates(result.code_point, low), .size = 2 * unit_size};
}

constexpr escape parse_escape(const std::string_view& text) noexcept {
    if (text.size() < 2) return {.error = errc::unexpected_end};
    if (text[1] == 'u') return parse_unicode_escape(text);
    const std::size_t index = ascii::find(escape_letters, text[1]);
    if (index == std::string_view::npos) return {.error = errc::bad_escape};
    return {.code_point = static_cast<char32_t>(escaped_characters[index]), .size = 2};
}

}  // namespace tc3::inline TC3_NAMESPACE::json::detail

// ---- tc3/json/nearest_double.hpp ------------------------------------------------------------------------------------

// From decimal digits to the nearest double, by one exact division of big numbers.

namespace tc3::inline TC3_NAMESPACE::json::detail {

/// Returns the bits of the double nearest to a number without its sign, ties to even; infinity_bits or more if it is too large.
constexpr std::uint64_t nearest_bits(const decimal& number) noexcept;

/// The number of digits that are kept. The middle between two doubles has at most 768 significant digits, so the digits after these decide
/// only whether a number is larger than a middle: it is enough to know whether they are zero.
inline constexpr std::size_t deciding_digits = 770;

// The widest dividend has 771 digits, the widest divisor is 5^(771 + 323): see significant_digits() and nearest_bits(). round_ratio() adds
// one bit, rounds up to whole limbs and adds a limb. 10^n has at most n * 3.322 + 1 bits, 5^n at most n * 2.322 + 1.
static_assert((deciding_digits + 1) * 3322 / 1000 + 1 >= (deciding_digits + 1 + 323) * 2322 / 1000 + 1);
static_assert((deciding_digits + 1) * 3322 / 1000 + 1 + 1 + 31 + 32 <= big_number::capacity * 32);

/// Returns the significant digits as an integer, and sets `exponent` so that integer * 10^exponent is the number. A single 1 replaces all
/// digits after the first 770.
constexpr big_number significant_digits(const decimal& number, std::int64_t& exponent) noexcept {
    const std::size_t count = number.last - number.first;
    const std::size_t used = count > deciding_digits ? deciding_digits : count;

    big_number value(0);
    std::uint32_t group = 0;  // of up to nine digits, which fit a limb
    std::uint32_t scale = 1;
    for (std::size_t i = 0; i < used; ++i) {
        group = group * 10 + number.digit(number.first + i);
        scale *= 10;
        if (scale < 1000000000 && i + 1 < used) continue;
        value.multiply_add(scale, group);
        group = 0;
        scale = 1;
    }
    const bool shortened = used < count;
    if (shortened) value.multiply_add(10, 1);
    exponent = number.magnitude() - static_cast<std::int64_t>(used) - (shortened ? 1 : 0);
    return value;
}

/// Returns the bits of the double nearest to a value, ties to even. The value is quotient * 2^exponent, or a little more if `inexact`; the
/// quotient has 63 or 64 bits.
constexpr std::uint64_t round_to_bits(std::uint64_t quotient, int exponent, bool inexact) noexcept {
    // A double keeps the first 53 bits, and none below 2^lowest_exponent.
    const int wanted_exponent = exponent + bit_count(quotient) - 53;
    const int last_exponent = wanted_exponent < lowest_exponent ? lowest_exponent : wanted_exponent;
    const int dropped = last_exponent - exponent;  // 10 or more
    if (dropped > 64) return 0;                    // below half of the lowest subnormal

    const std::uint64_t half = std::uint64_t{1} << (dropped - 1);
    const std::uint64_t rest = quotient & (half - 1 + half);
    std::uint64_t significand = dropped == 64 ? 0 : quotient >> dropped;
    const bool is_odd = significand % 2 != 0;
    if (rest > half || (rest == half && (inexact || is_odd))) ++significand;

    // The exponent field of a normal number is last_exponent - lowest_exponent + 1; the sum gets the 1 from the hidden bit of the
    // significand. A subnormal has no hidden bit and the field 0. A carry to 54 bits adds 2 and leaves zeros: the next power of two.
    return (static_cast<std::uint64_t>(last_exponent - lowest_exponent) << 52U) + significand;
}

/// Returns the bits of the double nearest to dividend / divisor * 2^exponent. Changes both numbers.
constexpr std::uint64_t round_ratio(big_number& dividend, big_number& divisor, int exponent) noexcept {
    // The divisor is shifted to whole limbs, as divide() requires, and the dividend to one bit less: their ratio is between 1/4 and 1. Two
    // limbs of the quotient then hold 63 or 64 significant bits, ten or more beyond those of a double; the remainder decides ties.
    const std::size_t dividend_width = dividend.bit_width() + 1;
    const std::size_t wider = dividend_width > divisor.bit_width() ? dividend_width : divisor.bit_width();
    const std::size_t width = (wider + 31) / 32 * 32;
    const std::size_t dividend_shift = width - dividend_width;
    const std::size_t divisor_shift = width - divisor.bit_width();
    divisor.shift_left(divisor_shift);
    dividend.shift_left(dividend_shift + 32);
    const std::uint64_t high = dividend.divide(divisor);
    dividend.shift_left(32);
    const std::uint64_t low = dividend.divide(divisor);
    const int scale = static_cast<int>(divisor_shift) - static_cast<int>(dividend_shift) - 64;
    return round_to_bits(high << 32U | low, exponent + scale, !dividend.is_zero());
}

constexpr std::uint64_t nearest_bits(const decimal& number) noexcept {
    if (number.is_zero() || number.magnitude() < -323) return 0;  // less than half the lowest subnormal, 4.9e-324
    if (number.magnitude() > 309) return infinity_bits;
    std::int64_t power = 0;
    big_number dividend = significant_digits(number, power);
    big_number divisor(1);
    big_number& scaled = power < 0 ? divisor : dividend;
    scaled.multiply_by_power_of_5(static_cast<std::size_t>(power < 0 ? -power : power));
    return round_ratio(dividend, divisor, static_cast<int>(power));  // 10^power is 5^power * 2^power
}

}  // namespace tc3::inline TC3_NAMESPACE::json::detail

// ---- tc3/json/shortest_double.hpp -----------------------------------------------------------------------------------

// From a double to its shortest digits, and to their text in the form of ECMAScript.

namespace tc3::inline TC3_NAMESPACE::json::detail {

using double_text = fixed_text<25>;  // "-0.00000" and 17 digits

/// Returns the shortest text that reads back as the same double; "null" for an infinity or NaN.
constexpr double_text format_double(double number) noexcept;

/// The shortest digits that read back as a double.
///
/// Digits of the exact value are generated until the value of the digits so far, or that value with its last digit raised by one, lies
/// between the middles to the two neighbouring doubles.
/// Source: Steele and White, "How to Print Floating-Point Numbers Accurately" (1990), the free-format algorithm.
class shortest_digits {
public:
    /// Finds the digits of a positive finite double.
    constexpr explicit shortest_digits(std::uint64_t bits) noexcept : shortest_digits(split(bits)) {}

    /// Returns the digits d1d2d3... of 0.d1d2d3... * 10^point().
    [[nodiscard]] constexpr std::string_view digits() const& noexcept TC3_LIFETIMEBOUND { return digits_.view(); }
    std::string_view digits() const&& = delete;
    [[nodiscard]] constexpr int point() const noexcept { return point_; }

private:
    /// A double as significand * 2^exponent.
    struct parts {
        std::uint64_t significand;
        int exponent;
        /// Returns whether the gap to the double below is half the gap to the double above, as for powers of two.
        [[nodiscard]] constexpr bool is_narrow_below() const noexcept { return significand == hidden_bit && exponent > lowest_exponent; }
    };
    static constexpr parts split(std::uint64_t bits) noexcept {
        if (bits < hidden_bit) return {bits, lowest_exponent};
        return {(bits & (hidden_bit - 1)) | hidden_bit, static_cast<int>(bits >> 52U) - 1 + lowest_exponent};
    }

    // The value is rest / one * 2^exponent. It is counted in quarters, so that half of the narrow gap is an integer.
    constexpr explicit shortest_digits(parts number) noexcept
        : rest_(number.significand * 4),
          half_gap_(number.is_narrow_below() ? 1 : 2),
          one_(4),
          gap_ratio_(number.is_narrow_below() ? 2 : 1),
          middle_reads_back_(number.significand % 2 == 0 ? 1 : 0) {
        scale(number);
        while (append_digit()) next_place();
    }

    /// Scales to value = rest / one * 10^(point - 1), with a first digit from 1 to 9, and shifts `one` to whole limbs as divide() requires.
    constexpr void scale(parts number) noexcept {
        // 78913 / 2^18 is log10(2), exact enough for all doubles: the point is this one or the next.
        const int highest_bit = number.exponent + bit_count(number.significand) - 1;
        point_ = (highest_bit * 78913 >> 18) + 1;

        // 10^point is 5^point * 2^point; the powers of two are shifted together with those of the double.
        if (point_ < 0) {
            rest_.multiply_by_power_of_5(static_cast<std::size_t>(-point_));
            half_gap_.multiply_by_power_of_5(static_cast<std::size_t>(-point_));
        } else {
            one_.multiply_by_power_of_5(static_cast<std::size_t>(point_));
        }
        const int twos = number.exponent - point_;
        if (twos < 0) one_.shift_left(static_cast<std::size_t>(-twos));
        const std::size_t alignment = (32 - one_.bit_width() % 32) % 32;
        one_.shift_left(alignment);
        const std::size_t shift = alignment + (twos > 0 ? static_cast<std::size_t>(twos) : 0);
        rest_.shift_left(shift);
        half_gap_.shift_left(shift);

        if (one_reads_back()) {
            ++point_;  // the first digit is one place higher
        } else {
            next_place();
        }
    }
    /// Moves to the next decimal place: multiplies what is left by ten.
    constexpr void next_place() noexcept {
        rest_.multiply_add(10, 0);
        half_gap_.multiply_add(10, 0);
    }
    /// Returns whether the rest may be rounded up to one: whether rest + half the gap above is more than one, or is one and that middle
    /// reads back.
    [[nodiscard]] constexpr bool one_reads_back() const noexcept {
        return compare_sum(rest_, half_gap_, gap_ratio_, one_) + middle_reads_back_ > 0;
    }

    /// Appends a digit. Returns false after the last one, which is rounded to the nearest, and to the even one at a tie.
    ///
    /// A 9 is never raised: the place before it could have been raised as well, and the digits would have ended there.
    constexpr bool append_digit() noexcept {
        const std::uint32_t digit = rest_.divide(one_);
        const bool reads_back = compare(rest_, half_gap_) < middle_reads_back_;
        const bool raised_reads_back = one_reads_back();
        const bool raised_is_nearer = compare_sum(rest_, rest_, 1, one_) + static_cast<int>(digit % 2) > 0;
        const bool raise = raised_reads_back && (raised_is_nearer || !reads_back);
        write_char(digits_, static_cast<char>('0' + digit + (raise ? 1U : 0U)));
        return !reads_back && !raised_reads_back;
    }

    big_number rest_;         // what the digits so far leave of the value, as rest / one
    big_number half_gap_;     // half the gap to the double below
    big_number one_;          // 1 in the current decimal place
    std::uint8_t gap_ratio_;  // the gap above divided by the gap below
    int middle_reads_back_;   // 1 if the middle to a neighbour reads back as this double, whose significand is even then; else 0
    int point_ = 0;
    fixed_text<17> digits_;  // 17 digits identify every double
};

constexpr void append_zeros(double_text& text, int count) noexcept {
    for (; count > 0; --count) text.append("0");
}

/// Appends 0.digits * 10^point, with the point or the exponent where ECMAScript has it.
constexpr void append_digits(double_text& text, std::string_view digits, int point) noexcept {
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

constexpr double_text format_double(double number) noexcept {
    const auto signed_bits = bits_of(number);
    const std::uint64_t bits = signed_bits & ~sign_bit;
    if (bits >= infinity_bits) return double_text("null");
    double_text text(signed_bits == bits ? "" : "-");
    if (bits == 0) {
        text.append("0");
        return text;
    }
    const shortest_digits shortest(bits);
    append_digits(text, shortest.digits(), shortest.point());
    return text;
}

}  // namespace tc3::inline TC3_NAMESPACE::json::detail

// ---- tc3/json/number.hpp --------------------------------------------------------------------------------------------

// Numbers of JSON text (RFC 8259, section 6), exact in both directions and usable at compile time.
//
// std::from_chars and std::to_chars are not used: libc++ 19 lacks from_chars for double, neither is constexpr for double, and on a
// Cortex-M they cost 22 KB. Integer arithmetic gives the same bits on every machine, with any locale, rounding mode or -ffast-math.

namespace tc3::inline TC3_NAMESPACE::json {

/// Returns whether the whole text is a JSON number.
[[nodiscard]] constexpr bool is_number(const std::string_view& text) noexcept;

/// Returns the value of an integer. The spelling is free: `100`, `1.0`, `1e2` and `100E-2` are integers, `-0` is 0.
///
/// Errors: bad_number at the first byte outside the grammar, a position within `text`; wrong_type for a fraction; out_of_range.
/// Cost: linear in the text.
[[nodiscard]] constexpr result<std::int64_t, error> to_int64(std::string_view text) noexcept;
[[nodiscard]] constexpr result<std::uint64_t, error> to_uint64(std::string_view text) noexcept;

/// Returns the double nearest to a number of any length and exponent, ties to even. A number too close to zero becomes zero with its sign.
///
/// Errors: bad_number as for to_int64(); out_of_range if the nearest double is an infinity.
/// Cost: linear in the text, plus a bounded time; about 1 KB of stack.
[[nodiscard]] constexpr result<double, error> to_double(std::string_view text) noexcept;

/// Writes the shortest number that reads back as the same double; of several, the nearest to it. Writes one piece of at most 25 characters.
///
/// The form is that of ECMAScript (Number::toString): `0.000001`, `100`, `1e-7`, `1e+21`; unlike there, a negative zero is `-0`.
/// Infinities and NaN, which JSON lacks, become `null`.
/// Cost: bounded time; about 1.5 KB of stack.
template <sink S>
constexpr void write_double(S& out, double number);

constexpr bool is_number(const std::string_view& text) noexcept {
    return detail::split_number(text).error_position == std::string_view::npos;
}

constexpr result<std::int64_t, error> to_int64(std::string_view text) noexcept {
    const auto number = detail::parse_decimal(text);
    if (!number) return unexpected(number.error());
    const std::uint64_t limit = (std::uint64_t{1} << 63U) - (number->negative ? 0 : 1);
    const auto magnitude = detail::to_integer(*number, limit);
    if (!magnitude) return unexpected(magnitude.error());
    return static_cast<std::int64_t>(number->negative ? 0 - *magnitude : *magnitude);
}

constexpr result<std::uint64_t, error> to_uint64(std::string_view text) noexcept {
    const auto number = detail::parse_decimal(text);
    if (!number) return unexpected(number.error());
    return detail::to_integer(*number, number->negative ? 0 : (std::numeric_limits<std::uint64_t>::max)());
}

constexpr result<double, error> to_double(std::string_view text) noexcept {
    const auto number = detail::parse_decimal(text);
    if (!number) return unexpected(number.error());
    const std::uint64_t bits = detail::nearest_bits(*number);
    if (bits >= detail::infinity_bits) return detail::number_error(errc::out_of_range);
    return detail::double_of(number->negative ? bits | detail::sign_bit : bits);
}

template <sink S>
constexpr void write_double(S& out, double number) {
    const detail::double_text text = detail::format_double(number);
    out.append(text.view());
}

}  // namespace tc3::inline TC3_NAMESPACE::json

// ---- tc3/json/plain_run.hpp -----------------------------------------------------------------------------------------

// The run of bytes that need no escape in a JSON string. Bodies hold megabytes of base64, so eight bytes are examined at a time.

namespace tc3::inline TC3_NAMESPACE::json::detail {

/// The bytes of a text before its first quote, backslash or control character.
struct plain_run {
    std::size_t size = 0;
    bool ascii = true;  ///< whether all of them are ASCII
};

/// Finds the plain run at the beginning of a text. Cost: linear.
[[nodiscard]] constexpr plain_run find_plain_run(const std::string_view& text) noexcept;

/// Returns whether a byte may be in a string without an escape (RFC 8259, section 7). Bytes beyond ASCII may; their UTF-8 is not checked.
[[nodiscard]] constexpr bool is_plain(char c) noexcept { return c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20; }

using machine_word = std::uint64_t;

inline constexpr machine_word each_byte = static_cast<machine_word>(-1) / 0xff;  // 0x0101...01
inline constexpr machine_word high_bits = each_byte * 0x80;

/// Sets the high bit of each byte that is below `limit`, which is at most 0x80; other bits have no meaning.
///
/// A wrong bit can only come from the borrow of a byte that is below `limit`, so the test for any set high bit is exact.
[[nodiscard]] constexpr machine_word bytes_below(machine_word word, machine_word limit) noexcept {
    return (word - each_byte * limit) & ~word;
}

[[nodiscard]] constexpr bool all_plain(machine_word word) noexcept {
    const machine_word quotes = bytes_below(word ^ (each_byte * 0x22), 1);
    const machine_word backslashes = bytes_below(word ^ (each_byte * 0x5c), 1);
    const machine_word controls = bytes_below(word, 0x20);
    return ((quotes | backslashes | controls) & high_bits) == 0;
}

constexpr plain_run find_plain_run(const std::string_view& text) noexcept {
    std::size_t size = 0;
    machine_word seen = 0;
    // Memory cannot be read as words at compile time, and machines of 32 bits gain nothing from it.
    if (!std::is_constant_evaluated() && sizeof(std::size_t) >= sizeof seen) {
        for (machine_word word = 0; text.size() - size >= sizeof word; size += sizeof word) {
            std::memcpy(&word, text.data() + size, sizeof word);
            if (!all_plain(word)) break;
            seen |= word;
        }
    }
    for (; size < text.size() && is_plain(text[size]); ++size) seen |= static_cast<unsigned char>(text[size]);
    return {size, (seen & high_bits) == 0};
}

}  // namespace tc3::inline TC3_NAMESPACE::json::detail

// ---- tc3/json/string_scan.hpp ---------------------------------------------------------------------------------------

// Finds the end of a JSON string and checks its UTF-8 and its escapes on the way.

namespace tc3::inline TC3_NAMESPACE::json::detail {

/// A string up to its closing quote, or up to its first error.
struct string_scan {
    std::size_t size = 0;        ///< the bytes before the closing quote or the error
    counting_sink decoded = {};  ///< counts the bytes of the decoded text
    bool ascii = true;           ///< whether the bytes outside escapes are ASCII
    bool damaged = false;        ///< whether the text was damaged and is repaired: see repair.hpp
    errc error = errc::none;
};

/// Scans a string, but does not validate its UTF-8. The text begins after the opening quote and continues to the end of the document.
/// `allowed` is the error of an escape that does not end the scan.
[[nodiscard]] constexpr string_scan scan_escapes(std::string_view text, errc allowed = errc::none) noexcept {
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
        const escape next = text.front() == '\\' ? parse_escape(text) : escape{.error = errc::unexpected_character};
        if (next.error != errc::none && next.error != allowed) {
            scan.error = next.error;
            return scan;
        }
        write_utf8(scan.decoded, next.code_point);
        scan.size += next.size;
        text.remove_prefix(next.size);
    }
}

/// Scans a string. The text begins after the opening quote and continues to the end of the document.
///
/// Errors: invalid_utf8; unexpected_character for a control character; those of parse_escape(); unexpected_end without a closing quote.
[[nodiscard]] constexpr string_scan scan_string(const std::string_view& text) noexcept {
    string_scan scan = scan_escapes(text);
    if (scan.ascii) return scan;
    // The bytes up to a quote, or up to another error, are checked separately: no UTF-8 sequence contains an ASCII byte.
    const std::size_t invalid = find_invalid_utf8({text.data(), scan.size});
    if (invalid == std::string_view::npos) return scan;
    return {.size = invalid, .error = errc::invalid_utf8};
}

}  // namespace tc3::inline TC3_NAMESPACE::json::detail

// ---- tc3/json/token.hpp ---------------------------------------------------------------------------------------------

// Strings and numbers as views of a JSON document. The reader checks their form; they are decoded or converted on request.

namespace tc3::inline TC3_NAMESPACE::json {

class reader;

/// A string of a JSON document: valid UTF-8, with escapes. A reader that repairs damaged text returns it repaired.
///
/// Lifetime: refers to the document that was read.
class string_token {
public:
    constexpr string_token() noexcept = default;
    /// Makes a token of text outside a document, for functions that take tokens. The text must be UTF-8 and is not decoded.
    [[nodiscard]] static constexpr string_token plain(std::string_view text TC3_LIFETIMEBOUND) noexcept { return {text, text.size()}; }

    /// Returns the characters between the quotes, which are the text itself unless is_encoded().
    [[nodiscard]] constexpr std::string_view raw() const noexcept { return raw_; }
    /// Returns whether the text has escapes or damaged parts, so that it differs from raw().
    [[nodiscard]] constexpr bool is_encoded() const noexcept { return decode_ != nullptr; }
    /// Returns whether the text is damaged. Only a reader that repairs text returns such a token.
    [[nodiscard]] constexpr bool is_damaged() const noexcept { return is_damaged_; }
    /// Returns the size of the decoded text in bytes.
    [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }

    /// Writes the decoded text as UTF-8: one piece for each escape and for each run between escapes.
    template <sink S>
    constexpr void write(S& out) const;

    /// Compares the decoded text, without a copy.
    friend constexpr bool operator==(const string_token& token, std::string_view text) noexcept { return token.equals(text); }

private:
    friend class reader;
    using decoder = void (*)(any_sink& out, std::string_view raw);
    constexpr string_token(std::string_view raw, std::size_t size, decoder decode = nullptr, bool is_damaged = false) noexcept
        : raw_(raw), size_(size), decode_(decode), is_damaged_(is_damaged) {}

    [[nodiscard]] constexpr bool equals(std::string_view text) const noexcept;

    std::string_view raw_;
    std::size_t size_ = 0;
    decoder decode_ = nullptr;  // a pointer, so that only programs that repair text contain the code for it
    bool is_damaged_ = false;
};

/// A number of a JSON document, with its spelling.
///
/// For a double call json::to_double(token.text()). It is not a member, so that only programs with doubles contain its code.
/// Lifetime: refers to the document that was read.
class number_token {
public:
    constexpr number_token() noexcept = default;

    /// Returns the number as it is spelled.
    [[nodiscard]] constexpr std::string_view text() const noexcept { return text_; }
    /// Returns the value. Errors: those of json::to_int64().
    [[nodiscard]] constexpr result<std::int64_t, error> to_int64() const noexcept { return json::to_int64(text_); }
    /// Returns the value. Errors: those of json::to_uint64().
    [[nodiscard]] constexpr result<std::uint64_t, error> to_uint64() const noexcept { return json::to_uint64(text_); }

private:
    friend class reader;
    constexpr explicit number_token(std::string_view text) noexcept : text_(text) {}

    std::string_view text_ = "0";
};

namespace detail {

/// Takes the next piece off the raw text of a string: a plain run, or one escape, whose UTF-8 is put into `escaped`.
TC3_NOINLINE constexpr std::string_view take_piece(std::string_view& raw, utf8_bytes& escaped) noexcept {
    const std::string_view plain(raw.data(), find_plain_run(raw).size);
    if (!plain.empty()) {
        raw.remove_prefix(plain.size());
        return plain;
    }
    const escape next = parse_escape(raw);
    raw.remove_prefix(next.size);
    escaped = encode_utf8(next.code_point);
    return {escaped.text.data(), escaped.size};
}

TC3_NOINLINE constexpr void write_decoded(any_sink& out, std::string_view raw) {
    utf8_bytes escaped;
    while (!raw.empty()) out.append(take_piece(raw, escaped));
}

/// A sink that compares what is written with a text.
class comparing_sink : public any_sink {
public:
    constexpr explicit comparing_sink(std::string_view text) noexcept
        : any_sink([](any_sink& self, const std::string_view& piece) { static_cast<comparing_sink&>(self).compare(piece); }), rest_(text) {}

    /// Returns whether all that was written and nothing else is the text.
    [[nodiscard]] constexpr bool is_equal() const noexcept { return is_equal_ && rest_.empty(); }

private:
    constexpr void compare(const std::string_view& piece) noexcept {
        is_equal_ = is_equal_ && starts_with(rest_, piece);
        if (is_equal_) rest_.remove_prefix(piece.size());
    }

    std::string_view rest_;
    bool is_equal_ = true;
};

}  // namespace detail

template <sink S>
constexpr void string_token::write(S& out) const {
    any_sink_of<S> to(out);
    if (is_encoded()) {
        decode_(to, raw_);
    } else if (!raw_.empty()) {
        to.append(raw_);
    }
}

constexpr bool string_token::equals(std::string_view text) const noexcept {
    if (size_ != text.size()) return false;
    if (!is_encoded()) return starts_with(text, raw_);
    detail::comparing_sink expected(text);
    decode_(expected, raw_);
    return expected.is_equal();
}

}  // namespace tc3::inline TC3_NAMESPACE::json

// ---- tc3/json/repair.hpp --------------------------------------------------------------------------------------------

// Reads strings with damaged text: bytes that are not UTF-8, and halves of surrogate pairs.

namespace tc3::inline TC3_NAMESPACE::json {

/// How a reader treats a string with damaged text: pass repair_damaged_text or skip_damaged_text. A program links those that it names.
struct text_repair {
    /// Scans a string, as scan_string() does, to its closing quote.
    detail::string_scan (*scan)(const std::string_view& text) noexcept;
    /// Writes the repaired text between the quotes. Null: there is none.
    void (*write)(any_sink& out, std::string_view raw);
};

namespace detail {

TC3_NOINLINE constexpr void write_repaired(any_sink& out, std::string_view raw) {
    utf8_bytes escaped;
    while (!raw.empty()) write_repaired_utf8(out, take_piece(raw, escaped));
}

[[nodiscard]] constexpr string_scan scan_over_damage(const std::string_view& text) noexcept {
    string_scan scan = scan_escapes(text, errc::lone_surrogate);
    scan.damaged = true;
    scan.decoded = {};
    return scan;
}

[[nodiscard]] constexpr string_scan scan_damaged(const std::string_view& text) noexcept {
    string_scan scan = scan_over_damage(text);
    if (scan.error != errc::none) return scan;
    any_sink_of<counting_sink> decoded(scan.decoded);
    write_repaired(decoded, {text.data(), scan.size});
    return scan;
}

}  // namespace detail

/// Replaces each half of a surrogate pair and each invalid sequence of bytes by U+FFFD.
inline constexpr text_repair repair_damaged_text{detail::scan_damaged, detail::write_repaired};

/// Skips damaged text: a string that has some is a token of size 0.
inline constexpr text_repair skip_damaged_text{detail::scan_over_damage, nullptr};

}  // namespace tc3::inline TC3_NAMESPACE::json

// ---- tc3/json/read.hpp ----------------------------------------------------------------------------------------------

// A strict JSON reader (RFC 8259) for text in memory: the program pulls values one by one; no tree, no heap, no recursion.

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
/// Cost: linear; each byte is read once, or twice in strings beyond ASCII.
class reader {
public:
    /// Starts at the beginning of the text: the document is the current value. With `repair`, damaged text is no error: see repair.hpp.
    ///
    /// Lifetime: refers to `repair` too.
    constexpr explicit reader(std::string_view text TC3_LIFETIMEBOUND, limits bounds = {}, const text_repair* repair = nullptr) noexcept
        : text_(text), repair_(repair), deepest_(bounds.depth < limits::deepest ? bounds.depth : limits::deepest) {
        skip_blanks();
    }

    /// Returns the type of the current value, by its first byte; kind::none after an error. It is an error if there is no current value.
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

    /// Enters the current value, which must be an object.
    constexpr bool begin_object() noexcept;
    /// Advances to the next member of the object, whose value becomes the current value. Returns false at the closing brace, which ends the
    /// object, and after an error: see ok().
    constexpr bool next_member(string_token& name) noexcept;

    /// Enters the current value, which must be an array.
    constexpr bool begin_array() noexcept;
    /// Advances to the next element of the array, which becomes the current value. Returns false at the closing bracket, which ends the
    /// array, and after an error: see ok().
    constexpr bool next_element() noexcept;

    /// Reads the current value, a string. An error leaves `value` unchanged; this holds for all read functions.
    constexpr bool read_string(string_token& value) noexcept;
    /// Reads the current value, a number. Its grammar is checked; its value is not.
    constexpr bool read_number(number_token& value) noexcept;
    /// Reads the current value, true or false.
    constexpr bool read_boolean(bool& value) noexcept;
    /// Reads the current value, null. Use peek() to find out whether it is null.
    constexpr bool read_null() noexcept;

    /// Reads the current value, a string, number or boolean, as text: `true` and `12.5` are spelled as in the document.
    constexpr bool read_scalar(string_token& value) noexcept;

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
        depth_ = value.depth;
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
        return false;
    }

private:
    enum class place : std::uint8_t {
        before_value,   ///< at the current value
        after_opening,  ///< after an opening bracket
        after_value,    ///< after a value or a closing bracket
    };

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
    [[nodiscard]] constexpr bool inside(kind container) const noexcept {
        return depth_ != 0 && objects_.contains(depth_ - 1) == (container == kind::object);
    }
    /// Fails unless the current value is of one type.
    constexpr bool next_is(kind expected) noexcept {
        const kind found = peek();
        if (found == kind::none) return false;
        return found == expected || fail(errc::wrong_type, position_);
    }
    TC3_NOINLINE constexpr bool begin(kind container) noexcept {
        if (!next_is(container)) return false;
        if (depth_ == deepest_) return fail(errc::too_deep, position_, deepest_);
        objects_.assign(depth_++, container == kind::object);
        ++position_;
        place_ = place::after_opening;
        return true;
    }
    /// Advances to the first byte of the next member or element. Returns false after an error and at the closing bracket, which it takes.
    TC3_NOINLINE constexpr bool next_in(kind container) noexcept {
        if (!ok()) return false;
        if (place_ == place::before_value || !inside(container)) return fail(errc::wrong_type, position_);
        skip_blanks();
        if (at_end()) return fail(errc::unexpected_end, position_);
        if (text_[position_] == (container == kind::object ? '}' : ']')) {
            --depth_;
            ++position_;
            end_value();
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

constexpr bool reader::begin_array() noexcept { return begin(kind::array); }

constexpr bool reader::next_element() noexcept {
    if (!next_in(kind::array)) return false;
    place_ = place::before_value;
    return peek() != kind::none;
}

constexpr bool reader::read_string(string_token& value) noexcept { return next_is(kind::string) && take_string(value) && end_value(); }

constexpr bool reader::read_number(number_token& value) noexcept { return next_is(kind::number) && take_number(value) && end_value(); }

constexpr bool reader::read_boolean(bool& value) noexcept {
    if (!next_is(kind::boolean)) return false;
    const bool is_true = text_[position_] == 't';
    if (!take_literal()) return false;
    value = is_true;
    return end_value();
}

constexpr bool reader::read_null() noexcept { return next_is(kind::null) && take_literal() && end_value(); }

constexpr bool reader::read_scalar(string_token& value) noexcept {
    const kind found = peek();
    if (found == kind::none) return false;
    if (!is_scalar(found)) return fail(errc::wrong_type, position_);
    return take_scalar(found, value) && end_value();
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
    if (!ok()) return false;
    if (depth_ != 0 || place_ != place::after_value) return fail(errc::wrong_type, position_);
    skip_blanks();
    return at_end() || fail(errc::trailing_characters, position_);
}

constexpr bool reader::take_string(string_token& token) noexcept {
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

// ---- tc3/json/write.hpp ---------------------------------------------------------------------------------------------

// A JSON writer (RFC 8259) for any sink: no blanks, text as UTF-8, escapes only where the grammar requires them.

namespace tc3::inline TC3_NAMESPACE::json {

/// The types that writer::number() writes as integers: not characters and not bool.
template <class N>
concept integer = std::integral<N> && !std::same_as<N, bool> && !std::same_as<N, char> && !std::same_as<N, wchar_t> &&
                  !std::same_as<N, char8_t> && !std::same_as<N, char16_t> && !std::same_as<N, char32_t>;

/// A writer of JSON values in order, which adds the commas. Close each bracket, and give each member a name and a value: neither is
/// checked.
///
///     json::writer out(sink);
///     out.begin_object();
///     out.name("SecureLevel");
///     out.string("4");
///     out.end_object();
///
/// Errors: the first error is kept. Text that is not UTF-8 is replaced by "", and a double that is not finite by null, so the output stays
/// well-formed; but do not send it. Exceptions come from the sink only.
/// Lifetime: refers to the sink. Nothing else is kept.
template <sink S>
class writer {
public:
    constexpr explicit writer(S& out TC3_LIFETIMEBOUND) noexcept : out_(out) {}

    // A text with a leading comma is written without it where the grammar has none: see separate().
    constexpr void begin_object() { open(",{"sv); }
    constexpr void end_object() { close("}"sv); }
    constexpr void begin_array() { open(",["sv); }
    constexpr void end_array() { close("]"sv); }

    /// Writes the name of a member. Its value must follow. Errors: those of string().
    constexpr void name(const std::string_view& text) {
        write_text(text, "\":"sv);
        needs_comma_ = false;
    }

    /// Writes a string. Errors: invalid_utf8 with the position in the text.
    constexpr void string(const std::string_view& text) { write_text(text, "\""sv); }

    /// Writes a string in pieces: begin_string(), any number of string_piece(), end_string().
    constexpr void begin_string() { separate(",\""sv); }
    /// Writes a piece of a string. The piece must not end within a character; one that is not UTF-8 is left out.
    ///
    /// Errors: invalid_utf8 with the position in the piece.
    constexpr void string_piece(const std::string_view& text) {
        const std::size_t invalid = find_invalid_utf8(text);
        if (invalid == std::string_view::npos) {
            write_escaped(text);
        } else {
            fail(errc::invalid_utf8, invalid);
        }
    }
    constexpr void end_string() { out_.append("\""sv); }

    /// Writes bytes as a string of their base64 (RFC 4648, section 4).
    constexpr void base64(std::string_view bytes) {
        begin_string();
        write_base64(out_, bytes);
        end_string();
    }

    /// Writes an integer.
    constexpr void number(integer auto value) {
        separate();
        write_decimal(out_, value);
    }
    /// Writes the shortest number that reads back as the same double. Errors: out_of_range for infinities and NaN.
    ///
    /// This is a template, so that only programs with doubles contain its code.
    template <std::same_as<double> Double>
    constexpr void number(Double value) {
        if (!is_finite(value)) return write_null_for_number();
        separate();
        write_double(out_, value);
    }

    constexpr void boolean(bool value) { separate(value ? ",true"sv : ",false"sv); }
    constexpr void null() { separate(",null"sv); }
    /// Writes a value that is JSON already. It is not checked: see json::validate().
    constexpr void raw(std::string_view value) {
        separate();
        out_.append(value);
    }

    [[nodiscard]] constexpr bool ok() const noexcept { return error_.code == errc::none; }
    /// Returns the first error, with the part "field"; its code is errc::none while ok().
    [[nodiscard]] constexpr const tc3::error& error() const noexcept TC3_LIFETIMEBOUND { return error_; }
    /// Drops the error, so that ok() is true.
    constexpr void forget_error() noexcept { error_ = {}; }

private:
    // Writes the text without its leading comma before the first value of a container and between a name and its value. One text for both
    // means one call of the sink.
    constexpr void separate(std::string_view comma_and_value = ","sv) {
        if (!needs_comma_) comma_and_value.remove_prefix(1);
        if (!comma_and_value.empty()) out_.append(comma_and_value);
        needs_comma_ = true;
    }
    constexpr void open(std::string_view comma_and_bracket) {
        separate(comma_and_bracket);
        needs_comma_ = false;
    }
    constexpr void close(const std::string_view& bracket) {
        out_.append(bracket);
        needs_comma_ = true;
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
        if (const std::size_t index = ascii::find(detail::escaped_characters, c); index != std::string_view::npos) {
            const char escape[] = {'\\', detail::escape_letters[index]};
            out_.append(std::string_view(escape, sizeof escape));
            return;
        }
        const auto code = static_cast<unsigned char>(c);
        const char escape[] = {'\\', 'u', '0', '0', hex_digit(code >> 4U), hex_digit(code)};
        out_.append(std::string_view(escape, sizeof escape));
    }

    // Tests the bits of the exponent: with -ffast-math a compiler may assume that every double is finite.
    [[nodiscard]] static constexpr bool is_finite(double value) noexcept {
        return (detail::bits_of(value) & detail::infinity_bits) != detail::infinity_bits;
    }
    constexpr void write_null_for_number() {
        fail(errc::out_of_range, tc3::error::no_position);
        null();
    }
    constexpr void fail(errc code, std::size_t position) noexcept {
        if (ok()) error_ = {.code = code, .part = "field", .position = position};
    }

    S& out_;
    bool needs_comma_ = false;
    tc3::error error_;
};
template <sink S>
writer(S&) -> writer<S>;

}  // namespace tc3::inline TC3_NAMESPACE::json

// ---- tc3/crypto/policy.hpp ------------------------------------------------------------------------------------------

// The policy: an implementation of SHA-256 as a class with three member functions, and HMAC-SHA256 as an optional fourth.
//
//     class my_policy {
//     public:
//         bool sha_256_begin();                                              // starts a hash; drops one that is open
//         bool sha_256_update(tc3::bytes_view bytes);                        // adds bytes to the open hash
//         bool sha_256_finish(tc3::crypto::sha_256_digest& digest);          // ends the open hash
//         bool hmac_sha_256(tc3::bytes_view key, tc3::bytes_view message,    // optional: computes an HMAC in one call
//                           tc3::crypto::sha_256_digest& digest);
//     };

namespace tc3::inline TC3_NAMESPACE::crypto {

inline constexpr std::size_t sha_256_digest_size = 32;
inline constexpr std::size_t sha_256_block_size = 64;
using sha_256_digest = std::array<std::uint8_t, sha_256_digest_size>;

/// The SHA-256 digest of the empty text.
inline constexpr sha_256_digest digest_of_nothing{0xe3, 0xb0, 0xc4, 0x42, 0x98, 0xfc, 0x1c, 0x14, 0x9a, 0xfb, 0xf4,
                                                  0xc8, 0x99, 0x6f, 0xb9, 0x24, 0x27, 0xae, 0x41, 0xe4, 0x64, 0x9b,
                                                  0x93, 0x4c, 0xa4, 0x95, 0x99, 0x1b, 0x78, 0x52, 0xb8, 0x55};

/// A class that starts a hash and drops one that is open. false means failure.
template <class Policy>
concept has_sha_256_begin = requires(Policy& policy) {
    { policy.sha_256_begin() } -> std::same_as<bool>;
};

/// A class that adds bytes to the open hash. false means failure.
template <class Policy>
concept has_sha_256_update = requires(Policy& policy, bytes_view bytes) {
    { policy.sha_256_update(bytes) } -> std::same_as<bool>;
};

/// A class that ends the open hash. false means failure; the digest is not used then.
template <class Policy>
concept has_sha_256_finish = requires(Policy& policy, sha_256_digest& digest) {
    { policy.sha_256_finish(digest) } -> std::same_as<bool>;
};

/// A class that computes HMAC-SHA256 in one call.
template <class Policy>
concept has_hmac_sha_256 = requires(std::remove_reference_t<Policy>& policy, bytes_view key, bytes_view message, sha_256_digest& digest) {
    { policy.hmac_sha_256(key, message, digest) } -> std::same_as<bool>;
};

/// A class with a member `hmac_sha_256` of any signature.
template <class Policy>
concept names_hmac_sha_256 = requires { &std::remove_reference_t<Policy>::hmac_sha_256; };

/// A class without a member `hmac_sha_256`, or with one of the right signature. A wrong signature is an error, so that the member is not
/// ignored silently.
template <class Policy>
concept hmac_absent_or_valid = !names_hmac_sha_256<Policy> || has_hmac_sha_256<Policy>;

/// A policy. Its functions return true for success; a C library that returns 0 for success needs the opposite.
///
/// tc3 opens one hash at a time on a policy, so hardware with a single state is sufficient. tc3 has no threads of its own.
template <class Policy>
concept sha_256_policy = has_sha_256_begin<std::remove_reference_t<Policy>> && has_sha_256_update<std::remove_reference_t<Policy>> &&
                         has_sha_256_finish<std::remove_reference_t<Policy>> && hmac_absent_or_valid<Policy>;

/// A policy with an HMAC-SHA256 of its own. Without one tc3 builds HMAC on the hash.
template <class Policy>
concept hmac_policy = sha_256_policy<Policy> && has_hmac_sha_256<Policy>;

}  // namespace tc3::inline TC3_NAMESPACE::crypto

// ---- tc3/crypto/hash.hpp --------------------------------------------------------------------------------------------

// A policy as a sink: text is hashed as it is written, without a copy in memory.

namespace tc3::inline TC3_NAMESPACE::crypto {

/// A sink that hashes what is appended.
///
/// The constructor opens the hash of the policy. Call a finish function before another hash is opened on the policy.
/// Lifetime: refers to the policy.
template <sha_256_policy Policy>
class hash_sink final : public any_sink {
public:
    constexpr explicit hash_sink(Policy& policy TC3_LIFETIMEBOUND) : any_sink(append_to), policy_(policy), ok_(policy.sha_256_begin()) {}

    using any_sink::append;
    TC3_NOINLINE constexpr void append(const bytes_view& bytes) { ok_ = ok_ && policy_.sha_256_update(bytes); }

    /// Returns the digest. Errors: crypto_failed if any call of the policy failed.
    [[nodiscard]] constexpr result<sha_256_digest, error> finish() {
        sha_256_digest digest{};
        if (!finish_into(digest)) return unexpected(error{.code = errc::crypto_failed, .part = "digest"});
        return digest;
    }
    /// Writes the digest without a temporary copy, for a digest that is a key. Returns false if any call of the policy failed.
    [[nodiscard]] TC3_NOINLINE constexpr bool finish_into(sha_256_digest& digest) { return ok_ && policy_.sha_256_finish(digest); }

private:
    static constexpr void append_to(any_sink& self, const std::string_view& text) {
        auto& hash = static_cast<hash_sink&>(self);
        if (std::is_constant_evaluated()) {
            for_copied_bytes_of(text, [&hash](bytes_view bytes) { hash.append(bytes); });
        } else {
            hash.append(as_bytes(text));
        }
    }

    Policy& policy_;
    bool ok_;
};
template <sha_256_policy Policy>
hash_sink(Policy&) -> hash_sink<Policy>;

/// Returns the SHA-256 digest of a text. Errors: crypto_failed if the policy failed.
template <sha_256_policy Policy>
[[nodiscard]] constexpr result<sha_256_digest, error> sha_256_of(std::string_view text, Policy& policy) {
    hash_sink hash(policy);
    hash.append(text);
    return hash.finish();
}

}  // namespace tc3::inline TC3_NAMESPACE::crypto

// ---- tc3/crypto/hmac.hpp --------------------------------------------------------------------------------------------

// HMAC-SHA256 (RFC 2104) with any policy: with the HMAC of the policy if it has one, else built on its hash.

namespace tc3::inline TC3_NAMESPACE::crypto {

/// A key as the 64 bytes that HMAC uses: padded with zeros, or hashed first if it is longer. The destructor wipes it.
class hmac_key {
public:
    constexpr hmac_key() noexcept { wipe(block_); }  // zeros, by code that is linked anyway
    /// Pads a digest.
    constexpr explicit hmac_key(const sha_256_digest& digest) noexcept { assign(digest); }
    hmac_key(const hmac_key&) = delete;
    hmac_key& operator=(const hmac_key&) = delete;
    constexpr ~hmac_key() { wipe(block_); }

    /// Sets the key to `prefix` followed by `text`, which are not joined in memory. Returns false if the policy failed.
    template <sha_256_policy Policy>
    [[nodiscard]] TC3_NOINLINE constexpr bool assign(const std::string_view& prefix, const std::string_view& text, Policy& policy) {
        if (prefix.size() + text.size() > block_.size()) {
            hash_sink hash(policy);
            hash.append(prefix);
            hash.append(text);
            sha_256_digest digest{};
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
    /// Sets the key to a digest.
    constexpr void assign(const sha_256_digest& digest) noexcept {
        for (std::size_t i = 0; i < block_.size(); ++i) block_[i] = i < digest.size() ? digest[i] : std::uint8_t{0};
    }

    [[nodiscard]] constexpr const std::array<std::uint8_t, sha_256_block_size>& block() const noexcept { return block_; }

private:
    std::array<std::uint8_t, sha_256_block_size> block_;
};

namespace detail {

/// Appends the block of a key, each byte xor `pad`. In pieces of 16 bytes, so that little memory has to be wiped.
template <sha_256_policy Policy>
TC3_NOINLINE constexpr void append_padded_key(hash_sink<Policy>& hash, const hmac_key& key, unsigned pad) {
    std::array<std::uint8_t, 16> piece;
    for (std::size_t i = 0; i < sha_256_block_size; ++i) {
        piece[i % piece.size()] = static_cast<std::uint8_t>(key.block()[i] ^ pad);
        if ((i + 1) % piece.size() == 0) hash.append(bytes_view(piece));
    }
    wipe(piece);
}

/// Begins the inner hash of an HMAC, to which the message is appended next.
template <sha_256_policy Policy>
constexpr void begin_hmac(hash_sink<Policy>& inner, const hmac_key& key) {
    append_padded_key(inner, key, 0x36);
}

/// Ends the inner hash and writes the HMAC. Returns false if the policy failed.
template <sha_256_policy Policy>
[[nodiscard]] TC3_NOINLINE constexpr bool finish_hmac(hash_sink<Policy>& inner, const hmac_key& key, Policy& policy,
                                                      sha_256_digest& digest) {
    if (!inner.finish_into(digest)) return false;
    hash_sink outer(policy);
    append_padded_key(outer, key, 0x5c);
    outer.append(bytes_view(digest));
    return outer.finish_into(digest);
}

}  // namespace detail

/// Returns the HMAC-SHA256 of a text. Errors: crypto_failed if the policy failed.
template <sha_256_policy Policy>
[[nodiscard]] constexpr result<sha_256_digest, error> hmac_sha_256(const hmac_key& key, std::string_view message, Policy& policy);

/// Writes the HMAC-SHA256 of a text without a temporary copy, for an HMAC that is a key. Returns false if the policy failed.
template <sha_256_policy Policy>
[[nodiscard]] constexpr bool hmac_sha_256_into(sha_256_digest& digest, const hmac_key& key, std::string_view message, Policy& policy) {
    if constexpr (hmac_policy<Policy>) {
        // Text cannot be viewed as bytes at compile time: the hash, which takes pieces, is used then.
        if (!std::is_constant_evaluated()) return policy.hmac_sha_256(bytes_view(key.block()), as_bytes(message), digest);
    }
    hash_sink inner(policy);
    detail::begin_hmac(inner, key);
    inner.append(message);
    return detail::finish_hmac(inner, key, policy, digest);
}

/// Writes the HMAC-SHA256 of the text that `write(any_sink&)` writes, of at most `Longest` characters. Returns false if the policy failed.
///
/// The text is hashed as it is written, or collected on the stack for a policy with an HMAC of its own.
template <std::size_t Longest, sha_256_policy Policy, class Write>
[[nodiscard]] constexpr bool hmac_sha_256_of(sha_256_digest& digest, const hmac_key& key, Policy& policy, Write write) {
    if constexpr (hmac_policy<Policy>) {
        fixed_text<Longest> message;
        sink_adapter out(message);
        write(out);
        return hmac_sha_256_into(digest, key, message.view(), policy);
    } else {
        // A variable, not a member of an object for HMAC: g++ 11 casts from a base at compile time only to a complete object.
        hash_sink inner(policy);
        detail::begin_hmac(inner, key);
        write(inner);
        return detail::finish_hmac(inner, key, policy, digest);
    }
}

template <sha_256_policy Policy>
constexpr result<sha_256_digest, error> hmac_sha_256(const hmac_key& key, std::string_view message, Policy& policy) {
    sha_256_digest digest{};
    if (!hmac_sha_256_into(digest, key, message, policy)) return unexpected(error{.code = errc::crypto_failed, .part = "HMAC"});
    return digest;
}

}  // namespace tc3::inline TC3_NAMESPACE::crypto

// ---- tc3/crypto/sha_256.hpp -----------------------------------------------------------------------------------------

// SHA-256 (FIPS 180-4), portable and usable at compile time, and the default policy.

namespace tc3::inline TC3_NAMESPACE::crypto {

/// A SHA-256 computation. The destructor wipes it, since it may have hashed a key.
class sha_256 {
public:
    constexpr sha_256() noexcept { restart(); }
    constexpr sha_256(const sha_256&) noexcept = default;
    constexpr sha_256& operator=(const sha_256&) noexcept = default;
    TC3_NOINLINE constexpr ~sha_256() { wipe(this, sizeof *this); }

    /// Discards all bytes so far.
    constexpr void restart() noexcept;
    /// Adds bytes. Cost: linear.
    constexpr void update(const bytes_view& bytes) noexcept;
    /// Returns the digest of all bytes so far. Call restart() before you use the object again.
    [[nodiscard]] constexpr sha_256_digest finish() noexcept {
        sha_256_digest digest{};
        finish_into(digest);
        return digest;
    }
    /// Writes the digest without a temporary copy, for a digest that is a key.
    constexpr void finish_into(sha_256_digest& digest) noexcept;

private:
    constexpr void add(std::uint8_t byte) noexcept;
    constexpr void compress() noexcept;

    std::array<std::uint32_t, 8> state_;
    std::array<std::uint32_t, 16> words_;  // the block that is being filled; the first byte is the most significant one
    std::uint64_t size_;                   // in bytes, so far
};

/// The default policy: the class sha_256, with HMAC built on it. It never fails.
class builtin_policy {
public:
    constexpr bool sha_256_begin() noexcept {
        hash_.restart();
        return true;
    }
    constexpr bool sha_256_update(const bytes_view& bytes) noexcept {
        hash_.update(bytes);
        return true;
    }
    constexpr bool sha_256_finish(sha_256_digest& digest) noexcept {
        hash_.finish_into(digest);
        hash_.restart();  // wipes the block, which may hold a key
        return true;
    }

private:
    sha_256 hash_;
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

constexpr void sha_256::restart() noexcept {
    state_ = detail::initial_state;
    wipe(words_);
    size_ = 0;
}

constexpr void sha_256::add(std::uint8_t byte) noexcept {
    std::uint32_t& word = words_[static_cast<std::size_t>(size_ / 4 % words_.size())];
    word = word << 8U | byte;
    ++size_;
    if (size_ % sha_256_block_size == 0) compress();
}

constexpr void sha_256::update(const bytes_view& bytes) noexcept {
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

constexpr void sha_256::finish_into(sha_256_digest& digest) noexcept {
    const std::uint64_t bits = size_ * 8;
    add(0x80);
    while (size_ % sha_256_block_size != sha_256_block_size - 8) add(0);
    words_[14] = static_cast<std::uint32_t>(bits >> 32U);
    words_[15] = static_cast<std::uint32_t>(bits);
    compress();
    for (std::size_t i = 0; i < digest.size(); ++i) digest[i] = static_cast<std::uint8_t>(state_[i / 4] >> (24 - 8 * (i % 4)));
}

// The message schedule overwrites the block, as a ring of 16 words, to save stack. The block, which may be a key, can be computed from the
// schedule, so it is wiped with the object. The working variables a to h are an array, which can be wiped; the inner loop of 16 rounds lets
// compilers keep it in registers.
constexpr void sha_256::compress() noexcept {
    std::array<std::uint32_t, 8> s = state_;  // a to h in FIPS 180-4, 6.2.2
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

}  // namespace tc3::inline TC3_NAMESPACE::crypto

// ---- tc3/http/date.hpp ----------------------------------------------------------------------------------------------

// Parses the date in an HTTP header (RFC 9110, 5.6.7), without a clock, a locale or a time zone.

namespace tc3::inline TC3_NAMESPACE::http {

/// Returns the time of a date like "Sun, 06 Nov 1994 08:49:37 GMT", the form that senders must use. Blanks around it are ignored.
///
/// Returns nothing for the two obsolete forms, for a date outside the calendar, with the wrong weekday, or before 1970.
[[nodiscard]] constexpr std::optional<unix_time> parse_date(std::string_view text) noexcept;

namespace detail {

/// Returns the value of decimal digits; -1 for any other text.
[[nodiscard]] constexpr std::int64_t parse_digits(std::string_view digits) noexcept {
    std::int64_t number = 0;
    for (const char c : digits) {
        if (!ascii::is_digit(c)) return -1;
        number = number * 10 + (c - '0');
    }
    return number;
}

/// Returns the index of a name in a list of names of three letters each; -1 if it is not in the list.
[[nodiscard]] constexpr std::int64_t index_of(std::string_view names, std::string_view name) noexcept {
    for (std::size_t i = 0; 3 * i < names.size(); ++i) {
        if (slice(names, 3 * i, 3) == name) return static_cast<std::int64_t>(i);
    }
    return -1;
}

[[nodiscard]] constexpr bool is_leap_year(std::int64_t year) noexcept { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

/// Returns the number of days of a month from 1 to 12.
[[nodiscard]] constexpr std::int64_t days_in_month(std::int64_t year, std::int64_t month) noexcept {
    if (month == 2) return is_leap_year(year) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/// Returns the days from 1970-01-01 to a day of the calendar, in year 1 or later.
///
/// Years start in March here, so that the leap day is the last of its year. From March on, five months in a row have 153 days. The first of
/// March of year 0 is 719,468 days before 1970, and days count from 1.
[[nodiscard]] constexpr std::int64_t days_since_1970(std::int64_t year, std::int64_t month, std::int64_t day) noexcept {
    const std::int64_t years = month > 2 ? year : year - 1;
    const std::int64_t months = month > 2 ? month - 3 : month + 9;
    return 365 * years + years / 4 - years / 100 + years / 400 + (153 * months + 2) / 5 + day - 719469;
}

/// Returns the second of the day of "hh:mm:ss"; -1 for any other text. "23:59:60", a leap second, is the midnight after it.
[[nodiscard]] constexpr std::int64_t second_of_day(std::string_view time) noexcept {
    const std::int64_t hour = parse_digits(slice(time, 0, 2));
    const std::int64_t minute = parse_digits(slice(time, 3, 2));
    const std::int64_t second = parse_digits(slice(time, 6, 2));
    const std::int64_t last_second = hour == 23 && minute == 59 ? 60 : 59;
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > last_second) return -1;
    return (hour * 60 + minute) * 60 + second;
}

/// Returns whether a text has the separators of a date at their positions, with any characters as names and numbers.
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
    const std::int64_t weekday = detail::index_of("ThuFriSatSunMonTueWed", slice(text, 0, 3));  // 1970-01-01 was a Thursday
    const std::int64_t day = detail::parse_digits(slice(text, 5, 2));
    const std::int64_t month = detail::index_of("JanFebMarAprMayJunJulAugSepOctNovDec", slice(text, 8, 3)) + 1;
    const std::int64_t year = detail::parse_digits(slice(text, 12, 4));
    if (year < 1970 || month < 1 || day < 1 || day > detail::days_in_month(year, month)) return {};
    const std::int64_t days = detail::days_since_1970(year, month, day);
    if (days % 7 != weekday) return {};

    const std::int64_t second = detail::second_of_day(slice(text, 17, 8));
    if (second < 0) return {};
    const unix_time time{days * 86400 + second};
    return time.in_range() ? std::optional(time) : std::nullopt;
}

}  // namespace tc3::inline TC3_NAMESPACE::http

// ---- tc3/http/header.hpp --------------------------------------------------------------------------------------------

// One header, and a list of headers packed into one text.

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
    return ascii::compare_lower(ascii::trim(a), ascii::trim(b));
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
    for (const header header : *this) {
        if (ascii::equal_lower(header.name, name)) return header.value;
    }
    return {};
}

}  // namespace tc3::inline TC3_NAMESPACE::http

// ---- tc3/http/find_header.hpp ---------------------------------------------------------------------------------------

// Finds headers by name.

namespace tc3::inline TC3_NAMESPACE::http {

namespace detail {

[[nodiscard]] constexpr bool has_name(const header& header, std::string_view name) noexcept {
    return ascii::equal_lower(ascii::trim(header.name), name);
}

}  // namespace detail

/// Returns the first header with a name, in any case, or null. Blanks around the names in the list are ignored.
///
/// Lifetime: points into `headers`.
[[nodiscard]] constexpr const header* find_header(std::span<const header> headers, std::string_view name) noexcept {
    for (const header& header : headers) {
        if (detail::has_name(header, name)) return &header;
    }
    return nullptr;
}

/// Returns the only header with a name, as find_header() compares them, or null. A duplicate header is treated as missing, because peers
/// may disagree on which copy applies.
///
/// Lifetime: points into `headers`.
[[nodiscard]] constexpr const header* find_single_header(std::span<const header> headers, std::string_view name) noexcept {
    // Counts, rather than search again behind the first: g++ 12 with -fsanitize=undefined cannot compare the address of a header with null
    // in a constant expression.
    const header* found = nullptr;
    std::size_t count = 0;
    for (const header& header : headers) {
        if (!detail::has_name(header, name)) continue;
        found = &header;
        ++count;
    }
    return count == 1 ? found : nullptr;
}

}  // namespace tc3::inline TC3_NAMESPACE::http

// ---- tc3/http/header_refs.hpp ---------------------------------------------------------------------------------------

// Headers in up to two lists, such as those of tc3 and those of your program, without a copy into one list.

namespace tc3::inline TC3_NAMESPACE::http {

/// References to the headers in one or two lists, whose order does not matter.
///
/// Lifetime: refers to the lists, which must outlive it. Do not keep one that is made of a temporary list.
class header_refs {
public:
    constexpr header_refs() noexcept = default;
    /// Implicit, so that an array, a vector or a span can be passed.
    template <std::convertible_to<std::span<const header>> Headers>
    constexpr header_refs(const Headers& first) noexcept : first_(first) {}  // NOLINT: implicit
    constexpr header_refs(std::span<const header> first, std::span<const header> second) noexcept : first_(first), second_(second) {}

    [[nodiscard]] constexpr std::size_t size() const noexcept { return first_.size() + second_.size(); }
    [[nodiscard]] constexpr const header& operator[](std::size_t i) const noexcept {
        return i < first_.size() ? first_[i] : second_[i - first_.size()];
    }

private:
    std::span<const header> first_;
    std::span<const header> second_;
};

}  // namespace tc3::inline TC3_NAMESPACE::http

// ---- tc3/http/message.hpp -------------------------------------------------------------------------------------------

// An HTTP request as a view, for the HTTP library of your program, and its head as text.

namespace tc3::inline TC3_NAMESPACE::http {

/// The two methods of API 3.0.
enum class method : std::uint8_t { get, post };

/// Returns "GET" or "POST".
[[nodiscard]] constexpr std::string_view name_of(http::method method) noexcept { return method == http::method::get ? "GET"sv : "POST"sv; }

/// A signed request. Send it unchanged: a header that is changed, a target that is re-encoded or a redirect invalidates the signature.
///
/// Lifetime: all views point into one text: that of the http::request whose view() this is, or the workspace of make_request_into().
struct request_view {
    http::method method = http::method::post;
    std::string_view scheme;             ///< "https" or "http"
    std::string_view host;               ///< the Host header as it is signed, with ":port" unless it is the default port; not in `headers`
    std::string_view connect_to;         ///< "address:port" for the connection, if it is not to `host`; else empty
    std::string_view target;             ///< path and query as they are signed, "/" or "/?Limit=10"
    header_list headers;                 ///< all but Host and Content-Length, which HTTP libraries add
    std::string_view body;               ///< the bytes that are hashed; empty with request_options::stream_body
    std::size_t streamed_body_size = 0;  ///< the size of a body that your program sends after the head

    /// Returns the size of the body, streamed or not.
    [[nodiscard]] constexpr std::size_t content_length() const noexcept { return body.size() + streamed_body_size; }

    /// Writes scheme, "://", host and target.
    template <sink S>
    constexpr void write_url(S& out) const {
        out.append(scheme);
        out.append("://");
        out.append(host);
        out.append(target);
    }
};

/// A target, split at its first '?'.
///
/// Lifetime: refers to the target.
struct target_parts {
    std::string_view path;
    std::string_view query;  ///< the text after the '?'; empty without one
};

/// Splits a target at its first '?'.
[[nodiscard]] constexpr target_parts split_target(std::string_view target TC3_LIFETIMEBOUND) noexcept {
    const std::string_view path = slice(target, 0, ascii::find(target, '?'));
    return {path, slice(target, path.size() + 1)};
}

/// The text in place of a sensitive value.
inline constexpr std::string_view mask = "****";

/// How sensitive values are written.
enum class visibility : bool { plain, masked };

/// Writes the request line and the headers of HTTP/1.1 with the empty line after them, for transports that send bytes. The body is next.
template <sink S>
constexpr void write_head(S& out, const request_view& request);

/// Writes the head for a log: with "****" in place of sensitive values and of the query, which holds the parameters of a GET. All other
/// values are written by write_printable().
template <sink S>
constexpr void write_masked_head(S& out, const request_view& request);

namespace detail {

template <visibility Shown, sink S>
constexpr void write_head(S& out, const request_view& request) {
    constexpr bool masked = Shown == visibility::masked;
    const auto write = [&out](std::string_view text) {
        if constexpr (masked) {
            write_printable(out, text);
        } else {
            out.append(text);
        }
    };
    out.append(name_of(request.method));
    out.append(" ");
    if (masked) {
        const std::string_view path = split_target(request.target).path;
        write(path);
        if (path.size() != request.target.size()) {
            out.append("?");
            out.append(mask);
        }
    } else {
        out.append(request.target);
    }
    out.append(" HTTP/1.1\r\nHost: ");
    write(request.host);
    for (const header header : request.headers) {
        out.append("\r\n");
        write(header.name);
        out.append(": ");
        write(masked && header.sensitive ? mask : header.value);  // header_list has applied is_sensitive()
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

}  // namespace tc3::inline TC3_NAMESPACE::http

// ---- tc3/http/layout.hpp --------------------------------------------------------------------------------------------

// The parts of a request that is packed into one text.

namespace tc3::inline TC3_NAMESPACE::http {

/// The sizes of the parts of a request. The text consists of body, scheme, host, connect_to and target in this order, without separators,
/// and of the packed headers, which take the rest.
struct request_layout {
    http::method method = http::method::post;
    std::size_t body = 0;
    std::size_t scheme = 0;
    std::size_t host = 0;
    std::size_t connect_to = 0;
    std::size_t target = 0;
    std::size_t streamed_body_size = 0;  ///< the size of a body outside the text, which the program sends itself
};

/// Returns the request in a text. A text that is shorter than its layout gives shorter parts.
///
/// Lifetime: refers to the text.
[[nodiscard]] constexpr request_view view_of(const request_layout& layout, std::string_view text TC3_LIFETIMEBOUND) noexcept {
    const auto take = [&text](std::size_t size) {
        const std::string_view part = slice(text, 0, size);
        text.remove_prefix(part.size());
        return part;
    };
    request_view view;
    view.method = layout.method;
    view.body = take(layout.body);
    view.streamed_body_size = layout.streamed_body_size;
    view.scheme = take(layout.scheme);
    view.host = take(layout.host);
    view.connect_to = take(layout.connect_to);
    view.target = take(layout.target);
    view.headers = header_list(text);
    return view;
}

}  // namespace tc3::inline TC3_NAMESPACE::http

// ---- tc3/http/request.hpp -------------------------------------------------------------------------------------------

// A request that owns its text.

namespace tc3::inline TC3_NAMESPACE::http {

/// A signed request in one string. It holds the session token and the body in plain text: keep it no longer than necessary.
class request {
public:
    request() noexcept = default;
    /// Takes the text of a request and the sizes of its parts.
    request(const request_layout& layout, std::string text) noexcept : layout_(layout), text_(std::move(text)) {}

    /// Returns the parts of the request.
    ///
    /// Lifetime: refers to this object, and is invalid after it is moved, assigned or destroyed.
    [[nodiscard]] request_view view() const& noexcept TC3_LIFETIMEBOUND { return view_of(layout_, text_); }
    request_view view() const&& = delete;

private:
    request_layout layout_;
    std::string text_;
};

}  // namespace tc3::inline TC3_NAMESPACE::http

// ---- tc3/http/response.hpp ------------------------------------------------------------------------------------------

// An HTTP response with the members that tc3 needs, for transports without a type of their own.

namespace tc3::inline TC3_NAMESPACE::http {

/// A response that owns its texts.
struct response {
    std::int32_t status = 0;  ///< the HTTP status; the service sends 200 for outputs and for its errors
    std::string body;         ///< the whole body, after any Content-Encoding is decoded
    std::string date = {};    ///< the value of the Date header; empty if it is not known
};

/// A response with a view of its body.
///
/// Lifetime: refers to the memory of the body.
struct response_view {
    std::int32_t status = 0;
    std::string_view body = {};
    std::size_t body_size = 0;  ///< the size of a body that did not fit into the memory for it, if known
};

}  // namespace tc3::inline TC3_NAMESPACE::http

// ---- tc3/validation/text_rule.hpp -----------------------------------------------------------------------------------

// The rule that one part of a request must follow, as a constant.

namespace tc3::inline TC3_NAMESPACE {

/// What one part of a request must be. first_error::check_text() applies it.
struct text_rule {
    part_name part;                  ///< the name of the part in an error: "host"
    bool required = false;           ///< the text must not be empty
    bool trimmed = false;            ///< the text must not begin or end with a blank, a line end, a no-break space or a byte order mark
    bool utf8 = false;               ///< the text must be well-formed UTF-8
    bool (*allowed)(char) = is_any;  ///< every character must satisfy this

    static constexpr bool is_any(char) noexcept { return true; }
};

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/validation/first_error.hpp ---------------------------------------------------------------------------------

// Collects the first error of a list of checks, so that checks can follow each other without a branch after each.

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
    TC3_NOINLINE constexpr void add(errc code, part_name part, std::size_t position = tc3::error::no_position) noexcept {
        add({.code = code, .part = part, .position = position});
    }
    /// Adds an error of a header or field.
    TC3_NOINLINE constexpr void add(errc code, part_name part, const std::string_view& name) noexcept {
        add({.code = code, .part = part, .name = name});
    }

    /// Adds errc::too_large if a size exceeds its limit.
    TC3_NOINLINE constexpr void check_size(part_name part, std::size_t size, std::size_t limit) noexcept {
        if (size > limit) add({.code = errc::too_large, .part = part, .needed = size, .limit = limit});
    }
    /// Adds the first violation of `rule` in `text`. `start` is the position of the text within its part.
    TC3_NOINLINE constexpr void check_text(const text_rule& rule, const std::string_view& text, std::size_t start = 0) noexcept {
        if (rule.required && text.empty()) return add(errc::missing, rule.part);
        errc code = errc::untrimmed;
        std::size_t position = rule.trimmed ? validation_detail::find_untrimmed(text) : std::string_view::npos;
        if (position == std::string_view::npos) {
            code = errc::forbidden_character;
            position = ascii::find_not(text, rule.allowed);
        }
        if (position == std::string_view::npos && rule.utf8) {
            code = errc::invalid_utf8;
            position = find_invalid_utf8(text);
        }
        if (position != std::string_view::npos) add(code, rule.part, start + position);
    }

    /// Adds the first violation of `rule` in the value of the header `name`.
    TC3_NOINLINE constexpr void check_value(const text_rule& rule, const std::string_view& name, const std::string_view& value) noexcept {
        if (!ok()) return;
        check_text(rule, value);
        if (!ok()) error_.name = name;
    }
    /// Sets the character of an error that has a position in `text`. The checks leave this out, since only messages need it.
    constexpr void name_character(const std::string_view& text) noexcept {
        const bool is_of_character = error_.code == errc::forbidden_character || error_.code == errc::untrimmed;
        if (is_of_character && error_.position < text.size()) error_.character = character_at(text, error_.position);
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

constexpr std::size_t find_untrimmed(const std::string_view& text) noexcept {
    const auto is_blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    if (text.empty()) return std::string_view::npos;
    if (is_blank(text.front())) return 0;
    return is_blank(text.back()) ? text.size() - 1 : std::string_view::npos;
}

}  // namespace validation_detail

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/validation/address_rules.hpp -------------------------------------------------------------------------------

// The forms of a network address: a Host header, and the address to connect to.

namespace tc3::inline TC3_NAMESPACE {

/// Returns whether `c` may occur in a host name. Names of actions, versions, regions and languages have the same characters.
[[nodiscard]] constexpr bool is_name_character(char c) noexcept { return ascii::is_alphanumeric(c) || c == '-' || c == '_' || c == '.'; }

/// The longest label of a host name, in bytes: the text between two dots. Source: RFC 1035, 2.3.4.
inline constexpr std::size_t longest_label = 63;

/// Adds an error if `text` is not an address: "name", "name:port", "[IPv6]" or "[IPv6]:port". `part` is the name of the text in the error.
///
/// A name has no empty label before a dot. An IPv6 address has eight groups of up to four hexadecimal digits, or fewer and "::" once; of an
/// IPv4 form at its end, only the number of dots is checked. A port is 1 to 65535, without a leading zero.
///
/// Errors, with the position where the text stops being an address: forbidden_character; has_scheme before "//"; malformed for an IPv6
/// address; out_of_range for a port over 65535. too_large, of "label", for a label over longest_label, or over four digits in an IPv6
/// address.
/// Source: RFC 3986, 3.2.2 and 3.2.3; RFC 4291, 2.2.
constexpr void check_address(first_error& errors, part_name part, const std::string_view& text) noexcept;

/// Validates an address.
///
/// Errors: those of check_address(), of "address".
[[nodiscard]] constexpr result<void, error> validate_address(std::string_view text) noexcept {
    first_error errors;
    check_address(errors, "address", text);
    return errors.to_result();
}

namespace validation_detail {

/// Returns the character at a position, or NUL at the end of the text.
[[nodiscard]] TC3_NOINLINE constexpr char at(const std::string_view& text, std::size_t position) noexcept {
    return position < text.size() ? text[position] : '\0';
}

/// The labels of a name, or the groups of an IPv6 address.
struct host_scan {
    bool is_ipv6 = false;
    std::size_t position = 0;  ///< the position after the last label
    std::size_t label = 0;     ///< the size of the last label
    std::size_t colons = 0;
    std::size_t dots = 0;
    std::size_t empty_groups = 0;
    std::size_t gap = 0;  ///< the position of the second colon of the last "::"

    constexpr void read(first_error& errors, const std::string_view& text) noexcept {
        constexpr std::size_t longest_group = 4;
        is_ipv6 = at(text, 0) == '[';
        for (position = is_ipv6 ? 1 : 0;; ++position) {
            const char c = at(text, position);
            if (is_ipv6 ? hex_value(ascii::to_lower(c)) < 16 : c != '.' && is_name_character(c)) {
                ++label;
                continue;
            }
            errors.check_size("label", label, is_ipv6 ? longest_group : longest_label);
            if (label == 0) ++empty_groups;
            if (is_ipv6 && c == ':' && dots == 0) {
                if (label == 0) gap = position;
                ++colons;
            } else if (c == '.' && label != 0) {
                ++dots;
            } else {
                return;
            }
            label = 0;
        }
    }
    /// Returns whether there are the groups of an IPv6 address: eight, or fewer with "::". That is an empty group, and one more at each end
    /// of the address where it is.
    [[nodiscard]] constexpr bool has_all_groups() const noexcept {
        if (dots != 0 && dots != 3) return false;
        const std::size_t separators = colons + (dots != 0 ? 1 : 0);  // IPv4 at the end takes the place of two groups
        const std::size_t allowed = 1U + (gap == 2) + (gap + 1 == position);
        return gap > 1 ? empty_groups == allowed && separators <= 6 + allowed : empty_groups == 0 && separators == 7;
    }
};

/// Moves the position from a colon to the end of the port after it, or to its first error. Returns the error.
[[nodiscard]] constexpr errc read_port(const std::string_view& text, std::size_t& position) noexcept {
    constexpr std::uint32_t last_port = 65535;
    std::uint32_t port = 0;
    for (;;) {
        const char c = at(text, ++position);
        if (!ascii::is_digit(c)) break;
        port = port * 10 + static_cast<std::uint32_t>(c - '0');
        if (port == 0) break;
        if (port > last_port) return errc::out_of_range;
    }
    return port != 0 && position == text.size() ? errc::none : errc::forbidden_character;
}

}  // namespace validation_detail

constexpr void check_address(first_error& errors, part_name part, const std::string_view& text) noexcept {
    validation_detail::host_scan host;
    host.read(errors, text);
    std::size_t position = host.position;
    if (host.is_ipv6) {
        const bool is_complete = validation_detail::at(text, position) == ']' && host.has_all_groups();
        if (!is_complete) return errors.add(errc::malformed, part, position);
        ++position;
    }
    errc code = errc::forbidden_character;
    if (position != 0) {
        if (position == text.size()) return;
        if (text[position] == ':') code = validation_detail::read_port(text, position);
    }
    if (code == errc::none) return;
    errors.add(starts_with(slice(text, position), "//"sv) ? errc::has_scheme : code, part, position);
}

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/validation/credential_rules.hpp ----------------------------------------------------------------------------

// What a secret id, a secret key and a session token may hold: what can be signed, and what can be real.

namespace tc3::inline TC3_NAMESPACE {

/// Returns whether `c` may occur in a credential that the service issued: visible ASCII without quotes and without the signs of a
/// placeholder, an escape or a list. Issued ids, keys and tokens consist of letters, digits and "+/=-_".
[[nodiscard]] constexpr bool is_credential_character(char c) noexcept {
    return ascii::is_visible(c) && !ascii::contains("\"'`$%<>{}\\,;"sv, c);
}
/// Returns whether `c` may occur in a secret id that the service issued: a character of a credential that can be sent.
[[nodiscard]] constexpr bool is_issued_id_character(char c) noexcept { return c != '/' && is_credential_character(c); }
/// Returns whether `c` may occur in a secret id: visible ASCII but '/' and ',', which end the id in the Authorization header.
[[nodiscard]] constexpr bool is_secret_id_character(char c) noexcept { return ascii::is_visible(c) && c != '/' && c != ','; }

/// The rules for an id that can be sent, and for a key that can sign: any byte is allowed inside a key, since it is never sent.
inline constexpr text_rule secret_id_rule{.part = "secret id", .required = true, .trimmed = true, .allowed = is_secret_id_character};
inline constexpr text_rule secret_key_rule{.part = "secret key", .required = true, .trimmed = true};
/// The rules for an id, a key and a token that the service issued.
inline constexpr text_rule issued_secret_id_rule{.part = "secret id", .required = true, .trimmed = true, .allowed = is_issued_id_character};
inline constexpr text_rule issued_secret_key_rule{
    .part = "secret key", .required = true, .trimmed = true, .allowed = is_credential_character};
inline constexpr text_rule issued_token_rule{.part = "session token", .trimmed = true, .allowed = is_credential_character};

/// Adds an error if a secret id, key or token, as `rule` says which, is a placeholder from an example or has its name before it: a text
/// that begins with a word such as "your". With a short word it must also be shorter than all that the service issues.
constexpr void check_placeholder(first_error& errors, const text_rule& rule, std::string_view text) noexcept {
    constexpr std::size_t shortest_issued = 32;  // of a secret key; ids have 36 characters, and temporary credentials more
    constexpr std::size_t shortest_certain = 8;  // of a word: no random text begins with it
    for (const std::string_view word : {"secretid"sv, "secretkey"sv, "secret_id"sv, "secret_key"sv, "tencentcloud_"sv, "undefined"sv,
                                        "your"sv, "xxx"sv, "replace"sv, "change"sv, "none"sv, "null"sv}) {
        if (word.size() < shortest_certain && text.size() >= shortest_issued) continue;
        if (ascii::equal_lower(slice(text, 0, word.size()), word)) errors.add(errc::placeholder, rule.part);
    }
}

/// Adds an error if a part of a credential is a placeholder, or if id and key are swapped: the key begins as an id does, and the id does
/// not or is the same. An empty part has no error.
constexpr void check_placeholders_and_swap(first_error& errors, std::string_view secret_id, std::string_view secret_key,
                                           std::string_view token) noexcept {
    const auto begins_as_id = [](std::string_view text) { return starts_with(text, "AKID"sv) || starts_with(text, "IKID"sv); };
    check_placeholder(errors, issued_secret_id_rule, secret_id);
    check_placeholder(errors, issued_secret_key_rule, secret_key);
    check_placeholder(errors, issued_token_rule, token);
    if (begins_as_id(secret_key) && (!begins_as_id(secret_id) || equal(secret_id, secret_key)))
        errors.add(errc::swapped, issued_secret_key_rule.part);
}

/// Validates the parts of a credential as make_request() does, for programs that sign without it. An empty token is valid.
///
/// Errors: missing, untrimmed, forbidden_character, placeholder or swapped, of "secret id", "secret key" or "session token". The error
/// holds the character that is wrong and nothing else of the credential.
/// Source: docs/tc3-signing.md 4.
[[nodiscard]] constexpr result<void, error> validate_credential(std::string_view secret_id, std::string_view secret_key,
                                                                std::string_view token = {}) noexcept {
    first_error errors;
    check_placeholders_and_swap(errors, secret_id, secret_key, token);
    errors.check_text(issued_secret_id_rule, secret_id);
    errors.check_text(issued_secret_key_rule, secret_key);
    errors.check_text(issued_token_rule, token);
    const part_name part = errors.error().part;
    errors.name_character(part == secret_id_rule.part ? secret_id : part == issued_secret_key_rule.part ? secret_key : token);
    return errors.to_result();
}

/// Returns whether a secret id can be sent. validate_credential() finds more: what no issued id holds.
///
/// Errors: missing, untrimmed or forbidden_character, of "secret id".
/// Source: docs/tc3-signing.md 1.5, for the form of the header; 4, for pasted blanks.
[[nodiscard]] constexpr result<void, error> validate_secret_id(std::string_view secret_id) noexcept {
    first_error errors;
    errors.check_text(secret_id_rule, secret_id);
    return errors.to_result();
}

/// Returns whether a secret key can sign: any byte is allowed inside it, since it is never sent. validate_credential() finds more: what no
/// issued key holds.
///
/// Errors: missing, or untrimmed for a key that was pasted with blanks or a line end, of "secret key".
/// Source: docs/tc3-signing.md 4.
[[nodiscard]] constexpr result<void, error> validate_secret_key(std::string_view secret_key) noexcept {
    first_error errors;
    errors.check_text(secret_key_rule, secret_key);
    return errors.to_result();
}

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/validation/header_rules.hpp --------------------------------------------------------------------------------

// What a header may hold, and which headers a signed request must have (docs/tc3-signing.md 1.2).

namespace tc3::inline TC3_NAMESPACE {

inline constexpr text_rule header_name_rule{.part = "header name", .required = true, .allowed = ascii::is_token};
inline constexpr text_rule header_value_rule{.part = "header value", .utf8 = true, .allowed = ascii::is_field_value};
/// The rules for the values of Content-Type and Host, which are checked without the blanks around them.
inline constexpr text_rule signed_content_type_rule{.part = "content type", .required = true};
inline constexpr text_rule signed_host_rule{.part = "host", .required = true, .allowed = ascii::is_visible};

/// Adds an error if the name is not a token, or if the value holds a control character or is not UTF-8. Blanks around the name are allowed.
constexpr void check_header(first_error& errors, const http::header& header) noexcept {
    const std::string_view name = ascii::trim(header.name);
    errors.check_text(header_name_rule, name, static_cast<std::size_t>(name.data() - header.name.data()));
    errors.check_value(header_value_rule, header.name, header.value);
}

/// Validates one header. A valid header occupies exactly one line.
///
/// Errors: missing, forbidden_character or invalid_utf8, of "header name" or "header value". Blanks around name and value are allowed:
/// the canonical request trims them.
/// Source: RFC 9110, 5.5 and 5.6.2; docs/tc3-signing.md 1.2.
[[nodiscard]] constexpr result<void, error> validate_header(const http::header& header) noexcept {
    first_error errors;
    check_header(errors, header);
    return errors.to_result();
}

/// Adds an error if a header is invalid, if two headers have the same name, or if Content-Type or Host is missing or empty. Host holds
/// visible ASCII only.
constexpr void check_signed_headers(first_error& errors, const http::header_refs& headers) noexcept {
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

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/validation/scope_rules.hpp ---------------------------------------------------------------------------------

// What the parts of a credential scope may be (docs/tc3-signing.md 1.3).

namespace tc3::inline TC3_NAMESPACE {

/// The longest service name: a label of a host name, which DNS limits to 63 bytes.
inline constexpr std::size_t longest_service = 63;

/// Returns whether `c` may occur in the name of a service or a region. Capitals are allowed: the scope is written in lower case.
[[nodiscard]] constexpr bool is_service_character(char c) noexcept { return ascii::is_alphanumeric(c) || c == '-'; }

inline constexpr text_rule service_rule{.part = "service", .required = true, .allowed = is_service_character};

/// Adds an error if the time is out of range, or if the service is empty, too long, or holds a character other than a letter, a digit or
/// '-'.
constexpr void check_scope(first_error& errors, const std::string_view& service, unix_time time) noexcept {
    if (!time.in_range()) errors.add(errc::out_of_range, "timestamp");
    errors.check_size(service_rule.part, service.size(), longest_service);
    errors.check_text(service_rule, service);
}

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/validation/target_rules.hpp --------------------------------------------------------------------------------

// What the path and the query of a request may hold (docs/tc3-signing.md 1.2).

namespace tc3::inline TC3_NAMESPACE {

/// Returns whether `c` may occur in a query: any character but a blank, a control character and '#', which would end it in a request line.
[[nodiscard]] constexpr bool is_query_character(char c) noexcept { return c != ' ' && c != '#' && !ascii::is_control(c); }

/// Returns whether `c` may occur in a path: any character of a query but '?', which would start the query.
[[nodiscard]] constexpr bool is_path_character(char c) noexcept { return is_query_character(c) && c != '?'; }

inline constexpr text_rule canonical_uri_rule{.part = "canonical URI", .required = true, .utf8 = true, .allowed = is_path_character};
inline constexpr text_rule query_rule{.part = "query", .utf8 = true, .allowed = is_query_character};

/// Adds an error if the URI is not an absolute path, or if URI or query holds a forbidden character or is not UTF-8.
constexpr void check_target(first_error& errors, const std::string_view& canonical_uri, const std::string_view& query) noexcept {
    const bool is_path = canonical_uri.empty() || canonical_uri.front() == '/';
    if (!is_path) errors.add(errc::forbidden_character, canonical_uri_rule.part);
    errors.check_text(canonical_uri_rule, canonical_uri);
    errors.check_text(query_rule, query);
}

/// Validates the path and the query of a request. `query` is the text after the '?'.
///
/// Errors: missing, forbidden_character or invalid_utf8, of "canonical URI" or "query".
[[nodiscard]] constexpr result<void, error> validate_target(std::string_view canonical_uri, std::string_view query) noexcept {
    first_error errors;
    check_target(errors, canonical_uri, query);
    return errors.to_result();
}

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/signing/signature.hpp --------------------------------------------------------------------------------------

// A signature: 32 bytes, sent as 64 lower-case hex digits (docs/tc3-signing.md 1.4).

namespace tc3::inline TC3_NAMESPACE::signing {

/// A signature as bytes.
struct signature {
    crypto::sha_256_digest bytes{};

    /// Parses a signature from a header or a remote signer: 64 lower-case hex digits.
    ///
    /// Errors: malformed, of "signature".
    [[nodiscard]] static constexpr result<signature, error> from_hex(std::string_view hex) noexcept {
        signature parsed;
        if (!tc3::from_hex(hex, parsed.bytes)) return unexpected(error{.code = errc::malformed, .part = "signature"});
        return parsed;
    }

    /// Returns the 64 lower-case hex digits.
    [[nodiscard]] constexpr std::array<char, 2 * crypto::sha_256_digest_size> hex() const noexcept { return to_hex(bytes); }
};

/// Writes the 64 lower-case hex digits of a digest.
TC3_NOINLINE constexpr void write_digest(any_sink& out, const crypto::sha_256_digest& digest) {
    const auto hex = to_hex(digest);
    out.append(std::string_view(hex.data(), hex.size()));
}

/// Compares two signatures in a time that does not depend on where they differ. A server that verifies signatures needs this.
[[nodiscard]] constexpr bool equal_in_constant_time(const signature& a, const signature& b) noexcept {
    return tc3::equal_in_constant_time(bytes_view(a.bytes), bytes_view(b.bytes));
}

}  // namespace tc3::inline TC3_NAMESPACE::signing

// ---- tc3/signing/canonical_request.hpp ------------------------------------------------------------------------------

// The canonical request: the text form of an HTTP request that client and service hash (docs/tc3-signing.md 1.2).

namespace tc3::inline TC3_NAMESPACE::signing {

/// The parts of an HTTP request that its signature covers.
///
/// Lifetime: every view refers to the caller's memory. Keep the headers in a variable: a temporary vector is destroyed before the request
/// is signed.
struct request_parts {
    http::method method = http::method::post;
    std::string_view canonical_uri = "/";  ///< "/" for API 3.0; the path for gateways that sign it
    std::string_view query = {};           ///< exactly as sent, without '?'; empty for POST
    http::header_refs headers = {};        ///< the headers to sign, in any order and case, with Content-Type and Host
    crypto::sha_256_digest hashed_payload = crypto::digest_of_nothing;  ///< the result of payload_hash()
};

/// Validates that a request can be signed. Sizes are not checked here: make_request() checks them.
///
/// Errors: missing, forbidden_character or invalid_utf8, of "canonical URI", "query", "header name" or "header value"; duplicate, of
/// "header name"; missing or forbidden_character, of "content type" or "host".
[[nodiscard]] constexpr result<void, error> validate(const request_parts& parts) noexcept;

/// Adds the error that validate() returns.
constexpr void check_parts(first_error& errors, const request_parts& parts) noexcept;

/// Writes the canonical request. The parts must be valid.
///
/// Cost: no memory. Each header is found by a search for the next name, which is quick for the dozen headers of a request.
template <sink S>
constexpr void write_canonical_request(S& out, const request_parts& parts);

/// Writes the canonical request for logs, with "****" in place of the values of the query and of sensitive headers. All other values are
/// written by write_printable(), so a value that holds such a character differs from the text that was hashed.
template <sink S>
constexpr void write_masked_canonical_request(S& out, const request_parts& parts);

/// Writes the names of the signed headers: lower-case, sorted, joined by ';'.
template <sink S>
constexpr void write_signed_headers(S& out, const http::header_refs& headers);

/// Returns the SHA-256 of the canonical request, which is streamed into the policy.
///
/// Errors: those of validate(); crypto_failed.
template <crypto::sha_256_policy Policy = crypto::builtin_policy>
[[nodiscard]] constexpr result<crypto::sha_256_digest, error> hash_canonical_request(const request_parts& parts,
                                                                                     Policy&& policy = Policy{});

/// Writes the SHA-256 of the canonical request of valid parts. Returns false if the policy fails.
template <crypto::sha_256_policy Policy>
[[nodiscard]] constexpr bool hash_valid_parts(crypto::sha_256_digest& digest, const request_parts& parts, Policy& policy);

namespace detail {

/// Returns the header whose lower-case name follows that of `previous` in byte order, or null. Without `previous`, returns the first
/// header.
[[nodiscard]] constexpr const http::header* next_header(const http::header_refs& headers, const http::header* previous) noexcept {
    const http::header* next = nullptr;
    for (std::size_t i = 0; i < headers.size(); ++i) {
        const http::header& header = headers[i];
        if (previous != nullptr && http::compare_names(header.name, previous->name) <= 0) continue;
        if (next == nullptr || http::compare_names(header.name, next->name) < 0) next = &header;
    }
    return next;
}

constexpr void write_masked_pair(any_sink& out, std::string_view pair) {
    const std::size_t equals = ascii::find(pair, '=');
    // Without '=' the pair can be a value: nothing of it is shown.
    if (equals != std::string_view::npos) write_printable(out, slice(pair, 0, equals + 1));
    out.append(http::mask);  // "****"
}

constexpr void write_masked_query(any_sink& out, std::string_view query) {
    for (text_scanner rest(query); !rest.empty();) {
        write_masked_pair(out, rest.take_while([](char c) { return c != '&'; }));
        if (rest.skip("&")) out.append("&");
    }
}

// Content-Type is signed verbatim, as every SDK does. The manual says lower-case, but a multipart boundary would break.
[[nodiscard]] constexpr bool is_signed_verbatim(const http::header& header) noexcept {
    return http::compare_names(header.name, "content-type"sv) == 0;
}

constexpr void write_canonical_value(any_sink& out, const http::header& header) {
    const std::string_view value = ascii::trim(header.value);
    if (is_signed_verbatim(header)) {
        out.append(value);
    } else {
        write_lower(out, value);
    }
}

/// Writes each piece in lower case to another sink.
class lower_sink {
public:
    constexpr explicit lower_sink(any_sink& out) noexcept : out_(out) {}
    constexpr void append(const std::string_view& text) { write_lower(out_, text); }

private:
    any_sink& out_;
};

// Escapes come first: write_lower() may split a character between two pieces.
constexpr void write_masked_value(any_sink& out, const http::header& header) {
    if (http::is_sensitive(header)) return out.append(http::mask);
    const std::string_view value = ascii::trim(header.value);
    if (is_signed_verbatim(header)) return write_printable(out, value);
    lower_sink lower(out);
    write_printable(lower, value);
}

constexpr void write_signed_headers(any_sink& out, const http::header_refs& headers) {
    for (const http::header* header = next_header(headers, nullptr); header != nullptr;) {
        write_lower(out, ascii::trim(header->name));
        header = next_header(headers, header);
        if (header != nullptr) out.append(";");
    }
}

template <http::visibility Shown>
constexpr void write_canonical_request(any_sink& out, const request_parts& parts) {
    constexpr bool masked = Shown == http::visibility::masked;
    out.append(http::name_of(parts.method));
    out.append("\n");
    if constexpr (masked) {
        write_printable(out, parts.canonical_uri);
        out.append("\n");
        write_masked_query(out, parts.query);
    } else {
        out.append(parts.canonical_uri);
        out.append("\n");
        out.append(parts.query);
    }
    out.append("\n");
    for (const http::header* header = next_header(parts.headers, nullptr); header != nullptr; header = next_header(parts.headers, header)) {
        write_lower(out, ascii::trim(header->name));
        out.append(":");
        if constexpr (masked) {
            write_masked_value(out, *header);
        } else {
            write_canonical_value(out, *header);
        }
        out.append("\n");
    }
    out.append("\n");
    write_signed_headers(out, parts.headers);
    out.append("\n");
    write_digest(out, parts.hashed_payload);
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
    any_sink_of<S> to(out);
    detail::write_canonical_request<http::visibility::plain>(to, parts);
}

template <sink S>
constexpr void write_masked_canonical_request(S& out, const request_parts& parts) {
    any_sink_of<S> to(out);
    detail::write_canonical_request<http::visibility::masked>(to, parts);
}

template <sink S>
constexpr void write_signed_headers(S& out, const http::header_refs& headers) {
    any_sink_of<S> to(out);
    detail::write_signed_headers(to, headers);
}

template <crypto::sha_256_policy Policy>
constexpr bool hash_valid_parts(crypto::sha_256_digest& digest, const request_parts& parts, Policy& policy) {
    crypto::hash_sink hash(policy);
    write_canonical_request(hash, parts);
    return hash.finish_into(digest);
}

template <crypto::sha_256_policy Policy>
constexpr result<crypto::sha_256_digest, error> hash_canonical_request(const request_parts& parts, Policy&& policy) {
    if (const auto valid = validate(parts); !valid) return unexpected(valid.error());
    crypto::sha_256_digest digest{};
    if (hash_valid_parts(digest, parts, policy)) return digest;
    return unexpected(error{.code = errc::crypto_failed, .part = "signature"});
}

}  // namespace tc3::inline TC3_NAMESPACE::signing

// ---- tc3/signing/credential.hpp -------------------------------------------------------------------------------------

// The credential that a request is signed with: a secret id, its secret key and, for a temporary credential, a session token.

namespace tc3::inline TC3_NAMESPACE {

/// A view of a credential. Id, key and token must belong together: when a temporary credential is renewed, all three change.
///
/// Lifetime: refers to memory of the program.
struct credential_view {
    std::string_view secret_id;
    std::string_view secret_key = {};  ///< empty where a signer of your own signs
    std::string_view token = {};       ///< for temporary credentials only; sent, not signed
};

/// A credential that owns its text. Key and token are wiped by the destructor.
struct credential {          // moves only: use std::move, or copy() of its secrets
    std::string secret_id;   ///< never assign a null pointer, which std::getenv() may return
    secret secret_key = {};  // moves only: use std::move on the credential, or copy() of its secrets
    secret token = {};

    /// Returns a view of this credential.
    [[nodiscard]] credential_view view() const& noexcept TC3_LIFETIMEBOUND { return {secret_id, secret_key.view(), token.view()}; }
    credential_view view() const&& = delete;
    // Clang takes the copy in {.credential = credential} for a conversion to the first member, and prints this line.
    operator std::string() const& = delete;  // a credential moves only: use std::move, or copy() of its secrets
};

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/signing/scope.hpp ------------------------------------------------------------------------------------------

// The credential scope `<date>/<service>/tc3_request`: the UTC day and the service of a signature (docs/tc3-signing.md 1.3).

namespace tc3::inline TC3_NAMESPACE::signing {

inline constexpr std::string_view algorithm = "TC3-HMAC-SHA256";
inline constexpr std::string_view scope_terminator = "tc3_request";

/// A view of a credential scope.
///
/// Lifetime: refers to memory of the caller.
struct scope_view {
    std::string_view date;
    std::string_view service;

    /// Writes the scope, with the service name in lower case: the servers refuse capitals (docs/tc3-signing.md 3.2).
    template <sink S>
    constexpr void write(S& out) const;
};

/// A credential scope that owns its text.
class credential_scope {
public:
    constexpr credential_scope() noexcept = default;

    /// Makes the scope of a service on the UTC day of `time`. The service is kept in lower case.
    ///
    /// Errors: out_of_range, of "timestamp"; missing, too_large or forbidden_character, of "service".
    [[nodiscard]] static constexpr result<credential_scope, error> make(std::string_view service, unix_time time) noexcept;
    /// Makes a scope without a check. Service and time must be valid.
    [[nodiscard]] static constexpr credential_scope of_valid(std::string_view service, unix_time time) noexcept {
        return credential_scope(service, time);
    }

    [[nodiscard]] constexpr const utc_date& date() const& noexcept TC3_LIFETIMEBOUND { return date_; }
    const utc_date& date() const&& = delete;
    [[nodiscard]] constexpr std::string_view service() const& noexcept TC3_LIFETIMEBOUND { return service_.view(); }
    std::string_view service() const&& = delete;

    /// Returns a view of this scope.
    [[nodiscard]] constexpr scope_view view() const& noexcept TC3_LIFETIMEBOUND { return {date_.view(), service_.view()}; }
    scope_view view() const&& = delete;

    /// Writes `<date>/<service>/tc3_request`.
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

/// Validates that a signing key with the scope `of_key` can sign a request with the scope `of_request`.
///
/// Errors: wrong_scope, of "timestamp" for another day, else of "service" for another service.
[[nodiscard]] constexpr result<void, error> validate_same_scope(const scope_view& of_key, const scope_view& of_request) noexcept;

/// Returns the label of a host before its first dot, or "" for a host without a dot and for a host whose first label is a number, such as
/// an IPv4 address.
///
/// Lifetime: refers to `host`.
/// Source: docs/tc3-signing.md 3.2.
[[nodiscard]] constexpr std::string_view service_label(std::string_view host TC3_LIFETIMEBOUND) noexcept;

template <sink S>
constexpr void scope_view::write(S& out) const {
    out.append(date);
    out.append("/");
    write_lower(out, service);
    out.append("/");
    out.append(scope_terminator);
}

constexpr result<credential_scope, error> credential_scope::make(std::string_view service, unix_time time) noexcept {
    first_error errors;
    check_scope(errors, service, time);
    return errors.to_result([&] { return of_valid(service, time); });
}

constexpr result<void, error> validate_same_scope(const scope_view& of_key, const scope_view& of_request) noexcept {
    if (!equal(of_key.date, of_request.date)) return unexpected(error{.code = errc::wrong_scope, .part = "timestamp"});
    if (!equal(of_key.service, of_request.service)) return unexpected(error{.code = errc::wrong_scope, .part = "service"});
    return {};
}

constexpr std::string_view service_label(std::string_view host) noexcept {
    const std::size_t dot = ascii::find(host, '.');
    if (dot == std::string_view::npos) return {};
    const bool is_address = ascii::find_not(host, ascii::is_digit) == dot;
    return slice(host, 0, is_address ? 0 : dot);
}

}  // namespace tc3::inline TC3_NAMESPACE::signing

// ---- tc3/signing/signing_key.hpp ------------------------------------------------------------------------------------

// The signing key, derived from the secret key for one UTC day and one service, and signatures with it (docs/tc3-signing.md 1.4).

namespace tc3::inline TC3_NAMESPACE::signing {

class signing_key;

/// Derives the signing key of a scope from a secret key.
///
/// Errors: those of validate_secret_key(); missing, of "service", for a default-constructed scope; crypto_failed.
/// Cost: 12 SHA-256 compressions, more for a secret key of 62 bytes or more.
template <crypto::sha_256_policy Policy = crypto::builtin_policy>
[[nodiscard]] constexpr result<signing_key, error> derive_signing_key(const credential_view& credential, const credential_scope& scope,
                                                                      Policy&& policy = Policy{});

/// A signing key with its scope. You may keep it for the day; the destructor wipes it.
///
/// Guard it like the secret key: with it, anyone can sign for the service until midnight UTC.
class signing_key {
public:
    /// Makes a key from stored bytes.
    constexpr signing_key(const credential_scope& scope, const crypto::sha_256_digest& bytes) noexcept : scope_(scope), bytes_(bytes) {}
    constexpr signing_key(const signing_key&) noexcept = default;
    constexpr signing_key& operator=(const signing_key&) noexcept = default;
    constexpr ~signing_key() { wipe(bytes_.data(), bytes_.size()); }

    [[nodiscard]] constexpr const credential_scope& scope() const& noexcept TC3_LIFETIMEBOUND { return scope_; }
    const credential_scope& scope() const&& = delete;
    /// Returns the 32 bytes, to store them or to sign with another library. They can contain 0x00 and 0x0A.
    [[nodiscard]] constexpr const crypto::sha_256_digest& bytes() const& noexcept TC3_LIFETIMEBOUND { return bytes_; }
    const crypto::sha_256_digest& bytes() const&& = delete;

private:
    template <crypto::sha_256_policy Policy>
    friend constexpr result<signing_key, error> derive_signing_key(const credential_view& credential, const credential_scope& scope,
                                                                   Policy&& policy);

    constexpr signing_key(const credential_scope& scope, const crypto::hmac_key& key) noexcept : scope_(scope) {
        // The block is the digest, padded with zeros.
        for (std::size_t i = 0; i < bytes_.size(); ++i) bytes_[i] = key.block()[i];
    }

    credential_scope scope_;
    crypto::sha_256_digest bytes_;
};

/// Signs any text. Does not check the scope inside it: prefer sign(key, signer_input) in authorization.hpp, which does.
///
/// Errors: crypto_failed.
template <crypto::sha_256_policy Policy = crypto::builtin_policy>
[[nodiscard]] constexpr result<signature, error> sign(const signing_key& key, std::string_view string_to_sign, Policy&& policy = Policy{}) {
    const crypto::hmac_key padded_key(key.bytes());
    const auto digest = crypto::hmac_sha_256(padded_key, string_to_sign, policy);
    if (!digest) return unexpected(error{.code = errc::crypto_failed, .part = "signature"});
    return signature{*digest};
}

namespace detail {

/// Replaces a key by the HMAC of `step` under it. Returns false if the policy fails.
template <crypto::sha_256_policy Policy>
[[nodiscard]] TC3_NOINLINE constexpr bool derive_next(crypto::hmac_key& key, const std::string_view& step, Policy& policy) {
    crypto::sha_256_digest next{};
    const bool ok = crypto::hmac_sha_256_of<longest_service>(next, key, policy, [&step](any_sink& message) { write_lower(message, step); });
    if (ok) key.assign(next);
    wipe(next);
    return ok;
}

/// Derives the key of a scope from a valid secret key. Returns false if the policy fails.
template <crypto::sha_256_policy Policy>
[[nodiscard]] constexpr bool derive(crypto::hmac_key& key, const std::string_view& secret_key, const scope_view& scope, Policy& policy) {
    return key.assign("TC3"sv, secret_key, policy) && derive_next(key, scope.date, policy) && derive_next(key, scope.service, policy) &&
           derive_next(key, scope_terminator, policy);
}

}  // namespace detail

template <crypto::sha_256_policy Policy>
constexpr result<signing_key, error> derive_signing_key(const credential_view& credential, const credential_scope& scope, Policy&& policy) {
    if (const auto valid = validate_secret_key(credential.secret_key); !valid) return unexpected(valid.error());
    if (scope.service().empty()) return unexpected(error{.code = errc::missing, .part = "service"});

    crypto::hmac_key key;
    if (!detail::derive(key, credential.secret_key, scope.view(), policy)) {
        return unexpected(error{.code = errc::crypto_failed, .part = "signature"});
    }
    // made_in_place constructs the key inside the result: a copy on the stack would have to be wiped.
    return {made_in_place, [&] { return signing_key(scope, key); }};
}

}  // namespace tc3::inline TC3_NAMESPACE::signing

// ---- tc3/signing/string_to_sign.hpp ---------------------------------------------------------------------------------

// The string to sign: algorithm, time, credential scope and the hash of the canonical request (docs/tc3-signing.md 1.3).

namespace tc3::inline TC3_NAMESPACE::signing {

/// The longest string to sign: 15 + 12 + (10 + 1 + 63 + 1 + 11) + 64 characters and three line ends.
inline constexpr std::size_t longest_string_to_sign = 180;

/// A string to sign that owns its text. It contains no secret: you may send it to a remote signer.
using string_to_sign = fixed_text<longest_string_to_sign>;

/// Writes the string to sign. `time` must lie on the date of `scope`.
template <sink S>
constexpr void write_string_to_sign(S& out, unix_time time, const credential_scope& scope,
                                    const crypto::sha_256_digest& hashed_canonical_request);

namespace detail {

constexpr void write_string_to_sign(any_sink& out, unix_time time, const scope_view& scope,
                                    const crypto::sha_256_digest& hashed_canonical_request) {
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
                                    const crypto::sha_256_digest& hashed_canonical_request) {
    any_sink_of<S> to(out);
    detail::write_string_to_sign(to, time, scope.view(), hashed_canonical_request);
}

}  // namespace tc3::inline TC3_NAMESPACE::signing

// ---- tc3/signing/authorization.hpp ----------------------------------------------------------------------------------

// The Authorization header (docs/tc3-signing.md 1.5): in one step, or in two if a signer makes the signature. Which function to take:
//
//   the credential is at hand   authorization() or, for a smaller program, write_authorization()
//   you keep a key of the day   authorization(parts, time, key, secret_id)
//   the key is elsewhere        make_signer_input(), then make_authorization() with the signature
//
// write_unsigned_authorization(), sign_valid() and signer_input_of_valid() validate nothing: they are for signer_ref.hpp and api/.

namespace tc3::inline TC3_NAMESPACE::signing {

/// The value of the Authorization header of an unsigned request, such as sts:AssumeRoleWithWebIdentity.
inline constexpr std::string_view skip_authorization = "SKIP";

/// What a signature depends on: a request, the service and the time of its credential scope, and a secret key unless a signer has it.
///
/// Lifetime: refers to the parts and the texts.
struct request_to_sign {
    const request_parts& parts;
    std::string_view service;
    unix_time time;
    std::string_view secret_key = {};
};

/// The input of a signer, and what make_authorization() needs besides the signature.
///
/// Lifetime: `signed_headers` refers to the caller's headers, which must live until the Authorization header is written.
struct signer_input {
    signing::string_to_sign string_to_sign;           ///< the text to sign
    credential_scope scope;                           ///< the scope within the text: the key must be of the same day and service
    http::header_refs signed_headers;                 ///< the headers that the signature covers
    crypto::sha_256_digest hashed_canonical_request;  ///< the hash within the text
};

/// An Authorization header as a value; write() writes its text.
///
/// Lifetime: `secret_id` and `signed_headers` refer to the caller's memory, which must live until the header is written. Do not pass a
/// temporary string or array to a function that returns this type.
struct authorization_value {
    std::string_view secret_id;
    credential_scope scope;
    http::header_refs signed_headers;
    signing::signature signature;

    /// Writes `TC3-HMAC-SHA256 Credential=..., SignedHeaders=..., Signature=...`.
    template <sink S>
    constexpr void write(S& out) const;
    /// Returns the length of the text.
    [[nodiscard]] constexpr std::size_t size() const noexcept;
};

/// Signs a request with a credential and returns its Authorization header. The signing key is derived for this call.
///
/// `service` is the name of the product, "cvm". `time` is the value of X-TC-Timestamp.
///
/// Errors: those of make_signer_input(), validate_secret_id() and validate_secret_key().
/// Cost: no allocation; 22 SHA-256 compressions for a usual request, 12 of them for the key.
/// Source: docs/tc3-signing.md 1.2-1.5; manual, "Signature v3".
template <crypto::sha_256_policy Policy = crypto::builtin_policy>
[[nodiscard]] constexpr result<authorization_value, error> authorization(const request_parts& parts, std::string_view service,
                                                                         unix_time time, const credential_view& credential,
                                                                         Policy&& policy = Policy{});

/// Signs a request with a signing key that you keep for the day and returns its Authorization header. The service is that of the key.
///
/// Errors: those of make_signer_input(); wrong_scope, of "timestamp", for a key of another UTC day; those of validate_secret_id().
/// Cost: no allocation; 10 SHA-256 compressions for a usual request.
template <crypto::sha_256_policy Policy = crypto::builtin_policy>
[[nodiscard]] constexpr result<authorization_value, error> authorization(const request_parts& parts, unix_time time, const signing_key& key,
                                                                         std::string_view secret_id, Policy&& policy = Policy{});

/// Signs a request with a credential and writes its Authorization header at once. Writes nothing if it fails.
///
/// Errors: those of authorization().
/// Cost: less stack and code than authorization() with write().
template <sink S, crypto::sha_256_policy Policy = crypto::builtin_policy>
[[nodiscard]] constexpr result<void, error> write_authorization(S& out, const request_parts& parts, std::string_view service,
                                                                unix_time time, const credential_view& credential,
                                                                Policy&& policy = Policy{});

/// Makes the input of a signer: the first of two steps. `time` is the value of X-TC-Timestamp.
///
/// Errors: those of validate(parts); out_of_range, of "timestamp"; missing, too_large or forbidden_character, of "service"; crypto_failed.
template <crypto::sha_256_policy Policy = crypto::builtin_policy>
[[nodiscard]] constexpr result<signer_input, error> make_signer_input(const request_parts& parts, std::string_view service, unix_time time,
                                                                      Policy&& policy = Policy{});

/// Signs the input of a signer with a signing key.
///
/// Errors: wrong_scope, of "timestamp" or "service", for a key of another day or service; crypto_failed.
template <crypto::sha_256_policy Policy = crypto::builtin_policy>
[[nodiscard]] constexpr result<signature, error> sign(const signing_key& key, const signer_input& input, Policy&& policy = Policy{});

/// Makes the Authorization header from a signature: the second of two steps.
///
/// Errors: those of validate_secret_id().
[[nodiscard]] constexpr result<authorization_value, error> make_authorization(const signer_input& input, std::string_view secret_id,
                                                                              const signature& signature) noexcept;

/// Writes an Authorization header without the 64 hex digits of its signature, which you append. The arguments must be valid.
template <sink S>
constexpr void write_unsigned_authorization(S& out, const std::string_view& secret_id, const scope_view& scope,
                                            const http::header_refs& signed_headers);

/// Signs a valid request with its valid secret key. Returns false if the policy fails.
///
/// Cost: less stack than authorization(), since nothing is copied.
template <crypto::sha_256_policy Policy>
[[nodiscard]] constexpr bool sign_valid(crypto::sha_256_digest& signature, const request_to_sign& request, Policy& policy);

/// Makes the input of a signer from a valid request and the hash of its canonical request: see hash_valid_parts().
[[nodiscard]] constexpr signer_input signer_input_of_valid(const request_to_sign& request,
                                                           const crypto::sha_256_digest& hashed_canonical_request) noexcept;

namespace detail {

constexpr void write_unsigned_authorization(any_sink& out, const std::string_view& secret_id, const scope_view& scope,
                                            const http::header_refs& signed_headers) {
    out.append(algorithm);
    out.append(" Credential=");
    out.append(secret_id);
    out.append("/");
    scope.write(out);
    out.append(", SignedHeaders=");
    write_signed_headers(out, signed_headers);
    out.append(", Signature=");
}

/// Adds an error if a request cannot be signed.
TC3_NOINLINE constexpr void check_request(first_error& errors, const request_to_sign& request) noexcept {
    check_scope(errors, request.service, request.time);
    check_parts(errors, request.parts);
}

/// Signs the hash of a canonical request. `signature` and `hashed_canonical_request` may be one object. Returns false if the policy fails.
template <crypto::sha_256_policy Policy>
[[nodiscard]] constexpr bool sign_hash(crypto::sha_256_digest& signature, const crypto::hmac_key& key, unix_time time,
                                       const scope_view& scope, const crypto::sha_256_digest& hashed_canonical_request, Policy& policy) {
    // The size is that of a buffer, for policies with an HMAC of their own.
    return crypto::hmac_sha_256_of<longest_string_to_sign>(
        signature, key, policy, [&](any_sink& message) { write_string_to_sign(message, time, scope, hashed_canonical_request); });
}

/// Checks all arguments and signs. An error is in `errors`.
template <crypto::sha_256_policy Policy>
TC3_NOINLINE constexpr void check_and_sign(crypto::sha_256_digest& signature, first_error& errors, const request_to_sign& request,
                                           std::string_view secret_id, Policy& policy) {
    errors.check_text(secret_id_rule, secret_id);
    check_request(errors, request);
    errors.check_text(secret_key_rule, request.secret_key);
    if (errors.ok() && !sign_valid(signature, request, policy)) errors.add(errc::crypto_failed, "signature");
}

}  // namespace detail

template <crypto::sha_256_policy Policy>
TC3_NOINLINE constexpr bool sign_valid(crypto::sha_256_digest& signature, const request_to_sign& request, Policy& policy) {
    const utc_date date(request.time);
    const scope_view scope{date.view(), request.service};
    crypto::hmac_key key;
    // `signature` holds the hash of the canonical request first: one digest less on the stack.
    return hash_valid_parts(signature, request.parts, policy) && detail::derive(key, request.secret_key, scope, policy) &&
           detail::sign_hash(signature, key, request.time, scope, signature, policy);
}

constexpr signer_input signer_input_of_valid(const request_to_sign& request,
                                             const crypto::sha_256_digest& hashed_canonical_request) noexcept {
    signer_input input{.string_to_sign = {},
                       .scope = credential_scope::of_valid(request.service, request.time),
                       .signed_headers = request.parts.headers,
                       .hashed_canonical_request = hashed_canonical_request};
    write_string_to_sign(input.string_to_sign, request.time, input.scope, hashed_canonical_request);
    return input;
}

template <sink S>
constexpr void write_unsigned_authorization(S& out, const std::string_view& secret_id, const scope_view& scope,
                                            const http::header_refs& signed_headers) {
    any_sink_of<S> to(out);
    detail::write_unsigned_authorization(to, secret_id, scope, signed_headers);
}

template <sink S>
constexpr void authorization_value::write(S& out) const {
    any_sink_of<S> to(out);
    detail::write_unsigned_authorization(to, secret_id, scope.view(), signed_headers);
    write_digest(to, signature.bytes);
}

constexpr std::size_t authorization_value::size() const noexcept {
    counting_sink count;
    write(count);
    return count.size();
}

template <crypto::sha_256_policy Policy>
constexpr result<authorization_value, error> authorization(const request_parts& parts, std::string_view service, unix_time time,
                                                           const credential_view& credential, Policy&& policy) {
    first_error errors;
    crypto::sha_256_digest signature{};
    detail::check_and_sign(signature, errors, {parts, service, time, credential.secret_key}, credential.secret_id, policy);
    return errors.to_result(
        [&] { return authorization_value{credential.secret_id, credential_scope::of_valid(service, time), parts.headers, {signature}}; });
}

template <crypto::sha_256_policy Policy>
constexpr result<authorization_value, error> authorization(const request_parts& parts, unix_time time, const signing_key& key,
                                                           std::string_view secret_id, Policy&& policy) {
    first_error errors;
    errors.check_text(secret_id_rule, secret_id);
    detail::check_request(errors, {parts, key.scope().service(), time});
    if (utc_date(time) != key.scope().date()) errors.add(errc::wrong_scope, "timestamp");

    signing::signature signature;
    const crypto::hmac_key padded_key(key.bytes());
    if (errors.ok() && !(hash_valid_parts(signature.bytes, parts, policy) &&
                         detail::sign_hash(signature.bytes, padded_key, time, key.scope().view(), signature.bytes, policy))) {
        errors.add(errc::crypto_failed, "signature");
    }
    return errors.to_result([&] { return authorization_value{secret_id, key.scope(), parts.headers, signature}; });
}

template <sink S, crypto::sha_256_policy Policy>
constexpr result<void, error> write_authorization(S& out, const request_parts& parts, std::string_view service, unix_time time,
                                                  const credential_view& credential, Policy&& policy) {
    first_error errors;
    crypto::sha_256_digest signature{};
    detail::check_and_sign(signature, errors, {parts, service, time, credential.secret_key}, credential.secret_id, policy);
    if (errors.ok()) {
        const utc_date date(time);
        any_sink_of<S> to(out);
        detail::write_unsigned_authorization(to, credential.secret_id, {date.view(), service}, parts.headers);
        write_digest(to, signature);
    }
    return errors.to_result();
}

template <crypto::sha_256_policy Policy>
constexpr result<signer_input, error> make_signer_input(const request_parts& parts, std::string_view service, unix_time time,
                                                        Policy&& policy) {
    const request_to_sign request{parts, service, time};
    first_error errors;
    detail::check_request(errors, request);
    crypto::sha_256_digest hash{};
    if (errors.ok() && !hash_valid_parts(hash, parts, policy)) errors.add(errc::crypto_failed, "signature");
    return errors.to_result([&] { return signer_input_of_valid(request, hash); });
}

template <crypto::sha_256_policy Policy>
constexpr result<signature, error> sign(const signing_key& key, const signer_input& input, Policy&& policy) {
    if (const auto valid = validate_same_scope(key.scope().view(), input.scope.view()); !valid) return unexpected(valid.error());
    return sign(key, input.string_to_sign.view(), policy);
}

constexpr result<authorization_value, error> make_authorization(const signer_input& input, std::string_view secret_id,
                                                                const signature& signature) noexcept {
    if (const auto valid = validate_secret_id(secret_id); !valid) return unexpected(valid.error());
    return authorization_value{secret_id, input.scope, input.signed_headers, signature};
}

}  // namespace tc3::inline TC3_NAMESPACE::signing

// ---- tc3/signing/any_policy.hpp -------------------------------------------------------------------------------------

// One type for policies of all types, so that the code which makes a request exists once in a program.

namespace tc3::inline TC3_NAMESPACE::signing {

/// Calls a policy of any type through a table of functions. It is a sha_256_policy itself. Only the derivation of the key and the signature
/// exist again for each policy with an HMAC of its own.
///
/// Cost: one indirect call for each call of the policy.
class any_policy {
public:
    any_policy(const any_policy&) = delete;
    any_policy& operator=(const any_policy&) = delete;

    [[nodiscard]] bool sha_256_begin() { return functions_.begin(*this); }
    [[nodiscard]] bool sha_256_update(const bytes_view& bytes) { return functions_.update(*this, bytes); }
    [[nodiscard]] bool sha_256_finish(crypto::sha_256_digest& digest) { return functions_.finish(*this, digest); }

    /// Signs a valid request with its valid secret key, with the HMAC of the policy if it has one. Returns false if the policy fails.
    [[nodiscard]] bool sign_valid(crypto::sha_256_digest& signature, const request_to_sign& request);

protected:
    struct function_table {
        bool (*begin)(any_policy& self);
        bool (*update)(any_policy& self, const bytes_view& bytes);
        bool (*finish)(any_policy& self, crypto::sha_256_digest& digest);
        /// Null for a policy without an HMAC: the code over any_policy signs then.
        bool (*sign_with_own_hmac)(any_policy& self, crypto::sha_256_digest& signature, const request_to_sign& request);
    };

    explicit any_policy(const function_table& functions) noexcept : functions_(functions) {}
    ~any_policy() = default;

private:
    const function_table& functions_;
};

/// The any_policy of a policy.
///
/// Lifetime: refers to the policy.
template <crypto::sha_256_policy Policy>
class policy_adapter final : public any_policy {
public:
    explicit policy_adapter(Policy& policy TC3_LIFETIMEBOUND) noexcept : any_policy(table), policy_(policy) {}

private:
    static bool begin(any_policy& self) { return static_cast<policy_adapter&>(self).policy_.sha_256_begin(); }
    static bool update(any_policy& self, const bytes_view& bytes) {
        return static_cast<policy_adapter&>(self).policy_.sha_256_update(bytes);
    }
    static bool finish(any_policy& self, crypto::sha_256_digest& digest) {
        return static_cast<policy_adapter&>(self).policy_.sha_256_finish(digest);
    }
    static bool sign_with_own_hmac(any_policy& self, crypto::sha_256_digest& signature, const request_to_sign& request) {
        return signing::sign_valid(signature, request, static_cast<policy_adapter&>(self).policy_);
    }

    [[nodiscard]] static constexpr function_table make_table() noexcept {
        if constexpr (crypto::hmac_policy<Policy>) {
            return {begin, update, finish, sign_with_own_hmac};
        } else {
            return {begin, update, finish, nullptr};
        }
    }
    static constexpr function_table table = make_table();

    Policy& policy_;
};

TC3_FUNCTION bool any_policy::sign_valid(crypto::sha_256_digest& signature, const request_to_sign& request) {
    if (functions_.sign_with_own_hmac != nullptr) return functions_.sign_with_own_hmac(*this, signature, request);
    return signing::sign_valid(signature, request, *this);
}

}  // namespace tc3::inline TC3_NAMESPACE::signing

// ---- tc3/signing/parse_authorization.hpp ----------------------------------------------------------------------------

// Parses the Authorization header of a signed request and finds the headers that were signed (docs/tc3-signing.md 1.5).

namespace tc3::inline TC3_NAMESPACE::signing {

/// The parts of an Authorization header.
///
/// Lifetime: refers to the text that was parsed.
struct parsed_authorization {
    std::string_view secret_id;
    std::string_view date;            ///< as sent; not checked
    std::string_view service;         ///< as sent; not empty
    std::string_view signed_headers;  ///< as sent: names joined by ';'
    signing::signature signature;
};

/// Parses the value of an Authorization header, whose parts must have the order and the spelling of the manual.
///
/// Errors: malformed, of "header value", with the name "Authorization".
/// Lifetime: the result refers to `value`.
[[nodiscard]] constexpr result<parsed_authorization, error> parse_authorization(std::string_view value TC3_LIFETIMEBOUND) noexcept;

/// The largest number of signed headers of a request that verify_authorization() accepts.
inline constexpr std::size_t most_signed_headers = 32;

namespace detail {

/// Parses the value of X-TC-Timestamp. Returns false for anything but the digits that a signer writes: no sign, blank or leading zero.
[[nodiscard]] constexpr bool read_timestamp(std::string_view text, unix_time& time) noexcept {
    constexpr std::size_t most_digits = 12;  // of the last second of the year 9999
    if (text.empty() || text.size() > most_digits || ascii::find_not(text, ascii::is_digit) != std::string_view::npos) return false;
    if (text.front() == '0' && text.size() > 1) return false;
    time.seconds = 0;
    for (const char c : text) time.seconds = time.seconds * 10 + (c - '0');
    return time.in_range();
}

/// The headers that a request signed, in the order of its list.
struct signed_header_array {
    std::array<http::header, most_signed_headers> headers{};
    std::size_t size = 0;

    [[nodiscard]] constexpr std::span<const http::header> view() const noexcept { return {headers.data(), size}; }
};

/// Picks the headers in the list `names` from those that were sent. Returns false if one is missing or duplicate, if there are more than
/// 32, or if the list is not as a signer writes it: lower-case names in byte order, each once.
[[nodiscard]] constexpr bool pick_signed_headers(std::string_view names, std::span<const http::header> sent,
                                                 signed_header_array& picked) noexcept {
    constexpr std::string_view separator = ";";
    if (names.empty() || names.ends_with(separator)) return false;
    std::string_view previous;
    for (text_scanner list(names); !list.empty();) {
        const std::string_view name = list.take_part(separator);
        const bool has_capital = ascii::find_not(name, [](char c) { return !ascii::is_upper(c); }) != std::string_view::npos;
        const bool is_in_order = previous < name;  // false for an empty name too
        if (has_capital || !is_in_order) return false;
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
    const auto parsed_signature = signature::from_hex(text.rest());
    if (!signed_headers || !parsed_signature) return malformed;
    return parsed_authorization{*secret_id, *date, *service, *signed_headers, *parsed_signature};
}

}  // namespace tc3::inline TC3_NAMESPACE::signing

// ---- tc3/signing/payload_hash.hpp -----------------------------------------------------------------------------------

// The hashed payload: the last line of the canonical request (docs/tc3-signing.md 1.2).

namespace tc3::inline TC3_NAMESPACE::signing {

/// The payload that is hashed in place of a body that is not signed, and the value of X-TC-Content-SHA256 then.
inline constexpr std::string_view unsigned_payload = "UNSIGNED-PAYLOAD";

/// Returns the SHA-256 of a payload: the exact bytes of the body, "" for GET, or `unsigned_payload`.
///
/// Errors: crypto_failed, of "body".
template <crypto::sha_256_policy Policy = crypto::builtin_policy>
[[nodiscard]] constexpr result<crypto::sha_256_digest, error> payload_hash(std::string_view payload, Policy&& policy = Policy{}) {
    crypto::hash_sink hash(policy);
    hash.append(payload);
    crypto::sha_256_digest digest{};
    if (!hash.finish_into(digest)) return {unexpect, error{.code = errc::crypto_failed, .part = "body"}};
    return digest;
}

}  // namespace tc3::inline TC3_NAMESPACE::signing

// ---- tc3/signing/signer.hpp -----------------------------------------------------------------------------------------

// Signers: makers of signatures. The key can be in this process, in a secure element, in an HSM or on a signing server.

namespace tc3::inline TC3_NAMESPACE::signing {

/// Text that the returned value only refers to: a std::string_view, a pointer or a reference.
template <class Text>
concept text_of_the_signer = std::convertible_to<Text, std::string_view> && (std::is_lvalue_reference_v<Text> || std::is_pointer_v<Text> ||
                                                                             std::same_as<std::remove_cv_t<Text>, std::string_view>);

/// `secret_id()` returns the secret id of the key: a view of text that lives in the signer, or a reference to it. A string by value would
/// be destroyed before the id is written. It is called before and after sign().
template <class Signer>
concept has_secret_id = requires(const Signer& signer) {
    { signer.secret_id() } -> text_of_the_signer;
};

/// `sign(input)` returns the HMAC-SHA256 of `input.string_to_sign` under the signing key of `input.scope`, or an error.
template <class Signer>
concept has_sign = requires(Signer& signer, const signer_input& input) {
    { signer.sign(input) } -> std::same_as<result<signature, error>>;
};

/// A type that explain() takes, and all functions with request_options by their member `signer`, in place of a secret key.
///
/// A signing key that you keep for the day, for example, is used like this:
///
///     struct kept_key_signer {
///         std::string_view id;
///         const signing::signing_key& key;
///
///         std::string_view secret_id() const { return id; }
///         result<signing::signature, error> sign(const signing::signer_input& input) { return signing::sign(key, input); }
///     };
///
///     kept_key_signer signer{id, key};
///     make_request(input, profile, now, {.signer = signer});
///
/// It fails with errc::wrong_scope after midnight UTC: derive the next key then. A signer that takes time, such as a server, is used with
/// prepare_request().
template <class Signer>
concept signer = has_secret_id<std::remove_reference_t<Signer>> && has_sign<std::remove_reference_t<Signer>>;

/// A signer with a secret key in this process. It derives the signing key for each signature.
///
/// Lifetime: refers to the text of the credential and to the policy.
/// Cost: 12 SHA-256 compressions for each signature, to derive the key.
template <crypto::sha_256_policy Policy>
class credential_signer {
public:
    constexpr credential_signer(const credential_view& credential, Policy& policy TC3_LIFETIMEBOUND) noexcept
        : credential_(credential), policy_(policy) {}

    [[nodiscard]] constexpr std::string_view secret_id() const noexcept { return credential_.secret_id; }

    /// Signs a request of any day and service.
    ///
    /// Errors: those of validate_secret_key(); crypto_failed.
    [[nodiscard]] constexpr result<signature, error> sign(const signer_input& input) {
        const auto key = derive_signing_key(credential_, input.scope, policy_);
        if (!key) return unexpected(key.error());
        return signing::sign(*key, input, policy_);
    }

private:
    credential_view credential_;
    Policy& policy_;
};
template <crypto::sha_256_policy Policy>
credential_signer(const credential_view&, Policy&) -> credential_signer<Policy>;

}  // namespace tc3::inline TC3_NAMESPACE::signing

// ---- tc3/signing/explain.hpp ----------------------------------------------------------------------------------------

// Writes every step of a signature as text. Compare it with the API Explorer or with another signer when the service reports
// AuthFailure.SignatureFailure.

namespace tc3::inline TC3_NAMESPACE::signing {

/// Signs a request and writes the steps: canonical request, its hash, string to sign, signature, Authorization header.
///
/// The text holds no key and no body, only the hash of the body. Masked are the values of the query and of sensitive headers, the middle of
/// the secret id, and all but eight digits of the signature. Path, names of the query and values of headers are written by
/// write_printable(). Writes nothing if it fails.
///
/// Errors: those of validate_secret_id(), of make_signer_input() and of the signer.
template <sink S, signer Signer, crypto::sha_256_policy Policy = crypto::builtin_policy>
[[nodiscard]] constexpr result<void, error> explain(S& out, const request_parts& parts, std::string_view service, unix_time time,
                                                    Signer&& signer, Policy&& policy = Policy{});

/// Writes the steps of a request that is already signed, without a key: its own headers give time, scope and signature.
///
/// Masked as above. Writes nothing if it fails.
///
/// Errors, with the part they name:
/// - malformed, "header value": the Authorization header is missing or malformed;
/// - missing, "timestamp": the X-TC-Timestamp header is missing, duplicate or no number;
/// - missing, "header name": a signed header is absent or duplicate, or the list of names is unsorted, has capitals or more than
///   most_signed_headers names;
/// - missing, "body": the body is streamed;
/// - wrong_scope, "timestamp": the scope is of another day than the timestamp;
/// - wrong_scope, "service": the service has capitals;
/// - too_many, "headers": there are more than 64, with Host;
/// - crypto_failed, "body", and the errors of make_signer_input().
template <sink S, crypto::sha_256_policy Policy = crypto::builtin_policy>
[[nodiscard]] constexpr result<void, error> explain(S& out, const http::request_view& request, Policy&& policy = Policy{});

namespace detail {

/// Indents each line by two blanks on the way to another sink.
template <sink S>
class indented_sink {
public:
    constexpr explicit indented_sink(S& out) noexcept : out_(out) {}

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

/// Returns the first and the last four characters of an id with a mask between them, or the mask alone for a short id.
[[nodiscard]] constexpr fixed_text<12> masked_id(std::string_view secret_id) noexcept {
    constexpr std::size_t shown = 4;
    if (secret_id.size() < 4 * shown) return fixed_text<12>(http::mask);
    fixed_text<12> masked(slice(secret_id, 0, shown));
    masked.append(http::mask);
    masked.append(slice(secret_id, secret_id.size() - shown));
    return masked;
}

template <sink S>
constexpr void write_masked_signature(S& out, const signature& signature) {
    const auto hex = signature.hex();
    out.append(std::string_view(hex.data(), 8));
    out.append(http::mask);
}

template <sink S>
constexpr void write_masked_authorization(S& out, const authorization_value& value) {
    const auto id = masked_id(value.secret_id);
    signing::write_unsigned_authorization(out, id.view(), value.scope.view(), value.signed_headers);
    write_masked_signature(out, value.signature);
}

template <sink S, class Write>
constexpr void write_step(S& out, std::string_view title, Write write) {
    out.append(title);
    out.append("\n");
    indented_sink<S> indented(out);
    write(indented);
    out.append("\n");
}

template <sink S>
constexpr void write_steps(S& out, const request_parts& parts, const signer_input& input, const authorization_value& value) {
    write_step(out, "canonical request", [&](auto& text) { write_masked_canonical_request(text, parts); });
    write_step(out, "sha256 of the canonical request", [&](auto& text) { write_hex(text, input.hashed_canonical_request); });
    write_step(out, "string to sign", [&](auto& text) { text.append(input.string_to_sign.view()); });
    write_step(out, "signature", [&](auto& text) { write_masked_signature(text, value.signature); });
    write_step(out, "Authorization", [&](auto& text) { write_masked_authorization(text, value); });
}

/// The headers of a request and its host, in one array.
struct header_array {
    std::array<http::header, 64> headers{};
    std::size_t count = 0;  ///< the number of headers of the request, of which the array holds the first 64

    constexpr explicit header_array(const http::request_view& request) noexcept {
        add({"Host", request.host});
        for (const http::header header : request.headers) add(header);
    }
    constexpr void add(const http::header& header) noexcept {
        if (count < headers.size()) headers[count] = header;
        ++count;
    }
    [[nodiscard]] constexpr bool complete() const noexcept { return count <= headers.size(); }
    /// Returns the headers. All of them must have had room: complete().
    [[nodiscard]] constexpr std::span<const http::header> view() const noexcept { return {headers.data(), count}; }
};

/// The signature of a request as its headers declare it.
///
/// Lifetime: refers to the headers.
struct declared_signature {
    parsed_authorization authorization;
    signed_header_array headers;
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

/// Returns the payload hash of a request whose body is at hand or unsigned.
template <crypto::sha_256_policy Policy>
[[nodiscard]] constexpr result<crypto::sha_256_digest, error> payload_hash_of(const http::request_view& request, Policy& policy) {
    const bool is_unsigned = request.headers.value_of("X-TC-Content-SHA256") == unsigned_payload;
    if (request.streamed_body_size != 0 && !is_unsigned) return unexpected(error{.code = errc::missing, .part = "body"});
    return payload_hash(is_unsigned ? unsigned_payload : request.body, policy);
}

}  // namespace detail

template <sink S, signer Signer, crypto::sha_256_policy Policy>
constexpr result<void, error> explain(S& out, const request_parts& parts, std::string_view service, unix_time time, Signer&& signer,
                                      Policy&& policy) {
    const auto& secret_id = signer.secret_id();  // a reference: see has_secret_id
    if (const auto valid = validate_secret_id(secret_id); !valid) return valid;
    const auto input = make_signer_input(parts, service, time, policy);
    if (!input) return unexpected(input.error());
    const result<signature, error> signature = signer.sign(*input);
    if (!signature) return unexpected(signature.error());
    const auto value = make_authorization(*input, secret_id, *signature);
    if (!value) return unexpected(value.error());

    detail::write_steps(out, parts, *input, *value);
    return {};
}

template <sink S, crypto::sha_256_policy Policy>
constexpr result<void, error> explain(S& out, const http::request_view& request, Policy&& policy) {
    const detail::header_array sent(request);
    if (!sent.complete()) {
        return unexpected(error{.code = errc::too_many, .part = "headers", .needed = sent.count, .limit = sent.headers.size()});
    }
    detail::declared_signature declared;
    if (const auto read = declared.read(sent.view()); !read) return read;
    const auto payload = detail::payload_hash_of(request, policy);
    if (!payload) return unexpected(payload.error());

    const http::target_parts target = http::split_target(request.target);
    const request_parts parts{.method = request.method,
                              .canonical_uri = target.path,
                              .query = target.query,
                              .headers = declared.headers.view(),
                              .hashed_payload = *payload};
    const auto recomputed = make_signer_input(parts, declared.authorization.service, declared.time, policy);
    if (!recomputed) return unexpected(recomputed.error());
    // Below, the scope of `recomputed` is written: it must be the scope that the request declares.
    const scope_view declared_scope{declared.authorization.date, declared.authorization.service};
    if (const auto same = validate_same_scope(declared_scope, recomputed->scope.view()); !same) return same;
    const authorization_value value{declared.authorization.secret_id, recomputed->scope, parts.headers, declared.authorization.signature};
    detail::write_steps(out, parts, *recomputed, value);
    return {};
}

}  // namespace tc3::inline TC3_NAMESPACE::signing

// ---- tc3/signing/policy_ref.hpp -------------------------------------------------------------------------------------

// An option for the policy of a request: yours, or a built-in one by default.

namespace tc3::inline TC3_NAMESPACE::signing {

/// Refers to a policy; without one, each use() makes a built-in one. It converts from any policy that is a variable: a temporary would be
/// destroyed too early. For a type that is not a policy, the error of the compiler names the missing member: the conversion is not
/// constrained.
///
/// A policy has a state, so objects that refer to the same policy belong to one thread at a time.
/// Lifetime: refers to the policy.
/// Cost: two pointers, and one indirect call for each call of the policy. The built-in SHA-256 is linked only if a policy_ref is made
/// without a policy.
class policy_ref {
public:
    policy_ref() noexcept : use_(use_builtin) {}
    /// Refers to a policy.
    template <class Policy>
        requires(!std::derived_from<Policy, policy_ref>)
    policy_ref(Policy& policy TC3_LIFETIMEBOUND) noexcept  // NOLINT: implicit, it is an option
        : policy_(const_cast<std::remove_const_t<Policy>*>(&policy)), use_(use_given<Policy>) {
        static_assert(crypto::sha_256_policy<std::remove_const_t<Policy>>, "not a policy: crypto/policy.hpp lists its member functions");
        static_assert(crypto::sha_256_policy<Policy>, "the policy is const, but its member functions are not");
    }
    /// Stops the compiler with a sentence. A deleted constructor would hide the reason where the option is in braces.
    template <class Policy>
        requires(!std::derived_from<Policy, policy_ref>)
    policy_ref(const Policy&&) noexcept : policy_ref() {  // NOLINT: implicit, as for a variable
        static_assert(std::is_void_v<Policy>, "keep the policy in a variable: a temporary would be destroyed too early");
    }

    /// Calls `work(any_policy&)`.
    template <class Work>
    void use(Work work) const {
        use_(policy_, do_work<Work>, &work);
    }

private:
    using callback = void (*)(void* work_object, any_policy& policy);

    template <class Work>
    static void do_work(void* work_object, any_policy& policy) {
        (*static_cast<Work*>(work_object))(policy);
    }
    static void use_builtin(void*, callback work, void* work_object) {
        crypto::builtin_policy policy;
        use_given<crypto::builtin_policy>(&policy, work, work_object);
    }
    template <class Policy>
    static void use_given(void* policy, callback work, void* work_object) {
        if constexpr (std::derived_from<Policy, any_policy>) {
            work(work_object, *static_cast<Policy*>(policy));  // an adapter of an adapter would lose the HMAC
        } else {
            policy_adapter<Policy> adapter(*static_cast<Policy*>(policy));
            work(work_object, adapter);
        }
    }

    void* policy_ = nullptr;
    void (*use_)(void* policy, callback work, void* work_object);
};

}  // namespace tc3::inline TC3_NAMESPACE::signing

// ---- tc3/signing/signer_ref.hpp -------------------------------------------------------------------------------------

// An option for the maker of a signature: a signer of yours, or the secret key of the profile by default.

namespace tc3::inline TC3_NAMESPACE::signing {

/// Refers to a signer; without one, the secret key of the credential signs. It converts from any signer that is a variable: a temporary
/// would be destroyed too early. For a type that is not a signer, the error of the compiler names the missing member: the conversion is
/// not constrained.
///
/// Lifetime: refers to the signer.
/// Cost: two pointers. Key derivation and HMAC are linked only if a signer_ref is made without a signer, or for a policy with an HMAC of
/// its own.
class signer_ref {
public:
    signer_ref() noexcept : functions_(&functions_of_secret_key) {}
    /// Refers to a signer.
    template <class Signer>
        requires(!std::derived_from<Signer, signer_ref>)
    signer_ref(Signer& signer TC3_LIFETIMEBOUND) noexcept  // NOLINT: implicit, it is an option
        : signer_(const_cast<std::remove_const_t<Signer>*>(&signer)), functions_(&functions_of_signer<Signer>) {
        static_assert(signing::signer<std::remove_const_t<Signer>>, "not a signer: signing/signer.hpp lists its member functions");
        static_assert(signing::signer<Signer>, "the signer is const, but its member functions are not");
    }
    /// Stops the compiler with a sentence. A deleted constructor would hide the reason where the option is in braces.
    template <class Signer>
        requires(!std::derived_from<Signer, signer_ref>)
    signer_ref(const Signer&&) noexcept : signer_ref() {  // NOLINT: implicit, as for a variable
        static_assert(std::is_void_v<Signer>, "keep the signer in a variable: a temporary would be destroyed too early");
    }

    /// Returns the secret id of the signer, or that of the credential.
    [[nodiscard]] std::string_view secret_id(std::string_view of_credential) const;

    /// Returns whether the secret key of the credential signs.
    [[nodiscard]] bool uses_secret_key() const noexcept { return functions_->secret_id == nullptr; }

    /// Makes the signature of a valid request. An error is in `errors`: missing, untrimmed or forbidden_character, of "secret key";
    /// crypto_failed; or the error of the signer.
    void sign_valid(crypto::sha_256_digest& signature, first_error& errors, const request_to_sign& request, any_policy& policy) const {
        functions_->sign(signer_, signature, errors, request, policy);
    }

private:
    struct function_table {
        std::string_view (*secret_id)(const void* signer);  // null: the id of the credential
        void (*sign)(void* signer, crypto::sha_256_digest& signature, first_error& errors, const request_to_sign& request,
                     any_policy& policy);
    };

    static void sign_with_secret_key(void*, crypto::sha_256_digest& signature, first_error& errors, const request_to_sign& request,
                                     any_policy& policy);
    template <class Signer>
    static void sign_with(void* signer, crypto::sha_256_digest& signature, first_error& errors, const request_to_sign& request,
                          any_policy& policy);
    /// Replaces the hash in `signature` by the signature.
    template <class Signer>
    static void sign_hash(Signer& signer, crypto::sha_256_digest& signature, first_error& errors, const request_to_sign& request);
    template <class Signer>
    [[nodiscard]] static std::string_view secret_id_of(const void* signer) {
        return static_cast<const Signer*>(signer)->secret_id();
    }

    static constexpr function_table functions_of_secret_key{nullptr, sign_with_secret_key};
    template <class Signer>
    static constexpr function_table functions_of_signer{secret_id_of<Signer>, sign_with<Signer>};

    void* signer_ = nullptr;
    const function_table* functions_;
};

TC3_FUNCTION std::string_view signer_ref::secret_id(std::string_view of_credential) const {
    return functions_->secret_id == nullptr ? of_credential : functions_->secret_id(signer_);
}

TC3_FUNCTION void signer_ref::sign_with_secret_key(void*, crypto::sha_256_digest& signature, first_error& errors,
                                                   const request_to_sign& request, any_policy& policy) {
    errors.check_text(issued_secret_key_rule, request.secret_key);
    if (errors.ok() && !policy.sign_valid(signature, request)) errors.add(errc::crypto_failed, "signature");
}

template <class Signer>
void signer_ref::sign_with(void* signer, crypto::sha_256_digest& signature, first_error& errors, const request_to_sign& request,
                           any_policy& policy) {
    // `signature` holds the hash first, and the input of the signer is made in another function: less on the stack while the hash is made.
    if (!hash_valid_parts(signature, request.parts, policy)) return errors.add(errc::crypto_failed, "signature");
    sign_hash(*static_cast<Signer*>(signer), signature, errors, request);
}

template <class Signer>
TC3_NOINLINE void signer_ref::sign_hash(Signer& signer, crypto::sha_256_digest& signature, first_error& errors,
                                        const request_to_sign& request) {
    const result<signing::signature, error> output = signer.sign(signer_input_of_valid(request, signature));
    if (output) {
        signature = output->bytes;
        return;
    }
    error reason = output.error();
    if (reason.code == errc::none) reason = {.code = errc::signer_failed, .part = "signature"};  // the signer gave no reason
    errors.add(reason);
}

}  // namespace tc3::inline TC3_NAMESPACE::signing

// ---- tc3/signing/verify_authorization.hpp ---------------------------------------------------------------------------

// The server side of TC3: verifies the Authorization header of a request (docs/tc3-signing.md 1.7).

namespace tc3::inline TC3_NAMESPACE::signing {

/// Why a server rejects a request, in the order of the checks. Only an invalid target, a `signature`, is found before the headers are
/// validated.
enum class rejection : std::uint8_t {
    malformed_authorization,  ///< no Authorization header, two of them, or one that parse_authorization() does not take
    missing_timestamp,        ///< no X-TC-Timestamp, two of them, or one that is not a number of seconds
    skew,                     ///< a timestamp too far from the server's clock
    scope_date,               ///< a scope whose date is not the UTC date of the timestamp
    service,                  ///< a scope of another service than this server's, or with capitals
    missing_signed_header,    ///< Content-Type, Host or a listed header that is absent, duplicate or invalid; a list of another form
    unknown_key_id,           ///< a secret id without a usable secret key
    payload,        ///< a body that does not match X-TC-Content-SHA256, a GET with a body, or an unsigned payload where it is not allowed
    signature,      ///< another secret key, method, URI, query, header or body than was signed, or an invalid target
    crypto_failed,  ///< a policy that failed: the signature was not checked
};

/// A request as a server received it.
///
/// Lifetime: refers to the caller's memory.
struct received_request {
    http::method method = http::method::post;
    std::string_view canonical_uri = "/";        ///< the path of the target, as sent
    std::string_view query = {};                 ///< the target after '?', as sent
    std::span<const http::header> headers = {};  ///< all headers that were sent, with Host
    std::string_view body = {};
};

/// What a server requires of a request.
struct verify_options {
    unix_time now;                       ///< the server's clock
    std::string_view service = {};       ///< the service of this server; empty for any
    std::int64_t longest_skew = 300;     ///< seconds between the timestamp and `now`, either way
    bool allow_unsigned_payload = true;  ///< whether X-TC-Content-SHA256 can be UNSIGNED-PAYLOAD
};

/// The origin and the time of a verified request.
///
/// Lifetime: refers to the headers of the request.
struct verified_request {
    std::string_view secret_id;
    std::string_view service;
    unix_time timestamp;
};

/// Verifies the signature of a request.
///
/// `find_key(secret_id)` returns the secret key as a std::string_view or a type that converts to it; empty for an unknown id. A duplicate
/// of a header that TC3 reads is treated as missing, because peers may disagree on which copy applies. Signatures are compared in constant
/// time.
///
/// Errors: a rejection.
/// Lifetime: the result refers to the headers of `request`.
/// Cost: no allocation; the SHA-256 of the body and about 22 compressions.
template <class FindKey, crypto::sha_256_policy Policy = crypto::builtin_policy>
[[nodiscard]] constexpr result<verified_request, rejection> verify_authorization(const received_request& request,
                                                                                 const verify_options& options, FindKey&& find_key,
                                                                                 Policy&& policy = Policy{});

namespace detail {

/// Returns the timestamp of a request if it fits the server's clock and the date of the scope.
[[nodiscard]] constexpr result<unix_time, rejection> verify_time(const received_request& request, std::string_view scope_date,
                                                                 const verify_options& options) noexcept {
    unix_time time;
    const http::header* timestamp = http::find_single_header(request.headers, "x-tc-timestamp");
    if (timestamp == nullptr || !read_timestamp(timestamp->value, time)) return unexpected(rejection::missing_timestamp);
    if (!options.now.in_range()) return unexpected(rejection::skew);  // the difference below would overflow
    const std::int64_t difference = time.seconds - options.now.seconds;
    if (difference > options.longest_skew || -difference > options.longest_skew) return unexpected(rejection::skew);
    const utc_date date(time);
    if (scope_date != date.view()) return unexpected(rejection::scope_date);
    return time;
}

/// Returns the declared scope if its service is this server's and in lower case.
[[nodiscard]] constexpr result<credential_scope, rejection> verify_service(std::string_view service, unix_time time,
                                                                           const verify_options& options) noexcept {
    const bool is_served = options.service.empty() || service == options.service;
    const auto scope = credential_scope::make(service, time);
    if (!is_served || !scope || scope->service() != service) return unexpected(rejection::service);
    return *scope;
}

/// Returns the payload hash of a request if the body is the one that its headers declare.
template <crypto::sha_256_policy Policy>
[[nodiscard]] constexpr result<crypto::sha_256_digest, rejection> verify_payload(const received_request& request,
                                                                                 const verify_options& options, Policy& policy) {
    const http::header* declared = http::find_single_header(request.headers, "x-tc-content-sha256");
    const bool is_unsigned = declared != nullptr && declared->value == unsigned_payload;
    if (is_unsigned && !options.allow_unsigned_payload) return unexpected(rejection::payload);
    // A client signs the hash of the empty text for GET: a body would be unsigned.
    if (request.method == http::method::get && !request.body.empty()) return unexpected(rejection::payload);

    const auto digest = payload_hash(is_unsigned ? unsigned_payload : request.body, policy);
    if (!digest) return unexpected(rejection::crypto_failed);
    if (declared == nullptr || is_unsigned) return *digest;

    const auto hex = to_hex(*digest);
    if (declared->value != std::string_view(hex.data(), hex.size())) return unexpected(rejection::payload);
    return *digest;
}

/// Signs parts that have been validated and compares the signature with the one that was sent.
template <crypto::sha_256_policy Policy>
[[nodiscard]] constexpr result<void, rejection> verify_signature(const request_parts& parts, unix_time time, const credential_scope& scope,
                                                                 const credential_view& credential, const signature& sent, Policy& policy) {
    // After validation only the policy can fail.
    const auto key = derive_signing_key(credential, scope, policy);
    if (!key) return unexpected(rejection::crypto_failed);
    const auto expected = authorization(parts, time, *key, credential.secret_id, policy);
    if (!expected) return unexpected(rejection::crypto_failed);
    if (!equal_in_constant_time((*expected).signature, sent)) return unexpected(rejection::signature);
    return {};
}

}  // namespace detail

template <class FindKey, crypto::sha_256_policy Policy>
constexpr result<verified_request, rejection> verify_authorization(const received_request& request, const verify_options& options,
                                                                   FindKey&& find_key, Policy&& policy) {
    const http::header* header = http::find_single_header(request.headers, "authorization");
    const auto sent = parse_authorization(header == nullptr ? std::string_view{} : header->value);
    if (!sent) return unexpected(rejection::malformed_authorization);

    const auto time = detail::verify_time(request, sent->date, options);
    if (!time) return unexpected(time.error());
    const auto scope = detail::verify_service(sent->service, *time, options);
    if (!scope) return unexpected(scope.error());

    detail::signed_header_array headers;
    if (!detail::pick_signed_headers(sent->signed_headers, request.headers, headers)) return unexpected(rejection::missing_signed_header);
    request_parts parts{
        .method = request.method, .canonical_uri = request.canonical_uri, .query = request.query, .headers = headers.view()};
    // A client cannot have signed an invalid target.
    if (!validate_target(parts.canonical_uri, parts.query)) return unexpected(rejection::signature);
    if (!validate(parts)) return unexpected(rejection::missing_signed_header);

    auto&& secret_key = find_key(sent->secret_id);  // if it is a std::string by value, the reference keeps it alive
    const credential_view credential{sent->secret_id, secret_key};
    if (!validate_secret_key(credential.secret_key)) return unexpected(rejection::unknown_key_id);
    const auto payload = detail::verify_payload(request, options, policy);
    if (!payload) return unexpected(payload.error());
    parts.hashed_payload = *payload;
    const auto verified = detail::verify_signature(parts, *time, *scope, credential, sent->signature, policy);
    if (!verified) return unexpected(verified.error());
    return verified_request{sent->secret_id, sent->service, *time};
}

}  // namespace tc3::inline TC3_NAMESPACE::signing

// ---- tc3/model/action.hpp -------------------------------------------------------------------------------------------

// An action of API 3.0: the names that address it. A constant for described structs, a run-time value for scripts.

namespace tc3::inline TC3_NAMESPACE {

/// What a repetition does when the first request was processed but its response was lost.
enum class repeat_safety : std::uint8_t {
    not_documented,  ///< unknown: treat it as harmful
    harmless,        ///< nothing: the action only reads, or its first result is never used
    may_bill_again,  ///< a second charge or a second use of a quota
};

/// The part of a default host after the service.
inline constexpr std::string_view default_domain = ".tencentcloudapi.com";

/// The address of an action, and its limits.
///
/// Lifetime: all texts are views, usually of literals.
struct action {
    std::string_view service;    ///< "faceid": part of the host and of the credential scope; empty: taken from the host
    std::string_view version;    ///< "2018-03-01": X-TC-Version
    std::string_view name;       ///< "ApplyLivenessToken": X-TC-Action, in the manual's spelling
    std::string_view host = {};  ///< empty: `<service>.tencentcloudapi.com`
    bool needs_region = true;    ///< whether X-TC-Region is required; few actions do without

    std::uint16_t calls_per_second = 0;  ///< default limit of an account; 0: not documented
    repeat_safety repeat = repeat_safety::not_documented;
};

namespace model_detail {
struct not_described {};
}  // namespace model_detail

/// The action of an input type. Specialise it for a type of your own, or for one that you do not own:
///
///     template <> inline constexpr tc3::action tc3::action_of<describe_zones>{"cvm", "2017-03-12", "DescribeZones"};
template <class Input>
inline constexpr model_detail::not_described action_of{};

/// The output type of an input type. Specialise it beside action_of:
///
///     template <> struct tc3::output_of<describe_zones> { using type = zones; };
template <class Input>
struct output_of {};

template <class Input>
using output_of_t = typename output_of<Input>::type;

/// A type with an action: an input.
template <class T>
concept has_action = std::same_as<std::remove_cvref_t<decltype(action_of<T>)>, action>;

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/model/beginning_sink.hpp -----------------------------------------------------------------------------------

// The first bytes of a long text, and notes on what was left out of a log line.

namespace tc3::inline TC3_NAMESPACE::model_detail {

/// A sink that keeps whole characters from the beginning of a text, at most `longest` bytes, and counts the rest.
class beginning_sink {
public:
    static constexpr std::size_t longest = 256;

    void append(std::string_view piece) noexcept {
        size_ += piece.size();
        if (is_cut()) return;
        const std::size_t size = size_of_beginning(piece, longest - kept_.size());
        kept_.append(slice(piece, 0, size));
        is_cut_ = size < piece.size();
    }
    [[nodiscard]] bool is_cut() const noexcept { return is_cut_; }
    /// Returns the number of bytes that were not kept.
    [[nodiscard]] std::size_t left_out() const noexcept { return size_ - kept_.size(); }
    [[nodiscard]] std::string_view view() const noexcept TC3_LIFETIMEBOUND { return kept_.view(); }

private:
    /// Returns the size of the longest beginning of at most `limit` bytes that ends between two characters. Text that is not UTF-8 is cut
    /// anywhere.
    [[nodiscard]] static std::size_t size_of_beginning(std::string_view piece, std::size_t limit) noexcept {
        if (limit >= piece.size()) return piece.size();
        constexpr int most_continuation_bytes = 3;
        for (int i = 0; i < most_continuation_bytes && limit != 0 && is_continuation_byte(piece[limit]); ++i) --limit;
        return limit;
    }
    [[nodiscard]] static constexpr bool is_continuation_byte(char c) noexcept { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

    fixed_text<longest> kept_;
    std::size_t size_ = 0;
    bool is_cut_ = false;
};

/// Returns a note with a number: "... (1234 more bytes)".
[[nodiscard]] inline fixed_text<48> count_note(std::string_view before, std::size_t count, std::string_view after) noexcept {
    fixed_text<48> note(before);
    write_decimal(note, count);
    note.append(after);
    return note;
}

}  // namespace tc3::inline TC3_NAMESPACE::model_detail

// ---- tc3/model/binary.hpp -------------------------------------------------------------------------------------------

// Images and videos, which the API takes as base64. Raw bytes and base64 text have different factories, so neither is taken for the other.

namespace tc3::inline TC3_NAMESPACE {

/// Bytes in memory of the caller: raw, or as base64 text. Owns nothing.
class binary_view {
public:
    binary_view() noexcept = default;

    /// Refers to raw bytes, which are encoded when they are sent. Lifetime: `bytes` must outlive the view.
    [[nodiscard]] static binary_view raw(std::string_view bytes TC3_LIFETIMEBOUND) noexcept { return {bytes, false}; }
    [[nodiscard]] static binary_view raw(bytes_view bytes TC3_LIFETIMEBOUND) noexcept { return raw(as_text(bytes)); }
    /// Refers to base64 text. It is sent only with the standard alphabet, padded, without data: prefix, line ends and blanks:
    /// make_request() checks this.
    ///
    /// Lifetime: `text` must outlive the view.
    [[nodiscard]] static binary_view base64(std::string_view text TC3_LIFETIMEBOUND) noexcept { return {text, true}; }

    [[nodiscard]] bool empty() const noexcept { return data_.empty(); }
    /// Returns the number of raw bytes, which is exact for all text that decode() accepts.
    ///
    /// Cost: linear in the size of base64 text, constant for raw bytes.
    [[nodiscard]] std::size_t size() const noexcept { return is_base64_ ? loose_base64_decoded_size(data_) : data_.size(); }
    /// Writes the raw bytes to `memory` and returns their number. Base64 text may have line ends, blanks, either alphabet and no padding.
    ///
    /// Errors: buffer_too_small with the size needed; those of decode_loose_base64().
    [[nodiscard]] result<std::size_t, error> decode(std::span<char> memory) const noexcept {
        if (is_base64_) return decode_loose_base64(data_, memory);
        if (memory.size() < data_.size()) {
            return unexpected(error{.code = errc::buffer_too_small, .part = "buffer", .needed = data_.size(), .limit = memory.size()});
        }
        for (std::size_t i = 0; i < data_.size(); ++i) memory[i] = data_[i];
        return data_.size();
    }
    /// Returns whether data() is base64 text. Otherwise it is raw bytes.
    [[nodiscard]] bool is_base64() const noexcept { return is_base64_; }
    /// Returns the bytes or the text that was given to raw() or base64().
    [[nodiscard]] std::string_view data() const noexcept { return data_; }

private:
    binary_view(std::string_view data, bool is_base64) noexcept : data_(data), is_base64_(is_base64) {}

    std::string_view data_;
    bool is_base64_ = false;
};

/// Bytes, raw or as base64 text. Only raw_view() refers to bytes, the other factories own them:
///
///     binary::raw(std::move(bytes))   // owns raw bytes
///     binary::raw_view(bytes)         // refers to raw bytes of the caller, nothing is copied
///     binary::base64(text)            // owns base64 text
class binary {
public:
    binary() noexcept = default;

    /// Takes over raw bytes, which are encoded when they are sent.
    [[nodiscard]] static binary raw(std::string bytes) noexcept { return {form::raw, {}, std::move(bytes)}; }
    /// Refers to raw bytes. Lifetime: `bytes` must outlive this object and its copies.
    [[nodiscard]] static binary raw_view(std::string_view bytes TC3_LIFETIMEBOUND) noexcept { return {form::raw_view, bytes, {}}; }
    [[nodiscard]] static binary raw_view(bytes_view bytes TC3_LIFETIMEBOUND) noexcept { return raw_view(as_text(bytes)); }
    /// Takes over base64 text. It is sent only in the form that binary_view::base64() describes.
    [[nodiscard]] static binary base64(std::string text) noexcept { return {form::base64, {}, std::move(text)}; }

    /// Returns a view.
    ///
    /// Lifetime: refers to this object, or to the bytes that were given to raw_view().
    [[nodiscard]] binary_view view() const noexcept TC3_LIFETIMEBOUND {
        if (form_ == form::base64) return binary_view::base64(text_);
        return binary_view::raw(form_ == form::raw_view ? view_ : std::string_view(text_));
    }
    // The members of binary_view.
    [[nodiscard]] bool empty() const noexcept { return view().empty(); }
    [[nodiscard]] std::size_t size() const noexcept { return view().size(); }
    [[nodiscard]] result<std::size_t, error> decode(std::span<char> memory) const noexcept { return view().decode(memory); }
    [[nodiscard]] bool is_base64() const noexcept { return form_ == form::base64; }
    [[nodiscard]] std::string_view data() const noexcept TC3_LIFETIMEBOUND { return view().data(); }

private:
    enum class form : std::uint8_t { raw, raw_view, base64 };

    binary(form kind, std::string_view view, std::string text) noexcept : text_(std::move(text)), view_(view), form_(kind) {}

    std::string text_;       // of form raw or base64
    std::string_view view_;  // of form raw_view; refers to the caller's memory, never to text_, so that the default copy is correct
    form form_ = form::raw;
};

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/model/field_path.hpp ---------------------------------------------------------------------------------------

// The field that is being read or written, as text for an error: "Filters[2].Name".

namespace tc3::inline TC3_NAMESPACE {

/// A path of wire names and list positions. A longer path is cut off at `longest` bytes.
///
///     const std::size_t outer = path.enter("Name");
///     ... read or write the field ...
///     if (ok) path.return_to(outer);
///
/// After an error the path is not left, so that it still names the field.
class field_path {
public:
    static constexpr std::size_t longest = 120;

    /// Appends a member and returns the argument for return_to().
    [[nodiscard]] constexpr std::size_t enter(std::string_view wire_name) noexcept {
        const std::size_t outer = text_.size();
        if (outer != 0) text_.append("."sv);
        text_.append(wire_name);
        return outer;
    }
    /// Appends a list position and returns the argument for return_to().
    [[nodiscard]] constexpr std::size_t enter(std::size_t position) noexcept {
        const std::size_t outer = text_.size();
        text_.append("["sv);
        write_decimal(text_, position);
        text_.append("]"sv);
        return outer;
    }
    /// Returns to the path before the enter() that returned `outer`.
    constexpr void return_to(std::size_t outer) noexcept { text_.shorten(outer); }

    [[nodiscard]] constexpr std::string_view view() const& noexcept TC3_LIFETIMEBOUND { return text_.view(); }
    std::string_view view() const&& = delete;

private:
    fixed_text<longest> text_;
};

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/model/deviation_report.hpp ---------------------------------------------------------------------------------

// A report of the members of an output that are not as described: names and types for a log, without values.

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
        add_(*this, path, {.code = code, .expected = expected, .found = found, .is_unset = is_unset});
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
    static constexpr void add_entry(deviation_report& report, std::string_view path, const deviation& added) noexcept {
        if (report.size_ == capacity) {
            report.is_complete_ = false;
            return;
        }
        deviation& entry = report.deviations_[report.size_++];
        entry = added;
        entry.path.append(path);
    }

    // A pointer, so that a program without any report does not link what fills one.
    void (*add_)(deviation_report& report, std::string_view path, const deviation& added) noexcept = &add_entry;
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

inline std::string to_string(const deviation& deviation) {
    std::string line;
    write_deviation(line, deviation);
    return line;
}

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/model/fields.hpp -------------------------------------------------------------------------------------------

// The field table of a struct: wire name, member, presence, sensitivity and limits of each field. The table is outside its struct, and all
// code that reads, writes or checks the struct uses it.

namespace tc3::inline TC3_NAMESPACE {

class encoder;
class decoder;

/// Whether a field may be left out of a request.
enum class presence : std::uint8_t { optional, required };

/// How sensitive a field is in a log. write_redacted() shows `open` fields and masks all others. Treat `unmarked` as personal.
enum class sensitivity : std::uint8_t { unmarked, open, personal, biometric, secret };

/// What lenient reading may do with a field (lenient_reading.hpp).
enum class leniency : std::uint8_t {
    full,   ///< converts a value of another type; of a repeated name the first value counts
    once,   ///< converts a value of another type; a repeated name leaves the field unset
    exact,  ///< takes only the described type, and text that is not damaged: for what decides something
};

/// The values that a server accepts (server_rules.hpp). A client does not check them, so that an old client can send a new value.
struct value_limits {
    std::span<const literal> allowed = {};  ///< all values of a text, or of an integer in decimal; empty: any value
    std::int64_t least = (std::numeric_limits<std::int64_t>::min)();  ///< smallest integer
    std::int64_t most = (std::numeric_limits<std::int64_t>::max)();   ///< largest integer
    std::size_t shortest = 0;                                         ///< smallest size: bytes of a text, characters of base64
    std::size_t longest = (std::numeric_limits<std::size_t>::max)();  ///< largest size
};

/// Limits for member_field::limited(). For a list they apply to each element.
template <const auto& Values>
inline constexpr value_limits one_of{.allowed = Values};
template <std::int64_t Least, std::int64_t Most>
inline constexpr value_limits between{.least = Least, .most = Most};
template <std::size_t Shortest, std::size_t Longest>
inline constexpr value_limits text_size{.shortest = Shortest, .longest = Longest};

/// The properties of one field that do not depend on its type.
struct field {
    std::string_view wire_name;
    tc3::presence presence = presence::optional;
    tc3::sensitivity sensitivity = sensitivity::unmarked;
    tc3::leniency leniency = leniency::full;
    std::uint32_t offset = 0;  ///< of the member in its struct, for a row of field_at_offset(); else 0
    const value_limits* limits = nullptr;
};

/// A row of a field table, returned by field_of() and field_at_offset(). `Access` has static functions `is_set`, `write` and `read`.
template <class Access>
struct member_field : field {
    /// Returns a copy for a required field: a request without it is not sent.
    [[nodiscard]] constexpr member_field required() const noexcept {
        member_field changed = *this;
        changed.presence = presence::required;
        return changed;
    }
    /// Returns a copy with a sensitivity.
    [[nodiscard]] constexpr member_field marked(tc3::sensitivity mark) const noexcept {
        member_field changed = *this;
        changed.sensitivity = mark;
        return changed;
    }
    /// Returns a copy for a field whose name must not be repeated, as a request id: a repeated one leaves it unset.
    [[nodiscard]] constexpr member_field once() const noexcept { return with(leniency::once); }
    /// Returns a copy for a field that decides something, as those that faceid::outcome() reads: a value that is not exactly as described
    /// leaves it unset.
    [[nodiscard]] constexpr member_field exact() const noexcept { return with(leniency::exact); }
    /// Returns a copy with limits: `.limited(one_of<colour::all>)`, `.limited(between<1, 5>)`, `.limited(text_size<0, 1000>)`.
    ///
    /// Lifetime: refers to `accepted`.
    [[nodiscard]] constexpr member_field limited(const value_limits& accepted TC3_LIFETIMEBOUND) const noexcept {
        member_field changed = *this;
        changed.limits = &accepted;
        return changed;
    }
    member_field limited(value_limits&&) const = delete;

private:
    [[nodiscard]] constexpr member_field with(tc3::leniency allowed) const noexcept {
        member_field changed = *this;
        changed.leniency = allowed;
        return changed;
    }
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

/// Access to a member by pointer to member, and by offset. Defined in codec.hpp.
template <auto Member, class Owner>
struct through_pointer;
template <class Type>
struct at_offset;

}  // namespace model_detail

/// Returns a row for a member: `field_of<&zone::zone_id>("ZoneId")`. An inherited member needs the struct too:
/// `field_of<&zone::zone_id, my_zone>("ZoneId")`.
template <auto Member, class Owner = typename model_detail::member_traits<Member>::object>
[[nodiscard]] constexpr member_field<model_detail::through_pointer<Member, Owner>> field_of(std::string_view wire_name) noexcept {
    return {{.wire_name = wire_name}};
}

/// Returns a row for a member at an offset, for generated tables:
/// `field_at_offset<decltype(zone::zone_id)>("ZoneId", offsetof(zone, zone_id))`. `Type` and `offset` must be those of one member; nothing
/// checks this.
///
/// Cost: less code than field_of(), whose functions exist once for each member: here all members of one type share them.
template <class Type>
[[nodiscard]] constexpr member_field<model_detail::at_offset<Type>> field_at_offset(std::string_view wire_name,
                                                                                    std::size_t offset) noexcept {
    return {{.wire_name = wire_name, .offset = static_cast<std::uint32_t>(offset)}};
}

/// A field table: `field_table(row, row)`, or `field_table{row, row,}` where a comma may follow the last row.
template <class... Accesses>
class field_table {
public:
    static_assert(sizeof...(Accesses) <= 256, "a table holds at most 256 fields");

    constexpr field_table(member_field<Accesses>... rows) noexcept : rows_{rows...} {}  // NOLINT: implicit, a row is a table of one row

    [[nodiscard]] static constexpr std::size_t size() noexcept { return sizeof...(Accesses); }
    [[nodiscard]] static constexpr bool empty() noexcept { return size() == 0; }
    [[nodiscard]] constexpr const field& operator[](std::size_t position) const noexcept { return rows_[position]; }
    [[nodiscard]] constexpr const field* begin() const noexcept { return rows_.data(); }
    [[nodiscard]] constexpr const field* end() const noexcept { return rows_.data() + size(); }

    /// Returns the rows for one direction: reading_row or writing_row.
    template <class Row>
    [[nodiscard]] constexpr std::array<Row, sizeof...(Accesses)> rows_for() const noexcept {
        std::size_t next = 0;
        return {Row::template of<Accesses>(rows_[next++])...};
    }

private:
    std::array<field, sizeof...(Accesses)> rows_;
};
template <class... Accesses>
field_table(member_field<Accesses>...) -> field_table<Accesses...>;

/// The field table of a struct. Specialise it to describe a struct:
///
///     template <> inline constexpr auto tc3::fields_of<zone> = tc3::field_table(tc3::field_of<&zone::zone_id>("ZoneId"));
template <class Struct>
inline constexpr model_detail::no_fields fields_of{};

/// A struct with a field table.
template <class T>
concept described = !std::same_as<std::remove_cvref_t<decltype(fields_of<T>)>, model_detail::no_fields>;

namespace model_detail {

template <class Access, class Wanted>
[[nodiscard]] constexpr bool is_exact_unless_other(const field& row) noexcept {
    return !std::is_same_v<Access, Wanted> || row.leniency == leniency::exact;
}

template <class Wanted, class... Accesses>
[[nodiscard]] constexpr bool all_are_exact(const field_table<Accesses...>& table) noexcept {
    std::size_t next = 0;
    return (is_exact_unless_other<Accesses, Wanted>(table[next++]) && ...);
}

}  // namespace model_detail

/// Returns whether a member is read exactly: false if its row of field_of() lacks exact(). A row of field_at_offset() names no member, and
/// is not checked.
template <auto Member, class Struct>
[[nodiscard]] constexpr bool is_read_exactly() noexcept {
    if constexpr (described<Struct>) {
        return model_detail::all_are_exact<model_detail::through_pointer<Member, Struct>>(fields_of<Struct>);
    } else {
        return true;
    }
}

// ---- tables for one direction ------------------------------------------------------------------------------------------------------
// A client writes inputs and reads outputs. With one table for each direction it does not link the code that reads inputs and writes
// outputs. The offset of a row of field_of() is 0: its functions take the address of the object.

/// A row of a table for reading.
struct reading_row {
    std::string_view wire_name;
    void (*read_at)(decoder& in, void* address);  ///< `address` is that of the object plus `offset`
    const value_limits* limits;
    std::uint32_t offset;
    tc3::presence presence;
    tc3::leniency leniency;
    bool can_be_unset;  ///< see value_codec

    /// Reads the field of an object.
    void read(decoder& in, void* object) const { read_at(in, static_cast<char*>(object) + offset); }

    template <class Access>
    [[nodiscard]] static constexpr reading_row of(const field& from) noexcept {
        return {from.wire_name, &Access::read, from.limits, from.offset, from.presence, from.leniency, Access::can_be_unset};
    }
};

/// A row of a table for writing.
struct writing_row {
    std::string_view wire_name;
    bool (*is_set_at)(const void* address);               ///< `address` is that of the object plus `offset`
    void (*write_at)(encoder& out, const void* address);  ///< `address` as for is_set_at
    std::uint32_t offset;
    tc3::presence presence;
    tc3::sensitivity sensitivity;

    /// Returns whether the field of an object is set.
    [[nodiscard]] bool is_set(const void* object) const { return is_set_at(static_cast<const char*>(object) + offset); }
    /// Writes the field of an object.
    void write(encoder& out, const void* object) const { write_at(out, static_cast<const char*>(object) + offset); }

    template <class Access>
    [[nodiscard]] static constexpr writing_row of(const field& from) noexcept {
        return {from.wire_name, &Access::is_set, &Access::write, from.offset, from.presence, from.sensitivity};
    }
};

using reading_table = std::span<const reading_row>;
using writing_table = std::span<const writing_row>;

namespace model_detail {

/// Whether an access fits a struct. A pointer to a member of another struct would reach beyond the object; an offset names no struct.
template <class Access, class Struct>
inline constexpr bool may_belong_to = true;
template <auto Member, class Owner, class Struct>
inline constexpr bool may_belong_to<through_pointer<Member, Owner>, Struct> = std::is_same_v<Owner, Struct>;

template <class Struct, class... Accesses>
[[nodiscard]] constexpr bool all_belong_to(const field_table<Accesses...>&) noexcept {
    return (may_belong_to<Accesses, Struct> && ...);
}

template <class Struct, class Row>
inline constexpr auto rows_of = fields_of<Struct>.template rows_for<Row>();

/// Returns the table of a struct for one direction. An empty struct needs no field table.
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

/// Returns the table for reading a struct.
template <class Struct>
[[nodiscard]] constexpr reading_table reading_table_of() noexcept {
    return model_detail::table_of<Struct, reading_row>();
}

/// Returns the table for writing a struct.
template <class Struct>
[[nodiscard]] constexpr writing_table writing_table_of() noexcept {
    return model_detail::table_of<Struct, writing_row>();
}

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/model/state_ref.hpp ----------------------------------------------------------------------------------------

// A reference to the state of any storage, for code that is not a template.

namespace tc3::inline TC3_NAMESPACE {

class state_ref;

namespace model_detail {

template <class T>
concept not_a_state_ref = !std::is_same_v<std::remove_cv_t<T>, state_ref>;

/// Returns a hash of the name of T (FNV-1a).
template <class T>
[[nodiscard]] constexpr std::uint32_t hash_of_name() noexcept {
    std::uint32_t hash = 2166136261;
    for (const char c : std::string_view(TC3_FUNCTION_NAME)) hash = (hash ^ static_cast<std::uint8_t>(c)) * 16777619;
    return hash;
}

/// A constant whose address identifies T. Its value differs from type to type too, because a linker may merge equal constants.
template <class T>
inline constexpr std::uint32_t type_mark = hash_of_name<T>();

}  // namespace model_detail

/// A typed reference to the state of a storage, such as an allocator or a workspace, or to none. A storage says how a struct keeps text,
/// lists and nested structs: see storage.hpp.
///
/// Lifetime: refers to the state.
class state_ref {
public:
    /// Makes a reference for a storage without state.
    state_ref() noexcept = default;
    template <model_detail::not_a_state_ref State>
    explicit state_ref(State& state TC3_LIFETIMEBOUND) noexcept : state_(&state), type_(&model_detail::type_mark<State>) {}

    /// Returns the state; null if there is none or it is of another type.
    template <class State>
    [[nodiscard]] State* get() const noexcept {
        if (type_ != &model_detail::type_mark<State>) return nullptr;
        return static_cast<State*>(state_);
    }

private:
    void* state_ = nullptr;
    const void* type_ = nullptr;
};

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/model/decoder.hpp ------------------------------------------------------------------------------------------

// Reads any struct from JSON by its table. Not a template over structs: a program has one copy of this code, whatever it reads.
//
// How strictly it reads is up to its rules: lenient_reading.hpp has those for outputs, strict_reading.hpp those for outputs that must be as
// described, server_rules.hpp those of the service.

namespace tc3::inline TC3_NAMESPACE {

/// One of the structs that one JSON object is read into: the members of a response belong to the envelope and to the output.
///
/// Lifetime: refers to the table and to the struct.
struct object_part {
    reading_table fields;
    void* object;
};

namespace model_detail {

/// A set of fields of an object, by their index over all parts. Indexes beyond the capacity are not stored: for
/// them both functions return true, so that neither duplicate nor missing fields are noticed.
class field_set {
public:
    static constexpr std::size_t capacity = 256 + 64;  // the largest table, and room for other parts, such as the envelope

    /// Returns whether the field is new.
    constexpr bool insert(std::size_t index) noexcept {
        if (index >= capacity) return true;
        const bool is_new = !bits_.contains(index);
        bits_.assign(index, true);
        return is_new;
    }
    /// Returns whether the field was inserted.
    [[nodiscard]] constexpr bool contains(std::size_t index) const noexcept { return index >= capacity || bits_.contains(index); }

private:
    bit_set<capacity> bits_;
};

}  // namespace model_detail

class decoder;

/// How a decoder reads, and what it does with what is not as described. Pass lenient_reading, strict_reading or server_rules. A program
/// links the functions of those rules that it names.
struct decoder_rules {
    const json::text_repair* repair;  ///< null: damaged text is an error
    /// Reads the next value, which should be a string, number or boolean, as text.
    bool (*read_scalar)(decoder& in, json::kind expected, json::string_token& text);
    /// Enters the next value, which should be an object or array. Returns false for an error and for a value that stands for an empty one.
    bool (*enter)(decoder& in, json::kind expected);
    /// Reads the value of a member. Returns whether the field was set: false for null and for an error.
    bool (*read_member)(decoder& in, const reading_row& row, void* object, bool is_repeated);
    /// Skips the value of a member that no table lists.
    void (*read_unknown_member)(decoder& in, const json::string_token& name);
    /// Checks an object after its last member; may be null.
    void (*check_object)(decoder& in, std::span<const object_part> parts, const model_detail::field_set& fields_set);
    /// Checks the text of bytes, which was read from byte `start` on; may be null.
    void (*check_base64)(decoder& in, std::string_view text, std::size_t start);
};

/// Reads structs and values from a JSON document.
///
/// Errors: those of json::reader; wrong_type; duplicate for a member that a table lists and that occurs twice; too_many for more than
/// most_elements; not_stored if a storage has no memory. Which of them occur, the rules decide. path() names the field.
class decoder {
public:
    /// The most elements that all lists of a document may have together. An element of two bytes can need hundreds of bytes in memory.
    static constexpr std::size_t most_elements = 100'000;

    /// Makes a decoder. `state` must refer to the state of the storage that is read into, if it has one. `report` may be null.
    ///
    /// Lifetime: refers to all arguments.
    decoder(std::string_view text TC3_LIFETIMEBOUND, const decoder_rules& rules TC3_LIFETIMEBOUND, state_ref state = {},
            deviation_report* report = nullptr) noexcept
        : json_(text, {}, rules.repair), state_(state), rules_(rules), report_(report) {}
    decoder(const decoder&) = delete;
    decoder& operator=(const decoder&) = delete;

    /// Reads the next value, an object, into several structs. A member goes to the first struct whose table lists it.
    void read_object(std::span<const object_part> parts);
    /// Reads the next value, an object, into one struct.
    void read_object(reading_table fields, void* object) {
        const object_part part{fields, object};
        read_object({&part, 1});
    }
    /// Reads the next value, a string, number or boolean, as text. The rules may allow another type than the expected one.
    bool read_scalar(json::kind expected, json::string_token& text) { return rules_.read_scalar(*this, expected, text); }
    /// Enters the next value, an array. Returns false for an error and, if the rules allow such a value, for one that stands for an empty
    /// list.
    bool begin_array() { return rules_.enter(*this, json::kind::array); }

    [[nodiscard]] json::reader& json() noexcept TC3_LIFETIMEBOUND { return json_; }
    [[nodiscard]] const json::reader& json() const noexcept TC3_LIFETIMEBOUND { return json_; }
    [[nodiscard]] field_path& path() noexcept TC3_LIFETIMEBOUND { return path_; }
    [[nodiscard]] const field_path& path() const noexcept TC3_LIFETIMEBOUND { return path_; }
    [[nodiscard]] state_ref state() const noexcept { return state_; }
    [[nodiscard]] bool ok() const noexcept { return json_.ok(); }
    /// Counts an element of a list. Returns false, with the error too_many, if there are more than most_elements.
    bool count_element() {
        if (++elements_ <= most_elements) return true;
        return json_.fail(
            {.code = errc::too_many, .part = "body", .position = json_.position(), .needed = elements_, .limit = most_elements});
    }
    /// Checks the text of bytes, which was read from byte `start` on, if the rules do.
    void check_base64(std::string_view text, std::size_t start) {
        if (ok() && rules_.check_base64 != nullptr) rules_.check_base64(*this, text, start);
    }
    /// Returns the report to add deviations to, or null.
    [[nodiscard]] deviation_report* report() const noexcept { return report_; }

    /// What lenient_reading keeps between two values.
    struct lenient_state {
        json::kind expected = json::kind::none;  ///< the type that was read or entered last
        bool is_exact = false;                   ///< whether the current field is read exactly
        bool is_fatal = false;                   ///< whether the error is in a field that has no unset state
    };
    [[nodiscard]] lenient_state& lenient() noexcept TC3_LIFETIMEBOUND { return lenient_; }

private:
    struct field_position {
        const reading_row* row = nullptr;  // null: no table lists the member
        void* object = nullptr;
        std::size_t index = 0;  // over all parts
    };
    [[nodiscard]] static field_position find(std::span<const object_part> parts, const json::string_token& name) noexcept;

    json::reader json_;
    field_path path_;
    state_ref state_;
    const decoder_rules& rules_;
    deviation_report* report_;
    lenient_state lenient_;
    std::size_t elements_ = 0;
};

inline void decoder::read_object(std::span<const object_part> parts) {
    model_detail::field_set seen;
    model_detail::field_set fields_set;
    if (!rules_.enter(*this, json::kind::object)) return;
    json::string_token name;
    while (json_.next_member(name)) {
        const field_position field = find(parts, name);
        if (field.row == nullptr) {
            rules_.read_unknown_member(*this, name);
            continue;
        }
        const std::size_t outer = path_.enter(field.row->wire_name);
        const bool is_repeated = !seen.insert(field.index);
        if (rules_.read_member(*this, *field.row, field.object, is_repeated)) fields_set.insert(field.index);
        if (!ok()) return;  // the path keeps the field
        path_.return_to(outer);
    }
    if (ok() && rules_.check_object != nullptr) rules_.check_object(*this, parts, fields_set);
}

inline decoder::field_position decoder::find(std::span<const object_part> parts, const json::string_token& name) noexcept {
    std::size_t index = 0;
    for (const object_part& part : parts) {
        for (const reading_row& row : part.fields) {
            if (name == row.wire_name) return {&row, part.object, index};
            ++index;
        }
    }
    return {};
}

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/model/encoder.hpp ------------------------------------------------------------------------------------------

// Writes any struct as JSON by its table. Not a template over structs: a program has one copy of this code, whatever it writes.
//
// An encoder without rules writes inputs, as a client sends them. Rules replace how values are written: redact.hpp has those of a log line.

namespace tc3::inline TC3_NAMESPACE {

class encoder;

/// A text of any type that can write itself in pieces of whole characters.
///
/// Lifetime: refers to the text.
struct piecewise_text {
    void* text;
    bool (*write)(void* text, any_sink& pieces);  ///< returns false if the text is invalid
};

/// How an encoder writes values that are not sent. A program that writes no log lines links none of it.
struct encoder_rules {
    void (*write_object)(encoder& out, writing_table fields, const void* object);
    void (*write_string)(encoder& out, std::string_view text);
    void (*write_pieces)(encoder& out, const piecewise_text& text);
    void (*write_binary)(encoder& out, const binary_view& value);
    bool (*may_write_element)(encoder& out, std::size_t position, std::size_t size);  ///< false: the list ends before this element
};

/// Writes structs and values as JSON to a sink. Unset optional fields are left out.
///
/// Errors: missing for an unset required field; invalid_utf8 or lone_surrogate for invalid text; those of find_base64_error() for base64
/// text; out_of_range for a number that is not finite; too_deep for structs and lists nested deeper than a reader accepts. path() names the
/// field.
class encoder {
public:
    /// Lifetime: refers to `out` and to `rules`.
    explicit encoder(any_sink& out, const encoder_rules* rules = nullptr) noexcept : json_(out), rules_(rules) {}
    encoder(const encoder&) = delete;
    encoder& operator=(const encoder&) = delete;

    /// Writes the object that `fields` is the table of.
    void write_object(writing_table fields, const void* object);

    /// Writes a text in one piece.
    void write_string(std::string_view text) {
        if (rules_ != nullptr) return rules_->write_string(*this, text);
        json_.string(text);
    }

    /// Writes a text in pieces of whole characters. `write_to(any_sink&)` writes them and returns false if the text is invalid.
    template <class Write>
    void write_pieces(Write write_to) {
        if (rules_ != nullptr) {
            const auto write = [](void* text, any_sink& pieces) { return (*static_cast<Write*>(text))(pieces); };
            return rules_->write_pieces(*this, {&write_to, write});
        }
        string_pieces target{json_};
        sink_adapter pieces(target);
        json_.begin_string();
        const bool is_valid = write_to(pieces);
        json_.end_string();
        if (!is_valid) fail({.code = errc::lone_surrogate, .part = "field"});
    }

    /// Writes bytes as a string of base64. Text that is not base64 is an error, and not written.
    void write_binary(const binary_view& value) {
        if (rules_ != nullptr) return rules_->write_binary(*this, value);
        if (!value.is_base64()) return json_.base64(value.data());
        tc3::error wrong = find_base64_error(value.data());
        wrong.part = "field";
        if (wrong.code == errc::none) return json_.string(value.data());
        fail(wrong);
    }

    /// Begins an array, which is a level of nesting like an object.
    void begin_array() {
        enter_level();
        json_.begin_array();
    }
    void end_array() {
        json_.end_array();
        --depth_;
    }

    /// Returns whether to write the next element of a list of `size` elements.
    [[nodiscard]] bool may_write_element(std::size_t position, std::size_t size) {
        return rules_ != nullptr ? rules_->may_write_element(*this, position, size) : ok();
    }

    [[nodiscard]] json::writer<any_sink>& json() noexcept TC3_LIFETIMEBOUND { return json_; }
    [[nodiscard]] field_path& path() noexcept TC3_LIFETIMEBOUND { return path_; }
    /// Keeps an error if it is the first.
    void fail(const tc3::error& error) noexcept {
        if (ok()) error_ = error;
    }
    /// Removes the error, so that writing continues. For text that is not sent.
    void forget_error() noexcept {
        error_ = {};
        json_.forget_error();
    }
    [[nodiscard]] bool ok() const noexcept { return error_.code == errc::none && json_.ok(); }
    /// Returns the error; its code is errc::none while ok().
    [[nodiscard]] tc3::error error() const noexcept { return error_.code != errc::none ? error_ : json_.error(); }

private:
    struct string_pieces {
        json::writer<any_sink>& json;
        void append(std::string_view piece) { json.string_piece(piece); }
    };

    static constexpr std::size_t deepest = json::limits{}.depth;  // a reader with default limits accepts it

    void enter_level() noexcept {
        if (++depth_ > deepest) fail({.code = errc::too_deep, .part = "field", .limit = deepest});
    }

    std::size_t depth_ = 0;
    json::writer<any_sink> json_;
    field_path path_;
    tc3::error error_;
    const encoder_rules* rules_;
};

inline void encoder::write_object(writing_table fields, const void* object) {
    if (rules_ != nullptr) return rules_->write_object(*this, fields, object);
    enter_level();
    json_.begin_object();
    for (const writing_row& row : fields) {
        if (!ok()) return;
        const std::size_t outer = path_.enter(row.wire_name);
        if (row.is_set(object)) {
            json_.name(row.wire_name);
            row.write(*this, object);
        } else if (row.presence == presence::required) {
            fail({.code = errc::missing, .part = "field"});
        }
        if (ok()) path_.return_to(outer);
    }
    json_.end_object();
    --depth_;
}

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/model/box.hpp ----------------------------------------------------------------------------------------------

// An optional struct in memory of its own, on the heap.

namespace tc3::inline TC3_NAMESPACE {

/// An optional value on the heap: one pointer large, so that a struct with 20 nested structs stays small. Owns its value; a copy is deep.
/// T may be incomplete where a box is declared.
template <class T>
class box {  // written without std::move and the like, since each struct of a program instantiates a box
public:
    using value_type = T;

    box() noexcept = default;
    box(T value) : value_(new T(static_cast<T&&>(value))) {}  // NOLINT: implicit, so that a struct can be assigned to a member
    box(const box& other) : value_(other.value_ != nullptr ? new T(*other.value_) : nullptr) {}
    box(box&& other) noexcept : value_(other.value_) { other.value_ = nullptr; }
    box& operator=(box other) noexcept {
        T* const own = value_;
        value_ = other.value_;
        other.value_ = own;
        return *this;
    }
    ~box() { destroy(value_); }

    /// Replaces the value by a default-constructed one and returns it.
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
    // Not inlined: the destructor of a struct with 20 boxes would contain 20 destructors.
    TC3_NOINLINE static void destroy(T* value) noexcept { delete value; }

    T* value_ = nullptr;  // owned; std::unique_ptr needs <memory>, which takes longer to compile than all JSON headers of tc3
};

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/model/storage.hpp ------------------------------------------------------------------------------------------

// How text, lists and memory are kept in a struct: what a storage must have, and the functions that reach its types. owning.hpp and
// borrowed.hpp are the two storages of tc3.
//
// A storage is a struct of types. A described struct that is a template over it, as all of faceid/ are, works with any storage:
//
//     struct game_storage {
//         using text = game_string;     // a type with text_traits
//         using binary = game_string;   // tc3::binary, tc3::binary_view or a text type, which then holds unchecked base64
//         template <class T> using optional = std::optional<T>;   // has value_type, has_value(), operator* and emplace(); T may be a list
//         template <class T> using list = game_array<T>;          // a type with list_traits
//         template <class T> using nested = tc3::box<T>;          // an optional of T, where T may be incomplete
//         using state = game_arena;     // only if values need memory from somewhere: an allocator, a workspace
//     };
//
// - All types are default-constructible, and their default is "unset": empty text, empty list, no value.
// - `optional` and `nested` need no traits if they have value_type, has_value(), operator* and emplace(). Otherwise specialise value_codec
//   (codec.hpp), as borrowed.hpp does for nested_view.
// - With `state`, pass a state to each call that reads: parse_response(response, state). Traits get it from the state_ref.
// - Test your storage with tests/contract/storage_contract.hpp.

namespace tc3::inline TC3_NAMESPACE {

/// How a text type is read and filled. Specialise it for a string type of your own. If its text is UTF-8 in one piece:
///
///     static std::string_view view(const Text&);
///
/// If it is not, as UTF-16:
///
///     static bool empty(const Text&);
///     static bool write(any_sink& out, const Text&);  // writes UTF-8, in pieces of whole characters; false: the text is invalid
///
/// In both cases:
///
///     static bool assign(state_ref, Text&, const json::string_token&);   // replaces the text; false: no memory
///
/// Only if assign() may let the text refer to the document of the token:
///
///     static void keep(state_ref, Text&, std::string_view);   // replaces the text by a copy; leaves it empty if there is no memory
template <class Text>
struct text_traits;

/// How a list type is read and filled. Specialise it for an array type of your own:
///
///     using value_type = ...;
///     static std::size_t size(const List&);
///     static const value_type& at(const List&, std::size_t position);   // or a value
///     class builder {
///         builder(state_ref, List&);   // replaces the list
///         void add(value_type&&);        // appends an element
///         bool finish();                 // called after the last add(), unless reading failed; false: no memory for some element
///     };
///
/// Lists nest: the builder of an inner list is made and finished between two calls of add() of the outer one.
template <class List>
struct list_traits;

/// Text that is UTF-8 in one piece.
template <class Text>
concept text_in_one_piece = requires(const Text& text) { text_traits<Text>::view(text); };

template <class Text>
concept text_type = text_in_one_piece<Text> || requires(const Text& text) { text_traits<Text>::empty(text); };

template <class List>
concept list_type = requires { typename list_traits<List>::value_type; };

/// A storage whose values need a state, such as a workspace.
template <class Storage>
concept stateful_storage = requires { typename Storage::state; };

struct owning;

/// The storage of a struct: the parameter of a template over a storage, else `owning`.
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

/// The types of the members of a struct over a storage, as short names: `tc3::optional_text<Storage> zone_id;`.
template <class Storage>
using text_of = typename Storage::text;
template <class Storage>
using binary_of = typename Storage::binary;
template <class Storage, class T>
using optional_of = typename Storage::template optional<T>;
template <class Storage, class T>
using list_of = typename Storage::template list<T>;
template <class Storage, class T>
using nested_of = typename Storage::template nested<T>;
template <class Storage>
using optional_text = optional_of<Storage, text_of<Storage>>;
template <class Storage>
using optional_binary = optional_of<Storage, binary_of<Storage>>;
/// A list that is unset, or set and then sent even if it is empty: `input.tags.emplace()` is sent as `[]`. In braces the list has braces of
/// its own: `{.tags = {{"a", "b"}}}`.
template <class Storage, class T>
using optional_list = optional_of<Storage, list_of<Storage, T>>;

/// Returns whether a text is empty.
template <text_type Text>
[[nodiscard]] constexpr bool is_empty_text(const Text& text) noexcept {
    if constexpr (text_in_one_piece<Text>) {
        return text_traits<Text>::view(text).empty();
    } else {
        return text_traits<Text>::empty(text);
    }
}

/// Writes a text as UTF-8. Returns false if the text is invalid; part of it may have been written.
template <sink S, text_type Text>
constexpr bool write_text(S& out, const Text& text) {
    if constexpr (text_in_one_piece<Text>) {
        out.append(text_traits<Text>::view(text));
        return true;
    } else {
        any_sink_of<S> to(out);
        return text_traits<Text>::write(to, text);
    }
}

/// The longest text that with_view() copies: a field_path. Error codes are shorter.
inline constexpr std::size_t longest_copied_text = field_path::longest;

/// Returns `use(view)` with a view of a text. Text that is not UTF-8 in one piece is copied first, at most longest_copied_text bytes of it;
/// invalid text becomes "".
///
/// Lifetime: the view is valid during the call of `use`.
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

/// Returns whether a text that may be lost should be stored: whether it fits into the workspace, if the storage has one. Also true in a
/// workspace that has run out before, which counts the size that all texts need.
[[nodiscard]] inline bool has_room(state_ref state, std::size_t size) noexcept {
    const workspace* space = state.get<workspace>();
    return space == nullptr || !space->complete() || space->available() >= size;
}

/// Fills `target` with a copy of `text`. The text may be destroyed before the target.
template <text_type Text>
void keep_text(state_ref state, Text& target, std::string_view text) {
    if constexpr (requires { text_traits<Text>::keep(state, target, text); }) {
        text_traits<Text>::keep(state, target, text);
    } else {
        static_cast<void>(text_traits<Text>::assign(state, target, json::string_token::plain(text)));
    }
}

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/model/owning.hpp -------------------------------------------------------------------------------------------

// The default storage: strings, vectors and boxes.

namespace tc3::inline TC3_NAMESPACE {

/// Values own their memory and are independent of the response that they were read from.
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
    static bool assign(state_ref, std::string& text, const json::string_token& token) {
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
        builder(state_ref, std::vector<T>& list) noexcept : list_(list) { list_.clear(); }
        void add(T&& value) { list_.push_back(std::move(value)); }
        bool finish() noexcept { return true; }

    private:
        std::vector<T>& list_;
    };
};

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/model/codec.hpp --------------------------------------------------------------------------------------------

// The kinds of field of the API, each with its form in JSON: text, numbers, booleans, base64, structs, optionals and lists.
//
// A member of an object that is null or absent leaves its field unchanged, and so unset in a new struct. A value that cannot be read leaves
// it unset. What can be read is up to the rules of the decoder: lenient_reading.hpp and strict_reading.hpp have those of a client. The
// table shows which fields are unset:
//
//     kind                        reads null in a list as   is unset
//     text                        ""                        if it is empty
//     optional text               no value                  if it has no value; "" is written
//     number, bool                0, false                  never
//     binary                      empty                     if it is empty
//     struct                      a struct without values   never
//     optional, box, nested_view  no value                  if it has no value
//     list                        an empty list             if it is empty
//     optional list               no value                  if it has no value; an empty list is written
//
// An unset field is left out if it is optional, and an error if it is required; an unset element of a list is written as null. A value that
// cannot be read is an error for a field that is never unset.

namespace tc3::inline TC3_NAMESPACE {

/// How a type is written as JSON and read from it. Specialise it for a type of your own:
///
///     static bool is_set(const T&);            // false: an optional field is left out of its object
///     static void write(encoder&, const T&);   // writes one value
///     static void read(decoder&, T&);          // reads one value, which is never null
///
/// If a value of the type can be unset, add the member below. After an error of the decoder, also of one that was there before, read() must
/// then leave the value unset: lenient reading goes on.
///
///     static constexpr bool can_be_unset = true;
template <class T>
struct value_codec;

/// Writes a described struct as a JSON object. Errors: those of encoder.
template <described Struct>
void write_struct(encoder& out, const Struct& value) {
    out.write_object(writing_table_of<Struct>(), &value);
}

/// Reads a described struct from a JSON object. The decoder must have the state of the struct's storage, if that has one.
///
/// Errors: those of decoder.
template <described Struct>
void read_struct(decoder& in, Struct& value) {
    in.read_object(reading_table_of<Struct>(), &value);
}

// ---- the kinds of field --------------------------------------------------------------------------------------------------------

template <text_type Text>
struct value_codec<Text> {
    static constexpr bool can_be_unset = true;
    static bool is_set(const Text& value) noexcept { return !is_empty_text(value); }
    static void write(encoder& out, const Text& value) {
        if constexpr (text_in_one_piece<Text>) {
            out.write_string(text_traits<Text>::view(value));
        } else {
            out.write_pieces([&value](any_sink& pieces) { return text_traits<Text>::write(pieces, value); });
        }
    }
    static void read(decoder& in, Text& value) {
        const std::size_t start = in.json().position();
        json::string_token token;
        if (in.read_scalar(json::kind::string, token)) {
            // A repaired text that does not fit is lost, and the call goes on. Any other text must fit.
            const bool fits = !token.is_damaged() || has_room(in.state(), token.size());
            const bool is_stored = fits && text_traits<Text>::assign(in.state(), value, token);
            if (!is_stored) in.json().fail(fits ? errc::not_stored : errc::buffer_too_small, start);
        }
        if (!in.ok()) value = Text{};
    }
};

/// Text that stays in the document: for reading only.
template <>
struct value_codec<json::string_token> {
    static constexpr bool can_be_unset = true;
    static bool is_set(const json::string_token&) noexcept { return true; }
    static void read(decoder& in, json::string_token& value) {
        if (!in.read_scalar(json::kind::string, value)) value = {};
    }
};

template <>
struct value_codec<bool> {
    static bool is_set(bool) noexcept { return true; }
    static void write(encoder& out, bool value) { out.json().boolean(value); }
    static void read(decoder& in, bool& value) {
        const std::size_t start = in.json().position();
        json::string_token token;
        if (!in.read_scalar(json::kind::boolean, token)) return;
        const bool is_true = token == "true"sv || token == "1"sv;
        if (is_true || token == "false"sv || token == "0"sv) {
            value = is_true;
        } else {
            in.json().fail(errc::wrong_type, start);
        }
    }
};

namespace model_detail {

/// Returns the code for digits that are no number of the field's type. Malformed digits can only come from text, which is another type.
[[nodiscard]] inline errc error_of_digits(errc code) noexcept { return code == errc::bad_number ? errc::wrong_type : code; }

}  // namespace model_detail

template <json::integer Integer>
struct value_codec<Integer> {
    static bool is_set(Integer) noexcept { return true; }
    static void write(encoder& out, Integer value) { out.json().number(value); }
    static void read(decoder& in, Integer& value) {
        const std::size_t start = in.json().position();
        json::string_token digits;
        if (!in.read_scalar(json::kind::number, digits)) return;
        if constexpr (std::is_signed_v<Integer>) {
            assign(in, value, json::to_int64(digits.raw()), start);
        } else {
            assign(in, value, json::to_uint64(digits.raw()), start);
        }
    }

private:
    template <class Wide>
    static void assign(decoder& in, Integer& value, const result<Wide, error>& wide, std::size_t start) {
        using limits = std::numeric_limits<Integer>;
        if (!wide) {
            in.json().fail(model_detail::error_of_digits(wide.error().code), start);
        } else if (*wide < (limits::min)() || *wide > (limits::max)()) {
            in.json().fail(errc::out_of_range, start);
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
        const std::size_t start = in.json().position();
        json::string_token digits;
        if (!in.read_scalar(json::kind::number, digits)) return;
        const auto number = json::to_double(digits.raw());
        if (number) {
            value = *number;
        } else {
            in.json().fail(model_detail::error_of_digits(number.error().code), start);
        }
    }
};

template <>
struct value_codec<binary> {
    static constexpr bool can_be_unset = true;
    static bool is_set(const binary& value) noexcept { return !value.empty(); }
    static void write(encoder& out, const binary& value) { out.write_binary(value.view()); }
    static void read(decoder& in, binary& value) {
        const std::size_t start = in.json().position();
        std::string text;
        value_codec<std::string>::read(in, text);
        in.check_base64(text, start);
        value = binary::base64(std::move(text));
    }
};

template <described Struct>
struct value_codec<Struct> {
    static bool is_set(const Struct&) noexcept { return true; }
    static void write(encoder& out, const Struct& value) { write_struct(out, value); }
    static void read(decoder& in, Struct& value) { read_struct(in, value); }
};

/// A type that holds one value or none, as std::optional and box do.
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

    static constexpr bool can_be_unset = true;
    static bool is_set(const Optional& value) { return value.has_value(); }
    static void write(encoder& out, const Optional& value) {
        if (value.has_value()) {
            inner::write(out, *value);
        } else {
            out.json().null();  // an element of a list, which keeps its place
        }
    }
    static void read(decoder& in, Optional& value) {
        inner::read(in, value.emplace());
        if (!in.ok()) value = Optional{};
    }
};

template <list_type List>
struct value_codec<List> {
    using traits = list_traits<List>;
    using element = typename traits::value_type;
    using inner = value_codec<element>;

    static constexpr bool can_be_unset = true;
    static bool is_set(const List& values) noexcept { return traits::size(values) != 0; }
    static void write(encoder& out, const List& values) {
        out.begin_array();
        for (std::size_t i = 0; i < traits::size(values) && out.may_write_element(i, traits::size(values)); ++i) {
            const std::size_t outer = out.path().enter(i);
            inner::write(out, traits::at(values, i));
            if (out.ok()) out.path().return_to(outer);
        }
        out.end_array();
    }
    static void read(decoder& in, List& values) {
        read_elements(in, values);
        if (!in.ok()) values = List{};
    }

private:
    static void read_elements(decoder& in, List& values) {
        const std::size_t start = in.json().position();
        const bool has_elements = in.begin_array();
        if (!in.ok()) return;
        typename traits::builder list(in.state(), values);
        for (std::size_t i = 0; has_elements && in.json().next_element() && in.count_element(); ++i) {
            const std::size_t outer = in.path().enter(i);
            element value{};
            read_element(in, value);
            if (!in.ok()) return;  // the path keeps the element
            list.add(std::move(value));
            in.path().return_to(outer);
        }
        if (in.ok() && !list.finish()) in.json().fail(errc::not_stored, start);
    }
    static void read_element(decoder& in, element& value) {
        if (in.json().peek() == json::kind::null) {
            in.json().read_null();
        } else {
            inner::read(in, value);
        }
    }
};

/// A type that a field can have.
template <class Member>
concept has_codec = requires(const Member& value) { value_codec<Member>::is_set(value); };

/// Whether a field of the type can be unset: see value_codec.
template <class Member>
inline constexpr bool may_be_unset = false;
template <class Member>
    requires requires { value_codec<Member>::can_be_unset; }
inline constexpr bool may_be_unset<Member> = value_codec<Member>::can_be_unset;

// ---- access to the members of a struct -----------------------------------------------------------------------------------------

namespace model_detail {

/// Access by pointer to member. The functions take the address of the object: the offset of such a row is 0.
template <auto Member, class Owner>
struct through_pointer {
    using type = typename member_traits<Member>::type;
    static_assert(
        has_codec<type>,
        "a member is a text, integer, double, bool, binary, described struct, optional or list: else specialise tc3::value_codec");

    static constexpr bool can_be_unset = may_be_unset<type>;
    static bool is_set(const void* object) { return value_codec<type>::is_set(static_cast<const Owner*>(object)->*Member); }
    static void write(encoder& out, const void* object) { value_codec<type>::write(out, static_cast<const Owner*>(object)->*Member); }
    static void read(decoder& in, void* object) { value_codec<type>::read(in, static_cast<Owner*>(object)->*Member); }
};

/// Access by offset. The functions take the address of the member.
template <class Type>
struct at_offset {
    static_assert(
        has_codec<Type>,
        "a member is a text, integer, double, bool, binary, described struct, optional or list: else specialise tc3::value_codec");

    static constexpr bool can_be_unset = may_be_unset<Type>;
    static bool is_set(const void* member) { return value_codec<Type>::is_set(*static_cast<const Type*>(member)); }
    static void write(encoder& out, const void* member) { value_codec<Type>::write(out, *static_cast<const Type*>(member)); }
    static void read(decoder& in, void* member) { value_codec<Type>::read(in, *static_cast<Type*>(member)); }
};

}  // namespace model_detail

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/model/borrowed.hpp -----------------------------------------------------------------------------------------

// The storage without a heap: values are views into the response body and into a workspace of the caller.

namespace tc3::inline TC3_NAMESPACE {

/// An optional nested struct that is kept elsewhere. Lifetime: refers to the struct.
template <class T>
class nested_view {
public:
    using value_type = T;

    constexpr nested_view() noexcept = default;
    constexpr nested_view(const T& value TC3_LIFETIMEBOUND) noexcept
        : value_(&value) {}  // NOLINT: implicit, so that a struct can be assigned to a member
    nested_view(const T&&) = delete;
    constexpr explicit nested_view(const T* value) noexcept : value_(value) {}

    [[nodiscard]] constexpr bool has_value() const noexcept { return value_ != nullptr; }
    [[nodiscard]] constexpr explicit operator bool() const noexcept { return has_value(); }
    [[nodiscard]] constexpr const T& operator*() const noexcept { return *value_; }
    [[nodiscard]] constexpr const T* operator->() const noexcept { return value_; }

private:
    const T* value_ = nullptr;
};

/// Values are views.
///
/// Lifetime: an input refers to what the caller assigned. An output refers to the response body and to the workspace: text without escapes
/// to the body; text with escapes, lists and nested structs to the workspace.
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

// The traits below return false only if there is no workspace. In a full workspace they store nothing and return true, so that reading
// continues and workspace::needed() becomes the size of the whole output. parse_response() checks workspace::complete() at the end.

template <>
struct text_traits<std::string_view> {
    [[nodiscard]] static constexpr std::string_view view(std::string_view text) noexcept { return text; }
    static bool assign(state_ref state, std::string_view& text, const json::string_token& token) noexcept {
        workspace* space = state.get<workspace>();
        if (space == nullptr) return false;
        if (!token.is_encoded()) {
            text = token.raw();
        } else if (char* memory = space->take_text(token.size())) {
            buffer_sink decoded({memory, token.size()});
            token.write(decoded);
            text = decoded.view();
        }
        return true;
    }
    static void keep(state_ref state, std::string_view& target, std::string_view text) noexcept {
        if (workspace* space = state.get<workspace>()) target = space->keep(text);
    }
};

template <class T>
struct list_traits<std::span<const T>> {
    using value_type = T;
    [[nodiscard]] static std::size_t size(std::span<const T> list) noexcept { return list.size(); }
    [[nodiscard]] static const T& at(std::span<const T> list, std::size_t position) noexcept { return list[position]; }

    class builder {
    public:
        builder(state_ref state, std::span<const T>& list) noexcept : space_(state.get<workspace>()), list_(list) {}
        builder(const builder&) = delete;
        builder& operator=(const builder&) = delete;
        /// Takes the elements off the stack if the list could not be read to its end: what was read before continues to be used.
        ~builder() {
            if (space_ != nullptr) space_->template drop<T>(count_);
        }
        void add(const T& value) noexcept {
            if (space_ != nullptr) space_->push(value);
            ++count_;
        }
        bool finish() noexcept {
            if (space_ != nullptr) list_ = space_->template settle<T>(count_);
            count_ = 0;
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
    static constexpr bool can_be_unset = true;
    static bool is_set(const binary_view& value) noexcept { return !value.empty(); }
    static void write(encoder& out, const binary_view& value) { out.write_binary(value); }
    static void read(decoder& in, binary_view& value) noexcept {
        const std::size_t start = in.json().position();
        std::string_view text;
        value_codec<std::string_view>::read(in, text);
        in.check_base64(text, start);
        value = binary_view::base64(text);
    }
};

template <class T>
struct value_codec<nested_view<T>> {
    static constexpr bool can_be_unset = true;
    static bool is_set(const nested_view<T>& value) noexcept { return value.has_value(); }
    static void write(encoder& out, const nested_view<T>& value) {
        if (value.has_value()) {
            value_codec<T>::write(out, *value);
        } else {
            out.json().null();  // an element of a list, which keeps its place
        }
    }
    static void read(decoder& in, nested_view<T>& value) {
        const std::size_t start = in.json().position();
        T object{};
        value = nested_view<T>();
        value_codec<T>::read(in, object);
        if (!in.ok()) return;
        if (workspace* space = in.state().get<workspace>()) {
            value = nested_view<T>(space->put(object));
        } else {
            in.json().fail(errc::not_stored, start);
        }
    }
};

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/model/json_line_sink.hpp -----------------------------------------------------------------------------------

// A sink for JSON in a log: keeps it on one line and free of characters that change how the line is displayed.

namespace tc3::inline TC3_NAMESPACE::model_detail {

/// A sink that writes JSON to another sink as a single line of UTF-8, and counts its bytes. A character that changes_display() is written
/// as an escape of JSON: in valid JSON it occurs in strings only.
///
/// Lifetime: refers to `out`.
class json_line_sink : public any_sink {
public:
    explicit json_line_sink(any_sink& out) noexcept
        : any_sink([](any_sink& self, const std::string_view& json) { static_cast<json_line_sink&>(self).write_line(json); }), out_(out) {}

    /// Returns the number of bytes that were written.
    [[nodiscard]] std::size_t size() const noexcept { return size_; }

private:
    void write_line(std::string_view json) {
        split_printable(json, [this](std::string_view piece) { write(piece); }, [this](char32_t character) { replace(character); });
    }
    void write(std::string_view text) {
        size_ += text.size();
        out_.append(text);
    }
    void replace(char32_t character) {
        if (character < ' ') return write(" "sv);  // a line end or tab between values; within strings the JSON writer has escaped it
        if (!changes_display(character)) {         // U+FFFD, for a byte that is not UTF-8
            const utf8_bytes bytes = encode_utf8(character);
            return write({bytes.text.data(), bytes.size});
        }
        const utf16_units units = encode_utf16(character);
        for (std::size_t i = 0; i < units.size; ++i) write_escape(units.units[i]);
    }
    void write_escape(unsigned unit) {
        const char escape[] = {'\\', 'u', hex_digit(unit >> 12U), hex_digit(unit >> 8U), hex_digit(unit >> 4U), hex_digit(unit)};
        write({escape, sizeof escape});
    }

    any_sink& out_;
    std::size_t size_ = 0;
};

}  // namespace tc3::inline TC3_NAMESPACE::model_detail

// ---- tc3/model/strict_reading.hpp -----------------------------------------------------------------------------------

// Strict reading: an output that is not as described is refused.

namespace tc3::inline TC3_NAMESPACE {

namespace model_detail {

inline bool read_expected_scalar(decoder& in, json::kind expected, json::string_token& text) {
    json::reader& json = in.json();
    const json::kind found = json.peek();
    if (found == json::kind::none) return false;
    return found == expected ? json.read_scalar(text) : json.fail(errc::wrong_type, json.position());
}

inline bool enter_expected(decoder& in, json::kind expected) {
    return expected == json::kind::object ? in.json().begin_object() : in.json().begin_array();
}

/// Skips a null, which leaves a field unset. Returns false if the next value is another.
inline bool skip_null(json::reader& json) {
    if (json.peek() != json::kind::null) return false;
    json.read_null();
    return true;
}

inline bool read_member_once(decoder& in, const reading_row& row, void* object, bool is_repeated) {
    json::reader& json = in.json();
    if (is_repeated) return json.fail(errc::duplicate, json.position());
    if (skip_null(json)) return false;
    row.read(in, object);
    return in.ok();
}

inline void skip_unknown_member(decoder& in, const json::string_token&) { in.json().skip_value(); }

}  // namespace model_detail

/// Rules for outputs that must be as described: types, names that occur once, and text that is not damaged. As with all rules of a client,
/// unknown members are skipped, no field is required, and null leaves a field unset.
inline constexpr decoder_rules strict_reading{
    .repair = nullptr,
    .read_scalar = model_detail::read_expected_scalar,
    .enter = model_detail::enter_expected,
    .read_member = model_detail::read_member_once,
    .read_unknown_member = model_detail::skip_unknown_member,
    .check_object = nullptr,
    .check_base64 = nullptr,
};

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/model/lenient_reading.hpp ----------------------------------------------------------------------------------

// Lenient reading, the default for outputs: a member that is not as described costs at most this member.
//
//     expected   is also read from
//     text       a number or boolean, as it is spelled
//     number     text that is a number
//     boolean    0, 1, "0", "1", "true", "false"
//     list       {} and "", as an empty list
//     object     [], as an empty object
//
// - A value that cannot be read leaves its member unset. An element that cannot be read leaves the whole list unset.
// - Damaged text is repaired: see json/repair.hpp.
// - Of a repeated name the first value counts.
// - Fatal are broken syntax, too much depth, too many elements, and a value for a field that has no unset state, such as a plain bool.
//
// Leniency never decides. A field that is marked so in its table is read exactly (fields.hpp): what deviates leaves it unset.

namespace tc3::inline TC3_NAMESPACE {

namespace model_detail {

/// Adds a deviation of the member at the path of a decoder to its report.
inline void report_deviation(decoder& in, errc code, json::kind found, bool is_unset) {
    if (in.report() != nullptr) in.report()->add(in.path().view(), code, in.lenient().expected, found, is_unset);
}

inline bool read_any_scalar(decoder& in, json::kind expected, json::string_token& text) {
    in.lenient().expected = expected;
    const std::size_t start = in.json().position();
    const json::kind found = in.json().peek();
    const bool is_exact = in.lenient().is_exact;
    if (!(is_exact ? read_expected_scalar(in, expected, text) : in.json().read_scalar(text))) return false;
    if (found == expected && !text.is_damaged()) return true;
    const errc code = text.is_damaged() ? errc::invalid_utf8 : errc::wrong_type;
    if (is_exact) return in.json().fail(code, start);
    report_deviation(in, code, found, false);
    return true;
}

/// Returns whether a value, as it is spelled, is "", [] or {}.
[[nodiscard]] inline bool is_empty_value(const std::string_view& value) noexcept {
    if (!ascii::contains("\"[{"sv, value.front())) return false;
    std::size_t content = 1;
    while (value.front() != '"' && ascii::is_space(value[content])) ++content;
    return content + 1 == value.size();
}

inline bool enter_or_skip_empty(decoder& in, json::kind expected) {
    in.lenient().expected = expected;
    const std::size_t start = in.json().position();
    const json::kind found = in.json().peek();
    const bool is_text_for_object = expected == json::kind::object && found == json::kind::string;
    const bool must_fit = found == expected || in.lenient().is_exact || is_text_for_object;
    if (must_fit) return enter_expected(in, expected);
    if (!in.json().skip_value()) return false;
    if (!is_empty_value(in.json().since(start))) return in.json().fail(errc::wrong_type, start);
    report_deviation(in, errc::wrong_type, found, false);
    return false;
}

/// Skips the value of a name that occurred before. A field that could decide something becomes unset.
inline void skip_repeated(decoder& in, const reading_row& row, void* object) {
    const json::reader::mark value = in.json().current_mark();
    const json::kind found = in.json().peek();
    const bool becomes_unset = in.lenient().is_exact || row.leniency != leniency::full;
    if (becomes_unset) {
        in.json().fail(errc::duplicate, value.position);
        row.read(in, object);  // after an error it leaves the field unset
        in.json().return_to(value);
    }
    if (in.json().skip_value()) report_deviation(in, errc::duplicate, found, becomes_unset);
}

/// Skips a value that could not be read, unless the error is fatal. `reported` is the size of the report before the value: what was
/// reported of its parts is dropped with them.
inline void skip_unreadable(decoder& in, const json::reader::mark& value, std::size_t reported) {
    const errc code = in.json().error().code;
    const json::kind found = in.json().error().found;
    if (in.lenient().is_fatal || code == errc::too_many || code == errc::not_stored) return;
    in.json().return_to(value);
    if (!in.json().skip_value()) return;  // broken syntax is found again
    if (in.report() != nullptr) in.report()->shorten(reported);
    report_deviation(in, code, found, true);
}

inline bool read_member_leniently(decoder& in, const reading_row& row, void* object, bool is_repeated) {
    in.lenient().expected = json::kind::none;
    if (is_repeated) {
        skip_repeated(in, row, object);
        return false;
    }
    if (skip_null(in.json())) return false;
    const json::reader::mark value = in.json().current_mark();
    const std::size_t reported = in.report() != nullptr ? in.report()->size() : 0;
    const bool was_exact = in.lenient().is_exact;
    in.lenient().is_exact = was_exact || row.leniency == leniency::exact;
    row.read(in, object);
    in.lenient().is_exact = was_exact;
    if (in.ok()) return true;
    if (!row.can_be_unset) in.lenient().is_fatal = true;
    skip_unreadable(in, value, reported);
    return false;
}

}  // namespace model_detail

/// Rules for outputs of a service that breaks its own description.
inline constexpr decoder_rules lenient_reading{
    .repair = &json::repair_damaged_text,
    .read_scalar = model_detail::read_any_scalar,
    .enter = model_detail::enter_or_skip_empty,
    .read_member = model_detail::read_member_leniently,
    .read_unknown_member = model_detail::skip_unknown_member,
    .check_object = nullptr,
    .check_base64 = nullptr,
};

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/model/redact.hpp -------------------------------------------------------------------------------------------

// Inputs and outputs as log lines: open fields are shown, all others masked.

namespace tc3::inline TC3_NAMESPACE {

/// Writes an input or output as one line of JSON, without a line end: `{"SdkToken":"****","RequestId":"7d4f..."}`. Never fails: the line
/// is valid JSON and UTF-8 for all values.
///
/// A field that is set and not marked `sensitivity::open` is written as "****", whatever its type, with everything nested in it. An unset
/// field is left out. In an open field with nested structs each nested field follows its own mark. Open values are shown, with limits:
///
/// - text: the first 256 bytes, then "... (1234 more bytes)"; "(not valid text)" if these bytes are not UTF-8, or if the text has half of
///   a surrogate pair anywhere;
/// - bytes: "(1234 bytes)"; a storage whose `binary` is a text type shows the base64 as text;
/// - a list: 16 elements, then "... (1234 more elements)";
/// - structs: 8 levels, then "(nested too deep)";
/// - a number: as it is; null if it is not finite.
///
/// Characters that end a line, turn text or hide it are escaped: see changes_display(). After 8 KiB no further field or element is
/// written: `"...":"(the line is too long)"` ends an object, "... (1234 more elements)" a list. A line is shorter than 12 KiB plus the
/// longest wire name, since the last value and the ends of all objects take less than 4 KiB. A value_codec of yours that writes to
/// encoder::json() directly must limit its own size and write a complete value.
///
/// Cost: no allocation, except in the sink.
template <sink S, class Value>
void write_redacted(S& out, const Value& value);

/// Returns the line of write_redacted() as a string.
template <class Value>
[[nodiscard]] std::string to_redacted_string(const Value& value);

namespace model_detail {

/// An encoder that writes a log line. Its rules, redaction_rules, call the show functions.
class redaction : private json_line_sink, public encoder {
public:
    /// Lifetime: refers to `out`.
    explicit redaction(any_sink& out) noexcept;

    void show_object(writing_table fields, const void* object);
    void show_text(std::string_view text);
    void show_text(const piecewise_text& text);
    void show_size(std::size_t bytes);
    /// Returns whether to show the next element of a list. If not, writes how many elements are left out.
    [[nodiscard]] bool may_write_element(std::size_t position, std::size_t size);

private:
    static constexpr std::size_t deepest = 8;
    static constexpr std::size_t longest_list = 16;
    static constexpr std::size_t full_size = 8192;

    [[nodiscard]] bool is_full() const noexcept { return json_line_sink::size() >= full_size; }
    void show_field(const writing_row& row, const void* object);
    void show_text(const beginning_sink& text, bool is_valid);

    std::size_t depth_ = 0;
};

inline constexpr encoder_rules redaction_rules{
    .write_object = [](encoder& out, writing_table fields,
                       const void* object) { static_cast<redaction&>(out).show_object(fields, object); },
    .write_string = [](encoder& out, std::string_view text) { static_cast<redaction&>(out).show_text(text); },
    .write_pieces = [](encoder& out, const piecewise_text& text) { static_cast<redaction&>(out).show_text(text); },
    .write_binary = [](encoder& out, const binary_view& value) { static_cast<redaction&>(out).show_size(value.size()); },
    .may_write_element = [](encoder& out, std::size_t position,
                            std::size_t size) { return static_cast<redaction&>(out).may_write_element(position, size); },
};

// The base json_line_sink is constructed before the base encoder, which writes to it.
inline redaction::redaction(any_sink& out) noexcept : json_line_sink(out), encoder(static_cast<json_line_sink&>(*this), &redaction_rules) {}

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
        show_field(row, object);
    }
    json().end_object();
    --depth_;
}

inline void redaction::show_field(const writing_row& row, const void* object) {
    if (!row.is_set(object)) return;
    json().name(row.wire_name);
    const std::size_t before = json_line_sink::size();
    if (row.sensitivity == sensitivity::open) row.write(*this, object);
    forget_error();
    const bool nothing_written = json_line_sink::size() == before;  // a masked field, or a value_codec that failed
    if (nothing_written) json().string(http::mask);
}

inline void redaction::show_text(std::string_view text) {
    beginning_sink beginning;
    beginning.append(text);
    show_text(beginning, true);
}

inline void redaction::show_text(const piecewise_text& text) {
    beginning_sink beginning;
    sink_adapter to_beginning(beginning);
    const bool is_valid = text.write(text.text, to_beginning);
    show_text(beginning, is_valid);
}

inline void redaction::show_text(const beginning_sink& text, bool is_valid) {
    if (!is_valid || find_invalid_utf8(text.view()) != std::string_view::npos) return json().string("(not valid text)"sv);
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

inline bool redaction::may_write_element(std::size_t position, std::size_t size) {
    forget_error();
    if (position < longest_list && !is_full()) return true;
    const auto note = count_note("... ("sv, size - position, " more elements)"sv);
    json().string(note.view());
    return false;
}

/// Not a template: a program has one copy, whatever it logs.
inline void write_redacted_object(any_sink& out, writing_table fields, const void* object) { redaction(out).write_object(fields, object); }

}  // namespace model_detail

template <sink S, class Value>
void write_redacted(S& out, const Value& value) {
    any_sink_of<S> to(out);
    model_detail::write_redacted_object(to, writing_table_of<Value>(), &value);
}

template <class Value>
std::string to_redacted_string(const Value& value) {
    std::string line;
    write_redacted(line, value);
    return line;
}

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/model/server_rules.hpp -------------------------------------------------------------------------------------

// The checks of a server on the input that it reads, for emulators and tests. A client does not make them.

namespace tc3::inline TC3_NAMESPACE {

namespace model_detail {

/// Rejects a member that no table lists. Its name becomes part of the path only if it looks like a wire name: it comes from outside.
inline void reject_unknown_member(decoder& in, const json::string_token& name) {
    constexpr std::size_t longest_name = 64;
    const std::string_view text = name.raw();
    const bool is_visible = ascii::find_not(text, ascii::is_visible) == std::string_view::npos;
    const bool is_plain = is_visible && !text.empty() && text.size() <= longest_name;
    static_cast<void>(in.path().enter(is_plain ? text : std::string_view("a member")));
    in.json().fail(errc::unknown_member, in.json().position());
}

/// Returns whether `equals(value)` is true for one of the allowed values, or all values are allowed.
template <class Equals>
[[nodiscard]] bool is_allowed(std::span<const literal> allowed, Equals equals) noexcept {
    for (const literal value : allowed) {
        if (equals(value.view())) return true;
    }
    return allowed.empty();
}

[[nodiscard]] inline errc validate_text(const json::string_token& text, const value_limits& limits) noexcept {
    if (!is_allowed(limits.allowed, [&text](std::string_view value) { return text == value; })) return errc::not_allowed;
    return text.size() < limits.shortest || text.size() > limits.longest ? errc::out_of_range : errc::none;
}

[[nodiscard]] inline errc validate_number(const json::number_token& token, const value_limits& limits) noexcept {
    const auto number = token.to_int64();
    if (!number) return errc::out_of_range;
    fixed_text<20> digits;
    write_decimal(digits, *number);
    if (!is_allowed(limits.allowed, [&digits](std::string_view value) { return digits.view() == value; })) return errc::not_allowed;
    return *number < limits.least || *number > limits.most ? errc::out_of_range : errc::none;
}

/// Validates the next text or integer. Values of other types have no limits and are skipped.
[[nodiscard]] inline errc validate_next(json::reader& in, const value_limits& limits) noexcept {
    json::string_token text;
    json::number_token number;
    switch (in.peek()) {
        case json::kind::string: return in.read_string(text) ? validate_text(text, limits) : errc::none;
        case json::kind::number: return in.read_number(number) ? validate_number(number, limits) : errc::none;
        default: in.skip_value(); return errc::none;
    }
}

/// Checks a value that was read, or each element of a list, against the limits of its field. `start` is its position in the document.
inline void check_limits(decoder& in, const reading_row& row, std::size_t start) {
    if (row.limits == nullptr) return;
    json::reader value(in.json().since(start), {.depth = json::limits::deepest});
    if (value.peek() != json::kind::array) {
        if (const errc code = validate_next(value, *row.limits); code != errc::none) in.json().fail(code, start);
        return;
    }
    value.begin_array();
    while (value.next_element()) {
        const std::size_t element = value.position();
        const errc code = validate_next(value, *row.limits);
        if (code == errc::none) continue;
        in.json().fail(code, start + element);
        return;
    }
}

inline bool read_member_within_limits(decoder& in, const reading_row& row, void* object, bool is_repeated) {
    const std::size_t start = in.json().position();
    if (!read_member_once(in, row, object, is_repeated)) return false;
    check_limits(in, row, start);
    return in.ok();
}

/// Checks that all required fields of an object are set.
inline void check_required(decoder& in, std::span<const object_part> parts, const field_set& set_fields) {
    std::size_t index = 0;
    for (const object_part& part : parts) {
        for (const reading_row& row : part.fields) {
            const bool is_set = set_fields.contains(index++);
            if (is_set || row.presence != presence::required) continue;
            static_cast<void>(in.path().enter(row.wire_name));
            in.json().fail(errc::missing, in.json().position());
            return;
        }
    }
}

/// Checks that the text of bytes is base64 as it has to be sent. The position is that of the value, as in the other checks.
inline void check_base64(decoder& in, std::string_view text, std::size_t start) {
    const error wrong = find_base64_error(text);
    if (wrong.code != errc::none) in.json().fail(wrong.code, start);
}

}  // namespace model_detail

/// Rules for a decoder that reads as the service does: `decoder in(json, server_rules)`.
///
/// Errors, besides those of decoder: unknown_member; not_allowed or out_of_range for a value outside the limits of its field; those of
/// find_base64_error() for bytes; missing for a required field that is absent or null.
inline constexpr decoder_rules server_rules{
    .repair = nullptr,
    .read_scalar = model_detail::read_expected_scalar,
    .enter = model_detail::enter_expected,
    .read_member = model_detail::read_member_within_limits,
    .read_unknown_member = model_detail::reject_unknown_member,
    .check_object = model_detail::check_required,
    .check_base64 = model_detail::check_base64,
};

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/api/body_form.hpp ------------------------------------------------------------------------------------------

// Names what a body is if it is no JSON document.

namespace tc3::inline TC3_NAMESPACE {

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Returns the size of the byte order mark at the beginning of a body, or 0.
[[nodiscard]] constexpr std::size_t byte_order_mark_size(const std::string_view& body) noexcept {
    return starts_with(body, byte_order_mark) ? byte_order_mark.size() : 0;
}

/// Returns what a body is, by its first bytes, if it is no JSON document: html_page, xml, gzip, compressed, event_stream, chunk_framing,
/// byte_order_mark, plain_text or binary_data; missing if it is empty or blank; none for JSON, and for what begins with a brace, a bracket
/// or a quote, or has only characters of a number.
///
/// Cost: the first bytes; all of a body that could be JSON and is no object, array or string.
[[nodiscard]] constexpr errc find_foreign_form(std::string_view body) noexcept;

namespace api_detail {

/// How a body of another form begins.
struct foreign_beginning {
    std::string_view text;
    errc form;
};

inline constexpr foreign_beginning foreign_beginnings[] = {
    {byte_order_mark, errc::byte_order_mark},
    {"\x1F\x8B"sv, errc::gzip},
    {"\x28\xB5\x2F\xFD"sv, errc::compressed},  // zstd
    {"\x78\x01"sv, errc::compressed},          // zlib, which HTTP calls deflate, with each of its levels
    {"\x78\x5E"sv, errc::compressed},
    {"\x78\x9C"sv, errc::compressed},
    {"\x78\xDA"sv, errc::compressed},
    {"<?xml"sv, errc::xml},
    {"<"sv, errc::html_page},
    {":"sv, errc::event_stream},  // a comment
    {"data:"sv, errc::event_stream},
    {"event:"sv, errc::event_stream},
    {"id:"sv, errc::event_stream},
    {"retry:"sv, errc::event_stream},
};

/// Returns whether a body begins with the size of a chunk, which may have an extension, and then JSON: "1f;a=b\r\n{".
[[nodiscard]] constexpr bool begins_with_chunk_size(const std::string_view& body) noexcept {
    std::size_t digits = 0;
    while (digits < body.size() && hex_value(ascii::to_lower(body[digits])) < 16) ++digits;
    const bool has_size = digits != 0 && digits < body.size() && (body[digits] == '\r' || body[digits] == ';');
    const std::size_t chunk = ascii::find(body, '\n') + 1;  // 0 without a line end
    return has_size && chunk != 0 && chunk < body.size() && ascii::contains("{["sv, body[chunk]);
}

/// Returns whether a body is true, false, null, or made of the characters of a number. Whether it is a number, the reader finds.
[[nodiscard]] constexpr bool may_be_scalar(std::string_view body) noexcept {
    while (!body.empty() && ascii::is_space(body.back())) body.remove_suffix(1);
    const auto is_of_number = [](char c) { return ascii::contains("0123456789+-.eE"sv, c); };
    return ascii::is_word_of("true false null"sv, body) || ascii::find_not(body, is_of_number) == std::string_view::npos;
}

}  // namespace api_detail

constexpr errc find_foreign_form(std::string_view body) noexcept {
    while (!body.empty() && ascii::is_space(body.front())) body.remove_prefix(1);
    if (body.empty()) return errc::missing;
    for (const api_detail::foreign_beginning& each : api_detail::foreign_beginnings) {
        if (starts_with(body, each.text)) return each.form;
    }
    if (api_detail::begins_with_chunk_size(body)) return errc::chunk_framing;
    if (ascii::contains("{[\""sv, body.front()) || api_detail::may_be_scalar(body)) return errc::none;
    return ascii::is_visible(body.front()) ? errc::plain_text : errc::binary_data;
}

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/api/client_profile.hpp -------------------------------------------------------------------------------------

// What stays the same from call to call: the credential, the region, and where requests go.

namespace tc3::inline TC3_NAMESPACE {

/// A profile whose text is elsewhere.
///
/// `service`, `version` and `host` replace those of the action unless they are empty. If neither profile nor action has a host, it is
/// `<service>.tencentcloudapi.com`; if neither has a service, it is the first label of the host. `scheme` must not be empty.
///
/// Lifetime: refers to the text of its members.
struct client_profile_view {
    credential_view credential;
    std::string_view region = {};       ///< X-TC-Region, "ap-singapore"
    std::string_view language = {};     ///< X-TC-Language, of the service's messages: "en-US" or "zh-CN"; empty: the setting of the account
    std::string_view service = {};      ///< the service in the credential scope, instead of the service of the action
    std::string_view version = {};      ///< X-TC-Version, instead of the version of the action
    std::string_view host = {};         ///< the Host header, which is signed; with ":port" unless it is the port of the scheme
    std::string_view scheme = "https";  ///< "https" or "http"
    std::string_view connect_to = {};   ///< "address:port" to connect to; changes nothing that is signed
};

/// A profile that owns its text. The members are those of client_profile_view.
///
/// It holds the secret key, so it can be moved but not copied. It may be shared by threads that only read it. Functions take a
/// client_profile_view and refuse a temporary client_profile.
struct client_profile {          // moves only: pass it by reference, or use std::move
    tc3::credential credential;  // its key is not copied: pass the profile by reference, or use std::move
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
    client_profile_view view() const&& = delete;  // keep the client_profile in a variable: a view must not outlive it
    operator client_profile_view() const& noexcept TC3_LIFETIMEBOUND { return view(); }  // NOLINT: implicit, a view of it
    operator client_profile_view() const&& = delete;  // keep the client_profile in a variable: a view must not outlive it
};

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/api/error_code.hpp -----------------------------------------------------------------------------------------

// What the error codes that all products share mean for a program (docs/tc3-signing.md 5.3).

namespace tc3::inline TC3_NAMESPACE {

/// What an error code is about.
enum class error_category : std::uint8_t {
    unknown,               ///< a code without a row in the table; the table of a product may have one
    authentication,        ///< the key, the token, the signature or the clock
    permission,            ///< the account may not do this, or not from this address
    throttling,            ///< too many requests within a second
    request,               ///< a wrong request, which fails again unless it is changed
    quota,                 ///< a limit of the account, or a lack of resources
    service,               ///< an error within the service
    billing,               ///< the money or the prepaid package of the account
    not_a_failure,         ///< DryRunOperation: the call would have succeeded
    verification_outcome,  ///< a result of the check: the person, photo, video or document did not pass
};

/// What to do before a call is repeated. Every attempt must be signed again.
enum class retry : std::uint8_t {
    never,                      ///< do not repeat: the result is the same
    with_back_off,              ///< wait until the next second or longer, with jitter
    with_back_off_if_harmless,  ///< wait, and repeat only an action that is harmless to repeat: the request may have taken effect
    once_with_corrected_clock,  ///< take over the time of the service first: see server_time()
    once_with_new_credential,   ///< get new temporary keys first
};

/// What is known about an error code.
struct error_code_info {
    std::string_view code;  ///< the row of the table; empty if there is none
    error_category category = error_category::unknown;
    tc3::retry retry = retry::never;
};

/// Returns what is known about an error code that is common to all products.
///
/// A code without a row of its own gets the row of the part before its first dot, because products add codes below the common ones. For
/// such a code with_back_off_if_harmless becomes never, because products also use InternalError for results and errors of the input, as
/// in `InternalError.ActionLightDark`.
/// Cost: linear in the number of common codes.
[[nodiscard]] constexpr error_code_info describe_error_code(std::string_view code) noexcept;

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

/// Returns the row of a code, or one without a code. By value, since g++ 12 with -fsanitize=undefined cannot compare the address of a row
/// with null in a constant expression.
[[nodiscard]] constexpr error_code_info find_error_code(std::string_view code) noexcept {
    for (const error_code_info& row : common_error_codes) {
        if (row.code == code) return row;
    }
    return {};
}

}  // namespace api_detail

constexpr error_code_info describe_error_code(std::string_view code) noexcept {
    const error_code_info known = api_detail::find_error_code(code);
    if (!known.code.empty()) return known;
    error_code_info info = api_detail::find_error_code(slice(code, 0, code.find('.')));
    if (info.retry == retry::with_back_off_if_harmless) info.retry = retry::never;
    return info;
}

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/api/failure.hpp --------------------------------------------------------------------------------------------

// A call that gave no output: at which stage it ended, and everything that is known about it. tc3 puts no secret and no value of the input
// into it; the message of the service is kept unchanged.

namespace tc3::inline TC3_NAMESPACE {

/// How far a call got.
enum class stage : std::uint8_t {
    request,    ///< the input, the profile or the caller's memory is wrong; nothing was sent
    transport,  ///< the caller's HTTP failed; unless `never_sent`, the service may have handled the request
    http,       ///< the HTTP status is not 200; the service or a gateway set it
    service,    ///< the service returned an error: see `code`, `message`, `request_id`
    response,   ///< no output could be read: a body that is truncated, not JSON or of another form, or memory that ran out
};

/// Returns the name of a stage, as it begins the line of a failure.
[[nodiscard]] constexpr std::string_view name_of(stage stage) noexcept {
    switch (stage) {
        case stage::request: return "request";
        case stage::transport: return "transport";
        case stage::http: return "http";
        case stage::service: return "service";
        case stage::response: return "response";
    }
    return "";
}

/// Why a call ended without a response and without an error of the transport.
enum class interruption : std::uint8_t {
    none,
    abandoned,  ///< the transport dropped the call without completing it
    cancelled,  ///< the program, or the transport on its behalf, cancelled the call
    thrown,     ///< stage request: memory ran out, or the program's own signer, policy or codec threw
};

/// Returns what an interruption means in a few words, without a full stop.
[[nodiscard]] constexpr std::string_view describe(interruption interruption) noexcept {
    switch (interruption) {
        case interruption::none: return "the call was not interrupted";
        case interruption::abandoned: return "the transport dropped the call without completing it";
        case interruption::cancelled: return "the call was cancelled";
        case interruption::thrown: return "an exception was thrown before the request was made";
    }
    return "";
}

/// A failure. The storage of its texts is that of the output. Members that do not concern its stage are empty.
///
/// Lifetime: `action` refers to the name in action_of, a constant. The texts live as their storage says: `owning` ones for themselves,
/// `borrowed` ones in the response and the workspace.
template <class Storage>
struct basic_failure {
    tc3::stage stage = stage::request;
    tc3::interruption interruption = interruption::none;  ///< why there is no error of tc3 or of the transport
    bool never_sent = false;                              ///< stage transport: no byte of the request was sent, says the transport
    error reason = {};                                    ///< what tc3 found to be wrong; its `name` is empty, see `field`
    std::string_view action = {};                         ///< stage response: the action, if it is known at compile time
    typename Storage::text field = {};                    ///< stages request and response: the header or field, "Filters[2].Name"
    std::int32_t status = 0;                              ///< the HTTP status; 0 without a response
    std::int64_t transport_code = 0;                      ///< stage transport: the error number of the transport
    unix_time date = {};                                  ///< the Date of the response, for server_time(); 0 if it is not known
    typename Storage::text code = {};                     ///< the service's error code, "AuthFailure.SignatureFailure"
    typename Storage::text message = {};                  ///< the text of the service or the transport, for people: its wording changes
    typename Storage::text request_id = {};               ///< the service's id of the call, if known; support asks for it
};

using failure = basic_failure<owning>;

/// Writes a failure as one line without a line end, for a log:
/// "service: AuthFailure.SecretIdNotFound: The SecretId is not found (request id 7d4f...)". All messages about failures come from here.
/// Texts of the service and the transport, and the name of the field, are written by write_printable(): none of them ends the line, turns
/// its direction or hides a part of it.
template <sink S, class Storage>
void write_failure(S& out, const basic_failure<Storage>& failed);

/// Returns the line that write_failure() writes.
[[nodiscard]] std::string to_string(const failure& failed);

/// Returns what to do before the call is repeated: by the error code of the service if it is a common one, else by interruption, stage and
/// HTTP status. A request that was never sent may be repeated whatever its action. For eKYC use faceid::next_attempt(), which knows the
/// codes and actions of that service.
///
/// Source: docs/tc3-signing.md 5.3.
template <class Storage>
[[nodiscard]] constexpr retry retry_advice(const basic_failure<Storage>& failed) noexcept {
    const error_code_info info = with_view(failed.code, describe_error_code);
    if (info.category != error_category::unknown) return info.retry;
    if (failed.interruption == interruption::cancelled) return retry::never;
    if (failed.stage == stage::transport) return failed.never_sent ? retry::with_back_off : retry::with_back_off_if_harmless;
    if (failed.stage == stage::http && failed.status == 429) return retry::with_back_off;
    if (failed.stage == stage::http && failed.status >= 500) return retry::with_back_off_if_harmless;
    return retry::never;
}

namespace api_detail {

template <text_type Text>
void write_part(any_sink& out, const Text& text) {
    if (is_empty_text(text)) return;
    line_sink line(out);
    out.append(": ");
    static_cast<void>(write_text(line, text));
}

template <class Storage>
TC3_NOINLINE void write_failure(any_sink& out, const basic_failure<Storage>& failed) {
    out.append(name_of(failed.stage));
    if (!failed.action.empty()) {
        out.append(": ");
        out.append(failed.action);
    }
    if (failed.stage == stage::http || (failed.status != 0 && failed.status != 200)) {
        out.append(": status ");
        write_decimal(out, failed.status);
    }
    if (failed.transport_code != 0) {
        out.append(": error ");
        write_decimal(out, failed.transport_code);
    }
    if (failed.never_sent) out.append(": nothing was sent");
    if (failed.interruption != interruption::none) {
        out.append(": ");
        out.append(describe(failed.interruption));
    }
    if (failed.stage == stage::service && is_empty_text(failed.code)) out.append(": an error without a code");
    write_part(out, failed.code);
    write_part(out, failed.message);
    line_sink line(out);
    if (failed.reason.code != errc::none) {
        out.append(": ");
        with_view(failed.field, [&](std::string_view field) {
            error reason = failed.reason;
            reason.name = field;
            write_error(line, reason);
        });
    }
    if (!is_empty_text(failed.request_id)) {
        out.append(" (request id ");
        static_cast<void>(write_text(line, failed.request_id));
        out.append(")");
    }
}

}  // namespace api_detail

template <sink S, class Storage>
void write_failure(S& out, const basic_failure<Storage>& failed) {
    any_sink_of<S> to(out);
    api_detail::write_failure(to, failed);
}

TC3_FUNCTION std::string to_string(const failure& failed) {
    std::string line;
    write_failure(line, failed);
    return line;
}

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/api/failure_members.hpp ------------------------------------------------------------------------------------

// Finds code, message and request id in a body that is no output. It needs no table, and finds them whatever is wrong with the rest.

namespace tc3::inline TC3_NAMESPACE::api_detail {

/// Returns the first text, or the second one if that is empty.
[[nodiscard]] inline const json::string_token& first_text(const json::string_token& first, const json::string_token& second) noexcept {
    return first.size() != 0 ? first : second;
}

/// A member of a body that tells about a failure.
struct found_member {
    json::string_token text = {};  ///< a number or boolean as it is spelled; empty if the name occurs more than once
    std::size_t count = 0;         ///< how often the name occurs
};

/// What a body tells about a failure, whatever is wrong with the rest of it: types, damaged text, depth.
struct failure_members {
    found_member response;
    found_member error;
    found_member code;
    found_member message;
    found_member request_id;
    found_member request_id_misspelt;  // "RequestID", which some old actions send
    found_member old_code;             // of {"code":4100,"message":"..."}, an error of API 2.0
    found_member old_message;

    [[nodiscard]] bool is_old_api() const noexcept { return response.count == 0 && old_code.text.size() != 0 && old_message.count != 0; }
};

/// Finds the members in a body, up to its first error of syntax. `repair` may be null: damaged text is then skipped.
[[nodiscard]] failure_members find_failure_members(std::string_view body, const json::text_repair* repair);

/// Where a member is, and the places in it.
struct member_place {
    std::string_view name;
    found_member failure_members::* found;
    std::span<const member_place> members = {};
};

inline constexpr member_place places_in_error[] = {{"Code"sv, &failure_members::code}, {"Message"sv, &failure_members::message}};
inline constexpr member_place places_in_response[] = {
    {"Error"sv, &failure_members::error, places_in_error},
    {"RequestId"sv, &failure_members::request_id},
    {"RequestID"sv, &failure_members::request_id_misspelt},
};
inline constexpr member_place places_in_body[] = {
    {"Response"sv, &failure_members::response, places_in_response},
    {"code"sv, &failure_members::old_code},
    {"message"sv, &failure_members::old_message},
};

TC3_FUNCTION const member_place* find_place(std::span<const member_place> places, const json::string_token& name) noexcept {
    for (const member_place& each : places) {
        if (name == each.name) return &each;
    }
    return nullptr;
}

/// Reads the current value as the text of a member, if it is a text, number or boolean; else skips it.
TC3_FUNCTION void read_found(json::reader& in, found_member& found) noexcept {
    const json::kind type = in.peek();
    json::string_token text;
    if (json::is_scalar(type)) {
        in.read_scalar(text);
    } else {
        in.skip_value();
    }
    found.text = found.count == 1 && text.size() != 0 ? text : json::string_token();
}

/// Finds members in the current value. Calls itself as often as the places are nested.
TC3_FUNCTION void find_members(json::reader& in, std::span<const member_place> places, failure_members& members) noexcept {
    if (in.peek() != json::kind::object) {
        in.skip_value();
        return;
    }
    in.begin_object();
    json::string_token name;
    while (in.next_member(name)) {
        const member_place* place = find_place(places, name);
        if (place == nullptr) {
            in.skip_value();
            continue;
        }
        found_member& found = members.*place->found;
        ++found.count;
        if (place->members.empty()) {
            read_found(in, found);
        } else {
            find_members(in, place->members, members);
        }
    }
}

TC3_FUNCTION failure_members find_failure_members(std::string_view body, const json::text_repair* repair) {
    json::reader in(body, {.depth = json::limits::deepest}, repair != nullptr ? repair : &json::skip_damaged_text);
    failure_members members;
    find_members(in, places_in_body, members);
    // Of two objects with the same name neither counts.
    const bool is_repeated = members.response.count > 1;
    if (is_repeated || members.error.count > 1) members.code = members.message = {};
    if (is_repeated) members.request_id = members.request_id_misspelt = {};
    return members;
}

}  // namespace tc3::inline TC3_NAMESPACE::api_detail

// ---- tc3/api/http_response.hpp --------------------------------------------------------------------------------------

// The responses that tc3 reads: those of any HTTP library, without a copy.

namespace tc3::inline TC3_NAMESPACE {

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

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/api/response_date.hpp --------------------------------------------------------------------------------------

// The Date of a response, from whatever the HTTP library has: a member `date`, or a member `headers`.

namespace tc3::inline TC3_NAMESPACE {

/// A header with members `name` and `value`.
template <class Field>
concept named_header_field = requires(const Field& field) {
    { field.name } -> std::convertible_to<std::string_view>;
    { field.value } -> std::convertible_to<std::string_view>;
};

/// A header as a pair of name and value.
template <class Field>
concept pair_header_field = requires(const Field& field) {
    { field.first } -> std::convertible_to<std::string_view>;
    { field.second } -> std::convertible_to<std::string_view>;
};

/// A header of an HTTP library.
template <class Field>
concept header_field = named_header_field<Field> || pair_header_field<Field>;

/// The headers of an HTTP library: a range of header fields, such as a std::multimap of strings.
template <class Headers>
concept header_range = requires(const Headers& headers) {
    { *std::begin(headers) } -> header_field;
    std::end(headers);
};

/// Has the value of its Date header, "Sun, 06 Nov 1994 08:49:37 GMT", or an empty text: http::response does.
template <class Response>
concept has_date_text = requires(const Response& response) {
    { response.date } -> std::convertible_to<std::string_view>;
};

/// Has its headers: httplib::Response does.
template <class Response>
concept has_header_range = requires(const Response& response) {
    { response.headers } -> header_range;
};

/// A response that may tell when the service sent it. If the responses of a program have neither, no code for dates is linked.
template <class Response>
concept has_date = has_date_text<Response> || has_header_range<Response>;

/// Returns the time of the first Date header; nothing if there is none or it is no date.
template <header_range Headers>
[[nodiscard]] constexpr std::optional<unix_time> date_in(const Headers& headers);

/// Returns the time at which the service sent a response, by its Date; nothing if it has none.
template <class Response>
[[nodiscard]] constexpr std::optional<unix_time> date_of(const Response& response);

namespace api_detail {

/// Returns a view of a name or value of an HTTP library. A null pointer is an empty text.
template <class Text>
[[nodiscard]] constexpr std::string_view view_of(const Text& text) {
    if constexpr (std::is_convertible_v<const Text&, const char*>) {
        if (static_cast<const char*>(text) == nullptr) return {};
    }
    return text;
}

}  // namespace api_detail

/// Sets the date of a failure that was read from a response, for callers within tc3. Not an optional, which would be twice as large.
template <class Result, class Response>
constexpr void keep_date(Result& result, const Response& response) {
    if constexpr (has_date<Response>) {
        if (!result.has_value()) result.error().date = date_of(response).value_or(unix_time());
    }
}

template <header_range Headers>
constexpr std::optional<unix_time> date_in(const Headers& headers) {
    for (const auto& field : headers) {
        if constexpr (named_header_field<std::remove_cvref_t<decltype(field)>>) {
            if (ascii::equal_lower(api_detail::view_of(field.name), "date")) return http::parse_date(api_detail::view_of(field.value));
        } else {
            if (ascii::equal_lower(api_detail::view_of(field.first), "date")) return http::parse_date(api_detail::view_of(field.second));
        }
    }
    return {};
}

template <class Response>
constexpr std::optional<unix_time> date_of(const Response& response) {
    if constexpr (has_date_text<Response>) {
        if (const auto date = http::parse_date(api_detail::view_of(response.date))) return date;
    }
    if constexpr (has_header_range<Response>) {
        return date_in(response.headers);
    } else {
        return {};
    }
}

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/api/response_options.hpp -----------------------------------------------------------------------------------

// How responses are read.

namespace tc3::inline TC3_NAMESPACE {

/// A reference to rules for reading, which can be assigned. Made from the rules themselves.
class rules_ref {
public:
    constexpr rules_ref(const decoder_rules& rules TC3_LIFETIMEBOUND) noexcept : rules_(&rules) {}  // NOLINT: implicit
    rules_ref(decoder_rules&&) = delete;
    [[nodiscard]] constexpr operator const decoder_rules&() const noexcept { return *rules_; }  // NOLINT: implicit

private:
    const decoder_rules* rules_;
};

/// Options for reading a response:
///
///     tc3::deviation_report deviations;
///     auto result = tc3::parse_response<faceid::get_liveness_result>(response, {.deviations = &deviations});
///     for (const tc3::deviation& each : deviations) log(to_string(each));
///
/// Lifetime: refers to the rules and to the report, which must live until the response has been read.
struct response_options {
    rules_ref reading = lenient_reading;     ///< lenient_reading or strict_reading
    deviation_report* deviations = nullptr;  ///< where to add what is not as described; null: it is passed over
    bool check_payload = true;               ///< parse_envelope(): whether damaged text in the body is an error
};

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/api/envelope.hpp -------------------------------------------------------------------------------------------

// The envelope {"Response": {...}} around every output and every error of the service (docs/tc3-signing.md 5.1).

namespace tc3::inline TC3_NAMESPACE {

/// What every successful response has, for an action that is known only at run time.
///
/// Lifetime: `payload` refers to the body in every storage; `request_id` lives as its storage says.
template <class Storage>
struct basic_envelope {
    std::string_view payload;                ///< the JSON object under "Response"
    typename Storage::text request_id = {};  ///< empty if the service sent none
};

using envelope = basic_envelope<owning>;

/// An envelope that owns its payload.
struct owned_envelope {
    std::string payload;          ///< the JSON object under "Response"
    std::string request_id = {};  ///< empty if the service sent none

    /// Returns a reader of the payload. It finds no error, unless damaged text was let through by the option `check_payload`.
    [[nodiscard]] json::reader reader() const& noexcept TC3_LIFETIMEBOUND { return json::reader(payload); }
    json::reader reader() const&& = delete;
};

/// Reads the envelope of a response.
///
/// Errors: those of parse_response() (parse_response.hpp), except that the fields of the payload are only parsed as JSON; at stage
/// `response` invalid_utf8 or lone_surrogate for damaged text in the body, unless `options.check_payload` is false.
/// Lifetime: `payload` refers to the body of the response. A temporary response is refused.
/// Cost: one pass over the body.
template <http_response Response>
[[nodiscard]] result<envelope, failure> parse_envelope(const Response& response TC3_LIFETIMEBOUND, const response_options& options = {});

/// Reads the envelope of a response into a storage that needs memory from you, as borrowed does: `parse_envelope<tc3::borrowed>(response,
/// options, space)`.
template <stateful_storage Storage, http_response Response>
[[nodiscard]] result<basic_envelope<Storage>, basic_failure<Storage>> parse_envelope(const Response& response TC3_LIFETIMEBOUND,
                                                                                     const response_options& options,
                                                                                     typename Storage::state& state TC3_LIFETIMEBOUND);
template <stateful_storage Storage, http_response Response>
[[nodiscard]] result<basic_envelope<Storage>, basic_failure<Storage>> parse_envelope(const Response& response TC3_LIFETIMEBOUND,
                                                                                     typename Storage::state& state TC3_LIFETIMEBOUND);

template <dying_response Response>
void parse_envelope(Response&& response, const response_options& options = {}) = delete;
template <stateful_storage Storage, dying_response Response>
void parse_envelope(Response&& response, const response_options& options, typename Storage::state& state) = delete;
template <stateful_storage Storage, dying_response Response>
void parse_envelope(Response&& response, typename Storage::state& state) = delete;

/// Reads the envelope of a body that arrived with status 200.
[[nodiscard]] result<envelope, failure> parse_envelope_body(std::string_view body TC3_LIFETIMEBOUND, const response_options& options = {});
template <std::same_as<std::string> Body>
void parse_envelope_body(Body&& body, const response_options& options = {}) = delete;

/// Sets a failure at stage `response` for a shortage of memory: a workspace that is in use or too small, or a value that the storage did
/// not take.
template <class Storage>
TC3_NOINLINE void set_storage_failure(basic_failure<Storage>& failed, const error& reason, std::int32_t status,
                                      std::string_view action = {}) {
    failed.action = action;
    failed.stage = stage::response;
    failed.reason = reason;
    failed.status = status;
}

namespace api_detail {

/// A member of any type, of which only the presence is read.
struct member_presence {
    bool is_present = false;
};

/// The members that any response may have besides those of its output.
struct common_members {
    member_presence error;
    json::string_token request_id;
    json::string_token request_id_misspelt;  // "RequestID", which some old actions send
};

}  // namespace api_detail

template <>
struct value_codec<api_detail::member_presence> {
    static constexpr bool can_be_unset = true;
    static bool is_set(const api_detail::member_presence& value) noexcept { return value.is_present; }
    static void read(decoder& in, api_detail::member_presence& value) {
        value.is_present = true;  // whatever it is, and even if it is repeated
        in.json().skip_value();
    }
};

// "Error" must be the first row: see read_envelope().
template <>
inline constexpr auto fields_of<api_detail::common_members> = field_table(
    field_of<&api_detail::common_members::error>("Error").once(), field_of<&api_detail::common_members::request_id>("RequestId").once(),
    field_of<&api_detail::common_members::request_id_misspelt>("RequestID").once());

namespace api_detail {

/// Reads {"Response": {...}} into the common members and into `output`. Sets `payload` to the inner object.
///
/// If reading fails within a member, the path of the decoder stays where the error is: it is not left on the way out.
void read_envelope(decoder& in, common_members& common, const object_part& output, std::string_view& payload);

/// Where the text of a failure comes from.
enum class text_origin : bool {
    body,       ///< the response, which lives as long as the failure
    temporary,  ///< a local of the reader
};

/// Sets one text of a failure. If a workspace has no memory for it, the text stays empty and the workspace unchanged, so that the
/// next call can use the workspace.
template <text_type Text>
TC3_NOINLINE void set_text_if_it_fits(state_ref state, Text& text, const json::string_token& token, text_origin origin) {
    workspace* space = state.get<workspace>();
    const workspace::mark before = space != nullptr ? space->current_mark() : workspace::mark();
    if (origin == text_origin::body) {
        static_cast<void>(text_traits<Text>::assign(state, text, token));
    } else {
        keep_text(state, text, token.raw());
    }
    if (space != nullptr && !space->complete()) space->return_to(before);
}

/// Reads a body as an output, or sets the failure. Exists once in a program, whatever the number of output types.
///
/// Lifetime: refers to the body, the options and the state of the storage.
class body_reader {
public:
    body_reader(std::string_view body, std::int32_t status, const response_options& options, state_ref state = {}) noexcept;

    /// Makes damaged text an error, also in members that no table lists.
    void refuse_damaged_text() noexcept { in_.json().refuse_damaged_text(); }
    /// Reads the members of `output`. Returns false for a failure: see set_failure().
    [[nodiscard]] bool read(const object_part& output = {});

    [[nodiscard]] std::string_view payload() const noexcept { return payload_; }
    [[nodiscard]] json::string_token request_id() const noexcept { return first_text(common_.request_id, common_.request_id_misspelt); }

    /// Sets the failure. Reads the body again, so that code and request id are found whatever else is wrong.
    template <class Storage>
    TC3_NOINLINE void set_failure(basic_failure<Storage>& failed, state_ref state, std::string_view action = {}) const {
        const failure_report report = report_failure();
        const failure_members& members = report.members;
        failed.stage = report.stage;
        failed.reason = report.reason;
        failed.status = status_;
        set_text_if_it_fits(state, failed.code, members.code.text, text_origin::body);
        set_request_id(failed, state, members);
        set_text_if_it_fits(state, failed.message, members.message.text, text_origin::body);
        if (failed.stage != stage::response) return;
        failed.action = action;
        const std::string_view path = failed.reason.code == in_.json().error().code ? in_.path().view() : std::string_view();
        set_text_if_it_fits(state, failed.field, json::string_token::plain(path), text_origin::temporary);
    }
    /// Sets the request id of a failure for which the body is not to blame.
    template <class Storage>
    void set_request_id(basic_failure<Storage>& failed, state_ref state) const {
        set_request_id(failed, state, find_members());
    }

private:
    template <class Storage>
    static void set_request_id(basic_failure<Storage>& failed, state_ref state, const failure_members& members) {
        const json::string_token& id = first_text(members.request_id.text, members.request_id_misspelt.text);
        set_text_if_it_fits(state, failed.request_id, id, text_origin::body);
    }

    struct failure_report {
        tc3::stage stage;
        error reason = {};
        failure_members members;  // with the code and the message of API 2.0 where those of the service are
    };
    [[nodiscard]] failure_report report_failure() const;
    [[nodiscard]] failure_members find_members() const;
    /// Returns what tc3 found to be wrong with the body.
    [[nodiscard]] error read_reason() const;

    const decoder_rules& rules_;
    std::size_t skipped_;    // the size of a byte order mark, unless the rules refuse it
    std::string_view body_;  // after it
    std::int32_t status_;
    decoder in_;
    common_members common_;
    std::string_view payload_;
};

inline constexpr error workspace_in_use{.code = errc::in_use, .part = "workspace"};

/// The state of a storage while a response is read. Only a workspace has something to do here; any other state reports its errors by the
/// traits of the storage.
template <class State>
class state_access {
public:
    explicit state_access(State&) noexcept {}
    [[nodiscard]] bool is_in_use() const noexcept { return false; }
    [[nodiscard]] bool complete() const noexcept { return true; }
    [[nodiscard]] error shortage() const noexcept { return {}; }
    void give_back() const noexcept {}
};

/// A workspace gives back what an incomplete output took, and reports a shortage.
template <>
class state_access<workspace> {
public:
    explicit state_access(workspace& space) noexcept : space_(space), before_(space.current_mark()) {}
    [[nodiscard]] bool is_in_use() const noexcept { return space_.is_lent(); }
    [[nodiscard]] bool complete() const noexcept { return space_.complete(); }
    [[nodiscard]] error shortage() const noexcept { return space_.shortage(); }
    void give_back() const noexcept { space_.return_to(before_); }

private:
    workspace& space_;
    workspace::mark before_;
};

struct no_state {};

/// Reads an envelope and copies its payload: the output of an untyped_input.
[[nodiscard]] result<owned_envelope, failure> parse_owned_envelope(std::string_view body, std::int32_t status,
                                                                   const response_options& options);

template <class Storage, class State>
[[nodiscard]] result<basic_envelope<Storage>, basic_failure<Storage>> parse_envelope(std::string_view body, std::int32_t status,
                                                                                     const response_options& options, State& state) {
    result<basic_envelope<Storage>, basic_failure<Storage>> parsed(made_in_place, [] { return basic_envelope<Storage>{}; });
    const state_access<State> memory(state);
    const state_ref storage_state(state);
    if (memory.is_in_use()) {
        set_storage_failure(parsed.emplace_error(), workspace_in_use, status);
        return parsed;
    }
    body_reader in(body, status, options, storage_state);
    if (options.check_payload) in.refuse_damaged_text();
    if (!in.read()) {
        in.set_failure(parsed.emplace_error(), storage_state);
        return parsed;
    }
    parsed->payload = in.payload();
    const bool is_stored = text_traits<typename Storage::text>::assign(storage_state, parsed->request_id, in.request_id());
    if (is_stored && memory.complete()) return parsed;

    const error reason = is_stored ? memory.shortage() : error{.code = errc::not_stored, .part = "body"};
    memory.give_back();
    set_storage_failure(parsed.emplace_error(), reason, status);
    in.set_request_id(parsed.error(), storage_state);
    return parsed;
}

}  // namespace api_detail

template <http_response Response>
result<envelope, failure> parse_envelope(const Response& response, const response_options& options) {
    api_detail::no_state state;
    auto parsed = api_detail::parse_envelope<owning>(body_of(response), status_of(response), options, state);
    keep_date(parsed, response);
    return parsed;
}

template <stateful_storage Storage, http_response Response>
result<basic_envelope<Storage>, basic_failure<Storage>> parse_envelope(const Response& response, const response_options& options,
                                                                       typename Storage::state& state) {
    auto parsed = api_detail::parse_envelope<Storage>(body_of(response), status_of(response), options, state);
    keep_date(parsed, response);
    return parsed;
}

template <stateful_storage Storage, http_response Response>
result<basic_envelope<Storage>, basic_failure<Storage>> parse_envelope(const Response& response, typename Storage::state& state) {
    return parse_envelope<Storage>(response, {}, state);
}

TC3_FUNCTION result<envelope, failure> parse_envelope_body(std::string_view body, const response_options& options) {
    api_detail::no_state state;
    return api_detail::parse_envelope<owning>(body, 200, options, state);
}

namespace api_detail {

TC3_FUNCTION void read_envelope(decoder& in, common_members& common, const object_part& output, std::string_view& payload) {
    json::reader& json = in.json();
    if (!json.begin_object()) return;
    json::string_token name;
    bool has_response = false;
    // The parts are searched in this order. Error comes first: it is the service's even if the output has such a field. The request id
    // comes last: an output with a field RequestId takes it.
    const reading_table common_fields = reading_table_of<common_members>();
    const object_part parts[] = {{common_fields.first(1), &common}, output, {common_fields.subspan(1), &common}};
    while (json.next_member(name)) {
        if (!(name == "Response"sv)) {
            json.skip_value();
            continue;
        }
        const std::size_t start = json.position();
        const std::size_t outside = in.path().enter("Response"sv);
        if (has_response) json.fail(errc::duplicate, start);
        if (json.peek() != json::kind::object) json.fail(errc::wrong_type, start);
        if (!json.ok()) return;
        in.path().return_to(outside);  // paths of fields begin below "Response"
        has_response = true;
        in.read_object(parts);
        payload = json.since(start);
    }
    json.finish();
    if (!json.ok() || has_response) return;
    static_cast<void>(in.path().enter("Response"sv));
    json.fail(errc::missing, json.position());
}

TC3_FUNCTION body_reader::body_reader(std::string_view body, std::int32_t status, const response_options& options, state_ref state) noexcept
    : rules_(options.reading),
      skipped_(rules_.repair != nullptr ? byte_order_mark_size(body) : 0),
      body_(slice(body, skipped_)),
      status_(status),
      in_(body_, rules_, state, options.deviations) {}

TC3_FUNCTION bool body_reader::read(const object_part& output) {
    read_envelope(in_, common_, output, payload_);
    return status_ == 200 && in_.ok() && !common_.error.is_present;
}

TC3_FUNCTION body_reader::failure_report body_reader::report_failure() const {
    failure_report report{.stage = stage::service, .members = find_members()};
    failure_members& members = report.members;
    if (members.code.text.size() == 0) report.reason = read_reason();
    if (members.is_old_api()) {
        report.reason = {.code = errc::old_api, .part = "body"};
        const bool is_error = !(members.old_code.text == "0"sv);
        if (is_error) members.code = members.old_code;
        if (is_error) members.message = members.old_message;
    }
    const bool is_from_service = members.code.text.size() != 0 || in_.ok();
    report.stage = status_ != 200 ? stage::http : is_from_service ? stage::service : stage::response;
    return report;
}

TC3_FUNCTION failure_members body_reader::find_members() const {
    const std::size_t mark_size = skipped_ == 0 ? byte_order_mark_size(body_) : 0;  // strict reading refuses the mark
    return find_failure_members(slice(body_, mark_size), rules_.repair);
}

TC3_FUNCTION error body_reader::read_reason() const {
    const bool is_http = status_ != 200;
    error reason = is_http ? error() : in_.json().error();
    const errc form = find_foreign_form(body_);
    const bool is_usual = form == errc::none || (is_http && form == errc::missing);
    if (!is_usual) reason = {.code = form, .part = "body"};
    if (reason.position != error::no_position) reason.position += skipped_;
    return reason;
}

TC3_FUNCTION result<owned_envelope, failure> parse_owned_envelope(std::string_view body, std::int32_t status,
                                                                  const response_options& options) {
    no_state state;
    auto parsed = parse_envelope<owning>(body, status, options, state);
    if (!parsed) return {error_made_in_place, [&] { return std::move(parsed).error(); }};
    return owned_envelope{std::string(parsed->payload), std::move(parsed->request_id)};
}

}  // namespace api_detail

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/api/request_options.hpp ------------------------------------------------------------------------------------

// What may differ from one request to the next.

namespace tc3::inline TC3_NAMESPACE {

/// The limits of the service for one request, in bytes. make_request() refuses a larger one. Source: docs/tc3-signing.md 2.1.
inline constexpr std::size_t largest_body = std::size_t{10} * 1024 * 1024;
inline constexpr std::size_t largest_query = std::size_t{32} * 1024;

inline constexpr std::string_view json_content_type = "application/json";
inline constexpr std::string_view json_utf8_content_type = "application/json; charset=utf-8";
inline constexpr std::string_view query_content_type = "application/x-www-form-urlencoded";

/// Options of one request.
///
/// Options with a policy or a signer belong to one thread at a time.
/// Lifetime: refers to the text, the headers, the policy and the signer, which must live until the call that takes the options returns.
struct request_options {
    http::method method = http::method::post;    ///< `get` puts the input into the query; not every action accepts it
    bool sign_action = false;                    ///< signs X-TC-Action too, as newer pages of the manual show
    bool unsigned_payload = false;               ///< leaves the body out of the signature; few services accept that
    bool stream_body = false;                    ///< leaves the body out of the request: write_body() writes it after the head
    bool skip_authorization = false;             ///< sends `Authorization: SKIP`, for actions that need no credential
    std::string_view path = "/";                 ///< the path, sent and signed; other than "/" only for some gateways
    std::string_view content_type = {};          ///< Content-Type, sent and signed, for HTTP libraries that send no other than their own:
                                                 ///< "application/json" (the default) or json_utf8_content_type, for a struct or JSON
    std::string_view trace_id = {};              ///< X-TC-TraceId, which the service returns in a header
    std::string_view request_client = {};        ///< X-TC-RequestClient, the name of a program: up to 128 characters of `0-9a-zA-Z-_ ,;.`
    std::span<const http::header> headers = {};  ///< headers to send, not signed
    std::span<const http::header> signed_headers = {};  ///< headers to send and sign: at most 29, as tc3 adds three
    signing::policy_ref hash = {};                      ///< computes SHA-256 and HMAC: a policy in a variable; unset: a built-in one
    signing::signer_ref signer = {};                    ///< signs: a signer in a variable; unset: the secret key of the profile
};

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/api/input_ref.hpp ------------------------------------------------------------------------------------------

// The parameter for inputs: a described struct, or an action that is known only at run time with JSON or other content.

namespace tc3::inline TC3_NAMESPACE {

/// Content that is neither a struct nor JSON: multipart, octet-stream, or a query that is encoded already. It is signed and sent unchanged.
/// The body is not parsed; type and query must be valid text of a header and of a URL.
///
/// Lifetime: refers to the body, the type and the query.
struct request_content {
    std::string_view body = {};
    std::string_view content_type = {};  ///< signed as it is, with the boundary; empty: JSON for POST, a form for GET
    std::string_view query = {};         ///< the query of a GET, without '?'
};

/// Writes the body of a request as JSON into any sink, for bodies that are streamed after the head (request_options::stream_body).
///
/// Errors: those of make_request() that concern a field. The error has no `name`. The size is not limited: that is done when the head is
/// made.
/// Cost: linear; no allocation.
template <has_action Input, sink S>
[[nodiscard]] result<void, error> write_body(S& out, const Input& input);

/// Refers to an input: a described struct, `{action, json}` or `{action, content}`. It is for parameters only: do not keep one.
///
///     make_request(faceid::apply_liveness_token{.secure_level = "4"}, profile, now);
///     make_request({describe_zones, R"({"Limit":10})"}, profile, now);
///
/// Lifetime: refers to action and input.
class input_ref {
public:
    /// Refers to a struct such as faceid::apply_liveness_token.
    template <has_action Input>
    input_ref(const Input& input TC3_LIFETIMEBOUND) noexcept  // NOLINT: implicit, it is a parameter
        : action_(action_of<Input>), write_(write_struct), object_(&input), fields_(writing_table_of<Input>()) {}
    /// Refers to JSON text, which is validated and sent unchanged.
    template <std::convertible_to<std::string_view> Json>
    input_ref(const tc3::action& action TC3_LIFETIMEBOUND, const Json& json TC3_LIFETIMEBOUND) noexcept
        : action_(action), write_(write_json), content_{.body = json} {}
    /// Refers to the texts of a content of another kind.
    input_ref(const tc3::action& action TC3_LIFETIMEBOUND, const request_content& content) noexcept
        : action_(action), write_(write_content), is_json_(false), content_(content) {}
    /// Gives every other type a message of the compiler that helps.
    template <class NotInput>
        requires(!has_action<NotInput> && !std::derived_from<NotInput, input_ref>)
    input_ref(const NotInput&) noexcept  // NOLINT: implicit, as that of an input
        : input_ref(tc3::action(), request_content()) {
        static_assert(has_action<NotInput>, "not an input: pass {action, json}, or specialise tc3::action_of for the type");
    }

    [[nodiscard]] const tc3::action& action() const noexcept { return action_; }
    /// Returns the content type that was passed, or the usual one for the method.
    [[nodiscard]] const std::string_view& content_type(http::method method) const noexcept;
    /// Returns the query of a request_content. A struct and JSON have none: see query.hpp.
    [[nodiscard]] const std::string_view& query() const noexcept { return content_.query; }
    /// Returns whether the input is a struct or JSON.
    [[nodiscard]] bool is_json() const noexcept { return is_json_; }

    /// Writes the body. If that fails, adds the error to `errors` and writes the path of the field, if one is concerned, to `field`; the
    /// text in `out` is then incomplete.
    void write(any_sink& out, first_error& errors, any_sink& field) const { write_(*this, out, errors, field); }

private:
    // The function that writes the input is a member, so that a program links only the writers that it uses.
    using writer = void (*)(const input_ref& input, any_sink& out, first_error& errors, any_sink& field);

    static void write_struct(const input_ref& input, any_sink& out, first_error& errors, any_sink& field);
    static void write_json(const input_ref& input, any_sink& out, first_error& errors, any_sink& field);
    static void write_content(const input_ref& input, any_sink& out, first_error& errors, any_sink& field);
    static void check_json(first_error& errors, std::string_view json) noexcept;

    const tc3::action& action_;
    writer write_;
    bool is_json_ = true;
    const void* object_ = nullptr;  // the struct
    writing_table fields_ = {};     // of the struct
    request_content content_ = {};  // its body is the JSON text, if there is no struct
};

/// Refers to the input of an action that is known only at run time: what call() and call_async() take in place of a struct.
///
/// Lifetime: refers to the action and to the text of JSON or content: keep these in variables if you keep it in one.
class untyped_input : public input_ref {
public:
    /// Refers to JSON text, which is validated and sent unchanged.
    template <std::convertible_to<std::string_view> Json>
    untyped_input(const tc3::action& action TC3_LIFETIMEBOUND, const Json& json TC3_LIFETIMEBOUND) noexcept : input_ref(action, json) {}
    /// Refers to the texts of a content of another kind.
    untyped_input(const tc3::action& action TC3_LIFETIMEBOUND, const request_content& content) noexcept : input_ref(action, content) {}
};

TC3_FUNCTION const std::string_view& input_ref::content_type(http::method method) const noexcept {
    if (!content_.content_type.empty()) return content_.content_type;
    return method == http::method::get ? query_content_type : json_content_type;
}

TC3_FUNCTION void input_ref::write_struct(const input_ref& input, any_sink& out, first_error& errors, any_sink& field) {
    encoder json(out);
    json.write_object(input.fields_, input.object_);
    if (json.ok()) return;
    errors.add(json.error());
    field.append(json.path().view());
}

TC3_FUNCTION void input_ref::write_json(const input_ref& input, any_sink& out, first_error& errors, any_sink&) {
    check_json(errors, input.content_.body);
    if (errors.ok()) out.append(input.content_.body);
}

TC3_FUNCTION void input_ref::write_content(const input_ref& input, any_sink& out, first_error&, any_sink&) {
    out.append(input.content_.body);
}

TC3_FUNCTION void input_ref::check_json(first_error& errors, std::string_view json) noexcept {
    errors.check_size("body", json.size(), largest_body);
    if (!errors.ok()) return;
    if (const auto valid = json::validate(json); !valid) return errors.add(valid.error());
    const std::size_t first = ascii::find_not(json, ascii::is_space);
    if (json[first] != '{') errors.add(errc::wrong_type, "body", first);
}

template <has_action Input, sink S>
result<void, error> write_body(S& out, const Input& input) {
    first_error errors;
    counting_sink unused;
    sink_adapter field(unused);
    any_sink_of<S> to(out);
    input_ref(input).write(to, errors, field);
    return errors.to_result();
}

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/api/query.hpp ----------------------------------------------------------------------------------------------

// The query string of a GET request, made from JSON: flattened, percent-encoded, sorted (docs/tc3-signing.md 1.8).

namespace tc3::inline TC3_NAMESPACE {

/// Makes the query string of a GET request as it must be signed and sent.
///
/// Errors: those of flatten_json(); too_large for a query over largest_query. `needed` is its size; counting
/// stops beyond largest_body.
/// Cost: n log n comparisons for n pairs, and memory for the query and n views.
[[nodiscard]] result<std::string, error> make_query(std::string_view json_object);

/// Writes the members of a JSON object as `A.B=text&Filters.0.Name=zone`, percent-encoded, in the order of the text.
///
/// An object adds ".name" and an array ".0", ".1" to the key. A null is left out, but keeps its position in an array. Empty objects and
/// arrays are left out. An empty string is written as "A=". Numbers and booleans are written as they are in the JSON.
/// Errors: those of the JSON reader; the text must be one object.
/// Cost: the length of the query, which grows with the square of that of the text if a long name is above a long list: limit the sink.
template <sink S>
[[nodiscard]] constexpr result<void, error> flatten_json(S& out, std::string_view json_object);

/// Writes the pairs of a query in byte order of their keys. Pairs with equal keys keep their order; empty pairs are left out.
///
/// Cost: n log n comparisons for n pairs, and memory for n views.
template <sink S>
void write_sorted_query(S& out, std::string_view query);

namespace api_detail {

/// Writes the query of an object as it must be signed and sent, or adds an error.
void write_json_as_query(first_error& errors, any_sink& out, std::string_view json_object);
/// Writes the pairs of a query in byte order of their keys.
void write_sorted_query(any_sink& out, std::string_view query);
/// Sorts by heap sort: no order of the pairs makes it slow, and <algorithm> would cost every user compile time.
void sort_pairs(std::vector<std::string_view>& pairs) noexcept;

/// Passes on at most largest_query bytes and counts the rest. A long name above a long list makes a query that is far longer than its JSON.
/// Beyond largest_query nothing is stored, and beyond largest_body the writer stops: see full().
class query_sink {
public:
    explicit query_sink(any_sink& out) noexcept : out_(out) {}

    void append(const std::string_view& text);
    [[nodiscard]] bool full() const noexcept { return size_ > largest_body; }
    [[nodiscard]] std::size_t size() const noexcept { return size_; }

private:
    any_sink& out_;
    std::size_t size_ = 0;
};

/// Percent-encodes text on its way into another sink.
class percent_sink {
public:
    constexpr explicit percent_sink(any_sink& out) noexcept : out_(out) {}
    constexpr void append(const std::string_view& text) { write_percent(out_, text); }

private:
    any_sink& out_;
};

/// The key of the value that is being read: at each level the name of a member or a position in an array.
struct query_key {
    static constexpr std::size_t deepest = json::limits{}.depth;

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

/// Writes the query of an object step by step, so that the caller can stop when the query is too long.
class query_flattener {
public:
    constexpr query_flattener(any_sink& out, std::string_view json_object) noexcept
        : out_(out), in_(json_object, {.depth = query_key::deepest}) {
        open(json::kind::object);
    }

    /// Returns whether there is more to write.
    [[nodiscard]] constexpr bool more() const noexcept { return in_.ok() && key_.depth != 0; }
    /// Reads the next member or element of the innermost container, or leaves the container.
    TC3_NOINLINE constexpr void step() {
        query_key::level& level = key_.levels[key_.depth - 1];
        const bool has_next = level.in_array ? in_.next_element() : in_.next_member(level.name);
        if (!has_next) {
            --key_.depth;
            if (key_.depth != 0) count_value();
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
        count_value();
    }
    /// Returns whether the text was one object.
    [[nodiscard]] constexpr bool finish() noexcept { return in_.finish(); }
    [[nodiscard]] constexpr const tc3::error& error() const noexcept TC3_LIFETIMEBOUND { return in_.error(); }

private:
    constexpr void open(json::kind kind) noexcept {
        const bool is_array = kind == json::kind::array;
        if (is_array ? in_.begin_array() : in_.begin_object()) key_.levels[key_.depth++] = {.in_array = is_array};
    }
    constexpr void count_value() noexcept { ++key_.levels[key_.depth - 1].position; }

    constexpr void write_pair(json::kind kind) {
        if (!is_first_) out_.append("&");
        is_first_ = false;
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
    bool is_first_ = true;
};

TC3_FUNCTION void query_sink::append(const std::string_view& text) {
    size_ += text.size();
    if (size_ <= largest_query) out_.append(text);
}

/// Compares two pairs of one text by the bytes of their keys, then by their position in the text, which is the order of their addresses.
[[nodiscard]] TC3_NOINLINE constexpr bool is_before(std::string_view a, std::string_view b) noexcept {
    const int order = slice(a, 0, a.find('=')).compare(slice(b, 0, b.find('=')));
    return order < 0 || (order == 0 && a.data() < b.data());
}

TC3_FUNCTION void sort_pairs(std::vector<std::string_view>& pairs) noexcept {
    const auto sift_down = [&pairs](std::size_t parent, std::size_t size) {
        for (std::size_t child = 2 * parent + 1; child < size; child = 2 * parent + 1) {
            if (child + 1 < size && is_before(pairs[child], pairs[child + 1])) ++child;
            if (!is_before(pairs[parent], pairs[child])) return;
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

TC3_NOINLINE TC3_FUNCTION void write_sorted_query(any_sink& out, std::string_view query) {
    std::size_t count = 1;
    for (const char c : query) count += c == '&' ? 1 : 0;
    std::vector<std::string_view> pairs(count);
    for (std::string_view& pair : pairs) {
        pair = slice(query, 0, query.find('&'));
        query = slice(query, pair.size() + 1);
    }
    sort_pairs(pairs);
    std::string_view separator;
    for (const std::string_view& pair : pairs) {
        if (pair.empty()) continue;
        out.append(separator);
        out.append(pair);
        separator = "&"sv;
    }
}

TC3_NOINLINE TC3_FUNCTION void write_json_as_query(first_error& errors, any_sink& out, std::string_view json_object) {
    std::string unsorted;
    sink_adapter text(unsorted);
    query_sink bounded(text);
    sink_adapter query(bounded);
    query_flattener object(query, json_object);
    while (object.more() && !bounded.full()) object.step();
    if (!bounded.full() && !object.finish()) errors.add(object.error());
    errors.check_size("query", bounded.size(), largest_query);
    if (errors.ok()) write_sorted_query(out, unsorted);
}

}  // namespace api_detail

TC3_FUNCTION result<std::string, error> make_query(std::string_view json_object) {
    std::string text;
    sink_adapter query(text);
    first_error errors;
    api_detail::write_json_as_query(errors, query, json_object);
    return errors.to_result([&text] { return std::move(text); });
}

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

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/api/tc3_headers.hpp ----------------------------------------------------------------------------------------

// The headers of API 3.0, and the headers that a program may not add (docs/tc3-signing.md 1.2, 2.2). Used by request_builder.hpp.

namespace tc3::inline TC3_NAMESPACE::api_detail {

[[nodiscard]] constexpr bool is_client_character(char c) noexcept { return ascii::is_alphanumeric(c) || ascii::contains("-_ ,;."sv, c); }

/// A header that tc3 sends.
struct tc3_header {
    std::string_view name;
    text_rule rule;             ///< of the value
    bool is_sensitive = false;  ///< whether the value is masked where people read it
    bool is_named = false;      ///< whether an error gives the name, because the part of the rule does not identify the header

    [[nodiscard]] constexpr std::string_view name_in_error() const noexcept { return is_named ? name : std::string_view(); }
};

/// The headers besides Host and Authorization, in the order of sending.
inline constexpr tc3_header tc3_headers[] = {
    {.name = "Content-Type",
     .rule = {.part = "content type", .required = true, .trimmed = true, .utf8 = true, .allowed = ascii::is_field_value}},
    {.name = "X-TC-Action", .rule = {.part = "action", .required = true, .allowed = is_name_character}},
    {.name = "X-TC-Version", .rule = {.part = "version", .required = true, .allowed = is_name_character}},
    {.name = "X-TC-Timestamp", .rule = {.part = "timestamp"}},
    {.name = "X-TC-Region", .rule = {.part = "region", .allowed = is_service_character}},
    {.name = "X-TC-Language", .rule = {.part = "language", .allowed = is_name_character}},
    {.name = "X-TC-Token", .rule = issued_token_rule, .is_sensitive = true},
    {.name = "X-TC-RequestClient", .rule = {.part = "header value", .trimmed = true, .allowed = is_client_character}, .is_named = true},
    {.name = "X-TC-TraceId",
     .rule = {.part = "header value", .trimmed = true, .utf8 = true, .allowed = ascii::is_field_value},
     .is_named = true},
    {.name = "X-TC-Content-SHA256", .rule = {.part = "header value"}},
};

/// Whether a program may add a header to a request.
enum class permission : std::uint8_t {
    any,
    unsigned_only,  ///< HTTP libraries and proxies change the header, which would invalidate the signature
    none,           ///< tc3 or the HTTP library sets the header
};

[[nodiscard]] constexpr permission permission_of(const std::string_view& header_name) noexcept {
    for (const tc3_header& header : tc3_headers) {
        if (ascii::equal_lower(header_name, header.name)) return permission::none;
    }
    if (ascii::is_word_of("host authorization content-length transfer-encoding"sv, header_name)) return permission::none;
    const bool is_changed = ascii::is_word_of("connection keep-alive accept-encoding user-agent expect te trailer upgrade"sv, header_name);
    return is_changed ? permission::unsigned_only : permission::any;
}

}  // namespace tc3::inline TC3_NAMESPACE::api_detail

// ---- tc3/api/request_builder.hpp ------------------------------------------------------------------------------------

// Validates the parts of a request and writes them one after the other into any sink. Used by make_request.hpp and make_request_into.hpp.

namespace tc3::inline TC3_NAMESPACE::api_detail {

/// Writes a body to `out` and to `hash`, if they are not null, and counts its size. A body beyond the limit is only counted.
class body_sink final : public any_sink {
public:
    body_sink(any_sink* out, any_sink* hash) noexcept : any_sink(append_to), out_(out), hash_(hash) {}

    [[nodiscard]] std::size_t size() const noexcept { return size_; }

private:
    static void append_to(any_sink& self, const std::string_view& text) { static_cast<body_sink&>(self).take(text); }
    void take(const std::string_view& text);

    any_sink* out_;
    any_sink* hash_;
    std::size_t size_ = 0;
};

/// Writes a request in the order of http::request_layout: the body first, the Authorization header last. It keeps no part of the request:
/// body and head go to the sinks of the caller, and a streamed body is only counted and hashed.
///
/// Call check_parts(), set_query() if the input becomes the query, write_body(), write_head() and write_authorization() in this order, each
/// only while `errors` is ok.
///
/// Lifetime: refers to all arguments of the constructor.
class request_builder {
public:
    request_builder(const input_ref& input, const client_profile_view& profile, unix_time now, const request_options& options) noexcept;
    request_builder(const request_builder&) = delete;
    request_builder& operator=(const request_builder&) = delete;

    /// Sets the query of a GET whose input is a struct or JSON.
    void set_query(std::string_view query) noexcept { parts_.query = query; }

    /// Adds the first error in everything except the body and the secret key.
    void check_parts(first_error& errors) const;

    /// Writes the body, and hashes it at the same time. If a field is wrong, writes its path to `field`.
    void write_body(first_error& errors, any_sink& out, signing::any_policy& policy, any_sink& field);

    /// Writes everything except the body and the Authorization header.
    void write_head(any_sink& out);

    /// Signs the request and writes the Authorization header.
    void write_authorization(first_error& errors, any_sink& out, signing::any_policy& policy) const;

    /// Hashes the canonical request, for signer_input_of().
    void hash_canonical_request(first_error& errors, crypto::sha_256_digest& hash, signing::any_policy& policy) const;
    /// Makes what a signer signs.
    [[nodiscard]] signing::signer_input signer_input_of(const crypto::sha_256_digest& hashed_canonical_request) const noexcept;
    /// Writes the Authorization header up to its signature, which attach() appends. Checks the secret id again: a signer may have changed
    /// it while it signed.
    void write_unsigned_authorization(first_error& errors, any_sink& out) const;

    /// Returns the text of the part that an error names, for its message; empty for parts without one text. A key or a token is only for
    /// first_error::name_character().
    [[nodiscard]] std::string_view text_of(const error& error) const;

    [[nodiscard]] const http::request_layout& layout() const noexcept { return layout_; }

private:
    static constexpr std::size_t longest_request_client = 128;
    static constexpr std::size_t most_tc3_signed_headers = 3;
    static constexpr std::size_t most_extra_signed_headers = signing::most_signed_headers - most_tc3_signed_headers;
    static constexpr std::size_t longest_host = 253 + 6;  // a DNS name and ":65535"

    [[nodiscard]] static const std::string_view& first_of(const std::string_view& preferred, const std::string_view& otherwise) noexcept {
        return preferred.empty() ? otherwise : preferred;
    }
    /// Returns the values of tc3_headers, in the same order; "" for a header that is not sent.
    [[nodiscard]] std::array<std::string_view, std::size(tc3_headers)> header_values() const noexcept;
    [[nodiscard]] std::string_view secret_id() const { return options_.signer.secret_id(profile_.credential.secret_id); }
    [[nodiscard]] const std::string_view& content_type() const noexcept { return signed_headers_[0].value; }
    // As it was given: write_head() writes it in lower case.
    [[nodiscard]] const std::string_view& host() const noexcept { return signed_headers_[1].value; }
    [[nodiscard]] http::header_refs extra_headers() const noexcept { return {options_.signed_headers, options_.headers}; }

    void check_content_type(first_error& errors) const noexcept;
    void check_connection(first_error& errors) const noexcept;
    void check_extra_headers(first_error& errors) const noexcept;
    void write_body_and_hash(first_error& errors, any_sink& out, any_sink& hash, any_sink& field);
    [[nodiscard]] signing::request_to_sign to_sign() const noexcept { return {parts_, service_, now_, profile_.credential.secret_key}; }

    const input_ref& input_;
    const client_profile_view& profile_;
    const request_options& options_;
    unix_time now_;
    std::string_view service_;
    fixed_text<longest_service + default_domain.size()> default_host_;
    fixed_text<20> timestamp_;
    http::header signed_headers_[most_tc3_signed_headers] = {{"Content-Type"sv, {}}, {"Host"sv, {}}, {"X-TC-Action"sv, {}}};
    signing::request_parts parts_;
    http::request_layout layout_;
};

TC3_FUNCTION void body_sink::take(const std::string_view& text) {
    size_ += text.size();
    if (size_ > largest_body) return;
    if (out_ != nullptr) out_->append(text);
    if (hash_ != nullptr) hash_->append(text);
}

TC3_NOINLINE TC3_FUNCTION request_builder::request_builder(const input_ref& input, const client_profile_view& profile, unix_time now,
                                                           const request_options& options) noexcept
    : input_(input),
      profile_(profile),
      options_(options),
      now_(now),
      service_(first_of(profile.service, input.action().service)),
      parts_{.method = options.method, .canonical_uri = options.path, .query = input.query()} {
    std::string_view host = first_of(profile.host, input.action().host);
    if (service_.empty()) service_ = signing::service_label(host);
    if (host.empty()) {
        default_host_.append(service_);
        default_host_.append(default_domain);
        host = default_host_.view();
    }
    write_decimal(timestamp_, now.seconds);
    signed_headers_[0].value = first_of(options.content_type, input.content_type(options.method));
    signed_headers_[1].value = host;
    signed_headers_[2].value = input.action().name;
    const std::size_t own_count = options.sign_action ? most_tc3_signed_headers : most_tc3_signed_headers - 1;  // X-TC-Action is the last
    parts_.headers = http::header_refs(std::span<const http::header>(signed_headers_, own_count), options.signed_headers);
}

TC3_NOINLINE TC3_FUNCTION std::array<std::string_view, std::size(tc3_headers)> request_builder::header_values() const noexcept {
    return {content_type(),
            input_.action().name,
            first_of(profile_.version, input_.action().version),
            timestamp_.view(),
            profile_.region,
            profile_.language,
            profile_.credential.token,
            options_.request_client,
            options_.trace_id,
            options_.unsigned_payload ? signing::unsigned_payload : std::string_view{}};
}

TC3_FUNCTION void request_builder::check_parts(first_error& errors) const {
    if (!options_.skip_authorization) errors.check_text(issued_secret_id_rule, secret_id());
    check_scope(errors, service_, now_);
    const auto values = header_values();
    for (std::size_t i = 0; i < values.size(); ++i) {
        errors.check_value(tc3_headers[i].rule, tc3_headers[i].name_in_error(), values[i]);
    }
    if (input_.action().needs_region && profile_.region.empty()) errors.add(errc::missing, "region");
    if (const std::size_t size = options_.request_client.size(); size > longest_request_client) {
        errors.add({.code = errc::too_large,
                    .part = "header value",
                    .needed = size,
                    .limit = longest_request_client,
                    .name = "X-TC-RequestClient"});
    }
    // A POST signs no query (docs/tc3-signing.md 1.2).
    if (options_.method == http::method::post && !parts_.query.empty()) errors.add(errc::not_allowed, "query");
    errors.check_size("query", parts_.query.size(), largest_query);
    check_target(errors, parts_.canonical_uri, parts_.query);
    check_content_type(errors);
    check_connection(errors);
    check_extra_headers(errors);
    check_signed_headers(errors, parts_.headers);
}

TC3_FUNCTION void request_builder::check_content_type(first_error& errors) const noexcept {
    const std::string_view& type = options_.content_type;
    if (type.empty()) return;
    // No other case of letters: the manual signs the type in lower case, the SDKs as it is (docs/tc3-signing.md 1.2).
    const bool has_type_of_json = type.size() == json_content_type.size() || type.size() == json_utf8_content_type.size();
    const bool is_json = input_.is_json() && options_.method == http::method::post;
    if (!is_json || !has_type_of_json || !starts_with(json_utf8_content_type, type)) errors.add(errc::not_allowed, "content type");
}

TC3_FUNCTION void request_builder::check_connection(first_error& errors) const noexcept {
    errors.check_size("host", host().size(), longest_host);
    check_address(errors, "host", host());
    if (!profile_.connect_to.empty()) check_address(errors, "connect address", profile_.connect_to);
    const bool is_known = profile_.scheme.size() >= 4 && starts_with("https"sv, profile_.scheme);  // "http" or "https"
    if (!is_known) errors.add(profile_.scheme.empty() ? errc::missing : errc::not_allowed, "scheme");
}

TC3_FUNCTION void request_builder::check_extra_headers(first_error& errors) const noexcept {
    const std::size_t signed_count = options_.signed_headers.size();
    if (signed_count > most_extra_signed_headers) {
        errors.add({.code = errc::too_many, .part = "signed headers", .needed = signed_count, .limit = most_extra_signed_headers});
    }
    const http::header_refs extra = extra_headers();
    for (std::size_t i = 0; i < extra.size(); ++i) {
        const http::header& header = extra[i];
        const permission allowed = permission_of(header.name);
        for (std::size_t earlier = 0; earlier < i; ++earlier) {
            if (ascii::equal_lower(header.name, extra[earlier].name)) errors.add(errc::duplicate, "header name", header.name);
        }
        check_header(errors, header);
        errors.check_text(header_name_rule, header.name);  // the canonical request trims blanks around a name, but HTTP does not allow them
        const bool is_signed = i < signed_count;
        const bool is_refused = allowed == permission::none || (is_signed && allowed == permission::unsigned_only);
        if (is_refused) errors.add(errc::not_allowed, "header name", header.name);
    }
}

TC3_FUNCTION void request_builder::write_body_and_hash(first_error& errors, any_sink& out, any_sink& hash, any_sink& field) {
    body_sink body(options_.stream_body ? nullptr : &out, options_.unsigned_payload ? nullptr : &hash);
    const bool is_get = options_.method == http::method::get;
    // The struct or JSON of a GET is in the query already.
    if (!is_get || !input_.is_json()) input_.write(body, errors, field);
    if (options_.unsigned_payload) hash.append(signing::unsigned_payload);

    std::size_t& size = options_.stream_body ? layout_.streamed_body_size : layout_.body;
    size = body.size();
    // A GET signs the hash of an empty body (docs/tc3-signing.md 1.2), so a body would be sent unsigned.
    if (is_get && body.size() != 0) errors.add(errc::not_allowed, "body");
    errors.check_size("body", body.size(), largest_body);
}

TC3_FUNCTION void request_builder::write_body(first_error& errors, any_sink& out, signing::any_policy& policy, any_sink& field) {
    if (options_.skip_authorization) {
        counting_sink unused;
        sink_adapter no_hash(unused);
        write_body_and_hash(errors, out, no_hash, field);
        return;
    }
    crypto::hash_sink hash(policy);
    write_body_and_hash(errors, out, hash, field);
    if (errors.ok() && !hash.finish_into(parts_.hashed_payload)) errors.add(errc::crypto_failed, "body");
}

TC3_FUNCTION void request_builder::write_head(any_sink& out) {
    layout_.method = options_.method;
    out.append(profile_.scheme);
    layout_.scheme = profile_.scheme.size();
    write_lower(out, host());
    layout_.host = host().size();
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
        if (!values[i].empty()) http::header_list::pack(out, {tc3_headers[i].name, values[i], tc3_headers[i].is_sensitive});
    }
    const http::header_refs extra = extra_headers();
    for (std::size_t i = 0; i < extra.size(); ++i) http::header_list::pack(out, extra[i]);
}

TC3_FUNCTION void request_builder::write_unsigned_authorization(first_error& errors, any_sink& out) const {
    const std::string_view id = secret_id();
    errors.check_text(issued_secret_id_rule, id);
    if (!errors.ok()) return;
    const utc_date date(now_);
    http::header_list::pack_begin(out, "Authorization"sv, true);
    signing::write_unsigned_authorization(out, id, {date.view(), service_}, parts_.headers);
}

TC3_NOINLINE TC3_FUNCTION void request_builder::write_authorization(first_error& errors, any_sink& out, signing::any_policy& policy) const {
    if (options_.skip_authorization) {
        http::header_list::pack(out, {"Authorization"sv, signing::skip_authorization});
        return;
    }
    crypto::sha_256_digest signature{};
    options_.signer.sign_valid(signature, errors, to_sign(), policy);
    if (errors.ok()) write_unsigned_authorization(errors, out);
    if (!errors.ok()) return;
    signing::write_digest(out, signature);
    http::header_list::pack_end(out);
}

TC3_FUNCTION void request_builder::hash_canonical_request(first_error& errors, crypto::sha_256_digest& hash,
                                                          signing::any_policy& policy) const {
    if (!signing::hash_valid_parts(hash, parts_, policy)) errors.add(errc::crypto_failed, "signature");
}

TC3_FUNCTION std::string_view request_builder::text_of(const error& error) const {
    const struct {
        std::string_view part, text;
    } texts[] = {
        {"secret id", secret_id()},
        {"secret key", options_.signer.uses_secret_key() ? profile_.credential.secret_key : std::string_view()},
        {"service", service_},
        {"host", host()},
        {"connect address", profile_.connect_to},
    };
    for (const auto& each : texts) {
        if (error.part != each.part) continue;
        // What is before an '@' in an address may be a password.
        const std::size_t to_at = ascii::find(slice(each.text, error.position), '@');
        return to_at == 0 || to_at == std::string_view::npos ? each.text : std::string_view();
    }
    const auto values = header_values();
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (error.part == tc3_headers[i].rule.part && equal(error.name, tc3_headers[i].name_in_error())) return values[i];
    }
    const http::header_refs extra = extra_headers();
    for (std::size_t i = 0; i < extra.size(); ++i) {
        if (error.part == "header value"sv && equal(error.name, extra[i].name)) return extra[i].value;
    }
    return {};
}

TC3_FUNCTION signing::signer_input request_builder::signer_input_of(const crypto::sha_256_digest& hashed_canonical_request) const noexcept {
    return signing::signer_input_of_valid(to_sign(), hashed_canonical_request);
}

}  // namespace tc3::inline TC3_NAMESPACE::api_detail

// ---- tc3/api/make_request.hpp ---------------------------------------------------------------------------------------

// From an input to a signed HTTP request: the first of the two functions that tc3 is made of. It is pure, unless you pass a signer or a
// policy with effects of its own.

namespace tc3::inline TC3_NAMESPACE {

/// Builds and signs the HTTP request for one action.
///
/// `input` is a described struct such as `faceid::apply_liveness_token`, `{action, json}` or `{action, content}`. `now` is the time that is
/// signed, in UTC seconds; the service accepts a deviation of five minutes. By default the secret key of the profile signs, with the
/// built-in SHA-256: the options `hash` and `signer` replace these. With a signer, only the token of the credential is used. Nothing of the
/// arguments is kept.
///
/// Errors: stage `request`, with the part or field that is wrong: a credential that was copied with other characters, that is a placeholder
/// or whose id and key are swapped; an unusable host, service, action, version, region, header or
/// time; a required field that is unset; text that is not UTF-8; base64 in another form than binary_view::base64() requires; more than
/// largest_body or largest_query; a policy that failed; the error of a signer, or signer_failed if it gives none.
/// Cost: one string, which becomes the request; for a GET also its JSON, its query and a list of pairs; 22 SHA-256 compressions for a usual
/// request.
/// Source: docs/tc3-signing.md 1.2-1.5; manual, "Signature v3".
[[nodiscard]] result<http::request, failure> make_request(const input_ref& input, const client_profile_view& profile, unix_time now,
                                                          const request_options& options = {});

/// A request that lacks only its signature, for signers that take time. It owns all its text; it may be moved and kept.
class prepared_request {
public:
    prepared_request(const http::request_layout& layout, std::string text, const signing::signer_input& signer_input) noexcept
        : layout_(layout), text_(std::move(text)), signer_input_(signer_input) {}

    /// Returns what a signer signs: the string to sign and its scope. `signed_headers` is empty: the headers are in the request.
    [[nodiscard]] const signing::signer_input& to_sign() const& noexcept TC3_LIFETIMEBOUND { return signer_input_; }
    const signing::signer_input& to_sign() const&& = delete;
    [[nodiscard]] std::string_view string_to_sign() const& noexcept TC3_LIFETIMEBOUND { return signer_input_.string_to_sign.view(); }
    std::string_view string_to_sign() const&& = delete;

private:
    friend http::request attach(prepared_request, const signing::signature&);

    http::request_layout layout_;
    std::string text_;  // ends in an Authorization header without its signature
    signing::signer_input signer_input_;
};

/// Builds a request without its signature: the first of two steps. Of the credential of the profile only id and token are used. With
/// `options.signer` the id is that of the signer, whose sign() is not called.
///
/// Errors: those of make_request(); not_allowed for an option that skips the authorization.
[[nodiscard]] result<prepared_request, failure> prepare_request(const input_ref& input, const client_profile_view& profile, unix_time now,
                                                                const request_options& options = {});

/// Completes a prepared request with its signature: the second of two steps. The signature is not verified.
[[nodiscard]] http::request attach(prepared_request request, const signing::signature& signature);

namespace api_detail {

/// Writes a request into one string.
///
/// Lifetime: refers to all arguments of the constructor.
class request_writer {
public:
    request_writer(const input_ref& input, const client_profile_view& profile, unix_time now, const request_options& options)
        : input_(input), credential_(profile.credential), options_(options), builder_(input, profile, now, options) {}
    request_writer(const request_writer&) = delete;
    request_writer& operator=(const request_writer&) = delete;

    [[nodiscard]] result<http::request, failure> sign();
    [[nodiscard]] result<prepared_request, failure> prepare();

private:
    /// Checks what is no part of the request, too: whether the credential is a placeholder, or its id and this key are swapped.
    void check_credential(std::string_view secret_key);
    /// Writes everything except the Authorization header.
    void write_unsigned(signing::any_policy& policy);
    /// Writes the query of a GET from the JSON of the input.
    void write_query();

    template <class Value>
    [[nodiscard]] result<Value, failure> fail() {
        return {error_made_in_place, [this] { return to_failure(); }};
    }
    /// Copies the name of the header or field, which may refer to the caller's memory.
    [[nodiscard]] failure to_failure();

    const input_ref& input_;
    const credential_view& credential_;
    const request_options& options_;
    request_builder builder_;
    std::string text_;
    std::string query_;
    first_error errors_;
    std::string field_;
};

TC3_FUNCTION result<http::request, failure> request_writer::sign() {
    const bool uses_key = options_.signer.uses_secret_key() && !options_.skip_authorization;
    check_credential(uses_key ? credential_.secret_key : std::string_view());
    options_.hash.use([this](signing::any_policy& policy) {
        write_unsigned(policy);
        sink_adapter text(text_);
        if (errors_.ok()) builder_.write_authorization(errors_, text, policy);
    });
    if (!errors_.ok()) return fail<http::request>();
    return {made_in_place, [this] { return http::request(builder_.layout(), std::move(text_)); }};
}

TC3_FUNCTION result<prepared_request, failure> request_writer::prepare() {
    if (options_.skip_authorization) errors_.add(errc::not_allowed, "signature");
    check_credential({});
    crypto::sha_256_digest hash{};
    options_.hash.use([&](signing::any_policy& policy) {
        write_unsigned(policy);
        if (errors_.ok()) builder_.hash_canonical_request(errors_, hash, policy);
    });
    if (!errors_.ok()) return fail<prepared_request>();
    sink_adapter text(text_);
    builder_.write_unsigned_authorization(errors_, text);
    if (!errors_.ok()) return fail<prepared_request>();
    signing::signer_input input = builder_.signer_input_of(hash);
    input.signed_headers = {};  // they refer to the builder
    return prepared_request(builder_.layout(), std::move(text_), input);
}

TC3_FUNCTION void request_writer::check_credential(std::string_view secret_key) {
    const std::string_view secret_id = options_.skip_authorization ? std::string_view() : options_.signer.secret_id(credential_.secret_id);
    check_placeholders_and_swap(errors_, secret_id, secret_key, credential_.token);
}

TC3_FUNCTION void request_writer::write_unsigned(signing::any_policy& policy) {
    if (errors_.ok()) builder_.check_parts(errors_);
    if (errors_.ok() && options_.method == http::method::get && input_.is_json()) write_query();
    if (!errors_.ok()) return;
    sink_adapter text(text_);
    sink_adapter field(field_);
    builder_.write_body(errors_, text, policy, field);
    if (errors_.ok()) builder_.write_head(text);
}

TC3_FUNCTION void request_writer::write_query() {
    std::string json;
    sink_adapter text(json);
    sink_adapter field(field_);
    input_.write(text, errors_, field);
    if (!errors_.ok()) return;
    sink_adapter query(query_);
    write_json_as_query(errors_, query, json);
    if (errors_.ok()) builder_.set_query(query_);
}

TC3_FUNCTION failure request_writer::to_failure() {
    errors_.name_character(builder_.text_of(errors_.error()));
    failure failed{.stage = stage::request, .reason = errors_.error(), .field = std::move(field_)};
    if (failed.field.empty()) failed.field = failed.reason.name;
    failed.reason.name = {};
    return failed;
}

}  // namespace api_detail

TC3_FUNCTION result<http::request, failure> make_request(const input_ref& input, const client_profile_view& profile, unix_time now,
                                                         const request_options& options) {
    return api_detail::request_writer(input, profile, now, options).sign();
}

TC3_FUNCTION result<prepared_request, failure> prepare_request(const input_ref& input, const client_profile_view& profile, unix_time now,
                                                               const request_options& options) {
    return api_detail::request_writer(input, profile, now, options).prepare();
}

TC3_FUNCTION http::request attach(prepared_request request, const signing::signature& signature) {
    const auto hex = signature.hex();
    request.text_.append(hex.data(), hex.size());
    http::header_list::pack_end(request.text_);
    return {request.layout_, std::move(request.text_)};
}

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/api/make_request_into.hpp ----------------------------------------------------------------------------------

// make_request() in memory that you pass: no heap, no string.

namespace tc3::inline TC3_NAMESPACE {

using borrowed_failure = basic_failure<borrowed>;

/// Builds and signs a request in a workspace. With the option `stream_body` only the head takes memory.
///
/// Errors: those of make_request(); buffer_too_small, where `reason.needed` is the size of the workspace that suffices; in_use while
/// another call uses the workspace; not_allowed for a GET of a struct or of JSON, whose query would have to be sorted: pass a
/// request_content with its query. A failure leaves only its own text in the workspace. To keep programs small, placeholder and swapped are
/// left out, and an error has a position but no `character`: call validate_credential() for these.
/// Lifetime: the request is in the workspace until that is cleared.
/// Cost: no allocation.
[[nodiscard]] result<http::request_view, borrowed_failure> make_request_into(const input_ref& input, const client_profile_view& profile,
                                                                             unix_time now, const request_options& options,
                                                                             workspace& space TC3_LIFETIMEBOUND);

/// Writes and signs a request in a workspace and sets `request`: make_request_into() for callers within tc3.
/// The time is a reference because a compiler may move a value of 64 bits through a register of an FPU, which firmware may have switched
/// off.
///
/// Errors: returns the error, or errc::none after `request` was set. The name in an error is in the workspace, if there is room for it.
[[nodiscard]] error write_request(http::request_view& request, const input_ref& input, const client_profile_view& profile,
                                  const unix_time& now, const request_options& options, workspace& space);

/// Sets a failure at stage `request` from an error that write_request() returned.
void set_reason(borrowed_failure& failed, const error& error) noexcept;

namespace api_detail {

/// Writes the body. If a field is wrong, its path goes to the front of `memory`, where the request is no longer needed.
void write_body_into(first_error& errors, request_builder& builder, any_sink& out, signing::any_policy& policy, std::span<char> memory);

}  // namespace api_detail

TC3_FUNCTION result<http::request_view, borrowed_failure> make_request_into(const input_ref& input, const client_profile_view& profile,
                                                                            unix_time now, const request_options& options,
                                                                            workspace& space) {
    result<http::request_view, borrowed_failure> request(made_in_place, [] { return http::request_view{}; });
    const error reason = write_request(*request, input, profile, now, options, space);
    if (reason.code != errc::none) set_reason(request.emplace_error(), reason);
    return request;
}

TC3_NOINLINE TC3_FUNCTION error write_request(http::request_view& request, const input_ref& input, const client_profile_view& profile,
                                              const unix_time& now, const request_options& options, workspace& space) {
    error reason;  // the only object that is returned, so that it is made in place
    if (space.is_lent()) {
        reason = {.code = errc::in_use, .part = "workspace"};
        return reason;
    }
    const workspace::mark before = space.current_mark();
    workspace_loan loan(space, before);
    buffer_sink text(loan.memory());
    api_detail::request_builder builder(input, profile, now, options);

    first_error errors;
    if (options.method == http::method::get && input.is_json()) errors.add(errc::not_allowed, "method");
    if (errors.ok()) builder.check_parts(errors);
    options.hash.use([&](signing::any_policy& policy) {
        sink_adapter out(text);
        if (errors.ok()) api_detail::write_body_into(errors, builder, out, policy, loan.memory());
        if (errors.ok()) {
            builder.write_head(out);
            builder.write_authorization(errors, out, policy);
        }
    });
    loan.end(text.needed());
    if (!space.complete()) errors.add(space.shortage());
    if (errors.ok()) {
        request = http::view_of(builder.layout(), text.view());
        return reason;
    }
    space.return_to(before);
    reason = errors.error();
    // The name may be in the memory that has just been given back: keep() allows that.
    reason.name = reason.name.size() <= space.available() ? space.keep(reason.name) : std::string_view{};
    return reason;
}

namespace api_detail {

TC3_FUNCTION void write_body_into(first_error& errors, request_builder& builder, any_sink& out, signing::any_policy& policy,
                                  std::span<char> memory) {
    buffer_sink path(memory);
    sink_adapter field(path);
    builder.write_body(errors, out, policy, field);
    if (path.complete()) errors.set_field(path.view());
}

}  // namespace api_detail

TC3_NOINLINE TC3_FUNCTION void set_reason(borrowed_failure& failed, const error& error) noexcept {
    failed.reason = error;
    failed.reason.name = {};
    failed.field = error.name;
}

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/api/parse_response.hpp -------------------------------------------------------------------------------------

// From an HTTP response to an output or a failure: the second of the two pure functions that tc3 is made of (docs/tc3-signing.md 5.1).

namespace tc3::inline TC3_NAMESPACE {

/// The output of an input that is not a struct.
template <>
struct output_of<untyped_input> {
    using type = owned_envelope;
};

/// An output type with a field table, or the output of an untyped_input.
template <class Output>
concept readable_output = described<Output> || std::same_as<Output, owned_envelope>;

/// An input type whose output type can be read.
template <class Input>
concept has_output = requires { typename output_of<Input>::type; } && readable_output<output_of_t<Input>>;

/// The storage of the output of an input type, which is that of a failure too.
template <class Input>
using output_storage_t = storage_of_t<output_of_t<Input>>;

/// The result of a call: the output, or the failure.
template <class Input>
using call_result = result<output_of_t<Input>, basic_failure<output_storage_t<Input>>>;

/// Reads the output of an action from a response.
///
///     auto result = tc3::parse_response<faceid::apply_liveness_token>(response);
///
/// A member that is not as described costs at most this member: see lenient_reading.hpp. The option `deviations` reports it, the option
/// `reading` refuses it.
///
/// A failure has the Date of the response, if the response has it: see response_date.hpp.
///
/// Errors:
/// - stage `http` for a status other than 200; code, message and request id are set if the body has them, and `reason` if it is no JSON;
/// - stage `service` for a response with an Error, whatever else is wrong in it; an error of version 2.0 of the API has the reason old_api;
/// - stage `response` for a body that is not one JSON document with an object "Response": `reason` is what it is instead, as html_page, or
///   the error of the JSON reader;
/// - stage `response` for a field that cannot be read and has no unset state: `reason.position` is the byte of the body, `field` the path.
///
/// `RequestID`, as some old actions spell it, is found for failures and envelopes, but is not the request id of an output.
/// Cost: one pass over the body, two for a failure.
template <has_output Input, http_response Response>
    requires(!stateful_storage<output_storage_t<Input>>)
[[nodiscard]] call_result<Input> parse_response(const Response& response, const response_options& options = {});

/// Reads the output of an action into a storage with a state, such as a workspace.
///
/// Errors: those above; buffer_too_small at stage `response`, where `reason.needed` is the size of the workspace that suffices. If damaged
/// text is repaired, the next attempt may need more. A failed output gives back what it took of the workspace; texts of the failure that
/// do not fit into it stay empty.
/// Lifetime: output and failure refer to the body and to the state. A temporary response that owns its body is refused.
template <has_output Input, http_response Response>
    requires stateful_storage<output_storage_t<Input>>
[[nodiscard]] call_result<Input> parse_response(const Response& response TC3_LIFETIMEBOUND, const response_options& options,
                                                typename output_storage_t<Input>::state& state TC3_LIFETIMEBOUND);
template <has_output Input, http_response Response>
    requires stateful_storage<output_storage_t<Input>>
[[nodiscard]] call_result<Input> parse_response(const Response& response TC3_LIFETIMEBOUND,
                                                typename output_storage_t<Input>::state& state TC3_LIFETIMEBOUND);

template <has_output Input, dying_response Response>
    requires stateful_storage<output_storage_t<Input>>
void parse_response(Response&& response, typename output_storage_t<Input>::state& state) = delete;
template <has_output Input, dying_response Response>
    requires stateful_storage<output_storage_t<Input>>
void parse_response(Response&& response, const response_options& options, typename output_storage_t<Input>::state& state) = delete;

/// Reads the output of an action from a body that arrived with status 200.
template <has_output Input>
    requires(!stateful_storage<output_storage_t<Input>>)
[[nodiscard]] call_result<Input> parse_body(std::string_view body, const response_options& options = {});
template <has_output Input>
    requires stateful_storage<output_storage_t<Input>>
[[nodiscard]] call_result<Input> parse_body(std::string_view body TC3_LIFETIMEBOUND, const response_options& options,
                                            typename output_storage_t<Input>::state& state TC3_LIFETIMEBOUND);
template <has_output Input>
    requires stateful_storage<output_storage_t<Input>>
[[nodiscard]] call_result<Input> parse_body(std::string_view body TC3_LIFETIMEBOUND,
                                            typename output_storage_t<Input>::state& state TC3_LIFETIMEBOUND);

template <has_output Input, std::same_as<std::string> Body>
    requires stateful_storage<output_storage_t<Input>>
void parse_body(Body&& body, typename output_storage_t<Input>::state& state) = delete;
template <has_output Input, std::same_as<std::string> Body>
    requires stateful_storage<output_storage_t<Input>>
void parse_body(Body&& body, const response_options& options, typename output_storage_t<Input>::state& state) = delete;

/// Stops the compiler with a sentence if an input type has no output that can be read. For functions that require has_output.
template <class Input>
[[nodiscard]] constexpr bool require_output() noexcept {
    constexpr bool has_type = requires { typename output_of<Input>::type; };
    static_assert(has_type, "not an input with an output: specialise tc3::action_of and tc3::output_of for the type of an input");
    if constexpr (has_type) {
        static_assert(readable_output<output_of_t<Input>>, "the output type has members but no table: specialise tc3::fields_of for it");
    }
    return true;
}

/// The result of parse_response() with wrong types: the compiler stops in it, with a sentence that says what is wrong.
template <class Input, class Response>
struct parse_mistake {
    static_assert(require_output<Input>());
    static_assert(has_status<Response>, "a response must have a member `status`, the HTTP status as a number");
    static_assert(has_body<Response>, "a response must have a member `body`, a std::string or another contiguous range of bytes");
};
template <class Input, class Response>
    requires(!(has_output<Input> && http_response<Response>))
parse_mistake<Input, Response> parse_response(const Response& response, const response_options& options = {});

/// Reads a body into a result that holds an empty output: parse_response() for callers within tc3, without a copy of the output.
template <has_output Input, class State>
TC3_NOINLINE void read_output(call_result<Input>& result, std::string_view body, std::int32_t status, const response_options& options,
                              State& state) {
    const api_detail::state_access<State> memory(state);
    if (memory.is_in_use()) return set_storage_failure(result.emplace_error(), api_detail::workspace_in_use, status, action_of<Input>.name);
    const state_ref storage_state(state);
    api_detail::body_reader in(body, status, options, storage_state);
    const bool is_output = in.read({reading_table_of<output_of_t<Input>>(), &*result});
    if (is_output && memory.complete()) return;

    const error shortage = memory.shortage();
    memory.give_back();
    if (is_output) {
        set_storage_failure(result.emplace_error(), shortage, status, action_of<Input>.name);
        in.set_request_id(result.error(), storage_state);
    } else {
        in.set_failure(result.emplace_error(), storage_state, action_of<Input>.name);
    }
}

namespace api_detail {

// Without a state this is less code than read_output() with an empty one.
template <has_output Input>
[[nodiscard]] call_result<Input> parse_output(std::string_view body, std::int32_t status, const response_options& options) {
    if constexpr (std::same_as<Input, untyped_input>) {
        return parse_owned_envelope(body, status, options);
    } else {
        call_result<Input> result(made_in_place, [] { return output_of_t<Input>{}; });
        body_reader in(body, status, options);
        if (!in.read({reading_table_of<output_of_t<Input>>(), &*result})) in.set_failure(result.emplace_error(), {}, action_of<Input>.name);
        return result;
    }
}

template <has_output Input, class State>
[[nodiscard]] call_result<Input> parse_output(std::string_view body, std::int32_t status, const response_options& options, State& state) {
    call_result<Input> result(made_in_place, [] { return output_of_t<Input>{}; });
    read_output<Input>(result, body, status, options, state);
    return result;
}

}  // namespace api_detail

template <has_output Input, http_response Response>
    requires(!stateful_storage<output_storage_t<Input>>)
call_result<Input> parse_response(const Response& response, const response_options& options) {
    auto result = api_detail::parse_output<Input>(body_of(response), status_of(response), options);
    keep_date(result, response);
    return result;
}

template <has_output Input, http_response Response>
    requires stateful_storage<output_storage_t<Input>>
call_result<Input> parse_response(const Response& response, const response_options& options,
                                  typename output_storage_t<Input>::state& state) {
    auto result = api_detail::parse_output<Input>(body_of(response), status_of(response), options, state);
    keep_date(result, response);
    return result;
}

template <has_output Input, http_response Response>
    requires stateful_storage<output_storage_t<Input>>
call_result<Input> parse_response(const Response& response, typename output_storage_t<Input>::state& state) {
    return parse_response<Input>(response, {}, state);
}

template <has_output Input>
    requires(!stateful_storage<output_storage_t<Input>>)
call_result<Input> parse_body(std::string_view body, const response_options& options) {
    return api_detail::parse_output<Input>(body, 200, options);
}

template <has_output Input>
    requires stateful_storage<output_storage_t<Input>>
call_result<Input> parse_body(std::string_view body, const response_options& options, typename output_storage_t<Input>::state& state) {
    return api_detail::parse_output<Input>(body, 200, options, state);
}

template <has_output Input>
    requires stateful_storage<output_storage_t<Input>>
call_result<Input> parse_body(std::string_view body, typename output_storage_t<Input>::state& state) {
    return parse_body<Input>(body, {}, state);
}

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/api/server_time.hpp ----------------------------------------------------------------------------------------

// The time of the service, from a failure or a Date header, for a device whose own clock is wrong (docs/tc3-signing.md 1.7).

namespace tc3::inline TC3_NAMESPACE {

/// Returns the time at which the service sent a response, or nothing if the response does not tell it.
///
/// Reads, in this order: the server time in the message of AuthFailure.SignatureExpire, in English or Chinese; `date`, the value of the
/// Date header, "Sun, 06 Nov 1994 08:49:37 GMT"; the date that the failure has. Not every message has a time, so let your transport hand on
/// the Date header: response_date.hpp says how. Then `date` is not needed.
///
/// To correct a clock, keep the difference and add it to each reading. Repeat the call once: if the corrected time is refused too, the
/// clock is not the reason.
///
///     auto result = tc3::call(http, input, profile, {my_clock() + difference});
///     if (!result && retry_advice(result.error()) == tc3::retry::once_with_corrected_clock) {
///         if (const auto time = tc3::server_time(result.error())) {
///             difference = time->seconds - my_clock();
///             result = tc3::call(http, input, profile, *time);
///         }
///     }
///
/// A device whose clock starts at 0 needs nothing else: time 0 is signed, the service rejects the call before it does anything, and the
/// failure tells the time. Over TLS this requires a handshake that does not compare the clock with the dates of the certificate; with a
/// library that does, get the time by another way first, such as NTP.
///
/// Source: docs/tc3-signing.md 1.7. The wording in Chinese is that of the manual, which shows no number; if the service sends one after
/// these words, it is read.
template <class Storage>
[[nodiscard]] constexpr std::optional<unix_time> server_time(const basic_failure<Storage>& failed, std::string_view date = {}) noexcept;

/// Returns the time at which the service sent a response with these headers. The first Date header counts. With cpp-httplib:
/// `server_time(result.error(), response->headers)`.
template <class Storage, header_range Headers>
[[nodiscard]] constexpr std::optional<unix_time> server_time(const basic_failure<Storage>& failed, const Headers& headers);

namespace api_detail {

/// Skips the text up to and including `words`, in any case. Returns false, and skips nothing, if the text does not contain them.
[[nodiscard]] constexpr bool skip_past(std::string_view& text, std::string_view words) noexcept {
    for (std::size_t position = 0; position + words.size() <= text.size(); ++position) {
        if (!ascii::equal_lower(slice(text, position, words.size()), words)) continue;
        text.remove_prefix(position + words.size());
        return true;
    }
    return false;
}

/// Returns the leading letters, digits, '-' and '_' of a text.
[[nodiscard]] constexpr std::string_view leading_word(std::string_view text) noexcept {
    return slice(text, 0, ascii::find_not(text, [](char c) { return ascii::is_alphanumeric(c) || c == '-' || c == '_'; }));
}

/// Returns the time that a word of ten digits is: a time from 2001 to 2286. Returns nothing for any other word, such as a number of
/// minutes or a time in milliseconds.
[[nodiscard]] constexpr std::optional<unix_time> time_of_word(std::string_view word) noexcept {
    if (word.size() != 10 || word.front() == '0') return {};
    unix_time time;
    for (const char c : word) {
        if (!ascii::is_digit(c)) return {};
        time.seconds = time.seconds * 10 + (c - '0');
    }
    return time;
}

/// Returns the time at the front of a text, after a few blanks, quotes, colons and characters that are not ASCII.
[[nodiscard]] constexpr std::optional<unix_time> leading_time(std::string_view text) noexcept {
    const auto is_separator = [](char c) {
        return ascii::is_blank(c) || c == ':' || c == '`' || c == '"' || static_cast<unsigned char>(c) >= 0x80;
    };
    constexpr std::size_t most_separators = 16;  // a bound, since a hostile message repeats the words before them
    const std::size_t start = ascii::find_not(slice(text, 0, most_separators + 1), is_separator);
    return start <= most_separators ? time_of_word(leading_word(slice(text, start))) : std::nullopt;
}

/// Reads "... to avoid a deviation between `Timestamp` and the server time 1706406788.", and a time after the same words in Chinese.
/// Another number could be the time of the request.
[[nodiscard]] constexpr std::optional<unix_time> time_in_message(std::string_view message) noexcept {
    constexpr std::string_view in_chinese = "\xe6\x9c\x8d\xe5\x8a\xa1\xe5\x99\xa8\xe6\x97\xb6\xe9\x97\xb4";
    for (const std::string_view words : {std::string_view("server time"), in_chinese}) {
        std::string_view rest = message;
        while (skip_past(rest, words)) {
            if (const auto time = leading_time(rest)) return time;
        }
    }
    return {};
}

/// Reads a message of any storage. A message in pieces is joined first; one that is too long is not read, as the cut could be in the
/// number.
template <text_type Text>
[[nodiscard]] constexpr std::optional<unix_time> time_in_message(const Text& message) noexcept {
    if constexpr (text_in_one_piece<Text>) {
        return time_in_message(text_traits<Text>::view(message));
    } else {
        fixed_text<512> joined;
        if (!write_text(joined, message) || joined.truncated()) return {};
        return time_in_message(joined.view());
    }
}

template <class Storage>
[[nodiscard]] constexpr bool is_expired_signature(const basic_failure<Storage>& failed) noexcept {
    return with_view(failed.code, [](std::string_view code) { return code == "AuthFailure.SignatureExpire"; });
}

template <class Storage>
[[nodiscard]] constexpr std::optional<unix_time> server_time(const basic_failure<Storage>& failed,
                                                             const std::optional<unix_time>& date) noexcept {
    if (is_expired_signature(failed)) {
        if (const auto time = time_in_message(failed.message)) return time;
    }
    if (date) return date;
    return failed.date == unix_time() ? std::nullopt : std::optional(failed.date);
}

}  // namespace api_detail

template <class Storage>
constexpr std::optional<unix_time> server_time(const basic_failure<Storage>& failed, std::string_view date) noexcept {
    return api_detail::server_time(failed, http::parse_date(date));
}

template <class Storage, header_range Headers>
constexpr std::optional<unix_time> server_time(const basic_failure<Storage>& failed, const Headers& headers) {
    return api_detail::server_time(failed, date_in(headers));
}

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/transport/bounded_message.hpp ------------------------------------------------------------------------------

// The error text of a transport, cut to a bounded size.

namespace tc3::inline TC3_NAMESPACE {

/// The longest error text of a transport that a failure keeps, in bytes.
inline constexpr std::size_t longest_transport_message = 256;

namespace transport_detail {

/// Returns the beginning of a text up to longest_transport_message, cut before a character that does not fit or is not UTF-8. Returns ""
/// for a null pointer, which C libraries use for "no message".
template <class Text>
[[nodiscard]] std::string_view bounded_message(const Text& message) noexcept {
    if constexpr (std::is_convertible_v<const Text&, const char*>) {
        if (static_cast<const char*>(message) == nullptr) return {};
    }
    const std::string_view text = slice(std::string_view(message), 0, longest_transport_message);
    return slice(text, 0, find_invalid_utf8(text));
}

}  // namespace transport_detail

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/transport/concept.hpp --------------------------------------------------------------------------------------

// What tc3 requires of HTTP: a callable that takes a request and returns a response or an error.

namespace tc3::inline TC3_NAMESPACE {

/// An error of a transport. A transport may return another type with the first two members; `never_sent` is optional.
struct transport_error {
    std::int64_t code = 0;     ///< the error number of the HTTP library
    std::string message = {};  ///< for people
    /// No byte of the request was sent: the name was not resolved, the connection was refused, or the TLS handshake failed. Any action may
    /// then be repeated. If in doubt, false.
    bool never_sent = false;
};

/// Can be called with a request.
template <class Transport>
concept takes_request = std::invocable<Transport&, const http::request_view&>;

/// tc3::result, std::expected or a similar type: has_value(), operator*, error().
template <class Result>
concept result_like = requires(Result& result) {
    { result.has_value() } -> std::convertible_to<bool>;
    *result;
    result.error();
};

/// An error with a number.
template <class Error>
concept has_code = requires(const Error& error) {
    { error.code } -> std::convertible_to<std::int64_t>;
};

/// An error with a text.
template <class Error>
concept has_message = requires(const Error& error) {
    { error.message } -> std::convertible_to<std::string_view>;
};

/// An error with a number and a text.
template <class Error>
concept has_code_and_message = has_code<Error> && has_message<Error>;

/// An error that tells whether the request was sent: see transport_error.
template <class Error>
concept has_never_sent = requires(const Error& error) {
    { error.never_sent } -> std::convertible_to<bool>;
};

/// What a transport returns: a response, or an error with a number and a text.
template <class Result>
concept transport_result = result_like<Result> && http_response<std::remove_cvref_t<decltype(*std::declval<Result&>())>> &&
                           has_code_and_message<std::remove_cvref_t<decltype(std::declval<Result&>().error())>>;

/// A callable that sends a request and waits for the response: `result<R, E> operator()(const http::request_view&)`.
///
/// R has `status` and a contiguous `body`, E has `code` and `message`. The transport sends the request unchanged, follows no redirect and
/// does not repeat the request.
///
/// Two things are optional. R may have the headers of the response or its Date (response_date.hpp), which a failure keeps for
/// server_time(). E may have `never_sent`, which lets retry_advice() repeat any action.
template <class Transport>
concept transport = takes_request<Transport> && transport_result<std::invoke_result_t<Transport&, const http::request_view&>>;

namespace transport_detail {

/// Returns whether an error tells that the request was not sent.
template <has_code_and_message Error>
[[nodiscard]] constexpr bool was_never_sent(const Error& error) noexcept {
    if constexpr (has_never_sent<Error>) {
        return error.never_sent;
    } else {
        static_assert(!requires { error.never_sent; }, "the member `never_sent` of the transport's error must be a bool");
        return false;
    }
}

}  // namespace transport_detail

/// An input whose output owns its memory. A borrowed output would refer to a response that no longer exists: use call_into(). For
/// a storage of your own use make_request() and parse_response().
template <class Input>
concept has_owning_output = has_output<Input> && std::same_as<output_storage_t<Input>, owning>;

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/transport/call_mistake.hpp ---------------------------------------------------------------------------------

// Sentences for mistakes in a call. For arguments that do not fit, call(), call_async() and call_into() have overloads that are only
// declared. Their result stops the compiler with a sentence, where it would list candidates otherwise. To test whether a call is possible,
// use the concepts of its arguments: an expression with such a call does not compile.

namespace tc3::inline TC3_NAMESPACE {

struct borrowed;  // of model/borrowed.hpp, which a call with a heap does not need

/// A profile in a variable, or a view of one.
template <class Profile>
concept usable_profile = std::convertible_to<Profile, client_profile_view>;

/// The profile and the time of a call.
template <class Profile, class Now>
concept profile_and_time = usable_profile<Profile> && std::convertible_to<Now, unix_time>;

namespace transport_detail {

template <class Result>
[[nodiscard]] constexpr bool require_transport_result() noexcept {
    static_assert(result_like<Result>, "the transport must return a tc3::result or a std::expected, of a response or an error");
    if constexpr (result_like<Result>) {
        using response = std::remove_cvref_t<decltype(*std::declval<Result&>())>;
        using error = std::remove_cvref_t<decltype(std::declval<Result&>().error())>;
        static_assert(has_status<response>, "the transport's response must have a member `status`, the HTTP status as a number");
        static_assert(has_body<response>, "the transport's response must have a member `body`, a std::string or other contiguous bytes");
        static_assert(has_code<error>, "the transport's error must have a member `code`, a number");
        static_assert(has_message<error>, "the transport's error must have a member `message`, a text");
    }
    return true;
}

template <class Transport>
[[nodiscard]] constexpr bool require_transport() noexcept {
    static_assert(takes_request<Transport>, "the first argument must be a transport: a callable that takes a tc3::http::request_view");
    if constexpr (takes_request<Transport>) {
        return require_transport_result<std::invoke_result_t<Transport&, const http::request_view&>>();
    } else {
        return false;
    }
}

template <class Input>
[[nodiscard]] constexpr bool require_owning_output() noexcept {
    static_assert(require_output<Input>());
    if constexpr (has_output<Input>) {
        constexpr bool is_borrowed = std::same_as<output_storage_t<Input>, borrowed>;
        static_assert(!is_borrowed, "the output of this input is borrowed: use call_into()");
        static_assert(is_borrowed || has_owning_output<Input>,
                      "call() and call_async() take inputs with the storage tc3::owning: with a storage of your own use make_request() and "
                      "parse_response()");
    }
    return true;
}

template <class Profile, class Now>
[[nodiscard]] constexpr bool require_profile_and_time() noexcept {
    constexpr bool is_temporary = std::same_as<std::remove_cv_t<Profile>, client_profile>;
    static_assert(!is_temporary, "keep the client_profile in a variable: a call takes a view of it, which must not outlive it");
    static_assert(is_temporary || usable_profile<Profile>, "the third argument must be a client_profile: (transport, input, profile, now)");
    static_assert(std::convertible_to<Now, unix_time>, "the fourth argument must be a unix_time: write tc3::unix_time{seconds}");
    return true;
}

}  // namespace transport_detail

/// The result of call() with wrong arguments.
template <class Transport, class Input, class Profile, class Now>
struct call_mistake {
    static_assert(transport_detail::require_transport<Transport>());
    static_assert(transport_detail::require_owning_output<Input>());
    static_assert(transport_detail::require_profile_and_time<Profile, Now>());
};
/// The result of call() with too few arguments.
template <class Transport>
struct incomplete_call {
    static_assert(std::is_void_v<Transport>, "call() takes the time after the profile: (transport, input, profile, now)");
};

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/transport/streamed_body.hpp --------------------------------------------------------------------------------

// The error of a call with the option `stream_body`: a transport takes requests with their whole body.

namespace tc3::inline TC3_NAMESPACE::transport_detail {

inline constexpr error streamed_body{.code = errc::not_allowed, .part = "body"};

}  // namespace tc3::inline TC3_NAMESPACE::transport_detail

// ---- tc3/transport/call.hpp -----------------------------------------------------------------------------------------

// A call over a transport that waits: make_request(), the transport, parse_response().

namespace tc3::inline TC3_NAMESPACE {

/// Calls an action: sends one request and returns its output. The output of an untyped_input is an owned_envelope. `reading_options` says
/// how the response is read.
///
///     auto token = tc3::call(http, faceid::apply_liveness_token{.secure_level = "4"}, profile, now);
///     auto zones = tc3::call(http, {describe_zones, R"({"Limit":10})"}, profile, now);
///
/// Errors: those of make_request() and parse_response(); stage `transport`, with number, text and `never_sent` of the transport, if the
/// transport returns an error; not_allowed for a streamed body, which the transport would not have.
/// Cost: one request, which is never repeated; the memory of the request and the output.
template <transport Transport, has_owning_output Input = untyped_input>
[[nodiscard]] call_result<Input> call(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now,
                                      const request_options& options = {}, const response_options& reading_options = {});
/// Not defined: stop the compiler with a sentence about the argument that does not fit.
template <class Transport, class Input = untyped_input, class Profile = client_profile_view, class Now = unix_time>
    requires(!(transport<Transport> && has_owning_output<Input> && profile_and_time<Profile, Now>))
call_mistake<Transport, Input, Profile, Now> call(Transport&& send, const Input& input, Profile&& profile, Now&& now,
                                                  const request_options& options = {}, const response_options& reading_options = {});
template <class Transport, class Input = untyped_input, class Profile = client_profile_view>
incomplete_call<Transport> call(Transport&& send, const Input& input, Profile&& profile);

namespace transport_detail {

/// Makes a request that has its whole body. Nothing is signed with the option `stream_body`.
[[nodiscard]] result<http::request, failure> make_whole_request(const input_ref& input, const client_profile_view& profile, unix_time now,
                                                                const request_options& options);
/// Replaces a request whose body would have to be streamed by a failure.
[[nodiscard]] result<http::request, failure> require_whole(result<http::request, failure> request);
[[nodiscard]] failure transport_failure(std::int64_t code, std::string_view message, bool never_sent);

}  // namespace transport_detail

template <transport Transport, has_owning_output Input>
call_result<Input> call(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now,
                        const request_options& options, const response_options& reading_options) {
    auto request = transport_detail::make_whole_request(input, profile, now, options);
    if (!request) return {error_made_in_place, [&] { return std::move(request).error(); }};
    const auto response = send(request->view());
    if (response.has_value()) return parse_response<Input>(*response, reading_options);

    const auto& error = response.error();
    const auto code = static_cast<std::int64_t>(error.code);
    const bool never_sent = transport_detail::was_never_sent(error);
    return {error_made_in_place,
            [&] { return transport_detail::transport_failure(code, transport_detail::bounded_message(error.message), never_sent); }};
}

namespace transport_detail {

TC3_FUNCTION result<http::request, failure> make_whole_request(const input_ref& input, const client_profile_view& profile, unix_time now,
                                                               const request_options& options) {
    if (options.stream_body) return unexpected(failure{.stage = stage::request, .reason = streamed_body});
    return make_request(input, profile, now, options);
}

TC3_FUNCTION result<http::request, failure> require_whole(result<http::request, failure> request) {
    if (request.has_value() && request->view().streamed_body_size != 0) {
        request.emplace_error() = {.stage = stage::request, .reason = streamed_body};
    }
    return request;
}

TC3_FUNCTION failure transport_failure(std::int64_t code, std::string_view message, bool never_sent) {
    failure failed{.stage = stage::transport, .never_sent = never_sent, .transport_code = code};
    sink_adapter(failed.message).append(message);
    return failed;
}

}  // namespace transport_detail

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/transport/completion.hpp -----------------------------------------------------------------------------------

// A call in flight over a transport that does not wait: the request, and the handler for the result.

namespace tc3::inline TC3_NAMESPACE {

/// A call in flight. It is one type for all inputs, can be moved but not copied, and has no heap beyond its request, and no thread.
///
/// The handler is called exactly once, within complete(), fail() or cancel(), on the thread that calls these. Later calls of these
/// have no effect and return false. If a completion is destroyed before that, its destructor calls the handler with
/// interruption::abandoned.
///
/// The handler may move the completion, destroy it, or assign another call to it, unless the destructor called the handler.
/// A completion must not be used by two threads at the same time.
///
/// Lifetime: refers to nothing of profile, input or policy; to the rules and the report of the response_options.
class completion {
public:
    /// The size of the captures of a handler, at most, in bytes: the same with 32-bit pointers, so that a handler compiles everywhere.
    static constexpr std::size_t handler_size = 48;

    /// Makes the completion of a request, whose response is read with `reading_options`. call_async() does this. The handler takes a
    /// call_result<Input>. It must not throw: an exception would leave a call that has already ended, and end the program where a
    /// destructor calls the handler.
    template <has_owning_output Input, class Handler>
    [[nodiscard]] static completion of(http::request request, Handler handler) {
        return of<Input>(std::move(request), {}, std::move(handler));
    }
    template <has_owning_output Input, class Handler>
    [[nodiscard]] static completion of(http::request request, const response_options& reading_options, Handler handler) {
        static_assert(sizeof(Handler) <= handler_size, "the handler captures too much: capture a pointer or a reference to it");
        static_assert(alignof(Handler) <= alignof(std::max_align_t), "the alignment of what the handler captures is too large");
        static_assert(std::is_nothrow_move_constructible_v<Handler>, "the handler captures what may throw when it is moved");
        completion call(std::move(request), reading_options);
        ::new (static_cast<void*>(call.handler_)) Handler(std::move(handler));
        call.operate_ = &operate<Input, Handler>;
        return call;
    }
    completion(completion&& other) noexcept;
    completion(const completion&) = delete;  // moves only: use std::move; a std::function cannot hold it
    /// Abandons the call that this object holds and takes another one. The handler of the abandoned call runs last: it finds the new call
    /// in place and may destroy or replace it.
    completion& operator=(completion other) noexcept;
    ~completion() { end({.interruption = interruption::abandoned}); }

    /// Returns whether there is a call to complete. False after it was completed or moved from.
    [[nodiscard]] explicit operator bool() const noexcept { return operate_ != nullptr; }
    /// Returns the request to send.
    ///
    /// Lifetime: refers to this object. Moving the object ends it: call request() again afterwards.
    [[nodiscard]] http::request_view request() const& noexcept TC3_LIFETIMEBOUND { return request_.view(); }
    http::request_view request() const&& = delete;

    /// Ends the call with a response of any HTTP library. Returns false if the call had ended before. The response is not used any more
    /// when the handler runs. If the output needs more memory than there is, std::bad_alloc leaves this function and the call stays open.
    template <http_response Response>
    bool complete(const Response& response) {
        return end({.status = status_of(response), .date = date_of(response).value_or(unix_time()), .text = body_of(response)});
    }
    /// Ends the call with an error of the transport. Returns false if the call had ended before. std::bad_alloc behaves as in complete().
    template <has_code_and_message Error>
    bool fail(const Error& error) {
        return end({.is_response = false,
                    .never_sent = transport_detail::was_never_sent(error),
                    .code = static_cast<std::int64_t>(error.code),
                    .text = transport_detail::bounded_message(error.message)});
    }
    /// Ends the call with interruption::cancelled. Returns false if the call had ended before. The service may have handled the request.
    bool cancel() { return end({.interruption = interruption::cancelled}); }

private:
    /// What to do with the handler: move it, or call it with the result that the other members describe.
    struct operation {
        tc3::interruption interruption = interruption::none;
        bool is_response = true;
        bool never_sent = false;
        std::int32_t status = 0;
        std::int64_t code = 0;
        unix_time date = {};
        std::string_view text = {};  // the body, or the text of an error
        void* move_handler_to = nullptr;
    };

    completion(http::request request, const response_options& reading_options) noexcept
        : request_(std::move(request)), reading_options_(reading_options) {}

    bool end(const operation& task);

    /// Runs an operation for the types of one call. All calls of a type share this function.
    template <class Input, class Handler>
    static void operate(completion& call, const operation& task) {
        if (task.move_handler_to != nullptr) {
            ::new (task.move_handler_to) Handler(call.take_handler<Handler>());
            return;
        }
        call_result<Input> result = make_result<Input>(task, call.reading_options_);
        Handler handler = call.take_handler<Handler>();  // a local, because the handler may destroy the completion
        handler(std::move(result));
    }

    /// Takes the handler out, which ends the call.
    template <class Handler>
    [[nodiscard]] Handler take_handler() noexcept {
        Handler* stored = std::launder(reinterpret_cast<Handler*>(handler_));
        Handler handler(std::move(*stored));
        stored->~Handler();
        operate_ = nullptr;
        return handler;
    }

    template <class Input>
    [[nodiscard]] static call_result<Input> make_result(const operation& task, const response_options& reading_options) {
        if (task.interruption == interruption::none && task.is_response) {
            auto result = parse_response<Input>(http::response_view{.status = task.status, .body = task.text}, reading_options);
            if (!result) result.error().date = task.date;
            return result;
        }
        return unexpected(failure{.stage = stage::transport,
                                  .interruption = task.interruption,
                                  .never_sent = task.never_sent,
                                  .transport_code = task.code,
                                  .message = std::string(task.text)});
    }

    http::request request_;
    response_options reading_options_;
    void (*operate_)(completion&, const operation&) = nullptr;   // null: there is no call
    alignas(std::max_align_t) std::byte handler_[handler_size];  // an object while operate_ is set
};

TC3_FUNCTION completion::completion(completion&& other) noexcept
    : request_(std::move(other.request_)), reading_options_(other.reading_options_), operate_(other.operate_) {
    if (operate_ != nullptr) operate_(other, {.move_handler_to = handler_});
}

TC3_FUNCTION completion& completion::operator=(completion other) noexcept {
    const completion abandoned(std::move(*this));  // its destructor calls the handler when this function returns
    this->~completion();                           // moving a completion does not throw, so there is always one to put in place
    return *::new (static_cast<void*>(this)) completion(std::move(other));
}

TC3_FUNCTION bool completion::end(const operation& task) {
    if (operate_ == nullptr) return false;
    operate_(*this, task);
    return true;
}

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/transport/call_async.hpp -----------------------------------------------------------------------------------

// A call over a transport that does not wait: the result goes to a handler.

namespace tc3::inline TC3_NAMESPACE {

/// A callable that sends a request without waiting: `void operator()(tc3::completion)`.
///
/// It keeps the completion, sends its request(), and completes it once, on any thread. A handler may start another call over the same
/// transport, so take a completion out of a queue before you complete or destroy it.
template <class Transport>
concept async_transport = std::invocable<Transport&, completion>;

/// A callable that takes the result of a call.
template <class Handler, class Input>
concept handler_of = std::invocable<Handler&, call_result<Input>>;

/// Calls an action and passes the result to `handler`, exactly once.
///
/// The handler runs before call_async() returns if there is nothing to send or the transport completes at once. Otherwise it runs when the
/// transport completes, fails, cancels or drops the call: see completion.
///
/// An exception leaves call_async() after the handler has got a failure: with interruption::thrown if the request could not be made,
/// because memory ran out or a signer threw; with interruption::abandoned if the transport threw without keeping the call. That failure
/// needs no memory. The handler must not throw: it can run in a destructor while the exception passes, where a second one ends the program.
///
/// Errors: those of call().
/// Lifetime: nothing of input, profile and options is kept: the request is written before call_async() returns. The handler is kept, and
/// destroyed as soon as it has run: what it refers to must live until then.
template <async_transport Transport, class Input = untyped_input, handler_of<Input> Handler>
    requires has_owning_output<Input>
void call_async(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now, const request_options& options,
                Handler handler);

/// Calls an action, and reads the response by options.
///
/// Lifetime: the rules and the report of `reading_options` must live until the handler has run.
template <async_transport Transport, class Input = untyped_input, handler_of<Input> Handler>
    requires has_owning_output<Input>
void call_async(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now, const request_options& options,
                const response_options& reading_options, Handler handler);

/// The arguments of a call_async().
template <class Transport, class Input, class Profile, class Now, class Handler>
concept async_call = async_transport<Transport> && has_owning_output<Input> && profile_and_time<Profile, Now> && handler_of<Handler, Input>;

/// The result of call_async() with wrong arguments: the compiler stops in it, with a sentence that says what is wrong.
template <class Transport, class Input, class Profile, class Now, class Handler>
struct call_async_mistake {
    static_assert(async_transport<Transport>, "the first argument must be a transport: a callable that takes a tc3::completion");
    static_assert(transport_detail::require_owning_output<Input>());
    static_assert(transport_detail::require_profile_and_time<Profile, Now>());
    static_assert(!has_output<Input> || handler_of<Handler, Input>, "the handler must take a tc3::call_result<Input> of the input");
};
/// The result of call_async() with too few arguments.
template <class Transport>
struct incomplete_call_async {
    static_assert(std::is_void_v<Transport>,
                  "call_async() takes the time, options and a handler after the profile: (transport, input, profile, now, {}, handler)");
};
/// Not defined: stop the compiler with a sentence about the argument that does not fit.
template <class Transport, class Input = untyped_input, class Profile = client_profile_view, class Now = unix_time, class Handler>
    requires(!async_call<Transport, Input, Profile, Now, Handler>)
call_async_mistake<Transport, Input, Profile, Now, Handler> call_async(Transport&& send, const Input& input, Profile&& profile, Now&& now,
                                                                       const request_options& options, Handler handler);
template <class Transport, class Input = untyped_input, class Profile = client_profile_view, class Now = unix_time, class Handler>
    requires(!async_call<Transport, Input, Profile, Now, Handler>)
call_async_mistake<Transport, Input, Profile, Now, Handler> call_async(Transport&& send, const Input& input, Profile&& profile, Now&& now,
                                                                       const request_options& options,
                                                                       const response_options& reading_options, Handler handler);
template <class Transport, class Input = untyped_input, class Profile = client_profile_view, class Now = unix_time,
          class Last = request_options>
incomplete_call_async<Transport> call_async(Transport&& send, const Input& input, Profile&& profile, Now&& now = {}, Last&& last = {});

/// Sends a request and passes the result to `handler`: the second half of call_async(), for a request that prepare_request() and attach()
/// made. A failed `request` goes to the handler.
template <has_owning_output Input, async_transport Transport, handler_of<Input> Handler>
void send_async(Transport&& send, result<http::request, failure> request, Handler handler);
template <has_owning_output Input, async_transport Transport, handler_of<Input> Handler>
void send_async(Transport&& send, result<http::request, failure> request, const response_options& reading_options, Handler handler);

namespace transport_detail {

/// Calls a handler with a failure when it is destroyed, unless release() was called: when an exception passes. A catch clause would not
/// compile without exceptions.
template <class Input, class Handler>
class handler_guard {
public:
    explicit handler_guard(Handler& handler) noexcept : handler_(&handler) {}
    handler_guard(const handler_guard&) = delete;
    handler_guard& operator=(const handler_guard&) = delete;
    ~handler_guard() {
        if (handler_ != nullptr) (*handler_)(call_result<Input>(error_made_in_place, no_request));
    }
    void release() noexcept { handler_ = nullptr; }

private:
    [[nodiscard]] static failure no_request() noexcept { return {.stage = stage::request, .interruption = interruption::thrown}; }

    Handler* handler_;
};

}  // namespace transport_detail

template <async_transport Transport, class Input, handler_of<Input> Handler>
    requires has_owning_output<Input>
void call_async(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now, const request_options& options,
                Handler handler) {
    call_async(send, input, profile, now, options, {}, std::move(handler));
}

template <async_transport Transport, class Input, handler_of<Input> Handler>
    requires has_owning_output<Input>
void call_async(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now, const request_options& options,
                const response_options& reading_options, Handler handler) {
    transport_detail::handler_guard<Input, Handler> on_exception(handler);
    result<http::request, failure> request = transport_detail::make_whole_request(input, profile, now, options);
    on_exception.release();
    send_async<Input>(send, std::move(request), reading_options, std::move(handler));
}

template <has_owning_output Input, async_transport Transport, handler_of<Input> Handler>
void send_async(Transport&& send, result<http::request, failure> request, Handler handler) {
    send_async<Input>(send, std::move(request), {}, std::move(handler));
}

template <has_owning_output Input, async_transport Transport, handler_of<Input> Handler>
void send_async(Transport&& send, result<http::request, failure> request, const response_options& reading_options, Handler handler) {
    request = transport_detail::require_whole(std::move(request));
    if (!request) return handler(call_result<Input>(error_made_in_place, [&] { return std::move(request).error(); }));
    send(completion::of<Input>(*std::move(request), reading_options, std::move(handler)));
}

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/transport/call_into.hpp ------------------------------------------------------------------------------------

// A call in memory that you pass: no heap.

namespace tc3::inline TC3_NAMESPACE {

/// A result whose response has a view for a body. A body that the response owns would not outlive it, but the output refers to it.
template <class Result>
concept returns_body_view = lends_its_body<std::remove_cvref_t<decltype(*std::declval<Result&>())>>;

/// A callable that sends a request, waits, and writes the body of the response into memory that it is given:
/// `result<R, E> operator()(const http::request_view&, std::span<char>)`.
///
/// R and E are those of a transport, with a view for a body: http::response_view is one. The body may also be in other memory that outlives
/// the output, such as a buffer of the HTTP library. If the body does not fit, the transport returns what it has and sets `body_size`, if R
/// has one.
template <class Transport>
concept transport_into = std::invocable<Transport&, const http::request_view&, std::span<char>> &&
                         transport_result<std::invoke_result_t<Transport&, const http::request_view&, std::span<char>>> &&
                         returns_body_view<std::invoke_result_t<Transport&, const http::request_view&, std::span<char>>>;

/// An input whose output is borrowed.
template <class Input>
concept has_borrowed_output = has_output<Input> && std::same_as<output_storage_t<Input>, borrowed>;

/// Memory that a workspace can be made of: an array or a span of one-byte elements.
template <class Memory>
concept workspace_memory = !std::same_as<std::remove_cvref_t<Memory>, workspace> && requires(Memory& memory) { workspace(memory); };

/// Calls an action without a heap, in a workspace or in an array, which is overwritten from its start. The memory holds the request, the
/// response, and the output's lists, nested structs and unescaped text.
///
/// Errors: those of make_request_into() and parse_response(); stage `transport` with number and text of the transport; not_allowed for the
/// option `stream_body`. If memory runs out, `reason.needed` is the size needed for the current step: request, response or output. Later
/// steps may need more, and the service may already have handled the request, so allow a margin. `needed` may come from the `body_size` of
/// the response: limit it before you allocate that much.
/// Lifetime: output and failure refer to the response and to the memory, until the workspace is cleared or the array used again. A call
/// that fails before there is a response gives the memory back, except for the text of its failure. The next call in a workspace uses what
/// is left.
template <transport_into Transport, has_borrowed_output Input>
[[nodiscard]] call_result<Input> call_into(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now,
                                           const request_options& options, workspace& space TC3_LIFETIMEBOUND);
template <transport_into Transport, has_borrowed_output Input, workspace_memory Memory>
[[nodiscard]] call_result<Input> call_into(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now,
                                           const request_options& options, Memory&& memory TC3_LIFETIMEBOUND);

/// Calls an action, and reads the response by options.
template <transport_into Transport, has_borrowed_output Input>
[[nodiscard]] call_result<Input> call_into(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now,
                                           const request_options& options, const response_options& reading_options,
                                           workspace& space TC3_LIFETIMEBOUND);
template <transport_into Transport, has_borrowed_output Input, workspace_memory Memory>
[[nodiscard]] call_result<Input> call_into(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now,
                                           const request_options& options, const response_options& reading_options,
                                           Memory&& memory TC3_LIFETIMEBOUND);

namespace transport_detail {

template <class Transport>
[[nodiscard]] constexpr bool require_transport_into() noexcept {
    constexpr bool takes_memory = std::invocable<Transport&, const http::request_view&, std::span<char>>;
    static_assert(takes_memory,
                  "the first argument must be a transport into memory: a callable that takes (tc3::http::request_view, std::span<char>)");
    if constexpr (takes_memory) {
        using result = std::invoke_result_t<Transport&, const http::request_view&, std::span<char>>;
        static_assert(require_transport_result<result>());
        static_assert(
            !transport_result<result> || returns_body_view<result>,
            "the body of the transport's response must be a view, such as std::string_view, of the memory that the transport fills");
    }
    return true;
}

template <class Input>
[[nodiscard]] constexpr bool require_borrowed_output() noexcept {
    static_assert(require_output<Input>());
    if constexpr (has_output<Input>) {
        constexpr bool is_owning = has_owning_output<Input>;
        static_assert(!is_owning, "the output of this input owns its memory: use call(), or an input with the storage tc3::borrowed");
        static_assert(is_owning || has_borrowed_output<Input>,
                      "call_into() takes inputs with the storage tc3::borrowed: with a storage of your own use make_request_into() and "
                      "parse_response()");
    }
    return true;
}

}  // namespace transport_detail

/// The memory of a call: a workspace in a variable, or what one can be made of.
template <class Memory>
concept call_memory = workspace_memory<Memory> || std::convertible_to<Memory, workspace&>;

/// The arguments of a call_into().
template <class Transport, class Input, class Profile, class Now, class Memory>
concept call_in_memory = transport_into<Transport> && has_borrowed_output<Input> && profile_and_time<Profile, Now> && call_memory<Memory>;

/// The result of call_into() with wrong arguments: the compiler stops in it, with a sentence that says what is wrong.
template <class Transport, class Input, class Profile, class Now, class Memory>
struct call_into_mistake {
    static_assert(transport_detail::require_transport_into<Transport>());
    static_assert(transport_detail::require_borrowed_output<Input>());
    static_assert(transport_detail::require_profile_and_time<Profile, Now>());
    static_assert(call_memory<Memory>, "the last argument must be memory: an array or a span of char, or a tc3::workspace in a variable");
};
/// The result of call_into() with too few arguments.
template <class Transport>
struct incomplete_call_into {
    static_assert(std::is_void_v<Transport>,
                  "call_into() takes the time, options and memory after the profile: (transport, input, profile, now, {}, memory)");
};
/// Not defined: stop the compiler with a sentence about the argument that does not fit.
template <class Transport, class Input = untyped_input, class Profile = client_profile_view, class Now = unix_time, class Memory>
    requires(!call_in_memory<Transport, Input, Profile, Now, Memory>)
call_into_mistake<Transport, Input, Profile, Now, Memory> call_into(Transport&& send, const Input& input, Profile&& profile, Now&& now,
                                                                    const request_options& options, Memory&& memory);
template <class Transport, class Input = untyped_input, class Profile = client_profile_view, class Now = unix_time, class Memory>
    requires(!call_in_memory<Transport, Input, Profile, Now, Memory>)
call_into_mistake<Transport, Input, Profile, Now, Memory> call_into(Transport&& send, const Input& input, Profile&& profile, Now&& now,
                                                                    const request_options& options, const response_options& reading_options,
                                                                    Memory&& memory);
template <class Transport, class Input = untyped_input, class Profile = client_profile_view, class Now = unix_time,
          class Last = request_options>
incomplete_call_into<Transport> call_into(Transport&& send, const Input& input, Profile&& profile, Now&& now = {}, Last&& last = {});

namespace transport_detail {

/// Returns how many bytes of the lent memory a response uses: up to the end of the body, or 0 if the body is elsewhere. For a body that did
/// not fit, returns its size.
template <class Response>
[[nodiscard]] std::size_t used_size(const Response& response, std::span<const char> lent) noexcept {
    const std::string_view body = body_of(response);
    if constexpr (requires { response.body_size; }) {
        const auto size = static_cast<std::int64_t>(response.body_size);  // some HTTP libraries have -1 for an unknown size
        if (size > static_cast<std::int64_t>(body.size())) return static_cast<std::size_t>(size);
    }
    if (body.empty()) return 0;
    // Integers, because pointers into different arrays must not be compared.
    const auto first = reinterpret_cast<std::uintptr_t>(lent.data());
    const auto end = reinterpret_cast<std::uintptr_t>(body.data()) + body.size();
    return end > first && end <= first + lent.size() ? end - first : 0;
}

/// Sets the failure of a transport. Its text is kept in the workspace if there is room.
template <class Error>
void set_transport_error(borrowed_failure& failed, workspace& space, const Error& error) {
    failed.stage = stage::transport;
    failed.never_sent = was_never_sent(error);
    failed.transport_code = static_cast<std::int64_t>(error.code);
    const std::string_view message = bounded_message(error.message);
    if (message.size() <= space.available()) failed.message = space.keep(message);
}

/// Makes the request, sends it and reads the response. `space` has no lifetime attribute: it may be a local of the caller, and the result
/// refers only to its memory.
template <class Input, class Transport>
[[nodiscard]] call_result<Input> exchange_into(Transport& send, const input_ref& input, const client_profile_view& profile,
                                               const unix_time& now, const request_options& options,
                                               const response_options& reading_options, workspace& space) {
    call_result<Input> result(made_in_place, [] { return output_of_t<Input>{}; });
    const workspace::mark before = space.current_mark();
    http::request_view request;
    const error reason = options.stream_body ? streamed_body : write_request(request, input, profile, now, options, space);
    if (reason.code != errc::none) {
        set_reason(result.emplace_error(), reason);
        return result;
    }
    workspace_loan loan(space, before);
    const auto sent = send(request, loan.memory());
    loan.end(sent.has_value() ? used_size(*sent, loan.memory()) : 0);
    if (!sent.has_value()) {
        space.return_to(before);
        set_transport_error(result.emplace_error(), space, sent.error());
        return result;
    }
    const auto& response = *sent;
    const std::int32_t status = status_of(response);
    if (space.complete()) {
        read_output<Input>(result, body_of(response), status, reading_options, space);
        keep_date(result, response);
        return result;
    }
    const error shortage = space.shortage();
    space.return_to(before);
    set_storage_failure(result.emplace_error(), shortage, status, action_of<Input>.name);
    keep_date(result, response);
    return result;
}

}  // namespace transport_detail

template <transport_into Transport, has_borrowed_output Input>
call_result<Input> call_into(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now,
                             const request_options& options, workspace& space) {
    return transport_detail::exchange_into<Input>(send, input, profile, now, options, {}, space);
}

template <transport_into Transport, has_borrowed_output Input>
call_result<Input> call_into(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now,
                             const request_options& options, const response_options& reading_options, workspace& space) {
    return transport_detail::exchange_into<Input>(send, input, profile, now, options, reading_options, space);
}

template <transport_into Transport, has_borrowed_output Input, workspace_memory Memory>
call_result<Input> call_into(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now,
                             const request_options& options, Memory&& memory) {
    workspace space(memory);
    return transport_detail::exchange_into<Input>(send, input, profile, now, options, {}, space);
}

template <transport_into Transport, has_borrowed_output Input, workspace_memory Memory>
call_result<Input> call_into(Transport&& send, const Input& input, const client_profile_view& profile, unix_time now,
                             const request_options& options, const response_options& reading_options, Memory&& memory) {
    workspace space(memory);
    return transport_detail::exchange_into<Input>(send, input, profile, now, options, reading_options, space);
}

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/faceid/types/error_code.hpp --------------------------------------------------------------------------------

// An error code of eKYC and its meaning: a row of faceid/types/error_codes.hpp.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// An error code of eKYC with its meaning and what to do about it. Returned by describe().
///
/// Lifetime: the views refer to constants.
struct error_code_info {
    std::string_view code = {};                         ///< in the service's spelling: "FailedOperation.LivessDetectFail"
    std::string_view meaning = {};                      ///< a few words without a full stop; empty for an unknown code
    error_category category = error_category::unknown;  ///< the kind of error
    tc3::retry retry = retry::never;                    ///< what to do before a repeat; faceid::retry_advice() also considers the action
    std::uint8_t repeats = 3;                           ///< the largest number of repeats in a row
    std::uint8_t first_wait = 1;                        ///< seconds to wait before the first repeat
};

}  // namespace tc3::inline TC3_NAMESPACE::faceid

// ---- tc3/faceid/types/error_codes.hpp -------------------------------------------------------------------------------

// The error codes of eKYC. Made by tools/generate.py from tools/faceid.json.
// Source: https://www.tencentcloud.com/document/product/1061

namespace tc3::inline TC3_NAMESPACE::faceid {

/// All known codes, sorted by their bytes, as describe() requires.
inline constexpr error_code_info error_codes[] = {
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
    {"FailedOperation", "operation failed", error_category::request},
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
    {"FailedOperation.LipSizeError", "video empty or of a wrong length (needs about 6 s)", error_category::request},
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
    {"FailedOperation.OcrWarningOccurred", "a requested document warning, see Warnings", error_category::verification_outcome},
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
    {"FailedOperation.SilentTooShort", "video too short (needs more than 2 s)", error_category::request},
    {"FailedOperation.StsUnAuthErrError", "STS role not authorised for the encryption service", error_category::permission},
    {"FailedOperation.UnKnowError", "unknown error", error_category::service, retry::with_back_off_if_harmless},
    {"FailedOperation.UnKnown", "unknown internal error", error_category::service, retry::with_back_off_if_harmless, 2},
    {"FailedOperation.UnOpenError", "service not opened", error_category::permission},
    {"FailedOperation.VideoDecodeFailed", "video could not be decoded", error_category::request},
    {"FailedOperation.VideoDurationExceeded", "video longer than 20 s", error_category::request},
    {"InternalError", "internal error", error_category::service, retry::with_back_off_if_harmless},
    {"InternalError.ActionLightDark", "too dark", error_category::verification_outcome},
    {"InternalError.ActionLightStrong", "too bright", error_category::verification_outcome},
    {"InternalError.ActionNodetectFace", "no complete face seen", error_category::verification_outcome},
    {"InternalError.CompareLowSimilarity", "similarity under the pass mark", error_category::verification_outcome},
    {"InternalError.EncryptSystemError", "server could not encrypt", error_category::service, retry::with_back_off_if_harmless, 1},
    {"InternalError.LifePhotoPoorQuality", "photo resolution too low", error_category::verification_outcome},
    {"InternalError.LifePhotoSizeError", "photo too large or too small", error_category::request},
    {"InternalError.UnKnown", "unknown internal error", error_category::service, retry::with_back_off_if_harmless},
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
    {"RequestLimitExceeded", "rate limit exceeded", error_category::throttling, retry::with_back_off, 5},
    {"RequestLimitExceeded.GlobalRegionUinLimitExceeded", "account rate limit over all regions exceeded", error_category::throttling,
     retry::with_back_off, 5},
    {"RequestLimitExceeded.IPLimitExceeded", "rate limit for the caller address exceeded", error_category::throttling, retry::with_back_off,
     5},
    {"RequestLimitExceeded.UinLimitExceeded", "account rate limit exceeded", error_category::throttling, retry::with_back_off, 5},
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

}  // namespace tc3::inline TC3_NAMESPACE::faceid

// ---- tc3/faceid/advice/describe.hpp ---------------------------------------------------------------------------------

// describe(): the meaning of an error code of eKYC.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Returns the meaning of an error code. Case matters.
///
/// `code` may come from a failure or from the result field of an output. For eKYC use it instead of tc3::describe_error_code(): the common
/// codes are in its table, too.
///
/// The `code` of the return value tells which row applies. A code that has no row gets the row of its family, the part before the first
/// dot, but only throttling keeps its advice to repeat the call.
/// Three families give no row to such a code, because they mix outcomes, errors of the input and errors of the service: FailedOperation,
/// InternalError and ResourceUnavailable. `InternalError.CompareLowSimilarity`, for one, is an outcome of a check. There, and in an
/// unknown family, a code without a row returns an empty error_code_info: category unknown, never repeat.
/// Cost: a binary search.
[[nodiscard]] constexpr error_code_info describe(std::string_view code) noexcept;

namespace detail {

/// Returns the row of a code, or an empty one.
[[nodiscard]] constexpr error_code_info find_row(std::string_view code) noexcept {
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

/// Returns the row for a code that has none of its own. Differs from tc3::describe_error_code() in the mixed families, which get no row
/// here: that function is for every product, and which families are mixed is known for eKYC only.
[[nodiscard]] constexpr error_code_info describe_by_family(std::string_view code) noexcept {
    const std::string_view family = slice(code, 0, code.find('.'));
    if (family.size() == code.size() || is_mixed_family(family)) return {};
    error_code_info known = find_row(family);
    if (known.retry == retry::with_back_off_if_harmless) known.retry = retry::never;
    return known;
}

}  // namespace detail

constexpr error_code_info describe(std::string_view code) noexcept {
    if (const error_code_info own = detail::find_row(code); !own.code.empty()) return own;
    return detail::describe_by_family(code);
}

}  // namespace tc3::inline TC3_NAMESPACE::faceid

// ---- tc3/faceid/advice/next_attempt.hpp -----------------------------------------------------------------------------

// Whether, how and when to repeat a call to eKYC that failed. Arithmetic only: it has no clock, no random numbers, and does not wait.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// What to do after a failed attempt. Every attempt must be signed again.
struct retry_plan {
    tc3::retry retry = retry::never;      ///< what to do before the next attempt; not with_back_off_if_harmless, which is decided here
    std::uint32_t wait_milliseconds = 0;  ///< the time from now to the next attempt

    /// Returns whether there should be another attempt.
    [[nodiscard]] constexpr bool again() const noexcept { return retry != retry::never; }
};

/// The limit of one step of the back-off, unless the first step is longer.
inline constexpr std::uint32_t longest_back_off_milliseconds = 60'000;

/// Returns what to do before a call to eKYC is repeated, without counting attempts. `failed` is the failure of the last attempt, `action`
/// is `action_of<Input>`.
///
/// This function knows the error codes and actions of eKYC; tc3::retry_advice(failed) fits any service, and knows neither. If the failed
/// attempt may have taken effect (no response, or an error of the service), only an action that is harmless to repeat is repeated. A
/// request that was never sent or was throttled has not been processed, so any action may be repeated. Never returns
/// retry::with_back_off_if_harmless.
template <class Storage>
[[nodiscard]] constexpr retry retry_advice(const basic_failure<Storage>& failed, const action& action) noexcept;

/// Returns whether and when to repeat a call to eKYC: retry_advice() with a wait, up to the number of repetitions that the
/// error code allows (`repeats`, mostly 3). Use this for eKYC, and tc3::retry_advice() for any other service.
///
/// `failed` is the failure of the last attempt, `action` is `action_of<Input>`. `attempts` counts the attempts so far: 1 after the first.
/// `random` is a random number, uniform over 32 bits and different for each attempt: it keeps clients that failed together from repeating
/// together.
///
///     const auto plan = faceid::next_attempt<faceid::get_liveness_result>(result.error(), attempts, random());
///     if (plan.again()) repeat_after(plan.wait_milliseconds);
///
/// The wait is step * (1 + random / 2^32), where step = min(first * 2^(attempts - 1), longest_back_off_milliseconds) and `first` is the
/// first_wait of the error code, in milliseconds. For a throttled request, 1000 / calls_per_second ms are added to `first`: the limit is
/// per calendar second, so `first` waits until that second is over, and the addition spreads the calls over the next one.
template <class Storage>
[[nodiscard]] constexpr retry_plan next_attempt(const basic_failure<Storage>& failed, const action& action, std::uint32_t attempts,
                                                std::uint32_t random) noexcept;

/// Takes the action from the input type.
template <has_action Input, class Storage>
[[nodiscard]] constexpr retry_plan next_attempt(const basic_failure<Storage>& failed, std::uint32_t attempts,
                                                std::uint32_t random) noexcept {
    return next_attempt(failed, action_of<Input>, attempts, random);
}

namespace detail {

/// Replaces retry::with_back_off_if_harmless by a decision.
[[nodiscard]] constexpr retry decide_by_harm(retry advice, repeat_safety repeat) noexcept {
    if (advice != retry::with_back_off_if_harmless) return advice;
    return repeat == repeat_safety::harmless ? retry::with_back_off : retry::never;
}

/// Returns the row of the error code. Without a known code, the advice depends on the stage and the HTTP status.
template <class Storage>
[[nodiscard]] constexpr error_code_info describe_failure(const basic_failure<Storage>& failed) noexcept {
    error_code_info known = with_view(failed.code, [](std::string_view code) { return describe(code); });
    if (known.category == error_category::unknown) known.retry = tc3::retry_advice(failed);
    return known;
}

/// A limit that is not documented counts as one call per second.
[[nodiscard]] constexpr std::uint32_t milliseconds_between_calls(std::uint16_t calls_per_second) noexcept {
    return 1000U / (calls_per_second == 0 ? 1U : calls_per_second);
}

/// Returns min(first * 2^(attempts - 1), longest), where longest is at least `first`.
[[nodiscard]] constexpr std::uint32_t back_off_step(std::uint32_t first, std::uint32_t attempts) noexcept {
    const std::uint32_t longest = first < longest_back_off_milliseconds ? longest_back_off_milliseconds : first;
    std::uint32_t step = first;
    for (std::uint32_t i = 1; i < attempts && step < longest; ++i) step *= 2;
    return step < longest ? step : longest;
}

/// Returns a time from `step` to less than twice `step`.
[[nodiscard]] constexpr std::uint32_t add_jitter(std::uint32_t step, std::uint32_t random) noexcept {
    return step + static_cast<std::uint32_t>((std::uint64_t{step} * random) >> 32U);
}

}  // namespace detail

template <class Storage>
constexpr retry retry_advice(const basic_failure<Storage>& failed, const action& action) noexcept {
    return detail::decide_by_harm(detail::describe_failure(failed).retry, action.repeat);
}

template <class Storage>
constexpr retry_plan next_attempt(const basic_failure<Storage>& failed, const action& action, std::uint32_t attempts,
                                  std::uint32_t random) noexcept {
    const error_code_info known = detail::describe_failure(failed);
    const retry advice = detail::decide_by_harm(known.retry, action.repeat);
    if (advice == retry::never || attempts > known.repeats) return {};
    const bool is_throttled = known.category == error_category::throttling || failed.status == 429;
    const std::uint32_t first =
        known.first_wait * 1000U + (is_throttled ? detail::milliseconds_between_calls(action.calls_per_second) : 0U);
    return {.retry = advice, .wait_milliseconds = detail::add_jitter(detail::back_off_step(first, attempts), random)};
}

}  // namespace tc3::inline TC3_NAMESPACE::faceid

// ---- tc3/faceid/types/result_code.hpp -------------------------------------------------------------------------------

// A code that states an outcome and its meaning: a row of the tables `all` beside the values of an output, as in `sdk_result`.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Whether the service charges for a result, as far as the manual says.
enum class billing : std::uint8_t { unknown, free, billed };

/// A code that states an outcome.
///
/// Lifetime: the views refer to constants.
struct result_code {
    std::string_view code;  ///< a number as its decimal digits
    std::string_view text;  ///< its meaning in a few words, without a full stop
    faceid::billing billing = faceid::billing::unknown;
    /// verification_outcome if the service decided about the person, else the kind of error that prevented one.
    error_category category = error_category::verification_outcome;
};

}  // namespace tc3::inline TC3_NAMESPACE::faceid

// ---- tc3/faceid/advice/outcome.hpp ----------------------------------------------------------------------------------

// outcome(): did the person pass? A call can succeed and still say no; this reads the outcome from the output.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// What an output says of the person.
enum class outcome_state : std::uint8_t {
    unknown,     ///< no outcome: the field is absent, null, empty or invalid text
    pending,     ///< no outcome yet: read the result again later
    passed,      ///< the person passed
    not_passed,  ///< any other code, also of a check that failed, or one that tc3 does not know: see decided()
};

/// Returns the name of a state: "not passed".
[[nodiscard]] constexpr std::string_view name_of(outcome_state state) noexcept {
    switch (state) {
        case outcome_state::unknown: return "unknown";
        case outcome_state::pending: return "pending";
        case outcome_state::passed: return "passed";
        case outcome_state::not_passed: return "not passed";
    }
    return "";
}

/// The number of characters of a code that outcome_info keeps. The codes of the service are shorter than 50.
inline constexpr std::size_t longest_outcome_code = 63;

/// The outcome in an output, with its code and the meaning of the code. It holds no personal data except the outcome.
///
/// Lifetime: independent of the output; `text` refers to a constant.
struct outcome_info {
    outcome_state state = outcome_state::unknown;
    fixed_text<longest_outcome_code> code = {};  ///< the code in the output, "1001"; a number as its decimal digits
    std::string_view text = {};                  ///< the meaning of the code; empty for a code that tc3 does not know
    /// verification_outcome if the service decided about the person; the kind of error that prevented this; else unknown.
    error_category category = error_category::unknown;

    [[nodiscard]] constexpr bool passed() const noexcept { return state == outcome_state::passed; }
    [[nodiscard]] constexpr bool pending() const noexcept { return state == outcome_state::pending; }
    /// Returns whether the service examined the person and decided; the same input will get the same outcome. Check it after `not_passed`:
    /// if false, the check itself failed or tc3 does not know the code, and nothing is said of the person.
    [[nodiscard]] constexpr bool decided() const noexcept { return category == error_category::verification_outcome; }
};

/// Where an output states its outcome, and by which codes. `Field` points to the member, an optional text or an optional integer.
///
/// Lifetime: refers to constants.
template <auto Field>
struct outcome_source {
    static constexpr auto field = Field;
    std::span<const std::string_view> passed;    ///< the codes that mean passed; numbers as their decimal digits
    std::string_view pending = {};               ///< the code that means pending; empty: the manual names none
    std::span<const result_code> meanings = {};  ///< the known codes
    /// Describes the codes that `meanings` lacks, if error codes occur as results.
    error_code_info (*others)(std::string_view) noexcept = nullptr;
};

namespace detail {
struct no_outcome {};
}  // namespace detail

/// Where outputs of a type state their outcome. Specialize it for a type of your own, whose field table reads the member exactly, so that
/// a value of another type is no code:
///
///     template <>
///     inline constexpr auto tc3::fields_of<my_output> = tc3::field_table(tc3::field_of<&my_output::result>("Result").exact());
///     template <>
///     inline constexpr auto tc3::faceid::outcome_source_of<my_output> =
///         tc3::faceid::outcome_source<&my_output::result>{.passed = my_codes};
template <class Output>
inline constexpr detail::no_outcome outcome_source_of{};

/// An output that states an outcome. The output of an action that only issues a token does not.
template <class Output>
concept has_outcome = requires { outcome_source_of<Output>.passed; };

/// Returns whether the person passed, as an output states it.
///
///     const auto outcome = tc3::faceid::outcome(*output);
///     if (outcome.passed()) ...
///
/// The service's own words are in the output, in a member such as `description`. Show them to people only: they depend on the language
/// and may change.
/// Cost: no allocation; a search in the table of codes.
template <has_outcome Output>
[[nodiscard]] constexpr outcome_info outcome(const Output& output) noexcept;

/// Writes an outcome as one line without a line end: "not passed: 1005: liveness check failed". The code is written by write_printable().
template <sink S>
void write_outcome(S& out, const outcome_info& outcome);

/// Returns an outcome as one line without a line end.
[[nodiscard]] std::string to_string(const outcome_info& outcome);

namespace detail {

using outcome_code = fixed_text<longest_outcome_code>;

template <std::integral Number>
[[nodiscard]] constexpr outcome_code code_of(Number value) noexcept {
    outcome_code code;
    write_decimal(code, value);
    return code;
}

template <text_type Text>
[[nodiscard]] constexpr outcome_code code_of(const Text& value) noexcept {
    outcome_code code;
    // The valid beginning of an invalid text could equal a code.
    return write_text(code, value) ? code : outcome_code();
}

[[nodiscard]] constexpr outcome_state state_of(std::string_view code, std::span<const std::string_view> passed,
                                               std::string_view pending) noexcept {
    if (code.empty()) return outcome_state::unknown;
    if (code == pending) return outcome_state::pending;
    for (const std::string_view each : passed) {
        if (code == each) return outcome_state::passed;
    }
    return outcome_state::not_passed;
}

/// Returns the meaning of a code, or an empty result_code for one that is not known.
[[nodiscard]] constexpr result_code meaning_of(std::string_view code, std::span<const result_code> meanings,
                                               error_code_info (*others)(std::string_view) noexcept) noexcept {
    for (const result_code& known : meanings) {
        if (known.code == code) return known;
    }
    const error_code_info known = others != nullptr ? others(code) : error_code_info();
    return {.code = known.code, .text = known.meaning, .category = known.category};
}

[[nodiscard]] constexpr error_category category_of(outcome_state state, const result_code& meaning) noexcept {
    switch (state) {
        case outcome_state::unknown:
        case outcome_state::pending: return error_category::unknown;
        case outcome_state::passed: return error_category::verification_outcome;
        case outcome_state::not_passed: return meaning.category;
    }
    return error_category::unknown;
}

}  // namespace detail

template <has_outcome Output>
constexpr outcome_info outcome(const Output& output) noexcept {
    constexpr const auto& source = outcome_source_of<Output>;
    static_assert(is_read_exactly<source.field, Output>(), "what decides must be read exactly: append .exact() to its row in fields_of");
    const auto& value = output.*(source.field);
    const detail::outcome_code code = value.has_value() ? detail::code_of(*value) : detail::outcome_code();
    const outcome_state state = detail::state_of(code.view(), source.passed, source.pending);
    const result_code meaning = detail::meaning_of(code.view(), source.meanings, source.others);
    return {.state = state, .code = code, .text = meaning.text, .category = detail::category_of(state, meaning)};
}

template <sink S>
void write_outcome(S& out, const outcome_info& outcome) {
    out.append(name_of(outcome.state));
    out.append(": ");
    write_printable(out, outcome.code.size() != 0 ? outcome.code.view() : "no code");
    if (!outcome.text.empty() && outcome.text != name_of(outcome.state)) {
        out.append(": ");
        out.append(outcome.text);
    }
}

TC3_FUNCTION std::string to_string(const outcome_info& outcome) {
    std::string line;
    write_outcome(line, outcome);
    return line;
}

}  // namespace tc3::inline TC3_NAMESPACE::faceid

// ---- tc3/faceid/types/session_life.hpp ------------------------------------------------------------------------------

// How long the service keeps a session. The numbers of each action are in its header.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Time limits of a session, in seconds after its token was issued.
struct session_life {
    std::int64_t start_within;  ///< the app or browser has to start by then
    std::int64_t readable_for;  ///< the result can be read until then, any number of times
};

namespace detail {
struct no_session {};
}  // namespace detail

/// The life of the sessions that an action reads, by its input: `session_life_of<get_liveness_result>`.
template <class Input>
inline constexpr detail::no_session session_life_of{};

}  // namespace tc3::inline TC3_NAMESPACE::faceid

// ---- tc3/faceid/advice/polling.hpp ----------------------------------------------------------------------------------

// When to read the result of a session again, and when to give up. Arithmetic only: it has no clock and does not wait.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// The schedule of polling, in seconds. If the app, or the redirect of the browser, reports the end of the session to you, read the result
/// then and do not poll.
struct polling_schedule {
    std::int64_t first_wait = 2;
    std::int64_t longest_wait = 30;    ///< each wait is twice the one before, up to this limit
    std::int64_t give_up_after = 900;  ///< after the token was issued: 10 minutes to start, 5 to finish
};

/// Returns the seconds to wait before the result is read again, or nothing when it is time to give up: the session would be older than
/// `give_up_after`, or its result would no longer be readable.
/// Also nothing if a time is out of range.
///
/// `begun` is the time at which the token was issued. `attempts` is how often the result has been read so far without an outcome.
/// No wait is shorter than one second. wait = min(first_wait * 2^max(attempts - 1, 0), longest_wait).
///
///     const auto life = faceid::session_life_of<faceid::get_liveness_result>;
///     const auto seconds = faceid::next_wait({}, life, begun, now, attempts);
[[nodiscard]] constexpr std::optional<std::int64_t> next_wait(const polling_schedule& schedule, const session_life& life, unix_time begun,
                                                              unix_time now, std::uint32_t attempts) noexcept {
    if (!begun.in_range() || !now.in_range()) return std::nullopt;
    const std::int64_t longest = schedule.longest_wait < 1 ? 1 : schedule.longest_wait;
    std::int64_t wait = schedule.first_wait < 1 ? 1 : schedule.first_wait;
    for (std::uint32_t i = 1; i < attempts && wait < longest; ++i) wait = wait > longest / 2 ? longest : wait * 2;
    if (wait > longest) wait = longest;

    const std::int64_t end = schedule.give_up_after < life.readable_for ? schedule.give_up_after : life.readable_for;
    const std::int64_t age = now.seconds < begun.seconds ? 0 : now.seconds - begun.seconds;
    if (age >= end || wait > end - age) return std::nullopt;
    return wait;
}

}  // namespace tc3::inline TC3_NAMESPACE::faceid

// ---- tc3/faceid/advice/redirect.hpp ---------------------------------------------------------------------------------

// The end of the browser flow: the address to which the service redirects the browser, and the token in its query.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Why an address does not end a session.
enum class redirect_error : std::uint8_t {
    no_token,        ///< the query has no `token`, or an empty one
    repeated_token,  ///< the query has several, or other names that a reader could take for `token`: two readers could take different ones
    malformed,       ///< a '%' without two hex digits, a character outside visible ASCII, more than longest_biz_token characters, or a name
                     ///< that is not spelled `token`, but could be taken for it
    other_token,     ///< the token of another session
};

/// Returns what an error means in a few words, without a full stop and without the token.
[[nodiscard]] constexpr std::string_view describe(redirect_error error) noexcept {
    switch (error) {
        case redirect_error::no_token: return "the address has no token";
        case redirect_error::repeated_token: return "the address has more than one token";
        case redirect_error::malformed: return "the token in the address is malformed";
        case redirect_error::other_token: return "the token in the address is that of another session";
    }
    return "";
}

/// The limit of a token. At present the service's tokens have 36 characters.
inline constexpr std::size_t longest_biz_token = 256;

/// The token of a session. Treat it as a password until the session ends.
using redirect_token = fixed_text<longest_biz_token>;

/// Returns the token that the service adds to a RedirectURL, `?token={BizToken}`.
///
/// `url` is the address that the browser requested: a URL, a path with a query, or a query that begins with '?'. The manual does not say
/// how the service joins the token to a RedirectURL that has a query. So the token may follow any '?' or '&'. Names are case-sensitive. The
/// part after '#' is ignored.
///
/// Only the name `token` itself is read. Some frameworks also take `%74oken`, `+token`, `token[]`, `token%00` or `token%ZZ` for it, and a
/// ';' for the end of a value. An address with any of these is rejected: another part of the program could read another token there.
///
/// Errors: no_token, repeated_token, malformed.
/// Cost: linear in the size of the address.
[[nodiscard]] constexpr result<redirect_token, redirect_error> read_redirect_token(std::string_view url) noexcept;

/// Checks that an address ends the session of `biz_token`. That is the token that ApplyWebVerificationBizTokenIntl issued; keep it on the
/// server, with the login of the person.
///
/// Success means only that the browser came back. To learn whether the person passed, call GetWebVerificationResultIntl.
///
/// Errors: those of read_redirect_token(); other_token.
/// Cost: the comparison takes constant time for tokens of one size.
[[nodiscard]] constexpr result<void, redirect_error> validate_redirect(std::string_view url, std::string_view biz_token) noexcept;

namespace detail {

/// Takes a part of a query, and the '&' or '?' after it.
[[nodiscard]] constexpr std::string_view take_query_part(text_scanner& query) noexcept {
    const std::string_view part = query.take_while([](char c) { return c != '&' && c != '?'; });
    if (!query.skip("&")) static_cast<void>(query.skip("?"));
    return part;
}

inline constexpr std::string_view token_name = "token";

/// A sink for a decoded name that keeps what the most lenient reader sees: it ends the name at '[', or at a NUL after "token", and drops
/// blanks and everything else outside visible ASCII.
class lenient_name {
public:
    constexpr void append(std::string_view text) noexcept {
        for (const char c : text) {
            if (c == '[' || (c == '\0' && is_token())) ended_ = true;
            const bool is_blank = c == '+' || !ascii::is_visible(c);
            if (!ended_ && !is_blank) write_char(name_, c);
        }
    }
    [[nodiscard]] constexpr bool is_token() const noexcept { return !name_.truncated() && name_ == token_name; }

private:
    fixed_text<token_name.size()> name_;
    bool ended_ = false;
};

/// Returns whether a reader of the query could take a name for "token".
[[nodiscard]] constexpr bool may_be_token(std::string_view name) noexcept {
    lenient_name seen;
    // Only what is before a broken escape counts: other readers may ignore the rest.
    static_cast<void>(decode_percent(seen, name));
    return seen.is_token();
}

/// Returns the number of names in a part of a query that a reader could take for "token". Some readers end a value at ';'.
[[nodiscard]] constexpr int count_tokens(std::string_view query_part) noexcept {
    int count = 0;
    for (text_scanner rest(query_part); !rest.empty();) {
        text_scanner pair(rest.take_part(";"));
        if (may_be_token(pair.take_part("="))) ++count;
    }
    return count;
}

}  // namespace detail

constexpr result<redirect_token, redirect_error> read_redirect_token(std::string_view url) noexcept {
    text_scanner query(slice(url, 0, url.find('#')));
    if (!query.take_until("?")) return unexpected(redirect_error::no_token);

    int count = 0;
    std::string_view part_with_token;
    while (!query.empty()) {
        const std::string_view part = detail::take_query_part(query);
        const int tokens = detail::count_tokens(part);
        if (tokens != 0) part_with_token = part;
        count += tokens;
    }
    if (count == 0) return unexpected(redirect_error::no_token);
    if (count > 1) return unexpected(redirect_error::repeated_token);

    redirect_token token;
    text_scanner pair(part_with_token);
    if (pair.take_part("=") != detail::token_name) return unexpected(redirect_error::malformed);
    if (ascii::find(pair.rest(), ';') != std::string_view::npos) return unexpected(redirect_error::malformed);
    if (!decode_percent(token, pair.rest())) return unexpected(redirect_error::malformed);
    if (token.size() == 0) return unexpected(redirect_error::no_token);
    const bool is_visible = ascii::find_not(token.view(), ascii::is_visible) == std::string_view::npos;
    if (!is_visible || token.truncated()) return unexpected(redirect_error::malformed);
    return token;
}

constexpr result<void, redirect_error> validate_redirect(std::string_view url, std::string_view biz_token) noexcept {
    const auto token = read_redirect_token(url);
    if (!token) return unexpected(token.error());
    if (!equal_in_constant_time<char>((*token).view(), biz_token)) return unexpected(redirect_error::other_token);
    return {};
}

}  // namespace tc3::inline TC3_NAMESPACE::faceid

// ---- tc3/faceid/service.hpp -----------------------------------------------------------------------------------------

// The address of eKYC (international): service, version and host of all its actions.

namespace tc3::inline TC3_NAMESPACE::faceid {

inline constexpr std::string_view service = "faceid";
inline constexpr std::string_view version = "2018-03-01";
inline constexpr std::string_view host = "faceid.intl.tencentcloudapi.com";

}  // namespace tc3::inline TC3_NAMESPACE::faceid

// ---- tc3/faceid/types/values.hpp ------------------------------------------------------------------------------------

// Values that several headers need: literals, and tables of what codes mean. Made by tools/generate.py from tools/faceid.json.
// Source: https://www.tencentcloud.com/document/product/1061

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Values of CompareResult.CompareErrorCode, CompareResult.ErrorCode, CompareResult.LiveErrorCode, GetFaceIdResultIntl.Result,
/// GetLivenessResult.Result, GetSdkVerificationResult.Result. The service may add more.
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
/// What each code means.
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
/// The codes that mean passed.
inline constexpr std::string_view passed_codes[] = {"0"};
}  // namespace sdk_result

/// Values of GetWebVerificationResult.ErrorCode, GetWebVerificationResultIntl.ErrorCode, VerificationDetail.CompareErrorCode,
/// VerificationDetail.ErrorCode, VerificationDetail.LivenessErrorCode. The service may add more.
namespace web_result {
inline constexpr std::int64_t passed = 0;                               ///< passed
inline constexpr std::int64_t invalid_parameter = 1;                    ///< invalid parameter
inline constexpr std::int64_t incorrect_parameter_value = 2;            ///< incorrect parameter value
inline constexpr std::int64_t bad_service_request = 3;                  ///< bad service request
inline constexpr std::int64_t internal_error = 4;                       ///< internal error
inline constexpr std::int64_t internal_error_in_file_store = 8;         ///< internal error (file store)
inline constexpr std::int64_t internal_error_in_file_format = 9;        ///< internal error (file format)
inline constexpr std::int64_t internal_error_in_file_system = 10;       ///< internal error (file system)
inline constexpr std::int64_t internal_timeout_in_file_system = 11;     ///< internal error (file system timeout)
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
inline constexpr std::int64_t silent_check_failed = 1301;               ///< live-person check failed (silent mode)
inline constexpr std::int64_t live_person_score_under_the_mark = 1302;  ///< live-person score under the mark
inline constexpr std::int64_t video_too_short = 1303;                   ///< video too short (needs more than 2 s)
inline constexpr std::int64_t reflected_light_check_failed = 1401;      ///< reflected-light check failed
inline constexpr std::int64_t timed_out = 1409;                         ///< timed out
inline constexpr std::int64_t user_left = 1410;                         ///< user left
inline constexpr std::int64_t comparison_engine_call_failed = 2001;     ///< comparison engine call failed
inline constexpr std::int64_t image_too_large_or_too_small = 2004;      ///< image too large or too small
inline constexpr std::int64_t image_resolution_too_low = 2009;          ///< image resolution too low
inline constexpr std::int64_t no_frame_for_comparison = 2010;           ///< no frame for comparison
inline constexpr std::int64_t live_person_comparison_failed = 2011;     ///< live-person comparison failed
inline constexpr std::int64_t more_than_one_face = 2012;                ///< more than one face
inline constexpr std::int64_t face_incomplete = 2013;                   ///< no face, or face incomplete
inline constexpr std::int64_t image_quality_too_low = 2014;             ///< image resolution or quality too low
inline constexpr std::int64_t comparison_failed = 2015;                 ///< comparison failed
inline constexpr std::int64_t similarity_under_the_mark = 2016;         ///< similarity under the mark
/// What each code means.
inline constexpr result_code all[] = {
    {"0", "passed", billing::billed},
    {"1", "invalid parameter", billing::free, error_category::request},
    {"2", "incorrect parameter value", billing::free, error_category::request},
    {"3", "bad service request", billing::free, error_category::service},
    {"4", "internal error", billing::free, error_category::service},
    {"8", "internal error (file store)", billing::free, error_category::service},
    {"9", "internal error (file format)", billing::free, error_category::service},
    {"10", "internal error (file system)", billing::free, error_category::service},
    {"11", "internal error (file system timeout)", billing::free, error_category::service},
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
    {"1301", "live-person check failed (silent mode)", billing::unknown},
    {"1302", "live-person score under the mark", billing::unknown},
    {"1303", "video too short (needs more than 2 s)", billing::unknown, error_category::request},
    {"1401", "reflected-light check failed", billing::unknown},
    {"1409", "timed out", billing::free, error_category::request},
    {"1410", "user left", billing::free, error_category::request},
    {"2001", "comparison engine call failed", billing::unknown, error_category::service},
    {"2004", "image too large or too small", billing::unknown, error_category::request},
    {"2009", "image resolution too low", billing::unknown},
    {"2010", "no frame for comparison", billing::unknown},
    {"2011", "live-person comparison failed", billing::unknown},
    {"2012", "more than one face", billing::unknown},
    {"2013", "no face, or face incomplete", billing::unknown},
    {"2014", "image resolution or quality too low", billing::unknown},
    {"2015", "comparison failed", billing::unknown},
    {"2016", "similarity under the mark", billing::unknown},
};
/// The codes that mean passed.
inline constexpr std::string_view passed_codes[] = {"0"};
}  // namespace web_result

/// Values of CheckIdCardInformation.Result, CompareFaceLiveness.Result, DetectReflectLivenessAndCompare.Result, ImageRecognition.Result,
/// ImageRecognitionV2.Result, LivenessCompare.Result, VideoLivenessCompare.Result. The service may add more.
namespace pure_api_result {
/// Passed.
inline constexpr literal passed{"Success"};
/// Live, but not the same person: the similarity is under 70.
inline constexpr literal low_similarity{"FailedOperation.CompareLowSimilarity"};
/// A document warning, see Warnings.
inline constexpr literal document_warning{"FailedOperation.OcrWarningOccurred"};
/// What each code means.
inline constexpr result_code all[] = {
    {"Success", "passed", billing::billed},
    {"FailedOperation.CompareLowSimilarity", "live, but not the same person: the similarity is under 70", billing::billed},
    {"FailedOperation.OcrWarningOccurred", "a document warning, see Warnings", billing::unknown},
};
/// The codes that mean passed.
inline constexpr std::string_view passed_codes[] = {"Success"};
}  // namespace pure_api_result

/// Values of CardVerifyResult.WarnCardInfos, OCRResult.WarnCardInfos. Integers, which the manual spells with and without a minus sign;
/// web_selected_warning has these codes as text. The service may add more.
namespace card_warning {
inline constexpr std::int64_t document_border_incomplete_or_covered = -9101;  ///< document border incomplete or covered
inline constexpr std::int64_t photocopy = -9102;                              ///< photocopy
inline constexpr std::int64_t recaptured = -9103;                             ///< re-photographed / captured from a screen
inline constexpr std::int64_t digitally_edited = -9104;                       ///< digitally edited
inline constexpr std::int64_t glare = -9107;                                  ///< glare or reflection
inline constexpr std::int64_t blurred = -9108;                                ///< blurred
inline constexpr std::int64_t warning_capability_not_enabled = -9109;         ///< warning capability not enabled
/// Returns a code with a minus sign, as the values above have it. The service may send it without one.
[[nodiscard]] constexpr std::int64_t with_minus_sign(std::int64_t code) noexcept { return code > 0 ? -code : code; }
/// Returns the meaning of a code, with or without its minus sign; "" for a code that is not known.
[[nodiscard]] constexpr std::string_view describe(std::int64_t code) noexcept {
    switch (with_minus_sign(code)) {
        case document_border_incomplete_or_covered: return "document border incomplete or covered";
        case photocopy: return "photocopy";
        case recaptured: return "re-photographed / captured from a screen";
        case digitally_edited: return "digitally edited";
        case glare: return "glare or reflection";
        case blurred: return "blurred";
        case warning_capability_not_enabled: return "warning capability not enabled";
        default: return "";
    }
}
}  // namespace card_warning

/// Values of CompareResult.LivenessInfoTag, GetFaceIdResultIntl.LivenessInfoTag. The service may add more.
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

/// Values of ApplySdkVerificationToken.SecurityLevel, WebVerificationConfigIntl.SecurityLevel. Integers; secure_level has these modes as
/// text.
namespace security_level {
inline constexpr std::int64_t silent = 1;            ///< silent / video based
inline constexpr std::int64_t motion = 2;            ///< motion
inline constexpr std::int64_t light = 3;             ///< reflected light
inline constexpr std::int64_t motion_and_light = 4;  ///< motion plus reflected light (strictest)
inline constexpr literal all[] = {literal{"1"}, literal{"2"}, literal{"3"}, literal{"4"}};
}  // namespace security_level

/// Values of ApplyLivenessToken.SecureLevel, GenerateReflectSequence.SecurityLevel, GetFaceIdTokenIntl.SecureLevel. Text; security_level
/// has these modes as integers.
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

/// Values of GetFaceIdResultIntl.DeviceInfoLevel, GetSdkVerificationResult.DeviceInfoLevel. The risk of the device. The service may add
/// more.
namespace device_info_level {
inline constexpr literal secure{"1"};       ///< secure
inline constexpr literal low{"2"};          ///< low risk
inline constexpr literal medium{"3"};       ///< medium risk
inline constexpr literal high{"4"};         ///< high risk
inline constexpr literal not_obtained{""};  ///< not obtained
}  // namespace device_info_level

/// Values of IdCardOCRVerification.Result, IdCardVerification.Result. The service may add more.
namespace id_card_result {
inline constexpr literal match{"0"};                            ///< match
inline constexpr literal no_match{"-1"};                        ///< no match
inline constexpr literal id_number_malformed{"-2"};             ///< ID number malformed
inline constexpr literal name_malformed{"-3"};                  ///< name malformed
inline constexpr literal document_library_fault{"-4"};          ///< document library fault
inline constexpr literal no_record{"-5"};                       ///< no record
inline constexpr literal authority_system_under_upgrade{"-6"};  ///< authority system under upgrade
inline constexpr literal daily_attempts_used_up{"-7"};          ///< daily attempts used up
/// What each code means.
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
/// The codes that mean passed.
inline constexpr std::string_view passed_codes[] = {"0"};
}  // namespace id_card_result

/// Values of LivenessCompare.LivenessType, VideoLivenessCompare.LivenessType.
namespace liveness_type {
inline constexpr literal spoken_digits{"LIP"};  ///< spoken digits
inline constexpr literal action{"ACTION"};      ///< motion
inline constexpr literal silent{"SILENT"};      ///< silent
inline constexpr literal all[] = {spoken_digits, action, silent};
}  // namespace liveness_type

}  // namespace tc3::inline TC3_NAMESPACE::faceid

// ---- tc3/faceid/apply_liveness_token.hpp ----------------------------------------------------------------------------

// ApplyLivenessToken: starts an SDK liveness session and returns its token. Made by tools/generate.py from tools/faceid.json.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Parameters of ApplyLivenessToken. At most 20 calls per second. Requires a region. Safe to repeat. Read the result with
/// GetLivenessResult.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_apply_liveness_token {
    /// Liveness mode: a digit as a string. See secure_level in types/values.hpp. If unset, the service uses "4".
    optional_text<Storage> secure_level = {};
};

/// Output of ApplyLivenessToken. A field that is absent or null is unset, as is a number that is sent as "".
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_apply_liveness_token_output {
    /// Token for one SDK liveness session, for GetLivenessResult. Start the session within 10 minutes. The result is readable for 2 hours.
    /// Secret.
    optional_text<Storage> sdk_token = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using apply_liveness_token = basic_apply_liveness_token<owning>;
using apply_liveness_token_output = basic_apply_liveness_token_output<owning>;

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_apply_liveness_token<Storage>> = [] {
    using self = faceid::basic_apply_liveness_token<Storage>;
    return field_table{
        field_at_offset<decltype(self::secure_level)>("SecureLevel", offsetof(self, secure_level))
            .marked(sensitivity::open)
            .limited(one_of<faceid::secure_level::all>),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_apply_liveness_token_output<Storage>> = [] {
    using self = faceid::basic_apply_liveness_token_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::sdk_token)>("SdkToken", offsetof(self, sdk_token)).marked(sensitivity::secret),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/faceid/apply_sdk_verification_token.hpp --------------------------------------------------------------------

// ApplySdkVerificationToken: starts an SDK identity verification (document and face) and returns its token. Made by tools/generate.py from
// tools/faceid.json.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Values of apply_sdk_verification_token::check_mode.
namespace sdk_check_mode {
inline constexpr std::int64_t document_liveness_and_comparison = 1;  ///< OCR + liveness + face comparison
inline constexpr std::int64_t liveness_and_comparison = 2;           ///< liveness + face comparison
inline constexpr std::int64_t liveness_only = 3;                     ///< liveness only
inline constexpr literal all[] = {literal{"1"}, literal{"2"}, literal{"3"}};
}  // namespace sdk_check_mode

/// Values of apply_sdk_verification_token::id_card_type. The service may add more.
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

/// Parameters of ApplySdkVerificationToken. At most 20 calls per second. Requires a region: ap-bangkok, ap-hongkong, ap-jakarta,
/// ap-singapore, sa-saopaulo. Safe to repeat. CompareImage is required if CheckMode is 2. ActionList is allowed only if SecurityLevel is 2
/// or 4. AllowUploadPhoto and EnableForgeryDetectionImages exclude each other. Read the result with GetSdkVerificationResult.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_apply_sdk_verification_token {
    /// Which steps the SDK flow runs. See sdk_check_mode above. If unset, the service uses 1.
    optional_of<Storage, std::int64_t> check_mode = {};
    /// Liveness mode. See security_level in types/values.hpp. If unset, the service uses 4.
    optional_of<Storage, std::int64_t> security_level = {};
    /// Document type for the OCR step. See sdk_id_card_type above. If unset, the service uses "HK". The service has added and removed kinds
    /// before.
    optional_text<Storage> id_card_type = {};
    /// Base64 face photo to compare with. Required if CheckMode is 2. Biometric data.
    optional_binary<Storage> compare_image = {};
    /// Old switch for document authentication. Disabled by the service, although the manual still describes it.
    optional_of<Storage, bool> need_verify_id_card = {};
    /// Forbid the user from editing the OCR result. If unset, the service uses false. According to the manual, it has no effect at present.
    optional_of<Storage, bool> disable_change_ocr_result = {};
    /// Turn off document warnings; a warning that is on blocks the OCR result. If unset, the service uses false. Only for HK and Malaysian
    /// ID cards and passports.
    optional_of<Storage, bool> disable_check_ocr_warnings = {};
    /// Document warnings that stop the flow; empty means all. See sdk_selected_warning above. A list of numbers; in
    /// WebVerificationConfigIntl it is text, separated by commas.
    optional_list<Storage, std::int64_t> selected_warning_codes = {};
    /// Text of yours that the result action returns. At most 1024 bytes. Personal data.
    optional_text<Storage> extra = {};
    /// Service tier. See sdk_version in types/values.hpp. If unset, the service uses "BASIC".
    optional_text<Storage> sdk_version = {};
    /// Motions to ask for. If unset, the service uses "blink". One or two of blink, mouth, nod, shake, separated by a comma: 'blink,mouth'.
    /// If SecurityLevel is neither 2 nor 4, the call fails.
    optional_text<Storage> action_list = {};
    /// Let an expired HK ID card continue to liveness. If unset, the service uses true. HK ID cards only.
    optional_of<Storage, bool> allow_expired_document = {};
    /// Hide the final result page. If unset, the service uses false.
    optional_of<Storage, bool> skip_result_page = {};
    /// OCR fields to show to the user; empty shows all. The allowed names depend on IdCardType; see namespace ocr_display_fields.
    optional_list<Storage, text_of<Storage>> card_ocr_display_fields = {};
    /// Liveness attempts allowed. If unset, the service uses 5. From 1 to 5.
    optional_of<Storage, std::int64_t> retry_limit = {};
    /// Multi-image anti-forgery for single-angle document capture. If unset, the service uses false.
    optional_of<Storage, bool> enable_forgery_detection_images = {};
    /// Encrypted metadata from the app SDK; base64 text, to be sent unchanged. Secret.
    optional_text<Storage> meta_data = {};
    /// Hide the launch page. If unset, the service uses false.
    optional_of<Storage, bool> skip_launch_page = {};
    /// Hide the page that confirms OCR data. If unset, the service uses false.
    optional_of<Storage, bool> skip_ocr_confirm_page = {};
    /// Hide the top progress bar on all pages. If unset, the service uses false.
    optional_of<Storage, bool> hide_progress_bar = {};
    /// Allow an album photo in the document step. If unset, the service uses false.
    optional_of<Storage, bool> allow_upload_photo = {};
};

/// Output of ApplySdkVerificationToken. A field that is absent or null is unset, as is a number that is sent as "".
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_apply_sdk_verification_token_output {
    /// Token for one SDK identity verification, for GetSdkVerificationResult. Start the session within 10 minutes. The result is readable
    /// for 3 days. Secret.
    optional_text<Storage> sdk_token = {};
    /// Encrypted parameters for the app SDK; base64 text, to be passed on unchanged. Secret.
    optional_text<Storage> server_param_info = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using apply_sdk_verification_token = basic_apply_sdk_verification_token<owning>;
using apply_sdk_verification_token_output = basic_apply_sdk_verification_token_output<owning>;

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_apply_sdk_verification_token<Storage>> = [] {
    using self = faceid::basic_apply_sdk_verification_token<Storage>;
    return field_table{
        field_at_offset<decltype(self::check_mode)>("CheckMode", offsetof(self, check_mode))
            .marked(sensitivity::open)
            .limited(one_of<faceid::sdk_check_mode::all>),
        field_at_offset<decltype(self::security_level)>("SecurityLevel", offsetof(self, security_level))
            .marked(sensitivity::open)
            .limited(one_of<faceid::security_level::all>),
        field_at_offset<decltype(self::id_card_type)>("IdCardType", offsetof(self, id_card_type)).marked(sensitivity::open),
        field_at_offset<decltype(self::compare_image)>("CompareImage", offsetof(self, compare_image)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::need_verify_id_card)>("NeedVerifyIdCard", offsetof(self, need_verify_id_card))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::disable_change_ocr_result)>("DisableChangeOcrResult", offsetof(self, disable_change_ocr_result))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::disable_check_ocr_warnings)>("DisableCheckOcrWarnings", offsetof(self, disable_check_ocr_warnings))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::selected_warning_codes)>("SelectedWarningCodes", offsetof(self, selected_warning_codes))
            .marked(sensitivity::open)
            .limited(one_of<faceid::sdk_selected_warning::all>),
        field_at_offset<decltype(self::extra)>("Extra", offsetof(self, extra)).marked(sensitivity::personal).limited(text_size<0, 1024>),
        field_at_offset<decltype(self::sdk_version)>("SdkVersion", offsetof(self, sdk_version))
            .marked(sensitivity::open)
            .limited(one_of<faceid::sdk_version::all>),
        field_at_offset<decltype(self::action_list)>("ActionList", offsetof(self, action_list)).marked(sensitivity::open),
        field_at_offset<decltype(self::allow_expired_document)>("AllowExpiredDocument", offsetof(self, allow_expired_document))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::skip_result_page)>("SkipResultPage", offsetof(self, skip_result_page)).marked(sensitivity::open),
        field_at_offset<decltype(self::card_ocr_display_fields)>("CardOcrDisplayFields", offsetof(self, card_ocr_display_fields))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::retry_limit)>("RetryLimit", offsetof(self, retry_limit))
            .marked(sensitivity::open)
            .limited(between<1, 5>),
        field_at_offset<decltype(self::enable_forgery_detection_images)>("EnableForgeryDetectionImages",
                                                                         offsetof(self, enable_forgery_detection_images))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::meta_data)>("MetaData", offsetof(self, meta_data)).marked(sensitivity::secret),
        field_at_offset<decltype(self::skip_launch_page)>("SkipLaunchPage", offsetof(self, skip_launch_page)).marked(sensitivity::open),
        field_at_offset<decltype(self::skip_ocr_confirm_page)>("SkipOcrConfirmPage", offsetof(self, skip_ocr_confirm_page))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::hide_progress_bar)>("HideProgressBar", offsetof(self, hide_progress_bar)).marked(sensitivity::open),
        field_at_offset<decltype(self::allow_upload_photo)>("AllowUploadPhoto", offsetof(self, allow_upload_photo))
            .marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_apply_sdk_verification_token_output<Storage>> = [] {
    using self = faceid::basic_apply_sdk_verification_token_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::sdk_token)>("SdkToken", offsetof(self, sdk_token)).marked(sensitivity::secret),
        field_at_offset<decltype(self::server_param_info)>("ServerParamInfo", offsetof(self, server_param_info))
            .marked(sensitivity::secret),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/faceid/types/web_verification_config.hpp -------------------------------------------------------------------

// Settings of the browser flow. Made by tools/generate.py from tools/faceid.json.
// Source: https://www.tencentcloud.com/document/product/1061

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Values of web_verification_config_intl::check_mode.
namespace web_check_mode {
inline constexpr std::int64_t document_liveness_and_comparison = 1;  ///< OCR + liveness + face comparison
inline constexpr std::int64_t liveness_and_comparison = 2;           ///< liveness + face comparison
inline constexpr std::int64_t liveness_only = 3;                     ///< liveness only
inline constexpr std::int64_t document_only = 4;                     ///< OCR only
inline constexpr literal all[] = {literal{"1"}, literal{"2"}, literal{"3"}, literal{"4"}};
}  // namespace web_check_mode

/// Values of web_verification_config_intl::id_card_type. The service may add more.
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

/// Values of web_verification_config_intl::selected_warning_codes. Text; card_warning has these codes as integers. The service may add
/// more.
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

/// Settings of the browser flow.
template <class Storage>
struct basic_web_verification_config_intl {
    /// Skip the start page. If unset, the service uses false. Has no effect if the flow falls back to another one.
    optional_of<Storage, bool> auto_skip_start_page = {};
    /// On success skip the result page and redirect at once. If unset, the service uses false.
    optional_of<Storage, bool> auto_skip = {};
    /// Which steps the web flow runs. See web_check_mode above. If unset, the service uses 2.
    optional_of<Storage, std::int64_t> check_mode = {};
    /// Document type for the OCR step. See web_id_card_type above. The service has added and removed kinds before.
    optional_text<Storage> id_card_type = {};
    /// Turn off document warnings. If unset, the service uses false.
    optional_of<Storage, bool> disable_check_ocr_warnings = {};
    /// Liveness mode. See security_level in types/values.hpp. If unset, the service uses 3.
    optional_of<Storage, std::int64_t> security_level = {};
    /// Skip the privacy consent page. If unset, the service uses false.
    optional_of<Storage, bool> skip_privacy_policy = {};
    /// Return the cropped document image instead of the original. If unset, the service uses false.
    optional_of<Storage, bool> id_card_cut_return = {};
    /// Front-end theme colour. If unset, the service uses "#2d72f1". #rrggbb; the service replaces a bad value by the default.
    optional_text<Storage> theme_color = {};
    /// Page language. See web_language above. If unset, the service uses "en".
    optional_text<Storage> language = {};
    /// Fallback when real-time capture is not possible. See web_auto_downgrade above. If unset, the service uses 1.
    optional_of<Storage, std::int64_t> auto_downgrade = {};
    /// Motions to ask for. If unset, the service uses "blink". One or two of blink, mouth, nod, shake, separated by a comma: 'blink,mouth'.
    /// If SecurityLevel is neither 2 nor 4 (the manual also mentions 5), the call fails.
    optional_text<Storage> action_list = {};
    /// Liveness attempts allowed. If unset, the service uses 99. From 1 to 99.
    optional_of<Storage, std::int64_t> liveness_retry_limit = {};
    /// Liveness timeout in seconds. If unset, the service uses 45. From 0 to 600.
    optional_of<Storage, std::uint64_t> liveness_timeout = {};
    /// Document warnings that stop the flow, separated by commas; empty means all. See web_selected_warning above. In
    /// ApplySdkVerificationToken it is a list of numbers. Has an effect only if DisableCheckOcrWarnings is false.
    optional_text<Storage> selected_warning_codes = {};
    /// Let an expired HK ID card continue to liveness. If unset, the service uses true. HK ID cards only.
    optional_of<Storage, bool> allow_expired_document = {};
    /// Service tier. See web_version above. If unset, the service uses "BASIC".
    optional_text<Storage> version = {};
};

using web_verification_config_intl = basic_web_verification_config_intl<owning>;

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_web_verification_config_intl<Storage>> = [] {
    using self = faceid::basic_web_verification_config_intl<Storage>;
    return field_table{
        field_at_offset<decltype(self::auto_skip_start_page)>("AutoSkipStartPage", offsetof(self, auto_skip_start_page))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::auto_skip)>("AutoSkip", offsetof(self, auto_skip)).marked(sensitivity::open),
        field_at_offset<decltype(self::check_mode)>("CheckMode", offsetof(self, check_mode))
            .marked(sensitivity::open)
            .limited(one_of<faceid::web_check_mode::all>),
        field_at_offset<decltype(self::id_card_type)>("IDCardType", offsetof(self, id_card_type)).marked(sensitivity::open),
        field_at_offset<decltype(self::disable_check_ocr_warnings)>("DisableCheckOcrWarnings", offsetof(self, disable_check_ocr_warnings))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::security_level)>("SecurityLevel", offsetof(self, security_level))
            .marked(sensitivity::open)
            .limited(one_of<faceid::security_level::all>),
        field_at_offset<decltype(self::skip_privacy_policy)>("SkipPrivacyPolicy", offsetof(self, skip_privacy_policy))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::id_card_cut_return)>("IdCardCutReturn", offsetof(self, id_card_cut_return))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::theme_color)>("ThemeColor", offsetof(self, theme_color)).marked(sensitivity::open),
        field_at_offset<decltype(self::language)>("Language", offsetof(self, language))
            .marked(sensitivity::open)
            .limited(one_of<faceid::web_language::all>),
        field_at_offset<decltype(self::auto_downgrade)>("AutoDowngrade", offsetof(self, auto_downgrade))
            .marked(sensitivity::open)
            .limited(one_of<faceid::web_auto_downgrade::all>),
        field_at_offset<decltype(self::action_list)>("ActionList", offsetof(self, action_list)).marked(sensitivity::open),
        field_at_offset<decltype(self::liveness_retry_limit)>("LivenessRetryLimit", offsetof(self, liveness_retry_limit))
            .marked(sensitivity::open)
            .limited(between<1, 99>),
        field_at_offset<decltype(self::liveness_timeout)>("LivenessTimeout", offsetof(self, liveness_timeout))
            .marked(sensitivity::open)
            .limited(between<0, 600>),
        field_at_offset<decltype(self::selected_warning_codes)>("SelectedWarningCodes", offsetof(self, selected_warning_codes))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::allow_expired_document)>("AllowExpiredDocument", offsetof(self, allow_expired_document))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::version)>("Version", offsetof(self, version))
            .marked(sensitivity::open)
            .limited(one_of<faceid::web_version::all>),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/faceid/apply_web_verification_biz_token_intl.hpp -----------------------------------------------------------

// ApplyWebVerificationBizTokenIntl: starts a browser verification and returns its token and URL. Made by tools/generate.py from
// tools/faceid.json.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Parameters of ApplyWebVerificationBizTokenIntl. At most 20 calls per second. Requires a region: ap-bangkok, ap-hongkong, ap-jakarta,
/// ap-singapore, sa-saopaulo. Safe to repeat. Config.ActionList is allowed only if Config.SecurityLevel is 2, 4 or 5. CompareImageBase64 is
/// needed for Config.CheckMode 2, the default (inferred; the manual does not say so). Read the result with GetWebVerificationResultIntl.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_apply_web_verification_biz_token_intl {
    /// Where the browser goes after the flow; '?token={BizToken}' is appended. Required. Absolute URL with scheme, host and path. Personal
    /// data.
    text_of<Storage> redirect_url = {};
    /// Base64 face photo to compare with, no data-URI prefix. At most 8 MB of base64. Needed if Config.CheckMode is 2, the default.
    /// Biometric data.
    optional_binary<Storage> compare_image_base64 = {};
    /// Text of yours that GetWebVerificationResultIntl returns. At most 1000 bytes. Personal data.
    optional_text<Storage> extra = {};
    /// Business flow id created in the console.
    optional_text<Storage> rule_id = {};
    /// Page and flow settings.
    nested_of<Storage, basic_web_verification_config_intl<Storage>> config = {};
};

/// Output of ApplyWebVerificationBizTokenIntl. A field that is absent or null is unset, as is a number that is sent as "".
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_apply_web_verification_biz_token_intl_output {
    /// Old spelling of VerificationURL. Valid for 7200 seconds, according to an older manual. Disabled by the service, although the manual
    /// still describes it. Secret.
    optional_text<Storage> verification_url_legacy = {};
    /// Token for one web verification, for GetWebVerificationResultIntl. Start the session within 10 minutes. The result is readable for 3
    /// days. Secret.
    optional_text<Storage> biz_token = {};
    /// URL to open in the user's browser; carries the token in its query. Secret.
    optional_text<Storage> verification_url = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using apply_web_verification_biz_token_intl = basic_apply_web_verification_biz_token_intl<owning>;
using apply_web_verification_biz_token_intl_output = basic_apply_web_verification_biz_token_intl_output<owning>;

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_apply_web_verification_biz_token_intl<Storage>> = [] {
    using self = faceid::basic_apply_web_verification_biz_token_intl<Storage>;
    return field_table{
        field_at_offset<decltype(self::redirect_url)>("RedirectURL", offsetof(self, redirect_url)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::compare_image_base64)>("CompareImageBase64", offsetof(self, compare_image_base64))
            .marked(sensitivity::biometric)
            .limited(text_size<0, 8388608>),
        field_at_offset<decltype(self::extra)>("Extra", offsetof(self, extra)).marked(sensitivity::personal).limited(text_size<0, 1000>),
        field_at_offset<decltype(self::rule_id)>("RuleId", offsetof(self, rule_id)).marked(sensitivity::open),
        field_at_offset<decltype(self::config)>("Config", offsetof(self, config)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_apply_web_verification_biz_token_intl_output<Storage>> = [] {
    using self = faceid::basic_apply_web_verification_biz_token_intl_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::verification_url_legacy)>("VerificationUrl", offsetof(self, verification_url_legacy))
            .marked(sensitivity::secret),
        field_at_offset<decltype(self::biz_token)>("BizToken", offsetof(self, biz_token)).marked(sensitivity::secret),
        field_at_offset<decltype(self::verification_url)>("VerificationURL", offsetof(self, verification_url)).marked(sensitivity::secret),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/faceid/types/encryption.hpp --------------------------------------------------------------------------------

// Encryption of sensitive fields. Made by tools/generate.py from tools/faceid.json.
// Source: https://www.tencentcloud.com/document/product/1061

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Values of encryption::algorithm. The service may add more.
namespace encryption_algorithm {
inline constexpr literal aes_256_cbc{"AES-256-CBC"};  ///< AES-256 in CBC mode, PKCS#7 padding
inline constexpr literal sm4_gcm{"SM4-GCM"};          ///< SM4 in GCM mode
}  // namespace encryption_algorithm

/// Algorithm, wrapped key and initial vector of encrypted data.
template <class Storage>
struct basic_encryption {
    /// Names of encrypted fields; whole-body mode uses the literal 'EncryptionBody'. Required.
    optional_list<Storage, text_of<Storage>> encrypt_list = {};
    /// Symmetric key wrapped with the service's public key. Required. Secret.
    binary_of<Storage> ciphertext_blob = {};
    /// Initial vector. Required. 16 bytes for CBC, 12 for GCM; the manual requires 16 characters, the demo of the vendor sends base64.
    /// Secret.
    text_of<Storage> iv = {};
    /// Cipher. See encryption_algorithm above. If unset, the service uses "AES-256-CBC".
    optional_text<Storage> algorithm = {};
    /// SM4-GCM tags, one for each encrypted field in EncryptList order.
    optional_list<Storage, binary_of<Storage>> tag_list = {};
};

using encryption = basic_encryption<owning>;

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_encryption<Storage>> = [] {
    using self = faceid::basic_encryption<Storage>;
    return field_table{
        field_at_offset<decltype(self::encrypt_list)>("EncryptList", offsetof(self, encrypt_list)).required().marked(sensitivity::open),
        field_at_offset<decltype(self::ciphertext_blob)>("CiphertextBlob", offsetof(self, ciphertext_blob))
            .required()
            .marked(sensitivity::secret),
        field_at_offset<decltype(self::iv)>("Iv", offsetof(self, iv)).required().marked(sensitivity::secret),
        field_at_offset<decltype(self::algorithm)>("Algorithm", offsetof(self, algorithm)).marked(sensitivity::open),
        field_at_offset<decltype(self::tag_list)>("TagList", offsetof(self, tag_list)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/faceid/bank_card_2e_verification.hpp -----------------------------------------------------------------------

// BankCard2EVerification: matches the holder name and bank card. Made by tools/generate.py from tools/faceid.json.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Values of bank_card_2e_verification_output::result. The service may add more.
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
/// What each code means.
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
/// The codes that mean passed.
inline constexpr std::string_view passed_codes[] = {"0"};
}  // namespace bank_card_2e_result

/// Parameters of BankCard2EVerification. At most 20 calls per second. Requires no region. Not safe to repeat: if the response was lost, a
/// second call may be billed again and counts against the daily quota. Uses data sources of mainland China.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_bank_card_2e_verification {
    /// Holder name. Required. Personal data.
    text_of<Storage> name = {};
    /// Bank card number. Required. Personal data.
    text_of<Storage> bank_card = {};
    /// The encrypted fields of the request, the algorithm and the wrapped key. May cover Name, BankCard.
    nested_of<Storage, basic_encryption<Storage>> encryption = {};
};

/// Output of BankCard2EVerification. A field that is absent or null is unset, as is a number that is sent as "". `faceid::outcome(output)`
/// reads the outcome from `result`.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_bank_card_2e_verification_output {
    /// Outcome code: a number as a string. See bank_card_2e_result above.
    optional_text<Storage> result = {};
    /// Text for the outcome.
    optional_text<Storage> description = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using bank_card_2e_verification = basic_bank_card_2e_verification<owning>;
using bank_card_2e_verification_output = basic_bank_card_2e_verification_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_bank_card_2e_verification_output<Storage>> =
    outcome_source<&basic_bank_card_2e_verification_output<Storage>::result>{
        .passed = bank_card_2e_result::passed_codes,
        .meanings = bank_card_2e_result::all,
    };

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_bank_card_2e_verification<Storage>> = [] {
    using self = faceid::basic_bank_card_2e_verification<Storage>;
    return field_table{
        field_at_offset<decltype(self::name)>("Name", offsetof(self, name)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::bank_card)>("BankCard", offsetof(self, bank_card)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::encryption)>("Encryption", offsetof(self, encryption)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_bank_card_2e_verification_output<Storage>> = [] {
    using self = faceid::basic_bank_card_2e_verification_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/faceid/bank_card_4e_verification.hpp -----------------------------------------------------------------------

// BankCard4EVerification: matches the holder name, ID number, phone number and bank card. Made by tools/generate.py from tools/faceid.json.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Values of bank_card_4e_verification_output::result. The service may add more.
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
/// What each code means.
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
/// The codes that mean passed.
inline constexpr std::string_view passed_codes[] = {"0"};
}  // namespace bank_card_4e_result

/// Parameters of BankCard4EVerification. At most 20 calls per second. Requires no region. Not safe to repeat: if the response was lost, a
/// second call may be billed again and counts against the daily quota. Uses data sources of mainland China.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_bank_card_4e_verification {
    /// Holder name. Required. Personal data.
    text_of<Storage> name = {};
    /// Bank card number. Required. Personal data.
    text_of<Storage> bank_card = {};
    /// Mobile number that the bank has. Required. Personal data.
    text_of<Storage> phone = {};
    /// ID number used to open the account. Required. Personal data.
    text_of<Storage> id_card = {};
    /// ID kind. See bank_card_cert_type in types/values.hpp. If unset, the service uses 0.
    optional_of<Storage, std::int64_t> cert_type = {};
    /// The encrypted fields of the request, the algorithm and the wrapped key. May cover Name, IdCard, Phone, BankCard.
    nested_of<Storage, basic_encryption<Storage>> encryption = {};
};

/// Output of BankCard4EVerification. A field that is absent or null is unset, as is a number that is sent as "". `faceid::outcome(output)`
/// reads the outcome from `result`.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_bank_card_4e_verification_output {
    /// Outcome code: a number as a string. See bank_card_4e_result above.
    optional_text<Storage> result = {};
    /// Text for the outcome.
    optional_text<Storage> description = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using bank_card_4e_verification = basic_bank_card_4e_verification<owning>;
using bank_card_4e_verification_output = basic_bank_card_4e_verification_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_bank_card_4e_verification_output<Storage>> =
    outcome_source<&basic_bank_card_4e_verification_output<Storage>::result>{
        .passed = bank_card_4e_result::passed_codes,
        .meanings = bank_card_4e_result::all,
    };

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_bank_card_4e_verification<Storage>> = [] {
    using self = faceid::basic_bank_card_4e_verification<Storage>;
    return field_table{
        field_at_offset<decltype(self::name)>("Name", offsetof(self, name)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::bank_card)>("BankCard", offsetof(self, bank_card)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::phone)>("Phone", offsetof(self, phone)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::id_card)>("IdCard", offsetof(self, id_card)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::cert_type)>("CertType", offsetof(self, cert_type))
            .marked(sensitivity::open)
            .limited(one_of<faceid::bank_card_cert_type::all>),
        field_at_offset<decltype(self::encryption)>("Encryption", offsetof(self, encryption)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_bank_card_4e_verification_output<Storage>> = [] {
    using self = faceid::basic_bank_card_4e_verification_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/faceid/bank_card_verification.hpp --------------------------------------------------------------------------

// BankCardVerification: matches the holder name, ID number and bank card. Made by tools/generate.py from tools/faceid.json.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Values of bank_card_verification_output::result. The service may add more.
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
/// What each code means.
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
/// The codes that mean passed.
inline constexpr std::string_view passed_codes[] = {"0"};
}  // namespace bank_card_result

/// Parameters of BankCardVerification. At most 20 calls per second. Requires no region. Not safe to repeat: if the response was lost, a
/// second call may be billed again and counts against the daily quota. Uses data sources of mainland China.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_bank_card_verification {
    /// ID number used to open the account. Required. Personal data.
    text_of<Storage> id_card = {};
    /// Holder name. Required. Personal data.
    text_of<Storage> name = {};
    /// Bank card number. Required. Personal data.
    text_of<Storage> bank_card = {};
    /// ID kind. See bank_card_cert_type in types/values.hpp. If unset, the service uses 0.
    optional_of<Storage, std::int64_t> cert_type = {};
    /// The encrypted fields of the request, the algorithm and the wrapped key. May cover Name, IdCard, BankCard.
    nested_of<Storage, basic_encryption<Storage>> encryption = {};
};

/// Output of BankCardVerification. A field that is absent or null is unset, as is a number that is sent as "". `faceid::outcome(output)`
/// reads the outcome from `result`.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_bank_card_verification_output {
    /// Outcome code: a number as a string. See bank_card_result above.
    optional_text<Storage> result = {};
    /// Text for the outcome.
    optional_text<Storage> description = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using bank_card_verification = basic_bank_card_verification<owning>;
using bank_card_verification_output = basic_bank_card_verification_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_bank_card_verification_output<Storage>> =
    outcome_source<&basic_bank_card_verification_output<Storage>::result>{
        .passed = bank_card_result::passed_codes,
        .meanings = bank_card_result::all,
    };

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_bank_card_verification<Storage>> = [] {
    using self = faceid::basic_bank_card_verification<Storage>;
    return field_table{
        field_at_offset<decltype(self::id_card)>("IdCard", offsetof(self, id_card)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::name)>("Name", offsetof(self, name)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::bank_card)>("BankCard", offsetof(self, bank_card)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::cert_type)>("CertType", offsetof(self, cert_type))
            .marked(sensitivity::open)
            .limited(one_of<faceid::bank_card_cert_type::all>),
        field_at_offset<decltype(self::encryption)>("Encryption", offsetof(self, encryption)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_bank_card_verification_output<Storage>> = [] {
    using self = faceid::basic_bank_card_verification_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/faceid/check_bank_card_information.hpp ---------------------------------------------------------------------

// CheckBankCardInformation: looks up the bank and the kind of a card. Made by tools/generate.py from tools/faceid.json.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Values of check_bank_card_information_output::result. The service may add more.
namespace bank_card_information_result {
inline constexpr literal found{"0"};                      ///< found
inline constexpr literal not_found{"-1"};                 ///< not found
inline constexpr literal card_number_invalid{"-5"};       ///< card number invalid
inline constexpr literal verification_centre_busy{"-2"};  ///< verification centre busy
inline constexpr literal card_does_not_exist{"-3"};       ///< card does not exist
inline constexpr literal daily_attempts_used_up{"-4"};    ///< daily attempts used up
inline constexpr literal card_kind_not_supported{"-6"};   ///< card kind not supported
/// What each code means.
inline constexpr result_code all[] = {
    {"0", "found", billing::billed},
    {"-1", "not found", billing::billed},
    {"-5", "card number invalid", billing::billed},
    {"-2", "verification centre busy", billing::free, error_category::service},
    {"-3", "card does not exist", billing::free},
    {"-4", "daily attempts used up", billing::free, error_category::quota},
    {"-6", "card kind not supported", billing::free, error_category::request},
};
/// The codes that mean passed.
inline constexpr std::string_view passed_codes[] = {"0"};
}  // namespace bank_card_information_result

/// Values of check_bank_card_information_output::account_type. The service may add more.
namespace bank_account_type {
inline constexpr std::int64_t debit = 1;         ///< debit
inline constexpr std::int64_t credit = 2;        ///< credit
inline constexpr std::int64_t prepaid = 3;       ///< prepaid
inline constexpr std::int64_t quasi_credit = 4;  ///< quasi-credit (semi-credit)
inline constexpr std::int64_t not_found = -1;    ///< in the manual's sample of a card that was not found
}  // namespace bank_account_type

/// Parameters of CheckBankCardInformation. At most 20 calls per second. Requires no region. Not safe to repeat: if the response was lost, a
/// second call may be billed again and counts against the daily quota. Uses data sources of mainland China.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_check_bank_card_information {
    /// Bank card number. Required. Personal data.
    text_of<Storage> bank_card = {};
    /// The encrypted fields of the request, the algorithm and the wrapped key. May cover BankCard.
    nested_of<Storage, basic_encryption<Storage>> encryption = {};
};

/// Output of CheckBankCardInformation. A field that is absent or null is unset, as is a number that is sent as "".
/// `faceid::outcome(output)` reads the outcome from `result`. Passed means that the lookup has a result, which is in the other fields.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_check_bank_card_information_output {
    /// Outcome code: a number as a string. See bank_card_information_result above.
    optional_text<Storage> result = {};
    /// Text for the outcome.
    optional_text<Storage> description = {};
    /// Name of the issuing bank; empty if not found. Personal data.
    optional_text<Storage> account_bank = {};
    /// Card kind. See bank_account_type above. Personal data.
    optional_of<Storage, std::int64_t> account_type = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using check_bank_card_information = basic_check_bank_card_information<owning>;
using check_bank_card_information_output = basic_check_bank_card_information_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_check_bank_card_information_output<Storage>> =
    outcome_source<&basic_check_bank_card_information_output<Storage>::result>{
        .passed = bank_card_information_result::passed_codes,
        .meanings = bank_card_information_result::all,
    };

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_check_bank_card_information<Storage>> = [] {
    using self = faceid::basic_check_bank_card_information<Storage>;
    return field_table{
        field_at_offset<decltype(self::bank_card)>("BankCard", offsetof(self, bank_card)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::encryption)>("Encryption", offsetof(self, encryption)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_check_bank_card_information_output<Storage>> = [] {
    using self = faceid::basic_check_bank_card_information_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::account_bank)>("AccountBank", offsetof(self, account_bank)).marked(sensitivity::personal),
        field_at_offset<decltype(self::account_type)>("AccountType", offsetof(self, account_type)).marked(sensitivity::personal),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/faceid/check_id_card_information.hpp -----------------------------------------------------------------------

// CheckIdCardInformation: reads a photo of an ID card and compares its portrait with that of the authority. Made by tools/generate.py from
// tools/faceid.json.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Values of check_id_card_information_output::warnings. The service may add more.
namespace id_card_warning {
inline constexpr literal border_incomplete{"-9101"};       ///< border incomplete
inline constexpr literal copy{"-9102"};                    ///< copy
inline constexpr literal re_photographed{"-9103"};         ///< re-photographed
inline constexpr literal temporary_id_card{"-9104"};       ///< temporary ID card
inline constexpr literal frame_covered{"-9105"};           ///< frame covered
inline constexpr literal edited_image_suspected{"-9106"};  ///< edited image suspected
inline constexpr literal blurred{"-8001"};                 ///< blurred
}  // namespace id_card_warning

/// Parameters of CheckIdCardInformation. At most 100 calls per second. Requires no region. Not safe to repeat: if the response was lost, a
/// second call may be billed again and counts against the daily quota. ImageBase64 or ImageUrl is required; ImageUrl takes precedence. Uses
/// data sources of mainland China.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_check_id_card_information {
    /// Portrait side of the ID card; ImageUrl takes precedence. Required if ImageUrl is absent. At most 7 MB of base64. Formats: png, jpg,
    /// jpeg. Personal data.
    optional_binary<Storage> image_base64 = {};
    /// URL of the portrait side; takes precedence over ImageBase64. Required if ImageBase64 is absent. Formats: png, jpg, jpeg; at most 3
    /// MB of base64 when downloaded, within 3 seconds. Pre-signed: anyone who has the URL can use it. Secret.
    optional_text<Storage> image_url = {};
    /// Warning switches as a JSON text inside a string; booleans CopyWarn, BorderCheckWarn, ReshootWarn, DetectPsWarn, TempIdWarn, Quality,
    /// all false by default.
    optional_text<Storage> config = {};
    /// Encrypt IdNum and Name in the response. If unset, the service uses false.
    optional_of<Storage, bool> is_encrypt = {};
    /// Encrypt the whole response, which is then in EncryptedBody.
    optional_of<Storage, bool> is_encrypt_response = {};
    /// Algorithm, IV and wrapped key for response encryption.
    nested_of<Storage, basic_encryption<Storage>> encryption = {};
};

/// Output of CheckIdCardInformation. A field that is absent or null is unset, as is a number that is sent as "". `faceid::outcome(output)`
/// reads the outcome from `result`.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_check_id_card_information_output {
    /// Match score against the authority's photo. 0 to 100; the vendor suggests a threshold of 70.
    optional_of<Storage, double> sim = {};
    /// Outcome code: 'Success' or a FailedOperation code, in an output rather than in an error. See pure_api_result in types/values.hpp.
    optional_text<Storage> result = {};
    /// Text for the outcome.
    optional_text<Storage> description = {};
    /// Name on the card. Personal data.
    optional_text<Storage> name = {};
    /// Sex on the card. Personal data.
    optional_text<Storage> sex = {};
    /// Ethnic group on the card. Personal data.
    optional_text<Storage> nation = {};
    /// Birth date, e.g. 1654/12/20. Personal data.
    optional_text<Storage> birth = {};
    /// Address on the card. Personal data.
    optional_text<Storage> address = {};
    /// ID number. Personal data.
    optional_text<Storage> id_num = {};
    /// Portrait cut from the card; null if cropping failed. Biometric data.
    optional_binary<Storage> portrait = {};
    /// Document warnings joined by '|'. See id_card_warning above. Empty if there are none. -9104 to -9106 differ in meaning from
    /// WarnCardInfos.
    optional_text<Storage> warnings = {};
    /// Image quality score; under 50 warns; only with Config.Quality. 0 to 100; below 50 causes a warning.
    optional_of<Storage, double> quality = {};
    /// Algorithm and wrapped key of the encrypted response; null if it is not encrypted.
    nested_of<Storage, basic_encryption<Storage>> encryption = {};
    /// Encrypted response body. Personal data.
    optional_binary<Storage> encrypted_body = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using check_id_card_information = basic_check_id_card_information<owning>;
using check_id_card_information_output = basic_check_id_card_information_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_check_id_card_information_output<Storage>> =
    outcome_source<&basic_check_id_card_information_output<Storage>::result>{
        .passed = pure_api_result::passed_codes,
        .meanings = pure_api_result::all,
        .others = describe,
    };

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_check_id_card_information<Storage>> = [] {
    using self = faceid::basic_check_id_card_information<Storage>;
    return field_table{
        field_at_offset<decltype(self::image_base64)>("ImageBase64", offsetof(self, image_base64))
            .marked(sensitivity::personal)
            .limited(text_size<0, 7340032>),
        field_at_offset<decltype(self::image_url)>("ImageUrl", offsetof(self, image_url)).marked(sensitivity::secret),
        field_at_offset<decltype(self::config)>("Config", offsetof(self, config)).marked(sensitivity::open),
        field_at_offset<decltype(self::is_encrypt)>("IsEncrypt", offsetof(self, is_encrypt)).marked(sensitivity::open),
        field_at_offset<decltype(self::is_encrypt_response)>("IsEncryptResponse", offsetof(self, is_encrypt_response))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::encryption)>("Encryption", offsetof(self, encryption)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_check_id_card_information_output<Storage>> = [] {
    using self = faceid::basic_check_id_card_information_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::sim)>("Sim", offsetof(self, sim)).marked(sensitivity::open),
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::name)>("Name", offsetof(self, name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at_offset<decltype(self::nation)>("Nation", offsetof(self, nation)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birth)>("Birth", offsetof(self, birth)).marked(sensitivity::personal),
        field_at_offset<decltype(self::address)>("Address", offsetof(self, address)).marked(sensitivity::personal),
        field_at_offset<decltype(self::id_num)>("IdNum", offsetof(self, id_num)).marked(sensitivity::personal),
        field_at_offset<decltype(self::portrait)>("Portrait", offsetof(self, portrait)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::warnings)>("Warnings", offsetof(self, warnings)).marked(sensitivity::open),
        field_at_offset<decltype(self::quality)>("Quality", offsetof(self, quality)).marked(sensitivity::open),
        field_at_offset<decltype(self::encryption)>("Encryption", offsetof(self, encryption)).marked(sensitivity::open),
        field_at_offset<decltype(self::encrypted_body)>("EncryptedBody", offsetof(self, encrypted_body)).marked(sensitivity::personal),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/faceid/check_id_name_date.hpp ------------------------------------------------------------------------------

// CheckIdNameDate: matches the name, ID number and validity period. Made by tools/generate.py from tools/faceid.json.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Values of check_id_name_date_output::result. The service may add more.
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
/// What each code means.
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
/// The codes that mean passed.
inline constexpr std::string_view passed_codes[] = {"0"};
}  // namespace id_name_date_result

/// Parameters of CheckIdNameDate. At most 20 calls per second. Requires no region. Not safe to repeat: if the response was lost, a second
/// call may be billed again and counts against the daily quota. Uses data sources of mainland China.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_check_id_name_date {
    /// Name. Required. Personal data.
    text_of<Storage> name = {};
    /// ID number. Required. Personal data.
    text_of<Storage> id_card = {};
    /// Start of validity. Required. YYYYMMDD. Personal data.
    text_of<Storage> validity_begin = {};
    /// End of validity; 00000000 means permanent. Required. YYYYMMDD. Personal data.
    text_of<Storage> validity_end = {};
    /// The encrypted fields of the request, the algorithm and the wrapped key. May cover Name, IdCard.
    nested_of<Storage, basic_encryption<Storage>> encryption = {};
};

/// Output of CheckIdNameDate. A field that is absent or null is unset, as is a number that is sent as "". `faceid::outcome(output)` reads
/// the outcome from `result`.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_check_id_name_date_output {
    /// Outcome code: a number as a string. See id_name_date_result above.
    optional_text<Storage> result = {};
    /// Text for the outcome.
    optional_text<Storage> description = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using check_id_name_date = basic_check_id_name_date<owning>;
using check_id_name_date_output = basic_check_id_name_date_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_check_id_name_date_output<Storage>> =
    outcome_source<&basic_check_id_name_date_output<Storage>::result>{
        .passed = id_name_date_result::passed_codes,
        .meanings = id_name_date_result::all,
    };

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_check_id_name_date<Storage>> = [] {
    using self = faceid::basic_check_id_name_date<Storage>;
    return field_table{
        field_at_offset<decltype(self::name)>("Name", offsetof(self, name)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::id_card)>("IdCard", offsetof(self, id_card)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::validity_begin)>("ValidityBegin", offsetof(self, validity_begin))
            .required()
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::validity_end)>("ValidityEnd", offsetof(self, validity_end)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::encryption)>("Encryption", offsetof(self, encryption)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_check_id_name_date_output<Storage>> = [] {
    using self = faceid::basic_check_id_name_date_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/faceid/compare_face_liveness.hpp ---------------------------------------------------------------------------

// CompareFaceLiveness: checks a video for liveness and compares it with a photo, both sent inline. Made by tools/generate.py from
// tools/faceid.json.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Values of compare_face_liveness::liveness_type.
namespace inline_liveness_type {
inline constexpr literal action{"ACTION"};  ///< motion
inline constexpr literal silent{"SILENT"};  ///< silent
inline constexpr literal all[] = {action, silent};
}  // namespace inline_liveness_type

/// Parameters of CompareFaceLiveness. At most 20 calls per second. Requires a region: ap-bangkok, ap-hongkong, ap-singapore. Not safe to
/// repeat: if the response was lost, a second call may be billed again and counts against the daily quota. ValidateData is required if
/// LivenessType is ACTION, and empty if it is SILENT.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_compare_face_liveness {
    /// Face photo to compare with. Required. At most 3 MB of base64. Formats: jpg, png. Biometric data.
    binary_of<Storage> image_base64 = {};
    /// Liveness video. Required. At most 8 MB of base64. Formats: mp4, avi, flv. Biometric data.
    binary_of<Storage> video_base64 = {};
    /// Liveness mode. See inline_liveness_type above. Required.
    text_of<Storage> liveness_type = {};
    /// Motion sequence, one or two digits, separated by a comma. Required if LivenessType is ACTION. 1 open mouth, 2 blink, 3 nod, 4 shake
    /// head: '1' or '4,2'; empty for SILENT.
    optional_text<Storage> validate_data = {};
};

/// Output of CompareFaceLiveness. A field that is absent or null is unset, as is a number that is sent as "". `faceid::outcome(output)`
/// reads the outcome from `result`.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_compare_face_liveness_output {
    /// Outcome code: 'Success' or a FailedOperation code, in an output rather than in an error. See pure_api_result in types/values.hpp.
    /// May be any FailedOperation code; see describe().
    optional_text<Storage> result = {};
    /// Text for the outcome.
    optional_text<Storage> description = {};
    /// Match score. 0 to 100; the vendor suggests a threshold of 70. Meaningful only for Success and CompareLowSimilarity.
    optional_of<Storage, double> sim = {};
    /// Best frame, jpg. Biometric data.
    optional_binary<Storage> best_frame_base64 = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using compare_face_liveness = basic_compare_face_liveness<owning>;
using compare_face_liveness_output = basic_compare_face_liveness_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_compare_face_liveness_output<Storage>> =
    outcome_source<&basic_compare_face_liveness_output<Storage>::result>{
        .passed = pure_api_result::passed_codes,
        .meanings = pure_api_result::all,
        .others = describe,
    };

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_compare_face_liveness<Storage>> = [] {
    using self = faceid::basic_compare_face_liveness<Storage>;
    return field_table{
        field_at_offset<decltype(self::image_base64)>("ImageBase64", offsetof(self, image_base64))
            .required()
            .marked(sensitivity::biometric)
            .limited(text_size<0, 3145728>),
        field_at_offset<decltype(self::video_base64)>("VideoBase64", offsetof(self, video_base64))
            .required()
            .marked(sensitivity::biometric)
            .limited(text_size<0, 8388608>),
        field_at_offset<decltype(self::liveness_type)>("LivenessType", offsetof(self, liveness_type))
            .required()
            .marked(sensitivity::open)
            .limited(one_of<faceid::inline_liveness_type::all>),
        field_at_offset<decltype(self::validate_data)>("ValidateData", offsetof(self, validate_data)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_compare_face_liveness_output<Storage>> = [] {
    using self = faceid::basic_compare_face_liveness_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::sim)>("Sim", offsetof(self, sim)).marked(sensitivity::open),
        field_at_offset<decltype(self::best_frame_base64)>("BestFrameBase64", offsetof(self, best_frame_base64))
            .marked(sensitivity::biometric),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/faceid/create_upload_url.hpp -------------------------------------------------------------------------------

// CreateUploadUrl: returns a temporary PUT link for a file that another action will read. Made by tools/generate.py from tools/faceid.json.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Parameters of CreateUploadUrl. At most 20 calls per second. Requires a region. Safe to repeat.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_create_upload_url {
    /// Name of the action that will use the upload, e.g. DetectReflectLivenessAndCompare. Required.
    text_of<Storage> target_action = {};
};

/// Output of CreateUploadUrl. A field that is absent or null is unset, as is a number that is sent as "".
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_create_upload_url_output {
    /// Pre-signed COS URL for an HTTP PUT of the raw (not base64) bytes. Pre-signed: anyone who has the URL can use it. Secret.
    optional_text<Storage> upload_url = {};
    /// Pre-signed COS URL to pass to the target action. Pre-signed: anyone who has the URL can use it. The service keeps the file for 2
    /// hours. Secret.
    optional_text<Storage> resource_url = {};
    /// Expiry of both links, Unix seconds (10 digits).
    optional_of<Storage, std::int64_t> expired_timestamp = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using create_upload_url = basic_create_upload_url<owning>;
using create_upload_url_output = basic_create_upload_url_output<owning>;

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_create_upload_url<Storage>> = [] {
    using self = faceid::basic_create_upload_url<Storage>;
    return field_table{
        field_at_offset<decltype(self::target_action)>("TargetAction", offsetof(self, target_action)).required().marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_create_upload_url_output<Storage>> = [] {
    using self = faceid::basic_create_upload_url_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::upload_url)>("UploadUrl", offsetof(self, upload_url)).marked(sensitivity::secret),
        field_at_offset<decltype(self::resource_url)>("ResourceUrl", offsetof(self, resource_url)).marked(sensitivity::secret),
        field_at_offset<decltype(self::expired_timestamp)>("ExpiredTimestamp", offsetof(self, expired_timestamp)).marked(sensitivity::open),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/faceid/types/attack_risk.hpp -------------------------------------------------------------------------------

// The findings of AI Face Shield. Made by tools/generate.py from tools/faceid.json.
// Source: https://www.tencentcloud.com/document/product/1061

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Values of attack_risk_detail::type. The service may add more.
namespace attack_type {
inline constexpr literal suspected_spoofing_attack{"SuspectedSpoofingAttack"};        ///< re-photographing
inline constexpr literal suspected_synthesis_image{"SuspectedSynthesisImage"};        ///< synthetic image
inline constexpr literal suspected_synthesis_video{"SuspectedSynthesisVideo"};        ///< synthetic video
inline constexpr literal suspected_anomaly_attack{"SuspectedAnomalyAttack"};          ///< facial features not genuine
inline constexpr literal suspected_adversarial_attack{"SuspectedAdversarialAttack"};  ///< adversarial sample
inline constexpr literal suspected_black_industry{"SuspectedBlackIndustry"};          ///< mass fraud template
inline constexpr literal suspected_watermark{"SuspectedWatermark"};                   ///< watermark
}  // namespace attack_type

/// Values of retrieval_liveness_extra_info::hit_group. The service may add more.
namespace hit_group {
inline constexpr literal common{"Common"};        ///< public library
inline constexpr literal auto_clustered{"Auto"};  ///< auto-clustered library
inline constexpr literal owner{"Owner"};          ///< customer library
}  // namespace hit_group

/// One attack trace.
template <class Storage>
struct basic_attack_risk_detail {
    /// Kind of trace. See attack_type above.
    optional_text<Storage> type = {};
};

/// A match with an attack template.
template <class Storage>
struct basic_retrieval_liveness_extra_info {
    /// Template library. See hit_group above.
    optional_text<Storage> hit_group = {};
    /// Distance to the template; below 0.6 means attack. 0 to 2; the default threshold is 0.6.
    optional_of<Storage, double> similarity_score = {};
    /// Template id.
    optional_text<Storage> hit_template = {};
};

/// Extra output of DetectAIFakeFaces.
template <class Storage>
struct basic_extra_info {
    /// Best-matching attack template.
    optional_list<Storage, basic_retrieval_liveness_extra_info<Storage>> retrieval_liveness_extra_info = {};
};

using attack_risk_detail = basic_attack_risk_detail<owning>;
using retrieval_liveness_extra_info = basic_retrieval_liveness_extra_info<owning>;
using extra_info = basic_extra_info<owning>;

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_attack_risk_detail<Storage>> = [] {
    using self = faceid::basic_attack_risk_detail<Storage>;
    return field_table{
        field_at_offset<decltype(self::type)>("Type", offsetof(self, type)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_retrieval_liveness_extra_info<Storage>> = [] {
    using self = faceid::basic_retrieval_liveness_extra_info<Storage>;
    return field_table{
        field_at_offset<decltype(self::hit_group)>("HitGroup", offsetof(self, hit_group)).marked(sensitivity::open),
        field_at_offset<decltype(self::similarity_score)>("SimilarityScore", offsetof(self, similarity_score)).marked(sensitivity::open),
        field_at_offset<decltype(self::hit_template)>("HitTemplate", offsetof(self, hit_template)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_extra_info<Storage>> = [] {
    using self = faceid::basic_extra_info<Storage>;
    return field_table{
        field_at_offset<decltype(self::retrieval_liveness_extra_info)>("RetrievalLivenessExtraInfo",
                                                                       offsetof(self, retrieval_liveness_extra_info))
            .marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/faceid/detect_ai_fake_faces.hpp ----------------------------------------------------------------------------

// DetectAIFakeFaces: looks for spoofing and AI generation in an image or video of a face. Made by tools/generate.py from tools/faceid.json.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Values of detect_ai_fake_faces::face_input_type.
namespace face_input_type {
inline constexpr std::int64_t image = 1;  ///< image
inline constexpr std::int64_t video = 2;  ///< video
inline constexpr literal all[] = {literal{"1"}, literal{"2"}};
}  // namespace face_input_type

/// Values of detect_ai_fake_faces_output::attack_risk_level. The risk that the face is spoofed. The service may add more.
namespace attack_risk_level {
inline constexpr literal low{"Low"};    ///< pass
inline constexpr literal mid{"Mid"};    ///< moderate suspicion; vendor suggests pass
inline constexpr literal high{"High"};  ///< block
/// What each code means.
inline constexpr result_code all[] = {
    {"Low", "pass", billing::unknown},
    {"Mid", "moderate suspicion; vendor suggests pass", billing::unknown},
    {"High", "block", billing::unknown},
};
/// The codes that mean passed.
inline constexpr std::string_view passed_codes[] = {"Low", "Mid"};
}  // namespace attack_risk_level

/// Parameters of DetectAIFakeFaces. At most 5 calls per second. Requires no region. Not safe to repeat: if the response was lost, a second
/// call may be billed again and counts against the daily quota. Either FaceInput and FaceInputType or Encryption and EncryptedBody are
/// required.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_detect_ai_fake_faces {
    /// Single-face image or video. Required if Encryption and EncryptedBody are not used. At most 10 MB of base64. An image (jpg, png;
    /// recommended: up to 3 MB of base64, 480x640, a face of 100x100 or more) or a video (mp4, avi, flv; recommended: up to 8 MB of base64,
    /// 2 to 5 seconds; at most 20 seconds, 25 to 30 frames per second, at most 720p). The whole request has the same limit, so less fits.
    /// Biometric data.
    optional_binary<Storage> face_input = {};
    /// Kind of FaceInput. See face_input_type above. Required if Encryption and EncryptedBody are not used.
    optional_of<Storage, std::int64_t> face_input_type = {};
    /// Algorithm and wrapped key of EncryptedBody. Its EncryptList is EncryptionBody.
    nested_of<Storage, basic_encryption<Storage>> encryption = {};
    /// Ciphertext of the JSON object {FaceInput, FaceInputType}. Biometric data.
    optional_binary<Storage> encrypted_body = {};
};

/// Output of DetectAIFakeFaces. A field that is absent or null is unset, as is a number that is sent as "". A list that is sent as [] is
/// set and empty. `faceid::outcome(output)` reads the outcome from `attack_risk_level`. Mid, a moderate suspicion, counts as passed, as the
/// vendor suggests; compare attack_risk_level to be stricter.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_detect_ai_fake_faces_output {
    /// Spoofing risk. See attack_risk_level above.
    optional_text<Storage> attack_risk_level = {};
    /// Attack traces; present for Mid and High, else empty.
    optional_list<Storage, basic_attack_risk_detail<Storage>> attack_risk_detail_list = {};
    /// Matched attack-template details.
    nested_of<Storage, basic_extra_info<Storage>> extra_info = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using detect_ai_fake_faces = basic_detect_ai_fake_faces<owning>;
using detect_ai_fake_faces_output = basic_detect_ai_fake_faces_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_detect_ai_fake_faces_output<Storage>> =
    outcome_source<&basic_detect_ai_fake_faces_output<Storage>::attack_risk_level>{
        .passed = attack_risk_level::passed_codes,
        .meanings = attack_risk_level::all,
    };

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_detect_ai_fake_faces<Storage>> = [] {
    using self = faceid::basic_detect_ai_fake_faces<Storage>;
    return field_table{
        field_at_offset<decltype(self::face_input)>("FaceInput", offsetof(self, face_input))
            .marked(sensitivity::biometric)
            .limited(text_size<0, 10485760>),
        field_at_offset<decltype(self::face_input_type)>("FaceInputType", offsetof(self, face_input_type))
            .marked(sensitivity::open)
            .limited(one_of<faceid::face_input_type::all>),
        field_at_offset<decltype(self::encryption)>("Encryption", offsetof(self, encryption)).marked(sensitivity::open),
        field_at_offset<decltype(self::encrypted_body)>("EncryptedBody", offsetof(self, encrypted_body)).marked(sensitivity::biometric),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_detect_ai_fake_faces_output<Storage>> = [] {
    using self = faceid::basic_detect_ai_fake_faces_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::attack_risk_level)>("AttackRiskLevel", offsetof(self, attack_risk_level))
            .exact()
            .marked(sensitivity::open),
        field_at_offset<decltype(self::attack_risk_detail_list)>("AttackRiskDetailList", offsetof(self, attack_risk_detail_list))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::extra_info)>("ExtraInfo", offsetof(self, extra_info)).marked(sensitivity::open),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/faceid/detect_reflect_liveness_and_compare.hpp -------------------------------------------------------------

// DetectReflectLivenessAndCompare: checks a reflection liveness package and compares it with a photo. Made by tools/generate.py from
// tools/faceid.json.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Parameters of DetectReflectLivenessAndCompare. At most 5 calls per second. Requires a region: ap-bangkok, ap-hongkong, ap-singapore. Not
/// safe to repeat: if the response was lost, a second call may be billed again and counts against the daily quota.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_detect_reflect_liveness_and_compare {
    /// COS URL of the SDK's liveness package, in the region of the request. Required. Pre-signed: anyone who has the URL can use it.
    /// Secret.
    text_of<Storage> live_data_url = {};
    /// MD5 of the package. Required. 32 bytes. 32 hex digits.
    text_of<Storage> live_data_md5 = {};
    /// COS URL of the face photo, in the region of the request. Required. Pre-signed: anyone who has the URL can use it. Secret.
    text_of<Storage> image_url = {};
    /// MD5 of the photo. Required. 32 bytes. 32 hex digits.
    text_of<Storage> image_md5 = {};
};

/// Output of DetectReflectLivenessAndCompare. A field that is absent or null is unset, as is a number that is sent as "".
/// `faceid::outcome(output)` reads the outcome from `result`.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_detect_reflect_liveness_and_compare_output {
    /// Temporary URL of the best frame, jpg. Pre-signed: anyone who has the URL can use it. Valid for 2 hours. Secret.
    optional_text<Storage> best_frame_url = {};
    /// MD5 of the best frame. 32 hex digits.
    optional_text<Storage> best_frame_md5 = {};
    /// Outcome code: 'Success' or a FailedOperation code, in an output rather than in an error. See pure_api_result in types/values.hpp.
    optional_text<Storage> result = {};
    /// Text for the outcome.
    optional_text<Storage> description = {};
    /// Match score. 0 to 100; the vendor suggests a threshold of 70.
    optional_of<Storage, double> sim = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using detect_reflect_liveness_and_compare = basic_detect_reflect_liveness_and_compare<owning>;
using detect_reflect_liveness_and_compare_output = basic_detect_reflect_liveness_and_compare_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_detect_reflect_liveness_and_compare_output<Storage>> =
    outcome_source<&basic_detect_reflect_liveness_and_compare_output<Storage>::result>{
        .passed = pure_api_result::passed_codes,
        .meanings = pure_api_result::all,
        .others = describe,
    };

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_detect_reflect_liveness_and_compare<Storage>> = [] {
    using self = faceid::basic_detect_reflect_liveness_and_compare<Storage>;
    return field_table{
        field_at_offset<decltype(self::live_data_url)>("LiveDataUrl", offsetof(self, live_data_url)).required().marked(sensitivity::secret),
        field_at_offset<decltype(self::live_data_md5)>("LiveDataMd5", offsetof(self, live_data_md5))
            .required()
            .marked(sensitivity::open)
            .limited(text_size<32, 32>),
        field_at_offset<decltype(self::image_url)>("ImageUrl", offsetof(self, image_url)).required().marked(sensitivity::secret),
        field_at_offset<decltype(self::image_md5)>("ImageMd5", offsetof(self, image_md5))
            .required()
            .marked(sensitivity::open)
            .limited(text_size<32, 32>),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_detect_reflect_liveness_and_compare_output<Storage>> = [] {
    using self = faceid::basic_detect_reflect_liveness_and_compare_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::best_frame_url)>("BestFrameUrl", offsetof(self, best_frame_url)).marked(sensitivity::secret),
        field_at_offset<decltype(self::best_frame_md5)>("BestFrameMd5", offsetof(self, best_frame_md5)).marked(sensitivity::open),
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::sim)>("Sim", offsetof(self, sim)).marked(sensitivity::open),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/faceid/fwd.hpp ---------------------------------------------------------------------------------------------

// Declarations of the structs of eKYC, for headers that only mention them. Made by tools/generate.py.

namespace tc3::inline TC3_NAMESPACE::faceid {

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

}  // namespace tc3::inline TC3_NAMESPACE::faceid

// ---- tc3/faceid/generate_reflect_sequence.hpp -----------------------------------------------------------------------

// GenerateReflectSequence: makes a light sequence for the reflection SDK. Made by tools/generate.py from tools/faceid.json.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Parameters of GenerateReflectSequence. At most 5 calls per second. Requires a region: ap-bangkok, ap-hongkong, ap-singapore. The manual
/// does not say whether a second call is safe.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_generate_reflect_sequence {
    /// COS URL of the SDK's device package, in the region of the request. Required. Pre-signed: anyone who has the URL can use it. Secret.
    text_of<Storage> device_data_url = {};
    /// MD5 of the package. Required. 32 hex digits.
    text_of<Storage> device_data_md5 = {};
    /// Liveness mode: a digit as a string. See secure_level in types/values.hpp. If unset, the service uses "4".
    optional_text<Storage> security_level = {};
};

/// Output of GenerateReflectSequence. A field that is absent or null is unset, as is a number that is sent as "".
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_generate_reflect_sequence_output {
    /// URL of the light sequence to hand to the SDK. Pre-signed: anyone who has the URL can use it. Secret.
    optional_text<Storage> reflect_sequence_url = {};
    /// MD5 of the light sequence. 32 hex digits.
    optional_text<Storage> reflect_sequence_md5 = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using generate_reflect_sequence = basic_generate_reflect_sequence<owning>;
using generate_reflect_sequence_output = basic_generate_reflect_sequence_output<owning>;

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_generate_reflect_sequence<Storage>> = [] {
    using self = faceid::basic_generate_reflect_sequence<Storage>;
    return field_table{
        field_at_offset<decltype(self::device_data_url)>("DeviceDataUrl", offsetof(self, device_data_url))
            .required()
            .marked(sensitivity::secret),
        field_at_offset<decltype(self::device_data_md5)>("DeviceDataMd5", offsetof(self, device_data_md5))
            .required()
            .marked(sensitivity::open),
        field_at_offset<decltype(self::security_level)>("SecurityLevel", offsetof(self, security_level))
            .marked(sensitivity::open)
            .limited(one_of<faceid::secure_level::all>),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_generate_reflect_sequence_output<Storage>> = [] {
    using self = faceid::basic_generate_reflect_sequence_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::reflect_sequence_url)>("ReflectSequenceUrl", offsetof(self, reflect_sequence_url))
            .marked(sensitivity::secret),
        field_at_offset<decltype(self::reflect_sequence_md5)>("ReflectSequenceMd5", offsetof(self, reflect_sequence_md5))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/faceid/get_face_id_result_intl.hpp -------------------------------------------------------------------------

// GetFaceIdResultIntl: reads the result of an SDK selfie verification. Made by tools/generate.py from tools/faceid.json.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Parameters of GetFaceIdResultIntl. At most 20 calls per second. Requires a region: ap-bangkok, ap-hongkong, ap-jakarta, ap-singapore,
/// sa-saopaulo. Safe to repeat.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_get_face_id_result_intl {
    /// Token from GetFaceIdTokenIntl. Valid for 3 days. Required. Secret.
    text_of<Storage> sdk_token = {};
};

/// Output of GetFaceIdResultIntl. A field that is absent or null is unset, as is a number that is sent as "". A list that is sent as [] is
/// set and empty. `faceid::outcome(output)` reads the outcome from `result`.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_get_face_id_result_intl_output {
    /// Outcome code as a string. See sdk_result in types/values.hpp. "-999" while the session is not finished.
    optional_text<Storage> result = {};
    /// Text for the outcome.
    optional_text<Storage> description = {};
    /// Best face frame. Biometric data.
    optional_binary<Storage> best_frame = {};
    /// Verification video with the colour reflections. Biometric data.
    optional_binary<Storage> video = {};
    /// Video of the requested motions, for AI Face Shield. Biometric data.
    optional_binary<Storage> action_video = {};
    /// Match score; meaningful only in compare mode. 0 to 100. 0 and without meaning in liveness mode.
    optional_of<Storage, double> similarity = {};
    /// The Extra of the request that started the session. Personal data.
    optional_text<Storage> extra = {};
    /// Device risk. See device_info_level in types/values.hpp. ENHANCED and PLUS tiers only.
    optional_text<Storage> device_info_level = {};
    /// Why liveness failed; two-digit string tags. See sdk_liveness_tag in types/values.hpp. PRO and PLUS tiers only. The tags of
    /// VerificationDetail have other meanings.
    optional_list<Storage, text_of<Storage>> liveness_info_tag = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using get_face_id_result_intl = basic_get_face_id_result_intl<owning>;
using get_face_id_result_intl_output = basic_get_face_id_result_intl_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_get_face_id_result_intl_output<Storage>> =
    outcome_source<&basic_get_face_id_result_intl_output<Storage>::result>{
        .passed = sdk_result::passed_codes,
        .pending = "-999",
        .meanings = sdk_result::all,
    };

template <class Storage>
inline constexpr session_life session_life_of<basic_get_face_id_result_intl<Storage>>{
    .start_within = 600,
    .readable_for = 259200,
};

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_face_id_result_intl<Storage>> = [] {
    using self = faceid::basic_get_face_id_result_intl<Storage>;
    return field_table{
        field_at_offset<decltype(self::sdk_token)>("SdkToken", offsetof(self, sdk_token)).required().marked(sensitivity::secret),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_face_id_result_intl_output<Storage>> = [] {
    using self = faceid::basic_get_face_id_result_intl_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::best_frame)>("BestFrame", offsetof(self, best_frame)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::video)>("Video", offsetof(self, video)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::action_video)>("ActionVideo", offsetof(self, action_video)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::similarity)>("Similarity", offsetof(self, similarity)).marked(sensitivity::open),
        field_at_offset<decltype(self::extra)>("Extra", offsetof(self, extra)).marked(sensitivity::personal),
        field_at_offset<decltype(self::device_info_level)>("DeviceInfoLevel", offsetof(self, device_info_level)).marked(sensitivity::open),
        field_at_offset<decltype(self::liveness_info_tag)>("LivenessInfoTag", offsetof(self, liveness_info_tag)).marked(sensitivity::open),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/faceid/get_face_id_token_intl.hpp --------------------------------------------------------------------------

// GetFaceIdTokenIntl: starts an SDK selfie verification and returns its token. Made by tools/generate.py from tools/faceid.json.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Values of get_face_id_token_intl::check_mode.
namespace selfie_check_mode {
inline constexpr literal liveness{"liveness"};  ///< liveness only
inline constexpr literal compare{"compare"};    ///< liveness plus face comparison
inline constexpr literal all[] = {liveness, compare};
}  // namespace selfie_check_mode

/// Parameters of GetFaceIdTokenIntl. At most 20 calls per second. Requires a region. Safe to repeat. Image is required if CheckMode is
/// "compare". ActionList is allowed only if SecureLevel is 2 or 4. Read the result with GetFaceIdResultIntl.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_get_face_id_token_intl {
    /// Flow. See selfie_check_mode above. If unset, the service uses "liveness".
    optional_text<Storage> check_mode = {};
    /// Liveness mode: a digit as a string. See secure_level in types/values.hpp. If unset, the service uses "4".
    optional_text<Storage> secure_level = {};
    /// Base64 face photo to compare with. Required if CheckMode is "compare". Biometric data.
    optional_binary<Storage> image = {};
    /// Text of yours that the result action returns. Personal data.
    optional_text<Storage> extra = {};
    /// Motions to ask for. If unset, the service uses "blink". One or two of blink, mouth, nod, shake, separated by a comma: 'blink,mouth'.
    /// If SecureLevel is neither "2" nor "4", the call fails.
    optional_text<Storage> action_list = {};
    /// Service tier. See sdk_version in types/values.hpp. If unset, the service uses "BASIC".
    optional_text<Storage> sdk_version = {};
    /// Liveness attempts allowed. If unset, the service uses 5. From 1 to 5.
    optional_of<Storage, std::int64_t> retry_limit = {};
};

/// Output of GetFaceIdTokenIntl. A field that is absent or null is unset, as is a number that is sent as "".
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_get_face_id_token_intl_output {
    /// Token for one SDK selfie verification, for GetFaceIdResultIntl. Start the session within 10 minutes. The result is readable for 3
    /// days. Valid for one verification. Secret.
    optional_text<Storage> sdk_token = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using get_face_id_token_intl = basic_get_face_id_token_intl<owning>;
using get_face_id_token_intl_output = basic_get_face_id_token_intl_output<owning>;

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_face_id_token_intl<Storage>> = [] {
    using self = faceid::basic_get_face_id_token_intl<Storage>;
    return field_table{
        field_at_offset<decltype(self::check_mode)>("CheckMode", offsetof(self, check_mode))
            .marked(sensitivity::open)
            .limited(one_of<faceid::selfie_check_mode::all>),
        field_at_offset<decltype(self::secure_level)>("SecureLevel", offsetof(self, secure_level))
            .marked(sensitivity::open)
            .limited(one_of<faceid::secure_level::all>),
        field_at_offset<decltype(self::image)>("Image", offsetof(self, image)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::extra)>("Extra", offsetof(self, extra)).marked(sensitivity::personal),
        field_at_offset<decltype(self::action_list)>("ActionList", offsetof(self, action_list)).marked(sensitivity::open),
        field_at_offset<decltype(self::sdk_version)>("SdkVersion", offsetof(self, sdk_version))
            .marked(sensitivity::open)
            .limited(one_of<faceid::sdk_version::all>),
        field_at_offset<decltype(self::retry_limit)>("RetryLimit", offsetof(self, retry_limit))
            .marked(sensitivity::open)
            .limited(between<1, 5>),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_face_id_token_intl_output<Storage>> = [] {
    using self = faceid::basic_get_face_id_token_intl_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::sdk_token)>("SdkToken", offsetof(self, sdk_token)).marked(sensitivity::secret),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/faceid/types/file_info.hpp ---------------------------------------------------------------------------------

// A file that the service keeps for a short time. Made by tools/generate.py from tools/faceid.json.
// Source: https://www.tencentcloud.com/document/product/1061

namespace tc3::inline TC3_NAMESPACE::faceid {

/// A file that the service keeps for a short time.
template <class Storage>
struct basic_file_info {
    /// Temporary (pre-signed) download URL. Pre-signed: anyone who has the URL can use it. Secret.
    optional_text<Storage> url = {};
    /// 32-character hex MD5 of the file. 32 hex digits. The name ends in _ because md5 is a macro of some hosts.
    optional_text<Storage> md5_ = {};
    /// File size in bytes.
    optional_of<Storage, std::int64_t> size = {};
};

using file_info = basic_file_info<owning>;

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_file_info<Storage>> = [] {
    using self = faceid::basic_file_info<Storage>;
    return field_table{
        field_at_offset<decltype(self::url)>("Url", offsetof(self, url)).marked(sensitivity::secret),
        field_at_offset<decltype(self::md5_)>("MD5", offsetof(self, md5_)).marked(sensitivity::open),
        field_at_offset<decltype(self::size)>("Size", offsetof(self, size)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/faceid/get_liveness_result.hpp -----------------------------------------------------------------------------

// GetLivenessResult: reads the result of an SDK liveness session. Made by tools/generate.py from tools/faceid.json.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Parameters of GetLivenessResult. At most 20 calls per second. Requires a region. Safe to repeat.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_get_liveness_result {
    /// Token from ApplyLivenessToken. Valid for 2 hours. Required. Secret.
    text_of<Storage> sdk_token = {};
};

/// Output of GetLivenessResult. A field that is absent or null is unset, as is a number that is sent as "". `faceid::outcome(output)` reads
/// the outcome from `result`.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_get_liveness_result_output {
    /// Outcome code as a string. See sdk_result in types/values.hpp. The manual has no table for this action; its sample agrees with these
    /// codes.
    optional_text<Storage> result = {};
    /// Text for the outcome.
    optional_text<Storage> description = {};
    /// Best face frame as a file reference. Biometric data.
    nested_of<Storage, basic_file_info<Storage>> best_frame = {};
    /// Liveness video as a file reference. Biometric data.
    nested_of<Storage, basic_file_info<Storage>> video = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using get_liveness_result = basic_get_liveness_result<owning>;
using get_liveness_result_output = basic_get_liveness_result_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_get_liveness_result_output<Storage>> =
    outcome_source<&basic_get_liveness_result_output<Storage>::result>{
        .passed = sdk_result::passed_codes,
        .pending = "-999",
        .meanings = sdk_result::all,
    };

template <class Storage>
inline constexpr session_life session_life_of<basic_get_liveness_result<Storage>>{
    .start_within = 600,
    .readable_for = 7200,
};

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_liveness_result<Storage>> = [] {
    using self = faceid::basic_get_liveness_result<Storage>;
    return field_table{
        field_at_offset<decltype(self::sdk_token)>("SdkToken", offsetof(self, sdk_token)).required().marked(sensitivity::secret),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_liveness_result_output<Storage>> = [] {
    using self = faceid::basic_get_liveness_result_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::best_frame)>("BestFrame", offsetof(self, best_frame)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::video)>("Video", offsetof(self, video)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/faceid/get_nfc_token.hpp -----------------------------------------------------------------------------------

// GetNFCToken: starts the NFC read of a document and returns its token. Made by tools/generate.py from tools/faceid.json.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Parameters of GetNFCToken. At most 20 calls per second. Requires no region. Safe to repeat. Uses data sources of mainland China. Read
/// the result with GetWxNFCResult. The flow reads identity cards, residence permits, and permits to travel to and from Hong Kong, Macao and
/// Taiwan.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_get_nfc_token {};

/// Output of GetNFCToken. A field that is absent or null is unset, as is a number that is sent as "".
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_get_nfc_token_output {
    /// Token for one NFC session; goes to the app SDK. Start the session within 10 minutes. The result is readable for 10 minutes. Secret.
    optional_text<Storage> token = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using get_nfc_token = basic_get_nfc_token<owning>;
using get_nfc_token_output = basic_get_nfc_token_output<owning>;

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_nfc_token_output<Storage>> = [] {
    using self = faceid::basic_get_nfc_token_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::token)>("Token", offsetof(self, token)).marked(sensitivity::secret),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/faceid/types/cards.hpp -------------------------------------------------------------------------------------

// The documents that OCR reads: a struct for each kind of card, and two structs that hold one of them. Made by tools/generate.py from
// tools/faceid.json.
// Source: https://www.tencentcloud.com/document/product/1061

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Values of general_card::sex. The service may add more.
namespace general_card_sex {
inline constexpr literal male{"M"};    ///< male
inline constexpr literal female{"F"};  ///< female
inline constexpr literal other{"X"};   ///< other
}  // namespace general_card_sex

/// Values of hk_id_card::permanent, normal_hk_id_card::permanent. The service may add more.
namespace hk_permanent {
inline constexpr literal not_permanent{"0"};  ///< not permanent
inline constexpr literal permanent{"1"};      ///< permanent
inline constexpr literal unknown{"-1"};       ///< unknown
}  // namespace hk_permanent

/// Values of international_id_passport::sex. The service may add more.
namespace passport_sex {
inline constexpr literal female{"F"};  ///< female
inline constexpr literal male{"M"};    ///< male
}  // namespace passport_sex

/// Values of ml_id_card::type, normal_ml_id_card::type. The service may add more.
namespace ml_id_card_type {
inline constexpr literal my_kad{"MyKad"};          ///< ID card
inline constexpr literal my_pr{"MyPR"};            ///< permanent resident
inline constexpr literal my_tentera{"MyTentera"};  ///< military
inline constexpr literal my_kas{"MyKAS"};          ///< temporary
inline constexpr literal polis{"POLIS"};           ///< police
inline constexpr literal ikad{"IKAD"};             ///< labour
inline constexpr literal my_kid{"MyKid"};          ///< child
}  // namespace ml_id_card_type

/// Values of normal_hk_id_card::hk_id_version. The service may add more.
namespace hk_id_card_edition {
inline constexpr literal edition_2003{"HKID-2003"};  ///< 2003 edition
inline constexpr literal edition_2018{"HKID-2018"};  ///< 2018 edition
}  // namespace hk_id_card_edition

/// The address on a foreign document, split into parts.
template <class Storage>
struct basic_address {
    /// Country. Personal data.
    optional_text<Storage> country = {};
    /// Postal code. Personal data.
    optional_text<Storage> postal_code = {};
    /// State or province. Personal data.
    optional_text<Storage> subdivision = {};
    /// City. Personal data.
    optional_text<Storage> city = {};
    /// Full address in one line. Personal data.
    optional_text<Storage> formatted_address = {};
    /// Address line 1. Personal data.
    optional_text<Storage> line_one = {};
    /// Address line 2. Personal data.
    optional_text<Storage> line_two = {};
    /// Address line 3. Personal data.
    optional_text<Storage> line_three = {};
    /// Address line 4. Personal data.
    optional_text<Storage> line_four = {};
    /// Address line 5. Personal data.
    optional_text<Storage> line_five = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_bangladesh_id_card {
    /// Family name. Personal data.
    optional_text<Storage> last_name = {};
    /// Given name. Personal data.
    optional_text<Storage> first_name = {};
    /// Document number. Personal data.
    optional_text<Storage> license_number = {};
    /// Age as text; '0' means unknown. Personal data.
    optional_text<Storage> age = {};
    /// Birth date. Personal data.
    optional_text<Storage> birthday = {};
    /// Issuing country. Personal data.
    optional_text<Storage> issued_country = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_hk_id_card {
    /// Name in Chinese. Personal data.
    optional_text<Storage> cn_name = {};
    /// Name in Latin letters. Personal data.
    optional_text<Storage> en_name = {};
    /// Telex code of the Chinese name. Personal data.
    optional_text<Storage> telex_code = {};
    /// Sex. May hold more than one script. Personal data.
    optional_text<Storage> sex = {};
    /// Birth date. DD-MM-YYYY: "01-01-2001". Personal data.
    optional_text<Storage> birthday = {};
    /// Permanent resident flag. See hk_permanent above. Personal data.
    optional_text<Storage> permanent = {};
    /// Document number. Personal data.
    optional_text<Storage> id_num = {};
    /// Symbols under the birth date. Personal data.
    optional_text<Storage> symbol = {};
    /// First issue date. Personal data.
    optional_text<Storage> first_issue_date = {};
    /// Current issue date. Personal data.
    optional_text<Storage> current_issue_date = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_ml_id_card {
    /// Name. Personal data.
    optional_text<Storage> name = {};
    /// Document number. Personal data.
    optional_text<Storage> id = {};
    /// Sex. Personal data.
    optional_text<Storage> sex = {};
    /// Address. Personal data.
    optional_text<Storage> address = {};
    /// Card kind. See ml_id_card_type above.
    optional_text<Storage> type = {};
    /// Birth date. Only for IKAD and MyKad. Personal data.
    optional_text<Storage> birthday = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_philippines_vote_id {
    /// Voter number. Personal data.
    optional_text<Storage> vin = {};
    /// Given name. Personal data.
    optional_text<Storage> first_name = {};
    /// Family name. Personal data.
    optional_text<Storage> last_name = {};
    /// Birth date. Personal data.
    optional_text<Storage> birthday = {};
    /// Civil status. Personal data.
    optional_text<Storage> civil_status = {};
    /// Nationality. Personal data.
    optional_text<Storage> citizenship = {};
    /// Address. Personal data.
    optional_text<Storage> address = {};
    /// Precinct. Personal data.
    optional_text<Storage> precinct_no = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_indonesia_id_card {
    /// Document number (NIK). Personal data.
    optional_text<Storage> nik = {};
    /// Name. Personal data.
    optional_text<Storage> nama = {};
    /// Birth place and date. Personal data.
    optional_text<Storage> tempat_tgl_lahir = {};
    /// Sex. Personal data.
    optional_text<Storage> jenis_kelamin = {};
    /// Blood type. Personal data.
    optional_text<Storage> gol_darah = {};
    /// Address. Personal data.
    optional_text<Storage> alamat = {};
    /// Street (RT/RW). Personal data.
    optional_text<Storage> rtrw = {};
    /// Village. Personal data.
    optional_text<Storage> kel_desa = {};
    /// District. Personal data.
    optional_text<Storage> kecamatan = {};
    /// Religion. Personal data.
    optional_text<Storage> agama = {};
    /// Marital status. Personal data.
    optional_text<Storage> status_perkawinan = {};
    /// Occupation. Personal data.
    optional_text<Storage> perkerjaan = {};
    /// Nationality. Personal data.
    optional_text<Storage> kewarganegaraan = {};
    /// Valid-until date. Personal data.
    optional_text<Storage> berlaku_hingga = {};
    /// Issue date. Personal data.
    optional_text<Storage> issued_date = {};
    /// Province. Personal data.
    optional_text<Storage> provinsi = {};
    /// City. Personal data.
    optional_text<Storage> kota = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_philippines_driving_license {
    /// Name. Personal data.
    optional_text<Storage> name = {};
    /// Family name. Personal data.
    optional_text<Storage> last_name = {};
    /// Given name. Personal data.
    optional_text<Storage> first_name = {};
    /// Middle name. Personal data.
    optional_text<Storage> middle_name = {};
    /// Nationality. Personal data.
    optional_text<Storage> nationality = {};
    /// Sex. Personal data.
    optional_text<Storage> sex = {};
    /// Address. Personal data.
    optional_text<Storage> address = {};
    /// Document number. Personal data.
    optional_text<Storage> license_no = {};
    /// Expiry date. Personal data.
    optional_text<Storage> expires_date = {};
    /// Agency code. Personal data.
    optional_text<Storage> agency_code = {};
    /// Birth date. Personal data.
    optional_text<Storage> birthday = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_philippines_tin_id {
    /// Document number. Personal data.
    optional_text<Storage> license_number = {};
    /// Full name. Personal data.
    optional_text<Storage> full_name = {};
    /// Address. Personal data.
    optional_text<Storage> address = {};
    /// Birth date. Personal data.
    optional_text<Storage> birthday = {};
    /// Issue date. Personal data.
    optional_text<Storage> issue_date = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_philippines_sss_id {
    /// Document number. Personal data.
    optional_text<Storage> license_number = {};
    /// Full name. Personal data.
    optional_text<Storage> full_name = {};
    /// Birth date. Personal data.
    optional_text<Storage> birthday = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_philippines_umid {
    /// Family name. Personal data.
    optional_text<Storage> surname = {};
    /// Middle name. Personal data.
    optional_text<Storage> middle_name = {};
    /// Given name. Personal data.
    optional_text<Storage> given_name = {};
    /// Sex. Personal data.
    optional_text<Storage> sex = {};
    /// Birth date. Personal data.
    optional_text<Storage> birthday = {};
    /// Address. Personal data.
    optional_text<Storage> address = {};
    /// Common reference number. Personal data.
    optional_text<Storage> crn = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_international_id_passport {
    /// Document number. Personal data.
    optional_text<Storage> license_number = {};
    /// Full name. Personal data.
    optional_text<Storage> full_name = {};
    /// Family name. Personal data.
    optional_text<Storage> surname = {};
    /// Given name. Personal data.
    optional_text<Storage> given_name = {};
    /// Birth date. Personal data.
    optional_text<Storage> birthday = {};
    /// Sex. See passport_sex above. Personal data.
    optional_text<Storage> sex = {};
    /// Expiry date. Personal data.
    optional_text<Storage> date_of_expiration = {};
    /// Issuing country. Personal data.
    optional_text<Storage> issuing_country = {};
    /// Nationality code. Personal data.
    optional_text<Storage> nationality_code = {};
    /// MRZ line 1. Personal data.
    optional_text<Storage> passport_code_first = {};
    /// MRZ line 2. Personal data.
    optional_text<Storage> passport_code_second = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_general_card {
    /// Document number. Personal data.
    optional_text<Storage> license_number = {};
    /// Personal number (passports). Personal data.
    optional_text<Storage> personal_number = {};
    /// MRZ line 1. Personal data.
    optional_text<Storage> passport_code_first = {};
    /// MRZ line 2. Personal data.
    optional_text<Storage> passport_code_second = {};
    /// Expiry date. YYYY-MM-DD or YYYY/MM/DD. Personal data.
    optional_text<Storage> expiration_date = {};
    /// Valid-until date. YYYY-MM-DD or YYYY/MM/DD. Personal data.
    optional_text<Storage> due_date = {};
    /// Issue date. YYYY-MM-DD or YYYY/MM/DD. Personal data.
    optional_text<Storage> issued_date = {};
    /// Issuing authority. Personal data.
    optional_text<Storage> issued_authority = {};
    /// Issuing country. ISO 3166 code. Personal data.
    optional_text<Storage> issued_country = {};
    /// Full name. Personal data.
    optional_text<Storage> full_name = {};
    /// Given name. Personal data.
    optional_text<Storage> first_name = {};
    /// Family name. Personal data.
    optional_text<Storage> last_name = {};
    /// Sex. See general_card_sex above. Personal data.
    optional_text<Storage> sex = {};
    /// Age as text; '0' means unknown. Personal data.
    optional_text<Storage> age = {};
    /// Birth date. Personal data.
    optional_text<Storage> birthday = {};
    /// Birth place. Personal data.
    optional_text<Storage> birth_place = {};
    /// Nationality. ISO 3166 code. Personal data.
    optional_text<Storage> nationality = {};
    /// Registration or telex number. Personal data.
    optional_text<Storage> registration_number = {};
    /// Address. Personal data.
    nested_of<Storage, basic_address<Storage>> address = {};
    /// Full name in local script. Personal data.
    optional_text<Storage> full_name_local = {};
    /// Given name in local script. Personal data.
    optional_text<Storage> first_name_local = {};
    /// Family name in local script. Personal data.
    optional_text<Storage> last_name_local = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_indonesia_driving_license {
    /// Family name. Personal data.
    optional_text<Storage> last_name = {};
    /// Given name. Personal data.
    optional_text<Storage> first_name = {};
    /// Document number. Personal data.
    optional_text<Storage> license_number = {};
    /// Birth date. Personal data.
    optional_text<Storage> birthday = {};
    /// Address. Personal data.
    optional_text<Storage> address = {};
    /// Expiry date. Personal data.
    optional_text<Storage> expiration_date = {};
    /// Issue date. Personal data.
    optional_text<Storage> issued_date = {};
    /// Issuing country. Personal data.
    optional_text<Storage> issued_country = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_thailand_id_card {
    /// Family name. Personal data.
    optional_text<Storage> last_name = {};
    /// Given name. Personal data.
    optional_text<Storage> first_name = {};
    /// Document number. Personal data.
    optional_text<Storage> license_number = {};
    /// Birth date. Personal data.
    optional_text<Storage> date_of_birth = {};
    /// Expiry date. Personal data.
    optional_text<Storage> date_of_expiry = {};
    /// Issue date. Personal data.
    optional_text<Storage> date_of_issue = {};
    /// Issuing country. Personal data.
    optional_text<Storage> issued_country = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_singapore_id_card {
    /// Name in Chinese (old). Disabled by the service, although the manual still describes it. Personal data.
    optional_text<Storage> ch_name = {};
    /// Name in Chinese. Personal data.
    optional_text<Storage> chinese_name = {};
    /// Name in Latin letters. Disabled by the service, although the manual still describes it. Personal data.
    optional_text<Storage> en_name = {};
    /// Full name. Personal data.
    optional_text<Storage> full_name = {};
    /// Document number. Disabled by the service, although the manual still describes it. Personal data.
    optional_text<Storage> id = {};
    /// Document number. Personal data.
    optional_text<Storage> license_number = {};
    /// Sex. Personal data.
    optional_text<Storage> sex = {};
    /// Birth country (old). Disabled by the service, although the manual still describes it. Personal data.
    optional_text<Storage> country_of_birth = {};
    /// Nationality. Personal data.
    optional_text<Storage> nationality = {};
    /// Birth date. Personal data.
    optional_text<Storage> birthday = {};
    /// Address. Personal data.
    optional_text<Storage> address = {};
    /// Ethnic group (back). Personal data.
    optional_text<Storage> race = {};
    /// NRIC number (back). Personal data.
    optional_text<Storage> nric_code = {};
    /// Postal code. Personal data.
    optional_text<Storage> post_code = {};
    /// Expiry date. Personal data.
    optional_text<Storage> date_of_expiration = {};
    /// Issue date. Personal data.
    optional_text<Storage> date_of_issue = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_macao_id_card {
    /// Given name. Personal data.
    optional_text<Storage> first_name = {};
    /// Family name. Personal data.
    optional_text<Storage> last_name = {};
    /// Birth date. Personal data.
    optional_text<Storage> birthday = {};
    /// Expiry date. Personal data.
    optional_text<Storage> expiration_date = {};
    /// Document number. Personal data.
    optional_text<Storage> license_number = {};
    /// Sex. Personal data.
    optional_text<Storage> sex = {};
    /// Age as text; '0' means unknown. Personal data.
    optional_text<Storage> age = {};
    /// Issuing country. Personal data.
    optional_text<Storage> issued_country = {};
    /// MRZ line 1. Personal data.
    optional_text<Storage> field1 = {};
    /// MRZ line 2. Personal data.
    optional_text<Storage> field2 = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_taiwan_id_card {
    /// Full name. Personal data.
    optional_text<Storage> full_name = {};
    /// Document number. Personal data.
    optional_text<Storage> license_number = {};
    /// Sex. Personal data.
    optional_text<Storage> sex = {};
    /// Issuing country. Personal data.
    optional_text<Storage> issued_country = {};
    /// Registration or telex number. Personal data.
    optional_text<Storage> registration_number = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_japan_id_card {
    /// Full name. Personal data.
    optional_text<Storage> full_name = {};
    /// Document number. Personal data.
    optional_text<Storage> license_number = {};
    /// Age as text; '0' means unknown. Personal data.
    optional_text<Storage> age = {};
    /// Birth date. Personal data.
    optional_text<Storage> birthday = {};
    /// Expiry date. Personal data.
    optional_text<Storage> expiration_date = {};
    /// Full address in one line. Personal data.
    optional_text<Storage> formatted_address = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_nigeria_id_card {
    /// Family name. Personal data.
    optional_text<Storage> last_name = {};
    /// Given name. Personal data.
    optional_text<Storage> first_name = {};
    /// Document number. Personal data.
    optional_text<Storage> license_number = {};
    /// Age as text; '0' means unknown. Personal data.
    optional_text<Storage> age = {};
    /// Birth date. Personal data.
    optional_text<Storage> birthday = {};
    /// Issuing country. Personal data.
    optional_text<Storage> issued_country = {};
    /// Sex. Personal data.
    optional_text<Storage> sex = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_nigeria_driving_license {
    /// Family name. Personal data.
    optional_text<Storage> last_name = {};
    /// Given name. Personal data.
    optional_text<Storage> first_name = {};
    /// Document number. Personal data.
    optional_text<Storage> license_number = {};
    /// Age as text; '0' means unknown. Personal data.
    optional_text<Storage> age = {};
    /// Birth date. Personal data.
    optional_text<Storage> birthday = {};
    /// Issuing country. Personal data.
    optional_text<Storage> issued_country = {};
    /// Expiry date. Personal data.
    optional_text<Storage> expiration_date = {};
    /// Issue date. Personal data.
    optional_text<Storage> issued_date = {};
    /// Sex. Personal data.
    optional_text<Storage> sex = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_pakistan_id_card {
    /// Family name. Personal data.
    optional_text<Storage> last_name = {};
    /// Given name. Personal data.
    optional_text<Storage> first_name = {};
    /// Document number. Personal data.
    optional_text<Storage> license_number = {};
    /// Age as text; '0' means unknown. Personal data.
    optional_text<Storage> age = {};
    /// Birth date. Personal data.
    optional_text<Storage> birthday = {};
    /// Issuing country. Personal data.
    optional_text<Storage> issued_country = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_pakistan_driving_license {
    /// Family name. Personal data.
    optional_text<Storage> last_name = {};
    /// Given name. Personal data.
    optional_text<Storage> first_name = {};
    /// Document number. Personal data.
    optional_text<Storage> license_number = {};
    /// Age as text; '0' means unknown. Personal data.
    optional_text<Storage> age = {};
    /// Birth date. Personal data.
    optional_text<Storage> birthday = {};
    /// Issuing country. Personal data.
    optional_text<Storage> issued_country = {};
};

/// OCR result with old field names; at most one member is set.
template <class Storage>
struct basic_card_info {
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_hk_id_card<Storage>> hk_id_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_ml_id_card<Storage>> ml_id_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_philippines_vote_id<Storage>> philippines_vote_id = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_indonesia_id_card<Storage>> indonesia_id_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_philippines_driving_license<Storage>> philippines_driving_license = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_philippines_tin_id<Storage>> philippines_tin_id = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_philippines_sss_id<Storage>> philippines_sss_id = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_philippines_umid<Storage>> philippines_umid = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_international_id_passport<Storage>> international_id_passport = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_general_card<Storage>> general_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_indonesia_driving_license<Storage>> indonesia_driving_license = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_thailand_id_card<Storage>> thailand_id_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_singapore_id_card<Storage>> singapore_id_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_macao_id_card<Storage>> macao_id_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_taiwan_id_card<Storage>> taiwan_id_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_japan_id_card<Storage>> japan_id_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_bangladesh_id_card<Storage>> bangladesh_id_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_nigeria_id_card<Storage>> nigeria_id_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_nigeria_driving_license<Storage>> nigeria_driving_license = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_pakistan_id_card<Storage>> pakistan_id_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_pakistan_driving_license<Storage>> pakistan_driving_license = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_hmt_permit {
    /// Name. Personal data.
    optional_text<Storage> name = {};
    /// Name in Latin letters. Personal data.
    optional_text<Storage> english_name = {};
    /// Document number. Personal data.
    optional_text<Storage> number = {};
    /// Sex. Personal data.
    optional_text<Storage> sex = {};
    /// Validity period. Personal data.
    optional_text<Storage> valid_date = {};
    /// Issuing authority. Personal data.
    optional_text<Storage> issue_authority = {};
    /// Place of issue. Personal data.
    optional_text<Storage> issue_address = {};
    /// Birth date. Personal data.
    optional_text<Storage> birthday = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_mainland_id_card {
    /// Full name. Personal data.
    optional_text<Storage> full_name = {};
    /// Sex. Personal data.
    optional_text<Storage> sex = {};
    /// Ethnic group. Personal data.
    optional_text<Storage> nation = {};
    /// Birth date. Without leading zeros: "1966/11/2". Personal data.
    optional_text<Storage> birthday = {};
    /// Address. Disabled by the service, although the manual still describes it. Personal data.
    optional_text<Storage> address = {};
    /// Document number. Personal data.
    optional_text<Storage> license_number = {};
    /// Full address in one line. Personal data.
    optional_text<Storage> formatted_address = {};
    /// Issuing authority. Personal data.
    optional_text<Storage> authority = {};
    /// Validity period. YYYY.MM.DD-YYYY.MM.DD, or a word that means permanent. Personal data.
    optional_text<Storage> valid_date = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_normal_hk_id_card {
    /// Name in Chinese. Personal data.
    optional_text<Storage> chinese_name = {};
    /// Full name. Personal data.
    optional_text<Storage> full_name = {};
    /// Registration or telex number. Personal data.
    optional_text<Storage> registration_number = {};
    /// Sex. May hold more than one script. Personal data.
    optional_text<Storage> sex = {};
    /// Birth date. DD-MM-YYYY: "01-01-2001". Personal data.
    optional_text<Storage> birthday = {};
    /// Permanent resident flag. See hk_permanent above. Personal data.
    optional_text<Storage> permanent = {};
    /// Document number. Personal data.
    optional_text<Storage> license_number = {};
    /// Symbols under the birth date. Personal data.
    optional_text<Storage> symbol = {};
    /// Issue date. Personal data.
    optional_text<Storage> issued_date = {};
    /// Current issue date. Personal data.
    optional_text<Storage> current_issue_date = {};
    /// Card edition. See hk_id_card_edition above.
    optional_text<Storage> hk_id_version = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_normal_ml_id_card {
    /// Full name. Personal data.
    optional_text<Storage> full_name = {};
    /// Document number. Personal data.
    optional_text<Storage> license_number = {};
    /// Sex. Personal data.
    optional_text<Storage> sex = {};
    /// Full address in one line. Personal data.
    optional_text<Storage> formatted_address = {};
    /// Card kind. See ml_id_card_type above.
    optional_text<Storage> type = {};
    /// Birth date. Only for IKAD and MyKad. Personal data.
    optional_text<Storage> birthday = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_normal_indonesia_id_card {
    /// Document number. Personal data.
    optional_text<Storage> license_number = {};
    /// Full name. Personal data.
    optional_text<Storage> full_name = {};
    /// Birth date. Personal data.
    optional_text<Storage> birthday = {};
    /// Sex. Personal data.
    optional_text<Storage> sex = {};
    /// Blood type. Personal data.
    optional_text<Storage> blood_type = {};
    /// Full address in one line. Personal data.
    optional_text<Storage> formatted_address = {};
    /// Street. Personal data.
    optional_text<Storage> street = {};
    /// Village. Personal data.
    optional_text<Storage> village = {};
    /// District. Personal data.
    optional_text<Storage> area = {};
    /// Religion. Personal data.
    optional_text<Storage> religion = {};
    /// Marital status. Personal data.
    optional_text<Storage> marital_status = {};
    /// Occupation. Personal data.
    optional_text<Storage> occupation = {};
    /// Nationality. Personal data.
    optional_text<Storage> nationality = {};
    /// Valid-until date. Personal data.
    optional_text<Storage> due_date = {};
    /// Issue date. Personal data.
    optional_text<Storage> issued_date = {};
    /// Province. Personal data.
    optional_text<Storage> province = {};
    /// City. Personal data.
    optional_text<Storage> city = {};
};

/// The fields that OCR reads from a document of this kind.
template <class Storage>
struct basic_normal_thailand_id_card {
    /// Document number. Personal data.
    optional_text<Storage> license_number = {};
    /// Full name. Personal data.
    optional_text<Storage> full_name = {};
    /// Family name. FirstName and LastName look swapped in the manual's sample. Personal data.
    optional_text<Storage> last_name = {};
    /// Given name. FirstName and LastName look swapped in the manual's sample. Personal data.
    optional_text<Storage> first_name = {};
    /// Birth date. Personal data.
    optional_text<Storage> birthday = {};
    /// Full address in one line. Personal data.
    optional_text<Storage> formatted_address = {};
    /// Expiry date. Personal data.
    optional_text<Storage> expiration_date = {};
    /// Issue date. Personal data.
    optional_text<Storage> issued_date = {};
    /// Registration or telex number. Personal data.
    optional_text<Storage> registration_number = {};
    /// Religion. Personal data.
    optional_text<Storage> religion = {};
    /// Birth date, Thai text. Personal data.
    optional_text<Storage> thai_birthday = {};
    /// Expiry date, Thai text. Personal data.
    optional_text<Storage> thai_expiration_date = {};
    /// Issue date, Thai text. Personal data.
    optional_text<Storage> thai_issue_date = {};
};

/// OCR result with unified field names; at most one member is set.
template <class Storage>
struct basic_normal_card_info {
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_normal_hk_id_card<Storage>> hk_id_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_normal_ml_id_card<Storage>> ml_id_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_philippines_vote_id<Storage>> philippines_vote_id = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_normal_indonesia_id_card<Storage>> indonesia_id_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_philippines_driving_license<Storage>> philippines_driving_license = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_philippines_tin_id<Storage>> philippines_tin_id = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_philippines_sss_id<Storage>> philippines_sss_id = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_philippines_umid<Storage>> philippines_umid = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_international_id_passport<Storage>> international_id_passport = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_general_card<Storage>> general_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_indonesia_driving_license<Storage>> indonesia_driving_license = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_normal_thailand_id_card<Storage>> thailand_id_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_singapore_id_card<Storage>> singapore_id_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_macao_id_card<Storage>> macao_id_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_mainland_id_card<Storage>> mainland_id_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_japan_id_card<Storage>> japan_id_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_taiwan_id_card<Storage>> taiwan_id_card = {};
    /// Set if the document is of this kind. Personal data.
    nested_of<Storage, basic_hmt_permit<Storage>> hmt_permit_card = {};
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

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_address<Storage>> = [] {
    using self = faceid::basic_address<Storage>;
    return field_table{
        field_at_offset<decltype(self::country)>("Country", offsetof(self, country)).marked(sensitivity::personal),
        field_at_offset<decltype(self::postal_code)>("PostalCode", offsetof(self, postal_code)).marked(sensitivity::personal),
        field_at_offset<decltype(self::subdivision)>("Subdivision", offsetof(self, subdivision)).marked(sensitivity::personal),
        field_at_offset<decltype(self::city)>("City", offsetof(self, city)).marked(sensitivity::personal),
        field_at_offset<decltype(self::formatted_address)>("FormattedAddress", offsetof(self, formatted_address))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::line_one)>("LineOne", offsetof(self, line_one)).marked(sensitivity::personal),
        field_at_offset<decltype(self::line_two)>("LineTwo", offsetof(self, line_two)).marked(sensitivity::personal),
        field_at_offset<decltype(self::line_three)>("LineThree", offsetof(self, line_three)).marked(sensitivity::personal),
        field_at_offset<decltype(self::line_four)>("LineFour", offsetof(self, line_four)).marked(sensitivity::personal),
        field_at_offset<decltype(self::line_five)>("LineFive", offsetof(self, line_five)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_bangladesh_id_card<Storage>> = [] {
    using self = faceid::basic_bangladesh_id_card<Storage>;
    return field_table{
        field_at_offset<decltype(self::last_name)>("LastName", offsetof(self, last_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::first_name)>("FirstName", offsetof(self, first_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::age)>("Age", offsetof(self, age)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at_offset<decltype(self::issued_country)>("IssuedCountry", offsetof(self, issued_country)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_hk_id_card<Storage>> = [] {
    using self = faceid::basic_hk_id_card<Storage>;
    return field_table{
        field_at_offset<decltype(self::cn_name)>("CnName", offsetof(self, cn_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::en_name)>("EnName", offsetof(self, en_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::telex_code)>("TelexCode", offsetof(self, telex_code)).marked(sensitivity::personal),
        field_at_offset<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at_offset<decltype(self::permanent)>("Permanent", offsetof(self, permanent)).marked(sensitivity::personal),
        field_at_offset<decltype(self::id_num)>("IdNum", offsetof(self, id_num)).marked(sensitivity::personal),
        field_at_offset<decltype(self::symbol)>("Symbol", offsetof(self, symbol)).marked(sensitivity::personal),
        field_at_offset<decltype(self::first_issue_date)>("FirstIssueDate", offsetof(self, first_issue_date)).marked(sensitivity::personal),
        field_at_offset<decltype(self::current_issue_date)>("CurrentIssueDate", offsetof(self, current_issue_date))
            .marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_ml_id_card<Storage>> = [] {
    using self = faceid::basic_ml_id_card<Storage>;
    return field_table{
        field_at_offset<decltype(self::name)>("Name", offsetof(self, name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::id)>("ID", offsetof(self, id)).marked(sensitivity::personal),
        field_at_offset<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at_offset<decltype(self::address)>("Address", offsetof(self, address)).marked(sensitivity::personal),
        field_at_offset<decltype(self::type)>("Type", offsetof(self, type)).marked(sensitivity::open),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_philippines_vote_id<Storage>> = [] {
    using self = faceid::basic_philippines_vote_id<Storage>;
    return field_table{
        field_at_offset<decltype(self::vin)>("VIN", offsetof(self, vin)).marked(sensitivity::personal),
        field_at_offset<decltype(self::first_name)>("FirstName", offsetof(self, first_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::last_name)>("LastName", offsetof(self, last_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at_offset<decltype(self::civil_status)>("CivilStatus", offsetof(self, civil_status)).marked(sensitivity::personal),
        field_at_offset<decltype(self::citizenship)>("Citizenship", offsetof(self, citizenship)).marked(sensitivity::personal),
        field_at_offset<decltype(self::address)>("Address", offsetof(self, address)).marked(sensitivity::personal),
        field_at_offset<decltype(self::precinct_no)>("PrecinctNo", offsetof(self, precinct_no)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_indonesia_id_card<Storage>> = [] {
    using self = faceid::basic_indonesia_id_card<Storage>;
    return field_table{
        field_at_offset<decltype(self::nik)>("NIK", offsetof(self, nik)).marked(sensitivity::personal),
        field_at_offset<decltype(self::nama)>("Nama", offsetof(self, nama)).marked(sensitivity::personal),
        field_at_offset<decltype(self::tempat_tgl_lahir)>("TempatTglLahir", offsetof(self, tempat_tgl_lahir)).marked(sensitivity::personal),
        field_at_offset<decltype(self::jenis_kelamin)>("JenisKelamin", offsetof(self, jenis_kelamin)).marked(sensitivity::personal),
        field_at_offset<decltype(self::gol_darah)>("GolDarah", offsetof(self, gol_darah)).marked(sensitivity::personal),
        field_at_offset<decltype(self::alamat)>("Alamat", offsetof(self, alamat)).marked(sensitivity::personal),
        field_at_offset<decltype(self::rtrw)>("RTRW", offsetof(self, rtrw)).marked(sensitivity::personal),
        field_at_offset<decltype(self::kel_desa)>("KelDesa", offsetof(self, kel_desa)).marked(sensitivity::personal),
        field_at_offset<decltype(self::kecamatan)>("Kecamatan", offsetof(self, kecamatan)).marked(sensitivity::personal),
        field_at_offset<decltype(self::agama)>("Agama", offsetof(self, agama)).marked(sensitivity::personal),
        field_at_offset<decltype(self::status_perkawinan)>("StatusPerkawinan", offsetof(self, status_perkawinan))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::perkerjaan)>("Perkerjaan", offsetof(self, perkerjaan)).marked(sensitivity::personal),
        field_at_offset<decltype(self::kewarganegaraan)>("KewargaNegaraan", offsetof(self, kewarganegaraan)).marked(sensitivity::personal),
        field_at_offset<decltype(self::berlaku_hingga)>("BerlakuHingga", offsetof(self, berlaku_hingga)).marked(sensitivity::personal),
        field_at_offset<decltype(self::issued_date)>("IssuedDate", offsetof(self, issued_date)).marked(sensitivity::personal),
        field_at_offset<decltype(self::provinsi)>("Provinsi", offsetof(self, provinsi)).marked(sensitivity::personal),
        field_at_offset<decltype(self::kota)>("Kota", offsetof(self, kota)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_philippines_driving_license<Storage>> = [] {
    using self = faceid::basic_philippines_driving_license<Storage>;
    return field_table{
        field_at_offset<decltype(self::name)>("Name", offsetof(self, name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::last_name)>("LastName", offsetof(self, last_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::first_name)>("FirstName", offsetof(self, first_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::middle_name)>("MiddleName", offsetof(self, middle_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::nationality)>("Nationality", offsetof(self, nationality)).marked(sensitivity::personal),
        field_at_offset<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at_offset<decltype(self::address)>("Address", offsetof(self, address)).marked(sensitivity::personal),
        field_at_offset<decltype(self::license_no)>("LicenseNo", offsetof(self, license_no)).marked(sensitivity::personal),
        field_at_offset<decltype(self::expires_date)>("ExpiresDate", offsetof(self, expires_date)).marked(sensitivity::personal),
        field_at_offset<decltype(self::agency_code)>("AgencyCode", offsetof(self, agency_code)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_philippines_tin_id<Storage>> = [] {
    using self = faceid::basic_philippines_tin_id<Storage>;
    return field_table{
        field_at_offset<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::full_name)>("FullName", offsetof(self, full_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::address)>("Address", offsetof(self, address)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at_offset<decltype(self::issue_date)>("IssueDate", offsetof(self, issue_date)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_philippines_sss_id<Storage>> = [] {
    using self = faceid::basic_philippines_sss_id<Storage>;
    return field_table{
        field_at_offset<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::full_name)>("FullName", offsetof(self, full_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_philippines_umid<Storage>> = [] {
    using self = faceid::basic_philippines_umid<Storage>;
    return field_table{
        field_at_offset<decltype(self::surname)>("Surname", offsetof(self, surname)).marked(sensitivity::personal),
        field_at_offset<decltype(self::middle_name)>("MiddleName", offsetof(self, middle_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::given_name)>("GivenName", offsetof(self, given_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at_offset<decltype(self::address)>("Address", offsetof(self, address)).marked(sensitivity::personal),
        field_at_offset<decltype(self::crn)>("CRN", offsetof(self, crn)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_international_id_passport<Storage>> = [] {
    using self = faceid::basic_international_id_passport<Storage>;
    return field_table{
        field_at_offset<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::full_name)>("FullName", offsetof(self, full_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::surname)>("Surname", offsetof(self, surname)).marked(sensitivity::personal),
        field_at_offset<decltype(self::given_name)>("GivenName", offsetof(self, given_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at_offset<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at_offset<decltype(self::date_of_expiration)>("DateOfExpiration", offsetof(self, date_of_expiration))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::issuing_country)>("IssuingCountry", offsetof(self, issuing_country)).marked(sensitivity::personal),
        field_at_offset<decltype(self::nationality_code)>("NationalityCode", offsetof(self, nationality_code))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::passport_code_first)>("PassportCodeFirst", offsetof(self, passport_code_first))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::passport_code_second)>("PassportCodeSecond", offsetof(self, passport_code_second))
            .marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_general_card<Storage>> = [] {
    using self = faceid::basic_general_card<Storage>;
    return field_table{
        field_at_offset<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::personal_number)>("PersonalNumber", offsetof(self, personal_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::passport_code_first)>("PassportCodeFirst", offsetof(self, passport_code_first))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::passport_code_second)>("PassportCodeSecond", offsetof(self, passport_code_second))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::expiration_date)>("ExpirationDate", offsetof(self, expiration_date)).marked(sensitivity::personal),
        field_at_offset<decltype(self::due_date)>("DueDate", offsetof(self, due_date)).marked(sensitivity::personal),
        field_at_offset<decltype(self::issued_date)>("IssuedDate", offsetof(self, issued_date)).marked(sensitivity::personal),
        field_at_offset<decltype(self::issued_authority)>("IssuedAuthority", offsetof(self, issued_authority))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::issued_country)>("IssuedCountry", offsetof(self, issued_country)).marked(sensitivity::personal),
        field_at_offset<decltype(self::full_name)>("FullName", offsetof(self, full_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::first_name)>("FirstName", offsetof(self, first_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::last_name)>("LastName", offsetof(self, last_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at_offset<decltype(self::age)>("Age", offsetof(self, age)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birth_place)>("BirthPlace", offsetof(self, birth_place)).marked(sensitivity::personal),
        field_at_offset<decltype(self::nationality)>("Nationality", offsetof(self, nationality)).marked(sensitivity::personal),
        field_at_offset<decltype(self::registration_number)>("RegistrationNumber", offsetof(self, registration_number))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::address)>("Address", offsetof(self, address)).marked(sensitivity::personal),
        field_at_offset<decltype(self::full_name_local)>("FullNameLocal", offsetof(self, full_name_local)).marked(sensitivity::personal),
        field_at_offset<decltype(self::first_name_local)>("FirstNameLocal", offsetof(self, first_name_local)).marked(sensitivity::personal),
        field_at_offset<decltype(self::last_name_local)>("LastNameLocal", offsetof(self, last_name_local)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_indonesia_driving_license<Storage>> = [] {
    using self = faceid::basic_indonesia_driving_license<Storage>;
    return field_table{
        field_at_offset<decltype(self::last_name)>("LastName", offsetof(self, last_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::first_name)>("FirstName", offsetof(self, first_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at_offset<decltype(self::address)>("Address", offsetof(self, address)).marked(sensitivity::personal),
        field_at_offset<decltype(self::expiration_date)>("ExpirationDate", offsetof(self, expiration_date)).marked(sensitivity::personal),
        field_at_offset<decltype(self::issued_date)>("IssuedDate", offsetof(self, issued_date)).marked(sensitivity::personal),
        field_at_offset<decltype(self::issued_country)>("IssuedCountry", offsetof(self, issued_country)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_thailand_id_card<Storage>> = [] {
    using self = faceid::basic_thailand_id_card<Storage>;
    return field_table{
        field_at_offset<decltype(self::last_name)>("LastName", offsetof(self, last_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::first_name)>("FirstName", offsetof(self, first_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::date_of_birth)>("DateOfBirth", offsetof(self, date_of_birth)).marked(sensitivity::personal),
        field_at_offset<decltype(self::date_of_expiry)>("DateOfExpiry", offsetof(self, date_of_expiry)).marked(sensitivity::personal),
        field_at_offset<decltype(self::date_of_issue)>("DateOfIssue", offsetof(self, date_of_issue)).marked(sensitivity::personal),
        field_at_offset<decltype(self::issued_country)>("IssuedCountry", offsetof(self, issued_country)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_singapore_id_card<Storage>> = [] {
    using self = faceid::basic_singapore_id_card<Storage>;
    return field_table{
        field_at_offset<decltype(self::ch_name)>("ChName", offsetof(self, ch_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::chinese_name)>("ChineseName", offsetof(self, chinese_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::en_name)>("EnName", offsetof(self, en_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::full_name)>("FullName", offsetof(self, full_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::id)>("ID", offsetof(self, id)).marked(sensitivity::personal),
        field_at_offset<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at_offset<decltype(self::country_of_birth)>("CountryOfBirth", offsetof(self, country_of_birth)).marked(sensitivity::personal),
        field_at_offset<decltype(self::nationality)>("Nationality", offsetof(self, nationality)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at_offset<decltype(self::address)>("Address", offsetof(self, address)).marked(sensitivity::personal),
        field_at_offset<decltype(self::race)>("Race", offsetof(self, race)).marked(sensitivity::personal),
        field_at_offset<decltype(self::nric_code)>("NRICCode", offsetof(self, nric_code)).marked(sensitivity::personal),
        field_at_offset<decltype(self::post_code)>("PostCode", offsetof(self, post_code)).marked(sensitivity::personal),
        field_at_offset<decltype(self::date_of_expiration)>("DateOfExpiration", offsetof(self, date_of_expiration))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::date_of_issue)>("DateOfIssue", offsetof(self, date_of_issue)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_macao_id_card<Storage>> = [] {
    using self = faceid::basic_macao_id_card<Storage>;
    return field_table{
        field_at_offset<decltype(self::first_name)>("FirstName", offsetof(self, first_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::last_name)>("LastName", offsetof(self, last_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at_offset<decltype(self::expiration_date)>("ExpirationDate", offsetof(self, expiration_date)).marked(sensitivity::personal),
        field_at_offset<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at_offset<decltype(self::age)>("Age", offsetof(self, age)).marked(sensitivity::personal),
        field_at_offset<decltype(self::issued_country)>("IssuedCountry", offsetof(self, issued_country)).marked(sensitivity::personal),
        field_at_offset<decltype(self::field1)>("Field1", offsetof(self, field1)).marked(sensitivity::personal),
        field_at_offset<decltype(self::field2)>("Field2", offsetof(self, field2)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_taiwan_id_card<Storage>> = [] {
    using self = faceid::basic_taiwan_id_card<Storage>;
    return field_table{
        field_at_offset<decltype(self::full_name)>("FullName", offsetof(self, full_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at_offset<decltype(self::issued_country)>("IssuedCountry", offsetof(self, issued_country)).marked(sensitivity::personal),
        field_at_offset<decltype(self::registration_number)>("RegistrationNumber", offsetof(self, registration_number))
            .marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_japan_id_card<Storage>> = [] {
    using self = faceid::basic_japan_id_card<Storage>;
    return field_table{
        field_at_offset<decltype(self::full_name)>("FullName", offsetof(self, full_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::age)>("Age", offsetof(self, age)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at_offset<decltype(self::expiration_date)>("ExpirationDate", offsetof(self, expiration_date)).marked(sensitivity::personal),
        field_at_offset<decltype(self::formatted_address)>("FormattedAddress", offsetof(self, formatted_address))
            .marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_nigeria_id_card<Storage>> = [] {
    using self = faceid::basic_nigeria_id_card<Storage>;
    return field_table{
        field_at_offset<decltype(self::last_name)>("LastName", offsetof(self, last_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::first_name)>("FirstName", offsetof(self, first_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::age)>("Age", offsetof(self, age)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at_offset<decltype(self::issued_country)>("IssuedCountry", offsetof(self, issued_country)).marked(sensitivity::personal),
        field_at_offset<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_nigeria_driving_license<Storage>> = [] {
    using self = faceid::basic_nigeria_driving_license<Storage>;
    return field_table{
        field_at_offset<decltype(self::last_name)>("LastName", offsetof(self, last_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::first_name)>("FirstName", offsetof(self, first_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::age)>("Age", offsetof(self, age)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at_offset<decltype(self::issued_country)>("IssuedCountry", offsetof(self, issued_country)).marked(sensitivity::personal),
        field_at_offset<decltype(self::expiration_date)>("ExpirationDate", offsetof(self, expiration_date)).marked(sensitivity::personal),
        field_at_offset<decltype(self::issued_date)>("IssuedDate", offsetof(self, issued_date)).marked(sensitivity::personal),
        field_at_offset<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_pakistan_id_card<Storage>> = [] {
    using self = faceid::basic_pakistan_id_card<Storage>;
    return field_table{
        field_at_offset<decltype(self::last_name)>("LastName", offsetof(self, last_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::first_name)>("FirstName", offsetof(self, first_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::age)>("Age", offsetof(self, age)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at_offset<decltype(self::issued_country)>("IssuedCountry", offsetof(self, issued_country)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_pakistan_driving_license<Storage>> = [] {
    using self = faceid::basic_pakistan_driving_license<Storage>;
    return field_table{
        field_at_offset<decltype(self::last_name)>("LastName", offsetof(self, last_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::first_name)>("FirstName", offsetof(self, first_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::age)>("Age", offsetof(self, age)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at_offset<decltype(self::issued_country)>("IssuedCountry", offsetof(self, issued_country)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_card_info<Storage>> = [] {
    using self = faceid::basic_card_info<Storage>;
    return field_table{
        field_at_offset<decltype(self::hk_id_card)>("HKIDCard", offsetof(self, hk_id_card)).marked(sensitivity::personal),
        field_at_offset<decltype(self::ml_id_card)>("MLIDCard", offsetof(self, ml_id_card)).marked(sensitivity::personal),
        field_at_offset<decltype(self::philippines_vote_id)>("PhilippinesVoteID", offsetof(self, philippines_vote_id))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::indonesia_id_card)>("IndonesiaIDCard", offsetof(self, indonesia_id_card))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::philippines_driving_license)>("PhilippinesDrivingLicense",
                                                                     offsetof(self, philippines_driving_license))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::philippines_tin_id)>("PhilippinesTinID", offsetof(self, philippines_tin_id))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::philippines_sss_id)>("PhilippinesSSSID", offsetof(self, philippines_sss_id))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::philippines_umid)>("PhilippinesUMID", offsetof(self, philippines_umid))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::international_id_passport)>("InternationalIDPassport", offsetof(self, international_id_passport))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::general_card)>("GeneralCard", offsetof(self, general_card)).marked(sensitivity::personal),
        field_at_offset<decltype(self::indonesia_driving_license)>("IndonesiaDrivingLicense", offsetof(self, indonesia_driving_license))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::thailand_id_card)>("ThailandIDCard", offsetof(self, thailand_id_card)).marked(sensitivity::personal),
        field_at_offset<decltype(self::singapore_id_card)>("SingaporeIDCard", offsetof(self, singapore_id_card))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::macao_id_card)>("MacaoIDCard", offsetof(self, macao_id_card)).marked(sensitivity::personal),
        field_at_offset<decltype(self::taiwan_id_card)>("TaiWanIDCard", offsetof(self, taiwan_id_card)).marked(sensitivity::personal),
        field_at_offset<decltype(self::japan_id_card)>("JapanIDCard", offsetof(self, japan_id_card)).marked(sensitivity::personal),
        field_at_offset<decltype(self::bangladesh_id_card)>("BangladeshIDCard", offsetof(self, bangladesh_id_card))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::nigeria_id_card)>("NigeriaIDCard", offsetof(self, nigeria_id_card)).marked(sensitivity::personal),
        field_at_offset<decltype(self::nigeria_driving_license)>("NigeriaDrivingLicense", offsetof(self, nigeria_driving_license))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::pakistan_id_card)>("PakistanIDCard", offsetof(self, pakistan_id_card)).marked(sensitivity::personal),
        field_at_offset<decltype(self::pakistan_driving_license)>("PakistanDrivingLicense", offsetof(self, pakistan_driving_license))
            .marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_hmt_permit<Storage>> = [] {
    using self = faceid::basic_hmt_permit<Storage>;
    return field_table{
        field_at_offset<decltype(self::name)>("Name", offsetof(self, name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::english_name)>("EnglishName", offsetof(self, english_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::number)>("Number", offsetof(self, number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at_offset<decltype(self::valid_date)>("ValidDate", offsetof(self, valid_date)).marked(sensitivity::personal),
        field_at_offset<decltype(self::issue_authority)>("IssueAuthority", offsetof(self, issue_authority)).marked(sensitivity::personal),
        field_at_offset<decltype(self::issue_address)>("IssueAddress", offsetof(self, issue_address)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_mainland_id_card<Storage>> = [] {
    using self = faceid::basic_mainland_id_card<Storage>;
    return field_table{
        field_at_offset<decltype(self::full_name)>("FullName", offsetof(self, full_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at_offset<decltype(self::nation)>("Nation", offsetof(self, nation)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at_offset<decltype(self::address)>("Address", offsetof(self, address)).marked(sensitivity::personal),
        field_at_offset<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::formatted_address)>("FormattedAddress", offsetof(self, formatted_address))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::authority)>("Authority", offsetof(self, authority)).marked(sensitivity::personal),
        field_at_offset<decltype(self::valid_date)>("ValidDate", offsetof(self, valid_date)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_normal_hk_id_card<Storage>> = [] {
    using self = faceid::basic_normal_hk_id_card<Storage>;
    return field_table{
        field_at_offset<decltype(self::chinese_name)>("ChineseName", offsetof(self, chinese_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::full_name)>("FullName", offsetof(self, full_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::registration_number)>("RegistrationNumber", offsetof(self, registration_number))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at_offset<decltype(self::permanent)>("Permanent", offsetof(self, permanent)).marked(sensitivity::personal),
        field_at_offset<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::symbol)>("Symbol", offsetof(self, symbol)).marked(sensitivity::personal),
        field_at_offset<decltype(self::issued_date)>("IssuedDate", offsetof(self, issued_date)).marked(sensitivity::personal),
        field_at_offset<decltype(self::current_issue_date)>("CurrentIssueDate", offsetof(self, current_issue_date))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::hk_id_version)>("HKIDVersion", offsetof(self, hk_id_version)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_normal_ml_id_card<Storage>> = [] {
    using self = faceid::basic_normal_ml_id_card<Storage>;
    return field_table{
        field_at_offset<decltype(self::full_name)>("FullName", offsetof(self, full_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at_offset<decltype(self::formatted_address)>("FormattedAddress", offsetof(self, formatted_address))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::type)>("Type", offsetof(self, type)).marked(sensitivity::open),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_normal_indonesia_id_card<Storage>> = [] {
    using self = faceid::basic_normal_indonesia_id_card<Storage>;
    return field_table{
        field_at_offset<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::full_name)>("FullName", offsetof(self, full_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at_offset<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at_offset<decltype(self::blood_type)>("BloodType", offsetof(self, blood_type)).marked(sensitivity::personal),
        field_at_offset<decltype(self::formatted_address)>("FormattedAddress", offsetof(self, formatted_address))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::street)>("Street", offsetof(self, street)).marked(sensitivity::personal),
        field_at_offset<decltype(self::village)>("Village", offsetof(self, village)).marked(sensitivity::personal),
        field_at_offset<decltype(self::area)>("Area", offsetof(self, area)).marked(sensitivity::personal),
        field_at_offset<decltype(self::religion)>("Religion", offsetof(self, religion)).marked(sensitivity::personal),
        field_at_offset<decltype(self::marital_status)>("MaritalStatus", offsetof(self, marital_status)).marked(sensitivity::personal),
        field_at_offset<decltype(self::occupation)>("Occupation", offsetof(self, occupation)).marked(sensitivity::personal),
        field_at_offset<decltype(self::nationality)>("Nationality", offsetof(self, nationality)).marked(sensitivity::personal),
        field_at_offset<decltype(self::due_date)>("DueDate", offsetof(self, due_date)).marked(sensitivity::personal),
        field_at_offset<decltype(self::issued_date)>("IssuedDate", offsetof(self, issued_date)).marked(sensitivity::personal),
        field_at_offset<decltype(self::province)>("Province", offsetof(self, province)).marked(sensitivity::personal),
        field_at_offset<decltype(self::city)>("City", offsetof(self, city)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_normal_thailand_id_card<Storage>> = [] {
    using self = faceid::basic_normal_thailand_id_card<Storage>;
    return field_table{
        field_at_offset<decltype(self::license_number)>("LicenseNumber", offsetof(self, license_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::full_name)>("FullName", offsetof(self, full_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::last_name)>("LastName", offsetof(self, last_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::first_name)>("FirstName", offsetof(self, first_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birthday)>("Birthday", offsetof(self, birthday)).marked(sensitivity::personal),
        field_at_offset<decltype(self::formatted_address)>("FormattedAddress", offsetof(self, formatted_address))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::expiration_date)>("ExpirationDate", offsetof(self, expiration_date)).marked(sensitivity::personal),
        field_at_offset<decltype(self::issued_date)>("IssuedDate", offsetof(self, issued_date)).marked(sensitivity::personal),
        field_at_offset<decltype(self::registration_number)>("RegistrationNumber", offsetof(self, registration_number))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::religion)>("Religion", offsetof(self, religion)).marked(sensitivity::personal),
        field_at_offset<decltype(self::thai_birthday)>("ThaiBirthday", offsetof(self, thai_birthday)).marked(sensitivity::personal),
        field_at_offset<decltype(self::thai_expiration_date)>("ThaiExpirationDate", offsetof(self, thai_expiration_date))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::thai_issue_date)>("ThaiIssueDate", offsetof(self, thai_issue_date)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_normal_card_info<Storage>> = [] {
    using self = faceid::basic_normal_card_info<Storage>;
    return field_table{
        field_at_offset<decltype(self::hk_id_card)>("HKIDCard", offsetof(self, hk_id_card)).marked(sensitivity::personal),
        field_at_offset<decltype(self::ml_id_card)>("MLIDCard", offsetof(self, ml_id_card)).marked(sensitivity::personal),
        field_at_offset<decltype(self::philippines_vote_id)>("PhilippinesVoteID", offsetof(self, philippines_vote_id))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::indonesia_id_card)>("IndonesiaIDCard", offsetof(self, indonesia_id_card))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::philippines_driving_license)>("PhilippinesDrivingLicense",
                                                                     offsetof(self, philippines_driving_license))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::philippines_tin_id)>("PhilippinesTinID", offsetof(self, philippines_tin_id))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::philippines_sss_id)>("PhilippinesSSSID", offsetof(self, philippines_sss_id))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::philippines_umid)>("PhilippinesUMID", offsetof(self, philippines_umid))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::international_id_passport)>("InternationalIDPassport", offsetof(self, international_id_passport))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::general_card)>("GeneralCard", offsetof(self, general_card)).marked(sensitivity::personal),
        field_at_offset<decltype(self::indonesia_driving_license)>("IndonesiaDrivingLicense", offsetof(self, indonesia_driving_license))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::thailand_id_card)>("ThailandIDCard", offsetof(self, thailand_id_card)).marked(sensitivity::personal),
        field_at_offset<decltype(self::singapore_id_card)>("SingaporeIDCard", offsetof(self, singapore_id_card))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::macao_id_card)>("MacaoIDCard", offsetof(self, macao_id_card)).marked(sensitivity::personal),
        field_at_offset<decltype(self::mainland_id_card)>("MainlandIDCard", offsetof(self, mainland_id_card)).marked(sensitivity::personal),
        field_at_offset<decltype(self::japan_id_card)>("JapanIDCard", offsetof(self, japan_id_card)).marked(sensitivity::personal),
        field_at_offset<decltype(self::taiwan_id_card)>("TaiWanIDCard", offsetof(self, taiwan_id_card)).marked(sensitivity::personal),
        field_at_offset<decltype(self::hmt_permit_card)>("HMTPermitCard", offsetof(self, hmt_permit_card)).marked(sensitivity::personal),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/faceid/types/sdk_attempts.hpp ------------------------------------------------------------------------------

// The attempts of one session of the identity SDK: at the document and at the face. Made by tools/generate.py from tools/faceid.json.
// Source: https://www.tencentcloud.com/document/product/1061

namespace tc3::inline TC3_NAMESPACE::faceid {

/// An OCR field that the user changed.
template <class Storage>
struct basic_edit_detail {
    /// Name of the changed field.
    optional_text<Storage> field_name = {};
    /// OCR value before the change. Personal data.
    optional_text<Storage> original_field_value = {};
    /// Value typed by the user. Personal data.
    optional_text<Storage> revised_field_value = {};
};

/// One attempt at the document in the app SDK flow.
template <class Storage>
struct basic_card_verify_result {
    /// Whether the document check or OCR succeeded.
    optional_of<Storage, bool> is_pass = {};
    /// Whether the user changed the OCR result.
    optional_of<Storage, bool> is_edit = {};
    /// Document video file; only with video document checks. The URL is valid for 10 minutes. Personal data.
    nested_of<Storage, basic_file_info<Storage>> card_video = {};
    /// Document image file. The URL is valid for 10 minutes. Personal data.
    nested_of<Storage, basic_file_info<Storage>> card_image = {};
    /// A file with the OCR fields as JSON; its field names depend on IdCardType. The URL is valid for 10 minutes. Personal data.
    nested_of<Storage, basic_file_info<Storage>> card_info_ocr_json = {};
    /// Request id of this one attempt.
    optional_text<Storage> request_id = {};
    /// Old OCR struct. Disabled by the service, although the manual still describes it. Personal data.
    nested_of<Storage, basic_card_info<Storage>> card_info = {};
    /// OCR result with unified field names. Personal data.
    nested_of<Storage, basic_normal_card_info<Storage>> normal_card_info = {};
    /// Document warnings. See card_warning in types/values.hpp.
    optional_list<Storage, std::int64_t> warn_card_infos = {};
    /// Fields that the user changed; empty if IsEdit is false. Personal data.
    optional_list<Storage, basic_edit_detail<Storage>> edit_details = {};
};

/// One attempt at liveness and comparison in the app SDK flow.
template <class Storage>
struct basic_compare_result {
    /// Final outcome code as a string. See sdk_result in types/values.hpp.
    optional_text<Storage> error_code = {};
    /// Text for ErrorCode.
    optional_text<Storage> error_msg = {};
    /// Liveness data package file from the SDK. Biometric data.
    nested_of<Storage, basic_file_info<Storage>> live_data = {};
    /// Verification video file with the colour reflections. The URL is valid for 10 minutes. Biometric data.
    nested_of<Storage, basic_file_info<Storage>> live_video = {};
    /// Video of the motions, as a file, for AI Face Shield. Biometric data.
    nested_of<Storage, basic_file_info<Storage>> action_video = {};
    /// Outcome code of the liveness check as a string. See sdk_result in types/values.hpp.
    optional_text<Storage> live_error_code = {};
    /// Text for LiveErrorCode.
    optional_text<Storage> live_error_msg = {};
    /// Best face frame file. The URL is valid for 10 minutes. Biometric data.
    nested_of<Storage, basic_file_info<Storage>> best_frame = {};
    /// Portrait cut from the document, as a file. The URL is valid for 10 minutes. Biometric data.
    nested_of<Storage, basic_file_info<Storage>> profile_image = {};
    /// Outcome code of the comparison as a string; empty if it was not reached. See sdk_result in types/values.hpp.
    optional_text<Storage> compare_error_code = {};
    /// Text for CompareErrorCode.
    optional_text<Storage> compare_error_msg = {};
    /// Match score. 0 to 100.
    optional_of<Storage, double> sim = {};
    /// No longer used, according to the manual.
    optional_of<Storage, bool> is_need_charge = {};
    /// Document data that the user edited, as a file; without effect, according to the manual. Personal data.
    nested_of<Storage, basic_file_info<Storage>> card_info_input_json = {};
    /// Request id of this one attempt.
    optional_text<Storage> request_id = {};
    /// Why liveness failed; two-digit string tags. See sdk_liveness_tag in types/values.hpp. PLUS tier, perhaps PRO too.
    optional_list<Storage, text_of<Storage>> liveness_info_tag = {};
};

using edit_detail = basic_edit_detail<owning>;
using card_verify_result = basic_card_verify_result<owning>;
using compare_result = basic_compare_result<owning>;

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_edit_detail<Storage>> = [] {
    using self = faceid::basic_edit_detail<Storage>;
    return field_table{
        field_at_offset<decltype(self::field_name)>("FieldName", offsetof(self, field_name)).marked(sensitivity::open),
        field_at_offset<decltype(self::original_field_value)>("OriginalFieldValue", offsetof(self, original_field_value))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::revised_field_value)>("RevisedFieldValue", offsetof(self, revised_field_value))
            .marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_card_verify_result<Storage>> = [] {
    using self = faceid::basic_card_verify_result<Storage>;
    return field_table{
        field_at_offset<decltype(self::is_pass)>("IsPass", offsetof(self, is_pass)).marked(sensitivity::open),
        field_at_offset<decltype(self::is_edit)>("IsEdit", offsetof(self, is_edit)).marked(sensitivity::open),
        field_at_offset<decltype(self::card_video)>("CardVideo", offsetof(self, card_video)).marked(sensitivity::personal),
        field_at_offset<decltype(self::card_image)>("CardImage", offsetof(self, card_image)).marked(sensitivity::personal),
        field_at_offset<decltype(self::card_info_ocr_json)>("CardInfoOcrJson", offsetof(self, card_info_ocr_json))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
        field_at_offset<decltype(self::card_info)>("CardInfo", offsetof(self, card_info)).marked(sensitivity::personal),
        field_at_offset<decltype(self::normal_card_info)>("NormalCardInfo", offsetof(self, normal_card_info)).marked(sensitivity::personal),
        field_at_offset<decltype(self::warn_card_infos)>("WarnCardInfos", offsetof(self, warn_card_infos)).marked(sensitivity::open),
        field_at_offset<decltype(self::edit_details)>("EditDetails", offsetof(self, edit_details)).marked(sensitivity::personal),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_compare_result<Storage>> = [] {
    using self = faceid::basic_compare_result<Storage>;
    return field_table{
        field_at_offset<decltype(self::error_code)>("ErrorCode", offsetof(self, error_code)).marked(sensitivity::open),
        field_at_offset<decltype(self::error_msg)>("ErrorMsg", offsetof(self, error_msg)).marked(sensitivity::open),
        field_at_offset<decltype(self::live_data)>("LiveData", offsetof(self, live_data)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::live_video)>("LiveVideo", offsetof(self, live_video)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::action_video)>("ActionVideo", offsetof(self, action_video)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::live_error_code)>("LiveErrorCode", offsetof(self, live_error_code)).marked(sensitivity::open),
        field_at_offset<decltype(self::live_error_msg)>("LiveErrorMsg", offsetof(self, live_error_msg)).marked(sensitivity::open),
        field_at_offset<decltype(self::best_frame)>("BestFrame", offsetof(self, best_frame)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::profile_image)>("ProfileImage", offsetof(self, profile_image)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::compare_error_code)>("CompareErrorCode", offsetof(self, compare_error_code))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::compare_error_msg)>("CompareErrorMsg", offsetof(self, compare_error_msg)).marked(sensitivity::open),
        field_at_offset<decltype(self::sim)>("Sim", offsetof(self, sim)).marked(sensitivity::open),
        field_at_offset<decltype(self::is_need_charge)>("IsNeedCharge", offsetof(self, is_need_charge)).marked(sensitivity::open),
        field_at_offset<decltype(self::card_info_input_json)>("CardInfoInputJson", offsetof(self, card_info_input_json))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
        field_at_offset<decltype(self::liveness_info_tag)>("LivenessInfoTag", offsetof(self, liveness_info_tag)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/faceid/get_sdk_verification_result.hpp ---------------------------------------------------------------------

// GetSdkVerificationResult: reads the result of an SDK identity verification. Made by tools/generate.py from tools/faceid.json.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Parameters of GetSdkVerificationResult. At most 20 calls per second. Requires a region. Safe to repeat.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_get_sdk_verification_result {
    /// Token from ApplySdkVerificationToken. Valid for 3 days. Required. Secret.
    text_of<Storage> sdk_token = {};
};

/// Output of GetSdkVerificationResult. A field that is absent or null is unset, as is a number that is sent as "". A list that is sent as
/// [] is set and empty. `faceid::outcome(output)` reads the outcome from `result`.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_get_sdk_verification_result_output {
    /// Outcome code as a string. See sdk_result in types/values.hpp.
    optional_text<Storage> result = {};
    /// Text for the outcome.
    optional_text<Storage> description = {};
    /// How many billable checks were made.
    optional_of<Storage, std::int64_t> charge_count = {};
    /// Attempts at the document, in order; the last one decides.
    optional_list<Storage, basic_card_verify_result<Storage>> card_verify_results = {};
    /// Attempts at liveness and comparison, in order; the last one decides.
    optional_list<Storage, basic_compare_result<Storage>> compare_results = {};
    /// The Extra of the request that started the session. Personal data.
    optional_text<Storage> extra = {};
    /// Device risk. See device_info_level in types/values.hpp. ENHANCED and PLUS tiers only.
    optional_text<Storage> device_info_level = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using get_sdk_verification_result = basic_get_sdk_verification_result<owning>;
using get_sdk_verification_result_output = basic_get_sdk_verification_result_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_get_sdk_verification_result_output<Storage>> =
    outcome_source<&basic_get_sdk_verification_result_output<Storage>::result>{
        .passed = sdk_result::passed_codes,
        .pending = "-999",
        .meanings = sdk_result::all,
    };

template <class Storage>
inline constexpr session_life session_life_of<basic_get_sdk_verification_result<Storage>>{
    .start_within = 600,
    .readable_for = 259200,
};

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_sdk_verification_result<Storage>> = [] {
    using self = faceid::basic_get_sdk_verification_result<Storage>;
    return field_table{
        field_at_offset<decltype(self::sdk_token)>("SdkToken", offsetof(self, sdk_token)).required().marked(sensitivity::secret),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_sdk_verification_result_output<Storage>> = [] {
    using self = faceid::basic_get_sdk_verification_result_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::charge_count)>("ChargeCount", offsetof(self, charge_count)).marked(sensitivity::open),
        field_at_offset<decltype(self::card_verify_results)>("CardVerifyResults", offsetof(self, card_verify_results))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::compare_results)>("CompareResults", offsetof(self, compare_results)).marked(sensitivity::open),
        field_at_offset<decltype(self::extra)>("Extra", offsetof(self, extra)).marked(sensitivity::personal),
        field_at_offset<decltype(self::device_info_level)>("DeviceInfoLevel", offsetof(self, device_info_level)).marked(sensitivity::open),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/faceid/types/ocr_result.hpp --------------------------------------------------------------------------------

// The data that the browser flow reads from a document. Made by tools/generate.py from tools/faceid.json.
// Source: https://www.tencentcloud.com/document/product/1061

namespace tc3::inline TC3_NAMESPACE::faceid {

/// The result of one document in the browser flow.
template <class Storage>
struct basic_ocr_result {
    /// Whether the document check or OCR succeeded.
    optional_of<Storage, bool> is_pass = {};
    /// Document front image. Personal data.
    optional_binary<Storage> card_image_base64 = {};
    /// Old OCR struct. Disabled by the service, although the manual still describes it. Personal data.
    nested_of<Storage, basic_card_info<Storage>> card_info = {};
    /// OCR result with unified field names; not for CheckMode 4. Personal data.
    nested_of<Storage, basic_normal_card_info<Storage>> normal_card_info = {};
    /// Request id of this one document attempt.
    optional_text<Storage> request_id = {};
    /// Cropped document front. Personal data.
    optional_binary<Storage> card_cut_image_base64 = {};
    /// Cropped document back. Personal data.
    optional_binary<Storage> card_back_cut_image_base64 = {};
    /// Document warnings. See card_warning in types/values.hpp. The manual lists the codes without a minus sign, and its sample has one:
    /// card_warning::describe() takes both.
    optional_list<Storage, std::int64_t> warn_card_infos = {};
    /// Raw OCR result as a JSON text inside a string; only for CheckMode 4. Personal data.
    optional_text<Storage> original_card_info = {};
    /// Portrait cut from the document. Biometric data.
    optional_binary<Storage> head_image_base64 = {};
    /// Document back image. Personal data.
    optional_binary<Storage> card_back_image_base64 = {};
};

using ocr_result = basic_ocr_result<owning>;

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_ocr_result<Storage>> = [] {
    using self = faceid::basic_ocr_result<Storage>;
    return field_table{
        field_at_offset<decltype(self::is_pass)>("IsPass", offsetof(self, is_pass)).marked(sensitivity::open),
        field_at_offset<decltype(self::card_image_base64)>("CardImageBase64", offsetof(self, card_image_base64))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::card_info)>("CardInfo", offsetof(self, card_info)).marked(sensitivity::personal),
        field_at_offset<decltype(self::normal_card_info)>("NormalCardInfo", offsetof(self, normal_card_info)).marked(sensitivity::personal),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
        field_at_offset<decltype(self::card_cut_image_base64)>("CardCutImageBase64", offsetof(self, card_cut_image_base64))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::card_back_cut_image_base64)>("CardBackCutImageBase64", offsetof(self, card_back_cut_image_base64))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::warn_card_infos)>("WarnCardInfos", offsetof(self, warn_card_infos)).marked(sensitivity::open),
        field_at_offset<decltype(self::original_card_info)>("OriginalCardInfo", offsetof(self, original_card_info))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::head_image_base64)>("HeadImageBase64", offsetof(self, head_image_base64))
            .marked(sensitivity::biometric),
        field_at_offset<decltype(self::card_back_image_base64)>("CardBackImageBase64", offsetof(self, card_back_image_base64))
            .marked(sensitivity::personal),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/faceid/types/verification_detail.hpp -----------------------------------------------------------------------

// One attempt of the browser flow. Made by tools/generate.py from tools/faceid.json.
// Source: https://www.tencentcloud.com/document/product/1061

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Values of verification_detail::liveness_info_tag. The service may add more.
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

/// One attempt in the browser flow.
template <class Storage>
struct basic_verification_detail {
    /// Outcome code of the attempt as a number; 0 means same person. See web_result in types/values.hpp.
    optional_of<Storage, std::int64_t> error_code = {};
    /// Text for ErrorCode.
    optional_text<Storage> error_msg = {};
    /// Outcome code of the liveness check as a number; 0 means passed. See web_result in types/values.hpp.
    optional_of<Storage, std::int64_t> liveness_error_code = {};
    /// Text for LivenessErrorCode.
    optional_text<Storage> liveness_error_msg = {};
    /// Outcome code of the comparison as a number; 0 means same person. See web_result in types/values.hpp.
    optional_of<Storage, std::int64_t> compare_error_code = {};
    /// Text for CompareErrorCode.
    optional_text<Storage> compare_error_msg = {};
    /// Attempt time, Unix milliseconds.
    optional_of<Storage, std::uint64_t> req_timestamp = {};
    /// Match score; 70 or more is the default pass. 0 to 100.
    optional_of<Storage, double> similarity = {};
    /// Unique id of the attempt.
    optional_text<Storage> seq = {};
    /// Why liveness failed; two-digit string tags. See web_liveness_tag above. PLUS tier only. The tags of the app SDK have other meanings.
    optional_list<Storage, text_of<Storage>> liveness_info_tag = {};
};

using verification_detail = basic_verification_detail<owning>;

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_verification_detail<Storage>> = [] {
    using self = faceid::basic_verification_detail<Storage>;
    return field_table{
        field_at_offset<decltype(self::error_code)>("ErrorCode", offsetof(self, error_code)).marked(sensitivity::open),
        field_at_offset<decltype(self::error_msg)>("ErrorMsg", offsetof(self, error_msg)).marked(sensitivity::open),
        field_at_offset<decltype(self::liveness_error_code)>("LivenessErrorCode", offsetof(self, liveness_error_code))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::liveness_error_msg)>("LivenessErrorMsg", offsetof(self, liveness_error_msg))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::compare_error_code)>("CompareErrorCode", offsetof(self, compare_error_code))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::compare_error_msg)>("CompareErrorMsg", offsetof(self, compare_error_msg)).marked(sensitivity::open),
        field_at_offset<decltype(self::req_timestamp)>("ReqTimestamp", offsetof(self, req_timestamp)).marked(sensitivity::open),
        field_at_offset<decltype(self::similarity)>("Similarity", offsetof(self, similarity)).marked(sensitivity::open),
        field_at_offset<decltype(self::seq)>("Seq", offsetof(self, seq)).marked(sensitivity::open),
        field_at_offset<decltype(self::liveness_info_tag)>("LivenessInfoTag", offsetof(self, liveness_info_tag)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/faceid/get_web_verification_result_intl.hpp ----------------------------------------------------------------

// GetWebVerificationResultIntl: reads the result of a browser verification. Made by tools/generate.py from tools/faceid.json.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Parameters of GetWebVerificationResultIntl. At most 20 calls per second. Requires a region: ap-bangkok, ap-hongkong, ap-jakarta,
/// ap-singapore, sa-saopaulo. Safe to repeat.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_get_web_verification_result_intl {
    /// Token from ApplyWebVerificationBizTokenIntl. Valid for 3 days. Required. Secret.
    text_of<Storage> biz_token = {};
};

/// Output of GetWebVerificationResultIntl. A field that is absent or null is unset, as is a number that is sent as "". A list that is sent
/// as [] is set and empty. `faceid::outcome(output)` reads the outcome from `error_code`.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_get_web_verification_result_intl_output {
    /// Final outcome code as a number; 0 means passed. See web_result in types/values.hpp. May be null while no attempt has finished.
    optional_of<Storage, std::int64_t> error_code = {};
    /// Text for ErrorCode.
    optional_text<Storage> error_msg = {};
    /// One entry per attempt.
    optional_list<Storage, basic_verification_detail<Storage>> verification_detail_list = {};
    /// Video of the last attempt. Biometric data.
    optional_binary<Storage> video_base64 = {};
    /// Best face frame of the last attempt. Biometric data.
    optional_binary<Storage> best_frame_base64 = {};
    /// Document results. Personal data.
    optional_list<Storage, basic_ocr_result<Storage>> ocr_result = {};
    /// The Extra of the request that started the session. Personal data.
    optional_text<Storage> extra = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using get_web_verification_result_intl = basic_get_web_verification_result_intl<owning>;
using get_web_verification_result_intl_output = basic_get_web_verification_result_intl_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_get_web_verification_result_intl_output<Storage>> =
    outcome_source<&basic_get_web_verification_result_intl_output<Storage>::error_code>{
        .passed = web_result::passed_codes,
        .pending = "17",
        .meanings = web_result::all,
    };

template <class Storage>
inline constexpr session_life session_life_of<basic_get_web_verification_result_intl<Storage>>{
    .start_within = 600,
    .readable_for = 259200,
};

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_web_verification_result_intl<Storage>> = [] {
    using self = faceid::basic_get_web_verification_result_intl<Storage>;
    return field_table{
        field_at_offset<decltype(self::biz_token)>("BizToken", offsetof(self, biz_token)).required().marked(sensitivity::secret),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_web_verification_result_intl_output<Storage>> = [] {
    using self = faceid::basic_get_web_verification_result_intl_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::error_code)>("ErrorCode", offsetof(self, error_code)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::error_msg)>("ErrorMsg", offsetof(self, error_msg)).marked(sensitivity::open),
        field_at_offset<decltype(self::verification_detail_list)>("VerificationDetailList", offsetof(self, verification_detail_list))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::video_base64)>("VideoBase64", offsetof(self, video_base64)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::best_frame_base64)>("BestFrameBase64", offsetof(self, best_frame_base64))
            .marked(sensitivity::biometric),
        field_at_offset<decltype(self::ocr_result)>("OCRResult", offsetof(self, ocr_result)).marked(sensitivity::personal),
        field_at_offset<decltype(self::extra)>("Extra", offsetof(self, extra)).marked(sensitivity::personal),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/faceid/get_wx_nfc_result.hpp -------------------------------------------------------------------------------

// GetWxNFCResult: reads the document data of an NFC session. Made by tools/generate.py from tools/faceid.json.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Values of get_wx_nfc_result_output::result_code. The service may add more.
namespace nfc_result {
inline constexpr literal read{"0"};       ///< read, billed once per NFC request
inline constexpr literal not_read{"-1"};  ///< not read, free
/// What each code means.
inline constexpr result_code all[] = {
    {"0", "read, billed once per NFC request", billing::unknown},
    {"-1", "not read, free", billing::unknown},
};
/// The codes that mean passed.
inline constexpr std::string_view passed_codes[] = {"0"};
}  // namespace nfc_result

/// Values of get_wx_nfc_result_output::id_type. The service may add more.
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

/// Parameters of GetWxNFCResult. At most 20 calls per second. Requires no region. Safe to repeat. Uses data sources of mainland China. The
/// flow reads identity cards, residence permits, and permits to travel to and from Hong Kong, Macao and Taiwan.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_get_wx_nfc_result {
    /// Id returned by the front-end NFC SDK. Valid for 10 minutes. Required. Secret.
    text_of<Storage> nfc_token = {};
};

/// Output of GetWxNFCResult. A field that is absent or null is unset, as is a number that is sent as "". `faceid::outcome(output)` reads
/// the outcome from `result_code`. Passed means that the lookup has a result, which is in the other fields.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_get_wx_nfc_result_output {
    /// Outcome code of the read as a string. See nfc_result above.
    optional_text<Storage> result_code = {};
    /// ID number. Personal data.
    optional_text<Storage> id_num = {};
    /// Name. Personal data.
    optional_text<Storage> name = {};
    /// Portrait from the chip. Biometric data.
    optional_binary<Storage> picture = {};
    /// Document front image. Personal data.
    optional_binary<Storage> id_card_front_img = {};
    /// Document back image. Personal data.
    optional_binary<Storage> id_card_back_img = {};
    /// Birth date, YYYYMMDD. Personal data.
    optional_text<Storage> birth_date = {};
    /// Validity start, YYYYMMDD. Personal data.
    optional_text<Storage> begin_time = {};
    /// Validity end, YYYYMMDD. Personal data.
    optional_text<Storage> end_time = {};
    /// Address. Personal data.
    optional_text<Storage> address = {};
    /// Ethnic group. Personal data.
    optional_text<Storage> nation = {};
    /// Sex. Personal data.
    optional_text<Storage> sex = {};
    /// Document kind. See nfc_id_type above. Personal data.
    optional_text<Storage> id_type = {};
    /// Name in Latin letters. Personal data.
    optional_text<Storage> en_name = {};
    /// Issuing authority. Personal data.
    optional_text<Storage> signing_organization = {};
    /// Permit or passport number. Personal data.
    optional_text<Storage> other_id_num = {};
    /// Nationality on a travel document. Personal data.
    optional_text<Storage> nationality = {};
    /// MRZ line 2, characters 29-42. Personal data.
    optional_text<Storage> personal_number = {};
    /// Chip checks as a JSON text inside a string: result_issuer, result_paper, result_data, result_chip; each 0 passed, 1 failed, 2 not
    /// done, 3 partial. Empty if the chip was not read. Personal data.
    optional_text<Storage> check_mrtd = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using get_wx_nfc_result = basic_get_wx_nfc_result<owning>;
using get_wx_nfc_result_output = basic_get_wx_nfc_result_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_get_wx_nfc_result_output<Storage>> =
    outcome_source<&basic_get_wx_nfc_result_output<Storage>::result_code>{
        .passed = nfc_result::passed_codes,
        .meanings = nfc_result::all,
    };

template <class Storage>
inline constexpr session_life session_life_of<basic_get_wx_nfc_result<Storage>>{
    .start_within = 600,
    .readable_for = 600,
};

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_wx_nfc_result<Storage>> = [] {
    using self = faceid::basic_get_wx_nfc_result<Storage>;
    return field_table{
        field_at_offset<decltype(self::nfc_token)>("NFCToken", offsetof(self, nfc_token)).required().marked(sensitivity::secret),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_wx_nfc_result_output<Storage>> = [] {
    using self = faceid::basic_get_wx_nfc_result_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::result_code)>("ResultCode", offsetof(self, result_code)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::id_num)>("IdNum", offsetof(self, id_num)).marked(sensitivity::personal),
        field_at_offset<decltype(self::name)>("Name", offsetof(self, name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::picture)>("Picture", offsetof(self, picture)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::id_card_front_img)>("IdCardFrontImg", offsetof(self, id_card_front_img))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::id_card_back_img)>("IdCardBackImg", offsetof(self, id_card_back_img)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birth_date)>("BirthDate", offsetof(self, birth_date)).marked(sensitivity::personal),
        field_at_offset<decltype(self::begin_time)>("BeginTime", offsetof(self, begin_time)).marked(sensitivity::personal),
        field_at_offset<decltype(self::end_time)>("EndTime", offsetof(self, end_time)).marked(sensitivity::personal),
        field_at_offset<decltype(self::address)>("Address", offsetof(self, address)).marked(sensitivity::personal),
        field_at_offset<decltype(self::nation)>("Nation", offsetof(self, nation)).marked(sensitivity::personal),
        field_at_offset<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at_offset<decltype(self::id_type)>("IdType", offsetof(self, id_type)).marked(sensitivity::personal),
        field_at_offset<decltype(self::en_name)>("EnName", offsetof(self, en_name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::signing_organization)>("SigningOrganization", offsetof(self, signing_organization))
            .marked(sensitivity::personal),
        field_at_offset<decltype(self::other_id_num)>("OtherIdNum", offsetof(self, other_id_num)).marked(sensitivity::personal),
        field_at_offset<decltype(self::nationality)>("Nationality", offsetof(self, nationality)).marked(sensitivity::personal),
        field_at_offset<decltype(self::personal_number)>("PersonalNumber", offsetof(self, personal_number)).marked(sensitivity::personal),
        field_at_offset<decltype(self::check_mrtd)>("CheckMRTD", offsetof(self, check_mrtd)).marked(sensitivity::personal),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/faceid/id_card_ocr_verification.hpp ------------------------------------------------------------------------

// IdCardOCRVerification: matches the name and ID number, typed or read from a photo. Made by tools/generate.py from tools/faceid.json.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Parameters of IdCardOCRVerification. At most 100 calls per second. Requires no region. Not safe to repeat: if the response was lost, a
/// second call may be billed again and counts against the daily quota. IdCard with Name, ImageBase64 or ImageUrl is required, with
/// precedence in this order. Uses data sources of mainland China.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_id_card_ocr_verification {
    /// ID number; with Name it takes precedence over the images. Required if no image is given. Personal data.
    optional_text<Storage> id_card = {};
    /// Name; with IdCard it takes precedence over the images. Required if no image is given. Personal data.
    optional_text<Storage> name = {};
    /// Portrait side; takes precedence over ImageUrl. At most 3 MB of base64. Formats: png, jpg, jpeg. Personal data.
    optional_binary<Storage> image_base64 = {};
    /// URL of the portrait side. Formats: png, jpg, jpeg; at most 3 MB of base64 when downloaded, within 3 seconds. Pre-signed: anyone who
    /// has the URL can use it. Secret.
    optional_text<Storage> image_url = {};
    /// The encrypted fields of the request, the algorithm and the wrapped key. May cover Name, IdCard.
    nested_of<Storage, basic_encryption<Storage>> encryption = {};
};

/// Output of IdCardOCRVerification. A field that is absent or null is unset, as is a number that is sent as "". `faceid::outcome(output)`
/// reads the outcome from `result`.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_id_card_ocr_verification_output {
    /// Outcome code: a number as a string. See id_card_result in types/values.hpp.
    optional_text<Storage> result = {};
    /// Text for the outcome.
    optional_text<Storage> description = {};
    /// Name that was checked. Personal data.
    optional_text<Storage> name = {};
    /// ID number that was checked. Personal data.
    optional_text<Storage> id_card = {};
    /// Sex from OCR; empty without an image. Personal data.
    optional_text<Storage> sex = {};
    /// Ethnic group from OCR. Personal data.
    optional_text<Storage> nation = {};
    /// Birth date from OCR. Personal data.
    optional_text<Storage> birth = {};
    /// Address from OCR. Personal data.
    optional_text<Storage> address = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using id_card_ocr_verification = basic_id_card_ocr_verification<owning>;
using id_card_ocr_verification_output = basic_id_card_ocr_verification_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_id_card_ocr_verification_output<Storage>> =
    outcome_source<&basic_id_card_ocr_verification_output<Storage>::result>{
        .passed = id_card_result::passed_codes,
        .meanings = id_card_result::all,
    };

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_id_card_ocr_verification<Storage>> = [] {
    using self = faceid::basic_id_card_ocr_verification<Storage>;
    return field_table{
        field_at_offset<decltype(self::id_card)>("IdCard", offsetof(self, id_card)).marked(sensitivity::personal),
        field_at_offset<decltype(self::name)>("Name", offsetof(self, name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::image_base64)>("ImageBase64", offsetof(self, image_base64))
            .marked(sensitivity::personal)
            .limited(text_size<0, 3145728>),
        field_at_offset<decltype(self::image_url)>("ImageUrl", offsetof(self, image_url)).marked(sensitivity::secret),
        field_at_offset<decltype(self::encryption)>("Encryption", offsetof(self, encryption)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_id_card_ocr_verification_output<Storage>> = [] {
    using self = faceid::basic_id_card_ocr_verification_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::name)>("Name", offsetof(self, name)).marked(sensitivity::personal),
        field_at_offset<decltype(self::id_card)>("IdCard", offsetof(self, id_card)).marked(sensitivity::personal),
        field_at_offset<decltype(self::sex)>("Sex", offsetof(self, sex)).marked(sensitivity::personal),
        field_at_offset<decltype(self::nation)>("Nation", offsetof(self, nation)).marked(sensitivity::personal),
        field_at_offset<decltype(self::birth)>("Birth", offsetof(self, birth)).marked(sensitivity::personal),
        field_at_offset<decltype(self::address)>("Address", offsetof(self, address)).marked(sensitivity::personal),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/faceid/id_card_verification.hpp ----------------------------------------------------------------------------

// IdCardVerification: matches the name and ID number. Made by tools/generate.py from tools/faceid.json.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Parameters of IdCardVerification. At most 100 calls per second. Requires no region. Not safe to repeat: if the response was lost, a
/// second call may be billed again and counts against the daily quota. Uses data sources of mainland China.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_id_card_verification {
    /// ID number. Required. Personal data.
    text_of<Storage> id_card = {};
    /// Name. Required. Personal data.
    text_of<Storage> name = {};
    /// The encrypted fields of the request, the algorithm and the wrapped key. May cover Name, IdCard.
    nested_of<Storage, basic_encryption<Storage>> encryption = {};
};

/// Output of IdCardVerification. A field that is absent or null is unset, as is a number that is sent as "". `faceid::outcome(output)`
/// reads the outcome from `result`.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_id_card_verification_output {
    /// Outcome code: a number as a string. See id_card_result in types/values.hpp.
    optional_text<Storage> result = {};
    /// Text for the outcome.
    optional_text<Storage> description = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using id_card_verification = basic_id_card_verification<owning>;
using id_card_verification_output = basic_id_card_verification_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_id_card_verification_output<Storage>> =
    outcome_source<&basic_id_card_verification_output<Storage>::result>{
        .passed = id_card_result::passed_codes,
        .meanings = id_card_result::all,
    };

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_id_card_verification<Storage>> = [] {
    using self = faceid::basic_id_card_verification<Storage>;
    return field_table{
        field_at_offset<decltype(self::id_card)>("IdCard", offsetof(self, id_card)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::name)>("Name", offsetof(self, name)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::encryption)>("Encryption", offsetof(self, encryption)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_id_card_verification_output<Storage>> = [] {
    using self = faceid::basic_id_card_verification_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/faceid/image_recognition.hpp -------------------------------------------------------------------------------

// ImageRecognition: compares a photo of a face with the photo of the authority (old). Made by tools/generate.py from tools/faceid.json.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Parameters of ImageRecognition. At most 100 calls per second. Requires no region. Not safe to repeat: if the response was lost, a second
/// call may be billed again and counts against the daily quota. Uses data sources of mainland China. Closed to new customers, who use
/// ImageRecognitionV2.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_image_recognition {
    /// ID number. Required. Personal data.
    text_of<Storage> id_card = {};
    /// Name, UTF-8. Required. Personal data.
    text_of<Storage> name = {};
    /// Face photo. Required. At most 3 MB of base64. Formats: jpg, png. Biometric data.
    binary_of<Storage> image_base64 = {};
    /// Not used by this action.
    optional_text<Storage> optional = {};
    /// The encrypted fields of the request, the algorithm and the wrapped key. May cover Name, IdCard.
    nested_of<Storage, basic_encryption<Storage>> encryption = {};
};

/// Output of ImageRecognition. A field that is absent or null is unset, as is a number that is sent as "". `faceid::outcome(output)` reads
/// the outcome from `result`.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_image_recognition_output {
    /// Match score against the authority's photo. 0 to 100; the vendor suggests a threshold of 70.
    optional_of<Storage, double> sim = {};
    /// Outcome code: 'Success' or a FailedOperation code, in an output rather than in an error. See pure_api_result in types/values.hpp.
    optional_text<Storage> result = {};
    /// Text for the outcome.
    optional_text<Storage> description = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using image_recognition = basic_image_recognition<owning>;
using image_recognition_output = basic_image_recognition_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_image_recognition_output<Storage>> =
    outcome_source<&basic_image_recognition_output<Storage>::result>{
        .passed = pure_api_result::passed_codes,
        .meanings = pure_api_result::all,
        .others = describe,
    };

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_image_recognition<Storage>> = [] {
    using self = faceid::basic_image_recognition<Storage>;
    return field_table{
        field_at_offset<decltype(self::id_card)>("IdCard", offsetof(self, id_card)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::name)>("Name", offsetof(self, name)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::image_base64)>("ImageBase64", offsetof(self, image_base64))
            .required()
            .marked(sensitivity::biometric)
            .limited(text_size<0, 3145728>),
        field_at_offset<decltype(self::optional)>("Optional", offsetof(self, optional)).marked(sensitivity::open),
        field_at_offset<decltype(self::encryption)>("Encryption", offsetof(self, encryption)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_image_recognition_output<Storage>> = [] {
    using self = faceid::basic_image_recognition_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::sim)>("Sim", offsetof(self, sim)).marked(sensitivity::open),
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/faceid/image_recognition_v2.hpp ----------------------------------------------------------------------------

// ImageRecognitionV2: compares a photo of a face with the photo of the authority. Made by tools/generate.py from tools/faceid.json.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Parameters of ImageRecognitionV2. At most 20 calls per second. Requires no region. Not safe to repeat: if the response was lost, a
/// second call may be billed again and counts against the daily quota. Uses data sources of mainland China.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_image_recognition_v2 {
    /// ID number. Required. Personal data.
    text_of<Storage> id_card = {};
    /// Name, UTF-8. Required. Personal data.
    text_of<Storage> name = {};
    /// Face photo. Required. At most 3 MB of base64. Formats: jpg, png. Biometric data.
    binary_of<Storage> image_base64 = {};
    /// Not used by this action.
    optional_text<Storage> optional = {};
    /// The encrypted fields of the request, the algorithm and the wrapped key. May cover Name, IdCard.
    nested_of<Storage, basic_encryption<Storage>> encryption = {};
    /// Text of yours that the output returns. 1 to 10 bytes. Personal data.
    optional_text<Storage> extra = {};
};

/// Output of ImageRecognitionV2. A field that is absent or null is unset, as is a number that is sent as "". `faceid::outcome(output)`
/// reads the outcome from `result`.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_image_recognition_v2_output {
    /// Match score against the authority's photo. 0 to 100; the vendor suggests a threshold of 70.
    optional_of<Storage, double> sim = {};
    /// Outcome code: 'Success' or a FailedOperation code, in an output rather than in an error. See pure_api_result in types/values.hpp.
    optional_text<Storage> result = {};
    /// Text for the outcome.
    optional_text<Storage> description = {};
    /// The Extra of the request. Personal data.
    optional_text<Storage> extra = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using image_recognition_v2 = basic_image_recognition_v2<owning>;
using image_recognition_v2_output = basic_image_recognition_v2_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_image_recognition_v2_output<Storage>> =
    outcome_source<&basic_image_recognition_v2_output<Storage>::result>{
        .passed = pure_api_result::passed_codes,
        .meanings = pure_api_result::all,
        .others = describe,
    };

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_image_recognition_v2<Storage>> = [] {
    using self = faceid::basic_image_recognition_v2<Storage>;
    return field_table{
        field_at_offset<decltype(self::id_card)>("IdCard", offsetof(self, id_card)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::name)>("Name", offsetof(self, name)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::image_base64)>("ImageBase64", offsetof(self, image_base64))
            .required()
            .marked(sensitivity::biometric)
            .limited(text_size<0, 3145728>),
        field_at_offset<decltype(self::optional)>("Optional", offsetof(self, optional)).marked(sensitivity::open),
        field_at_offset<decltype(self::encryption)>("Encryption", offsetof(self, encryption)).marked(sensitivity::open),
        field_at_offset<decltype(self::extra)>("Extra", offsetof(self, extra)).marked(sensitivity::personal).limited(text_size<1, 10>),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_image_recognition_v2_output<Storage>> = [] {
    using self = faceid::basic_image_recognition_v2_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::sim)>("Sim", offsetof(self, sim)).marked(sensitivity::open),
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::extra)>("Extra", offsetof(self, extra)).marked(sensitivity::personal),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/faceid/liveness_compare.hpp --------------------------------------------------------------------------------

// LivenessCompare: checks a video for liveness and compares it with a photo, inline or by URL (old). Made by tools/generate.py from
// tools/faceid.json.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Parameters of LivenessCompare. At most 100 calls per second. Requires a region. Not safe to repeat: if the response was lost, a second
/// call may be billed again and counts against the daily quota. ImageBase64 or ImageUrl is required; ImageBase64 takes precedence.
/// VideoBase64 or VideoUrl is required; VideoBase64 takes precedence. The form of ValidateData depends on LivenessType. Closed to new
/// customers, who use VideoLivenessCompare.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_liveness_compare {
    /// Liveness mode. See liveness_type in types/values.hpp. Required.
    text_of<Storage> liveness_type = {};
    /// Face photo; takes precedence over ImageUrl. Required if ImageUrl is absent. At most 3 MB of base64. Formats: jpg, png. Biometric
    /// data.
    optional_binary<Storage> image_base64 = {};
    /// URL of the face photo. Required if ImageBase64 is absent. Formats: jpg, png; at most 3 MB of base64 when downloaded. Pre-signed:
    /// anyone who has the URL can use it. Secret.
    optional_text<Storage> image_url = {};
    /// Challenge. Required if LivenessType is LIP or ACTION. LIP: 4 digits; ACTION: '1,2' or '2,1'; SILENT: unset.
    optional_text<Storage> validate_data = {};
    /// Extra settings as a JSON text inside a string; key BestFrameNum (2..10).
    optional_text<Storage> optional = {};
    /// Liveness video; takes precedence over VideoUrl. Required if VideoUrl is absent. At most 8 MB of base64. Formats: mp4, avi, flv.
    /// Biometric data.
    optional_binary<Storage> video_base64 = {};
    /// URL of the liveness video. Required if VideoBase64 is absent. Formats: mp4, avi, flv; at most 8 MB of base64 when downloaded, within
    /// 4 seconds. Pre-signed: anyone who has the URL can use it. Secret.
    optional_text<Storage> video_url = {};
};

/// Output of LivenessCompare. A field that is absent or null is unset, as is a number that is sent as "". A list that is sent as [] is set
/// and empty. `faceid::outcome(output)` reads the outcome from `result`.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_liveness_compare_output {
    /// Best frame, jpg. Biometric data.
    optional_binary<Storage> best_frame_base64 = {};
    /// Match score. 0 to 100; the vendor suggests a threshold of 70.
    optional_of<Storage, double> sim = {};
    /// Outcome code: 'Success' or a FailedOperation code, in an output rather than in an error. See pure_api_result in types/values.hpp.
    optional_text<Storage> result = {};
    /// Text for the outcome.
    optional_text<Storage> description = {};
    /// Several best frames, only if BestFrameNum was set. Biometric data.
    optional_list<Storage, binary_of<Storage>> best_frame_list = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using liveness_compare = basic_liveness_compare<owning>;
using liveness_compare_output = basic_liveness_compare_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_liveness_compare_output<Storage>> =
    outcome_source<&basic_liveness_compare_output<Storage>::result>{
        .passed = pure_api_result::passed_codes,
        .meanings = pure_api_result::all,
        .others = describe,
    };

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_liveness_compare<Storage>> = [] {
    using self = faceid::basic_liveness_compare<Storage>;
    return field_table{
        field_at_offset<decltype(self::liveness_type)>("LivenessType", offsetof(self, liveness_type))
            .required()
            .marked(sensitivity::open)
            .limited(one_of<faceid::liveness_type::all>),
        field_at_offset<decltype(self::image_base64)>("ImageBase64", offsetof(self, image_base64))
            .marked(sensitivity::biometric)
            .limited(text_size<0, 3145728>),
        field_at_offset<decltype(self::image_url)>("ImageUrl", offsetof(self, image_url)).marked(sensitivity::secret),
        field_at_offset<decltype(self::validate_data)>("ValidateData", offsetof(self, validate_data)).marked(sensitivity::open),
        field_at_offset<decltype(self::optional)>("Optional", offsetof(self, optional)).marked(sensitivity::open),
        field_at_offset<decltype(self::video_base64)>("VideoBase64", offsetof(self, video_base64))
            .marked(sensitivity::biometric)
            .limited(text_size<0, 8388608>),
        field_at_offset<decltype(self::video_url)>("VideoUrl", offsetof(self, video_url)).marked(sensitivity::secret),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_liveness_compare_output<Storage>> = [] {
    using self = faceid::basic_liveness_compare_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::best_frame_base64)>("BestFrameBase64", offsetof(self, best_frame_base64))
            .marked(sensitivity::biometric),
        field_at_offset<decltype(self::sim)>("Sim", offsetof(self, sim)).marked(sensitivity::open),
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::best_frame_list)>("BestFrameList", offsetof(self, best_frame_list)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/faceid/mobile_network_time_verification.hpp ----------------------------------------------------------------

// MobileNetworkTimeVerification: looks up how long a mobile number has been in service. Made by tools/generate.py from tools/faceid.json.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Values of mobile_network_time_verification_output::result. The service may add more.
namespace mobile_network_time_result {
inline constexpr literal success{"0"};                       ///< success
inline constexpr literal number_does_not_exist{"-2"};        ///< number does not exist
inline constexpr literal duration_unknown{"-3"};             ///< number exists, duration unknown
inline constexpr literal number_malformed{"-1"};             ///< number malformed
inline constexpr literal verification_centre_busy{"-4"};     ///< verification centre busy
inline constexpr literal daily_attempts_used_up{"-5"};       ///< daily attempts used up
inline constexpr literal number_range_not_supported{"-13"};  ///< number range not supported (domestic doc only)
/// What each code means.
inline constexpr result_code all[] = {
    {"0", "success", billing::billed},
    {"-2", "number does not exist", billing::billed},
    {"-3", "number exists, duration unknown", billing::billed},
    {"-1", "number malformed", billing::free, error_category::request},
    {"-4", "verification centre busy", billing::free, error_category::service},
    {"-5", "daily attempts used up", billing::free, error_category::quota},
    {"-13", "number range not supported (domestic doc only)", billing::free, error_category::request},
};
/// The codes that mean passed.
inline constexpr std::string_view passed_codes[] = {"0"};
}  // namespace mobile_network_time_result

/// Parameters of MobileNetworkTimeVerification. At most 20 calls per second. Requires no region. Not safe to repeat: if the response was
/// lost, a second call may be billed again and counts against the daily quota. Uses data sources of mainland China.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_mobile_network_time_verification {
    /// Mobile number. Required. Personal data.
    text_of<Storage> mobile = {};
    /// The encrypted fields of the request, the algorithm and the wrapped key. May cover Mobile.
    nested_of<Storage, basic_encryption<Storage>> encryption = {};
};

/// Output of MobileNetworkTimeVerification. A field that is absent or null is unset, as is a number that is sent as "".
/// `faceid::outcome(output)` reads the outcome from `result`. Passed means that the lookup has a result, which is in the other fields.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_mobile_network_time_verification_output {
    /// Outcome code: a number as a string. See mobile_network_time_result above.
    optional_text<Storage> result = {};
    /// Text for the outcome.
    optional_text<Storage> description = {};
    /// Months in service as text '[a,b)'; a b of '+' means no upper bound; empty if unknown. Personal data.
    optional_text<Storage> range = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using mobile_network_time_verification = basic_mobile_network_time_verification<owning>;
using mobile_network_time_verification_output = basic_mobile_network_time_verification_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_mobile_network_time_verification_output<Storage>> =
    outcome_source<&basic_mobile_network_time_verification_output<Storage>::result>{
        .passed = mobile_network_time_result::passed_codes,
        .meanings = mobile_network_time_result::all,
    };

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_mobile_network_time_verification<Storage>> = [] {
    using self = faceid::basic_mobile_network_time_verification<Storage>;
    return field_table{
        field_at_offset<decltype(self::mobile)>("Mobile", offsetof(self, mobile)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::encryption)>("Encryption", offsetof(self, encryption)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_mobile_network_time_verification_output<Storage>> = [] {
    using self = faceid::basic_mobile_network_time_verification_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::range)>("Range", offsetof(self, range)).marked(sensitivity::personal),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/faceid/mobile_status.hpp -----------------------------------------------------------------------------------

// MobileStatus: looks up the state of a mobile number. Made by tools/generate.py from tools/faceid.json.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Values of mobile_status_output::result. The service may add more.
namespace mobile_status_result {
inline constexpr literal success{"0"};                       ///< success
inline constexpr literal no_result{"-1"};                    ///< no result
inline constexpr literal number_malformed{"-2"};             ///< number malformed
inline constexpr literal verification_centre_busy{"-3"};     ///< verification centre busy
inline constexpr literal daily_attempts_used_up{"-4"};       ///< daily attempts used up
inline constexpr literal number_range_not_supported{"-13"};  ///< number range not supported (domestic doc only)
/// What each code means.
inline constexpr result_code all[] = {
    {"0", "success", billing::billed},
    {"-1", "no result", billing::free},
    {"-2", "number malformed", billing::free, error_category::request},
    {"-3", "verification centre busy", billing::free, error_category::service},
    {"-4", "daily attempts used up", billing::free, error_category::quota},
    {"-13", "number range not supported (domestic doc only)", billing::free, error_category::request},
};
/// The codes that mean passed.
inline constexpr std::string_view passed_codes[] = {"0"};
}  // namespace mobile_status_result

/// Values of mobile_status_output::status_code. The service may add more.
namespace mobile_status_code {
inline constexpr std::int64_t normal = 0;      ///< normal
inline constexpr std::int64_t suspended = 1;   ///< suspended
inline constexpr std::int64_t closed = 2;      ///< closed
inline constexpr std::int64_t not_in_use = 4;  ///< not in use
inline constexpr std::int64_t unknown = 99;    ///< unknown
}  // namespace mobile_status_code

/// Parameters of MobileStatus. At most 20 calls per second. Requires no region. Not safe to repeat: if the response was lost, a second call
/// may be billed again and counts against the daily quota. Uses data sources of mainland China.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_mobile_status {
    /// Mobile number. Required. Personal data.
    text_of<Storage> mobile = {};
    /// The encrypted fields of the request, the algorithm and the wrapped key. May cover Mobile.
    nested_of<Storage, basic_encryption<Storage>> encryption = {};
};

/// Output of MobileStatus. A field that is absent or null is unset, as is a number that is sent as "". `faceid::outcome(output)` reads the
/// outcome from `result`. Passed means that the lookup has a result, which is in the other fields.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_mobile_status_output {
    /// Outcome code: a number as a string. See mobile_status_result above.
    optional_text<Storage> result = {};
    /// Text for the outcome.
    optional_text<Storage> description = {};
    /// Line status. See mobile_status_code above. Personal data.
    optional_of<Storage, std::int64_t> status_code = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using mobile_status = basic_mobile_status<owning>;
using mobile_status_output = basic_mobile_status_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_mobile_status_output<Storage>> = outcome_source<&basic_mobile_status_output<Storage>::result>{
    .passed = mobile_status_result::passed_codes,
    .meanings = mobile_status_result::all,
};

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_mobile_status<Storage>> = [] {
    using self = faceid::basic_mobile_status<Storage>;
    return field_table{
        field_at_offset<decltype(self::mobile)>("Mobile", offsetof(self, mobile)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::encryption)>("Encryption", offsetof(self, encryption)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_mobile_status_output<Storage>> = [] {
    using self = faceid::basic_mobile_status_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::status_code)>("StatusCode", offsetof(self, status_code)).marked(sensitivity::personal),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/faceid/phone_verification.hpp ------------------------------------------------------------------------------

// PhoneVerification: matches the name, ID number and mobile number. Made by tools/generate.py from tools/faceid.json.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Values of phone_verification::encrypt_list.
namespace phone_encrypted_field {
inline constexpr literal id_card{"IdCard"};  ///< ID number is encrypted
inline constexpr literal name{"Name"};       ///< name is encrypted
inline constexpr literal phone{"Phone"};     ///< mobile number is encrypted
inline constexpr literal all[] = {id_card, name, phone};
}  // namespace phone_encrypted_field

/// Values of phone_verification_output::result. The service may add more.
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
/// What each code means.
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
/// The codes that mean passed.
inline constexpr std::string_view passed_codes[] = {"0"};
}  // namespace phone_result

/// Values of phone_verification_output::isp. The service may add more.
namespace isp {
inline constexpr literal unknown{""};               ///< unknown
inline constexpr literal china_mobile{"mobile"};    ///< China Mobile
inline constexpr literal china_telecom{"telecom"};  ///< China Telecom
inline constexpr literal china_unicom{"cucc"};      ///< China Unicom
}  // namespace isp

/// Parameters of PhoneVerification. At most 20 calls per second. Requires no region. Not safe to repeat: if the response was lost, a second
/// call may be billed again and counts against the daily quota. CiphertextBlob, EncryptList and Iv are required together. Uses data sources
/// of mainland China.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_phone_verification {
    /// ID number. Required. Personal data.
    text_of<Storage> id_card = {};
    /// Name. Required. Personal data.
    text_of<Storage> name = {};
    /// Mobile number. Required. Personal data.
    text_of<Storage> phone = {};
    /// Wrapped symmetric key. AES-256-CBC only; this action has no Encryption struct. Secret.
    optional_binary<Storage> ciphertext_blob = {};
    /// Names of encrypted fields. See phone_encrypted_field above.
    optional_list<Storage, text_of<Storage>> encrypt_list = {};
    /// CBC initial vector. Secret.
    optional_text<Storage> iv = {};
};

/// Output of PhoneVerification. A field that is absent or null is unset, as is a number that is sent as "". `faceid::outcome(output)` reads
/// the outcome from `result`.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_phone_verification_output {
    /// Outcome code: a number as a string. See phone_result above.
    optional_text<Storage> result = {};
    /// Text for the outcome.
    optional_text<Storage> description = {};
    /// Carrier. See isp above. Other spellings occur, such as "Telecom". Personal data.
    optional_text<Storage> isp = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using phone_verification = basic_phone_verification<owning>;
using phone_verification_output = basic_phone_verification_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_phone_verification_output<Storage>> =
    outcome_source<&basic_phone_verification_output<Storage>::result>{
        .passed = phone_result::passed_codes,
        .meanings = phone_result::all,
    };

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_phone_verification<Storage>> = [] {
    using self = faceid::basic_phone_verification<Storage>;
    return field_table{
        field_at_offset<decltype(self::id_card)>("IdCard", offsetof(self, id_card)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::name)>("Name", offsetof(self, name)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::phone)>("Phone", offsetof(self, phone)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::ciphertext_blob)>("CiphertextBlob", offsetof(self, ciphertext_blob)).marked(sensitivity::secret),
        field_at_offset<decltype(self::encrypt_list)>("EncryptList", offsetof(self, encrypt_list))
            .marked(sensitivity::open)
            .limited(one_of<faceid::phone_encrypted_field::all>),
        field_at_offset<decltype(self::iv)>("Iv", offsetof(self, iv)).marked(sensitivity::secret),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_phone_verification_output<Storage>> = [] {
    using self = faceid::basic_phone_verification_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::isp)>("Isp", offsetof(self, isp)).marked(sensitivity::personal),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/faceid/types/ocr_display_fields.hpp ------------------------------------------------------------------------

// The names that ApplySdkVerificationToken.CardOcrDisplayFields may contain: an array for each value of sdk_id_card_type. Made by
// tools/generate.py from tools/faceid.json.
// Source: https://www.tencentcloud.com/document/product/1061

namespace tc3::inline TC3_NAMESPACE::faceid::ocr_display_fields {

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

}  // namespace tc3::inline TC3_NAMESPACE::faceid::ocr_display_fields

// ---- tc3/faceid/video_liveness_compare.hpp --------------------------------------------------------------------------

// VideoLivenessCompare: checks a video for liveness and compares it with a photo, both given as COS URLs. Made by tools/generate.py from
// tools/faceid.json.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Parameters of VideoLivenessCompare. At most 20 calls per second. Requires a region. Not safe to repeat: if the response was lost, a
/// second call may be billed again and counts against the daily quota.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_video_liveness_compare {
    /// COS URL of the face photo, in the region of the request. Required. Formats: jpg, png; at most 3 MB of base64 when downloaded.
    /// Pre-signed: anyone who has the URL can use it. Secret.
    text_of<Storage> image_url = {};
    /// MD5 of the photo. Required. 32 bytes. 32 hex digits.
    text_of<Storage> image_md5 = {};
    /// COS URL of the video, in the region of the request. Required. Formats: mp4, avi, flv; at most 8 MB of base64 when downloaded, within
    /// 4 seconds. Pre-signed: anyone who has the URL can use it. Secret.
    text_of<Storage> video_url = {};
    /// MD5 of the video. Required. 32 bytes. 32 hex digits.
    text_of<Storage> video_md5 = {};
    /// Liveness mode. See liveness_type in types/values.hpp. Required.
    text_of<Storage> liveness_type = {};
    /// Challenge. Required if LivenessType is LIP or ACTION. LIP: 4 digits; ACTION: '1,2' or '2,1'; SILENT: unset.
    optional_text<Storage> validate_data = {};
};

/// Output of VideoLivenessCompare. A field that is absent or null is unset, as is a number that is sent as "". `faceid::outcome(output)`
/// reads the outcome from `result`.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_video_liveness_compare_output {
    /// Match score. 0 to 100; the vendor suggests a threshold of 70.
    optional_of<Storage, double> sim = {};
    /// Outcome code: 'Success' or a FailedOperation code, in an output rather than in an error. See pure_api_result in types/values.hpp.
    optional_text<Storage> result = {};
    /// Text for the outcome.
    optional_text<Storage> description = {};
    /// Best frame as a file reference. Biometric data.
    nested_of<Storage, basic_file_info<Storage>> best_frame = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using video_liveness_compare = basic_video_liveness_compare<owning>;
using video_liveness_compare_output = basic_video_liveness_compare_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_video_liveness_compare_output<Storage>> =
    outcome_source<&basic_video_liveness_compare_output<Storage>::result>{
        .passed = pure_api_result::passed_codes,
        .meanings = pure_api_result::all,
        .others = describe,
    };

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

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

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_video_liveness_compare<Storage>> = [] {
    using self = faceid::basic_video_liveness_compare<Storage>;
    return field_table{
        field_at_offset<decltype(self::image_url)>("ImageUrl", offsetof(self, image_url)).required().marked(sensitivity::secret),
        field_at_offset<decltype(self::image_md5)>("ImageMd5", offsetof(self, image_md5))
            .required()
            .marked(sensitivity::open)
            .limited(text_size<32, 32>),
        field_at_offset<decltype(self::video_url)>("VideoUrl", offsetof(self, video_url)).required().marked(sensitivity::secret),
        field_at_offset<decltype(self::video_md5)>("VideoMd5", offsetof(self, video_md5))
            .required()
            .marked(sensitivity::open)
            .limited(text_size<32, 32>),
        field_at_offset<decltype(self::liveness_type)>("LivenessType", offsetof(self, liveness_type))
            .required()
            .marked(sensitivity::open)
            .limited(one_of<faceid::liveness_type::all>),
        field_at_offset<decltype(self::validate_data)>("ValidateData", offsetof(self, validate_data)).marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_video_liveness_compare_output<Storage>> = [] {
    using self = faceid::basic_video_liveness_compare_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::sim)>("Sim", offsetof(self, sim)).marked(sensitivity::open),
        field_at_offset<decltype(self::result)>("Result", offsetof(self, result)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::description)>("Description", offsetof(self, description)).marked(sensitivity::open),
        field_at_offset<decltype(self::best_frame)>("BestFrame", offsetof(self, best_frame)).marked(sensitivity::biometric),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE

// ---- tc3/faceid/faceid.hpp ------------------------------------------------------------------------------------------

// All actions of eKYC as of August 2026: a list of includes. Actions that were taken offline are in retired/. Made by tools/generate.py.

// ---- tc3/tc3.hpp ----------------------------------------------------------------------------------------------------

// All of tc3 except its adapters and the emulator: a list of includes, from the lowest floor up.

// clang-format off

// clang-format on

#endif  // TC3_REFUSED

#endif  // TC3_SINGLE_HEADER_TC3_0_1_0
