// SPDX-License-Identifier: MIT
// A value or the reason why there is none, spelled as std::expected is, for compilers and flags that lack it.
#pragma once

#include <tc3/config.hpp>

#include <new>
#include <type_traits>
#include <utility>

namespace tc3::inline v0_1 {

/// Wraps an error on its way into a result: `return unexpected(error{...});`
template <class E>
class unexpected {
public:
    constexpr explicit unexpected(E error) noexcept : error_(std::move(error)) {}
    [[nodiscard]] constexpr const E& error() const& noexcept TC3_LIFETIMEBOUND { return error_; }
    [[nodiscard]] constexpr E&& error() && noexcept TC3_LIFETIMEBOUND { return std::move(error_); }

private:
    E error_;
};

/// Says that an error follows: `result<T, error>(unexpect, fault)`.
struct unexpect_t {};
inline constexpr unexpect_t unexpect{};

/// Says that a function follows which makes the value.
struct made_in_place_t {};
inline constexpr made_in_place_t made_in_place{};

/// Says that a function follows which makes the error.
struct error_made_in_place_t {};
inline constexpr error_made_in_place_t error_made_in_place{};

template <class T, class E>
class result;

namespace core_detail {

/// A result or an error in its wrapping: never the value of another result, though it may convert to one, as all do to bool.
template <class T>
inline constexpr bool is_result = false;
template <class T, class E>
inline constexpr bool is_result<result<T, E>> = true;
template <class E>
inline constexpr bool is_result<unexpected<E>> = true;

}  // namespace core_detail

/// A T, or an E that says why not. Asking for the one that is not there is a broken precondition (TC3_ASSERT).
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
    /// The value that `make()` returns, made where it stays.
    template <class Make>
    constexpr result(made_in_place_t tag, Make&& make) : has_value_(true), held_(tag, make) {}
    constexpr result(unexpect_t, const E& error) : has_value_(false), held_(error_tag{}, error) {}
    /// The error that `make()` returns, likewise.
    template <class Make>
    constexpr result(error_made_in_place_t tag, Make&& make) : has_value_(false), held_(tag, make) {}

    constexpr result(const result& other) : has_value_(other.has_value_), held_(taken_from(other)) {}
    constexpr result(result&& other) noexcept : has_value_(other.has_value_), held_(taken_from(std::move(other))) {}
    result& operator=(result other) noexcept {  // not constexpr: that would take std::construct_at, and with it all of <memory>
        this->~result();
        return *::new (static_cast<void*>(this)) result(std::move(other));
    }
    constexpr ~result() { destroy(); }

    /// Puts a fresh error in the place of whatever is held, to be filled in where it stays.
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
    const T* operator->() const&& = delete;  // `make_request(...)->view()` would point into what is gone

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
        constexpr storage(value_tag, U&& from) : value(std::forward<U>(from)) {}
        template <class Make>
        constexpr storage(made_in_place_t, Make& make) : value(make()) {}
        template <class Make>
        constexpr storage(error_made_in_place_t, Make& make) : error(make()) {}
        template <class U>
        constexpr storage(error_tag, U&& from) : error(std::forward<U>(from)) {}
        constexpr ~storage() {}  // NOLINT: the result destroys what is held

        T value;
        E error;
    };

    // Returned without a copy, and so usable in constant expressions where a union can't be switched.
    template <class Result>
    [[nodiscard]] static constexpr storage taken_from(Result&& other) {
        if (other.has_value_) return storage(value_tag{}, std::forward<Result>(other).held_.value);
        return storage(error_tag{}, std::forward<Result>(other).held_.error);
    }

    bool has_value_;
    storage held_;
};

/// Success without a value, or the reason for a failure.
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

}  // namespace tc3::inline v0_1
