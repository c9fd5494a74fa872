// SPDX-License-Identifier: MIT
// Where text goes. Each text of tc3 is written once, as a template over a sink: into a hash, a counter, a buffer, a string, a socket.
#pragma once

#include <tc3/config.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

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
