// SPDX-License-Identifier: MIT
// The Date of a response, from whatever the HTTP library has: a member `date`, or a member `headers`.
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/core/unix_time.hpp>
#include <tc3/http/date.hpp>

#include <concepts>
#include <optional>
#include <string_view>
#include <type_traits>

namespace tc3::inline TC3_NAMESPACE {

/// A header with members `name` and `value`.
template <class Field>
concept named_header_field = requires(const Field& field) {
    { field.name } -> std::convertible_to<std::string_view>;
    { field.value } -> std::convertible_to<std::string_view>;
};

/// A header as a pair of name and value.
template <class Field>
concept pair_header_field = requires(const Field& field) {
    { field.first } -> std::convertible_to<std::string_view>;
    { field.second } -> std::convertible_to<std::string_view>;
};

/// A header of an HTTP library.
template <class Field>
concept header_field = named_header_field<Field> || pair_header_field<Field>;

/// The headers of an HTTP library: a range of header fields, such as a std::multimap of strings.
template <class Headers>
concept header_range = requires(const Headers& headers) {
    { *std::begin(headers) } -> header_field;
    std::end(headers);
};

/// Has the value of its Date header, "Sun, 06 Nov 1994 08:49:37 GMT", or an empty text: http::response does.
template <class Response>
concept has_date_text = requires(const Response& response) {
    { response.date } -> std::convertible_to<std::string_view>;
};

/// Has its headers: httplib::Response does.
template <class Response>
concept has_header_range = requires(const Response& response) {
    { response.headers } -> header_range;
};

/// A response that may tell when the service sent it. If the responses of a program have neither, no code for dates is linked.
template <class Response>
concept has_date = has_date_text<Response> || has_header_range<Response>;

/// Returns the time of the first Date header; nothing if there is none or it is no date.
template <header_range Headers>
[[nodiscard]] constexpr std::optional<unix_time> date_in(const Headers& headers);

/// Returns the time at which the service sent a response, by its Date; nothing if it has none.
template <class Response>
[[nodiscard]] constexpr std::optional<unix_time> date_of(const Response& response);

namespace api_detail {

/// Returns a view of a name or value of an HTTP library. A null pointer is an empty text.
template <class Text>
[[nodiscard]] constexpr std::string_view view_of(const Text& text) {
    if constexpr (std::is_convertible_v<const Text&, const char*>) {
        if (static_cast<const char*>(text) == nullptr) return {};
    }
    return text;
}

}  // namespace api_detail

/// Sets the date of a failure that was read from a response, for callers within tc3. Not an optional, which would be twice as large.
template <class Result, class Response>
constexpr void keep_date(Result& result, const Response& response) {
    if constexpr (has_date<Response>) {
        if (!result.has_value()) result.error().date = date_of(response).value_or(unix_time());
    }
}

template <header_range Headers>
constexpr std::optional<unix_time> date_in(const Headers& headers) {
    for (const auto& field : headers) {
        if constexpr (named_header_field<std::remove_cvref_t<decltype(field)>>) {
            if (ascii::equal_lower(api_detail::view_of(field.name), "date")) return http::parse_date(api_detail::view_of(field.value));
        } else {
            if (ascii::equal_lower(api_detail::view_of(field.first), "date")) return http::parse_date(api_detail::view_of(field.second));
        }
    }
    return {};
}

template <class Response>
constexpr std::optional<unix_time> date_of(const Response& response) {
    if constexpr (has_date_text<Response>) {
        if (const auto date = http::parse_date(api_detail::view_of(response.date))) return date;
    }
    if constexpr (has_header_range<Response>) {
        return date_in(response.headers);
    } else {
        return {};
    }
}

}  // namespace tc3::inline TC3_NAMESPACE
