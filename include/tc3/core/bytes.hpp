// SPDX-License-Identifier: MIT
// Conversions between text (std::string_view) and bytes, the input of hashes.
#pragma once

#include <tc3/config.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

namespace tc3::inline TC3_NAMESPACE {

/// A view of bytes.
using bytes_view = std::span<const std::uint8_t>;

/// Returns a view of the bytes of a text. Not constexpr: see for_copied_bytes_of().
[[nodiscard]] inline bytes_view as_bytes(std::string_view text TC3_LIFETIMEBOUND) noexcept {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

/// Returns a view of bytes as text: of a body that was received as std::byte, char or unsigned char.
///
/// Lifetime: refers to the bytes.
template <class Byte>
    requires(sizeof(Byte) == 1 && std::is_trivially_copyable_v<Byte>)
[[nodiscard]] std::string_view as_text(std::span<Byte> bytes) noexcept {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// Calls `use(bytes_view)` with each copied piece of a text of up to 64 bytes: for constant expressions, which cannot view characters as
/// bytes.
template <class Use>
constexpr void for_copied_bytes_of(std::string_view text, Use&& use) {
    std::array<std::uint8_t, 64> piece{};
    while (!text.empty()) {
        const std::size_t size = text.size() < piece.size() ? text.size() : piece.size();
        for (std::size_t i = 0; i < size; ++i) piece[i] = static_cast<std::uint8_t>(text[i]);
        use(bytes_view(piece.data(), size));
        text.remove_prefix(size);
    }
}

}  // namespace tc3::inline TC3_NAMESPACE
