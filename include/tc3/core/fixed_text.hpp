// SPDX-License-Identifier: MIT
// A text of limited length inside an object, without a heap.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/processor.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

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
        if (has_wide_registers && !std::is_constant_evaluated()) return copy(text);
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
    // Not by copy_text(): g++ 12 warns of its larger steps, which a short capacity never takes.
    void copy(const std::string_view& text) noexcept {
        const std::size_t room = Capacity - size_;
        const std::size_t count = text.size() < room ? text.size() : room;
        if (count > 0) std::memcpy(text_.data() + size_, text.data(), count);
        size_ = static_cast<size_type>(size_ + count);
        truncated_ = truncated_ || count < text.size();
    }

    std::array<char, Capacity> text_;
    size_type size_ = 0;
    bool truncated_ = false;
};

}  // namespace tc3::inline TC3_NAMESPACE
