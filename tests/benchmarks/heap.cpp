// SPDX-License-Identifier: MIT
#include "heap.hpp"

#include <malloc.h>

#include <cerrno>
#include <cstddef>

// The functions of the GNU C library under their other names. A program that defines malloc replaces it for its shared libraries too.
extern "C" {
void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* memory, std::size_t size);
void* __libc_memalign(std::size_t alignment, std::size_t size);
void __libc_free(void* memory);
}

namespace {

bool counting = false;
std::size_t allocations = 0;
std::ptrdiff_t in_use = 0;  // less than 0 if memory is freed that was there before
std::ptrdiff_t peak = 0;

void* taken(void* memory) noexcept {
    if (counting && memory != nullptr) {
        ++allocations;
        in_use += static_cast<std::ptrdiff_t>(malloc_usable_size(memory));
        if (in_use > peak) peak = in_use;
    }
    return memory;
}

void given_back(void* memory) noexcept {
    if (counting && memory != nullptr) in_use -= static_cast<std::ptrdiff_t>(malloc_usable_size(memory));
}

}  // namespace

extern "C" {

void* malloc(std::size_t size) { return taken(__libc_malloc(size)); }

void* calloc(std::size_t count, std::size_t size) { return taken(__libc_calloc(count, size)); }

void* realloc(void* memory, std::size_t size) {
    given_back(memory);
    return taken(__libc_realloc(memory, size));
}

void* memalign(std::size_t alignment, std::size_t size) { return taken(__libc_memalign(alignment, size)); }

void* aligned_alloc(std::size_t alignment, std::size_t size) { return taken(__libc_memalign(alignment, size)); }

int posix_memalign(void** memory, std::size_t alignment, std::size_t size) {
    *memory = taken(__libc_memalign(alignment, size));
    return *memory == nullptr ? ENOMEM : 0;
}

void free(void* memory) {
    given_back(memory);
    __libc_free(memory);
}

}  // extern "C"

namespace bench {

void keep_heap_memory() noexcept {
    constexpr int none = 1 << 30;
    mallopt(M_MMAP_MAX, 0);
    mallopt(M_TRIM_THRESHOLD, none);
}

void start_counting_heap() noexcept {
    allocations = 0;
    in_use = peak = 0;
    counting = true;
}

heap_use stop_counting_heap() noexcept {
    counting = false;
    return {allocations, static_cast<std::size_t>(peak)};
}

}  // namespace bench
