// SPDX-License-Identifier: MIT
// The two things that a host may set before including tc3. Neither changes a type.
//
//   TC3_CONFIG_HEADER   a header to include first, as "name.hpp" or <name.hpp>, that defines TC3_ASSERT
//   TC3_ASSERT(x)       what to do with a broken precondition; nothing by default
#pragma once

#ifdef TC3_CONFIG_HEADER
#include TC3_CONFIG_HEADER
#endif

#ifndef TC3_ASSERT
#define TC3_ASSERT(condition) static_cast<void>(0)
#endif

/// Marks a parameter that the result points into, for compilers that warn when it dies first.
#if defined(__clang__)
#define TC3_LIFETIMEBOUND [[clang::lifetimebound]]
#else
#define TC3_LIFETIMEBOUND
#endif

/// The name of the function around it, with its template arguments.
#if defined(_MSC_VER)
#define TC3_FUNCTION_NAME __FUNCSIG__
#else
#define TC3_FUNCTION_NAME __PRETTY_FUNCTION__
#endif

/// Around tables that are made from offsets. Members of a storage may have types for which compilers warn about offsetof: offsets into a
/// struct without bases hold there too.
#if defined(__GNUC__)
#define TC3_OFFSETS_BEGIN _Pragma("GCC diagnostic push") _Pragma("GCC diagnostic ignored \"-Winvalid-offsetof\"")
#define TC3_OFFSETS_END _Pragma("GCC diagnostic pop")
#else
#define TC3_OFFSETS_BEGIN
#define TC3_OFFSETS_END
#endif

/// Keeps a function that is called from many places in one place: the difference is a factor in code size and compile time.
#if defined(_MSC_VER)
#define TC3_NOINLINE __declspec(noinline)
#else
#define TC3_NOINLINE __attribute__((noinline))
#endif
