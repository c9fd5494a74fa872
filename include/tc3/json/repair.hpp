// SPDX-License-Identifier: MIT
// Reads strings with damaged text: bytes that are not UTF-8, and halves of surrogate pairs.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/encoding/utf8.hpp>
#include <tc3/json/string_scan.hpp>
#include <tc3/json/token.hpp>

#include <string_view>

namespace tc3::inline TC3_NAMESPACE::json {

/// How a reader treats a string with damaged text: pass repair_damaged_text or skip_damaged_text. A program links those that it names.
struct text_repair {
    /// Scans a string, as scan_string() does, to its closing quote.
    detail::string_scan (*scan)(const std::string_view& text) noexcept;
    /// Writes the repaired text between the quotes.
    void (*write)(any_sink& out, std::string_view raw);
};

namespace detail {

void write_repaired(any_sink& out, std::string_view raw);
constexpr void write_nothing(any_sink&, std::string_view) noexcept {}
[[nodiscard]] string_scan scan_over_damage(const std::string_view& text) noexcept;
[[nodiscard]] string_scan scan_damaged(const std::string_view& text) noexcept;

}  // namespace detail

/// Replaces each half of a surrogate pair and each invalid sequence of bytes by U+FFFD.
inline constexpr text_repair repair_damaged_text{detail::scan_damaged, detail::write_repaired};

/// Skips damaged text: a string that has some is a token of size 0.
inline constexpr text_repair skip_damaged_text{detail::scan_over_damage, detail::write_nothing};

}  // namespace tc3::inline TC3_NAMESPACE::json

#if defined(TC3_BODIES)

namespace tc3::inline TC3_NAMESPACE::json::detail {

TC3_FUNCTION void write_repaired(any_sink& out, std::string_view raw) {
    utf8_bytes escaped;
    while (!raw.empty()) write_repaired_utf8(out, take_piece(raw, escaped));
}

TC3_FUNCTION string_scan scan_over_damage(const std::string_view& text) noexcept {
    string_scan scan = scan_escapes(text, errc::lone_surrogate);
    scan.damaged = true;
    scan.decoded = {};
    return scan;
}

TC3_FUNCTION string_scan scan_damaged(const std::string_view& text) noexcept {
    string_scan scan = scan_over_damage(text);
    if (scan.error != errc::none) return scan;
    any_sink_of<counting_sink> decoded(scan.decoded);
    write_repaired(decoded, {text.data(), scan.size});
    return scan;
}

}  // namespace tc3::inline TC3_NAMESPACE::json::detail

#endif  // TC3_BODIES
