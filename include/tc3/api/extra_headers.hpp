// SPDX-License-Identifier: MIT
// An option for headers of the program, besides those of tc3.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/http/header.hpp>
#include <tc3/http/header_refs.hpp>
#include <tc3/validation/first_error.hpp>

#include <concepts>
#include <cstddef>
#include <span>

namespace tc3::inline TC3_NAMESPACE {

namespace api_detail {

/// Adds the first error in the headers of a program, of which the first `signed_count` are signed.
void check_extra_headers(first_error& errors, const http::header_refs& headers, std::size_t signed_count) noexcept;
/// Packs the headers of a program.
void pack_extra_headers(any_sink& out, const http::header_refs& headers);

/// What a request does with the headers of a program.
struct extra_header_functions {
    void (*check_all)(first_error& errors, const http::header_refs& headers, std::size_t signed_count) noexcept;
    void (*pack_all)(any_sink& out, const http::header_refs& headers);
};
inline constexpr extra_header_functions functions_for_extra_headers{check_extra_headers, pack_extra_headers};

}  // namespace api_detail

/// Refers to an array, a vector or a span of headers; empty by default. A program that passes none does not link the code for them.
///
/// Lifetime: refers to the headers.
class extra_headers {
public:
    constexpr extra_headers() noexcept = default;
    template <std::convertible_to<std::span<const http::header>> Headers>
    constexpr extra_headers(const Headers& headers TC3_LIFETIMEBOUND) noexcept  // NOLINT: implicit, it is an option
        : headers_(headers), functions_(&api_detail::functions_for_extra_headers) {}

    [[nodiscard]] constexpr std::span<const http::header> view() const noexcept { return headers_; }
    /// Returns the functions for the headers, or null if there are none. For request_builder.hpp.
    [[nodiscard]] constexpr const api_detail::extra_header_functions* functions() const noexcept { return functions_; }

private:
    std::span<const http::header> headers_;
    const api_detail::extra_header_functions* functions_ = nullptr;
};

}  // namespace tc3::inline TC3_NAMESPACE
