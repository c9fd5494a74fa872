// SPDX-License-Identifier: MIT
// What an error code of eKYC means: by its own row of the table, else by that of its family.
#pragma once

#include <tc3/api/error_code.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/faceid/error_code.hpp>
#include <tc3/faceid/error_codes.hpp>

#include <cstddef>
#include <cstdint>
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

/// The table once more without pointers: a third of its size, and nothing to relocate.
template <std::size_t Rows, std::size_t Characters>
struct packed_error_codes {
    struct row {
        std::uint16_t begin = 0;  // of the code; its meaning follows
        std::uint8_t code_size = 0;
        std::uint8_t meaning_size = 0;
        error_category category = {};
        tc3::retry retry = {};
        std::uint8_t repeats = 0;
        std::uint8_t first_wait = 0;
    };
    row rows[Rows] = {};
    char characters[Characters] = {};

    constexpr void append(std::size_t& end, std::string_view text) noexcept {
        for (const char c : text) characters[end++] = c;
    }
    [[nodiscard]] constexpr std::string_view code(const row& at) const noexcept { return {characters + at.begin, at.code_size}; }
    [[nodiscard]] constexpr error_code unpacked(const row& at) const noexcept {
        return {.code = code(at),
                .meaning = {characters + at.begin + at.code_size, at.meaning_size},
                .category = at.category,
                .retry = at.retry,
                .repeats = at.repeats,
                .first_wait = at.first_wait};
    }
};

[[nodiscard]] consteval std::size_t characters_of_error_codes() noexcept {
    std::size_t sum = 0;
    for (const error_code& each : error_codes) sum += each.code.size() + each.meaning.size();
    return sum;
}

[[nodiscard]] consteval auto pack_error_codes() noexcept {
    packed_error_codes<std::size(error_codes), characters_of_error_codes()> packed;
    std::size_t end = 0;
    for (std::size_t i = 0; i < std::size(error_codes); ++i) {
        const error_code& each = error_codes[i];
        packed.rows[i] = {.begin = static_cast<std::uint16_t>(end),
                          .code_size = static_cast<std::uint8_t>(each.code.size()),
                          .meaning_size = static_cast<std::uint8_t>(each.meaning.size()),
                          .category = each.category,
                          .retry = each.retry,
                          .repeats = each.repeats,
                          .first_wait = each.first_wait};
        packed.append(end, each.code);
        packed.append(end, each.meaning);
    }
    return packed;
}

inline constexpr auto packed_table = pack_error_codes();

/// The row of exactly this code, else nothing. A binary search.
[[nodiscard]] constexpr error_code find_row(std::string_view code) noexcept {
    std::size_t begin = 0;
    std::size_t end = std::size(packed_table.rows);
    while (begin != end) {
        const std::size_t middle = begin + (end - begin) / 2;
        const auto& row = packed_table.rows[middle];
        const int order = code.compare(packed_table.code(row));
        if (order == 0) return packed_table.unpacked(row);
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
