// SPDX-License-Identifier: MIT
// The processor that the compiler makes code for, and the instructions of the processor that the program runs on. No other header asks
// about either.
//
// A kernel is a function that is written for the instructions of one processor family; its portable twin is the specification. Kernels
// exist for x86-64 and AArch64 with GCC and clang, unless TC3_PORTABLE is defined. None runs at compile time.
#pragma once

#include <tc3/config.hpp>

#if !defined(TC3_PORTABLE) && defined(__GNUC__) && defined(__x86_64__) && !defined(__ILP32__)
#define TC3_X86_KERNELS
#elif !defined(TC3_PORTABLE) && defined(__GNUC__) && defined(__aarch64__) && !defined(__ILP32__) && !defined(__AARCH64EB__)
#define TC3_ARM_KERNELS
#endif

/// Marks a function that uses instructions which not every processor of the family has.
#if defined(TC3_X86_KERNELS) || defined(TC3_ARM_KERNELS)
#define TC3_TARGET(instructions) __attribute__((target(instructions)))
#endif

#if defined(TC3_ARM_KERNELS) && defined(__linux__)
/// getauxval() of the C library, without its header. C libraries differ in whether theirs is noexcept, so this one has another name.
extern "C" unsigned long tc3_getauxval(unsigned long type) noexcept __asm__("getauxval");
#endif

namespace tc3::inline TC3_NAMESPACE {

/// Whether registers have 64 bits. Where they have not, small code goes before speed.
inline constexpr bool has_wide_registers = sizeof(void*) >= 8;

#if defined(TC3_X86_KERNELS) || defined(TC3_ARM_KERNELS)

/// The instructions of the processor that the program runs on, as far as kernels need them.
struct processor {
    enum feature : unsigned char {
        known = 1,    ///< set in any case
        sha_256 = 2,  ///< SHA-256; on x86 with SSSE3 and SSE4.1, which its kernel needs too
        ssse3 = 4,    ///< byte shuffles on 16 bytes
        avx = 8,      ///< the upper halves of the vector registers exist, and the system saves them
        avx2 = 16,    ///< integers of 32 bytes
    };

    /// Returns whether the processor has all of `features`. The result is kept.
    [[nodiscard]] static bool has(unsigned features) noexcept;

private:
    [[nodiscard]] static unsigned char find_features() noexcept;
};

namespace core_detail {

inline constexpr int relaxed_order = 0;       // of the atomic builtins
inline unsigned char processor_features = 0;  // 0 until the processor was asked; all threads find the same

#if defined(TC3_X86_KERNELS)

struct cpuid_registers {
    unsigned eax, ebx, ecx, edx;
};

// Assembly, since clang 14 does not know the name "sha" in __builtin_cpu_supports, and the headers of the compilers are slow to compile.
[[nodiscard]] inline cpuid_registers cpuid(unsigned leaf) noexcept {
    cpuid_registers to;
    __asm__ __volatile__("cpuid" : "=a"(to.eax), "=b"(to.ebx), "=c"(to.ecx), "=d"(to.edx) : "a"(leaf), "c"(0));
    return to;
}

/// Returns which registers the system saves. Allowed only if cpuid reports OSXSAVE.
[[nodiscard]] inline unsigned saved_registers() noexcept {
    unsigned low = 0;
    unsigned high = 0;
    __asm__ __volatile__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    return low;
}

#endif

}  // namespace core_detail

inline bool processor::has(unsigned features) noexcept {
    unsigned char found = __atomic_load_n(&core_detail::processor_features, core_detail::relaxed_order);
    if (found == 0) {
        found = find_features();
        __atomic_store_n(&core_detail::processor_features, found, core_detail::relaxed_order);
    }
    return (found & features) == features;
}

#if defined(TC3_X86_KERNELS)

// Source: Intel 64 and IA-32 Architectures Software Developer's Manual, volume 2, "CPUID"; volume 1, 14.3.
TC3_NOINLINE inline unsigned char processor::find_features() noexcept {
    const auto is_set = [](unsigned word, unsigned number) { return (word >> number & 1U) != 0; };
    unsigned features = known;
    const core_detail::cpuid_registers first = core_detail::cpuid(1);
    if (core_detail::cpuid(0).eax < 7) return known;
    const core_detail::cpuid_registers extended = core_detail::cpuid(7);
    const bool has_ssse3 = is_set(first.ecx, 9);
    const bool has_sse4_1 = is_set(first.ecx, 19);
    const bool saves_upper_halves = is_set(first.ecx, 27) && (core_detail::saved_registers() & 6U) == 6;
    if (has_ssse3) features |= ssse3;
    if (has_ssse3 && has_sse4_1 && is_set(extended.ebx, 29)) features |= sha_256;
    if (saves_upper_halves && is_set(first.ecx, 28)) features |= avx;
    if (saves_upper_halves && is_set(first.ecx, 28) && is_set(extended.ebx, 5)) features |= avx2;
    return static_cast<unsigned char>(features);
}

#elif defined(__APPLE__)

inline unsigned char processor::find_features() noexcept { return known | sha_256; }  // every 64-bit processor of Apple has it

#elif defined(__linux__)

inline unsigned char processor::find_features() noexcept {
    constexpr unsigned long hardware_capabilities = 16;  // AT_HWCAP
    constexpr unsigned long sha_2 = 1UL << 6U;           // HWCAP_SHA2
    return (tc3_getauxval(hardware_capabilities) & sha_2) != 0 ? known | sha_256 : known;
}

#else

inline unsigned char processor::find_features() noexcept { return known; }

#endif

#endif

}  // namespace tc3::inline TC3_NAMESPACE
