// SPDX-License-Identifier: MIT
// A hash of a few instructions in place of a peripheral or a secure element, whose code is not in the cost of a program. Not secure.
#pragma once

#include <tc3/tc3.hpp>

#include <cstddef>
#include <cstdint>

/// Each byte is added to one of 32 sums: sum = sum * 31 + byte, modulo 256. programs.py has the same function.
class toy_hash {
public:
    void add(tc3::bytes_view bytes) noexcept {
        for (const auto byte : bytes) {
            std::uint8_t& sum = sums_[count_++ % sums_.size()];
            sum = static_cast<std::uint8_t>(sum * 31U + static_cast<std::uint8_t>(byte));
        }
    }
    [[nodiscard]] const tc3::crypto::sha_256_digest& digest() const noexcept { return sums_; }

private:
    tc3::crypto::sha_256_digest sums_{};
    std::size_t count_ = 0;
};
