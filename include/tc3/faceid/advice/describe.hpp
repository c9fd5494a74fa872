// SPDX-License-Identifier: MIT
// What an error code of eKYC means: by its own row of the table, else by that of its family.
#pragma once

#include <tc3/api/error_code.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/faceid/types/error_code.hpp>
#include <tc3/faceid/types/error_codes.hpp>

#include <cstddef>
#include <iterator>
#include <string_view>

namespace tc3::inline v0_1::faceid {

/// What is known of an error code, wherever it stands: in a failure, or as the result of an answer. Exact spelling counts. The codes that
/// all products share are among them: this table stands in for describe_error_code().
///
/// `code` in what comes back tells which row it was. A code that is new below a known one goes by that, without its advice to ask
/// again, unless the request was not processed at all (throttling). Below FailedOperation, InternalError and ResourceUnavailable the
/// service puts outcomes, faults of the input and faults of its own: of a new code there nothing is known, nor of any other. Its
/// category is unknown, and it is not worth asking again for.
///
/// `InternalError.CompareLowSimilarity` is such a trap: a decision about a person, no fault of the service.
[[nodiscard]] constexpr error_code describe(std::string_view code) noexcept;

namespace detail {

/// The row of exactly this code, else nothing. A binary search.
[[nodiscard]] constexpr error_code find_row(std::string_view code) noexcept {
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

/// Of a code that has no row of its own.
[[nodiscard]] constexpr error_code describe_by_family(std::string_view code) noexcept {
    const std::string_view family = slice(code, 0, code.find('.'));
    if (family.size() == code.size() || is_mixed_family(family)) return {};
    error_code known = find_row(family);
    if (known.retry != retry::with_back_off) known.retry = retry::never;
    return known;
}

}  // namespace detail

constexpr error_code describe(std::string_view code) noexcept {
    if (const error_code own = detail::find_row(code); !own.code.empty()) return own;
    return detail::describe_by_family(code);
}

}  // namespace tc3::inline v0_1::faceid
