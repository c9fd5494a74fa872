// SPDX-License-Identifier: MIT
// Memory for secrets, overwritten with zeros before it is released.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/processor.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstring>
#include <string_view>
#include <type_traits>
#include <utility>

namespace tc3::inline TC3_NAMESPACE {

namespace core_detail {

/// Makes the compiler believe that the memory is read, so that it keeps what was written there before.
inline void pretend_to_read(const void* memory) noexcept {
#if defined(__GNUC__)
    __asm__ __volatile__("" : : "r"(memory) : "memory");
#else
    static_cast<void>(memory);
#endif
}

#if defined(__GNUC__)
inline constexpr bool has_pretend_to_read = true;
#else
inline constexpr bool has_pretend_to_read = false;
#endif

template <class Number>
TC3_NOINLINE void wipe_numbers(Number* numbers, std::size_t count) noexcept {
    if constexpr (has_wide_registers && has_pretend_to_read) {
        std::memset(numbers, 0, count * sizeof(Number));
        pretend_to_read(numbers);
    } else {
        // Volatile writes are never removed. On small machines this loop is also less code than a call of memset.
        volatile Number* next = numbers;
        for (std::size_t i = 0; i < count; ++i) next[i] = 0;
    }
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
    if (!std::is_constant_evaluated()) {
        if constexpr (has_wide_registers && core_detail::has_pretend_to_read && sizeof numbers <= 64) {
            std::memset(numbers.data(), 0, sizeof numbers);  // a few instructions, since the size is known
            return core_detail::pretend_to_read(numbers.data());
        } else {
            return core_detail::wipe_numbers(numbers.data(), Count);
        }
    }
    for (Number& number : numbers) number = 0;
}

/// Overwrites the stack below the caller with zeros, as far as a function that the caller called before may have used it: compilers keep
/// variables there that they have no register for, which no statement can reach. At compile time it does nothing.
template <std::size_t Depth>
TC3_NOINLINE constexpr void wipe_stack() noexcept {
    if (std::is_constant_evaluated()) return;
    unsigned char used[Depth];
    core_detail::wipe_numbers(used, Depth);
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
