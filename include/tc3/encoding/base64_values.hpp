// SPDX-License-Identifier: MIT
// The digits of base64 and their values. Source: RFC 4648, 4, table 1.
#pragma once

#include <tc3/config.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::encoding_detail {

inline constexpr std::string_view base64_digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

[[nodiscard]] constexpr std::array<std::uint8_t, 256> make_base64_values() noexcept {
    std::array<std::uint8_t, 256> values{};
    for (std::uint8_t& value : values) value = 64;
    for (std::size_t i = 0; i < base64_digits.size(); ++i)
        values[static_cast<std::uint8_t>(base64_digits[i])] = static_cast<std::uint8_t>(i);
    return values;
}

/// The value of each character as a digit; 64 for a character that is not a digit.
inline constexpr std::array<std::uint8_t, 256> base64_values = make_base64_values();

constexpr std::uint32_t base64_value(char digit) noexcept { return base64_values[static_cast<std::uint8_t>(digit)]; }

}  // namespace tc3::inline TC3_NAMESPACE::encoding_detail
