// SPDX-License-Identifier: MIT
// A nested struct that may be absent, kept outside its owner.
#pragma once

#include <utility>

namespace tc3::inline v0_1 {

/// A struct or none: an owner with 20 nested ones stays 20 pointers large. Copies deeply.
template <class T>
class box {
public:
    using value_type = T;

    box() noexcept = default;
    box(T value) : value_(new T(std::move(value))) {}  // NOLINT: implicit, so that a struct can be assigned to its member
    box(const box& other) : value_(other.value_ != nullptr ? new T(*other.value_) : nullptr) {}
    box(box&& other) noexcept : value_(std::exchange(other.value_, nullptr)) {}
    box& operator=(box other) noexcept {
        std::swap(value_, other.value_);
        return *this;
    }
    ~box() { delete value_; }

    /// Replaces what is there by a fresh value.
    T& emplace() {
        *this = box(T());
        return *value_;
    }
    void reset() noexcept { *this = box(); }

    [[nodiscard]] bool has_value() const noexcept { return value_ != nullptr; }
    [[nodiscard]] explicit operator bool() const noexcept { return has_value(); }
    [[nodiscard]] T& operator*() noexcept { return *value_; }
    [[nodiscard]] const T& operator*() const noexcept { return *value_; }
    [[nodiscard]] T* operator->() noexcept { return value_; }
    [[nodiscard]] const T* operator->() const noexcept { return value_; }

private:
    T* value_ = nullptr;  // owned; std::unique_ptr would bring in <memory>, which costs more to compile than all of tc3's JSON
};

}  // namespace tc3::inline v0_1
