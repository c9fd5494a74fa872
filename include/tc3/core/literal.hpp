// SPDX-License-Identifier: MIT
// The type of named constants of the API, such as faceid::secure_level::motion_and_light.
#pragma once

#include <tc3/config.hpp>

#include <concepts>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE {

/// A constant text that converts to the text of every storage.
///
/// It converts to each type with a constructor from std::string_view, such as std::string or the text class of your framework, and to an
/// optional of such a type.
class literal {
public:
    consteval explicit literal(std::string_view text) noexcept : text_(text) {}

    [[nodiscard]] constexpr std::string_view view() const noexcept { return text_; }

    // constructible_from rather than convertible_to, since the constructor of std::string from a view is explicit. Types with has_value()
    // are excluded: an optional already converts from what converts to its value, and two conversions would be ambiguous.
    template <class Text>
        requires std::constructible_from<Text, std::string_view> && (!requires(const Text& text) { text.has_value(); })
    [[nodiscard]] constexpr operator Text() const {  // NOLINT: implicit on purpose
        return Text(text_);
    }

    friend constexpr bool operator==(literal a, literal b) noexcept { return a.text_ == b.text_; }
    friend constexpr bool operator==(literal a, std::string_view b) noexcept { return a.text_ == b; }

private:
    std::string_view text_;
};

}  // namespace tc3::inline TC3_NAMESPACE
