// SPDX-License-Identifier: MIT
// The clock of the test service: that of the machine, with an offset that a test sets.
#pragma once

#include <tc3/core/unix_time.hpp>

#include <atomic>
#include <chrono>
#include <cstdint>

namespace tc3_cli {

/// A clock with an offset. Use it in any number of threads.
class service_clock {
public:
    /// Returns the time of the machine, without the offset.
    [[nodiscard]] static tc3::unix_time machine_time() {
        const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
        return {std::chrono::duration_cast<std::chrono::seconds>(since_1970).count()};
    }
    [[nodiscard]] tc3::unix_time now() const { return {machine_time().seconds + offset_}; }

    void set_offset(std::int64_t seconds) { offset_ = seconds; }

private:
    std::atomic<std::int64_t> offset_ = 0;
};

}  // namespace tc3_cli
