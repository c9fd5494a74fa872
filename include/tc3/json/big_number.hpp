// SPDX-License-Identifier: MIT
// Whole numbers of up to 2,688 bits on the stack: just the arithmetic that exact conversion between decimal and binary needs.
#pragma once

#include <tc3/config.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace tc3::inline v0_1::json::detail {

/// A whole number, not negative. There is no check at run time that a result fits: callers show that theirs do.
class big_number {
public:
    constexpr explicit big_number(std::uint64_t value) noexcept : limbs_{low_half(value), low_half(value >> 32U)} {
        size_ = 2;
        trim();
    }

    [[nodiscard]] constexpr bool is_zero() const noexcept { return size_ == 0; }

    /// The place of the highest set bit, counted from one; zero has none.
    [[nodiscard]] constexpr std::size_t bit_width() const noexcept {
        return size_ == 0 ? 0 : 32 * size_ - static_cast<std::size_t>(std::countl_zero(limbs_[size_ - 1]));
    }

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
        constexpr std::uint32_t five_to_13 = 1220703125;  // the highest power in 32 bits
        for (; exponent >= 13; exponent -= 13) multiply_add(five_to_13, 0);
        std::uint32_t rest = 1;
        for (; exponent > 0; --exponent) rest *= 5;
        multiply_add(rest, 0);
    }

    constexpr void shift_left(std::size_t bits) noexcept {
        if (size_ == 0) return;
        multiply_add(std::uint32_t{1} << bits % 32, 0);
        const std::size_t places = bits / 32;
        if (places == 0) return;
        TC3_ASSERT(size_ + places <= capacity);
        for (std::size_t i = size_; i-- > 0;) limbs_[i + places] = limbs_[i];
        for (std::size_t i = 0; i < places; ++i) limbs_[i] = 0;
        size_ += places;
    }

    /// Leaves the remainder and returns the quotient, which must fit 32 bits. The divisor's width must be a multiple of 32: so
    /// its first limb alone tells the quotient to within a few, and the guess is never too high.
    [[nodiscard]] constexpr std::uint32_t divide(const big_number& divisor) noexcept {
        const std::size_t top = divisor.size_ - 1;
        TC3_ASSERT(divisor.limbs_[top] >> 31U == 1 && size_ <= top + 2);
        const std::uint64_t front = std::uint64_t{limbs_[top + 1]} << 32U | limbs_[top];
        std::uint32_t quotient = low_half(front / (std::uint64_t{divisor.limbs_[top]} + 1));
        subtract(divisor, quotient);
        for (; compare(*this, divisor) >= 0; ++quotient) subtract(divisor, 1);
        return quotient;
    }

    /// Negative, zero or positive, as a is less than, equal to or greater than b.
    [[nodiscard]] friend constexpr int compare(const big_number& a, const big_number& b) noexcept {
        if (a.size_ != b.size_) return a.size_ < b.size_ ? -1 : 1;
        for (std::size_t i = a.size_; i-- > 0;) {
            if (a.limbs_[i] != b.limbs_[i]) return a.limbs_[i] < b.limbs_[i] ? -1 : 1;
        }
        return 0;
    }

    /// Compares a + b * times with c, for small `times`, without room for the sum.
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
    // The widest number is a remainder below 5^1094 or 10^771, aligned and shifted by a limb for the next division: 82 limbs. One limb
    // more is read by divide().
    static constexpr std::size_t capacity = 84;

    static constexpr std::uint32_t low_half(std::uint64_t value) noexcept { return static_cast<std::uint32_t>(value & 0xFFFFFFFFU); }

    constexpr void push(std::uint32_t limb) noexcept {
        TC3_ASSERT(size_ < capacity);
        limbs_[size_++] = limb;
    }
    constexpr void trim() noexcept {
        while (size_ != 0 && limbs_[size_ - 1] == 0) --size_;
    }
    /// Takes off `other` so many times; what is left must not be negative.
    constexpr void subtract(const big_number& other, std::uint32_t times) noexcept {
        std::uint64_t borrow = 0;
        for (std::size_t i = 0; i < size_; ++i) {
            borrow += std::uint64_t{other.limbs_[i]} * times;
            const std::uint32_t taken = low_half(borrow);
            borrow = (borrow >> 32U) + (limbs_[i] < taken ? 1U : 0U);
            limbs_[i] -= taken;
        }
        trim();
    }

    std::array<std::uint32_t, capacity> limbs_{};  // least significant first; zero from size_ on
    std::size_t size_ = 0;
};

}  // namespace tc3::inline v0_1::json::detail
