// SPDX-License-Identifier: MIT
// Hosts define macros: Windows, X11, Unreal, Qt, Arduino, glibc. With all of them on, tc3 compiles, works, and leaves them as they were.
// The standard headers come first, as hosts bring theirs first; that leaves tc3's own text to meet the macros.
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

// And so do the libraries that there are adapters to, where they are installed.
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

// clang-format off: the macros stand between the standard library and tc3
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
