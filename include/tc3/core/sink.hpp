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
#include <utility>

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

namespace core_detail {

/// Memory that a sink has for the next characters.
class sink_memory {
public:
    constexpr void set(char* next, std::size_t size) noexcept {
        next_ = next;
        left_ = size;
    }
    /// Returns the next `size` characters, or null if they are not left.
    [[nodiscard]] constexpr char* take(std::size_t size) noexcept {
        if (size > left_) return nullptr;
        left_ -= size;
        return std::exchange(next_, next_ + size);
    }
    [[nodiscard]] constexpr std::size_t left() const noexcept { return left_; }

private:
    char* next_ = nullptr;
    std::size_t left_ = 0;
};

/// Small machines have none: the copies would be more code than the calls.
struct no_sink_memory {
    static constexpr void set(char*, std::size_t) noexcept {}
    [[nodiscard]] static constexpr char* take(std::size_t) noexcept { return nullptr; }
    [[nodiscard]] static constexpr std::size_t left() noexcept { return 0; }
};

}  // namespace core_detail

/// Any sink, to pass by reference: a function that takes it is compiled once, not once for each type of sink. Each piece is one indirect
/// call, or a copy as long as it fits into memory that the sink has for it. sink_adapter makes one of another sink.
class any_sink {
public:
    constexpr void append(const std::string_view& text) {
        if constexpr (has_wide_registers) {
            if (char* const to = claim(text.size()); to != nullptr) return copy_text_of_caller(text, to);
        }
        append_(*this, text);
    }
    /// Appends a string literal, whose size is known at compile time. For literals only: of any other array it appends all but the last
    /// character.
    template <std::size_t Length>
    constexpr void append(const char (&literal)[Length]) {
        TC3_ASSERT(literal[Length - 1] == '\0');
        append(std::string_view(literal, Length - 1));
    }
    /// Appends `size` characters that the program then writes to the returned memory, before it calls the sink again. Returns null and
    /// appends nothing if the sink has no memory for so many, or none at all: append() takes them then.
    [[nodiscard]] constexpr char* claim(std::size_t size) noexcept { return memory_.take(size); }
    any_sink(const any_sink&) = delete;
    any_sink& operator=(const any_sink&) = delete;

protected:
    using append_function = void (*)(any_sink& self, const std::string_view& text);
    constexpr explicit any_sink(append_function function) noexcept : append_(function) {}
    constexpr ~any_sink() = default;

    /// Memory for the next characters, of which a sink sets some if it likes pieces to be gathered.
    [[no_unique_address]] std::conditional_t<has_wide_registers, core_detail::sink_memory, core_detail::no_sink_memory> memory_;

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

/// An any_sink that gathers text for a sink of type S, so that many short pieces become few. The sink has all of it after flush(). Not for
/// secrets: the memory is not wiped.
///
/// Lifetime: refers to `target`.
template <sink S>
class gathering_sink final : public any_sink {
public:
    constexpr explicit gathering_sink(S& target TC3_LIFETIMEBOUND) noexcept : any_sink(append_to), target_(target) { empty(); }

    constexpr void flush() {
        if (std::is_constant_evaluated()) return;
        const std::size_t size = sizeof text_ - memory_.left();
        empty();
        if (size != 0) target_.append(std::string_view(text_, size));
    }

private:
    static constexpr void append_to(any_sink& self, const std::string_view& text) {
        auto& gathering = static_cast<gathering_sink&>(self);
        gathering.flush();
        gathering.target_.append(text);
    }
    constexpr void empty() noexcept {
        if (!std::is_constant_evaluated()) memory_.set(text_, sizeof text_);  // at compile time each piece is passed on
    }

    S& target_;
    char text_[320];  // a usual Authorization header
};

/// What a template over a sink S that writes many short pieces passes as any_sink: an object that gathers them, but for small machines and
/// for a sink that is an any_sink. Pass it to flush_gathered() after the last piece.
template <sink S>
using gathering_sink_of = std::conditional_t<has_wide_registers && !std::is_base_of_v<any_sink, S>, gathering_sink<S>, any_sink_of<S>>;

constexpr void flush_gathered(any_sink&) noexcept {}
template <sink S>
constexpr void flush_gathered(gathering_sink<S>& sink) {
    sink.flush();
}

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
