// SPDX-License-Identifier: MIT
// Integers of up to 2,688 bits on the stack, with the arithmetic for exact conversion between decimal and binary.
#pragma once

#include <tc3/config.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace tc3::inline TC3_NAMESPACE::json::detail {

/// An integer of zero or more. A result must fit into `capacity` limbs of 32 bits; nothing checks this at run time.
class big_number {
public:
    static constexpr std::size_t capacity = 84;

    constexpr explicit big_number(std::uint64_t value) noexcept : limbs_{low_half(value), low_half(value >> 32U)} {
        size_ = 2;
        trim();
    }

    [[nodiscard]] constexpr bool is_zero() const noexcept { return size_ == 0; }

    /// Returns the number of bits up to the highest set bit; 0 for zero.
    [[nodiscard]] constexpr std::size_t bit_width() const noexcept {
        return size_ == 0 ? 0 : 32 * size_ - static_cast<std::size_t>(std::countl_zero(limbs_[size_ - 1]));
    }

    /// Multiplies by a factor and adds a number.
    constexpr void multiply_add(std::uint32_t factor, std::uint32_t addend) noexcept {
        std::uint64_t carry = addend;
        for (std::size_t i = 0; i < size_; ++i) {
            carry += std::uint64_t{limbs_[i]} * factor;
            limbs_[i] = low_half(carry);
            carry >>= 32U;
        }
        if (carry != 0) push(low_half(carry));
    }

    constexpr void multiply_by_power_of_5(std::size_t exponent) noexcept {
        constexpr std::uint32_t five_to_13 = 1220703125;  // the highest power of 5 in 32 bits
        for (; exponent >= 13; exponent -= 13) multiply_add(five_to_13, 0);
        std::uint32_t power = 1;
        for (; exponent > 0; --exponent) power *= 5;
        multiply_add(power, 0);
    }

    constexpr void shift_left(std::size_t bits) noexcept {
        if (size_ == 0) return;
        multiply_add(std::uint32_t{1} << bits % 32, 0);
        const std::size_t whole_limbs = bits / 32;
        if (whole_limbs == 0) return;
        TC3_ASSERT(size_ + whole_limbs <= capacity);
        for (std::size_t i = size_; i-- > 0;) limbs_[i + whole_limbs] = limbs_[i];
        for (std::size_t i = 0; i < whole_limbs; ++i) limbs_[i] = 0;
        size_ += whole_limbs;
    }

    /// Divides, leaves the remainder and returns the quotient, which must fit 32 bits. The width of the divisor must be a multiple of 32.
    ///
    /// Let v be the highest limb of the divisor: the divisor is below v + 1 in units of that limb, so front / (v + 1) is never too high. It
    /// is at most 3 too low, as v is 2^31 or more; the loop adds what is missing.
    /// Source: Knuth, The Art of Computer Programming, volume 2, 4.3.1, on estimating a digit of the quotient.
    [[nodiscard]] constexpr std::uint32_t divide(const big_number& divisor) noexcept {
        const std::size_t top = divisor.size_ - 1;
        TC3_ASSERT(divisor.limbs_[top] >> 31U == 1 && size_ <= top + 2 && top + 2 <= capacity);
        const std::uint64_t front = std::uint64_t{limbs_[top + 1]} << 32U | limbs_[top];
        std::uint32_t quotient = low_half(front / (std::uint64_t{divisor.limbs_[top]} + 1));
        subtract(divisor, quotient);
        for (; compare(*this, divisor) >= 0; ++quotient) subtract(divisor, 1);
        return quotient;
    }

    /// Compares two numbers: negative for a < b, zero for a == b, positive for a > b.
    [[nodiscard]] friend constexpr int compare(const big_number& a, const big_number& b) noexcept {
        if (a.size_ != b.size_) return a.size_ < b.size_ ? -1 : 1;
        for (std::size_t i = a.size_; i-- > 0;) {
            if (a.limbs_[i] != b.limbs_[i]) return a.limbs_[i] < b.limbs_[i] ? -1 : 1;
        }
        return 0;
    }

    /// Compares a + b * times with c, without memory for the sum.
    [[nodiscard]] friend constexpr int compare_sum(const big_number& a, const big_number& b, std::uint8_t times,
                                                   const big_number& c) noexcept {
        std::int64_t difference = 0;
        bool differs = false;
        for (std::size_t i = 0; i < a.size_ || i < b.size_ || i < c.size_; ++i) {
            difference += std::int64_t{a.limbs_[i]} + std::int64_t{b.limbs_[i]} * times - std::int64_t{c.limbs_[i]};
            differs = differs || low_half(static_cast<std::uint64_t>(difference)) != 0;
            difference >>= 32;
        }
        if (difference < 0) return -1;
        return difference > 0 || differs ? 1 : 0;
    }

private:
    static constexpr std::uint32_t low_half(std::uint64_t value) noexcept { return static_cast<std::uint32_t>(value & 0xFFFFFFFFU); }

    constexpr void push(std::uint32_t limb) noexcept {
        TC3_ASSERT(size_ < capacity);
        limbs_[size_++] = limb;
    }
    constexpr void trim() noexcept {
        while (size_ != 0 && limbs_[size_ - 1] == 0) --size_;
    }
    /// Subtracts other * times. The result must not be negative.
    constexpr void subtract(const big_number& other, std::uint32_t times) noexcept {
        std::uint64_t borrow = 0;
        for (std::size_t i = 0; i < size_; ++i) {
            borrow += std::uint64_t{other.limbs_[i]} * times;
            const std::uint32_t limb = low_half(borrow);
            borrow = (borrow >> 32U) + (limbs_[i] < limb ? 1U : 0U);
            limbs_[i] -= limb;
        }
        trim();
    }

    std::array<std::uint32_t, capacity> limbs_{};  // least significant first; zero from size_ on
    std::size_t size_ = 0;
};

}  // namespace tc3::inline TC3_NAMESPACE::json::detail
