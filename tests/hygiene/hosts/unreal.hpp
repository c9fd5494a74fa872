// SPDX-License-Identifier: MIT
// Macros of Unreal Engine, as its Core and CoreUObject define them.
#pragma once

#define check(expression)     \
    {                         \
        if (!(expression)) {  \
            __builtin_trap(); \
        }                     \
    }
#define checkf(expression, ...) \
    {                           \
        if (!(expression)) {    \
            __builtin_trap();   \
        }                       \
    }
#define verify(expression)    \
    {                         \
        if (!(expression)) {  \
            __builtin_trap(); \
        }                     \
    }
#define verifyf(expression, ...) \
    {                            \
        if (!(expression)) {     \
            __builtin_trap();    \
        }                        \
    }
#define ensure(expression) (!!(expression))
#define TEXT(text) u##text
#define PI (3.1415926535897932f)
#define CONST const
#define ABSTRACT abstract
#define INDEX_NONE -1
#define UPROPERTY(...)
#define UCLASS(...)
#define GENERATED_BODY(...)
#define RESTRICT __restrict
#define FORCEINLINE inline __attribute__((always_inline))
#define LIKELY(x) __builtin_expect(!!(x), 1)
#define unimplemented() __builtin_trap()
