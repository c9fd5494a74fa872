// SPDX-License-Identifier: MIT
// Measures a few cases that do the same work, in turn and in changing order, so that other load on the machine affects all of them.
#pragma once

#include "heap.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

/// Makes the compiler assume that a value is read.
template <class Value>
inline void keep(const Value& value) {
    asm volatile("" : : "r,m"(value) : "memory");
}

/// One way to do the work, and its times.
struct bench_case {
    std::string name;
    std::function<void(std::size_t count)> repeat;  // does the work `count` times
    std::function<bool()> is_correct;               // validates the result of the work
    std::size_t batch = 1;
    std::vector<double> times = {};  // in nanoseconds of the processor for one piece of work, one time for each repetition
    heap_use heap = {};
};

class suite {
public:
    /// `bytes` is the size of the work, for a speed in GB/s; 0 if that makes no sense.
    explicit suite(std::string title, std::size_t bytes = 0) : title_(std::move(title)), bytes_(bytes) {}

    /// Adds a case. The first one is the reference of the printed ratios. `is_correct` is called once after `work`, before anything is
    /// timed.
    template <class Work>
    void add(std::string name, Work work, std::function<bool()> is_correct) {
        const auto repeat = [work](std::size_t count) mutable {
            for (std::size_t i = 0; i < count; ++i) {
                work();
                asm volatile("" : : : "memory");
            }
        };
        cases_.push_back({std::move(name), repeat, std::move(is_correct)});
    }

    /// Verifies all cases, then measures them for about `seconds`. A case that is wrong ends the program.
    void run(double seconds);

    /// Returns the median of the ratios of all repetitions.
    [[nodiscard]] double ratio(std::string_view name, std::string_view reference) const;
    [[nodiscard]] const bench_case& find(std::string_view name) const;

    [[nodiscard]] const std::string& title() const noexcept { return title_; }
    [[nodiscard]] std::size_t bytes() const noexcept { return bytes_; }
    [[nodiscard]] const std::vector<bench_case>& cases() const noexcept { return cases_; }

private:
    void prepare(bench_case& one) const;

    std::string title_;
    std::size_t bytes_;
    std::vector<bench_case> cases_;
};

}  // namespace bench
