// SPDX-License-Identifier: MIT
// Memory that holds a secret: wiped when it dies and when it moves away.
#pragma once

#include <tc3/config.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstring>
#include <string_view>
#include <type_traits>
#include <utility>

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
