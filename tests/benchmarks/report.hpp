// SPDX-License-Identifier: MIT
// What a section of the benchmarks reports: goals with their figures, the times of its cases, and series for plots.
#pragma once

#include "suite.hpp"

#include <cstddef>
#include <limits>
#include <string>
#include <vector>

namespace bench {

inline constexpr double no_aim = std::numeric_limits<double>::quiet_NaN();

/// A figure with the limit that it must keep, and the one that it should reach.
struct goal {
    int number;
    std::string what;
    std::string unit;
    double figure;
    double must;
    double aim = no_aim;
    bool at_least = false;  ///< larger figures are better

    [[nodiscard]] bool met() const noexcept { return at_least ? figure >= must : figure <= must; }
};

/// Times against sizes.
struct series {
    std::string plot;
    std::string name;
    std::string unit;  ///< of the sizes
    std::vector<double> sizes;
    std::vector<double> nanoseconds;
};

struct section_report {
    std::vector<suite> suites = {};
    std::vector<goal> goals = {};
    std::vector<series> lines = {};

    /// Measures a suite and keeps it. The reference lasts until the next suite.
    const suite& measure(suite cases, double seconds) {
        cases.run(seconds);
        return suites.emplace_back(std::move(cases));
    }
};

}  // namespace bench
