// SPDX-License-Identifier: MIT
// The time of a request in seconds and its UTC date, computed without a clock, a locale or a time zone.
#pragma once

#include <tc3/config.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE {

/// A time in whole seconds since 1970-01-01T00:00:00Z. Zero is a valid time: the service rejects a request of a clock that is not set, and
/// its failure tells the time.
struct unix_time {
    std::int64_t seconds = 0;

    /// The last valid time, 9999-12-31T23:59:59Z. A time in milliseconds is beyond it, and is rejected before it is signed.
    static constexpr std::int64_t last_second = 253402300799;

    /// Returns whether the time is valid: from 1970 to 9999.
    [[nodiscard]] constexpr bool in_range() const noexcept { return seconds >= 0 && seconds <= last_second; }
    friend constexpr bool operator==(unix_time, unix_time) noexcept = default;
};

/// The UTC date of a time as text, `YYYY-MM-DD`; empty if the time is out of range. Source: docs/tc3-signing.md 1.3.
class utc_date {
public:
    constexpr utc_date() noexcept = default;
    constexpr explicit utc_date(unix_time time) noexcept {
        if (!time.in_range()) return;
        // A day has 675 * 2^7 seconds. The shift leaves 32 bits, so no division of 64 bits is needed.
        set_days(static_cast<std::uint32_t>(time.seconds >> 7U) / 675);
        size_ = static_cast<std::uint8_t>(text_.size());
    }

    [[nodiscard]] constexpr std::string_view view() const& noexcept TC3_LIFETIMEBOUND { return {text_.data(), size_}; }
    std::string_view view() const&& = delete;
    [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
    friend constexpr bool operator==(const utc_date&, const utc_date&) noexcept = default;

private:
    // Years begin on 1 March, so that a leap day is the last day of its year. Time is counted in quarters of a day, so that a century of
    // 36,524.25 days and a year of 365.25 days are whole numbers. A month has 30.6 days on average, which is 2^16 / 2141: months are
    // counted in 2^16ths.
    // Source: Neri and Schneider, Euclidean affine functions and their application to calendar algorithms, 2022.
    TC3_NOINLINE constexpr void set_days(std::uint32_t days_since_1970) noexcept {
        const std::uint32_t quarters = 4 * (days_since_1970 + 719468) + 3;  // since 0000-03-01
        const std::uint32_t century = quarters / 146097;
        const std::uint32_t quarters_of_century = quarters % 146097 | 3;  // the last quarter of the day
        const std::uint32_t year = 100 * century + quarters_of_century / 1461;
        const std::uint32_t day_of_year = quarters_of_century % 1461 / 4;
        const std::uint32_t months = 2141 * day_of_year + 197913;
        const std::uint32_t month = months >> 16U;  // from 3, March, to 14, February
        const bool next_year = month > 12;
        set_digits(0, 4, next_year ? year + 1 : year);
        set_digits(5, 2, next_year ? month - 12 : month);
        set_digits(8, 2, (months & 0xFFFFU) / 2141 + 1);
        text_[4] = text_[7] = '-';
    }
    constexpr void set_digits(std::size_t first, std::size_t count, std::uint32_t number) noexcept {
        for (std::size_t i = first + count; i-- > first; number /= 10) text_[i] = static_cast<char>('0' + number % 10);
    }

    std::array<char, 10> text_{};
    std::uint8_t size_ = 0;
};

}  // namespace tc3::inline TC3_NAMESPACE
