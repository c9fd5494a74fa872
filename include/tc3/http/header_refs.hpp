// SPDX-License-Identifier: MIT
// Headers in up to two lists, such as those of tc3 and those of your program, without a copy into one list.
#pragma once

#include <tc3/config.hpp>
#include <tc3/http/header.hpp>

#include <concepts>
#include <cstddef>
#include <span>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::http {

/// References to the headers in one or two lists, whose order does not matter.
///
/// Lifetime: refers to the lists, which must outlive it. Do not keep one that is made of a temporary list.
class header_refs {
public:
    constexpr header_refs() noexcept = default;
    /// Implicit, so that an array, a vector or a span can be passed.
    template <std::convertible_to<std::span<const header>> Headers>
    constexpr header_refs(const Headers& first) noexcept : first_(first) {}  // NOLINT: implicit
    constexpr header_refs(std::span<const header> first, std::span<const header> second) noexcept : first_(first), second_(second) {}

    [[nodiscard]] constexpr std::size_t size() const noexcept { return first_.size() + second_.size(); }
    [[nodiscard]] constexpr const header& operator[](std::size_t i) const noexcept {
        return i < first_.size() ? first_[i] : second_[i - first_.size()];
    }

    /// Returns whether each name is before the next one, as compare_names() compares them. No two are the same then.
    [[nodiscard]] TC3_NOINLINE constexpr bool are_sorted() const noexcept {
        for (std::size_t i = 1; i < size(); ++i) {
            if (compare_names((*this)[i - 1].name, (*this)[i].name) >= 0) return false;
        }
        return true;
    }
    /// Returns the first header with a name, as compare_names() compares them, or null.
    [[nodiscard]] constexpr const header* find(const std::string_view& name) const noexcept {
        const std::size_t position = find_position(name);
        return position < size() ? &(*this)[position] : nullptr;
    }
    /// Returns the position of the first header with a name; size() if there is none.
    [[nodiscard]] TC3_NOINLINE constexpr std::size_t find_position(const std::string_view& name) const noexcept {
        std::size_t position = 0;
        while (position < size() && !are_same_name((*this)[position].name, name)) ++position;
        return position;
    }

private:
    std::span<const header> first_;
    std::span<const header> second_;
};

}  // namespace tc3::inline TC3_NAMESPACE::http
