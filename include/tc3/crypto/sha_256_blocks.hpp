// SPDX-License-Identifier: MIT
// The compression function of SHA-256 that the processor does best: the only place that selects one.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/processor.hpp>
#include <tc3/core/secret.hpp>
#include <tc3/crypto/sha_256_arm.hpp>
#include <tc3/crypto/sha_256_portable.hpp>
#include <tc3/crypto/sha_256_x86.hpp>

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace tc3::inline TC3_NAMESPACE::crypto::detail {

/// Adds whole blocks to the state.
constexpr void compress_blocks(sha_256_state& state, const std::uint8_t* blocks, std::size_t count) noexcept {
#if defined(TC3_X86_KERNELS)
    if (!std::is_constant_evaluated() && processor::has(processor::sha_256)) return compress_x86(state, blocks, count);
#elif defined(TC3_ARM_KERNELS)
    if (!std::is_constant_evaluated() && processor::has(processor::sha_256)) return compress_arm(state, blocks, count);
#endif
    compress_portable(state, blocks, count);
    wipe_stack<512>();  // its working variables, which do not all fit into registers
}

}  // namespace tc3::inline TC3_NAMESPACE::crypto::detail
