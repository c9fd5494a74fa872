// SPDX-License-Identifier: MIT
// tc3 compiles and works where hosts (Windows, X11, Unreal, Qt, Arduino, glibc) define macros, and does not change these macros. The
// standard headers are included first, so that only the text of tc3 meets the macros.
#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <chrono>
#include <climits>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <functional>
#include <initializer_list>
#include <iterator>
#include <limits>
#include <memory>
#include <new>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>
#if defined(__x86_64__) || defined(__i386__)
#include <immintrin.h>
#endif

// The libraries of the adapters, where they are installed.
#if __has_include(<openssl/core_names.h>)
#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#endif
#if __has_include(<mbedtls/sha256.h>)
#include <mbedtls/sha256.h>
#include <mbedtls/version.h>
#endif
#if __has_include(<psa/crypto.h>)
#include <psa/crypto.h>
#endif

// clang-format off: the macros must stay between the standard library and tc3
#include "hostile_macros.hpp"
#include "probe.hpp"
#include <tc3/adapters/std_chrono.hpp>
#include <tc3/testing.hpp>
#if __has_include(<openssl/core_names.h>)
#include <tc3/adapters/openssl.hpp>
#endif
#if __has_include(<mbedtls/sha256.h>)
#include <tc3/adapters/mbedtls.hpp>
#endif
#if __has_include(<psa/crypto.h>)
#include <tc3/adapters/psa.hpp>
#endif
// clang-format on

#if !defined(check) || !defined(min) || !defined(max) || !defined(None) || !defined(ERROR) || !defined(emit) || !defined(B1)
#error "a header of tc3 undefined a macro of its host"
#endif

int main() { return probe::run(); }
