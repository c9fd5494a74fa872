// SPDX-License-Identifier: MIT
// Macros that a program may define before it includes tc3, and the compiler-specific macros of the library.
//
//   TC3_CONFIG_HEADER   a header that is included first, "name.hpp" or <name.hpp>; a place to define the others
//   TC3_ASSERT(x)       checks a precondition of tc3, such as "the result has a value"; by default it does nothing
//   TC3_PORTABLE        leaves out what is written for the instructions of one processor (core/processor.hpp)
//   TC3_DECLARATIONS    leaves out the bodies of functions, for programs that are compiled often
//   TC3_IMPLEMENTATION  has the bodies: for one source file of such a program
//
// None changes the layout of a type. All units of a program define the same, TC3_IMPLEMENTATION aside.
#pragma once

#include <tc3/requirements.hpp>

#ifdef TC3_CONFIG_HEADER
#include TC3_CONFIG_HEADER
#endif

// A unit without vector registers cannot compile the kernels. Its namespace has another name, so it shares no body with other units.
#if !defined(TC3_PORTABLE) && \
    ((defined(__x86_64__) && !defined(__SSE2__) && !defined(_MSC_VER)) || (defined(__aarch64__) && !defined(__ARM_NEON)))
#define TC3_PORTABLE
#endif

#ifndef TC3_ASSERT
#define TC3_ASSERT(condition) static_cast<void>(0)
#endif

// Header-only is the default. With TC3_DECLARATIONS or TC3_IMPLEMENTATION each body is compiled once, in the unit that defines the latter.
#if defined(TC3_IMPLEMENTATION)
#define TC3_BODIES
#define TC3_FUNCTION
#define TC3_INSTANTIATED template
#elif defined(TC3_DECLARATIONS)
#define TC3_INSTANTIATED extern template
#else
#define TC3_BODIES
#define TC3_FUNCTION inline
#endif
// TC3_BODIES        encloses the bodies of a header, after its declarations
// TC3_FUNCTION      marks the body of a function that is declared before and is neither a template nor constexpr; one that only bodies
//                   call is `inline`
// TC3_INSTANTIATED  begins the instantiation of a template that is compiled once; not defined where the compiler instantiates it as usual

/// The inline namespace of everything: the version, and how bodies are compiled. So units that were compiled in different ways do not share
/// a body. If no unit defines TC3_IMPLEMENTATION, the unresolved symbols of the linker have its name.
#if defined(TC3_INSTANTIATED) && defined(TC3_PORTABLE)
#define TC3_NAMESPACE v0_1_portable_needs_TC3_IMPLEMENTATION
#elif defined(TC3_INSTANTIATED)
#define TC3_NAMESPACE v0_1_needs_TC3_IMPLEMENTATION
#elif defined(TC3_PORTABLE)
#define TC3_NAMESPACE v0_1_portable
#else
#define TC3_NAMESPACE v0_1
#endif

/// Marks a parameter, or `*this`, to which the result refers: Clang warns if the result outlives it.
#if defined(__clang__)
#define TC3_LIFETIMEBOUND [[clang::lifetimebound]]
#else
#define TC3_LIFETIMEBOUND
#endif

/// Expands to a string with the name and the template arguments of the enclosing function: a name for a type without RTTI.
#if defined(_MSC_VER)
#define TC3_FUNCTION_NAME __FUNCSIG__
#else
#define TC3_FUNCTION_NAME __PRETTY_FUNCTION__
#endif

/// TC3_OFFSETS_BEGIN and TC3_OFFSETS_END enclose the field tables in faceid/, which use offsetof, and disable -Winvalid-offsetof there.
/// The warning applies to structs without standard layout; whether a struct has it depends on the text type of its storage. The offset is
/// right in both cases: only virtual bases would make it wrong, and these structs have no bases.
#if defined(__GNUC__)
#define TC3_OFFSETS_BEGIN _Pragma("GCC diagnostic push") _Pragma("GCC diagnostic ignored \"-Winvalid-offsetof\"")
#define TC3_OFFSETS_END _Pragma("GCC diagnostic pop")
#else
#define TC3_OFFSETS_BEGIN
#define TC3_OFFSETS_END
#endif

/// Forbids inlining of a function that has many callers: one copy keeps programs small and compile times short.
#if defined(_MSC_VER)
#define TC3_NOINLINE __declspec(noinline)
#else
#define TC3_NOINLINE __attribute__((noinline))
#endif

/// Forbids inlining of a short function on machines with narrow registers, where small code goes before speed.
#if defined(__SIZEOF_POINTER__) && __SIZEOF_POINTER__ < 8
#define TC3_NOINLINE_IF_SMALL TC3_NOINLINE
#else
#define TC3_NOINLINE_IF_SMALL
#endif

/// Requires inlining of a function that is part of a kernel, whose variables are to stay in registers.
#if defined(_MSC_VER)
#define TC3_ALWAYS_INLINE __forceinline
#else
#define TC3_ALWAYS_INLINE __attribute__((always_inline)) inline
#endif
