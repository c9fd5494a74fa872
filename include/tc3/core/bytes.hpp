// SPDX-License-Identifier: MIT
// Bytes and text. Text is std::string_view everywhere; bytes are what a hash eats.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

namespace tc3::inline v0_1 {

using bytes_view = std::span<const std::uint8_t>;

/// The bytes of a text, at run time.
[[nodiscard]] inline bytes_view as_bytes(std::string_view text) noexcept {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

/// Bytes of any one-byte type as text, at run time: a body that came as std::byte, char or unsigned char.
template <class Byte>
    requires(sizeof(Byte) == 1 && std::is_trivially_copyable_v<Byte>)
[[nodiscard]] std::string_view as_text(std::span<Byte> bytes) noexcept {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// Hands a text as bytes to `use`, whole at run time and in pieces at compile time, where text can't be seen as bytes.
template <class Use>
constexpr void for_bytes_of(std::string_view text, Use&& use) {
    if (!std::is_constant_evaluated()) {
        use(as_bytes(text));
        return;
    }
    std::array<std::uint8_t, 64> piece{};
    while (!text.empty()) {
        const std::size_t size = text.size() < piece.size() ? text.size() : piece.size();
        for (std::size_t i = 0; i < size; ++i) piece[i] = static_cast<std::uint8_t>(text[i]);
        use(bytes_view(piece.data(), size));
        text.remove_prefix(size);
    }
}

}  // namespace tc3::inline v0_1
