// SPDX-License-Identifier: MIT
// Names what a body is if it is no JSON document.
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/encoding/hex.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE {

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Returns the size of the byte order mark at the beginning of a body, or 0.
[[nodiscard]] constexpr std::size_t byte_order_mark_size(const std::string_view& body) noexcept {
    return starts_with(body, byte_order_mark) ? byte_order_mark.size() : 0;
}

/// Returns what a body is, by its first bytes, if it is no JSON document: html_page, xml, gzip, compressed, event_stream, chunk_framing,
/// byte_order_mark, plain_text or binary_data; missing if it is empty or blank; none for JSON, and for what begins with a brace, a bracket
/// or a quote, or has only characters of a number.
///
/// Cost: the first bytes; all of a body that could be JSON and is no object, array or string.
[[nodiscard]] constexpr errc find_foreign_form(std::string_view body) noexcept;

namespace api_detail {

/// How a body of another form begins.
struct foreign_beginning {
    char text[7];  // not a view, which would be another eight bytes
    errc form;
};

inline constexpr foreign_beginning foreign_beginnings[] = {
    {"\xEF\xBB\xBF", errc::byte_order_mark},
    {"\x1F\x8B", errc::gzip},
    {"\x28\xB5\x2F\xFD", errc::compressed},  // zstd
    {"\x78\x01", errc::compressed},          // zlib, which HTTP calls deflate, with each of its levels
    {"\x78\x5E", errc::compressed},
    {"\x78\x9C", errc::compressed},
    {"\x78\xDA", errc::compressed},
    {"<?xml", errc::xml},
    {"<", errc::html_page},
    {":", errc::event_stream},  // a comment
    {"data:", errc::event_stream},
    {"event:", errc::event_stream},
    {"id:", errc::event_stream},
    {"retry:", errc::event_stream},
};

/// Returns whether a body begins with a text that ends at its NUL.
[[nodiscard]] constexpr bool begins_with(const std::string_view& body, const char* text) noexcept {
    std::size_t size = 0;
    while (text[size] != '\0' && size < body.size() && body[size] == text[size]) ++size;
    return text[size] == '\0';
}

/// Returns whether a body begins with the size of a chunk, which may have an extension, and then JSON: "1f;a=b\r\n{".
[[nodiscard]] constexpr bool begins_with_chunk_size(const std::string_view& body) noexcept {
    std::size_t digits = 0;
    while (digits < body.size() && hex_value(ascii::to_lower(body[digits])) < 16) ++digits;
    const bool has_size = digits != 0 && digits < body.size() && (body[digits] == '\r' || body[digits] == ';');
    const std::size_t chunk = ascii::find(body, '\n') + 1;  // 0 without a line end
    return has_size && chunk != 0 && chunk < body.size() && ascii::contains("{["sv, body[chunk]);
}

/// Returns whether a body is true, false, null, or made of the characters of a number. Whether it is a number, the reader finds.
[[nodiscard]] constexpr bool may_be_scalar(std::string_view body) noexcept {
    while (!body.empty() && ascii::is_space(body.back())) body.remove_suffix(1);
    const auto is_of_number = [](char c) { return ascii::contains("0123456789+-.eE"sv, c); };
    return ascii::is_word_of("true false null"sv, body) || ascii::find_not(body, is_of_number) == std::string_view::npos;
}

}  // namespace api_detail

constexpr errc find_foreign_form(std::string_view body) noexcept {
    while (!body.empty() && ascii::is_space(body.front())) body.remove_prefix(1);
    if (body.empty()) return errc::missing;
    for (const api_detail::foreign_beginning& each : api_detail::foreign_beginnings) {
        if (api_detail::begins_with(body, each.text)) return each.form;
    }
    if (api_detail::begins_with_chunk_size(body)) return errc::chunk_framing;
    if (ascii::contains("{[\""sv, body.front()) || api_detail::may_be_scalar(body)) return errc::none;
    return ascii::is_visible(body.front()) ? errc::plain_text : errc::binary_data;
}

}  // namespace tc3::inline TC3_NAMESPACE
