// SPDX-License-Identifier: MIT
// Counts what the whole process takes from the heap, its libraries included: heap.cpp replaces malloc.
#pragma once

#include <cstddef>

namespace bench {

struct heap_use {
    std::size_t allocations = 0;  ///< calls of malloc, calloc, realloc and so on, directly or by operator new
    std::size_t peak = 0;         ///< the most bytes at one time, in addition to those before
};

/// Makes the heap keep its memory. Else the system takes large blocks back, and whichever case allocates next pays for its pages.
void keep_heap_memory() noexcept;

/// Starts to count at zero.
void start_counting_heap() noexcept;
/// Stops and returns the counts.
[[nodiscard]] heap_use stop_counting_heap() noexcept;

template <class Work>
[[nodiscard]] heap_use heap_used_by(const Work& work) {
    start_counting_heap();
    work();
    return stop_counting_heap();
}

}  // namespace bench
