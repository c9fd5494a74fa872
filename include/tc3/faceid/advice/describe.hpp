// SPDX-License-Identifier: MIT
// describe(): the meaning of an error code of eKYC.
#pragma once

#include <tc3/api/error_code.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/faceid/types/error_code.hpp>
#include <tc3/faceid/types/error_codes.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Returns the meaning of an error code. Case matters.
///
/// `code` may come from a failure or from the result field of an output. For eKYC use it instead of tc3::describe_error_code(): the common
/// codes are in its table, too.
///
/// The `code` of the return value tells which row applies. A code that has no row gets the row of its family, the part before the first
/// dot, but only throttling keeps its advice to repeat the call.
/// Three families give no row to such a code, because they mix outcomes, errors of the input and errors of the service: FailedOperation,
/// InternalError and ResourceUnavailable. `InternalError.CompareLowSimilarity`, for one, is an outcome of a check. There, and in an
/// unknown family, a code without a row returns an empty error_code_info: category unknown, never repeat.
/// Cost: a binary search.
[[nodiscard]] constexpr error_code_info describe(std::string_view code) noexcept;

namespace detail {

/// Returns the row of a code, or an empty one.
[[nodiscard]] constexpr error_code_info find_row(std::string_view code) noexcept {
    std::size_t begin = 0;
    std::size_t end = std::size(error_codes);
    while (begin != end) {
        const std::size_t middle = begin + (end - begin) / 2;
        const int order = code.compare(error_codes[middle].code);
        if (order == 0) return error_codes[middle];
        if (order < 0) {
            end = middle;
        } else {
            begin = middle + 1;
        }
    }
    return {};
}

[[nodiscard]] constexpr bool is_mixed_family(std::string_view family) noexcept {
    return family == "FailedOperation" || family == "InternalError" || family == "ResourceUnavailable";
}

/// Returns the row for a code that has none of its own. Differs from tc3::describe_error_code() in the mixed families, which get no row
/// here: that function is for every product, and which families are mixed is known for eKYC only.
[[nodiscard]] constexpr error_code_info describe_by_family(std::string_view code) noexcept {
    const std::string_view family = slice(code, 0, code.find('.'));
    if (family.size() == code.size() || is_mixed_family(family)) return {};
    error_code_info known = find_row(family);
    if (known.retry == retry::with_back_off_if_harmless) known.retry = retry::never;
    return known;
}

}  // namespace detail

constexpr error_code_info describe(std::string_view code) noexcept {
    if (const error_code_info own = detail::find_row(code); !own.code.empty()) return own;
    return detail::describe_by_family(code);
}

}  // namespace tc3::inline TC3_NAMESPACE::faceid
