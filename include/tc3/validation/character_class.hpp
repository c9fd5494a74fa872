// SPDX-License-Identifier: MIT
// Classes of characters for text rules, each made of a predicate.
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/core/processor.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace tc3::inline TC3_NAMESPACE {

namespace validation_detail {

/// A predicate as a table: bytes, since a bit would take three instructions more for each character.
class character_set {
public:
    constexpr explicit character_set(bool (*predicate)(char)) noexcept {
        for (unsigned c = 0; c < 256; ++c) values_[c] = predicate(static_cast<char>(c)) ? 1 : 0;
        unsigned first = 0;  // of the run that ends before c
        for (unsigned c = 0; c <= 128; ++c) {
            if (c < 128 && values_[c] != 0) continue;
            if (c - first > run_size_) {
                run_first_ = first;
                run_size_ = c - first;
            }
            first = c + 1;
        }
    }
    /// Returns 1 for a character of the set, else 0.
    [[nodiscard]] constexpr unsigned value_of(char c) const noexcept { return values_[static_cast<unsigned char>(c)]; }

    /// Returns whether all characters of a text of eight or more are in the longest run of ASCII characters that the set has, such as those
    /// from the blank to '~': most texts are, and eight characters at a time are compared with its ends.
    [[nodiscard]] bool is_in_run(const std::string_view& text) const noexcept {
        const auto outside = [this, &text](std::size_t position) {
            constexpr std::uint64_t ones = 0x0101010101010101;
            std::uint64_t eight = 0;
            std::memcpy(&eight, text.data() + position, sizeof eight);
            // In each sum the highest bit of a byte tells whether the character is at or after the first, or after the last of the run. A
            // character beyond ASCII, which disturbs the byte after it, has that bit itself.
            return eight | ~(eight + (128 - run_first_) * ones) | (eight + (128 - run_first_ - run_size_) * ones);
        };
        std::uint64_t any = outside(text.size() - 8);  // may overlap the eight before
        for (std::size_t i = 0; i + 8 < text.size(); i += 8) any |= outside(i);
        return (any & 0x8080808080808080) == 0;
    }

private:
    std::array<std::uint8_t, 256> values_{};
    unsigned run_first_ = 0;
    unsigned run_size_ = 0;
};

template <bool (*Predicate)(char)>
inline constexpr character_set set_of{Predicate};

/// A set, or none for the class of all characters. The flag is for g++ with -fsanitize=undefined, for which it is not constant whether the
/// address of a set is null.
struct set_or_none {
    const character_set* set = nullptr;
    bool has_set = false;
};

[[nodiscard]] constexpr bool is_class_of_all(const set_or_none& allowed) noexcept { return !allowed.has_set; }
[[nodiscard]] constexpr bool is_class_of_all(bool (*allowed)(char)) noexcept { return allowed == nullptr; }

[[nodiscard]] constexpr bool is_in(const set_or_none& allowed, char c) noexcept { return allowed.set->value_of(c) != 0; }
[[nodiscard]] constexpr bool is_in(bool (*allowed)(char), char c) noexcept { return allowed(c); }

[[nodiscard]] constexpr bool is_in_run(const std::string_view& text, const set_or_none& allowed) noexcept {
    return !std::is_constant_evaluated() && allowed.has_set && text.size() >= 8 && allowed.set->is_in_run(text);
}
[[nodiscard]] constexpr bool is_in_run(const std::string_view&, bool (*)(char)) noexcept { return false; }

// Four characters at a time without a branch for each, since nearly all texts are valid.
[[nodiscard]] constexpr std::size_t find_first_outside(const std::string_view& text, const set_or_none& allowed) noexcept {
    const character_set& set = *allowed.set;
    unsigned all = 1;
    const char* next = text.data();
    std::size_t left = text.size();
    for (; left >= 4; left -= 4, next += 4) {
        all &= set.value_of(next[0]) & set.value_of(next[1]) & set.value_of(next[2]) & set.value_of(next[3]);
    }
    for (; left > 0; --left) all &= set.value_of(*next++);
    if (all == 1) return std::string_view::npos;
    return ascii::find_not(text, [&allowed](char c) { return is_in(allowed, c); });
}

[[nodiscard]] constexpr std::size_t find_first_outside(const std::string_view& text, bool (*allowed)(char)) noexcept {
    return ascii::find_not(text, allowed);
}

}  // namespace validation_detail

/// A class of characters: a table where registers are wide, elsewhere the predicate, which is smaller. The default is the class of all
/// characters.
using character_class = std::conditional_t<has_wide_registers, validation_detail::set_or_none, bool (*)(char)>;

/// The class of the characters that satisfy a predicate.
template <bool (*Predicate)(char)>
inline constexpr character_class class_of = [] {
    if constexpr (has_wide_registers) {
        return validation_detail::set_or_none{&validation_detail::set_of<Predicate>, true};
    } else {
        return Predicate;
    }
}();

/// Returns the position of the first character that is not in a class, or npos.
[[nodiscard]] constexpr std::size_t find_outside(const std::string_view& text, character_class allowed) noexcept {
    return validation_detail::is_class_of_all(allowed) ? std::string_view::npos : validation_detail::find_first_outside(text, allowed);
}

/// Returns true only if all characters of a text are ASCII and in a class, which is quick to see of most texts. Always returns false where
/// registers are not wide.
[[nodiscard]] constexpr bool is_plain_text(const std::string_view& text, character_class allowed) noexcept {
    return validation_detail::is_in_run(text, allowed);
}

}  // namespace tc3::inline TC3_NAMESPACE
