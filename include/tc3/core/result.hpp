// SPDX-License-Identifier: MIT
// A value or the reason why there is none, spelled as std::expected is, for compilers and flags that lack it.
#pragma once

#include <tc3/config.hpp>

#include <optional>
#include <type_traits>
#include <utility>

namespace tc3::inline v0_1 {

/// Wraps an error on its way into a result: `return unexpected(error{...});`
template <class E>
class unexpected {
public:
    constexpr explicit unexpected(E fault) noexcept : error_(std::move(fault)) {}
    [[nodiscard]] constexpr const E& error() const& noexcept TC3_LIFETIMEBOUND { return error_; }
    [[nodiscard]] constexpr E&& error() && noexcept TC3_LIFETIMEBOUND { return std::move(error_); }

private:
    E error_;
};

/// A T, or an E that says why not. E is default-constructible: there is one beside every value, which costs bytes and saves a hand-made
/// union. Asking for the one that is not there is a broken precondition (TC3_ASSERT).
template <class T, class E>
class [[nodiscard]] result {
public:
    using value_type = T;
    using error_type = E;

    template <class U = T>
        requires std::is_constructible_v<T, U&&> &&
                 (!std::is_same_v<std::remove_cvref_t<U>, result> && !std::is_same_v<std::remove_cvref_t<U>, unexpected<E>>)
    constexpr result(U&& value) : value_(std::in_place, std::forward<U>(value)) {}                    // NOLINT: implicit, as std::expected
    constexpr result(unexpected<E> fault) noexcept : error_(std::move(fault).error()) {}  // NOLINT: implicit

    [[nodiscard]] constexpr bool has_value() const noexcept { return value_.has_value(); }
    [[nodiscard]] constexpr explicit operator bool() const noexcept { return value_.has_value(); }

    [[nodiscard]] constexpr T& operator*() & noexcept TC3_LIFETIMEBOUND {
        TC3_ASSERT(has_value());
        return *value_;
    }
    [[nodiscard]] constexpr const T& operator*() const& noexcept TC3_LIFETIMEBOUND {
        TC3_ASSERT(has_value());
        return *value_;
    }
    [[nodiscard]] constexpr T&& operator*() && noexcept TC3_LIFETIMEBOUND {
        TC3_ASSERT(has_value());
        return std::move(*value_);
    }
    [[nodiscard]] constexpr T* operator->() noexcept TC3_LIFETIMEBOUND { return &**this; }
    [[nodiscard]] constexpr const T* operator->() const noexcept TC3_LIFETIMEBOUND { return &**this; }

    [[nodiscard]] constexpr const E& error() const& noexcept TC3_LIFETIMEBOUND {
        TC3_ASSERT(!has_value());
        return error_;
    }
    [[nodiscard]] constexpr E& error() & noexcept TC3_LIFETIMEBOUND {
        TC3_ASSERT(!has_value());
        return error_;
    }
    [[nodiscard]] constexpr E&& error() && noexcept TC3_LIFETIMEBOUND {
        TC3_ASSERT(!has_value());
        return std::move(error_);
    }

    template <class U>
    [[nodiscard]] constexpr T value_or(U&& fallback) const& {
        return value_.value_or(std::forward<U>(fallback));
    }
    template <class U>
    [[nodiscard]] constexpr T value_or(U&& fallback) && {
        return std::move(value_).value_or(std::forward<U>(fallback));
    }

private:
    std::optional<T> value_;
    E error_{};
};

/// Success without a value, or the reason for a failure.
template <class E>
class [[nodiscard]] result<void, E> {
public:
    using value_type = void;
    using error_type = E;

    constexpr result() noexcept = default;
    constexpr result(unexpected<E> fault) noexcept : error_(std::move(fault).error()), has_value_(false) {}  // NOLINT: implicit

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
