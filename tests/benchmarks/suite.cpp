// SPDX-License-Identifier: MIT
#include "suite.hpp"

#include "statistics.hpp"

#include <time.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <random>

namespace bench {

namespace {

constexpr double shortest_batch = 300'000;  // nanoseconds: long against the clock, short against a time slice of the system
constexpr std::size_t fewest_repetitions = 11;
constexpr std::size_t most_repetitions = 301;

[[noreturn]] void stop(std::string_view what, std::string_view name) {
    std::fprintf(stderr, "%.*s: %.*s\n", static_cast<int>(what.size()), what.data(), static_cast<int>(name.size()), name.data());
    std::exit(1);
}

/// Clears the upper halves of the vector registers. SHA instructions are many times slower while these are in use, and the case before
/// may have left them so.
void clear_upper_halves() noexcept {
#if defined(__x86_64__)
    static const bool has_avx = __builtin_cpu_supports("avx") != 0;
    if (has_avx) asm volatile("vzeroupper" : : : "memory");
#endif
}

double nanoseconds_of(clockid_t clock) noexcept {
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) * 1e9 + static_cast<double>(time.tv_nsec);
}

/// Returns processor time, for one piece of work. While another process has the processor, this clock is still: else a long batch would lose
/// more than a short one, and their ratio would be wrong.
double time_of(const bench_case& one, std::size_t count) {
    clear_upper_halves();
    const double begin = nanoseconds_of(CLOCK_THREAD_CPUTIME_ID);
    one.repeat(count);
    return (nanoseconds_of(CLOCK_THREAD_CPUTIME_ID) - begin) / static_cast<double>(count);
}

}  // namespace

void suite::run(double seconds) {
    for (bench_case& one : cases_) prepare(one);
    const auto now = [] { return nanoseconds_of(CLOCK_MONOTONIC); };
    const double end = now() + seconds * 1e9;
    std::vector<bench_case*> order;
    for (bench_case& one : cases_) order.push_back(&one);
    std::minstd_rand random;  // the same orders in each run
    for (std::size_t i = 0; i < most_repetitions && (i < fewest_repetitions || now() < end); ++i) {
        // What a case leaves in the caches and in the heap must not fall to the same other case each time.
        std::shuffle(order.begin(), order.end(), random);
        for (bench_case* one : order) one->times.push_back(time_of(*one, one->batch));
    }
}

void suite::prepare(bench_case& one) const {
    one.repeat(1);
    if (!one.is_correct()) stop("wrong result", title_ + ", " + one.name);
    one.heap = heap_used_by([&] { one.repeat(1); });
    double time = time_of(one, 1);
    if (time < shortest_batch) time = time_of(one, static_cast<std::size_t>(shortest_batch / std::max(time, 50.0)) + 1);
    one.batch = static_cast<std::size_t>(shortest_batch / std::max(time, 1.0)) + 1;
}

double suite::ratio(std::string_view name, std::string_view reference) const {
    return median(ratios(find(name).times, find(reference).times));
}

const bench_case& suite::find(std::string_view name) const {
    for (const bench_case& one : cases_) {
        if (one.name == name) return one;
    }
    stop("no such case", title_ + ", " + std::string(name));
}

}  // namespace bench
