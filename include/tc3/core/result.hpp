// SPDX-License-Identifier: MIT
// A value or an error, with the names of std::expected, which C++20 does not have.
#pragma once

#include <tc3/config.hpp>

#include <new>
#include <type_traits>
#include <utility>

namespace tc3::inline TC3_NAMESPACE {

/// An error that converts to a result: `return unexpected(error{...});`
template <class E>
class unexpected {
public:
    constexpr explicit unexpected(E error) noexcept : error_(std::move(error)) {}
    [[nodiscard]] constexpr const E& error() const& noexcept TC3_LIFETIMEBOUND { return error_; }
    [[nodiscard]] constexpr E&& error() && noexcept TC3_LIFETIMEBOUND { return std::move(error_); }

private:
    E error_;
};
template <class E>
unexpected(E) -> unexpected<E>;

/// The tag of the constructor from an error: `result<T, error>(unexpect, error)`.
struct unexpect_t {};
inline constexpr unexpect_t unexpect{};

/// The tag of the constructor from a function that returns the value.
struct made_in_place_t {};
inline constexpr made_in_place_t made_in_place{};

/// The tag of the constructor from a function that returns the error.
struct error_made_in_place_t {};
inline constexpr error_made_in_place_t error_made_in_place{};

template <class T, class E>
class result;

namespace core_detail {

/// Whether T is a result or an `unexpected`. Such an object never becomes the value of a result: otherwise every result could become the
/// value of a `result<bool, E>`, by its conversion to bool.
template <class T>
inline constexpr bool is_result = false;
template <class T, class E>
inline constexpr bool is_result<result<T, E>> = true;
template <class E>
inline constexpr bool is_result<unexpected<E>> = true;

}  // namespace core_detail

/// A value of type T or an error of type E.
///
/// Access to a value or an error that is not there is undefined behaviour, checked by TC3_ASSERT. A move constructor of T or E that throws
/// ends the program.
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
    /// Holds the value that `make()` returns, constructed in place: T need not be movable.
    template <class Make>
    constexpr result(made_in_place_t tag, Make&& make) : has_value_(true), held_(tag, make) {}
    constexpr result(unexpect_t, const E& error) : has_value_(false), held_(error_tag{}, error) {}
    /// Holds the error that `make()` returns, constructed in place.
    template <class Make>
    constexpr result(error_made_in_place_t tag, Make&& make) : has_value_(false), held_(tag, make) {}

    constexpr result(const result& other) : has_value_(other.has_value_), held_(storage_from(other)) {}
    constexpr result(result&& other) noexcept : has_value_(other.has_value_), held_(storage_from(std::move(other))) {}
    // Serves all four combinations of value and error. `other` is a separate object even on self-assignment, and the move constructor is
    // noexcept, so *this never stays destroyed. constexpr would need std::construct_at, and with it <memory>.
    result& operator=(result other) noexcept {
        this->~result();
        return *::new (static_cast<void*>(this)) result(std::move(other));
    }
    constexpr ~result() { destroy(); }

    /// Replaces the value or error by a default-constructed error and returns it. The constructor of E must not throw.
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
    const T* operator->() const&& = delete;  // `make_request(...)->view()` would refer to a destroyed request

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
        constexpr storage(value_tag, U&& source) : value(std::forward<U>(source)) {}
        template <class Make>
        constexpr storage(made_in_place_t, Make& make) : value(make()) {}
        template <class Make>
        constexpr storage(error_made_in_place_t, Make& make) : error(make()) {}
        template <class U>
        constexpr storage(error_tag, U&& source) : error(std::forward<U>(source)) {}
        constexpr ~storage() {}  // NOLINT: result::destroy() destroys the member

        T value;
        E error;
    };

    // A constructor initialises held_ from this, with the right member from the start. A constructor that first made one member and then
    // changed to the other could not be constexpr without std::construct_at.
    template <class Result>
    [[nodiscard]] static constexpr storage storage_from(Result&& other) {
        if (other.has_value_) return storage(value_tag{}, std::forward<Result>(other).held_.value);
        return storage(error_tag{}, std::forward<Result>(other).held_.error);
    }

    bool has_value_;
    storage held_;
};

/// Success without a value, or an error of type E.
template <class E>
class [[nodiscard]] result<void, E> {
public:
    using value_type = void;
    using error_type = E;

    constexpr result() noexcept = default;
    constexpr result(unexpect_t, const E& error) noexcept : error_(error), has_value_(false) {}
    constexpr result(unexpected<E> error) noexcept : error_(std::move(error).error()), has_value_(false) {}  // NOLINT: implicit

    /// Holds `error` if `failed`; else success.
    constexpr result(unexpect_t, const E& error, bool failed) noexcept : error_(error), has_value_(!failed) {}

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

}  // namespace tc3::inline TC3_NAMESPACE
