// SPDX-License-Identifier: MIT
// A value or the reason why there is none, spelled as std::expected is, for compilers and flags that lack it.
#pragma once

#include <memory>
#include <type_traits>
#include <utility>

#include <tc3/config.hpp>

namespace tc3::inline v0_1 {

/// Wraps an error on its way into a result: `return unexpected(error{...});`
template <class E>
class unexpected {
public:
    constexpr explicit unexpected(E fault) noexcept(std::is_nothrow_move_constructible_v<E>) : error_(std::move(fault)) {}
    [[nodiscard]] constexpr const E& error() const& noexcept TC3_LIFETIMEBOUND { return error_; }
    [[nodiscard]] constexpr E&& error() && noexcept TC3_LIFETIMEBOUND { return std::move(error_); }

private:
    E error_;
};

/// Either a T or an E. Asking for the one that is not there is a broken precondition (TC3_ASSERT).
template <class T, class E>
class [[nodiscard]] result {
public:
    using value_type = T;
    using error_type = E;

    template <class U = T>
        requires std::is_constructible_v<T, U&&> &&
                 (!std::is_same_v<std::remove_cvref_t<U>, result> && !std::is_same_v<std::remove_cvref_t<U>, unexpected<E>>)
    constexpr result(U&& value) : value_(std::forward<U>(value)), has_value_(true) {}  // NOLINT: implicit, as std::expected
    constexpr result(unexpected<E> fault) : error_(std::move(fault).error()), has_value_(false) {}  // NOLINT: implicit

    constexpr result(const result& other) : has_value_(other.has_value_) { construct_from(other); }
    constexpr result(result&& other) noexcept(std::is_nothrow_move_constructible_v<T> && std::is_nothrow_move_constructible_v<E>)
        : has_value_(other.has_value_) {
        construct_from(std::move(other));
    }
    constexpr result& operator=(result other) noexcept(std::is_nothrow_move_constructible_v<T> &&
                                                       std::is_nothrow_move_constructible_v<E>) {
        destroy();
        has_value_ = other.has_value_;
        construct_from(std::move(other));
        return *this;
    }
    constexpr ~result() { destroy(); }

    [[nodiscard]] constexpr bool has_value() const noexcept { return has_value_; }
    [[nodiscard]] constexpr explicit operator bool() const noexcept { return has_value_; }

    [[nodiscard]] constexpr T& operator*() & noexcept TC3_LIFETIMEBOUND { return checked_value(); }
    [[nodiscard]] constexpr const T& operator*() const& noexcept TC3_LIFETIMEBOUND { return checked_value(); }
    [[nodiscard]] constexpr T&& operator*() && noexcept TC3_LIFETIMEBOUND { return std::move(checked_value()); }
    [[nodiscard]] constexpr T* operator->() noexcept TC3_LIFETIMEBOUND { return std::addressof(checked_value()); }
    [[nodiscard]] constexpr const T* operator->() const noexcept TC3_LIFETIMEBOUND { return std::addressof(checked_value()); }

    [[nodiscard]] constexpr E& error() & noexcept TC3_LIFETIMEBOUND { return checked_error(); }
    [[nodiscard]] constexpr const E& error() const& noexcept TC3_LIFETIMEBOUND { return checked_error(); }
    [[nodiscard]] constexpr E&& error() && noexcept TC3_LIFETIMEBOUND { return std::move(checked_error()); }

    template <class U>
    [[nodiscard]] constexpr T value_or(U&& fallback) const& {
        return has_value_ ? value_ : static_cast<T>(std::forward<U>(fallback));
    }
    template <class U>
    [[nodiscard]] constexpr T value_or(U&& fallback) && {
        return has_value_ ? std::move(value_) : static_cast<T>(std::forward<U>(fallback));
    }

private:
    template <class Self>
    constexpr void construct_from(Self&& other) {
        if (has_value_) {
            std::construct_at(std::addressof(value_), std::forward<Self>(other).value_);
        } else {
            std::construct_at(std::addressof(error_), std::forward<Self>(other).error_);
        }
    }
    constexpr void destroy() noexcept {
        if (has_value_) {
            std::destroy_at(std::addressof(value_));
        } else {
            std::destroy_at(std::addressof(error_));
        }
    }
    constexpr T& checked_value() noexcept {
        TC3_ASSERT(has_value_);
        return value_;
    }
    constexpr const T& checked_value() const noexcept {
        TC3_ASSERT(has_value_);
        return value_;
    }
    constexpr E& checked_error() noexcept {
        TC3_ASSERT(!has_value_);
        return error_;
    }
    constexpr const E& checked_error() const noexcept {
        TC3_ASSERT(!has_value_);
        return error_;
    }

    union {
        T value_;
        E error_;
    };
    bool has_value_;
};

/// Success without a value, or the reason for a failure.
template <class E>
class [[nodiscard]] result<void, E> {
public:
    using value_type = void;
    using error_type = E;

    constexpr result() noexcept = default;
    constexpr result(unexpected<E> fault) : error_(std::move(fault).error()), has_value_(false) {}  // NOLINT: implicit

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
