// SPDX-License-Identifier: MIT
// Reads strings with damaged text: bytes that are not UTF-8 and halves of surrogate pairs are read as U+FFFD.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/encoding/utf8.hpp>
#include <tc3/json/string_scan.hpp>
#include <tc3/json/token.hpp>

#include <string_view>

namespace tc3::inline v0_1::json {

/// How a reader treats a string with damaged text. Pass repair_damaged_text; a program that does not name it links none of it.
struct text_repair {
    /// Scans a string, as scan_string() does, to its closing quote.
    detail::string_scan (*scan)(const std::string_view& text) noexcept;
    /// Writes the repaired text between the quotes.
    void (*write)(any_sink& out, std::string_view raw);
};

namespace detail {

TC3_NOINLINE constexpr void write_repaired(any_sink& out, std::string_view raw) {
    utf8_bytes escaped;
    while (!raw.empty()) write_repaired_utf8(out, take_piece(raw, escaped));
}

[[nodiscard]] constexpr string_scan scan_damaged(const std::string_view& text) noexcept {
    string_scan scan = scan_escapes(text, errc::lone_surrogate);
    if (scan.error != errc::none) return scan;
    scan.damaged = true;
    scan.decoded = {};
    any_sink_of<counting_sink> decoded(scan.decoded);
    write_repaired(decoded, {text.data(), scan.size});
    return scan;
}

}  // namespace detail

/// Replaces each half of a surrogate pair and each invalid sequence of bytes by U+FFFD.
inline constexpr text_repair repair_damaged_text{detail::scan_damaged, detail::write_repaired};

}  // namespace tc3::inline v0_1::json
