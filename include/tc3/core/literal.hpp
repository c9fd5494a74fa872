// SPDX-License-Identifier: MIT
// A named constant of the API, such as faceid::secure_level::motion_and_light, that fits every storage's text.
#pragma once

#include <concepts>
#include <string_view>

namespace tc3::inline v0_1 {

/// A constant text. Converts to whatever is made from std::string_view: a string, a view, an engine's own text, and so an optional of
/// those.
class literal {
public:
    consteval explicit literal(std::string_view text) noexcept : text_(text) {}

    [[nodiscard]] constexpr std::string_view view() const noexcept { return text_; }

    // Explicit constructors count, as std::string's from a view is one. Optionals make themselves from what they hold: a second way would
    // be ambiguous.
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

}  // namespace tc3::inline v0_1
