// SPDX-License-Identifier: MIT
// Copies text to memory. Where registers are not wide, a loop in place of memcpy keeps programs small.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/processor.hpp>

#include <cstddef>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace tc3::inline TC3_NAMESPACE {

/// Copies a text to memory with room for it. The two must not overlap.
constexpr void copy_text(const std::string_view& text, char* to) noexcept {
    if constexpr (has_wide_registers) {
        if (!std::is_constant_evaluated()) {
            if (!text.empty()) std::memcpy(to, text.data(), text.size());  // no text, no memory: memcpy takes no null pointer
            return;
        }
    }
    for (std::size_t i = 0; i < text.size(); ++i) to[i] = text[i];
}

}  // namespace tc3::inline TC3_NAMESPACE
