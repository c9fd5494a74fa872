// SPDX-License-Identifier: MIT
// An optional struct in memory of its own, on the heap.
#pragma once

#include <tc3/config.hpp>

namespace tc3::inline TC3_NAMESPACE {

/// An optional value on the heap: one pointer large, so that a struct with 20 nested structs stays small. Owns its value; a copy is deep.
/// T may be incomplete where a box is declared.
template <class T>
class box {  // written without std::move and the like, since each struct of a program instantiates a box
public:
    using value_type = T;

    box() noexcept = default;
    box(T value) : value_(new T(static_cast<T&&>(value))) {}  // NOLINT: implicit, so that a struct can be assigned to a member
    box(const box& other) : value_(other.value_ != nullptr ? new T(*other.value_) : nullptr) {}
    box(box&& other) noexcept : value_(other.value_) { other.value_ = nullptr; }
    box& operator=(box other) noexcept {
        T* const own = value_;
        value_ = other.value_;
        other.value_ = own;
        return *this;
    }
    ~box() { destroy(value_); }

    /// Replaces the value by a default-constructed one and returns it.
    T& emplace() {
        reset();
        value_ = new T();
        return *value_;
    }
    void reset() noexcept {
        destroy(value_);
        value_ = nullptr;
    }

    [[nodiscard]] bool has_value() const noexcept { return value_ != nullptr; }
    [[nodiscard]] explicit operator bool() const noexcept { return has_value(); }
    [[nodiscard]] T& operator*() noexcept { return *value_; }
    [[nodiscard]] const T& operator*() const noexcept { return *value_; }
    [[nodiscard]] T* operator->() noexcept { return value_; }
    [[nodiscard]] const T* operator->() const noexcept { return value_; }

private:
    // Not inlined: the destructor of a struct with 20 boxes would contain 20 destructors.
    TC3_NOINLINE static void destroy(T* value) noexcept { delete value; }

    T* value_ = nullptr;  // owned; std::unique_ptr needs <memory>, which takes longer to compile than all JSON headers of tc3
};

}  // namespace tc3::inline TC3_NAMESPACE
