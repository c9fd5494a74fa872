// SPDX-License-Identifier: MIT
// SHA-256 by the SHA instructions of x86-64 and nothing else: the limit that a hash and a signature are compared with.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace bench::sha_instructions {

/// Returns whether this processor has them. Nothing else here may be called without.
[[nodiscard]] bool available() noexcept;

/// Compresses one block `count` times into a state, each time after the one before.
void chain(std::array<std::uint32_t, 8>& state, const unsigned char* block, std::size_t count) noexcept;

void sha_256(std::string_view text, unsigned char* digest) noexcept;

}  // namespace bench::sha_instructions
