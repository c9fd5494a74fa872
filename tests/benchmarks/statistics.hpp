// SPDX-License-Identifier: MIT
// Quantiles of measured times.
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace bench {

/// Returns the value below which a part of the values lies: 0.5 for the median. `values` must not be empty.
[[nodiscard]] constexpr double quantile(std::vector<double> values, double part) {
    std::sort(values.begin(), values.end());
    const auto position = static_cast<std::size_t>(part * static_cast<double>(values.size()));
    return values[std::min(position, values.size() - 1)];
}

[[nodiscard]] constexpr double median(std::vector<double> values) { return quantile(std::move(values), 0.5); }

/// Returns the ratio of each repetition. Both cases of a pair ran under the same load.
[[nodiscard]] constexpr std::vector<double> ratios(const std::vector<double>& times, const std::vector<double>& reference) {
    std::vector<double> each;
    for (std::size_t i = 0; i < std::min(times.size(), reference.size()); ++i) each.push_back(times[i] / reference[i]);
    return each;
}

}  // namespace bench
