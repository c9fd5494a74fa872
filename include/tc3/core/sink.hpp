// SPDX-License-Identifier: MIT
// Sinks: destinations for text. Each text of tc3 is written by one function, a template over its sink: a string, a buffer, a counter,
// a hash, a socket.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/copy_text.hpp>
#include <tc3/core/processor.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

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
        if constexpr (has_wide_registers) {
            const std::size_t room = memory_.size() - view().size();
            copy_text({text.data(), text.size() < room ? text.size() : room}, memory_.data() + view().size());
            needed_ += text.size();
        } else {
            for (const char c : text) {
                if (needed_ < memory_.size()) memory_[needed_] = c;
                ++needed_;
            }
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

/// Divides a number by ten and returns the remainder. Where registers are not wide, a division of 64 bits is a library call of most of a
/// kilobyte: there the division is by hand, with digits of 16 bits.
constexpr unsigned take_last_digit(std::uint64_t& number) noexcept {
    if constexpr (has_wide_registers) {
        const auto digit = static_cast<unsigned>(number % 10);
        number /= 10;
        return digit;
    }
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
