// SPDX-License-Identifier: MIT
// The responses that tc3 reads: those of any HTTP library, without a copy.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/bytes.hpp>

#include <concepts>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

namespace tc3::inline TC3_NAMESPACE {

namespace api_detail {

/// The element type of a contiguous body.
template <class Body>
using element_of = std::remove_cv_t<std::remove_pointer_t<decltype(std::data(std::declval<const Body&>()))>>;

template <class Body>
concept contiguous_bytes = std::convertible_to<const Body&, std::string_view> || sizeof(element_of<Body>) == 1;

}  // namespace api_detail

/// Has an HTTP status.
template <class Response>
concept has_status = requires(const Response& response) {
    { response.status } -> std::convertible_to<std::int64_t>;
};

/// Has a contiguous body of one-byte elements.
template <class Response>
concept has_body =
    requires(const Response& response) { requires api_detail::contiguous_bytes<std::remove_cvref_t<decltype(response.body)>>; };

/// A response: `status` and `body`.
template <class Response>
concept http_response = has_status<Response> && has_body<Response>;

/// A response whose body is a view, such as std::string_view or std::span, and therefore outlives the response. A view type of your own is
/// recognised by std::ranges::enable_borrowed_range.
template <class Response>
concept lends_its_body =
    http_response<Response> && std::ranges::enable_borrowed_range<std::remove_cvref_t<decltype(std::declval<Response&>().body)>>;

/// A temporary response that owns its body.
template <class Response>
concept dying_response = !std::is_lvalue_reference_v<Response> && http_response<std::remove_cv_t<Response>> && !lends_its_body<Response>;

/// Returns the body of a response as text.
///
/// Lifetime: refers to the body.
template <has_body Response>
[[nodiscard]] constexpr std::string_view body_of(const Response& response TC3_LIFETIMEBOUND) noexcept {
    using body_type = std::remove_cvref_t<decltype(response.body)>;
    if constexpr (std::convertible_to<const body_type&, std::string_view>) {
        return response.body;
    } else {
        return as_text(std::span<const api_detail::element_of<body_type>>(std::data(response.body), std::size(response.body)));
    }
}

/// Returns the status of a response. A number beyond 32 bits becomes the nearest one within.
template <has_status Response>
[[nodiscard]] constexpr std::int32_t status_of(const Response& response) noexcept {
    using limits = std::numeric_limits<std::int32_t>;
    const auto status = static_cast<std::int64_t>(response.status);
    if (status < (limits::min)()) return (limits::min)();
    return status > (limits::max)() ? (limits::max)() : static_cast<std::int32_t>(status);
}

}  // namespace tc3::inline TC3_NAMESPACE
