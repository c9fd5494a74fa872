// SPDX-License-Identifier: MIT
// A sink that writes to two sinks.
#pragma once

#include <tc3/tc3.hpp>

#include <string_view>

namespace support {

/// A sink that writes each piece to `first`, then to `second`. Both must outlive it.
template <tc3::sink First, tc3::sink Second>
class tee_sink {
public:
    constexpr tee_sink(First& first, Second& second) noexcept : first_(first), second_(second) {}
    constexpr void append(std::string_view text) {
        first_.append(text);
        second_.append(text);
    }

private:
    First& first_;
    Second& second_;
};

}  // namespace support
