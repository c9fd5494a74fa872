// SPDX-License-Identifier: MIT
// Where the values of a struct live. Structs of the API are templates over a storage; `owning` is the one with strings and vectors.
#pragma once

#include <tc3/api/binary.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tc3::inline v0_1 {

/// A nested struct that may be absent, kept outside its owner: a struct with 20 nested ones stays 20 pointers large. Copies deeply.
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

/// Values own their memory: safe by default, and independent of the text that they were read from.
struct owning {
    using text = std::string;
    using binary = tc3::binary;
    template <class T>
    using optional = std::optional<T>;
    template <class T>
    using list = std::vector<T>;
    template <class T>
    using nested = box<T>;
};

}  // namespace tc3::inline v0_1
