// SPDX-License-Identifier: MIT
// A nested struct that may be absent, kept outside its owner.
#pragma once

#include <tc3/config.hpp>

namespace tc3::inline v0_1 {

/// A struct or none: an owner with 20 nested ones stays 20 pointers large. Copies deeply.
template <class T>
class box {  // spelled without std::move and the like: each struct of a program has a box of its own to compile
public:
    using value_type = T;

    box() noexcept = default;
    box(T value) : value_(new T(static_cast<T&&>(value))) {}  // NOLINT: implicit, so that a struct can be assigned to its member
    box(const box& other) : value_(other.value_ != nullptr ? new T(*other.value_) : nullptr) {}
    box(box&& other) noexcept : value_(other.value_) { other.value_ = nullptr; }
    box& operator=(box other) noexcept {
        T* const mine = value_;
        value_ = other.value_;
        other.value_ = mine;
        return *this;
    }
    ~box() { destroy(value_); }

    /// Replaces what is there by a fresh value.
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
    // In one place for each T: inlined, an owner of 20 boxes would have the insides of 20 structs in its destructor.
    TC3_NOINLINE static void destroy(T* value) noexcept { delete value; }

    T* value_ = nullptr;  // owned; std::unique_ptr would bring in <memory>, which costs more to compile than all of tc3's JSON
};

}  // namespace tc3::inline v0_1
