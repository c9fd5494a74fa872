// SPDX-License-Identifier: MIT
// Takes a text apart from its front, at separators and expected words.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/slice.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE {

/// The part of a text that has not been read yet. A separator must not be empty.
///
/// Lifetime: refers to the text, as do the parts that it returns.
class text_scanner {
public:
    constexpr explicit text_scanner(std::string_view text TC3_LIFETIMEBOUND) noexcept : rest_(text) {}

    /// Returns the part that has not been read yet.
    [[nodiscard]] constexpr std::string_view rest() const noexcept { return rest_; }
    [[nodiscard]] constexpr bool empty() const noexcept { return rest_.empty(); }

    /// Skips `expected` if the rest begins with it. Returns whether it does.
    [[nodiscard]] constexpr bool skip(std::string_view expected) noexcept {
        if (!starts_with(rest_, expected)) return false;
        rest_.remove_prefix(expected.size());
        return true;
    }

    /// Takes the characters before the first `separator` and skips the separator. Takes nothing and returns std::nullopt if there is no
    /// separator.
    [[nodiscard]] constexpr std::optional<std::string_view> take_until(std::string_view separator) noexcept {
        const std::size_t size = rest_.find(separator);
        if (size == std::string_view::npos) return {};
        const std::string_view taken = slice(rest_, 0, size);
        rest_.remove_prefix(size + separator.size());
        return taken;
    }

    /// Takes the characters before the first `separator` and skips the separator. Takes the whole rest if there is no separator.
    [[nodiscard]] constexpr std::string_view take_part(std::string_view separator) noexcept {
        if (const auto part = take_until(separator)) return *part;
        return take_rest();
    }

    /// Takes the characters before the first one for which `allowed(character)` is false.
    template <class Allowed>
    [[nodiscard]] constexpr std::string_view take_while(Allowed allowed) noexcept {
        const std::string_view taken = slice(rest_, 0, ascii::find_not(rest_, allowed));
        rest_.remove_prefix(taken.size());
        return taken;
    }

    /// Takes the whole rest.
    constexpr std::string_view take_rest() noexcept {
        const std::string_view taken = rest_;
        rest_ = {};
        return taken;
    }

private:
    std::string_view rest_;
};

}  // namespace tc3::inline TC3_NAMESPACE
